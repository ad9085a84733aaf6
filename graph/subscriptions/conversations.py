"""Following chats: what is written, what becomes of it, who answers."""

from collections.abc import AsyncGenerator
from typing import Annotated

import strawberry

from core.events.event_types import ConversationChanged, CustomerTyping, MessageAdded, MessageChanged
from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import subscription
from graph.schema.accounts import WhatsappAccount
from graph.schema.conversations import Conversation, ConversationChangedEvent, CustomerTypingEvent
from graph.schema.customers import Customer
from graph.schema.messages import Message, MessageAddedEvent, MessageChangedEvent
from graph.subscriptions.stream import After, follow

OfConversation = Annotated[strawberry.ID | None, strawberry.argument(description="Only of this conversation.")]
OfCustomer = Annotated[strawberry.ID | None, strawberry.argument(description="Only of this customer.")]
OfAccount = Annotated[strawberry.ID | None, strawberry.argument(description="Only over this number.")]


class Choice:
    """Which chats somebody follows; all of them when nothing is said."""

    def __init__(
        self, conversation: strawberry.ID | None, customer: strawberry.ID | None, account: strawberry.ID | None
    ) -> None:
        self.conversation = Conversation.key_if(conversation, field="conversationId")
        self._customer = Customer.key_if(customer, field="customerId")
        self._account = WhatsappAccount.key_if(account, field="accountId")

    def includes(self, event: ConversationChanged | CustomerTyping | MessageAdded | MessageChanged) -> bool:
        return self.conversation in {None, event.conversation_id} and self.is_with(event)

    def is_with(
        self, either: Conversation | ConversationChanged | CustomerTyping | MessageAdded | MessageChanged
    ) -> bool:
        """Whether it is of the customer and over the number that are followed."""
        return self._customer in {None, either.customer_id} and self._account in {None, either.account_id}


@strawberry.type
class ConversationsSubscription:
    @subscription(may=Permission.CONVERSATIONS_READ, description="Each message that comes or is written.")
    async def message_added(
        self,
        info: Info,
        conversation_id: OfConversation = None,
        customer_id: OfCustomer = None,
        account_id: OfAccount = None,
        after: After = None,
    ) -> AsyncGenerator[MessageAddedEvent | None, None]:
        choice = Choice(conversation_id, customer_id, account_id)
        async with follow(info, Permission.CONVERSATIONS_READ, MessageAdded, after=after) as events:
            async for told in events:
                if choice.includes(told.event) and (message := await Message.load(info, told.event.message_id)):
                    yield MessageAddedEvent(cursor=told.cursor, message=message)

    @subscription(
        may=Permission.CONVERSATIONS_READ,
        description="Each message that gets further on its way, is edited or is taken back.",
    )
    async def message_changed(
        self,
        info: Info,
        conversation_id: OfConversation = None,
        customer_id: OfCustomer = None,
        account_id: OfAccount = None,
        after: After = None,
    ) -> AsyncGenerator[MessageChangedEvent | None, None]:
        choice = Choice(conversation_id, customer_id, account_id)
        async with follow(info, Permission.CONVERSATIONS_READ, MessageChanged, after=after) as events:
            async for told in events:
                if choice.includes(told.event) and (message := await Message.load(info, told.event.message_id)):
                    yield MessageChangedEvent(cursor=told.cursor, message=message)

    @subscription(
        may=Permission.CONVERSATIONS_READ,
        description="Each conversation that opens or closes, is taken over or handed back, or is flagged. Of a named "
        "one, first as it is now; with `after` only the changes since.",
    )
    async def conversation_changed(
        self,
        info: Info,
        id: Annotated[strawberry.ID | None, strawberry.argument(description="Only this one.")] = None,  # noqa: A002
        customer_id: OfCustomer = None,
        account_id: OfAccount = None,
        after: After = None,
    ) -> AsyncGenerator[ConversationChangedEvent | None, None]:
        choice = Choice(id, customer_id, account_id)
        # The place comes first: what changes while the conversation is read is told once more, never lost.
        place = (await info.context.shop.feed.place()).encode()
        async with follow(
            info, Permission.CONVERSATIONS_READ, ConversationChanged, after=place if after is None else after
        ) as events:
            if (
                after is None
                and choice.conversation is not None
                and (conversation := await Conversation.load(info, choice.conversation))
                and choice.is_with(conversation)
            ):
                yield ConversationChangedEvent(cursor=place, conversation=conversation)
            async for told in events:
                if choice.includes(told.event) and (
                    conversation := await Conversation.load(info, told.event.conversation_id)
                ):
                    yield ConversationChangedEvent(cursor=told.cursor, conversation=conversation)

    @subscription(
        may=Permission.CONVERSATIONS_READ,
        description="Each time that the customer of a conversation begins or ceases to type.",
    )
    async def customer_typing(
        self,
        info: Info,
        conversation_id: OfConversation = None,
        customer_id: OfCustomer = None,
        account_id: OfAccount = None,
        after: After = None,
    ) -> AsyncGenerator[CustomerTypingEvent | None, None]:
        choice = Choice(conversation_id, customer_id, account_id)
        async with follow(info, Permission.CONVERSATIONS_READ, CustomerTyping, after=after) as events:
            async for told in events:
                if choice.includes(told.event) and (
                    conversation := await Conversation.load(info, told.event.conversation_id)
                ):
                    yield CustomerTypingEvent(
                        cursor=told.cursor, is_typing=told.event.is_typing, conversation=conversation
                    )
