"""AI providers as the API shows them: never their keys."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Self

import strawberry

from core import clock
from core.listing import Sorting
from core.permissions import Permission
from core.provider_use import KEY_REFUSED, MODEL_GONE
from core.providers import Price, ProviderChanges
from graph.filters import SortDirection, contains, is_, sorting
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import Connection, Slice, connect
from graph.permissions import field
from graph.scalars import described
from models import providers as tables


class AiProviderState(StrEnum):
    READY = "READY"
    COOLING = "COOLING"
    EXHAUSTED = "EXHAUSTED"
    NEEDS_PERSON = "NEEDS_PERSON"
    NO_KEY = "NO_KEY"
    OFF = "OFF"


described(
    AiProviderState,
    "Whether a provider would be asked now.",
    READY="It would be asked.",
    COOLING="It is left alone until `coolingUntil`, after failures.",
    EXHAUSTED="Its limit of today is reached.",
    NEEDS_PERSON="A person must mend what `trouble` names, and test it.",
    NO_KEY="No key is kept for it.",
    OFF="It is switched off.",
)


@strawberry.type(description="What a provider takes from a day on, until the day of the next price.")
class AiProviderPrice(Node, may=Permission.PROVIDERS_READ, table=tables.AiProviderPrice):
    valid_from: date = strawberry.field(description="The first day, by the shop's clock.")
    currency: str = strawberry.field(description="Its ISO 4217 code, e.g. USD.")
    read: Decimal = strawberry.field(description="For a million tokens that it reads.")
    written: Decimal = strawberry.field(description="For a million tokens that it writes.")

    @classmethod
    def from_row(cls, row: tables.AiProviderPrice) -> Self:
        return cls(
            id=cls.id_of(row.id),
            valid_from=row.valid_from,
            currency=row.currency,
            read=row.read_price,
            written=row.written_price,
        )


@strawberry.type(description="An AI provider: asked in the order of their priority, the highest first.")
class AiProvider(Node, may=Permission.PROVIDERS_READ, table=tables.AiProvider):
    name: str = strawberry.field(description="What staff call it.")
    type: str = strawberry.field(description="Whose API it speaks, e.g. CLAUDE.")
    model: str = strawberry.field(description="Which model is asked.")
    has_key: bool = strawberry.field(description="Whether a key is kept for it.")
    key_ending: str = strawberry.field(description="The last characters of its key, to tell keys apart; may be empty.")
    priority: int = strawberry.field(description="The highest is asked first.")
    daily_limit: int | None = strawberry.field(description="Model requests a day, by the shop's clock; null: no limit.")
    is_active: bool = strawberry.field(description="Whether it is asked at all.")
    cooling_until: datetime | None = strawberry.field(description="It is left alone until then, after failures.")
    trouble: str | None = strawberry.field(description="A short word for what a person must mend; null: nothing.")
    created_at: datetime = strawberry.field(description="When it was set up.")
    updated_at: datetime = strawberry.field(description="When it was changed last.")
    row_id: strawberry.Private[int]

    @classmethod
    def from_row(cls, row: tables.AiProvider) -> Self:
        return cls(
            id=cls.id_of(row.id),
            row_id=row.id,
            name=row.name,
            type=row.type,
            model=row.model,
            has_key=row.key_ciphertext is not None,
            key_ending=row.key_ending,
            priority=row.priority,
            daily_limit=row.daily_limit,
            is_active=row.is_active,
            cooling_until=row.cooling_until,
            trouble=row.trouble,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )

    @field(may=Permission.PROVIDERS_READ, description="Model requests counted today, by the shop's clock.")
    async def used_today(self, info: Info) -> int | None:
        return await self._used(info)

    @field(may=Permission.PROVIDERS_READ, description="What it takes, from the first day on; empty: not known.", size=2)
    async def prices(self, info: Info) -> list[AiProviderPrice]:
        rows = await info.context.loaders.children(tables.AiProviderPrice, "provider_id", ("valid_from",)).load(
            self.row_id
        )
        return [AiProviderPrice.from_row(row) for row in rows]

    @field(may=Permission.PROVIDERS_READ, description="Whether it would be asked now, and if not, why.")
    async def state(self, info: Info) -> AiProviderState | None:
        if not self.is_active:
            return AiProviderState.OFF
        if not self.has_key:
            return AiProviderState.NO_KEY
        if self.trouble in (KEY_REFUSED, MODEL_GONE):
            return AiProviderState.NEEDS_PERSON
        if self.cooling_until is not None and self.cooling_until > clock.now():
            return AiProviderState.COOLING
        if self.daily_limit is not None and await self._used(info) >= self.daily_limit:
            return AiProviderState.EXHAUSTED
        return AiProviderState.READY

    async def _used(self, info: Info) -> int:
        loaders, rule = info.context.loaders, info.context.shop.providers
        return await loaders.batch("providers used today", rule.use_today, lambda: 0).load(self.row_id)


@strawberry.type(description="A kind of AI provider that this program can speak to.")
class AiProviderKind:
    id: strawberry.ID = strawberry.field(description="The id of this kind.")
    name: str = strawberry.field(description="As `type` of a provider says it, e.g. CLAUDE.")
    label: str = strawberry.field(description="What people call it.")
    seed_model: str = strawberry.field(description="The model that a new one starts with.")


class AiProviderSortField(StrEnum):
    PRIORITY = "priority"
    NAME = "name"
    CREATED_AT = "created_at"


described(
    AiProviderSortField,
    "What providers are compared by.",
    PRIORITY="Who is asked first.",
    NAME="Their names.",
    CREATED_AT="When they were set up.",
)


@strawberry.input(description="An order of providers.")
class AiProviderSort:
    field: AiProviderSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which providers; everything that is given must hold.")
class AiProviderFilter:
    is_active: bool | None = strawberry.field(default=None, description="Only active ones, or only others.")
    search: str | None = strawberry.field(default=None, description="Part of the name or of the model.")


async def ai_providers(
    wanted: AiProviderFilter | None, order: AiProviderSort | None, asked: Slice
) -> Connection[AiProvider]:
    wanted = wanted or AiProviderFilter()
    rows = tables.AiProvider.filter(is_("is_active", wanted.is_active), contains(wanted.search, "name", "model"))
    return await connect(AiProvider, rows, sorting(order, Sorting("priority", descending=True)), asked)


@strawberry.input(description="A new provider; it is asked after all others.")
class AiProviderCreateInput(Asked):
    name: str = strawberry.field(description="What staff call it, 1 to 80 characters, no two alike.")
    type: str = strawberry.field(description="Whose API it speaks: one of `aiProviderKinds`.")
    model: str | None = strawberry.field(default=None, description="Which model; a sensible one of the type if unsaid.")
    key: str | None = strawberry.field(default=None, description="Its API key; kept sealed and never shown again.")
    daily_limit: int | None = strawberry.field(default=None, description="Model requests a day; no limit if unsaid.")
    is_active: bool = strawberry.field(default=True, description="Whether it is asked.")

    def changes(self) -> ProviderChanges:
        return ProviderChanges(self.name, self.type, self.model, self.key, self.daily_limit, is_active=self.is_active)


@strawberry.input(description="What a provider becomes; what is left out or null stays as it is.")
class AiProviderChangesInput:
    name: str | None = strawberry.field(default=None, description="What staff call it.")
    model: str | None = strawberry.field(default=None, description="Which model.")
    key: str | None = strawberry.field(default=None, description="A new API key.")
    daily_limit: int | None = strawberry.field(default=None, description="Model requests a day.")
    no_limit: bool = strawberry.field(default=False, description="True: takes the daily limit away.")
    is_active: bool | None = strawberry.field(default=None, description="Whether it is asked.")

    def given(self) -> ProviderChanges:
        return ProviderChanges(
            name=self.name,
            model=self.model,
            key=self.key,
            daily_limit=self.daily_limit,
            no_limit=self.no_limit,
            is_active=self.is_active,
        )


@strawberry.input(description="A provider and what it becomes.")
class AiProviderUpdateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The provider.")
    changes: AiProviderChangesInput = strawberry.field(description="What changes.")


@strawberry.input(description="A provider to be deleted; what it was asked stays in the log of use.")
class AiProviderDeleteInput(Asked):
    id: strawberry.ID = strawberry.field(description="The provider.")


@strawberry.input(description="All providers in the order in which they are to be asked.")
class AiProviderReorderInput(Asked):
    ids: list[strawberry.ID] = strawberry.field(description="Every provider once, the first to be asked first.")


@strawberry.input(description="What a provider takes from a day on, for a million tokens.")
class AiProviderPriceSetInput(Asked):
    id: strawberry.ID = strawberry.field(description="The provider.")
    valid_from: date = strawberry.field(description="The first day, by the shop's clock.")
    currency: str = strawberry.field(description="An ISO 4217 code, e.g. USD.")
    read: Decimal = strawberry.field(description="For a million tokens that it reads.")
    written: Decimal = strawberry.field(description="For a million tokens that it writes.")

    def price(self) -> Price:
        return Price(self.valid_from, self.currency, self.read, self.written)


@strawberry.type(description="A provider as it is now.")
class AiProviderPayload:
    provider: AiProvider = strawberry.field(description="The provider.")


@strawberry.type(description="The provider that is gone.")
class AiProviderDeletePayload:
    deleted_id: strawberry.ID = strawberry.field(description="What its id was.")


@strawberry.type(description="All providers as they are now.")
class AiProviderReorderPayload:
    providers: list[AiProvider] = strawberry.field(description="The first is asked first.")


@strawberry.type(description="An AI provider changed.")
class AiProviderChangedEvent:
    cursor: str = strawberry.field(description="The place in the log; `after` it goes on from here.")
    provider_id: strawberry.ID = strawberry.field(description="Which one.")
    provider: AiProvider | None = strawberry.field(description="As it is now; null when it was deleted.")


@strawberry.input(description="A provider to be tried out. Each test is a request of its own, so it takes no key.")
class AiProviderTestInput:
    id: strawberry.ID = strawberry.field(description="The provider.")


@strawberry.type(description="What came of one small request, which counted and cost as any other.")
class AiProviderTestPayload:
    provider: AiProvider = strawberry.field(description="The provider as it is now; an answer ends its troubles.")
    is_working: bool = strawberry.field(description="Whether it answered.")
    outcome: str = strawberry.field(description="OK, or in a word what went wrong, e.g. BAD_KEY or TIMED_OUT.")
    milliseconds: int = strawberry.field(description="How long it took.")
    tokens_read: int | None = strawberry.field(description="Tokens it was sent; null without an answer.")
    tokens_written: int | None = strawberry.field(description="Tokens it wrote; null without an answer.")
