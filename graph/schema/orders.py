"""Orders, their steps, refunds and notes as the API shows them."""

from asyncio import gather
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Self, cast

import strawberry
from tortoise.queryset import QuerySet

from core import search
from core.errors import ParleyError
from core.listing import Sorting
from core.order_steps import OrderStepNotAllowedError
from core.permissions import Permission
from graph.errors import Problem, path_of
from graph.filters import DateTimeFilter, SortDirection, among, is_, sorting, within
from graph.money import Money, MoneyInput
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import Connection, Slice, connect
from graph.permissions import field
from graph.scalars import described
from graph.schema.accounts import WhatsappAccount
from graph.schema.catalog import Package, Service
from graph.schema.conversations import Conversation
from graph.schema.customers import Customer
from graph.schema.staff import Staff
from models import orders as tables
from models.catalog import DurationUnit
from models.orders import ActorKind, OrderStatus

if TYPE_CHECKING:
    from graph.schema.payments import PaymentProof

described(
    OrderStatus,
    "How far an order has come.",
    PENDING="Made, and not paid yet.",
    PAYMENT_SUBMITTED="A proof of payment waits for a decision.",
    REJECTED="The proof was rejected; a new one reopens the order.",
    PAID="A person accepted the proof.",
    COMPLETED="What was sold was delivered.",
    REFUNDED="The money was given back.",
    CANCELLED="It came to nothing, by a person, by the customer or by time.",
)
described(
    ActorKind,
    "Who did something.",
    CUSTOMER="The customer.",
    STAFF="A member of staff.",
    API_KEY="A program, with an API key.",
    PROGRAM="This program by itself.",
)


@strawberry.interface(description="Something that happened to an order: a step, a proof, a refund or a note.")
class OrderTimelineEntry:
    id: strawberry.ID = strawberry.field(description="The id, opaque: compare it, keep it, never take it apart.")
    created_at: datetime = strawberry.field(description="When it happened.")


@strawberry.type(description="One step of an order; it never changes afterwards.")
class OrderAction(OrderTimelineEntry, Node, may=Permission.ORDERS_READ, table=tables.OrderAction):
    actor: ActorKind = strawberry.field(description="Who took it.")
    from_status: OrderStatus | None = strawberry.field(description="The status before; null for the first.")
    to_status: OrderStatus = strawberry.field(description="The status after.")
    reason: str = strawberry.field(description="Why, in the actor's words; may be empty.")
    created_at: datetime = strawberry.field(description="When.")
    staff_id: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: tables.OrderAction) -> Self:
        return cls(
            id=cls.id_of(row.id),
            actor=row.actor,
            from_status=row.from_status,
            to_status=row.to_status,
            reason=row.reason,
            created_at=row.created_at,
            staff_id=row.staff_id,
        )

    @field(may=Permission.STAFF_READ, description="The member of staff who took it.")
    async def staff(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.staff_id)


@strawberry.type(description="Money that was given back.")
class Refund(OrderTimelineEntry, Node, may=Permission.ORDERS_READ, table=tables.Refund):
    amount: Money = strawberry.field(description="How much.")
    reference: str = strawberry.field(description="Where to find it in the books, e.g. the transaction's number.")
    reason: str = strawberry.field(description="Why; may be empty.")
    actor: ActorKind = strawberry.field(description="Who gave it back.")
    created_at: datetime = strawberry.field(description="When it was written down.")
    order_id: strawberry.Private[int]
    staff_id: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: tables.Refund) -> Self:
        return cls(
            id=cls.id_of(row.id),
            amount=Money.of(row.amount, row.currency),
            reference=row.reference,
            reason=row.reason,
            actor=row.actor,
            created_at=row.created_at,
            order_id=row.order_id,
            staff_id=row.staff_id,
        )

    @field(may=Permission.ORDERS_READ, description="The order it was paid for.")
    async def order(self, info: Info) -> Annotated["Order", strawberry.lazy("graph.schema.orders")]:
        return await Order.get(info, self.order_id)

    @field(may=Permission.STAFF_READ, description="The member of staff who gave it back.")
    async def staff(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.staff_id)


