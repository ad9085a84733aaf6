"""Integrators: events with cursors, API keys, webhooks; what each answers and who may not ask."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core import clock
from core.audit import CUSTOMER
from core.database import Database
from core.errors import UnauthenticatedError
from core.events.event_types import CatalogChanged, CustomerTyping, SettingChanged
from core.permissions import ROLE_PERMISSIONS, Caller, CallerKind, Permission
from core.shop import Shop
from graph import ids
from graph.schema.integrations import ApiKey as ApiKeyNode
from graph.schema.integrations import Webhook as WebhookNode
from graph.schema.integrations import WebhookDelivery as DeliveryNode
from models.audit import AuditLog
from models.integrations import ApiKey, DeliveryState, Webhook, WebhookDelivery
from models.orders import OrderStatus
from models.staff import StaffRole
from tests.graph.asking import Asker, Stream, caller_with
from tests.graph.rows import (
    make_account,
    make_api_key,
    make_conversation,
    make_customer,
    make_delivery,
    make_order,
    make_staff,
    make_webhook,
)
from tests.graph.test_mutations import do

EVENTS = """subscription ($after: String, $types: [String!]) {
    events(after: $after, types: $types) { cursor type happenedAt payload }
}"""
SINCE = """query ($after: String!, $types: [String!], $first: Int) {
    eventsSince(after: $after, types: $types, first: $first) { events { cursor type payload } nextCursor hasMore }
}"""
KEY = "... on ApiKeyPayload { apiKey { id name scopes expiresAt revokedAt } }"
NEW_KEY = "... on ApiKeyCreatePayload { key apiKey { id name prefix scopes expiresAt } }"
HOOK = "... on WebhookPayload { webhook { id name url eventTypes state pausedAt failingSince } }"
SECRET = "... on WebhookSecretPayload { secret webhook { id name url eventTypes state oldSecretUntil } }"
DELIVERY = "... on WebhookDeliveryPayload { delivery { id state attempts messageId } }"
URL = "https://receiver.example/hooks"


async def happens(database: Database, *services: int) -> None:
    for service in services:
        async with database.unit_of_work() as work:
            work.append(CatalogChanged(service))


async def cursor_now(asker: Asker) -> str:
    return str((await asker.read("{ eventCursor }"))["eventCursor"])


async def told(stream: Stream) -> dict[str, Any]:
    answer = await stream.next()
    assert answer.errors == [], answer.errors
    assert answer.data is not None
    return dict(answer.data["events"])


# --- Events ----------------------------------------------------------------------------------------------------------


async def test_events_are_replayed_from_a_cursor_and_then_followed(shop: Shop, asker: Asker) -> None:
    start = await cursor_now(asker)
    await happens(shop.database, 1, 2)

    async with asker.follow(EVENTS, after=start) as stream:
        seen = [await told(stream), await told(stream)]
        await happens(shop.database, 3)
        seen.append(await told(stream))
    async with asker.follow(EVENTS, after=seen[1]["cursor"]) as stream:
        again = await told(stream)

    assert [event["type"] for event in seen] == ["catalog.changed"] * 3
    assert [event["payload"] for event in seen] == [{"serviceId": ids.encode("Service", n)} for n in (1, 2, 3)]
    assert again == seen[2]
    assert abs(datetime.fromisoformat(seen[0]["happenedAt"]) - datetime.now(UTC)) < timedelta(minutes=1)


async def test_that_a_customer_types_is_an_event_for_those_who_ask_for_it_by_name(shop: Shop, asker: Asker) -> None:
    start = await cursor_now(asker)
    async with shop.database.unit_of_work() as work:
        work.append(CustomerTyping(1, 2, 3, is_typing=True))
    await happens(shop.database, 1)
    query = """query ($after: String!, $types: [String!]) {
        eventsSince(after: $after, types: $types) { events { type } }
        knownEventTypes
    }"""

    told_of_all = await asker.read(query, after=start)
    by_name = await asker.read(query, after=start, types=["customer.typing"])
    async with asker.follow(EVENTS, after=start) as stream:
        followed = await told(stream)

    assert told_of_all["eventsSince"]["events"] == [{"type": "catalog.changed"}]
    assert by_name["eventsSince"]["events"] == [{"type": "customer.typing"}]
    assert followed["type"] == "catalog.changed"
    assert "customer.typing" in by_name["knownEventTypes"]


async def test_the_same_events_are_read_in_pages(shop: Shop, asker: Asker) -> None:
    start = await cursor_now(asker)
    await happens(shop.database, *range(5))

    first = (await asker.read(SINCE, after=start, first=3))["eventsSince"]
    second = (await asker.read(SINCE, after=first["nextCursor"], first=3))["eventsSince"]
    third = (await asker.read(SINCE, after=second["nextCursor"]))["eventsSince"]

    services = [event["payload"]["serviceId"] for page in (first, second, third) for event in page["events"]]
    assert services == [ids.encode("Service", number) for number in range(5)]
    assert [page["hasMore"] for page in (first, second, third)] == [True, False, False]


async def test_an_id_of_an_event_leads_to_the_thing(shop: Shop, asker: Asker) -> None:
    order = await make_order(await make_conversation(await make_customer(await make_account())))
    start = await cursor_now(asker)

    await shop.orders.cancel(order.id, "", CUSTOMER)

    page = (await asker.read(SINCE, after=start, types=["order.changed"]))["eventsSince"]
    payload = page["events"][0]["payload"]
    thing = await asker.read(
        "query ($id: ID!) { node(id: $id) { ... on Order { number status } } }", id=payload["orderId"]
    )
    assert (payload["fromStatus"], payload["status"]) == ("PENDING", "CANCELLED")
    assert thing["node"] == {"number": order.number, "status": OrderStatus.CANCELLED.value}


async def test_only_events_whose_subject_may_be_read_are_told(shop: Shop, asker: Asker) -> None:
    start = await cursor_now(asker)
    await happens(shop.database, 1)
    async with shop.database.unit_of_work() as work:
        work.append(SettingChanged("currency"))
    clerk = asker.as_(caller_with(Permission.EVENTS_READ, Permission.SETTINGS_READ))

    page = (await clerk.read(SINCE, after=start))["eventsSince"]
    async with clerk.follow(EVENTS, after=start) as stream:
        followed = await told(stream)
    async with clerk.follow(EVENTS, after=start, types=["catalog.changed"]) as stream:
        refused = await stream.next()

    assert [event["type"] for event in page["events"]] == ["setting.changed"]
    assert followed["type"] == "setting.changed"
    assert refused.codes == ["FORBIDDEN"]
    assert (await clerk.ask(SINCE, after=start, types=["catalog.changed"])).codes == ["FORBIDDEN"]
    assert (await clerk.read("{ knownEventTypes }"))["knownEventTypes"] == ["setting.changed"]


@pytest.mark.parametrize(
    ("asked", "code", "field"),
    [
        ({"after": "garbage"}, "INVALID_INPUT", "after"),
        ({"after": "OTkuMS4x"}, "CURSOR_EXPIRED", None),
        ({"types": ["order.vanished"]}, "INVALID_INPUT", "types"),
        ({"types": []}, "INVALID_INPUT", "types"),
        ({"first": 0}, "INVALID_INPUT", "first"),
        ({"first": 201}, "INVALID_INPUT", "first"),
    ],
)
async def test_what_is_wrong_with_a_question_for_events_is_named(
    asker: Asker, asked: dict[str, Any], code: str, field: str | None
) -> None:
    asked = {"after": await cursor_now(asker), **asked}

    answer = await asker.ask(SINCE, **asked)

    assert (answer.data, answer.codes) == ({"eventsSince": None}, [code])
    assert answer.errors[0]["extensions"].get("field") == field
    if "first" not in asked:
        async with asker.follow(EVENTS, **asked) as stream:
            assert (await stream.next()).codes == [code]


# --- API keys --------------------------------------------------------------------------------------------------------


async def test_a_key_is_made_shown_once_and_opens_the_shop(shop: Shop, asker: Asker) -> None:
    asked = {"name": "Till", "scopes": ["orders:read"], "idempotencyKey": "one"}

    made = await do(asker, "apiKeyCreate", NEW_KEY, **asked)
    again = await do(asker, "apiKeyCreate", NEW_KEY, **asked)

    caller = await shop.api_keys.caller(made["key"])
    assert made["apiKey"]["prefix"] == made["key"][:13]
    assert Permission.ORDERS_READ in caller.permissions
    assert (again["apiKey"], again["key"]) == (made["apiKey"], None)
    assert await ApiKey.all().count() == 1


async def test_nobody_makes_a_key_that_may_do_more_than_they_may(asker: Asker) -> None:
    few = frozenset({Permission.INTEGRATIONS_MANAGE, Permission.ORDERS_READ})
    clerk = asker.as_(Caller(CallerKind.STAFF, "staff:1", few))

    refused = await do(clerk, "apiKeyCreate", NEW_KEY, name="More", scopes=["orders:write"])

    assert (refused["__typename"], refused["path"]) == ("InvalidInputError", ["input", "scopes"])
    assert await ApiKey.all().count() == 0


async def test_a_key_is_changed_and_revoked(shop: Shop, asker: Asker) -> None:
    made = await do(asker, "apiKeyCreate", NEW_KEY, name="Till", scopes=["*"])
    key = made["apiKey"]["id"]
    later = clock.now().replace(microsecond=0) + timedelta(days=3)

    renamed = await do(
        asker, "apiKeyUpdate", KEY, id=key, changes={"name": "Shop till", "expiresAt": later.isoformat()}
    )
    endless = await do(asker, "apiKeyUpdate", KEY, id=key, changes={"clearExpiresAt": True}, idempotencyKey="u")
    await do(asker, "apiKeyUpdate", KEY, id=key, changes={"clearExpiresAt": True}, idempotencyKey="u")
    revoked = await do(asker, "apiKeyRevoke", KEY, id=key, idempotencyKey="r")
    again = await do(asker, "apiKeyRevoke", KEY, id=key, idempotencyKey="r")
    late = await do(asker, "apiKeyUpdate", KEY, id=key, changes={"name": "Again"})

    assert renamed["apiKey"]["name"] == "Shop till"
    assert datetime.fromisoformat(renamed["apiKey"]["expiresAt"]) == later
    assert endless["apiKey"]["expiresAt"] is None
    assert revoked == again
    assert revoked["apiKey"]["revokedAt"] is not None
    assert (late["__typename"], late["code"], late["path"]) == (
        "ApiKeyRevokedError",
        "API_KEY_REVOKED",
        ["input", "id"],
    )
    with pytest.raises(UnauthenticatedError):
        await shop.api_keys.authenticate(made["key"])
    actions = [row.action for row in await AuditLog.all().order_by("id")]
    assert actions == ["api_key.create", "api_key.update", "api_key.update", "api_key.revoke"]


# --- Webhooks --------------------------------------------------------------------------------------------------------


async def test_a_webhook_is_made_and_its_secret_is_shown_once(asker: Asker) -> None:
    asked = {"name": "Books", "url": URL, "eventTypes": ["order.changed", "order.changed"], "idempotencyKey": "one"}

    made = await do(asker, "webhookCreate", SECRET, **asked)
    again = await do(asker, "webhookCreate", SECRET, **asked)
    rotated = await do(asker, "webhookRotateSecret", SECRET, id=made["webhook"]["id"], idempotencyKey="two")
    rotated_again = await do(asker, "webhookRotateSecret", SECRET, id=made["webhook"]["id"], idempotencyKey="two")

    assert made["secret"].startswith("whsec_")
    assert (again["webhook"], again["secret"]) == (made["webhook"], None)
    assert made["webhook"]["eventTypes"] == ["order.changed"]
    assert made["webhook"]["state"] == "ACTIVE"
    assert rotated["secret"] not in {None, made["secret"]}
    assert rotated["webhook"]["oldSecretUntil"] is not None
    assert rotated_again["secret"] is None
    assert await Webhook.all().count() == 1


async def test_a_webhook_is_changed_paused_resumed_and_deleted(asker: Asker) -> None:
    hook = (await do(asker, "webhookCreate", SECRET, name="Books", url=URL))["webhook"]["id"]

    answers = []
    for name, asked in (
        ("webhookUpdate", {"changes": {"name": "Ledger", "eventTypes": ["order.created"]}}),
        ("webhookPause", {}),
        ("webhookResume", {}),
    ):
        first = await do(asker, name, HOOK, id=hook, idempotencyKey=name, **asked)
        assert await do(asker, name, HOOK, id=hook, idempotencyKey=name, **asked) == first
        answers.append(first["webhook"])
    gone = "... on WebhookDeletePayload { deletedId }"
    deleted = await do(asker, "webhookDelete", gone, id=hook, idempotencyKey="d")
    again = await do(asker, "webhookDelete", gone, id=hook, idempotencyKey="d")

    assert [(each["name"], each["state"]) for each in answers] == [
        ("Ledger", "ACTIVE"),
        ("Ledger", "PAUSED"),
        ("Ledger", "ACTIVE"),
    ]
    assert (answers[0]["url"], answers[0]["eventTypes"]) == (URL, ["order.created"])
    assert deleted == again
    assert deleted["deletedId"] == hook
    assert await Webhook.all().count() == 0
    actions = [row.action for row in await AuditLog.all().order_by("id")]
    assert actions == [f"webhook.{each}" for each in ("create", "update", "pause", "resume", "delete")]


async def test_a_delivery_is_replayed(asker: Asker) -> None:
    delivery = await make_delivery(await make_webhook())
    await WebhookDelivery.filter(id=delivery.id).update(state=DeliveryState.FAILED, attempts=10)
    thing = DeliveryNode.id_of(delivery.id)

    replayed = await do(asker, "webhookDeliveryReplay", DELIVERY, id=thing, idempotencyKey="one")
    await WebhookDelivery.filter(id=delivery.id).update(state=DeliveryState.DELIVERED)
    again = await do(asker, "webhookDeliveryReplay", DELIVERY, id=thing, idempotencyKey="one")

    assert replayed["delivery"] == {"id": thing, "state": "WAITING", "attempts": 0, "messageId": delivery.message_id}
    assert again["delivery"]["state"] == "DELIVERED"
    assert await AuditLog.filter(action="webhook.replay").count() == 1


@pytest.mark.parametrize(
    ("name", "asked", "kind", "path"),
    [
        ("apiKeyCreate", {"name": " ", "scopes": ["*"]}, "InvalidInputError", ["name"]),
        ("apiKeyCreate", {"name": "K", "scopes": ["orders"]}, "InvalidInputError", ["scopes"]),
        (
            "apiKeyCreate",
            {"name": "K", "scopes": ["*"], "expiresAt": "2020-01-01T00:00:00Z"},
            "InvalidInputError",
            ["expiresAt"],
        ),
        ("apiKeyUpdate", {"changes": {"name": ""}}, "InvalidInputError", ["changes", "name"]),
        ("apiKeyUpdate", {"id": ApiKeyNode.id_of(9), "changes": {"name": "x"}}, "NotFoundError", ["id"]),
        ("apiKeyRevoke", {"id": ApiKeyNode.id_of(9)}, "NotFoundError", ["id"]),
        ("apiKeyRevoke", {"id": "garbage"}, "InvalidInputError", ["id"]),
        ("webhookCreate", {"name": "", "url": URL}, "InvalidInputError", ["name"]),
        ("webhookCreate", {"name": "W", "url": "http://10.0.0.1/"}, "InvalidInputError", ["url"]),
        ("webhookCreate", {"name": "W", "url": URL, "eventTypes": ["x"]}, "InvalidInputError", ["eventTypes"]),
        ("webhookUpdate", {"changes": {"url": "ftp://x/"}}, "InvalidInputError", ["changes", "url"]),
        ("webhookUpdate", {"changes": {"eventTypes": ["x"]}}, "InvalidInputError", ["changes", "eventTypes"]),
        ("webhookUpdate", {"id": WebhookNode.id_of(9), "changes": {}}, "NotFoundError", ["id"]),
        ("webhookDelete", {"id": WebhookNode.id_of(9)}, "NotFoundError", ["id"]),
        ("webhookRotateSecret", {"id": WebhookNode.id_of(9)}, "NotFoundError", ["id"]),
        ("webhookPause", {"id": WebhookNode.id_of(9)}, "NotFoundError", ["id"]),
        ("webhookResume", {"id": WebhookNode.id_of(9)}, "NotFoundError", ["id"]),
        ("webhookDeliveryReplay", {"id": DeliveryNode.id_of(9)}, "NotFoundError", ["id"]),
        ("webhookDeliveryReplay", {"id": WebhookNode.id_of(1)}, "InvalidInputError", ["id"]),
    ],
)
async def test_what_is_wrong_with_an_input_is_named_and_nothing_happens(
    asker: Asker, name: str, asked: dict[str, Any], kind: str, path: list[str]
) -> None:
    key, webhook = await make_api_key(), await make_webhook()
    if "Update" in name:
        asked = {"id": ApiKeyNode.id_of(key.id) if "Key" in name else WebhookNode.id_of(webhook.id), **asked}

    result = await do(asker, name, "", **asked)

    assert (result["__typename"], result["path"]) == (kind, ["input", *path])
    assert await AuditLog.all().count() == 0


async def test_one_idempotency_key_does_not_serve_two_requests(asker: Asker) -> None:
    await do(asker, "webhookCreate", SECRET, name="Books", url=URL, idempotencyKey="one")

    other = await do(asker, "webhookCreate", SECRET, name="Other", url=URL, idempotencyKey="one")

    assert other["__typename"] == "IdempotencyKeyReusedError"
    assert await Webhook.all().count() == 1


@pytest.mark.parametrize("role", [StaffRole.AGENT, StaffRole.VIEWER])
async def test_agents_and_viewers_have_nothing_to_do_with_integrations(asker: Asker, role: StaffRole) -> None:
    somebody = asker.as_(Caller(CallerKind.STAFF, "staff:1", ROLE_PERMISSIONS[role], staff_id=1, role=role))
    await make_delivery(await make_webhook())
    created = {"apiKeyCreate": {"name": "K", "scopes": ["orders:read"]}, "webhookCreate": {"name": "W", "url": URL}}
    of_keys, of_hooks = ("apiKeyUpdate", "apiKeyRevoke"), ("Update", "Delete", "RotateSecret", "Pause", "Resume")

    documents = [
        *("{ apiKeys { nodes { id } } }", "{ webhooks { nodes { id } } }", "{ webhookDeliveries { nodes { id } } }"),
    ]
    for document in documents:
        assert (await somebody.ask(document)).codes == ["FORBIDDEN"]
    for name in (*created, *of_keys, *(f"webhook{each}" for each in of_hooks), "webhookDeliveryReplay"):
        kind = "ApiKey" if name in of_keys else "WebhookDelivery" if "Delivery" in name else "Webhook"
        asked = created.get(name, {"id": ids.encode(kind, 1), **({"changes": {}} if "Update" in name else {})})
        input_type = f"{name[0].upper()}{name[1:]}Input"
        document = f"mutation ($input: {input_type}!) {{ {name}(input: $input) {{ __typename }} }}"
        answer = await somebody.ask(document, input=asked)
        assert answer.codes == ["FORBIDDEN"], name
    assert await AuditLog.all().count() == 0


async def test_lists_are_filtered_and_ordered(asker: Asker) -> None:
    staff = await make_staff()
    await make_api_key(1, staff=staff)
    revoked = await make_api_key(2)
    await ApiKey.filter(id=revoked.id).update(revoked_at=clock.now())
    active, paused, failed = await make_webhook(1, staff=staff), await make_webhook(2), await make_webhook(3)
    await Webhook.filter(id=paused.id).update(is_active=False)
    await Webhook.filter(id=failed.id).update(paused_at=clock.now(), paused_reason="TIMED_OUT")
    for number in range(3):
        await make_delivery(active, number)
    await make_delivery(paused, 9)
    await WebhookDelivery.filter(message_id="msg_1_1").update(state=DeliveryState.FAILED)

    data = await asker.read(
        """query ($hook: ID!) {
            keys: apiKeys(filter: {isRevoked: false}) { nodes { name createdBy { name } } }
            ended: apiKeys(filter: {isRevoked: true, search: "key"}) { totalCount nodes { name createdBy { name } } }
            active: webhooks(filter: {state: ACTIVE}) { nodes { name } }
            paused: webhooks(filter: {state: PAUSED}) { nodes { name } }
            failed: webhooks(filter: {state: PAUSED_AFTER_FAILURES}) { nodes { name state pausedReason } }
            found: webhooks(filter: {search: "/3"}) { nodes { name } }
            byName: webhooks(orderBy: {field: NAME, direction: DESC}) { nodes { name } }
            webhookDeliveries(filter: {webhookId: $hook, state: WAITING, eventType: "order.changed"}) {
                nodes { messageId webhook { name } }
            }
            webhook(id: $hook) { deliveries(last: 2) { totalCount nodes { messageId state } } }
        }""",
        hook=WebhookNode.id_of(active.id),
    )

    assert data["keys"]["nodes"] == [{"name": "Key 1", "createdBy": {"name": "Agent 1"}}]
    assert data["ended"] == {"totalCount": 1, "nodes": [{"name": "Key 2", "createdBy": None}]}
    assert data["active"]["nodes"] == [{"name": "Webhook 1"}]
    assert data["paused"]["nodes"] == [{"name": "Webhook 2"}]
    assert data["failed"]["nodes"] == [
        {"name": "Webhook 3", "state": "PAUSED_AFTER_FAILURES", "pausedReason": "TIMED_OUT"}
    ]
    assert data["found"]["nodes"] == [{"name": "Webhook 3"}]
    assert [each["name"] for each in data["byName"]["nodes"]] == ["Webhook 3", "Webhook 2", "Webhook 1"]
    assert [each["messageId"] for each in data["webhookDeliveries"]["nodes"]] == ["msg_1_2", "msg_1_0"]
    assert data["webhook"]["deliveries"] == {
        "totalCount": 3,
        "nodes": [{"messageId": "msg_1_1", "state": "FAILED"}, {"messageId": "msg_1_2", "state": "WAITING"}],
    }
