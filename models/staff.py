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
    # The secret of the authenticator app, sealed; asked for at sign-in once `totp_enabled_at` is set.
    totp_ciphertext: bytes | None = fields.BinaryField(null=True)
    totp_key_id = fields.CharField(max_length=16, null=True)
    totp_enabled_at: datetime | None = fields.DatetimeField(null=True)
    totp_last_step: int | None = fields.BigIntField(null=True)  # each code works once

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


class RecoveryCode(Row):
    """Stands in for the authenticator app, once."""

    staff: fields.ForeignKeyRelation[Staff] = fields.ForeignKeyField("models.Staff", related_name="recovery_codes")
    staff_id: int
    code_hash = fields.BinaryField()
    used_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "recovery_codes"
        unique_together = (("staff", "code_hash"),)


class Invitation(Row):
    """A link by which somebody joins the shop; nothing is sent by e-mail."""

    email = fields.CharField(max_length=254)
    role: StaffRole = enum_field(StaffRole)
    token_hash = fields.BinaryField()
    invited_by: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="invitations", null=True, on_delete=fields.SET_NULL
    )
    invited_by_id: int | None
    expires_at = fields.DatetimeField()
    accepted_at: datetime | None = fields.DatetimeField(null=True)
    revoked_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "invitations"
        unique_together = (("token_hash",),)
