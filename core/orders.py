"""Orders: made from a confirmed draft, moved by proofs and people, ended by time."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from core.audit import CUSTOMER, PROGRAM, Actor
from core.clock import now
from core.conversations import Conversations
from core.database import Database, UnitOfWork
from core.drafts import Drafts, package_on_sale, unit_price
from core.languages import formats
from core.money import Money
from core.order_records import create_order, note_change, review_proof, set_aside_proof, take_step, write_note
from core.order_steps import (
    ConfirmationTooEarlyError,
    OrderNotFoundError,
    OrderStepNotAllowedError,
    RefundAmountError,
    judge,
    note_text,
    reason_text,
    reference_text,
)
from core.proofs import judge_proof, likeness, read_proof_job
from core.settings import Settings, ShopSettings
from models.accounts import WhatsappAccount
from models.conversations import (
    AttentionReason,
    Conversation,
    ConversationStatus,
    Direction,
    Draft,
    DraftState,
    Message,
    MessageAuthor,
)
from models.customers import Customer
from models.media import MediaFile
from models.orders import Order, OrderNote, OrderStatus, Refund
from models.payments import PaymentProof, ProofStatus

log = structlog.get_logger()

# How many orders one run of a periodic job takes; the next run takes the rest.
BATCH = 200

EXPIRED = """
select id from orders
where status in ('PENDING', 'REJECTED') and expires_at <= $1
order by expires_at limit $2
"""

# A step is the newest of an order's actions: what waits since then is reminded of once.
TO_REMIND = """
select orders.id
from orders join customers on customers.id = orders.customer_id
where orders.status in ('PENDING', 'REJECTED') and orders.reminded_at is null and orders.expires_at > $1
  and customers.opted_out_at is null and customers.blocked_at is null
  and (select max(created_at) from order_actions where order_id = orders.id) <= $2
order by orders.expires_at limit $3
"""


@dataclass(frozen=True, slots=True)
class PriceChanged:
    """The customer agreed to another price than today's; `new` is the draft to ask about."""

    new: Draft


@dataclass(frozen=True, slots=True)
class PackageGone:
    """What the customer agreed to is not on sale any more."""


@dataclass(frozen=True, slots=True)
class DraftExpired:
    """The summary stands no longer: too old, declined, or replaced by another."""


Confirmation = Order | PriceChanged | PackageGone | DraftExpired


class Wording(Protocol):
    async def said(self, key: str, language: str, **values: object) -> str:
        """A sentence of the program in that language."""


@dataclass(frozen=True, slots=True)
class _Held:
    """An order and whom it concerns, their rows locked."""

    order: Order
    customer: Customer
    conversation: Conversation  # where the customer is told


