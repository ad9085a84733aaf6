"""Figures: what counts, on which day, in which currency, and what is left out."""

import itertools
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
import time_machine

from core.audit import PROGRAM
from core.database import Database
from core.errors import InvalidInputError
from core.money import Money
from core.reports import AiUse, Answers, Counters, Funnel, Reports, Revenue, Span, Wanted
from core.settings import Settings
from models.accounts import AccountKind, WhatsappAccount
from models.conversations import (
    AttentionReason,
    Conversation,
    ConversationStatus,
    Direction,
    Draft,
    DraftState,
    Message,
    MessageAuthor,
    MessageKind,
    MessageState,
    Turn,
)
from models.customers import Customer
from models.media import MediaFile
from models.orders import ActorKind, Order, OrderStatus, Refund
from models.payments import PaymentProof
from models.providers import AiUsageLog

_numbers = itertools.count(1)

KARACHI = ZoneInfo("Asia/Karachi")
MAY = date(2026, 5, 1)
# Midnight in Karachi is 19:00 of the day before in UTC.
NOON = datetime(2026, 5, 1, 12, tzinfo=KARACHI)
ONE_DAY = Wanted(MAY, MAY)


@pytest.fixture
def reports(database: Database) -> Reports:
    return Reports(database, Settings(database))


async def make_chat(
    began: datetime = NOON, *, kind: AccountKind = AccountKind.WHATSAPP, status: ConversationStatus | None = None
) -> Conversation:
    number = next(_numbers)
    account = await WhatsappAccount.create(name=f"Number {number}", kind=kind, status_changed_at=began)
    customer = await Customer.create(account_id=account.id, lid=f"{number}@lid", chat=f"{number}@lid")
    return await Conversation.create(
        account_id=account.id,
        customer_id=customer.id,
        status=status or ConversationStatus.ACTIVE,
        last_message_at=began,
        created_at=began,
    )


async def make_draft(chat: Conversation) -> Draft:
    return await Draft.create(
        conversation_id=chat.id,
        package_name="Starter",
        quantity=1,
        unit_amount=100,
        currency="PKR",
        state=DraftState.CONFIRMED,
        proposed_after_message_id=1,
        expires_at=chat.created_at,
    )


async def make_order(
    chat: Conversation,
    amount: int = 100,
    currency: str = "PKR",
    *,
    paid_at: datetime | None = NOON,
    package: str = "Starter",
    service: str = "Hosting",
    is_simulated: bool = False,
) -> Order:
    return await Order.create(
        number=f"PX-{next(_numbers)}",
        account_id=chat.account_id,
        customer_id=chat.customer_id,
        conversation_id=chat.id,
        service_name=service,
        package_name=package,
        unit_amount=amount,
        quantity=1,
        total_amount=amount,
        currency=currency,
        status=OrderStatus.PAID if paid_at else OrderStatus.PENDING,
        is_simulated=is_simulated,
        paid_at=paid_at,
        created_at=chat.created_at,
    )


async def make_refund(order: Order, amount: int, at: datetime) -> None:
    await Refund.create(
        order_id=order.id, amount=amount, currency=order.currency, reference="TX", actor=ActorKind.STAFF, created_at=at
    )


async def make_proof(order: Order) -> None:
    number = next(_numbers)
    media = await MediaFile.create(
        store="local",
        key=str(number),
        content_type="image/png",
        byte_size=1,
        sha256=number.to_bytes(32, "big"),
        file_name="slip.png",
    )
    await PaymentProof.create(order_id=order.id, media_id=media.id)


async def say(
    chat: Conversation,
    author: MessageAuthor,
    after: float,
    *,
    kind: MessageKind = MessageKind.TEXT,
    state: MessageState = MessageState.SENT,
) -> Message:
    """`after` in seconds from the beginning of the chat."""
    is_theirs = author is MessageAuthor.CUSTOMER
    at = chat.created_at + timedelta(seconds=after)
    return await Message.create(
        account_id=chat.account_id,
        customer_id=chat.customer_id,
        conversation_id=chat.id,
        direction=Direction.INBOUND if is_theirs else Direction.OUTBOUND,
        author=author,
        kind=kind,
        state=MessageState.RECEIVED if is_theirs else state,
        chat="1@lid",
        created_at=at,
        sent_at=at,
    )


