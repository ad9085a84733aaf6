"""What of the library's events a line hears, and what they mean; nothing in them can end the line."""

from asyncio import to_thread
from typing import Any

import structlog

from core import clock
from core.whatsapp.gateway import InboundEvent
from core.whatsapp.neonize_client import Told
from core.whatsapp.neonize_events import KnownPairs, translate
from core.whatsapp.neonize_library import Library
from core.whatsapp.neonize_wire import parsed

logger = structlog.get_logger()

# Events that WhatsApp does not repeat once the library has them.
KEPT = ("Message", "Receipt", "HistorySync", "UndecryptableMessage")
HEARD = (
    "PairStatus",
    "Connected",
    "KeepAliveTimeout",
    "KeepAliveRestored",
    "LoggedOut",
    "StreamReplaced",
    "TemporaryBan",
    "ConnectFailure",
    "ClientOutdated",
    "Disconnected",
    "ChatPresence",
    "OfflineSyncCompleted",
    *KEPT,
)


class Ear:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.heard = library.codes(HEARD)
        self.kept = library.codes(KEPT)
        self._pairs = KnownPairs()

    def is_kept(self, told: Told) -> bool:
        return told.code in self.kept

    def name(self, told: Told) -> str:
        name: str = self.library.events[told.code].DESCRIPTOR.name
        return name

    def parse(self, told: Told) -> Any:
        return parsed(self.library.events[told.code], told.data)

    async def translate(self, told: Told, *, is_backlog: bool) -> list[InboundEvent]:
        """One that cannot even be read is left out: it would come again and again, and so would the failure."""
        from google.protobuf.message import DecodeError

        try:
            event = self.parse(told)
        except DecodeError:
            logger.warning("whatsapp_event_unreadable", event_name=self.name(told), size=len(told.data))
            return []
        now = clock.now()
        if event.DESCRIPTOR.name == "HistorySync":
            # What the phone tells of the past may be thousands.
            events = await to_thread(translate, event, now=now)
        else:
            events = translate(event, now=now, is_backlog=is_backlog)
        return self._pairs.news(events)
