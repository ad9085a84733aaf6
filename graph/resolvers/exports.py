"""Asking for files to take away."""

from collections.abc import Mapping
from typing import Annotated, Any

import strawberry

from core.errors import InvalidInputError
from core.exports import Export
from core.permissions import Permission
from graph.errors import NotFoundProblem
from graph.filters import fitting
from graph.mutations import ASKED, Asked, actor, first, mutation
from graph.nodes import Info
from graph.schema import exports
from graph.schema.exports import ExportFormat, ExportKind, ExportPayload

# Columns that belong to others, and the right they need: who lacks it gets the table without their contents.
_OF_ORDERS = {"customer": Permission.CUSTOMERS_READ, "account": Permission.ACCOUNTS_READ}
_OF_CUSTOMERS = {"orders": Permission.ORDERS_READ, "account": Permission.ACCOUNTS_READ}


@strawberry.type
class ExportsMutation:
    @mutation(
        ExportPayload,
        may=Permission.ORDERS_READ,
        description="Gives a link to a table of orders, which whoever has it may open until it expires. Names and "
        "phone numbers are in it if the caller may read customers.",
        without=(NotFoundProblem,),
    )
    async def order_export_create(
        self, info: Info, asked: Annotated[exports.OrderExportCreateInput, ASKED]
    ) -> ExportPayload:
        _judge(asked.format)
        with fitting():
            exports.orders_wanted(asked.wanted).sql()  # what is wrong with the filter is told now, not behind the link
        return await _export(info, asked, ExportKind.ORDERS, asked.format, exports.plain(asked.wanted), _OF_ORDERS)

    @mutation(
        ExportPayload,
        may=Permission.CUSTOMERS_READ,
        description="Gives a link to a table of customers, which whoever has it may open until it expires. What they "
        "bought is in it if the caller may read orders.",
        without=(NotFoundProblem,),
    )
    async def customer_export_create(
        self, info: Info, asked: Annotated[exports.CustomerExportCreateInput, ASKED]
    ) -> ExportPayload:
        _judge(asked.format)
        with fitting():
            exports.customers_wanted(asked.wanted).sql()
        wanted = exports.plain(asked.wanted)
        return await _export(info, asked, ExportKind.CUSTOMERS, asked.format, wanted, _OF_CUSTOMERS)

    @mutation(
        ExportPayload,
        may=Permission.CATALOG_READ,
        description="Gives a link to the whole catalogue as a file, which `catalogImport` takes again.",
        without=(NotFoundProblem,),
    )
    async def catalog_export_create(
        self, info: Info, asked: Annotated[exports.CatalogExportCreateInput, ASKED]
    ) -> ExportPayload:
        return await _export(info, asked, ExportKind.CATALOG, asked.format, {}, {})


def _judge(form: ExportFormat) -> None:
    if form is not ExportFormat.CSV:
        raise InvalidInputError("This is exported as CSV only.", field="format")


async def _export(
    info: Info,
    asked: Asked,
    kind: ExportKind,
    form: ExportFormat,
    wanted: dict[str, Any],
    others: Mapping[str, Permission],
) -> ExportPayload:
    caller, rule = info.context.caller, info.context.shop.exports

    async def act() -> dict[str, Any]:
        return {"expires": await rule.create(kind, form, wanted, actor(info))}

    # Only the time is kept under an idempotency key, never the link: it opens the file for whoever reads it.
    expires = (await first(info, asked, act))["expires"]
    includes = tuple(name for name, right in others.items() if caller.may(right))
    return ExportPayload.of(Export(kind, form, wanted, includes, caller.label, expires), info)
