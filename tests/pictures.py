"""Files for tests: receipts as people send them, made here so that no binary lies in the repository."""

import io
import random
import time

from PIL import Image, ImageDraw, ImageFont


def drawn(seed: int = 1, size: tuple[int, int] = (400, 700)) -> Image.Image:
    """A picture with shapes; the same seed draws the same one."""
    dice = random.Random(seed)
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for _ in range(25):
        left, top = dice.randrange(size[0]), dice.randrange(size[1])
        corner = (left + dice.randrange(20, 160), top + dice.randrange(20, 160))
        pen.rectangle(((left, top), corner), fill=(dice.randrange(256), dice.randrange(256), dice.randrange(256)))
    return image


def saved(image: Image.Image, kind: str, **options: int) -> bytes:
    output = io.BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def receipt(seed: int = 1) -> bytes:
    """A screenshot of a payment app: all look the same but for the small print."""
    dice = random.Random(seed)
    image = Image.new("RGB", (1080, 2200), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle(((0, 0), (1080, 300)), fill=(0, 160, 80))
    pen.ellipse(((440, 350), (640, 550)), fill=(0, 180, 90))
    font = ImageFont.load_default(48)
    for line, label in enumerate(("Amount", "To", "Account", "From", "Date", "ID", "Fee")):
        value = "".join(dice.choice("0123456789ABCDEFGH ") for _ in range(dice.randrange(6, 18)))
        pen.text((80, 650 + 140 * line), label, fill=(90, 90, 90), font=font)
        pen.text((560, 650 + 140 * line), value, fill=(0, 0, 0), font=font)
    return saved(image, "PNG")


def png(seed: int = 1) -> bytes:
    return saved(drawn(seed), "PNG")


def jpeg(seed: int = 1, *, quality: int = 85, scale: float = 1.0) -> bytes:
    image = drawn(seed)
    if scale != 1.0:
        image = image.resize((int(image.width * scale), int(image.height * scale)))
    return saved(image, "JPEG", quality=quality)


def pdf(seed: int = 1, *, pages: int = 1) -> bytes:
    """The same seed makes the same bytes, whenever it is made."""
    output, moment = io.BytesIO(), time.gmtime(0)
    others = [drawn(seed + page) for page in range(1, pages)]
    drawn(seed).save(output, "PDF", save_all=True, append_images=others, creationDate=moment, modDate=moment)
    return output.getvalue()
