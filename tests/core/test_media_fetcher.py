"""The files of messages: fetched beside the inbox, kept once, and given up when nobody has them any more."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from core import clock
from core.assistant.decision import ConfirmDraft, ProposeOrder, SubmitProof
from core.database import Database
from core.engine import media_fetcher
from core.engine.media_fetcher import Fetching, MediaFetcher
from core.media import inspection
from core.whatsapp import gateway
from core.whatsapp.gateway import (
    AccountLine,
    Gateway,
    GatewayError,
    IncomingMedia,
    MediaTooLargeError,
    MessageRevoked,
    NotConnectedError,
)
from core.whatsapp.simulator_gateway import SimulatorGateway
from models.accounts import AccountKind
from models.conversations import Draft, Message, MessageKind
from models.media import MediaFile
from models.orders import Order, OrderStatus
from models.payments import PaymentProof
from tests import pictures
from tests.chats import AYESHA, Chats
from tests.numbers import QUICK, Stage, eventually

START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


class Slow:
    """A file that comes when the test lets it."""

    def __init__(self, data: bytes) -> None:
        self.is_asked = asyncio.Event()
        self.may_come = asyncio.Event()
        self._data = data

    async def __call__(self) -> bytes:
        self.is_asked.set()
        await self.may_come.wait()
        return self._data


async def sends(chats: Chats, reference: bytes, **changes: Any) -> Message:
    media = IncomingMedia(reference, "image/png", "slip.png")
    return await chats.writes("", kind=MessageKind.IMAGE, media=media, **changes)


def test_the_gateways_and_the_store_agree_on_the_largest_file() -> None:
    assert gateway.LARGEST_FILE == inspection.MAX_BYTES


async def test_a_message_is_stored_at_once_and_its_file_is_kept_later(chats: Chats) -> None:
    message = await sends(chats, reference := chats.shelf.put(pictures.png()))
    assert (message.media_id, message.media_reference) == (None, reference)
    assert message.detail == {"media": "WAITING", "file_name": "slip.png"}

    await chats.fetching.fetch_waiting()

    message = await Message.get(id=message.id)
    media = await MediaFile.get(id=message.media_id)
    assert (media.content_type, media.file_name) == ("image/png", "slip.png")
    assert (message.media_reference, message.detail) == (None, {})
    rows = await chats.database.fetch("select type from events order by id desc limit 1")
    assert rows == [{"type": "message.changed"}]


async def test_a_file_that_is_gone_leaves_the_message_saying_so(chats: Chats) -> None:
    message = await sends(chats, b"unknown")

    await chats.fetching.fetch_waiting()

    message = await Message.get(id=message.id)
    assert (message.media_id, message.media_reference, message.detail) == (None, None, {"media": "GONE"})


@pytest.mark.parametrize("reference", [b"", b"x" * 65_537])
async def test_what_is_no_reference_is_not_waited_for(chats: Chats, reference: bytes) -> None:
    message = await sends(chats, reference)

    assert (message.media_reference, message.detail) == (None, {"media": "GONE"})


async def test_a_file_that_is_too_large_is_not_kept(chats: Chats, monkeypatch: pytest.MonkeyPatch) -> None:
    async def said_to_be_too_large() -> bytes:
        raise MediaTooLargeError

    monkeypatch.setattr("core.media_files.MAX_BYTES", 10)
    announced = await sends(chats, chats.shelf.put(said_to_be_too_large))
    unannounced = await sends(chats, chats.shelf.put(pictures.png()), lid="other@lid")

    await chats.fetching.fetch_waiting()

    for message in (announced, unannounced):
        message = await Message.get(id=message.id)
        assert (message.media_id, message.media_reference, message.detail) == (None, None, {"media": "TOO_LARGE"})
    assert await MediaFile.all().count() == 0


async def test_a_file_that_hangs_or_fails_is_tried_again_and_given_up_in_time(
    chats: Chats, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media_fetcher, "FETCH_SECONDS", 0.05)

    async def fails() -> bytes:
        raise GatewayError

    with time_machine.travel(START, tick=False) as travel:
        hanging = await sends(chats, chats.shelf.put(Slow(b"")))
        failing = await sends(chats, chats.shelf.put(fails), lid="other@lid")
        await chats.fetching.fetch_waiting()
        assert {row.detail["media"] for row in await Message.all()} == {"WAITING"}

        travel.shift(media_fetcher.KEEP_TRYING)
        await again(chats).fetch_waiting()

    for message in (hanging, failing):
        message = await Message.get(id=message.id)
        assert (message.media_reference, message.detail) == (None, {"media": "GONE"})


def again(chats: Chats) -> Fetching:
    """As after a restart: nothing of the process is left."""
    return MediaFetcher(chats.database, chats.media_files).fetching(chats.account.id, lambda: chats.shelf)


async def test_a_file_that_nobody_can_cope_with_takes_no_other_down(
    chats: Chats, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = chats.media_files.keep

    async def cannot_cope(data: bytes, **how: Any) -> MediaFile:
        if data == b"poison":
            raise ValueError("what is this?")
        return await keep(data, **how)

    monkeypatch.setattr(chats.media_files, "keep", cannot_cope)
    poison = await sends(chats, chats.shelf.put(b"poison"))
    picture = await sends(chats, chats.shelf.put(pictures.png()), lid="other@lid")

    await chats.fetching.fetch_waiting()

    assert (await Message.get(id=poison.id)).detail["media"] == "WAITING"
    assert (await Message.get(id=picture.id)).media_id is not None


async def test_the_age_of_a_message_alone_does_not_end_the_waiting(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        message = await sends(chats, chats.shelf.put(pictures.png()))
        travel.shift(timedelta(days=3))

        await chats.fetching.fetch_waiting()

    assert (await Message.get(id=message.id)).media_id is not None


async def test_what_a_number_waits_for_that_never_comes_back_is_given_up(chats: Chats) -> None:
    fetcher = MediaFetcher(chats.database, chats.media_files)
    with time_machine.travel(START, tick=False) as travel:
        old = await sends(chats, b"old")
        travel.shift(timedelta(days=31))
        young = await sends(chats, b"young")

        await fetcher.give_up_old()

    assert (await Message.get(id=old.id)).detail == {"media": "GONE"}
    assert (await Message.get(id=young.id)).detail["media"] == "WAITING"


async def test_a_crash_while_fetching_leaves_the_file_to_the_next_start(chats: Chats) -> None:
    slow = Slow(pictures.png())
    message = await sends(chats, chats.shelf.put(slow))
    running = asyncio.create_task(chats.fetching.run())
    await slow.is_asked.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert (await Message.get(id=message.id)).detail["media"] == "WAITING"

    slow.may_come.set()
    await again(chats).fetch_waiting()

    assert (await Message.get(id=message.id)).media_id is not None
    assert await MediaFile.all().count() == 1


async def test_a_file_that_two_fetch_at_once_is_kept_once(chats: Chats) -> None:
    slow = Slow(pictures.png())
    message = await sends(chats, chats.shelf.put(slow))
    both = asyncio.gather(chats.fetching.fetch_waiting(), again(chats).fetch_waiting())
    await slow.is_asked.wait()
    slow.may_come.set()
    await both

    message = await Message.get(id=message.id)
    left = await MediaFile.filter(deleted_at=None)
    assert [media.id for media in left] == [message.media_id]


async def test_a_message_that_arrives_again_is_not_waited_for_again(chats: Chats) -> None:
    message = await chats.sends_file(pictures.png(), whatsapp_id="M1")

    again = await sends(chats, b"another reference", whatsapp_id="M1")
    await chats.fetching.fetch_waiting()

    assert (again.id, again.media_id, again.detail) == (message.id, message.media_id, {})
    assert await MediaFile.all().count() == 1


async def test_of_a_message_that_is_taken_back_while_its_file_comes_nothing_is_kept(chats: Chats) -> None:
    slow = Slow(pictures.png())
    message = await sends(chats, chats.shelf.put(slow), whatsapp_id="M1")
    fetching = asyncio.create_task(chats.fetching.fetch_waiting())
    await slow.is_asked.wait()

    await chats.inbox.take(chats.account.id, MessageRevoked(AYESHA, "M1", clock.now()))
    slow.may_come.set()
    await fetching

    message = await Message.get(id=message.id)
    assert (message.media_id, message.media_reference, message.detail) == (None, None, {})
    assert await MediaFile.filter(deleted_at=None).count() == 0


async def test_one_slow_file_holds_up_neither_the_messages_nor_the_other_files_of_the_number(chats: Chats) -> None:
    slow = Slow(pictures.png())
    stuck = await sends(chats, chats.shelf.put(slow))
    running = asyncio.create_task(chats.fetching.run())
    try:
        await slow.is_asked.wait()

        last = Slow(pictures.png(2))
        for number in range(20):
            await sends(chats, chats.shelf.put(pictures.png(number)), lid=f"customer {number}@lid")
        await sends(chats, chats.shelf.put(last), lid="last@lid")
        chats.fetching.ring()
        await last.is_asked.wait()
        last.may_come.set()
        await _settled(chats, waiting=1)

        assert (await Message.get(id=stuck.id)).detail["media"] == "WAITING"
        slow.may_come.set()
        await _settled(chats, waiting=0)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert await Message.filter(media_id=None).count() == 0


async def test_only_so_many_files_of_a_number_and_one_of_a_chat_come_at_once(chats: Chats) -> None:
    at_once: list[int] = []
    now = 0

    async def counted() -> bytes:
        nonlocal now
        now += 1
        at_once.append(now)
        await asyncio.sleep(0)
        now -= 1
        return pictures.png()

    for number in range(10):
        for _ in range(2):
            await sends(chats, chats.shelf.put(counted), lid=f"customer {number}@lid")
    await chats.fetching.fetch_waiting()
    assert max(at_once) <= media_fetcher.AT_ONCE

    at_once.clear()
    for _ in range(5):
        await sends(chats, chats.shelf.put(counted))
    await chats.fetching.fetch_waiting()
    assert at_once == [1] * 5


async def test_while_the_number_is_away_files_wait(chats: Chats) -> None:
    async def away() -> bytes:
        raise NotConnectedError

    with time_machine.travel(START, tick=False) as travel:
        message = await sends(chats, chats.shelf.put(away))
        travel.shift(timedelta(days=2))
        await chats.fetching.fetch_waiting()

    assert (await Message.get(id=message.id)).detail["media"] == "WAITING"


async def _settled(chats: Chats, *, waiting: int) -> None:
    async with asyncio.timeout(20):
        while await Message.filter(media_reference__isnull=False).count() != waiting:  # noqa: ASYNC110 - no bell rings here
            await asyncio.sleep(0.02)


class Stuck(SimulatorGateway):
    """A line over which no file ever comes."""

    async def download(self, reference: bytes) -> bytes:
        await asyncio.Event().wait()
        raise AssertionError(reference)


class StuckFactory:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def open(self, line: AccountLine) -> Gateway:
        return Stuck(line, self._stage.network, self._stage.database, QUICK)


async def test_the_next_life_of_a_number_fetches_what_the_one_before_left(
    database: Database, database_url: str, data_folder: Path
) -> None:
    stage = Stage.build(database, database_url, data_folder)
    account = await stage.linked_number()
    file = await stage.media_files.keep(pictures.png(), file_name="slip.png")
    picture = {"lid": AYESHA, "kind": MessageKind.IMAGE, "media_id": file.id}
    await stage.network.customer_writes(account.id, **picture, text="one")

    async with stage.keeping(gateways={AccountKind.SIMULATOR: StuckFactory(stage)}):
        await eventually(lambda: Message.filter(text="one").exists())
        await stage.network.customer_writes(account.id, lid=AYESHA, text="are you there?")
        await eventually(lambda: Message.filter(text="are you there?").exists())
    assert (await Message.get(text="one")).detail["media"] == "WAITING"

    async with stage.keeping():
        await eventually(lambda: Message.filter(text="one", media_id__isnull=False).exists())
        await stage.network.customer_writes(account.id, **picture, text="two")
        await eventually(lambda: Message.filter(text="two", media_id__isnull=False).exists())

    assert await MediaFile.all().count() == 3


async def test_what_failed_is_tried_again_as_soon_as_the_number_is_connected_again(chats: Chats) -> None:
    answers = [GatewayError(), GatewayError()]

    async def fails_at_first() -> bytes:
        if answers:
            raise answers.pop()
        return pictures.png()

    message = await sends(chats, chats.shelf.put(fails_at_first))
    for _ in range(2):
        await chats.fetching.fetch_waiting()
        chats.fetching.begin_anew()
    await chats.fetching.fetch_waiting()

    assert (await Message.get(id=message.id)).media_id is not None


# --- A file that comes after the answer -------------------------------------------------------------------------------


async def has_ordered(chats: Chats) -> Order:
    package = await chats.sells()
    chats.assistant.replies = ()
    chats.assistant.actions = lambda _: (ProposeOrder(package.id, 1),)
    await chats.writes("Starter please")
    await chats.answers()
    draft = await Draft.get()
    message = await chats.writes("yes")
    chats.assistant.actions = lambda _: (ConfirmDraft(draft.id, message.id),)
    await chats.answers()
    order = await Order.get()
    chats.assistant.actions = lambda facts: tuple(SubmitProof(order.id, each.id) for each in facts.messages)
    return order


async def test_a_proof_that_comes_after_the_answer_still_becomes_a_proof(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        order = await has_ordered(chats)
        slow = await sends(chats, chats.shelf.put(pictures.png()))
        assert await chats.answers() == []
        travel.shift(31)
        assert len(await chats.answers()) == 1
        assert await PaymentProof.all().count() == 0

        await chats.fetching.fetch_waiting()
        assert len(await chats.answers()) == 1

    proof = await PaymentProof.get()
    assert (proof.order_id, proof.message_id) == (order.id, slow.id)
    assert (await Order.get(id=order.id)).status is OrderStatus.PAYMENT_SUBMITTED
    assert (await Message.get(id=slow.id)).is_settled


async def test_any_other_file_that_comes_after_the_answer_is_only_kept(chats: Chats) -> None:
    with time_machine.travel(START, tick=False) as travel:
        message = await sends(chats, chats.shelf.put(pictures.png()))
        travel.shift(31)
        assert await chats.answers() == ["Hello!"]

        await chats.fetching.fetch_waiting()

        assert await chats.answers() == []
    assert (await Message.get(id=message.id)).media_id is not None
