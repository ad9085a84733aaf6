"""The conversation lab: scenarios as staff keep them, runs as they are asked for, and how each ended."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from tortoise.exceptions import IntegrityError

from core import audit, listing
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import ConflictError, InvalidInputError, NotFoundError
from core.events.event_types import ScenarioChanged, ScenarioRunChanged
from core.jobs.queue import Job
from core.languages.prompts import SALESPERSON_KEY
from core.languages.wording import LANGUAGES
from core.scenario_script import Expected, Step, judged_expected, judged_steps, judged_words
from core.texts import clean
from models.accounts import AnswersWith
from models.knowledge import SystemPrompt
from models.scenarios import Scenario, ScenarioRun, ScenarioRunState

LONGEST_NAME = 120
LONGEST_DESCRIPTION = 2_000

FINISHED = (ScenarioRunState.PASSED, ScenarioRunState.FAILED, ScenarioRunState.BROKEN)

# The newest finished run with each assistant, and the newest before it under another prompt.
RESULTS = """
select newest.scenario_id, newest.id, (
    select before.id from scenario_runs as before
    where before.scenario_id = newest.scenario_id and before.id < newest.id
        and before.assistant = newest.assistant and before.provider_id is not distinct from newest.provider_id
        and before.prompt_version <> newest.prompt_version and before.state in ('PASSED', 'FAILED', 'BROKEN')
    order by before.id desc limit 1
) as earlier_id
from (
    select distinct on (scenario_id, assistant, provider_id) scenario_id, assistant, provider_id, prompt_version, id
    from scenario_runs
    where ($1::bigint[] is null or scenario_id = any($1)) and state in ('PASSED', 'FAILED', 'BROKEN')
    order by scenario_id, assistant, provider_id, id desc
) as newest
order by newest.scenario_id, newest.assistant, newest.provider_id nulls first
"""


class ScenarioNotFoundError(NotFoundError):
    code = "SCENARIO_NOT_FOUND"


class ScenarioNameTakenError(ConflictError):
    code = "SCENARIO_NAME_TAKEN"


@dataclass(frozen=True, slots=True)
class ScenarioChanges:
    """What is None stays as it is."""

    name: str | None = None
    description: str | None = None
    language: str | None = None
    steps: Sequence[Step] | None = None
    expected: Expected | None = None
    forbidden: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is to answer the scripted customer."""

    assistant: AnswersWith = AnswersWith.SHOP
    provider_id: int | None = None  # of PROVIDER


@dataclass(frozen=True, slots=True)
class Result:
    """How a scenario went last with one assistant, and before that under another version of the prompt."""

    run: ScenarioRun
    earlier: ScenarioRun | None

    @property
    def has_changed(self) -> bool:
        return self.earlier is not None and self.earlier.state is not self.run.state


