"""Webhooks: addresses of others that are told of events, and what staff decide about them."""

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core import audit
from core.audit import Actor
from core.courier.courier import Courier
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError, NotFoundError
from core.events import log
from core.events.event_types import WebhookChanged
from core.notices import Notices
from core.public_events import known_types
from core.vault import Sealed, Vault
from models.integrations import DeliveryState, Webhook, WebhookDelivery
from models.notices import NoticeKind

LONGEST_NAME = 80
_START = "whsec_"  # of every secret, by Standard Webhooks
_SECRET_BYTES = 32
# How long the secret before the last rotation goes on signing beside the new one.
OLD_SECRET_LIVES = timedelta(hours=24)

_RESEAL = """
update webhooks set secret_ciphertext = $2, secret_key_id = $3 where id = $1 and secret_key_id = $4
"""
_RESEAL_OLD = """
update webhooks set old_secret_ciphertext = $2, old_secret_key_id = $3 where id = $1 and old_secret_key_id = $4
"""


@dataclass(frozen=True, slots=True)
class WebhookChanges:
    """What is None stays as it is."""

    name: str | None = None
    url: str | None = None
    event_types: tuple[str, ...] | None = None  # empty: all


class Webhooks:
    def __init__(self, database: Database, vault: Vault, courier: Courier) -> None:
        self._database = database
        self._keys = WebhookKeys(vault)
        self._courier = courier

    async def create(self, name: str, url: str, event_types: list[str], actor: Actor) -> tuple[Webhook, str]:
        """The row, and the secret that signs, which is never shown again. It is told of what happens from now on.

        Raises InvalidInputError that names the field.
        """
        values = self._judged(WebhookChanges(name, url, tuple(event_types)))
        async with self._database.unit_of_work() as work:
            # The secret is bound to the id, so the id comes first.
            rows = await work.fetch("select nextval(pg_get_serial_sequence('webhooks', 'id')) as id")
            secret, sealed = self._keys.new(rows[0]["id"])
            place = await log.head(work.connection)
            webhook = await Webhook.create(
                id=rows[0]["id"],
                **values,
                secret_ciphertext=sealed.ciphertext,
                secret_key_id=sealed.key_id,
                cursor=place.encode(),
                created_by_id=actor.staff_id,
                created_at=work.now,
            )
            await _record(work, actor, "webhook.create", webhook, after=values)
            return webhook, secret

    async def update(self, webhook_id: int, changes: WebhookChanges, actor: Actor) -> Webhook:
        """What waits goes to a new address at once. Raises InvalidInputError that names the field."""
        values = self._judged(changes)
        async with self._database.unit_of_work() as work:
            webhook = await _locked(webhook_id)
            before = {name: getattr(webhook, name) for name in values}
            if before == values:
                return webhook
            if "url" in values and values["url"] != webhook.url:
                await _begin_anew(work, webhook)
            webhook.update_from_dict(values)
            await webhook.save()
            await _record(work, actor, "webhook.update", webhook, before=before, after=values)
            return webhook

    async def delete(self, webhook_id: int, actor: Actor) -> Webhook:
        """Its deliveries go with it."""
        async with self._database.unit_of_work() as work:
            webhook = await _locked(webhook_id)
            before = {"name": webhook.name, "url": webhook.url, "event_types": webhook.event_types}
            await Webhook.filter(id=webhook.id).delete()
            await Notices.settle(work, webhook.id, NoticeKind.WEBHOOK_PAUSED)
            await _record(work, actor, "webhook.delete", webhook, before=before)
            return webhook

    async def rotate_secret(self, webhook_id: int, actor: Actor) -> tuple[Webhook, str]:
        """The new secret, shown once. For a day the old one signs beside it, so that nobody misses anything."""
        async with self._database.unit_of_work() as work:
            webhook = await _locked(webhook_id)
            secret, sealed = self._keys.new(webhook.id)
            webhook.old_secret_ciphertext = webhook.secret_ciphertext
            webhook.old_secret_key_id = webhook.secret_key_id
            webhook.old_secret_until = work.now + OLD_SECRET_LIVES
            webhook.secret_ciphertext, webhook.secret_key_id = sealed.ciphertext, sealed.key_id
            await webhook.save()
            await _record(work, actor, "webhook.rotate_secret", webhook)
            return webhook, secret

    async def pause(self, webhook_id: int, actor: Actor) -> Webhook:
        """Nothing is sent, and nothing is skipped: it goes on where it stopped. Paused again, nothing changes."""
        async with self._database.unit_of_work() as work:
            webhook = await _locked(webhook_id)
            if webhook.is_active:
                webhook.is_active = False
                await webhook.save()
                await _record(work, actor, "webhook.pause", webhook)
            return webhook

    async def resume(self, webhook_id: int, actor: Actor) -> Webhook:
        """Whoever paused it, a person or the program."""
        async with self._database.unit_of_work() as work:
            webhook = await _locked(webhook_id)
            if not webhook.is_active or webhook.paused_at is not None:
                webhook.is_active, webhook.paused_at, webhook.paused_reason = True, None, None
                await _begin_anew(work, webhook)
                await webhook.save()
                await Notices.settle(work, webhook.id, NoticeKind.WEBHOOK_PAUSED)
                await _record(work, actor, "webhook.resume", webhook)
            return webhook

    async def replay(self, delivery_id: int, actor: Actor) -> WebhookDelivery:
        """Sends it again, with the same id and all its attempts before it; while the webhook is paused it waits."""
        async with self._database.unit_of_work() as work:
            delivery = await WebhookDelivery.filter(id=delivery_id).select_for_update().get_or_none()
            if delivery is None:
                raise NotFoundError("There is no such delivery.", field="id")
            delivery.state, delivery.attempts, delivery.next_attempt_at = DeliveryState.WAITING, 0, work.now
            await delivery.save(update_fields=["state", "attempts", "next_attempt_at"])
            after = {"message_id": delivery.message_id, "webhook_id": delivery.webhook_id}
            await audit.record(work, actor, "webhook.replay", "webhook_deliveries", delivery.id, after=after)
            work.append(WebhookChanged(delivery.webhook_id))
            return delivery

    async def reseal(self) -> int:
        """Seals again what a previous secret sealed; how many secrets."""
        resealed = 0
        for webhook in await Webhook.all().order_by("id"):
            for sealed, statement in (
                (Sealed(webhook.secret_key_id, bytes(webhook.secret_ciphertext)), _RESEAL),
                (old_secret(webhook), _RESEAL_OLD),
            ):
                if sealed is None or not self._keys.needs_resealing(sealed):
                    continue
                again = self._keys.resealed(webhook.id, sealed)
                async with self._database.unit_of_work() as work:
                    resealed += await work.execute(statement, webhook.id, again.ciphertext, again.key_id, sealed.key_id)
        return resealed

    def _judged(self, changes: WebhookChanges) -> dict[str, Any]:
        values: dict[str, Any] = {}
        if changes.name is not None:
            values["name"] = changes.name.strip()
            if not 1 <= len(values["name"]) <= LONGEST_NAME or not values["name"].isprintable():
                raise InvalidInputError(f"The name must have 1 to {LONGEST_NAME} characters.", field="name")
        if changes.url is not None:
            values["url"] = changes.url.strip()
            self._courier.judge(values["url"])
        if changes.event_types is not None:
            values["event_types"] = known_types(changes.event_types, field="event_types")
        return values


