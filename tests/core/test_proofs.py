"""Proofs of payment: what counts as one, which are kept, which look alike."""

import asyncio
from pathlib import Path

import pytest
from tortoise.connection import get_connection

from core.database import CONNECTION, Database
from core.events import log
from core.order_steps import OrderNotFoundError, OrderStepNotAllowedError, ProofNotUsableError
from models.conversations import (
    AttentionReason,
    MessageKind,
)
from models.orders import ActorKind, Order, OrderStatus
from models.payments import PaymentProof, ProofLikeness, ProofStatus
from tests import pictures
from tests.sales import Sale, steps


@pytest.fixture
async def sale(database: Database, data_folder: Path) -> Sale:
    return await Sale.begin(database, data_folder)


@pytest.mark.parametrize("data", [pictures.jpeg(), pictures.pdf()])
async def test_a_picture_or_a_pdf_is_a_proof(sale: Sale, data: bytes) -> None:
    order = await sale.order()

    proof = await sale.sends_proof(order, data)

    assert (proof.status, proof.likeness) == (ProofStatus.SUBMITTED, None)
    assert (await Order.get(id=order.id)).status is OrderStatus.PAYMENT_SUBMITTED
    assert (await steps(order.id))[-1] == (OrderStatus.PENDING, OrderStatus.PAYMENT_SUBMITTED, ActorKind.CUSTOMER)
    assert (await sale.talk()).attention is AttentionReason.PROOF_WAITING


@pytest.mark.parametrize(
    ("data", "kind", "why"),
    [
        (pictures.saved(pictures.drawn(), "WEBP"), MessageKind.STICKER, "STICKER"),
        (b"OggS" + bytes(100), MessageKind.AUDIO, "TYPE"),
        (b"PK\x03\x04 invoice.docx", MessageKind.DOCUMENT, "TYPE"),
        (b"\xff\xd8\xff damaged", MessageKind.IMAGE, "UNREADABLE"),
    ],
)
async def test_nothing_else_is_a_proof(sale: Sale, data: bytes, kind: MessageKind, why: str) -> None:
    order = await sale.order()
    media = await sale.media_files.keep(data, file_name="slip.jpg")
    message = await sale.customer_says("", kind, media)

    with pytest.raises(ProofNotUsableError) as caught:
        async with sale.database.unit_of_work() as work:
            await sale.orders.submit_proof(work, order.id, media=media, message=message)

    assert caught.value.details["why"] == why
    assert (await Order.get(id=order.id)).status is OrderStatus.PENDING
    assert await PaymentProof.all().count() == 0


async def test_the_same_message_twice_is_one_proof(sale: Sale) -> None:
    order = await sale.order()
    media = await sale.media_files.keep(pictures.png(), file_name="slip.png")
    message = await sale.customer_says("", MessageKind.IMAGE, media)

    async def submit() -> int:
        async with sale.database.unit_of_work() as work:
            proof = await sale.orders.submit_proof(work, order.id, media=media, message=message)
            return int(proof.id)

    first, second = await asyncio.gather(submit(), submit())

    assert first == second
    assert await PaymentProof.all().count() == 1
    assert len(await steps(order.id)) == 2


async def test_a_further_proof_supersedes_the_one_that_waits_and_both_are_kept(sale: Sale) -> None:
    order = await sale.order()
    first = await sale.sends_proof(order, pictures.png(1))
    start = await log.head(get_connection(CONNECTION))

    second = await sale.sends_proof(order, pictures.png(2))

    proofs = await PaymentProof.filter(order_id=order.id).order_by("id")
    assert [(proof.id, proof.status) for proof in proofs] == [
        (first.id, ProofStatus.SUPERSEDED),
        (second.id, ProofStatus.SUBMITTED),
    ]
    assert len(await steps(order.id)) == 2
    events = await log.read(get_connection(CONNECTION), start)
    changed = [event.payload for event in events if event.type == "order.changed"]
    assert [(each["from_status"], each["status"]) for each in changed] == [("PAYMENT_SUBMITTED", "PAYMENT_SUBMITTED")]


