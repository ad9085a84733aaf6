"""What leaves next in a lane, and when strangers are written to: those who never wrote to this number."""

from dataclasses import dataclass
from datetime import datetime

from core import clock
from core.account_restrictions import lift_if_over, restrict
from core.database import Database, UnitOfWork
from core.whatsapp.pacer import STRANGER_GAP, WINDOW, Pacer

# The oldest message that may leave. To a stranger none does while outreach is held ($2), nor soon after the one before:
# theirs wait in their order, and the others go on past them. Whoever writes meanwhile is no stranger any more.
NEXT = """
with waiting as (
    select id, customer_id, chat, text, quoted_whatsapp_id, media_id,
        not exists (
            select 1 from conversations
            where customer_id = queued.customer_id and last_customer_message_at is not null
        ) and not exists (
            select 1 from messages where customer_id = queued.customer_id and direction = 'INBOUND'
        ) as is_outreach
    from messages as queued
    where account_id = $1 and state = 'QUEUED'
)
select id, chat, text, quoted_whatsapp_id, media_id, is_outreach from waiting
where not is_outreach or $2 and not exists (
    select 1 from send_attempts join messages as earlier on earlier.id = send_attempts.message_id
    where send_attempts.account_id = $1 and send_attempts.is_outreach
        and send_attempts.created_at > $3 and send_attempts.created_at < $4
        and earlier.customer_id = waiting.customer_id
)
order by id limit 1
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The message at the head of a lane."""

    id: int
    chat: str
    text: str
    quoted_whatsapp_id: str | None
    media_id: int | None
    is_outreach: bool


class Outreach:
    """A lane's knowledge of what it may send to strangers.

    Nobody but the lane restricts its number or counts its attempts, so it need not ask before each message.
    """

    def __init__(self, account_id: int, database: Database, pacer: Pacer) -> None:
        self._account_id = account_id
        self._database = database
        self._pacer = pacer
        self._restricted_until: datetime | None = None
        self._full_until: datetime | None = None

    async def begin(self) -> None:
        rows = await self._database.fetch(
            "select restricted_until from whatsapp_accounts where id = $1", [self._account_id]
        )
        self._restricted_until = rows[0]["restricted_until"] if rows else None

    async def next(self) -> Waiting | None:
        moment = clock.now()
        rows = await self._database.fetch(
            NEXT, [self._account_id, not self._is_held(moment), moment - STRANGER_GAP, moment + WINDOW]
        )
        return Waiting(**rows[0]) if rows else None

    async def has_room(self, work: UnitOfWork) -> bool:
        """Whether a stranger may be written to now; if not, none is until the windows have room again."""
        free_at = await self._pacer.reach_out_at(work)
        if free_at <= work.now:
            return True
        # Looked at again soon enough that a clock which is put back does not hold it for a day.
        self._full_until = min(free_at, work.now + WINDOW)
        return False

    async def forbid(self, work: UnitOfWork, until: datetime | None) -> None:
        """WhatsApp said that this number may only answer; None: it did not say until when."""
        self._restricted_until = await restrict(work, self._account_id, until)

    async def allow_in_time(self) -> None:
        """Tells that a restriction is over, once it is."""
        if self._restricted_until is None or self._restricted_until > clock.now():
            return
        async with self._database.unit_of_work() as work:
            await lift_if_over(work, self._account_id)
        self._restricted_until = None

    def _is_held(self, moment: datetime) -> bool:
        if self._restricted_until is not None and moment < self._restricted_until:
            return True
        return self._full_until is not None and self._full_until - WINDOW <= moment < self._full_until
