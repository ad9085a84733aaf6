"""The way back in for the only owner who lost phone and recovery codes: a command on the server's own machine."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pyotp
import pytest

from core import audit
from core.auth import SignedIn, TotpRequiredError
from core.shop import Shop
from models.audit import AuditLog
from models.orders import ActorKind
from models.staff import RecoveryCode, Staff, StaffRole, StaffSession
from web.cli.opening import shop_for_command

CHECKOUT = Path(__file__).parents[2]
EMAIL, PASSWORD = "owner@shop.example", "a long enough password"
T = TypeVar("T")


@pytest.fixture(autouse=True)
def own_postgres(database_url: str, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("PARLEY_DATA", str(data_folder))


def in_the_shop(act: Callable[[Shop], Awaitable[T]]) -> T:
    async def run() -> T:
        async with shop_for_command() as shop:
            return await act(shop)

    return asyncio.run(run())


def command(email: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "web.cli", "reset-second-factor", email],
        cwd=CHECKOUT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


async def sign_in(shop: Shop) -> SignedIn:
    return await shop.auth.sign_in(email=EMAIL, password=PASSWORD, address="198.51.100.7", user_agent="tests")


async def only_owner(shop: Shop) -> int:
    staff = await shop.auth.create_staff(
        email=EMAIL, name="Ayesha", role=StaffRole.OWNER, password=PASSWORD, actor=audit.PROGRAM
    )
    return int(staff.id)


async def with_second_factor(shop: Shop) -> int:
    """The only owner, signed in, whose app is on."""
    key = await only_owner(shop)
    await sign_in(shop)
    enrolled = await shop.second_factors.enrol(key, PASSWORD, audit.PROGRAM, address="198.51.100.7")
    code = pyotp.TOTP(enrolled.secret).now()
    await shop.second_factors.confirm(key, code, audit.PROGRAM, address="198.51.100.7")
    return key


async def is_asked_for_a_code(shop: Shop) -> bool:
    try:
        await sign_in(shop)
    except TotpRequiredError:
        return True
    return False


def test_the_only_owner_gets_back_in_and_every_session_ends() -> None:
    owner = in_the_shop(with_second_factor)
    was_asked = in_the_shop(is_asked_for_a_code)

    done = command(" Owner@Shop.example ")

    async def left(_shop: Shop) -> tuple[int, int, list[tuple[ActorKind, int]]]:
        rows = await AuditLog.filter(action="staff.reset_second_factor")
        return (
            await StaffSession.filter(staff_id=owner, revoked_at__isnull=True).count(),
            await RecoveryCode.filter(staff_id=owner).count(),
            [(row.actor, row.subject_id) for row in rows],
        )

    assert (was_asked, done.returncode) == (True, 0)
    assert "Ayesha (OWNER) signs in with the password alone now" in done.stdout
    assert in_the_shop(left) == (0, 0, [(ActorKind.PROGRAM, owner)])
    assert in_the_shop(is_asked_for_a_code) is False


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("nobody@shop.example", "Nobody here has this e-mail address."),
        ("nonsense", "This is no e-mail address."),
        (EMAIL, "The second factor is not on."),
    ],
)
def test_what_cannot_be_reset_is_said_and_nothing_changes(email: str, sentence: str) -> None:
    in_the_shop(only_owner)

    done = command(email)

    async def resets(_shop: Shop) -> tuple[int, int]:
        return await AuditLog.filter(action="staff.reset_second_factor").count(), await Staff.all().count()

    assert (done.returncode, done.stderr.strip()) == (2, sentence)
    assert in_the_shop(resets) == (0, 1)
