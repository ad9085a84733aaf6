"""What staff do with a chat besides answering: give it to somebody, tag it, note something, try a message again."""

from dataclasses import dataclass, field
from typing import Any

from core import audit
from core.audit import Actor
from core.canned_replies import CannedReplies
from core.conversation_records import (
    CustomerBlockedError,
    NumberRemovedError,
    is_removed,
    note,
    note_added,
    note_changed,
)
from core.conversations import Conversations
from core.database import Database, UnitOfWork
from core.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from core.knowledge import Knowledge
from core.languages import wording
from core.languages.wording import WordingError
from core.settings import Settings
from core.texts import clean, clean_tags
from models.conversations import AttentionReason, Conversation, ConversationNote, Direction, Message, MessageState
from models.customers import Customer
from models.staff import Staff

LONGEST_NOTE = 4_000
LONGEST_VALUE = 1_000

# What the names of a sentence's values may not be: they are how the program asks for the sentence itself.
_OWN_WORDS = frozenset({"key", "language", "sentence"})


class StaffNotFoundError(NotFoundError):
    code = "STAFF_NOT_FOUND"


class NoteNotFoundError(NotFoundError):
    code = "NOTE_NOT_FOUND"


class MessageNotFoundError(NotFoundError):
    code = "MESSAGE_NOT_FOUND"


class MessageNotRetriableError(ConflictError):
    """`details["reason"]`: NOT_FAILED, RETRIED_ALREADY or OPTED_OUT."""

    code = "MESSAGE_NOT_RETRIABLE"


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """A message template and what stands in its places; in the customer's language unless one is named."""

    key: str
    values: dict[str, str] = field(default_factory=dict)
    language: str | None = None


@dataclass(frozen=True, slots=True)
class CannedWords:
    shortcut: str
    language: str | None = None


