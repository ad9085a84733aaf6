"""The real wheel against the fake server: linking, talking, failing."""

import asyncio
import os
import sys
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator

import pytest

from tests.fake_whatsapp import messages
from tests.fake_whatsapp.commands import file_of, what_is
from tests.fake_whatsapp.faults import Refusal
from tests.fake_whatsapp.groups import Group
from tests.fake_whatsapp.media import Kind
from tests.fake_whatsapp.pairing import PairingFailedError
from tests.fake_whatsapp.people import Addressing, Person
from tests.fake_whatsapp.phone import Phone
from tests.fake_whatsapp.running import ProbeError, Program, quick_folder, running
from tests.fake_whatsapp.server import FakeWhatsApp

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the ELF library and /proc")


@pytest.fixture
async def whatsapp() -> AsyncIterator[FakeWhatsApp]:
    async with FakeWhatsApp() as server:
        yield server
        assert not server.complaints
        assert not server.posting.undecryptable


@pytest.fixture
async def program(whatsapp: FakeWhatsApp) -> AsyncIterator[Program]:
    with quick_folder() as folder:
        async with running(whatsapp, folder) as program:
            yield program


@pytest.fixture
def shop(whatsapp: FakeWhatsApp) -> Phone:
    return whatsapp.world.phone("+92 300 1112233")


@pytest.fixture
def bob(whatsapp: FakeWhatsApp) -> Person:
    return whatsapp.world.person("+92 333 4445566", "Bob")


async def test_a_scanned_device_talks_with_people_in_every_kind_of_message(
    whatsapp: FakeWhatsApp, program: Program, shop: Phone, bob: Person
) -> None:
    media = whatsapp.world.media
    await program.link(shop)

    first = bob.write(shop, "hello")
    arrived = await program.message(first)
    answer = await program("reply", text="hi Bob", to=first)

    assert arrived["Message"] == {"conversation": "hello"}
    assert arrived["Info"]["Pushname"] == "Bob"
    assert arrived["Info"]["MessageSource"]["Sender"]["User"] == bob.lid
    assert arrived["Info"]["MessageSource"]["SenderAlt"]["User"] == bob.number
    letter = await bob.letters.take()
    assert (letter.id, letter.text, letter.writer) == (answer, "hi Bob", shop.number)
    assert letter.message.extendedTextMessage.contextInfo.stanzaID == first

    kinds = {
        "extendedTextMessage": messages.reply("yes", to=answer, author=shop.lid_jid, said=letter.message),
        "documentMessage": messages.document(media, b"%PDF-1.7", file_name="list.pdf"),
        "audioMessage": messages.audio(media, b"OggS"),
        "videoMessage": messages.video(media, b"film"),
        "stickerMessage": messages.sticker(media, b"RIFF"),
        "locationMessage": messages.location(31.5, 74.3, "Lahore"),
        "contactMessage": messages.contact("Eve", "+923330000001"),
        "reactionMessage": messages.reaction("👍", to=answer, chat=bob.jid),
    }
    for kind, message in kinds.items():
        assert kind in (await program.message(bob.write(shop, message)))["Message"]
    changed = messages.edited("hello!", number=first, chat=shop.lid_jid)
    edited = await program.message(bob.write(shop, changed, edit=messages.SENDER_EDIT))
    assert "hello!" in str(edited["Message"])
    gone = messages.revoked(number=first, chat=shop.lid_jid)
    revoked = await program.message(bob.write(shop, gone, edit=messages.SENDER_REVOKE))
    assert revoked["Message"]["protocolMessage"]["type"] == "REVOKE"


async def test_receipts_typing_and_the_owners_own_messages_go_both_ways(
    program: Program, shop: Phone, bob: Person
) -> None:
    await program.link(shop)
    question = bob.write(shop, "are you there?")
    await program.message(question)

    await program("mark_read", message=question)
    await program("type", to=str(bob.jid))
    bob.type(shop)
    bob.reads = True
    answer = await program.say("yes", bob)
    own = shop.write_myself(bob, "the owner here")

    await bob.receipts.first(lambda one: one.type == "read" and one.ids == (question,))
    assert (await bob.typing.take()).is_typing
    assert (await program.event("ChatPresence"))["data"]["State"] == "COMPOSING"
    delivered = await program.receipt(answer)
    read = await program.receipt(answer, after=program.events.index(delivered) + 1)
    assert [one["data"].get("Type", "") for one in (delivered, read)] == ["DELIVERED", "READ"]
    echo = await program.message(own)
    assert echo["Info"]["MessageSource"]["IsFromMe"]
    assert echo["Info"]["MessageSource"]["Chat"]["User"] == bob.lid
    assert "the owner here" in str(echo["Message"])
    assert (await shop.letters.take()).text == "yes"  # the phone gets a copy of what its companion writes


