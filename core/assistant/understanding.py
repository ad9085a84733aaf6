"""What one message of a customer says: wishes, names, numbers; nothing here knows what was asked before."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.assistant.decision import IncomingMessage, OrderFact
from core.assistant.languages import asked_for
from core.assistant.menu_names import NOTHING_NAMED, Named, Names
from core.assistant.spelling import Phrase, words
from core.assistant.vocabulary import Found, Wish, counted, is_ordinal, is_start, is_stop, phrases

LONGEST_NUMBER = 4  # digits; longer ones are telephone numbers, amounts and the like
_SHORTEST_ORDER_NUMBER = 3  # "1042" for PX-1042

_SAYS_NOTHING = frozenset({Wish.FILLER, Wish.GENERIC, Wish.QUANTITY_AFTER, Wish.QUANTITY_BEFORE, Wish.PICK})
_QUESTION_MARKS = "?؟？"

# What may stand beside a yes or a no without making it something else.
_BESIDE_YES = frozenset({Wish.YES, Wish.ORDER, Wish.THANKS, Wish.GREETING, Wish.SALAM, Wish.THIS_ONE})
_BESIDE_NO = frozenset({Wish.NO, Wish.YES, Wish.ORDER, Wish.THANKS, Wish.THIS_ONE, Wish.ASK, Wish.GOODBYE})


@dataclass(frozen=True, slots=True)
class Understood:
    """`number` picks from a list; `quantity` is said as such; `loose_number` stands beside a name and may be either."""

    message_id: int
    wishes: frozenset[Wish] = frozenset()
    named: Named = NOTHING_NAMED
    number: int | None = None
    quantity: int | None = None
    loose_number: int | None = None
    order_ids: tuple[int, ...] = ()
    language: str | None = None
    quoted_package: int | None = None
    is_stop: bool = False
    is_start: bool = False
    is_question: bool = False
    is_heard: bool = False
    unexplained: int = 0  # words that nobody here knows
    has_words: bool = False

    def says(self, *wishes: Wish) -> bool:
        return not self.wishes.isdisjoint(wishes)

    @property
    def is_bare(self) -> bool:
        """Nothing that the program could look up: no name, no number, no strange word."""
        numbers = (self.number, self.quantity, self.loose_number)
        return not (self.named or self.order_ids or self.unexplained or any(number is not None for number in numbers))

    @property
    def is_yes(self) -> bool:
        """Also of "ok?": look at `is_question` before something is done that cannot be undone."""
        return Wish.YES in self.wishes and self.is_bare and self.wishes <= _BESIDE_YES

    @property
    def is_certain(self) -> bool:
        """Whether it may do what cannot be undone: no "ok?", and of what was heard a yes and not a word more."""
        return not self.is_question and (not self.is_heard or (self.wishes == {Wish.YES} and self.is_bare))

    @property
    def is_no(self) -> bool:
        return Wish.NO in self.wishes and self.is_bare and self.wishes <= _BESIDE_NO


def understand(message: IncomingMessage, names: Names, orders: Sequence[OrderFact], *, spoken: str = "") -> Understood:
    """`spoken` is the language of the chat so far: to ask for it by name means a service that is called so."""
    said = words(message.text)
    has_words = any(word[0].isalnum() for word in said)
    if is_stop(said):
        return Understood(message.id, is_stop=True, is_start=is_start(said), has_words=True)
    named = names.find(said)
    language = asked_for(said)
    is_a_name = named and (language == spoken or (named.is_whole and len(said) == 1))
    if language is not None and not is_a_name:
        return Understood(message.id, language=language, has_words=True)

    order_ids, order_places = _orders_in(said, orders, named.used)
    taken = named.used | order_places
    found = _phrases_between(said, taken)
    numbers = _Numbers(said, taken, found)
    explained = (
        taken
        | (numbers.places if numbers.is_one else frozenset())
        | {place for phrase in found for place in _places(phrase)}
    )
    wishes = frozenset(wish for phrase in found if not numbers.eats(phrase) for wish in phrase.wishes) - _SAYS_NOTHING
    unexplained = sum(1 for place, word in enumerate(said) if place not in explained and word[0].isalnum())
    number, quantity, loose = numbers.read(named)
    return Understood(
        message.id,
        wishes=wishes,
        named=named,
        # "I have 3 children" picks nothing.
        number=number if not named and not unexplained else None,
        quantity=quantity,
        loose_number=loose if not unexplained else None,
        order_ids=order_ids,
        quoted_package=_quoted_package(message.quoted_text, names),
        is_start=is_start(said),
        is_question=any(mark in message.text for mark in _QUESTION_MARKS),
        is_heard=message.is_heard,
        unexplained=unexplained,
        has_words=has_words,
    )


class _Numbers:
    """The numbers of a message that are neither part of a name nor of an order's number."""

    def __init__(self, said: Phrase, taken: frozenset[int], found: Sequence[Found]) -> None:
        self._said = said
        self._found = found
        digits = {
            place: int(word)
            for place, word in enumerate(said)
            if place not in taken and word.isdigit() and len(word) <= LONGEST_NUMBER
        }
        inside = {place for phrase in found if phrase.end - phrase.start > 1 for place in _places(phrase)}
        spelt = {
            place: number
            for place, word in enumerate(said)
            if place not in taken | inside and (number := counted(word)) is not None
        }
        self._all = digits or self._that_count(spelt, taken)
        self.places = frozenset(self._all)

    @property
    def is_one(self) -> bool:
        return len(self._all) == 1

    def eats(self, phrase: Found) -> bool:
        """A word that was read as a number says nothing else: the "do" of "do adad"."""
        return phrase.end - phrase.start == 1 and phrase.start in self.places

    def read(self, named: Named) -> tuple[int | None, int | None, int | None]:
        """(number, quantity, loose number); several numbers are none."""
        if not self.is_one:
            return None, None, None
        ((place, number),) = self._all.items()
        if self._is_quantity(place):
            return None, number, None
        if named and self._is_beside(place, named.used):
            return None, None, number
        return number, None, None

    def _is_quantity(self, place: int) -> bool:
        return self._touches(place, after=Wish.QUANTITY_AFTER, before=Wish.QUANTITY_BEFORE)

    def _is_beside(self, place: int, names: frozenset[int]) -> bool:
        """Next to a name, or with only a "packages" between them."""
        if place + 1 in names or place - 1 in names:
            return True
        return self._touches(place, after=Wish.GENERIC) and bool(names)

    def _touches(self, place: int, *, after: Wish | None = None, before: Wish | None = None) -> bool:
        return any(
            (phrase.start == place + 1 and after in phrase.wishes) or (phrase.end == place and before in phrase.wishes)
            for phrase in self._found
        )

    def _that_count(self, spelt: dict[int, int], names: frozenset[int]) -> dict[int, int]:
        """Number words are everyday words too ("do", "one"), so they count in clear places only."""
        ordinals = {place: number for place, number in spelt.items() if is_ordinal(self._said[place])}
        candidates = ordinals or spelt
        if len(candidates) != 1:
            return {}
        (place,) = candidates
        dull = {
            inside
            for phrase in self._found
            if phrase.wishes <= _SAYS_NOTHING | {Wish.ASK}
            for inside in _places(phrase)
        }
        is_everyday = place in dull and len(self._said) > 1
        if self._is_quantity(place) or self._touches(place, after=Wish.PICK, before=Wish.PICK):
            return candidates
        if self._is_beside(place, names) and place + 1 < len(self._said):
            orders = any(Wish.ORDER in phrase.wishes for phrase in self._found)
            return candidates if orders or not is_everyday else {}
        others = set(range(len(self._said))) - {place}
        return candidates if not is_everyday and others <= dull | spelt.keys() else {}


