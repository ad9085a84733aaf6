"""The reports and the live counters as the API shows them."""

from datetime import date
from decimal import Decimal
from typing import Self

import strawberry

from core import reports
from core.errors import InvalidInputError
from core.reports import DAYS_IF_UNSAID, LONGEST_DAYS, Counters, Wanted
from graph.money import Money


@strawberry.input(description="Which days of the business's time zone a report is about, both ends included.")
class ReportFilter:
    from_: date | None = strawberry.field(
        name="from", default=None, description=f"The first day; if unsaid there are {DAYS_IF_UNSAID} days."
    )
    to: date | None = strawberry.field(
        default=None, description=f"The last day; today if unsaid. At most {LONGEST_DAYS} days in all."
    )
    include_simulated: bool = strawberry.field(
        default=False, description="Whether chats and orders of the simulator count too; reports leave them out."
    )

    def wanted(self) -> Wanted:
        return Wanted(self.from_, self.to, self.include_simulated)


def wanted_of(asked: ReportFilter | None) -> Wanted:
    return (asked or ReportFilter()).wanted()


def as_asked(error: InvalidInputError) -> InvalidInputError:
    """The rule calls the bounds by other names than the filter."""
    error.field = {"first": "filter.from", "last": "filter.to"}.get(error.field or "", error.field)
    return error


@strawberry.type(name="ReportSpanStats", description="The days of a report.")
class ReportSpan:
    from_: date = strawberry.field(name="from", description="The first day.")
    to: date = strawberry.field(description="The last day.")
    time_zone: str = strawberry.field(description="Where these days begin and end: the business's time zone.")

    @classmethod
    def of(cls, span: reports.Span) -> Self:
        return cls(from_=span.first, to=span.last, time_zone=span.zone.key)


@strawberry.type(
    name="FunnelStats",
    description="Of the chats that began then, how many came how far by now. Each number holds the next.",
)
class FunnelFigures:
    chats: int = strawberry.field(description="Conversations that began.")
    drafts: int = strawberry.field(description="Those in which an order was summed up for the customer.")
    orders: int = strawberry.field(description="Those in which an order was made.")
    proofs: int = strawberry.field(description="Those in which a proof of payment came.")
    paid: int = strawberry.field(description="Those in which a payment was accepted, refunded later or not.")

    @classmethod
    def of(cls, figures: reports.Funnel) -> Self:
        return cls(
            chats=figures.chats,
            drafts=figures.drafts,
            orders=figures.orders,
            proofs=figures.proofs,
            paid=figures.paid,
        )


@strawberry.type(name="FunnelDayStats", description="The funnel of the chats that began on one day.")
class FunnelDay:
    day: date = strawberry.field(name="date", description="The day.")
    figures: FunnelFigures = strawberry.field(description="How far they came.")


@strawberry.type(name="FunnelReportStats", description="From chat to payment.")
class FunnelReport:
    span: ReportSpan = strawberry.field(description="The days it is about.")
    total: FunnelFigures = strawberry.field(description="All days together.")
    days: list[FunnelDay] = strawberry.field(description="Each day, the oldest first, also those without a chat.")

    @classmethod
    def of(cls, report: reports.Report[reports.Funnel]) -> Self:
        return cls(
            span=ReportSpan.of(report.span),
            total=FunnelFigures.of(report.total),
            days=[FunnelDay(day=day.date, figures=FunnelFigures.of(day.figures)) for day in report.days],
        )


@strawberry.type(name="RevenueStats", description="Revenue in one currency. Sums never cross currencies.")
class Revenue:
    currency: str = strawberry.field(description="The currency's ISO 4217 code.")
    orders: int = strawberry.field(description="Orders that were paid then.")
    gross: Money = strawberry.field(description="What they came to.")
    refunded: Money = strawberry.field(description="What was given back then, of whichever order.")
    net: Money = strawberry.field(description="`gross` less `refunded`; may be below zero.")

    @classmethod
    def of(cls, revenue: reports.Revenue) -> Self:
        return cls(
            currency=revenue.gross.currency,
            orders=revenue.orders,
            gross=Money.of(revenue.gross.amount, revenue.gross.currency),
            refunded=Money.of(revenue.refunded.amount, revenue.refunded.currency),
            net=Money.of(revenue.net.amount, revenue.net.currency),
        )


