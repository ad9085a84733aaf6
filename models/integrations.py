"""Programs that use the API: their keys, their webhooks, and the answers kept for repeated requests."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row, enum_field
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


class Webhook(Row):
    """An address of somebody else's that is told of events, signed as the Standard Webhooks say."""

    name = fields.CharField(max_length=80)
    url = fields.CharField(max_length=2000)
    event_types: list[str] = fields.JSONField(default=list)  # empty: all
    secret_ciphertext = fields.BinaryField()
    secret_key_id = fields.CharField(max_length=16)
    is_active = fields.BooleanField(default=True)
    paused_at: datetime | None = fields.DatetimeField(null=True)  # by the program, after failing for days
    paused_reason = fields.CharField(max_length=200, null=True)
    failing_since: datetime | None = fields.DatetimeField(null=True)
    # Nobody sends before this: one attempt is under way (and repeated after it, should its process die), or it rests.
    resting_until: datetime | None = fields.DatetimeField(null=True)
    # The secret before the last rotation still signs beside the new one for a while, so that receivers can change over.
    old_secret_ciphertext: bytes | None = fields.BinaryField(null=True)
    old_secret_key_id = fields.CharField(max_length=16, null=True)
    old_secret_until: datetime | None = fields.DatetimeField(null=True)
    # How far the log was turned into deliveries: a cursor as text.
    cursor = fields.CharField(max_length=120)
    created_by: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="webhooks", null=True, on_delete=fields.SET_NULL
    )
    created_by_id: int | None
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "webhooks"


class DeliveryState(StrEnum):
    WAITING = "WAITING"
    DELIVERED = "DELIVERED"
    FAILED = "FAILED"  # all attempts are spent


class WebhookDelivery(Row):
    """One event on its way to one webhook; `message_id` stays the same over attempts and replays."""

    webhook: fields.ForeignKeyRelation[Webhook] = fields.ForeignKeyField("models.Webhook", related_name="deliveries")
    webhook_id: int
    message_id = fields.CharField(max_length=64)
    event_type = fields.CharField(max_length=64)
    body = fields.TextField()
    state: DeliveryState = enum_field(DeliveryState, default=DeliveryState.WAITING)
    attempts = fields.IntField(default=0)
    next_attempt_at: datetime | None = fields.DatetimeField(null=True)
    last_attempt_at: datetime | None = fields.DatetimeField(null=True)
    last_status: int | None = fields.IntField(null=True)
    last_error = fields.CharField(max_length=300, null=True)
    delivered_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "webhook_deliveries"
        unique_together = (("webhook", "message_id"),)
        indexes = (Index(fields=("webhook_id", "id")),)
