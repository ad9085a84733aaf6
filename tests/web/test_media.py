"""The doors of files, as a browser meets them."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

import httpx
import pytest
import time_machine
from starlette.applications import Starlette

from core.database import Database
from core.media.local_store import LocalStore
from core.media.store import MediaStore
from core.media_files import MediaFiles, MediaLinks
from core.uploads import Uploads
from models.media import UploadPurpose
from tests import pictures
from web.media import media_routes

LINKS = MediaLinks(b"a secret of thirty-two characters")


class StoreElsewhere:
    """Like a store in the cloud: there is no path to its files."""

    name: ClassVar[str] = "elsewhere"

    def __init__(self, folder: Path) -> None:
        self._kept = LocalStore(folder)

    async def put(self, data: bytes, *, content_type: str) -> str:
        return await self._kept.put(data, content_type=content_type)

    async def get(self, key: str) -> bytes:
        return await self._kept.get(key)

    async def delete(self, key: str) -> None:
        await self._kept.delete(key)

    def path(self, _key: str) -> Path | None:
        return None


STORES: dict[str, Callable[[Path], MediaStore]] = {"here": LocalStore, "elsewhere": StoreElsewhere}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, data_folder: Path) -> MediaStore:
    return STORES[request.param](data_folder / "media")


@pytest.fixture
def media_files(database: Database, store: MediaStore) -> MediaFiles:
    return MediaFiles(database, store)


@pytest.fixture
def uploads(database: Database, media_files: MediaFiles) -> Uploads:
    return Uploads(database, media_files)


@pytest.fixture
async def browser(media_files: MediaFiles, uploads: Uploads) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=media_routes(media_files, uploads, LINKS))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop.example") as client:
        yield client


def _code(answer: httpx.Response) -> str:
    error = answer.json()["errors"][0]
    assert set(error) == {"message", "extensions"}
    return str(error["extensions"]["code"])


async def test_a_signed_link_shows_the_file_locked_away_from_the_page(
    browser: httpx.AsyncClient, media_files: MediaFiles
) -> None:
    data = pictures.jpeg()
    media = await media_files.keep(data, file_name="رسید 1.jpg")

    answer = await browser.get(LINKS.link(media.id, timedelta(minutes=10)))

    assert answer.status_code == 200
    assert answer.content == data
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-disposition"].startswith("inline; filename*=utf-8''%D8%B1")
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["etag"] == f'"{media.sha256.hex()}"'
    private, age, immutable = answer.headers["cache-control"].split(", ")
    assert (private, immutable) == ("private", "immutable")
    assert 590 <= int(age.removeprefix("max-age=")) <= 600


async def test_head_tells_the_size_and_sends_nothing(browser: httpx.AsyncClient, media_files: MediaFiles) -> None:
    data = pictures.jpeg()
    media = await media_files.keep(data, file_name="slip.jpg")

    answer = await browser.head(LINKS.link(media.id))

    assert answer.status_code == 200
    assert answer.headers["content-length"] == str(len(data))


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=10-19", 10, 20), ("bytes=200-", 200, 204), ("bytes=-4", 200, 204), ("bytes=0-999", 0, 204)],
)
async def test_a_part_of_a_file_can_be_asked_for(
    browser: httpx.AsyncClient, media_files: MediaFiles, asked: str, start: int, end: int
) -> None:
    data = b"OggS" + bytes(range(200))
    media = await media_files.keep(data, file_name="voice.ogg")

    part = await browser.get(LINKS.link(media.id), headers={"range": asked})

    assert (part.status_code, part.content) == (206, data[start:end])
    assert part.headers["content-range"] == f"bytes {start}-{end - 1}/{len(data)}"
    assert part.headers["accept-ranges"] == "bytes"


async def test_a_part_beyond_the_end_is_refused(browser: httpx.AsyncClient, media_files: MediaFiles) -> None:
    media = await media_files.keep(b"OggS" + bytes(200), file_name="voice.ogg")

    answer = await browser.get(LINKS.link(media.id), headers={"range": "bytes=900-"})

    assert answer.status_code == 416


async def test_what_a_browser_could_run_is_only_saved(browser: httpx.AsyncClient, media_files: MediaFiles) -> None:
    media = await media_files.keep(b"<script>alert(1)</script>", file_name='a";b.html')

    answer = await browser.get(LINKS.link(media.id))

    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == "attachment; filename*=utf-8''a%22%3Bb.html"


async def test_without_a_link_that_holds_there_is_nothing_to_see(
    browser: httpx.AsyncClient, media_files: MediaFiles
) -> None:
    with time_machine.travel("2026-11-22T10:00:00Z", tick=False) as clock:
        mine = await media_files.keep(pictures.png(1), file_name="mine.png")
        other = await media_files.keep(pictures.png(2), file_name="other.png")
        link = LINKS.link(mine.id, timedelta(minutes=1))

        for wrong in (
            f"/media/{mine.id}",
            link.replace(f"/media/{mine.id}", f"/media/{other.id}"),
            link.replace("expires=1", "expires=2"),
            link[:-2],
            f"{link}x",
        ):
            answer = await browser.get(wrong)
            assert (answer.status_code, _code(answer)) == (403, "LINK_INVALID")

        clock.shift(timedelta(minutes=1))
        answer = await browser.get(link)
        assert (answer.status_code, _code(answer)) == (403, "LINK_INVALID")


async def test_a_file_that_is_gone_is_not_found(browser: httpx.AsyncClient, media_files: MediaFiles) -> None:
    media = await media_files.keep(pictures.png(), file_name="slip.png")
    await media_files.forget(media.id)

    for media_id in (media.id, 999_999):
        answer = await browser.get(LINKS.link(media_id))
        assert (answer.status_code, _code(answer)) == (404, "MEDIA_NOT_FOUND")


async def test_the_pages_of_a_pdf_are_shown_as_images(browser: httpx.AsyncClient, media_files: MediaFiles) -> None:
    media = await media_files.keep(pictures.pdf(pages=2), file_name="slip.pdf")

    page = await browser.get(LINKS.page_link(media.id, 2))
    beyond = await browser.get(LINKS.page_link(media.id, 3))
    borrowed = await browser.get(LINKS.link(media.id).replace(f"/{media.id}", f"/{media.id}/page/1.png"))

    assert (page.status_code, page.headers["content-type"]) == (200, "image/png")
    assert page.content.startswith(b"\x89PNG")
    assert (beyond.status_code, _code(beyond)) == (404, "PAGE_NOT_SHOWN")
    assert (borrowed.status_code, _code(borrowed)) == (403, "LINK_INVALID")


async def test_a_put_takes_one_file(browser: httpx.AsyncClient, uploads: Uploads) -> None:
    new = await uploads.ask("staff:1", UploadPurpose.PROOF, content_type="image/png", file_name="slip.png")
    data = pictures.png()

    first = await browser.put(f"/media/uploads/{new.token}", content=data)
    second = await browser.put(f"/media/uploads/{new.token}", content=data)

    assert first.status_code == 201
    assert first.json()["contentType"] == "image/png"
    assert first.json()["byteSize"] == len(data)
    assert (second.status_code, _code(second)) == (409, "UPLOAD_USED")
    assert (await uploads.file_of(new.id, "staff:1", UploadPurpose.PROOF)).byte_size == len(data)


async def test_a_put_says_what_was_wrong(browser: httpx.AsyncClient, uploads: Uploads) -> None:
    new = await uploads.ask("staff:1", UploadPurpose.PROOF, content_type="image/png", byte_size=500)

    async def streamed() -> AsyncIterator[bytes]:
        for _ in range(10):
            yield bytes(100)

    unknown = await browser.put("/media/uploads/guess", content=b"x")
    empty = await browser.put(f"/media/uploads/{new.token}", content=b"")
    no_picture = await browser.put(f"/media/uploads/{new.token}", content=b"MZ\x90 a program")
    too_large = await browser.put(f"/media/uploads/{new.token}", content=bytes(501))
    grown = await browser.put(f"/media/uploads/{new.token}", content=streamed())

    assert (unknown.status_code, _code(unknown)) == (404, "UPLOAD_NOT_FOUND")
    assert (empty.status_code, _code(empty)) == (422, "EMPTY_FILE")
    assert (no_picture.status_code, _code(no_picture)) == (415, "FILE_TYPE")
    assert (too_large.status_code, _code(too_large)) == (413, "FILE_TOO_LARGE")
    assert (grown.status_code, _code(grown)) == (413, "FILE_TOO_LARGE")

    with time_machine.travel(new.expires_at, tick=False):
        late = await browser.put(f"/media/uploads/{new.token}", content=b"x")
    assert (late.status_code, _code(late)) == (410, "UPLOAD_EXPIRED")