class Scenarios:
    def __init__(self, database: Database) -> None:
        self._database = database

    # --- What staff keep ---------------------------------------------------------------------------------------------

    async def create(self, changes: ScenarioChanges, actor: Actor, *, is_sample: bool = False) -> Scenario:
        """Raises ScenarioNameTakenError, and InvalidInputError that names the field."""
        values = _judged(changes)
        for needed in ("name", "language", "steps"):
            if needed not in values:
                raise InvalidInputError("A scenario needs this.", field=needed)
        try:
            async with self._database.unit_of_work() as work:
                scenario = await Scenario.create(**values, is_sample=is_sample, created_at=work.now)
                await _record(work, actor, "scenario.create", scenario, after=_told(values))
                return scenario
        except IntegrityError as error:
            raise _name_taken() from error

    async def update(self, scenario_id: int, changes: ScenarioChanges, actor: Actor) -> Scenario:
        """Raises as `create`, and ScenarioNotFoundError."""
        values = _judged(changes)
        try:
            async with self._database.unit_of_work() as work:
                scenario = await _locked(scenario_id)
                before = {name: getattr(scenario, name) for name in values}
                scenario.update_from_dict(values)
                await scenario.save()
                await _record(work, actor, "scenario.update", scenario, before=_told(before), after=_told(values))
                return scenario
        except IntegrityError as error:
            raise _name_taken() from error

    async def delete(self, scenario_id: int, actor: Actor) -> int:
        """With its runs; the chats that they had stay. Returns the id that is gone. Raises ScenarioNotFoundError."""
        async with self._database.unit_of_work() as work:
            scenario = await _locked(scenario_id)
            await _record(work, actor, "scenario.delete", scenario, before={"name": scenario.name})
            await scenario.delete()
            return scenario_id

    # --- Runs --------------------------------------------------------------------------------------------------------

    async def ask_for_run(self, scenario_id: int, choice: Choice, actor: Actor, *, by_job: bool = True) -> ScenarioRun:
        """A run that waits for its turn; the one that is not over yet, if there is one with this assistant.

        `by_job` is false for whoever plays it themselves.

        Raises ScenarioNotFoundError, and InvalidInputError for a provider that is missing or one too many.
        """
        async with self._database.unit_of_work() as work:
            await _judge_choice(work, choice)
            scenario = await _locked(scenario_id)
            return await self._ask(work, scenario, choice, actor, by_job=by_job)

    async def ask_for_all(self, choice: Choice, actor: Actor) -> list[int]:
        """A run of every scenario, one after another; their ids. Raises InvalidInputError as `ask_for_run`."""
        async with self._database.unit_of_work() as work:
            await _judge_choice(work, choice)
            scenarios = await Scenario.all().order_by("id").using_db(work.connection).select_for_update(no_key=True)
            return [(await self._ask(work, scenario, choice, actor, by_job=True)).id for scenario in scenarios]

    async def results(self, scenario_ids: list[int] | None) -> dict[int, list[Result]]:
        """By scenario, one for each assistant that it was run with; two statements. None: of all."""
        rows = await self._database.fetch(RESULTS, [scenario_ids])
        wanted = {row[name] for row in rows for name in ("id", "earlier_id") if row[name] is not None}
        runs = await listing.by_ids(ScenarioRun, wanted)
        found: dict[int, list[Result]] = {}
        for row in rows:
            if run := runs.get(row["id"]):
                found.setdefault(row["scenario_id"], []).append(Result(run, runs.get(row["earlier_id"])))
        return found

    # --- What whoever plays a run writes down ------------------------------------------------------------------------

    async def begin(self, run_id: int) -> ScenarioRun | None:
        """With its scenario. A run that was cut off begins anew; None: it is over, or it is gone."""
        async with self._database.unit_of_work() as work:
            run = await self._locked_run(run_id)
            if run is None or run.state in FINISHED:
                return None
            run.state = ScenarioRunState.RUNNING
            prompt = await SystemPrompt.get_or_none(key=SALESPERSON_KEY, using_db=work.connection)
            run.prompt_version = prompt.version if prompt else 0
            run.transcript, run.problems = [], []
            await run.save(update_fields=["state", "prompt_version", "transcript", "problems"])
            work.append(_changed(run))
            await run.fetch_related("scenario", using_db=work.connection)
            return run

    async def write_down(self, run_id: int, transcript: Sequence[dict[str, Any]]) -> None:
        """What was said so far, so that people can look on."""
        async with self._database.unit_of_work() as work:
            rows = await work.fetch(
                "update scenario_runs set transcript = $2::text::jsonb where id = $1 and state = 'RUNNING' "
                "returning scenario_id",
                run_id,
                orjson.dumps(list(transcript)).decode(),
            )
            for row in rows:
                work.append(ScenarioRunChanged(run_id, row["scenario_id"], ScenarioRunState.RUNNING))

    async def finish(self, run_id: int, state: ScenarioRunState, problems: Sequence[str]) -> None:
        """What is over already stays as it ended."""
        async with self._database.unit_of_work() as work:
            run = await self._locked_run(run_id)
            if run is None or run.state in FINISHED:
                return
            run.state, run.problems, run.finished_at = state, list(problems), work.now
            await run.save(update_fields=["state", "problems", "finished_at"])
            work.append(_changed(run))

    async def _ask(
        self, work: UnitOfWork, scenario: Scenario, choice: Choice, actor: Actor, *, by_job: bool
    ) -> ScenarioRun:
        wanted = {
            "scenario_id": scenario.id,
            "assistant": choice.assistant.value,
            "provider_id": choice.provider_id,
        }
        run = await ScenarioRun.filter(**wanted).exclude(state__in=FINISHED).using_db(work.connection).first()
        if run is None:
            run = await ScenarioRun.create(**wanted, asked_by_id=actor.staff_id, created_at=work.now)
            work.append(_changed(run))
        after = {"run": run.id, "assistant": choice.assistant.value, "provider": choice.provider_id}
        await audit.record(work, actor, "scenario.run", "scenarios", scenario.id, after=after)
        if by_job:
            # One after another with each assistant: a vendor bears only so much at once. A job for a run that is under
            # way waits for its end too, and then finds nothing to do.
            lock = f"lab:{choice.assistant}:{choice.provider_id or 0}"
            work.defer(Job("run_scenario", {"run_id": run.id}, lock=lock))
        return run

    async def _locked_run(self, run_id: int) -> ScenarioRun | None:
        return await ScenarioRun.filter(id=run_id).select_for_update().first()


