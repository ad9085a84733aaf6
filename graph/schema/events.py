"""What happened, as integrators read it: a log with cursors."""

from datetime import datetime
from typing import Annotated, Self

import strawberry
from strawberry.scalars import JSON

from core import public_events
from core.errors import InvalidInputError
from core.public_events import PublicEvent
from graph.nodes import Info

DEFAULT_EVENTS = 100
MOST_EVENTS = 200

Types = Annotated[
    list[str] | None,
    strawberry.argument(
        description="Only these types, see `knownEventTypes`; left out: all that you may read but `customer.typing`."
    ),
]
HowMany = Annotated[
    int | None,
    strawberry.argument(description=f"How many; {DEFAULT_EVENTS} if unsaid, at most {MOST_EVENTS}."),
]


@strawberry.type(description="Something that happened.")
class Event:
    cursor: str = strawberry.field(description="Its place in the log; `after` it goes on from here.")
    type: str = strawberry.field(description="What happened, e.g. `order.changed`; it never changes once it exists.")
    happened_at: datetime = strawberry.field(description="When.")
    payload: JSON = strawberry.field(
        description="To what: ids as everywhere in this API (`orderId`, `customerId`) and plain words; never a text or "
        "a number of a person. New fields may be added."
    )

    @classmethod
    def of(cls, event: PublicEvent) -> Self:
        return cls(cursor=event.cursor, type=event.type, happened_at=event.happened_at, payload=JSON(event.payload))


@strawberry.type(description="A stretch of the log.")
class EventsSinceResult:
    events: list[Event] = strawberry.field(description="What happened, the oldest first.")
    next_cursor: str = strawberry.field(description="Where to go on, also when nothing has happened.")
    has_more: bool = strawberry.field(description="Whether there is more already.")


async def events_since(info: Info, after: str, types: list[str] | None, first: int | None) -> EventsSinceResult:
    most = DEFAULT_EVENTS if first is None else first
    if not 1 <= most <= MOST_EVENTS:
        raise InvalidInputError(f"It must be between 1 and {MOST_EVENTS}.", field="first")
    wanted = public_events.types_for(info.context.caller, types)
    stretch = await public_events.since(after, wanted, most)
    return EventsSinceResult(
        events=[Event.of(event) for event in stretch.events],
        next_cursor=stretch.next_cursor,
        has_more=stretch.has_more,
    )
