"""Message templates as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Self

import strawberry

from core import templates as rules
from core.listing import Sorting
from core.permissions import Permission
from core.search import typed
from graph.filters import SortDirection, sorting
from graph.nodes import Info, Node
from graph.pagination import Connection, Slice, connect_in_memory
from graph.permissions import derived, field
from graph.scalars import described
from graph.schema.text_versions import TextResetInput, TextRestoreInput, TextUpdateInput, TextVersion
from models import knowledge as tables

if TYPE_CHECKING:
    from core.templates import Template


@strawberry.type(description="A sentence that the program says to customers, in one language.")
class MessageTemplate(Node, may=Permission.KNOWLEDGE_READ, table=tables.MessageTemplate):
    code: str = strawberry.field(name="key", description="Its name, the same in every language, e.g. order_paid.")
    language: str = strawberry.field(description="Its language.")
    text: str = strawberry.field(description="What is said now; words in braces are filled in by the program.")
    shipped_text: str = strawberry.field(description="What Parley says if nobody writes it otherwise.")
    is_shipped: bool = strawberry.field(description="Whether the shipped sentence is what is said now.")
    variables: list[str] = strawberry.field(description="The words that may stand in braces.")
    version: int = strawberry.field(description="Counts its versions; 0: nobody ever changed it.")
    updated_at: datetime | None = strawberry.field(description="When it was changed last; null: never.")
    row_id: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: "Template") -> Self:
        return cls(
            id=cls.id_of(row.id),
            code=row.key,
            language=row.language,
            text=row.text,
            shipped_text=row.shipped_text,
            is_shipped=row.is_shipped,
            variables=row.variables,
            version=row.version,
            updated_at=row.updated_at,
            row_id=row.row_id,
        )

    @classmethod
    async def load(cls, info: Info, key: int | None) -> Self | None:
        """Most have no row: only what was changed is written down."""
        if key is None:
            return None
        found = await info.context.loaders.batch("templates", info.context.shop.templates.by_ids, lambda: None).load(
            key
        )
        return None if found is None else cls.from_row(found)

    @field(may=Permission.KNOWLEDGE_READ, description="All that it ever said, the newest first.", size=5)
    async def versions(self, info: Info) -> list["MessageTemplateVersion"]:
        if self.row_id is None:
            return []
        rows = info.context.loaders.children(tables.MessageTemplateVersion, "template_id", ("-version",))
        return [MessageTemplateVersion.from_row(row) for row in await rows.load(self.row_id)]


@strawberry.type(description="What a message template said from some moment on.")
class MessageTemplateVersion(TextVersion, Node, may=Permission.KNOWLEDGE_READ, table=tables.MessageTemplateVersion):
    @classmethod
    def from_row(cls, row: tables.MessageTemplateVersion) -> Self:
        return cls(id=cls.id_of(row.id), **cls.fields_of(row, row.template_id))

    @field(may=Permission.KNOWLEDGE_READ, description="The template.")
    async def template(self, info: Info) -> MessageTemplate | None:
        row = await info.context.loaders.one(tables.MessageTemplate).load(self.parent_id)
        return None if row is None else await MessageTemplate.load(info, rules.sentence_id(row.key, row.language))

    @derived(description="What it said; of the shipped sentence, as it is today.")
    async def text(self, info: Info) -> str:
        template = None if self.own_text else await self.template(info)
        return self.own_text if template is None else template.shipped_text


@strawberry.type(description="How a message template would read.")
class MessageTemplatePreviewResult:
    text: str = strawberry.field(description="The text with its variables filled in.")
    unused_variables: list[str] = strawberry.field(
        description="Variables that the text leaves out: customers would not read what they stand for."
    )


class MessageTemplateSortField(StrEnum):
    KEY = "key"
    LANGUAGE = "language"
    VERSION = "version"


described(
    MessageTemplateSortField,
    "What message templates can be ordered by.",
    KEY="Their name.",
    LANGUAGE="Their language.",
    VERSION="How often they were changed.",
)


@strawberry.input(description="An order of message templates.")
class MessageTemplateSort:
    field: MessageTemplateSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which message templates; everything that is given must hold.")
class MessageTemplateFilter:
    key: str | None = strawberry.field(default=None, description="Only that of this name, in every language.")
    language: str | None = strawberry.field(default=None, description="Only those of this language.")
    is_shipped: bool | None = strawberry.field(
        default=None, description="Only those that say the shipped sentence, or only the others."
    )
    search: str | None = strawberry.field(default=None, description="Only those with this in their name or text.")


async def message_templates(
    info: Info, wanted: MessageTemplateFilter | None, order: MessageTemplateSort | None, asked: Slice
) -> Connection[MessageTemplate]:
    wanted = wanted or MessageTemplateFilter()
    words = typed(wanted.search).casefold()
    chosen = [
        template
        for template in await info.context.shop.templates.all()
        if wanted.key in {None, template.key}
        and wanted.language in {None, template.language}
        and wanted.is_shipped in {None, template.is_shipped}
        and (words in template.key.casefold() or words in template.text.casefold())
    ]
    return connect_in_memory(MessageTemplate, chosen, sorting(order, Sorting("key")), asked)


@strawberry.input(description="A message template and what it is to say.")
class MessageTemplateUpdateInput(TextUpdateInput):
    id: strawberry.ID = strawberry.field(description="The message template.")


@strawberry.input(description="A message template that is to say what it said before.")
class MessageTemplateRestoreInput(TextRestoreInput):
    id: strawberry.ID = strawberry.field(description="The message template.")


@strawberry.input(description="A message template that is to say the shipped sentence.")
class MessageTemplateResetInput(TextResetInput):
    id: strawberry.ID = strawberry.field(description="The message template.")


@strawberry.type(description="A message template as it is now.")
class MessageTemplatePayload:
    message_template: MessageTemplate = strawberry.field(description="The message template.")
