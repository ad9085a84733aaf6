"""Reading and changing the catalogue."""

from asyncio import gather
from typing import Annotated, Any

import strawberry

from core.assistant.preview import preview
from core.languages.wording import speaking
from core.permissions import Permission
from core.templates import own_sentences
from graph.errors import ConflictProblem, NotFoundProblem
from graph.mutations import ASKED, actor, asked_as, first, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import catalog
from graph.schema.catalog import (
    ChatPreview,
    DeletionNeedsConfirmation,
    Package,
    PackageDeletePayload,
    PackagePayload,
    Service,
    ServiceDeletePayload,
    ServicePayload,
    ServiceReorderPayload,
)
from graph.schema.reordering import ListDiffersProblem


@strawberry.type
class CatalogQuery:
    @field(may=Permission.CATALOG_READ, description="What the shop sells, in the order of the menu if unsaid.")
    async def services(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            catalog.ServiceFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[catalog.ServiceSort | None, strawberry.argument(description="In which order.")] = None,
    ) -> Connection[Service] | None:
        return await catalog.services(wanted, order_by, Slice(first, after, last, before))

    @field(may=Permission.CATALOG_READ, description="A service; null when it does not exist.")
    async def service(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The service.")],  # noqa: A002
    ) -> Service | None:
        return await Service.load(info, Service.key(id))

    @field(may=Permission.CATALOG_READ, description="The packages of all services, by their place if unsaid.")
    async def packages(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            catalog.PackageFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[catalog.PackageSort | None, strawberry.argument(description="In which order.")] = None,
    ) -> Connection[Package] | None:
        return await catalog.packages(wanted, order_by, Slice(first, after, last, before))

    @field(may=Permission.CATALOG_READ, description="A package; null when it does not exist.")
    async def package(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The package.")],  # noqa: A002
    ) -> Package | None:
        return await Package.load(info, Package.key(id))

    @field(
        may=Permission.CATALOG_READ,
        description="What a customer who picks this is sent by the built-in assistant; of neither, the first menu.",
    )
    async def chat_preview(
        self,
        info: Info,
        service_id: Annotated[strawberry.ID | None, strawberry.argument(description="This service's list.")] = None,
        package_id: Annotated[strawberry.ID | None, strawberry.argument(description="This package.")] = None,
        language: Annotated[
            str | None, strawberry.argument(description="E.g. `ur-Latn`; the shop's own if unsaid.")
        ] = None,
    ) -> ChatPreview | None:
        with speaking(await own_sentences()):
            shown = await preview(
                info.context.shop.catalog,
                info.context.shop.settings,
                service_id=Service.key_if(service_id, field="serviceId"),
                package_id=Package.key_if(package_id, field="packageId"),
                language=language,
            )
        return ChatPreview(
            language=shown.language, text=shown.pages[0], pages=list(shown.pages), is_on_sale=shown.is_on_sale
        )


