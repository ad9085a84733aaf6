"""Every typed error of every mutation comes about, names the input that is to blame, and leaves nothing behind."""

import ast
from pathlib import Path
from typing import Any

import pytest

from core.idempotency import LONGEST_KEY
from core.shop import Shop
from tests.graph.mutations.calls import Failure
from tests.graph.mutations.holding import held
from tests.graph.mutations.scene import Scene, unknown
from tests.graph.mutations.schema import KEY, is_keyed, needed_ids
from tests.graph.mutations.tables import CALLS, ELSEWHERE, FAILURES, WORDS, by_ids, generated, in_the_schema

ROOT = Path(__file__).parents[3]


def test_every_typed_error_of_every_mutation_is_proved() -> None:
    proved = FAILURES.keys() | ELSEWHERE.keys() | generated()

    assert proved - in_the_schema() == set(), "these cannot happen by the schema"
    assert in_the_schema() - proved == set(), "give each a way in which it happens, or take it out of the schema"


def test_what_is_proved_elsewhere_is_proved_there() -> None:
    for (name, error), node in ELSEWHERE.items():
        path, _, function = node.partition("::")
        module = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        (test,) = (each for each in module.body if isinstance(each, ast.AsyncFunctionDef) and each.name == function)
        assert {name, error} <= {each.value for each in ast.walk(test) if isinstance(each, ast.Constant)}, node


# One database for each word; what is wrong is named by the comparison.
@pytest.mark.parametrize("word", WORDS)
async def test_a_typed_error_says_what_is_wrong_and_nothing_has_happened(shop: Shop, word: str) -> None:
    told = {pair: await failed(shop, pair[0], how) for pair, how in FAILURES.items() if pair[0] in WORDS[word]}

    assert told == {
        (name, error): (error, how.code, ["input", *how.path] if how.path else [], set())
        for (name, error), how in FAILURES.items()
        if name in WORDS[word]
    }


async def failed(shop: Shop, name: str, how: Failure) -> tuple[str, Any, Any, set[str]]:
    scene = Scene(shop)
    waiting = shop.auth._passwords._waiting
    asked = {**({KEY: f"of what fails, {how.code}"} if is_keyed(name) else {}), **await how.given(scene)}
    before = await held(shop)
    try:
        answer = await scene.do(name, asked)
    finally:
        shop.auth._passwords._waiting = waiting
    left = before.differs_from(await held(shop))
    return answer["__typename"], answer.get("code"), answer.get("path"), set() if how.leaves_traces else left


@pytest.mark.parametrize("word", WORDS)
async def test_an_id_that_is_none_or_of_nothing_is_named_by_its_place(shop: Shop, word: str) -> None:
    told, expected = {}, {}
    for name in WORDS[word]:
        for field in needed_ids(name):
            told[name, field, "none"] = await blamed(shop, name, field, is_known_kind=False)
            expected[name, field, "none"] = ("InvalidInputError", ["input", field])
        for field, error in by_ids(name).items():
            told[name, field, "of nothing"] = await blamed(shop, name, field, is_known_kind=True)
            expected[name, field, "of nothing"] = (error, ["input", field])

    assert told == expected


async def blamed(shop: Shop, name: str, field: str, *, is_known_kind: bool) -> tuple[str, Any]:
    scene = Scene(shop)
    asked = await CALLS[name].given(scene)
    right = asked[field]
    first = right[0] if isinstance(right, list) else right
    wrong = unknown(first) if is_known_kind else "garbage"
    before = await held(shop)

    answer = await scene.do(name, {**asked, field: [*right[1:], wrong] if isinstance(right, list) else wrong})

    assert before.differs_from(await held(shop)) == set(), name
    path = answer.get("path", [])
    # Of a list either the whole is to blame or one of it.
    return answer["__typename"], path[:2] if isinstance(right, list) else path


@pytest.mark.parametrize("word", WORDS)
async def test_a_key_that_is_too_long_or_empty_is_refused(shop: Shop, word: str) -> None:
    for name in filter(is_keyed, WORDS[word]):
        for key in ("", "k" * (LONGEST_KEY + 1)):
            scene = Scene(shop)
            asked = await CALLS[name].given(scene)

            answer = await scene.do(name, {**asked, KEY: key})

            assert (answer["__typename"], answer["path"]) == ("InvalidInputError", ["input", KEY]), name
