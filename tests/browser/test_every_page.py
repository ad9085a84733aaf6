"""Every page, as each kind of reader sees it: no barrier, nothing beside the screen, nothing to complain of."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import MakeDesk
from tests.browser.desk import LAPTOP, PHONE, barriers, overflows, screenshots
from tests.journeys.chat import Customer, Thing
from tests.journeys.sale import order_and_pay

PAGES = (
    "/",
    "/start",
    "/notices",
    "/conversations",
    "/orders",
    "/orders/review",
    "/customers",
    "/catalog",
    "/catalog/import",
    "/payments",
    "/knowledge",
    "/texts",
    "/texts/templates",
    "/texts/replies",
    "/accounts",
    "/providers",
    "/scenarios",
    "/simulator",
    "/staff",
    "/me",
    "/integrations",
    "/integrations/how-to",
    "/audit",
    "/settings",
)

READERS = (("en", LAPTOP), ("ur", PHONE))


async def settle(page: Page) -> None:
    """Until the page has its title and all that it asked for."""
    # On a phone a list may stand hidden behind what it led to.
    await expect(page.locator("main").locator("h1, h2, h3").filter(visible=True).first).to_be_visible()
    await expect(page.locator("main").locator(".mantine-Loader-root, .mantine-Skeleton-root")).to_have_count(0)


async def look(page: Page, name: str) -> list[str]:
    """The barriers in light and in dark."""
    found = []
    for scheme in ("light", "dark"):
        await page.evaluate(f"document.documentElement.setAttribute('data-mantine-color-scheme', '{scheme}')")
        found += [f"{scheme}: {barrier}" for barrier in await barriers(page)]
        if folder := screenshots():
            await page.screenshot(path=folder / f"{name}-{scheme}.png", full_page=True)
    return found


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_is_open_to_everybody(make_desk: MakeDesk, path: str) -> None:
    name = path.strip("/").replace("/", "-") or "overview"
    wide = await (await make_desk()).page(path)
    await settle(wide)
    narrow = await (await make_desk(language="ur", viewport=PHONE)).page(path)
    await settle(narrow)

    assert await look(wide, f"{name}-wide") == []
    assert await look(narrow, f"{name}-narrow-ur") == []
    assert await narrow.locator("html").get_attribute("dir") == "rtl"
    assert not await overflows(wide)
    assert not await overflows(narrow)


@pytest.mark.parametrize("path", ["/", "/setup#token=none", "/join#token=none", "/join"])
async def test_the_entrance_is_open_to_everybody(make_desk: MakeDesk, path: str) -> None:
    name = f"entrance{path.split('#', maxsplit=1)[0].replace('/', '-')}"
    for language, viewport in READERS:
        desk = await make_desk(signed_in=False, language=language, viewport=viewport)
        page = await desk.page(path)
        await settle(page)

        assert await look(page, f"{name}-{language}") == []
        assert not await overflows(page)


async def test_what_lists_lead_to_is_open_to_everybody(make_desk: MakeDesk, customer: Customer) -> None:
    order = await order_and_pay(customer)
    chat = await customer.conversation()
    paths = await entries(customer, order, chat)

    for language, viewport in READERS:
        reader = await make_desk(language=language, viewport=viewport)
        for name, path in paths.items():
            page = await reader.page(path)
            await settle(page)
            assert await look(page, f"{name}-{language}") == []
            assert not await overflows(page)
            await page.close()


async def entries(customer: Customer, order: Thing, chat: Thing) -> dict[str, str]:
    (person,) = [each for each in await customer.number.customers() if each["lid"] == customer.lid]
    return {
        "order": f"/orders/{order['id']}",
        "chat": f"/conversations/{chat['id']}",
        "customer": f"/customers/{person['id']}",
        "account": f"/accounts/{customer.number.id}",
    }
