"""People who write to one of our numbers."""

from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index

from models.accounts import WhatsappAccount
from models.base import EMPTY_LIST, Row


class Customer(Row):
    """Unique by (account, lid): one person writing to two of our numbers is two customers."""

    account: fields.ForeignKeyRelation[WhatsappAccount] = fields.ForeignKeyField(
        "models.WhatsappAccount", related_name="customers", on_delete=fields.RESTRICT
    )
    account_id: int
    lid = fields.CharField(max_length=80)  # WhatsApp's own id of the person, the key of everything
    phone = fields.CharField(max_length=32, null=True)
    chat = fields.CharField(max_length=80)  # the JID that wrote last, where answers go
    profile_name = fields.CharField(max_length=120, default="")
    language = fields.CharField(max_length=12, null=True)
    is_language_chosen = fields.BooleanField(default=False)  # chosen by the customer or by staff, not guessed
    note = fields.TextField(default="")
    blocked_at: datetime | None = fields.DatetimeField(null=True)
    block_reason: str | None = fields.TextField(null=True)
    opted_out_at: datetime | None = fields.DatetimeField(null=True)  # said STOP: no proactive message
    tags: list[str] = fields.JSONField(default=list, db_default=EMPTY_LIST)
    consented_at: datetime | None = fields.DatetimeField(null=True)  # to hear of offers
    consent_source = fields.CharField(max_length=120, default="", db_default="")
    # Merged into this one: two ids turned out to be one person. Their chats and orders moved.
    merged_into: fields.ForeignKeyNullableRelation["Customer"] = fields.ForeignKeyField(
        "models.Customer", related_name="merged", null=True, on_delete=fields.SET_NULL
    )
    merged_into_id: int | None
    erased_at: datetime | None = fields.DatetimeField(null=True)  # nothing personal is left; orders stay as figures
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "customers"
        unique_together = (("account", "lid"),)
        indexes = (Index(fields=("account_id", "phone")),)
