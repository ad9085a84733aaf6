"""Settings in the browser, and what the audit log tells of their changes."""

import re
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.conftest import MakeDesk, MakeStaff
from tests.browser.desk import PHONE, Desk, barriers, overflows
from tests.journeys.chat import Shopkeeper, Thing

SETTINGS = """
query { settings {
  businessName draftMinutes reminderHours chatDays currency timeZone noticePhone defaultLanguage offeredLanguages
  businessHours { weekday opensAt closesAt }
} }
"""
KEPT = (
    "businessName",
    "draftMinutes",
    "reminderHours",
    "chatDays",
    "currency",
    "timeZone",
    "noticePhone",
    "defaultLanguage",
    "offeredLanguages",
)


async def settings_of(keeper: Shopkeeper) -> Thing:
    return dict((await keeper.ask(SETTINGS))["settings"])


@pytest_asyncio.fixture(autouse=True, loop_scope="session")
async def settings_come_back(keeper: Shopkeeper) -> AsyncIterator[None]:
    """All tests share the shop."""
    before = await settings_of(keeper)
    yield
    hours = [day for day in before["businessHours"] if day["opensAt"] is not None]
    await keeper.change("settingsChange", businessHours=hours, **{name: before[name] for name in KEPT})


async def saved(page: Page) -> None:
    await page.get_by_role("button", name="Save", exact=True).click()
    await expect(page.get_by_role("region", name="Unsaved changes")).to_have_count(0)


async def test_what_is_wrong_is_named_at_its_field_and_nothing_typed_is_lost(desk: Desk, keeper: Shopkeeper) -> None:
    before = await settings_of(keeper)
    name = f"Studio {uuid4().hex[:6]}"
    page = await desk.page("/settings")

    await page.get_by_label("Name of the shop").fill(name)
    await page.get_by_label("Owner's WhatsApp number").fill("0300 1234567")
    draft = page.get_by_label("A summary holds for")
    await draft.fill("0")
    await expect(page.get_by_role("region", name="Unsaved changes")).to_contain_text("3 changes are not saved")
    await page.get_by_role("button", name="Save", exact=True).click()

    await expect(draft).to_be_focused()
    await expect(draft).to_have_attribute("aria-invalid", "true")
    await expect(page.get_by_text("Choose something between 1 and 1,440.")).to_be_visible()
    await expect(page.get_by_text("Give the number with its country code")).to_be_visible()
    await expect(page.get_by_label("Name of the shop")).to_have_value(name)
    assert await barriers(page) == []
    assert await settings_of(keeper) == before

    await draft.fill("45")
    await page.get_by_label("Owner's WhatsApp number").fill("+92 300 1234567")
    await saved(page)
    now = await settings_of(keeper)
    assert (now["businessName"], now["draftMinutes"], now["noticePhone"]) == (name, 45, "+923001234567")
    # The rest of the program calls the shop so at once.
    await expect(page.get_by_role("navigation").get_by_text(name).first).to_be_visible()


async def test_what_a_colleague_changed_meanwhile_makes_wrong_is_named_at_the_field_by_the_server(
    desk: Desk, keeper: Shopkeeper
) -> None:
    page = await desk.page("/settings")
    first = page.get_by_role("combobox", name="First language")
    await first.click()
    await page.get_by_role("option", name="Spanish").click()

    await keeper.change("settingsChange", offeredLanguages=["en", "ur"])
    await page.get_by_role("button", name="Save", exact=True).click()

    await expect(page.get_by_text("The default language must be one of those offered.")).to_be_visible()
    await expect(first).to_have_attribute("aria-invalid", "true")
    await expect(first).to_be_focused()
    assert (await settings_of(keeper))["defaultLanguage"] == "en"


async def test_another_currency_says_what_becomes_of_prices_and_another_zone_what_its_clocks_show(
    desk: Desk, keeper: Shopkeeper
) -> None:
    page = await desk.page("/settings")

    currency = page.get_by_role("combobox", name="Currency")
    await currency.click()
    await currency.fill("kuwait")
    await page.get_by_role("option", name="KWD").click()
    await expect(page.get_by_text("Prices that exist keep PKR")).to_be_visible()
    zone = page.get_by_role("combobox", name="Time zone")
    await zone.click()
    await zone.fill("kathmandu")
    await page.get_by_role("option", name="Asia/Kathmandu").click()
    await expect(zone).to_have_value("Asia/Kathmandu")
    await saved(page)

    now = await settings_of(keeper)
    assert (now["currency"], now["timeZone"]) == ("KWD", "Asia/Kathmandu")


