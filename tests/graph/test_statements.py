"""Every list costs as many SQL statements for thirty rows as for three."""

import pytest
from graphql import GraphQLObjectType, get_named_type

from graph.root import build_schema
from tests.graph.asking import Asker, counted
from tests.graph.rows import fill

# The first word is the list they begin at; together they take every way from a thing to its neighbours.
DOCUMENTS = (
    "services(first: 30) { totalCount nodes { name packages { price { amount } service { name } } } }",
    "packages(first: 30) { totalCount nodes { name service { name packages { name } } } }",
    """whatsappAccounts(first: 30) { totalCount nodes {
        name qr { code } proxyHost health { queueLength } answersWithProvider { name }
    } }""",
    "aiProviders(first: 30) { totalCount nodes { name usedToday prices { written } } }",
    "cannedReplies(first: 30) { totalCount nodes { shortcut text } }",
    """customers(first: 30) { totalCount nodes {
        account { name }
        conversations(first: 2) { totalCount nodes { id customer { id } } }
        orders(last: 2) { totalCount nodes { number package { name } } }
        spend { amount currency } mergedInto { id }
    } }""",
    """conversations(first: 30) { totalCount nodes {
        account { name } customer { profileName } assignedTo { name } lastMessage { text media { url } }
        messages(last: 2) { totalCount nodes { text media { url previewUrl } turn { answeredWith } } }
        orders(first: 2) { nodes { number } }
        turns(first: 2) { nodes {
            record messages { text } hops { cost { amount } provider { name } } cost { amount } faqEntries { question }
            actions { kind package { name } order { number } } toolCalls { tool } guardChanges { claim } facts
        } }
        notes(last: 2) { totalCount nodes { text staff { name } } }
    } }""",
    """messages(first: 30) { totalCount nodes {
        text account { name } customer { lid } conversation { status } media { url } turn { record } staff { name }
        retryOf { text } retriedBy { text }
    } }""",
    """orders(first: 30) { totalCount nodes {
        number account { name } customer { lid account { name } } conversation { id lastMessage { text } }
        package { name service { name } } service { name }
        actions { toStatus staff { name } } refunds { amount { amount } staff { name } }
    } }""",
    """orders(first: 30) { totalCount nodes { proofs {
        status order { number } media { url } message { text } alike { id } reviewer { name }
    } } }""",
    """orders(first: 30) { totalCount nodes { notes { text staff { name } } timeline {
        createdAt
        ... on OrderAction { staff { name } } ... on PaymentProof { media { url } }
        ... on Refund { staff { name } } ... on OrderNote { staff { name } }
    } } }""",
    "refunds(first: 30, includeSimulated: true) { totalCount nodes { order { number } staff { name } } }",
    """proofQueue(first: 30, includeSimulated: true) { totalCount nodes {
        likeness expectedAmount { amount } media { url } order { number customer { lid } } alike { order { number } }
    } }""",
    "apiKeys(first: 30) { totalCount nodes { name createdBy { name } } }",
    """webhooks(first: 30) { totalCount nodes {
        name createdBy { name } deliveries(first: 2) { totalCount nodes { state webhook { name } } }
    } }""",
    "webhookDeliveries(first: 30) { totalCount nodes { state webhook { name createdBy { name } } } }",
    "staffMembers(first: 30) { totalCount nodes { name lastSignInAt } }",
    "invitations(first: 30) { totalCount nodes { email invitedBy { name } } }",
    "notices(first: 30) { totalCount nodes { kind isSeen about { id } } }",
    "knowledgeEntries(first: 30) { totalCount nodes { question } }",
    """messageTemplates(first: 30, filter: { isShipped: false }) { totalCount nodes {
        text versions { text template { key } staff { name } }
    } }""",
    "paymentMethods(first: 30) { totalCount nodes { label accountNumber } }",
    """scenarios(first: 30) { totalCount nodes {
        name steps { says } expected { orders }
        results { hasChanged run { state provider { name } } earlierRun { state } }
        runs(last: 2) { totalCount nodes { scenario { name } askedBy { name } } }
    } }""",
    """scenarioRuns(first: 30) { totalCount nodes {
        problems scenario { name } provider { name } askedBy { name } transcript { text turn { record } }
    } }""",
    "auditLogs(first: 30) { totalCount nodes { action subjectId staff { name } } }",
)


def test_every_list_of_the_schema_is_measured_here() -> None:
    query = build_schema()._schema.query_type
    assert query is not None

    lists = {name for name, field in query.fields.items() if get_named_type(field.type).name.endswith("Connection")}

    assert lists == {_root(document) for document in DOCUMENTS}


def test_the_documents_take_every_way_from_a_thing_to_others() -> None:
    ways = set()
    for name, made in build_schema()._schema.type_map.items():
        if isinstance(made, GraphQLObjectType) and any(face.name == "Node" for face in made.interfaces):
            for field, definition in made.fields.items():
                target = get_named_type(definition.type).name.removesuffix("Connection")
                if "Node" in _faces(target):
                    ways.add((name, field))
    everything = "".join(DOCUMENTS) + " versions prompt staff"

    assert {way for way in ways if f" {way[1]}" not in everything} == set()


def _root(document: str) -> str:
    return document.partition("(")[0]


def _faces(name: str) -> set[str]:
    made = build_schema()._schema.type_map.get(name)
    return {face.name for face in made.interfaces} if isinstance(made, GraphQLObjectType) else set()


@pytest.mark.parametrize("document", DOCUMENTS)
async def test_a_list_costs_the_same_for_thirty_rows_as_for_three(asker: Asker, document: str) -> None:
    await fill(3)
    with counted() as for_three:
        few = await asker.read(f"{{ {document} }}")
    await fill(30)

    with counted() as for_thirty:
        many = await asker.read(f"{{ {document} }}")

    root = _root(document)
    assert (len(few[root]["nodes"]), few[root]["totalCount"]) == (3, 3)
    assert (len(many[root]["nodes"]), many[root]["totalCount"]) == (30, 30)
    assert len(for_thirty) == len(for_three), "\n".join(for_thirty)


async def test_the_prompts_and_all_their_versions_cost_the_same_however_many_there_are(asker: Asker) -> None:
    query = "{ systemPrompts { key versions { text prompt { key } staff { name } } } }"
    costs = []
    for amount in (3, 30):
        await fill(amount)
        with counted() as statements:
            answer = await asker.read(query)
        costs.append(len(statements))
        assert len(answer["systemPrompts"][0]["versions"]) == amount

    assert costs[0] == costs[1]


async def test_many_ids_at_once_cost_one_statement_for_each_kind(asker: Asker) -> None:
    await fill(5)
    listed = await asker.read("{ orders { nodes { id } } customers { nodes { id } } }")
    ids = [node["id"] for name in ("orders", "customers") for node in listed[name]["nodes"]]

    with counted() as statements:
        answer = await asker.read("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids)

    assert [node["id"] for node in answer["nodes"]] == ids
    assert len(statements) == 2


async def test_what_is_not_asked_for_is_not_counted(asker: Asker) -> None:
    await fill(2)

    with counted() as statements:
        await asker.read("{ orders { nodes { number } pageInfo { hasNextPage } } }")

    assert len(statements) == 1
