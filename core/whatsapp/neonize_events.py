"""What neonize hears from WhatsApp, in the port's words. Nothing that arrives can make it fail."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, assert_never

import structlog

from core.whatsapp.gateway import (
    BacklogCompleted,
    ChatKind,
    IdentityLearned,
    InboundEvent,
    MessageEdited,
    MessageReceived,
    MessageRevoked,
    ReceiptKind,
    ReceiptReceived,
    TypingChanged,
)
from core.whatsapp.neonize_connection import translate_connection
from core.whatsapp.neonize_content import Edit, PairsTold, PhoneShared, Reading, Revoke, read_message
from core.whatsapp.neonize_fields import Content, clean, legible, words
from core.whatsapp.neonize_jids import LID_SERVER, PHONE_SERVER, Jid, Person, jid_of, parse_jid, person
from models.conversations import MessageKind

logger = structlog.get_logger()

# Played is read with the ears; an inactive device has it all the same. The rest is between our own devices.
RECEIPTS = {
    "DELIVERED": ReceiptKind.DELIVERED,
    "INACTIVE": ReceiptKind.DELIVERED,
    "READ": ReceiptKind.READ,
    "PLAYED": ReceiptKind.READ,
}

# When there was no WhatsApp yet, a clock was not set.
_FIRST_MOMENT = 1_230_768_000
# The time an edit names for itself is finer than the one WhatsApp gives it, and the sender's to choose.
_CLOCKS_DIFFER = timedelta(minutes=10)
MOST_PAIRS = 5000


@dataclass(frozen=True, slots=True)
class _Envelope:
    """Of one message: where it was written, by whom, and when."""

    chat: Jid
    kind: ChatKind
    other_side: Person
    is_from_us: bool
    whatsapp_id: str
    sent_at: datetime
    profile_name: str
    is_backlog: bool = False
    is_history: bool = False


def translate(event: Any, *, now: datetime, is_backlog: bool = False) -> list[InboundEvent]:
    """Any event of neonize's, in the order in which it is to be stored; [] is what means nothing to a shop."""
    match event.DESCRIPTOR.name:
        case "Message":
            return translate_message(event, now=now, is_backlog=is_backlog)
        case "UndecryptableMessage":
            return translate_undecryptable(event, now=now, is_backlog=is_backlog)
        case "Receipt":
            return translate_receipt(event, now=now)
        case "ChatPresence":
            return translate_typing(event)
        case "HistorySync":
            return translate_history(event, now=now)
        case "OfflineSyncCompleted":
            return [BacklogCompleted()]
        case _:
            changed = translate_connection(event, now=now)
            return [changed] if changed else []


def translate_message(event: Any, *, now: datetime, is_backlog: bool = False) -> list[InboundEvent]:
    """Whoever the message is from was told by WhatsApp; what it says of itself is its sender's."""
    envelope = _envelope_of(event.Info, event.Message, now, is_backlog=is_backlog)
    if envelope is None:
        return []
    reading = _read(event.Message)
    # whatsmeow has taken the outer wrappers off, and says so.
    if event.IsViewOnce and isinstance(reading, Content):
        reading = replace(reading, detail={**reading.detail, "view_once": True})
    if event.IsEdit and isinstance(reading, Content):
        reading = Edit(None, reading)
    return list(_told(envelope, reading))


def translate_undecryptable(event: Any, *, now: datetime, is_backlog: bool = False) -> list[InboundEvent]:
    """What WhatsApp gives to phones alone, such as pictures to be seen once, is shown as such.

    What only could not be decrypted is asked for again, and comes as a message.
    """
    is_hidden = event.DecryptFailMode == event.DECRYPT_FAIL_HIDE
    if not event.IsUnavailable or is_hidden:
        return []
    envelope = _envelope_of(event.Info, event.Info, now, is_backlog=is_backlog)
    if envelope is None:
        return []
    # Should it come after all, it comes under its own id.
    envelope = replace(envelope, whatsapp_id=f"{envelope.whatsapp_id}-unseen")
    return list(_told(envelope, Content(MessageKind.UNSUPPORTED, detail={"type": "only_on_phone"})))


def translate_receipt(event: Any, *, now: datetime) -> list[InboundEvent]:
    source = event.MessageSource
    chat = _chat_of(source)
    kind = RECEIPTS.get(event.DESCRIPTOR.fields_by_name["Type"].enum_type.values_by_number[event.Type].name)
    ids = tuple(each for each in (clean(legible(each)) for each in event.MessageIDs) if each)
    # Ours tell what our other devices did.
    if kind is None or chat is None or chat.chat_kind is not ChatKind.PERSON or source.IsFromMe or not ids:
        return []
    return [*_pairs(_other_side(source, chat)), ReceiptReceived(str(chat), ids, kind, moment(event.Timestamp, now))]


