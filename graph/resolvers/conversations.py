"""Reading chats, and taking part in them."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph import ids
from graph.mutations import ASKED, Written, actor, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import conversations, messages
from graph.schema.conversations import Conversation, ConversationPayload
from graph.schema.media import UPLOAD, UploadPurpose
from graph.schema.messages import Message, MessagePayload


@strawberry.type
class ConversationsQuery:
    @field(may=Permission.CONVERSATIONS_READ, description="The conversations, those of late first if unsaid.")
    async def conversations(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            conversations.ConversationFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[
            conversations.ConversationSort | None, strawberry.argument(description="In which order.")
        ] = None,
    ) -> Connection[Conversation] | None:
        return await conversations.conversations(wanted, order_by, Slice(first, after, last, before))

    @field(may=Permission.CONVERSATIONS_READ, description="A conversation; null when it does not exist.")
    async def conversation(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The conversation.")],  # noqa: A002
    ) -> Conversation | None:
        return await Conversation.load(info, Conversation.key(id))

    @field(may=Permission.CONVERSATIONS_READ, description="The messages of all chats, the newest first if unsaid.")
    async def messages(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            messages.MessageFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[messages.MessageSort | None, strawberry.argument(description="In which order.")] = None,
    ) -> Connection[Message] | None:
        return await messages.messages(wanted, order_by, Slice(first, after, last, before))


@strawberry.type
class ConversationsMutation:
    @mutation(
        ConversationPayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="From now on a person answers; what the assistant has not sent yet is never sent.",
    )
    async def conversation_take_over(
        self, info: Info, asked: Annotated[conversations.ConversationTakeOverInput, ASKED]
    ) -> ConversationPayload:
        rule, target = info.context.shop.conversations, Conversation.key(asked.id)
        key = await once(info, asked, lambda: rule.take_over(target, actor(info)))
        return ConversationPayload(conversation=await Conversation.get(info, key))

    @mutation(
        ConversationPayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="From now on the assistant answers what is written.",
    )
    async def conversation_hand_back(
        self, info: Info, asked: Annotated[conversations.ConversationHandBackInput, ASKED]
    ) -> ConversationPayload:
        rule, target = info.context.shop.conversations, Conversation.key(asked.id)
        key = await once(info, asked, lambda: rule.hand_back(target, actor(info)))
        return ConversationPayload(conversation=await Conversation.get(info, key))

    @mutation(
        ConversationPayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Nobody answers, until a time or until it is handed back.",
    )
    async def conversation_pause(
        self, info: Info, asked: Annotated[conversations.ConversationPauseInput, ASKED]
    ) -> ConversationPayload:
        rule, target = info.context.shop.conversations, Conversation.key(asked.id)
        key = await once(info, asked, lambda: rule.pause(target, actor(info), asked.until))
        return ConversationPayload(conversation=await Conversation.get(info, key))

    @mutation(
        MessagePayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Writes to the customer as a person, who thereby takes over.",
    )
    async def message_send(self, info: Info, asked: Annotated[messages.MessageSendInput, ASKED]) -> MessagePayload:
        shop, caller = info.context.shop, info.context.caller
        target = Conversation.key(asked.conversation_id, field="conversationId")
        upload = None if asked.upload_id is None else ids.key_of(UPLOAD, asked.upload_id, field="uploadId")

        async def send() -> Written:
            media = None
            if upload is not None:
                media = (await shop.uploads.file_of(upload, caller.label, UploadPurpose.MESSAGE)).id
            return await shop.conversations.send(target, asked.text, actor(info), media)

        key = await once(info, asked, send, target="conversationId")
        return MessagePayload(sent_message=await Message.get(info, key))
