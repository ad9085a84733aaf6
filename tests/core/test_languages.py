"""The sentences of five languages, how values stand in them, and which language a customer is answered in."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant.languages import asked_for, choose
from core.assistant.spelling import words
from core.assistant.vocabulary import Wish, phrases
from core.languages.formats import bulleted, duration, money, numbered
from core.languages.isolate import isolated
from core.languages.wording import (
    LANGUAGES,
    WordingError,
    fill,
    keys,
    nearest,
    placeholders,
    say,
    template,
    wording,
)
from core.money import Money
from models.catalog import DurationUnit
from models.orders import OrderStatus

OTHERS = [language for language in LANGUAGES if language != "en"]

# Words of one language that the sentences of another may not contain by mistake.
SCRIPT = {"ur": "ARABIC", "ar": "ARABIC", "en": "LATIN", "ur-Latn": "LATIN", "es": "LATIN"}


def _every_sentence() -> Iterator[tuple[str, str, str]]:
    for language in LANGUAGES:
        for key, sentence in wording(language).says.items():
            yield language, key, sentence


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_and_understands_the_same_things(language: str) -> None:
    english, other = wording("en"), wording(language)

    assert set(other.says) == set(english.says) == keys()
    assert set(other.understands) == set(english.understands)
    assert set(other.durations) == set(english.durations) == {unit.value.lower() for unit in DurationUnit}


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_has_the_placeholders_of_the_english_one(language: str) -> None:
    differing = {key for key in keys() if placeholders(template(key, language)) != placeholders(template(key, "en"))}

    assert differing == set()


def test_no_sentence_is_empty_or_has_a_brace_that_nothing_fills() -> None:
    for language, key, sentence in _every_sentence():
        left = re.sub(r"\{[a-z_]+\}", "", sentence)
        assert sentence, (language, key)
        assert "{" not in left, (language, key)
        assert "}" not in left, (language, key)
        assert sentence.count("*") % 2 == 0, (language, key)


def test_sentences_are_written_in_the_script_of_their_language() -> None:
    for language, key, sentence in _every_sentence():
        left = re.sub(r"\{[a-z_]+\}|PDF|Wa alaikum", "", sentence)
        letters = [letter for letter in left if letter.isalpha()]
        foreign = [letter for letter in letters if not unicodedata.name(letter).startswith(SCRIPT[language])]
        assert foreign == [], (language, key)


def test_every_wish_and_every_status_of_an_order_has_its_words() -> None:
    for language in LANGUAGES:
        assert {wish.value for wish in Wish} <= set(wording(language).understands)
    assert {f"status_{status.value.lower()}" for status in OrderStatus} <= keys()


def test_no_phrase_wishes_two_things() -> None:
    beside = {Wish.FILLER, Wish.GENERIC, Wish.PICK, Wish.QUANTITY_AFTER, Wish.QUANTITY_BEFORE}
    wishes: dict[tuple[str, ...], set[Wish]] = {}
    for language in LANGUAGES:
        for wish in set(Wish) - beside:
            for phrase in wording(language).understands[wish]:
                assert words(phrase), (language, wish)
                wishes.setdefault(words(phrase), set()).add(wish)

    assert {phrase: meant for phrase, meant in wishes.items() if len(meant) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_that_sentences_tell_customers_to_write_are_understood(language: str) -> None:
    expected = {
        "anything_else": {Wish.MENU},
        "orders_pay_hint": {Wish.PAY},
        "human_hint": {Wish.HUMAN},
        "package_ask": {Wish.YES},
        "confirm_again": {Wish.YES, Wish.NO},
    }
    for key, wishes in expected.items():
        told = re.findall(r"\*([^*{]+)\*", template(key, language))
        understood = {wish for word in told for found in phrases(words(word)) for wish in found.wishes}
        assert wishes <= understood, (key, told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_that_ends_a_stop_is_understood(language: str) -> None:
    told = re.findall(r"\*([^*]+)\*", template("stopped", language))

    assert [
        words(word)
        for word in told
        if words(word) in {words(start) for start in wording(language).understands["start"]}
    ]


def test_ten_numbers_are_counted_in_every_language() -> None:
    for language in LANGUAGES:
        assert len(wording(language).understands["number_words"]) == 10
        assert len(wording(language).understands["ordinal_words"]) == 10


def test_a_sentence_is_filled_with_its_values_and_ignores_others() -> None:
    assert say("no_such_number", "en", unused=1) == "That number is not on the list."
    assert say("proof_received", "en", number="PX-1") == (
        "Thank you, we have received your payment proof for order *PX-1*. We will check it and let you know."
    )


def test_a_missing_value_an_unknown_key_or_language_is_our_mistake() -> None:
    with pytest.raises(WordingError):
        say("proof_received", "en")
    with pytest.raises(WordingError):
        say("no_such_sentence", "en")
    with pytest.raises(WordingError):
        say("thanks", "fr")


def test_braces_in_a_value_are_text() -> None:
    assert fill("For {name}.", "en", name="{reason} {0} {name.__class__}") == "For {reason} {0} {name.__class__}."


def test_a_placeholder_that_staff_misspelt_stays_as_it_stands() -> None:
    assert fill("Hi {nmae}, order {number}", "en", number="PX-1") == "Hi {nmae}, order PX-1"


@given(st.sampled_from(LANGUAGES), st.text())
def test_any_value_comes_through_a_sentence(language: str, value: str) -> None:
    shown = say("order_cancelled", language, number=value)

    assert value in shown or isolated(value, language) in shown


@pytest.mark.parametrize("language", ["ur", "ar"])
def test_latin_values_are_isolated_in_sentences_from_the_right(language: str) -> None:
    shown = say("package_price", language, price="PKR 25,000")

    assert "*\u2068PKR 25,000\u2069*" in shown


def test_numbers_of_several_lines_and_values_of_the_same_direction_are_left_alone() -> None:
    assert isolated("0300 1234567", "ur") == "0300 1234567"
    assert isolated("PKR 1\nPKR 2", "ur") == "PKR 1\nPKR 2"
    assert isolated("گولڈ", "ur") == "گولڈ"
    assert isolated("Gold", "en") == "Gold"
    assert isolated("گولڈ", "en") == "\u2068گولڈ\u2069"


def test_a_value_cannot_turn_the_sentence_around() -> None:
    assert isolated("Gold\u202e\u2069", "ar") == "\u2068Gold\u2069"


def test_a_line_of_isolated_values_alone_starts_at_the_right() -> None:
    assert say("package_title", "ur", name="Gold", service="SEO") == "\u200f*\u2068Gold\u2069* (\u2068SEO\u2069)"
    assert say("package_title", "en", name="Gold", service="SEO") == "*Gold* (SEO)"
    assert numbered([isolated("Gold", "ar")], "ar") == "\u200f1. \u2068Gold\u2069"
    assert bulleted(["تیز"], "ur") == "• تیز"


@pytest.mark.parametrize(
    ("language", "count", "unit", "text"),
    [
        ("en", 1, DurationUnit.DAY, "1 day"),
        ("en", 30, DurationUnit.DAY, "30 days"),
        ("ur", 1, DurationUnit.HOUR, "1 گھنٹہ"),
        ("ur", 3, DurationUnit.MONTH, "3 مہینے"),
        ("ur-Latn", 1, DurationUnit.WEEK, "1 hafta"),
        ("ur-Latn", 2, DurationUnit.WEEK, "2 hafte"),
        ("ar", 1, DurationUnit.MONTH, "شهر واحد"),
        ("ar", 2, DurationUnit.WEEK, "أسبوعان"),
        ("ar", 3, DurationUnit.DAY, "3 أيام"),
        ("ar", 30, DurationUnit.DAY, "30 يومًا"),
        ("ar", 100, DurationUnit.DAY, "100 يوم"),
        ("es", 1, DurationUnit.MONTH, "1 mes"),
        ("es", 6, DurationUnit.MONTH, "6 meses"),
    ],
)
def test_durations_have_the_plurals_of_their_language(language: str, count: int, unit: DurationUnit, text: str) -> None:
    assert duration(count, unit, language) == text


@given(st.sampled_from(LANGUAGES), st.integers(0, 10_000), st.sampled_from(DurationUnit))
def test_every_duration_has_a_phrase(language: str, count: int, unit: DurationUnit) -> None:
    shown = duration(count, unit, language)

    assert shown
    assert "{" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_money_has_latin_digits_and_the_currency_everywhere(language: str) -> None:
    separator = "." if language == "es" else ","

    assert money(Money(25_000_00, "PKR"), language) == f"PKR 25{separator}000"


def test_a_language_without_a_file_is_answered_in_the_nearest_one() -> None:
    assert [nearest("ar"), nearest("fr", "es"), nearest(None), nearest("fr", "xx")] == ["ar", "es", "en", "en"]


# --- Which language a customer is answered in ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("السلام علیکم", "ur"),
        ("السلام عليكم", "ar"),
        ("سلام", "ur"),
        ("ہیلو", "ur"),
        ("مرحبا", "ar"),
        ("assalam o alaikum", "ur-Latn"),
        ("hola", "es"),
        ("good morning", "en"),
        ("قیمت کیا ہے", "ur"),
        ("كم السعر", "ar"),
        ("gold ki qeemat kya hai", "ur-Latn"),
        ("cuanto cuesta", "es"),
        ("Assalamualaikum, what is the price of the gold package?", "en"),
    ],
)
def test_the_first_words_show_the_language(text: str, language: str) -> None:
    default = "es" if language == "en" else "en"

    choice = choose([text], language=None, is_chosen=False, default=default, is_first=True, asked=None)

    assert (choice.language, choice.is_chosen) == (language, False)


@pytest.mark.parametrize("text", ["ok", "1", "Gold", "hi", "👍", "", "John de la Cruz", "price"])
@pytest.mark.parametrize("default", LANGUAGES)
def test_words_of_no_language_leave_the_shops_own(text: str, default: str) -> None:
    choice = choose([text], language=None, is_chosen=False, default=default, is_first=True, asked=None)

    assert choice.language == default


@pytest.mark.parametrize("text", ["ok", "OK!", "yes", "1", "۲", "Gold Plus", "hi", "thanks", "gracias", "Muhammad Ali"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_ok_numbers_names_and_single_words_never_switch(text: str, language: str) -> None:
    choice = choose([text], language=language, is_chosen=False, default="en", is_first=False, asked=None)

    assert choice.language == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mujhe gold package chahiye", "ur-Latn"),
        ("what is the price of gold", "en"),
        ("قیمت کیا ہے", "ur"),
        ("كم سعر الباقة", "ar"),
        ("quiero saber el precio", "es"),
    ],
)
def test_a_message_clearly_in_another_language_switches_unless_one_was_chosen(text: str, language: str) -> None:
    current = "ar" if language != "ar" else "ur"

    free = choose([text], language=current, is_chosen=False, default="en", is_first=False, asked=None)
    chosen = choose([text], language=current, is_chosen=True, default="en", is_first=False, asked=None)

    assert (free.language, free.is_chosen) == (language, False)
    assert (chosen.language, chosen.is_chosen) == (current, True)


@pytest.mark.parametrize("name", ["محمد علی", "گل پری", "فاطمة الزهراء"])
def test_a_name_in_another_script_does_not_switch(name: str) -> None:
    assert choose([name], language="en", is_chosen=False, default="en", is_first=False, asked=None).language == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("urdu", "ur"),
        ("Urdu please", "ur"),
        ("اردو میں بات کریں", "ur"),
        ("roman urdu mein baat karo", "ur-Latn"),
        ("in English please", "en"),
        ("can you speak english?", "en"),
        ("عربي", "ar"),
        ("بالعربي لو سمحت", "ar"),
        ("español por favor", "es"),
        ("EN ESPAÑOL", "es"),
        ("I bought an English course", None),
        ("urdu or english?", None),
        ("hello", None),
    ],
)
def test_a_language_is_asked_for_by_its_name(text: str, language: str | None) -> None:
    assert asked_for(words(text)) == language


def test_the_language_that_was_asked_for_is_chosen_for_good() -> None:
    choice = choose(["urdu"], language="en", is_chosen=True, default="en", is_first=False, asked="ur")

    assert (choice.language, choice.is_chosen) == ("ur", True)