class Orders:
    """Every step locks the customer, then the conversation, then the order, and judges the order as it is then.

    A step leaves an OrderAction, an audit row, an event and, where the customer did not take it, words to them.
    """

    def __init__(
        self, database: Database, settings: Settings, drafts: Drafts, conversations: Conversations, wording: Wording
    ) -> None:
        self._database = database
        self._settings = settings
        self._drafts = drafts
        self._conversations = conversations
        self._wording = wording

    async def confirm_draft(self, work: UnitOfWork, draft_id: int, confirming_message: Message) -> Confirmation:
        """Confirmed again, the same draft gives the same order. Raises ConfirmationTooEarlyError."""
        draft = await Draft.get(id=draft_id)
        conversation = await Conversation.get(id=draft.conversation_id)
        customer = await Customer.filter(id=conversation.customer_id).select_for_update().get()
        await self._conversations.lock(work, conversation.id)
        draft = await Draft.filter(id=draft_id).select_for_update().get()
        if existing := await Order.filter(draft_id=draft_id).first():
            return existing
        if draft.state is not DraftState.PROPOSED:
            return DraftExpired()
        await _judge_confirmation(draft, customer, confirming_message)
        if draft.expires_at <= work.now:
            await _set_state(draft, DraftState.EXPIRED)
            return DraftExpired()
        package = await package_on_sale(work, draft.package_id)
        if package is None:
            await _set_state(draft, DraftState.EXPIRED)
            return PackageGone()
        if Money(package.price_amount, package.currency) != unit_price(draft):
            new = await self._drafts.propose(
                work, conversation, package.id, draft.quantity, after_message_id=confirming_message.id
            )
            return PriceChanged(new)
        await _set_state(draft, DraftState.CONFIRMED)
        account = await WhatsappAccount.get(id=customer.account_id)
        settings = await self._settings.read()
        order = await create_order(work, draft, package, account, customer.id, settings)
        await self._conversations.follow_order(work, order.conversation_id)
        return order

    async def submit_proof(
        self,
        work: UnitOfWork,
        order_id: int,
        *,
        media: MediaFile,
        message: Message | None,
        actor: Actor = CUSTOMER,
    ) -> PaymentProof:
        """The same message again gives the same proof. Raises ProofNotUsableError or OrderStepNotAllowedError."""
        held = await self._hold(work, order_id)
        order = held.order
        if message is not None:
            if message.customer_id != order.customer_id:
                raise OrderNotFoundError("This customer has no such order.", order_id=order_id)
            if existing := await PaymentProof.filter(message_id=message.id).first():
                return existing
        judge_proof(media, message)
        if order.status is OrderStatus.PAYMENT_SUBMITTED:
            await set_aside_proof(work, order)
            note_change(work, order)
        else:
            await take_step(work, held.order, OrderStatus.PAYMENT_SUBMITTED, actor, "submit_proof")
        alike = await likeness(work, order, media)
        proof = await PaymentProof.create(
            order_id=order.id,
            media_id=media.id,
            message_id=message.id if message else None,
            likeness=alike.kind if alike else None,
            alike_id=alike.proof_id if alike else None,
            created_at=work.now,
        )
        work.defer(read_proof_job(proof.id))
        if held.conversation.attention is None:  # what a person was called for before is not forgotten over it
            await self._conversations.flag(work, held.conversation, AttentionReason.PROOF_WAITING)
        await self._conversations.follow_order(work, order.conversation_id)
        return proof

    async def approve_payment(
        self, order_id: int, actor: Actor, *, staff_id: int | None = None, proof_id: int | None = None
    ) -> Order:
        """`proof_id`: the proof that was looked at; no other is accepted unseen.

        Raises NeedsPersonError or OrderStepNotAllowedError.
        """
        async with self._database.unit_of_work() as work:
            held = await self._hold(work, order_id)
            held.order.paid_at = work.now
            action = await take_step(work, held.order, OrderStatus.PAID, actor, "approve_payment")
            await review_proof(work, held.order, ProofStatus.APPROVED, staff_id or actor.staff_id, seen_id=proof_id)
            return await self._tell(work, held, "order_paid", action.id)

    async def reject_payment(
        self, order_id: int, reason: str, actor: Actor, *, staff_id: int | None = None, proof_id: int | None = None
    ) -> Order:
        """The customer reads the reason as it is written and has the whole time to pay again.

        `proof_id`: the proof that was looked at; no other is rejected unseen.

        Raises EmptyReasonError, NeedsPersonError or OrderStepNotAllowedError.
        """
        reason = reason_text(reason, is_required=True)
        settings = await self._settings.read()
        async with self._database.unit_of_work() as work:
            held = await self._hold(work, order_id)
            held.order.expires_at = work.now + timedelta(hours=settings.order_hours)
            held.order.reminded_at = None
            action = await take_step(work, held.order, OrderStatus.REJECTED, actor, "reject_payment", reason)
            reviewer_id = staff_id or actor.staff_id
            await review_proof(work, held.order, ProofStatus.REJECTED, reviewer_id, reason, seen_id=proof_id)
            return await self._tell(work, held, "order_rejected", action.id, reason=reason)

    async def cancel(self, order_id: int, reason: str, actor: Actor) -> Order:
        """The reason may be empty; if there is one, the customer reads it. Raises OrderStepNotAllowedError."""
        async with self._database.unit_of_work() as work:
            return await self.cancel_within(work, order_id, reason, actor)

    async def cancel_within(self, work: UnitOfWork, order_id: int, reason: str, actor: Actor) -> Order:
        """A customer who cancels is answered by the turn and told nothing here."""
        reason = reason_text(reason, is_required=False)
        held = await self._hold(work, order_id)
        action = await take_step(work, held.order, OrderStatus.CANCELLED, actor, "cancel", reason)
        await set_aside_proof(work, held.order)
        if actor == CUSTOMER:
            await self._conversations.follow_order(work, held.order.conversation_id)
            return held.order
        key = "order_cancelled_by_shop_because" if reason else "order_cancelled_by_shop"
        return await self._tell(work, held, key, action.id, reason=reason)

    async def complete(self, order_id: int, actor: Actor) -> Order:
        """What was sold has been delivered. Raises NeedsPersonError or OrderStepNotAllowedError."""
        async with self._database.unit_of_work() as work:
            held = await self._hold(work, order_id)
            action = await take_step(work, held.order, OrderStatus.COMPLETED, actor, "complete")
            return await self._tell(work, held, "order_completed", action.id)

    async def refund(self, order_id: int, amount: Money, reference: str, reason: str, actor: Actor) -> Order:
        """Records money given back: once, all of it or a part.

        Raises RefundAmountError, EmptyReferenceError, NeedsPersonError or OrderStepNotAllowedError.
        """
        reference = reference_text(reference)
        reason = reason_text(reason, is_required=False)
        async with self._database.unit_of_work() as work:
            held = await self._hold(work, order_id)
            order = held.order
            judge(order, OrderStatus.REFUNDED, actor)
            if amount.currency != order.currency:
                raise RefundAmountError(f"The order was paid in {order.currency}.", field="amount.currency")
            if not 0 < amount.amount <= order.total_amount:
                raise RefundAmountError(
                    f"Give back more than nothing and at most {_total(order).text('en')}.", field="amount.amount"
                )
            action = await take_step(work, held.order, OrderStatus.REFUNDED, actor, "refund", reason)
            await Refund.create(
                order_id=order.id,
                amount=amount.amount,
                currency=amount.currency,
                reference=reference,
                reason=reason,
                actor=actor.kind,
                staff_id=actor.staff_id,
                api_key_id=actor.api_key_id,
                created_at=work.now,
            )
            return await self._tell(work, held, "order_refunded", action.id, amount=amount, reference=reference)

    async def add_note(self, order_id: int, text: str, actor: Actor) -> OrderNote:
        """From staff to staff; the customer is told nothing. Raises EmptyNoteError or OrderNotFoundError."""
        text = note_text(text)
        async with self._database.unit_of_work() as work:
            order = await Order.filter(id=order_id).select_for_update().first()
            if order is None:
                raise OrderNotFoundError("There is no such order.", order_id=order_id)
            return await write_note(work, order, text, actor)

    async def expire_due(self) -> int:
        """Cancels what was not paid in time; how many. Never one whose proof waits."""
        rows = await self._database.fetch(EXPIRED, [now(), BATCH])
        return sum([await _undisturbed(self._expire, row["id"], "order_expiry_failed") for row in rows])

    async def remind_due(self) -> int:
        """Reminds once of what is not paid yet; how many. Not those who said STOP, and not while a proof waits."""
        settings = await self._settings.read()
        moment = now()
        waiting_since = moment - timedelta(hours=settings.reminder_hours)
        rows = await self._database.fetch(TO_REMIND, [moment, waiting_since, BATCH])
        return sum([await _undisturbed(self._remind, row["id"], "order_reminder_failed") for row in rows])

    async def _expire(self, order_id: int) -> bool:
        async with self._database.unit_of_work() as work:
            held = await self._hold(work, order_id)
            order = held.order
            if not _is_unpaid(order) or order.expires_at is None or order.expires_at > work.now:
                return False
            action = await take_step(work, held.order, OrderStatus.CANCELLED, PROGRAM, "expire", "not paid in time")
            await self._tell(work, held, "order_expired", action.id)
            return True

    async def _remind(self, order_id: int) -> bool:
        async with self._database.unit_of_work() as work:
            held = await self._hold(work, order_id)
            order = held.order
            if not _is_unpaid(order) or order.reminded_at or order.expires_at is None or held.customer.opted_out_at:
                return False
            order.reminded_at = work.now
            await order.save(update_fields=["reminded_at", "updated_at"])
            note_change(work, order)
            once = int(order.expires_at.timestamp())
            await self._tell(work, held, "order_reminder", once, until=order.expires_at)
            return True

    async def _hold(self, work: UnitOfWork, order_id: int) -> _Held:
        rows = await work.fetch("select customer_id, conversation_id from orders where id = $1", order_id)
        if not rows:
            raise OrderNotFoundError("There is no such order.", order_id=order_id)
        customer = await Customer.filter(id=rows[0]["customer_id"]).select_for_update().get()
        # An order outlives its conversation; its news belongs where the customer talks now.
        talking = (
            await Conversation.filter(
                customer_id=customer.id, status__in=[ConversationStatus.ACTIVE, ConversationStatus.WAITING_PAYMENT]
            )
            .order_by("-id")
            .first()
        )
        conversation = await self._conversations.lock(work, talking.id if talking else rows[0]["conversation_id"])
        order = await Order.filter(id=order_id).select_for_update().get()
        return _Held(order, customer, conversation)

    async def _tell(
        self, work: UnitOfWork, held: _Held, key: str, once: int, **values: str | Money | datetime
    ) -> Order:
        """Queues news in the customer's language, one for each `once`; then the conversation follows the order."""
        order, settings = held.order, await self._settings.read()
        language = settings.spoken(held.customer.language)
        text = await self._wording.said(
            key,
            language,
            number=order.number,
            service=order.service_name,
            package=order.package_name,
            quantity=str(order.quantity),
            total=formats.money(_total(order), language),
            **{name: _written(value, language, settings) for name, value in values.items()},
        )
        await self._conversations.queue_reply(
            work,
            held.conversation,
            text,
            author=MessageAuthor.PROGRAM,
            is_proactive=key == "order_reminder",
            said_once_key=f"{key}:{order.id}:{once}",
        )
        await self._conversations.follow_order(work, order.conversation_id)
        return order


