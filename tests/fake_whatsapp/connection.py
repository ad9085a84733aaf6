"""One client's WebSocket: frames, Noise, nodes."""

import asyncio
import logging
from collections.abc import AsyncIterator

from websockets.frames import Frame, Opcode
from websockets.http11 import Request
from websockets.server import ServerProtocol

from tests.fake_whatsapp.binary_xml import Node, decode, encode
from tests.fake_whatsapp.noise import PROLOGUE, Authority, Channel, Responder
from tests.fake_whatsapp.protos import wa6

log = logging.getLogger(__name__)
_CHUNK = 1 << 16
_ROUTING = b"ED\0\1"  # may come before the prologue, with a length of three bytes


class Connection:
    """Begins with the WebSocket's upgrade; after `shake_hands` nodes go both ways."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._socket = ServerProtocol(max_size=None)
        self._buffer = bytearray()
        self._channel: Channel | None = None
        self._number = 0
        self.payload = wa6.ClientPayload()

    # Below the nodes

    def _flush(self) -> None:
        for data in self._socket.data_to_send():
            if data:
                self._writer.write(data)

    async def _more(self) -> None:
        data = await self._reader.read(_CHUNK)
        if not data:
            raise ConnectionError("the client is gone")
        self._socket.receive_data(data)
        for event in self._socket.events_received():
            if isinstance(event, Request):
                self._socket.send_response(self._socket.accept(event))
            elif isinstance(event, Frame) and event.opcode in (Opcode.BINARY, Opcode.CONT):
                self._buffer += event.data
            elif isinstance(event, Frame) and event.opcode is Opcode.CLOSE:
                self._flush()
                raise ConnectionError("the client closed the connection")
        self._flush()

    async def _take(self, size: int) -> bytes:
        while len(self._buffer) < size:
            await self._more()
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    async def _frame(self) -> bytes:
        return await self._take(int.from_bytes(await self._take(3), "big"))

    def _send_frame(self, data: bytes) -> None:
        if self._writer.is_closing():
            return
        self._socket.send_binary(len(data).to_bytes(3, "big") + data)
        self._flush()

    async def shake_hands(self, authority: Authority) -> None:
        prologue = await self._take(4)
        if prologue == _ROUTING:
            await self._frame()
            prologue = await self._take(4)
        if prologue != PROLOGUE:
            raise ConnectionError(f"an unknown prologue: {prologue!r}")
        responder = Responder(authority)
        self._send_frame(responder.answer(await self._frame()))
        self._channel, self.payload = responder.finish(await self._frame())

    # Nodes

    def next_id(self) -> str:
        self._number += 1
        return f"fake-{self._number}"

    def send(self, node: Node) -> None:
        """Write a node; to a client that is gone, nothing."""
        if self._channel is not None and not self._writer.is_closing():
            log.debug("to the client: %s", node)
            self._send_frame(self._channel.seal(encode(node)))

    async def nodes(self) -> AsyncIterator[Node]:
        """What the client writes, until it is gone."""
        assert self._channel is not None
        while True:
            node = decode(self._channel.open(await self._frame()))
            log.debug("from the client: %s", node)
            yield node

    async def drain(self) -> None:
        await self._writer.drain()

    def drop(self) -> None:
        """Cut the wire without a word."""
        self._writer.transport.abort()

    async def close(self) -> None:
        """Send what is left, then end the connection."""
        try:
            await self._writer.drain()
            self._writer.close()
        except (ConnectionError, RuntimeError):
            self.drop()
