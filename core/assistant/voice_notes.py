"""Voice notes written down before a turn reads them: by a provider that hears, once, and kept with the message."""

import asyncio
from dataclasses import dataclass
from typing import Any

import structlog

from core.ai.provider import Audio, Transcript
from core.ai.router import NobodyAnsweredError, Router, Trail
from core.conversation_records import note_changed
from core.database import Database
from core.media.store import MediaStoreError
from core.media_files import MediaFiles, MediaNotFoundError
from core.texts import clean
from models.accounts import AnswersWith
from models.conversations import Message

logger = structlog.get_logger()

# For all voice notes of one turn: reading the files, asking one who hears and, if that one hangs, another.
LISTEN_SECONDS = 30.0
MOST_AT_ONCE = 5  # the newest; whoever sends more of them is asked to write
LONGEST_TRANSCRIPT = 4_000

TO_HEAR = """
select message.id, message.media_id, account.answers_with_provider_id
from messages as message join whatsapp_accounts as account on account.id = message.account_id
where message.id = any($1::bigint[]) and message.kind = 'AUDIO' and message.media_id is not null
    and not message.detail ? 'heard' and account.answers_with is distinct from $2
order by message.id desc limit $3
"""


@dataclass(frozen=True, slots=True)
class _ToHear:
    message_id: int
    media_id: int


class VoiceNotes:
    def __init__(self, database: Database, router: Router, media_files: MediaFiles) -> None:
        self._database = database
        self._router = router
        self._media_files = media_files

    async def write_down(self, message_ids: tuple[int, ...]) -> None:
        """Never raises and never takes longer than its time: what nobody heard stays a sound without words."""
        rows = await self._database.fetch(TO_HEAR, [list(message_ids), AnswersWith.BUILT_IN.value, MOST_AT_ONCE])
        if not rows or not await self._router.has_candidates(only=rows[0]["answers_with_provider_id"]):
            return
        trail = Trail.of(LISTEN_SECONDS, only=rows[0]["answers_with_provider_id"])
        try:
            async with asyncio.timeout(LISTEN_SECONDS):
                for row in reversed(rows):
                    await self._hear(_ToHear(row["id"], row["media_id"]), trail)
        except TimeoutError:
            logger.warning("voice_notes_took_too_long", messages=len(rows))
        except Exception:
            # A turn without ears is better than no turn.
            logger.exception("voice_notes_failed", messages=len(rows))

    async def _hear(self, note: _ToHear, trail: Trail) -> None:
        before = len(trail.rows)
        transcript: Transcript | None = None
        try:
            media, data = await self._media_files.read(note.media_id)
            transcript = await self._router.transcribe(Audio(data, _sound_of(media.content_type)), trail)
        except (MediaNotFoundError, MediaStoreError, NobodyAnsweredError) as error:
            logger.info("voice_note_not_heard", message_id=note.message_id, error=type(error).__name__)
        asked = trail.rows[before:]
        if transcript is None and not asked:
            return
        heard: dict[str, Any] = {"usage": asked}
        if transcript is not None:
            heard |= {"with": trail.attempts[-1].candidate.type, "model": transcript.model}
        await self._keep(note, heard, transcript)

    async def _keep(self, note: _ToHear, heard: dict[str, Any], transcript: Transcript | None) -> None:
        """Also that it was tried in vain: it is tried once."""
        async with self._database.unit_of_work() as work:
            message = await Message.filter(id=note.message_id).using_db(work.connection).select_for_update().first()
            if message is None or message.media_id != note.media_id:
                return  # taken back or erased meanwhile
            message.detail = {**message.detail, "heard": heard}
            if transcript is not None:
                message.detail["transcript"] = clean(transcript.text, LONGEST_TRANSCRIPT).strip()
            await message.save(using_db=work.connection, update_fields=["detail"])
            if transcript is not None:
                note_changed(work, message)


def _sound_of(content_type: str) -> str:
    """Boxes that may hold films hold sound alone in a voice note."""
    return content_type.replace("video/", "audio/", 1)
