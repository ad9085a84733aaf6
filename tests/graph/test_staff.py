"""Staff through the API: joining, leaving, sessions, passwords and the second factor."""

from typing import Any

import pyotp
import pytest

from core import clock
from core.permissions import ANONYMOUS
from core.shop import Shop
from graph.schema.staff import Invitation as InvitationNode
from graph.schema.staff import Staff as StaffNode
from graph.schema.staff import StaffSession as SessionNode
from models.audit import AuditLog
from models.staff import Invitation, RecoveryCode, Staff, StaffRole, StaffSession
from tests.graph.asking import EVERYTHING, Answer, Asker
from tests.graph.people import PASSWORD, Browser, make_person, person, signed_in

ERROR = "... on Error { __typename code message path }"
INVITED = "... on StaffInvitePayload { token linkPath invitation { id email role state invitedBy { name } } }"
INVITATION = "... on InvitationPayload { invitation { id state revokedAt } }"
STAFF = "... on StaffPayload { staff { id role isActive } }"
SESSION = "... on StaffSessionPayload { session { id endedAt } }"
SIGNED_IN = "... on SignInPayload { staff { email role } csrfToken }"
TOTP = "... on TotpRequiredError { challenge challengeExpiresAt }"
CODES = "... on RecoveryCodesPayload { staff { totpEnabled } recoveryCodes }"
OWN = "... on StaffSignInPayload { staff { id totpEnabled } }"
OTHERS = "... on StaffPayload { staff { id totpEnabled } }"
GONE = 2**40


def mutation(name: str, selection: str) -> str:
    input_type = f"{name[0].upper()}{name[1:]}Input"
    return f"mutation ($input: {input_type}!) {{ {name}(input: $input) {{ __typename {selection} {ERROR} }} }}"


async def ask(asker: Asker, name: str, selection: str, /, **asked: Any) -> Answer:
    return await asker.ask(mutation(name, selection), input=asked)


async def do(asker: Asker, name: str, selection: str, /, **asked: Any) -> dict[str, Any]:
    result: dict[str, Any] = (await asker.read(mutation(name, selection), input=asked))[name]
    return result


@pytest.fixture
async def owner(shop: Shop) -> Browser:
    return await person(shop, StaffRole.OWNER)


async def test_an_invited_person_joins_by_the_link_and_is_signed_in(shop: Shop, owner: Browser) -> None:
    made = await do(owner, "staffInvite", INVITED, email="Noor@shop.example", role="AGENT")
    browser = Browser(shop, ANONYMOUS)
    joined = await do(
        browser, "invitationAccept", SIGNED_IN, token=made["token"], name="Noor", password="a long new password"
    )
    again = await do(
        browser, "invitationAccept", SIGNED_IN, token=made["token"], name="Noor", password="a long new password"
    )

    assert made["linkPath"] == f"/join#token={made['token']}"
    assert (made["invitation"]["state"], made["invitation"]["email"]) == ("OPEN", "noor@shop.example")
    assert joined["staff"] == {"email": "noor@shop.example", "role": "AGENT"}
    assert browser.jar.signed_in is not None
    assert (again["__typename"], again["path"]) == ("InvitationInvalidError", ["input", "token"])
    listed = await owner.read("{ invitations(filter: {isOpen: false}) { nodes { state email } } }")
    assert listed["invitations"]["nodes"] == [{"state": "ACCEPTED", "email": "noor@shop.example"}]


async def test_an_invitation_told_twice_is_one_with_one_link(owner: Browser) -> None:
    asked = {"email": "noor@shop.example", "role": "AGENT", "idempotencyKey": "invite"}

    first = await do(owner, "staffInvite", INVITED, **asked)
    again = await do(owner, "staffInvite", INVITED, **asked)
    other = await do(owner, "staffInvite", INVITED, **{**asked, "role": "VIEWER"})

    assert again == first
    assert other["__typename"] == "IdempotencyKeyReusedError"
    assert await Invitation.all().count() == 1


