"""Files to take away: asked for through the API, opened by their link, and harmless in a spreadsheet."""

import csv
import io
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import orjson
import pytest
import time_machine
from starlette.applications import Starlette

from core import exports as rule
from core.catalog_format import COLUMNS, original
from core.permissions import Permission
from core.shop import Shop
from graph.schema.accounts import WhatsappAccount as AccountNode
from models.audit import AuditLog
from models.catalog import Package
from models.customers import Customer
from models.orders import ActorKind, Order, OrderStatus, Refund
from tests.graph.asking import Asker, caller_with, counted
from tests.graph.rows import (
    make_account,
    make_conversation,
    make_customer,
    make_order,
    make_package,
    make_payment_method,
    make_service,
)
from tests.graph.test_mutations import do
from web.exports import export_routes

EXPORT = "... on ExportPayload { url expiresAt }"


@pytest.fixture
async def browser(shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=export_routes(shop.exports, shop.privacy))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop.example") as client:
        yield client


def table(answer: httpx.Response) -> list[dict[str, str]]:
    assert answer.status_code == 200, answer.text
    assert answer.content.startswith("\ufeff".encode())
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


async def orders(number: int = 1, *, account: str = "Shop", name: str = "Amina") -> list[Order]:
    customer = await make_customer(await make_account(account), name=name)
    conversation = await make_conversation(customer)
    return [await make_order(conversation) for _ in range(number)]


async def test_orders_are_taken_away_as_a_table(asker: Asker, browser: httpx.AsyncClient) -> None:
    (order,) = await orders()
    await make_payment_method()
    paid = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)
    await Order.filter(id=order.id).update(status=OrderStatus.REFUNDED, paid_at=paid)
    await Refund.create(
        order_id=order.id, amount=100_050, currency="PKR", reference="TX-9", actor=ActorKind.STAFF, reason="half"
    )

    link = await do(asker, "orderExportCreate", EXPORT)
    answer = await browser.get(link["url"])

    (line,) = table(answer)
    assert line["number"] == order.number
    assert line["status"] == "REFUNDED"
    assert (line["unit_price"], line["total"], line["currency"]) == ("2500.50", "5001.00", "PKR")
    assert (line["refunded"], line["refund_reference"]) == ("1000.50", "TX-9")
    assert (line["paid_at_utc"], line["paid_at_local"]) == ("2026-11-22T20:30:00Z", "2026-11-23T01:30:00+05:00")
    assert (line["customer_name"], line["account"]) == ("Amina", "Shop")
    assert original(line["customer_phone"]) == "+923000000001"
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=utf-8''orders-")
    assert "03000000001" not in answer.text  # nothing of how to pay


async def test_a_cell_is_never_a_formula(asker: Asker, browser: httpx.AsyncClient) -> None:
    evil = '=HYPERLINK("http://evil.example","x")'
    (order,) = await orders(name=evil)
    await Order.filter(id=order.id).update(package_name="@SUM(1)", service_name="-2+3|cmd")

    link = await do(asker, "orderExportCreate", EXPORT)
    (line,) = table(await browser.get(link["url"]))

    assert line["customer_name"] == f"'{evil}"
    assert (line["package"], line["service"]) == ("'@SUM(1)", "'-2+3\\|cmd")
    assert [original(line[name]) for name in ("customer_name", "package", "service")] == [evil, "@SUM(1)", "-2+3|cmd"]


async def test_the_filter_travels_with_the_link(asker: Asker, browser: httpx.AsyncClient) -> None:
    first, second = (await orders())[0], (await orders(account="Other", name="Bilal"))[0]
    await Order.filter(id=second.id).update(status=OrderStatus.CANCELLED)

    async def found(**wanted: Any) -> list[str]:
        link = await do(asker, "orderExportCreate", EXPORT, filter=wanted)
        return [line["number"] for line in table(await browser.get(link["url"]))]

    assert await found() == [first.number, second.number]
    assert await found(status={"in": ["CANCELLED"]}) == [second.number]
    assert await found(status={"notIn": ["CANCELLED"]}) == [first.number]
    assert await found(search="bilal") == [second.number]
    assert await found(createdAt={"lt": "2020-01-01T00:00:00Z"}) == []
    assert await found(createdAt={"gte": "2020-01-01T00:00:00Z"}) == [first.number, second.number]
    assert await found(accountId=AccountNode.id_of(first.account_id), isSimulated=True) == [first.number]


