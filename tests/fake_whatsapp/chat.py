"""The terminal chat of `make fake-whatsapp`: one person plays the shop's phone and its customers."""

import asyncio
import contextlib
import mimetypes
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Protocol

from tests.fake_whatsapp import messages
from tests.fake_whatsapp.commands import file_of, what_is
from tests.fake_whatsapp.pairing import PairingFailedError
from tests.fake_whatsapp.people import Letter, Person
from tests.fake_whatsapp.phone import Phone
from tests.fake_whatsapp.shop import Shop, ShopError
from tests.fake_whatsapp.world import World

HELP = """Write to the shop as its customer. Besides:
  /link [NAME]        opens a new number in the shop and scans its code
  /scan               scans the code of a number that waits for it in the dashboard
  /code ABCD-EFGH     types the code that the dashboard shows for this phone
  /as NUMBER [NAME]   goes on as another customer
  /phone NUMBER       goes on with another phone of the shop
  /image PATH         sends a picture; any other file goes as a document
  /read               reads what the shop wrote (two blue ticks)
  /own TEXT           the owner writes to the customer on the phone itself
  /drop               cuts the connection      /logout   removes the device on the phone
  /ban [SECONDS]      bans the number for a while
  /help, /quit"""


class Lines(Protocol):
    """Where what is typed comes from; ends when the person leaves."""

    def __call__(self) -> AsyncIterator[str]: ...


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


async def typed_lines() -> AsyncIterator[str]:
    """From the terminal, with what arrives above the line; or from a pipe."""
    if not sys.stdin.isatty():
        reader = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        async for line in reader:
            yield line.decode().strip()
        return
    from prompt_toolkit import PromptSession
    from prompt_toolkit.patch_stdout import patch_stdout

    session: PromptSession[str] = PromptSession()
    with patch_stdout(raw=True), contextlib.suppress(EOFError, KeyboardInterrupt):
        while True:
            yield (await session.prompt_async("you> ", set_exception_handler=False)).strip()


class Chat:
    """Shows what reaches all customers, and writes as one of them."""

    def __init__(self, world: World, shop: Shop) -> None:
        self._world = world
        self._shop = shop
        self.phone: Phone = world.phone("+92 300 1112233", "The shop's phone")
        self.customer: Person = world.person("+92 333 4445566", "Bilal")
        self._followed: set[str] = set()

    async def run(self, lines: Lines) -> None:
        """Until the person leaves."""
        async with asyncio.TaskGroup() as group:
            followers = [self._follow(group, self.customer)]
            async for line in lines():
                if line in {"/quit", "/exit"}:
                    break
                try:
                    await self._act(line)
                except (PairingFailedError, ShopError, TimeoutError, OSError, ValueError) as error:
                    say(f"! {error}" if str(error) else "! That took too long.")
                if self.customer.number not in self._followed:
                    followers.append(self._follow(group, self.customer))
            for follower in followers:
                follower.cancel()

    def _follow(self, group: asyncio.TaskGroup, person: Person) -> asyncio.Task[None]:
        self._followed.add(person.number)
        return group.create_task(self._show(person))

    async def _show(self, person: Person) -> None:
        while True:
            letter = await person.letters.take(seconds=10**9)
            say(f"  {person.name} gets: {described(letter)}")

    async def _act(self, line: str) -> None:
        command, _, argument = line.partition(" ")
        argument = argument.strip()
        actions = {"/link": self._link, "/image": self._send_file, "/own": self._write_as_owner, "/as": self._become}
        if command in actions:
            await actions[command](argument)
        elif command == "/scan":
            say(f"  {await self._shop.scan(self.phone)} is linked.")
        elif command == "/code":
            await self.phone.enter_code(argument)
            say("  Linked.")
        elif command.startswith("/"):
            self._act_at_once(command, argument)
        elif line and not self.phone.companions:
            say("! No number is linked yet: /link")
        elif line:
            self.customer.write(self.phone, line)

    def _act_at_once(self, command: str, argument: str) -> None:
        if command == "/phone":
            self.phone = self._world.phone(argument)
        elif command == "/read":
            letters = [letter.id for letter in self.customer.letters]
            if letters:
                self.customer.acknowledge(self.phone, letters, "read")
        elif command == "/drop":
            self.phone.drop()
        elif command == "/logout":
            self.phone.log_out()
        elif command == "/ban":
            self.phone.ban(int(argument or 60))
        else:
            say(HELP)

    async def _link(self, name: str) -> None:
        number = await self._shop.open_number(name or f"Number {self.phone.number[-4:]}")
        say(f"  {await self._shop.scan(self.phone, number)} is linked. Write something.")

    async def _become(self, argument: str) -> None:
        number, _, name = argument.partition(" ")
        self.customer = self._world.person(number, name)
        say(f"  You are {self.customer.name} now, +{self.customer.number}.")

    async def _write_as_owner(self, text: str) -> None:
        self.phone.write_myself(self.customer, text)

    async def _send_file(self, path: str) -> None:
        file = Path(path)
        content = await asyncio.to_thread(file.read_bytes)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        media = self._world.media
        if kind.startswith("image/"):
            message = messages.image(media, content, mime_type=kind)
        else:
            message = messages.document(media, content, file_name=file.name, mime_type=kind)
        self.customer.write(self.phone, message)


def described(letter: Letter) -> str:
    """A message in one line of a terminal."""
    file = file_of(letter)
    what = "" if file is None and letter.text else f"[{what_is(letter.message)}] "
    return f"{what}{letter.text}"
