"""How a command that comes and goes opens the shop."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from core.shop import Shop
from web.place import database_url
from web.settings import load


@asynccontextmanager
async def shop_for_command(*, dev: bool = True) -> AsyncIterator[Shop]:
    """A migrated shop without its running part; it may share the database with a running server."""
    from core.migrations import migrate
    from web.assembly import shop_alone

    environment = load(dev=dev)
    async with database_url(environment) as url:
        await migrate(url)
        async with shop_alone(environment, url) as shop:
            yield shop
