"""The simulated WhatsApp network: the customers' phones, the linked phone, and all that can go wrong in between.

What it carries and how it is stands in simulated_deliveries, so that it outlives any process and crosses them all.
"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any, Protocol

import orjson

from core import clock
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError, NotFoundError
from core.whatsapp.gateway import LARGEST_FILE, ChatKind, MediaGoneError, MediaTooLargeError, ReceiptKind
from core.whatsapp.simulator_wire import CONTROLS, FAULTS, Wire, read_reference, to_inbound, written
from models.accounts import AccountKind, AccountStatus, WhatsappAccount
from models.conversations import MessageKind
from models.media import MediaFile

MOST_COPIES = 20
LONGEST_DELAY = 7 * 24 * 3600  # seconds
LONGEST_TEXT = 65_536
# Taken deliveries are kept for a look back, and then forgotten.
KEPT = timedelta(days=7)


class MediaReader(Protocol):
    async def read(self, media_id: int) -> tuple[MediaFile, bytes]: ...


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing on its way to a number; above one copy, the network delivers it that often."""

    id: int
    event: dict[str, Any]
    deliver_at: datetime
    copies: int

    @property
    def type(self) -> Wire:
        return Wire(self.event["type"])


class NotSimulatedError(InvalidInputError):
    def __init__(self) -> None:
        super().__init__("This is a real WhatsApp number; only a simulated one can be played with.", field="accountId")


class QrCodeExpiredError(InvalidInputError):
    code = "QR_CODE_EXPIRED"

    def __init__(self) -> None:
        super().__init__("This code is not shown any more; scan the current one.", field="code")


