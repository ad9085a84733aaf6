"""The rolling summary: long chats are summed up beside the turns, and told as what they are."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from llmock.scenarios import Fail

from core import clock
from core.assistant.chronicle import MOST_CHARACTERS, MOST_MESSAGES, Chronicles
from core.assistant.summaries import LONGEST_SUMMARY, Summaries
from core.audit import PROGRAM
from core.database import Database
from core.whatsapp.gateway import MessageEdited, MessageRevoked
from models.accounts import WhatsappAccount
from models.conversations import Conversation, ConversationStatus, Message
from models.providers import AiDailyUse
from tests.ai_chats import AiChats
from tests.chats import AYESHA, Chats
from tests.contracts.vendors import PATHS, REFUSALS, Raw, Vendors
from web.assembly import shop_of
from web.settings import Environment

SAID = "They sell shoes in Lahore and want an online store."


@pytest.fixture(scope="module")
def vendors() -> Iterator[Vendors]:
    with Vendors().running() as vendors:
        yield vendors


@pytest.fixture
async def stage(
    database: Database, database_url: str, environment: Environment, vendors: Vendors, data_folder: Path
) -> AsyncIterator[AiChats]:
    vendors.forget()
    urls = {kind: vendors.base_url(kind) for kind in PATHS}
    shop = shop_of(replace(environment, provider_urls=urls), database_url)
    stage = AiChats.of(await Chats.begin(database, data_folder), shop, vendors)
    await stage.adds("CLAUDE")
    yield stage
    await shop.connections.close()


async def _long_chat(stage: AiChats, count: int = 12, length: int = 1_000) -> list[Message]:
    """Settled already; each message begins with its number."""
    said = [
        await stage.chats.writes(f"{number:03}: I sell shoes. ".ljust(length, "."), is_from_us=number % 3 == 2)
        for number in range(count)
    ]
    await Message.all().update(is_settled=True)
    await Conversation.all().update(answered_by="AI", ai_resumes_at=None)
    return said


async def _deferred(stage: AiChats) -> list[int]:
    rows = await stage.shop.database.fetch(
        "select args::text as args from procrastinate_jobs where task_name = 'summarise_chat' order by id"
    )
    return [orjson.loads(row["args"])["conversation_id"] for row in rows]


async def _sums_up(stage: AiChats, text: str = SAID) -> Conversation:
    stage.says(text)
    conversation = await stage.chats.conversation()
    await Summaries(stage.shop.database, stage.shop.router).renew(conversation.id)
    return await Conversation.get(id=conversation.id)


# --- When and what ----------------------------------------------------------------------------------------------------


async def test_a_turn_that_had_to_leave_words_out_asks_for_a_summary(stage: AiChats) -> None:
    await _long_chat(stage)
    stage.says("Tell me more.")
    await stage.chats.writes("and what about my shop?")

    await stage.chats.answers()

    assert await _deferred(stage) == [(await stage.chats.conversation()).id]


async def test_a_short_chat_is_told_whole_and_needs_no_summary(stage: AiChats) -> None:
    await _long_chat(stage, 3)
    stage.says("Tell me more.")
    await stage.chats.writes("and what about my shop?")
    await stage.chats.answers()

    unchanged = await _sums_up(stage)

    assert await _deferred(stage) == []
    assert (unchanged.summary, unchanged.summary_until) == (None, None)
    assert len(stage.asked) == 1


async def test_what_is_older_is_summed_up_and_the_newest_words_stay_whole(stage: AiChats) -> None:
    said = await _long_chat(stage)

    conversation = await _sums_up(stage, f"  {SAID}\n")

    assert (conversation.summary, conversation.summary_until) == (SAID, said[7].id)
    asked = json.dumps(stage.asked[-1])
    assert "Customer: 000: I sell shoes" in asked
    assert "Shop: 002: I sell shoes" in asked
    assert "008: I sell shoes" not in asked
    assert [use.requests for use in await AiDailyUse.all()] == [1]


async def test_the_next_turn_is_told_the_summary_as_data_and_then_the_rest(stage: AiChats) -> None:
    await _long_chat(stage)
    await _sums_up(stage)
    stage.says("Tell me more.")
    await stage.chats.writes("and what about my shop?")

    await stage.chats.answers()

    asked = stage.asked[-1]
    assert SAID in json.dumps(asked["system"])
    assert "asks nothing of you" in json.dumps(asked["system"])
    told = json.dumps(asked["messages"])
    assert ("007: I sell" in told, "008: I sell" in told) == (False, True)
    assert await _deferred(stage) == []


async def test_a_second_summary_goes_on_from_the_first(stage: AiChats) -> None:
    await _long_chat(stage)
    first = await _sums_up(stage)
    await _long_chat(stage)

    second = await _sums_up(stage, "They still sell shoes.")

    asked = json.dumps(stage.asked[-1])
    assert SAID in asked
    assert "Shop: 002" in asked
    assert second.summary == "They still sell shoes."
    assert (second.summary_until or 0) > (first.summary_until or 0)


async def test_many_short_messages_are_too_many_as_well(stage: AiChats) -> None:
    said = await _long_chat(stage, MOST_MESSAGES + 5, 30)
    conversation = await stage.chats.conversation()

    cut = await Chronicles(stage.shop.database).read(conversation.id, [said[-1].id])
    summed_up = await _sums_up(stage)
    whole = await Chronicles(stage.shop.database).read(conversation.id, [said[-1].id])

    assert (cut.is_cut, len(cut.history)) == (True, MOST_MESSAGES)
    assert (whole.is_cut, whole.summary) == (False, SAID)
    assert summed_up.summary_until == said[-31].id
    assert sum(len(str(each)) for each in whole.history) < MOST_CHARACTERS


async def test_a_new_conversation_of_the_same_customer_knows_the_summary(stage: AiChats) -> None:
    await _long_chat(stage)
    old = await _sums_up(stage)
    await Conversation.filter(id=old.id).update(status=ConversationStatus.COMPLETED)
    message = await stage.chats.writes("I am back")

    chronicle = await Chronicles(stage.shop.database).read(message.conversation_id, [message.id])

    assert message.conversation_id != old.id
    assert chronicle.summary == SAID


async def test_a_turn_from_before_the_summary_is_not_told_of_what_came_later(stage: AiChats) -> None:
    said = await _long_chat(stage)
    conversation = await _sums_up(stage)

    chronicle = await Chronicles(stage.shop.database).read(conversation.id, [said[4].id])

    assert (chronicle.summary, len(chronicle.history)) == ("", 4)


async def test_a_summary_has_its_length(stage: AiChats) -> None:
    await _long_chat(stage)

    conversation = await _sums_up(stage, "They\x00 sell " + "shoes " * 200)

    assert conversation.summary is not None
    assert len(conversation.summary) == LONGEST_SUMMARY
    assert "\x00" not in conversation.summary


# --- When it cannot be, or must not be --------------------------------------------------------------------------------


async def test_when_nobody_answers_the_chat_goes_on_without(stage: AiChats) -> None:
    await _long_chat(stage)
    stage.vendors.mock.scenarios.add(Fail(503, times=None))

    conversation = await _sums_up(stage)

    assert (conversation.summary, conversation.summary_until) == (None, None)


async def test_a_number_that_the_menus_answer_is_summed_up_by_nobody(stage: AiChats) -> None:
    await _long_chat(stage)
    await WhatsappAccount.all().update(answers_with="BUILT_IN")

    assert (await _sums_up(stage)).summary is None
    assert stage.asked == []


@pytest.mark.parametrize("is_edited", [True, False])
async def test_what_is_taken_back_or_changed_is_in_no_summary_any_more(stage: AiChats, is_edited: bool) -> None:
    said = await _long_chat(stage)
    await _sums_up(stage)
    old, new = said[1], said[-1]
    assert old.whatsapp_id is not None
    assert new.whatsapp_id is not None

    await stage.chats.inbox.take(stage.chats.account.id, _amended(AYESHA, new.whatsapp_id, is_edited=is_edited))
    kept = (await stage.chats.conversation()).summary
    await stage.chats.inbox.take(stage.chats.account.id, _amended(AYESHA, old.whatsapp_id, is_edited=is_edited))

    conversation = await stage.chats.conversation()
    assert kept == SAID
    assert (conversation.summary, conversation.summary_until) == (None, None)


def _amended(chat: str, whatsapp_id: str, *, is_edited: bool) -> MessageEdited | MessageRevoked:
    if is_edited:
        return MessageEdited(chat=chat, whatsapp_id=whatsapp_id, text="I sell hats", edited_at=clock.now())
    return MessageRevoked(chat=chat, whatsapp_id=whatsapp_id, revoked_at=clock.now())


@pytest.mark.parametrize("what", ["taken back", "erased"])
async def test_nothing_is_kept_of_a_chat_that_changed_while_it_was_summed_up(stage: AiChats, what: str) -> None:
    said = await _long_chat(stage)
    content = [{"type": "text", "text": SAID}]
    answer = REFUSALS["CLAUDE"] | {"content": content, "stop_reason": "end_turn"}
    stage.vendors.answer_raw(Raw(json.dumps(answer).encode(), drip=0.005))
    conversation = await stage.chats.conversation()

    renewing = asyncio.create_task(Summaries(stage.shop.database, stage.shop.router).renew(conversation.id))
    await asyncio.to_thread(stage.vendors.is_told.wait, 10)
    if what == "erased":
        await stage.shop.privacy.erase(conversation.customer_id, PROGRAM)
    else:
        assert said[1].whatsapp_id is not None
        await stage.chats.inbox.take(stage.chats.account.id, _amended(AYESHA, said[1].whatsapp_id, is_edited=False))
    await renewing

    assert (await Conversation.get(id=conversation.id)).summary is None
    assert [use.requests for use in await AiDailyUse.all()] == [1]


async def test_an_erasure_takes_the_summary_too(stage: AiChats) -> None:
    await _long_chat(stage)
    conversation = await _sums_up(stage)

    await stage.shop.privacy.erase(conversation.customer_id, PROGRAM)

    assert (await Conversation.get(id=conversation.id)).summary is None


async def test_two_that_turn_out_to_be_one_are_summed_up_anew(stage: AiChats) -> None:
    await _long_chat(stage)
    conversation = await _sums_up(stage)
    other = await stage.chats.writes("hello", lid="777@lid")

    await stage.shop.customer_merge.merge(conversation.customer_id, other.customer_id, PROGRAM)

    assert await Conversation.filter(summary__isnull=False).count() == 0
