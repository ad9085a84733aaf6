"""A shop of facts and a customer who writes to the built-in assistant: the stage of tests that need no database."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from core.assistant import replies
from core.assistant.decision import (
    CancelOrder,
    ConfirmDraft,
    Decision,
    DeclineDraft,
    DraftFact,
    HandOff,
    IncomingMessage,
    OptIn,
    OptOut,
    OrderFact,
    PackageFact,
    PaymentMethodFact,
    ProposeOrder,
    ServiceFact,
    SubmitProof,
    TurnFacts,
)
from core.assistant.menu import BuiltInAssistant
from core.money import Money
from models.catalog import DurationUnit
from models.conversations import MessageKind
from models.orders import OrderStatus
from models.payments import PaymentMethod

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

BASIC_SITE, GOLD, GOLD_PLUS, BASIC_SEO, SILVER, PREMIUM = 11, 12, 13, 21, 22, 31
WEB, SEO, LOGO = 1, 2, 3


def package(id_: int, service_id: int, name: str, price: int, *, days: int | None = 30) -> PackageFact:
    return PackageFact(
        id=id_,
        service_id=service_id,
        name=name,
        description="",
        features=("Fast delivery",),
        duration_count=days,
        duration_unit=DurationUnit.DAY if days else None,
        price=Money(price, "PKR"),
    )


SERVICES = (
    ServiceFact(
        WEB,
        "Web Design",
        "",
        (
            package(BASIC_SITE, WEB, "Basic", 25_000_00),
            package(GOLD, WEB, "Gold", 50_000_00),
            package(GOLD_PLUS, WEB, "Gold Plus", 75_000_00),
        ),
    ),
    ServiceFact(
        SEO, "SEO", "", (package(BASIC_SEO, SEO, "Basic", 10_000_00), package(SILVER, SEO, "Silver", 20_000_00))
    ),
    ServiceFact(LOGO, "Logo Design", "", (package(PREMIUM, LOGO, "Premium Logo", 5_000_00, days=None),)),
)

METHODS = (
    PaymentMethodFact(
        1, PaymentMethod.EASYPAISA, "EasyPaisa", "Ali Khan", "0300 1234567", "", "Write the order's number.", "PKR"
    ),
    PaymentMethodFact(
        2, PaymentMethod.BANK_TRANSFER, "Bank transfer", "Pixel Studio", "PK36SCBL0000001123456702", "HBL", "", "PKR"
    ),
)


def message(id_: int, text: str = "", **details: Any) -> IncomingMessage:
    given = {
        "kind": MessageKind.TEXT,
        "media_id": None,
        "media_type": None,
        "quoted_text": None,
        "sent_at": NOW,
    } | details
    return IncomingMessage(id=id_, text=text, **given)


def draft(*, id_: int = 5, package_id: int = GOLD, after: int = 10, is_expired: bool = False) -> DraftFact:
    price = Money(50_000_00, "PKR")
    return DraftFact(id_, package_id, "Gold", 1, price, price, is_expired, after)


def order(number: int = 1042, status: OrderStatus = OrderStatus.PENDING, name: str = "Gold") -> OrderFact:
    has_proof = status is OrderStatus.PAYMENT_SUBMITTED
    return OrderFact(number, f"PX-{number}", status, name, 1, Money(50_000_00, "PKR"), has_proof, NOW)


def facts(*messages: IncomingMessage, **changes: Any) -> TurnFacts:
    """Of a customer who is known already and writes English."""
    known: dict[str, Any] = {
        "now": NOW,
        "business_name": "Pixel Studio",
        "default_language": "en",
        "language": "en",
        "is_language_chosen": False,
        "customer_name": "Ayesha",
        "is_first_contact": False,
        "is_opted_out": False,
        "messages": messages,
        "menu": {},
        "services": SERVICES,
        "draft": None,
        "orders": (),
        "payment_methods": METHODS,
        "faq": (),
    }
    return TurnFacts(**known | changes)


def decided(given: TurnFacts) -> Decision:
    return asyncio.run(BuiltInAssistant().decide(given))


class Customer:
    """Keeps the facts from turn to turn, and does what the program would do with a decision."""

    def __init__(self, **changes: Any) -> None:
        self.facts = facts(**{"language": None, "is_first_contact": True} | changes)
        self.said: list[str] = []  # to the customer, in the newest turn
        self._message_id = 100
        self._order_number = 1042

    def writes(self, *texts: str, quoted: str | None = None) -> Decision:
        return self._turn([self._next(text, quoted_text=quoted) for text in texts])

    def sends(self, kind: MessageKind, media_type: str | None = None, caption: str = "") -> Decision:
        media_id = 7 if media_type else None
        return self._turn([self._next(caption, kind=kind, media_id=media_id, media_type=media_type)])

    def sends_picture(self, caption: str = "") -> Decision:
        return self.sends(MessageKind.IMAGE, "image/jpeg", caption)

    @property
    def reply(self) -> str:
        return "\n\n".join(self.said)

    @property
    def newest_message_id(self) -> int:
        return self._message_id

    def _next(self, text: str, **details: Any) -> IncomingMessage:
        self._message_id += 1
        return message(self._message_id, text, **details)

    def _turn(self, messages: Sequence[IncomingMessage]) -> Decision:
        decision = decided(replace(self.facts, messages=tuple(messages)))
        self.facts = replace(
            self.facts,
            language=decision.language,
            is_language_chosen=decision.is_language_chosen,
            is_first_contact=False,
            menu=decision.menu,
        )
        self.said = list(decision.replies)
        for action in decision.actions:
            if (text := self._carry_out(action, decision.language)) is not None:
                self.said.append(text)
        return decision

    def _carry_out(self, action: object, language: str) -> str | None:
        match action:
            case ProposeOrder(package_id, quantity):
                sold = next(one for service in self.facts.services for one in service.packages if one.id == package_id)
                total = sold.price.times(quantity)
                proposed = DraftFact(
                    self._message_id, package_id, sold.name, quantity, sold.price, total, False, self._message_id
                )
                self.facts = replace(self.facts, draft=proposed)
                return replies.summary(language, proposed)
            case ConfirmDraft():
                bought = self.facts.draft
                assert bought is not None
                made = replace(order(self._order_number, name=bought.package_name), total=bought.total)
                self._order_number += 1
                self.facts = replace(self.facts, draft=None, orders=(made, *self.facts.orders))
                return replies.order_created(language, made, METHODS)
            case DeclineDraft():
                self.facts = replace(self.facts, draft=None)
                return None
            case SubmitProof(order_id):
                paid = self._change_order(order_id, OrderStatus.PAYMENT_SUBMITTED)
                return replies.proof_received(language, paid)
            case CancelOrder(order_id):
                return replies.order_cancelled(language, self._change_order(order_id, OrderStatus.CANCELLED))
            case HandOff():
                return replies.handed_off(language)
            case OptOut():
                self.facts = replace(self.facts, is_opted_out=True)
                return replies.stopped(language)
            case OptIn():
                self.facts = replace(self.facts, is_opted_out=False)
                return replies.started_again(language)
            case _:
                raise AssertionError(action)

    def _change_order(self, order_id: int, status: OrderStatus) -> OrderFact:
        changed = {known.id: known for known in self.facts.orders}
        changed[order_id] = replace(
            changed[order_id], status=status, has_waiting_proof=status is OrderStatus.PAYMENT_SUBMITTED
        )
        self.facts = replace(self.facts, orders=tuple(changed.values()))
        return changed[order_id]