def _places(phrase: Found) -> range:
    return range(phrase.start, phrase.end)


def _phrases_between(said: Phrase, taken: frozenset[int]) -> list[Found]:
    """Phrases of the stretches between what is taken already; none reaches across a name."""
    found: list[Found] = []
    start = 0
    for end in [*sorted(taken), len(said)]:
        found += [Found(start + phrase.start, start + phrase.end, phrase.wishes) for phrase in phrases(said[start:end])]
        start = end + 1
    return found


def _orders_in(
    said: Phrase, orders: Sequence[OrderFact], taken: frozenset[int]
) -> tuple[tuple[int, ...], frozenset[int]]:
    ids: list[int] = []
    places: set[int] = set()
    for order in orders:
        number = words(order.number)
        for form in (number, number[-1:]):
            start = _place_of(form, said) if form and len(form[-1]) >= _SHORTEST_ORDER_NUMBER else None
            if start is not None and not taken & (newly := set(range(start, start + len(form)))):
                ids.append(order.id)
                places |= newly
                break
    return tuple(ids), frozenset(places)


def _place_of(form: Phrase, said: Phrase) -> int | None:
    for start in range(len(said) - len(form) + 1):
        if said[start : start + len(form)] == form:
            return start
    return None


def _quoted_package(quoted_text: str | None, names: Names) -> int | None:
    """The one package that the quoted message names, in its first line if there are more further down."""
    if not quoted_text:
        return None
    for part in (quoted_text.strip().split("\n", 1)[0], quoted_text):
        named = names.written_out(words(part))
        if len(named.packages) == 1:
            return named.packages[0]
    return None
