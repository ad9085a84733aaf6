"""How long a price is for: a time beside it must be the one that the package lasts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.assistant.guard.knowledge import Knowledge, Subject
from core.assistant.guard.money_words import currencies
from core.assistant.guard.numbers import Number
from core.assistant.guard.prices import LONGEST_TIME
from core.assistant.guard.sentence import Doubt, Kind, Sentence, Thread
from core.assistant.guard.words import low, phrase
from core.assistant.spelling import is_arabic_script
from models.catalog import DurationUnit

FARTHEST = 9  # words between a price and its time
REACH_OF_WHEN = 3
# Hours that a time may mean: a month has 30 days or four weeks.
_HOURS = {
    DurationUnit.HOUR: (1,),
    DurationUnit.DAY: (24,),
    DurationUnit.WEEK: (7 * 24,),
    DurationUnit.MONTH: (30 * 24, 28 * 24),
    DurationUnit.YEAR: (365 * 24, 364 * 24, 360 * 24, 336 * 24),
}
_EACH = {
    "per_hour": (1, DurationUnit.HOUR),
    "per_day": (1, DurationUnit.DAY),
    "per_week": (1, DurationUnit.WEEK),
    "per_month": (1, DurationUnit.MONTH),
    "per_quarter": (3, DurationUnit.MONTH),
    "per_year": (1, DurationUnit.YEAR),
}
# Arabic writes "for" and "the" onto the word.
_ATTACHED = tuple(low(each) for each in ("لل", "بال", "ال", "ل", "ب"))
_FOR = low("ل")
_ENDS = frozenset("?!؟;؛")


@dataclass(frozen=True, slots=True)
class Duration:
    """`count` is None when it cannot be told for sure. `first` and `last` are tokens, `last` not included."""

    count: Decimal | None
    unit: DurationUnit
    first: int
    last: int

    def is_as_long_as(self, count: int, unit: DurationUnit) -> bool:
        if self.count is None:
            return False
        ours = {self.count * hours for hours in _HOURS[self.unit]}
        return not ours.isdisjoint(Decimal(count * hours) for hours in _HOURS[unit])


class Durations:
    def __init__(self, knowledge: Knowledge, thread: Thread) -> None:
        self._knowledge = knowledge
        self._lexicon = knowledge.lexicon
        self._thread = thread

    def find(self, sentence: Sentence) -> list[Duration]:
        row = sentence.lows()
        taken = {index for mention in sentence.mentions for index in range(mention.first, mention.last)}
        found = []
        for key, (count, unit) in _EACH.items():
            for first, last in self._lexicon.claims[key].find(row):
                if not taken.intersection(range(first, last)):
                    is_half = first > 0 and row[first - 1] in self._lexicon.claims["half"].by_first
                    one = Decimal(count) / 2 if is_half else Decimal(count)
                    found.append(Duration(one, unit, first - is_half, last))
                    taken |= set(range(first, last))
        for index, word in enumerate(row):
            length = None if index in taken else self._length(word)
            if length is not None:
                number, first = self._count(sentence, index)
                found.append(Duration(number and number * length[0], length[1], first, index + 1))
        return found

    def _length(self, word: str) -> tuple[int, DurationUnit] | None:
        lengths = self._lexicon.lengths
        if word in lengths or not is_arabic_script(word):
            return lengths.get(word)
        rests = (word.removeprefix(each) for each in _ATTACHED if word.startswith(each))
        return next((lengths[rest] for rest in rests if rest in lengths), None)

    def _count(self, sentence: Sentence, index: int) -> tuple[Decimal | None, int]:
        """How many of the unit, and where that begins."""
        row = sentence.row
        first = index
        while first > 0 and (
            row[first - 1].text in "-–" or row[first - 1].low in self._lexicon.excuses["whole"].by_first
        ):
            first -= 1
        number = next((each for each in sentence.numbers if each.last == first and _is_a_count(each)), None)
        if number is not None:
            return number.value, number.first
        for half in (first - 1, first - 2):
            if half >= 0 and row[half].low in self._lexicon.claims["half"].by_first:
                return Decimal("0.5"), half
        return Decimal(1), first

    def fit(self, sentence: Sentence, number: Number, prices: Sequence[Number], subjects: Sequence[Subject]) -> bool:
        """Whether each time that is said of the price is the time of what it is the price of."""
        for duration in self.find(sentence):
            owners = [each for each in prices if self._is_of(duration, each, sentence, prices)]
            start, end = sentence.segment(duration.first)
            nearest = [each for each in owners if start <= each.first < end] or owners
            nearest = nearest or ([number] if self._is_for(duration, sentence) else [])
            if number in nearest and not self._is_true(duration, sentence, subjects, number.value):
                return False
        return True

    def _is_for(self, duration: Duration, sentence: Sentence) -> bool:
        """ "25,000 and you are hosted for two years": what is paid for, wherever it stands."""
        if duration.unit in (DurationUnit.HOUR, DurationUnit.DAY) or self._tells_when(duration, sentence):
            return False
        row = sentence.lows()
        before = row[max(0, duration.first - 1) : duration.first]
        unit = row[duration.last - 1]
        is_attached = unit not in self._lexicon.lengths and unit.startswith(_FOR)
        return is_attached or self._lexicon.claims["for_a_time"].any_in(before)

    def times(self, sentence: Sentence, subject: Subject) -> int | None:
        """ "Two months of it", where one lasts a month."""
        package = subject.package
        if package is None or package.duration_count is None or package.duration_unit is None:
            return None
        for duration in self.find(sentence):
            count = (duration.count or Decimal(0)) / package.duration_count
            is_several = duration.unit is package.duration_unit and count > 1 and count == int(count)
            if is_several and not self._tells_when(duration, sentence):
                return int(count)
        return None

    def wrong_lengths(self, sentence: Sentence) -> list[Doubt]:
        """ "It lasts six months", of a package that lasts one, or "ready in three days"."""
        row = sentence.lows()
        said = [last for _, last in self._lexicon.claims["lasts"].find(row)]
        is_made_in = self._lexicon.claims["ready"].any_in(row)
        if not said and not is_made_in:
            return []
        named = [mention for mention in sentence.mentions if mention.subjects]
        for duration in self.find(sentence) if named or self._thread.subjects else ():
            before = [mention for mention in named if mention.last <= duration.first]
            nearest = before[-1:] or named[:1]
            subjects = nearest[0].subjects if nearest else self._thread.subjects
            is_short = duration.unit in (DurationUnit.HOUR, DurationUnit.DAY)
            is_said = any(
                (0 <= duration.first - last <= REACH_OF_WHEN or 0 <= last - duration.last <= REACH_OF_WHEN)
                for last in said
            )
            tells_when = self._tells_when(duration, sentence)
            is_length = is_said and not tells_when and (bool(named) or not is_short)
            is_delivery = is_made_in and tells_when and bool(named) and duration.unit is not DurationUnit.HOUR
            if (is_length or is_delivery) and not self._is_true(duration, sentence, subjects, None):
                return [Doubt(Kind.PRICE, " ".join(row[duration.first : duration.last]), tuple(subjects))]
        return []

    def _is_true(
        self, duration: Duration, sentence: Sentence, subjects: Sequence[Subject], price: Decimal | None
    ) -> bool:
        if self._stands_in_texts(duration, sentence, subjects, price):
            return True
        for count, unit, one in self._lengths_of(subjects, price):
            pieces = [1] if price is None or not one or price % one else [1, int(price / one)]
            if any(duration.is_as_long_as(count * each, unit) for each in pieces):
                return True
        return False

    def _lengths_of(
        self, subjects: Sequence[Subject], price: Decimal | None
    ) -> Iterator[tuple[int, DurationUnit, Decimal]]:
        """How long the packages last, and what one costs; without a subject, those of that price."""
        packages = [each.package for each in subjects if each.package is not None]
        for subject in subjects:
            if subject.order is not None:
                same = self._knowledge.names.get(phrase(subject.order.package_name), ())
                packages += [each.package for each in same if each.package is not None]
        if not subjects and price is not None:
            every = (package for service in self._knowledge.facts.services for package in service.packages)
            packages += [package for package in every if package.price.to_major() == price]
        for package in packages:
            if package.duration_count is not None and package.duration_unit is not None:
                yield package.duration_count, package.duration_unit, package.price.to_major()

    def _stands_in_texts(
        self, duration: Duration, sentence: Sentence, subjects: Iterable[Subject], price: Decimal | None
    ) -> bool:
        """ "20 posts a month" tells no price of a month."""
        words = set(sentence.lows())
        said = tuple(sentence.lows(duration.first, duration.last))
        names = {subject.name for subject in subjects}
        return any(
            text.row[at : at + len(said)] == said
            for text in self._knowledge.texts
            if (text.owner is None or text.owner in names)
            and (price in text.prices if price is not None else text.is_said_by(words))
            for at in range(len(text.row) - len(said) + 1)
        )

    def _is_of(self, duration: Duration, number: Number, sentence: Sentence, prices: Sequence[Number]) -> bool:
        """Nothing stands between them but names, money, and words like "for" and "is"."""
        if duration.last <= number.first:
            between = range(duration.last, number.first)
        else:
            between = range(number.last, duration.first)
        row = sentence.row
        if len(between) > FARTHEST or any(row[index].text in _ENDS for index in between):
            return False
        if any(number.first != each.first and each.first in between for each in prices):
            return False
        if any(each.first == duration.last and each.value != 1 and each not in prices for each in sentence.numbers):
            # "every month 30 posts"
            return False
        joining = self._lexicon.excuses["beside_a_price"].by_first
        names = {index for mention in sentence.mentions for index in range(mention.first, mention.last)}
        for key in ("price", "pay", "total", "lasts"):
            names |= {
                between[0] + at
                for first, last in self._lexicon.claims[key].find([row[index].low for index in between])
                for at in range(first, last)
            }
        times = {
            index
            for each in sentence.numbers
            for index in range(each.first, each.last)
            if each.last < len(row) and row[each.last].low in ("x", "×")
        }
        return not self._tells_when(duration, sentence) and all(
            row[index].kind == "sign"
            or index in names
            or index in times
            or row[index].low in joining
            or row[index].low == "x"
            or currencies(row[index]) is not None
            for index in between
        )

    def _tells_when(self, duration: Duration, sentence: Sentence) -> bool:
        """ "within two days", "in two weeks": a time that nothing is paid for."""
        passing = self._lexicon.excuses["part_of"].by_first
        whole = self._lexicon.excuses["whole"].by_first
        at = duration.first
        while (
            at > 0
            and at > duration.first - REACH_OF_WHEN
            and (sentence.row[at - 1].low in whole or sentence.row[at - 1].low in passing)
            and not self._lexicon.excuses["when_before"].any_in([sentence.row[at - 1].low])
        ):
            at -= 1
        before = sentence.lows(max(0, at - 2), at)
        ends = {last for _, last in self._lexicon.excuses["when_before"].find(before)}
        starts = {
            first
            for first, _ in self._lexicon.excuses["when_after"].find(sentence.lows(duration.last, duration.last + 3))
        }
        return len(before) in ends or 0 in starts


def _is_a_count(number: Number) -> bool:
    return number.value is None or number.value <= LONGEST_TIME