async def test_opening_hours_are_set_by_keyboard_day_by_day(desk: Desk, keeper: Shopkeeper) -> None:
    page = await desk.page("/settings#hours")

    await page.get_by_role("switch", name="Friday").focus()
    await page.keyboard.press("Space")
    await page.get_by_label("Friday opens at").fill("15:00")
    await page.get_by_label("Friday closes at").fill("02:00")
    await expect(page.get_by_text("on the day after")).to_be_visible()
    await saved(page)

    open_days = [day for day in (await settings_of(keeper))["businessHours"] if day["opensAt"] is not None]
    assert open_days == [{"weekday": "FRIDAY", "opensAt": "15:00", "closesAt": "02:00"}]


async def test_keeping_less_is_asked_for_once_more_and_so_is_leaving_with_something_unsaved(
    desk: Desk, keeper: Shopkeeper
) -> None:
    page = await desk.page("/settings")
    await page.get_by_label("Keep closed chats for").fill("90")

    await page.get_by_role("link", name="Audit log").click()
    question = page.get_by_role("alertdialog")
    await question.get_by_role("button", name="Cancel").click()
    await expect(page.get_by_label("Keep closed chats for")).to_have_value("90 days")
    await page.get_by_role("button", name="Save", exact=True).click()
    await expect(question).to_contain_text("more than 90 days are deleted within a day, for good")
    await question.get_by_role("button", name="Cancel").click()
    assert (await settings_of(keeper))["chatDays"] == 0

    await page.get_by_role("link", name="Audit log").click()
    await question.get_by_role("button", name="Leave").click()
    await expect(page.get_by_role("heading", name="Audit log", level=1)).to_be_visible()


async def test_the_audit_log_shows_who_changed_a_setting_from_what_to_what(desk: Desk) -> None:
    page = await desk.page("/settings")
    await page.get_by_label("Remind to pay after").fill("36")
    await page.get_by_label("Owner's WhatsApp number").fill("+923001112233")
    await saved(page)

    await page.goto("/audit?action=settings.change")
    entry = page.get_by_role("list", name="Audit log").get_by_role("listitem").first
    await expect(entry).to_contain_text("Settings changed")
    await expect(entry).to_contain_text("Staff")
    change = entry.get_by_text("Remind to pay after").locator("..")
    await expect(change.get_by_role("deletion")).to_have_text("24")
    await expect(change.get_by_role("insertion")).to_have_text("36")
    # Whose number it is, is nobody's business afterwards.
    await expect(entry.get_by_text("Owner's WhatsApp number").locator("..")).to_contain_text("not written down")
    await expect(entry).not_to_contain_text("3001112233")
    assert await barriers(page) == []

    await page.get_by_role("button", name="Clear filters").click()
    await page.get_by_role("combobox", name="Anybody").click()
    await page.get_by_role("option", name="owner", exact=True).click()
    await expect(page).to_have_url(re.compile(r"/audit\?staff=[^&]+$"))
    await expect(entry).to_contain_text("Settings changed")
    await entry.get_by_role("link", name="Open").click()
    await expect(page.get_by_role("heading", name="Settings", level=1)).to_be_visible()


async def test_who_may_not_change_settings_reads_them_also_on_a_phone_from_right_to_left(
    make_desk: MakeDesk, make_staff: MakeStaff
) -> None:
    desk = await make_desk(signed_in=False, viewport=PHONE, language="ur", is_dark=True)
    await desk.sign_in(*await make_staff("viewer"))
    page = await desk.page("/settings")

    name = page.get_by_label("دکان کا نام")
    await expect(name).to_have_attribute("readonly", "")
    await expect(page.get_by_role("switch").first).to_be_disabled()
    await expect(page.get_by_role("heading", name="سسٹم کی صحت")).to_be_visible()
    await expect(page.get_by_text("PostgreSQL")).to_be_visible()
    assert not await overflows(page)
    assert await barriers(page) == []