async def test_what_is_wrong_with_an_invitation_is_told(shop: Shop, owner: Browser) -> None:
    admin = await person(shop, StaffRole.ADMIN)
    made = await do(owner, "staffInvite", INVITED, email="noor@shop.example", role="AGENT")

    async def code(somebody: Asker, **asked: Any) -> Any:
        return (await do(somebody, "staffInvite", INVITED, **asked))["code"]

    assert await code(owner, email="noor@shop.example", role="AGENT") == "INVITATION_OPEN"
    assert await code(owner, email="nobody", role="AGENT") == "INVALID_INPUT"
    taken = (await Staff.get(id=owner.caller.staff_id)).email
    assert await code(owner, email=taken, role="AGENT") == "EMAIL_TAKEN"
    assert (await ask(admin, "staffInvite", INVITED, email="x@shop.example", role="OWNER")).codes == ["FORBIDDEN"]
    agent = await person(shop, StaffRole.AGENT)
    assert (await ask(agent, "staffInvite", INVITED, email="x@shop.example", role="VIEWER")).codes == ["FORBIDDEN"]
    short = {"token": made["token"], "name": "Noor", "password": "short"}
    refused = await do(Browser(shop, ANONYMOUS), "invitationAccept", SIGNED_IN, **short)
    assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["input", "password"])
    no_cookies = await do(Asker(shop, ANONYMOUS), "invitationAccept", SIGNED_IN, **short)
    assert no_cookies["code"] == "INVALID_INPUT"


async def test_an_invitation_is_revoked(shop: Shop, owner: Browser) -> None:
    made = (await do(owner, "staffInvite", INVITED, email="noor@shop.example", role="AGENT"))["invitation"]
    used = await do(owner, "staffInvite", INVITED, email="used@shop.example", role="AGENT")
    await do(
        Browser(shop, ANONYMOUS), "invitationAccept", SIGNED_IN, token=used["token"], name="U", password="long enough 1"
    )

    revoked = await do(owner, "invitationRevoke", INVITATION, id=made["id"], idempotencyKey="revoke")
    again = await do(owner, "invitationRevoke", INVITATION, id=made["id"], idempotencyKey="revoke")
    too_late = await do(owner, "invitationRevoke", INVITATION, id=used["invitation"]["id"])
    gone = await do(owner, "invitationRevoke", INVITATION, id=InvitationNode.id_of(GONE))
    agent = await person(shop, StaffRole.AGENT)
    refused = await ask(agent, "invitationRevoke", INVITATION, id=made["id"])

    assert revoked["invitation"]["state"] == "REVOKED"
    assert again == revoked
    assert (too_late["__typename"], gone["__typename"]) == ("ConflictError", "NotFoundError")
    assert refused.codes == ["FORBIDDEN"]


async def test_staff_are_listed_filtered_found_and_ordered(shop: Shop, owner: Browser) -> None:
    await make_person(StaffRole.AGENT)
    gone = await make_person(StaffRole.AGENT, is_active=False)

    found = await owner.read(
        """query ($part: String) {
            agents: staffMembers(filter: {role: {in: [AGENT]}}) { totalCount }
            active: staffMembers(filter: {isActive: true}) { totalCount }
            named: staffMembers(filter: {search: $part}) { nodes { email totpEnabled lastSignInAt } }
            newest: staffMembers(orderBy: {field: CREATED_AT, direction: DESC}, first: 1) { nodes { email } }
        }""",
        part=gone.email.upper(),
    )

    assert (found["agents"]["totalCount"], found["active"]["totalCount"]) == (2, 2)
    assert found["named"]["nodes"] == [{"email": gone.email, "totpEnabled": False, "lastSignInAt": None}]
    assert found["newest"]["nodes"] == [{"email": gone.email}]


@pytest.mark.parametrize(
    ("name", "asked", "after"),
    [
        ("staffChangeRole", {"role": "VIEWER"}, {"role": "VIEWER", "isActive": True}),
        ("staffDeactivate", {}, {"role": "AGENT", "isActive": False}),
        ("staffReactivate", {}, {"role": "AGENT", "isActive": True}),
    ],
)
async def test_others_change_and_the_errors_say_why_not(
    shop: Shop, owner: Browser, name: str, asked: dict[str, Any], after: dict[str, Any]
) -> None:
    agent = await make_person(StaffRole.AGENT, is_active=name != "staffReactivate")
    other_owner = await make_person(StaffRole.OWNER)
    admin, viewer = await person(shop, StaffRole.ADMIN), await person(shop, StaffRole.VIEWER)
    thing = StaffNode.id_of(agent.id)

    changed = await do(owner, name, STAFF, id=thing, **asked, idempotencyKey="once")
    again = await do(owner, name, STAFF, id=thing, **asked, idempotencyKey="once")
    reused = await do(owner, name, STAFF, id=StaffNode.id_of(other_owner.id), **asked, idempotencyKey="once")
    oneself = await do(owner, name, STAFF, id=StaffNode.id_of(owner.caller.staff_id or 0), **asked)
    gone = await do(owner, name, STAFF, id=StaffNode.id_of(GONE), **asked)
    no_id = await do(owner, name, STAFF, id=SessionNode.id_of(1), **asked)
    of_owner = await ask(admin, name, STAFF, id=StaffNode.id_of(other_owner.id), **asked)
    refused = await ask(viewer, name, STAFF, id=thing, **asked)

    assert changed["staff"] == {"id": thing, **after}
    assert again == changed
    assert reused["__typename"] == "IdempotencyKeyReusedError"
    assert (oneself["__typename"], oneself["code"]) == ("ConflictError", "NOT_YOURSELF")
    assert (gone["__typename"], gone["path"]) == ("NotFoundError", ["input", "id"])
    assert no_id["__typename"] == "InvalidInputError"
    assert (of_owner.codes, refused.codes) == (["FORBIDDEN"], ["FORBIDDEN"])


