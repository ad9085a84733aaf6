"""The conversation lab: scenarios, and having them played."""

from tests.graph.mutations.calls import Call, Failure, on, plain
from tests.graph.mutations.catalog import told_again_after_it_was_deleted
from tests.graph.mutations.scene import Input, Scene, id_of

SCENARIO: Input = {"name": "Says hello", "language": "en", "steps": [{"says": "hello"}]}


async def _name_of_another(scene: Scene) -> Input:
    return {**SCENARIO, "name": (await scene.scenario()).name}


async def _renamed_as_another(scene: Scene) -> Input:
    other = await scene.scenario()
    return {"id": id_of(await scene.scenario()), "changes": {"name": other.name}}


CALLS = {
    "scenarioCreate": Call(plain(**SCENARIO)),
    "scenarioUpdate": Call(on(Scene.scenario, changes={"forbidden": ["never"]})),
    "scenarioDelete": Call(on(Scene.scenario)),
    "scenarioRun": Call(on(Scene.scenario, assistant="BUILT_IN")),
    "scenariosRun": Call(plain(assistant="BUILT_IN"), other={"assistant": "SHOP"}),
}

FAILURES = {
    ("scenarioCreate", "InvalidInputError"): Failure(
        plain(**{**SCENARIO, "steps": [{"says": "hello", "hears": [""]}]}), "INVALID_INPUT", ("steps", "0", "hears")
    ),
    ("scenarioCreate", "ConflictError"): Failure(_name_of_another, "SCENARIO_NAME_TAKEN", ("name",)),
    ("scenarioUpdate", "ConflictError"): Failure(_renamed_as_another, "SCENARIO_NAME_TAKEN", ("changes", "name")),
    ("scenarioCreate", "NotFoundError"): Failure(
        told_again_after_it_was_deleted("scenarioCreate", "scenarioDelete", "scenario", plain(**SCENARIO)), "NOT_FOUND"
    ),
    ("scenariosRun", "InvalidInputError"): Failure(plain(assistant="PROVIDER"), "INVALID_INPUT", ("providerId",)),
}
