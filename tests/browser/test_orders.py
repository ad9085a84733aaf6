"""Orders and the review of proofs: journeys 5 and 6 in the dashboard, by mouse, by keyboard, by two at once."""

import csv
import io
import random
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from core.languages.wording import say
from tests.browser.conftest import MakeDesk
from tests.browser.desk import PHONE, Desk, overflows
from tests.journeys.chat import Customer, Number, Shopkeeper, Thing
from tests.journeys.sale import order_and_pay, order_something, show_proof, steps
from tests.pictures import pdf, png

MakeStaff = Callable[[str], Awaitable[tuple[str, str]]]

# The first package of the sample data.
PRICE = "PKR 25,000"
UNREADABLE = {
    "en": "The picture is not clear enough to read.",
    "ur": "تصویر اتنی صاف نہیں کہ پڑھی جا سکے۔",
}


def picture() -> bytes:
    """Like no other: all tests share one shop, and what is alike is flagged."""
    return png(random.randrange(1_000_000_000))


async def waiting_proof(customer: Customer, image: bytes | None = None) -> Thing:
    """An order of theirs whose proof waits."""
    await order_something(customer)
    return await show_proof(customer, image or picture())


def review_of(order: Thing) -> str:
    return f"/orders/review/{order['proofs'][-1]['id']}"


def decision(page: Page, order: Thing) -> Locator:
    return page.get_by_role("region", name=f"Decision about {order['number']}")


async def ready(page: Page, order: Thing) -> None:
    """Waits until the proof is on the screen and can be decided about."""
    await expect(decision(page, order)).to_have_attribute("aria-busy", "false")


async def with_simulator(page: Page) -> None:
    """Shows the orders of simulated customers too, which all of these are."""
    switch = page.get_by_role("switch", name="With simulator")
    if not await switch.is_checked():
        await page.get_by_text("With simulator").click()
    await expect(switch).to_be_checked()


async def of(customer: Customer) -> Thing:
    """Their order as it is now."""
    return (await customer.orders())[-1]


async def test_a_proof_is_approved_and_the_customer_told(desk: Desk, number: Number) -> None:
    customer = number.customer(name="Zubaida of journey five")
    page = await desk.page(f"/orders?search={customer.name}")
    await expect(page.get_by_text("Nothing matches")).to_be_visible()

    order = await waiting_proof(customer)
    row = page.get_by_role("row", name=order["number"])
    await expect(row).to_contain_text("To review")
    await row.get_by_role("link").click()
    await page.get_by_role("link", name="Look at the proof").click()
    await ready(page, order)
    await expect(decision(page, order).get_by_test_id("expected")).to_have_text(PRICE.replace(" ", "\u00a0"))
    await page.get_by_role("button", name=f"Approve {PRICE}").click()

    await expect(page.get_by_text(f"{order['number']} is paid.")).to_be_visible()
    told = await customer.hears()
    paid = await of(customer)
    assert told["text"] == say("order_paid", "en", number=order["number"], package=order["packageName"])
    assert paid["status"] == "PAID"
    assert steps(paid)[-1] == ("STAFF", "PAYMENT_SUBMITTED", "PAID")
    await page.goto(f"/orders/{order['id']}")
    await expect(page.get_by_role("main").get_by_text("Paid", exact=True).first).to_be_visible()
    await expect(page.get_by_text("owner approved the payment")).to_be_visible()
    await expect(page.get_by_role("button", name="Mark as delivered")).to_be_visible()


