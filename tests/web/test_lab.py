"""The conversation lab with the real rules: who answers, how a run ends, and that nobody else hears of it."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from core import audit
from core.audit import PROGRAM
from core.database import Database
from core.engine.lab import Lab
from core.events.event_types import SettingChanged
from core.jobs.procrastinate_queue import ProcrastinateQueue
from core.jobs.queue import Job
from core.languages.prompts import SALESPERSON_KEY, SHIPPED
from core.notices import Notices
from core.scenario_script import Expected, Step
from core.scenarios import Choice, ScenarioChanges
from core.shop import Shop
from models.accounts import AnswersWith, WhatsappAccount
from models.conversations import AnsweredBy, Conversation, Message, MessageState, Turn
from models.notices import Notice, NoticeKind
from models.orders import Order, OrderStatus
from models.providers import AiProvider
from models.scenarios import Scenario, ScenarioRun, ScenarioRunState
from tests.graph.rows import make_provider
from web.assembly import shop_alone
from web.lab import lab_of
from web.sample_data import add_sample_data
from web.sample_scenarios import SCENARIOS
from web.settings import Environment

BUILT_IN = Choice(AnswersWith.BUILT_IN)
SALESPERSON_ID = SHIPPED[SALESPERSON_KEY].number


@pytest.fixture
async def shop(environment: Environment, database_url: str) -> AsyncIterator[Shop]:
    """With its sample data."""
    async with shop_alone(environment, database_url) as shop:
        await add_sample_data(shop)
        yield shop


@pytest.fixture
def lab(shop: Shop) -> Lab:
    return lab_of(shop)


async def play(shop: Shop, lab: Lab, scenario_id: int, choice: Choice = BUILT_IN) -> ScenarioRun:
    asked = await shop.scenarios.ask_for_run(scenario_id, choice, PROGRAM, by_job=False)
    await lab.run(asked.id)
    return await ScenarioRun.get(id=asked.id)


async def scenario(shop: Shop, *steps: str | Step, **more: object) -> int:
    script = [Step(step) if isinstance(step, str) else step for step in steps]
    changes = ScenarioChanges(name="Ours", language="en", steps=script, **more)  # type: ignore[arg-type]
    return int((await shop.scenarios.create(changes, PROGRAM)).id)


@pytest.mark.parametrize("name", [each.name for each in SCENARIOS])
async def test_the_built_in_assistant_manages_the_sample_scenarios(shop: Shop, lab: Lab, name: str) -> None:
    sample = await Scenario.get(name=name)

    run = await play(shop, lab, sample.id)

    assert (run.state, run.problems) == (ScenarioRunState.PASSED, [])
    assert sample.is_sample
    assert run.finished_at is not None


async def test_the_samples_are_in_five_languages() -> None:
    assert {each.language for each in SCENARIOS} == {"en", "ur", "ur-Latn", "ar", "es"}
    assert len({each.name for each in SCENARIOS}) == len(SCENARIOS) >= 8


async def test_what_does_not_hold_is_told_in_sentences_beside_what_was_said(shop: Shop, lab: Lab) -> None:
    key = await scenario(
        shop,
        Step("How much is Gold care?", hears=("35,000", "free of charge")),
        expected=Expected(orders=1, order=OrderStatus.PENDING, answered_by=AnsweredBy.HUMAN),
        forbidden=["gold care", "PKR 3"],
    )

    run = await play(shop, lab, key)

    answer, forbidden, *ending = run.problems
    assert run.state is ScenarioRunState.FAILED
    assert answer.startswith("The answer to step 1 should say “free of charge”; it was: “")
    assert forbidden.startswith("The answer to step 1 says “gold care”, which is forbidden: “")
    assert ending == [
        "The number of orders is 0, and should be 1.",
        "The status of the order is nothing, and should be PENDING.",
        "Who answers now is AI, and should be HUMAN.",
    ]
    asked, *said = run.transcript
    assert asked == {"author": "CUSTOMER", "text": "How much is Gold care?", "sent_file": None}
    assert {line["author"] for line in said} == {"ASSISTANT"}
    assert {line["turn_id"] for line in said} == {(await Turn.get()).id}


async def test_nobody_hears_of_a_run_and_nothing_of_it_goes_on(shop: Shop, lab: Lab) -> None:
    sale = await Scenario.get(name="A sale up to the receipt")
    wants_person = await Scenario.get(name="Wants a person")
    before = await shop.database.fetch("select type from events order by id")

    await play(shop, lab, sale.id)
    await play(shop, lab, wants_person.id)

    told = (await shop.database.fetch("select type from events order by id"))[len(before) :]
    assert {row["type"] for row in told} == {"scenario_run.changed"}
    assert await shop.database.fetch("select 1 from procrastinate_jobs") == []
    assert await Notice.all().count() == 0
    audited = await shop.database.fetch("select distinct action from audit_logs where subject <> 'scenarios'")
    assert not {"order.create", "order.cancel"} & {row["action"] for row in audited}
    assert {order.status for order in await Order.all()} == {OrderStatus.CANCELLED}
    assert {chat.answered_by for chat in await Conversation.all()} == {AnsweredBy.AI}
    assert await Conversation.filter(closed_at=None).count() == 0
    assert await Message.filter(is_settled=False, direction="INBOUND").count() == 0
    assert {message.state for message in await Message.all()} == {MessageState.RECEIVED, MessageState.DISCARDED}


async def test_a_run_stays_unheard_when_a_unit_of_work_of_the_shop_does_not(shop: Shop) -> None:
    quiet = Database(ProcrastinateQueue(), is_heard=False)

    async def happen(database: Database) -> int | None:
        async with database.unit_of_work() as work:
            work.append(SettingChanged("currency"))
            work.defer(Job("tell_owner", {"notice_id": 1}))
            await audit.record(work, PROGRAM, "test.happen", "tests", 1)
            return await Notices.raise_once(work, NoticeKind.PAYEE_CHANGED, "tests", 1, f"{work.is_heard}")

    async def told() -> list[int]:
        tables = ("events where type = 'setting.changed'", "procrastinate_jobs", "audit_logs where subject = 'tests'")
        return [(await shop.database.fetch(f"select count(*) as n from {each}"))[0]["n"] for each in tables]

    before = await told()
    silent, after_silence = await happen(quiet), await told()
    loud, after_noise = await happen(shop.database), await told()

    assert (silent, loud is not None) == (None, True)
    assert after_silence == before
    assert all(later > earlier for later, earlier in zip(after_noise, before, strict=True))


async def test_each_run_has_a_customer_of_its_own_and_each_assistant_a_number_of_the_lab(shop: Shop, lab: Lab) -> None:
    hello = await scenario(shop, "hello")

    for choice in (BUILT_IN, BUILT_IN, Choice()):
        await play(shop, lab, hello, choice)

    numbers = await WhatsappAccount.filter(is_lab=True).order_by("id")
    assert [number.answers_with for number in numbers] == ["BUILT_IN", None]
    assert {(number.should_connect, number.is_default) for number in numbers} == {(False, False)}
    chats = await Conversation.all().order_by("id")
    assert [chat.account_id for chat in chats] == [numbers[0].id, numbers[0].id, numbers[1].id]
    assert len({chat.customer_id for chat in chats}) == 3


async def test_a_script_of_many_words_at_once_is_no_flood(shop: Shop, lab: Lab) -> None:
    many = await scenario(shop, *[f"What about number {place}?" for place in range(25)])

    run = await play(shop, lab, many)

    assert (run.state, run.problems) == (ScenarioRunState.PASSED, [])


async def test_a_provider_that_cannot_be_asked_breaks_the_run(shop: Shop, lab: Lab) -> None:
    hello = await scenario(shop, "hello")
    silent = await make_provider()
    choice = Choice(AnswersWith.PROVIDER, silent.id)

    run = await play(shop, lab, hello, choice)
    asked = await shop.scenarios.ask_for_run(hello, choice, PROGRAM, by_job=False)
    await AiProvider.all().delete()
    await lab.run(asked.id)

    reason = "The provider is switched off, has no key, was deleted or waits for a person."
    assert (run.state, run.problems) == (ScenarioRunState.BROKEN, [reason])
    assert await Conversation.all().count() == 0
    assert (await ScenarioRun.get(id=asked.id)).problems == [reason]


async def test_a_run_that_was_cut_off_begins_anew_and_one_that_is_over_stays_as_it_is(shop: Shop, lab: Lab) -> None:
    hello = await scenario(shop, "hello", "What do you offer?")
    asked = await shop.scenarios.ask_for_run(hello, BUILT_IN, PROGRAM, by_job=False)
    begun = await shop.scenarios.begin(asked.id)
    await shop.scenarios.write_down(asked.id, [{"author": "CUSTOMER", "text": "half of it", "sent_file": None}])

    await lab.run(asked.id)
    ended = await ScenarioRun.get(id=asked.id)
    await lab.run(asked.id)
    await lab.give_up(asked.id)

    assert begun is not None
    assert ended.state is ScenarioRunState.PASSED
    assert "half of it" not in {line["text"] for line in ended.transcript}
    assert await ScenarioRun.get(id=asked.id) == ended
    assert (await ScenarioRun.get(id=asked.id)).finished_at == ended.finished_at


async def test_a_run_that_was_cut_off_too_often_is_broken(shop: Shop, lab: Lab) -> None:
    asked = await shop.scenarios.ask_for_run(await scenario(shop, "hello"), BUILT_IN, PROGRAM, by_job=False)

    await lab.give_up(asked.id)

    ended = await ScenarioRun.get(id=asked.id)
    assert (ended.state, ended.problems) == (
        ScenarioRunState.BROKEN,
        ["The program ended before the run was through."],
    )


async def test_runs_at_once_do_not_disturb_one_another(shop: Shop, lab: Lab) -> None:
    samples = await Scenario.filter(language="en").order_by("id")

    runs = await asyncio.gather(*(play(shop, lab, sample.id) for sample in samples))

    assert [run.problems for run in runs] == [[] for _ in samples]
    assert await WhatsappAccount.filter(is_lab=True).count() == 1


async def test_a_run_that_is_asked_for_again_before_it_is_over_is_the_same_one(shop: Shop, lab: Lab) -> None:
    hello = await scenario(shop, "hello")

    first = await shop.scenarios.ask_for_run(hello, BUILT_IN, PROGRAM)
    again = await shop.scenarios.ask_for_run(hello, BUILT_IN, PROGRAM)
    other = await shop.scenarios.ask_for_run(hello, Choice(), PROGRAM)
    await lab.run(first.id)
    later = await shop.scenarios.ask_for_run(hello, BUILT_IN, PROGRAM)

    assert first.id == again.id
    assert len({first.id, other.id, later.id}) == 3


async def test_a_changed_prompt_shows_which_scenarios_go_otherwise(shop: Shop, lab: Lab) -> None:
    async def changed() -> list[int]:
        results = await shop.scenarios.results(None)
        return [key for key, theirs in results.items() if any(result.has_changed for result in theirs)]

    hello, same = await scenario(shop, Step("hello", hears=("Welcome",))), await Scenario.get(name="Says STOP")
    await play(shop, lab, hello)
    await play(shop, lab, same.id)

    unchanged = await changed()
    await shop.prompts.update(SALESPERSON_ID, "Sell rudely.", PROGRAM)
    await shop.scenarios.update(hello, ScenarioChanges(steps=[Step("hello", hears=("Go away",))]), PROGRAM)
    await play(shop, lab, hello)
    await play(shop, lab, same.id)

    assert unchanged == []
    assert await changed() == [hello]
    [result] = (await shop.scenarios.results([hello]))[hello]
    assert result.earlier is not None
    assert (result.earlier.state, result.run.state) == (ScenarioRunState.PASSED, ScenarioRunState.FAILED)
    assert (result.earlier.prompt_version, result.run.prompt_version) == (0, 1)
