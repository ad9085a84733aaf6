"""The simulator in the browser: a customer on a phone buys to the end, and faults of the line are seen there."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import MakeDesk
from tests.browser.desk import PHONE, Desk, barriers, overflows
from tests.journeys.chat import Number, Shopkeeper

REPORTS = """
query Reports($simulated: Boolean!) {
  reportFunnel(filter: { includeSimulated: $simulated }) { total { chats orders proofs paid } }
  reportRevenue(filter: { includeSimulated: $simulated }) { total { currency orders } }
}
"""


def bubbles(page: Page, side: str) -> Locator:
    return page.locator(f"article.sim-bubble[data-side={side}]")


async def say(page: Page, text: str) -> str:
    """What the shop answers."""
    heard = await bubbles(page, "shop").count()
    box = page.get_by_label("Message to the shop")
    await box.fill(text)
    await box.press("Enter")
    answer = bubbles(page, "shop").nth(heard)
    await expect(answer).to_be_visible()
    return await answer.inner_text()


async def choose(page: Page, bubble: Locator, what: str) -> None:
    await bubble.hover()
    await bubble.get_by_role("button", name="What to do with this message").click()
    await page.get_by_role("menuitem", name=what).click()


async def fault(page: Page, name: str) -> None:
    await page.get_by_role("button", name="Line faults").click()
    await page.get_by_role("menuitem", name=name).click()


async def reports(keeper: Shopkeeper, *, simulated: bool) -> dict[str, Any]:
    return await keeper.ask(REPORTS, simulated=simulated)


async def test_a_package_is_sold_to_the_end_and_the_order_stays_out_of_the_reports(
    desk: Desk, number: Number, keeper: Shopkeeper
) -> None:
    before = await reports(keeper, simulated=False)
    with_simulated = await reports(keeper, simulated=True)
    page = await desk.page(f"/simulator?account={number.id}")
    glass = page.get_by_role("region", name="Glass box")

    await page.get_by_role("button", name="Hello, what do you offer?").click()
    await expect(bubbles(page, "shop").first).to_contain_text("Sample Services")
    await expect(bubbles(page, "customer").first).to_contain_text("Answered")
    await say(page, "1")
    await say(page, "1")
    assert "PKR 25,000" in await say(page, "yes")
    await say(page, "yes")

    order = glass.get_by_role("article", name=re.compile("^Order "))
    await expect(order).to_contain_text("PKR 25,000")
    await expect(order).to_contain_text("it stays out of the reports")
    await expect(glass).to_contain_text("Waits for payment")
    await expect(glass).to_contain_text("Language: English")
    await page.get_by_role("button", name="Attach").click()
    await page.get_by_role("menuitem", name="Sample payment receipt").click()
    await expect(bubbles(page, "customer").last.get_by_role("link")).to_be_visible()
    await expect(bubbles(page, "shop").last).to_contain_text("we have received your payment proof")
    # What the assistant did with the receipt stands beside the phone.
    await expect(glass).to_contain_text("Take a file as proof of payment")
    assert await barriers(page) == []

    await order.get_by_role("button", name="Approve the payment").click()
    await expect(order).to_contain_text("Paid")
    await expect(bubbles(page, "shop").last).to_contain_text("We have received your payment for order")
    await expect(glass).to_contain_text("Sold")

    assert await reports(keeper, simulated=False) == before
    after = await reports(keeper, simulated=True)
    assert after["reportFunnel"]["total"]["paid"] == with_simulated["reportFunnel"]["total"]["paid"] + 1


async def test_a_customer_replies_reacts_edits_takes_back_and_is_met_again(desk: Desk, number: Number) -> None:
    page = await desk.page(f"/simulator?account={number.id}")
    await page.get_by_role("button", name=re.compile("^The customer:")).click()
    picker = page.get_by_role("dialog", name=re.compile("^The customer:"))
    await picker.get_by_label("Name").fill("Zohra")
    await picker.get_by_label("Phone").fill("+92 300 7654321")
    await picker.get_by_role("button", name="Be them").click()
    await expect(page.get_by_role("region", name="Phone of Zohra")).to_be_visible()
    await say(page, "hello")

    shop, mine = bubbles(page, "shop"), bubbles(page, "customer")
    await choose(page, shop.last, "React with 👍")
    await expect(shop.last.get_by_label("Reactions")).to_have_text("👍")
    await choose(page, shop.last, "Reply")
    await say(page, "menu")
    await expect(mine.last.locator(".sim-quote")).to_contain_text("Sample Services")
    await choose(page, mine.first, "Edit")
    box = page.get_by_label("Message to the shop")
    await expect(box).to_have_value("hello")
    await box.fill("hello there")
    await box.press("Enter")
    await expect(mine.first).to_contain_text("hello there")
    await expect(mine.first).to_contain_text("Edited")
    await choose(page, mine.first, "Delete for everyone")
    await expect(mine.first).to_contain_text("You deleted this message")

    # The address tells who it was, and a new page what was said.
    again = await desk.page(page.url)
    await expect(again.get_by_role("button", name="The customer: Zohra")).to_be_visible()
    await expect(bubbles(again, "customer")).to_have_count(2)
    await expect(bubbles(again, "customer").first).to_contain_text("You deleted this message")
    assert [customer["profileName"] for customer in await number.customers()] == ["Zohra"]


async def test_what_happens_to_the_line_is_seen_on_the_phone(desk: Desk, number: Number) -> None:
    page = await desk.page(f"/simulator?account={number.id}")
    phone = page.get_by_role("region", name=re.compile("^Phone of"))
    await say(page, "hello")

    await fault(page, "Cut the line The connection")
    await expect(phone.get_by_role("status")).to_contain_text("The connection was lost.")
    box = page.get_by_label("Message to the shop")
    await box.fill("menu")
    await box.press("Enter")
    mine = bubbles(page, "customer").last
    await expect(mine).to_contain_text("The network has it, the shop not yet")
    await fault(page, "Restore the line")
    await expect(phone).to_contain_text("online")
    await expect(mine).to_contain_text("Answered")

    await fault(page, "Log it out on the phone")
    await expect(phone.get_by_role("status")).to_contain_text("The link with the phone has ended.")
    # One press connects it, and the simulated phone scans what is shown.
    await phone.get_by_role("button", name="Connect").click()
    await expect(phone).to_contain_text("online")
    await say(page, "menu")


async def test_an_agent_plays_a_customer_on_a_narrow_screen_in_urdu(
    make_desk: MakeDesk, make_staff: Callable[[str], Awaitable[tuple[str, str]]], number: Number
) -> None:
    agents = await make_desk(signed_in=False, language="ur", viewport=PHONE, is_dark=True)
    await agents.sign_in(*await make_staff("agent"))
    page = await agents.page(f"/simulator?account={number.id}")

    await page.get_by_role("button", name="السلام علیکم، آپ کے پاس کیا کیا ہے؟").click()

    await expect(bubbles(page, "shop").first).to_contain_text("وعلیکم السلام")
    await expect(page.get_by_role("button", name="نیا آزمائشی نمبر")).to_have_count(0)
    assert not await overflows(page)
    assert await barriers(page) == []
    await page.get_by_text("شیشے کا ڈبہ", exact=True).click()
    await expect(page.get_by_role("region", name="شیشے کا ڈبہ")).to_contain_text("اردو")
    await expect(page.get_by_role("log")).to_be_hidden()
    assert not await overflows(page)