@strawberry.type(name="RevenueDayStats", description="The revenue of one day.")
class RevenueDay:
    day: date = strawberry.field(name="date", description="The day.")
    revenue: list[Revenue] = strawberry.field(description="One for each currency; none when no money moved.")


@strawberry.type(name="ServiceRevenueStats", description="The revenue of one service, in one currency.")
class ServiceRevenue:
    service_name: str = strawberry.field(description="The service, as it was called when it was sold.")
    revenue: Revenue = strawberry.field(description="Its revenue.")


@strawberry.type(name="PackageRevenueStats", description="The revenue of one package, in one currency.")
class PackageRevenue:
    service_name: str = strawberry.field(description="The service, as it was called when it was sold.")
    package_name: str = strawberry.field(description="The package, as it was called when it was sold.")
    revenue: Revenue = strawberry.field(description="Its revenue.")


@strawberry.type(
    name="RevenueReportStats",
    description="What was earned: an order counts on the day its payment was accepted, "
    "a refund on the day it was made.",
)
class RevenueReport:
    span: ReportSpan = strawberry.field(description="The days it is about.")
    total: list[Revenue] = strawberry.field(description="All days together, one for each currency.")
    days: list[RevenueDay] = strawberry.field(description="Each day, the oldest first, also those without revenue.")
    services: list[ServiceRevenue] = strawberry.field(description="By service; in each currency the best first.")
    packages: list[PackageRevenue] = strawberry.field(description="By package; in each currency the best first.")

    @classmethod
    def of(cls, report: reports.RevenueReport) -> Self:
        return cls(
            span=ReportSpan.of(report.span),
            total=[Revenue.of(each) for each in report.total],
            days=[RevenueDay(day=day.date, revenue=[Revenue.of(each) for each in day.figures]) for day in report.days],
            services=[
                ServiceRevenue(service_name=sold.service, revenue=Revenue.of(sold.revenue)) for sold in report.services
            ],
            packages=[
                PackageRevenue(
                    service_name=sold.service, package_name=sold.package or "", revenue=Revenue.of(sold.revenue)
                )
                for sold in report.packages
            ],
        )


@strawberry.type(name="AiCostStats", description="What providers took, in one currency.")
class AiCost:
    currency: str = strawberry.field(description="The currency's ISO 4217 code.")
    amount: Decimal = strawberry.field(description="In major units; often a fraction of the smallest coin.")
    per_paid_order: Decimal | None = strawberry.field(
        description="`amount` over all orders that were paid in these days; null when none was."
    )


@strawberry.type(name="AiUseStats", description="What was asked of AI providers, and what it cost.")
class AiUse:
    requests: int = strawberry.field(description="Every attempt, failed ones too.")
    failed: int = strawberry.field(description="Attempts without a usable answer.")
    tokens_read: Decimal = strawberry.field(description="Tokens the providers read.")
    tokens_written: Decimal = strawberry.field(description="Tokens the providers wrote.")
    without_price: int = strawberry.field(description="Answers whose cost is not known, so not in `costs`.")
    paid_orders: int = strawberry.field(description="The orders paid in these days, whoever sold them.")
    costs: list[AiCost] = strawberry.field(description="What is known of the cost, one for each currency.")

    @classmethod
    def of(cls, use: reports.AiUse) -> Self:
        return cls(
            requests=use.requests,
            failed=use.failed,
            tokens_read=Decimal(use.tokens_read),
            tokens_written=Decimal(use.tokens_written),
            without_price=use.without_price,
            paid_orders=use.paid_orders,
            costs=[
                AiCost(currency=cost.currency, amount=cost.amount, per_paid_order=cost.per_paid_order)
                for cost in use.costs
            ],
        )


@strawberry.type(name="AiUseDayStats", description="The AI use of one day.")
class AiUseDay:
    day: date = strawberry.field(name="date", description="The day.")
    use: AiUse = strawberry.field(description="What was asked, and what it cost.")


@strawberry.type(name="ProviderUseStats", description="The use of one kind of provider.")
class ProviderUse:
    provider: str = strawberry.field(description="The provider's type, e.g. CLAUDE.")
    use: AiUse = strawberry.field(description="What was asked of it, and what it cost.")