async def find_by_names(names: Collection[str]) -> list[Scenario]:
    """These, or all; by name. Raises ScenarioNotFoundError that says which one is missing."""
    found = await Scenario.all().order_by("name")
    if not names:
        return found
    known = {scenario.name: scenario for scenario in found}
    for name in names:
        if name not in known:
            raise ScenarioNotFoundError(f"There is no scenario named “{name}”.", field="name")
    return [known[name] for name in dict.fromkeys(names)]


async def _judge_choice(work: UnitOfWork, choice: Choice) -> None:
    if (choice.assistant is AnswersWith.PROVIDER) != (choice.provider_id is not None):
        raise InvalidInputError("Name a provider together with PROVIDER, and only then.", field="providerId")
    if choice.provider_id is not None and not await work.fetch(
        "select 1 from ai_providers where id = $1 for key share", choice.provider_id
    ):
        raise InvalidInputError("There is no such AI provider.", field="providerId")


async def _locked(scenario_id: int) -> Scenario:
    scenario = await Scenario.filter(id=scenario_id).select_for_update(no_key=True).first()
    if scenario is None:
        raise ScenarioNotFoundError("There is no such scenario.", field="id")
    return scenario


async def _record(
    work: UnitOfWork,
    actor: Actor,
    action: str,
    scenario: Scenario,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    await audit.record(work, actor, action, "scenarios", scenario.id, before=before, after=after)
    work.append(ScenarioChanged(scenario.id))


def _changed(run: ScenarioRun) -> ScenarioRunChanged:
    return ScenarioRunChanged(run.id, run.scenario_id, run.state)


def _told(values: dict[str, Any]) -> dict[str, Any]:
    """For the audit log: of a script only how long it is."""
    return {name: len(value) if name in {"steps", "forbidden"} else value for name, value in values.items()}


def _name_taken() -> ScenarioNameTakenError:
    return ScenarioNameTakenError("Another scenario has this name.", field="name")


def _judged(changes: ScenarioChanges) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if changes.name is not None:
        values["name"] = " ".join(clean(changes.name, LONGEST_NAME + 1).split())
        if not 1 <= len(values["name"]) <= LONGEST_NAME:
            raise InvalidInputError(f"It has 1 to {LONGEST_NAME} characters.", field="name")
    if changes.description is not None:
        values["description"] = clean(changes.description, LONGEST_DESCRIPTION + 1).strip()
        if len(values["description"]) > LONGEST_DESCRIPTION:
            raise InvalidInputError(f"It has at most {LONGEST_DESCRIPTION} characters.", field="description")
    if changes.language is not None:
        if changes.language not in LANGUAGES:
            raise InvalidInputError(f"Choose one of {', '.join(LANGUAGES)}.", field="language")
        values["language"] = changes.language
    if changes.steps is not None:
        values["steps"] = [step.stored() for step in judged_steps(changes.steps)]
    if changes.expected is not None:
        values["expected"] = judged_expected(changes.expected).stored()
    if changes.forbidden is not None:
        values["forbidden"] = judged_words(changes.forbidden, "forbidden")
    return values
