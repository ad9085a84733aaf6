"""Strangers: those who never wrote to a number hear little of it, and nothing while WhatsApp forbids it."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from core import clock
from core.audit import PROGRAM
from core.database import Database
from core.whatsapp.pacer import DAY, MOST_OUTREACH, MOST_OUTREACH_IN_DAY, STRANGER_GAP, WINDOW
from core.whatsapp.simulator_wire import Wire
from models.accounts import AccountStatus, SendAttempt, WhatsappAccount
from models.conversations import AttentionReason, Conversation, Message, MessageState
from models.events import EventRow
from models.notices import Notice, NoticeKind
from tests.numbers import Stage, eventually

CONNECTED = AccountStatus.CONNECTED
QUEUED, DELIVERED, FAILED = MessageState.QUEUED, MessageState.DELIVERED, MessageState.FAILED


@pytest.fixture
def stage(database: Database, database_url: str, data_folder: Path) -> Stage:
    return Stage.build(database, database_url, data_folder)


async def to_stranger(stage: Stage, account: WhatsappAccount, lid: str, text: str | None = None) -> Message:
    return await stage.queue(await stage.conversation(account, lid, wrote_first=False), text or lid)


async def state(message: Message) -> MessageState:
    return (await Message.get(id=message.id)).state


async def open_notices() -> list[NoticeKind]:
    return [notice.kind for notice in await Notice.filter(resolved_at=None)]


async def is_not_restricted(account: WhatsappAccount) -> bool:
    return (await WhatsappAccount.get(id=account.id)).restricted_until is None


async def test_strangers_beyond_the_handful_wait_and_answers_go_on_past_them(stage: Stage) -> None:
    account = await stage.linked_number()
    strangers = [await to_stranger(stage, account, f"s{number}@lid") for number in range(MOST_OUTREACH + 2)]
    answer = await stage.queue(await stage.conversation(account, "ayesha@lid"), "answer")

    async with stage.keeping():
        await stage.message_reaches(answer, DELIVERED)
        held = [await state(message) for message in strangers[MOST_OUTREACH:]]
        before = await stage.accepted_texts(account)
        with time_machine.travel(clock.now() + WINDOW + timedelta(seconds=1)):
            await stage.message_reaches(strangers[-1], DELIVERED)

    assert before == [f"s{number}@lid" for number in range(MOST_OUTREACH)] + ["answer"]
    assert held == [QUEUED, QUEUED]
    assert (await stage.accepted_texts(account))[MOST_OUTREACH + 1 :] == ["s5@lid", "s6@lid"]
    assert await SendAttempt.filter(is_outreach=True).count() == MOST_OUTREACH + 2
    assert await SendAttempt.filter(is_outreach=False).count() == 1


async def test_after_the_days_strangers_the_next_waits_until_tomorrow(stage: Stage) -> None:
    account = await stage.linked_number()
    hour_ago = clock.now() - timedelta(hours=1)
    for number in range(MOST_OUTREACH_IN_DAY):
        await SendAttempt.create(account_id=account.id, message_id=number, is_outreach=True, created_at=hour_ago)
    stranger = await to_stranger(stage, account, "s@lid")
    answer = await stage.queue(await stage.conversation(account, "ayesha@lid"), "answer")

    async with stage.keeping():
        await stage.message_reaches(answer, DELIVERED)
        held = await state(stranger)
        with time_machine.travel(hour_ago + DAY + timedelta(seconds=1)):
            await stage.message_reaches(stranger, DELIVERED)

    assert held is QUEUED
    assert await stage.accepted_texts(account) == ["answer", "s@lid"]


async def test_one_stranger_hears_one_thing_after_another_with_a_pause_between(stage: Stage) -> None:
    account = await stage.linked_number()
    first = await to_stranger(stage, account, "s@lid", "one")
    second = await to_stranger(stage, account, "s@lid", "two")
    other = await to_stranger(stage, account, "t@lid", "other")

    async with stage.keeping():
        await stage.message_reaches(first, DELIVERED)
        await stage.message_reaches(other, DELIVERED)
        held = await state(second)
        with time_machine.travel(clock.now() + STRANGER_GAP + timedelta(seconds=1)):
            await stage.message_reaches(second, DELIVERED)

    assert held is QUEUED
    assert await stage.accepted_texts(account) == ["one", "other", "two"]


async def test_who_writes_meanwhile_is_a_stranger_no_more_and_hears_all_in_order(stage: Stage) -> None:
    account = await stage.linked_number()
    await WhatsappAccount.filter(id=account.id).update(restricted_until=clock.now() + timedelta(hours=1))
    first = await to_stranger(stage, account, "s@lid", "one")
    last = await to_stranger(stage, account, "s@lid", "two")
    other = await to_stranger(stage, account, "t@lid", "never")

    async with stage.keeping():
        await stage.reaches(account.id, CONNECTED)
        await stage.network.customer_writes(account.id, lid="s@lid", text="hello?")
        await stage.message_reaches(last, DELIVERED)

    assert await state(first) is DELIVERED
    assert await state(other) is QUEUED
    assert (await stage.accepted_texts(account))[:2] == ["one", "two"]
    assert not await SendAttempt.filter(is_outreach=True).exists()


@pytest.mark.parametrize("told", [True, False])
async def test_a_number_that_may_only_answer_keeps_its_strangers_waiting_until_it_is_over(
    stage: Stage, told: bool
) -> None:
    account = await stage.linked_number()
    until = clock.now() + timedelta(hours=6) if told else None
    await stage.network.fail_next_send(account.id, Wire.REJECT_SEND, reason="reach_out_restricted", until=until)
    refused = await to_stranger(stage, account, "s@lid", "refused")
    waiting = [await to_stranger(stage, account, "t@lid"), await to_stranger(stage, account, "u@lid")]
    answer = await stage.queue(await stage.conversation(account, "ayesha@lid"), "answer")

    async with stage.keeping():
        await stage.message_reaches(answer, DELIVERED)
        failed = await Message.get(id=refused.id)
        restricted = await stage.account(account.id)
        notices = await open_notices()
        held = [await state(message) for message in waiting]
        assert restricted.restricted_until is not None
        with time_machine.travel(restricted.restricted_until + timedelta(seconds=1)):
            await stage.message_reaches(waiting[-1], DELIVERED)
            await eventually(lambda: is_not_restricted(account))

    assert (failed.state, failed.failure) == (FAILED, "reach_out_restricted")
    assert (await Conversation.get(id=refused.conversation_id)).attention is AttentionReason.SEND_FAILED
    if until is None:
        assert timedelta(hours=23) < restricted.restricted_until - clock.now() <= timedelta(hours=24)
    else:
        assert restricted.restricted_until == until
    assert restricted.status is CONNECTED
    assert held == [QUEUED, QUEUED]
    assert notices == [NoticeKind.ACCOUNT_RESTRICTED]
    assert await open_notices() == []
    assert await stage.accepted_texts(account) == ["answer", "t@lid", "u@lid"]
    changes = await EventRow.filter(type="account.changed").count()
    assert changes >= 4


async def test_a_restriction_outlives_the_process_that_heard_of_it(stage: Stage) -> None:
    account = await stage.linked_number()
    await stage.network.fail_next_send(account.id, Wire.REJECT_SEND, reason="reach_out_restricted")
    refused = await to_stranger(stage, account, "s@lid")
    async with stage.keeping():
        await stage.message_reaches(refused, FAILED)
    held = await to_stranger(stage, account, "t@lid")
    answer = await stage.queue(await stage.conversation(account, "ayesha@lid"), "answer")

    async with stage.keeping():
        await stage.message_reaches(answer, DELIVERED)

    assert await state(held) is QUEUED
    assert await stage.accepted_texts(account) == ["answer"]


async def test_a_take_over_discards_what_waits_for_a_stranger_too(stage: Stage) -> None:
    account = await stage.linked_number()
    await WhatsappAccount.filter(id=account.id).update(restricted_until=clock.now() + timedelta(hours=1))
    waiting = await to_stranger(stage, account, "s@lid")

    async with stage.keeping():
        await stage.reaches(account.id, CONNECTED)
        await stage.conversations.take_over(waiting.conversation_id, PROGRAM)

    assert await state(waiting) is MessageState.DISCARDED