@strawberry.type(description="What staff wrote down about an order for each other; customers never see it.")
class OrderNote(OrderTimelineEntry, Node, may=Permission.ORDERS_READ, table=tables.OrderNote):
    text: str = strawberry.field(description="The note.")
    actor: ActorKind = strawberry.field(description="Who wrote it.")
    created_at: datetime = strawberry.field(description="When it was written.")
    staff_id: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: tables.OrderNote) -> Self:
        return cls(
            id=cls.id_of(row.id),
            text=row.text,
            actor=ActorKind.STAFF if row.api_key_id is None else ActorKind.API_KEY,
            created_at=row.created_at,
            staff_id=row.staff_id,
        )

    @field(may=Permission.STAFF_READ, description="The member of staff who wrote it.")
    async def staff(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.staff_id)


# The kinds of entries of a timeline; of those of one moment, the first kind comes first.
_TIMELINE = ("OrderAction", "PaymentProof", "Refund", "OrderNote")


@strawberry.type(description="One sale. What was sold, and for how much, stays as it was when it was made.")
class Order(Node, may=Permission.ORDERS_READ, table=tables.Order):
    number: str = strawberry.field(description="What people call it, e.g. PX-1042.")
    status: OrderStatus = strawberry.field(description="How far it has come.")
    service_name: str = strawberry.field(description="The service's name when it was sold.")
    package_name: str = strawberry.field(description="The package's name when it was sold.")
    description: str = strawberry.field(description="The package's description when it was sold.")
    features: list[str] = strawberry.field(description="What was in the package when it was sold.")
    duration_count: int | None = strawberry.field(description="How long, in `durationUnit`; null if it has no end.")
    duration_unit: DurationUnit | None = strawberry.field(description="What `durationCount` counts.")
    unit_price: Money = strawberry.field(description="What one costs.")
    quantity: int = strawberry.field(description="How many.")
    total: Money = strawberry.field(description="What all cost together.")
    is_simulated: bool = strawberry.field(description="Whether it was made in the simulator; reports leave it out.")
    expires_at: datetime | None = strawberry.field(description="When it is cancelled if it is not paid.")
    reminded_at: datetime | None = strawberry.field(description="When the customer was reminded to pay.")
    paid_at: datetime | None = strawberry.field(description="When the payment was accepted.")
    created_at: datetime = strawberry.field(description="When it was made.")
    updated_at: datetime = strawberry.field(description="When it changed last.")
    row_id: strawberry.Private[int]
    account_id: strawberry.Private[int]
    customer_id: strawberry.Private[int]
    conversation_id: strawberry.Private[int]
    package_id: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: tables.Order) -> Self:
        sold: dict[str, Any] = row.snapshot
        unit = sold.get("duration_unit")
        return cls(
            id=cls.id_of(row.id),
            row_id=row.id,
            account_id=row.account_id,
            customer_id=row.customer_id,
            conversation_id=row.conversation_id,
            package_id=row.package_id,
            number=row.number,
            status=row.status,
            service_name=row.service_name,
            package_name=row.package_name,
            description=sold.get("description", ""),
            features=sold.get("features", []),
            duration_count=sold.get("duration_count"),
            duration_unit=None if unit is None else DurationUnit(unit),
            unit_price=Money.of(row.unit_amount, row.currency),
            quantity=row.quantity,
            total=Money.of(row.total_amount, row.currency),
            is_simulated=row.is_simulated,
            expires_at=row.expires_at,
            reminded_at=row.reminded_at,
            paid_at=row.paid_at,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )

    @field(may=Permission.ACCOUNTS_READ, description="The number it was made over.")
    async def account(self, info: Info) -> WhatsappAccount | None:
        return await WhatsappAccount.load(info, self.account_id)

    @field(may=Permission.CUSTOMERS_READ, description="Who bought it.")
    async def customer(self, info: Info) -> Customer | None:
        return await Customer.load(info, self.customer_id)

    @field(may=Permission.CONVERSATIONS_READ, description="The conversation it was made in.")
    async def conversation(self, info: Info) -> Conversation | None:
        return await Conversation.load(info, self.conversation_id)

    @field(may=Permission.CATALOG_READ, description="The package as it is today; null when it is gone.")
    async def package(self, info: Info) -> Package | None:
        return await Package.load(info, self.package_id)

    @field(may=Permission.CATALOG_READ, description="The service as it is today; null when it is gone.")
    async def service(self, info: Info) -> Service | None:
        package = await Package.load(info, self.package_id)
        return None if package is None else await Service.load(info, package.service_id)

    @field(may=Permission.ORDERS_READ, description="Every step it took, the oldest first.", size=5)
    async def actions(self, info: Info) -> list[OrderAction]:
        rows = await info.context.loaders.children(tables.OrderAction, "order_id").load(self.row_id)
        return [OrderAction.from_row(row) for row in rows]

    @field(may=Permission.ORDERS_READ, description="Every proof of payment that came for it, the oldest first.", size=2)
    async def proofs(self, info: Info) -> list[Annotated["PaymentProof", strawberry.lazy("graph.schema.payments")]]:
        kind = Node.kinds["PaymentProof"]
        rows = await info.context.loaders.children(kind.table, "order_id").load(self.row_id)
        return [cast("PaymentProof", kind.from_row(row)) for row in rows]

    @field(may=Permission.ORDERS_READ, description="The money that was given back, the oldest first.", size=1)
    async def refunds(self, info: Info) -> list[Refund]:
        rows = await info.context.loaders.children(tables.Refund, "order_id").load(self.row_id)
        return [Refund.from_row(row) for row in rows]

    @field(may=Permission.ORDERS_READ, description="What staff noted about it, the oldest first.", size=2)
    async def notes(self, info: Info) -> list[OrderNote]:
        rows = await info.context.loaders.children(tables.OrderNote, "order_id").load(self.row_id)
        return [OrderNote.from_row(row) for row in rows]

    @field(
        may=Permission.ORDERS_READ,
        description="All that happened to it, the oldest first: its steps, proofs, refunds and notes.",
        size=10,
    )
    async def timeline(self, info: Info) -> list[OrderTimelineEntry]:
        kinds = [Node.kinds[name] for name in _TIMELINE]
        found = await gather(
            *(info.context.loaders.children(kind.table, "order_id").load(self.row_id) for kind in kinds)
        )
        entries = [(row, kind) for kind, rows in zip(kinds, found, strict=True) for row in rows]
        # Sorting keeps the order of what happened at one moment: by kind, then as it was written.
        entries.sort(key=lambda entry: entry[0].created_at)
        return [cast("OrderTimelineEntry", kind.from_row(row)) for row, kind in entries]


