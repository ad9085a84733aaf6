"""Following notices."""

from collections.abc import AsyncGenerator

import strawberry

from core.events.event_types import NoticeChanged, NoticeRaised
from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import subscription
from graph.schema.notices import Notice, NoticeChangedEvent, NoticeRaisedEvent
from graph.subscriptions.stream import After, follow


@strawberry.type
class NoticesSubscription:
    @subscription(may=Permission.NOTICES_READ, description="Each new notice.")
    async def notice_raised(self, info: Info, after: After = None) -> AsyncGenerator[NoticeRaisedEvent | None, None]:
        async with follow(info, Permission.NOTICES_READ, NoticeRaised, after=after) as events:
            async for told in events:
                if notice := await Notice.load(info, told.event.notice_id):
                    yield NoticeRaisedEvent(cursor=told.cursor, notice=notice)

    @subscription(may=Permission.NOTICES_READ, description="Each notice that somebody has seen or that is over.")
    async def notice_changed(self, info: Info, after: After = None) -> AsyncGenerator[NoticeChangedEvent | None, None]:
        async with follow(info, Permission.NOTICES_READ, NoticeChanged, after=after) as events:
            async for told in events:
                if notice := await Notice.load(info, told.event.notice_id):
                    yield NoticeChangedEvent(cursor=told.cursor, notice=notice)
