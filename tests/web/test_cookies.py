"""Browsers: the cookies they get, and what a request with cookies must bring to be believed."""

from collections.abc import AsyncIterator
from datetime import timedelta
from http.cookies import Morsel, SimpleCookie

import httpx
import pytest
import time_machine

from core import clock
from core.shop import Shop
from graph.root import build_schema
from models.staff import Staff, StaffSession
from tests.web.conftest import PASSWORD
from tests.web.doors import ORIGIN, environment_of, http_client
from web.graphql import GraphQLDoor
from web.settings import Environment

OURS = {"sec-fetch-site": "same-origin"}
VIEWER = {"query": "{ viewer { kind name role can staff { email } } }"}
REFRESH = {"query": "mutation { sessionRefresh { ... on SessionRefreshPayload { csrfToken } } }"}
SIGN_OUT = {"query": "mutation { signOut { ... on SignOutPayload { isSignedOut } } }"}
SIGN_IN = """
    mutation($input: SignInInput!) {
        signIn(input: $input) {
            ... on SignInPayload { csrfToken accessExpiresAt sessionExpiresAt staff { name role } }
            ... on Error { __typename code message path }
            ... on RateLimitedError { retryAfterSeconds }
        }
    }
"""
SET_UP = """
    mutation($input: SetupOwnerInput!) {
        setupOwner(input: $input) {
            ... on SignInPayload { staff { name email role } }
            ... on Error { __typename code path }
        }
    }
"""


@pytest.fixture
def door(shop: Shop, environment: Environment) -> GraphQLDoor:
    return GraphQLDoor(build_schema(), shop, environment)


@pytest.fixture
async def browser(door: GraphQLDoor, environment: Environment) -> AsyncIterator[httpx.AsyncClient]:
    async with http_client(door, environment) as client:
        yield client


async def sign_in(
    browser: httpx.AsyncClient, *, password: str = PASSWORD, email: str = "omar@shop.example"
) -> httpx.Response:
    asked = {"query": SIGN_IN, "variables": {"input": {"email": email, "password": password}}}
    return await browser.post("/graphql", json=asked, headers=OURS)


async def signed_in(browser: httpx.AsyncClient) -> dict[str, str]:
    """The headers that a page of ours sends from now on."""
    response = await sign_in(browser)
    return {**OURS, "x-parley-csrf": response.json()["data"]["signIn"]["csrfToken"]}


def set_cookies(response: httpx.Response) -> dict[str, Morsel[str]]:
    cookies: SimpleCookie = SimpleCookie()
    for header in response.headers.get_list("set-cookie"):
        cookies.load(header)
    return dict(cookies)


async def viewer(browser: httpx.AsyncClient, headers: dict[str, str]) -> object:
    response = await browser.post("/graphql", json=VIEWER, headers=headers)
    assert response.status_code == 200, response.text
    return response.json()["data"]["viewer"]


async def test_signing_in_gives_cookies_that_scripts_cannot_read_but_for_the_csrf_token(
    browser: httpx.AsyncClient, owner: Staff
) -> None:
    response = await sign_in(browser)

    cookies = set_cookies(response)
    payload = response.json()["data"]["signIn"]
    assert {
        name: (bool(cookie["httponly"]), cookie["samesite"], cookie["path"], bool(cookie["secure"]))
        for name, cookie in cookies.items()
    } == {
        "parley-access": (True, "lax", "/", False),
        "parley-refresh": (True, "lax", "/graphql", False),
        "parley-csrf": (False, "lax", "/", False),
    }
    assert cookies["parley-csrf"].value == payload["csrfToken"]
    assert int(cookies["parley-access"]["max-age"]) <= 600
    assert payload["staff"] == {"name": owner.name, "role": "OWNER"}
    for name in ("parley-access", "parley-refresh"):
        assert cookies[name].value not in response.text


@pytest.mark.usefixtures("owner")
async def test_over_https_the_names_of_the_cookies_bind_them_to_it(shop: Shop, environment: Environment) -> None:
    secure = environment_of(environment.data, public_url="https://shop.example")
    async with http_client(GraphQLDoor(build_schema(), shop, secure), secure) as browser:
        cookies = set_cookies(await sign_in(browser))

    assert set(cookies) == {"__Host-parley-access", "__Secure-parley-refresh", "__Host-parley-csrf"}
    assert all(cookie["secure"] for cookie in cookies.values())
    assert [cookies[name]["path"] for name in cookies if name.startswith("__Host-")] == ["/", "/"]
    assert not any(cookie["domain"] for cookie in cookies.values())


