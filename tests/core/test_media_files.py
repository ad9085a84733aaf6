"""Files: what they are by their bytes, how they look, and that hostile ones break nothing."""

import io
import struct
import zlib
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from PIL import Image

from core.database import Database
from core.media import inspection, pdf
from core.media.inspection import MAX_BYTES, UNKNOWN, inspect, sniff
from core.media.local_store import LocalStore
from core.media.store import MediaStoreError
from core.media_files import (
    EmptyFileError,
    FileTooLargeError,
    FileTypeError,
    LinkInvalidError,
    MediaFiles,
    MediaLinks,
    MediaNotFoundError,
    PageNotShownError,
    plain_file_name,
)
from core.proofs import SAME_PICTURE_DISTANCE
from models.media import MediaFile
from tests import pictures


@pytest.fixture
def media_files(database: Database, data_folder: Path) -> MediaFiles:
    return MediaFiles(database, LocalStore(data_folder / "media"))


def _files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _distance(one: bytes | None, other: bytes | None) -> int:
    assert one is not None
    assert other is not None
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (pictures.png(), "image/png"),
        (pictures.jpeg(), "image/jpeg"),
        (pictures.saved(pictures.drawn(), "WEBP"), "image/webp"),
        (pictures.saved(pictures.drawn(), "GIF"), "image/gif"),
        (pictures.pdf(), "application/pdf"),
        (b"OggS\x00\x02" + bytes(60), "audio/ogg"),
        (b"ID3\x04" + bytes(60), "audio/mpeg"),
        (b"\x00\x00\x00\x20ftypisom" + bytes(60), "video/mp4"),
        (b"\x00\x00\x00\x20ftypM4A " + bytes(60), "audio/mp4"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"<html><script>alert(1)</script>", UNKNOWN),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', UNKNOWN),
        (b"MZ\x90\x00" + bytes(60), UNKNOWN),
        (b"just words", UNKNOWN),
        (b"RIFF", UNKNOWN),
        (b"x", UNKNOWN),
    ],
)
async def test_the_bytes_say_what_a_file_is(data: bytes, content_type: str) -> None:
    assert (await inspect(data)).content_type == content_type


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff" + b"no picture at all" * 10,
        pictures.png()[:100],
        b"GIF89a" + bytes(100),
        b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(30),
        b"%PDF-1.7\nnothing more",
    ],
)
async def test_a_file_that_cannot_be_opened_as_what_it_claims_is_unknown(data: bytes) -> None:
    assert sniff(data) != UNKNOWN

    assert (await inspect(data)).content_type == UNKNOWN


async def test_a_picture_that_would_unpack_into_gigabytes_is_never_decoded() -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    bomb = b"\x89PNG\r\n\x1a\n" + chunk

    assert (await inspect(bomb)).content_type == UNKNOWN


async def test_a_picture_above_the_limit_is_kept_but_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "MAX_PIXELS", 400 * 700 - 1)

    assert (await inspect(pictures.png())).content_type == UNKNOWN


async def test_the_same_picture_saved_again_looks_the_same() -> None:
    original = await inspect(pictures.png(7))

    for copy in (pictures.jpeg(7), pictures.jpeg(7, quality=40), pictures.jpeg(7, scale=0.5)):
        distance = _distance(original.perceptual_hash, (await inspect(copy)).perceptual_hash)
        assert distance <= SAME_PICTURE_DISTANCE


async def test_receipts_of_one_app_look_different_by_their_small_print() -> None:
    hashes = [(await inspect(pictures.receipt(seed))).perceptual_hash for seed in range(1, 12)]

    distances = [_distance(one, other) for one in hashes for other in hashes if one is not other]
    assert min(distances) > SAME_PICTURE_DISTANCE


async def test_the_first_page_of_a_pdf_looks_like_its_picture() -> None:
    page = await inspect(pictures.pdf(5, pages=2))
    picture = await inspect(pictures.png(5))

    assert _distance(page.perceptual_hash, picture.perceptual_hash) <= SAME_PICTURE_DISTANCE


@pytest.mark.parametrize("colour", ["white", "black", "#7f7f7f"])
async def test_an_even_surface_has_no_look(colour: str) -> None:
    surface = await inspect(pictures.saved(Image.new("RGB", (300, 300), colour), "PNG"))

    assert surface.content_type == "image/png"
    assert surface.perceptual_hash is None


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
async def test_every_kind_of_pixel_can_be_hashed(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = pictures.drawn(3).convert("I").convert("I;16") if mode == "I;16" else pictures.drawn(3).convert(mode)

    assert (await inspect(pictures.saved(image, kind))).content_type == f"image/{kind.lower()}"


async def test_a_page_is_drawn_as_a_png_of_the_size_asked_for() -> None:
    page = await pdf.render_page(pictures.pdf(pages=3), 3, longest_side=500)

    image = Image.open(io.BytesIO(page), formats=("PNG",))
    assert max(image.size) == 500
    with pytest.raises(pdf.NoSuchPageError):
        await pdf.render_page(pictures.pdf(pages=3), 4)


async def test_drawing_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "TIME_LIMIT", 0.01)

    with pytest.raises(pdf.PdfError, match="too long"):
        await pdf.render_page(pictures.pdf(), 1)


