"""A whole catalogue at once, from a file: first what is wrong with it and what it would change, then all or nothing.

Services are known by their name, packages by their name within their service, whatever the case. What the file does
not name stays as it is; nothing is deleted.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from core import audit
from core.audit import Actor
from core.catalog_format import PACKAGE_KEYS
from core.catalog_reading import Entry, Problem, Problems, ServiceEntry, key_of, read_csv, read_json
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError
from core.events.event_types import CatalogChanged
from core.exports import ExportFormat
from models.catalog import Package, Service

MAX_BYTES = 2 * 1024 * 1024

_BATCH = 500

# What a person reads of a column, in the words of the file.
_KEYS = {
    "is_active": "isActive",
    "price_amount": "price",
    "currency": "price",
    "duration_count": "duration",
    "duration_unit": "duration",
}
_SERVICE_COLUMNS = ("description", "position", "is_active")
_PACKAGE_COLUMNS = (*_SERVICE_COLUMNS, "features", "duration_count", "duration_unit", "price_amount", "currency")
_NO_NUMBER: dict[str, Any] = {"description": "", "is_active": True}


class CatalogTooLargeError(InvalidInputError):
    code = "CATALOG_TOO_LARGE"


class CatalogNotImportableError(InvalidInputError):
    """Nothing was changed. `details["outcome"]` is an Outcome with all that is wrong."""

    code = "CATALOG_NOT_IMPORTABLE"


@dataclass(frozen=True, slots=True)
class Change:
    """`change` is CREATED, UPDATED or UNCHANGED; `package` is None for the service itself."""

    change: str
    service: str
    package: str | None
    fields: tuple[str, ...]
    path: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    problem_count: int


@dataclass(slots=True)
class _Plan:
    """The rows to be written, not written yet; a new one has no id."""

    changes: list[Change] = field(default_factory=list)
    new_services: list[Service] = field(default_factory=list)
    old_services: list[tuple[Service, dict[str, Any]]] = field(default_factory=list)
    new_packages: list[tuple[Package, Service]] = field(default_factory=list)
    old_packages: list[tuple[Package, dict[str, Any]]] = field(default_factory=list)


class CatalogImport:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def look(self, form: ExportFormat, data: bytes) -> Outcome:
        """What would happen; nothing does. Raises CatalogTooLargeError."""
        entries, problems = _read(form, data)
        plan = await _plan(entries, problems, locking=False)
        return _outcome(plan, problems)

    async def apply(self, form: ExportFormat, data: bytes, actor: Actor) -> Outcome:
        """All of it in one transaction. Raises CatalogTooLargeError or CatalogNotImportableError."""
        entries, problems = _read(form, data)
        async with self._database.unit_of_work() as work:
            plan = await _plan(entries, problems, locking=True)
            outcome = _outcome(plan, problems)
            if outcome.problem_count:
                raise CatalogNotImportableError(
                    f"The file has {outcome.problem_count} mistakes; nothing was changed.",
                    field="content",
                    outcome=outcome,
                )
            await _write(work, plan, actor)
            return outcome


def _read(form: ExportFormat, data: bytes) -> tuple[list[ServiceEntry], Problems]:
    if len(data) > MAX_BYTES:
        raise CatalogTooLargeError(f"A catalogue's file has at most {MAX_BYTES // 1024} KiB.", field="content")
    problems = Problems()
    entries = read_json(data, problems) if form is ExportFormat.JSON else read_csv(data, problems)
    return [entry for entry in entries if entry.name], problems


def _outcome(plan: _Plan, problems: Problems) -> Outcome:
    kept = sorted(problems.kept, key=lambda problem: problem.line or 0)
    return Outcome(tuple(plan.changes), tuple(kept), problems.count)


async def _plan(entries: list[ServiceEntry], problems: Problems, *, locking: bool) -> _Plan:
    """Two statements, whatever the file holds; in an order in which nobody waits for each other: see core/drafts.py."""
    services = Service.all().order_by("id")
    known: dict[str, list[Service]] = defaultdict(list)
    for service in await (services.select_for_update() if locking else services):
        known[key_of(service.name)].append(service)
    wanted = [service.id for entry in entries for service in known[entry.key]]
    packages = Package.filter(service_id__in=wanted).order_by("id")
    of_service: dict[int, list[Package]] = defaultdict(list)
    for package in await (packages.select_for_update() if locking else packages):
        of_service[package.service_id].append(package)
    last = max((service.position for found in known.values() for service in found), default=0)
    plan = _Plan()
    for entry in entries:
        found = known[entry.key]
        if len(found) > 1:
            problems.add(entry.where, "name", "AMBIGUOUS", f"{len(found)} services are called so; rename one first.")
            continue
        if not found:
            last += 1
        service = _plan_service(plan, entry, found[0] if found else None, last)
        _plan_packages(plan, entry, service, of_service[service.id] if found else [], problems)
    return plan


def _plan_service(plan: _Plan, entry: ServiceEntry, service: Service | None, last: int) -> Service:
    if service is None:
        service = Service(name=entry.name, **{**_NO_NUMBER, "position": last, **entry.values})
        plan.new_services.append(service)
        plan.changes.append(_change("CREATED", entry, entry.name, None, entry.values))
        return service
    before = _differing(service, entry.values)
    if before:
        service.update_from_dict(entry.values)
        plan.old_services.append((service, before))
    plan.changes.append(_change("UPDATED" if before else "UNCHANGED", entry, service.name, None, before))
    return service


def _plan_packages(
    plan: _Plan, service_entry: ServiceEntry, service: Service, packages: list[Package], problems: Problems
) -> None:
    known: dict[str, list[Package]] = defaultdict(list)
    for package in packages:
        known[key_of(package.name)].append(package)
    last = max((package.position for package in packages), default=0)
    for entry in service_entry.packages:
        found = known[entry.key] if entry.name else []
        if not entry.name:
            continue
        if len(found) > 1:
            problems.add(entry.where, "name", "AMBIGUOUS", f"{len(found)} packages of it are called so.")
        elif found:
            package, before = found[0], _differing(found[0], entry.values)
            if before:
                package.update_from_dict(entry.values)
                plan.old_packages.append((package, before))
            change = "UPDATED" if before else "UNCHANGED"
            plan.changes.append(_change(change, entry, service.name, package.name, before))
        elif "price_amount" not in entry.values:
            if "price" not in entry.said:
                problems.add(entry.where, "price", "MISSING", "A new package needs a price.")
        else:
            last += 1
            values = {**_NO_NUMBER, "features": [], "position": last, **entry.values}
            plan.new_packages.append((Package(name=entry.name, **values), service))
            plan.changes.append(_change("CREATED", entry, service.name, entry.name, entry.values))


def _differing(row: Service | Package, values: dict[str, Any]) -> dict[str, Any]:
    """What the row has where the file says something else."""
    return {name: getattr(row, name) for name, value in values.items() if getattr(row, name) != value}


def _change(change: str, entry: Entry, service: str, package: str | None, values: dict[str, Any]) -> Change:
    names = {_KEYS.get(name, name) for name in values}
    fields = tuple(key for key in PACKAGE_KEYS if key in names)
    return Change(change, service, package, fields, entry.where.path(""), entry.where.line)


async def _write(work: UnitOfWork, plan: _Plan, actor: Actor) -> None:
    """A number of statements that does not grow with the file but for its batches."""
    await _give_ids(work, "services", plan.new_services)
    await _give_ids(work, "packages", [package for package, _ in plan.new_packages])
    for package, service in plan.new_packages:
        package.service_id = service.id
    rows: list[Service | Package] = [*plan.new_services, *(package for package, _ in plan.new_packages)]
    for row in rows:
        row.created_at = work.now
    for changed, _ in (*plan.old_services, *plan.old_packages):
        changed.updated_at = work.now
    await Service.bulk_create(plan.new_services, batch_size=_BATCH)
    await Package.bulk_create([package for package, _ in plan.new_packages], batch_size=_BATCH)
    if plan.old_services:
        services = [service for service, _ in plan.old_services]
        await Service.bulk_update(services, [*_SERVICE_COLUMNS, "updated_at"], batch_size=_BATCH)
    if plan.old_packages:
        packages = [package for package, _ in plan.old_packages]
        await Package.bulk_update(packages, [*_PACKAGE_COLUMNS, "updated_at"], batch_size=_BATCH)
    await audit.record_many(work, actor, _audited(plan))
    touched = {service.id for service in plan.new_services} | {service.id for service, _ in plan.old_services}
    touched |= {package.service_id for package, _ in (*plan.new_packages, *plan.old_packages)}
    for service_id in sorted(touched):
        work.append(CatalogChanged(service_id))


async def _give_ids(work: UnitOfWork, table: str, rows: list[Any]) -> None:
    if not rows:
        return
    found = await work.fetch(
        f"select nextval(pg_get_serial_sequence('{table}', 'id')) as id from generate_series(1, $1::int)",  # noqa: S608
        len(rows),
    )
    for row, each in zip(rows, found, strict=True):
        row.id = each["id"]
        # Tortoise writes an id of ours only if it knew it from the beginning, or is told so.
        row._custom_generated_pk = True  # noqa: SLF001


def _audited(plan: _Plan) -> list[audit.Entry]:
    entries = [
        audit.Entry("service.create", "services", row.id, {}, {"name": row.name, **_kept(row, _SERVICE_COLUMNS)})
        for row in plan.new_services
    ]
    entries += [
        audit.Entry("package.create", "packages", row.id, {}, {"name": row.name, **_kept(row, _PACKAGE_COLUMNS)})
        for row, _ in plan.new_packages
    ]
    entries += [
        audit.Entry("service.update", "services", row.id, before, _kept(row, tuple(before)))
        for row, before in plan.old_services
    ]
    entries += [
        audit.Entry("package.update", "packages", row.id, before, _kept(row, tuple(before)))
        for row, before in plan.old_packages
    ]
    return entries


def _kept(row: Service | Package, columns: tuple[str, ...]) -> dict[str, Any]:
    return {column: getattr(row, column) for column in columns}
