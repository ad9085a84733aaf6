"""What happened, in order, for those who wait for it."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Records(list[Item], Generic[Item]):
    """A list one can wait on."""

    def __init__(self) -> None:
        super().__init__()
        self._changed: list[asyncio.Future[None]] = []
        self._taken = 0

    def add(self, item: Item) -> None:
        self.append(item)
        for future in self._changed:
            if not future.done():
                future.set_result(None)
        self._changed.clear()

    async def _wait_for_more(self) -> None:
        future = asyncio.get_running_loop().create_future()
        self._changed.append(future)
        await future

    async def first(
        self, wanted: Callable[[Item], bool] = lambda _: True, seconds: float = 20, *, after: int = 0
    ) -> Item:
        """The first that is wanted, of what was and of what comes, but not among the first `after`."""
        at = after
        async with asyncio.timeout(seconds):
            while True:
                while at < len(self):
                    at += 1
                    if wanted(self[at - 1]):
                        return self[at - 1]
                await self._wait_for_more()

    async def take(self, seconds: float = 20) -> Item:
        """The next one nobody has taken yet."""
        async with asyncio.timeout(seconds):
            while self._taken >= len(self):
                await self._wait_for_more()
        self._taken += 1
        return self[self._taken - 1]

    async def at_least(self, number: int, seconds: float = 20) -> None:
        """Return when there are at least so many."""
        async with asyncio.timeout(seconds):
            while len(self) < number:
                await self._wait_for_more()
