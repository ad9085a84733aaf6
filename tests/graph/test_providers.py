"""AI providers through the API: set up, ordered, priced, deleted; their keys never come back."""

from typing import Any

import pytest

from core import clock
from core.ai.registry import TYPES
from core.permissions import Permission
from core.shop import Shop
from core.vault import Vault
from models.audit import AuditLog
from models.providers import AiDailyUse, AiProvider, AiProviderPrice
from tests.graph.asking import Asker, caller_with

CREATE = """
mutation ($input: AiProviderCreateInput!) {
  aiProviderCreate(input: $input) {
    __typename
    ... on AiProviderPayload { provider { id name type model hasKey keyEnding priority dailyLimit isActive usedToday } }
    ... on Error { code path }
  }
}
"""
UPDATE = """
mutation ($input: AiProviderUpdateInput!) {
  aiProviderUpdate(input: $input) {
    __typename
    ... on AiProviderPayload { provider { id name model keyEnding dailyLimit isActive trouble } }
    ... on Error { code path }
  }
}
"""
REORDER = """
mutation ($input: AiProviderReorderInput!) {
  aiProviderReorder(input: $input) {
    __typename
    ... on AiProviderReorderPayload { providers { name } }
    ... on Error { code path }
  }
}
"""
DELETE = """
mutation ($input: AiProviderDeleteInput!) {
  aiProviderDelete(input: $input) {
    __typename
    ... on AiProviderDeletePayload { deletedId }
    ... on Error { code path }
  }
}
"""
PRICE = """
mutation ($input: AiProviderPriceSetInput!) {
  aiProviderPriceSet(input: $input) {
    __typename
    ... on AiProviderPayload { provider { name prices { validFrom currency read written } } }
    ... on Error { code path }
  }
}
"""
NOBODY = "QWlQcm92aWRlcjo5OTk"  # AiProvider:999
KEY = "sk-ant-secret-abcd"


async def made(asker: Asker, name: str, **more: Any) -> str:
    answer = await asker.ask(CREATE, input={"name": name, "type": "CLAUDE", **more})
    assert answer.data is not None, answer.errors
    return str(answer.data["aiProviderCreate"]["provider"]["id"])


async def result(asker: Asker, document: str, **asked: Any) -> dict[str, Any]:
    answer = await asker.ask(document, input=asked)
    assert answer.data is not None, answer.errors
    (given,) = answer.data.values()
    return dict(given)


async def test_a_provider_is_set_up_with_a_sensible_model_and_a_sealed_key(shop: Shop, asker: Asker) -> None:
    given = await result(asker, CREATE, name="Main", type="CLAUDE", key=KEY, dailyLimit=500)

    provider = given["provider"]
    assert provider | {"id": ""} == {
        "id": "",
        "name": "Main",
        "type": "CLAUDE",
        "model": "claude-haiku-5-5",
        "hasKey": True,
        "keyEnding": "abcd",
        "priority": 90,
        "dailyLimit": 500,
        "isActive": True,
        "usedToday": 0,
    }
    row = await AiProvider.get(name="Main")
    assert KEY.encode() not in bytes(row.key_ciphertext or b"")
    assert await shop.providers.key_of(row) == KEY
    audit = await AuditLog.get(action="provider.create")
    assert KEY not in str(audit.after)


@pytest.mark.parametrize(("search", "names"), [("MAIN", ["Main"]), ("big-model", ["Spare"]), ("sk-ant", [])])
async def test_providers_are_found_by_their_name_and_model_but_not_by_their_key(
    asker: Asker, search: str, names: list[str]
) -> None:
    await made(asker, "Main", key=KEY)
    await made(asker, "Spare", model="big-model-5")
    document = "query ($search: String!) { aiProviders(filter: {search: $search}) { nodes { name } } }"

    found = await asker.read(document, search=search)

    assert [provider["name"] for provider in found["aiProviders"]["nodes"]] == names


