"""The doors: who is let in, and that wrong input anywhere gets an answer that names it and changes nothing."""

import asyncio
import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from tests.journeys.chat import PATIENCE, Refused, Shopkeeper, Thing, linked_number
from tests.journeys.sale import order_and_pay
from tests.journeys.server import Api, ApiError, Server
from tests.pictures import png
from web.dashboard_build import DashboardBuild, read_built

SUBPROTOCOL = "graphql-transport-ws"
SERVICES = "{ services(first: 1) { nodes { id name } } }"

# Everything that a refused request might have left behind.
SNAPSHOT = """
query Snapshot($account: ID!) {
  services(first: 100) { totalCount nodes { id name description position isActive updatedAt } }
  packages(first: 100) { totalCount nodes { id name position isActive updatedAt price { amount currency } } }
  paymentMethods(first: 100) { totalCount nodes { id label currency accountNumber updatedAt } }
  whatsappAccounts(first: 100) { totalCount nodes { id name status shouldConnect } }
  customers(filter: { accountId: $account }) { totalCount nodes { id blockedAt updatedAt } }
  conversations(filter: { accountId: $account }) { totalCount nodes { id status answeredBy aiResumesAt attention } }
  messages(filter: { accountId: $account }) { totalCount nodes { id state text } }
  orders(filter: { accountId: $account }) {
    totalCount nodes { id status updatedAt actions { id } refunds { id } proofs { id status } }
  }
  settings { quietSeconds longestWaitSeconds businessName currency timeZone defaultLanguage draftMinutes }
}
"""


@dataclass(frozen=True, slots=True)
class World:
    """A shop in which something happened already. `ids` stand in the tables below as “$word”."""

    account: str
    ids: dict[str, str]

    def filled(self, value: Any) -> Any:
        match value:
            case dict():
                return {name: self.filled(inner) for name, inner in value.items()}
            case list():
                return [self.filled(inner) for inner in value]
            case str() if value in self.ids:
                return self.ids[value]
            case _:
                return value


def global_id(kind: str, key: int) -> str:
    return base64.urlsafe_b64encode(f"{kind}:{key}".encode()).decode().rstrip("=")


@pytest.fixture(scope="session")
def other_key(server: Server) -> str:
    """Of somebody else, who writes orders and chats, too."""
    return make_key(server, "another integrator", "orders:write", "conversations:write")


@pytest.fixture(scope="session")
def reader_key(server: Server) -> str:
    return make_key(server, "a price list", "catalog:read")


def make_key(server: Server, name: str, *scopes: str) -> str:
    wanted = [word for scope in scopes for word in ("--scope", scope)]
    made = server.command("api-key", "create", "--name", name, *wanted)
    assert made.returncode == 0, made.stderr
    return made.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def world(server: Server, other_key: str) -> World:
    return asyncio.run(make_world(server, other_key))


async def make_world(server: Server, other_key: str) -> World:
    async with server.api() as api, server.api(other_key) as others, linked_number(api) as number:
        paid, submitted = number.customer(), number.customer(name="Bilal")
        order = await number.approve(await order_and_pay(paid))
        await number.state(await paid.hears(), "DELIVERED")
        waiting = await order_and_pay(submitted)
        said = [message for message in await submitted.messages() if message["direction"] == "OUTBOUND"]
        await number.state(said[-1], "DELIVERED")
        unfinished = await number.change("mediaUploadCreate", purpose="MESSAGE", contentType="image/png", byteSize=10)
        account = await number.account()
        real = await number.change("whatsappAccountCreate", name="The shop's real number", kind="WHATSAPP")
        catalog = await api.call(
            "{ packages(first: 1) { nodes { id service { id } } } paymentMethods { nodes { id } } }"
        )
        package = catalog["packages"]["nodes"][0]
        return World(
            number.id,
            {
                "$account": number.id,
                "$account_name": account["name"],
                "$real": real["account"]["id"],
                "$paid": order["id"],
                "$waiting": waiting["id"],
                "$customer": waiting["customer"]["id"],
                "$conversation": waiting["conversation"]["id"],
                "$package": package["id"],
                "$service": package["service"]["id"],
                "$method": catalog["paymentMethods"]["nodes"][0]["id"],
                "$unfinished": unfinished["id"],
                "$others_upload": await Shopkeeper(others).upload(png(), "image/png", purpose="MESSAGE"),
                "$proof_upload": await Shopkeeper(api).upload(png(), "image/png", purpose="PROOF"),
                "$yesterday": (datetime.now(UTC) - timedelta(days=1)).isoformat(),
                "$tomorrow": (datetime.now(UTC) + timedelta(days=1)).isoformat(),
            },
        )


