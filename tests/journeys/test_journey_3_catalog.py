"""Journey 3: a catalogue is made, put in order and published; the preview is exactly what the chat shows."""

from typing import Any

import pytest

from tests.journeys import documents
from tests.journeys.chat import Customer, Number, Shopkeeper, Thing
from tests.journeys.sale import TONGUES, YES
from tests.journeys.server import Api

PREVIEW = """
query Preview($service: ID, $package: ID, $language: String) {
  chatPreview(serviceId: $service, packageId: $package, language: $language) { text pages isOnSale }
}
"""
PACKAGES_REORDERED = """
mutation Reorder($input: PackageReorderInput!) {
  packageReorder(input: $input) { ... on ServicePayload { service { id } } ... on Error { code message } }
}
"""


class Counter:
    """Somebody who keeps the catalogue."""

    def __init__(self, keeper: Shopkeeper) -> None:
        self.keeper = keeper

    async def services(self) -> list[Thing]:
        return list((await self.keeper.ask(documents.ALL_SERVICES))["services"]["nodes"])

    async def make(self, name: str, packages: dict[str, str]) -> Thing:
        """Not shown yet; prices in rupees."""
        service = (await self.keeper.change("serviceCreate", name=name, isActive=False))["service"]
        for package, price in packages.items():
            await self.keeper.change(
                "packageCreate",
                serviceId=service["id"],
                name=package,
                price={"amount": price, "currency": "PKR"},
                features=["Everything in it"],
                duration={"count": 1, "unit": "MONTH"},
            )
        return next(each for each in await self.services() if each["id"] == service["id"])

    async def put_first(self, service: Thing) -> list[Thing]:
        ids = [each["id"] for each in await self.services() if each["id"] != service["id"]]
        asked = {"serviceIds": [service["id"], *ids]}
        return list((await self.keeper.ask(documents.REORDER_SERVICES, input=asked))["serviceReorder"]["services"])

    async def preview(self, **of: Any) -> Thing:
        return dict((await self.keeper.ask(PREVIEW, **of))["chatPreview"])

    async def delete(self, service: Thing, *, confirm: bool) -> Thing:
        answer = await self.keeper.ask(documents.DELETE_SERVICE, input={"id": service["id"], "confirm": confirm})
        return dict(answer["serviceDelete"])


@pytest.fixture
def counter(api: Api, catalog_as_it_was: None) -> Counter:
    return Counter(Shopkeeper(api))


async def test_what_is_made_ordered_and_published_is_what_the_chat_shows(counter: Counter, customer: Customer) -> None:
    await customer.asks("hello")
    service = await counter.make(
        "Photo walks", {"Sunrise walk": "3000", "Harbour walk": "4500.50", "Night walk": "900"}
    )
    hidden = await customer.asks("menu")
    promised = await counter.preview(service=service["id"])
    await counter.keeper.change("servicePublish", id=service["id"])
    ordered = await counter.put_first(service)

    shown = await customer.asks("menu")
    listed = await customer.asks("1")
    package = await customer.asks("2")

    assert "Photo walks" not in hidden
    assert "1. Photo walks" in shown
    assert ordered[0]["id"] == service["id"]
    assert shown == (await counter.preview())["text"]
    assert listed == (await counter.preview(service=service["id"]))["text"] == promised["text"]
    assert package == (await counter.preview(package=service["packages"][1]["id"]))["text"]
    assert promised["isOnSale"] is False


async def test_what_is_new_stands_behind_what_was_put_in_order(counter: Counter, customer: Customer) -> None:
    await customer.asks("hello")
    first = await counter.make("Photo walks", {"Sunrise walk": "3000", "Night walk": "900"})
    await counter.keeper.change("servicePublish", id=first["id"])
    await counter.put_first(first)
    await counter.make("Boat trips", {"Harbour": "100"})

    assert [each["name"] for each in await counter.services()][:: len(await counter.services()) - 1] == [
        "Photo walks",
        "Boat trips",
    ]
    assert [package["name"] for package in first["packages"]] == ["Sunrise walk", "Night walk"]


async def test_packages_are_sold_in_the_order_they_were_put(counter: Counter, customer: Customer) -> None:
    await customer.asks("hello")
    service = await counter.make("Photo walks", {"Sunrise walk": "3000", "Night walk": "900", "Hidden walk": "1"})
    sunrise, night, secret = (package["id"] for package in service["packages"])
    await counter.keeper.change("packageUnpublish", id=secret)
    asked = {"serviceId": service["id"], "packageIds": [night, sunrise, secret]}
    reordered = (await counter.keeper.ask(PACKAGES_REORDERED, input=asked))["packageReorder"]
    await counter.keeper.change("servicePublish", id=service["id"])
    await counter.put_first(service)

    await customer.asks("menu")
    listed = await customer.asks("1")
    await customer.asks("1")
    await customer.asks(YES)
    await customer.asks(YES)

    assert reordered == {"service": {"id": service["id"]}}
    assert listed.index("Night walk") < listed.index("Sunrise walk")
    assert "Hidden walk" not in listed
    (order,) = await customer.orders()
    assert (order["packageName"], order["total"]["amount"]) == ("Night walk", "900.00")


@pytest.mark.parametrize("language", TONGUES)
async def test_the_preview_speaks_every_language_as_the_chat_does(
    counter: Counter, customer: Customer, language: str
) -> None:
    await customer.asks(TONGUES[language].hello)
    service = next(each for each in await counter.services() if each["isActive"])

    shown = await customer.asks(TONGUES[language].browse)
    listed = await customer.asks("1")
    package = await customer.asks("1")

    assert shown == (await counter.preview(language=language))["text"]
    assert listed == (await counter.preview(service=service["id"], language=language))["text"]
    assert package == (await counter.preview(package=service["packages"][0]["id"], language=language))["text"]


async def test_a_long_list_goes_on_over_its_pages(counter: Counter, customer: Customer) -> None:
    await customer.asks("hello")
    service = await counter.make("Photo walks", {f"Walk {number}": f"{number}00" for number in range(1, 13)})
    await counter.keeper.change("servicePublish", id=service["id"])
    await counter.put_first(service)

    await customer.asks("menu")
    pages = [await customer.asks("1"), await customer.asks("0")]

    assert pages == (await counter.preview(service=service["id"]))["pages"]


async def test_what_customers_hold_is_named_before_it_is_deleted(
    counter: Counter, number: Number, customer: Customer
) -> None:
    await customer.asks("hello")
    service = await counter.make("Photo walks", {"Sunrise walk": "3000", "Night walk": "900"})
    await counter.keeper.change("servicePublish", id=service["id"])
    await counter.put_first(service)
    for text in ("menu", "1", "1", YES, YES):
        await customer.asks(text)
    other = number.customer()
    for text in ("hello", "menu", "1", "2", YES):
        await other.asks(text)

    asked = await counter.delete(service, confirm=False)
    done = await counter.delete(service, confirm=True)
    late = await other.asks(YES)

    assert asked["code"] == "DELETION_NEEDS_CONFIRMATION"
    assert (asked["packageCount"], asked["openDraftCount"], asked["orderCount"]) == (2, 1, 1)
    assert done["deletedId"] == service["id"]
    assert "Night walk" not in late
    assert await other.orders() == []
    (kept,) = await customer.orders()
    assert (kept["packageName"], kept["status"]) == ("Sunrise walk", "PENDING")
    catalog = (await counter.keeper.ask(documents.CATALOG))["services"]["nodes"]
    assert service["id"] not in [each["id"] for each in catalog]
