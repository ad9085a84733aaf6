"""From the log to a receiver: events become deliveries, a delivery is tried, and what came of it is written down.

A webhook is told one thing at a time, the oldest first. When an attempt fails, the webhook rests for a moment and that
delivery waits for its next turn, so that one that never succeeds holds up the others for seconds only.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import SystemRandom

import orjson
import structlog

from core import audit, clock
from core.audit import PROGRAM
from core.database import Database, UnitOfWork
from core.events import log
from core.events.event_types import WebhookChanged
from core.events.log import Cursor, LoggedEvent
from core.notices import Notices
from core.public_events import LASTING, PublicEvent
from core.vault import Vault, VaultError
from core.webhooks import WebhookKeys
from models.integrations import DeliveryState, Webhook, WebhookDelivery
from models.notices import NoticeKind

logger = structlog.get_logger()
_chance = SystemRandom()

# How long after each failed attempt the next one comes; with chance, so that many do not come back at once.
RETRIES = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
ATTEMPTS = len(RETRIES) + 1
_JITTER = 0.1
# Failing so long without one success it is paused: before the first of its deliveries runs out of attempts.
PAUSE_AFTER = timedelta(days=3)
# How long a webhook rests after a failure: longer, the longer it has been failing.
SHORTEST_REST, LONGEST_REST = timedelta(seconds=5), timedelta(minutes=15)
# An attempt takes 10 seconds at most; one of a process that died is repeated after this.
LONGEST_ATTEMPT = timedelta(seconds=15)
# Events that become deliveries in one transaction.
PAGE = 200

# Words of the delivery log besides those of the courier.
INTERRUPTED, REFUSED, UNREADABLE_SECRET = "INTERRUPTED", "REFUSED", "UNREADABLE_SECRET"

_INSERT = """
insert into webhook_deliveries (webhook_id, message_id, event_type, body, state, attempts, next_attempt_at, created_at)
select $1, made.message_id, made.event_type, made.body, 'WAITING', 0, $2, $2
from unnest($3::text[], $4::text[], $5::text[]) with ordinality as made (message_id, event_type, body, place)
order by made.place
on conflict (webhook_id, message_id) do nothing
"""

_DUE = """
select id from webhooks
where is_active and paused_at is null and (resting_until is null or resting_until <= $1) and exists (
    select 1 from webhook_deliveries as delivery
    where delivery.webhook_id = webhooks.id and delivery.state = 'WAITING' and delivery.next_attempt_at <= $1
)
order by id
"""

# Only of the attempt that asked: a process that was taken for dead changes nothing any more.
_RELEASE = "update webhooks set resting_until = null, failing_since = {failing} where id = $1 and resting_until = $2"


@dataclass(frozen=True, slots=True)
class Parcel:
    """One attempt of one delivery, for whoever claimed it until `claimed_until`."""

    delivery_id: int
    webhook_id: int
    attempt: int
    claimed_until: datetime
    url: str
    message_id: str
    body: str
    secrets: tuple[str, ...]  # that sign; none: they could not be read


class WebhookDeliveries:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._keys = WebhookKeys(vault)

    async def fan_out(self) -> int:
        """Turns what is new in the log into deliveries of every active webhook; how many."""
        rows = await self._database.fetch("select id from webhooks where is_active and paused_at is null order by id")
        made = 0
        for row in rows:
            page = PAGE
            while page == PAGE:
                page = await self._fan_out_page(row["id"])
                made += page
        return made

    async def due(self) -> list[int]:
        """The webhooks that have something to be sent now."""
        return [row["id"] for row in await self._database.fetch(_DUE, [clock.now()])]

    async def claim(self, webhook_id: int) -> Parcel | None:
        """The oldest delivery that is due, for the caller alone; None when there is none or another has the claim."""
        async with self._database.unit_of_work() as work:
            webhook = (
                await Webhook.filter(id=webhook_id, is_active=True, paused_at=None).select_for_update().get_or_none()
            )
            if webhook is None or (webhook.resting_until is not None and webhook.resting_until > work.now):
                return None
            delivery = (
                await WebhookDelivery.filter(
                    webhook_id=webhook.id, state=DeliveryState.WAITING, next_attempt_at__lte=work.now
                )
                .order_by("id")
                .select_for_update()
                .first()
            )
            if delivery is None:
                return None
            webhook.resting_until = work.now + LONGEST_ATTEMPT
            await webhook.save(update_fields=["resting_until"])
            delivery.attempts += 1
            delivery.last_attempt_at, delivery.last_status, delivery.last_error = work.now, None, INTERRUPTED
            await delivery.save(update_fields=["attempts", "last_attempt_at", "last_status", "last_error"])
        return Parcel(
            delivery.id,
            webhook.id,
            delivery.attempts,
            webhook.resting_until,
            webhook.url,
            delivery.message_id,
            delivery.body,
            self._secrets(webhook, work.now),
        )

    async def release(self, parcel: Parcel) -> None:
        """The attempt was broken off before its end was known: it may be repeated at once."""
        async with self._database.unit_of_work() as work:
            await work.execute(_RELEASE.format(failing="failing_since"), parcel.webhook_id, parcel.claimed_until)

    async def delivered(self, parcel: Parcel, status: int) -> None:
        async with self._database.unit_of_work() as work:
            # Whoever was told was told, also after others took the claim over; not after it was asked for again.
            await WebhookDelivery.filter(id=parcel.delivery_id, attempts=parcel.attempt).update(
                state=DeliveryState.DELIVERED,
                delivered_at=work.now,
                next_attempt_at=None,
                last_status=status,
                last_error=None,
            )
            await work.execute(_RELEASE.format(failing="null"), parcel.webhook_id, parcel.claimed_until)

    async def failed(self, parcel: Parcel, why: str, *, status: int | None = None) -> None:
        """Sets the next attempt; after days of failing the webhook is paused, and staff are told."""
        async with self._database.unit_of_work() as work:
            webhook = await Webhook.filter(id=parcel.webhook_id).select_for_update().get_or_none()
            if webhook is None or webhook.resting_until != parcel.claimed_until:
                return
            webhook.failing_since = webhook.failing_since or work.now
            failing_for = work.now - webhook.failing_since
            webhook.resting_until = work.now + min(max(failing_for / 4, SHORTEST_REST), LONGEST_REST)
            if failing_for >= PAUSE_AFTER:
                await _pause(work, webhook, why)
            await webhook.save(update_fields=["failing_since", "resting_until", "paused_at", "paused_reason"])
            delivery = (
                await WebhookDelivery.filter(
                    id=parcel.delivery_id, attempts=parcel.attempt, state=DeliveryState.WAITING
                )
                .select_for_update()
                .get_or_none()
            )
            if delivery is None:  # asked for again meanwhile
                return
            delivery.last_status, delivery.last_error = status, why
            if delivery.attempts < ATTEMPTS:
                delivery.next_attempt_at = work.now + _wait_after(delivery.attempts)
            elif webhook.paused_at is None:
                delivery.state, delivery.next_attempt_at = DeliveryState.FAILED, None
            # Of a paused webhook it goes on waiting: whoever resumes it skips nothing.
            await delivery.save(update_fields=["last_status", "last_error", "state", "next_attempt_at"])

    async def _fan_out_page(self, webhook_id: int) -> int:
        async with self._database.unit_of_work() as work:
            webhook = (
                await Webhook.filter(id=webhook_id, is_active=True, paused_at=None).select_for_update().get_or_none()
            )
            if webhook is None:
                return 0
            before = await _place(work, webhook)
            # Asked for before the reading: what comes after it is read below, or later.
            head = await log.head(work.connection)
            types = webhook.event_types or list(LASTING)
            events = await log.read(work.connection, before, limit=PAGE, types=types)
            if events:
                await _add(work, webhook, events)
                webhook.cursor = events[-1].cursor.encode()
            elif head.sequence - before.sequence > PAGE:
                # Nothing for this one in a long stretch of the log: it need not be read again.
                webhook.cursor = head.encode()
            else:
                return 0
            await webhook.save(update_fields=["cursor"])
            return len(events)

    def _secrets(self, webhook: Webhook, moment: datetime) -> tuple[str, ...]:
        try:
            return tuple(self._keys.of(webhook, moment))
        except VaultError as error:
            logger.warning("webhook_secret_unreadable", webhook_id=webhook.id, error=error.code)
            return ()


def message_id(event: LoggedEvent) -> str:
    """The same for the same event, for every webhook and every attempt."""
    return f"msg_{event.cursor.epoch}_{event.cursor.sequence}"


def body_of(event: PublicEvent) -> str:
    """As Standard Webhooks shape it, with the cursor for those who also read the log."""
    return orjson.dumps(
        {
            "type": event.type,
            "timestamp": event.happened_at.isoformat().replace("+00:00", "Z"),
            "cursor": event.cursor,
            "data": event.payload,
        }
    ).decode()


async def _place(work: UnitOfWork, webhook: Webhook) -> Cursor:
    """How far the log was turned into deliveries, or the oldest place that is left of it."""
    place, life = Cursor.decode(webhook.cursor), await log.life(work.connection)
    if place.epoch != life.epoch:
        # Restored from a backup; what its log holds was, all but the newest, told in its former life.
        logger.warning("webhook_cursor_expired", webhook_id=webhook.id)
        return await log.head(work.connection)
    if place < life.forgotten:
        logger.warning("webhook_cursor_expired", webhook_id=webhook.id)
        return life.forgotten
    return place


async def _add(work: UnitOfWork, webhook: Webhook, events: list[LoggedEvent]) -> None:
    await work.execute(
        _INSERT,
        webhook.id,
        work.now,
        [message_id(event) for event in events],
        [event.type for event in events],
        [body_of(PublicEvent.of(event)) for event in events],
    )


async def _pause(work: UnitOfWork, webhook: Webhook, why: str) -> None:
    webhook.paused_at, webhook.paused_reason = work.now, why
    detail = {"webhook_id": webhook.id, "reason": why}
    await Notices.raise_while(work, NoticeKind.WEBHOOK_PAUSED, "webhooks", webhook.id, detail)
    await audit.record(work, PROGRAM, "webhook.pause", "webhooks", webhook.id, after={"reason": why})
    work.append(WebhookChanged(webhook.id))
    logger.warning("webhook_paused", webhook_id=webhook.id, reason=why)


def _wait_after(attempts: int) -> timedelta:
    return RETRIES[attempts - 1] * _chance.uniform(1, 1 + _JITTER)
