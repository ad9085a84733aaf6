"""Reading and changing the catalogue."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph.mutations import ASKED, actor, asked_as, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import catalog
from graph.schema.catalog import Package, PackagePayload, Service, ServicePayload


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
