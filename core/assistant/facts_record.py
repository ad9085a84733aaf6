"""What a turn was told, as it is kept: enough to decide the turn again, and no word of the customer's own.

Messages are kept by their ids and the customer not at all: what is erased, taken back or forgotten in the chat is so
here too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core.assistant.decision import (
    DraftFact,
    FaqFact,
    IncomingMessage,
    OrderFact,
    PackageFact,
    PaymentMethodFact,
    ServiceFact,
    TurnFacts,
)
from core.money import Money
from models.accounts import AnswersWith
from models.catalog import DurationUnit
from models.orders import OrderStatus
from models.payments import PaymentMethod

# Descriptions and features of a large catalogue are kept up to so many characters, the first ones first; the rest is
# today's when the turn is decided again.
MOST_CHARACTERS = 20_000

# The form of the record; what another one says is not read.
FORM = 1


class FactsNotKeptError(Exception):
    """A turn from before they were kept, or what is kept cannot be read."""


@dataclass(frozen=True, slots=True)
class Present:
    """What is not kept with a turn: who writes and what, who answers, and the catalogue of today."""

    messages: tuple[IncomingMessage, ...]
    customer_name: str
    conversation_id: int
    services: tuple[ServiceFact, ...] = ()
    answers_with: AnswersWith = AnswersWith.SHOP
    only_provider: int | None = None


def kept(facts: TurnFacts) -> dict[str, Any]:
    room = _Room()
    return {
        "form": FORM,
        "now": facts.now.isoformat(),
        "business_name": facts.business_name,
        "default_language": facts.default_language,
        "offered_languages": list(facts.offered_languages),
        "language": facts.language,
        "is_language_chosen": facts.is_language_chosen,
        "is_first_contact": facts.is_first_contact,
        "is_opted_out": facts.is_opted_out,
        "answers_with": facts.answers_with.value,
        "only_provider": facts.only_provider,
        "messages": [message.id for message in facts.messages],
        "menu": facts.menu,
        "services": [_service(service, room) for service in facts.services],
        "draft": None if facts.draft is None else _draft(facts.draft),
        "orders": [_order(order) for order in facts.orders],
        "payment_methods": [_method(method) for method in facts.payment_methods],
        "faq": [{"id": entry.id, "question": entry.question, "answer": entry.answer} for entry in facts.faq],
    }


def message_ids(record: Mapping[str, Any]) -> list[int]:
    """Raises FactsNotKeptError."""
    try:
        return [int(message) for message in _facts_of(record)["messages"]]
    except (KeyError, TypeError, ValueError) as error:
        raise FactsNotKeptError from error


def recalled(record: Mapping[str, Any], present: Present) -> TurnFacts:
    """As they were kept in a turn's record. Raises FactsNotKeptError."""
    try:
        return _recalled(_facts_of(record), present)
    except (KeyError, TypeError, ValueError) as error:
        raise FactsNotKeptError from error


def _facts_of(record: Mapping[str, Any]) -> Mapping[str, Any]:
    facts = record.get("facts")
    if not isinstance(facts, Mapping) or facts.get("form") != FORM:
        raise FactsNotKeptError
    return facts


def _recalled(told: Mapping[str, Any], present: Present) -> TurnFacts:
    today = _Today.of(present.services)
    return TurnFacts(
        now=datetime.fromisoformat(told["now"]),
        business_name=told["business_name"],
        default_language=told["default_language"],
        language=told["language"],
        is_language_chosen=told["is_language_chosen"],
        customer_name=present.customer_name,
        is_first_contact=told["is_first_contact"],
        is_opted_out=told["is_opted_out"],
        messages=present.messages,
        menu=dict(told["menu"]),
        services=tuple(_service_of(service, today) for service in told["services"]),
        draft=None if told["draft"] is None else _draft_of(told["draft"]),
        orders=tuple(_order_of(order) for order in told["orders"]),
        payment_methods=tuple(
            PaymentMethodFact(**{**method, "method": PaymentMethod(method["method"])})
            for method in told["payment_methods"]
        ),
        faq=tuple(FaqFact(**entry) for entry in told["faq"]),
        conversation_id=present.conversation_id,
        offered_languages=tuple(told["offered_languages"]),
        answers_with=present.answers_with,
        only_provider=present.only_provider,
    )


