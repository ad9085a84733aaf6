"""Programs of others: API keys, webhooks, and the AI providers that are asked."""

from models.providers import AiProvider
from tests.graph.mutations.calls import Call, Failure, on, plain
from tests.graph.mutations.catalog import told_again_after_it_was_deleted
from tests.graph.mutations.scene import Input, Scene, id_of

HOOK = {"name": "Books", "url": "https://receiver.example/hooks"}
PROVIDER = {"name": "First", "type": "CLAUDE", "key": "sk-not-a-real-key"}
PRICE = {"currency": "USD", "read": "0.8", "written": "4", "validFrom": "2026-01-01"}


async def _providers_in_order(scene: Scene) -> Input:
    await scene.provider()
    await scene.provider()
    return {"ids": [id_of(row) for row in await AiProvider.all().order_by("id")]}


async def _name_of_another_provider(scene: Scene) -> Input:
    return {"name": (await scene.provider()).name, "type": "CLAUDE"}


async def _renamed_as_another_provider(scene: Scene) -> Input:
    taken = await scene.provider()
    return {"id": id_of(await scene.provider()), "changes": {"name": taken.name}}


async def _revoked(scene: Scene) -> Input:
    key = id_of(await scene.api_key())
    await scene.do("apiKeyRevoke", {"id": key})
    return {"id": key, "changes": {"name": "Books"}}


async def _with_a_key(scene: Scene) -> Input:
    name = f"Keyed {await AiProvider.all().count()}"
    made = await scene.do("aiProviderCreate", {"name": name, "type": "GROQ", "key": "a-key-of-the-shop"})
    return {"id": made["provider"]["id"]}


async def _paused(scene: Scene) -> Input:
    webhook = id_of(await scene.webhook())
    await scene.do("webhookPause", {"id": webhook})
    return {"id": webhook}


CALLS = {
    "apiKeyCreate": Call(plain(name="Books", scopes=["orders:read"]), shown_once=("key",)),
    "apiKeyUpdate": Call(on(Scene.api_key, changes={"name": "Books"})),
    "apiKeyRevoke": Call(on(Scene.api_key)),
    "webhookCreate": Call(plain(**HOOK), shown_once=("secret",)),
    "webhookUpdate": Call(on(Scene.webhook, changes={"name": "Books"})),
    "webhookDelete": Call(on(Scene.webhook)),
    "webhookRotateSecret": Call(on(Scene.webhook), shown_once=("secret",)),
    "webhookPause": Call(on(Scene.webhook)),
    "webhookResume": Call(_paused),
    "webhookDeliveryReplay": Call(on(Scene.delivery)),
    "aiProviderCreate": Call(plain(**PROVIDER)),
    "aiProviderUpdate": Call(on(Scene.provider, changes={"model": "another"})),
    "aiProviderDelete": Call(on(Scene.provider)),
    "aiProviderReorder": Call(_providers_in_order, unknown={"ids": "InvalidInputError"}),
    "aiProviderPriceSet": Call(on(Scene.provider, **PRICE)),
    "aiProviderTest": Call(_with_a_key),
}

FAILURES = {
    ("apiKeyCreate", "InvalidInputError"): Failure(plain(name="Books", scopes=[]), "INVALID_INPUT", ("scopes",)),
    ("apiKeyUpdate", "ApiKeyRevokedError"): Failure(_revoked, "API_KEY_REVOKED", ("id",)),
    ("webhookCreate", "InvalidInputError"): Failure(plain(**{**HOOK, "url": "ftp://x"}), "INVALID_INPUT", ("url",)),
    ("webhookCreate", "NotFoundError"): Failure(
        told_again_after_it_was_deleted("webhookCreate", "webhookDelete", "webhook", plain(**HOOK)), "NOT_FOUND"
    ),
    ("aiProviderCreate", "InvalidInputError"): Failure(plain(name=" ", type="CLAUDE"), "INVALID_INPUT", ("name",)),
    ("aiProviderCreate", "NotFoundError"): Failure(
        told_again_after_it_was_deleted("aiProviderCreate", "aiProviderDelete", "provider", plain(**PROVIDER)),
        "NOT_FOUND",
    ),
    ("aiProviderCreate", "ConflictError"): Failure(_name_of_another_provider, "PROVIDER_NAME_TAKEN", ("name",)),
    ("aiProviderUpdate", "ConflictError"): Failure(
        _renamed_as_another_provider, "PROVIDER_NAME_TAKEN", ("changes", "name")
    ),
}
