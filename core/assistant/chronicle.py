"""What was said before in a chat, as far as an AI needs it: the newest words whole, what is older as a summary."""

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
    and id < $3 and id > $5 and revoked_at is null and state not in ('FAILED', 'DISCARDED') and kind <> 'REACTION'
order by id desc limit $4
"""

# A summary that reaches into these messages, or past them, is of no use before them.
KNOWN = """
select customer.note, earlier.summary, earlier.summary_until
from conversations as chat join customers as customer on customer.id = chat.customer_id
left join lateral (
    select summary, summary_until from conversations
    where customer_id = customer.id and summary is not null and summary_until < $2
    order by summary_until desc limit 1
) as earlier on true
where chat.id = $1
"""


@dataclass(frozen=True, slots=True)
class Chronicle:
    history: tuple[Said, ...]
    note: str  # of staff about the customer
    summary: str = ""  # of what was said before the history; a machine wrote it
    is_cut: bool = False  # something between the two was left out


class Chronicles:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self, conversation_id: int, message_ids: Sequence[int]) -> Chronicle:
        """Before those messages, oldest first; two statements."""
        first = min(message_ids)
        known = await self._database.fetch(KNOWN, [conversation_id, first])
        until = (known[0]["summary_until"] or 0) if known else 0
        rows = await self._database.fetch(PAST, [conversation_id, list(message_ids), first, MOST_MESSAGES + 1, until])
        said: list[Said] = []
        left = MOST_CHARACTERS
        for row in rows[:MOST_MESSAGES]:
            text = told_shortly(MessageKind(row["kind"]), row["text"])
            left -= len(text)
            if left < 0:
                break
            said.append(CustomerSaid(text) if row["direction"] == "INBOUND" else AssistantSaid(text))
        return Chronicle(
            history=tuple(reversed(said)),
            note=known[0]["note"] if known else "",
            summary=(known[0]["summary"] or "") if known else "",
            is_cut=len(said) < len(rows),
        )


def told_as(kind: MessageKind, text: str) -> str:
    """A message in words; of a sound, what was heard in it."""
    match kind:
        case MessageKind.TEXT:
            return text
        case MessageKind.AUDIO:
            return f"[voice note] {text}" if text else "[a voice note that nobody could hear]"
        case _:
            return f"[{kind.value.lower()}] {text}".strip()


def told_shortly(kind: MessageKind, text: str) -> str:
    return told_as(kind, text if len(text) <= LONGEST_MESSAGE else text[:LONGEST_MESSAGE] + "…")
