"""What the schema says of each mutation: its input, what may come of it, and a document that asks for all of it."""

from functools import cache

from graphql import (
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
)

from tests.graph.guards import SCHEMA

KEY = "idempotencyKey"
_DEEP = 2


def mutations() -> dict[str, GraphQLField]:
    assert SCHEMA.mutation_type is not None
    return dict(SCHEMA.mutation_type.fields)


def input_of(name: str) -> GraphQLInputObjectType | None:
    arguments = mutations()[name].args
    if not arguments:
        return None
    made = get_named_type(arguments["input"].type)
    assert isinstance(made, GraphQLInputObjectType)
    return made


def is_keyed(name: str) -> bool:
    made = input_of(name)
    return made is not None and KEY in made.fields


def members(name: str) -> tuple[GraphQLObjectType, ...]:
    union = mutations()[name].type
    assert isinstance(union, GraphQLUnionType)
    return tuple(union.types)


def is_error(made: GraphQLObjectType) -> bool:
    return "Error" in {face.name for face in made.interfaces}


def errors_of(name: str) -> set[str]:
    return {made.name for made in members(name) if is_error(made)}


def payload_of(name: str) -> str:
    """The one member that is no error."""
    (made,) = (made for made in members(name) if not is_error(made))
    return made.name


def needed_ids(name: str) -> list[str]:
    """The fields of the input that must name something, one thing or many."""
    made = input_of(name)
    if made is None:
        return []
    return [
        field
        for field, definition in made.fields.items()
        if isinstance(definition.type, GraphQLNonNull) and get_named_type(definition.type).name == "ID"
    ]


@cache
def document(name: str) -> str:
    """Asks for whatever the answer holds, the things it leads to among it."""
    made = input_of(name)
    parts = " ".join(f"... on {member.name} {{ {_selection(member, _DEEP)} }}" for member in members(name))
    if made is None:
        return f"mutation {{ {name} {{ __typename {parts} }} }}"
    needs = "!" if isinstance(mutations()[name].args["input"].type, GraphQLNonNull) else ""
    return f"mutation ($input: {made.name}{needs}) {{ {name}(input: $input) {{ __typename {parts} }} }}"


def _selection(made: GraphQLObjectType, deep: int) -> str:
    found = ["__typename"]
    for name, field in made.fields.items():
        target = get_named_type(field.type)
        if any(isinstance(argument.type, GraphQLNonNull) for argument in field.args.values()):
            continue
        if is_leaf_type(target):
            found.append(name)
        elif deep > 1 and isinstance(target, GraphQLObjectType) and not target.name.endswith("Connection"):
            found.append(f"{name} {{ {_selection(target, deep - 1)} }}")
    return " ".join(found)
