"""What stands on a receipt beside what was expected: alike, not alike, or nobody can tell."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from rapidfuzz import fuzz

from core.money import Money

# Of 100; "M ALI KHAN" for "Muhammad Ali Khan" is still the same name.
SAME_NAME = 82
# A bank hides most of an account; so many letters that show are compared, fewer say nothing.
FEWEST_LETTERS = 3
LENGTH_OF_GROUP = 3  # of the digits between two points
# A day earlier or later is only another time zone.
SLACK = timedelta(days=1)

_HIDDEN = re.compile(r"[*•●·…✱#]+|x{2,}|\.{2,}", re.IGNORECASE)
_SIGNS = {"RS": "PKR", "RS.": "PKR", "₨": "PKR", "RUPEES": "PKR", "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR"}


@dataclass(frozen=True, slots=True)
class Payee:
    name: str
    account: str


@dataclass(frozen=True, slots=True)
class Expected:
    total: Money
    ordered_on: date
    today: date
    payees: tuple[Payee, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """As it stands on the receipt; empty: it is not there, or cannot be read."""

    is_receipt: bool
    amount: str = ""
    currency: str = ""
    date: str = ""
    reference: str = ""
    payee_name: str = ""
    payee_account: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Matches:
    """None: it does not stand there, or cannot be compared."""

    amount: bool | None
    currency: bool | None
    date: bool | None
    payee_name: bool | None
    payee_account: bool | None


def compare(read: Read, expected: Expected) -> Matches:
    amounts = amounts_in(read.amount)
    return Matches(
        amount=expected.total.to_major() in amounts if amounts else None,
        currency=_same_currency(read.currency, expected.total.currency),
        date=_is_likely(read.date, expected),
        payee_name=_any(_same_name(read.payee_name, payee.name) for payee in expected.payees),
        payee_account=_any(_same_account(read.payee_account, payee.account) for payee in expected.payees),
    )


def amounts_in(text: str) -> set[Decimal]:
    """What a written amount may mean: "25.000" is twenty-five thousand in one country and twenty-five in another."""
    found = re.search(r"\d[\d.,٫٬' ]*", text)
    if found is None:
        return set()
    written = found.group().replace("٫", ".").replace("٬", ",").replace("'", "").replace(" ", "").rstrip(".,")
    plain = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in written)
    *whole, last = re.split(r"[.,]", plain)
    together, parted = "".join([*whole, last]), f"{''.join(whole)}.{last}"
    if not whole:
        return _decimals(together)
    if len(last) != LENGTH_OF_GROUP:
        return _decimals(parted)
    is_either = len(whole) == 1 or len(set(plain) & {".", ","}) > 1
    return _decimals(together, parted) if is_either else _decimals(together)


def _decimals(*texts: str) -> set[Decimal]:
    found = set()
    for text in texts:
        with suppress(InvalidOperation):
            found.add(Decimal(text))
    return found


def _same_currency(read: str, expected: str) -> bool | None:
    word = read.strip().upper()
    return _SIGNS.get(word, word) == expected if word else None


def _is_likely(read: str, expected: Expected) -> bool | None:
    """Paid after it was ordered, and not tomorrow."""
    try:
        day = date.fromisoformat(read.strip()[:10])
    except ValueError:
        return None
    return expected.ordered_on - SLACK <= day <= expected.today + SLACK


def _same_name(read: str, expected: str) -> bool | None:
    shown = " ".join(_HIDDEN.sub(" ", read).casefold().split())
    if len(shown) < FEWEST_LETTERS or not expected.strip():
        return None
    if _HIDDEN.search(read):
        # Of hidden words only the first letters are left.
        words = expected.casefold().split()
        return all(any(word.startswith(start) for word in words) for start in shown.split())
    return fuzz.token_set_ratio(shown, " ".join(expected.casefold().split())) >= SAME_NAME


def _same_account(read: str, expected: str) -> bool | None:
    parts: Sequence[str] = [_letters(part) for part in _HIDDEN.split(read)]
    account = _letters(expected)
    if len(parts) == 1:
        return _is_end_of(parts[0], account) if len(parts[0]) >= FEWEST_LETTERS else None
    if len(parts[-1]) < FEWEST_LETTERS:
        return None
    return account.endswith(parts[-1]) and (len(parts[0]) < FEWEST_LETTERS or account.startswith(parts[0]))


def _is_end_of(read: str, account: str) -> bool:
    """A number of a phone stands there with its country and without, an account with its bank and without."""
    one, other = read.lstrip("0"), account.lstrip("0")
    longest = max(len(one), len(other))
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and longer.endswith(shorter) and (len(shorter) >= 7 or len(shorter) == longest)


def _letters(text: str) -> str:
    return "".join(str(int(letter)) if letter.isdecimal() else letter.upper() for letter in text if letter.isalnum())


def _any(answers: Iterable[bool | None]) -> bool | None:
    """Whether one is alike; None where none could be compared."""
    known = [answer for answer in answers if answer is not None]
    return any(known) if known else None
