"""Owns all that runs for long: begins it in the specification's order, restarts what falls, ends it backwards."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from contextvars import Context
from dataclasses import dataclass, field
from typing import Any

import structlog

from core.engine.accounts_keeper import AccountsKeeper
from core.engine.line import TakesEvents
from core.engine.media_fetcher import MediaFetcher
from core.engine.outbox import Outbox
from core.engine.patience import Patience
from core.engine.webhooks import WebhookSender
from core.events.feed import Feed
from core.jobs.queue import JobRunner, Task
from core.shop import Shop
from core.whatsapp.gateway import GatewayFactory
from core.whatsapp.session_store import SessionStore
from models.accounts import AccountKind

logger = structlog.get_logger()

START_SECONDS = 20.0
STOP_SECONDS = 15.0
# A part that ran so long before it fell is started again without delay.
WELL_AFTER_SECONDS = 60.0


class StartFailedError(Exception):
    """A part did not come up in time; what had begun was ended again."""

    def __init__(self, part: str) -> None:
        super().__init__(f"{part} did not start within {START_SECONDS:g} seconds")
        self.part = part


@dataclass(frozen=True, slots=True)
class Part:
    """Something that runs until it is cancelled, and then ends by itself in a bounded time."""

    name: str
    run: Callable[[], Coroutine[Any, Any, None]]
    # Returns when the next part may begin; None: at once.
    has_started: Callable[[], Awaitable[None]] | None = None


@dataclass(slots=True)
class Running:
    """What /readyz asks."""

    missing: set[str] = field(default_factory=set)
    is_started: bool = False

    @property
    def is_ready(self) -> bool:
        return self.is_started and not self.missing


@asynccontextmanager
async def engine_running(
    shop: Shop,
    *,
    gateways: Mapping[AccountKind, GatewayFactory],
    sessions: SessionStore,
    inbox: TakesEvents,
    outbox: Outbox,
    media_fetcher: MediaFetcher,
    jobs: JobRunner,
    tasks: Sequence[Task],
    webhooks: WebhookSender,
    owner: str,
) -> AsyncIterator[Running]:
    """The engine of one process, from the event feed on; the database and the AI providers are up already.

    The numbers connect one after another in the background, so they never delay the doors. `owner` is an id that no
    other live process has and that a restart on the same data folder keeps.
    """
    keeper = AccountsKeeper(
        shop.database, shop.accounts, sessions, inbox, outbox, media_fetcher, gateways, owner=owner, feed=shop.feed
    )
    parts = (
        Part("ai providers", lambda: shop.connections.run(shop.provider_use)),
        Part("event feed", shop.feed.run, lambda: _follows_the_log(shop.feed)),
        Part("conversations", lambda: jobs.run(tasks)),
        Part("whatsapp", keeper.run),
        Part("webhooks", webhooks.run),
    )
    async with parts_running(parts) as running:
        yield running


@asynccontextmanager
async def parts_running(parts: Sequence[Part]) -> AsyncIterator[Running]:
    """Raises StartFailedError."""
    running = Running(missing={part.name for part in parts})
    begun: list[tuple[Part, asyncio.Task[None]]] = []
    failure: BaseException | None = None
    async with asyncio.TaskGroup() as group:
        try:
            for part in parts:
                # An empty context: a part must not inherit the transaction of whoever starts it.
                begun.append((part, group.create_task(_keep_running(part, running), context=Context())))
                await _wait_until_started(part)
                running.missing.discard(part.name)
            running.is_started = True
            yield running
        except BaseException as error:
            # Raised again outside the group, which would wrap it.
            failure = error
        finally:
            running.is_started = False
            for part, task in reversed(begun):
                await _end(part, task)
    if failure is not None:
        raise failure


async def _wait_until_started(part: Part) -> None:
    if part.has_started is None:
        return
    try:
        async with asyncio.timeout(START_SECONDS):
            await part.has_started()
    except TimeoutError as error:
        raise StartFailedError(part.name) from error


async def _keep_running(part: Part, running: Running) -> None:
    patience = Patience(shortest=0.5, longest=30.0)
    while True:
        begun_at = asyncio.get_running_loop().time()
        try:
            await part.run()
            logger.error("part_ended", part=part.name)
        except Exception:
            logger.exception("part_fell", part=part.name)
        if asyncio.get_running_loop().time() - begun_at > WELL_AFTER_SECONDS:
            patience.renew()
        running.missing.add(part.name)
        await asyncio.sleep(patience.seconds())
        running.missing.discard(part.name)


async def _end(part: Part, task: asyncio.Task[None]) -> None:
    task.cancel()
    _, pending = await asyncio.wait([task], timeout=STOP_SECONDS)
    if pending:
        logger.error("part_did_not_end", part=part.name)


async def _follows_the_log(feed: Feed) -> None:
    async with feed.subscribe(frozenset()):
        pass
