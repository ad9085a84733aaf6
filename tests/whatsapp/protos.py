"""What WhatsApp tells, as neonize's protobufs."""

import subprocess
import sys
import warnings
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from core.whatsapp.neonize_library import load

# The library asks `uname` when it is imported and does not wait for its end; Python keeps such a program until the
# next one is started.
with warnings.catch_warnings():
    warnings.simplefilter("ignore", ResourceWarning)
    load()
    subprocess.run([sys.executable, "-c", ""], check=True)

N = import_module("neonize.proto.Neonize_pb2")
E2E = import_module("neonize.proto.waE2E.WAWebProtobufsE2E_pb2")
HISTORY = import_module("neonize.proto.waHistorySync.WAWebProtobufsHistorySync_pb2")
MIGRATION = import_module("neonize.proto.waLidMigrationSyncPayload.WAWebProtobufLidMigrationSyncPayload_pb2")

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
AT = datetime(2026, 11, 22, 11, 30, 0, 500_000, tzinfo=UTC)
LID = "111222333@lid"
PHONE_JID = "923001234567@s.whatsapp.net"
PHONE = "+923001234567"
OWN_LID = "999888777@lid"
OWN_PHONE_JID = "923009999999@s.whatsapp.net"
VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ali\r\nitem1.TEL;type=CELL;waid=923007654321:+92 300 7654321\r\n"
    "TEL:042 111 222\r\nEND:VCARD"
)


def jid(text: str = "") -> Any:
    """ "" is the empty one that neonize gives for nobody; a device may stand behind a colon."""
    user, _, server = text.rpartition("@")
    user, _, device = user.partition(":")
    return N.JID(User=user, Server=server, RawAgent=0, Device=int(device or 0), Integrator=0, IsEmpty=not server)


def source(
    *, chat: str = LID, sender: str = f"{LID[:-4]}:7@lid", sender_alt: str = PHONE_JID, is_from_me: bool = False
) -> Any:
    made = N.MessageSource(IsFromMe=is_from_me, IsGroup=chat.endswith(("g.us", "broadcast")))
    made.Chat.CopyFrom(jid(chat))
    made.Sender.CopyFrom(jid(sender))
    made.SenderAlt.CopyFrom(jid(sender_alt))
    made.RecipientAlt.CopyFrom(jid())
    made.BroadcastListOwner.CopyFrom(jid())
    return made


def from_us(*, chat: str = LID, recipient_alt: str = PHONE_JID) -> Any:
    made = source(chat=chat, sender="923009999999:3@s.whatsapp.net", sender_alt=OWN_LID, is_from_me=True)
    made.RecipientAlt.CopyFrom(jid(recipient_alt))
    return made


def event(
    message: Any, *, where: Any = None, whatsapp_id: str = "3EB0A", at_ms: int = int(AT.timestamp() * 1000), **more: Any
) -> Any:
    """`message` in its envelope; `where` is a source."""
    made = N.Message(
        IsEphemeral=False,
        IsViewOnce=more.get("is_view_once", False),
        IsViewOnceV2=False,
        IsViewOnceV2Extension=False,
        IsDocumentWithCaption=False,
        IsLottieSticker=False,
        IsEdit=more.get("is_edit", False),
        UnavailableRequestID="",
        RetryCount=0,
    )
    info = made.Info
    info.MessageSource.CopyFrom(where if where is not None else source())
    info.ID, info.ServerID, info.Type, info.Timestamp = whatsapp_id, 0, "text", at_ms
    info.Pushname = more.get("name", "Ayesha")
    info.Category, info.Multicast, info.MediaType, info.Edit = "", False, "", ""
    if "verified_name" in more:
        info.VerifiedName.Details.verifiedName = more["verified_name"]
    made.Message.CopyFrom(message)
    return over_the_wire(made)


def over_the_wire(message: Any) -> Any:
    """As it comes out of the Go library: bytes."""
    return type(message).FromString(message.SerializePartialToString())


def text(words: str = "Salaam") -> Any:
    return E2E.Message(conversation=words)


def file_fields(**more: Any) -> dict[str, Any]:
    return {
        "URL": "https://mmg.whatsapp.net/v/t62/1.enc?oh=a",
        "directPath": "/v/t62.7118-24/1_n.enc?ccb=11-4&oh=01_Q5&oe=6A",
        "mediaKey": b"k" * 32,
        "fileEncSHA256": b"e" * 32,
        "fileSHA256": b"s" * 32,
        "fileLength": 1234,
        "mimetype": "image/jpeg",
        **more,
    }
