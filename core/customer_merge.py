"""Two ids that turned out to be one person: everything of the one becomes the other's."""

from datetime import datetime, timedelta
from typing import Any

from core import audit
from core.audit import Actor
from core.conversation_records import answer_job, note, settle, silence_assistant
from core.conversations import OPEN, Conversations
from core.customers import CustomerNotFoundError
from core.database import Database, UnitOfWork
from core.errors import ConflictError, InvalidInputError
from core.events.event_types import CustomerChanged, CustomerMerged
from core.jobs.queue import Job
from core.order_records import note_change
from core.texts import LONGEST_TAG, MOST_TAGS
from models.conversations import AnsweredBy, Conversation, ConversationStatus
from models.customers import Customer
from models.orders import Order, OrderStatus

UNPAID = (OrderStatus.PENDING, OrderStatus.PAYMENT_SUBMITTED, OrderStatus.REJECTED)


class CustomersNotMergeableError(ConflictError):
    """`details["reason"]`: ANOTHER_NUMBER, MERGED_ALREADY or ERASED."""

    code = "CUSTOMERS_NOT_MERGEABLE"


class CustomerMerge:
    def __init__(self, database: Database, conversations: Conversations) -> None:
        self._database = database
        self._conversations = conversations

    async def merge(self, kept_id: int, merged_id: int, actor: Actor) -> Customer:
        """What is written to the merged id from now on is the kept customer's; done again, it changes nothing.

        Raises CustomerNotFoundError, InvalidInputError or CustomersNotMergeableError.
        """
        if kept_id == merged_id:
            raise InvalidInputError("Name two customers; these are one already.", field="mergedId")
        async with self._database.unit_of_work() as work:
            return await self.merge_within(work, kept_id, merged_id, actor)

    async def merge_within(self, work: UnitOfWork, kept_id: int, merged_id: int, actor: Actor) -> Customer:
        """As `merge`, in the caller's transaction, which holds no other row yet."""
        kept, merged = await _lock(work, kept_id, merged_id)
        if merged.merged_into_id == kept.id:
            return kept
        _judge(kept, merged)
        # Read before anything moves.
        kept_wrote, merged_wrote = await _last_written(work, kept.id), await _last_written(work, merged.id)
        survivor = await self._close_one_of_two(work, kept, merged)
        moved = await self._move(work, kept, merged)
        _take_over(kept, merged, is_newer=merged_wrote is not None and (not kept_wrote or merged_wrote > kept_wrote))
        await kept.save(using_db=work.connection)
        merged.merged_into_id = kept.id
        await merged.save(using_db=work.connection, update_fields=["merged_into_id", "updated_at"])
        if survivor is not None:
            await self._conversations.follow_order(work, survivor.id)
        await _wake_assistant(work, kept)
        await audit.record(
            work,
            actor,
            "customer.merge",
            "customers",
            kept.id,
            after={"merged_customer_id": merged.id, **moved},
        )
        for customer in (kept, merged):
            work.append(CustomerChanged(customer.id, customer.account_id))
        work.append(CustomerMerged(kept.id, merged.id, kept.account_id))
        return kept

    async def _close_one_of_two(self, work: UnitOfWork, kept: Customer, merged: Customer) -> Conversation | None:
        """A person has one open conversation: the one they wrote in last. None: there were not two."""
        chats = Conversation.filter(customer_id__in=[kept.id, merged.id], status__in=OPEN).using_db(work.connection)
        found = await chats.order_by("id").select_for_update()
        if len(found) < 2:
            return None
        closing, survivor = sorted(found, key=lambda chat: (chat.last_message_at, chat.id))
        await _move_business(work, closing, survivor)
        if survivor.answered_by is AnsweredBy.AI and closing.answered_by is not AnsweredBy.AI:
            # A person speaks with the customer, not with the row: the assistant stays out.
            survivor.answered_by, survivor.ai_resumes_at = closing.answered_by, closing.ai_resumes_at
        survivor.attention = survivor.attention or closing.attention
        survivor.assigned_to_id = survivor.assigned_to_id or closing.assigned_to_id
        survivor.unread_count += closing.unread_count
        survivor.tags = _together(survivor.tags, closing.tags)
        closing.status, closing.closed_at = ConversationStatus.ABANDONED, work.now
        closing.attention, closing.ai_resumes_at, closing.unread_count = None, None, 0
        for chat in (closing, survivor):
            await chat.save(
                using_db=work.connection,
                update_fields=[
                    "status",
                    "closed_at",
                    "answered_by",
                    "ai_resumes_at",
                    "attention",
                    "assigned_to_id",
                    "unread_count",
                    "tags",
                ],
            )
        return survivor

    async def _move(self, work: UnitOfWork, kept: Customer, merged: Customer) -> dict[str, int]:
        """How many of each; of the kept customer's own conversations the open one changes too."""
        both = (kept.id, merged.id)
        conversations = await work.execute("update conversations set customer_id = $1 where customer_id = $2", *both)
        messages = await work.execute("update messages set customer_id = $1 where customer_id = $2", *both)
        orders = await work.fetch("update orders set customer_id = $1 where customer_id = $2 returning id", *both)
        # Whoever was merged into this one before is one with the kept now: a merge is followed in one step.
        await work.execute("update customers set merged_into_id = $1 where merged_into_id = $2", *both)
        # A reply in the making was made for somebody else, and a summary tells of one of the two only.
        await work.execute(
            "update conversations set version = version + 1, summary = null, summary_until = null "
            "where customer_id = $1",
            kept.id,
        )
        for conversation in await Conversation.filter(customer_id=kept.id).using_db(work.connection).order_by("id"):
            note(work, conversation)
        moved = [row["id"] for row in orders]
        for order in await Order.filter(id__in=moved).using_db(work.connection).order_by("id"):
            note_change(work, order)
        return {"conversations": conversations, "messages": messages, "orders": len(moved)}


