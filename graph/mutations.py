"""How a mutation looks: one input, a right, a union of what it gives and what may go wrong, and an idempotency key."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from functools import reduce
from operator import or_
from typing import Annotated, Any, Optional, Protocol

import strawberry
from strawberry.utils.str_converters import to_camel_case

from core.audit import Actor
from core.errors import NotFoundError, ParleyError
from core.idempotency import first_result
from core.permissions import Permission
from graph.errors import (
    INPUT,
    IdempotencyKeyReusedProblem,
    InvalidInputProblem,
    NotFoundProblem,
    Problem,
)
from graph.nodes import Info
from graph.permissions import Guard, Resolver, sentence

ASKED = strawberry.argument(name=INPUT, description="What to do, and to what.")

# Almost every mutation is about something that may be gone.
_USUAL: tuple[type[Problem], ...] = (InvalidInputProblem, NotFoundProblem)


@strawberry.input
class Asked:
    """What every mutation's input has."""

    idempotency_key: str | None = strawberry.field(
        default=None,
        description="Any text that names this one request: sent again under it, it gives the first result again.",
    )


class Answering(Guard):
    """Asks for the right, runs the rule, and turns what it raises into a member of the union where that has one."""

    def __init__(self, may: Permission | None, members: tuple[type[Problem], ...]) -> None:
        super().__init__(may)
        self._members: dict[type, type[Problem]] = {member.answers: member for member in members}

    async def resolve_async(
        self, next_: Resolver, source: Any, info: strawberry.Info[Any, Any], **arguments: Any
    ) -> Any:
        self.demand(info)
        try:
            return await next_(source, info, **arguments)
        except ParleyError as error:
            # The nearest class wins: a step that is not allowed is a conflict too.
            for cause in type(error).__mro__:
                if member := self._members.get(cause):
                    info.context.loaders.clear()
                    return await member.of(error, info)
            raise


def mutation(
    payload: type,
    *,
    may: Permission | None,
    description: str,
    problems: tuple[type[Problem], ...] = (),
    without: tuple[type[Problem], ...] = (),
    is_keyed: bool = True,
) -> Callable[[Resolver], Any]:
    """`problems` are those of its own besides the usual ones, `without` the usual ones that cannot happen to it."""
    usual = tuple(problem for problem in _USUAL if problem not in without)
    members = (*usual, *problems, IdempotencyKeyReusedProblem) if is_keyed else (*usual, *problems)

    def made(resolver: Resolver) -> Any:
        name = to_camel_case(resolver.__name__)
        union = strawberry.union(
            f"{name[0].upper()}{name[1:]}Result", description=f"What `{name}` gives, or what went wrong."
        )
        field: Any = strawberry.mutation(
            graphql_type=Optional[Annotated[reduce(or_, members, payload), union]],  # noqa: UP045 - built at run time
            description=description + sentence(may),
            extensions=[Answering(may, members)],
        )
        return field(resolver)

    return made


@contextmanager
def asked_as(names: Mapping[str, str] | None = None, *, below: str | None = None) -> Iterator[None]:
    """Where a rule's words for its inputs are not the caller's: by name, or all but the outermost one step deeper."""
    try:
        yield
    except ParleyError as error:
        if error.field is not None:
            error.field = (names or {}).get(error.field, error.field)
            if below is not None and error.field not in {"id", "password", "idempotencyKey"}:
                error.field = f"{below}.{error.field}"
        raise


class Written(Protocol):
    """What a rule gives back: a row."""

    @property
    def id(self) -> int: ...


def actor(info: Info) -> Actor:
    return info.context.caller.actor(info.context.request_id)


async def once(info: Info, asked: Asked, act: Callable[[], Awaitable[Written]], *, target: str = "id") -> int:
    """The id of the row that the rule wrote; the first one's when this request was answered before.

    `target` is the input that names what is missing when the rule only says that something is.
    """

    async def kept() -> dict[str, Any]:
        return {"id": (await act()).id}

    return int((await first(info, asked, kept, target=target))["id"])


async def first(
    info: Info, asked: Asked, act: Callable[[], Awaitable[dict[str, Any]]], *, target: str = "id"
) -> dict[str, Any]:
    """What the rule gave, plain values only; what it gave first when this request was answered before."""
    context = info.context
    request = asdict(asked)
    key = request.pop("idempotency_key")
    request.pop("password", None)  # what is kept of a request must not help to guess it
    try:
        result = await first_result(context.shop.database, context.caller.label, key, info.field_name, request, act)
    except NotFoundError as error:
        error.field = error.field or target
        raise
    context.loaders.clear()
    return result
