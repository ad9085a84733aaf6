"""Keys on Curve25519: agreement (X25519, by the library) and signatures by the same key (XEdDSA).

XEdDSA: https://signal.org/docs/specifications/xeddsa/. The library signs with Ed25519 seeds only, so the one scalar
multiplication that a signature needs is done here; verification converts the key and leaves the rest to the library.
Not constant-time: for tests only.
"""

import hashlib
import os
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

# RFC 8032, section 5.1: the field, the order of the group, the curve's constant and the base point.
_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_BASE_Y = 4 * pow(5, -1, _P) % _P
_BASE_X = 15112221349535400772501151409588531511454012693041857206046113283949847762202

_Point = tuple[int, int, int, int]  # extended coordinates X, Y, Z, T
_BASE: _Point = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % _P)


def _add(one: _Point, other: _Point) -> _Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times_base(scalar: int) -> bytes:
    """The compressed point scalar x base."""
    result: _Point = (0, 1, 1, 0)
    point = _BASE
    while scalar:
        if scalar & 1:
            result = _add(result, point)
        point = _add(point, point)
        scalar >>= 1
    inverse = pow(result[2], -1, _P)
    x, y = result[0] * inverse % _P, result[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _hash(*parts: bytes) -> int:
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % _ORDER


class KeyPair:
    """A Curve25519 key; `public` has 32 bytes, `serialized` the type byte 5 of Signal before them."""

    def __init__(self, private: bytes | None = None) -> None:
        clamped = bytearray(private or os.urandom(32))
        clamped[0] &= 248
        clamped[31] = clamped[31] & 127 | 64
        self.private = bytes(clamped)
        self._key = X25519PrivateKey.from_private_bytes(self.private)
        self.public = self._key.public_key().public_bytes_raw()

    @property
    def serialized(self) -> bytes:
        return b"\5" + self.public

    def agree(self, public: bytes) -> bytes:
        """The shared secret with a key, given with or without its type byte."""
        return self._key.exchange(X25519PublicKey.from_public_bytes(public[-32:]))

    @cached_property
    def _edwards(self) -> bytes:
        return _times_base(int.from_bytes(self.private, "little"))

    def sign(self, message: bytes) -> bytes:
        """As libsignal does: the sign of the Edwards key travels in the signature's last bit."""
        secret = int.from_bytes(self.private, "little")
        nonce = _hash(b"\xfe" + b"\xff" * 31, self.private, message, os.urandom(64))
        point = _times_base(nonce)
        scalar = (nonce + _hash(point, self._edwards, message) * secret) % _ORDER
        signature = bytearray(point + scalar.to_bytes(32, "little"))
        signature[63] |= self._edwards[31] & 0x80
        return bytes(signature)


def is_signed_by(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether an XEdDSA signature is that of a Curve25519 key."""
    u = int.from_bytes(public[-32:], "little") % _P
    y = (u - 1) * pow(u + 1, -1, _P) % _P
    edwards = bytearray(y.to_bytes(32, "little"))
    edwards[31] |= signature[63] & 0x80
    plain = signature[:63] + bytes([signature[63] & 0x7F])
    try:
        Ed25519PublicKey.from_public_bytes(bytes(edwards)).verify(plain, message)
    except InvalidSignature:
        return False
    return True


def derive(secret: bytes, size: int, info: bytes, salt: bytes | None = None) -> bytes:
    """HKDF with SHA-256."""
    return HKDF(hashes.SHA256(), size, salt, info).derive(secret)
