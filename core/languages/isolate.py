"""Keeps names, prices and numbers of the other writing direction in their order inside a sentence."""

import re
import unicodedata

RIGHT_TO_LEFT = frozenset({"ur", "ar"})

_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"
_RIGHT_TO_LEFT_MARK = "\u200f"
_LEFTWARD_LETTERS = frozenset({"R", "AL"})
# Marks that a value could bring along; an unpaired one would turn the rest of the sentence around.
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ISOLATED = re.compile(f"{_FIRST_STRONG_ISOLATE}[^{_POP_ISOLATE}]*{_POP_ISOLATE}")


def isolated(value: str, language: str) -> str:
    """The value between isolates if it has letters that run against the language.

    Bare numbers are left alone: they keep their order by themselves, and people copy them. So are values of several
    lines, because an isolate ends with its line.
    """
    against = {"L"} if language in RIGHT_TO_LEFT else _LEFTWARD_LETTERS
    if "\n" in value or not any(unicodedata.bidirectional(letter) in against for letter in value):
        return value
    return f"{_FIRST_STRONG_ISOLATE}{_BIDI_CONTROLS.sub('', value)}{_POP_ISOLATE}"


def aligned(text: str, language: str) -> str:
    """Marks the lines that a phone would start at the left because all their letters are isolated values."""
    if language not in RIGHT_TO_LEFT or _FIRST_STRONG_ISOLATE not in text:
        return text
    return "\n".join(_aligned_line(line) for line in text.split("\n"))


def _aligned_line(line: str) -> str:
    outside, isolates = _ISOLATED.subn("", line)
    if not isolates or any(unicodedata.bidirectional(letter) in _LEFTWARD_LETTERS for letter in outside):
        return line
    return _RIGHT_TO_LEFT_MARK + line
