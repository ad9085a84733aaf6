"""What the command line says to a person."""

import sys
import time
from collections.abc import Callable


def told(text: str) -> None:
    """To standard output, at once, so that it also reaches a pipe."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complained(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def timed() -> Callable[[str], None]:
    """Something that tells on standard error how a longer work goes, each line with the seconds since now."""
    begin = time.monotonic()
    return lambda text: complained(f"[{time.monotonic() - begin:5.1f} s] {text}")
