"""Knowledge and texts in the browser: entries that questions find, texts that are written with care and taken back."""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.desk import Desk
from tests.journeys.chat import Customer, Shopkeeper, Thing

ENTRIES = "{ knowledgeEntries(first: 100) { nodes { id question } } }"
DELETE_ENTRY = """
mutation ($input: KnowledgeEntryDeleteInput!) { knowledgeEntryDelete(input: $input) { __typename } }
"""
REORDER_ENTRIES = """
mutation ($input: KnowledgeEntryReorderInput!) { knowledgeEntryReorder(input: $input) { __typename } }
"""
TEMPLATE = """
query ($key: String) {
  messageTemplates(first: 1, filter: { key: $key, language: "en" }) { nodes { id text version isShipped } }
}
"""
WRITE = """
mutation ($input: MessageTemplateUpdateInput!) { messageTemplateUpdate(input: $input) { __typename } }
"""
RESET = """
mutation ($input: MessageTemplateResetInput!) { messageTemplateReset(input: $input) { __typename } }
"""
REPLIES = "{ cannedReplies(first: 100) { nodes { shortcut language text } } }"


async def entries(keeper: Shopkeeper) -> list[Thing]:
    return list((await keeper.ask(ENTRIES))["knowledgeEntries"]["nodes"])


async def template(keeper: Shopkeeper, key: str) -> Thing:
    return dict((await keeper.ask(TEMPLATE, key=key))["messageTemplates"]["nodes"][0])


@pytest_asyncio.fixture(loop_scope="session")
async def faq(keeper: Shopkeeper) -> AsyncIterator[list[Thing]]:
    """What there is before the test, and after it."""
    before = await entries(keeper)
    yield before
    known = [entry["id"] for entry in before]
    for entry in await entries(keeper):
        if entry["id"] not in known:
            await keeper.ask(DELETE_ENTRY, input={"id": entry["id"]})
    await keeper.ask(REORDER_ENTRIES, input={"ids": known})


@pytest_asyncio.fixture(loop_scope="session")
async def thanks(keeper: Shopkeeper) -> AsyncIterator[Thing]:
    """A template that says what ships with Parley, before and after."""
    found = await template(keeper, "thanks")
    yield found
    await keeper.ask(RESET, input={"id": found["id"]})


async def test_a_question_that_finds_nothing_becomes_an_entry_that_it_finds(
    desk: Desk, faq: list[Thing], keeper: Shopkeeper
) -> None:
    page = await desk.page("/knowledge")
    box = page.get_by_role("complementary", name="Try it")

    await box.get_by_label("A customer's question").fill("do you have parking for buses")
    await box.get_by_role("button", name="Make an entry of it").click()
    drawer = page.get_by_role("dialog")
    await expect(drawer.get_by_role("textbox", name="Question")).to_have_value("do you have parking for buses")
    await drawer.get_by_role("textbox", name="Answer").fill("Yes, *behind the house*.")
    await drawer.get_by_label("Other words for it").fill("parking,")
    await drawer.get_by_role("button", name="Create").click()

    found = box.get_by_role("listitem").first
    await expect(found).to_contain_text("do you have parking for buses")
    await expect(found.locator("strong")).to_have_text("behind the house")
    assert [entry["question"] for entry in await entries(keeper)][-1] == "do you have parking for buses"
    await page.get_by_role("switch", name="In use: do you have parking for buses").press("Space")
    await expect(box.get_by_text("Nothing fits.")).to_be_visible()


async def test_entries_are_put_in_order_by_keyboard(desk: Desk, faq: list[Thing], keeper: Shopkeeper) -> None:
    page = await desk.page("/knowledge")
    first, second = (entry["question"] for entry in faq[:2])

    await page.get_by_role("button", name=f"Move {first}", exact=True).focus()
    await page.keyboard.press("Space")
    await expect(page.get_by_text(f"{first} is lifted:")).to_be_attached()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_text(f"{first} would be number 2")).to_be_attached()
    await page.keyboard.press("Space")

    await expect(page.locator(".knowledge-list").get_by_role("heading").first).to_have_text(second)
    await page.reload()
    await expect(page.locator(".knowledge-list").get_by_role("heading").first).to_have_text(second)
    assert [entry["question"] for entry in await entries(keeper)][:2] == [second, first]


