"""The shop owner's fake phone: it scans, types codes, logs devices out and writes itself."""

import hashlib
import hmac
import time
from base64 import b64decode
from typing import TYPE_CHECKING

from tests.fake_whatsapp.binary_xml import Node, leaf, node
from tests.fake_whatsapp.companion import Companion
from tests.fake_whatsapp.curve import KeyPair, is_signed_by
from tests.fake_whatsapp.faults import PhoneFaults, Refusal
from tests.fake_whatsapp.jid import SERVER, Jid
from tests.fake_whatsapp.pairing import Candidate, PairingFailedError, PrimaryHello
from tests.fake_whatsapp.people import Person, new_id
from tests.fake_whatsapp.protos import adv, e2e

if TYPE_CHECKING:
    from tests.fake_whatsapp.world import World

# whatsmeow's pair.go: what precedes the signed bytes says who signs what.
_ACCOUNT_SIGNATURE = b"\6\0"
_DEVICE_SIGNATURE = b"\6\1"


class Phone(Person):
    """A person with companions: each is a device that a program under test runs."""

    def __init__(self, world: "World", number: str, lid: str, name: str) -> None:
        self.account_key = KeyPair()
        super().__init__(number, lid, name, self.account_key)
        self._world = world
        self._last_device = 0
        self.companions: dict[int, Companion] = {}
        self.faults = PhoneFaults()

    # Linking

    async def scan(self, qr: str, seconds: float = 60) -> Companion:
        """Scan what a program shows and wait until its device is linked and connected."""
        code = qr.rsplit("#", 1)[-1].split(",")  # newer programs show a link with the code behind the #
        if len(code) < 4:
            raise PairingFailedError("This is no QR code of WhatsApp.")
        candidate = self._world.candidate_with(ref=code[0])
        return await self._link(candidate, identity=b64decode(code[2]), secret=b64decode(code[3]), seconds=seconds)

    async def enter_code(self, code: str, seconds: float = 60) -> Companion:
        """Type the eight letters a program shows, and wait likewise."""
        candidate = self._world.candidate_for(self.number)
        assert candidate.request is not None
        hello = await PrimaryHello.make(code.replace("-", "").upper(), candidate.request, self.account_key)
        candidate.expect_finish()
        candidate.connection.send(hello.notification(candidate.connection.next_id()))
        finish = await candidate.finished(seconds)
        identity, secret = hello.read_bundle(finish)
        return await self._link(candidate, identity=identity, secret=secret, seconds=seconds)

    async def _link(self, candidate: Candidate, *, identity: bytes, secret: bytes, seconds: float) -> Companion:
        self._last_device += 1
        companion = Companion(self, self._last_device, identity)
        details = adv.ADVDeviceIdentity(rawID=1, timestamp=int(time.time()), keyIndex=companion.number)
        signed = adv.ADVSignedDeviceIdentity(
            details=details.SerializeToString(), accountSignatureKey=self.account_key.public
        )
        signed.accountSignature = self.account_key.sign(_ACCOUNT_SIGNATURE + signed.details + identity)
        inner = signed.SerializeToString()
        proof = adv.ADVSignedDeviceIdentityHMAC(details=inner, HMAC=hmac.digest(secret, inner, hashlib.sha256))
        self.companions[companion.number] = companion
        connection = candidate.connection
        connection.send(
            node(
                "iq",
                node(
                    "pair-success",
                    leaf("device-identity", proof.SerializeToString()),
                    node("platform", name="android"),
                    node("device", jid=companion.jid, lid=companion.lid),
                ),
                from_=SERVER,
                type="set",
                id=connection.next_id(),
                t=int(time.time()),
            )
        )
        try:
            answer = await candidate.signed_identity(seconds)
            self._check_signature(answer, identity)
            connection.send(node("stream:error", code=515))  # linked: come again with your new name
            await self._world.logins.first(lambda one: one is companion, seconds)
        except (TimeoutError, PairingFailedError) as error:
            self.companions.pop(companion.number, None)
            raise PairingFailedError(f"The device was not linked: {error!r}.") from error
        return companion

    def _check_signature(self, answer: Node, identity: bytes) -> None:
        if answer.text("type") == "error":
            raise PairingFailedError(f"the device refused: {answer.find('error')}")
        signed = adv.ADVSignedDeviceIdentity.FromString(answer.at("pair-device-sign", "device-identity").data)
        message = _DEVICE_SIGNATURE + signed.details + identity + self.account_key.public
        if not is_signed_by(identity, message, signed.deviceSignature):
            raise PairingFailedError("the device's signature is wrong")

    def log_out(self, companion: Companion | None = None) -> None:
        """Remove one device, or all: a connected one hears it now, another at its next login."""
        for one in [companion] if companion else list(self.companions.values()):
            self.companions.pop(one.number, None)
            if one.connection is not None:
                conflict = node("conflict", type="device_removed")
                one.connection.send(node("stream:error", conflict, code=401))
                self._world.close_soon(one.connection)

    # Writing

    def write_myself(self, to: Person | Jid, what: str | e2e.Message, *, at: float | None = None) -> str:
        """The owner answers a customer on the phone; companions get a copy of it."""
        message = e2e.Message(conversation=what) if isinstance(what, str) else what
        recipient = to if isinstance(to, Jid) else to.jid
        copy = e2e.Message()
        copy.deviceSentMessage.destinationJID = str(recipient)
        copy.deviceSentMessage.message.CopyFrom(message)
        others = to.other_address("peer_recipient") if isinstance(to, Person) else {}
        identity = new_id()
        frame = node(
            "message",
            from_=self.lid_jid if recipient.server == "lid" else self.phone_jid,
            recipient=recipient,
            id=identity,
            t=int(at if at is not None else time.time()),
            notify=self.name,
            type="text",
            **others,
        )
        for companion in list(self.companions.values()):
            self.write_to(companion, frame, copy)
        return identity

    def send_to_companions(self, message: e2e.Message) -> str:
        """A message between one's own devices: history, keys."""
        identity = new_id()
        frame = node("message", from_=self.phone_jid, id=identity, t=int(time.time()), type="text", category="peer")
        for companion in list(self.companions.values()):
            self.write_to(companion, frame, message)
        return identity

    # The line

    def ban(self, seconds: int) -> None:
        """Ban the number for a while: its devices are cut off and refused until the time is over."""
        until = time.time() + seconds
        self.faults.login = Refusal(402, code=101, expire=seconds, until=until)
        self.drop()

    def drop(self) -> None:
        """Cut the connections of all its devices."""
        for companion in self.companions.values():
            if companion.connection is not None:
                companion.connection.drop()

    def stream_error(self, code: int | None = None, conflict: str | None = None) -> None:
        """503: WhatsApp restarts; conflict "replaced": another program took the device over."""
        inner = [node("conflict", type=conflict)] if conflict else []
        for companion in self.companions.values():
            if companion.connection is not None:
                companion.connection.send(node("stream:error", *inner, code=code))
                self._world.close_soon(companion.connection)
