"""When a customer is answered: after a quiet moment, if it is for the assistant, and all that waits at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from core.assistant.turn import Outcome, Question, Salesperson
from core.conversation_records import answer_job, give_to, is_over, settle
from core.conversations import OPEN, Conversations
from core.customers import CustomerNotFoundError, Customers
from core.database import Database, UnitOfWork
from core.settings import Settings, ShopSettings
from core.templates import said
from models.conversations import AnsweredBy, AttentionReason, Conversation, Direction, Message, MessageAuthor
from models.customers import Customer

logger = structlog.get_logger()

# How often one job begins anew because something changed while the assistant thought.
MOST_RESTARTS = 3

MEDIA_PATIENCE = timedelta(seconds=30)
MEDIA_POLL = timedelta(seconds=1)

# Nobody keeps a chat going at this pace for minutes but another program.
BOT_TURNS, BOT_TURNS_WITHIN = 30, timedelta(minutes=5)
BOT_REPEATS, BOT_REPEATS_WITHIN = 5, timedelta(hours=1)
# "1", "ok" and the like are how people use a menu.
SHORTEST_REPEATED_TEXT = 4


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What a customer wrote and nobody answered, oldest first, with their locked conversation."""

    customer: Customer
    conversation: Conversation
    messages: list[Message]


class Turns:
    def __init__(
        self,
        database: Database,
        settings: Settings,
        customers: Customers,
        conversations: Conversations,
        salesperson: Salesperson,
    ) -> None:
        self._database = database
        self._settings = settings
        self._customers = customers
        self._conversations = conversations
        self._salesperson = salesperson

    async def answer(self, customer_id: int) -> None:
        """The job of every message. Done again, or when another job answered already, it does nothing."""
        for _ in range(MOST_RESTARTS):
            question = await self._question(customer_id)
            if question is None or await self._salesperson.answer(question) is Outcome.ANSWERED:
                return
            logger.info("turn_overtaken", conversation_id=question.conversation_id)
        async with self._database.unit_of_work() as work:
            work.defer(answer_job(customer_id))

    async def give_up(self, customer_id: int) -> None:
        """All attempts failed: a person must look, and the customer is told so. Their next words try anew."""
        settings = await self._settings.read()
        async with self._database.unit_of_work() as work:
            waiting = await self._waiting(work, customer_id)
            if waiting is None or waiting.conversation.answered_by is not AnsweredBy.AI:
                return
            await self._conversations.flag(work, waiting.conversation, AttentionReason.TURN_FAILED)
            await self._conversations.queue_reply(
                work,
                waiting.conversation,
                await said("left_to_person", settings.spoken(waiting.customer.language)),
                author=MessageAuthor.ASSISTANT,
                said_once_key=f"turn_failed:{waiting.messages[-1].id}",
            )
        logger.error("turn_given_up", customer_id=customer_id)

    async def _question(self, customer_id: int) -> Question | None:
        """What is to be answered now; None: nothing, not by the assistant, or not yet, and then it was deferred."""
        settings = await self._settings.read()
        async with self._database.unit_of_work() as work:
            waiting = await self._waiting(work, customer_id)
            if waiting is None:
                return None
            if waiting.customer.blocked_at is not None:
                await settle(work, customer_id)
                return None
            conversation = waiting.conversation
            if is_over(conversation, work.now):
                await give_to(work, conversation, AnsweredBy.AI, None)
            if conversation.answered_by is not AnsweredBy.AI:
                return None
            if any("held" in message.detail for message in waiting.messages):
                return None  # until the backlog is complete
            if (later := _not_before(waiting.messages, settings, work.now)) is not None:
                work.defer(answer_job(customer_id, later))
                return None
            if await self._is_bot(work, conversation):
                logger.warning("bot_noticed", customer_id=customer_id, conversation_id=conversation.id)
                await self._conversations.pause_for_flood(work, conversation)
                return None
            fresh = await self._leave_stale(work, waiting, settings)
            if not fresh:
                return None
            return Question(customer_id, conversation.id, conversation.version, tuple(message.id for message in fresh))

    async def _waiting(self, work: UnitOfWork, customer_id: int) -> _Waiting | None:
        try:
            customer = await self._customers.lock(work, customer_id)
        except CustomerNotFoundError:
            return None  # erased meanwhile
        messages = (
            await Message.filter(customer_id=customer_id, direction=Direction.INBOUND, is_settled=False)
            .using_db(work.connection)
            .order_by("sent_at", "id")
        )
        if not messages:
            return None
        conversation = await self._conversations.lock(work, messages[-1].conversation_id)
        if conversation.status not in OPEN:
            # It closed between the question and the answer: what follows belongs to the next one.
            conversation = await self._conversations.open_for(work, customer)
            await (
                Message.filter(id__in=[message.id for message in messages])
                .using_db(work.connection)
                .update(conversation_id=conversation.id)
            )
        return _Waiting(customer, conversation, messages)

    async def _leave_stale(self, work: UnitOfWork, waiting: _Waiting, settings: ShopSettings) -> list[Message]:
        """The messages to answer; what is too old for an answer is settled and left to a person."""
        fresh = _fresh(waiting.messages, settings, work.now)
        answered = {message.id for message in fresh}
        stale = [message.id for message in waiting.messages if message.id not in answered]
        if stale:
            await Message.filter(id__in=stale).using_db(work.connection).update(is_settled=True)
            await self._conversations.flag(work, waiting.conversation, AttentionReason.STALE_BACKLOG)
            logger.info("stale_messages_left", conversation_id=waiting.conversation.id, messages=len(stale))
        return fresh

    async def _is_bot(self, work: UnitOfWork, conversation: Conversation) -> bool:
        """Whether another program seems to answer ours: at a pace nobody keeps, or always in the same words."""
        turns = await work.fetch(
            "select finished_at from turns where conversation_id = $1 order by id desc limit 1 offset $2",
            conversation.id,
            BOT_TURNS - 1,
        )
        if turns and turns[0]["finished_at"] > work.now - BOT_TURNS_WITHIN:
            return True
        texts = await work.fetch(
            "select text from messages where customer_id = $1 and direction = 'INBOUND' and kind = 'TEXT' "
            "and sent_at > $2 order by id desc limit $3",
            conversation.customer_id,
            work.now - BOT_REPEATS_WITHIN,
            BOT_REPEATS,
        )
        said = {row["text"].strip().casefold() for row in texts}
        return len(texts) == BOT_REPEATS and len(said) == 1 and len(said.pop()) >= SHORTEST_REPEATED_TEXT


