"""AI providers in the browser: set up with a key that nobody sees again, ordered by keyboard, priced, deleted."""

import re
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.desk import Desk, barriers
from tests.journeys.chat import Shopkeeper

LISTED = "query Listed { aiProviders { nodes { id name isActive dailyLimit keyEnding } } }"
CREATE = """
mutation Create($input: AiProviderCreateInput!) {
  aiProviderCreate(input: $input) { ... on AiProviderPayload { provider { id } } }
}
"""
DELETE = """
mutation Delete($input: AiProviderDeleteInput!) {
  aiProviderDelete(input: $input) { ... on AiProviderDeletePayload { deletedId } }
}
"""
KEY = "sk-secret-of-a-shop-4f2a"


@pytest_asyncio.fixture(loop_scope="session")
async def names(keeper: Shopkeeper) -> AsyncIterator[list[str]]:
    """Three providers that are switched off, so that nobody asks them; nothing of the test is left."""
    names = [f"{kind} {uuid4().hex[:5]}" for kind in ("Claude", "Gemini", "Groq")]
    for name in names:
        await keeper.ask(CREATE, input={"name": name, "type": name.split()[0].upper(), "isActive": False})
    yield names
    for provider in (await keeper.ask(LISTED))["aiProviders"]["nodes"]:
        await keeper.ask(DELETE, input={"id": provider["id"]})


async def order_on(page: Page) -> list[str]:
    return await page.get_by_role("list", name=re.compile("^AI providers")).get_by_role("heading").all_inner_texts()


async def test_providers_are_put_in_order_by_keyboard_and_seen_so_by_others(
    desk: Desk, keeper: Shopkeeper, names: list[str]
) -> None:
    page, colleague = await desk.page("/providers"), await desk.page("/providers")
    await expect(page.get_by_role("article", name=names[2])).to_be_visible()
    await expect(colleague.get_by_role("article", name=names[2])).to_be_visible()
    assert await order_on(page) == names

    # A page behind another one has slow clocks, and loses keys that are pressed too soon.
    await page.bring_to_front()
    handle = page.get_by_role("button", name=f"Move {names[0]}", exact=True)
    await handle.focus()
    await page.keyboard.press("Space")
    await expect(page.get_by_text(re.compile(f"{names[0]} (is lifted:|would be) number 1"))).to_be_attached()
    for place in (2, 3):
        await page.keyboard.press("ArrowDown")
        await expect(page.get_by_text(f"{names[0]} would be number {place}")).to_be_attached()
    await page.keyboard.press("Space")

    wanted = [names[1], names[2], names[0]]
    last = colleague.get_by_role("list", name=re.compile("^AI providers")).get_by_role("heading").last
    await expect(last).to_have_text(names[0])
    assert await order_on(colleague) == wanted
    assert [provider["name"] for provider in (await keeper.ask(LISTED))["aiProviders"]["nodes"]] == wanted
    await page.reload()
    await expect(page.get_by_role("article", name=names[2])).to_be_visible()
    assert await order_on(page) == wanted
    # Behind them all stands the one that is always there.
    await expect(page.get_by_role("article").last).to_contain_text("Built-in assistant")


async def test_a_provider_is_set_up_priced_and_deleted_and_its_key_is_shown_to_nobody(
    desk: Desk, keeper: Shopkeeper, names: list[str]
) -> None:
    page = await desk.page("/providers")
    await page.get_by_role("button", name="Add a provider").click()
    form = page.get_by_role("dialog", name="Add a provider")
    await form.get_by_role("combobox", name="Provider").click()
    await page.get_by_role("option", name="Cohere").click()
    await expect(form.get_by_role("textbox", name="Model")).to_have_value(re.compile("command"))
    await form.get_by_role("textbox", name="Name").fill(names[0])
    await form.get_by_role("textbox", name="API key").fill(KEY)
    await form.get_by_role("switch", name=re.compile("^Limit the requests")).check()
    await form.get_by_role("textbox", name="Requests a day").fill("250")
    await form.get_by_role("switch", name=re.compile("^Asked")).uncheck()
    await form.get_by_role("button", name="Save").click()
    # The name is taken: said at its field, and nothing that was typed is lost.
    await expect(form.get_by_role("textbox", name="Name")).to_have_attribute("aria-invalid", "true")
    name = f"Cohere {uuid4().hex[:5]}"
    await form.get_by_role("textbox", name="Name").fill(name)
    await form.get_by_role("button", name="Save").click()

    card = page.get_by_role("article", name=name)
    await expect(card).to_contain_text("key …4f2a")
    await expect(card).to_contain_text("0 of 250")
    await expect(card).to_contain_text("It is left out until you switch it on.")
    assert await barriers(page) == []
    assert KEY not in await page.content()

    await card.get_by_role("button", name=f"More for {name}").click()
    await page.get_by_role("menuitem", name="Set its price").click()
    price = page.get_by_role("dialog", name=f"Price of {name}")
    await price.get_by_label("Tokens it reads").fill("0,25")
    await price.get_by_label("Tokens it writes").fill("1.255")
    await price.get_by_role("button", name="Save").click()
    await expect(price.get_by_text("A number with a point, e.g. 0.25.")).to_be_visible()
    await price.get_by_label("Tokens it reads").fill("0.25")
    await price.get_by_role("button", name="Save").click()
    await expect(card).to_contain_text("USD 0.25 read, USD 1.255 written")

    await card.get_by_role("button", name=f"More for {name}").click()
    await page.get_by_role("menuitem", name="Edit").click()
    form = page.get_by_role("dialog", name=f"Change {name}")
    await expect(form.get_by_role("textbox", name="Another API key")).to_have_value("")
    await form.get_by_role("switch", name=re.compile("^Limit the requests")).uncheck()
    await form.get_by_role("button", name="Save").click()
    await expect(card).to_contain_text("0, no limit")
    kept = {provider["name"]: provider for provider in (await keeper.ask(LISTED))["aiProviders"]["nodes"]}[name]
    assert (kept["keyEnding"], kept["dailyLimit"], kept["isActive"]) == ("4f2a", None, False)

    await card.get_by_role("button", name=f"More for {name}").click()
    await page.get_by_role("menuitem", name="Delete").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Delete").click()
    await expect(card).to_have_count(0)
