"""Files in a folder of this machine."""

import asyncio
import os
import re
import secrets
from pathlib import Path
from typing import ClassVar

from core.media.store import MediaMissingError, MediaStoreError

# A key is ours alone, made of two folders' worth of random; anything else could point outside.
_KEY = re.compile(r"[0-9a-f]{2}/[0-9a-f]{40}")


class LocalStore:
    """`folder` is made when the first file comes, readable by nobody else."""

    name: ClassVar[str] = "local"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def put(self, data: bytes, *, content_type: str) -> str:  # noqa: ARG002 - a file system keeps no types
        key = f"{secrets.token_hex(1)}/{secrets.token_hex(20)}"
        try:
            await asyncio.to_thread(self._write, key, data)
        except OSError as error:
            raise MediaStoreError(f"the file could not be written: {error.strerror}") from error
        return key

    async def get(self, key: str) -> bytes:
        path = self.path(key)
        try:
            return await asyncio.to_thread(path.read_bytes)
        except FileNotFoundError as error:
            raise MediaMissingError("there is no such file") from error
        except OSError as error:
            raise MediaStoreError(f"the file could not be read: {error.strerror}") from error

    async def delete(self, key: str) -> None:
        try:
            path = self.path(key)
        except MediaMissingError:
            return
        try:
            await asyncio.to_thread(path.unlink, missing_ok=True)
        except OSError as error:
            raise MediaStoreError(f"the file could not be deleted: {error.strerror}") from error

    def path(self, key: str) -> Path:
        """Where the bytes of that key lie. Raises MediaMissingError for what is no key of this store."""
        if not _KEY.fullmatch(key):
            raise MediaMissingError("there is no such file")
        return self._folder / key

    def _write(self, key: str, data: bytes) -> None:
        path = self._folder / key
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        unfinished = path.with_suffix(".part")
        try:
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
            _keep_name(path.parent)
            _keep_name(self._folder)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise


def _keep_name(folder: Path) -> None:
    """Makes the new name in it survive a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
