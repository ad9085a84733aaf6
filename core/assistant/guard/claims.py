"""What the sentences of a text claim, and which of their claims do not stand in the facts."""

from collections.abc import Iterable, Sequence

from core.assistant.guard.amounts import Amounts
from core.assistant.guard.dues import denied_dues
from core.assistant.guard.forms import Forms
from core.assistant.guard.knowledge import Knowledge, Subject, stands
from core.assistant.guard.money_words import currencies
from core.assistant.guard.packages import invented_packages
from core.assistant.guard.sentence import Doubt, Kind, Sentence, Thread, is_percent, take_apart
from core.assistant.guard.statuses import wrong_status
from core.assistant.guard.terms import ASKS, fetched_money, unknown_terms
from core.assistant.guard.words import Token, clean, phrase, tokens
from core.assistant.spelling import is_arabic_script
from models.orders import OrderStatus

MOST_WORDS_OF_A_PAYEE = 3
MOST_REMEMBERED = 3


class Claims:
    """Judges the sentences of one text in their order."""

    def __init__(self, knowledge: Knowledge, said_by_customer: Iterable[str]) -> None:
        self._knowledge = knowledge
        self._lexicon = knowledge.lexicon
        self._thread = Thread()
        self._forms = Forms(knowledge)
        self._amounts = Amounts(knowledge, self._thread, said_by_customer)

    def judge(self, text: str) -> list[Doubt]:
        sentence = Sentence(clean(text))
        doubts = self._forms.find(sentence)
        take_apart(sentence, self._knowledge)
        doubts += self._forms.bare_order_numbers(sentence)
        doubts += self._amounts.find(sentence)
        doubts += self._discounts(sentence)
        doubts += unknown_terms(sentence, self._knowledge)
        doubts += fetched_money(sentence, self._knowledge)
        doubts += self._payees(sentence)
        doubts += self._ways(sentence)
        doubts += self._account_words(sentence)
        doubts += invented_packages(sentence, self._knowledge)
        orders = self._orders_meant(sentence)
        doubts += self._statuses(sentence, orders)
        doubts += denied_dues(sentence, self._lexicon, orders)
        self._remember(sentence)
        return doubts

    def _discounts(self, sentence: Sentence) -> list[Doubt]:
        row = sentence.lows()
        for first, last in self._lexicon.claims["discount"].find(row):
            said = " ".join(row[first:last])
            start, end = sentence.segment(first)
            here = row[start:end]
            if any(mention.first <= first < mention.last for mention in sentence.mentions):
                continue
            if any(at <= first < till for at, till in self._lexicon.excuses["feel_free"].find(row)):
                continue
            is_negated = self._lexicon.excuses["negation_before"].any_in(here) or self._lexicon.excuses[
                "negation_after"
            ].any_in(here)
            if is_negated or "no" in row[max(0, first - 2) : first]:
                continue
            if self._lexicon.excuses["person"].any_in(row):
                continue
            if not (self._is_shops_own_word(row, first, last) or self._is_percent_of_shops(sentence)):
                return [Doubt(Kind.DISCOUNT, said)]
        return []

    def _is_percent_of_shops(self, sentence: Sentence) -> bool:
        percents = [number for number in sentence.numbers if is_percent(sentence, number, self._lexicon)]
        return bool(percents) and all(
            self._amounts.stands_in_texts(sentence, each, is_percent=True) for each in percents
        )

    def _is_shops_own_word(self, row: Sequence[str], first: int, last: int) -> bool:
        """ "free" stands in one of the shop's texts beside the same word."""
        pairs = {tuple(row[first : last + 1]), tuple(row[max(0, first - 1) : last])}
        return any(
            len(pair) > last - first and tuple(text.row[at : at + len(pair)]) == pair
            for pair in pairs
            for text in self._knowledge.texts
            for at in range(len(text.row))
        )

    def _payees(self, sentence: Sentence) -> list[Doubt]:
        row = sentence.row
        lows = sentence.lows()
        methods = sentence.methods
        named = self._knowledge.payees_in(row)
        own = {method.payee_name for method in methods or self._thread.methods or self._knowledge.facts.payment_methods}
        speaks_of_paying = bool(methods) or self._lexicon.claims["pay"].any_in(lows)
        cues = [
            each for each in self._lexicon.claims["payee"].find(lows) if not self._names_the_customer(sentence, each)
        ]
        if named - own and (cues or speaks_of_paying):
            return [Doubt(Kind.PAYEE, ", ".join(sorted(named - own)))]
        if speaks_of_paying and not named and (stranger := self._stranger(sentence)) is not None:
            return [Doubt(Kind.PAYEE, stranger)]
        if not cues or named:
            return []
        first, last = cues[0]
        follows = row[last : last + 6]
        says_who = (
            bool(methods)
            or any(token.text == ":" for token in follows)
            or any(token.text[0].isupper() for token in follows)
            or (bool(self._thread.methods) and first > 0)
            or (self._lexicon.claims["account"].any_in(lows) and self._is_beside_a_stranger(sentence, first, last))
        )
        return [Doubt(Kind.PAYEE, " ".join(lows[first:last]))] if says_who else []

    def _names_the_customer(self, sentence: Sentence, cue: tuple[int, int]) -> bool:
        """ "The order is in the name of Sara" speaks of no account."""
        first, last = cue
        lows = sentence.lows()
        if sentence.methods or any(self._lexicon.claims[key].any_in(lows) for key in ("account", "pay")):
            return False
        return any(
            stands((word,), sentence.row, at) is not None
            for word in phrase(self._knowledge.facts.customer_name)
            for at in (last, first - 1)
            if 0 <= at < len(lows)
        )

    def _is_beside_a_stranger(self, sentence: Sentence, first: int, last: int) -> bool:
        """Urdu tells the name before "ke naam", and its script and the Arabic one have no capitals to know it by."""
        row = sentence.row
        beside = [*row[max(0, first - MOST_WORDS_OF_A_PAYEE) : first], *row[last : last + 1]]
        return any(self._is_strange_name(token) for token in beside)

    def _is_strange_name(self, token: Token) -> bool:
        return (
            token.kind == "word"
            and (token.text[0].isupper() or is_arabic_script(token.low))
            and token.low not in self._lexicon.excuses["paying"].by_first
            and token.low not in self._knowledge.words
            and not (is_arabic_script(token.low) and token.low in self._lexicon.vocabulary)
            and currencies(token) is None
        )

    def _ways(self, sentence: Sentence) -> list[Doubt]:
        """A way to pay that the shop does not have."""
        row = sentence.lows()
        excuses = self._lexicon.excuses
        for first, last in self._lexicon.claims["way"].find(row):
            is_negated = excuses["negation_before"].any_in(row[:first]) or excuses["negation_after"].any_in(row[first:])
            is_negated = is_negated and not excuses["urging"].any_in(row[:first])
            is_known = all(word in self._knowledge.words for word in row[first:last])
            is_within_a_name = any(mention.first <= first < mention.last for mention in sentence.mentions)
            if not (is_negated or is_known or is_within_a_name or excuses["person"].any_in(row)):
                return [Doubt(Kind.PAYEE, " ".join(row[first:last]))]
        return []

    def _stranger(self, sentence: Sentence) -> str | None:
        """The name after "pay to", or before the Urdu word for it, that is nobody's whom the shop knows."""
        row, lows = sentence.row, sentence.lows()
        taken = {index for mention in sentence.mentions for index in range(mention.first, mention.last)}
        taken |= {index for number in sentence.numbers for index in range(number.first, number.last)}
        beside = [last for _, last in self._lexicon.excuses["paid_to_after"].find(lows)]
        for first, _ in self._lexicon.excuses["paid_to_before"].find(lows):
            # "Imran sahab ko": the name is before the title.
            has_title = first > 1 and lows[first - 1] in self._lexicon.claims["honorific"].by_first
            beside.append(first - 1 - has_title)
        for index in beside:
            if 0 <= index < len(row) and index not in taken and self._is_strange_name(row[index]):
                return row[index].text
        return None

    def _account_words(self, sentence: Sentence) -> list[Doubt]:
        """Beside an account number every word must be known: a wrong name there sends money to a stranger."""
        if not sentence.accounts:
            return []
        if len({methods for _, methods in sentence.accounts}) > 1:
            return [Doubt(Kind.ACCOUNT, "several numbers")]
        methods = sentence.accounts[0][1]
        named = [mention.methods for mention in sentence.mentions if mention.methods]
        labels = named[-1] if named else self._thread.methods
        if labels and not set(labels) & set(methods):
            return [Doubt(Kind.ACCOUNT, "another number")]
        if len(named) > 1 and any(not set(each) & set(methods) for each in named):
            return [Doubt(Kind.ACCOUNT, "several ways")]
        known = set(self._knowledge.words) - {
            token.low
            for other in self._knowledge.facts.payment_methods
            if other not in methods
            for text in (other.label, other.payee_name, other.bank_name)
            for token in tokens(clean(text))
        }
        for method in methods:
            for text in (method.label, method.payee_name, method.bank_name, method.instructions):
                known |= {token.low for token in tokens(clean(text))}
        paying = self._lexicon.excuses["paying"].by_first
        taken = {index for mention in sentence.mentions for index in range(mention.first, mention.last)}
        taken |= {index for number in sentence.numbers for index in range(number.first, number.last)}
        payees = [phrase(method.payee_name) for method in methods]
        for index, token in enumerate(sentence.row):
            if token.kind != "word" or index in taken or token.low in paying or token.low in known:
                continue
            if token.low in self._lexicon.vocabulary and not token.text[0].isupper():
                # A common word, and not one that a trader took for a name.
                continue
            if currencies(token) is not None or any(_sounds_in((word,), [token]) for name in payees for word in name):
                continue
            return [Doubt(Kind.ACCOUNT, token.text)]
        return []

    def _orders_meant(self, sentence: Sentence) -> list[Subject]:
        orders = sentence.orders or ([self._thread.order] if self._thread.order is not None else [])
        if not orders:
            names = {each.name for mention in sentence.mentions for each in mention.subjects}
            of_names = [
                each for each in self._knowledge.orders if each.order is not None and each.order.package_name in names
            ]
            row = sentence.lows()
            if names and not of_names and not any(self._lexicon.claims[key].any_in(row) for key in ("order", "proof")):
                # What is said of a package that nobody ordered is said of no order.
                return []
            orders = of_names or self._open_orders() or list(self._knowledge.orders)
        return orders

    def _statuses(self, sentence: Sentence, orders: list[Subject]) -> list[Doubt]:
        known = [each.order for each in orders if each.order is not None]
        topics = self._topics(sentence)
        said = wrong_status(self._lexicon, sentence.lows(), sentence.segments, known, topics=topics)
        return [Doubt(Kind.STATUS, said, tuple(orders))] if said is not None else []

    def _topics(self, sentence: Sentence) -> set[str]:
        """What is spoken of without the word for it: an order by its number, work by the name of its package."""
        row = sentence.lows()
        topics = {"order"} if sentence.orders else set()
        if any(mention.subjects for mention in sentence.mentions):
            topics.add("work")
        was_looked_at = self._lexicon.states["proof_checked"].any_in(row)
        if was_looked_at and (self._lexicon.claims["team"].any_in(row) or self._thread.is_about_payment):
            topics.add("proof")
        if self._thread.is_about_payment and self._lexicon.states["proof_fine"].any_in(row):
            topics.add("proof")
        is_told_of_theirs = any(
            self._lexicon.states["well_fine"].any_in(row[last:])
            for _, last in self._lexicon.claims["your_proof"].find(row)
        )
        if was_looked_at or (is_told_of_theirs and row[-1] not in ASKS):
            topics.add("well")
        return topics

    def _open_orders(self) -> list[Subject]:
        """ "Your order" without a number is not the one that was done long ago."""
        return [
            each
            for each in self._knowledge.orders
            if each.order is not None
            and (each.order.awaits_payment or each.order.status is OrderStatus.PAYMENT_SUBMITTED)
        ]

    def _remember(self, sentence: Sentence) -> None:
        named = [mention for mention in sentence.mentions if mention.subjects]
        services = [mention.service for mention in sentence.mentions if mention.service is not None]
        methods = [mention.methods for mention in sentence.mentions if mention.methods]
        if services:
            self._thread.service = services[-1]
            self._thread.subjects = ()
        if named:
            self._thread.subjects = named[-1].subjects
            just_named = [each for mention in named for each in mention.subjects]
            self._thread.named = (*self._thread.named, *just_named)[-MOST_REMEMBERED:]
            if not sentence.orders:
                self._thread.order = None
        if sentence.orders:
            self._thread.order = sentence.orders[-1]
        if methods:
            self._thread.methods = methods[-1]
        row = sentence.lows()
        self._thread.is_about_payment = any(self._lexicon.claims[key].any_in(row) for key in ("payment", "proof"))


def _sounds_in(name: Sequence[str], row: Sequence[Token]) -> bool:
    return any(stands(tuple(name), row, index) is not None for index in range(len(row)))
