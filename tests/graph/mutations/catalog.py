"""The catalogue: services, packages, a whole file of them, and taking files away."""

from typing import Any

from models.catalog import Service
from tests.graph import rows
from tests.graph.mutations.calls import Call, Failure, Given, on, plain
from tests.graph.mutations.scene import Input, Scene, id_of

PRICE = {"amount": "2500.50", "currency": "PKR"}
CATALOG = '{"services": [{"name": "Domains"}]}'


async def _services_in_order(scene: Scene) -> Input:
    await scene.service()
    await scene.service()
    return {"serviceIds": [id_of(row) for row in await Service.all().order_by("-id")]}


async def _packages_in_order(scene: Scene) -> Input:
    service = await scene.service()
    packages = [await rows.make_package(service, name, position=place) for place, name in enumerate(("S", "M", "L"))]
    return {"serviceId": id_of(service), "packageIds": [id_of(row) for row in reversed(packages)]}


async def _one_left_out(scene: Scene) -> Input:
    asked = await _services_in_order(scene)
    return {"serviceIds": asked["serviceIds"][1:]}


async def _package_left_out(scene: Scene) -> Input:
    asked = await _packages_in_order(scene)
    return {**asked, "packageIds": asked["packageIds"][1:]}


async def _package_of_a_service(scene: Scene) -> Input:
    return {"serviceId": id_of(await scene.service()), "name": "Starter", "price": PRICE}


async def _with_an_upload_that_never_came(scene: Scene) -> Input:
    return {"format": "JSON", "uploadId": await scene.upload("CATALOG", content_type="application/json")}


def told_again_after_it_was_deleted(make: str, delete: str, thing: str, given: Given, **more: Any) -> Given:
    """The first answer cannot be given again: what it told of is gone."""

    async def again(scene: Scene) -> Input:
        asked = {**await given(scene), "idempotencyKey": f"{make} and then {delete}"}
        made = await scene.do(make, asked)
        await scene.do(delete, {"id": made[thing]["id"], **more})
        return asked

    return again


CALLS = {
    "serviceCreate": Call(plain(name="Hosting")),
    "serviceUpdate": Call(on(Scene.service, changes={"name": "Web hosting"})),
    "serviceDelete": Call(on(Scene.service, confirm=True)),
    "serviceDuplicate": Call(on(Scene.service)),
    "servicePublish": Call(on(Scene.hidden_service)),
    "serviceUnpublish": Call(on(Scene.service)),
    "serviceReorder": Call(_services_in_order, unknown={"serviceIds": "ListDiffersError"}),
    "packageCreate": Call(_package_of_a_service),
    "packageUpdate": Call(on(Scene.package, changes={"price": PRICE})),
    "packageDelete": Call(on(Scene.package, confirm=True)),
    "packageDuplicate": Call(on(Scene.package)),
    "packagePublish": Call(on(Scene.hidden_package)),
    "packageUnpublish": Call(on(Scene.package)),
    "packageReorder": Call(_packages_in_order, unknown={"packageIds": "ListDiffersError"}),
    "catalogImport": Call(plain(format="JSON", content=CATALOG, dryRun=False), other={"content": "{}"}),
    "catalogExportCreate": Call(plain(format="JSON"), other={"format": "CSV"}),
}

FAILURES = {
    ("serviceCreate", "InvalidInputError"): Failure(plain(name=" "), "INVALID_INPUT", ("name",)),
    ("serviceCreate", "NotFoundError"): Failure(
        told_again_after_it_was_deleted("serviceCreate", "serviceDelete", "service", plain(name="A"), confirm=True),
        "NOT_FOUND",
    ),
    ("serviceDelete", "DeletionNeedsConfirmationError"): Failure(on(Scene.service), "DELETION_NEEDS_CONFIRMATION"),
    ("packageDelete", "DeletionNeedsConfirmationError"): Failure(on(Scene.package), "DELETION_NEEDS_CONFIRMATION"),
    ("serviceReorder", "ListDiffersError"): Failure(_one_left_out, "LIST_DIFFERS", ("serviceIds",)),
    ("packageReorder", "ListDiffersError"): Failure(_package_left_out, "LIST_DIFFERS", ("packageIds",)),
    ("catalogImport", "InvalidInputError"): Failure(plain(format="JSON"), "INVALID_INPUT", ("content",)),
    ("catalogImport", "NotFoundError"): Failure(
        plain(format="JSON", uploadId="TWVkaWFVcGxvYWQ6OTk"), "UPLOAD_NOT_FOUND", ("uploadId",)
    ),
    ("catalogImport", "ConflictError"): Failure(_with_an_upload_that_never_came, "UPLOAD_NOT_FINISHED", ("uploadId",)),
    ("catalogImport", "CatalogNotImportableError"): Failure(
        plain(format="JSON", content='{"services": [{"name": ""}]}', dryRun=False),
        "CATALOG_NOT_IMPORTABLE",
        ("content",),
    ),
}
