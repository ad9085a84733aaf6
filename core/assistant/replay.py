"""A stored turn decided again, with today's prompts and providers; nothing is said or done."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core import audit
from core.assistant.decision import Assistant
from core.assistant.facts import Facts
from core.assistant.facts_record import FactsNotKeptError
from core.assistant.turn import noted
from core.audit import Actor
from core.database import Database
from core.errors import ConflictError, NotFoundError, RateLimitedError
from core.languages.wording import speaking
from core.templates import own_sentences
from models.conversations import Turn

# What is left of an operation of the API when its other work is done.
REPLAY_SECONDS = 15.0

# Each may cost money, so nobody replays without end.
MOST = 20
WINDOW = timedelta(minutes=10)

ACTION = "turn.replay"

# Two at once of one person wait for each other here, so that a volley cannot slip through.
QUEUE_UP = "select pg_advisory_xact_lock(hashtextextended($1, 0))"
FULL_SINCE = """
select created_at from audit_logs
where subject = 'turns' and action = $1 and created_at > $2
    and staff_id is not distinct from $3 and api_key_id is not distinct from $4
order by created_at desc offset $5 limit 1
"""


class TurnNotFoundError(NotFoundError):
    code = "TURN_NOT_FOUND"


class TurnNotReplayableError(ConflictError):
    code = "TURN_NOT_REPLAYABLE"

    def __init__(self) -> None:
        super().__init__(
            "What this turn was told is not kept: it is from before that was done, or the chat was forgotten.",
            field="id",
        )


@dataclass(frozen=True, slots=True)
class Replay:
    """What the turn would be now. `record` is as a turn's own, without what was told."""

    turn_id: int
    replies: tuple[str, ...]
    record: Mapping[str, Any]
    milliseconds: int


class TurnReplays:
    """`assistant` decides; its requests count in the limits of the day and cost as any other."""

    def __init__(self, database: Database, facts: Facts, assistant: Assistant) -> None:
        self._database = database
        self._facts = facts
        self._assistant = assistant

    async def replay(self, turn_id: int, actor: Actor) -> Replay:
        """Raises TurnNotFoundError, TurnNotReplayableError, RateLimitedError."""
        turn = await Turn.get_or_none(id=turn_id)
        if turn is None:
            raise TurnNotFoundError("There is no such turn.", field="id")
        try:
            facts = await self._facts.again(turn.conversation_id, turn.record)
        except FactsNotKeptError as error:
            raise TurnNotReplayableError from error
        await self._count(turn_id, actor)
        started = time.perf_counter()
        with speaking(await own_sentences()):
            decision = await self._assistant.decide(facts)
        milliseconds = round((time.perf_counter() - started) * 1000)
        return Replay(turn_id, tuple(text for text in decision.replies if text.strip()), noted(decision), milliseconds)

    async def _count(self, turn_id: int, actor: Actor) -> None:
        """Before it is decided: what fails later was asked for all the same."""
        async with self._database.unit_of_work() as work:
            await work.fetch(QUEUE_UP, f"turn replays of {actor.kind} {actor.staff_id} {actor.api_key_id}")
            rows = await work.fetch(FULL_SINCE, ACTION, work.now - WINDOW, actor.staff_id, actor.api_key_id, MOST - 1)
            if rows:
                raise _too_many(rows[0]["created_at"], work.now)
            await audit.record(work, actor, ACTION, "turns", turn_id)


def _too_many(since: datetime, now: datetime) -> RateLimitedError:
    seconds = max(1, round((since + WINDOW - now).total_seconds()))
    return RateLimitedError("Too many turns were replayed; try again later.", retry_after=seconds)
