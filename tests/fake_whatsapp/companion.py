"""A device linked to a phone, as WhatsApp's servers know it: public keys, connection, what still waits for it."""

import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.fake_whatsapp.binary_xml import Node, leaf, node
from tests.fake_whatsapp.connection import Connection
from tests.fake_whatsapp.jid import LIDS, SERVER, Jid
from tests.fake_whatsapp.records import Records
from tests.fake_whatsapp.signal_protocol import Device, PreKeyBundle

if TYPE_CHECKING:
    from tests.fake_whatsapp.phone import Phone

_FEW_KEYS = 10


@dataclass(frozen=True)
class Original:
    """What a message said before it was sealed, for a client that could not read it."""

    device: Device
    plain: bytes
    frame: Node  # without its content


class Companion:
    """Whatever is sent to it waits until it is confirmed, over any number of connections."""

    def __init__(self, phone: "Phone", number: int, identity: bytes) -> None:
        self.phone = phone
        self.number = number
        self.identity = identity
        self.registration = 0
        self.signed_id, self.signed, self.signature = 0, b"", b""
        self.one_time: dict[int, bytes] = {}
        self.connection: Connection | None = None
        self.is_active = False  # logged in, and ready for what waited
        self.confirmed: Records[str] = Records()  # ids of messages, receipts and notifications
        self._waiting: OrderedDict[tuple[str, str], Node] = OrderedDict()
        self._originals: dict[str, Original] = {}

    @property
    def name(self) -> str:
        """What others call it in their sessions."""
        return f"{self.phone.number}:{self.number}"

    @property
    def jid(self) -> Jid:
        return Jid(self.phone.number, device=self.number)

    @property
    def lid(self) -> Jid:
        return Jid(self.phone.lid, LIDS, self.number)

    @property
    def waiting(self) -> int:
        """How many messages, receipts and notifications it has not confirmed."""
        return len(self._waiting)

    # Keys

    def take_bundle(self) -> PreKeyBundle:
        """Its published keys, with a one-time key as long as there is one."""
        one_time_id, one_time = self.one_time.popitem() if self.one_time else (None, None)
        if len(self.one_time) == _FEW_KEYS:
            count = node("count", value=_FEW_KEYS)
            self.push(
                node("notification", count, type="encrypt", id=f"few-{time.monotonic_ns()}", t=_now(), from_=SERVER)
            )
        return PreKeyBundle(self.registration, self.identity, self.signed_id, self.signed, one_time_id, one_time)

    def seal(self, device: Device, plain: bytes, **attributes: str | None) -> Node:
        """`<enc>` with what somebody's device writes to this companion."""
        if not device.knows(self.name):
            device.meet(self.name, self.take_bundle())
        kind, sealed = device.encrypt(self.name, plain)
        return leaf("enc", sealed, v="2", type=kind, **attributes)

    # Delivery

    def push(self, stanza: Node) -> None:
        """Send now, or as soon as it is there again; repeat at every login until it is confirmed."""
        self._waiting[stanza.tag, stanza.text("id")] = stanza
        if self.connection is not None and self.is_active:
            self.connection.send(stanza)

    def tell(self, stanza: Node) -> None:
        """Send if it is there now: typing, presence."""
        if self.connection is not None and self.is_active:
            self.connection.send(stanza)

    def remember(self, original: Original) -> None:
        self._originals[original.frame.text("id")] = original

    def confirm(self, kind: str, number: str) -> None:
        if self._waiting.pop((kind, number), None) is not None:
            self.confirmed.add(number)

    def activate(self) -> None:
        """Hand out what waited, as WhatsApp does after a login."""
        self.is_active = True
        assert self.connection is not None
        counts = dict.fromkeys(("message", "receipt", "notification"), 0)
        for kind, _ in self._waiting:
            counts[kind] += 1
        total = sum(counts.values())
        if total:
            preview = node("offline_preview", count=total, appdata=0, **counts)
            self.connection.send(node("ib", preview, from_=SERVER))
        for position, stanza in enumerate(list(self._waiting.values())):
            again = Node(stanza.tag, {**stanza.attributes, "offline": str(min(position, 9))}, stanza.content)
            self.connection.send(again)
        self.connection.send(node("ib", node("offline", count=total), from_=SERVER))

    def send_again(self, receipt: Node) -> None:
        """The companion could not read a message: seal it anew, with the keys it sent along or published."""
        original = self._originals.get(receipt.text("id"))
        if original is None:
            return
        registration, keys = receipt.find("registration"), receipt.find("keys")
        if registration is not None:
            self.registration = registration.number
        bundle = self._enclosed(keys) if keys is not None else self.take_bundle()
        original.device.meet(self.name, bundle)
        enc = self.seal(original.device, original.plain)
        self.push(Node("message", original.frame.attributes, [enc]))

    def _enclosed(self, keys: Node) -> PreKeyBundle:
        self.identity = keys.at("identity").data
        signed, one_time = keys.at("skey"), keys.find("key")
        return PreKeyBundle(
            self.registration,
            self.identity,
            signed.at("id").number,
            signed.at("value").data,
            one_time.at("id").number if one_time is not None else None,
            one_time.at("value").data if one_time is not None else None,
        )


def _now() -> int:
    return int(time.time())
