"""How the guard reads: one form for all scripts, sentences, tokens, and each language's words for claims."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from core.assistant.spelling import plain
from core.languages.wording import LANGUAGES
from models.catalog import DurationUnit

Phrase = tuple[str, ...]

GAP: Final = "…"
WIDEST_GAP = 3

# Every number here stands between digits and separators of some script; the reading comes later. "isn't" is one word,
# or its "no" is lost; "Ahmed's" is a name and something else.
_TOKENS = re.compile(
    r"(?P<number>\d(?: \d){2,}(?!\d)|(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?![\d]|[.,٬٫]\d)|\d+(?:[.,،٬٫'’]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’](?:t|re)(?![^\W\d_]))?)"
    r"|(?P<sign>[^\w\s]|_)"
)
# An end, unless the dot belongs to a number, a list or an abbreviation.
_ENDS = re.compile(r"\n+|(?<=[.!?؟۔])[*_”\"»)]*(?:\s+|$)")
_ABBREVIATIONS = re.compile(
    r"(?:^|[\s(*])(?:rs|re|no|nos|mr|mrs|ms|dr|st|vs|etc|approx|aprox|ud|uds|sr|sra|n|nro|núm|tel|a\.m|p\.m|e\.g|i\.e|p\.ej)\.$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*[*_]?\d{1,3}\.$")


@dataclass(frozen=True, slots=True)
class Token:
    """`low` is the form in which words are compared; `text` keeps capitals. Positions are those of the clean text."""

    kind: str  # "number", "word" or "sign"
    text: str
    low: str
    start: int
    end: int


def clean(text: str) -> str:
    """Latin digits, no marks and nothing invisible; capitals and lines stay."""
    letters: list[str] = []
    for letter in unicodedata.normalize("NFKD", text):
        category = unicodedata.category(letter)
        if category == "Nd":
            letters.append(str(unicodedata.decimal(letter)))
        elif category not in ("Mn", "Cf", "Cs"):
            letters.append(" " if category == "Zs" else letter)
    return "".join(letters)


@lru_cache(maxsize=20_000)
def low(word: str) -> str:
    lowered = plain(word).strip()
    return _spellings().get(lowered, lowered)


def tokens(cleaned: str) -> tuple[Token, ...]:
    return tuple(
        Token(str(found.lastgroup), found[0], low(found[0]), found.start(), found.end())
        for found in _TOKENS.finditer(cleaned)
    )


def sentences(text: str) -> list[tuple[str, str]]:
    """Each with what stands between it and the next; put together again they are the text."""
    parts: list[tuple[str, str]] = []
    start = 0
    for end in _ENDS.finditer(text):
        sentence = text[start : end.start()]
        if "\n" not in end[0] and (_ABBREVIATIONS.search(sentence) or _LISTED.fullmatch(sentence)):
            continue
        # What closes a quotation or bold words belongs to the sentence.
        marks = len(end[0]) - len(end[0].lstrip('*_”"»)'))
        parts.append((sentence + end[0][:marks], end[0][marks:]))
        start = end.end()
    if start < len(text):
        parts.append((text[start:], ""))
    return parts


def phrase(text: str) -> Phrase:
    """A phrase of a lexicon, or a name of the facts, in the form of tokens."""
    return tuple(
        GAP if part == GAP else token.low
        for part in re.split(f"({GAP})", text)
        for token in (tokens(clean(part)) if part != GAP else (Token("sign", GAP, GAP, 0, 0),))
        if token.kind != "sign" or part == GAP or token.text in "%+&#"
    )


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds any of its phrases in a row of words."""

    by_first: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Phrases":
        by_first: dict[str, list[Phrase]] = {}
        for text in texts:
            words = phrase(text)
            if words:
                by_first.setdefault(words[0], []).append(words)
        return cls({first: tuple(sorted(set(found), key=len, reverse=True)) for first, found in by_first.items()})

    def find(self, row: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Start and end of each, the longest at each start."""
        for start, word in enumerate(row):
            for words in self.by_first.get(word, ()):
                end = _end_of(words, row, start)
                if end is not None:
                    yield start, end
                    break

    def any_in(self, row: Sequence[str]) -> bool:
        return next(self.find(row), None) is not None


def _end_of(words: Phrase, row: Sequence[str], start: int) -> int | None:
    at = start
    for index, word in enumerate(words):
        if word == GAP:
            rest = words[index + 1 :]
            for skipped in range(WIDEST_GAP + 1):
                end = _end_of(rest, row, at + skipped)
                if end is not None:
                    return end
            return None
        if at >= len(row) or row[at] != word:
            return None
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`claims`, `statuses` and `states` are those of all languages: an assistant may slip into another one.

    `excuses` are those of the language alone, because a word that excuses in one language is another word elsewhere.
    """

    claims: dict[str, Phrases]
    statuses: dict[str, Phrases]
    states: dict[str, Phrases]  # by what they are the state of: "payment_paid"
    excuses: dict[str, Phrases]
    atoms: dict[str, str]  # number words to their value
    times: dict[str, str]
    after_a_number: frozenset[str]  # multiply what stands before them, and are another word where nothing does
    join: frozenset[str]
    bare: frozenset[str]
    lengths: dict[str, tuple[int, DurationUnit]]  # "month", and the Arabic word for two of them
    vocabulary: frozenset[str]  # every word of the language's own lists but those that name packages
    decimal_comma: bool


# Words of these lists may also be part of a package's name.
_NO_OTHER_WORDS: Final = ("tier", "way", "moment", "team", "work", "offer", "money")
# Which files besides its own excuse and count in a language: people mix English into both writings of Urdu.
_BESIDES: Final = {"en": (), "es": (), "ar": (), "ur": ("en",), "ur-Latn": ("en",)}


@cache
def lexicon(language: str) -> Lexicon:
    files = {name: _file(name) for name in LANGUAGES}
    mixed = [files[name] for name in (language, *_BESIDES[language])]
    atoms: dict[str, str] = {}
    times: dict[str, str] = {}
    # English numbers are understood everywhere; the language's own words count first.
    for source in (files["en"], *reversed(mixed)):
        atoms |= _atoms(source["numbers"])
        times |= {low(word): value for word, value in source["numbers"]["times"].items()}
    for word in times:
        atoms.pop(word, None)
    return Lexicon(
        claims=_merged("claims", files.values()),
        statuses=_merged("statuses", files.values()),
        states=_merged("states", files.values()),
        excuses=_merged("excuses", mixed),
        atoms=atoms,
        times=times,
        after_a_number=frozenset(low(word) for source in mixed for word in source["numbers"].get("after_a_number", ())),
        join=frozenset(low(word) for source in mixed for word in source["numbers"]["join"]),
        bare=frozenset(low(word) for source in mixed for word in source["numbers"]["bare"]),
        lengths={
            low(word): (int(length.split()[0]), DurationUnit(length.split()[1]))
            for source in (*files.values(), *reversed(mixed))
            for length, listed in source["durations"].items()
            for word in listed
        },
        vocabulary=frozenset(_vocabulary(mixed)),
        decimal_comma=language == "es",
    )


@cache
def _spellings() -> dict[str, str]:
    """Roman Urdu has no spelling of its own, and others have a form for friends and for women: the lists have one."""
    return {
        plain(other): plain(word)
        for name in LANGUAGES
        for word, others in _file(name).get("spellings", {}).items()
        for other in others
    }


def _vocabulary(sources: Iterable[dict[str, dict[str, Any]]]) -> Iterator[str]:
    for source in sources:
        for table in ("claims", "statuses", "states", "excuses", "durations"):
            for key, listed in source[table].items():
                if key not in _NO_OTHER_WORDS:
                    yield from (word for text in listed for word in phrase(text))


@cache
def _file(language: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8"))


def _merged(table: str, sources: Iterable[dict[str, dict[str, Any]]]) -> dict[str, Phrases]:
    texts: dict[str, list[str]] = {}
    for source in sources:
        for key, listed in source[table].items():
            texts.setdefault(key, []).extend(listed)
            if source is _file("ar"):
                # Arabic writes "and", "so", "for" and "with" onto the word.
                texts[key] += [letter + text for text in listed for letter in ("وفلب" if table == "claims" else "وف")]
    return {key: Phrases.of(listed) for key, listed in texts.items()}


def _atoms(numbers: dict[str, Any]) -> dict[str, str]:
    return {
        **{low(word): str(value) for value, word in enumerate(numbers["words"])},
        **{low(word): str(value * 10) for value, word in enumerate(numbers["tens"], 2)},
        **{low(word): value for word, value in numbers["more"].items()},
        **{low(word): value for value, words in numbers.get("spelt", {}).items() for word in words},
    }
