"""The real salesperson on PostgreSQL, behind whose provider port stands a model that does as the test says."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from core.ai.provider import (
    Abilities,
    Audio,
    Completion,
    CompletionRequest,
    MalformedAnswerError,
    Provider,
    ProviderError,
    Tokens,
    ToolCall,
    Transcript,
    UnableError,
)
from core.ai.router import Candidate, Router
from core.assistant.ai_assistant import AiAssistant
from core.assistant.chronicle import Chronicles
from core.audit import PROGRAM
from core.database import Database
from core.prompts import Prompts
from core.provider_use import ProviderUse
from core.providers import ProviderChanges, Providers
from core.settings import Settings
from core.vault import Vault
from tests.contracts.provider_stand_in import EVERYTHING

KEY = "sk-the-key-that-nobody-may-see-7f3a"

Step = Completion | ProviderError
Says = Callable[[CompletionRequest], Step]


def text(words: str) -> Completion:
    return Completion(words, (), Tokens(900, 40), "model-1")


def calls(*asked: tuple[str, dict[str, Any]], words: str = "") -> Completion:
    made = tuple(ToolCall(f"c{number}", name, arguments) for number, (name, arguments) in enumerate(asked))
    return Completion(words, made, Tokens(1_000, 30), "model-1")


@dataclass
class Model:
    """Plays its steps, one a request; then does what `otherwise` says."""

    steps: deque[Step] = field(default_factory=deque)
    otherwise: Says = lambda _: text("Hello.")
    asked: list[CompletionRequest] = field(default_factory=list)
    # Each request waits for it, if there is one; who waits is counted.
    gate: asyncio.Event | None = None
    is_asked: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def abilities(self) -> Abilities:
        return EVERYTHING

    def will(self, *steps: Step) -> None:
        self.steps.extend(steps)

    async def complete(self, request: CompletionRequest, *, deadline: float) -> Completion:  # noqa: ARG002
        self.asked.append(request)
        self.is_asked.set()
        if self.gate is not None:
            await self.gate.wait()
        step = self.steps.popleft() if self.steps else self.otherwise(request)
        if isinstance(step, ProviderError):
            raise step
        if not step.text.strip() and not step.calls:
            raise MalformedAnswerError
        return step

    async def transcribe(self, audio: Audio, *, deadline: float) -> Transcript:  # noqa: ARG002
        raise UnableError("audio")

    async def close(self) -> None:
        pass


@dataclass
class Cast:
    """The shop's providers, each a model by the id of its row; it is the router's `Connections` too."""

    database: Database
    models: dict[int, Model] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.settings = Settings(self.database)
        self.providers = Providers(
            self.database, self.settings, Vault.from_secrets("only for tests, and long enough", None)
        )
        self.use = ProviderUse(self.database, self.settings, self.providers)
        self.router = Router(self.use, self, attempt_seconds=5)

    @property
    def assistant(self) -> AiAssistant:
        prompts = Prompts(self.database, self.settings)
        return AiAssistant(self.router, Chronicles(self.database), prompts, self.settings)

    async def add(self, name: str, *steps: Step, **changes: Any) -> Model:
        made = await self.providers.create(ProviderChanges(name=name, type="CLAUDE", key=KEY, **changes), PROGRAM)
        model = self.models[made.id] = Model(deque(steps))
        return model

    async def open(self, candidate: Candidate) -> Provider:
        return self.models[candidate.id]

    @property
    def requests(self) -> int:
        return sum(len(model.asked) for model in self.models.values())


# --- What the rows must say of the requests ---------------------------------------------------------------------------

BROKEN = {
    "the attempts of a turn are numbered from 0 without a gap": """
        select turn_id from (
            select turn_id, hop, row_number() over (partition by turn_id order by id) - 1 as place
            from ai_usage_logs where turn_id is not null
        ) as placed where hop <> place
    """,
    "a turn's record names its requests": """
        select id from turns where coalesce(record->'usage', '[]'::jsonb) <> coalesce(
            (select jsonb_agg(log.id order by log.id) from ai_usage_logs as log where log.turn_id = turns.id),
            '[]'::jsonb
        )
    """,
    "each request is counted once": """
        select provider_id from ai_daily_use group by provider_id
        having sum(requests) <> (
            select count(*) from ai_usage_logs as log where log.provider_id = ai_daily_use.provider_id
        )
    """,
    "the answer of a turn is in the words of its own requests": """
        select turns.id from turns where answered_with = 'CLAUDE' and not exists (
            select 1 from ai_usage_logs where turn_id = turns.id and outcome = 'OK'
        )
    """,
    "a turn writes one thing at most": """
        select id from turns where jsonb_array_length(record->'actions') > 1 and answered_with = 'CLAUDE'
    """,
}  # fmt: skip


async def broken(database: Database) -> list[str]:
    return [sentence for sentence, sql in BROKEN.items() if await database.fetch(sql)]


async def everything_written(database: Database) -> str:
    """Every row of every table, as text."""
    tables = await database.fetch("select tablename from pg_tables where schemaname = 'public' order by tablename")
    rows = [await database.fetch(f"select t::text as row from {table['tablename']} as t") for table in tables]
    return "\n".join(str(row["row"]) for found in rows for row in found)
