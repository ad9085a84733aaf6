"""The catalogue in the browser: made, put in order by keyboard, published, previewed as in chat, deleted, imported."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest_asyncio
from playwright.async_api import FilePayload, Locator, Page, expect

from tests.browser.conftest import MakeDesk
from tests.browser.desk import Desk
from tests.journeys import documents
from tests.journeys.chat import Customer, Shopkeeper
from tests.journeys.server import Api
from tests.journeys.test_journey_3_catalog import Counter

MARK = re.compile(r"(?<!\w)[*_~](?=\S)(.+?)(?<=\S)[*_~](?!\w)")


@pytest_asyncio.fixture(loop_scope="session")
async def counter(api: Api) -> AsyncIterator[Counter]:
    """What is made in a test is gone afterwards, and the order is as it was: all tests sell from one catalogue."""
    counter = Counter(Shopkeeper(api))
    before = [service["id"] for service in await counter.services()]
    yield counter
    services = await counter.services()
    for service in services:
        if service["id"] not in before:
            await counter.delete(service, confirm=True)
    if [service["id"] for service in services] != before:
        await counter.keeper.ask(documents.REORDER_SERVICES, input={"serviceIds": before})


def as_shown(text: str) -> str:
    """Without the marks that WhatsApp turns into bold letters."""
    return MARK.sub(r"\1", text)


def service_card(page: Page, name: str) -> Locator:
    return page.get_by_role("article", name=name)


async def names(within: Page | Locator, level: int) -> list[str]:
    return await within.get_by_role("heading", level=level).all_inner_texts()


async def is_previewed(page: Page, name: str, text: str) -> bool:
    """Whether the phone shows exactly this of a service or a package."""
    await page.get_by_role("button", name=f"Preview {name}", exact=True).click()
    messages = page.get_by_role("region", name="What a customer reads").locator(".whatsapp-text")
    await expect(messages).to_have_text([as_shown(text)])
    return await messages.all_text_contents() == [as_shown(text)]


async def make_package(page: Page, service: str, name: str, price: str) -> None:
    await service_card(page, service).get_by_role("button", name=f"Add a package: {service}").click()
    drawer = page.get_by_role("dialog")
    await drawer.get_by_label("Name").fill(name)
    await drawer.get_by_label("Price").fill(price)
    await drawer.get_by_label("Lasts").fill("2")
    await drawer.get_by_role("button", name="Add a point").click()
    await page.keyboard.type("Everything in it")
    await page.keyboard.press("Enter")
    await page.keyboard.type("A second point")
    await drawer.get_by_role("button", name="Create").click()
    await expect(drawer).to_be_hidden()
    await expect(service_card(page, service).get_by_role("heading", name=name)).to_be_visible()


async def move_up_by_keyboard(page: Page, name: str) -> None:
    await page.get_by_role("button", name=f"Move {name}", exact=True).focus()
    await page.keyboard.press("Space")
    await expect(page.get_by_text(f"{name} is lifted:")).to_be_attached()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_text(f"{name} would be number")).to_be_attached()
    await page.keyboard.press("Space")


async def test_what_is_made_ordered_by_keyboard_and_published_is_what_the_chat_shows(
    desk: Desk, counter: Counter, customer: Customer
) -> None:
    await customer.asks("hello")
    page = await desk.page("/catalog")

    await page.get_by_role("button", name="New service").first.click()
    await page.get_by_label("Name").fill("Photo walks")
    await page.get_by_role("dialog").get_by_role("button", name="Create").click()
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await make_package(page, "Photo walks", "Sunrise walk", "3000")
    await make_package(page, "Photo walks", "Night walk", "4500.5")
    hidden = await customer.asks("menu")
    await move_up_by_keyboard(page, "Night walk")
    await expect(service_card(page, "Photo walks").get_by_role("heading", level=3)).to_have_text(
        ["Night walk", "Sunrise walk"]
    )
    switch = page.get_by_role("switch", name="Photo walks on sale")
    await switch.press("Space")
    await expect(switch).to_be_checked()

    shown = await customer.asks("menu")
    number = re.search(r"^(\d+)\. Photo walks", shown, re.MULTILINE)
    assert number is not None
    listed = await customer.asks(number[1])
    package = await customer.asks("1")

    assert "Photo walks" not in hidden
    assert await is_previewed(page, "Photo walks", listed)
    assert await is_previewed(page, "Night walk", package)
    assert listed.index("Night walk") < listed.index("Sunrise walk")
    assert "4,500.50" in package


async def test_services_move_by_their_menu_and_stay_where_they_were_put(desk: Desk, counter: Counter) -> None:
    page = await desk.page("/catalog")
    await expect(page.get_by_role("heading", level=2).nth(1)).to_be_visible()
    before = await names(page.locator(".catalog-services"), 2)

    await page.get_by_role("button", name=f"More actions: {before[0]}", exact=True).click()
    await page.get_by_role("menuitem", name="Move down").click()

    wanted = [before[1], before[0], *before[2:]]
    await expect(page.locator(".catalog-services").get_by_role("heading", level=2)).to_have_text(wanted)
    await expect(page.get_by_text(f"{before[0]} is now number 2 of {len(before)}.")).to_be_attached()
    phone = page.get_by_role("region", name="What a customer reads")
    await expect(phone).to_contain_text(f"1. {before[1]}")
    assert [service["name"] for service in await counter.services()] == wanted


async def test_what_hangs_on_a_service_is_named_before_it_is_deleted(
    desk: Desk, counter: Counter, customer: Customer
) -> None:
    await customer.asks("hello")
    service = await counter.make("Photo walks", {"Sunrise walk": "3000", "Night walk": "900"})
    await counter.keeper.change("servicePublish", id=service["id"])
    await counter.put_first(service)
    for text in ("menu", "1", "1", "yes", "yes"):
        await customer.asks(text)
    page = await desk.page("/catalog?search=photo")

    await page.get_by_role("button", name="More actions: Photo walks", exact=True).click()
    await page.get_by_role("menuitem", name="Delete").click()
    question = page.get_by_role("alertdialog")
    await expect(question.get_by_role("listitem")).to_have_text(
        ["2 packages are deleted with it.", "1 order loses its link to it."]
    )
    await question.get_by_role("button", name="Cancel").click()
    kept = [each["id"] for each in await counter.services()]
    await page.get_by_role("button", name="More actions: Photo walks", exact=True).click()
    await page.get_by_role("menuitem", name="Delete").click()
    await question.get_by_role("button", name="Delete").click()

    await expect(page.get_by_text("Nothing matches")).to_be_visible()
    assert service["id"] in kept
    assert service["id"] not in [each["id"] for each in await counter.services()]


async def test_a_file_is_looked_at_line_by_line_before_anything_is_changed(desk: Desk, counter: Counter) -> None:
    before = await counter.services()
    page = await desk.page("/catalog/import")

    await choose(page, "service,package,price,currency", "Photo walks,,12,PKR", "Photo walks,Night walk,dear,PKR")
    problems = page.get_by_role("table", name="Line by line").get_by_role("row")
    await expect(problems).to_have_count(3)
    told = await problems.all_inner_texts()
    await expect(page.get_by_role("button", name="Apply the changes")).to_be_hidden()
    untouched = await counter.services()

    await page.get_by_role("button", name="Another file").click()
    await choose(page, "service,package,price,currency", "Photo walks,Night walk,900,PKR")
    await expect(page.get_by_role("table", name="What would change")).to_contain_text("Night walk")
    still = await counter.services()
    await page.get_by_role("button", name="Apply the changes").click()
    await expect(page.get_by_role("table", name="What has changed")).to_be_visible()
    await page.get_by_role("link", name="To the catalogue").click()

    await expect(service_card(page, "Photo walks")).to_contain_text("PKR 900")
    assert [line.split("\t")[:2] for line in told[1:]] == [["2", "package"], ["3", "price"]]
    assert untouched == still == before


async def choose(page: Page, *lines: str) -> None:
    content = "\n".join(lines).encode()
    await page.locator("input[type=file]").set_input_files(
        FilePayload(name="list.csv", mimeType="text/csv", buffer=content)
    )


async def test_who_only_reads_sees_the_catalogue_and_its_preview_and_nothing_to_change(
    make_desk: MakeDesk, counter: Counter, make_staff: Callable[[str], Awaitable[tuple[str, str]]]
) -> None:
    desk = await make_desk(signed_in=False)
    await desk.sign_in(*await make_staff("viewer"))
    page = await desk.page("/catalog")
    [service, *_] = await counter.services()

    await expect(service_card(page, service["name"]).get_by_text("On sale").first).to_be_visible()
    package = service["packages"][0]

    assert await is_previewed(page, package["name"], (await counter.preview(package=package["id"]))["text"])
    for name in ("New service", "Import", "Add a package"):
        await expect(page.get_by_role("button", name=name)).to_have_count(0)
    await expect(page.get_by_role("switch")).to_have_count(0)
    await expect(page.get_by_role("button", name=re.compile("^(Move|More actions)"))).to_have_count(0)
