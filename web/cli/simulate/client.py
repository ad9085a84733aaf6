"""The simulate command's way to the public API: HTTP for queries and files, one WebSocket for subscriptions."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, suppress
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx
from gql import Client, GraphQLRequest
from gql.client import AsyncClientSession
from gql.transport.exceptions import TransportError, TransportQueryError
from gql.transport.websockets import WebsocketsTransport

MAKE_A_KEY = (
    "Make one where the server runs, with\n"
    "  .venv/bin/python -m web.cli api-key create --name simulate --scope '*'\n"
    "and give it with --key or in PARLEY_API_KEY."
)
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_PATIENCE = httpx.Timeout(30, connect=5)


class SimulateError(Exception):
    """A plain sentence for whoever sits at the terminal."""


class RefusedError(SimulateError):
    """The API said no; `code` is its word for why."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


class Api:
    def __init__(self, url: str, http: httpx.AsyncClient, socket: AsyncClientSession) -> None:
        self._url = url
        self._http = http
        self._socket = socket

    async def ask(self, document: str, **variables: Any) -> dict[str, Any]:
        """The data. Raises SimulateError for anything else."""
        return await _ask(self._http, self._url, document, variables)

    async def change(self, document: str, **given: Any) -> dict[str, Any]:
        """What the one mutation of the document gives for its input. Raises RefusedError when that is an Error."""
        data = await self.ask(document, input=given)
        result: dict[str, Any] = next(iter(data.values()))
        if "message" in result:
            raise RefusedError(result["message"], result["code"])
        return result

    @asynccontextmanager
    async def follow(self, document: str, **variables: Any) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
        """What each event of a subscription brings. Raises SimulateError when the server ends it."""
        # A generator that nobody closes is closed some time, by nobody who would hear of a problem.
        async with aclosing(self._events(document, variables)) as events:
            yield events

    async def _events(self, document: str, variables: dict[str, Any]) -> AsyncGenerator[dict[str, Any], None]:
        results = self._socket.subscribe(GraphQLRequest(document, variable_values=variables))
        try:
            async for result in results:
                yield next(iter(result.values()))
        except TransportQueryError as error:
            raise _refused((error.errors or [{}])[0]) from error
        except TransportError as error:
            raise SimulateError("The server closed the connection. Is it still running?") from error
        finally:
            # Closing says goodbye to the server, which may be gone.
            with suppress(TransportError):
                await results.aclose()

    async def upload(self, path: str, data: bytes, content_type: str) -> None:
        """PUTs a file. Raises SimulateError when it is not taken."""
        try:
            response = await self._http.put(path, content=data, headers={"content-type": content_type})
        except httpx.HTTPError as error:
            raise _unreachable(self._url) from error
        if response.is_error:
            raise SimulateError(f"The file was not taken ({response.status_code}).")


@asynccontextmanager
async def connected(url: str, key: str) -> AsyncIterator[Api]:
    """Raises SimulateError that says what to do when nobody answers or the key is refused."""
    is_here = urlsplit(url).hostname in _LOOPBACK
    http = httpx.AsyncClient(
        base_url=url, headers={"authorization": f"Bearer {key}"}, timeout=_PATIENCE, trust_env=not is_here
    )
    transport = WebsocketsTransport(
        _socket_url(url),
        init_payload={"authorization": f"Bearer {key}"},
        subprotocols=[WebsocketsTransport.GRAPHQLWS_SUBPROTOCOL],
        connect_args={"proxy": None} if is_here else {},
    )
    async with http:
        # First over HTTP, where a refusal has a sentence; a socket only closes.
        await _ask(http, url, "query Hello { __typename }", {})
        async with AsyncExitStack() as stack:
            try:
                socket = await stack.enter_async_context(Client(transport=transport))
            except (TransportError, TimeoutError, OSError) as error:
                raise SimulateError(f"{url} answers, but opens no WebSocket at /graphql.") from error
            yield Api(url, http, socket)


async def _ask(http: httpx.AsyncClient, url: str, document: str, variables: dict[str, Any]) -> dict[str, Any]:
    try:
        response = await http.post("graphql", json={"query": document, "variables": variables})
    except httpx.HTTPError as error:
        raise _unreachable(url) from error
    try:
        body = response.json()
        errors, data = body.get("errors"), body.get("data")
    except (ValueError, AttributeError) as error:
        raise SimulateError(
            f"{url} answered {response.status_code} and no GraphQL. Is it Parley that runs there?"
        ) from error
    if errors:
        raise _refused(errors[0])
    return dict(data)


def _refused(error: dict[str, Any]) -> RefusedError:
    code = str((error.get("extensions") or {}).get("code", ""))
    message = str(error.get("message", "The server refused without a word."))
    if code == "UNAUTHENTICATED":
        message = f"The server refuses the API key. {MAKE_A_KEY}"
    elif code == "FORBIDDEN":
        message += " The key needs more scopes; one with the scope * may play both sides."
    return RefusedError(message, code)


def _unreachable(url: str) -> SimulateError:
    return SimulateError(f"Nobody answers at {url}. Start Parley with `make run`, or say with --url where it runs.")


def _socket_url(url: str) -> str:
    parts = urlsplit(url)
    scheme = "wss" if parts.scheme == "https" else "ws"
    return urlunsplit((scheme, parts.netloc, f"{parts.path.rstrip('/')}/graphql", "", ""))
