"""Programs that use the API: their keys."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core import audit, clock
from core.audit import Actor
from core.database import Database
from core.errors import ConflictError, InvalidInputError, NotFoundError, UnauthenticatedError
from core.events.event_types import ApiKeyChanged, ApiKeyRevoked
from core.permissions import SCOPES, Caller, CallerKind, Permission, permissions_of_scopes
from core.tokens import fingerprint
from models.integrations import ApiKey

KEY_START = "parley_"
_KEY = re.compile(KEY_START + r"[A-Za-z0-9_-]{43}")
_PREFIX_LENGTH = len(KEY_START) + 6  # enough to tell keys apart in a list, too little to guess the rest
_USED_AT_STEP = timedelta(minutes=1)


class ApiKeyRevokedError(ConflictError):
    code = "API_KEY_REVOKED"


@dataclass(frozen=True, slots=True)
class ApiKeyChanges:
    """What is None stays as it is; `clear_expires_at` makes it a key without an end."""

    name: str | None = None
    expires_at: datetime | None = None
    clear_expires_at: bool = False


class ApiKeys:
    """A key is known in the clear to its holder alone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(
        self,
        name: str,
        scopes: list[str],
        actor: Actor,
        *,
        expires_at: datetime | None = None,
        within: frozenset[Permission] | None = None,
    ) -> tuple[ApiKey, str]:
        """The row, and the key itself, which is never shown again. `within`: what whoever makes it may do themselves.

        Raises InvalidInputError that names the field.
        """
        name, scopes = _judged_name(name), list(dict.fromkeys(scopes))
        if not scopes:
            raise InvalidInputError("A key needs at least one scope.", field="scopes")
        permissions = permissions_of_scopes(scopes)
        if within is not None and not permissions <= within:
            raise InvalidInputError("A key can be given no right that you do not have yourself.", field="scopes")
        _judge_expiry(expires_at)
        key = KEY_START + secrets.token_urlsafe(32)
        async with self._database.unit_of_work() as work:
            row = await ApiKey.create(
                name=name,
                prefix=key[:_PREFIX_LENGTH],
                key_hash=fingerprint(key),
                scopes=scopes,
                created_by_id=actor.staff_id,
                expires_at=expires_at,
                created_at=work.now,
            )
            after = {"name": name, "scopes": scopes, "expires_at": _plain(expires_at)}
            await audit.record(work, actor, "api_key.create", "api_keys", row.id, after=after)
            work.append(ApiKeyChanged(row.id, is_expiry_changed=False))
        return row, key

    async def update(self, api_key_id: int, changes: ApiKeyChanges, actor: Actor) -> ApiKey:
        """With another expiry its open sockets close, and may come back until then.

        Raises InvalidInputError that names the field, or ApiKeyRevokedError.
        """
        values: dict[str, Any] = {}
        if changes.name is not None:
            values["name"] = _judged_name(changes.name)
        if changes.expires_at is not None or changes.clear_expires_at:
            _judge_expiry(changes.expires_at)
            values["expires_at"] = None if changes.clear_expires_at else changes.expires_at
        async with self._database.unit_of_work() as work:
            row = await _locked(api_key_id)
            if row.revoked_at is not None:
                raise ApiKeyRevokedError("This key was revoked; make another.", field="id")
            before = {name: getattr(row, name) for name in values}
            if before != values:
                await row.update_from_dict(values).save(update_fields=list(values))
                plain_before, plain_after = (
                    {name: _plain(value) for name, value in each.items()} for each in (before, values)
                )
                await audit.record(
                    work, actor, "api_key.update", "api_keys", row.id, before=plain_before, after=plain_after
                )
                is_expiry_changed = before.get("expires_at") != values.get("expires_at")
                work.append(ApiKeyChanged(row.id, is_expiry_changed=is_expiry_changed))
        return row

    async def all(self) -> list[ApiKey]:
        """Also the revoked ones, oldest first."""
        return await ApiKey.all().order_by("id")

    async def revoke(self, api_key_id: int, actor: Actor) -> ApiKey:
        """Open sockets of the key close. Revoking it again changes nothing."""
        async with self._database.unit_of_work() as work:
            row = await _locked(api_key_id)
            if row.revoked_at is None:
                row.revoked_at = work.now
                await row.save(update_fields=["revoked_at"])
                work.append(ApiKeyRevoked(row.id))
                await audit.record(work, actor, "api_key.revoke", "api_keys", row.id)
        return row

    async def authenticate(self, key: str) -> ApiKey:
        """Raises UnauthenticatedError for a key that is unknown, revoked or expired; it does not say which."""
        now = clock.now()
        row = await ApiKey.get_or_none(key_hash=fingerprint(key)) if _KEY.fullmatch(key) else None
        if row is None or row.revoked_at is not None or (row.expires_at is not None and row.expires_at <= now):
            raise UnauthenticatedError("The API key is not valid.")
        if row.last_used_at is None or row.last_used_at <= now - _USED_AT_STEP:
            row.last_used_at = now
            await row.save(update_fields=["last_used_at"])
        return row

    async def caller(self, key: str) -> Caller:
        """Who asks with this key. Raises UnauthenticatedError as `authenticate` does."""
        row = await self.authenticate(key)
        return Caller(
            CallerKind.API_KEY,
            f"api_key:{row.id}",
            # A newer process may have given a scope that this one does not know yet.
            permissions_of_scopes([scope for scope in row.scopes if scope in SCOPES]),
            name=row.name,
            api_key_id=row.id,
            expires_at=row.expires_at,
        )


async def _locked(api_key_id: int) -> ApiKey:
    row = await ApiKey.filter(id=api_key_id).select_for_update().get_or_none()
    if row is None:
        raise NotFoundError("There is no such API key.", field="id")
    return row


def _judged_name(name: str) -> str:
    name = name.strip()
    if not 1 <= len(name) <= 80 or not name.isprintable():
        raise InvalidInputError("The name must have 1 to 80 characters.", field="name")
    return name


def _judge_expiry(expires_at: datetime | None) -> None:
    if expires_at is not None and expires_at <= clock.now():
        raise InvalidInputError("The expiry must lie in the future.", field="expiresAt")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
