"""Which provider is asked, how often, and what becomes of those that fail; on the ledger that all processes share."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from core.ai.provider import (
    Abilities,
    Audio,
    BadKeyError,
    Completion,
    CompletionRequest,
    CustomerSaid,
    Image,
    MalformedAnswerError,
    ModelGoneError,
    OutOfCreditError,
    OverloadedError,
    Provider,
    ProviderError,
    RateLimitedError,
    RefusedError,
    TimedOutError,
    Tokens,
    Tool,
    ToolAnswered,
    ToolCall,
    ToolsCalled,
)
from core.ai.router import Candidate, NobodyAnsweredError, Router, Trail, retold
from core.audit import PROGRAM
from core.database import Database
from core.provider_use import FAILED, PROBE, RATE_LIMITED, ProviderTests, ProviderUse
from core.providers import Price, ProviderChanges, Providers
from core.settings import Settings
from core.vault import Vault
from models.notices import Notice
from models.providers import AiDailyUse, AiProvider, AiUsageLog
from tests.contracts.provider_stand_in import ScriptedProvider

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HELLO = CompletionRequest("You sell.", (CustomerSaid("hello"),))
LOOK = Tool("look", "Looks.", {"type": "object", "properties": {}, "required": [], "additionalProperties": False})

Step = Completion | ProviderError | float


def answer(text: str = "Welcome!", *calls: ToolCall) -> Completion:
    return Completion(text, calls, Tokens(1_000, 200), "model-1")


class Stand:
    """A shop's providers, each answering from a script by its name."""

    def __init__(self, database: Database) -> None:
        settings = Settings(database)
        self.providers = Providers(database, settings, Vault.from_secrets("only for tests, and long enough", None))
        self.use = ProviderUse(database, settings, self.providers)
        self.router = Router(self.use, self, attempt_seconds=5)
        self.tests = ProviderTests(database, self.use, self.router)
        self.scripts: dict[int, ScriptedProvider] = {}
        self.opened: list[Candidate] = []

    async def add(
        self, name: str, *steps: Step, kind: str = "CLAUDE", sees: bool = True, hears: bool = False, **changes: Any
    ) -> int:
        made = await self.providers.create(
            ProviderChanges(name=name, type=kind, key="a-key-of-the-shop", **changes), PROGRAM
        )
        self.scripts[made.id] = ScriptedProvider(steps, abilities=Abilities(sees=sees, calls_tools=True, hears=hears))
        return int(made.id)

    async def open(self, candidate: Candidate) -> Provider:
        self.opened.append(candidate)
        return self.scripts[candidate.id]

    async def ask(self, request: CompletionRequest = HELLO, seconds: float = 20) -> str:
        return (await self.router.complete(request, Trail.of(seconds))).text

    def was_asked(self, provider_id: int) -> int:
        return len(self.scripts[provider_id].asked)


@pytest.fixture
def stand(database: Database) -> Stand:
    return Stand(database)


async def outcomes() -> list[tuple[int | None, int, str]]:
    return [(row.provider_id, row.hop, row.outcome) for row in await AiUsageLog.all().order_by("id")]


async def test_the_first_in_the_order_answers_and_the_others_are_left_alone(stand: Stand) -> None:
    first, second = await stand.add("First", answer("I"), answer("I again")), await stand.add("Second", answer("Me"))

    assert await stand.ask() == "I"
    await stand.providers.reorder([second, first], PROGRAM)
    assert await stand.ask() == "Me"

    assert await outcomes() == [(first, 0, "OK"), (second, 0, "OK")]


async def test_a_turn_that_is_for_one_provider_goes_to_no_other(stand: Stand) -> None:
    first, second = await stand.add("First", answer("I")), await stand.add("Second", OverloadedError(), answer("Me"))
    trail = Trail.of(5.0, only=second)

    with pytest.raises(NobodyAnsweredError):
        await stand.router.complete(HELLO, trail)
    told = await stand.router.complete(HELLO, trail)

    assert told.text == "Me"
    assert stand.was_asked(first) == 0
    assert await stand.router.has_candidates(only=second)
    assert not await stand.router.has_candidates(only=10**6)


