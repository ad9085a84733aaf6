"""The shop as one process holds it over a database; a restart drops it and builds another over the same."""

import asyncio
import types
from collections.abc import Awaitable, Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from core import clock
from core.ai.connections import OpenConnections
from core.ai.router import Router
from core.assistant.decision import Action, Assistant, Decision, TurnFacts
from core.assistant.facts import Facts
from core.assistant.menu import BuiltInAssistant
from core.assistant.summaries import Summaries
from core.assistant.turn import Salesperson
from core.catalog import Catalog
from core.conversations import Conversations
from core.customers import Customers
from core.database import Database
from core.drafts import Drafts
from core.engine.inbox import Inbox
from core.engine.media_fetcher import MediaFetcher
from core.engine.turns import Turns
from core.engine.worker import advice, tasks
from core.jobs.procrastinate_queue import QUEUE, ProcrastinateQueue
from core.knowledge import Knowledge
from core.media.local_store import LocalStore
from core.media_files import MediaFiles
from core.orders import Orders
from core.owner_news import OwnerNews
from core.payments import Payments
from core.privacy import Privacy
from core.proof_reading import ProofReading
from core.provider_use import ProviderUse
from core.providers import Providers
from core.retention import Retention
from core.settings import Settings
from core.vault import Vault
from tests.chats import Shelf

ASTRAY = "ASTRAY"

# The clock of the test runs ahead of the database's own, by which procrastinate judges what is due.
DUE = "update procrastinate_jobs set scheduled_at = null where status = 'todo' and scheduled_at <= $1"
# What a worker asks for, so that locks and order are those of the real queue.
FETCH = (
    "select id, task_name, args::text as args from procrastinate_fetch_job_v2($1::text[], null) where id is not null"
)
FINISH = "select procrastinate_finish_job_v1($1, 'succeeded', false)"
RESCUE = "update procrastinate_jobs set status = 'todo', scheduled_at = null where status = 'doing'"


class Salesman:
    """The built-in assistant, unless it is told to go astray; while it thinks, something else may happen."""

    def __init__(self) -> None:
        self.thinks_with: Assistant = BuiltInAssistant()
        self.meanwhile: Callable[[], Awaitable[object]] | None = None
        self.astray: tuple[Action, ...] | None = None

    async def decide(self, facts: TurnFacts) -> Decision:
        decision = await self.thinks_with.decide(facts)
        if (astray := self.astray) is not None:
            self.astray = None
            record = {**decision.record, "answered_with": ASTRAY}
            decision = replace(decision, replies=("Hm.",), actions=astray, record=record)
        if (meanwhile := self.meanwhile) is not None:
            self.meanwhile = None
            # Somebody else's doing is no part of this task's transaction or context.
            await asyncio.create_task(_done(meanwhile))
        return decision


async def _done(doing: Callable[[], Awaitable[object]]) -> None:
    await doing()


class Premises:
    def __init__(self, folder: Path, account_id: int, shelf: Shelf) -> None:
        self.database = database = Database(ProcrastinateQueue())
        self.settings = Settings(database)
        self.customers = Customers(database)
        self.conversations = Conversations(database, self.settings)
        self.catalog = Catalog(database)
        self.assistant = Salesman()
        drafts, payments, knowledge = Drafts(database, self.settings), Payments(database), Knowledge(database)
        self.orders = Orders(database, self.settings, drafts, self.conversations, knowledge)
        media_files = MediaFiles(database, LocalStore(folder / "media"))
        self.inbox = Inbox(database, self.settings, self.customers, self.conversations)
        media_fetcher = MediaFetcher(database, media_files)
        self.fetching = media_fetcher.fetching(account_id, lambda: shelf)
        salesperson = Salesperson(
            database,
            self.customers,
            self.conversations,
            drafts,
            self.orders,
            payments,
            Facts(database, self.settings, self.catalog, drafts, payments, knowledge),
            self.assistant,
        )
        turns = Turns(database, self.settings, self.customers, self.conversations, salesperson)
        privacy = Privacy(database, media_files)
        retention = Retention(database, self.settings, media_files)
        owner_news = OwnerNews(database, self.settings, self.conversations)
        every = tasks(self.inbox, turns, self.orders, self.conversations, privacy, retention, owner_news, media_fetcher)
        vault = Vault.from_secrets("only for tests, and long enough to seal", None)
        router = Router(
            ProviderUse(database, self.settings, Providers(database, self.settings, vault)), OpenConnections()
        )
        beside = advice(
            ProofReading(database, self.settings, payments, media_files, router), Summaries(database, router)
        )
        self._tasks = {task.name: task for task in (*every, *beside)}

    async def run_due_jobs(self) -> None:
        """Like one worker with one hand; a failure is raised where a real one would try again."""
        await self.database.fetch(DUE, [clock.now()])
        while rows := await self.database.fetch(FETCH, [[QUEUE]]):
            job = rows[0]
            await self._tasks[job["task_name"]].act(**orjson.loads(job["args"]))
            await self.database.fetch(FINISH, [job["id"]])
            await self.database.fetch(DUE, [clock.now()])

    async def take_up_jobs(self) -> None:
        """As the queue does with those of a worker that died."""
        await self.database.fetch(RESCUE)


@types.coroutine
def cut_off(doing: Awaitable[object], after: int) -> Generator[Any, Any, None]:
    """Does it until it has waited for something `after` times, and is cancelled there; perhaps it ends before."""
    steps = doing.__await__()
    task = asyncio.current_task()
    assert task is not None
    thrown: BaseException | None = None
    while True:
        try:
            wait = steps.throw(thrown) if thrown is not None else next(steps)
        except StopIteration:
            return
        if after == 0:
            task.cancel()
        after -= 1
        try:
            yield wait
        except BaseException as error:
            thrown = error
        else:
            thrown = None
