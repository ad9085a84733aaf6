"""Who works here: invitations, roles, leaving and coming back, sessions."""

from models.staff import Invitation, Staff, StaffRole, StaffSession
from tests.graph.mutations.calls import Call, Failure
from tests.graph.mutations.scene import Input, Scene, id_of
from tests.graph.people import PASSWORD


async def _newcomer(scene: Scene) -> Input:
    await scene.enter()
    return {"email": "noor@shop.example", "role": "AGENT"}


async def _no_address(scene: Scene) -> Input:
    await scene.enter()
    return {"email": "nobody", "role": "AGENT"}


async def _invited_already(scene: Scene) -> Input:
    await scene.enter()
    invited = await scene.invitation()
    return {"email": invited.email, "role": "AGENT"}


async def _invited(scene: Scene) -> Input:
    await scene.enter()
    return {"id": id_of(await scene.invitation())}


async def _who_joined(scene: Scene) -> Input:
    token = await scene.invitation_token()
    joined = await scene.do("invitationAccept", {"token": token, "name": "Noor", "password": "a long new password"})
    email = joined["staff"]["email"]
    await scene.enter()
    return {"id": id_of(await Invitation.get(email=email))}


async def _colleague(scene: Scene) -> Input:
    await scene.enter()
    return {"id": id_of(await scene.colleague())}


async def _promoted(scene: Scene) -> Input:
    return {**await _colleague(scene), "role": "ADMIN"}


async def _somebody_who_left(scene: Scene) -> Input:
    asked = await _colleague(scene)
    await scene.do("staffDeactivate", asked)
    return asked


async def _oneself(scene: Scene) -> Input:
    return {"id": id_of(await scene.enter())}


async def _oneself_as_viewer(scene: Scene) -> Input:
    return {**await _oneself(scene), "role": "VIEWER"}


async def _session_of_a_colleague(scene: Scene) -> Input:
    colleague = await scene.enter(StaffRole.AGENT)
    await scene.enter()
    return {"id": id_of(await StaffSession.get(staff_id=colleague.id))}


async def _who_lost_their_phone(scene: Scene) -> Input:
    colleague, _ = await scene.enter_with_second_factor()
    await Staff.filter(id=colleague.id).update(role=StaffRole.AGENT)
    await scene.enter()
    return {"id": id_of(colleague), "password": PASSWORD}


async def _without_a_second_factor(scene: Scene) -> Input:
    return {**await _colleague(scene), "password": PASSWORD}


async def _with_a_wrong_password(scene: Scene) -> Input:
    return {**await _who_lost_their_phone(scene), "password": "wrong"}


async def _after_too_many_guesses(scene: Scene) -> Input:
    asked = await _who_lost_their_phone(scene)
    await scene.exhaust((await scene.enter()).email)
    return asked


CALLS = {
    "staffInvite": Call(_newcomer),
    "invitationRevoke": Call(_invited),
    "staffChangeRole": Call(_promoted),
    "staffDeactivate": Call(_colleague),
    "staffReactivate": Call(_somebody_who_left),
    "staffSessionRevoke": Call(_session_of_a_colleague),
    "staffSecondFactorReset": Call(_who_lost_their_phone),
}

FAILURES = {
    ("staffInvite", "InvalidInputError"): Failure(_no_address, "INVALID_INPUT", ("email",)),
    ("staffInvite", "ConflictError"): Failure(_invited_already, "INVITATION_OPEN", ("email",)),
    ("invitationRevoke", "ConflictError"): Failure(_who_joined, "CONFLICT", ("id",)),
    ("staffChangeRole", "ConflictError"): Failure(_oneself_as_viewer, "NOT_YOURSELF", ("id",)),
    ("staffDeactivate", "ConflictError"): Failure(_oneself, "NOT_YOURSELF", ("id",)),
    ("staffReactivate", "ConflictError"): Failure(_oneself, "NOT_YOURSELF", ("id",)),
    ("staffSecondFactorReset", "ConflictError"): Failure(_without_a_second_factor, "TOTP_NOT_ENABLED", ("id",)),
    ("staffSecondFactorReset", "InvalidCredentialsError"): Failure(
        _with_a_wrong_password, "INVALID_CREDENTIALS", ("password",), leaves_traces=True
    ),
    ("staffSecondFactorReset", "RateLimitedError"): Failure(_after_too_many_guesses, "RATE_LIMITED"),
}
