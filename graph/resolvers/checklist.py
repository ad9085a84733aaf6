"""Reading the first-run checklist."""

import strawberry

from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import field
from graph.schema.checklist import ChecklistItem


@strawberry.type
class ChecklistQuery:
    @field(
        may=Permission.SETTINGS_READ,
        description="What a new shop needs before it sells, in the order in which to do it.",
        size=9,
    )
    async def checklist(self, info: Info) -> list[ChecklistItem] | None:
        return [ChecklistItem.of(item) for item in await info.context.shop.checklist.read()]
