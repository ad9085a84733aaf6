"""Numbers as people write them: digits of all scripts, lakh and thousand groups, decimal commas, and words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.assistant.guard.words import Lexicon, Token, low

# Halves and quarters that stand before what they change: "saadhe teen" is 3.5, "paune do" 1.75, "sawa lakh" 1.25.
_PARTS = {low(word): Decimal(part) for word, part in {
    "ساڑھے": "0.5", "سوا": "0.25", "پونے": "-0.25", "saadhe": "0.5", "sarhe": "0.5", "sadhe": "0.5", "sawa": "0.25",
    "paune": "-0.25", "pone": "-0.25", "saarhe": "0.5", "sarhay": "0.5", "paunay": "-0.25", "sava": "0.25",
}.items()}  # fmt: skip
_INDIAN = re.compile(r"\d{1,2}(,\d{2})+,\d{3}")
_SPACED = re.compile(r"\d(?: \d){2,}")
_ATTACHED = tuple(low(each) for each in ("و", "ب", "ل", "ول", "وب"))


@dataclass(frozen=True, slots=True)
class Number:
    """`value` is None when it cannot be told for sure. `first` and `last` are tokens, `last` not included."""

    value: Decimal | None
    first: int
    last: int
    is_multiplied: bool = False
    has_digits: bool = True


def read_digits(text: str, *, decimal_comma: bool) -> Decimal | None:
    """None for what can be read in two ways, or in none."""
    if _SPACED.fullmatch(text):
        return Decimal(text.replace(" ", ""))
    groups = re.split(r"\D", text)
    separators = re.findall(r"\D", text)
    if not separators:
        return Decimal(text)
    point = separators[-1]
    are_thousands = len(groups[0]) <= 3 and groups[0][0] != "0" and all(len(group) == 3 for group in groups[1:])
    if _INDIAN.fullmatch(text.replace("٬", ",").replace("،", ",")):
        return Decimal("".join(groups))
    if len(set(separators)) == 1 and are_thousands and point != "٫":
        # "1.250" is a thousand to a Spaniard and a little more than one to others, who write the comma.
        return Decimal("".join(groups)) if point != "." or decimal_comma or len(groups) > 2 else None
    if point not in ".,٫" or separators.count(point) != 1:
        return None
    whole, decimals = groups[:-1], groups[-1]
    inner = "".join(f"{group}{separator}" for group, separator in zip(whole, [*separators[:-1], ""], strict=True))
    before = Decimal(inner) if len(whole) == 1 else read_digits(inner, decimal_comma=point == ",")
    return None if before is None or len(decimals) > 3 else before + Decimal(f"0.{decimals}")


def numbers(tokens: Sequence[Token], lexicon: Lexicon) -> list[Number]:
    """Every number, in order; one that is put together of several words is one."""
    found: list[Number] = []
    index = 0
    while index < len(tokens):
        number = _number_at(tokens, index, lexicon)
        if number is None:
            index += 1
        else:
            found.append(number)
            index = number.last
    return found


@dataclass
class _Reading:
    total: Decimal = Decimal(0)
    current: Decimal | None = None
    part: Decimal | None = None
    smallest: Decimal | None = None  # the multiplier that came last; a larger one cannot follow
    is_sure: bool = True
    is_multiplied: bool = False
    has_digits: bool = False

    def takes(self, value: Decimal, *, is_digits: bool) -> bool:
        if self.smallest is not None and value >= self.smallest:
            return False
        if self.current is None:
            self.current = value + (self.part or 0)
            self.part = None
        elif is_digits or self.has_digits:
            return False
        elif _adds(self.current, value):
            self.current += value
        else:
            return False
        self.has_digits |= is_digits
        return True

    def multiplies(self, by: Decimal) -> bool:
        if self.smallest is not None and by >= self.smallest:
            return False
        if self.current is None and self.part is not None:
            self.current, self.part = 1 + self.part, None
        self.is_multiplied = True
        if by == 100:
            self.current = (1 if self.current is None else self.current) * by
        else:
            self.total += (1 if self.current is None else self.current) * by
            self.current, self.smallest = None, by
        return True

    @property
    def value(self) -> Decimal | None:
        return self.total + (self.current or 0) if self.is_sure else None


def _adds(current: Decimal, value: Decimal) -> bool:
    """Whether they are one number: "twenty" and "five", "two hundred" and "ten", and in Arabic "five" and "twenty"."""
    if current >= 1000:
        return current % 1000 == 0 and value < 1000
    if current >= 100:
        return current % 100 == 0 and value < 100
    if current >= 20:
        return current % 10 == 0 and value < 10
    # Ten comes after five in the Arabic fifteen.
    return 0 < current < 10 <= value < 100 and value % 10 == 0


def _number_at(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> Number | None:
    reading = _Reading()
    index = last = first
    while index < len(tokens):
        if reading.smallest is not None and reading.current is None and _is_larger(tokens, index, lexicon, reading):
            break
        word = _bare(tokens[index], lexicon)
        if _reads(reading, tokens, index, word, lexicon, is_first=index == first):
            last = index + 1
        elif word in _PARTS and reading.current is None and reading.part is None:
            reading.part = _PARTS[word]
        elif not ((word in lexicon.join or word == "-") and index > first and _goes_on(tokens, index + 1, lexicon)):
            break
        index += 1
    if last == first or (reading.current is None and reading.smallest is None):
        return None
    return Number(reading.value, first, last, reading.is_multiplied, reading.has_digits)


def _reads(
    reading: _Reading, tokens: Sequence[Token], index: int, word: str, lexicon: Lexicon, *, is_first: bool
) -> bool:
    if tokens[index].kind == "number":
        value = read_digits(tokens[index].text, decimal_comma=lexicon.decimal_comma)
        if value is None and is_first:
            reading.is_sure = False
            value = Decimal(0)
        return value is not None and reading.takes(value, is_digits=True)
    if word in lexicon.times:
        if word in lexicon.after_a_number and (reading.current is None or reading.has_digits):
            return False
        if is_first:
            # A bare "hazar" may have its number before it in a spelling that is not known here.
            reading.is_sure = word in lexicon.bare or (index > 0 and tokens[index - 1].low in ("a", "one"))
        return reading.multiplies(Decimal(lexicon.times[word]))
    return word in lexicon.atoms and reading.takes(Decimal(lexicon.atoms[word]), is_digits=False)


def _is_larger(tokens: Sequence[Token], index: int, lexicon: Lexicon, reading: _Reading) -> bool:
    """Whether what follows is a number of its own: "25 thousand and 35 thousand" are two."""
    start = index + 1 if tokens[index].low in lexicon.join else index
    following = _number_at(tokens, start, lexicon) if start < len(tokens) else None
    if following is None or reading.smallest is None:
        return False
    return following.value is None or following.value >= reading.smallest


def _bare(token: Token, lexicon: Lexicon) -> str:
    """Arabic writes "and" and "for" onto the word."""
    if token.low in lexicon.atoms or token.low in lexicon.times:
        return token.low
    rests = [token.low.removeprefix(each) for each in _ATTACHED if token.low.startswith(each)]
    return next((rest for rest in rests if rest in lexicon.atoms or rest in lexicon.times), token.low)


def _goes_on(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    return index < len(tokens) and tokens[index].kind == "word" and _bare(tokens[index], lexicon) in lexicon.atoms
