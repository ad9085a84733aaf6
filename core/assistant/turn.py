"""One turn: facts read, an assistant decides with no transaction open, then all of it is done in one, or nothing."""

import asyncio
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any, assert_never

import structlog

from core.assistant import facts_record, replies
from core.assistant.decision import (
    ORDER_WRITING,
    Action,
    Assistant,
    CancelOrder,
    ConfirmDraft,
    Decision,
    DeclineDraft,
    HandOff,
    OptIn,
    OptOut,
    ProposeOrder,
    SubmitProof,
    TurnFacts,
)
from core.assistant.facts import Facts, draft_fact, method_fact, order_fact
from core.assistant.summaries import summary_job
from core.assistant.voice_notes import VoiceNotes
from core.audit import CUSTOMER
from core.conversations import Conversations
from core.customers import Customers
from core.database import Database, UnitOfWork
from core.drafts import LARGEST_QUANTITY, Drafts, InvalidQuantityError, PackageNotAvailableError
from core.languages.wording import nearest, say, speaking
from core.order_steps import (
    ConfirmationTooEarlyError,
    OrderStepNotAllowedError,
    ProofNotUsableError,
)
from core.orders import DraftExpired, Orders, PackageGone, PriceChanged
from core.payments import Payments
from core.templates import own_sentences
from core.texts import clean_json
from models.conversations import (
    AnsweredBy,
    AttentionReason,
    Conversation,
    Direction,
    Draft,
    Message,
    MessageAuthor,
    Turn,
)
from models.customers import Customer
from models.media import MediaFile
from models.orders import Order

logger = structlog.get_logger()

DECIDE_SECONDS = 60.0

BUILT_IN = "BUILT_IN"

# Of a text in a turn's record; an answer of a model is shorter.
LONGEST_NOTED = 20_000