async def test_after_a_rejection_another_proof_is_approved_and_both_are_kept(
    desk: Desk, number: Number, keeper: Shopkeeper
) -> None:
    customer = number.customer(name="Yusra of journey six")
    order = await waiting_proof(customer)
    theirs = (await customer.orders())[-1]["customer"]["id"]
    await keeper.change("customerUpdate", id=theirs, changes={"language": "ur"})
    page = await desk.page(review_of(order))
    await ready(page, order)

    await page.get_by_role("button", name="Reject").click()
    dialog = page.get_by_role("dialog", name=f"Reject the proof for {order['number']}")
    await dialog.get_by_role("button", name="Reject").click()
    await expect(dialog.get_by_text("Say why; the customer reads it.")).to_be_visible()
    await dialog.get_by_text("Not readable").click()
    await expect(dialog.get_by_role("textbox")).to_have_value(UNREADABLE["ur"])
    await dialog.get_by_role("button", name="Reject").click()

    await expect(page.get_by_text(f"The proof for {order['number']} is rejected.")).to_be_visible()
    told = await customer.hears()
    assert told["text"] == say("order_rejected", "ur", number=order["number"], reason=UNREADABLE["ur"])

    await page.goto(f"/orders/{order['id']}")
    proofs = page.get_by_role("region", name="Proofs of payment")
    await expect(proofs.get_by_role("listitem")).to_have_count(1)
    await customer.sends(pdf(random.randrange(1_000_000_000)), "application/pdf", kind="DOCUMENT")
    await customer.hears()
    again = await of(customer)
    await expect(proofs.get_by_role("listitem")).to_have_count(2)
    await page.get_by_role("link", name="Look at the proof").click()
    await ready(page, again)
    await expect(page.get_by_role("img", name=f"Proof of payment for order {order['number']}")).to_be_visible()
    await expect(page.get_by_role("region", name="Other proofs of this order")).to_contain_text(UNREADABLE["ur"])
    await page.get_by_role("button", name=f"Approve {PRICE}").click()

    await expect(page.get_by_text(f"{order['number']} is paid.")).to_be_visible()
    paid = await of(customer)
    assert paid["status"] == "PAID"
    assert [(proof["status"], proof["reason"]) for proof in paid["proofs"]] == [
        ("REJECTED", UNREADABLE["ur"]),
        ("APPROVED", ""),
    ]
    await page.goto(f"/orders/{order['id']}")
    await expect(proofs.get_by_text("Approved", exact=True)).to_be_visible()
    await expect(proofs.get_by_text("Rejected", exact=True)).to_be_visible()


async def test_of_two_who_decide_at_once_the_second_sees_who_was_quicker(
    desk: Desk, make_desk: MakeDesk, make_staff: MakeStaff, number: Number, customer: Customer
) -> None:
    order = await waiting_proof(customer)
    other = await make_desk(signed_in=False)
    await other.sign_in(*await make_staff("agent"))
    first, second = await desk.page(review_of(order)), await other.page(review_of(order))
    await ready(first, order)
    await ready(second, order)
    await second.get_by_role("button", name="Reject").click()
    dialog = second.get_by_role("dialog")
    await dialog.get_by_text("Wrong amount").click()

    await first.get_by_role("button", name=f"Approve {PRICE}").click()
    await expect(first.get_by_text(f"{order['number']} is paid.")).to_be_visible()
    await dialog.get_by_role("button", name="Reject").click()

    conflict = decision(second, order).get_by_role("alert")
    await expect(conflict).to_contain_text("Somebody was quicker. Your decision was not taken.")
    await expect(conflict).to_contain_text("Approved")
    await expect(conflict).to_contain_text("owner")
    await expect(second.get_by_role("button", name=f"Approve {PRICE}")).to_have_count(0)
    assert (await of(customer))["status"] == "PAID"
    await customer.hears()
    assert await customer.said_by("PROGRAM") == [
        say("order_paid", "en", number=order["number"], package=order["packageName"])
    ]


async def test_a_proof_that_comes_while_one_looks_at_another_is_not_approved_unseen(
    desk: Desk, number: Number, customer: Customer
) -> None:
    order = await waiting_proof(customer)
    page = await desk.page(review_of(order))
    await ready(page, order)

    newer = await show_proof(customer, picture())

    status = decision(page, order).get_by_role("status")
    await expect(status).to_contain_text("Set aside")
    await expect(page.get_by_role("button", name=f"Approve {PRICE}")).to_have_count(0)
    await page.get_by_role("link", name="Look at the newer proof").click()
    # Both proofs are of one order: what says which is on the desk is that it can be decided about.
    await expect(page.get_by_role("button", name=f"Approve {PRICE}")).to_be_visible()
    await ready(page, newer)
    assert page.url.endswith(review_of(newer))
    await page.get_by_role("button", name=f"Approve {PRICE}").click()
    await expect(page.get_by_text(f"{order['number']} is paid.")).to_be_visible()


async def test_what_somebody_else_decides_is_seen_at_once(desk: Desk, number: Number, customer: Customer) -> None:
    order = await waiting_proof(customer)
    page = await desk.page(review_of(order))
    await ready(page, order)

    await number.reject(order, "This is a holiday picture")

    status = decision(page, order).get_by_role("status")
    await expect(status).to_contain_text("This is a holiday picture")
    await expect(page.get_by_role("button", name="Reject")).to_have_count(0)


