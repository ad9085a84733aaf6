"""Turns through the public API: a customer's message goes in, the shop's reply comes out of the subscription."""

import asyncio
import time

from tests.journeys.chat import linked_number
from tests.journeys.server import Server


async def turn_milliseconds(server: Server, times: int) -> list[float]:
    """From the network's acceptance of a message to the news of the reply, one customer after another."""
    async with server.api() as api, linked_number(api) as number:
        await number.change("settingsChange", quietSeconds=0, longestWaitSeconds=0)
        taken = []
        for _ in range(times):
            customer = number.customer()
            began = time.perf_counter()
            await customer.says("hello")
            await customer.hears()
            taken.append((time.perf_counter() - began) * 1000)
        return taken


async def turns_per_second(server: Server, customers: int) -> float:
    """That many customers write at once; the clock runs from their first message to the last reply."""
    async with server.api() as api, linked_number(api) as number:
        people = [number.customer() for _ in range(customers)]
        began = time.perf_counter()
        await asyncio.gather(*(person.says("hello") for person in people))
        for person in people:
            await person.hears()
        return customers / (time.perf_counter() - began)
