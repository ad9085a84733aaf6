"""Customers: who they are, their language, their STOP, and being blocked."""

import asyncio
from pathlib import Path

import pytest

from core.customers import CustomerNotFoundError
from core.database import Database
from core.errors import InvalidInputError
from models.audit import AuditLog
from models.conversations import AnsweredBy, Direction, Message, MessageAuthor, MessageState
from models.customers import Customer
from tests.chats import AYESHA, Chats


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


async def _find(chats: Chats, **known: str | None) -> Customer:
    async with chats.database.unit_of_work() as work:
        return await chats.customers.find_or_create(
            work,
            account_id=chats.account.id,
            lid=known.get("lid") or AYESHA,
            phone=known.get("phone"),
            chat=known.get("chat") or AYESHA,
            profile_name=known.get("profile_name") or "",
        )


async def _changes(chats: Chats) -> int:
    rows = await chats.database.fetch("select count(*) as n from events where type = 'customer.changed'")
    return int(rows[0]["n"])


async def test_a_person_is_found_again_by_their_lid(chats: Chats) -> None:
    first = await _find(chats, phone="92300", profile_name="Ayesha")

    again = await _find(chats)

    assert again.id == first.id
    assert (again.phone, again.profile_name) == ("92300", "Ayesha")
    assert await _changes(chats) == 1


async def test_what_is_newly_known_of_a_person_is_written(chats: Chats) -> None:
    await _find(chats, profile_name="Ayesha")

    await _find(chats, phone="92300", chat="92300@s.whatsapp.net", profile_name="Ayesha Khan\x00")

    customer = await chats.customer()
    assert (customer.phone, customer.chat, customer.profile_name) == ("92300", "92300@s.whatsapp.net", "Ayesha Khan")
    assert await _changes(chats) == 2


async def test_a_person_who_writes_twice_at_once_is_one_customer(chats: Chats) -> None:
    found = await asyncio.gather(*(_find(chats) for _ in range(4)))

    assert len({customer.id for customer in found}) == 1
    assert await Customer.all().count() == 1


async def test_a_guessed_language_never_replaces_a_chosen_one(chats: Chats) -> None:
    customer = await _find(chats)

    async with chats.database.unit_of_work() as work:
        await chats.customers.set_language(work, customer, "ur", chosen=False)
        await chats.customers.set_language(work, customer, "ar", chosen=True)
        await chats.customers.set_language(work, customer, "es", chosen=False)

    customer = await chats.customer()
    assert (customer.language, customer.is_language_chosen) == ("ar", True)


async def test_stop_and_start_are_news_once_each(chats: Chats) -> None:
    customer = await _find(chats)

    async with chats.database.unit_of_work() as work:
        assert await chats.customers.opt_out(work, customer)
        assert not await chats.customers.opt_out(work, customer)
        assert await chats.customers.opt_in(work, customer)
        assert not await chats.customers.opt_in(work, customer)

    assert (await chats.customer()).opted_out_at is None


async def test_blocking_settles_what_waits_and_discards_what_the_assistant_has_not_sent(chats: Chats) -> None:
    await chats.writes("hi")
    await chats.answers()
    await chats.writes("you fools")
    before = await chats.conversation()

    customer = await chats.customers.block(before.customer_id, " abuse ", chats.agent)

    assert customer.blocked_at is not None
    assert customer.block_reason == "abuse"
    assert [message.state for message in await chats.said()] == [MessageState.DISCARDED]
    assert await Message.filter(direction=Direction.INBOUND, is_settled=False).count() == 0
    assert (await chats.conversation()).version == before.version + 1
    audit = await AuditLog.get(action="customer.block")
    assert (audit.staff_id, audit.subject_id) == (chats.staff.id, customer.id)


async def test_an_unblocked_customer_is_answered_again(chats: Chats) -> None:
    await chats.writes("hi")
    customer = await chats.customer()
    await chats.customers.block(customer.id, "abuse", chats.agent)
    await chats.writes("please?")

    await chats.customers.unblock(customer.id, chats.agent)
    await chats.customers.unblock(customer.id, chats.agent)
    assert await chats.answers() == []
    await chats.writes("thank you")

    assert await chats.answers() == ["Hello!"]
    assert (await chats.customer()).block_reason is None
    assert await AuditLog.filter(action="customer.unblock").count() == 1


async def test_a_blocked_customer_hears_of_their_order_but_not_from_the_assistant(chats: Chats) -> None:
    await chats.writes("hi")
    conversation = await chats.conversation()
    await chats.customers.block(conversation.customer_id, "abuse", chats.agent)

    async with chats.database.unit_of_work() as work:
        queue = chats.conversations.queue_reply
        assert await queue(work, conversation, "Hello", author=MessageAuthor.ASSISTANT) is None
        assert await queue(work, conversation, "Pay soon", author=MessageAuthor.PROGRAM, is_proactive=True) is None
        assert await queue(work, conversation, "It is paid", author=MessageAuthor.PROGRAM) is not None


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
async def test_a_block_needs_a_reason_of_reasonable_length(chats: Chats, reason: str) -> None:
    await chats.writes("hi")
    customer = await chats.customer()

    with pytest.raises(InvalidInputError) as caught:
        await chats.customers.block(customer.id, reason, chats.agent)

    assert caught.value.field == "reason"
    assert (await chats.customer()).blocked_at is None
    assert (await chats.conversation()).answered_by is AnsweredBy.AI


async def test_nobody_cannot_be_blocked(chats: Chats) -> None:
    with pytest.raises(CustomerNotFoundError) as caught:
        await chats.customers.block(404, "abuse", chats.agent)

    assert caught.value.details == {"customer_id": 404}
