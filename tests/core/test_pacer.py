"""The sliding window: at most 30 in any 60 s, whoever counts and whenever WhatsApp counted; to strangers far fewer."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
import time_machine

from core import clock
from core.accounts import Accounts
from core.audit import PROGRAM
from core.database import Database
from core.whatsapp.pacer import (
    DAY,
    HUMAN,
    INSTANT,
    MOST_MESSAGES,
    MOST_OUTREACH,
    MOST_OUTREACH_IN_DAY,
    SIMULATED,
    WINDOW,
    Pacer,
)
from models.accounts import AccountKind, SendAttempt, WhatsappAccount

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
async def account(database: Database) -> WhatsappAccount:
    return await Accounts(database).create("Shop", AccountKind.SIMULATOR, PROGRAM)


async def book(database: Database, pacer: Pacer, message_id: int) -> bool:
    async with database.unit_of_work() as work:
        if await pacer.free_at(work) > work.now:
            return False
        await pacer.book(work, message_id)
        return True


async def reach_out(database: Database, pacer: Pacer, message_id: int) -> bool:
    async with database.unit_of_work() as work:
        if await pacer.reach_out_at(work) > work.now:
            return False
        await pacer.book(work, message_id, is_outreach=True)
        return True


async def reach_out_at(database: Database, pacer: Pacer) -> datetime:
    async with database.unit_of_work() as work:
        return await pacer.reach_out_at(work)


async def free_at(database: Database, pacer: Pacer) -> datetime:
    async with database.unit_of_work() as work:
        return await pacer.free_at(work)


async def test_thirty_go_at_once_and_the_next_waits_for_the_first_to_leave_the_window(
    database: Database, account: WhatsappAccount
) -> None:
    pacer = Pacer(account.id, INSTANT)
    with time_machine.travel(START, tick=False) as traveller:
        booked = [await book(database, pacer, number) for number in range(31)]
        waits_until = await free_at(database, pacer)
        traveller.move_to(START + WINDOW)
        exactly_then = await book(database, pacer, 31)
        traveller.move_to(waits_until)
        just_after = await book(database, pacer, 31)

    assert booked == [True] * 30 + [False]
    assert START + WINDOW < waits_until < START + WINDOW + timedelta(seconds=1)
    assert (exactly_then, just_after) == (False, True)


async def test_no_window_ever_holds_more_than_thirty_however_long_each_send_takes(
    database: Database, account: WhatsappAccount
) -> None:
    pacer = Pacer(account.id, INSTANT)
    answered: list[datetime] = []
    with time_machine.travel(START, tick=False) as traveller:
        for number in range(75):
            while not await book(database, pacer, number):
                traveller.move_to(await free_at(database, pacer))
            # WhatsApp counts it somewhere between the call and the answer: here at the latest moment.
            traveller.shift(timedelta(seconds=(number * 7) % 5 / 2))
            async with database.unit_of_work() as work:
                await pacer.came_back(work, number)
            answered.append(clock.now())

    assert all(earlier <= later for earlier, later in pairwise(answered))
    for first, thirty_first in zip(answered, answered[MOST_MESSAGES:], strict=False):
        assert thirty_first - first > WINDOW


async def test_another_owner_counts_what_the_one_before_sent(database: Database, account: WhatsappAccount) -> None:
    before, after = Pacer(account.id, INSTANT), Pacer(account.id, INSTANT)
    for number in range(30):
        assert await book(database, before, number)

    assert not await book(database, after, 30)


async def test_one_number_does_not_slow_another(database: Database, account: WhatsappAccount) -> None:
    other = await Accounts(database).create("Other", AccountKind.SIMULATOR, PROGRAM)
    for number in range(30):
        assert await book(database, Pacer(account.id, INSTANT), number)

    assert await book(database, Pacer(other.id, INSTANT), 30)


async def test_what_was_surely_not_sent_does_not_count(database: Database, account: WhatsappAccount) -> None:
    pacer = Pacer(account.id, INSTANT)
    for number in range(30):
        assert await book(database, pacer, number)
    async with database.unit_of_work() as work:
        await pacer.was_not_sent(work, 29)

    assert await book(database, pacer, 29)


async def test_an_attempt_of_a_clock_that_ran_ahead_does_not_hold_the_lane(
    database: Database, account: WhatsappAccount
) -> None:
    pacer = Pacer(account.id, INSTANT)
    with time_machine.travel(START + timedelta(days=1), tick=False):
        for number in range(30):
            assert await book(database, pacer, number)

    with time_machine.travel(START, tick=False):
        assert await book(database, pacer, 30)


async def test_a_handful_of_strangers_is_written_to_in_a_minute_and_others_beside_them(
    database: Database, account: WhatsappAccount
) -> None:
    pacer = Pacer(account.id, INSTANT)
    with time_machine.travel(START, tick=False) as traveller:
        booked = [await reach_out(database, pacer, number) for number in range(MOST_OUTREACH + 1)]
        reply = await book(database, pacer, 100)
        waits_until = await reach_out_at(database, pacer)
        traveller.move_to(START + WINDOW)
        exactly_then = await reach_out(database, pacer, 101)
        traveller.move_to(waits_until)
        just_after = await reach_out(database, pacer, 101)

    assert booked == [True] * MOST_OUTREACH + [False]
    assert (reply, exactly_then, just_after) == (True, False, True)
    assert START + WINDOW < waits_until < START + WINDOW + timedelta(seconds=1)


async def test_no_day_ever_holds_more_strangers_than_its_limit_also_over_restarts(
    database: Database, account: WhatsappAccount
) -> None:
    sent: list[datetime] = []
    with time_machine.travel(START, tick=False) as traveller:
        for number in range(MOST_OUTREACH_IN_DAY * 2 + 5):
            pacer = Pacer(account.id, INSTANT)
            while not await reach_out(database, pacer, number):
                traveller.move_to(await reach_out_at(database, pacer))
            sent.append(clock.now())
            async with database.unit_of_work() as work:
                await pacer.forget_old(work)

    for first, too_many in zip(sent, sent[MOST_OUTREACH:], strict=False):
        assert too_many - first > WINDOW
    for first, too_many in zip(sent, sent[MOST_OUTREACH_IN_DAY:], strict=False):
        assert too_many - first > DAY
    assert sent[MOST_OUTREACH_IN_DAY - 1] - START < timedelta(minutes=6)


async def test_answers_do_not_count_as_outreach(database: Database, account: WhatsappAccount) -> None:
    pacer = Pacer(account.id, INSTANT)
    with time_machine.travel(START, tick=False):
        for number in range(MOST_MESSAGES):
            assert await book(database, pacer, number)

        assert await reach_out_at(database, pacer) == START


async def test_old_attempts_are_forgotten_and_young_ones_kept(database: Database, account: WhatsappAccount) -> None:
    pacer = Pacer(account.id, INSTANT)
    with time_machine.travel(START, tick=False) as traveller:
        await reach_out(database, pacer, 1)
        traveller.shift(timedelta(hours=2))
        await book(database, pacer, 2)
        await reach_out(database, pacer, 3)
        traveller.shift(timedelta(hours=23, minutes=30))
        await book(database, pacer, 4)
        async with database.unit_of_work() as work:
            await pacer.forget_old(work)

    assert sorted(attempt.message_id for attempt in await SendAttempt.all()) == [3, 4]


def test_a_person_types_longer_texts_longer_but_not_for_ever() -> None:
    assert HUMAN.typing_seconds("ok") < HUMAN.typing_seconds("x" * 60) < HUMAN.typing_seconds("x" * 5_000) == 4.0
    assert all(0.4 <= HUMAN.gap_seconds() <= 1.5 for _ in range(100))
    assert SIMULATED.typing_seconds("x" * 5_000) <= 0.2
    assert INSTANT.typing_seconds("x" * 5_000) == INSTANT.gap_seconds() == 0
