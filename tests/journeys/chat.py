"""Those who take part in a journey: a customer on their phone, a person of the shop, and who watches it live."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
import pytest
from gql.transport.exceptions import TransportClosed, TransportConnectionFailed, TransportServerError

from tests.journeys import documents
from tests.journeys.server import Api, ApiError, Session

Thing = dict[str, Any]

# Far above what anything takes; only a test that is about to fail waits so long.
PATIENCE = 40.0
# How a line that was cut looks from here. A server that ends says so by closing; one that was killed just goes.
CUT = (OSError, TransportClosed, TransportConnectionFailed, TransportServerError, EOFError)
# Until a client that was cut off knocks again, and until it knocks no more.
REST = 0.1
GIVE_UP = 90.0


class Refused(Exception):  # noqa: N818 - the API's answer, not a fault
    """A mutation answered with an error of its union."""

    def __init__(self, problem: Thing) -> None:
        super().__init__(f"{problem['code']} at {'.'.join(problem['path'])}: {problem['message']}")
        self.kind: str = problem["__typename"]
        self.code: str = problem["code"]
        self.path: list[str] = problem["path"]
        self.message: str = problem["message"]
        self.order: Thing | None = problem.get("order")


@contextmanager
def refused(code: str, *path: str) -> Iterator[None]:
    """What is done within must be refused, with this code and for this input."""
    with pytest.raises(Refused) as caught:
        yield
    assert (caught.value.code, caught.value.path) == (code, list(path)), str(caught.value)


class Shopkeeper:
    """Whoever calls the API. `is_patient`: repeats a request whose answer was lost, under the same key."""

    def __init__(self, api: Api, *, is_patient: bool = False) -> None:
        self.api = api
        self.is_patient = is_patient

    async def ask(self, document: str, **variables: Any) -> Thing:
        async with asyncio.timeout(GIVE_UP):
            return await self._ask(document, variables)

    async def _ask(self, document: str, variables: Thing) -> Thing:
        while True:
            try:
                return await self.api.call(document, **variables)
            except httpx.TransportError:
                if not self.is_patient:
                    raise
                await asyncio.sleep(REST)
            except ApiError as error:
                # Asked in the moment in which the server goes down or comes up.
                if not self.is_patient or error.codes != ["INTERNAL"]:
                    raise
                await asyncio.sleep(REST)

    async def change(self, mutation: str, **asked: Any) -> Thing:
        """The mutation's payload. Raises Refused."""
        if self.is_patient and "idempotencyKey" not in asked and mutation != "mediaUploadCreate":
            asked["idempotencyKey"] = uuid4().hex
        answer: Thing = (await self.ask(documents.mutation(mutation), input=asked))[mutation]
        if "code" in answer:
            raise Refused(answer)
        return answer

    async def upload(
        self, content: bytes, content_type: str, *, file_name: str = "receipt.png", purpose: str = "PROOF"
    ) -> str:
        """The id of an upload that took the file."""
        while True:
            upload = await self.change(
                "mediaUploadCreate",
                purpose=purpose,
                contentType=content_type,
                fileName=file_name,
                byteSize=len(content),
            )
            try:
                answer = await self.api.upload(upload["putPath"], content, content_type)
            except httpx.TransportError:
                if not self.is_patient:
                    raise
                # Nobody knows whether it took the file, and it takes one only: ask for another.
                await asyncio.sleep(REST)
                continue
            assert answer.is_success, answer.text
            return str(upload["id"])

    # --- What staff do -----------------------------------------------------------------------------------------------

    async def approve(self, order: Thing, **more: Any) -> Thing:
        return await self._order("orderApprovePayment", order, **more)

    async def reject(self, order: Thing, reason: str, **more: Any) -> Thing:
        return await self._order("orderRejectPayment", order, reason=reason, **more)

    async def cancel(self, order: Thing, reason: str = "", **more: Any) -> Thing:
        return await self._order("orderCancel", order, reason=reason, **more)

    async def complete(self, order: Thing, **more: Any) -> Thing:
        return await self._order("orderComplete", order, **more)

    async def refund(self, order: Thing, amount: str, reference: str, *, currency: str = "PKR", **more: Any) -> Thing:
        money = {"amount": amount, "currency": currency}
        return await self._order("orderRefund", order, amount=money, reference=reference, **more)

    async def take_over(self, conversation_id: str) -> Thing:
        changed = await self.change("conversationTakeOver", id=conversation_id)
        return dict(changed["conversation"])

    async def hand_back(self, conversation_id: str) -> Thing:
        changed = await self.change("conversationHandBack", id=conversation_id)
        return dict(changed["conversation"])

    async def send(self, conversation_id: str, text: str, **more: Any) -> Thing:
        changed = await self.change("messageSend", conversationId=conversation_id, text=text, **more)
        return dict(changed["sentMessage"])

    async def _order(self, mutation: str, order: Thing, **more: Any) -> Thing:
        return dict((await self.change(mutation, id=order["id"], **more))["order"])


