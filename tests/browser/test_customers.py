"""Customers in the browser: found, known, blocked, merged, handed over, erased."""

import re
import zipfile
from io import BytesIO
from uuid import uuid4

from playwright.async_api import Page, expect

from tests.browser.conftest import MakeDesk, MakeStaff
from tests.browser.desk import PHONE, Desk, barriers, overflows
from tests.journeys.chat import Customer, Number, Thing

CUSTOMER = """
query Customer($id: ID!) {
  customer(id: $id) {
    profileName phone language isLanguageChosen note tags consentSource blockedReason erasedAt mergedInto { id }
  }
}
"""


async def somebody(number: Number, **more: str) -> tuple[Customer, str]:
    """A customer of a name of their own who was answered, and the id by which the shop knows them."""
    customer = number.customer(name=f"Buyer {uuid4().hex[:8]}", **more)
    await customer.asks("hello")
    found = next(each for each in await number.customers() if each["lid"] == customer.lid)
    return customer, str(found["id"])


async def as_known(number: Number, customer_id: str) -> Thing:
    return dict((await number.ask(CUSTOMER, id=customer_id))["customer"])


async def open_menu(page: Page, name: str) -> None:
    await page.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name=name).click()


async def test_a_customer_is_found_blocked_with_a_reason_and_unblocked(desk: Desk, number: Number) -> None:
    customer, customer_id = await somebody(number)
    page = await desk.page("/customers")
    await page.get_by_label("Name or phone").fill(customer.name[:12])
    await page.get_by_role("link", name=re.compile(customer.name)).click()
    await expect(page.get_by_role("heading", name=customer.name, level=1)).to_be_visible()
    await expect(page.get_by_text(customer.phone).first).to_be_visible()

    await page.get_by_role("button", name="Block").click()
    drawer = page.get_by_role("dialog", name=f"Block {customer.name}")
    await drawer.get_by_role("button", name="Block").click()
    reason = drawer.get_by_label("Reason")
    await expect(reason).to_be_focused()
    await expect(reason).to_have_attribute("aria-invalid", "true")
    assert (await as_known(number, customer_id))["blockedReason"] is None
    await reason.fill("Sends advertisements all day")
    await drawer.get_by_role("button", name="Block").click()

    blocked = page.get_by_role("alert").filter(has_text="Blocked since")
    await expect(blocked).to_contain_text("Sends advertisements all day")
    assert (await as_known(number, customer_id))["blockedReason"] == "Sends advertisements all day"
    assert await barriers(page) == []
    listed = await desk.page("/customers?blocked=yes")
    await expect(listed.get_by_role("row").filter(has_text=customer.name)).to_contain_text("Blocked")

    await page.get_by_role("button", name="Unblock").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Unblock").click()
    await expect(blocked).to_have_count(0)
    await expect(page.get_by_role("button", name="Block", exact=True)).to_be_visible()
    assert "Website" in await customer.asks("services")


async def test_what_is_known_of_a_customer_is_written_down_and_stays(desk: Desk, number: Number) -> None:
    customer, customer_id = await somebody(number)
    tag = f"tag-{uuid4().hex[:6]}"
    page = await desk.page(f"/customers/{customer_id}")

    await page.get_by_label("Language").select_option(label="Roman Urdu")
    await expect(page.get_by_label("Language")).to_be_enabled()
    await page.get_by_role("combobox", name="Tags").fill(tag)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("link", name=tag)).to_be_visible()
    await page.get_by_role("textbox", name="Note").fill("Pays by bank only")
    await page.get_by_role("button", name="Save note").click()
    await expect(page.get_by_role("button", name="Save note")).to_have_count(0)
    await page.get_by_role("button", name="Write down a consent").click()
    await page.keyboard.type("Form in the shop")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Withdraw")).to_be_visible()

    known = await as_known(number, customer_id)
    assert known == known | {
        "language": "ur-Latn",
        "isLanguageChosen": True,
        "note": "Pays by bank only",
        "tags": [tag],
        "consentSource": "Form in the shop",
    }
    await page.get_by_role("link", name=tag).click()
    await expect(page.get_by_role("row").filter(has_text=customer.name)).to_be_visible()
    await expect(page.get_by_role("row")).to_have_count(2)


