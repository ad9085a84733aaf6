"""What is forgotten with time, and what is not."""

from datetime import timedelta
from pathlib import Path

import pytest
from tortoise.connection import get_connection

from core import clock
from core.audit import PROGRAM
from core.database import CONNECTION, Database
from core.errors import CursorExpiredError
from core.events import log
from core.events.event_types import CatalogChanged
from core.retention import ORPHANED_FOR, SERVED, Retention
from core.settings import Settings
from models.conversations import Conversation, ConversationStatus, Message
from models.integrations import IdempotentRequest
from models.media import MediaFile
from models.orders import Order, OrderStatus
from tests import pictures
from tests.sales import Sale


async def age(database: Database, table: str, days: int) -> None:
    await database.fetch(f"update {table} set created_at = created_at - make_interval(days => $1) returning id", [days])


async def texts() -> set[str]:
    return {message.text for message in await Message.all()}


async def test_old_events_are_forgotten_and_a_cursor_from_before_them_says_so(
    database: Database, data_folder: Path
) -> None:
    sale = await Sale.begin(database, data_folder)
    connection = get_connection(CONNECTION)
    start = await log.head(connection)
    async with database.unit_of_work() as work:
        work.append(CatalogChanged(1))
    await age(database, "events", 31)
    async with database.unit_of_work() as work:
        work.append(CatalogChanged(2))
    old = (await log.read(connection, start))[0].cursor

    await Retention(database, sale.settings, sale.media_files).run()

    with pytest.raises(CursorExpiredError):
        await log.read(connection, start)
    assert [event.payload["service_id"] for event in await log.read(connection, old)] == [2]


async def test_when_every_event_was_forgotten_the_head_is_still_a_place_to_follow_from(
    database: Database, data_folder: Path
) -> None:
    sale = await Sale.begin(database, data_folder)
    connection = get_connection(CONNECTION)
    async with database.unit_of_work() as work:
        work.append(CatalogChanged(1))
    await age(database, "events", 31)

    await Retention(database, sale.settings, sale.media_files).run()
    head = await log.head(connection)
    async with database.unit_of_work() as work:
        work.append(CatalogChanged(2))

    assert [event.payload["service_id"] for event in await log.read(connection, head)] == [2]


async def test_chats_are_kept_for_ever_unless_staff_wish_otherwise(database: Database, data_folder: Path) -> None:
    sale = await Sale.begin(database, data_folder)
    await sale.order_in(OrderStatus.PAID)
    await Message.all().update(text="kept", created_at=clock.now() - timedelta(days=4000))
    await Conversation.all().update(status=ConversationStatus.COMPLETED, closed_at=clock.now() - timedelta(days=3999))

    await Retention(database, sale.settings, sale.media_files).run()

    assert await texts() == {"kept"}


async def test_words_of_long_closed_chats_are_forgotten_and_proofs_and_orders_stay(
    database: Database, data_folder: Path
) -> None:
    sale = await Sale.begin(database, data_folder)
    order = await sale.order_in(OrderStatus.PAID)
    await Settings(database).change({"chat_days": 90}, PROGRAM)
    await Message.all().update(text="old words", created_at=clock.now() - timedelta(days=100))
    await Conversation.all().update(status=ConversationStatus.COMPLETED, closed_at=clock.now() - timedelta(days=95))
    await Conversation.all().update(summary="They wrote old words.", summary_until=1)

    await Retention(database, sale.settings, sale.media_files).run()

    assert await texts() == {""}
    assert [(chat.summary, chat.summary_until) for chat in await Conversation.all()] == [(None, None)]
    assert await MediaFile.filter(deleted_at=None).count() >= 1
    assert (await Order.get(id=order.id)).status is OrderStatus.PAID


async def test_words_of_a_chat_that_is_still_open_stay(database: Database, data_folder: Path) -> None:
    sale = await Sale.begin(database, data_folder)
    await sale.order_in(OrderStatus.PENDING)
    await Settings(database).change({"chat_days": 1}, PROGRAM)
    await Message.all().update(text="open", created_at=clock.now() - timedelta(days=100))

    await Retention(database, sale.settings, sale.media_files).run()

    assert await texts() == {"open"}


async def test_a_file_that_nothing_leads_to_is_deleted_after_a_week(database: Database, data_folder: Path) -> None:
    sale = await Sale.begin(database, data_folder)
    fresh = await sale.media_files.keep(pictures.receipt(1), file_name="fresh.png")
    old = await sale.media_files.keep(pictures.receipt(2), file_name="old.png")
    await MediaFile.filter(id=old.id).update(created_at=clock.now() - ORPHANED_FOR - timedelta(hours=1))

    await Retention(database, sale.settings, sale.media_files).run()

    assert (await MediaFile.get(id=old.id)).deleted_at is not None
    assert (await MediaFile.get(id=fresh.id)).deleted_at is None


async def test_a_served_row_goes_and_a_recent_one_stays(database: Database, data_folder: Path) -> None:
    sale = await Sale.begin(database, data_folder)
    for number, days in ((1, 8), (2, 6)):
        await IdempotentRequest.create(
            caller="staff:1",
            key=str(number),
            operation="orderCancel",
            request_hash=b"x",
            created_at=clock.now() - timedelta(days=days),
        )

    await Retention(database, sale.settings, sale.media_files).run()

    assert [row.key for row in await IdempotentRequest.all()] == ["2"]


async def test_every_named_table_and_column_exists(database: Database) -> None:
    for table, which, _ in SERVED:
        await database.fetch(f"select id from {table} where {which}", [clock.now()])