async def test_two_devices_of_a_phone_see_what_the_other_writes_and_shops_write_to_each_other(
    whatsapp: FakeWhatsApp, program: Program, shop: Phone, bob: Person
) -> None:
    other = whatsapp.world.phone("+92 300 9998877", "Another shop")
    await program.link(shop, "first")
    await program.link(shop, "second")
    await program.link(other, "other")

    answer = await program.say("hello Bob", bob, account="first")
    offer = await program.say("an offer", other, account="second")

    echo = await program.message(answer, account="second")
    assert echo["Info"]["MessageSource"]["IsFromMe"]
    assert (await bob.letters.take()).text == "hello Bob"
    arrived = await program.message(offer, account="other")
    assert arrived["Message"]["conversation"] == "an offer"
    assert arrived["Info"]["MessageSource"]["SenderAlt"]["User"] == shop.number
    await program.event("Receipt", lambda one: offer in one["data"]["MessageIDs"], account="second")


async def test_files_go_both_ways_until_whatsapp_has_them_no_more(
    whatsapp: FakeWhatsApp, program: Program, shop: Phone, bob: Person
) -> None:
    await program.link(shop)
    content = os.urandom(50_000)
    picture = messages.image(whatsapp.world.media, content, caption="receipt")

    number = bob.write(shop, picture)
    await program.message(number)
    downloaded = await program("download", message=number)
    await program("send_image", to=str(bob.jid), content=b64encode(content[:999]).decode(), caption="menu")

    assert b64decode(downloaded) == content
    letter = await bob.letters.take()
    found = file_of(letter)
    assert found is not None
    assert found[0] is Kind.IMAGE
    assert whatsapp.world.media.fetch(found[1].directPath, found[1].mediaKey, Kind.IMAGE) == content[:999]
    for status in (403, 404, 410):
        whatsapp.faults.media_download_status = status
        with pytest.raises(ProbeError, match=str(status)):
            await program("download", message=number)
    whatsapp.faults.media_download_status = None
    whatsapp.world.media.forget(picture.imageMessage.directPath)
    with pytest.raises(ProbeError, match="410"):
        await program("download", message=number)


async def test_a_code_typed_on_the_phone_links_as_a_scan_does(
    whatsapp: FakeWhatsApp, program: Program, shop: Phone, bob: Person
) -> None:
    await program("connect")
    await program.event("QR")
    code = await program("pair_phone", number=shop.number)
    wrong = "ABCD-EFGH" if code != "ABCD-EFGH" else "ABCD-EFGJ"
    with pytest.raises(PairingFailedError, match="not the one"):
        await shop.enter_code(wrong)
    whatsapp.faults.pairing_code_error = 429
    with pytest.raises(ProbeError, match="429"):
        await program("pair_phone", number=shop.number)
    whatsapp.faults.pairing_code_error = None

    companion = await shop.enter_code(await program("pair_phone", number=shop.number))

    assert shop.companions == {companion.number: companion}
    arrived = await program.message(bob.write(shop, "hello"))
    assert arrived["Message"]["conversation"] == "hello"


async def test_what_was_written_meanwhile_comes_in_order_after_a_drop(
    program: Program, shop: Phone, bob: Person
) -> None:
    companion = await program.link(shop)
    await program.message(bob.write(shop, "first"))
    shop.faults.login = Refusal(503)
    before = len(program.events)
    shop.drop()
    await program.event("Disconnected", after=before)

    ids = [bob.write(shop, f"meanwhile {number}") for number in range(300)]
    assert companion.waiting >= 300
    shop.faults.login = None

    await program.message(ids[-1])
    preview = await program.event("OfflineSyncPreview", after=before)
    assert preview["data"]["Message"] >= 300
    arrived = [one["data"]["Info"]["ID"] for one in program.events[before:] if one["event"] == "Message"]
    assert arrived == ids
    await program.event("OfflineSyncCompleted", after=before)


