"""One run of the simulate command: who writes to whom, by which server, and how it ends."""

import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from web.cli.simulate import documents
from web.cli.simulate.chat import Chat
from web.cli.simulate.client import MAKE_A_KEY, Api, RefusedError, SimulateError, connected
from web.cli.simulate.phone import Person, linked_phone
from web.cli.simulate.screen import Screen, is_interactive
from web.cli.simulate.script import SAYINGS, Script
from web.settings import CHECKOUT

LOCAL_KEY = "local-api-key"
SAME_PERSON = "+923001234567"
_NAMES = {"en": "Alex", "ur": "عائشہ", "ur-Latn": "Ayesha", "ar": "ليلى", "es": "Lucía"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options of the command, as they were given."""

    url: str | None
    key: str | None
    language: str
    approves: bool
    is_scripted: bool
    phone: str | None
    name: str | None
    account: str
    patience: float


async def run(wishes: Wishes) -> int:
    """The exit code; what went wrong was said."""
    screen = Screen()
    try:
        await _chat(wishes, screen)
    except (SimulateError, BaseExceptionGroup) as error:
        problem = _first(error)
        if not isinstance(problem, SimulateError):
            raise
        screen.problem(str(problem))
        return 1
    return 0


async def _chat(wishes: Wishes, screen: Screen) -> None:
    is_scripted = wishes.is_scripted or not is_interactive()
    person = Person(_phone(wishes.phone, is_new=is_scripted), wishes.name or _NAMES[wishes.language])
    where = _address(wishes.url)
    async with connected(where, _key(wishes.key)) as api:
        shop = await _shop_name(api)
        screen.title(f"{shop}: a simulated chat")
        screen.note(f"{person.name} ({person.phone}) writes by {where}.")
        async with linked_phone(api, wishes.account, person, screen) as phone:
            chat = Chat(phone, screen, shop, approves=wishes.approves)
            if is_scripted:
                script = Script(chat, wishes.language, approves=wishes.approves, patience=wishes.patience)
                order = await script.play()
                screen.title(f"Order {order.number} is {order.status}.")
            else:
                from web.cli.simulate.prompt import Prompt

                await Prompt(chat, first_words=SAYINGS[wishes.language][0]).run()


async def _shop_name(api: Api) -> str:
    try:
        return str((await api.ask(documents.SHOP))["settings"]["businessName"])
    except RefusedError as error:
        # A key that may play the customer need not see the settings.
        if error.code != "FORBIDDEN":
            raise
        return "The shop"


def _first(error: BaseException) -> BaseException:
    """When one side fails the others are cancelled, so the first problem is the one."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _address(url: str | None) -> str:
    address = (url or f"http://127.0.0.1:{os.environ.get('PORT') or 8000}").rstrip("/")
    try:
        parts = urlsplit(address)
        is_address = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        raise SimulateError(f"--url: “{address}” is no address; it looks like http://127.0.0.1:8000.")
    return address


def _key(key: str | None) -> str:
    found = key or os.environ.get("PARLEY_API_KEY") or _local_key()
    if not re.fullmatch(r"[!-~]+", found.strip()):
        raise SimulateError(f"This is no API key. {MAKE_A_KEY}")
    return found.strip()


def _local_key() -> str:
    path = Path(os.environ.get("PARLEY_DATA") or CHECKOUT / ".parley").expanduser() / LOCAL_KEY
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise SimulateError(
            f"There is no API key: {path} cannot be read. `make run` keeps one there for this machine. {MAKE_A_KEY}"
        ) from error


def _phone(phone: str | None, *, is_new: bool) -> str:
    if phone is None:
        return f"+92300{secrets.randbelow(10**7):07d}" if is_new else SAME_PERSON
    digits = re.sub(r"[\s().-]", "", phone)
    if not re.fullmatch(r"\+?[1-9][0-9]{7,14}", digits):
        raise SimulateError(f"--phone: “{phone}” is no phone number; write it like +923001234567.")
    return f"+{digits.removeprefix('+')}"
