"""Reading through the schema: pages, filters, orders, ids, shapes of values."""

from datetime import timedelta
from typing import Any

import pytest

from core import clock
from core.permissions import Permission
from core.shop import Shop
from graph.nodes import Node
from models.catalog import Service
from models.orders import Order, OrderStatus
from tests.graph.asking import Asker, caller_with
from tests.graph.rows import (
    fill,
    make_account,
    make_conversation,
    make_customer,
    make_message,
    make_order,
    make_package,
    make_payment_method,
    make_service,
    one_of,
)

SERVICES = """query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: ServiceSort) {
    services(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
        edges { cursor node { name } } nodes { name }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }"""


def names(connection: dict[str, Any]) -> list[str]:
    return [edge["node"]["name"] for edge in connection["edges"]]


async def make_services(*names_and_places: tuple[str, int]) -> None:
    for name, position in names_and_places:
        await make_service(name, position=position)


async def test_pages_forward_hold_everything_once_and_in_order(asker: Asker) -> None:
    # Equal places are told apart by the id.
    await make_services(("e", 2), ("a", 1), ("b", 1), ("c", 1), ("d", 1))

    pages, after = [], None
    while True:
        page = (await asker.read(SERVICES, first=2, after=after))["services"]
        pages.append(names(page))
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]

    assert pages == [["a", "b"], ["c", "d"], ["e"]]
    assert page["pageInfo"]["hasPreviousPage"] is True
    assert page["edges"][0]["cursor"] == page["pageInfo"]["startCursor"] == page["pageInfo"]["endCursor"]


async def test_pages_backward_hold_everything_once_and_each_in_order(asker: Asker) -> None:
    await make_services(("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 5))

    pages, before = [], None
    while True:
        page = (await asker.read(SERVICES, last=2, before=before))["services"]
        pages.append(names(page))
        if not page["pageInfo"]["hasPreviousPage"]:
            break
        before = page["pageInfo"]["startCursor"]

    assert pages == [["d", "e"], ["b", "c"], ["a"]]
    assert page["pageInfo"]["hasNextPage"] is True


@pytest.mark.parametrize("field", ["POSITION", "NAME", "CREATED_AT"])
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
async def test_every_order_is_paged_without_a_gap(asker: Asker, field: str, direction: str) -> None:
    await make_services(("a", 1), ("b", 2), ("c", 3))
    order = {"field": field, "direction": direction}

    first = (await asker.read(SERVICES, first=2, orderBy=order))["services"]
    rest = (await asker.read(SERVICES, first=2, after=first["pageInfo"]["endCursor"], orderBy=order))["services"]

    assert names(first) + names(rest) == sorted("abc", reverse=direction == "DESC")


async def test_rows_that_come_and_go_between_two_pages_repeat_and_hide_nothing(asker: Asker) -> None:
    await make_services(("a", 1), ("c", 3), ("e", 5))
    first = (await asker.read(SERVICES, first=2))["services"]

    await make_services(("b", 2), ("d", 4))
    await Service.filter(name="c").delete()
    rest = (await asker.read(SERVICES, first=9, after=first["pageInfo"]["endCursor"]))["services"]

    assert (names(first), names(rest)) == (["a", "c"], ["d", "e"])


async def test_an_empty_list_has_a_page_without_cursors(asker: Asker) -> None:
    page = (await asker.read(SERVICES))["services"]

    assert page == {
        "edges": [],
        "nodes": [],
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None},
    }


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"first": 0}, "first"),
        ({"first": 101}, "first"),
        ({"last": -1}, "last"),
        ({"first": 1, "last": 1}, "last"),
        ({"after": "garbage"}, "after"),
        ({"after": "bnVsbA"}, "after"),
        ({"after": "WzEsMl0"}, "after"),
        ({"after": "é"}, "after"),
        ({"after": "A" * 9999}, "after"),
        ({"before": ""}, "before"),
    ],
)
async def test_a_page_that_cannot_be_is_refused_by_the_name_of_its_argument(
    asker: Asker, arguments: dict[str, Any], field: str
) -> None:
    answer = await asker.ask(SERVICES, **arguments)

    assert answer.codes == ["INVALID_INPUT"]
    assert answer.errors[0]["extensions"]["field"] == field
    assert answer.data == {"services": None}


