"""The sign-in of staff: sessions, their tokens, the first owner. Who may do what stands in core/permissions.py."""

import secrets
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from core import audit, clock
from core.audit import PROGRAM, Actor
from core.database import Database, UnitOfWork
from core.errors import ConflictError, ParleyError, UnauthenticatedError
from core.passwords import InvalidCredentialsError, Passwords, judge_password
from core.permissions import ANONYMOUS, ROLE_PERMISSIONS, Caller, CallerKind, Permission
from core.sign_in_limits import SignInLimits
from core.staff_records import (
    EmailTakenError,
    end_session,
    end_sessions,
    insert_staff,
    judge_staff,
    locked_session,
    locked_staff,
    normal_email,
    note_staff,
)
from core.tokens import Tokens, fingerprint
from core.totp import GivenCode, SecondFactor
from core.vault import Vault
from models.orders import ActorKind
from models.staff import SetupLink, Staff, StaffRole, StaffSession

__all__ = [
    "ANONYMOUS",
    "Auth",
    "Caller",
    "CallerKind",
    "EmailTakenError",
    "InvalidCredentialsError",
    "Permission",
    "SetupLinkInvalidError",
    "SignedIn",
    "normal_email",
]

SESSION_IDLE = timedelta(days=14)  # without a refresh
SESSION_LONGEST = timedelta(days=90)
REFRESH_GRACE = timedelta(seconds=10)  # two tabs of one browser may refresh with the same token


class TotpRequiredError(ParleyError):
    """The password was right. `details`: `challenge`, to give with the code, and `expires_at`, when it ends."""

    code = "TOTP_REQUIRED"

    def __init__(self, challenge: str, expires_at: datetime) -> None:
        super().__init__(
            "The password is right; now give the code of your authenticator app.",
            challenge=challenge,
            expires_at=expires_at,
        )


class ChallengeExpiredError(ConflictError):
    code = "CHALLENGE_EXPIRED"

    def __init__(self) -> None:
        super().__init__("That took too long; sign in again with your password.", field="challenge")


class SetupLinkInvalidError(ParleyError):
    code = "SETUP_LINK_INVALID"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A fresh sign-in or a refreshed one. The tokens leave the program here and are stored nowhere in the clear."""

    staff: Staff
    session: StaffSession
    access_token: str
    access_expires_at: datetime
    refresh_token: str
    csrf_token: str


_CALLER = """
select staff.name, staff.role, sessions.expires_at
from staff_sessions as sessions join staff on staff.id = sessions.staff_id
where sessions.id = $1 and staff.id = $2 and staff.is_active
  and sessions.revoked_at is null and sessions.expires_at > $3
