"""What a scripted customer does, what must hold in the end, and whether it did."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.drafts import LARGEST_QUANTITY
from core.errors import InvalidInputError
from core.languages.wording import LANGUAGES
from core.texts import clean
from models.conversations import AnsweredBy
from models.orders import OrderStatus

MOST_STEPS = 25
LONGEST_SAYING = 2_000
MOST_WORDS = 30
LONGEST_WORDS = 200
LONGEST_PACKAGE = 120
MOST_ORDERS = 10
# How much of an answer a problem repeats.
LONGEST_QUOTE = 160


class Sends(StrEnum):
    RECEIPT = "RECEIPT"


@dataclass(frozen=True, slots=True)
class Step:
    """Either words or a file. `hears`: whole words that the answer must say, whatever the case of their letters."""

    says: str = ""
    sends: Sends | None = None
    hears: tuple[str, ...] = ()

    def stored(self) -> dict[str, Any]:
        did = {"says": self.says} if self.sends is None else {"sends": self.sends.value}
        return did | ({"hears": list(self.hears)} if self.hears else {})

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Step":
        sends = stored.get("sends")
        return cls(str(stored.get("says", "")), Sends(sends) if sends else None, tuple(stored.get("hears", ())))


@dataclass(frozen=True, slots=True)
class Expected:
    """What must hold in the end; of what is None nobody asks. The order is the customer's newest."""

    orders: int | None = None
    order: OrderStatus | None = None
    package: str | None = None
    quantity: int | None = None
    answered_by: AnsweredBy | None = None
    is_opted_out: bool | None = None
    language: str | None = None

    def stored(self) -> dict[str, Any]:
        values = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in values.items() if value is not None}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Expected":
        order, answered_by = stored.get("order"), stored.get("answered_by")
        return cls(
            orders=stored.get("orders"),
            order=OrderStatus(order) if order else None,
            package=stored.get("package"),
            quantity=stored.get("quantity"),
            answered_by=AnsweredBy(answered_by) if answered_by else None,
            is_opted_out=stored.get("is_opted_out"),
            language=stored.get("language"),
        )


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended, in the words of `Expected`."""

    orders: int
    order: OrderStatus | None
    package: str | None
    quantity: int | None
    answered_by: AnsweredBy
    is_opted_out: bool
    language: str | None


_CALLED = {
    "orders": "The number of orders",
    "order": "The status of the order",
    "package": "The package that was ordered",
    "quantity": "The quantity that was ordered",
    "answered_by": "Who answers now",
    "is_opted_out": "Whether the customer said STOP",
    "language": "The customer's language",
}


def problems_of(expected: Expected, ending: Ending) -> list[str]:
    """A sentence for each thing that does not hold."""
    found = []
    for name, wanted in expected.stored().items():
        was = getattr(ending, name)
        if was != wanted:
            found.append(f"{_CALLED[name]} is {_written(was)}, and should be {_written(wanted)}.")
    return found


def problems_of_answer(step: Step, forbidden: Sequence[str], answers: Sequence[str], place: int) -> list[str]:
    """`place` counts the steps from one. Words are looked for as whole ones: “PKR 1” does not stand in “PKR 1,500”."""
    found = []
    heard = "\n".join(answers).casefold()
    quoted = "\n".join(answers)[:LONGEST_QUOTE]
    for words in step.hears:
        if not _says(heard, words):
            said = f"it was: “{quoted}”" if answers else "there was none"
            found.append(f"The answer to step {place} should say “{words}”; {said}.")
    found.extend(
        f"The answer to step {place} says “{words}”, which is forbidden: “{quoted}”."
        for words in forbidden
        if _says(heard, words)
    )
    return found


def judged_steps(steps: Sequence[Step]) -> list[Step]:
    """Raises InvalidInputError that names the step."""
    if not 1 <= len(steps) <= MOST_STEPS:
        raise InvalidInputError(f"A scenario has 1 to {MOST_STEPS} steps.", field="steps")
    judged = []
    for place, step in enumerate(steps):
        says = clean(step.says, LONGEST_SAYING + 1).strip()
        if bool(says) == (step.sends is not None):
            raise InvalidInputError("A step says something or sends something, one of both.", field=f"steps.{place}")
        if len(says) > LONGEST_SAYING:
            raise InvalidInputError(f"It has at most {LONGEST_SAYING} characters.", field=f"steps.{place}.says")
        judged.append(Step(says, step.sends, tuple(judged_words(step.hears, f"steps.{place}.hears"))))
    return judged


def judged_words(words: Sequence[str], field: str) -> list[str]:
    """Each once. Raises InvalidInputError."""
    kept = list(dict.fromkeys(" ".join(clean(each, LONGEST_WORDS + 1).split()) for each in words))
    if len(kept) > MOST_WORDS or any(not 1 <= len(each) <= LONGEST_WORDS for each in kept):
        raise InvalidInputError(f"Give at most {MOST_WORDS} of 1 to {LONGEST_WORDS} characters.", field=field)
    return kept


def judged_expected(expected: Expected) -> Expected:
    """Raises InvalidInputError."""
    if expected.orders is not None and not 0 <= expected.orders <= MOST_ORDERS:
        raise InvalidInputError(f"It is 0 to {MOST_ORDERS}.", field="expected.orders")
    if expected.orders == 0 and (expected.order or expected.package or expected.quantity):
        raise InvalidInputError("Without an order nothing can be said of it.", field="expected.orders")
    if expected.quantity is not None and not 1 <= expected.quantity <= LARGEST_QUANTITY:
        raise InvalidInputError(f"It is 1 to {LARGEST_QUANTITY}.", field="expected.quantity")
    if expected.language is not None and expected.language not in LANGUAGES:
        raise InvalidInputError(f"Choose one of {', '.join(LANGUAGES)}.", field="expected.language")
    package = expected.package
    if package is not None:
        package = " ".join(clean(package, LONGEST_PACKAGE + 1).split())
        if not 1 <= len(package) <= LONGEST_PACKAGE:
            raise InvalidInputError(f"It has 1 to {LONGEST_PACKAGE} characters.", field="expected.package")
    return Expected(
        expected.orders,
        expected.order,
        package,
        expected.quantity,
        expected.answered_by,
        expected.is_opted_out,
        expected.language,
    )


def _says(heard: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(words.casefold())}(?!\w|[.,]\d)", heard))


def _written(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)
