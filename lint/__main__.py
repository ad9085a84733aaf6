"""`python -m lint FILE` judges a schema; with --breaking it says what changed since the last commit."""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from web.node_project import NodeProject, NodeProjectError

LINTERS = NodeProject(Path(__file__).resolve().parent)


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
    try:
        with LINTERS.turn(_complain) as turn:
            turn.install("the linters of the schema")
    except NodeProjectError as error:
        _complain(error.message)
        return False
    return True


def _node(script: str, *arguments: str) -> int:
    return LINTERS.show("node", str(LINTERS.folder / script), *arguments)


def _complain(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
