"""What we hold of one customer: handed over whole, or erased for good. Orders stay, as figures."""

import asyncio
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any

import orjson
import structlog

from core import audit
from core.audit import Actor
from core.customers import CustomerNotFoundError
from core.database import Database, UnitOfWork
from core.errors import ConflictError
from core.events.event_types import CustomerChanged
from core.jobs.queue import Job
from core.media.store import MediaStoreError
from core.media_files import MediaFiles, MediaNotFoundError
from models.customers import Customer

log = structlog.get_logger()

CHUNK = 64 * 1024
# An archive up to this size is made in memory, a larger one on disk.
IN_MEMORY = 8 * 2**20

_CHATS = "conversation_id in (select id from conversations where customer_id = $1)"
_ORDERS = "order_id in (select id from orders where customer_id = $1)"
_MEDIA = (
    "select media_id from messages where customer_id = $1 and media_id is not null "
    "union select media_id from payment_proofs where order_id in (select id from orders where customer_id = $1)"
)
_BLANK_REASON = "reason = case when reason = '' then '' else '(erased)' end"


@dataclass(frozen=True, slots=True)
class Held:
    """Rows of one customer in one table. `erase` is what is set to forget them; None: nothing in them is personal."""

    table: str
    which: str
    erase: str | None = None
    is_deleted: bool = False


# Every table that leads to a customer; a test fails when one is missing here.
HELD: tuple[Held, ...] = (
    Held(
        "early_amendments",
        "(account_id, chat) in (select account_id, chat from customers where $1 in (id, merged_into_id))",
        is_deleted=True,
    ),
    Held(
        "simulated_deliveries",
        "exists (select 1 from customers as person where $1 in (person.id, person.merged_into_id) "
        "and person.account_id = simulated_deliveries.account_id "
        "and strpos(simulated_deliveries.event::text, person.lid) > 0)",
        is_deleted=True,
    ),
    Held(
        "media_files",
        f"id in ({_MEDIA})",
        erase="file_name = '', sha256 = ''::bytea, perceptual_hash = null",
    ),
    Held(
        "ai_usage_logs",
        "turn_id in (select turns.id from turns join conversations on conversations.id = conversation_id "
        "where customer_id = $1)",
    ),
    Held("turns", _CHATS, erase="record = '{}'"),
    Held("drafts", _CHATS),
    Held("conversation_notes", _CHATS, erase="text = ''"),
    Held("order_notes", _ORDERS, erase="text = ''"),
    Held("order_actions", _ORDERS, erase=_BLANK_REASON),
    Held("payment_proofs", _ORDERS, erase=f"{_BLANK_REASON}, reading = null"),
    Held("refunds", _ORDERS, erase=_BLANK_REASON),
    Held(
        "messages",
        "customer_id = $1",
        erase="text = '', detail = '{}', whatsapp_id = null, quoted_whatsapp_id = null, failure = null, "
        "chat = 'erased:' || customer_id, media_id = null, media_reference = null, is_settled = true",
    ),
    Held("orders", "customer_id = $1"),
    Held("conversations", "customer_id = $1", erase="menu = '{}', tags = '[]', attention = null, summary = null"),
    Held(
        "customers",
        "$1 in (id, merged_into_id)",  # ids that turned out to be the same person's are erased with them
        erase="lid = 'erased:' || id, chat = 'erased:' || id, phone = null, profile_name = '', note = '', "
        "language = null, is_language_chosen = false, block_reason = null, tags = '[]', consented_at = null, "
        "consent_source = ''",
    ),
)


class CustomerHasOpenOrdersError(ConflictError):
    """Their news could reach nobody any more."""

    code = "CUSTOMER_HAS_OPEN_ORDERS"


