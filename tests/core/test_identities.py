"""One person with two ids: whatever is learnt of them, in whatever order, they are one customer with one chat."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from core import clock
from core.database import Database
from core.engine.line import ChatEvent
from core.whatsapp.gateway import IdentityLearned, MessageEdited, ReceiptKind, ReceiptReceived
from models.audit import AuditLog
from models.conversations import Conversation, ConversationStatus, Direction, Message, MessageState
from models.customers import Customer
from models.orders import ActorKind
from tests.chats import Chats

LID = "777001@lid"
PHONE = "+923001234567"
JID = "923001234567@s.whatsapp.net"

LEARNED = IdentityLearned(LID, JID, PHONE)


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


async def learn(chats: Chats, event: IdentityLearned = LEARNED) -> None:
    await chats.inbox.take(chats.account.id, event)


async def the_one(chats: Chats) -> Customer:
    """The only customer there is, by either id."""
    people = await Customer.filter(account_id=chats.account.id, merged_into_id=None)
    assert len(people) == 1
    assert await Conversation.filter(status=ConversationStatus.ACTIVE).count() == 1
    assert await Message.exclude(customer_id=people[0].id).count() == 0
    return people[0]


async def test_a_customer_known_by_their_phone_becomes_the_one_with_the_lid(chats: Chats) -> None:
    first = await chats.writes("Salam", lid=JID, sender_phone=PHONE)

    await learn(chats)

    customer = await the_one(chats)
    assert (customer.id, customer.lid, customer.phone) == (first.customer_id, LID, PHONE)
    assert await chats.answers(LID) == ["Hello!"]
    assert [(row.actor, row.action) for row in await AuditLog.filter(subject="customers")] == [
        (ActorKind.PROGRAM, "customer.identify")
    ]


async def test_two_customers_that_turn_out_to_be_one_are_merged_by_the_program(chats: Chats) -> None:
    await chats.writes("by phone", lid=JID)
    await chats.writes("by lid", lid=LID)

    await learn(chats)

    customer = await the_one(chats)
    assert (customer.lid, customer.phone) == (LID, PHONE)
    [row] = await AuditLog.filter(subject="customers")
    assert (row.actor, row.action, row.subject_id) == (ActorKind.PROGRAM, "customer.merge", customer.id)
    assert await chats.answers(LID) == ["Hello!"]
    assert chats.assistant.read == [["by phone", "by lid"]]


async def test_to_learn_it_again_changes_nothing(chats: Chats) -> None:
    await chats.writes("by phone", lid=JID)
    await chats.writes("by lid", lid=LID)
    await learn(chats)
    events = await chats.database.fetch("select count(*) as n from events")

    await learn(chats)
    await learn(chats)

    assert await chats.database.fetch("select count(*) as n from events") == events
    assert await AuditLog.filter(subject="customers").count() == 1


async def test_of_somebody_who_never_wrote_nothing_is_kept(chats: Chats) -> None:
    await learn(chats)

    assert await Customer.all().count() == 0


@pytest.mark.parametrize("when", ["before", "between", "after"])
async def test_whoever_writes_by_either_id_is_found_whenever_it_is_learnt(chats: Chats, when: str) -> None:
    if when == "before":
        await chats.writes("one", lid=LID)
        await learn(chats)
        await chats.writes("two", lid=JID)
    elif when == "between":
        await chats.writes("one", lid=JID)
        await learn(chats)
        await chats.writes("two", lid=LID)
    else:
        await chats.writes("one", lid=JID)
        await chats.writes("two", lid=LID)
        await learn(chats)
    await chats.writes("three", lid=JID)
    await chats.writes("four", lid=LID, sender_phone=PHONE)
    await chats.types_on_phone("five", lid=JID)

    customer = await the_one(chats)
    assert customer.lid == LID
    assert await Message.filter(customer_id=customer.id).count() == 5


async def test_a_message_that_names_both_ids_says_the_same(chats: Chats) -> None:
    first = await chats.writes("by phone", lid=JID)
    await chats.writes("by lid", lid=LID, sender_phone=PHONE)

    customer = await the_one(chats)

    assert (customer.id, customer.lid, customer.phone) == (first.customer_id, LID, PHONE)


async def test_a_message_that_names_both_ids_merges_two_customers(chats: Chats) -> None:
    await chats.writes("by phone", lid=JID)
    await chats.writes("by lid", lid=LID)

    await chats.writes("it is me", lid=LID, sender_phone=PHONE)

    assert (await the_one(chats)).lid == LID


async def test_one_message_that_comes_under_both_ids_is_stored_once(chats: Chats) -> None:
    await chats.writes("Salam", lid=JID, whatsapp_id="A1")
    await learn(chats)

    await chats.inbox.take(chats.account.id, chats.message("Salam", lid=LID, whatsapp_id="A1", sender_phone=PHONE))
    await chats.inbox.take(chats.account.id, chats.message("Salam", lid=LID, whatsapp_id="A1"))

    assert await Message.all().count() == 1


async def test_receipts_and_edits_under_the_other_id_find_their_message(chats: Chats) -> None:
    question = await chats.writes("2 pleas", lid=JID)
    await chats.answers(JID)
    [reply] = await chats.said()
    await chats.sent(reply, "OUT1")
    await learn(chats)
    at = clock.now() + timedelta(seconds=1)

    assert question.whatsapp_id is not None
    await chats.inbox.take(chats.account.id, MessageEdited(LID, question.whatsapp_id, "2 please", at))
    await chats.inbox.take(chats.account.id, ReceiptReceived(LID, ("OUT1",), ReceiptKind.READ, at))

    assert (await Message.get(id=question.id)).text == "2 please"
    assert (await Message.get(id=reply.id)).state is MessageState.READ


async def test_what_is_learnt_while_a_reply_is_made_throws_the_reply_away_and_makes_one_for_all(chats: Chats) -> None:
    await chats.writes("by lid", lid=LID)
    await chats.writes("by phone", lid=JID)
    chats.assistant.meanwhile = lambda: learn(chats)

    assert await chats.answers(JID) == []
    assert await chats.answers(LID) == ["Hello!"]

    assert chats.assistant.read[-1] == ["by lid", "by phone"]
    assert await Message.filter(direction=Direction.INBOUND, is_settled=False).count() == 0


async def test_a_renaming_while_a_reply_is_made_does_not_double_it(chats: Chats) -> None:
    await chats.writes("by phone", lid=JID)
    chats.assistant.meanwhile = lambda: learn(chats)

    await chats.turns.answer((await chats.customer(JID)).id)

    assert [message.text for message in await chats.said()] == ["Hello!"]
    await the_one(chats)


async def test_whatever_comes_at_once_makes_one_customer(chats: Chats) -> None:
    events: list[ChatEvent] = [
        chats.message("by phone", lid=JID),
        chats.message("by lid", lid=LID, sender_phone=PHONE),
        chats.message("by phone again", lid=JID, sender_phone=PHONE),
        LEARNED,
        chats.message("by lid again", lid=LID, sender_phone=PHONE),
        LEARNED,
    ]

    await asyncio.gather(*(chats.inbox.take(chats.account.id, event) for event in events))
    await learn(chats)

    assert (await the_one(chats)).lid == LID
    assert await Message.all().count() == 4


async def test_the_same_phone_at_another_number_is_another_customer(chats: Chats) -> None:
    other = await type(chats.account).create(name="Other", kind=chats.account.kind, status_changed_at=clock.now())
    await chats.inbox.take(other.id, chats.message("hi", lid=JID))
    await chats.writes("hi", lid=LID)

    await learn(chats)

    assert await Customer.filter(merged_into_id=None).count() == 2
    assert await Customer.filter(account_id=other.id, lid=JID).exists()