async def ask_ai(
    chat: Conversation | None,
    at: datetime = NOON,
    *,
    provider: str = "CLAUDE",
    cost: str | None = "0.02",
    ok: bool = True,
) -> None:
    turn = None
    if chat is not None:
        turn = await Turn.create(conversation_id=chat.id, answered_with=provider, finished_at=at)
    await AiUsageLog.create(
        turn_id=turn.id if turn else None,
        provider_type=provider,
        model="a model",
        outcome="OK" if ok else "TIMEOUT",
        tokens_read=1000 if ok else None,
        tokens_written=100 if ok else None,
        milliseconds=700,
        cost=Decimal(cost) if cost else None,
        cost_currency="USD" if cost else None,
        created_at=at,
    )


def revenue(orders: int, gross: int, refunded: int = 0, currency: str = "PKR") -> Revenue:
    return Revenue(orders, Money(gross, currency), Money(refunded, currency))


async def test_the_funnel_tells_how_far_the_chats_of_a_day_have_come_by_now(reports: Reports) -> None:
    await make_chat()
    await make_draft(await make_chat())
    ordered, proven, paid = await make_chat(), await make_chat(), await make_chat()
    await make_order(ordered, paid_at=None)
    await make_proof(await make_order(proven, paid_at=None))
    # Paid a week later, and two orders in one chat: it is still one chat of that day.
    await make_proof(await make_order(paid, paid_at=NOON + timedelta(days=7)))
    await make_order(paid)
    await make_chat(NOON - timedelta(days=1))

    report = await reports.funnel(ONE_DAY)

    assert report.total == Funnel(chats=5, drafts=4, orders=3, proofs=2, paid=1)


async def test_a_day_is_the_business_s_and_every_day_of_the_span_is_told(reports: Reports) -> None:
    await make_chat(datetime(2026, 5, 1, 18, 59, tzinfo=UTC))
    await make_chat(datetime(2026, 5, 1, 19, 0, tzinfo=UTC))

    report = await reports.funnel(Wanted(date(2026, 4, 30), date(2026, 5, 3)))

    assert [(day.date.day, day.figures.chats) for day in report.days] == [(30, 0), (1, 1), (2, 1), (3, 0)]
    assert report.total.chats == 2


