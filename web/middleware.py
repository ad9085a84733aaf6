"""What every request passes first: the real address, an id, a line in the log, headers that protect, CORS."""

import secrets
import time
from collections.abc import Mapping, Sequence
from ipaddress import ip_address

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.cookies import CSRF_HEADER
from web.settings import Environment, Network

log = structlog.get_logger()

REQUEST_ID_HEADER = "x-request-id"

# What an answer gets that says nothing else: it is data, and no page may show it, frame it or act by it.
PROTECTION: Mapping[str, str] = {
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_ONLY_HTTPS = "max-age=31536000"

# Looked at every few seconds by machines; a line for each would hide the others.
_NOT_LOGGED = frozenset({"/healthz", "/readyz", "/metrics"})


def middleware(environment: Environment) -> list[Middleware]:
    """The outermost first."""
    return [
        Middleware(RealAddress, trusted=environment.trusted_proxies),
        Middleware(RequestLog),
        Middleware(Protection, only_https=environment.is_https),
        # No credentials: cookies are for our own pages, others bring a key.
        Middleware(
            CORSMiddleware,
            allow_origins=environment.cors_origins,
            allow_methods=("GET", "POST", "PUT"),
            allow_headers=("authorization", "content-type", CSRF_HEADER),
            expose_headers=(REQUEST_ID_HEADER, "retry-after"),
        ),
    ]


class RealAddress:
    """Behind trusted proxies, the address and scheme they tell; from anybody else such headers mean nothing."""

    def __init__(self, app: ASGIApp, trusted: Sequence[Network]) -> None:
        self._app = app
        self._trusted = trusted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._trusted and scope["type"] in {"http", "websocket"} and self._trusts(_host(scope)):
            headers = Headers(scope=scope)
            scope = {**scope, "client": (self._first_untrusted(headers, _host(scope)), 0)}
            if headers.get("x-forwarded-proto", "").lower() == "https":
                scope["scheme"] = "https" if scope["type"] == "http" else "wss"
        await self._app(scope, receive, send)

    def _first_untrusted(self, headers: Headers, peer: str) -> str:
        """Read from the nearest hop on: what stands left of the first stranger anybody may have written."""
        hops = [hop.strip() for line in headers.getlist("x-forwarded-for") for hop in line.split(",")]
        for hop in reversed(hops):
            if not _is_address(hop):
                break
            peer = hop
            if not self._trusts(hop):
                break
        return peer

    def _trusts(self, host: str) -> bool:
        if not _is_address(host):
            return False
        address = ip_address(host)
        return any(address in network for network in self._trusted)


class RequestLog:
    """Gives each request an id, tells it in the answer, and writes one line about it without anything personal."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        request_id = secrets.token_hex(8)
        scope["state"] = {**scope.get("state", {}), "request_id": request_id}
        status: int | None = None

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID_HEADER] = request_id
            await send(message)

        begin = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self._app(scope, receive, send_with_id)
            finally:
                if scope["type"] == "http" and scope["path"] not in _NOT_LOGGED:
                    log.info(
                        "request_answered",
                        method=scope["method"],
                        path=_area(scope["path"]),
                        status=status,
                        milliseconds=round((time.perf_counter() - begin) * 1000, 1),
                    )


class Protection:
    """Sets the headers of `PROTECTION` where an answer has none of its own."""

    def __init__(self, app: ASGIApp, *, only_https: bool) -> None:
        self._app = app
        self._headers = {**PROTECTION, **({"strict-transport-security": _ONLY_HTTPS} if only_https else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_protected)


def _area(path: str) -> str:
    """The first two steps: what stands deeper may be the token of an upload."""
    return "/".join(path.split("/")[:3])[:64]


def _host(scope: Scope) -> str:
    return scope["client"][0] if scope.get("client") else ""


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
