"""How often one may guess a password: counted per account and per address, by all processes together."""

from datetime import datetime, timedelta

from core.database import Database, UnitOfWork
from core.errors import RateLimitedError

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 5
PER_ADDRESS = 20
_KEPT = timedelta(days=1)

# Two guesses at one account or from one address wait for each other here, so that a volley cannot slip through.
_QUEUE_UP = """
select pg_advisory_xact_lock(key)
from (select distinct hashtextextended(name, 0) as key from unnest(array[$1, $2]) as name order by 1) as names
"""

# When the guess that fills the limit leaves the window; null: there is room.
_FULL_UNTIL = """
select
    (select created_at from sign_in_attempts where email = $1 and created_at > $3
     order by created_at desc offset $4 limit 1) as account_full_since,
    (select created_at from sign_in_attempts where address = $2 and created_at > $3
     order by created_at desc offset $5 limit 1) as address_full_since
"""


class SignInLimits:
    """An attempt is counted before the password is looked at and taken back when it was right."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count(self, email: str, address: str) -> None:
        """Raises RateLimitedError; then the attempt is not counted, so that waiting helps."""
        async with self._database.unit_of_work() as work:
            await work.fetch(_QUEUE_UP, f"sign-in account {email}", f"sign-in address {address}")
            rows = await work.fetch(_FULL_UNTIL, email, address, work.now - WINDOW, PER_ACCOUNT - 1, PER_ADDRESS - 1)
            for since in (rows[0]["account_full_since"], rows[0]["address_full_since"]):
                if since is not None:
                    raise _too_many(since, work.now)
            await work.execute(
                "insert into sign_in_attempts (email, address, created_at) values ($1, $2, $3)",
                email,
                address,
                work.now,
            )
            await work.execute("delete from sign_in_attempts where created_at < $1", work.now - _KEPT)

    async def forgive(self, work: UnitOfWork, email: str) -> None:
        await work.execute("delete from sign_in_attempts where email = $1", email)


def _too_many(since: datetime, now: datetime) -> RateLimitedError:
    seconds = max(1, round((since + WINDOW - now).total_seconds()))
    return RateLimitedError("Too many attempts to sign in; try again later.", retry_after=seconds)
