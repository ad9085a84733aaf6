"""The door of the dashboard: its pages with what they may do, and its files, compressed and kept for ever."""

import gzip
import html
import os
import re
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from web.dashboard_build import ASSETS, ENCODINGS, GRAPHIQL, INDEX, MANIFEST, BuiltFile, read_built

BUILD_COMMAND: Final = ".venv/bin/python -m web.cli build-dashboard"
NONCE: Final = "__CSP_NONCE__"

_PAGES: Final = {"/": INDEX, "/graphiql": GRAPHIQL}
_MEDIA_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
# An asset has a hash of its content in its name.
_KEEP: Final = "public, max-age=31536000, immutable"
_ASK_AGAIN: Final = "no-cache"
_LARGE: Final = 4096  # bytes of a page; below, compressing wins no packet

_REFUSED: Final = re.compile(r";\s*q=0(\.0*)?\s*$")

_NOT_BUILT: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The dashboard is not built · Parley</title>
<style nonce="{nonce}">
html {{ background: Canvas; color: CanvasText; }}
a {{ color: inherit; }}
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 10vh auto; padding: 0 1rem; }}
pre {{ white-space: pre-wrap; padding: 0.75rem 1rem; border: 1px solid; border-radius: 0.5rem; }}
</style>
</head>
<body>
<main>
<h1>The dashboard is not built</h1>
<p>{why}</p>
<p>The API is running. To build the dashboard, run this in the folder of Parley:</p>
<pre><code>{command}</code></pre>
<p>Then <a href="">load this page again</a>.</p>
</main>
</body>
</html>
"""


def _policy(*, style: str, font: str = "") -> str:
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self'{style}",
            "img-src 'self' data: blob:",
            "media-src 'self'",
            f"font-src 'self'{font}",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


# Monaco, the editor in it, writes styles of its own and has its symbols in a font beside them.
_GRAPHIQL_POLICY: Final = _policy(style=" 'unsafe-inline'", font=" data:")
# A worker lives by the policy of its own script, not by that of the page.
_FILE_POLICY: Final = _policy(style="")


@dataclass(frozen=True, slots=True)
class _Served:
    """A build as it was found; `found` tells when another one lies in its place."""

    found: tuple[int, int]
    pages: Mapping[str, str]
    files: Mapping[str, BuiltFile]


class DashboardDoor:
    """Takes what no other door does: a page of the dashboard to whoever asks for HTML, and its files by their names.

    A build that comes while it is open is served from then on. `trouble` says why there is none, if that is known.
    """

    def __init__(self, folder: Path, *, otherwise: ASGIApp, taken: Collection[str], trouble: str | None = None) -> None:
        self._folder = folder
        self._otherwise = otherwise
        self._taken = {*taken, ASSETS.removesuffix("/")}  # first steps of paths that are no pages
        self._trouble = trouble
        self._served: _Served | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._answer(Request(scope)) if scope["type"] == "http" else None
        await (answer or self._otherwise)(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        path: str = request.scope["path"]
        if request.method not in {"GET", "HEAD"}:
            if path in _PAGES:
                raise HTTPException(405, headers={"allow": "GET, HEAD"})
            return None
        served = self._look()
        name = path.removeprefix("/")
        if served is not None and (file := served.files.get(name)) is not None:
            return _file(self._folder / name, name, file, request.headers)
        page = _PAGES.get(path)
        if page is None:
            is_taken = name.partition("/")[0] in self._taken
            if is_taken or "text/html" not in request.headers.get("accept", ""):
                return None
            page = INDEX
        return _page(served.pages[page], page, request) if served is not None else self._not_built(request)

    def _look(self) -> _Served | None:
        """What lies there now; read only when it is not what lay there before."""
        try:
            status = os.stat(self._folder / MANIFEST)  # noqa: PTH116 - by far the quickest, and at every request
            found = (status.st_mtime_ns, status.st_ino)
            if self._served is None or self._served.found != found:
                self._served = _read(self._folder, found)
        except OSError:
            self._served = None
        return self._served

    def _not_built(self, request: Request) -> Response:
        nonce = secrets.token_urlsafe(16)
        why = html.escape(self._trouble or "It has not been built yet.")
        content = _NOT_BUILT.format(nonce=nonce, why=why, command=html.escape(BUILD_COMMAND)).encode()
        headers = {
            "cache-control": "no-store",
            "content-security-policy": (
                f"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; form-action 'none'; "
                "frame-ancestors 'none'"
            ),
        }
        return _whole(request, content, headers, status=503)


def _read(folder: Path, found: tuple[int, int]) -> _Served | None:
    built = read_built(folder)
    if built is None:
        return None
    pages = {name: (folder / name).read_text(encoding="utf-8") for name in _PAGES.values()}
    return _Served(found, pages, {name: file for name, file in built.files.items() if name not in pages})


def _page(text: str, name: str, request: Request) -> Response:
    nonce = secrets.token_urlsafe(16)
    content = text.replace(NONCE, nonce).encode()
    headers = {
        # Each nonce is for one answer: neither the page nor its policy may come again from a cache.
        "cache-control": "no-store",
        "content-security-policy": _GRAPHIQL_POLICY if name == GRAPHIQL else _policy(style=f" 'nonce-{nonce}'"),
    }
    if len(content) >= _LARGE:
        headers["vary"] = "accept-encoding"
        if "gzip" in _accepted(request.headers):
            headers["content-encoding"] = "gzip"
            content = gzip.compress(content, compresslevel=6, mtime=0)
    return _whole(request, content, headers)


def _whole(request: Request, content: bytes, headers: dict[str, str], *, status: int = 200) -> Response:
    headers["content-length"] = str(len(content))
    return Response(b"" if request.method == "HEAD" else content, status, headers, "text/html")


def _file(path: Path, name: str, file: BuiltFile, asked: Headers) -> Response:
    accepted = _accepted(asked)
    encoding = next((each for each in file.encodings if each in accepted), None)
    etag = f'"{file.etag}-{encoding}"' if encoding else f'"{file.etag}"'
    headers = {
        "cache-control": _KEEP if name.startswith(ASSETS) else _ASK_AGAIN,
        "content-security-policy": _FILE_POLICY,
        "etag": etag,
    }
    if file.encodings:
        headers["vary"] = "accept-encoding"
    if _names(asked.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    if encoding:
        headers["content-encoding"] = encoding
        path = path.with_name(path.name + ENCODINGS[encoding])
    media_type = _MEDIA_TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
    return FileResponse(path, headers=headers, media_type=media_type)


def _accepted(headers: Headers) -> set[str]:
    listed = headers.get("accept-encoding", "").lower().split(",")
    return {each.partition(";")[0].strip() for each in listed if not _REFUSED.search(each)}


def _names(if_none_match: str, etag: str) -> bool:
    named = {each.strip().removeprefix("W/") for each in if_none_match.split(",")}
    return bool(named & {etag, "*"})
