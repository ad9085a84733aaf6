"""A number that was away: all that was written meanwhile arrives once and in order, and who still waits is answered."""

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.fake_whatsapp import FakeWhatsApp
from tests.fake_whatsapp.people import Person
from tests.fake_whatsapp.phone import Phone
from tests.journeys.chat import Number, Thing
from tests.journeys.real_numbers import hears, link, make_quick, real_number, shop_on, start, stop
from tests.journeys.server import Server

SHOP = "+923001112233"
HOURS = 3600.0
HELD_AT_A_KILL = 4  # messages
PAGE = """
query Page($account: ID!, $after: String) {
  messages(filter: { accountId: $account }, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
    pageInfo { hasNextPage endCursor }
    nodes { text direction author state customer { lid } }
  }
}
"""
CHATS = """
query Chats($account: ID!) {
  conversations(filter: { accountId: $account }, first: 100) { nodes { attention customer { lid } } }
}
"""
COUNT = "query Count($account: ID!) { messages(filter: { accountId: $account }, first: 1) { totalCount } }"


@pytest.fixture
async def whatsapp() -> AsyncIterator[FakeWhatsApp]:
    async with FakeWhatsApp() as whatsapp:
        yield whatsapp


@pytest.fixture
def server(whatsapp: FakeWhatsApp, tmp_path: Path) -> Iterator[Server]:
    with shop_on(whatsapp, tmp_path / "data") as server:
        yield server


async def all_messages(number: Number) -> list[Thing]:
    found: list[Thing] = []
    after = None
    while True:
        page = (await number.ask(PAGE, account=number.id, after=after))["messages"]
        found += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]


