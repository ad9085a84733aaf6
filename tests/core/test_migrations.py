"""The tables are those of the models, and refuse by themselves what must never be stored."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest

from core.database import Database, open_connection
from core.embedded_postgres import EmbeddedPostgres
from core.errors import ConfigurationError
from core.migrations import migrate, waiting

CHECKOUT = Path(__file__).resolve().parents[2]


def test_the_models_hold_nothing_that_no_migration_brings() -> None:
    drift = subprocess.run(
        [sys.executable, "-m", "aerich", "migrate", "--offline", "--no-input"],
        cwd=CHECKOUT,
        env={**os.environ, "AERICH_NO_TORTOISE_V1_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert "No changes" in drift.stdout, drift.stdout + drift.stderr


async def test_processes_that_start_at_once_migrate_once(postgres: EmbeddedPostgres) -> None:
    await asyncio.to_thread(postgres.ensure_database, "migrated_at_once")
    url = postgres.dsn("migrated_at_once")
    missing = await waiting(url)
    program = f"import asyncio; from core.migrations import migrate; print(len(asyncio.run(migrate({url!r}))))"

    starts = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", program, cwd=CHECKOUT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        for _ in range(3)
    ]
    applied = []
    for start in starts:
        output, complaint = await start.communicate()
        assert start.returncode == 0, complaint.decode()
        applied.append(int(output.split()[-1]))

    assert sorted(applied) == [0, 0, len(missing)]
    assert len(missing) >= 2
    assert await waiting(url) == []
    assert await migrate(url) == []


SHOP = """
insert into whatsapp_accounts (id, name, kind, status, status_changed_at, should_connect, owner_fence)
values (1, 'One', 'SIMULATOR', 'DISCONNECTED', now(), false, 0);
insert into customers (id, account_id, lid, chat, profile_name, is_language_chosen, note, updated_at)
values (1, 1, 'a@lid', 'a@lid', '', false, '', now());
insert into conversations (id, account_id, customer_id, status, answered_by, version, menu, last_message_at)
values (1, 1, 1, 'ACTIVE', 'AI', 0, '{}', now());
"""

ORDER = """
insert into orders (id, number, account_id, customer_id, conversation_id, service_name, package_name, snapshot,
                    unit_amount, quantity, total_amount, currency, status, is_simulated, updated_at)
values (1, 'PX-1', 1, 1, 1, 's', 'p', '{}', 100, 2, 200, 'PKR', 'PENDING', true, now())
"""

INBOUND = """
insert into messages (account_id, customer_id, conversation_id, direction, author, kind, state, chat, whatsapp_id,
                      text, detail, is_settled, is_proactive)
values (1, 1, 1, 'INBOUND', 'CUSTOMER', 'TEXT', 'RECEIVED', 'a@lid', 'A1', '', '{}', false, false)
"""


@pytest.mark.parametrize(
    ("refused", "constraint"),
    [
        (ORDER.replace("200, 'PKR'", "201, 'PKR'"), "orders_total_is_price_times_quantity"),
        (ORDER.replace("'PKR'", "'Rs'"), "orders_currency_code"),
        (ORDER.replace("'PENDING'", "'PAID'"), "orders_paid_has_its_time"),
        (ORDER.replace("'PENDING'", "'LOST'"), "orders_status_known"),
        (INBOUND + ";" + INBOUND, "messages_stored_once"),
        (INBOUND.replace("'RECEIVED'", "'QUEUED'"), "messages_state_fits_direction"),
        (
            "insert into conversations (id, account_id, customer_id, status, answered_by, version, menu, "
            "last_message_at) values (2, 1, 1, 'WAITING_PAYMENT', 'AI', 0, '{}', now())",
            "conversations_one_open_per_customer",
        ),
        (
            ORDER + "; insert into order_actions (order_id, actor, from_status, to_status, reason) "
            "values (1, 'STAFF', 'PENDING', 'PAID', '')",
            "order_actions_step_allowed",
        ),
        (
            ORDER + "; insert into order_actions (order_id, actor, from_status, to_status, reason) "
            "values (1, 'PROGRAM', 'PAYMENT_SUBMITTED', 'PAID', '')",
            "order_actions_paid_by_people",
        ),
        (
            "insert into staff (email, name, role, password_hash, is_active, password_changed_at) "
            "values ('Big@Shop.example', 'x', 'OWNER', 'x', true, now())",
            "staff_email_lower_case",
        ),
    ],
)
async def test_the_database_refuses_what_must_never_be_stored(
    database: Database, database_url: str, refused: str, constraint: str
) -> None:
    connection = await open_connection(database_url)
    try:
        await connection.execute(SHOP)

        with pytest.raises(asyncpg.IntegrityConstraintViolationError) as caught:
            await connection.execute(refused)
    finally:
        await connection.close()

    assert caught.value.constraint_name == constraint


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("postgres://shop:a-secret-word@127.0.0.1:9/parley", "127.0.0.1"),  # where nobody answers
        ("postgres://shop:a-secret-word@database.invalid/parley", "not known"),
    ],
)
async def test_a_database_that_is_not_there_is_told_by_its_variable(url: str, reason: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        await migrate(url)

    assert caught.value.field == "DATABASE_URL"
    assert caught.value.message.startswith("DATABASE_URL: There is no connection to PostgreSQL (")
    assert reason in caught.value.message
    assert "a-secret-word" not in caught.value.message


async def test_a_database_that_does_not_know_us_is_told_by_its_variable(postgres: EmbeddedPostgres) -> None:
    with pytest.raises(ConfigurationError) as caught:
        await migrate(postgres.dsn("never_made"))

    assert caught.value.field == "DATABASE_URL"
    assert 'database "never_made" does not exist' in caught.value.message
