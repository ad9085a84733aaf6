"""Two servers on one PostgreSQL: whatever becomes of the one that owns a number, the other goes on with it.

It may be killed, it may be stopped and go on when nobody waits for it any more, it may be cut off from the database:
every message is stored once and answered once, and WhatsApp is given nothing twice.
"""

import asyncio
import os
import shutil
import signal
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import asyncpg
import orjson
import pytest

from core.embedded_postgres import EmbeddedPostgres
from core.whatsapp.neonize_session import session_folder
from tests.fake_whatsapp import FakeWhatsApp
from tests.journeys import documents
from tests.journeys.chat import Customer, Number, Shopkeeper, Watch, first_look, linked_number
from tests.journeys.conftest import QUICK
from tests.journeys.cuttable import Cuttable
from tests.journeys.server import Server

# A lease lasts 15 s, and a worker that says nothing is taken for dead after a while as well.
TAKEOVER_SECONDS = 60.0
# No more than the 30 that WhatsApp bears in a minute, the lost ones included.
CUSTOMERS = 18

SECRETS = {
    "JWT_SECRET": "a secret of two servers, which sign for one another",
    "WHATSAPP_SESSION_SECRET": "another secret of two servers that share their numbers",
}

OWNER = "select owner from whatsapp_accounts where id = $1 and owned_until > clock_timestamp()"
ACCEPTED = "select event::text as event from simulated_deliveries where event->>'type' = 'accepted' and account_id = $1"
LEFT = "select count(*) from messages where account_id = $1 and state in ('QUEUED', 'SENDING')"


@dataclass
class Machine:
    server: Server
    network: Cuttable

    @property
    def owner(self) -> str:
        return (self.server.data / "owner").read_text()

    def send(self, number: signal.Signals) -> None:
        assert self.server.process is not None
        os.kill(self.server.process.pid, number)


@dataclass
class Pair:
    """Two machines of one shop, and a number that one of them serves."""

    eye: "asyncpg.Connection[asyncpg.Record]"
    holder: Machine
    other: Machine
    number: Number  # asked through the other one
    account: int

    async def holds(self, machine: Machine) -> bool:
        return bool(await self.eye.fetchval(OWNER, self.account) == machine.owner)

    async def accepted(self) -> list[dict[str, Any]]:
        return [orjson.loads(row["event"]) for row in await self.eye.fetch(ACCEPTED, self.account)]


async def until(is_so: Callable[[], Awaitable[bool]], seconds: float = TAKEOVER_SECONDS) -> None:
    async with asyncio.timeout(seconds):
        while not await is_so():  # noqa: ASYNC110 - another process does it, and rings no bell here
            await asyncio.sleep(0.1)


@asynccontextmanager
async def machine(
    name: str, folder: Path, postgres: EmbeddedPostgres, database: str, whatsapp: FakeWhatsApp | None = None
) -> AsyncIterator[Machine]:
    """`whatsapp`: what it takes for the real one."""
    address = dict(parse_qsl(urlsplit(postgres.dsn()).query))
    socket = Path(address["host"]) / f".s.PGSQL.{address['port']}"
    network = Cuttable(str(socket))
    async with network.open():
        url = f"postgres://postgres@127.0.0.1:{network.port}/{database}"
        server = Server(folder / name, environment={"DATABASE_URL": url, **SECRETS})
        if whatsapp is not None:
            server.below = ("-m", "tests.fake_whatsapp.patched")
            server.environment |= whatsapp.environment()
        await asyncio.to_thread(server.start)
        try:
            yield Machine(server, network)
        finally:
            if server.process is not None:
                server.process.send_signal(signal.SIGCONT)
                await asyncio.to_thread(server.kill)
            shutil.rmtree(session_folder(server.data, url), ignore_errors=True)


@pytest.fixture
async def pair(postgres: EmbeddedPostgres, database_url: str, tmp_path: Path) -> AsyncIterator[Pair]:
    database = urlsplit(database_url).path.strip("/")
    eye = await asyncpg.connect(database_url)
    try:
        async with machine("first", tmp_path, postgres, database) as first:
            # Made beside our own loop, which carries what it says to the database.
            key = await asyncio.to_thread(lambda: first.server.key)
            async with machine("second", tmp_path, postgres, database) as second, first.server.api(key) as api:
                await Shopkeeper(api).change("settingsChange", **QUICK)
                async with linked_number(api) as number:
                    account_id = number.id
                account = await eye.fetchval("select max(id) from whatsapp_accounts")
                is_first = await eye.fetchval(OWNER, account) == first.owner
                holder, other = (first, second) if is_first else (second, first)
                async with other.server.api(key) as others, watching(others, account_id) as number:
                    yield Pair(eye, holder, other, number, account)
                assert await asyncio.to_thread(other.server.stop) == 0
    finally:
        await eye.close()


