"""The one door to GraphQL: over HTTP and WebSocket, with the shop behind it."""

import secrets
from datetime import timedelta
from typing import Any

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.websockets import WebSocket
from strawberry.schema import BaseSchema
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

from core.auth import Caller, CallerKind
from core.errors import ParleyError, UnauthenticatedError
from core.shop import Shop
from graph.context import Context
from graph.loaders import Loaders
from web.callers import Callers
from web.cookies import BrowserCookies, Cookies, NoCookies
from web.graphql_http import GraphQLOverHTTP, RefusedError
from web.graphql_ws import Handshake, SocketHandler, Sockets, TextSocket
from web.settings import Environment

FIRST_MESSAGE = timedelta(seconds=10)


class GraphQLDoor(GraphQLOverHTTP):
    """An ASGI app. `sockets.run()` must run beside it: without it no socket is taken."""

    graphql_transport_ws_handler_class = SocketHandler
    websocket_adapter_class = TextSocket  # type: ignore[assignment]  # as Strawberry does with its own

    def __init__(self, schema: BaseSchema, shop: Shop, environment: Environment) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=FIRST_MESSAGE,
            max_subscriptions_per_connection=None,  # the handler counts, and says so with a code
            allowed_origins=environment.cors_origins,
        )
        self.sockets = Sockets(shop.feed)
        self._shop = shop
        self._cookies = Cookies(environment)
        self._callers = Callers(shop.auth, shop.api_keys, self._cookies)

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Any:
        """Of an HTTP request its Context; of a socket what its operations' contexts are made from."""
        if isinstance(request, WebSocket):
            return Handshake(request, _address(request), _user_agent(request))
        assert isinstance(response, Response)  # noqa: S101 - Strawberry pairs them
        try:
            caller = await self._callers.of_request(request)
        except ParleyError as error:
            raise RefusedError.of(error) from error
        if request.method == "GET" and caller.kind is CallerKind.ANONYMOUS:
            # There is nothing to read for the anonymous, and cookies count in a POST alone.
            raise RefusedError.of(UnauthenticatedError("Ask by GET with an API key; pages ask by POST."))
        return Context(
            shop=self._shop,
            caller=caller,
            request_id=request.scope.get("state", {}).get("request_id") or _new_id(),
            address=_address(request),
            user_agent=_user_agent(request),
            cookies=BrowserCookies(self._cookies, self._shop.auth.tokens, request, response),
            loaders=Loaders(),
        )

    async def caller_of_socket(self, handshake: Handshake, authorization: str | None) -> Caller:
        """A browser sends its cookies with every handshake; a bearer given beside them counts instead."""
        if authorization is not None:
            return await self._callers.of_bearer(authorization)
        return await self._callers.of_handshake(handshake.connection)

    def context_of_operation(self, handshake: Handshake, caller: Caller) -> Context:
        return Context(
            shop=self._shop,
            caller=caller,
            request_id=_new_id(),
            address=handshake.address,
            user_agent=handshake.user_agent,
            cookies=NoCookies(),
            loaders=Loaders(),
        )


def _new_id() -> str:
    return secrets.token_hex(8)


def _address(connection: HTTPConnection) -> str:
    return connection.client.host if connection.client else "unknown"


def _user_agent(connection: HTTPConnection) -> str:
    return connection.headers.get("user-agent", "")
