"""`scenarios`: the conversation lab from the command line; a running server is not needed and not disturbed."""

from collections.abc import Sequence
from typing import Annotated

from cyclopts import App, Parameter

from core import audit
from core.errors import InvalidInputError
from core.scenarios import Choice, find_by_names
from models.accounts import AnswersWith
from models.providers import AiProvider
from models.scenarios import Scenario, ScenarioRun, ScenarioRunState
from web.cli.opening import shop_for_command
from web.cli.told import told
from web.log import set_up_logging

scenarios = App(name="scenarios", help="The conversation lab: scripted customers, and how each was served.")

MARKS = {
    ScenarioRunState.PASSED: "passed",
    ScenarioRunState.FAILED: "FAILED",
    ScenarioRunState.BROKEN: "BROKEN",
}


@scenarios.command(name="list")
async def list_scenarios() -> None:
    """Show the scenarios, and how each went last with each assistant."""
    async with shop_for_command() as shop:
        results = await shop.scenarios.results(None)
        providers = {provider.id: provider.name for provider in await AiProvider.all()}
        for scenario in await find_by_names([]):
            told(f"{scenario.name}  ({scenario.language}, {len(scenario.steps)} steps)")
            for result in results.get(scenario.id, []):
                before = f", before the prompt changed: {MARKS[result.earlier.state]}" if result.earlier else ""
                told(f"    {_called(result.run, providers)}: {MARKS[result.run.state]}{before}")


@scenarios.command
async def run(
    *names: str,
    provider: str | None = None,
    built_in: Annotated[bool, Parameter(negative=())] = False,
    transcript: Annotated[bool, Parameter(negative=())] = False,
) -> int:
    """Play scenarios. The exit code is 0 when all passed and 1 when one did not.

    Parameters
    ----------
    names
        The scenarios; all of them if unsaid.
    provider
        Only this AI provider answers, by its name or its type, e.g. CLAUDE. What it is asked counts and costs.
    built_in
        Only the built-in assistant answers. Without either, whoever answers in the shop does.
    transcript
        Show also what was said.
    """
    from web.lab import lab_of

    set_up_logging("ERROR")
    async with shop_for_command() as shop:
        choice = await _choice(provider, built_in=built_in)
        wanted = await find_by_names(names)
        lab = lab_of(shop)
        try:
            ended = []
            for scenario in wanted:
                asked = await shop.scenarios.ask_for_run(scenario.id, choice, audit.PROGRAM, by_job=False)
                await lab.run(asked.id)
                ended.append(await ScenarioRun.get(id=asked.id))
                _tell(scenario, ended[-1], with_transcript=transcript)
        finally:
            await shop.connections.close()
    return _sum_up(ended)


async def _choice(provider: str | None, *, built_in: bool) -> Choice:
    """Raises InvalidInputError."""
    if provider is None:
        return Choice(AnswersWith.BUILT_IN if built_in else AnswersWith.SHOP)
    if built_in:
        raise InvalidInputError("Choose a provider or the built-in assistant, not both.", field="provider")
    known = await AiProvider.all().order_by("-priority", "id")
    for name in ("name", "type"):
        for each in known:
            if getattr(each, name).casefold() == provider.casefold():
                return Choice(AnswersWith.PROVIDER, each.id)
    names = ", ".join(each.name for each in known) or "there is none yet"
    raise InvalidInputError(f"There is no AI provider “{provider}”; choose from: {names}.", field="provider")


def _tell(scenario: Scenario, run: ScenarioRun, *, with_transcript: bool) -> None:
    told(f"{MARKS.get(run.state, run.state.value)}  {scenario.name}")
    if with_transcript:
        for line in run.transcript:
            told(f"    {line['author']}: {line['text'] or line.get('sent_file')}")
    for problem in run.problems:
        told(f"    {problem}")


def _sum_up(ended: Sequence[ScenarioRun]) -> int:
    passed = sum(run.state is ScenarioRunState.PASSED for run in ended)
    told(f"{passed} of {len(ended)} scenarios passed." if ended else "There are no scenarios.")
    return 0 if passed == len(ended) else 1


def _called(run: ScenarioRun, providers: dict[int, str]) -> str:
    match AnswersWith(run.assistant):
        case AnswersWith.SHOP:
            return "as the shop answers"
        case AnswersWith.BUILT_IN:
            return "built-in assistant"
        case AnswersWith.PROVIDER:
            return providers.get(run.provider_id or 0, "a provider that is gone")
