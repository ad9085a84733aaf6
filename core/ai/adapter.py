"""What every adapter does alike: abilities first, one deadline around it all, and only the port's errors come out."""

import asyncio
import json
import re
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

from core.ai.provider import (
    Abilities,
    Audio,
    BadKeyError,
    Completion,
    CompletionRequest,
    CustomerSaid,
    MalformedAnswerError,
    ModelGoneError,
    OutOfCreditError,
    OverloadedError,
    ProviderError,
    RateLimitedError,
    RefusedError,
    TimedOutError,
    Tool,
    Transcript,
    UnableError,
)

T = TypeVar("T")

# What vendors say, under many statuses, when an account is spent. Their words change: the statuses are asked first.
_SPENT = re.compile(
    r"credit balance|insufficient[ _](credit|balance|quota|funds)|usage limit|spend(ing)?[ _]limit|billing|"
    r"payment required|exceeded your current quota|plan limit|trial key",
    re.IGNORECASE,
)
_NO_MODEL = re.compile(
    r"(no such|unknown|invalid) model|model_(decommissioned|not_found)|"
    r"model\b.{0,80}\b(decommissioned|deprecated|no longer|does not exist|not found|not supported|not available)",
    re.IGNORECASE,
)
_NO_KEY = re.compile(
    r"api[ _]?key.{0,40}(invalid|not valid|expired|missing|revoked)|invalid.{0,10}api[ _]?key", re.IGNORECASE
)
_BAD_CALL = re.compile(
    r"tool_use_failed|failed to (call|generate).{0,20}(function|tool)|thought.?signature", re.IGNORECASE
)

REQUEST_TIMEOUT, TOO_MANY_REQUESTS, PAYMENT_REQUIRED, GATEWAY_TIMEOUT = 408, 429, 402, 504
_UNAUTHORISED, _FORBIDDEN, _NOT_FOUND, _FAULTS_FROM = 401, 403, 404, 500
LONGEST_WAIT = 24 * 3600.0


class Adapter(ABC):
    """One configured provider. A child says how to ask its SDK, and what the SDK's own errors mean."""

    def __init__(self, model: str, abilities: Abilities) -> None:
        self._model = model
        self._abilities = abilities

    @property
    def abilities(self) -> Abilities:
        return self._abilities

    async def complete(self, request: CompletionRequest, *, deadline: float) -> Completion:
        self._demand_abilities(request)
        completion = await self._bounded(lambda: self._ask(request, deadline), deadline)
        if not completion.text.strip() and not completion.calls:
            raise MalformedAnswerError("the answer is empty")
        return completion

    async def transcribe(self, audio: Audio, *, deadline: float) -> Transcript:
        if not self._abilities.hears:
            raise UnableError("audio")
        return await self._bounded(lambda: self._listen(audio, deadline), deadline)

    @abstractmethod
    async def close(self) -> None: ...

    @abstractmethod
    async def _ask(self, request: CompletionRequest, deadline: float) -> Completion: ...

    async def _listen(self, audio: Audio, deadline: float) -> Transcript:  # noqa: ARG002 - most do not hear
        raise UnableError("audio")

    @abstractmethod
    def _folded(self, error: Exception) -> ProviderError | None:
        """What an error of the SDK means; None: it is none of the SDK's."""

    async def _bounded(self, call: Callable[[], Awaitable[T]], deadline: float) -> T:
        """SDKs' own time-outs start anew with every byte: a slow drip passes them, and this one it does not pass."""
        try:
            async with asyncio.timeout(deadline):
                return await call()
        except ProviderError:
            raise
        except TimeoutError as error:
            raise TimedOutError("no whole answer in time") from error
        except Exception as error:
            # What is none of the SDK's errors is its parser, stumbling over an answer that is none.
            raise self._folded(error) or MalformedAnswerError(type(error).__name__) from error

    def _demand_abilities(self, request: CompletionRequest) -> None:
        if request.tools and not self._abilities.calls_tools:
            raise UnableError("tools")
        if not self._abilities.sees and any(isinstance(said, CustomerSaid) and said.images for said in request.history):
            raise UnableError("images")


def of_status(status: int, words: str, headers: Mapping[str, str]) -> ProviderError:
    """An HTTP answer that is no success, in the port's words. `words` is the vendor's own text, for telling apart."""
    if status == PAYMENT_REQUIRED or (status < _FAULTS_FROM and _SPENT.search(words)):
        return OutOfCreditError(f"{status}")
    if status == TOO_MANY_REQUESTS:
        return RateLimitedError(wait_of(headers))
    if status in {_UNAUTHORISED, _FORBIDDEN} or (status < _FAULTS_FROM and _NO_KEY.search(words)):
        return BadKeyError(f"{status}")
    if status == _NOT_FOUND or (status < _FAULTS_FROM and _NO_MODEL.search(words)):
        return ModelGoneError(f"{status}")
    if status in {REQUEST_TIMEOUT, GATEWAY_TIMEOUT}:
        return TimedOutError(f"{status}")
    if status >= _FAULTS_FROM:
        return OverloadedError(f"{status}")
    if _BAD_CALL.search(words):
        return MalformedAnswerError("the model called a tool wrongly")
    return UnableError("request")


def wait_of(headers: Mapping[str, str]) -> float | None:
    """Retry-After in seconds, whether it is given as seconds or as a date (RFC 9110, section 10.2.3)."""
    given = {name.lower(): value for name, value in headers.items()}
    if (milliseconds := given.get("retry-after-ms", "")).isdecimal():
        return min(int(milliseconds) / 1000, LONGEST_WAIT)
    value = given.get("retry-after", "").strip()
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except ValueError:
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = (moment - datetime.now(UTC)).total_seconds()
    return min(max(seconds, 0.0), LONGEST_WAIT) if seconds == seconds else None


def arguments_of(text: str | Mapping[str, Any] | None) -> dict[str, Any]:
    """A call's arguments, which some vendors give as a JSON text. Raises MalformedAnswerError."""
    if isinstance(text, Mapping):
        return dict(text)
    try:
        arguments = json.loads(text or "{}")
    except ValueError as error:
        raise MalformedAnswerError("arguments that are no JSON") from error
    if not isinstance(arguments, dict):
        raise MalformedAnswerError("arguments that are no object")
    return arguments


def tools_of(request: CompletionRequest) -> tuple[Tool, ...]:
    """The tools to offer where a vendor can only be told to call *some* tool: then the one that must be called."""
    if request.must_call is None:
        return request.tools
    return tuple(tool for tool in request.tools if tool.name == request.must_call)


def demand_whole(reason: object, *, whole: frozenset[str], refused: frozenset[str] = frozenset()) -> None:
    """Judges why a model ceased to write. Raises RefusedError, or MalformedAnswerError for what was cut off."""
    word = str(getattr(reason, "value", reason))
    if word in refused:
        raise RefusedError(word)
    if word not in whole:
        raise MalformedAnswerError(f"it ended with {word}")
