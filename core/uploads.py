"""Uploads: the right to PUT one file once, and the file that came."""

import asyncio
import hashlib
import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from core import clock
from core.database import Database
from core.errors import ConflictError, NotFoundError, ParleyError
from core.media.inspection import MAX_BYTES, PDF, PICTURES
from core.media_files import (
    EmptyFileError,
    FileTooLargeError,
    FileTypeError,
    MediaFiles,
    forget_unused_job,
    plain_file_name,
)
from models.media import MediaFile, MediaUpload, UploadPurpose

LIFETIME = timedelta(minutes=15)

# A body that comes slower than this holds a connection and memory for nothing.
TIME_TO_SEND = 120.0

_CONTENT_TYPE = re.compile(r"[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,59}")

# What a browser shows and a proof can be.
SHOWN_TYPES = frozenset({*PICTURES, PDF})


class UploadNotFoundError(NotFoundError):
    code = "UPLOAD_NOT_FOUND"


class UploadExpiredError(ParleyError):
    code = "UPLOAD_EXPIRED"


class UploadUsedError(ConflictError):
    """A file came already; an upload takes one."""

    code = "UPLOAD_USED"


class UploadNotFinishedError(ConflictError):
    """No file has come yet."""

    code = "UPLOAD_NOT_FINISHED"


class UploadTooSlowError(ParleyError):
    code = "UPLOAD_TOO_SLOW"


@dataclass(frozen=True, slots=True)
class NewUpload:
    """`token` is told this once; who has it may PUT the file to /media/uploads/{token}."""

    id: int
    token: str
    expires_at: datetime
    byte_limit: int


class Uploads:
    def __init__(self, database: Database, media_files: MediaFiles) -> None:
        self._database = database
        self._media_files = media_files

    async def ask(
        self,
        caller: str,
        purpose: UploadPurpose,
        *,
        content_type: str,
        file_name: str = "",
        byte_size: int | None = None,
    ) -> NewUpload:
        """`caller` is the only one who may use the file later. Raises FileTypeError or FileTooLargeError."""
        content_type = content_type.strip().lower().replace("image/jpg", "image/jpeg")
        _judge_type(purpose, content_type)
        if byte_size is not None and byte_size > MAX_BYTES:
            raise FileTooLargeError(
                f"A file can have at most {MAX_BYTES // 2**20} MiB.", field="byteSize", limit=MAX_BYTES
            )
        if byte_size is not None and byte_size < 1:
            raise EmptyFileError("The file is empty.", field="byteSize")
        token = secrets.token_urlsafe(32)
        upload = await MediaUpload.create(
            token_hash=_hash(token),
            purpose=purpose,
            caller=caller,
            content_type=content_type,
            byte_limit=byte_size or MAX_BYTES,
            file_name=plain_file_name(file_name),
            expires_at=clock.now() + LIFETIME,
            created_at=clock.now(),
        )
        return NewUpload(upload.id, token, upload.expires_at, upload.byte_limit)

    async def receive(self, token: str, body: AsyncIterator[bytes], *, announced_size: int | None = None) -> MediaFile:
        """Takes the file; nothing is used up when it fails.

        Raises UploadNotFoundError, UploadExpiredError, UploadUsedError, FileTooLargeError, EmptyFileError,
        FileTypeError, UploadTooSlowError or MediaStoreError.
        """
        upload = await self._waiting(token)
        if announced_size is not None and announced_size > upload.byte_limit:
            raise _too_large(upload.byte_limit)
        try:
            async with asyncio.timeout(TIME_TO_SEND):
                data = await _all_of(body, upload.byte_limit)
        except TimeoutError as error:
            raise UploadTooSlowError("The file came too slowly.") from error
        # A PNG that is called a JPEG is only a wrong name; a program that is called a JPEG is not taken.
        only = SHOWN_TYPES if upload.content_type in SHOWN_TYPES else None
        media = await self._media_files.keep(data, file_name=upload.file_name, only=only)
        try:
            await self._take(upload, media)
        except UploadUsedError:
            await self._media_files.forget(media.id)
            raise
        return media

    async def file_of(self, upload_id: int, caller: str, purpose: UploadPurpose) -> MediaFile:
        """The file that came, for whoever asked to upload it.

        Raises UploadNotFoundError or UploadNotFinishedError.
        """
        upload = await MediaUpload.get_or_none(id=upload_id, caller=caller, purpose=purpose).select_related("media")
        if upload is None:
            raise UploadNotFoundError("There is no such upload of yours.", field="uploadId")
        if upload.media is None:
            raise UploadNotFinishedError("No file has come for this upload yet.", field="uploadId")
        return upload.media

    async def finish(self, upload_id: int, caller: str) -> None:
        """The file was read and is needed no more; the upload goes, and its bytes with it."""
        async with self._database.unit_of_work() as work:
            for row in await work.fetch(
                "delete from media_uploads where id = $1 and caller = $2 returning media_id", upload_id, caller
            ):
                work.defer(forget_unused_job(row["media_id"]))

    async def _waiting(self, token: str) -> MediaUpload:
        upload = await MediaUpload.get_or_none(token_hash=_hash(token))
        if upload is None:
            raise UploadNotFoundError("There is no such upload.")
        if upload.media_id is not None:
            raise UploadUsedError("A file came for this upload already.")
        if upload.expires_at <= clock.now():
            raise UploadExpiredError("This upload has expired; ask for a new one.")
        return upload

    async def _take(self, upload: MediaUpload, media: MediaFile) -> None:
        # Two senders may have come this far; the row takes one of them.
        async with self._database.unit_of_work() as work:
            taken = await work.execute(
                "update media_uploads set media_id = $2 where id = $1 and media_id is null", upload.id, media.id
            )
        if not taken:
            raise UploadUsedError("A file came for this upload already.")


async def _all_of(body: AsyncIterator[bytes], limit: int) -> bytes:
    data = bytearray()
    async for chunk in body:
        if len(data) + len(chunk) > limit:
            raise _too_large(limit)
        data += chunk
    return bytes(data)


def _too_large(limit: int) -> FileTooLargeError:
    return FileTooLargeError(f"The file has more than the {limit} bytes that are allowed.", limit=limit)


def _judge_type(purpose: UploadPurpose, content_type: str) -> None:
    if purpose is UploadPurpose.PROOF and content_type not in SHOWN_TYPES:
        raise FileTypeError("A proof of payment is a JPEG, PNG, WebP, GIF or PDF file.", field="contentType")
    if not _CONTENT_TYPE.fullmatch(content_type):
        raise FileTypeError("Say which type the file has, e.g. image/jpeg.", field="contentType")


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()