async def _judge_confirmation(draft: Draft, customer: Customer, message: Message) -> None:
    asked_by = await Message.get_or_none(id=draft.proposed_after_message_id)
    is_later = message.id > draft.proposed_after_message_id
    if asked_by and asked_by.sent_at and message.sent_at:
        # WhatsApp delivers late sometimes: what was written before the customer asked is no answer to the summary.
        is_later = is_later and message.sent_at >= asked_by.sent_at
    if message.direction is not Direction.INBOUND or message.customer_id != customer.id or not is_later:
        raise ConfirmationTooEarlyError("Only a message that came after the summary confirms it.", draft_id=draft.id)


async def _set_state(draft: Draft, state: DraftState) -> None:
    draft.state = state
    await draft.save(update_fields=["state"])


def _is_unpaid(order: Order) -> bool:
    return order.status in {OrderStatus.PENDING, OrderStatus.REJECTED}


def _total(order: Order) -> Money:
    return Money(order.total_amount, order.currency)


def _written(value: str | Money | datetime, language: str, settings: ShopSettings) -> str:
    match value:
        case Money():
            return formats.money(value, language)
        case datetime():
            return f"{value.astimezone(settings.zone):%Y-%m-%d %H:%M}"
        case _:
            return value


async def _undisturbed(act: Callable[[int], Awaitable[bool]], order_id: int, failure: str) -> bool:
    """One order that cannot be moved must not hold back the others of the run; the next run tries it again."""
    try:
        return await act(order_id)
    except OrderStepNotAllowedError:
        return False
    except Exception:
        log.exception(failure, order_id=order_id)
        return False
