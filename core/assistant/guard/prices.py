"""Which numbers of a sentence are prices, and which are dates, counts or marks of a list."""

from core.assistant.guard.knowledge import Knowledge
from core.assistant.guard.numbers import Number
from core.assistant.guard.sentence import Sentence, currency_of, is_percent
from core.assistant.guard.words import Lexicon

LARGEST_COUNT = 31  # days of a month, lines of a menu, lessons: beyond it a bare number after a name is a price
SMALLEST_PRICE = 100  # from here on a bare number is a price unless it is shown to be something else
HOURS = 24
LONGEST_TIME = 366  # in one word for a time: beyond it a number before "days" is a price
FIRST_YEAR, LAST_YEAR = 1990, 2100


def is_price(sentence: Sentence, number: Number, knowledge: Knowledge) -> bool:
    lexicon = knowledge.lexicon
    if is_percent(sentence, number, lexicon) or _is_a_time(sentence, number, lexicon):
        return False
    value = number.value
    if currency_of(sentence, number) is not None:
        return True
    start, end = sentence.segment(number.first)
    has_price_word = lexicon.claims["price"].any_in(sentence.lows(start, end))
    is_tight = _is_tight(sentence, number, lexicon)
    if number.is_multiplied and not number.has_digits and number.last - number.first == 1:
        # A bare "thousand": thanks come by it too.
        is_of_a_package = value is None and any(mention.subjects for mention in sentence.mentions)
        return has_price_word or is_tight or is_of_a_package
    if number.is_multiplied and (number.has_digits or value is None or value >= SMALLEST_PRICE):
        if value is None and not (has_price_word or sentence.mentions):
            return False
        return value != 100 or has_price_word or is_tight
    if not number.has_digits and (value is None or value <= LARGEST_COUNT):
        return is_tight and has_price_word
    if value is None:
        return True
    if _is_date(sentence, number, lexicon) or _is_mark_of_a_list(sentence, number):
        return False
    if value <= LARGEST_COUNT and value == int(value):
        return is_tight
    if value < SMALLEST_PRICE:
        return has_price_word or is_tight
    is_shops = any(value in text.values - text.prices for text in knowledge.texts)
    return not is_shops or has_price_word or is_tight


def _is_a_time(sentence: Sentence, number: Number, lexicon: Lexicon) -> bool:
    after = sentence.row[number.last].low if number.last < len(sentence.row) else ""
    is_of_time = after in lexicon.lengths or after in lexicon.excuses["minute"].by_first
    return is_of_time and number.value is not None and number.value <= LONGEST_TIME


def _is_mark_of_a_list(sentence: Sentence, number: Number) -> bool:
    after = sentence.lows(number.last, number.last + 1)
    if number.first == 0:
        return after in ([")"], ["."])
    is_small = number.value is not None and number.value <= LARGEST_COUNT
    return is_small and after == [")"] and sentence.lows(number.first - 1, number.first) != ["("]


def _is_tight(sentence: Sentence, number: Number, lexicon: Lexicon) -> bool:
    """Directly after a name or a word for price, and nothing counted after it."""
    row = sentence.row
    after = row[number.last].kind if number.last < len(row) else "sign"
    if after == "word" and row[number.last].low not in (
        "only",
        "solamente",
        "solo",
        "فقط",
        "صرف",
        "sirf",
        "hai",
        "ہے",
        "is",
        "for",
        "per",
        "each",
    ):
        return False
    if number.last < len(row) and row[number.last].low in ("x", "*") and number.last + 1 < len(row):
        return False
    before = number.first - 1
    while before >= 0 and row[before].kind == "sign":
        before -= 1
    if before < 0:
        return False
    if any(mention.last == before + 1 and (mention.subjects or mention.service) for mention in sentence.mentions):
        return True
    ends = {last for _, last in lexicon.claims["price"].find(sentence.lows(0, before + 1))}
    return before + 1 in ends or (
        before in ends and row[before].low in ("is", "es", "at", "de", "a", "hai", "ہے", "ہی")
    )


def _is_date(sentence: Sentence, number: Number, lexicon: Lexicon) -> bool:
    """The day or year beside a month, an hour of the clock, or a year after the word for it."""
    row, value = sentence.row, number.value
    if value is None or value != int(value):
        return False
    is_year = FIRST_YEAR <= value <= LAST_YEAR and len(row[number.first].text) == len(str(FIRST_YEAR))
    around = sentence.lows(max(0, number.first - 2), number.first) + sentence.lows(number.last, number.last + 2)
    if (value <= LARGEST_COUNT or is_year) and lexicon.excuses["months"].any_in(around):
        return True
    if value <= HOURS and lexicon.excuses["clock"].any_in(sentence.lows(number.last, number.last + 2)):
        return True
    start, end = sentence.segment(number.first)
    names_a_price = lexicon.claims["price"].any_in(sentence.lows(start, end)) or any(
        start <= mention.first < end for mention in sentence.mentions
    )
    before = sentence.lows(max(0, number.first - 1), number.first)
    return is_year and not names_a_price and lexicon.excuses["year"].any_in(before)