PKR = {"amount": "10", "currency": "PKR"}
PAYEE = {"kind": "OTHER", "label": "Cash", "currency": "PKR", "payeeName": "Sara", "accountNumber": "1"}
GONE = 999_999_999

# A mutation, what is given to it, the code of the answer and the input that it must name.
WRONG_INPUT: list[tuple[str, Thing, str, str]] = [
    ("orderApprovePayment", {"id": "nonsense"}, "INVALID_INPUT", "id"),
    ("orderApprovePayment", {"id": ""}, "INVALID_INPUT", "id"),
    ("orderApprovePayment", {"id": "$package"}, "INVALID_INPUT", "id"),
    ("orderApprovePayment", {"id": "12"}, "INVALID_INPUT", "id"),
    ("orderApprovePayment", {"id": global_id("Order", GONE)}, "ORDER_NOT_FOUND", "id"),
    ("orderApprovePayment", {"id": global_id("Order", 2**63)}, "INVALID_INPUT", "id"),
    ("orderApprovePayment", {"id": "$waiting", "idempotencyKey": ""}, "INVALID_INPUT", "idempotencyKey"),
    ("orderApprovePayment", {"id": "$waiting", "idempotencyKey": "k" * 129}, "INVALID_INPUT", "idempotencyKey"),
    ("orderRejectPayment", {"id": "$waiting", "reason": ""}, "EMPTY_REASON", "reason"),
    ("orderRejectPayment", {"id": "$waiting", "reason": " \n\t "}, "EMPTY_REASON", "reason"),
    ("orderRejectPayment", {"id": "$waiting", "reason": "r" * 501}, "INVALID_INPUT", "reason"),
    ("orderCancel", {"id": "$waiting", "reason": "r" * 501}, "INVALID_INPUT", "reason"),
    ("orderComplete", {"id": "$customer"}, "INVALID_INPUT", "id"),
    (
        "orderRefund",
        {"id": "$paid", "amount": {"amount": "-1", "currency": "PKR"}, "reference": "EP"},
        "INVALID_REFUND_AMOUNT",
        "amount.amount",
    ),
    (
        "orderRefund",
        {"id": "$paid", "amount": {"amount": "1.005", "currency": "PKR"}, "reference": "EP"},
        "INVALID_INPUT",
        "amount.amount",
    ),
    (
        "orderRefund",
        {"id": "$paid", "amount": {"amount": "1", "currency": "USD"}, "reference": "EP"},
        "INVALID_REFUND_AMOUNT",
        "amount.currency",
    ),
    (
        "orderRefund",
        {"id": "$paid", "amount": {"amount": "1", "currency": "rupees"}, "reference": "EP"},
        "UNKNOWN_CURRENCY",
        "amount.currency",
    ),
    ("orderRefund", {"id": "$paid", "amount": PKR, "reference": " "}, "EMPTY_REFERENCE", "reference"),
    ("orderRefund", {"id": "$paid", "amount": PKR, "reference": "r" * 121}, "INVALID_INPUT", "reference"),
    ("orderRefund", {"id": "$paid", "amount": PKR, "reference": "EP", "reason": "r" * 501}, "INVALID_INPUT", "reason"),
    ("messageSend", {"conversationId": "$conversation", "text": "  "}, "EMPTY_MESSAGE", "text"),
    ("messageSend", {"conversationId": "$conversation", "text": "t" * 4097}, "MESSAGE_TOO_LONG", "text"),
    ("messageSend", {"conversationId": "$waiting", "text": "hi"}, "INVALID_INPUT", "conversationId"),
    (
        "messageSend",
        {"conversationId": global_id("Conversation", GONE), "text": "hi"},
        "CONVERSATION_NOT_FOUND",
        "conversationId",
    ),
    (
        "messageSend",
        {"conversationId": "$conversation", "uploadId": global_id("MediaUpload", GONE)},
        "UPLOAD_NOT_FOUND",
        "uploadId",
    ),
    ("messageSend", {"conversationId": "$conversation", "uploadId": "$waiting"}, "INVALID_INPUT", "uploadId"),
    ("messageSend", {"conversationId": "$conversation", "uploadId": "$unfinished"}, "UPLOAD_NOT_FINISHED", "uploadId"),
    ("messageSend", {"conversationId": "$conversation", "uploadId": "$others_upload"}, "UPLOAD_NOT_FOUND", "uploadId"),
    ("messageSend", {"conversationId": "$conversation", "uploadId": "$proof_upload"}, "UPLOAD_NOT_FOUND", "uploadId"),
    ("conversationPause", {"id": "$conversation", "until": "$yesterday"}, "INVALID_INPUT", "until"),
    ("conversationTakeOver", {"id": global_id("Conversation", GONE)}, "CONVERSATION_NOT_FOUND", "id"),
    ("conversationHandBack", {"id": "$account"}, "INVALID_INPUT", "id"),
    ("customerBlock", {"id": "$customer", "reason": " "}, "INVALID_INPUT", "reason"),
    ("customerUnblock", {"id": global_id("Customer", GONE)}, "CUSTOMER_NOT_FOUND", "id"),
    ("serviceCreate", {"name": "  "}, "INVALID_INPUT", "name"),
    ("serviceCreate", {"name": "n" * 121}, "INVALID_INPUT", "name"),
    ("serviceUpdate", {"id": "$service", "changes": {"name": ""}}, "INVALID_INPUT", "changes.name"),
    ("serviceUpdate", {"id": "$package", "changes": {"name": "x"}}, "INVALID_INPUT", "id"),
    ("serviceUpdate", {"id": global_id("Service", GONE), "changes": {"name": "x"}}, "SERVICE_NOT_FOUND", "id"),
    ("packageCreate", {"serviceId": "$service", "name": "", "price": PKR}, "INVALID_INPUT", "name"),
    ("packageCreate", {"serviceId": "$package", "name": "x", "price": PKR}, "INVALID_INPUT", "serviceId"),
    (
        "packageCreate",
        {"serviceId": global_id("Service", GONE), "name": "x", "price": PKR},
        "SERVICE_NOT_FOUND",
        "serviceId",
    ),
    (
        "packageCreate",
        {"serviceId": "$service", "name": "x", "price": {"amount": "0.001", "currency": "PKR"}},
        "INVALID_INPUT",
        "price.amount",
    ),
    (
        "packageCreate",
        {"serviceId": "$service", "name": "x", "price": {"amount": "-5", "currency": "PKR"}},
        "INVALID_INPUT",
        "price.amount",
    ),
    (
        "packageCreate",
        {"serviceId": "$service", "name": "x", "price": {"amount": "1.5", "currency": "JPY"}},
        "INVALID_INPUT",
        "price.amount",
    ),
    (
        "packageCreate",
        {"serviceId": "$service", "name": "x", "price": {"amount": "9" * 20, "currency": "PKR"}},
        "INVALID_INPUT",
        "price.amount",
    ),
    (
        "packageCreate",
        {"serviceId": "$service", "name": "x", "price": PKR, "duration": {"count": 0, "unit": "DAY"}},
        "INVALID_INPUT",
        "duration.count",
    ),
    (
        "packageCreate",
        {"serviceId": "$service", "name": "x", "price": PKR, "features": ["f"] * 31},
        "INVALID_INPUT",
        "features",
    ),
    (
        "packageUpdate",
        {"id": "$package", "changes": {"name": "better", "price": {"amount": "1", "currency": "XYZ"}}},
        "UNKNOWN_CURRENCY",
        "changes.price.currency",
    ),
    ("packageUpdate", {"id": global_id("Package", GONE), "changes": {"name": "x"}}, "PACKAGE_NOT_FOUND", "id"),
    ("paymentMethodCreate", PAYEE | {"accountNumber": " "}, "INVALID_INPUT", "accountNumber"),
    ("paymentMethodCreate", PAYEE | {"label": "l" * 81}, "INVALID_INPUT", "label"),
    ("paymentMethodCreate", PAYEE | {"currency": "PKRS"}, "UNKNOWN_CURRENCY", "currency"),
    (
        "paymentMethodUpdate",
        {"id": "$method", "changes": {"label": "New", "payeeName": ""}},
        "INVALID_INPUT",
        "changes.payeeName",
    ),
    ("settingsChange", {"timeZone": "Mars/Phobos", "draftMinutes": 5}, "INVALID_INPUT", "timeZone"),
    ("settingsChange", {"defaultLanguage": "de"}, "INVALID_INPUT", "defaultLanguage"),
    ("settingsChange", {"quietSeconds": -1}, "INVALID_INPUT", "quietSeconds"),
    ("settingsChange", {"quietSeconds": 50, "longestWaitSeconds": 10}, "INVALID_INPUT", "longestWaitSeconds"),
    ("settingsChange", {"currency": "ZZZ"}, "UNKNOWN_CURRENCY", "currency"),
    ("settingsChange", {"businessName": " "}, "INVALID_INPUT", "businessName"),
    ("whatsappAccountCreate", {"name": "n" * 81}, "INVALID_INPUT", "name"),
    ("whatsappAccountCreate", {"name": ""}, "INVALID_INPUT", "name"),
    ("whatsappAccountCreate", {"name": "$account_name"}, "ACCOUNT_NAME_TAKEN", "name"),
    ("whatsappAccountConnect", {"id": global_id("WhatsappAccount", GONE)}, "NOT_FOUND", "id"),
    ("whatsappAccountLogOut", {"id": "$service"}, "INVALID_INPUT", "id"),
    ("mediaUploadCreate", {"purpose": "PROOF", "contentType": "text/html"}, "FILE_TYPE", "contentType"),
    ("mediaUploadCreate", {"purpose": "PROOF", "contentType": "png"}, "FILE_TYPE", "contentType"),
    (
        "mediaUploadCreate",
        {"purpose": "PROOF", "contentType": "image/png", "byteSize": 2**30},
        "FILE_TOO_LARGE",
        "byteSize",
    ),
    ("mediaUploadCreate", {"purpose": "PROOF", "contentType": "image/png", "byteSize": 0}, "EMPTY_FILE", "byteSize"),
    ("simulatorMessageSend", {"accountId": "$account", "text": "from nobody"}, "INVALID_INPUT", "lid"),
    ("simulatorMessageSend", {"accountId": "$account", "lid": "1@lid", "copies": 0}, "INVALID_INPUT", "copies"),
    ("simulatorMessageSend", {"accountId": "$account", "lid": "1@lid", "text": "t" * 65_537}, "INVALID_INPUT", "text"),
    ("simulatorMessageSend", {"accountId": "$account", "lid": "1@lid", "detail": [1]}, "INVALID_INPUT", "detail"),
    ("simulatorMessageSend", {"accountId": "$real", "lid": "1@lid", "text": "hi"}, "INVALID_INPUT", "accountId"),
    ("simulatorMessageSend", {"accountId": "$customer", "lid": "1@lid"}, "INVALID_INPUT", "accountId"),
    ("simulatorMessageSend", {"accountId": global_id("WhatsappAccount", GONE), "lid": "1"}, "NOT_FOUND", "accountId"),
    (
        "simulatorConnectionChange",
        {"accountId": "$account", "change": "HOLD", "until": "$tomorrow"},
        "INVALID_INPUT",
        "until",
    ),
    ("simulatorQrScan", {"accountId": "$account", "code": "2@nothing"}, "QR_CODE_EXPIRED", "code"),
    (
        "simulatorReceiptSend",
        {"accountId": "$account", "whatsappIds": ["UNKNOWN"], "kind": "READ"},
        "NOT_FOUND",
        "whatsappIds",
    ),
]


