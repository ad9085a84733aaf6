"""AI providers as staff set them up: their keys, their order, what they may be asked and what they cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tortoise.exceptions import IntegrityError

from core import audit, clock
from core.ai.registry import TYPES
from core.audit import PROGRAM, Actor
from core.database import Database, UnitOfWork
from core.errors import ConflictError, InvalidInputError, NotFoundError
from core.events.event_types import AccountChanged, ProviderChanged
from core.money import exponent
from core.settings import Settings
from core.vault import Sealed, Vault
from models.providers import AiDailyUse, AiProvider, AiProviderPrice

LARGEST_LIMIT = 1_000_000
LARGEST_PRICE = Decimal(1_000_000)
PURPOSE = "provider key"


FREE_NUMBERS = """
update whatsapp_accounts set answers_with = null, answers_with_provider_id = null
where answers_with_provider_id = $1 and not is_lab returning id, status
"""


class ProviderNotFoundError(NotFoundError):
    code = "PROVIDER_NOT_FOUND"


class ProviderNameTakenError(ConflictError):
    code = "PROVIDER_NAME_TAKEN"


class ProviderOrderIncompleteError(InvalidInputError):
    """The new order must name every provider once."""

    code = "PROVIDER_ORDER_INCOMPLETE"


@dataclass(frozen=True, slots=True)
class ProviderChanges:
    """What is None stays as it is; `no_limit` takes a daily limit away."""

    name: str | None = None
    type: str | None = None
    model: str | None = None
    key: str | None = None
    daily_limit: int | None = None
    no_limit: bool = False
    is_active: bool | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """For a million tokens, from a day on (a local date of the business)."""

    valid_from: date
    currency: str
    read: Decimal
    written: Decimal


class Providers:
    """A change takes effect at the next turn: providers are read anew for each."""

    def __init__(self, database: Database, settings: Settings, vault: Vault) -> None:
        self._database = database
        self._settings = settings
        self._vault = vault

    async def create(self, changes: ProviderChanges, actor: Actor) -> AiProvider:
        """Behind all others in the order. Raises ProviderNameTakenError, and InvalidInputError that names the field."""
        values = _judged(changes)
        for needed in ("name", "type"):
            if needed not in values:
                raise InvalidInputError("A provider needs this.", field=needed)
        values.setdefault("model", TYPES[values["type"]].seed_model)
        key = values.pop("key", None)
        try:
            async with self._database.unit_of_work() as work:
                lowest = await work.fetch("select coalesce(min(priority), 100) - 10 as next from ai_providers")
                provider = await AiProvider.create(**values, priority=lowest[0]["next"], created_at=work.now)
                if key is not None:
                    await self._keep_key(provider, key)
                await self._record(work, actor, "provider.create", provider, {}, values)
                return provider
        except IntegrityError as error:
            raise ProviderNameTakenError("Another provider has this name.", field="name") from error

    async def seed(self, keys: Mapping[str, str]) -> None:
        """At the first start with a vendor's key, a provider of that kind; what staff deleted stays deleted."""
        for kind, key in keys.items():
            label = TYPES[kind].label
            async with self._database.unit_of_work(joinable=True) as work:
                # Of processes that start at once one makes it, and the others see that it was made.
                await work.fetch("select pg_advisory_xact_lock(hashtext('parley'), hashtext('seed ' || $1))", kind)
                known = await work.fetch(
                    "select 1 from audit_logs where action = 'provider.create' and after->>'type' = $1 limit 1", kind
                )
                if not known and not await AiProvider.filter(name=label).exists():
                    await self.create(ProviderChanges(name=label, type=kind, key=key), PROGRAM)

    async def update(self, provider_id: int, changes: ProviderChanges, actor: Actor) -> AiProvider:
        """A new key or model ends the trouble that the old one had. Raises as `create`, and ProviderNotFoundError."""
        values = _judged(changes)
        key = values.pop("key", None)
        try:
            async with self._database.unit_of_work() as work:
                provider = await _locked(provider_id)
                before = {name: getattr(provider, name) for name in values}
                was = {"type": provider.type, "model": provider.model}
                provider.update_from_dict(values)
                if key is not None:
                    await self._keep_key(provider, key)
                if key is not None or any(values.get(name, old) != old for name, old in was.items()):
                    provider.trouble = None
                    provider.cooling_until = None
                await provider.save()
                after = {**values, **({"key": "changed"} if key is not None else {})}
                await self._record(work, actor, "provider.update", provider, before, after)
                return provider
        except IntegrityError as error:
            raise ProviderNameTakenError("Another provider has this name.", field="name") from error

    async def delete(self, provider_id: int, actor: Actor) -> int:
        """What it was asked stays in the usage log. Returns the id that is gone.

        Numbers that it alone answered are answered as the shop is set up.
        """
        async with self._database.unit_of_work() as work:
            provider = await _locked(provider_id)
            for row in await work.fetch(FREE_NUMBERS, provider_id):
                work.append(AccountChanged(row["id"], row["status"]))
            await self._record(work, actor, "provider.delete", provider, {"name": provider.name}, {})
            await provider.delete()
            return provider_id

    async def reorder(self, provider_ids: list[int], actor: Actor) -> None:
        """The first is asked first. Raises ProviderOrderIncompleteError unless each is named once."""
        async with self._database.unit_of_work() as work:
            rows = await work.fetch("select id from ai_providers order by priority desc, id for update")
            before = [row["id"] for row in rows]
            if sorted(before) != sorted(provider_ids):
                raise ProviderOrderIncompleteError("Name every provider once, in the order to be asked.", field="ids")
            for place, provider_id in enumerate(reversed(provider_ids), start=1):
                await work.execute("update ai_providers set priority = $1 where id = $2", place * 10, provider_id)
                work.append(ProviderChanged(provider_id))
            await audit.record(
                work, actor, "provider.reorder", "ai_providers", 0, before={"ids": before}, after={"ids": provider_ids}
            )

    async def set_price(self, provider_id: int, price: Price, actor: Actor) -> AiProvider:
        """From that day on; a price of the same day is replaced. Costs that were logged already stay as they are."""
        exponent(price.currency)
        for field, amount in (("read", price.read), ("written", price.written)):
            if not (amount.is_finite() and 0 <= amount <= LARGEST_PRICE and amount == round(amount, 6)):
                raise InvalidInputError("A price is 0 or more, with at most six decimal places.", field=field)
        async with self._database.unit_of_work() as work:
            provider = await _locked(provider_id)
            await AiProviderPrice.filter(provider_id=provider.id, valid_from=price.valid_from).delete()
            await AiProviderPrice.create(
                provider_id=provider.id,
                valid_from=price.valid_from,
                currency=price.currency,
                read_price=price.read,
                written_price=price.written,
                created_at=work.now,
            )
            after = {"valid_from": price.valid_from.isoformat(), "currency": price.currency}
            await self._record(work, actor, "provider.set_price", provider, {}, after)
            return provider

    async def use_today(self, provider_ids: list[int]) -> dict[int, int]:
        """Model requests of the business's local day, by provider; one statement for all."""
        settings = await self._settings.read()
        today = clock.now().astimezone(settings.zone).date()
        rows = await AiDailyUse.filter(provider_id__in=provider_ids, local_date=today)
        return {row.provider_id: row.requests for row in rows}

    async def key_of(self, provider: AiProvider) -> str | None:
        """In the clear, for the adapter alone. Raises VaultError."""
        if provider.key_ciphertext is None or provider.key_key_id is None:
            return None
        sealed = Sealed(provider.key_key_id, provider.key_ciphertext)
        return self._vault.open(sealed, purpose=PURPOSE, context=_context(provider.id)).decode()

    async def reseal(self) -> int:
        """Seals every key again under the current secret; how many there were."""
        resealed = 0
        for provider in await AiProvider.exclude(key_ciphertext=None).order_by("id"):
            if provider.key_key_id is None or not self._vault.needs_resealing(provider.key_key_id):
                continue
            async with self._database.unit_of_work():
                current = await _locked(provider.id)
                key = await self.key_of(current)
                if key is not None:
                    await self._keep_key(current, key)
                    resealed += 1
        return resealed

    async def _keep_key(self, provider: AiProvider, key: str) -> None:
        sealed = self._vault.seal(key.encode(), purpose=PURPOSE, context=_context(provider.id))
        provider.key_ciphertext, provider.key_key_id = sealed.ciphertext, sealed.key_id
        provider.key_ending = key[-4:]
        await provider.save(update_fields=["key_ciphertext", "key_key_id", "key_ending"])

    async def _record(
        self,
        work: UnitOfWork,
        actor: Actor,
        action: str,
        provider: AiProvider,
        before: dict[str, Any],
        after: dict[str, Any],
    ) -> None:
        await audit.record(work, actor, action, "ai_providers", provider.id, before=before, after=after)
        work.append(ProviderChanged(provider.id))


