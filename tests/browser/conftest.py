"""Browser tests: the built dashboard on a server started as the user starts it, in a real Chromium.

All of them share one server, one browser and one event loop; each has a profile of its own.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from core.embedded_postgres import EmbeddedPostgres
from tests.browser.desk import ARGUMENTS, OWNER, Desk, find_chromium
from tests.journeys import documents
from tests.journeys.chat import Customer, Number, Shopkeeper, linked_number
from tests.journeys.server import Api, Server
from web.dashboard_build import DashboardBuild

HERE = Path(__file__).parent
QUICK = {"quietSeconds": 0, "longestWaitSeconds": 1.0}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            item.add_marker(pytest.mark.xdist_group("browser"))
            # The build and the start of the server are none of a test's own time.
            item.add_marker(pytest.mark.timeout(180, func_only=True))


@pytest.fixture(scope="session")
def chromium() -> str:
    path = find_chromium()
    if path is None:
        advice = "no Chromium here: install it (on Debian: apt-get install chromium) or set BROWSER_PATH"
        if os.environ.get("CI"):
            pytest.fail(advice)
        pytest.skip(f"browser tests did not run: {advice}")
    return path


@pytest.fixture(scope="session")
def dashboard() -> None:
    """Built once for all who ask at the same time."""
    DashboardBuild().build(print)


@pytest.fixture(scope="session")
def server(chromium: str, dashboard: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("browser") / "data") as server:
        yield server


@contextmanager
def running(data: Path, **environment: str) -> Iterator[Server]:
    """A quick server with an owner and sample data; nothing of it is left running, and it complained of nothing."""
    owner = {"ADMIN_EMAIL": OWNER[0], "ADMIN_PASSWORD": OWNER[1], "TRUSTED_PROXIES": "127.0.0.1,::1"}
    server = Server(data, environment={**owner, **environment})
    try:
        server.start()
        make_quick(server)
        yield server
        if server.is_alive:
            assert server.stop() == 0, server.log.read_text()[-4000:]
    finally:
        if server.is_alive:
            server.kill()
        EmbeddedPostgres(server.data / "postgres").stop_if_abandoned()
    assert server.complaints() == []


def make_quick(server: Server) -> None:
    """Its customers are answered at once."""
    answer = httpx.post(
        f"{server.url}/graphql",
        json={"query": documents.mutation("settingsChange"), "variables": {"input": QUICK}},
        headers={"Authorization": f"Bearer {server.key}"},
    )
    assert "settings" in answer.json()["data"]["settingsChange"], answer.text


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        await browser.close()


class MakeDesk(Protocol):
    def __call__(self, *, signed_in: bool = True, **more: Any) -> Awaitable[Desk]: ...


@pytest_asyncio.fixture(loop_scope="session")
async def make_desk(browser: Browser, server: Server) -> AsyncIterator[MakeDesk]:
    """Further people at the dashboard: `await make_desk(is_dark=True, language="ur", viewport=PHONE)`."""
    async with AsyncExitStack() as desks:

        async def make(*, signed_in: bool = True, **more: Any) -> Desk:
            desk = await desks.enter_async_context(Desk(browser, more.pop("server", server), **more))
            if signed_in:
                await desk.sign_in()
            return desk

        yield make


@pytest_asyncio.fixture(loop_scope="session")
async def desk(make_desk: MakeDesk) -> Desk:
    """The owner's."""
    return await make_desk()


@pytest_asyncio.fixture(loop_scope="session")
async def page(desk: Desk) -> Page:
    """A page of the signed-in owner that has not gone anywhere yet."""
    return await desk.page()


@pytest_asyncio.fixture(loop_scope="session")
async def api(server: Server) -> AsyncIterator[Api]:
    async with server.api() as api:
        yield api


@pytest_asyncio.fixture(loop_scope="session")
async def keeper(api: Api) -> Shopkeeper:
    """Whoever calls the API beside the pages: `await keeper.change("serviceCreate", name=…)`."""
    return Shopkeeper(api)


@pytest_asyncio.fixture(loop_scope="session")
async def number(api: Api) -> AsyncIterator[Number]:
    """A simulated number of the test's own, linked and watched."""
    async with linked_number(api) as number:
        yield number


@pytest.fixture
def customer(number: Number) -> Customer:
    return number.customer()


MakeStaff = Callable[[str], Awaitable[tuple[str, str]]]


@pytest_asyncio.fixture(loop_scope="session")
async def make_staff(server: Server) -> MakeStaff:
    """Email and password of somebody new with a role: owner, admin, agent or viewer."""
    count = 0

    async def make(role: str) -> tuple[str, str]:
        nonlocal count
        count += 1
        email, password = f"{role}{count}-{os.urandom(3).hex()}@example.com", "a long enough password"
        made = await asyncio.to_thread(
            server.command, "create-staff", email, "--name", role.title(), "--role", role, stdin=f"{password}\n"
        )
        assert made.returncode == 0, made.stderr
        return email, password

    return make