@pytest.mark.parametrize(("mutation", "asked", "code", "field"), WRONG_INPUT, ids=lambda value: str(value)[:40])
async def test_wrong_input_is_named_and_changes_nothing(
    api: Api, world: World, mutation: str, asked: Thing, code: str, field: str
) -> None:
    before = await api.call(SNAPSHOT, account=world.account)

    with pytest.raises(Refused) as caught:
        await Shopkeeper(api).change(mutation, **world.filled(asked))

    assert (caught.value.code, caught.value.path) == (code, ["input", *field.split(".")])
    assert caught.value.message
    assert await api.call(SNAPSHOT, account=world.account) == before


# A query, the code of the answer, and the argument that it must name.
WRONG_QUERIES = [
    ("{ orders(first: 0) { nodes { id } } }", "INVALID_INPUT", "first"),
    ("{ orders(first: -1) { nodes { id } } }", "INVALID_INPUT", "first"),
    ("{ orders(first: 1000) { nodes { id } } }", "INVALID_INPUT", "first"),
    ("{ messages(last: 0) { nodes { id } } }", "INVALID_INPUT", "last"),
    ("{ customers(first: 1, last: 1) { nodes { id } } }", "INVALID_INPUT", "last"),
    ('{ orders(after: "nonsense") { nodes { id } } }', "INVALID_INPUT", "after"),
    ('{ orders(before: "WyJhIl0") { nodes { id } } }', "INVALID_INPUT", "before"),
    ('{ order(id: "nonsense") { id } }', "INVALID_INPUT", "id"),
    (f'{{ order(id: "{global_id("Customer", 1)}") {{ id }} }}', "INVALID_INPUT", "id"),
    ('{ node(id: "") { id } }', "INVALID_INPUT", "id"),
    ('{ nodes(ids: ["a"]) { id } }', "INVALID_INPUT", "ids"),
    ('{ orders(filter: {customerId: "x"}) { nodes { id } } }', "INVALID_INPUT", "filter.customerId"),
    (f'{{ customers(filter: {{search: "{"s" * 201}"}}) {{ nodes {{ id }} }} }}', "INVALID_INPUT", "filter.search"),
]


