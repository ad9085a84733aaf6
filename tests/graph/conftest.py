"""The whole shop behind the schema, and somebody to ask it."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from core.database import Database
from core.shop import Shop
from tests.graph.asking import Asker
from web.assembly import shop_of
from web.settings import Environment


@pytest.fixture
async def shop(database: Database, database_url: str, environment: Environment) -> AsyncIterator[Shop]:
    """Its feed runs; nothing else does."""
    shop = shop_of(environment, database_url)
    running = asyncio.create_task(shop.feed.run())
    yield shop
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
def asker(shop: Shop) -> Asker:
    """Somebody who may do everything."""
    return Asker(shop)
