"""Cleans what comes from outside until PostgreSQL can keep it: no NUL, no lone surrogates, no endless text."""

import re
from typing import Any

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def clean(text: str, longest: int) -> str:
    return _UNSTORABLE.sub("", text)[:longest]


def clean_json(value: Any, longest: int) -> Any:
    """The same value with every text in it, also the keys, cleaned."""
    match value:
        case str():
            return clean(value, longest)
        case dict():
            return {clean(str(key), longest): clean_json(item, longest) for key, item in value.items()}
        case list() | tuple():
            return [clean_json(item, longest) for item in value]
        case _:
            return value
