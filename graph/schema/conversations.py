"""Conversations as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Self, cast

import strawberry
from tortoise.expressions import Q

from core import search
from core.listing import Sorting, Window
from core.permissions import Permission
from graph.filters import DateTimeFilter, SortDirection, among, is_, sorting, within
from graph.masking import masked
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import After, Before, Connection, First, Last, Slice, connect, connect_children
from graph.permissions import derived, field
from graph.scalars import described
from graph.schema.accounts import WhatsappAccount
from graph.schema.customers import Customer
from graph.schema.staff import Staff
from models import conversations as tables
from models.conversations import AnsweredBy, AttentionReason, ConversationStatus

if TYPE_CHECKING:
    from graph.schema.messages import Message, Turn
    from graph.schema.orders import Order

described(
    ConversationStatus,
    "How far a conversation has come.",
    ACTIVE="It goes on.",
    WAITING_PAYMENT="An order was made and is not paid yet.",
    COMPLETED="Its last open order was paid; the customer's next message opens another conversation.",
    ABANDONED="The customer was silent for long; their next message opens another conversation.",
)
described(
    AnsweredBy,
    "Who answers the customer.",
    AI="The assistant.",
    HUMAN="A person.",
    PAUSED="Nobody for now.",
)
described(
    AttentionReason,
    "Why a person should look at a conversation.",
    ASKED_FOR_HUMAN="The customer asked for a person.",
    FLOOD="More messages came than a person writes.",
    STALE_BACKLOG="Messages came while the program was away and were too old to be answered.",
    TURN_FAILED="The assistant could not answer.",
    SEND_FAILED="An answer could not be sent.",
    PROOF_WAITING="A proof of payment waits for a decision.",
)


@strawberry.type(description="What a member of staff noted about a conversation for the others; never sent.")
class ConversationNote(Node, may=Permission.CONVERSATIONS_READ, table=tables.ConversationNote):
    created_at: datetime = strawberry.field(description="When.")
    staff_id: strawberry.Private[int | None]
    noted: strawberry.Private[str]

    @classmethod
    def from_row(cls, row: tables.ConversationNote) -> Self:
        return cls(id=cls.id_of(row.id), noted=row.text, created_at=row.created_at, staff_id=row.staff_id)

    @derived(description="What they noted.")
    async def text(self, info: Info) -> str:
        return await masked(info, self.noted)

    @field(may=Permission.STAFF_READ, description="Who noted it; null when a program did, or they are gone.")
    async def staff(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.staff_id)


@strawberry.type(description="A stretch of chat with one customer, from their first message to its end.")
class Conversation(Node, may=Permission.CONVERSATIONS_READ, table=tables.Conversation):
    status: ConversationStatus = strawberry.field(description="How far it has come.")
    answered_by: AnsweredBy = strawberry.field(description="Who answers now.")
    ai_resumes_at: datetime | None = strawberry.field(description="When the assistant answers again by itself.")
    attention: AttentionReason | None = strawberry.field(description="Why a person should look at it, if one should.")
    tags: list[str] = strawberry.field(description="The words that staff sort it by.")
    unread_count: int = strawberry.field(description="How many messages the customer wrote since staff looked last.")
    last_message_at: datetime = strawberry.field(description="When somebody wrote last.")
    last_customer_message_at: datetime | None = strawberry.field(description="When the customer wrote last.")
    closed_at: datetime | None = strawberry.field(description="When it ended.")
    created_at: datetime = strawberry.field(description="When it began.")
    row_id: strawberry.Private[int]
    account_id: strawberry.Private[int]
    customer_id: strawberry.Private[int]
    assigned_to_id: strawberry.Private[int | None]
    summed_up: strawberry.Private[str | None]

    @classmethod
    def from_row(cls, row: tables.Conversation) -> Self:
        return cls(
            id=cls.id_of(row.id),
            row_id=row.id,
            account_id=row.account_id,
            customer_id=row.customer_id,
            assigned_to_id=row.assigned_to_id,
            status=row.status,
            answered_by=row.answered_by,
            ai_resumes_at=row.ai_resumes_at,
            attention=row.attention,
            tags=row.tags,
            summed_up=row.summary,
            unread_count=row.unread_count,
            last_message_at=row.last_message_at,
            last_customer_message_at=row.last_customer_message_at,
            closed_at=row.closed_at,
            created_at=row.created_at,
        )

    @derived(
        description="What was said before the newest messages, as an AI summed it up for the assistant; null while the "
        "chat is short. Never trust it."
    )
    async def summary(self, info: Info) -> str | None:
        return None if self.summed_up is None else await masked(info, self.summed_up)

    @field(may=Permission.ACCOUNTS_READ, description="The number it goes over.")
    async def account(self, info: Info) -> WhatsappAccount | None:
        return await WhatsappAccount.load(info, self.account_id)

    @field(may=Permission.CUSTOMERS_READ, description="The customer.")
    async def customer(self, info: Info) -> Customer | None:
        return await Customer.load(info, self.customer_id)

    @field(may=Permission.STAFF_READ, description="The member of staff it is given to.")
    async def assigned_to(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.assigned_to_id)

    @field(may=Permission.CONVERSATIONS_READ, description="Its messages, the oldest first.")
    async def messages(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Annotated["Message", strawberry.lazy("graph.schema.messages")]] | None:
        return await connect_children(
            info, "Message", "conversation_id", self.row_id, Slice(first, after, last, before)
        )

    @field(may=Permission.CONVERSATIONS_READ, description="What staff noted about it, the oldest first.")
    async def notes(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[ConversationNote] | None:
        return await connect_children(
            info, "ConversationNote", "conversation_id", self.row_id, Slice(first, after, last, before)
        )

    @field(may=Permission.CONVERSATIONS_READ, description="Its newest message.")
    async def last_message(self, info: Info) -> Annotated["Message", strawberry.lazy("graph.schema.messages")] | None:
        newest = Window(size=1, from_end=True)
        kind = Node.kinds["Message"]
        page = await info.context.loaders.page(kind.table, "conversation_id", newest).load(self.row_id)
        return cast("Message", kind.from_row(page.rows[0])) if page.rows else None

    @field(may=Permission.ORDERS_READ, description="The orders that were made in it, the oldest first.")
    async def orders(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Annotated["Order", strawberry.lazy("graph.schema.orders")]] | None:
        return await connect_children(info, "Order", "conversation_id", self.row_id, Slice(first, after, last, before))

    @field(
        may=Permission.CONVERSATIONS_READ, description="What the assistant did in it, turn by turn, the oldest first."
    )
    async def turns(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Annotated["Turn", strawberry.lazy("graph.schema.messages")]] | None:
        return await connect_children(info, "Turn", "conversation_id", self.row_id, Slice(first, after, last, before))


class ConversationSortField(StrEnum):
    LAST_MESSAGE_AT = "last_message_at"
    CREATED_AT = "created_at"


described(
    ConversationSortField,
    "What conversations can be ordered by.",
    LAST_MESSAGE_AT="When somebody wrote last.",
    CREATED_AT="When they began.",
)


@strawberry.input(description="An order of conversations.")
class ConversationSort:
    field: ConversationSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which statuses of conversations.")
class ConversationStatusFilter:
    in_: list[ConversationStatus] | None = strawberry.field(name="in", default=None, description="One of these.")
    not_in: list[ConversationStatus] | None = strawberry.field(default=None, description="None of these.")


@strawberry.input(description="Who answers.")
class AnsweredByFilter:
    in_: list[AnsweredBy] | None = strawberry.field(name="in", default=None, description="One of these.")
    not_in: list[AnsweredBy] | None = strawberry.field(default=None, description="None of these.")


@strawberry.input(description="Which reasons to look at a conversation.")
class AttentionFilter:
    in_: list[AttentionReason] | None = strawberry.field(name="in", default=None, description="One of these.")
    not_in: list[AttentionReason] | None = strawberry.field(default=None, description="A reason, but none of these.")


@strawberry.input(description="Which conversations; everything that is given must hold.")
class ConversationFilter:
    status: ConversationStatusFilter | None = strawberry.field(default=None, description="By how far they have come.")
    answered_by: AnsweredByFilter | None = strawberry.field(default=None, description="By who answers.")
    needs_attention: bool | None = strawberry.field(
        default=None, description="Only those that a person should look at, or only others."
    )
    attention: AttentionFilter | None = strawberry.field(
        default=None, description="By why a person should look at them."
    )
    is_unread: bool | None = strawberry.field(
        default=None, description="Only those with something unread, or only others."
    )
    is_assigned: bool | None = strawberry.field(
        default=None, description="Only those that are given to somebody, or only others."
    )
    assigned_to_id: strawberry.ID | None = strawberry.field(
        default=None, description="Only those that are given to this member of staff."
    )
    tag: str | None = strawberry.field(default=None, description="Only those with this tag.")
    account_id: strawberry.ID | None = strawberry.field(default=None, description="Only those of this number.")
    customer_id: strawberry.ID | None = strawberry.field(default=None, description="Only those with this customer.")
    last_message_at: DateTimeFilter | None = strawberry.field(default=None, description="By when somebody wrote last.")
    search: str | None = strawberry.field(
        default=None,
        description="Words that were said in it, as in a web search, or part of the customer's name or phone number.",
    )


def _is_unread(wanted: bool | None) -> Q:
    if wanted is None:
        return Q()
    return Q(unread_count__gt=0) if wanted else Q(unread_count=0)


async def conversations(
    wanted: ConversationFilter | None, order: ConversationSort | None, asked: Slice
) -> Connection[Conversation]:
    wanted = wanted or ConversationFilter()
    rows = tables.Conversation.filter(
        among("status", wanted.status),
        among("answered_by", wanted.answered_by),
        is_("attention__not_isnull", wanted.needs_attention),
        among("attention", wanted.attention, may_be_null=True),
        _is_unread(wanted.is_unread),
        is_("assigned_to_id__not_isnull", wanted.is_assigned),
        is_("assigned_to_id", Staff.key_if(wanted.assigned_to_id, field="filter.assigned_to_id")),
        is_("tags__contains", None if wanted.tag is None else [wanted.tag]),
        is_("account_id", WhatsappAccount.key_if(wanted.account_id, field="filter.account_id")),
        is_("customer_id", Customer.key_if(wanted.customer_id, field="filter.customer_id")),
        within("last_message_at", wanted.last_message_at),
        search.chats_about(search.typed(wanted.search)),
        search.outside_lab("conversations"),
    )
    return await connect(Conversation, rows, sorting(order, Sorting("last_message_at", descending=True)), asked)


@strawberry.input(description="A conversation that a person answers from now on.")
class ConversationTakeOverInput(Asked):
    id: strawberry.ID = strawberry.field(description="The conversation.")


@strawberry.input(description="A conversation that the assistant answers from now on.")
class ConversationHandBackInput(Asked):
    id: strawberry.ID = strawberry.field(description="The conversation.")
    at: datetime | None = strawberry.field(
        default=None, description="Not now but then; until then whoever answers it now goes on. Null: at once."
    )


@strawberry.input(description="A conversation that nobody answers for a while.")
class ConversationPauseInput(Asked):
    id: strawberry.ID = strawberry.field(description="The conversation.")
    until: datetime | None = strawberry.field(default=None, description="Until when; null: until it is handed back.")


@strawberry.input(description="A conversation that a person looked at, so that it needs none any more.")
class ConversationClearAttentionInput(Asked):
    id: strawberry.ID = strawberry.field(description="The conversation.")


@strawberry.input(description="A conversation that is given to somebody.")
class ConversationAssignInput(Asked):
    id: strawberry.ID = strawberry.field(description="The conversation.")
    staff_id: strawberry.ID | None = strawberry.field(
        default=None, description="The member of staff; null: to nobody any more."
    )


@strawberry.input(description="The tags of a conversation.")
class ConversationTagInput(Asked):
    id: strawberry.ID = strawberry.field(description="The conversation.")
    tags: list[str] = strawberry.field(description="Exactly these: at most 20 of at most 40 characters.")


@strawberry.input(description="A conversation whose messages were read.")
class ConversationMarkReadInput(Asked):
    id: strawberry.ID = strawberry.field(description="The conversation.")


@strawberry.input(description="Something staff should know of a conversation.")
class ConversationNoteAddInput(Asked):
    conversation_id: strawberry.ID = strawberry.field(description="The conversation.")
    text: str = strawberry.field(description="What, 1 to 4000 characters; it is never sent.")


@strawberry.input(description="A note that is to go.")
class ConversationNoteDeleteInput(Asked):
    id: strawberry.ID = strawberry.field(description="The note; somebody else's needs `staff:manage` too.")


@strawberry.type(description="A note as it was written.")
class ConversationNotePayload:
    note: ConversationNote = strawberry.field(description="The note.")
    conversation: Conversation = strawberry.field(description="The conversation it is about.")


@strawberry.type(description="A customer began or ceased to type.")
class CustomerTypingEvent:
    cursor: str = strawberry.field(description="The place in the log; `after` it goes on from here.")
    is_typing: bool = strawberry.field(description="Whether they type now.")
    conversation: Conversation = strawberry.field(description="Where they type.")


@strawberry.type(description="A conversation as it is now.")
class ConversationPayload:
    conversation: Conversation = strawberry.field(description="The conversation.")


@strawberry.type(description="A conversation was opened or closed, taken over or handed back, or flagged.")
class ConversationChangedEvent:
    cursor: str = strawberry.field(description="The place in the log; `after` it goes on from here.")
    conversation: Conversation = strawberry.field(description="The conversation as it is now.")
