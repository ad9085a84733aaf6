"""What people, phones and clocks do to the shop; each may be done alone, with another at once, or be cut off."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any, Protocol

from core import clock
from core.assistant.decision import Action
from core.audit import Actor
from core.catalog import PackageChanges, ServiceChanges
from core.conversation_records import CustomerBlockedError
from core.errors import ConflictError, ForbiddenError, IdempotencyKeyReusedError, InvalidInputError
from core.idempotency import first_result
from core.money import Money
from core.order_steps import NeedsPersonError, OrderStepNotAllowedError, RefundAmountError
from core.whatsapp.gateway import BacklogCompleted, IncomingMedia, MessageEdited, MessageRevoked
from models.catalog import Package
from models.conversations import MessageKind
from models.orders import Order, OrderStatus
from tests import pictures
from tests.machine.street import Street

# Mostly what brings a sale forward; the rest is what people write as well.
YES = ("yes", "1", "ok", "haan", "order it")
OTHER_WORDS = (
    "hi", "2", "0", "no", "cancel", "Gold", "2 x Gold", "3 x Starter", "Logo", "how much", "my order", "paid", "menu",
    "how do i pay", "human", "stop", "start", "in urdu please", "thanks", "?", "what is the weather", "999 x Logo",
)  # fmt: skip
WORDS = YES + OTHER_WORDS

NEXT = """
select
    exists (
        select 1 from conversations
        where customer_id = customers.id and closed_at is null and answered_by <> 'AI'
    ) as is_left_alone,
    exists (
        select 1 from drafts join conversations on conversations.id = conversation_id
        where customer_id = customers.id and state = 'PROPOSED' and closed_at is null
    ) as has_draft,
    exists (select 1 from orders where customer_id = customers.id and status in ('PENDING', 'REJECTED')) as has_unpaid
from customers where lid = $1
"""

PEOPLE_DECIDE = {OrderStatus.PAID, OrderStatus.REJECTED, OrderStatus.COMPLETED, OrderStatus.REFUNDED}


class Doing(Protocol):
    def do(self, street: Street) -> Coroutine[Any, Any, object]: ...


# --- Customers and their phones --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Says:
    who: int
    text: str
    copies: int = 1
    minutes_late: int = 0
    is_backlog: bool = False
    is_quoting: bool = False

    async def do(self, street: Street) -> None:
        event = street.message(
            self.who,
            text=self.text,
            late=timedelta(minutes=self.minutes_late),
            is_backlog=self.is_backlog,
            quoted_whatsapp_id=await street.sent_to(self.who) if self.is_quoting else None,
        )
        await street.deliver(event)
        if self.copies > 1:
            await asyncio.gather(*(street.deliver(event) for _ in range(1, self.copies)))


@dataclass(frozen=True)
class SendsFile:
    """`picture` is a receipt; None: bytes that are no picture."""

    who: int
    kind: MessageKind = MessageKind.IMAGE
    picture: int | None = 1
    text: str = ""

    async def do(self, street: Street) -> None:
        data = b"hello" if self.picture is None else _picture(self.picture)
        media = IncomingMedia(street.shelf.put(data), "image/png", "slip.png")
        await street.deliver(street.message(self.who, kind=self.kind, media=media, text=self.text))
        await street.shop.fetching.fetch_waiting()


@dataclass(frozen=True)
class GoesOn:
    """What a customer who wants to buy does next: agrees to the summary, pays, or asks for something."""

    who: int

    async def do(self, street: Street) -> None:
        rows = await street.shop.database.fetch(NEXT, [street.customers[self.who]])
        match rows[0] if rows else None:
            case {"is_left_alone": True}:
                await Chats(self.who, "hands back").do(street)
            case {"has_draft": True}:
                await Says(self.who, "yes").do(street)
            case {"has_unpaid": True}:
                await SendsFile(self.who).do(street)
            case _:
                await Says(self.who, "2 x Gold").do(street)


@dataclass(frozen=True)
class Amends:
    """Edits, or revokes when there is no text, what they wrote `which` messages ago; -1 is what they write next."""

    who: int
    which: int
    text: str | None

    async def do(self, street: Street) -> None:
        received = street.received(self.who)
        chat = street.customers[self.who]
        if self.which < 0 or not received:
            whatsapp_id = street.next_whatsapp_id
        else:
            whatsapp_id = received[-1 - self.which % len(received)].whatsapp_id
        if self.text is None:
            await street.deliver(MessageRevoked(chat, whatsapp_id, clock.now()))
        else:
            await street.deliver(MessageEdited(chat, whatsapp_id, self.text, clock.now()))


@dataclass(frozen=True)
class ComesAgain:
    """Something that was delivered long ago."""

    which: int

    async def do(self, street: Street) -> None:
        if street.events:
            await street.deliver(street.events[-1 - self.which % len(street.events)])


@dataclass(frozen=True)
class BacklogEnds:
    async def do(self, street: Street) -> None:
        await street.deliver(BacklogCompleted())


@dataclass(frozen=True)
class TypedOnPhone:
    who: int

    async def do(self, street: Street) -> None:
        await street.deliver(street.message(self.who, text="I will see to it", is_from_us=True))


# --- Staff, programs of theirs, and who has no right to --------------------------------------------------------------


@dataclass(frozen=True)
class Decides:
    """`by` is one of the street's actors; `which` order, counted from the newest."""

    to: OrderStatus
    which: int = 0
    by: int = 0
    amount: int | None = None  # of a refund; None: all of it
    key: str | None = None

    async def do(self, street: Street) -> str:
        """DONE or the code of what went wrong."""
        order = await street.order(self.which)
        return "NO_ORDER" if order is None else await self.decide(street, order)

    async def decide(self, street: Street, order: Order) -> str:
        actor = street.actors[self.by]

        async def act() -> dict[str, Any]:
            return {"status": (await self._step(street, order, actor)).status.value}

        request = {"order": order.id, "to": self.to.value, "amount": self.amount}
        try:
            result = await first_result(street.shop.database, f"caller:{self.by}", self.key, "decide", request, act)
        except (ConflictError, ForbiddenError, InvalidInputError, IdempotencyKeyReusedError) as error:
            return error.code
        assert result == {"status": self.to.value}
        return "DONE"

    def expected(self, status: OrderStatus, total: int, actor: Actor, allowed: set[tuple[str, str]]) -> str:
        """What comes of it when nobody else is at it."""
        kind = actor.kind.value
        if self.to in PEOPLE_DECIDE and kind not in {"STAFF", "API_KEY"}:
            return NeedsPersonError.code
        is_waiting = status is OrderStatus.PAYMENT_SUBMITTED
        if (status.value, self.to.value) not in allowed or (kind == "PROGRAM" and is_waiting):
            return OrderStepNotAllowedError.code
        amount = total if self.amount is None else self.amount
        if self.to is OrderStatus.REFUNDED and not 0 < amount <= total:
            return RefundAmountError.code
        return "DONE"

    async def _step(self, street: Street, order: Order, actor: Actor) -> Order:
        orders = street.shop.orders
        match self.to:
            case OrderStatus.PAID:
                return await orders.approve_payment(order.id, actor)
            case OrderStatus.REJECTED:
                return await orders.reject_payment(order.id, "unreadable", actor)
            case OrderStatus.COMPLETED:
                return await orders.complete(order.id, actor)
            case OrderStatus.REFUNDED:
                amount = order.total_amount if self.amount is None else self.amount
                return await orders.refund(order.id, Money(amount, order.currency), "TX-1", "", actor)
            case _:
                return await orders.cancel(order.id, "out of stock", actor)