@pytest.mark.usefixtures("owner")
async def test_a_page_of_ours_asks_with_cookies_and_csrf_token(browser: httpx.AsyncClient) -> None:
    headers = await signed_in(browser)

    seen = await viewer(browser, headers)

    assert isinstance(seen, dict)
    assert "staff:manage" in seen.pop("can")
    assert seen == {"kind": "STAFF", "name": "Omar", "role": "OWNER", "staff": {"email": "omar@shop.example"}}


@pytest.mark.usefixtures("owner")
async def test_cookies_count_only_in_requests_of_our_own_pages(browser: httpx.AsyncClient) -> None:
    csrf = (await signed_in(browser))["x-parley-csrf"]
    requests: list[tuple[dict[str, str], int]] = [
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": ORIGIN}, 403),
        ({"origin": ORIGIN}, 200),
        ({"origin": "http://testserver:8000"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "https://partner.example"}, 403),
        ({"origin": "null"}, 403),
        ({}, 403),
    ]

    for headers, status in requests:
        response = await browser.post("/graphql", json=VIEWER, headers={**headers, "x-parley-csrf": csrf})

        assert response.status_code == status, headers
        if status == 403:
            assert response.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"


@pytest.mark.usefixtures("owner")
async def test_without_the_csrf_token_of_this_session_nothing_happens(browser: httpx.AsyncClient) -> None:
    other = (await signed_in(browser))["x-parley-csrf"]
    browser.cookies.clear()
    right = (await signed_in(browser))["x-parley-csrf"]

    for wrong in (None, "", "x", right[:-1], other):
        headers = {**OURS, **({} if wrong is None else {"x-parley-csrf": wrong})}
        response = await browser.post("/graphql", json=SIGN_OUT, headers=headers)
        assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (403, "FORBIDDEN")

    assert await StaffSession.filter(revoked_at__isnull=False).count() == 0


@pytest.mark.usefixtures("owner")
async def test_a_link_from_elsewhere_reads_nothing_with_the_cookies_it_brings(browser: httpx.AsyncClient) -> None:
    await signed_in(browser)

    response = await browser.get("/graphql", params=VIEWER, headers={"sec-fetch-site": "cross-site"})

    assert response.status_code == 401
    assert "data" not in response.json()


@pytest.mark.usefixtures("owner")
async def test_a_key_and_cookies_at_once_are_refused(browser: httpx.AsyncClient, key: str) -> None:
    headers = await signed_in(browser)

    response = await browser.post("/graphql", json=VIEWER, headers={**headers, "authorization": f"Bearer {key}"})

    assert response.status_code == 400
    assert response.json()["errors"][0]["message"] == "Send an Authorization header or cookies, not both."


@pytest.mark.usefixtures("owner")
async def test_an_expired_access_cookie_makes_one_anonymous_until_the_refresh(browser: httpx.AsyncClient) -> None:
    headers = await signed_in(browser)
    access, csrf = browser.cookies["parley-access"], headers["x-parley-csrf"]

    with time_machine.travel(clock.now() + timedelta(minutes=11)):
        browser.cookies.set("parley-access", access, "testserver.local", "/")
        assert await viewer(browser, headers) is None
        refreshed = await browser.post("/graphql", json=REFRESH, headers=headers)
        headers["x-parley-csrf"] = refreshed.json()["data"]["sessionRefresh"]["csrfToken"]
        assert await viewer(browser, headers) is not None

    assert set(set_cookies(refreshed)) == {"parley-access", "parley-refresh", "parley-csrf"}
    assert headers["x-parley-csrf"] != csrf


