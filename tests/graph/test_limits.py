"""What a document may ask: each limit just kept and just broken, and that judging takes no time itself."""

import asyncio
import time
from dataclasses import dataclass
from typing import Any

import pytest
import strawberry
from graphql import get_introspection_query
from strawberry.types import ExecutionResult

from core.permissions import ANONYMOUS, Caller, CallerKind, Permission
from graph import limits
from graph.limits import Limits
from graph.root import build_schema

KEY = Caller(CallerKind.API_KEY, "api_key:1", frozenset(Permission))


@dataclass
class Context:
    caller: Caller


@strawberry.type
class Package:
    name: str = "Gold"

    @strawberry.field
    def service(self) -> "Service":
        return Service()


@strawberry.type
class PackageConnection:
    nodes: list[Package]


@strawberry.type
class Service:
    name: str = "Cleaning"

    @strawberry.field
    def packages(self, first: int = 3) -> PackageConnection:
        return PackageConnection(nodes=[Package() for _ in range(min(first, 3))])

    @strawberry.field
    def tags(self) -> list[Package]:
        return []

    @strawberry.field
    def broken(self) -> str | None:
        raise ValueError("the secret inside")

    @strawberry.field
    async def never(self) -> str:
        await asyncio.Event().wait()
        return ""


@strawberry.input
class In:
    texts: list[str]


@strawberry.type
class Query:
    @strawberry.field
    def takes(self, a: In) -> str:
        return "".join(a.texts)

    @strawberry.field
    def service(self) -> Service:
        return Service()

    @strawberry.field
    def services(self) -> list[Service]:
        return [Service() for _ in range(2 * limits.ERRORS)]


@strawberry.type
class Mutation:
    @strawberry.mutation
    def sign_in(self) -> bool:
        return True

    @strawberry.mutation
    def session_refresh(self) -> bool:
        return True


schema = strawberry.Schema(Query, Mutation, extensions=[Limits])


async def ask(document: str, *, caller: Caller = KEY, **how: Any) -> ExecutionResult:
    return await schema.execute(document, context_value=Context(caller), **how)


def codes(result: ExecutionResult) -> list[str]:
    return [(error.extensions or {}).get("code", "") for error in result.errors or ()]


def refusal(result: ExecutionResult) -> str:
    assert codes(result) == ["QUERY_TOO_COMPLEX"]
    assert result.data is None
    assert result.errors is not None
    return result.errors[0].message


def of_service(fields: str) -> str:
    return f"{{ service {{ {fields} }} }}"


def nested(levels: int) -> str:
    """A document `levels` deep."""
    pairs, rest = divmod(levels - 2, 3)
    assert rest == 0
    body = "name"
    for _ in range(pairs):
        body = f"packages(first: 1) {{ nodes {{ service {{ {body} }} }} }}"
    return f"{{ service {{ {body} }} }}"


async def test_a_document_of_the_allowed_depth_is_answered_and_a_deeper_one_refused() -> None:
    assert (await ask(nested(11))).errors is None
    assert refusal(await ask(nested(14))) == "The document's depth is 14; the limit is 12."


async def test_depth_counts_through_fragments() -> None:
    document = """
        { service { ...A } }
        fragment A on Service { packages(first: 1) { nodes { service { ...B } } } }
        fragment B on Service { packages(first: 1) { nodes { service { ...C } } } }
        fragment C on Service { packages(first: 1) { nodes { service { ...D } } } }
        fragment D on Service { packages(first: 1) { nodes { service { name } } } }
    """

    assert refusal(await ask(document)) == "The document's depth is 14; the limit is 12."


async def test_the_cost_follows_the_page_that_is_asked_for() -> None:
    """Two levels of pages: 1 + n + n·n·2, with the nodes and the service below each."""
    pages = "packages(first: $n) { nodes { service { packages(first: $n) { nodes { name } } } } }"
    document = f"query Q($n: Int = 3) {of_service(pages)}"

    small = await ask(document)
    refused = await ask(document, variable_values={"n": 100})
    by_default = await ask(document.replace("= 3", "= 100"))

    assert small.extensions == {"cost": {"asked": 1 + 3 + 3 + 3 + 9 + 9, "limit": limits.COST}}
    assert refusal(refused) == "The document's cost is 20301; the limit is 5000."
    assert refusal(by_default) == refusal(refused)


