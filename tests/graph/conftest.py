"""The whole shop behind the schema, and somebody to ask it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.accounts import Accounts
from core.auth import Auth
from core.catalog import Catalog
from core.conversations import Conversations
from core.customers import Customers
from core.database import Database, open_connection
from core.drafts import Drafts
from core.events.feed import Feed
from core.integrations import ApiKeys
from core.knowledge import Knowledge
from core.media.local_store import LocalStore
from core.media_files import MediaFiles, MediaLinks
from core.orders import Orders
from core.payments import Payments
from core.settings import Settings
from core.shop import Shop
from core.uploads import Uploads
from core.whatsapp.simulator import SimulatedNetwork
from tests.graph.asking import Asker


@pytest.fixture
async def shop(database: Database, database_url: str, data_folder: Path) -> AsyncIterator[Shop]:
    """Its feed runs; nothing else does."""
    settings = Settings(database)
    conversations = Conversations(database, settings)
    drafts = Drafts(database, settings)
    knowledge = Knowledge(database)
    media_files = MediaFiles(database, LocalStore(data_folder / "media"))
    feed = Feed(lambda: open_connection(database_url))
    shop = Shop(
        database=database,
        settings=settings,
        feed=feed,
        auth=Auth(database, "only for tests, and long enough for a secret"),
        api_keys=ApiKeys(database),
        accounts=Accounts(database),
        simulator=SimulatedNetwork(database, media_files),
        catalog=Catalog(database),
        customers=Customers(database),
        conversations=conversations,
        drafts=drafts,
        orders=Orders(database, settings, drafts, conversations, knowledge),
        payments=Payments(database),
        knowledge=knowledge,
        media_files=media_files,
        media_links=MediaLinks(b"only for tests, and long enough for a secret"),
        uploads=Uploads(database, media_files),
    )
    running = asyncio.create_task(feed.run())
    yield shop
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
def asker(shop: Shop) -> Asker:
    """Somebody who may do everything."""
    return Asker(shop)