def translate_typing(event: Any) -> list[InboundEvent]:
    """Recording a voice note is typing too."""
    source = event.MessageSource
    chat = _chat_of(source)
    if chat is None or chat.chat_kind is not ChatKind.PERSON or source.IsFromMe:
        return []
    state = event.DESCRIPTOR.fields_by_name["State"].enum_type.values_by_number[event.State].name
    return [TypingChanged(str(chat), _other_side(source, chat).key, state == "COMPOSING")]


def translate_history(event: Any, *, now: datetime) -> list[InboundEvent]:
    """What people and the shop wrote before the number was linked, oldest first, after who is who."""
    data = event.Data
    pairs = [pair for mapping in data.phoneNumberToLidMappings for pair in _pair_of(mapping)]
    names = {words(each, "ID"): words(each, "pushname") for each in data.pushnames}
    told: list[InboundEvent] = []
    for conversation in data.conversations:
        chat = parse_jid(words(conversation, "ID"))
        if chat is None or chat.chat_kind is not ChatKind.PERSON:
            continue
        side = person(chat, parse_jid(words(conversation, "lidJID")), parse_jid(words(conversation, "pnJID")))
        pairs.extend(_pairs(side))
        for item in conversation.messages:
            told.extend(_of_history(item.message, chat, side, names, now))
    told.sort(key=_at)
    return [*dict.fromkeys(pairs), *told]


class KnownPairs:
    """Tells each pair of LID and phone once; nearly every message names one."""

    def __init__(self) -> None:
        self._seen: OrderedDict[IdentityLearned, None] = OrderedDict()

    def news(self, events: list[InboundEvent]) -> list[InboundEvent]:
        return [event for event in events if not isinstance(event, IdentityLearned) or self._is_new(event)]

    def _is_new(self, pair: IdentityLearned) -> bool:
        is_new = pair not in self._seen
        self._seen[pair] = None
        self._seen.move_to_end(pair)
        if len(self._seen) > MOST_PAIRS:
            self._seen.popitem(last=False)
        return is_new


def moment(value: int, now: datetime) -> datetime:
    """`value` in seconds or milliseconds; what cannot be true is now."""
    seconds = value / 1000 if value >= 100_000_000_000 else value
    if not _FIRST_MOMENT <= seconds <= now.timestamp():
        return now
    return datetime.fromtimestamp(seconds, UTC)


# --- Where, and who --------------------------------------------------------------------------------------------------


def _envelope_of(info: Any, message: Any, now: datetime, *, is_backlog: bool) -> _Envelope | None:
    """None: nobody wrote it, and there is nobody to answer."""
    source = info.MessageSource
    chat = _chat_of(source)
    if chat is None:
        return None
    return _Envelope(
        chat=chat,
        kind=chat.chat_kind,
        other_side=_other_side(source, chat),
        is_from_us=bool(source.IsFromMe),
        whatsapp_id=_id_of(words(info, "ID"), message),
        sent_at=moment(info.Timestamp, now),
        profile_name="" if source.IsFromMe else _name_of(info),
        is_backlog=is_backlog,
    )


def _chat_of(source: Any) -> Jid | None:
    """Where to answer. What somebody sends to all of their broadcast list came to us alone."""
    chat = jid_of(source.Chat)
    sender = jid_of(source.Sender)
    if chat is None:
        return None if source.IsFromMe else sender
    if chat.server == "broadcast" and chat.user != "status" and not source.IsFromMe and sender is not None:
        return sender
    return chat


def _other_side(source: Any, chat: Jid) -> Person:
    if source.IsFromMe:
        return person(chat, jid_of(source.RecipientAlt))
    return person(jid_of(source.Sender) or chat, jid_of(source.SenderAlt))


def _pairs(side: Person) -> list[InboundEvent]:
    if side.lid is None or side.phone is None:
        return []
    return [IdentityLearned(str(side.lid), str(side.phone), f"+{side.phone.user}")]


def _pair_of(mapping: Any) -> list[InboundEvent]:
    return _pairs(person(parse_jid(words(mapping, "lidJID")), parse_jid(words(mapping, "pnJID"))))


