"""A real PostgreSQL out of a wheel: the first process starts it, others join it, the last one stops it.

Only the wheel's binaries are used; ``docs/decisions/0002-embedded-postgresql.md`` says why. What lies in the folder:

    cluster/      the database itself (0700); as root it may be a link, see ``EmbeddedPostgres._place_cluster``
    server.log    what the server says; never statements or values, which would be customers' words
    start.lock    held while somebody starts or stops the server
    users.lock    shared by everybody who uses it; the kernel frees it when a process dies, however it dies

All of this blocks for up to some seconds: from asyncio, call it through ``asyncio.to_thread``.
"""

import contextlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Self
from urllib.parse import quote

import psutil

from core.postgres_programs import (
    SYSTEM_FOLDER,
    EmbeddedPostgresError,
    PostgresBusyError,
    PostgresCommandError,
    PostgresFolderError,
    PostgresNotAvailableError,
    PostgresNotStartedError,
    ServerUser,
    find_binaries,
    is_reachable,
    server_user,
    user_name,
)

__all__ = [
    "EmbeddedPostgres",
    "EmbeddedPostgresError",
    "PostgresBusyError",
    "PostgresCommandError",
    "PostgresFolderError",
    "PostgresNotAvailableError",
    "PostgresNotStartedError",
    "temporary_postgres",
]

_PORT = 5432  # names the socket's file; nothing listens on the network
_SOCKET_FILES = (f".s.PGSQL.{_PORT}", f".s.PGSQL.{_PORT}.lock")
_LONGEST_SOCKET_FOLDER = 103 - len(f"/{_SOCKET_FILES[0]}")  # 103 is macOS's limit, Linux has four more
_START_SECONDS = 300  # recovery after a crash reads the whole log since the last checkpoint
_STOP_SECONDS = 60
_LARGEST_LOG = 5_000_000
_SUPERUSER = "postgres"

# A small business on a small machine: few processes, memory taken only when it is used.
_SETTINGS: Mapping[str, str] = {
    "max_connections": "200",
    "shared_buffers": "48MB",
    "work_mem": "4MB",
    "maintenance_work_mem": "32MB",
    "max_wal_size": "256MB",
    "io_method": "sync",  # three worker processes less
    "max_worker_processes": "2",
    "max_parallel_workers_per_gather": "0",
    "max_logical_replication_workers": "0",
    "jit": "off",
    # For disks without moving parts. With four, the default, it rather sorts a whole table than walk along an index.
    "random_page_cost": "1.1",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "cluster_name": "parley",  # shown in the list of processes
    "listen_addresses": "",
    "port": str(_PORT),
    "unix_socket_permissions": "0700",
    # Customers' words and numbers stay out of the log.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_checkpoints": "off",
}
_NOT_DURABLE: Mapping[str, str] = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "checkpoint_timeout": "1h",
    "max_wal_size": "1GB",
}


@dataclass(frozen=True)
class _Postmaster:
    """What a running (or a killed) server wrote into ``postmaster.pid``."""

    pid: int
    socket_folder: Path


