"""`doctor`: looks at everything the platform needs, and says what to do where it is not in order."""

import asyncio
import os
import secrets
import stat
from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg

from core.database import open_connection
from core.embedded_postgres import EmbeddedPostgresError
from core.errors import ConfigurationError, ParleyError
from core.shop import Shop
from web.cli.told import told
from web.place import database_url
from web.settings import Environment, load

OLDEST_POSTGRES = 15
FEWEST_FREE_MEGABYTES = 500

# Above it PostgreSQL takes the disk for one that turns, and reads whole tables where an index would do.
HIGHEST_RANDOM_PAGE_COST = 2.0


@dataclass(frozen=True, slots=True)
class Finding:
    what: str
    is_good: bool
    advice: str = ""
    is_grave: bool = True  # whether anything fails over it; else it is only slower than it could be


async def examine() -> int:
    """Tells each finding as it comes; the exit code: 0 when all is in order."""
    bad = 0
    async for finding in _findings():
        told(f"{_mark(finding)} {finding.what}")
        if not finding.is_good:
            bad += finding.is_grave
            told(f"       {finding.advice}")
    told("All is in order." if not bad else f"{bad} of these need a hand.")
    return 1 if bad else 0


def _mark(finding: Finding) -> str:
    if finding.is_good:
        return "ok  "
    return "BAD " if finding.is_grave else "slow"


async def _findings() -> AsyncIterator[Finding]:
    try:
        environment = load(dev=True)
    except ConfigurationError as error:
        yield Finding("environment", is_good=False, advice=error.message)
        return
    yield Finding("environment variables", is_good=True)
    for finding in _data_folder(environment):
        yield finding
    if environment.cloudinary is not None:
        yield await _media_store(environment)
    try:
        async with database_url(environment) as url:
            async for finding in _database(environment, url):
                yield finding
    except EmbeddedPostgresError as error:
        yield Finding("embedded PostgreSQL", is_good=False, advice=str(error))


def _data_folder(environment: Environment) -> list[Finding]:
    folder = environment.data
    if not folder.exists():
        return [Finding(f"data folder {folder} (it is made at the first start)", is_good=True)]
    findings = [
        Finding(
            f"data folder {folder} can be written to",
            is_good=os.access(folder, os.W_OK | os.X_OK),
            advice="Give it to the user who runs Parley, or choose another with PARLEY_DATA.",
        )
    ]
    for path in sorted((folder / "secrets").glob("*")) if (folder / "secrets").exists() else []:
        mode = stat.S_IMODE(path.stat().st_mode)
        findings.append(
            Finding(
                f"{path.name} is readable by its owner alone",
                is_good=mode & 0o077 == 0,
                advice=f"It is a secret: chmod 600 {path}",
            )
        )
    space = os.statvfs(folder)
    free = space.f_bavail * space.f_frsize // 2**20
    findings.append(
        Finding(
            f"{free} MB are free",
            is_good=free >= FEWEST_FREE_MEGABYTES,
            advice=f"PostgreSQL stops when the disk is full; free {FEWEST_FREE_MEGABYTES} MB or more.",
        )
    )
    return findings


async def _database(environment: Environment, url: str) -> AsyncIterator[Finding]:
    try:
        async with asyncio.timeout(10):
            connection = await open_connection(url)
    except (OSError, TimeoutError, asyncpg.PostgresError) as error:
        yield Finding(
            "PostgreSQL answers",
            is_good=False,
            advice=f"{type(error).__name__}: check DATABASE_URL, and that the server runs and lets this user in.",
        )
        return
    try:
        version = connection.get_server_version()
        cost = float(await connection.fetchval("select current_setting('random_page_cost')"))
        name = await connection.fetchval("select quote_ident(current_database())")
    finally:
        await connection.close()
    yield Finding(
        f"PostgreSQL {version.major}.{version.micro} answers",
        is_good=version.major >= OLDEST_POSTGRES,
        advice=f"Parley needs PostgreSQL {OLDEST_POSTGRES} or newer.",
    )
    if environment.database_url is not None:
        yield Finding(
            f"PostgreSQL takes a random_page_cost of {cost:g} into account",
            is_good=cost <= HIGHEST_RANDOM_PAGE_COST,
            advice="It reads whole tables where an index is faster on any SSD. Run once, as the database's owner: "
            f"alter database {name} set random_page_cost = 1.1; and start Parley anew.",
            is_grave=False,
        )
    from core.migrations import waiting

    missing = await waiting(url)
    yield Finding(
        "the tables are up to date",
        is_good=not missing,
        advice=f"{len(missing)} migrations wait; run: python -m web.cli migrate",
    )
    if not missing:
        from web.assembly import shop_alone

        async with shop_alone(environment, url) as shop:
            async for finding in _shop(environment, shop):
                yield finding


async def _media_store(environment: Environment) -> Finding:
    """Whether the cloud takes a file, gives it back and deletes it."""
    from core.media.store import MediaStoreError
    from web.assembly import media_stores_of

    store = media_stores_of(environment)[0]
    probe = secrets.token_bytes(64)
    try:
        key = await store.put(probe, content_type="application/octet-stream")
        is_same = await store.get(key) == probe
        await store.delete(key)
    except MediaStoreError as error:
        is_same, problem = False, str(error)
    else:
        problem = "It gave back other bytes than it took"
    return Finding(
        f"files are kept by the store “{store.name}”",
        is_good=is_same,
        advice=f"{problem}. Check CLOUDINARY_URL, or its three parts, and this machine's clock.",
    )


async def _shop(environment: Environment, shop: Shop) -> AsyncIterator[Finding]:
    from core.whatsapp.session_store import SessionStore
    from models.accounts import WhatsappSession
    from models.staff import Staff, StaffRole
    from web.assembly import vault_of

    yield Finding(
        "somebody owns the shop",
        is_good=await Staff.filter(role=StaffRole.OWNER, is_active=True).exists(),
        advice="Start the server and open the set-up link that it prints.",
    )
    sessions = SessionStore(shop.database, vault_of(environment))
    for session in await WhatsappSession.all():
        try:
            await sessions.load(session.account_id)
        except ParleyError as error:
            yield Finding(f"the session of account {session.account_id} opens", is_good=False, advice=error.message)
        else:
            yield Finding(f"the session of account {session.account_id} opens", is_good=True)
    methods = await shop.payments.methods((await shop.settings.read()).currency)
    yield Finding(
        "customers can be told how to pay",
        is_good=bool(methods),
        advice="Add an active payment method in the shop's currency.",
    )