@pytest.mark.parametrize(("query", "code", "field"), WRONG_QUERIES)
async def test_a_wrong_argument_of_a_query_is_named(api: Api, query: str, code: str, field: str) -> None:
    with pytest.raises(ApiError) as caught:
        await api.call(query)

    [error] = caught.value.errors
    assert (error["extensions"]["code"], error["extensions"]["field"]) == (code, field)


# What is no document of this schema: the answer says which words are wrong.
WRONG_DOCUMENTS: list[tuple[str, Thing, str]] = [
    ("{ orders(filter: {status: {in: [SHIPPED]}}) { nodes { id } } }", {}, "SHIPPED"),
    ("{ orders { nodes { id price } } }", {}, "price"),
    ("query Q($first: Int!) { orders(first: $first) { nodes { id } } }", {"first": "many"}, "first"),
    ("query Q($id: ID!) { order(id: $id) { id } }", {}, "$id"),
    (
        "mutation M($input: OrderRejectPaymentInput!) { orderRejectPayment(input: $input) { __typename } }",
        {"input": {"id": "x"}},
        "reason",
    ),
    (
        "mutation M($input: OrderRejectPaymentInput!) { orderRejectPayment(input: $input) { __typename } }",
        {"input": {"id": "x", "reason": "no\u0000"}},
        "$input.reason",
    ),
    (
        "mutation M($input: WhatsappAccountCreateInput!) { whatsappAccountCreate(input: $input) { __typename } }",
        {"input": {"name": "x", "kind": "TELEGRAM"}},
        "at .kind",
    ),
    (
        "mutation M($input: PackageCreateInput!) { packageCreate(input: $input) { __typename } }",
        {"input": {"serviceId": "x", "name": "x", "price": {"amount": 0.1, "currency": "PKR"}}},
        "at .price.amount",
    ),
    (
        "mutation M($input: ConversationPauseInput!) { conversationPause(input: $input) { __typename } }",
        {"input": {"id": "x", "until": "tomorrow"}},
        "at .until",
    ),
]


