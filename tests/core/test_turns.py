"""When a customer is answered: quiet windows, people who answer, old messages, bots, and turns that fail."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from core.database import Database
from core.engine.media_fetcher import MediaFetcher
from core.engine.turns import BOT_REPEATS, BOT_TURNS
from core.engine.worker import tasks
from core.events import doorbell
from core.jobs.procrastinate_queue import ProcrastinateRunner
from core.languages.wording import say
from core.owner_news import OwnerNews
from core.privacy import Privacy
from core.retention import Retention
from core.whatsapp.gateway import IncomingMedia
from models.conversations import (
    AnsweredBy,
    AttentionReason,
    Conversation,
    ConversationStatus,
    Direction,
    Message,
    MessageKind,
    Turn,
)
from tests.chats import Chats

START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


async def _unsettled() -> int:
    return await Message.filter(direction=Direction.INBOUND, is_settled=False).count()


# --- The quiet window -------------------------------------------------------------------------------------------------


async def test_a_burst_gets_one_reply_after_a_quiet_moment(chats: Chats) -> None:
    await chats.settings.change({"quiet_seconds": 3}, chats.agent)
    with time_machine.travel(START, tick=False) as travel:
        await chats.writes("hi")
        travel.shift(2)
        await chats.writes("I want")
        travel.shift(1)  # the job of the first message is due, and the second came a second ago
        assert await chats.answers() == []
        assert (await chats.jobs())[-1] == START + timedelta(seconds=5)
        travel.shift(2)

        assert await chats.answers() == ["Hello!"]
    assert chats.assistant.read == [["hi", "I want"]]


async def test_a_burst_that_does_not_end_is_answered_after_the_longest_wait(chats: Chats) -> None:
    await chats.settings.change({"quiet_seconds": 3, "longest_wait_seconds": 5}, chats.agent)
    with time_machine.travel(START, tick=False) as travel:
        for word in ("a", "b", "c"):
            await chats.writes(word)
            travel.shift(2)
        assert await chats.answers() == ["Hello!"]
    assert chats.assistant.read == [["a", "b", "c"]]


async def test_the_job_waits_no_longer_than_the_longest_wait(chats: Chats) -> None:
    await chats.settings.change({"quiet_seconds": 3, "longest_wait_seconds": 4}, chats.agent)
    with time_machine.travel(START, tick=False) as travel:
        await chats.writes("a")
        travel.shift(3)
        await chats.writes("b")

        assert await chats.answers() == []
        assert (await chats.jobs())[-1] == START + timedelta(seconds=4)


async def test_messages_are_read_in_the_order_in_which_they_were_written(chats: Chats) -> None:
    with time_machine.travel(START, tick=False):
        await chats.writes("second", sent_at=START - timedelta(seconds=1))
        await chats.writes("first", sent_at=START - timedelta(seconds=5))
        await chats.writes("third", sent_at=START - timedelta(seconds=1))
        await chats.answers()

    assert chats.assistant.read == [["first", "second", "third"]]


async def test_the_reply_waits_for_a_file_that_is_still_fetched(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:

        async def fetch() -> bytes:
            assert await chats.answers() == []
            assert (await chats.jobs())[-1] == START + timedelta(seconds=1)
            travel.shift(31)
            assert await chats.answers() == ["Hello!"]  # nobody waits for ever
            raise TimeoutError

        await chats.writes(kind=MessageKind.IMAGE, media=IncomingMedia(chats.shelf.put(fetch), "image/png"))
        await chats.fetching.fetch_waiting()

    assert [facts.messages[0].media_id for facts in chats.assistant.seen] == [None]


# --- Who answers ------------------------------------------------------------------------------------------------------


async def test_after_a_hand_back_only_what_is_new_is_answered(chats: Chats) -> None:
    await chats.writes("hi")
    conversation = await chats.conversation()
    await chats.conversations.take_over(conversation.id, chats.agent)
    await chats.writes("for the person")
    assert await chats.answers() == []
    assert await _unsettled() == 1

    await chats.conversations.hand_back(conversation.id, chats.agent)
    assert await chats.answers() == []
    await chats.writes("for the assistant")

    assert await chats.answers() == ["Hello!"]
    assert chats.assistant.read == [["for the assistant"]]


async def test_when_a_persons_time_is_over_the_assistant_answers_what_waits(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        await chats.writes("hi")
        await chats.conversations.send((await chats.conversation()).id, "How can I help?", chats.agent)
        travel.shift(25 * 60)
        await chats.writes("are you still there?")
        assert await chats.conversations.resume_due() == 0
        travel.shift(5 * 60)

        assert await chats.conversations.resume_due() == 1
        assert len(await chats.jobs()) == 2
        assert await chats.answers() == ["Hello!"]

    assert chats.assistant.read == [["are you still there?"]]
    assert (await chats.conversation()).answered_by is AnsweredBy.AI


async def test_a_message_after_a_persons_time_brings_the_assistant_back_at_once(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        await chats.writes("hi")
        await chats.conversations.take_over((await chats.conversation()).id, chats.agent)
        travel.shift(31 * 60)
        await chats.writes("hello again")

        assert await chats.answers() == ["Hello!"]


async def test_a_question_whose_conversation_was_completed_is_answered_in_the_next(chats: Chats) -> None:
    message = await chats.writes("thanks! one more question")
    before = await chats.conversation()
    await Conversation.filter(id=before.id).update(status=ConversationStatus.COMPLETED)

    assert await chats.answers() == ["Hello!"]

    after = await chats.conversation()
    assert after.id != before.id
    assert (await Message.get(id=message.id)).conversation_id == after.id
    assert {each.conversation_id for each in await chats.said()} == {after.id}


# --- Too old ----------------------------------------------------------------------------------------------------------


async def test_what_nobody_answered_for_long_is_left_to_a_person(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        await chats.writes("hi")
        travel.shift(16 * 60)

        assert await chats.answers() == []

    assert (await chats.conversation()).attention is AttentionReason.STALE_BACKLOG
    assert await _unsettled() == 0


async def test_of_what_waits_only_the_recent_part_is_answered(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        await chats.writes("old")
        travel.shift(14 * 60)
        await chats.writes("less old")
        travel.shift(2 * 60)
        await chats.writes("new")

        assert await chats.answers() == ["Hello!"]

    assert chats.assistant.read == [["less old", "new"]]
    assert (await chats.conversation()).attention is AttentionReason.STALE_BACKLOG


# --- Bots -------------------------------------------------------------------------------------------------------------


async def test_another_program_that_answers_ours_is_paused_and_flagged(chats: Chats) -> None:
    with time_machine.travel(START, tick=False):
        await chats.writes("beep")
        conversation = await chats.conversation()
        for _ in range(BOT_TURNS):
            await Turn.create(conversation_id=conversation.id, answered_with="BUILT_IN", finished_at=START)
        await chats.writes("boop")

        assert await chats.answers() == [say("left_to_person", "en")]

    conversation = await chats.conversation()
    assert (conversation.answered_by, conversation.attention) == (AnsweredBy.PAUSED, AttentionReason.FLOOD)
    assert await _unsettled() == 0


async def test_the_same_words_again_and_again_are_a_bot(chats: Chats) -> None:
    for _ in range(BOT_REPEATS - 1):
        await chats.writes("I am an automatic reply")
        assert await chats.answers() == ["Hello!"]
    await chats.writes("I am an automatic reply ")

    # It may have been a person: one sentence, and no more.
    assert await chats.answers() == [say("left_to_person", "en")]
    assert (await chats.conversation()).answered_by is AnsweredBy.PAUSED
    told = len(await chats.said())
    await chats.writes("I am an automatic reply")
    assert await chats.answers() == []
    assert len(await chats.said()) == told


async def test_the_same_number_again_and_again_is_how_people_use_a_menu(chats: Chats) -> None:
    for _ in range(BOT_REPEATS + 1):
        await chats.writes("1")
        assert await chats.answers() == ["Hello!"]


# --- Failing ----------------------------------------------------------------------------------------------------------


async def test_a_turn_that_failed_for_good_is_flagged_and_the_customer_is_told_once(chats: Chats) -> None:
    message = await chats.writes("hi")

    await chats.turns.give_up(message.customer_id)
    await chats.turns.give_up(message.customer_id)

    assert [each.text for each in await chats.said()] == [say("left_to_person", "en")]
    assert (await chats.conversation()).attention is AttentionReason.TURN_FAILED
    await chats.writes("hello?")
    assert await chats.answers() == ["Hello!"]
    assert chats.assistant.read == [["hi", "hello?"]]


async def test_a_customer_who_is_gone_is_no_failure(chats: Chats) -> None:
    await chats.turns.answer(999_999)
    await chats.turns.give_up(999_999)

    assert await chats.said() == []


# --- With the worker --------------------------------------------------------------------------------------------------


@asynccontextmanager
async def _working(chats: Chats, url: str) -> AsyncIterator[None]:
    work = tasks(
        chats.inbox,
        chats.turns,
        chats.orders,
        chats.conversations,
        Privacy(chats.database, chats.media_files),
        Retention(chats.database, chats.settings, chats.media_files),
        OwnerNews(chats.database, chats.settings, chats.conversations),
        MediaFetcher(chats.database, chats.media_files),
    )
    worker = asyncio.create_task(ProcrastinateRunner(url).run(work))
    try:
        yield
    finally:
        worker.cancel()
        with pytest.raises(asyncio.CancelledError):
            await worker


async def _asked_times(chats: Chats, count: int) -> None:
    """Until that many turns were asked for and nothing waits; the doorbell rings at every answer."""
    rung = asyncio.Event()
    end = doorbell.listen(rung.set)
    try:
        async with asyncio.timeout(20):
            while len(chats.assistant.seen) < count or await _unsettled():
                await rung.wait()
                rung.clear()
    finally:
        end()


async def test_the_worker_answers_customers_side_by_side_and_each_in_order(chats: Chats, database_url: str) -> None:
    async with _working(chats, database_url):
        for word in ("one", "two"):
            await asyncio.gather(*(chats.writes(f"{word} {lid}", lid=f"{lid}@lid") for lid in range(4)))
            await _asked_times(chats, 4 if word == "one" else 8)

    for lid in range(4):
        texts = [texts for texts in chats.assistant.read if texts[0].endswith(f" {lid}")]
        assert texts == [[f"one {lid}"], [f"two {lid}"]]
    assert await Turn.all().count() == 8


async def test_a_turn_that_fails_once_is_tried_again_and_answered_once(chats: Chats, database_url: str) -> None:
    async def fail() -> None:
        raise ConnectionError("the database went away")

    chats.assistant.meanwhile = fail

    async with _working(chats, database_url):
        await chats.writes("hi")
        await _asked_times(chats, 2)

    assert [message.text for message in await chats.said()] == ["Hello!"]
