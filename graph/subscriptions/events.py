"""Following all that happens."""

from collections.abc import AsyncGenerator

import strawberry

from core.events.log import Cursor
from core.permissions import Permission
from core.public_events import PublicEvent, types_for
from graph.nodes import Info
from graph.permissions import subscription
from graph.schema.events import Event, Types
from graph.subscriptions.stream import After, ask_again


@strawberry.type
class EventsSubscription:
    @subscription(
        may=Permission.EVENTS_READ,
        description="Everything that happens but `customer.typing`, or only some types. "
        "Each type also needs the right to read its subject.",
    )
    async def events(self, info: Info, after: After = None, types: Types = None) -> AsyncGenerator[Event | None, None]:
        wanted = types_for(info.context.caller, types)
        place = None if after is None else Cursor.decode(after)
        async with info.context.shop.feed.subscribe(wanted, after=place) as told:
            async for event in told:
                ask_again(info, Permission.EVENTS_READ)
                yield Event.of(PublicEvent.of(event))
