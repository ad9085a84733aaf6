"""Somebody else's server on this machine, who receives webhooks: well, badly, or as no server should."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import orjson
from standardwebhooks import Webhook as Signer

Manner = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Request:
    line: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def event(self) -> dict[str, Any]:
        event: dict[str, Any] = orjson.loads(self.body)
        return event

    def verify(self, secret: str) -> None:
        """Raises when it was not signed with this secret just now."""
        Signer(secret).verify(self.body, self.headers)


def answers(status: int, *headers: str, body: bytes = b"ok") -> Manner:
    async def answer(writer: asyncio.StreamWriter) -> None:
        head = [f"HTTP/1.1 {status} So", f"Content-Length: {len(body)}", "Connection: close", *headers]
        writer.write("\r\n".join([*head, "", ""]).encode() + body)
        await writer.drain()

    return answer


async def accepts(writer: asyncio.StreamWriter) -> None:
    await answers(204, body=b"")(writer)


async def says_nothing(writer: asyncio.StreamWriter) -> None:
    """Takes the request and never answers."""
    await asyncio.Event().wait()


async def never_ends(writer: asyncio.StreamWriter) -> None:
    """Says 200 and that there is more to come, which never comes."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nwait")
    await writer.drain()
    await asyncio.Event().wait()


async def floods(writer: asyncio.StreamWriter) -> None:
    """Says 200 and sends for ever."""
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
        await writer.drain()


async def drips(writer: asyncio.StreamWriter) -> None:
    """Sends the head of an answer, a byte at a time, and so never gets to its end."""
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.02)


async def hangs_up(writer: asyncio.StreamWriter) -> None:
    """Closes without a word."""


async def talks_nonsense(writer: asyncio.StreamWriter) -> None:
    writer.write(b"220 mail.example ESMTP\r\n")
    await writer.drain()


@dataclass
class Receiver:
    """`manners` are used up one by one; then the last of them stays."""

    port: int = 0
    manners: list[Manner] = field(default_factory=lambda: [accepts])
    requests: list[Request] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hooks"

    def behaves(self, *manners: Manner) -> None:
        self.manners = list(manners)

    async def has(self, count: int, *, seconds: float = 10) -> list[Request]:
        """Waits until so many requests came."""
        return await self.until(lambda: len(self.requests) >= count, seconds=seconds)

    async def until(self, is_so: Callable[[], bool], *, seconds: float = 10) -> list[Request]:
        async with asyncio.timeout(seconds):
            while not is_so():
                self._news.clear()
                await self._news.wait()
        return self.requests

    def ids(self) -> list[str]:
        return [request.id for request in self.requests]

    def counts(self) -> Counter[str]:
        return Counter(self.ids())

    async def receive(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            request = await _read(reader)
            manner = self.manners.pop(0) if len(self.manners) > 1 else self.manners[0]
            self.requests.append(request)
            self._news.set()
            await manner(writer)
        writer.close()


async def _read(reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("ascii")
    line, *lines = head.rstrip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (each.partition(":") for each in lines)}
    return Request(line, headers, await reader.readexactly(int(headers.get("content-length", "0"))))


@asynccontextmanager
async def receiving(*manners: Manner, port: int = 0) -> AsyncIterator[Receiver]:
    receiver = Receiver(manners=list(manners) or [accepts])
    busy: set[asyncio.Task[None]] = set()

    async def receive(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        busy.add(task)
        try:
            await receiver.receive(reader, writer)
        except asyncio.CancelledError:
            writer.close()
        finally:
            busy.discard(task)

    server = await asyncio.start_server(receive, "127.0.0.1", port)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()
        for task in tuple(busy):
            task.cancel()
        await asyncio.gather(*busy, return_exceptions=True)
