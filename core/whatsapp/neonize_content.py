"""One table over all that a message of WhatsApp's may hold, and how each of it is read."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from core.whatsapp import neonize_offers as offers
from core.whatsapp import neonize_talk as talk
from core.whatsapp.neonize_fields import Content, words
from core.whatsapp.neonize_offers import Reader, closed, sealed, written_in
from models.conversations import MessageKind

# Wrappers within wrappers; no phone makes more than three.
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Edit:
    """`target` None: the message that carries it has the id of the one it changes."""

    target: str | None
    content: Content
    at_ms: int = 0


@dataclass(frozen=True, slots=True)
class Revoke:
    target: str


@dataclass(frozen=True, slots=True)
class PhoneShared:
    """The sender tells us their phone, which the envelope names."""


@dataclass(frozen=True, slots=True)
class PairsTold:
    """Our own phone tells whose LID is whose phone."""

    payload: bytes


Reading = Content | Edit | Revoke | PhoneShared | PairsTold


class Treatment(Enum):
    WRAPPER = auto()  # holds a message that is read in its place
    EDIT = auto()  # a wrapper around the new words of an old message
    PROTOCOL = auto()  # from program to program; a few of them mean something to people
    NOISE = auto()  # nothing was written


WRAPPER, NOISE = Treatment.WRAPPER, Treatment.NOISE

FIELDS: dict[str, Reader | Treatment] = {
    "conversation": lambda part: Content(MessageKind.TEXT, part),
    "extendedTextMessage": talk.extended_text,
    "imageMessage": talk.image,
    "videoMessage": talk.video,
    "ptvMessage": talk.video_note,
    "audioMessage": talk.audio,
    "documentMessage": talk.document,
    "stickerMessage": talk.sticker,
    "locationMessage": talk.location,
    "liveLocationMessage": talk.live_location,
    "contactMessage": talk.contact,
    "contactsArrayMessage": talk.contacts,
    "reactionMessage": talk.reaction,
    # Chosen, and offered.
    "buttonsResponseMessage": offers.button_reply,
    "templateButtonReplyMessage": offers.template_reply,
    "listResponseMessage": offers.list_reply,
    "interactiveResponseMessage": offers.interactive_reply,
    "pollCreationMessage": offers.poll,
    "pollCreationMessageV2": offers.poll,
    "pollCreationMessageV3": offers.poll,
    "pollCreationMessageV5": offers.poll,
    "pollCreationMessageV6": offers.poll,
    "buttonsMessage": offers.buttons,
    "listMessage": offers.list_offer,
    "interactiveMessage": offers.interactive,
    "templateMessage": offers.template,
    "highlyStructuredMessage": offers.structured,
    "productMessage": offers.product,
    "orderMessage": offers.basket,
    "eventMessage": offers.event,
    "questionResponseMessage": written_in("text"),
    "statusQuestionAnswerMessage": written_in("text"),
    "statusQuotedMessage": written_in("text"),
    # What only a phone can open.
    "groupInviteMessage": closed("groupName", "caption"),
    "newsletterAdminInviteMessage": closed("newsletterName", "caption"),
    "newsletterFollowerInviteMessageV2": closed("newsletterName", "caption"),
    "eventInviteMessage": closed("eventTitle", "caption"),
    "scheduledCallCreationMessage": closed("title"),
    "scheduledCallEditMessage": closed(),
    "stickerPackMessage": closed("name", "caption"),
    "invoiceMessage": closed("note"),
    "sendPaymentMessage": closed(),
    "requestPaymentMessage": closed(),
    "declinePaymentRequestMessage": closed(),
    "cancelPaymentRequestMessage": closed(),
    "paymentInviteMessage": closed(),
    "paymentReminderMessage": closed("description"),
    "splitPaymentMessage": closed("description"),
    "splitPaymentUpdateMessage": closed(),
    "pollResultSnapshotMessage": closed("name"),
    "pollResultSnapshotMessageV3": closed("name"),
    "pollAddOptionMessage": sealed("pollCreationMessageKey"),
    "pollUpdateMessage": sealed("pollCreationMessageKey"),
    "encReactionMessage": sealed("targetMessageKey"),
    "encCommentMessage": sealed("targetMessageKey"),
    "encEventResponseMessage": sealed("eventCreationMessageKey"),
    "secretEncryptedMessage": sealed("targetMessageKey"),
    "conditionalRevealMessage": closed(),
    "placeholderMessage": closed(),
    "richResponseMessage": closed(),
    "musicMessage": closed(),
    "requestPhoneNumberMessage": closed(),
    "chat": closed("displayName"),
    "call": closed(),
    "bcallMessage": closed("caption"),
    "callLogMesssage": closed(),
    "statusStickerInteractionMessage": closed(),
    "messageHistoryBundle": closed(),
    # Around something else.
    "deviceSentMessage": WRAPPER,
    "ephemeralMessage": WRAPPER,
    "viewOnceMessage": WRAPPER,
    "viewOnceMessageV2": WRAPPER,
    "viewOnceMessageV2Extension": WRAPPER,
    "documentWithCaptionMessage": WRAPPER,
    "lottieStickerMessage": WRAPPER,
    "audioStickerMessage": WRAPPER,
    "groupMentionedMessage": WRAPPER,
    "botInvokeMessage": WRAPPER,
    "botForwardedMessage": WRAPPER,
    "botTaskMessage": WRAPPER,
    "associatedChildMessage": WRAPPER,
    "commentMessage": WRAPPER,
    "eventCoverImage": WRAPPER,
    "pollCreationMessageV4": WRAPPER,
    "pollCreationOptionImageMessage": WRAPPER,
    "questionMessage": WRAPPER,
    "questionReplyMessage": WRAPPER,
    "spoilerMessage": WRAPPER,
    "statusAddYours": WRAPPER,
    "statusMentionMessage": WRAPPER,
    "groupStatusMentionMessage": WRAPPER,
    "groupStatusMessage": WRAPPER,
    "groupStatusMessageV2": WRAPPER,
    "newsletterScheduledMessage": WRAPPER,
    "newsletterAdminProfileMessage": WRAPPER,
    "newsletterAdminProfileStatusMessage": WRAPPER,
    "limitSharingMessage": WRAPPER,
    "editedMessage": Treatment.EDIT,
    "protocolMessage": Treatment.PROTOCOL,
    # Keys, settings and notes between programs; an album's pictures come one by one after it.
    "senderKeyDistributionMessage": NOISE,
    "fastRatchetKeySenderKeyDistributionMessage": NOISE,
    "messageContextInfo": NOISE,
    "groupRootKeyShare": NOISE,
    "rootSecretDistributeMessage": NOISE,
    "stickerSyncRmrMessage": NOISE,
    "albumMessage": NOISE,
    "pinInChatMessage": NOISE,
    "keepInChatMessage": NOISE,
    "messageHistoryNotice": NOISE,
    "statusNotificationMessage": NOISE,
    "statusLinkPreviewMetadata": NOISE,
    "acp2SettingMessage": NOISE,
    "botPlatformRegistrationSuccessMessage": NOISE,
}

_VIEW_ONCE = {"viewOnceMessage", "viewOnceMessageV2", "viewOnceMessageV2Extension"}


class Protocol(Enum):
    """What a program's message means to people; by the name of its type, and what is not named here is noise."""

    REVOKE = "REVOKE"
    EDIT = "MESSAGE_EDIT"
    PHONE_SHARED = "SHARE_PHONE_NUMBER"
    PAIRS_TOLD = "LID_MIGRATION_MAPPING_SYNC"
    MENTIONED_IN_STATUS = "STATUS_MENTION_MESSAGE"


