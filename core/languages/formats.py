"""Money, durations and numbered lists as people of each language write them, always with Latin digits."""

from collections.abc import Sequence
from functools import cache

from babel import Locale

from core.languages.isolate import aligned
from core.languages.wording import fill, wording
from core.money import Money
from models.catalog import DurationUnit

# Whose separators and plural rules a language uses. CLDR has no Roman Urdu: its plurals are those of Urdu.
_LOCALES = {"en": "en", "ur": "ur", "ur-Latn": "ur", "ar": "ar", "es": "es"}


def money(amount: Money, language: str) -> str:
    return amount.text(_LOCALES[language])


def duration(count: int, unit: DurationUnit, language: str) -> str:
    """E.g. "30 days". The plural rules are Babel's; the phrases are ours: it lacks those of Urdu and some of Arabic."""
    phrases = wording(language).durations
    forms = phrases[unit.value.lower()]
    return fill(forms.get(_plural(language, count), forms["other"]), language, count=count)


def numbered(entries: Sequence[str], language: str, *, first: int = 1) -> str:
    """One line each; the entries come finished from `say`, or from `isolated` if they are bare names."""
    return "\n".join(aligned(f"{number}. {entry}", language) for number, entry in enumerate(entries, first))


def bulleted(entries: Sequence[str], language: str) -> str:
    return "\n".join(aligned(f"• {entry}", language) for entry in entries)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES[language])


def _plural(language: str, count: int) -> str:
    return _locale(language).plural_form(count)
