"""Customers over the API: what staff say of them, finding them, what they spent, and two who are one."""

from datetime import timedelta
from typing import Any

import pytest

from core import clock
from core.permissions import ROLE_PERMISSIONS, Permission
from graph.schema.customers import Customer as CustomerNode
from models.audit import AuditLog
from models.conversations import Conversation, ConversationStatus
from models.customers import Customer
from models.orders import Order, OrderStatus, Refund
from models.staff import StaffRole
from tests.graph.asking import Asker, caller_with, counted
from tests.graph.rows import make_account, make_conversation, make_customer, make_message, make_order
from tests.graph.test_mutations import do, mutation

CUSTOMER = """... on CustomerPayload { customer {
    id language isLanguageChosen note tags consentedAt consentSource mergedInto { id }
} }"""


def node(customer: Customer) -> str:
    return CustomerNode.id_of(customer.id)


async def test_staff_say_what_they_know_of_a_customer(asker: Asker) -> None:
    customer = await make_customer(await make_account())

    told = await do(
        asker,
        "customerUpdate",
        CUSTOMER,
        id=node(customer),
        changes={
            "language": "ur-Latn",
            "note": " pays late ",
            "tags": ["VIP", "VIP", " Lahore  city "],
            "consent": {"isGiven": True, "source": "form in the shop"},
        },
    )
    taken_back = await do(
        asker,
        "customerUpdate",
        CUSTOMER,
        id=node(customer),
        changes={"clearLanguage": True, "consent": {"isGiven": False}},
    )

    said = told["customer"]
    assert (said["language"], said["isLanguageChosen"], said["note"]) == ("ur-Latn", True, "pays late")
    assert (said["tags"], said["consentSource"]) == (["VIP", "Lahore city"], "form in the shop")
    assert said["consentedAt"] is not None
    assert (taken_back["customer"]["language"], taken_back["customer"]["consentedAt"]) == (None, None)
    assert taken_back["customer"]["tags"] == ["VIP", "Lahore city"]


async def test_the_audit_log_knows_that_a_note_changed_and_not_what_it_says(asker: Asker) -> None:
    customer = await make_customer(await make_account())

    await do(asker, "customerUpdate", CUSTOMER, id=node(customer), changes={"note": "is a friend", "tags": ["VIP"]})

    row = await AuditLog.get(action="customer.update")
    assert row.before == row.after == {"note_changed": True, "tags_changed": True}


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"language": "klingon"}, ["language"]),
        ({"language": "en", "clearLanguage": True}, ["clearLanguage"]),
        ({"note": "x" * 4001}, ["note"]),
        ({"tags": ["x" * 41]}, ["tags"]),
        ({"tags": [str(number) for number in range(21)]}, ["tags"]),
        ({"tags": [" "]}, ["tags"]),
        ({"consent": {"isGiven": True}}, ["consent", "source"]),
    ],
)
async def test_what_cannot_be_said_of_a_customer_names_its_place(
    asker: Asker, changes: dict[str, Any], path: list[str]
) -> None:
    customer = await make_customer(await make_account())

    result = await do(asker, "customerUpdate", CUSTOMER, id=node(customer), changes=changes)

    assert (result["__typename"], result["path"]) == ("InvalidInputError", ["input", "changes", *path])
    assert await AuditLog.all().count() == 0


async def test_what_is_told_twice_of_a_customer_is_written_once(asker: Asker) -> None:
    customer = await make_customer(await make_account())
    asked = {"id": node(customer), "changes": {"note": "VIP"}, "idempotencyKey": "k"}

    first = await do(asker, "customerUpdate", CUSTOMER, **asked)
    again = await do(asker, "customerUpdate", CUSTOMER, **asked)
    reused = await do(asker, "customerUpdate", CUSTOMER, **{**asked, "changes": {"note": "other"}})
    nobody = await do(asker, "customerUpdate", CUSTOMER, id=CustomerNode.id_of(99), changes={"note": "x"})

    assert first == again
    assert reused["__typename"] == "IdempotencyKeyReusedError"
    assert (nobody["__typename"], nobody["path"]) == ("NotFoundError", ["input", "id"])
    assert await AuditLog.all().count() == 1


