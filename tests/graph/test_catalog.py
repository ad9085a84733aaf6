"""The catalogue through the API: put in order, shown, copied, deleted, and previewed."""

from typing import Any

import pytest

from core.assistant.facts import service_fact
from core.assistant.menu_views import Catalogue
from core.permissions import ROLE_PERMISSIONS, Permission
from core.shop import Shop
from graph.schema.catalog import Package as PackageNode
from graph.schema.catalog import Service as ServiceNode
from models.audit import AuditLog
from models.catalog import Package, Service
from models.conversations import Draft, DraftState
from models.events import EventRow
from models.orders import Order
from models.staff import StaffRole
from tests.graph.asking import Asker, caller_with, counted
from tests.graph.rows import (
    make_account,
    make_conversation,
    make_customer,
    make_message,
    make_order,
    make_package,
    make_service,
)
from tests.graph.test_mutations import do

SERVICES = "... on ServiceReorderPayload { services { name position } }"
SERVICE = "... on ServicePayload { service { id name isActive position packages { name position isActive } } }"
PACKAGE = "... on PackagePayload { package { id name isActive price { amount } features service { name } } }"
DIFFERS = "... on ListDiffersError { missingIds unknownIds }"
HANGING = "... on DeletionNeedsConfirmationError { packageCount openDraftCount orderCount }"
DELETED = "... on ServiceDeletePayload { deletedId }"
PACKAGE_DELETED = "... on PackageDeletePayload { deletedId }"


async def services(*names: str) -> list[Service]:
    return [await make_service(name) for name in names]


async def written() -> tuple[list[str], list[str]]:
    """The actions of the audit log and the types of the events."""
    return [row.action for row in await AuditLog.all().order_by("id")], [
        row.type for row in await EventRow.all().order_by("id")
    ]


async def open_draft(package: Package) -> Draft:
    conversation = await make_conversation(await make_customer(await make_account()))
    message = await make_message(conversation)
    return await Draft.create(
        conversation_id=conversation.id,
        package_id=package.id,
        package_name=package.name,
        quantity=1,
        unit_amount=package.price_amount,
        currency=package.currency,
        proposed_after_message_id=message.id,
        expires_at=message.created_at,
    )


async def test_services_are_put_into_a_new_order(asker: Asker) -> None:
    first, second, third = await services("A", "B", "C")
    ids = [ServiceNode.id_of(service.id) for service in (third, first, second)]

    done = await do(asker, "serviceReorder", SERVICES, serviceIds=ids, idempotencyKey="r")
    again = await do(asker, "serviceReorder", SERVICES, serviceIds=ids, idempotencyKey="r")

    assert [service["name"] for service in done["services"]] == ["C", "A", "B"]
    assert again == done
    listed = await asker.read("{ services { nodes { name } } }")
    assert [node["name"] for node in listed["services"]["nodes"]] == ["C", "A", "B"]
    actions, events = await written()
    assert (actions, events) == (["service.reorder"], ["catalog.changed"] * 3)
    row = await AuditLog.get()
    assert row.before == {"ids": [first.id, second.id, third.id]}
    assert row.after == {"ids": [third.id, first.id, second.id]}


async def test_putting_many_services_in_order_takes_as_many_statements_as_a_few(asker: Asker) -> None:
    few = [ServiceNode.id_of(service.id) for service in await services("A", "B")]
    with counted() as for_two:
        await do(asker, "serviceReorder", SERVICES, serviceIds=few)
    many = few + [ServiceNode.id_of(service.id) for service in await services(*"CDEFGHIJ")]

    with counted() as for_ten:
        await do(asker, "serviceReorder", SERVICES, serviceIds=many[::-1])

    assert len(of_the_catalogue(for_ten)) == len(of_the_catalogue(for_two))


def of_the_catalogue(statements: list[str]) -> list[str]:
    """Without those of the feed, which looks when it likes."""
    return [statement for statement in statements if "services" in statement]


async def test_packages_are_put_into_a_new_order(asker: Asker) -> None:
    service = await make_service()
    packages = [await make_package(service, name) for name in "ABC"]
    ids = [PackageNode.id_of(package.id) for package in reversed(packages)]

    done = await do(asker, "packageReorder", SERVICE, serviceId=ServiceNode.id_of(service.id), packageIds=ids)

    assert [package["name"] for package in done["service"]["packages"]] == ["C", "B", "A"]
    assert await written() == (["package.reorder"], ["catalog.changed"])


