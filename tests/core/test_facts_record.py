"""What a turn was told is kept so that it can be told again, without a word of the customer's."""

from dataclasses import replace
from typing import Any

import orjson
import pytest

from core.assistant.decision import PackageFact, ServiceFact, TurnFacts
from core.assistant.facts_record import MOST_CHARACTERS, FactsNotKeptError, Present, kept, message_ids, recalled
from core.money import Money
from models.accounts import AnswersWith
from models.catalog import DurationUnit
from models.conversations import MessageKind
from tests import talking
from tests.guard.facts import CHECKED, DONE, DRAFTED, FACTS, NOTHING_ORDERED, TO_PAY

SECRETS = ("Sara", "my very own words", "something quoted")


def asked(facts: TurnFacts) -> TurnFacts:
    """The same with two messages of the customer."""
    messages = (
        talking.message(7, SECRETS[1], quoted_text=SECRETS[2]),
        talking.message(8, kind=MessageKind.IMAGE, media_type="image/png"),
    )
    menu = {"asked": "PACKAGE", "choices": [11, 12], "page": 1}
    return replace(facts, messages=messages, menu=menu, conversation_id=3)


def stored(facts: TurnFacts) -> dict[str, Any]:
    """A record as it comes back from the database."""
    found: dict[str, Any] = orjson.loads(orjson.dumps({"language": "en", "facts": kept(facts)}))
    return found


def present(facts: TurnFacts, **changes: Any) -> Present:
    return replace(Present(facts.messages, facts.customer_name, facts.conversation_id), **changes)


@pytest.mark.parametrize(
    "facts",
    [
        FACTS,
        TO_PAY,
        NOTHING_ORDERED,
        DRAFTED,
        replace(FACTS, orders=(replace(CHECKED, rejection_reason="too dark"), DONE)),
        replace(FACTS, language=None, is_first_contact=True, is_opted_out=True, offered_languages=("en", "ur")),
    ],
    ids=["orders", "to pay", "nothing ordered", "a draft", "a rejected proof", "a stranger"],
)
def test_what_was_told_is_told_again_exactly(facts: TurnFacts) -> None:
    told = asked(facts)

    assert recalled(stored(told), present(told)) == told


def test_no_word_of_the_customer_is_kept() -> None:
    record = orjson.dumps(stored(asked(FACTS))).decode()

    assert [secret for secret in SECRETS if secret in record] == []
    assert message_ids(stored(asked(FACTS))) == [7, 8]


def test_who_answers_now_is_asked_again() -> None:
    told = replace(asked(FACTS), answers_with=AnswersWith.BUILT_IN)

    again = recalled(stored(told), present(told, answers_with=AnswersWith.PROVIDER, only_provider=4))

    assert (again.answers_with, again.only_provider) == (AnswersWith.PROVIDER, 4)


def catalogue(words: str) -> tuple[ServiceFact, ...]:
    """A hundred packages of which each is described at length."""
    packages = tuple(
        PackageFact(key, 1, f"Package {key}", words, (f"Feature {key}",), 1, DurationUnit.MONTH, Money(key, "PKR"))
        for key in range(100)
    )
    return (ServiceFact(1, "Everything", "All of it.", packages),)


def test_of_a_large_catalogue_the_first_long_words_are_kept_and_the_rest_is_todays() -> None:
    told = replace(FACTS, services=catalogue("as it was then " * 100))
    record = stored(told)

    again = recalled(record, present(told, services=catalogue("as it is today")))
    without = recalled(record, present(told))

    assert len(orjson.dumps(record)) < MOST_CHARACTERS * 2
    packages = again.services[0].packages
    assert [package.price for package in packages] == [Money(key, "PKR") for key in range(100)]
    assert packages[0] == told.services[0].packages[0]
    assert (packages[99].description, packages[99].features) == ("as it is today", ("Feature 99",))
    assert without.services[0].packages[99] == replace(packages[99], description="", features=())


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"asked": "menu", "understood": []},
        {"facts": None},
        {"facts": {"form": 2}},
        {"facts": {"form": 1}},
        {"facts": {"form": 1, "messages": ["x"]}},
        {"facts": {**kept(DRAFTED), "orders": [{"id": 1}]}},
        {"facts": {**kept(FACTS), "services": [{"id": 1, "name": "A", "packages": [{"id": 2, "name": "B"}]}]}},
    ],
)
def test_a_record_of_another_program_is_not_misread(record: dict[str, Any]) -> None:
    with pytest.raises(FactsNotKeptError):
        recalled(record, present(FACTS))
