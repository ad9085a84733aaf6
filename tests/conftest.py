"""What every test may lean on: a throw-away PostgreSQL, a fresh migrated database for each test, the whole shop."""

import asyncio
import itertools
import shutil
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest

from core.database import Database, connected
from core.embedded_postgres import EmbeddedPostgres, temporary_postgres
from core.jobs.procrastinate_queue import ProcrastinateQueue
from core.migrations import migrate
from web.settings import Environment

# Where the tests run in the background, Ctrl-C is ignored from the start; below nohup, so is the end of the terminal.
# Whoever they start would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

MEMORY = Path("/dev/shm")
ROOM = 8 * 2**30  # bytes, for the servers of all workers

_numbers = itertools.count(1)
# Those that start servers, phones and browsers: begun last, one of them would keep all others waiting for its end.
SLOW = frozenset({"browser", "journeys", "fake_whatsapp", "whatsapp"})


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    items.sort(key=lambda item: item.path.relative_to(here).parts[0] not in SLOW)


def plenty_of_memory() -> Path | None:
    """Each test's database is a copy of some hundred files: on a disk, half of the time goes into making them."""
    has_room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ROOM
    return MEMORY if has_room else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[EmbeddedPostgres]:
    """One server for the whole run; it trades durability for speed."""
    with temporary_postgres(parent=plenty_of_memory()) as server:
        yield server


async def _run(dsn: str, sql: str) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def migrated_template(postgres: EmbeddedPostgres) -> str:
    """The name of a database that has every migration; tests get copies of it."""
    name = "parley_template"
    asyncio.run(_run(postgres.dsn("postgres"), f"create database {name}"))
    asyncio.run(migrate(postgres.dsn(name)))
    return name


@pytest.fixture
def database_url(postgres: EmbeddedPostgres, migrated_template: str) -> Iterator[str]:
    name = f"parley_test_{next(_numbers)}"
    asyncio.run(
        _run(postgres.dsn("postgres"), f"create database {name} template {migrated_template} strategy file_copy")
    )
    yield postgres.dsn(name)
    asyncio.run(_run(postgres.dsn("postgres"), f"drop database {name} with (force)"))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    async with connected(database_url, pool_size=5):
        yield Database(ProcrastinateQueue())


@pytest.fixture
def environment(data_folder: Path) -> Environment:
    """As `serve --dev` finds it when nothing is set."""
    return Environment(
        data=data_folder,
        database_url=None,
        jwt_secret="only for tests, and long enough to sign",
        whatsapp_session_secret="only for tests, and long enough to seal",
        whatsapp_session_secret_previous=None,
        port=8000,
        public_url="http://localhost:8000",
        log_level="INFO",
        cors_origins=(),
        trusted_proxies=(),
        admin=None,
        cloudinary=None,
        provider_keys={},
        # Nobody answers there, and at once.
        provider_urls=dict.fromkeys(("CLAUDE", "GEMINI", "GROQ", "COHERE"), "http://127.0.0.1:9"),
    )


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    return folder