@dataclass(frozen=True)
class Reprices:
    package: int
    price: Money

    async def do(self, street: Street) -> None:
        package = street.packages[self.package]
        street.prices[package].add(self.price)
        await street.shop.catalog.update_package(package, PackageChanges(price=self.price), street.actors[0])


@dataclass(frozen=True)
class Shelves:
    """Takes a package, or the service it belongs to, off the shelf or puts it back."""

    package: int
    is_active: bool
    is_whole_service: bool = False

    async def do(self, street: Street) -> None:
        package, catalog = street.packages[self.package], street.shop.catalog
        if self.is_whole_service:
            row = await Package.get(id=package)
            await catalog.update_service(row.service_id, ServiceChanges(is_active=self.is_active), street.actors[0])
        else:
            await catalog.update_package(package, PackageChanges(is_active=self.is_active), street.actors[0])


@dataclass(frozen=True)
class Chats:
    """A person in the inbox: takes over, hands back, pauses, writes, clears, blocks, unblocks."""

    who: int
    step: str

    async def do(self, street: Street) -> None:
        conversation = await street.conversation_id(self.who)
        customer = await street.customer_id(self.who)
        if conversation is None or customer is None:
            return
        chats, people, actor = street.shop.conversations, street.shop.customers, street.actors[1]
        steps: dict[str, Callable[[], Awaitable[object]]] = {
            "takes over": lambda: chats.take_over(conversation, actor),
            "hands back": lambda: chats.hand_back(conversation, actor),
            "pauses": lambda: chats.pause(conversation, actor, clock.now() + timedelta(minutes=5)),
            "writes": lambda: chats.send(conversation, "One moment please", actor),
            "clears": lambda: chats.clear_attention(conversation, actor),
            "blocks": lambda: people.block(customer, "abuse", actor),
            "unblocks": lambda: people.unblock(customer, actor),
        }
        try:
            await steps[self.step]()
        except CustomerBlockedError:
            assert self.step == "writes"


# --- The program itself ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class JobsRun:
    async def do(self, street: Street) -> None:
        await street.shop.run_due_jobs()


@dataclass(frozen=True)
class ByTheClock:
    """The periodic job of that name, as the worker calls it."""

    name: str

    async def do(self, street: Street) -> None:
        orders, chats = street.shop.orders, street.shop.conversations
        jobs: dict[str, Callable[[], Awaitable[object]]] = {
            "expire": orders.expire_due,
            "remind": orders.remind_due,
            "abandon": chats.abandon_silent,
            "resume": chats.resume_due,
        }
        await jobs[self.name]()


@dataclass(frozen=True)
class OutboxSends:
    """What waits is on the customers' phones; the outbox itself has tests of its own."""

    async def do(self, street: Street) -> None:
        await street.shop.database.fetch(
            "update messages set state = 'SENT', whatsapp_id = 'S' || id, sent_at = $1 where state = 'QUEUED'",
            [clock.now()],
        )


@dataclass(frozen=True)
class Strays:
    """An assistant that asks for whatever it likes, of whosever drafts, orders and messages."""

    actions: tuple[Action, ...]

    async def do(self, street: Street) -> None:
        street.shop.assistant.astray = self.actions


@cache
def _picture(seed: int) -> bytes:
    return pictures.png(seed)


async def with_one_key(street: Street, decision: Decides, other: Decides) -> tuple[str, str, str]:
    """Sent twice at once under one key; then something else under the same key."""
    order = await street.order(decision.which)
    if order is None:
        return ("NO_ORDER",) * 3
    first, again = await asyncio.gather(decision.decide(street, order), decision.decide(street, order))
    return first, again, await other.decide(street, order)


KEY_REUSED = IdempotencyKeyReusedError.code
