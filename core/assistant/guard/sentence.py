"""One sentence taken apart, and the thread that leads from one to the next."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.assistant.decision import PaymentMethodFact, ServiceFact
from core.assistant.guard.knowledge import Knowledge, Mention, Subject
from core.assistant.guard.money_words import currencies
from core.assistant.guard.numbers import Number, numbers
from core.assistant.guard.words import Lexicon, Token, tokens

_SPLIT = frozenset(",;،؛—–|")


class Kind(StrEnum):
    PRICE = "PRICE"
    PERCENT = "PERCENT"
    DISCOUNT = "DISCOUNT"
    ACCOUNT = "ACCOUNT"
    PAYEE = "PAYEE"
    PHONE = "PHONE"
    LINK = "LINK"
    PACKAGE = "PACKAGE"
    ORDER = "ORDER"
    STATUS = "STATUS"
    CODE = "CODE"


@dataclass(frozen=True, slots=True)
class Doubt:
    """`subjects` are what the sentence speaks of, as far as it is known."""

    kind: Kind
    said: str
    subjects: tuple[Subject, ...] = ()


@dataclass(slots=True)
class Thread:
    """What was spoken of so far: a sentence without a name continues it."""

    subjects: tuple[Subject, ...] = ()
    service: ServiceFact | None = None
    methods: tuple[PaymentMethodFact, ...] = ()
    order: Subject | None = None
    named: tuple[Subject, ...] = ()  # the packages that were named last
    is_about_payment: bool = False  # the sentence just before


@dataclass(slots=True)
class Sentence:
    """One sentence taken apart. What is understood is blanked out, so that nothing is read twice."""

    text: str
    row: tuple[Token, ...] = ()
    numbers: list[Number] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    segments: list[tuple[int, int]] = field(default_factory=list)
    accounts: list[tuple[int, tuple[PaymentMethodFact, ...]]] = field(default_factory=list)
    orders: list[Subject] = field(default_factory=list)

    def lows(self, first: int = 0, last: int | None = None) -> list[str]:
        return [token.low for token in self.row[first:last]]

    @property
    def methods(self) -> tuple[PaymentMethodFact, ...]:
        """The ways to pay that it speaks of: those of its account number, else those it names."""
        if self.accounts:
            return self.accounts[0][1]
        return tuple(method for mention in self.mentions for method in mention.methods)

    def segment(self, index: int) -> tuple[int, int]:
        return next((each for each in self.segments if each[0] <= index < each[1]), (0, len(self.row)))


def take_apart(sentence: Sentence, knowledge: Knowledge) -> None:
    """Tokens, names, numbers, and the parts between commas and "and"."""
    sentence.row = _without_comfort(tokens(sentence.text), knowledge.lexicon)
    sentence.mentions = knowledge.mentions(sentence.row)
    taken = {index for mention in sentence.mentions for index in range(mention.first, mention.last)}
    taken |= {
        at for first, last in knowledge.lexicon.claims["percent"].find(sentence.lows()) for at in range(first, last)
    }
    sentence.numbers = [
        number
        for number in numbers(sentence.row, knowledge.lexicon)
        if not taken.intersection(range(number.first, number.last))
    ]
    taken |= {index for number in sentence.numbers for index in range(number.first, number.last)}
    joints = set()
    for key in ("and", "but"):
        for first, last in knowledge.lexicon.excuses[key].find(sentence.lows()):
            joints |= set(range(first, last))
    start = 0
    for index, token in enumerate(sentence.row):
        if index not in taken and (token.text in _SPLIT or index in joints):
            sentence.segments.append((start, index))
            start = index + 1
    sentence.segments.append((start, len(sentence.row)))


def _without_comfort(row: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    """ "No problem" denies nothing."""
    said = {
        at for first, last in lexicon.excuses["comfort"].find([token.low for token in row]) for at in range(first, last)
    }
    if not said:
        return row
    return tuple(replace(token, kind="sign", low="§") if at in said else token for at, token in enumerate(row))


def currency_of(sentence: Sentence, number: Number) -> frozenset[str] | None:
    """Which currencies the sign or word beside the number may mean."""
    row = sentence.row
    before = number.first - 1
    while before > 0 and row[before].text in ".*:":
        before -= 1
    after = number.last
    while after < len(row) - 1 and row[after].text in "*-/":
        after += 1
    for index in (before, after, after + 1):
        if not 0 <= index < len(row):
            continue
        if index == after + 1 and (row[after].kind != "word" or currencies(row[after]) is not None):
            continue
        found = currencies(row[index])
        if found is not None and (index != after + 1 or row[after].low in ("de", "pakistani", "indian", "us")):
            return found
    return None


def is_percent(sentence: Sentence, number: Number, lexicon: Lexicon) -> bool:
    row = sentence.row
    if number.last < len(row) and row[number.last].text in "%٪":
        return True
    if number.first > 0 and row[number.first - 1].text in "%٪":
        return True
    return any(first == 0 for first, _ in lexicon.claims["percent"].find(sentence.lows(number.last, number.last + 3)))


def blank(found: re.Match[str]) -> str:
    # A sign that is no word and no number, so that what stood around it does not become neighbours.
    return "§" + " " * (len(found[0]) - 1)
