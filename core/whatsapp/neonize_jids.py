"""WhatsApp's addresses: of people by LID or phone, of groups, broadcasts and channels."""

import re
from dataclasses import dataclass
from typing import Any

from core.whatsapp.gateway import ChatKind

PHONE_SERVER = "s.whatsapp.net"
LID_SERVER = "lid"

# The same people under other names: of old clients, and of devices that a company hosts.
_SAME_SERVER = {"c.us": PHONE_SERVER, "hosted": PHONE_SERVER, "hosted.lid": LID_SERVER}

# What is in no table is a person: better a chat too many than a customer who is not heard.
_KINDS = {
    "g.us": ChatKind.GROUP,
    "broadcast": ChatKind.STATUS,
    "newsletter": ChatKind.NEWSLETTER,
    "bot": ChatKind.NEWSLETTER,  # a machine, which would answer the assistant for ever
}

# WhatsApp's own announcements, its old support number, and its assistants under numbers.
_MACHINES = re.compile(r"0|16505361212|1313555\d{4}|131655500\d{2}")

_USER = re.compile(r"[0-9A-Za-z_-]{1,64}(\.[0-9A-Za-z_-]{1,16})?")
_PHONE = re.compile(r"[1-9][0-9]{4,19}")


@dataclass(frozen=True, slots=True)
class Jid:
    """An address without the device; a message goes to all devices of the person anyway."""

    user: str
    server: str

    def __str__(self) -> str:
        return f"{self.user}@{self.server}" if self.user else self.server

    @property
    def is_lid(self) -> bool:
        return self.server == LID_SERVER and bool(self.user)

    @property
    def is_phone(self) -> bool:
        return self.server == PHONE_SERVER and bool(_PHONE.fullmatch(self.user))

    @property
    def phone(self) -> str | None:
        return f"+{self.user}" if self.is_phone else None

    @property
    def chat_kind(self) -> ChatKind:
        if self.server == PHONE_SERVER and _MACHINES.fullmatch(self.user):
            return ChatKind.NEWSLETTER
        return _KINDS.get(self.server, ChatKind.PERSON)

    def proto(self) -> Any:
        """As neonize wants it."""
        from neonize.proto import Neonize_pb2

        return Neonize_pb2.JID(
            User=self.user, Server=self.server, RawAgent=0, Device=0, Integrator=0, IsEmpty=not self.server
        )


@dataclass(frozen=True, slots=True)
class Person:
    """One side of a chat, as far as WhatsApp told who it is."""

    lid: Jid | None
    phone: Jid | None
    other: Jid | None = None  # when it is neither

    @property
    def key(self) -> str:
        """The LID where it is known, else the phone's address."""
        return str(self.lid or self.phone or self.other or "")


def person(*jids: Jid | None) -> Person:
    """Of the addresses that WhatsApp gave for the same person."""
    known = [jid for jid in jids if jid]
    return Person(
        lid=next((jid for jid in known if jid.is_lid), None),
        phone=next((jid for jid in known if jid.is_phone), None),
        other=next((jid for jid in known if not jid.is_lid and not jid.is_phone), None),
    )


def parse_jid(text: str) -> Jid | None:
    """`text` as it is stored or as WhatsApp writes it ("123:4@lid"); None when it is no address of somebody."""
    user, at, server = text.strip().rpartition("@")
    user = user.partition(":")[0]
    if not at or not server or not _USER.fullmatch(user):
        return None
    # "123.0:4@…": old clients name an agent before the device.
    user = user.partition(".")[0] if server in {PHONE_SERVER, LID_SERVER, "c.us"} else user
    return Jid(user, _SAME_SERVER.get(server, server)) if user else None


def jid_of(proto: Any) -> Jid | None:
    """Of neonize's JID; None when it is an empty one."""
    user, server = proto.User, proto.Server
    # What is no UTF-8 comes as bytes.
    if not isinstance(user, str) or not isinstance(server, str) or not user or not server:
        return None
    return Jid(user, _SAME_SERVER.get(server, server))