@strawberry.type(
    name="OrderStepNotAllowedError", description="The order cannot take this step, or no longer: somebody was quicker."
)
class OrderStepNotAllowedProblem(Problem):
    order: Order = strawberry.field(description="The order as it is now.")

    answers = OrderStepNotAllowedError

    @classmethod
    async def of(cls, error: ParleyError, info: strawberry.Info[Any, Any]) -> Self:
        order = await Order.get(info, error.details["order_id"])
        return cls(code=error.code, message=error.message, path=path_of(error), order=order)


class OrderSortField(StrEnum):
    CREATED_AT = "created_at"
    UPDATED_AT = "updated_at"


described(
    OrderSortField,
    "What orders can be ordered by.",
    CREATED_AT="When they were made.",
    UPDATED_AT="When they changed last.",
)


@strawberry.input(description="An order of orders.")
class OrderSort:
    field: OrderSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which statuses of orders.")
class OrderStatusFilter:
    in_: list[OrderStatus] | None = strawberry.field(name="in", default=None, description="One of these.")
    not_in: list[OrderStatus] | None = strawberry.field(default=None, description="None of these.")


@strawberry.input(description="Which orders; everything that is given must hold.")
class OrderFilter:
    status: OrderStatusFilter | None = strawberry.field(default=None, description="By how far they have come.")
    created_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they were made.")
    updated_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they changed last.")
    paid_at: DateTimeFilter | None = strawberry.field(default=None, description="By when the payment was accepted.")
    expires_at: DateTimeFilter | None = strawberry.field(
        default=None, description="By when they are cancelled if they are not paid."
    )
    customer_id: strawberry.ID | None = strawberry.field(default=None, description="Only those of this customer.")
    conversation_id: strawberry.ID | None = strawberry.field(
        default=None, description="Only those made in this conversation."
    )
    account_id: strawberry.ID | None = strawberry.field(default=None, description="Only those over this number.")
    service_id: strawberry.ID | None = strawberry.field(
        default=None, description="Only those of packages that are of this service today."
    )
    package_id: strawberry.ID | None = strawberry.field(default=None, description="Only those of this package.")
    currency: str | None = strawberry.field(default=None, description="Only those in this currency, by ISO 4217.")
    is_simulated: bool | None = strawberry.field(
        default=None, description="Only those of the simulator, or only others."
    )
    search: str | None = strawberry.field(
        default=None, description="Part of the number, of what was sold, or of the customer's name or phone number."
    )


