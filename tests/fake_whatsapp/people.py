"""The people at the other end: they write, receive, read and type, each on a phone of their own."""

import os
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tests.fake_whatsapp.binary_xml import Node, Value, node
from tests.fake_whatsapp.companion import Companion, Original
from tests.fake_whatsapp.curve import KeyPair
from tests.fake_whatsapp.jid import LIDS, Jid
from tests.fake_whatsapp.protos import e2e
from tests.fake_whatsapp.records import Records
from tests.fake_whatsapp.sender_keys import TheirSenderKeys
from tests.fake_whatsapp.signal_protocol import Device

if TYPE_CHECKING:
    from tests.fake_whatsapp.phone import Phone


class Addressing(StrEnum):
    """By which of their two names WhatsApp calls somebody."""

    LID = "lid"
    PHONE = "pn"


@dataclass(frozen=True)
class Letter:
    """A message that reached somebody."""

    id: str
    writer: str  # the number that wrote
    chat: Jid
    message: e2e.Message
    edit: str  # "" · 1 message edited · 7 withdrawn by the sender
    media_type: str
    is_from_bot: bool = False  # it carries the mark of a program

    @property
    def text(self) -> str:
        """Its words, wherever this kind of message keeps them."""
        message = self.message
        if message.HasField("protocolMessage") and message.protocolMessage.HasField("editedMessage"):
            message = message.protocolMessage.editedMessage
        return str(
            message.conversation
            or message.extendedTextMessage.text
            or message.imageMessage.caption
            or message.documentMessage.caption
            or message.videoMessage.caption
            or message.reactionMessage.text
        )


@dataclass(frozen=True)
class Receipt:
    """What the program under test told somebody about their messages; type "" is delivered."""

    ids: tuple[str, ...]
    type: str
    reader: str  # the number


@dataclass(frozen=True)
class Typing:
    number: str
    is_typing: bool


def new_id() -> str:
    return "3EB0" + os.urandom(9).hex().upper()


class Person:
    """Somebody with a WhatsApp number. What is set here holds for what comes after."""

    def __init__(self, number: str, lid: str, name: str, identity: KeyPair | None = None) -> None:
        self.number = number  # digits only
        self.lid = lid
        self.name = name
        self.addressing = Addressing.LID
        self.tells_both_addresses = True
        self.has_whatsapp = True
        self.confirms = True  # sends "delivered" for what arrives
        self.reads = False  # and "read" at once
        self.device = Device(identity)
        self.sender_keys = TheirSenderKeys()
        self.letters: Records[Letter] = Records()
        self.receipts: Records[Receipt] = Records()
        self.typing: Records[Typing] = Records()

    @property
    def phone_jid(self) -> Jid:
        return Jid(self.number)

    @property
    def lid_jid(self) -> Jid:
        return Jid(self.lid, LIDS)

    @property
    def jid(self) -> Jid:
        return self.lid_jid if self.addressing is Addressing.LID else self.phone_jid

    def other_address(self, role: str) -> dict[str, Value]:
        """The attribute that tells the other name: `sender_pn`, `participant_lid` ..."""
        if not self.tells_both_addresses:
            return {}
        if self.addressing is Addressing.LID:
            return {f"{role}_pn": self.phone_jid}
        return {f"{role}_lid": self.lid_jid}

    # Writing

    def write(
        self,
        phone: "Phone",
        what: str | e2e.Message,
        *,
        number: str | None = None,
        at: float | None = None,
        edit: str | None = None,
    ) -> str:
        """Write to a number's phone and all its companions; the answer is the message's id.

        `edit` marks changes: messages.SENDER_EDIT, messages.SENDER_REVOKE.
        """
        message = e2e.Message(conversation=what) if isinstance(what, str) else what
        identity = number or new_id()
        frame = node(
            "message",
            from_=self.jid,
            **self.other_address("sender"),
            addressing_mode=str(self.addressing),
            id=identity,
            t=int(at if at is not None else time.time()),
            notify=self.name,
            type=kind_of(message),
            edit=edit,
        )
        for companion in list(phone.companions.values()):
            self.write_to(companion, frame, message)
        return identity

    def write_to(self, companion: Companion, frame: Node, message: e2e.Message) -> None:
        """One companion's copy."""
        plain = message.SerializeToString()
        enc = companion.seal(self.device, plain, mediatype=media_type_of(message))
        companion.remember(Original(self.device, plain, frame))
        companion.push(Node(frame.tag, frame.attributes, [enc]))

    # Everything else

    def acknowledge(self, phone: "Phone", ids: list[str], kind: str | None = None, *, group: Jid | None = None) -> None:
        """A receipt for messages of a number: None is delivered; "read", "played", "server-error" ..."""
        first, *others = ids
        extra = [node("list", *(node("item", id=one) for one in others))] if others else []
        sender: dict[str, Value] = {"from": group, "participant": self.jid} if group else {"from": self.jid}
        for companion in phone.companions.values():
            companion.push(node("receipt", *extra, id=first, type=kind, t=int(time.time()), **sender))

    def type(self, phone: "Phone", *, is_typing: bool = True) -> None:
        state = node("composing") if is_typing else node("paused")
        for companion in phone.companions.values():
            companion.tell(node("chatstate", state, from_=self.jid))

    def appear(self, phone: "Phone", *, is_online: bool = True) -> None:
        for companion in phone.companions.values():
            companion.tell(node("presence", from_=self.jid, type=None if is_online else "unavailable"))

    def receive(self, letter: Letter) -> None:
        """Something arrived."""
        self.letters.add(letter)


def kind_of(message: e2e.Message) -> str:
    """The `type` WhatsApp writes on the envelope."""
    if message.HasField("reactionMessage"):
        return "reaction"
    return "media" if media_type_of(message) else "text"


def media_type_of(message: e2e.Message) -> str | None:
    """The `mediatype` WhatsApp writes on the seal."""
    kinds = {
        "imageMessage": "image",
        "documentMessage": "document",
        "audioMessage": "audio",
        "videoMessage": "video",
        "stickerMessage": "sticker",
        "locationMessage": "location",
        "contactMessage": "vcard",
        "contactsArrayMessage": "contact_array",
    }
    return next((kind for field, kind in kinds.items() if message.HasField(field)), None)