class Desk:
    def __init__(
        self,
        database: Database,
        settings: Settings,
        conversations: Conversations,
        knowledge: Knowledge,
        canned_replies: CannedReplies,
    ) -> None:
        self._database = database
        self._settings = settings
        self._conversations = conversations
        self._knowledge = knowledge
        self._canned_replies = canned_replies

    async def assign(self, conversation_id: int, staff_id: int | None, actor: Actor) -> Conversation:
        """None: to nobody. Raises ConversationNotFoundError or StaffNotFoundError."""
        async with self._database.unit_of_work() as work:
            conversation = await self._conversations.lock(work, conversation_id)
            if conversation.assigned_to_id == staff_id:
                return conversation
            if staff_id is not None and not await Staff.filter(id=staff_id, is_active=True).exists():
                raise StaffNotFoundError("There is nobody of this id who works here.", field="staffId")
            before = {"assigned_to_id": conversation.assigned_to_id}
            conversation.assigned_to_id = staff_id
            return await self._write(work, conversation, actor, "assign", before, {"assigned_to_id": staff_id})

    async def tag(self, conversation_id: int, tags: list[str], actor: Actor) -> Conversation:
        """Exactly these from now on. Raises ConversationNotFoundError or InvalidInputError."""
        tags = clean_tags(tags)
        async with self._database.unit_of_work() as work:
            conversation = await self._conversations.lock(work, conversation_id)
            if conversation.tags == tags:
                return conversation
            conversation.tags = tags
            # Tags may say something of the person: of such words the audit log knows only that they changed.
            await conversation.save(using_db=work.connection, update_fields=["tags"])
            return await self._record(work, conversation, actor, "tag", {}, {"tags_changed": True})

    async def mark_read(self, conversation_id: int, actor: Actor) -> Conversation:
        """Raises ConversationNotFoundError."""
        async with self._database.unit_of_work() as work:
            conversation = await self._conversations.lock(work, conversation_id)
            if conversation.unread_count == 0:
                return conversation
            before = {"unread_count": conversation.unread_count}
            conversation.unread_count = 0
            return await self._write(work, conversation, actor, "mark_read", before, {"unread_count": 0})

    async def add_note(self, conversation_id: int, text: str, actor: Actor) -> ConversationNote:
        """Staff to staff. Raises ConversationNotFoundError or InvalidInputError."""
        text = clean(text, LONGEST_NOTE + 1).strip()
        if not 1 <= len(text) <= LONGEST_NOTE:
            raise InvalidInputError(f"A note has 1 to {LONGEST_NOTE} characters.", field="text")
        async with self._database.unit_of_work() as work:
            conversation = await self._conversations.lock(work, conversation_id)
            added = await ConversationNote.create(
                using_db=work.connection,
                conversation_id=conversation.id,
                staff_id=actor.staff_id,
                text=text,
                created_at=work.now,
            )
            await audit.record(
                work, actor, "conversation.add_note", "conversations", conversation.id, after={"note_id": added.id}
            )
            note(work, conversation)
            return added

    async def delete_note(self, note_id: int, actor: Actor, *, may_all: bool) -> Conversation:
        """One's own, or anybody's with `may_all`. Raises NoteNotFoundError or ForbiddenError."""
        async with self._database.unit_of_work() as work:
            found = await ConversationNote.get_or_none(id=note_id, using_db=work.connection)
            if found is None:
                raise NoteNotFoundError("There is no such note.", field="id")
            if not may_all and (found.staff_id is None or found.staff_id != actor.staff_id):
                raise ForbiddenError("This is somebody else's note.")
            conversation = await self._conversations.lock(work, found.conversation_id)
            await found.delete(using_db=work.connection)
            await audit.record(
                work,
                actor,
                "conversation.delete_note",
                "conversations",
                conversation.id,
                before={"note_id": note_id, "staff_id": found.staff_id},
            )
            note(work, conversation)
            return conversation

    async def send(
        self,
        conversation_id: int,
        actor: Actor,
        *,
        text: str = "",
        template: TemplateWords | None = None,
        canned: CannedWords | None = None,
        media_id: int | None = None,
    ) -> Message:
        """A person's words, their own or ready ones; with them the person takes over.

        Raises what `Conversations.send` does, InvalidInputError or CannedReplyNotFoundError.
        """
        if sum((bool(text), template is not None, canned is not None)) > 1:
            raise InvalidInputError("Give a text, a template or a canned reply: one of them.", field="text")
        if template is not None:
            text = await self._templated(conversation_id, template)
        elif canned is not None:
            languages = [canned.language] if canned.language else await self._languages(conversation_id)
            text = await self._canned_replies.text_of(canned.shortcut, languages)
        return await self._conversations.send(conversation_id, text, actor, media_id)

    async def retry(self, message_id: int, actor: Actor) -> Message:
        """The same words in a new message, because a person decided so: WhatsApp may deliver both.

        Raises MessageNotFoundError, MessageNotRetriableError, CustomerBlockedError or NumberRemovedError.
        """
        async with self._database.unit_of_work() as work:
            rows = await work.fetch("select conversation_id from messages where id = $1", message_id)
            if not rows:
                raise MessageNotFoundError("There is no such message.", field="id")
            conversation = await self._conversations.lock(work, rows[0]["conversation_id"])
            failed = await Message.filter(id=message_id).using_db(work.connection).select_for_update().get()
            customer = await Customer.get(id=failed.customer_id, using_db=work.connection)
            await _judge_retry(work, failed, customer)
            again = await Message.create(
                using_db=work.connection,
                account_id=failed.account_id,
                customer_id=failed.customer_id,
                conversation_id=failed.conversation_id,
                direction=Direction.OUTBOUND,
                author=failed.author,
                kind=failed.kind,
                state=MessageState.QUEUED,
                chat=customer.chat,
                text=failed.text,
                detail={"retry_of": failed.id},
                media_id=failed.media_id,
                staff_id=failed.staff_id,
                turn_id=failed.turn_id,
                is_proactive=failed.is_proactive,
                said_once_key=f"retry:{failed.id}",
                quoted_whatsapp_id=failed.quoted_whatsapp_id,
                created_at=work.now,
            )
            failed.detail = {**failed.detail, "retried_by": again.id}
            await failed.save(using_db=work.connection, update_fields=["detail"])
            conversation.last_message_at = work.now
            if conversation.attention is AttentionReason.SEND_FAILED:
                conversation.attention = None
            await conversation.save(using_db=work.connection, update_fields=["last_message_at", "attention"])
            await audit.record(
                work,
                actor,
                "message.retry",
                "messages",
                again.id,
                before={"message_id": failed.id, "state": failed.state.value},
                after={"conversation_id": conversation.id},
            )
            note_changed(work, failed)
            note_added(work, again)
            note(work, conversation)
            return again

    async def _templated(self, conversation_id: int, words: TemplateWords) -> str:
        language = words.language or (await self._languages(conversation_id))[0]
        if language not in wording.LANGUAGES:
            raise InvalidInputError(f"Choose one of {', '.join(wording.LANGUAGES)}.", field="template.language")
        sentence = await self._knowledge.template(words.key, language)
        if sentence is None:
            try:
                sentence = wording.template(words.key, language)
            except WordingError as error:
                raise InvalidInputError("There is no such template.", field="template.key") from error
        places = wording.placeholders(sentence)
        values = {name: clean(value, LONGEST_VALUE) for name, value in words.values.items() if name in places}
        if missing := places - values.keys():
            raise InvalidInputError(
                f"This template needs a value for {', '.join(sorted(missing))}.", field="template.values"
            )
        if taken := _OWN_WORDS & values.keys():
            raise InvalidInputError(f"A template can have no place “{min(taken)}”.", field="template.key")
        return await self._knowledge.said(words.key, language, **values)

    async def _languages(self, conversation_id: int) -> list[str]:
        """The customer's first if the shop offers it, then the shop's, then any other."""
        settings = await self._settings.read()
        customer = await Customer.filter(conversations__id=conversation_id).first()
        first = settings.spoken(customer.language if customer else None)
        return list(dict.fromkeys([first, settings.default_language, *wording.LANGUAGES]))

    async def _write(
        self,
        work: UnitOfWork,
        conversation: Conversation,
        actor: Actor,
        verb: str,
        before: dict[str, Any],
        after: dict[str, Any],
    ) -> Conversation:
        await conversation.save(using_db=work.connection, update_fields=list(after))
        return await self._record(work, conversation, actor, verb, before, after)

    async def _record(
        self,
        work: UnitOfWork,
        conversation: Conversation,
        actor: Actor,
        verb: str,
        before: dict[str, Any],
        after: dict[str, Any],
    ) -> Conversation:
        await audit.record(
            work,
            actor,
            f"conversation.{verb}",
            "conversations",
            conversation.id,
            before=before,
            after=after,
        )
        note(work, conversation)
        return conversation


async def _judge_retry(work: UnitOfWork, failed: Message, customer: Customer) -> None:
    if failed.state not in {MessageState.FAILED, MessageState.AMBIGUOUS}:
        raise MessageNotRetriableError(
            "Only a message that failed, or of which nobody knows, can be tried again.", field="id", reason="NOT_FAILED"
        )
    if "retried_by" in failed.detail:
        raise MessageNotRetriableError("This message was tried again already.", field="id", reason="RETRIED_ALREADY")
    if failed.is_proactive and customer.opted_out_at is not None:
        raise MessageNotRetriableError(
            "This customer said STOP; only their questions are answered.", field="id", reason="OPTED_OUT"
        )
    if customer.blocked_at is not None:
        raise CustomerBlockedError(customer.id)
    if await is_removed(work, failed.account_id):
        raise NumberRemovedError(failed.account_id)
