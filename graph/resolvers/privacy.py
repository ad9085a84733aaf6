"""All that is held of a customer, handed over or forgotten."""

from typing import Annotated, Any

import strawberry

from core.customers import CustomerNotFoundError
from core.errors import InvalidInputError
from core.exports import Export, ExportFormat, ExportKind
from core.permissions import Permission
from graph.mutations import ASKED, actor, asked_as, first, mutation, once
from graph.nodes import Info
from graph.schema import privacy
from graph.schema.customers import Customer, CustomerPayload
from graph.schema.exports import ExportPayload


@strawberry.type
class PrivacyMutation:
    @mutation(
        CustomerPayload,
        may=Permission.CUSTOMERS_ERASE,
        description="Erases everything personal of a customer, in every table and file. Orders stay, as figures.",
        problems=(privacy.CustomerHasOpenOrdersProblem,),
    )
    async def customer_erase(self, info: Info, asked: Annotated[privacy.CustomerEraseInput, ASKED]) -> CustomerPayload:
        rule, target = info.context.shop.privacy, Customer.key(asked.id)
        if not asked.confirm:
            raise InvalidInputError("Say yes: what is erased does not come back.", field="confirm")
        with asked_as({"customerId": "id"}):
            key = await once(info, asked, lambda: rule.erase(target, actor(info)))
        return CustomerPayload(customer=await Customer.get(info, key))

    @mutation(
        ExportPayload,
        may=Permission.CUSTOMERS_ERASE,
        description="Gives a link to a ZIP of all that is held of a customer: every row, and the files they sent. "
        "Whoever has it may open it until it expires.",
    )
    async def customer_archive_create(
        self, info: Info, asked: Annotated[privacy.CustomerArchiveCreateInput, ASKED]
    ) -> ExportPayload:
        caller, rule, target = info.context.caller, info.context.shop.exports, Customer.key(asked.id)
        kind, form, wanted = ExportKind.CUSTOMER_ARCHIVE, ExportFormat.JSON, {"customer_id": target}

        async def act() -> dict[str, Any]:
            return {"expires": await rule.create(kind, form, wanted, actor(info))}

        with asked_as({"customerId": "id"}):
            if await Customer.load(info, target) is None:
                raise CustomerNotFoundError(target)
            expires = (await first(info, asked, act))["expires"]
        return ExportPayload.of(Export(kind, form, wanted, (), caller.label, expires), info)
