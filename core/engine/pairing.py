"""The pairing code that staff wished for a number: asked of its gateway once the line waits for a scan."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import structlog

from core import clock
from core.account_reasons import PAIRING_FAILED, PAIRING_REFUSED
from core.accounts import Accounts
from core.engine.leases import Lease
from core.engine.patience import PASSING
from core.whatsapp.gateway import Gateway, LeaseLostError, NotConnectedError, PairingRefusedError

logger = structlog.get_logger()

# WhatsApp answers in a second or two; after this nobody reckons with it any more.
ANSWER_SECONDS = 30.0


class Pairing:
    """One line's; a code is asked for once, however often it is rung for the same wish."""

    def __init__(self, lease: Lease, accounts: Accounts, gateway: Callable[[], Gateway | None]) -> None:
        self._lease = lease
        self._accounts = accounts
        self._gateway = gateway  # None: the line waits for no scan
        self._rung = asyncio.Event()
        self._expires_at: datetime | None = None
        self._log = logger.bind(account_id=lease.account_id)

    def ring(self) -> None:
        """A code may be wished."""
        self._rung.set()

    async def run(self) -> None:
        """Until it is cancelled. Raises LeaseLostError."""
        while True:
            await self._wait()
            try:
                if self._expires_at is not None and self._expires_at <= clock.now():
                    await self._accounts.forget_pairing_code(self._lease.account_id, self._lease.fence)
                    self._expires_at = None
                await self._answer()
            except PASSING as error:
                # The keeper rings again as long as the wish stands.
                self._log.warning("pairing_interrupted", error=type(error).__name__)

    async def _wait(self) -> None:
        seconds = None
        if self._expires_at is not None:
            seconds = max(0.0, (self._expires_at - clock.now()).total_seconds())
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        self._rung.clear()

    async def _answer(self) -> None:
        gateway = self._gateway()
        if gateway is None:
            return
        account_id, fence = self._lease.account_id, self._lease.fence
        phone = await self._accounts.wished_pairing(account_id)
        if phone is None:
            return
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                code = await gateway.pairing_code(phone)
        except NotConnectedError:
            # It ceased to wait meanwhile; where it waits again, it is rung again.
            return
        except PairingRefusedError as error:
            self._log.warning("pairing_refused", reason=error.reason)
            await self._accounts.record_no_pairing_code(account_id, fence, phone, PAIRING_REFUSED)
        except LeaseLostError:
            raise
        except Exception as error:
            self._log.warning("pairing_failed", error=type(error).__name__)
            await self._accounts.record_no_pairing_code(account_id, fence, phone, PAIRING_FAILED)
        else:
            self._log.info("pairing_code_shown")
            self._expires_at = code.expires_at
            await self._accounts.record_pairing_code(account_id, fence, phone, code)
