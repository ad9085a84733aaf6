"""Following AI providers."""

from collections.abc import AsyncGenerator
from typing import Annotated

import strawberry

from core.events.event_types import ProviderChanged
from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import subscription
from graph.schema.providers import AiProvider, AiProviderChangedEvent
from graph.subscriptions.stream import After, follow


@strawberry.type
class ProvidersSubscription:
    @subscription(
        may=Permission.PROVIDERS_READ,
        description="Each AI provider that is set up, changed or deleted, and whose health changes: it cools down, or "
        "a person must mend something. Of a named one, first as it is now; with `after` only the changes since.",
    )
    async def ai_provider_changed(
        self,
        info: Info,
        id: Annotated[strawberry.ID | None, strawberry.argument(description="Only this one.")] = None,  # noqa: A002
        after: After = None,
    ) -> AsyncGenerator[AiProviderChangedEvent | None, None]:
        key = AiProvider.key_if(id, field="id")
        # The place comes first: what changes while the provider is read is told once more, never lost.
        place = (await info.context.shop.feed.place()).encode()
        async with follow(
            info, Permission.PROVIDERS_READ, ProviderChanged, after=place if after is None else after
        ) as changes:
            if after is None and key is not None and (provider := await AiProvider.load(info, key)):
                yield AiProviderChangedEvent(cursor=place, provider_id=provider.id, provider=provider)
            async for told in changes:
                if key is None or told.event.provider_id == key:
                    yield AiProviderChangedEvent(
                        cursor=told.cursor,
                        provider_id=AiProvider.id_of(told.event.provider_id),
                        provider=await AiProvider.load(info, told.event.provider_id),
                    )
