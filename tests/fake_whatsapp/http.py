"""A small HTTP/1.1 server on one open stream: for the media host and for the control door. The grammar is h11's."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import h11

_CHUNK = 1 << 16


@dataclass(frozen=True)
class Request:
    method: str
    path: str  # without the query
    query: str
    body: bytes


@dataclass(frozen=True)
class Response:
    status: int = 200
    body: bytes = b""
    content_type: str = "application/octet-stream"


Answer = Callable[[Request], Awaitable[Response]]


async def _next_event(connection: h11.Connection, reader: asyncio.StreamReader) -> h11.Event | type[h11.PAUSED]:
    while True:
        event = connection.next_event()
        if event is not h11.NEED_DATA:
            return event  # type: ignore[return-value]  # NEED_DATA is excluded above, which the stubs cannot say
        connection.receive_data(await reader.read(_CHUNK))


async def serve_requests(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, answer: Answer) -> None:
    """Answer one request after another until the client has no more."""
    connection = h11.Connection(h11.SERVER)
    while True:
        event = await _next_event(connection, reader)
        if not isinstance(event, h11.Request):
            return
        body = bytearray()
        while isinstance(more := await _next_event(connection, reader), h11.Data):
            body += more.data
        if not isinstance(more, h11.EndOfMessage):
            return
        path, _, query = event.target.decode().partition("?")
        response = await answer(Request(event.method.decode(), path, query, bytes(body)))
        headers = [("Content-Type", response.content_type), ("Content-Length", str(len(response.body)))]
        for part in (
            h11.Response(status_code=response.status, headers=headers),
            h11.Data(data=response.body),
            h11.EndOfMessage(),
        ):
            writer.write(connection.send(part) or b"")
        await writer.drain()
        if connection.our_state is not h11.DONE or connection.their_state is not h11.DONE:
            return
        connection.start_next_cycle()
