"""The plain pages that stand in for the dashboard until it exists: first page, set-up, invitation, console.

They are written by hand, need no build and nothing from elsewhere, and speak to the program only through `/graphql`.
Their assets live under a path that names their content, so that a browser may keep them for ever.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

_FOLDER = Path(__file__).parent
_PAGES = {"/": "home.html", "/setup": "setup.html", "/join": "join.html", "/graphiql": "console.html"}
_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".graphql": "text/plain; charset=utf-8",
}

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
# What else protects a page every answer of the server has: see web/middleware.py.
_HEADERS = {"content-security-policy": CONTENT_SECURITY_POLICY}
_KEEP = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"


@dataclass(frozen=True, slots=True)
class _File:
    content: bytes
    media_type: str
    etag: str

    def answer(self, request: Request, *, cache_control: str) -> Response:
        headers = {**_HEADERS, "cache-control": cache_control, "etag": self.etag}
        if self.etag in _named_etags(request):
            return Response(status_code=304, headers=headers)
        return Response(self.content, media_type=self.media_type, headers=headers)


def page_routes() -> list[BaseRoute]:
    """Reads all files once; the pages change only with a new start."""
    assets = {
        path.name: _file(path.read_bytes(), _MEDIA_TYPES[path.suffix])
        for path in sorted((_FOLDER / "assets").iterdir())
        if path.suffix in _MEDIA_TYPES
    }
    version = _short_hash(b"".join(name.encode() + asset.content for name, asset in assets.items()))

    async def asset(request: Request) -> Response:
        found = assets.get(request.path_params["name"])
        if found is None:
            return Response("There is no such file.\n", 404, _HEADERS, "text/plain")
        # Somebody who still has yesterday's page gets today's file, but must not keep it under yesterday's name.
        is_current = request.path_params["version"] == version
        return found.answer(request, cache_control=_KEEP if is_current else _ASK_AGAIN)

    routes: list[BaseRoute] = [Route("/assets/{version}/{name}", asset)]
    for path, file_name in _PAGES.items():
        html = (_FOLDER / file_name).read_text(encoding="utf-8").replace("{{assets}}", f"/assets/{version}")
        routes.append(_page_route(path, _file(html.encode(), "text/html; charset=utf-8")))
    return routes


def _page_route(path: str, page: _File) -> Route:
    async def show(request: Request) -> Response:
        return page.answer(request, cache_control=_ASK_AGAIN)

    return Route(path, show)


def _file(content: bytes, media_type: str) -> _File:
    return _File(content, media_type, f'"{_short_hash(content)}"')


def _short_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _named_etags(request: Request) -> set[str]:
    named = request.headers.get("if-none-match", "")
    return {etag.strip().removeprefix("W/") for etag in named.split(",")}
