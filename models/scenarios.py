"""The conversation lab: scripted customers, and how the salesperson did with them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from models.base import EMPTY_LIST, Row, enum_field
from models.providers import AiProvider
from models.staff import Staff


class Scenario(Row):
    """`steps`: what the customer does, in order, e.g. {"says": "hello"} or {"sends": "receipt"}.

    `expected`: what must hold in the end, e.g. {"order": "PAYMENT_SUBMITTED", "package": "Starter site"}.
    `forbidden`: words that nobody may say to them.
    """

    name = fields.CharField(max_length=120)
    description = fields.TextField(default="")
    language = fields.CharField(max_length=12)
    steps: list[dict[str, Any]] = fields.JSONField(default=list, db_default=EMPTY_LIST)
    expected: dict[str, Any] = fields.JSONField(default=dict)
    forbidden: list[str] = fields.JSONField(default=list, db_default=EMPTY_LIST)
    is_sample = fields.BooleanField(default=False)  # came with Parley
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "scenarios"
        unique_together = (("name",),)


class ScenarioRunState(StrEnum):
    WAITING = "WAITING"
    RUNNING = "RUNNING"
    PASSED = "PASSED"
    FAILED = "FAILED"  # it ran, and something expected does not hold
    BROKEN = "BROKEN"  # it could not be run to its end


class ScenarioRun(Row):
    scenario: fields.ForeignKeyRelation[Scenario] = fields.ForeignKeyField("models.Scenario", related_name="runs")
    scenario_id: int
    state: ScenarioRunState = enum_field(ScenarioRunState, default=ScenarioRunState.WAITING)
    assistant = fields.CharField(max_length=32)  # SHOP, BUILT_IN or PROVIDER
    provider: fields.ForeignKeyNullableRelation[AiProvider] = fields.ForeignKeyField(
        "models.AiProvider", related_name="scenario_runs", null=True, on_delete=fields.SET_NULL
    )
    provider_id: int | None
    prompt_version = fields.IntField(default=0)
    finished_at: datetime | None = fields.DatetimeField(null=True)
    transcript: list[dict[str, Any]] = fields.JSONField(default=list, db_default=EMPTY_LIST)
    problems: list[str] = fields.JSONField(default=list, db_default=EMPTY_LIST)
    asked_by: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="scenario_runs", null=True, on_delete=fields.SET_NULL
    )
    asked_by_id: int | None

    class Meta:
        table = "scenario_runs"
        indexes = (Index(fields=("scenario_id", "id")), Index(fields=("state", "id")))
