"""One customer handed over whole, or erased for good: proven over every table and column there is."""

import io
import zipfile
from pathlib import Path

import orjson
import pytest

from core.audit import PROGRAM, Actor
from core.customers import CustomerNotFoundError
from core.database import Database
from core.privacy import HELD, CustomerHasOpenOrdersError, Privacy
from models.audit import AuditLog
from models.conversations import ConversationNote, EarlyAmendment, Message, Turn
from models.customers import Customer
from models.orders import ActorKind, Order, OrderNote, OrderStatus
from models.simulator import SimulatedDelivery
from tests.sales import Sale

MARK = "ZQXsecret"

# Every table from which foreign keys lead to a customer, however many steps away.
LEADING_TO_CUSTOMERS = """
with recursive keys as (
    select conrelid::regclass::text as child, confrelid::regclass::text as parent
    from pg_constraint where contype = 'f'
), reached as (
    select 'customers' as name
    union
    select child from keys join reached on keys.parent = reached.name
)
select name from reached order by name
"""

TEXTS = """
select table_name, column_name from information_schema.columns
where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea')
order by 1, 2
"""


async def marked_sale(database: Database, folder: Path) -> Sale:
    """A paid order of a customer whose every word, name and number bears the mark."""
    sale = await Sale.begin(database, folder)
    order = await sale.order_in(OrderStatus.PAID)
    person = sale.customer
    await Customer.filter(id=person.id).update(
        profile_name=MARK,
        phone=f"+92{MARK}",
        lid=f"{MARK}@lid",
        chat=f"{MARK}@lid",
        note=MARK,
        tags=[MARK],
        block_reason=MARK,
        consent_source=MARK,
    )
    await Message.filter(customer_id=person.id).update(
        text=MARK, chat=f"{MARK}@lid", quoted_whatsapp_id=MARK, detail={"contact": MARK}, failure=MARK
    )
    await sale.conversation.filter(id=sale.conversation.id).update(menu={"said": MARK}, tags=[MARK])
    turn = await Turn.create(
        conversation_id=sale.conversation.id, answered_with="BUILT_IN", finished_at=order.created_at, record={"a": MARK}
    )
    assert turn.id
    await ConversationNote.create(conversation_id=sale.conversation.id, text=MARK)
    await OrderNote.create(order_id=order.id, text=MARK)
    await EarlyAmendment.create(
        account_id=sale.account.id, chat=f"{MARK}@lid", whatsapp_id=MARK, text=MARK, happened_at=order.created_at
    )
    await SimulatedDelivery.create(
        account_id=sale.account.id, event={"lid": f"{MARK}@lid", "text": MARK}, deliver_at=order.created_at
    )
    await database.fetch("update media_files set file_name = $1 returning id", [MARK])
    await database.fetch("update order_actions set reason = $1 returning id", [MARK])
    return sale


async def places_of_the_mark(database: Database) -> list[str]:
    found = []
    for column in await database.fetch(TEXTS):
        table, name = column["table_name"], column["column_name"]
        rows = await database.fetch(f'select 1 from "{table}" where "{name}"::text like $1 limit 1', [f"%{MARK}%"])
        if rows:
            found.append(f"{table}.{name}")
    return found


async def test_every_table_that_leads_to_a_customer_is_named(database: Database) -> None:
    leading = {row["name"] for row in await database.fetch(LEADING_TO_CUSTOMERS)}

    assert leading - {held.table for held in HELD} == set()


