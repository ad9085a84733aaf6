"""The customer's phone: a person, the simulated number they write to, and what reaches them."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from web.cli.simulate import documents
from web.cli.simulate.client import Api, RefusedError, SimulateError
from web.cli.simulate.screen import Screen

LINKING_TAKES = 60.0
_ARRIVED = frozenset({"SENT", "DELIVERED", "READ"})
_WAITING = frozenset({"QUEUED", "SENDING"})
# When nobody reads on, the server's own buffer fills next, and it tells the follower to begin anew.
_QUEUE = 1000


@dataclass(frozen=True, slots=True)
class Person:
    """Who writes. The same number is the same customer, also tomorrow."""

    phone: str
    name: str

    @property
    def lid(self) -> str:
        digits = int.from_bytes(hashlib.sha256(self.phone.encode()).digest()[:6])
        return f"{digits:015d}@lid"


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of either side that is on its phone now."""

    id: str
    is_from_shop: bool
    author: str
    kind: str
    text: str
    state: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Order:
    id: str
    number: str
    status: str
    what: str
    total: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """A message got further on its way, or came to nothing."""

    id: str
    state: str
    failure: str | None


News = Heard | Order | Ticks


@dataclass(slots=True)
class Phone:
    """Linked by `linked_phone`. News come in order; each message of the shop comes once, when it has arrived."""

    api: Api
    account_id: str
    person: Person
    news: asyncio.Queue[News] = field(default_factory=lambda: asyncio.Queue(_QUEUE))
    orders: dict[str, Order] = field(default_factory=dict)
    shop_is_writing: set[str] = field(default_factory=set)
    _heard: set[str] = field(default_factory=set)
    _states: dict[str, str] = field(default_factory=dict)

    async def write(self, text: str) -> str:
        return await self._send(text=text)

    async def send_file(self, data: bytes, *, content_type: str, file_name: str, caption: str = "") -> str:
        """An image or a document, by its content type. Raises SimulateError when it is not taken."""
        upload = await self.api.change(
            documents.PREPARE_UPLOAD,
            purpose="PROOF",
            contentType=content_type,
            fileName=file_name,
            byteSize=len(data),
        )
        await self.api.upload(upload["putPath"], data, content_type)
        kind = "IMAGE" if content_type.startswith("image/") else "DOCUMENT"
        return await self._send(kind=kind, uploadId=upload["id"], text=caption)

    async def acknowledge(self, whatsapp_id: str) -> None:
        """The blue ticks: the customer saw it."""
        await self.api.change(documents.ACKNOWLEDGE, accountId=self.account_id, whatsappIds=[whatsapp_id], kind="READ")

    async def approve(self, order: Order) -> None:
        """Plays the staff, with the mutation staff use. Somebody else may have been quicker; that is fine too."""
        try:
            await self.api.change(documents.APPROVE, id=order.id, idempotencyKey=f"simulate-{uuid4()}")
        except RefusedError as error:
            if error.code != "ORDER_STEP_NOT_ALLOWED":
                raise

    async def follow(self, cursor: str) -> None:
        """Until cancelled. What happened after the cursor comes first, so nothing falls between two calls."""
        async with asyncio.TaskGroup() as group:
            for document in (documents.MESSAGE_ADDED, documents.MESSAGE_CHANGED):
                group.create_task(self._follow_messages(document, cursor))
            group.create_task(self._follow_orders(cursor))

    async def _send(self, **what: Any) -> str:
        sent = await self.api.change(
            documents.WRITE,
            accountId=self.account_id,
            lid=self.person.lid,
            phone=self.person.phone,
            profileName=self.person.name,
            idempotencyKey=f"simulate-{uuid4()}",
            **what,
        )
        return str(sent["whatsappId"])

    async def _follow_messages(self, document: str, cursor: str) -> None:
        async with self.api.follow(document, account=self.account_id, after=cursor) as events:
            async for event in events:
                message = event["message"]
                if self._is_ours(message):
                    await self._note_message(message)

    async def _follow_orders(self, cursor: str) -> None:
        async with self.api.follow(documents.ORDER_CHANGED, account=self.account_id, after=cursor) as events:
            async for event in events:
                if self._is_ours(event["order"]):
                    await self._note_order(event["order"])

    async def _note_order(self, order: dict[str, Any]) -> None:
        name, quantity = order["packageName"], order["quantity"]
        known = Order(
            id=order["id"],
            number=order["number"],
            status=order["status"],
            what=name if quantity == 1 else f"{quantity} × {name}",
            total=_money(order["total"]),
        )
        if self.orders.get(known.id) != known:
            self.orders[known.id] = known
            await self.news.put(known)

    async def _note_message(self, message: dict[str, Any]) -> None:
        key, state = message["id"], message["state"]
        is_from_shop = message["direction"] == "OUTBOUND"
        if is_from_shop and state in _WAITING:
            if key not in self._heard:
                self.shop_is_writing.add(key)
            return
        self.shop_is_writing.discard(key)
        if key not in self._heard and (not is_from_shop or state in _ARRIVED):
            self._heard.add(key)
            self._states[key] = state
            if is_from_shop and message["whatsappId"]:
                await self.acknowledge(message["whatsappId"])
            await self.news.put(
                Heard(
                    id=key,
                    is_from_shop=is_from_shop,
                    author=message["author"],
                    kind=message["kind"],
                    text=message["text"],
                    state=state,
                    at=datetime.fromisoformat(message["sentAt"] or message["createdAt"]),
                )
            )
        elif self._states.get(key) != state:
            self._states[key] = state
            await self.news.put(Ticks(key, state, message["failure"]))

    def _is_ours(self, thing: dict[str, Any]) -> bool:
        customer = thing["customer"]
        return customer is not None and customer["lid"] == self.person.lid


