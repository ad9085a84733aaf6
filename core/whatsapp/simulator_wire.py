"""How the simulated network writes down what it carries: events as plain JSON, and back."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import orjson

from core.errors import InvalidInputError
from core.whatsapp.gateway import (
    BacklogCompleted,
    ChatKind,
    IdentityLearned,
    InboundEvent,
    IncomingMedia,
    MediaGoneError,
    MessageEdited,
    MessageReceived,
    MessageRevoked,
    ReceiptKind,
    ReceiptReceived,
    TypingChanged,
)
from models.conversations import MessageKind


class Wire(StrEnum):
    """The `type` of what is on its way."""

    # To the number.
    MESSAGE = "message"
    EDIT = "edit"
    REVOKE = "revoke"
    RECEIPT = "receipt"
    TYPING = "typing"
    IDENTITY = "identity"
    BACKLOG_COMPLETED = "backlog_completed"
    ACCEPTED = "accepted"  # a message of ours that the network took; the number gets its acknowledgement
    # From the phone or from WhatsApp, once.
    SCAN = "scan"
    LOG_OUT = "log_out"
    REPLACED = "replaced"
    # How the network is, until it is restored or `until`.
    BANNED = "banned"
    DROPPED = "dropped"
    HELD = "held"
    # What becomes of one send.
    REJECT_SEND = "reject_send"
    CUT_SEND = "cut_send"
    REFUSE_SEND = "refuse_send"


CONDITIONS = (Wire.BANNED, Wire.DROPPED, Wire.HELD)
FAULTS = (Wire.REJECT_SEND, Wire.CUT_SEND, Wire.REFUSE_SEND)
CONTROLS = (Wire.SCAN, Wire.LOG_OUT, Wire.REPLACED, *CONDITIONS)


def written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def read_moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def until_of(event: dict[str, Any]) -> datetime | None:
    until = event.get("until")
    return read_moment(until) if until else None


def to_inbound(event: dict[str, Any], *, is_backlog: bool) -> InboundEvent:
    """Raises InvalidInputError for what this network never wrote."""
    try:
        return _to_inbound(event, is_backlog=is_backlog)
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidInputError("This is nothing the simulated network carries.", field="event") from error


def _to_inbound(event: dict[str, Any], *, is_backlog: bool) -> InboundEvent:
    match Wire(event["type"]):
        case Wire.MESSAGE:
            return _to_message(event, is_backlog=is_backlog)
        case Wire.EDIT:
            return MessageEdited(event["chat"], event["whatsapp_id"], event["text"], read_moment(event["at"]))
        case Wire.REVOKE:
            return MessageRevoked(event["chat"], event["whatsapp_id"], read_moment(event["at"]))
        case Wire.RECEIPT:
            return ReceiptReceived(
                event["chat"], tuple(event["whatsapp_ids"]), ReceiptKind(event["kind"]), read_moment(event["at"])
            )
        case Wire.TYPING:
            # Whoever typed while the number was away types no more.
            return TypingChanged(event["chat"], event["lid"], bool(event["is_typing"]) and not is_backlog)
        case Wire.IDENTITY:
            return IdentityLearned(event["lid"], event["phone_jid"], event["phone"])
        case Wire.ACCEPTED:
            return ReceiptReceived(
                event["chat"], (event["whatsapp_id"],), ReceiptKind.DELIVERED, read_moment(event["at"])
            )
        case Wire.BACKLOG_COMPLETED:
            return BacklogCompleted()
        case other:
            raise ValueError(other)


def _to_message(event: dict[str, Any], *, is_backlog: bool) -> MessageReceived:
    return MessageReceived(
        chat_kind=ChatKind(event["chat_kind"]),
        chat=event["chat"],
        sender_lid=event["lid"],
        whatsapp_id=event["whatsapp_id"],
        sent_at=read_moment(event["sent_at"]),
        kind=MessageKind(event["kind"]),
        text=event["text"],
        sender_phone=event.get("phone"),
        profile_name=event.get("profile_name", ""),
        quoted_whatsapp_id=event.get("quoted"),
        detail=event.get("detail") or {},
        media=_media(event) if event.get("media_id") is not None else None,
        is_from_us=event.get("is_from_us", False),
        is_backlog=is_backlog or event.get("is_backlog", False),
        is_history=event.get("is_history", False),
    )


def _media(event: dict[str, Any]) -> IncomingMedia:
    size: int | None = event.get("size")
    reference = orjson.dumps({"media_id": int(event["media_id"]), "size": size})
    return IncomingMedia(reference, event.get("content_type", ""), event.get("file_name", ""), size)


def read_reference(reference: bytes) -> tuple[int, int]:
    """The file's id and the announced size. Raises MediaGoneError for what this network never gave out."""
    try:
        told = orjson.loads(reference)
        return int(told["media_id"]), int(told["size"] or 0)
    except (KeyError, TypeError, ValueError) as error:
        raise MediaGoneError from error
