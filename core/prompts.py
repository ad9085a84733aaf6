"""System prompts: what an AI is told about its work, in the staff's words if they wrote any."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core import clock, text_versions
from core.database import Database
from core.errors import NotFoundError
from core.events.event_types import SystemPromptChanged
from core.languages import prompts
from core.languages.prompts import SHIPPED, ShippedPrompt
from core.settings import Settings, ShopSettings
from core.text_versions import SHIPPED_TEXT, Preview, VersionedTable, VersionedTexts
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
class Told:
    """A prompt as an AI was told it, and which version that was."""

    text: str
    version: int  # 0: nobody ever changed it


class Prompts(VersionedTexts[ShippedPrompt]):
    def __init__(self, database: Database, settings: Settings) -> None:
        super().__init__(database, _TABLE, "system_prompt")
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

    async def told(self, key: str, values: Mapping[str, str]) -> Told:
        """The prompt with its variables filled in, for the AI. Raises PromptNotFoundError."""
        shipped = SHIPPED.get(key)
        if shipped is None:
            raise PromptNotFoundError("There is no such prompt.", field="key")
        row = await SystemPrompt.get_or_none(key=key)
        text = (row.text if row else SHIPPED_TEXT) or shipped.text
        return Told(prompts.filled(text, values), row.version if row else 0)

    async def preview(self, prompt_id: int, *, text: str | None = None, language: str | None = None) -> Preview:
        """As the AI would be told it now. `text`: what is not saved yet.

        Raises UnknownVariableError, PromptNotFoundError.
        """
        shipped = self._thing(prompt_id)
        if text is None:
            row = await SystemPrompt.get_or_none(key=shipped.key)
            text = row.text if row else SHIPPED_TEXT
        else:
            text = self._judged(shipped, text)
        text = text or shipped.text
        settings = await self._settings.read()
        used = prompts.variables_in(text)
        return Preview(
            prompts.filled(text, values_of(settings, language or settings.default_language)),
            [name for name in shipped.variables if name not in used],
        )

    def _thing(self, number: int) -> ShippedPrompt:
        for shipped in SHIPPED.values():
            if shipped.number == number:
                return shipped
        raise PromptNotFoundError("There is no such prompt.", field="id")

    def _identity(self, thing: ShippedPrompt) -> dict[str, str]:
        return {"key": thing.key}

    def _judged(self, thing: ShippedPrompt, text: str) -> str:
        """The shipped prompt itself is no text of its own: with the program it may become a better one."""
        text = text_versions.judged(text, list(thing.variables), prompts.variables_in(text), longest=LONGEST_PROMPT)
        return SHIPPED_TEXT if text == thing.text.strip() else text

    def _changed(self, number: int, thing: ShippedPrompt, version: int) -> SystemPromptChanged:
        return SystemPromptChanged(number, thing.key, version)


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
