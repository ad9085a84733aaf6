"""The contract's harness for real numbers: the unmodified neonize wheel in its own process, and the fake WhatsApp."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from core.accounts import Accounts
from core.audit import PROGRAM
from core.database import Database
from core.whatsapp.gateway import AccountLine, ChatKind
from core.whatsapp.neonize_session import session_folder
from models.accounts import AccountKind, AccountStatus
from tests.contracts.gateway_harness import CUSTOMER, CUSTOMER_NAME, CUSTOMER_PHONE, PNG, SHOP_PHONE, Harness
from tests.fake_whatsapp import FakeWhatsApp, messages
from tests.fake_whatsapp.faults import Refusal
from tests.fake_whatsapp.messages import SENDER_EDIT, SENDER_REVOKE
from tests.fake_whatsapp.people import Person
from tests.whatsapp.neonize_process import NeonizeProcess, RemoteGateway


class NeonizeHarness(Harness):
    rejection = "forbidden"
    tells_restriction = False
    has_short_codes = False

    def __init__(self, whatsapp: FakeWhatsApp, process: NeonizeProcess, account_id: int) -> None:
        self.whatsapp = whatsapp
        self.account_id = account_id
        self._process = process
        self._phone = whatsapp.world.phone(SHOP_PHONE)
        self._customer = whatsapp.world._add(Person(CUSTOMER_PHONE[1:], CUSTOMER.partition("@")[0], CUSTOMER_NAME))
        self._cutting: asyncio.Task[None] | None = None

    def open(self) -> RemoteGateway:
        async def save_session(session: bytes) -> None:
            self.session = session

        line = AccountLine(self.account_id, "Shop", self.session, save_session, proxy=self.whatsapp.proxy)
        return self._process.open(line)

    async def scan(self, code: str) -> None:
        await self._phone.scan(code)

    async def types_code(self, code: str) -> None:
        await self._phone.enter_code(code)

    async def writes(self, text: str, **options: Any) -> str:
        world = self.whatsapp.world
        match options:
            case {"is_from_us": True}:
                return self._phone.write_myself(self._customer, text)
            case {"chat_kind": ChatKind.GROUP}:
                return world.group([self._customer, self._phone]).write(self._customer, text)
            case {"chat_kind": ChatKind.STATUS}:
                return self.whatsapp.status.post(self._customer, self._phone, text)
            case {"chat_kind": ChatKind.NEWSLETTER}:
                return world.channel().post(self._phone, text)
            case {"quoted": quoted}:
                said = messages.text("what was said")
                answer = messages.reply(text, to=quoted, author=self._phone.lid_jid, said=said)
                return self._customer.write(self._phone, answer)
            case _:
                return self._customer.write(self._phone, text)

    async def writes_image(self, caption: str, *, announced_size: int | None = None) -> str:
        picture = messages.image(self.whatsapp.world.media, PNG, caption=caption, mime_type="image/png")
        if announced_size is not None:
            picture.imageMessage.fileLength = announced_size
        return self._customer.write(self._phone, picture)

    async def forget_files(self) -> None:
        self.whatsapp.faults.media_download_status = 410

    async def wrote_before(self, text: str) -> None:
        past = [messages.Past(text, 1_700_000_000)]
        told = messages.history_of(self.whatsapp.world.media, [(self._customer.jid, self._customer.name, past)])
        self._phone.send_to_companions(told)

    async def tells_identity(self) -> None:
        self._customer.write(self._phone, "it is me")

    async def restrict_next_send(self, until: datetime) -> None:  # noqa: ARG002 - WhatsApp does not tell it
        self._phone.faults.send_error, self._phone.faults.send_error_times = 463, 1

    async def edits(self, whatsapp_id: str, text: str) -> None:
        change = messages.edited(text, number=whatsapp_id, chat=self._phone.jid)
        self._customer.write(self._phone, change, edit=SENDER_EDIT)

    async def revokes(self, whatsapp_id: str) -> None:
        change = messages.revoked(number=whatsapp_id, chat=self._phone.jid)
        self._customer.write(self._phone, change, edit=SENDER_REVOKE)

    async def reads(self, whatsapp_id: str) -> None:
        self._customer.acknowledge(self._phone, [whatsapp_id], "read")

    async def types(self, *, is_typing: bool) -> None:
        self._customer.type(self._phone, is_typing=is_typing)

    async def drop(self) -> None:
        assert self.current is not None
        self.whatsapp.faults.refuses_connections = True
        self._phone.drop()
        await self.current.state(AccountStatus.CONNECTING)

    async def restore(self) -> None:
        self.whatsapp.faults.refuses_connections = False

    async def ban(self, seconds: float) -> None:
        self._phone.faults.login = Refusal(402, code=101, expire=max(1, int(seconds)), times=1)
        self._phone.drop()

    async def log_out_from_phone(self) -> None:
        self._phone.log_out()

    async def replace(self) -> None:
        self._phone.stream_error(conflict="replaced")

    async def reject_next_send(self) -> None:
        self._phone.faults.send_error, self._phone.faults.send_error_times = 403, 1

    async def cut_next_send(self) -> None:
        self._phone.faults.acknowledges = False
        self._cutting = asyncio.create_task(self._cut())

    async def accepted_texts(self) -> list[str]:
        return [letter.text for letter in self._customer.letters]

    async def _cut(self) -> None:
        """Once the message is there."""
        await self._customer.letters.first()
        assert self.current is not None
        await self.current.gateway.close()


@asynccontextmanager
async def neonize_harness(database: Database, data_folder: Path) -> AsyncIterator[NeonizeHarness]:
    account = await Accounts(database).create("Shop", AccountKind.WHATSAPP, PROGRAM)
    folder = session_folder(data_folder)
    try:
        async with FakeWhatsApp() as whatsapp, NeonizeProcess(whatsapp, folder) as process:
            yield NeonizeHarness(whatsapp, process, account.id)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
