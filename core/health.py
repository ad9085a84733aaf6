"""How the running program is: each part in a few cheap figures, for people who wonder why something is slow."""

import asyncio
import platform
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter
from typing import Any

from core import clock
from core.database import Database
from core.events.feed import Feed
from models.accounts import AccountStatus

PROGRAM = "parley"

# One statement each, over what is unfinished: never over what is done.
_JOBS = """
select count(*) filter (where status = 'todo' and coalesce(scheduled_at, $1) <= $1) as waiting,
       count(*) filter (where status = 'todo' and scheduled_at > $1) as planned,
       count(*) filter (where status = 'doing') as running,
       min(coalesce(job.scheduled_at, deferred.at)) filter (
           where status = 'todo' and coalesce(scheduled_at, $1) <= $1
       ) as oldest
from procrastinate_jobs as job
left join lateral (
    select at from procrastinate_events where job_id = job.id order by id limit 1
) as deferred on true
where status in ('todo', 'doing')
"""
_ACCOUNTS = """
select account.id, account.status, account.status_reason, account.status_changed_at,
       account.should_connect, account.last_event_at, coalesce(account.owned_until > $1, false) as is_owned,
       waiting.depth, waiting.oldest
from whatsapp_accounts as account
cross join lateral (
    select count(*) as depth, min(created_at) as oldest from messages
    where messages.account_id = account.id and state in ('QUEUED', 'SENDING')
) as waiting
where account.deleted_at is null and not account.is_lab
order by account.id
"""
# How many events this process has not read yet; counted no further than what is alarming already.
FAR_BEHIND = 1000
_LAG = """
select count(*) as events, min(created_at) as oldest from (
    select created_at from events where (xid, id) > ($1::text::xid8, $2::bigint) order by xid, id limit $3
) as unread
"""
_VERSIONS = """
select current_setting('server_version') as postgres, (select version from aerich order by id desc limit 1) as schema
"""


@dataclass(frozen=True, slots=True)
class EventFeedHealth:
    unread: int  # counted up to FAR_BEHIND
    lag_seconds: float


@dataclass(frozen=True, slots=True)
class JobsHealth:
    waiting: int
    planned: int
    running: int
    oldest_seconds: float | None


@dataclass(frozen=True, slots=True)
class AccountHealth:
    id: int
    status: AccountStatus
    status_reason: str | None
    status_changed_at: datetime
    should_connect: bool
    is_owned: bool
    last_event_at: datetime | None
    outbox: int
    outbox_oldest_seconds: float | None


@dataclass(frozen=True, slots=True)
class DiskHealth:
    free: int
    total: int


@dataclass(frozen=True, slots=True)
class Versions:
    program: str
    python: str
    postgres: str
    schema: str


@dataclass(frozen=True, slots=True)
class Health:
    database_milliseconds: float
    event_feed: EventFeedHealth
    jobs: JobsHealth
    accounts: list[AccountHealth]
    disk: DiskHealth
    versions: Versions


class SystemHealth:
    """`folder` tells where files are kept, so that its disk can be looked at."""

    def __init__(self, database: Database, feed: Feed, folder: Callable[[], Path]) -> None:
        self._database = database
        self._feed = feed
        self._folder = folder

    async def look(self) -> Health:
        now = clock.now()
        return Health(
            database_milliseconds=await self._database_milliseconds(),
            event_feed=await self._event_feed(now),
            jobs=await self._jobs(now),
            accounts=await self._accounts(now),
            disk=await asyncio.to_thread(_disk, self._folder()),
            versions=await self._versions(),
        )

    async def _database_milliseconds(self) -> float:
        began = perf_counter()
        await self._database.fetch("select 1")
        return (perf_counter() - began) * 1000

    async def _event_feed(self, now: datetime) -> EventFeedHealth:
        tail = await self._feed.place()
        row = (await self._database.fetch(_LAG, [str(tail.xid), tail.sequence, FAR_BEHIND]))[0]
        return EventFeedHealth(row["events"], _seconds(row["oldest"], now) or 0.0)

    async def _jobs(self, now: datetime) -> JobsHealth:
        row = (await self._database.fetch(_JOBS, [now]))[0]
        return JobsHealth(row["waiting"], row["planned"], row["running"], _seconds(row["oldest"], now))

    async def _accounts(self, now: datetime) -> list[AccountHealth]:
        return [
            AccountHealth(
                id=row["id"],
                status=AccountStatus(row["status"]),
                status_reason=row["status_reason"],
                status_changed_at=row["status_changed_at"],
                should_connect=row["should_connect"],
                is_owned=row["is_owned"],
                last_event_at=row["last_event_at"],
                outbox=row["depth"],
                outbox_oldest_seconds=_seconds(row["oldest"], now),
            )
            for row in await self._database.fetch(_ACCOUNTS, [now])
        ]

    async def _versions(self) -> Versions:
        row: dict[str, Any] = (await self._database.fetch(_VERSIONS))[0]
        return Versions(_program_version(), platform.python_version(), row["postgres"], row["schema"])


def _seconds(moment: datetime | None, now: datetime) -> float | None:
    return None if moment is None else max(0.0, (now - moment).total_seconds())


def _disk(folder: Path) -> DiskHealth:
    while not folder.exists():  # before the first file is kept
        folder = folder.parent
    usage = shutil.disk_usage(folder)
    return DiskHealth(usage.free, usage.total)


@cache
def _program_version() -> str:
    """Of the installed package; where the program runs out of its own folder, of the project."""
    try:
        return version(PROGRAM)
    except PackageNotFoundError:
        project = Path(__file__).resolve().parent.parent / "pyproject.toml"
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