@strawberry.type(name="AiUseReportStats", description="How much AI was used, and what it cost for each paid order.")
class AiUseReport:
    span: ReportSpan = strawberry.field(description="The days it is about.")
    total: AiUse = strawberry.field(description="All days and providers together.")
    days: list[AiUseDay] = strawberry.field(description="Each day, the oldest first, also those without any use.")
    providers: list[ProviderUse] = strawberry.field(description="By provider.")

    @classmethod
    def of(cls, report: reports.AiUseReport) -> Self:
        return cls(
            span=ReportSpan.of(report.span),
            total=AiUse.of(report.total),
            days=[AiUseDay(day=day.date, use=AiUse.of(day.figures)) for day in report.days],
            providers=[ProviderUse(provider=each.provider, use=AiUse.of(each.use)) for each in report.providers],
        )


@strawberry.type(name="AnswerStats", description="How long customers waited for the first answer.")
class Answers:
    count: int = strawberry.field(description="How many answers.")
    median_seconds: float | None = strawberry.field(description="Half of them came within; null when there was none.")
    p90_seconds: float | None = strawberry.field(
        description="Nine of ten came within; null when there was none.", name="p90Seconds"
    )

    @classmethod
    def of(cls, answers: reports.Answers) -> Self:
        return cls(count=answers.count, median_seconds=answers.median_seconds, p90_seconds=answers.p90_seconds)


@strawberry.type(
    name="ResponseTimeStats",
    description="Response times: from the first message that waited to the first answer that was sent.",
)
class ResponseTimes:
    everybody: Answers = strawberry.field(description="Whoever answered.")
    assistant: Answers = strawberry.field(description="Those that the assistant answered.")
    people: Answers = strawberry.field(description="Those that a person answered, here or on the phone.")

    @classmethod
    def of(cls, times: reports.ResponseTimes) -> Self:
        return cls(
            everybody=Answers.of(times.everybody),
            assistant=Answers.of(times.assistant),
            people=Answers.of(times.people),
        )


@strawberry.type(name="ResponseTimeDayStats", description="The response times of what customers wrote on one day.")
class ResponseTimesDay:
    day: date = strawberry.field(name="date", description="The day.")
    times: ResponseTimes = strawberry.field(description="How long they waited.")


@strawberry.type(
    name="ResponseTimeReportStats",
    description="How long customers wait. What the program tells by itself of an order is no answer.",
)
class ResponseTimesReport:
    span: ReportSpan = strawberry.field(description="The days it is about.")
    total: ResponseTimes = strawberry.field(description="All days together.")
    days: list[ResponseTimesDay] = strawberry.field(description="Each day, the oldest first, also silent ones.")

    @classmethod
    def of(cls, report: reports.Report[reports.ResponseTimes]) -> Self:
        return cls(
            span=ReportSpan.of(report.span),
            total=ResponseTimes.of(report.total),
            days=[ResponseTimesDay(day=day.date, times=ResponseTimes.of(day.figures)) for day in report.days],
        )


@strawberry.type(
    name="ReportCounterStats",
    description="How the shop stands now; the simulator is left out, today is the business's day.",
)
class ReportCounters:
    open_chats: int = strawberry.field(description="Conversations that go on or wait for a payment.")
    chats_needing_human: int = strawberry.field(description="Conversations that a person should look at.")
    proofs_waiting: int = strawberry.field(description="Proofs of payment that wait for a decision.")
    orders_today: int = strawberry.field(description="Orders made today.")
    revenue_today: list[Revenue] = strawberry.field(description="Today's revenue, one for each currency.")

    @classmethod
    def of(cls, counters: Counters) -> Self:
        return cls(
            open_chats=counters.open_chats,
            chats_needing_human=counters.chats_needing_human,
            proofs_waiting=counters.proofs_waiting,
            orders_today=counters.orders_today,
            revenue_today=[Revenue.of(each) for each in counters.revenue_today],
        )


@strawberry.type(description="A counter moved.")
class ReportCountersChangedEvent:
    cursor: str = strawberry.field(description="The place in the log up to which everything is counted.")
    counters: ReportCounters = strawberry.field(description="The counters as they are now.")
