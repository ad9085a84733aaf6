"""Journey 2: link a number, kill -9, start: it is linked without a new scan, and sells."""

import asyncio
import stat
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from core.whatsapp.neonize_session import session_folder
from tests.fake_whatsapp import FakeWhatsApp, messages
from tests.fake_whatsapp.people import Addressing
from tests.journeys.real_numbers import (
    asks,
    hears,
    link,
    make_quick,
    order_something,
    real_number,
    shop_on,
    start,
    stop,
)
from tests.journeys.sale import YES
from tests.journeys.server import Server
from tests.pictures import png

SHOP, AYESHA, BILAL = "+923001112233", "+923334445566", "+923335557788"


@pytest.fixture
async def whatsapp() -> AsyncIterator[FakeWhatsApp]:
    async with FakeWhatsApp() as whatsapp:
        yield whatsapp


@pytest.fixture
def server(whatsapp: FakeWhatsApp, tmp_path: Path) -> Iterator[Server]:
    with shop_on(whatsapp, tmp_path / "data") as server:
        yield server


def session_files(server: Server) -> list[str]:
    """What lies in the clear, readable by nobody else, while a number is open."""
    folder = session_folder(server.data)
    if not folder.is_dir():
        return []
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    return [file.name for file in folder.iterdir()]


async def test_a_number_is_linked_sells_and_survives_a_kill(server: Server, whatsapp: FakeWhatsApp) -> None:
    phone, ayesha = whatsapp.world.phone(SHOP), whatsapp.world.person(AYESHA, "Ayesha")
    await start(server)
    await make_quick(server)
    async with server.api() as api, real_number(api, whatsapp, is_patient=True) as number:
        await link(number, phone)
        account, while_open = await number.account(), session_files(server)
        await asks(ayesha, phone, "Website design", "Starter site")

        await asyncio.to_thread(server.kill)
        heard, seen = len(ayesha.letters), len(number.watch.seen["whatsappAccountChanged"])
        ayesha.write(phone, "1")  # while nobody is there
        await start(server)
        await number.status("CONNECTED", start=seen)
        await hears(ayesha, "25,000", after=heard)
        await asks(ayesha, phone, YES, "25,000")
        instructions = await asks(ayesha, phone, YES, "0300")

        codes = [told["account"]["qr"] for told in number.watch.seen["whatsappAccountChanged"][seen:]]
        orders = await number.orders()
        said = [message["text"] for message in await number.messages() if message["direction"] == "INBOUND"]

    assert (account["status"], account["phone"]) == ("CONNECTED", SHOP)
    assert set(codes) == {None}
    assert said == ["Website design", "1", YES, YES]
    assert [order["status"] for order in orders] == ["PENDING"]
    assert orders[0]["number"] in instructions.text

    assert await stop(server) == 0
    assert (len(while_open), session_files(server)) == (1, [])
    assert len(phone.companions) == 1  # stopping the program unlinks nothing
    assert server.complaints() == []


async def test_a_number_is_linked_by_a_code_typed_on_the_phone(server: Server, whatsapp: FakeWhatsApp) -> None:
    phone, bilal = whatsapp.world.phone(SHOP), whatsapp.world.person(BILAL, "Bilal")
    bilal.addressing = Addressing.PHONE
    await start(server)
    await make_quick(server)
    async with server.api() as api, real_number(api, whatsapp) as number:
        await number.change("whatsappAccountRequestPairingCode", id=number.id, phone=SHOP)
        shown = await number.watch.until("whatsappAccountChanged", lambda told: bool(told["account"]["pairingCode"]))
        await phone.enter_code(shown["account"]["pairingCode"]["code"])
        await number.status("CONNECTED")
        greeting = await asks(bilal, phone, "hello", "Website design")
        account = await number.account()

    assert account["pairingCode"] is None
    assert not greeting.is_from_bot
    assert account["phone"] == SHOP
    assert await stop(server) == 0


async def test_a_proof_from_a_phone_is_approved_and_the_customer_told(server: Server, whatsapp: FakeWhatsApp) -> None:
    phone, ayesha = whatsapp.world.phone(SHOP), whatsapp.world.person(AYESHA, "Ayesha")
    ayesha.reads = True
    await start(server)
    await make_quick(server)
    async with server.api() as api, real_number(api, whatsapp) as number:
        await link(number, phone)
        await order_something(ayesha, phone)
        heard = len(ayesha.letters)
        ayesha.write(phone, messages.image(whatsapp.world.media, png(), caption="paid", mime_type="image/png"))
        shown = await number.watch.until("orderChanged", lambda told: told["order"]["status"] == "PAYMENT_SUBMITTED")
        await hears(ayesha, shown["order"]["number"], after=heard)
        heard = len(ayesha.letters)
        order = await number.approve(shown["order"])
        await hears(ayesha, order["number"], "payment", after=heard)
        (last,) = (await number.messages())[-1:]
        told = await number.state(last, "READ")

    assert order["status"] == "PAID"
    assert order["proofs"][0]["media"]["contentType"] == "image/png"
    assert told["author"] == "PROGRAM"
    assert await stop(server) == 0
