"""Rung after every commit that appended events; a hint to look into the log, never the truth."""

from collections.abc import Callable

_listeners: set[Callable[[], None]] = set()


def listen(listener: Callable[[], None]) -> Callable[[], None]:
    """Returns the function that ends the listening."""
    _listeners.add(listener)
    return lambda: _listeners.discard(listener)


def ring() -> None:
    for listener in tuple(_listeners):
        listener()
