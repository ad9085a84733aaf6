"""Sessions and servers end while pages are open: nothing is lost, nothing is done twice."""

import asyncio
import re
import time
from pathlib import Path

import pyotp
from playwright.async_api import Browser, expect

from tests.browser.conftest import MakeDesk, MakeStaff, running
from tests.browser.desk import OWNER, Desk
from tests.journeys.chat import Customer, Shopkeeper, linked_number
from tests.journeys.server import Server

END_SESSIONS = """
mutation End($id: ID!) { staffSessionRevoke(input: {id: $id}) { __typename } }
"""
MY_SESSIONS = "{ staffSessions { id isCurrent endedAt } }"


async def test_whose_session_ends_signs_in_again_and_goes_on_with_what_they_typed(
    make_desk: MakeDesk, customer: Customer
) -> None:
    await customer.asks("hello")
    chat = await customer.conversation()
    desk = await make_desk()
    page = await desk.page(f"/conversations/{chat['id']}")
    await expect(page.get_by_role("textbox", name="Message")).to_be_visible()
    await page.get_by_role("textbox", name="Message").fill("Half a sentence")

    other = await make_desk()
    elsewhere = await other.page("/me")
    await expect(elsewhere.get_by_text("This browser")).to_be_visible()
    await end_all_but(other)

    dialog = page.get_by_role("dialog", name="Your session has ended")
    await expect(dialog).to_be_visible()
    await dialog.get_by_label("Password", exact=True).fill(OWNER[1])
    await dialog.get_by_role("button", name="Sign in").click()
    await expect(dialog).to_be_hidden()

    await expect(page.get_by_role("textbox", name="Message")).to_have_value("Half a sentence")
    await page.get_by_role("textbox", name="Message").press("Enter")
    assert (await customer.hears())["text"] == "Half a sentence"


async def end_all_but(desk: Desk) -> None:
    """Ends every session but that of a desk, through its own API."""
    page = desk.context.pages[0]
    await page.evaluate(
        """async ([list, end]) => {
          const token = document.cookie.match(/parley-csrf=([^;]+)/)[1];
          const ask = (query, variables) => fetch("/graphql", {
            method: "POST",
            headers: { "content-type": "application/json", "x-parley-csrf": token },
            body: JSON.stringify({ query, variables }),
          }).then((answer) => answer.json());
          const { data } = await ask(list);
          for (const session of data.staffSessions) {
            if (!session.isCurrent && session.endedAt === null) await ask(end, { id: session.id });
          }
        }""",
        [MY_SESSIONS, END_SESSIONS],
    )


async def test_a_server_that_restarts_under_an_open_page_loses_and_doubles_nothing(
    browser: Browser, chromium: str, dashboard: None, tmp_path: Path
) -> None:
    with running(tmp_path / "data") as server:
        cut = ("WebSocket connection", "ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE")
        async with server.api() as api, linked_number(api, is_patient=True) as number:
            customer = number.customer()
            await customer.asks("hello")
            chat = await customer.conversation()
            async with Desk(browser, server, expected=cut) as desk:
                await desk.sign_in()
                page = await desk.page(f"/conversations/{chat['id']}")
                log = page.get_by_role("region", name="Messages")
                await expect(log.get_by_text("hello", exact=True)).to_have_count(1)

                await restart(server)
                await customer.asks("menu")
                await expect(log.get_by_text("menu", exact=True)).to_have_count(1)
                await page.get_by_role("textbox", name="Message").fill("We are back")
                await page.get_by_role("textbox", name="Message").press("Enter")
                await expect(log.get_by_text("We are back", exact=True)).to_have_count(1)
                heard = (await customer.hears())["text"]

                told = await log.get_by_text("menu", exact=True).count()
        assert (heard, told) == ("We are back", 1)


async def restart(server: Server) -> None:
    await asyncio.to_thread(server.kill)
    await asyncio.to_thread(server.start)


async def test_a_second_factor_is_set_up_and_asked_for(make_desk: MakeDesk, make_staff: MakeStaff) -> None:
    email, password = await make_staff("admin")
    desk = await make_desk(signed_in=False)
    await desk.sign_in(email, password)
    page = await desk.page("/me")

    await page.get_by_role("button", name="Set it up").click()
    await page.get_by_label("Your password").fill(password)
    await page.get_by_role("button", name="Next").click()
    secret = await page.locator("code").filter(has_text=re.compile("^[A-Z2-7]{16,}$")).inner_text()
    await page.get_by_label("Digit 1 of the code").click()
    await page.keyboard.type(pyotp.TOTP(secret).now())
    codes = page.get_by_role("status").filter(has_text="Keep these recovery codes")
    await expect(codes).to_be_visible()
    recovery = await codes.get_by_role("listitem").first.inner_text()

    again = await make_desk(signed_in=False)
    entrance = await again.page("/")
    await entrance.get_by_label("Email").fill(email)
    await entrance.get_by_label("Password", exact=True).fill(password)
    await entrance.keyboard.press("Enter")
    await entrance.get_by_role("button", name="I have lost my phone: use a recovery code").click()
    await entrance.get_by_label("Recovery code").fill(recovery)
    await entrance.get_by_role("button", name="Sign in", exact=True).click()
    await expect(entrance.get_by_role("button", name="Account of Admin")).to_be_visible()


def setup_link(server: Server) -> str:
    """The doors open a moment before it is printed."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if link := re.search(r"/setup#token=\S+", server.log.read_text(encoding="utf-8")):
            return link.group()
        time.sleep(0.05)
    raise AssertionError("no set-up link was printed")


async def test_the_first_owner_comes_in_by_the_link_and_is_shown_what_is_to_be_done(
    browser: Browser, chromium: str, dashboard: None, tmp_path: Path
) -> None:
    server = Server(tmp_path / "data", environment={"TRUSTED_PROXIES": "127.0.0.1,::1"})
    await asyncio.to_thread(server.start)
    try:
        link = await asyncio.to_thread(setup_link, server)
        async with Desk(browser, server) as desk:
            page = await desk.page(link)
            await page.get_by_label("Your name").fill("Amna")
            await page.get_by_label("Email").fill("amna@example.com")
            passwords = page.locator("input[autocomplete=new-password]")
            await passwords.first.fill("a long enough password")
            await passwords.last.fill("another password")
            await page.get_by_role("button", name="Make the account").click()
            await expect(page.get_by_text("The two passwords are not the same.")).to_be_visible()
            await passwords.last.fill("a long enough password")
            await page.get_by_role("button", name="Make the account").click()
            await expect(page).to_have_url(re.compile("/start$"))
            await expect(page.get_by_role("heading", level=1)).to_be_visible()
        async with server.api() as api:
            checklist = (await Shopkeeper(api).ask("{ checklist { code isDone } }"))["checklist"]
        assert {step["code"]: step["isDone"] for step in checklist}["WHATSAPP"] is False
    finally:
        assert await asyncio.to_thread(server.stop) == 0
