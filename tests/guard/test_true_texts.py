"""What is true is left alone."""

import pytest

from core.assistant.guard.guard import guard
from tests.guard.true_texts import TRUE_TEXTS, Text

CASES = [
    pytest.param(language, case, id=f"{language}: {case[0][:50]}")
    for language, cases in TRUE_TEXTS.items()
    for case in cases
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_true_text_passes_unchanged(language: str, case: Text) -> None:
    text, facts, said = case

    guarded = guard(text, facts, language, said)

    assert guarded.changes == ()
    assert guarded.text == text


def test_there_are_thirty_true_texts_and_more_of_each_language() -> None:
    assert min(len(texts) for texts in TRUE_TEXTS.values()) >= 30
    assert sum(len(texts) for texts in TRUE_TEXTS.values()) >= 250
