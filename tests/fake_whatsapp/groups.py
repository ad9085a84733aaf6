"""Groups, the status of one's contacts, and channels: one writes, many read."""

import time
from dataclasses import dataclass, field

from tests.fake_whatsapp.binary_xml import Node, Value, leaf, node
from tests.fake_whatsapp.companion import Companion, Original
from tests.fake_whatsapp.jid import STATUS, Jid
from tests.fake_whatsapp.people import Person, kind_of, media_type_of, new_id
from tests.fake_whatsapp.phone import Phone
from tests.fake_whatsapp.protos import e2e
from tests.fake_whatsapp.sender_keys import OwnSenderKey


class _Room:
    """Where members write with sender keys."""

    def __init__(self, jid: Jid) -> None:
        self.jid = jid
        self._keys: dict[str, OwnSenderKey] = {}
        self._told: set[tuple[str, str]] = set()

    def _send(self, writer: Person, companion: Companion, message: e2e.Message, frame: Node) -> None:
        """The text sealed for all, and before it, once, the key to it sealed for this one."""
        key = self._keys.setdefault(writer.number, OwnSenderKey())
        plain = message.SerializeToString()
        seals: list[Node] = []
        if (writer.number, companion.name) not in self._told:
            self._told.add((writer.number, companion.name))
            told = e2e.Message()
            told.senderKeyDistributionMessage.groupID = str(self.jid)
            told.senderKeyDistributionMessage.axolotlSenderKeyDistributionMessage = key.distribution()
            seals.append(companion.seal(writer.device, told.SerializeToString()))
        seals.append(leaf("enc", key.encrypt(plain), v="2", type="skmsg", mediatype=media_type_of(message)))
        companion.remember(Original(writer.device, plain, frame))
        companion.push(Node(frame.tag, frame.attributes, seals))

    def _frame(self, writer: Person, message: e2e.Message) -> Node:
        return node(
            "message",
            from_=self.jid,
            participant=writer.jid,
            **writer.other_address("participant"),
            addressing_mode=str(writer.addressing),
            id=new_id(),
            t=int(time.time()),
            notify=writer.name,
            type=kind_of(message),
        )


class Group(_Room):
    """Phones among the members get what others write, on all their companions."""

    def __init__(self, jid: Jid, subject: str, members: list[Person]) -> None:
        super().__init__(jid)
        self.subject = subject
        self.members = members

    def write(self, writer: Person, what: str | e2e.Message) -> str:
        message = e2e.Message(conversation=what) if isinstance(what, str) else what
        frame = self._frame(writer, message)
        for member in self.members:
            if isinstance(member, Phone) and member is not writer:
                for companion in member.companions.values():
                    self._send(writer, companion, message, frame)
        return frame.text("id")

    def description(self) -> Node:
        """What WhatsApp tells about the group to those who ask."""
        participants = [
            node("participant", jid=member.lid_jid, phone_number=member.phone_jid, lid=member.lid_jid)
            for member in self.members
        ]
        creator = self.members[0].lid_jid if self.members else None
        attributes: dict[str, Value | int | None] = {"creator": creator, "creation": 1, "s_t": 1, "s_o": creator}
        return node(
            "group",
            *participants,
            id=self.jid.user,
            subject=self.subject,
            addressing_mode="lid",
            size=len(self.members),
            **attributes,
        )


class Status(_Room):
    """What somebody shows to their contacts for a day."""

    def __init__(self) -> None:
        super().__init__(STATUS)

    def post(self, writer: Person, viewer: Phone, what: str | e2e.Message) -> str:
        message = e2e.Message(conversation=what) if isinstance(what, str) else what
        frame = self._frame(writer, message)
        for companion in viewer.companions.values():
            self._send(writer, companion, message, frame)
        return frame.text("id")


@dataclass
class Channel:
    """A newsletter: plain text, numbered posts."""

    jid: Jid
    name: str
    posts: list[tuple[str, bytes]] = field(default_factory=list)  # id and message

    def post(self, follower: Phone, what: str | e2e.Message) -> str:
        message = e2e.Message(conversation=what) if isinstance(what, str) else what
        number = new_id()
        self.posts.append((number, message.SerializeToString()))
        stanza = node(
            "message",
            leaf("plaintext", message.SerializeToString()),
            from_=self.jid,
            id=number,
            server_id=100 + len(self.posts),
            t=int(time.time()),
            type=kind_of(message),
        )
        for companion in follower.companions.values():
            companion.push(stanza)
        return number
