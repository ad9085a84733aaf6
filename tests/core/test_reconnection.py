"""Coming back, or not: what the program does by itself after each way in which WhatsApp ends a line."""

from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from core import clock
from core.account_reasons import advice
from core.audit import PROGRAM
from core.database import Database
from core.whatsapp.gateway import AccountLine, ConnectionChanged, InboundEvent
from core.whatsapp.simulator_gateway import SimulatorFactory, SimulatorGateway
from models.accounts import AccountKind, AccountStatus, WhatsappAccount
from models.notices import Notice, NoticeKind
from tests.numbers import LINKED, QUICK, Stage, eventually

BANNED, CONNECTED = AccountStatus.BANNED, AccountStatus.CONNECTED
CONNECTING, DISCONNECTED = AccountStatus.CONNECTING, AccountStatus.DISCONNECTED

NO_NETWORK = ConnectionChanged(CONNECTING, "no_network")
OUTDATED = ConnectionChanged(DISCONNECTED, "client_outdated")


@pytest.fixture
def stage(database: Database, database_url: str, data_folder: Path) -> Stage:
    return Stage.build(database, database_url, data_folder)


class Ending(SimulatorGateway):
    """Says how WhatsApp ends the line, and ends; without an ending it is like any other."""

    ending: ConnectionChanged | None = None

    async def events(self) -> AsyncGenerator[InboundEvent, None]:
        if self.ending is not None:
            yield self.ending
            return
        async for event in super().events():
            yield event


class EndingFactory(SimulatorFactory):
    def __init__(self, stage: Stage, *endings: ConnectionChanged) -> None:
        super().__init__(stage.database, stage.network, QUICK)
        self._parts = (stage.network, stage.database, QUICK)
        self._endings = list(endings)
        self.opened = 0

    def open(self, line: AccountLine) -> Ending:
        self.opened += 1
        gateway = Ending(line, *self._parts)
        gateway.ending = self._endings.pop(0) if self._endings else None
        return gateway


async def other_number(stage: Stage) -> WhatsappAccount:
    """One that is linked, and connects when it is asked to: then the keeper has looked at all numbers."""
    account = await stage.linked_number("Other")
    return await stage.accounts.request_disconnect(account.id, PROGRAM)


async def is_left_alone(stage: Stage, account: WhatsappAccount) -> bool:
    return (await stage.account(account.id)).owner is None


async def notices() -> list[tuple[NoticeKind, bool]]:
    return [(notice.kind, notice.resolved_at is None) for notice in await Notice.all().order_by("id")]


@pytest.mark.parametrize(
    ("ending", "is_linked_still"),
    [
        (ConnectionChanged(DISCONNECTED, "replaced"), True),
        (ConnectionChanged(DISCONNECTED, "logged_out", must_link_again=True), False),
        (ConnectionChanged(DISCONNECTED, "passkey_needed", must_link_again=True), False),
        (ConnectionChanged(BANNED, "banned", must_link_again=True), False),
        (ConnectionChanged(BANNED, "main_device_gone", must_link_again=True), False),
    ],
    ids=lambda value: getattr(value, "reason", None),
)
async def test_after_these_ends_a_number_stays_as_it_is_until_staff_ask(
    stage: Stage, ending: ConnectionChanged, is_linked_still: bool
) -> None:
    account, other = await stage.linked_number(), await other_number(stage)
    factory = EndingFactory(stage, ending)
    gateways = {AccountKind.SIMULATOR: factory}

    async with stage.keeping(gateways=gateways):
        ended = await stage.reaches(account.id, ending.status, ending.reason)
        await eventually(lambda: is_left_alone(stage, account))
    # Time alone changes nothing, and neither does another start of the program.
    with time_machine.travel(clock.now() + timedelta(days=2)):
        async with stage.keeping(gateways=gateways):
            await stage.accounts.request_connect(other.id, PROGRAM)
            await stage.reaches(other.id, CONNECTED)
            left = await stage.account(account.id)
            openings = factory.opened

            await stage.accounts.request_connect(account.id, PROGRAM)
            back = CONNECTED if is_linked_still else CONNECTING
            await stage.reaches(account.id, back, None if is_linked_still else "waiting_for_scan")

    assert not ended.should_connect
    assert (left.status, left.status_reason) == (ending.status, ending.reason)
    assert openings == 2
    assert advice(left.status_reason) is not None


async def test_a_temporary_ban_is_waited_out_to_its_end_and_not_a_moment_less(stage: Stage) -> None:
    account, other = await stage.linked_number(), await other_number(stage)
    until = clock.now() + timedelta(hours=3)
    factory = EndingFactory(stage, ConnectionChanged(BANNED, "temporary_ban", banned_until=until))

    async with stage.keeping(gateways={AccountKind.SIMULATOR: factory}) as keeper:
        await stage.reaches(account.id, BANNED, "temporary_ban")
        await eventually(lambda: is_left_alone(stage, account))
        with time_machine.travel(until - timedelta(minutes=1)):
            keeper.ring()
            await stage.accounts.request_connect(other.id, PROGRAM)
            await stage.reaches(other.id, CONNECTED)
            still = await stage.account(account.id)
        with time_machine.travel(until + timedelta(seconds=1)):
            keeper.ring()
            await stage.reaches(account.id, CONNECTED)

    assert (still.status, still.banned_until, still.should_connect) == (BANNED, until, True)
    assert await notices() == [(NoticeKind.ACCOUNT_BANNED, False)]


async def test_a_program_that_is_too_old_raises_an_alarm_and_does_not_knock_on(stage: Stage) -> None:
    account, other = await stage.linked_number(), await other_number(stage)
    factory = EndingFactory(stage, OUTDATED, OUTDATED)
    gateways = {AccountKind.SIMULATOR: factory}

    async with stage.keeping(gateways=gateways) as keeper:
        refused = await stage.reaches(account.id, DISCONNECTED, "client_outdated")
        await eventually(lambda: is_left_alone(stage, account))
        keeper.ring()
        await stage.accounts.request_connect(other.id, PROGRAM)
        await stage.reaches(other.id, DISCONNECTED, "client_outdated")
        openings = factory.opened
        alarmed = await notices()
    async with stage.keeping(gateways=gateways):  # updated
        await stage.reaches(account.id, CONNECTED)
        await stage.reaches(other.id, CONNECTED)

    assert refused.should_connect
    assert (await stage.sessions.load(account.id)) is not None
    assert openings == 2
    assert alarmed == [(NoticeKind.PROGRAM_OUTDATED, True)] * 2
    assert await notices() == [(NoticeKind.PROGRAM_OUTDATED, False)] * 2


async def test_without_a_network_the_number_says_so_and_is_tried_again_by_itself(stage: Stage) -> None:
    account = await stage.linked_number()
    factory = EndingFactory(stage, NO_NETWORK, NO_NETWORK, NO_NETWORK)
    seen: list[str | None] = []

    async with stage.keeping(gateways={AccountKind.SIMULATOR: factory}):

        async def is_back() -> bool:
            now = await stage.account(account.id)
            seen.append(now.status_reason)
            return now.status is CONNECTED

        await eventually(is_back)

    assert factory.opened == 4
    assert "no_network" in seen
    assert "line_failed" not in seen
    stored = await stage.sessions.load(account.id)
    assert stored is not None
    assert stored.data == LINKED