async def _lock(work: UnitOfWork, kept_id: int, merged_id: int) -> tuple[Customer, Customer]:
    """In the order of their ids, whichever is kept: two merges of the same two must not wait for each other."""
    rows = Customer.filter(id__in=[kept_id, merged_id]).using_db(work.connection).order_by("id")
    found = {row.id: row for row in await rows.select_for_update()}
    for field, customer_id in (("keptId", kept_id), ("mergedId", merged_id)):
        if customer_id not in found:
            error = CustomerNotFoundError(customer_id)
            error.field = field
            raise error
    return found[kept_id], found[merged_id]


def _judge(kept: Customer, merged: Customer) -> None:
    if kept.account_id != merged.account_id:
        raise CustomersNotMergeableError(
            "They write to two different numbers, and stay two customers.", field="mergedId", reason="ANOTHER_NUMBER"
        )
    for field, customer in (("keptId", kept), ("mergedId", merged)):
        if customer.merged_into_id is not None:
            raise CustomersNotMergeableError(
                "This customer was merged into another already.", field=field, reason="MERGED_ALREADY"
            )
        if customer.erased_at is not None:
            raise CustomersNotMergeableError("Nothing is left of this customer.", field=field, reason="ERASED")


def _take_over(kept: Customer, merged: Customer, *, is_newer: bool) -> None:
    """What is known of either is known of the person; a STOP and a block hold for the person, too."""
    kept.phone = kept.phone or merged.phone
    kept.profile_name = kept.profile_name or merged.profile_name
    if is_newer:
        kept.chat = merged.chat
    if kept.language is None or (merged.is_language_chosen and not kept.is_language_chosen):
        kept.language, kept.is_language_chosen = merged.language, merged.is_language_chosen
    kept.note = "\n".join(note for note in (kept.note, merged.note) if note)
    kept.tags = _together(kept.tags, merged.tags)
    kept.opted_out_at = kept.opted_out_at or merged.opted_out_at
    if kept.blocked_at is None and merged.blocked_at is not None:
        kept.blocked_at, kept.block_reason = merged.blocked_at, merged.block_reason


def _together(mine: list[str], others: list[str]) -> list[str]:
    return [tag for tag in dict.fromkeys([*mine, *others]) if len(tag) <= LONGEST_TAG][:MOST_TAGS]


async def _move_business(work: UnitOfWork, closing: Conversation, survivor: Conversation) -> None:
    """What is still going on goes on in the conversation that stays: unpaid orders, and what was summed up last."""
    await work.execute(
        "update orders set conversation_id = $1 where conversation_id = $2 and status = any($3::text[])",
        survivor.id,
        closing.id,
        [status.value for status in UNPAID],
    )
    if await work.fetch("select 1 from drafts where conversation_id = $1 and state = 'PROPOSED'", survivor.id):
        await work.execute(
            "update drafts set state = 'REPLACED' where conversation_id = $1 and state = 'PROPOSED'", closing.id
        )
    else:
        await work.execute(
            "update drafts set conversation_id = $1 where conversation_id = $2 and state = 'PROPOSED'",
            survivor.id,
            closing.id,
        )


async def _last_written(work: UnitOfWork, customer_id: int) -> datetime | None:
    rows = await work.fetch(
        "select max(last_customer_message_at) as at from conversations where customer_id = $1", customer_id
    )
    at: datetime | None = rows[0]["at"]
    return at


async def _wake_assistant(work: UnitOfWork, kept: Customer) -> None:
    """The jobs of the merged id find nothing any more."""
    if kept.blocked_at is not None:
        await settle(work, kept.id)
        await silence_assistant(work, kept.id)
        return
    waiting: list[dict[str, Any]] = await work.fetch(
        "select coalesce(bool_or(detail ? 'held'), false) as is_held from messages "
        "where customer_id = $1 and direction = 'INBOUND' and not is_settled having count(*) > 0",
        kept.id,
    )
    if waiting:
        is_held = waiting[0]["is_held"]
        later = work.now + timedelta(seconds=60)
        work.defer(
            Job("release_backlog", {"customer_id": kept.id}, scheduled_at=later) if is_held else answer_job(kept.id)
        )