@pytest.mark.parametrize("page", ["99999999999999999999", "-5", "true", '"x"', "null"])
async def test_a_page_that_makes_no_sense_is_left_to_validation(page: str) -> None:
    result = await ask(f"{{ service {{ packages(first: {page}) {{ nodes {{ name }} }} }} }}")

    assert "QUERY_TOO_COMPLEX" not in codes(result)


async def test_a_rich_page_of_orders_is_answered_and_one_that_multiplies_is_not() -> None:
    of_an_order = """
        number status total { amount currency }
        customer { profileName phone } package { name service { name } } service { name }
        actions { actor toStatus reason createdAt staff { name } }
        proofs { status likeness media { url previewUrl } } refunds { amount { amount } } notes { text }
    """
    rich = f"{{ orders(first: 50) {{ totalCount edges {{ cursor node {{ {of_an_order} }} }} }} }}"
    circle = "packages { service { packages { service { packages { service { packages { name } } } } } } }"
    hostile = (
        f"{{ services(first: 100) {{ nodes {{ {circle} }} }} }}",
        "{ orders(first: 100) { nodes { proofs { order { timeline { id } } alike { order { proofs { order "
        "{ timeline { id } } } } } } } } }",
        "{ customers(first: 100) { nodes { orders(first: 100) { nodes { actions { id } } } } } }",
    )

    fits = await ask_the_shop(rich)
    refused = [await ask_the_shop(document) for document in hostile]

    assert codes(fits) == ["UNAUTHENTICATED"]  # it was let in, and then asked who reads it
    assert [codes(result) for result in refused] == [["QUERY_TOO_COMPLEX"]] * len(hostile)


async def ask_the_shop(document: str) -> ExecutionResult:
    """The shop's own schema, for somebody who may read nothing of it."""
    result = await build_schema().execute(document, context_value=Context(ANONYMOUS))
    assert isinstance(result, ExecutionResult)
    return result


async def test_a_list_without_pages_counts_as_one_page() -> None:
    result = await ask("{ services { tags { name } } }")

    assert result.extensions == {"cost": {"asked": 20 + 20 * 20, "limit": limits.COST}}


@pytest.mark.parametrize(
    ("document", "what"),
    [
        (of_service(" ".join(f"a{n}: name" for n in range(31))), "number of aliases is 31"),
        ("{" + "service { name } " * 21 + "}", "number of root fields is 21"),
        (of_service("name " * 500), "number of fields is 501"),
        ("{ service { name @include(if: true) @skip(if: false) @a @b } }", "number of directives on one field is 4"),
        ("mutation { a: signIn b: signIn }", "number of sign-ins is 2"),
        ("mutation { signIn ...More } fragment More on Mutation { sessionRefresh }", "number of sign-ins is 2"),
    ],
)
async def test_what_is_too_much_is_named(document: str, what: str) -> None:
    assert what in refusal(await ask(document))


async def test_one_sign_in_is_allowed() -> None:
    assert (await ask("mutation { signIn }")).data == {"signIn": True}


async def test_a_document_of_too_many_tokens_is_not_even_parsed() -> None:
    for count in (1001, 20_000):
        assert "tokens" in refusal(await ask(of_service("name " * count)))


async def test_a_document_nested_without_end_is_refused() -> None:
    assert codes(await ask("{ service " * 5000)) == ["QUERY_TOO_COMPLEX"]


async def test_fragments_that_multiply_are_measured_in_no_time() -> None:
    """2³⁰ fields in 900 bytes: walking every spread would take hours."""
    fragments = " ".join(
        f"fragment F{n} on Service {{ ...F{n + 1} packages(first: 1) {{ nodes {{ service {{ ...F{n + 1} }} }} }} }}"
        for n in range(30)
    )
    document = f"{{ service {{ ...F0 }} }} {fragments} fragment F30 on Service {{ name }}"

    begin = time.perf_counter()
    refused = refusal(await ask(document))

    assert "depth" in refused
    assert time.perf_counter() - begin < 1


