"""Who asks, who works here, their sessions, and the invitations by which they come."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from core.staff import By
from graph.errors import ConflictProblem, NotFoundProblem
from graph.mutations import ASKED, actor, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import ANYBODY, field, person
from graph.schema import staff as schema
from graph.schema.sign_in import InvalidCredentialsProblem, RateLimitedProblem
from graph.schema.staff import (
    Invitation,
    InvitationPayload,
    Staff,
    StaffInvitePayload,
    StaffPayload,
    StaffSession,
    StaffSessionPayload,
    Viewer,
)


@strawberry.type
class StaffQuery:
    @field(may=ANYBODY, description="Who asks; null when nobody is signed in.")
    async def viewer(self, info: Info) -> Viewer | None:
        caller = info.context.caller
        return Viewer.of(caller, await Staff.load(info, caller.staff_id))

    @field(may=Permission.STAFF_READ, description="Who works here or did so, by name if unsaid.")
    async def staff_members(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            schema.StaffFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[schema.StaffSort | None, strawberry.argument(description="In which order.")] = None,
    ) -> Connection[Staff] | None:
        return await schema.staff_members(wanted, order_by, Slice(first, after, last, before))

    @field(may=Permission.STAFF_MANAGE, description="The invitations, the newest first.")
    async def invitations(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            schema.InvitationFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
    ) -> Connection[Invitation] | None:
        return await schema.invitations(wanted, Slice(first, after, last, before))

    @field(
        may=Permission.SELF_MANAGE,
        description="The open sessions of whoever asks, the one used last first; those of others need `staff:manage`.",
    )
    async def staff_sessions(
        self,
        info: Info,
        staff_id: Annotated[strawberry.ID | None, strawberry.argument(description="Whose, if of others.")] = None,
    ) -> list[StaffSession] | None:
        own = person(info)
        whose = Staff.key_if(staff_id, field="staffId") or own
        if whose != own:
            info.context.caller.demand(Permission.STAFF_MANAGE)
        return [StaffSession.from_row(row) for row in await info.context.shop.auth.sessions(whose)]


@strawberry.type
class StaffMutation:
    @mutation(
        StaffInvitePayload,
        may=Permission.STAFF_MANAGE,
        description="Makes a link by which somebody joins within seven days. No e-mail is sent: give it to them.",
        problems=(ConflictProblem,),
        without=(NotFoundProblem,),
    )
    async def staff_invite(self, info: Info, asked: Annotated[schema.StaffInviteInput, ASKED]) -> StaffInvitePayload:
        rule = info.context.shop.staff
        key = await once(info, asked, lambda: rule.invite(asked.email, asked.role, _by(info)))
        token = rule.token_of(key)
        return StaffInvitePayload(
            invitation=await Invitation.get(info, key), token=token, link_path=f"/join#token={token}"
        )

    @mutation(
        InvitationPayload,
        may=Permission.STAFF_MANAGE,
        description="Takes an invitation back; its link ends.",
        problems=(ConflictProblem,),
    )
    async def invitation_revoke(
        self, info: Info, asked: Annotated[schema.InvitationRevokeInput, ASKED]
    ) -> InvitationPayload:
        rule, target = info.context.shop.staff, Invitation.key(asked.id)
        key = await once(info, asked, lambda: rule.revoke_invitation(target, _by(info)))
        return InvitationPayload(invitation=await Invitation.get(info, key))

    @mutation(
        StaffPayload,
        may=Permission.STAFF_MANAGE,
        description="Gives somebody else another role; they sign in again. Owners need `owners:manage`.",
        problems=(ConflictProblem,),
    )
    async def staff_change_role(self, info: Info, asked: Annotated[schema.StaffChangeRoleInput, ASKED]) -> StaffPayload:
        rule, target = info.context.shop.staff, Staff.key(asked.id)
        key = await once(info, asked, lambda: rule.change_role(target, asked.role, _by(info)))
        return StaffPayload(staff=await Staff.get(info, key))

    @mutation(
        StaffPayload,
        may=Permission.STAFF_MANAGE,
        description="Shuts somebody else out: their sessions end. Owners need `owners:manage`.",
        problems=(ConflictProblem,),
    )
    async def staff_deactivate(self, info: Info, asked: Annotated[schema.StaffDeactivateInput, ASKED]) -> StaffPayload:
        rule, target = info.context.shop.staff, Staff.key(asked.id)
        key = await once(info, asked, lambda: rule.deactivate(target, _by(info)))
        return StaffPayload(staff=await Staff.get(info, key))

    @mutation(
        StaffPayload,
        may=Permission.STAFF_MANAGE,
        description="Lets somebody back in, with their role and password of before. Owners need `owners:manage`.",
        problems=(ConflictProblem,),
    )
    async def staff_reactivate(self, info: Info, asked: Annotated[schema.StaffReactivateInput, ASKED]) -> StaffPayload:
        rule, target = info.context.shop.staff, Staff.key(asked.id)
        key = await once(info, asked, lambda: rule.reactivate(target, _by(info)))
        return StaffPayload(staff=await Staff.get(info, key))

    @mutation(
        StaffPayload,
        may=Permission.STAFF_MANAGE,
        description="Takes away the second factor that somebody else lost, with its recovery codes: their sessions "
        "end, and their password lets them in to set up another. Needs the password of the person who asks. "
        "Owners need `owners:manage`.",
        problems=(InvalidCredentialsProblem, RateLimitedProblem, ConflictProblem),
    )
    async def staff_second_factor_reset(
        self, info: Info, asked: Annotated[schema.StaffSecondFactorResetInput, ASKED]
    ) -> StaffPayload:
        context, target = info.context, Staff.key(asked.id)
        shop = context.shop
        # Before the rule's unit of work, so that a wrong guess stays counted.
        await shop.auth.prove(person(info), asked.password, address=context.address)
        key = await once(info, asked, lambda: shop.staff.reset_second_factor(target, _by(info)))
        return StaffPayload(staff=await Staff.get(info, key))

    @mutation(
        StaffSessionPayload,
        may=Permission.SELF_MANAGE,
        description="Ends a session; its open sockets close. One of others needs `staff:manage`.",
    )
    async def staff_session_revoke(
        self, info: Info, asked: Annotated[schema.StaffSessionRevokeInput, ASKED]
    ) -> StaffSessionPayload:
        own, target = person(info), StaffSession.key(asked.id)
        found = await StaffSession.load(info, target)
        if found is None or found.staff_id != own:
            info.context.caller.demand(Permission.STAFF_MANAGE)
        rule = info.context.shop.staff
        key = await once(info, asked, lambda: rule.revoke_session(target, _by(info)))
        return StaffSessionPayload(session=await StaffSession.get(info, key))


def _by(info: Info) -> By:
    return By(actor(info), manages_owners=info.context.caller.may(Permission.OWNERS_MANAGE))
