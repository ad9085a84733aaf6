"""The port of the job queue."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from tortoise.backends.base.client import BaseDBAsyncClient


@dataclass(frozen=True, slots=True)
class Job:
    """Jobs of one `lock` run one after another in the order they were deferred, also across retries."""

    task: str
    arguments: dict[str, Any] = field(default_factory=dict)
    lock: str | None = None
    scheduled_at: datetime | None = None


class JobQueue(Protocol):
    async def defer(self, connection: BaseDBAsyncClient, jobs: Sequence[Job]) -> None:
        """Writes the jobs in the transaction of `connection`; they exist when it commits, and not otherwise."""