@strawberry.type
class CatalogMutation:
    @mutation(ServicePayload, may=Permission.CATALOG_WRITE, description="Makes a service.")
    async def service_create(self, info: Info, asked: Annotated[catalog.ServiceCreateInput, ASKED]) -> ServicePayload:
        rule = info.context.shop.catalog
        key = await once(info, asked, lambda: rule.create_service(asked.changes(), actor(info)))
        return ServicePayload(service=await Service.get(info, key))

    @mutation(ServicePayload, may=Permission.CATALOG_WRITE, description="Changes a service.")
    async def service_update(self, info: Info, asked: Annotated[catalog.ServiceUpdateInput, ASKED]) -> ServicePayload:
        rule = info.context.shop.catalog
        with asked_as(below="changes"):
            target, changes = Service.key(asked.id), asked.changes.given()
            key = await once(info, asked, lambda: rule.update_service(target, changes, actor(info)))
        return ServicePayload(service=await Service.get(info, key))

    @mutation(PackagePayload, may=Permission.CATALOG_WRITE, description="Makes a package of a service.")
    async def package_create(self, info: Info, asked: Annotated[catalog.PackageCreateInput, ASKED]) -> PackagePayload:
        rule = info.context.shop.catalog
        service, changes = Service.key(asked.service_id, field="serviceId"), asked.changes()
        key = await once(info, asked, lambda: rule.create_package(service, changes, actor(info)))
        return PackagePayload(package=await Package.get(info, key))

    @mutation(
        PackagePayload,
        may=Permission.CATALOG_WRITE,
        description="Changes a package; orders that were made keep what they were made with.",
    )
    async def package_update(self, info: Info, asked: Annotated[catalog.PackageUpdateInput, ASKED]) -> PackagePayload:
        rule = info.context.shop.catalog
        with asked_as(below="changes"):
            target, changes = Package.key(asked.id), asked.changes.given()
            key = await once(info, asked, lambda: rule.update_package(target, changes, actor(info)))
        return PackagePayload(package=await Package.get(info, key))

    @mutation(
        ServiceReorderPayload,
        may=Permission.CATALOG_WRITE,
        description="Puts the services into this order, from then on the menu's.",
        problems=(ListDiffersProblem,),
        without=(NotFoundProblem,),
    )
    async def service_reorder(
        self, info: Info, asked: Annotated[catalog.ServiceReorderInput, ASKED]
    ) -> ServiceReorderPayload:
        rule = info.context.shop.catalog
        ids = [Service.key(each, field="serviceIds") for each in asked.service_ids]

        async def act() -> dict[str, Any]:
            return {"ids": await rule.reorder_services(ids, actor(info))}

        keys = (await first(info, asked, act))["ids"]
        found = await gather(*(Service.load(info, key) for key in keys))
        # Asked again under its key, one may be gone since.
        return ServiceReorderPayload(services=[service for service in found if service is not None])

    @mutation(
        ServicePayload,
        may=Permission.CATALOG_WRITE,
        description="Puts the packages of a service into this order.",
        problems=(ListDiffersProblem,),
    )
    async def package_reorder(self, info: Info, asked: Annotated[catalog.PackageReorderInput, ASKED]) -> ServicePayload:
        rule, service = info.context.shop.catalog, Service.key(asked.service_id, field="serviceId")
        ids = [Package.key(each, field="packageIds") for each in asked.package_ids]
        key = await once(info, asked, lambda: rule.reorder_packages(service, ids, actor(info)))
        return ServicePayload(service=await Service.get(info, key))

    @mutation(ServicePayload, may=Permission.CATALOG_WRITE, description="Shows and sells a service.")
    async def service_publish(self, info: Info, asked: Annotated[catalog.ServicePublishInput, ASKED]) -> ServicePayload:
        rule, target = info.context.shop.catalog, Service.key(asked.id)
        key = await once(info, asked, lambda: rule.show_service(target, actor(info), is_active=True))
        return ServicePayload(service=await Service.get(info, key))

    @mutation(PackagePayload, may=Permission.CATALOG_WRITE, description="Shows and sells a package, if its service is.")
    async def package_publish(self, info: Info, asked: Annotated[catalog.PackagePublishInput, ASKED]) -> PackagePayload:
        rule, target = info.context.shop.catalog, Package.key(asked.id)
        key = await once(info, asked, lambda: rule.show_package(target, actor(info), is_active=True))
        return PackagePayload(package=await Package.get(info, key))

    @mutation(
        ServicePayload,
        may=Permission.CATALOG_WRITE,
        description="Takes a service off the shelf; orders that were made go on.",
    )
    async def service_unpublish(
        self, info: Info, asked: Annotated[catalog.ServiceUnpublishInput, ASKED]
    ) -> ServicePayload:
        rule, target = info.context.shop.catalog, Service.key(asked.id)
        key = await once(info, asked, lambda: rule.show_service(target, actor(info), is_active=False))
        return ServicePayload(service=await Service.get(info, key))

    @mutation(
        PackagePayload,
        may=Permission.CATALOG_WRITE,
        description="Takes a package off the shelf; orders that were made go on.",
    )
    async def package_unpublish(
        self, info: Info, asked: Annotated[catalog.PackageUnpublishInput, ASKED]
    ) -> PackagePayload:
        rule, target = info.context.shop.catalog, Package.key(asked.id)
        key = await once(info, asked, lambda: rule.show_package(target, actor(info), is_active=False))
        return PackagePayload(package=await Package.get(info, key))

    @mutation(
        ServicePayload,
        may=Permission.CATALOG_WRITE,
        description="Copies a service with all its packages; the copy is not shown until it is published.",
    )
    async def service_duplicate(
        self, info: Info, asked: Annotated[catalog.ServiceDuplicateInput, ASKED]
    ) -> ServicePayload:
        rule, target = info.context.shop.catalog, Service.key(asked.id)
        key = await once(info, asked, lambda: rule.duplicate_service(target, actor(info), name=asked.name))
        return ServicePayload(service=await Service.get(info, key))

    @mutation(
        PackagePayload,
        may=Permission.CATALOG_WRITE,
        description="Copies a package; the copy is not shown until it is published.",
    )
    async def package_duplicate(
        self, info: Info, asked: Annotated[catalog.PackageDuplicateInput, ASKED]
    ) -> PackagePayload:
        rule, target = info.context.shop.catalog, Package.key(asked.id)
        key = await once(info, asked, lambda: rule.duplicate_package(target, actor(info), name=asked.name))
        return PackagePayload(package=await Package.get(info, key))

    @mutation(
        ServiceDeletePayload,
        may=Permission.CATALOG_WRITE,
        description="Deletes a service with all its packages; asks first, naming what hangs on it.",
        problems=(DeletionNeedsConfirmation, ConflictProblem),
    )
    async def service_delete(
        self, info: Info, asked: Annotated[catalog.ServiceDeleteInput, ASKED]
    ) -> ServiceDeletePayload:
        rule, target = info.context.shop.catalog, Service.key(asked.id)

        async def act() -> dict[str, Any]:
            return {"id": await rule.delete_service(target, actor(info), confirm=asked.confirm)}

        key = (await first(info, asked, act))["id"]
        return ServiceDeletePayload(deleted_id=Service.id_of(key))

    @mutation(
        PackageDeletePayload,
        may=Permission.CATALOG_WRITE,
        description="Deletes a package; asks first, naming what hangs on it.",
        problems=(DeletionNeedsConfirmation, ConflictProblem),
    )
    async def package_delete(
        self, info: Info, asked: Annotated[catalog.PackageDeleteInput, ASKED]
    ) -> PackageDeletePayload:
        rule, target = info.context.shop.catalog, Package.key(asked.id)

        async def act() -> dict[str, Any]:
            return {"id": await rule.delete_package(target, actor(info), confirm=asked.confirm)}

        key = (await first(info, asked, act))["id"]
        return PackageDeletePayload(deleted_id=Package.id_of(key))