@asynccontextmanager
async def watching(api: Any, account_id: str) -> AsyncIterator[Number]:
    keeper = Shopkeeper(api, is_patient=True)
    cursor = str((await first_look(keeper, account_id))["cursor"])
    watch = Watch(keeper, account_id, dict.fromkeys(documents.STREAMS, cursor))
    following = asyncio.create_task(watch.run())
    try:
        yield Number(api, account_id, watch, is_patient=True)
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


async def write(customers: list[Customer]) -> None:
    for customer in customers:
        await customer.says("Salam")


async def everybody_was_answered_once(pair: Pair, customers: list[Customer]) -> None:
    async def is_quiet() -> bool:
        answered = await pair.eye.fetchval(
            "select count(distinct customer_id) from messages where account_id = $1 and direction = 'OUTBOUND'",
            pair.account,
        )
        return bool(answered == len(customers) and await pair.eye.fetchval(LEFT, pair.account) == 0)

    await until(is_quiet)
    messages = await pair.number.messages()
    for direction in ("INBOUND", "OUTBOUND"):
        told = Counter(message["customer"]["lid"] for message in messages if message["direction"] == direction)
        assert told == Counter(customer.lid for customer in customers)
    given = Counter(event["chat"] for event in await pair.accepted())
    assert max(given.values()) == 1
    for message in messages:
        if message["direction"] == "OUTBOUND" and message["state"] != "AMBIGUOUS":
            assert given[message["customer"]["lid"]] == 1
    # What was cut off between call and answer is one message at most: a lane sends one after another.
    assert sum(message["state"] == "AMBIGUOUS" for message in messages) <= 1


async def some_are_answered(pair: Pair) -> None:
    async def is_under_way() -> bool:
        return len(await pair.accepted()) >= 3

    await until(is_under_way)


@pytest.mark.timeout(240)
async def test_a_number_of_a_server_that_is_killed_is_served_by_the_other(pair: Pair) -> None:
    customers = [pair.number.customer() for _ in range(CUSTOMERS)]
    async with asyncio.TaskGroup() as group:
        group.create_task(write(customers))
        await some_are_answered(pair)
        await asyncio.to_thread(pair.holder.server.kill)

    await until(lambda: pair.holds(pair.other))

    await everybody_was_answered_once(pair, customers)


@pytest.mark.timeout(240)
async def test_a_server_that_was_stopped_sends_nothing_when_it_goes_on(pair: Pair) -> None:
    customers = [pair.number.customer() for _ in range(CUSTOMERS)]
    async with asyncio.TaskGroup() as group:
        group.create_task(write(customers[:-2]))
        await some_are_answered(pair)
        pair.holder.send(signal.SIGSTOP)
    await until(lambda: pair.holds(pair.other))
    given = Counter(event["chat"] for event in await pair.accepted())
    pair.holder.send(signal.SIGCONT)

    await write(customers[-2:])
    await everybody_was_answered_once(pair, customers)

    assert set(given.values()) == {1}
    assert await pair.holds(pair.other)

    await asyncio.to_thread(pair.holder.server.wait_until_ready)


@pytest.mark.timeout(240)
async def test_a_server_that_was_cut_off_from_the_database_leaves_the_number_alone_afterwards(pair: Pair) -> None:
    customers = [pair.number.customer() for _ in range(CUSTOMERS)]
    async with asyncio.TaskGroup() as group:
        group.create_task(write(customers[:-2]))
        await some_are_answered(pair)
        pair.holder.network.cut()
    await until(lambda: pair.holds(pair.other))
    # What was on its way when the line was cut arrives only now.
    pair.holder.network.mend()

    await write(customers[-2:])
    await everybody_was_answered_once(pair, customers)

    assert await pair.holds(pair.other)
    await asyncio.to_thread(pair.holder.server.wait_until_ready)
