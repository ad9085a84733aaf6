"""Streams: what is told, to whom, in which order, and how one comes back after a cut."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core import clock
from core.audit import CUSTOMER
from core.events.event_types import AccountChanged, ConversationChanged, MessageAdded, MessageChanged
from core.permissions import Permission
from core.shop import Shop
from graph.schema.accounts import WhatsappAccount as AccountNode
from graph.schema.conversations import Conversation as ConversationNode
from graph.schema.orders import Order as OrderNode
from models.accounts import WhatsappAccount
from models.conversations import Conversation, Message
from models.customers import Customer
from models.orders import OrderStatus
from tests.graph.asking import EVERYTHING, Asker, Stream, caller_with
from tests.graph.rows import make_account, make_conversation, make_customer, make_message, make_order

ACCOUNT = """subscription ($id: ID!, $after: String) {
    whatsappAccountChanged(id: $id, after: $after) { cursor account { name status qr { code } } }
}"""
MESSAGES = """subscription ($conversation: ID, $after: String) {
    messageAdded(conversationId: $conversation, after: $after) { cursor message { text customer { lid } } }
}"""
ORDERS = """subscription ($id: ID, $account: ID, $after: String) {
    orderChanged(id: $id, accountId: $account, after: $after) { cursor isNew order { number status } }
}"""


async def change_account(shop: Shop, account: WhatsappAccount, **changes: Any) -> None:
    async with shop.database.unit_of_work() as work:
        await WhatsappAccount.filter(id=account.id).using_db(work.connection).update(**changes)
        work.append(AccountChanged(account.id, account.status.value))


async def add_message(shop: Shop, conversation: Conversation, text: str) -> Message:
    message = await make_message(conversation, text)
    async with shop.database.unit_of_work() as work:
        work.append(
            MessageAdded(message.id, conversation.id, conversation.customer_id, conversation.account_id, "INBOUND")
        )
    return message


async def told(stream: Stream, field: str) -> Any:
    answer = await stream.next()
    assert answer.errors == [], answer.errors
    assert answer.data is not None
    return answer.data[field]


async def is_listening(shop: Shop) -> None:
    """Waits until a subscription stands in the feed, so that what happens next is heard."""
    async with asyncio.timeout(10):
        while not shop.feed._subscriptions:  # noqa: ASYNC110 - the feed rings no bell for a newcomer
            await asyncio.sleep(0)


async def test_a_number_is_told_at_once_and_with_every_rotation_of_its_code(shop: Shop, asker: Asker) -> None:
    account = await make_account()
    other = await make_account("Other")
    later = clock.now() + timedelta(minutes=1)

    async with asker.follow(ACCOUNT, id=AccountNode.id_of(account.id)) as stream:
        first = await told(stream, "whatsappAccountChanged")
        stream.listen()
        await change_account(shop, other, name="Not followed")
        await change_account(shop, account, qr_code="one", qr_expires_at=later)
        second = await told(stream, "whatsappAccountChanged")
        await change_account(shop, account, qr_code="two", qr_expires_at=later)
        third = await told(stream, "whatsappAccountChanged")

    assert first["account"] == {"name": "Shop", "status": "DISCONNECTED", "qr": None}
    assert [each["account"]["qr"] for each in (second, third)] == [{"code": "one"}, {"code": "two"}]


async def test_what_changes_after_the_first_look_is_replayed_from_its_cursor(shop: Shop, asker: Asker) -> None:
    account = await make_account()
    async with asker.follow(ACCOUNT, id=AccountNode.id_of(account.id)) as stream:
        place = (await told(stream, "whatsappAccountChanged"))["cursor"]

    await change_account(shop, account, name="Renamed")

    async with asker.follow(ACCOUNT, id=AccountNode.id_of(account.id), after=place) as stream:
        assert (await told(stream, "whatsappAccountChanged"))["account"]["name"] == "Renamed"


async def test_messages_are_told_with_fresh_rows_and_only_of_the_chosen_conversation(shop: Shop, asker: Asker) -> None:
    account = await make_account()
    chosen = await make_conversation(await make_customer(account, 1))
    other = await make_conversation(await make_customer(account, 2))

    async with asker.follow(MESSAGES, conversation=ConversationNode.id_of(chosen.id)) as stream:
        stream.listen()
        await is_listening(shop)
        await add_message(shop, other, "not this one")
        await add_message(shop, chosen, "first")
        first = await told(stream, "messageAdded")
        await Customer.filter(id=chosen.customer_id).update(lid="renamed@lid")
        await add_message(shop, chosen, "second")
        second = await told(stream, "messageAdded")

    assert first["message"] == {"text": "first", "customer": {"lid": "1@lid"}}
    assert second["message"] == {"text": "second", "customer": {"lid": "renamed@lid"}}


async def test_after_a_cut_nothing_is_missing_and_nothing_told_twice(shop: Shop, asker: Asker) -> None:
    conversation = await make_conversation(await make_customer(await make_account()))
    async with asker.follow(MESSAGES) as stream:
        stream.listen()
        await is_listening(shop)
        await add_message(shop, conversation, "1")
        cursor = (await told(stream, "messageAdded"))["cursor"]
    for text in "23":
        await add_message(shop, conversation, text)

    async with asker.follow(MESSAGES, after=cursor) as stream:
        missed = [(await told(stream, "messageAdded"))["message"]["text"] for _ in range(2)]
        await add_message(shop, conversation, "4")
        live = (await told(stream, "messageAdded"))["message"]["text"]

    assert (missed, live) == (["2", "3"], "4")


async def test_an_order_is_told_when_it_takes_a_step(shop: Shop, asker: Asker) -> None:
    account = await make_account()
    conversation = await make_conversation(await make_customer(account))
    order = await make_order(conversation, status=OrderStatus.PAYMENT_SUBMITTED)
    other = await make_order(await make_conversation(await make_customer(await make_account("Other"))))

    async with (
        asker.follow(ORDERS, id=OrderNode.id_of(order.id)) as by_id,
        asker.follow(ORDERS, account=AccountNode.id_of(account.id)) as by_account,
    ):
        first = await told(by_id, "orderChanged")
        by_id.listen()
        by_account.listen()
        await is_listening(shop)
        await shop.orders.cancel(other.id, "", CUSTOMER)
        await shop.orders.reject_payment(order.id, "unreadable", EVERYTHING.actor(None))
        events = [await told(stream, "orderChanged") for stream in (by_id, by_account)]

    assert (first["isNew"], first["order"]) == (False, {"number": order.number, "status": "PAYMENT_SUBMITTED"})
    assert events[0] == events[1]
    assert (events[0]["isNew"], events[0]["order"]) == (False, {"number": order.number, "status": "REJECTED"})


async def test_conversations_and_changes_of_messages_are_told(shop: Shop, asker: Asker) -> None:
    conversation = await make_conversation(await make_customer(await make_account()))
    message = await make_message(conversation)
    of_chat = (conversation.id, conversation.customer_id, conversation.account_id)

    async with (
        asker.follow("subscription { conversationChanged { conversation { answeredBy } } }") as conversations,
        asker.follow("subscription { messageChanged { message { text } } }") as messages,
    ):
        conversations.listen()
        messages.listen()
        await is_listening(shop)
        async with shop.database.unit_of_work() as work:
            work.append(ConversationChanged(*of_chat, "ACTIVE", "AI"))
            work.append(MessageChanged(message.id, *of_chat, "READ"))

        assert (await told(conversations, "conversationChanged"))["conversation"] == {"answeredBy": "AI"}
        assert (await told(messages, "messageChanged"))["message"] == {"text": "Salam"}


async def test_a_named_conversation_is_told_as_it_is_and_then_as_it_changes(shop: Shop, asker: Asker) -> None:
    account = await make_account()
    conversation = await make_conversation(await make_customer(account))
    await make_conversation(await make_customer(account, 2))
    document = """subscription ($id: ID, $account: ID, $after: String) {
        conversationChanged(id: $id, accountId: $account, after: $after) { cursor conversation { id answeredBy } }
    }"""
    named = {"id": ConversationNode.id_of(conversation.id), "account": AccountNode.id_of(account.id)}

    async with asker.follow(document, **named) as stream:
        first = await told(stream, "conversationChanged")
        await shop.conversations.take_over(conversation.id, EVERYTHING.actor(None))
        second = await told(stream, "conversationChanged")
    async with asker.follow(document, **named, after=first["cursor"]) as stream:
        replayed = await told(stream, "conversationChanged")

    assert [each["conversation"] for each in (first, second)] == [
        {"id": named["id"], "answeredBy": "AI"},
        {"id": named["id"], "answeredBy": "HUMAN"},
    ]
    assert replayed == second


async def test_a_field_of_an_event_asks_for_its_own_right(shop: Shop, asker: Asker) -> None:
    conversation = await make_conversation(await make_customer(await make_account()))
    reader = asker.as_(caller_with(Permission.CONVERSATIONS_READ))

    async with reader.follow(MESSAGES) as stream:
        stream.listen()
        await is_listening(shop)
        await add_message(shop, conversation, "Salam")
        answer = await stream.next()

    assert answer.data is not None
    assert answer.data["messageAdded"]["message"] == {"text": "Salam", "customer": None}
    assert answer.codes == ["FORBIDDEN"]


async def test_a_stream_ends_with_the_sign_in_it_began_with(shop: Shop, asker: Asker) -> None:
    conversation = await make_conversation(await make_customer(await make_account()))
    leaving = asker.as_(replace(EVERYTHING, expires_at=clock.now() + timedelta(milliseconds=1)))

    async with leaving.follow(MESSAGES) as stream:
        stream.listen()
        await is_listening(shop)
        await add_message(shop, conversation, "secret")
        answer = await stream.next()

    assert answer.data is None
    assert answer.codes == ["UNAUTHENTICATED"]


@pytest.mark.parametrize(
    ("after", "code"), [("garbage", "INVALID_INPUT"), ("OTkuMS4x", "CURSOR_EXPIRED"), ("", "INVALID_INPUT")]
)
async def test_a_cursor_that_leads_nowhere_is_refused(asker: Asker, after: str, code: str) -> None:
    async with asker.follow(MESSAGES, after=after) as stream:
        answer = await stream.next()

    assert (answer.data, answer.codes) == (None, [code])


async def test_an_empty_cursor_of_a_number_is_no_missing_one(asker: Asker) -> None:
    account = await make_account()

    async with asker.follow(ACCOUNT, id=AccountNode.id_of(account.id), after="") as stream:
        assert (await stream.next()).codes == ["INVALID_INPUT"]


async def test_a_follower_who_falls_behind_is_told_to_read_anew(shop: Shop, asker: Asker) -> None:
    conversation = await make_conversation(await make_customer(await make_account()))

    async with asker.follow(MESSAGES) as stream:
        stream.listen()
        await is_listening(shop)
        for subscription in shop.feed._subscriptions:
            subscription.lose("You read more slowly than things happen here.")
        await add_message(shop, conversation, "skipped")
        answer = await stream.next()

    assert (answer.data, answer.codes) == (None, ["RESYNC_REQUIRED"])


async def test_an_id_that_is_none_ends_the_stream_by_the_name_of_its_argument(asker: Asker) -> None:
    async with asker.follow(MESSAGES, conversation="garbage") as stream:
        answer = await stream.next()

    assert answer.codes == ["INVALID_INPUT"]
    assert answer.errors[0]["extensions"]["field"] == "conversationId"


async def test_nobody_follows_any_more_after_a_stream_was_closed(shop: Shop, asker: Asker) -> None:
    conversation = await make_conversation(await make_customer(await make_account()))

    async with asker.follow(MESSAGES) as stream:
        stream.listen()
        await is_listening(shop)
        await add_message(shop, conversation, "1")
        await told(stream, "messageAdded")

    assert shop.feed._subscriptions == set()
