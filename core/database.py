"""The database: how to reach it, and the unit of work (rows, jobs and events in one commit, then the doorbell)."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import asyncpg
from tortoise import Tortoise
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.connection import get_connection, get_connections
from tortoise.context import TortoiseContext
from tortoise.exceptions import TransactionManagementError
from tortoise.transactions import in_transaction

from core import clock
from core.errors import ConfigurationError
from core.events import doorbell, log
from core.events.event_types import Event
from core.jobs.queue import Job, JobQueue

MODELS = (
    "models.staff",
    "models.accounts",
    "models.catalog",
    "models.customers",
    "models.media",
    "models.conversations",
    "models.orders",
    "models.payments",
    "models.knowledge",
    "models.integrations",
    "models.scenarios",
    "models.notices",
    "models.providers",
    "models.audit",
    "models.settings",
    "models.events",
    "models.simulator",
)

CONNECTION = "default"
_POOL_ALONE = frozenset({"minsize", "maxsize", "application_name", "reset", "init"})

# A process that was stopped, or cut off from the database, in the middle of a transaction holds its locks no longer:
# shorter than a number's lease, so that nobody waits for the dead when they take it over.
LONGEST_STANDSTILL = timedelta(seconds=10)


async def _end_at_standstill(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    """The one thing that is set for good; it is the same for everybody, also behind a pooler."""
    milliseconds = int(LONGEST_STANDSTILL.total_seconds() * 1000)
    await connection.execute(f"set idle_in_transaction_session_timeout = {milliseconds}")


async def _leave_as_it_is(_connection: object) -> None:
    """In place of the pool's reset, which asks the server at each release; an open transaction it ends all the same.

    So nothing may leave session state behind: no SET, no session advisory lock, no LISTEN on a pooled connection.
    """


def tortoise_config(url: str, *, pool_size: int = 10) -> dict[str, Any]:
    """`url` is postgres://user:password@host:port/database, or with ?host=/folder for a unix socket."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ConfigurationError(
            "DATABASE_URL must look like postgres://user:password@host:5432/database.", field="DATABASE_URL"
        )
    query = dict(parse_qsl(parts.query))
    credentials: dict[str, Any] = {
        "host": query.pop("host", None) or parts.hostname or "localhost",
        "port": int(query.pop("port", None) or parts.port or 5432),
        "user": unquote(parts.username or "postgres"),
        "password": unquote(parts.password) if parts.password else None,
        "database": parts.path.strip("/"),
        "minsize": 1,
        "maxsize": pool_size,
        "application_name": "parley",
        "reset": _leave_as_it_is,
        "init": _end_at_standstill,
    }
    if mode := query.pop("sslmode", None):
        credentials["ssl"] = mode  # asyncpg takes libpq's words for it
    return {
        "connections": {CONNECTION: {"engine": "tortoise.backends.asyncpg", "credentials": credentials}},
        "apps": {"models": {"models": [*MODELS, "aerich.models"], "default_connection": CONNECTION}},
        "use_tz": True,
        "timezone": "UTC",
    }


async def open_connection(url: str) -> "asyncpg.Connection[asyncpg.Record]":
    """A connection beside the pool, for LISTEN and for locks of a session."""
    credentials = tortoise_config(url)["connections"][CONNECTION]["credentials"]
    arguments = {key: value for key, value in credentials.items() if key not in _POOL_ALONE}
    return await asyncpg.connect(**arguments)


# For aerich's command line alone, which compares models with migrations and connects to nothing.
TORTOISE_CONFIG = tortoise_config("postgres://postgres@localhost/parley")


