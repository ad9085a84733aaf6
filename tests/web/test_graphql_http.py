"""GraphQL over HTTP: the answers of the door, whatever is sent to it."""

import json
from collections.abc import AsyncIterator, Iterator
from ipaddress import ip_network
from typing import Any

import httpx
import pytest
from starlette.types import Message

from core.shop import Shop
from tests.web.doors import Ticker, environment_of, http_client, small_schema
from web.graphql import GraphQLDoor
from web.graphql_http import BODY_BYTES, GRAPHQL_JSON, JSON, negotiate
from web.settings import Environment

HELLO = {"query": "{ hello }"}
GREETING = {"hello": "Hello you"}


@pytest.fixture
def door(shop: Shop, ticker: Ticker, environment: Environment) -> GraphQLDoor:
    return GraphQLDoor(small_schema(ticker), shop, environment)


@pytest.fixture
async def client(door: GraphQLDoor, environment: Environment) -> AsyncIterator[httpx.AsyncClient]:
    async with http_client(door, environment) as client:
        yield client


def code(response: httpx.Response) -> str:
    (error,) = response.json()["errors"]
    assert set(response.json()) == {"errors"}
    return str(error["extensions"]["code"])


# What the GraphQL-over-HTTP draft (github.com/graphql/graphql-over-http, spec/GraphQLOverHTTP.md) asks for, in the
# reading of the audits of the npm package graphql-http (serverAudits), which differ from the newest draft twice: 400
# where the draft says 422, 200 where it says 294. Each row: what is asked, how, and the status in the older and in the
# newer media type.
AUDITS: list[tuple[str, dict[str, Any], int, int]] = [
    ("a query by POST", {"json": HELLO}, 200, 200),
    ("a query by GET", {"method": "GET", "params": {"query": "{ hello }"}}, 200, 200),
    (
        "variables by GET",
        {"method": "GET", "params": {"query": "query($n: String!) { hello(name: $n) }", "variables": '{"n": "x"}'}},
        200,
        200,
    ),
    (
        "a JSON body with a charset",
        {"content": '{"query": "{ hello }"}', "headers": {"content-type": "application/json; charset=utf-8"}},
        200,
        200,
    ),
    (
        "null for what may be null",
        {"json": {**HELLO, "variables": None, "operationName": None, "extensions": None}},
        200,
        200,
    ),
    ("extensions as an object", {"json": {**HELLO, "extensions": {"a": 1}}}, 200, 200),
    ("a mutation by POST", {"json": {"query": "mutation { add(n: 1) }"}}, 200, 200),
    ("an error of a field", {"json": {"query": "{ broken }"}}, 200, 200),
    ("an error that leaves nothing", {"json": {"query": "{ sure }"}}, 200, 200),
    ("a syntax error", {"json": {"query": "{"}}, 200, 400),
    ("a validation error", {"json": {"query": "{ nothing }"}}, 200, 400),
    ("a missing variable", {"json": {"query": "query($n: String!) { hello(name: $n) }"}}, 200, 400),
    ("several operations without a name", {"json": {"query": "query A { hello } query B { hello }"}}, 200, 400),
    ("an unknown operation name", {"json": {"query": "query A { hello }", "operationName": "B"}}, 400, 400),
    ("a mutation by GET", {"method": "GET", "params": {"query": "mutation { add(n: 1) }"}}, 405, 405),
    ("a subscription", {"json": {"query": "subscription { ticks }"}}, 400, 400),
    ("another method", {"method": "PUT", "json": HELLO}, 405, 405),
    ("HEAD", {"method": "HEAD"}, 405, 405),
    ("no query", {"json": {}}, 400, 400),
    ("no query by GET", {"method": "GET"}, 400, 400),
    ("an empty query", {"json": {"query": ""}}, 400, 400),
    ("a query of the wrong kind", {"json": {"query": {"a": 1}}}, 400, 400),
    ("an operation name of the wrong kind", {"json": {**HELLO, "operationName": {"a": 1}}}, 400, 400),
    ("variables of the wrong kind", {"json": {**HELLO, "variables": [1]}}, 400, 400),
    ("variables as a text", {"json": {**HELLO, "variables": "{}"}}, 400, 400),
    ("extensions of the wrong kind", {"json": {**HELLO, "extensions": 7}}, 400, 400),
    (
        "variables by GET that are no JSON",
        {"method": "GET", "params": {"query": "{ hello }", "variables": "{"}},
        400,
        400,
    ),
    ("a body that is no JSON", {"content": "{", "headers": {"content-type": JSON}}, 400, 400),
    ("no body", {"content": "", "headers": {"content-type": JSON}}, 400, 400),
    ("null", {"content": "null", "headers": {"content-type": JSON}}, 400, 400),
    ("a number", {"content": "1", "headers": {"content-type": JSON}}, 400, 400),
    ("a text", {"content": '"x"', "headers": {"content-type": JSON}}, 400, 400),
    ("a batch", {"json": [HELLO, HELLO]}, 400, 400),
    ("bytes that are no UTF-8", {"content": b'{"query": "\xff"}', "headers": {"content-type": JSON}}, 400, 400),
    ("a lone surrogate", {"content": b'{"query": "\\ud800"}', "headers": {"content-type": JSON}}, 400, 400),
    ("JSON nested without end", {"content": "[" * 100_000, "headers": {"content-type": JSON}}, 400, 400),
    (
        "NaN",
        {"content": '{"query": "{ hello }", "variables": {"a": NaN}}', "headers": {"content-type": JSON}},
        400,
        400,
    ),
    ("another content type", {"content": "{ hello }", "headers": {"content-type": "application/graphql"}}, 415, 415),
    ("no content type", {"content": '{"query": "{ hello }"}'}, 415, 415),
    ("a form", {"data": {"query": "{ hello }"}}, 415, 415),
    ("a form with files", {"files": {"operations": b"{}"}}, 415, 415),
]


