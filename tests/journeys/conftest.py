"""Journeys go through the public doors of a server that was started as the user starts it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.embedded_postgres import EmbeddedPostgres
from tests.journeys import documents
from tests.journeys.chat import Customer, Number, Shopkeeper, Thing, linked_number
from tests.journeys.server import Api, Server

# A shop waits for a quiet moment before it answers; most tests do not.
QUICK = {"quietSeconds": 0, "longestWaitSeconds": 1.0}
# Long enough to do something before the assistant answers, short enough to wait for it.
UNHURRIED = {"quietSeconds": 1.0, "longestWaitSeconds": 5.0}

# Names, numbers and words of customers, and what the shop answers; see tests/journeys/chat.py for the first two.
NEVER_LOGGED = ("Ayesha", "+92300", "English course", "Sara", "0300 0000001", "unreadable")


async def make_quick(server: Server) -> None:
    async with server.api() as api:
        await Shopkeeper(api).change("settingsChange", **QUICK)


@contextmanager
def running(data: Path) -> Iterator[Server]:
    """A quick server. Whatever happened, nothing of it is left running, and it had nothing to complain of."""
    server = Server(data)
    try:
        server.start()
        asyncio.run(make_quick(server))
        yield server
        assert server.stop() == 0, server.log.read_text()[-4000:]
    finally:
        if server.process is not None:
            server.kill()
        # After a kill -9 the database is still up, as it would be on the shop's machine.
        EmbeddedPostgres(server.data / "postgres").stop_if_abandoned()
    assert server.complaints() == []


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all journeys that leave it alive; each makes its own number and customers."""
    with running(tmp_path_factory.mktemp("journeys") / "data") as server:
        yield server
    log = server.log.read_text(encoding="utf-8")
    assert [word for word in (server.key, *NEVER_LOGGED) if word in log] == []


@pytest.fixture(scope="module")
def one_mortal_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("mortal") / "data") as server:
        yield server


@pytest.fixture
def mortal_server(one_mortal_server: Server) -> Server:
    """A server that a test may kill and start again; alive, whatever the test before did."""
    if not one_mortal_server.is_alive:
        one_mortal_server.start()
    return one_mortal_server


@pytest.fixture
async def api(server: Server) -> AsyncIterator[Api]:
    async with server.api() as api:
        yield api


@pytest.fixture
async def number(api: Api) -> AsyncIterator[Number]:
    """A number of the test's own, so that no lane waits for the messages of another test."""
    async with linked_number(api) as number:
        yield number


@pytest.fixture
def customer(number: Number) -> Customer:
    return number.customer()


@pytest.fixture
async def unhurried(api: Api) -> AsyncIterator[None]:
    """The assistant waits a moment before it answers, as it does in a shop."""
    keeper = Shopkeeper(api)
    await keeper.change("settingsChange", **UNHURRIED)
    yield
    await keeper.change("settingsChange", **QUICK)


@pytest.fixture
async def catalog_as_it_was(api: Api) -> AsyncIterator[None]:
    """What a test makes of the catalogue is undone, because all journeys on a server sell from one."""
    keeper = Shopkeeper(api)

    async def services() -> list[Thing]:
        return list((await keeper.ask(documents.ALL_SERVICES))["services"]["nodes"])

    before = await services()
    known = [service["id"] for service in before]
    yield
    for service in await services():
        if service["id"] not in known:
            await keeper.ask(documents.DELETE_SERVICE, input={"id": service["id"], "confirm": True})
    await keeper.ask(documents.REORDER_SERVICES, input={"serviceIds": known})
    assert await services() == before
