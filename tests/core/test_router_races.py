"""Requests that cross one another, are cut off or answered with rubbish: what is written down, and what is believed."""

import asyncio
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from core.ai.connections import OpenConnections
from core.ai.provider import (
    BadKeyError,
    Completion,
    CompletionRequest,
    CustomerSaid,
    ModelGoneError,
    OverloadedError,
    ProviderError,
    RateLimitedError,
    RefusedError,
    Tokens,
    ToolAnswered,
    ToolCall,
    ToolsCalled,
)
from core.ai.router import NobodyAnsweredError, Trail
from core.audit import PROGRAM
from core.database import Database
from core.providers import Price, ProviderChanges
from models.providers import AiProvider, AiUsageLog
from tests.contracts.provider_stand_in import ScriptedProvider
from tests.core.test_router import HELLO, NOON, Stand, answer, outcomes


class Gated(ScriptedProvider):
    """Answers each request, in the order they came, with what it is told when it is told."""

    def __init__(self) -> None:
        super().__init__(())
        self.waiting: asyncio.Queue[asyncio.Future[Completion]] = asyncio.Queue()

    async def complete(self, request: CompletionRequest, *, deadline: float) -> Completion:  # noqa: ARG002
        self.asked.append(request)
        told: asyncio.Future[Completion] = asyncio.get_running_loop().create_future()
        await self.waiting.put(told)
        return await told

    async def next(self) -> asyncio.Future[Completion]:
        return await self.waiting.get()


@pytest.fixture
def stand(database: Database) -> Stand:
    return Stand(database)


async def gated(stand: Stand) -> tuple[int, Gated]:
    provider = await stand.add("Gated")
    script = stand.scripts[provider] = Gated()
    return provider, script


async def two_at_once(stand: Stand, first: Any, second: Any) -> None:
    """Both are on their way before the first comes back."""
    _, script = next((key, value) for key, value in stand.scripts.items() if isinstance(value, Gated))
    asking = [asyncio.create_task(stand.ask()) for _ in range(2)]
    waiting = [await script.next() for _ in range(2)]
    for future, told in zip(waiting, (first, second), strict=True):
        if isinstance(told, ProviderError):
            future.set_exception(told)
        else:
            future.set_result(told)
        done, _ = await asyncio.wait(asking, return_when=asyncio.FIRST_COMPLETED)
        asking = [task for task in asking if task not in done]
        for task in done:
            task.exception()


# --- The longest rest wins --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "second", [OverloadedError(), RateLimitedError(2.0), RefusedError(), answer()], ids=lambda it: type(it).__name__
)
async def test_what_was_asked_before_a_rest_does_not_end_it(stand: Stand, second: Any) -> None:
    provider, _ = await gated(stand)

    with time_machine.travel(NOON, tick=False):
        await two_at_once(stand, RateLimitedError(60.0), second)

    assert (await AiProvider.get(id=provider)).cooling_until == NOON + timedelta(seconds=60)


async def test_a_longer_rest_replaces_a_shorter_one(stand: Stand) -> None:
    provider, _ = await gated(stand)

    with time_machine.travel(NOON, tick=False):
        await two_at_once(stand, RateLimitedError(2.0), RateLimitedError(60.0))

    assert (await AiProvider.get(id=provider)).cooling_until == NOON + timedelta(seconds=60)


async def test_a_probe_that_fails_sets_a_rest_of_its_own(stand: Stand) -> None:
    provider = await stand.add("Busy", RateLimitedError(60.0), RateLimitedError(5.0))

    with time_machine.travel(NOON, tick=False) as traveller:
        for _ in range(2):
            with pytest.raises(NobodyAnsweredError):
                await stand.ask()
            traveller.shift(61)

    assert (await AiProvider.get(id=provider)).cooling_until == NOON + timedelta(seconds=66)


