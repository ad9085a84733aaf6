"""The open connections to providers: one for each, opened when it is first asked, closed when it changed."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress

import structlog

from core.ai.provider import OverloadedError, Provider
from core.ai.registry import open_provider
from core.ai.router import Candidate, Ledger

logger = structlog.get_logger()

CLOSE_SECONDS = 5.0
# Longer than any request may take: who speaks through a connection that was replaced still gets its answer.
LAST_USE_SECONDS = 30.0


class OpenConnections:
    """`base_urls`: by kind of provider, where its API is instead of at the vendor's own address."""

    def __init__(self, base_urls: Mapping[str, str] | None = None) -> None:
        self._base_urls = base_urls or {}
        self._open: dict[int, tuple[str, Provider]] = {}
        self._replaced: list[tuple[float, Provider]] = []  # each with the moment from which nobody uses it
        self._lock = asyncio.Lock()

    async def open(self, candidate: Candidate) -> Provider:
        known = self._open.get(candidate.id)
        if known is not None and known[0] == candidate.version:
            return known[1]
        async with self._lock:
            known = self._open.get(candidate.id)
            if known is not None and known[0] == candidate.version:
                return known[1]
            try:
                provider = await open_provider(
                    candidate.type,
                    key=candidate.key,
                    model=candidate.model,
                    base_url=self._base_urls.get(candidate.type),
                )
            except (ImportError, OSError, ValueError) as error:
                raise OverloadedError(f"its SDK did not start: {type(error).__name__}") from error
            self._open[candidate.id] = (candidate.version, provider)
            if known is not None:
                self._replaced.append((asyncio.get_running_loop().time() + LAST_USE_SECONDS, known[1]))
        return provider

    async def run(self, ledger: Ledger) -> None:
        """Opens what is configured, so that no customer waits for an SDK to start; until it is cancelled.

        It closes what was replaced; where it does not run, `close` does.
        """
        try:
            for candidate in await ledger.candidates():
                try:
                    await self.open(candidate)
                except OverloadedError as error:
                    logger.warning("provider_not_opened", provider_id=candidate.id, error=str(error))
            while True:
                await asyncio.sleep(LAST_USE_SECONDS)
                await self._close_replaced()
        finally:
            await self.close()

    async def _close_replaced(self) -> None:
        now = asyncio.get_running_loop().time()
        unused = [provider for moment, provider in self._replaced if moment <= now]
        self._replaced = [(moment, provider) for moment, provider in self._replaced if moment > now]
        for provider in unused:
            await _close(provider)

    async def close(self) -> None:
        opened, self._open = self._open, {}
        replaced, self._replaced = self._replaced, []
        for _, provider in (*opened.values(), *replaced):
            await _close(provider)


async def _close(provider: Provider) -> None:
    with suppress(Exception):
        async with asyncio.timeout(CLOSE_SECONDS):
            await provider.close()
