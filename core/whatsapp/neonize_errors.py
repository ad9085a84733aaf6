"""What neonize's errors mean. It has no codes but in the words of whatsmeow's errors, so these are read."""

import re

from core.whatsapp.gateway import (
    AmbiguousSendError,
    GatewayError,
    MediaGoneError,
    NotConnectedError,
    PairingRefusedError,
    ReachOutRestrictedError,
    SendRejectedError,
)

# Behind these words stands a number: WhatsApp's answer to a message, which it did not take; to a question that is
# asked before anything is sent; and to a file.
STATUSES = (
    "server returned error",
    "info query returned status",
    "upload failed with status code",
    "download failed with status code",
)
_ANSWERED, _ASKED, _UPLOADED, _DOWNLOADED = (re.compile(rf"{words} (\d{{3}})\b") for words in STATUSES)

REACH_OUT_RESTRICTED = "463"
REFUSALS = {
    "401": "forbidden",
    "403": "forbidden",
    "404": "not_on_whatsapp",
    "405": "forbidden",
    "413": "too_large",
    "420": "rate_limited",
    "429": "rate_limited",
}

# Nothing has left yet, and the line has to come back first.
NOT_SENT = (
    "websocket not connected",
    "the store doesn't contain a device JID",
    "client not found",
    "client is nil",
    "before info query returned response",
    "info query timed out",
    "failed to send usync query",
    "failed to refresh media connections",
    "failed to query media connections",
)
REJECTED = {
    "no LID found": "not_on_whatsapp",
    "unknown server": "bad_address",
    "recipient must be a user JID": "bad_address",
    "not participating in that group": "forbidden",
}
NETWORK = ("dial tcp", "connection re", "broken pipe", "EOF", "timeout", "no such host", "unreachable", "TLS handshake")

# WhatsApp keeps files for some weeks; or what the sender said of the file is not true.
GONE_STATUSES = {"403", "404", "410"}
BROKEN = (
    "hash of media",
    "invalid media hmac",
    "file too short",
    "no url present",
    "failed to decrypt file",
    "didn't find any attachments",
    "does not start with slash",
    "unknown media type",
)

BAD_PHONES = ("phone number too short", "international phone number required")


def send_error(text: str, *, is_upload: bool = False) -> GatewayError:
    """Of sending a message, or of the upload before it, which surely sends nothing."""
    if answer := _ANSWERED.search(text):
        return _refused(answer[1])
    if asked := _ASKED.search(text) or _UPLOADED.search(text):
        return _refused(asked[1])
    for words, reason in REJECTED.items():
        if words in text:
            return SendRejectedError(reason)
    if _has(text, NOT_SENT):
        return NotConnectedError(text)
    if is_upload:
        return NotConnectedError(text) if _has(text, NETWORK) else SendRejectedError("upload_failed")
    # Of what is not known here, nobody knows how far it came.
    return AmbiguousSendError(text)


def download_error(text: str) -> GatewayError:
    status = _DOWNLOADED.search(text)
    if (status and status[1] in GONE_STATUSES) or _has(text, BROKEN):
        return MediaGoneError(text)
    if _has(text, NOT_SENT) or _ASKED.search(text):
        return NotConnectedError(text)
    return GatewayError(text)


def pairing_error(text: str) -> GatewayError:
    """PairingRefusedError, or NotConnectedError."""
    if _has(text, BAD_PHONES):
        return PairingRefusedError("bad_phone")
    asked = _ASKED.search(text)
    if asked:
        return PairingRefusedError(REFUSALS.get(asked[1], "refused"))
    if _has(text, NOT_SENT) or _has(text, NETWORK):
        return NotConnectedError(text)
    return PairingRefusedError("refused")


def _refused(code: str) -> GatewayError:
    if code == REACH_OUT_RESTRICTED:
        return ReachOutRestrictedError(None)
    if code.startswith("5"):
        # WhatsApp itself is ill; the message was not taken.
        return NotConnectedError(code)
    return SendRejectedError(REFUSALS.get(code, f"refused_{code}"))


def _has(text: str, fragments: tuple[str, ...]) -> bool:
    return any(fragment in text for fragment in fragments)
