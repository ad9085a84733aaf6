"""Reading chats, and taking part in them."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph import ids
from graph.errors import ConflictProblem
from graph.mutations import ASKED, Written, actor, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import conversations, messages
from graph.schema.conversations import (
    Conversation,
    ConversationNote,
    ConversationNotePayload,
    ConversationPayload,
)
from graph.schema.media import UPLOAD, UploadPurpose
from graph.schema.messages import Message, MessagePayload, Turn, TurnReplayPayload
from graph.schema.sign_in import RateLimitedProblem
from graph.schema.staff import Staff
from graph.schema.turns import TurnReplay, TurnReplayInput


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
        description="From now on, or from a time on, the assistant answers what is written.",
        problems=(ConflictProblem,),
    )
    async def conversation_hand_back(
        self, info: Info, asked: Annotated[conversations.ConversationHandBackInput, ASKED]
    ) -> ConversationPayload:
        rule, target = info.context.shop.conversations, Conversation.key(asked.id)
        key = await once(info, asked, lambda: rule.hand_back(target, actor(info), asked.at))
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
        problems=(ConflictProblem,),
    )
    async def message_send(self, info: Info, asked: Annotated[messages.MessageSendInput, ASKED]) -> MessagePayload:
        shop, caller = info.context.shop, info.context.caller
        target = Conversation.key(asked.conversation_id, field="conversationId")
        upload = None if asked.upload_id is None else ids.key_of(UPLOAD, asked.upload_id, field="uploadId")
        template = asked.template.given() if asked.template else None
        canned = asked.canned_reply.given() if asked.canned_reply else None

        async def send() -> Written:
            media = None
            if upload is not None:
                media = (await shop.uploads.file_of(upload, caller.label, UploadPurpose.MESSAGE)).id
            return await shop.desk.send(
                target, actor(info), text=asked.text, template=template, canned=canned, media_id=media
            )

        key = await once(info, asked, send, target="conversationId")
        return MessagePayload(sent_message=await Message.get(info, key))

    @mutation(
        MessagePayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Sends once more, as a new message, what failed or may have. Nothing does so by itself.",
        problems=(ConflictProblem,),
    )
    async def message_retry(self, info: Info, asked: Annotated[messages.MessageRetryInput, ASKED]) -> MessagePayload:
        rule, target = info.context.shop.desk, Message.key(asked.id)
        key = await once(info, asked, lambda: rule.retry(target, actor(info)))
        return MessagePayload(sent_message=await Message.get(info, key))

    @mutation(
        ConversationPayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Says that a person looked at what a conversation was flagged for.",
    )
    async def conversation_clear_attention(
        self, info: Info, asked: Annotated[conversations.ConversationClearAttentionInput, ASKED]
    ) -> ConversationPayload:
        rule, target = info.context.shop.conversations, Conversation.key(asked.id)
        key = await once(info, asked, lambda: rule.clear_attention(target, actor(info)))
        return ConversationPayload(conversation=await Conversation.get(info, key))

    @mutation(
        ConversationPayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Gives a conversation to a member of staff, or to nobody.",
    )
    async def conversation_assign(
        self, info: Info, asked: Annotated[conversations.ConversationAssignInput, ASKED]
    ) -> ConversationPayload:
        rule, target = info.context.shop.desk, Conversation.key(asked.id)
        staff = Staff.key_if(asked.staff_id, field="staffId")
        key = await once(info, asked, lambda: rule.assign(target, staff, actor(info)))
        return ConversationPayload(conversation=await Conversation.get(info, key))

    @mutation(
        ConversationPayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Gives a conversation exactly these tags.",
    )
    async def conversation_tag(
        self, info: Info, asked: Annotated[conversations.ConversationTagInput, ASKED]
    ) -> ConversationPayload:
        rule, target = info.context.shop.desk, Conversation.key(asked.id)
        key = await once(info, asked, lambda: rule.tag(target, asked.tags, actor(info)))
        return ConversationPayload(conversation=await Conversation.get(info, key))

    @mutation(
        ConversationPayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Says that what the customer wrote was read.",
    )
    async def conversation_mark_read(
        self, info: Info, asked: Annotated[conversations.ConversationMarkReadInput, ASKED]
    ) -> ConversationPayload:
        rule, target = info.context.shop.desk, Conversation.key(asked.id)
        key = await once(info, asked, lambda: rule.mark_read(target, actor(info)))
        return ConversationPayload(conversation=await Conversation.get(info, key))

    @mutation(
        ConversationNotePayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Notes something for the other staff; the customer never sees it.",
    )
    async def conversation_note_add(
        self, info: Info, asked: Annotated[conversations.ConversationNoteAddInput, ASKED]
    ) -> ConversationNotePayload:
        rule = info.context.shop.desk
        target = Conversation.key(asked.conversation_id, field="conversationId")

        key = await once(info, asked, lambda: rule.add_note(target, asked.text, actor(info)), target="conversationId")
        return ConversationNotePayload(
            note=await ConversationNote.get(info, key), conversation=await Conversation.get(info, target)
        )

    @mutation(
        ConversationPayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Deletes one's own note; with `staff:manage`, anybody's.",
    )
    async def conversation_note_delete(
        self, info: Info, asked: Annotated[conversations.ConversationNoteDeleteInput, ASKED]
    ) -> ConversationPayload:
        rule, target = info.context.shop.desk, ConversationNote.key(asked.id)
        may_all = info.context.caller.may(Permission.STAFF_MANAGE)
        key = await once(info, asked, lambda: rule.delete_note(target, actor(info), may_all=may_all))
        return ConversationPayload(conversation=await Conversation.get(info, key))

    @mutation(
        TurnReplayPayload,
        may=Permission.CONVERSATIONS_WRITE,
        description="Decides a turn again as it was told then, with today's prompts and providers. Nothing is said or "
        "done; its requests to providers count and cost as any other. At most 20 in 10 minutes.",
        problems=(ConflictProblem, RateLimitedProblem),
        is_keyed=False,
    )
    async def turn_replay(self, info: Info, asked: Annotated[TurnReplayInput, ASKED]) -> TurnReplayPayload:
        key = Turn.key(asked.id)
        replay = await info.context.shop.turn_replays.replay(key, actor(info))
        info.context.loaders.clear()
        return TurnReplayPayload(turn=await Turn.get(info, key), replay=TurnReplay.of(replay, info.context.request_id))
