"""Tells others of what happens: follows the log, and sends to every webhook what is due, one thing at a time."""

import asyncio
from contextlib import suppress

import structlog
from standardwebhooks import Webhook as Signer

from core import clock
from core.courier.courier import Courier, NotDeliveredError
from core.engine.patience import PASSING, Patience
from core.events.feed import Feed, ResyncRequiredError
from core.public_events import RIGHTS
from core.webhook_deliveries import REFUSED, UNREADABLE_SECRET, Parcel, WebhookDeliveries

logger = structlog.get_logger()

# Retries come due by the clock, and a bell may be lost with its process.
POLL_SECONDS = 2.0
# Webhooks that are sent to at the same time. When all lanes are taken, the others wait; a hanging receiver keeps one
# for ten seconds, then its webhook rests.
LANES = 16
RELEASE_SECONDS = 2.0


class WebhookSender:
    """Any number of processes may run one: a claim in the database lets one of them at a webhook."""

    def __init__(
        self, deliveries: WebhookDeliveries, courier: Courier, feed: Feed, *, poll_seconds: float = POLL_SECONDS
    ) -> None:
        self._deliveries = deliveries
        self._courier = courier
        self._feed = feed
        self._poll_seconds = poll_seconds
        self._rung = asyncio.Event()
        self._lanes = asyncio.Semaphore(LANES)
        self._busy: set[int] = set()
        # Webhooks that had news while their lane was at its end.
        self._passed_over: set[int] = set()

    async def run(self) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(self._listen())
            group.create_task(self._work(group))

    async def _listen(self) -> None:
        while True:
            # Who is cut off for slowness was rung for all the same.
            with suppress(ResyncRequiredError):
                async with self._feed.subscribe(frozenset(RIGHTS)) as events:
                    self._rung.set()
                    async for _ in events:
                        self._rung.set()

    async def _work(self, group: asyncio.TaskGroup) -> None:
        patience = Patience()
        while True:
            self._rung.clear()
            try:
                await self._deliveries.fan_out()
                due = await self._deliveries.due()
            except PASSING as error:
                logger.warning("webhooks_not_read", error=type(error).__name__)
                await asyncio.sleep(patience.seconds())
                continue
            patience.renew()
            for webhook_id in due:
                if webhook_id in self._busy:
                    self._passed_over.add(webhook_id)
                    continue
                self._busy.add(webhook_id)
                group.create_task(self._lane(webhook_id))
            with suppress(TimeoutError):
                async with asyncio.timeout(self._poll_seconds):
                    await self._rung.wait()

    async def _lane(self, webhook_id: int) -> None:
        """Sends all that is due to one webhook."""
        try:
            async with self._lanes:
                while parcel := await self._deliveries.claim(webhook_id):
                    await self._send(parcel)
        except PASSING as error:
            logger.warning("webhook_lane_broken", webhook_id=webhook_id, error=type(error).__name__)
        except Exception:
            logger.exception("webhook_lane_failed", webhook_id=webhook_id)
        finally:
            self._busy.discard(webhook_id)
            if webhook_id in self._passed_over:
                self._passed_over.discard(webhook_id)
                self._rung.set()

    async def _send(self, parcel: Parcel) -> None:
        if not parcel.secrets:
            await self._deliveries.failed(parcel, UNREADABLE_SECRET)
            return
        try:
            status = await self._courier.post(parcel.url, _headers(parcel), parcel.body.encode())
        except NotDeliveredError as error:
            await self._deliveries.failed(parcel, error.failure.value)
        except asyncio.CancelledError:
            # The program ends: whoever goes on with it need not wait until the claim runs out.
            async with asyncio.timeout(RELEASE_SECONDS):
                await self._deliveries.release(parcel)
            raise
        else:
            logger.info(
                "webhook_attempted", webhook_id=parcel.webhook_id, delivery_id=parcel.delivery_id, status=status
            )
            if 200 <= status < 300:
                await self._deliveries.delivered(parcel, status)
            else:
                await self._deliveries.failed(parcel, REFUSED, status=status)


def _headers(parcel: Parcel) -> dict[str, str]:
    moment = clock.now()
    signatures = [Signer(secret).sign(parcel.message_id, moment, parcel.body) for secret in parcel.secrets]
    return {
        "Content-Type": "application/json",
        "User-Agent": "Parley",
        "Webhook-Id": parcel.message_id,
        "Webhook-Timestamp": str(int(moment.timestamp())),
        "Webhook-Signature": " ".join(signatures),
    }
