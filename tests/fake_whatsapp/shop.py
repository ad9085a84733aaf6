"""A shop of its own for the fake WhatsApp: `serve --dev` in a process that takes the fake for the real one."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.fake_whatsapp.phone import Phone
from tests.fake_whatsapp.server import FakeWhatsApp
from web.cli.serve import LOCAL_KEY

CHECKOUT = Path(__file__).resolve().parents[2]
_START_SECONDS = 120
_STOP_SECONDS = 30
_ERROR = "... on Error { code message }"

_CREATE = f"""mutation ($input: WhatsappAccountCreateInput!) {{
  whatsappAccountCreate(input: $input) {{ ... on WhatsappAccountPayload {{ account {{ id }} }} {_ERROR} }}
}}"""
_UPDATE = f"""mutation ($input: WhatsappAccountUpdateInput!) {{
  whatsappAccountUpdate(input: $input) {{ ... on WhatsappAccountPayload {{ account {{ id }} }} {_ERROR} }}
}}"""
_CONNECT = f"""mutation ($input: WhatsappAccountConnectInput!) {{
  whatsappAccountConnect(input: $input) {{ ... on WhatsappAccountPayload {{ account {{ id }} }} {_ERROR} }}
}}"""
_NUMBERS = """query {
  whatsappAccounts(first: 100) { nodes { id name isSimulated hasProxy status statusReason qr { code } } }
}"""


class ShopError(Exception):
    """The shop did not do what it was asked, in its own words."""


class Shop:
    """A running shop, asked through its public API."""

    def __init__(self, whatsapp: FakeWhatsApp, url: str, key: str, log: Path) -> None:
        self._whatsapp = whatsapp
        self.url = url
        self.log = log
        self._http = httpx.AsyncClient(
            base_url=url, timeout=30, trust_env=False, headers={"Authorization": f"Bearer {key}"}
        )

    async def close(self) -> None:
        await self._http.aclose()

    async def _ask(self, document: str, **variables: Any) -> dict[str, Any]:
        answer = (await self._http.post("/graphql", json={"query": document, "variables": variables})).json()
        if answer.get("errors"):
            raise ShopError(answer["errors"][0]["message"])
        data: dict[str, Any] = answer["data"]
        for part in data.values():
            if isinstance(part, dict) and "message" in part:
                raise ShopError(part["message"])
        return data

    async def open_number(self, name: str) -> str:
        """A new number whose way to WhatsApp leads to the fake; its id."""
        made = await self._ask(_CREATE, input={"name": name, "kind": "WHATSAPP"})
        number: str = made["whatsappAccountCreate"]["account"]["id"]
        await self.connect(number)
        return number

    async def connect(self, number: str) -> None:
        await self._ask(_UPDATE, input={"id": number, "changes": {"proxy": self._whatsapp.proxy}})
        await self._ask(_CONNECT, input={"id": number})

    async def numbers(self) -> list[dict[str, Any]]:
        """All but the simulated ones."""
        nodes = (await self._ask(_NUMBERS))["whatsappAccounts"]["nodes"]
        return [node for node in nodes if not node["isSimulated"]]

    async def scan(self, phone: Phone, number: str | None = None, seconds: float = 60) -> str:
        """Scan the QR code of a number, or of the first that shows one, and wait until it is connected; its name."""
        async with asyncio.timeout(seconds):
            shown = await self._number_where(number, lambda one: bool(one["qr"]))
            await phone.scan(shown["qr"]["code"])
            linked = await self._number_where(shown["id"], lambda one: bool(one["status"] == "CONNECTED"))
        return str(linked["name"])

    async def _number_where(self, number: str | None, wanted: Any) -> dict[str, Any]:
        while True:
            for one in await self.numbers():
                if number in (None, one["id"]) and wanted(one):
                    return one
            await asyncio.sleep(0.2)  # the API is asked as a person looks at the screen


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def open_shop(whatsapp: FakeWhatsApp, data: Path, port: int) -> AsyncIterator[Shop]:
    """Start it on a folder that is there, wait until it is ready, and stop it as Ctrl-C would.

    The dashboard is served if it is built.
    """
    log = data / "shop.log"
    environment = {**os.environ, "PORT": str(port), "PARLEY_DATA": str(data), **whatsapp.environment()}
    with log.open("ab") as output:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.fake_whatsapp.patched", "-m", "web.cli", "serve", "--dev", "--no-build"),
            cwd=CHECKOUT,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,  # Ctrl-C is for us, and we stop it in order
        )
    url = f"http://127.0.0.1:{port}"
    try:
        await _wait_until_ready(process, url, log)
        shop = Shop(whatsapp, url, (data / LOCAL_KEY).read_text(encoding="utf-8").strip(), log)
        try:
            yield shop
        finally:
            await shop.close()
    finally:
        await _stop(process)


async def _wait_until_ready(process: asyncio.subprocess.Process, url: str, log: Path) -> None:
    async with asyncio.timeout(_START_SECONDS), httpx.AsyncClient(trust_env=False) as http:
        while True:
            if process.returncode is not None:
                raise ShopError(f"The shop did not start:\n{_last_lines(log)}")
            try:
                if (await http.get(f"{url}/readyz")).status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.1)


def _last_lines(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.send_signal(signal.SIGINT)
    try:
        async with asyncio.timeout(_STOP_SECONDS):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