async def test_proofs_are_reviewed_by_keyboard_alone(desk: Desk, number: Number) -> None:
    one = await waiting_proof(number.customer(name="One"))
    two = await waiting_proof(number.customer(name="Two"))
    customer = number.customer(name="Three")
    three = await waiting_proof(customer)
    page = await desk.page("/orders/review")
    await page.get_by_role("switch", name="With simulator").focus()
    await page.keyboard.press("Space")
    await page.goto(review_of(one))
    await ready(page, one)

    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    await page.keyboard.press("a")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    await page.keyboard.press("j")
    await ready(page, two)
    await page.keyboard.press("ArrowRight")
    await ready(page, three)
    await page.keyboard.press("k")
    await ready(page, two)
    await page.keyboard.press("ArrowLeft")
    await ready(page, one)
    tools = page.get_by_role("toolbar", name="Picture")
    await page.keyboard.press("z")
    await expect(tools).to_contain_text("250%")
    await page.keyboard.press("+")
    await expect(tools).to_contain_text("350%")
    await page.keyboard.press("o")
    await expect(page.get_by_role("img", name=re.compile("^Proof of payment"))).to_have_css(
        "transform", re.compile(r"^matrix\(0, 1, -1, 0,")
    )
    await page.keyboard.press("0")
    await expect(tools).to_contain_text("100%")

    # Pressed twice, it decides about the proof that was looked at, and not about the next one too.
    await page.keyboard.press("a")
    await page.keyboard.press("a")
    await ready(page, two)
    await page.keyboard.press("r")
    dialog = page.get_by_role("dialog", name=f"Reject the proof for {two['number']}")
    await expect(dialog.get_by_role("radio").first).to_be_focused()
    await page.keyboard.press("Space")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await ready(page, three)
    await page.keyboard.press("a")
    await expect(page.get_by_text(f"{three['number']} is paid.")).to_be_visible()

    orders = {order["number"]: order for order in await number.orders()}
    assert [orders[order["number"]]["status"] for order in (one, two, three)] == ["PAID", "REJECTED", "PAID"]
    assert orders[two["number"]]["proofs"][0]["reason"] == UNREADABLE["en"]


async def test_a_proof_that_was_used_before_is_shown_beside_the_other_and_asked_about(
    desk: Desk, number: Number
) -> None:
    image = picture()
    before = await waiting_proof(number.customer(), image)
    await number.approve(before)
    customer = number.customer()
    order = await waiting_proof(customer, image)
    page = await desk.page(review_of(order))
    await ready(page, order)

    await expect(decision(page, order)).to_contain_text("The very same file was sent for another order.")
    await expect(decision(page, order).get_by_role("link", name=before["number"])).to_be_visible()
    await page.keyboard.press("c")
    await expect(page.get_by_role("img", name=f"Proof of payment for order {before['number']}")).to_be_visible()
    await page.keyboard.press("a")
    question = page.get_by_role("dialog", name=re.compile("all the same"))
    await expect(question).to_contain_text("The very same file was sent for another order.")
    await question.get_by_role("button", name="Cancel").click()
    await expect(question).to_be_hidden()
    assert (await of(customer))["status"] == "PAYMENT_SUBMITTED"

    await page.get_by_role("button", name=f"Approve {PRICE}").click()
    await question.get_by_role("button", name=f"Approve {PRICE}").click()

    await expect(page.get_by_text(f"{order['number']} is paid.")).to_be_visible()
    assert (await of(customer))["status"] == "PAID"


async def test_money_is_given_back_after_a_second_look(desk: Desk, number: Number, customer: Customer) -> None:
    order = await order_and_pay(customer)
    await number.approve(order)
    await customer.hears()
    page = await desk.page(f"/orders/{order['id']}")

    await page.get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name="Refund").click()
    form = page.get_by_role("dialog", name=f"Refund {order['number']}")
    await form.get_by_label("Amount in PKR").fill("30000")
    await form.get_by_label("Reference").fill("EP-4711")
    await form.get_by_role("button", name="Check and refund").click()
    question = page.get_by_role("dialog", name="Refund PKR 30,000")
    await question.get_by_role("button", name="Refund PKR 30,000").click()
    await expect(form.get_by_text("Give back more than nothing and at most")).to_be_visible()
    await form.get_by_label("Amount in PKR").fill("1,500.50")
    await form.get_by_role("button", name="Check and refund").click()
    question = page.get_by_role("dialog", name="Refund PKR 1,500.50")
    await expect(question).to_contain_text("EP-4711")
    await question.get_by_role("button", name="Refund PKR 1,500.50").click()

    await expect(page.get_by_text("The refund is written down.")).to_be_visible()
    await expect(page.get_by_role("region", name="Timeline")).to_contain_text("owner refunded PKR\u00a01,500.50")
    told = await customer.hears()
    assert "1,500.50" in told["text"]
    refunded = await of(customer)
    assert refunded["status"] == "REFUNDED"
    assert refunded["refunds"][0]["reference"] == "EP-4711"


