"""WhatsApp's media host, and the encryption of what lies there.

A file is sealed with AES-CBC and an HMAC of 10 bytes; both keys come from 32 random bytes (HKDF, the label names the
kind) that travel inside the message. By whatsmeow's `download.go` (https://github.com/tulir/whatsmeow, MPL-2.0).
"""

import hashlib
import hmac
import json
import os
from dataclasses import dataclass
from enum import Enum

from tests.fake_whatsapp.curve import derive
from tests.fake_whatsapp.faults import Faults
from tests.fake_whatsapp.http import Request, Response
from tests.fake_whatsapp.records import Records
from tests.fake_whatsapp.signal_protocol import open_cbc, seal_cbc
from tests.fake_whatsapp.tls import MEDIA_HOST

_MAC_SIZE = 10


class Kind(Enum):
    """The label each kind of file is sealed with."""

    IMAGE = b"WhatsApp Image Keys"
    VIDEO = b"WhatsApp Video Keys"
    AUDIO = b"WhatsApp Audio Keys"
    DOCUMENT = b"WhatsApp Document Keys"
    HISTORY = b"WhatsApp History Keys"


class BrokenMediaError(Exception):
    """The file is not what its message says."""


@dataclass(frozen=True)
class Stored:
    """What a message must say about a file so that it can be fetched and read."""

    path: str
    key: bytes
    plain_hash: bytes
    sealed_hash: bytes
    size: int

    @property
    def url(self) -> str:
        return f"https://{MEDIA_HOST}{self.path}"


def _keys(key: bytes, kind: Kind) -> tuple[bytes, bytes, bytes]:
    keys = derive(key, 112, kind.value)
    return keys[:16], keys[16:48], keys[48:80]


def seal(content: bytes, key: bytes, kind: Kind) -> bytes:
    vector, cipher_key, mac_key = _keys(key, kind)
    sealed = seal_cbc(cipher_key, vector, content)
    return sealed + hmac.digest(mac_key, vector + sealed, "sha256")[:_MAC_SIZE]


def unseal(sealed: bytes, key: bytes, kind: Kind) -> bytes:
    vector, cipher_key, mac_key = _keys(key, kind)
    body, mac = sealed[:-_MAC_SIZE], sealed[-_MAC_SIZE:]
    if not hmac.compare_digest(hmac.digest(mac_key, vector + body, "sha256")[:_MAC_SIZE], mac):
        raise BrokenMediaError("the authentication code is wrong")
    return open_cbc(cipher_key, vector, body)


class MediaStore:
    """All files, by path; and every request, for tests that count them."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._files: dict[str, bytes] = {}
        self.requests: Records[Request] = Records()

    def keep(self, content: bytes, kind: Kind) -> Stored:
        """Seal a file and lay it where clients fetch it."""
        key = os.urandom(32)
        sealed = seal(content, key, kind)
        path = self._lay(sealed)
        return Stored(path, key, hashlib.sha256(content).digest(), hashlib.sha256(sealed).digest(), len(content))

    def fetch(self, path: str, key: bytes, kind: Kind) -> bytes:
        """Read a file as the person does whom a client sent it to."""
        return unseal(self._files[path.partition("?")[0]], key, kind)

    def forget(self, path: str) -> None:
        """WhatsApp has it no more: 410 from now on."""
        self._faults.gone_media.add(path.partition("?")[0])

    def _lay(self, sealed: bytes) -> str:
        path = f"/v/t62.7118-24/{hashlib.sha256(sealed).hexdigest()}.enc"
        self._files[path] = sealed
        return f"{path}?ccb=11-4"  # real paths have a query, and clients add to it with &

    async def answer(self, request: Request) -> Response:
        """The media host itself."""
        self.requests.add(request)
        if request.method == "POST":
            if self._faults.media_upload_status is not None:
                return Response(self._faults.media_upload_status)
            path = self._lay(request.body)
            told = {
                "url": f"https://{MEDIA_HOST}{path}",
                "direct_path": path,
                "handle": hashlib.sha256(path.encode()).hexdigest(),
            }
            return Response(body=json.dumps(told).encode(), content_type="application/json")
        if self._faults.media_download_status is not None:
            return Response(self._faults.media_download_status)
        if request.path in self._faults.gone_media:
            return Response(410)
        found = self._files.get(request.path)
        return Response(404) if found is None else Response(body=found)
