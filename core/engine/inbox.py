"""What arrives: stored first and once, whatever happens afterwards; then a job that answers it is deferred."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, assert_never

import structlog

from core import clock
from core.conversation_records import answer_job, current_of, give_to, is_over, note_added, note_changed
from core.conversations import Conversations
from core.customers import Customers
from core.database import Database, UnitOfWork
from core.engine.amendments import Amendments
from core.engine.line import ChatEvent
from core.engine.receipts import record_receipt
from core.events.event_types import CustomerTyping
from core.jobs.queue import Job
from core.settings import Settings, ShopSettings
from core.texts import clean, clean_json
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
    Direction,
    Message,
    MessageAuthor,
    MessageKind,
    MessageState,
)
from models.customers import Customer

logger = structlog.get_logger()

LONGEST_TEXT = 16_384
LONGEST_ID = 128
LONGEST_CHAT = 80
LONGEST_PHONE = 32
LONGEST_FILE_NAME = 200
# What is no file any more when it is longer than this.
LONGEST_REFERENCE = 65_536

# Without the word that the backlog is complete, what it held is looked at after this long all the same.
BACKLOG_PATIENCE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A message as it came, cleaned."""

    account_id: int
    event: MessageReceived
    chat: str
    whatsapp_id: str
    text: str
    detail: dict[str, Any]
    media_reference: bytes | None

    @classmethod
    def of(cls, account_id: int, event: MessageReceived) -> "_Arrival":
        text = clean(event.text, len(event.text))
        detail: dict[str, Any] = clean_json(dict(event.detail), LONGEST_TEXT)
        if len(text) > LONGEST_TEXT:
            detail["cut_from"] = len(text)
        reference = event.media.reference if event.media is not None else None
        if event.media is not None and reference and len(reference) <= LONGEST_REFERENCE:
            detail |= {"media": "WAITING", "file_name": clean(event.media.file_name, LONGEST_FILE_NAME)}
        elif event.media is not None:
            detail, reference = detail | {"media": "GONE"}, None
        if event.is_backlog and not event.is_from_us:
            detail |= {"backlog": True, "held": True}
        return cls(
            account_id,
            event,
            clean(event.chat, LONGEST_CHAT),
            clean(event.whatsapp_id, LONGEST_ID),
            text[:LONGEST_TEXT],
            detail,
            reference,
        )

    def message(self, customer: Customer, conversation: Conversation, moment: datetime) -> Message:
        quoted = self.event.quoted_whatsapp_id
        return Message(
            account_id=self.account_id,
            customer_id=customer.id,
            conversation_id=conversation.id,
            direction=Direction.OUTBOUND if self.event.is_from_us else Direction.INBOUND,
            author=MessageAuthor.PHONE if self.event.is_from_us else MessageAuthor.CUSTOMER,
            kind=self.event.kind,
            state=MessageState.SENT if self.event.is_from_us else MessageState.RECEIVED,
            chat=self.chat,
            whatsapp_id=self.whatsapp_id,
            quoted_whatsapp_id=clean(quoted, LONGEST_ID) if quoted else None,
            text=self.text,
            detail=dict(self.detail),
            media_reference=self.media_reference,
            # A phone whose clock runs ahead must not make its words newer than all others.
            sent_at=min(self.event.sent_at, moment),
            created_at=moment,
        )


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

    async def take(self, account_id: int, event: ChatEvent) -> None:
        match event:
            case MessageReceived():
                # Groups, status and newsletters are no customers.
                if event.chat_kind is ChatKind.PERSON:
                    await self._take_message(_Arrival.of(account_id, event))
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
                pass
            case BacklogCompleted():
                await self._release_all(account_id)
            case _:
                assert_never(event)

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
            rows = await work.fetch(
                "select coalesce(merged_into_id, id) as id from customers "
                "where account_id = $1 and (lid = $2 or chat = $3) order by lid = $2 desc, id limit 1",
                account_id,
                clean(event.sender_lid, LONGEST_CHAT),
                clean(event.chat, LONGEST_CHAT),
            )
            if rows and (conversation_id := await current_of(work, rows[0]["id"])) is not None:
                work.append(CustomerTyping(conversation_id, rows[0]["id"], account_id, event.is_typing))

    async def _take_message(self, arrival: _Arrival) -> None:
        settings = await self._settings.read()
        async with self._database.unit_of_work() as work:
            if await _known(work, arrival) is not None:
                return
            if arrival.event.is_from_us:
                await self._store_own(work, arrival, settings)
            else:
                await self._store(work, arrival, settings)

    # --- A customer's message ----------------------------------------------------------------------------------------

    async def _store(self, work: UnitOfWork, arrival: _Arrival, settings: ShopSettings) -> None:
        event = arrival.event
        customer = await self._customers.find_or_create(
            work,
            account_id=arrival.account_id,
            lid=clean(event.sender_lid, LONGEST_CHAT),
            phone=clean(event.sender_phone, LONGEST_PHONE) if event.sender_phone else None,
            chat=arrival.chat,
            profile_name=event.profile_name,
        )
        if await _known(work, arrival) is not None:
            return
        conversation = await self._place_for(work, customer, event.kind)
        message = arrival.message(customer, conversation, work.now)
        await self._amendments.take_up(work, message)
        is_question = event.kind is not MessageKind.REACTION and message.revoked_at is None
        is_flooded = conversation.answered_by is AnsweredBy.PAUSED and conversation.attention is AttentionReason.FLOOD
        message.is_settled = customer.blocked_at is not None or not is_question or is_flooded
        if message.is_settled:
            message.detail.pop("held", None)
        await message.save(using_db=work.connection)
        note_added(work, message)
        await _touch(work, conversation, message)
        if not message.is_settled:
            await self._call_assistant(work, conversation, message, settings)

    async def _place_for(self, work: UnitOfWork, customer: Customer, kind: MessageKind) -> Conversation:
        """A thumb under an old message is no reason to open a new conversation."""
        if kind is MessageKind.REACTION and (newest := await _newest(work, customer.id)) is not None:
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

    # --- A message from our own side ---------------------------------------------------------------------------------

    async def _store_own(self, work: UnitOfWork, arrival: _Arrival, settings: ShopSettings) -> None:
        """Typed by a person on the phone. What we sent ourselves comes back too, and is no news."""
        lid = clean(arrival.event.sender_lid, LONGEST_CHAT)
        customer = (
            await Customer.filter(account_id=arrival.account_id)
            .filter(lid__in=[lid, arrival.chat])
            .using_db(work.connection)
            .select_for_update()
            .first()
        ) or await Customer.filter(account_id=arrival.account_id, chat=arrival.chat).using_db(work.connection).order_by(
            "id"
        ).select_for_update().first()
        if customer is None:
            # They write to somebody who never wrote to the shop: none of its business.
            return
        if customer.merged_into_id is not None:
            customer = await self._customers.lock(work, customer.merged_into_id)
        if await _known(work, arrival) is not None:
            return
        if await _is_ours(work, arrival, customer):
            return
        conversation = await _newest(work, customer.id) or await self._conversations.open_for(work, customer)
        message = arrival.message(customer, conversation, work.now)
        await self._amendments.take_up(work, message)
        await message.save(using_db=work.connection)
        note_added(work, message)
        await _touch(work, conversation, message)
        assert message.sent_at is not None  # noqa: S101 - every message that arrives has it
        keeps_for = timedelta(minutes=settings.ai_resume_minutes)
        if keeps_for and message.sent_at + keeps_for <= work.now:
            # Typed while we were away, and the person's time is over already: it only answers what came before it.
            await work.execute(
                "update messages set is_settled = true where customer_id = $1 and direction = 'INBOUND' "
                "and not is_settled and sent_at <= $2",
                customer.id,
                message.sent_at,
            )
        else:
            await self._conversations.note_human_on_phone(work, conversation)


