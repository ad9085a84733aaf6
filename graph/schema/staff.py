"""Staff and their sign-in as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Self

import strawberry
from tortoise.expressions import Q

from core import clock
from core.listing import Sorting
from core.permissions import Caller, CallerKind, Permission
from graph.filters import SortDirection, among, contains, is_, sorting
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import Connection, Slice, connect
from graph.permissions import derived, field
from graph.scalars import described
from models import staff as tables
from models.staff import StaffRole

described(
    StaffRole,
    "What somebody's work is, and so what they may do.",
    OWNER="Everything.",
    ADMIN="Everything but what concerns owners.",
    AGENT="Conversations, customers and orders, without refunds; reads the catalogue.",
    VIEWER="Reads, without the account numbers of payment methods.",
)


class ViewerKind(StrEnum):
    STAFF = "STAFF"
    API_KEY = "API_KEY"


described(ViewerKind, "Who asks.", STAFF="A member of staff who signed in.", API_KEY="A program, with an API key.")


@strawberry.type(description="Somebody who works in the shop.")
class Staff(Node, may=Permission.STAFF_READ, table=tables.Staff):
    name: str = strawberry.field(description="What colleagues call them.")
    email: str = strawberry.field(description="What they sign in with.")
    role: StaffRole = strawberry.field(description="What they may do.")
    is_active: bool = strawberry.field(description="Whether they can sign in.")
    last_sign_in_at: datetime | None = strawberry.field(description="When they last signed in.")
    totp_enabled: bool = strawberry.field(description="Whether a second factor is asked for when they sign in.")
    created_at: datetime = strawberry.field(description="When they came.")

    @classmethod
    def from_row(cls, row: tables.Staff) -> Self:
        return cls(
            id=cls.id_of(row.id),
            name=row.name,
            email=row.email,
            role=row.role,
            is_active=row.is_active,
            last_sign_in_at=row.last_sign_in_at,
            totp_enabled=row.totp_enabled_at is not None,
            created_at=row.created_at,
        )


@strawberry.type(description="Who asks, and what they may do.")
class Viewer:
    id: strawberry.ID = strawberry.field(description="The same for the same person or program, whatever the session.")
    kind: ViewerKind = strawberry.field(description="A person or a program.")
    name: str = strawberry.field(description="The person's name, or the key's.")
    role: StaffRole | None = strawberry.field(description="The person's role; a program has scopes instead.")
    can: list[str] = strawberry.field(description="The permissions, as descriptions of fields name them.")
    last_sign_in_at: datetime | None = strawberry.field(description="When the person last signed in; null: a program.")
    totp_enabled: bool = strawberry.field(description="Whether the person has a second factor.")
    staff: Staff | None = strawberry.field(description="The person.")

    @classmethod
    def of(cls, caller: Caller, staff: Staff | None) -> Self | None:
        if caller.kind is CallerKind.ANONYMOUS:
            return None
        return cls(
            id=strawberry.ID(caller.label),
            kind=ViewerKind(caller.kind.value),
            name=caller.name,
            role=caller.role,
            can=sorted(permission.value for permission in caller.permissions),
            last_sign_in_at=None if staff is None else staff.last_sign_in_at,
            totp_enabled=staff is not None and staff.totp_enabled,
            staff=staff,
        )

    @field(may=Permission.SELF_MANAGE, description="How many recovery codes the person has not used yet.")
    async def recovery_codes_left(self, info: Info) -> int | None:
        key = info.context.caller.staff_id
        return None if key is None else await info.context.shop.second_factors.codes_left(key)


@strawberry.type(description="One signed-in browser of a member of staff.")
class StaffSession(Node, may=Permission.STAFF_MANAGE, table=tables.StaffSession):
    address: str = strawberry.field(description="Where it was opened from.")
    user_agent: str = strawberry.field(description="What the browser calls itself.")
    created_at: datetime = strawberry.field(description="When they signed in.")
    last_used_at: datetime = strawberry.field(description="When its tokens were last made anew.")
    expires_at: datetime = strawberry.field(description="When it ends if it is not used.")
    ended_at: datetime | None = strawberry.field(description="When it was ended before its time.")
    row_id: strawberry.Private[int]
    staff_id: strawberry.Private[int]

    @classmethod
    def from_row(cls, row: tables.StaffSession) -> Self:
        return cls(
            id=cls.id_of(row.id),
            row_id=row.id,
            staff_id=row.staff_id,
            address=row.address,
            user_agent=row.user_agent,
            created_at=row.created_at,
            last_used_at=row.refreshed_at,
            expires_at=row.expires_at,
            ended_at=row.revoked_at,
        )

    @derived(description="Whether it is the session of whoever asks.")
    def is_current(self, info: Info) -> bool:
        return info.context.caller.session_id == self.row_id

    @field(may=Permission.STAFF_READ, description="Whose it is.")
    async def staff(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.staff_id)


class InvitationState(StrEnum):
    OPEN = "OPEN"
    ACCEPTED = "ACCEPTED"
    REVOKED = "REVOKED"
    EXPIRED = "EXPIRED"


described(
    InvitationState,
    "What became of an invitation.",
    OPEN="Its link can be used.",
    ACCEPTED="Somebody came by it.",
    REVOKED="It was taken back.",
    EXPIRED="Nobody used it in time.",
)


@strawberry.type(description="A link by which somebody joins the shop.")
class Invitation(Node, may=Permission.STAFF_MANAGE, table=tables.Invitation):
    email: str = strawberry.field(description="What they will sign in with.")
    role: StaffRole = strawberry.field(description="What they may do then.")
    state: InvitationState = strawberry.field(description="What became of it.")
    created_at: datetime = strawberry.field(description="When it was made.")
    expires_at: datetime = strawberry.field(description="When its link ends.")
    accepted_at: datetime | None = strawberry.field(description="When somebody came by it.")
    revoked_at: datetime | None = strawberry.field(description="When it was taken back.")
    inviter_id: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: tables.Invitation) -> Self:
        return cls(
            id=cls.id_of(row.id),
            inviter_id=row.invited_by_id,
            email=row.email,
            role=row.role,
            state=_state_of(row),
            created_at=row.created_at,
            expires_at=row.expires_at,
            accepted_at=row.accepted_at,
            revoked_at=row.revoked_at,
        )

    @field(may=Permission.STAFF_READ, description="Who made it; null if it was a program.")
    async def invited_by(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.inviter_id)


def _state_of(row: tables.Invitation) -> InvitationState:
    if row.accepted_at is not None:
        return InvitationState.ACCEPTED
    if row.expires_at <= clock.now() and (row.revoked_at is None or row.revoked_at >= row.expires_at):
        return InvitationState.EXPIRED
    return InvitationState.OPEN if row.revoked_at is None else InvitationState.REVOKED


# --- Lists -----------------------------------------------------------------------------------------------------------


class StaffSortField(StrEnum):
    NAME = "name"
    CREATED_AT = "created_at"


described(StaffSortField, "What staff can be ordered by.", NAME="Their name.", CREATED_AT="When they came.")


@strawberry.input(description="An order of staff.")
class StaffSort:
    field: StaffSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which roles.")
class StaffRoleFilter:
    in_: list[StaffRole] | None = strawberry.field(name="in", default=None, description="One of these.")
    not_in: list[StaffRole] | None = strawberry.field(default=None, description="None of these.")


@strawberry.input(description="Which members of staff; everything that is given must hold.")
class StaffFilter:
    role: StaffRoleFilter | None = strawberry.field(default=None, description="By what they may do.")
    is_active: bool | None = strawberry.field(default=None, description="Only those who can sign in, or only others.")
    search: str | None = strawberry.field(default=None, description="Part of the name or of the e-mail address.")


@strawberry.input(description="Which invitations; everything that is given must hold.")
class InvitationFilter:
    is_open: bool | None = strawberry.field(
        default=None, description="Only those whose link can be used, or only others."
    )
    role: StaffRoleFilter | None = strawberry.field(default=None, description="By what they are an invitation to.")


async def staff_members(wanted: StaffFilter | None, order: StaffSort | None, asked: Slice) -> Connection[Staff]:
    wanted = wanted or StaffFilter()
    rows = tables.Staff.filter(
        among("role", wanted.role), is_("is_active", wanted.is_active), contains(wanted.search, "name", "email")
    )
    return await connect(Staff, rows, sorting(order, Sorting("name")), asked)


async def invitations(wanted: InvitationFilter | None, asked: Slice) -> Connection[Invitation]:
    wanted = wanted or InvitationFilter()
    rows = tables.Invitation.filter(among("role", wanted.role), _is_open(wanted.is_open))
    return await connect(Invitation, rows, Sorting(descending=True), asked)


def _is_open(wanted: bool | None) -> Q:
    if wanted is None:
        return Q()
    good = Q(accepted_at__isnull=True) & Q(revoked_at__isnull=True) & Q(expires_at__gt=clock.now())
    return good if wanted else ~good


# --- What is asked for, and answered ---------------------------------------------------------------------------------


@strawberry.input(description="Somebody who is to join the shop.")
class StaffInviteInput(Asked):
    email: str = strawberry.field(description="What they will sign in with; no e-mail is sent.")
    role: StaffRole = strawberry.field(description="What they may do. Making an owner needs `owners:manage`.")


@strawberry.input(description="An invitation to take back.")
class InvitationRevokeInput(Asked):
    id: strawberry.ID = strawberry.field(description="The invitation.")


@strawberry.input(description="Somebody else's new role.")
class StaffChangeRoleInput(Asked):
    id: strawberry.ID = strawberry.field(description="The member of staff.")
    role: StaffRole = strawberry.field(description="What they may do from now on.")


@strawberry.input(description="Somebody who leaves.")
class StaffDeactivateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The member of staff.")


@strawberry.input(description="Somebody who comes back.")
class StaffReactivateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The member of staff.")


@strawberry.input(description="Somebody who lost their authenticator app and their recovery codes.")
class StaffSecondFactorResetInput(Asked):
    id: strawberry.ID = strawberry.field(description="The member of staff.")
    password: str = strawberry.field(description="That of whoever asks, not theirs.")


@strawberry.input(description="A session to end.")
class StaffSessionRevokeInput(Asked):
    id: strawberry.ID = strawberry.field(description="The session.")


@strawberry.type(description="An invitation, and what to give to the person.")
class StaffInvitePayload:
    invitation: Invitation = strawberry.field(description="The invitation.")
    token: str = strawberry.field(description="For `invitationAccept`; whoever has it can join.")
    link_path: str = strawberry.field(description="The address of the page that accepts it, below this server's.")


@strawberry.type(description="An invitation as it is now.")
class InvitationPayload:
    invitation: Invitation = strawberry.field(description="The invitation.")


@strawberry.type(description="A member of staff as they are now.")
class StaffPayload:
    staff: Staff = strawberry.field(description="The member of staff.")


@strawberry.type(description="A session as it is now.")
class StaffSessionPayload:
    session: StaffSession = strawberry.field(description="The session.")