@pytest.mark.parametrize("decision", ["approve", "reject"])
async def test_nobody_decides_about_a_proof_that_came_after_the_one_they_looked_at(sale: Sale, decision: str) -> None:
    order = await sale.order_in(OrderStatus.PAYMENT_SUBMITTED)
    seen = await PaymentProof.get(order_id=order.id)
    newer = await sale.sends_proof(order, pictures.png(2))

    async def decide(proof_id: int) -> Order:
        if decision == "approve":
            return await sale.orders.approve_payment(order.id, sale.agent, proof_id=proof_id)
        return await sale.orders.reject_payment(order.id, "too little", sale.agent, proof_id=proof_id)

    with pytest.raises(OrderStepNotAllowedError, match="Another proof came"):
        await decide(seen.id)

    assert (await Order.get(id=order.id)).status is OrderStatus.PAYMENT_SUBMITTED
    assert (await PaymentProof.get(id=newer.id)).status is ProofStatus.SUBMITTED
    assert len(await steps(order.id)) == 2
    assert await sale.told() == []
    await decide(newer.id)
    assert (await PaymentProof.get(id=newer.id)).reviewer_id == sale.staff.id


async def test_a_new_proof_after_a_rejection_reopens_the_same_order(sale: Sale) -> None:
    order = await sale.order_in(OrderStatus.REJECTED)

    await sale.sends_proof(order, pictures.png(2))
    await sale.orders.approve_payment(order.id, sale.agent)

    proofs = await PaymentProof.filter(order_id=order.id).order_by("id")
    assert [(proof.status, proof.reason, proof.reviewer_id) for proof in proofs] == [
        (ProofStatus.REJECTED, "unreadable", sale.staff.id),
        (ProofStatus.APPROVED, "", sale.staff.id),
    ]
    assert [to for _, to, _ in await steps(order.id)] == [
        OrderStatus.PENDING,
        OrderStatus.PAYMENT_SUBMITTED,
        OrderStatus.REJECTED,
        OrderStatus.PAYMENT_SUBMITTED,
        OrderStatus.PAID,
    ]


async def test_the_same_file_for_another_order_is_flagged_and_taken(sale: Sale) -> None:
    first = await sale.sends_proof(await sale.order(), pictures.png(1))
    other = await sale.with_another_customer()

    second = await other.sends_proof(await other.order(), pictures.png(1))

    assert (second.likeness, second.alike_id) == (ProofLikeness.SAME_FILE, first.id)
    assert (await Order.get(id=second.order_id)).status is OrderStatus.PAYMENT_SUBMITTED


async def test_the_same_picture_saved_again_is_flagged_for_another_order(sale: Sale) -> None:
    first = await sale.sends_proof(await sale.order(), pictures.png(1))
    second = await sale.sends_proof(await sale.order(), pictures.jpeg(1, quality=60, scale=0.6), name="copy.jpg")

    assert (second.likeness, second.alike_id) == (ProofLikeness.SAME_PICTURE, first.id)


async def test_other_receipts_of_the_same_payment_app_are_not_flagged(sale: Sale) -> None:
    for seed in range(1, 5):
        proof = await sale.sends_proof(await sale.order(), pictures.receipt(seed))
        assert proof.likeness is None


async def test_the_same_file_again_for_the_same_order_is_not_flagged(sale: Sale) -> None:
    order = await sale.order()
    await sale.sends_proof(order, pictures.png(1))

    again = await sale.sends_proof(order, pictures.png(1))

    assert again.likeness is None


async def test_the_same_file_at_the_same_moment_is_flagged_once(sale: Sale) -> None:
    other = await sale.with_another_customer()
    mine, theirs = await sale.order(), await other.order()

    proofs = await asyncio.gather(sale.sends_proof(mine), other.sends_proof(theirs))

    assert sorted(proof.likeness or "" for proof in proofs) == ["", ProofLikeness.SAME_FILE]


async def test_nobody_hands_in_a_proof_for_the_order_of_another(sale: Sale) -> None:
    order = await sale.order()
    other = await sale.with_another_customer()

    with pytest.raises(OrderNotFoundError):
        await other.sends_proof(order)

    assert await PaymentProof.all().count() == 0
