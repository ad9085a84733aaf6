"""Reads what one turn may be told: the messages, what is on sale, the draft, the orders, the ways to pay."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from core import clock
from core.assistant.decision import (
    AWAITS_PAYMENT,
    DraftFact,
    FaqFact,
    IncomingMessage,
    OrderFact,
    PackageFact,
    PaymentMethodFact,
    ServiceFact,
    TurnFacts,
)
from core.assistant.facts_record import FactsNotKeptError, Present, message_ids, recalled
from core.catalog import Catalog
from core.database import Database
from core.drafts import Drafts, total, unit_price
from core.knowledge import Knowledge
from core.money import Money
from core.payments import Payments
from core.settings import Settings
from models.accounts import AnswersWith, WhatsappAccount
from models.catalog import Package, Service
from models.conversations import Conversation, Draft, Message, Turn
from models.customers import Customer
from models.orders import Order, OrderStatus
from models.payments import PaymentConfig, PaymentProof, ProofStatus

NEWEST_ORDERS = 5
FAQ_ENTRIES = 3

ORDERS = """
select id from orders
where customer_id = $1 and (
    status in ('PENDING', 'PAYMENT_SUBMITTED', 'REJECTED')
    or id in (select id from orders where customer_id = $1 order by id desc limit $2)
)
order by id desc
"""


class Facts:
    """Reads outside any transaction: what changes meanwhile is noticed by the conversation's version or judged anew."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        catalog: Catalog,
        drafts: Drafts,
        payments: Payments,
        knowledge: Knowledge,
    ) -> None:
        self._database = database
        self._settings = settings
        self._catalog = catalog
        self._drafts = drafts
        self._payments = payments
        self._knowledge = knowledge

    async def read(self, conversation_id: int, message_ids: Sequence[int]) -> TurnFacts:
        settings = await self._settings.read()
        conversation = await Conversation.get(id=conversation_id)
        customer = await Customer.get(id=conversation.customer_id)
        account = await WhatsappAccount.get(id=conversation.account_id)
        messages = await Message.filter(id__in=message_ids).order_by("sent_at", "id").prefetch_related("media")
        services = [service_fact(service) for service in await self._catalog.on_sale()]
        draft = await self._drafts.current(None, conversation_id)
        orders = await self._orders(customer.id)
        language = settings.spoken(customer.language)
        moment = clock.now()
        return TurnFacts(
            now=moment,
            business_name=settings.business_name,
            default_language=settings.default_language,
            language=customer.language,
            is_language_chosen=customer.is_language_chosen,
            customer_name=customer.profile_name,
            is_first_contact=not await Turn.filter(conversation__customer_id=customer.id).exists(),
            is_opted_out=customer.opted_out_at is not None,
            messages=await self._incoming(customer.id, messages),
            menu=conversation.menu,
            services=tuple(service for service in services if service.packages),
            draft=draft_fact(draft, moment) if draft else None,
            orders=orders,
            payment_methods=await self._methods(services, orders),
            faq=await self._faq(messages, language),
            conversation_id=conversation.id,
            offered_languages=tuple(settings.offered_languages),
            answers_with=AnswersWith(account.answers_with or AnswersWith.SHOP),
            only_provider=account.answers_with_provider_id,
        )

    async def again(self, conversation_id: int, record: Mapping[str, Any]) -> TurnFacts:
        """Of a turn that was: as it was told then, what the customer wrote as the chat holds it now.

        Raises FactsNotKeptError, also when a message is gone.
        """
        conversation = await Conversation.get(id=conversation_id)
        customer = await Customer.get(id=conversation.customer_id)
        account = await WhatsappAccount.get(id=conversation.account_id)
        ids = message_ids(record)
        messages = await Message.filter(id__in=ids).order_by("sent_at", "id").prefetch_related("media")
        if len(messages) != len(ids):
            raise FactsNotKeptError
        present = Present(
            messages=await self._incoming(customer.id, messages),
            customer_name=customer.profile_name,
            conversation_id=conversation.id,
            services=tuple(service_fact(service) for service in await self._catalog.on_sale()),
            answers_with=AnswersWith(account.answers_with or AnswersWith.SHOP),
            only_provider=account.answers_with_provider_id,
        )
        return recalled(record, present)

    async def _incoming(self, customer_id: int, messages: Sequence[Message]) -> tuple[IncomingMessage, ...]:
        quoted_ids = {message.quoted_whatsapp_id for message in messages if message.quoted_whatsapp_id}
        quoted: dict[str | None, str] = {}
        if quoted_ids:
            rows = await Message.filter(customer_id=customer_id, whatsapp_id__in=quoted_ids).values_list(
                "whatsapp_id", "text"
            )
            quoted = {row[0]: row[1] for row in rows}
        return tuple(
            IncomingMessage(
                id=message.id,
                kind=message.kind,
                text=words_of(message),
                media_id=message.media_id,
                media_type=message.media.content_type if message.media else None,
                quoted_text=quoted.get(message.quoted_whatsapp_id) if message.quoted_whatsapp_id else None,
                sent_at=message.sent_at or message.created_at,
                is_heard=not message.text and bool(words_of(message)),
            )
            for message in messages
        )

    async def _orders(self, customer_id: int) -> tuple[OrderFact, ...]:
        ids = [row["id"] for row in await self._database.fetch(ORDERS, [customer_id, NEWEST_ORDERS])]
        if not ids:
            return ()
        orders = await Order.filter(id__in=ids).order_by("-id")
        reasons = await rejection_reasons(order.id for order in orders if order.status is OrderStatus.REJECTED)
        return tuple(order_fact(order, reasons.get(order.id, "")) for order in orders)

    async def _methods(
        self, services: Sequence[ServiceFact], orders: Sequence[OrderFact]
    ) -> tuple[PaymentMethodFact, ...]:
        currencies = {package.price.currency for service in services for package in service.packages}
        currencies |= {order.total.currency for order in orders if order.status in AWAITS_PAYMENT}
        methods = [method for currency in sorted(currencies) for method in await self._payments.methods(currency)]
        return tuple(method_fact(method) for method in methods)

    async def _faq(self, messages: Sequence[Message], language: str) -> tuple[FaqFact, ...]:
        question = " ".join(words for message in messages if (words := words_of(message)))
        entries = await self._knowledge.answers(question, language, limit=FAQ_ENTRIES)
        return tuple(FaqFact(entry.id, entry.question, entry.answer) for entry in entries)


