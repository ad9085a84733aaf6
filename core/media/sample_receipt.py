"""A made-up payment receipt as a picture, no two alike, for whoever has none at hand."""

import io
import secrets
from datetime import datetime

from PIL import Image, ImageDraw, ImageFont

_SIZE = (720, 1080)
_INK = (24, 28, 34)
_PALE = (112, 120, 132)
_GREEN = (10, 125, 71)
_CELLS = 9


def sample_receipt(total: str, *, now: datetime) -> bytes:
    """A PNG. The shop flags a proof that looks like an earlier one, so a large pattern differs each time."""
    image = Image.new("RGB", _SIZE, "white")
    draw = ImageDraw.Draw(image)
    reference = f"SIM{secrets.randbelow(10**9):09d}"

    draw.rectangle((0, 0, _SIZE[0], 150), fill=_GREEN)
    draw.text((48, 42), "Payment sent", font=_font(52), fill="white")
    draw.text((48, 190), "Amount", font=_font(28), fill=_PALE)
    draw.text((48, 226), total, font=_font(64), fill=_INK)
    lines = (("Reference", reference), ("Date", now.strftime("%d %b %Y, %H:%M")), ("Note", "Simulated, no money moved"))
    for number, (name, value) in enumerate(lines):
        top = 340 + number * 60
        draw.text((48, top), name, font=_font(28), fill=_PALE)
        draw.text((240, top), value, font=_font(28), fill=_INK)
    _draw_pattern(draw, top=570, size=450)

    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw_pattern(draw: ImageDraw.ImageDraw, *, top: int, size: int) -> None:
    cell = size // _CELLS
    left = (_SIZE[0] - cell * _CELLS) // 2
    bits = secrets.randbits(_CELLS * _CELLS)
    for number in range(_CELLS * _CELLS):
        if bits >> number & 1:
            x, y = left + number % _CELLS * cell, top + number // _CELLS * cell
            draw.rectangle((x, y, x + cell - 1, y + cell - 1), fill=_INK)


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
