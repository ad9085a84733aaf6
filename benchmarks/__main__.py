"""`make bench`: starts the platform as a user does and measures it from outside."""

import asyncio
import os
import platform
import tempfile
from pathlib import Path

from benchmarks.numbers import cost_of_numbers
from benchmarks.peer import bare_jobs_per_second
from benchmarks.platform import Platform
from benchmarks.turns import turn_milliseconds, turns_per_second
from tests.journeys.server import Server

CUSTOMERS = 300
ONE_BY_ONE = 40
NUMBERS = 20


async def main(folder: Path) -> None:
    print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {_cores()} cores\n")
    shop = Platform(Server(folder / "data"))
    try:
        print(f"first start, empty data folder   {shop.start():6.2f} s")
        shop.server.stop()
        print(f"second start                     {shop.start():6.2f} s   (mark: under 5)")
        print(f"idle memory with PostgreSQL      {await shop.idle_megabytes():6.0f} MB  (mark: under 250; PSS)")
        milliseconds = sorted(await turn_milliseconds(shop.server, ONE_BY_ONE))
        median = milliseconds[len(milliseconds) // 2]
        print(f"one turn, median                 {median:6.1f} ms  (quiet window 0; accepted to reply queued)")
        print(f"one turn, 95th of 100            {milliseconds[int(len(milliseconds) * 0.95)]:6.1f} ms")
        ours = await turns_per_second(shop.server, CUSTOMERS)
        bare = await bare_jobs_per_second(folder / "peer", CUSTOMERS)
        print(f"turns of {CUSTOMERS} customers at once     {ours:6.1f} /s")
        print(f"procrastinate 3.10, empty jobs   {bare:6.1f} /s  (as many locks, same machine, PostgreSQL and run)")
        print(f"a turn against an empty job      {ours / bare:6.2f} ×")
    finally:
        shop.close()
    cost = await cost_of_numbers(folder, NUMBERS)
    print(f"the first real number            {cost.first_megabytes:6.1f} MB  (with the library; RSS)")
    print(f"each further one of {NUMBERS}           {cost.further_megabytes:6.1f} MB")
    print(f"from start to the first of {NUMBERS}    {cost.first_connected:6.2f} s   (CONNECTED, from a stored session)")
    print(f"from start to all of them        {cost.all_connected:6.2f} s")


def _cores() -> int:
    return os.cpu_count() or 1


def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="parley-bench-"))
    folder.chmod(0o755)  # as root the server is another user, and must find its way in
    return folder


asyncio.run(main(_folder()))
