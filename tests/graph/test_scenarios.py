"""The conversation lab over the API: scenarios, their results, who may see them, and what the lists leave out."""

from typing import Any

import pytest

from core import clock
from core.audit import PROGRAM
from core.events.event_types import ScenarioRunChanged
from core.permissions import ROLE_PERMISSIONS, Caller, CallerKind, Permission
from core.scenarios import ScenarioChanges
from core.shop import Shop
from graph.schema.accounts import WhatsappAccount as AccountNode
from graph.schema.conversations import Conversation as ConversationNode
from graph.schema.scenarios import Scenario as ScenarioNode
from graph.schema.scenarios import ScenarioRun as RunNode
from models.accounts import AccountKind, WhatsappAccount
from models.audit import AuditLog
from models.scenarios import Scenario, ScenarioRun, ScenarioRunState
from models.staff import StaffRole
from tests.graph.asking import Asker
from tests.graph.rows import (
    make_account,
    make_conversation,
    make_customer,
    make_message,
    make_order,
    make_scenario,
    make_staff,
)
from tests.graph.test_mutations import do
from tests.graph.test_subscriptions import told

SCENARIO = """... on ScenarioPayload { scenario {
    id name description language forbidden isSample
    steps { says sends hears }
    expected { orders orderStatus package quantity answeredBy isOptedOut language }
} }"""
RUNS = "... on ScenarioRunPayload { run { state assistant provider { name } } }"
NAMES = """query ($filter: ScenarioFilter, $orderBy: ScenarioSort) {
    scenarios(filter: $filter, orderBy: $orderBy) { nodes { name } }
}"""
FOLLOW = "subscription ($id: ID) { scenarioRunChanged(id: $id) { cursor run { state problems } } }"

WHOLE = {
    "name": "  Buys   two ",
    "description": "Both at once.",
    "language": "en",
    "steps": [{"says": " two please ", "hears": ["5,000", "5,000"]}, {"sends": "RECEIPT"}],
    "expected": {
        "orders": 1,
        "orderStatus": "PAYMENT_SUBMITTED",
        "package": "Trial week",
        "quantity": 2,
        "answeredBy": "AI",
        "isOptedOut": False,
        "language": "en",
    },
    "forbidden": ["for free"],
}


async def make_lab() -> WhatsappAccount:
    return await WhatsappAccount.create(
        name="Conversation lab 1", kind=AccountKind.SIMULATOR, status_changed_at=clock.now(), is_lab=True
    )


async def ended(scenario: Scenario, state: ScenarioRunState, version: int, assistant: str = "SHOP") -> ScenarioRun:
    return await ScenarioRun.create(
        scenario_id=scenario.id, state=state, assistant=assistant, prompt_version=version, finished_at=clock.now()
    )


async def test_a_scenario_is_made_changed_and_deleted_with_its_runs(asker: Asker) -> None:
    made = (await do(asker, "scenarioCreate", SCENARIO, **WHOLE))["scenario"]
    await ended(await Scenario.get(), ScenarioRunState.PASSED, 1)
    changes = {"expected": {"orders": 0}, "steps": [{"says": "no"}], "forbidden": []}
    changed = (await do(asker, "scenarioUpdate", SCENARIO, id=made["id"], changes=changes))["scenario"]
    gone = await do(asker, "scenarioDelete", "... on ScenarioDeletePayload { deletedId }", id=made["id"])

    assert made == {
        **WHOLE,
        "id": made["id"],
        "name": "Buys two",
        "isSample": False,
        "steps": [
            {"says": "two please", "sends": None, "hears": ["5,000"]},
            {"says": "", "sends": "RECEIPT", "hears": []},
        ],
    }
    assert changed["steps"] == [{"says": "no", "sends": None, "hears": []}]
    assert changed["expected"] == dict.fromkeys(made["expected"]) | {"orders": 0}
    assert (changed["name"], changed["forbidden"]) == ("Buys two", [])
    assert gone["deletedId"] == made["id"]
    assert await ScenarioRun.all().count() == 0
    audited = await AuditLog.filter(subject="scenarios").order_by("id")
    assert [row.action for row in audited] == ["scenario.create", "scenario.update", "scenario.delete"]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"name": " "}, ["name"]),
        ({"language": "de"}, ["language"]),
        ({"steps": []}, ["steps"]),
        ({"steps": [{"says": "hi"}] * 26}, ["steps"]),
        ({"steps": [{"says": "hi"}, {"says": " "}]}, ["steps", "1"]),
        ({"steps": [{"says": "hi", "sends": "RECEIPT"}]}, ["steps", "0"]),
        ({"steps": [{"says": "x" * 2001}]}, ["steps", "0", "says"]),
        ({"steps": [{"says": "hi", "hears": [" "]}]}, ["steps", "0", "hears"]),
        ({"forbidden": ["x" * 201]}, ["forbidden"]),
        ({"expected": {"orders": 0, "package": "Gold"}}, ["expected", "orders"]),
        ({"expected": {"orders": -1}}, ["expected", "orders"]),
        ({"expected": {"quantity": 0}}, ["expected", "quantity"]),
        ({"expected": {"package": " "}}, ["expected", "package"]),
        ({"expected": {"language": "de"}}, ["expected", "language"]),
    ],
)
async def test_what_no_scenario_can_be_is_named_by_its_place(
    asker: Asker, changes: dict[str, Any], path: list[str]
) -> None:
    kept = await make_scenario()

    made = await do(asker, "scenarioCreate", SCENARIO, **{**WHOLE, **changes})
    changed = await do(asker, "scenarioUpdate", SCENARIO, id=ScenarioNode.id_of(kept.id), changes=changes)

    assert (made["__typename"], made["path"]) == ("InvalidInputError", ["input", *path])
    assert (changed["__typename"], changed["path"]) == ("InvalidInputError", ["input", "changes", *path])
    assert await Scenario.all().count() == 1