async def test_every_end_of_a_session_is_heard_as_whatsapp_says_it(
    whatsapp: FakeWhatsApp, program: Program, shop: Phone
) -> None:
    await program.link(shop)
    before = len(program.events)
    shop.stream_error(conflict="replaced")
    await program.event("StreamReplaced", after=before)
    await program("stop")

    banned = whatsapp.world.phone("+92 300 0000402")
    await program.link(banned, "banned")
    banned.faults.login = Refusal(402, code=101, expire=3600)
    banned.drop()
    ban = await program.event("TemporaryBan", account="banned")
    assert ban["data"]["Code"] == "SEND_TO_TOO_MANY_PEOPLE"
    await program("stop", "banned")

    removed = whatsapp.world.phone("+92 300 0000401")
    await program.link(removed, "removed")
    removed.log_out()
    await program.event("LoggedOut", account="removed")
    assert removed.companions == {}

    leaving = whatsapp.world.phone("+92 300 0000001")
    await program.link(leaving, "leaving")
    await program("log_out", "leaving")
    assert leaving.companions == {}


async def test_a_refused_login_is_heard_with_its_reason(whatsapp: FakeWhatsApp, program: Program) -> None:
    for reason, event in ((401, "LoggedOut"), (403, "LoggedOut"), (405, "ClientOutdated"), (406, "LoggedOut")):
        shop, account = whatsapp.world.phone(f"+92 300 0000{reason}"), str(reason)
        await program.link(shop, account)
        shop.faults.login = Refusal(reason)

        shop.drop()

        heard = await program.event(event, account=account)
        assert event != "LoggedOut" or heard["data"]["OnConnect"]
        await program("stop", account)


async def test_a_broken_whatsapp_is_tried_again_until_it_works(program: Program, shop: Phone, bob: Person) -> None:
    await program.link(shop)
    for reason in (500, 503):
        shop.faults.login = Refusal(reason, times=1)
        shop.drop()

        await program.message(bob.write(shop, f"after {reason}"))

        assert shop.faults.login is None


async def test_what_no_version_knows_breaks_the_wheels_event_pump(program: Program, shop: Phone, bob: Person) -> None:
    await program.link(shop)
    answer = await program.say("hello", bob)

    bob.acknowledge(shop, [answer], "server-error")

    ended = await program.event("Ended")
    assert "proto" in ended["error"] or "required" in ended["error"]
    assert await program("is_connected")


async def test_a_refusal_that_no_version_knows_breaks_it_too(program: Program, shop: Phone) -> None:
    await program.link(shop)

    shop.faults.login = Refusal(418)
    shop.drop()

    ended = await program.event("Ended")
    assert "proto" in ended["error"] or "required" in ended["error"]


async def test_who_has_whatsapp_can_be_asked(program: Program, shop: Phone, bob: Person) -> None:
    await program.link(shop)
    assert await program("is_on_whatsapp", number=f"+{bob.number}")

    bob.has_whatsapp = False

    assert not await program("is_on_whatsapp", number=f"+{bob.number}")


async def test_sends_are_refused_with_463_and_hang_when_nobody_acknowledges(
    program: Program, shop: Phone, bob: Person
) -> None:
    await program.link(shop)

    shop.faults.send_error, shop.faults.send_error_times = 463, 1
    with pytest.raises(ProbeError, match="463"):
        await program.say("an offer", bob)
    assert not bob.letters
    shop.faults.acknowledges = False
    hanging = asyncio.get_running_loop().create_task(program.say("are you there?", bob))

    assert (await bob.letters.take()).text == "are you there?"
    assert not hanging.done()
    hanging.cancel()
    await asyncio.gather(hanging, return_exceptions=True)


