"""Files as the API shows them, and how one is sent here."""

from datetime import datetime, timedelta
from typing import Self

import strawberry

from core.permissions import Permission
from graph.nodes import Info, Node
from graph.permissions import derived
from graph.scalars import described
from models import media as tables
from models.media import UploadPurpose

__all__ = ["UPLOAD", "MediaFile", "MediaUploadCreateInput", "MediaUploadPayload", "UploadPurpose"]

# What the ids of uploads say they are; an upload is a right, not a thing that can be read.
UPLOAD = "MediaUpload"

LINK_LASTS = timedelta(hours=1)

described(
    UploadPurpose,
    "What a file is sent for; it decides which types are taken.",
    MESSAGE="To be sent to a customer.",
    PROOF="To play a customer who pays, in the simulator.",
    CATALOG="A catalogue to be imported.",
)


@strawberry.type(description="A file that a customer or staff sent.")
class MediaFile(Node, may=Permission.CONVERSATIONS_READ, table=tables.MediaFile):
    content_type: str = strawberry.field(description="What its bytes show it to be, e.g. image/jpeg.")
    byte_size: int = strawberry.field(description="How large it is.")
    file_name: str = strawberry.field(description="What the sender called it; may be empty.")
    is_deleted: bool = strawberry.field(description="Whether its bytes were deleted.")
    created_at: datetime = strawberry.field(description="When it came.")
    row_id: strawberry.Private[int]

    @classmethod
    def from_row(cls, row: tables.MediaFile) -> Self:
        return cls(
            id=cls.id_of(row.id),
            row_id=row.id,
            content_type=row.content_type,
            byte_size=row.byte_size,
            file_name=row.file_name,
            is_deleted=row.deleted_at is not None,
            created_at=row.created_at,
        )

    @derived(description="A path on this server that opens the file for an hour, without signing in.")
    async def url(self, info: Info) -> str | None:
        return None if self.is_deleted else info.context.shop.media_links.link(self.row_id, LINK_LASTS)

    @derived(description="Of a PDF: such a path to a picture of its first page.")
    async def preview_url(self, info: Info) -> str | None:
        if self.is_deleted or self.content_type != "application/pdf":
            return None
        return info.context.shop.media_links.page_link(self.row_id, 1, LINK_LASTS)


@strawberry.input(description="A file that is about to be sent here.")
class MediaUploadCreateInput:
    purpose: UploadPurpose = strawberry.field(description="What it is for.")
    content_type: str = strawberry.field(description="What it is, e.g. image/jpeg; its bytes must agree.")
    file_name: str = strawberry.field(default="", description="What it is called.")
    byte_size: int | None = strawberry.field(default=None, description="How large it is, to hear at once if too large.")


@strawberry.type(description="The right to send one file, once.")
class MediaUploadPayload:
    id: strawberry.ID = strawberry.field(description="Its id, for the `uploadId` of a later mutation.")
    put_path: str = strawberry.field(description="PUT the bytes to this path of this server; it works once.")
    expires_at: datetime = strawberry.field(description="Until when.")
    byte_limit: int = strawberry.field(description="How many bytes are taken.")
