"""What happened, in figures: for a span of the business's own days, in total and by day.

Each report is one statement. Nothing is ever summed over two currencies. The simulator is left out unless it is asked
for. The days are cut here, by the business's time zone, so that a day of 23 or 25 hours is one day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from core import clock, report_statements
from core.database import Database
from core.errors import InvalidInputError
from core.money import Money
from core.settings import Settings

T = TypeVar("T")

LONGEST_DAYS = 366
DAYS_IF_UNSAID = 30


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days, the first and the last included."""

    first: date
    last: date
    zone: ZoneInfo

    def days(self) -> list[date]:
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]

    def edges(self) -> list[datetime]:
        """When each day begins, and when the last one ends."""
        return [_midnight(day, self.zone) for day in (*self.days(), self.last + timedelta(days=1))]


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    """Where the clocks skip midnight the day begins at the skip, where they show it twice at the first."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report is about. A bound that is not given makes a span of `DAYS_IF_UNSAID` days, or one until today."""

    first: date | None = None
    last: date | None = None
    includes_simulated: bool = False


@dataclass(frozen=True, slots=True)
class Day(Generic[T]):
    date: date
    figures: T


@dataclass(frozen=True, slots=True)
class Report(Generic[T]):
    """`days` holds every day of the span, also one on which nothing happened."""

    span: Span
    total: T
    days: list[Day[T]]


@dataclass(frozen=True, slots=True)
class Funnel:
    """Of the chats that began then: how many came so far, by now. Each holds all that come after it."""

    chats: int = 0
    drafts: int = 0
    orders: int = 0
    proofs: int = 0
    paid: int = 0


@dataclass(frozen=True, slots=True)
class Revenue:
    """In one currency: what was paid then, and what was given back then, of whichever order."""

    orders: int
    gross: Money
    refunded: Money

    @property
    def net(self) -> Money:
        return Money(self.gross.amount - self.refunded.amount, self.gross.currency)


@dataclass(frozen=True, slots=True)
class Sold:
    """Revenue by what was sold, under the names it had when it was sold; `package` is None for a whole service."""

    service: str
    package: str | None
    revenue: Revenue


@dataclass(frozen=True, slots=True)
class RevenueReport(Report[list[Revenue]]):
    services: list[Sold]
    packages: list[Sold]


@dataclass(frozen=True, slots=True)
class Cost:
    """`per_paid_order` is None when no order was paid."""

    currency: str
    amount: Decimal
    per_paid_order: Decimal | None


@dataclass(frozen=True, slots=True)
class AiUse:
    requests: int = 0
    failed: int = 0
    tokens_read: int = 0
    tokens_written: int = 0
    without_price: int = 0  # answered, yet nobody knows what it cost
    paid_orders: int = 0
    costs: list[Cost] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ProviderUse:
    provider: str
    use: AiUse


@dataclass(frozen=True, slots=True)
class AiUseReport(Report[AiUse]):
    providers: list[ProviderUse]


@dataclass(frozen=True, slots=True)
class Answers:
    """How long customers waited for the first answer; None when there was none."""

    count: int = 0
    median_seconds: float | None = None
    p90_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class ResponseTimes:
    everybody: Answers = field(default_factory=Answers)
    assistant: Answers = field(default_factory=Answers)
    people: Answers = field(default_factory=Answers)


@dataclass(frozen=True, slots=True)
class Counters:
    """How the shop stands now."""

    open_chats: int
    chats_needing_human: int
    proofs_waiting: int
    orders_today: int
    revenue_today: list[Revenue]