@pytest.mark.parametrize(("document", "variables", "named"), WRONG_DOCUMENTS)
async def test_what_the_schema_does_not_know_is_named(api: Api, document: str, variables: Thing, named: str) -> None:
    with pytest.raises(ApiError) as caught:
        await api.call(document, **variables)

    assert caught.value.codes[0] in {"GRAPHQL_VALIDATION_FAILED", "INVALID_INPUT"}
    assert named in caught.value.errors[0]["message"]


@pytest.mark.parametrize("size", [101, 1000])
async def test_no_list_is_longer_than_it_may_be(api: Api, size: int) -> None:
    with pytest.raises(ApiError):
        await api.call("query Q($size: Int!) { services(first: $size) { nodes { id } } }", size=size)


async def test_an_upload_takes_one_file(api: Api) -> None:
    upload = await Shopkeeper(api).change("mediaUploadCreate", purpose="PROOF", contentType="image/png")

    wrong = await api.upload(upload["putPath"], b"<html>", "image/png")
    first = await api.upload(upload["putPath"], png(), "image/png")
    second = await api.upload(upload["putPath"], png(2), "image/png")
    unknown = await api.upload("/media/uploads/nonsense", png(), "image/png")

    assert first.is_success
    assert [codes_of(answer) for answer in (wrong, second, unknown)] == [
        ["FILE_TYPE"],
        ["UPLOAD_USED"],
        ["UPLOAD_NOT_FOUND"],
    ]


