"""Files to take away: orders, customers, the catalogue; behind signed links, row by row, never whole in memory."""

import base64
import binascii
import hashlib
import hmac
import io
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import orjson
from defusedcsv import csv
from tortoise.queryset import QuerySet

from core import audit, clock, listing
from core.audit import Actor
from core.catalog_format import COLUMNS, service_entry, table_rows
from core.database import Database
from core.listing import Sorting, Window
from core.media_files import LinkInvalidError
from core.money import Money
from core.settings import Settings
from models.accounts import WhatsappAccount
from models.base import Row
from models.catalog import Package, Service
from models.customers import Customer
from models.orders import Order, Refund

RowT = TypeVar("RowT", bound=Row)

LIFETIME = timedelta(minutes=15)

# How many rows are in memory at a time.
CHUNK = 500

# Spreadsheets take a file without it for one in a code page of old.
_BYTE_ORDER_MARK = "\ufeff".encode()


class ExportKind(StrEnum):
    ORDERS = "ORDERS"
    CUSTOMERS = "CUSTOMERS"
    CATALOG = "CATALOG"
    CUSTOMER_ARCHIVE = "CUSTOMER_ARCHIVE"  # a ZIP by core/privacy.py, whatever the format says


class ExportFormat(StrEnum):
    CSV = "CSV"
    JSON = "JSON"


@dataclass(frozen=True, slots=True)
class Export:
    """`wanted` is the filter in its caller's words. `includes` are the columns of others that the caller may see."""

    kind: ExportKind
    format: ExportFormat
    wanted: dict[str, Any]
    includes: tuple[str, ...]
    caller: str
    expires: int  # seconds since 1970


class ExportLinks:
    """Paths that whoever has them may open until they expire; what they export is written in them, and signed."""

    def __init__(self, secret: bytes, base: str = "/media/exports") -> None:
        self._secret = secret
        self._base = base

    def link(self, export: Export) -> str:
        told = [export.kind, export.format, export.wanted, export.includes, export.caller, export.expires]
        text = _letters(orjson.dumps(told, option=orjson.OPT_SORT_KEYS))
        return f"{self._base}/{text}.{self._signature(text)}"

    def read(self, token: str) -> Export:
        """Raises LinkInvalidError."""
        text, _, signature = token.partition(".")
        if not hmac.compare_digest(self._signature(text).encode(), signature.encode()):
            raise LinkInvalidError("This link is not valid.")
        try:
            kind, form, wanted, includes, caller, expires = orjson.loads(_bytes(text))
            export = Export(ExportKind(kind), ExportFormat(form), wanted, tuple(includes), caller, expires)
        except (binascii.Error, ValueError) as error:
            # Signed by a version of this program that wrote something else.
            raise LinkInvalidError("This link is not valid.") from error
        if export.expires <= clock.now().timestamp():
            raise LinkInvalidError("This link has expired; ask for a new one.")
        return export

    def _signature(self, text: str) -> str:
        return _letters(hmac.digest(self._secret, text.encode(), hashlib.sha256))


class Exports:
    def __init__(self, database: Database, settings: Settings, links: ExportLinks) -> None:
        self._database = database
        self._settings = settings
        self.links = links

    async def create(self, kind: ExportKind, form: ExportFormat, wanted: dict[str, Any], actor: Actor) -> int:
        """Writes down who asked for it; until when its link holds, in seconds since 1970."""
        async with self._database.unit_of_work() as work:
            # Of the filter only what was filtered by: a search may hold a name or a number.
            after = {"kind": kind.value, "format": form.value, "filter": sorted(_given(wanted))}
            await audit.record(work, actor, "export.create", "exports", 0, after=after)
            return int((work.now + LIFETIME).timestamp())

    async def orders(self, rows: QuerySet[Order], includes: Iterable[str]) -> AsyncIterator[bytes]:
        """A table of orders, the oldest first. `includes`: "customer", "account"."""
        zone, shown = (await self._settings.read()).zone, set(includes)
        yield _BYTE_ORDER_MARK + _table([_ORDER_COLUMNS])
        async for chunk in _chunks(rows):
            customers = await listing.by_ids(Customer, {order.customer_id for order in chunk if "customer" in shown})
            accounts = await listing.by_ids(
                WhatsappAccount, {order.account_id for order in chunk if "account" in shown}
            )
            refunds = await listing.children(Refund, "order_id", [order.id for order in chunk])
            yield _table(
                _order_line(
                    order, customers.get(order.customer_id), accounts.get(order.account_id), refunds.get(order.id), zone
                )
                for order in chunk
            )

    async def customers(self, rows: QuerySet[Customer], includes: Iterable[str]) -> AsyncIterator[bytes]:
        """A table of customers, the first to write first. `includes`: "orders", "account"."""
        zone, shown = (await self._settings.read()).zone, set(includes)
        yield _BYTE_ORDER_MARK + _table([_CUSTOMER_COLUMNS])
        async for chunk in _chunks(rows):
            accounts = await listing.by_ids(
                WhatsappAccount, {customer.account_id for customer in chunk if "account" in shown}
            )
            bought = await self._bought([customer.id for customer in chunk]) if "orders" in shown else {}
            yield _table(
                _customer_line(customer, accounts.get(customer.account_id), bought.get(customer.id), zone)
                for customer in chunk
            )

    async def catalog(self, form: ExportFormat) -> AsyncIterator[bytes]:
        """All services and packages in the order of the menu, as an import takes them again."""
        yield b'{"services":[' if form is ExportFormat.JSON else _BYTE_ORDER_MARK + _table([COLUMNS])
        is_first = True
        async for chunk in _services():
            packages = await listing.children(
                Package, "service_id", [service.id for service in chunk], ("position", "id")
            )
            if form is ExportFormat.CSV:
                yield _table(line for service in chunk for line in table_rows(service, packages.get(service.id, [])))
                continue
            entries = [orjson.dumps(service_entry(service, packages.get(service.id, []))) for service in chunk]
            yield (b"" if is_first else b",") + b",".join(entries)
            is_first = False
        if form is ExportFormat.JSON:
            yield b"]}\n"

    async def _bought(self, customer_ids: list[int]) -> dict[int, tuple[int, str]]:
        """How many orders each has, and what they paid for, a sum for each currency."""
        rows = await self._database.fetch(BOUGHT, [customer_ids])
        found: dict[int, tuple[int, str]] = {}
        for row in rows:
            amount, text = found.get(row["customer_id"], (0, ""))
            if row["paid"]:
                paid = f"{_major(row['paid'], row['currency'])} {row['currency']}"
                text = f"{text}; {paid}" if text else paid
            found[row["customer_id"]] = (amount + row["amount"], text)
        return found


