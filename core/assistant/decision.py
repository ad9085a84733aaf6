"""What an assistant is told of one turn, and what it may answer: it proposes, the program disposes."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from core.languages.wording import LANGUAGES
from core.money import Money
from models.accounts import AnswersWith
from models.catalog import DurationUnit
from models.conversations import MessageKind
from models.orders import OrderStatus
from models.payments import PaymentMethod

# An order in one of these waits for money, so an image is taken for its proof of payment.
AWAITS_PAYMENT = frozenset({OrderStatus.PENDING, OrderStatus.PAYMENT_SUBMITTED, OrderStatus.REJECTED})


@dataclass(frozen=True, slots=True)
class PackageFact:
    id: int
    service_id: int
    name: str
    description: str
    features: tuple[str, ...]
    duration_count: int | None
    duration_unit: DurationUnit | None
    price: Money


@dataclass(frozen=True, slots=True)
class ServiceFact:
    id: int
    name: str
    description: str
    packages: tuple[PackageFact, ...]


@dataclass(frozen=True, slots=True)
class DraftFact:
    id: int
    package_id: int | None
    package_name: str
    quantity: int
    unit_price: Money
    total: Money
    is_expired: bool
    proposed_after_message_id: int


@dataclass(frozen=True, slots=True)
class OrderFact:
    id: int
    number: str
    status: OrderStatus
    package_name: str
    quantity: int
    total: Money
    has_waiting_proof: bool
    created_at: datetime
    rejection_reason: str = ""

    @property
    def awaits_payment(self) -> bool:
        return self.status in AWAITS_PAYMENT


@dataclass(frozen=True, slots=True)
class PaymentMethodFact:
    id: int
    method: PaymentMethod
    label: str
    payee_name: str
    account_number: str
    bank_name: str
    instructions: str
    currency: str


@dataclass(frozen=True, slots=True)
class FaqFact:
    id: int
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """`text` is the caption of media, or what a voice note says; `media_type` is what the bytes were found to be."""

    id: int
    kind: MessageKind
    text: str
    media_id: int | None
    media_type: str | None
    quoted_text: str | None
    sent_at: datetime
    is_heard: bool = False  # a machine wrote `text` down, and may have misheard


@dataclass(frozen=True, slots=True)
class TurnFacts:
    """All that one turn may say. Only active services and packages; orders: the open ones and the newest five."""

    now: datetime
    business_name: str
    default_language: str
    language: str | None
    is_language_chosen: bool
    customer_name: str
    is_first_contact: bool
    is_opted_out: bool
    messages: tuple[IncomingMessage, ...]
    menu: dict[str, Any]
    services: tuple[ServiceFact, ...]
    draft: DraftFact | None
    orders: tuple[OrderFact, ...]
    payment_methods: tuple[PaymentMethodFact, ...]
    faq: tuple[FaqFact, ...] = ()
    conversation_id: int = 0
    offered_languages: tuple[str, ...] = LANGUAGES
    answers_with: AnswersWith = AnswersWith.SHOP
    only_provider: int | None = None  # of AnswersWith.PROVIDER


# Each action makes the program say what came of it (replies.py), after `Decision.replies`; only DeclineDraft is silent.


@dataclass(frozen=True, slots=True)
class ProposeOrder:
    """The program writes the summary, with the name and the price of the database."""

    package_id: int
    quantity: int


@dataclass(frozen=True, slots=True)
class ConfirmDraft:
    """`message_id` is the customer's message that says yes; it is later than the summary."""

    draft_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class DeclineDraft:
    """The assistant says by itself that nothing was ordered."""

    draft_id: int


@dataclass(frozen=True, slots=True)
class SubmitProof:
    order_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class CancelOrder:
    order_id: int


@dataclass(frozen=True, slots=True)
class HandOff:
    """A person of the shop is to answer."""


@dataclass(frozen=True, slots=True)
class OptOut:
    """The customer said STOP: nothing proactive any more."""


@dataclass(frozen=True, slots=True)
class OptIn:
    """The customer said START again."""


Action = ProposeOrder | ConfirmDraft | DeclineDraft | SubmitProof | CancelOrder | HandOff | OptOut | OptIn

# Those that write an order or its draft; a turn has at most one of them.
ORDER_WRITING = (ProposeOrder, ConfirmDraft, DeclineDraft, SubmitProof, CancelOrder)


@dataclass(frozen=True, slots=True)
class Decision:
    """`replies` is said first, then what the actions make the program say; actions run in order.

    `menu` replaces what the conversation remembers; `record` goes into the turn's glass box.
    """

    language: str
    is_language_chosen: bool
    replies: tuple[str, ...]
    menu: dict[str, Any]
    actions: tuple[Action, ...]
    record: dict[str, Any] = field(default_factory=dict)
    wants_summary: bool = False  # the chat has grown too long to be told whole


class Assistant(Protocol):
    async def decide(self, facts: TurnFacts) -> Decision:
        """Changes nothing: what is to be done stands in the decision."""
