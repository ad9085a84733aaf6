"""Where a mutation is called: a shop in which every call finds rows of its own, and somebody who asks."""

import itertools
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pyotp

from core import clock
from core.permissions import ANONYMOUS
from core.shop import Shop
from graph import ids
from graph.nodes import Node
from models.accounts import WhatsappAccount
from models.base import Row
from models.catalog import Package, Service
from models.conversations import Conversation, ConversationNote, Message, MessageState
from models.customers import Customer
from models.integrations import ApiKey, Webhook, WebhookDelivery
from models.knowledge import CannedReply, KnowledgeEntry
from models.notices import Notice, NoticeKind
from models.orders import Order, OrderStatus
from models.payments import PaymentConfig
from models.providers import AiProvider
from models.scenarios import Scenario
from models.staff import Invitation, SetupLink, Staff, StaffRole
from tests.graph import rows
from tests.graph.asking import Answer, Asker
from tests.graph.mutations.schema import document
from tests.graph.people import PASSWORD, Browser, make_person, signed_in

Input = dict[str, Any]

_KINDS: dict[type[Row], type[Node]] = {kind.table: kind for kind in Node.kinds.values()}
_numbers = itertools.count(1)


def id_of(row: Row) -> str:
    return _KINDS[type(row)].id_of(row.id)


