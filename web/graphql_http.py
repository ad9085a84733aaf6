"""GraphQL over HTTP: which answers exist, in which media type, with which status.

The rules are those of the GraphQL-over-HTTP draft as the audits of the npm package `graphql-http` read them.
"""

import asyncio
from typing import Any, Final, Literal

import orjson
from cross_web import AsyncHTTPRequestAdapter, HTTPException
from graphql import GraphQLError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send
from strawberry.asgi import GraphQL
from strawberry.exceptions import MissingQueryError
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from core.errors import ParleyError
from graph.context import Context
from graph.errors import translated

BODY_BYTES = 256 * 1024
BODY_SECONDS = 20.0

JSON: Final = "application/json"
GRAPHQL_JSON: Final = "application/graphql-response+json"

# The answer to a request that no operation was executed for, by the code of its error.
STATUS_OF_REFUSAL = {
    "INVALID_INPUT": 400,
    "UNAUTHENTICATED": 401,
    "FORBIDDEN": 403,
    "RATE_LIMITED": 429,
}
# Well-formed requests that could not be executed; only the newer media type tells by status. Others are 400.
STATUS_OF_REQUEST_ERROR = {"UNAUTHENTICATED": 401, "FORBIDDEN": 403, "INTERNAL": 500, "TIMEOUT": 504}

_HEADERS = {
    "cache-control": "no-store",
    "vary": "Accept, Cookie, Authorization",
    "x-content-type-options": "nosniff",
}

MediaType = Literal["application/json", "application/graphql-response+json"]


