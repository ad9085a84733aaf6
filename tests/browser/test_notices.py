"""Notices: heard live, seen by each for themselves, and over for everybody."""

from collections.abc import Awaitable, Callable
from uuid import uuid4

from playwright.async_api import expect

from tests.browser.conftest import MakeDesk
from tests.browser.desk import Desk, barriers
from tests.journeys.chat import Number

HUMAN_PLEASE = "I want to talk to a human please"


async def test_a_notice_is_heard_seen_and_resolved(
    desk: Desk, make_desk: MakeDesk, make_staff: Callable[[str], Awaitable[tuple[str, str]]], number: Number
) -> None:
    customer = number.customer(name=f"Zohra {uuid4().hex[:6]}")
    agents = await make_desk(signed_in=False)
    await agents.sign_in(*await make_staff("agent"))
    colleague = await agents.page("/notices")
    page = await desk.page("/notices")
    await page.get_by_role("button", name="Mark all as seen").click()
    await expect(page.get_by_role("button", name="Notices: 0 new")).to_be_visible()
    await page.get_by_role("link", name="Customers", exact=True).click()

    await customer.asks(HUMAN_PLEASE)

    bell = page.get_by_role("button", name="Notices: 1 new")
    await expect(bell).to_be_visible()
    await bell.focus()
    await page.keyboard.press("Enter")
    popover = page.get_by_role("dialog", name="Notices: 1 new")
    await expect(popover.get_by_role("link").filter(has_text=customer.name)).to_contain_text("needs a person")
    await page.keyboard.press("Escape")
    await expect(popover).to_be_hidden()
    await page.goto("/notices")
    line = page.get_by_role("listitem").filter(has_text=customer.name)
    await expect(line).to_contain_text("The customer asked for a person.")
    # Looking at it is enough; it stays where it is read.
    await expect(page.get_by_role("button", name="Notices: 0 new")).to_be_visible()
    await expect(line).to_contain_text("New")
    assert await barriers(page) == []

    # Seen by the owner only, over for everybody.
    same_line = colleague.get_by_role("listitem").filter(has_text=customer.name)
    await expect(same_line).to_contain_text("New")
    await line.get_by_role("button", name="Resolve").click()
    await expect(line).to_contain_text("Resolved")
    await expect(same_line).to_contain_text("Resolved")
    await page.get_by_text("Resolved", exact=True).first.click()
    await page.wait_for_url("**/notices?show=resolved")
    await expect(line.get_by_role("link", name="Open the chat")).to_be_visible()


async def test_what_is_looked_at_among_the_unseen_stays_until_the_page_is_left(desk: Desk, number: Number) -> None:
    customer = number.customer(name=f"Yusra {uuid4().hex[:6]}")
    page = await desk.page("/notices?show=unseen")
    await page.get_by_role("button", name="Mark all as seen").click()
    await expect(page.get_by_role("button", name="Notices: 0 new")).to_be_visible()

    await customer.asks(HUMAN_PLEASE)

    line = page.get_by_role("listitem").filter(has_text=customer.name)
    await expect(line).to_be_visible()
    await expect(page.get_by_role("button", name="Notices: 0 new")).to_be_visible()
    await expect(line).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("You have seen everything")).to_be_visible()
