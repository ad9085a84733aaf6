"""What is forgotten with time: old chats if staff wish it, old events, and rows that served their purpose."""

from contextlib import suppress
from datetime import timedelta

import structlog

from core import clock
from core.database import Database
from core.media.store import MediaStoreError
from core.media_files import MediaFiles, MediaNotFoundError
from core.settings import Settings
from core.whatsapp.pacer import KEPT_OUTREACH

log = structlog.get_logger()

# Deleted in steps, so that no statement holds its rows for long.
STEP = 1_000

# Rows that nobody asks for any more: the table, which of them, how long they are kept.
SERVED: tuple[tuple[str, str, timedelta], ...] = (
    ("idempotent_requests", "created_at < $1", timedelta(days=7)),
    ("send_attempts", "created_at < $1", KEPT_OUTREACH),
    ("sign_in_attempts", "created_at < $1", timedelta(days=30)),
    ("staff_sessions", "expires_at < $1", timedelta(days=90)),
    ("media_uploads", "expires_at < $1", timedelta(days=7)),
    ("simulated_deliveries", "taken_at < $1", timedelta(days=7)),
    ("webhook_deliveries", "state <> 'WAITING' and created_at < $1", timedelta(days=30)),
    ("notices", "resolved_at < $1", timedelta(days=180)),
    ("invitations", "expires_at < $1", timedelta(days=90)),
)

# The newest event that is old enough, and every one before it in the order of the log.
FORGET_EVENTS = """
with newest as (
    select xid, id from events
    where created_at < $1 and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid desc, id desc limit 1
), gone as (
    delete from events where (xid, id) <= (select xid, id from newest) returning 1
), noted as (
    update event_epochs set forgotten_xid = newest.xid::text::bigint, forgotten_id = newest.id
    from newest where event_epochs.id = (select max(id) from event_epochs)
)
select count(*) as n from gone
"""

# Words and files of chats that ended long ago; a proof stays with its order.
OLD_CHATS = """
update messages set text = '', detail = '{}', quoted_whatsapp_id = null, media_reference = null,
    media_id = case when exists (select 1 from payment_proofs where payment_proofs.media_id = messages.media_id)
        then media_id end
where id in (
    select messages.id from messages join conversations on conversations.id = messages.conversation_id
    where conversations.closed_at < $1 and messages.created_at < $1
        and (messages.text <> '' or messages.detail <> '{}' or messages.quoted_whatsapp_id is not null)
    order by messages.id limit $2
)
returning id
"""

OLD_RECORDS = """
update turns set record = '{}' where id in (
    select turns.id from turns join conversations on conversations.id = turns.conversation_id
    where conversations.closed_at < $1 and turns.finished_at < $1 and turns.record <> '{}'
    order by turns.id limit $2
)
returning id
"""

OLD_SUMMARIES = """
update conversations set summary = null, summary_until = null where id in (
    select id from conversations where closed_at < $1 and summary is not null order by id limit $2
)
returning id
"""

# Files that no message, proof or upload leads to any more.
_ORPHANED = """deleted_at is null
    and not exists (select 1 from messages where messages.media_id = media_files.id)
    and not exists (select 1 from payment_proofs where payment_proofs.media_id = media_files.id)
    and not exists (select 1 from media_uploads where media_uploads.media_id = media_files.id)"""
ORPHANS = f"select id from media_files where {_ORPHANED} and created_at < $1 order by id limit $2"  # noqa: S608 - ours
ORPHAN = f"select id from media_files where {_ORPHANED} and id = $1"  # noqa: S608 - ours
ORPHANED_FOR = timedelta(days=7)


class Retention:
    def __init__(self, database: Database, settings: Settings, media_files: MediaFiles) -> None:
        self._database = database
        self._settings = settings
        self._media_files = media_files

    async def run(self) -> None:
        """Once a day. Each step stands alone: what a crash left out the next day's run does."""
        settings = await self._settings.read()
        now = clock.now()
        if settings.chat_days:
            await self._forget_chats(settings.chat_days)
        events = await self._database.fetch(FORGET_EVENTS, [now - timedelta(days=settings.event_days)])
        for table, which, kept in SERVED:
            await self._in_steps(
                f"delete from {table} where id in (select id from {table} where {which} limit $2) returning id",  # noqa: S608 - both are ours
                now - kept,
            )
        files = await self._forget_orphans()
        log.info("old_rows_forgotten", events=events[0]["n"], files=files)

    async def forget_unused(self, media_id: int) -> None:
        """The job of whatever lets go of a file: its bytes leave, unless something else leads to them still.

        Raises MediaStoreError, to be tried again.
        """
        if await self._database.fetch(ORPHAN, [media_id]):
            with suppress(MediaNotFoundError):  # deleted meanwhile
                await self._media_files.forget(media_id)

    async def _forget_chats(self, days: int) -> None:
        before = clock.now() - timedelta(days=days)
        messages = await self._in_steps(OLD_CHATS, before)
        records = await self._in_steps(OLD_RECORDS, before)
        await self._in_steps(OLD_SUMMARIES, before)
        log.info("old_chats_forgotten", messages=messages, turns=records)

    async def _forget_orphans(self) -> int:
        rows = await self._database.fetch(ORPHANS, [clock.now() - ORPHANED_FOR, STEP])
        forgotten = 0
        for row in rows:
            try:
                await self._media_files.forget(row["id"])
            except (MediaNotFoundError, MediaStoreError) as error:
                log.warning("orphan_not_deleted", media_id=row["id"], error=type(error).__name__)
            else:
                forgotten += 1
        return forgotten

    async def _in_steps(self, statement: str, before: object) -> int:
        done = 0
        while rows := await self._database.fetch(statement, [before, STEP]):
            done += len(rows)
            if len(rows) < STEP:
                break
        return done
