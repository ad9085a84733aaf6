"""Reading and changing the scenarios of the conversation lab, and having them played."""

import asyncio
from typing import Annotated, Any

import strawberry

from core.permissions import Permission
from graph.errors import ConflictProblem, NotFoundProblem
from graph.mutations import ASKED, actor, asked_as, first, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import scenarios as lab
from graph.schema.scenarios import (
    Scenario,
    ScenarioDeletePayload,
    ScenarioPayload,
    ScenarioRun,
    ScenarioRunPayload,
    ScenariosRunPayload,
)


@strawberry.type
class ScenariosQuery:
    @field(may=Permission.SCENARIOS_READ, description="The scenarios of the conversation lab, by name if unsaid.")
    async def scenarios(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            lab.ScenarioFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[lab.ScenarioSort | None, strawberry.argument(description="In which order.")] = None,
    ) -> Connection[Scenario] | None:
        return await lab.scenarios(wanted, order_by, Slice(first, after, last, before))

    @field(may=Permission.SCENARIOS_READ, description="The runs of all scenarios, newest first.")
    async def scenario_runs(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            lab.ScenarioRunFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
    ) -> Connection[ScenarioRun] | None:
        return await lab.scenario_runs(wanted, Slice(first, after, last, before))


@strawberry.type
class ScenariosMutation:
    @mutation(
        ScenarioPayload,
        may=Permission.SCENARIOS_WRITE,
        description="Makes a scenario.",
        problems=(ConflictProblem,),
    )
    async def scenario_create(self, info: Info, asked: Annotated[lab.ScenarioCreateInput, ASKED]) -> ScenarioPayload:
        rule = info.context.shop.scenarios
        key = await once(info, asked, lambda: rule.create(asked.changes(), actor(info)))
        return ScenarioPayload(scenario=await Scenario.get(info, key))

    @mutation(
        ScenarioPayload,
        may=Permission.SCENARIOS_WRITE,
        description="Changes a scenario; a run that is under way goes on as it began.",
        problems=(ConflictProblem,),
    )
    async def scenario_update(self, info: Info, asked: Annotated[lab.ScenarioUpdateInput, ASKED]) -> ScenarioPayload:
        rule, target = info.context.shop.scenarios, Scenario.key(asked.id)
        with asked_as(below="changes"):
            key = await once(info, asked, lambda: rule.update(target, asked.changes.given(), actor(info)))
        return ScenarioPayload(scenario=await Scenario.get(info, key))

    @mutation(ScenarioDeletePayload, may=Permission.SCENARIOS_WRITE, description="Deletes a scenario with its runs.")
    async def scenario_delete(
        self, info: Info, asked: Annotated[lab.ScenarioDeleteInput, ASKED]
    ) -> ScenarioDeletePayload:
        rule, target = info.context.shop.scenarios, Scenario.key(asked.id)

        async def delete() -> dict[str, Any]:
            return {"id": await rule.delete(target, actor(info))}

        gone = await first(info, asked, delete)
        return ScenarioDeletePayload(deleted_id=Scenario.id_of(gone["id"]))

    @mutation(
        ScenarioRunPayload,
        may=Permission.SCENARIOS_WRITE,
        description="Plays a scenario; follow it with `scenarioRunChanged`. With AI it counts and costs as any chat.",
    )
    async def scenario_run(self, info: Info, asked: Annotated[lab.ScenarioRunInput, ASKED]) -> ScenarioRunPayload:
        rule, target, choice = info.context.shop.scenarios, Scenario.key(asked.id), asked.choice()
        key = await once(info, asked, lambda: rule.ask_for_run(target, choice, actor(info)))
        return ScenarioRunPayload(run=await ScenarioRun.get(info, key))

    @mutation(
        ScenariosRunPayload,
        may=Permission.SCENARIOS_WRITE,
        description="Plays every scenario, one after another. With AI it counts and costs as that many chats.",
        without=(NotFoundProblem,),
    )
    async def scenarios_run(self, info: Info, asked: Annotated[lab.ScenariosRunInput, ASKED]) -> ScenariosRunPayload:
        rule, choice = info.context.shop.scenarios, asked.choice()

        async def run_all() -> dict[str, Any]:
            return {"ids": await rule.ask_for_all(choice, actor(info))}

        keys = (await first(info, asked, run_all))["ids"]
        # Together, so that their loader makes one statement of them; one may be deleted since the first answer.
        found = await asyncio.gather(*(ScenarioRun.load(info, key) for key in keys))
        return ScenariosRunPayload(runs=[run for run in found if run is not None])
