"""Cloudinary on this machine: checks who asks as the real one does, keeps bytes, and can behave badly."""

import asyncio
import hashlib
import hmac
import json
import re
import socket
import time
from collections import deque
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

CLOUD_NAME, API_KEY, API_SECRET = "parley-tests", "481516234200", "a secret of the tests"
OLDEST_TIMESTAMP = 60 * 60
NOT_SIGNED = {"file", "cloud_name", "resource_type", "api_key", "signature"}

Where = tuple[str, str, str]  # resource type, type, public id


@dataclass(frozen=True, slots=True)
class Misbehaviour:
    """What is done instead of the honest answer to one request."""

    status: int = 200
    body: str | None = None  # no JSON of Cloudinary's
    redirect: str | None = None
    is_silent: bool = False
    drips: bool = False  # something comes all the time, and never ends
    lies: Mapping[str, Any] = field(default_factory=dict)  # what stands in the honest answer instead
    other_bytes: bytes | None = None  # what a download gives
    keeps_first: bool = False  # does what was asked, and then misbehaves


@dataclass
class CloudinaryStandIn:
    url: str
    files: dict[Where, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)  # "raw/upload", "raw/download", "raw/destroy"
    next: deque[Misbehaviour] = field(default_factory=deque)
    invalidated: list[str] = field(default_factory=list)

    def forget(self) -> None:
        for kept in (self.files, self.asked, self.next, self.invalidated):
            kept.clear()

    @property
    def environment(self) -> dict[str, str]:
        """What makes a server use it."""
        return {
            "CLOUDINARY_CLOUD_NAME": CLOUD_NAME,
            "CLOUDINARY_API_KEY": API_KEY,
            "CLOUDINARY_API_SECRET": API_SECRET,
            "CLOUDINARY_API_URL": self.url,
        }

    async def answer(self, request: Request) -> Response:
        resource_type, action = request.path_params["resource_type"], request.path_params["action"]
        self.asked.append(f"{resource_type}/{action}")
        parts = await _parts(request)
        data = parts.pop("file", None)
        fields = {**request.query_params, **{name: value.decode() for name, value in parts.items()}}
        wrong = self._next()
        if wrong is not None and not wrong.keeps_first and not wrong.lies and wrong.other_bytes is None:
            return await _badly(wrong)
        answer = self._honestly(request.path_params["cloud"], resource_type, action, fields, data)
        if wrong is None:
            return answer
        if wrong.keeps_first:
            return await _badly(wrong)
        if wrong.other_bytes is not None:
            return Response(wrong.other_bytes)
        return JSONResponse({**_json(answer), **wrong.lies})

    def _next(self) -> Misbehaviour | None:
        return self.next.popleft() if self.next else None

    def _honestly(
        self, cloud: str, resource_type: str, action: str, fields: dict[str, str], data: bytes | None
    ) -> Response:
        refused = _refused(cloud, fields)
        if refused is not None:
            return refused
        where = (resource_type, fields.get("type", "upload"), fields["public_id"])
        if action == "upload":
            if not data:
                return _error(400, "Empty file")
            self.files[where] = data
            return JSONResponse(
                {
                    "public_id": where[2],
                    "type": where[1],
                    "resource_type": where[0],
                    "bytes": len(data),
                    "etag": hashlib.md5(data).hexdigest(),  # noqa: S324 - as the real one names a version
                    "version": int(time.time()),
                }
            )
        if action == "destroy":
            if fields.get("invalidate") == "1":
                self.invalidated.append(where[2])
            return JSONResponse({"result": "ok" if self.files.pop(where, None) is not None else "not found"})
        if action != "download":
            return _error(404, "unknown")
        if int(fields.get("expires_at", time.time() + 1)) < time.time():
            return _error(401, "Link expired")
        if where not in self.files:
            return _error(404, f"Resource not found - {where[2]}")
        return Response(self.files[where], media_type="application/octet-stream")


def _refused(cloud: str, fields: Mapping[str, str]) -> Response | None:
    if cloud != CLOUD_NAME:
        return _error(401, f"Invalid cloud_name {cloud}")
    if fields.get("api_key") != API_KEY:
        return _error(401, "Unknown API key")
    if abs(time.time() - int(fields.get("timestamp", "0"))) > OLDEST_TIMESTAMP:
        return _error(400, "Stale request")
    if not hmac.compare_digest(fields.get("signature", ""), signature_of(fields)):
        return _error(401, "Invalid Signature")
    return None


def signature_of(fields: Mapping[str, str]) -> str:
    """By Cloudinary's description, and not by its SDK: the names in order, "&" inside a value escaped."""
    pairs = sorted((name, value) for name, value in fields.items() if name not in NOT_SIGNED and value)
    signed = "&".join(f"{name}={value.replace('&', '%26')}" for name, value in pairs) + API_SECRET
    algorithm = hashlib.sha256 if len(fields.get("signature", "")) == 64 else hashlib.sha1
    return algorithm(signed.encode()).hexdigest()


async def _parts(request: Request) -> dict[str, bytes]:
    """The fields of a form, as it is sent with a file or without."""
    kind, _, boundary = request.headers.get("content-type", "").partition("boundary=")
    body = await request.body()
    if not kind.startswith("multipart/form-data"):
        return {name.decode(): value for name, value in parse_qsl(body, keep_blank_values=True)}
    parts = {}
    for part in body.split(b"--" + boundary.encode())[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        found = re.search(rb'name="([^"]+)"', head)
        assert found is not None
        parts[found[1].decode()] = value.removesuffix(b"\r\n")
    return parts


def _json(answer: Response) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(bytes(answer.body))
    return told


def _error(status: int, message: str) -> Response:
    return JSONResponse({"error": {"message": message}}, status_code=status, headers={"x-cld-error": message})


async def _badly(how: Misbehaviour) -> Response:
    if how.is_silent:
        await asyncio.sleep(30)
    if how.drips:
        return StreamingResponse(_dripping())
    if how.redirect is not None:
        return RedirectResponse(how.redirect, status_code=302)
    if how.body is not None:
        return PlainTextResponse(how.body, status_code=how.status)
    return _error(how.status, "as the script has it")


async def _dripping() -> AsyncIterator[bytes]:
    for _ in range(300):
        yield b" "
        await asyncio.sleep(0.1)


@contextmanager
def cloudinary() -> Iterator[CloudinaryStandIn]:
    """Runs in a thread of its own, for tests with an event loop and for those without."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        stand_in = CloudinaryStandIn(f"http://127.0.0.1:{listening.getsockname()[1]}")
        route = Route("/v1_1/{cloud}/{resource_type}/{action}", stand_in.answer, methods=["GET", "POST"])
        server = uvicorn.Server(
            uvicorn.Config(Starlette(routes=[route]), lifespan="off", log_config=None, timeout_graceful_shutdown=0)
        )
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, name="cloudinary-stand-in")
        thread.start()
        try:
            # uvicorn tells its start by a flag alone.
            while not server.started:
                time.sleep(0.01)
            yield stand_in
        finally:
            server.should_exit = True
            thread.join()
