"""What befalls a real number in the middle of something: it is shown as it is, and nothing comes twice."""

import asyncio
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from core.embedded_postgres import EmbeddedPostgres
from core.whatsapp.neonize_session import session_folder
from tests.fake_whatsapp import FakeWhatsApp
from tests.journeys.chat import Number, Thing
from tests.journeys.real_numbers import asks, hears, link, make_quick, real_number, shop_on, start, stop
from tests.journeys.server import Server
from tests.journeys.test_ownership import machine

SHOP, AYESHA, BILAL = "+923001112233", "+923334445566", "+923335557788"


@pytest.fixture
async def whatsapp() -> AsyncIterator[FakeWhatsApp]:
    async with FakeWhatsApp() as whatsapp:
        yield whatsapp


@pytest.fixture
def server(whatsapp: FakeWhatsApp, tmp_path: Path) -> Iterator[Server]:
    with shop_on(whatsapp, tmp_path / "data") as server:
        yield server


def left(server: Server) -> list[str]:
    """What lies in the clear."""
    folder = session_folder(server.data, server.environment.get("DATABASE_URL"))
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


async def last_message(number: Number, state: str) -> Thing:
    async with asyncio.timeout(40):
        while (last := (await number.messages())[-1])["state"] != state:  # noqa: ASYNC110 - the API rings no bell
            await asyncio.sleep(0.2)
    return last


async def test_a_message_that_a_kill_cut_off_is_shown_as_unsure_and_not_sent_again(
    server: Server, whatsapp: FakeWhatsApp
) -> None:
    phone, bilal = whatsapp.world.phone(SHOP), whatsapp.world.person(BILAL, "Bilal")
    await start(server)
    await make_quick(server)
    async with server.api() as api, real_number(api, whatsapp, is_patient=True) as number:
        await link(number, phone)
        await asks(bilal, phone, "hello", "Website design")
        chat = (await number.conversations())[0]
        phone.faults.acknowledges, bilal.confirms = False, False
        heard, seen = len(bilal.letters), len(number.watch.seen["whatsappAccountChanged"])
        await number.send(chat["id"], "One moment, please.")
        await hears(bilal, "One moment", after=heard)
        await asyncio.to_thread(server.kill)
        phone.faults.acknowledges, bilal.confirms = True, True

        await start(server)
        await number.status("CONNECTED", start=seen)
        unsure = await last_message(number, "AMBIGUOUS")
        await number.send(chat["id"], "Here it is.")
        await hears(bilal, "Here it is", after=heard)
        flagged = (await number.conversations())[0]["attention"]

    assert unsure["failure"] == "no_answer"
    assert flagged == "SEND_FAILED"
    assert [letter.text for letter in bilal.letters[heard:]] == ["One moment, please.", "Here it is."]
    assert await stop(server) == 0


async def test_a_server_that_ends_while_a_code_is_shown_goes_on_with_a_new_one(
    server: Server, whatsapp: FakeWhatsApp
) -> None:
    phone = whatsapp.world.phone(SHOP)
    await start(server)
    async with server.api() as api, real_number(api, whatsapp, is_patient=True) as number:
        await number.change("whatsappAccountConnect", id=number.id)
        shown = await number.watch.until("whatsappAccountChanged", lambda told: bool(told["account"]["qr"]))
        assert server.process is not None
        server.process.send_signal(signal.SIGTERM)
        code = await asyncio.wait_for(asyncio.to_thread(server.process.wait), 15)
        at_rest = left(server)
        seen = len(number.watch.seen["whatsappAccountChanged"])

        await start(server)
        anew = await number.watch.until("whatsappAccountChanged", lambda told: bool(told["account"]["qr"]), start=seen)
        await phone.scan(anew["account"]["qr"]["code"])
        await number.status("CONNECTED", start=seen)

    assert (code, at_rest) == (0, [])
    assert anew["account"]["qr"]["code"] != shown["account"]["qr"]["code"]
    assert await stop(server) == 0
    assert server.complaints() == []


async def test_keys_are_sealed_again_while_a_number_is_connected(server: Server, whatsapp: FakeWhatsApp) -> None:
    phone, bilal = whatsapp.world.phone(SHOP), whatsapp.world.person(BILAL, "Bilal")
    old, new = "an old secret of the shop, long enough for anybody", "a new secret of the shop, long enough for anybody"
    server.environment |= {"WHATSAPP_SESSION_SECRET": old}
    await start(server)
    await make_quick(server)
    async with server.api() as api, real_number(api, whatsapp, is_patient=True) as number:
        await link(number, phone)
        assert await stop(server) == 0
        seen = len(number.watch.seen["whatsappAccountChanged"])
        server.environment |= {"WHATSAPP_SESSION_SECRET": new, "WHATSAPP_SESSION_SECRET_PREVIOUS": old}
        await start(server)
        await number.status("CONNECTED", start=seen)

        sealed = await asyncio.to_thread(lambda: server.command("encrypt-keys"))
        await asks(bilal, phone, "hello", "Website design")
        assert await stop(server) == 0
        del server.environment["WHATSAPP_SESSION_SECRET_PREVIOUS"]
        seen = len(number.watch.seen["whatsappAccountChanged"])
        await start(server)
        await number.status("CONNECTED", start=seen)
        await asks(bilal, phone, "1", "Starter site")

    assert "WhatsApp sessions and proxies" in sealed.stdout, sealed.stderr
    assert await stop(server) == 0


