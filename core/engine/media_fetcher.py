"""The files of messages: fetched beside the inbox, so that a slow one holds up nothing but itself."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

import structlog

from core import clock
from core.conversation_records import answer_job, note_changed
from core.database import Database, UnitOfWork
from core.engine.patience import PASSING, Patience
from core.media.store import MediaStoreError
from core.media_files import EmptyFileError, FileTooLargeError, MediaFiles, MediaNotFoundError
from core.whatsapp.gateway import GatewayError, MediaGoneError, MediaTooLargeError, NotConnectedError
from models.conversations import Direction, Message, MessageKind

logger = structlog.get_logger()

# Of one number; and of all numbers of this process, for each is in memory while it is fetched.
AT_ONCE = 4
AT_ONCE_IN_ALL = 12
FETCH_SECONDS = 30.0
# Whoever stored a message rings; by itself the line looks only this often.
IDLE_SECONDS = 10.0
# A file that fails in ways that may pass is given up at the first failure after this long.
KEEP_TRYING = timedelta(hours=6)
# Of a number that never comes back. WhatsApp has nothing any more then.
FORGOTTEN_AFTER = timedelta(days=30)

# One of each chat at once, the newest first, and what was written before the number was linked last: neither a slow
# file nor a long history keeps the picture waiting that somebody sent just now.
NEXT = """
select id, chat, media_reference from (
    select distinct on (chat) id, chat, media_reference, detail ? 'history' as is_history
    from messages
    where account_id = $1 and media_reference is not null
        and id <> all($2::bigint[]) and chat <> all($3::text[])
    order by chat, is_history, id desc
) as newest order by is_history, id desc limit $4
"""

AWAITS_PROOF = "select 1 from orders where customer_id = $1 and status in ('PENDING', 'REJECTED') limit 1"


class Downloads(Protocol):
    async def download(self, reference: bytes) -> bytes:
        """As a Gateway."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    id: int
    chat: str
    media_reference: bytes


@dataclass(slots=True)
class _Rest:
    """A file that failed is left alone for a while."""

    until: float
    patience: Patience


