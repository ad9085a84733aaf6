"""Files for tests: receipts as people send them, made here so that no binary lies in the repository."""

import io
import random

from PIL import Image, ImageDraw


def drawn(seed: int = 1, size: tuple[int, int] = (400, 700)) -> Image.Image:
    """A picture with shapes; the same seed draws the same one."""
    dice = random.Random(seed)  # noqa: S311 - not for secrets, for the same picture every time
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


def png(seed: int = 1) -> bytes:
    return saved(drawn(seed), "PNG")


def jpeg(seed: int = 1, *, quality: int = 85, scale: float = 1.0) -> bytes:
    image = drawn(seed)
    if scale != 1.0:
        image = image.resize((int(image.width * scale), int(image.height * scale)))
    return saved(image, "JPEG", quality=quality)


def pdf(seed: int = 1, *, pages: int = 1) -> bytes:
    output = io.BytesIO()
    others = [drawn(seed + page) for page in range(1, pages)]
    drawn(seed).save(output, "PDF", save_all=True, append_images=others)
    return output.getvalue()
