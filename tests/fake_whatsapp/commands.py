"""Everything the fake server can be told from another process: one method a command, plain JSON in and out."""

import asyncio
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any, TypeVar

from tests.fake_whatsapp import messages
from tests.fake_whatsapp.faults import Refusal
from tests.fake_whatsapp.media import Kind
from tests.fake_whatsapp.people import Addressing, Letter, Person
from tests.fake_whatsapp.protos import e2e
from tests.fake_whatsapp.records import Records
from tests.fake_whatsapp.server import FakeWhatsApp

Json = dict[str, Any]
Item = TypeVar("Item")

_FILES = {
    "imageMessage": Kind.IMAGE,
    "stickerMessage": Kind.IMAGE,
    "videoMessage": Kind.VIDEO,
    "audioMessage": Kind.AUDIO,
    "documentMessage": Kind.DOCUMENT,
}


def file_of(letter: Letter) -> tuple[Kind, Any] | None:
    """The part of a message that describes a file, if it has one."""
    for field, kind in _FILES.items():
        if letter.message.HasField(field):
            return kind, getattr(letter.message, field)
    return None


def what_is(message: e2e.Message) -> str:
    """The kind of a message, as protobuf calls it."""
    return str(message.ListFields()[0][0].name) if message.ListFields() else ""


