"""The contract of a WhatsApp gateway, on every adapter there is: the simulator, and neonize over the fake WhatsApp."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from core import clock
from core.accounts import Accounts
from core.audit import PROGRAM
from core.database import Database
from core.media.local_store import LocalStore
from core.media_files import MediaFiles
from core.whatsapp.gateway import (
    LARGEST_FILE,
    AccountLine,
    AmbiguousSendError,
    BacklogCompleted,
    ChatKind,
    ConnectionChanged,
    Gateway,
    IdentityLearned,
    MediaGoneError,
    MediaTooLargeError,
    MessageEdited,
    MessageReceived,
    MessageRevoked,
    NotConnectedError,
    OutgoingMedia,
    OutgoingMessage,
    PairingRefusedError,
    QrRotated,
    ReachOutRestrictedError,
    ReceiptKind,
    ReceiptReceived,
    SendRejectedError,
    TypingChanged,
)
from core.whatsapp.simulator import SimulatedNetwork
from core.whatsapp.simulator_gateway import SimulatorFactory, Timing
from core.whatsapp.simulator_wire import Wire
from models.accounts import AccountKind, AccountStatus, WhatsappAccount
from models.conversations import MessageKind
from models.media import MediaFile
from tests.contracts.gateway_harness import CUSTOMER, PNG, SHOP_PHONE, Harness
from tests.contracts.neonize_harness import neonize_harness


class SimulatorHarness(Harness):
    rejection = "not_allowed"
    tells_restriction = True
    has_short_codes = True

    def __init__(self, database: Database, network: SimulatedNetwork, media: MediaFiles, account_id: int) -> None:
        self.network = network
        self.media = media
        self.account_id = account_id
        self._factory = SimulatorFactory(
            database, network, Timing(first_code=0.3, next_code=0.2, codes=3, delivered_after=0, poll=0.1)
        )

    def open(self) -> Gateway:
        async def save_session(session: bytes) -> None:
            self.session = session

        return self._factory.open(AccountLine(self.account_id, "Shop", self.session, save_session))

    async def scan(self, code: str) -> None:
        # The account's row is the keeper's business; the network itself only carries the scan.
        await self.network.deliver(self.account_id, {"type": Wire.SCAN, "code": code})

    async def writes(self, text: str, **options: Any) -> str:
        return await self.network.customer_writes(
            self.account_id, lid=CUSTOMER, phone="+923001234567", profile_name="Ayesha", text=text, **options
        )

    async def types_code(self, code: str) -> None:
        await self.scan(code)

    async def writes_image(self, caption: str, *, announced_size: int | None = None) -> str:
        file = await self.media.keep(PNG, file_name="receipt.png")
        return await self.writes(caption, kind=MessageKind.IMAGE, media_id=file.id, announced_size=announced_size)

    async def forget_files(self) -> None:
        for file in await MediaFile.all():
            await self.media.forget(file.id)

    async def wrote_before(self, text: str) -> None:
        await self.writes(text, is_history=True)

    async def tells_identity(self) -> None:
        await self.network.identity_learned(self.account_id, lid=CUSTOMER, phone="+923001234567")

    async def restrict_next_send(self, until: datetime) -> None:
        await self.network.fail_next_send(self.account_id, Wire.REJECT_SEND, reason="reach_out_restricted", until=until)

    async def edits(self, whatsapp_id: str, text: str) -> None:
        await self.network.customer_edits(self.account_id, lid=CUSTOMER, whatsapp_id=whatsapp_id, text=text)

    async def revokes(self, whatsapp_id: str) -> None:
        await self.network.customer_revokes(self.account_id, lid=CUSTOMER, whatsapp_id=whatsapp_id)

    async def reads(self, whatsapp_id: str) -> None:
        await self.network.receipt(self.account_id, [whatsapp_id], ReceiptKind.READ)

    async def types(self, *, is_typing: bool) -> None:
        await self.network.customer_types(self.account_id, lid=CUSTOMER, is_typing=is_typing)

    async def drop(self) -> None:
        await self.network.drop(self.account_id)

    async def restore(self) -> None:
        await self.network.restore(self.account_id)

    async def ban(self, seconds: float) -> None:
        await self.network.ban(self.account_id, clock.now() + timedelta(seconds=seconds))

    async def log_out_from_phone(self) -> None:
        await self.network.log_out_from_phone(self.account_id)

    async def replace(self) -> None:
        await self.network.replace(self.account_id)

    async def reject_next_send(self) -> None:
        await self.network.fail_next_send(self.account_id, Wire.REJECT_SEND, reason="not_allowed")

    async def cut_next_send(self) -> None:
        await self.network.fail_next_send(self.account_id, Wire.CUT_SEND)

    async def accepted_texts(self) -> list[str]:
        return [sent["text"] for sent in await self.network.accepted(self.account_id)]


@asynccontextmanager
async def _simulator(database: Database, folder: Path) -> AsyncIterator[Harness]:
    media = MediaFiles(database, LocalStore(folder))
    account = await Accounts(database).create("Shop", AccountKind.SIMULATOR, PROGRAM)
    yield SimulatorHarness(database, SimulatedNetwork(database, media), media, account.id)


HARNESSES: dict[str, Callable[[Database, Path], AbstractAsyncContextManager[Harness]]] = {
    "neonize": neonize_harness,
    "simulator": _simulator,
}


@pytest.fixture(params=sorted(HARNESSES))
async def harness(request: pytest.FixtureRequest, database: Database, data_folder: Path) -> AsyncIterator[Harness]:
    async with HARNESSES[request.param](database, data_folder) as harness:
        yield harness


def _skip_long_codes(harness: Harness) -> None:
    if not harness.has_short_codes:
        pytest.skip("its codes live for a minute, and nobody can move the library's clock")


async def test_a_new_number_shows_a_code_and_connects_when_it_is_scanned(harness: Harness) -> None:
    async with harness.following() as following:
        code = await following.first(QrRotated)
        assert code.expires_at > clock.now()
        assert not following.all(ConnectionChanged)

        await harness.scan(code.code)
        connected = await following.state(AccountStatus.CONNECTED)

        assert connected.jid
        assert connected.phone
        assert harness.session is not None
        await following.first(BacklogCompleted)


async def test_a_saved_session_connects_without_a_code(harness: Harness) -> None:
    await harness.link()

    async with harness.following() as following:
        await following.state(AccountStatus.CONNECTED)
        await following.first(BacklogCompleted)

        assert not following.all(QrRotated)


async def test_a_code_is_replaced_when_it_expires_and_then_links_no_more(harness: Harness) -> None:
    _skip_long_codes(harness)
    async with harness.following() as following:
        first = await following.first(QrRotated)
        second = await following.first(QrRotated, 2)
        await harness.scan(first.code)
        third = await following.first(QrRotated, 3)

        assert len({first.code, second.code, third.code}) == 3
        assert first.expires_at < second.expires_at < third.expires_at
        assert harness.session is None


async def test_codes_run_out_and_end_the_line(harness: Harness) -> None:
    _skip_long_codes(harness)
    async with harness.following() as following:
        ended = await following.state(AccountStatus.DISCONNECTED)
        await following.until(lambda: following.has_ended)

    assert (ended.reason, ended.must_link_again) == ("qr_timeout", True)
    assert following.events[-1] == ended


async def test_a_message_arrives_with_all_that_is_known_of_it(harness: Harness) -> None:
    async with harness.connected() as following:
        before = clock.now()
        whatsapp_id = await harness.writes("Salam! کیا قیمت ہے؟ 🙂", quoted="EARLIER")
        message = await following.first(MessageReceived)

    assert message.chat_kind is ChatKind.PERSON
    assert (message.sender_lid, message.chat) == (CUSTOMER, CUSTOMER)
    assert (message.sender_phone, message.profile_name) == ("+923001234567", "Ayesha")
    assert (message.whatsapp_id, message.text) == (whatsapp_id, "Salam! کیا قیمت ہے؟ 🙂")
    assert (message.kind, message.media) == (MessageKind.TEXT, None)
    assert message.quoted_whatsapp_id == "EARLIER"
    assert before - timedelta(seconds=2) <= message.sent_at <= clock.now()
    assert not message.is_backlog
    assert not message.is_from_us


async def test_messages_arrive_in_the_order_they_were_written(harness: Harness) -> None:
    async with harness.connected() as following:
        for number in range(25):
            await harness.writes(str(number))
        await following.first(MessageReceived, 25)

    assert [message.text for message in following.all(MessageReceived)] == [str(number) for number in range(25)]


async def test_the_bytes_of_an_image_can_be_fetched(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.writes_image("my receipt")
        message = await following.first(MessageReceived)

        assert (message.kind, message.text) == (MessageKind.IMAGE, "my receipt")
        assert message.media is not None
        assert message.media.content_type == "image/png"
        assert message.media.size == len(PNG)
        assert message.media.file_name in {"receipt.png", ""}  # pictures have no name on WhatsApp itself
        assert await following.gateway.download(message.media.reference) == PNG


async def test_a_reference_to_a_file_outlives_the_line_it_came_over(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.writes_image("my receipt")
        message = await following.first(MessageReceived)
        await following.until(lambda: following.events)
    assert message.media is not None
    with pytest.raises(NotConnectedError):
        await following.gateway.download(message.media.reference)

    async with harness.connected() as later:
        assert await later.gateway.download(message.media.reference) == PNG


async def test_a_file_that_whatsapp_has_no_more_and_a_broken_reference_are_gone(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.writes_image("my receipt")
        message = await following.first(MessageReceived)
        assert message.media is not None
        await harness.forget_files()

        for reference in (message.media.reference, b"", b"nonsense"):
            with pytest.raises(MediaGoneError):
                await following.gateway.download(reference)


async def test_a_file_that_is_said_to_be_too_large_is_not_downloaded(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.writes_image("my receipt", announced_size=LARGEST_FILE + 1)
        message = await following.first(MessageReceived)

        assert message.media is not None
        assert message.media.size == LARGEST_FILE + 1
        with pytest.raises(MediaTooLargeError):
            await following.gateway.download(message.media.reference)


async def test_a_number_is_linked_by_a_code_that_is_typed_on_the_phone(harness: Harness) -> None:
    async with harness.following() as following:
        await following.first(QrRotated)
        pairing = await following.gateway.pairing_code(SHOP_PHONE)
        assert len(pairing.code) == 8
        assert pairing.expires_at > clock.now()

        await harness.types_code(pairing.code)
        await following.state(AccountStatus.CONNECTED)
        await following.first(BacklogCompleted)

        assert harness.session is not None
        with pytest.raises(NotConnectedError):
            await following.gateway.pairing_code(SHOP_PHONE)


async def test_no_code_is_given_for_what_is_no_phone(harness: Harness) -> None:
    async with harness.following() as following:
        await following.first(QrRotated)

        with pytest.raises(PairingRefusedError):
            await following.gateway.pairing_code("+1")


async def test_what_was_written_before_the_number_was_linked_is_told_as_history(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.wrote_before("long ago")
        message = await following.first(MessageReceived)

    assert (message.text, message.is_history) == ("long ago", True)


async def test_that_two_ids_are_one_person_is_told(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.tells_identity()
        learned = await following.first(IdentityLearned)

    assert learned == IdentityLearned(CUSTOMER, "923001234567@s.whatsapp.net", "+923001234567")


async def test_a_number_that_may_not_write_to_strangers_says_until_when(harness: Harness) -> None:
    until = clock.now().replace(microsecond=0) + timedelta(hours=1)
    async with harness.connected() as following:
        await harness.restrict_next_send(until)

        with pytest.raises(ReachOutRestrictedError) as refused:
            await following.gateway.send(OutgoingMessage(CUSTOMER, "buy now"))

    assert refused.value.reason == "reach_out_restricted"
    assert refused.value.until == (until if harness.tells_restriction else None)
    assert await harness.accepted_texts() == []


async def test_an_edit_and_a_revoke_name_the_message_they_change(harness: Harness) -> None:
    async with harness.connected() as following:
        whatsapp_id = await harness.writes("2 pakages")
        await harness.edits(whatsapp_id, "2 packages")
        await harness.revokes(whatsapp_id)
        edited = await following.first(MessageEdited)
        revoked = await following.first(MessageRevoked)

    assert (edited.chat, edited.whatsapp_id, edited.text) == (CUSTOMER, whatsapp_id, "2 packages")
    assert (revoked.chat, revoked.whatsapp_id) == (CUSTOMER, whatsapp_id)


async def test_what_was_not_acknowledged_comes_again_and_what_was_does_not(harness: Harness) -> None:
    await harness.link()
    await harness.writes("one")
    await harness.writes("two")

    gateway = harness.open()
    await gateway.connect()
    events = gateway.events()
    async for event in events:
        if isinstance(event, MessageReceived) and event.text == "two":
            break  # "one" is acknowledged by having asked for "two"; "two" is not
    await events.aclose()
    await gateway.close()

    async with harness.following() as following:
        await following.first(BacklogCompleted)
        assert [message.text for message in following.all(MessageReceived)] == ["two"]

    async with harness.following() as following:
        await following.first(BacklogCompleted)
        assert not following.all(MessageReceived)


async def test_what_was_written_while_we_were_away_is_backlog_and_its_end_is_told(harness: Harness) -> None:
    await harness.link()
    await harness.writes("while you slept")
    await harness.writes("hello?")

    async with harness.following() as following:
        await following.first(BacklogCompleted)
        await harness.writes("good morning")
        await following.first(MessageReceived, 3)

    told = [
        (event.text, event.is_backlog) if isinstance(event, MessageReceived) else type(event).__name__
        for event in following.events
        if not isinstance(event, IdentityLearned)
    ]
    assert told == [
        "ConnectionChanged",
        ("while you slept", True),
        ("hello?", True),
        "BacklogCompleted",
        ("good morning", False),
    ]


async def test_that_the_other_side_types_is_told_while_it_happens_and_not_afterwards(harness: Harness) -> None:
    async with harness.connected() as following:
        await following.first(BacklogCompleted)
        await harness.types(is_typing=True)
        await harness.types(is_typing=False)
        await following.first(TypingChanged, 2)
    await harness.types(is_typing=True)

    async with harness.connected() as later:
        await later.first(BacklogCompleted)

    told = [event for each in (following, later) for event in each.all(TypingChanged)]
    assert told[:2] == [
        TypingChanged(CUSTOMER, CUSTOMER, is_typing=True),
        TypingChanged(CUSTOMER, CUSTOMER, is_typing=False),
    ]
    assert TypingChanged(CUSTOMER, CUSTOMER, is_typing=True) not in told[2:]


async def test_what_is_sent_reaches_the_network_once_and_is_acknowledged(harness: Harness) -> None:
    async with harness.connected() as following:
        before = clock.now()
        sent = await following.gateway.send(OutgoingMessage(CUSTOMER, "Rs 1,500", quoted_whatsapp_id="Q1"))
        receipt = await following.first(ReceiptReceived)
        await harness.reads(sent.whatsapp_id)
        read = await following.first(ReceiptReceived, 2)

    assert before - timedelta(seconds=1) <= sent.sent_at <= clock.now()  # WhatsApp tells whole seconds
    assert await harness.accepted_texts() == ["Rs 1,500"]
    assert (receipt.chat, receipt.whatsapp_ids, receipt.kind) == (
        CUSTOMER,
        (sent.whatsapp_id,),
        ReceiptKind.DELIVERED,
    )
    assert (read.chat, read.whatsapp_ids, read.kind) == (CUSTOMER, (sent.whatsapp_id,), ReceiptKind.READ)


async def test_a_file_is_sent_with_its_caption(harness: Harness) -> None:
    async with harness.connected() as following:
        media = OutgoingMedia(PNG, "image/png", "menu.png")
        await following.gateway.send(OutgoingMessage(CUSTOMER, "our menu", media=media))

    assert await harness.accepted_texts() == ["our menu"]


async def test_nothing_is_sent_while_not_connected(harness: Harness) -> None:
    await harness.link()
    gateway = harness.open()
    with pytest.raises(NotConnectedError):
        await gateway.send(OutgoingMessage(CUSTOMER, "too early"))
    with pytest.raises(NotConnectedError):
        await gateway.show_typing(CUSTOMER, typing=True)

    async with harness.connected() as following:
        await following.gateway.show_typing(CUSTOMER, typing=True)
        await harness.drop()
        with pytest.raises(NotConnectedError):
            await following.gateway.send(OutgoingMessage(CUSTOMER, "while dropped"))
    with pytest.raises(NotConnectedError):
        await following.gateway.send(OutgoingMessage(CUSTOMER, "after the end"))

    assert await harness.accepted_texts() == []


async def test_a_rejected_message_says_why_and_the_next_one_goes(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.reject_next_send()
        with pytest.raises(SendRejectedError) as caught:
            await following.gateway.send(OutgoingMessage(CUSTOMER, "no"))
        await following.gateway.send(OutgoingMessage(CUSTOMER, "yes"))

    assert caught.value.reason == harness.rejection
    assert await harness.accepted_texts() == ["yes"]


async def test_a_send_that_is_cut_before_its_answer_is_ambiguous(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.cut_next_send()
        with pytest.raises(AmbiguousSendError):
            await following.gateway.send(OutgoingMessage(CUSTOMER, "did it arrive?"))

    assert await harness.accepted_texts() == ["did it arrive?"]


async def test_a_dropped_line_comes_back_by_itself(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.drop()
        await following.state(AccountStatus.CONNECTING)
        await harness.writes("are you there?")
        assert not following.all(MessageReceived)

        await harness.restore()
        await following.state(AccountStatus.CONNECTED, times=2)
        message = await following.first(MessageReceived)
        await following.first(BacklogCompleted, 2)

        assert message.is_backlog
        assert not following.has_ended


async def test_a_banned_number_says_until_when_and_comes_back_with_its_session(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.ban(0.3)
        banned = await following.state(AccountStatus.BANNED)
        await following.until(lambda: following.has_ended)

    assert banned.banned_until is not None
    assert banned.reason

    async def comes_back() -> bool:
        async with harness.following() as following:
            await following.first(ConnectionChanged)
            return following.all(ConnectionChanged)[0].status is AccountStatus.CONNECTED

    async with asyncio.timeout(20):
        while not await comes_back():
            assert clock.now() < banned.banned_until + timedelta(seconds=5)


async def test_a_phone_that_logs_us_out_ends_the_line_for_good(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.log_out_from_phone()
        ended = await following.state(AccountStatus.DISCONNECTED)
        await following.until(lambda: following.has_ended)

    assert (ended.reason, ended.must_link_again) == ("logged_out", True)


async def test_a_replaced_line_ends_and_does_not_fight(harness: Harness) -> None:
    async with harness.connected() as following:
        await harness.replace()
        ended = await following.state(AccountStatus.DISCONNECTED)
        await following.until(lambda: following.has_ended)

    assert (ended.reason, ended.must_link_again) == ("replaced", False)
    async with harness.connected():
        pass  # the session is as good as before


async def test_closing_ends_the_events_and_leaves_the_phone_linked(harness: Harness) -> None:
    async with harness.connected() as following:
        await following.gateway.close()
        await following.until(lambda: following.has_ended)

    async with harness.following() as again:
        await again.state(AccountStatus.CONNECTED)
        assert not again.all(QrRotated)


async def test_after_a_log_out_the_old_session_never_connects_again(harness: Harness) -> None:
    async with harness.connected() as following:
        await following.gateway.log_out()
        await following.until(lambda: following.has_ended)

    async with harness.following() as again:
        ended = await again.first(ConnectionChanged)
        assert (ended.status, ended.must_link_again) == (AccountStatus.DISCONNECTED, True)

    harness.session = None
    await harness.link()
    async with harness.connected():
        pass


async def test_groups_status_channels_and_the_phone_itself_are_told_apart(harness: Harness) -> None:
    async with harness.connected() as following:
        for chat_kind in (ChatKind.GROUP, ChatKind.STATUS, ChatKind.NEWSLETTER):
            await harness.writes("hello all", chat_kind=chat_kind)
        await harness.writes("typed on the phone", is_from_us=True)
        await following.first(MessageReceived, 4)

    messages = following.all(MessageReceived)
    assert [message.chat_kind for message in messages] == [
        ChatKind.GROUP,
        ChatKind.STATUS,
        ChatKind.NEWSLETTER,
        ChatKind.PERSON,
    ]
    assert [message.is_from_us for message in messages] == [False, False, False, True]
    # Of a message of ours, the other side is the one we wrote to.
    assert (messages[-1].sender_lid, messages[-1].chat) == (CUSTOMER, CUSTOMER)


async def test_the_account_row_is_left_to_the_keeper(harness: Harness) -> None:
    async with harness.connected():
        pass

    account = await WhatsappAccount.get(id=harness.account_id)
    assert account.status is AccountStatus.DISCONNECTED
