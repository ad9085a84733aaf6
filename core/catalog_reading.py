"""Reads a catalogue's file, formed as core/catalog_format.py says, and finds all that is wrong with it."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import orjson

from core.catalog_format import (
    COLUMNS,
    PACKAGE_COLUMNS,
    PACKAGE_KEYS,
    SERVICE_COLUMNS,
    SERVICE_KEYS,
    original,
)
from core.catalog_values import PACKAGE_FIELDS, SERVICE_FIELDS, Judges, service_name
from core.errors import InvalidInputError

MOST_SERVICES = 500
MOST_PACKAGES = 5_000

# More than a person reads; the number of all is told as well.
MOST_PROBLEMS = 200

_NUMBER = re.compile(r"-?[0-9]{1,9}")
_TRUE, _FALSE = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})
_DELIMITERS = (",", ";", "\t")  # spreadsheets write what their country separates by


@dataclass(frozen=True, slots=True)
class Problem:
    """`line` is that of a table; `path` names the column, or leads to the place in JSON."""

    code: str
    message: str
    path: str
    line: int | None


@dataclass(slots=True)
class Problems:
    kept: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, where: "Place", key: str, code: str, message: str) -> None:
        self.count += 1
        if len(self.kept) < MOST_PROBLEMS:
            self.kept.append(Problem(code, message, where.path(key), where.line))


class Place(Protocol):
    """Where an entry stands in its file."""

    @property
    def line(self) -> int | None: ...

    def path(self, key: str) -> str: ...


@dataclass(frozen=True, slots=True)
class InJson:
    start: str

    @property
    def line(self) -> int | None:
        return None

    def path(self, key: str) -> str:
        return f"{self.start}.{key}" if self.start and key else self.start or key


@dataclass(frozen=True, slots=True)
class InTable:
    line: int | None
    columns: Mapping[str, str]  # by the keys of JSON

    def path(self, key: str) -> str:
        return self.columns.get(key, key)


@dataclass(frozen=True, slots=True)
class Entry:
    """A service or a package as the file has it: `values` are columns of its table, only those that were said."""

    name: str
    values: dict[str, Any]
    said: frozenset[str]  # the keys it has in the file, also where what they say is wrong
    where: Place

    @property
    def key(self) -> str:
        return key_of(self.name)


@dataclass(frozen=True, slots=True)
class ServiceEntry(Entry):
    packages: list[Entry]


def key_of(name: str) -> str:
    """What makes two names one."""
    return " ".join(name.split()).casefold()


def read_json(data: bytes, problems: Problems) -> list[ServiceEntry]:
    top = InJson("")
    try:
        told = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        problems.add(InTable(error.lineno, {}), "", "NOT_JSON", f"This is no JSON: {error.msg}.")
        return []
    if not isinstance(told, dict) or not isinstance(told.get("services"), list):
        problems.add(top, "services", "WRONG_TYPE", "It must be an object whose “services” is a list.")
        return []
    _judge_keys(told, ("services",), top, problems)
    raw = [(each, InJson(f"services[{number}]")) for number, each in enumerate(told["services"])]
    return _entries(raw, problems)


def read_csv(data: bytes, problems: Problems) -> list[ServiceEntry]:
    start = InTable(1, {})
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.add(InTable(line, {}), "", "NOT_UTF8", "The file is not UTF-8; save it as “CSV UTF-8”.")
        return []
    lines = _lines(text, problems)
    _, header = next(lines, (1, []))
    names = [name.strip().casefold() for name in header]
    for name in sorted({name for name in names if name not in COLUMNS or names.count(name) > 1}):
        problem = "There is no such column" if name not in COLUMNS else "This column is there twice"
        problems.add(start, name, "UNKNOWN_COLUMN", f"{problem}; the columns are {', '.join(COLUMNS)}.")
    problems_before = problems.count
    for needed in ("service", "package"):
        if needed not in names:
            problems.add(start, needed, "MISSING", "This column is missing.")
    return [] if problems.count > problems_before else _entries(_grouped(lines, names, problems), problems)


def _lines(text: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """Each line with the number it begins at; a cell may hold several lines."""
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        begin = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.add(InTable(begin, {}), "", "NOT_CSV", f"This line is no CSV: {error}.")
            return
        if any(cell.strip() for cell in cells):
            yield begin, cells


def _grouped(
    lines: Iterator[tuple[int, list[str]]], names: list[str], problems: Problems
) -> list[tuple[dict[str, Any], Place]]:
    """The lines of a table as JSON would have them: the packages below their service."""
    services: dict[str, tuple[dict[str, Any], Place]] = {}
    said: dict[str, dict[str, tuple[str, int]]] = {}
    for line, cells in lines:
        where = InTable(line, {value: key for key, value in SERVICE_COLUMNS.items()})
        if len(cells) > len(names):
            problems.add(where, "", "TOO_MANY_CELLS", f"The line has {len(cells)} cells, the first one {len(names)}.")
            continue
        row = {name: original(cell).strip() for name, cell in zip(names, cells, strict=False) if name in COLUMNS}
        key = key_of(row.get("service", "")) or f"nameless {line}"
        if key not in services:
            services[key] = ({"name": row.get("service", ""), "packages": []}, where)
            said[key] = {}
        service = services[key][0]
        for column, name in SERVICE_COLUMNS.items():
            cell = row.get(column, "")
            if column == "service" or not cell:
                continue
            first, first_line = said[key].setdefault(name, (cell, line))
            if first != cell:
                problems.add(where, name, "CONFLICT", f"Line {first_line} says something else of the same service.")
            service.setdefault(name, _cell(name, cell))
        if "service_description" in row and "description" not in service:
            service["description"] = ""
        package = _package_of(row)
        if row.get("package") or any(row.get(column) for column in PACKAGE_COLUMNS):
            service["packages"].append((package, InTable(line, {value: key for key, value in PACKAGE_COLUMNS.items()})))
    return list(services.values())


def _package_of(row: dict[str, str]) -> dict[str, Any]:
    """An empty cell empties a text and ends a duration; of other columns it says nothing."""
    package: dict[str, Any] = {"name": row.get("package", "")}
    if "description" in row:
        package["description"] = row["description"]
    if "features" in row:
        package["features"] = [feature for feature in row["features"].splitlines() if feature.strip()]
    if "duration_count" in row or "duration_unit" in row:
        count, unit = row.get("duration_count", ""), row.get("duration_unit", "").upper()
        package["duration"] = {"count": _cell("count", count), "unit": unit} if count or unit else None
    if row.get("price") or row.get("currency"):
        package["price"] = {"amount": row.get("price", ""), "currency": row.get("currency", "").upper()}
    for column, name in (("is_active", "isActive"), ("position", "position")):
        if row.get(column):
            package[name] = _cell(name, row[column])
    return package


def _cell(name: str, cell: str) -> Any:
    """As JSON would have it, if it can be that."""
    if name in {"position", "count"} and _NUMBER.fullmatch(cell):
        return int(cell)
    if name == "isActive" and cell.casefold() in _TRUE | _FALSE:
        return cell.casefold() in _TRUE
    return cell


def _entries(raw: Sequence[tuple[Any, Place]], problems: Problems) -> list[ServiceEntry]:
    if len(raw) > MOST_SERVICES:
        problems.add(raw[MOST_SERVICES][1], "", "TOO_MANY", f"At most {MOST_SERVICES} services at once.")
        return []
    entries: list[ServiceEntry] = []
    seen: dict[str, Place] = {}
    left = MOST_PACKAGES
    for told, where in raw:
        if not _is_object(told, SERVICE_KEYS, where, problems):
            continue
        packages = _packages_of(told, where, problems)
        left -= len(packages)
        if left < 0:
            problems.add(where, "packages", "TOO_MANY", f"At most {MOST_PACKAGES} packages at once.")
            return entries
        entry = ServiceEntry(
            name=_name(told, where, problems),
            values=_values(SERVICE_FIELDS, told, where, problems),
            said=frozenset(told),
            where=where,
            packages=_distinct([_package(*each, problems) for each in packages], problems),
        )
        _judge_first(entry, seen, problems)
        entries.append(entry)
    return entries


def _packages_of(service: dict[str, Any], where: Place, problems: Problems) -> list[tuple[Any, Place]]:
    told = service.get("packages", [])
    if not isinstance(told, list):
        problems.add(where, "packages", "WRONG_TYPE", "It must be a list.")
        return []
    if isinstance(where, InTable):
        return told
    return [(each, InJson(where.path(f"packages[{number}]"))) for number, each in enumerate(told)]


def _package(told: Any, where: Place, problems: Problems) -> Entry | None:
    if not _is_object(told, PACKAGE_KEYS, where, problems):
        return None
    values = _values(PACKAGE_FIELDS, told, where, problems)
    return Entry(_name(told, where, problems), values, frozenset(told), where)


def _distinct(found: list[Entry | None], problems: Problems) -> list[Entry]:
    entries = [entry for entry in found if entry is not None]
    seen: dict[str, Place] = {}
    for entry in entries:
        _judge_first(entry, seen, problems)
    return entries


def _judge_first(entry: Entry, seen: dict[str, Place], problems: Problems) -> None:
    first = seen.setdefault(entry.key, entry.where)
    if entry.name and first is not entry.where:
        place = first.path("name") if first.line is None else f"line {first.line}"
        problems.add(entry.where, "name", "DUPLICATE", f"The same name stands at {place}.")


def _is_object(told: Any, keys: tuple[str, ...], where: Place, problems: Problems) -> bool:
    if not isinstance(told, dict):
        problems.add(where, "", "WRONG_TYPE", "It must be an object.")
        return False
    _judge_keys(told, keys, where, problems)
    return True


def _judge_keys(told: dict[str, Any], keys: tuple[str, ...], where: Place, problems: Problems) -> None:
    for key in told:
        if key not in keys:
            problems.add(where, key[:80], "UNKNOWN_KEY", f"There is no such key here; there are {', '.join(keys)}.")


def _name(told: dict[str, Any], where: Place, problems: Problems) -> str:
    if told.get("name", "") == "":
        problems.add(where, "name", "MISSING", "It needs a name.")
        return ""
    before = problems.count
    values = _values({"name": service_name}, told, where, problems)
    return str(values["name"]) if problems.count == before else ""


def _values(fields: Judges, told: dict[str, Any], where: Place, problems: Problems) -> dict[str, Any]:
    """Each is judged by itself, so that every one that is wrong is told."""
    values: dict[str, Any] = {}
    for key, judged in fields.items():
        if key not in told:
            continue
        try:
            values |= judged(told[key])
        except InvalidInputError as error:
            # The rule names a part of the field as the API calls it, e.g. "price.amount".
            path = error.field if error.field and error.field.startswith(f"{key}.") else key
            problems.add(where, path, error.code, error.message)
    return values
