"""API keys and webhooks: reading them, and what staff do with them."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from core.webhooks import WebhookChanges
from graph.errors import NotFoundProblem
from graph.mutations import ASKED, Written, actor, asked_as, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import integrations
from graph.schema.integrations import (
    ApiKey,
    ApiKeyCreatePayload,
    ApiKeyPayload,
    Webhook,
    WebhookDeletePayload,
    WebhookDelivery,
    WebhookDeliveryPayload,
    WebhookPayload,
    WebhookSecretPayload,
)

MAY = Permission.INTEGRATIONS_MANAGE
Order = Annotated[
    integrations.IntegrationSort | None,
    strawberry.argument(description="In which order; as they were made if unsaid."),
]
One = Annotated[strawberry.ID, strawberry.argument(description="Which one.")]


@strawberry.type
class IntegrationsQuery:
    @field(may=MAY, description="The keys of programs that use this API.")
    async def api_keys(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            integrations.ApiKeyFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Order = None,
    ) -> Connection[ApiKey] | None:
        return await integrations.api_keys(wanted, order_by, Slice(first, after, last, before))

    @field(may=MAY, description="An API key; null when it does not exist.")
    async def api_key(self, info: Info, id: One) -> ApiKey | None:  # noqa: A002
        return await ApiKey.load(info, ApiKey.key(id))

    @field(may=MAY, description="The addresses that are told of events.")
    async def webhooks(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            integrations.WebhookFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Order = None,
    ) -> Connection[Webhook] | None:
        return await integrations.webhooks(wanted, order_by, Slice(first, after, last, before))

    @field(may=MAY, description="A webhook; null when it does not exist.")
    async def webhook(self, info: Info, id: One) -> Webhook | None:  # noqa: A002
        return await Webhook.load(info, Webhook.key(id))

    @field(may=MAY, description="What was sent to webhooks and is to be sent, the newest first.")
    async def webhook_deliveries(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            integrations.WebhookDeliveryFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
    ) -> Connection[WebhookDelivery] | None:
        return await integrations.webhook_deliveries(wanted, Slice(first, after, last, before))


@strawberry.type
class IntegrationsMutation:
    @mutation(
        ApiKeyCreatePayload,
        may=MAY,
        description="Makes a key for a program. It is shown once, here.",
        without=(NotFoundProblem,),
    )
    async def api_key_create(
        self, info: Info, asked: Annotated[integrations.ApiKeyCreateInput, ASKED]
    ) -> ApiKeyCreatePayload:
        context, shown = info.context, list[str]()

        async def act() -> Written:
            row, key = await context.shop.api_keys.create(
                asked.name,
                asked.scopes,
                actor(info),
                expires_at=asked.expires_at,
                within=context.caller.permissions,
            )
            shown.append(key)
            return row

        key = await once(info, asked, act)
        return ApiKeyCreatePayload(api_key=await ApiKey.get(info, key), key=shown[0] if shown else None)

    @mutation(
        ApiKeyPayload,
        may=MAY,
        description="Renames a key, or gives it another end.",
        problems=(integrations.ApiKeyRevokedProblem,),
    )
    async def api_key_update(
        self, info: Info, asked: Annotated[integrations.ApiKeyUpdateInput, ASKED]
    ) -> ApiKeyPayload:
        rule, target = info.context.shop.api_keys, ApiKey.key(asked.id)
        with asked_as(below="changes"):
            key = await once(info, asked, lambda: rule.update(target, asked.changes.given(), actor(info)))
        return ApiKeyPayload(api_key=await ApiKey.get(info, key))

    @mutation(
        ApiKeyPayload,
        may=MAY,
        description="Ends a key at once; its open sockets close.",
    )
    async def api_key_revoke(
        self, info: Info, asked: Annotated[integrations.ApiKeyRevokeInput, ASKED]
    ) -> ApiKeyPayload:
        rule, target = info.context.shop.api_keys, ApiKey.key(asked.id)
        key = await once(info, asked, lambda: rule.revoke(target, actor(info)))
        return ApiKeyPayload(api_key=await ApiKey.get(info, key))

    @mutation(
        WebhookSecretPayload,
        may=MAY,
        description="Makes a webhook: it is told of what happens from now on. Its secret is shown once, here.",
    )
    async def webhook_create(
        self, info: Info, asked: Annotated[integrations.WebhookCreateInput, ASKED]
    ) -> WebhookSecretPayload:
        shown = list[str]()

        async def act() -> Written:
            row, secret = await info.context.shop.webhooks.create(asked.name, asked.url, asked.event_types, actor(info))
            shown.append(secret)
            return row

        key = await once(info, asked, act)
        return WebhookSecretPayload(webhook=await Webhook.get(info, key), secret=shown[0] if shown else None)

    @mutation(WebhookPayload, may=MAY, description="Changes a webhook.")
    async def webhook_update(
        self, info: Info, asked: Annotated[integrations.WebhookUpdateInput, ASKED]
    ) -> WebhookPayload:
        rule, target = info.context.shop.webhooks, Webhook.key(asked.id)
        changes: WebhookChanges = asked.changes.given()
        with asked_as(below="changes"):
            key = await once(info, asked, lambda: rule.update(target, changes, actor(info)))
        return WebhookPayload(webhook=await Webhook.get(info, key))

    @mutation(WebhookDeletePayload, may=MAY, description="Deletes a webhook with all its deliveries.")
    async def webhook_delete(
        self, info: Info, asked: Annotated[integrations.WebhookDeleteInput, ASKED]
    ) -> WebhookDeletePayload:
        rule, target = info.context.shop.webhooks, Webhook.key(asked.id)
        key = await once(info, asked, lambda: rule.delete(target, actor(info)))
        return WebhookDeletePayload(deleted_id=Webhook.id_of(key))

    @mutation(
        WebhookSecretPayload,
        may=MAY,
        description="Gives a webhook a new secret, shown once, here. For a day the old one signs beside it.",
    )
    async def webhook_rotate_secret(
        self, info: Info, asked: Annotated[integrations.WebhookRotateSecretInput, ASKED]
    ) -> WebhookSecretPayload:
        rule, target, shown = info.context.shop.webhooks, Webhook.key(asked.id), list[str]()

        async def act() -> Written:
            row, secret = await rule.rotate_secret(target, actor(info))
            shown.append(secret)
            return row

        key = await once(info, asked, act)
        return WebhookSecretPayload(webhook=await Webhook.get(info, key), secret=shown[0] if shown else None)

    @mutation(WebhookPayload, may=MAY, description="Tells a webhook nothing until it is resumed; nothing is skipped.")
    async def webhook_pause(
        self, info: Info, asked: Annotated[integrations.WebhookPauseInput, ASKED]
    ) -> WebhookPayload:
        rule, target = info.context.shop.webhooks, Webhook.key(asked.id)
        key = await once(info, asked, lambda: rule.pause(target, actor(info)))
        return WebhookPayload(webhook=await Webhook.get(info, key))

    @mutation(WebhookPayload, may=MAY, description="Lets a paused webhook go on where it stopped, whoever paused it.")
    async def webhook_resume(
        self, info: Info, asked: Annotated[integrations.WebhookResumeInput, ASKED]
    ) -> WebhookPayload:
        rule, target = info.context.shop.webhooks, Webhook.key(asked.id)
        key = await once(info, asked, lambda: rule.resume(target, actor(info)))
        return WebhookPayload(webhook=await Webhook.get(info, key))

    @mutation(
        WebhookDeliveryPayload,
        may=MAY,
        description="Sends a delivery again, under the same `webhook-id`.",
    )
    async def webhook_delivery_replay(
        self, info: Info, asked: Annotated[integrations.WebhookDeliveryReplayInput, ASKED]
    ) -> WebhookDeliveryPayload:
        rule, target = info.context.shop.webhooks, WebhookDelivery.key(asked.id)
        key = await once(info, asked, lambda: rule.replay(target, actor(info)))
        return WebhookDeliveryPayload(delivery=await WebhookDelivery.get(info, key))
