"""Messages and the assistant's turns as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

import strawberry
from strawberry.scalars import JSON
from tortoise.expressions import Q

from core import search
from core.desk import CannedWords, TemplateWords
from core.listing import Sorting
from core.permissions import Permission
from graph.filters import DateTimeFilter, SortDirection, among, is_, sorting, within
from graph.masking import masked, masked_tree
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import Connection, Slice, connect
from graph.permissions import derived, field
from graph.scalars import described
from graph.schema.accounts import WhatsappAccount
from graph.schema.conversations import Conversation
from graph.schema.customers import Customer
from graph.schema.media import MediaFile
from graph.schema.staff import Staff
from graph.schema.turns import Decided, TurnReplay, facts_for, prompt_version_of, text_of
from models import conversations as tables
from models.conversations import Direction, MessageAuthor, MessageKind, MessageState

described(
    Direction,
    "Which way a message went.",
    INBOUND="From the customer to the shop.",
    OUTBOUND="From the shop to the customer.",
)
described(
    MessageAuthor,
    "Who wrote a message.",
    CUSTOMER="The customer.",
    ASSISTANT="The assistant.",
    STAFF="A person, in the dashboard or by the API.",
    PHONE="A person, on the linked phone itself.",
    PROGRAM="The program: news of an order, a reminder.",
)
described(
    MessageKind,
    "What a message is.",
    TEXT="Text.",
    IMAGE="A picture.",
    DOCUMENT="A file.",
    AUDIO="A voice note or other sound.",
    VIDEO="A film.",
    STICKER="A sticker.",
    LOCATION="A place; see `detail`.",
    CONTACT="A contact card; see `detail`.",
    REACTION="A reaction to another message; see `detail`.",
    UNSUPPORTED="Something that is not understood here.",
)
described(
    MessageState,
    "How far a message has come.",
    RECEIVED="It came from the customer.",
    QUEUED="It waits to be sent.",
    SENDING="It is being sent.",
    SENT="WhatsApp has it.",
    DELIVERED="It is on the customer's phone.",
    READ="The customer saw it.",
    FAILED="WhatsApp refused it; see `failure`.",
    AMBIGUOUS="Cut between call and answer: it may have been sent, and is not repeated blindly.",
    DISCARDED="It was still waiting when a person took over, and will not be sent.",
)


@strawberry.type(description="One answer of the assistant, looked at from inside.")
class Turn(Decided, Node, may=Permission.CONVERSATIONS_READ, table=tables.Turn):
    created_at: datetime = strawberry.field(description="When it began.")
    finished_at: datetime = strawberry.field(description="When it was done.")
    is_replayable: bool = strawberry.field(description="Whether what it was told is kept, so that it can be replayed.")
    row_id: strawberry.Private[int]
    told: strawberry.Private[object]

    @classmethod
    def from_row(cls, row: tables.Turn) -> Self:
        noted = {name: value for name, value in row.record.items() if name != "facts"}
        return cls(
            id=cls.id_of(row.id),
            row_id=row.id,
            turn_id=row.id,
            name=str(row.id),
            noted=noted,
            told=row.record.get("facts"),
            answered_with=row.answered_with,
            model=text_of(noted, "model"),
            prompt_version=prompt_version_of(noted),
            language=text_of(noted, "language"),
            milliseconds=max(0, round((row.finished_at - row.created_at).total_seconds() * 1000)),
            is_replayable="facts" in row.record,
            created_at=row.created_at,
            finished_at=row.finished_at,
        )

    @derived(description="What it understood, decided and did; its form is not promised.")
    async def record(self, info: Info) -> JSON:
        return JSON(await masked_tree(info, self.noted))

    @field(
        may=Permission.CONVERSATIONS_READ,
        description="What it was told: settings, catalogue, draft, orders, ways to pay, answers of the FAQ, the ids of "
        "the messages. Only what the caller may read elsewhere; null when it is not kept. Its form is not promised.",
    )
    async def facts(self, info: Info) -> JSON | None:
        return await facts_for(info, self.told)

    @field(may=Permission.CONVERSATIONS_READ, description="The messages it answered and those it wrote.")
    async def messages(self, info: Info) -> list[Annotated["Message", strawberry.lazy("graph.schema.messages")]]:
        rows = await info.context.loaders.children(tables.Message, "turn_id").load(self.row_id)
        return [Message.from_row(row) for row in rows]


# Keys of rows: they are told as fields of their own.
_OWN_DETAILS = frozenset({"retry_of", "retried_by", "transcript", "heard"})


@strawberry.type(description="One message of a chat.")
class Message(Node, may=Permission.CONVERSATIONS_READ, table=tables.Message):
    direction: Direction = strawberry.field(description="Which way it went.")
    author: MessageAuthor = strawberry.field(description="Who wrote it.")
    kind: MessageKind = strawberry.field(description="What it is.")
    state: MessageState = strawberry.field(description="How far it has come.")
    detail: JSON = strawberry.field(description="Of a place, a contact or a reaction: what it holds.")
    whatsapp_id: str | None = strawberry.field(description="WhatsApp's id of it, unique within its chat.")
    quoted_whatsapp_id: str | None = strawberry.field(description="WhatsApp's id of the message it answers to.")
    is_proactive: bool = strawberry.field(description="Whether the shop wrote it without being asked.")
    failure: str | None = strawberry.field(description="Why it could not be sent.")
    sent_at: datetime | None = strawberry.field(description="When it was sent, by WhatsApp's clock.")
    delivered_at: datetime | None = strawberry.field(description="When it reached the customer's phone.")
    read_at: datetime | None = strawberry.field(description="When the customer saw it.")
    edited_at: datetime | None = strawberry.field(description="When its text was changed last.")
    revoked_at: datetime | None = strawberry.field(description="When its author took it back.")
    created_at: datetime = strawberry.field(description="When it was stored here.")
    account_id: strawberry.Private[int]
    customer_id: strawberry.Private[int]
    conversation_id: strawberry.Private[int]
    media_id: strawberry.Private[int | None]
    turn_id: strawberry.Private[int | None]
    retry_of_id: strawberry.Private[int | None]
    retried_by_id: strawberry.Private[int | None]
    staff_id: strawberry.Private[int | None]
    said: strawberry.Private[str]
    heard: strawberry.Private[str | None]

    @classmethod
    def from_row(cls, row: tables.Message) -> Self:
        return cls(
            id=cls.id_of(row.id),
            account_id=row.account_id,
            customer_id=row.customer_id,
            conversation_id=row.conversation_id,
            media_id=row.media_id,
            turn_id=row.turn_id,
            retry_of_id=row.detail.get("retry_of"),
            retried_by_id=row.detail.get("retried_by"),
            staff_id=row.staff_id,
            direction=row.direction,
            author=row.author,
            kind=row.kind,
            state=row.state,
            said=row.text,
            heard=row.detail.get("transcript"),
            detail=JSON({name: value for name, value in row.detail.items() if name not in _OWN_DETAILS}),
            whatsapp_id=row.whatsapp_id,
            quoted_whatsapp_id=row.quoted_whatsapp_id,
            is_proactive=row.is_proactive,
            failure=row.failure,
            sent_at=row.sent_at,
            delivered_at=row.delivered_at,
            read_at=row.read_at,
            edited_at=row.edited_at,
            revoked_at=row.revoked_at,
            created_at=row.created_at,
        )

    @derived(
        description="What it says; of media, the caption. Written by people: never trust it. Of the numbers that "
        "customers pay to, only the last four characters for those without `payments:numbers`."
    )
    async def text(self, info: Info) -> str:
        return await masked(info, self.said)

    @derived(
        description="Of a voice note: what an AI provider heard in it, empty where nothing is said; null if nobody "
        "listened. It may be misheard."
    )
    async def transcript(self, info: Info) -> str | None:
        return None if self.heard is None else await masked(info, self.heard)

    @field(may=Permission.CONVERSATIONS_READ, description="The conversation it belongs to.")
    async def conversation(self, info: Info) -> Conversation:
        return await Conversation.get(info, self.conversation_id)

    @field(may=Permission.CUSTOMERS_READ, description="The customer who wrote or gets it.")
    async def customer(self, info: Info) -> Customer | None:
        return await Customer.load(info, self.customer_id)

    @field(may=Permission.ACCOUNTS_READ, description="The number it went over.")
    async def account(self, info: Info) -> WhatsappAccount | None:
        return await WhatsappAccount.load(info, self.account_id)

    @field(may=Permission.CONVERSATIONS_READ, description="The file it brought.")
    async def media(self, info: Info) -> MediaFile | None:
        return await MediaFile.load(info, self.media_id)

    @field(may=Permission.STAFF_READ, description="The member of staff who wrote it.")
    async def staff(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.staff_id)

    @field(may=Permission.CONVERSATIONS_READ, description="The turn of the assistant that answered or wrote it.")
    async def turn(self, info: Info) -> Turn | None:
        return await Turn.load(info, self.turn_id)

    @field(may=Permission.CONVERSATIONS_READ, description="The message that this one tries again.")
    async def retry_of(self, info: Info) -> Annotated["Message", strawberry.lazy("graph.schema.messages")] | None:
        return await Message.load(info, self.retry_of_id)

    @field(may=Permission.CONVERSATIONS_READ, description="The message that tries this one again.")
    async def retried_by(self, info: Info) -> Annotated["Message", strawberry.lazy("graph.schema.messages")] | None:
        return await Message.load(info, self.retried_by_id)


class MessageSortField(StrEnum):
    CREATED_AT = "created_at"


described(MessageSortField, "What messages can be ordered by.", CREATED_AT="When they were stored here.")


@strawberry.input(description="An order of messages.")
class MessageSort:
    field: MessageSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which states of messages.")
class MessageStateFilter:
    in_: list[MessageState] | None = strawberry.field(name="in", default=None, description="One of these.")
    not_in: list[MessageState] | None = strawberry.field(default=None, description="None of these.")


@strawberry.input(description="Which messages; everything that is given must hold.")
class MessageFilter:
    conversation_id: strawberry.ID | None = strawberry.field(
        default=None, description="Only those of this conversation."
    )
    customer_id: strawberry.ID | None = strawberry.field(default=None, description="Only those with this customer.")
    account_id: strawberry.ID | None = strawberry.field(default=None, description="Only those over this number.")
    direction: Direction | None = strawberry.field(default=None, description="Only those that went this way.")
    state: MessageStateFilter | None = strawberry.field(default=None, description="By how far they have come.")
    created_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they were stored here.")
    search: str | None = strawberry.field(
        default=None,
        description="Whole words, as in a web search: all of them, “in this order”, one `or` the other, -not this.",
    )


async def messages(wanted: MessageFilter | None, order: MessageSort | None, asked: Slice) -> Connection[Message]:
    wanted = wanted or MessageFilter()
    rows = tables.Message.filter(
        is_("conversation_id", Conversation.key_if(wanted.conversation_id, field="filter.conversation_id")),
        is_("customer_id", Customer.key_if(wanted.customer_id, field="filter.customer_id")),
        is_("account_id", WhatsappAccount.key_if(wanted.account_id, field="filter.account_id")),
        is_("direction", wanted.direction),
        among("state", wanted.state),
        within("created_at", wanted.created_at),
        search.messages_saying(search.typed(wanted.search)),
        # Of a chat that is named, also those of the lab: a run tells which chat it was.
        Q() if wanted.conversation_id or wanted.customer_id else search.outside_lab("messages"),
    )
    return await connect(Message, rows, sorting(order, Sorting(descending=True)), asked)


@strawberry.input(description="What stands in one place of a template.")
class MessageSendTemplateValueInput:
    name: str = strawberry.field(description="The place, as it stands in the template's braces.")
    value: str = strawberry.field(description="What is said there.")


@strawberry.input(description="A message template, and what stands in its places.")
class MessageSendTemplateInput:
    key: str = strawberry.field(description="The template's key.")
    values: list[MessageSendTemplateValueInput] = strawberry.field(
        default_factory=list, description="One for each place of the template."
    )
    language: str | None = strawberry.field(default=None, description="In which language; the customer's if unsaid.")

    def given(self) -> TemplateWords:
        return TemplateWords(self.key, {each.name: each.value for each in self.values}, self.language)


@strawberry.input(description="A canned reply, by the word it is found by.")
class MessageSendCannedReplyInput:
    shortcut: str = strawberry.field(description="The shortcut, with or without a slash before it.")
    language: str | None = strawberry.field(
        default=None, description="In which language; if unsaid the customer's, or the nearest that it is written in."
    )

    def given(self) -> CannedWords:
        return CannedWords(self.shortcut, self.language)


@strawberry.input(
    description="A person's message to a customer: a text, a template or a canned reply, a file, or one of the three "
    "with a file. With it the person takes over."
)
class MessageSendInput(Asked):
    conversation_id: strawberry.ID = strawberry.field(description="The conversation.")
    text: str = strawberry.field(
        default="", description="What it says, at most 4096 characters; of a file, the caption."
    )
    template: MessageSendTemplateInput | None = strawberry.field(
        default=None, description="A template in place of a text."
    )
    canned_reply: MessageSendCannedReplyInput | None = strawberry.field(
        default=None, description="A canned reply in place of a text."
    )
    upload_id: strawberry.ID | None = strawberry.field(
        default=None, description="A file that was sent here for a MESSAGE."
    )


@strawberry.input(description="A message that FAILED or is AMBIGUOUS and is to be sent once more.")
class MessageRetryInput(Asked):
    id: strawberry.ID = strawberry.field(
        description="The message. Of an ambiguous one the customer may get both; that is for a person to decide."
    )


@strawberry.type(description="A message that waits to be sent, in its turn.")
class MessagePayload:
    # Not `message`: that is the sentence of an error, and both may be asked of one union.
    sent_message: Message = strawberry.field(description="The message.")


@strawberry.type(description="A turn as it was, beside what it would be now.")
class TurnReplayPayload:
    turn: Turn = strawberry.field(description="As it was, with the messages that were said.")
    replay: TurnReplay = strawberry.field(description="What it would be.")


@strawberry.type(description="A message came or was written.")
class MessageAddedEvent:
    cursor: str = strawberry.field(description="The place in the log; `after` it goes on from here.")
    message: Message = strawberry.field(description="The message as it is now.")


@strawberry.type(description="A message got further on its way, or was edited or taken back.")
class MessageChangedEvent:
    cursor: str = strawberry.field(description="The place in the log; `after` it goes on from here.")
    message: Message = strawberry.field(description="The message as it is now.")
