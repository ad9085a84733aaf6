"""With 50,000 orders and 200,000 messages every list, search and report asks a few questions, and indexes answer them.

What is asked is made from the schema: every list with each of its filters and orders, so that a new one is judged here
without a word.
"""

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import asyncpg
import orjson
import pytest
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_list_type,
)
from tortoise.connection import get_connection

from core import clock, listing
from core.database import CONNECTION, connected
from core.embedded_postgres import EmbeddedPostgres
from core.events import log
from core.events.log import Cursor
from core.exports import Export, ExportFormat, ExportKind
from core.shop import Shop
from graph.nodes import Node
from graph.root import build_schema
from graph.schema.conversations import Conversation as ConversationNode
from graph.schema.customers import Customer as CustomerNode
from graph.schema.exports import customers_of, orders_of
from tests import big_data
from tests.graph.asking import Asker
from tests.graph.test_statements import DOCUMENTS
from web.assembly import shop_of
from web.settings import Environment

SCHEMA = build_schema()._schema

# Tables that grow with every sale: none of them may be read from end to end.
LARGE = {
    "orders",
    "messages",
    "customers",
    "conversations",
    "events",
    "order_actions",
    "payment_proofs",
    "turns",
    "drafts",
    "ai_usage_logs",
    "media_files",
    "audit_logs",
}

SEARCHES = ("giraffe", "order salam", "PX-41", "PX-41042", "package 17", "hina khan", "Zoroaster", "+923010000042", "q")
WORDS = {
    "action": ("order.complete", "nothing.known"),
    "subject": ("orders", "services"),
    "currency": ("PKR",),
    "tag": ("vip", "urgent", "unknown"),
    "language": ("ur",),
}
SPAN = {"gte": "2026-06-01T00:00:00Z", "lt": "2026-06-08T00:00:00Z"}
# Inputs that name a thing in other words than the thing's own.
THINGS = {
    "assignedTo": "Staff",
    "assignee": "Staff",
    "subject": "Customer",
    "account": "WhatsappAccount",
    "provider": "AiProvider",
}


@pytest.fixture(scope="module")
def big_database_url(postgres: EmbeddedPostgres, migrated_template: str) -> Iterator[str]:
    """One for all tests here; they only read."""

    async def run(sql: str) -> None:
        connection = await asyncpg.connect(postgres.dsn("postgres"))
        try:
            await connection.execute(sql)
        finally:
            await connection.close()

    asyncio.run(run(f"create database parley_big template {migrated_template} strategy file_copy"))
    asyncio.run(big_data.build(postgres.dsn("parley_big")))
    yield postgres.dsn("parley_big")
    asyncio.run(run("drop database parley_big with (force)"))


@pytest.fixture
async def big(big_database_url: str, environment: Environment) -> AsyncIterator["Watched"]:
    async with connected(big_database_url, pool_size=5):
        shop = shop_of(environment, big_database_url)
        connection = await asyncpg.connect(big_database_url)
        try:
            yield Watched(shop, connection)
        finally:
            await connection.close()


@dataclass
class Watched:
    """Asks the schema, and looks into the plans of the statements that this took."""

    shop: Shop
    connection: "asyncpg.Connection[asyncpg.Record]"
    complaints: list[str] = field(default_factory=list)
    large: set[str] = field(default_factory=lambda: set(LARGE))

    async def ask(self, document: str, variables: dict[str, Any] | None = None) -> tuple[Any, int]:
        """The data, and how many statements it took. A plan that reads a large table from end to end is noted."""
        with _captured() as statements:
            async with asyncio.timeout(60):
                answer = await Asker(self.shop).ask(document, **(variables or {}))
        assert answer.errors == [], (document, variables, answer.errors)
        for sql, values in statements:
            if tables := self.large & await self._read_from_end_to_end(sql, values):
                self.complaints.append(f"{sorted(tables)} by {variables or document}: {sql}")
        return answer.data, len(statements)

    async def take_away(self, stream: AsyncIterator[bytes]) -> int:
        """How many bytes an export has; its statements are looked at as those of `ask`, each once."""
        with _captured() as statements:
            async with asyncio.timeout(60):
                size = sum([len(part) async for part in stream])
        for sql, values in dict(statements).items():
            if tables := self.large & await self._read_from_end_to_end(sql, values):
                self.complaints.append(f"{sorted(tables)}: {sql}")
        return size

    async def _read_from_end_to_end(self, sql: str, values: list[Any]) -> set[str]:
        plan = await self.connection.fetchval(f"explain (format json) {sql}", *values)
        return set(_seq_scans(orjson.loads(plan)[0]["Plan"]))

    def must_be_content(self) -> None:
        assert self.complaints == [], "\n".join(text[:1500] for text in self.complaints)


