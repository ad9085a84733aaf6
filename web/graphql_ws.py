"""GraphQL over WebSocket (graphql-transport-ws): who may hold a socket, for how long, and what may be sent on it."""

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass
from datetime import datetime
from json import JSONDecodeError
from typing import Any, ClassVar, Protocol

import structlog
from graphql import GraphQLError
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
from strawberry.asgi import ASGIWebSocketAdapter
from strawberry.http.exceptions import NonJsonMessageReceived, NonTextMessageReceived, WebSocketDisconnected
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import BaseGraphQLTransportWSHandler, Operation
from strawberry.types.execution import ExecutionResult, PreExecutionError

from core import clock
from core.auth import Caller, CallerKind
from core.errors import ParleyError
from core.events.event_types import ApiKeyChanged, ApiKeyRevoked, SessionRevoked
from core.events.feed import Feed, ResyncRequiredError
from core.events.log import LoggedEvent
from graph.context import Context
from graph.errors import translated

log = structlog.get_logger()

# Close codes: of the protocol's own, and of RFC 6455.
INVALID_MESSAGE, FORBIDDEN, TOO_MANY = 4400, 4403, 4429
TOO_BIG, BROKEN, RESTARTED, TRY_LATER = 1009, 1011, 1012, 1013

FRAME_BYTES = 64 * 1024
LONGEST_ID = 128
LONGEST_REASON = 123  # bytes, by RFC 6455; a longer one would break the connection instead of closing it
OPERATIONS = 100  # at the same time on one socket
MESSAGES_AT_ONCE, MESSAGES_A_SECOND = 200, 50
SOCKETS = {CallerKind.STAFF: 100, CallerKind.API_KEY: 10_000}  # at the same time, of one caller, in one process
CLOSING_SECONDS = 5.0


class TooManySocketsError(ParleyError):
    code = "TOO_MANY_SOCKETS"


class Endable(Protocol):
    def end(self, code: int, reason: str) -> None:
        """Closes soon; says nothing when it is closed already."""


class Sockets:
    """The open sockets of this process, by what they live on: a session or a key."""

    _REMEMBERED = 1000

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self._open: dict[str, set[Endable]] = {}
        self._count: Counter[str] = Counter()
        self._follows = False
        # A key may end between its check and the moment its socket is noted here.
        self._ended: OrderedDict[str, None] = OrderedDict()

    async def run(self) -> None:
        """Ends sockets whose session or key was revoked anywhere; without this running none is taken."""
        try:
            while True:
                try:
                    await self._follow()
                except ResyncRequiredError:
                    # What was missed may have been a revocation; who still may comes back.
                    self._follows = False
                    self._end_all()
        finally:
            self._follows = False

    @property
    def are_taken(self) -> bool:
        return self._follows

    def add(self, socket: Endable, caller: Caller) -> None:
        """Raises TooManySocketsError."""
        if self._count[caller.label] >= SOCKETS.get(caller.kind, 0):
            raise TooManySocketsError("Too many connections of one caller.")
        life = _life_of(caller)
        self._open.setdefault(life, set()).add(socket)
        self._count[caller.label] += 1
        if life in self._ended:
            socket.end(FORBIDDEN, "The session or key has ended.")

    def remove(self, socket: Endable, caller: Caller) -> None:
        life = _life_of(caller)
        self._open[life].discard(socket)
        if not self._open[life]:
            del self._open[life]
        self._count[caller.label] -= 1
        if not self._count[caller.label]:
            del self._count[caller.label]

    async def _follow(self) -> None:
        ends = frozenset({SessionRevoked.type, ApiKeyRevoked.type, ApiKeyChanged.type})
        async with self._feed.subscribe(ends) as events:
            self._follows = True
            async for event in events:
                if event.type == ApiKeyChanged.type:
                    self._let_come_back(event)
                    continue
                life = _life_that_ended(event)
                self._ended[life] = None
                if len(self._ended) > self._REMEMBERED:
                    self._ended.popitem(last=False)
                for socket in tuple(self._open.get(life, ())):
                    socket.end(FORBIDDEN, "The session or key has ended.")

    def _let_come_back(self, event: LoggedEvent) -> None:
        """A socket lives as long as its key was to live when it came; now that is another time."""
        if event.payload["is_expiry_changed"]:
            for socket in tuple(self._open.get(f"key {event.payload['api_key_id']}", ())):
                socket.end(RESTARTED, "The key has another expiry; come back.")

    def _end_all(self) -> None:
        for sockets in tuple(self._open.values()):
            for socket in tuple(sockets):
                socket.end(RESTARTED, "Come back and say who you are.")


