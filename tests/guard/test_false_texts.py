"""What is false is never sent: by a table of each language, and by lies made at random."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.assistant.guard.guard import Guarded, guard
from core.assistant.guard.sentence import Kind
from tests.guard.false_table import FALSE_TEXTS, Text
from tests.guard.false_texts import lie

CASES = [
    pytest.param(language, case, id=f"{language} {case[3]}: {case[0][:50]}")
    for language, cases in FALSE_TEXTS.items()
    for case in cases
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_false_claim_is_found_for_what_it_is(language: str, case: Text) -> None:
    text, facts, said, kind = case

    guarded = guard(text, facts, language, said)

    assert kind in [change.kind for change in guarded.changes]
    assert all(change.sentence not in without_the_truth(guarded) for change in guarded.changes)


def without_the_truth(guarded: Guarded) -> str:
    """The truth may hold the same words: a number that lost its last digit, or another way's number beside its name."""
    text = guarded.text
    for change in guarded.changes:
        text = text.replace(change.instead, "")
    return text


def assert_caught(seed: int) -> None:
    told = lie(random.Random(seed))
    guarded = guard(told.text, told.facts, told.language, told.said)
    assert guarded.changes, told
    assert told.sentence not in without_the_truth(guarded), told


@pytest.mark.parametrize("start", range(0, 500, 100))
def test_no_lie_of_five_hundred_passes(start: int) -> None:
    for seed in range(start, start + 100):
        assert_caught(seed)


@pytest.mark.soak
@pytest.mark.timeout(600)
@settings(max_examples=12_000, deadline=None)
@given(st.integers(min_value=0, max_value=2**63))
def test_no_lie_of_ten_thousand_passes(seed: int) -> None:
    assert_caught(seed)


def test_every_kind_of_claim_is_in_the_table() -> None:
    assert {case[3] for cases in FALSE_TEXTS.values() for case in cases} == set(Kind)
