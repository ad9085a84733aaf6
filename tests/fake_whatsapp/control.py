"""The control door: an HTTP server on loopback by which other processes drive the fake server, and the client for it.

`POST /<command>` with the arguments as a JSON object; the answer is the command's JSON, or `{"error": ...}` with 400.
"""

import asyncio
import contextlib
import inspect
import json
from typing import Any, Self

import httpx

from tests.fake_whatsapp.commands import Commands, Json
from tests.fake_whatsapp.http import Request, Response, serve_requests
from tests.fake_whatsapp.server import FakeWhatsApp


class ControlDoor:
    """`async with ControlDoor(whatsapp) as door:`; then it listens at `door.url`."""

    def __init__(self, whatsapp: FakeWhatsApp, port: int = 0) -> None:
        self._commands = Commands(whatsapp)
        self._port = port
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._on_client, "127.0.0.1", self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await self._server.wait_closed()

    async def _on_client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            await serve_requests(reader, writer, self._answer)
        except (ConnectionError, asyncio.CancelledError):
            pass  # only the end of the door cancels a connection; it waits for this task
        finally:
            self._open.discard(task)
            with contextlib.suppress(ConnectionError, RuntimeError):
                writer.close()

    async def _answer(self, request: Request) -> Response:
        name = request.path.removeprefix("/")
        command = None if name.startswith("_") else getattr(self._commands, name, None)
        if request.method != "POST" or not inspect.iscoroutinefunction(command):
            return _json(404, {"error": f"There is no command {name!r}."})
        try:
            arguments = json.loads(request.body or b"{}")
            return _json(200, await command(**arguments) or {})
        except Exception as error:  # whatever a command cannot do, its caller must hear
            return _json(400, {"error": f"{type(error).__name__}: {error}"})


def _json(status: int, body: Json) -> Response:
    return Response(status, json.dumps(body).encode(), "application/json")


class ControlError(Exception):
    """The fake server could not do what it was asked."""


class Control:
    """The other side of the door: `await control("write", person=..., phone=..., text=...)`."""

    def __init__(self, url: str) -> None:
        self._http = httpx.AsyncClient(base_url=url, timeout=120, trust_env=False)

    async def __call__(self, command: str, **arguments: Any) -> Json:
        answer = await self._http.post(f"/{command}", json=arguments)
        body: Json = answer.json()
        if answer.status_code != 200:
            raise ControlError(body["error"])
        return body

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()
