"""The entries of the FAQ as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Self

import strawberry

from core.knowledge import EntryChanges, KnowledgeListDiffersError
from core.listing import Sorting
from core.permissions import Permission
from graph.errors import Problem
from graph.filters import SortDirection, contains, is_, sorting
from graph.mutations import Asked
from graph.nodes import Node
from graph.pagination import Connection, Slice, connect
from graph.scalars import described
from models import knowledge as tables


@strawberry.type(description="A question that customers ask, and its answer.")
class KnowledgeEntry(Node, may=Permission.KNOWLEDGE_READ, table=tables.KnowledgeEntry):
    language: str = strawberry.field(description="The language it is written in.")
    question: str = strawberry.field(description="The question.")
    answer: str = strawberry.field(description="The answer.")
    keywords: list[str] = strawberry.field(description="Other words that it is found by.")
    is_active: bool = strawberry.field(description="Whether the assistant may answer with it.")
    position: int = strawberry.field(description="Its place in the list.")
    created_at: datetime = strawberry.field(description="When it was made.")
    updated_at: datetime = strawberry.field(description="When it changed last.")

    @classmethod
    def from_row(cls, row: tables.KnowledgeEntry) -> Self:
        return cls(
            id=cls.id_of(row.id),
            language=row.language,
            question=row.question,
            answer=row.answer,
            keywords=row.keywords,
            is_active=row.is_active,
            position=row.position,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )


class KnowledgeEntrySortField(StrEnum):
    POSITION = "position"
    QUESTION = "question"
    CREATED_AT = "created_at"
    UPDATED_AT = "updated_at"


described(
    KnowledgeEntrySortField,
    "What entries of the FAQ can be ordered by.",
    POSITION="Their place in the list.",
    QUESTION="Their question.",
    CREATED_AT="When they were made.",
    UPDATED_AT="When they changed last.",
)


@strawberry.input(description="An order of the entries of the FAQ.")
class KnowledgeEntrySort:
    field: KnowledgeEntrySortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which entries of the FAQ; everything that is given must hold.")
class KnowledgeEntryFilter:
    language: str | None = strawberry.field(default=None, description="Only those of this language.")
    is_active: bool | None = strawberry.field(default=None, description="Only those the assistant uses, or others.")
    search: str | None = strawberry.field(
        default=None, description="Only those with this in their question or their answer."
    )


async def knowledge_entries(
    wanted: KnowledgeEntryFilter | None, order: KnowledgeEntrySort | None, asked: Slice
) -> Connection[KnowledgeEntry]:
    wanted = wanted or KnowledgeEntryFilter()
    rows = tables.KnowledgeEntry.filter(
        is_("language", wanted.language),
        is_("is_active", wanted.is_active),
        contains(wanted.search, "question", "answer"),
    )
    return await connect(KnowledgeEntry, rows, sorting(order, Sorting("position")), asked)


@strawberry.type(
    name="KnowledgeListDiffersError",
    description="The list to be put in order holds other entries than there are by now: look again.",
)
class KnowledgeListDiffersProblem(Problem):
    answers = KnowledgeListDiffersError


@strawberry.input(description="A new entry of the FAQ; it comes last in the list.")
class KnowledgeEntryCreateInput(Asked):
    language: str = strawberry.field(description="One of en, ur, ur-Latn, ar, es.")
    question: str = strawberry.field(description="1 to 500 characters.")
    answer: str = strawberry.field(description="1 to 4096 characters.")
    keywords: list[str] = strawberry.field(default_factory=list, description="Other words to find it by; at most 30.")
    is_active: bool = strawberry.field(default=True, description="Whether the assistant may answer with it at once.")

    def changes(self) -> EntryChanges:
        return EntryChanges(self.language, self.question, self.answer, self.keywords, self.is_active)


@strawberry.input(description="What is to change of an entry of the FAQ.")
class KnowledgeEntryChangesInput:
    language: str | None = strawberry.field(default=None, description="One of en, ur, ur-Latn, ar, es.")
    question: str | None = strawberry.field(default=None, description="1 to 500 characters.")
    answer: str | None = strawberry.field(default=None, description="1 to 4096 characters.")
    keywords: list[str] | None = strawberry.field(default=None, description="All of them; at most 30.")
    is_active: bool | None = strawberry.field(default=None, description="Whether the assistant may answer with it.")

    def given(self) -> EntryChanges:
        return EntryChanges(self.language, self.question, self.answer, self.keywords, self.is_active)


@strawberry.input(description="An entry of the FAQ, and what is to change; what is left out or null stays as it is.")
class KnowledgeEntryUpdateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The entry.")
    changes: KnowledgeEntryChangesInput = strawberry.field(description="What is to change.")


@strawberry.input(description="An entry of the FAQ that is to be gone.")
class KnowledgeEntryDeleteInput(Asked):
    id: strawberry.ID = strawberry.field(description="The entry.")


@strawberry.input(description="The order that the entries of the FAQ are to have.")
class KnowledgeEntryReorderInput(Asked):
    ids: list[strawberry.ID] = strawberry.field(description="All entries, each once, the first one first.")


@strawberry.type(description="An entry of the FAQ as it is now.")
class KnowledgeEntryPayload:
    knowledge_entry: KnowledgeEntry = strawberry.field(description="The entry.")


@strawberry.type(description="What is gone.")
class KnowledgeEntryDeletePayload:
    deleted_id: strawberry.ID = strawberry.field(description="The id that the entry had.")


@strawberry.type(description="The entries of the FAQ in their new order.")
class KnowledgeEntryReorderPayload:
    knowledge_entries: list[KnowledgeEntry] = strawberry.field(description="The entries, the first one first.")