async def test_an_order_that_leaves_out_or_adds_something_is_refused_and_says_what(asker: Asker) -> None:
    service, other = await services("A", "B")
    mine, forgotten = await make_package(service, "Mine"), await make_package(service, "Forgotten")
    foreign = await make_package(other, "Foreign")
    asked = [PackageNode.id_of(mine.id), PackageNode.id_of(foreign.id)]

    packages = await do(asker, "packageReorder", DIFFERS, serviceId=ServiceNode.id_of(service.id), packageIds=asked)
    listed = await do(asker, "serviceReorder", DIFFERS, serviceIds=[ServiceNode.id_of(other.id)])
    twice = await do(asker, "serviceReorder", DIFFERS, serviceIds=[ServiceNode.id_of(other.id)] * 2)
    nowhere = await do(asker, "packageReorder", DIFFERS, serviceId=ServiceNode.id_of(10**9), packageIds=[])

    assert (packages["__typename"], packages["path"]) == ("ListDiffersError", ["input", "packageIds"])
    assert packages["missingIds"] == [PackageNode.id_of(forgotten.id)]
    assert packages["unknownIds"] == [PackageNode.id_of(foreign.id)]
    assert (listed["__typename"], listed["missingIds"]) == ("ListDiffersError", [ServiceNode.id_of(service.id)])
    assert (twice["__typename"], twice["path"]) == ("InvalidInputError", ["input", "serviceIds"])
    assert (nowhere["__typename"], nowhere["path"]) == ("NotFoundError", ["input", "serviceId"])
    assert await written() == ([], [])


@pytest.mark.parametrize("kind", ["service", "package"])
async def test_what_is_published_is_shown_and_what_is_not_is_not(asker: Asker, shop: Shop, kind: str) -> None:
    service = await make_service()
    package = await make_package(service)
    thing = ServiceNode.id_of(service.id) if kind == "service" else PackageNode.id_of(package.id)
    selection = SERVICE if kind == "service" else PACKAGE

    hidden = await do(asker, f"{kind}Unpublish", selection, id=thing, idempotencyKey="1")
    again = await do(asker, f"{kind}Unpublish", selection, id=thing)
    on_sale = [package.name for service in await shop.catalog.on_sale() for package in service.packages]
    shown = await do(asker, f"{kind}Publish", selection, id=thing)

    assert hidden[kind]["isActive"] is again[kind]["isActive"] is False
    assert on_sale == []
    assert shown[kind]["isActive"] is True
    assert [package.name for service in await shop.catalog.on_sale() for package in service.packages] == ["Starter"]
    assert await written() == ([f"{kind}.unpublish", f"{kind}.publish"], ["catalog.changed"] * 2)
    first = await AuditLog.all().order_by("id").first()
    assert first is not None
    assert (first.before, first.after) == ({"is_active": True}, {"is_active": False})


async def test_a_service_is_copied_with_its_packages_and_not_shown(asker: Asker) -> None:
    service = await make_service("Hosting", position=3)
    await make_package(service, "Starter", position=1)
    await make_package(service, "Pro", position=2)
    asked = {"id": ServiceNode.id_of(service.id), "idempotencyKey": "d"}

    copy = await do(asker, "serviceDuplicate", SERVICE, **asked)
    again = await do(asker, "serviceDuplicate", SERVICE, **asked)
    second = await do(asker, "serviceDuplicate", SERVICE, id=asked["id"])
    named = await do(asker, "serviceDuplicate", SERVICE, id=asked["id"], name=" Hosting  Plus ")

    assert again == copy
    assert copy["service"]["name"] == "Hosting (2)"
    assert copy["service"]["isActive"] is False
    assert [package["name"] for package in copy["service"]["packages"]] == ["Starter", "Pro"]
    assert [package["isActive"] for package in copy["service"]["packages"]] == [True, True]
    assert second["service"]["name"] == "Hosting (3)"
    assert named["service"]["name"] == "Hosting Plus"
    assert await Service.all().count() == 4
    assert await Package.all().count() == 8
    assert await written() == (["service.duplicate"] * 3, ["catalog.changed"] * 3)


