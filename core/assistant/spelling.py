"""How customers spell: one form for digits, letters and accents, words of a message, and the sound of a name."""

import re
import unicodedata

Phrase = tuple[str, ...]

# What is read of one message; nobody writes more to a menu.
LONGEST_TEXT = 1000

# Letters that Urdu and Arabic keyboards write differently, and forms that people mix up.
_SAME_LETTERS = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "ة": "ہ",
        "ه": "ہ",
        "ھ": "ہ",
        "ە": "ہ",
        "ٱ": "ا",
        "ـ": None,
        "×": " x ",
        "✕": " x ",
        "✖": " x ",
        "'": None,
        "’": None,
        "‘": None,
        "`": None,
        "´": None,
    }
)
_TIMES = re.compile(r"(\d)(?:\s*\*|x(?=[^\W\d_]{3}))")  # "2*gold", "2xgold"; a star is otherwise WhatsApp's bold
_DRAWN_LONG = re.compile(r"([^\W\d_])\1{2,}")  # "hiiii"
_WORDS = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")

_ARABIC_SOUNDS = {
    "ب": "b", "پ": "b", "ت": "t", "ٹ": "t", "ط": "t", "ث": "s", "ج": "g", "چ": "c", "خ": "k", "د": "d", "ڈ": "d",
    "ذ": "s", "ر": "r", "ڑ": "r", "ز": "s", "ژ": "g", "س": "s", "ش": "s", "ص": "s", "ض": "s", "ظ": "s", "غ": "g",
    "ف": "f", "ق": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ں": "n",
}  # fmt: skip
_LATIN_SOUNDS = {
    "b": "b", "p": "b", "c": "k", "k": "k", "q": "k", "d": "d", "f": "f", "v": "f", "g": "g", "j": "g", "l": "l",
    "m": "m", "n": "n", "r": "r", "s": "s", "z": "s", "t": "t", "x": "ks",
}  # fmt: skip
_ARABIC_VOWELS = {"ا": "a", "و": "o", "ی": "e", "ے": "e"}
_LATIN_VOWELS = {"a": "a", "o": "o", "u": "o", "e": "e", "i": "e", "y": "e"}
_LATIN_PAIRS = re.compile(r"ph|ch|sh|th|kh|gh|ck|c(?=[eiy])")
_PAIR_SOUNDS = {"ph": "f", "ch": "c", "sh": "s", "th": "t", "kh": "k", "gh": "g", "ck": "k", "c": "s"}


def plain(text: str) -> str:
    """Lower case, Latin digits, no accents or vowel marks, Urdu and Arabic letters alike, nothing invisible."""
    decomposed = unicodedata.normalize("NFKD", text[:LONGEST_TEXT]).casefold().translate(_SAME_LETTERS)
    letters: list[str] = []
    for letter in decomposed:
        category = unicodedata.category(letter)
        if category == "Nd":
            letters.append(str(unicodedata.decimal(letter)))
        elif category[0] == "M" or category in ("Cf", "Sk", "Cs"):
            continue
        else:
            letters.append(letter)
    return _DRAWN_LONG.sub(r"\1", _TIMES.sub(r"\1 x ", "".join(letters)))


def words(text: str) -> Phrase:
    """Words, runs of digits and emoji, in the plain form; punctuation is left out."""
    found = _WORDS.findall(plain(text))
    return tuple(word for word in found if word[0].isalnum() or unicodedata.category(word) == "So")


def is_arabic_script(word: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in word)


def sound(word: str, *, with_vowels: bool = False) -> str:
    """The consonants of a plain word, so that "گولڈ", "جولد" and "gold" sound alike."""
    if is_arabic_script(word):
        vowels = _ARABIC_VOWELS if with_vowels else {}
        heard = [_ARABIC_SOUNDS.get(letter) or vowels.get(letter, "") for letter in word]
    else:
        vowels = _LATIN_VOWELS if with_vowels else {}
        paired = _LATIN_PAIRS.sub(lambda pair: _PAIR_SOUNDS[pair[0]].upper(), word)
        heard = [
            letter.lower() if letter.isupper() else _LATIN_SOUNDS.get(letter) or vowels.get(letter, "")
            for letter in paired
        ]
    if word[0] in "wو":
        heard[0] = "w"
    return re.sub(r"(.)\1+", r"\1", "".join(heard))
