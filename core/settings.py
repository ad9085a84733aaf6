"""What staff set for the whole shop, each with a sensible default."""

import re
from dataclasses import asdict, dataclass, field, fields
from datetime import time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import orjson

from core import audit
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError
from core.events.event_types import SettingChanged
from core.languages.wording import LANGUAGES
from core.money import exponent

# As the ITU's recommendation E.164 writes numbers.
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")

# Of these the audit log says only that they changed.
_PERSONAL = frozenset({"notice_phone"})

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """Durations in the unit their name says."""

    business_name: str = "Parley"
    currency: str = "PKR"
    time_zone: str = "Asia/Karachi"
    default_language: str = "en"
    offered_languages: list[str] = field(default_factory=lambda: list(LANGUAGES))
    # By weekday, when the shop opens and closes by its own clocks, e.g. {"monday": ["09:00", "18:00"]}; a day that is
    # left out is closed, and nothing at all: the shop does not say.
    business_hours: dict[str, list[str]] = field(default_factory=dict)
    quiet_seconds: float = 3.0  # silence after which a burst of messages is answered
    longest_wait_seconds: float = 12.0  # after the first message of a burst, however long it goes on
    recent_minutes: int = 15  # an older message after an outage is left to a person
    draft_minutes: int = 30
    order_hours: int = 48
    reminder_hours: int = 24
    abandon_hours: int = 24
    ai_resume_minutes: int = 30  # after the last word of a person; 0: only by hand
    flood_messages: int = 20  # in a minute from one customer
    chat_days: int = 0  # how long words and files of closed chats are kept; 0: for ever
    event_days: int = 30  # how far back the event log reaches
    notice_phone: str = ""  # who gets notices over WhatsApp, e.g. +923001234567; empty: nobody
    backups_are_made: bool = False  # as staff say: the program cannot know

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def recent(self) -> timedelta:
        return timedelta(minutes=self.recent_minutes)

    @property
    def hours_text(self) -> str:
        """In English, for an AI that says it in the customer's language."""
        if not self.business_hours:
            return "not known"
        return ", ".join(
            f"{day.title()} {'–'.join(self.business_hours[day]) if day in self.business_hours else 'closed'}"
            for day in WEEKDAYS
        )

    def spoken(self, language: str | None) -> str:
        """This language if the shop offers it, else its default."""
        return language if language is not None and language in self.offered_languages else self.default_language


_LIMITS: dict[str, tuple[float, float]] = {
    "quiet_seconds": (0, 60),
    "longest_wait_seconds": (0, 300),
    "recent_minutes": (1, 24 * 60),
    "draft_minutes": (1, 24 * 60),
    "order_hours": (1, 24 * 90),
    "reminder_hours": (1, 24 * 90),
    "abandon_hours": (1, 24 * 90),
    "ai_resume_minutes": (0, 7 * 24 * 60),
    "flood_messages": (3, 1000),
    "chat_days": (0, 3650),
    "event_days": (7, 3650),
}


class Settings:
    """Reads are one statement; a rule reads once per unit of work and passes the values on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self) -> ShopSettings:
        known = {each.name for each in fields(ShopSettings)}
        # As text: Tortoise would take a JSON string for a document to be decoded.
        rows = await self._database.fetch("select key, value::text as value from settings")
        return ShopSettings(**{row["key"]: orjson.loads(row["value"]) for row in rows if row["key"] in known})

    async def change(self, changes: dict[str, Any], actor: Actor) -> ShopSettings:
        """Raises InvalidInputError that names the setting; then nothing is changed."""
        async with self._database.unit_of_work() as work:
            return await self.change_within(work, changes, actor)

    async def change_within(self, work: UnitOfWork, changes: dict[str, Any], actor: Actor) -> ShopSettings:
        before = await self.read()
        for key, value in changes.items():
            _judge(key, value)
        after = ShopSettings(**{**asdict(before), **changes})
        if after.longest_wait_seconds < after.quiet_seconds:
            raise InvalidInputError(
                "The longest wait cannot be shorter than the quiet window.", field="longestWaitSeconds"
            )
        if after.default_language not in after.offered_languages:
            wrong = "default_language" if "default_language" in changes else "offered_languages"
            raise InvalidInputError("The default language must be one of those offered.", field=wrong)
        for key, value in changes.items():
            await work.execute(
                "insert into settings (key, value, updated_at) values ($1, $2, $3) "
                "on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at",
                key,
                _as_json(value),
                work.now,
            )
            work.append(SettingChanged(key))
        await audit.record(
            work,
            actor,
            "settings.change",
            "settings",
            0,
            before={key: getattr(before, key) for key in changes if key not in _PERSONAL},
            after={key: "changed" if key in _PERSONAL else value for key, value in changes.items()},
        )
        return after


def _as_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _judge(key: str, value: Any) -> None:
    if key not in {each.name for each in fields(ShopSettings)}:
        raise InvalidInputError(f"There is no setting “{key}”.", field=key)
    if key in _LIMITS:
        low, high = _LIMITS[key]
        if not low <= value <= high:
            raise InvalidInputError(f"It must be between {low:g} and {high:g}.", field=key)
    elif key == "currency":
        exponent(value)
    elif key == "time_zone" and value not in available_timezones():
        raise InvalidInputError("Name a time zone of the IANA database, e.g. Asia/Karachi.", field=key)
    elif key == "default_language" and value not in LANGUAGES:
        raise InvalidInputError(f"Choose one of {', '.join(LANGUAGES)}.", field=key)
    elif key == "offered_languages" and not (value and len(set(value)) == len(value) and set(value) <= set(LANGUAGES)):
        raise InvalidInputError(f"Choose some of {', '.join(LANGUAGES)}, each once.", field=key)
    elif key == "business_hours":
        _judge_hours(value)
    elif key == "notice_phone" and value and not _E164.fullmatch(value):
        raise InvalidInputError("Give the number with its country code, e.g. +923001234567.", field=key)
    elif key == "business_name" and not 1 <= len(value.strip()) <= 120:
        raise InvalidInputError("The name must have 1 to 120 characters.", field=key)


def _judge_hours(hours: dict[str, list[str]]) -> None:
    """A shop that closes after midnight closes before it opened, by the clock; that is fine."""
    for day, (opens, closes) in hours.items():
        if day not in WEEKDAYS:
            raise InvalidInputError(f"Choose from {', '.join(WEEKDAYS)}.", field="business_hours")
        if not (_is_time_of_day(opens) and _is_time_of_day(closes)) or opens == closes:
            raise InvalidInputError("Give two different times of day, e.g. 09:00 and 18:00.", field="business_hours")


def _is_time_of_day(text: str) -> bool:
    try:
        return time.fromisoformat(text).strftime("%H:%M") == text
    except ValueError:
        return False
