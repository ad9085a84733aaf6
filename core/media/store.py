"""The port of a media store."""

from pathlib import Path
from typing import ClassVar, Protocol


class MediaStoreError(Exception):
    """The store could not be reached or refused; the same call may work later."""


class MediaMissingError(MediaStoreError):
    """The store has no file of that key."""


class MediaStore(Protocol):
    name: ClassVar[str]  # stands in media_files.store

    async def put(self, data: bytes, *, content_type: str) -> str:
        """Keeps the bytes, which are never none, and returns their key. Raises MediaStoreError."""

    async def get(self, key: str) -> bytes:
        """Raises MediaMissingError or MediaStoreError."""

    async def delete(self, key: str) -> None:
        """Deletes the bytes; a key that is gone already is no error. Raises MediaStoreError."""

    def path(self, key: str) -> Path | None:
        """Where the bytes lie on this machine, if they do. Raises MediaMissingError."""
