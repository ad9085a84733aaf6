"""Which kinds of AI providers there are; an adapter adds its line here, and the contract suite picks it up."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from core.ai.provider import Abilities, Provider

# Key, model, what that model can do, and another address than the vendor's own.
Maker = Callable[[str, str, Abilities, str | None], Provider]


@dataclass(frozen=True, slots=True)
class ProviderType:
    """`seed_model` is what a new provider starts with; staff may name any other."""

    name: str
    label: str
    seed_model: str
    maker: Callable[[], Maker]  # imports the SDK, which takes seconds
    abilities: Callable[[str], Abilities]  # of a model, by its name


SEES = Abilities(sees=True, calls_tools=True)
HEARS = Abilities(sees=True, calls_tools=True, hears=True)


def _claude() -> Maker:
    from core.ai.claude import Claude

    return Claude


def _gemini() -> Maker:
    from core.ai.gemini import Gemini

    return Gemini


def _groq() -> Maker:
    from core.ai.groq import Groq

    return Groq


def _cohere() -> Maker:
    from core.ai.cohere import Cohere

    return Cohere


def _sees_where(*words: str, hears: bool = False) -> Callable[[str], Abilities]:
    """For vendors of whose models only some see."""

    def abilities(model: str) -> Abilities:
        return Abilities(sees=any(word in model.lower() for word in words), calls_tools=True, hears=hears)

    return abilities


TYPES: dict[str, ProviderType] = {
    kind.name: kind
    for kind in (
        ProviderType(
            "CLAUDE",
            "Claude (Anthropic)",
            "claude-haiku-5-5",
            _claude,
            lambda _: Abilities(sees=True, calls_tools=True),
        ),
        ProviderType(
            "GEMINI",
            "Gemini (Google)",
            "gemini-3.8-flash",
            _gemini,
            lambda _: HEARS,
        ),
        ProviderType("GROQ", "Groq", "openai/gpt-oss-120b", _groq, _sees_where("llama-4", "vision", hears=True)),
        ProviderType(
            "COHERE",
            "Cohere",
            "command-a-plus-05-2026",
            _cohere,
            _sees_where("vision", "command-a-plus"),
        ),
    )
}


async def open_provider(kind: str, *, key: str, model: str, base_url: str | None = None) -> Provider:
    """In a thread: an SDK takes up to three seconds of work to import. Raises KeyError for a kind there is not."""
    chosen = TYPES[kind]
    return await asyncio.to_thread(lambda: chosen.maker()(key, model, chosen.abilities(model), base_url))
