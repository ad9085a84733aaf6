"""Orders: a snapshot of what was sold, each step they took, and money given back."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from models.accounts import WhatsappAccount
from models.base import Row, enum_field
from models.catalog import Package
from models.conversations import Conversation, Draft
from models.customers import Customer
from models.staff import Staff


class OrderStatus(StrEnum):
    PENDING = "PENDING"
    PAYMENT_SUBMITTED = "PAYMENT_SUBMITTED"
    REJECTED = "REJECTED"
    PAID = "PAID"
    COMPLETED = "COMPLETED"
    REFUNDED = "REFUNDED"
    CANCELLED = "CANCELLED"


class ActorKind(StrEnum):
    """Who did it."""

    CUSTOMER = "CUSTOMER"
    STAFF = "STAFF"
    API_KEY = "API_KEY"
    PROGRAM = "PROGRAM"


class Order(Row):
    number = fields.CharField(max_length=24)  # what people call it, e.g. "PX-1042"
    account: fields.ForeignKeyRelation[WhatsappAccount] = fields.ForeignKeyField(
        "models.WhatsappAccount", related_name="orders", on_delete=fields.RESTRICT
    )
    account_id: int
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "models.Customer", related_name="orders", on_delete=fields.RESTRICT
    )
    customer_id: int
    conversation: fields.ForeignKeyRelation[Conversation] = fields.ForeignKeyField(
        "models.Conversation", related_name="orders", on_delete=fields.RESTRICT
    )
    conversation_id: int
    # Unique: one confirmation makes one order, however often it is told.
    draft: fields.OneToOneNullableRelation[Draft] = fields.OneToOneField(
        "models.Draft", related_name="order", null=True, on_delete=fields.SET_NULL
    )
    draft_id: int | None
    package: fields.ForeignKeyNullableRelation[Package] = fields.ForeignKeyField(
        "models.Package", related_name="orders", null=True, on_delete=fields.SET_NULL
    )
    package_id: int | None
    service_name = fields.CharField(max_length=120)
    package_name = fields.CharField(max_length=120)
    snapshot: dict[str, Any] = fields.JSONField(default=dict)  # description, features, duration as sold
    unit_amount = fields.BigIntField()  # minor units of `currency`
    quantity = fields.IntField()
    total_amount = fields.BigIntField()
    currency = fields.CharField(max_length=3)
    status: OrderStatus = enum_field(OrderStatus, default=OrderStatus.PENDING)
    is_simulated = fields.BooleanField(default=False)  # left out of every report
    expires_at: datetime | None = fields.DatetimeField(null=True)
    reminded_at: datetime | None = fields.DatetimeField(null=True)
    paid_at: datetime | None = fields.DatetimeField(null=True)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "orders"
        unique_together = (("number",),)
        indexes = (
            Index(fields=("status", "id")),
            Index(fields=("customer_id", "id")),
            Index(fields=("conversation_id", "id")),
            Index(fields=("package_id",)),
        )


class OrderAction(Row):
    """One step of an order, written in the transaction that took it; never changed afterwards."""

    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField("models.Order", related_name="actions")
    order_id: int
    actor: ActorKind = enum_field(ActorKind)
    staff: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="order_actions", null=True, on_delete=fields.SET_NULL
    )
    staff_id: int | None
    api_key_id: int | None = fields.BigIntField(null=True)
    from_status: OrderStatus | None = enum_field(OrderStatus, null=True)
    to_status: OrderStatus = enum_field(OrderStatus)
    reason = fields.TextField(default="")

    class Meta:
        table = "order_actions"
        indexes = (Index(fields=("order_id", "id")),)


class Refund(Row):
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField("models.Order", related_name="refunds")
    order_id: int
    amount = fields.BigIntField()  # minor units of `currency`
    currency = fields.CharField(max_length=3)
    reference = fields.CharField(max_length=120)
    reason = fields.TextField(default="")
    actor: ActorKind = enum_field(ActorKind)
    staff: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="refunds", null=True, on_delete=fields.SET_NULL
    )
    staff_id: int | None
    api_key_id: int | None = fields.BigIntField(null=True)

    class Meta:
        table = "refunds"
        indexes = (
            Index(fields=("order_id", "id")),
            Index(fields=("currency", "id")),
            Index(fields=("currency", "created_at", "id")),
        )


class OrderNote(Row):
    """Staff to staff, in the order's timeline; never sent."""

    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField("models.Order", related_name="notes")
    order_id: int
    staff: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="order_notes", null=True, on_delete=fields.SET_NULL
    )
    staff_id: int | None
    api_key_id: int | None = fields.BigIntField(null=True)
    text = fields.TextField()

    class Meta:
        table = "order_notes"
        indexes = (Index(fields=("order_id", "id")),)
