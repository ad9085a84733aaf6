"""The schema as a list of doors: which field asks for which right, and the least that opens each."""

from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
)

from core.permissions import Permission
from graph.nodes import Node
from graph.permissions import METADATA_KEY
from graph.root import build_schema

SCHEMA = build_schema()._schema
ROOTS = {
    "query": SCHEMA.query_type,
    "mutation": SCHEMA.mutation_type,
    "subscription": SCHEMA.subscription_type,
}

# The least of each scalar; of any other, a text.
PLAIN = {
    "Int": "1",
    "Float": "1.5",
    "Boolean": "true",
    "Decimal": '"1"',
    "Date": '"2026-01-01"',
    "DateTime": '"2026-01-01T00:00:00Z"',
}

# What anybody may ask; what these lead to is asked for inside: by the kind of an id, by the purpose of an upload.
FOR_ANYBODY = {
    "node",
    "nodes",
    "viewer",
    "signIn",
    "signInWithTotp",
    "invitationAccept",
    "setupOwner",
    "sessionRefresh",
    "signOut",
    "mediaUploadCreate",
}


def metadata(field: GraphQLField) -> dict[str, Any]:
    return dict(field.extensions["strawberry-definition"].metadata)


def root_fields() -> list[tuple[str, str]]:
    return [(operation, name) for operation, root in ROOTS.items() if root is not None for name in root.fields]


def guarded_root_fields(operation: str) -> list[str]:
    return [name for of, name in root_fields() if of == operation and name not in FOR_ANYBODY]


def node_types() -> Iterator[GraphQLObjectType]:
    for made in SCHEMA.type_map.values():
        if isinstance(made, GraphQLObjectType) and any(face.name == "Node" for face in made.interfaces):
            yield made


def guarded_fields_of_nodes() -> list[tuple[str, str]]:
    return [
        (made.name, name)
        for made in node_types()
        for name, field in made.fields.items()
        if metadata(field).get(METADATA_KEY) not in {None, Node.kinds[made.name].may}
    ]


def right_of(operation: str, name: str) -> Permission:
    root = ROOTS[operation]
    assert root is not None
    return Permission(metadata(root.fields[name])[METADATA_KEY])


def document(operation: str, name: str) -> str:
    root = ROOTS[operation]
    assert root is not None
    return f"{operation} {{ {asked(name, root.fields[name])} }}"


def asked(name: str, field: GraphQLField, **more: str) -> str:
    """The field with the least that it takes."""
    needed = {
        argument: literal(definition.type)
        for argument, definition in field.args.items()
        if isinstance(definition.type, GraphQLNonNull)
    }
    needed |= {argument: value for argument, value in more.items() if argument in field.args}
    arguments = ", ".join(f"{argument}: {value}" for argument, value in needed.items())
    selection = "" if is_leaf_type(get_named_type(field.type)) else "{ __typename }"
    return f"{name}{f'({arguments})' if arguments else ''} {selection}"


def literal(wanted: Any) -> str:
    """The least that this input takes."""
    if isinstance(wanted, GraphQLNonNull):
        return literal(wanted.of_type)
    if isinstance(wanted, GraphQLList):
        return "[]"
    if isinstance(wanted, GraphQLInputObjectType):
        needed = {name: field for name, field in wanted.fields.items() if isinstance(field.type, GraphQLNonNull)}
        return f"{{{', '.join(f'{name}: {literal(field.type)}' for name, field in needed.items())}}}"
    if isinstance(wanted, GraphQLEnumType):
        return str(list(wanted.values)[-1])  # the first role is the one that only owners give
    return PLAIN.get(wanted.name, '"x"')
