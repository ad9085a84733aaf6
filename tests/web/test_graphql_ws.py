"""GraphQL over WebSocket: the protocol kept, its breach answered with a code, and sockets that end with their right."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin, Subprotocol

from core import clock
from core.audit import PROGRAM
from core.integrations import ApiKeyChanges
from core.shop import Shop
from core.staff import By
from models.events import EventRow
from models.staff import Staff
from tests.web.conftest import PASSWORD
from tests.web.doors import Ticker, served, small_schema
from web import graphql_ws
from web.settings import Environment

PROTOCOL = Subprotocol("graphql-transport-ws")
TICKS = {"query": "subscription { ticks }"}


class Socket:
    """A client that speaks the protocol, or breaks it."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    async def say(self, message: object) -> None:
        await self.connection.send(message if isinstance(message, str | bytes) else json.dumps(message))

    async def hear(self) -> dict[str, Any]:
        async with asyncio.timeout(10):
            message: dict[str, Any] = json.loads(await self.connection.recv())
            return message

    async def init(self, key: str | None = None) -> None:
        payload = {"authorization": f"Bearer {key}"} if key else None
        await self.say({"type": "connection_init", "payload": payload})
        assert await self.hear() == {"type": "connection_ack"}

    async def ask(self, query: str, *, identity: str = "1") -> dict[str, Any]:
        """The whole answer of a query or a mutation."""
        await self.say({"type": "subscribe", "id": identity, "payload": {"query": query}})
        answer = await self.hear()
        if answer["type"] == "next":
            assert await self.hear() == {"type": "complete", "id": identity}
        return answer

    async def closed(self) -> tuple[int, str]:
        """The code and the reason, whatever still comes before."""
        async with asyncio.timeout(10):
            try:
                while True:
                    await self.connection.recv()
            except ConnectionClosed:
                return self.connection.close_code or 0, self.connection.close_reason or ""


@pytest.fixture
async def address(shop: Shop, ticker: Ticker, environment: Environment) -> AsyncIterator[str]:
    async with served(small_schema(ticker), shop, environment) as address:
        yield address


@asynccontextmanager
async def opened(address: str, **how: Any) -> AsyncIterator[Socket]:
    async with connect(address, subprotocols=[PROTOCOL], proxy=None, **how) as connection:
        yield Socket(connection)


@asynccontextmanager
async def acknowledged(address: str, key: str) -> AsyncIterator[Socket]:
    async with opened(address) as socket:
        await socket.init(key)
        yield socket


async def cookie(shop: Shop) -> tuple[str, int]:
    """What a signed-in browser sends, and its session."""
    signed_in = await shop.auth.sign_in("omar@shop.example", PASSWORD, address="127.0.0.1", user_agent="Test")
    return f"parley-access={signed_in.access_token}", signed_in.session.id


def own_origin(address: str) -> Origin:
    return Origin(address.replace("ws:", "http:").removesuffix("/graphql"))


async def test_a_key_opens_queries_mutations_and_subscriptions(address: str, key: str, ticker: Ticker) -> None:
    async with acknowledged(address, key) as socket:
        query = await socket.ask("{ hello who }")
        await socket.say({"type": "subscribe", "id": "s", "payload": TICKS})
        await ticker.came.wait()
        ticker.tell(7)
        event = await socket.hear()
        await socket.say({"type": "complete", "id": "s"})
        await asyncio.wait_for(ticker.left.wait(), 10)
        mutation = await socket.ask("mutation { add(n: 1) }")

    assert query["payload"]["data"] == {"hello": "Hello you", "who": "api_key:1"}
    assert event == {"type": "next", "id": "s", "payload": {"data": {"ticks": 7}}}
    assert mutation["payload"]["data"] == {"add": 1}


async def test_who_goes_away_leaves_nothing_running(address: str, key: str, ticker: Ticker) -> None:
    async with acknowledged(address, key) as socket:
        await socket.say({"type": "subscribe", "id": "s", "payload": TICKS})
        await ticker.came.wait()

    await asyncio.wait_for(ticker.left.wait(), 10)
    assert ticker.followers == []


