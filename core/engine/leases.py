"""Which process talks to WhatsApp for a number: lease rows with a fence, renewed while the process is well."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from core.database import Database

TTL_SECONDS = 15.0
RENEW_SECONDS = 5.0
# An owner that could not renew stops by its own clock before anybody else may begin.
STOP_AT = 0.7

# The database's clock, not the shop's: the machines that share a lease must agree on the time, and a moved clock of the
# shop must neither end a lease nor stretch it.
TAKE = """
update whatsapp_accounts
set owner = $2, owner_fence = owner_fence + 1, owned_until = clock_timestamp() + make_interval(secs => $3)
where id = $1 and (owner is null or owner = $2 or owned_until is null or owned_until < clock_timestamp())
returning owner_fence
"""

RENEW = """
update whatsapp_accounts as account
set owned_until = clock_timestamp() + make_interval(secs => $3),
    last_event_at = greatest(account.last_event_at, held.heard_at)
from unnest($1::bigint[], $2::bigint[], $4::timestamptz[]) as held (id, fence, heard_at)
where account.id = held.id and account.owner_fence = held.fence
returning account.id
"""

RELEASE = "update whatsapp_accounts set owner = null, owned_until = null where id = $1 and owner_fence = $2"


@dataclass(slots=True)
class Lease:
    account_id: int
    fence: int
    good_until: float  # on this process's monotonic clock
    lost: asyncio.Event = field(default_factory=asyncio.Event)
    # When its line last heard anything; it is written with the next renewal, for it changes with every message.
    heard_at: datetime | None = None

    @property
    def is_good(self) -> bool:
        return not self.lost.is_set() and asyncio.get_running_loop().time() < self.good_until


class Leases:
    """`owner` names a data folder, which no two live processes share: what it owned before a crash is its own."""

    def __init__(self, database: Database, owner: str, *, ttl: float = TTL_SECONDS) -> None:
        self._database = database
        self.owner = owner
        self._ttl = ttl

    async def take(self, account_id: int) -> Lease | None:
        """None: another process has it."""
        good_until = self._good_until()
        async with self._database.unit_of_work() as work:
            rows = await work.fetch(TAKE, account_id, self.owner, self._ttl)
        return Lease(account_id, rows[0]["owner_fence"], good_until) if rows else None

    async def renew(self, leases: Collection[Lease]) -> None:
        """Prolongs what is still ours and marks the rest as lost."""
        if not leases:
            return
        good_until = self._good_until()
        async with asyncio.timeout(self._ttl * STOP_AT / 2), self._database.unit_of_work() as work:
            rows = await work.fetch(
                RENEW,
                [lease.account_id for lease in leases],
                [lease.fence for lease in leases],
                self._ttl,
                [lease.heard_at for lease in leases],
            )
        kept = {row["id"] for row in rows}
        for lease in leases:
            if lease.account_id in kept:
                lease.good_until = good_until
            else:
                lease.lost.set()

    async def release(self, lease: Lease) -> None:
        """Another process may take the number over at once."""
        async with self._database.unit_of_work() as work:
            await work.execute(RELEASE, lease.account_id, lease.fence)

    def _good_until(self) -> float:
        # Counted from before the query: however long its answer takes, the row's time is later.
        return asyncio.get_running_loop().time() + self._ttl * STOP_AT