class EmbeddedPostgres:
    """One PostgreSQL in one folder of one machine, for as many processes as like to use it.

    ``durable=False`` is for tests: fast, and lost when the machine stops. ``settings`` are lines of postgresql.conf and
    count when this process is the one that starts the server. ``start()`` may be called again at any time; it brings
    back a server that was killed.
    """

    def __init__(self, data: Path, *, durable: bool = True, settings: Mapping[str, str] | None = None) -> None:
        self.folder = data.absolute()
        self._durable = durable
        self._settings = {**_SETTINGS, **({} if durable else _NOT_DURABLE), **(settings or {})}
        self._cluster = self.folder / "cluster"
        self._binaries = Path()
        self._run_as: ServerUser | None = None
        self._users: IO[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Join the running server, or start it; return when it accepts connections."""
        if sys.platform == "win32":
            raise PostgresNotAvailableError("it needs Linux or macOS")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._start()
        except OSError as error:
            raise PostgresFolderError(self.folder, str(error)) from error

    def stop(self) -> None:
        """Leave the server; the last one to leave stops it. Safe to call twice."""
        if self._users is None:
            return
        with self._alone():
            self._leave()

    def stop_if_abandoned(self) -> bool:
        """Stop a server whose every user was killed; tell whether nobody uses it now."""
        with self._alone(), (self.folder / "users.lock").open("ab") as users:
            if not _is_only_holder(users):
                return False
            self._cluster = self._cluster.resolve()
            self._find_programs()
            self._shut_down()
            return True

    def dsn(self, database: str = "postgres") -> str:
        """Give the address of a database as a URL that asyncpg, psycopg and Tortoise read alike."""
        host = quote(str(self._running().socket_folder), safe="/")
        # The port is named, lest PGPORT in the environment should speak.
        return f"postgres://{_SUPERUSER}@/{quote(database, safe='')}?host={host}&port={_PORT}"

    def ensure_database(self, name: str) -> None:
        """Create the database unless it is there; several processes may ask at once."""
        host = str(self._running().socket_folder)
        script = (
            "SELECT format('CREATE DATABASE %I', :'name')"
            " WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \\gexec\n"
        )
        connection = ["-h", host, "-p", str(_PORT), "-U", _SUPERUSER, "-d", "postgres"]
        with self._alone():
            self._call("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-v", f"name={name}", *connection, script=script)

    # Starting and stopping

    def _start(self) -> None:
        with self._alone():
            if self._users is None:
                self._users = _hold_shared(self.folder / "users.lock")
            try:
                self._find_programs()
                self._place_cluster()
                if not self._answers():
                    self._launch()
            except BaseException:
                # Ctrl-C while the server starts must not leave one behind.
                self._leave()
                raise

    def _find_programs(self) -> None:
        if os.geteuid() == 0:
            self._run_as = server_user(self._cluster)
        self._binaries = find_binaries(self._run_as)

    def _launch(self) -> None:
        """Start a server; the caller is alone and has seen that none answers."""
        if self._wait_for_the_old_one():
            return
        self._remove_traces()
        socket_folder = self._make_socket_folder()
        self._write_configuration(socket_folder)
        log_file = self.folder / "server.log"
        if log_file.exists() and log_file.stat().st_size > _LARGEST_LOG:
            log_file.replace(log_file.with_suffix(".log.1"))
        with log_file.open("ab") as log:
            written = log.tell()
            try:
                # Relative, because pg_ctl hands it to a shell. It starts the server in a session of its own, which is
                # why Ctrl-C in our terminal does not reach the database before we have finished with it.
                self._call(
                    "pg_ctl", "start", "-D", ".", "-w", "-s", "-t", str(_START_SECONDS), cwd=self._cluster, output=log
                )
            except PostgresCommandError as error:
                self._remove_socket_folder(socket_folder)
                told = log_file.read_bytes()[written:][-4000:].decode(errors="replace")
                raise PostgresCommandError("pg_ctl start", f"{error.output}\n{told}") from error

    def _wait_for_the_old_one(self) -> bool:
        """Wait until an unfinished start or stop is over; tell whether a server answers then."""
        deadline = time.monotonic() + _START_SECONDS
        while self._server_processes():
            if self._answers():
                return True
            if time.monotonic() > deadline:
                raise PostgresBusyError(self.folder, "a server process lives there but does not answer")
            time.sleep(0.05)
        return False

    def _leave(self) -> None:
        """Give up our share; stop the server if nobody else has one. The caller is alone."""
        users, self._users = self._users, None
        if users is None:
            return
        with users:
            if _is_only_holder(users):
                self._shut_down()

    def _shut_down(self) -> None:
        postmaster = self._postmaster()
        # A pid alone proves nothing: after a crash it may belong to a stranger by now.
        if postmaster is None or postmaster.pid not in self._server_processes():
            return
        stop = ["stop", "-D", ".", "-w", "-s", "-t", str(_STOP_SECONDS)]
        try:
            self._call("pg_ctl", *stop, "-m", "fast", cwd=self._cluster)
        except PostgresCommandError:
            # Something holds it up; like a power cut, this loses no committed row.
            self._call("pg_ctl", *stop, "-m", "immediate", cwd=self._cluster)
        self._remove_socket_folder(postmaster.socket_folder)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep every other starter and stopper of this folder out."""
        import fcntl

        deadline = time.monotonic() + _START_SECONDS
        with (self.folder / "start.lock").open("ab") as lock:
            while True:
                with contextlib.suppress(BlockingIOError):
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                if time.monotonic() > deadline:
                    raise PostgresBusyError(self.folder, "another process has been starting or stopping it for minutes")
                time.sleep(0.02)
            yield

    # The folder

    def _place_cluster(self) -> None:
        """Find the cluster, or make it.

        As root the server is another user. Where that one cannot reach our folder (below a 0700 home), the cluster
        is made in the system's folder and ours gets a link to it: nobody's folders change their permissions.
        """
        link = self.folder / "cluster"
        if link.is_symlink() and not link.exists():
            raise PostgresFolderError(self.folder, f"its cluster {link.readlink()} is gone")
        if link.exists():
            self._cluster = link.resolve()
            owner = self._cluster.stat().st_uid
            if self._run_as is None and owner != os.geteuid():
                raise PostgresFolderError(self.folder, f"it belongs to user {user_name(owner)}; start as that user")
            if not is_reachable(self._cluster, self._run_as):
                raise PostgresFolderError(self.folder, f"user {user_name(owner)}, whose it is, cannot reach it")
            return

        if is_reachable(self.folder, self._run_as):
            self._cluster = link.resolve()
            self._initialise()
        else:
            SYSTEM_FOLDER.mkdir(parents=True, exist_ok=True)
            home = Path(tempfile.mkdtemp(prefix="postgres-", dir=SYSTEM_FOLDER))
            home.chmod(0o755)
            self._cluster = home / "cluster"
            self._initialise()
            link.symlink_to(self._cluster)

    def _initialise(self) -> None:
        # Beside its place and then renamed: a cluster that exists is whole, also after kill -9 in the middle.
        unfinished = self._cluster.with_name("cluster.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        self._make_private(unfinished)
        ctype = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", f"--lc-ctype={ctype}"]
        how = ["-E", "UTF8", "--auth=trust", "--no-instructions", *([] if self._durable else ["--no-sync"])]
        self._call("initdb", "-D", str(unfinished), "-U", _SUPERUSER, *locale, *how)
        # Trusted, because only the owner of the 0700 folder gets as far as the socket.
        (unfinished / "pg_hba.conf").write_text("local all all trust\nlocal replication all trust\n")
        unfinished.rename(self._cluster)

    def _write_configuration(self, socket_folder: Path) -> None:
        settings = {**self._settings, "unix_socket_directories": f'"{socket_folder}"'}
        lines = ["# Written at every start of the server. Changes belong into postgresql.auto.conf (ALTER SYSTEM)."]
        lines += [f"{name} = {_quoted(value)}" for name, value in settings.items()]
        (self._cluster / "postgresql.conf").write_bytes(os.fsencode("\n".join(lines) + "\n"))

    def _make_socket_folder(self) -> Path:
        path = os.fsencode(self._cluster)
        # A comma would be read as two hosts by the drivers, a quote as the end of a setting.
        if len(path) <= _LONGEST_SOCKET_FOLDER and not set(path) & set(b",\"'\\"):
            return self._cluster
        parent = Path(tempfile.gettempdir())
        if len(os.fsencode(parent)) + 20 > _LONGEST_SOCKET_FOLDER:
            parent = Path("/tmp")  # noqa: S108 - mkdtemp below is what makes it safe
        folder = Path(tempfile.mkdtemp(prefix="parley-", dir=parent))
        self._make_private(folder)
        return folder

    def _remove_socket_folder(self, folder: Path) -> None:
        if folder == self._cluster:
            return
        # Not rmtree: the path comes out of a file, and we may be root.
        with contextlib.suppress(OSError):
            for name in _SOCKET_FILES:
                (folder / name).unlink(missing_ok=True)
            folder.rmdir()

    def _remove_traces(self) -> None:
        """Remove what a killed server left; we are alone, nothing answers and no process of it lives."""
        postmaster = self._postmaster()
        if postmaster is not None:
            self._remove_socket_folder(postmaster.socket_folder)
        for name in ("postmaster.pid", *_SOCKET_FILES):
            (self._cluster / name).unlink(missing_ok=True)

    def _make_private(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        if self._run_as is not None:
            os.chown(folder, self._run_as.uid, self._run_as.gid)

    # The server

    def _postmaster(self) -> _Postmaster | None:
        try:
            lines = (
                (self._cluster / "postmaster.pid").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
            )
            return _Postmaster(pid=int(lines[0]), socket_folder=Path(lines[4]))
        except (OSError, IndexError, ValueError):
            return None

    def _running(self) -> _Postmaster:
        postmaster = self._postmaster()
        if self._users is None or postmaster is None:
            raise PostgresNotStartedError
        return postmaster

    def _answers(self) -> bool:
        postmaster = self._postmaster()
        if postmaster is None:
            return False
        try:
            self._call("pg_isready", "-q", "-t", "3", "-h", str(postmaster.socket_folder), "-p", str(_PORT))
        except PostgresCommandError:
            return False
        return True

    def _server_processes(self) -> set[int]:
        """Every live process of this cluster: they all work in its folder, and zombies work nowhere."""
        found = set()
        for process in psutil.process_iter(["name"]):
            with contextlib.suppress(psutil.Error, OSError):
                if process.info["name"] == "postgres" and process.cwd() == str(self._cluster):
                    found.add(process.pid)
        return found

    def _call(
        self, program: str, *arguments: str, cwd: Path | None = None, output: IO[bytes] | None = None, script: str = ""
    ) -> None:
        """Run one of PostgreSQL's programs to its end; ``output`` is what a server it starts will write to."""
        user = self._run_as
        identity: dict[str, Any] = {} if user is None else {"user": user.uid, "group": user.gid, "extra_groups": []}
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
        # Files, not pipes: a server would inherit a pipe and keep it open for ever.
        with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as given:
            given.write(script.encode())
            given.seek(0)
            try:
                process = subprocess.Popen(
                    [str(self._binaries / program), *arguments],
                    stdin=given,
                    stdout=output or said,
                    stderr=said,
                    cwd=cwd or "/",
                    env={**environment, "LC_ALL": "C"},
                    start_new_session=True,
                    **identity,
                )
            except OSError as error:
                raise PostgresNotAvailableError(f"{program} does not run ({error.strerror})") from error
            try:
                process.wait()
            finally:
                # After Ctrl-C too: half a start cannot be stopped, a whole one can.
                process.wait()
            if process.returncode != 0:
                said.seek(0)
                raise PostgresCommandError(program, said.read().decode(errors="replace"))


@contextlib.contextmanager
def temporary_postgres(
    settings: Mapping[str, str] | None = None, *, parent: Path | None = None
) -> Iterator[EmbeddedPostgres]:
    """Run a throw-away server for tests, benchmarks and checks; nothing of it stays, also not of a killed one.

    ``parent`` is the folder that it lies in, the temporary one if unsaid.
    """
    parent = parent or Path(tempfile.gettempdir())
    for left_behind in parent.glob("parley-throwaway-*"):
        with contextlib.suppress(EmbeddedPostgresError, OSError):
            _sweep(left_behind)
    folder = Path(tempfile.mkdtemp(prefix="parley-throwaway-", dir=parent))
    try:
        folder.chmod(0o755)  # as root the server is another user
        with EmbeddedPostgres(folder, durable=False, settings=settings) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(folder: Path) -> None:
    found = folder.lstat()
    # Anybody may put things into the temporary folder; and without a cluster it is only just being made.
    mine = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()
    if mine and (folder / "cluster").exists() and EmbeddedPostgres(folder).stop_if_abandoned():
        shutil.rmtree(folder, ignore_errors=True)


def _hold_shared(path: Path) -> IO[bytes]:
    import fcntl

    # Not fasteners: its locks belong to the process, so two users in one process would be one.
    file = path.open("ab")
    fcntl.flock(file, fcntl.LOCK_SH)
    return file


def _is_only_holder(file: IO[bytes]) -> bool:
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