async def test_drawing_that_needs_too_much_memory_ends_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MEMORY_LIMIT", 64 * 1024 * 1024)

    with pytest.raises(pdf.PdfError):
        await pdf.render_page(pictures.pdf(), 1, longest_side=4000)


async def test_keeping_writes_the_row_and_the_bytes(media_files: MediaFiles) -> None:
    data = pictures.jpeg()

    kept = await media_files.keep(data, file_name="../../slip\u202e.jpg")

    media, read = await media_files.read(kept.id)
    assert read == data
    assert (media.content_type, media.byte_size, media.store) == ("image/jpeg", len(data), "local")
    assert media.file_name == "slip.jpg"
    assert len(media.sha256) == 32
    assert media.perceptual_hash is not None
    assert len(media.perceptual_hash) == 64


async def test_empty_and_oversized_files_are_refused_and_leave_nothing(
    media_files: MediaFiles, data_folder: Path
) -> None:
    with pytest.raises(EmptyFileError):
        await media_files.keep(b"", file_name="a.jpg")
    with pytest.raises(FileTooLargeError):
        await media_files.keep(bytes(MAX_BYTES + 1), file_name="a.jpg")
    with pytest.raises(FileTypeError):
        await media_files.keep(b"#!/bin/sh", file_name="a.jpg", only={"image/jpeg"})

    assert await MediaFile.all().count() == 0
    assert _files_in(data_folder) == []


async def test_a_forgotten_file_is_gone_but_its_row_remembers_it(media_files: MediaFiles, data_folder: Path) -> None:
    kept = await media_files.keep(pictures.png(), file_name="slip.png")

    await media_files.forget(kept.id)

    assert _files_in(data_folder) == []
    assert (await MediaFile.get(id=kept.id)).deleted_at is not None
    with pytest.raises(MediaNotFoundError):
        await media_files.read(kept.id)


async def test_bytes_that_were_swapped_in_the_store_are_not_shown(media_files: MediaFiles, data_folder: Path) -> None:
    kept = await media_files.keep(pictures.png(), file_name="slip.png")
    _files_in(data_folder)[0].write_bytes(pictures.png(seed=2))

    with pytest.raises(MediaStoreError):
        await media_files.read(kept.id)


async def test_files_stay_where_they_are_when_another_store_takes_the_new_ones(
    database: Database, media_files: MediaFiles, data_folder: Path
) -> None:
    class Elsewhere(LocalStore):
        name = "elsewhere"

    older = await media_files.keep(pictures.png(), file_name="slip.png")
    switched = MediaFiles(database, Elsewhere(data_folder / "elsewhere"), [LocalStore(data_folder / "media")])
    newer = await switched.keep(pictures.pdf(), file_name="slip.pdf")

    assert (older.store, newer.store) == ("local", "elsewhere")
    assert (await switched.read(older.id))[1] == pictures.png()
    assert (await switched.read(newer.id))[1] == pictures.pdf()
    # Switched back without naming the other one, nobody may take its files for deleted.
    with pytest.raises(MediaStoreError):
        await media_files.read(newer.id)
    with pytest.raises(MediaStoreError):
        await media_files.forget(newer.id)
    assert (await MediaFile.get(id=newer.id)).deleted_at is None


async def test_pages_are_of_pdfs_only(media_files: MediaFiles) -> None:
    picture = await media_files.keep(pictures.png(), file_name="slip.png")
    document = await media_files.keep(pictures.pdf(), file_name="slip.pdf")

    assert (await media_files.page(document.id, 1)).startswith(b"\x89PNG")
    for media_id, number in ((picture.id, 1), (document.id, 2), (document.id, 0)):
        with pytest.raises(PageNotShownError):
            await media_files.page(media_id, number)


def test_a_link_holds_until_it_expires_and_for_nothing_else() -> None:
    links = MediaLinks(b"secret" * 6)
    with time_machine.travel("2026-11-22T10:00:00Z", tick=False) as clock:
        path, query = links.link(7, timedelta(minutes=5)).split("?")
        parts = dict(part.split("=", 1) for part in query.split("&"))
        assert path == "/media/7"
        assert links.check(path, parts["expires"], parts["signature"]) == 300

        for wrong in (
            ("/media/8", parts["expires"], parts["signature"]),
            ("/media/7/page/1.png", parts["expires"], parts["signature"]),
            (path, str(int(parts["expires"]) + 1), parts["signature"]),
            (path, "", ""),
            (path, "soon", parts["signature"]),
            (path, parts["expires"], parts["signature"][:-1]),
            (path, parts["expires"], "é"),
        ):
            with pytest.raises(LinkInvalidError):
                links.check(*wrong)
        with pytest.raises(LinkInvalidError):
            MediaLinks(b"another" * 6).check(path, parts["expires"], parts["signature"])

        clock.shift(timedelta(minutes=5))
        with pytest.raises(LinkInvalidError, match="expired"):
            links.check(path, parts["expires"], parts["signature"])


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("slip.jpg", "slip.jpg"),
        ("C:\\Users\\me\\slip.jpg", "slip.jpg"),
        ("/etc/passwd", "passwd"),
        ("رسید.pdf", "رسید.pdf"),
        ("a\x00b\r\nc.pdf", "abc.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("..", ".."),
        ("", ""),
    ],
)
def test_file_names_keep_only_what_is_harmless(name: str, plain: str) -> None:
    assert plain_file_name(name) == plain
