"""The smallest program on the real wheel: does what a test tells it, and tells what neonize says. Run under `patched`.

Commands come as JSON lines on standard input, answers and events leave as JSON lines with a mark before them on
standard output, because Go writes there too.
"""

import asyncio
import contextlib
import ctypes
import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from google.protobuf.json_format import MessageToDict
from neonize._binder import ProxySettings
from neonize.aioze.client import NewAClient
from neonize.events import EVENT_TO_INT
from neonize.proto.waE2E.WAWebProtobufsE2E_pb2 import Message
from neonize.utils import log
from neonize.utils.enum import ChatPresence, ChatPresenceMedia, MediaType, ReceiptType
from neonize.utils.jid import build_jid

from tests.fake_whatsapp.running import MARK

_QR_EVENT = 0


def tell(**what: Any) -> None:
    sys.stdout.write(f"{MARK}{json.dumps(what)}\n")
    sys.stdout.flush()


def jid_of(text: str) -> Any:
    user, _, server = text.partition("@")
    return build_jid(user, server)


class Probe:
    """One or many accounts in one process."""

    def __init__(self, proxy: str, folder: Path) -> None:
        self._proxy = ProxySettings(proxy_address=proxy)
        self._folder = folder
        self._clients: dict[str, Any] = {}
        self._messages: dict[str, Any] = {}
        self._starts = 0

    def _client(self, account: str) -> Any:
        self._starts += 1
        client = NewAClient(str(self._folder / f"{account}.db"), uuid=f"{account}-{self._starts}")

        async def on_qr(_: Any, code: bytes) -> None:
            tell(account=account, event="QR", code=code.decode())

        client.qr(on_qr)
        for kind, number in EVENT_TO_INT.items():
            if number != _QR_EVENT:
                self._follow(client, account, kind)
        client._NewAClient__onLoginStatus = lambda _, status: tell(
            account=account, event="LoginStatus", status=ctypes.string_at(status).decode()
        )
        return client

    def _follow(self, client: Any, account: str, kind: type[Any]) -> None:
        async def on_event(_: Any, event: Any) -> None:
            if kind.__name__ == "Message":
                self._messages[event.Info.ID] = event
            tell(account=account, event=kind.__name__, data=MessageToDict(event))

        client.event(kind)(on_event)

    # Commands

    async def connect(self, account: str) -> None:
        client = self._clients[account] = self._client(account)
        task = await client.connect(self._proxy)
        task.add_done_callback(lambda done: tell(account=account, event="Ended", error=repr(done.exception())))

    async def pair_phone(self, account: str, number: str) -> str:
        return str(await self._clients[account].PairPhone(number, True))

    async def send(self, account: str, to: str, message: str) -> str:
        """`message`: a serialized message in base64."""
        sent = await self._clients[account].send_message(jid_of(to), Message.FromString(b64decode(message)))
        return str(sent.ID)

    async def reply(self, account: str, text: str, to: str) -> str:
        return str((await self._clients[account].reply_message(text, self._messages[to])).ID)

    async def send_image(self, account: str, to: str, content: str, caption: str) -> str:
        client, data = self._clients[account], b64decode(content)
        up = await client.upload(data, MediaType.MediaImage)
        message = Message()
        part = message.imageMessage
        part.URL, part.directPath, part.mediaKey = up.url, up.DirectPath, up.MediaKey
        part.fileSHA256, part.fileEncSHA256, part.fileLength = up.FileSHA256, up.FileEncSHA256, len(data)
        part.mimetype, part.caption = "image/jpeg", caption
        return str((await client.send_message(jid_of(to), message)).ID)

    async def download(self, account: str, message: str) -> str:
        content = await self._clients[account].download_any(self._messages[message].Message)
        return b64encode(content).decode()

    async def mark_read(self, account: str, message: str) -> None:
        source = self._messages[message].Info.MessageSource
        await self._clients[account].mark_read(
            message, chat=source.Chat, sender=source.Sender, receipt=ReceiptType.READ
        )

    async def type(self, account: str, to: str) -> None:
        await self._clients[account].send_chat_presence(
            jid_of(to), ChatPresence.CHAT_PRESENCE_COMPOSING, ChatPresenceMedia.CHAT_PRESENCE_MEDIA_TEXT
        )

    async def is_on_whatsapp(self, account: str, number: str) -> bool:
        found = await self._clients[account].is_on_whatsapp(number)
        return bool(found[0].IsIn)

    async def is_connected(self, account: str) -> bool:
        return bool(await self._clients[account].is_connected)

    async def stop(self, account: str) -> None:
        await self._clients.pop(account).stop()

    async def log_out(self, account: str) -> None:
        await self._clients[account].logout()


async def _answer(number: int, work: Coroutine[Any, Any, Any]) -> None:
    try:
        tell(answer=number, value=await work)
    except Exception as error:  # the test judges it
        tell(answer=number, error=f"{type(error).__name__}: {error}")


async def main(proxy: str, folder: str) -> None:
    log.setLevel("WARNING")
    loop = asyncio.get_running_loop()
    # Each connection keeps a thread for its life, and asyncio's own pool has six.
    loop.set_default_executor(ThreadPoolExecutor(64))
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    probe = Probe(proxy, Path(folder))
    tell(event="Ready")
    async with asyncio.TaskGroup() as group:
        async for line in reader:
            asked = json.loads(line)
            command = getattr(probe, asked["command"])
            group.create_task(_answer(asked["number"], command(**asked["arguments"])))


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(*sys.argv[1:]))
