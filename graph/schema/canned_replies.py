"""Canned replies as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Self

import strawberry

from core.canned_replies import CannedReplyChanges
from core.listing import Sorting
from core.permissions import Permission
from graph.filters import SortDirection, contains, is_, sorting
from graph.mutations import Asked
from graph.nodes import Node
from graph.pagination import Connection, Slice, connect
from graph.scalars import described
from models import knowledge as tables


@strawberry.type(description="A text that staff send often.")
class CannedReply(Node, may=Permission.CONVERSATIONS_READ, table=tables.CannedReply):
    shortcut: str = strawberry.field(description="The word it is found by; one for each language.")
    language: str = strawberry.field(description="The language it is written in.")
    text: str = strawberry.field(description="What is sent.")
    position: int = strawberry.field(description="Its place among them.")
    created_at: datetime = strawberry.field(description="When it was made.")
    updated_at: datetime = strawberry.field(description="When it changed last.")

    @classmethod
    def from_row(cls, row: tables.CannedReply) -> Self:
        return cls(
            id=cls.id_of(row.id),
            shortcut=row.shortcut,
            language=row.language,
            text=row.text,
            position=row.position,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )


class CannedReplySortField(StrEnum):
    POSITION = "position"
    SHORTCUT = "shortcut"
    CREATED_AT = "created_at"


described(
    CannedReplySortField,
    "What canned replies can be ordered by.",
    POSITION="Their place.",
    SHORTCUT="The word they are found by.",
    CREATED_AT="When they were made.",
)


@strawberry.input(description="An order of canned replies.")
class CannedReplySort:
    field: CannedReplySortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which canned replies; everything that is given must hold.")
class CannedReplyFilter:
    language: str | None = strawberry.field(default=None, description="Only those in this language, e.g. `ur`.")
    search: str | None = strawberry.field(default=None, description="Part of the shortcut or of the text.")


async def canned_replies(
    wanted: CannedReplyFilter | None, order: CannedReplySort | None, asked: Slice
) -> Connection[CannedReply]:
    wanted = wanted or CannedReplyFilter()
    rows = tables.CannedReply.filter(is_("language", wanted.language), contains(wanted.search, "shortcut", "text"))
    return await connect(CannedReply, rows, sorting(order, Sorting("position")), asked)


@strawberry.input(description="A new canned reply.")
class CannedReplyCreateInput(Asked):
    shortcut: str = strawberry.field(description="1 to 40 letters, digits, - or _; once for each language.")
    language: str = strawberry.field(description="en, ur, ur-Latn, ar or es.")
    text: str = strawberry.field(description="What is sent, 1 to 4096 characters.")
    position: int = strawberry.field(default=0, description="Its place among them.")

    def changes(self) -> CannedReplyChanges:
        return CannedReplyChanges(self.shortcut, self.language, self.text, self.position)


@strawberry.input(description="What is to change of a canned reply.")
class CannedReplyChangesInput:
    shortcut: str | None = strawberry.field(default=None, description="1 to 40 letters, digits, - or _.")
    language: str | None = strawberry.field(default=None, description="en, ur, ur-Latn, ar or es.")
    text: str | None = strawberry.field(default=None, description="What is sent, 1 to 4096 characters.")
    position: int | None = strawberry.field(default=None, description="Its place among them.")

    def given(self) -> CannedReplyChanges:
        return CannedReplyChanges(self.shortcut, self.language, self.text, self.position)


@strawberry.input(description="A canned reply, and what is to change; what is left out or null stays as it is.")
class CannedReplyUpdateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The canned reply.")
    changes: CannedReplyChangesInput = strawberry.field(description="What is to change.")


@strawberry.input(description="A canned reply that is to go.")
class CannedReplyDeleteInput(Asked):
    id: strawberry.ID = strawberry.field(description="The canned reply.")


@strawberry.type(description="A canned reply as it is now.")
class CannedReplyPayload:
    canned_reply: CannedReply = strawberry.field(description="The canned reply.")


@strawberry.type(description="A canned reply is gone; messages that were sent with it stay.")
class CannedReplyDeletePayload:
    deleted_id: strawberry.ID = strawberry.field(description="The id it had.")
