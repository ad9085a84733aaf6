"""How the running program is, as the API shows it."""

from datetime import datetime
from decimal import Decimal
from typing import Self

import strawberry

from core import health
from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import field
from graph.schema.accounts import WhatsappAccount
from models.accounts import AccountStatus


@strawberry.type(name="DatabaseStats", description="The database.")
class DatabaseHealth:
    milliseconds: float = strawberry.field(description="How long the smallest question took to be answered.")


@strawberry.type(name="EventFeedStats", description="How far this process is behind the log of events.")
class EventFeedHealth:
    unread: int = strawberry.field(description=f"Events it has not read yet; {health.FAR_BEHIND} means that or more.")
    lag_seconds: float = strawberry.field(description="How old the oldest of them is; 0 when there is none.")


@strawberry.type(name="JobsStats", description="The queue of jobs, of all processes together.")
class JobsHealth:
    waiting: int = strawberry.field(description="Jobs that are due and that nobody does yet.")
    planned: int = strawberry.field(description="Jobs whose time has not come.")
    running: int = strawberry.field(description="Jobs that are being done.")
    oldest_seconds: float | None = strawberry.field(description="How long the oldest due job has waited.")


@strawberry.type(name="AccountStats", description="A WhatsApp number, and what waits to be sent over it.")
class AccountHealth:
    status: AccountStatus = strawberry.field(description="Whether it is linked.")
    status_reason: str | None = strawberry.field(description="Why, in a short word.")
    status_changed_at: datetime = strawberry.field(description="Since when.")
    should_connect: bool = strawberry.field(description="Whether staff want it linked.")
    is_owned: bool = strawberry.field(description="Whether a process looks after it.")
    last_event_at: datetime | None = strawberry.field(description="When WhatsApp told something over it last.")
    outbox: int = strawberry.field(description="Messages that wait to be sent.")
    outbox_oldest_seconds: float | None = strawberry.field(description="How long the oldest of them has waited.")
    key: strawberry.Private[int]

    @classmethod
    def of(cls, account: health.AccountHealth) -> Self:
        return cls(
            key=account.id,
            status=account.status,
            status_reason=account.status_reason,
            status_changed_at=account.status_changed_at,
            should_connect=account.should_connect,
            is_owned=account.is_owned,
            last_event_at=account.last_event_at,
            outbox=account.outbox,
            outbox_oldest_seconds=account.outbox_oldest_seconds,
        )

    @field(may=Permission.ACCOUNTS_READ, description="The number.")
    async def account(self, info: Info) -> WhatsappAccount | None:
        return await WhatsappAccount.load(info, self.key)


@strawberry.type(name="DiskStats", description="The disk of the data folder, where received files are kept.")
class DiskHealth:
    free_bytes: Decimal = strawberry.field(description="What is left.")
    total_bytes: Decimal = strawberry.field(description="What there is in all.")


@strawberry.type(name="VersionStats", description="What runs here.")
class Versions:
    parley: str = strawberry.field(description="This program.")
    python: str = strawberry.field(description="Python.")
    postgresql: str = strawberry.field(description="The database.")
    schema: str = strawberry.field(description="The newest change of the tables.")


@strawberry.type(name="SystemStats", description="How the process that answers is, and what it shares with others.")
class SystemHealth:
    database: DatabaseHealth = strawberry.field(description="The database.")
    event_feed: EventFeedHealth = strawberry.field(description="The log of events.")
    jobs: JobsHealth = strawberry.field(description="The jobs.")
    accounts: list[AccountHealth] = strawberry.field(description="The WhatsApp numbers.")
    disk: DiskHealth = strawberry.field(description="The disk.")
    versions: Versions = strawberry.field(description="The versions.")

    @classmethod
    def of(cls, found: health.Health) -> Self:
        feed, jobs, disk, versions = found.event_feed, found.jobs, found.disk, found.versions
        return cls(
            database=DatabaseHealth(milliseconds=found.database_milliseconds),
            event_feed=EventFeedHealth(unread=feed.unread, lag_seconds=feed.lag_seconds),
            jobs=JobsHealth(
                waiting=jobs.waiting, planned=jobs.planned, running=jobs.running, oldest_seconds=jobs.oldest_seconds
            ),
            accounts=[AccountHealth.of(account) for account in found.accounts],
            disk=DiskHealth(free_bytes=Decimal(disk.free), total_bytes=Decimal(disk.total)),
            versions=Versions(
                parley=versions.program,
                python=versions.python,
                postgresql=versions.postgres,
                schema=versions.schema,
            ),
        )
