"""Taking a whole catalogue from a file."""

from collections.abc import Callable
from typing import Annotated, Any

import strawberry

from core.errors import InvalidInputError, NotFoundError
from core.permissions import Permission
from graph import ids
from graph.errors import ConflictProblem
from graph.mutations import ASKED, actor, first, mutation
from graph.nodes import Info
from graph.schema.catalog_import import CatalogImportInput, CatalogImportPayload, CatalogNotImportableProblem, told
from graph.schema.media import UPLOAD, UploadPurpose


@strawberry.type
class CatalogImportMutation:
    @mutation(
        CatalogImportPayload,
        may=Permission.CATALOG_WRITE,
        description="Makes and changes services and packages as a file says, all of it or nothing. Services are known "
        "by their name, packages by their name within the service; nothing is deleted.",
        problems=(CatalogNotImportableProblem, ConflictProblem),
    )
    async def catalog_import(self, info: Info, asked: Annotated[CatalogImportInput, ASKED]) -> CatalogImportPayload:
        rule, read = info.context.shop.catalog_import, await _read(info, asked)

        async def act() -> dict[str, Any]:
            data = read()
            if asked.dry_run:
                return told(await rule.look(asked.format, data))
            return told(await rule.apply(asked.format, data, actor(info)))

        outcome = await first(info, asked, act, target="uploadId")
        if asked.upload_id is not None and not asked.dry_run:
            upload = ids.key_of(UPLOAD, asked.upload_id, field="uploadId")
            await info.context.shop.uploads.finish(upload, info.context.caller.label)
        return CatalogImportPayload.of(outcome, is_applied=not asked.dry_run)


async def _read(info: Info, asked: CatalogImportInput) -> Callable[[], bytes]:
    """Outside of the rule's transaction. That the file is gone is told by what is given back.

    A request that is told again is answered as the first time, and the file is gone then.
    """
    try:
        data = await _content(info, asked)
    except NotFoundError as error:
        missing = error

        def complain() -> bytes:
            raise missing

        return complain
    return lambda: data


async def _content(info: Info, asked: CatalogImportInput) -> bytes:
    if (asked.content is None) == (asked.upload_id is None):
        raise InvalidInputError("Give either the content or an upload.", field="content")
    if asked.upload_id is None:
        # Half a character, which JSON can hold and UTF-8 cannot, becomes a question mark.
        return (asked.content or "").encode("utf-8", "replace")
    shop, upload = info.context.shop, ids.key_of(UPLOAD, asked.upload_id, field="uploadId")
    media = await shop.uploads.file_of(upload, info.context.caller.label, UploadPurpose.CATALOG)
    return (await shop.media_files.read(media.id))[1]
