"""One customer of one simulated number, and the rules that sell to them: the stage of the tests of orders."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from core import clock
from core.audit import Actor
from core.conversations import Conversations
from core.database import Database
from core.drafts import Drafts
from core.knowledge import Knowledge
from core.media.local_store import LocalStore
from core.media_files import MediaFiles
from core.money import Money
from core.orders import Confirmation, Orders
from core.settings import Settings
from models.accounts import AccountKind, WhatsappAccount
from models.catalog import DurationUnit, Package, Service
from models.conversations import (
    Conversation,
    Direction,
    Draft,
    Message,
    MessageAuthor,
    MessageKind,
    MessageState,
)
from models.customers import Customer
from models.media import MediaFile
from models.orders import ActorKind, Order, OrderAction, OrderStatus
from models.payments import PaymentProof
from models.staff import Staff, StaffRole
from tests import pictures


@dataclass
class Sale:
    database: Database
    folder: Path
    account: WhatsappAccount
    customer: Customer
    conversation: Conversation
    package: Package
    staff: Staff
    settings: Settings = field(init=False)
    conversations: Conversations = field(init=False)
    drafts: Drafts = field(init=False)
    media_files: MediaFiles = field(init=False)
    orders: Orders = field(init=False)

    def __post_init__(self) -> None:
        self.settings = Settings(self.database)
        self.conversations = Conversations(self.database, self.settings)
        self.drafts = Drafts(self.database, self.settings)
        self.media_files = MediaFiles(self.database, LocalStore(self.folder / "media"))
        self.orders = Orders(
            self.database, self.settings, self.drafts, self.conversations, wording=Knowledge(self.database)
        )

    @classmethod
    async def begin(cls, database: Database, folder: Path, *, kind: AccountKind = AccountKind.SIMULATOR) -> Self:
        now = clock.now()
        account = await WhatsappAccount.create(name="Shop", kind=kind, status_changed_at=now)
        customer, conversation = await _somebody(account, "923001234567@lid")
        service = await Service.create(name="Web hosting")
        package = await Package.create(
            service_id=service.id,
            name="Starter",
            description="For small sites",
            features=["1 site", "5 GB"],
            duration_count=1,
            duration_unit=DurationUnit.MONTH,
            price_amount=250_000,
            currency="PKR",
        )
        staff = await Staff.create(
            email="agent@shop.example",
            name="Agent",
            role=StaffRole.AGENT,
            password_hash="not a password",
            password_changed_at=now,
        )
        return cls(database, folder, account, customer, conversation, package, staff)

    async def with_another_customer(self) -> "Sale":
        customer, conversation = await _somebody(self.account, f"{await Customer.all().count()}@lid")
        return Sale(self.database, self.folder, self.account, customer, conversation, self.package, self.staff)

    @property
    def agent(self) -> Actor:
        return Actor(ActorKind.STAFF, staff_id=self.staff.id)

    async def customer_says(
        self, text: str = "yes", kind: MessageKind = MessageKind.TEXT, media: MediaFile | None = None
    ) -> Message:
        return await Message.create(
            account_id=self.account.id,
            customer_id=self.customer.id,
            conversation_id=self.conversation.id,
            direction=Direction.INBOUND,
            author=MessageAuthor.CUSTOMER,
            kind=kind,
            state=MessageState.RECEIVED,
            chat=self.customer.chat,
            whatsapp_id=f"W{await Message.all().count()}",
            text=text,
            media_id=media.id if media else None,
            sent_at=clock.now(),
            created_at=clock.now(),
        )

    async def proposes(self, quantity: int = 1) -> Draft:
        asking = await self.customer_says("Starter please")
        async with self.database.unit_of_work() as work:
            return await self.drafts.propose(
                work, self.conversation, self.package.id, quantity, after_message_id=asking.id
            )

    async def confirms(self, draft: Draft, message: Message | None = None) -> Confirmation:
        message = message or await self.customer_says("yes")
        async with self.database.unit_of_work() as work:
            return await self.orders.confirm_draft(work, draft.id, message)

    async def order(self, quantity: int = 1) -> Order:
        order = await self.confirms(await self.proposes(quantity))
        assert isinstance(order, Order)
        return order

    async def sends_proof(self, order: Order, data: bytes | None = None, *, name: str = "slip.png") -> PaymentProof:
        media = await self.media_files.keep(data or pictures.png(), file_name=name)
        message = await self.customer_says("", MessageKind.IMAGE, media)
        async with self.database.unit_of_work() as work:
            return await self.orders.submit_proof(work, order.id, media=media, message=message)

    async def order_in(self, status: OrderStatus) -> Order:
        """A new order, brought to that status by the steps that lead there."""
        order = await self.order()
        if status not in {OrderStatus.PENDING, OrderStatus.CANCELLED}:
            await self.sends_proof(order)
        match status:
            case OrderStatus.REJECTED:
                await self.orders.reject_payment(order.id, "unreadable", self.agent)
            case OrderStatus.CANCELLED:
                await self.orders.cancel(order.id, "", self.agent)
            case OrderStatus.PAID | OrderStatus.COMPLETED | OrderStatus.REFUNDED:
                await self.orders.approve_payment(order.id, self.agent)
                if status is OrderStatus.COMPLETED:
                    await self.orders.complete(order.id, self.agent)
                if status is OrderStatus.REFUNDED:
                    await self.orders.refund(order.id, _all_of(order), "TX-1", "", self.agent)
            case _:
                pass
        return await Order.get(id=order.id)

    async def talk(self) -> Conversation:
        """The conversation as it is now."""
        return await Conversation.get(id=self.conversation.id)

    async def told(self) -> list[str]:
        """What the program said to the customer, oldest first."""
        rows = Message.filter(customer_id=self.customer.id, direction=Direction.OUTBOUND).order_by("id")
        return [message.text for message in await rows]


def _all_of(order: Order) -> Money:
    return Money(order.total_amount, order.currency)


async def _somebody(account: WhatsappAccount, lid: str) -> tuple[Customer, Conversation]:
    now = clock.now()
    customer = await Customer.create(account_id=account.id, lid=lid, chat=lid, created_at=now)
    conversation = await Conversation.create(
        account_id=account.id, customer_id=customer.id, last_message_at=now, created_at=now
    )
    return customer, conversation


async def steps(order_id: int) -> list[tuple[OrderStatus | None, OrderStatus, ActorKind]]:
    actions = await OrderAction.filter(order_id=order_id).order_by("id")
    return [(action.from_status, action.to_status, action.actor) for action in actions]