async def test_what_is_written_while_the_database_is_away_arrives_once_it_is_back(
    whatsapp: FakeWhatsApp, postgres: EmbeddedPostgres, database_url: str, tmp_path: Path
) -> None:
    phone = whatsapp.world.phone(SHOP)
    crowd = [whatsapp.world.person(f"+92333{7_000_000 + place}", f"Person {place}") for place in range(4)]
    database = urlsplit(database_url).path.strip("/")
    async with machine("shop", tmp_path, postgres, database, whatsapp) as shop:
        # Made beside our own loop, which carries what it says to the database.
        key = await asyncio.to_thread(lambda: shop.server.key)
        async with shop.server.api(key) as api, real_number(api, whatsapp, is_patient=True) as number:
            await make_quick(shop.server)
            await link(number, phone)
            seen = len(number.watch.seen["whatsappAccountChanged"])
            shop.network.cut()
            for second in range(25):  # far beyond the lease
                crowd[second % 4].write(phone, f"{second}")
                await asyncio.sleep(1)
            shop.network.mend()
            crowd[0].write(phone, "are you there?")
            for person in crowd:
                await hears(person, "Website design")
            said = [message["text"] for message in await number.messages() if message["direction"] == "INBOUND"]
            codes = {told["account"]["qr"] is None for told in number.watch.seen["whatsappAccountChanged"][seen:]}

    assert sorted(said) == sorted([*map(str, range(25)), "are you there?"])
    assert codes <= {True}
    assert len(phone.companions) == 1


async def test_a_number_that_is_logged_out_or_deleted_leaves_nothing_behind(
    server: Server, whatsapp: FakeWhatsApp
) -> None:
    phones = [whatsapp.world.phone(f"+92300111220{place}") for place in range(3)]
    await start(server)
    async with server.api() as api, AsyncExitStack() as stack:
        numbers = [await stack.enter_async_context(real_number(api, whatsapp)) for _ in phones]
        for number, phone in zip(numbers, phones, strict=True):
            await link(number, phone)
        while_open = left(server)
        out, deleted, cut = numbers
        name = (await deleted.account())["name"]
        await out.change("whatsappAccountLogOut", id=out.id)
        await deleted.change("whatsappAccountDelete", id=deleted.id, name=name)
        await gone(server, while_open[:2])
        untold = len(phones[2].companions)
        # Now one whose phone cannot be told.
        whatsapp.faults.refuses_connections = True
        phones[2].drop()
        await cut.status("CONNECTING", start=len(cut.watch.seen["whatsappAccountChanged"]))
        await cut.change("whatsappAccountLogOut", id=cut.id)
        await gone(server, while_open)
        account = await cut.account()

    assert len(while_open) == 3
    assert [len(phone.companions) for phone in phones] == [0, 0, untold]
    assert (account["status"], account["statusReason"]) == ("DISCONNECTED", "logged_out")
    assert await stop(server) == 0
    assert server.complaints() == []


async def gone(server: Server, files: list[str]) -> None:
    async with asyncio.timeout(20):
        while set(left(server)) & set(files):  # noqa: ASYNC110 - files ring no bell
            await asyncio.sleep(0.1)


async def test_one_phone_is_not_linked_to_two_numbers(server: Server, whatsapp: FakeWhatsApp) -> None:
    phone, bilal = whatsapp.world.phone(SHOP), whatsapp.world.person(BILAL, "Bilal")
    await start(server)
    await make_quick(server)
    async with server.api() as api, real_number(api, whatsapp) as first, real_number(api, whatsapp) as second:
        await link(first, phone)
        await second.change("whatsappAccountConnect", id=second.id)
        shown = await second.watch.until("whatsappAccountChanged", lambda told: bool(told["account"]["qr"]))
        seen = len(second.watch.seen["whatsappAccountChanged"])
        await phone.scan(shown["account"]["qr"]["code"])
        ended = await second.status("DISCONNECTED", start=seen)
        async with asyncio.timeout(20):
            while len(phone.companions) > 1:  # noqa: ASYNC110 - the phone rings no bell
                await asyncio.sleep(0.1)
        await asks(bilal, phone, "hello", "Website design")
        messages = await second.messages()

    assert ended["statusReason"] == "linked_twice"
    assert messages == []
    assert len(bilal.letters) == 1
    assert await stop(server) == 0
    assert server.complaints() == []


@pytest.mark.timeout(240)
async def test_a_number_goes_on_at_another_server_without_a_scan_when_its_own_is_killed(
    whatsapp: FakeWhatsApp, postgres: EmbeddedPostgres, database_url: str, tmp_path: Path
) -> None:
    phone, bilal = whatsapp.world.phone(SHOP), whatsapp.world.person(BILAL, "Bilal")
    database = urlsplit(database_url).path.strip("/")
    async with machine("first", tmp_path, postgres, database, whatsapp) as first:
        key = await asyncio.to_thread(lambda: first.server.key)
        async with first.server.api(key) as api, real_number(api, whatsapp, is_patient=True) as number:
            await make_quick(first.server)
            await link(number, phone)
            await asks(bilal, phone, "hello", "Website design")
            async with machine("second", tmp_path, postgres, database, whatsapp) as second:
                await asyncio.to_thread(first.server.kill)
                heard = len(bilal.letters)
                bilal.write(phone, "1")  # while nobody is there

                await hears(bilal, "Starter site", after=heard)

                async with second.server.api(key) as others:
                    account = await Number(others, number.id, number.watch).account()
                left_by_kill = left(first.server)
                await asyncio.to_thread(first.server.start)
                left_after_start, in_use = left(first.server), left(second.server)

    assert account["status"] == "CONNECTED"
    assert len(phone.companions) == 1
    assert "1.db" in left_by_kill
    assert left_after_start == []
    assert "1.db" in in_use
