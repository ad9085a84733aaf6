"""Members of staff who ask, with a password and a session of their own, and a browser that keeps cookies."""

import itertools
from dataclasses import dataclass, field, replace

from argon2 import PasswordHasher

from core import clock
from core.auth import SignedIn
from core.permissions import ROLE_PERMISSIONS, Caller, CallerKind
from core.shop import Shop
from graph.context import Context
from models.staff import Staff, StaffRole, StaffSession
from tests.graph.asking import Asker

PASSWORD = "correct horse battery"

_numbers = itertools.count(1)


@dataclass
class Jar:
    """The cookies of a browser."""

    signed_in: SignedIn | None = None
    are_kept: bool = True

    @property
    def refresh_token(self) -> str | None:
        return None if self.signed_in is None else self.signed_in.refresh_token

    def set(self, signed_in: SignedIn) -> None:
        self.signed_in = signed_in

    def clear(self) -> None:
        self.signed_in = None


@dataclass
class Browser(Asker):
    """Somebody at a browser, signed in or not."""

    jar: Jar = field(default_factory=Jar)

    def context(self) -> Context:
        return replace(super().context(), cookies=self.jar)


def hashed(password: str) -> str:
    """Cheaply: the real costs are tested elsewhere."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(password)


async def make_person(role: StaffRole, *, password: str = PASSWORD, is_active: bool = True) -> Staff:
    number = next(_numbers)
    return await Staff.create(
        email=f"person-{number}@shop.example",
        name=f"{role.value.title()} {number}",
        role=role,
        password_hash=hashed(password),
        password_changed_at=clock.now(),
        is_active=is_active,
    )


def caller_of(staff: Staff, session: StaffSession | None = None) -> Caller:
    return Caller(
        CallerKind.STAFF,
        f"staff:{staff.id}",
        ROLE_PERMISSIONS[staff.role],
        name=staff.name,
        staff_id=staff.id,
        session_id=None if session is None else session.id,
        role=staff.role,
    )


async def signed_in(shop: Shop, staff: Staff) -> Browser:
    async with shop.database.unit_of_work() as work:
        opened = await shop.auth.open_session(work, staff, address="203.0.113.9", user_agent="Test")
    return Browser(shop, caller_of(staff, opened.session), Jar(opened))


async def person(shop: Shop, role: StaffRole) -> Browser:
    return await signed_in(shop, await make_person(role))
