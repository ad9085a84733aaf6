"""Journeys go through the public doors of a server that was started as the user starts it."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from core.embedded_postgres import EmbeddedPostgres
from tests.journeys.server import Api, Server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all journeys that leave it alive; each makes its own account and customers."""
    server = Server(tmp_path_factory.mktemp("journeys") / "data")
    server.start()
    yield server
    assert server.stop() == 0, server.log.read_text()[-4000:]


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server that a test may kill and start again."""
    server = Server(tmp_path / "data")
    server.start()
    yield server
    if server.process is not None:
        server.stop()
    # After a kill -9 the database is still up, as it would be on the shop's machine.
    EmbeddedPostgres(server.data / "postgres").stop_if_abandoned()


@pytest.fixture
async def api(server: Server) -> AsyncIterator[Api]:
    async with server.api() as api:
        yield api