@dataclass
class Watch:
    """Everything that happens on one number from a cursor on, as a dashboard sees it live. Comes back after a cut."""

    keeper: Shopkeeper
    account_id: str
    cursors: dict[str, str]
    seen: dict[str, list[Thing]] = field(default_factory=lambda: defaultdict(list))
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _failure: BaseException | None = None

    async def run(self) -> None:
        try:
            while True:
                try:
                    await self._follow_all()
                except CUT:
                    if not self.keeper.is_patient:
                        raise
                await asyncio.sleep(REST)
        except Exception as error:
            self._failure = error
            self._news.set()

    async def until(self, stream: str, wanted: Callable[[Thing], bool], *, start: int = 0) -> Thing:
        """The first event of a stream that is wanted, of those that came already and of those to come."""
        place = start
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    while place < len(self.seen[stream]):
                        event = self.seen[stream][place]
                        place += 1
                        if wanted(event):
                            return event
                    if self._failure is not None:
                        raise self._failure
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"no such event in {stream}; it had {self.seen[stream]}") from None

    async def _follow_all(self) -> None:
        async with self.keeper.api.session() as session:
            following = [asyncio.create_task(self._follow(session, stream)) for stream in documents.STREAMS]
            try:
                done, _ = await asyncio.wait(following, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in following:
                    task.cancel()
                await asyncio.gather(*following, return_exceptions=True)
            for task in done:
                task.result()
        raise EOFError("the server ended a stream")

    async def _follow(self, session: Session, stream: str) -> None:
        after = self.cursors[stream]
        async for event in session.subscribe(documents.STREAMS[stream], account=self.account_id, after=after):
            told = event[stream]
            self.cursors[stream] = told["cursor"]
            self.seen[stream].append(told)
            self._news.set()


class Number(Shopkeeper):
    """A simulated WhatsApp number of the shop, linked and watched, and the people of the shop behind it."""

    def __init__(self, api: Api, account_id: str, watch: Watch, *, is_patient: bool = False) -> None:
        super().__init__(api, is_patient=is_patient)
        self.id = account_id
        self.watch = watch

    def customer(self, **more: Any) -> "Customer":
        return Customer(self, **more)

    async def account(self) -> Thing:
        return dict((await self.ask(documents.ACCOUNT_NOW, id=self.id))["whatsappAccount"])

    async def orders(self) -> list[Thing]:
        return list((await self.ask(documents.ORDERS, account=self.id))["orders"]["nodes"])

    async def messages(self) -> list[Thing]:
        return list((await self.ask(documents.MESSAGES, account=self.id))["messages"]["nodes"])

    async def conversations(self) -> list[Thing]:
        return list((await self.ask(documents.CONVERSATIONS, account=self.id))["conversations"]["nodes"])

    async def customers(self) -> list[Thing]:
        return list((await self.ask(documents.CUSTOMERS, account=self.id))["customers"]["nodes"])

    async def line(self, change: str, **more: Any) -> None:
        """Something happens to the line: BAN, DROP, RESTORE, HOLD, RELEASE."""
        await self.change("simulatorConnectionChange", accountId=self.id, change=change, **more)

    async def status(self, wanted: str, *, start: int = 0) -> Thing:
        """Waits until the number is so."""
        event = await self.watch.until(
            "whatsappAccountChanged", lambda told: bool(told["account"]["status"] == wanted), start=start
        )
        return dict(event["account"])

    async def state(self, message: Thing, *wanted: str) -> Thing:
        """Waits until a message got so far."""
        event = await self.watch.until(
            "messageChanged",
            lambda told: told["message"]["id"] == message["id"] and told["message"]["state"] in wanted,
        )
        return dict(event["message"])

    async def answered(self, customer: "Customer", by: str) -> Thing:
        """Waits until it is so who answers a customer."""
        event = await self.watch.until(
            "conversationChanged",
            lambda told: (
                told["conversation"]["customer"]["lid"] == customer.lid and told["conversation"]["answeredBy"] == by
            ),
        )
        return dict(event["conversation"])


@dataclass
class Customer:
    """A person with a phone who writes to a number of the shop."""

    number: Number
    lid: str = field(default_factory=lambda: f"{uuid4().int % 10**15:015d}@lid")
    phone: str = field(default_factory=lambda: f"+92300{uuid4().int % 10**7:07d}")
    name: str = "Ayesha"
    _heard: int = 0

    async def says(self, text: str, **more: Any) -> str:
        """WhatsApp's id of what they wrote."""
        return await self._write(text=text, **more)

    async def sends(self, content: bytes, content_type: str, *, kind: str = "IMAGE", **more: Any) -> str:
        purpose = "PROOF" if content_type == "application/pdf" or kind == "IMAGE" else "MESSAGE"
        upload_id = await self.number.upload(content, content_type, purpose=purpose)
        return await self._write(kind=kind, uploadId=upload_id, **more)

    async def edits(self, whatsapp_id: str, text: str) -> None:
        await self.number.change(
            "simulatorMessageEdit", accountId=self.number.id, lid=self.lid, whatsappId=whatsapp_id, text=text
        )

    async def revokes(self, whatsapp_id: str) -> None:
        await self.number.change(
            "simulatorMessageRevoke", accountId=self.number.id, lid=self.lid, whatsappId=whatsapp_id
        )

    async def reads(self, message: Thing) -> None:
        """The blue ticks."""
        await self.number.change(
            "simulatorReceiptSend", accountId=self.number.id, whatsappIds=[message["whatsappId"]], kind="READ"
        )

    async def hears(self) -> Thing:
        """The next message that the shop has for them."""

        def is_for_me(told: Thing) -> bool:
            message = told["message"]
            is_mine = message["customer"]["lid"] == self.lid
            return bool(is_mine and message["direction"] == "OUTBOUND" and message["author"] != "PHONE")

        event = await self.number.watch.until("messageAdded", is_for_me, start=self._heard)
        self._heard = self.number.watch.seen["messageAdded"].index(event) + 1
        return dict(event["message"])

    async def asks(self, text: str, **more: Any) -> str:
        """Says something and hears the answer."""
        await self.says(text, **more)
        return str((await self.hears())["text"])

    async def is_stored(self, whatsapp_id: str) -> Thing:
        """Waits until the shop has what they wrote."""
        event = await self.number.watch.until(
            "messageAdded",
            lambda told: (
                told["message"]["whatsappId"] == whatsapp_id and told["message"]["customer"]["lid"] == self.lid
            ),
        )
        return dict(event["message"])

    async def order(self, *statuses: str) -> Thing:
        """Waits until an order of theirs is in one of these."""
        event = await self.number.watch.until(
            "orderChanged",
            lambda told: told["order"]["customer"]["lid"] == self.lid and told["order"]["status"] in statuses,
        )
        return dict(event["order"])

    async def orders(self) -> list[Thing]:
        return [order for order in await self.number.orders() if order["customer"]["lid"] == self.lid]

    async def messages(self) -> list[Thing]:
        return [message for message in await self.number.messages() if message["customer"]["lid"] == self.lid]

    async def said_by(self, *authors: str) -> list[str]:
        """All texts of these, in order."""
        return [message["text"] for message in await self.messages() if message["author"] in authors]

    async def conversation(self) -> Thing:
        """The newest one."""
        conversations = await self.number.conversations()
        return [chat for chat in conversations if chat["customer"]["lid"] == self.lid][-1]

    async def _write(self, **what: Any) -> str:
        asked = {
            "accountId": self.number.id,
            "lid": self.lid,
            "phone": self.phone,
            "profileName": self.name,
            "whatsappId": f"T{uuid4().hex.upper()}",
            **what,
        }
        return str((await self.number.change("simulatorMessageSend", **asked))["whatsappId"])


async def make_number(keeper: Shopkeeper, kind: str = "SIMULATOR") -> str:
    made = await keeper.change("whatsappAccountCreate", name=f"Journey {uuid4().hex[:12]}", kind=kind)
    return str(made["account"]["id"])


async def first_look(keeper: Shopkeeper, account_id: str) -> Thing:
    """The number as it is, and the place in the log from which on everything can be followed."""
    async with keeper.api.follow(documents.FIRST_LOOK, account=account_id) as events:
        async with asyncio.timeout(PATIENCE):
            look = await anext(events)
            return dict(look["whatsappAccountChanged"])


async def scan(number: Number, *, start: int = 0) -> None:
    """Scans the QR code that is shown, as soon as one is."""
    shown = await number.watch.until("whatsappAccountChanged", lambda told: bool(told["account"]["qr"]), start=start)
    await number.change("simulatorQrScan", accountId=number.id, code=shown["account"]["qr"]["code"])


@asynccontextmanager
async def watched_number(api: Api, *, is_patient: bool = False, kind: str = "SIMULATOR") -> AsyncIterator[Number]:
    """A new number that nobody has linked yet."""
    keeper = Shopkeeper(api, is_patient=is_patient)
    account_id = await make_number(keeper, kind)
    cursor = str((await first_look(keeper, account_id))["cursor"])
    watch = Watch(keeper, account_id, dict.fromkeys(documents.STREAMS, cursor))
    following = asyncio.create_task(watch.run())
    try:
        yield Number(api, account_id, watch, is_patient=is_patient)
    finally:
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following


@asynccontextmanager
async def linked_number(api: Api, *, is_patient: bool = False) -> AsyncIterator[Number]:
    """A number as an integrator gets it going: made, connected, its QR code scanned."""
    async with watched_number(api, is_patient=is_patient) as number:
        await number.change("whatsappAccountConnect", id=number.id)
        await scan(number)
        await number.status("CONNECTED")
        yield number
