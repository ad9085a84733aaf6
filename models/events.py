"""The log of what happened, written in the transaction in which it happened."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row, Xid8Field


class EventRow(Row):
    """`xid` and `id` order the log without gaps: read only below the oldest transaction still open."""

    xid = Xid8Field()
    type = fields.CharField(max_length=64)
    payload: dict[str, Any] = fields.JSONField(default=dict)

    class Meta:
        table = "events"
        indexes = (Index(fields=("xid", "id")),)


class EventEpoch(Row):
    """The newest row names the life of the log; a restore adds one and so ends every older cursor.

    What came up to the forgotten place was deleted by age: a cursor from before it would skip events silently.
    """

    forgotten_xid = fields.BigIntField(default=0, db_default=0)
    forgotten_id = fields.BigIntField(default=0, db_default=0)

    class Meta:
        table = "event_epochs"
