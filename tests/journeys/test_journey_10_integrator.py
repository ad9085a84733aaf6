"""Journey 10: an integrator takes a snapshot, then follows events from a cursor, whatever happens to the line."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from core.embedded_postgres import EmbeddedPostgres
from tests.journeys.chat import CUT, REST, Shopkeeper, linked_number
from tests.journeys.conftest import make_quick
from tests.journeys.server import Api, ApiError, Server
from tests.journeys.test_kill import kill_and_start, sell
from tests.receivers import Receiver, answers, hangs_up, receiving

Event = dict[str, Any]

SCOPES = ["events:read", "orders:read", "conversations:read", "customers:read"]
TYPES = {"order.created", "order.changed", "conversation.changed", "message.added", "message.changed"}
# A socket is cut after so many events, at most.
LONGEST_LINE = 60
# The webhook rests for seconds after each failure, and an attempt that a kill cut off is repeated after more of them.
PATIENCE = 90.0

CURSOR = "{ eventCursor }"
SNAPSHOT = """query ($after: String) {
    %s(first: 100, after: $after) { nodes { id %s } pageInfo { hasNextPage endCursor } }
}"""
EVENTS = """subscription ($after: String!, $types: [String!]!) {
    events(after: $after, types: $types) { cursor type happenedAt payload }
}"""
SINCE = """query ($after: String!, $types: [String!]!) {
    eventsSince(after: $after, types: $types, first: 50) {
        events { cursor type happenedAt payload } nextCursor hasMore
    }
}"""
MAKE_KEY = """mutation ($scopes: [String!]!) {
    apiKeyCreate(input: {name: "Books", scopes: $scopes}) { ... on ApiKeyCreatePayload { key } }
}"""
MAKE_WEBHOOK = """mutation ($url: String!, $types: [String!]!) {
    webhookCreate(input: {name: "Books", url: $url, eventTypes: $types}) {
        ... on WebhookSecretPayload { secret webhook { id } }
        ... on Error { code message }
    }
}"""
PAUSE_AND_RESUME = """mutation ($id: ID!) {
    webhookPause(input: {id: $id}) { ... on WebhookPayload { webhook { state } } }
    webhookResume(input: {id: $id}) { ... on WebhookPayload { webhook { state } } }
}"""
DELIVERIES = """query ($id: ID!) {
    webhook(id: $id) { state failingSince deliveries(last: 100) { totalCount nodes { state attempts messageId } } }
    waiting: webhookDeliveries(filter: {webhookId: $id, state: WAITING}) { totalCount }
}"""


@pytest.fixture(scope="module")
def open_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own that may call this machine, and that a test may kill."""
    server = Server(tmp_path_factory.mktemp("integrator") / "data", environment={"WEBHOOK_ALLOW_PRIVATE": "1"})
    server.start()
    asyncio.run(make_quick(server))
    yield server
    if server.is_alive:
        server.stop()
    EmbeddedPostgres(server.data / "postgres").stop_if_abandoned()


async def everything(keeper: Shopkeeper, things: str, fields: str) -> list[Event]:
    """A whole list, page by page."""
    found: list[Event] = []
    after, has_more = None, True
    while has_more:
        page = (await keeper.ask(SNAPSHOT % (things, fields), after=after))[things]
        found += page["nodes"]
        after, has_more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    return found


@dataclass
class Books:
    """What an integrator knows of the shop: a snapshot, and then events alone."""

    orders: dict[str, str] = field(default_factory=dict)
    conversations: dict[str, tuple[str, str]] = field(default_factory=dict)
    messages: dict[str, str] = field(default_factory=dict)

    @classmethod
    async def snapshot(cls, keeper: Shopkeeper) -> "Books":
        return cls(
            {order["id"]: order["status"] for order in await everything(keeper, "orders", "status")},
            {
                chat["id"]: (chat["status"], chat["answeredBy"])
                for chat in await everything(keeper, "conversations", "status answeredBy")
            },
            {message["id"]: message["state"] for message in await everything(keeper, "messages", "state")},
        )

    def hear(self, event: Event) -> None:
        what = event["payload"]
        match event["type"]:
            case "order.created" | "order.changed":
                self.orders[what["orderId"]] = what["status"]
            case "conversation.changed":
                self.conversations[what["conversationId"]] = (what["status"], what["answeredBy"])
            case "message.added":
                first = "RECEIVED" if what["direction"] == "INBOUND" else "QUEUED"
                self.messages.setdefault(what["messageId"], first)
            case "message.changed":
                self.messages[what["messageId"]] = what["state"]
            case other:
                raise AssertionError(other)

    def hear_all(self, events: list[Event]) -> "Books":
        for event in events:
            self.hear(event)
        return self


