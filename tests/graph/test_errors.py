"""What goes wrong reaches callers with a code, and nothing internal with it."""

from typing import Any

import pytest
from graphql import GraphQLError
from structlog.testing import capture_logs

from core.errors import NotFoundError, RateLimitedError
from core.listing import Page
from graph.errors import translated
from models.orders import Order
from tests.graph.asking import Asker
from tests.graph.rows import make_account, make_conversation, make_customer, make_order


async def test_what_nobody_foresaw_is_masked_and_logged_and_the_rest_is_answered(asker: Asker) -> None:
    order = await make_order(await make_conversation(await make_customer(await make_account())))
    await Order.filter(id=order.id).update(snapshot={"duration_unit": "hunter2"})

    with capture_logs() as logs:
        answer = await asker.ask("{ orders { nodes { number } } customers { totalCount } }")

    assert answer.data == {"orders": None, "customers": {"totalCount": 1}}
    assert answer.codes == ["INTERNAL"]
    assert "hunter2" not in str(answer.errors)
    assert [entry["event"] for entry in logs] == ["operation_failed"]


def test_an_unknown_exception_keeps_its_words_to_itself() -> None:
    error = GraphQLError("boom", original_error=ZeroDivisionError("password=hunter2"))

    with capture_logs() as logs:
        told = translated(error)

    assert told.extensions == {"code": "INTERNAL"}
    assert "hunter2" not in told.message
    assert [entry["event"] for entry in logs] == ["operation_failed"]


def test_an_error_of_a_rule_tells_its_code_and_its_plain_details() -> None:
    cause = RateLimitedError("Slow down.", field="email", retry_after=3, internals=Page)

    told = translated(GraphQLError("x", original_error=cause))

    assert told.message == "Slow down."
    assert told.extensions == {"code": "RATE_LIMITED", "retryAfter": 3, "field": "email"}


def test_translating_twice_changes_nothing() -> None:
    once = translated(GraphQLError("x", original_error=NotFoundError("It is gone.")))

    assert translated(once) is once


@pytest.mark.parametrize(
    ("document", "variables", "code"),
    [
        ("{ nope", {}, "GRAPHQL_PARSE_FAILED"),
        ("{ nope }", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("query ($first: Int) { orders(first: $first) { totalCount } }", {"first": "x"}, "GRAPHQL_VALIDATION_FAILED"),
        ('{ orders(filter: {createdAt: {gt: "yesterday"}}) { totalCount } }', {}, "GRAPHQL_VALIDATION_FAILED"),
    ],
)
async def test_a_request_that_is_no_graphql_of_ours_gets_a_code_too(
    asker: Asker, document: str, variables: dict[str, Any], code: str
) -> None:
    answer = await asker.ask(document, **variables)

    assert answer.codes == [code]


@pytest.mark.parametrize("moment", ["2026-01-01T00:00:00", "yesterday", "2026-13-01T00:00:00Z", 5, "9" * 100, ""])
async def test_a_moment_without_an_offset_or_sense_is_refused(asker: Asker, moment: Any) -> None:
    answer = await asker.ask(
        "query ($at: DateTime) { orders(filter: {createdAt: {gt: $at}}) { totalCount } }", at=moment
    )

    assert answer.codes == ["GRAPHQL_VALIDATION_FAILED"]


@pytest.mark.parametrize("amount", [1.5, True, "NaN", "Infinity", "1,5", "", "1e999999999", "9" * 100])
async def test_an_amount_that_is_no_exact_number_is_refused(asker: Asker, amount: Any) -> None:
    mutation = """mutation ($amount: Decimal!) { packageCreate(input: {
        serviceId: "x", name: "x", price: {amount: $amount, currency: "PKR"}
    }) { __typename } }"""

    answer = await asker.ask(mutation, amount=amount)

    assert answer.codes == ["GRAPHQL_VALIDATION_FAILED"]


@pytest.mark.parametrize(
    "document",
    [
        'mutation { serviceCreate(input: {name: "a\\u0000b"}) { __typename } }',
        '{ orders(filter: {search: "a\\u0000b"}) { totalCount } }',
    ],
)
async def test_a_text_that_the_database_cannot_hold_is_an_error_of_the_caller(asker: Asker, document: str) -> None:
    assert (await asker.ask(document)).codes == ["INVALID_INPUT"]
