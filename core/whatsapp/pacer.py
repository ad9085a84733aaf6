"""How fast a number may speak: at most 30 messages in any 60 s, at a human pace, and far fewer to strangers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import SystemRandom

from aiolimiter import AsyncLimiter

from core.database import UnitOfWork

MOST_MESSAGES = 30
WINDOW = timedelta(seconds=60)
# Beyond the window by a hair, so that a message exactly 60 s later is not the 31st of a closed interval.
MARGIN = timedelta(milliseconds=10)

# Outreach is what goes to somebody who never wrote to this number. Numbers are banned for it long before they come near
# 30 in 60 s, and a young number soonest: so a handful at a time, and in a day no more than a person would begin chats.
MOST_OUTREACH = 5  # in any WINDOW
MOST_OUTREACH_IN_DAY = 30
DAY = timedelta(hours=24)
# Between two messages to one and the same stranger: who is not answered does not go on at once.
STRANGER_GAP = timedelta(seconds=15)

KEPT = timedelta(hours=1)
KEPT_OUTREACH = DAY + KEPT

# The moment at which both windows have room. A clock that ran ahead wrote what lies far ahead; see `free_at`.
REACH_OUT_AT = """
select greatest(
    (
        select created_at + $7::interval from send_attempts
        where account_id = $1 and is_outreach and created_at > $2 and created_at < $4
        order by created_at desc offset $5 limit 1
    ),
    (
        select created_at + $8::interval from send_attempts
        where account_id = $1 and is_outreach and created_at > $3 and created_at < $4
        order by created_at desc offset $6 limit 1
    )
) as free_at
"""

_chance = SystemRandom()


@dataclass(frozen=True, slots=True)
class Pace:
    """How a person would type. Seconds; all zero is as fast as the window allows."""

    typing_per_character: float = 0.03
    longest_typing: float = 4.0
    shortest_gap: float = 0.4  # between two messages
    longest_gap: float = 1.5
    # aiolimiter's bucket: so many at once, then so many evenly over `bucket_seconds`. It only smooths: alone it would
    # let twice as many through.
    bucket: int = 6
    bucket_seconds: float = 12.0

    def typing_seconds(self, text: str) -> float:
        return min(len(text) * self.typing_per_character, self.longest_typing)

    def gap_seconds(self) -> float:
        return _chance.uniform(self.shortest_gap, self.longest_gap)


HUMAN = Pace()
# A simulated number shows that it types, but nobody wants to wait for it.
SIMULATED = Pace(
    typing_per_character=0.001, longest_typing=0.2, shortest_gap=0, longest_gap=0, bucket=30, bucket_seconds=1
)
INSTANT = Pace(typing_per_character=0, longest_typing=0, shortest_gap=0, longest_gap=0, bucket=30, bucket_seconds=0.01)


class Pacer:
    """The sliding window over one account's send attempts; it survives restarts and changes of owner.

    An attempt counts from the moment it is booked, before the call, and again from the moment the call came back: so
    whenever in between WhatsApp counted the message, no 60 s hold more than 30.
    """

    def __init__(self, account_id: int, pace: Pace) -> None:
        self._account_id = account_id
        self.pace = pace
        self._limiter = AsyncLimiter(pace.bucket, pace.bucket_seconds)

    async def smooth(self) -> None:
        await self._limiter.acquire()

    async def free_at(self, work: UnitOfWork) -> datetime:
        """When the next message may go; `work.now` or earlier: at once."""
        rows = await work.fetch(
            # What lies far ahead was written by a clock that was wrong and would hold the lane for as long.
            "select created_at from send_attempts where account_id = $1 and created_at > $2 and created_at < $3 "
            "order by created_at desc offset $4 limit 1",
            self._account_id,
            work.now - WINDOW - MARGIN,
            work.now + WINDOW,
            MOST_MESSAGES - 1,
        )
        return rows[0]["created_at"] + WINDOW + MARGIN if rows else work.now

    async def reach_out_at(self, work: UnitOfWork) -> datetime:
        """When the next stranger may be written to, besides `free_at`; `work.now` or earlier: at once."""
        rows = await work.fetch(
            REACH_OUT_AT,
            self._account_id,
            work.now - WINDOW - MARGIN,
            work.now - DAY - MARGIN,
            work.now + WINDOW,
            MOST_OUTREACH - 1,
            MOST_OUTREACH_IN_DAY - 1,
            WINDOW + MARGIN,
            DAY + MARGIN,
        )
        return rows[0]["free_at"] or work.now

    async def book(self, work: UnitOfWork, message_id: int, *, is_outreach: bool = False) -> None:
        """Counts one attempt, in the transaction that marks the message as being sent."""
        await work.execute(
            "insert into send_attempts (account_id, message_id, is_outreach, created_at) values ($1, $2, $3, $4)",
            self._account_id,
            message_id,
            is_outreach,
            work.now,
        )

    async def came_back(self, work: UnitOfWork, message_id: int) -> None:
        await work.execute(
            "update send_attempts set created_at = $3 where account_id = $1 and message_id = $2 and created_at > $4",
            self._account_id,
            message_id,
            work.now,
            work.now - KEPT,
        )

    async def was_not_sent(self, work: UnitOfWork, message_id: int) -> None:
        await work.execute(
            "delete from send_attempts where account_id = $1 and message_id = $2 and created_at > $3",
            self._account_id,
            message_id,
            work.now - KEPT,
        )

    async def forget_old(self, work: UnitOfWork) -> None:
        await work.execute(
            "delete from send_attempts where account_id = $1 and created_at < $2 "
            "and (not is_outreach or created_at < $3)",
            self._account_id,
            work.now - KEPT,
            work.now - KEPT_OUTREACH,
        )