class Privacy:
    def __init__(self, database: Database, media_files: MediaFiles) -> None:
        self._database = database
        self._media_files = media_files

    async def archive(self, customer_id: int) -> AsyncIterator[bytes]:
        """A ZIP with everything we hold: `customer.json`, one list of rows for each table, and the files.

        Raises CustomerNotFoundError.
        """
        if not await Customer.exists(id=customer_id):
            raise CustomerNotFoundError(customer_id)
        rows = {held.table: await self._rows(held, customer_id) for held in HELD}
        with SpooledTemporaryFile(max_size=IN_MEMORY) as file:
            await self._fill(file, rows)
            file.seek(0)
            while chunk := await asyncio.to_thread(file.read, CHUNK):
                yield chunk

    async def erase(self, customer_id: int, actor: Actor) -> Customer:
        """Everything personal, in every table and every file. Done again it changes nothing.

        Raises CustomerNotFoundError, or CustomerHasOpenOrdersError while an order is not at its end.
        """
        async with self._database.unit_of_work() as work:
            customer = await Customer.filter(id=customer_id).using_db(work.connection).select_for_update().first()
            if customer is None:
                raise CustomerNotFoundError(customer_id)
            if customer.erased_at is not None:
                return customer
            await _demand_no_open_order(work, customer_id)
            for held in HELD:
                if held.is_deleted:
                    await work.execute(f"delete from {held.table} where {held.which}", customer_id)  # noqa: S608 - ours
            # In the order of HELD: a file's row is found through the messages that still name it.
            for held in HELD:
                if held.erase is not None:
                    await work.execute(f"update {held.table} set {held.erase} where {held.which}", customer_id)  # noqa: S608
            await work.execute(
                "update customers set erased_at = $2 where $1 in (id, merged_into_id)", customer_id, work.now
            )
            await audit.record(work, actor, "customer.erase", "customers", customer_id)
            work.append(CustomerChanged(customer_id, customer.account_id))
            # The bytes leave by a job: to delete them here would not be undone with the transaction.
            work.defer(Job("forget_erased_files"))
            await customer.refresh_from_db()
            return customer

    async def forget_erased_files(self) -> None:
        """The job of every erasure, and by the clock for those whose store was away."""
        rows = await self._database.fetch("select id from media_files where sha256 = ''::bytea and deleted_at is null")
        for row in rows:
            await self._forget(row["id"])

    async def _forget(self, media_id: int) -> None:
        try:
            await self._media_files.forget(media_id)
        except MediaNotFoundError:
            pass  # deleted before
        except MediaStoreError as error:
            log.warning("erased_file_not_deleted", media_id=media_id, error=type(error).__name__)

    async def _rows(self, held: Held, customer_id: int) -> list[dict[str, Any]]:
        found = await self._database.fetch(
            f"select to_jsonb(held)::text as row from {held.table} as held "  # noqa: S608 - the table is ours
            f"where held.id in (select id from {held.table} where {held.which}) order by held.id",
            [customer_id],
        )
        return [orjson.loads(row["row"]) for row in found]

    async def _fill(self, file: IO[bytes], rows: dict[str, list[dict[str, Any]]]) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("customer.json", orjson.dumps(rows, option=orjson.OPT_INDENT_2))
            for row in rows["media_files"]:
                try:
                    media, data = await self._media_files.read(row["id"])
                except (MediaNotFoundError, MediaStoreError):
                    # Deleted before, or its store is away: the row in customer.json says that it was there.
                    continue
                name = f"files/{media.id}-{media.file_name or media.content_type.replace('/', '.')}"
                await asyncio.to_thread(archive.writestr, name, data)


async def _demand_no_open_order(work: UnitOfWork, customer_id: int) -> None:
    open_orders = await work.fetch(
        "select number from orders where customer_id = $1 and status in "
        "('PENDING', 'PAYMENT_SUBMITTED', 'REJECTED') order by id",
        customer_id,
    )
    if open_orders:
        numbers = ", ".join(row["number"] for row in open_orders)
        raise CustomerHasOpenOrdersError(f"Cancel or decide these orders first: {numbers}.", field="id")
