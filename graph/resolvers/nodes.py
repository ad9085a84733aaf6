"""Reading anything by its global id."""

import asyncio
from typing import Annotated

import strawberry

from core.errors import InvalidInputError
from graph import nodes
from graph.nodes import Info, Node
from graph.permissions import ANYBODY, field

MOST_IDS = 100


@strawberry.type
class NodeQuery:
    # Which right it takes depends on what the id names: nodes.find asks for it.
    @field(may=ANYBODY, description="The thing of this id; null when it does not exist. Needs the right to read it.")
    async def node(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The id of anything.")],  # noqa: A002
    ) -> Node | None:
        return await nodes.find(info, id)

    @field(may=ANYBODY, description="The things of these ids, in their order. Needs the right to read each of them.")
    async def nodes(
        self,
        info: Info,
        ids: Annotated[list[strawberry.ID], strawberry.argument(description=f"At most {MOST_IDS} ids of anything.")],
    ) -> list[Node | None] | None:
        if len(ids) > MOST_IDS:
            raise InvalidInputError(f"Ask for at most {MOST_IDS} things at once.", field="ids")
        return list(await asyncio.gather(*(nodes.find(info, one, field="ids") for one in ids)))
