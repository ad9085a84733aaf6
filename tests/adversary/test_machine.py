"""The state machine of a sale with a wild model as its salesperson: the rules hold whatever it says and asks for."""

from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
import structlog
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from core.ai import router
from core.ai.provider import (
    BadKeyError,
    MalformedAnswerError,
    ModelGoneError,
    OutOfCreditError,
    OverloadedError,
    RateLimitedError,
    RefusedError,
    TimedOutError,
)
from core.assistant.ai_tools import TOOLS
from core.embedded_postgres import EmbeddedPostgres
from models.conversations import Message, MessageAuthor
from models.providers import AiProvider
from tests.adversary.stage import BROKEN, Cast, Step, calls, text
from tests.core.test_sale_machine import QUICK, SaleMachine
from tests.guard.false_texts import DISCOUNTED, LANGUAGES, LINKED, NUMBERED, ORDERED, PRICED
from tests.machine.doings import WORDS, Says

T = TypeVar("T")

# No price, order, account, discount or address of this shop; nobody but the model ever writes them.
FALSE = {"price": "PKR 77,777", "number": "0345 7777777", "order": "PX-7777", "percent": "77%", "link": "evil.example"}

LIES = tuple(
    sentence
    for language in LANGUAGES
    for sentence in (
        *(each.format(name="Gold", price=FALSE["price"]) for each in PRICED[language]),
        *(each.format(label="EasyPaisa", number=FALSE["number"]) for each in NUMBERED[language]),
        *(each.format(number=FALSE["order"]) for each in ORDERED[language]),
        *(each.format(percent=77, name="Gold") for each in DISCOUNTED[language] if "{percent}" in each),
        *(each.format(link=f"https://{FALSE['link']}/pay") for each in LINKED[language]),
    )
)
lies = st.integers(0, len(LIES) - 1).map(LIES.__getitem__)
words = st.one_of(
    st.sampled_from(["Of course.", "Shall I?", "Your order is placed!", "\x00", "1", "yes", " "]),
    lies,
    st.tuples(lies, lies).map(" ".join),
    st.text(max_size=40),
)
values: st.SearchStrategy[Any] = st.one_of(
    st.integers(1, 3),
    st.integers(-1, 8),
    st.sampled_from([0, -1, 999, 1000, 10**12, 10**40, 1.5, True, None, "1", "Gold", "", "\x00", [], {}, {"id": 1}]),
)
good = st.tuples(
    st.just("propose_order"), st.fixed_dictionaries({"package_id": st.integers(1, 3), "quantity": st.integers(1, 3)})
)
wild = st.tuples(
    st.sampled_from([*(tool.name for tool in TOOLS), "mark_paid", "confirm_draft", "cancel_order", "", "\x00"]),
    st.dictionaries(st.sampled_from(["package_id", "quantity", "customer_id", "order_id", "price"]), values),
)
called = st.builds(
    lambda asked, beside: calls(*asked, words=beside),
    st.lists(good | wild, min_size=1, max_size=3),
    words | st.just(""),
)
errors = st.sampled_from(
    [
        RateLimitedError(60.0),
        RateLimitedError(),
        OverloadedError(),
        TimedOutError(),
        RefusedError(),
        MalformedAnswerError(),
        OutOfCreditError(),
        BadKeyError(),
        ModelGoneError(),
    ]
)
steps: st.SearchStrategy[Step] = st.one_of(called, called, words.map(text), words.map(text), errors)


exchanges = st.tuples(
    st.sampled_from(["tell me about Gold", "what is best for a shop", *WORDS]),
    st.lists(steps, min_size=1, max_size=6),
    st.lists(steps, max_size=3),
)


class WildMachine(SaleMachine):
    def __init__(self, server: EmbeddedPostgres, template: str, folder: Path) -> None:
        super().__init__(server, template, folder)
        self._cast: Cast | None = None
        cast = Cast(self._street.shop.database)
        for name in ("First", "Second"):
            self._run(cast.add(name))
        self._cast = cast
        self._said = 0

    @rule(who=st.integers(0, 2), talk=st.lists(exchanges, min_size=1, max_size=5))
    def a_customer_talks_with_the_model(self, who: int, talk: list[tuple[str, list[Step], list[Step]]]) -> None:
        assert self._cast is not None
        for says, first, second in talk:
            for model, will in zip(self._cast.models.values(), (first, second), strict=True):
                model.steps.clear()
                model.will(*will)
            self._does(Says(who, says))
            self._moment_passes()

    @rule()
    def staff_mend_the_providers(self) -> None:
        self._run(_mended())

    async def _look(self) -> None:
        await super()._look()
        for sentence, sql in BROKEN.items():
            # A crash may fall between the count and the request; the other way round nothing is lost.
            if sentence != "each request is counted once":
                assert await self._street.shop.database.fetch(sql) == [], sentence
        counted = await self._street.shop.database.fetch(
            "select (select coalesce(sum(requests), 0) from ai_daily_use) - (select count(*) from ai_usage_logs) "
            "as more"
        )
        assert counted[0]["more"] >= 0
        for message in await Message.filter(id__gt=self._said, author=MessageAuthor.ASSISTANT).order_by("id"):
            assert [lie for lie in FALSE.values() if lie in message.text] == [], message.text
            self._said = message.id

    def _run(self, doing: Coroutine[Any, Any, T]) -> T:
        if (cast := getattr(self, "_cast", None)) is not None:
            # A restart leaves nothing of the process, and the same vendors outside of it.
            self._cast = cast = Cast(self._street.shop.database, cast.models)
            self._street.shop.assistant.thinks_with = cast.assistant
        return super()._run(doing)


async def _mended() -> None:
    await AiProvider.all().update(trouble=None, failures=0, cooling_until=None)


def _hold(server: EmbeddedPostgres, template: str, folder: Path, profile: settings) -> None:
    class WildMachineHere(WildMachine):
        def __init__(self) -> None:
            super().__init__(server, template, folder)

    machine: type[RuleBasedStateMachine] = WildMachineHere
    with structlog.testing.capture_logs() as logs:
        run_state_machine_as_test(machine, settings=profile)
    events = {log["event"] for log in logs}
    assert "turn_answered" in events
    assert events.isdisjoint({"ai_assistant_failed", "assistant_failed", "provider_broke"})


@pytest.fixture(autouse=True)
def no_short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the machine stands still while anybody waits."""
    monkeypatch.setattr(router, "SHORT_WAIT_SECONDS", -1.0)


@pytest.mark.timeout(300)
def test_the_rules_of_a_sale_hold_whatever_the_model_does(
    postgres: EmbeddedPostgres, migrated_template: str, tmp_path: Path
) -> None:
    _hold(postgres, migrated_template, tmp_path, settings(QUICK, max_examples=10))


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_the_rules_of_a_sale_hold_for_long_whatever_the_model_does(
    postgres: EmbeddedPostgres, migrated_template: str, tmp_path: Path
) -> None:
    heavy = settings(
        QUICK,
        max_examples=300,
        stateful_step_count=60,
        derandomize=False,
        print_blob=True,
        phases=[Phase.generate, Phase.shrink],
    )
    _hold(postgres, migrated_template, tmp_path, heavy)
