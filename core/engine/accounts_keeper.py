"""Keeps every number as staff wish it: takes its lease, opens and closes its line, brings it back after a fall."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from contextvars import Context
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog

from core import clock
from core.account_reasons import CLIENT_OUTDATED
from core.accounts import LINKING_LASTS, Accounts
from core.database import Database
from core.engine.leases import RENEW_SECONDS, Lease, Leases
from core.engine.line import Line, TakesEvents, WishedAccount
from core.engine.media_fetcher import MediaFetcher
from core.engine.outbox import Outbox
from core.engine.patience import PASSING, Patience
from core.events.event_types import AccountChanged, MessageAdded
from core.events.feed import Feed, ResyncRequiredError
from core.whatsapp.gateway import ConnectionChanged, GatewayFactory, LeaseLostError
from core.whatsapp.session_store import SessionStore
from models.accounts import AccountKind, AccountStatus

logger = structlog.get_logger()

POLL_SECONDS = 1.0
# Numbers begin one after another: the next one when it is clear how this one goes on, or after so long.
OPENING_SECONDS = 5.0
STOP_SECONDS = 9.0
RELEASE_SECONDS = 3.0
# WhatsApp refused this version of the program. An update restarts it, and a restart tries at once; so may staff.
OUTDATED_SECONDS = 3_600.0
# A fraction of what lies between an owner's own end and the lease's; a lane looks for itself before each message.
WATCH_SECONDS = 0.3

# All that is wished here or open here. `is_free` as of now; the lease itself decides.
WISHED = """
select account.id, account.name, account.kind, account.status, account.banned_until, account.should_connect,
    account.connect_requested_at, session.id is not null as has_session,
    account.pairing_phone is not null and account.pairing_code is null as wishes_pairing,
    account.owner is null or account.owner = $1 or account.owned_until is null
        or account.owned_until < clock_timestamp() as is_free
