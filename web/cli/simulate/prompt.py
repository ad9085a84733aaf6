"""The interactive chat: what is typed goes to the shop, what the shop writes appears above the prompt."""

import asyncio
import contextlib
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.patch_stdout import patch_stdout

from web.cli.simulate.chat import Chat
from web.cli.simulate.client import RefusedError
from web.cli.simulate.screen import ticks

_HELP = """Write to the shop as in WhatsApp. Besides:
  /image        sends a made-up receipt
  /image PATH   sends a picture or a PDF of yours
  /help         shows this
  /quit         leaves the chat (so do Ctrl-D and Ctrl-C)"""
_SIGNATURES = ((b"%PDF-", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
_LARGEST = 50 * 1024 * 1024


class Prompt:
    def __init__(self, chat: Chat, *, first_words: str) -> None:
        self._chat = chat
        self._session: PromptSession[str] = PromptSession(
            erase_when_done=True,
            bottom_toolbar=self._toolbar,
            placeholder=[("fg:ansibrightblack", first_words)],
        )

    async def run(self) -> None:
        """Until the customer leaves."""
        self._chat.screen.note("Write to the shop; /help shows what else you can do.")
        with patch_stdout(raw=True):
            async with asyncio.TaskGroup() as group:
                showing = group.create_task(self._show_news())
                with contextlib.suppress(EOFError, KeyboardInterrupt):
                    while True:
                        text = await self._session.prompt_async("you> ", set_exception_handler=False)
                        if text.strip() in {"/quit", "/exit"}:
                            break
                        await self._act(text.strip())
                showing.cancel()

    async def _show_news(self) -> None:
        while True:
            await self._chat.next_news()
            self._session.app.invalidate()

    async def _act(self, text: str) -> None:
        """What goes wrong with one message is said, and the chat goes on."""
        self._session.placeholder = ""
        command, _, argument = text.partition(" ")
        try:
            if command == "/image" and argument.strip():
                await self._send_file(argument.strip())
            elif command == "/image":
                await self._chat.send_receipt()
            elif command == "/help":
                self._chat.screen.note(_HELP)
            elif command.startswith("/") and command[1:].isalpha():
                self._chat.screen.note(f"There is no command {command}; /help shows all.")
            elif text:
                await self._chat.phone.write(text)
        except RefusedError as error:
            self._chat.screen.problem(str(error))

    async def _send_file(self, path: str) -> None:
        data, content_type = await asyncio.to_thread(_read, Path(path))
        await self._chat.phone.send_file(data, content_type=content_type, file_name=Path(path).name)

    def _toolbar(self) -> str:
        parts = [self._chat.phone.person.name, self._chat.phone.person.phone]
        if order := self._chat.order:
            parts.append(f"order {order.number}: {order.status}")
        if self._chat.phone.shop_is_writing:
            parts.append("the shop is writing…")
        elif self._chat.ticks:
            parts.append(f"the shop sees {ticks(self._chat.ticks)}")
        return "   ".join(parts)


def _read(path: Path) -> tuple[bytes, str]:
    """The bytes and their type, as they show it. Raises RefusedError."""
    try:
        path = path.expanduser()
        if path.stat().st_size > _LARGEST:
            raise RefusedError(f"{path} is larger than anything WhatsApp carries.", "FILE_TOO_LARGE")
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:
        raise RefusedError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.", "FILE") from error
    for signature, content_type in _SIGNATURES:
        if data.startswith(signature):
            return data, content_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return data, "image/webp"
    raise RefusedError(f"{path} is no PNG, JPEG, WebP or PDF.", "FILE_TYPE")
