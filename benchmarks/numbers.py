"""Real numbers on a stand-in for WhatsApp: what twenty of them cost, and how soon they are there after a start."""

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.fake_whatsapp import FakeWhatsApp
from tests.journeys.chat import Number
from tests.journeys.real_numbers import link, real_number, shop_on, start, stop
from tests.journeys.server import Server

LONGEST_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Cost:
    """Of the server's process; the first number brings the library along."""

    first_megabytes: float
    further_megabytes: float  # each
    threads: float  # of the whole process, for each
    first_connected: float  # seconds after the process began
    all_connected: float


async def cost_of_numbers(folder: Path, count: int) -> Cost:
    async with FakeWhatsApp() as whatsapp:
        with shop_on(whatsapp, folder / "numbers") as server:
            return await _measure(whatsapp, server, count)


async def _measure(whatsapp: FakeWhatsApp, server: Server, count: int) -> Cost:
    await start(server)
    async with server.api() as api, AsyncExitStack() as stack:
        alone = _process(server).memory_info().rss
        numbers: list[Number] = []
        with_one = 0
        for place in range(count):
            number = await stack.enter_async_context(real_number(api, whatsapp, is_patient=True))
            await link(number, whatsapp.world.phone(f"+92300{1_000_000 + place}"))
            numbers.append(number)
            with_one = with_one or _process(server).memory_info().rss
        with_all, threads = _process(server).memory_info().rss, _process(server).num_threads()
        await stop(server)
        seen = [len(number.watch.seen["whatsappAccountChanged"]) for number in numbers]
        began = time.monotonic()
        waits = [
            asyncio.create_task(_connected(number, since, began)) for number, since in zip(numbers, seen, strict=True)
        ]
        await start(server)
        async with asyncio.timeout(LONGEST_SECONDS):
            connected = sorted(await asyncio.gather(*waits))
    await stop(server)
    megabyte = 1024 * 1024
    return Cost(
        (with_one - alone) / megabyte,
        (with_all - with_one) / megabyte / max(1, count - 1),
        threads / count,
        connected[0],
        connected[-1],
    )


async def _connected(number: Number, since: int, began: float) -> float:
    await number.status("CONNECTED", start=since)
    return time.monotonic() - began


def _process(server: Server) -> psutil.Process:
    assert server.process is not None
    return psutil.Process(server.process.pid)
