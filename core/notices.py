"""Notices: what staff should know of at once, told once, seen by each, and over when it is over."""

from typing import Any

import orjson

from core import audit
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import NotFoundError
from core.events.event_types import NoticeChanged, NoticeRaised
from core.jobs.queue import Job
from models.notices import Notice, NoticeKind


class NoticeNotFoundError(NotFoundError):
    code = "NOTICE_NOT_FOUND"


_RAISE = """
insert into notices (kind, subject, subject_id, detail, raised_once_key, created_at)
select $1::text, $2::text, $3::bigint, $4::jsonb, $5, $6
where not $7 or not exists (
    select 1 from notices where kind = $1 and subject_id = $3 and subject = $2 and resolved_at is null
)
on conflict (raised_once_key) do nothing returning id
"""

_SETTLE = """
update notices set resolved_at = $3 where kind = any($1) and subject_id = $2 and resolved_at is null returning id
"""

_SEE = """
insert into notices_seen (notice_id, staff_id, created_at)
select id, $2, $3 from notices where id = any($1)
on conflict (notice_id, staff_id) do nothing returning notice_id
"""


class Notices:
    """A notice is raised and settled in the unit of work of what happened; people see it and may resolve it by hand."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @staticmethod
    async def raise_once(
        work: UnitOfWork,
        kind: NoticeKind,
        subject: str,
        subject_id: int,
        key: str,
        detail: dict[str, Any] | None = None,
    ) -> int | None:
        """The notice's id; None when `key` was told before. `subject` is a table, `detail` ids and plain fields."""
        return await _raise(work, kind, subject, subject_id, key, detail, one_at_a_time=False)

    @staticmethod
    async def raise_while(
        work: UnitOfWork, kind: NoticeKind, subject: str, subject_id: int, detail: dict[str, Any] | None = None
    ) -> int | None:
        """Of a state that lasts until `settle`; None while it is told of already. The subject's row must be locked."""
        key = f"{kind}:{subject_id}:{work.now.timestamp():.6f}"
        return await _raise(work, kind, subject, subject_id, key, detail, one_at_a_time=True)

    @staticmethod
    async def settle(work: UnitOfWork, subject_id: int, *kinds: NoticeKind) -> None:
        """The state is over: its open notices are resolved."""
        for row in await work.fetch(_SETTLE, [kind.value for kind in kinds], subject_id, work.now):
            work.append(NoticeChanged(row["id"]))

    async def mark_seen(self, notice_ids: list[int], staff_id: int) -> None:
        """What does not exist is left out; seeing it again changes nothing."""
        async with self._database.unit_of_work() as work:
            for row in await work.fetch(_SEE, notice_ids, staff_id, work.now):
                work.append(NoticeChanged(row["notice_id"]))

    async def resolve(self, notice_id: int, actor: Actor) -> Notice:
        """Resolving it again changes nothing. Raises NoticeNotFoundError."""
        async with self._database.unit_of_work() as work:
            notice = await Notice.filter(id=notice_id).select_for_update().get_or_none()
            if notice is None:
                raise NoticeNotFoundError("There is no such notice.", field="id")
            if notice.resolved_at is None:
                notice.resolved_at = work.now
                await notice.save(update_fields=["resolved_at"])
                work.append(NoticeChanged(notice.id))
                await audit.record(work, actor, "notice.resolve", "notices", notice.id, after={"kind": notice.kind})
        return notice


async def _raise(
    work: UnitOfWork,
    kind: NoticeKind,
    subject: str,
    subject_id: int,
    key: str,
    detail: dict[str, Any] | None,
    *,
    one_at_a_time: bool,
) -> int | None:
    if not work.is_heard:
        return None
    rows = await work.fetch(
        _RAISE, kind.value, subject, subject_id, orjson.dumps(detail or {}).decode(), key, work.now, one_at_a_time
    )
    if not rows:
        return None
    notice_id = int(rows[0]["id"])
    work.append(NoticeRaised(notice_id, kind.value))
    work.defer(Job("tell_owner", {"notice_id": notice_id}))
    return notice_id
