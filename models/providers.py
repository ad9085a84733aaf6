"""AI providers: which, in what order, what they may cost, and what they were asked."""

from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row
from models.conversations import Turn


class AiProvider(Row):
    """`type` is text: the registry of adapters says which there are."""

    name = fields.CharField(max_length=80)
    type = fields.CharField(max_length=32)
    model = fields.CharField(max_length=120)
    key_ciphertext: bytes | None = fields.BinaryField(null=True)
    key_key_id = fields.CharField(max_length=16, null=True)
    key_ending = fields.CharField(max_length=4, default="")  # its last characters, to tell keys apart
    priority = fields.IntField(default=0)  # highest first
    daily_limit: int | None = fields.IntField(null=True)  # model requests a day; null: no limit
    is_active = fields.BooleanField(default=True)
    cooling_until: datetime | None = fields.DatetimeField(null=True)
    trouble = fields.CharField(max_length=64, null=True)  # a short word, e.g. "key_refused"
    failures = fields.IntField(default=0, db_default=0)  # one after another; an answer ends them
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "ai_providers"
        unique_together = (("name",),)
        indexes = (Index(fields=("is_active", "priority")),)


class AiProviderPrice(Row):
    """What a provider takes from a day on, for a million tokens."""

    provider: fields.ForeignKeyRelation[AiProvider] = fields.ForeignKeyField("models.AiProvider", related_name="prices")
    provider_id: int
    valid_from = fields.DateField()
    currency = fields.CharField(max_length=3)
    read_price = fields.DecimalField(max_digits=14, decimal_places=6)
    written_price = fields.DecimalField(max_digits=14, decimal_places=6)

    class Meta:
        table = "ai_provider_prices"
        unique_together = (("provider", "valid_from"),)


class AiDailyUse(Row):
    """Model requests of one provider on one day of the business's time zone; counted before each call."""

    provider: fields.ForeignKeyRelation[AiProvider] = fields.ForeignKeyField(
        "models.AiProvider", related_name="daily_use"
    )
    provider_id: int
    local_date = fields.DateField()
    requests = fields.IntField(default=0)

    class Meta:
        table = "ai_daily_use"
        unique_together = (("provider", "local_date"),)


class AiUsageLog(Row):
    """One attempt to ask a provider, also a failed one."""

    provider: fields.ForeignKeyNullableRelation[AiProvider] = fields.ForeignKeyField(
        "models.AiProvider", related_name="usage", null=True, on_delete=fields.SET_NULL
    )
    provider_id: int | None
    turn: fields.ForeignKeyNullableRelation[Turn] = fields.ForeignKeyField(
        "models.Turn", related_name="usage", null=True, on_delete=fields.SET_NULL
    )
    turn_id: int | None
    provider_type = fields.CharField(max_length=32)
    model = fields.CharField(max_length=120)
    hop = fields.IntField(default=0)  # the how-manieth attempt of the turn
    outcome = fields.CharField(max_length=32)  # OK, or in a word what went wrong
    tokens_read: int | None = fields.IntField(null=True)
    tokens_written: int | None = fields.IntField(null=True)
    milliseconds = fields.IntField()
    cost = fields.DecimalField(max_digits=16, decimal_places=8, null=True)  # null: the price is not known
    cost_currency = fields.CharField(max_length=3, null=True)

    class Meta:
        table = "ai_usage_logs"
        indexes = (Index(fields=("created_at",)), Index(fields=("turn_id",)), Index(fields=("provider_id", "id")))
