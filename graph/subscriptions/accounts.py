"""Following WhatsApp numbers."""

from collections.abc import AsyncGenerator
from typing import Annotated

import strawberry

from core.events.event_types import AccountChanged
from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import subscription
from graph.schema.accounts import WhatsappAccount, WhatsappAccountChangedEvent
from graph.subscriptions.stream import After, follow


@strawberry.type
class AccountsSubscription:
    @subscription(
        may=Permission.ACCOUNTS_READ,
        description="A number as it is now, at once, and then whenever its state or one of its codes changes. "
        "With `after` only the changes since.",
    )
    async def whatsapp_account_changed(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The number.")],  # noqa: A002
        after: After = None,
    ) -> AsyncGenerator[WhatsappAccountChangedEvent | None, None]:
        key = WhatsappAccount.key(id)
        # The place comes first: what changes while the number is read is told once more, never lost.
        place = (await info.context.shop.feed.place()).encode()
        async with follow(
            info, Permission.ACCOUNTS_READ, AccountChanged, after=place if after is None else after
        ) as changes:
            if after is None and (account := await WhatsappAccount.load(info, key)):
                yield WhatsappAccountChangedEvent(cursor=place, account=account)
            async for told in changes:
                if told.event.account_id == key and (account := await WhatsappAccount.load(info, key)):
                    yield WhatsappAccountChangedEvent(cursor=told.cursor, account=account)