async def test_a_probe_that_the_daily_limit_forbids_is_no_new_rest(stand: Stand) -> None:
    provider = await stand.add("Busy", RateLimitedError(5.0), daily_limit=1)

    with time_machine.travel(NOON, tick=False) as traveller:
        for _ in range(2):
            with pytest.raises(NobodyAnsweredError):
                await stand.ask()
            traveller.shift(6)

    assert stand.was_asked(provider) == 1
    assert (await AiProvider.get(id=provider)).cooling_until == NOON + timedelta(seconds=5)


async def test_who_was_found_to_have_a_bad_key_meanwhile_is_not_asked(stand: Stand) -> None:
    await stand.add("Refused", BadKeyError())
    (candidate,) = await stand.use.candidates()
    with pytest.raises(NobodyAnsweredError):
        await stand.ask()

    assert not await stand.use.book(candidate)


# --- Cut off ----------------------------------------------------------------------------------------------------------


async def test_a_request_whose_turn_is_cancelled_is_written_down_and_says_nothing_of_the_provider(
    stand: Stand,
) -> None:
    provider, script = await gated(stand)
    trail = Trail.of(20)
    asking = asyncio.create_task(stand.router.complete(HELLO, trail))
    await script.next()

    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking

    assert await outcomes() == [(provider, 0, "ABANDONED")]
    assert trail.rows == [row.id for row in await AiUsageLog.all()]
    assert await stand.providers.use_today([provider]) == {provider: 1}
    row = await AiProvider.get(id=provider)
    assert (row.failures, row.cooling_until) == (0, None)


async def test_a_probe_that_is_cancelled_leaves_the_way_to_the_next(stand: Stand) -> None:
    provider, script = await gated(stand)
    with time_machine.travel(NOON, tick=False) as traveller:
        asking = asyncio.create_task(stand.ask())
        (await script.next()).set_exception(RateLimitedError(5.0))
        with pytest.raises(NobodyAnsweredError):
            await asking
        traveller.shift(6)
        probe = asyncio.create_task(stand.ask())
        await script.next()
        probe.cancel()
        with pytest.raises(asyncio.CancelledError):
            await probe

        again = asyncio.create_task(stand.ask())
        (await script.next()).set_result(answer("well again"))
        assert await again == "well again"

    assert (await AiProvider.get(id=provider)).failures == 0


# --- A key or a model that was changed meanwhile ----------------------------------------------------------------------


@pytest.mark.parametrize("error", [BadKeyError(), ModelGoneError(), RateLimitedError(60.0)], ids=str)
@pytest.mark.parametrize("changes", [ProviderChanges(key="another-key-of-the-shop"), ProviderChanges(model="newer")])
async def test_what_became_of_the_old_key_says_nothing_of_the_new_one(
    stand: Stand, error: ProviderError, changes: ProviderChanges
) -> None:
    provider, script = await gated(stand)
    asking = asyncio.create_task(stand.ask())
    told = await script.next()

    await stand.providers.update(provider, changes, PROGRAM)
    told.set_exception(error)
    with pytest.raises(NobodyAnsweredError):
        await asking

    row = await AiProvider.get(id=provider)
    assert (row.trouble, row.cooling_until, row.failures) == (None, None, 0)
    assert len(await outcomes()) == 1


async def test_another_model_ends_the_trouble_that_the_old_one_was_gone(stand: Stand) -> None:
    provider = await stand.add("Gone", ModelGoneError(), answer("here"))
    with pytest.raises(NobodyAnsweredError):
        await stand.ask()

    await stand.providers.update(provider, ProviderChanges(name="Still gone"), PROGRAM)
    with pytest.raises(NobodyAnsweredError):
        await stand.ask()
    await stand.providers.update(provider, ProviderChanges(model="newer"), PROGRAM)

    assert await stand.ask() == "here"


async def test_a_new_order_or_limit_opens_no_new_connection(stand: Stand) -> None:
    provider = await stand.add("One", answer(), answer())
    await stand.ask()
    await stand.providers.update(provider, ProviderChanges(name="Uno", daily_limit=50), PROGRAM)
    await stand.providers.reorder([provider], PROGRAM)
    await stand.ask()

    before, after = stand.opened
    assert before.version == after.version