def _pairs_in(payload: bytes) -> list[InboundEvent]:
    from google.protobuf.message import DecodeError
    from neonize.proto.waLidMigrationSyncPayload import WAWebProtobufLidMigrationSyncPayload_pb2 as migration

    try:
        told = migration.LIDMigrationMappingSyncPayload.FromString(payload)
    except DecodeError:
        return []
    return [
        pair
        for mapping in told.pnToLidMappings
        for pair in _pairs(
            person(Jid(str(mapping.latestLid or mapping.assignedLid), LID_SERVER), Jid(str(mapping.pn), PHONE_SERVER))
        )
    ]


# --- What ------------------------------------------------------------------------------------------------------------


def _told(envelope: _Envelope, reading: Reading | None) -> Iterator[InboundEvent]:
    if envelope.kind is ChatKind.PERSON:
        yield from _pairs(envelope.other_side)
    chat, at, is_from_us = str(envelope.chat), envelope.sent_at, envelope.is_from_us
    match reading:
        case None | PhoneShared():
            return
        case PairsTold():
            # Our own phone alone knows; a customer would make themselves another one.
            if is_from_us:
                yield from _pairs_in(reading.payload)
        case Revoke():
            yield MessageRevoked(chat, clean(reading.target), at, is_from_us=is_from_us)
        case Edit():
            if reading.target is None:
                # Its id is the old message's, which may not be here: then this is all there is of it.
                yield _received(envelope, reading.content)
            target = clean(reading.target or "") or envelope.whatsapp_id
            edited_at = _edited_at(reading, at)
            yield MessageEdited(chat, target, reading.content.text, edited_at, is_from_us=is_from_us)
        case Content():
            yield _received(envelope, reading)
        case _:
            assert_never(reading)


def _read(message: Any) -> Reading | None:
    try:
        return read_message(message)
    except Exception as error:
        # One message must not end the line of a number, nor be lost. What is in it is not for the log.
        logger.exception("message_not_read", error=type(error).__name__)
        return Content(MessageKind.UNSUPPORTED, detail={"type": "unreadable"})


def _received(envelope: _Envelope, content: Content) -> MessageReceived:
    side = envelope.other_side
    return MessageReceived(
        chat_kind=envelope.kind,
        chat=str(envelope.chat),
        sender_lid=side.key,
        whatsapp_id=envelope.whatsapp_id,
        sent_at=envelope.sent_at,
        kind=content.kind,
        text=content.text,
        sender_phone=side.phone.phone if side.phone else None,
        profile_name=envelope.profile_name,
        quoted_whatsapp_id=content.quoted,
        detail=content.detail,
        media=content.media,
        is_from_us=envelope.is_from_us,
        is_backlog=envelope.is_backlog,
        is_history=envelope.is_history,
    )


def _of_history(web: Any, chat: Jid, side: Person, names: dict[str, str], now: datetime) -> Iterator[InboundEvent]:
    """A stub instead of a message is WhatsApp's own note: a call missed, a number changed."""
    if not web.HasField("message"):
        return
    is_from_us = bool(web.key.fromMe)
    envelope = _Envelope(
        chat=chat,
        kind=ChatKind.PERSON,
        other_side=side,
        is_from_us=is_from_us,
        whatsapp_id=_id_of(words(web.key, "ID"), web.message),
        sent_at=moment(web.messageTimestamp, now),
        profile_name="" if is_from_us else words(web, "pushName") or names.get(str(chat), ""),
        is_history=True,
    )
    yield from (event for event in _told(envelope, _read(web.message)) if not isinstance(event, IdentityLearned))


def _edited_at(edit: Edit, at: datetime) -> datetime:
    own = moment(edit.at_ms, at + _CLOCKS_DIFFER)
    return own if edit.at_ms and abs(own - at) < _CLOCKS_DIFFER else at


def _at(event: InboundEvent) -> datetime:
    match event:
        case MessageReceived():
            return event.sent_at
        case MessageEdited():
            return event.edited_at
        case MessageRevoked():
            return event.revoked_at
        case _:
            raise AssertionError(event)  # no other comes from history


def _name_of(info: Any) -> str:
    """As they call themselves, or the name that WhatsApp has checked."""
    return words(info, "Pushname") or words(info.VerifiedName.Details, "verifiedName")


def _id_of(text: str, message: Any) -> str:
    """Real messages have one; two without would be taken for the same."""
    return clean(text) or f"none-{hashlib.sha256(message.SerializePartialToString()).hexdigest()[:32]}"
