"""One number's line while this process owns it: its gateway, what arrives over it, and its lane."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, assert_never

import structlog

from core import clock
from core.accounts import MOST_QR_CODES, Accounts
from core.engine.history_aside import HistoryAside
from core.engine.leases import Lease
from core.engine.media_fetcher import MediaFetcher
from core.engine.outbox import Lane, Outbox, OwnedNumber
from core.engine.pairing import Pairing
from core.engine.patience import PASSING, Patience
from core.vault import VaultError
from core.whatsapp.gateway import (
    AccountLine,
    BacklogCompleted,
    ConnectionChanged,
    Gateway,
    GatewayFactory,
    IdentityLearned,
    InboundEvent,
    LeaseLostError,
    MessageEdited,
    MessageReceived,
    MessageRevoked,
    NotConnectedError,
    QrRotated,
    ReceiptReceived,
    TypingChanged,
)
from core.whatsapp.session_store import SessionStore
from models.accounts import AccountKind, AccountStatus

logger = structlog.get_logger()

# What a stopping line waits for: the message being sent, then the gateway's farewell.
LANE_GRACE_SECONDS = 4.0
CLOSE_SECONDS = 3.0
LOG_OUT_SECONDS = 10.0
HISTORY_SECONDS = 1.0
SETTLE_SECONDS = 5.0
# An event that fails for a reason that does not pass would hold up all that comes after it.
ATTEMPTS_TO_STORE = 4

ChatEvent = (
    MessageReceived
    | MessageEdited
    | MessageRevoked
    | ReceiptReceived
    | TypingChanged
    | IdentityLearned
    | BacklogCompleted
)


class TakesEvents(Protocol):
    async def take(self, account_id: int, event: ChatEvent) -> None:
        """Returns when the event is stored; taking it again changes nothing."""

    async def take_history(self, account_id: int, events: Sequence[MessageReceived]) -> None:
        """The same, for many messages from before the number was linked."""


@dataclass(frozen=True, slots=True)
class WishedAccount:
    """An account as staff wish it, and as it is. `is_free`: nobody else's lease holds it."""

    id: int
    name: str
    kind: AccountKind
    status: AccountStatus
    banned_until: datetime | None
    should_connect: bool
    connect_requested_at: datetime | None
    has_session: bool
    wishes_pairing: bool  # a pairing code is still to be had
    is_free: bool