def _not_before(messages: list[Message], settings: ShopSettings, moment: datetime) -> datetime | None:
    """When to look again; None: now is right. A burst is answered when it pauses, or has lasted long enough."""
    arrived = [message.created_at for message in messages]
    quiet = timedelta(seconds=settings.quiet_seconds)
    longest = timedelta(seconds=settings.longest_wait_seconds)
    due = min(max(arrived) + quiet, min(arrived) + longest)
    if due > moment:
        return due
    if any(
        message.detail.get("media") == "WAITING" and message.created_at > moment - MEDIA_PATIENCE
        for message in messages
    ):
        return moment + MEDIA_POLL
    return None


def _fresh(messages: list[Message], settings: ShopSettings, moment: datetime) -> list[Message]:
    """Of what waits, what is recent; of a backlog, only its newest burst. Nothing when the newest is old already."""
    oldest = moment - settings.recent
    burst = timedelta(seconds=settings.longest_wait_seconds)
    fresh: list[Message] = []
    newer: datetime | None = None
    is_newest_burst = True
    for message in reversed(messages):
        written = message.sent_at or message.created_at
        if newer is not None and newer - written > burst:
            is_newest_burst = False
        newer = written
        if written <= oldest:
            break
        if is_newest_burst or "backlog" not in message.detail:
            fresh.append(message)
    return fresh[::-1]