from whatsapp_accounts as account left join whatsapp_sessions as session on session.account_id = account.id
where account.should_connect or account.id = any($2::bigint[])
order by account.id
"""


@dataclass(slots=True)
class _Open:
    line: Line
    task: asyncio.Task[None] | None = None


@dataclass(slots=True)
class _Rest:
    """A number whose line fell is left alone for a while, unless staff ask for it anew."""

    until: float = 0.0
    requested_at: datetime | None = None
    patience: Patience = field(default_factory=lambda: Patience(shortest=1.0, longest=60.0))


class AccountsKeeper:
    """`owner` is an id that no other live process has, and that stays the same over restarts on one data folder."""

    def __init__(
        self,
        database: Database,
        accounts: Accounts,
        sessions: SessionStore,
        inbox: TakesEvents,
        outbox: Outbox,
        media_fetcher: MediaFetcher,
        gateways: Mapping[AccountKind, GatewayFactory],
        *,
        owner: str,
        feed: Feed | None = None,
        leases: Leases | None = None,
        renew_seconds: float = RENEW_SECONDS,
    ) -> None:
        self._database = database
        self._accounts = accounts
        self._sessions = sessions
        self._inbox = inbox
        self._outbox = outbox
        self._media_fetcher = media_fetcher
        self._gateways = gateways
        self._feed = feed
        self._leases = leases or Leases(database, owner)
        self._renew_seconds = renew_seconds
        self._open: dict[int, _Open] = {}
        self._rests: dict[int, _Rest] = {}
        self._wanted: list[WishedAccount] = []
        self._rung = asyncio.Event()
        self._has_wanted = asyncio.Event()
        self._is_closing = False

    async def run(self) -> None:
        """Until it is cancelled; then the lines close, the phones stay linked and the leases are given back."""
        async with asyncio.TaskGroup() as lines:
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._renew())
                    group.create_task(self._watch_own_clock())
                    group.create_task(self._compare())
                    group.create_task(self._begin_wanted(lines))
                    if self._feed is not None:
                        group.create_task(self._follow(self._feed))
            finally:
                await self._close_all()

    def ring(self, account_id: int | None = None) -> None:
        """Something was wished, or there is something to send for this number."""
        self._rung.set()
        if account_id is not None and (opened := self._open.get(account_id)):
            opened.line.lane.ring()

    async def _compare(self) -> None:
        """Wished against actual, over and over."""
        while True:
            try:
                rows = await self._database.fetch(WISHED, [self._leases.owner, list(self._open)])
            except PASSING as error:
                logger.warning("accounts_not_read", error=type(error).__name__)
            else:
                accounts = [_wished(row) for row in rows]
                for account in accounts:
                    if opened := self._open.get(account.id):
                        _stop_if_unwished(opened.line, account)
                        if account.wishes_pairing:
                            opened.line.pairing.ring()
                self._wanted = [account for account in accounts if self._is_wanted(account)]
                if self._wanted:
                    self._has_wanted.set()
            with suppress(TimeoutError):
                async with asyncio.timeout(POLL_SECONDS):
                    await self._rung.wait()
            self._rung.clear()

    def _is_wanted(self, account: WishedAccount) -> bool:
        if account.id in self._open or not account.should_connect or not account.is_free:
            return False
        rest = self._rests.get(account.id)
        if rest and rest.requested_at == account.connect_requested_at and _monotonic() < rest.until:
            return False
        if account.status is AccountStatus.BANNED:
            return account.banned_until is not None and account.banned_until <= clock.now()
        return True

    async def _begin_wanted(self, lines: asyncio.TaskGroup) -> None:
        """One number after another, beside the comparing: to be slow here must not delay what staff wish away."""
        while True:
            await self._has_wanted.wait()
            self._has_wanted.clear()
            while self._wanted:
                account = self._wanted.pop(0)
                try:
                    if account.id not in self._open:
                        await self._begin(account, lines)
                except PASSING as error:
                    logger.warning("line_not_begun", account_id=account.id, error=type(error).__name__)

    async def _begin(self, account: WishedAccount, lines: asyncio.TaskGroup) -> None:
        lease = await self._leases.take(account.id)
        if lease is None:
            return
        factory = self._gateways.get(account.kind)
        requested_at = account.connect_requested_at
        if factory is None:
            await self._refuse(lease, "no_gateway")
            return
        if not account.has_session and (requested_at is None or requested_at + LINKING_LASTS <= clock.now()):
            await self._refuse(lease, "qr_timeout")
            return
        line = Line(
            account,
            lease,
            factory,
            self._accounts,
            self._sessions,
            self._inbox,
            self._outbox,
            self._media_fetcher,
        )
        opened = _Open(line)
        self._open[account.id] = opened
        # An empty context: nothing of whoever runs this, a transaction least of all, may be handed to a line.
        opened.task = lines.create_task(self._keep(line), context=Context())
        with suppress(TimeoutError):
            async with asyncio.timeout(OPENING_SECONDS):
                await line.is_clear.wait()

    async def _refuse(self, lease: Lease, reason: str) -> None:
        event = ConnectionChanged(AccountStatus.DISCONNECTED, reason)
        with suppress(LeaseLostError):
            await self._accounts.record_connection(lease.account_id, lease.fence, event)
        await self._leases.release(lease)

    async def _keep(self, line: Line) -> None:
        """One line from its lease to its end."""
        account_id = line.account.id
        rest = self._rests.setdefault(account_id, _Rest())
        try:
            await line.run()
        except LeaseLostError:
            logger.warning("lease_lost", account_id=account_id)
        except Exception:
            logger.exception("line_fell", account_id=account_id)
        finally:
            if line.was_connected:
                rest.patience.renew()
            if not line.was_stopped:
                rest.requested_at = line.account.connect_requested_at
                is_outdated = line.last_reason == CLIENT_OUTDATED
                rest.until = _monotonic() + (OUTDATED_SECONDS if is_outdated else rest.patience.seconds())
            await self._give_back(line.lease)
            self._open.pop(account_id, None)
            self._rung.set()

    async def _give_back(self, lease: Lease) -> None:
        try:
            async with asyncio.timeout(RELEASE_SECONDS):
                if self._is_closing:
                    # Still wished, so the next start brings it back; until then nobody holds the line.
                    stopped = ConnectionChanged(AccountStatus.DISCONNECTED, "program_stopped")
                    await self._accounts.record_connection(lease.account_id, lease.fence, stopped)
                await self._leases.release(lease)
        except LeaseLostError:
            pass
        except PASSING as error:
            # It runs out by itself.
            logger.warning("lease_not_released", account_id=lease.account_id, error=type(error).__name__)

    async def _renew(self) -> None:
        while True:
            await asyncio.sleep(self._renew_seconds)
            try:
                await self._leases.renew([opened.line.lease for opened in self._open.values()])
            except PASSING as error:
                logger.warning("leases_not_renewed", error=type(error).__name__)

    async def _watch_own_clock(self) -> None:
        """Ends a line whose lease could not be renewed, before another process may begin."""
        while True:
            for opened in tuple(self._open.values()):
                if not opened.line.lease.is_good:
                    opened.line.lease.lost.set()
            await asyncio.sleep(WATCH_SECONDS)

    async def _follow(self, feed: Feed) -> None:
        types = frozenset({AccountChanged.type, MessageAdded.type})
        while True:
            try:
                async with feed.subscribe(types) as events:
                    async for event in events:
                        self.ring(event.payload["account_id"])
            except ResyncRequiredError:
                for account_id in tuple(self._open):
                    self.ring(account_id)

    async def _close_all(self) -> None:
        self._is_closing = True
        opened = list(self._open.values())
        for each in opened:
            each.line.stop()
        tasks = [each.task for each in opened if each.task is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=STOP_SECONDS)


def _wished(row: dict[str, Any]) -> WishedAccount:
    return WishedAccount(**row | {"kind": AccountKind(row["kind"]), "status": AccountStatus(row["status"])})


def _stop_if_unwished(line: Line, account: WishedAccount) -> None:
    is_asked_anew = account.connect_requested_at != line.account.connect_requested_at
    if is_asked_anew or not account.should_connect:
        # No session where the number had been linked: staff took it away, so the phone is told.
        line.stop(log_out=line.was_connected and not account.has_session)


def _monotonic() -> float:
    return asyncio.get_running_loop().time()