BREACHES: list[tuple[object, tuple[int, str]]] = [
    ("not json", (4400, "WebSocket message must be valid JSON")),
    (b"{}", (4400, "WebSocket message type must be text")),
    ("null", (4400, "A message must be an object with a type")),
    ("[]", (4400, "A message must be an object with a type")),
    ("1", (4400, "A message must be an object with a type")),
    ('"\\ud800"', (4400, "WebSocket message must be valid JSON")),
    ("[" * 20_000, (4400, "WebSocket message must be valid JSON")),
    ({"type": 1}, (4400, "A message must be an object with a type")),
    ({"type": "nonsense"}, (4400, "Unknown message type: nonsense")),
    ({"type": "x" * 5000}, (4400, "Unknown message type: " + "x" * 101)),
    ({"type": "ü" * 5000}, (4400, "Unknown message type: " + "ü" * 50)),
    ({"type": "connection_init", "payload": []}, (4400, "The payload must be an object")),
    ({"type": "connection_init"}, (4429, "Too many initialisation requests")),
    ({"type": "ping", "payload": 1}, (4400, "The payload must be an object")),
    ({"type": "subscribe", "payload": TICKS}, (4400, "The id must be a text of 1 to 128 characters")),
    ({"type": "subscribe", "id": 1, "payload": TICKS}, (4400, "The id must be a text of 1 to 128 characters")),
    ({"type": "subscribe", "id": {}, "payload": TICKS}, (4400, "The id must be a text of 1 to 128 characters")),
    ({"type": "subscribe", "id": "", "payload": TICKS}, (4400, "The id must be a text of 1 to 128 characters")),
    (
        {"type": "subscribe", "id": "x" * 129, "payload": TICKS},
        (4400, "The id must be a text of 1 to 128 characters"),
    ),
    ({"type": "subscribe", "id": "1"}, (4400, "The payload must be an object with a query")),
    ({"type": "subscribe", "id": "1", "payload": None}, (4400, "The payload must be an object with a query")),
    ({"type": "subscribe", "id": "1", "payload": "x"}, (4400, "The payload must be an object with a query")),
    ({"type": "subscribe", "id": "1", "payload": {}}, (4400, "The payload must be an object with a query")),
    (
        {"type": "subscribe", "id": "1", "payload": {"query": "{ hello }", "variables": []}},
        (4400, "variables is of the wrong kind"),
    ),
    (
        {"type": "subscribe", "id": "1", "payload": {"query": "{ hello }", "operationName": 1}},
        (4400, "operationName is of the wrong kind"),
    ),
    ({"type": "complete", "id": 7}, (4400, "The id must be a text of 1 to 128 characters")),
]


async def test_a_breach_of_the_protocol_closes_with_a_code_and_never_breaks(address: str, key: str) -> None:
    for message, closed in BREACHES:
        async with acknowledged(address, key) as socket:
            await socket.say(message)

            assert await socket.closed() == closed, str(message)[:80]


async def test_a_frame_beyond_the_limit_closes_the_socket(address: str, key: str) -> None:
    async with acknowledged(address, key) as socket:
        await socket.say({"type": "ping", "payload": {"a": "x" * 70_000}})

        assert (await socket.closed())[0] == 1009


async def test_what_the_protocol_allows_is_answered(address: str, key: str) -> None:
    async with acknowledged(address, key) as socket:
        await socket.say({"type": "ping", "payload": {"a": 1}})
        assert await socket.hear() == {"type": "pong"}
        await socket.say({"type": "pong"})
        await socket.say({"type": "complete", "id": "nobody"})
        assert (await socket.ask("{ hello }"))["payload"]["data"] == {"hello": "Hello you"}


async def test_another_protocol_is_not_spoken(address: str) -> None:
    async with connect(address, subprotocols=[Subprotocol("graphql-ws")], proxy=None) as connection:
        assert (await Socket(connection).closed())[0] == 4406


async def test_an_error_ends_the_operation_and_not_the_socket(address: str, key: str) -> None:
    async with acknowledged(address, key) as socket:
        syntax = await socket.ask("{")
        validation = await socket.ask("{ nothing }")
        nameless = await socket.ask("query A { hello } query B { hello }")
        nothing = await socket.ask("")
        fragment = await socket.ask("fragment F on Query { hello }")
        fault = await socket.ask("{ broken }")
        fine = await socket.ask("{ hello }")

    for answer, code in (
        (syntax, "GRAPHQL_PARSE_FAILED"),
        (validation, "GRAPHQL_VALIDATION_FAILED"),
        (nameless, "BAD_REQUEST"),
        (nothing, "BAD_REQUEST"),
        (fragment, "BAD_REQUEST"),
    ):
        assert (answer["type"], answer["id"]) == ("error", "1")
        assert [error["extensions"]["code"] for error in answer["payload"]] == [code]
    assert [error["extensions"]["code"] for error in fault["payload"]["errors"]] == ["INTERNAL"]
    assert "inside of the program" not in json.dumps(fault)
    assert fine["payload"]["data"] == {"hello": "Hello you"}


