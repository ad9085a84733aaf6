"""The first-run checklist: it follows what was done."""

import itertools
from typing import Any

from core import clock
from core.shop import Shop
from models.accounts import AccountKind, AccountStatus, WhatsappAccount
from models.catalog import Service
from models.providers import AiProvider
from models.staff import Staff, StaffRole
from tests.graph.asking import Asker, counted
from tests.graph.rows import fill, make_package, make_payment_method, make_service, make_staff
from tests.graph.test_mutations import do

QUERY = "{ checklist { id code need isDone missing advice } }"


async def items(asker: Asker) -> dict[str, dict[str, Any]]:
    return {item["code"]: item for item in (await asker.read(QUERY))["checklist"]}


async def done(asker: Asker) -> set[str]:
    return {code for code, item in (await items(asker)).items() if item["isDone"]}


async def test_a_new_shop_is_told_of_every_step_what_is_missing_and_what_to_do(asker: Asker) -> None:
    found = await items(asker)

    assert [item["isDone"] for item in found.values()] == [False] * 9
    assert all(item["missing"] and item["advice"] for item in found.values())
    assert [code for code, item in found.items() if item["need"] == "REQUIRED"] == [
        "BUSINESS_NAME",
        "MONEY_AND_TIME",
        "CATALOG",
        "PAYMENT_METHOD",
        "WHATSAPP",
    ]
    assert "PKR" in found["PAYMENT_METHOD"]["missing"]


async def test_each_step_is_done_by_doing_it(shop: Shop, asker: Asker) -> None:
    steps = [await done(asker)]

    await do(asker, "settingsChange", "", businessName="Noor", currency="PKR", backupsAreMade=True)
    steps.append(await done(asker))
    await do(asker, "settingsChange", "", timeZone="Asia/Karachi")
    steps.append(await done(asker))
    service = await make_service(is_active=False)
    await make_package(service)
    steps.append(await done(asker))
    await Service.filter(id=service.id).update(is_active=True)
    steps.append(await done(asker))
    await make_payment_method()
    steps.append(await done(asker))
    account = await WhatsappAccount.create(
        name="Try", kind=AccountKind.SIMULATOR, status=AccountStatus.CONNECTED, status_changed_at=clock.now()
    )
    steps.append(await done(asker))
    owner = await make_staff()
    await Staff.filter(id=owner.id).update(role=StaffRole.OWNER, totp_enabled_at=clock.now())
    await make_staff(2)
    await AiProvider.create(name="Main", type="CLAUDE", model="m", key_ciphertext=b"sealed", key_key_id="k")
    steps.append(await done(asker))

    new = [after - before for before, after in itertools.pairwise(steps)]
    assert new == [
        {"BUSINESS_NAME", "BACKUP"},
        {"MONEY_AND_TIME"},
        set(),
        {"CATALOG"},
        {"PAYMENT_METHOD"},
        {"WHATSAPP"},
        {"SECOND_FACTOR", "STAFF", "AI_PROVIDER"},
    ]
    assert "simulator" in (await items(asker))["WHATSAPP"]["advice"]
    await WhatsappAccount.filter(id=account.id).update(kind=AccountKind.WHATSAPP)
    assert (await items(asker))["WHATSAPP"]["advice"] == ""


async def test_what_is_sold_in_a_currency_that_nobody_can_pay_in_is_named(asker: Asker) -> None:
    package = await make_package(await make_service())
    await make_payment_method()
    await package.all().update(currency="KWD")

    payment = (await items(asker))["PAYMENT_METHOD"]

    assert payment["missing"] == "There is no way to pay in KWD."


async def test_the_checklist_costs_the_same_in_a_full_shop(asker: Asker) -> None:
    with counted() as empty:
        await asker.read(QUERY)
    await fill(10)

    with counted() as full:
        await asker.read(QUERY)

    assert len(full) == len(empty) == 2
