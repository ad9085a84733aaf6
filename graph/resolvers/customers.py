"""Reading customers, and who is answered no more."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph.errors import ConflictProblem
from graph.mutations import ASKED, actor, asked_as, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import customers
from graph.schema.customers import Customer, CustomerPayload

# The rule calls its customer by another name than the mutations' inputs.
_NAMES = {"customerId": "id"}


@strawberry.type
class CustomersQuery:
    @field(may=Permission.CUSTOMERS_READ, description="The customers, the newest first if unsaid.")
    async def customers(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            customers.CustomerFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[customers.CustomerSort | None, strawberry.argument(description="In which order.")] = None,
    ) -> Connection[Customer] | None:
        return await customers.customers(wanted, order_by, Slice(first, after, last, before))

    @field(may=Permission.CUSTOMERS_READ, description="A customer; null when there is none of this id.")
    async def customer(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The customer.")],  # noqa: A002
    ) -> Customer | None:
        return await Customer.load(info, Customer.key(id))


@strawberry.type
class CustomersMutation:
    @mutation(
        CustomerPayload,
        may=Permission.CUSTOMERS_WRITE,
        description="From now on this customer's messages are kept and not answered.",
    )
    async def customer_block(
        self, info: Info, asked: Annotated[customers.CustomerBlockInput, ASKED]
    ) -> CustomerPayload:
        rule, target = info.context.shop.customers, Customer.key(asked.id)
        with asked_as(_NAMES):
            key = await once(info, asked, lambda: rule.block(target, asked.reason, actor(info)))
        return CustomerPayload(customer=await Customer.get(info, key))

    @mutation(
        CustomerPayload, may=Permission.CUSTOMERS_WRITE, description="From now on this customer is answered again."
    )
    async def customer_unblock(
        self, info: Info, asked: Annotated[customers.CustomerUnblockInput, ASKED]
    ) -> CustomerPayload:
        rule, target = info.context.shop.customers, Customer.key(asked.id)
        with asked_as(_NAMES):
            key = await once(info, asked, lambda: rule.unblock(target, actor(info)))
        return CustomerPayload(customer=await Customer.get(info, key))

    @mutation(
        CustomerPayload,
        may=Permission.CUSTOMERS_WRITE,
        description="Changes a customer's language, note, tags or consent.",
    )
    async def customer_update(
        self, info: Info, asked: Annotated[customers.CustomerUpdateInput, ASKED]
    ) -> CustomerPayload:
        rule = info.context.shop.customers
        with asked_as(_NAMES, below="changes"):
            target, changes = Customer.key(asked.id), asked.changes.given()
            key = await once(info, asked, lambda: rule.update(target, changes, actor(info)))
        return CustomerPayload(customer=await Customer.get(info, key))

    @mutation(
        CustomerPayload,
        may=Permission.CUSTOMERS_WRITE,
        description="Makes one customer of two: conversations, messages, orders and proofs become the kept one's.",
        problems=(ConflictProblem,),
    )
    async def customer_merge(
        self, info: Info, asked: Annotated[customers.CustomerMergeInput, ASKED]
    ) -> CustomerPayload:
        rule = info.context.shop.customer_merge
        kept = Customer.key(asked.kept_id, field="keptId")
        merged = Customer.key(asked.merged_id, field="mergedId")
        key = await once(info, asked, lambda: rule.merge(kept, merged, actor(info)))
        return CustomerPayload(customer=await Customer.get(info, key))
