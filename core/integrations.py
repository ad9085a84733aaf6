"""Programs that use the API: their keys."""

import re
import secrets
from datetime import datetime, timedelta

from core import audit, clock
from core.audit import Actor
from core.database import Database
from core.errors import InvalidInputError, NotFoundError, UnauthenticatedError
from core.events.event_types import ApiKeyRevoked
from core.permissions import SCOPES, Caller, CallerKind, permissions_of_scopes
from core.tokens import fingerprint
from models.integrations import ApiKey

KEY_START = "parley_"
_KEY = re.compile(KEY_START + r"[A-Za-z0-9_-]{43}")
_PREFIX_LENGTH = len(KEY_START) + 6  # enough to tell keys apart in a list, too little to guess the rest
_USED_AT_STEP = timedelta(minutes=1)


class ApiKeys:
    """A key is known in the clear to its holder alone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(
        self, name: str, scopes: list[str], actor: Actor, *, expires_at: datetime | None = None
    ) -> tuple[ApiKey, str]:
        """The row, and the key itself, which is never shown again. Raises InvalidInputError that names the field."""
        name, scopes = name.strip(), list(dict.fromkeys(scopes))
        if not 1 <= len(name) <= 80 or not name.isprintable():
            raise InvalidInputError("The name must have 1 to 80 characters.", field="name")
        if not scopes:
            raise InvalidInputError("A key needs at least one scope.", field="scopes")
        permissions_of_scopes(scopes)
        if expires_at is not None and expires_at <= clock.now():
            raise InvalidInputError("The expiry must lie in the future.", field="expiresAt")
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
            after = {"name": name, "scopes": scopes}
            await audit.record(work, actor, "api_key.create", "api_keys", row.id, after=after)
        return row, key

    async def all(self) -> list[ApiKey]:
        """Also the revoked ones, oldest first."""
        return await ApiKey.all().order_by("id")

    async def revoke(self, api_key_id: int, actor: Actor) -> ApiKey:
        """Open sockets of the key close. Revoking it again changes nothing."""
        async with self._database.unit_of_work() as work:
            row = await ApiKey.filter(id=api_key_id).select_for_update().get_or_none()
            if row is None:
                raise NotFoundError("There is no such API key.", field="id")
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
