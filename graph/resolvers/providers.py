"""Reading AI providers, and setting them up."""

import asyncio
from typing import Annotated, Any

import strawberry

from core.ai.registry import TYPES
from core.permissions import Permission
from graph.errors import ConflictProblem, NotFoundProblem
from graph.mutations import ASKED, actor, asked_as, first, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import providers
from graph.schema.providers import (
    AiProvider,
    AiProviderDeletePayload,
    AiProviderKind,
    AiProviderPayload,
    AiProviderReorderPayload,
    AiProviderTestPayload,
)


@strawberry.type
class ProvidersQuery:
    @field(may=Permission.PROVIDERS_READ, description="The AI providers, in the order they are asked if unsaid.")
    async def ai_providers(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            providers.AiProviderFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[providers.AiProviderSort | None, strawberry.argument(description="In which order.")] = None,
    ) -> Connection[AiProvider] | None:
        return await providers.ai_providers(wanted, order_by, Slice(first, after, last, before))

    @field(may=Permission.PROVIDERS_READ, description="An AI provider; null when there is none of this id.")
    async def ai_provider(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The provider.")],  # noqa: A002
    ) -> AiProvider | None:
        return await AiProvider.load(info, AiProvider.key(id))

    @field(may=Permission.PROVIDERS_READ, description="The kinds of AI providers there are to choose from.")
    def ai_provider_kinds(self) -> list[AiProviderKind] | None:
        return [
            AiProviderKind(
                id=strawberry.ID(f"AiProviderKind:{kind.name}"),
                name=kind.name,
                label=kind.label,
                seed_model=kind.seed_model,
            )
            for kind in TYPES.values()
        ]


@strawberry.type
class ProvidersMutation:
    @mutation(
        AiProviderPayload,
        may=Permission.PROVIDERS_WRITE,
        description="Sets up an AI provider.",
        problems=(ConflictProblem,),
    )
    async def ai_provider_create(
        self, info: Info, asked: Annotated[providers.AiProviderCreateInput, ASKED]
    ) -> AiProviderPayload:
        rule = info.context.shop.providers
        key = await once(info, asked, lambda: rule.create(asked.changes(), actor(info)))
        return AiProviderPayload(provider=await AiProvider.get(info, key))

    @mutation(
        AiProviderPayload,
        may=Permission.PROVIDERS_WRITE,
        description="Changes an AI provider; the next turn goes by it.",
        problems=(ConflictProblem,),
    )
    async def ai_provider_update(
        self, info: Info, asked: Annotated[providers.AiProviderUpdateInput, ASKED]
    ) -> AiProviderPayload:
        rule, target = info.context.shop.providers, AiProvider.key(asked.id)
        with asked_as(below="changes"):
            key = await once(info, asked, lambda: rule.update(target, asked.changes.given(), actor(info)))
        return AiProviderPayload(provider=await AiProvider.get(info, key))

    @mutation(AiProviderDeletePayload, may=Permission.PROVIDERS_WRITE, description="Deletes an AI provider.")
    async def ai_provider_delete(
        self, info: Info, asked: Annotated[providers.AiProviderDeleteInput, ASKED]
    ) -> AiProviderDeletePayload:
        rule, target = info.context.shop.providers, AiProvider.key(asked.id)

        async def delete() -> dict[str, Any]:
            return {"id": await rule.delete(target, actor(info))}

        gone = await first(info, asked, delete)
        return AiProviderDeletePayload(deleted_id=AiProvider.id_of(gone["id"]))

    @mutation(
        AiProviderReorderPayload,
        may=Permission.PROVIDERS_WRITE,
        description="Says who is asked first, then second, and so on.",
        without=(NotFoundProblem,),
    )
    async def ai_provider_reorder(
        self, info: Info, asked: Annotated[providers.AiProviderReorderInput, ASKED]
    ) -> AiProviderReorderPayload:
        rule = info.context.shop.providers
        keys = [AiProvider.key(each, field=f"ids.{place}") for place, each in enumerate(asked.ids)]

        async def reorder() -> dict[str, Any]:
            await rule.reorder(keys, actor(info))
            return {}

        await first(info, asked, reorder, target="ids")
        # Together, so that their loader makes one statement of them; one may be deleted since the first answer.
        found = await asyncio.gather(*(AiProvider.load(info, key) for key in keys))
        return AiProviderReorderPayload(providers=[provider for provider in found if provider is not None])

    @mutation(
        AiProviderPayload,
        may=Permission.PROVIDERS_WRITE,
        description="Says what a provider takes from a day on, so that what it cost can be told.",
    )
    async def ai_provider_price_set(
        self, info: Info, asked: Annotated[providers.AiProviderPriceSetInput, ASKED]
    ) -> AiProviderPayload:
        rule, target = info.context.shop.providers, AiProvider.key(asked.id)
        key = await once(info, asked, lambda: rule.set_price(target, asked.price(), actor(info)))
        return AiProviderPayload(provider=await AiProvider.get(info, key))

    @mutation(
        AiProviderTestPayload,
        may=Permission.PROVIDERS_WRITE,
        description="Asks an AI provider for one word, whatever its state; an answer ends the trouble it was in.",
        is_keyed=False,
    )
    async def ai_provider_test(
        self, info: Info, asked: Annotated[providers.AiProviderTestInput, ASKED]
    ) -> AiProviderTestPayload:
        key = AiProvider.key(asked.id)
        tested = await info.context.shop.provider_tests.test(key, actor(info))
        info.context.loaders.clear()
        tokens = tested.tokens
        return AiProviderTestPayload(
            provider=await AiProvider.get(info, key),
            is_working=tested.error is None,
            outcome=tested.outcome,
            milliseconds=tested.milliseconds,
            tokens_read=tokens.read if tokens else None,
            tokens_written=tokens.written if tokens else None,
        )
