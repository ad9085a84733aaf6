"""System prompts as the API shows them."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

import strawberry

from core.permissions import Permission
from graph import ids
from graph.nodes import Info, Node
from graph.permissions import derived, field
from graph.schema.text_versions import TextResetInput, TextRestoreInput, TextUpdateInput, TextVersion
from models import knowledge as tables

if TYPE_CHECKING:
    from core.prompts import Prompt


@strawberry.type(description="A word in braces that a system prompt may have.")
class SystemPromptVariable:
    id: strawberry.ID = strawberry.field(description="The id of this variable.")
    name: str = strawberry.field(description="What stands in the braces.")
    description: str = strawberry.field(description="What it stands for.")


@strawberry.type(description="What an AI is told about its work.")
class SystemPrompt(Node, may=Permission.KNOWLEDGE_READ, table=tables.SystemPrompt):
    code: str = strawberry.field(name="key", description="Its name, e.g. salesperson.")
    text: str = strawberry.field(description="What the AI is told now; words in braces are filled in by the program.")
    shipped_text: str = strawberry.field(description="What it is told if nobody writes it otherwise.")
    is_shipped: bool = strawberry.field(description="Whether that is what it is told now.")
    version: int = strawberry.field(description="Counts its versions; 0: nobody ever changed it.")
    updated_at: datetime | None = strawberry.field(description="When it was changed last; null: never.")
    known: strawberry.Private[dict[str, str]]
    row_id: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: "Prompt") -> Self:
        return cls(
            id=cls.id_of(row.id),
            code=row.key,
            text=row.text,
            shipped_text=row.shipped_text,
            is_shipped=row.is_shipped,
            version=row.version,
            updated_at=row.updated_at,
            known=dict(row.variables),
            row_id=row.row_id,
        )

    @classmethod
    async def load(cls, info: Info, key: int | None) -> Self | None:
        """Most have no row: only what was changed is written down."""
        if key is None:
            return None
        found = await info.context.loaders.batch("prompts", info.context.shop.prompts.by_ids, lambda: None).load(key)
        return None if found is None else cls.from_row(found)

    @derived(description="The words that may stand in braces.")
    async def variables(self) -> list[SystemPromptVariable]:
        return [
            SystemPromptVariable(id=ids.encode(f"{self.code} variable", number), name=name, description=description)
            for number, (name, description) in enumerate(self.known.items(), 1)
        ]

    @field(may=Permission.KNOWLEDGE_READ, description="All that it ever told, the newest first.", size=5)
    async def versions(self, info: Info) -> list["SystemPromptVersion"]:
        if self.row_id is None:
            return []
        rows = info.context.loaders.children(tables.SystemPromptVersion, "prompt_id", ("-version",))
        return [SystemPromptVersion.from_row(row) for row in await rows.load(self.row_id)]


@strawberry.type(description="What a system prompt told from some moment on.")
class SystemPromptVersion(TextVersion, Node, may=Permission.KNOWLEDGE_READ, table=tables.SystemPromptVersion):
    @classmethod
    def from_row(cls, row: tables.SystemPromptVersion) -> Self:
        return cls(id=cls.id_of(row.id), **cls.fields_of(row, row.prompt_id))

    @field(may=Permission.KNOWLEDGE_READ, description="The prompt.")
    async def prompt(self, info: Info) -> SystemPrompt | None:
        row = await info.context.loaders.one(tables.SystemPrompt).load(self.parent_id)
        return None if row is None else await SystemPrompt.load(info, info.context.shop.prompts.id_of(row.key))

    @derived(description="What it told; of what ships with Parley, as it is today.")
    async def text(self, info: Info) -> str:
        prompt = None if self.own_text else await self.prompt(info)
        return self.own_text if prompt is None else prompt.shipped_text


@strawberry.type(description="How a system prompt would read.")
class SystemPromptPreviewResult:
    text: str = strawberry.field(description="The text with its variables filled in.")
    unused_variables: list[str] = strawberry.field(description="Variables that the text leaves out.")


@strawberry.input(description="A system prompt and what it is to tell.")
class SystemPromptUpdateInput(TextUpdateInput):
    id: strawberry.ID = strawberry.field(description="The system prompt.")


@strawberry.input(description="A system prompt that is to tell what it told before.")
class SystemPromptRestoreInput(TextRestoreInput):
    id: strawberry.ID = strawberry.field(description="The system prompt.")


@strawberry.input(description="A system prompt that is to tell what ships with Parley.")
class SystemPromptResetInput(TextResetInput):
    id: strawberry.ID = strawberry.field(description="The system prompt.")


@strawberry.type(description="A system prompt as it is now.")
class SystemPromptPayload:
    system_prompt: SystemPrompt = strawberry.field(description="The system prompt.")
