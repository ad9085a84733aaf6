"""Real gateways over the unmodified neonize wheel, in a process that takes the fake server for WhatsApp.

Go reads its environment when a process starts, and it takes the process with it when it panics: so it has its own.
"""

import asyncio
import itertools
import os
import shutil
import sys
import tempfile
from asyncio.subprocess import Process
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from core.whatsapp.gateway import AccountLine, InboundEvent, OutgoingMessage, PairingCode, SentMessage
from core.whatsapp.neonize_duties import Patience
from tests.fake_whatsapp import FakeWhatsApp
from tests.whatsapp.pipe import Pipe

ROOT = Path(__file__).parents[2]

# For tests that wait for what takes its time.
HASTY = Patience(
    save=0.3, save_again=0.3, look=1.0, watch=0.4, backlog=1.5, shortest_rest=0.1, longest_rest=0.4, steady=5.0
)


@dataclass
class Saved:
    """The row in the database."""

    data: bytes | None = None
    at: datetime | None = None
    times: int = 0

    async def save(self, data: bytes) -> None:
        self.data, self.at = data, datetime.now(UTC)
        self.times += 1


class NeonizeProcess:
    """`async with NeonizeProcess(whatsapp, folder) as process:`; then `process.open(...)` is a factory's."""

    def __init__(self, whatsapp: FakeWhatsApp, folder: Path) -> None:
        self._whatsapp = whatsapp
        self._folder = folder
        self._keys = itertools.count(1)
        self._savers: dict[int, Callable[[bytes], Awaitable[None]]] = {}
        self._process: Process | None = None
        self._pipe: Pipe | None = None
        self._serving: asyncio.Task[None] | None = None
        self._errors = bytearray()
        self._reading: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        connected: asyncio.Future[Pipe] = asyncio.get_running_loop().create_future()
        # A socket's address may only be short.
        place = Path(tempfile.mkdtemp(prefix="neonize-"))
        address = place / "socket"
        server = await asyncio.start_unix_server(
            lambda reader, writer: connected.set_result(Pipe(reader, writer)), address
        )
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.fake_whatsapp.patched", "-m", "tests.whatsapp.neonize_worker"),
            *(str(address), str(self._folder)),
            cwd=ROOT,
            env={**os.environ, **self._whatsapp.environment()},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        self._reading = asyncio.create_task(self._read_output())
        try:
            async with asyncio.timeout(30):
                self._pipe = await connected
        except TimeoutError:
            raise AssertionError(self.output) from None
        finally:
            server.close()
            shutil.rmtree(place)
        self._serving = asyncio.create_task(self._pipe.serve(self))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.kill()

    @property
    def output(self) -> str:
        return self._errors.decode(errors="replace")

    @property
    def is_alive(self) -> bool:
        return self._process is not None and self._process.returncode is None

    def open(self, line: AccountLine, patience: Patience = HASTY) -> "RemoteGateway":
        key = next(self._keys)
        self._savers[key] = line.save_session
        return RemoteGateway(self, key, line, patience)

    async def ask(self, name: str, *arguments: Any, **named: Any) -> Any:
        assert self._pipe is not None
        return await self._pipe.ask(name, *arguments, **named)

    async def save_session(self, key: int, data: bytes) -> None:
        await self._savers[key](data)

    async def kill(self) -> None:
        """As kill -9 does it."""
        assert self._process is not None
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        for task in (self._serving, self._reading):
            if task is not None:
                await asyncio.wait([task], timeout=5)
                task.cancel()
        if self._pipe is not None:
            await self._pipe.close()

    async def _read_output(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        while data := await self._process.stdout.read(65536):
            self._errors += data


class RemoteGateway:
    """A Gateway whose work is done in the other process."""

    def __init__(self, process: NeonizeProcess, key: int, line: AccountLine, patience: Patience) -> None:
        self._process = process
        self.key = key
        self._line = line
        self._patience = patience
        self._is_open = False

    async def connect(self) -> None:
        await self._do("connect")

    async def close(self) -> None:
        await self._do("close")

    async def log_out(self) -> None:
        await self._do("log_out")

    async def events(self) -> AsyncGenerator[InboundEvent, None]:
        try:
            while (event := await self._process.ask("next", self.key)) is not None:
                yield event
        finally:
            with suppress(Exception):
                await self._process.ask("end_events", self.key)

    async def send(self, message: OutgoingMessage) -> SentMessage:
        sent: SentMessage = await self._do("send", message)
        return sent

    async def show_typing(self, chat: str, *, typing: bool) -> None:
        await self._do("show_typing", chat, typing=typing)

    async def download(self, reference: bytes) -> bytes:
        data: bytes = await self._do("download", reference)
        return data

    async def pairing_code(self, phone: str) -> PairingCode:
        code: PairingCode = await self._do("pairing_code", phone)
        return code

    async def _do(self, name: str, *arguments: Any, **named: Any) -> Any:
        if not self._is_open:
            self._is_open = True
            line = self._line
            await self._process.ask(
                "open", self.key, line.account_id, line.session, line.session_saved_at, line.proxy, self._patience
            )
        return await self._process.ask("do", self.key, name, *arguments, **named)
