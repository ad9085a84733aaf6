"""The network between a server and its database, as a test may cut it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

CHUNK = 65_536


class Cuttable:
    """While it is cut nothing comes through, in either direction, and nobody is told: as when a cable is pulled."""

    def __init__(self, target: str) -> None:
        """`target` is the path of PostgreSQL's socket."""
        self._target = target
        self._is_whole = asyncio.Event()
        self._is_whole.set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    def cut(self) -> None:
        self._is_whole.clear()

    def mend(self) -> None:
        """What was on its way when it was cut arrives now."""
        self._is_whole.set()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield
        finally:
            server.close()
            self.mend()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _carry(self, near: asyncio.StreamReader, to_near: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        with suppress(OSError, asyncio.CancelledError):
            await self._is_whole.wait()
            far, to_far = await asyncio.open_unix_connection(self._target)
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._pump(near, to_far))
                    group.create_task(self._pump(far, to_near))
            finally:
                to_far.close()
        to_near.close()

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await source.read(CHUNK):
                await self._is_whole.wait()
                sink.write(data)
                await sink.drain()
            await self._is_whole.wait()
            sink.close()
