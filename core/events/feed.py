"""The feed: one tailer per process reads the log, and hands each event to all who follow, in memory."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from secrets import token_hex

import asyncpg
import structlog
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.connection import get_connection
from tortoise.exceptions import BaseORMException

from core.errors import ConflictError, CursorExpiredError
from core.events import doorbell, log
from core.events.log import Cursor, LoggedEvent

logger = structlog.get_logger()

CHANNEL = "parley_events"
# A bell can be lost with its connection; the log is looked into this often in any case.
POLL_SECONDS = 1.0
# A transaction that started earlier and is still open hides younger events; they come within moments.
HELD_BACK_SECONDS = 0.005
PING_SECONDS = 15.0
RETRY_SECONDS = 1.0
PAGE = 500

_BROKEN_CONNECTION = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, BaseORMException, TimeoutError)


class ResyncRequiredError(ConflictError):
    """This follower was too slow, or the log was restored. Ask for a snapshot, or come back with `after`."""

    code = "RESYNC_REQUIRED"


class Subscription:
    """What one follower has not taken yet. When it holds `size` events the follower is cut off, and told."""

    def __init__(self, types: frozenset[str] | None, size: int) -> None:
        self._types = types
        self._size = size
        self._waiting: deque[LoggedEvent] = deque()
        self._rung = asyncio.Event()
        self._lost: ResyncRequiredError | None = None

    def wants(self, event: LoggedEvent) -> bool:
        return self._types is None or event.type in self._types

    def put(self, event: LoggedEvent) -> None:
        if self._lost is not None:
            return
        if len(self._waiting) >= self._size:
            self.lose("You read more slowly than things happen here.")
            return
        self._waiting.append(event)
        self._rung.set()

    def lose(self, reason: str) -> None:
        """What waits is dropped: to deliver it and then skip the rest would look like a complete stream."""
        self._lost = ResyncRequiredError(f"{reason} Take a new snapshot, or come back with the last cursor you have.")
        self._waiting.clear()
        self._rung.set()

    async def next(self) -> LoggedEvent:
        """Raises ResyncRequiredError once this follower was cut off."""
        while not self._waiting:
            if self._lost is not None:
                raise self._lost
            self._rung.clear()
            await self._rung.wait()
        return self._waiting.popleft()


class Feed:
    """`connect` opens a connection of its own for LISTEN; behind pgbouncer it needs session mode."""

    def __init__(self, connect: Callable[[], Awaitable["asyncpg.Connection[asyncpg.Record]"]]) -> None:
        self._connect = connect
        self._subscriptions: set[Subscription] = set()
        self._cursor: Cursor | None = None
        self._started = asyncio.Event()
        self._rung = asyncio.Event()
        self._to_tell_others = asyncio.Event()
        self._name = token_hex(8)

    async def run(self) -> None:
        """Tails the log until cancelled; it outlives restarts of the database."""
        end = doorbell.listen(self._ring_from_here)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._tail())
                group.create_task(self._listen())
        finally:
            end()

    async def place(self) -> Cursor:
        """How far this process has read. What is read after it and followed from it leaves no gap."""
        await self._started.wait()
        return self._cursor or Cursor(0, 0, 0)

    @asynccontextmanager
    async def subscribe(
        self, types: frozenset[str] | None = None, *, after: Cursor | None = None, size: int = 1000
    ) -> AsyncIterator[AsyncIterator[LoggedEvent]]:
        """Events of these types from now on, or all after a cursor and then on, without a gap or a repeat.

        Raises CursorExpiredError for a cursor of another life of the log, and ResyncRequiredError while iterating
        when `size` events wait unread.
        """
        await self._started.wait()
        subscription = Subscription(types, size)
        self._subscriptions.add(subscription)
        # Nothing awaits between these two lines: what the tailer hands out next is exactly what comes after `tail`.
        tail = self._cursor or Cursor(0, 0, 0)
        try:
            yield self._follow(subscription, after, tail)
        finally:
            self._subscriptions.discard(subscription)

    async def _follow(
        self, subscription: Subscription, after: Cursor | None, tail: Cursor
    ) -> AsyncIterator[LoggedEvent]:
        if after is not None:
            cursor = after
            while page := await log.read(_connection(), cursor, limit=PAGE):
                for event in page:
                    if event.cursor <= tail and subscription.wants(event):
                        yield event
                cursor = page[-1].cursor
                if cursor >= tail:
                    break
        while True:
            event = await subscription.next()
            # A follower may know more than this process had read when it came.
            if after is None or event.cursor > after:
                yield event

    def _ring_from_here(self) -> None:
        self._rung.set()
        self._to_tell_others.set()

    async def _tail(self) -> None:
        while True:
            try:
                if self._cursor is None:
                    self._cursor = await log.head(_connection())
                    self._started.set()
                self._cursor = await self._read_from(self._cursor)
                held_back = await log.is_held_back(_connection())
            except CursorExpiredError:
                self._cursor = None
                for subscription in tuple(self._subscriptions):
                    subscription.lose("The log was restored from a backup.")
                continue
            except _BROKEN_CONNECTION as error:
                logger.warning("event_log_unreachable", error=type(error).__name__)
                await asyncio.sleep(RETRY_SECONDS)
                continue
            with suppress(TimeoutError):
                async with asyncio.timeout(HELD_BACK_SECONDS if held_back else POLL_SECONDS):
                    await self._rung.wait()
            self._rung.clear()

    async def _read_from(self, cursor: Cursor) -> Cursor:
        """Hands out all that came after the cursor; the place reached."""
        while page := await log.read(_connection(), cursor, limit=PAGE):
            for event in page:
                for subscription in self._subscriptions:
                    if subscription.wants(event):
                        subscription.put(event)
            cursor = page[-1].cursor
            # From here on a new subscription starts at this page's end; nothing awaits in between.
            self._cursor = cursor
        return cursor

    async def _listen(self) -> None:
        while True:
            try:
                await self._listen_on_one_connection()
            except _BROKEN_CONNECTION as error:
                logger.warning("doorbell_disconnected", error=type(error).__name__)
            await asyncio.sleep(RETRY_SECONDS)

    async def _listen_on_one_connection(self) -> None:
        """Rings here what others committed, and tells the others what was committed here."""

        def heard(_connection: object, _pid: int, _channel: str, sender: object) -> None:
            if sender != self._name:
                self._rung.set()

        connection = await self._connect()
        try:
            await connection.add_listener(CHANNEL, heard)
            # What was committed while nobody listened.
            self._rung.set()
            while True:
                try:
                    async with asyncio.timeout(PING_SECONDS):
                        await self._to_tell_others.wait()
                except TimeoutError:
                    await connection.execute("select 1", timeout=PING_SECONDS)
                    continue
                self._to_tell_others.clear()
                await connection.execute("select pg_notify($1, $2)", CHANNEL, self._name, timeout=PING_SECONDS)
        finally:
            with suppress(*_BROKEN_CONNECTION):
                await connection.close(timeout=2)


def _connection() -> BaseDBAsyncClient:
    return get_connection("default")
