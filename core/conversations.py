"""Chats: when one opens and closes, who answers it, what is said in it, and when a person should look."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from core import audit, clock
from core.audit import Actor
from core.conversation_records import (
    LONGEST_TEXT,
    AssistantAnswersError,
    ConversationNotFoundError,
    CustomerBlockedError,
    EmptyMessageError,
    MessageTooLongError,
    NumberRemovedError,
    answer_job,
    current_of,
    give_to,
    is_over,
    is_removed,
    kind_of,
    note,
    note_added,
    settle,
    silence_assistant,
)
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError
from core.notices import Notices
from core.settings import Settings
from core.templates import said
from core.texts import clean
from models.conversations import (
    AnsweredBy,
    AttentionReason,
    Conversation,
    ConversationStatus,
    Direction,
    Message,
    MessageAuthor,
    MessageState,
    Turn,
)
from models.customers import Customer
from models.notices import NoticeKind

# What is longer is cut off; the program writes nothing as long.
LONGEST_REPLY = 16_384

OPEN = (ConversationStatus.ACTIVE, ConversationStatus.WAITING_PAYMENT)
# What cannot wait until somebody looks by themselves.
CALLS_A_PERSON = frozenset({AttentionReason.ASKED_FOR_HUMAN, AttentionReason.TURN_FAILED, AttentionReason.FLOOD})
# How many chats one run of a periodic job takes; the next run takes the rest.
BATCH = 200

SILENT = """
select id from conversations
where status in ('ACTIVE', 'WAITING_PAYMENT') and last_message_at <= $1 and not exists (
    select 1 from orders where orders.customer_id = conversations.customer_id and orders.status = 'PAYMENT_SUBMITTED'
)
order by last_message_at limit $2
"""

TO_RESUME = "select id from conversations where ai_resumes_at <= $1 order by ai_resumes_at limit $2"

# What the orders of a conversation say of it; how its last open order was closed is in their actions.
ORDERS_OF = """
select
    exists (
        select 1 from orders where conversation_id = $1 and status in ('PENDING', 'PAYMENT_SUBMITTED', 'REJECTED')
    ) as has_open,
    (
        select action.to_status from order_actions as action join orders on orders.id = action.order_id
        where orders.conversation_id = $1 and action.to_status in ('PAID', 'CANCELLED')
        order by action.id desc limit 1
    ) as closed_by
