"""Cleans what comes from outside until PostgreSQL can keep it: no NUL, no lone surrogates, no endless text."""

import re
from collections.abc import Iterable
from typing import Any

from core.errors import InvalidInputError

MOST_TAGS = 20
LONGEST_TAG = 40

DEEPEST = 50
TOO_DEEP = "…"

_LARGEST_NUMBER = 2**63
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def clean(text: str, longest: int) -> str:
    return _UNSTORABLE.sub("", text)[:longest]


def clean_json(value: Any, longest: int, *, deepest: int = DEEPEST) -> Any:
    """The same value with every text in it, also the keys, cleaned.

    What JSON cannot hold becomes a text: a very large number, and what is nested too deeply.
    """
    match value:
        case str():
            return clean(value, longest)
        case dict() | list() | tuple() if deepest == 0:
            return TOO_DEEP
        case dict():
            return {
                clean(str(key), longest): clean_json(item, longest, deepest=deepest - 1) for key, item in value.items()
            }
        case list() | tuple():
            return [clean_json(item, longest, deepest=deepest - 1) for item in value]
        case int() if abs(value) >= _LARGEST_NUMBER:
            return clean(hex(value), longest)  # decimal digits of a very large one are refused by Python itself
        case _:
            return value


def clean_tags(tags: Iterable[str]) -> list[str]:
    """Each once, in the order given. Raises InvalidInputError that names `tags`."""
    kept = list(dict.fromkeys(" ".join(clean(tag, LONGEST_TAG + 1).split()) for tag in tags))
    if len(kept) > MOST_TAGS or any(not 1 <= len(tag) <= LONGEST_TAG for tag in kept):
        raise InvalidInputError(f"Give at most {MOST_TAGS} tags of 1 to {LONGEST_TAG} characters.", field="tags")
    return kept
