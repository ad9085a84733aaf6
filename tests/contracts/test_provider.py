"""What every AI provider must do, whichever vendor is behind it. An adapter joins by its line in the registry."""

import asyncio
import base64
import json
import socket
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any, Protocol

import pytest

from core.ai.provider import (
    Abilities,
    AssistantSaid,
    Audio,
    BadKeyError,
    Completion,
    CompletionRequest,
    CustomerSaid,
    Image,
    MalformedAnswerError,
    ModelGoneError,
    Native,
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
from core.ai.registry import TYPES, open_provider
from tests.contracts.provider_stand_in import ScriptedProvider
from tests.contracts.vendors import CUT_OFF, Raw, VendorHarness, Vendors, heard

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
# Where the model that a new provider starts with does not see.
SEEING = {"GROQ": "meta-llama/llama-4-scout-17b-16e-instruct"}
HELLO = CompletionRequest(system="You sell.", history=(CustomerSaid("hello"),))


class Harness(Protocol):
    """Makes a provider whose vendor will answer so."""

    refuses: bool  # whether the vendor's format can say that the model declined

    def answering(self, *answers: Completion | ProviderError | float) -> Provider: ...

    def hearing(self, *answers: str | ProviderError) -> Provider: ...

    def blind(self) -> Provider | None: ...


class ScriptedHarness:
    refuses = True

    def answering(self, *answers: Completion | ProviderError | float) -> Provider:
        return ScriptedProvider(answers)

    def hearing(self, *answers: str | ProviderError) -> Provider:
        script = [completion(answer) if isinstance(answer, str) else answer for answer in answers]
        return ScriptedProvider(script, abilities=Abilities(sees=True, calls_tools=True, hears=True))

    def blind(self) -> Provider:
        return ScriptedProvider([], abilities=Abilities(sees=False, calls_tools=True))


@pytest.fixture(scope="module")
def vendors() -> Iterator[Vendors]:
    with Vendors().running() as vendors:
        yield vendors


@pytest.fixture(params=["scripted", *TYPES])
async def harness(request: pytest.FixtureRequest, vendors: Vendors) -> AsyncIterator[Harness]:
    """The scripted provider plays in other tests what the adapters do here."""
    if request.param == "scripted":
        yield ScriptedHarness()
        return
    made = VendorHarness(vendors, request.param)
    yield made
    await made.close()


@pytest.fixture(params=list(TYPES))
async def vendor(request: pytest.FixtureRequest, vendors: Vendors) -> AsyncIterator[VendorHarness]:
    made = VendorHarness(vendors, request.param)
    yield made
    await made.close()


HEARING = [kind.name for kind in TYPES.values() if kind.abilities(kind.seed_model).hears]
VOICE_NOTE = Audio(b"OggS-and-so-on", "audio/ogg")


@pytest.fixture(params=["scripted", *HEARING])
async def ears(request: pytest.FixtureRequest, vendors: Vendors) -> AsyncIterator[Harness]:
    if request.param == "scripted":
        yield ScriptedHarness()
        return
    made = VendorHarness(vendors, request.param)
    yield made
    await made.close()


@pytest.fixture(params=HEARING)
async def hearing_vendor(request: pytest.FixtureRequest, vendors: Vendors) -> AsyncIterator[VendorHarness]:
    made = VendorHarness(vendors, request.param)
    yield made
    await made.close()


def completion(text: str = "", *calls: ToolCall) -> Completion:
    return Completion(text, calls, Tokens(10, 5), "model-1")


def named(calls: tuple[ToolCall, ...]) -> list[tuple[str, dict[str, Any]]]:
    return [(call.name, call.arguments) for call in calls]


async def test_a_text_comes_back_with_its_tokens_and_the_model_that_wrote_it(harness: Harness) -> None:
    provider = harness.answering(completion("Welcome!"))

    answer = await provider.complete(HELLO, deadline=5)

    assert (answer.text, answer.calls) == ("Welcome!", ())
    assert answer.tokens.read > 0
    assert answer.tokens.written > 0
    assert answer.model


async def test_a_tool_call_and_its_answer_travel_through_the_history(harness: Harness) -> None:
    call = ToolCall("call-1", "get_package", {"package_id": 7})
    provider = harness.answering(completion("", call), completion("It costs PKR 25,000."))

    first = await provider.complete(CompletionRequest("", HELLO.history, (GET_PACKAGE,)), deadline=5)
    assert named(first.calls) == [("get_package", {"package_id": 7})]
    assert first.calls[0].id

    asked = ToolsCalled(first.calls, first.text, first.native)
    history = (*HELLO.history, asked, ToolAnswered(first.calls[0], '{"price": "PKR 25,000"}'))
    second = await provider.complete(CompletionRequest("", history, (GET_PACKAGE,)), deadline=5)
    assert second.text == "It costs PKR 25,000."


async def test_the_tools_of_another_provider_are_history_like_any_other(harness: Harness) -> None:
    call = ToolCall("made-elsewhere", "get_package", {"package_id": 7})
    provider = harness.answering(completion("It costs PKR 25,000."))

    history = (
        AssistantSaid("Welcome!"),
        CustomerSaid("how much?"),
        ToolsCalled((call,), "One moment.", Native(object(), ["not mine"])),
        ToolAnswered(call, "no such package", is_error=True),
    )
    answer = await provider.complete(CompletionRequest("You sell.", history, (GET_PACKAGE,)), deadline=5)

    assert answer.text == "It costs PKR 25,000."


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
    if isinstance(error, RefusedError) and not harness.refuses:
        pytest.skip("this vendor has no such answer")
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


async def test_who_cannot_see_or_hear_says_so_before_any_call(harness: Harness) -> None:
    provider = harness.blind()
    if provider is None:
        pytest.skip("all its models see")
    picture = CustomerSaid("my receipt", (Image(b"\xff\xd8\xff", "image/jpeg"),))

    with pytest.raises(UnableError):
        await provider.complete(CompletionRequest("", (picture,)), deadline=5)
    if not provider.abilities.hears:
        with pytest.raises(UnableError):
            await provider.transcribe(Audio(b"OggS", "audio/ogg"), deadline=5)


# --- Voice notes ------------------------------------------------------------------------------------------------------


async def test_a_voice_note_is_written_down(ears: Harness) -> None:
    told = await ears.hearing("do website chahiye").transcribe(VOICE_NOTE, deadline=5)

    assert told.text == "do website chahiye"
    assert told.model
    assert min(told.tokens.read, told.tokens.written) >= 0


async def test_a_voice_note_in_which_nothing_is_said_is_empty_and_no_failure(ears: Harness) -> None:
    assert (await ears.hearing("").transcribe(VOICE_NOTE, deadline=5)).text == ""


@pytest.mark.parametrize(
    "error",
    [RateLimitedError(wait=12.0), OverloadedError(), BadKeyError(), OutOfCreditError(), ModelGoneError()],
    ids=lambda error: type(error).__name__,
)
async def test_whoever_cannot_listen_now_says_why_and_does_not_try_again(ears: Harness, error: ProviderError) -> None:
    provider = ears.hearing(error, "a second answer")

    with pytest.raises(type(error)) as caught:
        await provider.transcribe(VOICE_NOTE, deadline=5)

    assert getattr(caught.value, "wait", None) == getattr(error, "wait", None)
    assert (await provider.transcribe(VOICE_NOTE, deadline=5)).text == "a second answer"


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"null", b"<html>Bad gateway</html>", b'{"text": "do web'])
async def test_what_is_no_transcript_is_a_failure(hearing_vendor: VendorHarness, body: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        await hearing_vendor.raw(Raw(body)).transcribe(VOICE_NOTE, deadline=5)


async def test_listening_does_not_outlast_the_deadline(hearing_vendor: VendorHarness) -> None:
    slow = heard(hearing_vendor.kind, "two of the big ones")
    provider = hearing_vendor.raw(Raw(slow.body, drip=0.2))
    started = time.monotonic()

    with pytest.raises(TimedOutError):
        await provider.transcribe(VOICE_NOTE, deadline=1)

    assert time.monotonic() - started < 10


async def test_the_sound_reaches_the_vendor_as_it_came(hearing_vendor: VendorHarness) -> None:
    await hearing_vendor.hearing("hello").transcribe(VOICE_NOTE, deadline=5)

    [told] = hearing_vendor.vendors.told
    assert VOICE_NOTE.data in told or base64.b64encode(VOICE_NOTE.data).rstrip(b"=") in told
    assert b"audio/ogg" in told


# --- What vendors really send, and worse ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", b"[]", b"null", b"<html>Bad gateway</html>", b'{"id": "1", "cho', b"\xff\xfe\x00"],
    ids=["nothing", "empty object", "list", "null", "page", "cut off", "no text"],
)
async def test_a_success_that_is_none_is_a_failure(vendor: VendorHarness, body: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        await vendor.raw(Raw(body)).complete(HELLO, deadline=5)


async def test_an_answer_that_was_cut_off_is_a_failure(vendor: VendorHarness) -> None:
    with pytest.raises(MalformedAnswerError):
        await vendor.raw(Raw(json.dumps(CUT_OFF[vendor.kind]).encode())).complete(HELLO, deadline=5)


async def test_a_slow_drip_does_not_outlast_the_deadline(vendor: VendorHarness) -> None:
    provider = vendor.raw(Raw(json.dumps(CUT_OFF[vendor.kind]).encode(), drip=0.2))
    started = time.monotonic()

    with pytest.raises(TimedOutError):
        await provider.complete(HELLO, deadline=1)

    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("status", "words", "expected"),
    [
        (400, "Your credit balance is too low to access the API.", OutOfCreditError),
        (429, "You exceeded your current quota, please check your plan and billing details.", OutOfCreditError),
        (403, "This key may not use this model.", BadKeyError),
        (400, "API key not valid. Please pass a valid API key.", BadKeyError),
        (400, "The model `x` has been decommissioned and is no longer supported.", ModelGoneError),
        (400, "tool_use_failed: Failed to call a function.", MalformedAnswerError),
        (400, "messages: text content blocks must be non-empty", UnableError),
        (413, "Request too large", UnableError),
        (408, "Request timeout", TimedOutError),
        (500, "Internal error", OverloadedError),
        (504, "Gateway timeout", TimedOutError),
        (529, "Overloaded", OverloadedError),
    ],
)
async def test_what_a_vendor_says_decides_how_it_failed(
    vendor: VendorHarness, status: int, words: str, expected: type[ProviderError]
) -> None:
    error = {"type": "error", "message": words, "error": {"type": "x", "message": words, "code": status}}

    with pytest.raises(ProviderError) as caught:
        await vendor.raw(Raw(json.dumps(error).encode(), status)).complete(HELLO, deadline=5)

    assert type(caught.value) is expected