# --- Who is let in ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/healthz", "/readyz", "/graphiql", "/setup", "/orders"])
async def test_the_doors_are_open(server: Server, path: str) -> None:
    def is_built() -> bool:
        return read_built(DashboardBuild().built) is not None

    # The server of these tests builds no dashboard. It shows what is there, and a browser test may build it meanwhile.
    is_there = {path.endswith("z") or is_built()}
    async with httpx.AsyncClient(base_url=server.url) as http:
        answer = await http.get(path, headers={"accept": "text/html, application/json"})
    is_there.add(path.endswith("z") or is_built())

    assert answer.status_code in {200 if each else 503 for each in is_there}
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "content-security-policy" in answer.headers


async def test_other_paths_lead_nowhere(server: Server) -> None:
    async with httpx.AsyncClient(base_url=server.url) as http:
        assert [(await http.get(path)).status_code for path in ("/nothing", "/media", "/.env")] == [404, 404, 404]
        assert (await http.get("/media/1")).status_code == 403  # without a signature


async def test_without_a_key_nothing_is_told(server: Server) -> None:
    async with httpx.AsyncClient(base_url=server.url) as http:
        answer = await http.post("/graphql", json={"query": SERVICES})
        wrong = await http.post(
            "/graphql", json={"query": SERVICES}, headers={"Authorization": f"Bearer parley_{'A' * 43}"}
        )

    assert codes_of(answer) == ["UNAUTHENTICATED"]
    assert answer.json().get("data") in (None, {"services": None})
    assert (wrong.status_code, codes_of(wrong)) == (401, ["UNAUTHENTICATED"])


async def test_a_key_does_only_what_its_scopes_say(server: Server, reader_key: str, world: World) -> None:
    async with server.api(reader_key) as reader:
        allowed = await reader.call(SERVICES)
        refusals = [
            await codes_for(reader, "{ orders(first: 1) { nodes { id } } }"),
            await codes_for(reader, "{ messages(first: 1) { nodes { id } } }"),
            await codes_for(reader, "{ paymentMethods(first: 1) { nodes { accountNumber } } }"),
            await codes_for(reader, 'mutation { serviceCreate(input: {name: "Mine"}) { __typename } }'),
            await codes_for(
                reader, f'mutation {{ orderApprovePayment(input: {{id: "{world.ids["$waiting"]}"}}) {{ __typename }} }}'
            ),
        ]

    assert allowed["services"]["nodes"]
    assert refusals == [["FORBIDDEN"]] * 5


