"""The ways to pay over the API, and what customers are told of them before anybody has to pay."""

import pytest

from core.permissions import Permission
from core.templates import sentence_id
from graph.schema.templates import MessageTemplate as TemplateNode
from models.payments import PaymentConfig, PaymentMethod
from tests.graph.asking import Asker, caller_with
from tests.graph.rows import make_payment_method
from tests.graph.test_knowledge import TEMPLATE
from tests.graph.test_mutations import do

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
