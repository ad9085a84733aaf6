"""Reading and writing the FAQ."""

import asyncio
from typing import Annotated, Any

import strawberry

from core.errors import InvalidInputError
from core.knowledge import MOST_ANSWERS
from core.permissions import Permission
from graph.errors import NotFoundProblem
from graph.mutations import ASKED, actor, asked_as, first, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import knowledge
from graph.schema.knowledge import (
    KnowledgeEntry,
    KnowledgeEntryDeletePayload,
    KnowledgeEntryPayload,
    KnowledgeEntryReorderPayload,
    KnowledgeListDiffersProblem,
)


@strawberry.type
class KnowledgeQuery:
    @field(may=Permission.KNOWLEDGE_READ, description="The entries of the FAQ, by their place if unsaid.")
    async def knowledge_entries(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            knowledge.KnowledgeEntryFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[
            knowledge.KnowledgeEntrySort | None, strawberry.argument(description="In which order.")
        ] = None,
    ) -> Connection[KnowledgeEntry] | None:
        return await knowledge.knowledge_entries(wanted, order_by, Slice(first, after, last, before))

    @field(
        may=Permission.KNOWLEDGE_READ,
        description="What the assistant would find for a question: active entries, the best first.",
        size=3,
    )
    async def knowledge_answers(
        self,
        info: Info,
        question: Annotated[str, strawberry.argument(description="What a customer may write.")],
        language: Annotated[
            str | None, strawberry.argument(description="The customer's language; left out: the shop's default one.")
        ] = None,
        limit: Annotated[int, strawberry.argument(description=f"How many at most, 1 to {MOST_ANSWERS}.")] = 3,
    ) -> list[KnowledgeEntry] | None:
        if not 1 <= limit <= MOST_ANSWERS:
            raise InvalidInputError(f"It must be between 1 and {MOST_ANSWERS}.", field="limit")
        shop = info.context.shop
        language = language or (await shop.settings.read()).default_language
        return [KnowledgeEntry.from_row(row) for row in await shop.knowledge.answers(question, language, limit=limit)]


@strawberry.type
class KnowledgeMutation:
    @mutation(KnowledgeEntryPayload, may=Permission.KNOWLEDGE_WRITE, description="Adds an entry to the FAQ.")
    async def knowledge_entry_create(
        self, info: Info, asked: Annotated[knowledge.KnowledgeEntryCreateInput, ASKED]
    ) -> KnowledgeEntryPayload:
        rule = info.context.shop.knowledge
        key = await once(info, asked, lambda: rule.create(asked.changes(), actor(info)))
        return KnowledgeEntryPayload(knowledge_entry=await KnowledgeEntry.get(info, key))

    @mutation(
        KnowledgeEntryPayload,
        may=Permission.KNOWLEDGE_WRITE,
        description="Changes an entry of the FAQ; the assistant answers with it from now on, or no more.",
    )
    async def knowledge_entry_update(
        self, info: Info, asked: Annotated[knowledge.KnowledgeEntryUpdateInput, ASKED]
    ) -> KnowledgeEntryPayload:
        rule = info.context.shop.knowledge
        with asked_as(below="changes"):
            target, changes = KnowledgeEntry.key(asked.id), asked.changes.given()
            key = await once(info, asked, lambda: rule.update(target, changes, actor(info)))
        return KnowledgeEntryPayload(knowledge_entry=await KnowledgeEntry.get(info, key))

    @mutation(KnowledgeEntryDeletePayload, may=Permission.KNOWLEDGE_WRITE, description="Takes an entry out of the FAQ.")
    async def knowledge_entry_delete(
        self, info: Info, asked: Annotated[knowledge.KnowledgeEntryDeleteInput, ASKED]
    ) -> KnowledgeEntryDeletePayload:
        rule, target = info.context.shop.knowledge, KnowledgeEntry.key(asked.id)

        async def delete() -> dict[str, Any]:
            return {"id": await rule.delete(target, actor(info))}

        gone = await first(info, asked, delete)
        return KnowledgeEntryDeletePayload(deleted_id=KnowledgeEntry.id_of(gone["id"]))

    @mutation(
        KnowledgeEntryReorderPayload,
        may=Permission.KNOWLEDGE_WRITE,
        description="Puts the entries of the FAQ in order.",
        problems=(KnowledgeListDiffersProblem,),
        without=(NotFoundProblem,),
    )
    async def knowledge_entry_reorder(
        self, info: Info, asked: Annotated[knowledge.KnowledgeEntryReorderInput, ASKED]
    ) -> KnowledgeEntryReorderPayload:
        rule = info.context.shop.knowledge
        keys = [KnowledgeEntry.key(each, field=f"ids.{place}") for place, each in enumerate(asked.ids)]

        async def reorder() -> dict[str, Any]:
            await rule.reorder(keys, actor(info))
            return {"ids": keys}

        await first(info, asked, reorder, target="ids")
        # Together, so that their loader makes one statement of them; one may be deleted since the first answer.
        found = await asyncio.gather(*(KnowledgeEntry.load(info, key) for key in keys))
        return KnowledgeEntryReorderPayload(knowledge_entries=[entry for entry in found if entry is not None])
