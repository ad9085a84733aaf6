"""What every table shares: the key, the text enum and the two small column types that Tortoise lacks."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from tortoise import fields
from tortoise.fields.base import Field
from tortoise.fields.db_defaults import Now, SqlDefault
from tortoise.models import Model

EnumT = TypeVar("EnumT", bound=StrEnum)

# Longer than the longest member of any enum here, so that adding a member never changes a column.
ENUM_LENGTH = 32


# For columns that came later: a process of the version before inserts rows without them.
EMPTY_LIST = SqlDefault("'[]'::jsonb")


class Row(Model):
    """A row with a bigint key (why: docs/decisions/0003-bigint-keys.md) and the time it was written."""

    id = fields.BigIntField(primary_key=True)
    created_at = fields.DatetimeField(db_default=Now())

    class Meta:
        abstract = True


class Xid8Field(Field[int], int):
    """PostgreSQL's 64-bit transaction id; filled by the database alone."""

    SQL_TYPE = "XID8"

    def __init__(self, **options: Any) -> None:
        super().__init__(db_default=SqlDefault("pg_current_xact_id()"), **options)

    if not TYPE_CHECKING:

        def to_python_value(self, value: object) -> int | None:
            return None if value is None else int(value)


def enum_field(enum_type: type[EnumT], **options: Any) -> Any:
    """A text column that holds one member of `enum_type`; its CHECK stands in the migration."""
    return fields.CharEnumField(enum_type, max_length=ENUM_LENGTH, **options)
