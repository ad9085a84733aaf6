"""Files: what customers and staff sent, and the permissions to upload one."""

from datetime import datetime
from enum import StrEnum

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row, enum_field


class MediaFile(Row):
    """A stored file. Its type is the one its bytes show, never the one it was said to have."""

    store = fields.CharField(max_length=16)  # which adapter keeps the bytes
    key = fields.CharField(max_length=200)  # where, in that store's own words
    content_type = fields.CharField(max_length=100)
    byte_size = fields.BigIntField()
    sha256 = fields.BinaryField()
    perceptual_hash: bytes | None = fields.BinaryField(null=True)  # 512-bit dhash of images and of a PDF's first page
    file_name = fields.CharField(max_length=200, default="")
    deleted_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "media_files"
        unique_together = (("store", "key"),)
        indexes = (Index(fields=("sha256",)),)


class UploadPurpose(StrEnum):
    MESSAGE = "MESSAGE"
    PROOF = "PROOF"
    CATALOG = "CATALOG"  # a catalogue to be imported


class MediaUpload(Row):
    """The right to PUT one file once; afterwards, the file that came."""

    token_hash = fields.BinaryField()
    purpose: UploadPurpose = enum_field(UploadPurpose)
    caller = fields.CharField(max_length=64)  # who asked for it, and who alone may use its id
    content_type = fields.CharField(max_length=100)
    byte_limit = fields.BigIntField()
    file_name = fields.CharField(max_length=200, default="")
    expires_at = fields.DatetimeField()
    media: fields.ForeignKeyNullableRelation[MediaFile] = fields.ForeignKeyField(
        "models.MediaFile", related_name="uploads", null=True, on_delete=fields.SET_NULL
    )
    media_id: int | None

    class Meta:
        table = "media_uploads"
        unique_together = (("token_hash",),)
