"""Signing in and out, one's own password and second factor. None of these takes an idempotency key."""

import pyotp

from models.staff import Staff, StaffRole
from tests.graph.mutations.calls import Call, Failure, Given
from tests.graph.mutations.scene import Input, Scene
from tests.graph.people import PASSWORD

NEW = "a long new password"
OWNER = {"email": "first@shop.example", "name": "First", "password": NEW}
WRONG = "000000"

# Why these happen as often as they are told.
UNKEYED = {
    "signIn": "nobody is known yet whose key it could be, and its answer is a session",
    "signInWithTotp": "as signIn; its code works once",
    "sessionRefresh": "its token is the key: shown twice at once, it gives the same session",
    "signOut": "what has ended stays ended",
    "setupOwner": "its link works once",
    "invitationAccept": "its link works once",
    "staffChangePassword": "what a key keeps of a request would be a hash of two passwords; the old one works once",
    "totpEnrol": "its secret is shown once and counts only when it was confirmed",
    "totpConfirm": "its code works once, and its answer is secret",
    "totpDisable": "its code works once",
    "recoveryCodesRegenerate": "its code works once, and its answer is secret",
    "aiProviderTest": "each is a request of its own, and its answer is how things are now",
    "turnReplay": "each is a request of its own, and what a key keeps would be a copy of what a customer is told",
    "mediaUploadCreate": "two rights to send a file, of which one lapses",
}


async def _somebody(scene: Scene) -> Input:
    staff = await scene.enter()
    scene.enter_nobody()
    return {"email": staff.email, "password": PASSWORD}


async def _somebody_with_a_second_factor(scene: Scene) -> Input:
    staff, _ = await scene.enter_with_second_factor()
    scene.enter_nobody()
    return {"email": staff.email, "password": PASSWORD}


async def _who_guessed_too_often(scene: Scene) -> Input:
    asked = await _somebody(scene)
    await scene.exhaust(asked["email"])
    return asked


async def _challenged(scene: Scene) -> Input:
    _, codes, challenge = await scene.challenge()
    return {"challenge": challenge, "recoveryCode": codes[0]}


async def _challenged_with_a_wrong_code(scene: Scene) -> Input:
    return {"challenge": (await _challenged(scene))["challenge"], "code": WRONG}


async def _challenged_without_a_code(scene: Scene) -> Input:
    return {"challenge": (await _challenged(scene))["challenge"]}


async def _challenged_too_often(scene: Scene) -> Input:
    staff, codes, challenge = await scene.challenge()
    await scene.exhaust(f"second factor of staff {staff.id}")
    return {"challenge": challenge, "recoveryCode": codes[0]}


async def _signed_in(scene: Scene) -> Input:
    await scene.enter()
    return {}


async def _first_owner(scene: Scene) -> Input:
    scene.enter_nobody()
    return {**OWNER, "token": await scene.setup_link()}


async def _with_a_used_link(scene: Scene) -> Input:
    scene.enter_nobody()
    return {**OWNER, "token": "used"}


async def _invited(scene: Scene) -> Input:
    return {"token": await scene.invitation_token(), "name": "Noor", "password": NEW}


async def _with_a_used_invitation(scene: Scene) -> Input:
    scene.enter_nobody()
    return {"token": "used", "name": "Noor", "password": NEW}


def _wrongly(given: Given, **wrong: object) -> Given:
    async def asked(scene: Scene) -> Input:
        return {**await given(scene), **wrong}

    return asked


def _while_too_many_wait(given: Given) -> Given:
    """As many as may wait for a hash do so already."""

    async def asked(scene: Scene) -> Input:
        asked = await given(scene)
        scene.shop.auth._passwords._waiting = 64
        return asked

    return asked


async def _new_password(scene: Scene) -> Input:
    await scene.enter()
    return {"oldPassword": PASSWORD, "password": NEW}


async def _app(scene: Scene) -> Input:
    await scene.enter()
    return {"password": PASSWORD}


async def _app_is_on(scene: Scene) -> Input:
    await scene.enter_with_second_factor()
    return {"password": PASSWORD}


async def _code_of_the_app(scene: Scene) -> Input:
    await scene.enter()
    enrolled = await scene.do("totpEnrol", {"password": PASSWORD})
    return {"code": pyotp.TOTP(enrolled["secret"]).now()}


async def _code_although_it_is_on(scene: Scene) -> Input:
    await scene.enter_with_second_factor()
    return {"code": WRONG}


async def _recovery_code(scene: Scene) -> Input:
    _, codes = await scene.enter_with_second_factor()
    return {"password": PASSWORD, "recoveryCode": codes[0]}


async def _code_although_it_is_off(scene: Scene) -> Input:
    await scene.enter(StaffRole.AGENT)
    return {"password": PASSWORD, "code": WRONG}


