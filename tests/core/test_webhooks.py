"""Webhooks: everybody is told everything, signed, in order, at least once, whatever their servers do."""

import asyncio
import base64
import hashlib
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import orjson
import pytest
import time_machine
from standardwebhooks import WebhookVerificationError

from core import clock
from core.audit import PROGRAM
from core.courier.httpcore_courier import HttpcoreCourier
from core.database import Database, open_connection
from core.engine.webhooks import WebhookSender
from core.errors import InvalidInputError, NotFoundError
from core.events.event_types import CatalogChanged, CustomerTyping, SettingChanged
from core.events.feed import Feed
from core.global_ids import global_id
from core.vault import Vault
from core.webhook_deliveries import ATTEMPTS, PAUSE_AFTER, RETRIES, Parcel, WebhookDeliveries
from core.webhooks import WebhookChanges, Webhooks
from models.audit import AuditLog
from models.integrations import DeliveryState, Webhook, WebhookDelivery
from models.notices import Notice, NoticeKind
from tests.receivers import (
    Manner,
    Receiver,
    answers,
    drips,
    floods,
    hangs_up,
    never_ends,
    receiving,
    says_nothing,
    talks_nonsense,
)

SECRET = "a-secret-of-the-tests-with-32-characters"
START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
CATALOG = [CatalogChanged.type]


@pytest.fixture
def vault() -> Vault:
    return Vault.from_secrets(SECRET)


@pytest.fixture
def webhooks(database: Database, vault: Vault) -> Webhooks:
    return Webhooks(database, vault, HttpcoreCourier(private_too=True))


@pytest.fixture
def deliveries(database: Database, vault: Vault) -> WebhookDeliveries:
    return WebhookDeliveries(database, vault)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as receiver:
        yield receiver


@asynccontextmanager
async def sending(deliveries: WebhookDeliveries, url: str) -> AsyncIterator[None]:
    """As one process does."""
    feed = Feed(lambda: open_connection(url))
    sender = WebhookSender(deliveries, HttpcoreCourier(private_too=True, longest_seconds=0.4), feed, poll_seconds=0.02)
    running = [asyncio.create_task(feed.run()), asyncio.create_task(sender.run())]
    try:
        yield
    finally:
        for task in reversed(running):
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def happens(database: Database, *services: int) -> None:
    for service in services:
        async with database.unit_of_work() as work:
            work.append(CatalogChanged(service))


async def tell(deliveries: WebhookDeliveries, courier: HttpcoreCourier, webhook: Webhook) -> Parcel | None:
    """One attempt of what is due, without the clock of the running part."""
    parcel = await deliveries.claim(webhook.id)
    if parcel is not None:
        await WebhookSender(deliveries, courier, Feed(lambda: open_connection("")))._send(parcel)
    return parcel


def services(receiver: Receiver) -> list[str]:
    return [request.event["data"]["serviceId"] for request in receiver.requests]


def ids(*numbers: int) -> list[str]:
    return [global_id("Service", number) for number in numbers]


async def settled(webhook: Webhook, count: int) -> list[WebhookDelivery]:
    """Its deliveries, as soon as there are so many and none waits."""
    async with asyncio.timeout(10):
        while True:
            rows = await WebhookDelivery.filter(webhook_id=webhook.id).order_by("id")
            if len(rows) >= count and all(row.state is not DeliveryState.WAITING for row in rows):
                return rows
            await asyncio.sleep(0.01)


# --- What is told ----------------------------------------------------------------------------------------------------


async def test_what_happens_is_told_signed_and_in_order(
    database: Database, database_url: str, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    await happens(database, 1)
    webhook, secret = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)

    async with sending(deliveries, database_url):
        await happens(database, *range(2, 30))
        await receiver.has(28)
        rows = await settled(webhook, 28)

    assert services(receiver) == ids(*range(2, 30))
    assert len(receiver.counts()) == 28
    for request in receiver.requests:
        request.verify(secret)
    first = receiver.requests[0]
    assert set(first.event) == {"type", "timestamp", "cursor", "data"}
    assert first.event["type"] == "catalog.changed"
    assert first.headers["content-type"] == "application/json"
    assert {(row.state, row.attempts, row.last_status) for row in rows} == {(DeliveryState.DELIVERED, 1, 204)}
    assert [row.message_id for row in rows] == receiver.ids()


