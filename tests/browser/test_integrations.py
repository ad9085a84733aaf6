"""API keys and webhooks: shown once, working at once, and no more when they are revoked."""

from collections.abc import Iterator
from uuid import uuid4

import httpx
import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import MakeDesk, running
from tests.browser.desk import Desk
from tests.journeys.server import Server
from tests.receivers import answers, receiving

ORDERS = "{ orders(first: 1) { totalCount } }"
CUSTOMERS = "{ customers(first: 1) { totalCount } }"


@pytest.fixture(scope="module")
def open_server(chromium: str, dashboard: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One that may call this machine."""
    with running(tmp_path_factory.mktemp("webhooks") / "data", WEBHOOK_ALLOW_PRIVATE="1") as server:
        yield server


async def ask(server: Server, key: str, query: str) -> httpx.Response:
    async with httpx.AsyncClient() as http:
        return await http.post(
            f"{server.url}/graphql", json={"query": query}, headers={"Authorization": f"Bearer {key}"}
        )


async def test_a_key_is_shown_once_may_what_was_chosen_and_nothing_when_revoked(desk: Desk, server: Server) -> None:
    name = f"Books {uuid4().hex[:6]}"
    page = await desk.page("/integrations")

    await page.get_by_role("button", name="New API key").click()
    form = page.get_by_role("dialog", name="New API key")
    await form.get_by_label("Name").fill(name)
    await form.get_by_role("radio", name="Orders: Read", exact=True).check()
    await form.get_by_role("button", name="Make the key").click()
    key = await page.get_by_label("API key", exact=True).inner_text()
    await page.get_by_role("button", name="I have kept it").click()

    row = page.get_by_role("table", name="API keys").get_by_role("row", name=name)
    await expect(row).to_contain_text("orders:read")
    await expect(row).to_contain_text(key[:13])
    assert key not in await page.content()
    assert "errors" not in (await ask(server, key, ORDERS)).json()
    assert (await ask(server, key, CUSTOMERS)).json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"

    await row.get_by_role("button", name=f"More actions: {name}").click()
    await page.get_by_role("menuitem", name="Revoke").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Revoke").click()
    await expect(row).to_have_count(0)
    assert (await ask(server, key, ORDERS)).json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    await page.get_by_text("Revoked", exact=True).click()
    await expect(row).to_be_visible()


async def make_webhook(page: Page, name: str, url: str) -> str:
    """With the events of the catalogue alone; its secret."""
    await page.get_by_role("button", name="New webhook").click()
    form = page.get_by_role("dialog", name="New webhook")
    await form.get_by_label("Name").fill(name)
    await form.get_by_label("Address").fill(url)
    await form.get_by_role("radio", name="Only some").check()
    await form.get_by_role("checkbox", name="Catalogue", exact=True).check()
    await form.get_by_role("button", name="Make the webhook").click()
    secret = await page.get_by_label("Signing secret").inner_text()
    await page.get_by_role("button", name="I have kept it").click()
    return secret


async def test_a_webhook_is_told_signed_and_its_deliveries_are_seen_live(
    make_desk: MakeDesk, open_server: Server
) -> None:
    async with receiving(answers(503), answers(200)) as receiver, open_server.api() as api:
        desk = await make_desk(server=open_server)
        page = await desk.page("/integrations?tab=webhooks")
        secret = await make_webhook(page, "Stock list", receiver.url)
        await expect(page.get_by_role("heading", name="Stock list", level=1)).to_be_visible()
        await expect(page.get_by_text("Nothing was sent yet")).to_be_visible()

        await api.call(
            "mutation ($name: String!) { serviceCreate(input: {name: $name}) { __typename } }", name=uuid4().hex[:8]
        )
        [refused] = await receiver.has(1)
        refused.verify(secret)
        assert refused.event["type"] == "catalog.changed"

        # Nobody touched the page.
        deliveries = page.get_by_role("table", name="Deliveries")
        await deliveries.get_by_role("link", name="catalog.changed").click()
        drawer = page.get_by_role("dialog", name="Delivery")
        await expect(drawer.get_by_text("The receiver answered 503.")).to_be_visible()
        await expect(drawer.get_by_role("region", name="Body")).to_contain_text('"type": "catalog.changed"')
        await drawer.get_by_role("button", name="Send again").click()
        await expect(drawer.get_by_text("Delivered", exact=True).first).to_be_visible()
        again = (await receiver.has(2))[-1]
        assert again.id == refused.id
        await page.keyboard.press("Escape")

        await page.get_by_role("button", name="Pause").click()
        await expect(page.get_by_text("This webhook is paused")).to_be_visible()
        await page.get_by_role("button", name="Resume").click()
        await expect(page.get_by_text("This webhook is paused")).to_have_count(0)
        await page.get_by_role("button", name="More actions").click()
        await page.get_by_role("menuitem", name="Delete").click()
        await page.get_by_role("alertdialog").get_by_role("button", name="Delete").click()
        await expect(page.get_by_text("No webhooks yet")).to_be_visible()
