"""The doors of files: signed links that show them, and the PUT that takes one."""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from core.errors import ParleyError
from core.media.inspection import PDF, PICTURES
from core.media.store import MediaStoreError
from core.media_files import MediaFiles, MediaLinks
from core.uploads import Uploads
from models.media import MediaFile

log = structlog.get_logger()

# What a browser may show inside a page; everything else it can only save.
INLINE = frozenset({*PICTURES, PDF, "audio/ogg", "audio/mpeg", "audio/mp4", "audio/wav", "video/mp4", "video/webm"})

# A file never changes under its id, so a browser may keep it as long as its link holds.
LONGEST_IN_CACHE = 24 * 60 * 60

STATUS: Mapping[str, int] = {
    "LINK_INVALID": 403,
    "MEDIA_NOT_FOUND": 404,
    "PAGE_NOT_SHOWN": 404,
    "UPLOAD_NOT_FOUND": 404,
    "UPLOAD_TOO_SLOW": 408,
    "UPLOAD_USED": 409,
    "UPLOAD_EXPIRED": 410,
    "FILE_TOO_LARGE": 413,
    "FILE_TYPE": 415,
    "EMPTY_FILE": 422,
}

# With few enough digits to be read as numbers.
_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})", re.ASCII)

Answer = Callable[[Request], Awaitable[Response]]


def media_routes(media_files: MediaFiles, uploads: Uploads, links: MediaLinks) -> list[Route]:
    """Below /media: `/{id}`, `/{id}/page/{number}.png` and `/uploads/{token}`."""

    async def show_file(request: Request) -> Response:
        seconds = _check_link(links, request)
        media = await media_files.find(request.path_params["media_id"])
        headers = _headers(media.content_type, media.file_name or f"file-{media.id}", seconds)
        headers["etag"] = f'"{media.sha256.hex()}"'
        path = media_files.path(media)
        if path is not None and path.is_file():
            return FileResponse(path, headers=headers, media_type=media.content_type)
        _, data = await media_files.read(media.id)
        return _part(data, request.headers.get("range", ""), headers, media.content_type)

    async def show_page(request: Request) -> Response:
        seconds = _check_link(links, request)
        media_id, number = request.path_params["media_id"], request.path_params["number"]
        image = await media_files.page(media_id, number)
        headers = _headers("image/png", f"file-{media_id}-page-{number}.png", seconds)
        return Response(image, headers=headers, media_type="image/png")

    async def take_upload(request: Request) -> Response:
        size = request.headers.get("content-length", "")
        media = await uploads.receive(
            request.path_params["token"],
            request.stream(),
            announced_size=int(size) if size.isdecimal() and len(size) < 19 else None,
        )
        return JSONResponse(_described(media), status_code=201, headers={"cache-control": "no-store"})

    return [
        Route("/media/uploads/{token}", _telling_errors(take_upload), methods=["PUT"]),
        Route("/media/{media_id:int}/page/{number:int}.png", _telling_errors(show_page), methods=["GET"]),
        Route("/media/{media_id:int}", _telling_errors(show_file), methods=["GET"]),
    ]


def _check_link(links: MediaLinks, request: Request) -> int:
    return links.check(
        request.url.path, request.query_params.get("expires", ""), request.query_params.get("signature", "")
    )


def _headers(content_type: str, file_name: str, seconds: int) -> dict[str, str]:
    kind = "inline" if content_type in INLINE else "attachment"
    return {
        "cache-control": f"private, max-age={min(seconds, LONGEST_IN_CACHE)}, immutable",
        "content-disposition": f"{kind}; filename*=utf-8''{quote(file_name, safe='')}",
        "content-security-policy": "sandbox; default-src 'none'",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
    }


def _part(data: bytes, asked: str, headers: dict[str, str], content_type: str) -> Response:
    """One range, as players of voice notes ask for it; several at once get the whole, as HTTP allows."""
    headers["accept-ranges"] = "bytes"
    found = _RANGE.fullmatch(asked)
    if found is None or not any(found.groups()):
        return Response(data, headers=headers, media_type=content_type)
    first, last = found.groups()
    start = int(first) if first else max(0, len(data) - int(last))
    end = min(int(last) + 1, len(data)) if first and last else len(data)
    if start >= end:
        return Response(status_code=416, headers={"content-range": f"bytes */{len(data)}"})
    headers["content-range"] = f"bytes {start}-{end - 1}/{len(data)}"
    return Response(data[start:end], 206, headers, content_type)


def _described(media: MediaFile) -> dict[str, Any]:
    return {"contentType": media.content_type, "byteSize": media.byte_size, "sha256": media.sha256.hex()}


def _telling_errors(answer: Answer) -> Answer:
    """Errors in the shape of GraphQL's, so that a client reads one kind of them."""

    async def answer_or_error(request: Request) -> Response:
        try:
            return await answer(request)
        except ParleyError as error:
            return _error(STATUS.get(error.code, 400), error.code, error.message)
        except MediaStoreError:
            log.exception("media_store_failed")
            return _error(503, "MEDIA_STORE_UNAVAILABLE", "Files cannot be reached now; try again soon.")
        except ClientDisconnect:
            return _error(400, "UPLOAD_CUT", "The file did not come to its end.")

    return answer_or_error


def _error(status: int, code: str, message: str) -> Response:
    return JSONResponse(
        {"errors": [{"message": message, "extensions": {"code": code}}]},
        status_code=status,
        headers={"cache-control": "no-store"},
    )
