"""What staff and integrators did."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row, enum_field
from models.orders import ActorKind


class AuditLog(Row):
    """Append-only. `before` and `after` hold ids and plain fields; of personal fields only that they changed."""

    actor: ActorKind = enum_field(ActorKind)
    staff_id: int | None = fields.BigIntField(null=True)
    api_key_id: int | None = fields.BigIntField(null=True)
    action = fields.CharField(max_length=80)  # e.g. "order.approve_payment"
    subject = fields.CharField(max_length=40)  # the table of what was changed
    subject_id = fields.BigIntField()
    before: dict[str, Any] = fields.JSONField(default=dict)
    after: dict[str, Any] = fields.JSONField(default=dict)
    request_id = fields.CharField(max_length=64, null=True)

    class Meta:
        table = "audit_logs"
        indexes = (Index(fields=("subject", "subject_id", "id")), Index(fields=("staff_id", "id")))
