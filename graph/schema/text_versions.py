"""What message templates and system prompts share: texts in versions, and what may be wrong with a new one."""

from typing import Any, Self

import strawberry

from core.errors import ParleyError
from core.text_versions import TextChangedError, UnknownVariableError
from graph.errors import Problem, path_of


@strawberry.type(
    name="UnknownVariableError", description="The text has a variable in braces that nothing is ever put in for."
)
class UnknownVariableProblem(Problem):
    variable: str = strawberry.field(description="The variable, without its braces.")
    known_variables: list[str] = strawberry.field(description="Those that there are here.")

    answers = UnknownVariableError

    @classmethod
    async def of(cls, error: ParleyError, info: strawberry.Info[Any, Any]) -> Self:  # noqa: ARG003 - of the interface
        return cls(
            code=error.code,
            message=error.message,
            path=path_of(error),
            variable=error.details["variable"],
            known_variables=error.details["known"],
        )


@strawberry.type(name="TextChangedError", description="Somebody wrote another version meanwhile: look again.")
class TextChangedProblem(Problem):
    newest_version: int = strawberry.field(description="The version that it has now.")

    answers = TextChangedError

    @classmethod
    async def of(cls, error: ParleyError, info: strawberry.Info[Any, Any]) -> Self:  # noqa: ARG003 - of the interface
        return cls(code=error.code, message=error.message, path=path_of(error), newest_version=error.details["version"])
