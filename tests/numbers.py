"""Simulated numbers and the running parts that serve them: the stage of the tests of accounts, outbox and keeper."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeVar

from core.accounts import Accounts
from core.audit import PROGRAM
from core.conversations import Conversations
from core.customers import Customers
from core.database import Database, open_connection
from core.engine.accounts_keeper import AccountsKeeper
from core.engine.inbox import Inbox
from core.engine.leases import Leases
from core.engine.media_fetcher import MediaFetcher
from core.engine.outbox import Outbox
from core.events import doorbell
from core.events.feed import Feed
from core.media.local_store import LocalStore
from core.media_files import MediaFiles
from core.settings import Settings
from core.vault import Vault
from core.whatsapp.gateway import GatewayFactory
from core.whatsapp.pacer import INSTANT, Pace
from core.whatsapp.session_store import SessionStore
from core.whatsapp.simulator import SimulatedNetwork
from core.whatsapp.simulator_gateway import SimulatorFactory, Timing
from models.accounts import AccountKind, AccountStatus, WhatsappAccount
from models.conversations import Conversation, Message, MessageAuthor, MessageState

T = TypeVar("T")

LINKED = b'{"linked": true, "jid": "12025550001:1@s.whatsapp.net"}'
QUICK = Timing(first_code=20, next_code=20, delivered_after=0, poll=0.2)


@dataclass
class Stage:
    database: Database
    url: str
    settings: Settings
    customers: Customers
    conversations: Conversations
    media_files: MediaFiles
    accounts: Accounts
    sessions: SessionStore
    network: SimulatedNetwork
    inbox: Inbox

    @classmethod
    def build(cls, database: Database, url: str, folder: Path) -> Self:
        settings = Settings(database)
        customers, conversations = Customers(database), Conversations(database, settings)
        media_files = MediaFiles(database, LocalStore(folder / "media"))
        return cls(
            database,
            url,
            settings,
            customers,
            conversations,
            media_files,
            Accounts(database),
            SessionStore(database, Vault.from_secrets("a-secret-of-the-tests-with-32-characters")),
            SimulatedNetwork(database, media_files),
            Inbox(database, settings, customers, conversations),
        )

    async def number(self, name: str = "Shop") -> WhatsappAccount:
        return await self.accounts.create(name, AccountKind.SIMULATOR, PROGRAM)

    async def linked_number(self, name: str = "Shop") -> WhatsappAccount:
        """A number that was linked in an earlier life and is wished to be connected."""
        account = await self.number(name)
        account = await self.accounts.request_connect(account.id, PROGRAM)
        await self.sessions.save(account.id, 0, LINKED)
        return account

    async def conversation(
        self, account: WhatsappAccount, lid: str = "7001@lid", *, wrote_first: bool = True
    ) -> Conversation:
        """`wrote_first`: the customer did, some time ago; if not, what is said to them is outreach."""
        async with self.database.unit_of_work() as work:
            customer = await self.customers.find_or_create(
                work, account_id=account.id, lid=lid, phone=None, chat=lid, profile_name="Ayesha"
            )
            conversation = await self.conversations.open_for(work, customer)
            if wrote_first:
                conversation.last_customer_message_at = work.now
                await conversation.save(using_db=work.connection, update_fields=["last_customer_message_at"])
            return conversation

    async def queue(
        self,
        conversation: Conversation,
        text: str,
        *,
        author: MessageAuthor = MessageAuthor.ASSISTANT,
        is_proactive: bool = False,
        media_id: int | None = None,
    ) -> Message:
        async with self.database.unit_of_work() as work:
            message = await self.conversations.queue_reply(
                work, conversation, text, author=author, is_proactive=is_proactive, media_id=media_id
            )
        assert message is not None
        return message

    @asynccontextmanager
    async def keeping(
        self,
        owner: str = "this machine",
        *,
        pace: Pace = INSTANT,
        timing: Timing = QUICK,
        ttl: float = 15.0,
        renew_seconds: float = 5.0,
        gateways: Mapping[AccountKind, GatewayFactory] | None = None,
    ) -> AsyncIterator[AccountsKeeper]:
        """One process's keeper with its feed, until the block ends; then it stops cleanly."""
        feed = Feed(lambda: open_connection(self.url))
        keeper = AccountsKeeper(
            self.database,
            self.accounts,
            self.sessions,
            self.inbox,
            Outbox(self.database, self.conversations, self.media_files, pace=lambda _: pace),
            MediaFetcher(self.database, self.media_files),
            gateways or {AccountKind.SIMULATOR: SimulatorFactory(self.database, self.network, timing)},
            owner=owner,
            feed=feed,
            leases=Leases(self.database, owner, ttl=ttl),
            renew_seconds=renew_seconds,
        )
        following = asyncio.create_task(feed.run())
        keeping = asyncio.create_task(keeper.run())
        try:
            yield keeper
        finally:
            for task in (keeping, following):
                task.cancel()
                async with asyncio.timeout(20):
                    await asyncio.gather(task, return_exceptions=True)

    async def account(self, account_id: int) -> WhatsappAccount:
        return await WhatsappAccount.get(id=account_id)

    async def reaches(
        self, account_id: int, status: AccountStatus, reason: str | None = None, *, seconds: float = 20
    ) -> WhatsappAccount:
        async def look() -> WhatsappAccount | None:
            account = await self.account(account_id)
            return account if (account.status, account.status_reason) == (status, reason) else None

        return await eventually(look, seconds=seconds)

    async def message_reaches(self, message: Message, state: MessageState) -> Message:
        async def look() -> Message | None:
            found = await Message.get(id=message.id)
            return found if found.state is state else None

        return await eventually(look)

    async def accepted_texts(self, account: WhatsappAccount) -> list[str]:
        return [sent["text"] for sent in await self.network.accepted(account.id)]


async def eventually(look: Callable[[], Awaitable[T | None]], *, seconds: float = 20) -> T:
    """Looks after every commit that told of something, until there is something to see."""
    rung = asyncio.Event()
    end = doorbell.listen(rung.set)
    try:
        async with asyncio.timeout(seconds):
            while True:
                rung.clear()
                found = await look()
                if found is not None and found is not False:
                    return found
                try:
                    # Not everything that changes tells of it.
                    async with asyncio.timeout(0.05):
                        await rung.wait()
                except TimeoutError:
                    pass
    finally:
        end()


async def session_of(sessions: SessionStore, account_id: int) -> bytes | None:
    stored = await sessions.load(account_id)
    return stored.data if stored else None