async def test_a_template_is_written_seen_at_once_said_to_customers_and_taken_back(
    desk: Desk, thanks: Thing, customer: Customer
) -> None:
    await customer.asks("hello")
    page = await desk.page(f"/texts/templates/{thanks['id']}")
    text = page.get_by_role("textbox", name="Thanks")
    phone = page.get_by_role("region", name="As a customer reads it")
    await expect(text).to_have_value(thanks["text"])

    await text.fill("Any *time*, {nobody}!")
    await expect(page.get_by_text("{nobody} is unknown here")).to_be_visible()
    await expect(page.get_by_role("button", name="Save")).to_be_disabled()
    await text.fill("Any *time*!")
    await expect(phone.locator("strong")).to_have_text("time")
    await page.keyboard.press("Control+s")
    await expect(page.get_by_text("Version 1", exact=False)).to_be_visible()
    said = await customer.asks("thank you")
    await page.get_by_role("button", name="Reset to shipped").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Reset to shipped").click()

    await expect(text).to_have_value(thanks["text"])
    await page.get_by_role("button", name="Versions").click()
    versions = page.get_by_role("dialog").get_by_role("article")
    await expect(versions).to_have_count(2)
    await expect(versions.nth(1).locator("del")).not_to_have_count(0)
    await versions.nth(1).get_by_role("button", name="Restore").click()
    await expect(text).to_have_value("Any *time*!")
    assert said == "Any *time*!"


async def test_what_somebody_else_wrote_meanwhile_is_not_overwritten_unseen(
    desk: Desk, thanks: Thing, keeper: Shopkeeper
) -> None:
    page = await desk.page(f"/texts/templates/{thanks['id']}")
    text = page.get_by_role("textbox", name="Thanks")
    await text.fill("Mine")
    await keeper.ask(WRITE, input={"id": thanks["id"], "text": "Theirs"})

    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("alert")).to_contain_text("Somebody saved another version meanwhile")
    between = (await template(keeper, "thanks"))["text"]
    await page.get_by_role("button", name="Keep mine").click()
    await page.get_by_role("button", name="Save").click()

    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    assert between == "Theirs"
    assert (await template(keeper, "thanks"))["text"] == "Mine"


async def test_nobody_leaves_what_they_wrote_without_being_asked(desk: Desk, thanks: Thing, keeper: Shopkeeper) -> None:
    page = await desk.page(f"/texts/templates/{thanks['id']}")
    text = page.get_by_role("textbox", name="Thanks")
    await text.fill("Not saved")

    await page.get_by_role("link", name="Knowledge", exact=True).click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Cancel").click()

    await expect(text).to_have_value("Not saved")
    await page.get_by_role("link", name="Knowledge", exact=True).click()
    await leave(page)
    await expect(page.get_by_role("heading", name="Knowledge", level=1)).to_be_visible()
    assert (await template(keeper, "thanks"))["text"] == thanks["text"]


async def leave(page: Page) -> None:
    buttons = page.get_by_role("alertdialog").get_by_role("button")
    await buttons.last.click()


async def test_a_canned_reply_is_made_changed_and_deleted(desk: Desk, keeper: Shopkeeper) -> None:
    page = await desk.page("/texts/replies")
    await page.get_by_role("button", name="New canned reply").first.click()
    await page.get_by_label("Short word").fill("two words")
    await page.get_by_label("Text").fill("We are *open* from 9 to 9.")
    await page.get_by_role("button", name="Create").click()
    await expect(page.get_by_text("1 to 40 letters, digits, - or _.")).to_be_visible()
    await page.get_by_label("Short word").fill("opening")
    await page.get_by_role("button", name="Create").click()

    await expect(page.get_by_role("link", name="/opening")).to_have_attribute("aria-current", "page")
    await expect(page.locator(".phone strong")).to_have_text("open")
    made = {"shortcut": "opening", "language": "en", "text": "We are *open* from 9 to 9."}
    assert made in (await keeper.ask(REPLIES))["cannedReplies"]["nodes"]
    await page.get_by_role("button", name="Delete").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Delete").click()
    await expect(page.get_by_role("link", name="/opening")).to_have_count(0)
    assert made not in (await keeper.ask(REPLIES))["cannedReplies"]["nodes"]
