"""The sentences, plural forms and understood words of each language, read from its TOML file when first needed."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from core.languages.isolate import aligned, isolated

LANGUAGES = ("en", "ur", "ur-Latn", "ar", "es")

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

# By key and language: the shop's words in place of ours, in the block of `speaking` alone.
_own: ContextVar[Mapping[tuple[str, str], str]] = ContextVar("own_sentences", default=MappingProxyType({}))


class WordingError(Exception):
    """A sentence, language or value that the program asks for does not exist: our mistake, not a customer's."""


@dataclass(frozen=True, slots=True)
class Wording:
    """`says`: key to sentence. `durations`: unit to plural category to phrase. `understands`: wish to its phrases."""

    says: Mapping[str, str]
    durations: Mapping[str, Mapping[str, str]]
    understands: Mapping[str, tuple[str, ...]]


@cache
def wording(language: str) -> Wording:
    if language not in LANGUAGES:
        raise WordingError(f"Parley does not speak “{language}”.")
    text = Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return Wording(
        says=MappingProxyType({key: sentence.strip() for key, sentence in tables["says"].items()}),
        durations=MappingProxyType(tables["durations"]),
        understands=MappingProxyType({wish: tuple(phrases) for wish, phrases in tables["understands"].items()}),
    )


def nearest(language: str | None, default: str = "en") -> str:
    """A language that has a file: this one, else the default, else English."""
    for choice in (language, default):
        if choice in LANGUAGES:
            return choice
    return "en"


def keys() -> frozenset[str]:
    return frozenset(wording("en").says)


def placeholders(template: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(template))


def template(key: str, language: str) -> str:
    try:
        return wording(language).says[key]
    except KeyError:
        raise WordingError(f"There is no sentence “{key}” in {language}.") from None


@contextmanager
def speaking(own: Mapping[tuple[str, str], str]) -> Iterator[None]:
    """Within the block `say` takes these sentences of the shop, by key and language, where it wrote some."""
    token = _own.set(own)
    try:
        yield
    finally:
        _own.reset(token)


def say(key: str, language: str, **values: object) -> str:
    """The sentence; values that it does not mention are ignored, one that it misses is a WordingError."""
    sentence = _own.get().get((key, language)) or template(key, language)
    missing = placeholders(sentence) - values.keys()
    if missing:
        raise WordingError(f"“{key}” needs {', '.join(sorted(missing))}.")
    return fill(sentence, language, **values)


def fill(sentence: str, language: str, **values: object) -> str:
    """Puts the values in. Only `{name}` is a placeholder and a value is never read again, so braces in it are text.

    A value of the other writing direction is isolated, so that names, prices and numbers keep their order.
    An unknown placeholder stays as it stands: staff's own templates go through here too.
    """

    def value_of(found: re.Match[str]) -> str:
        name = found[1]
        return isolated(str(values[name]), language) if name in values else found[0]

    return aligned(_PLACEHOLDER.sub(value_of, sentence), language)
