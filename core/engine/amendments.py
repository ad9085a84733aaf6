"""Edits and revokes, also those that come before the message they mean."""

from collections.abc import Collection
from datetime import datetime, timedelta

import structlog

from core import clock
from core.conversation_records import note_changed
from core.conversations import Conversations
from core.database import Database, UnitOfWork
from core.engine.identities import chats_of
from core.media_files import forget_unused_job
from core.whatsapp.gateway import MessageEdited, MessageRevoked
from models.conversations import Direction, Message

logger = structlog.get_logger()

# Of one message; somebody who edits more often is playing.
MOST_EARLIER_TEXTS = 20

# WhatsApp keeps what it could not deliver for about a month; a message later than its edit by more never comes.
KEPT = timedelta(days=40)


class Amendments:
    def __init__(self, database: Database, conversations: Conversations) -> None:
        self._database = database
        self._conversations = conversations

    async def edit(self, account_id: int, event: MessageEdited, text: str) -> None:
        await self._amend(account_id, event, text, event.edited_at)

    async def revoke(self, account_id: int, event: MessageRevoked) -> None:
        await self._amend(account_id, event, None, event.revoked_at)

    async def take_up(self, work: UnitOfWork, message: Message, chats: Collection[str]) -> None:
        """Applies to a message that just came, and is not saved yet, what came before it in any of these chats."""
        rows = await work.fetch(
            "delete from early_amendments where account_id = $1 and chat = any($2::text[]) and whatsapp_id = $3 "
            "returning text, happened_at",
            message.account_id,
            list(chats),
            message.whatsapp_id,
        )
        for row in sorted(rows, key=lambda row: row["happened_at"]):
            _apply(message, row["text"], row["happened_at"])

    async def forget_old(self) -> None:
        async with self._database.unit_of_work() as work:
            await work.execute("delete from early_amendments where happened_at < $1", clock.now() - KEPT)

    async def _amend(
        self, account_id: int, event: MessageEdited | MessageRevoked, text: str | None, at: datetime
    ) -> None:
        """`text` is the new one; None: revoked."""
        chat, whatsapp_id = event.chat, event.whatsapp_id
        async with self._database.unit_of_work() as work:
            found = await work.fetch(
                "select id, conversation_id, direction from messages "
                "where account_id = $1 and chat = any($2::text[]) and whatsapp_id = $3 order by id limit 1",
                account_id,
                await chats_of(work, account_id, chat),
                whatsapp_id,
            )
            if not found:
                await work.execute(
                    "insert into early_amendments (account_id, chat, whatsapp_id, text, happened_at, created_at) "
                    "select $1::bigint, $2::text, $3::text, $4::text, $5::timestamptz, $6::timestamptz "
                    "where not exists (select 1 from early_amendments where account_id = $1 "
                    "and chat = $2::text and whatsapp_id = $3::text and happened_at = $5)",
                    account_id,
                    chat,
                    whatsapp_id,
                    text,
                    at,
                    work.now,
                )
                return
            if (found[0]["direction"] == Direction.OUTBOUND) != event.is_from_us:
                # Their phone knows the ids of our messages too: whoever builds their own could change what we said.
                logger.warning("foreign_amendment_refused", message_id=found[0]["id"])
                return
            conversation = await self._conversations.lock(work, found[0]["conversation_id"])
            message = await Message.filter(id=found[0]["id"]).using_db(work.connection).select_for_update().get()
            waits = message.direction is Direction.INBOUND and not message.is_settled
            media_id = message.media_id
            if not _apply(message, text, at):
                return
            if media_id is not None and message.media_id is None:
                work.defer(forget_unused_job(media_id))
            await message.save(
                using_db=work.connection,
                update_fields=[
                    "text",
                    "detail",
                    "media_id",
                    "media_reference",
                    "is_settled",
                    "edited_at",
                    "revoked_at",
                ],
            )
            # What sums up the words as they were says them still.
            await work.execute(
                "update conversations set summary = null, summary_until = null "
                "where customer_id = $1 and summary_until >= $2",
                message.customer_id,
                message.id,
            )
            if waits:
                # A reply in the making was made to other words.
                await work.execute("update conversations set version = version + 1 where id = $1", conversation.id)
            note_changed(work, message)


def _apply(message: Message, text: str | None, at: datetime) -> bool:
    """Whether it changed anything; an edit that comes late or again does not."""
    if message.revoked_at is not None:
        return False
    if text is None:
        message.revoked_at = at
        # Whoever takes back their words wants nobody to read them.
        message.text, message.detail, message.media_id, message.media_reference = "", {}, None, None
        message.is_settled = True
        return True
    if message.edited_at is not None and message.edited_at >= at:
        return False
    earlier = [*message.detail.get("earlier", []), message.text]
    message.detail = {**message.detail, "earlier": earlier[-MOST_EARLIER_TEXTS:]}
    message.text, message.edited_at = text, at
    return True