async def test_a_filter_that_makes_no_sense_is_told_at_once(asker: Asker) -> None:
    refused = await do(asker, "orderExportCreate", EXPORT, filter={"customerId": "nonsense"})
    other = await do(asker, "customerExportCreate", EXPORT, filter={"search": "x" * 101})
    form = await do(asker, "orderExportCreate", EXPORT, format="JSON")
    second = await do(asker, "customerExportCreate", EXPORT, format="JSON")

    assert (refused["__typename"], refused["path"]) == ("InvalidInputError", ["input", "filter", "customerId"])
    assert (other["__typename"], other["path"]) == ("InvalidInputError", ["input", "filter", "search"])
    assert (form["__typename"], form["path"]) == ("InvalidInputError", ["input", "format"])
    assert second["path"] == ["input", "format"]
    assert await AuditLog.all().count() == 0


async def test_who_may_not_read_customers_gets_orders_without_them(asker: Asker, browser: httpx.AsyncClient) -> None:
    await orders()
    somebody = asker.as_(caller_with(Permission.ORDERS_READ))

    link = await do(somebody, "orderExportCreate", EXPORT)
    (line,) = table(await browser.get(link["url"]))

    assert (line["customer_name"], line["customer_phone"], line["account"]) == ("", "", "")
    assert line["service"] == "Hosting"


async def test_customers_are_taken_away_with_what_they_paid_for(asker: Asker, browser: httpx.AsyncClient) -> None:
    first, second, third = await orders(3)
    now = datetime(2026, 11, 22, tzinfo=UTC)
    await Order.filter(id__in=[first.id, second.id]).update(paid_at=now, is_simulated=False)
    await Order.filter(id=second.id).update(
        currency="AED", unit_amount=100, quantity=1, total_amount=100, status=OrderStatus.PAID
    )
    await Refund.create(order_id=first.id, amount=100, currency="PKR", reference="T", actor=ActorKind.STAFF)
    await Customer.filter(id=third.customer_id).update(note="Line one\nline two", tags=["vip", "late"])

    link = await do(asker, "customerExportCreate", EXPORT, filter={"search": "amina"})
    (line,) = table(await browser.get(link["url"]))
    bare = await do(asker.as_(caller_with(Permission.CUSTOMERS_READ)), "customerExportCreate", EXPORT)
    (without,) = table(await browser.get(bare["url"]))

    assert (line["name"], line["orders"], line["paid"]) == ("Amina", "3", "1.00 AED; 5000.00 PKR")
    assert (line["tags"], line["note"], line["is_blocked"]) == ("vip, late", "Line one\nline two", "no")
    assert (without["orders"], without["paid"], without["account"]) == ("", "", "")


async def test_the_catalogue_is_taken_away_in_the_order_of_the_menu(asker: Asker, browser: httpx.AsyncClient) -> None:
    second, first = await make_service("B", position=2), await make_service("A", position=1)
    await make_package(first, "Pro", position=2)
    starter = await make_package(first, "Starter", position=1)
    await Package.filter(id=starter.id).update(features=["One", "=Two"], duration_count=None, duration_unit=None)

    as_json = await browser.get((await do(asker, "catalogExportCreate", EXPORT))["url"])
    as_table = await browser.get((await do(asker, "catalogExportCreate", EXPORT, format="CSV"))["url"])

    told = orjson.loads(as_json.content)["services"]
    assert [service["name"] for service in told] == ["A", "B"]
    assert told[0]["packages"][0] == {
        "name": "Starter",
        "description": "",
        "features": ["One", "=Two"],
        "duration": None,
        "price": {"amount": "2500.50", "currency": "PKR"},
        "isActive": True,
        "position": 1,
    }
    assert told[0]["packages"][1]["duration"] == {"count": 1, "unit": "MONTH"}
    assert told[1] == {"name": "B", "description": "", "isActive": True, "position": 2, "packages": []}
    assert as_json.headers["content-type"] == "application/json"
    lines = table(as_table)
    assert list(lines[0]) == list(COLUMNS)
    assert [(line["service"], line["package"]) for line in lines] == [("A", "Starter"), ("A", "Pro"), ("B", "")]
    assert lines[0]["features"] == "One\n=Two"
    assert second.position == 2