FOUND = "query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount nodes { profileName } } }"


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"search": "MIN"}, ["Amina"]),
        ({"search": "aminah"}, ["Amina"]),  # misspelt
        ({"search": "0300-0000002"}, ["Bilal"]),
        ({"search": "%"}, []),
        ({"tag": "VIP"}, ["Amina"]),
        ({"isBlocked": True}, ["Bilal"]),
        ({"language": "ur"}, ["Bilal"]),
        ({"hasOptedOut": True}, ["Amina"]),
        ({"hasConsented": True}, ["Bilal"]),
        ({"hasConsented": False, "hasOptedOut": False}, []),
    ],
)
async def test_customers_are_found_by_what_is_known_of_them(
    asker: Asker, wanted: dict[str, Any], names: list[str]
) -> None:
    account = await make_account()
    amina = await make_customer(account, 1, name="Amina")
    bilal = await make_customer(account, 2, name="Bilal")
    await Customer.filter(id=amina.id).update(tags=["VIP", "new"], opted_out_at=clock.now(), phone="+923000000001")
    await Customer.filter(id=bilal.id).update(
        blocked_at=clock.now(), language="ur", consented_at=clock.now(), phone="03000000002"
    )

    found = (await asker.read(FOUND, filter=wanted))["customers"]

    assert [each["profileName"] for each in found["nodes"]] == names
    assert found["totalCount"] == len(names)


async def test_a_search_that_is_too_long_is_refused_by_its_place(asker: Asker) -> None:
    answer = await asker.ask(FOUND, filter={"search": "x" * 101})

    assert answer.codes == ["INVALID_INPUT"]
    assert answer.errors[0]["extensions"]["field"] == "filter.search"


async def test_what_customers_spent_is_counted_by_currency_and_less_what_came_back(asker: Asker) -> None:
    account = await make_account()
    buyer, visitor = await make_customer(account, 1), await make_customer(account, 2, name="Visitor")
    conversation = await make_conversation(buyer)
    for currency, status in (
        ("PKR", OrderStatus.PAID),
        ("PKR", OrderStatus.REFUNDED),
        ("PKR", OrderStatus.PENDING),
        ("PKR", OrderStatus.CANCELLED),
        ("USD", OrderStatus.COMPLETED),
    ):
        order = await make_order(conversation, status=OrderStatus.PENDING)
        await Order.filter(id=order.id).update(currency=currency, status=status, paid_at=clock.now())
        if status is OrderStatus.REFUNDED:
            await Refund.create(
                order_id=order.id, amount=100_100, currency="PKR", reference="TX", actor="STAFF", reason=""
            )

    with counted() as statements:
        nodes = (await asker.read("{ customers { nodes { profileName spend { amount currency } } } }"))["customers"]

    assert {each["profileName"]: each["spend"] for each in nodes["nodes"]} == {
        "Visitor": [],
        "Amina": [{"amount": "9001.00", "currency": "PKR"}, {"amount": "5001.00", "currency": "USD"}],
    }
    assert visitor.id != buyer.id
    assert len(statements) == 2


async def test_two_customers_become_one(asker: Asker) -> None:
    account = await make_account()
    kept, merged = await make_customer(account, 1), await make_customer(account, 2, name="Amina Bibi")
    conversation = await make_conversation(merged)
    await make_message(conversation, "Salam")
    order = await make_order(conversation)
    asked = {"keptId": node(kept), "mergedId": node(merged)}

    first = await do(asker, "customerMerge", CUSTOMER, **asked)
    again = await do(asker, "customerMerge", CUSTOMER, **asked)
    read = await asker.read(
        "query ($id: ID!) { customers { nodes { id orders { nodes { number } } conversations { totalCount } } } "
        "merged: customers(filter: {isMerged: true}) { nodes { profileName } } "
        "customer(id: $id) { mergedInto { id } orders { totalCount } } "
        "messages { nodes { customer { id } } } }",
        id=node(merged),
    )

    assert first == again
    assert first["customer"]["id"] == node(kept)
    assert read["customers"]["nodes"] == [
        {"id": node(kept), "orders": {"nodes": [{"number": order.number}]}, "conversations": {"totalCount": 1}}
    ]
    assert read["merged"]["nodes"] == [{"profileName": "Amina Bibi"}]
    assert read["customer"] == {"mergedInto": {"id": node(kept)}, "orders": {"totalCount": 0}}
    assert read["messages"]["nodes"] == [{"customer": {"id": node(kept)}}]
    assert await AuditLog.filter(action="customer.merge").count() == 1


