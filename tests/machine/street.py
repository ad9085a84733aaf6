"""Everything around the shop that survives its restarts: its customers, its people, the clock, what was delivered."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import time_machine
from asyncpg.prepared_stmt import PreparedStatement

from core import clock
from core.audit import CUSTOMER, PROGRAM, Actor
from core.database import connected, open_connection
from core.engine.line import ChatEvent
from core.money import Money
from core.whatsapp.gateway import ChatKind, MessageReceived
from models.accounts import AccountKind, WhatsappAccount
from models.catalog import Package, Service
from models.conversations import Direction, Message, MessageKind
from models.customers import Customer
from models.orders import ActorKind, Order, OrderStatus
from models.payments import PaymentConfig, PaymentMethod
from models.staff import Staff, StaffRole
from tests.chats import Shelf
from tests.machine.invariants import BROKEN
from tests.machine.premises import Premises, cut_off

# Far ahead of any real clock, so that nothing that the database dates by itself is ever due too early.
MONDAY = datetime(2040, 1, 2, 10, tzinfo=UTC)

SERVICES = {"Web hosting": {"Starter": 250_000, "Gold": 999_999}, "Design": {"Logo": 1}}


class Street:
    """One shop with three packages and three customers."""

    customers = ("ali@lid", "sara@lid", "omar@lid")

    def __init__(self, url: str, folder: Path) -> None:
        self._url = url
        self._folder = folder
        self._open = AsyncExitStack()
        self._time = time_machine.travel(MONDAY, tick=False)
        self.now = self._time.start()
        self.shop: Premises
        self.shelf = Shelf()
        self.packages: list[int] = []
        self.actors: list[Actor] = []
        # What WhatsApp sent in the life of the shop, and what it would send again because nobody took it.
        self.events: list[ChatEvent] = []
        self.unacknowledged: list[ChatEvent] = []
        # The prices that each package had since the invariants were looked at last.
        self.prices: dict[int, set[Money]] = defaultdict(set)
        self._eye: asyncpg.Connection[asyncpg.Record] | None = None
        self._broken: PreparedStatement[asyncpg.Record]
        self._account = 0
        self._messages = 0

    # --- Opening, closing, time --------------------------------------------------------------------------------------

    async def open(self) -> None:
        await self._connect()
        # A connection of its own: to plan the long statement anew after each restart would take most of the time.
        self._eye = await open_connection(self._url)
        self._broken = await self._eye.prepare(BROKEN)
        self._account = (
            await WhatsappAccount.create(name="Shop", kind=AccountKind.SIMULATOR, status_changed_at=clock.now())
        ).id
        self.shop = Premises(self._folder, self._account, self.shelf)
        for name, packages in SERVICES.items():
            service = await Service.create(name=name)
            for package, price in packages.items():
                row = await Package.create(service_id=service.id, name=package, price_amount=price, currency="PKR")
                self.packages.append(row.id)
        await PaymentConfig.create(
            method=PaymentMethod.EASYPAISA,
            label="EasyPaisa",
            currency="PKR",
            payee_name="Parley Shop",
            account_number="0300 1234567",
        )
        people = [await self._hire(name) for name in ("amna", "bilal")]
        self.actors = [*people, Actor(ActorKind.API_KEY, api_key_id=1), PROGRAM, CUSTOMER]
        await self.note_prices()

    async def close(self) -> None:
        try:
            await self._open.aclose()
            if self._eye is not None:
                await self._eye.close()
        finally:
            self._time.stop()

    async def restart(self) -> None:
        """Nothing of the process is left; then WhatsApp sends again what was not acknowledged."""
        await self._open.aclose()
        await self._begin()
        await self.shop.take_up_jobs()
        for event in tuple(self.unacknowledged):
            await self.deliver(event)
        await self.shop.fetching.fetch_waiting()

    async def crash(self, doing: Awaitable[object], after: int) -> None:
        """Cuts it off where it waits for the `after`th time; then the program starts again."""

        async def begun() -> None:
            await cut_off(doing, after)

        task = asyncio.create_task(begun())
        await asyncio.wait([task])
        await self.restart()
        if not task.cancelled():
            task.result()

    def let_pass(self, time: timedelta) -> None:
        self.now.shift(time)

    async def _connect(self) -> None:
        await self._open.enter_async_context(connected(self._url, pool_size=6))

    async def _begin(self) -> None:
        await self._connect()
        self.shop = Premises(self._folder, self._account, self.shelf)

    async def _hire(self, name: str) -> Actor:
        staff = await Staff.create(
            email=f"{name}@shop.example",
            name=name,
            role=StaffRole.ADMIN,
            password_hash="not a password",
            password_changed_at=clock.now(),
        )
        return Actor(ActorKind.STAFF, staff_id=staff.id)

    # --- Messages ----------------------------------------------------------------------------------------------------

    def message(self, who: int, *, late: timedelta = timedelta(), **values: Any) -> MessageReceived:
        chat = self.customers[who]
        self._messages += 1
        return MessageReceived(
            **{
                "chat_kind": ChatKind.PERSON,
                "chat": chat,
                "sender_lid": chat,
                "whatsapp_id": f"W{self._messages}",
                "sent_at": clock.now() - late,
                "kind": MessageKind.TEXT,
                **values,
            }
        )

    @property
    def next_whatsapp_id(self) -> str:
        return f"W{self._messages + 1}"

    async def deliver(self, event: ChatEvent) -> None:
        """WhatsApp keeps it until it was taken, and sends it again after a crash."""
        if event not in self.events:
            self.events.append(event)
        if event not in self.unacknowledged:
            self.unacknowledged.append(event)
        await self.shop.inbox.take(self._account, event)
        if event in self.unacknowledged:
            self.unacknowledged.remove(event)

    def received(self, who: int) -> list[MessageReceived]:
        chat = self.customers[who]
        return [event for event in self.events if isinstance(event, MessageReceived) and event.chat == chat]

    # --- What the database has ---------------------------------------------------------------------------------------

    async def broken(self) -> list[tuple[str, list[int]]]:
        """The invariants that do not hold, each with the ids of some rows."""
        return [(row["broken"], row["ids"]) for row in await self._broken.fetch()]

    async def customer_id(self, who: int) -> int | None:
        customer = await Customer.get_or_none(lid=self.customers[who])
        return customer.id if customer else None

    async def conversation_id(self, who: int) -> int | None:
        rows = await self.shop.database.fetch(
            "select max(conversations.id) as id from conversations "
            "join customers on customers.id = conversations.customer_id where lid = $1",
            [self.customers[who]],
        )
        return rows[0]["id"] if rows else None

    async def orders(self, *among: OrderStatus) -> list[Order]:
        """The newest first; of any status if none is named."""
        orders = Order.filter(status__in=among) if among else Order.all()
        return await orders.order_by("-id")

    async def order(self, which: int) -> Order | None:
        """Counted from the newest; any number means one, if there is any."""
        orders = await self.orders()
        return orders[which % len(orders)] if orders else None

    async def sent_to(self, who: int) -> str | None:
        """WhatsApp's id of what the shop said to them last."""
        sent = Message.filter(
            direction=Direction.OUTBOUND, customer__lid=self.customers[who], whatsapp_id__isnull=False
        ).order_by("-id")
        newest = await sent.first()
        return newest.whatsapp_id if newest else None

    async def note_prices(self) -> None:
        """From here on these are the only prices until somebody changes one."""
        self.prices.clear()
        for package in await Package.all():
            self.prices[package.id].add(Money(package.price_amount, package.currency))
