"""Two ids of one person: everything becomes one customer's, what comes later too, and nothing is answered twice."""

import asyncio
from datetime import timedelta
from pathlib import Path

import orjson
import pytest

from core import clock
from core.customer_merge import CustomerMerge, CustomersNotMergeableError
from core.database import Database
from core.whatsapp.gateway import TypingChanged
from models.audit import AuditLog
from models.conversations import AnsweredBy, AttentionReason, Conversation, ConversationStatus, Draft, DraftState
from models.customers import Customer
from models.orders import Order
from tests.chats import AYESHA, Chats

PHONE = "923001234567@s.whatsapp.net"
THIRD = "777@lid"


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


async def merge(chats: Chats, kept: str = AYESHA, merged: str = PHONE) -> Customer:
    rule = CustomerMerge(chats.database, chats.conversations)
    return await rule.merge((await chats.customer(kept)).id, (await chats.customer(merged)).id, chats.agent)


async def test_what_is_written_to_the_merged_id_later_is_the_kept_customer_s(chats: Chats) -> None:
    await chats.writes("Salam")
    await chats.writes("Salam again", lid=PHONE)
    kept = await merge(chats)

    message = await chats.writes("It is me", lid=PHONE, profile_name="Ayesha Khan")
    typed = await chats.types_on_phone("Hello Ayesha", lid=PHONE)

    assert (message.customer_id, typed.customer_id) == (kept.id, kept.id)
    assert message.conversation_id == typed.conversation_id
    assert (await chats.customer()).profile_name == "Ayesha Khan"
    assert (await chats.customer()).chat == PHONE
    assert await Customer.all().count() == 2
    assert await Conversation.filter(customer_id=kept.id, status=ConversationStatus.ACTIVE).count() == 1


async def test_what_waited_for_an_answer_gets_one_and_no_more(chats: Chats) -> None:
    await chats.writes("first", lid=PHONE)
    await chats.writes("second")

    await merge(chats)

    assert await chats.answers(PHONE) == []
    assert await chats.answers() == ["Hello!"]
    assert chats.assistant.read == [["first", "second"]]


async def test_an_answer_in_the_making_for_the_merged_id_is_thrown_away(chats: Chats) -> None:
    await chats.writes("Salam", lid=PHONE)
    await chats.writes("old", sent_at=clock.now() - timedelta(days=1))
    chats.assistant.meanwhile = lambda: merge(chats)

    said = await chats.answers(PHONE)

    assert said == []
    assert await chats.answers() == ["Hello!"]


async def test_the_person_goes_on_in_the_conversation_they_wrote_in_last(chats: Chats) -> None:
    await chats.writes("Salam", lid=PHONE)
    await chats.writes("Salam")
    await Conversation.filter(customer__lid=AYESHA).update(
        last_message_at=clock.now() - timedelta(hours=2), attention=AttentionReason.FLOOD, tags=["urgent"]
    )
    closing, survivor = await chats.conversation(), await chats.conversation(PHONE)
    await chats.conversations.take_over(closing.id, chats.agent)
    await Conversation.filter(id=closing.id).update(last_message_at=clock.now() - timedelta(hours=2), unread_count=3)
    await Conversation.filter(id=survivor.id).update(unread_count=2, tags=["new"])

    await merge(chats)

    closed, open_ = await Conversation.get(id=closing.id), await Conversation.get(id=survivor.id)
    assert (closed.status, closed.unread_count, closed.attention) == (ConversationStatus.ABANDONED, 0, None)
    assert (open_.status, open_.answered_by, open_.unread_count) == (
        ConversationStatus.ACTIVE,
        AnsweredBy.HUMAN,
        5,
    )
    assert (open_.attention, open_.tags) == (AttentionReason.FLOOD, ["new", "urgent"])
    assert (await chats.writes("And now?")).conversation_id == survivor.id


async def test_an_open_conversation_older_than_a_closed_one_goes_on(chats: Chats) -> None:
    older = await chats.writes("Salam")
    await chats.writes("Salam", lid=PHONE)
    await Conversation.filter(customer__lid=PHONE).update(status=ConversationStatus.COMPLETED, closed_at=clock.now())

    await merge(chats)

    assert (await chats.writes("And now?", lid=PHONE)).conversation_id == older.conversation_id


