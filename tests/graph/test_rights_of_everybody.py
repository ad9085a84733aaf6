"""The table of rights, asked for: every field of the schema as every role and every scope of an API key."""

from collections.abc import Iterator
from itertools import islice

import pytest
from graphql import GraphQLObjectType

from core.permissions import ANONYMOUS, ROLE_PERMISSIONS, SCOPES, Caller, CallerKind, Permission, permissions_of_scopes
from core.rights import MEANINGS
from graph.limits import SIGN_IN_FIELDS
from graph.nodes import Node
from graph.permissions import METADATA_KEY
from models.staff import StaffRole
from tests.graph.asking import Answer, Asker
from tests.graph.guards import (
    ROOTS,
    SCHEMA,
    asked,
    guarded_fields_of_nodes,
    guarded_root_fields,
    metadata,
    right_of,
)
from tests.graph.rows import fill, one_of

REFUSED = {"FORBIDDEN", "UNAUTHENTICATED"}
AT_ONCE = 20  # root fields in one document, and errors in one answer

# Guarded fields of what is no Node are reached by these.
ELSEWHERE = {
    ("Viewer", "recoveryCodesLeft"): "viewer { recoveryCodesLeft }",
    ("AccountStats", "account"): "systemHealth { accounts { account { id } } }",
    (
        "TurnAction",
        "package",
    ): "conversations(first: 5) { nodes { turns(first: 5) { nodes { actions { package { id } } } } } }",
    (
        "TurnAction",
        "order",
    ): "conversations(first: 5) { nodes { turns(first: 5) { nodes { actions { order { id } } } } } }",
    (
        "TurnHop",
        "provider",
    ): "conversations(first: 5) { nodes { turns(first: 5) { nodes { hops { provider { id } } } } } }",
    ("ProofReadingPayee", "accountNumber"): (
        "orders(first: 5) { nodes { proofs { reading { expectedPayees { accountNumber } } } } }"
    ),
    ("ScenarioLine", "turn"): "scenarioRuns(first: 5) { nodes { transcript { turn { id } } } }",
}


def of_role(role: StaffRole) -> Caller:
    return Caller(CallerKind.STAFF, "staff:1", ROLE_PERMISSIONS[role], staff_id=1, session_id=1, role=role)


def of_scope(scope: str) -> Caller:
    return Caller(CallerKind.API_KEY, "api_key:1", permissions_of_scopes([scope]), api_key_id=1)


EVERYBODY = {
    "anonymous": ANONYMOUS,
    **{role.value: of_role(role) for role in StaffRole},
    **{scope: of_scope(scope) for scope in SCOPES},
}


def chunks(names: list[str]) -> Iterator[list[str]]:
    """As many as one document may ask for, and no two that a document may hold only one of."""
    waiting = sorted(names, key=lambda name: name in SIGN_IN_FIELDS)
    plain = iter([name for name in waiting if name not in SIGN_IN_FIELDS])
    while chunk := list(islice(plain, AT_ONCE)):
        yield chunk
    for name in waiting:
        if name in SIGN_IN_FIELDS:
            yield [name]


def refused_in(answer: Answer) -> set[str]:
    """The root fields, or their aliases, that were refused for a right."""
    unforeseen = [error for error in answer.errors if "path" not in error]
    assert unforeseen == []
    return {str(error["path"][0]) for error in answer.errors if error["extensions"]["code"] in REFUSED}


async def allowed_to(somebody: Asker, operation: str) -> set[str]:
    root = ROOTS[operation]
    assert root is not None
    names = guarded_root_fields(operation)
    refused: set[str] = set()
    if operation == "subscription":
        for name in names:
            # No cursor of ours: who may follow is told so, and nobody waits for an event.
            text = f"subscription {{ {asked(name, root.fields[name], after=chr(34) + 'x' + chr(34))} }}"
            async with somebody.follow(text) as stream:
                refused |= {name} if REFUSED & set((await stream.next()).codes) else set()
    else:
        for chunk in chunks(names):
            fields = " ".join(asked(name, root.fields[name]) for name in chunk)
            refused |= refused_in(await somebody.ask(f"{operation} {{ {fields} }}"))
    return set(names) - refused


