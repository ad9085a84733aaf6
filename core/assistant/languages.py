"""Which language a customer writes and wants: it sticks until they ask for another or clearly change it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from core.assistant.spelling import Phrase, is_arabic_script, words
from core.languages.isolate import RIGHT_TO_LEFT
from core.languages.wording import LANGUAGES, nearest, wording

# As many different words of another language switch to it, if none was chosen.
CLEARLY = 2

_URDU_LETTERS = frozenset("ٹڈڑںےگچپہھکیژۓ")
_ARABIC_LETTERS = frozenset("ةىيكهإأؤ")


@dataclass(frozen=True, slots=True)
class Choice:
    language: str
    is_chosen: bool


def choose(
    texts: Sequence[str],
    *,
    language: str | None,
    is_chosen: bool,
    default: str,
    is_first: bool,
    asked: str | None,
    offered: Collection[str] = LANGUAGES,
) -> Choice:
    """`asked` is the language that the customer named in one of the texts; `texts` are those of one turn.

    What the shop does not offer is never chosen, and left again if it was spoken before.
    """
    if asked is not None and asked in offered:
        return Choice(asked, is_chosen=True)
    if language not in offered:
        language, is_chosen = None, False
    if is_chosen and language is not None:
        return Choice(nearest(language, default), is_chosen=True)
    current = nearest(language, default)
    is_new = is_first or language is None
    found = detect(texts, at_least=1 if is_new else CLEARLY, leaning=current)
    return Choice(found if found is not None and found in offered else current, is_chosen=False)


def detect(texts: Iterable[str], *, at_least: int, leaning: str) -> str | None:
    """The one language with most of its own words in the texts, if it has `at_least` as many."""
    raw = " ".join(texts)
    spoken = set(words(raw))
    scores = {language: len(spoken & _distinctive(language)) for language in LANGUAGES}
    if any(is_arabic_script(word) for word in spoken):
        _weigh_letters(raw, scores)
    best = max(scores.values())
    winners = [language for language in LANGUAGES if scores[language] == best]
    if best < at_least or leaning in winners:
        return None
    # A tie says nothing, unless it is between the two that share a script: then it is at least not the others.
    return winners[0] if len(winners) == 1 or RIGHT_TO_LEFT.issuperset(winners) else None


def asked_for(message: Phrase) -> str | None:
    """The language that a message asks for and says nothing besides, e.g. "urdu", "in English please"."""
    names, longest, around = _names()
    named: set[str] = set()
    start = 0
    while start < len(message):
        for end in range(min(len(message), start + longest), start, -1):
            if message[start:end] in names:
                named.add(names[message[start:end]])
                start = end
                break
        else:
            if message[start] not in around:
                return None
            start += 1
    return named.pop() if len(named) == 1 else None


def _weigh_letters(raw: str, scores: dict[str, int]) -> None:
    """Words of both languages count for the one whose letters they are written with."""
    urdu = any(letter in _URDU_LETTERS for letter in raw)
    arabic = any(letter in _ARABIC_LETTERS for letter in raw)
    if urdu and not arabic:
        scores["ar"] = 0
    elif arabic and not urdu:
        scores["ur"] = 0


@cache
def _distinctive(language: str) -> frozenset[str]:
    understands = wording(language).understands
    return frozenset(word for phrase in understands["distinctive"] for word in words(phrase))


@cache
def _names() -> tuple[dict[Phrase, str], int, frozenset[str]]:
    names: dict[Phrase, str] = {}
    around: set[str] = set()
    for language in LANGUAGES:
        understands = wording(language).understands
        names |= {words(name): language for name in understands["language_names"]}
        around |= {word for phrase in understands["language_request"] for word in words(phrase)}
    return names, max(len(name) for name in names), frozenset(around)
