"""Journey 9: one number is banned; what it has to say is held, nothing is lost, the others go on."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.fake_whatsapp import FakeWhatsApp
from tests.fake_whatsapp.faults import Refusal
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
from tests.journeys.server import Server

FIRST, SECOND, AYESHA, BILAL = "+923001112233", "+923001112244", "+923334445566", "+923335557788"
NOTICES = "{ notices(first: 5) { nodes { kind resolvedAt } } }"
BAN_SECONDS = 25


@pytest.fixture
async def whatsapp() -> AsyncIterator[FakeWhatsApp]:
    async with FakeWhatsApp() as whatsapp:
        yield whatsapp


@pytest.fixture
def server(whatsapp: FakeWhatsApp, tmp_path: Path) -> Iterator[Server]:
    with shop_on(whatsapp, tmp_path / "data") as server:
        yield server


async def test_what_a_banned_number_has_to_say_is_held_and_the_others_sell(
    server: Server, whatsapp: FakeWhatsApp
) -> None:
    one, other = whatsapp.world.phone(FIRST), whatsapp.world.phone(SECOND)
    ayesha, bilal = whatsapp.world.person(AYESHA, "Ayesha"), whatsapp.world.person(BILAL, "Bilal")
    await start(server)
    await make_quick(server)
    async with server.api() as api, real_number(api, whatsapp) as banned, real_number(api, whatsapp) as free:
        await link(banned, one)
        await link(free, other)
        await asks(ayesha, one, "hello", "Website design")
        chat = (await banned.conversations())[0]

        one.faults.login = Refusal(402, code=101, expire=BAN_SECONDS)
        one.drop()
        account = await banned.status("BANNED")
        heard = len(ayesha.letters)
        await banned.send(chat["id"], "We are looking into it for you.")
        await banned.send(chat["id"], "One moment, please.")
        await order_something(bilal, other)
        held = [message["state"] for message in (await banned.messages())[-2:]]
        notices = (await banned.ask(NOTICES))["notices"]["nodes"]
        in_queue = (await banned.account())["health"]["queueLength"]

        one.faults.login = None
        seen = len(banned.watch.seen["whatsappAccountChanged"])
        await banned.status("CONNECTED", start=seen)
        await hears(ayesha, "looking into it", after=heard)
        await hears(ayesha, "One moment", after=heard)
        said = [letter.text for letter in ayesha.letters[heard:]]
        settled = (await banned.ask(NOTICES))["notices"]["nodes"]
        orders = await free.orders()

    assert account["statusReason"] == "temporary_ban"
    assert account["bannedUntil"] is not None
    assert (held, in_queue) == (["QUEUED", "QUEUED"], 2)
    assert [(notice["kind"], notice["resolvedAt"]) for notice in notices] == [("ACCOUNT_BANNED", None)]
    assert [order["status"] for order in orders] == ["PENDING"]
    assert said == ["We are looking into it for you.", "One moment, please."]
    assert [notice["resolvedAt"] is not None for notice in settled] == [True]
    assert await asyncio.wait_for(stop(server), 40) == 0
