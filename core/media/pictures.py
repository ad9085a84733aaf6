"""Pictures made small enough for others to look at; only what was drawn goes on, nothing else that was in the file."""

import asyncio
import io

from core.media.inspection import MAX_PIXELS, PICTURES, UnreadablePictureError, decoders

JPEG = "image/jpeg"
QUALITY = 85


async def as_jpeg(data: bytes, content_type: str, *, longest_side: int) -> bytes:
    """Raises UnreadablePictureError, also for what is none of PICTURES."""
    if content_type not in PICTURES:
        raise UnreadablePictureError
    kind = PICTURES[content_type]
    try:
        return await asyncio.get_running_loop().run_in_executor(decoders, _small, data, kind, longest_side)
    except Exception as error:
        # Pillow's decoders raise nearly anything on hostile bytes, and all of it says the same.
        raise UnreadablePictureError from error


def _small(data: bytes, kind: str, longest_side: int) -> bytes:
    from PIL import Image, ImageOps

    image: Image.Image = Image.open(io.BytesIO(data), formats=(kind,))
    if image.width * image.height > MAX_PIXELS:
        raise UnreadablePictureError
    image = ImageOps.exif_transpose(image).convert("RGBA")
    image.thumbnail((longest_side, longest_side))
    on_white = Image.new("RGBA", image.size, "white")
    on_white.alpha_composite(image)
    output = io.BytesIO()
    on_white.convert("RGB").save(output, "JPEG", quality=QUALITY)
    return output.getvalue()
