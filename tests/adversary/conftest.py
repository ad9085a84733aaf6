"""A shop whose assistant is whatever model the test puts behind the provider port."""

from pathlib import Path

import pytest

from core.assistant.facts import Facts
from core.assistant.menu import BuiltInAssistant
from core.assistant.turn import Salesperson
from core.catalog import Catalog
from core.database import Database
from core.engine.turns import Turns
from core.knowledge import Knowledge
from core.payments import Payments
from tests.adversary.stage import Cast
from tests.chats import Chats


@pytest.fixture
def cast(database: Database) -> Cast:
    return Cast(database)


@pytest.fixture
async def chats(database: Database, data_folder: Path, cast: Cast) -> Chats:
    chats = await Chats.begin(database, data_folder)
    payments, knowledge = Payments(database), Knowledge(database)
    salesperson = Salesperson(
        database,
        chats.customers,
        chats.conversations,
        chats.drafts,
        chats.orders,
        payments,
        Facts(database, chats.settings, Catalog(database), chats.drafts, payments, knowledge),
        cast.assistant,
        built_in=BuiltInAssistant(),
    )
    chats.turns = Turns(database, chats.settings, chats.customers, chats.conversations, salesperson)
    return chats