class Line:
    def __init__(
        self,
        account: WishedAccount,
        lease: Lease,
        factory: GatewayFactory,
        accounts: Accounts,
        sessions: SessionStore,
        inbox: TakesEvents,
        outbox: Outbox,
        media_fetcher: MediaFetcher,
    ) -> None:
        self.account = account
        self.lease = lease
        # Set once it is plain how the attempt goes on: connected, a code is shown, or it ended.
        self.is_clear = asyncio.Event()
        self.was_connected = False
        self.was_stopped = False
        # What the line told last of why it is as it is.
        self.last_reason: str | None = None
        self._factory = factory
        self._accounts = accounts
        self._sessions = sessions
        self._inbox = inbox
        self._is_stopping = asyncio.Event()
        self._log_out = False
        self._gateway: Gateway | None = None
        self._is_connected = False
        self._waits_for_scan = False
        self._codes_shown = 0
        self._log = logger.bind(account_id=account.id)
        self.lane: Lane = outbox.lane(OwnedNumber(account.id, lease.fence, self._connected_gateway), account.kind)
        self.pairing = Pairing(lease, accounts, self._linking_gateway)
        self._fetching = media_fetcher.fetching(account.id, self._connected_gateway)
        self._history = HistoryAside(self._store_history)

    async def run(self) -> None:
        """Until the line ended, was stopped or lost its lease. The phone stays linked unless `stop` said otherwise."""
        lane = asyncio.create_task(self.lane.run())
        follow = asyncio.create_task(self._follow())
        beside = [asyncio.create_task(each.run()) for each in (self._fetching, self.pairing, self._history)]
        waits = [asyncio.create_task(event.wait()) for event in (self._is_stopping, self.lease.lost)]
        try:
            await asyncio.wait([lane, follow, *beside, *waits], return_when=asyncio.FIRST_COMPLETED)
            self.lane.stop()
            # The gateway still lives: what is being sent gets its answer.
            await asyncio.wait([lane], timeout=0 if self.lease.lost.is_set() else LANE_GRACE_SECONDS)
        finally:
            tasks = [lane, follow, *beside, *waits]
            for task in tasks:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
            await self._hang_up()
            with suppress(TimeoutError):
                async with asyncio.timeout(HISTORY_SECONDS):
                    await self._history.store_rest()
            self.is_clear.set()
        for result in results:
            if isinstance(result, Exception):
                raise result

    def stop(self, *, log_out: bool = False) -> None:
        self.was_stopped = True
        self._log_out = log_out
        self._is_stopping.set()

    def _connected_gateway(self) -> Gateway | None:
        return self._gateway if self._is_connected and self.lease.is_good else None

    def _linking_gateway(self) -> Gateway | None:
        return self._gateway if self._waits_for_scan and self.lease.is_good else None

    async def _follow(self) -> None:
        """Opens the line, and opens it again when it fails, until WhatsApp ends it."""
        patience = Patience()
        await self._record(ConnectionChanged(AccountStatus.CONNECTING, "connecting"))
        while True:
            self.last_reason = None
            try:
                if await self._follow_one_gateway(patience):
                    return
                self._log.warning("line_broke_off")
            except LeaseLostError:
                raise
            except VaultError as error:
                self._log.error("session_unreadable", code=error.code)
                await self._record(ConnectionChanged(AccountStatus.DISCONNECTED, "session_unreadable"))
                return
            except Exception as error:
                self._log.warning("line_failed", error=type(error).__name__, exc_info=not isinstance(error, PASSING))
            await self._hang_up()
            if self.last_reason != "no_network":
                await self._record(ConnectionChanged(AccountStatus.CONNECTING, "line_failed"))
            await asyncio.sleep(patience.seconds())

    async def _follow_one_gateway(self, patience: Patience) -> bool:
        """Whether the line ended for good (as far as the gateway knows)."""
        account_id, fence = self.account.id, self.lease.fence

        async def save_session(session: bytes) -> None:
            await self._sessions.save(account_id, fence, session)

        session = await self._sessions.load(account_id)
        gateway = self._factory.open(
            AccountLine(
                account_id,
                self.account.name,
                session.data if session else None,
                save_session,
                session_saved_at=session.saved_at if session else None,
                proxy=await self._sessions.proxy(account_id),
            )
        )
        self._gateway = gateway
        await gateway.connect()
        async with aclosing(gateway.events()) as events:
            async for event in events:
                if await self._take(event):
                    return True
                if self._is_connected:
                    patience.renew()
        return False

    async def _take(self, event: InboundEvent) -> bool:
        """Stores what arrived; whether it ended the line."""
        self.lease.heard_at = clock.now()
        match event:
            case ConnectionChanged():
                self._is_connected = event.status is AccountStatus.CONNECTED
                self._waits_for_scan = False
                self.was_connected = self.was_connected or self._is_connected
                await self._record(event)
                if self._is_connected:
                    self.lane.ring()
                    self._fetching.begin_anew()
                return event.status in {AccountStatus.DISCONNECTED, AccountStatus.BANNED}
            case QrRotated():
                self._codes_shown += 1
                if self._codes_shown > MOST_QR_CODES:
                    await self._record(
                        ConnectionChanged(AccountStatus.DISCONNECTED, "qr_timeout", must_link_again=True)
                    )
                    return True
                await self._store(lambda: self._accounts.record_qr(self.account.id, self.lease.fence, event))
                self._waits_for_scan = True
                self.pairing.ring()
                self.is_clear.set()
            case MessageReceived(is_history=True):
                await self._history.put(event)
            case MessageReceived():
                if event.is_from_us:
                    await self.lane.settled(SETTLE_SECONDS)
                await self._store(lambda: self._inbox.take(self.account.id, event))
                if event.media is not None:
                    self._fetching.ring()
            case ReceiptReceived():
                await self.lane.settled(SETTLE_SECONDS)
                await self._store(lambda: self._inbox.take(self.account.id, event))
            case MessageEdited() | MessageRevoked() | TypingChanged() | IdentityLearned() | BacklogCompleted():
                await self._store(lambda: self._inbox.take(self.account.id, event))
            case _:
                assert_never(event)
        return False

    async def _store_history(self, events: Sequence[MessageReceived]) -> None:
        await self._store(lambda: self._inbox.take_history(self.account.id, events))
        self._fetching.ring()

    async def _record(self, event: ConnectionChanged) -> None:
        await self._store(lambda: self._accounts.record_connection(self.account.id, self.lease.fence, event))
        self.last_reason = event.reason
        self._log.info("connection_changed", status=event.status, reason=event.reason)
        if event.status is not AccountStatus.CONNECTING:
            self.is_clear.set()

    async def _store(self, write: Callable[[], Awaitable[None]]) -> None:
        """However long the database is away; what fails for another reason is left out after a few attempts."""
        patience = Patience(longest=5.0)
        attempts = 0
        while True:
            try:
                await write()
            except LeaseLostError:
                raise
            except PASSING as error:
                self._log.warning("event_not_stored_yet", error=type(error).__name__)
            except Exception:
                attempts += 1
                if attempts >= ATTEMPTS_TO_STORE:
                    self._log.exception("event_left_out")
                    return
            else:
                return
            await asyncio.sleep(patience.seconds())

    async def _hang_up(self) -> None:
        gateway, self._gateway = self._gateway, None
        self._is_connected = self._waits_for_scan = False
        if gateway is None:
            return
        log_out, self._log_out = self._log_out, False
        with suppress(TimeoutError):
            async with asyncio.timeout(LOG_OUT_SECONDS if log_out else CLOSE_SECONDS):
                try:
                    if log_out:
                        await gateway.log_out()
                    await gateway.close()
                except NotConnectedError:
                    # The phone itself may have ended the link.
                    self._log.info("phone_not_told")
                except Exception:
                    self._log.exception("gateway_did_not_close")