async def test_many_rows_come_in_chunks_that_follow_each_other(
    asker: Asker, browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule, "CHUNK", 3)
    made = await orders(7)
    service = [await make_service(f"S{number}", position=1) for number in range(7)]
    link = (await do(asker, "orderExportCreate", EXPORT))["url"]
    catalog = (await do(asker, "catalogExportCreate", EXPORT))["url"]

    with counted() as statements:
        lines = table(await browser.get(link))
    told = orjson.loads((await browser.get(catalog)).content)["services"]

    assert [line["number"] for line in lines] == [order.number for order in made]
    assert [each["name"] for each in told] == [each.name for each in service]
    pages = [each for each in statements if 'FROM "orders"' in each]
    assert len(pages) == 4  # three, three, one, and that there is no more
    assert all("LIMIT 3" in each or "LIMIT $" in each for each in pages)


async def test_a_link_holds_for_a_while_and_only_as_it_was_made(
    asker: Asker, browser: httpx.AsyncClient, shop: Shop
) -> None:
    await orders()
    with time_machine.travel("2026-11-22T10:00:00Z", tick=False) as clock:
        link = await do(asker, "orderExportCreate", EXPORT)
        assert link["expiresAt"] == "2026-11-22T10:15:00Z"
        token = link["url"].removeprefix("/media/exports/")
        told, _, signature = token.partition(".")
        foreign = rule.ExportLinks(b"another secret").link(shop.exports.links.read(token))

        wrong = (f"/media/exports/{told}", f"/media/exports/{told}x.{signature}", f"{link['url'][:-2]}", foreign)
        answers = [await browser.get(each) for each in wrong]
        fine = await browser.get(link["url"])
        clock.shift(timedelta(minutes=15))
        late = await browser.get(link["url"])

    assert fine.status_code == 200
    assert [answer.status_code for answer in (*answers, late)] == [403] * 5
    assert {answer.json()["errors"][0]["extensions"]["code"] for answer in (*answers, late)} == {"LINK_INVALID"}


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("orderExportCreate", Permission.ORDERS_READ),
        ("customerExportCreate", Permission.CUSTOMERS_READ),
        ("catalogExportCreate", Permission.CATALOG_READ),
    ],
)
async def test_an_export_is_for_those_who_may_read_and_is_written_down(
    asker: Asker, name: str, right: Permission
) -> None:
    document = f"mutation {{ {name}(input: {{}}) {{ __typename }} }}"
    refused = await asker.as_(caller_with(*(each for each in Permission if each is not right))).ask(document)

    with time_machine.travel("2026-11-22T10:00:00Z", tick=False) as clock:
        first = await do(asker, name, EXPORT, idempotencyKey="e")
        clock.shift(timedelta(minutes=1))
        again = await do(asker, name, EXPORT, idempotencyKey="e")
        other = await do(asker, name, EXPORT, idempotencyKey="e", format="JSON" if "catalog" not in name else "CSV")

    assert refused.codes == ["FORBIDDEN"]
    assert first == again
    assert other["__typename"] in {"IdempotencyKeyReusedError", "InvalidInputError"}
    rows = await AuditLog.all()
    assert [(row.action, row.subject, row.api_key_id) for row in rows] == [("export.create", "exports", 1)]


async def test_what_was_searched_for_is_not_written_down(asker: Asker) -> None:
    await do(asker, "orderExportCreate", EXPORT, filter={"search": "+923001234567", "currency": "PKR"})

    row = await AuditLog.get()
    assert row.after == {"kind": "ORDERS", "format": "CSV", "filter": ["currency", "search"]}
