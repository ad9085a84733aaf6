"""Reports, live counters, the audit log and the system's health, asked through the schema."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from core import live_counters
from core.audit import Actor
from core.events.event_types import ConversationChanged, OrderChanged
from core.jobs.queue import Job
from core.shop import Shop
from graph.ids import encode
from graph.schema.catalog import Service as ServiceNode
from graph.schema.conversations import Conversation as ConversationNode
from graph.schema.customers import Customer as CustomerNode
from graph.schema.staff import Staff as StaffNode
from models.accounts import AccountKind, WhatsappAccount
from models.audit import AuditLog
from models.conversations import Conversation, Message, MessageState
from models.orders import ActorKind, Order, OrderStatus
from tests.graph.asking import EVERYTHING, Asker, Stream, counted
from tests.graph.rows import make_account, make_conversation, make_customer, make_message, make_order, make_staff

REVENUE = """query ($filter: ReportFilter) { reportRevenue(filter: $filter) {
    span { from to timeZone }
    total { currency orders gross { amount currency } refunded { amount } net { amount } }
    days { date revenue { orders } }
    services { serviceName revenue { orders } } packages { serviceName packageName revenue { net { amount } } }
} }"""
EVERY_REPORT = """query ($filter: ReportFilter) {
    reportFunnel(filter: $filter) { total { chats drafts orders proofs paid } days { date figures { chats paid } } }
    reportRevenue(filter: $filter) { total { net { amount } } days { date } }
    reportAiUse(filter: $filter) {
        total { requests failed tokensRead tokensWritten withoutPrice paidOrders costs { amount perPaidOrder } }
        days { date use { requests } } providers { provider use { requests } }
    }
    reportResponseTimes(filter: $filter) {
        total { everybody { count medianSeconds p90Seconds } assistant { count } people { count } }
        days { date times { everybody { count } } }
    }
}"""
COUNTERS = "{ openChats chatsNeedingHuman proofsWaiting ordersToday revenueToday { net { amount currency } } }"
LIVE = f"subscription {{ reportCountersChanged {{ cursor counters {COUNTERS} }} }}"
AUDIT = """query ($filter: AuditLogFilter, $order: AuditLogSort) { auditLogs(filter: $filter, orderBy: $order) {
    totalCount nodes { action subject subjectId actor before after apiKeyId requestId staff { name } }
} }"""


async def sell(*, paid_at: datetime | None = None) -> Order:
    account = await make_account(f"Number {await WhatsappAccount.all().count()}")
    await WhatsappAccount.filter(id=account.id).update(kind=AccountKind.WHATSAPP)
    chat = await make_conversation(await make_customer(account))
    order = await make_order(chat)
    moment = paid_at or datetime.now(UTC)
    await Order.filter(id=order.id).update(
        is_simulated=False,
        paid_at=paid_at,
        created_at=moment,
        status=OrderStatus.PAID if paid_at else OrderStatus.PENDING,
    )
    return await Order.get(id=order.id)


async def rung(shop: Shop, *orders: Order) -> None:
    async with shop.database.unit_of_work() as work:
        for order in orders:
            work.append(OrderChanged(order.id, order.customer_id, order.conversation_id, "PENDING", "PAID", False))


async def told(stream: Stream) -> Any:
    answer = await stream.next()
    assert answer.errors == [], answer.errors
    assert answer.data is not None
    return answer.data["reportCountersChanged"]


async def test_revenue_comes_in_major_units_with_every_day_of_the_span(asker: Asker) -> None:
    await sell(paid_at=datetime(2026, 5, 1, 9, tzinfo=UTC))

    answer = await asker.read(REVENUE, filter={"from": "2026-05-01", "to": "2026-05-02"})

    assert answer["reportRevenue"] == {
        "span": {"from": "2026-05-01", "to": "2026-05-02", "timeZone": "Asia/Karachi"},
        "total": [
            {
                "currency": "PKR",
                "orders": 1,
                "gross": {"amount": "5001.00", "currency": "PKR"},
                "refunded": {"amount": "0.00"},
                "net": {"amount": "5001.00"},
            }
        ],
        "days": [{"date": "2026-05-01", "revenue": [{"orders": 1}]}, {"date": "2026-05-02", "revenue": []}],
        "services": [{"serviceName": "Hosting", "revenue": {"orders": 1}}],
        "packages": [{"serviceName": "Hosting", "packageName": "Starter", "revenue": {"net": {"amount": "5001.00"}}}],
    }


async def test_each_report_is_one_statement_beside_the_settings(asker: Asker) -> None:
    with counted() as of_a_day:
        await asker.read(EVERY_REPORT, filter={"from": "2026-05-01", "to": "2026-05-01"})
    await sell(paid_at=datetime(2026, 5, 1, 9, tzinfo=UTC))

    with counted() as of_a_year:
        answer = await asker.read(EVERY_REPORT, filter={"from": "2026-01-01", "to": "2026-12-31"})

    assert len(of_a_day) == len(of_a_year) == 8
    assert {len(report["days"]) for report in answer.values()} == {365}


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ({"from": "2026-05-02", "to": "2026-05-01"}, "filter.from"),
        ({"from": "2020-01-01", "to": "2026-05-01"}, "filter.from"),
        ({"to": "1999-12-31"}, "filter.to"),
    ],
)
async def test_a_span_that_makes_no_sense_is_refused_by_its_place(
    asker: Asker, asked: dict[str, str], path: str
) -> None:
    answer = await asker.ask(REVENUE, filter=asked)

    assert answer.codes == ["INVALID_INPUT"]
    assert answer.errors[0]["extensions"]["field"] == path


@pytest.mark.parametrize("text", ["2026-02-30", "20260501", "2026-W18-5", "yesterday", 5, "2026-05-01T00:00:00Z"])
async def test_what_is_no_day_is_refused(asker: Asker, text: object) -> None:
    answer = await asker.ask(REVENUE, filter={"from": text})

    assert answer.data is None
    assert len(answer.codes) == 1


async def test_the_counters_are_told_at_once_and_when_they_move(asker: Asker, shop: Shop) -> None:
    first_order = await sell(paid_at=datetime.now(UTC))
    async with asker.follow(LIVE) as stream:
        first = await told(stream)
        stream.listen()
        second_order = await sell()
        await rung(shop, second_order)
        second = await told(stream)

    assert first["counters"]["ordersToday"] == 1
    assert first["counters"]["revenueToday"] == [{"net": {"amount": "5001.00", "currency": "PKR"}}]
    assert (second["counters"]["ordersToday"], second["counters"]["openChats"]) == (2, 2)
    assert first["cursor"] != second["cursor"]
    assert first_order.id != second_order.id


async def test_what_moves_no_counter_is_not_told(asker: Asker, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_counters, "SECONDS_BETWEEN", 0.0)
    order = await sell()
    async with asker.follow(LIVE) as stream:
        await told(stream)
        stream.listen()
        await rung(shop, order)
        await Conversation.filter(id=order.conversation_id).update(attention="FLOOD")
        await rung(shop, order)
        second = await told(stream)

    assert second["counters"]["chatsNeedingHuman"] == 1


async def test_all_who_follow_share_what_was_counted_once(shop: Shop) -> None:
    order = await sell()
    streams = [shop.live_counters.follow() for _ in range(5)]
    with counted() as statements:
        first = [await anext(stream) for stream in streams]
    waiting = [asyncio.ensure_future(anext(stream)) for stream in streams]
    await Conversation.filter(id=order.conversation_id).update(attention="FLOOD")
    await rung(shop, *[order] * 50)
    async with asyncio.timeout(10):
        second = await asyncio.gather(*waiting)
    for stream in streams:
        await stream.aclose()

    assert len({id(each) for each in first}) == len({id(each) for each in second}) == 1
    assert second[0].at - first[0].at >= live_counters.SECONDS_BETWEEN
    assert len([text for text in statements if "chats_needing_human" in text]) == 1


async def test_a_new_day_begins_with_nothing_sold(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_counters, "SECONDS_BETWEEN", 0.0)
    # Half a second before midnight in Karachi; nothing happens but that time passes.
    with time_machine.travel(datetime(2026, 5, 1, 18, 59, 59, 500_000, tzinfo=UTC), tick=True):
        await sell(paid_at=datetime(2026, 5, 1, 12, tzinfo=UTC))
        stream = shop.live_counters.follow()
        async with asyncio.timeout(10):
            before, after = await anext(stream), await anext(stream)
        await stream.aclose()

    assert (before.counters.orders_today, len(before.counters.revenue_today)) == (1, 1)
    assert (after.counters.orders_today, len(after.counters.revenue_today)) == (0, 0)


async def test_whose_sign_in_has_ended_hears_no_further_counter(asker: Asker, shop: Shop) -> None:
    order = await sell()
    leaving = asker.as_(replace(EVERYTHING, expires_at=datetime.now(UTC) + timedelta(minutes=5)))
    async with leaving.follow(LIVE) as stream:
        await told(stream)
        stream.listen()
        with time_machine.travel(datetime.now(UTC) + timedelta(minutes=6), tick=True):
            await Conversation.filter(id=order.conversation_id).update(attention="FLOOD")
            await rung(shop, order)
            answer = await stream.next()

    assert answer.codes == ["UNAUTHENTICATED"]


async def log(staff_id: int | None, action: str, subject: str, key: int, *, at: datetime) -> None:
    await AuditLog.create(
        actor=ActorKind.STAFF if staff_id else ActorKind.API_KEY,
        staff_id=staff_id,
        api_key_id=None if staff_id else 7,
        action=action,
        subject=subject,
        subject_id=key,
        before={"status": "PENDING"},
        after={"status": "PAID"},
        request_id="request-1",
        created_at=at,
    )


async def test_the_audit_log_tells_who_did_what_to_which_thing(asker: Asker) -> None:
    staff = await make_staff()
    await log(staff.id, "customer.block", "customers", 5, at=datetime(2026, 5, 1, tzinfo=UTC))
    await log(None, "settings.change", "settings_of_the_past", 0, at=datetime(2026, 5, 2, tzinfo=UTC))

    answer = await asker.read(AUDIT)

    newest, oldest = answer["auditLogs"]["nodes"]
    assert answer["auditLogs"]["totalCount"] == 2
    assert oldest == {
        "action": "customer.block",
        "subject": "customers",
        "subjectId": CustomerNode.id_of(5),
        "actor": "STAFF",
        "before": {"status": "PENDING"},
        "after": {"status": "PAID"},
        "apiKeyId": None,
        "requestId": "request-1",
        "staff": {"name": "Agent 1"},
    }
    assert (newest["actor"], newest["subjectId"], newest["staff"]) == ("API_KEY", None, None)
    assert newest["apiKeyId"] is not None


async def test_the_audit_log_is_found_by_person_action_thing_and_time(asker: Asker) -> None:
    first, second = await make_staff(1), await make_staff(2)
    await log(first.id, "customer.block", "customers", 5, at=datetime(2026, 5, 1, tzinfo=UTC))
    await log(second.id, "customer.unblock", "customers", 5, at=datetime(2026, 5, 2, tzinfo=UTC))
    await log(second.id, "order.complete", "orders", 5, at=datetime(2026, 5, 3, tzinfo=UTC))

    for asked, actions in (
        ({"staffId": StaffNode.id_of(second.id)}, ["order.complete", "customer.unblock"]),
        ({"action": "customer.block"}, ["customer.block"]),
        ({"subject": "orders"}, ["order.complete"]),
        ({"subjectId": CustomerNode.id_of(5)}, ["customer.unblock", "customer.block"]),
        ({"createdAt": {"gte": "2026-05-02T00:00:00Z", "lt": "2026-05-03T00:00:00Z"}}, ["customer.unblock"]),
        ({"subjectId": CustomerNode.id_of(5), "subject": "orders"}, []),
    ):
        answer = await asker.read(AUDIT, filter=asked)
        assert [node["action"] for node in answer["auditLogs"]["nodes"]] == actions, asked
    ordered = await asker.read(AUDIT, order={"field": "CREATED_AT", "direction": "ASC"})
    assert ordered["auditLogs"]["nodes"][0]["action"] == "customer.block"


@pytest.mark.parametrize(
    ("subject", "key", "recorded", "told"),
    [
        ("conversations", 4, {"assigned_to_id": 3}, {"assignedToId": StaffNode.id_of(3)}),
        ("conversations", 4, {"assigned_to_id": None}, {"assignedToId": None}),
        ("services", 0, {"ids": [2, 1]}, {"ids": [ServiceNode.id_of(2), ServiceNode.id_of(1)]}),
        ("webhook_deliveries", 1, {"message_id": "msg_1"}, {"messageId": "msg_1"}),
        ("orders", 1, {"note_id": 9}, {"noteId": encode("OrderNote", 9)}),
        ("exports", 1, {"ids": [1]}, {"ids": [None]}),
        (
            "packages",
            1,
            {"price_amount": 2750050, "currency": "PKR"},
            {"price": {"amount": "27500.50", "currency": "PKR"}},
        ),
        ("settings", 0, {"chat_days": 30, "backups_are_made": True}, {"chatDays": 30, "backupsAreMade": True}),
    ],
)
async def test_what_was_recorded_is_told_with_the_names_and_ids_of_the_api(
    asker: Asker, subject: str, key: int, recorded: dict[str, Any], told: dict[str, Any]
) -> None:
    await log(None, "thing.change", subject, key, at=datetime(2026, 5, 1, tzinfo=UTC))
    await AuditLog.all().update(before=recorded, after=recorded)

    [row] = (await asker.read(AUDIT))["auditLogs"]["nodes"]

    assert (row["before"], row["after"]) == (told, told)
    assert (row["subjectId"] is None) == (key == 0 or subject == "exports")


async def test_what_staff_do_with_customers_and_their_chats_is_found_by_their_ids(asker: Asker, shop: Shop) -> None:
    by = Actor(ActorKind.STAFF, (await make_staff()).id)
    customer = await make_customer(await make_account("Shop"))
    chat = await make_conversation(customer)
    await shop.customers.block(customer.id, "spam", by)
    await shop.conversations.pause(chat.id, by)

    for thing, action in (
        (CustomerNode.id_of(customer.id), "customer.block"),
        (ConversationNode.id_of(chat.id), "conversation.pause"),
    ):
        [row] = (await asker.read(AUDIT, filter={"subjectId": thing}))["auditLogs"]["nodes"]
        assert (row["action"], row["subjectId"]) == (action, thing)


async def test_an_id_of_nothing_finds_no_part_of_the_audit_log(asker: Asker) -> None:
    answer = await asker.ask(AUDIT, filter={"subjectId": "bm90aGluZw"})

    assert answer.codes == ["INVALID_INPUT"]


HEALTH = """{ systemHealth {
    database { milliseconds } eventFeed { unread lagSeconds } jobs { waiting planned running oldestSeconds }
    accounts { status shouldConnect isOwned outbox outboxOldestSeconds account { name } }
    disk { freeBytes totalBytes } versions { parley python postgresql schema }
} }"""


async def test_the_health_of_an_idle_system_tells_each_part(asker: Asker) -> None:
    health = (await asker.read(HEALTH))["systemHealth"]

    assert 0 < health["database"]["milliseconds"] < 5000
    assert health["eventFeed"] == {"unread": 0, "lagSeconds": 0.0}
    assert health["jobs"] == {"waiting": 0, "planned": 0, "running": 0, "oldestSeconds": None}
    assert health["accounts"] == []
    assert 0 < int(health["disk"]["freeBytes"]) < int(health["disk"]["totalBytes"])
    assert health["versions"]["parley"] == "0.1.0"
    assert health["versions"]["postgresql"].startswith("18.")
    assert health["versions"]["schema"].endswith(".py")


async def test_the_health_tells_what_waits_to_be_sent_and_to_be_done(asker: Asker, shop: Shop) -> None:
    account = await make_account("Shop")
    await make_account("Silent")
    chat = await make_conversation(await make_customer(account))
    message = await make_message(chat)
    await Message.filter(id=message.id).update(
        direction="OUTBOUND", state=MessageState.QUEUED, created_at=datetime.now(UTC) - timedelta(minutes=2)
    )
    await _defer(shop, timedelta(0))
    await _defer(shop, timedelta(hours=1))

    health = (await asker.read(HEALTH))["systemHealth"]

    busy, silent = health["accounts"]
    assert (busy["account"]["name"], busy["outbox"], silent["outbox"]) == ("Shop", 1, 0)
    assert 120 <= busy["outboxOldestSeconds"] < 180
    assert silent["outboxOldestSeconds"] is None
    assert (health["jobs"]["waiting"], health["jobs"]["planned"]) == (1, 1)
    assert 0 <= health["jobs"]["oldestSeconds"] < 60


async def _defer(shop: Shop, later: timedelta) -> None:
    async with shop.database.unit_of_work() as work:
        work.defer(Job("nothing", scheduled_at=datetime.now(UTC) + later if later else None))


async def test_the_health_tells_how_far_the_process_is_behind_the_log(
    asker: Asker, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = await shop.feed.place()
    monkeypatch.setattr(shop.feed, "_cursor", place)

    async def stands_still() -> Any:
        return place

    monkeypatch.setattr(shop.feed, "place", stands_still)
    async with shop.database.unit_of_work() as work:
        work.append(ConversationChanged(1, 1, 1, "ACTIVE", "AI"))
        work.append(ConversationChanged(2, 1, 1, "ACTIVE", "AI"))

    health = (await asker.read(HEALTH))["systemHealth"]

    assert health["eventFeed"]["unread"] == 2
    assert health["eventFeed"]["lagSeconds"] >= 0


async def test_the_health_costs_the_same_however_many_numbers_there_are(asker: Asker) -> None:
    await make_account("First")
    with counted() as of_one:
        await asker.read(HEALTH)
    for number in range(10):
        await make_account(f"Number {number}")

    with counted() as of_many:
        await asker.read(HEALTH)

    assert len(of_many) == len(of_one)
