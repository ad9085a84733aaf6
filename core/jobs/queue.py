"""The port of the job queue."""

from collections.abc import Awaitable, Callable, Sequence
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


@dataclass(frozen=True, slots=True)
class Task:
    """What is done for the jobs of one name. A task may run again after a crash, so it must bear repetition."""

    name: str
    act: Callable[..., Awaitable[object]]  # called with the arguments of the job, by keyword
    give_up: Callable[..., Awaitable[object]] | None = None  # called likewise when all attempts are spent
    attempts: int = 6
    every: str | None = None  # cron of six fields (seconds last), UTC; once per tick for all processes together


class JobRunner(Protocol):
    async def run(self, tasks: Sequence[Task]) -> None:
        """Runs jobs until it is cancelled; then it waits for those that run, though not for ever.

        The jobs of a process that died are taken up within seconds, here or in another process.
        """
