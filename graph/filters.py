"""Filters with operators, and the direction of an order: what lists of different things share."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import Enum, StrEnum
from typing import Any, Protocol

import strawberry
from tortoise.exceptions import ValidationError
from tortoise.expressions import Q

from core.errors import InvalidInputError
from core.listing import Sorting
from graph.scalars import described

LONGEST_SEARCH = 100


class SortDirection(StrEnum):
    ASC = "ASC"
    DESC = "DESC"


described(
    SortDirection,
    "Which end of an order comes first.",
    ASC="From the smallest or oldest up.",
    DESC="From the largest or newest down.",
)


@strawberry.input(description="A span of time; every bound that is given must hold.")
class DateTimeFilter:
    gte: datetime | None = strawberry.field(default=None, description="At this moment or later.")
    gt: datetime | None = strawberry.field(default=None, description="Later than this moment.")
    lte: datetime | None = strawberry.field(default=None, description="At this moment or earlier.")
    lt: datetime | None = strawberry.field(default=None, description="Earlier than this moment.")


class EnumFilter(Protocol):
    @property
    def in_(self) -> Sequence[Enum] | None: ...

    @property
    def not_in(self) -> Sequence[Enum] | None: ...


class SortInput(Protocol):
    @property
    def field(self) -> StrEnum: ...

    @property
    def direction(self) -> SortDirection: ...


def sorting(asked: SortInput | None, otherwise: Sorting) -> Sorting:
    """The members of a sort field's enum hold the names of columns."""
    if asked is None:
        return otherwise
    return Sorting(asked.field.value, descending=asked.direction is SortDirection.DESC)


def is_(column: str, value: Any) -> Q:
    """Holds for every row when there is no value to compare with."""
    return Q() if value is None else Q(**{column: value})


@contextmanager
def fitting() -> Iterator[None]:
    """Around whatever makes a statement of a filter. Raises InvalidInputError for what no column could be equal to."""
    try:
        yield
    except ValidationError as error:
        raise InvalidInputError("This filter compares with a text that is longer than any.", field="filter") from error


def within(column: str, span: DateTimeFilter | None) -> Q:
    wanted = Q()
    if span is not None:
        for operator in ("gte", "gt", "lte", "lt"):
            wanted &= is_(f"{column}__{operator}", getattr(span, operator))
    return wanted


def among(column: str, wanted: EnumFilter | None, *, may_be_null: bool = False) -> Q:
    """Of a column that may be null, the rows without a value are none of those that `notIn` names, so they hold."""
    if wanted is None:
        return Q()
    found = is_(f"{column}__in", wanted.in_)
    if not wanted.not_in:
        return found
    if may_be_null:
        return found & is_(f"{column}__not_in", wanted.not_in)
    # Said the other way round an index can find them.
    others = [member for member in type(wanted.not_in[0]) if member not in wanted.not_in]
    return found & is_(f"{column}__in", others)


def contains(text: str | None, *columns: str, field: str = "filter.search") -> Q:
    """Any of the columns contains the text, whatever the case. Raises InvalidInputError for one too long."""
    words = "" if text is None else " ".join(text.split())
    if len(words) > LONGEST_SEARCH or "\x00" in words:
        raise InvalidInputError(f"Search for at most {LONGEST_SEARCH} characters.", field=field)
    wanted = Q()
    if words:
        for column in columns:
            wanted |= Q(**{f"{column}__icontains": words})
    return wanted
