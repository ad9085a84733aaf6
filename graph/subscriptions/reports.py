"""Following the counters of the moment."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

import strawberry

from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import subscription
from graph.schema.reports import ReportCounters, ReportCountersChangedEvent
from graph.subscriptions.stream import ask_again


@strawberry.type
class ReportsSubscription:
    @subscription(
        may=Permission.REPORTS_READ,
        description="How the shop stands now, at once, and then whenever a counter moved, at most once a second.",
    )
    async def report_counters_changed(self, info: Info) -> AsyncGenerator[ReportCountersChangedEvent | None, None]:
        async with aclosing(info.context.shop.live_counters.follow()) as counted:
            async for newest in counted:
                ask_again(info, Permission.REPORTS_READ)
                yield ReportCountersChangedEvent(
                    cursor=newest.place.encode(), counters=ReportCounters.of(newest.counters)
                )
