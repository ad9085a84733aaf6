"""Following the runs of the conversation lab."""

from collections.abc import AsyncGenerator
from typing import Annotated

import strawberry

from core.events.event_types import ScenarioRunChanged
from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import subscription
from graph.schema.scenarios import ScenarioRun, ScenarioRunChangedEvent
from graph.subscriptions.stream import After, follow


@strawberry.type
class ScenariosSubscription:
    @subscription(
        may=Permission.SCENARIOS_READ,
        description="Each run that is asked for, begins, gets further or ends. Of a named one, first as it is now; "
        "with `after` only the changes since.",
    )
    async def scenario_run_changed(
        self,
        info: Info,
        id: Annotated[strawberry.ID | None, strawberry.argument(description="Only this run.")] = None,  # noqa: A002
        after: After = None,
    ) -> AsyncGenerator[ScenarioRunChangedEvent | None, None]:
        key = ScenarioRun.key_if(id, field="id")
        # The place comes first: what changes while the run is read is told once more, never lost.
        place = (await info.context.shop.feed.place()).encode()
        async with follow(
            info, Permission.SCENARIOS_READ, ScenarioRunChanged, after=place if after is None else after
        ) as changes:
            if after is None and key is not None and (run := await ScenarioRun.load(info, key)):
                yield ScenarioRunChangedEvent(cursor=place, run=run)
            async for told in changes:
                if key in {None, told.event.scenario_run_id} and (
                    run := await ScenarioRun.load(info, told.event.scenario_run_id)
                ):
                    yield ScenarioRunChangedEvent(cursor=told.cursor, run=run)
