"""WhatsApp numbers: what staff wish of them, and what their gateways report."""

from datetime import datetime, timedelta

from tortoise.queryset import QuerySet

from core import audit
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import ConflictError, InvalidInputError, NotFoundError
from core.events.event_types import AccountChanged
from core.notices import Notices
from core.texts import clean
from core.whatsapp.gateway import ConnectionChanged, LeaseLostError, QrRotated
from models.accounts import AccountKind, AccountStatus, WhatsappAccount, WhatsappSession
from models.notices import NoticeKind

LONGEST_NAME = 80

# One attempt to link shows at most so many codes (WhatsApp gives six) and lasts at most so long, restarts included.
MOST_QR_CODES = 6
LINKING_LASTS = timedelta(minutes=5)

# After these, connecting again by ourselves would be wrong or useless: staff must ask for it.
GIVEN_UP = frozenset({"logged_out", "replaced", "qr_timeout", "no_gateway"})


class AccountNotFoundError(NotFoundError):
    def __init__(self, account_id: int) -> None:
        super().__init__("There is no such WhatsApp account.", account_id=account_id)


class AccountNameTakenError(ConflictError):
    code = "ACCOUNT_NAME_TAKEN"

    def __init__(self, name: str) -> None:
        super().__init__(f"There is a WhatsApp account named “{name}” already.", field="name")


class AccountBannedError(ConflictError):
    """`details["banned_until"]` says when it reconnects by itself."""

    code = "ACCOUNT_BANNED"

    def __init__(self, account_id: int, until: datetime) -> None:
        super().__init__(
            "WhatsApp banned this number for a while; it reconnects by itself afterwards.",
            account_id=account_id,
            banned_until=until,
        )


def checked_name(name: str) -> str:
    """Raises InvalidInputError."""
    name = clean(" ".join(name.split()), LONGEST_NAME + 1)
    if not 1 <= len(name) <= LONGEST_NAME:
        raise InvalidInputError(f"The name must have 1 to {LONGEST_NAME} characters.", field="name")
    return name