"""


class Conversations:
    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings

    # --- Opening and closing -----------------------------------------------------------------------------------------

    async def open_for(self, work: UnitOfWork, customer: Customer) -> Conversation:
        """The customer's open conversation, locked, or a new one. Their row must be locked."""
        theirs = Conversation.filter(customer_id=customer.id).using_db(work.connection).order_by("-id")
        theirs = theirs.select_for_update()
        newest = await theirs.filter(status__in=OPEN).first() or await theirs.first()
        if newest is not None and newest.status in OPEN and not await self._was_abandoned(work, newest):
            return newest
        conversation = Conversation(
            account_id=customer.account_id,
            customer_id=customer.id,
            last_message_at=work.now,
            created_at=work.now,
        )
        if newest is not None and newest.answered_by is not AnsweredBy.AI and not is_over(newest, work.now):
            # A person speaks with the customer, not with the row: the assistant stays out of the next one too.
            conversation.answered_by = newest.answered_by
            conversation.ai_resumes_at = newest.ai_resumes_at
        await conversation.save(using_db=work.connection)
        note(work, conversation)
        return conversation

    async def lock(self, work: UnitOfWork, conversation_id: int) -> Conversation:
        """The customer's row first, then the conversation's. Raises ConversationNotFoundError."""
        if not await work.fetch(
            "select id from customers where id = (select customer_id from conversations where id = $1) for update",
            conversation_id,
        ):
            raise ConversationNotFoundError(conversation_id)
        conversations = Conversation.filter(id=conversation_id).using_db(work.connection)
        return await conversations.select_for_update().get()

    async def follow_order(self, work: UnitOfWork, conversation_id: int) -> None:
        """Derives the status from the orders after one of them took a step; a reply in the making begins anew."""
        conversation = await self.lock(work, conversation_id)
        rows = await work.fetch(ORDERS_OF, conversation_id)
        status = _status(conversation.status, has_open=rows[0]["has_open"], closed_by=rows[0]["closed_by"])
        if status is not conversation.status:
            conversation.status = status
            conversation.closed_at = None if status in OPEN else (conversation.closed_at or work.now)
            await conversation.save(using_db=work.connection, update_fields=["status", "closed_at"])
        await work.execute(
            "update conversations set version = version + 1 where id = $1 or (customer_id = $2 and closed_at is null)",
            conversation.id,
            conversation.customer_id,
        )
        await work.execute(
            "update conversations set attention = null where customer_id = $1 and attention = 'PROOF_WAITING' "
            "and not exists (select 1 from orders where customer_id = $1 and status = 'PAYMENT_SUBMITTED')",
            conversation.customer_id,
        )
        note(work, await Conversation.get(id=conversation_id, using_db=work.connection))

    async def abandon_silent(self) -> int:
        """Closes chats in which nobody said a word for long; how many."""
        settings = await self._settings.read()
        since = clock.now() - timedelta(hours=settings.abandon_hours)
        rows = await self._database.fetch(SILENT, [since, BATCH])
        abandoned = 0
        for row in rows:
            async with self._database.unit_of_work() as work:
                conversation = await self.lock(work, row["id"])
                if conversation.status in OPEN and await self._was_abandoned(work, conversation):
                    abandoned += 1
        return abandoned

    async def _was_abandoned(self, work: UnitOfWork, conversation: Conversation) -> bool:
        """Judges the silence and closes the chat if it was too long. Its row must be locked."""
        settings = await self._settings.read()
        if conversation.last_message_at > work.now - timedelta(hours=settings.abandon_hours):
            return False
        if await work.fetch(
            "select 1 from orders where customer_id = $1 and status = 'PAYMENT_SUBMITTED' limit 1",
            conversation.customer_id,
        ):
            return False
        conversation.status, conversation.closed_at = ConversationStatus.ABANDONED, work.now
        conversation.version += 1
        await conversation.save(using_db=work.connection, update_fields=["status", "closed_at", "version"])
        await settle(work, conversation.customer_id)
        note(work, conversation)
        return True

    # --- Who answers -------------------------------------------------------------------------------------------------

    async def take_over(self, conversation_id: int, actor: Actor) -> Conversation:
        """From now on a person answers: what the assistant has not sent yet is never sent."""
        resumes_at = await self._resume_time()

        async def give(work: UnitOfWork, conversation: Conversation) -> None:
            await self._give_to_person(work, conversation, resumes_at)

        return await self._by_staff(conversation_id, actor, "conversation.take_over", give)

    async def hand_back(self, conversation_id: int, actor: Actor, at: datetime | None = None) -> Conversation:
        """The assistant answers what is written from now on; what was written before is the person's.

        With a time, it comes back by itself then, and until then all stays as it is.
        """
        if at is not None and at <= clock.now():
            raise InvalidInputError("The time must lie ahead.", field="at")

        async def give(work: UnitOfWork, conversation: Conversation) -> None:
            if at is not None:
                if conversation.answered_by is AnsweredBy.AI:
                    raise AssistantAnswersError(conversation.id)
                await give_to(work, conversation, conversation.answered_by, at)
                return
            await settle(work, conversation.customer_id)
            if conversation.attention is not AttentionReason.PROOF_WAITING:
                conversation.attention = None
            await Notices.settle(work, conversation.id, NoticeKind.CHAT_NEEDS_HUMAN)
            await give_to(work, conversation, AnsweredBy.AI, None)

        return await self._by_staff(conversation_id, actor, "conversation.hand_back", give)

    async def pause(self, conversation_id: int, actor: Actor, until: datetime | None = None) -> Conversation:
        """Nobody answers until then, or until somebody hands back."""
        if until is not None and until <= clock.now():
            raise InvalidInputError("The end of the pause must lie ahead.", field="until")

        async def give(work: UnitOfWork, conversation: Conversation) -> None:
            await silence_assistant(work, conversation.customer_id)
            await give_to(work, conversation, AnsweredBy.PAUSED, until)

        return await self._by_staff(conversation_id, actor, "conversation.pause", give)

    async def send(self, conversation_id: int, text: str, actor: Actor, media_id: int | None = None) -> Message:
        """A person's words to the customer; with them the person takes over."""
        text = clean(text, LONGEST_TEXT + 1).strip()
        if not text and media_id is None:
            raise EmptyMessageError
        if len(text) > LONGEST_TEXT:
            raise MessageTooLongError
        resumes_at = await self._resume_time()
        async with self._database.unit_of_work() as work:
            conversation = await self._where_they_talk(work, conversation_id)
            customer = await Customer.get(id=conversation.customer_id, using_db=work.connection)
            if customer.blocked_at is not None:
                raise CustomerBlockedError(customer.id)
            if await is_removed(work, conversation.account_id):
                raise NumberRemovedError(conversation.account_id)
            await self._give_to_person(work, conversation, resumes_at)
            message = await self._write(
                work,
                conversation,
                text,
                author=MessageAuthor.STAFF,
                staff_id=actor.staff_id,
                media_id=media_id,
                chat=customer.chat,
            )
            await audit.record(
                work, actor, "conversation.send", "messages", message.id, after={"conversation_id": conversation.id}
            )
            return message

    async def note_human_on_phone(self, work: UnitOfWork, conversation: Conversation) -> None:
        """A person typed to the customer on the linked phone itself: the assistant keeps out."""
        await self._give_to_person(work, conversation, await self._resume_time())

    async def leave_to_person(self, work: UnitOfWork, conversation: Conversation, reason: AttentionReason) -> None:
        """The assistant steps back by itself. It comes back in time if nobody comes."""
        await give_to(work, conversation, AnsweredBy.HUMAN, await self._resume_time())
        await self.flag(work, conversation, reason)

    async def pause_for_flood(self, work: UnitOfWork, conversation: Conversation) -> None:
        """Too much comes in, or another program answers ours; what came is settled with one sentence.

        It may be a person after all, who must not be left in silence; a program gets one answer and no more.
        """
        await settle(work, conversation.customer_id)
        await give_to(work, conversation, AnsweredBy.PAUSED, await self._resume_time())
        await self.flag(work, conversation, AttentionReason.FLOOD)
        customer = await Customer.get(id=conversation.customer_id, using_db=work.connection)
        language = (await self._settings.read()).spoken(customer.language)
        # The program's word: those of the assistant are discarded while it does not answer.
        await self.queue_reply(work, conversation, await said("left_to_person", language), author=MessageAuthor.PROGRAM)

    async def resume_due(self) -> int:
        """Gives chats back to the assistant whose time has come; how many. It answers what waits and is recent."""
        rows = await self._database.fetch(TO_RESUME, [clock.now(), BATCH])
        resumed = 0
        for row in rows:
            async with self._database.unit_of_work() as work:
                conversation = await self.lock(work, row["id"])
                if not is_over(conversation, work.now):
                    continue
                await give_to(work, conversation, AnsweredBy.AI, None)
                work.defer(answer_job(conversation.customer_id))
                resumed += 1
        return resumed

    # --- What is said ------------------------------------------------------------------------------------------------

    async def queue_reply(
        self,
        work: UnitOfWork,
        conversation: Conversation,
        text: str,
        *,
        author: MessageAuthor,
        turn: Turn | None = None,
        staff_id: int | None = None,
        media_id: int | None = None,
        is_proactive: bool = False,
        said_once_key: str | None = None,
        quoted: str | None = None,
    ) -> Message | None:
        """The only maker of messages to customers. None when it is not to be said.

        That is when `said_once_key` was used before, when it is proactive and the customer said STOP, and when it is
        neither news of an order nor a person's word and the customer is blocked.
        """
        customer = await Customer.get(id=conversation.customer_id, using_db=work.connection)
        if is_proactive and customer.opted_out_at is not None:
            return None
        if customer.blocked_at is not None and (is_proactive or author is MessageAuthor.ASSISTANT):
            return None
        if said_once_key is not None and await work.fetch(
            "select 1 from messages where said_once_key = $1", said_once_key
        ):
            return None
        return await self._write(
            work,
            conversation,
            clean(text, LONGEST_REPLY),
            author=author,
            staff_id=staff_id,
            media_id=media_id,
            chat=customer.chat,
            turn=turn,
            is_proactive=is_proactive,
            said_once_key=said_once_key,
            quoted=quoted,
        )

    async def _write(
        self,
        work: UnitOfWork,
        conversation: Conversation,
        text: str,
        *,
        author: MessageAuthor,
        chat: str,
        staff_id: int | None = None,
        media_id: int | None = None,
        turn: Turn | None = None,
        is_proactive: bool = False,
        said_once_key: str | None = None,
        quoted: str | None = None,
    ) -> Message:
        # Over a number that staff deleted nothing leaves any more; what was to be said is shown all the same.
        is_gone = await is_removed(work, conversation.account_id)
        message = await Message.create(
            using_db=work.connection,
            account_id=conversation.account_id,
            customer_id=conversation.customer_id,
            conversation_id=conversation.id,
            direction=Direction.OUTBOUND,
            author=author,
            kind=await kind_of(work, media_id),
            state=MessageState.DISCARDED if is_gone else MessageState.QUEUED,
            failure="number_removed" if is_gone else None,
            chat=chat,
            text=text,
            media_id=media_id,
            staff_id=staff_id,
            turn_id=turn.id if turn else None,
            is_proactive=is_proactive,
            said_once_key=said_once_key,
            quoted_whatsapp_id=quoted,
            created_at=work.now,
        )
        if conversation.last_message_at != work.now:
            conversation.last_message_at = work.now
            await conversation.save(using_db=work.connection, update_fields=["last_message_at"])
        note_added(work, message)
        return message

    # --- Attention ---------------------------------------------------------------------------------------------------

    async def flag(self, work: UnitOfWork, conversation: Conversation, reason: AttentionReason) -> None:
        """A person should look at this chat."""
        if conversation.attention is reason:
            return
        conversation.attention = reason
        await conversation.save(using_db=work.connection, update_fields=["attention"])
        if reason in CALLS_A_PERSON:
            detail = {"reason": reason.value}
            await Notices.raise_while(work, NoticeKind.CHAT_NEEDS_HUMAN, "conversations", conversation.id, detail)
        note(work, conversation)

    async def clear_attention(self, conversation_id: int, actor: Actor) -> Conversation:
        async with self._database.unit_of_work() as work:
            conversation = await self.lock(work, conversation_id)
            if (before := conversation.attention) is None:
                return conversation
            conversation.attention = None
            await Notices.settle(work, conversation.id, NoticeKind.CHAT_NEEDS_HUMAN)
            await conversation.save(using_db=work.connection, update_fields=["attention"])
            await audit.record(
                work,
                actor,
                "conversation.clear_attention",
                "conversations",
                conversation.id,
                before={"attention": before.value},
                after={"attention": None},
            )
            note(work, conversation)
            return conversation

    # --- Inside ------------------------------------------------------------------------------------------------------

    async def _by_staff(
        self,
        conversation_id: int,
        actor: Actor,
        action: str,
        change: Callable[[UnitOfWork, Conversation], Awaitable[None]],
    ) -> Conversation:
        async with self._database.unit_of_work() as work:
            conversation = await self._where_they_talk(work, conversation_id)
            before = conversation.answered_by
            await change(work, conversation)
            await audit.record(
                work,
                actor,
                action,
                "conversations",
                conversation.id,
                before={"answered_by": before.value},
                after={"answered_by": conversation.answered_by.value},
            )
            return conversation

    async def _where_they_talk(self, work: UnitOfWork, conversation_id: int) -> Conversation:
        """The conversation, or the customer's newest when that one is closed: a person deals with the customer."""
        conversation = await self.lock(work, conversation_id)
        if conversation.status in OPEN:
            return conversation
        current = await current_of(work, conversation.customer_id)
        return conversation if current in {None, conversation_id} else await self.lock(work, current or 0)

    async def _resume_time(self) -> datetime | None:
        """When the assistant comes back by itself; None: when somebody hands back."""
        settings = await self._settings.read()
        minutes = settings.ai_resume_minutes
        return clock.now() + timedelta(minutes=minutes) if minutes else None

    async def _give_to_person(self, work: UnitOfWork, conversation: Conversation, resumes_at: datetime | None) -> None:
        await silence_assistant(work, conversation.customer_id)
        await settle(work, conversation.customer_id)
        if conversation.unread_count:  # whoever answers has read it
            conversation.unread_count = 0
            await conversation.save(using_db=work.connection, update_fields=["unread_count"])
        await give_to(work, conversation, AnsweredBy.HUMAN, resumes_at)
        await Notices.settle(work, conversation.id, NoticeKind.CHAT_NEEDS_HUMAN)


def _status(before: ConversationStatus, *, has_open: bool, closed_by: str | None) -> ConversationStatus:
    """A closed conversation never opens again; one that fell silent is completed when its order is paid after all."""
    is_open = before in OPEN
    if has_open:
        return ConversationStatus.WAITING_PAYMENT if is_open else before
    if closed_by == "PAID":
        return ConversationStatus.COMPLETED
    return ConversationStatus.ACTIVE if is_open else before