@pytest.mark.parametrize(
    "error",
    [
        RateLimitedError(5.0),
        OverloadedError(),
        TimedOutError(),
        BadKeyError(),
        OutOfCreditError(),
        RefusedError(),
        MalformedAnswerError(),
        ModelGoneError(),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_whatever_fails_the_next_one_is_asked(stand: Stand, error: ProviderError) -> None:
    first, second = await stand.add("First", error), await stand.add("Second", answer("Here I am"))

    assert await stand.ask() == "Here I am"

    logged = await AiUsageLog.all().order_by("id")
    assert [(row.provider_id, row.hop) for row in logged] == [(first, 0), (second, 1)]
    assert [row.tokens_read for row in logged] == [None, 1_000]
    assert logged[0].outcome != "OK"


async def test_when_all_fail_nobody_answered_and_each_was_asked_once(stand: Stand) -> None:
    ids = [await stand.add(name, OverloadedError()) for name in ("First", "Second", "Third")]

    with pytest.raises(NobodyAnsweredError):
        await stand.ask()

    assert [stand.was_asked(provider_id) for provider_id in ids] == [1, 1, 1]


async def test_without_providers_nobody_answers(stand: Stand) -> None:
    with pytest.raises(NobodyAnsweredError):
        await stand.ask()


async def test_who_is_switched_off_or_has_no_key_is_not_asked(stand: Stand) -> None:
    off = await stand.add("Off", answer(), is_active=False)
    await stand.providers.create(ProviderChanges(name="No key", type="GROQ"), PROGRAM)
    await stand.add("On", answer("On"))

    assert await stand.ask() == "On"
    assert stand.was_asked(off) == 0


async def test_who_cannot_see_is_not_asked_about_a_picture_and_not_counted(stand: Stand) -> None:
    blind = await stand.add("Blind", answer("I see nothing"), kind="COHERE", model="command-r")
    await stand.add("Seeing", answer("A receipt"))
    picture = CompletionRequest("", (CustomerSaid("look", (Image(b"png", "image/png"),)),))

    assert await stand.ask(picture) == "A receipt"
    assert await stand.providers.use_today([blind]) == {}


async def test_who_hears_writes_a_voice_note_down(stand: Stand) -> None:
    await stand.add("Deaf", answer("?"))
    hearing = await stand.add("Hearing", answer("two of the big ones"), kind="GROQ", hears=True)

    heard = await stand.router.transcribe(Audio(b"OggS", "audio/ogg"), Trail.of(10))

    assert heard.text == "two of the big ones"
    assert await outcomes() == [(hearing, 0, "OK")]


async def test_a_slow_provider_does_not_use_up_the_turn(stand: Stand) -> None:
    stand.router = Router(stand.use, stand, attempt_seconds=0.1)
    await stand.add("Slow", 30.0)
    await stand.add("Quick", answer("Quick"))

    assert await stand.ask() == "Quick"
    assert [outcome for _, _, outcome in await outcomes()] == ["TIMED_OUT", "OK"]


async def test_the_turn_ends_when_its_time_is_over(stand: Stand) -> None:
    for name in ("First", "Second", "Third"):
        await stand.add(name, 30.0)

    with pytest.raises(NobodyAnsweredError):
        await stand.ask(seconds=0.2)

    assert len(await outcomes()) == 1


# --- Limits -----------------------------------------------------------------------------------------------------------


async def test_sixty_turns_at_once_never_overshoot_a_daily_limit(stand: Stand) -> None:
    limited = await stand.add("Limited", *[answer("L")] * 60, daily_limit=7)
    free = await stand.add("Free", *[answer("F")] * 60)

    said = await asyncio.gather(*[stand.ask() for _ in range(60)])

    assert sorted(said) == ["F"] * 53 + ["L"] * 7
    assert await stand.providers.use_today([limited, free]) == {limited: 7, free: 53}


async def test_a_limit_of_nothing_is_never_asked(stand: Stand) -> None:
    shut = await stand.add("Shut", answer(), daily_limit=0)

    with pytest.raises(NobodyAnsweredError):
        await stand.ask()
    assert stand.was_asked(shut) == 0


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("Asia/Karachi", datetime(2026, 11, 22, 18, 59, tzinfo=UTC), datetime(2026, 11, 22, 19, 1, tzinfo=UTC)),
        # The night the clocks go back, and the one they go forward: a day of 25 hours and one of 23.
        ("Europe/Madrid", datetime(2026, 10, 25, 22, 59, tzinfo=UTC), datetime(2026, 10, 25, 23, 1, tzinfo=UTC)),
        ("Europe/Madrid", datetime(2026, 3, 28, 22, 59, tzinfo=UTC), datetime(2026, 3, 28, 23, 1, tzinfo=UTC)),
    ],
)
async def test_the_day_of_a_limit_is_that_of_the_shop(
    database: Database, stand: Stand, zone: str, before: datetime, after: datetime
) -> None:
    await Settings(database).change({"time_zone": zone}, PROGRAM)
    await stand.add("Limited", *[answer("ok")] * 4, daily_limit=1)

    with time_machine.travel(before, tick=True):
        await stand.ask()
        with pytest.raises(NobodyAnsweredError):
            await stand.ask()
    with time_machine.travel(after, tick=True):
        assert await stand.ask() == "ok"

    days = sorted(row.local_date for row in await AiDailyUse.all())
    assert days[1] - days[0] == timedelta(days=1)


