"""What message templates and system prompts share: texts in versions, and what may be wrong with a new one."""

from datetime import datetime
from typing import Any, Self

import strawberry

from core.errors import ParleyError
from core.permissions import Permission
from core.text_versions import SHIPPED_TEXT, TextChangedError, UnknownVariableError
from graph.errors import Problem, path_of
from graph.mutations import Asked
from graph.nodes import Info
from graph.permissions import field
from graph.schema.staff import Staff
from models.knowledge import MessageTemplateVersion, SystemPromptVersion


@strawberry.type
class TextVersion:
    """The fields that versions have, whatever they are of."""

    version: int = strawberry.field(description="Which version.")
    is_shipped: bool = strawberry.field(description="Whether it stands for what ships with Parley.")
    created_at: datetime = strawberry.field(description="When it was written.")
    own_text: strawberry.Private[str]
    parent_id: strawberry.Private[int]
    staff_id: strawberry.Private[int | None]

    @staticmethod
    def fields_of(row: MessageTemplateVersion | SystemPromptVersion, parent_id: int) -> dict[str, Any]:
        return {
            "version": row.version,
            "is_shipped": row.text == SHIPPED_TEXT,
            "created_at": row.created_at,
            "own_text": row.text,
            "parent_id": parent_id,
            "staff_id": row.staff_id,
        }

    @field(may=Permission.STAFF_READ, description="The member of staff who wrote it; null: a program did.")
    async def staff(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.staff_id)


@strawberry.input
class TextResetInput(Asked):
    expected_version: int | None = strawberry.field(
        default=None,
        description="The version that the change is made to; if it is not the newest any more, nothing is changed.",
    )


@strawberry.input
class TextRestoreInput(TextResetInput):
    version: int = strawberry.field(description="The version to go back to; it becomes the newest.")


@strawberry.input
class TextUpdateInput(TextResetInput):
    text: str = strawberry.field(description="What it is to be, with its variables in braces.")


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
