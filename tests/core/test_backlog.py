"""Coming back after an outage: everything that was written meanwhile arrives, in order, once, and is answered once."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core import clock
from core.database import Database
from core.whatsapp.gateway import ChatKind
from core.whatsapp.simulator import put
from core.whatsapp.simulator_wire import Wire, written
from models.accounts import AccountStatus
from models.conversations import AttentionReason, Conversation, Direction, Message, MessageKind
from tests.chats import Chats
from tests.numbers import LINKED, Stage, eventually

CONNECTED = AccountStatus.CONNECTED


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


@pytest.fixture
async def stage(chats: Chats, database_url: str, data_folder: Path) -> Stage:
    """The number of the chats, linked in an earlier life."""
    stage = Stage.build(chats.database, database_url, data_folder)
    await stage.accounts.request_connect(chats.account.id, chats.agent)
    await stage.sessions.save(chats.account.id, 0, LINKED)
    return stage


def lid(chat: int) -> str:
    return f"{chat:04d}@lid"


async def wrote_meanwhile(chats: Chats, moments: Sequence[tuple[int, datetime]]) -> None:
    """Each of them the number of a chat and when; all in one go, for there are many."""
    async with chats.database.unit_of_work() as work:
        for number, (chat, moment) in enumerate(moments):
            event = {
                "type": Wire.MESSAGE,
                "whatsapp_id": f"B{number}",
                "lid": lid(chat),
                "text": f"message {number}",
                "kind": MessageKind.TEXT,
                "chat": lid(chat),
                "chat_kind": ChatKind.PERSON,
                "sent_at": written(moment),
            }
            await put(work, chats.account.id, event, deliver_at=clock.now() - timedelta(minutes=1))


async def answer_all(chats: Chats) -> None:
    """What the jobs that wait would do, in turn."""
    rows = await chats.database.fetch(
        "delete from procrastinate_jobs where task_name = 'answer_customer' and status = 'todo' "
        "returning (args->>'customer_id')::bigint as customer_id"
    )
    for customer_id in sorted({row["customer_id"] for row in rows}):
        await chats.turns.answer(customer_id)


def a_night(chats: int, each: int, *, stale_from: int) -> list[tuple[int, datetime]]:
    """Every chat wrote every five minutes until now; those from `stale_from` on ceased yesterday."""
    now = clock.now()
    return [
        (chat, now - timedelta(minutes=5 * (each - place), days=1 if chat >= stale_from else 0) + timedelta(minutes=4))
        for place in range(each)
        for chat in range(chats)
    ]


async def judge(chats: Chats, moments: Sequence[tuple[int, datetime]], *, stale_from: int) -> None:
    """None lost, none doubled, each chat in its order, one reply to whoever wrote just now, a person for the others."""
    wrote: defaultdict[str, list[str]] = defaultdict(list)
    for number, (chat, _) in enumerate(moments):
        wrote[lid(chat)].append(f"message {number}")
    stored: defaultdict[str, list[str]] = defaultdict(list)
    for message in await Message.filter(direction=Direction.INBOUND).order_by("id"):
        stored[message.chat].append(message.text)
    assert stored == wrote
    recent = [lid(chat) for chat in range(stale_from)]
    replies = await Message.filter(direction=Direction.OUTBOUND).order_by("chat")
    assert [reply.chat for reply in replies] == recent
    assert {texts[-1] for texts in chats.assistant.read} == {wrote[chat][-1] for chat in recent}
    assert await Message.filter(is_settled=False, direction=Direction.INBOUND).count() == 0
    left = await Conversation.filter(attention=AttentionReason.STALE_BACKLOG).prefetch_related("customer")
    # Also those that are answered leave what is older to a person.
    assert len(left) == len(wrote)


async def is_complete(chats: Chats, count: int) -> bool:
    arrived = await Message.filter(direction=Direction.INBOUND).count()
    rows = await chats.database.fetch("select 1 from messages where detail ? 'held' limit 1")
    return arrived == count and not rows


@pytest.mark.timeout(300)
async def test_fifteen_hundred_messages_of_forty_chats_arrive_and_are_answered(chats: Chats, stage: Stage) -> None:
    moments = a_night(40, 38, stale_from=30)[:1_500]
    await wrote_meanwhile(chats, moments)

    async with stage.keeping():
        await eventually(lambda: is_complete(chats, 1_500), seconds=100)
        await answer_all(chats)

    await judge(chats, moments, stale_from=30)


async def test_a_backlog_that_is_interrupted_again_and_again_stays_whole(chats: Chats, stage: Stage) -> None:
    moments = a_night(10, 20, stale_from=7)
    await wrote_meanwhile(chats, moments)

    async def has(count: int) -> bool:
        return await Message.filter(direction=Direction.INBOUND).count() >= count

    async with stage.keeping():
        await eventually(lambda: has(30))
        await stage.network.drop(chats.account.id)
        await stage.reaches(chats.account.id, AccountStatus.CONNECTING, "connection_lost")
        assert await chats.jobs() == []
        await stage.network.restore(chats.account.id)
        await eventually(lambda: has(90))
    assert await chats.jobs() == []
    async with stage.keeping():
        await eventually(lambda: is_complete(chats, 200), seconds=60)
        await answer_all(chats)

    await judge(chats, moments, stale_from=7)
