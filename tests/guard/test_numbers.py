"""How numbers are read in the five languages."""

from decimal import Decimal

import pytest

from core.assistant.guard.numbers import numbers
from core.assistant.guard.words import clean, lexicon, sentences, tokens


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "25,000", [25_000]),
        ("en", "1,20,000 or 1.2 lakh or 120k", [120_000, 120_000, 120_000]),
        ("en", "twenty-five thousand, one hundred and five", [25_000, 105]),
        ("en", "two thousand five hundred", [2_500]),
        ("en", "1,234.50 and 12.5", [Decimal("1234.5"), Decimal("12.5")]),
        ("en", "25 000 rupees", [25_000]),
        ("es", "25.000 y 25 mil", [25_000, 25_000]),
        ("es", "veinticinco mil quinientos, treinta y cinco mil", [25_500, 35_000]),
        ("es", "1.234,50", [Decimal("1234.5")]),
        ("es", "25 mil y veinticinco mil", [25_000, 25_000]),
        ("ar", "٢٥٬٠٠٠ و ١٢٠٬٠٠٠٫٥٠", [25_000, Decimal("120000.5")]),
        ("ar", "خمسة وعشرون ألف", [25_000]),
        ("ar", "تسعة آلاف وخمسمئة", [9_500]),
        ("ar", "ألفين وخمسمئة", [2_500]),
        ("ur", "۲۵٬۰۰۰", [25_000]),
        ("ur", "پچیس ہزار، ایک لاکھ بیس ہزار", [25_000, 120_000]),
        ("ur", "ڈیڑھ لاکھ، سوا لاکھ، ساڑھے تین ہزار، پونے دو لاکھ", [150_000, 125_000, 3_500, 175_000]),
        ("ur-Latn", "pachees hazar, dedh lakh, dhai hazar", [25_000, 150_000, 2_500]),
        ("ur-Latn", "1 lakh 20 hazar, saadhe nau hazar", [120_000, 9_500]),
        ("ur-Latn", "paintees so, pantees hazar, pachees sau", [3_500, 35_000, 2_500]),
        ("ur-Latn", "saat hazar paanch so hai, so aap le lein", [7_500]),
        ("ur-Latn", "35 so, so what", [35]),
        ("ur", "چونتیس ہزار، سترہ ہزار پانچ سو", [34_000, 17_500]),
        ("ar", "خمسة وثلاثون ألفاً، خمسة عشر ألفًا", [35_000, 15_000]),
        ("ar", "لثلاثة آلاف ومئتين", [3_200]),
        ("es", "quinientos, novecientas, treinta y un mil", [500, 900, 31_000]),
    ],
)
def test_a_number_has_one_value(language: str, text: str, values: list[Decimal]) -> None:
    found = numbers(tokens(clean(text)), lexicon(language))

    assert [number.value for number in found] == values


@pytest.mark.parametrize(("language", "text"), [("en", "25.000"), ("en", "1,2,3"), ("ur-Latn", "pachhpan hazar")])
def test_what_can_be_read_in_two_ways_has_no_value(language: str, text: str) -> None:
    found = numbers(tokens(clean(text)), lexicon(language))

    assert [number.value for number in found] == [None]


def test_a_sentence_ends_at_its_end_alone() -> None:
    text = "Hi! It is Rs. 500 (approx. 2.5 weeks). Ok?\n1. Gold\n2. *Silver.* Bye"

    parts = sentences(text)

    assert [sentence for sentence, _ in parts] == [
        "Hi!",
        "It is Rs. 500 (approx. 2.5 weeks).",
        "Ok?",
        "1. Gold",
        "2. *Silver.*",
        "Bye",
    ]
    assert "".join(sentence + gap for sentence, gap in parts) == text
