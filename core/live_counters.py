"""How the shop stands, told live: counted anew when something happens that moves a counter, at most once a second.

All who follow in one process share what was counted.
"""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from core import clock
from core.events.event_types import ConversationChanged, OrderChanged, OrderCreated, SettingChanged
from core.events.feed import Feed
from core.events.log import Cursor
from core.reports import Counters, Reports

SECONDS_BETWEEN = 1.0
# Whatever moves a counter. The size lets a flood wait for that second without cutting anybody off.
_TYPES = frozenset(each.type for each in (ConversationChanged, OrderChanged, OrderCreated, SettingChanged))
_MOST_WAITING = 20_000


@dataclass(frozen=True, slots=True)
class Counted:
    counters: Counters
    place: Cursor  # every event up to here is counted; a few later ones may be, too
    until: datetime  # the end of the day that is called today
    at: float

    def holds(self, place: Cursor) -> bool:
        return self.place >= place and clock.now() < self.until


class LiveCounters:
    def __init__(self, reports: Reports, feed: Feed) -> None:
        self._reports = reports
        self._feed = feed
        self._newest: Counted | None = None
        self._counting = asyncio.Lock()

    async def follow(self) -> AsyncGenerator[Counted, None]:
        """The counters as they are now, then each time that they changed."""
        told: Counters | None = None
        while True:
            async with self._feed.subscribe(_TYPES, size=_MOST_WAITING) as events:
                counted = await self._counted(await self._feed.place())
                while True:
                    if counted.counters != told:
                        told = counted.counters
                        yield counted
                    try:
                        async with asyncio.timeout((counted.until - clock.now()).total_seconds()):
                            event = await anext(events)
                    except TimeoutError:
                        # Nothing rings at midnight, yet a new day begins with nothing sold. The wait that was cut off
                        # has ended this subscription, so follow anew.
                        break
                    counted = await self._counted(event.cursor)

    async def _counted(self, place: Cursor) -> Counted:
        """With every event up to the place in it; whoever comes while others count waits for what they find."""
        async with self._counting:
            newest = self._newest
            if newest is not None and newest.holds(place):
                return newest
            if newest is not None and (early := newest.at + SECONDS_BETWEEN - monotonic()) > 0:
                await asyncio.sleep(early)
            place = await self._feed.place()
            until = await self._reports.next_midnight()
            self._newest = Counted(await self._reports.counters(), place, until, monotonic())
            return self._newest
