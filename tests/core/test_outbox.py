"""The outbox: in order, within the window, waiting rather than dropping, and never anything twice."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from core import clock
from core.audit import PROGRAM
from core.database import Database
from core.engine.outbox import Outbox, OwnedNumber
from core.whatsapp.gateway import AccountLine, OutgoingMessage, SentMessage
from core.whatsapp.pacer import INSTANT, MOST_MESSAGES
from core.whatsapp.simulator_gateway import SimulatorGateway
from core.whatsapp.simulator_wire import Wire
from models.accounts import AccountKind, AccountStatus, SendAttempt, WhatsappAccount
from models.conversations import AttentionReason, Conversation, Message, MessageAuthor, MessageState
from models.customers import Customer
from models.events import EventRow
from tests.numbers import LINKED, QUICK, Stage, eventually
from tests.pictures import png


@pytest.fixture
def stage(database: Database, database_url: str, data_folder: Path) -> Stage:
    return Stage.build(database, database_url, data_folder)


async def states(conversation: Conversation) -> list[MessageState]:
    return [message.state for message in await Message.filter(conversation_id=conversation.id).order_by("id")]


async def told(message: Message) -> list[str]:
    """The states that the event log tells of."""
    events = await EventRow.filter(type="message.changed").order_by("id")
    return [event.payload["state"] for event in events if event.payload["message_id"] == message.id]


async def attention(conversation: Conversation) -> AttentionReason | None:
    return (await Conversation.get(id=conversation.id)).attention


async def test_a_queued_message_is_sent_once_and_its_receipts_are_followed(stage: Stage) -> None:
    account = await stage.linked_number()
    message = await stage.queue(await stage.conversation(account), "Welcome!")

    async with stage.keeping():
        delivered = await stage.message_reaches(message, MessageState.DELIVERED)

    assert await stage.accepted_texts(account) == ["Welcome!"]
    assert delivered.whatsapp_id == (await stage.network.accepted(account.id))[0]["whatsapp_id"]
    assert delivered.sent_at is not None
    assert [attempt.message_id for attempt in await SendAttempt.all()] == [message.id]
    assert await told(message) == ["SENDING", "SENT", "DELIVERED"]


async def test_messages_leave_in_the_order_they_were_queued(stage: Stage) -> None:
    account = await stage.linked_number()
    ayesha, bilal = await stage.conversation(account, "a@lid"), await stage.conversation(account, "b@lid")
    for number in range(10):
        last = await stage.queue(ayesha if number % 2 else bilal, str(number))

    async with stage.keeping():
        await stage.message_reaches(last, MessageState.DELIVERED)

    assert await stage.accepted_texts(account) == [str(number) for number in range(10)]


async def test_a_message_queued_while_the_lane_rests_wakes_it(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)

    async with stage.keeping():
        await stage.reaches(account.id, AccountStatus.CONNECTED)
        message = await stage.queue(conversation, "now")
        await stage.message_reaches(message, MessageState.DELIVERED)

    assert await stage.accepted_texts(account) == ["now"]


async def test_the_thirty_first_message_waits_for_the_window_and_is_not_dropped(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)
    messages = [await stage.queue(conversation, str(number)) for number in range(MOST_MESSAGES + 2)]

    async with stage.keeping():
        await stage.message_reaches(messages[MOST_MESSAGES - 1], MessageState.DELIVERED)
        waiting = await states(conversation)
        with time_machine.travel(clock.now() + timedelta(seconds=61)):
            await stage.message_reaches(messages[-1], MessageState.DELIVERED)

    assert waiting[MOST_MESSAGES:] == [MessageState.QUEUED] * 2
    assert await stage.accepted_texts(account) == [str(number) for number in range(MOST_MESSAGES + 2)]


async def test_a_file_is_sent_with_its_caption(stage: Stage) -> None:
    account = await stage.linked_number()
    file = await stage.media_files.keep(png(), file_name="menu.png")
    message = await stage.queue(await stage.conversation(account), "our menu", media_id=file.id)

    async with stage.keeping():
        await stage.message_reaches(message, MessageState.DELIVERED)

    sent = (await stage.network.accepted(account.id))[0]
    assert (sent["text"], sent["media"]) == ("our menu", "image/png")


async def test_a_file_that_is_gone_fails_and_the_next_message_goes(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)
    file = await stage.media_files.keep(png(), file_name="menu.png")
    message = await stage.queue(conversation, "our menu", media_id=file.id)
    following = await stage.queue(conversation, "and the text")
    await stage.media_files.forget(file.id)

    async with stage.keeping():
        await stage.message_reaches(following, MessageState.DELIVERED)

    failed = await Message.get(id=message.id)
    assert (failed.state, failed.failure) == (MessageState.FAILED, "media_missing")
    assert await attention(conversation) is AttentionReason.SEND_FAILED


async def test_a_rejected_message_fails_with_the_reason_and_calls_a_person(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)
    await stage.network.fail_next_send(account.id, Wire.REJECT_SEND, reason="463")
    rejected, following = await stage.queue(conversation, "one"), await stage.queue(conversation, "two")

    async with stage.keeping():
        await stage.message_reaches(following, MessageState.DELIVERED)

    failed = await Message.get(id=rejected.id)
    assert (failed.state, failed.failure) == (MessageState.FAILED, "463")
    assert await attention(conversation) is AttentionReason.SEND_FAILED
    assert await stage.accepted_texts(account) == ["two"]


async def test_an_ambiguous_send_is_shown_and_never_repeated(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)
    await stage.network.fail_next_send(account.id, Wire.CUT_SEND)
    cut, following = await stage.queue(conversation, "one"), await stage.queue(conversation, "two")

    async with stage.keeping():
        await stage.message_reaches(following, MessageState.DELIVERED)
    async with stage.keeping():
        await stage.reaches(account.id, AccountStatus.CONNECTED)

    # The network had taken it, so its receipt may have cleared the doubt; but first it was shown.
    assert (await told(cut))[:2] == ["SENDING", "AMBIGUOUS"]
    assert await attention(conversation) is AttentionReason.SEND_FAILED
    assert await stage.accepted_texts(account) == ["one", "two"]


async def test_a_send_refused_for_want_of_a_connection_is_tried_again_in_order(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)
    await stage.network.fail_next_send(account.id, Wire.REFUSE_SEND, times=2)
    await stage.queue(conversation, "one")
    last = await stage.queue(conversation, "two")

    async with stage.keeping():
        await stage.message_reaches(last, MessageState.DELIVERED)

    assert await stage.accepted_texts(account) == ["one", "two"]
    assert await SendAttempt.all().count() == 2
    assert await attention(conversation) is None


async def test_what_a_crash_cut_off_in_the_middle_of_sending_is_ambiguous_afterwards(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)
    cut, following = await stage.queue(conversation, "one"), await stage.queue(conversation, "two")
    await Message.filter(id=cut.id).update(state=MessageState.SENDING)
    await SendAttempt.create(account_id=account.id, message_id=cut.id)

    async with stage.keeping():
        await stage.message_reaches(following, MessageState.DELIVERED)

    assert (await Message.get(id=cut.id)).state is MessageState.AMBIGUOUS
    assert await attention(conversation) is AttentionReason.SEND_FAILED
    assert await stage.accepted_texts(account) == ["two"]


async def test_what_a_take_over_discarded_is_never_sent(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)
    await stage.network.drop(account.id)
    discarded = await stage.queue(conversation, "I am the assistant")

    async with stage.keeping():
        await stage.conversations.take_over(conversation.id, PROGRAM)
        said = await stage.conversations.send(conversation.id, "I am a person", PROGRAM)
        await stage.network.restore(account.id)
        await stage.message_reaches(said, MessageState.DELIVERED)

    assert (await Message.get(id=discarded.id)).state is MessageState.DISCARDED
    assert await stage.accepted_texts(account) == ["I am a person"]


async def test_what_comes_back_unsent_after_a_take_over_stays_unsent(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)
    reply = await stage.queue(conversation, "I am the assistant")
    row = await WhatsappAccount.get(id=account.id)
    outbox = Outbox(stage.database, stage.conversations, stage.media_files)
    lane = outbox.lane(OwnedNumber(account.id, row.owner_fence, lambda: None), AccountKind.SIMULATOR)
    assert await lane._claim(reply.id)

    await stage.conversations.take_over(conversation.id, PROGRAM)
    await lane._put_back(reply.id)

    assert (await Message.get(id=reply.id)).state is MessageState.DISCARDED
    assert await told(reply) == ["SENDING", "DISCARDED"]


class Hanging(SimulatorGateway):
    """A line over which a message is handed to WhatsApp that never answers."""

    def __init__(self, stage: Stage, account: WhatsappAccount) -> None:
        async def save_session(_: bytes) -> None:
            raise AssertionError("nobody links it")

        line = AccountLine(account.id, account.name, LINKED, save_session)
        super().__init__(line, stage.network, stage.database, QUICK)
        self.is_called = asyncio.Event()

    async def show_typing(self, chat: str, *, typing: bool) -> None:
        pass

    async def send(self, message: OutgoingMessage) -> SentMessage:
        self.is_called.set()
        await asyncio.Event().wait()
        raise AssertionError(message)


async def test_a_call_that_hangs_holds_up_what_arrives_once_and_not_each_time(stage: Stage) -> None:
    account = await stage.linked_number()
    await stage.queue(await stage.conversation(account), "Welcome!")
    row = await WhatsappAccount.get(id=account.id)
    gateway = Hanging(stage, row)
    outbox = Outbox(stage.database, stage.conversations, stage.media_files, pace=lambda _: INSTANT)
    lane = outbox.lane(OwnedNumber(account.id, row.owner_fence, lambda: gateway), AccountKind.SIMULATOR)
    sending = asyncio.create_task(lane.run())
    await asyncio.wait_for(gateway.is_called.wait(), 20)

    await lane.settled(0.2)
    async with asyncio.timeout(0):
        for _ in range(100):
            await lane.settled(0.2)

    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)


async def test_a_proactive_message_is_not_sent_to_somebody_who_said_stop_meanwhile(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)
    proactive = await stage.queue(conversation, "Sale!", author=MessageAuthor.PROGRAM, is_proactive=True)
    reply = await stage.queue(conversation, "You will hear no more of us.")
    await Customer.filter(id=conversation.customer_id).update(opted_out_at=clock.now())

    async with stage.keeping():
        await stage.message_reaches(reply, MessageState.DELIVERED)

    assert (await Message.get(id=proactive.id)).state is MessageState.DISCARDED
    assert await stage.accepted_texts(account) == ["You will hear no more of us."]


async def test_a_number_that_is_away_keeps_its_messages_and_the_others_go_on(stage: Stage) -> None:
    away, well = await stage.linked_number("Away"), await stage.linked_number("Well")
    await stage.network.ban(away.id, clock.now() + timedelta(hours=1))
    held = await stage.queue(await stage.conversation(away), "held")
    sent = await stage.queue(await stage.conversation(well), "sent")

    async with stage.keeping():
        await stage.reaches(away.id, AccountStatus.BANNED, "temporary_ban")
        await stage.message_reaches(sent, MessageState.DELIVERED)
        assert (await Message.get(id=held.id)).state is MessageState.QUEUED

        with time_machine.travel(clock.now() + timedelta(hours=2)):
            await stage.message_reaches(held, MessageState.DELIVERED)

    assert await stage.accepted_texts(away) == ["held"]


async def test_an_owner_who_lost_the_number_sends_nothing_any_more(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)

    async with stage.keeping():
        await stage.reaches(account.id, AccountStatus.CONNECTED)
        # Another process took it over, and this one has not noticed yet.
        await WhatsappAccount.filter(id=account.id).update(
            owner="elsewhere", owner_fence=99, owned_until=clock.now() + timedelta(hours=1)
        )
        message = await stage.queue(conversation, "mine?")

        async def has_given_up() -> bool:
            return (await stage.account(account.id)).owner == "elsewhere" and not await Message.filter(
                state=MessageState.SENDING
            ).exists()

        await eventually(has_given_up)

    assert (await Message.get(id=message.id)).state is MessageState.QUEUED
    assert await stage.accepted_texts(account) == []


async def test_stopping_waits_for_the_message_that_is_being_sent(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)
    for number in range(20):
        await stage.queue(conversation, str(number))

    async with stage.keeping():
        await eventually(lambda: Message.filter(state=MessageState.DELIVERED).exists())

    left = await states(conversation)
    accepted = await stage.accepted_texts(account)
    assert MessageState.SENDING not in left
    assert MessageState.AMBIGUOUS not in left
    assert left[len(accepted) :] == [MessageState.QUEUED] * (20 - len(accepted))
    assert accepted == [str(number) for number in range(len(accepted))]


async def test_two_processes_send_nothing_twice_when_the_number_changes_hands(stage: Stage) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)
    messages = [await stage.queue(conversation, str(number)) for number in range(25)]

    async with stage.keeping("second"):
        async with stage.keeping("first"):
            await eventually(lambda: Message.filter(state=MessageState.DELIVERED).exists())
        await stage.message_reaches(messages[-1], MessageState.DELIVERED)

    assert await stage.accepted_texts(account) == [str(number) for number in range(25)]
