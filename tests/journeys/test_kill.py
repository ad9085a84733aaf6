"""`kill -9` in the middle of a sale: after the next start nothing is lost, and nothing happened twice."""

import asyncio
import random
import re
from collections import Counter
from dataclasses import dataclass
from uuid import uuid4

import pytest

from tests.journeys.chat import Customer, Number, linked_number
from tests.journeys.sale import TONGUES, YES, steps
from tests.journeys.server import Server
from tests.pictures import png

TEXTS = (TONGUES["en"].hello, TONGUES["en"].browse, "1", "1", YES, YES)
# What a sale adds to the chat: an answer to each text and to the picture, and the news that it is paid.
MESSAGES_OF_SALE = 2 * (len(TEXTS) + 1) + 1
# One step of it takes about so long.
STEP_SECONDS = 0.15
BOUGHT_AND_PAID = [
    ("CUSTOMER", None, "PENDING"),
    ("CUSTOMER", "PENDING", "PAYMENT_SUBMITTED"),
    ("API_KEY", "PAYMENT_SUBMITTED", "PAID"),
]


async def sell(customer: Customer) -> None:
    """From hello to PAID. Every request is repeated until it is answered, under the same key."""
    for text in TEXTS:
        await customer.asks(text)
    await customer.sends(png(), "image/png")
    await customer.hears()
    await customer.number.approve(await customer.order("PAYMENT_SUBMITTED"))
    await customer.hears()
    await customer.order("PAID")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of a sale: so many messages are in the chat, and a little later."""

    messages: int
    seconds: float

    @classmethod
    def within(cls, start: float, end: float, dice: random.Random) -> "Moment":
        """A random one of the part of the sale from `start` to `end`, both from 0 to 1."""
        place, seconds = divmod(dice.uniform(start, end) * MESSAGES_OF_SALE, 1)
        return cls(int(place), seconds * STEP_SECONDS)

    async def comes(self, number: Number) -> None:
        if self.messages:
            seen = number.watch.seen["messageAdded"]
            await number.watch.until("messageAdded", lambda _: len(seen) >= self.messages)
        await asyncio.sleep(self.seconds)


async def kill_and_start(server: Server) -> None:
    server.kill()
    await asyncio.to_thread(server.start)


async def what_happened(number: Number, customer: Customer) -> list[tuple[str, str]]:
    """Who said what, with the order's own number left out."""
    messages = await customer.messages()
    return [(message["author"], re.sub(r"PX-\d+", "PX", message["text"])) for message in messages]


async def sell_undisturbed(server: Server) -> list[tuple[str, str]]:
    async with server.api() as api, linked_number(api) as number:
        customer = number.customer()
        await sell(customer)
        return await what_happened(number, customer)


@pytest.fixture(scope="module")
def undisturbed(one_mortal_server: Server) -> list[tuple[str, str]]:
    """How the sale goes when nothing happens to the server."""
    return asyncio.run(sell_undisturbed(one_mortal_server))


async def sell_and_kill(server: Server, undisturbed: list[tuple[str, str]], *moments: Moment) -> None:
    """A sale during which the server is killed at these moments."""
    async with server.api() as api, linked_number(api, is_patient=True) as number:
        customer = number.customer()
        linked = len(number.watch.seen["whatsappAccountChanged"])

        async with asyncio.TaskGroup() as group:
            group.create_task(sell(customer))
            for moment in moments:
                await moment.comes(number)
                await kill_and_start(server)

        # Nothing was lost, and nothing was said twice.
        assert await what_happened(number, customer) == undisturbed
        [order] = await number.orders()
        assert (order["status"], order["total"]) == ("PAID", {"amount": "25000.00", "currency": "PKR"})
        assert steps(order) == BOUGHT_AND_PAID
        assert [proof["status"] for proof in order["proofs"]] == ["APPROVED"]
        # Each message of the customer was answered by one turn, each turn answered one message and said one thing.
        messages = await customer.messages()
        turns = Counter(message["turn"]["id"] for message in messages if message["direction"] == "INBOUND")
        replies = Counter(message["turn"]["id"] for message in messages if message["author"] == "ASSISTANT")
        assert turns == replies == Counter(dict.fromkeys(turns, 1))
        whatsapp_ids = [message["whatsappId"] for message in messages if message["whatsappId"]]
        assert len(whatsapp_ids) == len(set(whatsapp_ids))
        # A message that was cut off between call and answer is shown as such; every other one goes its way.
        for message in messages:
            if message["direction"] == "OUTBOUND" and message["state"] != "AMBIGUOUS":
                await number.state(message, "DELIVERED", "READ")
        # The phone was linked once.
        seen = number.watch.seen["whatsappAccountChanged"][linked:]
        assert all(event["account"]["qr"] is None for event in seen)
        await number.status("CONNECTED", start=len(number.watch.seen["whatsappAccountChanged"]) - 1)
        # What a dashboard followed live, over the cuts, is what the lists hold.
        live = [event["message"]["id"] for event in number.watch.seen["messageAdded"]]
        assert live == [message["id"] for message in messages]


