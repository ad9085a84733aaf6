"""Much at once, and a client whose memory is older than the conversation."""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fake_whatsapp.faults import Refusal
from tests.fake_whatsapp.running import Program, quick_folder, running
from tests.fake_whatsapp.server import FakeWhatsApp

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the ELF library and /proc")


@pytest.fixture
async def whatsapp() -> AsyncIterator[FakeWhatsApp]:
    async with FakeWhatsApp() as server:
        yield server


@pytest.fixture
async def folder() -> AsyncIterator[Path]:
    with quick_folder() as folder:
        yield folder


@pytest.fixture
async def program(whatsapp: FakeWhatsApp, folder: Path) -> AsyncIterator[Program]:
    async with running(whatsapp, folder) as program:
        yield program


async def test_a_session_restored_from_an_old_copy_asks_again_for_what_it_cannot_read(
    whatsapp: FakeWhatsApp, program: Program, folder: Path
) -> None:
    shop, bob = whatsapp.world.phone("+92 300 1112233"), whatsapp.world.person("+92 333 4445566", "Bob")
    companion = await program.link(shop)
    await program.message(bob.write(shop, "before the copy"))
    await program("stop")
    session = folder / "shop.db"
    shutil.copy(session, folder / "copy")
    await program("connect")
    for number in range(5):
        sent = bob.write(shop, f"after the copy {number}")
        arrived = await program.message(sent)
        await program("reply", text=f"answer {number}", to=arrived["Info"]["ID"])
    await program("stop")

    shutil.copy(folder / "copy", session)
    await program("connect")
    again = await program.message(bob.write(shop, "do you remember me?"))
    await program("reply", text="I do", to=again["Info"]["ID"])

    assert again["Message"]["conversation"] == "do you remember me?"
    await bob.letters.first(lambda letter: letter.text == "I do")
    assert [receipt.type for receipt in bob.receipts].count("retry") >= 1
    assert shop.companions == {companion.number: companion}


async def test_fifteen_hundred_messages_of_many_people_come_in_order(whatsapp: FakeWhatsApp, program: Program) -> None:
    shop = whatsapp.world.phone("+92 300 1112233")
    people = [whatsapp.world.person(f"+92 333 {number:07d}") for number in range(30)]
    companion = await program.link(shop)
    before = len(program.events)
    shop.faults.login = Refusal(503)
    shop.drop()
    await program.event("Disconnected", after=before)

    ids = [people[number % 30].write(shop, f"message {number}") for number in range(1500)]
    shop.faults.login = None

    await program.message(ids[-1])
    arrived = [one["data"]["Info"]["ID"] for one in program.events[before:] if one["event"] == "Message"]
    assert arrived == ids
    await program.event("OfflineSyncCompleted", after=before)
    await companion.confirmed.first(lambda number: number == ids[-1])
    assert set(ids) <= set(companion.confirmed)


async def test_twenty_numbers_talk_at_once(whatsapp: FakeWhatsApp, program: Program) -> None:
    bob = whatsapp.world.person("+92 333 4445566", "Bob")
    shops = {f"shop-{number}": whatsapp.world.phone(f"+92 300 {number:07d}") for number in range(20)}
    for account, shop in shops.items():
        await program.link(shop, account)

    sent = {account: bob.write(shop, f"hello {account}") for account, shop in shops.items()}
    for account, number in sent.items():
        arrived = await program.message(number, account=account)
        assert arrived["Message"]["conversation"] == f"hello {account}"
    async with asyncio.TaskGroup() as group:
        for account in shops:
            group.create_task(program.say(f"hello from {account}", bob, account=account))

    assert {letter.text for letter in bob.letters} == {f"hello from {account}" for account in shops}
