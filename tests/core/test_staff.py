"""Staff: who is invited and joins, whose role changes, who goes and comes back, and what ends with it."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from core import clock
from core.audit import Actor
from core.auth import Auth, EmailTakenError, SignedIn
from core.database import Database
from core.errors import ConflictError, ForbiddenError, InvalidInputError, UnauthenticatedError
from core.events.event_types import InvitationChanged, SessionRevoked, StaffChanged
from core.staff import (
    By,
    InvitationInvalidError,
    InvitationNotFoundError,
    InvitationOpenError,
    LastOwnerError,
    NotYourselfError,
    SessionNotFoundError,
    StaffMembers,
)
from core.staff_records import StaffNotFoundError
from core.vault import Vault
from models.audit import AuditLog
from models.events import EventRow
from models.orders import ActorKind
from models.staff import Invitation, Staff, StaffRole, StaffSession

SECRET = "a secret of the tests, long enough to be one"
PASSWORD = "correct horse battery"
NEW = "noor@shop.example"


@pytest.fixture
def auth(database: Database) -> Auth:
    return Auth(database, SECRET, Vault.from_secrets(SECRET))


@pytest.fixture
def members(database: Database, auth: Auth) -> StaffMembers:
    return StaffMembers(database, auth)


async def somebody(name: str, role: StaffRole, *, is_active: bool = True) -> Staff:
    return await Staff.create(
        email=f"{name}@shop.example",
        name=name.title(),
        role=role,
        password_hash="not a password",
        password_changed_at=clock.now(),
        is_active=is_active,
    )


def by(staff: Staff) -> By:
    actor = Actor(ActorKind.STAFF, staff_id=staff.id)
    return By(actor, manages_owners=staff.role is StaffRole.OWNER)


async def signed_in(database: Database, auth: Auth, staff: Staff) -> SignedIn:
    async with database.unit_of_work() as work:
        return await auth.open_session(work, staff, address="203.0.113.9", user_agent="Test")


async def accept(members: StaffMembers, token: str, **given: str) -> SignedIn:
    wanted = {"name": "Noor", "password": PASSWORD, "address": "203.0.113.9", "user_agent": "Test", **given}
    return await members.accept_invitation(token, **wanted)


async def told(event: type[Any]) -> list[dict[str, Any]]:
    return [row.payload for row in await EventRow.filter(type=event.type).order_by("id")]


async def test_who_is_invited_joins_with_the_role_they_were_invited_to(members: StaffMembers) -> None:
    owner = await somebody("omar", StaffRole.OWNER)

    invitation = await members.invite(" Noor@Shop.Example ", StaffRole.AGENT, by(owner))
    joined = await accept(members, members.token_of(invitation.id))

    assert (joined.staff.email, joined.staff.name, joined.staff.role) == (NEW, "Noor", StaffRole.AGENT)
    assert (await Staff.get(email=NEW)).last_sign_in_at is not None
    kept = await Invitation.get(id=invitation.id)
    assert kept.accepted_at is not None
    assert members.token_of(kept.id).encode() not in bytes(kept.token_hash)
    actions = [row.action for row in await AuditLog.all().order_by("id")]
    assert actions == ["staff.invite", "staff.create", "staff.accept_invitation", "staff.sign_in"]
    assert len(await told(InvitationChanged)) == 2


async def test_a_link_works_once(members: StaffMembers) -> None:
    owner = await somebody("omar", StaffRole.OWNER)
    token = members.token_of((await members.invite(NEW, StaffRole.AGENT, by(owner))).id)
    await accept(members, token)

    with pytest.raises(InvitationInvalidError):
        await accept(members, token)

    assert await Staff.all().count() == 2


async def test_two_who_use_one_link_at_once_do_not_both_join(members: StaffMembers) -> None:
    owner = await somebody("omar", StaffRole.OWNER)
    token = members.token_of((await members.invite(NEW, StaffRole.AGENT, by(owner))).id)

    results = await asyncio.gather(accept(members, token), accept(members, token), return_exceptions=True)

    assert sorted(type(result).__name__ for result in results) == ["InvitationInvalidError", "SignedIn"]
    assert await Staff.filter(email=NEW).count() == 1


async def test_a_link_ends_after_seven_days_when_revoked_and_when_it_is_none(members: StaffMembers) -> None:
    owner = await somebody("omar", StaffRole.OWNER)
    late = await members.invite(NEW, StaffRole.AGENT, by(owner))
    revoked = await members.invite("other@shop.example", StaffRole.AGENT, by(owner))
    await members.revoke_invitation(revoked.id, by(owner))

    for token in (members.token_of(revoked.id), members.token_of(99), "nonsense", f"{late.id}.nonsense"):
        with pytest.raises(InvitationInvalidError):
            await accept(members, token)
    with time_machine.travel(clock.now() + timedelta(days=7, seconds=1)):
        with pytest.raises(InvitationInvalidError):
            await accept(members, members.token_of(late.id))

    assert await Staff.all().count() == 1


async def test_one_address_has_one_open_invitation(members: StaffMembers) -> None:
    owner = await somebody("omar", StaffRole.OWNER)
    first = await members.invite(NEW, StaffRole.AGENT, by(owner))

    with pytest.raises(InvitationOpenError):
        await members.invite(NEW, StaffRole.VIEWER, by(owner))
    with pytest.raises(EmailTakenError):
        await members.invite(owner.email, StaffRole.VIEWER, by(owner))
    with pytest.raises(InvalidInputError):
        await members.invite("nobody", StaffRole.VIEWER, by(owner))

    await members.revoke_invitation(first.id, by(owner))
    second = await members.invite(NEW, StaffRole.VIEWER, by(owner))
    with time_machine.travel(clock.now() + timedelta(days=8)):
        third = await members.invite(NEW, StaffRole.VIEWER, by(owner))
    assert len({first.id, second.id, third.id}) == 3


async def test_an_invitation_is_revoked_once_and_not_after_it_was_accepted(members: StaffMembers) -> None:
    owner = await somebody("omar", StaffRole.OWNER)
    open_one = await members.invite(NEW, StaffRole.AGENT, by(owner))
    used = await members.invite("used@shop.example", StaffRole.AGENT, by(owner))
    await accept(members, members.token_of(used.id))

    first = await members.revoke_invitation(open_one.id, by(owner))
    again = await members.revoke_invitation(open_one.id, by(owner))

    assert first.revoked_at == again.revoked_at
    with pytest.raises(ConflictError):
        await members.revoke_invitation(used.id, by(owner))
    with pytest.raises(InvitationNotFoundError):
        await members.revoke_invitation(99, by(owner))


async def test_only_owners_touch_owners(members: StaffMembers, database: Database, auth: Auth) -> None:
    owner, admin = await somebody("omar", StaffRole.OWNER), await somebody("adil", StaffRole.ADMIN)
    other = await somebody("olga", StaffRole.OWNER)
    gone = await somebody("otto", StaffRole.OWNER, is_active=False)
    agent = await somebody("aisha", StaffRole.AGENT)
    of_owner = await members.invite(NEW, StaffRole.OWNER, by(owner))
    session = (await signed_in(database, auth, owner)).session

    for refused in (
        members.invite("x@shop.example", StaffRole.OWNER, by(admin)),
        members.revoke_invitation(of_owner.id, by(admin)),
        members.change_role(agent.id, StaffRole.OWNER, by(admin)),
        members.change_role(other.id, StaffRole.AGENT, by(admin)),
        members.deactivate(other.id, by(admin)),
        members.reactivate(gone.id, by(admin)),
        members.revoke_session(session.id, by(admin)),
    ):
        with pytest.raises(ForbiddenError):
            await refused

    assert {staff.role for staff in await Staff.filter(id__in=[owner.id, other.id])} == {StaffRole.OWNER}
    assert (await StaffSession.get(id=session.id)).revoked_at is None


async def test_a_new_role_ends_sessions_and_open_invitations(
    members: StaffMembers, database: Database, auth: Auth
) -> None:
    owner, admin = await somebody("omar", StaffRole.OWNER), await somebody("adil", StaffRole.ADMIN)
    session = (await signed_in(database, auth, admin)).session
    theirs = await members.invite(NEW, StaffRole.ADMIN, by(admin))

    await members.change_role(admin.id, StaffRole.VIEWER, by(owner))

    assert (await Staff.get(id=admin.id)).role is StaffRole.VIEWER
    assert await told(SessionRevoked) == [{"session_id": session.id, "staff_id": admin.id}]
    assert await told(StaffChanged) == [{"staff_id": admin.id, "role": "VIEWER", "is_active": True}]
    assert (await Invitation.get(id=theirs.id)).revoked_at is not None
    row = await AuditLog.get(action="staff.change_role")
    assert (row.staff_id, row.before, row.after) == (owner.id, {"role": "ADMIN"}, {"role": "VIEWER"})


async def test_the_same_role_again_changes_nothing(members: StaffMembers, database: Database, auth: Auth) -> None:
    owner, agent = await somebody("omar", StaffRole.OWNER), await somebody("aisha", StaffRole.AGENT)
    session = (await signed_in(database, auth, agent)).session

    await members.change_role(agent.id, StaffRole.AGENT, by(owner))

    assert (await StaffSession.get(id=session.id)).revoked_at is None
    assert await AuditLog.filter(action="staff.change_role").count() == 0


async def test_who_is_deactivated_is_out_until_they_are_let_back_in(
    members: StaffMembers, database: Database, auth: Auth
) -> None:
    owner, agent = await somebody("omar", StaffRole.OWNER), await somebody("aisha", StaffRole.AGENT)
    before = await signed_in(database, auth, agent)

    await members.deactivate(agent.id, by(owner))
    await members.deactivate(agent.id, by(owner))

    with pytest.raises(UnauthenticatedError):
        await auth.caller_from_access_token(before.access_token)
    assert len(await told(SessionRevoked)) == 1
    assert await AuditLog.filter(action="staff.deactivate").count() == 1

    await members.reactivate(agent.id, by(owner))
    await members.reactivate(agent.id, by(owner))

    assert (await Staff.get(id=agent.id)).is_active
    assert await AuditLog.filter(action="staff.reactivate").count() == 1
    with pytest.raises(UnauthenticatedError):
        await auth.caller_from_access_token(before.access_token)


async def test_nobody_changes_themselves(members: StaffMembers) -> None:
    owner, _other = await somebody("omar", StaffRole.OWNER), await somebody("olga", StaffRole.OWNER)

    for refused in (
        members.change_role(owner.id, StaffRole.VIEWER, by(owner)),
        members.deactivate(owner.id, by(owner)),
    ):
        with pytest.raises(NotYourselfError):
            await refused

    assert (await Staff.get(id=owner.id)).role is StaffRole.OWNER


async def test_the_last_owner_stays_also_when_a_program_asks(members: StaffMembers) -> None:
    owner = await somebody("omar", StaffRole.OWNER)
    await somebody("otto", StaffRole.OWNER, is_active=False)
    program = By(Actor(ActorKind.API_KEY), manages_owners=True)

    for refused in (members.change_role(owner.id, StaffRole.ADMIN, program), members.deactivate(owner.id, program)):
        with pytest.raises(LastOwnerError):
            await refused

    assert (await Staff.get(id=owner.id)).is_active


async def test_two_owners_who_end_each_other_at_once_do_not_both_succeed(members: StaffMembers) -> None:
    one, two = await somebody("omar", StaffRole.OWNER), await somebody("olga", StaffRole.OWNER)

    results = await asyncio.gather(
        members.deactivate(two.id, by(one)), members.deactivate(one.id, by(two)), return_exceptions=True
    )

    assert sorted(type(result).__name__ for result in results) == ["LastOwnerError", "Staff"]
    assert await Staff.filter(is_active=True).count() == 1


async def test_a_session_of_somebody_is_ended_once(members: StaffMembers, database: Database, auth: Auth) -> None:
    admin, agent = await somebody("adil", StaffRole.ADMIN), await somebody("aisha", StaffRole.AGENT)
    session = (await signed_in(database, auth, agent)).session

    await members.revoke_session(session.id, by(admin))
    await members.revoke_session(session.id, by(admin))

    assert await told(SessionRevoked) == [{"session_id": session.id, "staff_id": agent.id}]
    with pytest.raises(SessionNotFoundError):
        await members.revoke_session(99, by(admin))


async def test_who_does_not_exist_is_said_so(members: StaffMembers) -> None:
    owner = await somebody("omar", StaffRole.OWNER)

    with pytest.raises(StaffNotFoundError):
        await members.deactivate(99, by(owner))
