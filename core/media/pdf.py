"""Draws the pages of a PDF, in a process of its own: whoever breaks the drawing breaks nothing else."""

import asyncio
import math
import os
import sys
from pathlib import Path
from weakref import WeakKeyDictionary

from core.media.pdf_page import BROKEN, LOCKED, NO_SUCH_PAGE

TIME_LIMIT = 15.0
MEMORY_LIMIT = 1024 * 1024 * 1024

# A drawing takes a core and up to the memory limit; whoever comes third waits.
AT_ONCE = 2

_SCRIPT = Path(__file__).with_name("pdf_page.py")
_rooms: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


class PdfError(Exception):
    """The page could not be drawn: too slow, too large, or the drawing crashed."""


class BrokenPdfError(PdfError):
    """It is no PDF, whatever its first bytes say."""


class LockedPdfError(PdfError):
    """It opens with a password only."""


class NoSuchPageError(PdfError):
    """It has fewer pages."""


_WORDS: dict[int, type[PdfError]] = {BROKEN: BrokenPdfError, LOCKED: LockedPdfError, NO_SUCH_PAGE: NoSuchPageError}


async def render_page(data: bytes, number: int, *, longest_side: int = 1600) -> bytes:
    """The page, counted from 1, as a PNG. Raises one of the errors above."""
    room = _rooms.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))
    async with room:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            str(_SCRIPT),
            str(number),
            str(longest_side),
            str(MEMORY_LIMIT),
            str(math.ceil(TIME_LIMIT)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ},
        )
        try:
            async with asyncio.timeout(TIME_LIMIT):
                image, _ = await process.communicate(data)
        except TimeoutError as error:
            raise PdfError("drawing the page took too long") from error
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    if process.returncode != 0:
        raise _WORDS.get(process.returncode or 0, PdfError)("the page could not be drawn")
    return image
