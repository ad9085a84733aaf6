"""Hiding the numbers that customers pay to in what was said, from those who may not read them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

HIDDEN = "•"
SHOWN = 4

# As people, banks and models part them; a mark of the direction of writing may stand among them.
_BETWEEN = r"[\s.\-–/*_\u200e\u200f\u2066-\u2069]{0,3}"
_DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९")


class NumberMask:
    """The last characters stay, so that people can tell the ways to pay apart."""

    def __init__(self, numbers: Iterable[str]) -> None:
        bare = {"".join(filter(str.isalnum, number)) for number in numbers}
        # Of numbers that begin alike, the longest is hidden.
        patterns = [_spelt(number) for number in sorted(bare, key=len, reverse=True) if len(number) > SHOWN]
        self._numbers = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None

    def text(self, text: str) -> str:
        return text if self._numbers is None else self._numbers.sub(_hidden, text)

    def tree(self, value: Any) -> Any:
        """The same of every text in what JSON can hold."""
        match value:
            case str():
                return self.text(value)
            case Mapping():
                return {name: self.tree(each) for name, each in value.items()}
            case list() | tuple():
                return [self.tree(each) for each in value]
            case _:
                return value


def _spelt(number: str) -> str:
    return _BETWEEN.join(_character(each) for each in number)


def _character(character: str) -> str:
    if character.isdecimal():
        return "[" + "".join(digits[int(character)] for digits in _DIGITS) + "]"
    return re.escape(character)


def _hidden(found: re.Match[str]) -> str:
    characters = found.group()
    last = [place for place, each in enumerate(characters) if each.isalnum()][-SHOWN]
    return "".join(HIDDEN if each.isalnum() else each for each in characters[:last]) + characters[last:]
