"""Linking by a code: wished in any process, had by the one that holds the line, gone when it is of no use."""

from datetime import timedelta
from pathlib import Path

import pytest

from core import clock
from core.accounts import FRESH
from core.audit import PROGRAM
from core.database import Database
from core.whatsapp.gateway import AccountLine, NotConnectedError, PairingCode, PairingRefusedError
from core.whatsapp.simulator import QrCodeExpiredError
from core.whatsapp.simulator_gateway import SimulatorFactory, SimulatorGateway, Timing
from models.accounts import AccountKind, AccountStatus, WhatsappAccount
from tests.numbers import QUICK, Stage, eventually

CONNECTED, CONNECTING, DISCONNECTED = AccountStatus.CONNECTED, AccountStatus.CONNECTING, AccountStatus.DISCONNECTED
PHONE, OTHER = "+923001234567", "+12025550123"


@pytest.fixture
def stage(database: Database, database_url: str, data_folder: Path) -> Stage:
    return Stage.build(database, database_url, data_folder)


async def shown(stage: Stage, account: WhatsappAccount, *, other_than: str | None = None) -> str:
    async def look() -> str | None:
        code = (await stage.account(account.id)).pairing_code
        return code if code != other_than else None

    return await eventually(look)


async def is_gone(stage: Stage, account: WhatsappAccount) -> bool:
    now = await stage.account(account.id)
    return (now.pairing_phone, now.pairing_code, now.pairing_code_expires_at) == (None, None, None)


class Watched(SimulatorGateway):
    """Counts what it is asked for, and refuses as it is told."""

    asked: list[str]
    troubles: list[Exception]

    async def pairing_code(self, phone: str) -> PairingCode:
        code = await super().pairing_code(phone)
        self.asked.append(phone)
        if self.troubles:
            raise self.troubles.pop(0)
        return code


class WatchedFactory(SimulatorFactory):
    def __init__(self, stage: Stage, *troubles: Exception, timing: Timing = QUICK) -> None:
        super().__init__(stage.database, stage.network, timing)
        self._parts = (stage.network, stage.database, timing)
        self.asked: list[str] = []
        self.troubles = list(troubles)

    def open(self, line: AccountLine) -> Watched:
        gateway = Watched(line, *self._parts)
        gateway.asked, gateway.troubles = self.asked, self.troubles
        return gateway


async def test_a_wish_alone_connects_the_number_and_its_code_links_the_phone(stage: Stage) -> None:
    account = await stage.number()
    factory = WatchedFactory(stage)

    async with stage.keeping(gateways={AccountKind.SIMULATOR: factory}):
        await stage.accounts.request_pairing_code(account.id, "+92 300 1234567", PROGRAM)
        code = await shown(stage, account)
        showing = await stage.account(account.id)
        await stage.network.scan_qr(account.id, code)
        linked = await stage.reaches(account.id, CONNECTED)

    assert (showing.status, showing.status_reason, showing.pairing_phone) == (CONNECTING, "waiting_for_scan", PHONE)
    assert showing.qr_code is not None
    assert (linked.phone, linked.qr_code) == (PHONE, None)
    assert await is_gone(stage, account)
    assert factory.asked == [PHONE]


async def test_a_code_is_wished_while_the_number_shows_its_qr_code_and_lives_on_when_that_rotates(
    stage: Stage,
) -> None:
    account = await stage.number()
    factory = WatchedFactory(stage, timing=Timing(first_code=0.6, next_code=0.6, codes=20, poll=0.2))

    async with stage.keeping(gateways={AccountKind.SIMULATOR: factory}):
        await stage.accounts.request_connect(account.id, PROGRAM)
        await stage.reaches(account.id, CONNECTING, "waiting_for_scan")
        await stage.accounts.request_pairing_code(account.id, PHONE, PROGRAM)
        code = await shown(stage, account)
        first_qr = (await stage.account(account.id)).qr_code

        async def has_rotated() -> bool:
            return (await stage.account(account.id)).qr_code not in {first_qr, None}

        await eventually(has_rotated)
        after = await stage.account(account.id)

    assert (after.pairing_code, after.pairing_phone) == (code, PHONE)
    assert factory.asked == [PHONE]


async def test_asked_again_a_good_code_stays_and_another_phone_gets_its_own(stage: Stage) -> None:
    account = await stage.number()
    factory = WatchedFactory(stage)

    async with stage.keeping(gateways={AccountKind.SIMULATOR: factory}):
        await stage.accounts.request_pairing_code(account.id, PHONE, PROGRAM)
        first = await shown(stage, account)
        again = await stage.accounts.request_pairing_code(account.id, PHONE, PROGRAM)
        other = await stage.accounts.request_pairing_code(account.id, OTHER, PROGRAM)
        second = await shown(stage, account, other_than=first)
        with pytest.raises(QrCodeExpiredError):
            await stage.network.scan_qr(account.id, first)
        await stage.network.scan_qr(account.id, second)
        linked = await stage.reaches(account.id, CONNECTED)

    assert again.pairing_code == first
    assert (other.pairing_code, other.pairing_phone, other.connect_requested_at) == (
        None,
        OTHER,
        again.connect_requested_at,
    )
    assert linked.phone == OTHER
    assert factory.asked == [PHONE, OTHER]