async def test_a_subscription_that_fails_says_so_and_ends(address: str, key: str) -> None:
    async with acknowledged(address, key) as socket:
        await socket.say({"type": "subscribe", "id": "f", "payload": {"query": "subscription { failing }"}})
        first, second, third = await socket.hear(), await socket.hear(), await socket.hear()

        assert first["payload"]["data"] == {"failing": 1}
        assert [error["extensions"]["code"] for error in second["payload"]["errors"]] == ["INTERNAL"]
        assert "inside of the program" not in json.dumps(second)
        assert third == {"type": "complete", "id": "f"}
        assert (await socket.ask("{ hello }"))["type"] == "next"


async def test_each_operation_has_a_context_of_its_own(address: str, key: str) -> None:
    async with acknowledged(address, key) as socket:
        one = await socket.ask("{ context }")
        other = await socket.ask("{ context }")

    assert one["payload"]["data"]["context"] != other["payload"]["data"]["context"]


async def test_the_same_id_twice_at_once_is_refused(address: str, key: str, ticker: Ticker) -> None:
    async with acknowledged(address, key) as socket:
        await socket.say({"type": "subscribe", "id": "s", "payload": TICKS})
        await ticker.came.wait()
        await socket.say({"type": "subscribe", "id": "s", "payload": TICKS})

        assert (await socket.closed())[0] == 4409


async def test_a_socket_holds_a_limited_number_of_operations(
    address: str, key: str, ticker: Ticker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphql_ws, "OPERATIONS", 1)
    async with acknowledged(address, key) as socket:
        await socket.say({"type": "subscribe", "id": "s", "payload": TICKS})
        await ticker.came.wait()
        refused = await socket.ask("{ hello }", identity="t")
        ticker.tell(1)

        assert (refused["type"], refused["id"]) == ("error", "t")
        assert refused["payload"][0]["extensions"]["code"] == "RATE_LIMITED"
        assert (await socket.hear())["payload"]["data"] == {"ticks": 1}


async def test_a_caller_holds_a_limited_number_of_sockets(
    address: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphql_ws, "SOCKETS", dict.fromkeys(graphql_ws.SOCKETS, 1))
    async with acknowledged(address, key) as first, opened(address) as second:
        await second.say({"type": "connection_init", "payload": {"authorization": f"Bearer {key}"}})
        assert await second.closed() == (4429, "Too many connections of one caller.")
        assert (await first.ask("{ hello }"))["type"] == "next"


async def test_a_flood_of_messages_closes_the_socket(address: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphql_ws, "MESSAGES_AT_ONCE", 5)
    monkeypatch.setattr(graphql_ws, "MESSAGES_A_SECOND", 0)
    async with acknowledged(address, key) as socket:
        for _ in range(5):
            await socket.say({"type": "pong"})

        assert await socket.closed() == (4429, "Too many messages.")


async def test_who_does_not_say_who_they_are_is_sent_away(address: str) -> None:
    refused: list[tuple[object, str]] = [
        (None, "Sign in first."),
        ({}, "Sign in first."),
        ({"authorization": "Bearer parley_" + "A" * 43}, "The API key is not valid."),
        ({"authorization": "nonsense"}, "Give the key as “Bearer KEY”."),
        ({"authorization": 7}, "Give the key as “Bearer KEY”."),
        ({"authorization": None}, "Give the key as “Bearer KEY”."),
    ]
    for payload, reason in refused:
        async with opened(address) as socket:
            await socket.say({"type": "connection_init", "payload": payload})

            assert await socket.closed() == (4403, reason)


async def test_nothing_is_answered_before_the_first_message(address: str) -> None:
    async with opened(address) as socket:
        await socket.say({"type": "subscribe", "id": "1", "payload": {"query": "{ hello }"}})

        assert (await socket.closed())[0] == 4401


async def test_a_browser_brings_its_cookies_and_its_origin(address: str, shop: Shop, owner: Staff) -> None:
    cookies, _ = await cookie(shop)
    headers = {"cookie": cookies}

    async with opened(address, additional_headers=headers, origin=own_origin(address)) as socket:
        await socket.init()
        assert (await socket.ask("{ who }"))["payload"]["data"] == {"who": f"staff:{owner.id}"}
    async with opened(address, additional_headers=headers) as without_origin:
        await without_origin.say({"type": "connection_init"})
        assert await without_origin.closed() == (4403, "Sign in first.")
    async with opened(address, additional_headers=headers, origin=Origin("https://partner.example")) as partner:
        await partner.say({"type": "connection_init"})
        assert await partner.closed() == (4403, "Sign in first.")
    with pytest.raises(InvalidStatus, match="403"):
        await connect(
            address,
            subprotocols=[PROTOCOL],
            proxy=None,
            additional_headers=headers,
            origin=Origin("https://evil.example"),
        )


