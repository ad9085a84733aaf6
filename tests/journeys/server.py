"""A server started as the user starts it, and the public doors to it: HTTP and WebSocket, nothing else."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx
from gql import Client, gql
from gql.transport.websockets import WebsocketsTransport

CHECKOUT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
STOP_SECONDS = 30
# What of our own environment a server under test may see: nothing that configures Parley.
KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """`data` keeps everything between two lives of the server, as it does for a shop."""

    data: Path
    port: int = field(default_factory=free_port)
    environment: dict[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()  # of `serve`
    dev: bool = True
    build: bool = False  # whether it builds the dashboard first, as it does for a user
    checkout: Path = CHECKOUT
    below: tuple[str, ...] = ()  # what Python runs it under, as `-m` of another program
    process: subprocess.Popen[bytes] | None = None
    _key: str | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.data.with_suffix(".log")

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        return {**kept, "PORT": str(self.port), "PARLEY_DATA": str(self.data), **self.environment}

    def start(self) -> None:
        self.launch()
        self.wait_until_ready()

    def launch(self) -> None:
        switches = ("--dev" if self.dev else "--no-dev", "--build" if self.build else "--no-build")
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, *self.below, "-m", "web.cli", "serve", *switches, *self.options],
                cwd=self.checkout,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            assert self.process is not None
            if self.process.poll() is not None:
                raise AssertionError(
                    f"the server ended with {self.process.returncode}:\n{self.log.read_text()[-4000:]}"
                )
            try:
                if httpx.get(f"{self.url}/readyz", timeout=2).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.05)
        raise AssertionError(f"the server was not ready in time:\n{self.log.read_text()[-4000:]}")

    def stop(self) -> int:
        """As Ctrl-C does; the exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(STOP_SECONDS)
        self.process = None
        return code

    @property
    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def kill(self) -> None:
        """As `kill -9` does."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(STOP_SECONDS)
        self.process = None

    def complaints(self) -> list[str]:
        """What it logged as an error, in all its lives."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if '"level": "error"' in line or '"level": "critical"' in line]

    def command(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Another command of the program, on the same data."""
        return subprocess.run(
            [sys.executable, "-m", "web.cli", *arguments],
            cwd=self.checkout,
            env=self._environment(),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    @property
    def key(self) -> str:
        """An API key that may do everything, made as an integrator's owner makes it."""
        if self._key is None:
            made = self.command("api-key", "create", "--name", "journeys", "--scope", "*")
            assert made.returncode == 0, made.stderr
            self._key = made.stdout.splitlines()[-1]
        return self._key

    @asynccontextmanager
    async def api(self, key: str | None = None) -> AsyncIterator["Api"]:
        async with httpx.AsyncClient(
            base_url=self.url, timeout=30, headers={"Authorization": f"Bearer {key or self.key}"}
        ) as http:
            yield Api(http, self.url, key or self.key)


class ApiError(Exception):
    """The API answered with errors at the top."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        super().__init__("; ".join(error["message"] for error in errors))
        self.errors = errors

    @property
    def codes(self) -> list[str]:
        return [error.get("extensions", {}).get("code") for error in self.errors]


class Api:
    """The API as an integrator uses it."""

    def __init__(self, http: httpx.AsyncClient, url: str, key: str) -> None:
        self.http = http
        self._url = url
        self._key = key

    async def call(self, document: str, **variables: Any) -> dict[str, Any]:
        answer = await self.http.post("/graphql", json={"query": document, "variables": variables})
        body = answer.json()
        if body.get("errors"):
            raise ApiError(body["errors"])
        assert answer.status_code == 200, answer.text
        data: dict[str, Any] = body["data"]
        return data

    async def upload(self, path: str, content: bytes, content_type: str) -> httpx.Response:
        return await self.http.put(path, content=content, headers={"Content-Type": content_type})

    @asynccontextmanager
    async def session(self) -> AsyncIterator["Session"]:
        """A socket of its own, for any number of subscriptions."""
        transport = WebsocketsTransport(
            url=self._url.replace("http", "ws", 1) + "/graphql",
            subprotocols=[WebsocketsTransport.GRAPHQLWS_SUBPROTOCOL],
            init_payload={"authorization": f"Bearer {self._key}"},
        )
        async with Client(transport=transport, fetch_schema_from_transport=False) as session:
            yield Session(session)

    @asynccontextmanager
    async def follow(self, document: str, **variables: Any) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
        """A subscription over a socket of its own."""
        async with self.session() as session, aclosing(session.subscribe(document, **variables)) as events:
            yield events


class Session:
    """An open socket."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def subscribe(self, document: str, **variables: Any) -> AsyncGenerator[dict[str, Any], None]:
        request = gql(document)
        request.variable_values = variables
        events: AsyncGenerator[dict[str, Any], None] = self._session.subscribe(request)
        return events


Event = TypeVar("Event")


async def until(events: AsyncIterator[Event], wanted: Callable[[Event], bool], seconds: float = 30) -> Event:
    """The first event that is wanted; those before it are passed over."""
    async with asyncio.timeout(seconds):
        async for event in events:
            if wanted(event):
                return event
    raise AssertionError("the stream ended first")
