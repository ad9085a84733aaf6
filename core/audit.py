"""Who did what: the actor of a change, and the audit row in the same transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.database import UnitOfWork
from models.audit import AuditLog
from models.orders import ActorKind


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks for a change. `request_id` ties the rows of one request together."""

    kind: ActorKind
    staff_id: int | None = None
    api_key_id: int | None = None
    request_id: str | None = None


PROGRAM = Actor(ActorKind.PROGRAM)
CUSTOMER = Actor(ActorKind.CUSTOMER)


async def record(
    work: UnitOfWork,
    actor: Actor,
    action: str,
    subject: str,
    subject_id: int,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """`before` and `after` hold ids and plain fields; of a personal field only that it changed."""
    if not work.is_heard:
        return
    await AuditLog.create(
        actor=actor.kind,
        staff_id=actor.staff_id,
        api_key_id=actor.api_key_id,
        action=action,
        subject=subject,
        subject_id=subject_id,
        before=before or {},
        after=after or {},
        request_id=actor.request_id,
        created_at=work.now,
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of `record_many`."""

    action: str
    subject: str
    subject_id: int
    before: dict[str, Any]
    after: dict[str, Any]


async def record_many(work: UnitOfWork, actor: Actor, entries: Sequence[Entry]) -> None:
    """As `record`, of what was done all at once."""
    rows = [
        AuditLog(
            actor=actor.kind,
            staff_id=actor.staff_id,
            api_key_id=actor.api_key_id,
            action=entry.action,
            subject=entry.subject,
            subject_id=entry.subject_id,
            before=entry.before,
            after=entry.after,
            request_id=actor.request_id,
            created_at=work.now,
        )
        for entry in entries
    ]
    await AuditLog.bulk_create(rows, batch_size=500)
