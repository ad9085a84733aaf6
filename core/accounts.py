"""WhatsApp numbers: what staff wish of them, and what their gateways report."""

from datetime import datetime, timedelta

from tortoise.queryset import QuerySet

from core import audit
from core.account_reasons import CLIENT_OUTDATED, GIVEN_UP, LINKED_TWICE, NEVER_LINKED, PAIRING_FAILED, PAIRING_REFUSED
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import ConflictError, InvalidInputError, NotFoundError
from core.events.event_types import AccountChanged
from core.notices import Notices
from core.phones import checked_phone
from core.texts import clean
from core.whatsapp.gateway import ConnectionChanged, LeaseLostError, PairingCode, QrRotated
from models.accounts import AccountKind, AccountStatus, WhatsappAccount, WhatsappSession
from models.notices import NoticeKind

LONGEST_NAME = 80

# One attempt to link shows at most so many codes (WhatsApp gives six) and lasts at most so long, restarts included.
MOST_QR_CODES = 6
LINKING_LASTS = timedelta(minutes=5)
# An attempt that is older begins anew when a pairing code is asked for, so that there is time to type it.
FRESH = timedelta(seconds=60)


# Whoever changes which number is the default waits here for whoever does so already.
DEFAULT_LOCK = "select pg_advisory_xact_lock(hashtextextended('parley default number', 0))"

_CHOOSE_DEFAULT = """
update whatsapp_accounts set is_default = true
where not exists (select 1 from whatsapp_accounts where is_default)
  and id = (select id from whatsapp_accounts where deleted_at is null and not is_lab
        order by kind = 'SIMULATOR', id limit 1)
returning id, status
"""


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


class AccountLinkedError(ConflictError):
    code = "ACCOUNT_LINKED"

    def __init__(self, account_id: int) -> None:
        super().__init__(
            "This number is linked to its phone already, so it waits for no code; log it out first.",
            account_id=account_id,
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
        """The first one is the default one. Raises InvalidInputError or AccountNameTakenError."""
        name = checked_name(name)
        async with self._database.unit_of_work() as work:
            await work.fetch(DEFAULT_LOCK)
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
            await choose_default(work, actor, new=rows[0]["id"])
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
            _demand_not_banned(work, account)
            if account.should_connect and account.status in {AccountStatus.CONNECTING, AccountStatus.CONNECTED}:
                return account
            account.connect_requested_at = work.now
            account.should_connect = True
            await self._wish(work, account, AccountStatus.CONNECTING, "requested", "account.connect", actor)
        return account

    async def request_pairing_code(self, account_id: int, phone: str, actor: Actor) -> WhatsappAccount:
        """Wishes the number linked to this phone by a code that its owner types there in place of a scan.

        The code comes from whoever holds the line, as soon as it waits for a scan. Asked for again, one that is still
        good stays. Raises InvalidInputError, AccountBannedError or AccountLinkedError.
        """
        phone = checked_phone(phone)
        async with self._database.unit_of_work() as work:
            account = await self._lock(work, account_id)
            _demand_not_banned(work, account)
            has_session = await WhatsappSession.filter(account_id=account_id).using_db(work.connection).exists()
            if has_session or account.status is AccountStatus.CONNECTED:
                raise AccountLinkedError(account_id)
            is_trying = account.should_connect and account.status is AccountStatus.CONNECTING
            expires_at = account.pairing_code_expires_at
            if is_trying and account.pairing_phone == phone and (expires_at is None or expires_at > work.now):
                return account
            account.should_connect = True
            account.pairing_phone = phone
            account.pairing_code = account.pairing_code_expires_at = None
            qr, reason = _shown_qr(account) if is_trying else None, "requested"
            asked_at = account.connect_requested_at
            if not is_trying or asked_at is None or asked_at + FRESH <= work.now:
                account.connect_requested_at = work.now
            else:
                reason = "waiting_for_scan" if qr else account.status_reason or reason
            action = "account.request_pairing_code"
            await self._wish(work, account, AccountStatus.CONNECTING, reason, action, actor, qr=qr)
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
        """Raises LeaseLostError. What a line still reports after staff wished it away is not written.

        A phone that another number is linked to already is let go: its customers would be answered twice.
        """
        async with self._database.unit_of_work() as work:
            account = await self._lock_owned(work, account_id, fence)
            if event.status is AccountStatus.CONNECTED and await _is_linked_twice(work, account, event):
                event = ConnectionChanged(AccountStatus.DISCONNECTED, LINKED_TWICE, must_link_again=True)
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
            # That no code could be had is shown until staff ask for another or the attempt ends.
            is_troubled = account.status_reason in {PAIRING_REFUSED, PAIRING_FAILED}
            reason = account.status_reason if is_troubled else "waiting_for_scan"
            await self._show(work, account, AccountStatus.CONNECTING, reason, qr=event)

    async def wished_pairing(self, account_id: int) -> str | None:
        """The phone for which a pairing code is still to be had."""
        account = await WhatsappAccount.get_or_none(id=account_id, pairing_code=None, should_connect=True)
        return account.pairing_phone if account else None

    async def record_pairing_code(self, account_id: int, fence: int, phone: str, code: PairingCode) -> None:
        """Raises LeaseLostError. A code for another phone than the one that is wished by now is not shown."""
        async with self._database.unit_of_work() as work:
            account = await self._lock_pairing(work, account_id, fence, phone)
            if account is not None:
                account.pairing_code, account.pairing_code_expires_at = code.code, code.expires_at
                await self._show_pairing(work, account, "waiting_for_scan")

    async def record_no_pairing_code(self, account_id: int, fence: int, phone: str, reason: str) -> None:
        """`reason` is PAIRING_REFUSED or PAIRING_FAILED; the QR code can still be scanned. Raises LeaseLostError."""
        async with self._database.unit_of_work() as work:
            account = await self._lock_pairing(work, account_id, fence, phone)
            if account is not None:
                account.pairing_phone = None
                await self._show_pairing(work, account, reason)

    async def forget_pairing_code(self, account_id: int, fence: int) -> None:
        """Once it has expired. Raises LeaseLostError."""
        async with self._database.unit_of_work() as work:
            account = await self._lock_owned(work, account_id, fence)
            if account.pairing_code_expires_at is None or account.pairing_code_expires_at > work.now:
                return
            account.pairing_phone = account.pairing_code = account.pairing_code_expires_at = None
            await self._show_pairing(work, account, account.status_reason)

    async def _lock_pairing(self, work: UnitOfWork, account_id: int, fence: int, phone: str) -> WhatsappAccount | None:
        """None: staff do not wish this code any more, or the line waits for none."""
        account = await self._lock_owned(work, account_id, fence)
        is_wished = account.should_connect and account.pairing_phone == phone and account.pairing_code is None
        return account if is_wished and account.status is AccountStatus.CONNECTING else None

    async def _show_pairing(self, work: UnitOfWork, account: WhatsappAccount, reason: str | None) -> None:
        account.last_event_at = work.now
        await self._show(work, account, account.status, reason, qr=_shown_qr(account))

    async def _wish(
        self,
        work: UnitOfWork,
        account: WhatsappAccount,
        status: AccountStatus,
        reason: str | None,
        action: str,
        actor: Actor,
        *,
        qr: QrRotated | None = None,
    ) -> None:
        before = {"status": account.status, "reason": account.status_reason}
        await self._show(work, account, status, reason, qr=qr)
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
        """Writes the state; codes are good only while the line shows a QR code, `qr`."""
        if (account.status, account.status_reason) != (status, reason):
            account.status_changed_at = work.now
        account.status = status
        account.status_reason = reason
        if status is not AccountStatus.BANNED:
            account.banned_until = None
        account.qr_code = qr.code if qr else None
        account.qr_expires_at = qr.expires_at if qr else None
        if qr is None:
            account.pairing_code = account.pairing_code_expires_at = None
        if status in {AccountStatus.CONNECTED, AccountStatus.BANNED} or not account.should_connect:
            account.pairing_phone = None
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
                "pairing_phone",
                "pairing_code",
                "pairing_code_expires_at",
                "jid",
                "phone",
                "last_event_at",
            ]
        )
        work.append(AccountChanged(account.id, status))

    async def _lock(self, work: UnitOfWork, account_id: int) -> WhatsappAccount:
        account = await self._select(work).get_or_none(id=account_id, is_lab=False, deleted_at__isnull=True)
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