@pytest.mark.usefixtures("owner")
async def test_a_key_counts_more_than_the_cookies_a_browser_cannot_leave_at_home(
    address: str, shop: Shop, key: str
) -> None:
    cookies, _ = await cookie(shop)

    async with opened(address, additional_headers={"cookie": cookies}, origin=own_origin(address)) as socket:
        await socket.init(key)
        assert (await socket.ask("{ who }"))["payload"]["data"] == {"who": "api_key:1"}


async def test_a_page_of_a_listed_origin_may_bring_a_key(address: str, key: str) -> None:
    async with opened(address, origin=Origin("https://partner.example")) as socket:
        await socket.init(key)


async def test_signing_out_closes_the_sockets_of_that_session_alone(
    address: str, shop: Shop, owner: Staff, ticker: Ticker
) -> None:
    ending, session_id = await cookie(shop)
    staying, _ = await cookie(shop)
    origin = own_origin(address)
    async with (
        opened(address, additional_headers={"cookie": ending}, origin=origin) as first,
        opened(address, additional_headers={"cookie": staying}, origin=origin) as second,
    ):
        await first.init()
        await second.init()
        await first.say({"type": "subscribe", "id": "s", "payload": TICKS})
        await ticker.came.wait()

        await shop.auth.sign_out(session_id)

        assert await first.closed() == (4403, "The session or key has ended.")
        await asyncio.wait_for(ticker.left.wait(), 10)
        assert (await second.ask("{ who }"))["payload"]["data"] == {"who": f"staff:{owner.id}"}


async def test_a_colleague_s_sockets_close_when_their_second_factor_is_reset(
    address: str, shop: Shop, owner: Staff
) -> None:
    cookies, _ = await cookie(shop)
    await Staff.filter(id=owner.id).update(totp_enabled_at=clock.now())
    async with opened(address, additional_headers={"cookie": cookies}, origin=own_origin(address)) as socket:
        await socket.init()

        await shop.staff.reset_second_factor(owner.id, By(PROGRAM, manages_owners=True))

        assert await socket.closed() == (4403, "The session or key has ended.")


async def test_revoking_a_key_closes_its_sockets(address: str, shop: Shop, key: str) -> None:
    other = (await shop.api_keys.create("Other", ["*"], PROGRAM))[1]
    async with acknowledged(address, key) as ended, acknowledged(address, other) as stays:
        await shop.api_keys.revoke((await shop.api_keys.authenticate(key)).id, PROGRAM)

        assert await ended.closed() == (4403, "The session or key has ended.")
        assert (await stays.ask("{ hello }"))["type"] == "next"


async def test_a_key_with_another_expiry_lets_its_sockets_come_back(address: str, shop: Shop, key: str) -> None:
    row = await shop.api_keys.authenticate(key)
    async with acknowledged(address, key) as socket:
        await shop.api_keys.update(row.id, ApiKeyChanges(name="Renamed"), PROGRAM)
        stays = await socket.ask("{ hello }")
        await shop.api_keys.update(row.id, ApiKeyChanges(expires_at=clock.now() + timedelta(hours=1)), PROGRAM)

        assert stays["type"] == "next"
        assert await socket.closed() == (1012, "The key has another expiry; come back.")
    async with acknowledged(address, key) as socket:
        assert (await socket.ask("{ hello }"))["type"] == "next"


async def test_a_socket_ends_when_its_key_expires(address: str, shop: Shop) -> None:
    soon = clock.now() + timedelta(seconds=0.5)
    _, key = await shop.api_keys.create("Short", ["*"], PROGRAM, expires_at=soon)

    async with acknowledged(address, key) as socket:
        assert await socket.closed() == (4403, "The session or key has expired.")
    assert clock.now() >= soon


async def test_when_revocations_may_have_been_missed_every_socket_starts_anew(
    address: str, key: str, shop: Shop
) -> None:
    async with acknowledged(address, key) as socket:
        for subscription in tuple(shop.feed._subscriptions):
            subscription.lose("The log was restored from a backup.")

        assert await socket.closed() == (1012, "Come back and say who you are.")
    assert await EventRow.filter(type__in=["session.revoked", "api_key.revoked"]).count() == 0
