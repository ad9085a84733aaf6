"""Journey 5: from hello to PAID, in every language."""

from decimal import Decimal

import pytest

from core.languages.formats import money
from core.languages.wording import say
from core.money import Money
from tests.journeys import documents
from tests.journeys.chat import Customer, Number
from tests.journeys.sale import TONGUES, YES, order_and_pay, order_something, show_proof, steps
from tests.pictures import jpeg, pdf, png

BOUGHT_AND_PAID = [
    ("CUSTOMER", None, "PENDING"),
    ("CUSTOMER", "PENDING", "PAYMENT_SUBMITTED"),
    ("API_KEY", "PAYMENT_SUBMITTED", "PAID"),
]


@pytest.mark.parametrize("language", TONGUES)
async def test_a_customer_orders_pays_and_is_told_so_in_their_language(
    number: Number, customer: Customer, language: str
) -> None:
    tongue = TONGUES[language]
    catalog = (await number.ask(documents.CATALOG))["services"]["nodes"]
    service, package = catalog[0], catalog[0]["packages"][0]
    assert package["price"] == {"amount": "25000.00", "currency": "PKR"}
    price = money(Money.from_major(Decimal(package["price"]["amount"]), "PKR"), language)
    methods = (await number.ask(documents.PAYMENT_METHODS))["paymentMethods"]["nodes"]

    greeting = await customer.asks(tongue.hello)
    menu = await customer.asks(tongue.browse)
    packages = await customer.asks("1")
    details = await customer.asks("1")
    summary = await customer.asks(tongue.yes)

    assert greeting.startswith(say(tongue.greeting, language, business="Sample Services"))
    assert menu.startswith(say("services_title", language))
    assert all(each["name"] in menu for each in catalog)
    assert packages.startswith(say("packages_title", language, service=service["name"]))
    assert price in details
    assert details.endswith(say("package_ask", language))
    assert summary == say("summary", language, name=package["name"], total=price)
    assert await customer.orders() == []

    instructions = await customer.asks(tongue.yes)

    pending = (await customer.orders())[0]
    assert instructions.startswith(
        say("order_created", language, number=pending["number"], what=package["name"])
        + "\n\n"
        + say("payment_intro", language, total=price)
    )
    assert len(methods) == 3
    for method in methods:
        assert f"\n{method['accountNumber']}\n" in instructions
        assert say("payment_payee", language, payee=method["payeeName"]) in instructions
    assert instructions.endswith(say("payment_proof_request", language))
    assert (pending["status"], pending["isSimulated"]) == ("PENDING", True)
    assert (pending["total"], pending["unitPrice"]) == (package["price"], package["price"])
    assert (pending["packageName"], pending["quantity"]) == (package["name"], 1)
    assert (await customer.conversation())["status"] == "WAITING_PAYMENT"

    await customer.sends(png(), "image/png")
    thanks = (await customer.hears())["text"]

    submitted = await customer.order("PAYMENT_SUBMITTED")
    assert thanks == say("proof_received", language, number=pending["number"])
    assert [proof["status"] for proof in submitted["proofs"]] == ["SUBMITTED"]
    assert (await customer.conversation())["attention"] == "PROOF_WAITING"

    await number.approve(submitted)
    news = await customer.hears()

    paid = await customer.order("PAID")
    assert news["text"] == say("order_paid", language, number=pending["number"], package=package["name"])
    assert news["author"] == "PROGRAM"
    assert steps(paid) == BOUGHT_AND_PAID
    assert [proof["status"] for proof in paid["proofs"]] == ["APPROVED"]
    assert paid["paidAt"] is not None
    assert [order["id"] for order in await customer.orders()] == [pending["id"]]
    conversation = await customer.conversation()
    assert (conversation["status"], conversation["attention"]) == ("COMPLETED", None)
    known = (await number.customers())[0]
    assert (known["lid"], known["language"], known["profileName"]) == (customer.lid, language, customer.name)


async def test_both_sides_see_the_sale_live(number: Number, customer: Customer) -> None:
    order = await order_and_pay(customer)
    await number.approve(order)
    news = await customer.hears()
    await number.state(news, "SENT", "DELIVERED")

    changes = [event for event in number.watch.seen["orderChanged"] if event["order"]["id"] == order["id"]]
    written = [event["message"] for event in number.watch.seen["messageAdded"]]

    assert [event["isNew"] for event in changes] == [True, False, False]
    assert changes[-1]["order"]["status"] == "PAID"
    assert [message["id"] for message in written] == [message["id"] for message in await number.messages()]
    assert [message["direction"] for message in written] == ["INBOUND", "OUTBOUND"] * 6 + ["OUTBOUND"]


async def test_saying_yes_again_makes_no_second_order(customer: Customer) -> None:
    await order_something(customer)

    first = await customer.asks(YES)
    second = await customer.asks("yes")

    orders = await customer.orders()
    assert [order["status"] for order in orders] == ["PENDING"]
    assert steps(orders[0]) == [("CUSTOMER", None, "PENDING")]
    told = say("waiting_for_payment", "en", number=orders[0]["number"])
    assert told in first
    assert told in second


async def test_a_confirmation_that_is_delivered_three_times_makes_one_order(customer: Customer) -> None:
    for text in ("menu", "1", "1", YES):
        await customer.asks(text)
    whatsapp_id = await customer.says(YES, copies=3)
    await customer.hears()

    await customer.says(YES, whatsappId=whatsapp_id)
    # What comes after it has overtaken nothing: so the copy was looked at, too.
    await customer.asks("my order")

    assert len(await customer.orders()) == 1
    assert [text for text in await customer.said_by("CUSTOMER") if text == YES] == [YES, YES]


