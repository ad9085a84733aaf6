"""What the facts of one turn let an assistant name: packages, services, ways to pay, orders, and texts of the shop."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from core.assistant.decision import DraftFact, OrderFact, PackageFact, PaymentMethodFact, ServiceFact, TurnFacts
from core.assistant.guard.money_words import currencies
from core.assistant.guard.numbers import numbers
from core.assistant.guard.words import Lexicon, Phrase, Token, clean, phrase, sentences, tokens
from core.assistant.spelling import is_arabic_script, sound
from core.money import Money
from models.payments import PaymentMethod

# Shorter, and too many other words sound alike.
SHORTEST_SOUND = 3
SHORTEST_CONTENT = 4
_TELLING = frozenset(
    {":", "(", "=", "-", "–", "—", "is", "es", "for", "por", "ka", "ki", "mein", "sirf", "only", "just"}
)

# In two words, which do not sound like the one.
_ALSO_WRITTEN = {
    PaymentMethod.EASYPAISA: ("Easy Paisa", "ایزی پیسہ", "ایزی پیسا", "ايزي بيسا", "إيزي بيسة"),
    PaymentMethod.JAZZCASH: ("Jazz Cash", "جاز کیش", "جاز كاش"),
    PaymentMethod.BANK_TRANSFER: ("بینک ٹرانسفر", "تحويل بنكي", "transferencia bancaria"),
}

LINK = re.compile(
    r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@.]{1,64}\.[^\s@]{1,64}|(?<![\w@])@[A-Za-z]\w{2,}"
    r"|(?<![\w.])[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.(?:com|net|org|pk|io|me|ly|co|info|biz|shop|store|online|site"
    r"|app|dev|link|click|xyz|top|gl|to|in|uk|ae|sa|es|mx|ar|us|eu|tv|ai|cc|ru|cn|pro|live|page|web|club)(?![\w-])(?:/\S*)?"
    r"|\b\w+\s*[\[(]?\s?\bdot\s?[\])]?\s*(?:com|net|org|pk|io|me|shop)\b",
    re.IGNORECASE,
)
_LONG_DIGITS = re.compile(r"\+?\d(?:[\s().-]{0,2}\d){6,}")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a price can be the price of. `units` are prices of one, `totals` those of an order or a draft."""

    name: str
    units: tuple[Money, ...]
    totals: tuple[Money, ...] = ()
    package: PackageFact | None = None
    order: OrderFact | None = None
    draft: DraftFact | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence. Several `subjects` have the same name."""

    first: int
    last: int
    subjects: tuple[Subject, ...] = ()
    service: ServiceFact | None = None
    methods: tuple[PaymentMethodFact, ...] = ()


@dataclass(frozen=True, slots=True)
class ShopText:
    """A sentence that the shop itself wrote. `owner` is the package it is about, `topic` what was asked."""

    row: tuple[str, ...]
    content: frozenset[str]
    topic: frozenset[str]
    values: frozenset[Decimal]
    prices: frozenset[Decimal]
    percents: frozenset[Decimal]
    owner: str | None = None

    def is_said_by(self, words: Collection[str]) -> bool:
        """Whether the words tell what this sentence tells, and not only its number."""
        enough = -(-3 * len(self.content) // 4)
        said = {_singular(word) for word in words}
        if not self.content:
            return any(_singular(word) in said for word in self.topic)
        return sum(_singular(word) in said for word in self.content) >= enough


@dataclass(frozen=True, slots=True)
class Knowledge:
    facts: TurnFacts
    lexicon: Lexicon
    names: dict[Phrase, tuple[Subject, ...]]
    services: dict[Phrase, ServiceFact]
    methods: dict[Phrase, tuple[PaymentMethodFact, ...]]
    orders: tuple[Subject, ...]
    texts: tuple[ShopText, ...]
    links: frozenset[str]
    phones: frozenset[str]
    words: frozenset[str]  # every word of every fact
    sounds: frozenset[str]  # of the words of names
    starts: dict[str, Subject] = field(default_factory=dict)  # the word by which a package alone is known

    @classmethod
    def of(cls, facts: TurnFacts, lexicon: Lexicon) -> "Knowledge":
        names = _names(facts)
        texts = list(_texts(facts))
        all_words = [*(part for _, *parts in texts for part in parts), *_words_of_names(facts)]
        joined = "\n".join(clean(text) for text in all_words)
        services = {phrase(service.name): service for service in facts.services}
        methods: dict[Phrase, tuple[PaymentMethodFact, ...]] = {}
        for method in facts.payment_methods:
            also = _ALSO_WRITTEN.get(method.method, ())
            for label in {method.label, method.method.value.replace("_", " "), *also} - {"OTHER"}:
                methods[phrase(label)] = (*methods.get(phrase(label), ()), method)
        return cls(
            facts=facts,
            lexicon=lexicon,
            names=names,
            services=services,
            methods=methods,
            orders=tuple(_order_subject(order) for order in facts.orders),
            texts=tuple(_shop_text(text, asked, owner, lexicon) for owner, text, asked in texts),
            links=frozenset(plain_link(found[0]) for found in LINK.finditer(joined)),
            phones=frozenset(digits(found[0]) for found in _LONG_DIGITS.finditer(joined)),
            words=frozenset(token.low for token in tokens(joined)),
            sounds=frozenset(sound(token.low) for name in _words_of_names(facts) for token in tokens(clean(name))),
            starts=_starts(names, services),
        )

    def payees_in(self, row: Sequence[Token]) -> frozenset[str]:
        """Who is named of those who may be paid; "Sample Services" is not named within "Sample Services Ltd"."""
        found: set[str] = set()
        index = 0
        while index < len(row):
            here = [
                (end, method.payee_name)
                for method in self.facts.payment_methods
                if (end := stands(phrase(method.payee_name), row, index)) is not None
            ]
            if here:
                index, name = max(here)
                found.add(name)
            else:
                index += 1
        return frozenset(found)

    def mentions(self, row: Sequence[Token]) -> list[Mention]:
        """Names of packages, services and ways to pay, the longest first, none within another."""
        found: list[Mention] = []
        index = 0
        while index < len(row):
            mention = self._mention_at(row, index)
            if mention is None:
                index += 1
            else:
                found.append(mention)
                index = mention.last
        return found

    def _mention_at(self, row: Sequence[Token], index: int) -> Mention | None:
        best: Mention | None = None
        for name, subjects in self.names.items():
            end = stands(name, row, index)
            if end is not None and (best is None or end > best.last):
                best = Mention(index, end, subjects=subjects)
        for name, service in self.services.items():
            end = stands(name, row, index)
            if end is not None and (best is None or end > best.last):
                best = Mention(index, end, service=service)
        for name, methods in self.methods.items():
            end = stands(name, row, index)
            if end is not None and (best is None or end > best.last):
                best = Mention(index, end, methods=methods)
        if best is None and row[index].kind == "word":
            alone = self._alone(row, index)
            if alone is not None:
                best = Mention(index, index + 1, subjects=(alone,))
        return best

    def _alone(self, row: Sequence[Token], index: int) -> Subject | None:
        word = row[index]
        if is_arabic_script(word.low):
            if word.low in self.lexicon.atoms or word.low in self.lexicon.times:
                # "سترہ" is seventeen, and sounds like "store".
                return None
            heard = sound(word.low)
            same = [
                subject
                for start, subject in self.starts.items()
                if len(heard) >= SHORTEST_SOUND and sound(start) == heard
            ]
            return same[0] if len(same) == 1 and not is_arabic_script(same[0].name) else None
        is_name = word.text[0].isupper() and (index > 0 or self._is_of_price(row, 1))
        return self.starts.get(word.low) if is_name else None

    def _is_of_price(self, row: Sequence[Token], index: int) -> bool:
        """Every sentence begins with a capital: there a word is a name if what follows tells what it is."""
        if index >= len(row):
            return False
        follows = row[index]
        return (
            follows.kind == "number"
            or follows.low in _TELLING
            or follows.low in self.lexicon.claims["price"].by_first
            or currencies(follows) is not None
        )


def _singular(word: str) -> str:
    return word.removesuffix("s")


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def plain_link(link: str) -> str:
    bare = link.casefold().rstrip(".,;:!?)]}*_\"'،۔؟»”")
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", bare).rstrip("/")


def _names(facts: TurnFacts) -> dict[Phrase, tuple[Subject, ...]]:
    found: dict[Phrase, dict[str, Subject]] = {}
    for service in facts.services:
        for package in service.packages:
            subject = Subject(package.name, (package.price,), package=package)
            found.setdefault(phrase(package.name), {})[f"package {package.id}"] = subject
    draft = facts.draft
    if draft is not None:
        of_name = found.setdefault(phrase(draft.package_name), {})
        key = f"package {draft.package_id}"
        on_sale = of_name[key].package if key in of_name else None
        units = (draft.unit_price,) if on_sale is None else (on_sale.price,)
        of_name[key] = Subject(draft.package_name, units, (draft.total,), package=on_sale, draft=draft)
    # What was ordered and is not on sale any more can still be spoken of.
    for order in facts.orders:
        of_name = found.setdefault(phrase(order.package_name), {})
        if not of_name:
            of_name["order"] = Subject(order.package_name, (), order=order)
    return {name: tuple(subjects.values()) for name, subjects in found.items() if name}


def _order_subject(order: OrderFact) -> Subject:
    unit, rest = divmod(order.total.amount, order.quantity)
    units = () if rest else (Money(unit, order.total.currency),)
    return Subject(order.number, units, (order.total,), order=order)


def _starts(names: dict[Phrase, tuple[Subject, ...]], services: dict[Phrase, ServiceFact]) -> dict[str, Subject]:
    """ "Gold" for "Gold care", where no other name has that word."""
    used: dict[str, list[Subject]] = {}
    for name, subjects in names.items():
        for word in set(name):
            used.setdefault(word, []).extend(subjects)
    taken = {word for name in services for word in name}
    return {
        word: subjects[0]
        for word, subjects in used.items()
        if len(subjects) == 1 and word not in taken and len(word) >= SHORTEST_CONTENT
    }


def _texts(facts: TurnFacts) -> Iterator[tuple[str | None, str, str]]:
    """Whose it is, what the shop wrote, and what it answers."""
    for service in facts.services:
        yield None, service.description, ""
        for package in service.packages:
            yield package.name, package.description, ""
            for feature in package.features:
                yield package.name, feature, ""
    for entry in facts.faq:
        for sentence, _ in sentences(entry.answer):
            yield None, sentence, entry.question
    for method in facts.payment_methods:
        yield None, method.instructions, ""
    for order in facts.orders:
        yield None, order.rejection_reason, ""


def _words_of_names(facts: TurnFacts) -> Iterator[str]:
    yield facts.business_name
    for service in facts.services:
        yield service.name
        for package in service.packages:
            yield package.name
    for method in facts.payment_methods:
        yield from (method.label, method.payee_name, method.bank_name)
    for order in facts.orders:
        yield order.package_name


def _shop_text(text: str, asked: str, owner: str | None, lexicon: Lexicon) -> ShopText:
    row = tokens(clean(text))
    found = [number for number in numbers(row, lexicon) if number.value is not None]
    lows = [token.low for token in row]
    prices, percents = set[Decimal](), set[Decimal]()
    for number in found:
        around = row[max(0, number.first - 3) : number.last + 2]
        if {"%", "٪"}.intersection(lows[max(0, number.first - 1) : number.last + 1]) or lexicon.claims[
            "percent"
        ].any_in(lows[number.last : number.last + 2]):
            percents.add(number.value or Decimal(0))
        elif any(currencies(token) is not None for token in around):
            prices.add(number.value or Decimal(0))
    return ShopText(
        row=tuple(lows),
        content=_content(row, lexicon),
        topic=_content(tokens(clean(asked)), lexicon),
        values=frozenset(number.value for number in found if number.value is not None),
        prices=frozenset(prices),
        percents=frozenset(percents),
        owner=owner,
    )


def _content(row: Sequence[Token], lexicon: Lexicon) -> frozenset[str]:
    """The words that tell what a sentence is about; "the package costs" could be about anything."""
    claims = [
        word for key in ("price", "package", "discount", "percent", "pay") for word in lexicon.claims[key].by_first
    ]
    return frozenset(
        token.low
        for token in row
        if token.kind == "word"
        and len(token.low) >= SHORTEST_CONTENT
        and token.low not in claims
        and currencies(token) is None
    )


def stands(name: Phrase, row: Sequence[Token], index: int) -> int | None:
    """Where the name ends if it begins there, written as it is or as it sounds in the other script."""
    at = index
    for word in name:
        while at > index and at < len(row) and row[at].kind == "sign" and row[at].text in "-*_'’&":
            at += 1
        if at >= len(row) or not (row[at].low == word or _sounds_like(word, row[at])):
            return None
        at += 1
    heard = "".join(sound(word) for word in name if word.isalpha())
    is_written = all(token.low in name for token in row[index:at] if token.kind != "sign")
    return at if is_written or len(heard) >= SHORTEST_SOUND else None


def _sounds_like(word: str, token: Token) -> bool:
    if token.kind != "word" or not word.isalpha() or is_arabic_script(word) == is_arabic_script(token.low):
        return False
    heard = sound(token.low)
    return bool(heard) and heard == sound(word)