def _life_of(caller: Caller) -> str:
    return f"key {caller.api_key_id}" if caller.kind is CallerKind.API_KEY else f"session {caller.session_id}"


def _life_that_ended(event: LoggedEvent) -> str:
    if event.type == ApiKeyRevoked.type:
        return f"key {event.payload['api_key_id']}"
    return f"session {event.payload['session_id']}"


class TextSocket(ASGIWebSocketAdapter):
    """Reads and writes text frames; what it is told to do on a closed socket it leaves."""

    async def iter_json(self, *, ignore_parsing_errors: bool = False) -> AsyncGenerator[object, None]:
        while self.ws.application_state is not WebSocketState.DISCONNECTED:
            message = await self.ws.receive()
            if message["type"] == "websocket.disconnect":
                return
            text = message.get("text")
            if text is None:
                raise NonTextMessageReceived
            if len(text) > FRAME_BYTES:
                await self.close(TOO_BIG, "The message is too big.")
                return
            try:
                document = self.view.decode_json(text)
            except (JSONDecodeError, UnicodeEncodeError) as error:
                if ignore_parsing_errors:
                    continue
                raise NonJsonMessageReceived from error
            yield document

    async def send_json(self, message: Mapping[str, object]) -> None:
        if self.ws.application_state is WebSocketState.DISCONNECTED:
            raise WebSocketDisconnected
        text = self.view.encode_json(message)
        try:
            await self.ws.send_text(text.decode() if isinstance(text, bytes) else text)
        except (WebSocketDisconnect, OSError) as error:
            raise WebSocketDisconnected from error

    async def close(self, code: int, reason: str) -> None:
        if self.ws.application_state is WebSocketState.DISCONNECTED:
            return
        short = reason.encode()[:LONGEST_REASON].decode(errors="ignore")
        with suppress(WebSocketDisconnect, OSError, TimeoutError):
            async with asyncio.timeout(CLOSING_SECONDS):
                await self.ws.close(code, short)


@dataclass(frozen=True, slots=True)
class Handshake:
    """What is known of a socket before its first message."""

    connection: WebSocket
    address: str
    user_agent: str


class Door(Protocol):
    """What the handler asks of the view it belongs to."""

    sockets: Sockets

    async def caller_of_socket(self, handshake: Handshake, authorization: str | None) -> Caller: ...

    def context_of_operation(self, handshake: Handshake, caller: Caller) -> Context: ...


