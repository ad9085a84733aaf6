"""The door of the dashboard: what a page may do, how files are cached and compressed, and what stays a 404."""

import gzip
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from tests.web.doors import ORIGIN, environment_of
from tests.web.stand_in_dashboard import assets
from web.app import with_dashboard
from web.dashboard_build import DashboardBuild
from web.middleware import PROTECTION, middleware

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
ENCODED = {"accept-encoding": "gzip, deflate, br, zstd"}

DASHBOARD_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; "
    "media-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
GRAPHIQL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "media-src 'self'; font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


def app_of(folder: Path, trouble: str | None = None) -> Starlette:
    """With one door beside the dashboard's."""

    async def show(_: Request) -> PlainTextResponse:
        return PlainTextResponse("a file")

    environment = environment_of(folder)
    app = Starlette(routes=[Route("/media/{number:int}", show)], middleware=middleware(environment))
    return with_dashboard(app, folder, trouble)


@asynccontextmanager
async def open_browser(folder: Path, trouble: str | None = None) -> AsyncIterator[httpx.AsyncClient]:
    """It asks for nothing by itself that a test does not name."""
    transport = httpx.ASGITransport(app_of(folder, trouble))
    nothing = {"accept": "*/*", "accept-encoding": "identity"}
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=nothing) as client:
        yield client


@pytest.fixture
async def browser(built: DashboardBuild) -> AsyncIterator[httpx.AsyncClient]:
    async with open_browser(built.built) as client:
        yield client


@pytest.fixture
def script(built: DashboardBuild) -> str:
    """The path of the script, which has compressed forms."""
    return f"/assets/{assets(built, 'js')[0]}"


@pytest.fixture
def font(built: DashboardBuild) -> str:
    """The path of a file that has none."""
    return f"/assets/{assets(built, 'woff2')[0]}"


def nonces(text: str) -> set[str]:
    return set(re.findall(r'nonce="([^"]*)"', text))


def varies_by(answer: httpx.Response) -> list[str]:
    """Beside the origin, by which all answers do."""
    return answer.headers["vary"].split(", ")


# --- Pages -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/setup", "/join", "/orders/T3JkZXI6MQ==", "/orders/", "/a.b/%2e%2e/c"])
async def test_every_path_of_nobody_else_is_a_page_of_the_dashboard(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path, headers=HTML)

    assert answer.status_code == 200
    assert "<title>The dashboard</title>" in answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    (nonce,) = nonces(answer.text)
    assert answer.headers["content-security-policy"] == DASHBOARD_POLICY.format(nonce=nonce)
    others = {name: answer.headers[name] for name in PROTECTION if name != "content-security-policy"}
    assert others == {name: value for name, value in PROTECTION.items() if name != "content-security-policy"}


