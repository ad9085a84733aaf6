"""The job queue on procrastinate: jobs are rows of the same PostgreSQL, written in the caller's own transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, LiteralString

import orjson
import structlog
from procrastinate import App, BaseRetryStrategy, JobContext, PsycopgConnector, RetryDecision
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job as StoredJob
from procrastinate.worker import Worker
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from tortoise.backends.base.client import BaseDBAsyncClient

from core.jobs.queue import Job, Task

log = structlog.get_logger()

# Every job is in one queue of a name: the bell of a freed lock rings for names only.
QUEUE = "parley"

DEFER = """
select procrastinate_defer_jobs_v1(array(
    select row($1, job.task, 0, job.lock, null, job.arguments, job.scheduled_at)::procrastinate_job_to_defer_v1
    from unnest($2::text[], $3::text[], $4::jsonb[], $5::timestamptz[])
        with ordinality as job (task, lock, arguments, scheduled_at, position)
    order by job.position
))
"""

# One statement, so that two processes which see the same dead worker do not both take its jobs back.
RESCUE: LiteralString = """
update procrastinate_jobs as job
set status = 'todo', worker_id = null, attempts = attempts + 1, abort_requested = false, scheduled_at = null
where job.status = 'doing' and job.queue_name = %(queue)s and job.worker_id is distinct from %(worker_id)s
  and not exists (
      select 1 from procrastinate_workers as worker
      where worker.id = job.worker_id and worker.last_heartbeat >= now() - make_interval(secs => %(silence)s)
  )
returning job.id
"""

# The newest event of a job says when it ended.
DELETE_FINISHED: LiteralString = """
delete from procrastinate_jobs as job
where job.status in ('succeeded', 'failed', 'cancelled', 'aborted') and not exists (
    select 1 from procrastinate_events as event
    where event.job_id = job.id and event.at > now() - make_interval(hours => %(hours)s)
)
"""
KEEP_FINISHED_HOURS = 24

POLL_SECONDS = 0.5
HEARTBEAT_SECONDS = 1.0
# A worker this long without a heartbeat is dead. Should it live after all, a job runs twice, which tasks must bear.
DEAD_AFTER_SECONDS = 6.0
# Shorter than the above: a stopping worker beats no more, and nobody may take its last jobs while it finishes them.
GRACE_SECONDS = 4.0
RESTART_SECONDS = 1.0
DEFAULTS = {"host": "localhost", "port": "5432", "user": "postgres"}
LONGEST_DELAY_SECONDS = 60


class ProcrastinateQueue:
    """The side that defers."""

    async def defer(self, connection: BaseDBAsyncClient, jobs: Sequence[Job]) -> None:
        if not jobs:
            return
        await connection.execute_query(
            DEFER,
            [
                QUEUE,
                [job.task for job in jobs],
                [job.lock for job in jobs],
                [orjson.dumps(job.arguments).decode() for job in jobs],
                [job.scheduled_at for job in jobs],
            ],
        )


class AttemptsSpentError(Exception):
    """The job ended for good; its task was told to give up."""


class _UntilSpent(BaseRetryStrategy):
    """Also jobs that a shutdown cut off come back: without a strategy they would be lost."""

    def get_retry_decision(self, *, exception: BaseException, job: StoredJob) -> RetryDecision | None:
        if isinstance(exception, AttemptsSpentError):
            return None
        if isinstance(exception, asyncio.CancelledError):
            return RetryDecision()
        return RetryDecision(retry_in={"seconds": min(2**job.attempts, LONGEST_DELAY_SECONDS)})


class ProcrastinateRunner:
    """The side that works, over its own small pool of connections to the same database."""

    def __init__(self, url: str, *, concurrency: int = 24) -> None:
        self._conninfo = _conninfo(url)
        self._concurrency = concurrency

    async def run(self, tasks: Sequence[Task]) -> None:
        while True:
            try:
                await self._serve(tasks)
                log.warning("job_worker_ended")
            except Exception:
                # The database was away, or this worker was taken for dead: begin again as a new one.
                log.exception("job_worker_failed")
            await asyncio.sleep(RESTART_SECONDS)

    async def _serve(self, tasks: Sequence[Task]) -> None:
        connector = PsycopgConnector(
            conninfo=self._conninfo,
            min_size=1,
            max_size=3,
            kwargs={"application_name": "parley-jobs"},
            timeout=10,
        )
        app = App(connector=connector)
        for task in (*tasks, Task("delete_finished_jobs", _deletion(app), attempts=1, every="17 * * * * 0")):
            _register(app, task)
        async with app.open_async():
            worker = Worker(
                app,
                queues=[QUEUE],
                concurrency=self._concurrency,
                fetch_job_polling_interval=POLL_SECONDS,
                shutdown_graceful_timeout=GRACE_SECONDS,
                install_signal_handlers=False,
                update_heartbeat_interval=HEARTBEAT_SECONDS,
                stalled_worker_timeout=DEAD_AFTER_SECONDS,
            )
            async with asyncio.TaskGroup() as group:
                rescue = group.create_task(_rescue_for_ever(app, worker))
                try:
                    await worker.run()  # type: ignore[no-untyped-call]  # procrastinate leaves it without types
                finally:
                    rescue.cancel()


async def _rescue_for_ever(app: App, worker: Worker) -> None:
    """A loop of its own in every process: a job for it could be among those that hang."""
    while True:
        try:
            rows = await app.connector.execute_query_all_async(
                RESCUE, queue=QUEUE, worker_id=worker.worker_id, silence=DEAD_AFTER_SECONDS
            )
            if rows:
                log.warning("jobs_rescued", job_ids=[row["id"] for row in rows])
        except ConnectorException:
            log.warning("job_rescue_failed", exc_info=True)
        await asyncio.sleep(HEARTBEAT_SECONDS)


def _deletion(app: App) -> Callable[..., Awaitable[None]]:
    async def delete_finished() -> None:
        await app.connector.execute_query_async(DELETE_FINISHED, hours=KEEP_FINISHED_HOURS)

    return delete_finished


def _register(app: App, task: Task) -> None:
    attempt = _attempt(task)
    registered = app.task(name=task.name, queue=QUEUE, retry=_UntilSpent(), pass_context=True)(attempt)
    if task.every is not None:
        app.periodic(cron=task.every)(registered)


def _attempt(task: Task) -> Callable[..., Awaitable[None]]:
    async def attempt(context: JobContext, **arguments: Any) -> None:
        if task.every is not None:
            arguments = {}  # procrastinate adds the time of the tick
        before = context.job.attempts
        cause: Exception | None = None
        if before < task.attempts:
            try:
                await task.act(**arguments)
            except Exception as error:
                if before + 1 < task.attempts:
                    raise
                cause = error
            else:
                return
        log.error("job_given_up", task=task.name, job_id=context.job.id, attempts=before + 1, exc_info=cause)
        if task.give_up is not None:
            await task.give_up(**arguments)
        raise AttemptsSpentError(task.name) from cause

    return attempt


def _conninfo(url: str) -> str:
    """libpq reads the address itself; only what is left out defaults as elsewhere in the program."""
    return make_conninfo(url, **{key: value for key, value in DEFAULTS.items() if key not in conninfo_to_dict(url)})
