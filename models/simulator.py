"""The simulated WhatsApp network: what it holds for a number until the number has taken it."""

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from models.accounts import WhatsappAccount
from models.base import Row


class SimulatedDelivery(Row):
    """One event on its way to a simulated number; kept until acknowledged, as WhatsApp keeps it."""

    account: fields.ForeignKeyRelation[WhatsappAccount] = fields.ForeignKeyField(
        "models.WhatsappAccount", related_name="simulated_deliveries"
    )
    account_id: int
    event: dict[str, Any] = fields.JSONField()
    deliver_at = fields.DatetimeField()
    copies = fields.IntField(default=1)  # above 1: the network delivers it that often
    taken_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "simulated_deliveries"
        indexes = (Index(fields=("account_id", "taken_at", "deliver_at", "id")),)
