"""Brings the tables up to date, once, under a lock that every process of the shop respects."""

import asyncio
import os
from collections.abc import Coroutine
from contextvars import Context
from pathlib import Path
from typing import Any

import asyncpg
import structlog
from tortoise.exceptions import OperationalError

from core.database import open_connection, tortoise_config
from core.errors import ConfigurationError

# aerich warns of Tortoise 1 on standard error at import; the two were tested together.
os.environ.setdefault("AERICH_NO_TORTOISE_V1_WARNING", "1")

log = structlog.get_logger()

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
# Any number that nothing else in the database uses: the ASCII letters "PARLEY".
LOCK = 0x5041524C4559
# Whoever does not answer so long is not there.
CONNECT_SECONDS = 20


async def migrate(url: str) -> list[str]:
    """Applies what is missing, each migration in a transaction of its own; returns their names, oldest first."""
    return await _apart(_migrate(url))


async def waiting(url: str) -> list[str]:
    """The migrations that this program has and the database does not; it changes nothing."""
    return await _apart(_waiting(url))


async def _apart(work: Coroutine[Any, Any, list[str]]) -> list[str]:
    """In a context of its own: aerich connects Tortoise and leaves that behind for whoever comes next."""
    return await asyncio.get_running_loop().create_task(work, context=Context())


async def _migrate(url: str) -> list[str]:
    from aerich import Command

    lock = await _first_connection(url)
    try:
        await lock.execute("select pg_advisory_lock($1)", LOCK)
        async with Command(
            tortoise_config=tortoise_config(url, pool_size=2), app="models", location=str(MIGRATIONS)
        ) as command:
            await command.init()
            applied = await command.upgrade(run_in_transaction=True)
    finally:
        await lock.close()
    if applied:
        log.info("database_migrated", migrations=len(applied))
    return list(applied)


async def _first_connection(url: str) -> "asyncpg.Connection[asyncpg.Record]":
    """Every start begins here, so an address that leads nowhere is told here, by the name of its variable."""
    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            return await open_connection(url)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        reason = str(error) or f"no answer within {CONNECT_SECONDS} s"
        raise ConfigurationError(
            f"DATABASE_URL: There is no connection to PostgreSQL ({reason}). Check the address, the user and the "
            "password, and that the server runs.",
            field="DATABASE_URL",
        ) from error


async def _waiting(url: str) -> list[str]:
    from aerich import Command

    async with Command(
        tortoise_config=tortoise_config(url, pool_size=1), app="models", location=str(MIGRATIONS)
    ) as command:
        await command.init()
        try:
            return list(await command.heads())
        except OperationalError:
            # No table of applied migrations yet: an empty database waits for all of them.
            return list(await command.history())
