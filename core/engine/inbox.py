"""What arrives: stored first and once, whatever happens afterwards; then a job that answers it is deferred."""

from collections.abc import Sequence
from datetime import timedelta
from typing import assert_never

import structlog

from core.conversation_records import answer_job, current_of, give_to, is_over, note_added
from core.conversations import Conversations
from core.customer_merge import CustomerMerge
from core.customers import Customers
from core.database import Database, UnitOfWork
from core.engine.amendments import Amendments
from core.engine.arrivals import LONGEST_CHAT, LONGEST_PHONE, LONGEST_TEXT, Arrival, known, newest_of, touch
from core.engine.from_phone import FromPhone
from core.engine.history import History
from core.engine.identities import Identities, jid_of, person_of
from core.engine.line import ChatEvent
from core.engine.receipts import record_receipt
from core.events.event_types import CustomerTyping
from core.jobs.queue import Job
from core.settings import Settings, ShopSettings
from core.texts import clean
from core.whatsapp.gateway import (
    BacklogCompleted,
    ChatKind,
    IdentityLearned,
    MessageEdited,
    MessageReceived,
    MessageRevoked,
    ReceiptReceived,
    TypingChanged,
)
from models.conversations import (
    AnsweredBy,
    AttentionReason,
    Conversation,
    Message,
    MessageKind,
)
from models.customers import Customer

logger = structlog.get_logger()

# Without the word that the backlog is complete, what it held is looked at after this long all the same.
BACKLOG_PATIENCE = timedelta(seconds=60)


