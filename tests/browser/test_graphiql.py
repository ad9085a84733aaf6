"""GraphiQL: with the session of the browser, with a key, and with neither."""

import re

import pytest
from graphql import build_schema, parse, validate
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import MakeDesk
from tests.browser.desk import Desk, barriers, screenshots
from tests.journeys.chat import Customer
from tests.journeys.sale import order_and_pay
from tests.journeys.server import CHECKOUT, Server

SAMPLES = CHECKOUT / "web" / "dashboard" / "src" / "graphiql" / "samples.graphql"
PANELS = ("Documentation Explorer", "History", "GraphiQL Explorer", "Samples")


def answer(page: Page) -> Locator:
    return page.get_by_role("region", name="Result Window")


async def execute(page: Page) -> None:
    # Before its editors are there, the button does nothing.
    await expect(answer(page).get_by_role("code")).to_be_visible()
    await page.get_by_role("button", name=re.compile("^Execute query")).click()


async def open_sample(page: Page, title: str, operation: str) -> None:
    await page.get_by_role("button", name="Show Samples").click()
    await page.get_by_role("region", name="Samples").get_by_role("button", name=title, exact=True).click()
    # What is run is named a moment after it is read.
    await expect(page.get_by_role("button", name=operation, exact=True)).to_be_visible()


async def test_each_sample_is_one_that_the_api_takes() -> None:
    schema = build_schema((CHECKOUT / "schema.graphql").read_text())
    samples = re.split(r"^## ", SAMPLES.read_text(), flags=re.MULTILINE)[1:]

    assert len(samples) >= 10
    for sample in samples:
        title, document = sample.split("\n", 1)
        assert validate(schema, parse(document)) == [], title


async def test_whoever_is_signed_in_asks_as_themselves(desk: Desk) -> None:
    page = await desk.page("/graphiql")
    await expect(page.get_by_role("status")).to_have_text("Asking as you, who are signed in")

    await execute(page)

    await expect(answer(page)).to_contain_text(re.compile(r'"name":\s"owner"'))
    await page.get_by_role("button", name="Show GraphiQL Explorer").click()
    await expect(page.get_by_text("orders", exact=True).first).to_be_visible()


@pytest.mark.parametrize("is_dark", [False, True])
async def test_every_panel_is_open_to_everybody(make_desk: MakeDesk, is_dark: bool) -> None:
    page = await (await make_desk(is_dark=is_dark)).page("/graphiql")
    await execute(page)
    await expect(answer(page)).to_contain_text("owner")

    for panel in PANELS:
        await page.get_by_role("button", name=f"Show {panel}").click()
        await expect(page.get_by_role("button", name=f"Hide {panel}")).to_be_visible()
        assert await barriers(page) == [], panel
        if folder := screenshots():
            await page.screenshot(path=folder / f"graphiql-{panel}-{'dark' if is_dark else 'light'}.png")


async def test_a_subscription_follows_orders_live(desk: Desk, customer: Customer) -> None:
    page = await desk.page("/graphiql")
    await open_sample(page, "Follow all orders", "OrderNews")

    await execute(page)
    await expect(page.get_by_role("button", name=re.compile("^Stop query"))).to_be_visible()
    order = await order_and_pay(customer)

    await expect(answer(page)).to_contain_text(order["number"])
    await expect(answer(page)).to_contain_text("PAYMENT_SUBMITTED")
    await page.get_by_role("button", name=re.compile("^Stop query")).click()


async def test_a_program_s_key_is_tried_out_without_a_session(make_desk: MakeDesk, server: Server) -> None:
    page = await (await make_desk(signed_in=False)).page("/graphiql")
    await page.get_by_label("API key").fill(server.key)
    await page.get_by_role("button", name="Use it").click()
    await expect(page.get_by_role("status")).to_have_text("Asking with the API key")

    await open_sample(page, "What is for sale", "Catalog")
    await execute(page)

    await expect(answer(page)).to_contain_text("Website")


async def test_nobody_is_told_how_to_become_somebody(make_desk: MakeDesk) -> None:
    page = await (await make_desk(signed_in=False, language="ur", is_dark=True)).page("/graphiql")

    await expect(page.get_by_role("status")).to_contain_text("API کلید دیں")
    await expect(answer(page)).to_contain_text("API")
    assert await barriers(page) == []


async def test_a_link_brings_its_query(desk: Desk) -> None:
    page = await desk.page("/graphiql?query={viewer{staff{email}}}")

    await execute(page)

    await expect(answer(page)).to_contain_text("owner@example.com")
