"""Each kind of message over the unmodified neonize wheel, both ways: what the tables say is what really happens."""

import shutil
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from core.whatsapp.gateway import (
    IdentityLearned,
    MessageEdited,
    MessageReceived,
    MessageRevoked,
    OutgoingMedia,
    OutgoingMessage,
    ReceiptKind,
    ReceiptReceived,
    TypingChanged,
)
from core.whatsapp.neonize_session import session_folder
from models.conversations import MessageKind
from tests import pictures
from tests.fake_whatsapp import FakeWhatsApp, messages
from tests.fake_whatsapp.binary_xml import Node, node
from tests.fake_whatsapp.companion import Original
from tests.fake_whatsapp.media import Kind
from tests.fake_whatsapp.people import Addressing, Person
from tests.fake_whatsapp.protos import e2e
from tests.whatsapp.neonize_process import NeonizeProcess
from tests.whatsapp.numbers import Number, linked

BOB = "923334445566"


@pytest.fixture
async def whatsapp() -> AsyncIterator[FakeWhatsApp]:
    async with FakeWhatsApp() as whatsapp:
        yield whatsapp


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    folder = session_folder(tmp_path)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
async def number(whatsapp: FakeWhatsApp, folder: Path) -> AsyncIterator[Number]:
    async with NeonizeProcess(whatsapp, folder) as process, linked(whatsapp, process) as number:
        yield number
        assert process.is_alive, process.output


@pytest.fixture
def bob(whatsapp: FakeWhatsApp) -> Person:
    return whatsapp.world.person(BOB, "Bob")


def wrapped(name: str, inner: e2e.Message) -> e2e.Message:
    message = e2e.Message()
    getattr(message, name).message.CopyFrom(inner)
    return message


async def heard(number: Number, whatsapp_id: str) -> MessageReceived:
    def found() -> list[MessageReceived]:
        return [event for event in number.all(MessageReceived) if event.whatsapp_id == whatsapp_id]

    await number.until(found)
    return found()[0]


async def test_files_of_every_kind_arrive_and_are_fetched(whatsapp: FakeWhatsApp, number: Number, bob: Person) -> None:
    media = whatsapp.world.media
    sent = {
        MessageKind.IMAGE: messages.image(media, b"a picture", caption="My receipt"),
        MessageKind.DOCUMENT: wrapped(
            "documentWithCaptionMessage", messages.document(media, b"a bill", file_name="bill.pdf", caption="Paid")
        ),
        MessageKind.AUDIO: messages.audio(media, b"a voice"),
        MessageKind.VIDEO: wrapped("viewOnceMessageV2", messages.video(media, b"a film", caption="Look")),
        MessageKind.STICKER: wrapped("ephemeralMessage", messages.sticker(media, b"a sticker")),
    }

    events = {kind: await heard(number, bob.write(number.phone, message)) for kind, message in sent.items()}
    fetched = {
        kind: await number.gateway.download(event.media.reference) for kind, event in events.items() if event.media
    }

    assert {kind: event.kind for kind, event in events.items()} == {kind: kind for kind in sent}
    assert {kind: event.text for kind, event in events.items() if event.text} == {
        MessageKind.IMAGE: "My receipt",
        MessageKind.DOCUMENT: "Paid",
        MessageKind.VIDEO: "Look",
    }
    assert events[MessageKind.AUDIO].detail == {"voice_note": True, "seconds": 3}
    assert events[MessageKind.VIDEO].detail == {"view_once": True}
    assert fetched == {
        MessageKind.IMAGE: b"a picture",
        MessageKind.DOCUMENT: b"a bill",
        MessageKind.AUDIO: b"a voice",
        MessageKind.VIDEO: b"a film",
        MessageKind.STICKER: b"a sticker",
    }


async def test_a_file_is_fetched_from_whatsapp_whatever_address_its_sender_names(
    whatsapp: FakeWhatsApp, number: Number, bob: Person
) -> None:
    message = messages.image(whatsapp.world.media, b"a picture")
    # Whoever fetched this would fail: nobody listens there.
    message.imageMessage.URL = "https://127.0.0.1:9/latest/meta-data"

    event = await heard(number, bob.write(number.phone, message))
    assert event.media is not None

    assert await number.gateway.download(event.media.reference) == b"a picture"