@pytest.mark.parametrize("media_type", [JSON, GRAPHQL_JSON])
async def test_the_statuses_are_those_of_the_audits(client: httpx.AsyncClient, key: str, media_type: str) -> None:
    answers = {}
    for name, request, _, _ in AUDITS:
        headers = {"accept": media_type, "authorization": f"Bearer {key}", **request.get("headers", {})}
        answers[name] = await client.request(url="/graphql", **{"method": "POST", **request, "headers": headers})

    expected = {name: older if media_type == JSON else newer for name, _, older, newer in AUDITS}
    assert {name: answer.status_code for name, answer in answers.items()} == expected
    for name, response in answers.items():
        assert response.headers["content-type"] == f"{media_type}; charset=utf-8", name
        assert "inside of the program" not in response.text
        answer = response.json() if name != "HEAD" else {"errors": [{"message": "", "extensions": {}}]}
        # Without an execution there is no data at all, not even null.
        if response.status_code >= 400:
            assert "data" not in answer, name
            assert [set(error) >= {"message", "extensions"} for error in answer["errors"]] == [True], name


async def test_every_answer_is_fresh_protected_and_has_an_id(client: httpx.AsyncClient) -> None:
    for response in (await client.post("/graphql", json=HELLO), await client.put("/graphql"), await client.get("/x")):
        headers = response.headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert len(headers["x-request-id"]) == 16
    answer = await client.post("/graphql", json=HELLO)
    assert answer.headers["cache-control"] == "no-store"
    assert "Accept" in answer.headers["vary"]


async def test_a_refusal_tells_what_would_be_allowed(client: httpx.AsyncClient, key: str) -> None:
    other_method = await client.delete("/graphql")
    mutation = await client.get(
        "/graphql", params={"query": "mutation { add(n: 1) }"}, headers={"authorization": f"Bearer {key}"}
    )
    other_type = await client.post("/graphql", content="x")

    assert (other_method.headers["allow"], code(other_method)) == ("GET, POST", "METHOD_NOT_ALLOWED")
    assert (mutation.headers["allow"], code(mutation)) == ("POST", "METHOD_NOT_ALLOWED")
    assert (other_type.headers["accept-post"], code(other_type)) == (JSON, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize(
    ("accept", "answered"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (GRAPHQL_JSON, GRAPHQL_JSON),
        (f"{GRAPHQL_JSON}, {JSON};q=0.9", GRAPHQL_JSON),
        (f"{GRAPHQL_JSON};q=0.5, {JSON}", JSON),
        (f"text/html, {JSON};q=0.1", JSON),
        (f"{GRAPHQL_JSON}; charset=utf-8", GRAPHQL_JSON),
        ("APPLICATION/JSON", JSON),
        (f"{JSON};q=0", None),
        (f"{JSON};q=x", None),
        ("text/html", None),
        ("application/xml, image/*", None),
    ],
)
def test_the_media_type_is_the_one_the_client_likes_best(accept: str | None, answered: str | None) -> None:
    assert negotiate(accept) == answered


async def test_what_the_client_cannot_read_is_not_even_executed(client: httpx.AsyncClient, ticker: Ticker) -> None:
    response = await client.post("/graphql", json={"query": "mutation { add(n: 1) }"}, headers={"accept": "text/html"})

    assert (response.status_code, code(response)) == (406, "NOT_ACCEPTABLE")
    assert ticker.told == []


async def test_a_body_beyond_the_limit_is_refused_whatever_its_length_says(client: httpx.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        yield b'{"query": "#'
        for _ in range(2 * BODY_BYTES // 1024):
            yield b" " * 1024

    announced = await client.post(
        "/graphql", content=b" " * (BODY_BYTES + 1), headers={"content-type": "application/json"}
    )
    unannounced = await client.post("/graphql", content=endless(), headers={"content-type": "application/json"})
    just_fits = json.dumps(HELLO).encode().ljust(BODY_BYTES)
    fits = await client.post("/graphql", content=just_fits, headers={"content-type": "application/json"})

    assert (announced.status_code, code(announced)) == (413, "CONTENT_TOO_LARGE")
    assert (unannounced.status_code, code(unannounced)) == (413, "CONTENT_TOO_LARGE")
    assert fits.json()["data"] == GREETING


async def test_a_page_that_is_left_in_the_middle_of_its_request_is_no_failure(
    door: GraphQLDoor, ticker: Ticker
) -> None:
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/graphql",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json"), (b"accept", b"application/json")],
        "client": ("127.0.0.1", 1),
    }
    told: Iterator[Message] = iter(
        [{"type": "http.request", "body": b'{"query":', "more_body": True}, {"type": "http.disconnect"}]
    )
    answered: list[Message] = []

    async def receive() -> Message:
        return next(told)

    async def send(message: Message) -> None:
        answered.append(message)

    await door(scope, receive, send)

    assert answered[0]["status"] == 400
    assert json.loads(answered[1]["body"])["errors"][0]["extensions"]["code"] == "REQUEST_CUT"
    assert ticker.told == []


