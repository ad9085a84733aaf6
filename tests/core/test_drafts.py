"""Drafts: what is summed up at which price, and what replaces it."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from core.database import Database
from core.drafts import InvalidQuantityError, PackageNotAvailableError, total
from core.money import LARGEST_AMOUNT, Money
from models.catalog import Package, Service
from models.conversations import Draft, DraftState
from tests.sales import Sale


@pytest.fixture
async def sale(database: Database, data_folder: Path) -> Sale:
    return await Sale.begin(database, data_folder)


async def test_a_draft_quotes_todays_price_and_expires(sale: Sale) -> None:
    with time_machine.travel("2026-11-22T10:00:00Z", tick=False):
        draft = await sale.proposes(3)

    kept = await Draft.get(id=draft.id)
    assert (kept.package_name, kept.quantity, kept.state) == ("Starter", 3, DraftState.PROPOSED)
    assert total(kept) == Money(750_000, "PKR")
    assert kept.expires_at - kept.created_at == timedelta(minutes=30)


async def test_a_new_draft_replaces_the_one_before_it(sale: Sale) -> None:
    first = await sale.proposes(1)
    second = await sale.proposes(2)

    current = await sale.drafts.current(None, sale.conversation.id)

    assert current is not None
    assert current.id == second.id
    assert (await Draft.get(id=first.id)).state is DraftState.REPLACED


async def test_a_declined_draft_is_current_no_more(sale: Sale) -> None:
    draft = await sale.proposes()

    async with sale.database.unit_of_work() as work:
        await sale.drafts.decline(work, draft)
        assert await sale.drafts.current(work, sale.conversation.id) is None

    assert draft.state is DraftState.DECLINED


async def test_declining_what_was_confirmed_changes_nothing(sale: Sale) -> None:
    draft = await sale.proposes()
    await sale.confirms(draft)

    async with sale.database.unit_of_work() as work:
        await sale.drafts.decline(work, draft)

    assert draft.state is DraftState.CONFIRMED


@pytest.mark.parametrize("quantity", [0, -1, 1000, 10**30])
async def test_a_quantity_that_nobody_means_is_refused(sale: Sale, quantity: int) -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        await sale.proposes(quantity)

    assert caught.value.field == "quantity"
    assert await Draft.all().count() == 0


async def test_a_total_that_is_too_large_is_refused(sale: Sale) -> None:
    await Package.filter(id=sale.package.id).update(price_amount=LARGEST_AMOUNT)

    with pytest.raises(InvalidQuantityError):
        await sale.proposes(2)


async def test_only_what_is_on_sale_can_be_proposed(sale: Sale) -> None:
    await Package.filter(id=sale.package.id).update(is_active=False)
    with pytest.raises(PackageNotAvailableError):
        await sale.proposes()

    await Package.filter(id=sale.package.id).update(is_active=True)
    await Service.filter(id=sale.package.service_id).update(is_active=False)
    with pytest.raises(PackageNotAvailableError):
        await sale.proposes()

    sale.package.id = 999_999
    with pytest.raises(PackageNotAvailableError):
        await sale.proposes()
