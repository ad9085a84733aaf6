"""Finds the services and packages that a message names, also misspelt or written in another script."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from rapidfuzz.distance import OSA

from core.assistant.decision import ServiceFact
from core.assistant.spelling import Phrase, is_arabic_script, sound, words
from core.assistant.vocabulary import Wish, is_known, phrases

# How alike two spellings of one word must be, 0 to 1; below five letters a single slip is already too much.
ALIKE = 0.8
SHORTEST_MISSPELT = 5
SHORTEST_SOUND = 3


@dataclass(frozen=True, slots=True)
class Named:
    """What a message names: `used` are the places of its words that name it.

    Several packages (or services) mean that the words fit each of them equally well.
    """

    packages: tuple[int, ...] = ()
    services: tuple[int, ...] = ()
    used: frozenset[int] = frozenset()
    is_whole: bool = False  # every word of the name was there

    def __bool__(self) -> bool:
        return bool(self.packages or self.services)


NOTHING_NAMED = Named()


@dataclass(frozen=True, slots=True)
class _Name:
    id: int
    service_id: int
    is_package: bool
    full: Phrase
    telling: Phrase  # without "package", "plan" and the like
    forms: frozenset[Phrase]  # what of it may stand alone in a message


@dataclass(frozen=True, slots=True)
class _Score:
    name: _Name
    likeness: float
    coverage: float
    used: frozenset[int]


class Names:
    """The names of what is for sale in one turn."""

    def __init__(self, services: Sequence[ServiceFact]) -> None:
        self._names = [name for name in _names(services) if name.full]
        self._service_words = {name.id: name.telling for name in self._names if not name.is_package}

    def find(self, message: Phrase) -> Named:
        """Names that are written out, else those that come nearest; the other words tell names apart that are alike."""
        exact = self.written_out(message)
        free = [place for place in range(len(message)) if place not in exact.used and _may_name(message[place])]
        if not exact:
            return self._nearest(self._names, message, free)
        if exact.services and not exact.packages:
            rivals = [name for name in self._names if name.is_package and name.service_id in exact.services]
        elif len(exact.packages) > 1:
            homes = {name.service_id for name in self._names if name.is_package and name.id in exact.packages}
            rivals = [name for name in self._names if not name.is_package and name.id in homes]
        else:
            return exact
        return self._narrowed(exact, self._nearest(rivals, message, free))

    def written_out(self, message: Phrase) -> Named:
        """Names that stand in the message word for word; the longer name wins over one that is part of it."""
        taken: set[int] = set()
        packages: list[_Name] = []
        services: list[_Name] = []
        for length in sorted({len(form) for name in self._names for form in name.forms}, reverse=True):
            newly: set[int] = set()
            for name in self._names:
                for places in _occurrences(name, message, length):
                    if not places & taken:
                        newly |= places
                        (packages if name.is_package else services).append(name)
            taken |= newly
        return _together(packages, services, frozenset(taken), is_whole=True)

    def _nearest(self, names: Sequence[_Name], message: Phrase, places: list[int]) -> Named:
        scores = [score for name in names if (score := self._score(name, message, places)) is not None]
        if not scores:
            return NOTHING_NAMED
        best = max((score.likeness, score.coverage) for score in scores)
        winners = [score for score in scores if (score.likeness, score.coverage) == best]
        return _together(
            [score.name for score in winners if score.name.is_package],
            [score.name for score in winners if not score.name.is_package],
            frozenset[int]().union(*(score.used for score in winners)),
            is_whole=best[1] == 1,
        )

    def _narrowed(self, exact: Named, nearer: Named) -> Named:
        if nearer.packages:
            return Named(nearer.packages, (), exact.used | nearer.used, is_whole=True)
        if nearer.services:
            within = tuple(
                name.id
                for name in self._names
                if name.is_package and name.id in exact.packages and name.service_id in nearer.services
            )
            return Named(within, (), exact.used | nearer.used, is_whole=True)
        return exact

    def _score(self, name: _Name, message: Phrase, places: list[int]) -> _Score | None:
        spots = _spots(message, places)
        used: set[int] = set()
        total = 0.0
        met = 0
        for word in name.telling:
            likeness, spot = max(
                ((_likeness(word, written), spot) for spot, written in spots), default=(0.0, ()), key=itemgetter(0)
            )
            if likeness:
                total += likeness
                met += 1
                used.update(spot)
        if not any(len(message[place]) > 1 and not message[place].isdigit() for place in used):
            return None
        coverage = met / len(name.telling)
        if name.is_package:
            # "basic seo" is the basic package of the service SEO.
            of_service = [
                place
                for place in places
                if place not in used
                and any(_likeness(word, message[place]) for word in self._service_words.get(name.service_id, ()))
            ]
            total += len(of_service) / 2
            used.update(of_service)
        return _Score(name, round(total, 3), round(coverage, 3), frozenset(used))


def _together(packages: list[_Name], services: list[_Name], used: frozenset[int], *, is_whole: bool) -> Named:
    service_ids = {service.id for service in services}
    chosen = [package for package in packages if package.service_id in service_ids] or packages
    if services and {package.full for package in chosen} <= {service.full for service in services}:
        chosen = []  # a package that is called like its service
    return Named(
        packages=tuple(dict.fromkeys(package.id for package in chosen)),
        services=() if chosen else tuple(dict.fromkeys(service.id for service in services)),
        used=used,
        is_whole=is_whole,
    )


def _names(services: Sequence[ServiceFact]) -> Iterator[_Name]:
    for service in services:
        yield _name(service.id, service.id, service.name, is_package=False)
        for package in service.packages:
            yield _name(package.id, service.id, package.name, is_package=True)


def _name(id_: int, service_id: int, text: str, *, is_package: bool) -> _Name:
    full = words(text)
    telling = _telling(full)
    forms = frozenset(form for form in (full, telling) if _can_stand_alone(form))
    return _Name(id_, service_id, is_package=is_package, full=full, telling=telling, forms=forms)


def _telling(full: Phrase) -> Phrase:
    empty = {Wish.GENERIC, Wish.FILLER}
    dull = {place for found in phrases(full) if found.wishes & empty for place in range(found.start, found.end)}
    return tuple(word for place, word in enumerate(full) if place not in dull) or full


def _can_stand_alone(form: Phrase) -> bool:
    """A name of one letter or of digits alone would be found in every other message."""
    return any(len(word) > 1 and not word.isdigit() for word in form)


def _occurrences(name: _Name, message: Phrase, length: int) -> Iterator[frozenset[int]]:
    for form in name.forms:
        if len(form) == length:
            for start in range(len(message) - length + 1):
                if message[start : start + length] == form:
                    yield frozenset(range(start, start + length))


def _spots(message: Phrase, places: list[int]) -> list[tuple[tuple[int, ...], str]]:
    """The words at the places, and neighbours written as one: "web site", "ویب سائٹ"."""
    spots: list[tuple[tuple[int, ...], str]] = [((place,), message[place]) for place in places]
    known = set(places)
    for place in places:
        joined = message[place] + message[place + 1] if place + 1 in known else ""
        if joined and not joined.isdigit():
            spots.append(((place, place + 1), joined))
    return spots


def _may_name(word: str) -> bool:
    return not is_known(word) and (len(word) > 1 or word.isdigit())


@lru_cache(maxsize=20_000)
def _likeness(word: str, written: str) -> float:
    """0 when they are not the same word; a misspelt word counts less than the word itself."""
    if word == written:
        return 1.0
    if written == f"{word}s" and len(word) >= SHORTEST_SOUND:
        return 0.95
    if word.isdigit() or written.isdigit() or min(len(word), len(written)) < SHORTEST_SOUND:
        return 0.0
    same_script = is_arabic_script(word) == is_arabic_script(written)
    spelt = OSA.normalized_similarity(word, written) if same_script else 0.0
    if spelt >= ALIKE and min(len(word), len(written)) >= SHORTEST_MISSPELT:
        return round(spelt, 3) * 0.9
    heard, meant = sound(written), sound(word)
    if min(len(heard), len(meant)) < SHORTEST_SOUND:
        # Two consonants are in many words, so the vowels must agree as well: "لوگو" is "logo", "لوگ" is not.
        sure = not same_script and len(heard) > 1
        return 0.8 if sure and sound(written, with_vowels=True) == sound(word, with_vowels=True) else 0.0
    if heard == meant:
        # "glad" sounds like "gold" here, so within one script the letters must agree as well.
        return 0.8 if not same_script or spelt > 0.5 else 0.0
    # One consonant may differ between scripts in longer words: "سلور" has no letter for the v of "silver".
    near = not same_script and max(len(heard), len(meant)) > SHORTEST_SOUND
    return 0.7 if near and OSA.distance(heard, meant) == 1 and heard[0] == meant[0] else 0.0
