"""What was written before a number was linked: kept, never answered, and in nobody's way."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from core.database import Database
from core.engine.history_aside import HistoryAside
from core.whatsapp.gateway import IncomingMedia, MessageReceived
from models.accounts import AccountStatus
from models.conversations import (
    AnsweredBy,
    Conversation,
    ConversationStatus,
    Direction,
    Message,
    MessageAuthor,
    MessageKind,
    MessageState,
)
from models.customers import Customer
from models.notices import Notice
from tests.chats import AYESHA, Chats
from tests.numbers import Stage, eventually

START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


def old(chats: Chats, text: str, *, days: float = 3, **changes: Any) -> MessageReceived:
    return chats.message(text, is_history=True, sent_at=START - timedelta(days=days), **changes)


async def take(chats: Chats, *events: MessageReceived) -> None:
    await chats.inbox.take_history(chats.account.id, events)


@time_machine.travel(START, tick=False)
async def test_history_is_kept_settled_in_a_closed_conversation_of_its_own(chats: Chats) -> None:
    await take(
        chats,
        old(chats, "third", days=1),
        old(chats, "first", days=5, profile_name="Ayesha"),
        old(chats, "second", days=2, is_from_us=True),
    )

    messages = await Message.all().order_by("id")
    assert [(each.text, each.state, each.author) for each in messages] == [
        ("first", MessageState.RECEIVED, MessageAuthor.CUSTOMER),
        ("second", MessageState.SENT, MessageAuthor.PHONE),
        ("third", MessageState.RECEIVED, MessageAuthor.CUSTOMER),
    ]
    assert all(each.is_settled and each.detail == {"history": True} for each in messages)
    assert [each.created_at for each in messages] == [START - timedelta(days=days) for days in (5, 2, 1)]
    conversation = await Conversation.get()
    assert (conversation.status, conversation.closed_at) == (ConversationStatus.ABANDONED, START - timedelta(days=1))
    assert (conversation.answered_by, conversation.attention) == (AnsweredBy.AI, None)
    assert (conversation.unread_count, conversation.created_at) == (0, START - timedelta(days=5))
    assert conversation.last_customer_message_at == START - timedelta(days=1)


@time_machine.travel(START, tick=False)
async def test_nobody_is_answered_and_nobody_is_told(chats: Chats) -> None:
    await chats.inbox.take(chats.account.id, old(chats, "how much?"))

    assert await chats.jobs() == []
    assert await chats.answers() == []
    assert await Notice.all().count() == 0
    rows = await chats.database.fetch("select type from events where type like 'message%'")
    assert rows == []


@time_machine.travel(START, tick=False)
async def test_whoever_writes_after_it_is_answered_in_a_new_conversation(chats: Chats) -> None:
    await take(chats, old(chats, "long ago"))

    await chats.writes("and now")

    assert await chats.answers() == ["Hello!"]
    assert chats.assistant.read == [["and now"]]
    assert await Conversation.all().count() == 2
    assert (await chats.conversation()).status is ConversationStatus.ACTIVE


@time_machine.travel(START, tick=False)
async def test_history_that_comes_after_the_first_live_words_leaves_their_chat_alone(chats: Chats) -> None:
    await chats.writes("and now", profile_name="Ayesha Khan")
    before = await chats.conversation()

    await take(chats, old(chats, "long ago", profile_name="Old name"), old(chats, "longer ago", days=9))
    await take(chats, old(chats, "even longer ago", days=30))

    live = await Conversation.get(id=before.id)
    assert (live.version, live.unread_count, live.last_message_at) == (before.version, 1, START)
    assert await Message.filter(conversation_id=live.id).count() == 1
    assert await Conversation.all().count() == 2
    assert (await chats.customer()).profile_name == "Ayesha Khan"
    assert await chats.answers() == ["Hello!"]
    assert chats.assistant.read == [["and now"]]


@time_machine.travel(START, tick=False)
async def test_what_is_stored_already_stays_as_it_is(chats: Chats) -> None:
    live = await chats.writes("hi", whatsapp_id="A1")
    history = [
        old(chats, "hi", whatsapp_id="A1"),
        old(chats, "old", whatsapp_id="A2"),
        old(chats, "old", whatsapp_id="A2"),
    ]

    await take(chats, *history)
    await take(chats, *history)
    await asyncio.gather(*(take(chats, *history) for _ in range(3)))

    assert await Message.all().count() == 2
    assert not (await Message.get(id=live.id)).is_settled


@time_machine.travel(START, tick=False)
async def test_what_came_as_history_is_not_answered_when_it_comes_again(chats: Chats) -> None:
    await take(chats, old(chats, "hi", whatsapp_id="A1"))

    message = await chats.writes("hi", whatsapp_id="A1")

    assert message.is_settled
    assert await chats.jobs() == []


@time_machine.travel(START, tick=False)
async def test_one_message_that_cannot_be_stored_costs_itself_alone(chats: Chats) -> None:
    await chats.database.fetch("alter table messages add constraint no_poison check (text <> 'poison')")

    await take(chats, old(chats, "one"), old(chats, "poison"), old(chats, "two"), old(chats, "other", lid="b@lid"))

    assert sorted(message.text for message in await Message.all()) == ["one", "other", "two"]


@time_machine.travel(START, tick=False)
async def test_to_whom_only_our_side_wrote_is_no_customer(chats: Chats) -> None:
    await take(chats, old(chats, "Hello mother", is_from_us=True))

    assert await Customer.all().count() == 0


@time_machine.travel(START, tick=False)
async def test_only_files_that_whatsapp_may_still_have_are_fetched_and_those_last(chats: Chats) -> None:
    asked: list[str] = []

    def file(name: str) -> IncomingMedia:
        async def give() -> bytes:
            asked.append(name)
            return name.encode()

        return IncomingMedia(chats.shelf.put(give), "application/pdf", f"{name}.pdf")

    kind = MessageKind.DOCUMENT
    await chats.writes("", kind=kind, media=file("live"))
    await take(
        chats,
        *(old(chats, "", days=days, kind=kind, media=file(f"{days} days old")) for days in (1, 20)),
    )

    await chats.fetching.fetch_waiting()

    assert asked == ["live", "1 days old"]
    gone = await Message.get(sent_at=START - timedelta(days=20))
    assert (gone.media_reference, gone.detail) == (None, {"history": True, "media": "GONE"})


@time_machine.travel(START, tick=False)
async def test_thousands_are_stored_in_few_steps(chats: Chats) -> None:
    events = [
        old(chats, f"message {number}", lid=f"{number % 20}@lid", days=1 + number / 100) for number in range(2_000)
    ]

    async with asyncio.timeout(60):
        for begin in range(0, len(events), 200):
            await take(chats, *events[begin : begin + 200])

    assert await Message.all().count() == 2_000
    assert await Conversation.all().count() == 20
    assert await Message.filter(direction=Direction.INBOUND, is_settled=False).count() == 0


async def test_new_messages_overtake_a_long_history(database: Database, database_url: str, data_folder: Path) -> None:
    stage = Stage.build(database, database_url, data_folder)
    account = await stage.linked_number()
    for number in range(300):
        await stage.network.customer_writes(account.id, lid=f"{number % 5}@lid", text=f"old {number}", is_history=True)
    await stage.network.customer_writes(account.id, lid=AYESHA, text="new")

    async with stage.keeping():
        await stage.reaches(account.id, AccountStatus.CONNECTED)
        await eventually(lambda: Message.filter(text="new").exists())
        await stage.network.customer_writes(account.id, lid=AYESHA, text="newer")
        await eventually(lambda: Message.filter(text="newer").exists())

    # What still waited when the line stopped was stored then.
    assert await Message.filter(text__startswith="old").count() == 300
    assert await Message.filter(is_settled=False).count() == 2


async def test_what_is_put_aside_waits_for_nobody_and_is_stored_in_order_and_in_bulk(chats: Chats) -> None:
    stored: list[list[str]] = []
    may_store = asyncio.Event()

    async def store(events: Any) -> None:
        await may_store.wait()
        stored.append([event.text for event in events])

    aside = HistoryAside(store)
    running = asyncio.create_task(aside.run())
    for number in range(500):
        await aside.put(old(chats, str(number)))
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert stored == []

    may_store.set()
    await aside.store_rest()

    assert [text for batch in stored for text in batch] == [str(number) for number in range(500)]
    assert len(stored) <= 4