class RefusedError(HTTPException):
    """The request is answered before GraphQL sees it, in the shape of a GraphQL error."""

    def __init__(self, status: int, code: str, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(status, message)
        self.code = code
        self.headers = headers or {}

    @classmethod
    def of(cls, error: ParleyError) -> "RefusedError":
        status = STATUS_OF_REFUSAL.get(error.code, 400)
        headers = {"www-authenticate": 'Bearer realm="parley"'} if status == 401 else {}
        return cls(status, error.code, error.message, headers)


def negotiate(accept: str | None) -> MediaType | None:
    """The media type of the answer; None when the client wants nothing that exists."""
    if not accept or not accept.strip():
        return JSON
    best: MediaType | None = None
    best_quality = 0.0
    for part in accept.split(","):
        name, *parameters = (word.strip().lower() for word in part.split(";"))
        quality = _quality(parameters)
        offered: MediaType | None = None
        if name == GRAPHQL_JSON:
            offered = GRAPHQL_JSON
        elif name in {JSON, "application/*", "*/*"}:
            offered = JSON
        if offered is not None and quality > best_quality:
            best, best_quality = offered, quality
    return best


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0


class GraphQLOverHTTP(GraphQL[Context, None]):
    """Strawberry's view with the gaps to the draft closed. Who asks is the subclass's business."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        request = Request(scope, _limited(scope, receive))
        try:
            response = await self.run(request)
        except RefusedError as refused:
            response = self._answer_refusal(request, refused.status_code, refused.code, refused.reason, refused.headers)
        except HTTPException as refused:
            response = self._answer_refusal(request, refused.status_code, "BAD_REQUEST", refused.reason, {})
        await response(scope, receive, send)

    def is_request_allowed(self, request: Any) -> bool:
        if request.method not in {"GET", "POST"}:
            raise RefusedError(405, "METHOD_NOT_ALLOWED", "Ask with GET or POST.", {"allow": "GET, POST"})
        return True

    def should_render_graphql_ide(self, request: Any) -> bool:  # noqa: ARG002 - the console is a page of its own
        return False

    def decode_json(self, data: str | bytes) -> object:
        """Stricter than the standard library: no lone surrogates, no NaN, no endless nesting."""
        return orjson.loads(data)

    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data)

    async def parse_http_body(self, request: AsyncHTTPRequestAdapter) -> GraphQLRequestData:
        if negotiate(request.headers.get("accept")) is None:
            raise RefusedError(406, "NOT_ACCEPTABLE", f"Answers come as {JSON} or {GRAPHQL_JSON}.")
        if request.method == "GET":
            data = self.parse_query_params(request.query_params)
        else:
            content_type = (request.content_type or "").partition(";")[0].strip().lower()
            if content_type != JSON:
                raise RefusedError(415, "UNSUPPORTED_MEDIA_TYPE", f"Send the request as {JSON}.", {"accept-post": JSON})
            data = self.parse_json(await _whole_body(request))
        return _request_data(data)

    async def execute_single(
        self,
        request: Request,  # noqa: ARG002 - the signature is Strawberry's
        request_adapter: AsyncHTTPRequestAdapter,
        sub_response: Response,  # noqa: ARG002
        context: Context,
        root_value: None,
        request_data: GraphQLRequestData,
    ) -> ExecutionResult:
        allowed = OperationType.from_http(request_adapter.method) - {OperationType.SUBSCRIPTION}
        try:
            return await self.schema.execute(
                request_data.query,
                root_value=root_value,
                variable_values=request_data.variables,
                context_value=context,
                operation_name=request_data.operation_name,
                allowed_operation_types=allowed,
                operation_extensions=request_data.extensions,
            )
        except CannotGetOperationTypeError as error:
            raise RefusedError(400, "BAD_REQUEST", error.as_http_error_reason()) from error
        except MissingQueryError as error:
            raise RefusedError(400, "BAD_REQUEST", "The request has no query.") from error
        except InvalidOperationTypeError as error:
            if error.operation_type is OperationType.SUBSCRIPTION:
                message = "Subscriptions come over WebSocket (graphql-transport-ws) at this address."
                raise RefusedError(400, "BAD_REQUEST", message) from error
            raise RefusedError(405, "METHOD_NOT_ALLOWED", "Mutations need POST.", {"allow": "POST"}) from error

    async def execute_operation(
        self,
        request: Request,
        request_adapter: AsyncHTTPRequestAdapter,
        request_data: Any,
        context: Context,
        root_value: None,
        sub_response: Response,
    ) -> ExecutionResult:
        result = await self.execute_single(request, request_adapter, sub_response, context, root_value, request_data)
        if result.errors:
            result.errors = [translated(error) for error in result.errors]
        media_type = negotiate(request.headers.get("accept"))
        sub_response.media_type = media_type
        if media_type == GRAPHQL_JSON and _is_request_error(result):
            sub_response.status_code = max(
                STATUS_OF_REQUEST_ERROR.get(_code(error), 400) for error in result.errors or ()
            )
        return result

    async def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse:
        answer = await super().process_result(request, result)
        if _is_request_error(result):
            answer.pop("data", None)
        return answer

    def create_response(self, response_data: Any, sub_response: Response) -> Response:
        response = Response(
            self.encode_json(response_data),
            status_code=sub_response.status_code or 200,
            headers=_HEADERS,
            media_type=f"{sub_response.media_type or JSON}; charset=utf-8",
        )
        response.headers.raw.extend(sub_response.headers.raw)  # the cookies of a sign-in
        return response

    def _answer_refusal(
        self, request: Request, status: int, code: str, message: str, headers: dict[str, str]
    ) -> Response:
        return Response(
            self.encode_json({"errors": [{"message": message, "extensions": {"code": code}}]}),
            status_code=status,
            headers={**_HEADERS, **headers},
            media_type=f"{negotiate(request.headers.get('accept')) or JSON}; charset=utf-8",
        )


def _request_data(data: object) -> GraphQLRequestData:
    """Raises RefusedError that names what is of the wrong kind."""
    if not isinstance(data, dict):
        raise RefusedError(400, "BAD_REQUEST", "The request must be one JSON object; batches are not answered.")
    for name, kind, wanted in (
        ("query", str, "a string"),
        ("operationName", str, "a string"),
        ("variables", dict, "an object"),
        ("extensions", dict, "an object"),
    ):
        if not isinstance(data.get(name), kind | None):
            raise RefusedError(400, "BAD_REQUEST", f"`{name}` must be {wanted} or null.")
    if not data.get("query"):
        raise RefusedError(400, "BAD_REQUEST", "The request has no query.")
    return GraphQLRequestData(
        query=data["query"],
        variables=data.get("variables"),
        operation_name=data.get("operationName") or None,
        extensions=data.get("extensions"),
    )


def _is_request_error(result: ExecutionResult) -> bool:
    """Nothing was executed, as against a null that an error has left."""
    return result.data is None and bool(result.errors) and all(error.path is None for error in result.errors or ())


def _code(error: GraphQLError) -> str:
    return str((error.extensions or {}).get("code"))


async def _whole_body(request: AsyncHTTPRequestAdapter) -> str | bytes:
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return await request.get_body()
    except TimeoutError as error:
        raise RefusedError(408, "REQUEST_TIMEOUT", "The request did not come to its end in time.") from error
    except ClientDisconnect as error:
        # A page that somebody leaves takes its request along: nothing failed, and nobody reads the answer.
        raise RefusedError(400, "REQUEST_CUT", "The request did not come to its end.") from error


def _limited(scope: Scope, receive: Receive) -> Receive:
    """Never reads more than the limit, whatever length the request announces."""
    too_large = RefusedError(
        413, "CONTENT_TOO_LARGE", f"A request has at most {BODY_BYTES} bytes.", {"connection": "close"}
    )
    announced = dict(scope["headers"]).get(b"content-length", b"0")
    seen = int(announced) if announced.isdigit() else 0
    if seen <= BODY_BYTES:
        seen = 0

    async def receive_within_limit() -> Message:
        nonlocal seen
        if seen > BODY_BYTES:
            raise too_large
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > BODY_BYTES:
            raise too_large
        return message

    return receive_within_limit
