"""WhatsApp numbers in the browser: linked by a live QR code or a pairing code, banned, renamed, logged out, deleted."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import MakeDesk
from tests.browser.desk import Desk, barriers
from tests.journeys.chat import Number, Shopkeeper, make_number, scan, watched_number
from tests.journeys.server import Api

# The first code lives for a minute; the next one is shown at once then.
ROTATION_MILLISECONDS = 75_000


def qr_of(page: Page) -> Locator:
    return page.get_by_role("img", name=re.compile("^QR code to link"))


async def picture(qr: Locator) -> str:
    """What a camera would see: the dark squares."""
    await expect(qr).to_be_visible()
    return str(await qr.locator("path").last.get_attribute("d"))


async def test_a_number_is_added_and_linked_by_the_code_that_is_shown_live(desk: Desk) -> None:
    name = f"Branch {uuid4().hex[:6]}"
    colleague = await desk.page("/accounts")
    page = await desk.page("/accounts")

    await page.get_by_role("button", name="Add a number").first.click()
    form = page.get_by_role("dialog", name="Add a WhatsApp number")
    await form.get_by_label("Name").fill(name)
    await form.get_by_role("radio", name=re.compile("Simulated number")).click()
    await form.get_by_role("button", name="Add and link").click()

    await expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    first = await picture(qr_of(page))
    await expect(page.get_by_role("timer")).to_contain_text(re.compile(r"New code in \d+ sec"))
    assert await barriers(page) == []

    # Nobody touches the page: WhatsApp's next code takes the place of the first.
    await expect(qr_of(page).locator("path").last).not_to_have_attribute("d", first, timeout=ROTATION_MILLISECONDS)
    await expect(page.get_by_role("timer")).to_contain_text(re.compile(r"New code in \d+ sec"))

    await colleague.reload()
    card = colleague.get_by_role("article", name=name)
    await expect(card).to_contain_text("Connecting")
    await page.get_by_role("button", name="Scan it with the simulated phone").click()
    await expect(page.get_by_role("region", name="Connection")).to_contain_text(re.compile(r"Connected\+1202555\d+"))
    await expect(qr_of(page)).to_have_count(0)
    await expect(card).to_contain_text("Connected")


async def test_a_number_is_linked_by_a_code_that_is_typed_on_the_phone(desk: Desk, keeper: Shopkeeper) -> None:
    page = await desk.page(f"/accounts/{await make_number(keeper)}?link=pairing")
    phone = page.get_by_label("Number of the phone")

    await phone.fill("12")
    await page.get_by_role("button", name="Get the code").click()
    await expect(phone).to_have_attribute("aria-invalid", "true")
    await phone.fill("+92 300 1234567")
    await page.keyboard.press("Enter")

    code = page.get_by_role("img", name=re.compile("^Pairing code: "))
    await expect(code).to_be_visible()
    assert re.fullmatch("[0-9A-Z]{8}", str(await code.get_attribute("data-code")))
    await expect(page.get_by_text("Type this code on +923001234567")).to_be_visible()
    await expect(page.get_by_role("timer")).to_contain_text("Good for")
    await page.get_by_role("button", name="Type it on the simulated phone").click()
    await expect(page.get_by_text("Customers who write to this number are answered.")).to_be_visible()


async def test_a_number_is_disconnected_logged_out_and_deleted_with_what_hangs_on_it(
    desk: Desk, number: Number
) -> None:
    await number.customer().asks("hello")
    page = await desk.page(f"/accounts/{number.id}")
    connection = page.get_by_role("region", name="Connection")
    name = str((await number.account())["name"])

    await connection.get_by_role("button", name="Disconnect").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Cancel").click()
    assert (await number.account())["status"] == "CONNECTED"
    await connection.get_by_role("button", name="Disconnect").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Disconnect").click()
    await expect(connection).to_contain_text("Somebody disconnected it")
    # Its phone is linked still: no code is needed.
    await connection.get_by_role("button", name="Connect", exact=True).click()
    await expect(connection).to_contain_text("Customers who write to this number are answered.")

    await connection.get_by_role("button", name="Log out").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Log out").click()
    await expect(connection).to_contain_text("The link with the phone has ended")
    await connection.get_by_role("button", name="Show the QR code").click()
    await picture(qr_of(page))

    await page.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="Delete…").click()
    question = page.get_by_role("dialog", name=f"Delete {name}?")
    await expect(question).to_contain_text("It has 1 chat and 0 orders.")
    confirm = question.get_by_role("button", name="Delete for good")
    await question.get_by_role("textbox").fill(name[:-1])
    await expect(confirm).to_be_disabled()
    await question.get_by_role("textbox").fill(name)
    await confirm.click()
    await page.wait_for_url("**/accounts")
    await expect(page.get_by_role("heading", name="WhatsApp numbers", level=1)).to_be_visible()
    await expect(page.get_by_role("article", name=name)).to_have_count(0)


async def test_a_ban_is_told_with_its_end_and_what_waits(desk: Desk, number: Number) -> None:
    customer = number.customer()
    await customer.asks("hello")
    page = await desk.page(f"/accounts/{number.id}")
    connection = page.get_by_role("region", name="Connection")
    await expect(connection).to_contain_text("Connected")
    start = len(number.watch.seen["whatsappAccountChanged"])

    await number.line("BAN", until=(datetime.now(UTC) + timedelta(hours=2)).isoformat())
    await number.status("BANNED", start=start)
    await number.send((await customer.conversation())["id"], "Are you still there?")

    await expect(connection).to_contain_text("WhatsApp banned the number for a while")
    await expect(connection).to_contain_text("The ban ends on")
    await expect(connection).to_contain_text("1 message waits and is sent after it.")
    # Before its end nobody can connect it.
    await expect(connection.get_by_role("button", name="Connect", exact=True)).to_have_count(0)
    # Whoever looks at it hears that a colleague gave it up.
    await number.change("whatsappAccountDelete", id=number.id, name=(await number.account())["name"])
    await expect(page.get_by_role("heading", name="There is no such number")).to_be_visible()


async def test_a_viewer_sees_the_state_and_no_code(
    make_desk: MakeDesk, make_staff: Callable[[str], Awaitable[tuple[str, str]]], api: Api
) -> None:
    async with watched_number(api) as number:
        await number.change("whatsappAccountConnect", id=number.id)
        await number.watch.until("whatsappAccountChanged", lambda told: bool(told["account"]["qr"]))
        viewers = await make_desk(signed_in=False)
        await viewers.sign_in(*await make_staff("viewer"))
        page = await viewers.page(f"/accounts/{number.id}")

        connection = page.get_by_role("region", name="Connection")
        await expect(connection).to_contain_text("It waits for its phone")
        await expect(connection.get_by_role("button")).to_have_count(0)
        await expect(qr_of(page)).to_have_count(0)
        await scan(number)
        await expect(connection).to_contain_text("Customers who write to this number are answered.")
