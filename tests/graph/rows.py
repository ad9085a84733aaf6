"""A shop full of rows for the tests of reading; rules are tested elsewhere."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from strawberry import ID

from core import clock
from core.assistant.decision import TurnFacts
from core.assistant.facts_record import kept
from core.languages.wording import keys
from core.templates import sentence_id
from graph.nodes import Node
from models.accounts import AccountKind, WhatsappAccount
from models.audit import AuditLog
from models.catalog import DurationUnit, Package, Service
from models.conversations import (
    Conversation,
    ConversationNote,
    Direction,
    Message,
    MessageAuthor,
    MessageKind,
    MessageState,
    Turn,
)
from models.customers import Customer
from models.integrations import ApiKey, Webhook, WebhookDelivery
from models.knowledge import (
    CannedReply,
    KnowledgeEntry,
    MessageTemplate,
    MessageTemplateVersion,
    SystemPrompt,
    SystemPromptVersion,
)
from models.media import MediaFile
from models.notices import Notice, NoticeKind, NoticeSeen
from models.orders import ActorKind, Order, OrderAction, OrderNote, OrderStatus, Refund
from models.payments import PaymentConfig, PaymentMethod, PaymentProof
from models.providers import AiProvider, AiProviderPrice, AiUsageLog
from models.scenarios import Scenario, ScenarioRun, ScenarioRunState
from models.staff import Invitation, Staff, StaffRole, StaffSession


async def make_account(name: str = "Shop") -> WhatsappAccount:
    return await WhatsappAccount.create(name=name, kind=AccountKind.SIMULATOR, status_changed_at=clock.now())


async def make_service(name: str = "Hosting", *, position: int = 0, is_active: bool = True) -> Service:
    return await Service.create(name=name, position=position, is_active=is_active)


async def make_package(service: Service, name: str = "Starter", *, amount: int = 250_050, position: int = 0) -> Package:
    return await Package.create(
        service_id=service.id,
        name=name,
        features=["1 site"],
        duration_count=1,
        duration_unit=DurationUnit.MONTH,
        price_amount=amount,
        currency="PKR",
        position=position,
    )


async def make_customer(account: WhatsappAccount, number: int = 1, *, name: str = "Amina") -> Customer:
    return await Customer.create(
        account_id=account.id, lid=f"{number}@lid", chat=f"{number}@lid", profile_name=name, phone=f"+92300{number:07}"
    )


async def make_conversation(customer: Customer, *, last_message_at: datetime | None = None) -> Conversation:
    return await Conversation.create(
        account_id=customer.account_id, customer_id=customer.id, last_message_at=last_message_at or clock.now()
    )


async def make_message(
    conversation: Conversation, text: str = "Salam", *, turn: Turn | None = None, media: MediaFile | None = None
) -> Message:
    return await Message.create(
        account_id=conversation.account_id,
        customer_id=conversation.customer_id,
        conversation_id=conversation.id,
        direction=Direction.INBOUND,
        author=MessageAuthor.CUSTOMER,
        kind=MessageKind.IMAGE if media else MessageKind.TEXT,
        state=MessageState.RECEIVED,
        chat="1@lid",
        text=text,
        turn_id=turn.id if turn else None,
        media_id=media.id if media else None,
    )


async def make_turn(conversation: Conversation) -> Turn:
    told = TurnFacts(
        now=clock.now(),
        business_name="Parley",
        default_language="en",
        language="en",
        is_language_chosen=False,
        customer_name="Amina",
        is_first_contact=True,
        is_opted_out=False,
        messages=(),
        menu={},
        services=(),
        draft=None,
        orders=(),
        payment_methods=(),
    )
    return await Turn.create(
        conversation_id=conversation.id,
        answered_with="BUILT_IN",
        finished_at=clock.now(),
        record={"asked": "menu", "facts": kept(told)},
    )


# What an AI read on a proof.
READING = {
    "read": {
        "is_receipt": True,
        "amount": "PKR 2,500",
        "currency": "PKR",
        "date": "2026-11-22",
        "payee_name": "Pixel Studio",
        "payee_account": "0300 1234567",
        "reference": "TX-1",
        "notes": "",
    },
    "matches": dict.fromkeys(("amount", "currency", "date", "payee_name", "payee_account"), True),
    "expected": {
        "amount": 250_000,
        "currency": "PKR",
        "ordered_on": "2026-11-22",
        "payees": [{"name": "Pixel Studio", "account": "0300 1234567"}],
    },
    "provider": "CLAUDE",
    "model": "model",
    "at": "2026-11-22T12:00:00+00:00",
}


async def make_thoughts(turn: Turn, provider: AiProvider, order: Order, entry: KnowledgeEntry) -> None:
    """What a turn with AI leads to."""
    await AiUsageLog.create(
        provider_id=provider.id,
        turn_id=turn.id,
        provider_type="CLAUDE",
        model="model",
        outcome="OK",
        milliseconds=900,
        cost=Decimal("0.0021"),
        cost_currency="USD",
    )
    actions = [
        {"do": "ProposeOrder", "package_id": order.package_id, "quantity": 2},
        {"do": "CancelOrder", "order_id": order.id},
    ]
    await Turn.filter(id=turn.id).update(record={**turn.record, "actions": actions, "faq": [entry.id]})


async def make_media(number: int) -> MediaFile:
    return await MediaFile.create(
        store="local",
        key=f"file-{number}",
        content_type="image/png",
        byte_size=10,
        sha256=number.to_bytes(32, "big"),
        file_name="slip.png",
    )


async def make_order(
    conversation: Conversation, package: Package | None = None, *, status: OrderStatus = OrderStatus.PENDING
) -> Order:
    number = 1000 + await Order.all().count()
    return await Order.create(
        number=f"PX-{number}",
        account_id=conversation.account_id,
        customer_id=conversation.customer_id,
        conversation_id=conversation.id,
        package_id=package.id if package else None,
        service_name="Hosting",
        package_name="Starter",
        snapshot={"description": "Small", "features": ["1 site"], "duration_count": 1, "duration_unit": "MONTH"},
        unit_amount=250_050,
        quantity=2,
        total_amount=500_100,
        currency="PKR",
        status=status,
        is_simulated=True,
        created_at=clock.now() + timedelta(seconds=number),
    )


async def make_payment_method(number: int = 1) -> PaymentConfig:
    return await PaymentConfig.create(
        method=PaymentMethod.EASYPAISA,
        label=f"EasyPaisa {number}",
        currency="PKR",
        payee_name="Parley Shop",
        account_number=f"0300{number:07}",
        position=number,
    )


async def make_provider(number: int = 1) -> AiProvider:
    provider = await AiProvider.create(name=f"Provider {number}", type="CLAUDE", model="model", priority=number)
    await AiProviderPrice.create(
        provider_id=provider.id,
        valid_from=date(2026, 1, 1),
        currency="USD",
        read_price=Decimal(1),
        written_price=Decimal(5),
    )
    return provider


async def make_canned_reply(
    shortcut: str = "hours", *, language: str = "en", text: str = "Nine to five."
) -> CannedReply:
    return await CannedReply.create(shortcut=shortcut, language=language, text=text)


async def make_staff(number: int = 1) -> Staff:
    return await Staff.create(
        email=f"{number}@shop.example",
        name=f"Agent {number}",
        role=StaffRole.AGENT,
        password_hash="not a password",
        password_changed_at=clock.now(),
    )


async def make_api_key(number: int = 1, *, staff: Staff | None = None) -> ApiKey:
    return await ApiKey.create(
        name=f"Key {number}",
        prefix=f"parley_{number:06}",
        key_hash=number.to_bytes(32, "big"),
        scopes=["orders:read"],
        created_by_id=staff.id if staff else None,
    )


async def make_webhook(number: int = 1, *, staff: Staff | None = None) -> Webhook:
    return await Webhook.create(
        name=f"Webhook {number}",
        url=f"https://receiver.example/{number}",
        secret_ciphertext=b"sealed",
        secret_key_id="key",
        cursor="MS4wLjA",
        created_by_id=staff.id if staff else None,
    )


async def make_delivery(webhook: Webhook, number: int = 1) -> WebhookDelivery:
    return await WebhookDelivery.create(
        webhook_id=webhook.id, message_id=f"msg_1_{number}", event_type="order.changed", body="{}"
    )


async def make_papers(staff: Staff, number: int, conversation: Conversation) -> None:
    """A session, an invitation that they wrote, and a notice that they have seen."""
    soon = clock.now() + timedelta(days=1)
    await StaffSession.create(
        staff_id=staff.id,
        refresh_hash=b"",
        refreshed_at=clock.now(),
        expires_at=soon,
        address="127.0.0.1",
        user_agent="tests",
    )
    await Invitation.create(
        email=f"new-{number}@shop.example",
        role=StaffRole.AGENT,
        token_hash=number.to_bytes(32, "big"),
        invited_by_id=staff.id,
        expires_at=soon,
    )
    notice = await Notice.create(
        kind=NoticeKind.CHAT_NEEDS_HUMAN,
        subject="conversations",
        subject_id=conversation.id,
        detail={"reason": "FLOOD"},
        raised_once_key=f"chat {number}",
    )
    await NoticeSeen.create(notice_id=notice.id, staff_id=staff.id)


async def make_knowledge(number: int, staff: Staff) -> KnowledgeEntry:
    """An entry of the FAQ, and a sentence and a prompt in words of the shop."""
    entry = await KnowledgeEntry.create(language="en", question=f"Question {number}?", answer="Yes.", position=number)
    template = await MessageTemplate.create(key=sorted(keys())[number], language="en", text=f"Words {number}")
    await MessageTemplateVersion.create(template_id=template.id, version=1, text=template.text, staff_id=staff.id)
    prompt, _ = await SystemPrompt.get_or_create(defaults={"text": "Sell."}, key="salesperson")
    await SystemPromptVersion.create(prompt_id=prompt.id, version=number + 1, text="Sell.", staff_id=staff.id)
    return entry


async def make_scenario(number: int = 1) -> Scenario:
    return await Scenario.create(
        name=f"Scenario {number}",
        language="en",
        steps=[{"says": "hello", "hears": ["Welcome"]}, {"sends": "RECEIPT"}],
        expected={"orders": 0},
        forbidden=["discount"],
    )


async def make_run(scenario: Scenario, provider: AiProvider, staff: Staff, turn: Turn) -> ScenarioRun:
    return await ScenarioRun.create(
        scenario_id=scenario.id,
        state=ScenarioRunState.FAILED,
        assistant="PROVIDER",
        provider_id=provider.id,
        prompt_version=1,
        problems=["The number of orders is 1, and should be 0."],
        asked_by_id=staff.id,
        transcript=[
            {"author": "CUSTOMER", "text": "hello", "sent_file": None},
            {"author": "ASSISTANT", "text": "Welcome!", "turn_id": turn.id},
        ],
    )


def one_of(kind: type[Node]) -> ID:
    """The id of one that `fill` makes."""
    return kind.id_of(sentence_id(min(keys()), "en") if kind is Node.kinds["MessageTemplate"] else 1)


async def fill(amount: int) -> None:
    """Until there are as many of everything, each with a neighbour of its own, so that nothing is shared by chance."""
    for number in range(await WhatsappAccount.all().count(), amount):
        account = await make_account(f"Number {number}")
        service = await make_service(f"Service {number}", position=number)
        package = await make_package(service, f"Package {number}", position=number)
        customer = await make_customer(account, number)
        conversation = await make_conversation(customer)
        staff = await make_staff(number)
        await Conversation.filter(id=conversation.id).update(assigned_to_id=staff.id)
        turn = await make_turn(conversation)
        picture = await make_media(number)
        message = await make_message(conversation, f"Message {number}", turn=turn, media=picture)
        await Message.filter(id=message.id).update(
            staff_id=staff.id, detail={"retry_of": message.id, "retried_by": message.id}
        )
        await ConversationNote.create(conversation_id=conversation.id, staff_id=staff.id, text="Likes to bargain.")
        await make_canned_reply(f"hours-{number}")
        order = await make_order(conversation, package, status=OrderStatus.PAYMENT_SUBMITTED)
        await OrderAction.create(
            order_id=order.id, actor=ActorKind.STAFF, to_status=OrderStatus.PENDING, staff_id=staff.id
        )
        await Refund.create(
            order_id=order.id, amount=100, currency="PKR", reference="TX", actor=ActorKind.STAFF, staff_id=staff.id
        )
        await OrderNote.create(order_id=order.id, staff_id=staff.id, text="Calls at nine.")
        earlier = await PaymentProof.filter().order_by("-id").first()
        await PaymentProof.create(
            order_id=order.id,
            media_id=picture.id,
            message_id=message.id,
            alike_id=earlier.id if earlier else None,
            reviewer_id=staff.id,
            reading=READING,
        )
        await make_payment_method(number)
        provider = await make_provider(number)
        await WhatsappAccount.filter(id=account.id).update(
            answers_with="PROVIDER", answers_with_provider_id=provider.id
        )
        await make_run(await make_scenario(number), provider, staff, turn)
        await make_thoughts(turn, provider, order, await make_knowledge(number, staff))
        await make_papers(staff, number, conversation)
        await make_api_key(number, staff=staff)
        await make_delivery(await make_webhook(number, staff=staff), number)
        await AuditLog.create(
            actor=ActorKind.STAFF, staff_id=staff.id, action="order.complete", subject="orders", subject_id=order.id
        )
