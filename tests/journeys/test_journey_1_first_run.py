"""Journey 1: a stranger starts the program, makes themselves the owner and goes through the checklist."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.journeys.conftest import running
from tests.journeys.server import Server

PASSWORD = "a long and private sentence"

SET_UP = """
mutation ($input: SetupOwnerInput!) {
  setupOwner(input: $input) {
    __typename
    ... on SignInPayload { csrfToken staff { name role } }
    ... on Error { code path }
  }
}
"""
CHECKLIST = "{ checklist { code need isDone missing advice } }"
SETTINGS = """
mutation ($input: SettingsChangeInput!) {
  settingsChange(input: $input) { __typename ... on Error { code message } }
}
"""
CREATE_NUMBER = """
mutation { whatsappAccountCreate(input: { name: "Try it" }) { ... on WhatsappAccountPayload { account { id } } } }
"""
CONNECT = """
mutation ($id: ID!) { whatsappAccountConnect(input: { id: $id }) { __typename } }
"""
NUMBER = "query ($id: ID!) { whatsappAccount(id: $id) { status qr { code } } }"
SCAN = """
mutation ($id: ID!, $code: String!) {
  simulatorQrScan(input: { accountId: $id, code: $code }) { __typename ... on Error { code } }
}
"""
MOST_LOOKS = 2000


class Browser:
    """A page of ours: its cookies, its origin, its CSRF token."""

    def __init__(self, server: Server) -> None:
        self._http = httpx.Client(base_url=server.url, timeout=30, headers={"Origin": server.url})
        self._csrf: dict[str, str] = {}

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def ask(self, document: str, **variables: Any) -> dict[str, Any]:
        asked = {"query": document, "variables": variables}
        answer = self._http.post("/graphql", json=asked, headers=self._csrf).json()
        assert "errors" not in answer, answer
        return dict(answer["data"])

    def set_up(self, token: str, email: str = "owner@shop.example") -> dict[str, Any]:
        asked = {"token": token, "email": email, "name": "Noor", "password": PASSWORD}
        given = dict(self.ask(SET_UP, input=asked)["setupOwner"])
        if "csrfToken" in given:
            self._csrf = {"x-parley-csrf": given["csrfToken"]}
        return given


def setup_token(server: Server) -> str:
    links = re.findall(r"/setup#token=(\S+)", server.log.read_text())
    assert links, "the start prints a set-up link"
    return str(links[-1])


def required(steps: list[dict[str, Any]]) -> dict[str, bool]:
    return {step["code"]: step["isDone"] for step in steps if step["need"] == "REQUIRED"}


def test_a_stranger_becomes_the_owner_and_finishes_the_checklist(tmp_path: Path) -> None:
    with running(tmp_path / "data") as server, Browser(server) as browser:
        assert browser.set_up("not the token")["code"] == "SETUP_LINK_INVALID"
        token = setup_token(server)

        made = browser.set_up(token)

        assert made["staff"] == {"name": "Noor", "role": "OWNER"}
        with Browser(server) as somebody_else:
            assert somebody_else.set_up(token, "thief@shop.example")["code"] == "SETUP_LINK_INVALID"

        steps = browser.ask(CHECKLIST)["checklist"]
        assert all(step["advice"] for step in steps if not step["isDone"])
        assert required(steps)["WHATSAPP"] is False
        browser.ask(SETTINGS, input={"businessName": "Noor Studio", "currency": "PKR", "timeZone": "Asia/Karachi"})
        number = browser.ask(CREATE_NUMBER)["whatsappAccountCreate"]["account"]["id"]
        browser.ask(CONNECT, id=number)
        scan_when_shown(browser, number)
        look_until(browser, number, lambda shown: shown["status"] == "CONNECTED")

        steps = {step["code"]: step for step in browser.ask(CHECKLIST)["checklist"]}
        assert all(required(list(steps.values())).values())
        # A simulated number is enough to try everything; that customers need a real one is said all the same.
        assert "WhatsApp number" in steps["WHATSAPP"]["advice"]

        # The link is told at every start until it was used, and then no more.
        before = len(server.log.read_text())
        assert server.stop() == 0
        server.start()
        assert "/setup#token=" not in server.log.read_text()[before:]


def scan_when_shown(browser: Browser, number: str) -> None:
    shown = look_until(browser, number, lambda seen: bool(seen["qr"]))
    assert browser.ask(SCAN, id=number, code=shown["qr"]["code"])["simulatorQrScan"]["__typename"] == "SimulatorPayload"


def look_until(browser: Browser, number: str, wanted: Any) -> dict[str, Any]:
    """Asks again and again, as a page without subscriptions would."""
    for _ in range(MOST_LOOKS):
        seen = dict(browser.ask(NUMBER, id=number)["whatsappAccount"])
        if wanted(seen):
            return seen
    raise AssertionError(seen)


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({}, ["JWT_SECRET", "WHATSAPP_SESSION_SECRET"]),
        ({"JWT_SECRET": "short"}, ["JWT_SECRET"]),
        ({"PORT": "eighty"}, ["PORT"]),
        ({"DATABASE_URL": "mysql://somewhere/else"}, ["DATABASE_URL"]),
        ({"CORS_ORIGIN": "*"}, ["CORS_ORIGIN"]),
        ({"ADMIN_EMAIL": "owner@shop.example"}, ["ADMIN_PASSWORD"]),
        ({"LOG_LEVEL": "LOUD"}, ["LOG_LEVEL"]),
    ],
)
def test_a_wrong_or_missing_setting_stops_serve_by_its_name(
    tmp_path: Path, variables: dict[str, str], named: list[str]
) -> None:
    server = Server(tmp_path / "data", environment=variables)

    ended = server.command("serve")

    assert ended.returncode == 2
    for name in named:
        assert name in ended.stderr
    assert "Traceback" not in ended.stderr