async def test_a_connection_that_is_replaced_stays_open_for_who_speaks_through_it(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Closing] = []

    async def open_provider(kind: str, *, key: str, model: str, base_url: str | None) -> Closing:
        made.append(Closing(()))
        return made[-1]

    monkeypatch.setattr("core.ai.connections.open_provider", open_provider)
    provider = await stand.add("One")
    connections = OpenConnections()
    (old,) = await stand.use.candidates()
    await stand.providers.update(provider, ProviderChanges(key="another-key-of-the-shop"), PROGRAM)
    (new,) = await stand.use.candidates()

    assert await connections.open(old) is made[0]
    assert await connections.open(new) is made[1]
    assert [each.is_closed for each in made] == [False, False]

    await connections.close()
    assert [each.is_closed for each in made] == [True, True]


class Closing(ScriptedProvider):
    is_closed = False

    async def close(self) -> None:
        self.is_closed = True


# --- Rubbish ----------------------------------------------------------------------------------------------------------


def nested(levels: int) -> dict[str, Any]:
    arguments: dict[str, Any] = {}
    for _ in range(levels):
        arguments = {"more": arguments}
    return arguments


async def test_an_answer_is_cleaned_until_it_can_be_kept(stand: Stand) -> None:
    call = ToolCall("1", "look\x00", {"a\x00": ["\ud83d", 10**30, {"b": "\x00c"}]})
    await stand.add("Odd", Completion("Hi\x00 \ud83d", (call,), Tokens(10**12, -5), "m\x00"))

    told = await stand.router.complete(HELLO, Trail.of(20))

    assert told.text == "Hi "
    assert [(each.name, each.arguments) for each in told.calls] == [("look", {"a": ["", hex(10**30), {"b": "c"}]})]
    assert (told.model, told.tokens) == ("m", Tokens(10_000_000, 0))


async def test_what_is_counted_beyond_reason_can_be_paid_for(stand: Stand) -> None:
    provider = await stand.add("Dear", Completion("Hi", (), Tokens(10**12, 10**12), "m"))
    most = Decimal(1_000_000)
    await stand.providers.set_price(provider, Price(date(2020, 1, 1), "USD", read=most, written=most), PROGRAM)

    assert await stand.ask() == "Hi"
    assert (await AiUsageLog.get()).cost == Decimal(20_000_000)


async def test_arguments_that_never_end_are_a_failure(stand: Stand) -> None:
    await stand.add("Deep", Completion("", (ToolCall("1", "look", nested(10_000)),), Tokens(1, 1), "m"))
    await stand.add("Steady", answer("steady"))

    assert await stand.ask() == "steady"
    assert [outcome for _, _, outcome in await outcomes()] == ["MALFORMED_ANSWER", "OK"]


async def test_an_adapter_that_breaks_costs_its_own_answer_alone(stand: Stand) -> None:
    broken = await stand.add("Broken")
    stand.scripts[broken] = Broken(())
    await stand.add("Steady", answer("steady"))

    assert await stand.ask() == "steady"
    assert [outcome for _, _, outcome in await outcomes()] == ["MALFORMED_ANSWER", "OK"]


class Broken(ScriptedProvider):
    async def complete(self, request: CompletionRequest, *, deadline: float) -> Completion:  # noqa: ARG002
        raise ZeroDivisionError


async def test_another_provider_is_not_told_what_nobody_heard(stand: Stand) -> None:
    """A history that ends with the assistant's own words is one that vendors refuse."""
    await stand.add("First", answer("Let me look.", ToolCall("1", "look", {})), OverloadedError())
    second = await stand.add("Second", answer("Here."))
    trail = Trail.of(20)
    begun = await stand.router.complete(HELLO, trail)

    history = (*HELLO.history, ToolsCalled(begun.calls, begun.text), ToolAnswered(begun.calls[0], "none", True))
    await stand.router.complete(CompletionRequest("You sell.", history), trail)

    (told,) = stand.scripts[second].asked
    assert told.history == (CustomerSaid("hello"),)
