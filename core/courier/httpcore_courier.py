"""The courier on httpcore: its network backend is where a name becomes the one address that is judged and used."""

import asyncio
import socket
import ssl
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import httpcore

from core.courier.addresses import is_allowed, judge_url
from core.courier.courier import Failure, NotDeliveredError
from core.errors import InvalidInputError

# From the look-up of the name to the status of the answer.
LONGEST_SECONDS = 10.0
# One of several addresses of a name may be dead.
CONNECT_SECONDS = 4.0
# The rest of an answer is of no interest; a little of it is taken so that an honest receiver sees no broken line.
REST_BYTES = 4096
REST_SECONDS = 1.0


class HttpcoreCourier:
    """`private_too`: also goes to one's own machine and network."""

    def __init__(self, *, private_too: bool = False, longest_seconds: float = LONGEST_SECONDS) -> None:
        self._private_too = private_too
        self._longest_seconds = longest_seconds

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpcore.default_ssl_context()

    def judge(self, url: str) -> None:
        judge_url(url, private_too=self._private_too)

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        try:
            self.judge(url)
        except InvalidInputError as error:  # other rules held when it was written down
            raise NotDeliveredError(Failure.ADDRESS_NOT_ALLOWED) from error
        status: int | None = None
        all_headers = {"Host": urlsplit(url).netloc, "Content-Length": str(len(body)), **headers}
        # A pool for each request: no connection is used again, so every one was judged just now.
        pool = httpcore.AsyncConnectionPool(
            ssl_context=self._tls, network_backend=_JudgingBackend(private_too=self._private_too)
        )
        try:
            async with asyncio.timeout(self._longest_seconds):
                async with pool, pool.stream("POST", url, headers=list(all_headers.items()), content=body) as answer:
                    status = answer.status
                    await _take_a_little(answer)
        except (TimeoutError, httpcore.TimeoutException) as error:
            if status is None:
                raise NotDeliveredError(Failure.TIMED_OUT) from error
        except httpcore.ConnectError as error:
            raise NotDeliveredError(Failure.TLS_FAILED if _is_tls(error) else Failure.CONNECTION_FAILED) from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            if status is None:
                is_network = isinstance(error, httpcore.NetworkError)
                raise NotDeliveredError(Failure.CONNECTION_FAILED if is_network else Failure.NOT_HTTP) from error
        assert status is not None  # noqa: S101 - every way without an answer has raised
        return status


def _is_tls(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error is not None


async def _take_a_little(answer: httpcore.Response) -> None:
    taken = 0
    with suppress(TimeoutError, httpcore.NetworkError, httpcore.ProtocolError):
        async with asyncio.timeout(REST_SECONDS):
            async for piece in answer.aiter_stream():
                taken += len(piece)
                if taken >= REST_BYTES:
                    return


class _JudgingBackend(httpcore.AsyncNetworkBackend):
    """Looks a name up, judges all its addresses, and connects to one of those; nobody looks it up a second time."""

    def __init__(self, *, private_too: bool) -> None:
        self._private_too = private_too
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - the signature is httpcore's; its time is longer than ours
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        addresses = await _addresses(host, port)
        # All of them: a name that mixes public and private addresses means no good.
        if not all(is_allowed(address, private_too=self._private_too) for address in addresses):
            raise NotDeliveredError(Failure.ADDRESS_NOT_ALLOWED)
        failure: Exception = NotDeliveredError(Failure.NAME_NOT_FOUND)
        for address in addresses:
            try:
                return await self._network.connect_tcp(
                    address, port, timeout=CONNECT_SECONDS, local_address=local_address, socket_options=socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


async def _addresses(host: str, port: int) -> list[str]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotDeliveredError(Failure.NAME_NOT_FOUND) from error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
