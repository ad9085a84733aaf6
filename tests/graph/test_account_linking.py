"""Linking a number by a code, what its state means and what WhatsApp does not let it do, over the API."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from core import clock
from core.account_reasons import ADVICE, PAIRING_REFUSED
from core.permissions import ROLE_PERMISSIONS, Caller, CallerKind, Permission
from core.shop import Shop
from core.whatsapp.gateway import ConnectionChanged, PairingCode, QrRotated
from graph.schema.accounts import WhatsappAccount as AccountNode
from models.accounts import AccountStatus, SendAttempt, WhatsappAccount, WhatsappSession
from models.audit import AuditLog
from models.staff import StaffRole
from tests.graph.asking import Asker, caller_with
from tests.graph.rows import make_account
from tests.graph.test_mutations import do, mutation
from tests.graph.test_subscriptions import told

REQUEST = "whatsappAccountRequestPairingCode"
LINKING = "status statusReason statusAdvice pairingCode { code phone } pairingTrouble qr { code }"
ACCOUNT = f"... on WhatsappAccountPayload {{ account {{ {LINKING} }} }}"
FOLLOW = f"subscription ($id: ID!) {{ whatsappAccountChanged(id: $id) {{ account {{ {LINKING} }} }} }}"
HEALTH = """query ($id: ID!) { whatsappAccount(id: $id) {
    health { outreachInDay outreachLimit restriction restrictedUntil }
} }"""
PHONE = "+923001234567"


def account_id(account: WhatsappAccount) -> str:
    return AccountNode.id_of(account.id)


async def waits_for_scan(shop: Shop, account: WhatsappAccount, code: str = "2@abc") -> None:
    await shop.accounts.record_qr(account.id, 0, QrRotated(code, clock.now() + timedelta(seconds=20)))


async def gets_code(shop: Shop, account: WhatsappAccount, *, expires_at: datetime | None = None) -> None:
    code = PairingCode("ABCD2345", expires_at or clock.now() + timedelta(minutes=2))
    await shop.accounts.record_pairing_code(account.id, 0, PHONE, code)


async def test_a_number_is_linked_by_a_code_that_the_subscription_shows(shop: Shop, asker: Asker) -> None:
    account = await make_account()

    async with asker.follow(FOLLOW, id=account_id(account)) as stream:
        first = (await told(stream, "whatsappAccountChanged"))["account"]
        stream.listen()
        await do(asker, REQUEST, ACCOUNT, id=account_id(account), phone=" +92 300 1234567 ")
        requested = (await told(stream, "whatsappAccountChanged"))["account"]
        stream.listen()
        await waits_for_scan(shop, account)
        waiting = (await told(stream, "whatsappAccountChanged"))["account"]
        stream.listen()
        await gets_code(shop, account)
        shown = (await told(stream, "whatsappAccountChanged"))["account"]
        stream.listen()
        await shop.accounts.record_connection(account.id, 0, ConnectionChanged(AccountStatus.CONNECTED, phone=PHONE))
        linked = (await told(stream, "whatsappAccountChanged"))["account"]

    assert (first["status"], first["pairingCode"]) == ("DISCONNECTED", None)
    assert (requested["status"], requested["statusReason"], requested["pairingCode"]) == (
        "CONNECTING",
        "requested",
        None,
    )
    assert (waiting["qr"], waiting["pairingCode"]) == ({"code": "2@abc"}, None)
    assert shown["pairingCode"] == {"code": "ABCD2345", "phone": PHONE}
    assert shown["qr"] == {"code": "2@abc"}
    assert (shown["statusReason"], shown["statusAdvice"]) == ("waiting_for_scan", ADVICE["waiting_for_scan"])
    assert (linked["status"], linked["pairingCode"], linked["qr"], linked["statusAdvice"]) == (
        "CONNECTED",
        None,
        None,
        None,
    )


async def test_a_code_that_whatsapp_refuses_is_told_and_the_scan_still_works(shop: Shop, asker: Asker) -> None:
    account = await make_account()
    await do(asker, REQUEST, ACCOUNT, id=account_id(account), phone=PHONE)
    await waits_for_scan(shop, account)

    await shop.accounts.record_no_pairing_code(account.id, 0, PHONE, PAIRING_REFUSED)
    await waits_for_scan(shop, account, "2@next")
    read = await asker.read(f"{{ whatsappAccounts {{ nodes {{ {LINKING} }} }} }}")
    again = await do(asker, REQUEST, ACCOUNT, id=account_id(account), phone=PHONE)

    refused = read["whatsappAccounts"]["nodes"][0]
    assert (refused["status"], refused["statusReason"], refused["pairingTrouble"]) == (
        "CONNECTING",
        "pairing_refused",
        "REFUSED",
    )
    assert refused["statusAdvice"] == ADVICE[PAIRING_REFUSED]
    assert (refused["qr"], refused["pairingCode"]) == ({"code": "2@next"}, None)
    assert (again["account"]["pairingTrouble"], again["account"]["statusReason"]) == (None, "waiting_for_scan")


async def test_a_code_that_expired_is_not_shown(shop: Shop, asker: Asker) -> None:
    account = await make_account()
    await do(asker, REQUEST, ACCOUNT, id=account_id(account), phone=PHONE)
    await waits_for_scan(shop, account)
    await gets_code(shop, account, expires_at=clock.now())

    read = await asker.read(f"{{ whatsappAccounts {{ nodes {{ {LINKING} }} }} }}")

    assert read["whatsappAccounts"]["nodes"][0]["pairingCode"] is None


@pytest.mark.parametrize(
    ("case", "phone", "kind", "code", "path"),
    [
        ("free", "0300 1234567", "InvalidInputError", "INVALID_INPUT", ["input", "phone"]),
        ("free", "", "InvalidInputError", "INVALID_INPUT", ["input", "phone"]),
        ("connected", PHONE, "ConflictError", "ACCOUNT_LINKED", []),
        ("linked", PHONE, "ConflictError", "ACCOUNT_LINKED", []),
        ("banned", PHONE, "ConflictError", "ACCOUNT_BANNED", []),
        ("deleted", PHONE, "NotFoundError", "NOT_FOUND", ["input", "id"]),
    ],
)
async def test_a_code_that_cannot_be_asked_for_says_why(
    asker: Asker, case: str, phone: str, kind: str, code: str, path: list[str]
) -> None:
    account = await make_account()
    rows, moment = WhatsappAccount.filter(id=account.id), clock.now()
    match case:
        case "connected":
            await rows.update(status=AccountStatus.CONNECTED, should_connect=True)
        case "linked":
            await WhatsappSession.create(
                account_id=account.id, ciphertext=b"x", key_id="k", version=1, updated_at=moment
            )
        case "banned":
            await rows.update(status=AccountStatus.BANNED, banned_until=moment + timedelta(hours=1))
        case "deleted":
            await rows.update(deleted_at=moment)
        case _:
            assert case == "free"

    result = await do(asker, REQUEST, ACCOUNT, id=account_id(account), phone=phone)

    assert (result["__typename"], result["code"], result["path"]) == (kind, code, path)
    assert await AuditLog.all().count() == 0
    assert (await WhatsappAccount.get(id=account.id)).pairing_phone is None


async def test_asking_twice_is_one_request_and_its_audit_names_no_phone(asker: Asker) -> None:
    account = await make_account()
    asked = {"id": account_id(account), "phone": PHONE, "idempotencyKey": "k"}

    first = await do(asker, REQUEST, ACCOUNT, **asked)
    again = await do(asker, REQUEST, ACCOUNT, **asked)
    other = await do(asker, REQUEST, ACCOUNT, **asked | {"phone": "+12025550123"})

    assert first == again
    assert other["__typename"] == "IdempotencyKeyReusedError"
    audited = await AuditLog.get()
    assert audited.action == "account.request_pairing_code"
    assert PHONE not in str((audited.before, audited.after))


async def test_codes_are_for_those_who_may_change_numbers(shop: Shop, asker: Asker) -> None:
    account = await make_account()
    await do(asker, REQUEST, ACCOUNT, id=account_id(account), phone=PHONE)
    await waits_for_scan(shop, account)
    await gets_code(shop, account)
    agent = asker.as_(Caller(CallerKind.STAFF, "staff:1", ROLE_PERMISSIONS[StaffRole.AGENT], staff_id=1))
    reader = asker.as_(caller_with(Permission.ACCOUNTS_READ))

    refused = await agent.ask(mutation(REQUEST, ACCOUNT), input={"id": account_id(account), "phone": PHONE})
    read = await reader.ask("{ whatsappAccounts { nodes { statusAdvice pairingCode { code } pairingTrouble } } }")

    assert (refused.data, refused.codes) == ({REQUEST: None}, ["FORBIDDEN"])
    assert read.data is not None
    assert read.data["whatsappAccounts"]["nodes"] == [
        {"statusAdvice": ADVICE["waiting_for_scan"], "pairingCode": None, "pairingTrouble": None}
    ]
    assert read.codes == ["FORBIDDEN", "FORBIDDEN"]


@pytest.mark.parametrize(
    ("row", "restriction", "is_limited"),
    [
        ({}, None, False),
        ({"restricted_until": timedelta(hours=-1)}, None, False),
        ({"restricted_until": timedelta(hours=1)}, "REACH_OUT", True),
        ({"status": AccountStatus.BANNED, "banned_until": timedelta(hours=1)}, "BANNED", True),
        ({"status": AccountStatus.BANNED}, "BANNED", False),
        ({"status": AccountStatus.BANNED, "restricted_until": timedelta(hours=1)}, "BANNED", False),
    ],
)
async def test_health_tells_what_a_number_may_not_do_and_how_many_strangers_heard_of_it(
    asker: Asker, row: dict[str, Any], restriction: str | None, is_limited: bool
) -> None:
    account = await make_account()
    now = clock.now()
    await WhatsappAccount.filter(id=account.id).update(
        created_at=now, **{name: now + value if isinstance(value, timedelta) else value for name, value in row.items()}
    )
    for age, is_outreach in ((1, True), (3_600, True), (3_601, False), (86_401, True)):
        sent_at = now - timedelta(seconds=age)
        await SendAttempt.create(account_id=account.id, message_id=1, is_outreach=is_outreach, created_at=sent_at)

    health = (await asker.read(HEALTH, id=account_id(account)))["whatsappAccount"]["health"]

    assert (health["outreachInDay"], health["outreachLimit"]) == (2, 30)
    assert (health["restriction"], health["restrictedUntil"] is not None) == (restriction, is_limited)