"""

# Whoever makes the first staff member waits here for whoever is making one already.
_ONE_FIRST_STAFF = "select pg_advisory_xact_lock(hashtextextended('parley first staff', 0))"


class Auth:
    """The sign-in of staff. The keys of programs are in core/integrations.py."""

    def __init__(self, database: Database, jwt_secret: str, vault: Vault) -> None:
        self.tokens = Tokens(jwt_secret)
        self.second_factor = SecondFactor(vault)
        self._database = database
        self._passwords = Passwords()
        self._limits = SignInLimits(database)

    async def sign_in(self, email: str, password: str, *, address: str, user_agent: str) -> SignedIn:
        """Raises InvalidCredentialsError, TotpRequiredError, or RateLimitedError after too many wrong ones."""
        email = normal_email(email)
        await self._limits.count(email, address)
        staff = await Staff.get_or_none(email=email, is_active=True)
        if not await self._passwords.is_right(password, staff.password_hash if staff else None) or staff is None:
            raise InvalidCredentialsError("The e-mail address or the password is wrong.")
        if self._passwords.is_outdated(staff.password_hash):
            new_hash = await self._passwords.hash(password)
            await Staff.filter(id=staff.id, password_hash=staff.password_hash).update(password_hash=new_hash)
        if staff.totp_enabled_at is not None:
            # The attempt stays counted until the second factor was right too.
            raise TotpRequiredError(*self.tokens.issue_challenge(staff.id, staff.password_changed_at, clock.now()))
        async with self._database.unit_of_work() as work:
            now = await locked_staff(staff.id)
            if not now.is_active or now.password_changed_at != staff.password_changed_at:
                raise InvalidCredentialsError("The e-mail address or the password is wrong.")
            await self._limits.forgive(work, email)
            return await self.open_session(work, now, address=address, user_agent=user_agent)

    async def sign_in_with_totp(self, challenge: str, given: GivenCode, *, address: str, user_agent: str) -> SignedIn:
        """The second step. Raises ChallengeExpiredError, InvalidCodeError, or RateLimitedError."""
        given.judge()
        claims = self.tokens.read_challenge(challenge)
        staff = await Staff.get_or_none(id=claims.staff_id) if claims else None
        if claims is None or staff is None:
            raise ChallengeExpiredError
        async with self.guessing_code(staff.id, address), self._database.unit_of_work() as work:
            staff = await locked_staff(staff.id)
            if not staff.is_active or staff.totp_enabled_at is None or not claims.is_for(staff.password_changed_at):
                raise ChallengeExpiredError
            await self.second_factor.use(work, staff, given)
            await self._limits.forgive(work, staff.email)
            return await self.open_session(work, staff, address=address, user_agent=user_agent)

    async def prove(self, staff_id: int, password: str, *, address: str, field: str = "password") -> None:
        """That whoever sits there knows the password. Counted like a sign-in, so never inside another unit of work.

        Raises InvalidCredentialsError, which names the field, or RateLimitedError.
        """
        staff = await Staff.get(id=staff_id)
        async with self._guessing(staff.email, address):
            if not await self._passwords.is_right(password, staff.password_hash):
                raise InvalidCredentialsError("The password is wrong.", field=field)

    def guessing_code(self, staff_id: int, address: str) -> AbstractAsyncContextManager[None]:
        """Around a look at a code. Counted apart from passwords: a right one of these forgives no wrong code."""
        return self._guessing(f"second factor of staff {staff_id}", address)

    @asynccontextmanager
    async def _guessing(self, what: str, address: str) -> AsyncIterator[None]:
        await self._limits.count(what, address)
        yield
        async with self._database.unit_of_work() as work:
            await self._limits.forgive(work, what)

    async def change_password(
        self, staff_id: int, old: str, new: str, actor: Actor, *, keeps: int | None, address: str
    ) -> Staff:
        """Every session but `keeps` ends. Raises InvalidCredentialsError, InvalidInputError or RateLimitedError."""
        await self.prove(staff_id, old, address=address, field="old_password")
        staff = await Staff.get(id=staff_id)
        judge_password(new, email=staff.email)
        password_hash = await self._passwords.hash(new)
        async with self._database.unit_of_work() as work:
            staff = await locked_staff(staff_id)
            staff.password_hash, staff.password_changed_at = password_hash, work.now
            await staff.save(update_fields=["password_hash", "password_changed_at"])
            await end_sessions(work, staff_id, "password changed", actor, but=keeps)
            await audit.record(work, actor, "staff.change_password", "staff", staff_id)
            note_staff(work, staff)
        return staff

    async def refresh(self, refresh_token: str) -> SignedIn:
        """Replaces the token. One shown again after its replacement ends the session: it may have been stolen."""
        ended = UnauthenticatedError("The session has ended; sign in again.")
        claims = self.tokens.read_refresh(refresh_token)
        if claims is None:
            raise ended
        shown = fingerprint(refresh_token)
        async with self._database.unit_of_work() as work:
            session = await locked_session(claims.session_id)
            staff = await Staff.get_or_none(id=session.staff_id, is_active=True) if session else None
            if session is None or staff is None or session.revoked_at or session.expires_at <= work.now:
                raise ended
            new_token = self.tokens.next_refresh(claims)
            if shown == session.refresh_hash:
                session.previous_refresh_hash, session.refresh_hash = shown, fingerprint(new_token)
                session.refreshed_at = work.now
                session.expires_at = min(work.now + SESSION_IDLE, session.created_at + SESSION_LONGEST)
                await session.save(
                    update_fields=["previous_refresh_hash", "refresh_hash", "refreshed_at", "expires_at"]
                )
            elif shown != session.previous_refresh_hash or work.now > session.refreshed_at + REFRESH_GRACE:
                await end_session(work, session, "refresh token used twice", PROGRAM)
                staff = None
        if staff is None:
            raise ended
        return self._signed_in(staff, session, new_token, work.now)

    async def sign_out(self, session_id: int, actor: Actor = PROGRAM) -> None:
        """Nothing happens when the session has ended already."""
        await self._end_session(session_id, "signed out", actor)

    async def sign_out_by_refresh_token(self, refresh_token: str) -> None:
        if claims := self.tokens.read_refresh(refresh_token):
            await self.sign_out(claims.session_id)

    async def sign_out_everywhere(self, staff_id: int, actor: Actor) -> None:
        async with self._database.unit_of_work() as work:
            await end_sessions(work, staff_id, "signed out everywhere", actor)

    async def sessions(self, staff_id: int) -> list[StaffSession]:
        """Those that are still good, the one used last first."""
        return await StaffSession.filter(
            staff_id=staff_id, revoked_at__isnull=True, expires_at__gt=clock.now()
        ).order_by("-refreshed_at", "-id")

    async def caller_from_access_token(self, token: str) -> Caller:
        """Raises UnauthenticatedError also when the session was revoked or the person left since."""
        claims = self.tokens.read_access(token)
        rows = await self._database.fetch(_CALLER, [claims.session_id, claims.staff_id, clock.now()])
        if not rows:
            raise UnauthenticatedError("The session has ended; sign in again.")
        role = StaffRole(rows[0]["role"])
        return Caller(
            CallerKind.STAFF,
            f"staff:{claims.staff_id}",
            ROLE_PERMISSIONS[role],
            name=rows[0]["name"],
            staff_id=claims.staff_id,
            session_id=claims.session_id,
            role=role,
            expires_at=rows[0]["expires_at"],
        )

    async def new_setup_link(self) -> str | None:
        """A fresh one-time token for the first owner, which replaces the one before; None once there is staff."""
        token = secrets.token_urlsafe(32)
        async with self._database.unit_of_work() as work:
            await work.fetch(_ONE_FIRST_STAFF)
            if await Staff.filter(is_active=True).exists():
                return None
            await SetupLink.filter(used_at__isnull=True).delete()
            await SetupLink.create(token_hash=fingerprint(token), created_at=work.now)
        return token

    async def set_up_owner(
        self, token: str, *, email: str, name: str, password: str, address: str, user_agent: str
    ) -> SignedIn:
        """Uses up the one-time link. Raises SetupLinkInvalidError when it was used, replaced or never made."""
        invalid = SetupLinkInvalidError("This set-up link was used or replaced; take the one printed last.")
        email, name = judge_staff(email, name, password)
        if not await SetupLink.filter(token_hash=fingerprint(token), used_at__isnull=True).exists():
            raise invalid
        password_hash = await self._passwords.hash(password)
        async with self._database.unit_of_work() as work:
            await work.fetch(_ONE_FIRST_STAFF)
            link = await SetupLink.get_or_none(token_hash=fingerprint(token), used_at__isnull=True)
            if link is None or await Staff.filter(is_active=True).exists():
                raise invalid
            link.used_at = work.now
            await link.save(update_fields=["used_at"])
            staff = await insert_staff(work, email, name, StaffRole.OWNER, password_hash, PROGRAM)
            return await self.open_session(work, staff, address=address, user_agent=user_agent)

    async def seed_owner(self, email: str, password: str) -> Staff | None:
        """The owner named by the environment; None when there is staff already."""
        email, name = judge_staff(email, email.partition("@")[0], password)
        if await Staff.filter(is_active=True).exists():
            return None
        password_hash = await self._passwords.hash(password)
        async with self._database.unit_of_work() as work:
            await work.fetch(_ONE_FIRST_STAFF)
            if await Staff.filter(is_active=True).exists():
                return None
            return await insert_staff(work, email, name, StaffRole.OWNER, password_hash, PROGRAM)

    async def create_staff(self, *, email: str, name: str, role: StaffRole, password: str, actor: Actor) -> Staff:
        """Raises EmailTakenError, and InvalidInputError that names the field."""
        email, name = judge_staff(email, name, password)
        password_hash = await self._passwords.hash(password)
        async with self._database.unit_of_work() as work:
            return await insert_staff(work, email, name, role, password_hash, actor)

    async def hash(self, password: str) -> str:
        """Raises RateLimitedError when too many wait for a hash already."""
        return await self._passwords.hash(password)

    async def open_session(self, work: UnitOfWork, staff: Staff, *, address: str, user_agent: str) -> SignedIn:
        """Of somebody who has shown who they are; their row must be locked or new."""
        staff.last_sign_in_at = work.now
        await staff.save(update_fields=["last_sign_in_at"])
        session = await StaffSession.create(
            staff=staff,
            refresh_hash=b"",
            refreshed_at=work.now,
            expires_at=work.now + SESSION_IDLE,
            address=_printable(address)[:64],
            user_agent=_printable(user_agent)[:400],
            created_at=work.now,
        )
        token = self.tokens.first_refresh(session.id)
        session.refresh_hash = fingerprint(token)
        await session.save(update_fields=["refresh_hash"])
        actor = Actor(ActorKind.STAFF, staff_id=staff.id)
        await audit.record(work, actor, "staff.sign_in", "staff_sessions", session.id)
        return self._signed_in(staff, session, token, work.now)

    def _signed_in(self, staff: Staff, session: StaffSession, refresh_token: str, now: datetime) -> SignedIn:
        access_token, access_expires_at = self.tokens.issue_access(staff.id, session.id, now)
        return SignedIn(
            staff, session, access_token, access_expires_at, refresh_token, self.tokens.issue_csrf(session.id)
        )

    async def _end_session(self, session_id: int, reason: str, actor: Actor) -> None:
        async with self._database.unit_of_work() as work:
            session = await locked_session(session_id)
            if session is not None and session.revoked_at is None:
                await end_session(work, session, reason, actor)


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())
