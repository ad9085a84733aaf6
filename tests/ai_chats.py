"""A chat that is answered with AI: the real SDKs, the vendors on loopback, the rules on PostgreSQL."""

from dataclasses import dataclass
from typing import Any, Self

from llmock.scenarios import Reply

from core.assistant.ai_assistant import AiAssistant
from core.assistant.chronicle import Chronicles
from core.assistant.facts import Facts
from core.assistant.menu import BuiltInAssistant
from core.assistant.turn import Salesperson
from core.assistant.voice_notes import VoiceNotes
from core.audit import PROGRAM
from core.engine.turns import Turns
from core.providers import ProviderChanges
from core.shop import Shop
from models.conversations import Message, MessageKind
from models.providers import AiUsageLog
from tests.chats import Chats
from tests.contracts.vendors import Vendors, heard

VOICE = b"OggS\x00\x02 a voice note"


@dataclass
class AiChats:
    chats: Chats
    shop: Shop
    vendors: Vendors

    @classmethod
    def of(cls, chats: Chats, shop: Shop, vendors: Vendors) -> Self:
        facts = Facts(shop.database, shop.settings, shop.catalog, shop.drafts, shop.payments, shop.knowledge)
        salesperson = Salesperson(
            shop.database,
            shop.customers,
            shop.conversations,
            shop.drafts,
            shop.orders,
            shop.payments,
            facts,
            AiAssistant(shop.router, Chronicles(shop.database), shop.prompts, shop.settings),
            built_in=BuiltInAssistant(),
            voice_notes=VoiceNotes(shop.database, shop.router, shop.media_files),
        )
        chats.turns = Turns(shop.database, shop.settings, shop.customers, shop.conversations, salesperson)
        return cls(chats, shop, vendors)

    async def adds(self, *kinds: str, **changes: Any) -> list[int]:
        """Providers, the first asked first."""
        made = [
            await self.shop.providers.create(
                ProviderChanges(name=kind, type=kind, key="a-key-of-the-shop", **changes), PROGRAM
            )
            for kind in kinds
        ]
        await self.shop.providers.reorder([provider.id for provider in made], PROGRAM)
        return [provider.id for provider in made]

    def says(self, *texts: str) -> None:
        """What the vendors answer, whoever is asked."""
        for text in texts:
            self.vendors.mock.scenarios.add(Reply(text=text))

    def hears(self, text: str, kind: str = "GROQ") -> None:
        self.vendors.answer_raw(heard(kind, text))

    async def speaks(self, **changes: Any) -> Message:
        """The customer sends a voice note."""
        return await self.chats.sends_file(VOICE, MessageKind.AUDIO, **changes)

    @property
    def asked(self) -> list[dict[str, Any]]:
        """What the vendors were asked to say, oldest first."""
        return [dict(record.body or {}) for record in self.vendors.mock.journal.records()]

    async def used(self) -> list[tuple[str, str, bool]]:
        """Each request: whom, what came of it, and whether it is counted with a turn."""
        rows = await AiUsageLog.all().order_by("id")
        return [(row.provider_type, row.outcome, row.turn_id is not None) for row in rows]
