"""`make fake-whatsapp`, as a person uses it: a shop, a linked number, a customer who gets an answer."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fake_whatsapp.running import CHECKOUT
from tests.fake_whatsapp.shop import free_port

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="reads the ELF library and /proc"),
    pytest.mark.timeout(240),  # it starts a whole shop with a database of its own
]


class Terminal:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.said = ""

    def type(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode() + b"\n")

    async def see(self, words: str) -> None:
        """Wait until the screen says this."""
        assert self.process.stdout is not None
        async with asyncio.timeout(120):
            while words not in self.said:
                more = await self.process.stdout.read(4096)
                assert more, f"it ended with:\n{self.said}"
                self.said += more.decode()


@pytest.fixture
async def terminal(tmp_path: Path) -> AsyncIterator[Terminal]:
    arguments = ("-m", "tests.fake_whatsapp", "--port", str(free_port()), "--data", str(tmp_path / "data"))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        cwd=CHECKOUT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        yield Terminal(process)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
            await process.communicate()


async def test_a_person_links_a_number_chats_without_a_phone_and_ends_it_all_with_ctrl_c(
    terminal: Terminal, tmp_path: Path
) -> None:
    await terminal.see("Begin with /link")
    terminal.type("hello?")
    await terminal.see("No number is linked yet")

    terminal.type("/link Main")
    await terminal.see("Main is linked")
    terminal.type("hello")
    await terminal.see("Bilal gets: ")
    terminal.process.send_signal(signal.SIGINT)

    async with asyncio.timeout(60):
        assert await terminal.process.wait() == 130
    assert "Finished server process" in (tmp_path / "data" / "shop.log").read_text(encoding="utf-8")
