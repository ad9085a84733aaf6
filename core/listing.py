"""Reading lists without knowing what is in them: pages by keyset, rows by id, and children of many parents at once.

Rules decide; this only reads. Why the API reads through here: docs/decisions/0006-reading-lists.md.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from tortoise.connection import get_connection
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from core.database import CONNECTION
from models.base import Row

RowT = TypeVar("RowT", bound=Row)

Sortable = datetime | int | str

# Lists are counted up to here: to count on would read all of a large table for a number that nobody reads.
MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Sorting:
    """`column` is never null in the table; the id parts rows that are equal in it."""

    column: str = "id"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands in a sorting; it stays meaningful when the row itself is gone."""

    value: Sortable
    id: int


@dataclass(frozen=True, slots=True)
class Window:
    """`size` rows between two places, counted from the start or from the end."""

    size: int
    after: Place | None = None
    before: Place | None = None
    from_end: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[RowT]):
    rows: list[RowT]
    has_next: bool
    has_previous: bool

    @classmethod
    def cut(cls, rows: list[RowT], window: Window) -> "Page[RowT]":
        """From the rows read in reading direction, one more than asked for when there are more."""
        has_more = len(rows) > window.size
        rows = rows[: window.size]
        if window.from_end:
            return cls(rows[::-1], has_next=window.before is not None, has_previous=has_more)
        return cls(rows, has_next=has_more, has_previous=window.after is not None)


async def page(rows: QuerySet[RowT], sorting: Sorting, window: Window) -> Page[RowT]:
    """One statement, whatever the size of the table before the page."""
    if window.after is not None:
        rows = rows.filter(_beyond(window.after, sorting.column, descending=sorting.descending))
    if window.before is not None:
        rows = rows.filter(_beyond(window.before, sorting.column, descending=not sorting.descending))
    order = _order(sorting, backwards=window.from_end)
    return Page.cut(await rows.order_by(*order).limit(window.size + 1), window)


async def count(rows: QuerySet[RowT], sorting: Sorting) -> int | None:
    """None when there are more than `MOST_COUNTED`. One statement that reads as the pages of the list do."""
    counted = rows.order_by(*_order(sorting)).limit(MOST_COUNTED + 1).only("id")
    counted.sql()  # makes the query, which Tortoise then keeps
    sql, values = counted.query.get_parameterized_sql()
    found = await get_connection(CONNECTION).execute_query_dict(
        f"select count(*) as amount from ({sql}) as counted",  # noqa: S608 - Tortoise's own text, with parameters
        values,
    )
    return _at_most(found[0]["amount"])


def _at_most(amount: int) -> int | None:
    return None if amount > MOST_COUNTED else amount


def _order(sorting: Sorting, *, backwards: bool = False) -> tuple[str, ...]:
    sign = "-" if sorting.descending != backwards else ""
    return (f"{sign}id",) if sorting.column == "id" else (f"{sign}{sorting.column}", f"{sign}id")


def page_of(rows: Sequence[Any], sorting: Sorting, window: Window) -> Page[Any]:
    """The same of what is in memory already; each has the column and an id."""

    def place(row: Any) -> Any:
        return (getattr(row, sorting.column), row.id)

    def is_between(row: Any) -> bool:
        here = place(row)
        ends = [(end.value, end.id) if end else None for end in (window.after, window.before)]
        first, last = reversed(ends) if sorting.descending else ends
        return (first is None or here > first) and (last is None or here < last)

    chosen = sorted(filter(is_between, rows), key=place, reverse=sorting.descending != window.from_end)
    return Page.cut(chosen[: window.size + 1], window)


def _beyond(place: Place, column: str, *, descending: bool) -> Q:
    way = "lt" if descending else "gt"
    if column == "id":
        return _where(f"id__{way}", place.id)
    # The first condition alone would do as a bound; it lets the index of the column find the start.
    return _where(f"{column}__{way}e", place.value) & (
        _where(f"{column}__{way}", place.value) | _where(f"id__{way}", place.id)
    )


def _where(term: str, value: Any) -> Q:
    return Q(**{term: value})


async def by_ids(table: type[RowT], ids: Collection[int]) -> dict[int, RowT]:
    return {row.id: row for row in await table.filter(id__in=list(ids))}


async def children(
    table: type[RowT], parent: str, parent_ids: Collection[int], order: tuple[str, ...] = ("id",)
) -> dict[int, list[RowT]]:
    """All rows whose column `parent` is one of the ids, each list in `order`."""
    found: dict[int, list[RowT]] = defaultdict(list)
    for row in await table.filter(**{f"{parent}__in": list(parent_ids)}).order_by(*order):
        found[getattr(row, parent)].append(row)
    return found


async def pages_of_children(
    table: type[RowT], parent: str, parent_ids: Collection[int], window: Window
) -> dict[int, Page[RowT]]:
    """One page for each parent, in the order the rows were written: two statements for any number of parents."""
    direction = "desc" if window.from_end else "asc"
    bounds: list[int] = []
    conditions = ""
    for place, sign in ((window.after, ">"), (window.before, "<")):
        if place is not None:
            bounds.append(place.id)
            conditions += f" and id {sign} ${len(bounds) + 1}"
    # Only names of our own tables and whole numbers of ours become text of the statement.
    child = table._meta.db_table  # noqa: SLF001 - Tortoise has no public way to a table's name
    sql = (
        "select child.id from unnest($1::bigint[]) as parent (id) cross join lateral ("  # noqa: S608
        f'select id from "{child}" where "{parent}" = parent.id{conditions} '
        f"order by id {direction} limit {window.size + 1:d}) as child"
    )
    found = await get_connection(CONNECTION).execute_query_dict(sql, [list(parent_ids), *bounds])
    rows: dict[int, list[RowT]] = defaultdict(list)
    sign = "-" if window.from_end else ""
    for row in await table.filter(id__in=[each["id"] for each in found]).order_by(f"{sign}id"):
        rows[getattr(row, parent)].append(row)
    return {parent_id: Page.cut(rows[parent_id], window) for parent_id in parent_ids}


async def counts_of_children(table: type[RowT], parent: str, parent_ids: Collection[int]) -> dict[int, int | None]:
    """None for a parent with more than `MOST_COUNTED`; one statement for any number of parents."""
    child = table._meta.db_table  # noqa: SLF001 - as above
    sql = (
        "select parent.id, counted.amount from unnest($1::bigint[]) as parent (id) cross join lateral ("  # noqa: S608
        f'select count(*) as amount from (select 1 from "{child}" where "{parent}" = parent.id '
        f"limit {MOST_COUNTED + 1:d}) as child) as counted"
    )
    found = await get_connection(CONNECTION).execute_query_dict(sql, [list(parent_ids)])
    return {row["id"]: _at_most(row["amount"]) for row in found}