@pytest.mark.parametrize(
    ("zone", "first", "hours"),
    [
        ("Europe/Madrid", date(2026, 3, 28), [24, 23, 24]),
        ("Europe/Madrid", date(2026, 10, 24), [24, 25, 24]),
        # There the clocks skip midnight itself, and show the last hour of the day twice.
        ("Africa/Cairo", date(2026, 4, 23), [24, 23, 24]),
        ("Africa/Cairo", date(2026, 10, 28), [24, 25, 24]),
    ],
)
def test_a_day_on_which_the_clocks_change_is_one_day(zone: str, first: date, hours: Sequence[int]) -> None:
    edges = Span(first, first + timedelta(days=2), ZoneInfo(zone)).edges()

    assert [(end - begin) // timedelta(hours=1) for begin, end in itertools.pairwise(edges)] == list(hours)


async def test_what_happens_in_the_hour_that_comes_twice_counts_on_its_day(
    reports: Reports, database: Database
) -> None:
    await Settings(database).change({"time_zone": "Europe/Madrid"}, PROGRAM)
    await make_chat(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    await make_chat(datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    await make_chat(datetime(2026, 10, 25, 22, 30, tzinfo=UTC))
    await make_chat(datetime(2026, 10, 25, 23, 0, tzinfo=UTC))

    report = await reports.funnel(Wanted(date(2026, 10, 25), date(2026, 10, 26)))

    assert [day.figures.chats for day in report.days] == [3, 1]


async def test_revenue_is_told_by_currency_and_never_summed_over_two(reports: Reports) -> None:
    chat = await make_chat()
    await make_order(chat, 250_050)
    await make_order(chat, 100_000)
    await make_order(chat, 1_500, "KWD")
    await make_order(chat, 700, paid_at=None)

    report = await reports.revenue(ONE_DAY)

    assert report.total == [revenue(1, 1_500, currency="KWD"), revenue(2, 350_050)]


async def test_a_refund_counts_on_its_own_day_and_may_make_a_day_negative(reports: Reports) -> None:
    order = await make_order(await make_chat(), 1000)
    await make_refund(order, 400, NOON + timedelta(days=1))

    report = await reports.revenue(Wanted(MAY, date(2026, 5, 3)))

    assert [day.figures for day in report.days] == [[revenue(1, 1000)], [revenue(0, 0, 400)], []]
    assert [each.net for each in report.total] == [Money(600, "PKR")]
    assert report.days[1].figures[0].net == Money(-400, "PKR")


async def test_revenue_by_service_and_package_goes_by_the_names_of_the_sale(reports: Reports) -> None:
    chat = await make_chat()
    await make_order(chat, 100, package="Starter")
    await make_order(chat, 900, package="Pro")
    await make_refund(await make_order(chat, 500, package="Pro"), 500, NOON)
    await make_order(chat, 5000, service="Design", package="Logo")

    report = await reports.revenue(ONE_DAY)

    assert [(sold.service, sold.revenue) for sold in report.services] == [
        ("Design", revenue(1, 5000)),
        ("Hosting", revenue(3, 1500, 500)),
    ]
    assert [(sold.service, sold.package, sold.revenue) for sold in report.packages] == [
        ("Design", "Logo", revenue(1, 5000)),
        ("Hosting", "Pro", revenue(2, 1400, 500)),
        ("Hosting", "Starter", revenue(1, 100)),
    ]


async def test_ai_costs_are_told_by_provider_and_shared_over_the_paid_orders(reports: Reports) -> None:
    chat = await make_chat()
    await make_order(chat)
    await make_order(chat, 5, "USD")
    await ask_ai(chat)
    await ask_ai(chat, cost="0.04", provider="GEMINI")
    await ask_ai(chat, cost=None)
    await ask_ai(None, cost=None, ok=False)
    await ask_ai(chat, NOON + timedelta(days=1))

    report = await reports.ai_use(ONE_DAY)

    total = report.total
    assert (total.requests, total.failed, total.without_price, total.paid_orders) == (4, 1, 1, 2)
    assert (total.tokens_read, total.tokens_written) == (3000, 300)
    assert [(cost.currency, cost.amount, cost.per_paid_order) for cost in total.costs] == [
        ("USD", Decimal("0.06"), Decimal("0.03"))
    ]
    assert [(each.provider, each.use.requests, each.use.costs[0].amount) for each in report.providers] == [
        ("CLAUDE", 3, Decimal("0.02")),
        ("GEMINI", 1, Decimal("0.04")),
    ]
    assert report.days[0].figures == total


async def test_a_cost_without_a_paid_order_is_shared_over_nobody(reports: Reports) -> None:
    await ask_ai(await make_chat())

    report = await reports.ai_use(Wanted(MAY, date(2026, 5, 2)))

    assert [cost.per_paid_order for cost in report.total.costs] == [None]
    assert report.days[1].figures == AiUse()


async def test_customers_wait_from_their_first_unanswered_message_to_the_first_answer(reports: Reports) -> None:
    chat = await make_chat()
    await say(chat, MessageAuthor.CUSTOMER, 0)
    await say(chat, MessageAuthor.CUSTOMER, 3)
    await say(chat, MessageAuthor.ASSISTANT, 10)
    await say(chat, MessageAuthor.ASSISTANT, 12)
    await say(chat, MessageAuthor.CUSTOMER, 100)
    await say(chat, MessageAuthor.STAFF, 160)
    await say(chat, MessageAuthor.CUSTOMER, 200)

    report = await reports.response_times(ONE_DAY)

    assert report.total.assistant == Answers(1, 10.0, 10.0)
    assert report.total.people == Answers(1, 60.0, 60.0)
    assert report.total.everybody == Answers(2, 35.0, 55.0)
    assert report.days[0].figures == report.total


async def test_news_reactions_and_what_was_never_sent_are_no_answers(reports: Reports) -> None:
    chat = await make_chat()
    await say(chat, MessageAuthor.CUSTOMER, 0)
    await say(chat, MessageAuthor.PROGRAM, 1)
    await say(chat, MessageAuthor.ASSISTANT, 2, state=MessageState.DISCARDED)
    await say(chat, MessageAuthor.STAFF, 3, kind=MessageKind.REACTION)
    await say(chat, MessageAuthor.PHONE, 40)

    report = await reports.response_times(ONE_DAY)

    assert report.total.everybody == report.total.people == Answers(1, 40.0, 40.0)


async def test_an_answer_on_the_next_day_counts_where_the_question_stands(reports: Reports) -> None:
    chat = await make_chat(datetime(2026, 5, 1, 23, 59, tzinfo=KARACHI))
    await say(chat, MessageAuthor.CUSTOMER, 0)
    await say(chat, MessageAuthor.STAFF, 600)

    report = await reports.response_times(Wanted(MAY, date(2026, 5, 2)))
    only_the_first = await reports.response_times(ONE_DAY)

    assert [day.figures.people.count for day in report.days] == [1, 0]
    assert only_the_first.total.people == Answers(1, 600.0, 600.0)


async def test_the_simulator_is_left_out_unless_it_is_asked_for(reports: Reports) -> None:
    chat = await make_chat(kind=AccountKind.SIMULATOR)
    order = await make_order(chat, is_simulated=True)
    await make_refund(order, 50, NOON)
    await ask_ai(chat)
    await say(chat, MessageAuthor.CUSTOMER, 0)
    await say(chat, MessageAuthor.ASSISTANT, 5)
    everything = Wanted(MAY, MAY, includes_simulated=True)

    assert (await reports.funnel(ONE_DAY)).total == Funnel()
    assert (await reports.revenue(ONE_DAY)).total == []
    assert (await reports.ai_use(ONE_DAY)).total == AiUse()
    assert (await reports.response_times(ONE_DAY)).total.everybody == Answers()
    assert (await reports.funnel(everything)).total.paid == 1
    assert (await reports.revenue(everything)).total == [revenue(1, 100, 50)]
    assert (await reports.ai_use(everything)).total.requests == 1
    assert (await reports.response_times(everything)).total.everybody.count == 1


@time_machine.travel(NOON + timedelta(hours=3), tick=False)
async def test_the_counters_tell_how_the_shop_stands_without_the_simulator(reports: Reports) -> None:
    waiting = await make_chat(status=ConversationStatus.WAITING_PAYMENT)
    await make_proof(await make_order(waiting, paid_at=None))
    await make_refund(await make_order(waiting, 900), 100, NOON)
    await make_order(await make_chat(NOON - timedelta(days=1)), paid_at=NOON - timedelta(days=1))
    await make_chat(status=ConversationStatus.COMPLETED)
    await Conversation.filter(id=waiting.id).update(attention=AttentionReason.PROOF_WAITING)
    simulated = await make_chat(kind=AccountKind.SIMULATOR)
    await make_proof(await make_order(simulated, is_simulated=True))
    await Conversation.filter(id=simulated.id).update(attention=AttentionReason.FLOOD)

    counters = await reports.counters()

    assert counters == Counters(
        open_chats=2, chats_needing_human=1, proofs_waiting=1, orders_today=2, revenue_today=[revenue(1, 900, 100)]
    )


@time_machine.travel(datetime(2026, 5, 1, 20, tzinfo=UTC), tick=False)
async def test_without_bounds_a_report_is_about_thirty_days_until_the_business_s_today(reports: Reports) -> None:
    span = (await reports.funnel(Wanted())).span

    assert (span.first, span.last) == (date(2026, 4, 3), date(2026, 5, 2))
    assert len(span.days()) == 30


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (Wanted(date(2026, 5, 2), MAY), "first"),
        (Wanted(date(2025, 4, 30), MAY), "first"),
        (Wanted(None, date(1999, 1, 1)), "last"),
        (Wanted(None, date(9999, 12, 31)), "last"),
    ],
)
async def test_a_span_that_makes_no_sense_is_refused_by_its_bound(reports: Reports, wanted: Wanted, field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        await reports.revenue(wanted)

    assert refused.value.field == field
