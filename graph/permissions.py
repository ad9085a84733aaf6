"""Who may ask for a field. Every field that leads to a thing, every mutation and every subscription says it here.

The plain fields of a thing need what the thing needs (`Node`, graph/nodes.py); a test walks the whole schema for fields
that say nothing.
"""

from collections.abc import Callable
from inspect import isawaitable
from types import MappingProxyType
from typing import Any, Final

import strawberry
from strawberry.extensions import FieldExtension
from strawberry.types.field import StrawberryField

from core.errors import ForbiddenError
from core.permissions import Permission

ANYBODY: Final = None  # needs no right: to sign in, for example
METADATA_KEY = "permission"
SIZE_KEY = "size"  # how long a list without pages is taken to be: graph/measures.py

Resolver = Callable[..., Any]


class Guard(FieldExtension):
    """Asks before the resolver runs."""

    def __init__(self, may: Permission | None, *, size: int | None = None) -> None:
        self.may = may
        self._size = size

    def apply(self, field: StrawberryField) -> None:
        known = {METADATA_KEY: self.may} if self._size is None else {METADATA_KEY: self.may, SIZE_KEY: self._size}
        field.metadata = MappingProxyType({**field.metadata, **known})

    def demand(self, info: strawberry.Info[Any, Any]) -> None:
        if self.may is not None:
            info.context.caller.demand(self.may)

    def resolve(self, next_: Resolver, source: Any, info: strawberry.Info[Any, Any], **arguments: Any) -> Any:
        self.demand(info)
        return next_(source, info, **arguments)

    async def resolve_async(
        self, next_: Resolver, source: Any, info: strawberry.Info[Any, Any], **arguments: Any
    ) -> Any:
        self.demand(info)
        result = next_(source, info, **arguments)
        # A subscription's stream is no awaitable: it is handed on and followed.
        return await result if isawaitable(result) else result


def person(info: strawberry.Info[Any, Any]) -> int:
    """The member of staff who asks. Raises ForbiddenError for a program."""
    key: int | None = info.context.caller.staff_id
    if key is None:
        raise ForbiddenError("This is for people who signed in, not for API keys.")
    return key


def sentence(may: Permission | None) -> str:
    """What the description of a guarded field ends with."""
    return "" if may is None else f" Needs `{may.value}`."


def field(
    *,
    may: Permission | None,
    description: str,
    name: str | None = None,
    deprecated: str | None = None,
    size: int | None = None,
) -> Callable[[Resolver], Any]:
    """A field behind a right. `deprecated` is the reason with the date of removal.

    `size`: of a list that is short by nature, how many it mostly holds; without it, it costs as much as a page.
    """
    made: Callable[[Resolver], Any] = strawberry.field(
        name=name,
        description=description + sentence(may),
        deprecation_reason=deprecated,
        extensions=[Guard(may, size=size)],
    )
    return made


def derived(*, description: str) -> Callable[[Resolver], Any]:
    """A field that is worked out of its own thing and leads nowhere else: it needs what the thing needs."""
    made: Callable[[Resolver], Any] = strawberry.field(description=description)
    return made


def subscription(*, may: Permission, description: str) -> Callable[[Resolver], Any]:
    """A stream behind a right, asked for at the start; before each event graph/subscriptions/stream.py asks again."""
    made: Callable[[Resolver], Any] = strawberry.subscription(
        description=description + sentence(may), extensions=[Guard(may)]
    )
    return made