def _seq_scans(plan: dict[str, Any]) -> Iterator[str]:
    if plan["Node Type"] == "Seq Scan":
        yield plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from _seq_scans(part)


@contextmanager
def _captured() -> Iterator[list[tuple[str, list[Any]]]]:
    statements: list[tuple[str, list[Any]]] = []

    class Catcher(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if isinstance(record.args, tuple) and str(record.args[0]).lstrip().lower().startswith(("select", "with")):
                statements.append((str(record.args[0]), list(record.args[1] or ())))  # type: ignore[call-overload]  # a list of values

    logger, catcher = logging.getLogger("tortoise.db_client"), Catcher()
    level = logger.level
    logger.addHandler(catcher)
    logger.setLevel(logging.DEBUG)
    try:
        yield statements
    finally:
        logger.removeHandler(catcher)
        logger.setLevel(level)


def lists() -> dict[str, dict[str, GraphQLArgument]]:
    query = SCHEMA.query_type
    assert isinstance(query, GraphQLObjectType)
    return {
        name: made.args for name, made in query.fields.items() if get_named_type(made.type).name.endswith("Connection")
    }


def filters(arguments: dict[str, GraphQLArgument]) -> Iterator[dict[str, Any]]:
    """Each field of the filter by itself, with every value that means something else to the planner."""
    if "filter" not in arguments:
        return
    made = get_named_type(arguments["filter"].type)
    assert isinstance(made, GraphQLInputObjectType)
    for name, definition in made.fields.items():
        yield from ({name: value} for value in values(name, definition))


def pairs(arguments: dict[str, GraphQLArgument]) -> Iterator[dict[str, Any]]:
    """Two fields of the filter at once, as people narrow a list down: each with a common value and a rare one."""
    by_field: dict[str, list[Any]] = {}
    for wanted in filters(arguments):
        for name, value in wanted.items():
            by_field.setdefault(name, []).append(value)
    for (one, its), (other, theirs) in itertools.combinations(by_field.items(), 2):
        for place in (0, -1):
            yield {one: its[place], other: theirs[place]}


def values(name: str, definition: GraphQLInputField) -> Iterator[Any]:
    kind = get_named_type(definition.type)
    is_list = is_list_type(get_nullable_type(definition.type))
    if isinstance(kind, GraphQLInputObjectType):
        # A span, or `in` and `notIn`.
        if kind.name == "DateTimeFilter":
            yield SPAN
            return
        for operator, inner in kind.fields.items():
            yield from ({operator: value} for value in values(name, inner))
        return
    if isinstance(kind, GraphQLEnumType):
        found: list[Any] = list(kind.values)
    elif kind.name == "Boolean":
        found = [True, False]
    elif kind.name == "ID":
        found = [node_id(name)]
    else:
        found = list(SEARCHES if name == "search" else WORDS.get(name, ("1",)))
    yield from ([value] if is_list else value for value in found)


def node_id(name: str) -> str:
    word = name.removesuffix("Ids").removesuffix("Id")
    kind = THINGS.get(word) or f"{word[0].upper()}{word[1:]}"
    return Node.kinds[kind].id_of(2)


def orders(arguments: dict[str, GraphQLArgument]) -> Iterator[dict[str, Any] | None]:
    yield None
    if "orderBy" in arguments:
        made = get_named_type(arguments["orderBy"].type)
        assert isinstance(made, GraphQLInputObjectType)
        kind = get_named_type(made.fields["field"].type)
        assert isinstance(kind, GraphQLEnumType)
        for name, direction in itertools.product(kind.values, ("ASC", "DESC")):
            yield {"field": name, "direction": direction}


def document(name: str, arguments: dict[str, GraphQLArgument]) -> str:
    # Arguments that narrow a list by default would hide most of it here.
    wide = "".join(f", {argument}: true" for argument in arguments if argument == "includeSimulated")
    taken = {key: arguments[key] for key in ("filter", "orderBy") if key in arguments}
    declared = "".join(f", ${key}: {argument.type}" for key, argument in taken.items())
    passed = "".join(f", {key}: ${key}" for key in taken)
    return f"""query ($first: Int, $last: Int, $after: String, $before: String{declared}) {{
        {name}(first: $first, last: $last, after: $after, before: $before{passed}{wide}) {{
            totalCount edges {{ cursor }} pageInfo {{ endCursor startCursor }}
        }}
    }}"""


@pytest.mark.parametrize("name", lists())
async def test_a_list_is_answered_by_indexes_whatever_it_is_asked_for(big: Watched, name: str) -> None:
    arguments = lists()[name]
    query = document(name, arguments)
    counts = set()

    for order in orders(arguments):
        variables = {"orderBy": order} if order else {}
        data, taken = await big.ask(query, {"first": 100, **variables})
        counts.add(taken)
        if cursor := data[name]["pageInfo"]["endCursor"]:
            for bounds in ({"first": 20, "after": cursor}, {"last": 20, "before": cursor}, {"last": 20}):
                counts.add((await big.ask(query, {**bounds, **variables}))[1])
    for wanted, order in itertools.product(filters(arguments), orders(arguments)):
        variables = {"orderBy": order} if order else {}
        counts.add((await big.ask(query, {"first": 20, "filter": wanted, **variables}))[1])

    big.must_be_content()
    assert counts in ({1}, {2}), "a page and a count are one statement each; a list that is not in a table is one"


@pytest.mark.parametrize("name", lists())
async def test_a_list_is_answered_by_indexes_also_for_two_filters_at_once(big: Watched, name: str) -> None:
    arguments = lists()[name]
    query = document(name, arguments)

    for wanted, order in itertools.product(pairs(arguments), orders(arguments)):
        await big.ask(query, {"first": 20, "filter": wanted, **({"orderBy": order} if order else {})})

    big.must_be_content()


@pytest.mark.parametrize("simulated", [False, True])
async def test_refunds_are_answered_by_indexes_with_and_without_those_of_the_simulator(
    big: Watched, *, simulated: bool
) -> None:
    """One order in twenty has a refund: others may read them all, their own list may not."""
    big.large.add("refunds")
    query = """query ($filter: RefundFilter, $order: RefundSort, $simulated: Boolean!) {
        refunds(first: 20, filter: $filter, orderBy: $order, includeSimulated: $simulated) { totalCount nodes { id } }
    }"""
    arguments = lists()["refunds"]

    for wanted, order in itertools.product((None, *filters(arguments)), orders(arguments)):
        _, taken = await big.ask(query, {"filter": wanted, "order": order, "simulated": simulated})
        assert taken == 2, "a page and a count"

    big.must_be_content()


EXPORTS: dict[ExportKind, tuple[dict[str, Any], ...]] = {
    ExportKind.ORDERS: (
        {"status": {"in_": ["PAID"]}},
        {"status": {"in_": ["REJECTED"]}, "created_at": SPAN},
        {"paid_at": SPAN, "currency": "PKR"},
        {"search": "hina khan"},
        {"search": "hina khan", "status": {"in_": ["PENDING"]}},
        {"customer_id": CustomerNode.id_of(42)},
    ),
    ExportKind.CUSTOMERS: (
        {},
        {"search": "hina khan"},
        {"tag": "vip", "language": "ur"},
        {"created_at": SPAN, "is_blocked": True},
    ),
}


@pytest.mark.parametrize(("kind", "wanted"), [(kind, each) for kind, all_ in EXPORTS.items() for each in all_])
async def test_a_table_to_take_away_is_read_by_indexes(big: Watched, kind: ExportKind, wanted: dict[str, Any]) -> None:
    export = Export(kind, ExportFormat.CSV, wanted, ("customer", "account", "orders"), "tests", 0)
    rule = big.shop.exports

    if kind is ExportKind.ORDERS:
        size = await big.take_away(rule.orders(orders_of(export), export.includes))
    else:
        size = await big.take_away(rule.customers(customers_of(export), export.includes))

    big.must_be_content()
    assert size > 0


async def test_the_archive_of_a_customer_is_read_by_indexes(big: Watched) -> None:
    size = await big.take_away(big.shop.privacy.archive(42))

    big.must_be_content()
    assert size > 1000


@pytest.mark.parametrize("text", DOCUMENTS)
async def test_a_list_with_all_its_neighbours_is_answered_by_indexes(big: Watched, text: str) -> None:
    _, for_few = await big.ask(f"{{ {text.replace('first: 30', 'first: 5')} }}")
    _, for_many = await big.ask(f"{{ {text} }}")

    big.must_be_content()
    assert for_many <= for_few + 3, "statements may only be added by kinds of things that no early row has"


@pytest.mark.parametrize(
    "span", [("2026-06-01", "2026-06-01"), ("2026-06-01", "2026-06-30"), ("2026-01-01", "2026-12-31")]
)
@pytest.mark.parametrize("simulated", [False, True])
async def test_each_report_is_answered_by_indexes_for_a_day_a_month_and_a_year(
    big: Watched, span: tuple[str, str], *, simulated: bool
) -> None:
    wanted = {"from": span[0], "to": span[1], "includeSimulated": simulated}
    for report in ("reportFunnel", "reportRevenue", "reportAiUse", "reportResponseTimes"):
        _, taken = await big.ask(
            f"query ($filter: ReportFilter) {{ {report}(filter: $filter) {{ days {{ date }} }} }}", {"filter": wanted}
        )
        assert taken == 2, "the settings and the report"

    big.must_be_content()


async def test_the_log_of_events_is_read_by_its_index(big: Watched) -> None:
    query = """query ($after: String!, $types: [String!]) {
        eventsSince(after: $after, types: $types, first: 100) { events { cursor } hasMore }
    }"""
    start = Cursor((await log.head(get_connection(CONNECTION))).epoch, 0, 0).encode()

    for types in (None, ["message.added"], ["order.created"]):
        await big.ask(query, {"after": start, "types": types})

    big.must_be_content()


async def test_the_counters_are_answered_by_indexes(big: Watched) -> None:
    _, taken = await big.ask("{ reportCounters { openChats chatsNeedingHuman proofsWaiting ordersToday } }")

    big.must_be_content()
    assert taken == 2


async def test_the_figures_of_a_year_are_what_was_sold(big: Watched) -> None:
    data, _ = await big.ask("""{
        reportFunnel(filter: {from: "2026-01-01", to: "2026-12-31", includeSimulated: true}) {
            total { chats drafts orders proofs paid }
        }
        reportRevenue(filter: {from: "2026-01-01", to: "2026-12-31", includeSimulated: true}) {
            total { currency orders } days { revenue { currency orders } } services { revenue { currency orders } }
        }
    }""")
    paid = await big.connection.fetch(
        "select currency, count(*) as orders from orders where paid_at is not null group by currency order by currency"
    )

    funnel, report = data["reportFunnel"]["total"], data["reportRevenue"]
    assert funnel["chats"] == big_data.CONVERSATIONS
    assert funnel["drafts"] >= funnel["orders"] >= funnel["proofs"] >= funnel["paid"] > 0
    expected = {row["currency"]: row["orders"] for row in paid}
    assert {each["currency"]: each["orders"] for each in report["total"]} == expected
    for parts in (report["days"], report["services"]):
        found = dict.fromkeys(expected, 0)
        for revenue in itertools.chain.from_iterable(_revenues(part) for part in parts):
            found[revenue["currency"]] += revenue["orders"]
        assert found == expected


def _revenues(part: dict[str, Any]) -> list[dict[str, Any]]:
    return part["revenue"] if isinstance(part["revenue"], list) else [part["revenue"]]


async def test_more_than_ten_thousand_are_not_counted(big: Watched) -> None:
    data, _ = await big.ask("{ orders { totalCount } messages { totalCount } customers { totalCount } }")

    assert listing.MOST_COUNTED == 10_000
    assert data["orders"]["totalCount"] is None
    assert data["messages"]["totalCount"] is None
    assert data["customers"]["totalCount"] == big_data.CUSTOMERS


async def test_exactly_ten_thousand_are_counted(big: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_COUNTED", big_data.CUSTOMERS)
    counted, _ = await big.ask("{ customers { totalCount } }")
    monkeypatch.setattr(listing, "MOST_COUNTED", big_data.CUSTOMERS - 1)
    uncounted, _ = await big.ask("{ customers { totalCount } }")

    assert counted["customers"]["totalCount"] == big_data.CUSTOMERS
    assert uncounted["customers"]["totalCount"] is None


async def test_children_are_counted_no_further_than_lists(big: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_COUNTED", 19)
    document = "query ($id: ID!) { conversation(id: $id) { messages { totalCount } } }"

    data, _ = await big.ask(document, {"id": ConversationNode.id_of(7)})

    big.must_be_content()
    assert data["conversation"]["messages"]["totalCount"] is None


async def test_one_word_among_all_messages_is_found_at_once(big: Watched) -> None:
    data, _ = await big.ask('{ messages(filter: {search: "giraffe"}, first: 1) { totalCount nodes { text } } }')

    assert data["messages"]["totalCount"] == big_data.MESSAGES // 997
    assert "giraffe" in data["messages"]["nodes"][0]["text"]


async def test_a_customer_is_found_by_a_part_of_the_number_and_of_the_name(big: Watched) -> None:
    query = "query ($text: String) { customers(filter: {search: $text}) { nodes { id } } }"

    by_number, _ = await big.ask(query, {"text": "+92 301 0000042"})
    by_name, _ = await big.ask(query, {"text": "4321"})

    assert by_number["customers"]["nodes"] == [{"id": CustomerNode.id_of(42)}]
    assert {"id": CustomerNode.id_of(4321)} in by_name["customers"]["nodes"]


async def test_an_order_is_found_by_its_number(big: Watched) -> None:
    data, _ = await big.ask('{ orders(filter: {search: "px-41042"}) { nodes { number } } }')

    assert data["orders"]["nodes"] == [{"number": "PX-41042"}]


async def test_the_health_of_a_busy_system_is_answered_by_indexes(big: Watched) -> None:
    now = clock.now()
    with _captured() as statements:
        accounts, jobs = await big.shop.health._accounts(now), await big.shop.health._jobs(now)
    scanned = [await big._read_from_end_to_end(sql, values) for sql, values in statements]

    assert (len(accounts), jobs.waiting) == (4, 0)
    assert LARGE & set().union(*scanned) == set()
