"""What a sentence says of the state of an order, against the state it is in."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from core.assistant.decision import OrderFact
from core.assistant.guard.words import Lexicon
from models.orders import OrderStatus

NEAR_NEGATION = 3
NEAR_CONDITION = 6
NEAR_PROOF = 5

_LIVE: Final = frozenset(OrderStatus) - {OrderStatus.CANCELLED, OrderStatus.REFUNDED}
TRUE_IN: Final[Mapping[str, frozenset[OrderStatus]]] = {
    "placed": _LIVE,
    "waiting": frozenset({OrderStatus.PENDING, OrderStatus.REJECTED}),
    "checking": frozenset({OrderStatus.PAYMENT_SUBMITTED}),
    "rejected": frozenset({OrderStatus.REJECTED}),
    "paid": frozenset({OrderStatus.PAID, OrderStatus.COMPLETED}),
    "completed": frozenset({OrderStatus.COMPLETED}),
    "refunded": frozenset({OrderStatus.REFUNDED}),
    "cancelled": frozenset({OrderStatus.CANCELLED}),
    # What somebody looked at has an outcome; that all is well with it is one; work begins when it is told so.
    "checked": frozenset({OrderStatus.REJECTED, OrderStatus.PAID, OrderStatus.COMPLETED, OrderStatus.REFUNDED}),
    "fine": frozenset({OrderStatus.PAID, OrderStatus.COMPLETED}),
    "begun": frozenset({OrderStatus.COMPLETED}),
}
_WELL: Final = "well"  # "is fine": no word about the money unless it is known to be said of the proof


def wrong_status(
    lexicon: Lexicon,
    row: Sequence[str],
    segments: Sequence[tuple[int, int]],
    orders: Sequence[OrderFact],
    *,
    topics: Collection[str] = (),
) -> str | None:
    """The words that say something else than the facts of each order that may be meant; None if all is well.

    `topics` are spoken of though no word of the row says so.
    """
    spans = {(first, last): status for status, words in lexicon.statuses.items() for first, last in words.find(row)}
    # "order … ho gaya" has room for what became of it.
    told = {span: status for span, status in spans.items() if status != "placed"}
    for key, words in lexicon.states.items():
        topic, _, status = key.partition("_")
        is_known = topic in topics
        if not (is_known or (topic != _WELL and lexicon.claims[topic].any_in(row))):
            continue
        for span in words.find(row):
            # "All good, please send the payment": said before it, "good" is said of something else.
            is_said_of_it = status != "fine" or is_known or lexicon.claims[topic].any_in(row[: span[0]])
            if is_said_of_it and not _is_in(span, told):
                spans[span] = status
    for (first, last), status in spans.items():
        start = max((at for at, till in segments if at <= first < till), default=0)
        if _is_a_way_to_say_it(first, last, status, spans) or _is_conditional(lexicon, row, start, first, last):
            continue
        meant = status
        is_of_a_proof = lexicon.excuses["proof"].any_in(row[start : last + NEAR_PROOF])
        if status == "paid" and is_of_a_proof and not lexicon.claims["approval"].any_in(row[first:last]):
            # That a proof came is no word about the money; that it was approved is.
            meant = "proof"
        is_denied = status != "rejected" and _is_denied(lexicon, row, first, last)
        if any(_holds(meant, order) == is_denied for order in orders) or not (orders or is_denied):
            return " ".join(row[first:last])
    return None


def _holds(status: str, order: OrderFact) -> bool:
    if status == "proof":
        return order.status is not OrderStatus.PENDING
    return order.status in TRUE_IN[status]


def _is_in(span: tuple[int, int], spans: Mapping[tuple[int, int], str]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in spans)


def _is_a_way_to_say_it(first: int, last: int, status: str, spans: Mapping[tuple[int, int], str]) -> bool:
    """ "order … ho gaya" says that it was placed, but not in "order cancel ho gaya"."""
    return status == "placed" and any(
        other != status and at < last and first < till for (at, till), other in spans.items()
    )


def _is_conditional(lexicon: Lexicon, row: Sequence[str], start: int, first: int, last: int) -> bool:
    """What will be, or would be if something happened, is not said to be."""
    return any(
        start + till > first - NEAR_CONDITION
        for _, till in lexicon.excuses["condition"].find(row[start : last + NEAR_NEGATION])
    )


def _is_denied(lexicon: Lexicon, row: Sequence[str], first: int, last: int) -> bool:
    around = row[max(0, first - NEAR_NEGATION) : last]
    after = row[first : last + NEAR_NEGATION]
    return lexicon.excuses["negation_before"].any_in(around) or lexicon.excuses["negation_after"].any_in(after)
