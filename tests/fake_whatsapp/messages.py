"""What people write besides plain words: WhatsApp's messages, ready to be sealed."""

import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from tests.fake_whatsapp.jid import Jid
from tests.fake_whatsapp.media import Kind, MediaStore, Stored
from tests.fake_whatsapp.people import new_id
from tests.fake_whatsapp.protos import e2e, history

SENDER_EDIT = "1"  # `edit` on the envelope
SENDER_REVOKE = "7"


def text(words: str) -> e2e.Message:
    return e2e.Message(conversation=words)


def reply(words: str, *, to: str, author: Jid, said: e2e.Message) -> e2e.Message:
    """An answer that quotes the message `to`."""
    message = e2e.Message()
    message.extendedTextMessage.text = words
    context = message.extendedTextMessage.contextInfo
    context.stanzaID, context.participant = to, str(author.bare)
    context.quotedMessage.CopyFrom(said)
    return message


def image(media: MediaStore, content: bytes, *, caption: str = "", mime_type: str = "image/jpeg") -> e2e.Message:
    message = e2e.Message()
    _describe(message.imageMessage, media.keep(content, Kind.IMAGE), mime_type)
    message.imageMessage.caption = caption
    return message


def video(media: MediaStore, content: bytes, *, caption: str = "", mime_type: str = "video/mp4") -> e2e.Message:
    message = e2e.Message()
    _describe(message.videoMessage, media.keep(content, Kind.VIDEO), mime_type)
    message.videoMessage.caption = caption
    return message


def audio(media: MediaStore, content: bytes, *, is_voice: bool = True) -> e2e.Message:
    message = e2e.Message()
    _describe(message.audioMessage, media.keep(content, Kind.AUDIO), "audio/ogg; codecs=opus")
    message.audioMessage.PTT = is_voice
    message.audioMessage.seconds = 3
    return message


def document(
    media: MediaStore, content: bytes, *, file_name: str, mime_type: str = "application/pdf", caption: str = ""
) -> e2e.Message:
    message = e2e.Message()
    _describe(message.documentMessage, media.keep(content, Kind.DOCUMENT), mime_type)
    message.documentMessage.fileName = message.documentMessage.title = file_name
    message.documentMessage.caption = caption
    return message


def sticker(media: MediaStore, content: bytes) -> e2e.Message:
    message = e2e.Message()
    _describe(message.stickerMessage, media.keep(content, Kind.IMAGE), "image/webp")
    return message


def _describe(part: e2e.ImageMessage, stored: Stored, mime_type: str) -> None:
    """The fields that all kinds of files share."""
    part.URL, part.directPath, part.mediaKey = stored.url, stored.path, stored.key
    part.fileSHA256, part.fileEncSHA256 = stored.plain_hash, stored.sealed_hash
    part.fileLength, part.mimetype = stored.size, mime_type
    part.mediaKeyTimestamp = int(time.time())


def location(latitude: float, longitude: float, name: str = "") -> e2e.Message:
    message = e2e.Message()
    place = message.locationMessage
    place.degreesLatitude, place.degreesLongitude, place.name = latitude, longitude, name
    return message


def contact(name: str, number: str) -> e2e.Message:
    message = e2e.Message()
    message.contactMessage.displayName = name
    message.contactMessage.vcard = f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:{number}\nEND:VCARD"
    return message


def reaction(emoji: str, *, to: str, chat: Jid, is_theirs: bool = True) -> e2e.Message:
    """To a message in a chat; "" takes it back. `is_theirs`: the message is not of the one who reacts."""
    message = e2e.Message()
    key = message.reactionMessage.key
    key.remoteJID, key.ID, key.fromMe = str(chat), to, not is_theirs
    message.reactionMessage.text = emoji
    message.reactionMessage.senderTimestampMS = int(time.time() * 1000)
    return message


def edited(words: str, *, number: str, chat: Jid) -> e2e.Message:
    """Goes with `edit=SENDER_EDIT`."""
    message = e2e.Message()
    change = message.protocolMessage
    change.type = e2e.ProtocolMessage.MESSAGE_EDIT
    change.key.remoteJID, change.key.ID, change.key.fromMe = str(chat), number, True
    change.editedMessage.conversation = words
    change.timestampMS = int(time.time() * 1000)
    return message


def revoked(*, number: str, chat: Jid) -> e2e.Message:
    """Goes with `edit=SENDER_REVOKE`."""
    message = e2e.Message()
    message.protocolMessage.type = e2e.ProtocolMessage.REVOKE
    key = message.protocolMessage.key
    key.remoteJID, key.ID, key.fromMe = str(chat), number, True
    return message


@dataclass(frozen=True)
class Past:
    """One old message in a chat."""

    words: str
    at: float
    is_mine: bool = False  # of the phone whose history it is


def history_of(media: MediaStore, chats: Sequence[tuple[Jid, str, Sequence[Past]]]) -> e2e.Message:
    """What a phone tells a new device about its chats: with whom, their name, what was said."""
    whole = history.HistorySync(syncType=history.HistorySync.RECENT, chunkOrder=1, progress=100)
    for chat, name, messages in chats:
        conversation = whole.conversations.add(ID=str(chat), name=name)
        for past in messages:
            old = conversation.messages.add().message
            old.key.remoteJID, old.key.fromMe, old.key.ID = str(chat), past.is_mine, new_id()
            old.messageTimestamp = int(past.at)
            old.message.conversation = past.words
            if not past.is_mine:
                old.pushName = name
    stored = media.keep(zlib.compress(whole.SerializeToString()), Kind.HISTORY)
    message = e2e.Message()
    message.protocolMessage.type = e2e.ProtocolMessage.HISTORY_SYNC_NOTIFICATION
    told = message.protocolMessage.historySyncNotification
    told.directPath, told.mediaKey = stored.path, stored.key
    told.fileSHA256, told.fileEncSHA256, told.fileLength = stored.plain_hash, stored.sealed_hash, stored.size
    told.syncType, told.chunkOrder, told.progress = e2e.RECENT, 1, 100
    return message
