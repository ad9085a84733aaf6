"""The only place where what the rules raise becomes what callers read.

What a person can mend comes back as a member of a mutation's union; anything else as a GraphQL error with a code in
its extensions. What nobody foresaw is logged here, once, and reaches the caller as INTERNAL without its words.
"""

from collections.abc import Iterator
from typing import Any, ClassVar, Self

import strawberry
import structlog
from graphql import ExecutionResult as GraphQLExecutionResult
from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.exceptions import MissingQueryError
from strawberry.extensions import SchemaExtension
from strawberry.schema.exceptions import CannotGetOperationTypeError
from strawberry.types.execution import ExecutionResult
from strawberry.utils.str_converters import to_camel_case

from core import errors
from core.errors import ParleyError

logger = structlog.get_logger()

INPUT = "input"


@strawberry.interface(name="Error", description="What went wrong with a mutation, so that whoever asked can mend it.")
class Problem:
    code: str = strawberry.field(description="For programs: a fixed word in capitals.")
    message: str = strawberry.field(description="For people: a sentence in English.")
    path: list[str] = strawberry.field(description="Which input was wrong, from the mutation's argument on, or empty.")

    # The errors of the rules that this type stands for, with all that inherit from them.
    answers: ClassVar[type[ParleyError]]

    @classmethod
    async def of(cls, error: ParleyError, info: strawberry.Info[Any, Any]) -> Self:  # noqa: ARG003 - some need it
        return cls(code=error.code, message=error.message, path=path_of(error))


@strawberry.type(name="InvalidInputError", description="An input is not acceptable; `path` says which.")
class InvalidInputProblem(Problem):
    answers = errors.InvalidInputError


@strawberry.type(name="NotFoundError", description="What an input names does not exist, or no longer.")
class NotFoundProblem(Problem):
    answers = errors.NotFoundError


@strawberry.type(name="ConflictError", description="Somebody else was quicker, or the time has passed: look again.")
class ConflictProblem(Problem):
    answers = errors.ConflictError


@strawberry.type(
    name="IdempotencyKeyReusedError", description="This idempotency key was used for another request already."
)
class IdempotencyKeyReusedProblem(Problem):
    answers = errors.IdempotencyKeyReusedError


def path_of(error: ParleyError) -> list[str]:
    """A rule names a field as it calls it; the caller knows it in camel case below the argument."""
    return [] if error.field is None else [INPUT, *(to_camel_case(step) for step in error.field.split("."))]


class ErrorsForCallers(SchemaExtension):
    """Translates the errors of every result, those of each event of a stream too."""

    def on_operation(self) -> Iterator[None]:
        yield
        result = self.execution_context.result
        if isinstance(result, ExecutionResult | GraphQLExecutionResult) and result.errors:
            result.errors = [translated(error) for error in result.errors]

    def on_stream_result(self, result: Any) -> Iterator[None]:
        if getattr(result, "errors", None):
            result.errors = [translated(error) for error in result.errors]
        yield


def translated(error: GraphQLError) -> GraphQLError:
    """What has a code already is left as it is, so that translating twice does nothing."""
    if "code" in (error.extensions or {}):
        return error
    cause = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    if isinstance(cause, ParleyError):
        return _worded(error, cause.message, cause.code, **_details(cause))
    if isinstance(cause, MissingQueryError | CannotGetOperationTypeError):
        return _worded(error, error.message, "BAD_REQUEST")
    if cause is None or isinstance(cause, GraphQLError):
        return _worded(error, error.message, _code_of_request_error(error))
    logger.error("operation_failed", path=error.path, exc_info=cause)
    return _worded(error, "Something went wrong here; it was noted.", "INTERNAL")


def _code_of_request_error(error: GraphQLError) -> str:
    if isinstance(error, GraphQLSyntaxError):
        return "GRAPHQL_PARSE_FAILED"
    return "GRAPHQL_VALIDATION_FAILED" if error.path is None else errors.InvalidInputError.code


def _details(error: ParleyError) -> dict[str, object]:
    """Numbers, words and flags only: nothing of ours leaves by accident."""
    details: dict[str, object] = {
        to_camel_case(name): value for name, value in error.details.items() if isinstance(value, str | int | float)
    }
    return details if error.field is None else {**details, "field": to_camel_case(error.field)}


def _worded(error: GraphQLError, message: str, code: str, **details: object) -> GraphQLError:
    return GraphQLError(
        message,
        nodes=error.nodes,
        source=error.source,
        positions=error.positions,
        path=error.path,
        extensions={"code": code, **details},
    )
