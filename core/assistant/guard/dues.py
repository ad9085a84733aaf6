""" "No payment is needed": true only of an order that is paid."""

from collections.abc import Sequence

from core.assistant.guard.knowledge import Subject
from core.assistant.guard.sentence import Doubt, Kind, Sentence
from core.assistant.guard.words import Lexicon
from models.orders import OrderStatus

BEFORE, AFTER = 5, 6  # words around "no need" among which the payment is named
_DONE = frozenset({OrderStatus.PAID, OrderStatus.COMPLETED})


def denied_dues(sentence: Sentence, lexicon: Lexicon, orders: Sequence[Subject]) -> list[Doubt]:
    row = sentence.lows()
    excuses = lexicon.excuses
    for first, last in lexicon.claims["nothing_costs"].find(row):
        if not excuses["asking"].any_in(row):
            return [Doubt(Kind.DISCOUNT, " ".join(row[first:last]))]
    said = _denied(sentence, lexicon)
    if said is None or excuses["not_yet"].any_in(row):
        return []
    known = [each.order for each in orders if each.order is not None]
    settled = _DONE | {OrderStatus.PAYMENT_SUBMITTED} if excuses["again"].any_in(row) else _DONE
    names = {each.name for mention in sentence.mentions for each in mention.subjects}
    is_of_another = bool(names) and not any(order.package_name in names for order in known)
    if known and not is_of_another and all(order.status in settled for order in known):
        return []
    return [Doubt(Kind.STATUS, said, tuple(orders))]


def _denied(sentence: Sentence, lexicon: Lexicon) -> str | None:
    row = sentence.lows()
    for first, last in lexicon.claims["nothing_due"].find(row):
        return " ".join(row[first:last])
    for first, last in lexicon.claims["needless"].find(row):
        start, end = sentence.segment(first)
        before, after = row[max(start, first - BEFORE) : last], row[first : min(end, last + AFTER)]
        if not (lexicon.claims["payable"].any_in(before) or lexicon.claims["payable"].any_in(after)):
            continue
        if last - first == 1 and _is_denied_itself(lexicon, [*row[:first], *row[last:]]):
            # "Without payment we cannot begin."
            continue
        return " ".join(row[first:last])
    return None


def _is_denied_itself(lexicon: Lexicon, rest: Sequence[str]) -> bool:
    return lexicon.excuses["negation_before"].any_in(rest) or lexicon.excuses["negation_after"].any_in(rest)
