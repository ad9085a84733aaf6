"""What a document may ask: its size, its time, the number of its errors, one sign-in; parsed and judged once each."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    StringValueNode,
    Visitor,
    parse,
    specified_rules,
    visit,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import validate_document

from core.permissions import ANONYMOUS, Permission
from graph.measures import Measure, Size

TOKENS = 1000
DEPTH = 12
ALIASES = 30
FIELDS = 500
COST = 5000
ROOT_FIELDS = 20
DIRECTIVES = 3  # on one field
ERRORS = 20  # told of one operation
SECONDS = 20.0  # of one query or mutation, or of the start of a subscription

# Each of them costs a hash or could try a token: one in a document, so that throttling counts them all.
SIGN_IN_FIELDS = frozenset(
    {
        "invitationAccept",
        "recoveryCodesRegenerate",
        "sessionRefresh",
        "setupOwner",
        "signIn",
        "signInWithTotp",
        "staffChangePassword",
        "totpConfirm",
        "totpDisable",
        "totpEnrol",
    }
)

TOO_COMPLEX = "QUERY_TOO_COMPLEX"
NUL = "\x00"

# Documents come again and again; hostile ones are long, and never kept.
_KEPT_DOCUMENTS = 512
_LONGEST_KEPT = 16 * 1024
_RULES = tuple(specified_rules)


class Limits(SchemaExtension):
    """Parses, measures and validates; a document that is too big is never validated and never executed."""

    _size: Size | None = None

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        context.parse_options["max_tokens"] = TOKENS
        if context.query and context.graphql_document is None and len(context.query) <= _LONGEST_KEPT:
            # What cannot be parsed Strawberry parses again right after this, and tells the error.
            with suppress(GraphQLError):
                context.graphql_document = _parsed(context.query)
        yield
        for error in context.pre_execution_errors or ():
            if "Parsing aborted" in error.message:
                error.extensions = {"code": TOO_COMPLEX}

    def on_validate(self) -> Iterator[None]:
        # Before the yield: Strawberry reads the errors inside this hook. A list, even an empty one, makes it skip its
        # own validation.
        context = self.execution_context
        if context.pre_execution_errors is None and context.graphql_document is not None:
            context.pre_execution_errors = self._judge(context.graphql_document)[:ERRORS]
            if context.pre_execution_errors:
                self._size = None
        yield

    async def on_execute(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(SECONDS):
                yield
        except TimeoutError as error:
            raise GraphQLError(f"This took longer than {SECONDS:g} seconds.", extensions={"code": "TIMEOUT"}) from error

    def on_operation(self) -> Iterator[None]:
        yield
        _cap_errors(self.execution_context.result)

    def on_stream_result(self, result: Any) -> Iterator[None]:
        _cap_errors(result)
        yield

    def get_results(self) -> dict[str, Any]:
        """The cost, told with every answer to a query or a mutation."""
        return {} if self._size is None else {"cost": {"asked": self._size.cost, "limit": COST}}

    def _judge(self, document: DocumentNode) -> list[GraphQLError]:
        context = self.execution_context
        schema: GraphQLSchema = context.schema._schema  # noqa: SLF001 - Strawberry has no public way to it
        operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
        # Strawberry answers with the first operation when none is named.
        asked_name = context._provided_operation_name  # noqa: SLF001
        if len(operations) > 1 and asked_name is None:
            return [_refusal("The document has several operations: say which with operationName.", "BAD_REQUEST")]
        if place := _place_of_nul(document, context.query or "", context.variables or {}):
            return [_refusal(f"No text may hold the character U+0000; {place} does.", "INVALID_INPUT")]
        for operation in operations:
            if asked_name is None or (operation.name and operation.name.value == asked_name):
                measure = Measure(schema, document, operation, context.variables or {})
                if refusal := self._refusal(measure, operation):
                    return [refusal]
        may_introspect = _caller(context.context).may(Permission.INTROSPECT)
        errors = _validation_errors(schema, context.query or "", document)
        return errors if may_introspect else [_without_suggestion(error) for error in errors]

    def _refusal(self, measure: Measure, operation: OperationDefinitionNode) -> GraphQLError | None:
        try:
            size = measure.size()
        except RecursionError:
            return _refusal(f"The document is nested deeper than {DEPTH} levels.", TOO_COMPLEX)
        root_fields = measure.root_fields()
        for what, number, limit in (
            ("depth", size.depth, DEPTH),
            ("number of aliases", size.aliases, ALIASES),
            ("number of fields", size.fields, FIELDS),
            ("cost", size.cost, COST),
            ("number of root fields", len(root_fields), ROOT_FIELDS),
            ("number of directives on one field", measure.most_directives, DIRECTIVES),
            ("number of sign-ins", sum(name in SIGN_IN_FIELDS for name in root_fields), 1),
        ):
            if number > limit:
                return _refusal(f"The document's {what} is {number}; the limit is {limit}.", TOO_COMPLEX)
        if size.introspects:
            caller = _caller(self.execution_context.context)
            if not caller.may(Permission.INTROSPECT):
                code = "UNAUTHENTICATED" if caller == ANONYMOUS else "FORBIDDEN"
                return _refusal("Introspection is for those who signed in or have an API key.", code)
        if operation.operation is not OperationType.SUBSCRIPTION:
            self._size = size
        return None


def _caller(context: Any) -> Any:
    return getattr(context, "caller", ANONYMOUS)


def _refusal(message: str, code: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": code})


def _place_of_nul(document: DocumentNode, text: str, variables: dict[str, Any]) -> str | None:
    """Where a character stands that PostgreSQL can keep in no text; None when there is none."""
    waiting: list[tuple[str, Any]] = [(f"${name}", value) for name, value in variables.items()]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, str) and NUL in value:
            return place
        if isinstance(value, dict):
            waiting.extend((f"{place}.{name}", item) for name, item in value.items())
        elif isinstance(value, list):
            waiting.extend((f"{place}[{number}]", item) for number, item in enumerate(value))
    # Few documents hold an escape at all, so that few are searched.
    if "\\u" in text or NUL in text:
        literals = _Literals()
        visit(document, literals)
        return literals.place_of_nul
    return None


class _Literals(Visitor):
    place_of_nul: str | None = None

    def enter_string_value(self, node: StringValueNode, *_: Any) -> None:
        if NUL in node.value:
            self.place_of_nul = "a text in the document"


def _cap_errors(result: Any) -> None:
    if (errors := getattr(result, "errors", None)) and len(errors) > ERRORS:
        result.errors = errors[:ERRORS]


def _without_suggestion(error: GraphQLError) -> GraphQLError:
    """Names of the schema are not for the anonymous to find by guessing."""
    message, found, _ = error.message.partition(" Did you mean")
    return GraphQLError(message, error.nodes, error.source, error.positions) if found else error


@lru_cache(maxsize=_KEPT_DOCUMENTS)
def _parsed(text: str) -> DocumentNode:
    """Raises what `parse` raises; a document with errors is not kept."""
    return parse(text, max_tokens=TOKENS)


class _InvalidDocumentError(Exception):
    def __init__(self, errors: list[GraphQLError]) -> None:
        super().__init__()
        self.errors = errors


def _validation_errors(schema: GraphQLSchema, text: str, document: DocumentNode) -> list[GraphQLError]:
    if len(text) > _LONGEST_KEPT:
        return validate_document(schema, document, _RULES)
    try:
        _must_be_valid(schema, text)
    except _InvalidDocumentError as invalid:
        return invalid.errors
    return []


@lru_cache(maxsize=_KEPT_DOCUMENTS)
def _must_be_valid(schema: GraphQLSchema, text: str) -> None:
    """Raises for an invalid document, so that only valid ones are kept."""
    if errors := validate_document(schema, _parsed(text), _RULES):
        raise _InvalidDocumentError(errors)
