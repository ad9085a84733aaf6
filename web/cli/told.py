"""What the command line says to a person."""

import sys


def told(text: str) -> None:
    """To standard output, at once, so that it also reaches a pipe."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complained(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
