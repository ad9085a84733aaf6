"""What is written when a chat changes hands or a message changes: the rows, their events, the job that answers."""

from datetime import datetime

from core.database import UnitOfWork
from core.errors import ConflictError, InvalidInputError, NotFoundError
from core.events.event_types import ConversationChanged, MessageAdded, MessageChanged
from core.jobs.queue import Job
from models.conversations import AnsweredBy, Conversation, Message, MessageKind
from models.media import MediaFile

LONGEST_TEXT = 4096

KINDS = {"image": MessageKind.IMAGE, "audio": MessageKind.AUDIO, "video": MessageKind.VIDEO}


class ConversationNotFoundError(NotFoundError):
    code = "CONVERSATION_NOT_FOUND"

    def __init__(self, conversation_id: int) -> None:
        super().__init__("There is no such conversation.", conversation_id=conversation_id)


class CustomerBlockedError(ConflictError):
    code = "CUSTOMER_BLOCKED"

    def __init__(self, customer_id: int) -> None:
        super().__init__("This customer is blocked; unblock them to write.", customer_id=customer_id)


class AssistantAnswersError(ConflictError):
    code = "ASSISTANT_ANSWERS"

    def __init__(self, conversation_id: int) -> None:
        super().__init__("The assistant answers already.", conversation_id=conversation_id)


class NumberRemovedError(ConflictError):
    code = "NUMBER_REMOVED"

    def __init__(self, account_id: int) -> None:
        super().__init__("This WhatsApp number was deleted; nothing can be sent over it.", account_id=account_id)


class EmptyMessageError(InvalidInputError):
    code = "EMPTY_MESSAGE"

    def __init__(self) -> None:
        super().__init__("There is nothing to send.", field="text")


class MessageTooLongError(InvalidInputError):
    code = "MESSAGE_TOO_LONG"

    def __init__(self) -> None:
        super().__init__(f"A message can have at most {LONGEST_TEXT} characters.", field="text")


async def current_of(work: UnitOfWork, customer_id: int) -> int | None:
    """The customer's open conversation, else their newest; after a merge the open one need not be the newest."""
    rows = await work.fetch(
        "select id from conversations where customer_id = $1 "
        "order by status in ('ACTIVE', 'WAITING_PAYMENT') desc, id desc limit 1",
        customer_id,
    )
    return rows[0]["id"] if rows else None


async def is_removed(work: UnitOfWork, account_id: int) -> bool:
    """Whether staff deleted the number; until the transaction ends nobody does."""
    rows = await work.fetch("select deleted_at from whatsapp_accounts where id = $1 for key share", account_id)
    return rows[0]["deleted_at"] is not None


def answer_job(customer_id: int, at: datetime | None = None) -> Job:
    """Makes the assistant look at what this customer wrote; one at a time for each customer."""
    return Job("answer_customer", {"customer_id": customer_id}, lock=f"customer:{customer_id}", scheduled_at=at)


def note(work: UnitOfWork, conversation: Conversation) -> None:
    work.append(
        ConversationChanged(
            conversation.id,
            conversation.customer_id,
            conversation.account_id,
            conversation.status.value,
            conversation.answered_by.value,
        )
    )


def note_added(work: UnitOfWork, message: Message) -> None:
    work.append(
        MessageAdded(
            message.id, message.conversation_id, message.customer_id, message.account_id, message.direction.value
        )
    )


def note_changed(work: UnitOfWork, message: Message) -> None:
    work.append(
        MessageChanged(
            message.id, message.conversation_id, message.customer_id, message.account_id, message.state.value
        )
    )


def is_over(conversation: Conversation, moment: datetime) -> bool:
    """Whether a person's time on this chat has run out, so that the assistant comes back."""
    return (
        conversation.answered_by is not AnsweredBy.AI
        and conversation.ai_resumes_at is not None
        and conversation.ai_resumes_at <= moment
    )


async def give_to(
    work: UnitOfWork, conversation: Conversation, answered_by: AnsweredBy, resumes_at: datetime | None
) -> None:
    """A reply in the making is made for the version before, and is thrown away."""
    conversation.answered_by, conversation.ai_resumes_at = answered_by, resumes_at
    await conversation.save(using_db=work.connection, update_fields=["answered_by", "ai_resumes_at", "attention"])
    rows = await work.fetch(
        "update conversations set version = version + 1 where id = $1 returning version", conversation.id
    )
    conversation.version = rows[0]["version"]
    note(work, conversation)


async def settle(work: UnitOfWork, customer_id: int) -> None:
    """Nothing that this customer wrote so far is answered any more."""
    await work.execute(
        "update messages set is_settled = true where customer_id = $1 and direction = 'INBOUND' and not is_settled",
        customer_id,
    )


async def silence_assistant(work: UnitOfWork, customer_id: int) -> None:
    """What the assistant wrote and what is not on its way yet is never sent.

    Of what is being handed over at this moment nobody knows yet; should it come back unsent, it stays unsent.
    """
    await work.execute(
        "update messages set detail = detail || '{\"silenced\": true}' where customer_id = $1 "
        "and direction = 'OUTBOUND' and author = 'ASSISTANT' and state = 'SENDING'",
        customer_id,
    )
    for row in await work.fetch(
        "update messages set state = 'DISCARDED' where customer_id = $1 and direction = 'OUTBOUND' "
        "and author = 'ASSISTANT' and state = 'QUEUED' returning id, conversation_id, customer_id, account_id, state",
        customer_id,
    ):
        work.append(
            MessageChanged(row["id"], row["conversation_id"], row["customer_id"], row["account_id"], row["state"])
        )


async def kind_of(work: UnitOfWork, media_id: int | None) -> MessageKind:
    """What a message with that file is. Raises InvalidInputError when there is no such file."""
    if media_id is None:
        return MessageKind.TEXT
    media = await MediaFile.get_or_none(id=media_id, using_db=work.connection)
    if media is None or media.deleted_at is not None:
        raise InvalidInputError("There is no such file.", field="mediaId")
    return KINDS.get(media.content_type.partition("/")[0], MessageKind.DOCUMENT)
