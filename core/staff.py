"""Who works here: invitations, roles, leaving and coming back, and colleagues who lost their second factor."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from tortoise.exceptions import IntegrityError

from core import audit, clock
from core.audit import PROGRAM, Actor
from core.auth import Auth, SignedIn
from core.database import Database, UnitOfWork
from core.errors import ConflictError, ForbiddenError, NotFoundError, ParleyError
from core.events.event_types import InvitationChanged
from core.permissions import Permission
from core.staff_records import (
    EmailTakenError,
    StaffNotFoundError,
    end_session,
    end_sessions,
    insert_staff,
    judge_staff,
    locked_session,
    locked_staff,
    normal_email,
    note_staff,
)
from core.tokens import fingerprint
from core.totp import TotpNotEnabledError, forget
from models.staff import Invitation, Staff, StaffRole, StaffSession

INVITATION_LASTS = timedelta(days=7)

# Whoever changes who the owners are waits here for whoever does so already: two could end each other.
_OWNERS = "select pg_advisory_xact_lock(hashtextextended('parley owners', 0))"

_REVOKE_EXPIRED = """
update invitations set revoked_at = $2
where email = $1 and expires_at <= $2 and accepted_at is null and revoked_at is null
"""

_REVOKE_THEIRS = """
update invitations set revoked_at = $2
where invited_by_id = $1 and accepted_at is null and revoked_at is null returning id, role
"""


class InvitationInvalidError(ParleyError):
    code = "INVITATION_INVALID"

    def __init__(self) -> None:
        super().__init__("This invitation was used or revoked, or its time is over; ask for another.", field="token")


class InvitationOpenError(ConflictError):
    code = "INVITATION_OPEN"

    def __init__(self) -> None:
        super().__init__("Somebody with this e-mail address is invited already; revoke that first.", field="email")


class InvitationNotFoundError(NotFoundError):
    code = "INVITATION_NOT_FOUND"


class SessionNotFoundError(NotFoundError):
    code = "SESSION_NOT_FOUND"


class LastOwnerError(ConflictError):
    code = "LAST_OWNER"

    def __init__(self) -> None:
        super().__init__("This is the only owner; make another one first.", field="id")


class NotYourselfError(ConflictError):
    code = "NOT_YOURSELF"

    def __init__(self) -> None:
        super().__init__("Nobody does this to themselves; ask a colleague.", field="id")


@dataclass(frozen=True, slots=True)
class By:
    """Who changes the staff, and whether owners are theirs to change."""

    actor: Actor
    manages_owners: bool

    def demand(self, *roles: StaffRole) -> None:
        """Raises ForbiddenError when one of the roles is not theirs to give or to take."""
        if StaffRole.OWNER in roles and not self.manages_owners:
            permission = Permission.OWNERS_MANAGE
            raise ForbiddenError(f"This needs the permission “{permission}”.", permission=permission.value)


class StaffMembers:
    def __init__(self, database: Database, auth: Auth) -> None:
        self._database = database
        self._auth = auth

    # --- Invitations -------------------------------------------------------------------------------------------------

    async def invite(self, email: str, role: StaffRole, by: By) -> Invitation:
        """One at a time for each address. Raises EmailTakenError, InvitationOpenError, InvalidInputError."""
        by.demand(role)
        email = normal_email(email)
        async with self._database.unit_of_work() as work:
            if await Staff.filter(email=email).exists():
                raise EmailTakenError("Somebody has this e-mail address already.", field="email")
            await work.execute(_REVOKE_EXPIRED, email, work.now)
            try:
                invitation = await Invitation.create(
                    email=email,
                    role=role,
                    token_hash=secrets.token_bytes(32),  # its own needs the id
                    invited_by_id=by.actor.staff_id,
                    expires_at=work.now + INVITATION_LASTS,
                    created_at=work.now,
                )
            except IntegrityError as error:
                raise InvitationOpenError from error
            invitation.token_hash = fingerprint(self.token_of(invitation.id))
            await invitation.save(update_fields=["token_hash"])
            await _note(work, invitation, "staff.invite", by.actor)
        return invitation

    def token_of(self, invitation_id: int) -> str:
        """What stands in the link. It is kept nowhere, but can be made again."""
        return self._auth.tokens.invitation(invitation_id)

    async def revoke_invitation(self, invitation_id: int, by: By) -> Invitation:
        """Revoking it again changes nothing. Raises InvitationNotFoundError, or ConflictError once it was accepted."""
        async with self._database.unit_of_work() as work:
            invitation = await Invitation.filter(id=invitation_id).select_for_update().get_or_none()
            if invitation is None:
                raise InvitationNotFoundError("There is no such invitation.", field="id")
            by.demand(invitation.role)
            if invitation.accepted_at is not None:
                raise ConflictError("This invitation was accepted; deactivate the person instead.", field="id")
            if invitation.revoked_at is None:
                invitation.revoked_at = work.now
                await invitation.save(update_fields=["revoked_at"])
                await _note(work, invitation, "staff.revoke_invitation", by.actor)
        return invitation

    async def accept_invitation(
        self, token: str, *, name: str, password: str, address: str, user_agent: str
    ) -> SignedIn:
        """Uses up the link. Raises InvitationInvalidError, EmailTakenError, or InvalidInputError."""
        found = await Invitation.get_or_none(
            token_hash=fingerprint(token), accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=clock.now()
        )
        if found is None:
            raise InvitationInvalidError
        _, name = judge_staff(found.email, name, password)
        password_hash = await self._auth.hash(password)
        async with self._database.unit_of_work() as work:
            invitation = await Invitation.filter(id=found.id).select_for_update().get()
            if invitation.accepted_at or invitation.revoked_at or invitation.expires_at <= work.now:
                raise InvitationInvalidError
            invitation.accepted_at = work.now
            await invitation.save(update_fields=["accepted_at"])
            staff = await insert_staff(work, invitation.email, name, invitation.role, password_hash, PROGRAM)
            await _note(work, invitation, "staff.accept_invitation", PROGRAM)
            return await self._auth.open_session(work, staff, address=address, user_agent=user_agent)

    # --- Those who are here ------------------------------------------------------------------------------------------

    async def change_role(self, staff_id: int, role: StaffRole, by: By) -> Staff:
        """They sign in again, with their new rights. Raises LastOwnerError, NotYourselfError, StaffNotFoundError."""
        async with self._database.unit_of_work() as work:
            staff = await self._lock(work, staff_id, by, role)
            before = staff.role
            if before is role:
                return staff
            if before is StaffRole.OWNER and staff.is_active:
                await _demand_another_owner(staff_id)
            staff.role = role
            await staff.save(update_fields=["role"])
            await audit.record(
                work,
                by.actor,
                "staff.change_role",
                "staff",
                staff_id,
                before={"role": before.value},
                after={"role": role.value},
            )
            await self._shut_out(work, staff, "role changed", by.actor)
        return staff

    async def deactivate(self, staff_id: int, by: By) -> Staff:
        """Their sessions end, and so do their open invitations. Raises as `change_role` does."""
        async with self._database.unit_of_work() as work:
            staff = await self._lock(work, staff_id, by)
            if not staff.is_active:
                return staff
            if staff.role is StaffRole.OWNER:
                await _demand_another_owner(staff_id)
            await self._set_active(work, staff, "staff.deactivate", by.actor, is_active=False)
            await self._shut_out(work, staff, "deactivated", by.actor)
        return staff

    async def reactivate(self, staff_id: int, by: By) -> Staff:
        """With the role and the password of before. Raises StaffNotFoundError."""
        async with self._database.unit_of_work() as work:
            staff = await self._lock(work, staff_id, by)
            if not staff.is_active:
                await self._set_active(work, staff, "staff.reactivate", by.actor, is_active=True)
                note_staff(work, staff)
        return staff

    async def reset_second_factor(self, staff_id: int, by: By) -> Staff:
        """Of somebody who lost it: gone with its recovery codes, and so are their sessions.

        Whoever asks must have given their own password just now (`Auth.prove`): a stolen session must not open the way
        into others' accounts. Raises TotpNotEnabledError, NotYourselfError, StaffNotFoundError.
        """
        async with self._database.unit_of_work() as work:
            staff = await self._lock(work, staff_id, by)
            if staff.totp_enabled_at is None:
                raise TotpNotEnabledError(field="id")
            await forget(staff)
            await audit.record(work, by.actor, "staff.reset_second_factor", "staff", staff_id)
            await end_sessions(work, staff_id, "second factor reset", by.actor)
            note_staff(work, staff)
        return staff

    @staticmethod
    async def by_email(email: str) -> Staff:
        """Raises StaffNotFoundError, or InvalidInputError for what is no address."""
        staff = await Staff.get_or_none(email=normal_email(email))
        if staff is None:
            raise StaffNotFoundError("Nobody here has this e-mail address.", field="email")
        return staff

    async def revoke_session(self, session_id: int, by: By) -> StaffSession:
        """Ended already, nothing changes. Raises SessionNotFoundError."""
        async with self._database.unit_of_work() as work:
            session = await locked_session(session_id)
            if session is None:
                raise SessionNotFoundError("There is no such session.", field="id")
            if session.staff_id != by.actor.staff_id:
                by.demand((await Staff.get(id=session.staff_id)).role)
            if session.revoked_at is None:
                await end_session(work, session, "revoked", by.actor)
        return session

    async def _lock(self, work: UnitOfWork, staff_id: int, by: By, *roles: StaffRole) -> Staff:
        await work.fetch(_OWNERS)
        staff = await locked_staff(staff_id)
        by.demand(staff.role, *roles)
        if staff_id == by.actor.staff_id:
            raise NotYourselfError
        return staff

    async def _set_active(self, work: UnitOfWork, staff: Staff, action: str, actor: Actor, *, is_active: bool) -> None:
        staff.is_active = is_active
        await staff.save(update_fields=["is_active"])
        await audit.record(
            work,
            actor,
            action,
            "staff",
            staff.id,
            before={"is_active": not is_active},
            after={"is_active": is_active},
        )

    async def _shut_out(self, work: UnitOfWork, staff: Staff, reason: str, actor: Actor) -> None:
        """What they hold from their former rights: sessions with open sockets, and links they gave away."""
        await end_sessions(work, staff.id, reason, actor)
        for row in await work.fetch(_REVOKE_THEIRS, staff.id, work.now):
            work.append(InvitationChanged(row["id"], row["role"]))
        note_staff(work, staff)


async def _demand_another_owner(staff_id: int) -> None:
    if not await Staff.filter(role=StaffRole.OWNER, is_active=True).exclude(id=staff_id).exists():
        raise LastOwnerError


async def _note(work: UnitOfWork, invitation: Invitation, action: str, actor: Actor) -> None:
    after = {"role": invitation.role.value}
    await audit.record(work, actor, action, "invitations", invitation.id, after=after)
    work.append(InvitationChanged(invitation.id, invitation.role.value))
