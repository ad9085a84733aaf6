"""Passwords: what makes one acceptable, and Argon2id in threads, a few at a time."""

import asyncio
import secrets
import unicodedata
from collections.abc import Callable
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from core.errors import InvalidInputError, ParleyError, RateLimitedError

ResultT = TypeVar("ResultT")

SHORTEST = 10
LONGEST = 1024  # characters; more would only be a way to make the server work

# Each hash takes this much memory while it runs, so only a few may run at once.
_MEMORY_KIB = 46 * 1024
_AT_ONCE = 2
# Beyond this many the caller is sent away: a queue of sign-ins that takes longer than people wait helps nobody.
_WAITING = 64


class InvalidCredentialsError(ParleyError):
    """Says the same for an unknown address, a wrong password and somebody who left."""

    code = "INVALID_CREDENTIALS"


def _normal(password: str) -> str:
    """Keyboards compose the same letter differently."""
    return unicodedata.normalize("NFC", password)


def judge_password(password: str, *, email: str) -> None:
    """Raises InvalidInputError for a password that is too short, too long or the e-mail address itself."""
    if len(password) < SHORTEST:
        raise InvalidInputError(f"The password needs at least {SHORTEST} characters.", field="password")
    if len(password) > LONGEST:
        raise InvalidInputError(f"The password may have at most {LONGEST} characters.", field="password")
    if password.strip().lower() == email or len(set(password)) == 1:
        raise InvalidInputError("This password is too easy to guess.", field="password")


class Passwords:
    """Raises RateLimitedError when too many wait for a hash already."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=2, memory_cost=_MEMORY_KIB, parallelism=1)
        self._free = asyncio.Semaphore(_AT_ONCE)
        self._waiting = 0

    async def hash(self, password: str) -> str:
        return await self._in_turn(lambda: self._hasher.hash(_normal(password)))

    async def is_right(self, password: str, password_hash: str | None) -> bool:
        """Takes as long for None (nobody has that address) as for a wrong password."""
        if password_hash is None or len(password) > LONGEST:
            await self.hash(secrets.token_urlsafe())
            return False
        known_hash = password_hash
        return await self._in_turn(lambda: self._verify(known_hash, _normal(password)))

    def is_outdated(self, password_hash: str) -> bool:
        """Whether it was made with other costs than today's."""
        return self._hasher.check_needs_rehash(password_hash)

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False

    async def _in_turn(self, work: Callable[[], ResultT]) -> ResultT:
        if self._waiting >= _WAITING:
            raise RateLimitedError("Too many sign-ins at once; try again in a moment.", retry_after=5)
        self._waiting += 1
        try:
            async with self._free:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1
