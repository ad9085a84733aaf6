"""Reading reports and the counters of the moment."""

from collections.abc import Awaitable
from typing import Annotated, TypeVar

import strawberry

from core.errors import InvalidInputError
from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import field
from graph.schema.reports import (
    AiUseReport,
    FunnelReport,
    ReportCounters,
    ReportFilter,
    ResponseTimesReport,
    RevenueReport,
    as_asked,
    wanted_of,
)

T = TypeVar("T")

Asked = Annotated[
    ReportFilter | None, strawberry.argument(name="filter", description="Which days; the last thirty if unsaid.")
]


async def _made(report: Awaitable[T]) -> T:
    try:
        return await report
    except InvalidInputError as error:
        raise as_asked(error) from None


@strawberry.type
class ReportsQuery:
    @field(may=Permission.REPORTS_READ, description="How many chats became orders, and how many of those were paid.")
    async def report_funnel(self, info: Info, asked: Asked = None) -> FunnelReport | None:
        return FunnelReport.of(await _made(info.context.shop.reports.funnel(wanted_of(asked))))

    @field(may=Permission.REPORTS_READ, description="What was earned: by currency, day, service and package.")
    async def report_revenue(self, info: Info, asked: Asked = None) -> RevenueReport | None:
        return RevenueReport.of(await _made(info.context.shop.reports.revenue(wanted_of(asked))))

    @field(may=Permission.REPORTS_READ, description="What AI providers were asked, and what it cost.")
    async def report_ai_use(self, info: Info, asked: Asked = None) -> AiUseReport | None:
        return AiUseReport.of(await _made(info.context.shop.reports.ai_use(wanted_of(asked))))

    @field(may=Permission.REPORTS_READ, description="How long customers waited for an answer.")
    async def report_response_times(self, info: Info, asked: Asked = None) -> ResponseTimesReport | None:
        return ResponseTimesReport.of(await _made(info.context.shop.reports.response_times(wanted_of(asked))))

    @field(may=Permission.REPORTS_READ, description="How the shop stands now.")
    async def report_counters(self, info: Info) -> ReportCounters | None:
        return ReportCounters.of(await info.context.shop.reports.counters())
