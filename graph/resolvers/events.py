"""Reading the log of what happened."""

from typing import Annotated

import strawberry

from core import public_events
from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import field
from graph.schema.events import EventsSinceResult, HowMany, Types, events_since


@strawberry.type
class EventsQuery:
    @field(
        may=Permission.EVENTS_READ,
        description="The newest place in the log. Ask for it first, then read what there is: whatever changes "
        "meanwhile comes after this cursor, so that nothing is missed.",
    )
    async def event_cursor(self) -> str | None:
        return await public_events.newest_cursor()

    @field(
        may=Permission.EVENTS_READ,
        description="What happened after a cursor. CURSOR_EXPIRED: the log does not reach back so far, or was "
        "restored; take a new cursor and read everything anew. Each type also needs the right to read its subject.",
    )
    async def events_since(
        self,
        info: Info,
        after: Annotated[str, strawberry.argument(description="A cursor of `eventCursor`, an event or a page.")],
        types: Types = None,
        first: HowMany = None,
    ) -> EventsSinceResult | None:
        return await events_since(info, after, types, first)

    @field(may=Permission.EVENTS_READ, description="The types of events that you may be told of.")
    async def known_event_types(self, info: Info) -> list[str] | None:
        return sorted(public_events.types_known_to(info.context.caller))