class Fetching:
    """Fetches what the messages of one number wait for, while this process owns it.

    It begins from the rows: a crash, a new owner or a line that broke leaves nothing out, and a file that two fetched
    is kept once.
    """

    def __init__(
        self,
        account_id: int,
        gateway: Callable[[], Downloads | None],
        database: Database,
        media_files: MediaFiles,
        together: asyncio.Semaphore,
    ) -> None:
        self._account_id = account_id
        self._gateway = gateway
        self._database = database
        self._media_files = media_files
        self._together = together
        self._rung = asyncio.Event()
        self._under_way: dict[int, str] = {}
        self._rests: dict[int, _Rest] = {}
        self._log = logger.bind(account_id=account_id)

    async def run(self) -> None:
        """Until it is cancelled."""
        patience = Patience(longest=5.0)
        async with asyncio.TaskGroup() as group:
            while True:
                self._rung.clear()
                seconds = IDLE_SECONDS
                try:
                    await self._begin(group)
                    seconds = self._seconds_to_next()
                    patience.renew()
                except PASSING as error:
                    self._log.warning("files_not_looked_for", error=type(error).__name__)
                    seconds = patience.seconds()
                with suppress(TimeoutError):
                    async with asyncio.timeout(seconds):
                        await self._rung.wait()

    async def fetch_waiting(self) -> None:
        """All that can be fetched now; what failed and may work later is left for later."""
        while True:
            async with asyncio.TaskGroup() as group:
                if not await self._begin(group):
                    return

    def ring(self) -> None:
        """A file may wait."""
        self._rung.set()

    def begin_anew(self) -> None:
        """The number is connected again: what failed before may work now."""
        self._rests.clear()
        self._rung.set()

    async def _begin(self, group: asyncio.TaskGroup) -> int:
        """How many it began to fetch."""
        gateway = self._gateway()
        free = AT_ONCE - len(self._under_way)
        if gateway is None or free <= 0:
            return 0
        moment = _monotonic()
        resting = [message_id for message_id, rest in self._rests.items() if rest.until > moment]
        rows = await self._database.fetch(NEXT, [self._account_id, resting, list(set(self._under_way.values())), free])
        for row in rows:
            waiting = _Waiting(row["id"], row["chat"], bytes(row["media_reference"]))
            self._under_way[waiting.id] = waiting.chat
            group.create_task(self._fetch(waiting, gateway))
        return len(rows)

    def _seconds_to_next(self) -> float:
        moment = _monotonic()
        return min(
            [IDLE_SECONDS, *(max(rest.until - moment, 0.05) for rest in self._rests.values() if rest.until > moment)]
        )

    async def _fetch(self, waiting: _Waiting, gateway: Downloads) -> None:
        try:
            async with self._together:
                await self._fetch_one(waiting, gateway)
        except PASSING as error:
            # The database is away; the row still says that the file is waited for.
            self._rest(waiting)
            self._log.warning("file_not_recorded", message_id=waiting.id, error=type(error).__name__)
        except Exception:
            # A file that nobody can cope with must not take the line down with it.
            self._log.exception("file_failed", message_id=waiting.id)
            with suppress(*PASSING):
                await self._try_later(waiting)
        finally:
            self._under_way.pop(waiting.id, None)
            self.ring()

    async def _fetch_one(self, waiting: _Waiting, gateway: Downloads) -> None:
        log = self._log.bind(message_id=waiting.id)
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                data = await gateway.download(waiting.media_reference)
        except MediaGoneError:
            log.info("file_gone")
            await self._record(waiting, trouble="GONE")
        except MediaTooLargeError:
            await self._record(waiting, trouble="TOO_LARGE")
        except NotConnectedError:
            self._rest(waiting)
        except (GatewayError, TimeoutError) as error:
            log.info("file_not_fetched", error=type(error).__name__)
            await self._try_later(waiting)
        except Exception:
            log.exception("gateway_failed")
            await self._try_later(waiting)
        else:
            await self._keep(waiting, data)

    async def _keep(self, waiting: _Waiting, data: bytes) -> None:
        rows = await self._database.fetch(
            "select detail->>'file_name' as file_name from messages where id = $1 and media_reference is not null",
            [waiting.id],
        )
        if not rows:
            return  # taken back, erased or fetched by another meanwhile
        try:
            kept = await self._media_files.keep(data, file_name=rows[0]["file_name"] or "")
        except FileTooLargeError:
            await self._record(waiting, trouble="TOO_LARGE")
        except EmptyFileError:
            await self._record(waiting, trouble="GONE")
        except MediaStoreError:
            self._log.warning("file_not_kept", message_id=waiting.id, exc_info=True)
            await self._try_later(waiting)
        else:
            if not await self._record(waiting, media_id=kept.id):
                with suppress(MediaNotFoundError, MediaStoreError):
                    await self._media_files.forget(kept.id)

    async def _try_later(self, waiting: _Waiting) -> None:
        self._rest(waiting)
        async with self._database.unit_of_work() as work:
            message = await _lock(work, waiting.id)
            if message is not None and message.created_at <= work.now - KEEP_TRYING:
                await _end_waiting(work, message, trouble="GONE")
                self._rests.pop(waiting.id, None)

    async def _record(self, waiting: _Waiting, *, media_id: int | None = None, trouble: str | None = None) -> bool:
        """Whether anybody still wanted to know."""
        self._rests.pop(waiting.id, None)
        async with self._database.unit_of_work() as work:
            message = await _lock(work, waiting.id)
            if message is None:
                return False
            await _end_waiting(work, message, media_id=media_id, trouble=trouble)
            if media_id is not None and await _comes_too_late(work, message):
                # It was answered as a message without a file; it may be the proof that an order waits for.
                message.is_settled, message.turn_id = False, None
                await message.save(using_db=work.connection, update_fields=["is_settled", "turn_id"])
                work.defer(answer_job(message.customer_id))
            return True

    def _rest(self, waiting: _Waiting) -> None:
        rest = self._rests.setdefault(waiting.id, _Rest(0.0, Patience(shortest=1.0, longest=300.0)))
        rest.until = _monotonic() + rest.patience.seconds()


class MediaFetcher:
    """Makes the fetching of each number."""

    def __init__(self, database: Database, media_files: MediaFiles) -> None:
        self._database = database
        self._media_files = media_files
        self._together = asyncio.Semaphore(AT_ONCE_IN_ALL)

    def fetching(self, account_id: int, gateway: Callable[[], Downloads | None]) -> Fetching:
        return Fetching(account_id, gateway, self._database, self._media_files, self._together)

    async def give_up_old(self) -> None:
        """What a number waited for that never came back."""
        rows = await self._database.fetch(
            "select id from messages where media_reference is not null and created_at < $1 order by id",
            [clock.now() - FORGOTTEN_AFTER],
        )
        for row in rows:
            async with self._database.unit_of_work() as work:
                if (message := await _lock(work, row["id"])) is not None:
                    await _end_waiting(work, message, trouble="GONE")


async def _lock(work: UnitOfWork, message_id: int) -> Message | None:
    """None: nothing is waited for any more."""
    messages = Message.filter(id=message_id, media_reference__isnull=False).using_db(work.connection)
    return await messages.select_for_update().first()


async def _end_waiting(
    work: UnitOfWork, message: Message, *, media_id: int | None = None, trouble: str | None = None
) -> None:
    detail: dict[str, Any] = {key: value for key, value in message.detail.items() if key not in {"media", "file_name"}}
    message.detail = detail | ({"media": trouble} if trouble else {})
    message.media_id, message.media_reference = media_id, None
    await message.save(using_db=work.connection, update_fields=["detail", "media_id", "media_reference"])
    note_changed(work, message)


async def _comes_too_late(work: UnitOfWork, message: Message) -> bool:
    return (
        message.direction is Direction.INBOUND
        and message.kind in {MessageKind.IMAGE, MessageKind.DOCUMENT}
        and message.is_settled
        and message.turn_id is not None
        and bool(await work.fetch(AWAITS_PROOF, message.customer_id))
    )


def _monotonic() -> float:
    return asyncio.get_running_loop().time()
