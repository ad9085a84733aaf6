"""`serve --dev --reload`, as `make dev` starts it."""

from pathlib import Path

import httpx
import pytest

from core.embedded_postgres import EmbeddedPostgres
from tests.journeys.server import Server


def test_with_reload_the_server_serves_and_ctrl_c_ends_all_of_it(tmp_path: Path) -> None:
    server = Server(tmp_path / "data", options=("--reload",))
    server.start()
    assert httpx.get(f"{server.url}/healthz").status_code == 200

    assert server.stop() == 0

    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.url}/healthz")
    # Whoever would use the database now is the first one: nothing was left running.
    assert EmbeddedPostgres(server.data / "postgres").stop_if_abandoned()