@pytest.mark.parametrize(
    ("asked", "code", "path"),
    [
        ({"type": "PARROT"}, "INVALID_INPUT", "type"),
        ({"name": " "}, "INVALID_INPUT", "name"),
        ({"key": "two words here"}, "INVALID_INPUT", "key"),
        ({"dailyLimit": -1}, "INVALID_INPUT", "dailyLimit"),
        ({"model": "x" * 121}, "INVALID_INPUT", "model"),
        ({"name": "Taken"}, "PROVIDER_NAME_TAKEN", "name"),
    ],
)
async def test_a_wrong_provider_is_refused_by_its_field(
    asker: Asker, asked: dict[str, Any], code: str, path: str
) -> None:
    await made(asker, "Taken")

    given = await result(asker, CREATE, **{"name": "New", "type": "GROQ", **asked})

    assert (given["code"], given["path"]) == (code, ["input", path])
    assert await AiProvider.all().count() == 1


async def test_a_repeated_request_sets_up_one_provider(asker: Asker) -> None:
    asked = {"name": "Once", "type": "GEMINI", "idempotencyKey": "k"}

    assert await result(asker, CREATE, **asked) == await result(asker, CREATE, **asked)
    assert await AiProvider.all().count() == 1


async def test_a_new_key_ends_the_trouble_of_the_old_one(asker: Asker) -> None:
    provider = await made(asker, "Main", key=KEY, dailyLimit=5)
    await AiProvider.all().update(trouble="key_refused", cooling_until=clock.now())

    given = await result(asker, UPDATE, id=provider, changes={"key": "sk-ant-other-wxyz", "noLimit": True})

    assert given["provider"] == {
        "id": provider,
        "name": "Main",
        "model": "claude-haiku-5-5",
        "keyEnding": "wxyz",
        "dailyLimit": None,
        "isActive": True,
        "trouble": None,
    }
    assert (await AuditLog.get(action="provider.update")).after == {"daily_limit": None, "key": "changed"}


async def test_providers_are_asked_in_the_order_staff_give_them(asker: Asker) -> None:
    one, two, three = [await made(asker, name) for name in ("One", "Two", "Three")]

    given = await result(asker, REORDER, ids=[three, one, two])

    assert [provider["name"] for provider in given["providers"]] == ["Three", "One", "Two"]
    listed = await asker.ask("{ aiProviders { nodes { name } } }")
    assert listed.data == {"aiProviders": {"nodes": [{"name": "Three"}, {"name": "One"}, {"name": "Two"}]}}


async def test_an_order_that_leaves_somebody_out_changes_nothing(asker: Asker) -> None:
    one, _ = [await made(asker, name) for name in ("One", "Two")]

    for ids in ([one], [one, one], [one, NOBODY]):
        assert (await result(asker, REORDER, ids=ids))["code"] == "PROVIDER_ORDER_INCOMPLETE"
    assert [row.name for row in await AiProvider.all().order_by("-priority")] == ["One", "Two"]


async def test_a_price_holds_from_its_day_on_and_the_same_day_is_replaced(asker: Asker) -> None:
    provider = await made(asker, "Main")
    asked = {"id": provider, "validFrom": "2026-11-01", "currency": "USD", "read": "1.00"}

    for written in ("5.000000", "5.250000"):
        given = (await result(asker, PRICE, **asked, written=written))["provider"]
        price = {"validFrom": "2026-11-01", "currency": "USD", "read": "1.000000", "written": written}
        assert given == {"name": "Main", "prices": [price]}
    later = await result(asker, PRICE, **{**asked, "validFrom": "2026-12-01"}, written="4")
    assert [price["validFrom"] for price in later["provider"]["prices"]] == ["2026-11-01", "2026-12-01"]

    rows = await AiProviderPrice.all().order_by("valid_from")
    assert [str(row.written_price) for row in rows] == ["5.250000", "4.000000"]
    for wrong, field in (
        ({"read": "-1", "written": "1"}, "read"),
        ({"written": "0.0000001"}, "written"),
        ({"currency": "XXQ", "written": "1"}, "currency"),
    ):
        assert (await result(asker, PRICE, **{**asked, **wrong}))["path"] == ["input", field]


