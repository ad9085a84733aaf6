"""Orders in the API: their notes, their timeline, and the queue of proofs that wait."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from core import clock
from core.permissions import Permission
from graph.schema.orders import Order as OrderNode
from graph.schema.payments import PaymentProof as PaymentProofNode
from models.audit import AuditLog
from models.events import EventRow
from models.orders import ActorKind, Order, OrderAction, OrderNote, OrderStatus, Refund
from models.payments import PaymentProof, ProofLikeness, ProofStatus
from tests.graph.asking import Asker, caller_with
from tests.graph.rows import (
    make_account,
    make_conversation,
    make_customer,
    make_media,
    make_order,
    make_package,
    make_service,
)
from tests.graph.test_mutations import do

NOTE = "... on OrderNotePayload { note { text actor staff { name } } order { notes { text } } }"


async def an_order(status: OrderStatus = OrderStatus.PAYMENT_SUBMITTED, *, is_simulated: bool = True) -> Order:
    package = await make_package(await make_service())
    number = await Order.all().count() + 1
    account = await make_account(f"Number {number}")
    conversation = await make_conversation(await make_customer(account, number, name=f"Buyer {number}"))
    order = await make_order(conversation, package, status=status)
    await Order.filter(id=order.id).update(is_simulated=is_simulated)
    return order


async def a_proof(order: Order, number: int = 1, **more: Any) -> PaymentProof:
    return await PaymentProof.create(order_id=order.id, media_id=(await make_media(number)).id, **more)


async def test_a_note_is_written_once_and_told_without_its_words(asker: Asker) -> None:
    order = await an_order()
    asked = {"id": OrderNode.id_of(order.id), "text": "  Calls at nine. ", "idempotencyKey": "n1"}

    first = await do(asker, "orderNoteAdd", NOTE, **asked)
    again = await do(asker, "orderNoteAdd", NOTE, **asked)
    other = await do(asker, "orderNoteAdd", NOTE, **{**asked, "text": "Another"})

    assert first == again
    assert first["note"] == {"text": "Calls at nine.", "actor": "API_KEY", "staff": None}
    assert first["order"]["notes"] == [{"text": "Calls at nine."}]
    assert other["__typename"] == "IdempotencyKeyReusedError"
    assert await OrderNote.all().count() == 1
    rows = await AuditLog.all()
    assert [(row.action, row.subject_id, row.after) for row in rows] == [
        ("order.note_add", order.id, {"note_id": (await OrderNote.get()).id})
    ]
    told = await EventRow.all()
    assert [(event.type, event.payload["status"]) for event in told] == [("order.changed", "PAYMENT_SUBMITTED")]
    assert "nine" not in str(told[0].payload)


@pytest.mark.parametrize(
    ("asked", "kind", "code", "path"),
    [
        ({"text": " "}, "InvalidInputError", "EMPTY_NOTE", ["input", "text"]),
        ({"text": "x" * 4001}, "InvalidInputError", "INVALID_INPUT", ["input", "text"]),
        ({"id": OrderNode.id_of(10**9)}, "NotFoundError", "ORDER_NOT_FOUND", ["input", "id"]),
        ({"id": "nonsense"}, "InvalidInputError", "INVALID_INPUT", ["input", "id"]),
    ],
)
async def test_a_note_that_cannot_be_written_says_why(
    asker: Asker, asked: dict[str, Any], kind: str, code: str, path: list[str]
) -> None:
    order = await an_order()

    refused = await do(asker, "orderNoteAdd", NOTE, **{"id": OrderNode.id_of(order.id), "text": "Hello", **asked})

    assert (refused["__typename"], refused["code"], refused["path"]) == (kind, code, path)
    assert await OrderNote.all().count() == await AuditLog.all().count() == 0


async def test_who_only_reads_orders_writes_no_note(asker: Asker) -> None:
    order = await an_order()
    document = 'mutation ($id: ID!) { orderNoteAdd(input: {id: $id, text: "x"}) { __typename } }'

    answer = await asker.as_(caller_with(Permission.ORDERS_READ)).ask(document, id=OrderNode.id_of(order.id))

    assert answer.codes == ["FORBIDDEN"]
    assert await OrderNote.all().count() == 0


async def test_the_timeline_holds_everything_in_the_order_it_happened(asker: Asker) -> None:
    order = await an_order(OrderStatus.PENDING)
    begin = clock.now()

    def at(minutes: int) -> datetime:
        return begin + timedelta(minutes=minutes)

    async def step(minutes: int, to: OrderStatus, before: OrderStatus | None = None) -> None:
        await OrderAction.create(
            order_id=order.id, actor=ActorKind.STAFF, from_status=before, to_status=to, created_at=at(minutes)
        )

    await Refund.create(
        order_id=order.id, amount=100, currency="PKR", reference="TX", actor=ActorKind.STAFF, created_at=at(5)
    )
    await OrderNote.create(order_id=order.id, text="Calls at nine.", created_at=at(3))
    await a_proof(order, created_at=at(2))
    await step(0, OrderStatus.PENDING)
    await step(2, OrderStatus.PAYMENT_SUBMITTED, OrderStatus.PENDING)
    await step(4, OrderStatus.PAID, OrderStatus.PAYMENT_SUBMITTED)
    await an_order()

    answer = await asker.read(
        """query ($id: ID!) { order(id: $id) { timeline {
            __typename createdAt ... on OrderAction { toStatus } ... on OrderNote { text }
        } } }""",
        id=OrderNode.id_of(order.id),
    )

    entries = answer["order"]["timeline"]
    assert [entry["__typename"] for entry in entries] == [
        "OrderAction",
        "OrderAction",
        "PaymentProof",
        "OrderNote",
        "OrderAction",
        "Refund",
    ]
    assert [entry["toStatus"] for entry in entries if "toStatus" in entry] == ["PENDING", "PAYMENT_SUBMITTED", "PAID"]
    assert [entry["createdAt"] for entry in entries] == sorted(entry["createdAt"] for entry in entries)


QUEUE = """query ($simulated: Boolean!, $after: String, $first: Int) {
    proofQueue(includeSimulated: $simulated, after: $after, first: $first) {
        totalCount pageInfo { endCursor hasNextPage }
        nodes { likeness expectedAmount { amount currency } alike { id } order { number } }
    }
}"""


async def test_the_queue_holds_the_proofs_that_wait_the_oldest_first(asker: Asker) -> None:
    first, second, played = await an_order(is_simulated=False), await an_order(is_simulated=False), await an_order()
    earlier = await a_proof(first, 1)
    await a_proof(second, 2, status=ProofStatus.SUPERSEDED)
    await a_proof(second, 3, likeness=ProofLikeness.SAME_FILE, alike_id=earlier.id)
    await a_proof(played, 4)
    await a_proof(await an_order(OrderStatus.CANCELLED, is_simulated=False), 5)
    await a_proof(await an_order(OrderStatus.REJECTED, is_simulated=False), 6, status=ProofStatus.REJECTED, reason="no")

    queue = (await asker.read(QUEUE, simulated=False))["proofQueue"]
    with_played = (await asker.read(QUEUE, simulated=True))["proofQueue"]
    page = (await asker.read(QUEUE, simulated=True, first=1))["proofQueue"]
    rest = (await asker.read(QUEUE, simulated=True, after=page["pageInfo"]["endCursor"]))["proofQueue"]

    assert [node["order"]["number"] for node in queue["nodes"]] == [first.number, second.number]
    assert queue["totalCount"] == 2
    assert queue["nodes"][0]["likeness"] is None
    assert queue["nodes"][1]["likeness"] == "SAME_FILE"
    assert queue["nodes"][1]["alike"] is not None
    assert queue["nodes"][1]["expectedAmount"] == {"amount": "5001.00", "currency": "PKR"}
    assert [node["order"]["number"] for node in with_played["nodes"]] == [first.number, second.number, played.number]
    assert page["pageInfo"]["hasNextPage"] is True
    assert rest["nodes"] == with_played["nodes"][1:]


async def test_nobody_has_to_judge_the_proof_of_an_order_that_was_cancelled(asker: Asker) -> None:
    order = await an_order(is_simulated=False)
    await a_proof(order, 1)
    ask = """query ($id: ID!) {
        order(id: $id) { status proofs { status reviewedAt reviewer { id } } }
        proofQueue { totalCount }
        reportCounters { proofsWaiting }
    }"""
    before = await asker.read(ask, id=OrderNode.id_of(order.id))

    await do(asker, "orderCancel", "... on OrderPayload { order { id } }", id=OrderNode.id_of(order.id))

    after = await asker.read(ask, id=OrderNode.id_of(order.id))
    assert (before["proofQueue"]["totalCount"], before["reportCounters"]["proofsWaiting"]) == (1, 1)
    assert after["order"] == {
        "status": "CANCELLED",
        "proofs": [{"status": "SUPERSEDED", "reviewedAt": None, "reviewer": None}],
    }
    assert (after["proofQueue"]["totalCount"], after["reportCounters"]["proofsWaiting"]) == (0, 0)
    late = await do(asker, "orderApprovePayment", "... on OrderPayload { order { id } }", id=OrderNode.id_of(order.id))
    assert late["code"] == "ORDER_STEP_NOT_ALLOWED"


@pytest.mark.parametrize(("decision", "more"), [("orderApprovePayment", {}), ("orderRejectPayment", {"reason": "no"})])
async def test_no_proof_is_decided_about_that_came_after_the_one_looked_at(
    asker: Asker, decision: str, more: dict[str, str]
) -> None:
    order = await an_order(OrderStatus.PAYMENT_SUBMITTED)
    seen = await a_proof(order, 7, status=ProofStatus.SUPERSEDED)
    await a_proof(order, 8)
    more["id"] = OrderNode.id_of(order.id)
    selection = "... on OrderPayload { order { id } } ... on OrderStepNotAllowedError { order { status } }"

    late = await do(asker, decision, selection, proofId=PaymentProofNode.id_of(seen.id), **more)
    wrong = await do(asker, decision, selection, proofId=OrderNode.id_of(order.id), **more)

    assert (late["code"], late["order"]) == ("ORDER_STEP_NOT_ALLOWED", {"status": "PAYMENT_SUBMITTED"})
    assert (wrong["code"], wrong["path"]) == ("INVALID_INPUT", ["input", "proofId"])


async def test_orders_are_found_by_number_by_what_was_sold_and_by_who_bought_it(asker: Asker) -> None:
    first, second = await an_order(), await an_order()
    await Order.filter(id=second.id).update(package_name="Platinum", currency="AED")
    query = "query ($filter: OrderFilter) { orders(filter: $filter) { nodes { number } } }"

    async def found(**wanted: Any) -> list[str]:
        nodes = (await asker.read(query, filter=wanted))["orders"]["nodes"]
        return [node["number"] for node in nodes]

    assert await found(search=first.number.lower()) == [first.number]
    assert await found(search="platin") == [second.number]
    assert await found(search="buyer 1") == [first.number]
    assert await found(currency="AED") == [second.number]
    assert await found(paidAt={"gte": "2020-01-01T00:00:00Z"}) == []
    assert await found(expiresAt={"lt": "2020-01-01T00:00:00Z"}) == []
    assert await found(search="100%") == []


async def test_orders_of_a_service_are_those_of_its_packages(asker: Asker) -> None:
    first = await an_order()
    await an_order()
    query = "query ($id: ID!) { order(id: $id) { service { id } } }"
    service = (await asker.read(query, id=OrderNode.id_of(first.id)))["order"]["service"]["id"]

    answer = await asker.read("query ($id: ID!) { orders(filter: {serviceId: $id}) { nodes { number } } }", id=service)

    assert [node["number"] for node in answer["orders"]["nodes"]] == [first.number]


READING = """
query ($id: ID!) { node(id: $id) { ... on PaymentProof { reading {
    isReceipt amount { read isExpected } currency { read isExpected } paidOn { read isExpected }
    payeeName { read isExpected } payeeAccount { read isExpected } reference notes
    expectedAmount { amount currency } orderedOn expectedPayees { name accountNumber } provider model readAt
} } } }
"""


async def test_what_an_ai_read_on_a_proof_is_told_beside_what_was_expected(asker: Asker) -> None:
    read = {
        "is_receipt": True,
        "amount": "2500",
        "currency": "",
        "date": "2026-11-22",
        "reference": "TX-1",
        "payee_name": "Sana",
        "payee_account": "***4567",
        "notes": "Blurred.",
    }
    reading = {
        "read": read,
        "expected": {
            "amount": 250_050,
            "currency": "PKR",
            "ordered_on": "2026-11-21",
            "payees": [{"name": "Parley Shop", "account": "0300 1234567"}],
        },
        "matches": {"amount": False, "currency": None, "date": True, "payee_name": False, "payee_account": True},
        "provider": "CLAUDE",
        "model": "m-1",
        "at": "2026-11-22T10:00:00+00:00",
    }
    proof = await a_proof(await an_order(), reading=reading)
    without = await a_proof(await an_order(), 2)
    blind = asker.as_(caller_with(Permission.ORDERS_READ))

    told = (await asker.read(READING, id=PaymentProofNode.id_of(proof.id)))["node"]["reading"]
    nothing = (await asker.read(READING, id=PaymentProofNode.id_of(without.id)))["node"]["reading"]
    hidden = await blind.ask(READING, id=PaymentProofNode.id_of(proof.id))

    assert told == {
        "isReceipt": True,
        "amount": {"read": "2500", "isExpected": False},
        "currency": {"read": "", "isExpected": None},
        "paidOn": {"read": "2026-11-22", "isExpected": True},
        "payeeName": {"read": "Sana", "isExpected": False},
        "payeeAccount": {"read": "***4567", "isExpected": True},
        "reference": "TX-1",
        "notes": "Blurred.",
        "expectedAmount": {"amount": "2500.50", "currency": "PKR"},
        "orderedOn": "2026-11-21",
        "expectedPayees": [{"name": "Parley Shop", "accountNumber": "0300 1234567"}],
        "provider": "CLAUDE",
        "model": "m-1",
        "readAt": "2026-11-22T10:00:00Z",
    }
    assert nothing is None
    assert "0300 1234567" not in str(hidden)


REFUNDS = """query ($filter: RefundFilter, $order: RefundSort, $simulated: Boolean!, $first: Int, $after: String) {
    refunds(filter: $filter, orderBy: $order, includeSimulated: $simulated, first: $first, after: $after) {
        totalCount nodes { reference amount { amount currency } order { number } } pageInfo { endCursor }
    }
}"""


async def refunded(reference: str, *, is_simulated: bool = False, **more: Any) -> Order:
    order = await an_order(is_simulated=is_simulated)
    values = {"amount": 100, "currency": "PKR", **more}
    await Refund.create(order_id=order.id, reference=reference, actor=ActorKind.STAFF, **values)
    return order


async def references(asker: Asker, wanted: dict[str, Any] | None = None, *, simulated: bool = False) -> list[str]:
    read = await asker.read(REFUNDS, filter=wanted, simulated=simulated)
    assert read["refunds"]["totalCount"] == len(read["refunds"]["nodes"])
    return [refund["reference"] for refund in read["refunds"]["nodes"]]


async def test_refunds_are_listed_the_newest_first_without_those_of_the_simulator_unless_asked(asker: Asker) -> None:
    first = await refunded("first")
    await refunded("played", is_simulated=True)
    await refunded("last", amount=1234, currency="USD")
    await an_order()

    read = await asker.read(REFUNDS, simulated=False)

    assert read["refunds"]["nodes"][1] == {
        "reference": "first",
        "amount": {"amount": "1.00", "currency": "PKR"},
        "order": {"number": first.number},
    }
    assert await references(asker) == ["last", "first"]
    assert await references(asker, simulated=True) == ["last", "played", "first"]


async def test_refunds_are_found_by_order_currency_and_time_and_read_page_by_page(asker: Asker) -> None:
    now = clock.now()
    order = await refunded("old", created_at=now - timedelta(days=3))
    await refunded("dollars", currency="USD", created_at=now - timedelta(days=2))
    await refunded("new", created_at=now)
    late = {"createdAt": {"gte": (now - timedelta(days=2)).isoformat()}}

    assert await references(asker, {"orderId": OrderNode.id_of(order.id)}) == ["old"]
    assert await references(asker, {"currency": "USD"}) == ["dollars"]
    assert await references(asker, late) == ["new", "dollars"]
    assert await references(asker, {**late, "currency": "PKR"}) == ["new"]
    page: dict[str, Any] = {"order": {"field": "CREATED_AT"}, "simulated": False, "first": 2}
    some = (await asker.read(REFUNDS, **page))["refunds"]
    rest = (await asker.read(REFUNDS, **page, after=some["pageInfo"]["endCursor"]))["refunds"]
    assert [refund["reference"] for refund in some["nodes"] + rest["nodes"]] == ["old", "dollars", "new"]
    assert some["totalCount"] == 3


async def test_refunds_are_read_by_those_who_read_orders(asker: Asker) -> None:
    await refunded("one")

    assert await references(asker.as_(caller_with(Permission.ORDERS_READ))) == ["one"]
    others = asker.as_(caller_with(Permission.PAYMENTS_READ, Permission.REPORTS_READ))
    assert (await others.ask(REFUNDS, simulated=False)).codes == ["FORBIDDEN"]
    wrong = await asker.ask(REFUNDS, simulated=False, filter={"orderId": "nonsense"})
    assert wrong.codes == ["INVALID_INPUT"]