class UnitOfWork:
    """One transaction: what is appended and deferred here is written with its rows, or not at all.

    `is_heard`: whether anybody is told of what happens in it; if not, there is no audit row, and its events, jobs and
    notices come to nothing.
    """

    def __init__(self, connection: BaseDBAsyncClient, *, is_joinable: bool = False, is_heard: bool = True) -> None:
        self.connection = connection
        self.is_joinable = is_joinable
        self.is_heard = is_heard
        self.now: datetime = clock.now()
        self._events: list[Event] = []
        self._jobs: list[Job] = []

    def append(self, event: Event) -> None:
        self._events.append(event)

    def defer(self, job: Job) -> None:
        self._jobs.append(job)

    async def fetch(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        """Rows of a SELECT or of a statement with RETURNING."""
        return list(await self.connection.execute_query_dict(sql, list(values)))

    async def execute(self, sql: str, *values: Any) -> int:
        """The number of rows the statement touched."""
        touched, _ = await self.connection.execute_query(sql, list(values))
        return int(touched)

    async def write_down(self, jobs: JobQueue) -> bool:
        """Writes events and jobs just before the commit; whether there was an event."""
        if not self.is_heard:
            return False
        await log.append(self.connection, self._events)
        await jobs.defer(self.connection, self._jobs)
        return bool(self._events)


_current: ContextVar[UnitOfWork | None] = ContextVar("unit_of_work", default=None)


class Database:
    """One connected PostgreSQL. `is_heard`: as of its units of work."""

    def __init__(self, jobs: JobQueue, *, is_heard: bool = True) -> None:
        self._jobs = jobs
        self._is_heard = is_heard

    @asynccontextmanager
    async def unit_of_work(self, *, joinable: bool = False) -> AsyncIterator[UnitOfWork]:
        """Opens a transaction. A rule that joins its caller's takes `work` instead; to nest is a mistake.

        Only inside a `joinable` one, a rule that would open its own works in that instead: so the record of an
        idempotency key and what the mutation did are written together.
        """
        outer = _current.get()
        if outer is not None:
            if not outer.is_joinable:
                raise RuntimeError("a unit of work is open already; pass `work` on instead of opening another")
            yield outer
            return
        async with _transaction() as connection:
            work = UnitOfWork(connection, is_joinable=joinable, is_heard=self._is_heard)
            token = _current.set(work)
            try:
                yield work
                has_events = await work.write_down(self._jobs)
            finally:
                _current.reset(token)
        if has_events:
            doorbell.ring()

    async def fetch(self, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Rows of a read outside any transaction."""
        return list(await get_connection(CONNECTION).execute_query_dict(sql, list(values)))


@asynccontextmanager
async def _transaction() -> AsyncIterator[BaseDBAsyncClient]:
    """Tortoise's own, except that a BEGIN, COMMIT or ROLLBACK which is cut off gives its connection back, and ends it.

    Tortoise 1.1.9 forgets it: every task cancelled in that moment would take a connection out of the pool for ever.
    """
    context: Any = in_transaction(CONNECTION)
    try:
        connection = await context.__aenter__()
    except BaseException:
        if (cut_off := context.client._connection) is not None:  # noqa: SLF001 - where Tortoise keeps it
            # Nobody knows whether it is in a transaction now, and the pool complains of one that is.
            cut_off.terminate()
            await context.client._parent._pool.release(cut_off)  # noqa: SLF001
        if (token := getattr(context, "token", None)) is not None:
            get_connections().reset(token)
        raise
    try:
        yield connection
    except TransactionManagementError as error:
        await context.__aexit__(type(error), error, error.__traceback__)
        raise
    except BaseException:
        await _end(context, context.client.rollback)
        raise
    else:
        await _end(context, context.client.commit)


async def _end(context: Any, end: Callable[[], Awaitable[None]]) -> None:
    client = context.client
    try:
        await end()
    except Exception:
        client._finalized = True  # noqa: SLF001 - else Tortoise would commit once more
        raise
    except BaseException:
        client._finalized = True  # noqa: SLF001
        client._connection.terminate()  # noqa: SLF001 - as above: perhaps it is still in the transaction
        raise
    finally:
        await context.__aexit__(None, None, None)


@asynccontextmanager
async def connected(url: str, *, pool_size: int = 10) -> AsyncIterator[TortoiseContext]:
    """Connects Tortoise for the life of the block; requests and background tasks share it."""
    context = await Tortoise.init(config=tortoise_config(url, pool_size=pool_size), _enable_global_fallback=True)
    try:
        yield context
    finally:
        await context.close_connections()
