"""A number's proxy and its end, with the line that is open meanwhile."""

from pathlib import Path

import pytest

from core.account_care import AccountCare, AccountChanges
from core.audit import PROGRAM
from core.database import Database
from core.vault import Vault
from core.whatsapp.gateway import AccountLine
from core.whatsapp.session_store import SessionStore
from core.whatsapp.simulator_gateway import SimulatorFactory, SimulatorGateway
from models.accounts import AccountKind, AccountStatus, WhatsappAccount
from models.conversations import MessageState
from tests.numbers import QUICK, Stage, eventually

SECRET = "a-secret-of-the-tests-with-32-characters"
NEW_SECRET = "another-secret-of-the-tests-with-32-chars"
PROXY = "http://parley:word@proxy.example:3128"


@pytest.fixture
def stage(database: Database, database_url: str, data_folder: Path) -> Stage:
    return Stage.build(database, database_url, data_folder)


@pytest.fixture
def care(database: Database) -> AccountCare:
    return AccountCare(database, Vault.from_secrets(SECRET))


class Remembering(SimulatorFactory):
    """Remembers which proxy each line was to go through."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.database, stage.network, QUICK)
        self.proxies: list[str | None] = []

    def open(self, line: AccountLine) -> SimulatorGateway:
        self.proxies.append(line.proxy)
        return super().open(line)

    async def has_changed(self) -> bool:
        return len(self.proxies) > 1


async def test_a_line_goes_through_its_proxy_and_changes_to_another_at_once(stage: Stage, care: AccountCare) -> None:
    account = await stage.linked_number()
    factory = Remembering(stage)

    async with stage.keeping(gateways={AccountKind.SIMULATOR: factory}):
        await stage.reaches(account.id, AccountStatus.CONNECTED)
        await care.update(account.id, AccountChanges(proxy=PROXY), PROGRAM)
        await eventually(factory.has_changed)
        await stage.reaches(account.id, AccountStatus.CONNECTED)

    assert factory.proxies == [None, PROXY]
    assert await stage.sessions.load(account.id) is not None


async def test_deleting_a_number_ends_its_line_and_unlinks_its_phone(stage: Stage, care: AccountCare) -> None:
    account = await stage.linked_number()
    conversation = await stage.conversation(account)

    async with stage.keeping():
        await stage.reaches(account.id, AccountStatus.CONNECTED)
        await care.delete(account.id, "Shop", PROGRAM)
        late = await stage.queue(conversation, "Too late")
        freed = await eventually(lambda: _free(account.id))

    assert (freed.status, freed.status_reason, freed.should_connect) == (
        AccountStatus.DISCONNECTED,
        "deleted",
        False,
    )
    assert await stage.sessions.load(account.id) is None
    assert late.state is MessageState.DISCARDED
    assert await stage.accepted_texts(account) == []
    rows = await stage.database.fetch("select 1 from simulated_deliveries where event->>'type' = 'log_out'")
    assert len(rows) == 1


async def test_a_proxy_is_sealed_anew_under_a_new_secret(stage: Stage, care: AccountCare) -> None:
    account = await stage.number()
    await care.update(account.id, AccountChanges(proxy=PROXY), PROGRAM)
    both = SessionStore(stage.database, Vault.from_secrets(NEW_SECRET, SECRET))
    alone = SessionStore(stage.database, Vault.from_secrets(NEW_SECRET))

    resealed = [await both.reseal(), await both.reseal()]

    assert resealed == [1, 0]
    assert await alone.proxy(account.id) == PROXY


async def test_a_proxy_that_cannot_be_opened_keeps_the_line_closed(stage: Stage, care: AccountCare) -> None:
    account = await stage.linked_number()
    await care.update(account.id, AccountChanges(proxy=PROXY), PROGRAM)
    sealed = await WhatsappAccount.get(id=account.id)
    assert sealed.proxy_ciphertext is not None
    await WhatsappAccount.filter(id=account.id).update(proxy_ciphertext=sealed.proxy_ciphertext[:-1] + b"?")
    factory = Remembering(stage)

    async with stage.keeping(gateways={AccountKind.SIMULATOR: factory}):
        await stage.reaches(account.id, AccountStatus.DISCONNECTED, "session_unreadable")

    assert factory.proxies == []


async def _free(account_id: int) -> WhatsappAccount | None:
    account = await WhatsappAccount.get(id=account_id)
    return account if account.owner is None else None
