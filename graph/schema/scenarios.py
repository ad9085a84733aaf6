"""The conversation lab as the API shows it: scenarios, and how their runs went."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Self

import strawberry

from core import search
from core.listing import Sorting
from core.permissions import Permission
from core.scenario_script import Expected, Sends, Step
from core.scenarios import Choice, Result, ScenarioChanges
from graph.filters import SortDirection, among, contains, is_, sorting
from graph.masking import masked
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import After, Before, Connection, First, Last, Slice, connect, connect_children
from graph.permissions import derived, field
from graph.scalars import described
from graph.schema.messages import Turn
from graph.schema.providers import AiProvider
from graph.schema.staff import Staff
from models import scenarios as tables
from models.accounts import AnswersWith
from models.conversations import AnsweredBy, MessageAuthor
from models.orders import OrderStatus
from models.scenarios import ScenarioRunState

described(
    ScenarioRunState,
    "How far a run has come.",
    WAITING="It waits for its turn.",
    RUNNING="The scripted customer is writing.",
    PASSED="All that is expected holds.",
    FAILED="It was played to its end, and something expected does not hold.",
    BROKEN="It could not be played to its end, or another assistant answered than was to be tried.",
)
described(Sends, "What a scripted customer sends in place of words.", name="ScenarioFile", RECEIPT="A made-up receipt.")


@strawberry.type(description="One thing that the scripted customer does: they say or send something.")
class ScenarioStep:
    id: strawberry.ID = strawberry.field(description="The id of this step.")
    says: str = strawberry.field(description="What they write; empty when they send a file.")
    sends: Sends | None = strawberry.field(description="What they send; null when they write.")
    hears: list[str] = strawberry.field(description="Whole words that the answer must say.")


@strawberry.type(description="What must hold when the script is through; of what is null nobody asks.")
class ScenarioExpectation:
    id: strawberry.ID = strawberry.field(description="The id of it.")
    orders: int | None = strawberry.field(description="How many orders the customer made.")
    order_status: OrderStatus | None = strawberry.field(description="How far the newest order has come.")
    package: str | None = strawberry.field(description="The name of the package in the newest order.")
    quantity: int | None = strawberry.field(description="How many of it.")
    answered_by: AnsweredBy | None = strawberry.field(description="Who answers the chat then.")
    is_opted_out: bool | None = strawberry.field(description="Whether the customer said STOP.")
    language: str | None = strawberry.field(description="The language the customer was found to speak.")


@strawberry.type(description="Something that was said in a run.")
class ScenarioLine:
    id: strawberry.ID = strawberry.field(description="The id of this line.")
    author: MessageAuthor = strawberry.field(description="Who said it.")
    sent_file: Sends | None = strawberry.field(description="What was sent in place of words.")
    turn_key: strawberry.Private[int | None]
    said: strawberry.Private[str]

    @derived(description="The words; empty when a file was sent.")
    async def text(self, info: Info) -> str:
        return await masked(info, self.said)

    @field(may=Permission.CONVERSATIONS_READ, description="Of an answer: what the assistant decided, and why.")
    async def turn(self, info: Info) -> Turn | None:
        return await Turn.load(info, self.turn_key)


@strawberry.type(description="A scenario played once, from beginning to end, with one assistant.")
class ScenarioRun(Node, may=Permission.SCENARIOS_READ, table=tables.ScenarioRun):
    state: ScenarioRunState = strawberry.field(description="How far it has come.")
    assistant: AnswersWith = strawberry.field(description="Which assistant was to answer.")
    prompt_version: int = strawberry.field(description="The version of the salesperson's prompt; 0: the shipped one.")
    problems: list[str] = strawberry.field(description="What does not hold, in English sentences.")
    transcript: list[ScenarioLine] = strawberry.field(description="What was said so far.")
    created_at: datetime = strawberry.field(description="When it was asked for.")
    finished_at: datetime | None = strawberry.field(description="When it was over.")
    scenario_key: strawberry.Private[int]
    provider_key: strawberry.Private[int | None]
    staff_key: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: tables.ScenarioRun) -> Self:
        return cls(
            id=cls.id_of(row.id),
            state=row.state,
            assistant=AnswersWith(row.assistant),
            prompt_version=row.prompt_version,
            problems=row.problems,
            transcript=[_line(row.id, place, line) for place, line in enumerate(row.transcript, start=1)],
            created_at=row.created_at,
            finished_at=row.finished_at,
            scenario_key=row.scenario_id,
            provider_key=row.provider_id,
            staff_key=row.asked_by_id,
        )

    @field(may=Permission.SCENARIOS_READ, description="The scenario.")
    async def scenario(self, info: Info) -> Annotated["Scenario", strawberry.lazy("graph.schema.scenarios")] | None:
        return await Scenario.load(info, self.scenario_key)

    @field(may=Permission.PROVIDERS_READ, description="The AI provider that was to answer alone; null when it is gone.")
    async def provider(self, info: Info) -> AiProvider | None:
        return await AiProvider.load(info, self.provider_key)

    @field(may=Permission.STAFF_READ, description="The member of staff who asked for it.")
    async def asked_by(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.staff_key)


def _line(run_id: int, place: int, line: dict[str, Any]) -> ScenarioLine:
    sent = line.get("sent_file")
    return ScenarioLine(
        id=strawberry.ID(f"ScenarioLine:{run_id}:{place}"),
        author=MessageAuthor(line["author"]),
        said=line["text"],
        sent_file=Sends(sent) if sent else None,
        turn_key=line.get("turn_id"),
    )


@strawberry.type(description="How a scenario went last with one assistant.")
class ScenarioResult:
    run: ScenarioRun = strawberry.field(description="The newest run that is over.")
    earlier_run: ScenarioRun | None = strawberry.field(
        description="The newest one before it under another version of the prompt; null: there is none."
    )
    has_changed: bool = strawberry.field(description="Whether these two ended otherwise.")

    @classmethod
    def of(cls, result: Result) -> Self:
        earlier = ScenarioRun.from_row(result.earlier) if result.earlier else None
        return cls(run=ScenarioRun.from_row(result.run), earlier_run=earlier, has_changed=result.has_changed)


@strawberry.type(description="A scripted customer, and what must hold when they are through.")
class Scenario(Node, may=Permission.SCENARIOS_READ, table=tables.Scenario):
    name: str = strawberry.field(description="What staff call it; no two alike.")
    description: str = strawberry.field(description="What it is about.")
    language: str = strawberry.field(description="The language the customer writes.")
    steps: list[ScenarioStep] = strawberry.field(description="What the customer does, in order.")
    expected: ScenarioExpectation = strawberry.field(description="What must hold in the end.")
    forbidden: list[str] = strawberry.field(description="Whole words that no answer may say.")
    is_sample: bool = strawberry.field(description="Whether it came with Parley.")
    created_at: datetime = strawberry.field(description="When it was made.")
    updated_at: datetime = strawberry.field(description="When it changed last.")
    row_id: strawberry.Private[int]

    @classmethod
    def from_row(cls, row: tables.Scenario) -> Self:
        return cls(
            id=cls.id_of(row.id),
            row_id=row.id,
            name=row.name,
            description=row.description,
            language=row.language,
            steps=[_step(row.id, place, Step.of(step)) for place, step in enumerate(row.steps, start=1)],
            expected=_expectation(row.id, Expected.of(row.expected)),
            forbidden=row.forbidden,
            is_sample=row.is_sample,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )

    @field(
        may=Permission.SCENARIOS_READ,
        description="How it went last, once for each assistant that it was run with.",
        size=3,
    )
    async def results(self, info: Info) -> list[ScenarioResult] | None:
        rule = info.context.shop.scenarios
        found = await info.context.loaders.batch("scenario results", rule.results, list[Result]).load(self.row_id)
        return [ScenarioResult.of(result) for result in found]

    @field(may=Permission.SCENARIOS_READ, description="Its runs, oldest first.")
    async def runs(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[ScenarioRun] | None:
        return await connect_children(
            info, "ScenarioRun", "scenario_id", self.row_id, Slice(first, after, last, before)
        )


def _step(scenario_id: int, place: int, step: Step) -> ScenarioStep:
    key = strawberry.ID(f"ScenarioStep:{scenario_id}:{place}")
    return ScenarioStep(id=key, says=step.says, sends=step.sends, hears=list(step.hears))


def _expectation(scenario_id: int, expected: Expected) -> ScenarioExpectation:
    return ScenarioExpectation(
        id=strawberry.ID(f"ScenarioExpectation:{scenario_id}"),
        orders=expected.orders,
        order_status=expected.order,
        package=expected.package,
        quantity=expected.quantity,
        answered_by=expected.answered_by,
        is_opted_out=expected.is_opted_out,
        language=expected.language,
    )


class ScenarioSortField(StrEnum):
    NAME = "name"
    CREATED_AT = "created_at"
    UPDATED_AT = "updated_at"


described(
    ScenarioSortField,
    "What scenarios can be ordered by.",
    NAME="Their name.",
    CREATED_AT="When they were made.",
    UPDATED_AT="When they changed last.",
)


@strawberry.input(description="An order of scenarios.")
class ScenarioSort:
    field: ScenarioSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which scenarios; everything that is given must hold.")
class ScenarioFilter:
    language: str | None = strawberry.field(default=None, description="Only those of this language.")
    is_sample: bool | None = strawberry.field(default=None, description="Only those that came with Parley, or others.")
    has_changed: bool | None = strawberry.field(
        default=None,
        description="Only those that end otherwise than under the version of the prompt before, or only others.",
    )
    search: str | None = strawberry.field(default=None, description="Words of the name or the description.")


async def scenarios(wanted: ScenarioFilter | None, order: ScenarioSort | None, asked: Slice) -> Connection[Scenario]:
    wanted = wanted or ScenarioFilter()
    rows = tables.Scenario.filter(
        is_("language", wanted.language),
        is_("is_sample", wanted.is_sample),
        contains(wanted.search, "name", "description"),
        search.scenarios_changed(has_changed=wanted.has_changed),
    )
    return await connect(Scenario, rows, sorting(order, Sorting("name")), asked)


@strawberry.input(description="Which states of runs.")
class ScenarioRunStateFilter:
    in_: list[ScenarioRunState] | None = strawberry.field(name="in", default=None, description="One of these.")
    not_in: list[ScenarioRunState] | None = strawberry.field(default=None, description="None of these.")


@strawberry.input(description="Which runs; everything that is given must hold.")
class ScenarioRunFilter:
    scenario_id: strawberry.ID | None = strawberry.field(default=None, description="Only those of this scenario.")
    state: ScenarioRunStateFilter | None = strawberry.field(default=None, description="By how far they have come.")
    assistant: AnswersWith | None = strawberry.field(default=None, description="Only those with this assistant.")
    provider_id: strawberry.ID | None = strawberry.field(default=None, description="Only those with this provider.")


async def scenario_runs(wanted: ScenarioRunFilter | None, asked: Slice) -> Connection[ScenarioRun]:
    wanted = wanted or ScenarioRunFilter()
    rows = tables.ScenarioRun.filter(
        is_("scenario_id", Scenario.key_if(wanted.scenario_id, field="filter.scenario_id")),
        among("state", wanted.state),
        is_("assistant", wanted.assistant.value if wanted.assistant else None),
        is_("provider_id", AiProvider.key_if(wanted.provider_id, field="filter.provider_id")),
    )
    return await connect(ScenarioRun, rows, Sorting(descending=True), asked)


@strawberry.input(description="One thing that the scripted customer does.")
class ScenarioStepInput:
    says: str = strawberry.field(default="", description="What they write, at most 2000 characters.")
    sends: Sends | None = strawberry.field(default=None, description="What they send in place of words.")
    hears: list[str] = strawberry.field(
        default_factory=list, description="Whole words that the answer must say, whatever the case of their letters."
    )

    def step(self) -> Step:
        return Step(self.says, self.sends, tuple(self.hears))


@strawberry.input(description="What must hold when the script is through; what is left out or null is not asked for.")
class ScenarioExpectationInput:
    orders: int | None = strawberry.field(default=None, description="How many orders the customer made, 0 to 10.")
    order_status: OrderStatus | None = strawberry.field(default=None, description="How far the newest has come.")
    package: str | None = strawberry.field(default=None, description="The name of the package in the newest order.")
    quantity: int | None = strawberry.field(default=None, description="How many of it.")
    answered_by: AnsweredBy | None = strawberry.field(default=None, description="Who answers the chat then.")
    is_opted_out: bool | None = strawberry.field(default=None, description="Whether the customer said STOP.")
    language: str | None = strawberry.field(default=None, description="One of en, ur, ur-Latn, ar, es.")

    def given(self) -> Expected:
        return Expected(
            self.orders,
            self.order_status,
            self.package,
            self.quantity,
            self.answered_by,
            self.is_opted_out,
            self.language,
        )


@strawberry.input(description="A new scenario.")
class ScenarioCreateInput(Asked):
    name: str = strawberry.field(description="What staff call it, 1 to 120 characters, no two alike.")
    description: str = strawberry.field(default="", description="What it is about, at most 2000 characters.")
    language: str = strawberry.field(description="The language the customer writes: en, ur, ur-Latn, ar or es.")
    steps: list[ScenarioStepInput] = strawberry.field(description="What the customer does, 1 to 25 steps in order.")
    expected: ScenarioExpectationInput | None = strawberry.field(default=None, description="What must hold in the end.")
    forbidden: list[str] = strawberry.field(
        default_factory=list, description="Whole words that no answer may say, at most 30."
    )

    def changes(self) -> ScenarioChanges:
        return ScenarioChanges(
            self.name,
            self.description,
            self.language,
            [step.step() for step in self.steps],
            self.expected.given() if self.expected else Expected(),
            self.forbidden,
        )


@strawberry.input(description="What is to change of a scenario.")
class ScenarioChangesInput:
    name: str | None = strawberry.field(default=None, description="What staff call it, 1 to 120 characters.")
    description: str | None = strawberry.field(default=None, description="What it is about, at most 2000 characters.")
    language: str | None = strawberry.field(default=None, description="One of en, ur, ur-Latn, ar, es.")
    steps: list[ScenarioStepInput] | None = strawberry.field(default=None, description="All steps, 1 to 25 in order.")
    expected: ScenarioExpectationInput | None = strawberry.field(default=None, description="All that must hold.")
    forbidden: list[str] | None = strawberry.field(default=None, description="All words that no answer may say.")

    def given(self) -> ScenarioChanges:
        return ScenarioChanges(
            self.name,
            self.description,
            self.language,
            None if self.steps is None else [step.step() for step in self.steps],
            None if self.expected is None else self.expected.given(),
            self.forbidden,
        )


@strawberry.input(description="A scenario, and what is to change; what is left out or null stays as it is.")
class ScenarioUpdateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The scenario.")
    changes: ScenarioChangesInput = strawberry.field(description="What is to change.")


@strawberry.input(description="A scenario that is to be gone, with its runs.")
class ScenarioDeleteInput(Asked):
    id: strawberry.ID = strawberry.field(description="The scenario.")


@strawberry.input(description="A scenario that is to be played, and with whom.")
class ScenarioRunInput(Asked):
    id: strawberry.ID = strawberry.field(description="The scenario.")
    assistant: AnswersWith = strawberry.field(default=AnswersWith.SHOP, description="Which assistant is to answer.")
    provider_id: strawberry.ID | None = strawberry.field(
        default=None, description="The AI provider that alone is to answer; with PROVIDER, and only then."
    )

    def choice(self) -> Choice:
        return Choice(self.assistant, AiProvider.key_if(self.provider_id, field="providerId"))


@strawberry.input(description="All scenarios are to be played; with whom.")
class ScenariosRunInput(Asked):
    assistant: AnswersWith = strawberry.field(default=AnswersWith.SHOP, description="Which assistant is to answer.")
    provider_id: strawberry.ID | None = strawberry.field(
        default=None, description="The AI provider that alone is to answer; with PROVIDER, and only then."
    )

    def choice(self) -> Choice:
        return Choice(self.assistant, AiProvider.key_if(self.provider_id, field="providerId"))


@strawberry.type(description="A scenario as it is now.")
class ScenarioPayload:
    scenario: Scenario = strawberry.field(description="The scenario.")


@strawberry.type(description="The scenario that is gone.")
class ScenarioDeletePayload:
    deleted_id: strawberry.ID = strawberry.field(description="What its id was.")


@strawberry.type(description="A run that waits for its turn, or is under way already.")
class ScenarioRunPayload:
    run: ScenarioRun = strawberry.field(description="The run.")


@strawberry.type(description="A run of every scenario.")
class ScenariosRunPayload:
    runs: list[ScenarioRun] = strawberry.field(description="The runs; they are played one after another.")


@strawberry.type(description="A run began, got further or ended, or this is the first look at it.")
class ScenarioRunChangedEvent:
    cursor: str = strawberry.field(description="The place in the log; `after` it goes on from here.")
    run: ScenarioRun = strawberry.field(description="The run as it is now.")
