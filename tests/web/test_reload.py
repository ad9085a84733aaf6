"""`serve --dev --reload`, as `make dev` starts it."""

from pathlib import Path

import httpx
import pytest

from core.embedded_postgres import EmbeddedPostgres
from tests.journeys.server import CHECKOUT, Server
from web.cli.serve import _watched


def test_with_reload_the_server_serves_and_ctrl_c_ends_all_of_it(tmp_path: Path) -> None:
    server = Server(tmp_path / "data", options=("--reload",))
    server.start()
    assert httpx.get(f"{server.url}/healthz").status_code == 200

    assert server.stop() == 0

    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.url}/healthz")
    # Whoever would use the database now is the first one: nothing was left running.
    assert EmbeddedPostgres(server.data / "postgres").stop_if_abandoned()


def test_only_folders_with_code_of_ours_are_watched() -> None:
    watched = {path.relative_to(CHECKOUT).as_posix() for path in _watched()}

    assert {"core", "core/engine", "graph/resolvers", "models", "migrations", "web", "web/cli/simulate"} <= watched
    assert [path for path in watched if path.startswith("web/dashboard") or "__pycache__" in path] == []
