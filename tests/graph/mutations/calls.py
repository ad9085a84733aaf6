"""The words of the tables: how a mutation is called with success, and how it is made to fail."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from models.base import Row
from tests.graph.mutations.scene import Input, Scene, id_of

# Makes what the mutation is about, and gives the input that it is called with.
Given = Callable[[Scene], Awaitable[Input]]


@dataclass(frozen=True, slots=True)
class Call:
    """`other`: what makes of the input another request, where it is not the id of nothing or a longer text."""

    given: Given
    other: Input = field(default_factory=dict)
    another: Given | None = None  # as `other`, where what it names must be there
    shown_once: tuple[str, ...] = ()  # fields that are null when it is told again
    is_audited: bool = True
    unknown: dict[str, str] = field(default_factory=dict)  # what an id of nothing is there, if not NotFoundError


@dataclass(frozen=True, slots=True)
class Failure:
    """How a typed error comes about, the word it has for programs, and the input that it blames."""

    given: Given
    code: str
    path: tuple[str, ...] = ()
    leaves_traces: bool = False  # a guess stays counted


def plain(**asked: Any) -> Given:
    """An input that is about nothing that was there before."""

    async def given(_scene: Scene) -> Input:
        return asked

    return given


def on(make: Callable[[Scene], Awaitable[Row]], name: str = "id", **more: Any) -> Given:
    """An input about one thing, made for it."""

    async def given(scene: Scene) -> Input:
        return {name: id_of(await make(scene)), **more}

    return given
