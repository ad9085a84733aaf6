"""The table of rights in the documentation is the one of the program."""

from pathlib import Path

from core.rights import as_markdown

FILE = Path(__file__).parents[2] / "docs" / "rights.md"


def test_the_documentation_shows_the_rights_as_they_are() -> None:
    assert FILE.read_text(encoding="utf-8") == as_markdown(), "run `make schema` and look at what changed"
