"""Services and packages as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

import strawberry

from core.catalog import (
    DeletionNeedsConfirmationError,
    Duration,
    PackageChanges,
    ServiceChanges,
)
from core.errors import ParleyError
from core.listing import Sorting
from core.permissions import Permission
from graph.errors import Problem, path_of
from graph.filters import SortDirection, contains, is_, sorting
from graph.money import Money, MoneyInput
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import Connection, Slice, connect
from graph.permissions import field
from graph.scalars import described
from models import catalog as tables
from models.catalog import DurationUnit

described(
    DurationUnit,
    "What the duration of a package is counted in.",
    HOUR="Hours.",
    DAY="Days.",
    WEEK="Weeks.",
    MONTH="Months.",
    YEAR="Years.",
)


@strawberry.type(description="Something the shop sells, in one or more packages.")
class Service(Node, may=Permission.CATALOG_READ, table=tables.Service):
    name: str = strawberry.field(description="What customers read.")
    description: str = strawberry.field(description="What it is; may be empty.")
    position: int = strawberry.field(description="Its place in the menu, the smallest first.")
    is_active: bool = strawberry.field(description="Whether it is shown and sold.")
    created_at: datetime = strawberry.field(description="When it was made.")
    updated_at: datetime = strawberry.field(description="When it was changed last.")
    row_id: strawberry.Private[int]

    @classmethod
    def from_row(cls, row: tables.Service) -> Self:
        return cls(
            id=cls.id_of(row.id),
            row_id=row.id,
            name=row.name,
            description=row.description,
            position=row.position,
            is_active=row.is_active,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )

    @field(may=Permission.CATALOG_READ, description="Its packages, in the order of the menu.", size=6)
    async def packages(
        self,
        info: Info,
        is_active: Annotated[bool | None, strawberry.argument(description="Only those that are sold, or not.")] = None,
    ) -> list["Package"]:
        rows = await info.context.loaders.children(tables.Package, "service_id", ("position", "id")).load(self.row_id)
        return [Package.from_row(row) for row in rows if is_active is None or row.is_active == is_active]


@strawberry.type(description="One way to buy a service: what is in it, how long, for how much.")
class Package(Node, may=Permission.CATALOG_READ, table=tables.Package):
    name: str = strawberry.field(description="What customers read.")
    description: str = strawberry.field(description="What it is; may be empty.")
    features: list[str] = strawberry.field(description="What is in it, point by point.")
    duration_count: int | None = strawberry.field(description="How long, in `durationUnit`; null if it has no end.")
    duration_unit: DurationUnit | None = strawberry.field(description="What `durationCount` counts.")
    price: Money = strawberry.field(description="What one costs.")
    position: int = strawberry.field(description="Its place among the packages of its service, the smallest first.")
    is_active: bool = strawberry.field(description="Whether it is shown and sold, if its service is.")
    created_at: datetime = strawberry.field(description="When it was made.")
    updated_at: datetime = strawberry.field(description="When it was changed last.")
    service_id: strawberry.Private[int]

    @classmethod
    def from_row(cls, row: tables.Package) -> Self:
        return cls(
            id=cls.id_of(row.id),
            service_id=row.service_id,
            name=row.name,
            description=row.description,
            features=row.features,
            duration_count=row.duration_count,
            duration_unit=row.duration_unit,
            price=Money.of(row.price_amount, row.currency),
            position=row.position,
            is_active=row.is_active,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )

    @field(may=Permission.CATALOG_READ, description="What it is a package of.")
    async def service(self, info: Info) -> Service:
        return await Service.get(info, self.service_id)


class ServiceSortField(StrEnum):
    POSITION = "position"
    NAME = "name"
    CREATED_AT = "created_at"


described(
    ServiceSortField,
    "What services can be ordered by.",
    POSITION="Their place in the menu.",
    NAME="Their name.",
    CREATED_AT="When they were made.",
)


@strawberry.input(description="An order of services.")
class ServiceSort:
    field: ServiceSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which services; everything that is given must hold.")
class ServiceFilter:
    is_active: bool | None = strawberry.field(default=None, description="Only those that are sold, or not.")
    search: str | None = strawberry.field(default=None, description="Words of the name or the description.")


class PackageSortField(StrEnum):
    POSITION = "position"
    NAME = "name"
    CREATED_AT = "created_at"


described(
    PackageSortField,
    "What packages can be ordered by.",
    POSITION="Their place among the packages of their service.",
    NAME="Their name.",
    CREATED_AT="When they were made.",
)


@strawberry.input(description="An order of packages.")
class PackageSort:
    field: PackageSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which packages; everything that is given must hold.")
class PackageFilter:
    is_active: bool | None = strawberry.field(default=None, description="Only those that are sold, or not.")
    service_id: strawberry.ID | None = strawberry.field(default=None, description="Only those of this service.")
    search: str | None = strawberry.field(default=None, description="Words of the name or the description.")


async def services(
    wanted: ServiceFilter | None,
    order: ServiceSort | None,
    asked: Slice,
) -> Connection[Service]:
    wanted = wanted or ServiceFilter()
    rows = tables.Service.filter(is_("is_active", wanted.is_active), contains(wanted.search, "name", "description"))
    return await connect(Service, rows, sorting(order, Sorting("position")), asked)


async def packages(
    wanted: PackageFilter | None,
    order: PackageSort | None,
    asked: Slice,
) -> Connection[Package]:
    wanted = wanted or PackageFilter()
    service_id = Service.key_if(wanted.service_id, field="filter.service_id")
    rows = tables.Package.filter(
        is_("is_active", wanted.is_active),
        is_("service_id", service_id),
        contains(wanted.search, "name", "description"),
    )
    return await connect(Package, rows, sorting(order, Sorting("position")), asked)


@strawberry.input(description="How long a package lasts.")
class DurationInput:
    count: int = strawberry.field(description="How many of the unit, 1 to 1000.")
    unit: DurationUnit = strawberry.field(description="What is counted.")

    def given(self) -> Duration:
        return Duration(self.count, self.unit)


@strawberry.input(description="A new service.")
class ServiceCreateInput(Asked):
    name: str = strawberry.field(description="What customers read, 1 to 120 characters.")
    description: str = strawberry.field(default="", description="What it is.")
    position: int | None = strawberry.field(
        default=None, description="Its place in the menu, the smallest first; null: behind the others."
    )
    is_active: bool = strawberry.field(default=True, description="Whether it is shown and sold at once.")

    def changes(self) -> ServiceChanges:
        return ServiceChanges(self.name, self.description, self.position, self.is_active)


@strawberry.input(description="What is to change of a service.")
class ServiceChangesInput:
    name: str | None = strawberry.field(default=None, description="What customers read, 1 to 120 characters.")
    description: str | None = strawberry.field(default=None, description="What it is.")
    position: int | None = strawberry.field(default=None, description="Its place in the menu.")
    is_active: bool | None = strawberry.field(default=None, description="Whether it is shown and sold.")

    def given(self) -> ServiceChanges:
        return ServiceChanges(self.name, self.description, self.position, self.is_active)


@strawberry.input(description="A service, and what is to change; what is left out or null stays as it is.")
class ServiceUpdateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The service.")
    changes: ServiceChangesInput = strawberry.field(description="What is to change.")


@strawberry.input(description="A new package of a service.")
class PackageCreateInput(Asked):
    service_id: strawberry.ID = strawberry.field(description="The service it is a package of.")
    name: str = strawberry.field(description="What customers read, 1 to 120 characters.")
    price: MoneyInput = strawberry.field(description="What one costs.")
    description: str = strawberry.field(default="", description="What it is.")
    features: list[str] = strawberry.field(default_factory=list, description="What is in it, point by point.")
    duration: DurationInput | None = strawberry.field(default=None, description="How long; null if it has no end.")
    position: int | None = strawberry.field(
        default=None, description="Its place among the packages of its service; null: behind the others."
    )
    is_active: bool = strawberry.field(default=True, description="Whether it is shown and sold at once.")

    def changes(self) -> PackageChanges:
        return PackageChanges(
            name=self.name,
            description=self.description,
            features=tuple(self.features),
            duration=self.duration.given() if self.duration else None,
            price=self.price.checked(field="price"),
            position=self.position,
            is_active=self.is_active,
        )


@strawberry.input(description="What is to change of a package.")
class PackageChangesInput:
    name: str | None = strawberry.field(default=None, description="What customers read, 1 to 120 characters.")
    description: str | None = strawberry.field(default=None, description="What it is.")
    features: list[str] | None = strawberry.field(default=None, description="What is in it, point by point.")
    duration: DurationInput | None = strawberry.field(default=None, description="How long it lasts.")
    clear_duration: bool = strawberry.field(default=False, description="True: from now on it has no end.")
    price: MoneyInput | None = strawberry.field(
        default=None, description="What one costs; orders that were made keep theirs."
    )
    position: int | None = strawberry.field(default=None, description="Its place among the packages of its service.")
    is_active: bool | None = strawberry.field(default=None, description="Whether it is shown and sold.")

    def given(self) -> PackageChanges:
        return PackageChanges(
            name=self.name,
            description=self.description,
            features=None if self.features is None else tuple(self.features),
            duration=self.duration.given() if self.duration else None,
            clear_duration=self.clear_duration,
            price=self.price.checked(field="price") if self.price else None,
            position=self.position,
            is_active=self.is_active,
        )


@strawberry.input(description="A package, and what is to change; what is left out or null stays as it is.")
class PackageUpdateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The package.")
    changes: PackageChangesInput = strawberry.field(description="What is to change.")


@strawberry.input(description="The order of all services.")
class ServiceReorderInput(Asked):
    service_ids: list[strawberry.ID] = strawberry.field(description="All services, in the order of the menu.")


@strawberry.input(description="The order of all packages of a service.")
class PackageReorderInput(Asked):
    service_id: strawberry.ID = strawberry.field(description="The service.")
    package_ids: list[strawberry.ID] = strawberry.field(description="All its packages, in the order of the menu.")


@strawberry.input(description="A service that is to be shown and sold.")
class ServicePublishInput(Asked):
    id: strawberry.ID = strawberry.field(description="The service.")


@strawberry.input(description="A service that is to be shown and sold no more.")
class ServiceUnpublishInput(Asked):
    id: strawberry.ID = strawberry.field(description="The service.")


@strawberry.input(description="A package that is to be shown and sold.")
class PackagePublishInput(Asked):
    id: strawberry.ID = strawberry.field(description="The package.")


@strawberry.input(description="A package that is to be shown and sold no more.")
class PackageUnpublishInput(Asked):
    id: strawberry.ID = strawberry.field(description="The package.")


@strawberry.input(description="A service that is to be copied with all its packages.")
class ServiceDuplicateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The service.")
    name: str | None = strawberry.field(default=None, description="The copy's name; unsaid, the next free one.")


@strawberry.input(description="A package that is to be copied.")
class PackageDuplicateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The package.")
    name: str | None = strawberry.field(default=None, description="The copy's name; unsaid, the next free one.")


@strawberry.input(description="A service that is to be deleted with all its packages.")
class ServiceDeleteInput(Asked):
    id: strawberry.ID = strawberry.field(description="The service.")
    confirm: bool = strawberry.field(default=False, description="True once it was read what hangs on it.")


@strawberry.input(description="A package that is to be deleted.")
class PackageDeleteInput(Asked):
    id: strawberry.ID = strawberry.field(description="The package.")
    confirm: bool = strawberry.field(default=False, description="True once it was read what hangs on it.")


@strawberry.type(
    name="DeletionNeedsConfirmationError",
    description="What would be lost by the deletion; asked again with `confirm`, it is done. "
    "Orders keep the names and prices they were made with.",
)
class DeletionNeedsConfirmation(Problem):
    package_count: int = strawberry.field(description="The packages that would be deleted with the service.")
    open_draft_count: int = strawberry.field(description="Summaries that customers were about to confirm.")
    order_count: int = strawberry.field(description="Orders that would lose their link to the package.")

    answers = DeletionNeedsConfirmationError

    @classmethod
    async def of(cls, error: ParleyError, info: Info) -> Self:  # noqa: ARG003 - others need it
        return cls(
            code=error.code,
            message=error.message,
            path=path_of(error),
            package_count=error.details["packages"],
            open_draft_count=error.details["open_drafts"],
            order_count=error.details["orders"],
        )


@strawberry.type(description="All services in their new order.")
class ServiceReorderPayload:
    services: list[Service] = strawberry.field(description="The services.")


@strawberry.type(description="A service was deleted with its packages.")
class ServiceDeletePayload:
    deleted_id: strawberry.ID = strawberry.field(description="The id that it had.")


@strawberry.type(description="A package was deleted.")
class PackageDeletePayload:
    deleted_id: strawberry.ID = strawberry.field(description="The id that it had.")


@strawberry.type(name="ChatPreviewResult", description="What the built-in assistant sends, word for word.")
class ChatPreview:
    language: str = strawberry.field(description="The language it is in.")
    text: str = strawberry.field(description="The message.")
    pages: list[str] = strawberry.field(
        description="The message, and those that follow when the customer asks for more."
    )
    is_on_sale: bool = strawberry.field(
        description="Whether customers are shown this today; false: they would be, once it is published."
    )


@strawberry.type(description="A service as it is now.")
class ServicePayload:
    service: Service = strawberry.field(description="The service.")


@strawberry.type(description="A package as it is now.")
class PackagePayload:
    package: Package = strawberry.field(description="The package.")
