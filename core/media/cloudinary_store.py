"""Files at Cloudinary: uploaded as authenticated ones, which no link opens but one that was signed for it."""

import asyncio
import io
import re
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar, TypeVar
from urllib.parse import urlsplit

import httpcore

from core.media.inspection import MAX_BYTES
from core.media.store import MediaMissingError, MediaStoreError

Result = TypeVar("Result")

FOLDER = "parley"
_KEY = re.compile(rf"{FOLDER}/[0-9a-f]{{40}}")

# One silence, and a call with all its attempts.
SILENCE_SECONDS = 20.0
LONGEST_SECONDS = 60.0
# Between the attempts: what is overloaded gets time.
PAUSES = (0.5, 2.0)
# A signed link is used at once; who finds it in a log later has nothing.
LINK_SECONDS = 60

# 420 is Cloudinary's word for "too many at once", beside the usual one.
_PASSING = frozenset({408, 420, 429})

# "raw" keeps bytes as they came, whatever they are. An "image" or "video" is decoded there, so a damaged one would be
# refused, and a PDF not be given out before it is allowed in the console. We never ask for a changed copy.
_WHERE = {"type": "authenticated", "resource_type": "raw"}


class CloudinaryStore:
    """Repeats what may pass. The SDK's own settings, one set for the whole process, are neither used nor changed."""

    name: ClassVar[str] = "cloudinary"

    def __init__(
        self,
        cloud_name: str,
        api_key: str,
        api_secret: str,
        *,
        api_url: str = "https://api.cloudinary.com",
        silence_seconds: float = SILENCE_SECONDS,
        longest_seconds: float = LONGEST_SECONDS,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._api_url = api_url
        self._options: dict[str, Any] = {
            "cloud_name": cloud_name,
            "api_key": api_key,
            "api_secret": api_secret,
            "upload_prefix": api_url,
            # What stands here is not looked for in the environment, which the SDK reads too.
            "oauth_token": None,
            "upload_preset": None,
            "signature_algorithm": "sha1",
            "signature_version": 2,
            **_WHERE,
        }
        self._silence_seconds = silence_seconds
        self._longest_seconds = longest_seconds
        self._pauses = pauses

    async def put(self, data: bytes, *, content_type: str) -> str:  # noqa: ARG002 - the type stands in our own row
        key = f"{FOLDER}/{secrets.token_hex(20)}"

        def upload() -> Any:
            from cloudinary import uploader

            # The same key at each attempt: one that arrived without our hearing of it is written over.
            return uploader.upload(
                io.BytesIO(data), public_id=key, filename="file", **self._call_options(), **self._options
            )

        async def attempt() -> None:
            kept = await self._ask(upload)
            if any(kept.get(word) != value for word, value in {"public_id": key, "bytes": len(data), **_WHERE}.items()):
                raise MediaStoreError("Cloudinary says that it kept something else")

        await self._repeated(attempt)
        return key

    async def get(self, key: str) -> bytes:
        if not _KEY.fullmatch(key):
            raise MediaMissingError("there is no such file")
        return await self._repeated(lambda: self._downloaded(key))

    async def delete(self, key: str) -> None:
        if not _KEY.fullmatch(key):
            return

        def destroy() -> Any:
            from cloudinary import uploader

            return uploader.destroy(key, invalidate=True, **self._call_options(), **self._options)

        async def attempt() -> None:
            told = await self._ask(destroy)
            if told.get("result") not in {"ok", "not found"}:
                raise MediaStoreError("Cloudinary does not say that it deleted the file")

        await self._repeated(attempt)

    def path(self, _key: str) -> Path | None:
        return None

    async def _repeated(self, attempt: Callable[[], Awaitable[Result]]) -> Result:
        try:
            async with asyncio.timeout(self._longest_seconds):
                for pause in self._pauses:
                    try:
                        return await attempt()
                    except _PassingError:
                        await asyncio.sleep(pause)
                return await attempt()
        except TimeoutError as error:
            raise MediaStoreError("Cloudinary took too long") from error

    def _call_options(self) -> dict[str, Any]:
        return {"timeout": self._silence_seconds, "return_error": True}

    async def _ask(self, call: Callable[[], Any]) -> dict[str, Any]:
        """What Cloudinary answered to a call of the SDK."""

        def asked() -> Any:
            from cloudinary.exceptions import Error

            try:
                return call()
            except (Error, TypeError) as error:
                # No connection, no answer, or one that is not Cloudinary's (a proxy's, or JSON that is no object).
                raise _PassingError("Cloudinary could not be reached") from error

        told = await _in_a_thread(asked)
        if not isinstance(told, dict):
            raise _PassingError("Cloudinary gave no answer of its own")
        if "error" in told:
            raise _refusal(told["error"]["http_code"])
        return told

    async def _downloaded(self, key: str) -> bytes:
        url = await _in_a_thread(lambda: self._download_url(key))
        if _origin(url) != _origin(self._api_url):
            raise MediaStoreError("the signed link leads elsewhere")
        headers = [("Host", urlsplit(url).netloc)]
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self._silence_seconds)
        try:
            async with (
                httpcore.AsyncConnectionPool() as pool,
                # A redirect is an answer like any other that is not 200: it is not followed.
                pool.stream("GET", url, headers=headers, extensions={"timeout": timeouts}) as answer,
            ):
                if answer.status == 404:
                    raise MediaMissingError("there is no such file")
                if answer.status != 200:
                    raise _refusal(answer.status)
                return await _bounded(answer)
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
            # The error's words may hold the signed link.
            raise _PassingError(f"Cloudinary could not be read: {type(error).__name__}") from None

    def _download_url(self, key: str) -> str:
        from cloudinary import utils

        return str(utils.private_download_url(key, "", expires_at=int(time.time()) + LINK_SECONDS, **self._options))


class _PassingError(MediaStoreError):
    """Asking again may help."""


def _refusal(status: int) -> MediaStoreError:
    is_passing = status >= 500 or status in _PASSING
    return (_PassingError if is_passing else MediaStoreError)(f"Cloudinary answered {status}")


async def _bounded(answer: httpcore.Response) -> bytes:
    pieces = bytearray()
    async for piece in answer.aiter_stream():
        pieces += piece
        if len(pieces) > MAX_BYTES:
            raise MediaStoreError("Cloudinary sends more than a file can have")
    return bytes(pieces)


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


async def _in_a_thread(call: Callable[[], Result]) -> Result:
    """In a thread of its own: the SDK bounds a silence but not a trickle, and what trickles must hold up nobody else.

    A thread that was given up ends with its answer, or with the process.
    """
    future: Future[Result] = Future()

    def run() -> None:
        try:
            result = call()
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)

    future.set_running_or_notify_cancel()
    Thread(target=run, name="cloudinary", daemon=True).start()
    return await asyncio.wrap_future(future)