async def test_an_order_is_cancelled_with_a_reason_and_noted_about(
    make_desk: MakeDesk, number: Number, customer: Customer
) -> None:
    order = await order_something(customer)
    desk = await make_desk(viewport=PHONE)
    page = await desk.page(f"/orders/{order['id']}")
    await expect(page.get_by_text("Is cancelled unpaid")).to_be_visible()
    assert not await overflows(page)

    await page.get_by_label("Note for the team").fill("Called twice, nobody answered.")
    await page.get_by_role("button", name="Add note").click()
    timeline = page.get_by_role("region", name="Timeline")
    await expect(timeline.get_by_role("listitem").last).to_contain_text("Called twice, nobody answered.")
    await page.get_by_role("button", name="Cancel order").click()
    dialog = page.get_by_role("dialog", name=f"Cancel {order['number']}?")
    await dialog.get_by_label("Reason").fill("Sold out")
    await dialog.get_by_role("button", name="Cancel order").click()

    await expect(page.get_by_text(f"{order['number']} is cancelled.")).to_be_visible()
    await expect(timeline).to_contain_text("Sold out")
    told = await customer.hears()
    assert "Sold out" in told["text"]
    assert (await of(customer))["status"] == "CANCELLED"


async def test_agents_refund_nothing_and_viewers_only_look(
    make_desk: MakeDesk, make_staff: MakeStaff, number: Number
) -> None:
    waiting = await waiting_proof(number.customer())
    paid = await number.approve(await waiting_proof(number.customer()))
    agent, viewer = await make_desk(signed_in=False), await make_desk(signed_in=False)
    await agent.sign_in(*await make_staff("agent"))
    await viewer.sign_in(*await make_staff("viewer"))

    page = await agent.page(f"/orders/{paid['id']}")
    await expect(page.get_by_role("button", name="Mark as delivered")).to_be_visible()
    await expect(page.get_by_role("button", name="More", exact=True)).to_have_count(0)
    await expect(page.get_by_role("button", name="Refund")).to_have_count(0)

    page = await viewer.page(review_of(waiting))
    await ready(page, waiting)
    await expect(page.get_by_text("You can look at proofs, but not decide about them.")).to_be_visible()
    await expect(page.get_by_role("button", name=re.compile("Approve|Reject"))).to_have_count(0)
    await page.keyboard.press("a")
    await page.goto(f"/orders/{waiting['id']}")
    await expect(page.get_by_role("region", name="Timeline")).to_be_visible()
    await expect(page.get_by_role("button", name=re.compile("Approve|Reject|Cancel|Add note"))).to_have_count(0)
    await number.approve(waiting)


async def test_orders_are_found_by_filters_in_the_address_and_taken_away(
    desk: Desk, number: Number, tmp_path: Path
) -> None:
    customer = number.customer(name="Findable Fatima")
    unpaid = await order_something(customer)
    await number.cancel(await order_something(number.customer(name="Findable Faisal")), "sold out")
    page = await desk.page("/orders")

    await page.get_by_role("searchbox").fill("Findable")
    rows = page.get_by_role("row")
    await expect(rows).to_have_count(3)
    await page.get_by_role("button", name="Status").click()
    await page.get_by_label("Unpaid").check()
    await page.keyboard.press("Escape")
    await expect(rows).to_have_count(2)
    await expect(rows.last).to_contain_text(unpaid["number"])
    assert "search=Findable" in page.url
    assert "status=PENDING" in page.url
    async with page.expect_download() as download:
        await page.get_by_role("button", name="Export CSV").click()
    await (await download.value).save_as(tmp_path / "orders.csv")
    table = list(csv.DictReader(io.StringIO((tmp_path / "orders.csv").read_text(encoding="utf-8-sig"))))

    assert [unpaid["number"] in row.values() for row in table] == [True]
    await number.cancel(unpaid, "sold out")
    await expect(page.get_by_text("Nothing matches")).to_be_visible()
    await page.get_by_role("main").get_by_role("button", name="Clear filters").first.click()
    await expect(page.get_by_role("row", name=unpaid["number"])).to_contain_text("Cancelled")
