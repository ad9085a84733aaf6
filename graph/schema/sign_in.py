"""Signing in, the second factor and one's own password, as the API shows them."""

from datetime import datetime
from typing import Any, Self

import strawberry

from core.auth import InvalidCredentialsError, SetupLinkInvalidError, TotpRequiredError
from core.errors import ParleyError, RateLimitedError
from core.staff import InvitationInvalidError
from core.totp import GivenCode
from graph.errors import Problem, path_of
from graph.schema.staff import Staff


@strawberry.input(description="Who signs in.")
class SignInInput:
    email: str = strawberry.field(description="The e-mail address; capital letters make no difference.")
    password: str = strawberry.field(description="The password.")


@strawberry.input(description="The first owner of the shop.")
class SetupOwnerInput:
    token: str = strawberry.field(description="What stands behind `token=` in the set-up link.")
    email: str = strawberry.field(description="What the owner will sign in with.")
    name: str = strawberry.field(description="1 to 120 characters.")
    password: str = strawberry.field(description="10 characters at least.")


@strawberry.input(description="The session of whoever asks.")
class SignOutInput:
    everywhere: bool = strawberry.field(default=False, description="Every session of this person, on every device.")


@strawberry.type(description="A session. Its tokens came as cookies that no script can read, but for the CSRF token.")
class SignInPayload:
    staff: Staff = strawberry.field(description="Who signed in.")
    csrf_token: str = strawberry.field(
        description="To send as `x-parley-csrf` with every request; also in the cookie whose name ends in parley-csrf."
    )
    access_expires_at: datetime = strawberry.field(description="Refresh the session before this.")
    session_expires_at: datetime = strawberry.field(description="Without a refresh the session ends here.")


@strawberry.type(description="The session goes on, with new cookies and a new CSRF token.")
class SessionRefreshPayload(SignInPayload):
    pass


@strawberry.type(description="The end of a session.")
class SignOutPayload:
    is_signed_out: bool = strawberry.field(description="True, also when nobody was signed in.")


@strawberry.type(name="InvalidCredentialsError", description="The e-mail address or the password is wrong.")
class InvalidCredentialsProblem(Problem):
    answers = InvalidCredentialsError


@strawberry.type(name="SetupLinkInvalidError", description="The set-up link was used or replaced by a newer one.")
class SetupLinkInvalidProblem(Problem):
    answers = SetupLinkInvalidError


@strawberry.type(name="RateLimitedError", description="Too often; try again later.")
class RateLimitedProblem(Problem):
    retry_after_seconds: int = strawberry.field(description="How long to wait.")

    answers = RateLimitedError

    @classmethod
    async def of(cls, error: ParleyError, info: strawberry.Info[Any, Any]) -> Self:  # noqa: ARG003 - others need it
        return cls(
            code=error.code,
            message=error.message,
            path=path_of(error),
            retry_after_seconds=error.details["retry_after"],
        )


@strawberry.type(
    name="TotpRequiredError",
    description="The password is right, and the person has a second factor: give its code to `signInWithTotp` now.",
)
class TotpRequiredProblem(Problem):
    challenge: str = strawberry.field(description="What to give to `signInWithTotp` beside the code.")
    challenge_expires_at: datetime = strawberry.field(description="After this, sign in with the password again.")

    answers = TotpRequiredError

    @classmethod
    async def of(cls, error: ParleyError, info: strawberry.Info[Any, Any]) -> Self:  # noqa: ARG003 - others need it
        return cls(
            code=error.code,
            message=error.message,
            path=path_of(error),
            challenge=error.details["challenge"],
            challenge_expires_at=error.details["expires_at"],
        )


@strawberry.type(name="InvitationInvalidError", description="The invitation was used or revoked, or its time is over.")
class InvitationInvalidProblem(Problem):
    answers = InvitationInvalidError


@strawberry.input(description="The second step of a sign-in: the app's code or a recovery code, one of the two.")
class SignInWithTotpInput:
    challenge: str = strawberry.field(description="What `signIn` answered.")
    code: str | None = strawberry.field(default=None, description="The six digits that the authenticator app shows.")
    recovery_code: str | None = strawberry.field(default=None, description="One of those shown at the beginning.")

    def given(self) -> GivenCode:
        return GivenCode(self.code, self.recovery_code)


@strawberry.input(description="Somebody who was invited.")
class InvitationAcceptInput:
    token: str = strawberry.field(description="What stands in the link.")
    name: str = strawberry.field(description="1 to 120 characters.")
    password: str = strawberry.field(description="10 characters at least.")


@strawberry.input(description="A new password for whoever asks.")
class StaffChangePasswordInput:
    old_password: str = strawberry.field(description="The one of now.")
    password: str = strawberry.field(description="The new one, 10 characters at least.")


@strawberry.input(description="An authenticator app for whoever asks.")
class TotpEnrolInput:
    password: str = strawberry.field(description="Their password.")


@strawberry.input(description="Shows that the app was set up.")
class TotpConfirmInput:
    code: str = strawberry.field(description="The six digits that the app shows now.")


@strawberry.input(description="The end of the second factor. Give the app's code or a recovery code.")
class TotpDisableInput:
    password: str = strawberry.field(description="Their password.")
    code: str | None = strawberry.field(default=None, description="The six digits that the authenticator app shows.")
    recovery_code: str | None = strawberry.field(default=None, description="One of those shown at the beginning.")

    def given(self) -> GivenCode:
        return GivenCode(self.code, self.recovery_code)


@strawberry.input(description="New recovery codes. Give the app's code or an old recovery code.")
class RecoveryCodesRegenerateInput(TotpDisableInput):
    pass


@strawberry.type(description="Somebody whose sign-in changed.")
class StaffSignInPayload:
    staff: Staff = strawberry.field(description="The person.")


@strawberry.type(description="What to put into the authenticator app. It is shown this once, and waits for its code.")
class TotpEnrolPayload:
    otpauth_uri: str = strawberry.field(description="To show as a QR code.")
    secret: str = strawberry.field(description="To type where there is no camera.")


@strawberry.type(description="Recovery codes, each good once; they are shown this once and replace those before.")
class RecoveryCodesPayload:
    staff: Staff = strawberry.field(description="Whose they are.")
    recovery_codes: list[str] = strawberry.field(description="Keep them where the phone is not.")