# --- Rest -------------------------------------------------------------------------------------------------------------


async def test_retry_after_is_kept_and_then_one_request_goes_ahead(stand: Stand) -> None:
    provider = await stand.add("Busy", RateLimitedError(60.0), answer("back"))

    with time_machine.travel(NOON, tick=False) as traveller:
        with pytest.raises(NobodyAnsweredError):
            await stand.ask()
        traveller.shift(59)
        with pytest.raises(NobodyAnsweredError):
            await stand.ask()
        assert stand.was_asked(provider) == 1
        traveller.shift(2)
        assert await stand.ask() == "back"

    row = await AiProvider.get(id=provider)
    assert (row.failures, row.cooling_until, row.trouble) == (0, None, None)


async def test_while_one_probes_the_others_go_elsewhere(stand: Stand) -> None:
    shaky = await stand.add("Shaky", RateLimitedError(1.0), 0.3, answer("well again"))
    await stand.add("Steady", *[answer("steady")] * 10)
    with time_machine.travel(NOON, tick=True):
        await stand.ask()

    with time_machine.travel(NOON + timedelta(days=1), tick=True):
        said = await asyncio.gather(*[stand.ask() for _ in range(5)])

    assert said == ["steady"] * 5
    assert stand.was_asked(shaky) == 2


async def test_a_probe_that_never_reports_frees_the_way_after_a_while(stand: Stand, database: Database) -> None:
    provider = await stand.add("Shaky", RateLimitedError(1.0), answer("back"))
    with time_machine.travel(NOON, tick=False) as traveller:
        with pytest.raises(NobodyAnsweredError):
            await stand.ask()
        traveller.shift(2)
        (candidate,) = await stand.use.candidates()
        assert await stand.use.book(candidate)  # and this process is killed
        assert not await stand.use.book(candidate)

        traveller.shift(PROBE.total_seconds() + 1)
        assert await stand.ask() == "back"
    assert stand.was_asked(provider) == 2


async def test_failures_in_a_row_cool_down_for_longer_each_time(stand: Stand) -> None:
    provider = await stand.add("Down", *[OverloadedError()] * 6)
    rests = []

    with time_machine.travel(NOON, tick=False) as traveller:
        for _ in range(5):
            with pytest.raises(NobodyAnsweredError):
                await stand.ask()
            row = await AiProvider.get(id=provider)
            now = datetime.now(UTC)
            rests.append((row.cooling_until - now) if row.cooling_until else None)
            traveller.shift(FAILED.total_seconds() * 8 + 1)

    assert rests == [None, None, FAILED, FAILED * 2, FAILED * 4]


async def test_an_answer_ends_a_row_of_failures(stand: Stand) -> None:
    provider = await stand.add("Shaky", OverloadedError(), OverloadedError(), answer(), OverloadedError())
    await stand.add("Steady", *[answer()] * 4)

    for _ in range(4):
        await stand.ask()

    row = await AiProvider.get(id=provider)
    assert (row.failures, row.cooling_until) == (1, None)


async def test_a_refusal_says_nothing_against_the_provider(stand: Stand) -> None:
    provider = await stand.add("Prudent", *[RefusedError()] * 9)
    await stand.add("Steady", *[answer()] * 9)

    for _ in range(9):
        await stand.ask()

    assert (await AiProvider.get(id=provider)).failures == 0


async def test_a_rate_limit_without_a_time_gets_one_that_grows(stand: Stand) -> None:
    provider = await stand.add("Busy", RateLimitedError(), RateLimitedError())

    with time_machine.travel(NOON, tick=False) as traveller:
        with pytest.raises(NobodyAnsweredError):
            await stand.ask()
        first = (await AiProvider.get(id=provider)).cooling_until
        traveller.shift(RATE_LIMITED.total_seconds() + 1)
        with pytest.raises(NobodyAnsweredError):
            await stand.ask()
        second = (await AiProvider.get(id=provider)).cooling_until

    assert first == NOON + RATE_LIMITED
    assert second == NOON + RATE_LIMITED + timedelta(seconds=1) + RATE_LIMITED * 2


