"""The plain pages: what they allow a browser to do, how they are cached, and that they fit the API."""

import re
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from graphql import GraphQLError, GraphQLSchema, build_schema, parse, validate
from starlette.applications import Starlette

from graph.root import export_sdl
from web import pages
from web.pages import page_routes

PAGES = ("/", "/setup", "/join", "/graphiql")
ASSETS = sorted(path.name for path in (Path(pages.__file__).parent / "assets").iterdir())


@pytest.fixture
async def browser() -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=page_routes())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://parley.test") as client:
        yield client


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema(export_sdl())


class _Page(HTMLParser):
    """What an HTML text refers to, and what a strict content security policy would forbid."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.forbidden: list[str] = []
        self.ids: list[str] = []
        self.labelled: list[str] = []
        self.controls: list[str] = []
        self._open_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.addresses += [given[name] for name in ("src", "href", "data-samples") if name in given]
        self.forbidden += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.forbidden.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "label":
            self.labelled.append(given["for"])
        if tag in {"input", "textarea", "select"}:
            self.controls.append(given["id"])


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_allows_only_its_own_files(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path)

    page = _Page(answer.text)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    assert page.forbidden == []
    assert [address for address in page.addresses if not re.match(r"[/#](?!/)", address)] == []


@pytest.mark.parametrize("path", PAGES)
async def test_everything_a_page_needs_is_there(browser: httpx.AsyncClient, path: str) -> None:
    page = _Page((await browser.get(path)).text)

    assets = {address for address in page.addresses if address.startswith("/assets/")}
    assert len(assets) >= 4
    for address in assets:
        assert (await browser.get(address)).status_code == 200


@pytest.mark.parametrize("path", PAGES)
async def test_every_control_of_a_page_has_a_label_and_an_id_of_its_own(browser: httpx.AsyncClient, path: str) -> None:
    page = _Page((await browser.get(path)).text)

    assert len(page.ids) == len(set(page.ids))
    assert set(page.controls) == set(page.labelled)


async def test_a_page_is_asked_for_again_and_an_asset_is_kept_for_ever(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/")
    asset = _address_of(page.text, "parley.css")

    answer = await browser.get(asset)

    assert page.headers["cache-control"] == "no-cache"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/css; charset=utf-8"


async def test_an_asset_of_another_version_is_todays_and_not_kept(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/")
    today = await browser.get(_address_of(page.text, "home.js"))

    answer = await browser.get("/assets/0123456789abcdef/home.js")

    assert answer.content == today.content
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", [*PAGES, "/assets/any/graphql.js"])
async def test_what_a_browser_has_already_is_not_sent_again(browser: httpx.AsyncClient, path: str) -> None:
    first = await browser.get(path)

    again = await browser.get(path, headers={"if-none-match": f'"other", W/{first.headers["etag"]}'})

    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize(
    "path",
    ["/assets/any/nothing.js", "/assets/any/..%2Fhome.html", "/assets/any/__init__.py", "/assets/any/", "/assets/"],
)
async def test_nothing_but_the_assets_is_served(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path)

    assert answer.status_code == 404


@pytest.mark.parametrize("name", [name for name in ASSETS if name.endswith(".js")])
async def test_a_script_imports_only_scripts_that_exist_and_writes_no_html(
    browser: httpx.AsyncClient, name: str
) -> None:
    text = (await browser.get(f"/assets/any/{name}")).text

    imported = re.findall(r'(?:from|import)\s*\(?"([^"]+)"', text)
    assert {path.removeprefix("./") for path in imported} <= set(ASSETS)
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text) == []
    assert re.findall(r"https?://", text) == []


async def test_every_sample_of_the_console_fits_the_schema(browser: httpx.AsyncClient, schema: GraphQLSchema) -> None:
    text = (await browser.get("/assets/any/samples.graphql")).text

    samples = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    assert len(samples) >= 10
    assert [error.message for sample in samples for error in _errors_of(schema, sample.partition("\n")[2])] == []


@pytest.mark.parametrize("name", ["session.js", "graphql.js", "schema.js"])
async def test_what_the_scripts_ask_fits_the_schema(
    browser: httpx.AsyncClient, schema: GraphQLSchema, name: str
) -> None:
    text = (await browser.get(f"/assets/any/{name}")).text

    parts = dict(re.findall(r'^const (\w+) = "(fragment [^"]+)";$', text, re.MULTILINE))
    written = re.findall(r'[`"]((?:query|mutation) \w+[^`"]+)[`"]', text)
    documents = [re.sub(r"\$\{(\w+)\}", lambda found: parts[found[1]], document) for document in written]
    assert documents
    assert [error.message for document in documents for error in _errors_of(schema, document)] == []


def _errors_of(schema: GraphQLSchema, document: str) -> list[GraphQLError]:
    return validate(schema, parse(document))


def _address_of(html: str, name: str) -> str:
    found = re.search(rf'"(/assets/[^"]+/{re.escape(name)})"', html)
    assert found is not None
    return found[1]
