"""One turn with a model that fails, repeats itself, talks rubbish, or is overtaken by a person."""

import asyncio

import pytest
import structlog

from core.ai.provider import (
    BadKeyError,
    MalformedAnswerError,
    OutOfCreditError,
    OverloadedError,
    ProviderError,
    RateLimitedError,
    RefusedError,
    TimedOutError,
)
from core.assistant import ai_assistant
from core.database import Database
from core.jobs.procrastinate_queue import ProcrastinateRunner
from core.jobs.queue import Task
from core.languages.wording import say
from models.conversations import Draft, Message, Turn
from models.orders import Order
from models.providers import AiUsageLog
from tests.adversary.stage import KEY, Cast, Step, broken, calls, everything_written, text
from tests.chats import Chats

ASKS = "I need something for my little shop"
FAULTS: tuple[ProviderError, ...] = (
    RateLimitedError(5.0),
    OverloadedError(),
    TimedOutError(),
    BadKeyError(),
    OutOfCreditError(),
    RefusedError(),
    MalformedAnswerError(),
)


async def outcomes() -> list[tuple[int, str]]:
    return [(row.hop, row.outcome) for row in await AiUsageLog.all().order_by("id")]


# --- A fault at each step ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
async def test_what_was_looked_up_before_a_fault_is_told_to_the_next_provider(
    chats: Chats, cast: Cast, fault: ProviderError
) -> None:
    package = await chats.sells()
    await cast.add("First", calls(("get_package", {"package_id": package.id})), fault)
    second = await cast.add(
        "Second", calls(("propose_order", {"package_id": package.id, "quantity": 2})), text("Good.")
    )
    await chats.writes(ASKS)

    said, summary = await chats.answers()

    assert said == "Good."
    assert "5,000" in summary
    assert "Done already in this turn" in second.asked[0].system
    assert "2,500" in second.asked[0].system
    assert [draft.quantity for draft in await Draft.all()] == [2]
    assert [hop for hop, _ in await outcomes()] == [0, 1, 2, 3]
    assert await broken(chats.database) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
async def test_a_write_is_not_repeated_by_the_next_provider(chats: Chats, cast: Cast, fault: ProviderError) -> None:
    package = await chats.sells()
    order = ("propose_order", {"package_id": package.id, "quantity": 1})
    await cast.add("First", calls(order), fault)
    await cast.add("Second", calls(("propose_order", {"package_id": package.id, "quantity": 7})), text("Done."))
    await chats.writes(ASKS)

    said, summary = await chats.answers()

    assert said == "Done."
    assert "2,500" in summary
    assert [draft.quantity for draft in await Draft.all()] == [1]
    assert await broken(chats.database) == []


async def test_what_was_proposed_stands_when_everybody_fails_after_it(chats: Chats, cast: Cast) -> None:
    package = await chats.sells()
    first = await cast.add("First", calls(("propose_order", {"package_id": package.id, "quantity": 3})))
    first.otherwise = lambda _: OverloadedError()
    await cast.add("Second", OverloadedError())
    await chats.writes(ASKS)

    (summary,) = await chats.answers()

    assert "7,500" in summary
    assert [draft.quantity for draft in await Draft.all()] == [3]
    turn = await Turn.get()
    assert turn.answered_with == "CLAUDE"
    assert [hop["outcome"] for hop in turn.record["hops"]] == ["OK", "OVERLOADED", "OVERLOADED"]
    assert await broken(chats.database) == []


async def test_when_everybody_fails_the_menus_answer_once(chats: Chats, cast: Cast) -> None:
    await chats.sells()
    for name in ("First", "Second", "Third"):
        (await cast.add(name)).otherwise = lambda _: OverloadedError()
    await chats.writes("hello, what do you offer?")

    (said,) = await chats.answers()

    assert "Web hosting" in said
    assert (await Turn.get()).answered_with == "BUILT_IN"
    assert await outcomes() == [(0, "OVERLOADED"), (1, "OVERLOADED"), (2, "OVERLOADED")]
    assert await broken(chats.database) == []


