"""Real numbers over the unmodified neonize wheel, against the fake WhatsApp. Each trap of the library has its test."""

import asyncio
import io
import shutil
import stat
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest
from PIL import Image

from core.whatsapp.gateway import (
    AmbiguousSendError,
    BacklogCompleted,
    ConnectionChanged,
    IdentityLearned,
    LeaseLostError,
    MediaGoneError,
    MessageReceived,
    NotConnectedError,
    OutgoingMedia,
    OutgoingMessage,
    QrRotated,
    ReachOutRestrictedError,
    SendRejectedError,
)
from core.whatsapp.neonize_session import session_folder
from tests.fake_whatsapp import FakeWhatsApp
from tests.fake_whatsapp.binary_xml import Node, node
from tests.fake_whatsapp.faults import Refusal
from tests.fake_whatsapp.media import Kind
from tests.fake_whatsapp.protos import e2e
from tests.whatsapp.neonize_process import HASTY, ROOT, NeonizeProcess
from tests.whatsapp.numbers import BANNED, CONNECTED, CONNECTING, DISCONNECTED, Number, linked
from tests.whatsapp.slow_door import SlowDoor

BOB = "923334445566"


def _png() -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(kept, "PNG")
    return kept.getvalue()


PNG = _png()


def varint(number: int) -> bytes:
    """As protobufs write lengths."""
    more, rest = divmod(number, 128)
    return bytes([rest | 128]) + varint(more) if more else bytes([rest])


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
async def process(whatsapp: FakeWhatsApp, folder: Path) -> AsyncIterator[NeonizeProcess]:
    async with NeonizeProcess(whatsapp, folder) as process:
        yield process
        assert process.is_alive, process.output


def _left(folder: Path) -> dict[str, int]:
    """The files that lie there in the clear, and who may read them."""
    modes = {}
    for path in folder.iterdir():
        with suppress(FileNotFoundError):  # notes of what is not stored come and go
            modes[path.name] = _mode(path)
    return modes


def _noted(folder: Path) -> int:
    """How many messages lie there that arrived and were not stored."""
    file = folder / "1.waiting"
    return file.read_bytes().count(b"not stored ") if file.exists() else 0


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _texts(number: Number) -> list[str]:
    return [event.text for event in number.all(MessageReceived)]


async def test_a_number_links_by_its_code_talks_and_leaves_without_a_trace(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path
) -> None:
    number = Number(whatsapp)
    bob = whatsapp.world.person(BOB, "Bob")

    gateway = await number.open(process)
    shown_at = datetime.now(UTC)
    code = await number.first(QrRotated)
    await number.phone.scan(code.code)
    up = await number.state(CONNECTED)
    saved_when_told = number.row.times
    await number.first(BacklogCompleted)
    bob.write(number.phone, "hello")
    hello = await number.first(MessageReceived)
    sent = await gateway.send(OutgoingMessage(hello.chat, "write to @923334445566"))
    letter = await bob.letters.first()
    modes = _left(folder)
    folder_mode = _mode(folder)
    await number.close()

    assert code.expires_at - shown_at >= timedelta(seconds=55)
    assert (up.jid, up.phone) == (f"{number.phone.number}:1@s.whatsapp.net", f"+{number.phone.number}")
    assert saved_when_told >= 1
    assert len(number.all(BacklogCompleted)) == 1
    assert (hello.text, hello.profile_name, hello.sender_phone) == ("hello", "Bob", f"+{BOB}")
    assert (letter.id, letter.message.conversation) == (sent.whatsapp_id, "write to @923334445566")
    assert abs(sent.sent_at - datetime.now(UTC)) < timedelta(seconds=30)
    assert folder_mode == 0o700
    assert modes["1.db"] == 0o600
    assert _left(folder) == {}
    assert len(number.phone.companions) == 1  # it was not logged out


async def test_a_saved_session_connects_again_without_a_code(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path
) -> None:
    async with linked(whatsapp, process) as number:
        await number.close()
        whatsapp.world.person(BOB).write(number.phone, "while you were away")

        await number.open(process)
        await number.first(BacklogCompleted)
        await number.close()

    assert number.states() == [(CONNECTED, None)]
    assert [(event.text, event.is_backlog) for event in number.all(MessageReceived)] == [("while you were away", True)]
    assert number.all(QrRotated) == []