async def test_of_two_open_conversations_the_one_written_in_last_stays(asker: Asker) -> None:
    account = await make_account()
    kept, merged = await make_customer(account, 1), await make_customer(account, 2)
    older = await make_conversation(kept, last_message_at=clock.now() - timedelta(hours=1))
    newer = await make_conversation(merged)
    await make_order(older)

    await do(asker, "customerMerge", CUSTOMER, keptId=node(kept), mergedId=node(merged))

    assert await Conversation.filter(customer_id=kept.id).order_by("id").values_list("id", "status") == [
        (older.id, ConversationStatus.ABANDONED),
        (newer.id, ConversationStatus.WAITING_PAYMENT),
    ]
    assert (await Order.first()).conversation_id == newer.id  # type: ignore[union-attr]  # there is one


@pytest.mark.parametrize(
    ("case", "kind", "code", "path"),
    [
        ("itself", "InvalidInputError", "INVALID_INPUT", ["mergedId"]),
        ("nobody", "NotFoundError", "CUSTOMER_NOT_FOUND", ["mergedId"]),
        ("another number", "ConflictError", "CUSTOMERS_NOT_MERGEABLE", ["mergedId"]),
        ("merged already", "ConflictError", "CUSTOMERS_NOT_MERGEABLE", ["mergedId"]),
        ("into a merged one", "ConflictError", "CUSTOMERS_NOT_MERGEABLE", ["keptId"]),
        ("erased", "ConflictError", "CUSTOMERS_NOT_MERGEABLE", ["mergedId"]),
    ],
)
async def test_customers_who_cannot_be_one_stay_two(
    asker: Asker, case: str, kind: str, code: str, path: list[str]
) -> None:
    account = await make_account()
    kept, merged, third = [await make_customer(account, number) for number in (1, 2, 3)]
    match case:
        case "itself":
            merged = kept
        case "nobody":
            merged = Customer(id=99)
        case "another number":
            merged = await make_customer(await make_account("Other"), 4)
        case "merged already":
            await Customer.filter(id=merged.id).update(merged_into_id=third.id)
        case "into a merged one":
            await Customer.filter(id=kept.id).update(merged_into_id=third.id)
        case _:
            await Customer.filter(id=merged.id).update(erased_at=clock.now())

    result = await do(asker, "customerMerge", CUSTOMER, keptId=node(kept), mergedId=node(merged))

    assert (result["__typename"], result["code"], result["path"]) == (kind, code, ["input", *path])
    assert await AuditLog.all().count() == 0


async def test_a_merge_told_twice_under_one_key_happens_once(asker: Asker) -> None:
    account = await make_account()
    kept, merged, third = [await make_customer(account, number) for number in (1, 2, 3)]
    asked = {"keptId": node(kept), "mergedId": node(merged), "idempotencyKey": "k"}

    first = await do(asker, "customerMerge", CUSTOMER, **asked)
    again = await do(asker, "customerMerge", CUSTOMER, **asked)
    reused = await do(asker, "customerMerge", CUSTOMER, **{**asked, "mergedId": node(third)})

    assert first == again
    assert reused["__typename"] == "IdempotencyKeyReusedError"


async def test_a_viewer_changes_nothing_of_customers(asker: Asker) -> None:
    account = await make_account()
    kept, merged = await make_customer(account, 1), await make_customer(account, 2)
    viewer = asker.as_(caller_with(*ROLE_PERMISSIONS[StaffRole.VIEWER]))

    update = await viewer.ask(mutation("customerUpdate", CUSTOMER), input={"id": node(kept), "changes": {"note": "x"}})
    merge = await viewer.ask(
        mutation("customerMerge", CUSTOMER), input={"keptId": node(kept), "mergedId": node(merged)}
    )

    assert (update.data, update.codes) == ({"customerUpdate": None}, ["FORBIDDEN"])
    assert (merge.data, merge.codes) == ({"customerMerge": None}, ["FORBIDDEN"])


async def test_spend_is_for_those_who_may_read_orders(asker: Asker) -> None:
    await make_customer(await make_account())

    answer = await asker.as_(caller_with(Permission.CUSTOMERS_READ)).ask(
        "{ customers { nodes { profileName spend { amount } } } }"
    )

    assert set(answer.codes) == {"FORBIDDEN"}
