"""Reading canned replies, and keeping them."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph.errors import ConflictProblem
from graph.mutations import ASKED, actor, asked_as, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import canned_replies
from graph.schema.canned_replies import CannedReply, CannedReplyDeletePayload, CannedReplyPayload


@strawberry.type
class CannedRepliesQuery:
    @field(may=Permission.CONVERSATIONS_READ, description="The canned replies, by their places if unsaid.")
    async def canned_replies(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            canned_replies.CannedReplyFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[
            canned_replies.CannedReplySort | None, strawberry.argument(description="In which order.")
        ] = None,
    ) -> Connection[CannedReply] | None:
        return await canned_replies.canned_replies(wanted, order_by, Slice(first, after, last, before))


@strawberry.type
class CannedRepliesMutation:
    @mutation(
        CannedReplyPayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Makes a canned reply.",
        problems=(ConflictProblem,),
    )
    async def canned_reply_create(
        self, info: Info, asked: Annotated[canned_replies.CannedReplyCreateInput, ASKED]
    ) -> CannedReplyPayload:
        rule, changes = info.context.shop.canned_replies, asked.changes()
        key = await once(info, asked, lambda: rule.create(changes, actor(info)))
        return CannedReplyPayload(canned_reply=await CannedReply.get(info, key))

    @mutation(
        CannedReplyPayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Changes a canned reply.",
        problems=(ConflictProblem,),
    )
    async def canned_reply_update(
        self, info: Info, asked: Annotated[canned_replies.CannedReplyUpdateInput, ASKED]
    ) -> CannedReplyPayload:
        rule = info.context.shop.canned_replies
        with asked_as(below="changes"):
            target, changes = CannedReply.key(asked.id), asked.changes.given()
            key = await once(info, asked, lambda: rule.update(target, changes, actor(info)))
        return CannedReplyPayload(canned_reply=await CannedReply.get(info, key))

    @mutation(
        CannedReplyDeletePayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Deletes a canned reply; what was sent with it stays.",
    )
    async def canned_reply_delete(
        self, info: Info, asked: Annotated[canned_replies.CannedReplyDeleteInput, ASKED]
    ) -> CannedReplyDeletePayload:
        rule, target = info.context.shop.canned_replies, CannedReply.key(asked.id)
        await once(info, asked, lambda: rule.delete(target, actor(info)))
        return CannedReplyDeletePayload(deleted_id=asked.id)
