"""What is written when an order is made or takes a step: its row, its action, the audit row and the event."""

from datetime import timedelta

from core import audit
from core.audit import CUSTOMER, Actor
from core.database import UnitOfWork
from core.drafts import total
from core.events.event_types import OrderChanged, OrderCreated
from core.order_steps import OrderStepNotAllowedError, judge
from core.settings import ShopSettings
from models.accounts import AccountKind, WhatsappAccount
from models.catalog import Package
from models.conversations import Draft
from models.orders import Order, OrderAction, OrderNote, OrderStatus
from models.payments import PaymentProof, ProofStatus

# So that the first customer does not read that nobody bought before.
FIRST_NUMBER = 1000


async def create_order(
    work: UnitOfWork, draft: Draft, package: Package, account: WhatsappAccount, customer_id: int, settings: ShopSettings
) -> Order:
    """From a confirmed draft whose price is today's."""
    ids = await work.fetch("select nextval(pg_get_serial_sequence('orders', 'id')) as id")
    order = await Order.create(
        id=ids[0]["id"],
        number=f"PX-{FIRST_NUMBER + ids[0]['id']}",
        account_id=account.id,
        customer_id=customer_id,
        conversation_id=draft.conversation_id,
        draft_id=draft.id,
        package_id=package.id,
        service_name=package.service.name,
        package_name=package.name,
        snapshot={
            "description": package.description,
            "features": package.features,
            "duration_count": package.duration_count,
            "duration_unit": package.duration_unit.value if package.duration_unit else None,
        },
        unit_amount=draft.unit_amount,
        quantity=draft.quantity,
        total_amount=total(draft).amount,
        currency=draft.currency,
        is_simulated=account.kind is AccountKind.SIMULATOR,
        created_at=work.now,
        expires_at=work.now + timedelta(hours=settings.order_hours),
    )
    await _write_action(work, order, None, CUSTOMER, "create", "")
    work.append(
        OrderCreated(order.id, order.customer_id, order.conversation_id, order.status.value, order.is_simulated)
    )
    return order


async def take_step(
    work: UnitOfWork, order: Order, to: OrderStatus, actor: Actor, verb: str, reason: str = ""
) -> OrderAction:
    """Judges and takes it, and saves the order's dates with it. The order's row must be locked."""
    judge(order, to, actor)
    before = order.status
    order.status = to
    await order.save(update_fields=["status", "paid_at", "expires_at", "reminded_at", "updated_at"])
    note_change(work, order, before)
    return await _write_action(work, order, before, actor, verb, reason)


def note_change(work: UnitOfWork, order: Order, before: OrderStatus | None = None) -> None:
    """Tells the event log; without `before`, something beside the status changed."""
    work.append(
        OrderChanged(
            order.id,
            order.customer_id,
            order.conversation_id,
            (before or order.status).value,
            order.status.value,
            order.is_simulated,
        )
    )


async def review_proof(
    work: UnitOfWork,
    order: Order,
    verdict: ProofStatus,
    reviewer_id: int | None,
    reason: str = "",
    *,
    seen_id: int | None = None,
) -> None:
    """Judges the proof that waits. Raises OrderStepNotAllowedError if the reviewer has looked at another one."""
    proof = await PaymentProof.filter(order_id=order.id, status=ProofStatus.SUBMITTED).order_by("-id").first()
    if seen_id is not None and (proof is None or proof.id != seen_id):
        raise OrderStepNotAllowedError(
            f"Another proof came for order {order.number} meanwhile; look at it first.",
            order_id=order.id,
            status=OrderStatus.PAYMENT_SUBMITTED.value,
        )
    if proof is None:
        return
    proof.status = verdict
    proof.reason = reason
    proof.reviewer_id = reviewer_id
    proof.reviewed_at = work.now
    await proof.save(update_fields=["status", "reason", "reviewer_id", "reviewed_at"])


async def set_aside_proof(work: UnitOfWork, order: Order) -> None:
    """Of the proof that waits: nobody judges it any more."""
    waiting = PaymentProof.filter(order_id=order.id, status=ProofStatus.SUBMITTED).using_db(work.connection)
    await waiting.update(status=ProofStatus.SUPERSEDED)


async def write_note(work: UnitOfWork, order: Order, text: str, actor: Actor) -> OrderNote:
    """The audit row and the event say that there is one, never what it says."""
    note = await OrderNote.create(
        order_id=order.id, staff_id=actor.staff_id, api_key_id=actor.api_key_id, text=text, created_at=work.now
    )
    await audit.record(work, actor, "order.note_add", "orders", order.id, after={"note_id": note.id})
    note_change(work, order)
    return note


async def _write_action(
    work: UnitOfWork, order: Order, before: OrderStatus | None, actor: Actor, verb: str, reason: str
) -> OrderAction:
    await audit.record(
        work,
        actor,
        f"order.{verb}",
        "orders",
        order.id,
        before={"status": before.value} if before else {},
        after={"status": order.status.value},
    )
    return await OrderAction.create(
        order_id=order.id,
        actor=actor.kind,
        staff_id=actor.staff_id,
        api_key_id=actor.api_key_id,
        from_status=before,
        to_status=order.status,
        reason=reason,
        created_at=work.now,
    )
