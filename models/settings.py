"""What staff set for the whole shop."""

from typing import Any

from tortoise import fields

from models.base import Row


class Setting(Row):
    key = fields.CharField(max_length=64)
    value: Any = fields.JSONField()
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "settings"
        unique_together = (("key",),)