PROOF_TROUBLES = {"TYPE": "type", "STICKER": "type", "GONE": "unreadable"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be answered: these messages, in the conversation as it was at that version."""

    customer_id: int
    conversation_id: int
    version: int
    message_ids: tuple[int, ...]


class Outcome(Enum):
    ANSWERED = "ANSWERED"
    OVERTAKEN = "OVERTAKEN"  # something changed while the assistant thought; nothing was done


@dataclass(frozen=True, slots=True)
class _Scene:
    """What an action works on; all rows locked."""

    work: UnitOfWork
    customer: Customer
    conversation: Conversation
    messages: tuple[Message, ...]
    language: str


class _NothingToSay(Exception):  # noqa: N818 - no error: the action is done and calls for no words
    pass


class Salesperson:
    """`assistant` answers; when it fails, `built_in` does, so that nobody is left in silence."""

    def __init__(
        self,
        database: Database,
        customers: Customers,
        conversations: Conversations,
        drafts: Drafts,
        orders: Orders,
        payments: Payments,
        facts: Facts,
        assistant: Assistant,
        *,
        built_in: Assistant | None = None,
        voice_notes: VoiceNotes | None = None,
    ) -> None:
        self._database = database
        self._customers = customers
        self._conversations = conversations
        self._drafts = drafts
        self._orders = orders
        self._payments = payments
        self._facts = facts
        self._assistant = assistant
        self._built_in = built_in
        self._voice_notes = voice_notes

    async def answer(self, question: Question) -> Outcome:
        with speaking(await own_sentences()):
            return await self._answer(question)

    async def _answer(self, question: Question) -> Outcome:
        if self._voice_notes is not None:
            await self._voice_notes.write_down(question.message_ids)
        facts = await self._facts.read(question.conversation_id, question.message_ids)
        decision = await self._decide(question, facts)
        async with self._database.unit_of_work() as work:
            customer = await self._customers.lock(work, question.customer_id)
            conversation = await self._conversations.lock(work, question.conversation_id)
            if (
                conversation.version != question.version
                or conversation.answered_by is not AnsweredBy.AI
                or customer.blocked_at is not None
            ):
                return Outcome.OVERTAKEN
            messages = await _still_waiting(work, question)
            if len(messages) != len(question.message_ids):
                return Outcome.OVERTAKEN
            scene = _Scene(work, customer, conversation, messages, nearest(decision.language, facts.default_language))
            await self._carry_out(scene, decision, facts)
        logger.info("turn_answered", conversation_id=question.conversation_id, messages=len(question.message_ids))
        return Outcome.ANSWERED

    async def _decide(self, question: Question, facts: TurnFacts) -> Decision:
        try:
            async with asyncio.timeout(DECIDE_SECONDS):
                return await self._assistant.decide(facts)
        except Exception:
            if self._built_in is None:
                raise
            logger.exception("assistant_failed", conversation_id=question.conversation_id)
            return await self._built_in.decide(facts)

    async def _carry_out(self, scene: _Scene, decision: Decision, facts: TurnFacts) -> None:
        work, conversation = scene.work, scene.conversation
        turn = await Turn.create(
            using_db=work.connection,
            conversation_id=conversation.id,
            answered_with=str(decision.record.get("answered_with", BUILT_IN))[:32],
            finished_at=work.now,
            created_at=facts.now,
            record=_record(decision, facts),
        )
        heard = [row for message in scene.messages for row in message.detail.get("heard", {}).get("usage", [])]
        if asked := [*heard, *decision.record.get("usage", [])]:
            await work.execute("update ai_usage_logs set turn_id = $1 where id = any($2::bigint[])", turn.id, asked)
        await self._customers.set_language(work, scene.customer, scene.language, chosen=decision.is_language_chosen)
        await self._remember(work, conversation, decision.menu)
        if decision.wants_summary:
            work.defer(summary_job(conversation.id))
        texts, is_silent = await self._act(scene, decision)
        if not texts and not is_silent and scene.customer.opted_out_at is None:
            # An assistant that neither says nor does anything would leave the customer alone. (A second STOP is
            # rightly met with silence.)
            texts = [say("not_understood", scene.language)]
        for text in texts:
            await self._conversations.queue_reply(work, conversation, text, author=MessageAuthor.ASSISTANT, turn=turn)
        await (
            Message.filter(id__in=[message.id for message in scene.messages])
            .using_db(work.connection)
            .update(is_settled=True, turn_id=turn.id)
        )

    async def _act(self, scene: _Scene, decision: Decision) -> tuple[list[str], bool]:
        """What is to be said, and whether saying nothing is right."""
        texts = [text for text in decision.replies if text.strip()]
        is_silent = has_written = False
        for action in decision.actions:
            if isinstance(action, ORDER_WRITING):
                if has_written:
                    logger.warning("second_order_action_left_out", action=type(action).__name__)
                    continue
                has_written = True
            try:
                texts.append(await self._do(scene, action))
            except _NothingToSay:
                is_silent = True
        return texts, is_silent

    async def _do(self, scene: _Scene, action: Action) -> str:
        """Does it and returns what the program says of it."""
        match action:
            case ProposeOrder():
                return await self._propose(scene, action.package_id, action.quantity)
            case ConfirmDraft():
                return await self._confirm(scene, action)
            case DeclineDraft():
                draft = await self._own_draft(scene, action.draft_id)
                if draft is not None:
                    await self._drafts.decline(scene.work, draft)
                raise _NothingToSay
            case SubmitProof():
                return await self._submit_proof(scene, action)
            case CancelOrder():
                return await self._cancel(scene, action)
            case HandOff():
                await self._conversations.leave_to_person(
                    scene.work, scene.conversation, AttentionReason.ASKED_FOR_HUMAN
                )
                return replies.handed_off(scene.language)
            case OptOut():
                if await self._customers.opt_out(scene.work, scene.customer):
                    return replies.stopped(scene.language)
                raise _NothingToSay  # acknowledged once
            case OptIn():
                await self._customers.opt_in(scene.work, scene.customer)
                return replies.started_again(scene.language)
            case _:
                assert_never(action)

    async def _propose(self, scene: _Scene, package_id: int, quantity: int) -> str:
        try:
            draft = await self._propose_again(scene, package_id, quantity)
        except PackageNotAvailableError:
            return replies.package_gone(scene.language)
        except InvalidQuantityError:
            return replies.quantity_out_of_range(scene.language, LARGEST_QUANTITY)
        return replies.summary(scene.language, draft_fact(draft, scene.work.now))

    async def _propose_again(self, scene: _Scene, package_id: int, quantity: int) -> Draft:
        return await self._drafts.propose(
            scene.work,
            scene.conversation,
            package_id,
            quantity,
            after_message_id=max(message.id for message in scene.messages),
        )

    async def _confirm(self, scene: _Scene, action: ConfirmDraft) -> str:
        work, language = scene.work, scene.language
        draft = await self._own_draft(scene, action.draft_id)
        message = await self._own_message(scene, action.message_id)
        if draft is None or message is None:
            return replies.draft_expired(language)
        try:
            confirmed = await self._orders.confirm_draft(work, draft.id, message)
        except ConfirmationTooEarlyError:
            return replies.confirm_again(language, draft_fact(draft, work.now))
        match confirmed:
            case Order():
                # The ways to pay as they are now: the facts of this turn may be older than a change of the payee.
                methods = [method_fact(method) for method in await self._payments.methods(confirmed.currency)]
                return replies.order_created(language, order_fact(confirmed), methods)
            case PriceChanged():
                return replies.price_changed(language, draft_fact(confirmed.new, work.now))
            case PackageGone():
                return replies.package_gone(language)
            case DraftExpired():
                return await self._refresh_expired(scene, draft)
            case _:
                assert_never(confirmed)

    async def _refresh_expired(self, scene: _Scene, draft: Draft) -> str:
        """Sums it up anew at today's price, unless something else was summed up since."""
        work, language = scene.work, scene.language
        if (current := await self._drafts.current(work, scene.conversation.id)) is not None:
            return replies.confirm_again(language, draft_fact(current, work.now))
        if draft.package_id is None:
            return replies.draft_expired(language)
        try:
            fresh = await self._propose_again(scene, draft.package_id, draft.quantity)
        except (PackageNotAvailableError, InvalidQuantityError):
            return replies.draft_expired(language)
        return replies.draft_expired(language, draft_fact(fresh, work.now))

    async def _submit_proof(self, scene: _Scene, action: SubmitProof) -> str:
        work, language = scene.work, scene.language
        order = await self._own_order(scene, action.order_id)
        message = await self._own_message(scene, action.message_id)
        if order is None or message is None:
            return say("not_understood", language)
        media = await MediaFile.get_or_none(id=message.media_id, using_db=work.connection)
        if media is None:
            return replies.proof_not_usable(language, _trouble_of(message))
        try:
            await self._orders.submit_proof(work, order.id, media=media, message=message)
        except ProofNotUsableError as error:
            return replies.proof_not_usable(language, PROOF_TROUBLES.get(error.details["why"], "type"))
        except OrderStepNotAllowedError:
            return replies.proof_order_closed(language, order_fact(order))
        return replies.proof_received(language, order_fact(order))

    async def _cancel(self, scene: _Scene, action: CancelOrder) -> str:
        order = await self._own_order(scene, action.order_id)
        if order is None:
            return say("cancel_nothing", scene.language)
        try:
            order = await self._orders.cancel_within(scene.work, order.id, "", CUSTOMER)
        except OrderStepNotAllowedError:
            await order.refresh_from_db(using_db=scene.work.connection)
            return replies.order_list(scene.language, [order_fact(order)])
        return replies.order_cancelled(scene.language, order_fact(order))

    # An assistant names things by their ids; those of somebody else are nothing to it.

    async def _own_draft(self, scene: _Scene, draft_id: int) -> Draft | None:
        return await Draft.get_or_none(
            id=draft_id, conversation_id=scene.conversation.id, using_db=scene.work.connection
        )

    async def _own_message(self, scene: _Scene, message_id: int) -> Message | None:
        return await Message.get_or_none(
            id=message_id, customer_id=scene.customer.id, direction=Direction.INBOUND, using_db=scene.work.connection
        )

    async def _own_order(self, scene: _Scene, order_id: int) -> Order | None:
        return await Order.get_or_none(id=order_id, customer_id=scene.customer.id, using_db=scene.work.connection)

    async def _remember(self, work: UnitOfWork, conversation: Conversation, menu: dict[str, Any]) -> None:
        if conversation.menu != menu:
            conversation.menu = menu
            await conversation.save(using_db=work.connection, update_fields=["menu"])


async def _still_waiting(work: UnitOfWork, question: Question) -> tuple[Message, ...]:
    return tuple(
        await Message.filter(id__in=question.message_ids, is_settled=False)
        .using_db(work.connection)
        .order_by("sent_at", "id")
        .select_for_update()
    )


def _trouble_of(message: Message) -> str:
    return "size" if message.detail.get("media") == "TOO_LARGE" else "unreadable"


def _record(decision: Decision, facts: TurnFacts) -> dict[str, Any]:
    """The glass box: what was decided and why, and what was told."""
    return {**noted(decision), "facts": facts_record.kept(facts)}


def noted(decision: Decision) -> dict[str, Any]:
    """What the record of a turn says of a decision."""
    return {
        "language": decision.language,
        "actions": [{"do": type(action).__name__, **asdict(action)} for action in decision.actions],
        "replies": len(decision.replies),
        "menu": decision.menu,
        # What a model wrote may hold anything.
        **clean_json(decision.record, LONGEST_NOTED),
    }
