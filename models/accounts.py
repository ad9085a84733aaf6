"""WhatsApp numbers: their state, their encrypted session, who owns them, and what they sent lately."""

from datetime import datetime
from enum import StrEnum

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row, enum_field


class AccountKind(StrEnum):
    WHATSAPP = "WHATSAPP"
    SIMULATOR = "SIMULATOR"


class AccountStatus(StrEnum):
    DISCONNECTED = "DISCONNECTED"
    CONNECTING = "CONNECTING"
    CONNECTED = "CONNECTED"
    BANNED = "BANNED"


class AnswersWith(StrEnum):
    """Which assistant answers the customers of a number."""

    SHOP = "SHOP"  # as the shop is set up; the column is null
    BUILT_IN = "BUILT_IN"
    PROVIDER = "PROVIDER"


class WhatsappAccount(Row):
    name = fields.CharField(max_length=80)
    kind: AccountKind = enum_field(AccountKind)
    jid = fields.CharField(max_length=80, null=True)
    phone = fields.CharField(max_length=32, null=True)
    status: AccountStatus = enum_field(AccountStatus, default=AccountStatus.DISCONNECTED)
    status_reason = fields.CharField(max_length=64, null=True)
    status_changed_at = fields.DatetimeField()
    banned_until: datetime | None = fields.DatetimeField(null=True)
    # What staff asked for; the keeper of the owning process works until `status` agrees.
    should_connect = fields.BooleanField(default=False)
    # Which assistant answers its customers: null as the shop is set up, or BUILT_IN, or PROVIDER and the one below.
    answers_with = fields.CharField(max_length=32, null=True)
    answers_with_provider_id: int | None = fields.BigIntField(null=True)
    is_lab = fields.BooleanField(default=False, db_default=False)  # the conversation lab's own, shown nowhere else
    is_default = fields.BooleanField(default=False, db_default=False)  # where nobody says which number
    proxy_ciphertext: bytes | None = fields.BinaryField(null=True)  # an address may hold a password, so it is sealed
    proxy_key_id = fields.CharField(max_length=16, null=True)
    deleted_at: datetime | None = fields.DatetimeField(null=True)  # its chats and orders stay
    connect_requested_at: datetime | None = fields.DatetimeField(null=True)
    qr_code: str | None = fields.TextField(null=True)
    qr_expires_at: datetime | None = fields.DatetimeField(null=True)
    # Linking without a camera: the phone that staff named, and the code that its owner types there.
    pairing_phone = fields.CharField(max_length=32, null=True)
    pairing_code = fields.CharField(max_length=16, null=True)
    pairing_code_expires_at: datetime | None = fields.DatetimeField(null=True)
    # WhatsApp lets it answer, but not write to those who never wrote first (error 463).
    restricted_until: datetime | None = fields.DatetimeField(null=True)
    last_event_at: datetime | None = fields.DatetimeField(null=True)
    # The lease: which process talks to WhatsApp for this number. Every takeover raises the fence.
    owner = fields.CharField(max_length=64, null=True)
    owner_fence = fields.BigIntField(default=0)
    owned_until: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "whatsapp_accounts"


class WhatsappSession(Row):
    """What the gateway needs to come back without a new scan: AES-256-GCM, bound to account and version."""

    account: fields.OneToOneRelation[WhatsappAccount] = fields.OneToOneField(
        "models.WhatsappAccount", related_name="session"
    )
    account_id: int
    ciphertext = fields.BinaryField()
    key_id = fields.CharField(max_length=16)
    version = fields.BigIntField()
    updated_at = fields.DatetimeField()

    class Meta:
        table = "whatsapp_sessions"


class SendAttempt(Row):
    """One message handed to WhatsApp; the sliding window of 30 in 60 s counts these rows."""

    account: fields.ForeignKeyRelation[WhatsappAccount] = fields.ForeignKeyField(
        "models.WhatsappAccount", related_name="send_attempts"
    )
    account_id: int
    message_id = fields.BigIntField()
    is_outreach = fields.BooleanField(default=False, db_default=False)  # to somebody who never wrote to this number

    class Meta:
        table = "send_attempts"
        indexes = (Index(fields=("account_id", "created_at")),)
