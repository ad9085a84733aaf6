"""The conversation lab: a script is written, played, and looked into."""

import re
from collections.abc import Awaitable, Callable
from uuid import uuid4

from playwright.async_api import Page, expect

from tests.browser.conftest import MakeDesk
from tests.browser.desk import PHONE, Desk, overflows

MakeStaff = Callable[[str], Awaitable[tuple[str, str]]]


async def choose_the_built_in_one(page: Page) -> None:
    await page.get_by_role("combobox", name="Who answers").click()
    await page.get_by_role("option", name="The built-in one").click()


async def test_a_run_with_the_built_in_assistant_passes_and_shows_what_was_said(desk: Desk) -> None:
    page = await desk.page("/scenarios")
    await page.get_by_role("link", name="Asks what it costs", exact=False).click()
    await expect(page.get_by_role("heading", name="Asks what it costs", level=1)).to_be_visible()
    await choose_the_built_in_one(page)

    await page.get_by_role("button", name="Run", exact=True).click()

    run = page.get_by_role("region", name="Run", exact=True)
    await expect(run.get_by_text("All that is expected holds")).to_be_visible()
    said = run.get_by_role("list", name="What was said").get_by_role("listitem")
    await expect(said.first).to_contain_text("How much is Gold care?")
    await expect(said.nth(1)).to_contain_text("35,000")
    await said.nth(1).get_by_role("button", name="Why this answer?").click()
    await expect(page.get_by_role("dialog", name="How it was decided").get_by_text("Built-in").first).to_be_visible()

    await page.goto("/scenarios?search=Asks what it costs")
    row = page.get_by_role("row", name=re.compile("Asks what it costs"))
    await expect(row).to_contain_text("Passed")
    await expect(row).to_contain_text("The built-in one")


async def test_a_script_is_written_fails_and_is_compared_with_the_run_before(desk: Desk) -> None:
    name = f"Wants the moon {uuid4().hex[:6]}"
    page = await desk.page("/scenarios")
    await page.get_by_role("button", name="New scenario").click()
    form = page.get_by_role("dialog", name="New scenario")
    await form.get_by_label("Name").fill(name)
    await form.get_by_label("Step 1: Writes").fill("How much is Gold care?")
    await form.get_by_label("Step 1: Words that the answer must say").fill("the moon")
    await page.keyboard.press("Enter")
    await form.get_by_role("button", name="Add a step").click()
    await form.get_by_label("Step 2: Writes").fill("thanks")
    await form.get_by_role("button", name="Create").click()

    await expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    await expect(page.get_by_role("region", name="What the customer does").get_by_role("listitem")).to_have_count(2)
    await choose_the_built_in_one(page)
    await page.get_by_role("button", name="Run", exact=True).click()
    run = page.get_by_role("region", name="Run", exact=True)
    await expect(run.get_by_text("1 thing does not hold")).to_be_visible()
    await expect(run.get_by_role("alert")).to_contain_text("should say “the moon”")

    await page.get_by_role("button", name="Edit").click()
    form = page.get_by_role("dialog", name="Edit the scenario")
    await form.get_by_label("Step 1: Words that the answer must say").press("Backspace")
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_have_count(0)
    await page.get_by_role("button", name="Run", exact=True).click()
    await expect(run.get_by_text("All that is expected holds")).to_be_visible()

    await page.get_by_role("combobox", name="Compare with…").click()
    await page.get_by_role("option", name=re.compile("Failed")).click()
    other = page.get_by_role("region", name="Compared with")
    await expect(other.get_by_text("1 thing does not hold")).to_be_visible()
    await expect(run.get_by_text("All that is expected holds")).to_be_visible()


async def test_a_viewer_looks_on_while_all_run_and_an_agent_does_not(
    desk: Desk, make_desk: MakeDesk, make_staff: MakeStaff
) -> None:
    viewer = await make_desk(signed_in=False, viewport=PHONE)
    await viewer.sign_in(*await make_staff("viewer"))
    looking = await viewer.page("/scenarios?search=Haggles")
    row = looking.get_by_role("row", name=re.compile("Haggles"))
    await expect(row).to_be_visible()
    await expect(looking.get_by_role("button", name="Run all")).to_have_count(0)

    page = await desk.page("/scenarios")
    await choose_the_built_in_one(page)
    await page.get_by_role("button", name="Run all").click()

    await expect(row).to_contain_text("Passed")
    assert not await overflows(looking)
    await expect(page.get_by_role("row", name=re.compile("Haggles"))).to_contain_text("Passed")
    agent = await make_desk(signed_in=False)
    await agent.sign_in(*await make_staff("agent"))
    shut = await agent.page("/scenarios")
    await expect(shut.get_by_text("Your role does not show this page")).to_be_visible()
