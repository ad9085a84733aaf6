"""Signs and words of currencies, and which currencies each may stand for."""

from functools import cache
from typing import Final

from core.assistant.guard.words import Token, low
from core.errors import InvalidInputError
from core.money import exponent

_MEANT: Final = {
    "PKR INR LKR NPR MUR SCR": (
        *("rs", "rps", "rupee", "rupees", "rupaye", "rupay", "rupaya", "rupiya", "rupe", "rupia", "rupias"),
        *("روپے", "روپیہ", "روپیے", "روپئے", "روپیوں", "روبية", "روبيه", "روبيات", "الروبيات"),
    ),
    "INR": ("₹",),
    "PKR": ("₨",),
    "USD CAD AUD NZD SGD HKD MXN COP ARS CLP": (
        *("$", "dollar", "dollars", "dólar", "dólares"),
        *("ڈالر", "ڈالرز", "دولار", "دولارا", "دولارات"),
    ),
    "EUR": ("€", "euro", "euros", "یورو", "يورو"),
    "GBP EGP": ("£", "pound", "pounds", "libra", "libras", "پاؤنڈ", "جنيه", "جنيها"),
    "SAR QAR OMR YER": ("riyal", "riyals", "riales", "ریال", "ريال", "ريالا", "ريالات"),
    "AED MAD": ("dirham", "dirhams", "درہم", "درهم", "درهما", "دراهم"),
    "KWD BHD JOD IQD TND DZD": ("dinar", "dinars", "دینار", "دينار", "دينارا", "دنانير"),
    "MXN COP ARS CLP UYU DOP CUP PHP": ("peso", "pesos"),
}
_BY_WORD: Final = {low(word): frozenset(codes.split()) for codes, words in _MEANT.items() for word in words}


def currencies(token: Token) -> frozenset[str] | None:
    """None if it is no currency; empty for a sign of money that is not known here."""
    known = _BY_WORD.get(token.low)
    if known is not None:
        return known
    if (
        token.kind == "word"
        and len(token.text) == 3
        and token.text.isascii()
        and (token.text.isupper() or token.low in ("pkr", "usd", "inr", "eur"))
    ):
        return frozenset({token.text.upper()}) if _is_code(token.text.upper()) else None
    if token.kind == "sign" and token.text in "$£¥₩₪₫₦₱₺₽฿₴₡₲₵₸₭₮":
        return frozenset()
    return None


@cache
def _is_code(word: str) -> bool:
    try:
        exponent(word)
    except InvalidInputError:
        return False
    return True