def read_message(message: Any, *, depth: int = 0) -> Reading | None:
    """None: nothing was written. Whatever else cannot be read is UNSUPPORTED, with the name of the field."""
    if depth > DEEPEST:
        return _unsupported("wrappers")
    fields = {described.name: part for described, part in message.ListFields()}
    for name, part in fields.items():
        treatment = FIELDS.get(name)
        if treatment is NOISE:
            continue
        if treatment is None:
            return _unsupported(name)
        if not isinstance(treatment, Treatment):
            content = treatment(words(message, name) if name == "conversation" else part)
            return _named(content, name)
        if treatment is Treatment.PROTOCOL:
            return _read_protocol(part, depth)
        return _read_wrapped(name, part, depth)
    return None if fields and not _has_unknown(message) else _unsupported("unknown")


def _read_wrapped(name: str, part: Any, depth: int) -> Reading | None:
    if not part.HasField("message"):
        return _unsupported(name)
    inner = read_message(part.message, depth=depth + 1)
    if not isinstance(inner, Content):
        return inner
    if FIELDS[name] is Treatment.EDIT and inner.kind is not MessageKind.UNSUPPORTED:
        return Edit(None, inner)
    return replace(inner, detail={**inner.detail, "view_once": True}) if name in _VIEW_ONCE else inner


def _read_protocol(part: Any, depth: int) -> Reading | None:
    meaning = _meaning(part)
    if meaning is None:
        return None
    target = words(part.key, "ID")
    match meaning:
        case Protocol.REVOKE:
            return Revoke(target) if target else None
        case Protocol.EDIT:
            content = read_message(part.editedMessage, depth=depth + 1)
            if not target or not isinstance(content, Content) or content.kind is MessageKind.UNSUPPORTED:
                # Words that are not understood must not take the place of those that were.
                return replace(_unsupported("protocolMessage"), quoted=target or None)
            return Edit(target, content, part.timestampMS)
        case Protocol.PHONE_SHARED:
            return PhoneShared()
        case Protocol.PAIRS_TOLD:
            return PairsTold(bytes(part.lidMigrationMappingSyncMessage.encodedMappingPayload))
        case Protocol.MENTIONED_IN_STATUS:
            return _unsupported("statusMentionMessage")


def _meaning(part: Any) -> Protocol | None:
    if not part.HasField("type"):
        # A type younger than these protobufs is an unknown field, and the library says REVOKE, the first it knows.
        names = {described.name for described, _ in part.ListFields()}
        return Protocol.REVOKE if names == {"key"} and not _has_unknown(part) else None
    name = part.DESCRIPTOR.fields_by_name["type"].enum_type.values_by_number[part.type].name
    return next((meaning for meaning in Protocol if meaning.value == name), None)


def _named(content: Content, name: str) -> Content:
    if content.kind is MessageKind.UNSUPPORTED:
        return replace(content, detail={**content.detail, "type": name})
    return content


def _unsupported(name: str) -> Content:
    return Content(MessageKind.UNSUPPORTED, detail={"type": name})


def _has_unknown(message: Any) -> bool:
    """Fields that are younger than the protobufs of this neonize."""
    from google.protobuf.unknown_fields import UnknownFieldSet

    return len(UnknownFieldSet(message)) > 0
