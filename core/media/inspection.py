"""What a file is by its bytes, and how its picture looks; no word of the sender is believed."""

import asyncio
import hashlib
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import dhash
import puremagic

from core.media import pdf

MAX_BYTES = 16 * 1024 * 1024

# Decoded, that is at most 200 MB for a moment; today's phone cameras stay below it.
MAX_PIXELS = 50_000_000

# 512 bits. Receipts of one payment app differ in their small print only: with the usual 128 bits two of them are as
# near (2 to 16) as one that was saved again (0 to 4); with these it is 38 and more against 11 at most.
HASH_SIDE = 16

# With less in it, e.g. on an even surface, any two look the same.
FEWEST_EDGES = 32

# A decoder takes a core and up to that memory; pictures beyond these two wait.
decoders = ThreadPoolExecutor(max_workers=2, thread_name_prefix="pictures")

UNKNOWN = "application/octet-stream"

# These are read, shown in a browser and taken as proofs, so each is decoded before it is believed.
PICTURES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF"}
PDF = "application/pdf"

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
)

_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}

# The brand of an ISO base media file says what its one box format holds.
_BRANDS = {
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heif",
    b"avif": "image/avif",
    b"qt  ": "video/quicktime",
    b"3gp4": "video/3gpp",
    b"3gp5": "video/3gpp",
}

# What puremagic may add: files that people send as documents. A browser is never asked to show them.
_DOCUMENTS = frozenset(
    {
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/zip",
        "application/rtf",
    }
)


@dataclass(frozen=True, slots=True)
class Inspection:
    """`perceptual_hash` is None for what has no picture, or one that is nearly empty."""

    content_type: str
    sha256: bytes
    perceptual_hash: bytes | None


async def inspect(data: bytes) -> Inspection:
    """Never raises: what cannot be read as what it claims to be is an unknown file, kept and never shown."""
    content_type = sniff(data)
    picture = None
    if content_type in PICTURES:
        try:
            picture = await _hash_of(data, PICTURES[content_type])
        except UnreadablePictureError:
            content_type = UNKNOWN
    elif content_type == PDF:
        try:
            page = await pdf.render_page(data, 1, longest_side=512)
            picture = await _hash_of(page, "PNG")
        except pdf.BrokenPdfError:
            content_type = UNKNOWN
        except (pdf.PdfError, UnreadablePictureError):
            # Locked by a password or too heavy to draw: a PDF all the same, which a person can open.
            picture = None
    return Inspection(content_type, hashlib.sha256(data).digest(), picture)


def sniff(data: bytes) -> str:
    """The content type by the bytes alone."""
    head = data[:4096]
    for start, content_type in _STARTS:
        if head.startswith(start):
            return content_type
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], UNKNOWN)
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if b"%PDF-" in head[:1024]:
        return PDF
    return _document(data)


def _document(data: bytes) -> str:
    try:
        guesses = puremagic.magic_string(data)
    except (puremagic.PureError, ValueError):
        return UNKNOWN
    return next((guess.mime_type for guess in guesses if guess.mime_type in _DOCUMENTS), UNKNOWN)


class UnreadablePictureError(Exception):
    """Damaged, or so large that decoding it would hurt."""


async def _hash_of(data: bytes, kind: str) -> bytes | None:
    return await asyncio.get_running_loop().run_in_executor(decoders, _difference_hash, data, kind)


def _difference_hash(data: bytes, kind: str) -> bytes | None:
    """Whether each pixel of a tiny grey copy is darker than the next one: a bit each, along rows and along columns."""
    try:
        grey = _tiny_grey(data, kind)
    except Exception as error:
        # Pillow's decoders raise nearly anything on hostile bytes, and all of it says the same.
        raise UnreadablePictureError from error
    rows, columns = dhash.dhash_row_col(list(grey), size=HASH_SIDE)
    look = int(rows) << HASH_SIDE * HASH_SIDE | int(columns)
    if look.bit_count() < FEWEST_EDGES:
        return None
    return look.to_bytes(2 * HASH_SIDE * HASH_SIDE // 8, "big")


def _tiny_grey(data: bytes, kind: str) -> bytes:
    from PIL import Image

    image: Image.Image = Image.open(io.BytesIO(data), formats=(kind,))  # reads the head, decodes nothing yet
    if image.width * image.height > MAX_PIXELS:
        raise UnreadablePictureError
    if image.mode in {"P", "PA"}:
        image = image.convert("RGBA")  # colours of a palette cannot be averaged
    image.thumbnail((256, 256))
    if image.has_transparency_data:
        on_white = Image.new("RGBA", image.size, "white")
        on_white.alpha_composite(image.convert("RGBA"))
        image = on_white
    return image.convert("L").resize((HASH_SIDE + 1, HASH_SIDE + 1), Image.Resampling.LANCZOS).tobytes()
