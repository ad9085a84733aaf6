"""The event log: append inside the transaction, read after a cursor without a gap or a repeat."""

import base64
import binascii
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from tortoise.backends.base.client import BaseDBAsyncClient

from core.errors import CursorExpiredError, InvalidInputError
from core.events.event_types import Event

APPEND = """
insert into events (type, payload)
select * from unnest($1::text[], $2::jsonb[])
"""

# Below the oldest transaction still open, no row can appear any more: what is read here is complete. Ordered by the
# table's own columns, which the index holds; `xid` alone would mean the number that is made of it here.
READ = """
select xid::text::bigint as xid, id, type, payload::text as payload, created_at
from events
where (xid, id) > ($1::text::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
  and ($4::text[] is null or type = any($4))
order by events.xid, events.id
limit $3
"""

HEAD = """
select xid::text::bigint as xid, id
from events
where xid < pg_snapshot_xmin(pg_current_snapshot())
order by events.xid desc, events.id desc
limit 1
"""

HELD_BACK = """
select exists (select 1 from events where xid >= pg_snapshot_xmin(pg_current_snapshot())) as held_back
"""

EPOCH = "select id as epoch, forgotten_xid, forgotten_id from event_epochs order by id desc limit 1"


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """A place in the log. The epoch names the life of the log: a restore from a backup begins a new one."""

    epoch: int
    xid: int
    sequence: int

    def encode(self) -> str:
        return base64.urlsafe_b64encode(f"{self.epoch}.{self.xid}.{self.sequence}".encode()).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str) -> "Cursor":
        try:
            raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("ascii")
            epoch, xid, sequence = (int(part) for part in raw.split("."))
        except (binascii.Error, ValueError) as error:
            raise InvalidInputError("This is no cursor of the event log.", field="after") from error
        if not (0 <= epoch < 2**63 and 0 <= xid < 2**63 and 0 <= sequence < 2**63):
            raise InvalidInputError("This is no cursor of the event log.", field="after")
        return cls(epoch, xid, sequence)


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    cursor: Cursor
    type: str
    payload: dict[str, Any]
    happened_at: datetime


async def append(connection: BaseDBAsyncClient, events: Sequence[Event]) -> None:
    if events:
        await connection.execute_query(
            APPEND,
            [[event.type for event in events], [orjson.dumps(event.payload()).decode() for event in events]],
        )


@dataclass(frozen=True, slots=True)
class Life:
    """The life of the log, and the place up to which its events were forgotten by age."""

    epoch: int
    forgotten: Cursor


async def life(connection: BaseDBAsyncClient) -> Life:
    rows = await connection.execute_query_dict(EPOCH)
    row = rows[0]
    return Life(row["epoch"], Cursor(row["epoch"], row["forgotten_xid"], row["forgotten_id"]))


async def head(connection: BaseDBAsyncClient) -> Cursor:
    """The newest place that can be read; what is appended from now on comes after it."""
    rows = await connection.execute_query_dict(HEAD)
    now = await life(connection)
    return Cursor(now.epoch, rows[0]["xid"], rows[0]["id"]) if rows else now.forgotten


async def read(
    connection: BaseDBAsyncClient, after: Cursor, *, limit: int = 500, types: Collection[str] | None = None
) -> list[LoggedEvent]:
    """At most `limit` events after the cursor, oldest first.

    Raises CursorExpiredError for another life of the log, or a place from which events were forgotten since.
    """
    now = await life(connection)
    if after.epoch != now.epoch:
        raise CursorExpiredError("The log was restored since; take a new snapshot and start from its cursor.")
    if after < now.forgotten:
        raise CursorExpiredError("The log does not reach back so far; take a new snapshot and start from its cursor.")
    rows = await connection.execute_query_dict(
        READ, [str(after.xid), after.sequence, limit, None if types is None else list(types)]
    )
    return [
        LoggedEvent(
            Cursor(now.epoch, row["xid"], row["id"]), row["type"], orjson.loads(row["payload"]), row["created_at"]
        )
        for row in rows
    ]


async def is_held_back(connection: BaseDBAsyncClient) -> bool:
    """Whether events were appended that an older open transaction still hides; they come within moments."""
    rows = await connection.execute_query_dict(HELD_BACK)
    return bool(rows[0]["held_back"])
