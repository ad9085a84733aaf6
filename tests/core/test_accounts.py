"""Numbers: what staff wish, what gateways report, who may report, and the sealed session."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from core import clock
from core.accounts import AccountBannedError, AccountNameTakenError, AccountNotFoundError
from core.audit import PROGRAM
from core.database import Database
from core.errors import InvalidInputError
from core.vault import TamperedError, UnknownKeyError, Vault
from core.whatsapp.gateway import ConnectionChanged, LeaseLostError, QrRotated
from core.whatsapp.session_store import SessionStore
from models.accounts import AccountKind, AccountStatus, WhatsappAccount, WhatsappSession
from models.audit import AuditLog
from models.events import EventRow
from tests.numbers import LINKED, Stage, session_of


@pytest.fixture
def stage(database: Database, database_url: str, data_folder: Path) -> Stage:
    return Stage.build(database, database_url, data_folder)


async def report(stage: Stage, account: WhatsappAccount, status: AccountStatus, reason: str | None = None) -> None:
    await stage.accounts.record_connection(account.id, 0, ConnectionChanged(status, reason))


async def shown(stage: Stage, account: WhatsappAccount) -> tuple[AccountStatus, str | None, bool]:
    now = await stage.account(account.id)
    return now.status, now.status_reason, now.should_connect


async def test_a_new_number_is_disconnected_and_its_making_is_told_and_audited(stage: Stage) -> None:
    account = await stage.accounts.create("  Main   shop ", AccountKind.SIMULATOR, PROGRAM)

    assert (account.name, account.status, account.should_connect) == ("Main shop", AccountStatus.DISCONNECTED, False)
    assert (await AuditLog.get()).action == "account.create"
    assert (await EventRow.get()).payload == {"account_id": account.id, "status": "DISCONNECTED"}


async def test_two_numbers_cannot_have_one_name(stage: Stage) -> None:
    await stage.number("Shop")

    with pytest.raises(AccountNameTakenError) as caught:
        await stage.number("Shop ")

    assert caught.value.field == "name"
    assert await WhatsappAccount.all().count() == 1


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
async def test_a_number_needs_a_name_of_sensible_length(stage: Stage, name: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        await stage.number(name)

    assert caught.value.field == "name"


async def test_an_unknown_number_is_named_as_such(stage: Stage) -> None:
    with pytest.raises(AccountNotFoundError):
        await stage.accounts.request_connect(404, PROGRAM)


async def test_connecting_twice_is_one_attempt(stage: Stage) -> None:
    account = await stage.number()

    first = await stage.accounts.request_connect(account.id, PROGRAM)
    second = await stage.accounts.request_connect(account.id, PROGRAM)

    assert first.connect_requested_at == second.connect_requested_at
    assert (second.status, second.status_reason) == (AccountStatus.CONNECTING, "requested")
    assert await AuditLog.filter(action="account.connect").count() == 1


async def test_a_code_is_shown_until_the_next_thing_happens(stage: Stage) -> None:
    account = await stage.number()
    await stage.accounts.request_connect(account.id, PROGRAM)
    expires_at = clock.now() + timedelta(seconds=60)

    await stage.accounts.record_qr(account.id, 0, QrRotated("2@abc", expires_at))
    showing = await stage.account(account.id)
    await report(stage, account, AccountStatus.CONNECTED)
    connected = await stage.account(account.id)

    assert (showing.qr_code, showing.qr_expires_at) == ("2@abc", expires_at)
    assert (showing.status, showing.status_reason) == (AccountStatus.CONNECTING, "waiting_for_scan")
    assert (connected.qr_code, connected.qr_expires_at) == (None, None)
    assert connected.status is AccountStatus.CONNECTED


async def test_each_state_has_its_reason_and_its_time(stage: Stage) -> None:
    account = await stage.number()
    await stage.accounts.request_connect(account.id, PROGRAM)

    await report(stage, account, AccountStatus.CONNECTED)
    connected = await stage.account(account.id)
    await report(stage, account, AccountStatus.CONNECTED)
    again = await stage.account(account.id)
    await report(stage, account, AccountStatus.CONNECTING, "connection_lost")
    lost = await stage.account(account.id)

    assert connected.status_changed_at == again.status_changed_at < lost.status_changed_at
    assert lost.status_reason == "connection_lost"


async def test_a_temporary_ban_has_an_end_and_cannot_be_hurried(stage: Stage) -> None:
    account = await stage.number()
    await stage.accounts.request_connect(account.id, PROGRAM)
    until = clock.now() + timedelta(hours=1)

    await stage.accounts.record_connection(
        account.id, 0, ConnectionChanged(AccountStatus.BANNED, "temporary_ban", banned_until=until)
    )

    with pytest.raises(AccountBannedError) as caught:
        await stage.accounts.request_connect(account.id, PROGRAM)
    assert caught.value.details["banned_until"] == until
    banned = await stage.account(account.id)
    assert (banned.status, banned.banned_until, banned.should_connect) == (AccountStatus.BANNED, until, True)


async def test_a_ban_for_good_can_be_tried_again_by_hand(stage: Stage) -> None:
    account = await stage.number()
    await stage.accounts.request_connect(account.id, PROGRAM)
    await report(stage, account, AccountStatus.BANNED, "banned")

    again = await stage.accounts.request_connect(account.id, PROGRAM)

    assert again.status is AccountStatus.CONNECTING


@pytest.mark.parametrize("reason", ["replaced", "qr_timeout", "logged_out"])
async def test_after_these_ends_only_staff_bring_a_number_back(stage: Stage, reason: str) -> None:
    account = await stage.linked_number()

    await report(stage, account, AccountStatus.DISCONNECTED, reason)

    assert await shown(stage, account) == (AccountStatus.DISCONNECTED, reason, False)


async def test_a_stopped_program_leaves_the_wish_as_it_was(stage: Stage) -> None:
    account = await stage.linked_number()

    await report(stage, account, AccountStatus.DISCONNECTED, "program_stopped")

    assert await shown(stage, account) == (AccountStatus.DISCONNECTED, "program_stopped", True)
    assert await session_of(stage.sessions, account.id) == LINKED


async def test_a_phone_that_logs_out_takes_the_session_with_it(stage: Stage) -> None:
    account = await stage.linked_number()

    await stage.accounts.record_connection(
        account.id, 0, ConnectionChanged(AccountStatus.DISCONNECTED, "logged_out", must_link_again=True)
    )

    assert await stage.sessions.load(account.id) is None
    assert await shown(stage, account) == (AccountStatus.DISCONNECTED, "logged_out", False)


async def test_a_phone_that_is_linked_to_another_number_already_is_let_go(stage: Stage) -> None:
    first, second = [await stage.accounts.create(name, AccountKind.WHATSAPP, PROGRAM) for name in ("One", "Two")]
    up = ConnectionChanged(AccountStatus.CONNECTED, jid="923001112233:1@s.whatsapp.net", phone="+923001112233")

    async def link(account: WhatsappAccount) -> tuple[AccountStatus, str | None, bool]:
        await stage.accounts.request_connect(account.id, PROGRAM)
        await stage.sessions.save(account.id, 0, LINKED)
        await stage.accounts.record_connection(account.id, 0, up)
        return await shown(stage, account)

    assert await link(first) == (AccountStatus.CONNECTED, None, True)
    await stage.accounts.request_disconnect(first.id, PROGRAM)
    assert await link(second) == (AccountStatus.DISCONNECTED, "linked_twice", False)
    assert await stage.sessions.load(second.id) is None
    assert await link(first) == (AccountStatus.CONNECTED, None, True)

    await stage.accounts.log_out(first.id, PROGRAM)
    assert await link(second) == (AccountStatus.CONNECTED, None, True)


async def test_disconnecting_keeps_the_phone_linked_and_logging_out_does_not(stage: Stage) -> None:
    account = await stage.linked_number()
    await report(stage, account, AccountStatus.CONNECTED)

    await stage.accounts.request_disconnect(account.id, PROGRAM)
    kept = await session_of(stage.sessions, account.id)
    await stage.accounts.log_out(account.id, PROGRAM)

    assert kept == LINKED
    assert await stage.sessions.load(account.id) is None
    assert await shown(stage, account) == (AccountStatus.DISCONNECTED, "logged_out", False)


async def test_what_a_line_says_after_it_was_wished_away_is_not_written(stage: Stage) -> None:
    account = await stage.linked_number()
    await stage.accounts.request_disconnect(account.id, PROGRAM)

    await report(stage, account, AccountStatus.CONNECTED)
    await stage.accounts.record_qr(account.id, 0, QrRotated("2@late", clock.now() + timedelta(seconds=20)))
    await stage.accounts.log_out(account.id, PROGRAM)
    await stage.sessions.save(account.id, 0, b"too late")

    assert await shown(stage, account) == (AccountStatus.DISCONNECTED, "logged_out", False)
    assert (await stage.account(account.id)).qr_code is None
    assert await stage.sessions.load(account.id) is None


async def test_an_owner_whose_fence_is_old_writes_nothing(stage: Stage) -> None:
    account = await stage.linked_number()
    await WhatsappAccount.filter(id=account.id).update(owner_fence=7)

    with pytest.raises(LeaseLostError):
        await report(stage, account, AccountStatus.CONNECTED)
    with pytest.raises(LeaseLostError):
        await stage.accounts.record_qr(account.id, 6, QrRotated("2@x", clock.now()))
    with pytest.raises(LeaseLostError):
        await stage.sessions.save(account.id, 0, b"stale")

    assert (await stage.account(account.id)).status is AccountStatus.CONNECTING
    assert await session_of(stage.sessions, account.id) == LINKED


async def test_a_report_does_not_touch_the_lease_that_is_renewed_beside_it(stage: Stage) -> None:
    account = await stage.linked_number()
    until = clock.now() + timedelta(seconds=15)

    await asyncio.gather(
        report(stage, account, AccountStatus.CONNECTED),
        WhatsappAccount.filter(id=account.id).update(owner="me", owned_until=until),
    )

    now = await stage.account(account.id)
    assert (now.owner, now.owned_until, now.status) == ("me", until, AccountStatus.CONNECTED)


async def test_a_session_is_sealed_and_bound_to_its_number(stage: Stage) -> None:
    one, other = await stage.linked_number("One"), await stage.linked_number("Other")
    sealed = await WhatsappSession.get(account_id=one.id)

    assert LINKED not in bytes(sealed.ciphertext)
    await WhatsappSession.filter(account_id=other.id).update(
        ciphertext=sealed.ciphertext, key_id=sealed.key_id, version=sealed.version
    )
    with pytest.raises(TamperedError):
        await stage.sessions.load(other.id)


async def test_each_save_is_a_new_version_and_an_old_one_put_back_does_not_open(stage: Stage) -> None:
    account = await stage.linked_number()
    old = await WhatsappSession.get(account_id=account.id)
    await stage.sessions.save(account.id, 0, b"newer")

    assert await session_of(stage.sessions, account.id) == b"newer"
    new = await WhatsappSession.get(account_id=account.id)
    assert new.version == old.version + 1
    await WhatsappSession.filter(account_id=account.id).update(ciphertext=old.ciphertext)
    with pytest.raises(TamperedError):
        await stage.sessions.load(account.id)


async def test_sessions_are_sealed_anew_after_the_secret_changed(stage: Stage) -> None:
    account = await stage.linked_number()
    old, new = "a-secret-of-the-tests-with-32-characters", "another-secret-of-the-tests-of-32-letters"
    both = SessionStore(stage.database, Vault.from_secrets(new, old))

    assert await session_of(both, account.id) == LINKED
    assert (await both.reseal(), await both.reseal()) == (1, 0)

    assert await session_of(SessionStore(stage.database, Vault.from_secrets(new)), account.id) == LINKED
    with pytest.raises(UnknownKeyError):
        await stage.sessions.load(account.id)
