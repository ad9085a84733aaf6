"""What the AI providers are allowed today and what they did: the ledger behind the router, one for all processes."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

import structlog
from tortoise.expressions import Q

from core import audit, clock
from core.ai.provider import (
    BadKeyError,
    CompletionRequest,
    CustomerSaid,
    MalformedAnswerError,
    ModelGoneError,
    OutOfCreditError,
    OverloadedError,
    ProviderError,
    RateLimitedError,
    TimedOutError,
)
from core.ai.registry import TYPES
from core.ai.router import OK, Attempt, Candidate, Router, Trail, outcome_of
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError
from core.events.event_types import ProviderChanged
from core.notices import Notices
from core.providers import ProviderNotFoundError, Providers
from core.settings import Settings
from core.vault import VaultError
from models.notices import NoticeKind
from models.providers import AiProvider

logger = structlog.get_logger()

# What only a person can mend; until then it is not asked.
KEY_REFUSED, MODEL_GONE = "key_refused", "model_gone"
# What may mend itself: it is left alone for long, then tried again.
OUT_OF_CREDIT = "out_of_credit"
TROUBLES = {
    KEY_REFUSED: NoticeKind.PROVIDER_KEY_REFUSED,
    OUT_OF_CREDIT: NoticeKind.PROVIDER_OUT_OF_CREDIT,
    MODEL_GONE: NoticeKind.PROVIDER_MODEL_GONE,
}

# A vendor that names no time gets this, doubled with each refusal in a row.
RATE_LIMITED = timedelta(seconds=20)
CREDIT = timedelta(hours=1)
# So many failures in a row cool a provider down; each further one doubles the time.
FAILURES_TO_COOL = 3
FAILED = timedelta(seconds=15)
LONGEST = timedelta(minutes=10)
# While one request finds out whether it is well again, the others leave it alone.
PROBE = timedelta(seconds=30)

TEST_SECONDS = 25.0
MILLION = Decimal(1_000_000)

# A day's first request makes the row; a later one finds it, and adds itself while there is room.
BOOK = """
insert into ai_daily_use (provider_id, local_date, requests, created_at)
select $1::bigint, $2::date, 1, $4 where $3::int is null or $3::int > 0
on conflict (provider_id, local_date) do update set requests = ai_daily_use.requests + 1
where $3::int is null or ai_daily_use.requests < $3::int
returning requests
"""

# After its time of rest one request goes ahead, and the others wait for what becomes of it.
PROBE_FIRST = """
update ai_providers set cooling_until = $3
where id = $1 and failures > 0 and cooling_until is not null and cooling_until <= $2
returning id
"""

LOG = """
insert into ai_usage_logs (provider_id, provider_type, model, hop, outcome, tokens_read, tokens_written,
    milliseconds, cost, cost_currency, created_at)
