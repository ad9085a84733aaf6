"""Linking a device: what waits for a scan, and the exchange behind the eight-letter code.

The code's protocol is that of whatsmeow's `pair-code.go` (https://github.com/tulir/whatsmeow, MPL-2.0), seen from the
phone: both sides hide an ephemeral key behind the code (PBKDF2, AES-CTR); the device then sends its identity key and
a random number, sealed with what the ephemeral keys agree on; from all of this both derive the secret that a QR code
would have carried.
"""

import asyncio
import hashlib
import os
import time
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.fake_whatsapp.binary_xml import Node, leaf, node
from tests.fake_whatsapp.connection import Connection
from tests.fake_whatsapp.curve import KeyPair, derive
from tests.fake_whatsapp.jid import SERVER

_ROUNDS = 131072


class PairingFailedError(Exception):
    """The phone says that the device could not be linked."""


@dataclass(frozen=True)
class CodeRequest:
    """A device's first step: it shows a code for this number."""

    number: str
    wrapped_ephemeral: bytes
    ref: bytes = field(default_factory=lambda: os.urandom(16).hex().encode())


class Candidate:
    """A connected program that shows QR codes and waits for a phone."""

    def __init__(self, connection: Connection, codes: int) -> None:
        self.connection = connection
        self.refs = [f"2@{os.urandom(24).hex()}" for _ in range(codes)]
        self.request: CodeRequest | None = None
        self._finish: asyncio.Future[Node] = asyncio.get_running_loop().create_future()
        self._signed: asyncio.Future[Node] = asyncio.get_running_loop().create_future()

    def offer(self) -> Node:
        refs = [leaf("ref", ref.encode()) for ref in self.refs]
        return node(
            "iq", node("pair-device", *refs), from_=SERVER, type="set", xmlns="md", id=self.connection.next_id()
        )

    def expect_finish(self) -> None:
        """Another attempt: what an earlier one brought does not count."""
        self._finish = asyncio.get_running_loop().create_future()

    def on_finish(self, stage: Node) -> None:
        if not self._finish.done():
            self._finish.set_result(stage)

    def on_signed(self, answer: Node) -> None:
        if not self._signed.done():
            self._signed.set_result(answer)

    async def finished(self, seconds: float) -> Node:
        async with asyncio.timeout(seconds):
            return await self._finish

    async def signed_identity(self, seconds: float) -> Node:
        async with asyncio.timeout(seconds):
            return await self._signed


def _key_of(code: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", code.encode(), salt, _ROUNDS)


def _mask(code: str, salt: bytes, vector: bytes, data: bytes) -> bytes:
    """Hide a key behind the code, or show it again."""
    cipher = Cipher(algorithms.AES(_key_of(code, salt)), modes.CTR(vector)).encryptor()
    return cipher.update(data) + cipher.finalize()


class PrimaryHello:
    """The phone's part after its owner typed the code."""

    def __init__(self, request: CodeRequest, identity: KeyPair, wrapped: bytes, shared: bytes) -> None:
        self._request = request
        self._identity = identity
        self._wrapped = wrapped
        self._shared = shared

    @classmethod
    async def make(cls, code: str, request: CodeRequest, identity: KeyPair) -> "PrimaryHello":
        salt, vector, hidden = _split(request.wrapped_ephemeral)
        theirs = await asyncio.to_thread(_mask, code, salt, vector, hidden)
        ephemeral, salt, vector = KeyPair(), os.urandom(32), os.urandom(16)
        wrapped = salt + vector + await asyncio.to_thread(_mask, code, salt, vector, ephemeral.public)
        return cls(request, identity, wrapped, ephemeral.agree(theirs))

    def notification(self, number: str) -> Node:
        stage = node(
            "link_code_companion_reg",
            leaf("link_code_pairing_wrapped_primary_ephemeral_pub", self._wrapped),
            leaf("primary_identity_pub", self._identity.public),
            leaf("link_code_pairing_ref", self._request.ref),
            stage="primary_hello",
        )
        return node("notification", stage, from_=SERVER, type="link_code_companion_reg", id=number, t=int(time.time()))

    def read_bundle(self, finish: Node) -> tuple[bytes, bytes]:
        """The device's identity key, and the secret for its certificate."""
        bundle = finish.at("link_code_pairing_wrapped_key_bundle").data
        salt, nonce, sealed = bundle[:32], bundle[32:44], bundle[44:]
        key = derive(self._shared, 32, b"link_code_pairing_key_bundle_encryption_key", salt)
        try:
            plain = AESGCM(key).decrypt(nonce, sealed, None)
        except InvalidTag:
            raise PairingFailedError("The code is not the one that the device shows.") from None
        theirs, ours, random = plain[:32], plain[32:64], plain[64:]
        if ours != self._identity.public or theirs != finish.at("companion_identity_public").data:
            raise PairingFailedError("The device means other keys than it sent.")
        secret = derive(self._shared + self._identity.agree(theirs) + random, 32, b"adv_secret")
        return theirs, secret


def _split(wrapped: bytes) -> tuple[bytes, bytes, bytes]:
    return wrapped[:32], wrapped[32:48], wrapped[48:80]
