"""Texts that staff send often, found by a short word and a language."""

import re
from dataclasses import dataclass
from typing import Any

from tortoise.exceptions import IntegrityError

from core import audit
from core.audit import Actor
from core.conversation_records import LONGEST_TEXT
from core.database import Database, UnitOfWork
from core.errors import ConflictError, InvalidInputError, NotFoundError
from core.events.event_types import CannedReplyChanged
from core.languages.wording import LANGUAGES
from core.texts import clean
from models.knowledge import CannedReply

LARGEST_POSITION = 2**31 - 1

_SHORTCUT = re.compile(r"[\w-]{1,40}")


class CannedReplyNotFoundError(NotFoundError):
    code = "CANNED_REPLY_NOT_FOUND"

    def __init__(self, *, field: str | None = None) -> None:
        super().__init__("There is no such canned reply.", field=field)


class ShortcutTakenError(ConflictError):
    code = "SHORTCUT_TAKEN"

    def __init__(self, shortcut: str, language: str) -> None:
        super().__init__(f"There is a canned reply “{shortcut}” in {language} already.", field="shortcut")


@dataclass(frozen=True, slots=True)
class CannedReplyChanges:
    """What is None stays as it is."""

    shortcut: str | None = None
    language: str | None = None
    text: str | None = None
    position: int | None = None


class CannedReplies:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(self, changes: CannedReplyChanges, actor: Actor) -> CannedReply:
        """All but the position must be given. Raises InvalidInputError or ShortcutTakenError."""
        async with self._database.unit_of_work() as work:
            values = _values(changes, is_new=True)
            reply = CannedReply(**values, created_at=work.now)
            await self._save(work, reply)
            await self._record(work, actor, "canned_reply.create", reply.id, {}, values)
            return reply

    async def update(self, reply_id: int, changes: CannedReplyChanges, actor: Actor) -> CannedReply:
        """Raises CannedReplyNotFoundError, InvalidInputError or ShortcutTakenError."""
        async with self._database.unit_of_work() as work:
            reply = await self._lock(work, reply_id)
            values = _values(changes, is_new=False)
            before = {name: getattr(reply, name) for name in values}
            if before == values:
                return reply
            reply.update_from_dict(values)
            await self._save(work, reply)
            await self._record(work, actor, "canned_reply.update", reply.id, before, values)
            return reply

    async def delete(self, reply_id: int, actor: Actor) -> CannedReply:
        """As it was. Raises CannedReplyNotFoundError."""
        async with self._database.unit_of_work() as work:
            reply = await self._lock(work, reply_id)
            await reply.delete(using_db=work.connection)
            before = {"shortcut": reply.shortcut, "language": reply.language, "text": reply.text}
            await self._record(work, actor, "canned_reply.delete", reply_id, before, {})
            return reply

    async def text_of(self, shortcut: str, languages: list[str]) -> str:
        """In the first of these languages that it is written in. Raises CannedReplyNotFoundError."""
        found = {reply.language: reply.text for reply in await CannedReply.filter(shortcut=_plain(shortcut))}
        for language in languages:
            if language in found:
                return found[language]
        raise CannedReplyNotFoundError(field="cannedReply.shortcut")

    async def _save(self, work: UnitOfWork, reply: CannedReply) -> None:
        others = CannedReply.filter(shortcut=reply.shortcut, language=reply.language).using_db(work.connection)
        if await others.exclude(id=reply.id or 0).exists():
            raise ShortcutTakenError(reply.shortcut, reply.language)
        try:
            await reply.save(using_db=work.connection)
        except IntegrityError as error:  # two at once wanted it
            raise ShortcutTakenError(reply.shortcut, reply.language) from error

    async def _lock(self, work: UnitOfWork, reply_id: int) -> CannedReply:
        reply = await CannedReply.filter(id=reply_id).using_db(work.connection).select_for_update().first()
        if reply is None:
            raise CannedReplyNotFoundError
        return reply

    async def _record(
        self,
        work: UnitOfWork,
        actor: Actor,
        action: str,
        reply_id: int,
        before: dict[str, Any],
        after: dict[str, Any],
    ) -> None:
        await audit.record(work, actor, action, "canned_replies", reply_id, before=before, after=after)
        work.append(CannedReplyChanged(reply_id))


def _plain(shortcut: str) -> str:
    return clean(shortcut, 80).strip().removeprefix("/").lower()


def _values(changes: CannedReplyChanges, *, is_new: bool) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if changes.shortcut is not None or is_new:
        values["shortcut"] = _plain(changes.shortcut or "")
        if not _SHORTCUT.fullmatch(values["shortcut"]):
            raise InvalidInputError("A shortcut is 1 to 40 letters, digits, - or _, without spaces.", field="shortcut")
    if changes.language is not None or is_new:
        values["language"] = changes.language
        if changes.language not in LANGUAGES:
            raise InvalidInputError(f"Choose one of {', '.join(LANGUAGES)}.", field="language")
    if changes.text is not None or is_new:
        values["text"] = clean(changes.text or "", LONGEST_TEXT + 1).strip()
        if not 1 <= len(values["text"]) <= LONGEST_TEXT:
            raise InvalidInputError(f"The text must have 1 to {LONGEST_TEXT} characters.", field="text")
    if changes.position is not None:
        values["position"] = changes.position
        if not 0 <= changes.position <= LARGEST_POSITION:
            raise InvalidInputError("The position is a whole number from 0 on.", field="position")
    return values