@pytest.mark.usefixtures("owner")
@pytest.mark.parametrize("headers", [{}, {"x-parley-csrf": "x"}, {"sec-fetch-site": "cross-site"}])
async def test_the_refresh_token_too_needs_our_page_and_the_csrf_token(
    browser: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    csrf = (await signed_in(browser))["x-parley-csrf"]
    refresh = browser.cookies["parley-refresh"]
    browser.cookies.delete("parley-access")
    from_elsewhere = {**({"x-parley-csrf": csrf} if "sec-fetch-site" in headers else OURS), **headers}

    response = await browser.post("/graphql", json=REFRESH, headers=from_elsewhere)

    assert response.json()["errors"][0]["extensions"]["code"] in {"UNAUTHENTICATED", "FORBIDDEN"}
    assert browser.cookies["parley-refresh"] == refresh


@pytest.mark.usefixtures("owner")
async def test_a_stolen_refresh_token_ends_the_session_and_the_cookies(browser: httpx.AsyncClient) -> None:
    headers = await signed_in(browser)
    stolen = browser.cookies["parley-refresh"]
    with time_machine.travel(clock.now() + timedelta(minutes=1)):
        refreshed = await browser.post("/graphql", json=REFRESH, headers=headers)
        headers["x-parley-csrf"] = refreshed.json()["data"]["sessionRefresh"]["csrfToken"]
    with time_machine.travel(clock.now() + timedelta(minutes=2)):
        browser.cookies.set("parley-refresh", stolen, "testserver.local", "/graphql")
        again = await browser.post("/graphql", json=REFRESH, headers=headers)

        assert again.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
        assert {name: cookie["max-age"] for name, cookie in set_cookies(again).items()} == {
            "parley-access": "0",
            "parley-refresh": "0",
            "parley-csrf": "0",
        }
        assert await viewer(browser, headers) is None


@pytest.mark.usefixtures("owner")
async def test_signing_out_ends_the_session_and_takes_the_cookies(browser: httpx.AsyncClient) -> None:
    headers = await signed_in(browser)

    response = await browser.post("/graphql", json=SIGN_OUT, headers=headers)

    assert response.json()["data"] == {"signOut": {"isSignedOut": True}}
    assert not browser.cookies
    assert await StaffSession.filter(revoked_at__isnull=True).count() == 0


@pytest.mark.usefixtures("owner")
async def test_signing_out_works_when_only_the_refresh_token_is_left(browser: httpx.AsyncClient) -> None:
    headers = await signed_in(browser)
    browser.cookies.delete("parley-access")

    await browser.post("/graphql", json=SIGN_OUT, headers=headers)

    assert await StaffSession.filter(revoked_at__isnull=True).count() == 0


@pytest.mark.usefixtures("owner")
async def test_signing_out_everywhere_ends_every_session_of_this_person(
    browser: httpx.AsyncClient, door: GraphQLDoor, environment: Environment
) -> None:
    headers = await signed_in(browser)
    everywhere = {
        "query": "mutation { signOut(input: { everywhere: true }) { ... on SignOutPayload { isSignedOut } } }"
    }
    async with http_client(door, environment) as phone:
        phone_headers = await signed_in(phone)

        await browser.post("/graphql", json=everywhere, headers=headers)

        assert await viewer(phone, phone_headers) is None


@pytest.mark.usefixtures("owner")
async def test_a_wrong_password_and_too_many_of_them_are_members_of_the_union(browser: httpx.AsyncClient) -> None:
    wrong = [(await sign_in(browser, password="wrong horse battery")).json()["data"]["signIn"] for _ in range(6)]

    assert wrong[0] == {
        "__typename": "InvalidCredentialsError",
        "code": "INVALID_CREDENTIALS",
        "message": "The e-mail address or the password is wrong.",
        "path": [],
    }
    assert (wrong[5]["__typename"], wrong[5]["code"]) == ("RateLimitedError", "RATE_LIMITED")
    assert 890 <= wrong[5]["retryAfterSeconds"] <= 900
    assert not browser.cookies


async def test_an_input_that_cannot_be_right_is_named(browser: httpx.AsyncClient) -> None:
    answer = (await sign_in(browser, email="nobody")).json()["data"]["signIn"]

    assert (answer["__typename"], answer["path"]) == ("InvalidInputError", ["input", "email"])


async def test_the_set_up_link_makes_the_first_owner_and_signs_them_in(browser: httpx.AsyncClient, shop: Shop) -> None:
    token = await shop.auth.new_setup_link()
    owner = {"email": "first@shop.example", "name": "First", "password": PASSWORD}
    asked = {"query": SET_UP, "variables": {"input": {"token": token, **owner}}}

    made = await browser.post("/graphql", json=asked, headers=OURS)
    headers = {**OURS, "x-parley-csrf": browser.cookies["parley-csrf"]}

    assert made.json()["data"]["setupOwner"]["staff"] == {
        "name": "First",
        "email": "first@shop.example",
        "role": "OWNER",
    }
    assert await viewer(browser, headers) is not None
    again = await browser.post("/graphql", json=asked, headers=headers)
    assert again.json()["data"]["setupOwner"] == {
        "__typename": "SetupLinkInvalidError",
        "code": "SETUP_LINK_INVALID",
        "path": [],
    }


async def test_a_key_sees_itself_as_the_viewer(browser: httpx.AsyncClient, key: str) -> None:
    seen = await viewer(browser, {"authorization": f"Bearer {key}"})

    assert isinstance(seen, dict)
    assert (seen["kind"], seen["name"], seen["role"], seen["staff"]) == ("API_KEY", "Tests", None, None)


@pytest.mark.usefixtures("owner")
async def test_nobody_is_locked_out_of_signing_in_by_old_cookies(browser: httpx.AsyncClient) -> None:
    browser.cookies.set("parley-access", "from another secret", "testserver.local", "/")
    browser.cookies.set("parley-refresh", "from another secret", "testserver.local", "/graphql")

    assert (await sign_in(browser)).json()["data"]["signIn"]["staff"]["name"] == "Omar"
