"""Every mutation succeeds, and told twice under one key it happens once and answers the same."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from core.shop import Shop
from tests.graph.mutations.calls import Call
from tests.graph.mutations.holding import Held, held
from tests.graph.mutations.scene import Input, Scene, unknown
from tests.graph.mutations.schema import KEY, is_keyed, mutations, needed_ids, payload_of
from tests.graph.mutations.sign_in import UNKEYED
from tests.graph.mutations.tables import CALLS, WORDS


@dataclass
class Told:
    """What came of telling one mutation once, again, and as another request under the same key."""

    kind: str
    written: set[str]  # tables
    again: dict[str, Any] = field(default_factory=dict)
    expected_again: dict[str, Any] = field(default_factory=dict)
    written_again: set[str] = field(default_factory=set)
    other: tuple[str, Any] = ("", None)


def test_every_mutation_has_a_way_to_be_called() -> None:
    assert set(CALLS) == set(mutations())


def test_every_mutation_takes_a_key_but_for_those_that_say_why_not() -> None:
    assert {name for name in mutations() if not is_keyed(name)} == set(UNKEYED)


@pytest.mark.parametrize("word", WORDS)
async def test_a_mutation_succeeds_and_leaves_a_line_in_the_audit_log(shop: Shop, word: str) -> None:
    told = {name: await told_once(shop, name, call) for name, call in WORDS[word].items() if not is_keyed(name)}

    for name, one in told.items():
        assert one.kind == payload_of(name), name
        assert ("audit_logs" in one.written) is CALLS[name].is_audited, (name, one.written)


@pytest.mark.parametrize("word", WORDS)
async def test_a_mutation_told_twice_under_one_key_has_one_effect_and_one_answer(shop: Shop, word: str) -> None:
    told = {name: await told_twice(shop, name, call) for name, call in WORDS[word].items() if is_keyed(name)}

    for name, one in told.items():
        assert one.kind == payload_of(name), name
        assert one.written > {"idempotent_requests"}, name
        assert ("audit_logs" in one.written) is CALLS[name].is_audited, (name, one.written)
        assert one.again == one.expected_again, name
        assert one.written_again == set(), name
        assert one.other == ("IdempotencyKeyReusedError", ["input", KEY]), name


async def told_once(shop: Shop, name: str, call: Call) -> Told:
    scene = Scene(shop)
    asked = await call.given(scene)
    before = await held(shop)

    answer = await scene.do(name, asked)

    return Told(answer["__typename"], before.differs_from(await held(shop)))


async def told_twice(shop: Shop, name: str, call: Call) -> Told:
    scene = Scene(shop)
    asked = {**await call.given(scene), KEY: f"the one of {name}"}
    other_body = {**await another(scene, name, call, asked), KEY: asked[KEY]}
    before = await held(shop)

    first = await scene.do(name, asked)
    after: Held = await held(shop)
    again = await scene.do(name, asked)
    other = await scene.do(name, other_body)

    return Told(
        kind=first["__typename"],
        written=before.differs_from(after),
        again=again,
        expected_again={**first, **dict.fromkeys(call.shown_once)},
        written_again=after.differs_from(await held(shop)),
        other=(other["__typename"], other.get("path")),
    )


async def another(scene: Scene, name: str, call: Call, asked: Input) -> Input:
    if call.another is not None:
        return {**asked, **await call.another(scene)}
    if call.other:
        return {**asked, **call.other}
    for needed in needed_ids(name):
        told = asked[needed]
        return {**asked, needed: [*told, unknown(told[0])] if isinstance(told, list) else unknown(told)}
    text = next(key for key, value in asked.items() if isinstance(value, str) and key != KEY)
    return {**asked, text: f"{asked[text]}2"}
