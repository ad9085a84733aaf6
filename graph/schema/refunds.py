"""Refunds of all orders, as lists of them are asked for."""

from enum import StrEnum

import strawberry

from core import search
from core.listing import Sorting
from graph.filters import DateTimeFilter, SortDirection, is_, sorting, within
from graph.pagination import Connection, Slice, connect
from graph.scalars import described
from graph.schema.orders import Order, Refund
from models import orders as tables


class RefundSortField(StrEnum):
    CREATED_AT = "created_at"


described(RefundSortField, "What refunds can be ordered by.", CREATED_AT="When they were written down.")


@strawberry.input(description="An order of refunds.")
class RefundSort:
    field: RefundSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which refunds; everything that is given must hold.")
class RefundFilter:
    order_id: strawberry.ID | None = strawberry.field(default=None, description="Only those of this order.")
    currency: str | None = strawberry.field(default=None, description="Only those in this currency, by ISO 4217.")
    created_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they were written down.")


async def refunds(
    wanted: RefundFilter | None, order: RefundSort | None, asked: Slice, *, include_simulated: bool
) -> Connection[Refund]:
    wanted = wanted or RefundFilter()
    rows = tables.Refund.filter(
        is_("order_id", Order.key_if(wanted.order_id, field="filter.order_id")),
        is_("currency", wanted.currency),
        within("created_at", wanted.created_at),
        search.refunds_of_sales(include_simulated=include_simulated),
    )
    return await connect(Refund, rows, sorting(order, Sorting(descending=True)), asked)