async def stored(number: Number, at_least: int, seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while (await number.ask(COUNT, account=number.id))["messages"]["totalCount"] < at_least:  # noqa: ASYNC110
            await asyncio.sleep(0.5)


@pytest.mark.parametrize(
    ("messages", "people"), [(200, 10), pytest.param(1_500, 40, marks=[pytest.mark.soak, pytest.mark.timeout(600)])]
)
async def test_a_backlog_arrives_in_order_and_once(
    server: Server,
    whatsapp: FakeWhatsApp,
    record_property: Callable[[str, object], None],
    messages: int,
    people: int,
) -> None:
    phone = whatsapp.world.phone(SHOP)
    crowd = [whatsapp.world.person(f"+92333{5_000_000 + number}", f"Person {number}") for number in range(people)]
    recent = crowd[: people // 2]
    await start(server)
    await make_quick(server)
    async with server.api() as api, real_number(api, whatsapp) as number:
        await link(number, phone)
        number_id = number.id
    assert await stop(server) == 0

    written = _write_meanwhile(crowd, recent, phone, messages)
    began = time.monotonic()
    await start(server)
    async with server.api() as api:
        number = Number(api, number_id, None)  # type: ignore[arg-type]  # nobody watches it live
        await stored(number, messages, 400)
        record_property("seconds from the start to the last stored message", time.monotonic() - began)
        for person in recent:
            await hears(person, "1.", seconds=200)
        everything = await all_messages(number)
        chats = (await number.ask(CHATS, account=number_id))["conversations"]["nodes"]
    assert await stop(server) == 0

    inbound: dict[str, list[str]] = defaultdict(list)
    outbound: dict[str, int] = defaultdict(int)
    for message in everything:
        if message["direction"] == "INBOUND":
            inbound[message["customer"]["lid"]].append(message["text"])
        else:
            outbound[message["customer"]["lid"]] += 1
    lids = {f"{person.lid}@lid": person for person in crowd}
    assert {lids[lid].number: texts for lid, texts in inbound.items()} == written
    assert {lids[lid].number for lid in outbound} == {person.number for person in recent}
    assert set(outbound.values()) == {1}
    assert [len(person.letters) for person in crowd] == [1] * len(recent) + [0] * (people - len(recent))
    left = {lids[chat["customer"]["lid"]].number for chat in chats if chat["attention"] == "STALE_BACKLOG"}
    assert left >= {person.number for person in crowd[len(recent) :]}


def _write_meanwhile(crowd: list[Person], recent: list[Person], phone: Phone, messages: int) -> dict[str, list[str]]:
    """Those of `recent` wrote their last words just now, and the others hours ago; in one stream, as it came."""
    chance = Random(7)
    now = time.time()
    written: dict[str, list[str]] = {person.number: [] for person in crowd}
    moments = sorted(now - chance.uniform(1 * HOURS, 5 * HOURS) for _ in range(messages - len(crowd)))
    for place, moment in enumerate(moments):
        person = crowd[place % len(crowd)]
        text = f"{person.name}, number {len(written[person.number])}"
        written[person.number].append(text)
        person.write(phone, text, at=moment)
    for person in crowd:
        text = "hello" if person in recent else "is anybody there?"
        written[person.number].append(text)
        person.write(phone, text, at=now - (5 if person in recent else 1 * HOURS))
    return written


@pytest.mark.parametrize("kills", [2, pytest.param(20, marks=[pytest.mark.soak, pytest.mark.timeout(1800)])])
async def test_however_often_it_is_killed_in_traffic_nothing_stored_is_lost(
    server: Server, whatsapp: FakeWhatsApp, kills: int
) -> None:
    phone = whatsapp.world.phone(SHOP)
    crowd = [whatsapp.world.person(f"+92333{6_000_000 + number}", f"Person {number}") for number in range(6)]
    chance = Random(11)
    await start(server)
    await make_quick(server)
    async with server.api() as api, real_number(api, whatsapp, is_patient=True) as number:
        await link(number, phone)
        written: dict[str, list[str]] = {person.number: [] for person in crowd}

        async def chatter() -> None:
            while True:
                person = chance.choice(crowd)
                text = f"word {len(written[person.number])} of {person.name}"
                written[person.number].append(text)
                person.write(phone, text)
                await asyncio.sleep(0.15)

        chatting = asyncio.create_task(chatter())
        for _ in range(kills):
            seen = len(number.watch.seen["whatsappAccountChanged"])
            await asyncio.sleep(chance.uniform(0.5, 3))
            await asyncio.to_thread(server.kill)
            await start(server)
            await number.status("CONNECTED", start=seen)
        chatting.cancel()
        last_words = {f"the last word of {person.name}" for person in crowd}
        for person in crowd:
            written[person.number].append(f"the last word of {person.name}")
            person.write(phone, written[person.number][-1])
        codes = [told["account"]["qr"] for told in number.watch.seen["whatsappAccountChanged"][seen:]]
        everything = await with_all(number, last_words, 90)
    assert await stop(server) == 0

    inbound: dict[str, list[str]] = defaultdict(list)
    for message in everything:
        if message["direction"] == "INBOUND":
            inbound[message["customer"]["lid"]].append(message["text"])
    told = {person.number: Counter(inbound[f"{person.lid}@lid"]) for person in crowd}
    assert all(count == 1 for texts in told.values() for count in texts.values())
    assert all(set(told[person]) <= set(texts) for person, texts in written.items())
    # What WhatsApp's own library holds at the moment of a kill is gone, see docs/decisions/0014-real-whatsapp.md.
    gone = sum(len(texts) - len(told[person]) for person, texts in written.items())
    assert gone <= HELD_AT_A_KILL * kills
    assert set(codes) == {None}
    heard = [letter.id for person in crowd for letter in person.letters]
    assert len(heard) == len(set(heard))


async def with_all(number: Number, texts: set[str], seconds: float) -> list[Thing]:
    """All messages, as soon as these are among them."""
    async with asyncio.timeout(seconds):
        while True:
            messages = await all_messages(number)
            if texts <= {message["text"] for message in messages}:
                return messages
            await asyncio.sleep(1)
