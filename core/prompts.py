"""System prompts: what an AI is told about its work, in the staff's words if they wrote any."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core import audit, clock, text_versions
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import NotFoundError
from core.events.event_types import SystemPromptChanged
from core.languages import prompts
from core.languages.prompts import SHIPPED, ShippedPrompt
from core.settings import Settings, ShopSettings
from core.text_versions import SHIPPED_TEXT, VersionedTable
from models.knowledge import SystemPrompt

LONGEST_PROMPT = 20_000

_TABLE: Final = VersionedTable("system_prompts", "system_prompt_versions", "prompt_id")

LANGUAGE_NAMES: Final = {
    "en": "English",
    "ur": "Urdu",
    "ur-Latn": "Roman Urdu",
    "ar": "Arabic",
    "es": "Spanish",
}


class PromptNotFoundError(NotFoundError):
    code = "PROMPT_NOT_FOUND"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as it is now; `variables` with what each stands for."""

    id: int
    key: str
    text: str
    shipped_text: str
    variables: Mapping[str, str]
    is_shipped: bool
    version: int  # 0: nobody ever changed it
    updated_at: datetime | None
    row_id: int | None


@dataclass(frozen=True, slots=True)
class Preview:
    text: str
    unused_variables: list[str]


class Prompts:
    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings

    async def all(self) -> list[Prompt]:
        """In one statement."""
        rows = {row.key: row for row in await SystemPrompt.all()}
        return [_prompt(shipped, rows.get(shipped.key)) for shipped in SHIPPED.values()]

    async def by_ids(self, ids: Collection[int]) -> dict[int, Prompt]:
        """Those that exist, in one statement."""
        return {prompt.id: prompt for prompt in await self.all() if prompt.id in ids}

    @staticmethod
    def id_of(key: str) -> int | None:
        return SHIPPED[key].number if key in SHIPPED else None

    async def told(self, key: str, values: Mapping[str, str]) -> str:
        """The prompt with its variables filled in, for the AI. Raises PromptNotFoundError."""
        shipped = SHIPPED.get(key)
        if shipped is None:
            raise PromptNotFoundError("There is no such prompt.", field="key")
        row = await SystemPrompt.get_or_none(key=key)
        return prompts.filled((row.text if row else "") or shipped.text, values)

    async def update(self, prompt_id: int, text: str, actor: Actor, *, expected: int | None = None) -> int:
        """Writes a new version. Raises UnknownVariableError, TextChangedError, PromptNotFoundError."""
        shipped = _shipped(prompt_id)
        text = _judged(shipped, text)
        async with self._database.unit_of_work() as work:
            return await self._write(work, shipped, text, "system_prompt.update", actor, expected)

    async def reset(self, prompt_id: int, actor: Actor, *, expected: int | None = None) -> int:
        """Tells what ships with Parley again, as a new version. Raises TextChangedError, PromptNotFoundError."""
        shipped = _shipped(prompt_id)
        async with self._database.unit_of_work() as work:
            return await self._write(work, shipped, SHIPPED_TEXT, "system_prompt.reset", actor, expected)

    async def restore(self, prompt_id: int, version: int, actor: Actor, *, expected: int | None = None) -> int:
        """Tells what an earlier version told, as a new version.

        Raises VersionNotFoundError, UnknownVariableError, TextChangedError, PromptNotFoundError.
        """
        shipped = _shipped(prompt_id)
        async with self._database.unit_of_work() as work:
            text = await text_versions.text_of(work, _TABLE, {"key": shipped.key}, version)
            if text != SHIPPED_TEXT:
                text = _judged(shipped, text)  # what the prompt takes may be less than it was
            return await self._write(work, shipped, text, "system_prompt.restore", actor, expected)

    async def preview(self, prompt_id: int, *, text: str | None = None, language: str | None = None) -> Preview:
        """As the AI would be told it now. `text`: what is not saved yet.

        Raises UnknownVariableError, PromptNotFoundError.
        """
        shipped = _shipped(prompt_id)
        if text is None:
            row = await SystemPrompt.get_or_none(key=shipped.key)
            text = row.text if row else SHIPPED_TEXT
        else:
            text = _judged(shipped, text)
        text = text or shipped.text
        settings = await self._settings.read()
        used = prompts.variables_in(text)
        return Preview(
            prompts.filled(text, values_of(settings, language or settings.default_language)),
            [name for name in shipped.variables if name not in used],
        )

    async def _write(
        self, work: UnitOfWork, shipped: ShippedPrompt, text: str, action: str, actor: Actor, expected: int | None
    ) -> int:
        written = await text_versions.write(work, _TABLE, {"key": shipped.key}, text, actor, expected=expected)
        await audit.record(
            work,
            actor,
            action,
            "system_prompts",
            written.row_id,
            before={"version": written.before},
            after={"key": shipped.key, "version": written.after, "is_shipped": text == SHIPPED_TEXT},
        )
        work.append(SystemPromptChanged(shipped.number, shipped.key, written.after))
        return shipped.number


def values_of(settings: ShopSettings, language: str) -> dict[str, str]:
    """What the variables of every prompt stand for at this moment."""
    moment = clock.now().astimezone(settings.zone)
    return {
        "business_name": settings.business_name,
        "language": LANGUAGE_NAMES.get(language, language),
        "today": f"{moment:%A} {moment.day} {moment:%B %Y}",
        "time": f"{moment:%H:%M}",
        "currency": settings.currency,
        "hours": settings.hours_text,
    }


def _prompt(shipped: ShippedPrompt, row: SystemPrompt | None) -> Prompt:
    own = row.text if row else SHIPPED_TEXT
    return Prompt(
        id=shipped.number,
        key=shipped.key,
        text=own or shipped.text,
        shipped_text=shipped.text,
        variables=shipped.variables,
        is_shipped=own == SHIPPED_TEXT,
        version=row.version if row else 0,
        updated_at=row.updated_at if row else None,
        row_id=row.id if row else None,
    )


def _shipped(prompt_id: int) -> ShippedPrompt:
    for shipped in SHIPPED.values():
        if shipped.number == prompt_id:
            return shipped
    raise PromptNotFoundError("There is no such prompt.", field="id")


def _judged(shipped: ShippedPrompt, text: str) -> str:
    """The shipped prompt itself is no text of its own: with the program it may become a better one."""
    text = text_versions.judged(text, list(shipped.variables), prompts.variables_in(text), longest=LONGEST_PROMPT)
    return SHIPPED_TEXT if text == shipped.text.strip() else text
