"""What staff should know of at once."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row, enum_field
from models.staff import Staff


class NoticeKind(StrEnum):
    ACCOUNT_BANNED = "ACCOUNT_BANNED"
    ACCOUNT_LOGGED_OUT = "ACCOUNT_LOGGED_OUT"
    ACCOUNT_RESTRICTED = "ACCOUNT_RESTRICTED"
    PROGRAM_OUTDATED = "PROGRAM_OUTDATED"
    PROVIDER_KEY_REFUSED = "PROVIDER_KEY_REFUSED"
    PROVIDER_OUT_OF_CREDIT = "PROVIDER_OUT_OF_CREDIT"
    PROVIDER_MODEL_GONE = "PROVIDER_MODEL_GONE"
    PAYEE_CHANGED = "PAYEE_CHANGED"
    CHAT_NEEDS_HUMAN = "CHAT_NEEDS_HUMAN"
    WEBHOOK_PAUSED = "WEBHOOK_PAUSED"


class Notice(Row):
    """`raised_once_key` keeps one thing that happened from being told twice."""

    kind: NoticeKind = enum_field(NoticeKind)
    subject = fields.CharField(max_length=40)  # the table of what it is about
    subject_id = fields.BigIntField()
    detail: dict[str, Any] = fields.JSONField(default=dict)  # ids and plain fields
    raised_once_key = fields.CharField(max_length=120)
    resolved_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "notices"
        unique_together = (("raised_once_key",),)
        indexes = (Index(fields=("resolved_at", "id")),)


class NoticeSeen(Row):
    """Somebody has read it."""

    notice: fields.ForeignKeyRelation[Notice] = fields.ForeignKeyField("models.Notice", related_name="seen")
    notice_id: int
    staff: fields.ForeignKeyRelation[Staff] = fields.ForeignKeyField("models.Staff", related_name="seen_notices")
    staff_id: int

    class Meta:
        table = "notices_seen"
        unique_together = (("notice", "staff"),)
