"""The second factor: how it is set up, what it lets in, once, and what it costs to guess it."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pyotp
import pytest
import time_machine
from argon2 import PasswordHasher

from core import clock
from core.audit import Actor
from core.auth import (
    Auth,
    ChallengeExpiredError,
    InvalidCredentialsError,
    SignedIn,
    TotpRequiredError,
)
from core.database import Database
from core.errors import InvalidInputError, RateLimitedError
from core.second_factor import SecondFactors, TotpAlreadyEnabledError
from core.settings import Settings
from core.totp import GivenCode, InvalidCodeError, TotpNotEnabledError
from core.vault import Vault
from models.audit import AuditLog
from models.orders import ActorKind
from models.staff import RecoveryCode, Staff, StaffRole, StaffSession

SECRET = "a secret of the tests, long enough to be one"
PASSWORD = "correct horse battery"
HERE = "203.0.113.9"
START = datetime(2026, 11, 20, 9, 0, 0, tzinfo=UTC)


@pytest.fixture
def auth(database: Database) -> Auth:
    return Auth(database, SECRET, Vault.from_secrets(SECRET))


@pytest.fixture
def factors(database: Database, auth: Auth) -> SecondFactors:
    return SecondFactors(database, auth, Settings(database))


@pytest.fixture
async def staff(database: Database) -> Staff:
    return await Staff.create(
        email="aisha@shop.example",
        name="Aisha",
        role=StaffRole.AGENT,
        password_hash=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD),
        password_changed_at=START - timedelta(days=1),
    )


@pytest.fixture
def at() -> Iterator[Callable[[int], None]]:
    """Moves the clock to so many seconds after the start."""
    with time_machine.travel(START, tick=False) as traveller:
        yield lambda seconds: traveller.move_to(START + timedelta(seconds=seconds))


def actor(staff: Staff) -> Actor:
    return Actor(ActorKind.STAFF, staff_id=staff.id)


def code_of(secret: str) -> str:
    return pyotp.TOTP(secret).at(clock.now())


async def enabled(factors: SecondFactors, staff: Staff) -> tuple[str, list[str]]:
    """The secret of the app, and the recovery codes."""
    enrolment = await factors.enrol(staff.id, PASSWORD, actor(staff), address=HERE)
    codes = await factors.confirm(staff.id, code_of(enrolment.secret), actor(staff), address=HERE)
    return enrolment.secret, codes


async def challenge(auth: Auth) -> str:
    with pytest.raises(TotpRequiredError) as required:
        await auth.sign_in("aisha@shop.example", PASSWORD, address=HERE, user_agent="Test")
    return str(required.value.details["challenge"])


async def give(auth: Auth, shown: str, given: GivenCode) -> SignedIn:
    return await auth.sign_in_with_totp(shown, given, address=HERE, user_agent="Test")


async def test_nothing_is_asked_for_until_a_code_confirmed_the_app(
    auth: Auth, factors: SecondFactors, staff: Staff, at: Callable[[int], None]
) -> None:
    enrolment = await factors.enrol(staff.id, PASSWORD, actor(staff), address=HERE)

    await auth.sign_in(staff.email, PASSWORD, address=HERE, user_agent="Test")
    with pytest.raises(InvalidCodeError):
        await factors.confirm(staff.id, "000000", actor(staff), address=HERE)

    uri = urlsplit(enrolment.uri)
    assert (uri.scheme, uri.netloc, uri.path) == ("otpauth", "totp", "/Parley:aisha%40shop.example")
    assert parse_qs(uri.query) == {"secret": [enrolment.secret], "issuer": ["Parley"]}
    kept = await Staff.get(id=staff.id)
    assert kept.totp_enabled_at is None
    assert enrolment.secret.encode() not in bytes(kept.totp_ciphertext or b"")


async def test_a_code_lets_in_and_the_session_is_opened_only_then(
    auth: Auth, factors: SecondFactors, staff: Staff, at: Callable[[int], None]
) -> None:
    secret, _ = await enabled(factors, staff)
    at(30)

    shown = await challenge(auth)
    assert await StaffSession.all().count() == 0
    signed_in = await give(auth, shown, GivenCode(app=f" {code_of(secret)[:3]} {code_of(secret)[3:]} "))

    assert signed_in.staff.id == staff.id
    assert (await Staff.get(id=staff.id)).last_sign_in_at == START + timedelta(seconds=30)
    assert [row.action for row in await AuditLog.all().order_by("id")] == [
        "staff.enrol_totp",
        "staff.enable_totp",
        "staff.sign_in",
    ]


async def test_a_code_works_once_and_neither_does_an_older_one(
    auth: Auth, factors: SecondFactors, staff: Staff, at: Callable[[int], None]
) -> None:
    secret, _ = await enabled(factors, staff)
    confirmed_with = code_of(secret)
    at(30)
    shown, code = await challenge(auth), code_of(secret)
    await give(auth, shown, GivenCode(app=code))

    for used in (code, confirmed_with):
        with pytest.raises(InvalidCodeError):
            await give(auth, shown, GivenCode(app=used))

    assert await StaffSession.all().count() == 1


@pytest.mark.parametrize(("seconds", "is_good"), [(-60, False), (-30, True), (30, True), (60, False)])
async def test_the_clock_of_a_phone_may_differ_by_one_step(
    auth: Auth, factors: SecondFactors, staff: Staff, at: Callable[[int], None], seconds: int, is_good: bool
) -> None:
    secret, _ = await enabled(factors, staff)
    at(300)
    shown, of_phone = await challenge(auth), pyotp.TOTP(secret).at(clock.now() + timedelta(seconds=seconds))

    if is_good:
        await give(auth, shown, GivenCode(app=of_phone))
    else:
        with pytest.raises(InvalidCodeError):
            await give(auth, shown, GivenCode(app=of_phone))


async def test_a_recovery_code_works_once_however_it_is_typed(
    auth: Auth, factors: SecondFactors, staff: Staff, at: Callable[[int], None]
) -> None:
    _, codes = await enabled(factors, staff)
    shown = await challenge(auth)

    await give(auth, shown, GivenCode(recovery=codes[3].lower().replace("-", " ")))
    with pytest.raises(InvalidCodeError) as refused:
        await give(auth, shown, GivenCode(recovery=codes[3]))

    assert refused.value.field == "recoveryCode"
    assert (len(codes), len(set(codes))) == (10, 10)
    assert await factors.codes_left(staff.id) == 9
    assert all(len(row.code_hash) == 32 for row in await RecoveryCode.all())


async def test_a_challenge_ends_with_time_and_with_a_new_password(
    auth: Auth, factors: SecondFactors, staff: Staff, at: Callable[[int], None]
) -> None:
    secret, _ = await enabled(factors, staff)
    at(30)
    shown = await challenge(auth)

    for none in ("", "nonsense", shown[:-2], auth.tokens.issue_access(staff.id, 1, clock.now())[0]):
        with pytest.raises(ChallengeExpiredError):
            await give(auth, none, GivenCode(app=code_of(secret)))
    at(30 + 5 * 60 + 11)
    with pytest.raises(ChallengeExpiredError):
        await give(auth, shown, GivenCode(app=code_of(secret)))
    fresh = await challenge(auth)
    await auth.change_password(staff.id, PASSWORD, "another horse battery", actor(staff), keeps=None, address=HERE)
    at(400)
    with pytest.raises(ChallengeExpiredError):
        await give(auth, fresh, GivenCode(app=code_of(secret)))

    assert await StaffSession.all().count() == 0


async def test_guessing_codes_is_throttled_and_right_passwords_do_not_pay_for_it(
    auth: Auth, factors: SecondFactors, staff: Staff, at: Callable[[int], None]
) -> None:
    secret, _ = await enabled(factors, staff)
    at(60)
    shown = await challenge(auth)

    for _ in range(5):
        await auth.prove(staff.id, PASSWORD, address="198.51.100.1")
        with pytest.raises(InvalidCodeError):
            await give(auth, shown, GivenCode(app="000000"))

    with pytest.raises(RateLimitedError):
        await give(auth, shown, GivenCode(app=code_of(secret)))


async def test_who_gives_both_codes_or_none_is_told_so(auth: Auth) -> None:
    for given in (GivenCode(), GivenCode("123456", "AAAA")):
        with pytest.raises(InvalidInputError):
            await give(auth, "x", given)


async def test_turning_it_off_takes_the_password_and_a_code(
    auth: Auth, factors: SecondFactors, staff: Staff, at: Callable[[int], None]
) -> None:
    secret, codes = await enabled(factors, staff)
    at(30)

    def off(password: str, given: GivenCode) -> Awaitable[Staff]:
        return factors.disable(staff.id, password, given, actor(staff), address=HERE)

    with pytest.raises(InvalidCredentialsError):
        await off("wrong horse battery", GivenCode(app=code_of(secret)))
    with pytest.raises(InvalidCodeError):
        await off(PASSWORD, GivenCode(app="000000"))
    await off(PASSWORD, GivenCode(recovery=codes[0]))

    kept = await Staff.get(id=staff.id)
    assert (kept.totp_enabled_at, kept.totp_ciphertext, await RecoveryCode.all().count()) == (None, None, 0)
    await auth.sign_in(staff.email, PASSWORD, address=HERE, user_agent="Test")
    with pytest.raises(TotpNotEnabledError):
        await off(PASSWORD, GivenCode(app=code_of(secret)))


async def test_new_recovery_codes_end_the_old_ones(
    auth: Auth, factors: SecondFactors, staff: Staff, at: Callable[[int], None]
) -> None:
    secret, old = await enabled(factors, staff)
    at(30)

    new = await factors.new_codes(staff.id, PASSWORD, GivenCode(app=code_of(secret)), actor(staff), address=HERE)

    shown = await challenge(auth)
    with pytest.raises(InvalidCodeError):
        await give(auth, shown, GivenCode(recovery=old[0]))
    await give(auth, shown, GivenCode(recovery=new[0]))


async def test_it_is_not_set_up_twice(factors: SecondFactors, staff: Staff, at: Callable[[int], None]) -> None:
    await enabled(factors, staff)

    with pytest.raises(TotpAlreadyEnabledError):
        await factors.enrol(staff.id, PASSWORD, actor(staff), address=HERE)
    with pytest.raises(TotpAlreadyEnabledError):
        await factors.confirm(staff.id, "000000", actor(staff), address=HERE)


async def test_a_new_password_needs_the_old_one_and_ends_the_other_sessions(auth: Auth, staff: Staff) -> None:
    here = (await auth.sign_in(staff.email, PASSWORD, address=HERE, user_agent="Test")).session
    there = (await auth.sign_in(staff.email, PASSWORD, address=HERE, user_agent="Test")).session
    wanted = "another horse battery"

    with pytest.raises(InvalidCredentialsError) as refused:
        await auth.change_password(staff.id, "wrong", wanted, actor(staff), keeps=here.id, address=HERE)
    with pytest.raises(InvalidInputError):
        await auth.change_password(staff.id, PASSWORD, "short", actor(staff), keeps=here.id, address=HERE)
    await auth.change_password(staff.id, PASSWORD, wanted, actor(staff), keeps=here.id, address=HERE)

    assert refused.value.field == "old_password"
    assert [session.id for session in await auth.sessions(staff.id)] == [here.id]
    assert (await StaffSession.get(id=there.id)).revoked_reason == "password changed"
    with pytest.raises(InvalidCredentialsError):
        await auth.sign_in(staff.email, PASSWORD, address=HERE, user_agent="Test")
    await auth.sign_in(staff.email, wanted, address=HERE, user_agent="Test")


async def test_an_app_still_works_when_its_secret_is_sealed_again_under_a_new_key(
    database: Database, factors: SecondFactors, staff: Staff, at: Callable[[int], None]
) -> None:
    secret, _ = await enabled(factors, staff)
    new = "another secret of the tests, also long enough"

    both = Auth(database, SECRET, Vault.from_secrets(new, SECRET))
    resealed = [await SecondFactors(database, both, Settings(database)).reseal() for _ in range(2)]

    at(30)
    only_new = Auth(database, SECRET, Vault.from_secrets(new))
    signed_in = await give(only_new, await challenge(only_new), GivenCode(app=code_of(secret)))
    assert resealed == [1, 0]
    assert signed_in.staff.id == staff.id