async def test_use_of_today_is_that_of_the_shop_s_own_day(shop: Shop, asker: Asker) -> None:
    await made(asker, "Main")
    settings = await shop.settings.read()
    today = clock.now().astimezone(settings.zone).date()
    row = await AiProvider.get(name="Main")
    await AiDailyUse.create(provider_id=row.id, local_date=today, requests=7)
    await AiDailyUse.create(provider_id=row.id, local_date=today.replace(year=2020), requests=99)

    answer = await asker.ask("{ aiProviders { nodes { usedToday } } }")

    assert answer.data == {"aiProviders": {"nodes": [{"usedToday": 7}]}}


async def test_who_follows_a_provider_hears_how_it_is_and_what_becomes_of_it(asker: Asker) -> None:
    provider = await made(asker, "Main")
    document = "subscription ($id: ID) { aiProviderChanged(id: $id) { providerId provider { name isActive } } }"
    async with asker.follow(document, id=provider) as events:
        heard = [(await events.next()).data]
        await result(asker, UPDATE, id=provider, changes={"isActive": False})
        heard.append((await events.next()).data)
        await result(asker, DELETE, id=provider)
        heard.append((await events.next()).data)

    assert [event["aiProviderChanged"] for event in heard if event] == [
        {"providerId": provider, "provider": {"name": "Main", "isActive": True}},
        {"providerId": provider, "provider": {"name": "Main", "isActive": False}},
        {"providerId": provider, "provider": None},
    ]


async def test_a_deleted_provider_is_gone_and_cannot_be_changed(asker: Asker) -> None:
    provider = await made(asker, "Main")

    assert (await result(asker, DELETE, id=provider))["deletedId"] == provider

    assert (await result(asker, DELETE, id=provider))["code"] == "PROVIDER_NOT_FOUND"
    assert (await result(asker, UPDATE, id=provider, changes={"name": "x"}))["code"] == "PROVIDER_NOT_FOUND"


@pytest.mark.parametrize(
    ("document", "asked"),
    [
        (CREATE, {"name": "x", "type": "CLAUDE"}),
        (UPDATE, {"id": NOBODY, "changes": {}}),
        (REORDER, {"ids": []}),
        (DELETE, {"id": NOBODY}),
        (PRICE, {"id": NOBODY, "validFrom": "2026-01-01", "currency": "USD", "read": "1", "written": "1"}),
    ],
)
async def test_who_only_reads_providers_changes_none(asker: Asker, document: str, asked: dict[str, Any]) -> None:
    answer = await asker.as_(caller_with(Permission.PROVIDERS_READ)).ask(document, input=asked)

    assert answer.codes == ["FORBIDDEN"]


async def test_after_a_change_of_secret_every_key_is_sealed_anew(shop: Shop, asker: Asker) -> None:
    await made(asker, "Main", key=KEY)
    old, new = "only for tests, and long enough to seal", "another secret, also long enough to seal"
    shop.providers._vault = Vault.from_secrets(new, old)

    assert await shop.providers.reseal() == 1

    assert await shop.providers.reseal() == 0
    shop.providers._vault = Vault.from_secrets(new)
    assert await shop.providers.key_of(await AiProvider.get(name="Main")) == KEY


async def test_a_provider_is_found_by_its_id_and_its_kind_among_those_to_choose_from(asker: Asker) -> None:
    made = await asker.read(CREATE, input={"name": "First", "type": "CLAUDE"})
    thing = made["aiProviderCreate"]["provider"]["id"]
    query = "query ($id: ID!) { aiProvider(id: $id) { name type } }"

    found = await asker.read(query, id=thing)
    nobody = await asker.read(query, id=NOBODY)
    kinds = (await asker.read("{ aiProviderKinds { id name label seedModel } }"))["aiProviderKinds"]

    assert found == {"aiProvider": {"name": "First", "type": "CLAUDE"}}
    assert nobody == {"aiProvider": None}
    assert [kind["name"] for kind in kinds] == list(TYPES)
    seeds = {kind["name"]: kind["seedModel"] for kind in kinds}
    assert seeds["CLAUDE"] == made["aiProviderCreate"]["provider"]["model"]
    assert all(kind["id"] and kind["label"] and kind["seedModel"] for kind in kinds)
