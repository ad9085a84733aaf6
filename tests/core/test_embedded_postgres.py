"""The embedded server as its users see it: real processes, real kills."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import psutil
import psycopg
import pytest
from psycopg import errors

from core import embedded_postgres, postgres_programs
from core.embedded_postgres import (
    EmbeddedPostgres,
    PostgresFolderError,
    PostgresNotStartedError,
    temporary_postgres,
)

_ROOT = Path(__file__).parents[2]
_IS_ROOT = os.geteuid() == 0

# A user of the server in a process of its own: says where the server is, then obeys one word from its standard input.
_USER = """
import sys
from pathlib import Path
from core.embedded_postgres import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]), durable=False)
server.start()
try:
    # In here, because whoever reads this line may interrupt at once.
    print((server.folder / "cluster" / "postmaster.pid").read_text().splitlines()[0], server.dsn(), flush=True)
    sys.stdin.readline()
except KeyboardInterrupt:
    import psycopg
    with psycopg.connect(server.dsn()) as connection:
        print("still there", connection.execute("SELECT 1").fetchone()[0], flush=True)
server.stop()
"""

# The same for the throw-away kind.
_THROWAWAY_USER = """
import sys
from core.embedded_postgres import temporary_postgres
with temporary_postgres() as server:
    print(server.folder, flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A place for the server. Not tmp_path: as root that is below a 0700 folder, which is a case of its own."""
    with tempfile.TemporaryDirectory(prefix="parley-test-") as parent:
        Path(parent).chmod(0o755)
        place = Path(parent) / "postgres"
        yield place
        for process in server_processes(place):
            process.kill()


@pytest.fixture(scope="session")
def pattern() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="parley-test-") as parent:
        Path(parent).chmod(0o755)
        with EmbeddedPostgres(Path(parent) / "postgres", durable=False) as server:
            pass
        yield server.folder


@pytest.fixture
def made(folder: Path, pattern: Path) -> Path:
    """The same with a cluster in it, which saves half a second where making one is not the question."""
    subprocess.run(["/bin/cp", "-a", str(pattern), str(folder)], check=True)
    return folder


def server_processes(folder: Path) -> list[psutil.Process]:
    cluster = str((folder / "cluster").resolve())
    found = []
    for process in psutil.process_iter(["name"]):
        with contextlib.suppress(psutil.Error):
            if process.info["name"] == "postgres" and process.cwd() == cluster:
                found.append(process)
    return found


def postmaster(folder: Path) -> psutil.Process:
    return psutil.Process(int((folder / "cluster" / "postmaster.pid").read_text().splitlines()[0]))


def start_user(folder: Path, script: str = _USER, *, new_group: bool = False) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=new_group,
    )


def first_line(user: subprocess.Popen[str]) -> str:
    assert user.stdout is not None
    return user.stdout.readline().strip()


def run_sql(server: EmbeddedPostgres, *statements: str, database: str = "postgres") -> list[tuple[object, ...]]:
    with psycopg.connect(server.dsn(database), autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []


def ask_with_asyncpg(server: EmbeddedPostgres, query: str, database: str = "postgres") -> str:
    async def ask() -> str:
        connection = await asyncpg.connect(server.dsn(database))
        try:
            return str(await connection.fetchval(query))
        finally:
            await connection.close()

    return asyncio.run(ask())


def test_asyncpg_and_psycopg_read_the_same_address(made: Path) -> None:
    with EmbeddedPostgres(made, durable=False) as server:
        server.ensure_database("a shop's")
        server.ensure_database("a shop's")

        assert run_sql(server, "SELECT current_database()", database="a shop's") == [("a shop's",)]
        assert ask_with_asyncpg(server, "SELECT current_database()", "a shop's") == "a shop's"


def test_a_restart_keeps_the_data_and_a_stop_leaves_no_process(made: Path) -> None:
    server = EmbeddedPostgres(made)
    with server:
        run_sql(server, "CREATE TABLE kept AS SELECT 'سلام' AS word")
    assert server_processes(made) == []

    with server:
        assert run_sql(server, "SELECT word FROM kept") == [("سلام",)]
    assert server_processes(made) == []


def test_the_server_comes_back_after_kill_9_with_every_committed_row(made: Path) -> None:
    with EmbeddedPostgres(made) as server:
        run_sql(server, "CREATE TABLE kept AS SELECT 7 AS number")
        postmaster(made).kill()

        server.start()

        assert run_sql(server, "SELECT number FROM kept") == [(7,)]
    assert server_processes(made) == []


def test_a_pid_that_belongs_to_a_stranger_by_now_is_neither_believed_nor_signalled(made: Path) -> None:
    server = EmbeddedPostgres(made, durable=False)
    with server:
        for process in server_processes(made):
            process.kill()
        pid_file = made / "cluster" / "postmaster.pid"
        lines = pid_file.read_text().splitlines(keepends=True)
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        pid_file.write_text("".join([f"{stranger.pid}\n", *lines[1:]]))

        with server:
            assert run_sql(server, "SELECT 1") == [(1,)]

        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_server_outlives_its_killed_starter_and_the_next_one_joins_it(made: Path) -> None:
    with start_user(made) as user:
        pid, _ = first_line(user).split()
        user.kill()
    assert psutil.pid_exists(int(pid))

    with EmbeddedPostgres(made, durable=False) as server:
        assert postmaster(made).pid == int(pid)
        assert run_sql(server, "SELECT 1") == [(1,)]
    assert server_processes(made) == []


def test_of_several_starters_at_once_one_starts_and_the_last_to_leave_stops(folder: Path) -> None:
    users = [start_user(folder) for _ in range(4)]
    lines = {first_line(user) for user in users}

    assert len(lines) == 1
    for user in users:
        assert server_processes(folder) != []
        user.communicate("leave\n")
        assert user.returncode == 0
    assert server_processes(folder) == []


def test_two_users_in_one_process_count_as_two(made: Path) -> None:
    first, second = EmbeddedPostgres(made, durable=False), EmbeddedPostgres(made, durable=False)
    first.start()
    second.start()

    first.stop()
    first.stop()

    with pytest.raises(PostgresNotStartedError):
        first.dsn()
    assert run_sql(second, "SELECT 1") == [(1,)]
    second.stop()
    assert server_processes(made) == []


def test_ctrl_c_reaches_the_program_and_not_the_database(made: Path) -> None:
    with start_user(made, new_group=True) as user:
        first_line(user)

        os.killpg(user.pid, signal.SIGINT)

        assert first_line(user) == "still there 1"
        assert user.wait() == 0
    assert server_processes(made) == []


@pytest.mark.parametrize("name", ["long " + "x" * 120, "comma, 'quote' \"double\" $HOME `sleep 9`", "a دکان, here"])
def test_where_the_socket_does_not_fit_it_gets_a_folder_of_its_own(folder: Path, name: str) -> None:
    with EmbeddedPostgres(folder / name, durable=False) as server:
        socket_folder = Path(ask_with_asyncpg(server, "SHOW unix_socket_directories").strip('"'))

        assert run_sql(server, "SELECT 1") == [(1,)]
        assert socket_folder.name.startswith("parley-")
    assert not socket_folder.exists()


def test_a_folder_may_have_a_name_in_any_script(made: Path) -> None:
    renamed = made.rename(made.with_name("دکان کا ڈیٹا"))

    with EmbeddedPostgres(renamed, durable=False) as server:
        assert run_sql(server, "SELECT 1") == [(1,)]
        assert ask_with_asyncpg(server, "SHOW unix_socket_directories") == f'"{renamed}/cluster"'


def test_a_cluster_that_was_only_half_made_is_made_anew(folder: Path) -> None:
    (folder / "cluster.new").mkdir(parents=True)
    (folder / "cluster.new" / "PG_VERSION").write_text("18")

    with EmbeddedPostgres(folder, durable=False) as server:
        assert run_sql(server, "SELECT 1") == [(1,)]
    assert not (folder / "cluster.new").exists()


def test_the_servers_log_holds_no_words_of_customers(made: Path) -> None:
    with EmbeddedPostgres(made, durable=False) as server:
        run_sql(server, "CREATE TABLE phones (number text UNIQUE)")
        with pytest.raises(errors.UniqueViolation):
            run_sql(server, *["INSERT INTO phones VALUES ('+92300')"] * 2)

    log = (made / "server.log").read_text()
    assert "duplicate key" in log
    assert "+92300" not in log


def test_a_folder_whose_cluster_is_gone_is_refused_and_not_filled_with_an_empty_one(folder: Path) -> None:
    folder.mkdir()
    (folder / "cluster").symlink_to(folder / "elsewhere")

    with pytest.raises(PostgresFolderError, match="is gone"):
        EmbeddedPostgres(folder).start()

    assert not (folder / "elsewhere").exists()


@pytest.mark.skipif(not _IS_ROOT, reason="only root runs the server as another user")
def test_root_can_keep_its_data_below_a_private_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system_folder = folder.parent / "system"
    for room in (embedded_postgres, postgres_programs):
        monkeypatch.setattr(room, "SYSTEM_FOLDER", system_folder)
    private = folder / "home"
    private.mkdir(parents=True, mode=0o700)
    server = EmbeddedPostgres(private / "postgres")

    with server:
        run_sql(server, "CREATE TABLE kept AS SELECT 7 AS number")
        assert (private / "postgres" / "cluster").resolve().is_relative_to(system_folder)
        assert postmaster(private / "postgres").username() != "root"
    with server:
        assert run_sql(server, "SELECT number FROM kept") == [(7,)]

    assert private.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(not _IS_ROOT, reason="only root can become another user")
def test_an_ordinary_user_needs_no_help_below_a_private_home(folder: Path) -> None:
    nobody = 65534
    if not postgres_programs.is_reachable(
        Path(sys.base_prefix) / "lib", postgres_programs.ServerUser("nobody", nobody, nobody)
    ):
        pytest.skip("this Python lies in a private folder, so no other user can run it")
    folder.mkdir(mode=0o700)
    os.chown(folder, nobody, nobody)
    script = "import os; os.setgid(65534); os.setuid(65534)\n" + _USER

    with start_user(folder / "data", script) as user:
        assert first_line(user) != ""
        assert postmaster(folder / "data").uids().real == nobody
        user.communicate("leave\n")

    assert user.returncode == 0
    assert server_processes(folder / "data") == []


def test_a_throw_away_server_leaves_nothing() -> None:
    with temporary_postgres() as server:
        assert run_sql(server, "SHOW fsync") == [("off",)]

    assert not server.folder.exists()
    assert server_processes(server.folder) == []


def test_a_throw_away_server_whose_user_was_killed_is_swept_away_by_the_next() -> None:
    with start_user(Path(), _THROWAWAY_USER) as user, start_user(Path(), _THROWAWAY_USER) as survivor:
        abandoned, used = Path(first_line(user)), Path(first_line(survivor))
        user.kill()
        user.wait()

        with temporary_postgres():
            assert not abandoned.exists()
            assert server_processes(abandoned) == []
            assert server_processes(used) != []

        survivor.communicate("leave\n")
