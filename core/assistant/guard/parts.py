"""Prices told by other prices: a half, a third off, cheaper than, for the price of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.assistant.guard.knowledge import Knowledge, Mention
from core.assistant.guard.money_words import currencies
from core.assistant.guard.numbers import Number
from core.assistant.guard.sentence import Doubt, Kind, Sentence, Thread
from core.money import Money
from models.catalog import DurationUnit

NEAR = 3
NEAR_NEGATION = 4
_AT = (["for"], ["at"], ["por"], ["a"])
_FRACTION = frozenset("/⁄")
LARGEST_DENOMINATOR = 10


@dataclass(frozen=True, slots=True)
class _Money:
    """Where a sentence speaks of it, by tokens."""

    words: set[int]
    amounts: set[int]
    packages: set[int]

    @property
    def all(self) -> set[int]:
        return self.words | self.amounts


class Parts:
    def __init__(self, knowledge: Knowledge, thread: Thread) -> None:
        self._knowledge = knowledge
        self._lexicon = knowledge.lexicon
        self._thread = thread
        self.is_about_prices = False  # the customer named one

    def find(self, sentence: Sentence, prices: Sequence[Number]) -> list[Doubt]:
        row = sentence.lows()
        said = (
            self._part(sentence, row, prices)
            or self._same_price(sentence, row)
            or self._deal(sentence, row)
            or self._comparison(sentence, row)
            or self._extreme(sentence, row)
        )
        subjects = tuple(each for mention in sentence.mentions for each in mention.subjects) or self._thread.subjects
        return [] if said is None else [Doubt(Kind.PRICE, said, subjects)]

    def differences(self, sentence: Sentence) -> list[Money]:
        """Between any two prices of what is named here or was named before."""
        subjects = [each for mention in sentence.mentions for each in mention.subjects] + list(self._thread.named)
        units = [unit for subject in subjects for unit in subject.units]
        return [
            Money(abs(one.amount - other.amount), one.currency)
            for index, one in enumerate(units)
            for other in units[:index]
            if one.currency == other.currency and one.amount != other.amount
        ]

    def is_a_difference(self, sentence: Sentence, number: Number) -> bool:
        """ "20,000 less": not the price itself, but by how much it is another."""
        start, _ = sentence.segment(number.first)
        before = sentence.lows(start, number.first)
        if any(last == len(before) for _, last in self._lexicon.claims["by"].find(before)) and any(
            self._lexicon.claims[key].any_in(before) for key in ("cheaper", "dearer")
        ):
            return True
        after = number.last
        while after < len(sentence.row) and currencies(sentence.row[after]) is not None:
            after += 1
        return any(first == 0 for first, _ in self._lexicon.claims["less"].find(sentence.lows(after, after + NEAR)))

    def _part(self, sentence: Sentence, row: Sequence[str], prices: Sequence[Number]) -> str | None:
        spans = [
            *self._lexicon.claims["part"].find(row),
            *self._lexicon.claims["half"].find(row),
            *_written_fractions(sentence),
            *self._multiples(sentence, row),
        ]
        if not spans:
            return None
        money = self._money(sentence, row, prices)
        named = {at for mention in sentence.mentions for at in range(mention.first, mention.last)}
        discounts = list(self._lexicon.claims["discount"].find(row))
        for first, last in spans:
            is_judged_elsewhere = first in named or any(at <= first < till for at, till in discounts)
            unnamed = ["" if at in named else word for at, word in enumerate(row)]
            if is_judged_elsewhere or self._is_of_a_time(unnamed, first, last):
                continue
            if self._is_of_a_price(sentence, (first, last), money):
                return " ".join(row[first:last])
        return None

    def _money(self, sentence: Sentence, row: Sequence[str], prices: Sequence[Number]) -> _Money:
        packages = {at for each in sentence.mentions if each.subjects for at in range(each.first, each.last)}
        words = {
            at
            for key in ("price", "pay", "payable")
            for first, last in self._lexicon.claims[key].find(row)
            for at in range(first, last)
        } - packages
        amounts = {at for number in prices for at in range(number.first, number.last)}
        amounts |= {index for index, token in enumerate(sentence.row) if currencies(token) is not None}
        return _Money(words, amounts, packages)

    def _is_of_a_price(self, sentence: Sentence, span: tuple[int, int], money: _Money) -> bool:
        row = sentence.lows()
        first, last = span
        alone = self._lexicon.excuses["part_alone"].by_first
        after = self._after(row, last)
        is_at_its_end = after >= len(row) or sentence.row[after].kind == "sign" or row[after] in alone
        if after in money.all or (not is_at_its_end and after + 1 in money.words):
            # "half of 35,000", "half of the list price"
            return True
        if after in money.packages and not (money.words or row[first - 1 : first] in _AT):
            return False
        if not is_at_its_end and after not in money.packages:
            return self._may_be_of_a_price(sentence, first, after, has_money=bool(money.all))
        is_taken_off = after < len(row) and row[after] in self._lexicon.claims["less"].by_first
        if is_taken_off and (money.all or money.packages):
            return True
        before = self._before(sentence, row, first)
        if before in money.all or before in money.packages or (before + 1 < first and bool(money.packages)):
            return True
        is_counted = after < len(row) and sentence.row[after].kind == "number"
        return not is_counted and (bool(money.all) or (is_at_its_end and self.is_about_prices))

    def _after(self, row: Sequence[str], last: int) -> int:
        """Past "of the", to what it is a part of."""
        after = last
        while after < len(row) and after - last < NEAR and row[after] in self._lexicon.excuses["part_of"].by_first:
            after += 1
        return after

    def _before(self, sentence: Sentence, row: Sequence[str], first: int) -> int:
        excuses = self._lexicon.excuses
        counts = {word for number in sentence.numbers for word in row[number.first : number.last]}
        passing = excuses["part_of"].by_first.keys() | excuses["part_alone"].by_first.keys() | counts
        before = first - 1
        while before >= 0 and first - before < NEAR and row[before] in passing:
            before -= 1
        return before

    def _may_be_of_a_price(self, sentence: Sentence, first: int, after: int, *, has_money: bool) -> bool:
        """ "a third of what it goes for": not of customers, of work, or of what the package holds."""
        row = sentence.lows()
        word = row[after]
        is_told_at = row[first - 1 : first] in _AT
        if not (has_money or is_told_at or self.is_about_prices):
            return False
        if not (self._thread.subjects or any(mention.subjects for mention in sentence.mentions)):
            return False
        return word not in self._lexicon.excuses["counted"].by_first and word not in self._knowledge.words

    def _is_of_a_time(self, row: Sequence[str], first: int, last: int) -> bool:
        """ "half an hour", "three times a week", "at half past six"."""
        lengths = self._lexicon.lengths
        before = row[max(0, first - NEAR) : first]
        return (
            any(word in lengths for word in row[last : last + NEAR])
            or any(word in lengths and lengths[word][1] is DurationUnit.HOUR for word in before)
            or self._lexicon.excuses["clock"].any_in(before)
        )

    def _multiples(self, sentence: Sentence, row: Sequence[str]) -> Iterator[tuple[int, int]]:
        """ "five times"."""
        ends = {number.last: number.first for number in sentence.numbers}
        for first, last in self._lexicon.claims["times"].find(row):
            if first in ends:
                yield ends[first], last

    def _same_price(self, sentence: Sentence, row: Sequence[str]) -> str | None:
        """ "Both cost the same": true if they do."""
        prices = {_price(mention) for mention in sentence.mentions if mention.subjects}
        if not prices or (len(prices) == 1 and len(sentence.mentions) > 1):
            return None
        for first, last in self._lexicon.claims["same"].find(row):
            start, end = sentence.segment(first)
            near = row[max(start, first - NEAR) : min(end, last + NEAR)]
            if self._lexicon.claims["price"].any_in(near) and not self._is_denied(row, first, last):
                return " ".join(row[first:last])
        return None

    def _deal(self, sentence: Sentence, row: Sequence[str]) -> str | None:
        for first, last in self._lexicon.claims["deal"].find(row):
            if not self._is_denied(row, first, last):
                return " ".join(row[first:last])
        packages = [mention for mention in sentence.mentions if mention.subjects]
        spans = [(first, last, last, True) for first, last in self._lexicon.claims["price_of"].find(row)]
        spans += [(first, last, first, False) for first, last in self._lexicon.claims["price_of_before"].find(row)]
        for first, last, edge, is_before_it in spans:
            beside = [each for each in packages if edge == (each.first if is_before_it else each.last)]
            others = [each for each in packages if each not in beside and abs(each.first - first) <= 2 * NEAR]
            is_of_another = beside and any(_price(one) != _price(beside[0]) for one in others)
            if is_of_another or self._is_of_one(sentence, edge, is_before_it=is_before_it):
                return " ".join(row[first:last])
        return None

    def _is_of_one(self, sentence: Sentence, edge: int, *, is_before_it: bool) -> bool:
        """ "two lessons for the price of one"; the price of one month is no such thing."""
        reach = range(edge, edge + 2) if is_before_it else range(edge - 2, edge)
        are_times = any(token.low in self._lexicon.lengths for token in sentence.row[max(0, edge - 2) : edge + 2])
        return not are_times and any(number.value == 1 and number.first in reach for number in sentence.numbers)

    def _comparison(self, sentence: Sentence, row: Sequence[str]) -> str | None:
        """ "Silver is cheaper than Gold": true if it is; "cheaper today" never."""
        packages = [mention for mention in sentence.mentions if mention.subjects and _price(mention) is not None]
        for key, sign in (("cheaper", -1), ("dearer", 1)):
            for first, last in self._lexicon.claims[key].find(row):
                if any(mention.first <= first < mention.last for mention in sentence.mentions):
                    continue
                if any(at <= first < till for at, till in self._superlatives(row)):
                    continue
                spoken = " ".join(row[first:last])
                start, end = sentence.segment(first)
                standard = self._standard(packages, row)
                compared = [each for each in packages if each is not standard]
                subject = _price(compared[-1]) if compared else self._price_of_the_thread(standard)
                if standard is not None and subject is not None:
                    other = _price(standard)
                    is_so = other is not None and (subject - other) * sign > 0
                    if is_so == self._is_denied(row, first, last):
                        return spoken
                elif not packages and not self._thread.subjects:
                    continue
                elif self._is_of_another_day(row, (start, end), (first, last)) or (
                    len(packages) == 1 and standard is None and self._is_at_the_end(packages[0], -sign)
                ):
                    return spoken
        return None

    def _is_of_another_day(self, row: Sequence[str], segment: tuple[int, int], said: tuple[int, int]) -> bool:
        """ "cheaper today", "less than usual"."""
        start, end = segment
        return self._lexicon.excuses["before_now"].any_in(row[start:end]) and not self._is_denied(row, *said)

    def _standard(self, packages: Sequence[Mention], row: Sequence[str]) -> Mention | None:
        """What is compared with: the name after "than", or before the Urdu word for it."""
        excuses = self._lexicon.excuses
        for mention in packages:
            if mention.first > 0 and row[mention.first - 1] in excuses["than"].by_first:
                return mention
            if any(first == 0 for first, _ in excuses["than_after"].find(row[mention.last : mention.last + 2])):
                return mention
        return None

    def _price_of_the_thread(self, standard: Mention | None) -> int | None:
        units = [unit.amount for subject in self._thread.subjects for unit in subject.units]
        return units[0] if len(units) == 1 and standard is not None else None

    def _superlatives(self, row: Sequence[str]) -> Iterator[tuple[int, int]]:
        for key in ("cheapest", "dearest"):
            yield from self._lexicon.claims[key].find(row)

    def _extreme(self, sentence: Sentence, row: Sequence[str]) -> str | None:
        packages = [mention for mention in sentence.mentions if mention.subjects and _price(mention) is not None]
        for key, sign in (("cheapest", -1), ("dearest", 1)):
            for first, last in self._lexicon.claims[key].find(row):
                start, end = sentence.segment(first)
                here = [each for each in packages if start <= each.first < end]
                if len(here) == 1 and self._is_at_the_end(here[0], sign) == self._is_denied(row, first, last):
                    return " ".join(row[first:last])
        return None

    def _is_at_the_end(self, mention: Mention, sign: int) -> bool:
        """Whether none of its service costs less, or more if `sign` is 1."""
        mine = next((each.package for each in mention.subjects if each.package is not None), None)
        if mine is None:
            return False
        return all(
            (package.price.amount - mine.price.amount) * sign <= 0
            for service in self._knowledge.facts.services
            if service.id == mine.service_id
            for package in service.packages
        )

    def _is_denied(self, row: Sequence[str], first: int, last: int) -> bool:
        excuses = self._lexicon.excuses
        return excuses["negation_before"].any_in(row[max(0, first - NEAR_NEGATION) : first]) or excuses[
            "negation_after"
        ].any_in(row[last : last + NEAR_NEGATION])


def _price(mention: Mention) -> int | None:
    units = [unit for subject in mention.subjects for unit in subject.units]
    return units[0].amount if len(units) == 1 else None


def _written_fractions(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """ "1/2 price"."""
    for index in range(1, len(sentence.row) - 1):
        if sentence.row[index].text in _FRACTION:
            above, below = sentence.row[index - 1], sentence.row[index + 1]
            if above.text.isdecimal() and below.text.isdecimal() and 1 < int(below.text) <= LARGEST_DENOMINATOR:
                yield index - 1, index + 2
