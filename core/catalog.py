"""What the shop sells: services, their packages, and how staff change them."""

from dataclasses import dataclass
from typing import Any

from tortoise.query_utils import Prefetch

from core import audit
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError, NotFoundError
from core.events.event_types import CatalogChanged
from core.money import Money, exponent
from models.catalog import DurationUnit, Package, Service

LONGEST_NAME = 120
LONGEST_TEXT = 4_000
MOST_FEATURES = 30


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
            values = _service_values(changes, creating=True)
            service.update_from_dict(values)
            await service.save()
            await self._record(work, actor, "service.create", service, {}, values)
            return service

    async def update_service(self, service_id: int, changes: ServiceChanges, actor: Actor) -> Service:
        async with self._database.unit_of_work() as work:
            service = await Service.filter(id=service_id).select_for_update().first()
            if service is None:
                raise ServiceNotFoundError("There is no such service.", field="id")
            values = _service_values(changes, creating=False)
            before = {key: getattr(service, key) for key in values}
            service.update_from_dict(values)
            await service.save()
            await self._record(work, actor, "service.update", service, before, values)
            return service

    async def create_package(self, service_id: int, changes: PackageChanges, actor: Actor) -> Package:
        if changes.price is None:
            raise InvalidInputError("A package has a price.", field="price")
        async with self._database.unit_of_work() as work:
            if not await Service.filter(id=service_id).select_for_update().exists():
                raise ServiceNotFoundError("There is no such service.", field="serviceId")
            package = Package(service_id=service_id, created_at=work.now)
            values = _package_values(changes, creating=True)
            package.update_from_dict(values)
            await package.save()
            await self._record(work, actor, "package.create", package, {}, values)
            return package

    async def update_package(self, package_id: int, changes: PackageChanges, actor: Actor) -> Package:
        async with self._database.unit_of_work() as work:
            package = await Package.filter(id=package_id).select_for_update().first()
            if package is None:
                raise PackageNotFoundError("There is no such package.", field="id")
            values = _package_values(changes, creating=False)
            before = {key: getattr(package, key) for key in values}
            package.update_from_dict(values)
            await package.save()
            await self._record(work, actor, "package.update", package, before, values)
            return package

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


def _service_values(changes: ServiceChanges, *, creating: bool) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if changes.name is not None or creating:
        values["name"] = _name(changes.name)
    if changes.description is not None:
        values["description"] = _text(changes.description, "description")
    if changes.position is not None:
        values["position"] = changes.position
    if changes.is_active is not None:
        values["is_active"] = changes.is_active
    return values


def _package_values(changes: PackageChanges, *, creating: bool) -> dict[str, Any]:
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
        values["position"] = changes.position
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
