"""Customers as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Self

import strawberry
from tortoise.queryset import QuerySet

from core import money, search
from core.customers import Consent, CustomerChanges
from core.listing import Sorting
from core.permissions import Permission
from graph.filters import DateTimeFilter, SortDirection, is_, sorting, within
from graph.money import Money
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
    tags: list[str] = strawberry.field(description="The words that staff sort them by.")
    consented_at: datetime | None = strawberry.field(description="When they agreed to hear of offers.")
    consent_source: str = strawberry.field(description="Where they agreed; empty without consent.")
    erased_at: datetime | None = strawberry.field(description="When all that was personal of them was erased.")
    created_at: datetime = strawberry.field(description="When they wrote first.")
    updated_at: datetime = strawberry.field(description="When something here changed last.")
    row_id: strawberry.Private[int]
    account_id: strawberry.Private[int]
    merged_into_id: strawberry.Private[int | None]

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
            tags=row.tags,
            consented_at=row.consented_at,
            consent_source=row.consent_source,
            merged_into_id=row.merged_into_id,
            erased_at=row.erased_at,
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

    @field(
        may=Permission.ORDERS_READ,
        description="What they paid less what was given back, in each currency they paid in.",
    )
    async def spend(self, info: Info) -> list[Money] | None:
        read = info.context.shop.customers.spend_of
        spent = await info.context.loaders.batch("spend", read, list[money.Money]).load(self.row_id)
        return [Money.of(each.amount, each.currency) for each in spent]

    @field(
        may=Permission.CUSTOMERS_READ,
        description="The customer this one turned out to be; their chats and orders are there.",
    )
    async def merged_into(self, info: Info) -> Annotated["Customer", strawberry.lazy("graph.schema.customers")] | None:
        return await Customer.load(info, self.merged_into_id)


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
    has_opted_out: bool | None = strawberry.field(default=None, description="Only who said STOP, or only others.")
    has_consented: bool | None = strawberry.field(
        default=None, description="Only who agreed to hear of offers, or only others."
    )
    language: str | None = strawberry.field(default=None, description="Only who are answered in it, e.g. `ur-Latn`.")
    tag: str | None = strawberry.field(default=None, description="Only who have this tag.")
    is_merged: bool = strawberry.field(
        default=False, description="True: only ids that turned out to be another customer's, instead of the customers."
    )
    created_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they wrote first.")
    search: str | None = strawberry.field(
        default=None, description="Part of the name, also somewhat misspelt, or of the phone number."
    )


def customers_wanted(wanted: CustomerFilter | None) -> QuerySet[tables.Customer]:
    """Raises InvalidInputError that names what is wrong with the filter."""
    wanted = wanted or CustomerFilter()
    account_id = WhatsappAccount.key_if(wanted.account_id, field="filter.account_id")
    return tables.Customer.filter(
        is_("account_id", account_id),
        is_("blocked_at__not_isnull", wanted.is_blocked),
        is_("opted_out_at__not_isnull", wanted.has_opted_out),
        is_("consented_at__not_isnull", wanted.has_consented),
        is_("language", wanted.language),
        is_("tags__contains", None if wanted.tag is None else [wanted.tag]),
        within("created_at", wanted.created_at),
        search.customers_called(search.typed(wanted.search)),
        search.outside_lab("customers"),
        merged_into_id__not_isnull=wanted.is_merged,
        # Nothing is left of them to be found by or told; who has their id, as orders do, still reads it.
        erased_at__isnull=True,
    )


async def customers(wanted: CustomerFilter | None, order: CustomerSort | None, asked: Slice) -> Connection[Customer]:
    rows = customers_wanted(wanted)
    return await connect(Customer, rows, sorting(order, Sorting(descending=True)), asked)


@strawberry.input(description="A customer who is to be answered no more.")
class CustomerBlockInput(Asked):
    id: strawberry.ID = strawberry.field(description="The customer.")
    reason: str = strawberry.field(description="Why; staff read it, the customer does not.")


@strawberry.input(description="A customer who is to be answered again.")
class CustomerUnblockInput(Asked):
    id: strawberry.ID = strawberry.field(description="The customer.")


@strawberry.input(description="Whether a customer agreed to hear of offers.")
class ConsentInput:
    is_given: bool = strawberry.field(description="Whether they agree.")
    source: str = strawberry.field(
        default="", description="Where they said so, 1 to 120 characters, e.g. “form in the shop, 3 May”."
    )


@strawberry.input(description="What is to change of a customer.")
class CustomerChangesInput:
    language: str | None = strawberry.field(
        default=None, description="The language they are answered in from now on: en, ur, ur-Latn, ar or es."
    )
    clear_language: bool = strawberry.field(
        default=False, description="True: from now on the language is guessed from what they write."
    )
    note: str | None = strawberry.field(default=None, description="What staff should know, at most 4000 characters.")
    tags: list[str] | None = strawberry.field(
        default=None, description="Exactly these tags: at most 20 of at most 40 characters."
    )
    consent: ConsentInput | None = strawberry.field(default=None, description="Whether they agreed to hear of offers.")

    def given(self) -> CustomerChanges:
        return CustomerChanges(
            language=self.language,
            clear_language=self.clear_language,
            note=self.note,
            tags=None if self.tags is None else tuple(self.tags),
            consent=None if self.consent is None else Consent(self.consent.is_given, self.consent.source),
        )


@strawberry.input(description="A customer, and what is to change; what is left out or null stays as it is.")
class CustomerUpdateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The customer.")
    changes: CustomerChangesInput = strawberry.field(description="What is to change.")


@strawberry.input(description="Two customers of one number who are one person.")
class CustomerMergeInput(Asked):
    kept_id: strawberry.ID = strawberry.field(description="The one that stays.")
    merged_id: strawberry.ID = strawberry.field(
        description="The one whose chats and orders become the other's, now and in future. It cannot be parted again."
    )


@strawberry.type(description="A customer as they are now.")
class CustomerPayload:
    customer: Customer = strawberry.field(description="The customer.")
