"""The unit of work and the event log on a real PostgreSQL."""

import asyncio
from datetime import timedelta

import pytest
from tortoise.connection import get_connection

from core import database as database_module
from core.database import CONNECTION, Database, connected, open_connection
from core.engine.patience import PASSING
from core.errors import CursorExpiredError, InvalidInputError
from core.events import log
from core.events.event_types import CatalogChanged, SettingChanged
from core.events.log import Cursor
from core.jobs.procrastinate_queue import ProcrastinateQueue
from core.jobs.queue import Job
from models.settings import Setting


async def test_rows_events_and_jobs_are_written_together_or_not_at_all(database: Database) -> None:
    connection = get_connection(CONNECTION)
    start = await log.head(connection)

    with pytest.raises(RuntimeError, match="changed my mind"):
        async with database.unit_of_work() as work:
            await Setting.create(key="quiet_seconds", value=5)
            work.append(SettingChanged("quiet_seconds"))
            work.defer(Job("answer_customer", {"customer_id": 1}, lock="customer:1"))
            raise RuntimeError("changed my mind")
    assert await Setting.all().count() == 0
    assert await log.read(connection, start) == []
    assert await database.fetch("select count(*) as n from procrastinate_jobs") == [{"n": 0}]

    async with database.unit_of_work() as work:
        await Setting.create(key="quiet_seconds", value=5)
        work.append(SettingChanged("quiet_seconds"))
        work.defer(Job("answer_customer", {"customer_id": 1}, lock="customer:1"))
    assert await Setting.all().count() == 1
    assert [event.payload for event in await log.read(connection, start)] == [{"key": "quiet_seconds"}]
    jobs = await database.fetch("select task_name, lock, args::text as args from procrastinate_jobs")
    assert jobs == [{"task_name": "answer_customer", "lock": "customer:1", "args": '{"customer_id": 1}'}]


async def test_a_unit_of_work_inside_another_is_refused(database: Database) -> None:
    async with database.unit_of_work():
        with pytest.raises(RuntimeError, match="open already"):
            async with database.unit_of_work():
                pass


async def test_a_reader_never_skips_an_event_of_a_transaction_that_commits_late(database: Database) -> None:
    connection = get_connection(CONNECTION)
    start = await log.head(connection)
    early_is_open, late_has_committed = asyncio.Event(), asyncio.Event()

    async def commit_late() -> None:
        async with database.unit_of_work() as work:
            await work.execute("insert into events (type, payload) values ('catalog.changed', '{\"service_id\": 1}')")
            early_is_open.set()
            await late_has_committed.wait()

    async with asyncio.TaskGroup() as group:
        group.create_task(commit_late())
        await early_is_open.wait()
        async with database.unit_of_work() as work:
            work.append(CatalogChanged(2))
        # The younger transaction is done, the older is not: to read the younger now would skip the older for ever.
        assert await log.read(connection, start) == []
        assert await log.is_held_back(connection)
        late_has_committed.set()

    assert [event.payload["service_id"] for event in await log.read(connection, start)] == [1, 2]
    assert not await log.is_held_back(connection)


async def test_reading_in_small_steps_gives_every_event_once(database: Database) -> None:
    connection = get_connection(CONNECTION)
    cursor = await log.head(connection)
    for number in range(7):
        async with database.unit_of_work() as work:
            work.append(CatalogChanged(number))
            work.append(CatalogChanged(number + 100))

    seen: list[int] = []
    while page := await log.read(connection, cursor, limit=3):
        seen += [event.payload["service_id"] for event in page]
        cursor = Cursor.decode(page[-1].cursor.encode())

    assert seen == [number + offset for number in range(7) for offset in (0, 100)]


async def test_a_cursor_of_an_earlier_life_of_the_log_has_expired(database: Database) -> None:
    connection = get_connection(CONNECTION)
    cursor = await log.head(connection)

    await connection.execute_query("insert into event_epochs default values")

    with pytest.raises(CursorExpiredError):
        await log.read(connection, cursor)


@pytest.mark.parametrize("text", ["", "x", "MS4y", "LTEuMS4x", "\u00fc", "MS4xLjk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5"])
def test_a_text_that_is_no_cursor_is_named_as_such(text: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        Cursor.decode(text)
    assert caught.value.field == "after"


async def test_a_unit_of_work_that_is_cancelled_at_any_moment_gives_its_connection_back(database: Database) -> None:
    async def begin() -> None:
        async with database.unit_of_work() as work:
            await work.fetch("select 1")

    complaints: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context["message"]))
    await database.fetch("select 1")  # the pool is made with the first of all
    for number in range(200):
        task = asyncio.create_task(begin())
        # Each at another moment from its BEGIN to its COMMIT: a few microseconds more each time.
        await asyncio.wait([task], timeout=(number % 100) * 40e-6)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    assert complaints == []
    pool = get_connection(CONNECTION)._pool
    whole = await asyncio.wait_for(asyncio.gather(*(pool.acquire() for _ in range(5))), timeout=10)
    for connection in whole:
        await pool.release(connection)


async def test_a_transaction_that_stands_still_gives_its_locks_back(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "LONGEST_STANDSTILL", timedelta(seconds=0.5))
    async with connected(database_url, pool_size=2):
        database = Database(ProcrastinateQueue())
        await Setting.create(key="quiet_seconds", value=5)
        other = await open_connection(database_url)
        try:
            with pytest.raises(PASSING):
                async with database.unit_of_work() as work:
                    await work.fetch("select 1 from settings for update")
                    # As if this process had been stopped here; it goes on only when another has the row.
                    async with asyncio.timeout(20):
                        await other.execute("update settings set value = '6'")
                    await work.execute("update settings set value = '7'")
        finally:
            await other.close()

        assert (await Setting.get(key="quiet_seconds")).value == 6
