"""Notices: what is told once, what ends by itself, and who has seen it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from core import clock
from core.audit import PROGRAM, Actor
from core.database import Database
from core.events.event_types import NoticeChanged, NoticeRaised
from core.notices import NoticeNotFoundError, Notices
from core.whatsapp.gateway import ConnectionChanged
from models.accounts import AccountStatus
from models.audit import AuditLog
from models.conversations import AttentionReason, Conversation
from models.events import EventRow
from models.notices import Notice, NoticeKind, NoticeSeen
from models.orders import ActorKind
from tests.chats import Chats
from tests.numbers import Stage


@pytest.fixture
def notices(database: Database) -> Notices:
    return Notices(database)


@pytest.fixture
def stage(database: Database, database_url: str, data_folder: Path) -> Stage:
    return Stage.build(database, database_url, data_folder)


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


async def told(event: type[Any]) -> list[dict[str, Any]]:
    return [row.payload for row in await EventRow.filter(type=event.type).order_by("id")]


async def raised(database: Database, key: str = "once") -> int | None:
    async with database.unit_of_work() as work:
        return await Notices.raise_once(work, NoticeKind.WEBHOOK_PAUSED, "webhooks", 7, key, {"failures": 3})


async def shown() -> list[tuple[str, int, dict[str, Any], bool]]:
    rows = await Notice.all().order_by("id")
    return [(row.kind.value, row.subject_id, row.detail, row.resolved_at is None) for row in rows]


async def test_what_happened_once_is_told_once(database: Database) -> None:
    first, again, other = await raised(database), await raised(database), await raised(database, "another")

    assert again is None
    assert await shown() == [("WEBHOOK_PAUSED", 7, {"failures": 3}, True)] * 2
    assert await told(NoticeRaised) == [
        {"notice_id": first, "kind": "WEBHOOK_PAUSED"},
        {"notice_id": other, "kind": "WEBHOOK_PAUSED"},
    ]


async def test_a_state_is_told_again_only_after_it_was_over(database: Database) -> None:
    for is_over in (False, True, False):
        async with database.unit_of_work() as work:
            if is_over:
                await Notices.settle(work, 7, NoticeKind.ACCOUNT_BANNED)
            else:
                await Notices.raise_while(work, NoticeKind.ACCOUNT_BANNED, "whatsapp_accounts", 7)
                await Notices.raise_while(work, NoticeKind.ACCOUNT_BANNED, "whatsapp_accounts", 7)

    assert [is_open for *_, is_open in await shown()] == [False, True]
    assert len(await told(NoticeChanged)) == 1


async def test_each_sees_for_themselves_and_one_resolves_for_all(
    notices: Notices, database: Database, chats: Chats
) -> None:
    notice_id = await raised(database)
    assert notice_id is not None

    await notices.mark_seen([notice_id, 99], chats.staff.id)
    await notices.mark_seen([notice_id], chats.staff.id)
    first = await notices.resolve(notice_id, chats.agent)
    again = await notices.resolve(notice_id, chats.agent)

    assert [row.staff_id for row in await NoticeSeen.all()] == [chats.staff.id]
    assert first.resolved_at == again.resolved_at
    assert await told(NoticeChanged) == [{"notice_id": notice_id}] * 2
    assert await AuditLog.filter(action="notice.resolve", staff_id=chats.staff.id).count() == 1
    with pytest.raises(NoticeNotFoundError):
        await notices.resolve(99, chats.agent)


async def test_a_banned_number_is_told_until_it_is_up_again(stage: Stage) -> None:
    account = await stage.number()
    await stage.accounts.request_connect(account.id, PROGRAM)
    until = clock.now() + timedelta(hours=2)

    async def report(status: AccountStatus, **changes: Any) -> None:
        await stage.accounts.record_connection(account.id, 0, ConnectionChanged(status, **changes))

    await report(AccountStatus.BANNED, reason="temporary_ban", banned_until=until)
    await report(AccountStatus.BANNED, reason="temporary_ban", banned_until=until)
    detail = {"reason": "temporary_ban", "banned_until": until.isoformat()}
    assert await shown() == [("ACCOUNT_BANNED", account.id, detail, True)]

    await report(AccountStatus.CONNECTED)
    assert await shown() == [("ACCOUNT_BANNED", account.id, detail, False)]


async def test_a_number_that_its_phone_logged_out_is_told_but_not_one_that_staff_did(stage: Stage) -> None:
    account, other = await stage.number("One"), await stage.number("Two")
    for each in (account, other):
        await stage.accounts.request_connect(each.id, PROGRAM)
    logged_out = ConnectionChanged(AccountStatus.DISCONNECTED, "logged_out", must_link_again=True)

    await stage.accounts.log_out(other.id, PROGRAM)
    await stage.accounts.record_connection(other.id, 0, logged_out)
    await stage.accounts.record_connection(account.id, 0, logged_out)

    assert await shown() == [("ACCOUNT_LOGGED_OUT", account.id, {"reason": "logged_out"}, True)]


async def test_a_code_that_nobody_scanned_is_no_news(stage: Stage) -> None:
    account = await stage.number()
    await stage.accounts.request_connect(account.id, PROGRAM)
    over = ConnectionChanged(AccountStatus.DISCONNECTED, "qr_timeout", must_link_again=True)

    await stage.accounts.record_connection(account.id, 0, over)

    assert await shown() == []


def clearing(chats: Chats, conversation: Conversation, actor: Actor) -> dict[str, Callable[[], Any]]:
    return {
        "clear": lambda: chats.conversations.clear_attention(conversation.id, actor),
        "take over": lambda: chats.conversations.take_over(conversation.id, actor),
        "hand back": lambda: chats.conversations.hand_back(conversation.id, actor),
        "answer": lambda: chats.conversations.send(conversation.id, "I am here.", actor),
    }


@pytest.mark.parametrize("way", ["clear", "take over", "hand back", "answer"])
async def test_a_chat_that_needs_a_person_is_told_until_one_comes(chats: Chats, way: str) -> None:
    await chats.writes()
    conversation = await chats.conversation()
    for reason in (AttentionReason.ASKED_FOR_HUMAN, AttentionReason.FLOOD):
        async with chats.database.unit_of_work() as work:
            locked = await chats.conversations.lock(work, conversation.id)
            await chats.conversations.leave_to_person(work, locked, reason)
    assert await shown() == [("CHAT_NEEDS_HUMAN", conversation.id, {"reason": "ASKED_FOR_HUMAN"}, True)]

    await clearing(chats, conversation, Actor(ActorKind.STAFF, staff_id=chats.staff.id))[way]()

    assert [is_open for *_, is_open in await shown()] == [False]


async def test_a_proof_that_waits_is_no_notice(chats: Chats) -> None:
    await chats.writes()
    conversation = await chats.conversation()

    async with chats.database.unit_of_work() as work:
        locked = await chats.conversations.lock(work, conversation.id)
        await chats.conversations.flag(work, locked, AttentionReason.PROOF_WAITING)

    assert await shown() == []
