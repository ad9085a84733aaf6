"""What every stream has: a cursor to come back to, a right asked for before each event, fresh rows for each."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

import strawberry

from core import clock
from core.errors import UnauthenticatedError
from core.events.event_types import Event
from core.events.log import Cursor
from core.permissions import Permission
from graph.nodes import Info

After = Annotated[
    str | None,
    strawberry.argument(
        description="The cursor of the last event you have: what came after it is told first, without a gap or a "
        "repeat. CURSOR_EXPIRED or RESYNC_REQUIRED: read things anew and follow without it."
    ),
]


EventT = TypeVar("EventT", bound=Event)


@dataclass(frozen=True, slots=True)
class Told(Generic[EventT]):
    cursor: str
    event: EventT


@asynccontextmanager
async def follow(
    info: Info, may: Permission, *types: type[EventT], after: str | None
) -> AsyncIterator[AsyncIterator[Told[EventT]]]:
    """Events of these types from now on, or from a cursor. Whoever loses the right hears no further one."""
    cursor = None if after is None else Cursor.decode(after)
    by_name = {each.type: each for each in types}
    async with info.context.shop.feed.subscribe(frozenset(by_name), after=cursor) as events:

        async def told() -> AsyncGenerator[Told[EventT], None]:
            async for logged in events:
                ask_again(info, may)
                yield Told(logged.cursor.encode(), by_name[logged.type].from_payload(logged.payload))

        async with aclosing(told()) as stream:
            yield stream


def ask_again(info: Info, may: Permission) -> None:
    """Before each event: a stream may outlive the sign-in it began with. Forgets the rows of the event before."""
    context = info.context
    if context.caller.expires_at is not None and context.caller.expires_at <= clock.now():
        raise UnauthenticatedError("This sign-in has ended; sign in again.")
    context.caller.demand(may)
    context.loaders.clear()