def orders_wanted(wanted: OrderFilter | None) -> QuerySet[tables.Order]:
    """Raises InvalidInputError that names what is wrong with the filter."""
    wanted = wanted or OrderFilter()
    return tables.Order.filter(
        among("status", wanted.status),
        within("created_at", wanted.created_at),
        within("updated_at", wanted.updated_at),
        within("paid_at", wanted.paid_at),
        within("expires_at", wanted.expires_at),
        is_("customer_id", Customer.key_if(wanted.customer_id, field="filter.customer_id")),
        is_("conversation_id", Conversation.key_if(wanted.conversation_id, field="filter.conversation_id")),
        is_("account_id", WhatsappAccount.key_if(wanted.account_id, field="filter.account_id")),
        is_("package__service_id", Service.key_if(wanted.service_id, field="filter.service_id")),
        is_("package_id", Package.key_if(wanted.package_id, field="filter.package_id")),
        is_("currency", wanted.currency),
        is_("is_simulated", wanted.is_simulated),
        search.orders_about(search.typed(wanted.search)),
        search.outside_lab("orders"),
    )


async def orders(wanted: OrderFilter | None, order: OrderSort | None, asked: Slice) -> Connection[Order]:
    return await connect(Order, orders_wanted(wanted), sorting(order, Sorting(descending=True)), asked)


_SEEN = "The proof that was looked at: if another came meanwhile, nothing is decided about it unseen."


@strawberry.input(description="An order whose waiting proof is accepted.")
class OrderApprovePaymentInput(Asked):
    id: strawberry.ID = strawberry.field(description="The order.")
    proof_id: strawberry.ID | None = strawberry.field(default=None, description=_SEEN)


@strawberry.input(description="An order whose waiting proof is not accepted.")
class OrderRejectPaymentInput(Asked):
    id: strawberry.ID = strawberry.field(description="The order.")
    reason: str = strawberry.field(description="Why; the customer reads it.")
    proof_id: strawberry.ID | None = strawberry.field(default=None, description=_SEEN)


@strawberry.input(description="An order that comes to nothing.")
class OrderCancelInput(Asked):
    id: strawberry.ID = strawberry.field(description="The order.")
    reason: str = strawberry.field(default="", description="Why.")


@strawberry.input(description="An order that was delivered.")
class OrderCompleteInput(Asked):
    id: strawberry.ID = strawberry.field(description="The order.")


@strawberry.input(description="An order whose money is given back.")
class OrderRefundInput(Asked):
    id: strawberry.ID = strawberry.field(description="The order.")
    amount: MoneyInput = strawberry.field(description="How much, in the order's currency.")
    reference: str = strawberry.field(description="Where to find it in the books, e.g. the transaction's number.")
    reason: str = strawberry.field(default="", description="Why.")


@strawberry.input(description="A note about an order.")
class OrderNoteAddInput(Asked):
    id: strawberry.ID = strawberry.field(description="The order.")
    text: str = strawberry.field(description="What staff should know, 1 to 4000 characters.")


@strawberry.type(description="A note, and the order as it is now.")
class OrderNotePayload:
    note: OrderNote = strawberry.field(description="The note.")
    order: Order = strawberry.field(description="The order.")


@strawberry.type(description="An order as it is now.")
class OrderPayload:
    order: Order = strawberry.field(description="The order.")


@strawberry.type(description="An order was made, took a step, or got a proof, a refund or a note.")
class OrderChangedEvent:
    cursor: str = strawberry.field(description="The place in the log; `after` it goes on from here.")
    is_new: bool = strawberry.field(description="Whether it was made just now.")
    order: Order = strawberry.field(description="The order as it is now.")