class SocketHandler(BaseGraphQLTransportWSHandler[Any, None]):
    """One socket. It ends, with a code that says why, when its caller's right ends or its client breaks the rules."""

    door: Door
    context: Handshake
    caller: Caller | None = None
    _ending: tuple[int, str] = (FORBIDDEN, "The session or key has expired.")
    _life: asyncio.Timeout | None = None

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.door = named["view"]
        self._messages = _Bucket(MESSAGES_AT_ONCE, MESSAGES_A_SECOND)

    async def handle(self) -> None:
        if not self.door.sockets.are_taken:
            await self.websocket.close(TRY_LATER, "Not ready; try again soon.")
            return
        try:
            async with asyncio.timeout(None) as self._life:
                await super().handle()
        except TimeoutError:
            await self.websocket.close(*self._ending)
        except WebSocketDisconnected:
            pass
        except Exception:
            log.exception("socket_failed")
            await self.websocket.close(BROKEN, "Something went wrong here; it was noted.")
        finally:
            if self.caller is not None:
                self.door.sockets.remove(self, self.caller)

    def end(self, code: int, reason: str) -> None:
        self._ending = code, reason
        if self._life is not None:
            with suppress(RuntimeError):  # it is ending already
                self._life.reschedule(asyncio.get_running_loop().time())

    async def handle_message(self, message: Any) -> None:
        if not self._messages.take():
            await self.websocket.close(TOO_MANY, "Too many messages.")
        elif (problem := _problem_of(message)) is not None:
            await self.handle_invalid_message(problem)
        else:
            await super().handle_message(message)

    async def handle_connection_init(self, message: Any) -> None:
        if self.connection_timed_out:
            return
        if self.connection_init_received:
            await self.websocket.close(TOO_MANY, "Too many initialisation requests")
            return
        self.connection_init_received = True
        if self.connection_init_timeout_task:
            self.connection_init_timeout_task.cancel()
        try:
            caller = await self.door.caller_of_socket(self.context, _authorization(message.get("payload") or {}))
            caller.actor(None)  # refuses the anonymous
            self._end_at(caller.expires_at)
            self.door.sockets.add(self, caller)
        except TooManySocketsError as error:
            await self.websocket.close(TOO_MANY, error.message)
            return
        except ParleyError as error:
            await self.websocket.close(FORBIDDEN, error.message)
            return
        self.caller = caller
        await self.send_message({"type": "connection_ack"})
        self.connection_acknowledged = True

    async def handle_subscribe(self, message: Any) -> None:
        if self.connection_acknowledged and message["id"] not in self.operations and len(self.operations) >= OPERATIONS:
            error = GraphQLError(f"At most {OPERATIONS} operations at once.", extensions={"code": "RATE_LIMITED"})
            await self.send_message({"type": "error", "id": message["id"], "payload": [error.formatted]})
            return
        await super().handle_subscribe(message)

    async def run_operation(self, operation: Operation[Any, None]) -> None:
        """With a context of its own, so that nothing loaded for one operation is seen by another."""
        assert self.caller is not None  # noqa: S101 - handle_subscribe lets nobody else in
        context = self.door.context_of_operation(self.context, self.caller)
        structlog.contextvars.bind_contextvars(request_id=context.request_id)
        try:
            results = await self.schema.stream(
                operation.query,
                variable_values=operation.variables,
                context_value=context,
                operation_name=operation.operation_name,
            )
            async with aclosing(results):
                await self._send_all(operation, results, context)
        except WebSocketDisconnected:
            pass
        except Exception:
            log.exception("socket_operation_failed")
            failed = GraphQLError("Something went wrong here; it was noted.", extensions={"code": "INTERNAL"})
            with suppress(WebSocketDisconnected):
                await operation.send_initial_errors([failed])

    async def _send_all(self, operation: Operation[Any, None], results: AsyncIterator[Any], context: Context) -> None:
        async for result in results:
            if not isinstance(result, ExecutionResult):
                raise TypeError(f"{type(result).__name__} has no place in this protocol")
            result.errors = [translated(error) for error in result.errors or ()] or None
            if isinstance(result, PreExecutionError):
                await operation.send_initial_errors(result.errors or [])
                return
            await operation.send_next(result)
            # The next event of a subscription must not see the rows of this one.
            context.loaders.clear()
        await operation.send_operation_message({"id": operation.id, "type": "complete"})

    def _end_at(self, expires_at: datetime | None) -> None:
        if expires_at is not None and self._life is not None:
            left = (expires_at - clock.now()).total_seconds()
            self._life.reschedule(asyncio.get_running_loop().time() + left)


def _authorization(payload: Mapping[str, Any]) -> str | None:
    for name in ("authorization", "Authorization"):
        if name in payload:
            return str(payload[name])
    return None


class _Bucket:
    """How fast messages may come: some at once, then so many a second."""

    def __init__(self, size: int, per_second: float) -> None:
        self._size = float(size)
        self._per_second = per_second
        self._left = self._size
        self._seen = time.monotonic()

    def take(self) -> bool:
        now = time.monotonic()
        self._left = min(self._size, self._left + (now - self._seen) * self._per_second)
        self._seen = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class _Kind:
    """What may stand in a message of each type."""

    WITH_PAYLOAD: ClassVar[frozenset[str]] = frozenset({"connection_init", "ping", "pong"})
    WITH_ID: ClassVar[frozenset[str]] = frozenset({"subscribe", "complete"})


def _problem_of(message: Any) -> str | None:
    """Why the message is none of this protocol; None when it is one."""
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        return "A message must be an object with a type"
    kind, payload = message["type"], message.get("payload")
    if kind in _Kind.WITH_PAYLOAD:
        return None if payload is None or isinstance(payload, dict) else "The payload must be an object"
    if kind not in _Kind.WITH_ID:
        return f"Unknown message type: {kind}"
    identity = message.get("id")
    if not isinstance(identity, str) or not 1 <= len(identity) <= LONGEST_ID:
        return f"The id must be a text of 1 to {LONGEST_ID} characters"
    if kind == "complete":
        return None
    if not isinstance(payload, dict) or not isinstance(payload.get("query"), str):
        return "The payload must be an object with a query"
    for name, wanted in (("variables", dict), ("extensions", dict), ("operationName", str)):
        if not isinstance(payload.get(name), wanted | None):
            return f"{name} is of the wrong kind"
    return None
