"""Typed errors that come about only when somebody else does something at the same moment."""

import asyncio
from datetime import timedelta
from typing import Any

from core.shop import Shop
from models.conversations import Draft
from tests.graph.mutations.scene import Input, Scene, id_of


async def test_a_deletion_gives_way_to_a_customer_who_is_choosing(shop: Shop) -> None:
    scene = Scene(shop)
    for name in ("serviceDelete", "packageDelete"):
        package, conversation, go = await scene.package(), await scene.conversation(), asyncio.Event()
        service = await package.service
        asked = {"id": id_of(service if name == "serviceDelete" else package), "confirm": True}
        deleting = asyncio.create_task(_after(go, scene, name, asked))

        async with shop.database.unit_of_work() as work:
            await work.fetch("select id from services where id = $1 for key share", service.id)
            await Draft.create(
                conversation_id=conversation.id,
                package_id=package.id,
                package_name="Starter",
                quantity=1,
                unit_amount=250_050,
                currency="PKR",
                proposed_after_message_id=1,
                expires_at=work.now + timedelta(hours=1),
            )
            go.set()
            await _until_somebody_waits(shop)

        answer = await deleting
        assert (answer["__typename"], answer["path"]) == ("ConflictError", ["input", "id"]), name
        await package.refresh_from_db()


async def _after(go: asyncio.Event, scene: Scene, name: str, asked: Input) -> dict[str, Any]:
    """A task of its own, begun outside of any unit of work."""
    await go.wait()
    return await scene.do(name, asked)


async def _until_somebody_waits(shop: Shop) -> None:
    async with asyncio.timeout(10):
        while not await shop.database.fetch("select 1 from pg_locks where not granted"):  # noqa: ASYNC110 - PostgreSQL rings no bell for it
            await asyncio.sleep(0.01)
