"""One simulated number and the rules behind it, with an assistant that does as it is told: the stage of chat tests."""

import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from core import clock
from core.assistant.decision import Action, Decision, TurnFacts
from core.assistant.facts import Facts
from core.assistant.turn import Salesperson
from core.audit import Actor
from core.catalog import Catalog
from core.conversations import Conversations
from core.customers import Customers
from core.database import Database
from core.drafts import Drafts
from core.engine.inbox import Inbox
from core.engine.media_fetcher import Fetching, MediaFetcher
from core.engine.turns import Turns
from core.knowledge import Knowledge
from core.media.local_store import LocalStore
from core.media_files import MediaFiles
from core.orders import Orders
from core.payments import Payments
from core.settings import Settings
from core.whatsapp.gateway import ChatKind, IncomingMedia, MediaGoneError, MessageReceived
from models.accounts import AccountKind, WhatsappAccount
from models.catalog import Package, Service
from models.conversations import Conversation, Direction, Message, MessageKind, MessageState
from models.customers import Customer
from models.orders import ActorKind
from models.payments import PaymentConfig, PaymentMethod
from models.staff import Staff, StaffRole

AYESHA = "923001234567@lid"

_ids = itertools.count(1)


class Obedient:
    """An assistant that decides what the test says, and remembers what it was told."""

    def __init__(self) -> None:
        self.seen: list[TurnFacts] = []
        self.replies: tuple[str, ...] = ("Hello!",)
        self.actions: Callable[[TurnFacts], tuple[Action, ...]] = lambda _: ()
        self.language = "en"
        self.menu: dict[str, Any] = {}
        # What happens while it thinks.
        self.meanwhile: Callable[[], Awaitable[object]] | None = None

    async def decide(self, facts: TurnFacts) -> Decision:
        self.seen.append(facts)
        if (meanwhile := self.meanwhile) is not None:
            self.meanwhile = None
            await meanwhile()
        return Decision(
            language=self.language,
            is_language_chosen=False,
            replies=self.replies,
            menu=self.menu,
            actions=self.actions(facts),
        )

    @property
    def read(self) -> list[list[str]]:
        """The texts of each turn it was asked about."""
        return [[message.text for message in facts.messages] for facts in self.seen]


class Shelf:
    """The files that customers sent, as WhatsApp has them; what is not here it has no more."""

    def __init__(self) -> None:
        self._files: dict[bytes, Callable[[], Awaitable[bytes]]] = {}

    def put(self, file: bytes | Callable[[], Awaitable[bytes]]) -> bytes:
        """The reference to it. A file may be something that is done when it is asked for."""

        async def give() -> bytes:
            assert isinstance(file, bytes)
            return file

        reference = f"file {len(self._files)}".encode()
        self._files[reference] = file if callable(file) else give
        return reference

    async def download(self, reference: bytes) -> bytes:
        if reference not in self._files:
            raise MediaGoneError
        return await self._files[reference]()


