"""Many customers at once on the real worker: each in order, all side by side, once, also when a worker is killed."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from core.assistant.decision import Decision, TurnFacts
from core.database import Database
from core.events import doorbell
from core.jobs.procrastinate_queue import ProcrastinateRunner
from core.jobs.queue import Task
from models.conversations import Direction, Message, Turn
from tests.chats import Chats

CUSTOMERS = [f"{number}@lid" for number in range(40)]
BURST = ("hello", "I need", "a website")


class Counting:
    """Answers every turn with the texts it was asked about, and counts who thinks at the same time."""

    def __init__(self) -> None:
        self.thinking: list[str] = []
        self.most_at_once = 0
        # What happens while it thinks.
        self.meanwhile: Callable[[], Awaitable[object]] | None = None

    async def decide(self, facts: TurnFacts) -> Decision:
        who = facts.customer_name
        assert who not in self.thinking, "one customer's turns never overlap"
        self.thinking.append(who)
        self.most_at_once = max(self.most_at_once, len(self.thinking))
        try:
            if self.meanwhile is not None:
                await self.meanwhile()
            return Decision("en", False, (" / ".join(message.text for message in facts.messages),), {}, ())
        finally:
            self.thinking.remove(who)


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


@pytest.fixture
def assistant(chats: Chats, monkeypatch: pytest.MonkeyPatch) -> Counting:
    counting = Counting()
    monkeypatch.setattr(chats.assistant, "decide", counting.decide)
    return counting


@asynccontextmanager
async def _working(chats: Chats, url: str) -> AsyncIterator["asyncio.Task[None]"]:
    answer = Task("answer_customer", chats.turns.answer, give_up=chats.turns.give_up)
    worker = asyncio.create_task(ProcrastinateRunner(url).run([answer]))
    try:
        yield worker
    finally:
        worker.cancel()
        await asyncio.wait([worker])


async def _all_answered() -> None:
    """The doorbell rings at every answer."""
    rung = asyncio.Event()
    end = doorbell.listen(rung.set)
    try:
        async with asyncio.timeout(60):
            while await Message.filter(direction=Direction.INBOUND, is_settled=False).exists():
                await rung.wait()
                rung.clear()
    finally:
        end()


async def _all_write(chats: Chats, *words: str) -> None:
    async def write(who: str) -> None:
        for word in words:
            await chats.writes(word, lid=who, profile_name=who)

    await asyncio.gather(*(write(who) for who in CUSTOMERS))


async def _replies(who: str) -> list[str]:
    sent = Message.filter(direction=Direction.OUTBOUND, customer__lid=who).order_by("id")
    return [message.text for message in await sent]


async def test_forty_customers_at_once_get_one_reply_to_each_burst_in_order_and_side_by_side(
    chats: Chats, database_url: str, assistant: Counting
) -> None:
    # Longer than forty bursts take to arrive on a busy machine, so that none is torn apart.
    await chats.settings.change({"quiet_seconds": 5, "longest_wait_seconds": 30}, chats.agent)
    everybody = asyncio.Barrier(5)

    async def wait_for_others() -> None:
        async with asyncio.timeout(20):
            await everybody.wait()

    assistant.meanwhile = wait_for_others
    async with _working(chats, database_url):
        await _all_write(chats, *BURST)
        await _all_answered()
        await _all_write(chats, "and", "thanks")
        await _all_answered()

    for who in CUSTOMERS:
        assert await _replies(who) == [" / ".join(BURST), "and / thanks"]
    assert await Turn.all().count() == 2 * len(CUSTOMERS)
    assert assistant.most_at_once >= 5


async def test_what_a_worker_that_was_cut_off_left_behind_is_answered_once_by_the_next(
    chats: Chats, database_url: str, assistant: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.jobs.procrastinate_queue.GRACE_SECONDS", 0.1)
    some_think = asyncio.Event()

    async def hang() -> None:
        if len(assistant.thinking) >= 10:
            some_think.set()
        await asyncio.Event().wait()

    assistant.meanwhile = hang
    await _all_write(chats, "hello")
    async with _working(chats, database_url):
        async with asyncio.timeout(20):
            await some_think.wait()
    assert await Turn.all().count() == 0

    assistant.meanwhile = None
    async with _working(chats, database_url):
        await _all_answered()

    for who in CUSTOMERS:
        assert await _replies(who) == ["hello"]
    assert await Turn.all().count() == len(CUSTOMERS)
