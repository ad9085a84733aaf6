"""The people of the shop: somebody joins by a link, gets another role, and is let go."""

import re
from uuid import uuid4

from playwright.async_api import Page, expect

from tests.browser.conftest import MakeDesk
from tests.browser.desk import Desk

PASSWORD = "a long enough password"


async def invite(page: Page, email: str, role: str) -> str:
    """The link, as it is shown once."""
    await page.get_by_role("button", name="Invite", exact=True).click()
    form = page.get_by_role("dialog", name="Invite somebody")
    await form.get_by_label("Email").fill(email)
    await form.get_by_role("radio", name=role).click()
    await form.get_by_role("button", name="Make the link").click()
    link = await page.get_by_label("Link of the invitation").inner_text()
    await page.get_by_role("button", name="I have handed it over").click()
    await expect(page.get_by_role("table", name="Open invitations").get_by_text(email)).to_be_visible()
    return link


async def join(page: Page, link: str, name: str) -> None:
    await page.goto(link)
    await page.get_by_label("Your name").fill(name)
    await page.get_by_label(re.compile("^Password \\*|^Password$")).fill(PASSWORD)
    await page.get_by_label("Password, again").fill(PASSWORD)
    await page.get_by_role("button", name="Join", exact=True).click()


async def test_somebody_joins_by_a_link_and_another_role_hides_pages(desk: Desk, make_desk: MakeDesk) -> None:
    email, name = f"{uuid4().hex[:8]}@example.com", f"Sana {uuid4().hex[:4]}"
    owner = await desk.page("/staff")
    link = await invite(owner, email, "Agent")

    theirs = await make_desk(signed_in=False)
    page = await theirs.page()
    await join(page, link, name)

    menu = page.get_by_role("navigation")
    await expect(menu.get_by_role("link", name="Simulator")).to_be_visible()
    await expect(menu.get_by_role("link", name="Scenarios")).to_have_count(0)
    # The owner's page heard of it by itself.
    row = owner.get_by_role("table", name="Staff").get_by_role("row", name=re.compile(name))
    await expect(row).to_contain_text("Agent")
    await expect(owner.get_by_text("Nobody is invited at the moment.")).to_be_visible()

    await row.get_by_role("link").click()
    drawer = owner.get_by_role("dialog", name="Member of staff")
    await drawer.get_by_role("radio", name="Viewer").click()
    await drawer.get_by_role("button", name="Change the role").click()
    await owner.get_by_role("alertdialog").get_by_role("button", name="Change the role").click()
    await expect(row).to_contain_text("Viewer")

    await page.goto("/")
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    await theirs.sign_in(email, PASSWORD)
    await page.goto("/simulator")
    await expect(page.get_by_text("Your role does not show this page")).to_be_visible()
    await expect(menu.get_by_role("link", name="Scenarios")).to_be_visible()
    await expect(menu.get_by_role("link", name="Simulator")).to_have_count(0)


async def test_an_invitation_that_is_taken_back_opens_nothing(desk: Desk, make_desk: MakeDesk) -> None:
    email = f"{uuid4().hex[:8]}@example.com"
    owner = await desk.page("/staff")
    link = await invite(owner, email, "Viewer")

    await owner.get_by_role("button", name=f"Take back: {email}").click()
    await owner.get_by_role("alertdialog").get_by_role("button", name="Take back").click()
    await expect(owner.get_by_role("button", name=f"Take back: {email}")).to_have_count(0)

    theirs = await make_desk(signed_in=False)
    page = await theirs.page()
    await join(page, link, "Late")
    await expect(page.get_by_role("alert")).to_contain_text("This invitation was used or revoked")


async def test_nobody_changes_themselves(desk: Desk) -> None:
    owner = await desk.page("/staff")
    staff = owner.get_by_role("table", name="Staff")
    await staff.get_by_role("row", name=re.compile(r"owner@example\.com")).get_by_role("link").click()
    drawer = owner.get_by_role("dialog", name="Member of staff")
    await expect(drawer.get_by_text("This is you.")).to_be_visible()
    await expect(drawer.get_by_role("radio")).to_have_count(0)
    await expect(drawer.get_by_role("button", name="Deactivate")).to_have_count(0)


async def test_who_is_deactivated_is_signed_out_and_comes_back(desk: Desk, make_desk: MakeDesk) -> None:
    email, name = f"{uuid4().hex[:8]}@example.com", f"Bilal {uuid4().hex[:4]}"
    owner = await desk.page("/staff")
    theirs = await make_desk(signed_in=False)
    page = await theirs.page()
    await join(page, await invite(owner, email, "Agent"), name)
    await expect(page.get_by_role("navigation").get_by_role("link", name="Orders")).to_be_visible()

    row = owner.get_by_role("table", name="Staff").get_by_role("row", name=re.compile(name))
    await row.get_by_role("link").click()
    drawer = owner.get_by_role("dialog", name="Member of staff")
    await expect(drawer.get_by_role("button", name=re.compile("^Sign out:"))).to_have_count(1)
    await drawer.get_by_role("button", name="Deactivate").click()
    await owner.get_by_role("alertdialog").get_by_role("button", name="Deactivate").click()
    await expect(drawer.get_by_role("button", name="Let back in")).to_be_visible()
    await page.goto("/orders")
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()

    await drawer.get_by_role("button", name="Let back in").click()
    await expect(drawer.get_by_role("button", name="Deactivate")).to_be_visible()
    await theirs.sign_in(email, PASSWORD)
    await page.goto("/orders")
    await expect(page.get_by_role("heading", name="Orders", level=1)).to_be_visible()
