"""Chats: conversations, their messages, the assistant's turns and the draft of an order."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from models.accounts import WhatsappAccount
from models.base import EMPTY_LIST, Row, enum_field
from models.catalog import Package
from models.customers import Customer
from models.media import MediaFile
from models.staff import Staff


class ConversationStatus(StrEnum):
    ACTIVE = "ACTIVE"
    WAITING_PAYMENT = "WAITING_PAYMENT"
    COMPLETED = "COMPLETED"
    ABANDONED = "ABANDONED"


class AnsweredBy(StrEnum):
    AI = "AI"
    HUMAN = "HUMAN"
    PAUSED = "PAUSED"


class AttentionReason(StrEnum):
    """Why a person should look at a chat."""

    ASKED_FOR_HUMAN = "ASKED_FOR_HUMAN"
    FLOOD = "FLOOD"
    STALE_BACKLOG = "STALE_BACKLOG"
    TURN_FAILED = "TURN_FAILED"
    SEND_FAILED = "SEND_FAILED"
    PROOF_WAITING = "PROOF_WAITING"


class Conversation(Row):
    account: fields.ForeignKeyRelation[WhatsappAccount] = fields.ForeignKeyField(
        "models.WhatsappAccount", related_name="conversations", on_delete=fields.RESTRICT
    )
    account_id: int
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "models.Customer", related_name="conversations"
    )
    customer_id: int
    status: ConversationStatus = enum_field(ConversationStatus, default=ConversationStatus.ACTIVE)
    answered_by: AnsweredBy = enum_field(AnsweredBy, default=AnsweredBy.AI)
    ai_resumes_at: datetime | None = fields.DatetimeField(null=True)
    attention: AttentionReason | None = enum_field(AttentionReason, null=True)
    assigned_to: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="assigned_conversations", null=True, on_delete=fields.SET_NULL
    )
    assigned_to_id: int | None
    # Raised by every change that a reply in the making must notice: a turn commits only on the version it read.
    version = fields.BigIntField(default=0)
    # What the built-in assistant asked last, e.g. {"asked": "package", "service": 3, "choices": [7, 8]}.
    menu: dict[str, Any] = fields.JSONField(default=dict)
    tags: list[str] = fields.JSONField(default=list, db_default=EMPTY_LIST)
    unread_count = fields.IntField(default=0, db_default=0)  # messages of the customer since staff last looked
    # For an AI: what was said before the messages that it is shown whole, up to and with this one.
    summary: str | None = fields.TextField(null=True)
    summary_until: int | None = fields.BigIntField(null=True)
    last_message_at = fields.DatetimeField()
    last_customer_message_at: datetime | None = fields.DatetimeField(null=True)
    closed_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "conversations"
        indexes = (
            Index(fields=("last_message_at", "id")),
            Index(fields=("customer_id", "id")),
            Index(fields=("status", "last_message_at")),
        )


class ConversationNote(Row):
    """Staff to staff; never sent."""

    conversation: fields.ForeignKeyRelation[Conversation] = fields.ForeignKeyField(
        "models.Conversation", related_name="notes"
    )
    conversation_id: int
    staff: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="conversation_notes", null=True, on_delete=fields.SET_NULL
    )
    staff_id: int | None
    text = fields.TextField()

    class Meta:
        table = "conversation_notes"
        indexes = (Index(fields=("conversation_id", "id")),)


class Turn(Row):
    """One answer of the assistant: which messages it read, what it did. The glass box."""

    conversation: fields.ForeignKeyRelation[Conversation] = fields.ForeignKeyField(
        "models.Conversation", related_name="turns"
    )
    conversation_id: int
    answered_with = fields.CharField(max_length=32)  # the provider's type, or BUILT_IN
    finished_at = fields.DatetimeField()
    record: dict[str, Any] = fields.JSONField(default=dict)

    class Meta:
        table = "turns"
        indexes = (Index(fields=("conversation_id", "id")),)


class Direction(StrEnum):
    INBOUND = "INBOUND"
    OUTBOUND = "OUTBOUND"


class MessageAuthor(StrEnum):
    CUSTOMER = "CUSTOMER"
    ASSISTANT = "ASSISTANT"
    STAFF = "STAFF"
    PHONE = "PHONE"  # a person typed on the linked phone itself
    PROGRAM = "PROGRAM"  # told by the program: order news, reminders


class MessageKind(StrEnum):
    TEXT = "TEXT"
    IMAGE = "IMAGE"
    DOCUMENT = "DOCUMENT"
    AUDIO = "AUDIO"
    VIDEO = "VIDEO"
    STICKER = "STICKER"
    LOCATION = "LOCATION"
    CONTACT = "CONTACT"
    REACTION = "REACTION"
    UNSUPPORTED = "UNSUPPORTED"


class MessageState(StrEnum):
    RECEIVED = "RECEIVED"
    QUEUED = "QUEUED"
    SENDING = "SENDING"
    SENT = "SENT"
    DELIVERED = "DELIVERED"
    READ = "READ"
    FAILED = "FAILED"
    AMBIGUOUS = "AMBIGUOUS"  # cut between call and answer; never repeated blindly
    DISCARDED = "DISCARDED"  # still waiting when a person took over, or its number was removed


class Message(Row):
    account: fields.ForeignKeyRelation[WhatsappAccount] = fields.ForeignKeyField(
        "models.WhatsappAccount", related_name="messages", on_delete=fields.RESTRICT
    )
    account_id: int
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField("models.Customer", related_name="messages")
    customer_id: int
    conversation: fields.ForeignKeyRelation[Conversation] = fields.ForeignKeyField(
        "models.Conversation", related_name="messages"
    )
    conversation_id: int
    direction: Direction = enum_field(Direction)
    author: MessageAuthor = enum_field(MessageAuthor)
    kind: MessageKind = enum_field(MessageKind)
    state: MessageState = enum_field(MessageState)
    chat = fields.CharField(max_length=80)  # the JID of the other side
    whatsapp_id = fields.CharField(max_length=128, null=True)
    quoted_whatsapp_id = fields.CharField(max_length=128, null=True)
    text = fields.TextField(default="")  # of media: the caption
    detail: dict[str, Any] = fields.JSONField(default=dict)  # location, contact, reaction, earlier texts of an edit
    media: fields.ForeignKeyNullableRelation[MediaFile] = fields.ForeignKeyField(
        "models.MediaFile", related_name="messages", null=True, on_delete=fields.SET_NULL
    )
    media_id: int | None
    # What WhatsApp wants to hear to give the file out; null once the file is kept or given up.
    media_reference: bytes | None = fields.BinaryField(null=True)
    staff: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="messages", null=True, on_delete=fields.SET_NULL
    )
    staff_id: int | None
    # Of an inbound message: the turn that answered it. Of an outbound one: the turn that wrote it.
    turn: fields.ForeignKeyNullableRelation[Turn] = fields.ForeignKeyField(
        "models.Turn", related_name="messages", null=True, on_delete=fields.SET_NULL
    )
    turn_id: int | None
    # Inbound: nothing is left to answer (answered, left to a person, stale, or no question at all).
    is_settled = fields.BooleanField(default=False)
    # Outbound and not a reply: never sent to a customer who said STOP.
    is_proactive = fields.BooleanField(default=False)
    # Outbound: one row for each thing to be said once, e.g. "order:7:PAID"; unique where set.
    said_once_key = fields.CharField(max_length=120, null=True)
    failure = fields.CharField(max_length=200, null=True)
    sent_at: datetime | None = fields.DatetimeField(null=True)  # WhatsApp's time of it
    delivered_at: datetime | None = fields.DatetimeField(null=True)
    read_at: datetime | None = fields.DatetimeField(null=True)
    edited_at: datetime | None = fields.DatetimeField(null=True)
    revoked_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "messages"
        indexes = (
            Index(fields=("conversation_id", "id")),
            Index(fields=("customer_id", "id")),
            Index(fields=("media_id",)),
            Index(fields=("turn_id",)),
        )


class EarlyAmendment(Row):
    """An edit or a revoke that came before its message; the message takes it up when it arrives."""

    account: fields.ForeignKeyRelation[WhatsappAccount] = fields.ForeignKeyField(
        "models.WhatsappAccount", related_name="early_amendments"
    )
    account_id: int
    chat = fields.CharField(max_length=80)
    whatsapp_id = fields.CharField(max_length=128)
    text: str | None = fields.TextField(null=True)  # of an edit; null: revoked
    happened_at = fields.DatetimeField()

    class Meta:
        table = "early_amendments"
        indexes = (Index(fields=("account_id", "chat", "whatsapp_id")),)


class DraftState(StrEnum):
    PROPOSED = "PROPOSED"
    CONFIRMED = "CONFIRMED"
    REPLACED = "REPLACED"
    EXPIRED = "EXPIRED"
    DECLINED = "DECLINED"


class Draft(Row):
    """What the program last summed up to the customer; only a later message of theirs confirms it."""

    conversation: fields.ForeignKeyRelation[Conversation] = fields.ForeignKeyField(
        "models.Conversation", related_name="drafts"
    )
    conversation_id: int
    package: fields.ForeignKeyNullableRelation[Package] = fields.ForeignKeyField(
        "models.Package", related_name="drafts", null=True, on_delete=fields.SET_NULL
    )
    package_id: int | None
    package_name = fields.CharField(max_length=120)
    quantity = fields.IntField()
    unit_amount = fields.BigIntField()  # the price as it was quoted, minor units
    currency = fields.CharField(max_length=3)
    state: DraftState = enum_field(DraftState, default=DraftState.PROPOSED)
    proposed_after_message_id = fields.BigIntField()  # the customer's newest message when it was summed up
    expires_at = fields.DatetimeField()

    class Meta:
        table = "drafts"
        indexes = (Index(fields=("conversation_id", "id")),)
