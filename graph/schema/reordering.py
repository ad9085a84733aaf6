"""What goes wrong when a list that staff keep is put into a new order."""

from typing import Self

import strawberry

from core.errors import ParleyError
from core.reordering import ListDiffersError
from graph.errors import Problem, path_of
from graph.nodes import Info, Node

# What stands in a list, by the input that names its order.
_KINDS = {"service_ids": "Service", "package_ids": "Package", "payment_method_ids": "PaymentMethod"}


@strawberry.type(
    name="ListDiffersError", description="The list to be put in order holds others than there are by now: look again."
)
class ListDiffersProblem(Problem):
    missing_ids: list[strawberry.ID] = strawberry.field(description="Those that were left out.")
    unknown_ids: list[strawberry.ID] = strawberry.field(description="Those that are not, or no longer, in the list.")

    answers = ListDiffersError

    @classmethod
    async def of(cls, error: ParleyError, info: Info) -> Self:  # noqa: ARG003 - others need it
        kind = Node.kinds[_KINDS[error.field or ""]]
        return cls(
            code=error.code,
            message=error.message,
            path=path_of(error),
            missing_ids=[kind.id_of(key) for key in error.details["missing"]],
            unknown_ids=[kind.id_of(key) for key in error.details["unknown"]],
        )