def words_of(message: Message) -> str:
    """What it says; of a voice note, what was heard in it."""
    return message.text or str(message.detail.get("transcript", ""))


async def rejection_reasons(order_ids: Iterable[int]) -> dict[int, str]:
    """Why the newest rejected proof of each order was rejected."""
    ids = list(order_ids)
    if not ids:
        return {}
    proofs = PaymentProof.filter(order_id__in=ids, status=ProofStatus.REJECTED).order_by("id")
    return {row[0]: row[1] for row in await proofs.values_list("order_id", "reason")}


def service_fact(service: Service) -> ServiceFact:
    return ServiceFact(
        service.id, service.name, service.description, tuple(package_fact(package) for package in service.packages)
    )


def package_fact(package: Package) -> PackageFact:
    return PackageFact(
        id=package.id,
        service_id=package.service_id,
        name=package.name,
        description=package.description,
        features=tuple(package.features),
        duration_count=package.duration_count,
        duration_unit=package.duration_unit,
        price=Money(package.price_amount, package.currency),
    )


def draft_fact(draft: Draft, moment: datetime) -> DraftFact:
    return DraftFact(
        id=draft.id,
        package_id=draft.package_id,
        package_name=draft.package_name,
        quantity=draft.quantity,
        unit_price=unit_price(draft),
        total=total(draft),
        is_expired=draft.expires_at <= moment,
        proposed_after_message_id=draft.proposed_after_message_id,
    )


def order_fact(order: Order, rejection_reason: str = "") -> OrderFact:
    return OrderFact(
        id=order.id,
        number=order.number,
        status=order.status,
        package_name=order.package_name,
        quantity=order.quantity,
        total=Money(order.total_amount, order.currency),
        has_waiting_proof=order.status is OrderStatus.PAYMENT_SUBMITTED,
        created_at=order.created_at,
        rejection_reason=rejection_reason,
    )


def method_fact(method: PaymentConfig) -> PaymentMethodFact:
    return PaymentMethodFact(
        id=method.id,
        method=method.method,
        label=method.label,
        payee_name=method.payee_name,
        account_number=method.account_number,
        bank_name=method.bank_name,
        instructions=method.instructions,
        currency=method.currency,
    )