def _after_too_many_guesses(given: Given) -> Given:
    """Of the password of whoever asks, and of their second factor."""

    async def asked(scene: Scene) -> Input:
        asked = await given(scene)
        staff_id = scene.asker.caller.staff_id
        await scene.exhaust((await Staff.get(id=staff_id)).email)
        await scene.exhaust(f"second factor of staff {staff_id}")
        return asked

    return asked


CALLS = {
    "signIn": Call(_somebody),
    "signInWithTotp": Call(_challenged),
    "sessionRefresh": Call(_signed_in, is_audited=False),
    "signOut": Call(_signed_in),
    "setupOwner": Call(_first_owner),
    "invitationAccept": Call(_invited),
    "staffChangePassword": Call(_new_password),
    "totpEnrol": Call(_app),
    "totpConfirm": Call(_code_of_the_app),
    "totpDisable": Call(_recovery_code),
    "recoveryCodesRegenerate": Call(_recovery_code),
}


def _guessed(given: Given, *path: str, code: str = "INVALID_CREDENTIALS") -> Failure:
    return Failure(given, code, path, leaves_traces=True)


FAILURES = {
    ("signIn", "InvalidInputError"): Failure(_wrongly(_somebody, email="nobody"), "INVALID_INPUT", ("email",)),
    ("signIn", "InvalidCredentialsError"): _guessed(_wrongly(_somebody, password="wrong")),
    ("signIn", "RateLimitedError"): Failure(_who_guessed_too_often, "RATE_LIMITED"),
    ("signIn", "TotpRequiredError"): Failure(_somebody_with_a_second_factor, "TOTP_REQUIRED", leaves_traces=True),
    ("signInWithTotp", "InvalidInputError"): Failure(_challenged_without_a_code, "INVALID_INPUT", ("code",)),
    ("signInWithTotp", "ConflictError"): Failure(
        _wrongly(_challenged, challenge="of yesterday"), "CHALLENGE_EXPIRED", ("challenge",)
    ),
    ("signInWithTotp", "InvalidCredentialsError"): _guessed(_challenged_with_a_wrong_code, "code", code="INVALID_CODE"),
    ("signInWithTotp", "RateLimitedError"): Failure(_challenged_too_often, "RATE_LIMITED"),
    ("setupOwner", "InvalidInputError"): Failure(
        _wrongly(_first_owner, password="short"), "INVALID_INPUT", ("password",)
    ),
    ("setupOwner", "SetupLinkInvalidError"): Failure(_with_a_used_link, "SETUP_LINK_INVALID"),
    ("setupOwner", "RateLimitedError"): Failure(_while_too_many_wait(_first_owner), "RATE_LIMITED"),
    ("invitationAccept", "InvalidInputError"): Failure(
        _wrongly(_invited, password="short"), "INVALID_INPUT", ("password",)
    ),
    ("invitationAccept", "InvitationInvalidError"): Failure(_with_a_used_invitation, "INVITATION_INVALID", ("token",)),
    ("invitationAccept", "RateLimitedError"): Failure(_while_too_many_wait(_invited), "RATE_LIMITED"),
    ("staffChangePassword", "InvalidInputError"): Failure(
        _wrongly(_new_password, password="short"), "INVALID_INPUT", ("password",)
    ),
    ("staffChangePassword", "InvalidCredentialsError"): _guessed(
        _wrongly(_new_password, oldPassword="wrong"), "oldPassword"
    ),
    ("totpEnrol", "InvalidCredentialsError"): _guessed(_wrongly(_app, password="wrong"), "password"),
    ("totpEnrol", "ConflictError"): Failure(_app_is_on, "TOTP_ALREADY_ENABLED"),
    ("totpConfirm", "InvalidCredentialsError"): _guessed(
        _wrongly(_code_of_the_app, code=WRONG), "code", code="INVALID_CODE"
    ),
    ("totpConfirm", "ConflictError"): Failure(_code_although_it_is_on, "TOTP_ALREADY_ENABLED", leaves_traces=True),
    **{
        failure: how
        for name in ("totpDisable", "recoveryCodesRegenerate")
        for failure, how in {
            (name, "InvalidInputError"): Failure(_app, "INVALID_INPUT", ("code",)),
            (name, "InvalidCredentialsError"): _guessed(
                _wrongly(_recovery_code, recoveryCode="AAAA"), "recoveryCode", code="INVALID_CODE"
            ),
            (name, "ConflictError"): Failure(_code_although_it_is_off, "TOTP_NOT_ENABLED", leaves_traces=True),
        }.items()
    },
    **{
        (name, "RateLimitedError"): Failure(_after_too_many_guesses(given), "RATE_LIMITED")
        for name, given in {
            "staffChangePassword": _new_password,
            "totpEnrol": _app,
            "totpConfirm": _code_of_the_app,
            "totpDisable": _recovery_code,
            "recoveryCodesRegenerate": _recovery_code,
        }.items()
    },
}
