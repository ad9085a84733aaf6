"""Whatever is of the right type is answered, however absurd it is: it may be refused, but never is a fault of ours."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    is_leaf_type,
)

from core.shop import Shop
from tests.graph.asking import Answer, Asker
from tests.graph.guards import ROOTS
from tests.graph.mutations.scene import Scene
from tests.graph.mutations.schema import input_of
from tests.graph.mutations.tables import WORDS
from tests.graph.rows import fill

FAULTS = {"INTERNAL", "TIMEOUT"}
MANY = 150

SCALARS: dict[str, list[Any]] = {
    "String": ["", "x" * 6000, "😀\u202e\n\t\x07%_\\'\";--"],
    "Int": [2**31 - 1, -(2**31), 0],
    "Float": [1e308, -1e308, 0],
    "Decimal": ["1e30", "-1", "0.0000001"],
    "Date": ["0001-01-01", "9999-12-31"],
    "DateTime": ["0001-01-02T00:00:00Z", "9999-12-31T23:59:59Z"],
    "ID": ["", "garbage", "T3JkZXI6OTIyMzM3MjAzNjg1NDc3NTgwNw"],  # the last: order 2^63 - 1
    "Boolean": [True, False],
    "JSON": [{}, "text", [1], {"latitude": 1e308, "name": ["x", {"in": None}]}],
}


@pytest.mark.parametrize("word", WORDS)
async def test_every_input_of_a_mutation_is_answered_by_its_union(shop: Shop, word: str) -> None:
    faults = []
    for name, call in WORDS[word].items():
        made, scene, asked = input_of(name), Scene(shop), None
        for field, definition in made.fields.items() if made else ():
            for value in extremes(definition.type):
                if asked is None:
                    scene = Scene(shop)
                    asked = await call.given(scene)
                    await forget_guesses(shop)
                answer = await scene.ask(name, {**asked, field: value})
                if answer.codes:  # whatever can be mended is a member of its union
                    faults.append((name, field, str(value)[:80], answer.codes))
                if has_happened(answer, name):
                    asked = None  # what it was about may be gone

    assert faults == []


async def test_no_argument_of_a_query_is_a_fault_of_ours(asker: Asker) -> None:
    await fill(1)
    root, faults = ROOTS["query"], []
    assert root is not None
    for name, field in root.fields.items():
        for argument, definition in field.args.items():
            for value in extremes(definition.type):
                answer = await ask(asker, name, field, **{argument: value})
                if FAULTS & set(answer.codes):
                    faults.append((name, argument, str(value)[:80]))

    assert faults == []


async def ask(asker: Asker, name: str, field: GraphQLField, **given: Any) -> Answer:
    """With the least of whatever else it needs."""
    needed = {key: least(each.type) for key, each in field.args.items() if isinstance(each.type, GraphQLNonNull)}
    asked = {**needed, **given}
    declared = ", ".join(f"${key}: {field.args[key].type}" for key in asked)
    passed = ", ".join(f"{key}: ${key}" for key in asked)
    selection = "" if is_leaf_type(get_named_type(field.type)) else "{ __typename }"
    return await asker.ask(f"query ({declared}) {{ {name}({passed}) {selection} }}", **asked)


async def forget_guesses(shop: Shop) -> None:
    """Of passwords and codes: here they are guessed without end."""
    async with shop.database.unit_of_work() as work:
        await work.execute("delete from sign_in_attempts")


def has_happened(answer: Answer, name: str) -> bool:
    result = (answer.data or {}).get(name)
    return result is not None and not result["__typename"].endswith("Error")


def extremes(wanted: Any) -> Iterator[Any]:
    """The outermost values of a type, one field of an input at a time."""
    if isinstance(wanted, GraphQLNonNull):
        yield from extremes(wanted.of_type)
    elif isinstance(wanted, GraphQLList):
        yield []
        for each in extremes(wanted.of_type):
            yield [each]
        yield [least(wanted.of_type)] * MANY
    elif isinstance(wanted, GraphQLEnumType):
        yield from wanted.values
    elif isinstance(wanted, GraphQLInputObjectType):
        for name, field in wanted.fields.items():
            for each in extremes(field.type):
                yield {**least(wanted), name: each}
    else:
        yield from SCALARS[wanted.name]


def least(wanted: Any) -> Any:
    if isinstance(wanted, GraphQLNonNull):
        return least(wanted.of_type)
    if isinstance(wanted, GraphQLList):
        return []
    if isinstance(wanted, GraphQLEnumType):
        return next(iter(wanted.values))
    if isinstance(wanted, GraphQLInputObjectType):
        return {
            name: least(field.type) for name, field in wanted.fields.items() if isinstance(field.type, GraphQLNonNull)
        }
    return SCALARS[wanted.name][0]