async def _known(work: UnitOfWork, arrival: _Arrival) -> Message | None:
    return (
        await Message.filter(account_id=arrival.account_id, chat=arrival.chat, whatsapp_id=arrival.whatsapp_id)
        .using_db(work.connection)
        .first()
    )


async def _newest(work: UnitOfWork, customer_id: int) -> Conversation | None:
    conversations = Conversation.filter(id=await current_of(work, customer_id)).using_db(work.connection)
    return await conversations.select_for_update().first()


async def _touch(work: UnitOfWork, conversation: Conversation, message: Message) -> None:
    conversation.last_message_at = work.now
    if message.direction is Direction.INBOUND:
        before = conversation.last_customer_message_at
        conversation.last_customer_message_at = (
            max(before, message.sent_at) if before and message.sent_at else (message.sent_at)
        )
        if message.kind is not MessageKind.REACTION:
            conversation.unread_count += 1
    await conversation.save(
        using_db=work.connection, update_fields=["last_message_at", "last_customer_message_at", "unread_count"]
    )


async def _is_ours(work: UnitOfWork, arrival: _Arrival, customer: Customer) -> bool:
    """Whether the echo is of a message whose sending was cut off: then it was sent after all."""
    sent = (
        await Message.filter(
            customer_id=customer.id,
            direction=Direction.OUTBOUND,
            state__in=[MessageState.AMBIGUOUS, MessageState.SENDING],
            whatsapp_id=None,
            text=arrival.text,
        )
        .using_db(work.connection)
        .order_by("id")
        .select_for_update()
        .first()
    )
    if sent is None:
        return False
    if sent.state is MessageState.AMBIGUOUS:
        sent.state, sent.whatsapp_id = MessageState.SENT, arrival.whatsapp_id
        sent.sent_at = min(arrival.event.sent_at, clock.now())
        await sent.save(using_db=work.connection, update_fields=["state", "whatsapp_id", "sent_at"])
        note_changed(work, sent)
    return True
