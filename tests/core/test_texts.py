"""What comes from outside is cleaned until it can be kept."""

from typing import Any

import orjson
import pytest

from core.texts import DEEPEST, TOO_DEEP, clean, clean_json


@pytest.mark.parametrize(
    ("text", "kept"), [("a\x00b", "ab"), ("a\ud800b", "ab"), ("👋 سلام", "👋 سلام"), ("long text", "long")]
)
def test_a_text_is_kept_without_what_the_database_refuses(text: str, kept: str) -> None:
    assert clean(text, 9 if text != "long text" else 4) == kept


@pytest.mark.parametrize("number", [0, -5, 2**63 - 1, -(2**63) + 1, True])
def test_a_number_that_can_be_kept_stays_one(number: int) -> None:
    assert clean_json({"number": number}, 10) == {"number": number}


@pytest.mark.parametrize("number", [2**63, -(2**63), 10**30, 10**10_000], ids=["first", "last", "large", "endless"])
def test_a_number_that_is_too_large_becomes_a_text(number: int) -> None:
    kept = clean_json({"number": number}, 100)

    assert kept["number"] == hex(number)[:100]
    assert orjson.loads(orjson.dumps(kept)) == kept


def test_what_is_nested_too_deeply_is_cut() -> None:
    deep: Any = "the bottom"
    for _ in range(900):
        deep = [deep]

    kept = clean_json({"arguments": deep, "other\x00": ("a\x00",)}, 10)

    assert orjson.loads(orjson.dumps(kept)) == kept
    assert kept["other"] == ["a"]
    depth, inside = 0, kept["arguments"]
    while isinstance(inside, list):
        depth, inside = depth + 1, inside[0]
    assert (depth, inside) == (DEEPEST - 1, TOO_DEEP)