async def test_fragments_in_a_circle_end_as_a_validation_error() -> None:
    result = await ask("{ service { ...A } } fragment A on Service { ...B } fragment B on Service { ...A }")

    assert result.errors is not None
    assert "Cannot spread fragment" in result.errors[0].message


@pytest.mark.parametrize(
    ("document", "variables", "place"),
    [
        ("query($a: In!) { takes(a: $a) }", {"a": {"texts": ["fine", "a\x00b"]}}, "$a.texts[1]"),
        ('{ takes(a: { texts: ["a\\u0000b"] }) }', {}, "a text in the document"),
        ('{ takes(a: { texts: ["a\\u{0}b"] }) }', {}, "a text in the document"),
    ],
)
async def test_the_character_that_no_database_keeps_is_refused_by_its_place(
    document: str, variables: dict[str, Any], place: str
) -> None:
    result = await ask(document, variable_values=variables)

    assert codes(result) == ["INVALID_INPUT"]
    assert result.errors is not None
    assert result.errors[0].message == f"No text may hold the character U+0000; {place} does."


async def test_escapes_of_other_characters_are_fine_and_half_a_character_is_none() -> None:
    assert (await ask('{ takes(a: { texts: ["\\u00e9\\uD83D\\uDE00"] }) }')).data == {"takes": "é😀"}
    assert (await ask('{ takes(a: { texts: ["\\ud83d"] }) }')).data is None


async def test_several_operations_need_a_name() -> None:
    document = "query A { service { name } } query B { service { tags { name } } }"

    assert codes(await ask(document)) == ["BAD_REQUEST"]
    assert (await ask(document, operation_name="A")).data == {"service": {"name": "Cleaning"}}


async def test_the_anonymous_learn_nothing_of_the_schema() -> None:
    assert codes(await ask(get_introspection_query(), caller=ANONYMOUS)) == ["UNAUTHENTICATED"]
    assert codes(await ask('{ ...S } fragment S on Query { __type(name: "Query") { name } }', caller=ANONYMOUS)) == [
        "UNAUTHENTICATED"
    ]
    guess = await ask("{ servic { name } }", caller=ANONYMOUS)
    assert guess.errors is not None
    assert guess.errors[0].message == "Cannot query field 'servic' on type 'Query'."
    assert (await ask("{ __typename }", caller=ANONYMOUS)).data == {"__typename": "Query"}


async def test_a_caller_without_the_right_is_forbidden_to_look_at_the_schema() -> None:
    nobody = Caller(CallerKind.API_KEY, "api_key:2", frozenset())

    assert codes(await ask("{ __schema { queryType { name } } }", caller=nobody)) == ["FORBIDDEN"]


async def test_integrators_may_look_at_the_whole_schema_and_are_helped_with_typing_errors() -> None:
    assert (await ask(get_introspection_query(input_value_deprecation=True))).errors is None
    guess = await ask("{ servic { name } }")
    assert guess.errors is not None
    assert "Did you mean 'service'" in guess.errors[0].message


async def test_introspection_in_circles_is_refused() -> None:
    circle = "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }"

    result = await ask(circle)

    assert result.data is None
    assert result.errors is not None


async def test_an_answer_has_a_limited_number_of_errors() -> None:
    result = await ask("{ services { broken } }")

    assert result.errors is not None
    assert len(result.errors) == limits.ERRORS


async def test_a_document_with_many_mistakes_is_told_a_few() -> None:
    result = await ask(of_service(" ".join(f"nothing{n}" for n in range(200))))

    assert result.errors is not None
    assert len(result.errors) == limits.ERRORS


async def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.01)

    result = await ask("{ service { never } }")

    assert codes(result) == ["TIMEOUT"]
    assert result.data is None


async def test_a_document_is_parsed_and_validated_once() -> None:
    document = "{ service { name } } # a document of its own"
    await ask(document)
    before = limits._parsed.cache_info().hits, limits._must_be_valid.cache_info().hits

    await ask(document)

    assert (limits._parsed.cache_info().hits - before[0], limits._must_be_valid.cache_info().hits - before[1]) == (1, 1)
