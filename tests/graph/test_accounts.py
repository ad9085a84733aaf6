"""WhatsApp numbers over the API: renamed, behind a proxy, the default one, deleted, and how they are."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from core import clock
from core.audit import PROGRAM
from core.permissions import ROLE_PERMISSIONS, Caller, CallerKind
from core.shop import Shop
from core.whatsapp.session_store import SessionStore
from graph.schema.accounts import WhatsappAccount as AccountNode
from graph.schema.providers import AiProvider
from models.accounts import AccountKind, AccountStatus, SendAttempt, WhatsappAccount, WhatsappSession
from models.audit import AuditLog
from models.conversations import Direction, Message, MessageAuthor, MessageState
from models.staff import StaffRole
from tests.graph.asking import Asker, counted
from tests.graph.rows import make_account, make_conversation, make_customer, make_order, make_provider
from tests.graph.test_mutations import do, mutation

ACCOUNT = "... on WhatsappAccountPayload { account { id name hasProxy proxyHost isDefault deletedAt } }"
PROXY = "socks5://parley:secret@proxy.example:1080"


def account_id(account: WhatsappAccount) -> str:
    return AccountNode.id_of(account.id)


async def test_a_number_is_renamed_and_of_its_proxy_only_the_host_is_shown(asker: Asker) -> None:
    account = await make_account("Shop")
    thing = account_id(account)

    renamed = await do(asker, "whatsappAccountUpdate", ACCOUNT, id=thing, changes={"name": "  Front   desk "})
    hidden = await do(asker, "whatsappAccountUpdate", ACCOUNT, id=thing, changes={"proxy": PROXY})
    kept = await WhatsappAccount.get(id=account.id)
    cleared = await do(asker, "whatsappAccountUpdate", ACCOUNT, id=thing, changes={"clearProxy": True})

    assert renamed["account"]["name"] == "Front desk"
    assert (hidden["account"]["hasProxy"], hidden["account"]["proxyHost"]) == (True, "proxy.example")
    assert kept.proxy_ciphertext is not None
    assert b"secret" not in kept.proxy_ciphertext
    assert (cleared["account"]["hasProxy"], cleared["account"]["proxyHost"]) == (False, None)
    audited = await AuditLog.filter(action="account.update").order_by("id")
    assert [row.after for row in audited] == [
        {"name": "Front desk"},
        {"has_proxy": True, "proxy_changed": True},
        {"has_proxy": False, "proxy_changed": True},
    ]


ANSWERS = "... on WhatsappAccountPayload { account { answersWith answersWithProvider { name } } }"


async def test_a_number_is_answered_as_the_shop_is_until_staff_choose_one_assistant(asker: Asker) -> None:
    account, provider = await make_account(), await make_provider()
    thing, clever = account_id(account), AiProvider.id_of(provider.id)

    async def answered(**changes: Any) -> Any:
        return (await do(asker, "whatsappAccountUpdate", ANSWERS, id=thing, changes=changes))["account"]

    untouched = await answered(name="Desk")
    built_in = await answered(answersWith="BUILT_IN")
    by_one = await answered(answersWith="PROVIDER", answersWithProviderId=clever)
    kept = await WhatsappAccount.get(id=account.id)
    as_shop = await answered(answersWith="SHOP")

    assert untouched == as_shop == {"answersWith": "SHOP", "answersWithProvider": None}
    assert built_in == {"answersWith": "BUILT_IN", "answersWithProvider": None}
    assert by_one == {"answersWith": "PROVIDER", "answersWithProvider": {"name": provider.name}}
    assert (kept.answers_with, kept.answers_with_provider_id) == ("PROVIDER", provider.id)


@pytest.mark.parametrize(
    "changes",
    [
        {"answersWith": "PROVIDER"},
        {"answersWith": "BUILT_IN", "answersWithProviderId": AiProvider.id_of(1)},
        {"answersWithProviderId": AiProvider.id_of(1)},
        {"answersWith": "PROVIDER", "answersWithProviderId": AiProvider.id_of(10**9)},
    ],
)
async def test_a_provider_that_answers_must_be_there_and_be_named_with_that_choice(
    asker: Asker, changes: dict[str, Any]
) -> None:
    account = await make_account()
    await make_provider()

    refused = await do(asker, "whatsappAccountUpdate", ANSWERS, id=account_id(account), changes=changes)

    assert (refused["__typename"], refused["path"]) == (
        "InvalidInputError",
        ["input", "changes", "answersWithProviderId"],
    )
    assert (await WhatsappAccount.get(id=account.id)).answers_with is None


async def test_when_its_provider_is_deleted_a_number_is_answered_as_the_shop_is(asker: Asker) -> None:
    account, provider = await make_account(), await make_provider()
    await WhatsappAccount.all().update(answers_with="PROVIDER", answers_with_provider_id=provider.id)

    await do(asker, "aiProviderDelete", "", id=AiProvider.id_of(provider.id))

    kept = await WhatsappAccount.get(id=account.id)
    assert (kept.answers_with, kept.answers_with_provider_id) == (None, None)


async def test_the_line_reads_its_proxy_opened(shop: Shop, asker: Asker) -> None:
    account = await make_account()
    await do(asker, "whatsappAccountUpdate", ACCOUNT, id=account_id(account), changes={"proxy": PROXY})

    sessions = SessionStore(shop.database, shop.account_care._vault)

    assert await sessions.proxy(account.id) == PROXY


async def test_another_proxy_makes_a_wished_line_begin_anew(asker: Asker) -> None:
    account = await make_account()
    before = clock.now() - timedelta(hours=1)
    await WhatsappAccount.filter(id=account.id).update(should_connect=True, connect_requested_at=before)

    await do(asker, "whatsappAccountUpdate", ACCOUNT, id=account_id(account), changes={"proxy": PROXY})

    asked_at = (await WhatsappAccount.get(id=account.id)).connect_requested_at
    assert asked_at is not None
    assert asked_at > before


@pytest.mark.parametrize(
    ("changes", "kind", "code", "path"),
    [
        ({"name": " "}, "InvalidInputError", "INVALID_INPUT", ["changes", "name"]),
        ({"name": "x" * 81}, "InvalidInputError", "INVALID_INPUT", ["changes", "name"]),
        ({"name": "Taken"}, "ConflictError", "ACCOUNT_NAME_TAKEN", ["changes", "name"]),
        ({"proxy": "ftp://proxy.example:21"}, "InvalidInputError", "INVALID_INPUT", ["changes", "proxy"]),
        ({"proxy": "socks5://"}, "InvalidInputError", "INVALID_INPUT", ["changes", "proxy"]),
        ({"proxy": "http://proxy.example:port"}, "InvalidInputError", "INVALID_INPUT", ["changes", "proxy"]),
        ({"proxy": "http://proxy.example/path"}, "InvalidInputError", "INVALID_INPUT", ["changes", "proxy"]),
        ({"proxy": PROXY, "clearProxy": True}, "InvalidInputError", "INVALID_INPUT", ["changes", "clearProxy"]),
    ],
)
async def test_a_change_of_a_number_that_cannot_be_names_its_place(
    asker: Asker, changes: dict[str, Any], kind: str, code: str, path: list[str]
) -> None:
    account = await make_account("Shop")
    await make_account("Taken")

    result = await do(asker, "whatsappAccountUpdate", ACCOUNT, id=account_id(account), changes=changes)

    assert (result["__typename"], result["code"], result["path"]) == (kind, code, ["input", *path])
    assert "proxy.example" not in result["message"] or "socks5://name" in result["message"]
    assert await AuditLog.all().count() == 0


async def test_there_is_one_default_number_at_most(asker: Asker) -> None:
    first, second = await make_account("First"), await make_account("Second")

    await do(asker, "whatsappAccountMakeDefault", ACCOUNT, id=account_id(first))
    made = await do(asker, "whatsappAccountMakeDefault", ACCOUNT, id=account_id(second))
    again = await do(asker, "whatsappAccountMakeDefault", ACCOUNT, id=account_id(second))
    listed = await asker.read("{ whatsappAccounts(filter: {isDefault: true}) { nodes { name } } }")

    assert made["account"]["isDefault"] is True
    assert made == again
    assert listed["whatsappAccounts"]["nodes"] == [{"name": "Second"}]
    assert await AuditLog.filter(action="account.make_default").count() == 2


DEFAULTS = "{ whatsappAccounts(filter: {isDefault: true}) { nodes { name } } }"


async def test_the_first_number_is_the_default_one_and_its_deletion_leaves_that_to_the_eldest(asker: Asker) -> None:
    async def defaults() -> list[str]:
        return [node["name"] for node in (await asker.read(DEFAULTS))["whatsappAccounts"]["nodes"]]

    async def create(name: str, kind: str) -> dict[str, Any]:
        made: dict[str, Any] = await do(asker, "whatsappAccountCreate", ACCOUNT, name=name, kind=kind)
        return dict(made["account"])

    async def delete(account: dict[str, Any]) -> None:
        await do(asker, "whatsappAccountDelete", ACCOUNT, id=account["id"], name=account["name"])

    first, played = await create("First", "WHATSAPP"), await create("Played", "SIMULATOR")
    second, third = await create("Second", "WHATSAPP"), await create("Third", "WHATSAPP")

    assert [each["isDefault"] for each in (first, played, second, third)] == [True, False, False, False]
    assert await defaults() == ["First"]
    await delete(third)
    assert await defaults() == ["First"]
    await delete(first)
    assert await defaults() == ["Second"]
    told = await AuditLog.get(action="account.make_default")
    assert AccountNode.id_of(told.subject_id) == second["id"]
    await delete(second)
    assert await defaults() == ["Played"]
    await delete(played)
    assert await defaults() == []
    await create("Fourth", "SIMULATOR")
    assert await defaults() == ["Fourth"]


async def test_numbers_made_and_deleted_at_once_leave_one_default(shop: Shop) -> None:
    made = await asyncio.gather(
        *(shop.accounts.create(f"Number {place}", AccountKind.WHATSAPP, PROGRAM) for place in range(4))
    )

    await asyncio.gather(
        *(shop.account_care.delete(account.id, account.name, PROGRAM) for account in made[:2]),
        shop.account_care.make_default(made[3].id, PROGRAM),
        shop.accounts.create("Number 4", AccountKind.WHATSAPP, PROGRAM),
    )

    assert await WhatsappAccount.filter(is_default=True, deleted_at=None).count() == 1
    assert await WhatsappAccount.filter(is_default=True).count() == 1


async def test_a_deleted_number_says_no_more_and_keeps_its_chats(asker: Asker) -> None:
    account = await make_account("Shop")
    conversation = await make_conversation(await make_customer(account))
    order = await make_order(conversation)
    waiting = await queued(conversation.id, account.id, conversation.customer_id)
    await WhatsappSession.create(account_id=account.id, ciphertext=b"x", key_id="k", version=1, updated_at=clock.now())
    await WhatsappAccount.filter(id=account.id).update(should_connect=True, is_default=True)

    deleted = await do(asker, "whatsappAccountDelete", ACCOUNT, id=account_id(account), name="Shop")
    kept = await WhatsappAccount.get(id=account.id)
    listed = await asker.read(
        "{ left: whatsappAccounts { totalCount } gone: whatsappAccounts(filter: {isDeleted: true}) { nodes { name } } "
        "orders { nodes { number account { name } } } conversations { totalCount } }"
    )

    assert deleted["account"]["deletedAt"] is not None
    assert (kept.should_connect, kept.is_default, kept.status, kept.status_reason) == (
        False,
        False,
        AccountStatus.DISCONNECTED,
        "deleted",
    )
    assert await WhatsappSession.all().count() == 0
    discarded = await Message.get(id=waiting.id)
    assert (discarded.state, discarded.failure) == (MessageState.DISCARDED, "number_removed")
    assert listed == {
        "left": {"totalCount": 0},
        "gone": {"nodes": [{"name": "Shop"}]},
        "orders": {"nodes": [{"number": order.number, "account": {"name": "Shop"}}]},
        "conversations": {"totalCount": 1},
    }


async def test_over_a_deleted_number_nothing_is_sent_any_more(shop: Shop, asker: Asker) -> None:
    account = await make_account("Shop")
    conversation = await make_conversation(await make_customer(account))
    await do(asker, "whatsappAccountDelete", ACCOUNT, id=account_id(account), name="Shop")
    thing = (await asker.read("{ conversations { nodes { id } } }"))["conversations"]["nodes"][0]["id"]

    refused = await do(asker, "messageSend", "", conversationId=thing, text="Hello")
    async with shop.database.unit_of_work() as work:
        locked = await shop.conversations.lock(work, conversation.id)
        await shop.conversations.queue_reply(work, locked, "Your order is paid", author=MessageAuthor.PROGRAM)

    assert (refused["__typename"], refused["code"]) == ("ConflictError", "NUMBER_REMOVED")
    assert [message.state for message in await Message.all()] == [MessageState.DISCARDED]


async def test_the_name_of_a_deleted_number_may_be_used_again(asker: Asker) -> None:
    account = await make_account("Shop")
    await do(asker, "whatsappAccountDelete", ACCOUNT, id=account_id(account), name="Shop")

    made = await do(asker, "whatsappAccountCreate", ACCOUNT, name="Shop")

    assert made["account"]["name"] == "Shop"
    assert made["account"]["id"] != account_id(account)


async def test_a_number_is_deleted_only_by_whoever_repeats_its_name(asker: Asker) -> None:
    account = await make_account("Shop")

    wrong = await do(asker, "whatsappAccountDelete", ACCOUNT, id=account_id(account), name="shop")

    assert (wrong["__typename"], wrong["code"], wrong["path"]) == (
        "InvalidInputError",
        "NAME_NOT_REPEATED",
        ["input", "name"],
    )
    assert (await WhatsappAccount.get(id=account.id)).deleted_at is None


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("whatsappAccountUpdate", {"changes": {"name": "Desk"}}),
        ("whatsappAccountMakeDefault", {}),
        ("whatsappAccountDelete", {"name": "Shop"}),
        ("whatsappAccountConnect", {}),
    ],
)
async def test_a_deleted_number_is_not_there_for_staff(asker: Asker, name: str, asked: dict[str, Any]) -> None:
    account = await make_account("Shop")
    await WhatsappAccount.filter(id=account.id).update(deleted_at=clock.now())

    result = await do(asker, name, ACCOUNT, id=account_id(account), **asked)

    assert (result["__typename"], result["path"]) == ("NotFoundError", ["input", "id"])


@pytest.mark.parametrize(
    ("name", "asked", "other"),
    [
        ("whatsappAccountUpdate", {"changes": {"name": "Desk"}}, {"changes": {"name": "Other"}}),
        ("whatsappAccountMakeDefault", {}, None),
        ("whatsappAccountDelete", {"name": "Shop"}, {"name": "Other"}),
    ],
)
async def test_what_is_told_twice_of_a_number_happens_once(
    asker: Asker, name: str, asked: dict[str, Any], other: dict[str, Any] | None
) -> None:
    account = await make_account("Shop")
    asked = {"id": account_id(account), "idempotencyKey": "k", **asked}

    first = await do(asker, name, ACCOUNT, **asked)
    again = await do(asker, name, ACCOUNT, **asked)
    reused = await do(asker, name, ACCOUNT, **{**asked, **(other or {"id": AccountNode.id_of(99)})})

    assert first["__typename"] == "WhatsappAccountPayload"
    assert first == again
    assert reused["__typename"] == "IdempotencyKeyReusedError"
    assert await AuditLog.all().count() == 1


@pytest.mark.parametrize("role", [StaffRole.AGENT, StaffRole.VIEWER])
async def test_an_agent_and_a_viewer_leave_numbers_alone(asker: Asker, role: StaffRole) -> None:
    account = await make_account("Shop")
    somebody = asker.as_(Caller(CallerKind.STAFF, "staff:1", ROLE_PERMISSIONS[role], staff_id=1, role=role))

    for name, asked in (
        ("whatsappAccountUpdate", {"changes": {"name": "Desk"}}),
        ("whatsappAccountMakeDefault", {}),
        ("whatsappAccountDelete", {"name": "Shop"}),
    ):
        answer = await somebody.ask(mutation(name, ACCOUNT), input={"id": account_id(account), **asked})
        assert (answer.data, answer.codes) == ({name: None}, ["FORBIDDEN"]), name
    assert await AuditLog.all().count() == 0


HEALTH = """{ whatsappAccounts(orderBy: {field: NAME}) { nodes {
    name health { lastEventAt queueLength sentInWindow sendLimit restrictedUntil }
} } }"""


async def test_the_health_of_all_numbers_is_one_statement_more(asker: Asker) -> None:
    busy, banned = await make_account("A busy one"), await make_account("B banned")
    conversation = await make_conversation(await make_customer(busy))
    for _ in range(2):
        await queued(conversation.id, busy.id, conversation.customer_id)
    now, until = clock.now(), clock.now() + timedelta(hours=1)
    for age in (1, 59, 61, 3000):
        await SendAttempt.create(account_id=busy.id, message_id=1, created_at=now - timedelta(seconds=age))
    await WhatsappAccount.filter(id=banned.id).update(status=AccountStatus.BANNED, banned_until=until)

    with counted() as statements:
        nodes = (await asker.read(HEALTH))["whatsappAccounts"]["nodes"]

    assert [node["health"]["queueLength"] for node in nodes] == [2, 0]
    assert [node["health"]["sentInWindow"] for node in nodes] == [2, 0]
    assert [node["health"]["sendLimit"] for node in nodes] == [30, 30]
    assert [node["health"]["restrictedUntil"] is not None for node in nodes] == [False, True]
    assert len(statements) == 2


async def queued(conversation_id: int, account_id: int, customer_id: int) -> Message:
    return await Message.create(
        account_id=account_id,
        customer_id=customer_id,
        conversation_id=conversation_id,
        direction=Direction.OUTBOUND,
        author=MessageAuthor.ASSISTANT,
        kind="TEXT",
        state=MessageState.QUEUED,
        chat="1@lid",
        text="Welcome",
    )
