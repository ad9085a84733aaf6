"""The keeper: every number as staff wish it, owned by one process at a time, brought back after every fall."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core import clock
from core.accounts import LINKING_LASTS, Accounts
from core.audit import PROGRAM
from core.database import Database
from core.engine.accounts_keeper import AccountsKeeper
from core.engine.leases import Leases
from core.engine.media_fetcher import MediaFetcher
from core.engine.outbox import Outbox
from core.vault import Vault
from core.whatsapp.gateway import AccountLine, Gateway, InboundEvent, OutgoingMessage, PairingCode, SentMessage
from core.whatsapp.session_store import SessionStore
from core.whatsapp.simulator_gateway import SimulatorFactory, Timing
from core.whatsapp.simulator_wire import Wire
from models.accounts import AccountKind, AccountStatus, WhatsappAccount
from models.conversations import Message
from tests.numbers import LINKED, QUICK, Stage, eventually, session_of

CONNECTED, CONNECTING = AccountStatus.CONNECTED, AccountStatus.CONNECTING
DISCONNECTED = AccountStatus.DISCONNECTED


@pytest.fixture
def stage(database: Database, database_url: str, data_folder: Path) -> Stage:
    return Stage.build(database, database_url, data_folder)


async def shown_code(stage: Stage, account: WhatsappAccount, *, other_than: str | None = None) -> str:
    async def look() -> str | None:
        code = (await stage.account(account.id)).qr_code
        return code if code != other_than else None

    return await eventually(look)


async def is_free(stage: Stage, account: WhatsappAccount) -> bool:
    return (await stage.account(account.id)).owner is None


async def test_a_number_is_linked_by_a_scan_and_needs_no_second_one_after_a_restart(stage: Stage) -> None:
    account = await stage.number()
    async with stage.keeping():
        await stage.accounts.request_connect(account.id, PROGRAM)
        showing = await stage.reaches(account.id, CONNECTING, "waiting_for_scan")
        assert showing.qr_expires_at is not None
        assert showing.qr_expires_at > clock.now()
        await stage.network.scan_qr(account.id, await shown_code(stage, account))
        linked = await stage.reaches(account.id, CONNECTED)
    stopped = await stage.account(account.id)

    async with stage.keeping():
        again = await stage.reaches(account.id, CONNECTED)

    assert linked.phone is not None
    assert (linked.jid, linked.qr_code) == (again.jid, None)
    assert (stopped.status, stopped.status_reason) == (DISCONNECTED, "program_stopped")
    assert (stopped.should_connect, stopped.owner) == (True, None)


async def test_codes_rotate_and_run_out_and_only_a_new_request_shows_a_new_one(stage: Stage) -> None:
    account = await stage.number()
    timing = Timing(first_code=0.4, next_code=0.4, codes=2, poll=0.2)
    async with stage.keeping(timing=timing):
        await stage.accounts.request_connect(account.id, PROGRAM)
        first = await shown_code(stage, account)
        second = await shown_code(stage, account, other_than=first)
        ended = await stage.reaches(account.id, DISCONNECTED, "qr_timeout")

        assert (ended.should_connect, ended.qr_code) == (False, None)
        await eventually(lambda: is_free(stage, account))

        await stage.accounts.request_connect(account.id, PROGRAM)
        third = await shown_code(stage, account)

    assert len({first, second, third}) == 3


async def test_an_attempt_to_link_ends_in_time_also_over_restarts(stage: Stage) -> None:
    account = await stage.number()
    await stage.accounts.request_connect(account.id, PROGRAM)
    await WhatsappAccount.filter(id=account.id).update(connect_requested_at=clock.now() - LINKING_LASTS)

    async with stage.keeping():
        ended = await stage.reaches(account.id, DISCONNECTED, "qr_timeout")

    assert not ended.should_connect


async def test_disconnecting_frees_the_number_and_keeps_it_linked(stage: Stage) -> None:
    account = await stage.linked_number()
    async with stage.keeping():
        await stage.reaches(account.id, CONNECTED)
        await stage.accounts.request_disconnect(account.id, PROGRAM)
        await eventually(lambda: is_free(stage, account))
        now = await stage.account(account.id)
        assert (now.status, now.status_reason) == (DISCONNECTED, "disconnected_by_staff")

        await stage.accounts.request_connect(account.id, PROGRAM)
        await stage.reaches(account.id, CONNECTED)


async def test_disconnecting_and_connecting_in_one_breath_ends_connected(stage: Stage) -> None:
    account = await stage.linked_number()
    async with stage.keeping():
        await stage.reaches(account.id, CONNECTED)
        await stage.accounts.request_disconnect(account.id, PROGRAM)
        await stage.accounts.request_connect(account.id, PROGRAM)

        await stage.reaches(account.id, CONNECTED)


async def test_logging_out_tells_the_phone_and_the_next_attempt_needs_a_scan(stage: Stage) -> None:
    account = await stage.linked_number()
    async with stage.keeping():
        await stage.reaches(account.id, CONNECTED)
        await stage.accounts.log_out(account.id, PROGRAM)
        await eventually(lambda: is_free(stage, account))
        told = [delivery.type for delivery in await stage.network.waiting(account.id)]

        await stage.accounts.request_connect(account.id, PROGRAM)
        await stage.network.scan_qr(account.id, await shown_code(stage, account))
        await stage.reaches(account.id, CONNECTED)

    assert told == [Wire.LOG_OUT]


async def test_a_phone_that_logs_out_or_another_program_ends_the_line_until_staff_ask(stage: Stage) -> None:
    out, replaced = await stage.linked_number("Out"), await stage.linked_number("Replaced")
    async with stage.keeping():
        await stage.reaches(out.id, CONNECTED)
        await stage.reaches(replaced.id, CONNECTED)
        await stage.network.log_out_from_phone(out.id)
        await stage.network.replace(replaced.id)

        await stage.reaches(out.id, DISCONNECTED, "logged_out")
        await stage.reaches(replaced.id, DISCONNECTED, "replaced")
        await eventually(lambda: is_free(stage, out))
        await eventually(lambda: is_free(stage, replaced))
        assert await stage.sessions.load(out.id) is None
        assert await session_of(stage.sessions, replaced.id) == LINKED

        await stage.accounts.request_connect(replaced.id, PROGRAM)
        await stage.reaches(replaced.id, CONNECTED)


async def test_a_number_says_when_it_was_last_heard_of_and_a_message_counts(stage: Stage) -> None:
    account = await stage.linked_number()
    async with stage.keeping(renew_seconds=0.1):
        await stage.reaches(account.id, CONNECTED)
        connected_by = clock.now()
        await stage.network.customer_writes(account.id, lid="a@lid", text="hello")
        await eventually(lambda: WhatsappAccount.filter(id=account.id, last_event_at__gt=connected_by).exists())


async def test_a_dropped_line_is_shown_and_comes_back(stage: Stage) -> None:
    account = await stage.linked_number()
    async with stage.keeping():
        await stage.reaches(account.id, CONNECTED)
        await stage.network.drop(account.id)
        await stage.reaches(account.id, CONNECTING, "connection_lost")
        await stage.network.restore(account.id)
        await stage.reaches(account.id, CONNECTED)


async def test_a_temporary_ban_ends_by_itself(stage: Stage) -> None:
    account = await stage.linked_number()
    async with stage.keeping():
        await stage.reaches(account.id, CONNECTED)
        until = clock.now() + timedelta(seconds=0.5)
        await stage.network.ban(account.id, until)
        banned = await stage.reaches(account.id, AccountStatus.BANNED, "temporary_ban")
        await stage.reaches(account.id, CONNECTED)

    assert banned.banned_until == until
    assert clock.now() >= until


async def test_messages_are_stored_once_however_often_they_come_and_whoever_dies(stage: Stage) -> None:
    account = await stage.linked_number()
    await stage.network.customer_writes(account.id, lid="a@lid", text="one", copies=3)
    async with stage.keeping():
        await eventually(lambda: Message.filter(text="one").exists())
    await stage.network.customer_writes(account.id, lid="a@lid", text="two", whatsapp_id="SAME")
    await stage.network.customer_writes(account.id, lid="a@lid", text="two", whatsapp_id="SAME")
    await stage.network.customer_writes(account.id, lid="a@lid", text="three")

    async with stage.keeping():
        await eventually(lambda: Message.filter(text="three").exists())

    assert [message.text for message in await Message.all().order_by("id")] == ["one", "two", "three"]


async def test_two_processes_share_the_numbers_and_one_inherits_when_the_other_stops(stage: Stage) -> None:
    account = await stage.linked_number()
    async with stage.keeping("first"):
        await stage.reaches(account.id, CONNECTED)
        async with stage.keeping("second"):
            with pytest.raises(TimeoutError):
                await stage.reaches(account.id, CONNECTING, "connecting", seconds=1.2)
            assert (await stage.account(account.id)).owner == "first"


async def test_the_second_process_takes_over_what_the_first_gave_back(stage: Stage) -> None:
    account = await stage.linked_number()

    async def is_of_second() -> bool:
        now = await stage.account(account.id)
        return (now.owner, now.status) == ("second", CONNECTED)

    async with stage.keeping("second"):
        async with stage.keeping("first"):
            await stage.reaches(account.id, CONNECTED)
        await eventually(is_of_second)


async def test_a_killed_processs_lease_is_its_own_at_once_and_another_ones_after_it_ran_out(stage: Stage) -> None:
    account = await stage.number()
    leases = Leases(stage.database, "killed", ttl=1.0)
    lost = await leases.take(account.id)
    assert lost is not None

    other = Leases(stage.database, "other", ttl=1.0)
    assert await other.take(account.id) is None
    again = await leases.take(account.id)

    assert again is not None
    assert again.fence == lost.fence + 1
    await WhatsappAccount.filter(id=account.id).update(owned_until=clock.now() - timedelta(seconds=1))
    taken = await other.take(account.id)
    assert taken is not None
    assert taken.fence == again.fence + 1


async def test_a_lease_that_was_taken_over_is_noticed_at_the_next_renewal(stage: Stage) -> None:
    one, two = await stage.number("One"), await stage.number("Two")
    leases = Leases(stage.database, "first")
    first, second = await leases.take(one.id), await leases.take(two.id)
    assert first is not None
    assert second is not None
    before = (await stage.account(two.id)).owned_until
    await WhatsappAccount.filter(id=one.id).update(owner="other", owner_fence=first.fence + 1)

    await leases.renew([first, second])

    assert (first.lost.is_set(), second.lost.is_set()) == (True, False)
    after = (await stage.account(two.id)).owned_until
    assert before is not None
    assert after is not None
    assert after > before


async def test_an_owner_that_cannot_renew_stops_by_its_own_clock_before_the_lease_ends(stage: Stage) -> None:
    account = await stage.number()
    loop = asyncio.get_running_loop()
    leases = Leases(stage.database, "first", ttl=1.0)

    taken_at = loop.time()
    lease = await leases.take(account.id)

    assert lease is not None
    assert lease.good_until < taken_at + 0.8
    assert [lease.is_good, replace(lease, good_until=loop.time()).is_good] == [True, False]
    async with stage.keeping(ttl=0.6, renew_seconds=60):
        # Never renewed, so given up by its own clock, and taken anew: the fence rises.
        await stage.linked_number("Unlucky")

        async def is_taken_again() -> bool:
            now = await WhatsappAccount.get(name="Unlucky")
            return bool(now.owner_fence >= 2)

        await eventually(is_taken_again)


async def test_a_number_without_an_adapter_says_so(stage: Stage) -> None:
    account = await stage.accounts.create("Real", AccountKind.WHATSAPP, PROGRAM)
    async with stage.keeping():
        await stage.accounts.request_connect(account.id, PROGRAM)
        ended = await stage.reaches(account.id, DISCONNECTED, "no_gateway")
        await eventually(lambda: is_free(stage, account))

    assert not ended.should_connect


async def test_a_session_of_another_secret_is_named_and_kept(stage: Stage) -> None:
    account = await stage.linked_number()
    kept = stage.sessions
    stage.sessions = SessionStore(stage.database, Vault.from_secrets("quite-another-secret-of-32-characters!"))
    async with stage.keeping():
        await stage.reaches(account.id, DISCONNECTED, "session_unreadable")

    assert await session_of(kept, account.id) == LINKED
    assert (await stage.account(account.id)).should_connect


class Brittle:
    """A gateway of the simulator that breaks in its own way the first few times."""

    def __init__(self, inner: Gateway, broken: list[str]) -> None:
        self._inner = inner
        self._how = broken.pop() if broken else None

    async def connect(self) -> None:
        if self._how == "connect":
            raise OSError("no network")
        await self._inner.connect()

    async def events(self) -> AsyncGenerator[InboundEvent, None]:
        async for event in self._inner.events():
            yield event
            if self._how == "raise":
                raise RuntimeError("the pump died")
            if self._how == "end":
                return

    async def close(self) -> None:
        await self._inner.close()
        if self._how == "close":
            raise RuntimeError("does not close")

    async def log_out(self) -> None:
        await self._inner.log_out()

    async def send(self, message: OutgoingMessage) -> SentMessage:
        return await self._inner.send(message)

    async def show_typing(self, chat: str, *, typing: bool) -> None:
        await self._inner.show_typing(chat, typing=typing)

    async def download(self, reference: bytes) -> bytes:
        return await self._inner.download(reference)

    async def pairing_code(self, phone: str) -> PairingCode:
        return await self._inner.pairing_code(phone)


class BrittleFactory:
    def __init__(self, inner: SimulatorFactory, broken: list[str]) -> None:
        self._inner = inner
        self.broken = broken

    def open(self, line: AccountLine) -> Gateway:
        return Brittle(self._inner.open(line), self.broken)


async def test_a_line_that_breaks_in_any_way_is_built_anew(stage: Stage) -> None:
    account = await stage.linked_number()
    factory = BrittleFactory(
        SimulatorFactory(stage.database, stage.network, QUICK), ["end", "raise", "connect", "close"]
    )
    keeper = AccountsKeeper(
        stage.database,
        Accounts(stage.database),
        stage.sessions,
        stage.inbox,
        Outbox(stage.database, stage.conversations, stage.media_files),
        MediaFetcher(stage.database, stage.media_files),
        {AccountKind.SIMULATOR: factory},
        owner="here",
    )
    keeping = asyncio.create_task(keeper.run())
    await stage.network.customer_writes(account.id, lid="a@lid", text="still there?")

    await eventually(lambda: Message.filter(text="still there?").exists())
    await stage.reaches(account.id, CONNECTED)
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)

    assert await is_free(stage, account)