class WebhookKeys:
    """The secrets that sign, sealed for the one webhook each is of."""

    _PURPOSE = "webhook"

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def new(self, webhook_id: int) -> tuple[str, Sealed]:
        secret = _START + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()
        return secret, self._seal(webhook_id, secret.encode())

    def of(self, webhook: Webhook, moment: datetime) -> list[str]:
        """Those that sign at this moment, the current one first. Raises VaultError."""
        all_sealed = [Sealed(webhook.secret_key_id, bytes(webhook.secret_ciphertext))]
        old = old_secret(webhook)
        if old is not None and webhook.old_secret_until is not None and webhook.old_secret_until > moment:
            all_sealed.append(old)
        return [self._open(webhook.id, sealed).decode() for sealed in all_sealed]

    def needs_resealing(self, sealed: Sealed) -> bool:
        return self._vault.needs_resealing(sealed.key_id)

    def resealed(self, webhook_id: int, sealed: Sealed) -> Sealed:
        return self._seal(webhook_id, self._open(webhook_id, sealed))

    def _seal(self, webhook_id: int, secret: bytes) -> Sealed:
        return self._vault.seal(secret, purpose=self._PURPOSE, context=f"webhook:{webhook_id}")

    def _open(self, webhook_id: int, sealed: Sealed) -> bytes:
        return self._vault.open(sealed, purpose=self._PURPOSE, context=f"webhook:{webhook_id}")


def old_secret(webhook: Webhook) -> Sealed | None:
    if webhook.old_secret_ciphertext is None or webhook.old_secret_key_id is None:
        return None
    return Sealed(webhook.old_secret_key_id, bytes(webhook.old_secret_ciphertext))


async def _locked(webhook_id: int) -> Webhook:
    webhook = await Webhook.filter(id=webhook_id).select_for_update().get_or_none()
    if webhook is None:
        raise NotFoundError("There is no such webhook.", field="id")
    return webhook


async def _begin_anew(work: UnitOfWork, webhook: Webhook) -> None:
    """As if nothing had failed yet: what waits is due, with all its attempts before it."""
    webhook.failing_since = webhook.resting_until = None
    await work.execute(
        "update webhook_deliveries set attempts = 0, next_attempt_at = $2 where webhook_id = $1 and state = 'WAITING'",
        webhook.id,
        work.now,
    )


async def _record(
    work: UnitOfWork,
    actor: Actor,
    action: str,
    webhook: Webhook,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    await audit.record(work, actor, action, "webhooks", webhook.id, before=before, after=after)
    work.append(WebhookChanged(webhook.id))
