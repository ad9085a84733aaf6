"""Conversations: when one opens and closes, who answers, what people send, and what is said only once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from core.assistant.decision import ConfirmDraft, ProposeOrder, SubmitProof
from core.conversation_records import (
    ConversationNotFoundError,
    CustomerBlockedError,
    EmptyMessageError,
    MessageTooLongError,
)
from core.database import Database
from core.errors import InvalidInputError
from core.money import Money
from models.audit import AuditLog
from models.conversations import (
    AnsweredBy,
    AttentionReason,
    Conversation,
    ConversationStatus,
    Direction,
    Draft,
    Message,
    MessageAuthor,
    MessageKind,
    MessageState,
)
from models.orders import Order, OrderStatus
from tests import pictures
from tests.chats import AYESHA, Chats

START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


async def _orders(chats: Chats) -> Order:
    """The customer orders something in the chat."""
    chats.assistant.replies = ()
    package = await chats.sells()
    await chats.writes("Starter please")
    chats.assistant.actions = lambda _: (ProposeOrder(package.id, 1),)
    await chats.answers()
    draft = await Draft.all().order_by("-id").first()
    assert draft is not None
    yes = await chats.writes("yes")
    chats.assistant.actions = lambda _: (ConfirmDraft(draft.id, yes.id),)
    await chats.answers()
    order = await Order.all().order_by("-id").first()
    assert order is not None
    chats.assistant.replies, chats.assistant.actions = ("Hello!",), lambda _: ()
    return order


async def _pays(chats: Chats, order: Order, seed: int = 1) -> None:
    proof = await chats.sends_file(pictures.receipt(seed))
    chats.assistant.replies, chats.assistant.actions = (), lambda _: (SubmitProof(order.id, proof.id),)
    await chats.answers()
    chats.assistant.replies, chats.assistant.actions = ("Hello!",), lambda _: ()


async def _status(chats: Chats) -> ConversationStatus:
    return (await chats.conversation()).status


# --- Opening and closing ----------------------------------------------------------------------------------------------


async def test_a_customer_has_one_open_conversation(chats: Chats) -> None:
    await chats.writes("hi")
    await chats.writes("hello")

    assert await Conversation.all().count() == 1


async def test_an_order_makes_the_chat_wait_for_payment_and_its_payment_completes_it(chats: Chats) -> None:
    order = await _orders(chats)
    assert await _status(chats) is ConversationStatus.WAITING_PAYMENT
    await _pays(chats, order)
    assert await _status(chats) is ConversationStatus.WAITING_PAYMENT

    await chats.orders.approve_payment(order.id, chats.agent)

    conversation = await chats.conversation()
    assert conversation.status is ConversationStatus.COMPLETED
    assert conversation.closed_at is not None
    assert conversation.attention is None


async def test_a_cancelled_order_makes_the_chat_active_again(chats: Chats) -> None:
    order = await _orders(chats)

    await chats.orders.cancel(order.id, "sold out", chats.agent)

    assert await _status(chats) is ConversationStatus.ACTIVE


async def test_an_expired_order_makes_the_chat_active_again(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        await _orders(chats)
        travel.shift(timedelta(hours=48))
        assert await chats.orders.expire_due() == 1

    assert await _status(chats) is ConversationStatus.ACTIVE


async def test_the_chat_is_completed_when_its_last_open_order_is_paid(chats: Chats) -> None:
    first = await _orders(chats)
    second = await _orders(chats)
    await _pays(chats, first)
    await chats.orders.approve_payment(first.id, chats.agent)
    assert await _status(chats) is ConversationStatus.WAITING_PAYMENT

    await _pays(chats, second, seed=2)
    await chats.orders.approve_payment(second.id, chats.agent)

    assert await _status(chats) is ConversationStatus.COMPLETED


async def test_the_chat_is_active_when_its_last_open_order_is_cancelled(chats: Chats) -> None:
    first = await _orders(chats)
    second = await _orders(chats)
    await _pays(chats, first)
    await chats.orders.approve_payment(first.id, chats.agent)

    await chats.orders.cancel(second.id, "", chats.agent)

    assert await _status(chats) is ConversationStatus.ACTIVE


async def test_the_next_message_after_a_completed_chat_opens_a_new_one(chats: Chats) -> None:
    order = await _orders(chats)
    await _pays(chats, order)
    await chats.orders.approve_payment(order.id, chats.agent)
    before = await chats.conversation()

    await chats.writes("one more thing")

    after = await chats.conversation()
    assert after.id != before.id
    assert (after.status, after.answered_by) == (ConversationStatus.ACTIVE, AnsweredBy.AI)


async def test_a_refund_is_told_where_the_customer_talks_and_opens_nothing_again(chats: Chats) -> None:
    order = await _orders(chats)
    await _pays(chats, order)
    await chats.orders.approve_payment(order.id, chats.agent)

    await chats.orders.refund(order.id, Money(250_000, "PKR"), "TX-1", "", chats.agent)

    assert (await Order.get()).status is OrderStatus.REFUNDED
    assert await _status(chats) is ConversationStatus.COMPLETED
    assert await Conversation.all().count() == 1


async def test_a_chat_is_abandoned_after_a_day_of_silence(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        await chats.writes("hi")
        await chats.answers()
        travel.shift(timedelta(hours=23, minutes=59))
        assert await chats.conversations.abandon_silent() == 0
        travel.shift(timedelta(minutes=1))

        assert await chats.conversations.abandon_silent() == 1
        assert await chats.conversations.abandon_silent() == 0
        assert await _status(chats) is ConversationStatus.ABANDONED

        await chats.writes("hi again")
        assert await Conversation.all().count() == 2
        assert await _status(chats) is ConversationStatus.ACTIVE


async def test_a_message_after_a_day_of_silence_opens_a_new_chat_though_no_job_closed_the_old_one(
    chats: Chats,
) -> None:
    with time_machine.travel(START, tick=False) as travel:
        await chats.writes("hi")
        travel.shift(timedelta(hours=24))
        await chats.writes("hi again")

    statuses = [conversation.status for conversation in await Conversation.all().order_by("id")]
    assert statuses == [ConversationStatus.ABANDONED, ConversationStatus.ACTIVE]


async def test_a_chat_whose_proof_waits_is_never_abandoned(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        await _pays(chats, await _orders(chats))
        travel.shift(timedelta(days=5))

        assert await chats.conversations.abandon_silent() == 0
        await chats.writes("hello?")

    assert await Conversation.all().count() == 1
    assert await _status(chats) is ConversationStatus.WAITING_PAYMENT


# --- People -----------------------------------------------------------------------------------------------------------


async def test_taking_over_discards_what_the_assistant_has_not_sent(chats: Chats) -> None:
    await chats.writes("hi")
    await chats.answers()
    await chats.writes("more")
    before = await chats.conversation()
    async with chats.database.unit_of_work() as work:
        await chats.conversations.queue_reply(work, before, "News", author=MessageAuthor.PROGRAM)

    after = await chats.conversations.take_over(before.id, chats.agent)

    assert after.answered_by is AnsweredBy.HUMAN
    assert (await chats.conversation()).version > before.version
    assert [(message.text, message.state) for message in await chats.said()] == [
        ("Hello!", MessageState.DISCARDED),
        ("News", MessageState.QUEUED),
    ]
    assert await Message.filter(direction=Direction.INBOUND, is_settled=False).count() == 0
    audit = await AuditLog.get(action="conversation.take_over")
    assert (audit.staff_id, audit.before, audit.after) == (
        chats.staff.id,
        {"answered_by": "AI"},
        {"answered_by": "HUMAN"},
    )


async def test_a_person_keeps_a_chat_for_the_time_of_the_settings_after_their_last_word(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        await chats.writes("hi")
        conversation = await chats.conversation()
        await chats.conversations.take_over(conversation.id, chats.agent)
        travel.shift(timedelta(minutes=20))
        await chats.conversations.send(conversation.id, "Let me look", chats.agent)
        travel.shift(timedelta(minutes=20))
        assert await chats.conversations.resume_due() == 0
        travel.shift(timedelta(minutes=10))
        assert await chats.conversations.resume_due() == 1

    assert (await chats.conversation()).answered_by is AnsweredBy.AI


async def test_without_a_time_in_the_settings_only_a_hand_back_brings_the_assistant_back(chats: Chats) -> None:
    await chats.settings.change({"ai_resume_minutes": 0}, chats.agent)
    await chats.writes("hi")

    conversation = await chats.conversations.take_over((await chats.conversation()).id, chats.agent)
    assert conversation.ai_resumes_at is None

    conversation = await chats.conversations.hand_back(conversation.id, chats.agent)
    assert conversation.answered_by is AnsweredBy.AI
    assert await AuditLog.filter(action="conversation.hand_back").count() == 1


async def test_a_pause_ends_at_its_time(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        await chats.writes("hi")
        conversation = await chats.conversation()
        await chats.conversations.pause(conversation.id, chats.agent, START + timedelta(hours=1))
        assert (await chats.conversation()).answered_by is AnsweredBy.PAUSED
        assert await chats.answers() == []
        travel.shift(timedelta(hours=1))

        assert await chats.conversations.resume_due() == 1

        with pytest.raises(InvalidInputError) as caught:
            await chats.conversations.pause(conversation.id, chats.agent, START)
        assert caught.value.field == "until"


async def test_a_person_who_has_the_chat_keeps_it_when_it_is_completed(chats: Chats) -> None:
    order = await _orders(chats)
    await _pays(chats, order)
    await chats.conversations.take_over((await chats.conversation()).id, chats.agent)
    await chats.orders.approve_payment(order.id, chats.agent)

    await chats.writes("thank you!")

    assert await Conversation.all().count() == 2
    assert (await chats.conversation()).answered_by is AnsweredBy.HUMAN
    assert await chats.answers() == []


async def test_a_persons_words_take_over_and_are_queued(chats: Chats) -> None:
    await chats.writes("hi")
    conversation = await chats.conversation()

    message = await chats.conversations.send(conversation.id, "  This is Agent.  ", chats.agent)

    message = await Message.get(id=message.id)
    assert (message.text, message.author, message.state) == (
        "This is Agent.",
        MessageAuthor.STAFF,
        MessageState.QUEUED,
    )
    assert (message.chat, message.staff_id) == (AYESHA, chats.staff.id)
    assert (await chats.conversation()).answered_by is AnsweredBy.HUMAN
    audit = await AuditLog.get(action="conversation.send")
    assert "This is Agent" not in str(audit.after)


async def test_a_person_sends_a_file(chats: Chats) -> None:
    await chats.writes("hi")
    media = await chats.media_files.keep(pictures.png(), file_name="plan.png")

    message = await chats.conversations.send((await chats.conversation()).id, "", chats.agent, media.id)

    assert (message.kind, message.media_id) == (MessageKind.IMAGE, media.id)


async def test_a_person_who_writes_in_a_closed_chat_writes_where_the_customer_talks_now(chats: Chats) -> None:
    await chats.writes("hi")
    closed = await chats.conversation()
    await Conversation.all().update(status=ConversationStatus.COMPLETED)
    await chats.writes("again")
    current = await chats.conversation()

    message = await chats.conversations.send(closed.id, "Hello", chats.agent)

    assert message.conversation_id == current.id
    assert (await chats.conversation()).answered_by is AnsweredBy.HUMAN


async def test_wrong_words_of_a_person_change_nothing(chats: Chats) -> None:
    await chats.writes("hi")
    conversation = await chats.conversation()
    send = chats.conversations.send

    with pytest.raises(EmptyMessageError):
        await send(conversation.id, " \x00 ", chats.agent)
    with pytest.raises(MessageTooLongError):
        await send(conversation.id, "x" * 4097, chats.agent)
    with pytest.raises(InvalidInputError, match="no such file"):
        await send(conversation.id, "look", chats.agent, 404)
    with pytest.raises(ConversationNotFoundError):
        await send(404, "hello", chats.agent)
    assert (await chats.conversation()).answered_by is AnsweredBy.AI

    await chats.customers.block(conversation.customer_id, "abuse", chats.agent)
    with pytest.raises(CustomerBlockedError):
        await send(conversation.id, "hello", chats.agent)
    assert await chats.said() == []


# --- What is said -----------------------------------------------------------------------------------------------------


async def test_what_is_to_be_said_once_is_said_once(chats: Chats) -> None:
    await chats.writes("hi")
    conversation = await chats.conversation()

    for _ in range(2):
        async with chats.database.unit_of_work() as work:
            await chats.conversations.queue_reply(
                work, conversation, "Paid!", author=MessageAuthor.PROGRAM, said_once_key="order:1:PAID"
            )

    assert [message.text for message in await chats.said()] == ["Paid!"]


async def test_nothing_proactive_is_said_after_a_stop_but_order_news_is(chats: Chats) -> None:
    await chats.writes("STOP")
    conversation = await chats.conversation()
    async with chats.database.unit_of_work() as work:
        await chats.customers.opt_out(work, await chats.customers.lock(work, conversation.customer_id))
        queue = chats.conversations.queue_reply
        assert await queue(work, conversation, "Pay!", author=MessageAuthor.PROGRAM, is_proactive=True) is None
        assert await queue(work, conversation, "Paid!", author=MessageAuthor.PROGRAM) is not None


async def test_attention_is_called_and_cleared(chats: Chats) -> None:
    await chats.writes("hi")
    conversation = await chats.conversation()
    async with chats.database.unit_of_work() as work:
        await chats.conversations.flag(
            work, await chats.conversations.lock(work, conversation.id), AttentionReason.SEND_FAILED
        )
    assert (await chats.conversation()).attention is AttentionReason.SEND_FAILED

    await chats.conversations.clear_attention(conversation.id, chats.agent)
    await chats.conversations.clear_attention(conversation.id, chats.agent)

    assert (await chats.conversation()).attention is None
    assert await AuditLog.filter(action="conversation.clear_attention").count() == 1


async def test_every_change_of_a_chat_is_an_event(chats: Chats) -> None:
    await chats.writes("hi")
    conversation = await chats.conversation()
    await chats.conversations.take_over(conversation.id, chats.agent)
    await chats.conversations.hand_back(conversation.id, chats.agent)

    rows = await chats.database.fetch(
        "select payload ->> 'answered_by' as answered_by from events where type = 'conversation.changed' order by id"
    )
    assert [row["answered_by"] for row in rows] == ["AI", "HUMAN", "AI"]
