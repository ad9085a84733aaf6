"""The inbox: stored first and once, whatever arrives, however often and in whatever order."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from core import clock
from core.database import Database
from core.languages.wording import say
from core.media_files import MediaNotFoundError
from core.retention import Retention
from core.whatsapp.gateway import (
    BacklogCompleted,
    ChatKind,
    MessageEdited,
    MessageRevoked,
    ReceiptKind,
    ReceiptReceived,
)
from models.conversations import (
    AnsweredBy,
    AttentionReason,
    Conversation,
    ConversationStatus,
    Direction,
    Message,
    MessageAuthor,
    MessageKind,
    MessageState,
)
from models.customers import Customer
from models.media import MediaFile
from models.payments import PaymentProof
from tests import pictures
from tests.chats import AYESHA, Chats
from tests.graph.rows import make_order

START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


# --- Messages ---------------------------------------------------------------------------------------------------------


async def test_a_message_is_stored_with_its_customer_conversation_and_job(chats: Chats) -> None:
    await chats.settings.change({"quiet_seconds": 3}, chats.agent)
    before = clock.now()

    message = await chats.writes("Salam", sender_phone="923001234567", profile_name="Ayesha", whatsapp_id="A1")

    customer = await chats.customer()
    assert (customer.lid, customer.phone, customer.profile_name) == (AYESHA, "923001234567", "Ayesha")
    conversation = await chats.conversation()
    assert (conversation.status, conversation.answered_by) == (ConversationStatus.ACTIVE, AnsweredBy.AI)
    assert (message.text, message.kind, message.state) == ("Salam", MessageKind.TEXT, MessageState.RECEIVED)
    assert (message.author, message.direction) == (MessageAuthor.CUSTOMER, Direction.INBOUND)
    assert (message.conversation_id, message.is_settled) == (conversation.id, False)
    assert conversation.last_message_at == message.created_at
    [due] = await chats.jobs()
    assert before + timedelta(seconds=3) <= due <= clock.now() + timedelta(seconds=3)
    rows = await chats.database.fetch("select type from events where type not like 'setting%' order by id")
    assert [row["type"] for row in rows] == ["customer.changed", "conversation.changed", "message.added"]


async def test_the_same_message_again_changes_nothing(chats: Chats) -> None:
    event = chats.message("hi", profile_name="Ayesha")
    await chats.inbox.take(chats.account.id, event)
    events = await chats.database.fetch("select count(*) as n from events")

    await asyncio.gather(*(chats.inbox.take(chats.account.id, event) for _ in range(3)))

    assert await Message.all().count() == 1
    assert len(await chats.jobs()) == 1
    assert await chats.database.fetch("select count(*) as n from events") == events


async def test_one_message_that_arrives_many_times_at_once_is_stored_once(chats: Chats) -> None:
    event = chats.message("hi")

    await asyncio.gather(*(chats.inbox.take(chats.account.id, event) for _ in range(4)))

    assert await Message.all().count() == 1
    assert await Customer.all().count() == 1
    assert await Conversation.all().count() == 1
    assert len(await chats.jobs()) == 1


@pytest.mark.parametrize("kind", [ChatKind.GROUP, ChatKind.STATUS, ChatKind.NEWSLETTER])
async def test_groups_status_and_newsletters_leave_no_trace(chats: Chats, kind: ChatKind) -> None:
    await chats.inbox.take(chats.account.id, chats.message("hi all", chat_kind=kind))

    assert await Message.all().count() == 0
    assert await Customer.all().count() == 0


async def test_a_person_who_writes_to_two_numbers_is_two_customers(chats: Chats) -> None:
    other = await type(chats.account).create(name="Other", kind=chats.account.kind, status_changed_at=clock.now())
    event = chats.message("hi")

    await chats.inbox.take(chats.account.id, event)
    await chats.inbox.take(other.id, event)

    assert await Customer.filter(lid=AYESHA).count() == 2
    assert await Message.all().count() == 2


async def test_what_postgresql_cannot_store_is_left_out_and_endless_text_is_cut(chats: Chats) -> None:
    message = await chats.writes(
        "a\x00b\ud83d" + "c" * 20_000, profile_name="Ay\x00esha\udc00", detail={"name": "x\x00y", "in": ["\ud800z"]}
    )

    assert message.text == "ab" + "c" * 16_382
    assert message.detail == {"name": "xy", "in": ["z"], "cut_from": 20_002}
    assert (await chats.customer()).profile_name == "Ayesha"


@time_machine.travel(START, tick=False)
async def test_a_phone_whose_clock_runs_ahead_writes_now(chats: Chats) -> None:
    message = await chats.writes(sent_at=START + timedelta(hours=5))

    assert message.sent_at == START


async def test_what_a_blocked_customer_writes_is_stored_and_settled(chats: Chats) -> None:
    await chats.writes("hi")
    await chats.customers.block((await chats.customer()).id, "abuse", chats.agent)
    jobs = await chats.jobs()

    message = await chats.writes("hello??")

    assert message.is_settled
    assert await chats.jobs() == jobs


async def test_a_reaction_is_stored_and_opens_no_conversation(chats: Chats) -> None:
    first = await chats.writes("hi")
    await Conversation.all().update(status=ConversationStatus.COMPLETED, closed_at=clock.now())
    jobs = await chats.jobs()

    reaction = await chats.writes(
        "👍", kind=MessageKind.REACTION, quoted_whatsapp_id=first.whatsapp_id, detail={"emoji": "👍"}
    )

    assert reaction.is_settled
    assert reaction.conversation_id == first.conversation_id
    assert await Conversation.all().count() == 1
    assert await chats.jobs() == jobs


async def test_while_a_person_answers_messages_wait_and_no_job_is_made(chats: Chats) -> None:
    await chats.writes("hi")
    await chats.conversations.take_over((await chats.conversation()).id, chats.agent)
    jobs = await chats.jobs()

    message = await chats.writes("are you there?")

    assert not message.is_settled
    assert await chats.jobs() == jobs


async def test_a_flood_is_paused_flagged_and_still_stored(chats: Chats) -> None:
    await chats.settings.change({"flood_messages": 5}, chats.agent)

    for number in range(8):
        await chats.writes(f"message {number}")

    conversation = await chats.conversation()
    assert (conversation.answered_by, conversation.attention) == (AnsweredBy.PAUSED, AttentionReason.FLOOD)
    assert conversation.ai_resumes_at is not None
    assert await Message.filter(direction=Direction.INBOUND).count() == 8
    assert await Message.filter(direction=Direction.INBOUND, is_settled=False).count() == 0
    assert await chats.answers() == []
    assert [message.text for message in await chats.said()] == [say("left_to_person", "en")]


async def test_as_many_messages_as_allowed_are_no_flood(chats: Chats) -> None:
    await chats.settings.change({"flood_messages": 5}, chats.agent)

    for number in range(5):
        await chats.writes(f"message {number}")

    assert (await chats.conversation()).answered_by is AnsweredBy.AI


# --- From our own side ------------------------------------------------------------------------------------------------


async def test_the_echo_of_what_we_sent_is_ignored(chats: Chats) -> None:
    await chats.writes("hi")
    await chats.answers()
    [reply] = await chats.said()
    await chats.sent(reply, "OUT1")

    await chats.inbox.take(chats.account.id, chats.message("Hello!", is_from_us=True, whatsapp_id="OUT1"))

    assert await Message.filter(direction=Direction.OUTBOUND).count() == 1
    assert (await chats.conversation()).answered_by is AnsweredBy.AI


async def test_the_echo_of_a_message_that_was_cut_off_proves_that_it_was_sent(chats: Chats) -> None:
    await chats.writes("hi")
    await chats.answers()
    [reply] = await chats.said()
    await chats.sent(reply, None, MessageState.AMBIGUOUS)

    await chats.inbox.take(chats.account.id, chats.message("Hello!", is_from_us=True, whatsapp_id="OUT1"))

    [reply] = await chats.said()
    assert (reply.state, reply.whatsapp_id, reply.author) == (MessageState.SENT, "OUT1", MessageAuthor.ASSISTANT)
    assert (await chats.conversation()).answered_by is AnsweredBy.AI


async def test_what_a_person_types_on_the_phone_is_kept_and_pauses_the_assistant(chats: Chats) -> None:
    waiting = await chats.writes("hi")

    typed = await chats.types_on_phone("I am on it", whatsapp_id="P1")

    assert (typed.author, typed.state, typed.direction) == (
        MessageAuthor.PHONE,
        MessageState.SENT,
        Direction.OUTBOUND,
    )
    conversation = await chats.conversation()
    assert conversation.answered_by is AnsweredBy.HUMAN
    assert (await Message.get(id=waiting.id)).is_settled
    assert await chats.answers() == []


async def test_a_person_who_types_on_the_phone_to_a_stranger_opens_nothing(chats: Chats) -> None:
    await chats.inbox.take(chats.account.id, chats.message("Hello mother", is_from_us=True))

    assert await Customer.all().count() == 0
    assert await Message.all().count() == 0


@time_machine.travel(START, tick=False)
async def test_what_was_typed_on_the_phone_long_ago_only_answers_what_came_before_it(chats: Chats) -> None:
    await chats.writes("this morning", is_backlog=True, sent_at=START - timedelta(hours=3))
    await chats.types_on_phone("answered", is_backlog=True, sent_at=START - timedelta(hours=2))
    later = await chats.writes("just now", is_backlog=True, sent_at=START - timedelta(minutes=1))

    assert (await chats.conversation()).answered_by is AnsweredBy.AI
    unsettled = await Message.filter(direction=Direction.INBOUND, is_settled=False)
    assert [message.id for message in unsettled] == [later.id]


# --- Edits and revokes ------------------------------------------------------------------------------------------------


async def test_an_edit_replaces_the_text_and_keeps_the_earlier_one(chats: Chats) -> None:
    message = await chats.writes("2 pleas")
    at = clock.now()
    edit = MessageEdited(AYESHA, str(message.whatsapp_id), "2 please", at)

    await chats.inbox.take(chats.account.id, edit)
    await chats.inbox.take(chats.account.id, edit)

    message = await Message.get(id=message.id)
    assert (message.text, message.detail, message.edited_at) == ("2 please", {"earlier": ["2 pleas"]}, at)
    assert await chats.answers() == ["Hello!"]
    assert chats.assistant.read == [["2 please"]]


async def test_an_edit_that_comes_late_does_not_undo_a_newer_one(chats: Chats) -> None:
    message = await chats.writes("one")
    at = clock.now()
    await chats.inbox.take(chats.account.id, MessageEdited(AYESHA, str(message.whatsapp_id), "three", at))

    await chats.inbox.take(
        chats.account.id, MessageEdited(AYESHA, str(message.whatsapp_id), "two", at - timedelta(seconds=5))
    )

    assert (await Message.get(id=message.id)).text == "three"


async def test_an_edit_of_an_answered_message_is_not_answered_again(chats: Chats) -> None:
    message = await chats.writes("hi")
    await chats.answers()

    await chats.inbox.take(chats.account.id, MessageEdited(AYESHA, str(message.whatsapp_id), "hello", clock.now()))

    assert (await Message.get(id=message.id)).text == "hello"
    assert await chats.answers() == []


async def test_an_edit_that_comes_before_its_message_is_not_lost(chats: Chats) -> None:
    await chats.inbox.take(chats.account.id, MessageEdited(AYESHA, "E1", "new words", clock.now()))
    assert await Message.all().count() == 0

    message = await chats.writes("old words", whatsapp_id="E1")

    assert (message.text, message.detail) == ("new words", {"earlier": ["old words"]})
    assert await chats.database.fetch("select * from early_amendments") == []


async def test_a_revoked_message_is_emptied_and_not_answered(chats: Chats) -> None:
    message = await chats.sends_file(pictures.png())

    await chats.inbox.take(chats.account.id, MessageRevoked(AYESHA, str(message.whatsapp_id), clock.now()))

    message = await Message.get(id=message.id)
    assert (message.text, message.media_id, message.detail, message.is_settled) == ("", None, {}, True)
    assert message.revoked_at is not None
    assert await chats.answers() == []


async def test_the_file_of_a_revoked_message_leaves_by_a_job_unless_it_is_a_proof(chats: Chats) -> None:
    retention = Retention(chats.database, chats.settings, chats.media_files)
    taken_back, proof = await chats.sends_file(pictures.receipt(1)), await chats.sends_file(pictures.receipt(2))
    await chats.sells()
    conversation = await chats.conversation()
    order = await make_order(conversation)
    await PaymentProof.create(order_id=order.id, media_id=proof.media_id, created_at=clock.now())
    files = [await MediaFile.get(id=message.media_id) for message in (taken_back, proof)]

    for message in (taken_back, proof, taken_back):
        await chats.inbox.take(chats.account.id, MessageRevoked(AYESHA, str(message.whatsapp_id), clock.now()))

    assert len(await chats.jobs("forget_unused_file")) == 2
    for file in files:
        await retention.forget_unused(file.id)
        await retention.forget_unused(file.id)
    with pytest.raises(MediaNotFoundError):
        await chats.media_files.read(files[0].id)
    assert (await chats.media_files.read(files[1].id))[0].deleted_at is None


async def test_a_revoke_that_comes_before_its_message_is_not_lost(chats: Chats) -> None:
    await chats.inbox.take(chats.account.id, MessageEdited(AYESHA, "R1", "secret 2", clock.now()))
    await chats.inbox.take(chats.account.id, MessageRevoked(AYESHA, "R1", clock.now()))

    message = await chats.writes("secret", whatsapp_id="R1")

    assert (message.text, message.detail, message.is_settled) == ("", {}, True)
    assert await chats.jobs() == []


async def test_nobody_changes_what_the_other_side_wrote(chats: Chats) -> None:
    question = await chats.writes("How much?")
    answer = await chats.types_on_phone("4000", whatsapp_id="OUT1")

    for event in (
        MessageEdited(AYESHA, "OUT1", "40", clock.now()),
        MessageRevoked(AYESHA, "OUT1", clock.now()),
        MessageEdited(AYESHA, str(question.whatsapp_id), "I take ten", clock.now(), is_from_us=True),
    ):
        await chats.inbox.take(chats.account.id, event)

    assert (await Message.get(id=answer.id)).text == "4000"
    assert (await Message.get(id=question.id)).text == "How much?"
    assert await chats.database.fetch("select * from early_amendments") == []


async def test_what_was_typed_on_the_phone_is_changed_on_the_phone(chats: Chats) -> None:
    await chats.writes("How much?")
    answer = await chats.types_on_phone("4000", whatsapp_id="OUT1")

    await chats.inbox.take(chats.account.id, MessageEdited(AYESHA, "OUT1", "4500", clock.now(), is_from_us=True))

    assert (await Message.get(id=answer.id)).text == "4500"


async def test_an_edit_while_the_reply_is_being_made_begins_the_reply_anew(chats: Chats) -> None:
    message = await chats.writes("one of them")

    async def edit() -> None:
        await chats.inbox.take(
            chats.account.id, MessageEdited(AYESHA, str(message.whatsapp_id), "two of them", clock.now())
        )

    chats.assistant.meanwhile = edit

    assert await chats.answers() == ["Hello!"]
    assert chats.assistant.read == [["one of them"], ["two of them"]]


# --- Receipts ---------------------------------------------------------------------------------------------------------


async def _replied(chats: Chats, state: MessageState = MessageState.SENT, whatsapp_id: str | None = "OUT1") -> Message:
    await chats.writes("hi")
    await chats.answers()
    reply = (await chats.said())[-1]
    await chats.sent(reply, whatsapp_id, state)
    return reply


def _receipt(kind: ReceiptKind, at: datetime, *ids: str) -> ReceiptReceived:
    return ReceiptReceived(AYESHA, ids or ("OUT1",), kind, at)


async def test_receipts_move_a_message_forward(chats: Chats) -> None:
    reply = await _replied(chats)
    delivered, read = clock.now() - timedelta(seconds=2), clock.now() - timedelta(seconds=1)

    await chats.inbox.take(chats.account.id, _receipt(ReceiptKind.DELIVERED, delivered))
    reply = await Message.get(id=reply.id)
    assert (reply.state, reply.delivered_at, reply.read_at) == (MessageState.DELIVERED, delivered, None)

    await chats.inbox.take(chats.account.id, _receipt(ReceiptKind.READ, read))
    reply = await Message.get(id=reply.id)
    assert (reply.state, reply.delivered_at, reply.read_at) == (MessageState.READ, delivered, read)


async def test_what_was_read_never_becomes_merely_delivered(chats: Chats) -> None:
    reply = await _replied(chats)
    at = clock.now()
    await chats.inbox.take(chats.account.id, _receipt(ReceiptKind.READ, at))

    await chats.inbox.take(chats.account.id, _receipt(ReceiptKind.DELIVERED, at - timedelta(seconds=1)))
    events = await chats.database.fetch("select count(*) as n from events")
    await chats.inbox.take(chats.account.id, _receipt(ReceiptKind.READ, at))

    reply = await Message.get(id=reply.id)
    assert (reply.state, reply.read_at) == (MessageState.READ, at)
    assert await chats.database.fetch("select count(*) as n from events") == events


async def test_a_receipt_for_something_unknown_changes_nothing(chats: Chats) -> None:
    reply = await _replied(chats)

    await chats.inbox.take(chats.account.id, _receipt(ReceiptKind.READ, clock.now(), "NOBODY", "KNOWS"))

    assert (await Message.get(id=reply.id)).state is MessageState.SENT


async def test_a_receipt_proves_that_a_message_in_doubt_was_sent(chats: Chats) -> None:
    reply = await _replied(chats, MessageState.AMBIGUOUS)

    await chats.inbox.take(chats.account.id, _receipt(ReceiptKind.DELIVERED, clock.now()))

    assert (await Message.get(id=reply.id)).state is MessageState.DELIVERED


async def test_a_receipt_for_an_unknown_id_belongs_to_the_one_message_that_was_cut_off(chats: Chats) -> None:
    reply = await _replied(chats, MessageState.AMBIGUOUS, None)

    await chats.inbox.take(chats.account.id, _receipt(ReceiptKind.DELIVERED, clock.now(), "OUT9"))

    reply = await Message.get(id=reply.id)
    assert (reply.state, reply.whatsapp_id) == (MessageState.DELIVERED, "OUT9")


async def test_a_receipt_that_overtakes_the_answer_to_the_call_says_what_id_the_message_got(chats: Chats) -> None:
    reply = await _replied(chats, MessageState.SENDING, None)

    await chats.inbox.take(chats.account.id, _receipt(ReceiptKind.DELIVERED, clock.now(), "OUT9"))

    reply = await Message.get(id=reply.id)
    assert (reply.state, reply.whatsapp_id) == (MessageState.DELIVERED, "OUT9")


async def test_one_receipt_for_many_messages_moves_them_all(chats: Chats) -> None:
    ids = [f"OUT{number}" for number in range(12)]
    for whatsapp_id in ids:
        await _replied(chats, whatsapp_id=whatsapp_id)
    at = clock.now()

    await chats.inbox.take(chats.account.id, _receipt(ReceiptKind.READ, at, *ids))

    assert await Message.filter(state=MessageState.READ, read_at=at, delivered_at=at).count() == 12


@pytest.mark.parametrize("kind", [ReceiptKind.DELIVERED, ReceiptKind.READ])
async def test_a_receipt_for_what_was_never_sent_changes_nothing(chats: Chats, kind: ReceiptKind) -> None:
    for state in (MessageState.FAILED, MessageState.DISCARDED):
        reply = await _replied(chats, state)

        await chats.inbox.take(chats.account.id, _receipt(kind, clock.now()))

        assert (await Message.get(id=reply.id)).state is state
        await Message.filter(id=reply.id).delete()


# --- Backlog ----------------------------------------------------------------------------------------------------------


@time_machine.travel(START, tick=False)
async def test_after_an_outage_only_the_newest_burst_is_answered_and_the_rest_is_left_to_a_person(chats: Chats) -> None:
    for minutes, text in ((180, "three hours ago"), (10, "ten minutes ago"), (2, "and now"), (2, "please")):
        await chats.writes(text, is_backlog=True, sent_at=START - timedelta(minutes=minutes))
    assert await chats.jobs() == []
    assert await chats.answers() == []

    await chats.inbox.take(chats.account.id, BacklogCompleted())

    assert len(await chats.jobs()) == 1
    assert await chats.answers() == ["Hello!"]
    assert chats.assistant.read == [["and now", "please"]]
    assert (await chats.conversation()).attention is AttentionReason.STALE_BACKLOG
    assert await Message.filter(direction=Direction.INBOUND, is_settled=False).count() == 0


@time_machine.travel(START, tick=False)
async def test_a_backlog_without_anything_recent_is_left_to_a_person_altogether(chats: Chats) -> None:
    await chats.writes("yesterday", is_backlog=True, sent_at=START - timedelta(hours=20))

    await chats.inbox.take(chats.account.id, BacklogCompleted())

    assert await chats.answers() == []
    assert (await chats.conversation()).attention is AttentionReason.STALE_BACKLOG
    assert await Message.filter(is_settled=False).count() == 0


@time_machine.travel(START, tick=False)
async def test_a_backlog_that_is_never_said_to_be_complete_is_looked_at_all_the_same(chats: Chats) -> None:
    await chats.writes("one", is_backlog=True)
    await chats.writes("two", is_backlog=True)
    assert await chats.jobs("release_backlog") == [START + timedelta(seconds=60)]

    await chats.inbox.release((await chats.customer()).id)

    assert await chats.answers() == ["Hello!"]
    assert chats.assistant.read == [["one", "two"]]


@time_machine.travel(START, tick=False)
async def test_a_backlog_that_came_in_a_persons_time_is_looked_at_when_that_is_over(chats: Chats) -> None:
    await chats.writes("hello?")
    await chats.conversations.take_over((await chats.conversation()).id, chats.agent)

    await chats.writes("one", is_backlog=True)

    assert await chats.jobs("release_backlog") == [START + timedelta(seconds=60)]


@time_machine.travel(START, tick=False)
async def test_a_backlog_of_days_is_no_flood(chats: Chats) -> None:
    await chats.settings.change({"flood_messages": 3}, chats.agent)

    for hours in range(10, 0, -1):
        await chats.writes(f"{hours} hours ago", is_backlog=True, sent_at=START - timedelta(hours=hours))

    assert (await chats.conversation()).answered_by is AnsweredBy.AI