@dataclass
class Chats:
    database: Database
    account: WhatsappAccount
    staff: Staff
    media_files: MediaFiles
    assistant: Obedient = field(default_factory=Obedient)
    shelf: Shelf = field(default_factory=Shelf)
    settings: Settings = field(init=False)
    customers: Customers = field(init=False)
    conversations: Conversations = field(init=False)
    drafts: Drafts = field(init=False)
    orders: Orders = field(init=False)
    inbox: Inbox = field(init=False)
    fetching: Fetching = field(init=False)
    turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        database = self.database
        self.settings = Settings(database)
        self.customers = Customers(database)
        self.conversations = Conversations(database, self.settings)
        self.drafts = Drafts(database, self.settings)
        payments, knowledge = Payments(database), Knowledge(database)
        self.orders = Orders(database, self.settings, self.drafts, self.conversations, knowledge)
        self.inbox = Inbox(database, self.settings, self.customers, self.conversations)
        self.fetching = MediaFetcher(database, self.media_files).fetching(self.account.id, lambda: self.shelf)
        salesperson = Salesperson(
            database,
            self.customers,
            self.conversations,
            self.drafts,
            self.orders,
            payments,
            Facts(database, self.settings, Catalog(database), self.drafts, payments, knowledge),
            self.assistant,
        )
        self.turns = Turns(database, self.settings, self.customers, self.conversations, salesperson)

    @classmethod
    async def begin(cls, database: Database, folder: Path) -> Self:
        """Answers at once unless the test asks for a quiet window."""
        moment = clock.now()
        account = await WhatsappAccount.create(name="Shop", kind=AccountKind.SIMULATOR, status_changed_at=moment)
        staff = await Staff.create(
            email="agent@shop.example",
            name="Agent",
            role=StaffRole.AGENT,
            password_hash="not a password",
            password_changed_at=moment,
        )
        chats = cls(database, account, staff, MediaFiles(database, LocalStore(folder / "media")))
        await chats.settings.change({"quiet_seconds": 0, "longest_wait_seconds": 12}, chats.agent)
        return chats

    @property
    def agent(self) -> Actor:
        return Actor(ActorKind.STAFF, staff_id=self.staff.id)

    # --- The customer ------------------------------------------------------------------------------------------------

    def message(self, text: str = "hi", **changes: Any) -> MessageReceived:
        lid = changes.pop("lid", AYESHA)
        return MessageReceived(
            **{
                "chat_kind": ChatKind.PERSON,
                "chat": lid,
                "sender_lid": lid,
                "whatsapp_id": f"W{next(_ids)}",
                "sent_at": clock.now(),
                "kind": MessageKind.TEXT,
                "text": text,
                **changes,
            }
        )

    async def writes(self, text: str = "hi", **changes: Any) -> Message:
        """As it is stored."""
        event = self.message(text, **changes)
        await self.inbox.take(self.account.id, event)
        return await self.stored(event.whatsapp_id)

    async def types_on_phone(self, text: str, **changes: Any) -> Message:
        return await self.writes(text, is_from_us=True, **changes)

    async def sends_file(self, data: bytes, kind: MessageKind = MessageKind.IMAGE, **changes: Any) -> Message:
        media = IncomingMedia(self.shelf.put(data), "image/png", "proof.png")
        message = await self.writes("", kind=kind, media=media, **changes)
        await self.fetching.fetch_waiting()
        return await Message.get(id=message.id)

    async def stored(self, whatsapp_id: str) -> Message:
        return await Message.get(account_id=self.account.id, whatsapp_id=whatsapp_id)

    async def customer(self, lid: str = AYESHA) -> Customer:
        return await Customer.get(account_id=self.account.id, lid=lid)

    async def conversation(self, lid: str = AYESHA) -> Conversation:
        """The customer's newest."""
        newest = await Conversation.filter(customer__lid=lid).order_by("-id").first()
        assert newest is not None
        return newest

    # --- The shop ----------------------------------------------------------------------------------------------------

    async def answers(self, lid: str = AYESHA) -> list[str]:
        """Runs the job of the customer's messages; what is said by it."""
        before = await self._newest_message()
        await self.turns.answer((await self.customer(lid)).id)
        return [message.text for message in await self.said(after=before)]

    async def said(self, *, after: int = 0) -> list[Message]:
        return await Message.filter(direction=Direction.OUTBOUND, id__gt=after).order_by("id")

    async def sent(self, message: Message, whatsapp_id: str | None, state: MessageState = MessageState.SENT) -> None:
        """As the outbox leaves it."""
        await Message.filter(id=message.id).update(state=state, whatsapp_id=whatsapp_id, sent_at=clock.now())

    async def jobs(self, task: str = "answer_customer") -> list[datetime]:
        """When the jobs that wait are due."""
        rows = await self.database.fetch(
            "select scheduled_at from procrastinate_jobs where task_name = $1 and status = 'todo' order by id", [task]
        )
        return [row["scheduled_at"] for row in rows]

    async def sells(self, price: int = 250_000) -> Package:
        service = await Service.create(name="Web hosting")
        await PaymentConfig.create(
            method=PaymentMethod.EASYPAISA,
            label="EasyPaisa",
            currency="PKR",
            payee_name="Parley Shop",
            account_number="0300 1234567",
        )
        return await Package.create(service_id=service.id, name="Starter", price_amount=price, currency="PKR")

    async def _newest_message(self) -> int:
        newest = await Message.all().order_by("-id").first()
        return newest.id if newest else 0