async def test_two_who_are_one_person_are_merged_and_the_old_address_leads_to_the_one_that_stays(
    desk: Desk, number: Number
) -> None:
    kept, kept_id = await somebody(number)
    other, other_id = await somebody(number)
    page = await desk.page(f"/customers/{kept_id}")

    await open_menu(page, "Merge with another…")
    drawer = page.get_by_role("dialog", name=f"Merge into {kept.name}")
    await drawer.get_by_label("Name or phone of the other entry").fill(other.name)
    await drawer.get_by_role("radio", name=other.name).click()
    await expect(drawer).to_contain_text(f"All chats, messages, orders and proofs of {other.name} become those of")
    assert await barriers(page) == []
    await drawer.get_by_role("button", name="Merge for good").click()

    await expect(drawer).to_have_count(0)
    await expect(page.get_by_role("table", name="Conversations").get_by_role("row")).to_have_count(3)
    await page.goto(f"/customers/{other_id}")
    await page.get_by_role("link", name=kept.name).click()
    await expect(page.get_by_role("heading", name=kept.name, level=1)).to_be_visible()
    assert (await as_known(number, other_id))["mergedInto"] == {"id": kept_id}


async def test_a_customer_is_handed_their_data_then_erased_after_their_number_was_typed_and_is_gone(
    desk: Desk, number: Number
) -> None:
    customer, customer_id = await somebody(number)
    page = await desk.page(f"/customers/{customer_id}")

    await open_menu(page, "Hand over their data…")
    dialog = page.get_by_role("dialog", name=f"Data of {customer.name}")
    await dialog.get_by_role("button", name="Make the file").click()
    async with page.expect_download() as download:
        await dialog.get_by_role("button", name="Download").click()
    with zipfile.ZipFile(await (await download.value).path()) as archive:
        assert customer.name in BytesIO(archive.read("customer.json")).read().decode()
    await dialog.get_by_role("button", name="Close").last.click()

    await open_menu(page, "Erase…")
    dialog = page.get_by_role("dialog", name=f"Erase {customer.name}?")
    erase = dialog.get_by_role("button", name="Erase for good")
    await expect(erase).to_be_disabled()
    assert await barriers(page) == []
    await dialog.get_by_label(re.compile("last four digits")).fill("none")
    await expect(erase).to_be_disabled()
    assert (await as_known(number, customer_id))["erasedAt"] is None
    await dialog.get_by_label(re.compile("last four digits")).fill(customer.phone[-4:])
    await erase.click()

    await expect(page.get_by_role("heading", name="Customers", level=1)).to_be_visible()
    await page.get_by_label("Name or phone").fill(customer.name)
    await expect(page.get_by_role("heading", name="Nothing matches")).to_be_visible()
    await page.goto(f"/customers/{customer_id}")
    await expect(page.get_by_role("heading", name="Erased customer", level=1)).to_be_visible()
    await expect(page.get_by_role("button", name="More actions")).to_have_count(0)
    known = await as_known(number, customer_id)
    assert (known["profileName"], known["phone"], known["erasedAt"] is None) == ("", None, False)


async def test_whose_order_is_open_is_not_erased_and_the_order_is_named(desk: Desk, number: Number) -> None:
    customer, customer_id = await somebody(number)
    for text in ("1", "1", "order", "yes"):
        await customer.asks(text)
    order = await customer.order("PENDING")
    page = await desk.page(f"/customers/{customer_id}")

    await open_menu(page, "Erase…")
    dialog = page.get_by_role("dialog", name=f"Erase {customer.name}?")
    await dialog.get_by_label(re.compile("last four digits")).fill(customer.phone[-4:])
    await dialog.get_by_role("button", name="Erase for good").click()

    await expect(dialog.get_by_role("alert").filter(has_text=order["number"])).to_be_visible()
    assert (await as_known(number, customer_id))["erasedAt"] is None


async def test_an_agent_blocks_but_does_not_erase_and_a_viewer_only_reads_also_on_a_phone(
    make_desk: MakeDesk, make_staff: MakeStaff, number: Number
) -> None:
    _, customer_id = await somebody(number)
    for role, buttons in (("agent", ["Block", "More actions"]), ("viewer", [])):
        desk = await make_desk(signed_in=False, viewport=PHONE)
        await desk.sign_in(*await make_staff(role))
        page = await desk.page(f"/customers/{customer_id}")

        await expect(page.get_by_role("heading", name="Orders", level=2)).to_be_visible()
        assert not await overflows(page)
        for name in ("Block", "More actions"):
            await expect(page.get_by_role("button", name=name, exact=True)).to_have_count(int(name in buttons))
        await expect(page.get_by_role("textbox", name="Note")).to_have_count(int(role == "agent"))
        if buttons:
            await page.get_by_role("button", name="More actions").click()
            await expect(page.get_by_role("menuitem", name="Merge with another…")).to_be_visible()
            await expect(page.get_by_role("menuitem", name="Erase…")).to_have_count(0)
