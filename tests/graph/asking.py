"""Asking the schema as the doors do, and counting what an answer costs."""

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from strawberry.types.execution import ExecutionResult

from core.auth import SignedIn
from core.permissions import Caller, CallerKind, Permission
from core.shop import Shop
from graph.context import Context
from graph.loaders import Loaders
from graph.root import build_schema

EVERYTHING = Caller(CallerKind.API_KEY, "api_key:1", frozenset(Permission), api_key_id=1)

_numbers = itertools.count(1)


class NoCookies:
    @property
    def are_kept(self) -> bool:
        return False

    @property
    def refresh_token(self) -> str | None:
        return None

    def set(self, signed_in: SignedIn) -> None: ...

    def clear(self) -> None: ...


def caller_with(*permissions: Permission) -> Caller:
    return Caller(CallerKind.API_KEY, "api_key:2", frozenset(permissions), api_key_id=2)


@dataclass
class Answer:
    data: dict[str, Any] | None
    codes: list[str]  # of the errors, in their order
    errors: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def of(cls, result: Any) -> "Answer":
        errors = [error.formatted for error in result.errors or ()]
        return cls(result.data, [error["extensions"]["code"] for error in errors], errors)


@dataclass
class Asker:
    shop: Shop
    caller: Caller = EVERYTHING

    def as_(self, caller: Caller) -> "Asker":
        return Asker(self.shop, caller)

    def context(self) -> Context:
        return Context(
            shop=self.shop,
            caller=self.caller,
            request_id=f"request-{next(_numbers)}",
            address="127.0.0.1",
            user_agent="tests",
            cookies=NoCookies(),
            loaders=Loaders(),
        )

    async def ask(self, document: str, **variables: Any) -> Answer:
        result = await build_schema().execute(document, variables, context_value=self.context())
        assert isinstance(result, ExecutionResult)
        return Answer.of(result)

    async def read(self, document: str, **variables: Any) -> dict[str, Any]:
        """The data of an answer that must hold no error."""
        answer = await self.ask(document, **variables)
        assert answer.errors == [], answer.errors
        assert answer.data is not None
        return answer.data

    @asynccontextmanager
    async def follow(self, document: str, **variables: Any) -> AsyncIterator["Stream"]:
        results: Any = await build_schema().subscribe(document, variables, context_value=self.context())
        try:
            yield Stream(results)
        finally:
            await results.aclose()


class Stream:
    """What a subscription tells, one event after another; never waits longer than ten seconds."""

    def __init__(self, results: AsyncIterator[Any]) -> None:
        self._results = results
        self._next: asyncio.Task[Any] | None = None

    def listen(self) -> None:
        """Starts to wait for the next event, so that what happens from now on is heard."""
        self._next = self._next or asyncio.create_task(_next_of(self._results))

    async def next(self) -> Answer:
        self.listen()
        assert self._next is not None
        task, self._next = self._next, None
        async with asyncio.timeout(10):
            return Answer.of(await task)


async def _next_of(results: AsyncIterator[Any]) -> Any:
    return await anext(results)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The SQL statements that are executed in the block, but for what the feed and the pool do by themselves."""
    statements: list[str] = []

    class Counter(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            statement = record.getMessage()
            if not any(word in statement for word in ("pg_snapshot_xmin", "event_epochs", "connection pool")):
                statements.append(statement)

    logger, counter = logging.getLogger("tortoise.db_client"), Counter()
    level = logger.level
    logger.addHandler(counter)
    logger.setLevel(logging.DEBUG)
    try:
        yield statements
    finally:
        logger.removeHandler(counter)
        logger.setLevel(level)