async def test_a_package_is_copied_and_not_shown(asker: Asker) -> None:
    package = await make_package(await make_service(), "x" * 120)

    copy = await do(asker, "packageDuplicate", PACKAGE, id=PackageNode.id_of(package.id))
    nameless = await do(asker, "packageDuplicate", PACKAGE, id=PackageNode.id_of(package.id), name=" ")

    assert copy["package"]["name"] == "x" * 116 + " (2)"
    assert copy["package"]["isActive"] is False
    assert copy["package"]["price"] == {"amount": "2500.50"}
    assert copy["package"]["features"] == ["1 site"]
    assert (nameless["__typename"], nameless["path"]) == ("InvalidInputError", ["input", "name"])


async def test_deleting_a_service_asks_first_and_says_what_hangs_on_it(asker: Asker) -> None:
    service = await make_service()
    package, other = await make_package(service, "Starter"), await make_package(service, "Pro")
    draft = await open_draft(package)
    await Draft.create(
        conversation_id=draft.conversation_id,
        package_id=other.id,
        package_name="Pro",
        quantity=1,
        unit_amount=1,
        currency="PKR",
        state=DraftState.EXPIRED,
        proposed_after_message_id=1,
        expires_at=draft.expires_at,
    )
    conversation = await make_conversation(await make_customer(await make_account("Other"), 2))
    order = await make_order(conversation, package)
    thing = ServiceNode.id_of(service.id)
    before = await written()

    asks = await do(asker, "serviceDelete", f"{DELETED} {HANGING}", id=thing, idempotencyKey="1")
    kept = await Service.all().count()
    done = await do(asker, "serviceDelete", f"{DELETED} {HANGING}", id=thing, confirm=True, idempotencyKey="2")
    again = await do(asker, "serviceDelete", f"{DELETED} {HANGING}", id=thing, confirm=True, idempotencyKey="2")
    gone = await do(asker, "serviceDelete", DELETED, id=thing, confirm=True)

    assert before == ([], [])
    assert (asks["__typename"], asks["code"]) == ("DeletionNeedsConfirmationError", "DELETION_NEEDS_CONFIRMATION")
    assert (asks["packageCount"], asks["openDraftCount"], asks["orderCount"]) == (2, 1, 1)
    assert kept == 1
    assert done == again
    assert done["deletedId"] == thing
    assert (gone["__typename"], gone["path"]) == ("NotFoundError", ["input", "id"])
    assert await Service.all().count() == await Package.all().count() == 0
    left = await Order.get(id=order.id)
    assert (left.package_id, left.package_name, left.service_name) == (None, "Starter", "Hosting")
    assert (await Draft.get(id=draft.id)).package_id is None
    assert await written() == (["service.delete"], ["catalog.changed"])
    row = await AuditLog.get()
    assert row.before == {"name": "Hosting", "is_active": True, "package_ids": [package.id, other.id]}


async def test_deleting_a_package_asks_first_and_leaves_its_neighbours(asker: Asker) -> None:
    service = await make_service()
    package, _ = await make_package(service, "Starter"), await make_package(service, "Pro")
    await open_draft(package)
    thing = PackageNode.id_of(package.id)

    asks = await do(asker, "packageDelete", f"{PACKAGE_DELETED} {HANGING}", id=thing)
    done = await do(asker, "packageDelete", f"{PACKAGE_DELETED} {HANGING}", id=thing, confirm=True)

    assert (asks["packageCount"], asks["openDraftCount"], asks["orderCount"]) == (0, 1, 0)
    assert done["deletedId"] == thing
    assert [each.name for each in await Package.all()] == ["Pro"]
    assert await written() == (["package.delete"], ["catalog.changed"])
    row = await AuditLog.get()
    assert row.before["price_amount"] == 250_050


MINIMAL = {
    "serviceReorder": "serviceIds: []",
    "packageReorder": "serviceId: $id, packageIds: []",
    "servicePublish": "id: $id",
    "serviceUnpublish": "id: $id",
    "serviceDuplicate": "id: $id",
    "serviceDelete": "id: $id, confirm: true",
}


@pytest.mark.parametrize("name", MINIMAL)
async def test_an_agent_reads_the_catalogue_and_changes_nothing(asker: Asker, name: str) -> None:
    service = await make_service()
    head = "" if name == "serviceReorder" else "($id: ID!)"
    agent = asker.as_(caller_with(*ROLE_PERMISSIONS[StaffRole.AGENT]))

    answer = await agent.ask(
        f"mutation {head} {{ {name}(input: {{{MINIMAL[name]}}}) {{ __typename }} }}", id=ServiceNode.id_of(service.id)
    )

    assert answer.codes == ["FORBIDDEN"]
    assert await written() == ([], [])
    assert await Service.all().count() == 1


