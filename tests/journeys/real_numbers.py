"""Journeys over WhatsApp itself, as far as a stand-in goes: the real library, the real server, and people who chat."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from core.embedded_postgres import EmbeddedPostgres
from core.whatsapp.neonize_session import session_folder
from tests.fake_whatsapp import FakeWhatsApp
from tests.fake_whatsapp.people import Letter, Person
from tests.fake_whatsapp.phone import Phone
from tests.fake_whatsapp.protos import e2e
from tests.journeys.chat import Number, Shopkeeper, watched_number
from tests.journeys.conftest import QUICK
from tests.journeys.sale import YES
from tests.journeys.server import Api, Server

# A number types like a person and keeps its distances: a reply takes seconds.
REPLY_SECONDS = 60.0


@contextmanager
def shop_on(whatsapp: FakeWhatsApp, data: Path) -> Iterator[Server]:
    """A server that knows no other WhatsApp; it is not started yet. Nothing of it is left running."""
    server = Server(data)
    server.below = ("-m", "tests.fake_whatsapp.patched")
    server.environment = whatsapp.environment()
    try:
        yield server
    finally:
        if server.process is not None:
            server.kill()
        EmbeddedPostgres(server.data / "postgres").stop_if_abandoned()
        shutil.rmtree(session_folder(data), ignore_errors=True)


async def start(server: Server) -> None:
    """Beside the loop that plays WhatsApp."""
    await asyncio.to_thread(server.start)


async def stop(server: Server) -> int:
    return await asyncio.to_thread(server.stop)


async def make_quick(server: Server) -> None:
    async with server.api() as api:
        await Shopkeeper(api).change("settingsChange", **QUICK)


@asynccontextmanager
async def real_number(api: Api, whatsapp: FakeWhatsApp, *, is_patient: bool = False) -> AsyncIterator[Number]:
    """A number that waits to be linked, behind the way to this WhatsApp."""
    async with watched_number(api, is_patient=is_patient, kind="WHATSAPP") as number:
        await number.change("whatsappAccountUpdate", id=number.id, changes={"proxy": whatsapp.proxy})
        yield number


async def link(number: Number, phone: Phone, *, start: int = 0) -> None:
    """Its phone scans the code that the shop shows, as soon as one is shown."""
    await number.change("whatsappAccountConnect", id=number.id)
    shown = await number.watch.until("whatsappAccountChanged", lambda told: bool(told["account"]["qr"]), start=start)
    await phone.scan(shown["account"]["qr"]["code"])
    await number.status("CONNECTED", start=start)


async def asks(person: Person, phone: Phone, what: str | e2e.Message, *words: str) -> Letter:
    """Writes, and waits for the first message after that which has all these words."""
    place = len(person.letters)
    person.write(phone, what)
    return await hears(person, *words, after=place)


async def hears(person: Person, *words: str, after: int = 0, seconds: float = REPLY_SECONDS) -> Letter:
    """The first message to them that has all these words."""
    return await person.letters.first(lambda letter: all(word in letter.text for word in words), seconds, after=after)


async def order_something(person: Person, phone: Phone) -> Letter:
    """The instructions to pay for the cheapest website. In English."""
    await asks(person, phone, "Website design", "Starter site")
    await asks(person, phone, "1", "25,000")
    await asks(person, phone, YES, "25,000")
    return await asks(person, phone, YES, "0300")