values ((select id from ai_providers where id = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id
"""

PRICE = """
select currency, read_price, written_price from ai_provider_prices
where provider_id = $1 and valid_from <= $2 order by valid_from desc limit 1
"""


class ProviderUse:
    """The router's ledger."""

    def __init__(self, database: Database, settings: Settings, providers: Providers) -> None:
        self._database = database
        self._settings = settings
        self._providers = providers
        # The rests that requests of this process go against: to find out whether it is well, and because staff ask.
        self._probed: dict[int, datetime] = {}
        self._tested: dict[int, datetime | None] = {}

    async def candidates(self) -> Sequence[Candidate]:
        rows = (
            await AiProvider.filter(is_active=True, key_ciphertext__isnull=False)
            .filter(Q(trouble__isnull=True) | Q(trouble=OUT_OF_CREDIT))
            .order_by("-priority", "id")
        )
        found = [await self.candidate(row) for row in rows]
        return [candidate for candidate in found if candidate is not None]

    async def candidate(self, provider: AiProvider) -> Candidate | None:
        """None: this program does not know its kind, or cannot open its key."""
        kind = TYPES.get(provider.type)
        try:
            key = await self._providers.key_of(provider)
        except VaultError as error:
            logger.warning("provider_key_unreadable", provider_id=provider.id, code=error.code)
            return None
        if kind is None or key is None:
            return None
        return Candidate(
            id=provider.id,
            type=provider.type,
            model=provider.model,
            abilities=kind.abilities(provider.model),
            version=_version(provider.type, provider.model, provider.key_ciphertext),
            key=key,
        )

    async def book(self, candidate: Candidate) -> bool:
        settings = await self._settings.read()
        async with self._database.unit_of_work() as work:
            rows = await work.fetch(
                "select daily_limit, cooling_until, failures, is_active, trouble from ai_providers where id = $1",
                candidate.id,
            )
            # Others may have found out since the candidates were read.
            if not rows or not rows[0]["is_active"] or rows[0]["trouble"] not in {None, OUT_OF_CREDIT}:
                return False
            cooling: datetime | None = rows[0]["cooling_until"]
            if cooling is not None and cooling > work.now:
                return False
            is_probe = cooling is not None and rows[0]["failures"] > 0
            if is_probe:
                if not await work.fetch(PROBE_FIRST, candidate.id, work.now, work.now + PROBE):
                    return False
                self._probed[candidate.id] = work.now + PROBE
            today = work.now.astimezone(settings.zone).date()
            is_booked = bool(await work.fetch(BOOK, candidate.id, today, rows[0]["daily_limit"], work.now))
            if is_probe and not is_booked:
                # It is exhausted, and not cooling.
                await work.execute("update ai_providers set cooling_until = $2 where id = $1", candidate.id, cooling)
            return is_booked

    async def count(self, candidate: Candidate) -> None:
        """Counts a request that is made whatever the limit says."""
        settings = await self._settings.read()
        async with self._database.unit_of_work() as work:
            await work.fetch(BOOK, candidate.id, work.now.astimezone(settings.zone).date(), None, work.now)
            rows = await work.fetch("select cooling_until from ai_providers where id = $1", candidate.id)
            self._tested[candidate.id] = rows[0]["cooling_until"] if rows else None

    async def record(self, attempt: Attempt) -> int:
        settings = await self._settings.read()
        async with self._database.unit_of_work() as work:
            rows = await work.fetch(
                "select failures, trouble, cooling_until, type, model, key_ciphertext from ai_providers where id = $1 "
                "for no key update",
                attempt.candidate.id,
            )
            today = work.now.astimezone(settings.zone).date()
            cost, currency = await _cost(work, attempt, today)
            tokens = attempt.tokens
            written = await work.fetch(
                LOG,
                attempt.candidate.id,
                attempt.candidate.type,
                attempt.candidate.model,
                attempt.hop,
                attempt.outcome,
                tokens.read if tokens else None,
                tokens.written if tokens else None,
                attempt.milliseconds,
                cost,
                currency,
                work.now,
            )
            # What became of another key or model says nothing of the one that is set now.
            if rows and attempt.candidate.version == _version(
                rows[0]["type"], rows[0]["model"], rows[0]["key_ciphertext"]
            ):
                before = (rows[0]["failures"], rows[0]["trouble"], rows[0]["cooling_until"])
                await self._judge(work, attempt, *before)
            return int(written[0]["id"])

    async def seconds_to_next(self) -> float | None:
        rows = await self._database.fetch(
            "select min(cooling_until) as next from ai_providers "
            "where is_active and key_ciphertext is not null and cooling_until > $1 "
            "and (trouble is null or trouble = $2)",
            [moment := clock.now(), OUT_OF_CREDIT],
        )
        found: datetime | None = rows[0]["next"]
        return None if found is None else (found - moment).total_seconds()

    async def _judge(
        self, work: UnitOfWork, attempt: Attempt, failures: int, trouble: str | None, cooling: datetime | None
    ) -> None:
        """What the attempt means for the next one."""
        provider_id, error = attempt.candidate.id, attempt.error
        # A rest that began while this request was on its way; what was asked before it does not end it.
        is_resting = cooling is not None and cooling > work.now and cooling != self._probed.get(provider_id)
        if error is None:
            if is_resting and cooling != self._tested.get(provider_id):
                return
            if failures or trouble or cooling:
                await _write(work, provider_id, 0, None, None)
                await Notices.settle(work, provider_id, *TROUBLES.values())
            return
        found = _trouble_of(error)
        rest = _rest_of(error, failures)
        if found is None and rest is None and not _counts(error):
            # It gives back the right to try that it had taken.
            if failures and cooling is not None and not is_resting:
                await _write(work, provider_id, failures, trouble, work.now)
            return
        until = None if rest is None else work.now + rest
        if is_resting and cooling is not None:
            until = cooling if until is None else max(until, cooling)  # the longest wins
        await _write(work, provider_id, failures + 1, found or trouble, until)
        if found is not None and found != trouble:
            detail = {"outcome": outcome_of(error)}
            await Notices.raise_while(work, TROUBLES[found], "ai_providers", provider_id, detail)


class ProviderTests:
    """Tries a provider out, whatever its state: an answer ends the trouble it was in."""

    def __init__(self, database: Database, use: ProviderUse, router: Router) -> None:
        self._database = database
        self._use = use
        self._router = router

    async def test(self, provider_id: int, actor: Actor) -> Attempt:
        """One small request, which counts and costs as any other. Raises ProviderNotFoundError or InvalidInputError."""
        provider = await AiProvider.get_or_none(id=provider_id)
        if provider is None:
            raise ProviderNotFoundError("There is no such provider.", field="id")
        candidate = await self._use.candidate(provider)
        if candidate is None:
            raise InvalidInputError("It has no key that this program can use; enter one first.", field="id")
        trail = Trail.of(TEST_SECONDS)
        request = CompletionRequest("Answer with one word.", (CustomerSaid("Say hello."),), most_tokens=256)
        await self._use.count(candidate)
        try:
            await self._router.ask_one(candidate, request, trail)
        except ProviderError as error:
            logger.info("provider_test_failed", provider_id=provider_id, outcome=outcome_of(error))
        tested = trail.attempts[-1]
        async with self._database.unit_of_work() as work:
            after = {"outcome": tested.outcome, "milliseconds": tested.milliseconds}
            await audit.record(work, actor, "provider.test", "ai_providers", provider_id, after=after)
        return tested


async def _write(
    work: UnitOfWork, provider_id: int, failures: int, trouble: str | None, cooling_until: datetime | None
) -> None:
    await work.execute(
        "update ai_providers set failures = $2, trouble = $3, cooling_until = $4 where id = $1",
        provider_id,
        failures,
        trouble,
        cooling_until,
    )
    work.append(ProviderChanged(provider_id))


def _trouble_of(error: ProviderError) -> str | None:
    match error:
        case BadKeyError():
            return KEY_REFUSED
        case OutOfCreditError():
            return OUT_OF_CREDIT
        case ModelGoneError():
            return MODEL_GONE
        case _:
            return None


def _counts(error: ProviderError) -> bool:
    """Whether the failure says something of the provider, and not of what it was asked."""
    return isinstance(error, OverloadedError | TimedOutError | MalformedAnswerError | RateLimitedError)


def _rest_of(error: ProviderError, failures: int) -> timedelta | None:
    """How long it is left alone; `failures`: how many there were in a row before."""
    if isinstance(error, OutOfCreditError):
        return CREDIT
    if isinstance(error, RateLimitedError):
        if error.wait is not None:
            return timedelta(seconds=error.wait)
        return min(RATE_LIMITED * (1 << min(failures, 10)), LONGEST)
    if _counts(error) and failures + 1 >= FAILURES_TO_COOL:
        return min(FAILED * (1 << min(failures + 1 - FAILURES_TO_COOL, 10)), LONGEST)
    return None


def _version(kind: str, model: str, sealed_key: bytes | None) -> str:
    return f"{kind}:{model}:{hashlib.sha256(sealed_key or b'').hexdigest()[:16]}"


async def _cost(work: UnitOfWork, attempt: Attempt, today: date) -> tuple[Decimal | None, str | None]:
    """In the currency of the price; None: the price is not known."""
    if attempt.tokens is None or attempt.outcome != OK:
        return None, None
    rows = await work.fetch(PRICE, attempt.candidate.id, today)
    if not rows:
        return None, None
    cost = (attempt.tokens.read * rows[0]["read_price"] + attempt.tokens.written * rows[0]["written_price"]) / MILLION
    return round(cost, 8), rows[0]["currency"]