class Inbox:
    """Taking the same event again changes nothing."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        customers: Customers,
        conversations: Conversations,
    ) -> None:
        self._database = database
        self._settings = settings
        self._customers = customers
        self._conversations = conversations
        self._amendments = Amendments(database, conversations)
        self._identities = Identities(CustomerMerge(database, conversations))
        self._from_phone = FromPhone(customers, conversations, self._amendments)
        self._history = History(database, customers, self._identities)

    async def take(self, account_id: int, event: ChatEvent) -> None:
        match event:
            case MessageReceived():
                # Groups, status and newsletters are no customers.
                if event.chat_kind is not ChatKind.PERSON:
                    return
                if event.is_history:
                    await self.take_history(account_id, [event])
                else:
                    await self._take_message(Arrival.of(account_id, event))
            case MessageEdited():
                await self._amendments.edit(account_id, event, clean(event.text, LONGEST_TEXT))
            case MessageRevoked():
                await self._amendments.revoke(account_id, event)
            case ReceiptReceived():
                async with self._database.unit_of_work() as work:
                    await record_receipt(work, account_id, event)
            case TypingChanged():
                await self._tell_typing(account_id, event)
            case IdentityLearned():
                await self._learn(account_id, clean(event.lid, LONGEST_CHAT), clean(event.phone, LONGEST_PHONE))
            case BacklogCompleted():
                await self._release_all(account_id)
            case _:
                assert_never(event)

    async def take_history(self, account_id: int, events: Sequence[MessageReceived]) -> None:
        """What was written before the number was linked, in any number."""
        people = [event for event in events if event.chat_kind is ChatKind.PERSON]
        await self._history.store(account_id, [Arrival.of(account_id, event) for event in people])

    async def release(self, customer_id: int) -> None:
        """What the backlog brought of this customer is complete: let the assistant look at it."""
        settings = await self._settings.read()
        async with self._database.unit_of_work() as work:
            await self._customers.lock(work, customer_id)
            released = await work.fetch(
                "update messages set detail = detail - 'held' where customer_id = $1 and direction = 'INBOUND' "
                "and not is_settled and detail ? 'held' returning id",
                customer_id,
            )
            if released:
                work.defer(answer_job(customer_id, work.now + timedelta(seconds=settings.quiet_seconds)))

    async def forget_old_amendments(self) -> None:
        await self._amendments.forget_old()

    async def _learn(self, account_id: int, lid: str, phone: str) -> None:
        # A phone that was just linked tells of all its contacts, and hardly any of them is a customer.
        if not await self._database.fetch(
            "select 1 from customers where account_id = $1 and lid = any($2::text[]) limit 1",
            [account_id, [lid, jid_of(phone)]],
        ):
            return
        async with self._database.unit_of_work() as work:
            await self._identities.learn(work, account_id, lid=lid, phone=phone)

    async def _release_all(self, account_id: int) -> None:
        rows = await self._database.fetch(
            "select distinct customer_id from messages where account_id = $1 and direction = 'INBOUND' "
            "and not is_settled and detail ? 'held' order by customer_id",
            [account_id],
        )
        for row in rows:
            await self.release(row["customer_id"])
        if rows:
            logger.info("backlog_released", account_id=account_id, customers=len(rows))

    async def _tell_typing(self, account_id: int, event: TypingChanged) -> None:
        """Nothing of it is kept but the event; who never wrote is nobody yet."""
        async with self._database.unit_of_work() as work:
            jids = (clean(event.sender_lid, LONGEST_CHAT), clean(event.chat, LONGEST_CHAT))
            customer_id = await person_of(work, account_id, *jids)
            if customer_id is not None and (conversation_id := await current_of(work, customer_id)) is not None:
                work.append(CustomerTyping(conversation_id, customer_id, account_id, event.is_typing))

    async def _take_message(self, arrival: Arrival) -> None:
        settings = await self._settings.read()
        async with self._database.unit_of_work() as work:
            # First of all: two customers that turn out to be one are locked together.
            lid = await self._identities.known_as(work, arrival.account_id, arrival.lid, arrival.phone)
            if await known(work, arrival):
                return
            if arrival.event.is_from_us:
                await self._from_phone.store(work, arrival, lid, settings)
            else:
                await self._store(work, arrival, lid, settings)

    # --- A customer's message ----------------------------------------------------------------------------------------

    async def _store(self, work: UnitOfWork, arrival: Arrival, lid: str, settings: ShopSettings) -> None:
        event = arrival.event
        customer = await self._customers.find_or_create(
            work,
            account_id=arrival.account_id,
            lid=lid,
            phone=arrival.phone,
            chat=arrival.chat,
            profile_name=event.profile_name,
        )
        if await known(work, arrival, customer):
            return
        conversation = await self._place_for(work, customer, event.kind)
        message = arrival.message(customer, conversation, work.now)
        await self._amendments.take_up(work, message, arrival.chats(customer))
        is_question = event.kind is not MessageKind.REACTION and message.revoked_at is None
        is_flooded = conversation.answered_by is AnsweredBy.PAUSED and conversation.attention is AttentionReason.FLOOD
        message.is_settled = customer.blocked_at is not None or not is_question or is_flooded
        if message.is_settled:
            message.detail.pop("held", None)
        await message.save(using_db=work.connection)
        note_added(work, message)
        await touch(work, conversation, message)
        if not message.is_settled:
            await self._call_assistant(work, conversation, message, settings)

    async def _place_for(self, work: UnitOfWork, customer: Customer, kind: MessageKind) -> Conversation:
        """A thumb under an old message is no reason to open a new conversation."""
        if kind is MessageKind.REACTION and (newest := await newest_of(work, customer.id)) is not None:
            return newest
        return await self._conversations.open_for(work, customer)

    async def _call_assistant(
        self, work: UnitOfWork, conversation: Conversation, message: Message, settings: ShopSettings
    ) -> None:
        customer_id = message.customer_id
        if is_over(conversation, work.now):
            await give_to(work, conversation, AnsweredBy.AI, None)
        if "held" in message.detail:
            await self._release_later(work, message)
        if conversation.answered_by is not AnsweredBy.AI:
            return
        if await self._is_flood(work, message, settings):
            logger.warning("flood_noticed", customer_id=customer_id, conversation_id=conversation.id)
            await self._conversations.pause_for_flood(work, conversation)
        elif "held" not in message.detail:
            work.defer(answer_job(customer_id, work.now + timedelta(seconds=settings.quiet_seconds)))

    async def _release_later(self, work: UnitOfWork, message: Message) -> None:
        """Also while a person answers: their time may be over before the word comes that the backlog is complete."""
        customer_id = message.customer_id
        if not await work.fetch(
            "select 1 from messages where customer_id = $1 and direction = 'INBOUND' and not is_settled "
            "and detail ? 'held' and id <> $2 limit 1",
            customer_id,
            message.id,
        ):
            # Without the customer's lock: in their line it would hold up what they write meanwhile.
            work.defer(Job("release_backlog", {"customer_id": customer_id}, scheduled_at=work.now + BACKLOG_PATIENCE))

    async def _is_flood(self, work: UnitOfWork, message: Message, settings: ShopSettings) -> bool:
        """By when they were written: a backlog of days that arrives at once is none."""
        assert message.sent_at is not None  # noqa: S101 - every message that arrives has it
        rows = await work.fetch(
            "select count(*) filter (where sent_at > $2 and sent_at <= $3) as recent from (select sent_at "
            "from messages where customer_id = $1 and direction = 'INBOUND' order by id desc limit $4) as newest",
            message.customer_id,
            message.sent_at - timedelta(seconds=60),
            message.sent_at,
            settings.flood_messages + 1,
        )
        return int(rows[0]["recent"]) > settings.flood_messages
