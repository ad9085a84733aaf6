"""`doctor` on a PostgreSQL of one's own."""

from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import pytest

from web.cli.doctor import examine


@pytest.fixture
def own_postgres(database_url: str, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("PARLEY_DATA", str(data_folder))
    return database_url


async def set_cost(url: str, cost: float) -> None:
    connection = await asyncpg.connect(url)
    try:
        name = await connection.fetchval("select quote_ident(current_database())")
        await connection.execute(f"alter database {name} set random_page_cost = {cost}")
    finally:
        await connection.close()


@pytest.mark.parametrize(("cost", "mark"), [(4, "slow"), (2.5, "slow"), (2, "ok  "), (1.1, "ok  ")])
async def test_a_server_set_for_turning_disks_is_slow_and_told_what_to_do_about_it(
    own_postgres: str, capsys: pytest.CaptureFixture[str], cost: float, mark: str
) -> None:
    await set_cost(own_postgres, cost)

    await examine()

    told = capsys.readouterr().out
    name = urlsplit(own_postgres).path.removeprefix("/")
    assert f"{mark} PostgreSQL takes a random_page_cost of {cost:g} into account" in told
    assert (f"alter database {name} set random_page_cost = 1.1;" in told) is (mark == "slow")
    assert "the tables are up to date" in told


async def test_what_is_only_slow_is_no_reason_to_fail(own_postgres: str, capsys: pytest.CaptureFixture[str]) -> None:
    codes, bad = [], []
    for cost in (1.1, 4):
        await set_cost(own_postgres, cost)
        codes.append(await examine())
        bad.append(capsys.readouterr().out.count("BAD "))

    assert codes[0] == codes[1]
    assert bad[0] == bad[1]
