"""Where a gateway's session survives: sealed, in PostgreSQL, bound to its account and version."""

from core.database import Database
from core.vault import Sealed, Vault
from core.whatsapp.gateway import LeaseLostError

PURPOSE = "whatsapp session"


def _context(account_id: int, version: int) -> str:
    return f"account:{account_id}:version:{version}"


class SessionStore:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def load(self, account_id: int) -> bytes | None:
        """None: the number is not linked. Raises VaultError when it cannot be opened."""
        rows = await self._database.fetch(
            "select ciphertext, key_id, version from whatsapp_sessions where account_id = $1", [account_id]
        )
        if not rows:
            return None
        row = rows[0]
        return self._vault.open(
            Sealed(row["key_id"], bytes(row["ciphertext"])),
            purpose=PURPOSE,
            context=_context(account_id, row["version"]),
        )

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
        """Seals every session that an earlier secret sealed under the current one; how many there were."""
        resealed = 0
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
