"""Signal's conversations between two devices: X3DH to begin with, the double ratchet from then on.

By Signal's papers (https://signal.org/docs/specifications/x3dh/ and .../doubleratchet/); the messages' form, version 3,
and the labels are those of libsignal (WhisperTextProtocol.proto). The padding around the text is WhatsApp's.
"""

import hmac
import os
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.fake_whatsapp.curve import KeyPair, derive
from tests.fake_whatsapp.wire import Fields, pack

VERSION = b"\x33"  # this one and the oldest understood, 3 and 3
_MAC_SIZE = 8
_NO_SALT = bytes(32)
_MOST_SKIPPED = 2000


class UndecryptableError(Exception):
    """No session has the key to this message."""


def mac(key: bytes, *parts: bytes) -> bytes:
    return hmac.digest(key, b"".join(parts), "sha256")


def seal_cbc(key: bytes, vector: bytes, plain: bytes) -> bytes:
    """AES-CBC with PKCS#7 padding."""
    padder = padding.PKCS7(128).padder()
    cipher = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()
    return cipher.update(padder.update(plain) + padder.finalize()) + cipher.finalize()


def open_cbc(key: bytes, vector: bytes, sealed: bytes) -> bytes:
    cipher = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    unpadder = padding.PKCS7(128).unpadder()
    return unpadder.update(cipher.update(sealed) + cipher.finalize()) + unpadder.finalize()


def pad(plain: bytes) -> bytes:
    """WhatsApp's own padding around each message: 1 to 15 bytes that say how many they are."""
    count = os.urandom(1)[0] % 15 + 1
    return plain + bytes([count]) * count


def unpad(padded: bytes) -> bytes:
    return padded[: -padded[-1]]


@dataclass(frozen=True)
class PreKeyBundle:
    """What somebody publishes so that others can write to them at any time."""

    registration: int
    identity: bytes
    signed_id: int
    signed: bytes
    one_time_id: int | None = None
    one_time: bytes | None = None


@dataclass
class _Chain:
    """Message keys in one direction, until the ratchet turns."""

    key: bytes
    index: int = 0

    def step(self) -> bytes:
        """The 80 bytes of the next message's keys."""
        keys = derive(mac(self.key, b"\1"), 80, b"WhisperMessageKeys", _NO_SALT)
        self.key = mac(self.key, b"\2")
        self.index += 1
        return keys


@dataclass
class Session:
    """One side of a conversation; `theirs` is the other's identity key."""

    mine: KeyPair
    theirs: bytes
    root: bytes
    ratchet: KeyPair
    their_ratchet: bytes = b""
    sending: _Chain | None = None
    receiving: _Chain | None = None
    previous: int = 0
    base: bytes = b""  # the ephemeral key it began with: names the session
    unanswered: dict[int, int | bytes | None] | None = None  # goes with every message until there is an answer
    _skipped: dict[tuple[bytes, int], bytes] = field(default_factory=dict)

    @classmethod
    def begin(cls, mine: KeyPair, registration: int, bundle: PreKeyBundle) -> "Session":
        """Write first, with the other's published keys."""
        base = KeyPair()
        secret = b"\xff" * 32 + mine.agree(bundle.signed) + base.agree(bundle.identity) + base.agree(bundle.signed)
        if bundle.one_time is not None:
            secret += base.agree(bundle.one_time)
        keys = derive(secret, 64, b"WhisperText", _NO_SALT)
        one = cls(mine, b"\5" + bundle.identity[-32:], keys[:32], KeyPair(), bundle.signed[-32:], base=base.public)
        one.sending = one._turn()
        one.unanswered = {1: bundle.one_time_id, 2: base.serialized, 3: mine.serialized, 5: registration}
        one.unanswered[6] = bundle.signed_id
        return one

    @classmethod
    def answer(cls, device: "Device", message: Fields) -> "Session":
        """Be written to first."""
        identity, base = message.data(3), message.data(2)
        signed = device.signed
        secret = b"\xff" * 32 + signed.agree(identity) + device.identity.agree(base) + signed.agree(base)
        if 1 in message:
            secret += device.one_time.agree(base)
        keys = derive(secret, 64, b"WhisperText", _NO_SALT)
        return cls(device.identity, b"\5" + identity[-32:], keys[:32], signed, base=base[-32:])

    def _turn(self) -> _Chain:
        """A turn of the ratchet: a chain from the shared secret of both ratchet keys."""
        keys = derive(self.ratchet.agree(self.their_ratchet), 64, b"WhisperRatchet", self.root)
        self.root = keys[:32]
        return _Chain(keys[32:])

    def encrypt(self, plain: bytes) -> tuple[str, bytes]:
        """The type WhatsApp gives the message, and the message."""
        if self.sending is None:
            self.ratchet = KeyPair()
            self.sending = self._turn()
        index = self.sending.index
        keys = self.sending.step()
        text = seal_cbc(keys[:32], keys[64:], plain)
        body = VERSION + pack({1: self.ratchet.serialized, 2: index, 3: self.previous, 4: text})
        body += mac(keys[32:64], self.mine.serialized, self.theirs, body)[:_MAC_SIZE]
        if self.unanswered is None:
            return "msg", body
        return "pkmsg", VERSION + pack({**self.unanswered, 4: body})

    def decrypt(self, body: bytes) -> bytes:
        message = Fields(body[1:-_MAC_SIZE])
        ratchet, index = message.data(1)[-32:], message.number(2)
        keys = self._skipped.pop((ratchet, index), None)
        if keys is None:
            if self.receiving is None or ratchet != self.their_ratchet:
                self._receive_with(ratchet, message.number(3))
            keys = self._keys_of(index)
        expected = mac(keys[32:64], self.theirs, self.mine.serialized, body[:-_MAC_SIZE])
        if not hmac.compare_digest(expected[:_MAC_SIZE], body[-_MAC_SIZE:]):
            raise UndecryptableError("the message's authentication code is wrong")
        self.unanswered = None
        return open_cbc(keys[:32], keys[64:], message.data(4))

    def _receive_with(self, ratchet: bytes, previous: int) -> None:
        if self.receiving is not None:
            self._skip_to(previous)
        self.their_ratchet = ratchet
        self.receiving = self._turn()
        if self.sending is not None:
            self.previous = self.sending.index
        self.sending = None

    def _skip_to(self, index: int) -> None:
        assert self.receiving is not None
        if index - self.receiving.index > _MOST_SKIPPED:
            raise UndecryptableError("too many messages are missing")
        while self.receiving.index < index:
            skipped = self.receiving.index
            self._skipped[self.their_ratchet, skipped] = self.receiving.step()

    def _keys_of(self, index: int) -> bytes:
        assert self.receiving is not None
        if index < self.receiving.index:
            raise UndecryptableError("this message was read before")
        self._skip_to(index)
        return self.receiving.step()


