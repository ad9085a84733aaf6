"""Reading orders, and the steps that people take with them."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph.mutations import ASKED, actor, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import orders, refunds
from graph.schema.orders import Order, OrderNote, OrderNotePayload, OrderPayload, OrderStepNotAllowedProblem, Refund
from graph.schema.payments import PaymentProof, proof_queue

_PROBLEMS = (OrderStepNotAllowedProblem,)


@strawberry.type
class OrdersQuery:
    @field(may=Permission.ORDERS_READ, description="The orders, the newest first if unsaid.")
    async def orders(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            orders.OrderFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[orders.OrderSort | None, strawberry.argument(description="In which order.")] = None,
    ) -> Connection[Order] | None:
        return await orders.orders(wanted, order_by, Slice(first, after, last, before))

    @field(may=Permission.ORDERS_READ, description="An order; null when it does not exist.")
    async def order(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The order.")],  # noqa: A002
    ) -> Order | None:
        return await Order.load(info, Order.key(id))

    @field(
        may=Permission.ORDERS_READ,
        description="The proofs of payment that wait for a decision, the longest waiting first.",
    )
    async def proof_queue(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        include_simulated: Annotated[
            bool, strawberry.argument(description="Whether orders of the simulator wait in it too.")
        ] = False,
    ) -> Connection[PaymentProof] | None:
        return await proof_queue(Slice(first, after, last, before), include_simulated=include_simulated)

    @field(may=Permission.ORDERS_READ, description="The money that was given back, the newest first if unsaid.")
    async def refunds(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            refunds.RefundFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[refunds.RefundSort | None, strawberry.argument(description="In which order.")] = None,
        include_simulated: Annotated[
            bool, strawberry.argument(description="Whether those of the simulator's orders are among them too.")
        ] = False,
    ) -> Connection[Refund] | None:
        asked = Slice(first, after, last, before)
        return await refunds.refunds(wanted, order_by, asked, include_simulated=include_simulated)


@strawberry.type
class OrdersMutation:
    @mutation(
        OrderPayload,
        may=Permission.ORDERS_WRITE,
        description="Accepts the waiting proof: the order is paid, and the customer is told.",
        problems=_PROBLEMS,
    )
    async def order_approve_payment(
        self, info: Info, asked: Annotated[orders.OrderApprovePaymentInput, ASKED]
    ) -> OrderPayload:
        rule, target = info.context.shop.orders, Order.key(asked.id)
        seen = PaymentProof.key_if(asked.proof_id, field="proofId")
        key = await once(info, asked, lambda: rule.approve_payment(target, actor(info), proof_id=seen))
        return OrderPayload(order=await Order.get(info, key))

    @mutation(
        OrderPayload,
        may=Permission.ORDERS_WRITE,
        description="Does not accept the waiting proof: the customer is told why, and may send another.",
        problems=_PROBLEMS,
    )
    async def order_reject_payment(
        self, info: Info, asked: Annotated[orders.OrderRejectPaymentInput, ASKED]
    ) -> OrderPayload:
        rule, target = info.context.shop.orders, Order.key(asked.id)
        seen = PaymentProof.key_if(asked.proof_id, field="proofId")
        key = await once(info, asked, lambda: rule.reject_payment(target, asked.reason, actor(info), proof_id=seen))
        return OrderPayload(order=await Order.get(info, key))

    @mutation(
        OrderPayload,
        may=Permission.ORDERS_WRITE,
        description="Cancels an order that is not paid; the customer is told.",
        problems=_PROBLEMS,
    )
    async def order_cancel(self, info: Info, asked: Annotated[orders.OrderCancelInput, ASKED]) -> OrderPayload:
        rule, target = info.context.shop.orders, Order.key(asked.id)
        key = await once(info, asked, lambda: rule.cancel(target, asked.reason, actor(info)))
        return OrderPayload(order=await Order.get(info, key))

    @mutation(
        OrderPayload,
        may=Permission.ORDERS_WRITE,
        description="Says that what was sold was delivered; the customer is told.",
        problems=_PROBLEMS,
    )
    async def order_complete(self, info: Info, asked: Annotated[orders.OrderCompleteInput, ASKED]) -> OrderPayload:
        rule, target = info.context.shop.orders, Order.key(asked.id)
        key = await once(info, asked, lambda: rule.complete(target, actor(info)))
        return OrderPayload(order=await Order.get(info, key))

    @mutation(
        OrderPayload,
        may=Permission.ORDERS_REFUND,
        description="Writes down that money was given back, all or a part; the customer is told.",
        problems=_PROBLEMS,
    )
    async def order_refund(self, info: Info, asked: Annotated[orders.OrderRefundInput, ASKED]) -> OrderPayload:
        rule, target = info.context.shop.orders, Order.key(asked.id)
        amount = asked.amount.checked(field="amount")
        key = await once(info, asked, lambda: rule.refund(target, amount, asked.reference, asked.reason, actor(info)))
        return OrderPayload(order=await Order.get(info, key))

    @mutation(
        OrderNotePayload,
        may=Permission.ORDERS_WRITE,
        description="Writes a note into the order's timeline, for staff alone.",
    )
    async def order_note_add(self, info: Info, asked: Annotated[orders.OrderNoteAddInput, ASKED]) -> OrderNotePayload:
        rule, target = info.context.shop.orders, Order.key(asked.id)
        key = await once(info, asked, lambda: rule.add_note(target, asked.text, actor(info)))
        return OrderNotePayload(note=await OrderNote.get(info, key), order=await Order.get(info, target))
