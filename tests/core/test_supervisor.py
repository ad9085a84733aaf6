"""The supervisor: parts begin in order, end backwards, and are missed when they fall."""

import asyncio

import pytest

from core.engine.supervisor import Part, StartFailedError, parts_running


async def test_parts_begin_in_order_and_end_backwards() -> None:
    told: list[str] = []

    def part(name: str) -> Part:
        begun = asyncio.Event()

        async def run() -> None:
            told.append(f"{name} begins")
            begun.set()
            try:
                await asyncio.Event().wait()
            finally:
                await asyncio.sleep(0)
                told.append(f"{name} ends")

        async def has_started() -> None:
            await begun.wait()

        return Part(name, run, has_started)

    async with parts_running([part("feed"), part("jobs"), part("numbers")]) as running:
        told.append(f"open: {running.is_ready}")
    told.append(f"shut: {running.is_ready}")

    assert told == [
        "feed begins",
        "jobs begins",
        "numbers begins",
        "open: True",
        "numbers ends",
        "jobs ends",
        "feed ends",
        "shut: False",
    ]


async def test_a_part_that_falls_is_missed_until_it_runs_again() -> None:
    falls, has_fallen, stands = asyncio.Event(), asyncio.Event(), asyncio.Event()
    runs = 0

    async def run() -> None:
        nonlocal runs
        runs += 1
        if runs == 1:
            await falls.wait()
            has_fallen.set()
            raise RuntimeError("fell")
        stands.set()
        await asyncio.Event().wait()

    async with asyncio.timeout(20), parts_running([Part("jobs", run)]) as running:
        ready = [running.is_ready]
        falls.set()
        await has_fallen.wait()
        await asyncio.sleep(0)
        ready.append(running.is_ready)
        missing = set(running.missing)
        await stands.wait()
        ready.append(running.is_ready)

    assert (ready, missing) == ([True, False, True], {"jobs"})


async def test_a_part_that_does_not_start_ends_what_had_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.engine.supervisor.START_SECONDS", 0.05)
    ended = asyncio.Event()

    async def first() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    async def never() -> None:
        await asyncio.Event().wait()

    with pytest.raises(StartFailedError) as caught:
        async with parts_running([Part("feed", first), Part("jobs", never, never)]):
            raise AssertionError("the doors must stay shut")

    assert caught.value.part == "jobs"
    assert ended.is_set()
