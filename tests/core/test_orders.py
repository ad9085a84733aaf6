"""Orders: made by a later yes, moved by people, step by step and never twice."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from tortoise.connection import get_connection

from core.audit import CUSTOMER, PROGRAM, Actor
from core.database import CONNECTION, Database
from core.drafts import total
from core.errors import InvalidInputError
from core.events import log
from core.money import Money
from core.order_steps import (
    ALLOWED,
    ConfirmationTooEarlyError,
    EmptyReasonError,
    EmptyReferenceError,
    NeedsPersonError,
    OrderNotFoundError,
    OrderStepNotAllowedError,
    RefundAmountError,
)
from core.orders import DraftExpired, PackageGone, PriceChanged
from models.accounts import AccountKind
from models.audit import AuditLog
from models.catalog import Package, Service
from models.conversations import (
    ConversationStatus,
    Direction,
    Draft,
    DraftState,
    Message,
)
from models.customers import Customer
from models.orders import ActorKind, Order, OrderAction, OrderStatus, Refund
from models.payments import PaymentProof, ProofStatus
from tests import pictures
from tests.sales import Sale, steps

START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
async def sale(database: Database, data_folder: Path) -> Sale:
    return await Sale.begin(database, data_folder)


async def test_a_later_yes_makes_an_order_with_a_snapshot_of_what_was_sold(sale: Sale) -> None:
    draft = await sale.proposes(2)
    start = await log.head(get_connection(CONNECTION))

    made = await sale.confirms(draft)

    assert isinstance(made, Order)
    order = await Order.get(id=made.id)
    assert (order.service_name, order.package_name, order.quantity) == ("Web hosting", "Starter", 2)
    assert (order.unit_amount, order.total_amount, order.currency) == (250_000, 500_000, "PKR")
    assert order.snapshot == {
        "description": "For small sites",
        "features": ["1 site", "5 GB"],
        "duration_count": 1,
        "duration_unit": "MONTH",
    }
    assert order.number == f"PX-{1000 + order.id}"
    assert (order.status, order.is_simulated, order.draft_id) == (OrderStatus.PENDING, True, draft.id)
    assert order.expires_at is not None
    assert order.expires_at - order.created_at == timedelta(hours=48)
    assert await steps(order.id) == [(None, OrderStatus.PENDING, ActorKind.CUSTOMER)]
    assert (await Draft.get(id=draft.id)).state is DraftState.CONFIRMED
    assert (await sale.talk()).status is ConversationStatus.WAITING_PAYMENT
    events = await log.read(get_connection(CONNECTION), start)
    assert [event.payload["order_id"] for event in events if event.type == "order.created"] == [order.id]
    assert await AuditLog.filter(action="order.create", subject_id=order.id).count() == 1


async def test_orders_of_a_real_number_count_in_the_reports(database: Database, data_folder: Path) -> None:
    sale = await Sale.begin(database, data_folder, kind=AccountKind.WHATSAPP)

    assert (await sale.order()).is_simulated is False


async def test_what_is_changed_in_the_catalogue_later_does_not_touch_the_order(sale: Sale) -> None:
    order = await sale.order()

    await Service.filter(id=sale.package.service_id).delete()

    kept = await Order.get(id=order.id)
    assert (kept.package_id, kept.package_name, kept.total_amount) == (None, "Starter", 250_000)


async def test_the_same_confirmation_again_gives_the_same_order(sale: Sale) -> None:
    draft = await sale.proposes()
    first = await sale.confirms(draft)

    again = await sale.confirms(draft)

    assert isinstance(first, Order)
    assert isinstance(again, Order)
    assert again.id == first.id
    assert await Order.all().count() == 1
    assert len(await steps(first.id)) == 1


async def test_two_confirmations_at_once_make_one_order(sale: Sale) -> None:
    draft = await sale.proposes()
    messages = [await sale.customer_says("yes"), await sale.customer_says("yes!")]

    results = await asyncio.gather(*(sale.confirms(draft, message) for message in messages))

    assert [type(result) for result in results] == [Order, Order]
    assert len({result.id for result in results if isinstance(result, Order)}) == 1
    assert await Order.all().count() == 1


async def test_what_was_written_before_the_summary_confirms_nothing(sale: Sale) -> None:
    early = await sale.customer_says("yes")
    draft = await sale.proposes()
    asking = await Message.get(id=draft.proposed_after_message_id)
    late = await sale.customer_says("yes")
    late.sent_at = START - timedelta(days=9)
    other = await (await sale.with_another_customer()).customer_says("yes")
    ours = await sale.customer_says("yes")
    ours.direction = Direction.OUTBOUND

    for message in (early, asking, late, other, ours):
        with pytest.raises(ConfirmationTooEarlyError):
            await sale.confirms(draft, message)

    assert await Order.all().count() == 0
    assert (await Draft.get(id=draft.id)).state is DraftState.PROPOSED


async def test_a_price_that_changed_is_asked_about_anew(sale: Sale) -> None:
    draft = await sale.proposes(2)
    await Package.filter(id=sale.package.id).update(price_amount=300_000)
    answer = await sale.customer_says("yes")

    outcome = await sale.confirms(draft, answer)

    assert isinstance(outcome, PriceChanged)
    assert total(outcome.new) == Money(600_000, "PKR")
    assert outcome.new.proposed_after_message_id == answer.id
    assert (await Draft.get(id=draft.id)).state is DraftState.REPLACED
    assert await Order.all().count() == 0
    with pytest.raises(ConfirmationTooEarlyError):
        await sale.confirms(outcome.new, answer)
    assert isinstance(await sale.confirms(outcome.new), Order)


async def test_a_currency_that_changed_is_asked_about_anew(sale: Sale) -> None:
    draft = await sale.proposes()
    await Package.filter(id=sale.package.id).update(currency="USD")

    outcome = await sale.confirms(draft)

    assert isinstance(outcome, PriceChanged)
    assert total(outcome.new) == Money(250_000, "USD")


@pytest.mark.parametrize("how", ["package off", "service off", "package deleted"])
async def test_what_is_not_on_sale_any_more_is_not_sold(sale: Sale, how: str) -> None:
    draft = await sale.proposes()
    match how:
        case "package off":
            await Package.filter(id=sale.package.id).update(is_active=False)
        case "service off":
            await Service.filter(id=sale.package.service_id).update(is_active=False)
        case _:
            await Package.filter(id=sale.package.id).delete()

    assert await sale.confirms(draft) == PackageGone()

    assert await Order.all().count() == 0
    assert await sale.drafts.current(None, sale.conversation.id) is None


async def test_an_expired_draft_is_not_confirmed(sale: Sale) -> None:
    with time_machine.travel(START, tick=False) as clock:
        draft = await sale.proposes()
        clock.shift(timedelta(minutes=30))

        assert await sale.confirms(draft) == DraftExpired()

    assert (await Draft.get(id=draft.id)).state is DraftState.EXPIRED
    assert await Order.all().count() == 0


async def test_a_draft_that_was_replaced_or_declined_is_not_confirmed(sale: Sale) -> None:
    replaced = await sale.proposes(1)
    declined = await sale.proposes(2)
    async with sale.database.unit_of_work() as work:
        await sale.drafts.decline(work, declined)

    assert await sale.confirms(replaced) == DraftExpired()
    assert await sale.confirms(declined) == DraftExpired()

    assert await Order.all().count() == 0


async def test_approving_makes_it_paid_and_tells_the_customer(sale: Sale) -> None:
    order = await sale.order_in(OrderStatus.PAYMENT_SUBMITTED)

    with time_machine.travel(START, tick=False):
        paid = await sale.orders.approve_payment(order.id, sale.agent)

    assert (paid.status, paid.paid_at) == (OrderStatus.PAID, START)
    [proof] = await PaymentProof.filter(order_id=order.id)
    assert (proof.status, proof.reviewer_id, proof.reviewed_at) == (ProofStatus.APPROVED, sale.staff.id, START)
    action = await OrderAction.filter(order_id=order.id).order_by("-id").first()
    assert action is not None
    assert (action.to_status, action.actor, action.staff_id) == (OrderStatus.PAID, ActorKind.STAFF, sale.staff.id)
    [told] = await sale.told()
    assert order.number in told
    conversation = await sale.talk()
    assert (conversation.status, conversation.attention) == (ConversationStatus.COMPLETED, None)
    row = await AuditLog.get(action="order.approve_payment")
    assert (row.subject, row.subject_id, row.staff_id) == ("orders", order.id, sale.staff.id)
    assert (row.before, row.after) == ({"status": "PAYMENT_SUBMITTED"}, {"status": "PAID"})


async def test_rejecting_tells_the_reason_word_for_word_in_the_customers_language(sale: Sale) -> None:
    await Customer.filter(id=sale.customer.id).update(language="es")
    order = await sale.order_in(OrderStatus.PAYMENT_SUBMITTED)

    await sale.orders.reject_payment(order.id, "  El importe {total} no coincide.  ", sale.agent)

    [told] = await sale.told()
    assert "El importe {total} no coincide." in told
    assert order.number in told
    assert "pago" in told.lower()
    assert (await sale.talk()).status is ConversationStatus.WAITING_PAYMENT


@pytest.mark.parametrize(
    ("reason", "error"),
    [("", EmptyReasonError), (" \n ", EmptyReasonError), ("x" * 501, InvalidInputError), ("a\x00b", InvalidInputError)],
)
async def test_a_rejection_needs_a_reason_that_can_be_told(
    sale: Sale, reason: str, error: type[InvalidInputError]
) -> None:
    order = await sale.order_in(OrderStatus.PAYMENT_SUBMITTED)

    with pytest.raises(error) as caught:
        await sale.orders.reject_payment(order.id, reason, sale.agent)

    assert caught.value.field == "reason"
    assert (await Order.get(id=order.id)).status is OrderStatus.PAYMENT_SUBMITTED
    assert await sale.told() == []


async def test_two_people_deciding_at_once_one_wins_and_the_other_is_told(sale: Sale) -> None:
    order = await sale.order_in(OrderStatus.PAYMENT_SUBMITTED)

    results = await asyncio.gather(
        sale.orders.approve_payment(order.id, sale.agent),
        sale.orders.reject_payment(order.id, "too little", sale.agent),
        return_exceptions=True,
    )

    [won] = [result for result in results if isinstance(result, Order)]
    [lost] = [result for result in results if isinstance(result, OrderStepNotAllowedError)]
    assert lost.details == {"order_id": order.id, "status": won.status.value}
    assert lost.code == "ORDER_STEP_NOT_ALLOWED"
    assert (await Order.get(id=order.id)).status is won.status
    assert len(await steps(order.id)) == 3
    assert len(await sale.told()) == 1


@pytest.mark.parametrize("actor", [CUSTOMER, PROGRAM])
async def test_only_people_and_their_programs_decide_about_money(sale: Sale, actor: Actor) -> None:
    waiting = await sale.order_in(OrderStatus.PAYMENT_SUBMITTED)
    paid = await sale.order_in(OrderStatus.PAID)
    before = await sale.told()

    for act in (
        sale.orders.approve_payment(waiting.id, actor),
        sale.orders.reject_payment(waiting.id, "no", actor),
        sale.orders.complete(paid.id, actor),
        sale.orders.refund(paid.id, Money(1, "PKR"), "TX", "", actor),
    ):
        with pytest.raises(NeedsPersonError):
            await act

    assert (await Order.get(id=waiting.id)).status is OrderStatus.PAYMENT_SUBMITTED
    assert (await Order.get(id=paid.id)).status is OrderStatus.PAID
    assert await sale.told() == before


async def test_an_api_key_may_approve_and_is_named(sale: Sale) -> None:
    order = await sale.order_in(OrderStatus.PAYMENT_SUBMITTED)

    await sale.orders.approve_payment(order.id, Actor(ActorKind.API_KEY, api_key_id=7))

    action = await OrderAction.filter(order_id=order.id).order_by("-id").first()
    assert action is not None
    assert (action.actor, action.api_key_id, action.staff_id) == (ActorKind.API_KEY, 7, None)


Act = Callable[[Sale, Order], Awaitable[object]]

ACTS: dict[OrderStatus, Act] = {
    OrderStatus.PAYMENT_SUBMITTED: lambda sale, order: sale.sends_proof(order, pictures.png(9)),
    OrderStatus.PAID: lambda sale, order: sale.orders.approve_payment(order.id, sale.agent),
    OrderStatus.REJECTED: lambda sale, order: sale.orders.reject_payment(order.id, "unreadable", sale.agent),
    OrderStatus.CANCELLED: lambda sale, order: sale.orders.cancel(order.id, "sold out", sale.agent),
    OrderStatus.COMPLETED: lambda sale, order: sale.orders.complete(order.id, sale.agent),
    OrderStatus.REFUNDED: lambda sale, order: sale.orders.refund(order.id, Money(1, "PKR"), "TX-9", "", sale.agent),
}


@pytest.mark.parametrize("before", OrderStatus)
async def test_the_allowed_steps_work_and_no_others(sale: Sale, before: OrderStatus) -> None:
    for to, act in ACTS.items():
        order = await sale.order_in(before)
        taken = await steps(order.id)
        told = await sale.told()
        if to in ALLOWED[before]:
            await act(sale, order)
            assert (await Order.get(id=order.id)).status is to
            assert [(was, now) for was, now, _ in await steps(order.id)][len(taken) :] == [(before, to)]
            assert len(await sale.told()) == len(told) + (to is not OrderStatus.PAYMENT_SUBMITTED)
        elif before is to is OrderStatus.PAYMENT_SUBMITTED:
            continue  # a further proof is no step; it has its own test
        else:
            with pytest.raises(OrderStepNotAllowedError) as caught:
                await act(sale, order)
            assert caught.value.details == {"order_id": order.id, "status": before.value}
            assert (await Order.get(id=order.id)).status is before
            assert await steps(order.id) == taken
            assert await sale.told() == told


def test_the_steps_are_those_of_the_product_and_no_others() -> None:
    arrows = {(before.value, to.value) for before, following in ALLOWED.items() for to in following}

    assert arrows == {
        ("PENDING", "PAYMENT_SUBMITTED"),
        ("PENDING", "CANCELLED"),
        ("PAYMENT_SUBMITTED", "PAID"),
        ("PAYMENT_SUBMITTED", "REJECTED"),
        ("PAYMENT_SUBMITTED", "CANCELLED"),
        ("REJECTED", "PAYMENT_SUBMITTED"),
        ("REJECTED", "CANCELLED"),
        ("PAID", "COMPLETED"),
        ("PAID", "REFUNDED"),
        ("COMPLETED", "REFUNDED"),
    }


async def test_a_cancelled_order_gives_the_conversation_back(sale: Sale) -> None:
    order = await sale.order()

    await sale.orders.cancel(order.id, "sold out", sale.agent)

    assert (await sale.talk()).status is ConversationStatus.ACTIVE
    [told] = await sale.told()
    assert "sold out" in told


async def test_a_customer_who_cancels_is_answered_by_the_turn_alone(sale: Sale) -> None:
    order = await sale.order()

    async with sale.database.unit_of_work() as work:
        await sale.orders.cancel_within(work, order.id, "", CUSTOMER)

    assert await sale.told() == []
    assert (await steps(order.id))[-1] == (OrderStatus.PENDING, OrderStatus.CANCELLED, ActorKind.CUSTOMER)
    assert (await sale.talk()).status is ConversationStatus.ACTIVE


async def test_an_order_that_does_not_exist_is_said_to_be_unknown(sale: Sale) -> None:
    with pytest.raises(OrderNotFoundError):
        await sale.orders.approve_payment(999_999, sale.agent)


async def test_a_refund_is_recorded_with_amount_reference_and_actor(sale: Sale) -> None:
    order = await sale.order_in(OrderStatus.COMPLETED)

    await sale.orders.refund(order.id, Money(100_000, "PKR"), " TX-77 ", "goodwill", sale.agent)

    [refund] = await Refund.filter(order_id=order.id)
    assert (refund.amount, refund.currency, refund.reference, refund.reason) == (100_000, "PKR", "TX-77", "goodwill")
    assert (refund.actor, refund.staff_id) == (ActorKind.STAFF, sale.staff.id)
    told = (await sale.told())[-1]
    assert "PKR 1,000" in told
    assert "TX-77" in told
    with pytest.raises(OrderStepNotAllowedError):
        await sale.orders.refund(order.id, Money(1, "PKR"), "TX-78", "", sale.agent)


@pytest.mark.parametrize(
    ("amount", "reference", "error", "field"),
    [
        (Money(0, "PKR"), "TX", RefundAmountError, "amount.amount"),
        (Money(-1, "PKR"), "TX", RefundAmountError, "amount.amount"),
        (Money(250_001, "PKR"), "TX", RefundAmountError, "amount.amount"),
        (Money(100, "USD"), "TX", RefundAmountError, "amount.currency"),
        (Money(100, "PKR"), " ", EmptyReferenceError, "reference"),
        (Money(100, "PKR"), "x" * 121, InvalidInputError, "reference"),
    ],
)
async def test_a_refund_that_cannot_be_is_refused(
    sale: Sale, amount: Money, reference: str, error: type[InvalidInputError], field: str
) -> None:
    order = await sale.order_in(OrderStatus.PAID)

    with pytest.raises(error) as caught:
        await sale.orders.refund(order.id, amount, reference, "", sale.agent)

    assert caught.value.field == field
    assert await Refund.all().count() == 0
    assert (await Order.get(id=order.id)).status is OrderStatus.PAID
