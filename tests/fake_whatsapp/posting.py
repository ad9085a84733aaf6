"""The way of what a client writes: messages to people, receipts, typing."""

import logging
import time

from tests.fake_whatsapp.binary_xml import Node, node
from tests.fake_whatsapp.companion import Companion
from tests.fake_whatsapp.jid import GROUPS, LIDS, NEWSLETTERS, PHONES, Jid
from tests.fake_whatsapp.people import Letter, Person, Receipt, Typing
from tests.fake_whatsapp.phone import Phone
from tests.fake_whatsapp.protos import e2e
from tests.fake_whatsapp.records import Records
from tests.fake_whatsapp.world import World

log = logging.getLogger(__name__)


class Posting:
    """`letters` holds all that ever went out, once each, also what nobody got because a fault said so."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.attempts: Records[Node] = Records()
        self.undecryptable: Records[Node] = Records()

    # Messages

    def post(self, companion: Companion, message: Node) -> None:
        self.attempts.add(message)
        faults = companion.phone.faults
        error = faults.next_send_error()
        if error is None:
            self._deliver(companion, message)
        if faults.acknowledges and companion.connection is not None:
            companion.connection.send(
                node(
                    "ack",
                    class_="message",
                    id=message.text("id"),
                    from_=message.jid("to"),
                    t=int(time.time()),
                    error=error,
                )
            )

    def _deliver(self, companion: Companion, message: Node) -> None:
        to = message.jid("to")
        participants = message.find("participants")
        direct, plain = message.find("enc"), message.find("plaintext")
        if plain is not None and to.server == NEWSLETTERS:
            channel = self._world.find_channel(to)
            if channel is not None:
                channel.posts.append((message.text("id"), plain.data))
        for one in participants.children if participants is not None else []:
            self._hand_over(companion, message, one.jid("jid"), one.at("enc"))
        if direct is not None and to.server == GROUPS:
            self._hand_to_group(companion, message, to, direct)
        elif direct is not None and to.server in (PHONES, LIDS):
            self._hand_over(companion, message, to, direct)

    def _hand_over(self, companion: Companion, message: Node, to: Jid, enc: Node) -> None:
        """One device's copy."""
        owner = self._world.owner(to)
        if to.device and isinstance(owner, Phone):
            self._pass_on(companion, message, owner.companions.get(to.device), enc)
            return
        plain = self._open(companion, owner, message, enc)
        if plain is None:
            return
        content = e2e.Message.FromString(plain)
        if content.HasField("senderKeyDistributionMessage"):
            key = content.senderKeyDistributionMessage
            name = f"{key.groupID}/{companion.name}"
            owner.sender_keys.learn(name, key.axolotlSenderKeyDistributionMessage)
            content.ClearField("senderKeyDistributionMessage")
        if content.HasField("deviceSentMessage"):
            content = content.deviceSentMessage.message
        if content.ListFields():
            self._arrive(companion, owner, message, content, enc.text("mediatype"))

    @staticmethod
    def _pass_on(companion: Companion, message: Node, other: Companion | None, enc: Node) -> None:
        """Another companion of the same phone gets its copy as it was sealed."""
        if other is None:
            return
        to = message.jid("to")
        frame = node(
            "message",
            enc,
            from_=companion.lid if to.server == LIDS else companion.jid,
            recipient=to,
            id=message.text("id"),
            t=int(time.time()),
            type=message.text("type"),
        )
        other.push(frame)

    def _hand_to_group(self, companion: Companion, message: Node, to: Jid, enc: Node) -> None:
        group = self._world.find_group(to)
        for member in group.members if group is not None else []:
            if member is companion.phone:
                continue
            plain = member.sender_keys.decrypt(f"{to}/{companion.name}", enc.data)
            self._arrive(companion, member, message, e2e.Message.FromString(plain), enc.text("mediatype"))

    def _open(self, companion: Companion, owner: Person, message: Node, enc: Node) -> bytes | None:
        try:
            return owner.device.decrypt(companion.name, enc.text("type"), enc.data)
        except Exception:  # whatever it is: a test must see it, the others must go on
            log.exception("a message cannot be read")
            self.undecryptable.add(message)
            return None

    def _arrive(
        self, companion: Companion, owner: Person, message: Node, content: e2e.Message, media_type: str
    ) -> None:
        to, number = message.jid("to"), message.text("id")
        is_from_bot = message.find("bot") is not None
        owner.receive(
            Letter(number, companion.phone.number, to, content, message.text("edit"), media_type, is_from_bot)
        )
        if isinstance(owner, Phone):
            if owner is not companion.phone and to.server in (PHONES, LIDS):
                companion.phone.write(owner, content, number=number, edit=message.text("edit") or None)
            return
        group = to if to.server == GROUPS else None
        for wished, kind in ((owner.confirms, None), (owner.reads, "read")):
            if wished:
                owner.acknowledge(companion.phone, [number], kind, group=group)

    # Receipts and typing

    def take_receipt(self, companion: Companion, receipt: Node) -> None:
        kind = receipt.text("type")
        if kind == "retry":
            companion.send_again(receipt)
        else:
            companion.confirm("message", receipt.text("id"))
        items = receipt.find("list")
        ids = (receipt.text("id"), *(item.text("id") for item in (items.children if items else [])))
        to = receipt.jid("to")
        reader = receipt.jid("participant") if "participant" in receipt.attributes else to
        if reader.server in (PHONES, LIDS) and reader.user:
            writer = self._world.owner(reader.bare)
            writer.receipts.add(Receipt(ids, kind, companion.phone.number))
            if isinstance(writer, Phone) and writer is not companion.phone and kind in ("", "inactive", "read"):
                companion.phone.acknowledge(writer, list(ids), kind if kind == "read" else None)
        if companion.connection is not None:
            companion.connection.send(node("ack", class_="receipt", id=receipt.text("id"), type=kind or None, from_=to))

    def take_typing(self, companion: Companion, state: Node) -> None:
        to = state.jid("to")
        if to.server in (PHONES, LIDS):
            is_typing = state.find("composing") is not None
            self._world.owner(to).typing.add(Typing(companion.phone.number, is_typing))