async def test_a_cursor_of_another_order_is_refused(asker: Asker) -> None:
    await make_services(("a", 1), ("b", 2))
    page = (await asker.read(SERVICES, first=1))["services"]

    by_name = {"field": "NAME", "direction": "ASC"}
    answer = await asker.ask(SERVICES, after=page["pageInfo"]["endCursor"], orderBy=by_name)

    assert answer.codes == ["INVALID_INPUT"]


async def test_the_messages_of_many_conversations_are_paged_each_by_itself(asker: Asker) -> None:
    account = await make_account()
    for number in (1, 2):
        conversation = await make_conversation(await make_customer(account, number))
        for text in "abc":
            await make_message(conversation, f"{number}{text}")
    document = """query ($last: Int, $before: String) { conversations(orderBy: {field: CREATED_AT}) { nodes {
        messages(last: $last, before: $before) { totalCount nodes { text } pageInfo { hasPreviousPage startCursor } }
    } } }"""

    data = await asker.read(document, last=2)
    newest = [node["messages"] for node in data["conversations"]["nodes"]]
    earlier = await asker.read(document, last=2, before=newest[0]["pageInfo"]["startCursor"])

    assert [[node["text"] for node in page["nodes"]] for page in newest] == [["1b", "1c"], ["2b", "2c"]]
    assert [(page["totalCount"], page["pageInfo"]["hasPreviousPage"]) for page in newest] == [(3, True), (3, True)]
    first = earlier["conversations"]["nodes"][0]["messages"]
    assert [node["text"] for node in first["nodes"]] == ["1a"]
    assert first["pageInfo"]["hasPreviousPage"] is False


async def test_orders_are_found_by_every_operator_of_their_filter(asker: Asker) -> None:
    account = await make_account()
    amina, omar = await make_customer(account, 1), await make_customer(account, 2, name="Omar 100%")
    pending = await make_order(await make_conversation(amina), status=OrderStatus.PENDING)
    other = await make_order(await make_conversation(omar), status=OrderStatus.CANCELLED)
    customer = (await asker.read('{ customers(filter: {search: "amina"}) { nodes { id } } }'))["customers"]["nodes"][0]
    document = "query ($filter: OrderFilter) { orders(filter: $filter) { totalCount nodes { number } } }"

    async def found(wanted: dict[str, Any]) -> set[str]:
        orders = (await asker.read(document, filter=wanted))["orders"]
        assert orders["totalCount"] == len(orders["nodes"])
        return {order["number"] for order in orders["nodes"]}

    assert await found({}) == {pending.number, other.number}
    assert await found({"status": {"in": ["PENDING"]}}) == {pending.number}
    assert await found({"status": {"notIn": ["PENDING"]}}) == {other.number}
    assert await found({"status": {"in": []}}) == set()
    assert await found({"customerId": customer["id"]}) == {pending.number}
    assert await found({"isSimulated": False}) == set()
    assert await found({"search": "omar 100%"}) == {other.number}
    assert await found({"search": "%"}) == {other.number}
    assert await found({"search": pending.number.lower()}) == {pending.number}
    assert await found({"createdAt": {"gt": pending.created_at.isoformat()}}) == {other.number}
    assert await found({"createdAt": {"gte": pending.created_at.isoformat(), "lt": other.created_at.isoformat()}}) == {
        pending.number
    }


async def test_an_id_of_something_else_in_a_filter_is_refused_by_its_name(asker: Asker) -> None:
    account = await make_account()
    customer = await make_customer(account)
    listed = await asker.read("{ customers { nodes { id } } }")

    answer = await asker.ask(
        "query ($id: ID!) { orders(filter: {accountId: $id}) { totalCount } }", id=listed["customers"]["nodes"][0]["id"]
    )

    assert customer.id
    assert answer.codes == ["INVALID_INPUT"]
    assert answer.errors[0]["extensions"]["field"] == "filter.accountId"


async def test_everything_with_an_id_is_found_by_it(asker: Asker) -> None:
    await fill(1)
    ids = [one_of(kind) for kind in Node.kinds.values()]

    found = await asker.read("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", ids=ids)

    assert [(node["__typename"], node["id"]) for node in found["nodes"]] == list(zip(Node.kinds, ids, strict=True))


@pytest.mark.parametrize("text", ["", "garbage", "T3JkZXI6eA", "T3JkZXI6", "é", "T3JkZXI6OTk5OTk5OTk5OTk5OTk5OTk5OTk5"])
async def test_what_is_no_id_is_refused(asker: Asker, text: str) -> None:
    answer = await asker.ask("query ($id: ID!) { node(id: $id) { id } }", id=text)

    assert (answer.data, answer.codes) == ({"node": None}, ["INVALID_INPUT"])


