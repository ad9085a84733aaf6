"""Sign-in: who gets in, how sessions live and end, and what a thief of a token gets."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from operator import methodcaller
from typing import Any

import jwt
import pytest
import time_machine
from argon2 import PasswordHasher

from core.audit import PROGRAM
from core.auth import Auth, EmailTakenError, InvalidCredentialsError, SetupLinkInvalidError, SignedIn
from core.database import Database
from core.errors import ForbiddenError, InvalidInputError, RateLimitedError, UnauthenticatedError
from core.events.event_types import SessionRevoked
from core.permissions import ANONYMOUS, ROLE_PERMISSIONS, CallerKind, Permission
from core.tokens import Tokens
from core.vault import Vault
from models.audit import AuditLog
from models.events import EventRow
from models.orders import ActorKind
from models.staff import Staff, StaffRole, StaffSession

SECRET = "a secret of the tests, long enough to be one"
PASSWORD = "correct horse battery"
START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def auth(database: Database) -> Auth:
    return Auth(database, SECRET, Vault.from_secrets(SECRET))


@pytest.fixture
async def agent(auth: Auth) -> Staff:
    return await auth.create_staff(
        email="aisha@shop.example", name="Aisha", role=StaffRole.AGENT, password=PASSWORD, actor=PROGRAM
    )


async def sign_in(auth: Auth, password: str = PASSWORD, *, email: str = "aisha@shop.example") -> SignedIn:
    return await auth.sign_in(email, password, address="203.0.113.9", user_agent="Test")


async def revoked_sessions() -> list[dict[str, Any]]:
    return [row.payload for row in await EventRow.filter(type=SessionRevoked.type).order_by("id")]


async def test_the_right_password_opens_a_session(auth: Auth, agent: Staff) -> None:
    with time_machine.travel(START, tick=False):
        signed_in = await sign_in(auth, email="  Aisha@Shop.Example ")
        caller = await auth.caller_from_access_token(signed_in.access_token)

    assert (caller.kind, caller.label, caller.role) == (CallerKind.STAFF, f"staff:{agent.id}", StaffRole.AGENT)
    assert caller.session_id == signed_in.session.id
    assert caller.expires_at == START + timedelta(days=14)
    assert signed_in.access_expires_at == START + timedelta(minutes=10)
    assert (await Staff.get(id=agent.id)).last_sign_in_at == START
    assert await AuditLog.filter(action="staff.sign_in", staff_id=agent.id, actor=ActorKind.STAFF).count() == 1


async def test_nothing_stored_opens_anything(auth: Auth, agent: Staff) -> None:
    signed_in = await sign_in(auth)

    row = await StaffSession.get(id=signed_in.session.id)
    assert signed_in.refresh_token.encode() not in (row.refresh_hash, row.previous_refresh_hash)
    assert len(row.refresh_hash) == 32
    assert agent.password_hash.startswith("$argon2id$")


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("aisha@shop.example", "wrong horse battery"),
        ("nobody@shop.example", PASSWORD),
        ("aisha@shop.example", "x" * 5000),
    ],
)
@pytest.mark.usefixtures("agent")
async def test_wrong_person_and_wrong_password_are_told_the_same(auth: Auth, email: str, password: str) -> None:
    with pytest.raises(InvalidCredentialsError, match=r"^The e-mail address or the password is wrong\.$"):
        await sign_in(auth, password, email=email)

    assert await StaffSession.all().count() == 0


async def test_who_left_is_refused_at_every_door(auth: Auth, agent: Staff) -> None:
    signed_in = await sign_in(auth)
    await Staff.filter(id=agent.id).update(is_active=False)

    with pytest.raises(UnauthenticatedError):
        await auth.caller_from_access_token(signed_in.access_token)
    with pytest.raises(UnauthenticatedError):
        await auth.refresh(signed_in.refresh_token)
    with pytest.raises(InvalidCredentialsError):
        await sign_in(auth)


async def test_a_hash_of_older_costs_is_made_anew_at_sign_in(auth: Auth, agent: Staff) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    await Staff.filter(id=agent.id).update(password_hash=old)

    await sign_in(auth)

    assert (await Staff.get(id=agent.id)).password_hash != old
    await sign_in(auth)


async def test_the_same_letters_typed_on_another_keyboard_are_the_same_password(auth: Auth) -> None:
    await auth.create_staff(
        email="jose@shop.example", name="José", role=StaffRole.VIEWER, password="contraseña-é", actor=PROGRAM
    )

    await sign_in(auth, "contrasen\u0303a-e\u0301", email="jose@shop.example")


@pytest.mark.usefixtures("agent")
async def test_after_five_wrong_passwords_the_account_waits(auth: Auth) -> None:
    with time_machine.travel(START, tick=False):
        for _ in range(5):
            with pytest.raises(InvalidCredentialsError):
                await sign_in(auth, "wrong horse battery")
        with pytest.raises(RateLimitedError) as refused:
            await sign_in(auth)
    with time_machine.travel(START + timedelta(minutes=15, seconds=1), tick=False):
        await sign_in(auth)

    assert refused.value.details == {"retry_after": 900}


@pytest.mark.usefixtures("agent")
async def test_twenty_attempts_from_one_address_wait_whatever_the_account(auth: Auth) -> None:
    for number in range(4):
        for _ in range(5):
            with pytest.raises(InvalidCredentialsError):
                await sign_in(auth, email=f"guess{number}@shop.example")

    with pytest.raises(RateLimitedError):
        await sign_in(auth)
    await auth.sign_in("aisha@shop.example", PASSWORD, address="198.51.100.7", user_agent="Test")


@pytest.mark.usefixtures("agent")
async def test_a_volley_of_guesses_is_counted_one_by_one(auth: Auth) -> None:
    outcomes = await asyncio.gather(*(sign_in(auth, "wrong horse battery") for _ in range(12)), return_exceptions=True)

    kinds = [type(outcome) for outcome in outcomes]
    assert (kinds.count(InvalidCredentialsError), kinds.count(RateLimitedError)) == (5, 7)


@pytest.mark.usefixtures("agent")
async def test_a_right_password_clears_what_was_counted(auth: Auth) -> None:
    for _ in range(4):
        with pytest.raises(InvalidCredentialsError):
            await sign_in(auth, "wrong horse battery")
    await sign_in(auth)

    for _ in range(4):
        with pytest.raises(InvalidCredentialsError):
            await sign_in(auth, "wrong horse battery")


def _resigned(token: str, change: Callable[[dict[str, Any]], object], *, key: bytes | None = None) -> str:
    claims: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    change(claims)
    return jwt.encode(claims, key or Tokens(SECRET)._access_key, algorithm="HS256")


@pytest.mark.usefixtures("agent")
async def test_a_forged_or_incomplete_access_token_is_refused(auth: Auth) -> None:
    token = (await sign_in(auth)).access_token
    claims = jwt.decode(token, options={"verify_signature": False})
    with pytest.warns(jwt.InsecureKeyLengthWarning):
        foreign = _resigned(token, dict.copy, key=b"another key")
    forged = [
        foreign,
        jwt.encode(claims, "", algorithm="none"),
        token[:-2],
        "",
        "a.b.c",
        _resigned(token, lambda claims: claims.update(aud="others")),
        _resigned(token, lambda claims: claims.update(iss="others")),
        _resigned(token, lambda claims: claims.update(sid="x")),
        _resigned(token, lambda claims: claims.update(exp=1)),
        *(_resigned(token, methodcaller("pop", name)) for name in claims),
    ]

    for attempt in forged:
        with pytest.raises(UnauthenticatedError):
            await auth.caller_from_access_token(attempt)


@pytest.mark.usefixtures("agent")
async def test_an_access_token_ends_after_ten_minutes(auth: Auth) -> None:
    with time_machine.travel(START, tick=False):
        signed_in = await sign_in(auth)
    with time_machine.travel(START + timedelta(minutes=9), tick=False):
        await auth.caller_from_access_token(signed_in.access_token)
    with (
        time_machine.travel(START + timedelta(minutes=10, seconds=11), tick=False),
        pytest.raises(UnauthenticatedError),
    ):
        await auth.caller_from_access_token(signed_in.access_token)


@pytest.mark.usefixtures("agent")
async def test_a_refresh_replaces_the_token_and_lengthens_the_session(auth: Auth) -> None:
    with time_machine.travel(START, tick=False):
        first = await sign_in(auth)
    with time_machine.travel(START + timedelta(days=10), tick=False):
        second = await auth.refresh(first.refresh_token)
        caller = await auth.caller_from_access_token(second.access_token)

    assert second.refresh_token != first.refresh_token
    assert second.session.id == first.session.id
    assert caller.expires_at == START + timedelta(days=24)


@pytest.mark.usefixtures("agent")
async def test_a_session_ends_after_two_idle_weeks_and_never_lives_beyond_ninety_days(auth: Auth) -> None:
    with time_machine.travel(START, tick=False):
        idle = await sign_in(auth)
        busy = await sign_in(auth)
    for days in range(10, 90, 10):
        with time_machine.travel(START + timedelta(days=days), tick=False):
            busy = await auth.refresh(busy.refresh_token)

    assert busy.session.expires_at == START + timedelta(days=90)
    with time_machine.travel(START + timedelta(days=14), tick=False), pytest.raises(UnauthenticatedError):
        await auth.refresh(idle.refresh_token)
    with time_machine.travel(START + timedelta(days=90), tick=False), pytest.raises(UnauthenticatedError):
        await auth.refresh(busy.refresh_token)


@pytest.mark.usefixtures("agent")
async def test_two_tabs_that_refresh_at_once_get_the_same_token(auth: Auth) -> None:
    first = await sign_in(auth)

    one, other = await asyncio.gather(auth.refresh(first.refresh_token), auth.refresh(first.refresh_token))

    assert one.refresh_token == other.refresh_token
    await auth.refresh(one.refresh_token)
    assert await revoked_sessions() == []


async def test_a_stolen_refresh_token_ends_the_session_for_thief_and_owner(auth: Auth, agent: Staff) -> None:
    with time_machine.travel(START, tick=False):
        first = await sign_in(auth)
        second = await auth.refresh(first.refresh_token)
    with time_machine.travel(START + timedelta(seconds=11), tick=False):
        with pytest.raises(UnauthenticatedError):
            await auth.refresh(first.refresh_token)
        with pytest.raises(UnauthenticatedError):
            await auth.refresh(second.refresh_token)
        with pytest.raises(UnauthenticatedError):
            await auth.caller_from_access_token(second.access_token)

    assert await revoked_sessions() == [{"session_id": first.session.id, "staff_id": agent.id}]
    assert (await StaffSession.get(id=first.session.id)).revoked_reason == "refresh token used twice"


@pytest.mark.usefixtures("agent")
async def test_a_token_of_two_refreshes_ago_ends_the_session_at_once(auth: Auth) -> None:
    first = await sign_in(auth)
    await auth.refresh((await auth.refresh(first.refresh_token)).refresh_token)

    with pytest.raises(UnauthenticatedError):
        await auth.refresh(first.refresh_token)

    assert len(await revoked_sessions()) == 1


@pytest.mark.usefixtures("agent")
async def test_a_made_up_refresh_token_harms_nobody(auth: Auth) -> None:
    signed_in = await sign_in(auth)
    body = signed_in.refresh_token.rpartition(".")[0]

    for made_up in ("", "x", f"{signed_in.session.id}.1.salt.mac", f"{body}.{'A' * 43}", "1.2.3.\udcff"):
        with pytest.raises(UnauthenticatedError):
            await auth.refresh(made_up)

    assert await revoked_sessions() == []
    await auth.refresh(signed_in.refresh_token)


async def test_signing_out_ends_this_session_alone_and_says_so_once(auth: Auth, agent: Staff) -> None:
    laptop, phone = await sign_in(auth), await sign_in(auth)
    assert [session.id for session in await auth.sessions(agent.id)] == [phone.session.id, laptop.session.id]

    await auth.sign_out(laptop.session.id)
    await auth.sign_out(laptop.session.id)

    with pytest.raises(UnauthenticatedError):
        await auth.caller_from_access_token(laptop.access_token)
    await auth.caller_from_access_token(phone.access_token)
    assert [session.id for session in await auth.sessions(agent.id)] == [phone.session.id]
    assert await revoked_sessions() == [{"session_id": laptop.session.id, "staff_id": agent.id}]


async def set_up(auth: Auth, token: str, email: str = "owner@shop.example") -> SignedIn:
    return await auth.set_up_owner(
        token, email=email, name="Omar", password=PASSWORD, address="203.0.113.9", user_agent="Test"
    )


async def test_the_set_up_link_makes_one_owner_once(auth: Auth) -> None:
    token = await auth.new_setup_link()
    assert token is not None

    signed_in = await set_up(auth, token)

    caller = await auth.caller_from_access_token(signed_in.access_token)
    assert caller.role is StaffRole.OWNER
    with pytest.raises(SetupLinkInvalidError):
        await set_up(auth, token, "second@shop.example")
    assert await auth.new_setup_link() is None
    assert await Staff.all().count() == 1


async def test_two_who_open_the_set_up_link_at_once_make_one_owner(auth: Auth) -> None:
    token = await auth.new_setup_link()
    assert token is not None

    outcomes = await asyncio.gather(
        set_up(auth, token, "one@shop.example"), set_up(auth, token, "two@shop.example"), return_exceptions=True
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["SetupLinkInvalidError", "SignedIn"]
    assert await Staff.all().count() == 1


async def test_each_start_replaces_the_set_up_link(auth: Auth) -> None:
    old, new = await auth.new_setup_link(), await auth.new_setup_link()
    assert old is not None
    assert new is not None

    with pytest.raises(SetupLinkInvalidError):
        await set_up(auth, old)
    await set_up(auth, new)


async def test_the_owner_of_the_environment_is_made_only_where_there_is_nobody(auth: Auth) -> None:
    owner = await auth.seed_owner("Boss@Shop.Example", PASSWORD)
    assert owner is not None
    assert (owner.email, owner.name, owner.role) == ("boss@shop.example", "Boss", StaffRole.OWNER)

    assert await auth.seed_owner("other@shop.example", PASSWORD) is None
    assert await Staff.all().count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"email": "a@b"}, "email"),
        ({"email": "a\x00@b.example"}, "email"),
        ({"name": "  "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"password": "too short"}, "password"),
        ({"password": "a" * 20}, "password"),
        ({"password": "New@Shop.example"}, "password"),
        ({"password": "ab" * 600}, "password"),
    ],
)
async def test_wrong_details_of_staff_are_named(auth: Auth, changes: dict[str, str], field: str) -> None:
    details = {"email": "new@shop.example", "name": "New", "password": PASSWORD, **changes}

    with pytest.raises(InvalidInputError) as refused:
        await auth.create_staff(**details, role=StaffRole.AGENT, actor=PROGRAM)

    assert refused.value.field == field
    assert await Staff.all().count() == 0


@pytest.mark.usefixtures("agent")
async def test_an_address_belongs_to_one_person(auth: Auth) -> None:
    with pytest.raises(EmailTakenError) as refused:
        await auth.create_staff(
            email="AISHA@shop.example", name="Other", role=StaffRole.VIEWER, password=PASSWORD, actor=PROGRAM
        )

    assert refused.value.field == "email"
    assert await AuditLog.filter(action="staff.create").count() == 1


def test_the_csrf_token_names_the_session_it_was_made_for() -> None:
    tokens = Tokens(SECRET)
    token = tokens.issue_csrf(7)

    assert tokens.read_csrf(token) == 7
    assert tokens.issue_csrf(7) != token
    for forged in ("", "7", f"8{token[1:]}", token[:-1], Tokens("another secret of 32 characters ...").issue_csrf(7)):
        assert tokens.read_csrf(forged) is None


def test_the_roles_have_the_rights_of_the_specification() -> None:
    owner, admin, agent, viewer = (ROLE_PERMISSIONS[role] for role in StaffRole)

    assert owner == frozenset(Permission)
    assert owner - admin == {Permission.OWNERS_MANAGE}
    assert Permission.ORDERS_WRITE in agent
    assert not agent & {Permission.ORDERS_REFUND, Permission.CATALOG_WRITE, Permission.STAFF_MANAGE}
    assert {right for right in viewer if right.endswith((":write", ":manage", ":use", ":refund"))} == {
        Permission.SELF_MANAGE
    }
    assert Permission.PAYMENT_NUMBERS_READ not in viewer


def test_the_anonymous_are_asked_to_sign_in_and_others_are_told_what_they_lack() -> None:
    assert not ANONYMOUS.may(Permission.CATALOG_READ)
    with pytest.raises(UnauthenticatedError):
        ANONYMOUS.demand(Permission.CATALOG_READ)
    with pytest.raises(UnauthenticatedError):
        ANONYMOUS.actor("r1")


@pytest.mark.usefixtures("agent")
async def test_a_caller_is_told_the_permission_that_is_missing(auth: Auth) -> None:
    caller = await auth.caller_from_access_token((await sign_in(auth)).access_token)

    caller.demand(Permission.ORDERS_WRITE)
    with pytest.raises(ForbiddenError) as refused:
        caller.demand(Permission.ORDERS_REFUND)
    assert refused.value.details == {"permission": "orders:refund"}
