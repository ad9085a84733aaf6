"""Names of packages that the shop does not have."""

from collections.abc import Sequence

from core.assistant.guard.knowledge import SHORTEST_SOUND, Knowledge
from core.assistant.guard.money_words import currencies
from core.assistant.guard.sentence import Doubt, Kind, Sentence
from core.assistant.guard.words import Token, low, phrase
from core.assistant.spelling import is_arabic_script, sound

_MARKS = frozenset("*_\"“”«»'‘’")
# Arabic writes "and", "for" and "the" onto the word.
_ATTACHED = tuple(low(each) for each in ("وال", "و", "لل", "بال", "ال", "ل", "ب"))


def invented_packages(sentence: Sentence, knowledge: Knowledge) -> list[Doubt]:
    strange = (
        _beside_the_word(sentence, knowledge)
        or _at_the_start(sentence, knowledge)
        or _tier(sentence, knowledge)
        or _with_an_ending(sentence, knowledge)
    )
    return [] if strange is None else [Doubt(Kind.PACKAGE, strange)]


def _beside_the_word(sentence: Sentence, knowledge: Knowledge) -> str | None:
    row = sentence.row
    known = _indexes_of_names(sentence)
    for first, last in knowledge.lexicon.claims["package"].find(sentence.lows()):
        for index in (_next_word(row, first, -1), _next_word(row, last - 1, 1)):
            if not 0 <= index < len(row) or index in known or row[index].kind != "word":
                continue
            token = row[index]
            is_arabic = is_arabic_script(token.low)
            has_capital = not is_arabic and index > 0 and token.text[0].isupper()
            if _is_known(token, knowledge, may_be_any_word=not has_capital):
                continue
            if knowledge.lexicon.claims["tier"].any_in(sentence.lows(index, index + 1)):
                return token.text
            # An Arabic name follows its noun; what stands before it is a verb.
            is_behind = index >= last or row[first].low not in knowledge.lexicon.claims["package_first"].by_first
            if is_behind if is_arabic else token.text[0].isupper():
                return token.text
    return None


def _at_the_start(sentence: Sentence, knowledge: Knowledge) -> str | None:
    """ "Sapphire is our best package": a word that is no other word."""
    row = sentence.row
    start = _next_word(row, -1, 1)
    if start >= len(row) or start in _indexes_of_names(sentence) or not row[start].text[0].isupper():
        return None
    follows = sentence.lows(start + 1, start + 3)
    is_told_of = any(first == 0 for first, _ in knowledge.lexicon.excuses["copula"].find(follows))
    if not is_told_of or _is_known(row[start], knowledge) or row[start].low in phrase(knowledge.facts.customer_name):
        return None
    speaks_of_packages = knowledge.lexicon.claims["package"].any_in(sentence.lows())
    return row[start].text if speaks_of_packages else None


def _next_word(row: Sequence[Token], index: int, step: int) -> int:
    """Past the signs of bold words and quotations."""
    index += step
    while 0 <= index < len(row) and row[index].text in _MARKS:
        index += step
    return index


def _tier(sentence: Sentence, knowledge: Knowledge) -> str | None:
    """ "Bronze is for small shops": a word that shops call their packages by, and this one does not."""
    known = _indexes_of_names(sentence)
    for first, last in knowledge.lexicon.claims["tier"].find(sentence.lows()):
        token = sentence.row[first]
        if first in known or _is_known(token, knowledge):
            continue
        if is_arabic_script(token.low) or token.text[0].isupper():
            return " ".join(sentence.lows(first, last))
    return None


def _with_an_ending(sentence: Sentence, knowledge: Knowledge) -> str | None:
    """ "Diamond care", where "Gold care" is one."""
    row = sentence.row
    known = _indexes_of_names(sentence)
    endings = {name[-1] for name in knowledge.names if len(name) > 1}
    generic = knowledge.lexicon.excuses["generic"].by_first
    for index, token in enumerate(row):
        if index in known or token.low not in endings or index == 0 or not token.text[0].isalpha():
            continue
        before = row[index - 1]
        is_name = (
            before.kind == "word" and before.text[0].isupper() and before.low not in generic and index - 1 not in known
        )
        if is_name and (index > 1 or before.low not in knowledge.words):
            return f"{before.text} {token.text}"
    return None


def _indexes_of_names(sentence: Sentence) -> set[int]:
    return {index for mention in sentence.mentions for index in range(mention.first, mention.last)}


def _is_known(token: Token, knowledge: Knowledge, *, may_be_any_word: bool = True) -> bool:
    lexicon = knowledge.lexicon
    words = [token.low]
    if is_arabic_script(token.low):
        words += [token.low.removeprefix(each) for each in _ATTACHED if token.low.startswith(each)]
        heard = sound(token.low)
        if len(heard) >= SHORTEST_SOUND and heard in knowledge.sounds:
            return True
    return currencies(token) is not None or any(
        word in knowledge.words
        or word in lexicon.excuses["generic"].by_first
        or (may_be_any_word and (word in lexicon.vocabulary or word in lexicon.atoms or word in lexicon.times))
        for word in words
    )
