"""Staff and their sign-in as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Self

import strawberry

from core.auth import InvalidCredentialsError, SetupLinkInvalidError
from core.errors import ParleyError, RateLimitedError
from core.permissions import Caller, CallerKind, Permission
from graph.errors import Problem, path_of
from graph.mutations import Asked
from graph.nodes import Node
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
            created_at=row.created_at,
        )


@strawberry.type(description="Who asks, and what they may do.")
class Viewer:
    id: strawberry.ID = strawberry.field(description="The same for the same person or program, whatever the session.")
    kind: ViewerKind = strawberry.field(description="A person or a program.")
    name: str = strawberry.field(description="The person's name, or the key's.")
    role: StaffRole | None = strawberry.field(description="The person's role; a program has scopes instead.")
    can: list[str] = strawberry.field(description="The permissions, as descriptions of fields name them.")
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
            staff=staff,
        )


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


@strawberry.input(description="The session of the cookies that came with the request.")
class SessionRefreshInput(Asked):
    pass


@strawberry.input(description="The session of whoever asks.")
class SignOutInput(Asked):
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
