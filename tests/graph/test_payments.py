"""What customers are told of how to pay, before anybody has to."""

import pytest

from core.permissions import Permission
from core.templates import sentence_id
from graph.schema.templates import MessageTemplate as TemplateNode
from models.payments import PaymentConfig
from tests.graph.asking import Asker, caller_with
from tests.graph.rows import make_payment_method
from tests.graph.test_knowledge import TEMPLATE
from tests.graph.test_mutations import do

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
