"""Customers: what is known of them, who is answered no more, and what is held of them."""

from models.accounts import WhatsappAccount
from models.customers import Customer
from tests.graph import rows
from tests.graph.mutations.calls import Call, Failure, on, plain
from tests.graph.mutations.scene import Input, Scene, id_of


async def _blocked(scene: Scene) -> Customer:
    customer = await scene.customer()
    await scene.do("customerBlock", {"id": id_of(customer), "reason": "abuse"})
    return customer


async def _two_of_one_number(scene: Scene) -> Input:
    kept = await scene.customer()
    merged = await rows.make_customer(await WhatsappAccount.get(id=kept.account_id), 10_000 + kept.id)
    return {"keptId": id_of(kept), "mergedId": id_of(merged)}


async def _two_of_two_numbers(scene: Scene) -> Input:
    return {"keptId": id_of(await scene.customer()), "mergedId": id_of(await scene.customer())}


async def _somebody_else(scene: Scene) -> Input:
    return {"id": id_of(await scene.customer())}


async def _who_waits_for_an_order(scene: Scene) -> Input:
    order = await scene.order()
    return {"id": id_of(await Customer.get(id=order.customer_id)), "confirm": True}


CALLS = {
    "customerUpdate": Call(on(Scene.customer, changes={"note": "Pays at once.", "tags": ["vip"]})),
    "customerBlock": Call(on(Scene.customer, reason="abuse")),
    "customerUnblock": Call(on(_blocked)),
    "customerMerge": Call(_two_of_one_number),
    "customerErase": Call(on(Scene.customer, confirm=True)),
    "customerArchiveCreate": Call(on(Scene.customer), another=_somebody_else),
    "customerExportCreate": Call(plain(format="CSV"), other={"filter": {"search": "Amina"}}),
    "orderExportCreate": Call(plain(format="CSV"), other={"filter": {"search": "PX"}}),
}

FAILURES = {
    ("customerMerge", "ConflictError"): Failure(_two_of_two_numbers, "CUSTOMERS_NOT_MERGEABLE", ("mergedId",)),
    ("customerErase", "CustomerHasOpenOrdersError"): Failure(
        _who_waits_for_an_order, "CUSTOMER_HAS_OPEN_ORDERS", ("id",)
    ),
    ("customerExportCreate", "InvalidInputError"): Failure(plain(format="JSON"), "INVALID_INPUT", ("format",)),
    ("orderExportCreate", "InvalidInputError"): Failure(plain(format="JSON"), "INVALID_INPUT", ("format",)),
}
