"""The feed: replay from a cursor, then the live events, without a gap or a repeat."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from tortoise.connection import get_connection

from core.database import CONNECTION, Database, open_connection
from core.errors import CursorExpiredError
from core.events import log
from core.events.event_types import CatalogChanged, SettingChanged
from core.events.feed import Feed, ResyncRequiredError
from core.events.log import LoggedEvent


@asynccontextmanager
async def running_feed(url: str) -> AsyncIterator[Feed]:
    feed = Feed(lambda: open_connection(url))
    task = asyncio.create_task(feed.run())
    try:
        yield feed
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def append(database: Database, *numbers: int) -> None:
    async with database.unit_of_work() as work:
        for number in numbers:
            work.append(CatalogChanged(number))


async def take(events: AsyncIterator[LoggedEvent], count: int) -> list[LoggedEvent]:
    async with asyncio.timeout(10):
        return [await anext(events) for _ in range(count)]


def numbers(events: list[LoggedEvent]) -> list[int]:
    return [event.payload["service_id"] for event in events]


async def test_a_follower_gets_what_happens_from_now_on(database: Database, database_url: str) -> None:
    await append(database, 1)
    async with running_feed(database_url) as feed, feed.subscribe() as events:
        await append(database, 2, 3)

        assert numbers(await take(events, 2)) == [2, 3]


async def test_a_follower_gets_only_the_types_it_asked_for(database: Database, database_url: str) -> None:
    async with running_feed(database_url) as feed, feed.subscribe(frozenset({"setting.changed"})) as events:
        async with database.unit_of_work() as work:
            work.append(CatalogChanged(1))
            work.append(SettingChanged("currency"))

        assert [event.type for event in await take(events, 1)] == ["setting.changed"]


async def test_replay_and_live_events_join_without_a_gap_or_a_repeat(database: Database, database_url: str) -> None:
    start = await log.head(get_connection(CONNECTION))
    await append(database, *range(5))
    async with running_feed(database_url) as feed, feed.subscribe(after=start) as events:
        seen = await take(events, 2)
        await append(database, 5, 6)
        seen += await take(events, 5)
        assert numbers(seen) == [0, 1, 2, 3, 4, 5, 6]

        async with feed.subscribe(after=seen[3].cursor) as again:
            assert numbers(await take(again, 3)) == [4, 5, 6]


async def test_who_reads_too_slowly_is_told_to_resync_and_not_skipped(database: Database, database_url: str) -> None:
    async with running_feed(database_url) as feed, feed.subscribe(size=3) as slow, feed.subscribe() as quick:
        await append(database, 1, 2, 3, 4)
        await take(quick, 4)

        with pytest.raises(ResyncRequiredError):
            await take(slow, 1)


async def test_another_process_hears_of_a_commit_by_the_bell(database: Database, database_url: str) -> None:
    # Two feeds on one database, each as in a process of its own: the second polls only once a second.
    async with running_feed(database_url) as here, running_feed(database_url) as there:
        async with here.subscribe() as ours, there.subscribe() as theirs:
            await append(database, 1)

            assert numbers(await take(ours, 1)) == numbers(await take(theirs, 1)) == [1]


async def test_a_restored_log_tells_its_followers_and_refuses_their_cursors(
    database: Database, database_url: str
) -> None:
    start = await log.head(get_connection(CONNECTION))
    async with running_feed(database_url) as feed, feed.subscribe() as events:
        await get_connection(CONNECTION).execute_query("insert into event_epochs default values")

        with pytest.raises(ResyncRequiredError):
            await take(events, 1)
        async with feed.subscribe(after=start) as expired:
            with pytest.raises(CursorExpiredError):
                await take(expired, 1)
