"""`simulate`: a customer's chat in the terminal, through the public API alone."""

import os
import re
import secrets
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from web.cli.simulate import documents
from web.cli.simulate.chat import Chat
from web.cli.simulate.client import MAKE_A_KEY, Api, RefusedError, SimulateError, connected
from web.cli.simulate.phone import Person, linked_phone
from web.cli.simulate.screen import Screen, is_interactive
from web.cli.simulate.script import SAYINGS, Script
from web.settings import CHECKOUT

Language = Literal["en", "ur", "ur-Latn", "ar", "es"]

LOCAL_KEY = "local-api-key"
SAME_PERSON = "+923001234567"
_NAMES = {"en": "Alex", "ur": "عائشہ", "ur-Latn": "Ayesha", "ar": "ليلى", "es": "Lucía"}


async def simulate(
    *,
    url: str | None = None,
    key: str | None = None,
    language: Language = "en",
    auto_approve: bool = False,
    script: bool = False,
    phone: str | None = None,
    name: str | None = None,
    account: str = "Simulator",
    patience: float = 30,
) -> int:
    """Be a customer: chat with the shop in this terminal, through the public API. The result is the exit code.

    Parameters
    ----------
    url
        Where Parley runs; this machine at PORT, or 8000, if unsaid.
    key
        An API key; PARLEY_API_KEY, or the one that `serve --dev` keeps in the data folder, if unsaid.
    language
        The customer's language.
    auto_approve
        Play the staff too: approve the payment as soon as a receipt waits.
    script
        Play a whole sale without being asked anything. So it does anyway where nobody can type.
    phone
        The customer's phone number. Unsaid, a script plays somebody new each time.
    name
        What the customer calls themselves.
    account
        The simulated WhatsApp number of the shop; made and linked where needed.
    patience
        How many seconds a script waits for each answer.
    """
    screen = Screen()
    is_scripted = script or not is_interactive()
    try:
        person = Person(_phone(phone, is_new=is_scripted), name or _NAMES[language])
        where = _address(url)
        async with connected(where, _key(key)) as api:
            shop = await _shop_name(api)
            screen.title(f"{shop}: a simulated chat")
            screen.note(f"{person.name} ({person.phone}) writes by {where}.")
            async with linked_phone(api, account, person, screen) as customer:
                chat = Chat(customer, screen, shop, approves=auto_approve)
                if is_scripted:
                    order = await Script(chat, language, approves=auto_approve, patience=patience).play()
                    screen.title(f"Order {order.number} is {order.status}.")
                else:
                    from web.cli.simulate.prompt import Prompt

                    await Prompt(chat, first_words=SAYINGS[language][0]).run()
    except (SimulateError, BaseExceptionGroup) as error:
        problem = _first(error)
        if not isinstance(problem, SimulateError):
            raise
        screen.problem(str(problem))
        return 1
    return 0


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
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SimulateError(f"--url: “{address}” is no address; it begins with http:// or https://.")
    return address


def _key(key: str | None) -> str:
    if found := key or os.environ.get("PARLEY_API_KEY"):
        return found.strip()
    path = Path(os.environ.get("PARLEY_DATA") or CHECKOUT / ".parley") / LOCAL_KEY
    try:
        return path.read_text(encoding="utf-8").strip()
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
