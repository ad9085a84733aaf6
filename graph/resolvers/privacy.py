"""Forgetting a customer."""

from typing import Annotated

import strawberry

from core.errors import InvalidInputError
from core.permissions import Permission
from graph.mutations import ASKED, actor, asked_as, mutation, once
from graph.nodes import Info
from graph.schema import privacy
from graph.schema.customers import Customer, CustomerPayload


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
