"""Asks the providers in the order of the shop until one answers. It is the only retrier there is."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

import structlog

from core.ai.provider import (
    AbandonedError,
    Abilities,
    AssistantSaid,
    Audio,
    Completion,
    CompletionRequest,
    CustomerSaid,
    MalformedAnswerError,
    Provider,
    ProviderError,
    TimedOutError,
    Tokens,
    ToolAnswered,
    ToolCall,
    Transcript,
)
from core.texts import clean, clean_json

logger = structlog.get_logger()

T = TypeVar("T", Completion, Transcript)

ATTEMPT_SECONDS = 20.0
# When nobody may be asked just now, a turn waits so long at most for the first who may be again.
SHORT_WAIT_SECONDS = 2.0
# For the record of a request whose turn was cancelled: the program may be about to stop.
LAST_WORD_SECONDS = 2.0
OK = "OK"

# No honest answer comes near these; PostgreSQL and its JSON have limits of their own.
LONGEST_TEXT, DEEPEST, MOST_COUNTED = 100_000, 32, 10_000_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provider of the shop that may be asked. `version` changes with anything that makes its connection useless."""

    id: int
    type: str
    model: str
    abilities: Abilities
    version: str
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request that was made, and what came of it."""

    candidate: Candidate
    hop: int
    milliseconds: int
    tokens: Tokens | None = None
    error: ProviderError | None = None

    @property
    def outcome(self) -> str:
        """OK, or the error in a word, e.g. RATE_LIMITED."""
        return OK if self.error is None else outcome_of(self.error)


class Ledger(Protocol):
    """What the providers are allowed and what they did; shared by all processes of the shop."""

    async def candidates(self) -> Sequence[Candidate]:
        """The highest priority first; without those that are switched off, have no key or wait for a person."""

    async def book(self, candidate: Candidate) -> bool:
        """Counts one request before it is made. False: the day's limit is reached, or it is cooling."""

    async def record(self, attempt: Attempt) -> int:
        """Writes the attempt down, and cools the provider or alerts staff; the row's id."""

    async def seconds_to_next(self) -> float | None:
        """Until the first that is cooling may be asked again; None: none is."""


class Connections(Protocol):
    async def open(self, candidate: Candidate) -> Provider:
        """The same one again for the same `version`."""


@dataclass(slots=True)
class Trail:
    """One turn's way through the providers. `until` is a moment of the loop's clock; `only`: no other is asked."""

    until: float
    only: int | None = None
    hops: int = 0
    attempts: list[Attempt] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    stays_with: int | None = None  # the provider whose own words are in this turn's history

    @classmethod
    def of(cls, seconds: float, *, only: int | None = None) -> "Trail":
        return cls(asyncio.get_running_loop().time() + seconds, only)

    @property
    def seconds_left(self) -> float:
        return self.until - asyncio.get_running_loop().time()


class NobodyAnsweredError(Exception):
    """All providers failed, are exhausted, cooling or unable, or there is none."""


