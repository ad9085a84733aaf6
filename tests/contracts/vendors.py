"""The four AI vendors on loopback: llmock speaks their HTTP, and raw answers stand in for what it does not do."""

import asyncio
import json
import socket
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from llmock.chaos import ChaosSettings
from llmock.main import create_app
from llmock.scenarios import Delay, Fail, Reply
from llmock.scenarios import ToolCall as MockedCall
from llmock.simulation import MockResponseSettings
from llmock.state import LLMockState
from starlette.types import Message, Receive, Scope, Send

from core.ai.provider import (
    BadKeyError,
    Completion,
    MalformedAnswerError,
    ModelGoneError,
    OutOfCreditError,
    OverloadedError,
    Provider,
    ProviderError,
    RateLimitedError,
    RefusedError,
)
from core.ai.registry import TYPES

PATHS = {"CLAUDE": "/anthropic", "GEMINI": "/gemini", "GROQ": "/groq", "COHERE": "/cohere"}

# What each vendor sends when the model declines; Groq knows no such answer.
REFUSALS: dict[str, dict[str, Any]] = {
    "CLAUDE": {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "m",
        "content": [],
        "stop_reason": "refusal",
        "stop_sequence": None,
        "usage": {"input_tokens": 3, "output_tokens": 1},
    },
    "GEMINI": {"candidates": [{"finishReason": "SAFETY", "index": 0}], "modelVersion": "m"},
    "COHERE": {"id": "1", "finish_reason": "ERROR", "message": {"role": "assistant", "content": []}},
}
# A whole answer in each vendor's format, but cut off at the limit of tokens.
CUT_OFF: dict[str, dict[str, Any]] = {
    "CLAUDE": REFUSALS["CLAUDE"] | {"stop_reason": "max_tokens", "content": [{"type": "text", "text": "It costs"}]},
    "GEMINI": {
        "candidates": [
            {"content": {"role": "model", "parts": [{"text": "It costs"}]}, "finishReason": "MAX_TOKENS", "index": 0}
        ]
    },
    "GROQ": {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "finish_reason": "length", "message": {"role": "assistant", "content": "It costs"}}],
        "usage": {"prompt_tokens": 3, "completion_tokens": 1, "total_tokens": 4},
    },
    "COHERE": {
        "id": "1",
        "finish_reason": "MAX_TOKENS",
        "message": {"role": "assistant", "content": [{"type": "text", "text": "It costs"}]},
    },
}
STATUSES: dict[type[ProviderError], int] = {
    OverloadedError: 503,
    BadKeyError: 401,
    OutOfCreditError: 402,
    ModelGoneError: 404,
}


