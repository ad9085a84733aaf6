"""Programs that use the API: their keys, and the answers kept for repeated requests."""

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row
from models.staff import Staff


class ApiKey(Row):
    """A key is shown once; here stand its first characters, its hash and what it may do."""

    name = fields.CharField(max_length=80)
    prefix = fields.CharField(max_length=16)
    key_hash = fields.BinaryField()
    scopes: list[str] = fields.JSONField(default=list)
    created_by: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="api_keys", null=True, on_delete=fields.SET_NULL
    )
    created_by_id: int | None
    last_used_at: datetime | None = fields.DatetimeField(null=True)
    expires_at: datetime | None = fields.DatetimeField(null=True)
    revoked_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "api_keys"
        unique_together = (("key_hash",),)


class IdempotentRequest(Row):
    """The first result of a mutation that carried an idempotency key."""

    caller = fields.CharField(max_length=64)
    key = fields.CharField(max_length=128)
    operation = fields.CharField(max_length=80)
    request_hash = fields.BinaryField()
    result: dict[str, Any] = fields.JSONField(default=dict)

    class Meta:
        table = "idempotent_requests"
        unique_together = (("caller", "key"),)
        indexes = (Index(fields=("created_at",)),)