async def test_the_last_owner_cannot_be_taken_away_by_a_program(shop: Shop, owner: Browser) -> None:
    thing = StaffNode.id_of(owner.caller.staff_id or 0)

    answer = await do(Asker(shop, EVERYTHING), "staffDeactivate", STAFF, id=thing)

    assert (answer["__typename"], answer["code"]) == ("ConflictError", "LAST_OWNER")


SESSIONS = "query ($of: ID) { staffSessions(staffId: $of) { id isCurrent address userAgent staff { name } } }"


async def test_sessions_are_seen_and_ended_by_those_who_may(shop: Shop, owner: Browser) -> None:
    staff = await make_person(StaffRole.AGENT)
    here, there = await signed_in(shop, staff), await signed_in(shop, staff)
    mine = await here.read(SESSIONS)
    other = next(one["id"] for one in mine["staffSessions"] if not one["isCurrent"])

    ended = await do(here, "staffSessionRevoke", SESSION, id=other, idempotencyKey="end")
    again = await do(here, "staffSessionRevoke", SESSION, id=other, idempotencyKey="end")

    assert len(mine["staffSessions"]) == 2
    assert mine["staffSessions"][0]["address"] == "203.0.113.9"
    assert ended["session"]["endedAt"] is not None
    assert again == ended
    assert (await StaffSession.get(id=there.caller.session_id)).revoked_at is not None
    of_staff = StaffNode.id_of(staff.id)
    assert len((await owner.read(SESSIONS, of=of_staff))["staffSessions"]) == 1
    agent, admin = await person(shop, StaffRole.AGENT), await person(shop, StaffRole.ADMIN)
    owners = SessionNode.id_of(owner.caller.session_id or 0)
    assert (await agent.ask(SESSIONS, of=of_staff)).codes == ["FORBIDDEN"]
    assert (await ask(agent, "staffSessionRevoke", SESSION, id=owners)).codes == ["FORBIDDEN"]
    assert (await ask(admin, "staffSessionRevoke", SESSION, id=owners)).codes == ["FORBIDDEN"]
    gone = await do(admin, "staffSessionRevoke", SESSION, id=SessionNode.id_of(GONE))
    assert gone["__typename"] == "NotFoundError"


async def test_a_password_is_changed_with_the_old_one(shop: Shop, owner: Browser) -> None:
    other = await signed_in(shop, await Staff.get(id=owner.caller.staff_id))
    new = "another horse battery"

    wrong = await do(owner, "staffChangePassword", OWN, oldPassword="not it at all", password=new)
    short = await do(owner, "staffChangePassword", OWN, oldPassword=PASSWORD, password="short")
    done = await do(owner, "staffChangePassword", OWN, oldPassword=PASSWORD, password=new)

    assert (wrong["__typename"], wrong["path"]) == ("InvalidCredentialsError", ["input", "oldPassword"])
    assert (short["__typename"], short["path"]) == ("InvalidInputError", ["input", "password"])
    assert done["staff"]["id"] == StaffNode.id_of(owner.caller.staff_id or 0)
    assert (await StaffSession.get(id=other.caller.session_id)).revoked_reason == "password changed"
    assert (await StaffSession.get(id=owner.caller.session_id)).revoked_at is None
    program = await ask(Asker(shop, EVERYTHING), "staffChangePassword", OWN, oldPassword="x", password=new)
    assert program.codes == ["FORBIDDEN"]


