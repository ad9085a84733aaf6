"""The catalogue as a file: what an export writes and an import reads, as JSON and as a table.

JSON: {"services": [{name, description, isActive, position, packages: [{name, description, features: [text], duration:
{count, unit} or null, price: {amount: "1999.50", currency}, isActive, position}]}]}.
The table has a line for each package under `COLUMNS`, which repeats its service, and one line for a service without
packages. The features of a package stand in one cell, one to a line.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from core.money import Money
from models.catalog import Package, Service

SERVICE_KEYS = ("name", "description", "isActive", "position", "packages")
PACKAGE_KEYS = ("name", "description", "features", "duration", "price", "isActive", "position")

SERVICE_COLUMNS = {
    "service": "name",
    "service_description": "description",
    "service_is_active": "isActive",
    "service_position": "position",
}
PACKAGE_COLUMNS = {
    "package": "name",
    "description": "description",
    "features": "features",
    "duration_count": "duration.count",
    "duration_unit": "duration.unit",
    "price": "price.amount",
    "currency": "price.currency",
    "is_active": "isActive",
    "position": "position",
}
COLUMNS = (*SERVICE_COLUMNS, *PACKAGE_COLUMNS)

TRUE, FALSE = "yes", "no"

# What a spreadsheet would take for a formula is written behind an apostrophe; see defusedcsv.
_DEFUSED = re.compile(r"^'(?=[@+\-=|%])")


def service_entry(service: Service, packages: Sequence[Package]) -> dict[str, Any]:
    return {
        "name": service.name,
        "description": service.description,
        "isActive": service.is_active,
        "position": service.position,
        "packages": [package_entry(package) for package in packages],
    }


def package_entry(package: Package) -> dict[str, Any]:
    has_end = package.duration_count is not None and package.duration_unit is not None
    return {
        "name": package.name,
        "description": package.description,
        "features": list(package.features),
        "duration": {"count": package.duration_count, "unit": package.duration_unit} if has_end else None,
        "price": {
            "amount": format(Money(package.price_amount, package.currency).to_major(), "f"),
            "currency": package.currency,
        },
        "isActive": package.is_active,
        "position": package.position,
    }


def table_rows(service: Service, packages: Sequence[Package]) -> Iterator[tuple[str, ...]]:
    """In the order of `COLUMNS`."""
    of_service = (service.name, service.description, _yes(is_so=service.is_active), str(service.position))
    for package in packages:
        price = Money(package.price_amount, package.currency)
        yield (
            *of_service,
            package.name,
            package.description,
            "\n".join(package.features),
            "" if package.duration_count is None else str(package.duration_count),
            "" if package.duration_unit is None else package.duration_unit.value,
            format(price.to_major(), "f"),
            price.currency,
            _yes(is_so=package.is_active),
            str(package.position),
        )
    if not packages:
        yield (*of_service, *([""] * len(PACKAGE_COLUMNS)))


def original(cell: str) -> str:
    """A cell as it was before it was made harmless to spreadsheets."""
    bare = _DEFUSED.sub("", cell)
    return cell if bare == cell else bare.replace("\\|", "|")


def _yes(*, is_so: bool) -> str:
    return TRUE if is_so else FALSE