@dataclass(slots=True)
class _Room:
    """For the longer words of a catalogue."""

    left: int = MOST_CHARACTERS

    def takes(self, *texts: str) -> bool:
        self.left -= sum(map(len, texts))
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class _Today:
    """The longer words that a record had no room for, by id."""

    services: dict[int, str] = field(default_factory=dict)
    packages: dict[int, tuple[str, tuple[str, ...]]] = field(default_factory=dict)

    @classmethod
    def of(cls, services: Iterable[ServiceFact]) -> "_Today":
        found = list(services)
        return cls(
            {service.id: service.description for service in found},
            {package.id: (package.description, package.features) for each in found for package in each.packages},
        )


def _service(service: ServiceFact, room: _Room) -> dict[str, Any]:
    words = {"description": service.description} if room.takes(service.description) else {}
    packages = [_package(package, room) for package in service.packages]
    return {"id": service.id, "name": service.name, **words, "packages": packages}


def _service_of(told: Mapping[str, Any], today: _Today) -> ServiceFact:
    service_id = told["id"]
    description = told.get("description", today.services.get(service_id, ""))
    packages = tuple(_package_of(package, service_id, today) for package in told["packages"])
    return ServiceFact(service_id, told["name"], description, packages)


def _package(package: PackageFact, room: _Room) -> dict[str, Any]:
    told: dict[str, Any] = {"id": package.id, "name": package.name, "price": _money(package.price)}
    if package.duration_count is not None and package.duration_unit is not None:
        told["lasts"] = [package.duration_count, package.duration_unit.value]
    if room.takes(package.description, *package.features):
        told |= {"description": package.description, "features": list(package.features)}
    return told


def _package_of(told: Mapping[str, Any], service_id: int, today: _Today) -> PackageFact:
    description, features = today.packages.get(told["id"], ("", ()))
    count, unit = told.get("lasts", (None, None))
    return PackageFact(
        id=told["id"],
        service_id=service_id,
        name=told["name"],
        description=told.get("description", description),
        features=tuple(told.get("features", features)),
        duration_count=count,
        duration_unit=None if unit is None else DurationUnit(unit),
        price=_money_of(told["price"]),
    )


def _draft(draft: DraftFact) -> dict[str, Any]:
    return {
        "id": draft.id,
        "package_id": draft.package_id,
        "package_name": draft.package_name,
        "quantity": draft.quantity,
        "unit_price": _money(draft.unit_price),
        "total": _money(draft.total),
        "is_expired": draft.is_expired,
        "proposed_after_message_id": draft.proposed_after_message_id,
    }


def _draft_of(told: Mapping[str, Any]) -> DraftFact:
    return DraftFact(**{**told, "unit_price": _money_of(told["unit_price"]), "total": _money_of(told["total"])})


def _order(order: OrderFact) -> dict[str, Any]:
    return {
        "id": order.id,
        "number": order.number,
        "status": order.status.value,
        "package_name": order.package_name,
        "quantity": order.quantity,
        "total": _money(order.total),
        "has_waiting_proof": order.has_waiting_proof,
        "created_at": order.created_at.isoformat(),
        "rejection_reason": order.rejection_reason,
    }


def _order_of(told: Mapping[str, Any]) -> OrderFact:
    return OrderFact(
        **{
            **told,
            "status": OrderStatus(told["status"]),
            "total": _money_of(told["total"]),
            "created_at": datetime.fromisoformat(told["created_at"]),
        }
    )


def _method(method: PaymentMethodFact) -> dict[str, Any]:
    return {
        "id": method.id,
        "method": method.method.value,
        "label": method.label,
        "payee_name": method.payee_name,
        "account_number": method.account_number,
        "bank_name": method.bank_name,
        "instructions": method.instructions,
        "currency": method.currency,
    }


def _money(money: Money) -> list[Any]:
    return [money.amount, money.currency]


def _money_of(told: Iterable[Any]) -> Money:
    amount, currency = told
    return Money(amount, currency)
