"""The GraphQL door as the tests of the web room use it: a small schema of their own, and a real server."""

import asyncio
import socket
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import httpx
import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from strawberry.schema import BaseSchema

from core.permissions import Permission
from core.shop import Shop
from graph.context import Context
from graph.errors import ErrorsForCallers
from graph.limits import Limits
from graph.root import Schema
from web.graphql import GraphQLDoor
from web.middleware import middleware
from web.settings import Environment

Info = strawberry.Info[Context, None]

ORIGIN = "http://testserver"


def environment_of(data: Path, **changes: object) -> Environment:
    environment = Environment(
        data=data,
        database_url=None,
        jwt_secret="a secret of the tests, long enough to be one",
        whatsapp_session_secret="another secret of the tests, as long",
        whatsapp_session_secret_previous=None,
        port=8000,
        public_url=ORIGIN,
        log_level="INFO",
        cors_origins=("https://partner.example",),
        trusted_proxies=(),
        admin=None,
        cloudinary=None,
        provider_keys={},
    )
    return replace(environment, **changes)  # type: ignore[arg-type]  # the names are checked at run time


class Ticker:
    """What the small schema's subscription tells, and when."""

    def __init__(self) -> None:
        self.followers: list[asyncio.Queue[int]] = []
        self.told: list[int] = []
        self.came = asyncio.Event()
        self.left = asyncio.Event()

    async def follow(self) -> AsyncGenerator[int, None]:
        mine: asyncio.Queue[int] = asyncio.Queue()
        self.followers.append(mine)
        self.came.set()
        try:
            while True:
                yield await mine.get()
        finally:
            self.followers.remove(mine)
            self.left.set()

    def tell(self, number: int) -> None:
        self.told.append(number)
        for follower in self.followers:
            follower.put_nowait(number)


@strawberry.type
class Query:
    @strawberry.field
    def hello(self, name: str = "you") -> str:
        return f"Hello {name}"

    @strawberry.field
    def who(self, info: Info) -> str:
        return info.context.caller.label

    @strawberry.field
    def secret(self, info: Info) -> str | None:
        info.context.caller.demand(Permission.ORDERS_READ)
        return "open"

    @strawberry.field
    def address(self, info: Info) -> str:
        return info.context.address

    @strawberry.field
    def broken(self) -> str | None:
        raise ValueError("the inside of the program")

    @strawberry.field
    def sure(self) -> str:
        raise ValueError("the inside of the program")

    @strawberry.field
    def context(self, info: Info) -> str:
        """Differs for every operation."""
        return info.context.request_id

    @strawberry.field
    def loaders(self, info: Info) -> str:
        return str(id(info.context.loaders))


def small_schema(ticker: Ticker) -> Schema:
    @strawberry.type
    class Mutation:
        @strawberry.mutation
        def add(self, number: Annotated[int, strawberry.argument(name="n")]) -> int:
            ticker.tell(number)
            return number

    @strawberry.type
    class Subscription:
        @strawberry.subscription
        async def ticks(self) -> AsyncGenerator[int, None]:
            async for number in ticker.follow():
                yield number

        @strawberry.subscription
        async def failing(self) -> AsyncGenerator[int, None]:
            yield 1
            raise ValueError("the inside of the program")

    return Schema(Query, Mutation, Subscription, extensions=[ErrorsForCallers, Limits])


def app_of(door: ASGIApp, environment: Environment) -> Starlette:
    return Starlette(
        routes=[Route("/graphql", door), WebSocketRoute("/graphql", door)], middleware=middleware(environment)
    )


@asynccontextmanager
async def http_client(door: ASGIApp, environment: Environment, **how: object) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app_of(door, environment), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, **how) as client:  # type: ignore[arg-type]
        yield client


@asynccontextmanager
async def served(schema: BaseSchema, shop: Shop, environment: Environment) -> AsyncIterator[str]:
    """A real server with its feed; the address of its socket."""
    door = GraphQLDoor(schema, shop, environment)
    config = uvicorn.Config(
        app_of(door, environment),
        lifespan="off",
        log_config=None,
        ws="websockets-sansio",
        ws_max_size=64 * 1024,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        tasks = [
            asyncio.create_task(shop.feed.run()),
            asyncio.create_task(door.sockets.run()),
            asyncio.create_task(server.serve(sockets=[listening])),
        ]
        try:
            # uvicorn tells its start by a flag alone.
            while not (server.started and door.sockets.are_taken):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            yield f"ws://127.0.0.1:{port}/graphql"
        finally:
            server.should_exit = True
            await tasks.pop()
            for task in tasks:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
