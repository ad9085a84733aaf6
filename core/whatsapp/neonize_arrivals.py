"""From the threads of Go to the event loop: what was heard and not told yet, in order."""

import asyncio
import threading
from collections import deque
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 5000


class Arrivals(Generic[T]):
    """Full, it lets the thread that brings more wait; then Go waits, and in the end WhatsApp. Nothing is dropped."""

    def __init__(self, most: int = MOST) -> None:
        self._loop = asyncio.get_running_loop()
        self._room = threading.BoundedSemaphore(most)
        self._heard: deque[T] = deque()
        self._bell = asyncio.Event()
        self._is_closed = False

    def put(self, item: T) -> None:
        """On any thread but the loop's."""
        while not self._is_closed and not self._room.acquire(timeout=0.5):
            continue
        if self._is_closed:
            return
        self._heard.append(item)
        with suppress(RuntimeError):  # the program has ended
            self._loop.call_soon_threadsafe(self._bell.set)

    async def next(self, seconds: float) -> T | None:
        """None: nothing came for so long, or it is closed."""
        if not self._heard and not self._is_closed:
            self._bell.clear()
            # Asked again: it may have come in between.
            if not self._heard:
                with suppress(TimeoutError):
                    async with asyncio.timeout(max(0.0, seconds)):
                        await self._bell.wait()
        if not self._heard or self._is_closed:
            return None
        item = self._heard.popleft()
        self._room.release()
        return item

    def close(self) -> None:
        """Whoever waits to bring more goes on; it is not told any more."""
        self._is_closed = True
        self._bell.set()