@pytest.mark.parametrize("seed", range(5))
async def test_a_sale_survives_the_end_of_the_server(
    mortal_server: Server, undisturbed: list[tuple[str, str]], seed: int
) -> None:
    # One point in each fifth of the sale.
    moment = Moment.within(seed / 5, (seed + 1) / 5, random.Random(seed))

    await sell_and_kill(mortal_server, undisturbed, moment)


@pytest.mark.soak
@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(100, 160))
async def test_a_sale_survives_two_ends_at_any_points(
    mortal_server: Server, undisturbed: list[tuple[str, str]], seed: int
) -> None:
    dice = random.Random(seed)

    await sell_and_kill(mortal_server, undisturbed, Moment.within(0, 0.5, dice), Moment.within(0.5, 1, dice))


async def test_a_request_repeated_after_the_end_happens_once(mortal_server: Server) -> None:
    server = mortal_server
    async with server.api() as api, linked_number(api, is_patient=True) as number:
        customer = number.customer()
        for text in TEXTS:
            await customer.asks(text)
        await customer.sends(png(), "image/png")
        order = await customer.order("PAYMENT_SUBMITTED")
        key = uuid4().hex
        first = await number.approve(order, idempotencyKey=key)

        await kill_and_start(server)
        again = await number.approve(order, idempotencyKey=key)

        assert again == first
        assert steps((await customer.orders())[0]) == BOUGHT_AND_PAID
        assert len(await customer.said_by("PROGRAM")) == 1


async def test_an_orderly_stop_loses_nothing_either(mortal_server: Server, undisturbed: list[tuple[str, str]]) -> None:
    server = mortal_server
    async with server.api() as api, linked_number(api, is_patient=True) as number:
        customer = number.customer()
        async with asyncio.TaskGroup() as group:
            group.create_task(sell(customer))
            await Moment(7, 0.05).comes(number)
            assert await asyncio.to_thread(server.stop) == 0
            await asyncio.to_thread(server.start)

        assert await what_happened(number, customer) == undisturbed
        states = {message["state"] for message in await customer.messages() if message["direction"] == "OUTBOUND"}
        assert "AMBIGUOUS" not in states


@pytest.mark.timeout(240)
async def test_a_backlog_that_the_end_of_the_server_interrupts_arrives_whole(mortal_server: Server) -> None:
    server = mortal_server
    async with server.api() as api, linked_number(api, is_patient=True) as number:
        await number.line("HOLD")
        customers = [number.customer() for _ in range(8)]
        wrote = {customer.lid: [f"message {place}" for place in range(10)] for customer in customers}
        for place in range(10):
            for customer in customers:
                await customer.says(wrote[customer.lid][place])

        await number.line("RELEASE")
        await Moment(20, 0).comes(number)
        await kill_and_start(server)
        for customer in customers:
            await customer.hears()

        messages = await number.messages()
        inbound: dict[str, list[str]] = {customer.lid: [] for customer in customers}
        for message in messages:
            if message["direction"] == "INBOUND":
                inbound[message["customer"]["lid"]].append(message["text"])
        assert inbound == wrote
        replies = Counter(message["customer"]["lid"] for message in messages if message["author"] == "ASSISTANT")
        assert replies == Counter(customer.lid for customer in customers)
