"""Relay connections over keyset pages: a cursor is a place in a sorting, not a count of rows."""

import base64
import binascii
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

import orjson
import strawberry
from tortoise.queryset import QuerySet

from core import listing
from core.errors import InvalidInputError
from core.listing import Page, Place, Sorting, Window
from graph.filters import fitting
from graph.nodes import Info, Node
from graph.permissions import derived
from models.base import Row

DEFAULT_SIZE = 20
LARGEST_SIZE = 100
_LONGEST_CURSOR = 600

NodeT = TypeVar("NodeT", bound=Node)
RowT = TypeVar("RowT", bound=Row)

First = Annotated[
    int | None,
    strawberry.argument(description=f"How many from the start; {DEFAULT_SIZE} if unsaid, at most {LARGEST_SIZE}."),
]
After = Annotated[str | None, strawberry.argument(description="Only what comes after this cursor.")]
Last = Annotated[int | None, strawberry.argument(description=f"How many from the end; at most {LARGEST_SIZE}.")]
Before = Annotated[str | None, strawberry.argument(description="Only what comes before this cursor.")]


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether the list goes on after this page.")
    has_previous_page: bool = strawberry.field(description="Whether the list has something before this page.")
    start_cursor: str | None = strawberry.field(description="The cursor of the first of this page.")
    end_cursor: str | None = strawberry.field(description="The cursor of the last of this page.")


@strawberry.type(description="One place of a list.")
class Edge(Generic[NodeT]):
    cursor: str = strawberry.field(description="The place, for `after` and `before`; opaque.")
    node: NodeT = strawberry.field(description="What stands there.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[NodeT]):
    edges: list[Edge[NodeT]] = strawberry.field(description="The places of this page, in order.")
    nodes: list[NodeT] = strawberry.field(description="What stands at the places of this page, in order.")
    page_info: PageInfo = strawberry.field(description="Where this page stands in the list.")
    count: strawberry.Private[Callable[[], Awaitable[int | None]]]

    @derived(
        description="How many the whole list has; null when there are more than "
        f"{listing.MOST_COUNTED}. Counted only when it is asked for."
    )
    async def total_count(self) -> int | None:
        return await self.count()


class Slice(NamedTuple):
    """What a caller said about the page of a list."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None


def window(sorting: Sorting, asked: Slice) -> Window:
    """Raises InvalidInputError that names the argument."""
    first, after, last, before = asked
    if first is not None and last is not None:
        raise InvalidInputError("Ask for the first or for the last, not for both.", field="last")
    for name, size in (("first", first), ("last", last)):
        if size is not None and not 1 <= size <= LARGEST_SIZE:
            raise InvalidInputError(f"It must be between 1 and {LARGEST_SIZE}.", field=name)
    return Window(
        size=last or first or DEFAULT_SIZE,
        after=None if after is None else _place(after, sorting, "after"),
        before=None if before is None else _place(before, sorting, "before"),
        from_end=last is not None,
    )


def cursor(row: Row, sorting: Sorting) -> str:
    value = getattr(row, sorting.column)
    kind, plain = ("at", value.isoformat()) if isinstance(value, datetime) else (type(value).__name__, value)
    raw = orjson.dumps([sorting.column, kind, plain, row.id])
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _place(text: str, sorting: Sorting, field: str) -> Place:
    try:
        padded = text[:_LONGEST_CURSOR].encode("ascii") + b"=" * (-len(text) % 4)
        column, kind, plain, key = orjson.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        place = Place(_VALUES[kind](plain), _whole_number(key))
    except (binascii.Error, ValueError, TypeError, KeyError) as error:
        raise InvalidInputError("This is no cursor of this list.", field=field) from error
    if column != sorting.column:
        raise InvalidInputError("This cursor belongs to another order of this list.", field=field)
    return place


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(str(value))
    if moment.tzinfo is None:
        raise ValueError(value)
    return moment


def _whole_number(value: object) -> int:
    if type(value) is not int or not -(2**63) <= value < 2**63:
        raise ValueError(value)
    return value


def _words(value: object) -> str:
    # PostgreSQL can hold no NUL: such a cursor is not one of ours.
    if not isinstance(value, str) or "\x00" in value:
        raise ValueError(value)
    return value


_VALUES: dict[str, Callable[[object], listing.Sortable]] = {"at": _moment, "int": _whole_number, "str": _words}


async def connect(
    kind: type[NodeT],
    rows: QuerySet[Any],
    sorting: Sorting,
    asked: Slice,
) -> Connection[NodeT]:
    """A list that begins at the root: one statement for its page, one more when it is counted."""
    with fitting():
        page = await listing.page(rows, sorting, window(sorting, asked))

    async def count() -> int | None:
        return await listing.count(rows, sorting)

    return _connection(kind, page, sorting, count)


def connect_in_memory(kind: type[NodeT], rows: Sequence[Any], sorting: Sorting, asked: Slice) -> Connection[NodeT]:
    """A list that begins at the root and was read as a whole, because most of it is in no table."""
    page = listing.page_of(rows, sorting, window(sorting, asked))

    async def count() -> int:
        return len(rows)

    return _connection(kind, page, sorting, count)


async def connect_children(info: Info, kind: str, parent: str, key: int, asked: Slice) -> Connection[Any]:
    """The list that belongs to one thing, oldest first; asked for by many things at once it is still one read.

    `kind` is a name, because a thing and its list know each other: `Customer.orders`, `Order.customer`.
    """
    made_of = Node.kinds[kind]
    sorting = Sorting()
    loaders = info.context.loaders
    page: Page[Row] = await loaders.page(made_of.table, parent, window(sorting, asked)).load(key)

    async def count() -> int | None:
        return await loaders.count(made_of.table, parent).load(key)

    return _connection(made_of, page, sorting, count)


def _connection(
    kind: type[NodeT], page: Page[Any], sorting: Sorting, count: Callable[[], Awaitable[int | None]]
) -> Connection[NodeT]:
    edges = [Edge(cursor=cursor(row, sorting), node=kind.from_row(row)) for row in page.rows]
    return Connection(
        edges=edges,
        nodes=[edge.node for edge in edges],
        page_info=PageInfo(
            has_next_page=page.has_next,
            has_previous_page=page.has_previous,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
        count=count,
    )