async def test_graphiql_is_a_page_of_its_own_and_alone_may_set_styles(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/graphiql", headers=HTML)

    assert "<title>GraphiQL</title>" in answer.text
    assert answer.headers["content-security-policy"] == GRAPHIQL_POLICY
    assert answer.headers["cache-control"] == "no-store"
    assert "__CSP_NONCE__" not in answer.text


async def test_no_two_answers_have_the_same_nonce(browser: httpx.AsyncClient) -> None:
    found = [nonces((await browser.get("/", headers=HTML)).text) for _ in range(20)]

    assert all(len(each) == 1 for each in found)
    assert len(set.union(*found)) == 20
    assert all(len(nonce) >= 22 for each in found for nonce in each)


@pytest.mark.parametrize("path", ["/", "/graphiql"])
async def test_the_two_addresses_that_people_are_told_need_no_browser(browser: httpx.AsyncClient, path: str) -> None:
    assert (await browser.get(path)).status_code == 200


@pytest.mark.parametrize("path", ["/", "/graphiql"])
async def test_head_tells_what_get_would_without_saying_it(browser: httpx.AsyncClient, path: str) -> None:
    got, head = await browser.get(path), await browser.head(path)

    assert head.status_code == 200
    assert head.content == b""
    for name in ("content-length", "content-type", "cache-control"):
        assert head.headers[name] == got.headers[name]


async def test_a_large_page_is_compressed_for_who_takes_it(browser: httpx.AsyncClient) -> None:
    plain = await browser.get("/graphiql")
    async with browser.stream("GET", "/graphiql", headers=ENCODED) as packed:
        raw = b"".join([part async for part in packed.aiter_raw()])

    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in varies_by(packed)
    assert int(packed.headers["content-length"]) == len(raw) < len(plain.content)
    assert len(gzip.decompress(raw)) == len(plain.content)


# --- Files -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br; q=0.0, gzip; q=0", None),
        ("identity", None),
        ("", None),
    ],
)
async def test_an_asset_comes_in_the_best_form_that_is_taken(
    browser: httpx.AsyncClient, built: DashboardBuild, script: str, accepted: str, encoding: str | None
) -> None:
    async with browser.stream("GET", script, headers={"accept-encoding": accepted}) as answer:
        raw = b"".join([part async for part in answer.aiter_raw()])

    ending = {"br": ".br", "gzip": ".gz", None: ""}[encoding]
    assert answer.headers.get("content-encoding") == encoding
    assert "accept-encoding" in varies_by(answer)
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert raw == (built.built / (script.removeprefix("/") + ending)).read_bytes()
    assert int(answer.headers["content-length"]) == len(raw)


async def test_the_forms_of_an_asset_are_all_the_same_script(
    browser: httpx.AsyncClient, built: DashboardBuild, script: str
) -> None:
    forms = [(await browser.get(script, headers={"accept-encoding": each})).content for each in ("identity", "gzip")]

    assert forms == [(built.sources / "src" / "main.js").read_bytes() * 100] * 2


async def test_what_no_compressing_makes_smaller_comes_as_it_is(browser: httpx.AsyncClient, font: str) -> None:
    answer = await browser.get(font, headers=ENCODED)

    assert answer.content == bytes([0, 1, 2, 3])
    assert answer.headers["content-type"] == "font/woff2"
    assert "content-encoding" not in answer.headers
    assert "accept-encoding" not in varies_by(answer)


async def test_a_file_without_a_hash_in_its_name_is_asked_for_again(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/icon.svg")

    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("accepted", ["identity", "gzip", "br"])
async def test_what_a_browser_has_already_is_not_sent_again(
    browser: httpx.AsyncClient, script: str, accepted: str
) -> None:
    first = await browser.get(script, headers={"accept-encoding": accepted})
    asked = {"accept-encoding": accepted, "if-none-match": f'"other", W/{first.headers["etag"]}'}

    again = await browser.get(script, headers=asked)

    assert (again.status_code, again.content) == (304, b"")
    for name in ("etag", "cache-control", "vary"):
        assert again.headers[name] == first.headers[name]


async def test_each_form_of_an_asset_has_a_tag_of_its_own(browser: httpx.AsyncClient, script: str) -> None:
    tags = [
        (await browser.head(script, headers={"accept-encoding": each})).headers["etag"]
        for each in ("identity", "gzip", "br")
    ]

    assert len(set(tags)) == 3
    other = await browser.get(script, headers={"accept-encoding": "identity", "if-none-match": tags[1]})
    assert other.status_code == 200


async def test_head_of_an_asset_tells_what_get_would(browser: httpx.AsyncClient, script: str) -> None:
    got, head = await browser.get(script), await browser.head(script)

    assert (head.status_code, head.content) == (200, b"")
    assert dict(head.headers) | {"x-request-id": ""} == dict(got.headers) | {"x-request-id": ""}


async def test_a_worker_may_load_and_ask_as_its_page_may(browser: httpx.AsyncClient, script: str) -> None:
    policy = (await browser.get(script)).headers["content-security-policy"]

    assert policy == DASHBOARD_POLICY.replace(" 'nonce-{nonce}'", "")


# --- What is nobody's ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/.env",
        "/index.html",
        "/build.json",
        "/assets",
        "/assets/",
        "/assets/nothing.js",
        "/assets/../build.json",
        "/assets/..%2Fbuild.json",
        "/assets/%2e%2e/%2e%2e/%2e%2e/settings.py",
        "/..%2fsettings.py",
        "//icon.svg",
        "/icon.svg/",
        "/icon.svg%00",
        "/media",
        "/media/nothing",
    ],
)
async def test_what_asks_for_no_page_and_is_no_file_is_not_there(browser: httpx.AsyncClient, path: str) -> None:
    url = httpx.URL(scheme="http", host="testserver", raw_path=path.encode())

    assert (await browser.get(url)).status_code == 404


