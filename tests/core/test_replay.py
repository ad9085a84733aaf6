"""The glass box: what is kept of a turn with AI, and a turn decided again without any effect on the chat."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import time_machine
from llmock.scenarios import Delay, Fail, Reply
from llmock.scenarios import ToolCall as Called

from core import clock
from core.assistant.ai_assistant import AiAssistant
from core.assistant.chronicle import Chronicles
from core.assistant.facts import Facts
from core.assistant.replay import MOST, WINDOW, Replay, TurnNotFoundError, TurnNotReplayableError, TurnReplays
from core.audit import Actor
from core.database import Database
from core.errors import RateLimitedError
from core.prompts import Prompts
from core.providers import Price
from models.audit import AuditLog
from models.conversations import Conversation, Draft, Message, Turn
from models.customers import Customer
from models.events import EventRow
from models.knowledge import KnowledgeEntry
from models.orders import ActorKind, Order
from models.providers import AiDailyUse, AiUsageLog
from tests.ai_chats import AiChats
from tests.chats import Chats
from tests.contracts.vendors import PATHS, Vendors
from web.assembly import shop_of
from web.settings import Environment

SECRET = "my grandmother's name is Zulekha"


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


def calls(stage: AiChats, *made: Called) -> None:
    stage.vendors.mock.scenarios.add(Reply(tool_calls=made))


async def newest() -> Turn:
    turn = await Turn.all().order_by("-id").first()
    assert turn is not None
    return turn


async def replayed(stage: AiChats, turn: Turn | None = None, actor: Actor | None = None) -> Replay:
    return await stage.shop.turn_replays.replay((turn or await newest()).id, actor or stage.chats.agent)


# --- What is kept -----------------------------------------------------------------------------------------------------


async def test_a_turn_with_ai_is_kept_with_all_that_led_to_it(stage: AiChats) -> None:
    package = await stage.chats.sells()
    entry = await KnowledgeEntry.create(language="en", question="When are you open?", answer="Nine to five.")
    [provider] = await stage.adds("GROQ")
    price = Price(date(2020, 1, 1), "USD", Decimal(2), Decimal(8))
    await stage.shop.providers.set_price(provider, price, stage.chats.agent)
    prompt = Prompts.id_of("salesperson")
    assert prompt is not None
    await stage.shop.prompts.update(prompt, "Sell well.", stage.chats.agent)
    calls(stage, Called("get_package", {"package_id": 10**6}), Called("fly", {"to": "the moon", "miles": 10**30}))
    calls(stage, Called("propose_order", {"package_id": package.id, "quantity": 2}))
    stage.says("It costs only PKR 1! We have what you need.")
    await stage.chats.writes(f"when are you open? {SECRET}")

    said = await stage.chats.answers()

    record = (await newest()).record
    assert record["prompt"] == {"key": "salesperson", "version": 1}
    assert [(call["tool"], call["is_error"]) for call in record["tools"]] == [
        ("get_package", True),
        ("fly", True),
        ("propose_order", False),
    ]
    assert record["tools"][1]["refusal"] == "There is no such tool."
    assert record["actions"] == [{"do": "ProposeOrder", "package_id": package.id, "quantity": 2}]
    assert [change["kind"] for change in record["guard"]] == ["PRICE"]
    assert record["faq"] == [entry.id]
    assert record["facts"]["services"][0]["packages"][0]["price"] == [250_000, "PKR"]
    assert "PKR 1!" not in "".join(said)
    assert SECRET not in str(record)
    used = await AiUsageLog.all()
    assert [(row.turn_id, row.outcome, row.cost is not None) for row in used] == [((await newest()).id, "OK", True)] * 3


async def test_a_turn_that_nobody_answered_keeps_whom_it_asked(stage: AiChats) -> None:
    await stage.adds("GROQ", "CLAUDE")
    stage.vendors.mock.scenarios.add(Fail(503, times=None))
    await stage.chats.writes("could you tell me something about it?")

    await stage.chats.answers()

    record = (await newest()).record
    assert (record["answered_with"], record["prompt"]["version"]) == ("BUILT_IN", 0)
    assert [hop["type"] for hop in record["hops"]] == ["GROQ", "CLAUDE"]


async def test_the_menus_keep_which_answer_of_the_faq_they_gave(stage: AiChats) -> None:
    entry = await KnowledgeEntry.create(language="en", question="When are you open on Fridays?", answer="Nine to five.")
    await stage.chats.writes("When are you open on Fridays?")

    [said] = await stage.chats.answers()

    assert "Nine to five." in said
    assert (await newest()).record["faq"] == [entry.id]
    await stage.chats.writes("hello")
    await stage.chats.answers()
    assert (await newest()).record["faq"] == []


# --- Decided again ----------------------------------------------------------------------------------------------------


async def test_a_turn_is_decided_again_and_nothing_happens(stage: AiChats) -> None:
    package = await stage.chats.sells()
    [provider] = await stage.adds("GROQ", daily_limit=10)
    stage.says("Hello, what can I do for you?")
    await stage.chats.writes("tell me something please")
    await stage.chats.answers()
    before = await Conversation.get(), await Message.all().count(), await EventRow.all().count(), await newest()
    calls(stage, Called("propose_order", {"package_id": package.id, "quantity": 1}))
    stage.says("The Starter suits you.")

    replay = await replayed(stage)

    assert replay.replies == ("The Starter suits you.",)
    assert replay.record["actions"] == [{"do": "ProposeOrder", "package_id": package.id, "quantity": 1}]
    assert replay.record["answered_with"] == "GROQ"
    conversation, messages, events, turn = before
    after = await Conversation.get()
    assert (after.version, after.menu, after.last_message_at) == (
        conversation.version,
        conversation.menu,
        conversation.last_message_at,
    )
    assert (await Message.all().count(), await EventRow.all().count()) == (messages, events)
    assert (await newest()).record == turn.record
    assert await Draft.all().count() == await Order.all().count() == 0
    assert [row.turn_id for row in await AiUsageLog.all().order_by("id")] == [turn.id, None, None]
    assert (await AiDailyUse.get(provider_id=provider)).requests == 3
    [audit] = await AuditLog.filter(subject="turns")
    assert (audit.action, audit.subject_id, audit.staff_id) == ("turn.replay", turn.id, stage.chats.staff.id)


async def test_it_is_told_what_was_true_then_with_the_prompt_of_today(stage: AiChats) -> None:
    package = await stage.chats.sells(price=250_000)
    await stage.adds("GROQ")
    stage.says("Hello!")
    await stage.chats.writes("tell me something please")
    await stage.chats.answers()
    await type(package).filter(id=package.id).update(price_amount=990_000)
    prompt = Prompts.id_of("salesperson")
    assert prompt is not None
    await stage.shop.prompts.update(prompt, "Speak like a pirate.", stage.chats.agent)
    stage.says("Arr, the Starter costs PKR 2,500.")

    replay = await replayed(stage)

    assert replay.replies == ("Arr, the Starter costs PKR 2,500.",)
    assert replay.record["prompt"]["version"] == 1
    assert "Speak like a pirate." in str(stage.asked[-1])


async def test_what_came_later_in_the_chat_is_not_told(stage: AiChats) -> None:
    await stage.adds("GROQ")
    stage.says("Hello!", "Of course.", "Hello again!")
    await stage.chats.writes("the first words")
    await stage.chats.answers()
    turn = await newest()
    await stage.chats.writes("the second words")
    await stage.chats.answers()

    await replayed(stage, turn)

    asked = str(stage.asked[-1])
    assert "the first words" in asked
    assert "the second words" not in asked


async def test_without_a_provider_the_menus_decide(stage: AiChats) -> None:
    await stage.chats.sells()
    await stage.chats.writes("hello")
    said = await stage.chats.answers()

    replay = await replayed(stage)

    assert list(replay.replies) == said
    assert replay.record["answered_with"] == "BUILT_IN"


async def test_slow_providers_are_waited_for_only_so_long(stage: AiChats) -> None:
    await stage.chats.sells()
    await stage.chats.writes("hello")
    said = await stage.chats.answers()
    await stage.adds("GROQ")
    stage.vendors.mock.scenarios.add(Delay(60))
    shop = stage.shop
    hasty = TurnReplays(
        shop.database,
        Facts(shop.database, shop.settings, shop.catalog, shop.drafts, shop.payments, shop.knowledge),
        AiAssistant(shop.router, Chronicles(shop.database), shop.prompts, shop.settings, turn_seconds=0.3),
    )

    replay = await hasty.replay((await newest()).id, stage.chats.agent)

    assert list(replay.replies) == said
    assert [hop["outcome"] for hop in replay.record["hops"]] == ["TIMED_OUT"]
    assert replay.milliseconds < 5_000


# --- What cannot be ---------------------------------------------------------------------------------------------------


async def test_a_turn_from_before_or_of_nothing_is_not_replayed(stage: AiChats) -> None:
    await stage.chats.writes("hello")
    await stage.chats.answers()
    turn = await newest()
    await Turn.filter(id=turn.id).update(record={"asked": "menu"})

    with pytest.raises(TurnNotReplayableError):
        await replayed(stage)
    with pytest.raises(TurnNotFoundError):
        await stage.shop.turn_replays.replay(turn.id + 1, stage.chats.agent)

    assert await AuditLog.filter(subject="turns").count() == 0


async def test_what_is_erased_is_not_replayed(stage: AiChats) -> None:
    await stage.chats.writes(SECRET)
    await stage.chats.answers()
    turn = await newest()
    await stage.shop.privacy.erase((await Customer.get()).id, stage.chats.agent)

    with pytest.raises(TurnNotReplayableError):
        await replayed(stage, turn)

    assert (await newest()).record == {}


async def test_words_that_were_taken_back_are_told_to_nobody(stage: AiChats) -> None:
    await stage.adds("GROQ")
    stage.says("Hello!")
    message = await stage.chats.writes(SECRET)
    await stage.chats.answers()
    await Message.filter(id=message.id).update(text="", detail={}, revoked_at=clock.now())
    asked = len(stage.asked)

    await replayed(stage)

    assert len(stage.asked) == asked


async def test_nobody_replays_without_end(stage: AiChats) -> None:
    await stage.chats.writes("hello")
    await stage.chats.answers()
    colleague = Actor(ActorKind.API_KEY, api_key_id=7)
    start = clock.now()
    with time_machine.travel(start, tick=False):
        for _ in range(MOST):
            await replayed(stage)
        with pytest.raises(RateLimitedError) as refused:
            await replayed(stage)
        await replayed(stage, actor=colleague)

    assert refused.value.details["retry_after"] == WINDOW.total_seconds()
    with time_machine.travel(start + WINDOW + timedelta(seconds=1), tick=False):
        await replayed(stage)
    assert await AuditLog.filter(subject="turns").count() == MOST + 2


async def test_a_volley_of_replays_does_not_slip_through(stage: AiChats) -> None:
    await stage.chats.writes("hello")
    await stage.chats.answers()
    turn = await newest()

    ended = await asyncio.gather(*(replayed(stage, turn) for _ in range(MOST + 10)), return_exceptions=True)

    assert sum(isinstance(each, Replay) for each in ended) == MOST
    assert sum(isinstance(each, RateLimitedError) for each in ended) == 10
