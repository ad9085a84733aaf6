"""Journey 6: a person decides about a payment, once, whoever else decides at the same time."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from core.languages.wording import say
from tests.journeys.chat import Customer, Number, Refused, Thing, refused
from tests.journeys.sale import order_and_pay, order_something, show_proof, steps
from tests.pictures import png

REASON = "The receipt shows PKR 1,000 of {25,000}; *please* send the right one. شکریہ"


async def test_a_rejected_customer_sends_another_proof_and_is_paid(number: Number, customer: Customer) -> None:
    submitted = await order_and_pay(customer)

    await number.reject(submitted, REASON)
    told = await customer.hears()
    again = await show_proof(customer, png(2))
    await number.approve(again)
    news = await customer.hears()

    order = (await customer.orders())[0]
    assert told["text"] == say("order_rejected", "en", number=order["number"], reason=REASON)
    assert REASON in told["text"]
    assert news["text"] == say("order_paid", "en", number=order["number"], package=order["packageName"])
    assert [order["id"], order["status"]] == [submitted["id"], "PAID"]
    assert [(proof["status"], proof["reason"]) for proof in order["proofs"]] == [
        ("REJECTED", REASON),
        ("APPROVED", ""),
    ]
    assert len({proof["media"]["id"] for proof in order["proofs"]}) == 2
    assert steps(order) == [
        ("CUSTOMER", None, "PENDING"),
        ("CUSTOMER", "PENDING", "PAYMENT_SUBMITTED"),
        ("API_KEY", "PAYMENT_SUBMITTED", "REJECTED"),
        ("CUSTOMER", "REJECTED", "PAYMENT_SUBMITTED"),
        ("API_KEY", "PAYMENT_SUBMITTED", "PAID"),
    ]
    assert [step["reason"] for step in order["actions"]] == ["", "", REASON, "", ""]


async def test_between_the_proofs_the_conversation_waits_for_payment(number: Number, customer: Customer) -> None:
    order = await order_and_pay(customer)
    waiting = await customer.conversation()

    await number.reject(order, "unreadable")
    rejected = await customer.conversation()

    assert (waiting["status"], waiting["attention"]) == ("WAITING_PAYMENT", "PROOF_WAITING")
    assert (rejected["status"], rejected["attention"]) == ("WAITING_PAYMENT", None)


async def test_of_two_who_decide_at_once_one_wins(number: Number, customer: Customer) -> None:
    order = await order_and_pay(customer)

    results = await asyncio.gather(
        number.approve(order), number.reject(order, "not ours"), number.approve(order), return_exceptions=True
    )

    won = [result for result in results if isinstance(result, dict)]
    lost = [result for result in results if isinstance(result, Refused)]
    assert (len(won), len(lost)) == (1, 2)
    after = (await customer.orders())[0]
    assert after["status"] == won[0]["status"]
    for loser in lost:
        assert (loser.kind, loser.code) == ("OrderStepNotAllowedError", "ORDER_STEP_NOT_ALLOWED")
        assert loser.order is not None
        assert (loser.order["id"], loser.order["status"]) == (order["id"], won[0]["status"])
    assert len(after["actions"]) == 3
    told = [text for text in await customer.said_by("PROGRAM") if order["number"] in text]
    assert len(told) == 1


async def test_the_same_key_gives_the_first_result_again(number: Number, customer: Customer) -> None:
    order = await order_and_pay(customer)
    key = f"approve {order['number']}"

    first, second = await asyncio.gather(
        number.approve(order, idempotencyKey=key), number.approve(order, idempotencyKey=key)
    )
    third = await number.approve(order, idempotencyKey=key)
    await customer.hears()

    assert first == second == third
    assert first["status"] == "PAID"
    assert len((await customer.orders())[0]["actions"]) == 3
    assert len(await customer.said_by("PROGRAM")) == 1


async def test_a_key_that_was_used_for_something_else_is_refused(number: Number, customer: Customer) -> None:
    order = await order_and_pay(customer)
    key = f"decide {order['number']}"
    await number.reject(order, "too dark", idempotencyKey=key)

    with refused("IDEMPOTENCY_KEY_REUSED", "input", "idempotencyKey"):
        await number.reject(order, "too bright", idempotencyKey=key)
    with refused("IDEMPOTENCY_KEY_REUSED", "input", "idempotencyKey"):
        await number.cancel(order, "too dark", idempotencyKey=key)

    assert steps((await customer.orders())[0])[-1] == ("API_KEY", "PAYMENT_SUBMITTED", "REJECTED")


async def test_a_request_that_was_refused_may_be_tried_again_under_its_key(number: Number, customer: Customer) -> None:
    order = await order_something(customer)
    key = f"early {order['number']}"
    with refused("ORDER_STEP_NOT_ALLOWED"):
        await number.approve(order, idempotencyKey=key)

    await show_proof(customer)
    paid = await number.approve(order, idempotencyKey=key)

    assert paid["status"] == "PAID"


async def test_a_refund_is_a_record_and_the_customer_is_told(number: Number, customer: Customer) -> None:
    await number.approve(await order_and_pay(customer))
    await customer.hears()
    paid = (await customer.orders())[0]
    for amount, currency, field in (
        ("25000.01", "PKR", "amount"),
        ("0", "PKR", "amount"),
        ("-1", "PKR", "amount"),
        ("10", "USD", "currency"),
    ):
        with refused("INVALID_REFUND_AMOUNT", "input", "amount", field):
            await number.refund(paid, amount, "EP-77", currency=currency)
    with refused("EMPTY_REFERENCE", "input", "reference"):
        await number.refund(paid, "10", "  ")

    refunded = await number.refund(paid, "24999.50", "EP-77", reason="changed their mind")
    told = await customer.hears()

    assert refunded["status"] == "REFUNDED"
    assert refunded["refunds"] == [
        {
            "actor": "API_KEY",
            "amount": {"amount": "24999.50", "currency": "PKR"},
            "reference": "EP-77",
            "reason": "changed their mind",
        }
    ]
    assert "24,999.50" in told["text"]
    assert "EP-77" in told["text"]
    assert steps(refunded)[-1] == ("API_KEY", "PAID", "REFUNDED")
    with refused("ORDER_STEP_NOT_ALLOWED"):
        await number.refund(paid, "0.50", "EP-78")


async def test_a_cancelled_order_leaves_the_conversation_open(number: Number, customer: Customer) -> None:
    order = await order_something(customer)

    cancelled = await number.cancel(order, "sold out")
    told = await customer.hears()

    assert told["text"] == say(
        "order_cancelled_by_shop_because",
        "en",
        number=order["number"],
        package=order["packageName"],
        reason="sold out",
    )
    assert steps(cancelled)[-1] == ("API_KEY", "PENDING", "CANCELLED")
    assert (await customer.conversation())["status"] == "ACTIVE"
    assert say("proof_no_order", "en") in await _picture_of(customer)


async def test_a_customer_cancels_what_they_have_not_paid(customer: Customer) -> None:
    order = await order_something(customer)

    asked = await customer.asks("cancel my order")
    answer = await customer.asks("yes")

    after = (await customer.orders())[0]
    assert order["number"] in asked
    assert say("order_cancelled", "en", number=order["number"]) in answer
    assert steps(after)[-1] == ("CUSTOMER", "PENDING", "CANCELLED")


async def test_a_completed_order_is_only_refunded(number: Number, customer: Customer) -> None:
    order = await number.approve(await order_and_pay(customer))
    await customer.hears()

    completed = await number.complete(order)
    told = await customer.hears()
    refunded = await number.refund(order, "25000", "EP-1")

    assert told["text"] == say("order_completed", "en", number=order["number"], package=order["packageName"])
    assert completed["status"] == "COMPLETED"
    assert [step["toStatus"] for step in refunded["actions"]][-3:] == ["PAID", "COMPLETED", "REFUNDED"]


Step = Callable[[Number, Thing], Awaitable[Thing]]
STEPS: dict[str, Step] = {
    "approve": lambda number, order: number.approve(order),
    "reject": lambda number, order: number.reject(order, "no"),
    "cancel": lambda number, order: number.cancel(order),
    "complete": lambda number, order: number.complete(order),
    "refund": lambda number, order: number.refund(order, "1", "EP-1"),
}
# What people may not do with an order in each state. Cancelling what was paid is a refund.
FORBIDDEN = {
    "PENDING": ("approve", "reject", "complete", "refund"),
    "PAYMENT_SUBMITTED": ("complete", "refund"),
    "REJECTED": ("approve", "reject", "complete", "refund"),
    "CANCELLED": ("approve", "reject", "cancel", "complete", "refund"),
    "PAID": ("approve", "reject", "cancel"),
}


@pytest.mark.parametrize("status", FORBIDDEN)
async def test_no_other_steps_are_taken(number: Number, customer: Customer, status: str) -> None:
    order = await order_something(customer)
    if status not in {"PENDING", "CANCELLED"}:
        await show_proof(customer)
    match status:
        case "REJECTED":
            await number.reject(order, "unreadable")
        case "CANCELLED":
            await number.cancel(order)
        case "PAID":
            await number.approve(order)
        case _:
            pass
    before = (await customer.orders())[0]
    assert before["status"] == status

    for step in FORBIDDEN[status]:
        with pytest.raises(Refused) as caught:
            await STEPS[step](number, order)
        assert caught.value.code == "ORDER_STEP_NOT_ALLOWED", step
        assert caught.value.order == before, step

    assert (await customer.orders())[0] == before


async def _picture_of(customer: Customer) -> str:
    await customer.sends(png(), "image/png")
    return str((await customer.hears())["text"])