async def test_several_pieces_cost_several_times_the_price_in_the_database(customer: Customer) -> None:
    for text in ("menu", "3", "2", YES):
        await customer.asks(text)

    summary = await customer.asks("3 x")
    await customer.asks(YES)

    order = (await customer.orders())[0]
    assert (order["packageName"], order["quantity"]) == ("Monthly class", 3)
    assert order["unitPrice"] == {"amount": "9500.00", "currency": "PKR"}
    assert order["total"] == {"amount": "28500.00", "currency": "PKR"}
    assert money(Money.from_major(Decimal(28500), "PKR"), "en") in summary


async def test_a_voice_note_is_politely_declined(customer: Customer) -> None:
    await customer.asks("hello")

    await customer.says("", kind="AUDIO")
    answer = await customer.hears()

    assert answer["text"] == say("voice_note", "en")


async def test_a_sticker_is_no_proof(customer: Customer) -> None:
    order = await order_something(customer)

    await customer.sends(png(), "image/png", kind="STICKER")
    answer = await customer.hears()

    assert answer["text"] == say("sticker_is_no_proof", "en", number=order["number"])
    after = (await customer.orders())[0]
    assert (after["status"], after["proofs"]) == ("PENDING", [])


async def test_a_picture_before_any_order_is_no_proof(customer: Customer) -> None:
    await customer.asks("hello")

    await customer.sends(png(), "image/png")
    answer = await customer.hears()

    assert say("proof_no_order", "en") in answer["text"]
    assert await customer.orders() == []


async def test_a_second_picture_supersedes_the_first(number: Number, customer: Customer) -> None:
    await order_something(customer)

    first = await show_proof(customer, png(1))
    second = await show_proof(customer, jpeg(2))

    assert [proof["status"] for proof in first["proofs"]] == ["SUBMITTED"]
    assert [proof["status"] for proof in second["proofs"]] == ["SUPERSEDED", "SUBMITTED"]
    assert second["status"] == "PAYMENT_SUBMITTED"
    assert steps(second) == BOUGHT_AND_PAID[:2]
    paid = await number.approve(second)
    assert [proof["status"] for proof in paid["proofs"]] == ["SUPERSEDED", "APPROVED"]


async def test_two_pictures_in_one_breath_are_both_kept(number: Number, customer: Customer) -> None:
    order = await order_something(customer)
    pictures = [await number.upload(png(seed), "image/png") for seed in (1, 2)]

    for upload_id in pictures:
        await customer.says("", kind="IMAGE", uploadId=upload_id)
    await customer.order("PAYMENT_SUBMITTED")
    answer = await customer.hears()

    assert answer["text"] == say("proof_received", "en", number=order["number"])
    written = [message for message in await customer.messages() if message["kind"] == "IMAGE"]
    assert [message["media"]["contentType"] for message in written] == ["image/png", "image/png"]


async def test_a_pdf_is_a_proof(number: Number, customer: Customer) -> None:
    await order_something(customer)

    await customer.sends(pdf(), "application/pdf", kind="DOCUMENT")
    await customer.hears()
    order = await number.approve(await customer.order("PAYMENT_SUBMITTED"))

    assert order["proofs"][0]["media"]["contentType"] == "application/pdf"
    assert order["status"] == "PAID"


async def test_the_picture_of_another_order_is_flagged_and_still_waits_for_a_person(number: Number) -> None:
    honest, copying = number.customer(), number.customer(name="Bilal")
    await number.approve(await order_and_pay(honest))
    await honest.hears()

    order = await order_and_pay(copying)

    assert order["status"] == "PAYMENT_SUBMITTED"
    assert [proof["likeness"] for proof in order["proofs"]] == ["SAME_FILE"]


@pytest.mark.usefixtures("catalog_as_it_was")
async def test_a_price_that_changed_since_the_summary_is_asked_again(number: Number, customer: Customer) -> None:
    service = (await number.change("serviceCreate", name="Journey service"))["service"]
    package = await number.change(
        "packageCreate", serviceId=service["id"], name="Journey bundle", price={"amount": "700", "currency": "PKR"}
    )
    await customer.asks("Journey bundle")
    summary = await customer.asks(YES)
    await number.change(
        "packageUpdate", id=package["package"]["id"], changes={"price": {"amount": "750.50", "currency": "PKR"}}
    )

    asked = await customer.asks(YES)
    nothing_yet = await customer.orders()
    await customer.asks(YES)

    assert "700" in summary
    assert asked.startswith(say("price_changed", "en"))
    assert "750.50" in asked
    assert nothing_yet == []
    assert [order["total"] for order in await customer.orders()] == [{"amount": "750.50", "currency": "PKR"}]


@pytest.mark.usefixtures("catalog_as_it_was")
async def test_a_package_that_was_taken_off_sale_cannot_be_confirmed(number: Number, customer: Customer) -> None:
    service = (await number.change("serviceCreate", name="Passing service"))["service"]
    package = await number.change(
        "packageCreate", serviceId=service["id"], name="Passing bundle", price={"amount": "700", "currency": "PKR"}
    )
    await customer.asks("Passing bundle")
    await customer.asks(YES)
    await number.change("packageUpdate", id=package["package"]["id"], changes={"isActive": False})

    answer = await customer.asks(YES)

    assert say("package_gone", "en") in answer
    assert await customer.orders() == []
