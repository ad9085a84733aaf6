"""The overview: real figures that follow what happens, and what those see who may see no reports."""

import asyncio
from collections.abc import Awaitable, Callable

import asyncpg
from playwright.async_api import expect

from core.embedded_postgres import EmbeddedPostgres
from tests.browser.conftest import QUICK, MakeDesk
from tests.browser.desk import Desk, barriers
from tests.journeys.chat import Customer, Number
from tests.journeys.sale import order_and_pay
from tests.journeys.server import Server
from web.place import DATABASE

AS_IF_REAL = """
with numbers as (
    update whatsapp_accounts set kind = 'WHATSAPP' where id = (select account_id from orders where number = $1)
    returning id
)
update orders set is_simulated = false where account_id in (select id from numbers)
"""


async def count_as_real(server: Server, number: Number, order_number: str) -> None:
    """As if the customers of a simulated number had written over WhatsApp: reports leave the simulator out."""
    await number.change("whatsappAccountDisconnect", id=number.id)
    await number.status("DISCONNECTED", start=len(number.watch.seen["whatsappAccountChanged"]) - 1)
    postgres = EmbeddedPostgres(server.data / "postgres")
    await asyncio.to_thread(postgres.start)
    try:
        connection = await asyncpg.connect(postgres.dsn(DATABASE))
        await connection.execute(AS_IF_REAL, order_number)
        await connection.close()
    finally:
        await asyncio.to_thread(postgres.stop)
    # No event tells of a change behind the program's back; this one makes it count anew.
    await number.change("settingsChange", **QUICK)


async def test_the_overview_shows_what_was_sold_and_follows_it(
    desk: Desk, server: Server, number: Number, customer: Customer
) -> None:
    order = await order_and_pay(customer)
    await count_as_real(server, number, order["number"])
    page = await desk.page("/")
    waiting = page.locator("[data-counter=proofsWaiting]")
    today = page.locator("[data-counter=revenueToday]")
    paid = page.locator("[data-step=paid] strong")
    await expect(waiting).to_contain_text("1")
    await expect(today).to_contain_text("PKR 0")
    await expect(page.locator("[data-figure=revenue]")).to_have_text("PKR 0")
    await expect(page.locator("[data-step=proofs] strong")).to_have_text("1")
    await expect(paid).to_have_text("0")

    await number.approve(order)

    await expect(waiting).to_contain_text("0")
    await expect(today).to_contain_text("PKR 25,000")
    await expect(page.locator("[data-figure=revenue]")).to_have_text("PKR 25,000")
    await expect(paid).to_have_text("1")
    await expect(page.get_by_role("list", name="Best sold")).to_contain_text("Starter site")
    assert await barriers(page) == []


async def test_the_days_stand_in_the_address_and_the_chart_is_read_by_keyboard(desk: Desk) -> None:
    page = await desk.page("/")
    await expect(page.locator("[data-figure=revenue]")).to_be_visible()

    await page.get_by_text("7 days", exact=True).click()

    await expect(page.get_by_role("row")).to_have_count(1 + 7)
    assert page.url.endswith("/?period=7")
    await page.reload()
    chart = page.get_by_role("slider", name="Revenue by day (PKR)")
    await expect(chart).to_have_attribute("aria-valuenow", "6")
    newest = await chart.get_attribute("aria-valuetext")
    await chart.focus()
    await page.keyboard.press("ArrowLeft")
    await expect(chart).to_have_attribute("aria-valuenow", "5")
    assert await chart.get_attribute("aria-valuetext") != newest
    await page.keyboard.press("Home")
    await expect(chart).to_have_attribute("aria-valuenow", "0")
    # Nobody waits for a day before the first.
    await page.keyboard.press("ArrowLeft")
    await expect(chart).to_have_attribute("aria-valuenow", "0")


async def test_time_runs_along_the_line_of_reading(make_desk: MakeDesk) -> None:
    page = await (await make_desk(language="ur")).page("/?period=7")
    chart = page.get_by_role("slider")
    await expect(chart).to_have_attribute("aria-valuenow", "6")
    await chart.focus()

    await page.keyboard.press("ArrowRight")

    await expect(chart).to_have_attribute("aria-valuenow", "5")


async def test_an_agent_sees_what_waits_for_them_and_no_reports(
    make_desk: MakeDesk, make_staff: Callable[[str], Awaitable[tuple[str, str]]], number: Number
) -> None:
    customer = number.customer(name="Sana who wants a person")
    await customer.asks("hello")
    chat = await customer.conversation()
    desk = await make_desk(signed_in=False)
    await desk.sign_in(*await make_staff("agent"))
    page = await desk.page("/")
    await expect(page.get_by_role("heading", name="Payments to review")).to_be_visible()
    needing = page.get_by_role("region", name="Chats that need a person")
    await expect(needing.get_by_role("heading")).to_be_visible()

    await customer.asks("I want to talk to a human please")

    line = needing.get_by_role("link", name=customer.name)
    await expect(line).to_be_visible()
    assert await page.get_by_role("heading", name="Revenue").count() == 0
    await line.click()
    await page.wait_for_url(f"**/conversations/{chat['id']}")