async def test_a_vendor_that_is_not_there_is_overloaded(vendor: VendorHarness) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}"
    provider = await open_provider(vendor.kind, key="a-key", model=TYPES[vendor.kind].seed_model, base_url=address)

    with pytest.raises(OverloadedError):
        await provider.complete(HELLO, deadline=5)
    await provider.close()


async def test_the_key_the_system_prompt_and_a_picture_reach_the_vendor(vendor: VendorHarness) -> None:
    provider = vendor.answering(completion("I see a receipt."), model=SEEING.get(vendor.kind))
    picture = CustomerSaid("my receipt", (Image(b"\x89PNG-and-so-on", "image/png"),))

    await provider.complete(CompletionRequest("You sell hosting.", (picture,)), deadline=5)

    sent = json.dumps(vendor.last_request)
    assert "You sell hosting." in sent
    assert base64.b64encode(b"\x89PNG-and-so-on").decode().rstrip("=") in sent.replace("\\/", "/")
    assert "my receipt" in sent


async def test_a_tool_that_must_be_called_is_asked_for(vendor: VendorHarness) -> None:
    provider = vendor.answering(completion("", ToolCall("1", "get_package", {"package_id": 7})))
    other = Tool("order_status", "The orders.", {"type": "object", "properties": {}, "additionalProperties": False})

    answer = await provider.complete(
        CompletionRequest("", HELLO.history, (other, GET_PACKAGE), must_call="get_package"), deadline=5
    )

    assert named(answer.calls) == [("get_package", {"package_id": 7})]
    sent = vendor.last_request
    forced = {key: value for key, value in sent.items() if "choice" in key.lower() or "config" in key.lower()}
    assert "get_package" in json.dumps(forced) or (forced == {"tool_choice": "REQUIRED"} and len(sent["tools"]) == 1)


async def test_a_closed_provider_can_be_closed_again(vendor: VendorHarness) -> None:
    provider = vendor.answering(completion("Welcome!"))
    await provider.complete(HELLO, deadline=5)

    await provider.close()
    await provider.close()
