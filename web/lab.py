"""The conversation lab, put together: the shop's own rules once more, over a database that tells nobody."""

from collections.abc import Sequence

from tortoise.backends.base.client import BaseDBAsyncClient

from core.assistant.ai_assistant import AiAssistant
from core.assistant.chronicle import Chronicles
from core.assistant.facts import Facts
from core.assistant.menu import BuiltInAssistant
from core.assistant.turn import Salesperson
from core.conversations import Conversations
from core.customers import Customers
from core.database import Database
from core.drafts import Drafts
from core.engine.inbox import Inbox
from core.engine.lab import Lab, LabSettings
from core.engine.media_fetcher import MediaFetcher
from core.engine.turns import Turns
from core.jobs.queue import Job
from core.orders import Orders
from core.shop import Shop


class _NoJobs:
    async def defer(self, connection: BaseDBAsyncClient, jobs: Sequence[Job]) -> None:
        """Nothing that happens in the lab is gone on with."""


def lab_of(shop: Shop) -> Lab:
    database = Database(_NoJobs(), is_heard=False)
    settings = LabSettings(database)
    customers = Customers(database)
    conversations = Conversations(database, settings)
    drafts = Drafts(database, settings)
    orders = Orders(database, settings, drafts, conversations, shop.knowledge)
    salesperson = Salesperson(
        database,
        customers,
        conversations,
        drafts,
        orders,
        shop.payments,
        Facts(database, settings, shop.catalog, drafts, shop.payments, shop.knowledge),
        AiAssistant(shop.router, Chronicles(database), shop.prompts, settings),
        built_in=BuiltInAssistant(),
    )
    return Lab(
        shop.scenarios,
        database,
        shop.router,
        Inbox(database, settings, customers, conversations),
        Turns(database, settings, customers, conversations, salesperson),
        MediaFetcher(database, shop.media_files),
        orders,
    )
