"""After a change of the secret all that was sealed is sealed again, whichever table it stands in."""

from dataclasses import replace

from core import clock
from core.audit import PROGRAM
from core.database import Database
from core.providers import ProviderChanges
from core.resealing import reseal_everything
from core.totp import SecondFactor
from core.vault import Vault
from core.whatsapp import proxy
from core.whatsapp.session_store import SessionStore
from models.accounts import AccountKind, WhatsappAccount
from models.staff import Staff, StaffRole
from web.assembly import shop_of, vault_of
from web.settings import Environment

NEW = "another secret, also long enough to seal"


async def seal_everything(database: Database, environment: Environment, url: str) -> None:
    """One of each thing that is sealed, by the rules that seal it."""
    shop, vault = shop_of(environment, url), vault_of(environment)
    account = await WhatsappAccount.create(
        name="Shop", kind=AccountKind.SIMULATOR, status_changed_at=clock.now(), should_connect=True, owner_fence=1
    )
    await SessionStore(database, vault).save(account.id, 1, b"a session")
    sealed = proxy.seal(vault, account.id, "socks5://proxy.example:1080")
    await WhatsappAccount.filter(id=account.id).update(proxy_ciphertext=sealed.ciphertext, proxy_key_id=sealed.key_id)
    staff = await Staff.create(
        email="owner@shop.example",
        name="Owner",
        role=StaffRole.OWNER,
        password_hash="not a password",
        password_changed_at=clock.now(),
    )
    SecondFactor(vault).give_secret(staff, issuer="Shop")
    await staff.save()
    webhook, _ = await shop.webhooks.create("Books", "https://books.example/in", ["order.created"], PROGRAM)
    await shop.webhooks.rotate_secret(webhook.id, PROGRAM)
    await shop.providers.create(ProviderChanges(name="Main", type="CLAUDE", key="a-key-of-a-provider"), PROGRAM)


async def sealed_under(database: Database) -> dict[str, set[str]]:
    """Every column of the database that holds something sealed, with the ids of the keys it is sealed under."""
    columns = await database.fetch(
        "select table_name, column_name from information_schema.columns "
        "where table_schema = 'public' and column_name like '%ciphertext' order by 1, 2"
    )
    found = {}
    for column in columns:
        table, name = column["table_name"], column["column_name"]
        key_id = f"{name.removesuffix('ciphertext')}key_id"
        rows = await database.fetch(f'select {key_id} as key_id from "{table}" where {name} is not null')
        found[f"{table}.{name}"] = {row["key_id"] for row in rows}
    return found


async def test_every_column_that_is_sealed_is_sealed_again(
    database: Database, environment: Environment, database_url: str
) -> None:
    await seal_everything(database, environment, database_url)
    before = await sealed_under(database)
    rotated = replace(
        environment,
        whatsapp_session_secret=NEW,
        whatsapp_session_secret_previous=environment.whatsapp_session_secret,
    )
    shop = shop_of(rotated, database_url)
    sessions = SessionStore(database, vault_of(rotated))

    first = await reseal_everything(sessions, shop.second_factors, shop.webhooks, shop.providers)
    again = await reseal_everything(sessions, shop.second_factors, shop.webhooks, shop.providers)

    after = await sealed_under(database)
    assert before == {column: {vault_of(environment).key_id} for column in before}, (
        "seal one of each in seal_everything"
    )
    assert after == {column: {Vault.from_secrets(NEW).key_id} for column in before}
    assert sum(first.values()) == len(before)
    assert sum(again.values()) == 0
