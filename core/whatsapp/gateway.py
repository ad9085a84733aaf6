"""The port of a WhatsApp number: what arrives, what can be sent, what can go wrong."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from models.accounts import AccountStatus
from models.conversations import MessageKind


class ChatKind(StrEnum):
    PERSON = "PERSON"
    GROUP = "GROUP"
    STATUS = "STATUS"
    NEWSLETTER = "NEWSLETTER"


@dataclass(frozen=True, slots=True)
class IncomingMedia:
    """`fetch` downloads the bytes; it raises MediaGoneError when WhatsApp has them no more."""

    fetch: Callable[[], Awaitable[bytes]]
    content_type: str  # as the sender said; not to be trusted
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class MessageReceived:
    chat_kind: ChatKind
    chat: str  # the JID to answer to
    sender_lid: str  # the person on the other side, also when the message is from us
    whatsapp_id: str
    sent_at: datetime
    kind: MessageKind
    text: str = ""
    sender_phone: str | None = None
    profile_name: str = ""
    quoted_whatsapp_id: str | None = None
    detail: dict[str, object] = field(default_factory=dict)  # location, contact or reaction
    media: IncomingMedia | None = None
    is_from_us: bool = False  # a person typed it on the linked phone, or it echoes what we sent
    is_backlog: bool = False  # WhatsApp kept it while we were away


@dataclass(frozen=True, slots=True)
class MessageEdited:
    chat: str
    whatsapp_id: str
    text: str
    edited_at: datetime


@dataclass(frozen=True, slots=True)
class MessageRevoked:
    chat: str
    whatsapp_id: str
    revoked_at: datetime


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
class QrRotated:
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ConnectionChanged:
    """`reason` is a short machine word, e.g. "logged_out", "replaced", "qr_timeout", "temporary_ban"."""

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
    | QrRotated
    | ConnectionChanged
    | BacklogCompleted
)


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


class AmbiguousSendError(GatewayError):
    """Cut between call and answer: it may have been sent. Never to be repeated blindly."""


class LeaseLostError(Exception):
    """Another process talks to WhatsApp for this number now; what was to be written was not."""


class MediaGoneError(GatewayError):
    """WhatsApp no longer has the file."""


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


@dataclass(frozen=True, slots=True)
class AccountLine:
    """What a gateway is told of the account it serves."""

    account_id: int
    name: str
    session: bytes | None  # what `save_session` was last given, decrypted
    save_session: Callable[[bytes], Awaitable[None]]
    proxy: str | None = None  # scheme http, https or socks5; may hold a password


class GatewayFactory(Protocol):
    def open(self, line: AccountLine) -> Gateway:
        """Makes the line without connecting it."""
