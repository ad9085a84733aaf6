"""Uploads: one file each, for whoever asked, of the kind that was announced."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from core import uploads as uploads_module
from core.database import Database
from core.media.local_store import LocalStore
from core.media_files import EmptyFileError, FileTooLargeError, FileTypeError, MediaFiles
from core.uploads import (
    UploadExpiredError,
    UploadNotFinishedError,
    UploadNotFoundError,
    Uploads,
    UploadTooSlowError,
    UploadUsedError,
)
from models.media import MediaFile, UploadPurpose
from tests import pictures

STAFF = "staff:1"


@pytest.fixture
def uploads(database: Database, data_folder: Path) -> Uploads:
    return Uploads(database, MediaFiles(database, LocalStore(data_folder / "media")))


async def _body(data: bytes, size: int = 1000) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


def _files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_a_file_comes_once_and_is_there_for_whoever_asked(uploads: Uploads) -> None:
    new = await uploads.ask(STAFF, UploadPurpose.PROOF, content_type="image/jpeg", file_name="slip.jpg")
    with pytest.raises(UploadNotFinishedError):
        await uploads.file_of(new.id, STAFF, UploadPurpose.PROOF)

    media = await uploads.receive(new.token, _body(pictures.jpeg()))

    assert (await uploads.file_of(new.id, STAFF, UploadPurpose.PROOF)).id == media.id
    assert (media.content_type, media.file_name) == ("image/jpeg", "slip.jpg")
    for caller, purpose in (("staff:2", UploadPurpose.PROOF), (STAFF, UploadPurpose.MESSAGE)):
        with pytest.raises(UploadNotFoundError):
            await uploads.file_of(new.id, caller, purpose)
    with pytest.raises(UploadUsedError):
        await uploads.receive(new.token, _body(pictures.jpeg()))
    assert await MediaFile.all().count() == 1


async def test_of_two_senders_at_once_one_is_taken(uploads: Uploads, data_folder: Path) -> None:
    new = await uploads.ask(STAFF, UploadPurpose.PROOF, content_type="image/png")

    results = await asyncio.gather(
        uploads.receive(new.token, _body(pictures.png(1))),
        uploads.receive(new.token, _body(pictures.png(2))),
        return_exceptions=True,
    )

    kept = [result for result in results if isinstance(result, MediaFile)]
    assert len(kept) == 1
    assert [type(result) for result in results if result not in kept] == [UploadUsedError]
    assert (await uploads.file_of(new.id, STAFF, UploadPurpose.PROOF)).id == kept[0].id
    assert len(_files_in(data_folder)) == 1


async def test_an_upload_expires(uploads: Uploads) -> None:
    with time_machine.travel("2026-11-22T10:00:00Z", tick=False) as clock:
        new = await uploads.ask(STAFF, UploadPurpose.PROOF, content_type="image/png")
        clock.shift(timedelta(minutes=15))

        with pytest.raises(UploadExpiredError):
            await uploads.receive(new.token, _body(pictures.png()))


async def test_nobody_uploads_with_a_token_that_was_not_given(uploads: Uploads) -> None:
    for token in ("", "guess", "\udce9", "x" * 5000):
        with pytest.raises(UploadNotFoundError):
            await uploads.receive(token, _body(pictures.png()))


async def test_a_file_larger_than_announced_is_cut_off_while_it_comes(uploads: Uploads, data_folder: Path) -> None:
    new = await uploads.ask(STAFF, UploadPurpose.PROOF, content_type="image/png", byte_size=2000)
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 1000
            yield bytes(1000)

    with pytest.raises(FileTooLargeError):
        await uploads.receive(new.token, endless())

    assert read == 3000
    with pytest.raises(FileTooLargeError):
        await uploads.receive(new.token, _body(b""), announced_size=2001)
    assert _files_in(data_folder) == []


async def test_what_failed_can_be_sent_again(uploads: Uploads, data_folder: Path) -> None:
    new = await uploads.ask(STAFF, UploadPurpose.PROOF, content_type="image/jpeg")

    with pytest.raises(FileTypeError):
        await uploads.receive(new.token, _body(b"<html>no picture</html>"))
    with pytest.raises(EmptyFileError):
        await uploads.receive(new.token, _body(b""))
    assert _files_in(data_folder) == []
    assert await MediaFile.all().count() == 0

    assert (await uploads.receive(new.token, _body(pictures.jpeg()))).content_type == "image/jpeg"


async def test_a_body_that_trickles_is_given_up(uploads: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads_module, "TIME_TO_SEND", 0.02)
    new = await uploads.ask(STAFF, UploadPurpose.PROOF, content_type="image/jpeg")

    async def stuck() -> AsyncIterator[bytes]:
        yield b"\xff\xd8\xff"
        await asyncio.Event().wait()

    with pytest.raises(UploadTooSlowError):
        await uploads.receive(new.token, stuck())


@pytest.mark.parametrize(
    ("purpose", "content_type", "field"),
    [
        (UploadPurpose.PROOF, "video/mp4", "contentType"),
        (UploadPurpose.PROOF, "image/svg+xml", "contentType"),
        (UploadPurpose.MESSAGE, "", "contentType"),
        (UploadPurpose.MESSAGE, "picture", "contentType"),
        (UploadPurpose.MESSAGE, "text/html; charset=utf-8\r\n", "contentType"),
    ],
)
async def test_the_announced_type_is_judged_first(
    uploads: Uploads, purpose: UploadPurpose, content_type: str, field: str
) -> None:
    with pytest.raises(FileTypeError) as caught:
        await uploads.ask(STAFF, purpose, content_type=content_type)

    assert caught.value.field == field


async def test_the_announced_size_is_judged_first(uploads: Uploads) -> None:
    with pytest.raises(FileTooLargeError) as too_large:
        await uploads.ask(STAFF, UploadPurpose.PROOF, content_type="image/png", byte_size=2**24 + 1)
    with pytest.raises(EmptyFileError) as empty:
        await uploads.ask(STAFF, UploadPurpose.PROOF, content_type="image/png", byte_size=0)

    assert (too_large.value.field, empty.value.field) == ("byteSize", "byteSize")


async def test_any_file_may_be_sent_in_a_message_and_is_what_its_bytes_are(uploads: Uploads) -> None:
    new = await uploads.ask(STAFF, UploadPurpose.MESSAGE, content_type="text/html", file_name="page.html")

    media = await uploads.receive(new.token, _body(b"<html><script>alert(1)</script></html>"))

    assert media.content_type == "application/octet-stream"
