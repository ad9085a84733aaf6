"""Files that customers and staff sent: kept, read, shown through signed links, forgotten."""

import asyncio
import base64
import hashlib
import hmac
import math
from collections.abc import Collection, Sequence
from datetime import timedelta
from pathlib import Path

import structlog

from core import clock
from core.database import Database
from core.errors import ForbiddenError, InvalidInputError, NotFoundError
from core.jobs.queue import Job
from core.media import inspection, pdf
from core.media.inspection import MAX_BYTES
from core.media.store import MediaMissingError, MediaStore, MediaStoreError
from models.media import MediaFile

log = structlog.get_logger()

LONGEST_FILE_NAME = 200


class EmptyFileError(InvalidInputError):
    code = "EMPTY_FILE"


class FileTooLargeError(InvalidInputError):
    """`details["limit"]` is what is allowed, in bytes."""

    code = "FILE_TOO_LARGE"


class FileTypeError(InvalidInputError):
    """The bytes are nothing that is taken here, whatever was announced."""

    code = "FILE_TYPE"


class MediaNotFoundError(NotFoundError):
    code = "MEDIA_NOT_FOUND"


class PageNotShownError(NotFoundError):
    """The file has no such page, or its pages cannot be drawn."""

    code = "PAGE_NOT_SHOWN"


class LinkInvalidError(ForbiddenError):
    """The link was changed or has expired; ask for a new one."""

    code = "LINK_INVALID"


def forget_unused_job(media_id: int) -> Job:
    """For whoever lets go of a file: the bytes cannot leave inside a transaction, which may be undone."""
    return Job("forget_unused_file", {"media_id": media_id})


class MediaFiles:
    """`store` takes what is new; `others` are asked for what was kept in them before."""

    def __init__(self, database: Database, store: MediaStore, others: Sequence[MediaStore] = ()) -> None:
        self._database = database
        self._store = store
        self._stores = {each.name: each for each in (*others, store)}

    async def keep(self, data: bytes, *, file_name: str, only: Collection[str] | None = None) -> MediaFile:
        """Not to be called inside a unit of work: it leaves the process.

        What its bytes do not prove becomes application/octet-stream, which is kept and never shown.
        Raises EmptyFileError, FileTooLargeError, MediaStoreError, or FileTypeError for what is none of `only`.
        """
        if not data:
            raise EmptyFileError("The file is empty.")
        if len(data) > MAX_BYTES:
            raise FileTooLargeError(f"A file can have at most {MAX_BYTES // 2**20} MiB.", limit=MAX_BYTES)
        found = await inspection.inspect(data)
        if only is not None and found.content_type not in only:
            raise FileTypeError("The file is not what it was announced to be.", found=found.content_type)
        # The bytes first: a row without a file would be a lie, a file without a row is only waste.
        key = await self._store.put(data, content_type=found.content_type)
        return await MediaFile.create(
            store=self._store.name,
            key=key,
            content_type=found.content_type,
            byte_size=len(data),
            sha256=found.sha256,
            perceptual_hash=found.perceptual_hash,
            file_name=plain_file_name(file_name),
            created_at=clock.now(),
        )

    async def find(self, media_id: int) -> MediaFile:
        """Raises MediaNotFoundError, also for a file that was forgotten."""
        media = await MediaFile.get_or_none(id=media_id, deleted_at=None)
        if media is None:
            raise MediaNotFoundError("There is no such file.", media_id=media_id)
        return media

    async def read(self, media_id: int) -> tuple[MediaFile, bytes]:
        """Raises MediaNotFoundError or MediaStoreError."""
        media = await self.find(media_id)
        try:
            data = await self._store_of(media).get(media.key)
        except MediaMissingError as error:
            raise MediaNotFoundError("There is no such file.", media_id=media_id) from error
        # A proof that somebody swapped, or half of one, is worse than none.
        if media.sha256 and (await asyncio.to_thread(hashlib.sha256, data)).digest() != media.sha256:
            raise MediaStoreError("the store gave other bytes than it was given")
        return media, data

    def path(self, media: MediaFile) -> Path | None:
        """Where the bytes lie on this machine, if they do."""
        return self._store_of(media).path(media.key)

    async def page(self, media_id: int, number: int) -> bytes:
        """A page of a PDF, counted from 1, as a PNG. Raises MediaNotFoundError or PageNotShownError."""
        media, data = await self.read(media_id)
        if media.content_type != inspection.PDF:
            raise PageNotShownError("Only a PDF has pages.", media_id=media_id)
        try:
            return await pdf.render_page(data, number)
        except pdf.NoSuchPageError as error:
            raise PageNotShownError("The PDF has no such page.", media_id=media_id) from error
        except pdf.PdfError as error:
            log.info("pdf_page_not_drawn", media_id=media_id, page=number, why=type(error).__name__)
            raise PageNotShownError("This page cannot be drawn.", media_id=media_id) from error

    async def forget(self, media_id: int) -> None:
        """Deletes the bytes; the row stays, so that what refers to it says that a file was there."""
        media = await self.find(media_id)
        await self._store_of(media).delete(media.key)
        media.deleted_at = clock.now()
        await media.save(update_fields=["deleted_at"])

    def _store_of(self, media: MediaFile) -> MediaStore:
        if media.store not in self._stores:
            raise MediaStoreError(f"the store “{media.store}” is not set up")
        return self._stores[media.store]


class MediaLinks:
    """Paths under `base` that whoever has them may open until they expire."""

    def __init__(self, secret: bytes, base: str = "/media") -> None:
        self._secret = secret
        self._base = base.rstrip("/")

    def link(self, media_id: int, ttl: timedelta = timedelta(hours=1)) -> str:
        return self._signed(f"{self._base}/{media_id}", ttl)

    def page_link(self, media_id: int, number: int, ttl: timedelta = timedelta(hours=1)) -> str:
        """The link of a PDF's page as an image."""
        return self._signed(f"{self._base}/{media_id}/page/{number}.png", ttl)

    def check(self, path: str, expires: str, signature: str) -> int:
        """The seconds for which the link still holds. Raises LinkInvalidError."""
        expected = self._signature(path, expires)
        # Also when it expired already, so that the time it takes tells nothing.
        is_ours = hmac.compare_digest(expected.encode(), signature.encode())
        if not is_ours:
            raise LinkInvalidError("This link is not valid.")
        seconds = int(expires) - clock.now().timestamp()
        if seconds <= 0:
            raise LinkInvalidError("This link has expired.")
        return int(seconds)

    def _signed(self, path: str, ttl: timedelta) -> str:
        expires = str(math.ceil((clock.now() + ttl).timestamp()))
        return f"{path}?expires={expires}&signature={self._signature(path, expires)}"

    def _signature(self, path: str, expires: str) -> str:
        digest = hmac.digest(self._secret, f"{path}\n{expires}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def plain_file_name(name: str) -> str:
    """Without folders and characters that could lead a browser or a database astray."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(letter for letter in last if letter.isprintable() and not "\ud800" <= letter <= "\udfff")
    if len(plain) <= LONGEST_FILE_NAME:
        return plain.strip()
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 10:
        return plain[:LONGEST_FILE_NAME].strip()
    return f"{stem[: LONGEST_FILE_NAME - len(ending) - 1]}.{ending}".strip()
