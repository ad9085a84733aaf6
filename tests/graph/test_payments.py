"""The ways to pay over the API, and what customers are told of them before anybody has to pay."""

import pytest

from core.permissions import Permission
from core.shop import Shop
from core.templates import sentence_id
from graph.schema.payments import PaymentMethod as MethodNode
from graph.schema.templates import MessageTemplate as TemplateNode
from models.orders import OrderStatus
from models.payments import PaymentConfig, PaymentMethod
from models.staff import StaffRole
from tests.graph.asking import Asker, caller_with
from tests.graph.people import PASSWORD, person
from tests.graph.rows import (
    make_account,
    make_conversation,
    make_customer,
    make_order,
    make_package,
    make_payment_method,
    make_service,
)
from tests.graph.test_knowledge import TEMPLATE
from tests.graph.test_mutations import do, mutation

DELETED = (
    "... on PaymentMethodDeletePayload { deletedId } ... on LastPaymentMethodError { code currency openOrderCount }"
)
REORDERED = """... on PaymentMethodReorderPayload { paymentMethods { id } }
... on ListDiffersError { path missingIds unknownIds }"""
FOUND = "query ($filter: PaymentMethodFilter) { paymentMethods(filter: $filter) { nodes { label } } }"
PREVIEW = """query ($currency: String, $language: String) {
    paymentPreview(currency: $currency, language: $language) { language currency text methodCount }
}"""


async def test_the_preview_tells_the_active_ways_to_pay_in_their_order(asker: Asker) -> None:
    later, first, hidden = [await make_payment_method(number) for number in (1, 2, 3)]
    await PaymentConfig.filter(id=later.id).update(position=2, label="Bank", bank_name="City Bank", instructions="Now.")
    await PaymentConfig.filter(id=first.id).update(position=1, label="JazzCash")
    await PaymentConfig.filter(id=hidden.id).update(is_active=False)

    shown = (await asker.read(PREVIEW, currency="PKR", language="en"))["paymentPreview"]

    assert shown["text"].split("\n\n") == [
        "For order *PX-1042*, please pay *PKR 1,500* in one of these ways:",
        f"*JazzCash*\nAccount name: {first.payee_name}\nAccount number:\n{first.account_number}",
        f"*Bank*\nAccount name: {later.payee_name}\nBank: City Bank\nAccount number:\n{later.account_number}\nNow.",
        "When you have paid, please send a screenshot or PDF of the payment here.",
    ]
    assert (shown["language"], shown["currency"], shown["methodCount"]) == ("en", "PKR", 2)


async def test_the_preview_says_what_is_said_where_nobody_can_pay(asker: Asker) -> None:
    await make_payment_method()

    shown = (await asker.read(PREVIEW, currency="KWD", language="en"))["paymentPreview"]

    assert shown["methodCount"] == 0
    assert shown["text"] == "A person from our team will tell you how to pay KWD 1,500."


async def test_the_preview_is_in_the_words_of_the_shop(asker: Asker) -> None:
    await make_payment_method()
    asked = TemplateNode.id_of(sentence_id("payment_proof_request", "ur"))
    await do(asker, "messageTemplateUpdate", TEMPLATE, id=asked, text="رسید بھیجیں")

    shown = (await asker.read(PREVIEW, currency="PKR", language="ur"))["paymentPreview"]

    assert shown["text"].endswith("رسید بھیجیں")


@pytest.mark.parametrize(
    ("asked", "code"), [({"currency": "XYZ"}, "UNKNOWN_CURRENCY"), ({"language": "xx"}, "INVALID_INPUT")]
)
async def test_a_preview_of_what_there_is_not_says_so(asker: Asker, asked: dict[str, str], code: str) -> None:
    answer = await asker.ask(PREVIEW, **asked)

    assert answer.codes == [code]


async def test_who_may_not_read_account_numbers_gets_no_preview(asker: Asker) -> None:
    await make_payment_method()
    reader = asker.as_(caller_with(Permission.PAYMENTS_READ))

    assert (await reader.ask(PREVIEW)).codes == ["FORBIDDEN"]


