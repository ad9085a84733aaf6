"""The settings of the shop as the API shows them."""

from dataclasses import asdict
from typing import Any, Self

import strawberry

from core.permissions import Permission
from core.settings import ShopSettings
from graph.mutations import Asked
from graph.nodes import Info, Node
from models.settings import Setting

# There is one set of settings; its id never changes.
KEY = 1


@strawberry.type(description="What staff set for the whole shop.")
class Settings(Node, may=Permission.SETTINGS_READ, table=Setting):
    business_name: str = strawberry.field(description="What customers know the shop by.")
    currency: str = strawberry.field(description="The currency that new prices start with, by ISO 4217.")
    time_zone: str = strawberry.field(description="Where the shop's days begin, e.g. Asia/Karachi.")
    default_language: str = strawberry.field(description="The language of a customer who has shown none yet.")
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

    @classmethod
    def of(cls, settings: ShopSettings) -> Self:
        return cls(id=cls.id_of(KEY), **asdict(settings))

    @classmethod
    async def load(cls, info: Info, key: int | None) -> Self | None:
        return cls.of(await info.context.shop.settings.read()) if key == KEY else None


@strawberry.input(description="Settings and what they become; what is left out or null stays as it is.")
class SettingsChangeInput(Asked):
    business_name: str | None = strawberry.field(default=None, description="1 to 120 characters.")
    currency: str | None = strawberry.field(default=None, description="An ISO 4217 code.")
    time_zone: str | None = strawberry.field(default=None, description="A name of the IANA database.")
    default_language: str | None = strawberry.field(default=None, description="One of en, ur, ur-Latn, ar, es.")
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

    def given(self) -> dict[str, Any]:
        changes = asdict(self)
        del changes["idempotency_key"]
        return {name: value for name, value in changes.items() if value is not None}


@strawberry.type(description="The settings as they are now.")
class SettingsPayload:
    settings: Settings = strawberry.field(description="The settings.")
