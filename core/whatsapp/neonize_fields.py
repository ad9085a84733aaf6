"""Fields of WhatsApp's protobufs, read so that nothing in them can hurt, and what a message's content comes to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from core.whatsapp.gateway import IncomingMedia, MediaGoneError
from models.conversations import MessageKind

# The kinds of files that whatsmeow downloads, by the message's field. Round videos are fetched as videos.
FILE_FIELDS = ("imageMessage", "videoMessage", "audioMessage", "documentMessage", "stickerMessage")

_KEPT = ("mediaKey", "fileEncSHA256", "fileSHA256", "fileLength", "mimetype")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LONGEST_PATH = 2048
_PATH = re.compile(r"/[!\"$-\[\]-~][!-\"$-\[\]-~]*")
_OWN_HOSTS = ".whatsapp.net"


@dataclass(frozen=True, slots=True)
class Content:
    """Something that was written. `text` holds the sender's own words alone, in whatever language."""

    kind: MessageKind
    text: str = ""
    quoted: str | None = None
    detail: dict[str, object] = field(default_factory=dict)
    media: IncomingMedia | None = None


def legible(value: str | bytes) -> str:
    """A text of a protobuf's: one that is no UTF-8 comes as bytes."""
    return value.decode(errors="replace") if isinstance(value, bytes) else value


def words(part: Any, name: str) -> str:
    return legible(getattr(part, name))


def clean(text: str) -> str:
    """Without what neither PostgreSQL nor a protobuf can hold."""
    return _UNSTORABLE.sub("", text)


def number(part: Any, name: str) -> int:
    """Of a number, of a yes or no, or of a kind; 0 when the message has no such field."""
    return int(getattr(part, name)) if name in part.DESCRIPTOR.fields_by_name else 0


def said(part: Any, kind: MessageKind, text: str = "", **detail: object) -> Content:
    """`part` is the field with what was written; what surrounds it is added."""
    if "contextInfo" not in part.DESCRIPTOR.fields_by_name or not part.HasField("contextInfo"):
        return Content(kind, text, None, detail)
    context = part.contextInfo
    if ad := _advertisement(context.externalAdReply):
        detail["ad"] = ad
    return Content(kind, text, words(context, "stanzaID") or None, detail)


def lines(part: Any, texts: Iterable[str], **detail: object) -> Content:
    """The words that were found; without any, there is nothing to read."""
    text = "\n".join(text for text in texts if text)
    return said(part, MessageKind.TEXT if text else MessageKind.UNSUPPORTED, text, **detail)


def _advertisement(ad: Any) -> dict[str, str]:
    """The one that brought the customer here."""
    url = words(ad, "sourceURL")
    told = {"title": words(ad, "title"), "body": words(ad, "body"), "url": url if url.startswith("https://") else ""}
    return {name: text[:1000] for name, text in told.items() if text}


# --- Files -----------------------------------------------------------------------------------------------------------


def reference_of(kind: str, part: Any) -> bytes | None:
    """What `download` needs later; None when the file cannot be had.

    The sender also names an URL of their choice. This whatsmeow does not fetch it, earlier ones did: it stays behind.
    The path is fetched from WhatsApp's own hosts.
    """
    from neonize.proto.waE2E import WAWebProtobufsE2E_pb2

    path = words(part, "directPath") or _path_of_url(words(part, "URL"))
    if not _is_path(path) or not part.mediaKey or not part.fileEncSHA256:
        return None
    message = WAWebProtobufsE2E_pb2.Message()
    kept = getattr(message, kind)
    for name in _KEPT:
        value = getattr(part, name)
        if isinstance(value, bytes) and name == "mimetype":
            continue
        if part.HasField(name):
            setattr(kept, name, value)
    kept.directPath = path
    return bytes(message.SerializeToString())


def media_message(reference: bytes) -> Any:
    """The message to be downloaded. Raises MediaGoneError for a reference that is none."""
    from google.protobuf.message import DecodeError
    from neonize.proto.waE2E import WAWebProtobufsE2E_pb2

    try:
        message = WAWebProtobufsE2E_pb2.Message.FromString(reference)
    except DecodeError as error:
        raise MediaGoneError from error
    parts = [(described.name, part) for described, part in message.ListFields()]
    if len(parts) != 1 or parts[0][0] not in FILE_FIELDS:
        raise MediaGoneError
    part = parts[0][1]
    if words(part, "URL") or not _is_path(words(part, "directPath")) or not part.mediaKey or not part.fileEncSHA256:
        raise MediaGoneError
    return message


def told_size(reference: bytes) -> int | None:
    """In bytes, as the sender said. Raises MediaGoneError."""
    [(_, part)] = media_message(reference).ListFields()
    return number(part, "fileLength") or None


def _is_path(path: str) -> bool:
    return len(path) <= _LONGEST_PATH and bool(_PATH.fullmatch(path)) and not path.startswith("//")


def _path_of_url(url: str) -> str:
    """Old clients give the address alone; "" when it is not one of WhatsApp's."""
    try:
        parts = urlsplit(url)
        is_own = parts.scheme == "https" and (parts.hostname or "").endswith(_OWN_HOSTS)
    except ValueError:
        return ""
    return f"{parts.path}?{parts.query}" if is_own else ""