async def test_the_signature_is_the_one_of_the_specification(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, secret = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    await happens(database, 1)
    await deliveries.fan_out()

    await tell(deliveries, HttpcoreCourier(private_too=True), webhook)

    (request,) = receiver.requests
    signed = f"{request.id}.{request.headers['webhook-timestamp']}.".encode() + request.body
    key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    signature = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert request.headers["webhook-signature"] == f"v1,{signature}"
    assert abs(int(request.headers["webhook-timestamp"]) - clock.now().timestamp()) < 60
    assert len(key) == 32


async def test_each_webhook_is_told_its_own_types(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries
) -> None:
    everything, _ = await webhooks.create("All", "http://127.0.0.1:9999/", [], PROGRAM)
    settings, _ = await webhooks.create("Some", "http://127.0.0.1:9999/", [SettingChanged.type], PROGRAM)
    await happens(database, 1)
    async with database.unit_of_work() as work:
        work.append(SettingChanged("currency"))

    made = await deliveries.fan_out()

    rows = await WebhookDelivery.all().order_by("id")
    assert made == 5
    told = {each.id: [row.event_type for row in rows if row.webhook_id == each.id] for each in (everything, settings)}
    assert told[settings.id] == ["setting.changed"]
    # That a webhook was made is an event too.
    assert told[everything.id] == ["webhook.changed", "webhook.changed", "catalog.changed", "setting.changed"]


async def test_that_a_customer_types_is_told_only_to_those_who_asked_for_it_by_name(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries
) -> None:
    everything, _ = await webhooks.create("All", "http://127.0.0.1:9999/", [], PROGRAM)
    named = ["customer.typing", "catalog.changed"]
    typing, _ = await webhooks.create("Typing", "http://127.0.0.1:9999/", named, PROGRAM)
    async with database.unit_of_work() as work:
        work.append(CustomerTyping(1, 2, 3, is_typing=True))
    await happens(database, 1)

    await deliveries.fan_out()

    rows = await WebhookDelivery.all().order_by("id")
    assert [row.event_type for row in rows if row.webhook_id == typing.id] == named
    assert [row.event_type for row in rows if row.webhook_id == everything.id] == [
        "webhook.changed",
        "webhook.changed",
        "catalog.changed",
    ]


async def test_the_secret_is_stored_sealed_and_only_for_its_own_webhook(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, secret = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    other, _ = await webhooks.create("Other", receiver.url, CATALOG, PROGRAM)

    row = await Webhook.get(id=webhook.id)
    assert secret.encode() not in bytes(row.secret_ciphertext)
    await Webhook.filter(id=other.id).update(secret_ciphertext=row.secret_ciphertext, secret_key_id=row.secret_key_id)
    await happens(database, 1)
    await deliveries.fan_out()
    await tell(deliveries, HttpcoreCourier(private_too=True), other)

    (moved,) = await WebhookDelivery.filter(webhook_id=other.id)
    assert (moved.state, moved.last_error) == (DeliveryState.WAITING, "UNREADABLE_SECRET")
    assert receiver.requests == []
    audited = await AuditLog.filter(action="webhook.create").order_by("id").first()
    assert audited is not None
    assert secret not in orjson.dumps(audited.after).decode()


async def test_a_rotated_secret_signs_beside_the_old_one_for_a_day(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, old = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    courier = HttpcoreCourier(private_too=True)
    _, new = await webhooks.rotate_secret(webhook.id, PROGRAM)

    await happens(database, 1)
    await deliveries.fan_out()
    await tell(deliveries, courier, webhook)
    with time_machine.travel(clock.now() + timedelta(hours=25)):
        await happens(database, 2)
        await deliveries.fan_out()
        await tell(deliveries, courier, webhook)
        within, after = receiver.requests
        after.verify(new)
        with pytest.raises(WebhookVerificationError):
            after.verify(old)

    within.verify(old)
    within.verify(new)


async def test_secrets_are_sealed_again_under_a_new_one(
    database: Database, webhooks: Webhooks, receiver: Receiver
) -> None:
    webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    _, secret = await webhooks.rotate_secret(webhook.id, PROGRAM)
    both = Vault.from_secrets("another-secret-of-the-tests-of-32-char", SECRET)
    alone = WebhookDeliveries(database, Vault.from_secrets("another-secret-of-the-tests-of-32-char"))

    resealed = await Webhooks(database, both, HttpcoreCourier(private_too=True)).reseal()
    again = await Webhooks(database, both, HttpcoreCourier(private_too=True)).reseal()

    await happens(database, 1)
    await alone.fan_out()
    parcel = await alone.claim(webhook.id)
    assert parcel is not None
    assert (resealed, again) == (2, 0)
    assert parcel.secrets[0] == secret
    assert len(parcel.secrets) == 2


# --- Receivers that fail, hang and lie -------------------------------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """All waits are moments, so that a test sees many attempts."""
    moment = timedelta(milliseconds=20)
    monkeypatch.setattr("core.webhook_deliveries.RETRIES", (moment,) * len(RETRIES))
    monkeypatch.setattr("core.webhook_deliveries.SHORTEST_REST", moment / 2)
    monkeypatch.setattr("core.webhook_deliveries.LONGEST_REST", moment / 2)


@pytest.mark.usefixtures("impatient")
async def test_a_receiver_that_fails_in_every_way_gets_everything_under_stable_ids(
    database: Database, database_url: str, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, secret = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    receiver.behaves(
        says_nothing, answers(500), hangs_up, talks_nonsense, drips, answers(302, "Location: http://169.254.169.254/"),
        answers(404), floods, never_ends, answers(200),
    )  # fmt: skip

    async with sending(deliveries, database_url):
        await happens(database, 1, 2, 3, 4)
        rows = await settled(webhook, 4)

    assert {row.state for row in rows} == {DeliveryState.DELIVERED}
    assert set(services(receiver)) == set(ids(1, 2, 3, 4))
    assert set(receiver.ids()) == {row.message_id for row in rows}
    assert len(receiver.counts()) == 4
    assert len(receiver.requests) == sum(row.attempts for row in rows) == 4 + 7
    for request in receiver.requests:
        request.verify(secret)
    assert (await Webhook.get(id=webhook.id)).failing_since is None


@pytest.mark.parametrize(
    ("manner", "status", "error"),
    [
        (answers(500), 500, "REFUSED"),
        (answers(302, "Location: http://127.0.0.1/"), 302, "REFUSED"),
        (answers(410), 410, "REFUSED"),
        (says_nothing, None, "TIMED_OUT"),
        (drips, None, "TIMED_OUT"),
        (hangs_up, None, "NOT_HTTP"),
        (talks_nonsense, None, "NOT_HTTP"),
    ],
)
async def test_the_log_says_what_went_wrong(
    database: Database,
    webhooks: Webhooks,
    deliveries: WebhookDeliveries,
    receiver: Receiver,
    manner: Manner,
    status: int | None,
    error: str,
) -> None:
    webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    receiver.behaves(manner)
    await happens(database, 1)
    await deliveries.fan_out()

    await tell(deliveries, HttpcoreCourier(private_too=True, longest_seconds=0.3), webhook)

    (row,) = await WebhookDelivery.all()
    assert (row.state, row.attempts, row.last_status, row.last_error) == (DeliveryState.WAITING, 1, status, error)
    assert row.next_attempt_at is not None
    assert row.last_attempt_at is not None
    wait = row.next_attempt_at - row.last_attempt_at
    assert timedelta(seconds=5) <= wait <= timedelta(seconds=7)


async def test_one_that_never_succeeds_holds_the_others_up_for_a_moment_only(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    courier = HttpcoreCourier(private_too=True)
    receiver.behaves(answers(500), answers(200), answers(500), answers(200))
    with time_machine.travel(START, tick=False):
        await happens(database, 1, 2, 3)
        await deliveries.fan_out()
        poison = await tell(deliveries, courier, webhook)
        resting = (await deliveries.due(), await tell(deliveries, courier, webhook))
    with time_machine.travel(START + timedelta(seconds=5), tick=False):
        second = await tell(deliveries, courier, webhook)
    with time_machine.travel(START + timedelta(seconds=10), tick=False):
        again = await tell(deliveries, courier, webhook)
    with time_machine.travel(START + timedelta(seconds=15), tick=False):
        third = await tell(deliveries, courier, webhook)

    assert resting == ([], None)
    assert services(receiver) == ids(1, 2, 1, 3)
    assert poison is not None
    assert again is not None
    assert poison.message_id == again.message_id
    assert (second is None, third is None) == (False, False)


async def fail_until_the_end(deliveries: WebhookDeliveries, webhook: Webhook) -> list[datetime]:
    """Lets every attempt of its only delivery fail, each at the moment it is due; when they were."""
    moments: list[datetime] = []
    moment: datetime | None = START
    while moment is not None:
        with time_machine.travel(moment, tick=False):
            parcel = await deliveries.claim(webhook.id)
            assert parcel is not None
            await deliveries.failed(parcel, "REFUSED", status=500)
        moments.append(moment)
        now = await Webhook.get(id=webhook.id)
        (row,) = await WebhookDelivery.filter(webhook_id=webhook.id)
        if now.paused_at or row.next_attempt_at is None or now.resting_until is None:
            moment = None
        else:
            moment = max(row.next_attempt_at, now.resting_until)
    return moments


async def test_a_webhook_that_fails_for_days_is_paused_and_staff_are_told_once(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    with time_machine.travel(START, tick=False):
        webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
        await happens(database, 1)
        await deliveries.fan_out()

    moments = await fail_until_the_end(deliveries, webhook)

    paused = await Webhook.get(id=webhook.id)
    assert PAUSE_AFTER <= moments[-1] - START <= PAUSE_AFTER + timedelta(days=1)
    assert len(moments) == ATTEMPTS
    assert (paused.paused_at, paused.paused_reason, paused.is_active) == (moments[-1], "REFUSED", True)
    (notice,) = await Notice.all()
    assert (notice.kind, notice.subject_id, notice.resolved_at) == (NoticeKind.WEBHOOK_PAUSED, webhook.id, None)
    (row,) = await WebhookDelivery.all()
    assert row.state is DeliveryState.WAITING
    with time_machine.travel(moments[-1] + timedelta(days=30)):
        await happens(database, 2)
        assert (await deliveries.fan_out(), await deliveries.due()) == (0, [])


async def test_what_a_pause_held_back_is_told_after_it_from_the_place_where_it_stopped(
    database: Database, database_url: str, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    with time_machine.travel(START, tick=False):
        webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
        await happens(database, 1)
        await deliveries.fan_out()
    await fail_until_the_end(deliveries, webhook)
    await happens(database, 2, 3)

    resumed = await webhooks.resume(webhook.id, PROGRAM)
    async with sending(deliveries, database_url):
        await receiver.has(3)
        rows = await settled(webhook, 3)

    assert (resumed.paused_at, resumed.paused_reason, resumed.failing_since) == (None, None, None)
    assert services(receiver) == ids(1, 2, 3)
    assert [row.attempts for row in rows] == [1, 1, 1]
    (notice,) = await Notice.all()
    assert notice.resolved_at is not None


async def test_one_that_fails_to_the_end_while_others_succeed_is_given_up_alone(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    await happens(database, 1)
    await deliveries.fan_out()
    moment = clock.now()

    for attempt in range(1, ATTEMPTS + 1):
        with time_machine.travel(moment, tick=False):
            poison = await deliveries.claim(webhook.id)
            assert poison is not None
            await deliveries.failed(poison, "REFUSED", status=500)
            await happens(database, 1 + attempt)
            await deliveries.fan_out()
        rested = await Webhook.get(id=webhook.id)
        assert rested.resting_until is not None
        with time_machine.travel(rested.resting_until - timedelta(milliseconds=1), tick=False):
            assert await deliveries.claim(webhook.id) is None
        await WebhookDelivery.filter(id=poison.delivery_id, state=DeliveryState.WAITING).update(
            next_attempt_at=rested.resting_until + timedelta(hours=8)
        )
        with time_machine.travel(rested.resting_until, tick=False):
            other = await deliveries.claim(webhook.id)
            assert other is not None
            assert other.delivery_id != poison.delivery_id
            await deliveries.delivered(other, 200)
        moment = rested.resting_until + timedelta(hours=8)

    given_up, *others = await WebhookDelivery.all().order_by("id")
    assert (given_up.state, given_up.attempts, given_up.next_attempt_at) == (DeliveryState.FAILED, ATTEMPTS, None)
    assert {row.state for row in others} == {DeliveryState.DELIVERED}
    assert (await Webhook.get(id=webhook.id)).paused_at is None
    assert await Notice.all().count() == 0


async def test_a_delivery_is_replayed_under_the_same_id(
    database: Database, database_url: str, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    async with sending(deliveries, database_url):
        await happens(database, 1, 2)
        rows = await settled(webhook, 2)
        await webhooks.replay(rows[0].id, PROGRAM)
        await receiver.has(3)
        again = await settled(webhook, 2)

    assert receiver.ids() == [rows[0].message_id, rows[1].message_id, rows[0].message_id]
    assert receiver.requests[0].body == receiver.requests[2].body
    assert [row.state for row in again] == [DeliveryState.DELIVERED] * 2


# --- Processes that come, go and die ---------------------------------------------------------------------------------


async def test_two_processes_make_every_delivery_once_and_keep_the_order(
    database: Database, database_url: str, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)

    async with sending(deliveries, database_url), sending(deliveries, database_url):
        await happens(database, *range(40))
        await receiver.has(40)
        await settled(webhook, 40)

    assert services(receiver) == ids(*range(40))


async def test_an_attempt_of_a_process_that_died_is_repeated_by_another(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    with time_machine.travel(START, tick=False):
        await happens(database, 1)
        await deliveries.fan_out()
        lost = await deliveries.claim(webhook.id)
        in_between = await deliveries.claim(webhook.id)
        (row,) = await WebhookDelivery.all()
    with time_machine.travel(START + timedelta(seconds=16), tick=False):
        taken_over = await deliveries.claim(webhook.id)
        assert lost is not None
        assert taken_over is not None
        # The one that was taken for dead comes back to life.
        await deliveries.failed(lost, "TIMED_OUT")
        still_claimed = await deliveries.claim(webhook.id)
        await deliveries.delivered(taken_over, 200)

    assert in_between is None
    assert (row.state, row.last_error) == (DeliveryState.WAITING, "INTERRUPTED")
    assert still_claimed is None
    assert (taken_over.message_id, taken_over.attempt) == (lost.message_id, 2)
    (row,) = await WebhookDelivery.all()
    assert (row.state, row.attempts) == (DeliveryState.DELIVERED, 2)


async def test_a_process_that_ends_in_order_leaves_its_attempt_to_others_at_once(
    database: Database, database_url: str, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    receiver.behaves(says_nothing, answers(200))
    async with sending(deliveries, database_url):
        await happens(database, 1)
        await receiver.has(1)

    async with sending(deliveries, database_url):
        await receiver.has(2)
        rows = await settled(webhook, 1)

    assert len(receiver.counts()) == 1
    assert [row.state for row in rows] == [DeliveryState.DELIVERED]


async def test_a_hanging_receiver_holds_up_nobody_else(
    database: Database, database_url: str, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    async with receiving(says_nothing) as hanging:
        await webhooks.create("Hanging", hanging.url, CATALOG, PROGRAM)
        webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
        async with sending(deliveries, database_url):
            await happens(database, *range(10))
            await hanging.has(1)
            await receiver.has(10)
            await settled(webhook, 10)

        assert services(receiver) == ids(*range(10))
        assert len(hanging.requests) == 1


async def test_a_webhook_with_nothing_to_hear_does_not_read_the_same_log_again_and_again(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries
) -> None:
    webhook, _ = await webhooks.create("Books", "http://127.0.0.1:9999/", [SettingChanged.type], PROGRAM)
    async with database.unit_of_work() as work:
        for number in range(300):
            work.append(CatalogChanged(number))

    await deliveries.fan_out()
    moved = (await Webhook.get(id=webhook.id)).cursor
    async with database.unit_of_work() as work:
        work.append(SettingChanged("currency"))
    await deliveries.fan_out()

    assert moved != webhook.cursor
    assert [row.event_type for row in await WebhookDelivery.all()] == ["setting.changed"]


# --- What staff decide -----------------------------------------------------------------------------------------------


async def test_a_pause_by_hand_skips_nothing(
    database: Database, database_url: str, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    await happens(database, 1)
    await deliveries.fan_out()
    await webhooks.pause(webhook.id, PROGRAM)
    await webhooks.pause(webhook.id, PROGRAM)
    async with sending(deliveries, database_url):
        await happens(database, 2)
        assert await deliveries.due() == []
        assert await deliveries.claim(webhook.id) is None
        assert receiver.requests == []
        await webhooks.resume(webhook.id, PROGRAM)
        await webhooks.resume(webhook.id, PROGRAM)
        await receiver.has(2)
        await settled(webhook, 2)

    assert services(receiver) == ids(1, 2)
    actions = [row.action for row in await AuditLog.all().order_by("id")]
    assert actions == ["webhook.create", "webhook.pause", "webhook.resume"]


async def test_what_failed_goes_to_a_new_address_at_once(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    async with receiving(answers(500)) as wrong:
        webhook, _ = await webhooks.create("Books", wrong.url, CATALOG, PROGRAM)
        await happens(database, 1)
        await deliveries.fan_out()
        await tell(deliveries, HttpcoreCourier(private_too=True), webhook)

    await webhooks.update(webhook.id, WebhookChanges(url=receiver.url, name="Ledger"), PROGRAM)
    await tell(deliveries, HttpcoreCourier(private_too=True), webhook)

    assert services(receiver) == ids(1)
    audited = await AuditLog.get(action="webhook.update")
    assert audited.before == {"name": "Books", "url": wrong.url}
    assert audited.after == {"name": "Ledger", "url": receiver.url}


async def test_a_deleted_webhook_is_told_nothing_more(
    database: Database, webhooks: Webhooks, deliveries: WebhookDeliveries, receiver: Receiver
) -> None:
    webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)
    await happens(database, 1)
    await deliveries.fan_out()
    parcel = await deliveries.claim(webhook.id)

    await webhooks.delete(webhook.id, PROGRAM)
    assert parcel is not None
    await deliveries.failed(parcel, "TIMED_OUT")
    await deliveries.delivered(parcel, 200)

    assert await WebhookDelivery.all().count() == await Webhook.all().count() == 0
    assert (await deliveries.fan_out(), await deliveries.due()) == (0, [])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        (WebhookChanges(name=" "), "name"),
        (WebhookChanges(name="x" * 81), "name"),
        (WebhookChanges(url="ftp://example.com/"), "url"),
        (WebhookChanges(url="http://169.254.169.254/latest/"), "url"),
        (WebhookChanges(event_types=("order.changed", "nonsense")), "event_types"),
    ],
)
async def test_wrong_details_of_a_webhook_are_named_and_change_nothing(
    webhooks: Webhooks, receiver: Receiver, changes: WebhookChanges, field: str
) -> None:
    webhook, _ = await webhooks.create("Books", receiver.url, CATALOG, PROGRAM)

    with pytest.raises(InvalidInputError) as refused:
        await webhooks.update(webhook.id, changes, PROGRAM)

    assert refused.value.field == field
    assert await AuditLog.all().count() == 1


async def test_without_leave_no_webhook_goes_to_ones_own_network(database: Database, vault: Vault) -> None:
    careful = Webhooks(database, vault, HttpcoreCourier())

    with pytest.raises(InvalidInputError):
        await careful.create("Books", "http://192.168.0.10/", [], PROGRAM)


async def test_what_is_not_there_is_not_found(webhooks: Webhooks) -> None:
    for act in (webhooks.delete, webhooks.pause, webhooks.resume, webhooks.rotate_secret, webhooks.replay):
        with pytest.raises(NotFoundError):
            await act(404, PROGRAM)