async def test_a_key_that_writes_orders_gives_no_money_back(server: Server, other_key: str, world: World) -> None:
    refund = "mutation M($input: OrderRefundInput!) { orderRefund(input: $input) { __typename } }"
    async with server.api(other_key) as other:
        codes = await codes_for(other, refund, input={"id": world.ids["$paid"], "amount": PKR, "reference": "EP"})

    assert codes == ["FORBIDDEN"]


@pytest.mark.parametrize("payload", [{}, {"authorization": "Bearer parley_wrong"}, {"authorization": "nonsense"}])
async def test_a_socket_needs_a_key(server: Server, payload: Thing) -> None:
    async with connect(socket_of(server), subprotocols=[SUBPROTOCOL]) as socket:  # type: ignore[list-item]  # a NewType
        await socket.send(json.dumps({"type": "connection_init", "payload": payload}))
        with pytest.raises(ConnectionClosed) as caught:
            await asyncio.wait_for(socket.recv(), PATIENCE)

    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 4403


async def test_a_socket_without_the_scope_is_told_so(server: Server, reader_key: str) -> None:
    async with opened(server, reader_key) as socket:
        await socket.send(subscribe("subscription { messageAdded { message { id } } }"))
        answer = json.loads(await asyncio.wait_for(socket.recv(), PATIENCE))

    assert "FORBIDDEN" in json.dumps(answer["payload"])


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ('subscription { messageAdded(after: "nonsense") { cursor } }', "after"),
        ('subscription { orderChanged(id: "nonsense") { cursor } }', "id"),
        ('subscription { messageChanged(accountId: "nonsense") { cursor } }', "accountId"),
    ],
)
async def test_a_wrong_argument_of_a_subscription_is_named(server: Server, document: str, field: str) -> None:
    async with opened(server, server.key) as socket:
        await socket.send(subscribe(document))
        answer = json.loads(await asyncio.wait_for(socket.recv(), PATIENCE))

    told = answer["payload"] if answer["type"] == "error" else answer["payload"]["errors"]
    assert told[0]["extensions"]["code"] == "INVALID_INPUT"
    assert told[0]["extensions"]["field"] == field


async def test_a_revoked_key_is_out_at_once(server: Server) -> None:
    name = "a program that is let go"
    key = make_key(server, name, "*")
    listed = server.command("api-key", "list").stdout.splitlines()
    number = next(line.split()[0] for line in listed if name in line)
    async with opened(server, key) as socket, server.api(key) as api:
        await api.call(SERVICES)
        await socket.send(subscribe("subscription { messageAdded { message { id } } }"))

        revoked = await asyncio.to_thread(server.command, "api-key", "revoke", number)
        with pytest.raises(ConnectionClosed) as caught:
            await asyncio.wait_for(socket.recv(), PATIENCE)
        codes = await codes_for(api, SERVICES)

    assert revoked.returncode == 0
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 4403
    assert codes == ["UNAUTHENTICATED"]


# --- Helpers ---------------------------------------------------------------------------------------------------------


class opened(connect):  # noqa: N801 - used as the function it extends
    """A socket that said who it is."""

    def __init__(self, server: Server, key: str) -> None:
        super().__init__(socket_of(server), subprotocols=[SUBPROTOCOL])  # type: ignore[list-item]  # a NewType
        self._key = key

    async def __aenter__(self) -> Any:
        socket = await super().__aenter__()
        await socket.send(json.dumps({"type": "connection_init", "payload": {"authorization": f"Bearer {self._key}"}}))
        assert json.loads(await socket.recv())["type"] == "connection_ack"
        return socket


def socket_of(server: Server) -> str:
    return server.url.replace("http", "ws", 1) + "/graphql"


def subscribe(document: str) -> str:
    return json.dumps({"id": "1", "type": "subscribe", "payload": {"query": document}})


def codes_of(answer: httpx.Response) -> list[str]:
    return [error["extensions"]["code"] for error in answer.json()["errors"]]


async def codes_for(api: Api, document: str, **variables: Any) -> list[str]:
    with pytest.raises(ApiError) as caught:
        await api.call(document, **variables)
    return caught.value.codes
