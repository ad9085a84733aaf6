"""The port of a WhatsApp number: what arrives, what can be sent, what can go wrong."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from models.accounts import AccountStatus
from models.conversations import MessageKind

# What media_files keeps at most; a test holds the two together, for sockets do not know of each other.
LARGEST_FILE = 16 * 1024 * 1024


class ChatKind(StrEnum):
    PERSON = "PERSON"
    GROUP = "GROUP"
    STATUS = "STATUS"
    NEWSLETTER = "NEWSLETTER"


@dataclass(frozen=True, slots=True)
class IncomingMedia:
    """`reference` is what a gateway of the same kind wants to hear to give the bytes out, also after a restart."""

    reference: bytes
    content_type: str  # this, the name and the size as the sender said; not to be trusted
    file_name: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class MessageReceived:
    chat_kind: ChatKind
    chat: str  # the JID to answer to
    # The person on the other side, also when the message is from us: their LID where it is known, else their phone's
    # JID (IdentityLearned may follow).
    sender_lid: str
    whatsapp_id: str
    sent_at: datetime
    kind: MessageKind
    text: str = ""
    sender_phone: str | None = None  # "+9230…"
    profile_name: str = ""
    quoted_whatsapp_id: str | None = None
    detail: dict[str, object] = field(default_factory=dict)  # location, contact or reaction
    media: IncomingMedia | None = None
    is_from_us: bool = False  # a person typed it on the linked phone, or it echoes what we sent
    is_backlog: bool = False  # WhatsApp kept it while we were away
    is_history: bool = False  # from before the number was linked; the phone told of it


@dataclass(frozen=True, slots=True)
class MessageEdited:
    chat: str
    whatsapp_id: str
    text: str
    edited_at: datetime
    is_from_us: bool = False  # by whom it was sent; only what they wrote themselves may be changed


@dataclass(frozen=True, slots=True)
class MessageRevoked:
    chat: str
    whatsapp_id: str
    revoked_at: datetime
    is_from_us: bool = False


class ReceiptKind(StrEnum):
    DELIVERED = "DELIVERED"
    READ = "READ"


@dataclass(frozen=True, slots=True)
class ReceiptReceived:
    """The other side has our messages, or read them."""

    chat: str
    whatsapp_ids: tuple[str, ...]
    kind: ReceiptKind
    at: datetime


@dataclass(frozen=True, slots=True)
class TypingChanged:
    """The other side began or ceased to type. Told while it happens, never kept for later."""

    chat: str
    sender_lid: str
    is_typing: bool


@dataclass(frozen=True, slots=True)
class IdentityLearned:
    """WhatsApp told that the person of this LID and the one of this phone are one."""

    lid: str  # "123@lid"
    phone_jid: str  # "9230…@s.whatsapp.net"
    phone: str  # "+9230…"


@dataclass(frozen=True, slots=True)
class QrRotated:
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ConnectionChanged:
    """`reason` is a short machine word.

    connecting, connection_lost, no_network, line_failed, logged_out, replaced, qr_timeout, temporary_ban, banned,
    main_device_gone, client_outdated, passkey_needed.
    """

    status: AccountStatus
    reason: str | None = None
    banned_until: datetime | None = None
    jid: str | None = None
    phone: str | None = None
    must_link_again: bool = False


@dataclass(frozen=True, slots=True)
class BacklogCompleted:
    """All that WhatsApp kept while we were away has been delivered."""


InboundEvent = (
    MessageReceived
    | MessageEdited
    | MessageRevoked
    | ReceiptReceived
    | TypingChanged
    | IdentityLearned
    | QrRotated
    | ConnectionChanged
    | BacklogCompleted
)


@dataclass(frozen=True, slots=True)
class PairingCode:
    """What the owner types on the phone instead of scanning: 8 characters, without a hyphen."""

    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class OutgoingMedia:
    data: bytes
    content_type: str
    file_name: str


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    chat: str
    text: str
    quoted_whatsapp_id: str | None = None
    media: OutgoingMedia | None = None
    quoted_text: str = ""  # phones draw the quote from what comes along
    quoted_is_ours: bool = False


@dataclass(frozen=True, slots=True)
class SentMessage:
    whatsapp_id: str
    sent_at: datetime


class GatewayError(Exception):
    """A gateway could not do what was asked."""


class NotConnectedError(GatewayError):
    """Surely nothing was sent: wait for the connection and send again."""


class SendRejectedError(GatewayError):
    """WhatsApp answered no. `reason` is its word for it; sending again would not help."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ReachOutRestrictedError(SendRejectedError):
    """The number may answer, but not write to those who never wrote first; None: until when is not known."""

    def __init__(self, until: datetime | None) -> None:
        super().__init__("reach_out_restricted")
        self.until = until


class AmbiguousSendError(GatewayError):
    """Cut between call and answer: it may have been sent. Never to be repeated blindly."""


class LeaseLostError(Exception):
    """Another process talks to WhatsApp for this number now; what was to be written was not."""


class MediaGoneError(GatewayError):
    """WhatsApp no longer has the file, or the reference means nothing to it."""


class MediaTooLargeError(GatewayError):
    """The file is larger than LARGEST_FILE; where its sender told the size, it was not even downloaded."""


class PairingRefusedError(GatewayError):
    """WhatsApp gives no code for this phone. `reason` is a short machine word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Gateway(Protocol):
    """One number's line to WhatsApp. The process that holds the account's lease opens it, and nobody else."""

    async def connect(self) -> None:
        """Begins to connect and comes back at once; what happens then arrives as events."""

    async def close(self) -> None:
        """Ends the line without logging the phone out; the session survives."""

    async def log_out(self) -> None:
        """Ends the link with the phone; a new scan is needed afterwards."""

    def events(self) -> AsyncGenerator[InboundEvent, None]:
        """What arrives, in order. Asking for the next event says that the one before is stored safely.

        It ends when WhatsApp ended the line (DISCONNECTED or BANNED was the last event) and after `close`; a line that
        only dropped says CONNECTING and comes back by itself. After each CONNECTED comes one BacklogCompleted.
        """

    async def send(self, message: OutgoingMessage) -> SentMessage:
        """Raises NotConnectedError, SendRejectedError or AmbiguousSendError."""

    async def show_typing(self, chat: str, *, typing: bool) -> None:
        """Raises NotConnectedError."""

    async def download(self, reference: bytes) -> bytes:
        """The bytes of an IncomingMedia, several at once if asked so, beside `events` and `send`.

        Raises MediaGoneError, MediaTooLargeError, NotConnectedError, or GatewayError for what may work later.
        """

    async def pairing_code(self, phone: str) -> PairingCode:
        """For `phone` ("+9230…"), while the line shows QR codes; either of the two links it.

        Raises NotConnectedError when it does not wait for a scan, or PairingRefusedError.
        """


@dataclass(frozen=True, slots=True)
class AccountLine:
    """What a gateway is told of the account it serves."""

    account_id: int
    name: str
    session: bytes | None  # what `save_session` was last given, decrypted
    save_session: Callable[[bytes], Awaitable[None]]
    # A younger file of the gateway's own on this machine is to be preferred.
    session_saved_at: datetime | None = None
    proxy: str | None = None  # scheme http, https or socks5; may hold a password


class GatewayFactory(Protocol):
    def open(self, line: AccountLine) -> Gateway:
        """Makes the line without connecting it."""
