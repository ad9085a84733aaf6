"""When, how and to whom else money goes, and when it comes back: true only if the shop wrote it."""

from collections.abc import Iterator, Sequence

from core.assistant.guard.knowledge import Knowledge
from core.assistant.guard.sentence import Doubt, Kind, Sentence
from models.orders import OrderStatus

NEAR = 6  # words between "pay" and its time
REACH_OF_A_THREAT = 10
ASKS = "?؟"


def unknown_terms(sentence: Sentence, knowledge: Knowledge) -> list[Doubt]:
    row = sentence.lows()
    if not row or row[-1] in ASKS:
        return []
    said = (
        _threat(row, knowledge)
        or _deadline(sentence, row, knowledge)
        or _end_of_an_offer(sentence, row, knowledge)
        or _given_back(sentence, row, knowledge)
        or _in_parts(sentence, row, knowledge)
        or _withdrawal(row, knowledge)
    )
    return [] if said is None or _is_the_shops(row, knowledge) else [Doubt(Kind.DISCOUNT, said)]


def _threat(row: Sequence[str], knowledge: Knowledge) -> str | None:
    """ "or your order will be cancelled"."""
    claims = knowledge.lexicon.claims
    for first, last in claims["otherwise"].find(row):
        if claims["threat"].any_in(row[first : last + REACH_OF_A_THREAT]):
            return " ".join(row[first:last])
    return None


def _deadline(sentence: Sentence, row: Sequence[str], knowledge: Knowledge) -> str | None:
    """ "Pay within two days", "if no money is here by Friday, the order is over"."""
    claims = knowledge.lexicon.claims
    money = list(claims["pay"].find(row))
    paying = list(claims["paying_up"].find(row)) + (money if len(money) > 1 else [])
    is_threat = bool(money) and claims["threat"].any_in(row)
    if not paying and not is_threat:
        return None
    for first, last in _times(sentence, row, knowledge):
        start, end = sentence.segment(first)
        if is_threat:
            return " ".join(row[first:last])
        if _is_denied(row[start:end], knowledge):
            continue
        if any(start <= at < end and (0 <= first - till <= NEAR or 0 <= at - last <= NEAR) for at, till in paying):
            return " ".join(row[first:last])
    return None


def _end_of_an_offer(sentence: Sentence, row: Sequence[str], knowledge: Knowledge) -> str | None:
    claims = knowledge.lexicon.claims
    for first, last in claims["offer"].find(row):
        ends = claims["ends"].any_in(row) or any(True for _ in _times(sentence, row, knowledge))
        if ends and not _is_denied(row, knowledge):
            return " ".join(row[first:last])
    return None


def _given_back(sentence: Sentence, row: Sequence[str], knowledge: Knowledge) -> str | None:
    """What was given back is a state of an order; what will be is a promise."""
    lexicon = knowledge.lexicon
    for first, last in lexicon.claims["nothing_lost"].find(row):
        return " ".join(row[first:last])
    was_given = any(order.status is OrderStatus.REFUNDED for order in knowledge.facts.orders)
    if was_given or lexicon.excuses["person"].any_in(row):
        return None
    for first, last in lexicon.claims["given_back"].find(row):
        start, end = sentence.segment(first)
        if lexicon.claims["money"].any_in(row[start:end]) and not _is_denied(row[start:end], knowledge):
            return " ".join(row[first:last])
    return None


def _in_parts(sentence: Sentence, row: Sequence[str], knowledge: Knowledge) -> str | None:
    """ "Spread it over six months": of money or of what costs some, and not of posts."""
    claims = knowledge.lexicon.claims
    is_of_money = claims["money"].any_in(row) or claims["pay"].any_in(row) or claims["price"].any_in(row)
    is_of_something_else = any(word in knowledge.lexicon.excuses["counted"].by_first for word in row)
    is_of_a_package = any(mention.subjects for mention in sentence.mentions) and not is_of_something_else
    if not (is_of_money or is_of_a_package):
        return None
    for first, last in claims["split"].find(row):
        start, end = sentence.segment(first)
        if not _is_denied([*row[start:first], *row[last:end]], knowledge):
            return " ".join(row[first:last])
    return None


def _withdrawal(row: Sequence[str], knowledge: Knowledge) -> str | None:
    """ "A whole month to change your mind"; to change it is free."""
    claims = knowledge.lexicon.claims
    has_time = any(word in knowledge.lexicon.lengths for word in row)
    if not (has_time or claims["money"].any_in(row)) or _is_denied(row, knowledge):
        return None
    return next((" ".join(row[first:last]) for first, last in claims["withdraw"].find(row)), None)


def fetched_money(sentence: Sentence, knowledge: Knowledge) -> list[Doubt]:
    """Somebody who comes for the money: no way to pay that the shop has."""
    row = sentence.lows()
    claims = knowledge.lexicon.claims
    if not row or row[-1] in ASKS or not claims["money"].any_in(row):
        return []
    for first, last in claims["fetched"].find(row):
        start, end = sentence.segment(first)
        if claims["money"].any_in(row[start:end]) and not _is_denied(row[start:end], knowledge):
            return [Doubt(Kind.PAYEE, " ".join(row[first:last]))]
    return []


def _is_denied(row: Sequence[str], knowledge: Knowledge) -> bool:
    excuses = knowledge.lexicon.excuses
    return excuses["negation_before"].any_in(row) or excuses["negation_after"].any_in(row)


def _times(sentence: Sentence, row: Sequence[str], knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """ "before tomorrow", "within 24 hours", and the Urdu word behind."""
    lexicon = knowledge.lexicon
    ends = dict(lexicon.claims["moment"].find(row))
    ends |= {at: at + 1 for at, word in enumerate(row) if word in lexicon.lengths}
    counts = {at for number in sentence.numbers for at in range(number.first, number.last)}
    passing = {word for key in ("part_of", "whole", "beside_a_price") for word in lexicon.excuses[key].by_first}
    for first, last in lexicon.claims["deadline"].find(row):
        at = last
        while at < len(row) and at not in ends and (at in counts or row[at] in passing):
            at += 1
        if at in ends:
            yield first, ends[at]
    for first, last in lexicon.claims["deadline_after"].find(row):
        beside = [at for at, till in ends.items() if till == first]
        if beside:
            yield min(beside), last


def _is_the_shops(row: Sequence[str], knowledge: Knowledge) -> bool:
    claims = knowledge.lexicon.claims
    keys = ("deadline", "deadline_after", "otherwise")
    return any(text.is_said_by(row) and any(claims[key].any_in(text.row) for key in keys) for text in knowledge.texts)
