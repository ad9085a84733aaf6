"""Voice notes: written down by whoever hears, then answered like any words; a misheard yes orders nothing."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from llmock.scenarios import Fail

from core.ai.provider import BadKeyError, OverloadedError
from core.assistant import voice_notes
from core.assistant.decision import CancelOrder, ConfirmDraft, Decision
from core.assistant.menu import decide
from core.audit import PROGRAM
from core.database import Database
from core.languages.wording import say
from models.accounts import WhatsappAccount
from models.conversations import Draft, Message, MessageKind, Turn
from models.events import EventRow
from models.orders import Order
from tests import talking
from tests.ai_chats import AiChats
from tests.chats import Chats
from tests.contracts.vendors import PATHS, Raw, Vendors, failed, heard
from web.assembly import shop_of
from web.settings import Environment

PLEASE_WRITE = say("voice_note", "en")


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
    yield AiChats.of(await Chats.begin(database, data_folder), shop, vendors)
    await shop.connections.close()


async def _asked_to_confirm(stage: AiChats) -> Draft:
    """A draft of which a summary was shown."""
    package = await stage.chats.sells()
    asking = await stage.chats.writes("the starter one")
    conversation = await stage.chats.conversation()
    async with stage.shop.database.unit_of_work() as work:
        draft = await stage.shop.drafts.propose(work, conversation, package.id, 1, after_message_id=asking.id)
        await work.execute("update messages set is_settled = true")
    return draft


# --- Heard and answered -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["GROQ", "GEMINI"])
async def test_what_is_heard_is_answered_like_what_is_written(stage: AiChats, kind: str) -> None:
    await stage.adds(kind)
    stage.hears("what do you have for a small shop?", kind)
    stage.says("Tell me more about your shop.")
    note = await stage.speaks()

    assert await stage.chats.answers() == ["Tell me more about your shop."]

    message = await Message.get(id=note.id)
    assert message.detail["transcript"] == "what do you have for a small shop?"
    assert message.text == ""
    assert "[voice note] what do you have for a small shop?" in json.dumps(stage.asked[-1])
    assert await stage.used() == [(kind, "OK", True), (kind, "OK", True)]
    changed = [event.payload["message_id"] for event in await EventRow.filter(type="message.changed")]
    assert note.id in changed


async def test_who_hears_listens_and_who_comes_first_answers(stage: AiChats) -> None:
    await stage.adds("CLAUDE", "GROQ")
    stage.hears("do you make websites?")
    stage.says("We do.")
    await stage.speaks()

    assert await stage.chats.answers() == ["We do."]

    assert await stage.used() == [("GROQ", "OK", True), ("CLAUDE", "OK", True)]


async def test_when_one_cannot_listen_the_next_one_does(stage: AiChats) -> None:
    await stage.adds("GROQ", "GEMINI")
    stage.vendors.answer_raw(failed(BadKeyError()))
    stage.hears("do you make websites?", "GEMINI")
    stage.says("We do.")
    await stage.speaks()

    assert await stage.chats.answers() == ["We do."]

    assert (await stage.used())[:2] == [("GROQ", "BAD_KEY", True), ("GEMINI", "OK", True)]


async def test_the_menus_understand_what_was_heard_when_nobody_answers(stage: AiChats) -> None:
    await stage.chats.sells()
    await stage.adds("GROQ")
    stage.hears("hosting")
    stage.vendors.mock.scenarios.add(Fail(503, times=None))
    await stage.speaks()

    [answer] = await stage.chats.answers()

    assert "Starter" in answer
    assert PLEASE_WRITE not in answer


async def test_a_voice_note_that_was_heard_is_part_of_the_past(stage: AiChats) -> None:
    await stage.adds("GROQ")
    stage.hears("my shop sells shoes")
    stage.says("Good.", "Shoes it is.")
    await stage.speaks()
    await stage.chats.answers()
    await stage.chats.writes("what did I say?")
    await stage.chats.answers()

    assert "[voice note] my shop sells shoes" in json.dumps(stage.asked[-1])


# --- Not heard --------------------------------------------------------------------------------------------------------


async def test_without_anybody_who_hears_the_customer_is_asked_to_write(stage: AiChats) -> None:
    await stage.adds("CLAUDE", "COHERE")
    note = await stage.speaks()

    [answer] = await stage.chats.answers()

    assert PLEASE_WRITE in answer
    assert await stage.used() == []
    assert "heard" not in (await Message.get(id=note.id)).detail


async def test_when_all_who_hear_fail_the_customer_is_asked_to_write_and_nobody_listens_again(stage: AiChats) -> None:
    await stage.adds("GROQ")
    stage.vendors.answer_raw(failed(OverloadedError()))
    note = await stage.speaks()
    assert PLEASE_WRITE in (await stage.chats.answers())[0]
    await Message.filter(id=note.id).update(is_settled=False)

    assert PLEASE_WRITE in (await stage.chats.answers())[0]

    assert await stage.used() == [("GROQ", "OVERLOADED", True)]


async def test_silence_is_no_words(stage: AiChats) -> None:
    await stage.adds("GROQ")
    stage.hears("")
    note = await stage.speaks()

    assert PLEASE_WRITE in (await stage.chats.answers())[0]

    assert (await Message.get(id=note.id)).detail["transcript"] == ""
    assert stage.asked == []


async def test_a_slow_ear_does_not_hold_up_the_answer(stage: AiChats, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice_notes, "LISTEN_SECONDS", 1.0)
    await stage.adds("GROQ")
    stage.vendors.answer_raw(Raw(heard("GROQ", "a long story").body, drip=5))
    await stage.speaks()

    async with asyncio.timeout(15):
        [answer] = await stage.chats.answers()

    assert PLEASE_WRITE in answer


async def test_a_number_that_the_menus_answer_listens_to_nobody(stage: AiChats) -> None:
    await stage.adds("GROQ")
    await WhatsappAccount.all().update(answers_with="BUILT_IN")
    await stage.speaks()

    assert PLEASE_WRITE in (await stage.chats.answers())[0]

    assert await stage.used() == []


async def test_a_number_that_one_provider_answers_is_heard_by_no_other(stage: AiChats) -> None:
    _, gemini = await stage.adds("GROQ", "GEMINI")
    await WhatsappAccount.all().update(answers_with="PROVIDER", answers_with_provider_id=gemini)
    stage.hears("hello there my friends", "GEMINI")
    stage.says("Hello.")
    await stage.speaks()

    assert await stage.chats.answers() == ["Hello."]

    assert await stage.used() == [("GEMINI", "OK", True), ("GEMINI", "OK", True)]


async def test_nothing_is_kept_of_a_voice_note_that_was_erased_while_somebody_listened(stage: AiChats) -> None:
    await stage.adds("GROQ")
    stage.vendors.answer_raw(Raw(heard("GROQ", "my address is …").body, drip=0.02))
    note = await stage.speaks()
    customer = await stage.chats.customer()

    answering = asyncio.create_task(stage.chats.turns.answer(customer.id))
    await asyncio.to_thread(stage.vendors.is_told.wait, 10)
    await stage.shop.privacy.erase(customer.id, PROGRAM)
    await answering

    assert (await Message.get(id=note.id)).detail == {}
    assert "my address" not in json.dumps(await Turn.all().values_list("record", flat=True))


# --- What a misheard word can do --------------------------------------------------------------------------------------


async def test_a_heard_yes_confirms_the_order(stage: AiChats) -> None:
    await stage.adds("GROQ")
    await _asked_to_confirm(stage)
    stage.hears("Yes.")
    await stage.speaks()

    await stage.chats.answers()

    assert await Order.all().count() == 1


@pytest.mark.parametrize("said", ["yes, order it", "one", "Yes? I do not know", "yes to all", "thank you", "1"])
async def test_whatever_else_is_heard_orders_nothing(stage: AiChats, said: str) -> None:
    await stage.adds("GROQ")
    await _asked_to_confirm(stage)
    stage.hears(said)
    stage.says("Shall I order it for you?")
    await stage.speaks()

    assert len(await stage.chats.answers()) == 1

    assert await Order.all().count() == 0


def _decided(text: str, *, is_heard: bool, menu: dict[str, object]) -> Decision:
    kind = MessageKind.AUDIO if is_heard else MessageKind.TEXT
    said = talking.message(20, text, kind=kind, is_heard=is_heard)
    draft = talking.draft() if menu["asked"] == "confirm" else None
    return decide(talking.facts(said, draft=draft, orders=(talking.order(),), menu=menu))


CONFIRM = {"asked": "confirm", "package": talking.GOLD, "quantity": 1}
CANCEL = {"asked": "cancel_order", "order": 1042}


@pytest.mark.parametrize(
    ("text", "is_heard", "orders"),
    [
        ("yes", True, True),
        ("Haan ji", True, True),
        ("yes please", False, True),
        ("order it", True, False),
        ("order it", False, True),
        ("1", True, False),
        ("1", False, True),
    ],
)
def test_only_a_bare_yes_confirms_by_voice(text: str, is_heard: bool, orders: bool) -> None:
    decision = _decided(text, is_heard=is_heard, menu=CONFIRM)

    assert any(isinstance(action, ConfirmDraft) for action in decision.actions) is orders


@pytest.mark.parametrize(("text", "is_heard", "cancels"), [("yes", True, True), ("cancel it", True, False)])
def test_only_a_bare_yes_cancels_by_voice(text: str, is_heard: bool, cancels: bool) -> None:
    decision = _decided(text, is_heard=is_heard, menu=CANCEL)

    assert any(isinstance(action, CancelOrder) for action in decision.actions) is cancels
