"""What was said before in a chat, as far as an AI needs it: the newest words whole, nothing older than a budget."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.ai.provider import AssistantSaid, CustomerSaid, Said
from core.database import Database
from models.conversations import MessageKind

# About 3,000 tokens of Latin script; other scripts take two or three for a letter.
MOST_CHARACTERS = 9_000
MOST_MESSAGES = 60
LONGEST_MESSAGE = 1_500

# Across conversations: yesterday's order is part of today's chat.
PAST = """
select direction, author, kind, coalesce(nullif(text, ''), detail->>'transcript', '') as text from messages
where customer_id = (select customer_id from conversations where id = $1) and id <> all($2::bigint[])
    and id < $3 and revoked_at is null and state not in ('FAILED', 'DISCARDED') and kind <> 'REACTION'
order by id desc limit $4
"""

NOTE = """
select customer.note from customers as customer join conversations as chat on chat.customer_id = customer.id
where chat.id = $1
"""


@dataclass(frozen=True, slots=True)
class Chronicle:
    history: tuple[Said, ...]
    note: str  # of staff about the customer


class Chronicles:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self, conversation_id: int, message_ids: Sequence[int]) -> Chronicle:
        """Before those messages, oldest first; two statements."""
        rows = await self._database.fetch(PAST, [conversation_id, list(message_ids), min(message_ids), MOST_MESSAGES])
        said: list[Said] = []
        left = MOST_CHARACTERS
        for row in rows:
            text = _told(MessageKind(row["kind"]), row["text"])
            left -= len(text)
            if left < 0:
                break
            said.append(CustomerSaid(text) if row["direction"] == "INBOUND" else AssistantSaid(text))
        notes = await self._database.fetch(NOTE, [conversation_id])
        return Chronicle(tuple(reversed(said)), notes[0]["note"] if notes else "")


def told_as(kind: MessageKind, text: str) -> str:
    """A message in words; of a sound, what was heard in it."""
    match kind:
        case MessageKind.TEXT:
            return text
        case MessageKind.AUDIO:
            return f"[voice note] {text}" if text else "[a voice note that nobody could hear]"
        case _:
            return f"[{kind.value.lower()}] {text}".strip()


def _told(kind: MessageKind, text: str) -> str:
    return told_as(kind, text if len(text) <= LONGEST_MESSAGE else text[:LONGEST_MESSAGE] + "…")