class Device:
    """Somebody's phone as others write to it: its keys, and its sessions by the other device's name, newest first.

    It publishes one one-time key for everybody: a stand-in has no past to protect.
    """

    def __init__(self, identity: KeyPair | None = None) -> None:
        self.identity = identity or KeyPair()
        self.signed = KeyPair()
        self.signed_id = 1
        self.signature = self.identity.sign(self.signed.serialized)
        self.one_time = KeyPair()
        self.one_time_id = 7
        self.registration = int.from_bytes(os.urandom(2), "big") % 16380 + 1
        self.sessions: dict[str, list[Session]] = {}

    def bundle(self) -> PreKeyBundle:
        return PreKeyBundle(
            self.registration,
            self.identity.public,
            self.signed_id,
            self.signed.public,
            self.one_time_id,
            self.one_time.public,
        )

    def knows(self, other: str) -> bool:
        return bool(self.sessions.get(other))

    def meet(self, other: str, bundle: PreKeyBundle) -> None:
        """Begin a new conversation with somebody's device."""
        self.sessions.setdefault(other, []).insert(0, Session.begin(self.identity, self.registration, bundle))

    def encrypt(self, other: str, plain: bytes) -> tuple[str, bytes]:
        return self.sessions[other][0].encrypt(pad(plain))

    def decrypt(self, other: str, kind: str, sealed: bytes) -> bytes:
        """Read what another device wrote; kind is "pkmsg" or "msg"."""
        known = self.sessions.setdefault(other, [])
        if kind == "pkmsg":
            message = Fields(sealed[1:])
            base = message.data(2)[-32:]
            session = next((one for one in known if one.base == base), None)
            if session is None:
                session = Session.answer(self, message)
            plain = session.decrypt(message.data(4))
            known[:] = [session, *(one for one in known if one is not session)]
            return unpad(plain)
        return unpad(self._decrypt_with_any(known, sealed))

    def _decrypt_with_any(self, known: list[Session], sealed: bytes) -> bytes:
        ratchet = Fields(sealed[1:-_MAC_SIZE]).data(1)[-32:]
        # A session whose ratchet key this is first: trying another one would turn its ratchet.
        for session in sorted(known, key=lambda one: one.their_ratchet != ratchet):
            before = (session.root, session.their_ratchet, session.receiving, session.sending, session.previous)
            try:
                plain = session.decrypt(sealed)
            except UndecryptableError:
                session.root, session.their_ratchet, session.receiving, session.sending, session.previous = before
            else:
                known.remove(session)
                known.insert(0, session)
                return plain
        raise UndecryptableError("no session has the key to this message")
