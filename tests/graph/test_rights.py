"""Nobody reads or moves what is not theirs: generated from the schema, so that no new field is forgotten."""

import pytest
from graphql import GraphQLObjectType, get_named_type, is_leaf_type

from core.permissions import ANONYMOUS, Caller, Permission
from graph.nodes import Node
from graph.permissions import METADATA_KEY
from models.audit import AuditLog
from tests.graph.asking import Answer, Asker, caller_with
from tests.graph.guards import (
    FOR_ANYBODY,
    ROOTS,
    SCHEMA,
    document,
    guarded_fields_of_nodes,
    guarded_root_fields,
    metadata,
    node_types,
    right_of,
)
from tests.graph.rows import fill, one_of


def everything_but(permission: Permission) -> Caller:
    return caller_with(*(each for each in Permission if each is not permission))


def test_every_root_field_says_who_may_ask_for_it() -> None:
    rights = {
        name: metadata(field).get(METADATA_KEY, "silent")
        for root in ROOTS.values()
        if root is not None
        for name, field in root.fields.items()
    }

    assert "silent" not in rights.values()
    assert {name for name, right in rights.items() if right is None} == FOR_ANYBODY


def test_every_way_from_a_thing_to_another_says_who_may_take_it() -> None:
    silent = [
        f"{made.name}.{name}"
        for made in node_types()
        for name, field in made.fields.items()
        if isinstance(get_named_type(field.type), GraphQLObjectType)
        and (get_named_type(field.type) in set(node_types()) or get_named_type(field.type).name.endswith("Connection"))
        and METADATA_KEY not in metadata(field)
    ]

    assert silent == []


# One database for all fields: nothing may be written, and a field that lets somebody in is named by the comparison.
@pytest.mark.parametrize("operation", ROOTS)
async def test_a_root_field_is_closed_without_its_right(asker: Asker, operation: str) -> None:
    told = {}
    for name in guarded_root_fields(operation):
        for caller in (ANONYMOUS, everything_but(right_of(operation, name))):
            answer = await one_answer(asker.as_(caller), operation, document(operation, name))
            told[name, caller.kind.value] = (answer.data in (None, {name: None}), answer.codes)

    assert told == {
        (name, kind): (True, [code])
        for name in guarded_root_fields(operation)
        for kind, code in (("ANONYMOUS", "UNAUTHENTICATED"), ("API_KEY", "FORBIDDEN"))
    }
    assert await AuditLog.all().count() == 0


async def one_answer(somebody: Asker, operation: str, text: str) -> Answer:
    if operation != "subscription":
        return await somebody.ask(text)
    async with somebody.follow(text) as stream:
        return await stream.next()


async def test_a_field_with_a_right_of_its_own_is_closed_without_it(asker: Asker) -> None:
    await fill(1)
    for kind, name in guarded_fields_of_nodes():
        made = SCHEMA.type_map[kind]
        assert isinstance(made, GraphQLObjectType)
        right = Permission(metadata(made.fields[name])[METADATA_KEY])
        selection = "" if is_leaf_type(get_named_type(made.fields[name].type)) else "{ __typename }"
        query = f"query ($id: ID!) {{ node(id: $id) {{ ... on {kind} {{ {name} {selection} }} }} }}"
        thing = one_of(Node.kinds[kind])

        open_to = await asker.as_(caller_with(Node.kinds[kind].may, right)).ask(query, id=thing)
        closed_to = await asker.as_(everything_but(right)).ask(query, id=thing)

        assert open_to.errors == [], (kind, name)
        assert (closed_to.data, closed_to.codes) == ({"node": {name: None}}, ["FORBIDDEN"]), (kind, name)


async def test_a_thing_is_not_found_by_its_id_without_its_right(asker: Asker) -> None:
    await fill(1)
    query = "query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }"
    nothing = {"node": None, "nodes": None}
    for name, kind in Node.kinds.items():
        thing = one_of(kind)

        anonymous = await asker.as_(ANONYMOUS).ask(query, id=thing)
        without = await asker.as_(everything_but(kind.may)).ask(query, id=thing)
        allowed = await asker.as_(caller_with(kind.may)).read(query, id=thing)

        assert (anonymous.data, anonymous.codes) == (nothing, ["UNAUTHENTICATED"] * 2), name
        assert (without.data, without.codes) == (nothing, ["FORBIDDEN"] * 2), name
        assert allowed == {"node": {"id": thing}, "nodes": [{"id": thing}]}, name


@pytest.mark.parametrize(
    ("purpose", "right"),
    [
        ("MESSAGE", Permission.CONVERSATIONS_WRITE),
        ("PROOF", Permission.SIMULATOR_USE),
        ("CATALOG", Permission.CATALOG_WRITE),
    ],
)
async def test_an_upload_is_for_those_who_may_use_the_file(asker: Asker, purpose: str, right: Permission) -> None:
    mutation = """mutation ($purpose: UploadPurpose!) {
        mediaUploadCreate(input: {purpose: $purpose, contentType: "image/png"}) {
            ... on MediaUploadPayload { putPath }
        }
    }"""

    refused = await asker.as_(everything_but(right)).ask(mutation, purpose=purpose)
    given = await asker.as_(caller_with(right)).read(mutation, purpose=purpose)

    assert (refused.data, refused.codes) == ({"mediaUploadCreate": None}, ["FORBIDDEN"])
    assert given["mediaUploadCreate"]["putPath"].startswith("/media/uploads/")