@pytest.mark.parametrize("operation", ROOTS)
async def test_everybody_may_ask_for_exactly_what_the_table_says(asker: Asker, operation: str) -> None:
    await fill(1)
    names = guarded_root_fields(operation)

    found = {who: await allowed_to(asker.as_(caller), operation) for who, caller in EVERYBODY.items()}

    assert found == {
        who: {name for name in names if caller.may(right_of(operation, name))} for who, caller in EVERYBODY.items()
    }


async def test_everybody_finds_exactly_the_things_of_the_table_by_their_ids(asker: Asker) -> None:
    await fill(1)
    kinds = sorted(Node.kinds)

    found = {who: await found_by(asker.as_(caller), kinds) for who, caller in EVERYBODY.items()}

    assert found == {
        who: {name for name in kinds if caller.may(Node.kinds[name].may)} for who, caller in EVERYBODY.items()
    }


async def found_by(somebody: Asker, kinds: list[str]) -> set[str]:
    refused: set[str] = set()
    for chunk in chunks(kinds):
        nodes = " ".join(f'{name}: node(id: "{one_of(Node.kinds[name])}") {{ id }}' for name in chunk)
        refused |= refused_in(await somebody.ask(f"{{ {nodes} }}"))
    return set(kinds) - refused


async def test_everybody_reads_exactly_the_fields_of_the_table(asker: Asker) -> None:
    await fill(1)
    fields = {f"{kind}_{name}": (kind, name) for kind, name in guarded_fields_of_nodes()}

    found = {who: await read_by(asker.as_(caller), fields) for who, caller in EVERYBODY.items()}

    assert found == {
        who: {
            alias
            for alias, (kind, name) in fields.items()
            if caller.may(Node.kinds[kind].may) and caller.may(right_of_field(kind, name))
        }
        for who, caller in EVERYBODY.items()
    }


async def read_by(somebody: Asker, fields: dict[str, tuple[str, str]]) -> set[str]:
    refused: set[str] = set()
    for chunk in chunks(list(fields)):
        parts = []
        for alias in chunk:
            kind, name = fields[alias]
            made = SCHEMA.type_map[kind]
            assert isinstance(made, GraphQLObjectType)
            thing = one_of(Node.kinds[kind])
            parts.append(f'{alias}: node(id: "{thing}") {{ ... on {kind} {{ {asked(name, made.fields[name])} }} }}')
        refused |= refused_in(await somebody.ask(f"{{ {' '.join(parts)} }}"))
    return set(fields) - refused


def right_of_field(kind: str, name: str) -> Permission:
    made = SCHEMA.type_map[kind]
    assert isinstance(made, GraphQLObjectType)
    return Permission(metadata(made.fields[name])[METADATA_KEY])


async def test_guarded_fields_of_what_has_no_id_are_asked_for_too(asker: Asker) -> None:
    await fill(1)
    guarded = {
        (made.name, name)
        for made in SCHEMA.type_map.values()
        if isinstance(made, GraphQLObjectType) and made.name not in Node.kinds and made not in ROOTS.values()
        for name, field in made.fields.items()
        if not made.name.startswith("__")
        and "strawberry-definition" in field.extensions
        and metadata(field).get(METADATA_KEY) is not None
    }

    # A replay is no query's: it shows what a turn shows, by the same rights.
    replayed = {name for kind, name in guarded if kind == "TurnReplay"}
    assert replayed
    assert {name: right_of_field("TurnReplay", name) for name in replayed} == {
        name: right_of_field("Turn", name) for name in replayed
    }
    assert {pair for pair in guarded if pair[0] != "TurnReplay"} == set(ELSEWHERE)
    for (kind, name), text in ELSEWHERE.items():
        way = text.partition(" ")[0].partition("(")[0]
        to_way = ROOTS["query"]
        assert to_way is not None
        before = metadata(to_way.fields[way])[METADATA_KEY]
        for who, caller in EVERYBODY.items():
            if before is not None and not caller.may(before):
                continue
            answer = await asker.as_(caller).ask(f"{{ {text} }}")
            may = caller is ANONYMOUS or caller.may(right_of_field(kind, name))  # the anonymous have no viewer
            assert (refused_in(answer) == set()) is may, (who, kind, name)


def test_every_right_is_described() -> None:
    assert set(MEANINGS) == {right.value for right in Permission}
