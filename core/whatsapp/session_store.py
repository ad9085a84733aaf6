"""Where a gateway's session and its proxy survive: sealed, in PostgreSQL, bound to their account."""

from dataclasses import dataclass
from datetime import datetime

from core.database import Database
from core.vault import Sealed, Vault
from core.whatsapp import proxy
from core.whatsapp.gateway import LeaseLostError

PURPOSE = "whatsapp session"


def _context(account_id: int, version: int) -> str:
    return f"account:{account_id}:version:{version}"


@dataclass(frozen=True, slots=True)
class StoredSession:
    data: bytes
    saved_at: datetime


class SessionStore:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def load(self, account_id: int) -> StoredSession | None:
        """None: the number is not linked. Raises VaultError when it cannot be opened."""
        rows = await self._database.fetch(
            "select ciphertext, key_id, version, updated_at from whatsapp_sessions where account_id = $1", [account_id]
        )
        if not rows:
            return None
        row = rows[0]
        data = self._vault.open(
            Sealed(row["key_id"], bytes(row["ciphertext"])),
            purpose=PURPOSE,
            context=_context(account_id, row["version"]),
        )
        return StoredSession(data, row["updated_at"])

    async def saved_at(self) -> dict[int, datetime | None]:
        """When each number was saved last; None for one without a session."""
        rows = await self._database.fetch(
            "select account.id, session.updated_at from whatsapp_accounts as account "
            "left join whatsapp_sessions as session on session.account_id = account.id"
        )
        return {row["id"]: row["updated_at"] for row in rows}

    async def proxy(self, account_id: int) -> str | None:
        """The address it must connect through. Raises VaultError when it cannot be opened."""
        rows = await self._database.fetch(
            "select proxy_ciphertext, proxy_key_id from whatsapp_accounts "
            "where id = $1 and proxy_ciphertext is not null",
            [account_id],
        )
        if not rows:
            return None
        sealed = Sealed(rows[0]["proxy_key_id"], bytes(rows[0]["proxy_ciphertext"]))
        return proxy.opened(self._vault, account_id, sealed)

    async def save(self, account_id: int, fence: int, session: bytes) -> None:
        """Raises LeaseLostError. A session that staff took away (log out) is not brought back by a late save."""
        async with self._database.unit_of_work() as work:
            accounts = await work.fetch(
                "select should_connect from whatsapp_accounts where id = $1 and owner_fence = $2 for no key update",
                account_id,
                fence,
            )
            if not accounts:
                raise LeaseLostError
            rows = await work.fetch("select version from whatsapp_sessions where account_id = $1", account_id)
            if not rows and not accounts[0]["should_connect"]:
                return
            version = rows[0]["version"] + 1 if rows else 1
            sealed = self._vault.seal(session, purpose=PURPOSE, context=_context(account_id, version))
            await work.execute(
                "insert into whatsapp_sessions (account_id, ciphertext, key_id, version, created_at, updated_at) "
                "values ($1, $2, $3, $4, $5, $5) on conflict (account_id) do update set "
                "ciphertext = excluded.ciphertext, key_id = excluded.key_id, version = excluded.version, "
                "updated_at = excluded.updated_at",
                account_id,
                sealed.ciphertext,
                sealed.key_id,
                version,
                work.now,
            )

    async def reseal(self) -> int:
        """Seals every session and proxy that an earlier secret sealed under the current one; how many there were."""
        resealed = await self._reseal_proxies()
        for found in await self._database.fetch("select account_id, key_id from whatsapp_sessions order by account_id"):
            if not self._vault.needs_resealing(found["key_id"]):
                continue
            async with self._database.unit_of_work() as work:
                # The account's lock, not the session's: the same that `save` takes.
                await work.fetch("select 1 from whatsapp_accounts where id = $1 for no key update", found["account_id"])
                rows = await work.fetch(
                    "select ciphertext, key_id, version from whatsapp_sessions where account_id = $1",
                    found["account_id"],
                )
                if not rows or not self._vault.needs_resealing(rows[0]["key_id"]):
                    continue
                context = _context(found["account_id"], rows[0]["version"])
                plain = self._vault.open(
                    Sealed(rows[0]["key_id"], bytes(rows[0]["ciphertext"])), purpose=PURPOSE, context=context
                )
                sealed = self._vault.seal(plain, purpose=PURPOSE, context=context)
                await work.execute(
                    "update whatsapp_sessions set ciphertext = $2, key_id = $3 where account_id = $1",
                    found["account_id"],
                    sealed.ciphertext,
                    sealed.key_id,
                )
                resealed += 1
        return resealed

    async def _reseal_proxies(self) -> int:
        resealed = 0
        for found in await self._database.fetch(
            "select id, proxy_key_id from whatsapp_accounts where proxy_ciphertext is not null order by id"
        ):
            if not self._vault.needs_resealing(found["proxy_key_id"]):
                continue
            async with self._database.unit_of_work() as work:
                rows = await work.fetch(
                    "select proxy_ciphertext, proxy_key_id from whatsapp_accounts "
                    "where id = $1 and proxy_ciphertext is not null for no key update",
                    found["id"],
                )
                if not rows or not self._vault.needs_resealing(rows[0]["proxy_key_id"]):
                    continue
                sealed = Sealed(rows[0]["proxy_key_id"], bytes(rows[0]["proxy_ciphertext"]))
                anew = proxy.seal(self._vault, found["id"], proxy.opened(self._vault, found["id"], sealed))
                await work.execute(
                    "update whatsapp_accounts set proxy_ciphertext = $2, proxy_key_id = $3 where id = $1",
                    found["id"],
                    anew.ciphertext,
                    anew.key_id,
                )
                resealed += 1
        return resealed