class Accounts:
    """Staff's wishes and the gateways' reports. Only the owner of the newest fence may report."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(self, name: str, kind: AccountKind, actor: Actor) -> WhatsappAccount:
        """Raises InvalidInputError or AccountNameTakenError."""
        name = checked_name(name)
        async with self._database.unit_of_work() as work:
            rows = await work.fetch(
                "insert into whatsapp_accounts "
                "(name, kind, status, status_changed_at, created_at, should_connect, owner_fence) "
                "values ($1, $2, $3, $4, $4, false, 0) "
                "on conflict (name) where deleted_at is null do nothing returning id",
                name,
                kind,
                AccountStatus.DISCONNECTED,
                work.now,
            )
            if not rows:
                raise AccountNameTakenError(name)
            account = await self._lock(work, rows[0]["id"])
            await audit.record(
                work,
                actor,
                "account.create",
                "whatsapp_accounts",
                account.id,
                after={"name": name, "kind": kind},
            )
            work.append(AccountChanged(account.id, account.status))
        return account

    async def request_connect(self, account_id: int, actor: Actor) -> WhatsappAccount:
        """Wishes it connected; without a session this begins a new attempt to link. Raises AccountBannedError."""
        async with self._database.unit_of_work() as work:
            account = await self._lock(work, account_id)
            if account.status is AccountStatus.BANNED and account.banned_until and account.banned_until > work.now:
                raise AccountBannedError(account_id, account.banned_until)
            if account.should_connect and account.status in {AccountStatus.CONNECTING, AccountStatus.CONNECTED}:
                return account
            account.connect_requested_at = work.now
            account.should_connect = True
            await self._wish(work, account, AccountStatus.CONNECTING, "requested", "account.connect", actor)
        return account

    async def request_disconnect(self, account_id: int, actor: Actor) -> WhatsappAccount:
        """Ends the line; the phone stays linked. Of a banned number only the wish changes."""
        async with self._database.unit_of_work() as work:
            account = await self._lock(work, account_id)
            if not account.should_connect and account.status is not AccountStatus.CONNECTED:
                return account
            account.should_connect = False
            banned = account.status is AccountStatus.BANNED
            status = AccountStatus.BANNED if banned else AccountStatus.DISCONNECTED
            reason = account.status_reason if banned else "disconnected_by_staff"
            await self._wish(work, account, status, reason, "account.disconnect", actor)
        return account

    async def log_out(self, account_id: int, actor: Actor) -> WhatsappAccount:
        """Takes the session away; the process that holds the line tells the phone. A new scan is needed afterwards."""
        async with self._database.unit_of_work() as work:
            account = await self._lock(work, account_id)
            account.should_connect = False
            account.jid = None
            await self._forget_session(work, account_id)
            await self._wish(work, account, AccountStatus.DISCONNECTED, "logged_out", "account.log_out", actor)
        return account

    async def record_connection(self, account_id: int, fence: int, event: ConnectionChanged) -> None:
        """Raises LeaseLostError. What a line still reports after staff wished it away is not written."""
        async with self._database.unit_of_work() as work:
            account = await self._lock_owned(work, account_id, fence)
            is_up = event.status in {AccountStatus.CONNECTING, AccountStatus.CONNECTED}
            if not account.should_connect and (event.status is not AccountStatus.BANNED or account.deleted_at):
                return
            if is_up:
                account.jid = event.jid or account.jid
                account.phone = event.phone or account.phone
            if event.must_link_again:
                account.jid = None
                await self._forget_session(work, account_id)
            if event.must_link_again or (event.status is AccountStatus.DISCONNECTED and event.reason in GIVEN_UP):
                account.should_connect = False
            account.banned_until = event.banned_until if event.status is AccountStatus.BANNED else None
            account.last_event_at = work.now
            await self._show(work, account, event.status, event.reason)
            await _tell_staff(work, account, event)

    async def record_qr(self, account_id: int, fence: int, event: QrRotated) -> None:
        """Raises LeaseLostError."""
        async with self._database.unit_of_work() as work:
            account = await self._lock_owned(work, account_id, fence)
            if not account.should_connect:
                return
            account.last_event_at = work.now
            await self._show(work, account, AccountStatus.CONNECTING, "waiting_for_scan", qr=event)

    async def _wish(
        self,
        work: UnitOfWork,
        account: WhatsappAccount,
        status: AccountStatus,
        reason: str | None,
        action: str,
        actor: Actor,
    ) -> None:
        before = {"status": account.status, "reason": account.status_reason}
        await self._show(work, account, status, reason)
        await audit.record(
            work,
            actor,
            action,
            "whatsapp_accounts",
            account.id,
            before=before,
            after={"status": status, "reason": reason, "should_connect": account.should_connect},
        )

    async def _show(
        self,
        work: UnitOfWork,
        account: WhatsappAccount,
        status: AccountStatus,
        reason: str | None,
        *,
        qr: QrRotated | None = None,
    ) -> None:
        """Writes the state; a code is good only until the next thing that happens to the line."""
        if (account.status, account.status_reason) != (status, reason):
            account.status_changed_at = work.now
        account.status = status
        account.status_reason = reason
        if status is not AccountStatus.BANNED:
            account.banned_until = None
        account.qr_code = qr.code if qr else None
        account.qr_expires_at = qr.expires_at if qr else None
        # Never the lease's own columns: the keeper renews them at the same time.
        await account.save(
            update_fields=[
                "status",
                "status_reason",
                "status_changed_at",
                "banned_until",
                "should_connect",
                "connect_requested_at",
                "qr_code",
                "qr_expires_at",
                "jid",
                "phone",
                "last_event_at",
            ]
        )
        work.append(AccountChanged(account.id, status))

    async def _lock(self, work: UnitOfWork, account_id: int) -> WhatsappAccount:
        account = await self._select(work).get_or_none(id=account_id, deleted_at__isnull=True)
        if account is None:
            raise AccountNotFoundError(account_id)
        return account

    async def _lock_owned(self, work: UnitOfWork, account_id: int, fence: int) -> WhatsappAccount:
        account = await self._select(work).get_or_none(id=account_id, owner_fence=fence)
        if account is None:
            raise LeaseLostError
        return account

    def _select(self, work: UnitOfWork) -> QuerySet[WhatsappAccount]:
        return WhatsappAccount.all(using_db=work.connection).select_for_update(no_key=True)

    async def _forget_session(self, work: UnitOfWork, account_id: int) -> None:
        await WhatsappSession.filter(account_id=account_id).using_db(work.connection).delete()


async def _tell_staff(work: UnitOfWork, account: WhatsappAccount, event: ConnectionChanged) -> None:
    """A ban and a link that the phone ended are told until the number is up again."""
    detail = {"reason": event.reason}
    if event.status is AccountStatus.BANNED:
        until = None if event.banned_until is None else event.banned_until.isoformat()
        await Notices.raise_while(
            work, NoticeKind.ACCOUNT_BANNED, "whatsapp_accounts", account.id, {**detail, "banned_until": until}
        )
    elif event.must_link_again:
        await Notices.raise_while(work, NoticeKind.ACCOUNT_LOGGED_OUT, "whatsapp_accounts", account.id, detail)
    elif event.status is AccountStatus.CONNECTED:
        await Notices.settle(work, account.id, NoticeKind.ACCOUNT_BANNED, NoticeKind.ACCOUNT_LOGGED_OUT)
