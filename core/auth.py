"""The sign-in of staff: sessions, their tokens, the first owner. Who may do what stands in core/permissions.py."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.exceptions import IntegrityError

from core import audit, clock
from core.audit import PROGRAM, Actor
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError, ParleyError, UnauthenticatedError
from core.events.event_types import SessionRevoked
from core.passwords import Passwords, judge_password
from core.permissions import ANONYMOUS, ROLE_PERMISSIONS, Caller, CallerKind, Permission
from core.sign_in_limits import SignInLimits
from core.tokens import Tokens, fingerprint
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


class InvalidCredentialsError(ParleyError):
    """Says the same for an unknown address, a wrong password and somebody who left."""

    code = "INVALID_CREDENTIALS"


class SetupLinkInvalidError(ParleyError):
    code = "SETUP_LINK_INVALID"


class EmailTakenError(InvalidInputError):
    code = "EMAIL_TAKEN"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A fresh sign-in or a refreshed one. The tokens leave the program here and are stored nowhere in the clear."""

    staff: Staff
    session: StaffSession
    access_token: str
    access_expires_at: datetime
    refresh_token: str
    csrf_token: str


_EMAIL = re.compile(r"[^@\s\x00-\x20\x7f]+@[^@\s\x00-\x20\x7f]+\.[^@\s\x00-\x20\x7f.]+")

_CALLER = """
select staff.name, staff.role, sessions.expires_at
from staff_sessions as sessions join staff on staff.id = sessions.staff_id
where sessions.id = $1 and staff.id = $2 and staff.is_active
  and sessions.revoked_at is null and sessions.expires_at > $3
"""

# Whoever makes the first staff member waits here for whoever is making one already.
_ONE_FIRST_STAFF = "select pg_advisory_xact_lock(hashtextextended('parley first staff', 0))"


def normal_email(email: str) -> str:
    """Raises InvalidInputError for what cannot be an e-mail address."""
    normal = email.strip().lower()
    if len(normal) > 254 or not normal.isascii() or not _EMAIL.fullmatch(normal):
        raise InvalidInputError("This is no e-mail address.", field="email")
    return normal


class Auth:
    """The sign-in of staff. The keys of programs are in core/integrations.py."""

    def __init__(self, database: Database, jwt_secret: str) -> None:
        self.tokens = Tokens(jwt_secret)
        self._database = database
        self._passwords = Passwords()
        self._limits = SignInLimits(database)

    async def sign_in(self, email: str, password: str, *, address: str, user_agent: str) -> SignedIn:
        """Raises InvalidCredentialsError, or RateLimitedError after too many wrong ones."""
        email = normal_email(email)
        await self._limits.count(email, address)
        staff = await Staff.get_or_none(email=email, is_active=True)
        if not await self._passwords.is_right(password, staff.password_hash if staff else None) or staff is None:
            raise InvalidCredentialsError("The e-mail address or the password is wrong.")
        new_hash = None
        if self._passwords.is_outdated(staff.password_hash):
            new_hash = await self._passwords.hash(password)
        async with self._database.unit_of_work() as work:
            await self._limits.forgive(work, email)
            staff = await Staff.get(id=staff.id)
            staff.last_sign_in_at = work.now
            staff.password_hash = new_hash or staff.password_hash
            await staff.save(update_fields=["last_sign_in_at", "password_hash"])
            return await self._open_session(work, staff, address, user_agent)

    async def refresh(self, refresh_token: str) -> SignedIn:
        """Replaces the token. One shown again after its replacement ends the session: it may have been stolen."""
        ended = UnauthenticatedError("The session has ended; sign in again.")
        claims = self.tokens.read_refresh(refresh_token)
        if claims is None:
            raise ended
        shown = fingerprint(refresh_token)
        async with self._database.unit_of_work() as work:
            session = await _locked_session(claims.session_id)
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
                await _revoke(work, session, "refresh token used twice", PROGRAM)
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
        for session in await self.sessions(staff_id):
            await self._end_session(session.id, "signed out everywhere", actor)

    async def sessions(self, staff_id: int) -> list[StaffSession]:
        """Those that are still good, the one used last first."""
        return await StaffSession.filter(
            staff_id=staff_id, revoked_at__isnull=True, expires_at__gt=clock.now()
        ).order_by("-refreshed_at", "-id")

    async def revoke_session(self, session_id: int, actor: Actor) -> None:
        await self._end_session(session_id, "revoked", actor)

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
        email, name = _judge_staff(email, name, password)
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
            staff = await _insert_staff(work, email, name, StaffRole.OWNER, password_hash, PROGRAM)
            staff.last_sign_in_at = work.now
            await staff.save(update_fields=["last_sign_in_at"])
            return await self._open_session(work, staff, address, user_agent)

    async def seed_owner(self, email: str, password: str) -> Staff | None:
        """The owner named by the environment; None when there is staff already."""
        email, name = _judge_staff(email, email.partition("@")[0], password)
        if await Staff.filter(is_active=True).exists():
            return None
        password_hash = await self._passwords.hash(password)
        async with self._database.unit_of_work() as work:
            await work.fetch(_ONE_FIRST_STAFF)
            if await Staff.filter(is_active=True).exists():
                return None
            return await _insert_staff(work, email, name, StaffRole.OWNER, password_hash, PROGRAM)

    async def create_staff(self, *, email: str, name: str, role: StaffRole, password: str, actor: Actor) -> Staff:
        """Raises EmailTakenError, and InvalidInputError that names the field."""
        email, name = _judge_staff(email, name, password)
        password_hash = await self._passwords.hash(password)
        async with self._database.unit_of_work() as work:
            return await _insert_staff(work, email, name, role, password_hash, actor)

    async def _open_session(self, work: UnitOfWork, staff: Staff, address: str, user_agent: str) -> SignedIn:
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
            session = await _locked_session(session_id)
            if session is not None and session.revoked_at is None:
                await _revoke(work, session, reason, actor)


async def _locked_session(session_id: int) -> StaffSession | None:
    return await StaffSession.filter(id=session_id).select_for_update().get_or_none()


async def _revoke(work: UnitOfWork, session: StaffSession, reason: str, actor: Actor) -> None:
    session.revoked_at, session.revoked_reason = work.now, reason
    await session.save(update_fields=["revoked_at", "revoked_reason"])
    work.append(SessionRevoked(session.id, session.staff_id))
    await audit.record(work, actor, "staff.end_session", "staff_sessions", session.id, after={"reason": reason})


def _judge_staff(email: str, name: str, password: str) -> tuple[str, str]:
    """The address and the name as they are stored."""
    email, name = normal_email(email), name.strip()
    if not 1 <= len(name) <= 120 or not name.isprintable():
        raise InvalidInputError("The name must have 1 to 120 characters.", field="name")
    judge_password(password, email=email)
    return email, name


async def _insert_staff(
    work: UnitOfWork, email: str, name: str, role: StaffRole, password_hash: str, actor: Actor
) -> Staff:
    try:
        staff = await Staff.create(
            email=email,
            name=name,
            role=role,
            password_hash=password_hash,
            password_changed_at=work.now,
            created_at=work.now,
        )
    except IntegrityError as error:
        raise EmailTakenError("Somebody has this e-mail address already.", field="email") from error
    await audit.record(work, actor, "staff.create", "staff", staff.id, after={"role": role.value})
    return staff


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())
