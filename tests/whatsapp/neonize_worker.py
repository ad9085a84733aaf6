"""The other half of NeonizeProcess: real gateways in a process of their own, asked over a socket."""

import asyncio
import gc
import os
import sys
import threading
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import psutil

from core.whatsapp import neonize_library
from core.whatsapp.gateway import AccountLine, InboundEvent
from core.whatsapp.neonize_duties import Patience
from core.whatsapp.neonize_gateway import NeonizeFactory, NeonizeGateway
from tests.whatsapp.pipe import Pipe


@dataclass(slots=True)
class Opened:
    gateway: NeonizeGateway
    events: AsyncGenerator[InboundEvent, None] = field(init=False)

    def __post_init__(self) -> None:
        self.events = self.gateway.events()


class Worker:
    def __init__(self, pipe: Pipe, folder: Path) -> None:
        self._pipe = pipe
        self._folder = folder
        self._factories: dict[Patience, NeonizeFactory] = {}
        self._opened: dict[int, Opened] = {}

    async def open(
        self,
        key: int,
        account_id: int,
        session: bytes | None,
        saved_at: datetime | None,
        proxy: str | None,
        patience: Patience,
    ) -> None:
        async def save_session(data: bytes) -> None:
            await self._pipe.ask("save_session", key, data)

        factory = self._factories.setdefault(patience, NeonizeFactory(self._folder, patience))
        line = AccountLine(account_id, "Shop", session, save_session, session_saved_at=saved_at, proxy=proxy)
        self._opened[key] = Opened(factory.open(line))

    async def do(self, key: int, name: str, *arguments: Any, **named: Any) -> Any:
        return await getattr(self._opened[key].gateway, name)(*arguments, **named)

    async def next(self, key: int) -> InboundEvent | None:
        return await anext(self._opened[key].events, None)

    async def end_events(self, key: int) -> None:
        await self._opened[key].events.aclose()

    async def call_go(self, key: int, name: str) -> None:
        """Asks the library what a gateway would not ask it now."""
        client = self._opened[key].gateway._client
        assert client is not None
        await client.call(name)

    async def figures(self) -> dict[str, int]:
        gc.collect()
        process = psutil.Process()
        return {"memory": process.memory_info().rss, "threads": process.num_threads(), "files": process.num_fds()}

    async def loaded(self) -> bool:
        return "neonize" in sys.modules

    async def load(self) -> None:
        await asyncio.to_thread(neonize_library.load)

    async def crowd_default_executor(self) -> int:
        """Holds every thread that asyncio has for itself; how many those are."""
        executor_threads = min(32, (os.cpu_count() or 1) + 4)
        release = threading.Event()
        loop = asyncio.get_running_loop()
        self._held = [loop.run_in_executor(None, release.wait, 30) for _ in range(executor_threads)]
        return executor_threads


async def main(address: str, folder: str) -> None:
    reader, writer = await asyncio.open_unix_connection(address)
    pipe = Pipe(reader, writer)
    await pipe.serve(Worker(pipe, Path(folder)))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