async def test_a_number_links_by_a_pairing_code(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    number = Number(whatsapp)
    gateway = await number.open(process)
    with pytest.raises(NotConnectedError):
        await gateway.pairing_code(f"+{number.phone.number}")
    await number.first(QrRotated)

    code = await gateway.pairing_code(f"+{number.phone.number}")
    await number.phone.enter_code(code.code)
    await number.state(CONNECTED)
    with pytest.raises(NotConnectedError):
        await gateway.pairing_code(f"+{number.phone.number}")
    await number.close()

    assert len(code.code) == 8
    assert "-" not in code.code
    assert code.expires_at > datetime.now(UTC) + timedelta(seconds=60)
    assert number.row.data is not None


async def test_codes_that_nobody_scans_end_the_line_and_hold_no_threads(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path
) -> None:
    whatsapp.faults.qr_codes = 1
    await process.ask("load")
    numbers = [Number(whatsapp, account_id) for account_id in range(1, 7)]
    for number in numbers:
        await number.open(process)
    for number in numbers:
        await number.first(QrRotated)
    while_shown = await process.ask("figures")

    ends = [await number.ended() for number in numbers]
    for number in numbers:
        await number.close()
        await number.open(process)
    for number in numbers:
        await number.first(QrRotated)
    shown_again = await process.ask("figures")

    assert {(end.status, end.reason, end.must_link_again) for end in ends} == {(DISCONNECTED, "qr_timeout", True)}
    assert [number.row.data for number in numbers] == [None] * 6
    # The threads that would wait for a scan for ever carry the new attempts.
    assert shown_again["threads"] <= while_shown["threads"] + 2
    for number in numbers:
        await number.close()
    assert _left(folder) == {}


async def test_twenty_numbers_live_in_one_process(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, capsys: pytest.CaptureFixture[str]
) -> None:
    bob = whatsapp.world.person(BOB)
    await process.ask("load")
    before = await process.ask("figures")
    numbers = [Number(whatsapp, account_id) for account_id in range(1, 21)]
    for number in numbers:
        await number.link(process)
    after = await process.ask("figures")

    for number in numbers:
        bob.write(number.phone, f"to {number.account_id}")
    chats = [(await number.first(MessageReceived)).chat for number in numbers]
    sent = await asyncio.gather(
        *(
            number.gateway.send(OutgoingMessage(chat, f"from {number.account_id}"))
            for number, chat in zip(numbers, chats, strict=True)
        )
    )
    await asyncio.gather(*(number.close() for number in numbers))
    began = monotonic()
    for number in numbers:
        await number.open(process)
    seconds = []
    for number in numbers:
        await number.state(CONNECTED)
        seconds.append(monotonic() - began)
    began = monotonic()
    await asyncio.gather(*(number.close() for number in numbers))
    closed = monotonic() - began

    assert [_texts(number) for number in numbers] == [[]] * 20
    assert sorted(letter.text for letter in bob.letters) == sorted(f"from {each}" for each in range(1, 21))
    assert len({each.whatsapp_id for each in sent}) == 20
    with capsys.disabled():
        memory = (after["memory"] - before["memory"]) / 20 / 1024
        threads = (after["threads"] - before["threads"]) / 20
        print(f"\n20 numbers: {memory:.0f} kB and {threads:.1f} threads each; ", end="")  # noqa: T201
        print(f"all connected after {max(seconds):.2f} s, closed after {closed:.2f} s")  # noqa: T201


async def test_a_line_whose_events_died_is_built_anew(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    bob = whatsapp.world.person(BOB)
    async with linked(whatsapp, process) as number:
        bob.write(number.phone, "before")
        await number.first(MessageReceived)

        bob.acknowledge(number.phone, ["3EB0AAAA"], "server-error")
        await number.state(CONNECTING, "line_failed")
        await number.state(CONNECTED, times=2)
        bob.write(number.phone, "after")
        await number.first(MessageReceived, 2)

        assert _texts(number) == ["before", "after"]
        assert len(number.all(BacklogCompleted)) in {1, 2}
        await number.close()


STATES = {
    401: (DISCONNECTED, "logged_out", True),
    402: (BANNED, "temporary_ban", False),
    403: (BANNED, "main_device_gone", True),
    405: (DISCONNECTED, "client_outdated", False),
    406: (BANNED, "banned", True),
    409: (DISCONNECTED, "client_outdated", False),
}


async def test_a_refused_login_ends_the_line_with_its_reason(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path
) -> None:
    async with linked(whatsapp, process) as number:
        await number.close()
        session = number.row.data
        found = {}
        for reason in STATES:
            number.row.data = session
            number.phone.faults.login = Refusal(reason, code=101, expire=3600)
            await number.open(process)
            end = await number.ended()
            await number.close()
            found[reason] = (end.status, end.reason, end.must_link_again)
            if reason == 402:
                assert end.banned_until is not None
                assert timedelta(minutes=58) < end.banned_until - datetime.now(UTC) <= timedelta(hours=1)

    assert found == STATES
    assert _left(folder) == {}


@pytest.mark.parametrize("reason", [418, 500, 503])
async def test_a_login_that_is_refused_for_now_is_tried_again(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, reason: int
) -> None:
    async with linked(whatsapp, process) as number:
        await number.close()
        number.phone.faults.login = Refusal(reason, times=1)

        await number.open(process)
        await number.state(CONNECTED)

        states = [status for status, _ in number.states()]
        assert states == [CONNECTING, CONNECTED]
        await number.close()


async def test_a_number_that_another_program_took_is_not_fought_for(
    whatsapp: FakeWhatsApp, process: NeonizeProcess
) -> None:
    async with linked(whatsapp, process) as number:
        logins = len(whatsapp.world.logins)

        number.phone.stream_error(conflict="replaced")
        end = await number.ended()
        await asyncio.sleep(1)

        assert (end.status, end.reason, end.must_link_again) == (DISCONNECTED, "replaced", False)
        assert len(whatsapp.world.logins) == logins
        await number.close()
        assert number.row.data is not None


async def test_a_device_that_the_owner_removed_must_be_linked_again(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path
) -> None:
    async with linked(whatsapp, process) as number:
        saved = number.row.times

        number.phone.log_out()
        end = await number.ended()
        await number.close()

        assert (end.status, end.reason, end.must_link_again) == (DISCONNECTED, "logged_out", True)
        assert number.row.times == saved
        assert _left(folder) == {}


async def test_a_cut_line_comes_back_by_itself(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    async with linked(whatsapp, process) as number:
        before = await process.ask("figures")
        for turn in range(2, 5):
            number.phone.drop()
            await number.state(CONNECTED, times=turn)
            await number.first(BacklogCompleted, turn)
        after = await process.ask("figures")

        assert number.states() == [(CONNECTED, None)] + 3 * [(CONNECTING, "connection_lost"), (CONNECTED, None)]
        assert after["files"] <= before["files"] + 1
        assert after["threads"] <= before["threads"] + 2
        await number.close()


async def test_without_a_network_it_rests_longer_each_time(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    async with linked(whatsapp, process) as number:
        await number.close()
        whatsapp.faults.refuses_connections = True
        tried = len(whatsapp.visits)

        await number.open(process)
        await number.state(CONNECTING, "no_network")
        began = monotonic()
        await number.until(lambda: len(whatsapp.visits) - tried >= 8)
        seconds = monotonic() - began
        whatsapp.faults.refuses_connections = False
        await number.state(CONNECTED)

        # Rests of 0.1, 0.2 and then 0.4 s, a fifth more or less; without growth it would be half as long.
        assert seconds >= 1.5
        assert number.states() == [(CONNECTING, "no_network"), (CONNECTED, None)]
        await number.close()


async def test_no_call_reaches_a_client_that_is_not_there(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path
) -> None:
    """Go would panic, and take the whole process with it."""
    number = Number(whatsapp)
    gateway = await number.open(process)
    message = OutgoingMessage("123@lid", "hello")

    async def calls() -> list[type]:
        answers: tuple[object, ...] = await asyncio.gather(
            gateway.send(message),
            gateway.show_typing("123@lid", typing=True),
            gateway.download(b"anything"),
            gateway.log_out(),
            return_exceptions=True,
        )
        return [type(answer) for answer in answers]

    await number.first(QrRotated)
    while_linking = await calls()
    closed = await calls()
    await number.close()
    await number.close()

    assert while_linking == [NotConnectedError] * 4
    assert closed == [NotConnectedError] * 4
    assert _left(folder) == {}


async def test_calls_that_race_with_the_end_do_not_crash(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    async with linked(whatsapp, process) as number:
        for _ in range(8):
            asking = [asyncio.create_task(process.ask("call_go", number.gateway.key, "GetMe")) for _ in range(12)]
            await asyncio.sleep(0)
            await number.close()
            answers = await asyncio.gather(*asking, return_exceptions=True)
            assert {type(each) for each in answers} <= {type(None), NotConnectedError}
            with pytest.raises(NotConnectedError):
                await process.ask("call_go", number.gateway.key, "GetMe")
            await number.open(process)
            await number.state(CONNECTED)
        await number.close()


async def test_a_line_can_be_closed_at_any_moment(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path
) -> None:
    async with linked(whatsapp, process) as number:
        await number.close()
        for milliseconds in [0, 1, 5, 10, 20, 40, 60, 80, 100, 150, 250, 400]:
            await number.open(process)
            await asyncio.sleep(milliseconds / 1000)
            await number.close()
            assert _left(folder) == {}

        # An end that came late must not end the one that follows.
        await number.open(process)
        await number.first(BacklogCompleted)
        await asyncio.sleep(1.5)
        whatsapp.world.person(BOB).write(number.phone, "still there?")
        await number.first(MessageReceived)
        assert number.states() == [(CONNECTED, None)]
        await number.close()


async def test_a_line_that_is_closed_while_it_dials_ends_when_it_can(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path
) -> None:
    """Go would look up a client that was taken away meanwhile, and panic."""
    async with linked(whatsapp, process) as number, SlowDoor(whatsapp.proxy) as door:
        await number.close()
        await number.open(process, proxy=door.address)
        async with asyncio.timeout(20):
            await door.has_visitor.wait()

        began = monotonic()
        await number.close()
        seconds = monotonic() - began
        left = _left(folder)
        door.is_open.set()
        await number.open(process)
        await number.first(BacklogCompleted)
        await asyncio.sleep(1)

        assert seconds < 10
        assert left == {}
        # The one that came late neither stayed nor threw the new one out.
        assert number.states() == [(CONNECTED, None)]
        await number.close()


@pytest.mark.soak
async def test_a_connection_that_falls_silent_is_told_as_lost(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    """No end of the connection is seen; the library asks every half a minute whether anybody is there."""
    async with linked(whatsapp, process) as number, SlowDoor(whatsapp.proxy) as door:
        door.is_open.set()
        await number.close()
        await number.open(process, proxy=door.address)
        await number.first(BacklogCompleted)

        door.carries.clear()
        await number.until(lambda: (CONNECTING, "connection_lost") in number.states(), seconds=90)
        with pytest.raises(NotConnectedError):
            await number.gateway.send(OutgoingMessage(f"{BOB}@s.whatsapp.net", "hello"))
        door.carries.set()
        await number.state(CONNECTED, times=2)
        await number.first(BacklogCompleted, 2)

        assert number.states() == [(CONNECTED, None), (CONNECTING, "connection_lost"), (CONNECTED, None)]
        await number.close()


async def test_a_kill_costs_no_link_and_nothing_that_was_not_stored(whatsapp: FakeWhatsApp, folder: Path) -> None:
    bob = whatsapp.world.person(BOB)
    number = Number(whatsapp)
    async with NeonizeProcess(whatsapp, folder) as process:
        await number.link(process)
        bob.write(number.phone, "stored")
        await number.first(MessageReceived)
        await number.until(lambda: number.row.times > 1)
        number.pause.clear()
        for count in range(5):
            bob.write(number.phone, f"not stored {count}")
        await number.first(MessageReceived, 2)
        await number.until(lambda: _noted(folder) >= 5)
    await number.cease()
    left = set(_left(folder))
    number.pause.set()

    async with NeonizeProcess(whatsapp, folder) as process:
        await number.open(process)
        await number.first(BacklogCompleted)
        await number.close()

    assert left == {"1.db", "1.waiting"}
    assert number.all(QrRotated) == []
    assert _texts(number) == [f"not stored {count}" for count in range(5)]


async def test_what_cannot_be_noted_is_told_all_the_same(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path
) -> None:
    bob = whatsapp.world.person(BOB)
    async with linked(whatsapp, process) as number:
        bob.write(number.phone, "noted")
        await number.first(MessageReceived)
        await number.until(lambda: not (folder / "1.waiting").exists())
        in_the_way = folder / "1.waiting"
        in_the_way.mkdir()
        bob.write(number.phone, "not noted")
        await number.first(MessageReceived, 2)
        in_the_way.rmdir()
        bob.write(number.phone, "noted again")
        await number.first(MessageReceived, 3)
        await number.close()

    assert _texts(number) == ["noted", "not noted", "noted again"]
    assert _left(folder) == {}


async def test_what_was_not_stored_at_a_clean_stop_is_told_at_the_next_start(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path
) -> None:
    bob = whatsapp.world.person(BOB)
    async with linked(whatsapp, process) as number:
        number.pause.clear()
        for count in range(40):
            bob.write(number.phone, str(count))
        await number.first(IdentityLearned)
        await asyncio.sleep(0.5)
        await number.close()
        at_rest = _left(folder)
        number.pause.set()

        await number.open(process)
        await number.first(BacklogCompleted)
        await number.close()

    assert at_rest == {}
    assert _texts(number) == [str(count) for count in range(40)]


async def test_logging_out_tells_the_phone(whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path) -> None:
    async with linked(whatsapp, process) as number:
        saved = number.row.times

        await number.gateway.log_out()
        await number.gateway.close()

        assert number.row.times == saved
        assert _left(folder) == {}
        await number.until(lambda: number.has_ended)


async def test_a_send_without_an_answer_is_ambiguous(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    async with linked(whatsapp, process) as number:
        number.phone.faults.acknowledges = False
        sending = asyncio.create_task(number.gateway.send(OutgoingMessage(f"{BOB}@s.whatsapp.net", "hello")))
        await whatsapp.world.person(BOB).letters.first()

        await number.gateway.close()
        with pytest.raises(AmbiguousSendError):
            await sending

        with pytest.raises(NotConnectedError):
            await number.gateway.send(OutgoingMessage(f"{BOB}@s.whatsapp.net", "again"))


async def test_an_answer_of_no_is_understood(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    message = OutgoingMessage(f"{BOB}@s.whatsapp.net", "hello")
    async with linked(whatsapp, process) as number:
        number.phone.faults.send_error, number.phone.faults.send_error_times = 463, 1
        with pytest.raises(ReachOutRestrictedError):
            await number.gateway.send(message)
        number.phone.faults.send_error, number.phone.faults.send_error_times = 403, 1
        with pytest.raises(SendRejectedError) as forbidden:
            await number.gateway.send(message)

        await number.gateway.send(message)

        assert forbidden.value.reason == "forbidden"
        assert [letter.text for letter in whatsapp.world.person(BOB).letters] == ["hello"]
        await number.close()


async def test_fifteen_hundred_messages_come_in_order_none_lost_none_doubled(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [whatsapp.world.person(f"92333{count:07d}") for count in range(10)]
    async with linked(whatsapp, process) as number:
        await number.close()
        for count in range(1500):
            people[count % 10].write(number.phone, str(count))

        began = monotonic()
        await number.open(process)
        await number.until(lambda: number.all(BacklogCompleted), seconds=100)
        seconds = monotonic() - began
        people[0].write(number.phone, "news")
        await number.first(MessageReceived, 1501)
        await number.close()

    received = number.all(MessageReceived)
    assert [event.text for event in received] == [*(str(count) for count in range(1500)), "news"]
    assert {event.is_backlog for event in received[:1500]} == {True}
    assert not received[-1].is_backlog
    at = number.events.index(number.all(BacklogCompleted)[0])
    assert len([event for event in number.events[:at] if isinstance(event, MessageReceived)]) == 1500
    with capsys.disabled():
        print(f"\n1,500 messages in {seconds:.1f} s")  # noqa: T201


async def test_a_backlog_that_is_never_declared_complete_ends_by_itself(
    whatsapp: FakeWhatsApp, process: NeonizeProcess
) -> None:
    async with linked(whatsapp, process) as number:
        await number.close()
        companion = next(iter(number.phone.companions.values()))
        companion.activate = lambda: setattr(companion, "is_active", True)  # type: ignore[method-assign]

        await number.open(process)
        await number.first(BacklogCompleted)

        assert [type(event) for event in number.events] == [ConnectionChanged, BacklogCompleted]
        await number.close()


async def test_a_line_that_lost_its_lease_ends_and_keeps_nothing(
    whatsapp: FakeWhatsApp, process: NeonizeProcess, folder: Path
) -> None:
    async with linked(whatsapp, process) as number:

        async def refuse(_: bytes) -> None:
            raise LeaseLostError

        process._savers[number.gateway.key] = refuse
        whatsapp.world.person(BOB).write(number.phone, "hello")
        await number.until(lambda: number.has_ended)
        await number.gateway.close()

        assert _left(folder) == {}


async def test_the_database_may_be_away_when_a_number_links(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    number = Number(whatsapp)
    gateway = await number.open(process)
    save, tries = number.row.save, 0

    async def save_at_the_third_try(data: bytes) -> None:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise ConnectionError("the database is away")
        await save(data)

    process._savers[gateway.key] = save_at_the_third_try
    code = await number.first(QrRotated)
    await number.phone.scan(code.code)

    await number.state(CONNECTED)

    assert number.row.times == 1  # before it was told
    await number.close()


async def test_each_number_connects_through_its_own_proxy(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    number, other = Number(whatsapp, 1), Number(whatsapp, 2)

    await number.open(process)
    await other.open(process, HASTY, proxy="http://127.0.0.1:9")
    await number.first(QrRotated)
    await other.state(CONNECTING, "no_network")

    assert other.all(QrRotated) == []
    await number.close()
    await other.close()


async def test_attempts_without_a_way_out_cost_nothing(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    """The library loses a file handle with every attempt."""
    number = Number(whatsapp)
    await number.open(process, proxy="http://127.0.0.1:9")
    await number.state(CONNECTING, "no_network")
    before = await process.ask("figures")

    await asyncio.sleep(4)
    after = await process.ask("figures")

    assert after["files"] <= before["files"] + 1
    assert number.states() == [(CONNECTING, "no_network")]
    await number.close()


async def test_pictures_go_both_ways(whatsapp: FakeWhatsApp, process: NeonizeProcess) -> None:
    bob = whatsapp.world.person(BOB)
    stored = whatsapp.world.media.keep(PNG, Kind.IMAGE)
    picture = e2e.Message()
    picture.imageMessage.directPath = stored.path
    picture.imageMessage.mediaKey = stored.key
    picture.imageMessage.fileSHA256 = stored.plain_hash
    picture.imageMessage.fileEncSHA256 = stored.sealed_hash
    picture.imageMessage.fileLength = stored.size
    picture.imageMessage.mimetype = "image/png"
    async with linked(whatsapp, process) as number:
        bob.write(number.phone, picture)
        received = await number.first(MessageReceived)
        assert received.media is not None
        downloaded = await number.gateway.download(received.media.reference)
        await number.gateway.send(OutgoingMessage(received.chat, "our menu", media=OutgoingMedia(PNG, "image/png", "")))
        sent = (await bob.letters.first()).message.imageMessage
        await number.gateway.show_typing(received.chat, typing=True)
        await bob.typing.first(lambda typing: typing.is_typing)
        await number.gateway.show_typing(received.chat, typing=False)
        await bob.typing.first(lambda typing: not typing.is_typing)
        whatsapp.world.media.forget(stored.path)
        with pytest.raises(MediaGoneError):
            await number.gateway.download(received.media.reference)
        await number.close()

    assert downloaded == PNG
    assert sent.caption == "our menu"
    assert whatsapp.world.media.fetch(sent.directPath, sent.mediaKey, Kind.IMAGE) == PNG


async def test_a_message_that_is_nested_to_do_harm_ends_nothing(
    whatsapp: FakeWhatsApp, process: NeonizeProcess
) -> None:
    bob = whatsapp.world.person(BOB)
    nested = e2e.Message(conversation="deep").SerializeToString()
    for _ in range(110):
        future_proof = b"\x0a" + varint(len(nested)) + nested
        nested = b"\xc2\x02" + varint(len(future_proof)) + future_proof
    async with linked(whatsapp, process) as number:
        companion = next(iter(number.phone.companions.values()))
        frame = node(
            "message", from_=bob.jid, id="DEEP", t=int(datetime.now(UTC).timestamp()), notify="Bob", type="text"
        )
        companion.push(Node(frame.tag, frame.attributes, [companion.seal(bob.device, nested)]))
        bob.write(number.phone, "hello")

        await number.until(lambda: "hello" in _texts(number))

        assert number.states() == [(CONNECTED, None)]
        await number.close()


def test_the_library_is_not_loaded_before_a_number_opens_and_leaves_the_log_alone() -> None:
    program = """
import logging, sys
logging.getLogger().setLevel(logging.ERROR)
import web.assembly
assert "neonize" not in sys.modules, "loaded too early"
from core.whatsapp.neonize_library import load
load()
assert "neonize" in sys.modules
assert logging.getLogger().handlers == [], logging.getLogger().handlers
assert logging.getLogger().level == logging.ERROR
assert not logging.getLogger("neonize.utils.log").isEnabledFor(logging.INFO)
assert not logging.getLogger("whatsmeow.Client").isEnabledFor(logging.INFO)
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)

    assert (ended.returncode, ended.stderr) == (0, "")
