"""A linked phone tells thousands of old messages: they are put aside, so that new ones overtake them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from core.whatsapp.gateway import MessageReceived

# Full, it lets the line wait: the phone tells its history more slowly then, and what is new waits behind it.
MOST_WAITING = 2_000
BATCH = 200


class HistoryAside:
    """What waits here when the process is killed is lost until the number is linked anew; nobody waits for it."""

    def __init__(self, store: Callable[[Sequence[MessageReceived]], Awaitable[None]]) -> None:
        self._store = store
        self._waiting: asyncio.Queue[MessageReceived] = asyncio.Queue(MOST_WAITING)
        self._batch: list[MessageReceived] = []

    async def put(self, event: MessageReceived) -> None:
        await self._waiting.put(event)

    async def run(self) -> None:
        """Until it is cancelled."""
        while True:
            if not self._batch:
                self._batch.append(await self._waiting.get())
            await self._store_batch()

    async def store_rest(self) -> None:
        """All that still waits; for a line that ends while nobody puts anything more."""
        while self._batch or not self._waiting.empty():
            await self._store_batch()

    async def _store_batch(self) -> None:
        while len(self._batch) < BATCH and not self._waiting.empty():
            self._batch.append(self._waiting.get_nowait())
        await self._store(self._batch)
        # Only now: cut off before, it is stored once more, which changes nothing.
        self._batch = []
