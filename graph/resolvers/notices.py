"""Reading notices, having seen them, and having dealt with them."""

from typing import Annotated

import strawberry

from core.errors import InvalidInputError
from core.permissions import Permission
from graph.errors import NotFoundProblem
from graph.mutations import ASKED, actor, first, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field, person
from graph.schema import notices as schema
from graph.schema.notices import Notice, NoticePayload, NoticesPayload

MOST_AT_ONCE = 100


@strawberry.type
class NoticesQuery:
    @field(may=Permission.NOTICES_READ, description="The notices, the newest first.")
    async def notices(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            schema.NoticeFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
    ) -> Connection[Notice] | None:
        return await schema.notices(info, wanted, Slice(first, after, last, before))


@strawberry.type
class NoticesMutation:
    @mutation(
        NoticesPayload,
        may=Permission.SELF_MANAGE,
        description="Says that whoever asks has seen these notices; for their colleagues they stay unseen.",
        without=(NotFoundProblem,),
    )
    async def notice_mark_seen(self, info: Info, asked: Annotated[schema.NoticeMarkSeenInput, ASKED]) -> NoticesPayload:
        staff_id, rule = person(info), info.context.shop.notices
        if not 1 <= len(asked.ids) <= MOST_AT_ONCE:
            raise InvalidInputError(f"Name 1 to {MOST_AT_ONCE} notices.", field="ids")
        keys = [Notice.key(one, field="ids") for one in asked.ids]

        async def see() -> dict[str, object]:
            await rule.mark_seen(keys, staff_id)
            return {}

        await first(info, asked, see)
        found = [await Notice.load(info, key) for key in keys]
        return NoticesPayload(notices=[notice for notice in found if notice is not None])

    @mutation(
        NoticePayload,
        may=Permission.NOTICES_WRITE,
        description="Says that what a notice tells of is dealt with, for everybody.",
    )
    async def notice_resolve(self, info: Info, asked: Annotated[schema.NoticeResolveInput, ASKED]) -> NoticePayload:
        rule, target = info.context.shop.notices, Notice.key(asked.id)
        key = await once(info, asked, lambda: rule.resolve(target, actor(info)))
        return NoticePayload(notice=await Notice.get(info, key))
