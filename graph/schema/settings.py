"""The settings of the shop as the API shows them."""

from dataclasses import asdict
from enum import StrEnum
from typing import Any, Self

import strawberry

from core.errors import InvalidInputError
from core.permissions import Permission
from core.settings import WEEKDAYS, ShopSettings
from graph import ids
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.permissions import derived
from graph.scalars import described
from models.settings import Setting

# There is one set of settings; its id never changes.
KEY = 1


class Weekday(StrEnum):
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


described(Weekday, "A day of the week.", **{day.name: f"{day.value.title()}." for day in Weekday})


@strawberry.type(description="When the shop is open on one day of the week, by the clocks of its time zone.")
class BusinessDay:
    id: strawberry.ID = strawberry.field(description="The id of this day of the week.")
    weekday: Weekday = strawberry.field(description="Which day.")
    opens_at: str | None = strawberry.field(description="When it opens, e.g. 09:00; null: it is closed on that day.")
    closes_at: str | None = strawberry.field(
        description="When it closes, e.g. 18:00; if that is earlier than it opens, on the day after."
    )


@strawberry.type(description="What staff set for the whole shop.")
class Settings(Node, may=Permission.SETTINGS_READ, table=Setting):
    business_name: str = strawberry.field(description="What customers know the shop by.")
    currency: str = strawberry.field(description="The currency that new prices start with, by ISO 4217.")
    time_zone: str = strawberry.field(description="Where the shop's days begin, e.g. Asia/Karachi.")
    default_language: str = strawberry.field(description="The language of a customer who has shown none yet.")
    offered_languages: list[str] = strawberry.field(
        description="The languages that the assistant speaks to customers; the default one is among them."
    )
    hours: strawberry.Private[dict[str, list[str]]]
    quiet_seconds: float = strawberry.field(description="Silence after which a burst of messages is answered.")
    longest_wait_seconds: float = strawberry.field(description="The longest a burst is waited for.")
    recent_minutes: int = strawberry.field(description="An older message after an outage is left to a person.")
    draft_minutes: int = strawberry.field(description="How long a summary can be confirmed.")
    order_hours: int = strawberry.field(description="How long an order may stay unpaid.")
    reminder_hours: int = strawberry.field(description="When the customer is reminded to pay.")
    abandon_hours: int = strawberry.field(description="Silence after which a conversation is over.")
    ai_resume_minutes: int = strawberry.field(
        description="How long after a person's last word the assistant answers again; 0: only when handed back."
    )
    flood_messages: int = strawberry.field(description="Messages in a minute that are a flood.")
    chat_days: int = strawberry.field(
        description="How long the words and files of closed chats are kept; 0: for ever. Orders and proofs stay."
    )
    event_days: int = strawberry.field(description="How far back the event log can be read.")
    notice_phone: str = strawberry.field(description="Who gets notices over WhatsApp; empty: nobody.")
    backups_are_made: bool = strawberry.field(description="Whether backups are made, as staff say.")

    @classmethod
    def of(cls, settings: ShopSettings) -> Self:
        plain = asdict(settings)
        return cls(id=cls.id_of(KEY), hours=plain.pop("business_hours"), **plain)

    @classmethod
    async def load(cls, info: Info, key: int | None) -> Self | None:
        return cls.of(await info.context.shop.settings.read()) if key == KEY else None

    @derived(description="When the shop is open, from Monday to Sunday; empty when it does not say.")
    async def business_hours(self) -> list[BusinessDay]:
        if not self.hours:
            return []
        return [
            BusinessDay(
                id=ids.encode("BusinessDay", number),
                weekday=Weekday(day),
                opens_at=self.hours[day][0] if day in self.hours else None,
                closes_at=self.hours[day][1] if day in self.hours else None,
            )
            for number, day in enumerate(WEEKDAYS, 1)
        ]


@strawberry.input(description="When the shop is open on one day of the week.")
class BusinessDayInput:
    weekday: Weekday = strawberry.field(description="Which day.")
    opens_at: str = strawberry.field(description="When it opens by its own clocks, e.g. 09:00.")
    closes_at: str = strawberry.field(description="When it closes, e.g. 18:00; or on the day after, e.g. 02:00.")


@strawberry.input(description="Settings and what they become; what is left out or null stays as it is.")
class SettingsChangeInput(Asked):
    business_name: str | None = strawberry.field(default=None, description="1 to 120 characters.")
    currency: str | None = strawberry.field(default=None, description="An ISO 4217 code.")
    time_zone: str | None = strawberry.field(default=None, description="A name of the IANA database.")
    default_language: str | None = strawberry.field(default=None, description="One of en, ur, ur-Latn, ar, es.")
    offered_languages: list[str] | None = strawberry.field(
        default=None, description="Some of en, ur, ur-Latn, ar, es; the default language among them."
    )
    business_hours: list[BusinessDayInput] | None = strawberry.field(
        default=None, description="All days on which the shop is open, each once; none: it does not say."
    )
    quiet_seconds: float | None = strawberry.field(default=None, description="0 to 60.")
    longest_wait_seconds: float | None = strawberry.field(
        default=None, description="Up to 300, no less than the quiet."
    )
    recent_minutes: int | None = strawberry.field(default=None, description="1 minute to a day.")
    draft_minutes: int | None = strawberry.field(default=None, description="1 minute to a day.")
    order_hours: int | None = strawberry.field(default=None, description="1 hour to 90 days.")
    reminder_hours: int | None = strawberry.field(default=None, description="1 hour to 90 days.")
    abandon_hours: int | None = strawberry.field(default=None, description="1 hour to 90 days.")
    ai_resume_minutes: int | None = strawberry.field(default=None, description="0 to a week.")
    flood_messages: int | None = strawberry.field(default=None, description="3 to 1000.")
    chat_days: int | None = strawberry.field(default=None, description="0 to 10 years.")
    event_days: int | None = strawberry.field(default=None, description="A week to 10 years.")
    notice_phone: str | None = strawberry.field(
        default=None,
        description="Who gets notices over WhatsApp, e.g. +923001234567; they must have written to a number of the "
        "shop before. Empty: nobody.",
    )
    backups_are_made: bool | None = strawberry.field(default=None, description="What the checklist shall believe.")

    def given(self) -> dict[str, Any]:
        changes = asdict(self)
        del changes["idempotency_key"]
        if self.business_hours is not None:
            changes["business_hours"] = {
                day.weekday.value: [day.opens_at, day.closes_at] for day in self.business_hours
            }
            if len(changes["business_hours"]) < len(self.business_hours):
                raise InvalidInputError("Name each day once.", field="business_hours")
        return {name: value for name, value in changes.items() if value is not None}


@strawberry.type(description="The settings as they are now.")
class SettingsPayload:
    settings: Settings = strawberry.field(description="The settings.")