async def test_wrong_passwords_of_somebody_signed_in_are_throttled_too(owner: Browser) -> None:
    told = [
        (await do(owner, "totpEnrol", "... on TotpEnrolPayload { secret }", password="not it at all"))["code"]
        for _ in range(6)
    ]

    assert told == ["INVALID_CREDENTIALS"] * 5 + ["RATE_LIMITED"]


async def test_a_second_factor_from_its_secret_to_its_end(shop: Shop, owner: Browser) -> None:
    staff = await Staff.get(id=owner.caller.staff_id)
    secret = (await do(owner, "totpEnrol", "... on TotpEnrolPayload { secret otpauthUri }", password=PASSWORD))[
        "secret"
    ]
    app = pyotp.TOTP(secret)

    wrong = await do(owner, "totpConfirm", CODES, code="000000")
    confirmed = await do(owner, "totpConfirm", CODES, code=app.at(clock.now()))
    viewer = (await owner.read("{ viewer { totpEnabled recoveryCodesLeft lastSignInAt role can } }"))["viewer"]
    browser = Browser(shop, ANONYMOUS)
    required = await do(browser, "signIn", f"{SIGNED_IN} {TOTP}", email=staff.email, password=PASSWORD)
    refused = await do(browser, "signInWithTotp", SIGNED_IN, challenge=required["challenge"], code="000000")
    late = await do(browser, "signInWithTotp", SIGNED_IN, challenge="nonsense", code="000000")
    both = await do(browser, "signInWithTotp", SIGNED_IN, challenge=required["challenge"])
    recovery = confirmed["recoveryCodes"]
    opened = await do(browser, "signInWithTotp", SIGNED_IN, challenge=required["challenge"], recoveryCode=recovery[0])
    renewed = await do(owner, "recoveryCodesRegenerate", CODES, password=PASSWORD, recoveryCode=recovery[1])
    no_code = await do(owner, "totpDisable", OWN, password=PASSWORD, recoveryCode=recovery[2])
    off = await do(owner, "totpDisable", OWN, password=PASSWORD, recoveryCode=renewed["recoveryCodes"][0])
    off_again = await do(owner, "totpDisable", OWN, password=PASSWORD, recoveryCode=renewed["recoveryCodes"][1])

    assert (wrong["__typename"], wrong["code"]) == ("InvalidCredentialsError", "INVALID_CODE")
    assert len(recovery) == 10
    assert (viewer["totpEnabled"], viewer["recoveryCodesLeft"], viewer["role"]) == (True, 10, "OWNER")
    assert "owners:manage" in viewer["can"]
    assert (required["__typename"], required["code"]) == ("TotpRequiredError", "TOTP_REQUIRED")
    assert (refused["code"], refused["path"]) == ("INVALID_CODE", ["input", "code"])
    assert (late["__typename"], late["code"]) == ("ConflictError", "CHALLENGE_EXPIRED")
    assert both["__typename"] == "InvalidInputError"
    assert opened["staff"]["email"] == staff.email
    assert not set(renewed["recoveryCodes"]) & set(recovery)
    assert no_code["code"] == "INVALID_CODE"
    assert off["staff"]["totpEnabled"] is False
    assert (off_again["__typename"], off_again["code"]) == ("ConflictError", "TOTP_NOT_ENABLED")


async def with_second_factor(browser: Browser) -> tuple[Staff, list[str]]:
    """Sets it up as its person does; with the recovery codes."""
    secret = (await do(browser, "totpEnrol", "... on TotpEnrolPayload { secret }", password=PASSWORD))["secret"]
    confirmed = await do(browser, "totpConfirm", CODES, code=pyotp.TOTP(secret).at(clock.now()))
    return await Staff.get(id=browser.caller.staff_id), confirmed["recoveryCodes"]


