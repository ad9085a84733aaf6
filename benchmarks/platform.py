"""The platform under measurement: a real server in a process of its own."""

import asyncio
import time

import psutil

from core.embedded_postgres import EmbeddedPostgres
from tests.journeys.server import Server

SETTLE_SECONDS = 5


class Platform:
    def __init__(self, server: Server) -> None:
        self.server = server

    def start(self) -> float:
        """Seconds until it is ready for traffic."""
        began = time.perf_counter()
        self.server.start()
        return time.perf_counter() - began

    async def idle_megabytes(self) -> float:
        """Proportional set size of the server, its children and its PostgreSQL: shared pages are counted once."""
        await asyncio.sleep(SETTLE_SECONDS)
        assert self.server.process is not None
        here = psutil.Process(self.server.process.pid)
        processes = {here.pid: here} | {child.pid: child for child in here.children(recursive=True)}
        for process in psutil.process_iter(["name", "cmdline"]):
            if str(self.server.data) in " ".join(process.info["cmdline"] or []) and "postgres" in process.info["name"]:
                processes[process.pid] = process
                processes |= {child.pid: child for child in process.children(recursive=True)}
        return sum(process.memory_full_info().pss for process in processes.values()) / 2**20

    def close(self) -> None:
        if self.server.process is not None:
            self.server.stop()
        EmbeddedPostgres(self.server.data / "postgres").stop_if_abandoned()