# What was given back whole counts no more; of what was given back in part, the rest does.
BOUGHT = """
select orders.customer_id, orders.currency, count(*) as amount,
    coalesce(sum(orders.total_amount - coalesce(refunds.amount, 0))
        filter (where orders.paid_at is not null and not orders.is_simulated), 0)::bigint as paid
from orders left join refunds on refunds.order_id = orders.id
where orders.customer_id = any($1::bigint[])
group by orders.customer_id, orders.currency
order by orders.customer_id, orders.currency
"""

_ORDER_COLUMNS = (
    "number",
    "status",
    "service",
    "package",
    "quantity",
    "unit_price",
    "total",
    "currency",
    "refunded",
    "refund_reference",
    "customer_name",
    "customer_phone",
    "account",
    "is_simulated",
    "created_at_utc",
    "created_at_local",
    "paid_at_utc",
    "paid_at_local",
    "updated_at_utc",
    "updated_at_local",
)

_CUSTOMER_COLUMNS = (
    "name",
    "phone",
    "account",
    "language",
    "tags",
    "note",
    "orders",
    "paid",
    "is_blocked",
    "opted_out_at_utc",
    "consented_at_utc",
    "created_at_utc",
    "created_at_local",
)


def _order_line(
    order: Order,
    customer: Customer | None,
    account: WhatsappAccount | None,
    refunds: list[Refund] | None,
    zone: ZoneInfo,
) -> tuple[object, ...]:
    refund = refunds[0] if refunds else None
    return (
        order.number,
        order.status.value,
        order.service_name,
        order.package_name,
        order.quantity,
        _major(order.unit_amount, order.currency),
        _major(order.total_amount, order.currency),
        order.currency,
        _major(refund.amount, refund.currency) if refund else "",
        refund.reference if refund else "",
        customer.profile_name if customer else "",
        (customer.phone or "") if customer else "",
        account.name if account else "",
        _yes(is_so=order.is_simulated),
        *_times(order.created_at, zone),
        *_times(order.paid_at, zone),
        *_times(order.updated_at, zone),
    )


def _customer_line(
    customer: Customer, account: WhatsappAccount | None, bought: tuple[int, str] | None, zone: ZoneInfo
) -> tuple[object, ...]:
    orders, paid = bought or ("", "")
    return (
        customer.profile_name,
        customer.phone or "",
        account.name if account else "",
        customer.language or "",
        ", ".join(customer.tags),
        customer.note,
        orders,
        paid,
        _yes(is_so=customer.blocked_at is not None),
        _times(customer.opted_out_at, zone)[0],
        _times(customer.consented_at, zone)[0],
        *_times(customer.created_at, zone),
    )


async def _chunks(rows: QuerySet[RowT]) -> AsyncIterator[list[RowT]]:
    last = 0
    while chunk := await rows.filter(id__gt=last).order_by("id").limit(CHUNK):
        yield chunk
        last = chunk[-1].id


async def _services() -> AsyncIterator[list[Service]]:
    place = None
    while True:
        page = await listing.page(Service.all(), Sorting("position"), Window(CHUNK, after=place))
        if page.rows:
            yield page.rows
            place = listing.Place(page.rows[-1].position, page.rows[-1].id)
        if not page.has_next:
            return


def _table(lines: Iterable[Iterable[object]]) -> bytes:
    """Lines of a table in which no cell is a formula."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    return text.getvalue().encode()


def _times(moment: datetime | None, zone: ZoneInfo) -> tuple[str, str]:
    """In UTC and as the shop's clock showed it."""
    if moment is None:
        return "", ""
    exact = moment.replace(microsecond=0)
    return exact.astimezone(UTC).isoformat().replace("+00:00", "Z"), exact.astimezone(zone).isoformat()


def _major(amount: int, currency: str) -> str:
    return format(Money(amount, currency).to_major(), "f")


def _yes(*, is_so: bool) -> str:
    return "yes" if is_so else "no"


def _given(wanted: dict[str, Any]) -> set[str]:
    return {name for name, value in wanted.items() if value is not None}


def _letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text.encode("ascii", "replace") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
