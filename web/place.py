"""Where the program lives: its data folder, its name there, and its PostgreSQL."""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from secrets import token_hex

from core.embedded_postgres import EmbeddedPostgres
from web.settings import Environment, unusable

DATABASE = "parley"


def make_data_folder(folder: Path) -> None:
    """Others may pass through (an embedded PostgreSQL that root starts runs as another user) but not look around."""
    try:
        folder.mkdir(mode=0o711, parents=True, exist_ok=True)
    except OSError as error:
        raise unusable(folder, error) from error


@contextmanager
def owner_name(data: Path) -> Iterator[str]:
    """The name under which this process owns WhatsApp numbers.

    Kept in the data folder and locked there while the process lives: who gets the lock knows that the former holder is
    dead and takes its numbers over at once. A second process on the same folder gets a name of its own.
    """
    make_data_folder(data)
    try:
        opened = os.open(data / "owner", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise unusable(data, error) from error
    with os.fdopen(opened, "r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield token_hex(16)
            return
        name = file.read().strip()
        if not name:
            name = token_hex(16)
            file.write(name)
            file.flush()
        yield name


@asynccontextmanager
async def database_url(environment: Environment) -> AsyncIterator[str]:
    """The given PostgreSQL, or the embedded one, started here and stopped when its last user leaves."""
    if environment.database_url is not None:
        yield environment.database_url
        return
    make_data_folder(environment.data)
    server = EmbeddedPostgres(environment.data / "postgres")
    await asyncio.to_thread(server.start)
    try:
        await asyncio.to_thread(server.ensure_database, DATABASE)
        yield server.dsn(DATABASE)
    finally:
        await asyncio.to_thread(server.stop)
