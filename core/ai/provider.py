"""The port of an AI provider: what is asked, what comes back, what can go wrong; neutral to every vendor."""

from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Image:
    data: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Audio:
    data: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class CustomerSaid:
    text: str
    images: tuple[Image, ...] = ()


@dataclass(frozen=True, slots=True)
class AssistantSaid:
    text: str


@dataclass(frozen=True, slots=True)
class ToolCall:
    """`id` is made by the adapter where the vendor gives none."""

    id: str
    name: str
    arguments: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Native:
    """A model's answer as its own vendor wrote it, signatures and all; means something to `provider` alone."""

    provider: object
    blocks: Any


@dataclass(frozen=True, slots=True)
class ToolsCalled:
    """The model asked for these, beside a text that may be empty.

    `native` is what came with the `Completion`: the same provider wants it back unchanged within the turn.
    """

    calls: tuple[ToolCall, ...]
    text: str = ""
    native: Native | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ToolAnswered:
    call: ToolCall
    content: str
    is_error: bool = False


Said = CustomerSaid | AssistantSaid | ToolsCalled | ToolAnswered


@dataclass(frozen=True, slots=True)
class Tool:
    """`parameters` is a JSON Schema object with every property required and none additional."""

    name: str
    description: str
    parameters: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CompletionRequest:
    system: str
    history: tuple[Said, ...]
    tools: tuple[Tool, ...] = ()
    must_call: str | None = None  # the name of the one tool that has to be called
    most_tokens: int = 1024


@dataclass(frozen=True, slots=True)
class Tokens:
    read: int
    written: int


@dataclass(frozen=True, slots=True)
class Completion:
    """Never empty: an adapter raises MalformedAnswerError rather than return neither text nor calls."""

    text: str
    calls: tuple[ToolCall, ...]
    tokens: Tokens
    model: str  # as the vendor names what answered
    native: Native | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said in a voice note; empty when nothing was."""

    text: str
    tokens: Tokens
    model: str


@dataclass(frozen=True, slots=True)
class Abilities:
    sees: bool
    calls_tools: bool
    hears: bool = False


class ProviderError(Exception):
    """An attempt failed; the router goes on to the next provider."""


@dataclass
class RateLimitedError(ProviderError):
    """`wait` is the vendor's own word for when to come back, in seconds; None when it gave none."""

    wait: float | None = None


class OverloadedError(ProviderError):
    """The vendor's side is down or busy (5xx, 529)."""


class TimedOutError(ProviderError):
    """No whole answer within the deadline of the attempt, slow drips included."""


class BadKeyError(ProviderError):
    """The key is wrong, revoked or may not use this model; a person must mend it."""


class OutOfCreditError(ProviderError):
    """The account is spent; a person must mend it."""


class RefusedError(ProviderError):
    """The model declined to answer."""


class MalformedAnswerError(ProviderError):
    """Empty, truncated, or not what the vendor's own format says."""


class ModelGoneError(ProviderError):
    """The model was withdrawn or never existed; a person must choose another."""


class AbandonedError(ProviderError):
    """Nobody waited for the answer any more; it says nothing of the provider."""


@dataclass
class UnableError(ProviderError):
    """This provider cannot do what was asked, e.g. see an image. `what` names the ability."""

    what: str = field(default="")


class Provider(Protocol):
    """One configured provider. An adapter never retries by itself: the router is the only retrier."""

    @property
    def abilities(self) -> Abilities: ...

    async def complete(self, request: CompletionRequest, *, deadline: float) -> Completion:
        """`deadline` in seconds from now bounds the whole call. Raises only ProviderError's children."""

    async def transcribe(self, audio: Audio, *, deadline: float) -> Transcript:
        """As `complete`. Raises UnableError where the provider does not hear."""

    async def close(self) -> None: ...
