"""What surrounds every page: sign-in, menu, search, languages, colours, roles, addresses."""

import re

import pytest
from playwright.async_api import Response, expect

from tests.browser.conftest import MakeDesk
from tests.browser.desk import OWNER, PHONE, Desk

# What the scripts of a first visit may weigh on the wire, in bytes.
FIRST_LOAD = 250_000


async def test_somebody_signs_in_by_keyboard_goes_on_where_they_wanted_to_and_signs_out(make_desk: MakeDesk) -> None:
    desk = await make_desk(signed_in=False)
    page = await desk.page("/customers?search=nobody")

    await expect(page.locator("input[name=email]")).to_be_focused()
    await page.keyboard.type(OWNER[0])
    await page.keyboard.press("Tab")
    await page.keyboard.type(OWNER[1])
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("heading", name="Customers", level=1)).to_be_visible()
    assert page.url.endswith("/customers?search=nobody")
    await page.get_by_role("button", name=re.compile("^Account of")).click()
    await page.get_by_role("menuitem", name="Sign out").click()
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


async def test_a_wrong_password_is_told_in_the_readers_language(make_desk: MakeDesk) -> None:
    desk = await make_desk(signed_in=False, language="ur")
    page = await desk.page("/")

    await page.locator("input[name=email]").fill(OWNER[0])
    await page.locator("input[name=password]").fill("not the password")
    await page.locator("button[type=submit]").click()

    await expect(page.get_by_role("alert")).to_be_visible()
    assert await page.locator("html").get_attribute("dir") == "rtl"


async def test_the_search_finds_pages_by_keyboard(desk: Desk) -> None:
    page = await desk.page("/settings")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()

    await page.keyboard.press("Control+k")
    await page.get_by_placeholder("Order number, customer, phone or page").fill("audit")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("heading", name="Audit log", level=1)).to_be_visible()
    assert page.url.endswith("/audit")


async def test_the_language_and_the_colours_are_kept(make_desk: MakeDesk) -> None:
    desk = await make_desk(viewport=PHONE)
    page = await desk.page("/orders")

    await page.get_by_role("button", name=re.compile("^Account of")).click()
    await page.get_by_text("اردو", exact=True).click()
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")
    await page.get_by_text("گہرا", exact=True).click()
    await page.reload()

    await expect(page.get_by_role("heading", name="آرڈر", level=1)).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")


async def test_an_unknown_address_says_so_and_leads_home(desk: Desk) -> None:
    page = await desk.page("/no/such/page")

    await expect(page.get_by_role("heading", name="There is nothing here")).to_be_visible()
    await page.get_by_role("link", name="To the overview").click()

    await expect(page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
    assert page.url == f"{desk.address}/"


@pytest.mark.parametrize("language", ["en", "ur"])
async def test_the_first_visit_does_not_wait_for_more_than_it_shows(make_desk: MakeDesk, language: str) -> None:
    desk = await make_desk(language=language)
    page = await desk.page()
    scripts: list[Response] = []
    page.on("response", lambda answer: scripts.append(answer) if answer.request.resource_type == "script" else None)

    await page.goto("/", wait_until="networkidle")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()

    weights = {answer.url: (await answer.request.sizes())["responseBodySize"] for answer in scripts}
    assert 0 < sum(weights.values()) < FIRST_LOAD, weights