async def test_a_colleague_who_lost_their_second_factor_signs_in_with_the_password_and_sets_up_another(
    shop: Shop, owner: Browser
) -> None:
    agent = await person(shop, StaffRole.AGENT)
    staff, recovery = await with_second_factor(agent)
    browser = Browser(shop, ANONYMOUS)
    half_way = await do(browser, "signIn", f"{SIGNED_IN} {TOTP}", email=staff.email, password=PASSWORD)
    asked = {"id": StaffNode.id_of(staff.id), "password": PASSWORD, "idempotencyKey": "lost"}

    reset = await do(owner, "staffSecondFactorReset", OTHERS, **asked)
    again = await do(owner, "staffSecondFactorReset", OTHERS, **asked)

    assert reset["staff"] == {"id": asked["id"], "totpEnabled": False}
    assert again == reset
    assert (await StaffSession.get(id=agent.caller.session_id)).revoked_reason == "second factor reset"
    assert await RecoveryCode.filter(staff_id=staff.id).count() == 0
    after = await Staff.get(id=staff.id)
    assert (after.totp_ciphertext, after.totp_key_id, after.totp_last_step) == (None, None, None)
    told = await AuditLog.filter(action="staff.reset_second_factor")
    assert [(row.staff_id, row.subject_id, row.before, row.after) for row in told] == [
        (owner.caller.staff_id, staff.id, {}, {})
    ]
    old_code = {"challenge": half_way["challenge"], "recoveryCode": recovery[0]}
    assert (await do(browser, "signInWithTotp", SIGNED_IN, **old_code))["code"] == "CHALLENGE_EXPIRED"
    opened = await do(browser, "signIn", f"{SIGNED_IN} {TOTP}", email=staff.email, password=PASSWORD)
    assert opened["staff"] == {"email": staff.email, "role": "AGENT"}
    await with_second_factor(await signed_in(shop, after))
    assert (await Staff.get(id=staff.id)).totp_enabled_at is not None


async def test_nobody_takes_away_a_second_factor_who_may_not(shop: Shop, owner: Browser) -> None:
    agent, admin = await person(shop, StaffRole.AGENT), await person(shop, StaffRole.ADMIN)
    other_admin, other_owner = await person(shop, StaffRole.ADMIN), await person(shop, StaffRole.OWNER)
    for browser in (agent, admin, other_admin, owner, other_owner):
        await with_second_factor(browser)
    plain = await make_person(StaffRole.VIEWER)

    async def reset(asker: Asker, staff_id: int | None, **asked: Any) -> Answer:
        target = {"id": StaffNode.id_of(staff_id or 0), "password": PASSWORD}
        return await ask(asker, "staffSecondFactorReset", OTHERS, **{**target, **asked})

    async def problem(asker: Asker, staff_id: int | None, **asked: Any) -> tuple[str, str, list[str]]:
        answer = await reset(asker, staff_id, **asked)
        assert answer.data is not None
        told = answer.data["staffSecondFactorReset"]
        return told["__typename"], told["code"], told["path"]

    colleague = agent.caller.staff_id
    assert await problem(owner, colleague, password="not it at all") == (
        "InvalidCredentialsError",
        "INVALID_CREDENTIALS",
        ["input", "password"],
    )
    assert await problem(owner, owner.caller.staff_id) == ("ConflictError", "NOT_YOURSELF", ["input", "id"])
    assert await problem(owner, plain.id) == ("ConflictError", "TOTP_NOT_ENABLED", ["input", "id"])
    assert await problem(owner, GONE) == ("NotFoundError", "STAFF_NOT_FOUND", ["input", "id"])
    assert await problem(owner, 0, id=SessionNode.id_of(1)) == ("InvalidInputError", "INVALID_INPUT", ["input", "id"])
    assert (await reset(admin, owner.caller.staff_id)).codes == ["FORBIDDEN"]
    assert (await reset(agent, plain.id)).codes == ["FORBIDDEN"]
    assert (await reset(Asker(shop, EVERYTHING), colleague)).codes == ["FORBIDDEN"]
    assert await Staff.filter(totp_enabled_at__isnull=False).count() == 5
    assert await StaffSession.filter(revoked_at__isnull=False).count() == 0

    assert (await reset(admin, other_admin.caller.staff_id)).codes == []
    assert (await reset(owner, other_owner.caller.staff_id)).codes == []
    first = await reset(owner, colleague, idempotencyKey="once")
    assert first.codes == []
    assert (await problem(owner, plain.id, idempotencyKey="once"))[0] == "IdempotencyKeyReusedError"
    assert await Staff.filter(totp_enabled_at__isnull=False).count() == 2


async def test_the_password_that_resets_a_second_factor_cannot_be_guessed(shop: Shop, owner: Browser) -> None:
    agent = await person(shop, StaffRole.AGENT)
    await with_second_factor(agent)
    asked = {"id": StaffNode.id_of(agent.caller.staff_id or 0), "password": "not it at all"}

    told = [(await do(owner, "staffSecondFactorReset", OTHERS, **asked))["code"] for _ in range(6)]

    assert told == ["INVALID_CREDENTIALS"] * 5 + ["RATE_LIMITED"]
