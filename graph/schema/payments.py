"""Payment methods and proofs of payment as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Self

import strawberry

from core.errors import ParleyError
from core.listing import Sorting
from core.payments import LastPaymentMethodError, PaymentMethodChanges
from core.permissions import Permission
from graph.errors import Problem, path_of
from graph.filters import SortDirection, contains, is_, sorting
from graph.money import Money
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import Connection, Slice, connect
from graph.permissions import field
from graph.scalars import described
from graph.schema.media import MediaFile
from graph.schema.messages import Message
from graph.schema.orders import Order, OrderTimelineEntry
from graph.schema.proof_readings import ProofReading
from graph.schema.staff import Staff
from models import payments as tables
from models.orders import OrderStatus
from models.payments import PaymentMethod as PaymentMethodKind
from models.payments import ProofLikeness, ProofStatus

described(
    PaymentMethodKind,
    "What customers pay by.",
    name="PaymentMethodKind",
    EASYPAISA="EasyPaisa.",
    JAZZCASH="JazzCash.",
    BANK_TRANSFER="A bank transfer.",
    OTHER="Something else; its label says what.",
)
described(
    ProofStatus,
    "What became of a proof of payment.",
    SUBMITTED="It waits for a decision.",
    APPROVED="A person accepted it.",
    REJECTED="A person did not accept it.",
    SUPERSEDED="Nobody judges it any more: another proof came first, or the order was cancelled.",
)
described(
    ProofLikeness,
    "Why a proof should be looked at twice.",
    SAME_FILE="Another order has the very same file.",
    SAME_PICTURE="Another order has a picture that looks the same.",
)


@strawberry.type(description="One way to pay. What it says reaches customers word for word.")
class PaymentMethod(Node, may=Permission.PAYMENTS_READ, table=tables.PaymentConfig):
    kind: PaymentMethodKind = strawberry.field(description="What it is.")
    label: str = strawberry.field(description="What customers read first.")
    currency: str = strawberry.field(description="The currency it takes, by ISO 4217.")
    payee_name: str = strawberry.field(description="Who is paid.")
    bank_name: str = strawberry.field(description="At which bank; may be empty.")
    instructions: str = strawberry.field(description="What else customers must know; may be empty.")
    position: int = strawberry.field(description="Its place in the list that customers get, the smallest first.")
    is_active: bool = strawberry.field(description="Whether customers are told of it.")
    created_at: datetime = strawberry.field(description="When it was made.")
    updated_at: datetime = strawberry.field(description="When it was changed last.")
    number: strawberry.Private[str]

    @classmethod
    def from_row(cls, row: tables.PaymentConfig) -> Self:
        return cls(
            id=cls.id_of(row.id),
            kind=row.method,
            label=row.label,
            currency=row.currency,
            payee_name=row.payee_name,
            number=row.account_number,
            bank_name=row.bank_name,
            instructions=row.instructions,
            position=row.position,
            is_active=row.is_active,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )

    @field(may=Permission.PAYMENT_NUMBERS_READ, description="The number that customers pay to.")
    async def account_number(self) -> str | None:
        return self.number


@strawberry.type(description="What a customer sent to show that they paid. It is never changed, only judged.")
class PaymentProof(OrderTimelineEntry, Node, may=Permission.ORDERS_READ, table=tables.PaymentProof):
    status: ProofStatus = strawberry.field(description="What became of it.")
    reason: str = strawberry.field(description="Why it was not accepted; may be empty.")
    reviewed_at: datetime | None = strawberry.field(description="When a person judged it.")
    likeness: ProofLikeness | None = strawberry.field(description="Set if another order has the same or its like.")
    reading: ProofReading | None = strawberry.field(
        description="What an AI read on it; null while and if none has. Comes with an order's change."
    )
    created_at: datetime = strawberry.field(description="When it came.")
    order_id: strawberry.Private[int]
    media_id: strawberry.Private[int]
    message_id: strawberry.Private[int | None]
    alike_id: strawberry.Private[int | None]
    reviewer_id: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: tables.PaymentProof) -> Self:
        return cls(
            id=cls.id_of(row.id),
            order_id=row.order_id,
            media_id=row.media_id,
            message_id=row.message_id,
            alike_id=row.alike_id,
            reviewer_id=row.reviewer_id,
            status=row.status,
            reason=row.reason,
            reviewed_at=row.reviewed_at,
            likeness=row.likeness,
            reading=ProofReading.of(row.reading) if row.reading else None,
            created_at=row.created_at,
        )

    @field(may=Permission.ORDERS_READ, description="The order it was sent for.")
    async def order(self, info: Info) -> Order:
        return await Order.get(info, self.order_id)

    @field(may=Permission.ORDERS_READ, description="What the order costs: so much it should show.")
    async def expected_amount(self, info: Info) -> Money:
        return (await Order.get(info, self.order_id)).total

    # Whoever decides on an order must see its proof, also without a right to read chats.
    @field(may=Permission.ORDERS_READ, description="The picture or the PDF.")
    async def media(self, info: Info) -> MediaFile:
        return await MediaFile.get(info, self.media_id)

    @field(may=Permission.CONVERSATIONS_READ, description="The message that brought it.")
    async def message(self, info: Info) -> Message | None:
        return await Message.load(info, self.message_id)

    @field(may=Permission.STAFF_READ, description="The member of staff who judged it.")
    async def reviewer(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.reviewer_id)

    @field(may=Permission.ORDERS_READ, description="The earlier proof that is the same or looks like it.")
    async def alike(self, info: Info) -> "PaymentProof | None":
        return await PaymentProof.load(info, self.alike_id)


async def proof_queue(asked: Slice, *, include_simulated: bool) -> Connection[PaymentProof]:
    """A proof keeps waiting when its order is cancelled; then nobody has to judge it any more."""
    rows = tables.PaymentProof.filter(
        is_("order__is_simulated", None if include_simulated else False),
        status=ProofStatus.SUBMITTED,
        order__status=OrderStatus.PAYMENT_SUBMITTED,
    )
    return await connect(PaymentProof, rows, Sorting(), asked)


class PaymentMethodSortField(StrEnum):
    POSITION = "position"
    LABEL = "label"
    CREATED_AT = "created_at"


described(
    PaymentMethodSortField,
    "What payment methods can be ordered by.",
    POSITION="Their place in the list that customers get.",
    LABEL="Their label.",
    CREATED_AT="When they were made.",
)


@strawberry.input(description="An order of payment methods.")
class PaymentMethodSort:
    field: PaymentMethodSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which payment methods; everything that is given must hold.")
class PaymentMethodFilter:
    is_active: bool | None = strawberry.field(default=None, description="Only those customers are told of, or others.")
    currency: str | None = strawberry.field(default=None, description="Only those that take this currency.")
    kind: PaymentMethodKind | None = strawberry.field(default=None, description="Only those of this kind.")
    search: str | None = strawberry.field(default=None, description="Part of the label, the payee or the bank.")


async def payment_methods(
    wanted: PaymentMethodFilter | None, order: PaymentMethodSort | None, asked: Slice
) -> Connection[PaymentMethod]:
    wanted = wanted or PaymentMethodFilter()
    rows = tables.PaymentConfig.filter(
        is_("is_active", wanted.is_active),
        is_("currency", wanted.currency),
        is_("method", wanted.kind),
        contains(wanted.search, "label", "payee_name", "bank_name"),
    )
    return await connect(PaymentMethod, rows, sorting(order, Sorting("position")), asked)


@strawberry.input(description="A new way to pay.")
class PaymentMethodCreateInput(Asked):
    kind: PaymentMethodKind = strawberry.field(description="What it is.")
    label: str = strawberry.field(description="What customers read first.")
    currency: str = strawberry.field(description="The currency it takes, by ISO 4217.")
    payee_name: str = strawberry.field(description="Who is paid.")
    account_number: str = strawberry.field(description="The number that customers pay to.")
    bank_name: str = strawberry.field(default="", description="At which bank.")
    instructions: str = strawberry.field(default="", description="What else customers must know.")
    position: int = strawberry.field(default=0, description="Its place in the list that customers get.")
    is_active: bool = strawberry.field(default=True, description="Whether customers are told of it at once.")
    password: str | None = strawberry.field(
        default=None, description="The password of the person who asks. No API key makes a way to pay."
    )

    def changes(self) -> PaymentMethodChanges:
        return PaymentMethodChanges(
            method=self.kind,
            label=self.label,
            currency=self.currency,
            payee_name=self.payee_name,
            account_number=self.account_number,
            bank_name=self.bank_name,
            instructions=self.instructions,
            position=self.position,
            is_active=self.is_active,
        )


@strawberry.input(description="What is to change of a way to pay.")
class PaymentMethodChangesInput:
    kind: PaymentMethodKind | None = strawberry.field(default=None, description="What it is.")
    label: str | None = strawberry.field(default=None, description="What customers read first.")
    currency: str | None = strawberry.field(default=None, description="The currency it takes, by ISO 4217.")
    payee_name: str | None = strawberry.field(default=None, description="Who is paid.")
    account_number: str | None = strawberry.field(default=None, description="The number that customers pay to.")
    bank_name: str | None = strawberry.field(default=None, description="At which bank.")
    instructions: str | None = strawberry.field(default=None, description="What else customers must know.")
    position: int | None = strawberry.field(default=None, description="Its place in the list that customers get.")
    is_active: bool | None = strawberry.field(default=None, description="Whether customers are told of it.")

    def given(self) -> PaymentMethodChanges:
        return PaymentMethodChanges(
            method=self.kind,
            label=self.label,
            currency=self.currency,
            payee_name=self.payee_name,
            account_number=self.account_number,
            bank_name=self.bank_name,
            instructions=self.instructions,
            position=self.position,
            is_active=self.is_active,
        )


@strawberry.input(description="A way to pay, and what is to change; what is left out or null stays as it is.")
class PaymentMethodUpdateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The payment method.")
    changes: PaymentMethodChangesInput = strawberry.field(description="What is to change.")
    password: str | None = strawberry.field(
        default=None,
        description="The password of the person who asks, when customers would read something else of whom to pay. "
        "No API key may change that.",
    )


@strawberry.input(description="A way to pay that is to be deleted.")
class PaymentMethodDeleteInput(Asked):
    id: strawberry.ID = strawberry.field(description="The payment method.")
    confirm: bool = strawberry.field(default=False, description="True once it was read which orders wait for it.")
    password: str | None = strawberry.field(
        default=None, description="The password of the person who asks. No API key deletes a way to pay."
    )


@strawberry.input(description="The order of all ways to pay.")
class PaymentMethodReorderInput(Asked):
    payment_method_ids: list[strawberry.ID] = strawberry.field(
        description="All payment methods, in the order in which customers read them."
    )


@strawberry.type(
    name="LastPaymentMethodError",
    description="Customers who have to pay open orders would not be told how any more; asked again with `confirm`, "
    "it is done.",
)
class LastPaymentMethodProblem(Problem):
    currency: str = strawberry.field(description="The currency that would be left without a way to pay, by ISO 4217.")
    open_order_count: int = strawberry.field(description="The orders in it that are neither paid nor cancelled.")

    answers = LastPaymentMethodError

    @classmethod
    async def of(cls, error: ParleyError, info: Info) -> Self:  # noqa: ARG003 - others need it
        return cls(
            code=error.code,
            message=error.message,
            path=path_of(error),
            currency=error.details["currency"],
            open_order_count=error.details["open_orders"],
        )


@strawberry.type(description="A way to pay as it is now.")
class PaymentMethodPayload:
    payment_method: PaymentMethod = strawberry.field(description="The payment method.")


@strawberry.type(description="A way to pay is gone; customers are told of it no more.")
class PaymentMethodDeletePayload:
    deleted_id: strawberry.ID = strawberry.field(description="The id it had.")


@strawberry.type(description="The ways to pay in their new order.")
class PaymentMethodReorderPayload:
    payment_methods: list[PaymentMethod] = strawberry.field(description="The payment methods.")


@strawberry.type(name="PaymentPreviewResult", description="What customers are told of how to pay, word for word.")
class PaymentPreview:
    language: str = strawberry.field(description="The language it is in.")
    currency: str = strawberry.field(description="The currency of the order, by ISO 4217.")
    text: str = strawberry.field(description="The message. Its order and amount are made up.")
    method_count: int = strawberry.field(
        description="How many ways to pay it tells of; 0: customers are told that a person will write."
    )
