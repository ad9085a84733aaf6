"""Prices told by other prices: a half, a third off, cheaper than, for the price of."""

from collections.abc import Iterator, Sequence

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
        named = {at: mention for mention in sentence.mentions for at in range(mention.first, mention.last)}
        money = {at for number in prices for at in range(number.first, number.last)}
        money |= {index for index, token in enumerate(sentence.row) if currencies(token) is not None}
        words_of_price = set[int]()
        for key in ("price", "pay", "payable"):
            words_of_price |= {
                at
                for first, last in self._lexicon.claims[key].find(row)
                for at in range(first, last)
                if at not in named
            }
        money |= words_of_price
        packages = {at for at, mention in named.items() if mention.subjects}
        discounts = list(self._lexicon.claims["discount"].find(row))
        passing = self._lexicon.excuses["part_of"].by_first
        alone = self._lexicon.excuses["part_alone"].by_first
        for first, last in spans:
            if (
                first in named
                or self._is_of_a_time(row, first, last)
                or any(at <= first < till for at, till in discounts)
            ):
                continue
            after = last
            while after < len(row) and after - last < NEAR and row[after] in passing:
                after += 1
            before = first - 1
            while before >= 0 and first - before < NEAR and (row[before] in passing or row[before] in alone):
                before -= 1
            spoken = " ".join(row[first:last])
            if after in money:
                return spoken
            if after in packages and not (words_of_price or row[first - 1 : first] in _AT):
                continue
            if after < len(row) and row[after] in self._lexicon.claims["less"].by_first and (money or packages):
                return spoken
            is_at_its_end = after >= len(row) or sentence.row[after].kind == "sign" or row[after] in alone
            if after in packages or is_at_its_end:
                before_it = before in money or before in packages or (before + 1 < first and bool(packages))
                is_of_money = bool(money) or (is_at_its_end and self.is_about_prices)
                if before_it or (is_of_money and not self._is_counted(sentence, after)):
                    return spoken
        return None

    def _is_counted(self, sentence: Sentence, index: int) -> bool:
        return index < len(sentence.row) and sentence.row[index].kind == "number"

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
        for first, last in self._lexicon.claims["deal"].find(row):
            if not self._is_denied(row, first, last):
                return " ".join(row[first:last])
        packages = [mention for mention in sentence.mentions if mention.subjects]
        spans = [(first, last, last, True) for first, last in self._lexicon.claims["price_of"].find(row)]
        spans += [(first, last, first, False) for first, last in self._lexicon.claims["price_of_before"].find(row)]
        for first, last, edge, is_before_it in spans:
            beside = [each for each in packages if edge == (each.first if is_before_it else each.last)]
            others = [each for each in packages if each not in beside and abs(each.first - first) <= 2 * NEAR]
            if beside and any(_price(one) != _price(beside[0]) for one in others):
                return " ".join(row[first:last])
        return None

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