@dataclass
class Scene:
    """Who asks is a program that may do everything, until somebody else enters."""

    shop: Shop
    asker: Asker = field(init=False)

    def __post_init__(self) -> None:
        self.asker = Asker(self.shop)

    async def ask(self, name: str, asked: Input) -> Answer:
        return await self.asker.ask(document(name), input=asked)

    async def do(self, name: str, asked: Input) -> dict[str, Any]:
        """What the mutation answers, a payload or a typed error."""
        result: dict[str, Any] = (await self.asker.read(document(name), input=asked))[name]
        return result

    # --- Who asks ----------------------------------------------------------------------------------------------------

    async def enter(self, role: StaffRole = StaffRole.OWNER) -> Staff:
        """Somebody who signed in, and whose password is PASSWORD."""
        staff = await make_person(role)
        self.asker = await signed_in(self.shop, staff)
        return staff

    def enter_nobody(self) -> None:
        self.asker = Browser(self.shop, ANONYMOUS)

    async def enter_with_second_factor(self) -> tuple[Staff, list[str]]:
        """With the recovery codes."""
        staff = await self.enter()
        enrolled = await self.do("totpEnrol", {"password": PASSWORD})
        confirmed = await self.do("totpConfirm", {"code": pyotp.TOTP(enrolled["secret"]).now()})
        return staff, confirmed["recoveryCodes"]

    async def challenge(self) -> tuple[Staff, list[str], str]:
        """Of somebody who gave their password and is asked for a code now; with the recovery codes."""
        staff, codes = await self.enter_with_second_factor()
        self.enter_nobody()
        asked = await self.do("signIn", {"email": staff.email, "password": PASSWORD})
        return staff, codes, asked["challenge"]

    async def exhaust(self, what: str) -> None:
        """As if somebody had guessed at it too often already."""
        async with self.shop.database.unit_of_work() as work:
            for _ in range(5):
                await work.execute(
                    "insert into sign_in_attempts (email, address, created_at) values ($1, '198.51.100.7', $2)",
                    what,
                    work.now,
                )

    # --- What is there -----------------------------------------------------------------------------------------------

    async def account(self) -> WhatsappAccount:
        return await rows.make_account(f"Number {next(_numbers)}")

    async def service(self) -> Service:
        number = next(_numbers)
        return await rows.make_service(f"Service {number}", position=number)

    async def package(self) -> Package:
        return await rows.make_package(await self.service())

    async def hidden_service(self) -> Service:
        return await rows.make_service(f"Service {next(_numbers)}", is_active=False)

    async def hidden_package(self) -> Package:
        package = await self.package()
        await Package.filter(id=package.id).update(is_active=False)
        return package

    async def customer(self) -> Customer:
        return await rows.make_customer(await self.account(), next(_numbers))

    async def conversation(self) -> Conversation:
        return await rows.make_conversation(await self.customer())

    async def human_conversation(self) -> Conversation:
        conversation = await self.conversation()
        await Conversation.filter(id=conversation.id).update(answered_by="HUMAN", attention="FLOOD", unread_count=2)
        return conversation

    async def note(self) -> ConversationNote:
        conversation = await self.conversation()
        return await ConversationNote.create(conversation_id=conversation.id, text="Likes to bargain.")

    async def failed_message(self) -> Message:
        message = await rows.make_message(await self.conversation())
        await Message.filter(id=message.id).update(direction="OUTBOUND", author="STAFF", state=MessageState.FAILED)
        return message

    async def order(self, status: OrderStatus = OrderStatus.PAYMENT_SUBMITTED) -> Order:
        return await rows.make_order(await self.conversation(), await self.package(), status=status)

    async def paid_order(self) -> Order:
        order = await self.order()
        await self.do("orderApprovePayment", {"id": id_of(order)})
        return order

    async def cancelled_order(self) -> Order:
        return await self.order(OrderStatus.CANCELLED)

    async def payment_method(self) -> PaymentConfig:
        return await rows.make_payment_method(next(_numbers))

    async def provider(self) -> AiProvider:
        return await rows.make_provider(next(_numbers))

    async def scenario(self) -> Scenario:
        return await rows.make_scenario(next(_numbers))

    async def canned_reply(self) -> CannedReply:
        return await rows.make_canned_reply(f"hours-{next(_numbers)}")

    async def knowledge_entry(self) -> KnowledgeEntry:
        number = next(_numbers)
        return await KnowledgeEntry.create(
            language="en", question=f"Question {number}?", answer="Yes.", position=number
        )

    async def notice(self) -> Notice:
        conversation = await self.conversation()
        return await Notice.create(
            kind=NoticeKind.CHAT_NEEDS_HUMAN,
            subject="conversations",
            subject_id=conversation.id,
            detail={"reason": "FLOOD"},
            raised_once_key=f"chat {conversation.id}",
        )

    async def api_key(self) -> ApiKey:
        return await rows.make_api_key(next(_numbers))

    async def webhook(self) -> Webhook:
        return await rows.make_webhook(next(_numbers))

    async def delivery(self) -> WebhookDelivery:
        return await rows.make_delivery(await self.webhook(), next(_numbers))

    async def colleague(self, role: StaffRole = StaffRole.AGENT) -> Staff:
        return await make_person(role)

    async def invitation(self) -> Invitation:
        number = next(_numbers)
        return await Invitation.create(
            email=f"new-{number}@shop.example",
            role=StaffRole.AGENT,
            token_hash=number.to_bytes(32, "big"),
            expires_at=clock.now() + timedelta(days=1),
        )

    async def setup_link(self) -> str:
        """The token of the first owner, in a shop that has nobody yet."""
        await Staff.all().update(is_active=False)
        await SetupLink.all().delete()
        token = await self.shop.auth.new_setup_link()
        assert token is not None
        return token

    async def invitation_token(self) -> str:
        await self.enter()
        made = await self.do("staffInvite", {"email": f"noor-{next(_numbers)}@shop.example", "role": "AGENT"})
        self.enter_nobody()
        return str(made["token"])

    async def upload(self, purpose: str, body: bytes | None = None, content_type: str = "image/png") -> str:
        """Its id. Without a body no file came for it yet."""
        asked = {"purpose": purpose, "contentType": content_type}
        made = await self.do("mediaUploadCreate", asked)
        if body is not None:

            async def sent() -> Any:
                yield body

            await self.shop.uploads.receive(made["putPath"].removeprefix("/media/uploads/"), sent())
        return str(made["id"])


def unknown(thing: str) -> str:
    """An id as this one, but of nothing."""
    kind, _ = ids.decode(thing)
    return ids.encode(kind, 10**12)