async def _locked(provider_id: int) -> AiProvider:
    provider = await AiProvider.filter(id=provider_id).select_for_update().first()
    if provider is None:
        raise ProviderNotFoundError("There is no such provider.", field="id")
    return provider


def _context(provider_id: int) -> str:
    return f"provider:{provider_id}"


def _judged(changes: ProviderChanges) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if changes.name is not None:
        values["name"] = _words(changes.name, "name", 80)
    if changes.type is not None:
        if changes.type not in TYPES:
            raise InvalidInputError(f"Choose one of {', '.join(TYPES)}.", field="type")
        values["type"] = changes.type
    if changes.model is not None:
        values["model"] = _words(changes.model, "model", 120)
    if changes.key is not None:
        key = changes.key.strip()
        if not (8 <= len(key) <= 500 and key.isascii() and key.isprintable() and " " not in key):
            raise InvalidInputError("This is no API key: 8 to 500 characters without spaces.", field="key")
        values["key"] = key
    if changes.no_limit:
        values["daily_limit"] = None
    elif changes.daily_limit is not None:
        if not 0 <= changes.daily_limit <= LARGEST_LIMIT:
            raise InvalidInputError(f"A daily limit is 0 to {LARGEST_LIMIT}.", field="dailyLimit")
        values["daily_limit"] = changes.daily_limit
    if changes.is_active is not None:
        values["is_active"] = changes.is_active
    return values


def _words(text: str, field: str, longest: int) -> str:
    cleaned = " ".join(text.split())
    if not 1 <= len(cleaned) <= longest or not cleaned.isprintable():
        raise InvalidInputError(f"It has 1 to {longest} characters.", field=field)
    return cleaned
