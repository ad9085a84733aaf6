"""A shop's number as a test sees it: its row, its line, what it told, and its fake phone."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import TypeVar

from core.whatsapp.gateway import (
    AccountLine,
    BacklogCompleted,
    ConnectionChanged,
    InboundEvent,
    LeaseLostError,
    QrRotated,
)
from core.whatsapp.neonize_duties import Patience
from models.accounts import AccountStatus
from tests.fake_whatsapp import FakeWhatsApp
from tests.fake_whatsapp.phone import Phone
from tests.whatsapp.neonize_process import HASTY, NeonizeProcess, RemoteGateway, Saved

E = TypeVar("E")

CONNECTED, CONNECTING, DISCONNECTED, BANNED = (
    AccountStatus.CONNECTED,
    AccountStatus.CONNECTING,
    AccountStatus.DISCONNECTED,
    AccountStatus.BANNED,
)


class Number:
    """`events` has what was told since the line was last opened."""

    def __init__(self, whatsapp: FakeWhatsApp, account_id: int = 1) -> None:
        self.whatsapp = whatsapp
        self.account_id = account_id
        self.phone: Phone = whatsapp.world.phone(f"92300{account_id:07d}")
        self.row = Saved()
        self.events: list[InboundEvent] = []
        self.has_ended = False
        self.pause = asyncio.Event()  # while it is clear, the engine is busy storing
        self.pause.set()
        self._gateway: RemoteGateway | None = None
        self._following: asyncio.Task[None] | None = None
        self._changed = asyncio.Event()

    @property
    def gateway(self) -> RemoteGateway:
        assert self._gateway is not None
        return self._gateway

    async def open(
        self, process: NeonizeProcess, patience: Patience = HASTY, *, proxy: str | None = None
    ) -> RemoteGateway:
        self.events = []
        self.has_ended = False
        line = AccountLine(
            self.account_id,
            "Shop",
            self.row.data,
            self.row.save,
            session_saved_at=self.row.at,
            proxy=proxy or self.whatsapp.proxy,
        )
        self._gateway = process.open(line, patience)
        await self._gateway.connect()
        self._following = asyncio.create_task(self._follow(self._gateway))
        return self._gateway

    async def link(self, process: NeonizeProcess, patience: Patience = HASTY) -> None:
        """Opens it, scans, and waits until it is connected and has its backlog."""
        await self.open(process, patience)
        code = await self.first(QrRotated)
        await self.phone.scan(code.code)
        await self.first(BacklogCompleted)

    async def close(self) -> None:
        """As the engine does: it ceases to listen first."""
        await self.cease()
        await self.gateway.close()

    async def cease(self) -> None:
        if self._following is not None:
            self._following.cancel()
            with suppress(asyncio.CancelledError, ConnectionError, LeaseLostError):
                await self._following

    def all(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    def states(self) -> list[tuple[AccountStatus, str | None]]:
        return [(event.status, event.reason) for event in self.all(ConnectionChanged)]

    async def first(self, kind: type[E], number: int = 1) -> E:
        await self.until(lambda: len(self.all(kind)) >= number)
        return self.all(kind)[number - 1]

    async def state(self, status: AccountStatus, reason: str | None = None, times: int = 1) -> ConnectionChanged:
        def found() -> list[ConnectionChanged]:
            return [event for event in self.all(ConnectionChanged) if (event.status, event.reason) == (status, reason)]

        await self.until(lambda: len(found()) >= times)
        return found()[times - 1]

    async def ended(self) -> ConnectionChanged:
        await self.until(lambda: self.has_ended)
        last = self.events[-1]
        assert isinstance(last, ConnectionChanged)
        return last

    async def until(self, is_true: Callable[[], object], seconds: float = 40) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not is_true():
                    # Not all that is waited for comes as an event.
                    with suppress(TimeoutError):
                        async with asyncio.timeout(0.1):
                            await self._changed.wait()
                    self._changed.clear()
        except TimeoutError:
            raise AssertionError(f"it never came; there were: {self.events[-12:]}") from None

    async def _follow(self, gateway: RemoteGateway) -> None:
        try:
            async for event in gateway.events():
                self.events.append(event)
                self._changed.set()
                await self.pause.wait()
        finally:
            self.has_ended = True
            self._changed.set()


@asynccontextmanager
async def linked(whatsapp: FakeWhatsApp, process: NeonizeProcess, account_id: int = 1) -> AsyncIterator[Number]:
    number = Number(whatsapp, account_id)
    await number.link(process)
    try:
        yield number
    finally:
        await number.cease()
