"""The linters of schema.graphql let a good schema pass, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

GOOD = '''"""What can be read."""
type Query {
  """The first words of the shop."""
  greeting(
    """Whom to greet."""
    name: String
  ): String
  """Where a page stands."""
  place: PageInfo
}

"""Where a page stands in its list."""
type PageInfo {
  """The cursor of the last of this page."""
  endCursor: String
  """Whether the list goes on."""
  hasNextPage: Boolean!
  """Whether the list has something before."""
  hasPreviousPage: Boolean!
  """The cursor of the first of this page."""
  startCursor: String
}
'''

BROKEN = '''
extend type Query {
  silent: String
  """Not null, so that a fault takes the whole answer with it."""
  sure: String!
  """Out of its order."""
  answers: Words
}

"""A thing without a name."""
type Words {
  """only one."""
  word: String!
}
'''
RULES = (
    "require-description",
    "require-nullable-result-in-root",
    "alphabetize",
    "strict-id-in-types",
    "descriptions-are-capitalized",  # the second linter's
)


# The first run on a machine installs the linters.
pytestmark = pytest.mark.timeout(700)


def lint(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "lint", *arguments], cwd=ROOT, capture_output=True, text=True)


def test_a_good_schema_passes(tmp_path: Path) -> None:
    (tmp_path / "good.graphql").write_text(GOOD + "\ndirective @oneOf on INPUT_OBJECT\n")

    result = lint(str(tmp_path / "good.graphql"))

    assert (result.returncode, result.stdout.strip()) == (0, "")


def test_a_schema_that_breaks_rules_does_not_pass_and_they_are_named(tmp_path: Path) -> None:
    (tmp_path / "broken.graphql").write_text(GOOD + BROKEN)

    result = lint(str(tmp_path / "broken.graphql"))

    assert result.returncode == 1
    assert {rule for rule in RULES if rule in result.stdout} == set(RULES)


def test_what_is_no_schema_does_not_pass(tmp_path: Path) -> None:
    (tmp_path / "half.graphql").write_text("type Query {")

    assert lint(str(tmp_path / "half.graphql")).returncode == 1


def test_breaking_changes_since_the_last_commit_are_named(tmp_path: Path) -> None:
    schema = tmp_path / "schema.graphql"
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@shop.example", "-C", str(tmp_path)]
    schema.write_text(GOOD)
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "schema: Begin."]):
        subprocess.run([*git, *command], check=True)
    schema.write_text(GOOD.replace("name: String", "name: String!"))

    result = lint("--breaking", str(schema))

    assert result.returncode == 0
    assert "BREAKING  Query.greeting.name" in result.stdout
    assert "1 of them breaking" in result.stdout