class SimulatedNetwork:
    """Plays everybody on the other side of a simulated number. What it was told is durable when a call returns."""

    def __init__(self, database: Database, media_files: MediaReader) -> None:
        self._database = database
        self._media_files = media_files
        self._bells: defaultdict[int, set[asyncio.Event]] = defaultdict(set)

    # The customers.

    async def customer_writes(
        self,
        account_id: int,
        *,
        lid: str,
        phone: str | None = None,
        profile_name: str = "",
        text: str = "",
        kind: MessageKind = MessageKind.TEXT,
        media_id: int | None = None,
        whatsapp_id: str | None = None,
        quoted: str | None = None,
        sent_at: datetime | None = None,
        chat: str | None = None,
        chat_kind: ChatKind = ChatKind.PERSON,
        is_from_us: bool = False,
        is_backlog: bool = False,
        is_history: bool = False,
        announced_size: int | None = None,
        copies: int = 1,
        delay_seconds: float = 0,
        detail: dict[str, object] | None = None,
    ) -> str:
        """The id of the message. Giving an id again is the network delivering that message once more.

        `is_from_us`: a person wrote it to this customer on the linked phone itself. `is_history`: it was written before
        the number was linked. `announced_size`: what the sender says of the file, if not the truth. Raises
        InvalidInputError, NotFoundError or NotSimulatedError.
        """
        if not lid:
            raise InvalidInputError("Somebody must have written it.", field="lid")
        if (await self._account(account_id)).deleted_at is not None:
            raise NotFoundError("This WhatsApp account was deleted.", field="accountId")
        if len(text) > LONGEST_TEXT:
            raise InvalidInputError(f"WhatsApp carries at most {LONGEST_TEXT} characters.", field="text")
        if not 0 <= delay_seconds <= LONGEST_DELAY:
            raise InvalidInputError(f"It can be under way for 0 to {LONGEST_DELAY:,} seconds.", field="delaySeconds")
        whatsapp_id = whatsapp_id or new_whatsapp_id()
        event: dict[str, Any] = {
            "type": Wire.MESSAGE,
            "whatsapp_id": whatsapp_id,
            "lid": lid,
            "phone": phone,
            "profile_name": _carried(profile_name),
            "text": _carried(text),
            "kind": kind,
            "chat": chat or _chat_of(lid, chat_kind),
            "chat_kind": chat_kind,
            "quoted": quoted,
            "sent_at": written(sent_at or clock.now()),
            "is_from_us": is_from_us,
            "is_backlog": is_backlog,
            "is_history": is_history,
            "detail": detail or {},
        }
        if media_id is not None:
            media = await MediaFile.get_or_none(id=media_id, deleted_at=None)
            if media is None:
                raise NotFoundError("There is no such file.", field="mediaId")
            event |= {"media_id": media_id, "content_type": media.content_type, "file_name": media.file_name}
            event["size"] = media.byte_size if announced_size is None else announced_size
        await self.deliver(account_id, event, deliver_at=_after(delay_seconds), copies=copies)
        return whatsapp_id

    async def customer_edits(
        self, account_id: int, *, lid: str, whatsapp_id: str, text: str, chat: str | None = None
    ) -> None:
        await self.deliver(
            account_id,
            {
                "type": Wire.EDIT,
                "chat": chat or _chat_of(lid, ChatKind.PERSON),
                "whatsapp_id": whatsapp_id,
                "text": _carried(text),
                "at": written(clock.now()),
            },
        )

    async def customer_revokes(self, account_id: int, *, lid: str, whatsapp_id: str, chat: str | None = None) -> None:
        await self.deliver(
            account_id,
            {
                "type": Wire.REVOKE,
                "chat": chat or _chat_of(lid, ChatKind.PERSON),
                "whatsapp_id": whatsapp_id,
                "at": written(clock.now()),
            },
        )

    async def customer_types(self, account_id: int, *, lid: str, is_typing: bool = True) -> None:
        """Raises InvalidInputError, NotFoundError or NotSimulatedError."""
        if not lid:
            raise InvalidInputError("Somebody must be typing.", field="lid")
        await self.deliver(
            account_id,
            {"type": Wire.TYPING, "lid": lid, "chat": _chat_of(lid, ChatKind.PERSON), "is_typing": is_typing},
        )

    async def identity_learned(self, account_id: int, *, lid: str, phone: str) -> None:
        """The network tells that the person of this LID has this phone ("+9230…")."""
        await self.deliver(
            account_id, {"type": Wire.IDENTITY, "lid": lid, "phone_jid": phone_jid(phone), "phone": phone}
        )

    async def receipt(self, account_id: int, whatsapp_ids: Sequence[str], kind: ReceiptKind) -> None:
        """The other side got or read our messages. Raises NotFoundError for one that the network never accepted."""
        await self._account(account_id)
        rows = await self._database.fetch(
            "select event->>'whatsapp_id' as whatsapp_id, event->>'chat' as chat from simulated_deliveries "
            "where account_id = $1 and event->>'type' = 'accepted' and event->>'whatsapp_id' = any($2::text[])",
            [account_id, list(whatsapp_ids)],
        )
        chat_of = {row["whatsapp_id"]: row["chat"] for row in rows}
        chats: defaultdict[str, list[str]] = defaultdict(list)
        for whatsapp_id in whatsapp_ids:
            if whatsapp_id not in chat_of:
                raise NotFoundError("The network accepted no such message.", field="whatsappIds")
            chats[chat_of[whatsapp_id]].append(whatsapp_id)
        for chat, ids in chats.items():
            await self.deliver(
                account_id,
                {
                    "type": Wire.RECEIPT,
                    "chat": chat,
                    "whatsapp_ids": ids,
                    "kind": kind,
                    "at": written(clock.now()),
                },
            )

    async def accepted(self, account_id: int) -> list[dict[str, Any]]:
        """What the network took from this number, oldest first: `whatsapp_id`, `chat`, `text`, `quoted`, `media`."""
        rows = await self._database.fetch(
            "select event::text as event from simulated_deliveries "
            "where account_id = $1 and event->>'type' = 'accepted' order by id",
            [account_id],
        )
        return [orjson.loads(row["event"]) for row in rows]

    # The linked phone.

    async def scan_qr(self, account_id: int, code: str) -> None:
        """Or types the pairing code. Raises QrCodeExpiredError for any code but those that are shown now."""
        account = await self._account(account_id)
        shown = {account.qr_code: account.qr_expires_at, account.pairing_code: account.pairing_code_expires_at}
        expires_at = shown.get(code) if account.status is AccountStatus.CONNECTING else None
        if expires_at is None or expires_at <= clock.now():
            raise QrCodeExpiredError
        await self.deliver(account_id, {"type": Wire.SCAN, "code": code})

    async def log_out_from_phone(self, account_id: int) -> None:
        await self.deliver(account_id, {"type": Wire.LOG_OUT})

    async def replace(self, account_id: int) -> None:
        """Another program linked with the same session takes the line over."""
        await self.deliver(account_id, {"type": Wire.REPLACED})

    # How the network is.

    async def ban(self, account_id: int, until: datetime | None, reason: str = "temporary_ban") -> None:
        """Until a time, or for good (None)."""
        await self._condition(account_id, {"type": Wire.BANNED, "reason": reason}, until)

    async def drop(self, account_id: int, until: datetime | None = None) -> None:
        """The line is cut, until then or until it is restored."""
        await self._condition(account_id, {"type": Wire.DROPPED}, until)

    async def restore(self, account_id: int) -> None:
        """Ends a drop and lifts a ban."""
        await self._account(account_id)
        async with self._database.unit_of_work() as work:
            await _end(work, account_id, (Wire.BANNED, Wire.DROPPED))
        self.ring(account_id)

    async def hold(self, account_id: int) -> None:
        """What customers write is kept back, as while the number is away."""
        await self._condition(account_id, {"type": Wire.HELD}, None)

    async def release(self, account_id: int) -> None:
        """What was kept back arrives as backlog."""
        await self._account(account_id)
        async with self._database.unit_of_work() as work:
            await _end(work, account_id, (Wire.HELD,))
            await work.execute(
                "update simulated_deliveries set event = event || '{\"is_backlog\": true}' "
                "where account_id = $1 and taken_at is null and deliver_at <= $2 and event->>'type' = 'message'",
                account_id,
                work.now,
            )
            await put(work, account_id, {"type": Wire.BACKLOG_COMPLETED})
        self.ring(account_id)

    async def fail_next_send(
        self,
        account_id: int,
        fault: Wire,
        *,
        reason: str = "not_allowed",
        until: datetime | None = None,
        times: int = 1,
    ) -> None:
        """`fault` is one of FAULTS: rejected; accepted but cut before the answer; refused for want of a connection.

        With the reason "reach_out_restricted", `until` is how long the number may not write to strangers.
        """
        if fault not in FAULTS:
            raise InvalidInputError("This is no way for a send to fail.", field="fault")
        event = {"type": fault, "reason": reason, "until": written(until) if until else None}
        for _ in range(times):
            await self.deliver(account_id, event)

    # The carrier.

    async def deliver(
        self, account_id: int, event: dict[str, Any], *, deliver_at: datetime | None = None, copies: int = 1
    ) -> int:
        """Puts an event on its way; the number has it when it acknowledges it. Returns the delivery's id."""
        await self._account(account_id)
        if not 1 <= copies <= MOST_COPIES:
            raise InvalidInputError(f"It can be delivered 1 to {MOST_COPIES} times.", field="copies")
        if event.get("type") not in {*CONTROLS, *FAULTS}:
            to_inbound(event, is_backlog=False)
        async with self._database.unit_of_work() as work:
            delivery_id = await put(work, account_id, event, deliver_at=deliver_at, copies=copies)
        self.ring(account_id)
        return delivery_id

    async def download(self, reference: bytes) -> bytes:
        """Raises MediaGoneError or MediaTooLargeError."""
        media_id, size = read_reference(reference)
        if size > LARGEST_FILE:
            raise MediaTooLargeError
        try:
            _, data = await self._media_files.read(media_id)
        except NotFoundError as error:
            raise MediaGoneError(str(media_id)) from error
        return data

    def listen(self, account_id: int) -> asyncio.Event:
        """An event that is set whenever this process put something on its way to the number."""
        bell = asyncio.Event()
        self._bells[account_id].add(bell)
        return bell

    def end_listening(self, account_id: int, bell: asyncio.Event) -> None:
        self._bells[account_id].discard(bell)

    def ring(self, account_id: int) -> None:
        for bell in tuple(self._bells[account_id]):
            bell.set()

    async def waiting(self, account_id: int, *, limit: int = 100) -> list[Delivery]:
        """What is due and not taken: controls first, then the rest by its time."""
        rows = await self._database.fetch(
            "select id, event::text as event, deliver_at, copies from simulated_deliveries "
            "where account_id = $1 and taken_at is null and deliver_at <= $2 and event->>'type' <> all($3::text[]) "
            "order by (event->>'type' = any($4::text[])) desc, deliver_at, id limit $5",
            [account_id, clock.now(), list(FAULTS), list(CONTROLS), limit],
        )
        return [Delivery(row["id"], orjson.loads(row["event"]), row["deliver_at"], row["copies"]) for row in rows]

    async def next_at(self, account_id: int) -> datetime | None:
        """When the next delivery falls due of those that are not due yet."""
        rows = await self._database.fetch(
            "select min(deliver_at) as next_at from simulated_deliveries "
            "where account_id = $1 and taken_at is null and deliver_at > $2",
            [account_id, clock.now()],
        )
        next_at: datetime | None = rows[0]["next_at"]
        return next_at

    async def take(self, delivery_id: int) -> None:
        """Acknowledges it: it is not delivered again."""
        async with self._database.unit_of_work() as work:
            await work.execute("update simulated_deliveries set taken_at = $2 where id = $1", delivery_id, work.now)

    async def forget_old(self, account_id: int) -> None:
        async with self._database.unit_of_work() as work:
            await work.execute(
                "delete from simulated_deliveries where account_id = $1 and taken_at < $2", account_id, work.now - KEPT
            )

    async def _condition(self, account_id: int, event: dict[str, Any], until: datetime | None) -> None:
        await self._account(account_id)
        async with self._database.unit_of_work() as work:
            await _end(work, account_id, (Wire(event["type"]),))
            await put(work, account_id, event | {"until": written(until) if until else None})
        self.ring(account_id)

    async def _account(self, account_id: int) -> WhatsappAccount:
        account = await WhatsappAccount.get_or_none(id=account_id, is_lab=False)
        if account is None:
            raise NotFoundError("There is no such WhatsApp account.", field="accountId")
        if account.kind is not AccountKind.SIMULATOR:
            raise NotSimulatedError
        return account