class Commands:
    """Numbers are given as people write them.

    `after` counts what was seen before, `seconds` is how long to wait for more.
    """

    def __init__(self, whatsapp: FakeWhatsApp) -> None:
        self._whatsapp = whatsapp
        self._world = whatsapp.world

    async def environment(self) -> Json:
        """What a program needs to take this server for WhatsApp."""
        return {"variables": self._whatsapp.environment(), "proxy": self._whatsapp.proxy}

    async def state(self) -> Json:
        phones = [
            {
                "number": phone.number,
                "name": phone.name,
                "devices": [
                    {"number": one.number, "is_online": one.is_active, "waiting": one.waiting}
                    for one in phone.companions.values()
                ],
            }
            for phone in self._world.phones
        ]
        people = [{"number": one.number, "lid": one.lid, "name": one.name} for one in self._world.people]
        return {"phones": phones, "people": people, "waiting_for_a_scan": len(self._world.candidates)}

    # The shop's phone

    async def scan(self, phone: str, qr: str) -> Json:
        companion = await self._world.phone(phone).scan(qr)
        return {"jid": str(companion.jid)}

    async def enter_code(self, phone: str, code: str) -> Json:
        companion = await self._world.phone(phone).enter_code(code)
        return {"jid": str(companion.jid)}

    async def log_out(self, phone: str) -> None:
        self._world.phone(phone).log_out()

    async def write_myself(self, phone: str, to: str, text: str) -> Json:
        return {"id": self._world.phone(phone).write_myself(self._world.person(to), text)}

    async def send_history(self, phone: str, person: str, texts: Sequence[str], begin: float = 1_700_000_000) -> Json:
        """The past of one chat, a minute between the messages, the customer's and the shop's in turn."""
        owner, customer = self._world.phone(phone), self._world.person(person)
        past = [messages.Past(text, begin + 60 * at, is_mine=at % 2 == 1) for at, text in enumerate(texts)]
        told = messages.history_of(self._world.media, [(customer.jid, customer.name, past)])
        return {"id": owner.send_to_companions(told)}

    # The line

    async def drop(self, phone: str) -> None:
        self._world.phone(phone).drop()

    async def stream_error(self, phone: str, code: int | None = None, conflict: str | None = None) -> None:
        self._world.phone(phone).stream_error(code, conflict)

    async def refuse_login(
        self, phone: str, reason: int, code: int | None = None, expire: int | None = None, times: int | None = None
    ) -> None:
        self._world.phone(phone).faults.login = Refusal(reason, code, expire, times)

    async def allow_login(self, phone: str) -> None:
        self._world.phone(phone).faults.login = None

    async def expire_codes(self) -> None:
        self._world.expire_codes()

    async def set_phone_faults(self, phone: str, **faults: bool | int | None) -> None:
        """acknowledges, send_error, send_error_times."""
        _set(self._world.phone(phone).faults, faults)

    async def set_faults(self, **faults: bool | int | None) -> None:
        """refuses_connections, qr_codes, pairing_code_error, media_download_status, media_upload_status."""
        _set(self._whatsapp.faults, faults)

    # People

    async def set_person(self, person: str, **features: str | bool) -> None:
        """name, addressing (lid, pn), tells_both_addresses, has_whatsapp, confirms, reads."""
        if "addressing" in features:
            features["addressing"] = Addressing(str(features["addressing"]))
        _set(self._world.person(person), features)

    async def write(self, person: str, phone: str, text: str, times: int = 1) -> Json:
        """`times` more than one: a flood, each text with its number."""
        writer, reader = self._world.person(person), self._world.phone(phone)
        if times == 1:
            return {"id": writer.write(reader, text)}
        ids = []
        for number in range(times):
            ids.append(writer.write(reader, f"{text} {number + 1}"))
            await asyncio.sleep(0)  # let the connection write
        return {"ids": ids}

    async def reply(self, person: str, phone: str, text: str, to: str) -> Json:
        """Quote what the shop wrote, by the message's id."""
        writer, reader = self._world.person(person), self._world.phone(phone)
        said = next(letter for letter in writer.letters if letter.id == to)
        message = messages.reply(text, to=to, author=reader.lid_jid, said=said.message)
        return {"id": writer.write(reader, message)}

    async def send_file(
        self,
        person: str,
        phone: str,
        kind: str,
        content: str,
        caption: str = "",
        file_name: str = "file.pdf",
        mime_type: str | None = None,
    ) -> Json:
        """kind: image, video, audio, document, sticker; content in base64."""
        data, media = b64decode(content), self._world.media
        made = {
            "image": lambda: messages.image(media, data, caption=caption, mime_type=mime_type or "image/jpeg"),
            "video": lambda: messages.video(media, data, caption=caption, mime_type=mime_type or "video/mp4"),
            "audio": lambda: messages.audio(media, data),
            "sticker": lambda: messages.sticker(media, data),
            "document": lambda: messages.document(
                media, data, file_name=file_name, caption=caption, mime_type=mime_type or "application/pdf"
            ),
        }[kind]()
        part = getattr(made, f"{kind}Message")
        return {"id": self._world.person(person).write(self._world.phone(phone), made), "path": part.directPath}

    async def forget_file(self, path: str) -> None:
        """WhatsApp has it no more."""
        self._world.media.forget(path)

    async def send_location(self, person: str, phone: str, latitude: float, longitude: float, name: str = "") -> Json:
        message = messages.location(latitude, longitude, name)
        return {"id": self._world.person(person).write(self._world.phone(phone), message)}

    async def send_contact(self, person: str, phone: str, name: str, number: str) -> Json:
        message = messages.contact(name, number)
        return {"id": self._world.person(person).write(self._world.phone(phone), message)}

    async def react(self, person: str, phone: str, emoji: str, to: str) -> Json:
        writer, reader = self._world.person(person), self._world.phone(phone)
        return {"id": writer.write(reader, messages.reaction(emoji, to=to, chat=writer.jid))}

    async def edit(self, person: str, phone: str, message: str, text: str) -> Json:
        writer, reader = self._world.person(person), self._world.phone(phone)
        change = messages.edited(text, number=message, chat=reader.lid_jid)
        return {"id": writer.write(reader, change, edit=messages.SENDER_EDIT)}

    async def revoke(self, person: str, phone: str, message: str) -> Json:
        writer, reader = self._world.person(person), self._world.phone(phone)
        change = messages.revoked(number=message, chat=reader.lid_jid)
        return {"id": writer.write(reader, change, edit=messages.SENDER_REVOKE)}

    async def acknowledge(self, person: str, phone: str, ids: Sequence[str], kind: str | None = "read") -> None:
        """kind null: delivered."""
        self._world.person(person).acknowledge(self._world.phone(phone), list(ids), kind)

    async def type(self, person: str, phone: str, *, is_typing: bool = True) -> None:
        self._world.person(person).type(self._world.phone(phone), is_typing=is_typing)

    async def letters(self, person: str, after: int = 0, seconds: float = 0) -> Json:
        """What reached somebody."""
        items = await _more(self._world.person(person).letters, after, seconds)
        return {"letters": [_letter(letter) for letter in items]}

    async def receipts(self, person: str, after: int = 0, seconds: float = 0) -> Json:
        """What the shop's devices told somebody about their messages."""
        items = await _more(self._world.person(person).receipts, after, seconds)
        return {"receipts": [{"ids": list(one.ids), "type": one.type, "reader": one.reader} for one in items]}

    async def fetch_file(self, person: str, message: str) -> Json:
        """The file inside a message that somebody got, as that person's phone reads it."""
        owner: Person = self._world.person(person)
        found = file_of(next(letter for letter in owner.letters if letter.id == message))
        if found is None:
            raise LookupError("there is no file in this message")
        kind, part = found
        return {"content": b64encode(self._world.media.fetch(part.directPath, part.mediaKey, kind)).decode()}

    # Groups, status, channels

    async def write_in_group(self, person: str, phone: str, text: str) -> Json:
        """In a new group of the two."""
        writer, reader = self._world.person(person), self._world.phone(phone)
        group = self._world.group([writer, reader])
        return {"group": str(group.jid), "id": group.write(writer, text)}

    async def post_status(self, person: str, phone: str, text: str) -> Json:
        return {"id": self._whatsapp.status.post(self._world.person(person), self._world.phone(phone), text)}

    async def post_in_channel(self, phone: str, text: str) -> Json:
        """In a new channel."""
        channel = self._world.channel()
        return {"channel": str(channel.jid), "id": channel.post(self._world.phone(phone), text)}


def _set(owner: object, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if not hasattr(owner, name):
            raise AttributeError(f"there is no {name}")
        setattr(owner, name, value)


async def _more(records: Records[Item], after: int, seconds: float) -> list[Item]:
    if seconds > 0 and len(records) <= after:
        try:
            await records.at_least(after + 1, seconds)
        except TimeoutError:
            return []
    return records[after:]


def _letter(letter: Letter) -> Json:
    return {
        "id": letter.id,
        "writer": letter.writer,
        "chat": str(letter.chat),
        "text": letter.text,
        "kind": what_is(letter.message),
        "edit": letter.edit,
        "has_file": file_of(letter) is not None,
    }
