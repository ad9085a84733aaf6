"""What is true is left alone."""

import pytest

from core.assistant.guard.guard import guard
from tests.guard.facts import FACTS
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


# Known limits: to leave these alone would let false ones pass.
CHANGED_THOUGH_TRUE = (
    ("en", "You save time with Gold care."),
    ("en", "No payment is needed to ask questions."),
    ("en", "Platinum care is 90,000, that is 30,000 a month."),
    ("ar", "باقة جميلة جدًا لمتجرك."),
    ("en", "The VIP lounge is closed."),
    ("en", "I hear you, Rs 60,000 is a lot for a start."),
    ("ur", "طلبہ کو انگلش کورس پر 10 فیصد رعایت ملتی ہے۔"),
    ("ar", "يحصل الطلاب على خصم 10% على دورة الإنجليزية."),
    ("es", "Los estudiantes tienen un 10% de descuento en el curso de inglés."),
)


@pytest.mark.parametrize(("language", "text"), CHANGED_THOUGH_TRUE)
def test_a_true_text_that_looks_like_a_claim_is_changed(language: str, text: str) -> None:
    assert guard(text, FACTS, language).changes != ()