async def put(
    work: UnitOfWork, account_id: int, event: dict[str, Any], *, deliver_at: datetime | None = None, copies: int = 1
) -> int:
    rows = await work.fetch(
        "insert into simulated_deliveries (account_id, event, deliver_at, copies, created_at) "
        "values ($1, $2, $3, $4, $5) returning id",
        account_id,
        orjson.dumps(event).decode(),
        deliver_at or work.now,
        copies,
        work.now,
    )
    return int(rows[0]["id"])


async def _end(work: UnitOfWork, account_id: int, conditions: Sequence[Wire]) -> None:
    await work.execute(
        "update simulated_deliveries set taken_at = $3 "
        "where account_id = $1 and taken_at is null and event->>'type' = any($2::text[])",
        account_id,
        list(conditions),
        work.now,
    )


def new_whatsapp_id() -> str:
    return f"SIM{token_hex(9).upper()}"


def phone_jid(phone: str) -> str:
    return f"{phone.removeprefix('+')}@s.whatsapp.net"


def _chat_of(lid: str, kind: ChatKind) -> str:
    name = lid.partition("@")[0]
    match kind:
        case ChatKind.PERSON:
            return lid if "@" in lid else f"{lid}@lid"
        case ChatKind.GROUP:
            return f"{name}@g.us"
        case ChatKind.STATUS:
            return "status@broadcast"
        case ChatKind.NEWSLETTER:
            return f"{name}@newsletter"


def _after(seconds: float) -> datetime | None:
    return clock.now() + timedelta(seconds=seconds) if seconds else None


def _carried(text: str) -> str:
    """As PostgreSQL can keep it: without NUL and half characters."""
    return text.replace("\0", "").encode(errors="replace").decode()
