"""The catalogue while customers are buying from it."""

import asyncio
from collections.abc import Awaitable
from pathlib import Path

import pytest

from core.audit import PROGRAM
from core.catalog import Catalog, DeletionNeedsConfirmationError
from core.database import Database
from core.errors import ConflictError
from core.orders import DraftExpired, PackageGone
from models.catalog import Package, Service
from models.conversations import Draft
from models.orders import Order
from tests.sales import Sale


@pytest.fixture
async def sale(database: Database, data_folder: Path) -> Sale:
    return await Sale.begin(database, data_folder)


@pytest.mark.parametrize("kind", ["service", "package"])
async def test_a_deletion_and_a_confirmation_at_one_moment_never_wait_for_each_other(
    sale: Sale, database: Database, kind: str
) -> None:
    """PostgreSQL would end one of the two after a second, with an error that nobody can mend."""
    catalog = Catalog(database)
    draft = await sale.proposes()
    yes = await sale.customer_says("yes")

    async def delete() -> None:
        if kind == "service":
            await catalog.delete_service(sale.package.service_id, PROGRAM, confirm=True)
        else:
            await catalog.delete_package(sale.package.id, PROGRAM, confirm=True)

    confirmed, deleted = await asyncio.gather(sale.confirms(draft, yes), delete(), return_exceptions=True)

    assert deleted is None
    assert isinstance(confirmed, Order | PackageGone | DraftExpired)
    assert await Package.all().count() == 0
    if isinstance(confirmed, Order):
        order = await Order.get(id=confirmed.id)
        assert (order.package_id, order.package_name) == (None, sale.package.name)


async def test_a_draft_that_is_confirmed_while_the_service_is_deleted_waits_and_is_told(
    sale: Sale, database: Database
) -> None:
    catalog = Catalog(database)
    draft = await sale.proposes()
    yes = await sale.customer_says("yes")
    go = asyncio.Event()
    deleting = asyncio.create_task(_after(go, catalog.delete_service(sale.package.service_id, PROGRAM, confirm=True)))
    async with database.unit_of_work() as work:
        await work.fetch("select id from drafts where id = $1 for update", draft.id)
        go.set()
        await _until_somebody_waits(database)
        # The deletion holds nothing of the catalogue while it waits for the draft.
        assert await work.fetch("select id from services for share nowait")

    await deleting

    assert isinstance(await sale.confirms(draft, yes), PackageGone)
    assert (await Draft.get(id=draft.id)).package_id is None
    assert await Service.all().count() == 0


async def test_a_draft_made_while_the_deletion_waited_stops_it(sale: Sale, database: Database) -> None:
    """It is not among those that are held, so its customer could hold it and wait for the deletion."""
    catalog = Catalog(database)
    other, go = await sale.with_another_customer(), asyncio.Event()
    asking = await other.customer_says("Starter please")
    deleting = asyncio.create_task(_after(go, catalog.delete_package(sale.package.id, PROGRAM, confirm=True)))
    async with database.unit_of_work() as work:
        await other.drafts.propose(work, other.conversation, sale.package.id, 1, after_message_id=asking.id)
        go.set()
        await _until_somebody_waits(database)

    with pytest.raises(ConflictError, match="at this moment"):
        await deleting

    assert await Package.exists(id=sale.package.id)


async def test_what_is_not_confirmed_is_not_deleted(sale: Sale, database: Database) -> None:
    await sale.order()
    await sale.proposes()

    with pytest.raises(DeletionNeedsConfirmationError) as asked:
        await Catalog(database).delete_service(sale.package.service_id, PROGRAM, confirm=False)

    assert asked.value.details == {"packages": 1, "open_drafts": 1, "orders": 1}
    assert await Package.all().count() == 1


async def _after(go: asyncio.Event, act: Awaitable[object]) -> None:
    """A task of its own, begun outside of any unit of work."""
    await go.wait()
    await act


async def _until_somebody_waits(database: Database) -> None:
    async with asyncio.timeout(10):
        while not await database.fetch("select 1 from pg_locks where not granted"):  # noqa: ASYNC110 - PostgreSQL rings no bell for it
            await asyncio.sleep(0.01)