@pytest.mark.parametrize(
    ("wanted", "labels"),
    [
        ({"search": "easy"}, ["EasyPaisa 1", "EasyPaisa 2"]),
        ({"search": "amina  TRADERS"}, ["EasyPaisa 2"]),
        ({"search": "city"}, ["Transfer"]),
        ({"search": "0300"}, []),
        ({"kind": "BANK_TRANSFER"}, ["Transfer"]),
        ({"kind": "EASYPAISA", "search": "parley"}, ["EasyPaisa 1"]),
        ({"search": " "}, ["EasyPaisa 1", "EasyPaisa 2", "Transfer"]),
    ],
)
async def test_ways_to_pay_are_found_by_their_kind_and_by_what_customers_read_but_not_by_their_number(
    asker: Asker, wanted: dict[str, str], labels: list[str]
) -> None:
    _, traders, bank = [await make_payment_method(number) for number in (1, 2, 3)]
    await PaymentConfig.filter(id=traders.id).update(payee_name="Amina Traders")
    await PaymentConfig.filter(id=bank.id).update(
        method=PaymentMethod.BANK_TRANSFER, label="Transfer", payee_name="Karim", bank_name="City Bank"
    )
    reader = asker.as_(caller_with(Permission.PAYMENTS_READ))

    found = await reader.read(FOUND, filter=wanted)

    assert [method["label"] for method in found["paymentMethods"]["nodes"]] == labels


async def test_a_way_to_pay_that_open_orders_need_is_deleted_once_that_was_read(shop: Shop) -> None:
    owner = await person(shop, StaffRole.OWNER)
    method = await make_payment_method()
    package = await make_package(await make_service())
    await make_order(
        await make_conversation(await make_customer(await make_account())), package, status=OrderStatus.PENDING
    )
    asked = {"id": MethodNode.id_of(method.id), "password": PASSWORD}

    asks = await do(owner, "paymentMethodDelete", DELETED, **asked)
    unproven = await do(owner, "paymentMethodDelete", DELETED, id=asked["id"], confirm=True)
    done = await do(owner, "paymentMethodDelete", DELETED, **asked, confirm=True)

    assert (asks["__typename"], asks["code"]) == ("LastPaymentMethodError", "LAST_PAYMENT_METHOD")
    assert (asks["currency"], asks["openOrderCount"]) == ("PKR", 1)
    assert (unproven["code"], unproven["path"]) == ("PASSWORD_REQUIRED", ["input", "password"])
    assert done == {"__typename": "PaymentMethodDeletePayload", "deletedId": asked["id"]}
    told = await owner.read("{ notices { nodes { kind detail about { id } } } }")
    assert [(notice["kind"], notice["detail"]["label"], notice["about"]) for notice in told["notices"]["nodes"]] == [
        ("PAYEE_CHANGED", method.label, None)
    ]


async def test_the_ways_to_pay_are_put_into_an_order_and_what_differs_is_named(asker: Asker) -> None:
    first, second, third = [MethodNode.id_of((await make_payment_method(number)).id) for number in (1, 2, 3)]

    done = await do(asker, "paymentMethodReorder", REORDERED, paymentMethodIds=[third, first, second])
    differs = await do(asker, "paymentMethodReorder", REORDERED, paymentMethodIds=[third, MethodNode.id_of(99)])

    assert [method["id"] for method in done["paymentMethods"]] == [third, first, second]
    listed = await asker.read("{ paymentMethods { nodes { id position } } }")
    assert listed["paymentMethods"]["nodes"] == [
        {"id": third, "position": 1},
        {"id": first, "position": 2},
        {"id": second, "position": 3},
    ]
    assert (differs["__typename"], differs["path"]) == ("ListDiffersError", ["input", "paymentMethodIds"])
    assert (differs["missingIds"], differs["unknownIds"]) == ([first, second], [MethodNode.id_of(99)])


@pytest.mark.parametrize("name", ["paymentMethodDelete", "paymentMethodReorder"])
async def test_who_only_reads_ways_to_pay_neither_deletes_nor_orders_them(asker: Asker, name: str) -> None:
    method = MethodNode.id_of((await make_payment_method()).id)
    asked = {"id": method} if name == "paymentMethodDelete" else {"paymentMethodIds": [method]}

    refused = await asker.as_(caller_with(Permission.PAYMENTS_READ)).ask(mutation(name, ""), input=asked)

    assert refused.codes == ["FORBIDDEN"]
    assert await PaymentConfig.all().count() == 1
