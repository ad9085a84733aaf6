"""What the shop sells: services and their packages."""

from enum import StrEnum

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row, enum_field


class DurationUnit(StrEnum):
    HOUR = "HOUR"
    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"
    YEAR = "YEAR"


class Service(Row):
    name = fields.CharField(max_length=120)
    description = fields.TextField(default="")
    position = fields.IntField(default=0)
    is_active = fields.BooleanField(default=True)
    updated_at = fields.DatetimeField(auto_now=True)
    packages: fields.ReverseRelation["Package"]

    class Meta:
        table = "services"
        indexes = (Index(fields=("is_active", "position", "id")),)


class Package(Row):
    service: fields.ForeignKeyRelation[Service] = fields.ForeignKeyField(
        "models.Service", related_name="packages", on_delete=fields.CASCADE
    )
    service_id: int
    name = fields.CharField(max_length=120)
    description = fields.TextField(default="")
    features: list[str] = fields.JSONField(default=list)
    duration_count: int | None = fields.IntField(null=True)
    duration_unit: DurationUnit | None = enum_field(DurationUnit, null=True)
    price_amount = fields.BigIntField()  # minor units of `currency`
    currency = fields.CharField(max_length=3)
    position = fields.IntField(default=0)
    is_active = fields.BooleanField(default=True)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "packages"
        indexes = (Index(fields=("service_id", "position", "id")),)
