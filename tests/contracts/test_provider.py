"""What every AI provider must do, whichever vendor is behind it. An adapter adds a harness to `HARNESSES`."""

import asyncio
import time
from collections.abc import Callable
from typing import Protocol

import pytest

from core.ai.provider import (
    Abilities,
    BadKeyError,
    Completion,
    CompletionRequest,
    CustomerSaid,
    Image,
    MalformedAnswerError,
    ModelGoneError,
    OutOfCreditError,
    OverloadedError,
    Provider,
    ProviderError,
    RateLimitedError,
    RefusedError,
    TimedOutError,
    Tokens,
    Tool,
    ToolAnswered,
    ToolCall,
    ToolsCalled,
    UnableError,
)
from tests.contracts.provider_stand_in import ScriptedProvider

GET_PACKAGE = Tool(
    "get_package",
    "Shows one package.",
    {
        "type": "object",
        "properties": {"package_id": {"type": "integer"}},
        "required": ["package_id"],
        "additionalProperties": False,
    },
)
HELLO = CompletionRequest(system="You sell.", history=(CustomerSaid("hello"),))


class Harness(Protocol):
    """Makes a provider whose vendor will answer so."""

    def answering(self, *answers: Completion | ProviderError | float) -> Provider: ...

    def blind(self) -> Provider: ...


class ScriptedHarness:
    def answering(self, *answers: Completion | ProviderError | float) -> Provider:
        return ScriptedProvider(answers)

    def blind(self) -> Provider:
        return ScriptedProvider([], abilities=Abilities(sees=False, calls_tools=False))


HARNESSES: dict[str, Callable[[], Harness]] = {"scripted": ScriptedHarness}


@pytest.fixture(params=sorted(HARNESSES))
def harness(request: pytest.FixtureRequest) -> Harness:
    return HARNESSES[request.param]()


def completion(text: str = "", *calls: ToolCall) -> Completion:
    return Completion(text, calls, Tokens(10, 5), "model-1")


async def test_a_text_comes_back_with_its_tokens_and_the_model_that_wrote_it(harness: Harness) -> None:
    provider = harness.answering(completion("Welcome!"))

    assert await provider.complete(HELLO, deadline=5) == Completion("Welcome!", (), Tokens(10, 5), "model-1")


async def test_a_tool_call_and_its_answer_travel_through_the_history(harness: Harness) -> None:
    call = ToolCall("call-1", "get_package", {"package_id": 7})
    provider = harness.answering(completion("", call), completion("It costs PKR 25,000."))

    first = await provider.complete(CompletionRequest("", HELLO.history, (GET_PACKAGE,)), deadline=5)
    assert first.calls == (call,)

    history = (*HELLO.history, ToolsCalled(first.calls), ToolAnswered(call, '{"price": "PKR 25,000"}'))
    second = await provider.complete(CompletionRequest("", history, (GET_PACKAGE,)), deadline=5)
    assert second.text == "It costs PKR 25,000."


@pytest.mark.parametrize(
    "error",
    [
        RateLimitedError(wait=12.0),
        OverloadedError(),
        BadKeyError(),
        OutOfCreditError(),
        RefusedError(),
        MalformedAnswerError(),
        ModelGoneError(),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_each_failure_keeps_its_class_and_is_not_retried(harness: Harness, error: ProviderError) -> None:
    provider = harness.answering(error, completion("a second answer"))

    with pytest.raises(type(error)) as caught:
        await provider.complete(HELLO, deadline=5)

    assert getattr(caught.value, "wait", None) == getattr(error, "wait", None)
    assert (await provider.complete(HELLO, deadline=5)).text == "a second answer"


async def test_an_empty_answer_is_a_failure(harness: Harness) -> None:
    with pytest.raises(MalformedAnswerError):
        await harness.answering(completion("")).complete(HELLO, deadline=5)


async def test_the_deadline_bounds_the_whole_call(harness: Harness) -> None:
    started = time.monotonic()

    with pytest.raises(TimedOutError):
        await harness.answering(30.0).complete(HELLO, deadline=0.05)

    assert time.monotonic() - started < 10


async def test_a_cancelled_call_is_cancelled_and_not_swallowed(harness: Harness) -> None:
    call = asyncio.create_task(harness.answering(30.0).complete(HELLO, deadline=60))
    await asyncio.sleep(0)

    call.cancel()

    with pytest.raises(asyncio.CancelledError):
        await call


async def test_who_cannot_see_or_use_tools_says_so_before_any_call(harness: Harness) -> None:
    provider = harness.blind()
    picture = CustomerSaid("my receipt", (Image(b"\xff\xd8\xff", "image/jpeg"),))

    with pytest.raises(UnableError):
        await provider.complete(CompletionRequest("", (picture,)), deadline=5)
    with pytest.raises(UnableError):
        await provider.complete(CompletionRequest("", HELLO.history, (GET_PACKAGE,)), deadline=5)


async def test_closing_twice_is_harmless(harness: Harness) -> None:
    provider = harness.answering()

    await provider.close()
    await provider.close()
