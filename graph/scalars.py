"""The scalars of the schema, and how its enums get their descriptions."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, TypeVar

import strawberry
from graphql import FloatValueNode, GraphQLError, IntValueNode, StringValueNode, ValueNode
from strawberry.types.scalar import ScalarDefinition

EnumT = TypeVar("EnumT", bound=type[Enum])

_LONGEST_DECIMAL = 40


def _decimal_text(value: Decimal) -> str:
    return format(value, "f")


def _decimal_of(value: object) -> Decimal:
    # A JSON number with a point has been a binary float by the time it is here, and may have lost a digit.
    if isinstance(value, bool) or not isinstance(value, str | int) or len(str(value)) > _LONGEST_DECIMAL:
        raise GraphQLError("A Decimal is a string such as “1999.50”, or a whole number.")
    try:
        decimal = Decimal(value)
    except InvalidOperation:
        raise GraphQLError("A Decimal is a string such as “1999.50”, or a whole number.") from None
    if not decimal.is_finite() or abs(decimal.adjusted()) > _LONGEST_DECIMAL:
        raise GraphQLError("A Decimal is a finite number of a reasonable size.")
    return decimal


def _decimal_of_literal(node: ValueNode, _variables: dict[str, Any] | None = None) -> Decimal:
    if isinstance(node, StringValueNode | IntValueNode | FloatValueNode):
        return _decimal_of(node.value)
    raise GraphQLError("A Decimal is a string such as “1999.50”, or a number.", node)


def _datetime_text(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _datetime_of(value: object) -> datetime:
    message = "A DateTime looks like “2026-11-22T09:30:00Z” and says its offset from UTC."
    if not isinstance(value, str) or len(value) > _LONGEST_DECIMAL:
        raise GraphQLError(message)
    try:
        parsed = datetime.fromisoformat(value)
        if parsed.tzinfo is None:
            raise GraphQLError(message)
        return parsed.astimezone(UTC)
    except (ValueError, OverflowError):
        raise GraphQLError(message) from None


def _date_of(value: object) -> date:
    try:
        # fromisoformat takes weeks and dates without dashes too.
        if isinstance(value, str) and date.fromisoformat(value).isoformat() == value:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise GraphQLError("A Date looks like “2026-11-22”.")


SCALARS: Mapping[object, ScalarDefinition] = {
    date: strawberry.scalar(
        name="Date",
        description="A day of the business's time zone in ISO 8601, e.g. “2026-11-22”.",
        specified_by_url="https://scalars.graphql.org/andimarek/local-date.html",
        serialize=date.isoformat,
        parse_value=_date_of,
    ),
    Decimal: strawberry.scalar(
        name="Decimal",
        description="An exact decimal number, written as a string, e.g. “1999.50”. Never a binary float.",
        serialize=_decimal_text,
        parse_value=_decimal_of,
        parse_literal=_decimal_of_literal,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment in ISO 8601, in UTC when it is answered, e.g. “2026-11-22T09:30:00Z”.",
        specified_by_url="https://scalars.graphql.org/andimarek/date-time.html",
        serialize=_datetime_text,
        parse_value=_datetime_of,
    ),
}


def described(enum_type: EnumT, description: str, *, name: str | None = None, **members: str) -> EnumT:
    """Makes an enum of ours one of the schema. Each member must be described; the tables know nothing of it."""
    undescribed = {member.name for member in enum_type} ^ members.keys()
    if undescribed:
        raise TypeError(f"{enum_type.__name__}: describe exactly its members, see {sorted(undescribed)}")
    made = strawberry.enum(enum_type, name=name, description=description)
    definition: Any = made.__strawberry_definition__  # type: ignore[attr-defined]  # put there by strawberry.enum
    for value in definition.values:
        value.description = members[value.name]
    return made