async def test_an_old_attempt_begins_anew_so_that_there_is_time_to_type(stage: Stage) -> None:
    account = await stage.number()

    async with stage.keeping():
        await stage.accounts.request_connect(account.id, PROGRAM)
        showing = await stage.reaches(account.id, CONNECTING, "waiting_for_scan")
        await WhatsappAccount.filter(id=account.id).update(connect_requested_at=clock.now() - FRESH)
        await stage.accounts.request_pairing_code(account.id, PHONE, PROGRAM)
        await shown(stage, account)
        anew = await stage.account(account.id)

    assert anew.qr_code != showing.qr_code


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [(PairingRefusedError("rate_limited"), "pairing_refused"), (RuntimeError("nobody knows"), "pairing_failed")],
)
async def test_a_code_that_cannot_be_had_is_told_once_and_may_be_asked_for_again(
    stage: Stage, trouble: Exception, reason: str
) -> None:
    account = await stage.number()
    factory = WatchedFactory(stage, trouble)

    async with stage.keeping(gateways={AccountKind.SIMULATOR: factory}):
        await stage.accounts.request_pairing_code(account.id, PHONE, PROGRAM)
        refused = await stage.reaches(account.id, CONNECTING, reason)
        asked_then = list(factory.asked)
        await stage.accounts.request_pairing_code(account.id, PHONE, PROGRAM)
        await shown(stage, account)
        again = await stage.account(account.id)

    assert (refused.pairing_phone, refused.pairing_code) == (None, None)
    assert refused.qr_code is not None
    assert asked_then == [PHONE]
    assert again.status_reason == "waiting_for_scan"


async def test_a_line_that_waits_for_no_scan_just_now_is_asked_once_it_does(stage: Stage) -> None:
    account = await stage.number()
    factory = WatchedFactory(stage, NotConnectedError(), NotConnectedError())

    async with stage.keeping(gateways={AccountKind.SIMULATOR: factory}):
        await stage.accounts.request_pairing_code(account.id, PHONE, PROGRAM)
        await shown(stage, account)

    assert factory.asked == [PHONE] * 3


async def test_a_code_goes_when_its_time_is_over_and_the_number_still_waits_for_a_scan(stage: Stage) -> None:
    account = await stage.number()
    factory = WatchedFactory(stage, timing=Timing(pairing_code=0.5, poll=0.2))

    async with stage.keeping(gateways={AccountKind.SIMULATOR: factory}):
        await stage.accounts.request_pairing_code(account.id, PHONE, PROGRAM)
        await shown(stage, account)
        await eventually(lambda: is_gone(stage, account))
        after = await stage.account(account.id)

    assert (after.status, after.status_reason) == (CONNECTING, "waiting_for_scan")
    assert after.qr_code is not None
    assert factory.asked == [PHONE]


@pytest.mark.parametrize("end", ["disconnected", "logged out", "replaced by a scan", "banned", "out of time"])
async def test_a_code_ends_with_the_attempt_it_was_for(stage: Stage, end: str) -> None:
    account = await stage.number()
    codes = 1 if end == "out of time" else 6
    timing = Timing(first_code=0.6 if codes == 1 else 20, codes=codes, poll=0.2)

    async with stage.keeping(timing=timing):
        await stage.accounts.request_pairing_code(account.id, PHONE, PROGRAM)
        await shown(stage, account)
        match end:
            case "disconnected":
                await stage.accounts.request_disconnect(account.id, PROGRAM)
            case "logged out":
                await stage.accounts.log_out(account.id, PROGRAM)
            case "banned":
                await stage.network.ban(account.id, clock.now() + timedelta(hours=1))
            case "replaced by a scan":
                await stage.network.scan_qr(account.id, str((await stage.account(account.id)).qr_code))
            case _:
                await stage.reaches(account.id, DISCONNECTED, "qr_timeout")
        await eventually(lambda: is_gone(stage, account))

    assert (await stage.account(account.id)).pairing_phone is None


async def test_a_wish_outlives_the_process_and_the_next_one_has_another_code(stage: Stage) -> None:
    account = await stage.number()
    async with stage.keeping("first"):
        await stage.accounts.request_pairing_code(account.id, PHONE, PROGRAM)
        first = await shown(stage, account)
    between = await stage.account(account.id)

    async with stage.keeping("second"):
        second = await shown(stage, account)

    assert (between.status_reason, between.pairing_phone, between.pairing_code) == ("program_stopped", PHONE, None)
    assert second != first


async def test_a_code_that_comes_after_staff_wished_it_away_is_not_shown(stage: Stage) -> None:
    account = await stage.number()
    await stage.accounts.request_pairing_code(account.id, PHONE, PROGRAM)
    code = PairingCode("LATE2345", clock.now() + timedelta(minutes=2))
    await stage.accounts.request_pairing_code(account.id, OTHER, PROGRAM)

    await stage.accounts.record_pairing_code(account.id, 0, PHONE, code)
    for_another = await stage.account(account.id)
    await stage.accounts.request_disconnect(account.id, PROGRAM)
    await stage.accounts.record_pairing_code(account.id, 0, OTHER, code)

    assert for_another.pairing_code is None
    assert (await stage.account(account.id)).pairing_code is None