class Router:
    def __init__(self, ledger: Ledger, connections: Connections, *, attempt_seconds: float = ATTEMPT_SECONDS) -> None:
        self._ledger = ledger
        self._connections = connections
        self._attempt_seconds = attempt_seconds

    async def has_candidates(self, *, only: int | None = None) -> bool:
        """Whether anybody is set up at all, or that one; they may still be exhausted or cooling."""
        return any(only in {None, candidate.id} for candidate in await self._ledger.candidates())

    async def complete(self, request: CompletionRequest, trail: Trail) -> Completion:
        """Stays, within a turn, with who began it while that one answers. Raises NobodyAnsweredError."""

        def can(abilities: Abilities) -> bool:
            return (abilities.calls_tools or not request.tools) and (abilities.sees or not _shows_images(request))

        async def ask(candidate: Candidate, provider: Provider, seconds: float) -> Completion:
            is_own = trail.stays_with in {None, candidate.id}
            return await provider.complete(request if is_own else retold(request), deadline=seconds)

        candidate, completion = await self._ask_in_order(trail, can, ask)
        trail.stays_with = candidate.id
        return completion

    async def transcribe(self, audio: Audio, trail: Trail) -> Transcript:
        """Raises NobodyAnsweredError."""

        async def ask(_: Candidate, provider: Provider, seconds: float) -> Transcript:
            return await provider.transcribe(audio, deadline=seconds)

        _, transcript = await self._ask_in_order(trail, lambda abilities: abilities.hears, ask)
        return transcript

    async def ask_one(self, candidate: Candidate, request: CompletionRequest, trail: Trail) -> Completion:
        """This provider and no other, whatever its state: for trying it out. Raises ProviderError."""

        async def ask(_: Candidate, provider: Provider, seconds: float) -> Completion:
            return await provider.complete(request, deadline=seconds)

        return await self._attempt(candidate, trail, ask)

    async def _ask_in_order(
        self,
        trail: Trail,
        can: Callable[[Abilities], bool],
        ask: Callable[[Candidate, Provider, float], Awaitable[T]],
    ) -> tuple[Candidate, T]:
        while True:
            was_asked = False
            for candidate in self._in_order(await self._ledger.candidates(), trail):
                if trail.only not in {None, candidate.id} or not can(candidate.abilities):
                    continue
                if trail.seconds_left <= 0:
                    raise NobodyAnsweredError
                if not await self._ledger.book(candidate):
                    continue
                was_asked = True
                try:
                    return candidate, await self._attempt(candidate, trail, ask)
                except ProviderError as error:
                    logger.info("provider_failed", provider_id=candidate.id, outcome=outcome_of(error), hop=trail.hops)
            wait = await self._ledger.seconds_to_next()
            if was_asked or wait is None or wait > min(SHORT_WAIT_SECONDS, trail.seconds_left):
                raise NobodyAnsweredError
            await asyncio.sleep(wait)

    async def _attempt(
        self, candidate: Candidate, trail: Trail, ask: Callable[[Candidate, Provider, float], Awaitable[T]]
    ) -> T:
        seconds = min(self._attempt_seconds, max(trail.seconds_left, 0.0))
        hop, started = trail.hops, time.perf_counter()
        trail.hops += 1
        answer: T | None = None
        error: ProviderError | None = None
        try:
            async with asyncio.timeout(seconds + 1):
                provider = await self._connections.open(candidate)
                answer = storable(await ask(candidate, provider, seconds))
        except ProviderError as raised:
            error = raised
        except TimeoutError:
            error = TimedOutError("the adapter did not keep its deadline")
        except asyncio.CancelledError:
            # It was counted and sent all the same, and may have been the one that others wait for.
            with suppress(Exception):
                async with asyncio.timeout(LAST_WORD_SECONDS):
                    await self._write_down(trail, candidate, hop, started, None, AbandonedError())
            raise
        except Exception as raised:
            # An adapter that breaks its promise costs its own answer, not the turn. The words of a strange error may
            # hold anything, a key as well.
            logger.error("provider_broke", provider_id=candidate.id, error=type(raised).__name__)  # noqa: TRY400
            error = MalformedAnswerError(type(raised).__name__)
        await self._write_down(trail, candidate, hop, started, answer, error)
        if answer is None:
            raise error or TimedOutError
        return answer

    async def _write_down(
        self,
        trail: Trail,
        candidate: Candidate,
        hop: int,
        started: float,
        answer: Completion | Transcript | None,
        error: ProviderError | None,
    ) -> None:
        milliseconds = round((time.perf_counter() - started) * 1000)
        attempt = Attempt(candidate, hop, milliseconds, answer.tokens if answer is not None else None, error)
        trail.attempts.append(attempt)
        trail.rows.append(await self._ledger.record(attempt))

    @staticmethod
    def _in_order(candidates: Sequence[Candidate], trail: Trail) -> list[Candidate]:
        return sorted(candidates, key=lambda candidate: candidate.id != trail.stays_with)


def retold(request: CompletionRequest) -> CompletionRequest:
    """For another provider in the middle of a turn: what was looked up already is told, not asked for again.

    What the first one said beside its calls nobody heard, and a history must not end with the assistant's words.
    """
    known = [
        f"- {said.call.name}({said.call.arguments}) -> {said.content}"
        for said in request.history
        if isinstance(said, ToolAnswered) and not said.is_error
    ]
    history = tuple(said for said in request.history if isinstance(said, CustomerSaid | AssistantSaid))
    if not known:
        return replace(request, history=history)
    told = "\n".join(("", "", "Done already in this turn; do not repeat it:", *known))
    return replace(request, system=request.system + told, history=history)


def storable(answer: T) -> T:
    """The answer as it can be kept. Raises MalformedAnswerError for what no model means to say."""
    text = clean(answer.text, LONGEST_TEXT)
    model = clean(answer.model, 200)
    tokens = Tokens(*(min(max(count, 0), MOST_COUNTED) for count in (answer.tokens.read, answer.tokens.written)))
    if isinstance(answer, Transcript):
        return replace(answer, text=text, tokens=tokens, model=model)
    if not text.strip() and not answer.calls:
        raise MalformedAnswerError("the answer is empty")
    if any(_is_deep(call.arguments, DEEPEST) for call in answer.calls):
        raise MalformedAnswerError("arguments that never end")
    calls = tuple(
        ToolCall(call.id, clean(call.name, 200), clean_json(call.arguments, LONGEST_TEXT)) for call in answer.calls
    )
    return replace(answer, text=text, calls=calls, tokens=tokens, model=model)


def _is_deep(value: object, most: int) -> bool:
    if most == 0:
        return True
    match value:
        case dict():
            return any(_is_deep(item, most - 1) for item in value.values())
        case list() | tuple():
            return any(_is_deep(item, most - 1) for item in value)
        case _:
            return False


def outcome_of(error: ProviderError) -> str:
    """BadKeyError is BAD_KEY."""
    name = type(error).__name__.removesuffix("Error")
    return "".join(f"_{letter}" if letter.isupper() else letter for letter in name).strip("_").upper()


def _shows_images(request: CompletionRequest) -> bool:
    return any(isinstance(said, CustomerSaid) and said.images for said in request.history)