@dataclass
class Follower:
    """Follows events over a socket that is cut again and again, and comes back with the last cursor it has."""

    api: Api
    cursor: str
    dice: random.Random
    heard: list[Event] = field(default_factory=list)
    cuts: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        while True:
            try:
                await self._one_line(self.dice.randint(1, LONGEST_LINE))
            except CUT:
                await asyncio.sleep(REST)
            self.cuts += 1

    async def _one_line(self, length: int) -> None:
        async with self.api.session() as session:
            following = session.subscribe(EVENTS, after=self.cursor, types=sorted(TYPES))
            async with aclosing(following) as events:
                async for told in events:
                    self.heard.append(told["events"])
                    self.cursor = told["events"]["cursor"]
                    self._news.set()
                    length -= 1
                    if not length:
                        return

    async def reaches(self, cursor: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while self.cursor != cursor:
                self._news.clear()
                await self._news.wait()


@asynccontextmanager
async def following(api: Api, cursor: str, dice: random.Random) -> AsyncIterator[Follower]:
    follower = Follower(api, cursor, dice)
    running = asyncio.create_task(follower.run())
    try:
        yield follower
        assert not running.done(), running.exception()
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def replay(keeper: Shopkeeper, cursor: str) -> list[Event]:
    """Everything after the cursor, page by page."""
    events: list[Event] = []
    while True:
        page = (await keeper.ask(SINCE, after=cursor, types=sorted(TYPES)))["eventsSince"]
        events += page["events"]
        cursor = page["nextCursor"]
        if not page["hasMore"]:
            return events


async def all_is_told(keeper: Shopkeeper, cursor: str) -> tuple[list[Event], Books]:
    """Everything after the cursor and the state that is polled, of a moment between which nothing happened."""
    async with asyncio.timeout(PATIENCE):
        replayed: list[Event] = []
        while True:
            replayed += await replay(keeper, replayed[-1]["cursor"] if replayed else cursor)
            polled = await Books.snapshot(keeper)
            is_quiet = not (set(polled.messages.values()) & {"QUEUED", "SENDING", "SENT"})
            if is_quiet and not await replay(keeper, replayed[-1]["cursor"]):
                return replayed, polled


async def nothing_waits(owner: Shopkeeper, webhook_id: str) -> Event:
    """The webhook, as soon as all its deliveries were delivered."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found = await owner.ask(DELIVERIES, id=webhook_id)
            if not found["waiting"]["totalCount"]:
                return dict(found["webhook"])
            await asyncio.sleep(REST)


def kept_by(receiver: Receiver) -> dict[str, Event]:
    """What the webhook was told, by cursor."""
    return {request.event["cursor"]: request.event for request in receiver.requests}


def seeds() -> list[Any]:
    return [10, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(11, 21))]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", seeds())
async def test_the_replay_equals_the_polled_state_whatever_happens_to_the_line(open_server: Server, seed: int) -> None:
    dice = random.Random(seed)
    async with receiving(answers(500), hangs_up, answers(200)) as receiver, open_server.api() as owner_api:
        owner = Shopkeeper(owner_api, is_patient=True)
        key = (await owner.ask(MAKE_KEY, scopes=SCOPES))["apiKeyCreate"]["key"]
        hook = (await owner.ask(MAKE_WEBHOOK, url=receiver.url, types=sorted(TYPES)))["webhookCreate"]
        async with (
            open_server.api(key) as api,
            linked_number(owner_api, is_patient=True) as number,
        ):
            keeper = Shopkeeper(api, is_patient=True)
            await sell(number.customer())

            cursor = (await keeper.ask(CURSOR))["eventCursor"]
            books = await Books.snapshot(keeper)
            async with following(api, cursor, dice) as follower:
                async with asyncio.TaskGroup() as group:
                    sales = [group.create_task(sell(number.customer(name=name))) for name in ("Bilal", "Sana")]
                    for _ in range(2):
                        await asyncio.sleep(dice.uniform(0.2, 1.5))
                        await kill_and_start(open_server)
                    await asyncio.gather(*sales)
                replayed, polled = await all_is_told(keeper, cursor)
                await follower.reaches(replayed[-1]["cursor"])

        # No gap, no repeat, the same order, over every cut.
        assert follower.heard == replayed
        assert len({event["cursor"] for event in replayed}) == len(replayed)
        assert {event["type"] for event in replayed} == TYPES
        assert follower.cuts > 2
        # Who heard the events knows what who looks knows.
        assert books.hear_all(replayed) == polled
        assert Counter(polled.orders.values())["PAID"] >= 3

        # The webhook was told each of them, under an id that never changed. What failed twice would wait for minutes.
        await owner.ask(PAUSE_AND_RESUME, id=hook["webhook"]["id"])
        wanted = {event["cursor"]: event["payload"] for event in replayed}
        await receiver.until(lambda: wanted.keys() <= kept_by(receiver).keys(), seconds=PATIENCE)
        told = kept_by(receiver)
        assert {cursor: told[cursor]["data"] for cursor in wanted} == wanted
        assert len({(request.id, request.event["cursor"]) for request in receiver.requests}) == len(told)
        assert len(receiver.counts()) == len(told)
        for request in receiver.requests[-50:]:
            request.verify(hook["secret"])
        webhook = await nothing_waits(owner, hook["webhook"]["id"])
        assert (webhook["state"], webhook["failingSince"]) == ("ACTIVE", None)
        assert {delivery["state"] for delivery in webhook["deliveries"]["nodes"]} == {"DELIVERED"}
        assert webhook["deliveries"]["totalCount"] == len(told)


async def test_a_key_hears_only_of_what_it_may_read(open_server: Server) -> None:
    async with open_server.api() as owner_api:
        made = (await Shopkeeper(owner_api).ask(MAKE_KEY, scopes=["events:read", "catalog:read"]))["apiKeyCreate"]
    async with open_server.api(made["key"]) as api:
        cursor = (await api.call(CURSOR))["eventCursor"]
        types = (await api.call("{ knownEventTypes }"))["knownEventTypes"]
        with pytest.raises(ApiError) as refused:
            await api.call(SINCE, after=cursor, types=["order.changed"])

    assert types == ["catalog.changed"]
    assert refused.value.codes == ["FORBIDDEN"]
