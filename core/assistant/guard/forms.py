"""Claims that are known by their form: links, accounts, phones, orders and vouchers."""

import re

from core.assistant.decision import PaymentMethodFact
from core.assistant.guard.knowledge import LINK, Knowledge, digits, plain_link
from core.assistant.guard.sentence import Doubt, Kind, Sentence, blank, currency_of
from core.assistant.guard.words import clean, tokens

FIGURES_OF_AN_ACCOUNT = 10
SMALLEST_ORDER_NUMBER = 100

_CODE = re.compile(r"\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\b")
_HARMLESS_CODE = re.compile(
    r"\d+(?:k|kg|gb|mb|tb|g|am|pm|st|nd|rd|th|x|h|min|px|cm|mm|km|d|hrs?|pkr|rs|usd|eur|mil|lakh|hazar)"
    r"|(?:pkr|rs|usd|eur|x)\d+|[a-z]{1,2}\d{1,2}|mp[34]|h26[45]|covid19",
    re.IGNORECASE,
)
_ZERO_FIRST = re.compile(r"(?<![\d.,٬٫:])0\d{2,}(?![\d.,٬٫]\d)")
_PHONE = re.compile(r"(?<![\w.,])\+?\d(?:[ ().-]{0,2}\d){6,}(?!\w)")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{6}")
# With a colon: with a dot it may be a price.
_CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)")
_DATE = re.compile(r"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}))(?!\d)|24/7")


class Forms:
    """What is understood is blanked out of the sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._lexicon = knowledge.lexicon

    def find(self, sentence: Sentence) -> list[Doubt]:
        """Before the sentence is taken apart."""
        self._find_accounts(sentence)
        doubts = [
            *self._links(sentence),
            *self._order_numbers(sentence),
            *self._phones(sentence),
            *self._codes(sentence),
        ]
        for harmless in (_DATE, _CLOCK):
            sentence.text = harmless.sub(blank, sentence.text)
        return doubts

    def _links(self, sentence: Sentence) -> list[Doubt]:
        wrong = [
            found[0] for found in LINK.finditer(sentence.text) if plain_link(found[0]) not in self._knowledge.links
        ]
        sentence.text = LINK.sub(blank, sentence.text)
        return [Doubt(Kind.LINK, link) for link in wrong]

    def _find_accounts(self, sentence: Sentence) -> None:
        """Notes which known account numbers stand where."""
        by_number: dict[str, list[PaymentMethodFact]] = {}
        for method in self._knowledge.facts.payment_methods:
            by_number.setdefault(method.account_number, []).append(method)
        for number, methods in sorted(by_number.items(), key=lambda pair: -len(pair[0])):
            pattern = _spelled(number)
            if pattern is None:
                continue
            for found in pattern.finditer(sentence.text):
                sentence.accounts.append((found.start(), tuple(methods)))
            sentence.text = pattern.sub(blank, sentence.text)

    def _order_numbers(self, sentence: Sentence) -> list[Doubt]:
        for subject in self._knowledge.orders:
            pattern = _spelled(subject.name)
            if pattern is not None and pattern.search(sentence.text):
                sentence.orders.append(subject)
                sentence.text = pattern.sub(blank, sentence.text)
        found = re.search(r"\bPX\s?[-–#]?\s?\d+", sentence.text, re.IGNORECASE)
        if found is None:
            return []
        sentence.text = sentence.text[: found.start()] + blank(found) + sentence.text[found.end() :]
        return [Doubt(Kind.ORDER, found[0])]

    def _phones(self, sentence: Sentence) -> list[Doubt]:
        doubts: list[Doubt] = []

        def judged(found: re.Match[str]) -> str:
            if _GROUPED.fullmatch(found[0]):
                return found[0]
            row = [token.low for token in tokens(sentence.text)]
            is_account = any(self._lexicon.claims[key].any_in(row) for key in ("payee", "account")) or any(
                mention.methods for mention in self._knowledge.mentions(tokens(sentence.text))
            )
            if is_account:
                doubts.append(Doubt(Kind.ACCOUNT, found[0]))
            elif digits(found[0]) not in self._knowledge.phones:
                doubts.append(Doubt(Kind.PHONE, found[0]))
            return blank(found)

        sentence.text = _PHONE.sub(judged, sentence.text)
        return doubts

    def _codes(self, sentence: Sentence) -> list[Doubt]:
        """Vouchers, references and the like; and digits that begin with 0, which are no amount."""
        doubts: list[Doubt] = []
        for found in _CODE.finditer(sentence.text):
            code = found[0]
            is_known = all(token.low in self._knowledge.words for token in tokens(code))
            figures = len(digits(code))
            letters = sum(letter.isalpha() for letter in code)
            if (
                not _HARMLESS_CODE.fullmatch(code)
                and not is_known
                and (figures >= 3 or (letters >= 3 and code.isupper()))
            ):
                doubts.append(Doubt(Kind.ACCOUNT if figures >= FIGURES_OF_AN_ACCOUNT else Kind.CODE, code))
                sentence.text = sentence.text.replace(code, " " * len(code))
        doubts += [Doubt(Kind.ACCOUNT, found[0]) for found in _ZERO_FIRST.finditer(sentence.text)]
        sentence.text = _ZERO_FIRST.sub(blank, sentence.text)
        return doubts

    def bare_order_numbers(self, sentence: Sentence) -> list[Doubt]:
        """ "your order 1042": the number alone."""
        doubts = []
        for number in list(sentence.numbers):
            before = sentence.lows(max(0, number.first - 4), number.first)
            while before and before[-1] in (":", "#", ".", "*", "number", "no", "numero", "nambar", "nro", "n"):
                before.pop()
            ends = [last for _, last in self._lexicon.claims["order"].find(before)]
            is_grouped = not sentence.row[number.first].text.isdecimal()
            is_amount = currency_of(sentence, number) is not None or number.is_multiplied or is_grouped
            if len(before) not in ends or is_amount or number.value is None or number.value < SMALLEST_ORDER_NUMBER:
                continue
            sentence.numbers.remove(number)
            same = [each for each in self._knowledge.orders if digits(each.name) == str(number.value)]
            if same:
                sentence.orders += same
            else:
                doubts.append(Doubt(Kind.ORDER, str(number.value)))
        return doubts


def _spelled(number: str) -> re.Pattern[str] | None:
    """The number with any of the signs that people put between its parts."""
    signs = [letter for letter in clean(number) if letter.isalnum()]
    if len(signs) < 3:
        return None
    return re.compile(r"(?<![\w+])" + r"[\s().*–-]{0,2}".join(map(re.escape, signs)) + r"(?!\w)", re.IGNORECASE)