async def test_after_an_erasure_nothing_of_the_person_is_left_in_any_column_or_file(
    database: Database, data_folder: Path
) -> None:
    sale = await marked_sale(database, data_folder)
    files = [path for path in (data_folder / "media").rglob("*") if path.is_file()]
    assert await places_of_the_mark(database)
    assert files

    privacy = Privacy(database, sale.media_files)
    erased = await privacy.erase(sale.customer.id, PROGRAM)
    jobs = await database.fetch("select task_name from procrastinate_jobs where task_name = 'forget_erased_files'")
    assert len(jobs) == 1
    await privacy.forget_erased_files()

    assert await places_of_the_mark(database) == []
    assert [path for path in files if path.exists()] == []
    assert erased.erased_at is not None
    # The figures stay.
    order = await Order.get(customer_id=sale.customer.id)
    assert (order.status, order.total_amount, order.currency) == (OrderStatus.PAID, 250_000, "PKR")
    assert await AuditLog.filter(action="customer.erase", subject_id=sale.customer.id).count() == 1


async def test_ids_that_were_merged_into_the_person_are_erased_with_them(database: Database, data_folder: Path) -> None:
    sale = await marked_sale(database, data_folder)
    alias = await Customer.create(
        account_id=sale.account.id,
        lid=f"{MARK}-2@lid",
        chat=f"{MARK}-2@lid",
        profile_name=MARK,
        merged_into_id=sale.customer.id,
    )
    await EarlyAmendment.create(
        account_id=sale.account.id, chat=alias.chat, whatsapp_id=MARK, text=MARK, happened_at=alias.created_at
    )

    await Privacy(database, sale.media_files).erase(sale.customer.id, PROGRAM)
    await Privacy(database, sale.media_files).forget_erased_files()

    assert await places_of_the_mark(database) == []
    assert (await Customer.get(id=alias.id)).erased_at is not None


async def test_an_erasure_leaves_everybody_else_alone(database: Database, data_folder: Path) -> None:
    sale = await marked_sale(database, data_folder)
    other = await Customer.create(account_id=sale.account.id, lid="other@lid", chat="other@lid", profile_name="Bilal")

    await Privacy(database, sale.media_files).erase(sale.customer.id, PROGRAM)

    assert (await Customer.get(id=other.id)).profile_name == "Bilal"


async def test_an_erasure_done_again_changes_nothing(database: Database, data_folder: Path) -> None:
    sale = await marked_sale(database, data_folder)
    privacy = Privacy(database, sale.media_files)
    first = await privacy.erase(sale.customer.id, PROGRAM)

    again = await privacy.erase(sale.customer.id, Actor(ActorKind.STAFF, staff_id=sale.staff.id))

    assert again.erased_at == first.erased_at
    assert await AuditLog.filter(action="customer.erase").count() == 1


async def test_a_customer_with_an_open_order_is_not_erased(database: Database, data_folder: Path) -> None:
    sale = await Sale.begin(database, data_folder)
    order = await sale.order_in(OrderStatus.PAYMENT_SUBMITTED)

    with pytest.raises(CustomerHasOpenOrdersError, match=order.number):
        await Privacy(database, sale.media_files).erase(sale.customer.id, PROGRAM)

    assert (await Customer.get(id=sale.customer.id)).erased_at is None


async def test_the_archive_holds_every_row_and_every_file(database: Database, data_folder: Path) -> None:
    sale = await marked_sale(database, data_folder)
    privacy = Privacy(database, sale.media_files)

    data = b"".join([chunk async for chunk in privacy.archive(sale.customer.id)])

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        rows = orjson.loads(archive.read("customer.json"))
        assert set(rows) == {held.table for held in HELD}
        missing = [place for place in await places_of_the_mark(database) if MARK not in str(rows[place.split(".")[0]])]
        assert missing == []
        assert [name for name in archive.namelist() if name.startswith("files/")]
        kept = {row["id"] for row in rows["media_files"]}
        assert {int(name[len("files/") :].split("-")[0]) for name in archive.namelist()[1:]} == kept


async def test_nobody_there_is_said_so(database: Database, data_folder: Path) -> None:
    sale = await Sale.begin(database, data_folder)
    privacy = Privacy(database, sale.media_files)

    with pytest.raises(CustomerNotFoundError):
        await privacy.erase(999, PROGRAM)
    with pytest.raises(CustomerNotFoundError):
        await anext(privacy.archive(999))