async def test_second_thoughts_reactions_and_typing_are_heard(number: Number, bob: Person) -> None:
    text = bob.write(number.phone, messages.text("2 pleas"))
    await heard(number, text)
    bob.write(number.phone, messages.edited("2 please", number=text, chat=number.phone.jid), edit=messages.SENDER_EDIT)
    thumb = bob.write(number.phone, messages.reaction("👍", to=text, chat=number.phone.jid, is_theirs=False))
    quote = bob.write(number.phone, messages.reply("this", to=text, author=bob.jid, said=messages.text("2 please")))
    bob.write(number.phone, messages.revoked(number=text, chat=number.phone.jid), edit=messages.SENDER_REVOKE)
    reaction, answer = await heard(number, thumb), await heard(number, quote)
    revoked = await number.first(MessageRevoked)
    edited = await number.first(MessageEdited)

    assert (edited.whatsapp_id, edited.text, edited.is_from_us) == (text, "2 please", False)
    assert (edited.chat, revoked.chat) == (str(bob.lid_jid), str(bob.lid_jid))
    assert (revoked.whatsapp_id, revoked.is_from_us) == (text, False)
    assert (reaction.kind, reaction.quoted_whatsapp_id, reaction.text) == (MessageKind.REACTION, text, "👍")
    assert (answer.text, answer.quoted_whatsapp_id) == ("this", text)


async def test_what_the_owner_types_on_the_phone_names_the_customer(number: Number, bob: Person) -> None:
    written = number.phone.write_myself(bob, "4000, sir")

    event = await heard(number, written)

    assert event.is_from_us
    assert (event.chat, event.sender_lid, event.sender_phone) == (str(bob.lid_jid), str(bob.lid_jid), f"+{BOB}")
    assert (event.text, event.profile_name) == ("4000, sir", "")


@pytest.mark.parametrize(
    ("addressing", "tells_both"), [(Addressing.LID, True), (Addressing.LID, False), (Addressing.PHONE, True)]
)
async def test_people_are_answered_where_they_wrote_and_known_by_what_whatsapp_tells(
    number: Number, bob: Person, addressing: Addressing, *, tells_both: bool
) -> None:
    bob.addressing, bob.tells_both_addresses = addressing, tells_both

    event = await heard(number, bob.write(number.phone, messages.text("Salaam")))
    await number.gateway.send(OutgoingMessage(event.chat, "Wa alaikum salaam"))
    letter = await bob.letters.first()

    by_lid = addressing is Addressing.LID
    assert event.chat == str(bob.lid_jid if by_lid else bob.phone_jid)
    assert event.sender_lid == str(bob.lid_jid)
    assert event.sender_phone == (f"+{BOB}" if tells_both else None)
    assert [event.phone for event in number.all(IdentityLearned)] == ([f"+{BOB}"] if tells_both else [])
    assert letter.text == "Wa alaikum salaam"


async def test_the_past_is_told_as_the_past(whatsapp: FakeWhatsApp, number: Number, bob: Person) -> None:
    past = [
        messages.Past("How much?", time.time() - 90_000),
        messages.Past("4000", time.time() - 80_000, is_mine=True),
    ]
    number.phone.send_to_companions(messages.history_of(whatsapp.world.media, [(bob.lid_jid, "Bob", past)]))

    await number.first(MessageReceived, 2)

    events = number.all(MessageReceived)
    assert [(event.text, event.is_from_us, event.is_history) for event in events] == [
        ("How much?", False, True),
        ("4000", True, True),
    ]
    assert {(event.chat, event.sender_lid) for event in events} == {(str(bob.lid_jid), str(bob.lid_jid))}


async def test_what_whatsapp_shows_on_the_phone_alone_is_told(number: Number, bob: Person) -> None:
    for companion in number.phone.companions.values():
        companion.push(
            node(
                "message",
                node("unavailable", type="view_once"),
                from_=bob.jid,
                **bob.other_address("sender"),
                addressing_mode="lid",
                id="3EB0UNSEEN",
                t=int(time.time()),
                notify="Bob",
                type="media",
            )
        )

    event = await heard(number, "3EB0UNSEEN-unseen")

    assert (event.kind, event.detail) == (MessageKind.UNSUPPORTED, {"type": "only_on_phone"})
    assert event.sender_phone == f"+{BOB}"


