"""The guard: a sentence with a false or doubtful claim is replaced by what is true, or by a sentence of the shop's."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.assistant import replies
from core.assistant.decision import PackageFact, TurnFacts
from core.assistant.guard.claims import Claims
from core.assistant.guard.knowledge import Knowledge
from core.assistant.guard.sentence import Doubt, Kind
from core.assistant.guard.words import lexicon, sentences
from core.languages.formats import money
from core.languages.wording import nearest, say

MOST_PACKAGES = 3

# What is answered first when a sentence is wrong in several ways: money that goes astray weighs most.
_ORDER = (
    Kind.ACCOUNT,
    Kind.PAYEE,
    Kind.ORDER,
    Kind.STATUS,
    Kind.PRICE,
    Kind.PERCENT,
    Kind.DISCOUNT,
    Kind.LINK,
    Kind.PHONE,
    Kind.CODE,
    Kind.PACKAGE,
)


@dataclass(frozen=True, slots=True)
class Change:
    """`said` is the claim, `sentence` where it stood, `instead` what stands there now, once in a text."""

    kind: Kind
    said: str
    sentence: str
    instead: str


@dataclass(frozen=True, slots=True)
class Guarded:
    text: str
    changes: tuple[Change, ...]


def guard(text: str, facts: TurnFacts, language: str, said_by_customer: Iterable[str] = ()) -> Guarded:
    """Pure. What customers wrote is never a fact; it tells only what is talked about, and what is denied."""
    language = nearest(language, facts.default_language)
    knowledge = Knowledge.of(facts, lexicon(language))
    claims = Claims(knowledge, said_by_customer)
    changes: list[Change] = []
    written: list[str] = []
    said_instead: set[str] = set()
    for sentence, gap in sentences(text):
        doubts = claims.judge(sentence)
        if not doubts:
            written.append(sentence + gap)
            continue
        worst = min(doubts, key=lambda doubt: _ORDER.index(doubt.kind))
        instead = _truth(worst, facts, language)
        changes.append(Change(worst.kind, worst.said, sentence, instead))
        written.append("" if instead in said_instead else instead + (gap or " "))
        said_instead.add(instead)
    return Guarded("".join(written).strip() if changes else text, tuple(changes))


def _truth(doubt: Doubt, facts: TurnFacts, language: str) -> str:
    match doubt.kind:
        case Kind.ACCOUNT | Kind.PAYEE:
            return _how_to_pay(facts, language)
        case Kind.ORDER | Kind.STATUS:
            return replies.order_list(language, facts.orders) if facts.orders else say("no_orders", language)
        case Kind.PRICE:
            return _prices(doubt, language)
        case Kind.PERCENT | Kind.DISCOUNT | Kind.LINK | Kind.PHONE | Kind.CODE | Kind.PACKAGE:
            return say("human_hint", language)


def _how_to_pay(facts: TurnFacts, language: str) -> str:
    waiting = [order for order in facts.orders if order.awaits_payment]
    if len(waiting) == 1:
        return replies.payment_instructions(language, waiting[0], facts.payment_methods)
    return replies.payment_before_order(language, facts.payment_methods)


def _prices(doubt: Doubt, language: str) -> str:
    packages: dict[int, PackageFact] = {}
    for subject in doubt.subjects:
        if subject.package is not None:
            packages[subject.package.id] = subject.package
    if packages:
        return "\n".join(replies.package_entry(language, each) for each in list(packages.values())[:MOST_PACKAGES])
    orders = [subject.order for subject in doubt.subjects if subject.order is not None]
    if orders:
        return replies.order_list(language, orders)
    drafts = [subject.draft for subject in doubt.subjects if subject.draft is not None]
    if drafts:
        price = money(drafts[0].unit_price, language)
        return say("package_entry", language, name=drafts[0].package_name, price=price)
    return say("anything_else", language)