async def test_the_id_of_nothing_finds_nothing(asker: Asker) -> None:
    await make_services(("a", 1))
    service = (await asker.read("{ services { nodes { id } } }"))["services"]["nodes"][0]["id"]
    await Service.all().delete()

    data = await asker.read("query ($id: ID!) { node(id: $id) { id } service(id: $id) { name } }", id=service)

    assert data == {"node": None, "service": None}


async def test_money_is_exact_and_times_are_in_utc(asker: Asker) -> None:
    service = await make_service()
    await make_package(service, amount=250_050)

    package = (await asker.read("{ packages { nodes { price { amount currency } createdAt } } }"))["packages"]["nodes"][
        0
    ]

    assert package["price"] == {"amount": "2500.50", "currency": "PKR"}
    assert package["createdAt"].endswith("Z")


async def test_currencies_without_and_with_three_decimals_are_exact_too(asker: Asker) -> None:
    service = await make_service()
    for currency in ("JPY", "KWD"):
        package = await make_package(service, amount=1_500)
        package.currency = currency
        await package.save()

    packages = (await asker.read("{ packages { nodes { price { amount } } } }"))["packages"]["nodes"]

    assert [package["price"]["amount"] for package in packages] == ["1500", "1.500"]


async def test_an_order_shows_what_was_sold_also_when_the_package_is_gone(asker: Asker) -> None:
    package = await make_package(await make_service())
    conversation = await make_conversation(await make_customer(await make_account()))
    await make_order(conversation, package)
    await Service.all().delete()

    orders = await asker.read("""{ orders { nodes {
        packageName features durationCount durationUnit total { amount } package { name } service { name }
    } } }""")

    assert orders["orders"]["nodes"] == [
        {
            "packageName": "Starter",
            "features": ["1 site"],
            "durationCount": 1,
            "durationUnit": "MONTH",
            "total": {"amount": "5001.00"},
            "package": None,
            "service": None,
        }
    ]


async def test_a_qr_code_that_expired_is_not_shown(asker: Asker) -> None:
    account = await make_account()
    account.qr_code, account.qr_expires_at = "scan me", clock.now() + timedelta(minutes=1)
    await account.save()
    document = "{ whatsappAccounts { nodes { qr { code } } } }"
    assert (await asker.read(document))["whatsappAccounts"]["nodes"] == [{"qr": {"code": "scan me"}}]

    account.qr_expires_at = clock.now() - timedelta(seconds=1)
    await account.save()

    assert (await asker.read(document))["whatsappAccounts"]["nodes"] == [{"qr": None}]


async def test_a_file_is_opened_by_a_signed_link(shop: Shop, asker: Asker) -> None:
    await fill(1)

    proof = (await asker.read("{ orders { nodes { proofs { media { url previewUrl contentType } } } } }"))["orders"]
    media = proof["nodes"][0]["proofs"][0]["media"]

    path, _, query = media["url"].partition("?")
    expires, signature = (part.partition("=")[2] for part in query.split("&"))
    assert shop.media_links.check(path, expires, signature) > 3000
    assert media["previewUrl"] is None


async def test_an_account_number_is_only_for_those_who_may_read_it(asker: Asker) -> None:
    await make_payment_method(7)
    document = "{ paymentMethods { nodes { label accountNumber } } }"

    all_of_it = await asker.read(document)
    viewer = await asker.as_(caller_with(Permission.PAYMENTS_READ)).ask(document)

    assert all_of_it["paymentMethods"]["nodes"] == [{"label": "EasyPaisa 7", "accountNumber": "03000000007"}]
    assert viewer.data == {"paymentMethods": {"nodes": [{"label": "EasyPaisa 7", "accountNumber": None}]}}
    assert viewer.codes == ["FORBIDDEN"]


async def test_a_thing_behind_another_right_is_null_and_the_rest_is_answered(asker: Asker) -> None:
    await fill(1)

    answer = await asker.as_(caller_with(Permission.ORDERS_READ)).ask(
        "{ orders { nodes { number customer { lid } proofs { media { contentType } } } } }"
    )

    order = await Order.first()
    assert order is not None
    assert answer.data == {
        "orders": {
            "nodes": [{"number": order.number, "customer": None, "proofs": [{"media": {"contentType": "image/png"}}]}]
        }
    }
    assert answer.codes == ["FORBIDDEN"]
