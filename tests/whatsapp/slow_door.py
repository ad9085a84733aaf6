"""A proxy before the fake server's: it lets nobody through until it is opened, and can fall silent."""

import asyncio
from contextlib import suppress
from typing import Self
from urllib.parse import urlsplit


class SlowDoor:
    def __init__(self, behind: str) -> None:
        parts = urlsplit(behind)
        self._behind = (parts.hostname, parts.port)
        self.is_open = asyncio.Event()
        self.has_visitor = asyncio.Event()
        self.carries = asyncio.Event()  # cleared: what is said is held up, and nobody is told
        self.carries.set()
        self._server: asyncio.Server | None = None
        self._visits: set[asyncio.Task[None]] = set()

    @property
    def address(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._visit, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for visit in self._visits:
            visit.cancel()
        await asyncio.gather(*self._visits, return_exceptions=True)

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._visits.add(task)
        self.has_visitor.set()
        try:
            await self.is_open.wait()
            there, back = await asyncio.open_connection(*self._behind)
            try:
                await asyncio.gather(self._carry(reader, back), self._carry(there, writer))
            finally:
                back.close()
        except asyncio.CancelledError:
            pass  # the test is over
        finally:
            writer.close()
            self._visits.discard(task)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                await self.carries.wait()
                writer.write(data)
                await writer.drain()
        writer.close()
