"""What leaves: one lane for each number, in order, at the pace WhatsApp bears, and never anything twice."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import structlog
from tortoise.exceptions import IntegrityError

from core.conversations import Conversations
from core.database import Database, UnitOfWork
from core.engine.outreach import Outreach, Waiting
from core.engine.patience import PASSING, Patience
from core.errors import NotFoundError
from core.events.event_types import MessageChanged
from core.media.store import MediaMissingError, MediaStoreError
from core.media_files import MediaFiles
from core.whatsapp.gateway import (
    AmbiguousSendError,
    Gateway,
    LeaseLostError,
    NotConnectedError,
    OutgoingMedia,
    OutgoingMessage,
    ReachOutRestrictedError,
    SendRejectedError,
    SentMessage,
)
from core.whatsapp.pacer import HUMAN, SIMULATED, Pace, Pacer
from models.accounts import AccountKind
from models.conversations import AttentionReason, MessageState

logger = structlog.get_logger()

T = TypeVar("T")

# The feed rings for every new message; a lane looks by itself only this often.
IDLE_SECONDS = 3.0
# While the window is full: time can be moved, and the message that waits can be discarded.
LOOK_SECONDS = 1.0
# One unacknowledged send blocks whatsmeow for up to 75 s; after that nobody knows.
SEND_SECONDS = 90.0
LONGEST_TEXT = 65_536
# Until a message that came back unsent is tried again, when the number says that it is connected.
REFUSED_SECONDS = 0.5

# A person who took over, a STOP and a new owner each win against a message that is about to leave.
CLAIM = """
update messages set state = 'SENDING'
where id = $1 and state = 'QUEUED' returning id, conversation_id, customer_id, is_proactive
"""

HOLD = "select 1 from whatsapp_accounts where id = $1 and owner_fence = $2 for share"
HOLD_TO_CHANGE = "select 1 from whatsapp_accounts where id = $1 and owner_fence = $2 for no key update"

OPTED_OUT = "select 1 from customers where id = $1 and opted_out_at is not null"


@dataclass(frozen=True, slots=True)
class OwnedNumber:
    """What a lane knows of its number: whose it is, and by which gateway it speaks just now."""

    account_id: int
    fence: int
    gateway: Callable[[], Gateway | None]  # None: not connected


class Lane:
    """Sends what is queued for one number while this process owns it."""

    def __init__(
        self,
        number: OwnedNumber,
        database: Database,
        conversations: Conversations,
        media_files: MediaFiles,
        pace: Pace,
    ) -> None:
        self._number = number
        self._database = database
        self._conversations = conversations
        self._media_files = media_files
        self._pacer = Pacer(number.account_id, pace)
        self._outreach = Outreach(number.account_id, database, self._pacer)
        self._rung = asyncio.Event()
        self._is_stopping = asyncio.Event()
        self._is_settled = asyncio.Event()
        self._is_settled.set()
        self._begun_at = 0.0
        self._log = logger.bind(account_id=number.account_id)

    async def run(self) -> None:
        """Until `stop`. Raises LeaseLostError when another process took the number over."""
        patience = Patience()
        await self._retry(self._own_up)
        await self._retry(self._outreach.begin)
        while not self._is_stopping.is_set():
            try:
                if not await self._send_next():
                    await self._wait_for_bell()
                patience.renew()
            except PASSING as error:
                self._log.warning("lane_interrupted", error=type(error).__name__)
                await self._pause(patience.seconds())

    def ring(self) -> None:
        """Something may be there to send, or the number may be connected again."""
        self._rung.set()

    def stop(self) -> None:
        """The message that is being sent is still sent and recorded; no other is begun."""
        self._is_stopping.set()
        self._rung.set()

    async def settled(self, seconds: float) -> None:
        """Waits until no message is between its call and its record, but at most until so long after the call.

        A receipt or an echo can come back before the id of the message it means was written; a call that hangs must
        not hold up one after another.
        """
        left = self._begun_at + seconds - asyncio.get_running_loop().time()
        if self._is_settled.is_set() or left <= 0:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(left):
                await self._is_settled.wait()

    async def _send_next(self) -> bool:
        """Whether something happened; if not, the lane may rest."""
        await self._outreach.allow_in_time()
        gateway = self._number.gateway()
        if gateway is None:
            return False
        waiting = await self._outreach.next()
        if waiting is None:
            return False
        if not await self._has_room(waiting):
            return True
        outgoing = await self._prepare(waiting)
        if outgoing is None:
            return True
        await self._pacer.smooth()
        if not await self._type(gateway, waiting):
            await self._pause(REFUSED_SECONDS)
            return True
        if self._is_stopping.is_set():
            return True
        self._is_settled.clear()
        self._begun_at = asyncio.get_running_loop().time()
        try:
            if await self._claim(waiting.id, is_outreach=waiting.is_outreach):
                await self._send(gateway, waiting.id, outgoing)
        finally:
            self._is_settled.set()
        await self._pause(self._pacer.pace.gap_seconds())
        return True

    async def _has_room(self, waiting: Waiting) -> bool:
        """Whether it may leave now. A full window holds all, and is waited for; full outreach holds only strangers."""
        async with self._database.unit_of_work() as work:
            seconds = (await self._pacer.free_at(work) - work.now).total_seconds()
            if seconds <= 0:
                return not waiting.is_outreach or await self._outreach.has_room(work)
        await self._pause(min(seconds, LOOK_SECONDS))
        return False

    async def _prepare(self, waiting: Waiting) -> OutgoingMessage | None:
        """None: it can never be sent, and was marked so."""
        if len(waiting.text) > LONGEST_TEXT:
            await self._retry(lambda: self._fail(waiting.id, MessageState.QUEUED, "too_long"))
            return None
        media = None
        if waiting.media_id is not None:
            try:
                file, data = await self._media_files.read(waiting.media_id)
            except (NotFoundError, MediaMissingError):
                await self._retry(lambda: self._fail(waiting.id, MessageState.QUEUED, "media_missing"))
                return None
            except MediaStoreError as error:
                raise ConnectionError("the media store is away") from error
            media = OutgoingMedia(data, file.content_type, file.file_name)
        return OutgoingMessage(waiting.chat, waiting.text, waiting.quoted_whatsapp_id, media)

    async def _type(self, gateway: Gateway, waiting: Waiting) -> bool:
        """Whether the number was there to be seen typing."""
        seconds = self._pacer.pace.typing_seconds(waiting.text)
        if seconds > 0:
            try:
                await gateway.show_typing(waiting.chat, typing=True)
            except NotConnectedError:
                return False
            await self._pause(seconds)
        return True

    async def _claim(self, message_id: int, *, is_outreach: bool = False) -> bool:
        """Marks it as being sent and counts it, before the call; False when it is not to be sent any more."""
        async with self._database.unit_of_work() as work:
            await self._hold_fence(work)
            if await self._pacer.free_at(work) > work.now:
                return False
            if is_outreach and not await self._outreach.has_room(work):
                return False
            rows = await work.fetch(CLAIM, message_id)
            if not rows:
                return False
            row = rows[0]
            if row["is_proactive"] and await work.fetch(OPTED_OUT, row["customer_id"]):
                await self._move(work, message_id, MessageState.SENDING, MessageState.DISCARDED)
                return False
            await self._pacer.book(work, message_id, is_outreach=is_outreach)
            work.append(self._changed(row, MessageState.SENDING))
            return True

    async def _send(self, gateway: Gateway, message_id: int, outgoing: OutgoingMessage) -> None:
        try:
            async with asyncio.timeout(SEND_SECONDS):
                sent = await gateway.send(outgoing)
        except NotConnectedError:
            await self._retry(lambda: self._put_back(message_id))
            self._log.info("message_put_back", message_id=message_id)
            await self._pause(REFUSED_SECONDS)
        except ReachOutRestrictedError as error:
            until = error.until
            await self._retry(lambda: self._restrict(message_id, until))
            self._log.warning("outreach_restricted", message_id=message_id)
        except SendRejectedError as error:
            reason = error.reason
            await self._retry(lambda: self._fail(message_id, MessageState.SENDING, reason))
            self._log.warning("message_rejected", message_id=message_id, reason=reason)
        except (AmbiguousSendError, TimeoutError):
            await self._retry(lambda: self._doubt(message_id))
            self._log.warning("message_sent_or_not", message_id=message_id)
        except Exception:
            # Nobody knows how far it came.
            self._log.exception("gateway_failed", message_id=message_id)
            await self._retry(lambda: self._doubt(message_id))
        else:
            await self._retry(lambda: self._record_sent(message_id, sent))
            self._log.info("message_sent", message_id=message_id)

    async def _record_sent(self, message_id: int, sent: SentMessage) -> None:
        try:
            await self._write_sent(message_id, sent, sent.whatsapp_id)
        except IntegrityError:
            # Its echo was stored as a message of its own already and has the id.
            await self._write_sent(message_id, sent, None)

    async def _write_sent(self, message_id: int, sent: SentMessage, whatsapp_id: str | None) -> None:
        async with self._database.unit_of_work() as work:
            await self._hold_fence(work)
            await self._pacer.came_back(work, message_id)
            rows = await work.fetch(
                "update messages set state = 'SENT', whatsapp_id = $2, sent_at = $3 "
                "where id = $1 and state = 'SENDING' returning id, conversation_id, customer_id",
                message_id,
                whatsapp_id,
                sent.sent_at,
            )
            for row in rows:
                work.append(self._changed(row, MessageState.SENT))

    async def _put_back(self, message_id: int) -> None:
        async with self._database.unit_of_work() as work:
            await self._hold_fence(work)
            await self._pacer.was_not_sent(work, message_id)
            # A person took over while it was being handed to WhatsApp.
            is_silenced = await work.fetch("select 1 from messages where id = $1 and detail ? 'silenced'", message_id)
            back = MessageState.DISCARDED if is_silenced else MessageState.QUEUED
            await self._move(work, message_id, MessageState.SENDING, back)

    async def _fail(self, message_id: int, was: MessageState, reason: str) -> None:
        async with self._database.unit_of_work() as work:
            await self._hold_fence(work)
            await self._pacer.came_back(work, message_id)
            await self._give_up(work, message_id, was, MessageState.FAILED, reason)

    async def _restrict(self, message_id: int, until: datetime | None) -> None:
        async with self._database.unit_of_work() as work:
            await self._hold_fence(work, for_change=True)
            await self._pacer.came_back(work, message_id)
            await self._give_up(work, message_id, MessageState.SENDING, MessageState.FAILED, "reach_out_restricted")
            await self._outreach.forbid(work, until)

    async def _doubt(self, message_id: int) -> None:
        async with self._database.unit_of_work() as work:
            await self._hold_fence(work)
            await self._pacer.came_back(work, message_id)
            await self._give_up(work, message_id, MessageState.SENDING, MessageState.AMBIGUOUS, "no_answer")

    async def _own_up(self) -> None:
        """What an earlier owner was cut off in may have been sent: it is shown, never repeated."""
        rows = await self._database.fetch(
            "select id from messages where account_id = $1 and state = 'SENDING' order by id", [self._number.account_id]
        )
        for row in rows:
            await self._doubt(row["id"])
            self._log.warning("message_sent_or_not", message_id=row["id"])
        async with self._database.unit_of_work() as work:
            await self._pacer.forget_old(work)

    async def _give_up(
        self, work: UnitOfWork, message_id: int, was: MessageState, state: MessageState, reason: str
    ) -> None:
        """A person must look: the customer may wait for this."""
        rows = await work.fetch("select conversation_id from messages where id = $1", message_id)
        conversation = await self._conversations.lock(work, rows[0]["conversation_id"])
        if await self._move(work, message_id, was, state, reason):
            await self._conversations.flag(work, conversation, AttentionReason.SEND_FAILED)

    async def _move(
        self, work: UnitOfWork, message_id: int, was: MessageState, state: MessageState, reason: str | None = None
    ) -> bool:
        rows = await work.fetch(
            "update messages set state = $3, failure = $4 where id = $1 and state = $2 "
            "returning id, conversation_id, customer_id",
            message_id,
            was,
            state,
            reason[:200] if reason else None,
        )
        for row in rows:
            work.append(self._changed(row, state))
        return bool(rows)

    async def _hold_fence(self, work: UnitOfWork, *, for_change: bool = False) -> None:
        """Nobody takes the number over before this transaction ends."""
        statement = HOLD_TO_CHANGE if for_change else HOLD
        if not await work.fetch(statement, self._number.account_id, self._number.fence):
            raise LeaseLostError

    def _changed(self, row: dict[str, int], state: MessageState) -> MessageChanged:
        return MessageChanged(row["id"], row["conversation_id"], row["customer_id"], self._number.account_id, state)

    async def _retry(self, write: Callable[[], Awaitable[T]]) -> T:
        """What happened is written however long the database is away."""
        patience = Patience()
        while True:
            try:
                return await write()
            except PASSING as error:
                self._log.warning("lane_could_not_write", error=type(error).__name__)
                await asyncio.sleep(patience.seconds())

    async def _wait_for_bell(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(IDLE_SECONDS):
                await self._rung.wait()
        self._rung.clear()

    async def _pause(self, seconds: float) -> None:
        if seconds <= 0:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._is_stopping.wait()


def pace_of(kind: AccountKind) -> Pace:
    return SIMULATED if kind is AccountKind.SIMULATOR else HUMAN


class Outbox:
    """Makes the lanes."""

    def __init__(
        self,
        database: Database,
        conversations: Conversations,
        media_files: MediaFiles,
        *,
        pace: Callable[[AccountKind], Pace] = pace_of,
    ) -> None:
        self._database = database
        self._conversations = conversations
        self._media_files = media_files
        self._pace = pace

    def lane(self, number: OwnedNumber, kind: AccountKind) -> Lane:
        return Lane(number, self._database, self._conversations, self._media_files, self._pace(kind))
