"""Noise_XX_25519_AESGCM_SHA256 from the server's side, and the encrypted frames after it.

The handshake: https://noiseprotocol.org/noise.html, pattern XX. WhatsApp's own parts, known from whatsmeow's
`handshake.go` (https://github.com/tulir/whatsmeow, MPL-2.0; read, not copied): the prologue, the protobuf around the
three messages, and a chain of two certificates, signed by a root key that every client has built in. Here the root is
our own, put into the client by `tests.fake_whatsapp.patched`.
"""

import hashlib
import time
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.fake_whatsapp.curve import KeyPair, derive
from tests.fake_whatsapp.protos import cert, wa6

PROLOGUE = b"WA\x06\x03"
_PATTERN = b"Noise_XX_25519_AESGCM_SHA256\0\0\0\0"
_LIFETIME = 10 * 24 * 3600


def _nonce(counter: int) -> bytes:
    return counter.to_bytes(12, "big")


class Handshake:
    """The symmetric state of a handshake: hash, chaining key, cipher key and its counter."""

    def __init__(self) -> None:
        self._hash = self._salt = self._key = _PATTERN
        self._counter = 0
        self.learn(PROLOGUE)

    def learn(self, data: bytes) -> None:
        """Make the data part of what both must have seen alike."""
        self._hash = hashlib.sha256(self._hash + data).digest()

    def _next(self) -> bytes:
        self._counter += 1
        return _nonce(self._counter - 1)

    def encrypt(self, plain: bytes) -> bytes:
        sealed = AESGCM(self._key).encrypt(self._next(), plain, self._hash)
        self.learn(sealed)
        return sealed

    def decrypt(self, sealed: bytes) -> bytes:
        plain = AESGCM(self._key).decrypt(self._next(), sealed, self._hash)
        self.learn(sealed)
        return plain

    def mix(self, secret: bytes) -> None:
        keys = derive(secret, 64, b"", self._salt)
        self._salt, self._key, self._counter = keys[:32], keys[32:], 0

    def split(self) -> tuple[bytes, bytes]:
        """The keys of what the initiator, and what the responder writes from now on."""
        keys = derive(b"", 64, b"", self._salt)
        return keys[:32], keys[32:]


@dataclass
class Channel:
    """The two ciphers of an established connection."""

    read_key: bytes
    write_key: bytes
    _read: int = 0
    _written: int = 0

    def seal(self, plain: bytes) -> bytes:
        self._written += 1
        return AESGCM(self.write_key).encrypt(_nonce(self._written - 1), plain, None)

    def open(self, sealed: bytes) -> bytes:
        self._read += 1
        return AESGCM(self.read_key).decrypt(_nonce(self._read - 1), sealed, None)


@dataclass
class Authority:
    """The root key, and what it certifies: an intermediate key and the server's static key."""

    root: KeyPair = field(default_factory=KeyPair)
    intermediate: KeyPair = field(default_factory=KeyPair)
    static: KeyPair = field(default_factory=KeyPair)

    def chain(self) -> bytes:
        now = int(time.time())
        details = cert.CertChain.NoiseCertificate.Details
        begin, end = now - _LIFETIME, now + _LIFETIME
        middle = details(serial=1, issuerSerial=0, key=self.intermediate.public, notBefore=begin, notAfter=end)
        leaf = details(serial=2, issuerSerial=1, key=self.static.public, notBefore=begin, notAfter=end)
        chain = cert.CertChain()
        chain.intermediate.details = middle.SerializeToString()
        chain.intermediate.signature = self.root.sign(chain.intermediate.details)
        chain.leaf.details = leaf.SerializeToString()
        chain.leaf.signature = self.intermediate.sign(chain.leaf.details)
        return bytes(chain.SerializeToString())


class Responder:
    """The server's half of one handshake: `answer` the first frame, `finish` with the second."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._state = Handshake()
        self._ephemeral = KeyPair()

    def answer(self, frame: bytes) -> bytes:
        hello = wa6.HandshakeMessage.FromString(frame).clientHello
        state = self._state
        state.learn(hello.ephemeral)
        state.learn(self._ephemeral.public)
        state.mix(self._ephemeral.agree(hello.ephemeral))
        reply = wa6.HandshakeMessage()
        reply.serverHello.ephemeral = self._ephemeral.public
        reply.serverHello.static = state.encrypt(self._authority.static.public)
        state.mix(self._authority.static.agree(hello.ephemeral))
        reply.serverHello.payload = state.encrypt(self._authority.chain())
        return bytes(reply.SerializeToString())

    def finish(self, frame: bytes) -> tuple[Channel, wa6.ClientPayload]:
        """The channel, and who the client says it is."""
        last = wa6.HandshakeMessage.FromString(frame).clientFinish
        static = self._state.decrypt(last.static)
        self._state.mix(self._ephemeral.agree(static))
        payload = wa6.ClientPayload.FromString(self._state.decrypt(last.payload))
        read_key, write_key = self._state.split()
        return Channel(read_key, write_key), payload
