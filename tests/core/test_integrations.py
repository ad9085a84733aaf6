"""API keys: what opens with them, and that nothing opens without."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from core.audit import PROGRAM
from core.database import Database
from core.errors import InvalidInputError, NotFoundError, UnauthenticatedError
from core.events.event_types import ApiKeyChanged, ApiKeyRevoked
from core.integrations import ApiKeyChanges, ApiKeyRevokedError, ApiKeys
from core.permissions import ROLE_PERMISSIONS, SCOPES, CallerKind, Permission
from models.audit import AuditLog
from models.events import EventRow
from models.integrations import ApiKey
from models.staff import StaffRole

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def api_keys(database: Database) -> ApiKeys:
    return ApiKeys(database)


async def test_a_key_is_shown_once_and_stored_as_a_hash(api_keys: ApiKeys) -> None:
    row, key = await api_keys.create("Shop till", ["orders:read"], PROGRAM)

    assert key.startswith("parley_")
    assert len(key) == 50
    stored = await ApiKey.get(id=row.id)
    assert stored.prefix == key[:13]
    assert key[13:].encode() not in bytes(stored.key_hash)
    assert len(stored.key_hash) == 32
    assert await AuditLog.filter(action="api_key.create", subject_id=row.id).count() == 1


async def test_a_key_may_what_its_scopes_say(api_keys: ApiKeys) -> None:
    row, key = await api_keys.create("Shop till", ["orders:write", "catalog:read"], PROGRAM)

    caller = await api_keys.caller(key)

    assert (caller.kind, caller.label, caller.api_key_id) == (CallerKind.API_KEY, f"api_key:{row.id}", row.id)
    assert caller.permissions == {
        Permission.ORDERS_READ,
        Permission.ORDERS_WRITE,
        Permission.PAYMENTS_READ,
        Permission.CATALOG_READ,
        Permission.INTROSPECT,
    }


async def test_the_star_brings_everything(api_keys: ApiKeys) -> None:
    _, key = await api_keys.create("Everything", ["*"], PROGRAM)

    people = {Permission.SELF_MANAGE, Permission.STAFF_MANAGE, Permission.OWNERS_MANAGE}
    assert (await api_keys.caller(key)).permissions == frozenset(Permission) - people


def test_the_scopes_are_those_of_the_specification() -> None:
    names = ("catalog", "orders", "conversations", "customers", "accounts", "reports", "events")

    assert set(SCOPES) == {"*"} | {f"{name}:{way}" for name in names for way in ("read", "write")}


@pytest.mark.parametrize(
    ("name", "scopes", "field"),
    [
        (" ", ["*"], "name"),
        ("x" * 81, ["*"], "name"),
        ("Key", [], "scopes"),
        ("Key", ["orders"], "scopes"),
        ("Key", ["orders:refund"], "scopes"),
        ("Key", ["*", "nonsense:read"], "scopes"),
    ],
)
async def test_wrong_details_of_a_key_are_named(api_keys: ApiKeys, name: str, scopes: list[str], field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        await api_keys.create(name, scopes, PROGRAM)

    assert refused.value.field == field
    assert await ApiKey.all().count() == 0


async def test_a_revoked_key_opens_nothing_and_its_end_is_told_once(api_keys: ApiKeys) -> None:
    row, key = await api_keys.create("Shop till", ["*"], PROGRAM)

    await api_keys.revoke(row.id, PROGRAM)
    await api_keys.revoke(row.id, PROGRAM)

    with pytest.raises(UnauthenticatedError):
        await api_keys.authenticate(key)
    events = await EventRow.filter(type=ApiKeyRevoked.type)
    assert [event.payload for event in events] == [{"api_key_id": row.id}]
    with pytest.raises(NotFoundError):
        await api_keys.revoke(row.id + 1, PROGRAM)


async def test_an_expired_key_opens_nothing(api_keys: ApiKeys) -> None:
    with time_machine.travel(START, tick=False):
        _, key = await api_keys.create("Trial", ["*"], PROGRAM, expires_at=START + timedelta(days=1))
        assert (await api_keys.caller(key)).expires_at == START + timedelta(days=1)
        with pytest.raises(InvalidInputError):
            await api_keys.create("Late", ["*"], PROGRAM, expires_at=START)
    with time_machine.travel(START + timedelta(days=1), tick=False), pytest.raises(UnauthenticatedError):
        await api_keys.authenticate(key)


async def test_a_key_can_be_given_no_right_that_its_maker_does_not_have(api_keys: ApiKeys) -> None:
    of_an_agent = ROLE_PERMISSIONS[StaffRole.AGENT]

    with pytest.raises(InvalidInputError) as refused:
        await api_keys.create("Everything", ["*"], PROGRAM, within=of_an_agent)
    row, _ = await api_keys.create("Much", ["orders:write"], PROGRAM, within=of_an_agent)

    assert refused.value.field == "scopes"
    assert [key.id for key in await api_keys.all()] == [row.id]


async def test_a_key_is_renamed_and_given_another_end(api_keys: ApiKeys) -> None:
    with time_machine.travel(START, tick=False):
        row, key = await api_keys.create("Trial", ["*"], PROGRAM, expires_at=START + timedelta(days=1))
        await api_keys.update(row.id, ApiKeyChanges(name=" Till "), PROGRAM)
        await api_keys.update(row.id, ApiKeyChanges(expires_at=START + timedelta(days=9)), PROGRAM)
        await api_keys.update(row.id, ApiKeyChanges(name="Till"), PROGRAM)
    with time_machine.travel(START + timedelta(days=8), tick=False):
        longer = await api_keys.caller(key)
        await api_keys.update(row.id, ApiKeyChanges(clear_expires_at=True), PROGRAM)
    with time_machine.travel(START + timedelta(days=90), tick=False):
        for_ever = await api_keys.caller(key)

    assert (longer.name, longer.expires_at, for_ever.expires_at) == ("Till", START + timedelta(days=9), None)
    told = [event.payload for event in await EventRow.filter(type=ApiKeyChanged.type).order_by("id")]
    assert [each["is_expiry_changed"] for each in told] == [False, False, True, True]
    audited = await AuditLog.filter(action="api_key.update").order_by("id")
    assert [set(each.after) for each in audited] == [{"name"}, {"expires_at"}, {"expires_at"}]


async def test_a_revoked_key_is_not_changed_any_more(api_keys: ApiKeys) -> None:
    row, _ = await api_keys.create("Trial", ["*"], PROGRAM)
    await api_keys.revoke(row.id, PROGRAM)

    with pytest.raises(ApiKeyRevokedError):
        await api_keys.update(row.id, ApiKeyChanges(name="Again"), PROGRAM)
    with pytest.raises(InvalidInputError):
        await api_keys.update(row.id, ApiKeyChanges(expires_at=START), PROGRAM)
    with pytest.raises(NotFoundError):
        await api_keys.update(row.id + 1, ApiKeyChanges(name="Nobody"), PROGRAM)


async def test_what_is_no_key_is_refused(api_keys: ApiKeys) -> None:
    _, key = await api_keys.create("Shop till", ["*"], PROGRAM)

    for wrong in (
        "",
        "parley_",
        key[:-1],
        key + "A",
        key.upper(),
        key.replace("parley_", "pat_"),
        "parley_" + "A" * 43,
    ):
        with pytest.raises(UnauthenticatedError):
            await api_keys.authenticate(wrong)


async def test_the_last_use_is_written_at_most_once_a_minute(api_keys: ApiKeys) -> None:
    row, key = await api_keys.create("Shop till", ["*"], PROGRAM)

    seen = []
    for seconds in (0, 59, 60, 61):
        with time_machine.travel(START + timedelta(seconds=seconds), tick=False):
            await api_keys.authenticate(key)
        seen.append((await ApiKey.get(id=row.id)).last_used_at)

    assert seen == [START, START, START + timedelta(seconds=60), START + timedelta(seconds=60)]
