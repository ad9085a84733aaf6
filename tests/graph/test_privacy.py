"""Forgetting a customer through the API."""

import io
import zipfile
from pathlib import Path

import httpx
import orjson
from starlette.applications import Starlette

from core.permissions import Permission
from core.shop import Shop
from models.customers import Customer
from models.orders import OrderStatus
from tests.graph.asking import Asker, caller_with
from tests.sales import Sale
from web.exports import export_routes

ERASE = """
mutation ($input: CustomerEraseInput!) {
  customerErase(input: $input) {
    __typename
    ... on CustomerPayload { customer { id profileName phone } }
    ... on Error { code path }
  }
}
"""


ARCHIVE = """
mutation ($input: CustomerArchiveCreateInput!) {
  customerArchiveCreate(input: $input) {
    __typename
    ... on ExportPayload { url expiresAt }
    ... on Error { code path }
  }
}
"""


async def sale_in(shop: Shop, folder: Path, status: OrderStatus) -> tuple[Sale, str]:
    sale = await Sale.begin(shop.database, folder)
    await sale.order_in(status)
    await Customer.filter(id=sale.customer.id).update(profile_name="Ayesha", phone="+923001234567")
    asker = Asker(shop)
    found = await asker.ask("{ customers { nodes { id } } }")
    assert found.data is not None
    return sale, found.data["customers"]["nodes"][0]["id"]


async def test_a_customer_is_erased_and_a_repeated_request_answers_the_same(
    shop: Shop, asker: Asker, data_folder: Path
) -> None:
    sale, customer = await sale_in(shop, data_folder, OrderStatus.PAID)
    asked = {"id": customer, "confirm": True, "idempotencyKey": "once"}

    first = await asker.ask(ERASE, input=asked)
    again = await asker.ask(ERASE, input=asked)

    assert first.data == again.data
    assert first.data == {
        "customerErase": {
            "__typename": "CustomerPayload",
            "customer": {"id": customer, "profileName": "", "phone": None},
        }
    }
    assert (await Customer.get(id=sale.customer.id)).erased_at is not None


async def test_an_erased_customer_is_in_no_list_and_still_known_by_their_id(
    shop: Shop, asker: Asker, data_folder: Path
) -> None:
    _, customer = await sale_in(shop, data_folder, OrderStatus.PAID)

    await asker.ask(ERASE, input={"id": customer, "confirm": True})

    answer = await asker.ask(
        "query ($id: ID!) { customer(id: $id) { erasedAt } customers { nodes { id } } }",
        id=customer,
    )
    assert answer.data is not None
    assert answer.data["customers"]["nodes"] == []
    assert answer.data["customer"]["erasedAt"] is not None


async def test_what_cannot_be_undone_needs_a_yes(shop: Shop, asker: Asker, data_folder: Path) -> None:
    sale, customer = await sale_in(shop, data_folder, OrderStatus.PAID)

    answer = await asker.ask(ERASE, input={"id": customer, "confirm": False})

    assert answer.data == {
        "customerErase": {"__typename": "InvalidInputError", "code": "INVALID_INPUT", "path": ["input", "confirm"]}
    }
    assert (await Customer.get(id=sale.customer.id)).profile_name == "Ayesha"


async def test_an_open_order_stands_in_the_way(shop: Shop, asker: Asker, data_folder: Path) -> None:
    _, customer = await sale_in(shop, data_folder, OrderStatus.PENDING)

    answer = await asker.ask(ERASE, input={"id": customer, "confirm": True})

    assert answer.data == {
        "customerErase": {
            "__typename": "CustomerHasOpenOrdersError",
            "code": "CUSTOMER_HAS_OPEN_ORDERS",
            "path": ["input", "id"],
        }
    }


async def test_who_may_write_customers_may_not_erase_them(shop: Shop, asker: Asker, data_folder: Path) -> None:
    sale, customer = await sale_in(shop, data_folder, OrderStatus.PAID)

    answer = await asker.as_(caller_with(Permission.CUSTOMERS_WRITE, Permission.CUSTOMERS_READ)).ask(
        ERASE, input={"id": customer, "confirm": True}
    )

    assert answer.codes == ["FORBIDDEN"]
    assert (await Customer.get(id=sale.customer.id)).erased_at is None


async def test_nobody_of_that_id_is_said_so(asker: Asker) -> None:
    answer = await asker.ask(ERASE, input={"id": "Q3VzdG9tZXI6OTk5", "confirm": True})

    assert answer.data is not None
    assert answer.data["customerErase"]["path"] == ["input", "id"]


async def test_the_archive_of_a_customer_is_a_zip_behind_a_signed_link(
    shop: Shop, asker: Asker, data_folder: Path
) -> None:
    _, customer = await sale_in(shop, data_folder, OrderStatus.PAID)

    answer = await asker.ask(ARCHIVE, input={"id": customer})

    assert answer.data is not None
    url = answer.data["customerArchiveCreate"]["url"]
    app = Starlette(routes=export_routes(shop.exports, shop.privacy))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop") as http:
        given = await http.get(url)
        forged = await http.get(url[:-2] + "xx")
    assert (given.status_code, given.headers["content-type"]) == (200, "application/zip")
    with zipfile.ZipFile(io.BytesIO(given.content)) as archive:
        rows = orjson.loads(archive.read("customer.json"))
        assert [row["profile_name"] for row in rows["customers"]] == ["Ayesha"]
        assert len(archive.namelist()) > 1
    assert forged.status_code == 403


async def test_the_archive_is_for_who_may_erase_and_of_somebody_who_is_there(asker: Asker) -> None:
    nobody = {"id": "Q3VzdG9tZXI6OTk5"}

    refused = await asker.as_(caller_with(Permission.CUSTOMERS_READ)).ask(ARCHIVE, input=nobody)
    missing = await asker.ask(ARCHIVE, input=nobody)

    assert refused.codes == ["FORBIDDEN"]
    assert missing.data is not None
    assert missing.data["customerArchiveCreate"] == {
        "__typename": "NotFoundError",
        "code": "CUSTOMER_NOT_FOUND",
        "path": ["input", "id"],
    }