def _field(number: int, content: bytes) -> bytes:
    size, shown = len(content), b""
    while size > 127:
        shown += bytes([size & 127 | 128])
        size >>= 7
    tag = number << 3 | 2
    start = bytes([tag]) if tag < 128 else bytes([tag & 127 | 128, tag >> 7])
    return start + shown + bytes([size]) + content


async def test_a_message_nested_without_end_ends_nothing(number: Number, bob: Person) -> None:
    plain: bytes = messages.text("Here I am").SerializeToString()
    for _ in range(200):
        plain = _field(40, _field(1, plain))
    for companion in number.phone.companions.values():
        frame = node(
            "message",
            from_=bob.jid,
            **bob.other_address("sender"),
            addressing_mode="lid",
            id="3EB0DEEP",
            t=int(time.time()),
            notify="Bob",
            type="text",
        )
        companion.remember(Original(bob.device, plain, frame))
        companion.push(Node(frame.tag, frame.attributes, [companion.seal(bob.device, plain)]))

    deep = await heard(number, "3EB0DEEP")
    after = await heard(number, bob.write(number.phone, messages.text("Still there?")))

    assert (deep.kind, deep.text) == (MessageKind.UNSUPPORTED, "")
    assert after.text == "Still there?"


@pytest.mark.parametrize(
    ("content_type", "text", "kind", "media_type"),
    [
        ("image/png", "Our prices", Kind.IMAGE, "image"),
        ("application/pdf", "Your bill", Kind.DOCUMENT, "document"),
        ("application/pdf", "", Kind.DOCUMENT, "document"),
        ("video/mp4", "Look", Kind.VIDEO, "video"),
        ("audio/mpeg", "", Kind.AUDIO, "audio"),
    ],
)
async def test_a_file_of_ours_can_be_opened_by_the_customer(
    whatsapp: FakeWhatsApp, number: Number, bob: Person, content_type: str, text: str, kind: Kind, media_type: str
) -> None:
    data = pictures.png() if content_type == "image/png" else b"what is in the file"

    sent = await number.gateway.send(
        OutgoingMessage(str(bob.lid_jid), text, media=OutgoingMedia(data, content_type, "bill.pdf"))
    )
    letter = await bob.letters.first()

    message = letter.message
    if message.HasField("documentWithCaptionMessage"):
        message = message.documentWithCaptionMessage.message
    [(described, part)] = [
        (described, part) for described, part in message.ListFields() if described.name != "messageContextInfo"
    ]
    assert letter.id == sent.whatsapp_id
    assert letter.media_type == media_type
    assert whatsapp.world.media.fetch(part.directPath, part.mediaKey, kind) == data
    assert (part.mimetype, part.fileLength) == (content_type, len(data))
    assert (part.caption if "caption" in part.DESCRIPTOR.fields_by_name else "") == text
    if described.name == "documentMessage":
        assert part.fileName == "bill.pdf"


async def test_an_answer_shows_what_it_answers_and_its_receipts_come(number: Number, bob: Person) -> None:
    bob.reads = True
    question = bob.write(number.phone, messages.text("How much?"))
    await heard(number, question)

    sent = await number.gateway.send(
        OutgoingMessage(str(bob.lid_jid), "4000", quoted_whatsapp_id=question, quoted_text="How much?")
    )
    letter = await bob.letters.first()
    await number.until(lambda: {each.kind for each in number.all(ReceiptReceived)} == set(ReceiptKind))
    bob.type(number.phone)

    context = letter.message.extendedTextMessage.contextInfo
    assert (letter.text, context.stanzaID, context.participant) == ("4000", question, str(bob.lid_jid))
    assert context.quotedMessage.conversation == "How much?"
    assert {each.whatsapp_ids for each in number.all(ReceiptReceived)} == {(sent.whatsapp_id,)}
    assert (await number.first(TypingChanged)).sender_lid == str(bob.lid_jid)
