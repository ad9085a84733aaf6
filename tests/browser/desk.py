"""Somebody at the dashboard: a real Chromium that hears every complaint of the pages it shows."""

import json
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize, expect

from tests.journeys.server import Server

# The first draws no window around each page, and needs two thirds of the others' time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MILLISECONDS = 20_000
LAPTOP = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
# What Lighthouse looks at besides.
BESIDES = ("empty-heading", "heading-order", "landmark-one-main", "meta-viewport")
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {rule: {"enabled": True} for rule in BESIDES},
}

OWNER = ("owner@example.com", "correct horse battery staple")
SIGN_IN = """
mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ... on Error { code message } } }
"""

expect.set_options(timeout=PATIENCE_MILLISECONDS)


def find_chromium() -> str | None:
    return os.environ.get("BROWSER_PATH") or next((path for name in NAMES if (path := shutil.which(name))), None)


@dataclass
class Desk:
    """One browser profile. What its pages complain of fails the test, but for what `expected` names."""

    browser: Browser
    server: Server
    is_dark: bool = False
    language: str = "en"
    viewport: ViewportSize = field(default_factory=lambda: LAPTOP)
    time_zone: str = "Asia/Karachi"
    # Pieces of complaints that belong to what a test does, such as a server that is killed.
    expected: tuple[str, ...] = ()
    complaints: list[str] = field(default_factory=list)
    _context: BrowserContext | None = None

    async def __aenter__(self) -> Self:
        self._context = await self.browser.new_context(
            base_url=self.address,
            viewport=self.viewport,
            color_scheme="dark" if self.is_dark else "light",
            reduced_motion="reduce",
            timezone_id=self.time_zone,
            locale="en-GB",
            # Each stands at an address of its own: sign-ins are counted by address.
            extra_http_headers={"X-Forwarded-For": f"2001:db8::{uuid4().hex[:4]}:{uuid4().hex[:4]}"},
        )
        self._context.set_default_timeout(PATIENCE_MILLISECONDS)
        kept = {
            "parley-language": self.language,
            "mantine-color-scheme-value": "dark" if self.is_dark else "light",
        }
        # Only where nothing is kept yet: a test may change them.
        await self._context.add_init_script(
            f"for (const [name, value] of Object.entries({json.dumps(kept)}))"
            " if (localStorage.getItem(name) === null) localStorage.setItem(name, value);"
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.context.close()
        if error is None:
            assert self.complaints == []

    @property
    def address(self) -> str:
        return f"http://localhost:{self.server.port}"

    @property
    def context(self) -> BrowserContext:
        assert self._context is not None, "a desk is used within `async with`"
        return self._context

    async def sign_in(self, email: str = OWNER[0], password: str = OWNER[1]) -> None:
        """As the sign-in page does, without looking at it."""
        answer = await self.context.request.post(
            f"{self.address}/graphql",
            data={"query": SIGN_IN, "variables": {"input": {"email": email, "password": password}}},
            headers={"Origin": self.address},
        )
        result: dict[str, Any] = (await answer.json())["data"]["signIn"]
        assert result["__typename"] == "SignInPayload", result

    async def ask(self, document: str, **variables: Any) -> dict[str, Any]:
        """What this browser's session is answered."""
        (csrf,) = [each["value"] for each in await self.context.cookies() if each["name"].endswith("parley-csrf")]
        answer = await self.context.request.post(
            f"{self.address}/graphql",
            data={"query": document, "variables": variables},
            headers={"Origin": self.address, "X-Parley-Csrf": csrf},
        )
        data: dict[str, Any] = (await answer.json())["data"]
        return data

    async def page(self, path: str | None = None) -> Page:
        """Another page of this browser, and where it begins. Wait for what it is to show."""
        page = await self.context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self._complain(str(error)))
        page.on("request", self._watch)
        if path is not None:
            await page.goto(path, wait_until="domcontentloaded")
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        # Chromium reports violations of the content security policy here too.
        if message.type == "error":
            self._complain(f"{message.text} ({message.location.get('url', '')})")

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self._complain(f"a request to elsewhere: {request.url}")

    def _complain(self, complaint: str) -> None:
        if not any(piece in complaint for piece in self.expected):
            self.complaints.append(complaint)


async def barriers(page: Page) -> list[str]:
    """What keeps people out, by WCAG 2.2 A and AA: each rule with the first elements that break it."""
    results = await Axe().run(page, options=RULES)
    return [
        f"{violation['id']}: {[(node['html'][:200], node['failureSummary'][:200]) for node in violation['nodes'][:3]]}"
        for violation in results.response["violations"]
    ]


async def overflows(page: Page) -> bool:
    """Whether the page must be moved sideways to be read."""
    return bool(await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def screenshots() -> Path | None:
    """Where a person who looks at the pages wants their pictures; none unless PARLEY_SCREENSHOTS names a folder."""
    folder = os.environ.get("PARLEY_SCREENSHOTS")
    return Path(folder) if folder else None
