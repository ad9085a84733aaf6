"""Files to take away as the API gives them, and the filters that they were asked for with."""

from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from types import UnionType
from typing import Any, Self, TypeVar, Union, get_args, get_origin, get_type_hints

import orjson
import strawberry
from tortoise.queryset import QuerySet

from core.exports import Export, ExportFormat, ExportKind
from graph.mutations import Asked
from graph.nodes import Info
from graph.scalars import described
from graph.schema.customers import CustomerFilter, customers_wanted
from graph.schema.orders import OrderFilter, orders_wanted
from models.customers import Customer
from models.orders import Order

FilterT = TypeVar("FilterT")

described(
    ExportFormat,
    "How a file of this shop is written.",
    name="FileFormat",
    CSV="A table for spreadsheets: UTF-8, and no cell is a formula.",
    JSON="Of the catalogue only; what an import takes.",
)


@strawberry.input(description="A table of orders.")
class OrderExportCreateInput(Asked):
    wanted: OrderFilter | None = strawberry.field(name="filter", default=None, description="Which orders.")
    format: ExportFormat = strawberry.field(default=ExportFormat.CSV, description="How it is written; only CSV.")


@strawberry.input(description="A table of customers.")
class CustomerExportCreateInput(Asked):
    wanted: CustomerFilter | None = strawberry.field(name="filter", default=None, description="Which customers.")
    format: ExportFormat = strawberry.field(default=ExportFormat.CSV, description="How it is written; only CSV.")


@strawberry.input(description="The whole catalogue as a file.")
class CatalogExportCreateInput(Asked):
    format: ExportFormat = strawberry.field(default=ExportFormat.JSON, description="How it is written.")


@strawberry.type(description="A file to take away.")
class ExportPayload:
    url: str = strawberry.field(description="A path on this server that gives the file, without signing in.")
    expires_at: datetime = strawberry.field(description="Until when.")

    @classmethod
    def of(cls, export: Export, info: Info) -> Self:
        url = info.context.shop.exports.links.link(export)
        return cls(url=url, expires_at=datetime.fromtimestamp(export.expires, UTC))


def plain(wanted: OrderFilter | CustomerFilter | None) -> dict[str, Any]:
    """A filter as JSON holds it; what was not said is left out."""
    if wanted is None:
        return {}
    told: dict[str, Any] = orjson.loads(orjson.dumps(asdict(wanted)))
    return {name: value for name, value in told.items() if value is not None}


def orders_of(export: Export) -> QuerySet[Order]:
    return orders_wanted(_rebuilt(OrderFilter, export.wanted))


def customers_of(export: Export) -> QuerySet[Customer]:
    return customers_wanted(_rebuilt(CustomerFilter, export.wanted))


def _rebuilt(kind: Any, value: Any) -> Any:
    """The input that `plain` took apart."""
    if value is None:
        return None
    if get_origin(kind) in {Union, UnionType}:
        kind = next(each for each in get_args(kind) if each is not type(None))
    if get_origin(kind) is list:
        return [_rebuilt(get_args(kind)[0], each) for each in value]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        made: Any = kind
        return made(**{name: _rebuilt(hints[name], each) for name, each in value.items()})
    if kind is datetime:
        return datetime.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value


__all__ = [
    "CatalogExportCreateInput",
    "CustomerExportCreateInput",
    "ExportFormat",
    "ExportKind",
    "ExportPayload",
    "OrderExportCreateInput",
    "customers_of",
    "customers_wanted",
    "orders_of",
    "orders_wanted",
    "plain",
]
