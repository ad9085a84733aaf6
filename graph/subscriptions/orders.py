"""Following orders."""

from collections.abc import AsyncGenerator
from typing import Annotated

import strawberry

from core.events.event_types import OrderChanged, OrderCreated
from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import subscription
from graph.schema.accounts import WhatsappAccount
from graph.schema.customers import Customer
from graph.schema.orders import Order, OrderChangedEvent
from graph.subscriptions.stream import After, follow


@strawberry.type
class OrdersSubscription:
    @subscription(
        may=Permission.ORDERS_READ,
        description="Each order that is made, takes a step, or gets a proof or a refund. Of a named one, first as it "
        "is now; with `after` only the changes since.",
    )
    async def order_changed(
        self,
        info: Info,
        id: Annotated[strawberry.ID | None, strawberry.argument(description="Only this order.")] = None,  # noqa: A002
        customer_id: Annotated[
            strawberry.ID | None, strawberry.argument(description="Only those of this customer.")
        ] = None,
        account_id: Annotated[
            strawberry.ID | None, strawberry.argument(description="Only those over this number.")
        ] = None,
        after: After = None,
    ) -> AsyncGenerator[OrderChangedEvent | None, None]:
        wanted = Order.key_if(id, field="id")
        customer = Customer.key_if(customer_id, field="customerId")
        account = WhatsappAccount.key_if(account_id, field="accountId")

        def is_meant(order: Order) -> bool:
            return customer in {None, order.customer_id} and account in {None, order.account_id}

        # The place comes first: what changes while the order is read is told once more, never lost.
        place = (await info.context.shop.feed.place()).encode()
        async with follow(
            info, Permission.ORDERS_READ, OrderCreated, OrderChanged, after=place if after is None else after
        ) as events:
            if after is None and wanted is not None and (order := await Order.load(info, wanted)) and is_meant(order):
                yield OrderChangedEvent(cursor=place, is_new=False, order=order)
            async for told in events:
                event = told.event
                if not isinstance(event, OrderCreated | OrderChanged):
                    continue
                if wanted not in {None, event.order_id} or customer not in {None, event.customer_id}:
                    continue
                # The event does not say its number; the row does.
                if (order := await Order.load(info, event.order_id)) and is_meant(order):
                    yield OrderChangedEvent(cursor=told.cursor, is_new=isinstance(event, OrderCreated), order=order)
