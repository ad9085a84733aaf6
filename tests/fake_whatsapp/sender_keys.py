"""Signal's conversations in groups: each member has a chain of keys of their own and gives it to all others.

The form is that of libsignal's SenderKeyMessage and SenderKeyDistributionMessage, version 3.
"""

import os
from dataclasses import dataclass, field

from tests.fake_whatsapp.curve import KeyPair, derive, is_signed_by
from tests.fake_whatsapp.signal_protocol import VERSION, UndecryptableError, mac, open_cbc, pad, seal_cbc, unpad
from tests.fake_whatsapp.wire import Fields, pack

_SIGNATURE_SIZE = 64


@dataclass
class _Chain:
    key: bytes
    index: int = 0

    def step(self) -> tuple[bytes, bytes]:
        """Initialisation vector and key of the next message."""
        keys = derive(mac(self.key, b"\1"), 48, b"WhisperGroup", bytes(32))
        self.key = mac(self.key, b"\2")
        self.index += 1
        return keys[:16], keys[16:]


@dataclass
class OwnSenderKey:
    """What one member writes with."""

    number: int = field(default_factory=lambda: int.from_bytes(os.urandom(3), "big"))
    signing: KeyPair = field(default_factory=KeyPair)
    _chain: _Chain = field(default_factory=lambda: _Chain(os.urandom(32)))

    def distribution(self) -> bytes:
        """What others need to read from now on."""
        fields: dict[int, int | bytes | None] = {1: self.number, 2: self._chain.index, 3: self._chain.key}
        return VERSION + pack({**fields, 4: self.signing.serialized})

    def encrypt(self, plain: bytes) -> bytes:
        index = self._chain.index
        vector, key = self._chain.step()
        body = VERSION + pack({1: self.number, 2: index, 3: seal_cbc(key, vector, pad(plain))})
        return body + self.signing.sign(body)


class TheirSenderKeys:
    """What others write with, by the name of the writing device and the group."""

    def __init__(self) -> None:
        self._chains: dict[tuple[str, int], tuple[_Chain, bytes]] = {}

    def learn(self, name: str, distribution: bytes) -> None:
        fields = Fields(distribution[1:])
        self._chains[name, fields.number(1)] = (_Chain(fields.data(3), fields.number(2)), fields.data(4))

    def decrypt(self, name: str, sealed: bytes) -> bytes:
        body, signature = sealed[:-_SIGNATURE_SIZE], sealed[-_SIGNATURE_SIZE:]
        fields = Fields(body[1:])
        found = self._chains.get((name, fields.number(1)))
        if found is None:
            raise UndecryptableError("the sender's key for this group was never sent")
        chain, signing = found
        if not is_signed_by(signing, body, signature):
            raise UndecryptableError("the signature is not the sender's")
        if fields.number(2) < chain.index:
            raise UndecryptableError("this message was read before")
        while chain.index < fields.number(2):
            chain.step()
        vector, key = chain.step()
        return unpad(open_cbc(key, vector, fields.data(3)))