async def test_scenarios_are_filtered_searched_and_ordered(asker: Asker) -> None:
    for name, language in (("Buys", "en"), ("Asks", "ur"), ("Says STOP", "en")):
        row = await make_scenario()
        await Scenario.filter(id=row.id).update(name=name, language=language, is_sample=name == "Asks")

    async def names(wanted: dict[str, Any] | None = None, order: dict[str, Any] | None = None) -> list[str]:
        found = await asker.read(NAMES, filter=wanted, orderBy=order)
        return [node["name"] for node in found["scenarios"]["nodes"]]

    assert await names() == ["Asks", "Buys", "Says STOP"]
    assert await names({"language": "en"}) == ["Buys", "Says STOP"]
    assert await names({"isSample": True}) == ["Asks"]
    assert await names({"search": "stop"}) == ["Says STOP"]
    assert await names({"hasChanged": True}) == []
    assert await names({"hasChanged": False}, {"field": "CREATED_AT", "direction": "DESC"}) == [
        "Says STOP",
        "Asks",
        "Buys",
    ]


async def test_a_scenario_shows_how_it_goes_with_each_assistant_and_whether_the_prompt_changed_that(
    asker: Asker,
) -> None:
    scenario, steady = await make_scenario(1), await make_scenario(2)
    await ended(scenario, ScenarioRunState.BROKEN, 1)
    await ended(scenario, ScenarioRunState.PASSED, 1)
    await ended(scenario, ScenarioRunState.FAILED, 2)
    await ended(scenario, ScenarioRunState.FAILED, 2)
    await ended(scenario, ScenarioRunState.PASSED, 2, "BUILT_IN")
    await ended(scenario, ScenarioRunState.RUNNING, 3)
    await ended(steady, ScenarioRunState.PASSED, 1)
    await ended(steady, ScenarioRunState.PASSED, 2)

    answer = await asker.read(
        """{ scenarios { nodes { name results {
            hasChanged run { state assistant promptVersion } earlierRun { state promptVersion }
        } } } scenarioRuns(filter: { state: { in: [RUNNING] } }) { totalCount } }"""
    )
    changed = await asker.read(NAMES, filter={"hasChanged": True})

    first, second = answer["scenarios"]["nodes"]
    assert first["results"] == [
        {
            "hasChanged": False,
            "run": {"state": "PASSED", "assistant": "BUILT_IN", "promptVersion": 2},
            "earlierRun": None,
        },
        {
            "hasChanged": True,
            "run": {"state": "FAILED", "assistant": "SHOP", "promptVersion": 2},
            "earlierRun": {"state": "PASSED", "promptVersion": 1},
        },
    ]
    assert [result["hasChanged"] for result in second["results"]] == [False]
    assert [node["name"] for node in changed["scenarios"]["nodes"]] == [scenario.name]
    assert answer["scenarioRuns"]["totalCount"] == 1


async def test_a_run_is_told_as_it_is_and_then_with_every_change(shop: Shop, asker: Asker) -> None:
    scenario = await make_scenario()
    asked = await do(asker, "scenarioRun", RUNS, id=ScenarioNode.id_of(scenario.id), assistant="BUILT_IN")
    run = await ScenarioRun.get()

    async with asker.follow(FOLLOW, id=RunNode.id_of(run.id)) as stream:
        seen = [await told(stream, "scenarioRunChanged")]
        stream.listen()
        await shop.scenarios.begin(run.id)
        while seen[-1]["run"]["state"] == "WAITING":  # what was asked for just now may be told once more
            seen.append(await told(stream, "scenarioRunChanged"))
        await shop.scenarios.finish(run.id, ScenarioRunState.FAILED, ["Nothing holds."])
        seen.append(await told(stream, "scenarioRunChanged"))

    assert asked["run"] == {"state": "WAITING", "assistant": "BUILT_IN", "provider": None}
    assert list(dict.fromkeys(each["run"]["state"] for each in seen)) == ["WAITING", "RUNNING", "FAILED"]
    assert seen[-1]["run"]["problems"] == ["Nothing holds."]
    jobs = await shop.database.fetch("select task_name, lock, args from procrastinate_jobs")
    assert [(job["task_name"], job["lock"]) for job in jobs] == [("run_scenario", "lab:BUILT_IN:0")]


