"""How long to wait before trying again, and which faults pass by themselves."""

from random import SystemRandom

import asyncpg
from tortoise.exceptions import DBConnectionError, TransactionManagementError

_chance = SystemRandom()

# The database is away, restarting, full or busy: the same call works later. Anything else would fail again.
PASSING = (
    OSError,
    TimeoutError,
    DBConnectionError,
    TransactionManagementError,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.TransactionRollbackError,
)


class Patience:
    """Doubles from `shortest` to `longest` seconds, with chance, so that many do not come back at once."""

    def __init__(self, shortest: float = 0.2, longest: float = 30.0) -> None:
        self._shortest = shortest
        self._longest = longest
        self._next = shortest

    def seconds(self) -> float:
        seconds = self._next
        self._next = min(self._next * 2, self._longest)
        return _chance.uniform(seconds / 2, seconds)

    def renew(self) -> None:
        """It worked: the next failure is a first one."""
        self._next = self._shortest
