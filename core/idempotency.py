"""A mutation told twice under one idempotency key happens once and answers the same."""

from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any

import orjson

from core.database import Database
from core.errors import IdempotencyKeyReusedError, InvalidInputError
from models.integrations import IdempotentRequest

LONGEST_KEY = 128


async def first_result(
    database: Database,
    caller: str,
    key: str | None,
    operation: str,
    request: dict[str, Any],
    act: Callable[[], Awaitable[dict[str, Any]]],
) -> dict[str, Any]:
    """What `act` returned the first time: ids and plain fields only.

    The rule that `act` calls works in the same transaction as the record of the key. Two requests with one key at the
    same moment wait for each other at the unique row. A request that failed is not recorded and may be tried again.
    Raises IdempotencyKeyReusedError for the same key with another request.
    """
    if key is None:
        return await act()
    if not 1 <= len(key) <= LONGEST_KEY:
        raise InvalidInputError(f"A key has 1 to {LONGEST_KEY} characters.", field="idempotencyKey")
    fingerprint = sha256(orjson.dumps([operation, request], option=orjson.OPT_SORT_KEYS, default=str)).digest()
    async with database.unit_of_work(joinable=True) as work:
        inserted = await work.fetch(
            "insert into idempotent_requests (caller, key, operation, request_hash, result, created_at) "
            "values ($1, $2, $3, $4, '{}', $5) on conflict (caller, key) do nothing returning id",
            caller,
            key,
            operation,
            fingerprint,
            work.now,
        )
        if not inserted:
            first = await IdempotentRequest.get(caller=caller, key=key)
            if bytes(first.request_hash) != fingerprint:
                raise IdempotencyKeyReusedError(
                    "This key was used for another request; give each request a key of its own.",
                    field="idempotencyKey",
                )
            return first.result
        result = await act()
        stored = orjson.dumps(result).decode()
        await work.execute("update idempotent_requests set result = $1::jsonb where id = $2", stored, inserted[0]["id"])
        return result
