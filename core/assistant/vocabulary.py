"""The phrases of all languages by what they wish: customers mix languages, so all are understood at any time."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from core.assistant.spelling import Phrase, words
from core.languages.wording import LANGUAGES, wording


class Wish(StrEnum):
    """What a phrase says; the values are the keys of [understands] in the language files."""

    GREETING = "greeting"
    SALAM = "salam"
    THANKS = "thanks"
    YES = "yes"
    NO = "no"
    MENU = "menu"
    BACK = "back"
    MORE = "more"
    HUMAN = "human"
    STATUS = "status"
    PAY = "pay"
    PAID = "paid"
    CANCEL = "cancel"
    PRICE = "price"
    ORDER = "order"
    THIS_ONE = "this_one"
    ASK = "ask"
    GOODBYE = "goodbye"
    QUANTITY_AFTER = "quantity_after"
    QUANTITY_BEFORE = "quantity_before"
    PICK = "pick"
    FILLER = "filler"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a message: words `start` to `end`, and what it may mean."""

    start: int
    end: int
    wishes: frozenset[Wish]


@cache
def _phrases() -> tuple[dict[Phrase, frozenset[Wish]], int]:
    wishes: dict[Phrase, frozenset[Wish]] = {}
    for language in LANGUAGES:
        for wish in Wish:
            for phrase in wording(language).understands[wish]:
                key = words(phrase)
                wishes[key] = wishes.get(key, frozenset()) | {wish}
    return wishes, max(len(phrase) for phrase in wishes)


@cache
def _whole_messages(key: str) -> frozenset[Phrase]:
    return frozenset(words(phrase) for language in LANGUAGES for phrase in wording(language).understands[key])


@cache
def _counting(key: str) -> dict[str, int]:
    return {
        words(word)[0]: number
        for language in LANGUAGES
        for number, word in enumerate(wording(language).understands[key], 1)
    }


def phrases(message: Phrase) -> Iterator[Found]:
    """The known phrases from left to right, the longest first at each word."""
    known, longest = _phrases()
    start = 0
    while start < len(message):
        for end in range(min(len(message), start + longest), start, -1):
            wishes = known.get(message[start:end])
            if wishes is not None:
                yield Found(start, end, wishes)
                start = end
                break
        else:
            start += 1


def is_known(word: str) -> bool:
    return (word,) in _phrases()[0]


def is_stop(message: Phrase) -> bool:
    return message in _whole_messages("stop")


def is_start(message: Phrase) -> bool:
    return message in _whole_messages("start")


def counted(word: str) -> int | None:
    """A number written as a word, "three" or "third"."""
    number = _counting("number_words").get(word)
    return _counting("ordinal_words").get(word) if number is None else number


def is_ordinal(word: str) -> bool:
    return word in _counting("ordinal_words")
