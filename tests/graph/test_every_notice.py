"""Every kind of notice: what happens, who is told of it and about what, and how it ends."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from core import clock
from core.account_reasons import CLIENT_OUTDATED
from core.account_restrictions import lift_if_over, restrict
from core.audit import PROGRAM
from core.events.event_types import CatalogChanged
from core.shop import Shop
from core.webhook_deliveries import PAUSE_AFTER, REFUSED, WebhookDeliveries
from core.whatsapp.gateway import ConnectionChanged
from graph.schema.accounts import WhatsappAccount as AccountNode
from graph.schema.conversations import Conversation as ConversationNode
from graph.schema.integrations import Webhook as WebhookNode
from graph.schema.payments import PaymentMethod as MethodNode
from models.accounts import AccountStatus, WhatsappAccount
from models.conversations import AttentionReason
from models.notices import NoticeKind
from models.staff import StaffRole
from tests.graph.people import PASSWORD, Browser, person
from tests.graph.rows import make_account, make_conversation, make_customer
from tests.graph.test_notices import METHOD, NEW, do
from web.assembly import vault_of
from web.settings import Environment

# The node that it is about, and what brings it to an end by itself.
Happened = tuple[str, Callable[[], Awaitable[object]] | None]


async def reports(shop: Shop, account: WhatsappAccount, event: ConnectionChanged) -> Happened:
    """As the line of a number tells it; that it is up again is the end."""
    await WhatsappAccount.filter(id=account.id).update(should_connect=True)
    await shop.accounts.record_connection(account.id, 0, event)

    async def up_again() -> None:
        await WhatsappAccount.filter(id=account.id).update(should_connect=True)
        await shop.accounts.record_connection(account.id, 0, ConnectionChanged(AccountStatus.CONNECTED))

    return AccountNode.id_of(account.id), up_again


async def banned(shop: Shop, _: Browser) -> Happened:
    event = ConnectionChanged(AccountStatus.BANNED, reason="banned")
    return await reports(shop, await make_account(), event)


async def logged_out(shop: Shop, _: Browser) -> Happened:
    event = ConnectionChanged(AccountStatus.DISCONNECTED, "logged_out", must_link_again=True)
    return await reports(shop, await make_account(), event)


async def outdated(shop: Shop, _: Browser) -> Happened:
    return await reports(shop, await make_account(), ConnectionChanged(AccountStatus.DISCONNECTED, CLIENT_OUTDATED))


async def restricted(shop: Shop, _: Browser) -> Happened:
    account = await make_account()
    async with shop.database.unit_of_work() as work:
        await restrict(work, account.id, clock.now() + timedelta(hours=2))

    async def time_passes() -> None:
        with time_machine.travel(clock.now() + timedelta(hours=3)):
            async with shop.database.unit_of_work() as work:
                await lift_if_over(work, account.id)

    return AccountNode.id_of(account.id), time_passes


async def payee_changed(shop: Shop, owner: Browser) -> Happened:
    made = await do(owner, "paymentMethodCreate", METHOD, **NEW, password=PASSWORD)
    thing = made["paymentMethod"]["id"]
    assert MethodNode.key(thing)
    return thing, None


async def needs_human(shop: Shop, owner: Browser) -> Happened:
    conversation = await make_conversation(await make_customer(await make_account()))
    async with shop.database.unit_of_work() as work:
        locked = await shop.conversations.lock(work, conversation.id)
        await shop.conversations.leave_to_person(work, locked, AttentionReason.ASKED_FOR_HUMAN)
    thing = ConversationNode.id_of(conversation.id)
    return thing, lambda: do(owner, "conversationTakeOver", "", id=thing)


async def webhook_paused(shop: Shop, owner: Browser, environment: Environment) -> Happened:
    """By itself, after days of failing: what the running part does, with the clock moved."""
    deliveries = WebhookDeliveries(shop.database, vault_of(environment))
    webhook, _ = await shop.webhooks.create("Books", "https://books.example/", [CatalogChanged.type], PROGRAM)
    async with shop.database.unit_of_work() as work:
        work.append(CatalogChanged(1))
    await deliveries.fan_out()
    start = clock.now()
    for moment in (start, start + PAUSE_AFTER):
        with time_machine.travel(moment + timedelta(minutes=1), tick=False):
            parcel = await deliveries.claim(webhook.id)
            assert parcel is not None
            await deliveries.failed(parcel, REFUSED, status=500)
    thing = WebhookNode.id_of(webhook.id)
    assert (await owner.read("query ($id: ID!) { webhook(id: $id) { state } }", id=thing))["webhook"] == {
        "state": "PAUSED_AFTER_FAILURES"
    }
    return thing, lambda: do(owner, "webhookResume", "", id=thing)


HAPPENINGS: dict[NoticeKind, Callable[..., Awaitable[Happened]]] = {
    NoticeKind.ACCOUNT_BANNED: banned,
    NoticeKind.ACCOUNT_LOGGED_OUT: logged_out,
    NoticeKind.ACCOUNT_RESTRICTED: restricted,
    NoticeKind.PROGRAM_OUTDATED: outdated,
    NoticeKind.PAYEE_CHANGED: payee_changed,
    NoticeKind.CHAT_NEEDS_HUMAN: needs_human,
    NoticeKind.WEBHOOK_PAUSED: webhook_paused,
}

# Through the API in tests/graph/test_provider_tests.py, and each of them in tests/core/test_router.py.
OF_PROVIDERS = {kind for kind in NoticeKind if kind.startswith("PROVIDER_")}

BELL = """{ notices(filter: {isResolved: false}) {
    totalCount nodes { kind isSeen resolvedAt about { __typename id } }
} }"""


def test_no_kind_of_notice_is_forgotten_here() -> None:
    assert set(HAPPENINGS) | OF_PROVIDERS == set(NoticeKind)


@pytest.mark.parametrize("kind", HAPPENINGS)
async def test_staff_are_told_of_it_at_once_and_that_it_is_over(
    shop: Shop, environment: Environment, kind: NoticeKind
) -> None:
    owner, viewer = await person(shop, StaffRole.OWNER), await person(shop, StaffRole.VIEWER)
    more: dict[str, Any] = {"environment": environment} if kind is NoticeKind.WEBHOOK_PAUSED else {}
    following = "subscription ($after: String) { noticeRaised(after: $after) { notice { kind } } }"
    place = (await shop.feed.place()).encode()

    thing, end = await HAPPENINGS[kind](shop, owner, **more)

    async with viewer.follow(following, after=place) as stream:
        assert (await stream.next()).data == {"noticeRaised": {"notice": {"kind": kind.value}}}
    told = (await owner.read(BELL))["notices"]
    assert told["totalCount"] == 1
    [notice] = told["nodes"]
    assert (notice["kind"], notice["isSeen"], notice["about"]["id"]) == (kind.value, False, thing)
    jobs = await shop.database.fetch("select 1 from procrastinate_jobs where task_name = 'tell_owner'")
    assert len(jobs) == 1
    if end is not None:
        await end()
        assert (await owner.read(BELL))["notices"]["totalCount"] == 0