async def choose_default(work: UnitOfWork, actor: Actor, *, new: int | None = None) -> None:
    """Where no number is the default, the eldest becomes it, a simulated one only if there is no other.

    Under DEFAULT_LOCK, which comes before any row's lock. `new` is told of by whoever makes it.
    """
    for row in await work.fetch(_CHOOSE_DEFAULT):
        if row["id"] == new:
            continue
        await audit.record(
            work, actor, "account.make_default", "whatsapp_accounts", row["id"], after={"is_default": True}
        )
        work.append(AccountChanged(row["id"], row["status"]))


def _demand_not_banned(work: UnitOfWork, account: WhatsappAccount) -> None:
    if account.status is AccountStatus.BANNED and account.banned_until and account.banned_until > work.now:
        raise AccountBannedError(account.id, account.banned_until)


async def _is_linked_twice(work: UnitOfWork, account: WhatsappAccount, event: ConnectionChanged) -> bool:
    """A new link gives way to one that is there, connected or not; of two old ones, the one that comes later."""
    if account.kind is not AccountKind.WHATSAPP or event.phone is None or not account.should_connect:
        return False
    return bool(
        await work.fetch(
            "select 1 from whatsapp_accounts as other "
            "join whatsapp_sessions as session on session.account_id = other.id "
            "where other.id <> $1 and other.phone = $2 and other.kind = $3 and other.deleted_at is null "
            "and ($4::boolean or other.status = 'CONNECTED')",
            account.id,
            event.phone,
            account.kind,
            account.jid is None,
        )
    )


def _shown_qr(account: WhatsappAccount) -> QrRotated | None:
    if account.qr_code is None or account.qr_expires_at is None:
        return None
    return QrRotated(account.qr_code, account.qr_expires_at)


async def _tell_staff(work: UnitOfWork, account: WhatsappAccount, event: ConnectionChanged) -> None:
    """A ban, a link that the phone ended and a program that is too old are told until the number is up again."""
    detail = {"reason": event.reason}
    if event.status is AccountStatus.BANNED:
        until = None if event.banned_until is None else event.banned_until.isoformat()
        await Notices.raise_while(
            work, NoticeKind.ACCOUNT_BANNED, "whatsapp_accounts", account.id, {**detail, "banned_until": until}
        )
    elif event.must_link_again and event.reason not in NEVER_LINKED:
        await Notices.raise_while(work, NoticeKind.ACCOUNT_LOGGED_OUT, "whatsapp_accounts", account.id, detail)
    elif event.reason == CLIENT_OUTDATED:
        await Notices.raise_while(work, NoticeKind.PROGRAM_OUTDATED, "whatsapp_accounts", account.id, detail)
    elif event.status is AccountStatus.CONNECTED:
        over = (NoticeKind.ACCOUNT_BANNED, NoticeKind.ACCOUNT_LOGGED_OUT, NoticeKind.PROGRAM_OUTDATED)
        await Notices.settle(work, account.id, *over)
