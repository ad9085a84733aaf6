"""What the shop sells: services, their packages, and how staff change them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import Any

from tortoise.query_utils import Prefetch

from core import audit
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import ConflictError, InvalidInputError, NotFoundError
from core.events.event_types import CatalogChanged
from core.money import Money, exponent
from core.reordering import reorder
from models.catalog import DurationUnit, Package, Service

LONGEST_NAME = 120
LONGEST_TEXT = 4_000
MOST_FEATURES = 30
LARGEST_POSITION = 1_000_000

_SERVICE_FIELDS = ("name", "description", "position", "is_active")
_PACKAGE_FIELDS = (
    *_SERVICE_FIELDS,
    "features",
    "duration_count",
    "duration_unit",
    "price_amount",
    "currency",
)


class ServiceNotFoundError(NotFoundError):
    code = "SERVICE_NOT_FOUND"


class PackageNotFoundError(NotFoundError):
    code = "PACKAGE_NOT_FOUND"


@dataclass(frozen=True, slots=True)
class Duration:
    count: int
    unit: DurationUnit


@dataclass(frozen=True, slots=True)
class ServiceChanges:
    """What is None stays as it is."""

    name: str | None = None
    description: str | None = None
    position: int | None = None
    is_active: bool | None = None


@dataclass(frozen=True, slots=True)
class PackageChanges:
    """What is None stays as it is; `clear_duration` makes a package one without a duration."""

    name: str | None = None
    description: str | None = None
    features: tuple[str, ...] | None = None
    duration: Duration | None = None
    clear_duration: bool = False
    price: Money | None = None
    position: int | None = None
    is_active: bool | None = None


class DeletionNeedsConfirmationError(ConflictError):
    """`details` counts what hangs on it: `packages`, `open_drafts`, `orders`."""

    code = "DELETION_NEEDS_CONFIRMATION"


class Catalog:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def on_sale(self) -> list[Service]:
        """Active services with `packages` fetched, only active ones, in the order staff gave them; two statements."""
        on_sale = Package.filter(is_active=True).order_by("position", "id")
        services = Service.filter(is_active=True).order_by("position", "id")
        return await services.prefetch_related(Prefetch("packages", queryset=on_sale))

    async def create_service(self, changes: ServiceChanges, actor: Actor) -> Service:
        async with self._database.unit_of_work() as work:
            service = Service(created_at=work.now)
            values = service_values(changes, creating=True)
            if changes.position is None:
                values["position"] = await _last_place(work, "select max(position) as last from services")
            service.update_from_dict(values)
            await service.save()
            await self._record(work, actor, "service.create", service, {}, values)
            return service

    async def update_service(self, service_id: int, changes: ServiceChanges, actor: Actor) -> Service:
        async with self._database.unit_of_work() as work:
            service = await _locked_service(service_id)
            values = service_values(changes, creating=False)
            before = {key: getattr(service, key) for key in values}
            service.update_from_dict(values)
            await service.save()
            await self._record(work, actor, "service.update", service, before, values)
            return service

    async def create_package(self, service_id: int, changes: PackageChanges, actor: Actor) -> Package:
        if changes.price is None:
            raise InvalidInputError("A package has a price.", field="price")
        async with self._database.unit_of_work() as work:
            await _locked_service(service_id, field="serviceId")
            package = Package(service_id=service_id, created_at=work.now)
            values = package_values(changes, creating=True)
            if changes.position is None:
                among = "select max(position) as last from packages where service_id = $1"
                values["position"] = await _last_place(work, among, service_id)
            package.update_from_dict(values)
            await package.save()
            await self._record(work, actor, "package.create", package, {}, values)
            return package

    async def update_package(self, package_id: int, changes: PackageChanges, actor: Actor) -> Package:
        async with self._database.unit_of_work() as work:
            package = await _locked_package(package_id)
            values = package_values(changes, creating=False)
            before = {key: getattr(package, key) for key in values}
            package.update_from_dict(values)
            await package.save()
            await self._record(work, actor, "package.update", package, before, values)
            return package

    async def reorder_services(self, service_ids: list[int], actor: Actor) -> list[int]:
        """Puts all services into this order. Raises ListDiffersError when these are not all and no others."""
        async with self._database.unit_of_work() as work:
            known = [row["id"] for row in await work.fetch("select id from services order by id for update")]
            await reorder(work, actor, "service.reorder", "services", service_ids, known=known, field="service_ids")
            for service_id in service_ids:
                work.append(CatalogChanged(service_id))
            return service_ids

    async def reorder_packages(self, service_id: int, package_ids: list[int], actor: Actor) -> Service:
        """Puts all packages of the service into this order. Raises ListDiffersError as `reorder_services`."""
        async with self._database.unit_of_work() as work:
            service = await _locked_service(service_id, field="serviceId")
            rows = await work.fetch("select id from packages where service_id = $1 order by id for update", service_id)
            known = [row["id"] for row in rows]
            await reorder(work, actor, "package.reorder", "packages", package_ids, known=known, field="package_ids")
            work.append(CatalogChanged(service_id))
            return service

    async def show_service(self, service_id: int, actor: Actor, *, is_active: bool) -> Service:
        """Puts it on the shelf or takes it off; done already, nothing is written."""
        async with self._database.unit_of_work() as work:
            service = await _locked_service(service_id)
            await self._show(work, actor, service, is_active=is_active)
            return service

    async def show_package(self, package_id: int, actor: Actor, *, is_active: bool) -> Package:
        """As `show_service`; customers see it when its service is on the shelf too."""
        async with self._database.unit_of_work() as work:
            package = await _locked_package(package_id)
            await self._show(work, actor, package, is_active=is_active)
            return package

    async def duplicate_service(self, service_id: int, actor: Actor, *, name: str | None = None) -> Service:
        """With all its packages, off the shelf, right behind it. Without `name` it gets the next free one."""
        async with self._database.unit_of_work() as work:
            service = await _locked_service(service_id)
            taken = await work.fetch("select name from services")
            values = _copied(service, _SERVICE_FIELDS)
            values |= service_values(ServiceChanges(name=name), creating=True) if name is not None else {}
            values |= {"is_active": False} | ({} if name is not None else {"name": _free_name(service.name, taken)})
            copy = await Service.create(**values, created_at=work.now)
            packages = await Package.filter(service_id=service.id).order_by("position", "id")
            await Package.bulk_create(
                [
                    Package(**_copied(package, _PACKAGE_FIELDS), service_id=copy.id, created_at=work.now)
                    for package in packages
                ]
            )
            after = {"copy_of": service.id, "name": copy.name, "packages": len(packages)}
            await self._record(work, actor, "service.duplicate", copy, {}, after)
            return copy

    async def duplicate_package(self, package_id: int, actor: Actor, *, name: str | None = None) -> Package:
        """Off the shelf, right behind it. Without `name` it gets the next free one."""
        async with self._database.unit_of_work() as work:
            package = await _locked_package(package_id)
            taken = await work.fetch("select name from packages where service_id = $1", package.service_id)
            values = _copied(package, _PACKAGE_FIELDS) | {"is_active": False}
            values["name"] = _free_name(package.name, taken) if name is None else _name(name)
            copy = await Package.create(**values, service_id=package.service_id, created_at=work.now)
            after = {"copy_of": package.id, "name": copy.name}
            await self._record(work, actor, "package.duplicate", copy, {}, after)
            return copy

    async def delete_service(self, service_id: int, actor: Actor, *, confirm: bool) -> int:
        """Deletes it with its packages; orders keep what they sold. Raises DeletionNeedsConfirmationError."""
        async with self._database.unit_of_work() as work:
            packages = "select id from packages where service_id = $1"
            drafts = await _hold_drafts(work, packages, service_id)
            service = await _locked_service(service_id)
            await _judge_deletion(work, packages, service_id, drafts, is_service=True, confirm=confirm)
            gone = [row["id"] for row in await work.fetch(packages, service_id)]
            before = {"name": service.name, "is_active": service.is_active, "package_ids": gone}
            await self._record(work, actor, "service.delete", service, before, {})
            await service.delete()
            return service_id

    async def delete_package(self, package_id: int, actor: Actor, *, confirm: bool) -> int:
        """Orders keep what they sold. Raises DeletionNeedsConfirmationError."""
        async with self._database.unit_of_work() as work:
            packages = "select id from packages where id = $1"
            drafts = await _hold_drafts(work, packages, package_id)
            package = await _locked_package(package_id)
            await _judge_deletion(work, packages, package_id, drafts, is_service=False, confirm=confirm)
            before = _copied(package, _PACKAGE_FIELDS) | {"service_id": package.service_id}
            await self._record(work, actor, "package.delete", package, before, {})
            await package.delete()
            return package_id

    async def _show(self, work: UnitOfWork, actor: Actor, row: Service | Package, *, is_active: bool) -> None:
        if row.is_active == is_active:
            return
        row.is_active = is_active
        await row.save(update_fields=["is_active", "updated_at"])
        kind = "service" if isinstance(row, Service) else "package"
        verb = "publish" if is_active else "unpublish"
        await self._record(work, actor, f"{kind}.{verb}", row, {"is_active": not is_active}, {"is_active": is_active})

    async def _record(
        self,
        work: UnitOfWork,
        actor: Actor,
        action: str,
        row: Service | Package,
        before: dict[str, Any],
        after: dict[str, Any],
    ) -> None:
        subject = "services" if isinstance(row, Service) else "packages"
        service_id = row.id if isinstance(row, Service) else row.service_id
        await audit.record(work, actor, action, subject, row.id, before=before, after=after)
        work.append(CatalogChanged(service_id))


async def _locked_service(service_id: int, *, field: str = "id") -> Service:
    service = await Service.filter(id=service_id).select_for_update().first()
    if service is None:
        raise ServiceNotFoundError("There is no such service.", field=field)
    return service


async def _locked_package(package_id: int) -> Package:
    package = await Package.filter(id=package_id).select_for_update().first()
    if package is None:
        raise PackageNotFoundError("There is no such package.", field="id")
    return package


async def _last_place(work: UnitOfWork, among: str, *arguments: object) -> int:
    """Behind all the others. Two made at the same moment may share it: then the elder comes first."""
    last = (await work.fetch(among, *arguments))[0]["last"]
    return 0 if last is None else min(last + 1, LARGEST_POSITION)


async def _hold_drafts(work: UnitOfWork, packages: str, key: int) -> list[int]:
    """What customers may be confirming right now, held before the catalogue: they lock in this order as well."""
    rows = await work.fetch(
        f"select id from drafts where state = 'PROPOSED' and package_id in ({packages}) order by id for update",  # noqa: S608
        key,
    )
    return [row["id"] for row in rows]


async def _judge_deletion(
    work: UnitOfWork, packages: str, key: int, drafts: list[int], *, is_service: bool, confirm: bool
) -> None:
    """What is deleted must be locked. Raises DeletionNeedsConfirmationError, or ConflictError for a draft just made."""
    rows = await work.fetch(
        f"with gone as ({packages}) select "  # noqa: S608 - texts of ours
        "(select count(*) from gone) as packages, "
        "(select count(*) from drafts where state = 'PROPOSED' and package_id in (select id from gone)) as drafts, "
        "(select count(*) from orders where package_id in (select id from gone)) as orders",
        key,
    )
    found = rows[0]
    if not confirm:
        raise DeletionNeedsConfirmationError(
            "Confirm that it is to be deleted with all that hangs on it.",
            packages=found["packages"] if is_service else 0,
            open_drafts=found["drafts"],
            orders=found["orders"],
        )
    if found["drafts"] > len(drafts):
        # It is not held, and its customer may hold it and wait for us.
        raise ConflictError("A customer is choosing it at this moment; try again.", field="id")


def _free_name(name: str, taken: Iterable[dict[str, Any]]) -> str:
    """E.g. "Starter (2)", within the length of a name."""
    known = {row["name"] for row in taken}
    endings = (f" ({number})" for number in count(2))
    return next(
        each
        for each in (name[: LONGEST_NAME - len(ending)].rstrip() + ending for ending in endings)
        if each not in known
    )


def _copied(row: Service | Package, fields: tuple[str, ...]) -> dict[str, Any]:
    return {field: getattr(row, field) for field in fields}


def _position(position: int) -> int:
    if not 0 <= position <= LARGEST_POSITION:
        raise InvalidInputError(f"A place is a number from 0 to {LARGEST_POSITION:,}.", field="position")
    return position


def service_values(changes: ServiceChanges, *, creating: bool) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if changes.name is not None or creating:
        values["name"] = _name(changes.name)
    if changes.description is not None:
        values["description"] = _text(changes.description, "description")
    if changes.position is not None:
        values["position"] = _position(changes.position)
    if changes.is_active is not None:
        values["is_active"] = changes.is_active
    return values


def package_values(changes: PackageChanges, *, creating: bool) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if changes.name is not None or creating:
        values["name"] = _name(changes.name)
    if changes.description is not None:
        values["description"] = _text(changes.description, "description")
    if changes.features is not None:
        values["features"] = _features(changes.features)
    if changes.clear_duration:
        values |= {"duration_count": None, "duration_unit": None}
    elif changes.duration is not None:
        if not 1 <= changes.duration.count <= 1_000:
            raise InvalidInputError("A duration counts from 1 to 1000.", field="duration.count")
        values |= {"duration_count": changes.duration.count, "duration_unit": changes.duration.unit}
    if changes.price is not None:
        exponent(changes.price.currency)
        if changes.price.amount < 0:
            raise InvalidInputError("A price cannot be negative.", field="price.amount")
        values |= {"price_amount": changes.price.amount, "currency": changes.price.currency}
    if changes.position is not None:
        values["position"] = _position(changes.position)
    if changes.is_active is not None:
        values["is_active"] = changes.is_active
    return values


def _name(name: str | None) -> str:
    cleaned = " ".join((name or "").split())
    if not 1 <= len(cleaned) <= LONGEST_NAME:
        raise InvalidInputError(f"A name has 1 to {LONGEST_NAME} characters.", field="name")
    return cleaned


def _text(text: str, field: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise InvalidInputError(f"At most {LONGEST_TEXT} characters.", field=field)
    return text.strip()


def _features(features: tuple[str, ...]) -> list[str]:
    cleaned = [" ".join(feature.split()) for feature in features]
    if len(cleaned) > MOST_FEATURES or any(not 1 <= len(feature) <= 200 for feature in cleaned):
        raise InvalidInputError(f"At most {MOST_FEATURES} features, each with 1 to 200 characters.", field="features")
    return cleaned
