"""What time does to an order that nobody pays: a reminder, then the end."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from core.audit import PROGRAM
from core.database import Database
from core.order_steps import (
    OrderStepNotAllowedError,
)
from models.conversations import (
    Conversation,
    ConversationStatus,
    Message,
)
from models.customers import Customer
from models.orders import ActorKind, Order, OrderStatus
from models.payments import PaymentProof
from tests.sales import Sale, steps

START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
async def sale(database: Database, data_folder: Path) -> Sale:
    return await Sale.begin(database, data_folder)


async def test_an_unpaid_order_is_reminded_of_once_and_then_expires(sale: Sale) -> None:
    with time_machine.travel(START, tick=False) as clock:
        order = await sale.order()

        clock.shift(timedelta(hours=23, minutes=59))
        assert (await sale.orders.remind_due(), await sale.orders.expire_due()) == (0, 0)

        clock.shift(timedelta(minutes=1))
        assert (await sale.orders.remind_due(), await sale.orders.remind_due()) == (1, 0)
        [reminder] = await sale.told()
        assert "2026-11-24 15:00" in reminder  # 48 hours later, in Karachi
        assert (await steps(order.id)) == [(None, OrderStatus.PENDING, ActorKind.CUSTOMER)]

        clock.shift(timedelta(hours=23, minutes=59))
        assert await sale.orders.expire_due() == 0
        clock.shift(timedelta(minutes=1))
        assert (await sale.orders.expire_due(), await sale.orders.expire_due()) == (1, 0)

    assert (await Order.get(id=order.id)).status is OrderStatus.CANCELLED
    assert (await steps(order.id))[-1] == (OrderStatus.PENDING, OrderStatus.CANCELLED, ActorKind.PROGRAM)
    assert len(await sale.told()) == 2
    assert (await sale.talk()).status is ConversationStatus.ACTIVE


async def test_an_order_whose_proof_waits_is_neither_reminded_of_nor_expired(sale: Sale) -> None:
    with time_machine.travel(START, tick=False) as clock:
        order = await sale.order_in(OrderStatus.PAYMENT_SUBMITTED)
        clock.shift(timedelta(days=9))

        assert (await sale.orders.remind_due(), await sale.orders.expire_due()) == (0, 0)
        with pytest.raises(OrderStepNotAllowedError):
            await sale.orders.cancel(order.id, "", PROGRAM)

    assert (await Order.get(id=order.id)).status is OrderStatus.PAYMENT_SUBMITTED
    assert await sale.told() == []


async def test_after_a_rejection_the_whole_time_to_pay_begins_anew(sale: Sale) -> None:
    with time_machine.travel(START, tick=False) as clock:
        order = await sale.order()
        clock.shift(timedelta(hours=24))
        assert await sale.orders.remind_due() == 1
        clock.shift(timedelta(hours=23))
        await sale.sends_proof(order)
        await sale.orders.reject_payment(order.id, "unreadable", sale.agent)

        clock.shift(timedelta(hours=24))
        assert (await sale.orders.expire_due(), await sale.orders.remind_due()) == (0, 1)
        clock.shift(timedelta(hours=24))
        assert await sale.orders.expire_due() == 1

    assert (await Order.get(id=order.id)).status is OrderStatus.CANCELLED
    assert (await steps(order.id))[-1] == (OrderStatus.REJECTED, OrderStatus.CANCELLED, ActorKind.PROGRAM)


async def test_whoever_said_stop_is_not_reminded_but_told_that_the_order_ended(sale: Sale) -> None:
    with time_machine.travel(START, tick=False) as clock:
        await sale.order()
        await Customer.filter(id=sale.customer.id).update(opted_out_at=START)
        clock.shift(timedelta(hours=30))
        assert await sale.orders.remind_due() == 0
        assert await sale.told() == []

        clock.shift(timedelta(hours=18))
        assert await sale.orders.expire_due() == 1
    assert len(await sale.told()) == 1


async def test_two_processes_expire_an_order_once(sale: Sale) -> None:
    with time_machine.travel(START, tick=False) as clock:
        order = await sale.order()
        clock.shift(timedelta(hours=48))

        assert sum(await asyncio.gather(sale.orders.expire_due(), sale.orders.expire_due())) == 1

    assert len(await steps(order.id)) == 2
    assert len(await sale.told()) == 1


async def test_a_proof_and_the_end_of_time_at_once_leave_one_truth(sale: Sale) -> None:
    with time_machine.travel(START, tick=False) as clock:
        order = await sale.order()
        clock.shift(timedelta(hours=48))

        await asyncio.gather(sale.orders.expire_due(), sale.sends_proof(order), return_exceptions=True)

    kept = await Order.get(id=order.id)
    proofs = await PaymentProof.filter(order_id=order.id).count()
    assert (kept.status, proofs) in {(OrderStatus.CANCELLED, 0), (OrderStatus.PAYMENT_SUBMITTED, 1)}
    assert len(await steps(order.id)) == 2


async def test_news_of_an_old_order_goes_where_the_customer_talks_now(sale: Sale) -> None:
    order = await sale.order_in(OrderStatus.PAYMENT_SUBMITTED)
    await Conversation.filter(id=sale.conversation.id).update(status=ConversationStatus.ABANDONED, closed_at=START)
    newer = await Conversation.create(
        account_id=sale.account.id, customer_id=sale.customer.id, last_message_at=START, created_at=START
    )

    await sale.orders.approve_payment(order.id, sale.agent)

    [message] = await Message.filter(customer_id=sale.customer.id, author="PROGRAM")
    assert message.conversation_id == newer.id
