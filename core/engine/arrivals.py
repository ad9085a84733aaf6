"""A message as it came, cleaned; and what of it is known already."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.conversation_records import current_of
from core.database import UnitOfWork
from core.engine.identities import jid_of
from core.texts import clean, clean_json
from core.whatsapp.gateway import MessageReceived
from models.conversations import Conversation, Direction, Message, MessageAuthor, MessageKind, MessageState
from models.customers import Customer

LONGEST_TEXT = 16_384
LONGEST_ID = 128
LONGEST_CHAT = 80
LONGEST_PHONE = 32
LONGEST_FILE_NAME = 200
# What is no file any more when it is longer than this.
LONGEST_REFERENCE = 65_536


@dataclass(frozen=True, slots=True)
class Arrival:
    """Also what a person typed on our own phone (`event.is_from_us`)."""

    account_id: int
    event: MessageReceived
    chat: str
    whatsapp_id: str
    text: str
    detail: dict[str, Any]
    media_reference: bytes | None

    @classmethod
    def of(cls, account_id: int, event: MessageReceived) -> "Arrival":
        text = clean(event.text, len(event.text))
        detail: dict[str, Any] = clean_json(dict(event.detail), LONGEST_TEXT)
        if len(text) > LONGEST_TEXT:
            detail["cut_from"] = len(text)
        reference = event.media.reference if event.media is not None else None
        if event.media is not None and reference and len(reference) <= LONGEST_REFERENCE:
            detail |= {"media": "WAITING", "file_name": clean(event.media.file_name, LONGEST_FILE_NAME)}
        elif event.media is not None:
            detail, reference = detail | {"media": "GONE"}, None
        if event.is_history:
            detail["history"] = True
        elif event.is_backlog and not event.is_from_us:
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

    @property
    def lid(self) -> str:
        return clean(self.event.sender_lid, LONGEST_CHAT)

    @property
    def phone(self) -> str | None:
        return clean(self.event.sender_phone, LONGEST_PHONE) if self.event.sender_phone else None

    def chats(self, customer: Customer | None = None) -> set[str]:
        """Those that this message may be known in."""
        chats = {self.chat, self.lid, *(jid_of(phone) for phone in (self.phone, customer and customer.phone) if phone)}
        return chats if customer is None else chats | {customer.lid, customer.chat}

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


async def known(work: UnitOfWork, arrival: Arrival, customer: Customer | None = None) -> bool:
    """Whether it is stored already, be it under the other id of the same person."""
    chats = arrival.chats(customer)
    messages = Message.filter(account_id=arrival.account_id, chat__in=chats, whatsapp_id=arrival.whatsapp_id)
    return await messages.using_db(work.connection).exists()


async def touch(work: UnitOfWork, conversation: Conversation, message: Message) -> None:
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


async def newest_of(work: UnitOfWork, customer_id: int) -> Conversation | None:
    conversations = Conversation.filter(id=await current_of(work, customer_id)).using_db(work.connection)
    return await conversations.select_for_update().first()
