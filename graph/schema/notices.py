"""Notices as the API shows them."""

from datetime import datetime
from typing import Self

import strawberry
from strawberry.scalars import JSON
from tortoise.expressions import Q, Subquery

from core.listing import Sorting
from core.permissions import Permission
from graph.filters import among
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import Connection, Slice, connect
from graph.permissions import derived, field
from graph.scalars import described
from models import notices as tables
from models.notices import NoticeKind

described(
    NoticeKind,
    "What staff should know of at once.",
    ACCOUNT_BANNED="WhatsApp banned a number.",
    ACCOUNT_LOGGED_OUT="A phone ended its link to us; the number must be linked again.",
    ACCOUNT_RESTRICTED="WhatsApp lets a number answer, but for a while not write to those who never wrote first.",
    PROGRAM_OUTDATED="WhatsApp does not take this version of the program any more; its numbers wait for an update.",
    PROVIDER_KEY_REFUSED="An AI provider does not take its key any more.",
    PROVIDER_OUT_OF_CREDIT="An AI provider's credit is spent.",
    PROVIDER_MODEL_GONE="An AI provider does not know its model any more; choose another.",
    PAYEE_CHANGED="What customers are told of whom to pay was changed; if it was deleted, `detail` has its label.",
    CHAT_NEEDS_HUMAN="A customer asks for a person, or the assistant could not go on.",
    WEBHOOK_PAUSED="A webhook failed for so long that it is tried no more.",
)


@strawberry.type(description="Something that staff should know of at once.")
class Notice(Node, may=Permission.NOTICES_READ, table=tables.Notice):
    kind: NoticeKind = strawberry.field(description="What it is.")
    detail: JSON = strawberry.field(description="More of it, by kind: ids and plain fields.")
    created_at: datetime = strawberry.field(description="When it happened.")
    resolved_at: datetime | None = strawberry.field(description="When it was over, by itself or by somebody's word.")
    row_id: strawberry.Private[int]
    subject: strawberry.Private[str]
    subject_id: strawberry.Private[int]

    @classmethod
    def from_row(cls, row: tables.Notice) -> Self:
        return cls(
            id=cls.id_of(row.id),
            row_id=row.id,
            kind=row.kind,
            detail=JSON(row.detail),
            created_at=row.created_at,
            resolved_at=row.resolved_at,
            subject=row.subject,
            subject_id=row.subject_id,
        )

    @derived(description="Whether the person who asks has seen it; false for a program.")
    async def is_seen(self, info: Info) -> bool:
        seen = await info.context.loaders.children(tables.NoticeSeen, "notice_id").load(self.row_id)
        return info.context.caller.staff_id in {row.staff_id for row in seen}

    @field(
        may=Permission.NOTICES_READ,
        description="What it is about: a number, a chat, a way to pay. Null when it is gone or not yours to read.",
    )
    async def about(self, info: Info) -> Node | None:
        for kind in Node.kinds.values():
            if kind.table._meta.db_table == self.subject:  # noqa: SLF001 - Tortoise has no public way to it
                return await kind.load(info, self.subject_id) if info.context.caller.may(kind.may) else None
        return None


@strawberry.input(description="Which kinds of notices.")
class NoticeKindFilter:
    in_: list[NoticeKind] | None = strawberry.field(name="in", default=None, description="One of these.")
    not_in: list[NoticeKind] | None = strawberry.field(default=None, description="None of these.")


@strawberry.input(description="Which notices; everything that is given must hold.")
class NoticeFilter:
    kind: NoticeKindFilter | None = strawberry.field(default=None, description="By what they are.")
    is_resolved: bool | None = strawberry.field(default=None, description="Only those that are over, or only others.")
    is_seen: bool | None = strawberry.field(
        default=None, description="Only those that the person who asks has seen, or only others."
    )


async def notices(info: Info, wanted: NoticeFilter | None, asked: Slice) -> Connection[Notice]:
    wanted = wanted or NoticeFilter()
    rows = tables.Notice.filter(
        among("kind", wanted.kind), _is_resolved(wanted.is_resolved), _is_seen(info, wanted.is_seen)
    )
    return await connect(Notice, rows, Sorting(descending=True), asked)


def _is_resolved(wanted: bool | None) -> Q:
    return Q() if wanted is None else Q(resolved_at__isnull=not wanted)


def _is_seen(info: Info, wanted: bool | None) -> Q:
    if wanted is None:
        return Q()
    seen = tables.NoticeSeen.filter(staff_id=info.context.caller.staff_id or 0).values("notice_id")
    return Q(id__in=Subquery(seen)) if wanted else Q(id__not_in=Subquery(seen))


@strawberry.input(description="Notices that the person who asks has seen.")
class NoticeMarkSeenInput(Asked):
    ids: list[strawberry.ID] = strawberry.field(description="At most 100 notices.")


@strawberry.input(description="A notice that is dealt with.")
class NoticeResolveInput(Asked):
    id: strawberry.ID = strawberry.field(description="The notice.")


@strawberry.type(description="Notices as they are now.")
class NoticesPayload:
    notices: list[Notice] = strawberry.field(description="Those that exist.")


@strawberry.type(description="A notice as it is now.")
class NoticePayload:
    notice: Notice = strawberry.field(description="The notice.")


@strawberry.type(description="Something happened that staff should know of.")
class NoticeRaisedEvent:
    cursor: str = strawberry.field(description="The place in the log; `after` it goes on from here.")
    notice: Notice = strawberry.field(description="The notice as it is now.")


@strawberry.type(description="A notice was seen by somebody, or is over.")
class NoticeChangedEvent:
    cursor: str = strawberry.field(description="The place in the log; `after` it goes on from here.")
    notice: Notice = strawberry.field(description="The notice as it is now.")