@pytest.mark.parametrize("path", ["/assets/nothing.js", "/assets", "/media", "/media/nothing"])
async def test_below_another_door_no_page_is_shown(browser: httpx.AsyncClient, path: str) -> None:
    assert (await browser.get(path, headers=HTML)).status_code == 404
    assert (await browser.get("/media/1", headers=HTML)).text == "a file"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
async def test_a_page_is_only_read(browser: httpx.AsyncClient, method: str) -> None:
    answer = await browser.request(method, "/", headers=HTML)

    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert (await browser.request(method, "/orders", headers=HTML)).status_code == 404


def test_a_socket_to_a_page_is_refused(built: DashboardBuild) -> None:
    with (
        TestClient(app_of(built.built)) as client,
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/orders"),
    ):
        pytest.fail("it was let in")


# --- Not built, and built anew ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/graphiql", "/orders"])
async def test_while_nothing_is_built_a_plain_page_says_what_to_run(tmp_path: Path, path: str) -> None:
    async with open_browser(tmp_path / "nothing", "The disk is <full>.") as browser:
        answer = await browser.get(path, headers=HTML)
        head = await browser.head(path, headers=HTML)
        data = await browser.get("/orders")

    assert answer.status_code == head.status_code == 503
    assert head.content == b""
    assert answer.headers["cache-control"] == "no-store"
    (nonce,) = nonces(answer.text)
    assert answer.headers["content-security-policy"] == (
        f"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    assert '<html lang="en">' in answer.text
    assert "<h1>The dashboard is not built</h1>" in answer.text
    assert "<p>The disk is &lt;full&gt;.</p>" in answer.text
    assert "<code>.venv/bin/python -m web.cli build-dashboard</code>" in answer.text
    assert data.status_code == 404


async def test_without_a_reason_the_page_says_that_it_was_not_built_yet(tmp_path: Path) -> None:
    async with open_browser(tmp_path / "nothing") as browser:
        assert "<p>It has not been built yet.</p>" in (await browser.get("/")).text


async def test_a_build_is_served_as_soon_as_it_is_there(built: DashboardBuild, script: str) -> None:
    async with open_browser(built.built, "It was not there.") as browser:
        old_script = (await browser.get(script)).content
        (built.sources / "src" / "main.js").write_text('console.log("second");\n')

        built.build(lambda _: None)

        page = (await browser.get("/")).text
        (new_script,) = re.findall(r'src="([^"]+)"', page)
        assert new_script != script
        assert (await browser.get(new_script)).content == b'console.log("second");\n' * 100
        # A page that was open already goes on.
        assert (await browser.get(script)).content == old_script

        shutil.rmtree(built.built)
        assert (await browser.get("/")).status_code == 503


@pytest.mark.parametrize("lost", ["index.html", "build.json"])
async def test_half_a_build_is_none(built: DashboardBuild, lost: str) -> None:
    (built.built / lost).unlink()

    async with open_browser(built.built) as browser:
        assert (await browser.get("/")).status_code == 503
