"""All tables together, word by word."""

from types import ModuleType

from tests.graph.mutations import (
    accounts,
    catalog,
    conversations,
    customers,
    integrations,
    knowledge,
    orders,
    scenarios,
    shop,
    sign_in,
    staff,
)
from tests.graph.mutations.calls import Call, Failure
from tests.graph.mutations.schema import errors_of, is_keyed, mutations, needed_ids

_WORDS: tuple[ModuleType, ...] = (
    accounts,
    catalog,
    conversations,
    customers,
    integrations,
    knowledge,
    orders,
    scenarios,
    shop,
    sign_in,
    staff,
)

# One database each: every call makes what it is about.
WORDS: dict[str, dict[str, Call]] = {word.__name__.rpartition(".")[2]: word.CALLS for word in _WORDS}
CALLS: dict[str, Call] = {name: call for calls in WORDS.values() for name, call in calls.items()}
FAILURES: dict[tuple[str, str], Failure] = {pair: how for word in _WORDS for pair, how in word.FAILURES.items()}

# Proved where two at once are played: the node id of the test, which names the mutation and the error.
_DELETION = "tests/graph/mutations/test_two_at_once.py::test_a_deletion_gives_way_to_a_customer_who_is_choosing"
ELSEWHERE: dict[tuple[str, str], str] = {
    ("serviceDelete", "ConflictError"): _DELETION,
    ("packageDelete", "ConflictError"): _DELETION,
}


def in_the_schema() -> set[tuple[str, str]]:
    return {(name, error) for name in mutations() for error in errors_of(name)}


def by_ids(name: str) -> dict[str, str]:
    """What an id of nothing is, by the field of the input that it stands in."""
    told = {field: CALLS[name].unknown.get(field, "NotFoundError") for field in needed_ids(name)}
    return {field: error for field, error in told.items() if error}


def generated() -> set[tuple[str, str]]:
    """What needs no table: a key used before, a key that is too long, an id that is none or of nothing."""
    found = set()
    for name in mutations():
        if is_keyed(name):
            found |= {(name, "IdempotencyKeyReusedError"), (name, "InvalidInputError")}
        if name in CALLS and needed_ids(name):
            found |= {(name, "InvalidInputError"), *((name, error) for error in by_ids(name).values())}
    return found
