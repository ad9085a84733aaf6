"""Customers as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Self

import strawberry

from core.listing import Sorting
from core.permissions import Permission
from graph.filters import DateTimeFilter, SortDirection, contains, is_, sorting, within
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import After, Before, Connection, First, Last, Slice, connect, connect_children
from graph.permissions import field
from graph.scalars import described
from graph.schema.accounts import WhatsappAccount
from models import customers as tables

if TYPE_CHECKING:
    from graph.schema.conversations import Conversation
    from graph.schema.orders import Order


@strawberry.type(description="A person who writes to one of the numbers; to two numbers, they are two customers.")
class Customer(Node, may=Permission.CUSTOMERS_READ, table=tables.Customer):
    lid: str = strawberry.field(description="WhatsApp's own id of the person.")
    phone: str | None = strawberry.field(description="Their phone number, where WhatsApp tells it.")
    profile_name: str = strawberry.field(
        description="What they call themselves; may be empty, and is never to be believed."
    )
    language: str | None = strawberry.field(description="The language they are answered in, e.g. `ur-Latn`.")
    is_language_chosen: bool = strawberry.field(description="Whether it was chosen, not guessed.")
    note: str = strawberry.field(description="What staff noted about them.")
    blocked_at: datetime | None = strawberry.field(description="Since when they are blocked.")
    blocked_reason: str | None = strawberry.field(description="Why they are blocked.")
    opted_out_at: datetime | None = strawberry.field(description="When they said STOP: they get answers only.")
    created_at: datetime = strawberry.field(description="When they wrote first.")
    updated_at: datetime = strawberry.field(description="When something here changed last.")
    row_id: strawberry.Private[int]
    account_id: strawberry.Private[int]

    @classmethod
    def from_row(cls, row: tables.Customer) -> Self:
        return cls(
            id=cls.id_of(row.id),
            row_id=row.id,
            account_id=row.account_id,
            lid=row.lid,
            phone=row.phone,
            profile_name=row.profile_name,
            language=row.language,
            is_language_chosen=row.is_language_chosen,
            note=row.note,
            blocked_at=row.blocked_at,
            blocked_reason=row.block_reason,
            opted_out_at=row.opted_out_at,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )

    @field(may=Permission.ACCOUNTS_READ, description="The number they write to.")
    async def account(self, info: Info) -> WhatsappAccount | None:
        return await WhatsappAccount.load(info, self.account_id)

    @field(may=Permission.CONVERSATIONS_READ, description="Their conversations, the oldest first.")
    async def conversations(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Annotated["Conversation", strawberry.lazy("graph.schema.conversations")]] | None:
        return await connect_children(
            info, "Conversation", "customer_id", self.row_id, Slice(first, after, last, before)
        )

    @field(may=Permission.ORDERS_READ, description="Their orders, the oldest first.")
    async def orders(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Annotated["Order", strawberry.lazy("graph.schema.orders")]] | None:
        return await connect_children(info, "Order", "customer_id", self.row_id, Slice(first, after, last, before))


class CustomerSortField(StrEnum):
    CREATED_AT = "created_at"
    UPDATED_AT = "updated_at"
    PROFILE_NAME = "profile_name"


described(
    CustomerSortField,
    "What customers can be ordered by.",
    CREATED_AT="When they wrote first.",
    UPDATED_AT="When something about them changed last.",
    PROFILE_NAME="What they call themselves.",
)


@strawberry.input(description="An order of customers.")
class CustomerSort:
    field: CustomerSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which customers; everything that is given must hold.")
class CustomerFilter:
    account_id: strawberry.ID | None = strawberry.field(default=None, description="Only those of this number.")
    is_blocked: bool | None = strawberry.field(default=None, description="Only blocked ones, or only others.")
    created_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they wrote first.")
    search: str | None = strawberry.field(default=None, description="Part of the name or the phone number.")


async def customers(wanted: CustomerFilter | None, order: CustomerSort | None, asked: Slice) -> Connection[Customer]:
    wanted = wanted or CustomerFilter()
    account_id = WhatsappAccount.key_if(wanted.account_id, field="filter.account_id")
    rows = tables.Customer.filter(
        is_("account_id", account_id),
        is_("blocked_at__not_isnull", wanted.is_blocked),
        within("created_at", wanted.created_at),
        contains(wanted.search, "profile_name", "phone"),
    )
    return await connect(Customer, rows, sorting(order, Sorting(descending=True)), asked)


@strawberry.input(description="A customer who is to be answered no more.")
class CustomerBlockInput(Asked):
    id: strawberry.ID = strawberry.field(description="The customer.")
    reason: str = strawberry.field(description="Why; staff read it, the customer does not.")


@strawberry.input(description="A customer who is to be answered again.")
class CustomerUnblockInput(Asked):
    id: strawberry.ID = strawberry.field(description="The customer.")


@strawberry.type(description="A customer as they are now.")
class CustomerPayload:
    customer: Customer = strawberry.field(description="The customer.")