async def test_people_get_every_kind_of_message_the_device_writes(
    whatsapp: FakeWhatsApp, program: Program, shop: Phone, bob: Person
) -> None:
    media = whatsapp.world.media
    await program.link(shop)
    kinds = {
        "imageMessage": messages.image(media, b"picture", caption="menu"),
        "documentMessage": messages.document(media, b"%PDF-1.7", file_name="list.pdf"),
        "audioMessage": messages.audio(media, b"OggS"),
        "locationMessage": messages.location(31.5, 74.3, "Lahore"),
        "contactMessage": messages.contact("Eve", "+923330000001"),
        "reactionMessage": messages.reaction("👍", to="3EB0", chat=bob.jid),
        "protocolMessage": messages.revoked(number="3EB0", chat=bob.jid),
    }

    ids = {kind: await program.send(message, bob) for kind, message in kinds.items()}

    for kind, number in ids.items():
        letter = await bob.letters.first(lambda one, number=number: one.id == number)  # type: ignore[misc]
        assert what_is(letter.message) == kind
    assert [letter.edit for letter in bob.letters][-1] == "7"


async def test_without_a_network_the_wheel_gives_up_at_once_and_uploads_fail_alone(
    whatsapp: FakeWhatsApp, program: Program, shop: Phone, bob: Person
) -> None:
    whatsapp.faults.refuses_connections = True
    await program("connect", "early")
    assert "NeonizeError" in (await program.event("Ended", account="early"))["error"]
    whatsapp.faults.refuses_connections = False
    await program.link(shop)

    whatsapp.faults.media_upload_status = 500
    with pytest.raises(ProbeError, match="500"):
        await program("send_image", to=str(bob.jid), content="", caption="menu")

    await program.say("a text", bob)
    assert [letter.text for letter in bob.letters] == ["a text"]


async def test_codes_run_out(whatsapp: FakeWhatsApp, program: Program) -> None:
    await program("connect")
    await program.event("QR")

    whatsapp.world.expire_codes()

    assert (await program.event("LoginStatus"))["status"] == "timeout"


async def test_groups_status_channels_and_history_reach_the_device(
    whatsapp: FakeWhatsApp, program: Program, shop: Phone, bob: Person
) -> None:
    await program.link(shop)
    group: Group = whatsapp.world.group([bob, shop])

    first = group.write(bob, "to all")
    # The key to the group comes as a message of its own, with the same id.
    in_group = (await program.event("Message", lambda one: "conversation" in one["data"]["Message"]))["data"]
    second = await program.message(group.write(bob, "again"))
    whatsapp.status.post(bob, shop, "my day")
    status = (await program.event("Message", lambda one: "my day" in str(one)))["data"]
    post = await program.message(whatsapp.world.channel().post(shop, "news"))
    past = [messages.Past("old question", 1_700_000_000), messages.Past("old answer", 1_700_000_060, is_mine=True)]
    shop.send_to_companions(messages.history_of(whatsapp.world.media, [(bob.jid, "Bob", past)]))

    assert in_group["Message"]["conversation"] == "to all"
    assert in_group["Info"]["ID"] == first
    assert in_group["Info"]["MessageSource"]["IsGroup"]
    assert second["Message"]["conversation"] == "again"
    assert status["Info"]["MessageSource"]["Chat"]["Server"] == "broadcast"
    assert post["Info"]["MessageSource"]["Chat"]["Server"] == "newsletter"
    assert "old question" in str((await program.event("HistorySync"))["data"])
    number = await program.send(messages.text("dear all"), group)
    letter = await bob.letters.first(lambda one: one.id == number)
    assert (letter.text, letter.chat) == ("dear all", group.jid)


async def test_people_may_be_known_by_number_alone_and_later_by_their_hidden_name(
    program: Program, shop: Phone, bob: Person
) -> None:
    await program.link(shop)
    bob.addressing, bob.tells_both_addresses = Addressing.PHONE, False

    by_number = await program.message(bob.write(shop, "me"))
    bob.addressing, bob.tells_both_addresses = Addressing.LID, True
    by_lid = await program.message(bob.write(shop, "me again"))
    answer = await program("reply", text="I know", to=by_lid["Info"]["ID"])

    assert by_number["Info"]["MessageSource"]["Sender"]["Server"] == "s.whatsapp.net"
    assert by_lid["Info"]["MessageSource"]["Sender"]["Server"] == "lid"
    assert (await bob.letters.take()).id == answer