@dataclass(frozen=True, slots=True)
class Raw:
    """An HTTP answer, byte for byte; with `drip`, one byte every so many seconds."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0


class Vendors:
    """Raw answers first, in order; then whatever llmock was told."""

    def __init__(self) -> None:
        self._app = create_app(chaos=ChaosSettings(), responses=MockResponseSettings())
        self._raw: deque[Raw] = deque()
        self.port = 0
        self.told: list[bytes] = []  # the bodies of the requests that were answered raw
        self.is_told = threading.Event()

    @property
    def mock(self) -> LLMockState:
        state: LLMockState = self._app.state.llmock
        return state

    def base_url(self, kind: str) -> str:
        return f"http://127.0.0.1:{self.port}{PATHS[kind]}"

    def answer_raw(self, answer: Raw) -> None:
        self._raw.append(answer)

    def forget(self) -> None:
        self._raw.clear()
        self.told.clear()
        self.is_told.clear()
        self.mock.reset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._raw:
            answer = self._raw.popleft()
            self.told.append(await _whole_body(receive))
            self.is_told.set()
            await _send(answer, send)
        else:
            await self._app(scope, receive, send)

    @contextmanager
    def running(self) -> Iterator["Vendors"]:
        listening = socket.create_server(("127.0.0.1", 0))
        self.port = listening.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(self, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        try:
            yield self
        finally:
            server.should_exit = True
            server.force_exit = True
            thread.join(10)
            listening.close()


async def _whole_body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        received: Message = await receive()
        body += received.get("body", b"")
        more = received.get("more_body", False)
    return body


async def _send(answer: Raw, send: Send) -> None:
    headers = {"content-type": "application/json", **answer.headers}
    await send(
        {
            "type": "http.response.start",
            "status": answer.status,
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
    )
    if answer.drip:
        for place in range(len(answer.body)):
            await send({"type": "http.response.body", "body": answer.body[place : place + 1], "more_body": True})
            await asyncio.sleep(answer.drip)
    else:
        await send({"type": "http.response.body", "body": answer.body, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def failed(error: ProviderError) -> Raw:
    """How any vendor says that it failed so."""
    wait = error.wait if isinstance(error, RateLimitedError) else None
    status = 429 if isinstance(error, RateLimitedError) else STATUSES[type(error)]
    body = {"error": {"message": "no", "code": status}}
    return Raw(json.dumps(body).encode(), status, {"retry-after": f"{wait:g}"} if wait is not None else {})


def heard(kind: str, text: str) -> Raw:
    """How that vendor says what it heard in a voice note."""
    match kind:
        case "GROQ":
            said: dict[str, Any] = {"text": f" {text}"}
        case "GEMINI":
            content = {"role": "model", "parts": [{"text": text or "-"}]}
            said = {
                "candidates": [{"content": content, "finishReason": "STOP", "index": 0}],
                "usageMetadata": {"promptTokenCount": 90, "candidatesTokenCount": 9},
                "modelVersion": "m",
            }
        case _:
            raise AssertionError(kind)
    return Raw(json.dumps(said).encode())


class VendorHarness:
    """One vendor's adapter, whose vendor will answer so."""

    def __init__(self, vendors: Vendors, kind: str) -> None:
        self.kind = kind
        self.refuses = kind in REFUSALS
        self.vendors = vendors
        self._made: list[Provider] = []
        vendors.forget()

    async def close(self) -> None:
        for provider in self._made:
            await provider.close()

    def answering(self, *answers: Completion | ProviderError | float, model: str | None = None) -> Provider:
        for answer in answers:
            self._prepare(answer)
        return self._make(model)

    def raw(self, answer: Raw) -> Provider:
        self.vendors.answer_raw(answer)
        return self._make()

    def hearing(self, *answers: str | ProviderError) -> Provider:
        for answer in answers:
            if isinstance(answer, str):
                self.vendors.answer_raw(heard(self.kind, answer))
            else:
                self.vendors.answer_raw(failed(answer))
        return self._make()

    def blind(self) -> Provider | None:
        """None: all models of this vendor see."""
        chosen = TYPES[self.kind]
        return None if chosen.abilities("some-old-model").sees else self._make(model="some-old-model")

    @property
    def last_request(self) -> dict[str, Any]:
        return dict(self.vendors.mock.journal.records()[-1].body or {})

    def _make(self, model: str | None = None) -> Provider:
        chosen = TYPES[self.kind]
        name = model or chosen.seed_model
        provider = chosen.maker()("a-key-of-ours", name, chosen.abilities(name), self.vendors.base_url(self.kind))
        self._made.append(provider)
        return provider

    def _prepare(self, answer: Completion | ProviderError | float) -> None:
        scenarios = self.vendors.mock.scenarios
        match answer:
            case float():
                scenarios.add(Delay(answer))
            case RateLimitedError():
                scenarios.add(Fail(429, retry_after=answer.wait))
            case RefusedError():
                self.vendors.answer_raw(Raw(json.dumps(REFUSALS[self.kind]).encode()))
            case MalformedAnswerError():
                self.vendors.answer_raw(Raw(b"{}"))
            case ProviderError():
                scenarios.add(Fail(STATUSES[type(answer)]))
            case Completion():
                calls = tuple(MockedCall(call.name, call.arguments) for call in answer.calls)
                if not answer.text and not calls:
                    self.vendors.answer_raw(Raw(b"{}"))
                else:
                    scenarios.add(Reply(text=answer.text or None, tool_calls=calls))