async def test_a_short_rest_is_waited_for_when_there_is_nobody_else(stand: Stand) -> None:
    await stand.add("Busy", RateLimitedError(0.3), answer("at last"))
    with pytest.raises(NobodyAnsweredError):
        await stand.ask()

    assert await stand.ask() == "at last"


# --- What a person must mend ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "trouble", "notice"),
    [
        (BadKeyError(), "key_refused", "PROVIDER_KEY_REFUSED"),
        (ModelGoneError(), "model_gone", "PROVIDER_MODEL_GONE"),
        (OutOfCreditError(), "out_of_credit", "PROVIDER_OUT_OF_CREDIT"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_trouble_is_told_to_staff_once_and_over_when_the_provider_answers_a_test(
    stand: Stand, error: ProviderError, trouble: str, notice: str
) -> None:
    provider = await stand.add("Troubled", error, answer("hello"), answer("Back"))
    await stand.add("Steady", *[answer("steady")] * 3)

    assert [await stand.ask(), await stand.ask()] == ["steady", "steady"]
    assert stand.was_asked(provider) == 1
    assert (await AiProvider.get(id=provider)).trouble == trouble
    assert [(row.kind.value, row.subject_id, row.resolved_at) for row in await Notice.all()] == [
        (notice, provider, None)
    ]

    tested = await stand.tests.test(provider, PROGRAM)

    assert (tested.outcome, tested.error) == ("OK", None)
    assert (await Notice.get()).resolved_at is not None
    assert await stand.ask() == "Back"


async def test_a_test_that_fails_says_how_and_counts(stand: Stand) -> None:
    provider = await stand.add("Busy", RateLimitedError(9.0))

    tested = await stand.tests.test(provider, PROGRAM)

    assert tested.outcome == "RATE_LIMITED"
    assert await outcomes() == [(provider, 0, "RATE_LIMITED")]


async def test_a_new_key_opens_a_new_connection_at_the_next_turn(stand: Stand) -> None:
    provider = await stand.add("One", answer(), answer())
    await stand.ask()
    await stand.providers.update(provider, ProviderChanges(key="another-key-of-the-shop"), PROGRAM)
    await stand.ask()

    before, after = stand.opened
    assert (before.key, after.key) == ("a-key-of-the-shop", "another-key-of-the-shop")
    assert before.version != after.version
    assert "key-of-the-shop" not in repr(after)


async def test_an_attempt_costs_what_the_price_of_its_day_says(stand: Stand) -> None:
    provider = await stand.add("Priced", answer(), answer())
    await stand.ask()
    price = Price(date(2020, 1, 1), "USD", read=Decimal(3), written=Decimal(15))
    await stand.providers.set_price(provider, price, PROGRAM)
    await stand.ask()

    costs = [(row.cost, row.cost_currency) for row in await AiUsageLog.all().order_by("id")]
    assert costs == [(None, None), (Decimal("0.006"), "USD")]


# --- In the middle of a turn ------------------------------------------------------------------------------------------


async def test_a_turn_stays_with_the_provider_that_began_it(stand: Stand) -> None:
    first = await stand.add("First", OverloadedError(), answer("never"))
    second = await stand.add("Second", answer("", ToolCall("1", "look", {})), answer("Done"))
    trail = Trail.of(20)
    request = CompletionRequest("", HELLO.history, (LOOK,))

    await stand.router.complete(request, trail)
    assert (await stand.router.complete(request, trail)).text == "Done"

    assert (stand.was_asked(first), stand.was_asked(second)) == (1, 2)
    assert [attempt.hop for attempt in trail.attempts] == [0, 1, 2]


async def test_another_provider_is_told_what_was_done_already(stand: Stand) -> None:
    call = ToolCall("1", "look", {})
    await stand.add("First", answer("One moment.", call), OverloadedError())
    second = await stand.add("Second", answer("It costs 5."))
    trail = Trail.of(20)
    request = CompletionRequest("You sell.", HELLO.history, (LOOK,))
    begun = await stand.router.complete(request, trail)

    history = (*HELLO.history, ToolsCalled(begun.calls, begun.text), ToolAnswered(call, "price 5"))
    assert (await stand.router.complete(CompletionRequest("You sell.", history, (LOOK,)), trail)).text == "It costs 5."

    (told,) = stand.scripts[second].asked
    assert "price 5" in told.system
    assert not any(isinstance(said, ToolsCalled | ToolAnswered) for said in told.history)
    assert told == retold(CompletionRequest("You sell.", history, (LOOK,)))
