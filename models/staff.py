"""Who works in the shop, their sessions, and the link that makes the first of them."""

from datetime import datetime
from enum import StrEnum

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row, enum_field


class StaffRole(StrEnum):
    OWNER = "OWNER"
    ADMIN = "ADMIN"
    AGENT = "AGENT"
    VIEWER = "VIEWER"


class Staff(Row):
    email = fields.CharField(max_length=254)  # lower case; unique by an index of the migration
    name = fields.CharField(max_length=120)
    role: StaffRole = enum_field(StaffRole)
    password_hash = fields.TextField()
    is_active = fields.BooleanField(default=True)
    password_changed_at = fields.DatetimeField()
    last_sign_in_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "staff"
        unique_together = (("email",),)


class StaffSession(Row):
    """One signed-in browser. Each refresh replaces the token; an old one shown again ends the session."""

    staff: fields.ForeignKeyRelation[Staff] = fields.ForeignKeyField("models.Staff", related_name="sessions")
    staff_id: int
    refresh_hash = fields.BinaryField()
    previous_refresh_hash: bytes | None = fields.BinaryField(null=True)
    refreshed_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    revoked_at: datetime | None = fields.DatetimeField(null=True)
    revoked_reason = fields.CharField(max_length=64, null=True)
    address = fields.CharField(max_length=64)
    user_agent = fields.CharField(max_length=400)

    class Meta:
        table = "staff_sessions"
        indexes = (Index(fields=("staff_id", "expires_at")),)


class SignInAttempt(Row):
    """One failed sign-in, counted per account and per address by every process."""

    email = fields.CharField(max_length=254)
    address = fields.CharField(max_length=64)

    class Meta:
        table = "sign_in_attempts"
        indexes = (Index(fields=("email", "created_at")), Index(fields=("address", "created_at")))


class SetupLink(Row):
    """The link that makes the first owner; each start replaces it until one was used."""

    token_hash = fields.BinaryField()
    used_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "setup_links"
