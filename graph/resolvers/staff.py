"""Who asks, signing in and out, and the first owner."""

from typing import Annotated, TypeVar

import strawberry

from core.auth import SignedIn
from core.errors import InvalidInputError, UnauthenticatedError
from graph.mutations import ASKED, actor, mutation
from graph.nodes import Info
from graph.permissions import ANYBODY, field
from graph.schema import staff as schema
from graph.schema.staff import SessionRefreshPayload, SignInPayload, SignOutPayload, Staff, Viewer

PayloadT = TypeVar("PayloadT", bound=SignInPayload)


@strawberry.type
class StaffQuery:
    @field(may=ANYBODY, description="Who asks; null when nobody is signed in.")
    async def viewer(self, info: Info) -> Viewer | None:
        caller = info.context.caller
        return Viewer.of(caller, await Staff.load(info, caller.staff_id))


@strawberry.type
class StaffMutation:
    @mutation(
        SignInPayload,
        may=ANYBODY,
        description="Signs a member of staff in, over HTTP. The session comes as cookies.",
        problems=(schema.InvalidCredentialsProblem, schema.RateLimitedProblem),
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
        description="Makes the first owner with the link that was printed at the start, and signs them in.",
        problems=(schema.SetupLinkInvalidProblem, schema.RateLimitedProblem),
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
        SessionRefreshPayload,
        may=ANYBODY,
        description="Makes the tokens of a session anew. Fails with UNAUTHENTICATED once it has ended.",
    )
    async def session_refresh(
        self,
        info: Info,
        asked: Annotated[schema.SessionRefreshInput | None, ASKED] = None,  # noqa: ARG002 - there is nothing to say yet
    ) -> SessionRefreshPayload:
        cookies = info.context.cookies
        if cookies.refresh_token is None:
            raise UnauthenticatedError("There is no session to refresh; sign in.")
        try:
            signed_in = await info.context.shop.auth.refresh(cookies.refresh_token)
        except UnauthenticatedError:
            cookies.clear()
            raise
        return _opened(info, signed_in, SessionRefreshPayload)

    @mutation(SignOutPayload, may=ANYBODY, description="Ends the session of whoever asks; its open sockets close.")
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