async def test_a_run_with_a_provider_names_one_that_is_there(asker: Asker) -> None:
    scenario = ScenarioNode.id_of((await make_scenario()).id)

    for choice in ({"assistant": "PROVIDER"}, {"providerId": "QWlQcm92aWRlcjo5"}):
        for name, asked in (("scenarioRun", {"id": scenario}), ("scenariosRun", {})):
            refused = await do(asker, name, "", **asked, **choice)
            assert (refused["__typename"], refused["path"]) == ("InvalidInputError", ["input", "providerId"])

    assert await ScenarioRun.all().count() == 0


async def somebody_as(asker: Asker, role: StaffRole) -> Asker:
    staff = await make_staff()
    rights = ROLE_PERMISSIONS[role]
    return asker.as_(Caller(CallerKind.STAFF, f"staff:{staff.id}", rights, staff_id=staff.id, role=role))


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (StaffRole.OWNER, {Permission.SCENARIOS_READ, Permission.SCENARIOS_WRITE}),
        (StaffRole.ADMIN, {Permission.SCENARIOS_READ, Permission.SCENARIOS_WRITE}),
        (StaffRole.VIEWER, {Permission.SCENARIOS_READ}),
        (StaffRole.AGENT, set()),
    ],
)
async def test_who_may_look_into_the_lab_and_who_may_work_there(
    asker: Asker, role: StaffRole, may: set[Permission]
) -> None:
    await make_scenario()
    somebody = await somebody_as(asker, role)

    read = await somebody.ask("{ scenarios { nodes { name } } }")
    written = await somebody.ask("mutation { scenariosRun(input: { assistant: BUILT_IN }) { __typename } }")

    assert (read.codes == []) is (Permission.SCENARIOS_READ in may)
    assert (written.codes == []) is (Permission.SCENARIOS_WRITE in may)
    assert await ScenarioRun.all().count() == (1 if Permission.SCENARIOS_WRITE in may else 0)


async def test_the_lab_s_number_and_its_chats_are_in_no_list(shop: Shop, asker: Asker) -> None:
    lists = """{ whatsappAccounts { totalCount } conversations { totalCount } customers { totalCount }
        orders { totalCount } messages { totalCount } systemHealth { accounts { status } }
        reportFunnel(filter: { includeSimulated: true }) { total { chats } } }"""
    chat = await make_conversation(await make_customer(await make_lab()))
    await make_message(chat, "from the lab")
    await make_order(chat)
    hidden = await asker.read(lists)
    other = await make_conversation(await make_customer(await make_account(), 2))
    await make_message(other, "from a customer")
    await make_order(other)

    shown = await asker.read(lists)
    named = await asker.read(
        "query ($chat: ID!) { messages(filter: { conversationId: $chat }) { nodes { text } } }",
        chat=ConversationNode.id_of(chat.id),
    )

    def amounts(answer: dict[str, Any]) -> list[int]:
        counted = [answer[name]["totalCount"] for name in list(answer)[:5]]
        return [*counted, len(answer["systemHealth"]["accounts"]), answer["reportFunnel"]["total"]["chats"]]

    assert amounts(hidden) == [0] * 7
    assert amounts(shown) == [1] * 7
    assert named["messages"]["nodes"] == [{"text": "from the lab"}]


async def test_nobody_changes_connects_or_deletes_the_lab_s_number(asker: Asker) -> None:
    lab = await make_lab()
    thing = AccountNode.id_of(lab.id)

    refused = [
        await do(asker, "whatsappAccountConnect", "", id=thing),
        await do(asker, "whatsappAccountUpdate", "", id=thing, changes={"name": "Ours"}),
        await do(asker, "whatsappAccountMakeDefault", "", id=thing),
        await do(asker, "whatsappAccountDelete", "", id=thing, name=lab.name),
    ]
    made = await do(asker, "whatsappAccountCreate", "... on WhatsappAccountPayload { account { isDefault } }", name="A")

    assert {answer["__typename"] for answer in refused} == {"NotFoundError"}
    assert made["account"] == {"isDefault": True}


async def test_a_scenario_tells_of_its_changes_and_an_unknown_one_of_nothing(shop: Shop) -> None:
    scenario = await make_scenario()

    await shop.scenarios.update(scenario.id, ScenarioChanges(name="Another"), PROGRAM)
    await shop.scenarios.delete(scenario.id, PROGRAM)

    rows = await shop.database.fetch("select type from events order by id")
    assert [row["type"] for row in rows] == ["scenario.changed", "scenario.changed"]
    assert ScenarioRunChanged.type not in {row["type"] for row in rows}
