"""Runs the probe, a small program on the real wheel, against a fake server."""

import asyncio
import itertools
import json
import os
import sys
from base64 import b64encode
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.fake_whatsapp.companion import Companion
from tests.fake_whatsapp.groups import Group
from tests.fake_whatsapp.people import Person
from tests.fake_whatsapp.phone import Phone
from tests.fake_whatsapp.protos import e2e
from tests.fake_whatsapp.records import Records
from tests.fake_whatsapp.server import FakeWhatsApp

MARK = "@@ "
CHECKOUT = Path(__file__).resolve().parents[2]

Event = dict[str, Any]


class ProbeError(Exception):
    """neonize raised this inside the probe."""


class Program:
    """`events` are neonize's, each with its `account` and `event`, and the probe's own QR, LoginStatus and Ended."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._numbers = itertools.count()
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self.events: Records[Event] = Records()

    async def read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            # Go prints without line ends at times: the mark may stand anywhere.
            _, mark, rest = line.decode(errors="replace").partition(MARK)
            if not mark:
                continue
            what = json.loads(rest)
            if "answer" not in what:
                self.events.add(what)
                continue
            future = self._answers.pop(what["answer"])
            if future.done():
                continue
            if "error" in what:
                future.set_exception(ProbeError(what["error"]))
            else:
                future.set_result(what["value"])
        for future in self._answers.values():
            if not future.done():
                future.set_exception(ProbeError("the probe is gone"))

    async def __call__(self, command: str, account: str = "shop", /, *, seconds: float = 60, **arguments: Any) -> Any:
        number = next(self._numbers)
        future = self._answers[number] = asyncio.get_running_loop().create_future()
        line = json.dumps({"number": number, "command": command, "arguments": {"account": account, **arguments}})
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        async with asyncio.timeout(seconds):
            return await future

    async def event(
        self,
        name: str,
        wanted: Callable[[Event], bool] = lambda _: True,
        *,
        account: str = "shop",
        after: int = 0,
        seconds: float = 60,
    ) -> Event:
        """The first such event after the first `after` events of all."""
        return await self.events.first(
            lambda one: one["event"] == name and one.get("account", account) == account and wanted(one),
            seconds,
            after=after,
        )

    async def message(self, number: str, *, account: str = "shop", seconds: float = 60) -> Event:
        """What arrived with this id."""
        arrived = await self.event(
            "Message", lambda one: bool(one["data"]["Info"]["ID"] == number), account=account, seconds=seconds
        )
        data: Event = arrived["data"]
        return data

    async def say(self, text: str, to: Person, *, account: str = "shop", seconds: float = 60) -> str:
        """Send a text; the id of the message."""
        message = e2e.Message(conversation=text)
        return await self.send(message, to, account=account, seconds=seconds)

    async def receipt(self, number: str, *, after: int = 0) -> Event:
        """The first receipt for a message."""
        return await self.event("Receipt", lambda one: number in one["data"]["MessageIDs"], after=after)

    async def send(
        self, message: e2e.Message, to: Person | Group, *, account: str = "shop", seconds: float = 60
    ) -> str:
        content = b64encode(message.SerializeToString()).decode()
        return str(await self("send", account, seconds=seconds, to=str(to.jid), message=content))

    async def link(self, phone: Phone, account: str = "shop") -> Companion:
        """Connect a new account and scan its code."""
        after = len(self.events)
        await self("connect", account)
        code = await self.event("QR", account=account, after=after)
        companion = await phone.scan(code["code"])
        await self.event("Connected", account=account, after=after)
        return companion


@contextmanager
def quick_folder() -> Iterator[Path]:
    """In memory where there is such a place: pairing stores hundreds of keys, each flushed to the disk."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(prefix="probe-", dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@asynccontextmanager
async def running(whatsapp: FakeWhatsApp, folder: Path) -> AsyncIterator[Program]:
    """The probe in a process of its own, which ends with the block whatever happens."""
    module = "tests.fake_whatsapp"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", f"{module}.patched", "-m", f"{module}.probe", whatsapp.proxy, str(folder)),
        cwd=CHECKOUT,
        env={**os.environ, **whatsapp.environment()},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=1 << 24,
    )
    program = Program(process)
    reading = asyncio.get_running_loop().create_task(program.read())
    try:
        await program.event("Ready")
        yield program
    finally:
        process.kill()
        await process.wait()
        await reading