def _money(total: dict[str, str]) -> str:
    amount = Decimal(total["amount"])
    is_whole = amount == amount.to_integral_value()
    return f"{total['currency']} {amount:,.0f}" if is_whole else f"{total['currency']} {amount:,}"


@asynccontextmanager
async def linked_phone(api: Api, account_name: str, person: Person, screen: Screen) -> AsyncIterator[Phone]:
    """Finds or makes the simulated number, links it by its QR code, and follows what reaches the person."""
    account_id = await _find_or_create(api, account_name, screen)
    try:
        async with asyncio.timeout(LINKING_TAKES):
            cursor = await _link(api, account_id, screen)
    except TimeoutError:
        raise SimulateError(f"The number did not connect within {LINKING_TAKES:g} s.") from None
    phone = Phone(api, account_id, person)
    async with asyncio.TaskGroup() as group:
        following = group.create_task(phone.follow(cursor))
        yield phone
        following.cancel()


async def _find_or_create(api: Api, name: str, screen: Screen) -> str:
    found = await api.ask(documents.FIND_ACCOUNT, name=name)
    for account in found["whatsappAccounts"]["nodes"]:
        if account["name"] == name:
            return str(account["id"])
    screen.note(f"Making the simulated number “{name}”.")
    created = await api.change(documents.CREATE_ACCOUNT, name=name, kind="SIMULATOR")
    return str(created["account"]["id"])


async def _link(api: Api, account_id: str, screen: Screen) -> str:
    """Watches the number until it is connected; the place in the log where it was."""
    scanned: set[str] = set()
    is_asked = False
    async with api.follow(documents.ACCOUNT_CHANGED, id=account_id) as events:
        async for event in events:
            account, qr = event["account"], event["account"]["qr"]
            if account["status"] == "CONNECTED":
                screen.note(f"“{account['name']}” is connected.")
                return str(event["cursor"])
            if account["status"] == "BANNED":
                raise SimulateError(f"“{account['name']}” is banned; give another name with --account.")
            if qr and qr["code"] not in scanned:
                scanned.add(qr["code"])
                screen.note(f"Scanning QR code {len(scanned)} of the number with the simulated phone.")
                await _scan(api, account_id, qr["code"])
            elif account["status"] == "DISCONNECTED" and not is_asked:
                is_asked = True
                screen.note(f"Connecting “{account['name']}”.")
                await api.change(documents.CONNECT_ACCOUNT, id=account_id)
    raise SimulateError("The server ended the subscription.")


async def _scan(api: Api, account_id: str, code: str) -> None:
    try:
        await api.change(documents.SCAN_QR, accountId=account_id, code=code)
    except RefusedError as error:
        # It was replaced meanwhile; the next code is on its way.
        if error.code != "QR_CODE_EXPIRED":
            raise
