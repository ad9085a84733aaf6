"""The first steps of a new shop: it is welcomed, led through the checklist, and let alone when it is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.conftest import MakeDesk, running
from tests.browser.desk import PHONE, barriers, overflows
from tests.journeys.chat import linked_number
from tests.journeys.server import Server


@pytest.fixture
def new_shop(chromium: str, dashboard: None, tmp_path: Path) -> Iterator[Server]:
    """Nobody has written to it yet, and it has no number."""
    with running(tmp_path / "data") as server:
        yield server


async def test_a_new_shop_is_led_to_its_first_sale(new_shop: Server, make_desk: MakeDesk) -> None:
    # In this order, so that its pages are closed before it is.
    desk = await make_desk(server=new_shop, viewport=PHONE)
    page = await desk.page("/")
    await expect(page.get_by_role("heading", name="Welcome", exact=False, level=1)).to_be_visible()
    progress = page.get_by_role("progressbar", name="Checklist")
    await expect(progress).to_have_attribute("aria-valuetext", "3 of 5 required steps done")
    assert await barriers(page) == []
    assert not await overflows(page)

    await page.get_by_role("button", name="Yes, that is right").click()
    await expect(progress).to_have_attribute("aria-valuetext", "4 of 5 required steps done")
    await page.get_by_role("link", name="See all steps").click()

    await expect(page.get_by_role("heading", name="Checklist", level=1)).to_be_visible()
    step = page.locator("[data-step=WHATSAPP]")
    await expect(step.get_by_role("link", name="Connect a number")).to_have_attribute("href", "/accounts")
    await page.get_by_role("button", name="Backups are made").click()
    await expect(page.locator("[data-step=BACKUP]")).to_contain_text("You said that backups are made.")

    async with new_shop.api() as api, linked_number(api) as number:
        await page.get_by_role("link", name="Connect a number").click()
        await expect(page.get_by_role("heading", level=1)).not_to_have_text("Checklist")
        await page.go_back()
        await expect(page.get_by_role("alert")).to_contain_text("Your shop is ready to sell")
        await expect(step).to_contain_text("A simulated number is connected")
        await number.customer().asks("hello")

    await page.goto("/")
    await expect(page.get_by_role("heading", name="Overview", level=1)).to_be_visible()
    await expect(page.get_by_role("link", name="Checklist: 6 of 9")).to_be_visible()
    assert await page.get_by_role("heading", name="Before you can sell").count() == 0
