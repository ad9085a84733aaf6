"""How customers pay, and the proofs they send."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row, enum_field
from models.conversations import Message
from models.media import MediaFile
from models.orders import Order
from models.staff import Staff


class PaymentMethod(StrEnum):
    EASYPAISA = "EASYPAISA"
    JAZZCASH = "JAZZCASH"
    BANK_TRANSFER = "BANK_TRANSFER"
    OTHER = "OTHER"


class PaymentConfig(Row):
    """One way to pay. What it holds reaches the customer word for word."""

    method: PaymentMethod = enum_field(PaymentMethod)
    label = fields.CharField(max_length=80)
    currency = fields.CharField(max_length=3)
    payee_name = fields.CharField(max_length=120)
    account_number = fields.CharField(max_length=64)
    bank_name = fields.CharField(max_length=80, default="")
    instructions = fields.TextField(default="")
    position = fields.IntField(default=0)
    is_active = fields.BooleanField(default=True)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "payment_configs"
        indexes = (Index(fields=("is_active", "currency", "position")),)


class ProofStatus(StrEnum):
    SUBMITTED = "SUBMITTED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    SUPERSEDED = "SUPERSEDED"  # a further proof came before this one was judged, or the order was cancelled


class ProofLikeness(StrEnum):
    """Why a proof is flagged: another order has the same file, or a picture that looks the same."""

    SAME_FILE = "SAME_FILE"
    SAME_PICTURE = "SAME_PICTURE"


class PaymentProof(Row):
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField("models.Order", related_name="proofs")
    order_id: int
    media: fields.ForeignKeyRelation[MediaFile] = fields.ForeignKeyField(
        "models.MediaFile", related_name="proofs", on_delete=fields.RESTRICT
    )
    media_id: int
    message: fields.ForeignKeyNullableRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="proofs", null=True, on_delete=fields.SET_NULL
    )
    message_id: int | None
    status: ProofStatus = enum_field(ProofStatus, default=ProofStatus.SUBMITTED)
    reason = fields.TextField(default="")
    reviewer: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="reviewed_proofs", null=True, on_delete=fields.SET_NULL
    )
    reviewer_id: int | None
    reviewed_at: datetime | None = fields.DatetimeField(null=True)
    likeness: ProofLikeness | None = enum_field(ProofLikeness, null=True)
    alike: fields.ForeignKeyNullableRelation["PaymentProof"] = fields.ForeignKeyField(
        "models.PaymentProof", related_name="copies", null=True, on_delete=fields.SET_NULL
    )
    alike_id: int | None
    # What an AI read on the picture, for the reviewer to compare: advice, and never a decision.
    reading: dict[str, Any] | None = fields.JSONField(null=True)

    class Meta:
        table = "payment_proofs"
        indexes = (Index(fields=("order_id", "id")), Index(fields=("media_id",)))
