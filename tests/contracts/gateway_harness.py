"""What the harnesses of all gateways share: following a line as the engine does, linking, and being connected."""

import asyncio
import io
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, TypeVar

from PIL import Image

from core.whatsapp.gateway import BacklogCompleted, ConnectionChanged, Gateway, InboundEvent, QrRotated
from models.accounts import AccountStatus

E = TypeVar("E")

CUSTOMER = "70001@lid"
CUSTOMER_PHONE = "+923001234567"
CUSTOMER_NAME = "Ayesha"
SHOP_PHONE = "+12025550177"


def _png() -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(kept, "PNG")
    return kept.getvalue()


PNG = _png()


class Following:
    """Follows a gateway as the engine does: what was asked for next is acknowledged."""

    def __init__(self, gateway: Gateway) -> None:
        self.gateway = gateway
        self.events: list[InboundEvent] = []
        self.has_ended = False
        self._changed = asyncio.Condition()

    async def run(self) -> None:
        try:
            async for event in self.gateway.events():
                async with self._changed:
                    self.events.append(event)
                    self._changed.notify_all()
        finally:
            async with self._changed:
                self.has_ended = True
                self._changed.notify_all()

    async def until(self, is_true: Callable[[], object]) -> None:
        async with asyncio.timeout(20), self._changed:
            await self._changed.wait_for(is_true)

    def all(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    async def first(self, kind: type[E], number: int = 1) -> E:
        """The first, or the `number`th, of this kind."""
        await self.until(lambda: len(self.all(kind)) >= number)
        return self.all(kind)[number - 1]

    async def state(self, status: AccountStatus, times: int = 1) -> ConnectionChanged:
        def found() -> list[ConnectionChanged]:
            return [event for event in self.all(ConnectionChanged) if event.status is status]

        await self.until(lambda: len(found()) >= times)
        return found()[times - 1]


class Harness(ABC):
    """Plays the network and the customer for one gateway."""

    # What a refused message's reason is called there, and whether a restriction tells its end.
    rejection: str
    tells_restriction: bool
    # Codes that rotate while a test waits.
    has_short_codes: bool
    account_id: int
    session: bytes | None = None
    current: Following | None = None

    @abstractmethod
    def open(self) -> Gateway: ...

    @abstractmethod
    async def scan(self, code: str) -> None: ...

    @abstractmethod
    async def types_code(self, code: str) -> None: ...

    @abstractmethod
    async def writes(self, text: str, **options: Any) -> str: ...

    @abstractmethod
    async def writes_image(self, caption: str, *, announced_size: int | None = None) -> str: ...

    @abstractmethod
    async def forget_files(self) -> None: ...

    @abstractmethod
    async def wrote_before(self, text: str) -> None: ...

    @abstractmethod
    async def tells_identity(self) -> None: ...

    @abstractmethod
    async def restrict_next_send(self, until: datetime) -> None: ...

    @abstractmethod
    async def edits(self, whatsapp_id: str, text: str) -> None: ...

    @abstractmethod
    async def revokes(self, whatsapp_id: str) -> None: ...

    @abstractmethod
    async def reads(self, whatsapp_id: str) -> None: ...

    @abstractmethod
    async def types(self, *, is_typing: bool) -> None: ...

    @abstractmethod
    async def drop(self) -> None: ...

    @abstractmethod
    async def restore(self) -> None: ...

    @abstractmethod
    async def ban(self, seconds: float) -> None: ...

    @abstractmethod
    async def log_out_from_phone(self) -> None: ...

    @abstractmethod
    async def replace(self) -> None: ...

    @abstractmethod
    async def reject_next_send(self) -> None: ...

    @abstractmethod
    async def cut_next_send(self) -> None: ...

    @abstractmethod
    async def accepted_texts(self) -> list[str]: ...

    @asynccontextmanager
    async def following(self) -> AsyncIterator[Following]:
        gateway = self.open()
        self.current = following = Following(gateway)
        await gateway.connect()
        task = asyncio.create_task(following.run())
        try:
            yield following
        finally:
            await gateway.close()
            async with asyncio.timeout(10):
                await task

    async def link(self) -> None:
        """Links the number and hangs up again."""
        async with self.following() as following:
            code = await following.first(QrRotated)
            await self.scan(code.code)
            await following.first(BacklogCompleted)

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[Following]:
        if self.session is None:
            await self.link()
        async with self.following() as following:
            await following.first(BacklogCompleted)
            yield following