async def test_errors_have_a_code_and_tell_nothing_of_the_inside(client: httpx.AsyncClient) -> None:
    syntax = await client.post("/graphql", json={"query": "{"})
    validation = await client.post("/graphql", json={"query": "{ nothing }"})
    fault = await client.post("/graphql", json={"query": "{ broken }"})
    refused = await client.post("/graphql", json={"query": "{ secret }"})

    assert code(syntax) == "GRAPHQL_PARSE_FAILED"
    assert code(validation) == "GRAPHQL_VALIDATION_FAILED"
    assert [error["extensions"]["code"] for error in fault.json()["errors"]] == ["INTERNAL"]
    assert [error["extensions"]["code"] for error in refused.json()["errors"]] == ["UNAUTHENTICATED"]
    assert refused.json()["data"] == {"secret": None}
    assert "inside of the program" not in fault.text


async def test_the_anonymous_read_nothing_by_get_and_the_console_is_another_page(client: httpx.AsyncClient) -> None:
    response = await client.get("/graphql", params=HELLO, headers={"accept": "text/html,*/*;q=0.8"})

    assert (response.status_code, code(response)) == (401, "UNAUTHENTICATED")
    assert response.headers["content-type"].startswith(JSON)


async def test_a_key_says_who_asks(client: httpx.AsyncClient, key: str) -> None:
    response = await client.post(
        "/graphql", json={"query": "{ who secret }"}, headers={"authorization": f"bearer  {key}"}
    )

    assert response.json()["data"] == {"who": "api_key:1", "secret": "open"}
    assert response.json()["extensions"] == {"cost": {"asked": 0, "limit": 5000}}


async def test_a_bad_bearer_is_refused_before_anything_runs(client: httpx.AsyncClient) -> None:
    unknown = "Bearer parley_" + "A" * 43
    for authorization in (unknown, "Bearer a.b.c", "Bearer", "Bearer  ", "Basic YTpi", "parley_x", ""):
        response = await client.post("/graphql", json=HELLO, headers={"authorization": authorization})

        assert (response.status_code, code(response)) == (401, "UNAUTHENTICATED"), authorization
        assert response.headers["www-authenticate"] == 'Bearer realm="parley"'


async def test_without_a_key_one_is_anonymous(client: httpx.AsyncClient) -> None:
    response = await client.post("/graphql", json={"query": "{ who }"})

    assert response.json()["data"] == {"who": "anonymous"}


async def test_pages_of_listed_origins_may_ask_with_a_key_and_without_cookies(client: httpx.AsyncClient) -> None:
    preflight = {
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
    }

    listed = await client.options("/graphql", headers={"origin": "https://partner.example", **preflight})
    other = await client.options("/graphql", headers={"origin": "https://evil.example", **preflight})

    assert listed.status_code == 200
    assert listed.headers["access-control-allow-origin"] == "https://partner.example"
    assert "access-control-allow-credentials" not in listed.headers
    assert other.status_code == 400
    assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize(
    ("trusted", "forwarded", "seen"),
    [
        ((), "198.51.100.7", "127.0.0.1"),
        (("127.0.0.1",), "198.51.100.7", "198.51.100.7"),
        (("127.0.0.1",), "6.6.6.6, 198.51.100.7", "198.51.100.7"),
        (("127.0.0.1", "10.0.0.0/8"), "6.6.6.6, 198.51.100.7, 10.1.1.1", "198.51.100.7"),
        (("127.0.0.1",), "nonsense", "127.0.0.1"),
        (("192.0.2.1",), "198.51.100.7", "127.0.0.1"),
    ],
)
async def test_the_address_is_told_by_trusted_proxies_alone(
    door: GraphQLDoor, environment: Environment, trusted: tuple[str, ...], forwarded: str, seen: str
) -> None:
    behind = environment_of(environment.data, trusted_proxies=tuple(map(ip_network, trusted)))
    async with http_client(door, behind) as client:
        response = await client.post("/graphql", json={"query": "{ address }"}, headers={"x-forwarded-for": forwarded})

    assert response.json()["data"] == {"address": seen}


async def test_over_https_browsers_are_told_to_stay_with_it(door: GraphQLDoor, environment: Environment) -> None:
    async with http_client(door, environment_of(environment.data, public_url="https://shop.example")) as client:
        response = await client.post("/graphql", json=HELLO)

    assert response.headers["strict-transport-security"] == "max-age=31536000"
