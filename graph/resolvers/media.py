"""Sending files here."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph import ids
from graph.errors import NotFoundProblem
from graph.mutations import ASKED, mutation
from graph.nodes import Info
from graph.permissions import ANYBODY
from graph.schema.media import UPLOAD, MediaUploadCreateInput, MediaUploadPayload, UploadPurpose

# A file for a message is sent by whoever may write it; one for a proof by whoever plays the customer.
_NEEDS = {
    UploadPurpose.MESSAGE: Permission.CONVERSATIONS_WRITE,
    UploadPurpose.PROOF: Permission.SIMULATOR_USE,
    UploadPurpose.CATALOG: Permission.CATALOG_WRITE,
}


@strawberry.type
class MediaMutation:
    # The right depends on the purpose: see _NEEDS.
    # An upload that is asked for twice is two rights, of which one lapses: a repetition does no harm.
    @mutation(
        MediaUploadPayload,
        may=ANYBODY,
        description="Asks for the right to send one file here; a later mutation takes the id. "
        "Needs `conversations:write` for a MESSAGE, `simulator:use` for a PROOF, `catalog:write` for a CATALOG.",
        is_keyed=False,
        without=(NotFoundProblem,),
    )
    async def media_upload_create(
        self, info: Info, asked: Annotated[MediaUploadCreateInput, ASKED]
    ) -> MediaUploadPayload:
        caller = info.context.caller
        caller.demand(_NEEDS[asked.purpose])
        upload = await info.context.shop.uploads.ask(
            caller.label,
            asked.purpose,
            content_type=asked.content_type,
            file_name=asked.file_name,
            byte_size=asked.byte_size,
        )
        return MediaUploadPayload(
            id=ids.encode(UPLOAD, upload.id),
            put_path=f"/media/uploads/{upload.token}",
            expires_at=upload.expires_at,
            byte_limit=upload.byte_limit,
        )
