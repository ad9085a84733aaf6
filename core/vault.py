"""The vault: AES-256-GCM under keys derived from WHATSAPP_SESSION_SECRET, one key for each purpose."""

import os
from dataclasses import dataclass
from typing import ClassVar, Self

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from core.errors import ParleyError

NONCE_BYTES = 12
KEY_ID_BYTES = 8


class VaultError(ParleyError):
    """What is sealed could not be opened."""

    code = "VAULT"


class UnknownKeyError(VaultError):
    """It was sealed under a secret that is neither the current nor the previous one."""

    code = "VAULT_KEY_UNKNOWN"

    def __init__(self, key_id: str) -> None:
        super().__init__(
            f"It was sealed under another secret (key {key_id}); put that one into WHATSAPP_SESSION_SECRET_PREVIOUS.",
            field="WHATSAPP_SESSION_SECRET_PREVIOUS",
        )


class TamperedError(VaultError):
    """The bytes were changed, cut, or moved here from another row or purpose."""

    code = "VAULT_TAMPERED"

    def __init__(self) -> None:
        super().__init__("What was sealed here was changed or belongs elsewhere.")


@dataclass(frozen=True, slots=True)
class Sealed:
    """`ciphertext` begins with its nonce."""

    key_id: str
    ciphertext: bytes


class Vault:
    """Seals under the current secret and opens what the current or a previous one sealed."""

    _SALT: ClassVar[bytes] = b"parley/vault/1"

    def __init__(self, secrets: tuple[str, ...]) -> None:
        """`secrets`: the current one first, then those that may still be read."""
        if not secrets or not all(secrets):
            raise ValueError("a vault needs a secret")
        self._secrets = {self._key_id(secret): secret for secret in reversed(secrets)}
        self._current = self._key_id(secrets[0])
        self._ciphers: dict[tuple[str, str], AESGCM] = {}

    @classmethod
    def from_secrets(cls, current: str, previous: str | None = None) -> Self:
        return cls((current, previous) if previous else (current,))

    @property
    def key_id(self) -> str:
        """Of the current secret; it gives nothing of the secret away."""
        return self._current

    def seal(self, plain: bytes, *, purpose: str, context: str) -> Sealed:
        """Only the same purpose and context open it again, e.g. purpose "session", context "account:7:version:3"."""
        nonce = os.urandom(NONCE_BYTES)
        bound = self._bound(purpose, self._current, context)
        return Sealed(self._current, nonce + self._cipher(self._current, purpose).encrypt(nonce, plain, bound))

    def open(self, sealed: Sealed, *, purpose: str, context: str) -> bytes:
        """Raises UnknownKeyError or TamperedError."""
        if sealed.key_id not in self._secrets:
            raise UnknownKeyError(sealed.key_id)
        nonce, ciphertext = bytes(sealed.ciphertext[:NONCE_BYTES]), bytes(sealed.ciphertext[NONCE_BYTES:])
        try:
            cipher = self._cipher(sealed.key_id, purpose)
            return cipher.decrypt(nonce, ciphertext, self._bound(purpose, sealed.key_id, context))
        except (InvalidTag, ValueError) as error:  # ValueError: too short to hold a nonce and a tag
            raise TamperedError from error

    def needs_resealing(self, key_id: str) -> bool:
        """Whether it was sealed under another secret than the current one."""
        return key_id != self._current

    def derive(self, label: str) -> bytes:
        """32 bytes of the current secret for `label` alone, e.g. a key for signing links."""
        return self._derived(self._secrets[self._current], f"derive:{label}", 32)

    def _cipher(self, key_id: str, purpose: str) -> AESGCM:
        cipher = self._ciphers.get((key_id, purpose))
        if cipher is None:
            cipher = AESGCM(self._derived(self._secrets[key_id], f"seal:{purpose}", 32))
            self._ciphers[key_id, purpose] = cipher
        return cipher

    @classmethod
    def _key_id(cls, secret: str) -> str:
        return cls._derived(secret, "key id", KEY_ID_BYTES).hex()

    @classmethod
    def _derived(cls, secret: str, label: str, length: int) -> bytes:
        return HKDF(SHA256(), length, cls._SALT, label.encode()).derive(secret.encode())

    @staticmethod
    def _bound(purpose: str, key_id: str, context: str) -> bytes:
        # A list in JSON: no two triples are written alike, whatever characters a context holds.
        return orjson.dumps([purpose, key_id, context])