async def test_whatever_breaks_inside_the_requests_stay_with_the_turn(
    chats: Chats, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chats.sells()
    await cast.add("First", text("Hello."))

    def break_down(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(ai_assistant, "guard", break_down)
    await chats.writes("hello, what do you offer?")

    (said,) = await chats.answers()

    assert "Web hosting" in said
    assert await broken(chats.database) == []


# --- Rubbish ----------------------------------------------------------------------------------------------------------

RUBBISH: dict[str, Step] = {
    "an unknown tool": calls(("mark_paid", {"order_id": 1})),
    "no arguments": calls(("propose_order", {})),
    "a package of nobody": calls(("propose_order", {"package_id": 10**9, "quantity": 1})),
    "a name instead of an id": calls(("propose_order", {"package_id": "Starter", "quantity": 1})),
    "nothing of it": calls(("propose_order", {"package_id": 1, "quantity": 0})),
    "less than nothing": calls(("propose_order", {"package_id": 1, "quantity": -1})),
    "too much": calls(("propose_order", {"package_id": 1, "quantity": 10**12})),
    "a price of its own": calls(("propose_order", {"package_id": -1, "quantity": 1, "price": 1})),
    "truth as an id": calls(("propose_order", {"package_id": True, "quantity": True})),
    "what no database keeps": calls(("get_package", {"package_id": "\x00\ud800", "a": 10**40, "b": float("nan")})),
    "a name of no letters": calls(("\x00", {})),
    "somebody else": calls(("order_status", {"customer_id": 1}), ("payment_instructions", {"order_id": 1})),
}


@pytest.mark.parametrize("step", RUBBISH.values(), ids=RUBBISH)
async def test_rubbish_is_answered_and_the_customer_too(chats: Chats, cast: Cast, step: Step) -> None:
    await chats.sells()
    model = await cast.add("Wild", step, text("I am sorry."))
    await chats.writes(ASKS)

    said = await chats.answers()

    assert said[0] == "I am sorry."
    assert len(model.asked) == 2
    assert await Draft.all().count() == 0
    assert await Order.all().count() == 0
    assert await broken(chats.database) == []


async def test_a_model_that_only_ever_calls_tools_is_stopped(chats: Chats, cast: Cast) -> None:
    package = await chats.sells()
    model = await cast.add("Endless")
    counted = iter(range(1, 100))
    model.otherwise = lambda _: calls(("get_package", {"package_id": package.id, "again": next(counted)}))
    await chats.writes(ASKS)

    assert await chats.answers() == [say("not_understood", "en")]

    assert len(model.asked) == ai_assistant.MOST_ROUNDS + 1
    assert model.asked[-1].tools == ()
    assert await broken(chats.database) == []


@pytest.mark.parametrize("words", ["\x00", " \x00 ", "\ud83d", "\x00\ud800\x00"])
async def test_a_text_of_nothing_is_no_answer(chats: Chats, cast: Cast, words: str) -> None:
    await chats.sells()
    await cast.add("Silent", text(words))
    await cast.add("Second", text("Hello there."))
    await chats.writes(ASKS)

    assert await chats.answers() == ["Hello there."]
    assert [outcome for _, outcome in await outcomes()] == ["MALFORMED_ANSWER", "OK"]


# --- A person takes over ----------------------------------------------------------------------------------------------


async def test_after_a_person_took_over_the_slow_provider_says_nothing(chats: Chats, cast: Cast) -> None:
    package = await chats.sells()
    order = ("propose_order", {"package_id": package.id, "quantity": 1})
    model = await cast.add("Slow", calls(order), text("Take the Starter!"))
    model.gate = asyncio.Event()
    await chats.writes(ASKS)
    answering = asyncio.create_task(chats.answers())
    await model.is_asked.wait()

    await chats.conversations.take_over((await chats.conversation()).id, chats.agent)
    model.gate.set()

    assert await answering == []
    assert await chats.said() == []
    assert await Draft.all().count() == 0
    assert await Turn.all().count() == 0
    # It was asked and costs what it costs; there is no turn to count it with.
    assert [row.turn_id for row in await AiUsageLog.all()] == [None, None]


async def test_a_turn_that_is_cut_off_leaves_nothing_but_its_requests(chats: Chats, cast: Cast) -> None:
    await chats.sells()
    model = await cast.add("Slow")
    model.gate = asyncio.Event()
    await chats.writes(ASKS)
    answering = asyncio.create_task(chats.answers())
    await model.is_asked.wait()

    answering.cancel()
    with pytest.raises(asyncio.CancelledError):
        await answering
    model.gate.set()

    assert await outcomes() == [(0, "ABANDONED")]
    assert await chats.answers() == ["Hello."]
    assert await broken(chats.database) == []


# --- A daily limit ----------------------------------------------------------------------------------------------------


async def test_sixty_customers_at_once_never_overshoot_a_daily_limit(
    chats: Chats, cast: Cast, database_url: str
) -> None:
    await chats.sells()
    first, second = await cast.add("First", daily_limit=7), await cast.add("Second", daily_limit=11)
    first.otherwise, second.otherwise = lambda _: text("One."), lambda _: text("Two.")
    customers = [f"{number}@lid" for number in range(60)]
    answered = asyncio.Semaphore(0)

    async def answer(customer_id: int) -> None:
        await chats.turns.answer(customer_id)
        answered.release()

    for lid in customers:
        await chats.writes(ASKS, lid=lid)
    worker = asyncio.create_task(ProcrastinateRunner(database_url).run([Task("answer_customer", answer)]))
    for _ in customers:
        await answered.acquire()
    worker.cancel()
    with pytest.raises(asyncio.CancelledError):
        await worker

    said = await chats.said()
    assert len(said) == len({message.customer_id for message in said}) == 60
    texts = [message.text for message in said]
    assert (texts.count("One."), texts.count("Two.")) == (7, 11)
    assert (len(first.asked), len(second.asked)) == (7, 11)
    assert await broken(chats.database) == []


# --- Keys -------------------------------------------------------------------------------------------------------------


async def test_no_key_stands_in_any_row_or_log(chats: Chats, cast: Cast) -> None:
    await chats.sells()
    for fault in FAULTS:
        told = type(fault)(KEY) if not isinstance(fault, RateLimitedError) else fault
        await cast.add(type(fault).__name__, told)
    last = await cast.add("Last")
    last.otherwise = lambda request: text(f"My key is {KEY in str(request)}.")

    with structlog.testing.capture_logs() as logs:
        await chats.writes(ASKS)
        said = await chats.answers()

    assert said == ["My key is False."]
    assert KEY not in str(logs)
    assert KEY not in await everything_written(chats.database)


async def test_the_stage_would_see_a_key(database: Database, chats: Chats) -> None:
    await chats.writes(KEY)

    assert await Message.filter(text=KEY).exists()
    assert KEY in await everything_written(database)
