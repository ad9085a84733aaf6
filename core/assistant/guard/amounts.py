"""Prices, totals and percentages: each must be that of what it is said of."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from core.assistant.decision import ServiceFact
from core.assistant.guard.durations import Durations
from core.assistant.guard.knowledge import Knowledge, Mention, Subject
from core.assistant.guard.money_words import currencies
from core.assistant.guard.numbers import Number, numbers
from core.assistant.guard.parts import Parts
from core.assistant.guard.prices import SMALLEST_PRICE, is_price
from core.assistant.guard.sentence import Doubt, Kind, Sentence, Thread, currency_of, is_percent
from core.assistant.guard.words import clean, phrase, tokens
from core.money import Money

NEAR_NEGATION = 3
FAR_NEGATION = 6
MOST_BETWEEN = 2
MOST_PIECES = 1000
_BETWEEN = frozenset({"x", "×", "*", "of", "de", "من", "§", "-", "(", "units", "piezas"})
_TIMES = frozenset({"x", "×", "*"})


class Amounts:
    """`thread` is what the sentences before spoke of; the one who reads them keeps it."""

    def __init__(self, knowledge: Knowledge, thread: Thread, said_by_customer: Iterable[str]) -> None:
        self._knowledge = knowledge
        self._lexicon = knowledge.lexicon
        self._thread = thread
        self._parts = Parts(knowledge, thread)
        self._durations = Durations(knowledge, thread)
        self._customers_values: set[Decimal] = set()
        self._topic: tuple[Subject, ...] = ()
        for text in said_by_customer:
            row = tokens(clean(text))
            self._customers_values |= {each.value for each in numbers(row, self._lexicon) if each.value is not None}
            named = [mention.subjects for mention in knowledge.mentions(row) if mention.subjects]
            self._topic = named[-1] if named else self._topic
        self._parts.is_about_prices = any(value >= SMALLEST_PRICE for value in self._customers_values)

    def find(self, sentence: Sentence) -> list[Doubt]:
        prices = [number for number in sentence.numbers if is_price(sentence, number, self._knowledge)]
        doubts = self._parts.find(sentence, prices)
        doubts += self._durations.wrong_lengths(sentence)
        for number in sentence.numbers:
            said = sentence.text[sentence.row[number.first].start : sentence.row[number.last - 1].end]
            if is_percent(sentence, number, self._lexicon):
                is_customers = number.value in self._customers_values and self._is_denied(sentence, number)
                if not is_customers and not self.stands_in_texts(sentence, number, is_percent=True):
                    doubts.append(Doubt(Kind.PERCENT, said))
            elif number in prices:
                subjects, service = self._what_it_is_of(sentence, number, prices)
                if not self._is_true_price(sentence, number, prices, subjects, service):
                    named = tuple(each for mention in sentence.mentions for each in mention.subjects)
                    doubts.append(Doubt(Kind.PRICE, said, named or subjects))
        return doubts

    def _is_denied(self, sentence: Sentence, number: Number) -> bool:
        """The sentence says no to the number; "don't miss our 50 %" does not."""
        start, end = sentence.segment(number.first)
        names = {index for mention in sentence.mentions for index in range(mention.first, mention.last)}
        plain = [
            ("#" if index in range(number.first, number.last) else token.low)
            for index, token in enumerate(sentence.row[start:end], start)
            if currencies(token) is None and token.kind != "sign" and index not in names
        ]
        at = plain.index("#") if "#" in plain else 0
        speaks_of_packages = self._lexicon.claims["package"].any_in(plain[:at])
        is_far = speaks_of_packages or is_percent(sentence, number, self._lexicon)
        reach = FAR_NEGATION if is_far else NEAR_NEGATION
        before = plain[max(0, at - reach) : at]
        after = [word for word in plain[at:] if word != "#"][: NEAR_NEGATION + 1]
        if self._lexicon.excuses["urging"].any_in(plain[:at]):
            return False
        negation = self._lexicon.excuses
        if negation["lower_to"].any_in(before):
            # "I can't go down to 25,000"
            before = plain[max(0, at - FAR_NEGATION) : at]
        return negation["negation_before"].any_in(before) or negation["negation_after"].any_in(after)

    def stands_in_texts(self, sentence: Sentence, number: Number, *, is_percent: bool = False) -> bool:
        """The shop wrote it itself, about the same thing."""
        words = set(sentence.lows())
        owners = {subject.name for mention in sentence.mentions for subject in mention.subjects}
        for text in self._knowledge.texts:
            if number.value not in (text.percents if is_percent else text.prices):
                continue
            is_about = (
                text.owner in owners
                if text.owner is not None
                else all(set(phrase(owner)) <= set(text.row) for owner in owners)
            )
            if is_about and text.is_said_by(words):
                return True
        return False

    def _what_it_is_of(
        self, sentence: Sentence, number: Number, prices: Sequence[Number]
    ) -> tuple[tuple[Subject, ...], ServiceFact | None]:
        """What a price belongs to: a name in its part of the sentence, else the one before, else the thread."""
        named = [mention for mention in sentence.mentions if mention.subjects or mention.service]
        if self._lexicon.excuses["respectively"].any_in(sentence.lows()) and len(named) == len(prices):
            return _of(named[list(prices).index(number)])
        packages = [mention for mention in named if mention.subjects] or named
        start, end = sentence.segment(number.first)
        here = [mention for mention in packages if start <= mention.first < end]
        before = [mention for mention in packages if mention.last <= number.first]
        after = [mention for mention in packages if mention.first >= number.last]
        if len(here) == 1:
            return _of(here[0])
        if here:
            in_segment = [each for each in prices if start <= each.first < end]
            is_name_first = here[0].first < in_segment[0].first
            sides = [each for each in (before if is_name_first else after) if each in here]
            return _of((sides[-1] if is_name_first else sides[0]) if sides else here[0])
        if before:
            return _of(before[-1])
        if after:
            # "If 35,000 is too much, Silver is 15,000": the name that follows has its own price.
            till = sentence.segment(after[0].first)
            has_its_own = any(till[0] <= each.first < till[1] for each in prices)
            if not has_its_own:
                return _of(after[0])
        return self._from_the_thread(sentence)

    def _from_the_thread(self, sentence: Sentence) -> tuple[tuple[Subject, ...], ServiceFact | None]:
        if sentence.orders:
            return tuple(sentence.orders), None
        waiting = tuple(each for each in self._knowledge.orders if each.order is not None and each.order.awaits_payment)
        if len(waiting) == 1 and sentence.methods:
            # What is to be sent somewhere is what is owed, whatever was praised before.
            return waiting, None
        thread = self._thread
        if thread.order is not None:
            return (thread.order, *thread.subjects), None
        if thread.subjects or thread.service is not None:
            return thread.subjects, None if thread.subjects else thread.service
        speaks_of_it = any(self._lexicon.claims[key].any_in(sentence.lows()) for key in ("pay", "order"))
        if len(waiting) == 1 and speaks_of_it:
            return waiting, None
        drafts = [each for subjects in self._knowledge.names.values() for each in subjects if each.draft is not None]
        if drafts and self._knowledge.facts.draft is not None and not self._topic:
            return (drafts[0],), None
        return self._topic, None

    def _is_true_price(
        self,
        sentence: Sentence,
        number: Number,
        prices: Sequence[Number],
        subjects: tuple[Subject, ...],
        service: ServiceFact | None,
    ) -> bool:
        value, meant = number.value, currency_of(sentence, number)
        if value is None:
            return False
        allowed = self._allowed(sentence, number, subjects, service, prices)
        is_true = any(_is(money, value, meant) for money in allowed)
        if self._is_denied(sentence, number):
            # "No, it does not cost 500" claims nothing if the customer said so, unless that is what it costs.
            return not is_true and (value in self._customers_values or self._is_of_no_package(sentence, number))
        if is_true:
            return self._durations.fit(sentence, number, prices, subjects)
        if self._is_budget(sentence, number):
            return True
        return self.stands_in_texts(sentence, number) and self._durations.fit(sentence, number, prices, ())

    def _is_of_no_package(self, sentence: Sentence, number: Number) -> bool:
        """ "There is no package for 10,000": and there is none."""
        start, end = sentence.segment(number.first)
        speaks_of_packages = self._lexicon.claims["package"].any_in(sentence.lows(start, end))
        names_one = any(start <= mention.first < end for mention in sentence.mentions)
        prices = [package.price for service in self._knowledge.facts.services for package in service.packages]
        is_a_price = any(price.to_major() == number.value for price in prices)
        return speaks_of_packages and not names_one and not is_a_price

    def _allowed(
        self,
        sentence: Sentence,
        number: Number,
        subjects: tuple[Subject, ...],
        service: ServiceFact | None,
        prices: Sequence[Number],
    ) -> list[Money]:
        lows = sentence.lows()
        if self._parts.is_a_difference(sentence, number):
            return self._parts.differences(sentence)
        if sentence.orders:
            return [money for each in sentence.orders for money in (*each.units, *each.totals)]
        if len(subjects) > 1:
            subjects = self._told_apart(sentence, subjects)
        allowed: list[Money] = []
        quantities = self._quantities(sentence, subjects)
        is_total = self._lexicon.claims["total"].any_in(lows) or "=" in lows
        has_several = any(each.draft is not None and each.draft.quantity > 1 for each in subjects)
        is_sum = (bool(quantities) or has_several) and is_total and not self._lexicon.excuses["each"].any_in(lows)
        for subject in subjects:
            # "2 × Gold = …" is followed by what both cost; "2 × 35,000 = …" says what one does.
            allowed += () if is_sum and not self._is_multiplied(sentence, number) else subject.units
            allowed += [unit.times(count) for unit in subject.units for count in quantities]
            if (count := self._durations.times(sentence, subject)) is not None:
                allowed += [unit.times(count) for unit in subject.units]
            allowed += subject.totals
        if self._lexicon.claims["pay"].any_in(lows) or self._lexicon.claims["order"].any_in(lows):
            names = {subject.name for subject in subjects}
            allowed += [
                money
                for each in self._knowledge.orders
                if each.order is not None and each.order.package_name in names
                for money in each.totals
            ]
        if self._lexicon.claims["total"].any_in(lows):
            allowed += self._sum(sentence)
        if self._lexicon.claims["difference"].any_in(lows):
            allowed += self._parts.differences(sentence)
        if service is not None or not subjects:
            allowed += self._edges(sentence, service, prices)
        return allowed

    def _is_multiplied(self, sentence: Sentence, number: Number) -> bool:
        before = number.first - 1
        while before > 0 and currencies(sentence.row[before]) is not None:
            before -= 1
        return before > 0 and sentence.row[before].low in _TIMES and sentence.row[before - 1].kind == "number"

    def _told_apart(self, sentence: Sentence, subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
        """Packages of the same name: the one of the service that is spoken of; else none is sure."""
        services = [mention.service for mention in sentence.mentions if mention.service is not None]
        service = services[-1] if services else self._thread.service
        packages = [subject for subject in subjects if subject.package is not None]
        if len(packages) <= 1:
            return subjects
        if service is None:
            return ()
        return tuple(each for each in packages if each.package is not None and each.package.service_id == service.id)

    def _quantities(self, sentence: Sentence, subjects: Sequence[Subject]) -> list[int]:
        """How many of it: numbers that stand right beside its name."""
        found = []
        for mention in sentence.mentions:
            if not set(mention.subjects) & set(subjects):
                continue
            for number in sentence.numbers:
                between = sentence.lows(number.last, mention.first) if number.last <= mention.first else None
                if between is None and mention.last <= number.first:
                    between = sentence.lows(mention.last, number.first)
                    if not set(between) & {"x", "×"}:
                        continue
                is_beside = between is not None and len(between) <= MOST_BETWEEN and set(between) <= _BETWEEN
                value = number.value
                if is_beside and value is not None and 2 <= value <= MOST_PIECES and value == int(value):
                    found.append(int(value))
        return found

    def _sum(self, sentence: Sentence) -> list[Money]:
        units = [
            mention.subjects[0].units[0]
            for mention in sentence.mentions
            if mention.subjects and mention.subjects[0].units
        ]
        if len(units) < 2 or len({unit.currency for unit in units}) != 1:
            return []
        total = units[0]
        for unit in units[1:]:
            total = total.plus(unit)
        return [total]

    def _edges(self, sentence: Sentence, service: ServiceFact | None, prices: Sequence[Number]) -> list[Money]:
        """The lowest price, where a sentence says "from"; the highest too, where it says "from … to …"."""
        services = [service] if service is not None else list(self._knowledge.facts.services)
        all_prices = [package.price for each in services for package in each.packages]
        if not all_prices or len({price.currency for price in all_prices}) != 1:
            return []
        lowest, highest = min(all_prices, key=_amount), max(all_prices, key=_amount)
        lows = sentence.lows()
        if lowest == highest:
            return [lowest]
        edges = [lowest] if self._lexicon.excuses["from"].any_in(lows) else []
        if self._lexicon.excuses["up_to"].any_in(lows) and len(prices) == 2:
            edges.append(highest)
        return edges

    def _is_budget(self, sentence: Sentence, number: Number) -> bool:
        """The customer's own budget, which pays for what the sentence names."""
        value = number.value
        if value is None or value not in self._customers_values:
            return False
        units = [unit for mention in sentence.mentions for each in mention.subjects for unit in each.units]
        is_named = self._lexicon.excuses["budget"].any_in(sentence.lows())
        return is_named and all(unit.to_major() <= value for unit in units)


def _of(mention: Mention) -> tuple[tuple[Subject, ...], ServiceFact | None]:
    return mention.subjects, mention.service


def _is(money: Money, value: Decimal, meant: frozenset[str] | None) -> bool:
    return money.to_major() == value and (meant is None or money.currency in meant)


def _amount(money: Money) -> int:
    return money.amount
