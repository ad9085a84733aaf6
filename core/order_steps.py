"""The steps an order may take, who may take them, and what goes wrong."""

from core.audit import Actor
from core.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from models.orders import ActorKind, Order, OrderStatus

ALLOWED: dict[OrderStatus, frozenset[OrderStatus]] = {
    OrderStatus.PENDING: frozenset({OrderStatus.PAYMENT_SUBMITTED, OrderStatus.CANCELLED}),
    OrderStatus.PAYMENT_SUBMITTED: frozenset({OrderStatus.PAID, OrderStatus.REJECTED, OrderStatus.CANCELLED}),
    OrderStatus.REJECTED: frozenset({OrderStatus.PAYMENT_SUBMITTED, OrderStatus.CANCELLED}),
    OrderStatus.PAID: frozenset({OrderStatus.COMPLETED, OrderStatus.REFUNDED}),
    OrderStatus.COMPLETED: frozenset({OrderStatus.REFUNDED}),
    OrderStatus.REFUNDED: frozenset(),
    OrderStatus.CANCELLED: frozenset(),
}

# Money was seen or given back: a person of the shop, or a program of theirs, says so and nobody else.
DECIDED_BY_PEOPLE = frozenset(
    {OrderStatus.PAID, OrderStatus.REJECTED, OrderStatus.COMPLETED, OrderStatus.REFUNDED},
)

LONGEST_REASON = 500
LONGEST_REFERENCE = 120
LONGEST_NOTE = 4_000


class OrderNotFoundError(NotFoundError):
    code = "ORDER_NOT_FOUND"


class OrderStepNotAllowedError(ConflictError):
    """`details` holds `order_id` and `status`, the order as it is now."""

    code = "ORDER_STEP_NOT_ALLOWED"


class NeedsPersonError(ForbiddenError):
    """Only a person of the shop decides this."""

    code = "NEEDS_PERSON"


class EmptyReasonError(InvalidInputError):
    code = "EMPTY_REASON"


class EmptyReferenceError(InvalidInputError):
    code = "EMPTY_REFERENCE"


class EmptyNoteError(InvalidInputError):
    code = "EMPTY_NOTE"


class RefundAmountError(InvalidInputError):
    code = "INVALID_REFUND_AMOUNT"


class ConfirmationTooEarlyError(ConflictError):
    """Only what the customer writes after the summary confirms it."""

    code = "CONFIRMATION_TOO_EARLY"


class ProofNotUsableError(InvalidInputError):
    """`details["why"]` is TYPE (neither image nor PDF), STICKER, UNREADABLE (damaged) or GONE (deleted)."""

    code = "PROOF_NOT_USABLE"


def judge(order: Order, to: OrderStatus, actor: Actor) -> None:
    """Raises NeedsPersonError or OrderStepNotAllowedError. The order's row must be locked."""
    if to in DECIDED_BY_PEOPLE and actor.kind not in {ActorKind.STAFF, ActorKind.API_KEY}:
        raise NeedsPersonError("Only a person of the shop can decide this.")
    is_time_up = to is OrderStatus.CANCELLED and actor.kind is ActorKind.PROGRAM
    # Time ends what is unpaid. A proof that waits is the shop's delay, not the customer's.
    is_waiting = is_time_up and order.status is OrderStatus.PAYMENT_SUBMITTED
    if is_waiting or to not in ALLOWED[order.status]:
        raise OrderStepNotAllowedError(
            f"Order {order.number} is {order.status.value}; it cannot become {to.value}.",
            order_id=order.id,
            status=order.status.value,
        )


def reason_text(reason: str, *, is_required: bool) -> str:
    """Stripped. Raises EmptyReasonError, or InvalidInputError when it is too long."""
    text = _storable(reason, "reason", LONGEST_REASON)
    if is_required and not text:
        raise EmptyReasonError("Say why; the customer reads it.", field="reason")
    return text


def reference_text(reference: str) -> str:
    text = _storable(reference, "reference", LONGEST_REFERENCE)
    if not text:
        raise EmptyReferenceError("Give the reference of the refund, e.g. the transaction's number.", field="reference")
    return text


def note_text(note: str) -> str:
    text = _storable(note, "text", LONGEST_NOTE)
    if not text:
        raise EmptyNoteError("Write what staff should know.", field="text")
    return text


def _storable(value: str, field: str, longest: int) -> str:
    text = value.strip()
    if len(text) > longest:
        raise InvalidInputError(f"It can have at most {longest} characters.", field=field)
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise InvalidInputError("It contains characters that cannot be stored.", field=field)
    return text
