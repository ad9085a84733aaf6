"""Nothing that can be read or followed goes without a test that asks for it; mutations: tests/graph/mutations."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.graph.guards import ROOTS

TESTS = Path(__file__).parents[1]


def test_every_query_and_every_subscription_is_asked_for_in_a_document_of_a_test() -> None:
    asked = set(re.findall(r"\w+", "\n".join(documents())))

    for operation in ("query", "subscription"):
        root = ROOTS[operation]
        assert root is not None
        assert set(root.fields) - asked == set(), operation


def documents() -> Iterator[str]:
    """Every text of the tests with a selection in it."""
    for path in TESTS.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "{" in node.value:
                yield node.value
