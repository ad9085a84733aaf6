"""The contract of the job queue, on its one adapter."""

import asyncio
import multiprocessing
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from tortoise.connection import get_connection

from core import clock
from core.database import CONNECTION, Database
from core.jobs.procrastinate_queue import ProcrastinateQueue, ProcrastinateRunner
from core.jobs.queue import Job, Task


class Notebook:
    """What the tasks of a test wrote down, and a way to wait for it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._changed = asyncio.Condition()

    async def write(self, line: str) -> None:
        async with self._changed:
            self.lines.append(line)
            self._changed.notify_all()

    async def has(self, count: int) -> list[str]:
        async with asyncio.timeout(20), self._changed:
            await self._changed.wait_for(lambda: len(self.lines) >= count)
        return self.lines


@asynccontextmanager
async def running(url: str, tasks: Sequence[Task]) -> AsyncIterator[None]:
    worker = asyncio.create_task(ProcrastinateRunner(url).run(tasks))
    try:
        yield
    finally:
        worker.cancel()
        with pytest.raises(asyncio.CancelledError):
            await worker


async def defer(database: Database, *jobs: Job) -> None:
    async with database.unit_of_work() as work:
        for job in jobs:
            work.defer(job)


async def _defer_and_roll_back(database: Database) -> None:
    async with database.unit_of_work() as work:
        work.defer(Job("greet", {"name": "nobody", "count": 0}))
        raise RuntimeError("rolled back")


async def test_a_job_runs_with_its_arguments_once_its_transaction_has_committed(
    database: Database, database_url: str
) -> None:
    notebook = Notebook()

    async def greet(name: str, count: int) -> None:
        await notebook.write(f"{name} {count}")

    async with running(database_url, [Task("greet", greet)]):
        with pytest.raises(RuntimeError, match="rolled back"):
            await _defer_and_roll_back(database)
        await defer(database, Job("greet", {"name": "Ali", "count": 2}))

        assert await notebook.has(1) == ["Ali 2"]


async def test_deferring_nothing_writes_nothing(database: Database) -> None:
    await ProcrastinateQueue().defer(get_connection(CONNECTION), [])

    assert await database.fetch("select id from procrastinate_jobs") == []


async def test_jobs_of_one_lock_run_one_after_another_in_order_also_across_retries(
    database: Database, database_url: str
) -> None:
    notebook = Notebook()
    failed: set[int] = set()

    async def step(number: int) -> None:
        if number == 1 and number not in failed:
            failed.add(number)
            await notebook.write("1 fails")
            raise RuntimeError("the first try fails")
        await notebook.write(str(number))

    await defer(database, *(Job("step", {"number": number}, lock="customer:7") for number in (1, 2, 3)))
    async with running(database_url, [Task("step", step)]):
        assert await notebook.has(4) == ["1 fails", "1", "2", "3"]


async def test_the_next_job_of_a_lock_does_not_wait_for_the_poll(database: Database, database_url: str) -> None:
    notebook = Notebook()

    async def step(number: int) -> None:
        await notebook.write(str(number))

    await defer(database, *(Job("step", {"number": number}, lock="customer:7") for number in range(40)))
    async with running(database_url, [Task("step", step)]):
        async with asyncio.timeout(10):  # by the poll alone it would take 20 s
            assert await notebook.has(40) == [str(number) for number in range(40)]


async def test_different_locks_run_side_by_side(database: Database, database_url: str) -> None:
    arrived = asyncio.Barrier(2)
    notebook = Notebook()

    async def meet(who: str) -> None:
        async with asyncio.timeout(10):
            await arrived.wait()
        await notebook.write(who)

    await defer(database, Job("meet", {"who": "a"}, lock="customer:1"), Job("meet", {"who": "b"}, lock="customer:2"))
    async with running(database_url, [Task("meet", meet)]):
        assert sorted(await notebook.has(2)) == ["a", "b"]


async def test_a_job_waits_for_its_time(database: Database, database_url: str) -> None:
    notebook = Notebook()

    async def note(word: str) -> None:
        await notebook.write(word)

    async with running(database_url, [Task("note", note)]):
        await defer(
            database,
            Job("note", {"word": "later"}, scheduled_at=clock.now() + timedelta(seconds=1)),
            Job("note", {"word": "now"}, scheduled_at=clock.now()),
        )

        assert await notebook.has(2) == ["now", "later"]


async def test_when_all_attempts_are_spent_the_task_is_told_to_give_up(database: Database, database_url: str) -> None:
    notebook = Notebook()

    async def fail(customer_id: int) -> None:
        await notebook.write(f"tried {customer_id}")
        raise RuntimeError("always")

    async def give_up(customer_id: int) -> None:
        await notebook.write(f"gave up {customer_id}")

    await defer(database, Job("fail", {"customer_id": 5}, lock="customer:5"))
    async with running(database_url, [Task("fail", fail, give_up=give_up, attempts=2)]):
        assert await notebook.has(3) == ["tried 5", "tried 5", "gave up 5"]
    statuses = await database.fetch("select status::text as status from procrastinate_jobs where task_name = 'fail'")
    assert statuses == [{"status": "failed"}]


async def test_a_shutdown_lets_running_jobs_finish(database: Database, database_url: str) -> None:
    notebook = Notebook()

    async def take_a_while() -> None:
        await notebook.write("began")
        await asyncio.sleep(0.5)  # the work itself; the test waits for its end, not for this time
        await notebook.write("ended")

    await defer(database, Job("take_a_while"))
    async with running(database_url, [Task("take_a_while", take_a_while)]):
        await notebook.has(1)

    assert notebook.lines == ["began", "ended"]


async def test_a_job_that_a_shutdown_cut_off_runs_again(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.jobs.procrastinate_queue.GRACE_SECONDS", 0.2)
    notebook = Notebook()

    async def hang_once() -> None:
        await notebook.write("began")
        if len(notebook.lines) == 1:
            await asyncio.Event().wait()

    await defer(database, Job("hang_once", lock="customer:1"))
    async with running(database_url, [Task("hang_once", hang_once)]):
        await notebook.has(1)
    async with running(database_url, [Task("hang_once", hang_once)]):
        assert await notebook.has(2) == ["began", "began"]


def _die_while_working(url: str) -> None:
    async def die() -> None:
        os._exit(9)

    asyncio.run(ProcrastinateRunner(url).run([Task("work", die)]))


async def test_the_jobs_of_a_killed_process_are_taken_up_within_seconds(database: Database, database_url: str) -> None:
    await defer(database, Job("work", lock="customer:1"), Job("work", lock="customer:1"))
    process = multiprocessing.get_context("spawn").Process(target=_die_while_working, args=(database_url,))
    process.start()
    await asyncio.to_thread(process.join, 20)
    assert process.exitcode == 9
    assert (await database.fetch("select status::text as status from procrastinate_jobs order by id"))[0] == {
        "status": "doing"
    }
    notebook = Notebook()

    async def work() -> None:
        await notebook.write("worked")

    async with running(database_url, [Task("work", work)]):
        assert await notebook.has(2) == ["worked", "worked"]


async def test_what_is_due_by_the_clock_is_done_without_anybody_asking(database_url: str) -> None:
    notebook = Notebook()

    async def tick() -> None:
        await notebook.write("tick")

    async with running(database_url, [Task("tick", tick, every="* * * * * *")]):
        assert await notebook.has(2)


async def test_a_worker_whose_connections_are_cut_goes_on(database: Database, database_url: str) -> None:
    notebook = Notebook()

    async def note(word: str) -> None:
        await notebook.write(word)

    async with running(database_url, [Task("note", note)]):
        await defer(database, Job("note", {"word": "before"}))
        await notebook.has(1)
        cut = await database.fetch(
            "select pg_terminate_backend(pid) from pg_stat_activity "
            "where application_name = 'parley-jobs' and datname = current_database()"
        )
        assert cut

        await defer(database, Job("note", {"word": "after"}))

        assert await notebook.has(2) == ["before", "after"]
