"""The simulated network: durable, shared by processes, and as unreliable as it is told to be."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from datetime import timedelta
from pathlib import Path

import pytest

from core import clock
from core.accounts import Accounts
from core.audit import PROGRAM
from core.database import Database
from core.errors import InvalidInputError, NotFoundError
from core.media.local_store import LocalStore
from core.media_files import MediaFiles
from core.whatsapp.gateway import (
    AccountLine,
    BacklogCompleted,
    ConnectionChanged,
    InboundEvent,
    MessageReceived,
    OutgoingMessage,
    ReceiptKind,
    SendRejectedError,
)
from core.whatsapp.simulator import NotSimulatedError, QrCodeExpiredError, SimulatedNetwork
from core.whatsapp.simulator_gateway import SimulatorFactory, SimulatorGateway, Timing
from core.whatsapp.simulator_wire import Wire
from models.accounts import AccountKind, AccountStatus, WhatsappAccount

LINKED = b'{"linked": true, "jid": "12025550001:1@s.whatsapp.net"}'


@pytest.fixture
def network(database: Database, data_folder: Path) -> SimulatedNetwork:
    return SimulatedNetwork(database, MediaFiles(database, LocalStore(data_folder)))


@pytest.fixture
async def account(database: Database) -> WhatsappAccount:
    return await Accounts(database).create("Shop", AccountKind.SIMULATOR, PROGRAM)


def gateway_of(database: Database, network: SimulatedNetwork, account: WhatsappAccount) -> SimulatorGateway:
    async def save_session(_: bytes) -> None:
        raise AssertionError("a linked number saves nothing")

    factory = SimulatorFactory(database, network, Timing(delivered_after=0, poll=0.05))
    return factory.open(AccountLine(account.id, account.name, LINKED, save_session))


async def collect(gateway: SimulatorGateway, is_enough: Callable[[list[InboundEvent]], bool]) -> list[InboundEvent]:
    """Follows until there is enough; the last event is acknowledged too."""
    events: list[InboundEvent] = []
    await gateway.connect()
    async with asyncio.timeout(20), aclosing(gateway.events()) as stream:
        enough = False
        async for event in stream:
            if enough:
                break
            events.append(event)
            enough = is_enough(events)
            if enough:
                # One more turn of the network acknowledges the last one.
                await gateway.close()
    return events


def texts(events: list[InboundEvent]) -> list[str]:
    return [event.text for event in events if isinstance(event, MessageReceived)]


def has_texts(count: int) -> Callable[[list[InboundEvent]], bool]:
    return lambda events: len(texts(events)) >= count


async def test_a_copied_message_is_delivered_as_often_with_the_same_id(
    database: Database, network: SimulatedNetwork, account: WhatsappAccount
) -> None:
    whatsapp_id = await network.customer_writes(account.id, lid="a@lid", text="hello", copies=3)

    events = await collect(gateway_of(database, network, account), has_texts(3))

    assert [event.whatsapp_id for event in events if isinstance(event, MessageReceived)] == [whatsapp_id] * 3


async def test_a_late_message_arrives_after_a_younger_one(
    database: Database, network: SimulatedNetwork, account: WhatsappAccount
) -> None:
    await network.customer_writes(account.id, lid="a@lid", text="late", delay_seconds=0.4)
    await network.customer_writes(account.id, lid="a@lid", text="young")

    events = await collect(gateway_of(database, network, account), has_texts(2))

    assert texts(events) == ["young", "late"]


async def test_what_one_process_puts_on_its_way_another_process_receives(
    database: Database, network: SimulatedNetwork, account: WhatsappAccount, data_folder: Path
) -> None:
    other_process = SimulatedNetwork(database, MediaFiles(database, LocalStore(data_folder)))
    gateway = gateway_of(database, network, account)
    following = asyncio.create_task(collect(gateway, has_texts(1)))

    await other_process.customer_writes(account.id, lid="a@lid", text="from afar")

    assert texts(await following) == ["from afar"]


async def test_held_messages_arrive_as_backlog_when_released(
    database: Database, network: SimulatedNetwork, account: WhatsappAccount
) -> None:
    await network.hold(account.id)
    gateway = gateway_of(database, network, account)
    following = asyncio.create_task(
        collect(gateway, lambda events: sum(isinstance(event, BacklogCompleted) for event in events) == 1)
    )
    await network.customer_writes(account.id, lid="a@lid", text="one")
    await network.customer_writes(account.id, lid="b@lid", text="two")
    await network.release(account.id)

    events = await following

    assert [(event.text, event.is_backlog) for event in events if isinstance(event, MessageReceived)] == [
        ("one", True),
        ("two", True),
    ]


async def test_a_ban_for_good_ends_only_when_it_is_lifted(
    database: Database, network: SimulatedNetwork, account: WhatsappAccount
) -> None:
    await network.ban(account.id, None, "spam")
    first = await collect(gateway_of(database, network, account), lambda _: True)
    second = await collect(gateway_of(database, network, account), lambda _: True)
    await network.restore(account.id)
    third = await collect(gateway_of(database, network, account), lambda _: True)

    assert first == second == [ConnectionChanged(AccountStatus.BANNED, "spam")]
    assert [event.status for event in third if isinstance(event, ConnectionChanged)] == [AccountStatus.CONNECTED]


async def test_only_the_code_that_is_shown_now_can_be_scanned(
    network: SimulatedNetwork, account: WhatsappAccount
) -> None:
    account.status = AccountStatus.CONNECTING
    account.qr_code, account.qr_expires_at = "2@now", clock.now() + timedelta(seconds=20)
    await account.save()

    with pytest.raises(QrCodeExpiredError):
        await network.scan_qr(account.id, "2@before")
    await network.scan_qr(account.id, "2@now")
    account.qr_expires_at = clock.now()
    await account.save()
    with pytest.raises(QrCodeExpiredError):
        await network.scan_qr(account.id, "2@now")

    assert [delivery.type for delivery in await network.waiting(account.id)] == [Wire.SCAN]


async def test_a_real_number_cannot_be_played_with(database: Database, network: SimulatedNetwork) -> None:
    real = await Accounts(database).create("Real", AccountKind.WHATSAPP, PROGRAM)

    with pytest.raises(NotSimulatedError):
        await network.customer_writes(real.id, lid="a@lid", text="hello")
    with pytest.raises(NotSimulatedError):
        await network.ban(real.id, None)
    with pytest.raises(NotFoundError):
        await network.customer_writes(real.id + 1, lid="a@lid", text="hello")


async def test_wrong_input_is_refused_and_nothing_is_on_its_way(
    network: SimulatedNetwork, account: WhatsappAccount
) -> None:
    for wrong in (
        {"lid": "", "text": "x"},
        {"lid": "a", "text": "x" * 65_537},
        {"lid": "a", "text": "x", "copies": 0},
        {"lid": "a", "text": "x", "copies": 21},
    ):
        with pytest.raises(InvalidInputError):
            await network.customer_writes(account.id, **wrong)
    with pytest.raises(NotFoundError):
        await network.customer_writes(account.id, lid="a", media_id=404)
    with pytest.raises(InvalidInputError):
        await network.deliver(account.id, {"type": "nonsense"})
    with pytest.raises(NotFoundError):
        await network.receipt(account.id, ["never sent"], ReceiptKind.READ)

    assert await network.waiting(account.id) == []


async def test_characters_that_no_database_keeps_do_not_stop_a_message(
    database: Database, network: SimulatedNetwork, account: WhatsappAccount
) -> None:
    await network.customer_writes(account.id, lid="a@lid", text="a\0b\ud800c", profile_name="\0")

    events = await collect(gateway_of(database, network, account), has_texts(1))

    assert texts(events) == ["ab?c"]


async def test_a_text_beyond_whatsapps_limit_and_an_empty_one_are_rejected(
    database: Database, network: SimulatedNetwork, account: WhatsappAccount
) -> None:
    gateway = gateway_of(database, network, account)
    await gateway.connect()
    async with aclosing(gateway.events()) as events:
        await anext(events)

        for text, reason in (("x" * 65_537, "too_long"), ("", "empty")):
            with pytest.raises(SendRejectedError, match=reason):
                await gateway.send(OutgoingMessage("a@lid", text))

    assert await network.accepted(account.id) == []
