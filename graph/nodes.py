"""Things with a global id: what each is called, whose right it needs and how a row becomes one."""

from typing import Any, ClassVar, Self

import strawberry

from core.errors import NotFoundError
from core.permissions import Permission
from graph import ids
from graph.context import Context
from models.base import Row

Info = strawberry.Info[Context, None]


@strawberry.interface(description="Something of the shop that has an id of its own, the same for ever.")
class Node:
    """A type of the schema says `class Order(Node, may=Permission.ORDERS_READ, table=tables.Order)`."""

    id: strawberry.ID = strawberry.field(description="The id, opaque: compare it, keep it, never take it apart.")

    may: ClassVar[Permission]
    table: ClassVar[type[Row]]
    kinds: ClassVar[dict[str, type["Node"]]] = {}

    def __init_subclass__(cls, *, may: Permission, table: type[Row]) -> None:
        super().__init_subclass__()
        cls.may = may
        cls.table = table
        Node.kinds[cls.__name__] = cls

    @classmethod
    def from_row(cls, row: Any) -> Self:
        """How a row of `table` becomes one; each type says it."""
        raise TypeError(f"{cls.__name__} cannot be made of {row!r}")

    @classmethod
    def id_of(cls, key: int) -> strawberry.ID:
        return ids.encode(cls.__name__, key)

    @classmethod
    def key(cls, text: str, *, field: str = "id") -> int:
        """Raises InvalidInputError that names `field` when the text is no id of this kind."""
        return ids.key_of(cls.__name__, text, field=field)

    @classmethod
    def key_if(cls, text: str | None, *, field: str) -> int | None:
        """As `key`, of an input that may be left out."""
        return None if text is None else cls.key(text, field=field)

    @classmethod
    async def load(cls, info: Info, key: int | None) -> Self | None:
        """By the loader of the operation; rights are the asking field's business."""
        row = None if key is None else await info.context.loaders.one(cls.table).load(key)
        return None if row is None else cls.from_row(row)

    @classmethod
    async def get(cls, info: Info, key: int) -> Self:
        """Of a row that another points to or a rule wrote. Raises NotFoundError when it was deleted meanwhile.

        So it is also when a mutation is told again under its key after what it made is gone.
        """
        found = await cls.load(info, key)
        if found is None:
            raise NotFoundError("This was deleted meanwhile.")
        return found


async def find(info: Info, text: str, *, field: str = "id") -> Node | None:
    """Whatever has this id, if there is such a thing and the caller may see it."""
    name, key = ids.decode(text, field=field)
    kind = Node.kinds.get(name)
    if kind is None:
        return None
    info.context.caller.demand(kind.may)
    return await kind.load(info, key)