@pytest.mark.parametrize("name", ["packagePublish", "packageUnpublish", "packageDuplicate", "packageDelete"])
async def test_a_package_that_is_not_there_is_not_found(asker: Asker, name: str) -> None:
    answer = await do(asker, name, "", id=PackageNode.id_of(10**9))

    assert (answer["__typename"], answer["code"], answer["path"]) == (
        "NotFoundError",
        "PACKAGE_NOT_FOUND",
        ["input", "id"],
    )


@pytest.mark.parametrize("name", ["packagePublish", "packageUnpublish", "packageDuplicate", "packageDelete"])
async def test_who_only_reads_the_catalogue_changes_no_package(asker: Asker, name: str) -> None:
    package = await make_package(await make_service())
    reader = asker.as_(caller_with(Permission.CATALOG_READ))

    answer = await reader.ask(
        f"mutation ($id: ID!) {{ {name}(input: {{id: $id}}) {{ __typename }} }}", id=PackageNode.id_of(package.id)
    )

    assert answer.codes == ["FORBIDDEN"]
    assert await written() == ([], [])


PREVIEW = """query ($service: ID, $package: ID, $language: String) {
    chatPreview(serviceId: $service, packageId: $package, language: $language) { language text pages isOnSale }
}"""


async def preview(asker: Asker, **asked: Any) -> dict[str, Any]:
    return dict((await asker.read(PREVIEW, **asked))["chatPreview"])


@pytest.mark.parametrize("language", ["en", "ur", "ar"])
async def test_the_preview_is_what_the_assistant_says(asker: Asker, shop: Shop, language: str) -> None:
    hosting, design = await services("Hosting", "Design")
    packages = [await make_package(hosting, f"Package {number}", position=number) for number in range(11)]
    await make_package(design, "Logo")

    menu = await preview(asker, language=language)
    listed = await preview(asker, service=ServiceNode.id_of(hosting.id), language=language)
    single = await preview(asker, service=ServiceNode.id_of(design.id), language=language)
    package = await preview(asker, package=PackageNode.id_of(packages[3].id), language=language)

    catalogue = Catalogue([service_fact(service) for service in await shop.catalog.on_sale()], language)
    assert menu == {
        "language": language,
        "text": catalogue.root().text,
        "pages": [catalogue.root().text],
        "isOnSale": True,
    }
    assert listed["pages"] == [catalogue.of_service(hosting.id, page=page).text for page in (0, 1)]
    assert listed["text"] == listed["pages"][0]
    assert package["text"] == catalogue.package(packages[3].id).text
    assert "Logo" in single["text"]


async def test_what_is_off_the_shelf_is_previewed_as_it_would_be(asker: Asker, shop: Shop) -> None:
    hosting, design = await services("Hosting", "Design")
    starter, secret = await make_package(hosting, "Starter"), await make_package(hosting, "Secret")
    await make_package(design, "Logo")
    await Service.filter(id=design.id).update(is_active=False)
    await Package.filter(id=secret.id).update(is_active=False)

    hidden = await preview(asker, package=PackageNode.id_of(secret.id))
    service = await preview(asker, service=ServiceNode.id_of(design.id))
    menu = await preview(asker)
    await Service.all().update(is_active=True)
    published = await preview(asker, service=ServiceNode.id_of(design.id))

    assert hidden["isOnSale"] is service["isOnSale"] is False
    assert "Secret" in hidden["text"]
    assert service["text"] == published["text"]
    assert published["isOnSale"] is True
    assert starter.name in menu["text"]  # one service alone: its packages are the menu


async def test_a_preview_of_nothing_says_why(asker: Asker) -> None:
    service = await make_service()
    thing, missing = ServiceNode.id_of(service.id), PackageNode.id_of(10**9)

    empty = await asker.ask(PREVIEW, service=thing)
    both = await asker.ask(PREVIEW, service=thing, package=missing)
    nowhere = await asker.ask(PREVIEW, package=missing)
    spoken = await asker.ask(PREVIEW, language="xx")
    menu = await preview(asker)

    assert empty.codes == both.codes == spoken.codes == ["INVALID_INPUT"]
    assert nowhere.codes == ["PACKAGE_NOT_FOUND"]
    assert menu["text"]
