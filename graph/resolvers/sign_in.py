"""Signing in and out, the first owner, the invited, one's password and second factor."""

from typing import Annotated, TypeVar

import strawberry

from core.auth import SignedIn
from core.errors import InvalidInputError, UnauthenticatedError
from core.permissions import Permission
from graph.errors import ConflictProblem, InvalidInputProblem, NotFoundProblem
from graph.mutations import ASKED, actor, mutation
from graph.nodes import Info
from graph.permissions import ANYBODY, person
from graph.schema import sign_in as schema
from graph.schema.sign_in import (
    InvalidCredentialsProblem,
    RateLimitedProblem,
    RecoveryCodesPayload,
    SessionRefreshPayload,
    SignInPayload,
    SignOutPayload,
    StaffSignInPayload,
    TotpEnrolPayload,
)
from graph.schema.staff import Staff

PayloadT = TypeVar("PayloadT", bound=SignInPayload)

_GUESSING = (InvalidCredentialsProblem, RateLimitedProblem)


@strawberry.type
class SignInMutation:
    @mutation(
        SignInPayload,
        may=ANYBODY,
        description="Signs a member of staff in, over HTTP. The session comes as cookies.",
        problems=(*_GUESSING, schema.TotpRequiredProblem),
        without=(NotFoundProblem,),
        is_keyed=False,
    )
    async def sign_in(self, info: Info, asked: Annotated[schema.SignInInput, ASKED]) -> SignInPayload:
        _demand_cookies(info)
        context = info.context
        signed_in = await context.shop.auth.sign_in(
            asked.email, asked.password, address=context.address, user_agent=context.user_agent
        )
        return _opened(info, signed_in, SignInPayload)

    @mutation(
        SignInPayload,
        may=ANYBODY,
        description="The second step, for those with an authenticator app. Each code works once.",
        problems=(*_GUESSING, ConflictProblem),
        is_keyed=False,
        without=(NotFoundProblem,),
    )
    async def sign_in_with_totp(self, info: Info, asked: Annotated[schema.SignInWithTotpInput, ASKED]) -> SignInPayload:
        _demand_cookies(info)
        context = info.context
        signed_in = await context.shop.auth.sign_in_with_totp(
            asked.challenge, asked.given(), address=context.address, user_agent=context.user_agent
        )
        return _opened(info, signed_in, SignInPayload)

    @mutation(
        SignInPayload,
        may=ANYBODY,
        description="Makes the first owner with the link that was printed at the start, and signs them in.",
        problems=(schema.SetupLinkInvalidProblem, schema.RateLimitedProblem),
        without=(NotFoundProblem,),
        is_keyed=False,
    )
    async def setup_owner(self, info: Info, asked: Annotated[schema.SetupOwnerInput, ASKED]) -> SignInPayload:
        _demand_cookies(info)
        context = info.context
        signed_in = await context.shop.auth.set_up_owner(
            asked.token,
            email=asked.email,
            name=asked.name,
            password=asked.password,
            address=context.address,
            user_agent=context.user_agent,
        )
        return _opened(info, signed_in, SignInPayload)

    @mutation(
        SignInPayload,
        may=ANYBODY,
        description="Joins the shop by an invitation's link, and signs in.",
        problems=(schema.InvitationInvalidProblem, schema.RateLimitedProblem),
        is_keyed=False,
        without=(NotFoundProblem,),
    )
    async def invitation_accept(
        self, info: Info, asked: Annotated[schema.InvitationAcceptInput, ASKED]
    ) -> SignInPayload:
        _demand_cookies(info)
        context = info.context
        signed_in = await context.shop.staff.accept_invitation(
            asked.token,
            name=asked.name,
            password=asked.password,
            address=context.address,
            user_agent=context.user_agent,
        )
        return _opened(info, signed_in, SignInPayload)

    @mutation(
        SessionRefreshPayload,
        may=ANYBODY,
        description="Makes the tokens of the session anew whose cookies came with the request. Fails with "
        "UNAUTHENTICATED once it has ended.",
        without=(InvalidInputProblem, NotFoundProblem),
        is_keyed=False,
    )
    async def session_refresh(self, info: Info) -> SessionRefreshPayload:
        cookies = info.context.cookies
        if cookies.refresh_token is None:
            raise UnauthenticatedError("There is no session to refresh; sign in.")
        try:
            signed_in = await info.context.shop.auth.refresh(cookies.refresh_token)
        except UnauthenticatedError:
            cookies.clear()
            raise
        return _opened(info, signed_in, SessionRefreshPayload)

    @mutation(
        SignOutPayload,
        may=ANYBODY,
        description="Ends the session of whoever asks; its open sockets close.",
        without=(InvalidInputProblem, NotFoundProblem),
        is_keyed=False,
    )
    async def sign_out(self, info: Info, asked: Annotated[schema.SignOutInput | None, ASKED] = None) -> SignOutPayload:
        caller, auth = info.context.caller, info.context.shop.auth
        if caller.session_id is not None and caller.staff_id is not None:
            if asked is not None and asked.everywhere:
                await auth.sign_out_everywhere(caller.staff_id, actor(info))
            await auth.sign_out(caller.session_id, actor(info))
        elif token := info.context.cookies.refresh_token:
            # The access token is over, the session is not.
            await auth.sign_out_by_refresh_token(token)
        info.context.cookies.clear()
        return SignOutPayload(is_signed_out=True)

    @mutation(
        StaffSignInPayload,
        may=Permission.SELF_MANAGE,
        description="Changes the password of whoever asks; their other sessions end.",
        problems=_GUESSING,
        is_keyed=False,
        without=(NotFoundProblem,),
    )
    async def staff_change_password(
        self, info: Info, asked: Annotated[schema.StaffChangePasswordInput, ASKED]
    ) -> StaffSignInPayload:
        context, staff_id = info.context, person(info)
        staff = await context.shop.auth.change_password(
            staff_id,
            asked.old_password,
            asked.password,
            actor(info),
            keeps=context.caller.session_id,
            address=context.address,
        )
        return StaffSignInPayload(staff=Staff.from_row(staff))

    @mutation(
        TotpEnrolPayload,
        may=Permission.SELF_MANAGE,
        description="Gives whoever asks a secret for their authenticator app. It counts once `totpConfirm` saw a code.",
        problems=(*_GUESSING, ConflictProblem),
        is_keyed=False,
        without=(InvalidInputProblem, NotFoundProblem),
    )
    async def totp_enrol(self, info: Info, asked: Annotated[schema.TotpEnrolInput, ASKED]) -> TotpEnrolPayload:
        context = info.context
        made = await context.shop.second_factors.enrol(
            person(info), asked.password, actor(info), address=context.address
        )
        return TotpEnrolPayload(otpauth_uri=made.uri, secret=made.secret)

    @mutation(
        RecoveryCodesPayload,
        may=Permission.SELF_MANAGE,
        description="Turns the second factor of whoever asks on, and gives their recovery codes.",
        problems=(*_GUESSING, ConflictProblem),
        is_keyed=False,
        without=(InvalidInputProblem, NotFoundProblem),
    )
    async def totp_confirm(self, info: Info, asked: Annotated[schema.TotpConfirmInput, ASKED]) -> RecoveryCodesPayload:
        context, staff_id = info.context, person(info)
        codes = await context.shop.second_factors.confirm(staff_id, asked.code, actor(info), address=context.address)
        return RecoveryCodesPayload(staff=await Staff.get(info, staff_id), recovery_codes=codes)

    @mutation(
        StaffSignInPayload,
        may=Permission.SELF_MANAGE,
        description="Turns the second factor of whoever asks off; needs the password and a code.",
        problems=(*_GUESSING, ConflictProblem),
        is_keyed=False,
        without=(NotFoundProblem,),
    )
    async def totp_disable(self, info: Info, asked: Annotated[schema.TotpDisableInput, ASKED]) -> StaffSignInPayload:
        context = info.context
        staff = await context.shop.second_factors.disable(
            person(info), asked.password, asked.given(), actor(info), address=context.address
        )
        return StaffSignInPayload(staff=Staff.from_row(staff))

    @mutation(
        RecoveryCodesPayload,
        may=Permission.SELF_MANAGE,
        description="Gives whoever asks new recovery codes; the old ones end. Needs the password and a code.",
        problems=(*_GUESSING, ConflictProblem),
        is_keyed=False,
        without=(NotFoundProblem,),
    )
    async def recovery_codes_regenerate(
        self, info: Info, asked: Annotated[schema.RecoveryCodesRegenerateInput, ASKED]
    ) -> RecoveryCodesPayload:
        context, staff_id = info.context, person(info)
        codes = await context.shop.second_factors.new_codes(
            staff_id, asked.password, asked.given(), actor(info), address=context.address
        )
        return RecoveryCodesPayload(staff=await Staff.get(info, staff_id), recovery_codes=codes)


def _demand_cookies(info: Info) -> None:
    if not info.context.cookies.are_kept:
        raise InvalidInputError("Sign in over HTTP: a socket cannot be given cookies.")


def _opened(info: Info, signed_in: SignedIn, payload: type[PayloadT]) -> PayloadT:
    info.context.cookies.set(signed_in)
    return payload(
        staff=Staff.from_row(signed_in.staff),
        csrf_token=signed_in.csrf_token,
        access_expires_at=signed_in.access_expires_at,
        session_expires_at=signed_in.session.expires_at,
    )
