"""Rows of staff and their sessions: what makes a new one acceptable, and what ends the old ones."""

import re

from tortoise.exceptions import IntegrityError

from core import audit
from core.audit import Actor
from core.database import UnitOfWork
from core.errors import InvalidInputError, NotFoundError
from core.events.event_types import SessionRevoked, StaffChanged
from core.passwords import judge_password
from models.staff import Staff, StaffRole, StaffSession

_EMAIL = re.compile(r"[^@\s\x00-\x20\x7f]+@[^@\s\x00-\x20\x7f]+\.[^@\s\x00-\x20\x7f.]+")


class EmailTakenError(InvalidInputError):
    code = "EMAIL_TAKEN"


class StaffNotFoundError(NotFoundError):
    code = "STAFF_NOT_FOUND"


def normal_email(email: str) -> str:
    """Raises InvalidInputError for what cannot be an e-mail address."""
    normal = email.strip().lower()
    if len(normal) > 254 or not normal.isascii() or not _EMAIL.fullmatch(normal):
        raise InvalidInputError("This is no e-mail address.", field="email")
    return normal


def judge_staff(email: str, name: str, password: str) -> tuple[str, str]:
    """The address and the name as they are stored."""
    email, name = normal_email(email), name.strip()
    if not 1 <= len(name) <= 120 or not name.isprintable():
        raise InvalidInputError("The name must have 1 to 120 characters.", field="name")
    judge_password(password, email=email)
    return email, name


async def insert_staff(
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
    note_staff(work, staff)
    return staff


async def locked_staff(staff_id: int) -> Staff:
    """Raises StaffNotFoundError."""
    staff = await Staff.filter(id=staff_id).select_for_update().get_or_none()
    if staff is None:
        raise StaffNotFoundError("There is nobody like this.", field="id")
    return staff


def note_staff(work: UnitOfWork, staff: Staff) -> None:
    work.append(StaffChanged(staff.id, staff.role.value, staff.is_active))


async def locked_session(session_id: int) -> StaffSession | None:
    return await StaffSession.filter(id=session_id).select_for_update().get_or_none()


async def end_session(work: UnitOfWork, session: StaffSession, reason: str, actor: Actor) -> None:
    """Its open sockets close. The row must be locked."""
    session.revoked_at, session.revoked_reason = work.now, reason
    await session.save(update_fields=["revoked_at", "revoked_reason"])
    work.append(SessionRevoked(session.id, session.staff_id))
    await audit.record(work, actor, "staff.end_session", "staff_sessions", session.id, after={"reason": reason})


async def end_sessions(work: UnitOfWork, staff_id: int, reason: str, actor: Actor, *, but: int | None = None) -> None:
    """All of somebody, or all but one. Nobody can open another meanwhile if the person's row is locked."""
    open_ones = StaffSession.filter(staff_id=staff_id, revoked_at__isnull=True, expires_at__gt=work.now)
    for session in await open_ones.order_by("id").select_for_update():
        if session.id != but:
            await end_session(work, session, reason, actor)
