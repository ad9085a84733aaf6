"""The dashboard as `serve` brings it along: built before the doors open, mended beside them, and never in the way.

The program runs from a copy of the checkout in which a small stand-in has the place of the dashboard.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
import pytest

from core.embedded_postgres import EmbeddedPostgres
from tests.journeys.server import CHECKOUT, Server
from tests.web.stand_in_dashboard import dashboard_of, held_up, times_built, wait_until_ended, wait_until_half_built
from web.cli.serve import LOCAL_KEY
from web.dashboard_build import DashboardBuild

PARTS = ("core", "graph", "models", "migrations", "web")
HTML = {"accept": "text/html"}
SECRETS = {
    "JWT_SECRET": "signs the sign-in of these tests",
    "WHATSAPP_SESSION_SECRET": "seals what these tests keep at rest",
}

# Each starts servers and npm, one after another.
pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def checkout(built: DashboardBuild) -> Path:
    """The dashboard's stand-in is built in it."""
    root = built.schema.parent
    for part in PARTS:
        left_out = shutil.ignore_patterns("dashboard", ".dashboard*")
        shutil.copytree(CHECKOUT / part, root / part, ignore=left_out, dirs_exist_ok=True)
    return root


@contextmanager
def served(server: Server) -> Iterator[httpx.Client]:
    """Whatever happened, nothing of it is left running."""
    try:
        server.start()
        with httpx.Client(base_url=server.url, headers=HTML, timeout=30) as browser:
            yield browser
        assert server.stop() == 0, server.log.read_text()[-4000:]
    finally:
        if server.process is not None:
            server.kill()
        EmbeddedPostgres(server.data / "postgres").stop_if_abandoned()


def change(build: DashboardBuild) -> None:
    (build.sources / "src" / "main.js").write_text('console.log("second");\n')


def break_it(build: DashboardBuild) -> None:
    (build.sources / "build.mjs").write_text("process.exit(1);\n")


def asked_of_api(server: Server, browser: httpx.Client) -> object:
    key = (server.data / LOCAL_KEY).read_text().strip()
    headers = {"accept": "application/json", "authorization": f"Bearer {key}"}
    return browser.post("/graphql", json={"query": "{ __typename }"}, headers=headers).json()["data"]


def test_serve_builds_what_has_changed_before_the_doors_open_and_then_no_more(checkout: Path, tmp_path: Path) -> None:
    build = dashboard_of(checkout)
    change(build)
    server = Server(tmp_path / "data", build=True, checkout=checkout)

    with served(server) as browser:
        first = browser.get("/orders")
        said = server.log.read_text()
    with served(server) as browser:
        again = browser.get("/orders")
        said_again = server.log.read_text().removeprefix(said)

    assert (first.status_code, again.status_code) == (200, 200)
    assert re.search(r"^\[ +\d+\.\d s\] Building the dashboard\n", said, re.MULTILINE)
    assert said.index("The dashboard is built") < said.index("Parley is running at")
    assert "dashboard" not in said_again.lower()
    assert times_built(build) == 2


def test_a_build_that_fails_stops_nobody_and_one_that_succeeds_is_served_at_once(
    checkout: Path, tmp_path: Path
) -> None:
    build = dashboard_of(checkout)
    shutil.rmtree(build.built)
    good = (build.sources / "build.mjs").read_text()
    break_it(build)
    server = Server(tmp_path / "data", build=True, checkout=checkout)

    with served(server) as browser:
        page = browser.get("/orders")
        assert page.status_code == 503
        assert "<p>The dashboard&#x27;s sources do not build.</p>" in page.text
        assert "parley-node-" not in page.text  # where the details are is for this machine alone
        assert asked_of_api(server, browser) == {"__typename": "Query"}
        said = server.log.read_text()
        assert re.search(r"The dashboard's sources do not build\. Details: \S+\.log\n", said)
        assert "To try again: .venv/bin/python -m web.cli build-dashboard" in said
        assert "Traceback" not in said

        failed = server.command("build-dashboard")
        (build.sources / "build.mjs").write_text(good)
        mended = server.command("build-dashboard")

        assert (failed.returncode, mended.returncode) == (2, 0)
        assert failed.stderr.splitlines()[-1].startswith("The dashboard's sources do not build. Details: ")
        assert mended.stderr.endswith("The dashboard is built\n")
        assert browser.get("/orders").status_code == 200
        assert server.command("build-dashboard").stdout == "The dashboard is up to date.\n"


def test_a_build_that_fails_leaves_the_one_before_in_service(checkout: Path, tmp_path: Path) -> None:
    break_it(dashboard_of(checkout))
    server = Server(tmp_path / "data", build=True, checkout=checkout)

    with served(server) as browser:
        assert browser.get("/orders").status_code == 200
        assert "The dashboard could not be built." in server.log.read_text()


def test_without_dev_nothing_is_built_and_what_is_older_than_its_sources_is_named(
    checkout: Path, tmp_path: Path
) -> None:
    build = dashboard_of(checkout)
    change(build)
    server = Server(tmp_path / "data", environment=SECRETS, dev=False, build=True, checkout=checkout)

    with served(server) as browser:
        assert browser.get("/orders").status_code == 200
        assert '"event": "dashboard_not_current"' in server.log.read_text()

    assert times_built(build) == 1


def test_ctrl_c_while_it_builds_ends_the_start_and_leaves_no_process(checkout: Path, tmp_path: Path) -> None:
    build = dashboard_of(checkout)
    change(build)
    server = Server(tmp_path / "data", build=True, checkout=checkout)
    with held_up(build):
        server.launch()
        builder = psutil.Process(wait_until_half_built(build))

        assert server.stop() == 130
        wait_until_ended([builder])
    assert not (server.data / "postgres").exists()


@pytest.mark.parametrize("code", [0, 3])
def test_check_installs_and_judges_and_builds_nothing(checkout: Path, tmp_path: Path, code: int) -> None:
    build = dashboard_of(checkout)
    package = build.sources / "package.json"
    package.write_text(package.read_text().replace('"build":', f'"check": "echo judged; exit {code}", "build":'))
    shutil.rmtree(build.sources / "node_modules")

    checked = Server(tmp_path / "data", checkout=checkout).command("build-dashboard", "--check")

    assert (checked.returncode, checked.stdout) == (code, "judged\n")
    assert (build.sources / "node_modules").exists()
    assert times_built(build) == 1