class Reports:
    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings

    async def funnel(self, wanted: Wanted) -> Report[Funnel]:
        span, rows = await self._rows(wanted, report_statements.FUNNEL)
        by_day = {row["day"]: Funnel(*(row[name] for name in _STEPS)) for row in rows}
        total = Funnel(*(sum(getattr(each, name) for each in by_day.values()) for name in _STEPS))
        return Report(span, total, _days(span, by_day, Funnel()))

    async def revenue(self, wanted: Wanted) -> RevenueReport:
        """What was paid less what was given back, each on the day it happened."""
        span, rows = await self._rows(wanted, report_statements.REVENUE)
        by_day = _grouped((row["day"], _revenue(row)) for row in rows if row["day"] is not None)
        sold = [
            Sold(row["service_name"], row["package_name"], _revenue(row))
            for row in rows
            if row["service_name"] is not None
        ]
        return RevenueReport(
            span,
            total=[_revenue(row) for row in rows if row["day"] is None and row["service_name"] is None],
            days=_days(span, by_day, []),
            services=[each for each in sold if each.package is None],
            packages=[each for each in sold if each.package is not None],
        )

    async def ai_use(self, wanted: Wanted) -> AiUseReport:
        """A provider's cost per paid order is shared over all paid orders of the span, also those of others."""
        span, rows = await self._rows(wanted, report_statements.AI_USE)
        paid = {row["day"]: row["paid_orders"] for row in rows if row["kind"] == "paid"}
        use: dict[tuple[int | None, str | None], list[dict[str, Any]]] = _grouped(
            ((row["day"], row["provider_type"]), row) for row in rows if row["kind"] == "use"
        )
        of_days = {
            day: _ai_use(use.get((day, None), []), paid.get(day, 0)) for day in {*paid, *(day for day, _ in use)}
        }
        providers = sorted(provider for day, provider in use if day is None and provider is not None)
        return AiUseReport(
            span,
            total=of_days.get(None, AiUse()),
            days=_days(span, {day: figures for day, figures in of_days.items() if day is not None}, AiUse()),
            providers=[ProviderUse(name, _ai_use(use[None, name], paid.get(None, 0))) for name in providers],
        )

    async def response_times(self, wanted: Wanted) -> Report[ResponseTimes]:
        """From the first message that waited to the first answer that was sent, on the day the message came.

        News of orders that the program tells by itself is no answer.
        """
        span, rows = await self._rows(wanted, report_statements.RESPONSE_TIMES)
        found = _grouped((row["day"], row) for row in rows)
        by_day = {day: _response_times(of_day) for day, of_day in found.items() if day is not None}
        return Report(span, _response_times(found.get(None, [])), _days(span, by_day, ResponseTimes()))

    async def counters(self) -> Counters:
        """How the shop stands now, without the simulator; today is the business's day."""
        settings = await self._settings.read()
        now = clock.now()
        today = now.astimezone(settings.zone).date()
        begin, end = Span(today, today, settings.zone).edges()
        rows = await self._database.fetch(report_statements.COUNTERS, [begin, end])
        counts = rows[0]
        return Counters(
            open_chats=counts["open_chats"],
            chats_needing_human=counts["chats_needing_human"],
            proofs_waiting=counts["proofs_waiting"],
            orders_today=counts["orders_today"],
            revenue_today=[_revenue(row) for row in rows if row["currency"] is not None],
        )

    async def next_midnight(self) -> datetime:
        """When the business's today is over."""
        settings = await self._settings.read()
        today = clock.now().astimezone(settings.zone).date()
        return _midnight(today + timedelta(days=1), settings.zone)

    async def _rows(self, wanted: Wanted, statement: str) -> tuple[Span, list[dict[str, Any]]]:
        span = _span(wanted, (await self._settings.read()).zone)
        edges = span.edges()
        return span, await self._database.fetch(statement, [edges[:-1], edges[1:], wanted.includes_simulated])


_STEPS = ("chats", "drafts", "orders", "proofs", "paid")


def _span(wanted: Wanted, zone: ZoneInfo) -> Span:
    """Raises InvalidInputError that names the bound."""
    last = wanted.last or clock.now().astimezone(zone).date()
    if not date(2000, 1, 1) <= last <= date(2200, 1, 1):
        raise InvalidInputError("The last day must be between the years 2000 and 2200.", field="last")
    first = wanted.first or last - timedelta(days=DAYS_IF_UNSAID - 1)
    if first > last:
        raise InvalidInputError("The first day cannot be after the last.", field="first")
    if (last - first).days >= LONGEST_DAYS:
        raise InvalidInputError(f"Ask for at most {LONGEST_DAYS} days at once.", field="first")
    return Span(first, last, zone)


def _days(span: Span, by_number: dict[int, T], nothing: T) -> list[Day[T]]:
    """The statements count days from one."""
    return [Day(day, by_number.get(number, nothing)) for number, day in enumerate(span.days(), start=1)]


KeyT = TypeVar("KeyT")


def _grouped(pairs: Iterable[tuple[KeyT, T]]) -> dict[KeyT, list[T]]:
    found: dict[KeyT, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _revenue(row: dict[str, Any]) -> Revenue:
    currency = row["currency"]
    return Revenue(int(row["orders"]), Money(int(row["gross"]), currency), Money(int(row["refunded"]), currency))


def _ai_use(rows: Sequence[dict[str, Any]], paid_orders: int) -> AiUse:
    """One row for each currency of costs, and one for what has no cost."""
    costs = [
        Cost(row["cost_currency"], row["cost"], row["cost"] / paid_orders if paid_orders else None)
        for row in rows
        if row["cost_currency"] is not None
    ]
    return AiUse(
        requests=sum(row["requests"] for row in rows),
        failed=sum(row["failed"] for row in rows),
        tokens_read=sum(int(row["tokens_read"]) for row in rows),
        tokens_written=sum(int(row["tokens_written"]) for row in rows),
        without_price=sum(row["without_price"] for row in rows),
        paid_orders=paid_orders,
        costs=costs,
    )


def _response_times(rows: Sequence[dict[str, Any]]) -> ResponseTimes:
    answers = {row["by"]: Answers(row["answers"], row["median"], row["p90"]) for row in rows}
    return ResponseTimes(
        answers.get(None, Answers()), answers.get("ASSISTANT", Answers()), answers.get("PEOPLE", Answers())
    )