async def test_orders_and_what_was_summed_up_last_go_with_the_person(chats: Chats) -> None:
    package = await chats.sells()
    order = await ordered(chats, package.id, PHONE)
    message = await chats.writes("another one please", lid=PHONE)
    async with chats.database.unit_of_work() as work:
        conversation = await chats.conversations.lock(work, message.conversation_id)
        draft = await chats.drafts.propose(work, conversation, package.id, 2, after_message_id=message.id)
    await chats.writes("Salam")

    kept = await merge(chats)

    survivor = await chats.conversation()
    moved = await Order.get(id=order.id)
    assert (moved.customer_id, moved.conversation_id) == (kept.id, survivor.id)
    assert survivor.status is ConversationStatus.WAITING_PAYMENT
    proposed = await Draft.get(id=draft.id)
    assert (proposed.conversation_id, proposed.state) == (survivor.id, DraftState.PROPOSED)


async def test_a_stop_and_a_block_hold_for_the_person(chats: Chats) -> None:
    await chats.writes("Salam")
    await chats.writes("spam", lid=PHONE)
    merged = await chats.customer(PHONE)
    await chats.customers.block(merged.id, "abuse", chats.agent)
    await Customer.filter(id=merged.id).update(opted_out_at=clock.now(), tags=["rude"], note="Swears.")

    kept = await merge(chats)

    assert kept.blocked_at is not None
    assert kept.opted_out_at is not None
    assert (kept.block_reason, kept.tags, kept.note) == ("abuse", ["rude"], "Swears.")
    assert await chats.answers() == []


async def test_whoever_was_merged_before_is_found_in_one_step(chats: Chats) -> None:
    for lid in (AYESHA, PHONE, THIRD):
        await chats.writes("Salam", lid=lid)
    await merge(chats, kept=AYESHA, merged=PHONE)

    last = await merge(chats, kept=THIRD, merged=AYESHA)

    assert (await chats.writes("It is me", lid=PHONE)).customer_id == last.id
    assert {row.merged_into_id for row in await Customer.filter(lid__in=[AYESHA, PHONE])} == {last.id}


async def test_of_two_merges_at_once_in_both_directions_one_wins(chats: Chats) -> None:
    await chats.writes("Salam")
    await chats.writes("Salam", lid=PHONE)

    results = await asyncio.gather(merge(chats), merge(chats, kept=PHONE, merged=AYESHA), return_exceptions=True)

    lost = [result for result in results if not isinstance(result, Customer)]
    assert [type(error) for error in lost] == [CustomersNotMergeableError]
    assert await Customer.filter(merged_into_id__isnull=True).count() == 1
    assert await AuditLog.filter(action="customer.merge").count() == 1


async def test_typing_is_told_where_the_person_talks_and_is_not_kept(chats: Chats) -> None:
    await chats.writes("Salam")
    conversation = await chats.conversation()

    for lid in (AYESHA, "stranger@lid"):
        await chats.inbox.take(chats.account.id, TypingChanged(chat=lid, sender_lid=lid, is_typing=True))

    rows = await chats.database.fetch("select payload from events where type = 'customer.typing'")
    assert [orjson.loads(row["payload"]) for row in rows] == [
        {
            "conversation_id": conversation.id,
            "customer_id": conversation.customer_id,
            "account_id": chats.account.id,
            "is_typing": True,
        }
    ]
    assert await Customer.filter(lid="stranger@lid").count() == 0


async def test_what_a_customer_writes_is_unread_until_a_person_answers(chats: Chats) -> None:
    await chats.writes("one")
    again = chats.message("two")
    for _ in range(2):  # the network delivers it twice
        await chats.inbox.take(chats.account.id, again)

    unread = (await chats.conversation()).unread_count
    await chats.types_on_phone("I am here")

    assert unread == 2
    assert (await chats.conversation()).unread_count == 0


async def ordered(chats: Chats, package_id: int, lid: str) -> Order:
    asking = await chats.writes("Starter please", lid=lid)
    async with chats.database.unit_of_work() as work:
        conversation = await chats.conversations.lock(work, asking.conversation_id)
        draft = await chats.drafts.propose(work, conversation, package_id, 1, after_message_id=asking.id)
    confirming = await chats.writes("yes", lid=lid)
    async with chats.database.unit_of_work() as work:
        order = await chats.orders.confirm_draft(work, draft.id, confirming)
    assert isinstance(order, Order)
    return order
