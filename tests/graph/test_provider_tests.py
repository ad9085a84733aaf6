"""Trying an AI provider out through the API, and what the API says of its state."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any

import pytest
from llmock.scenarios import Fail, Reply

from core.database import Database
from core.shop import Shop
from models.audit import AuditLog
from models.notices import Notice
from models.providers import AiUsageLog
from tests.contracts.vendors import PATHS, Vendors
from tests.graph.asking import Asker
from web.assembly import shop_of
from web.settings import Environment

CREATE = """
mutation ($input: AiProviderCreateInput!) {
  aiProviderCreate(input: $input) { ... on AiProviderPayload { provider { id state } } ... on Error { code message } }
}
"""
UPDATE = """
mutation ($input: AiProviderUpdateInput!) {
  aiProviderUpdate(input: $input) { ... on AiProviderPayload { provider { state trouble } } ... on Error { code } }
}
"""
TEST = """
mutation ($input: AiProviderTestInput!) {
  aiProviderTest(input: $input) {
    ... on AiProviderTestPayload {
      isWorking outcome tokensRead tokensWritten provider { state trouble usedToday dailyLimit }
    }
    ... on Error { __typename code path }
  }
}
"""
READ = """
query ($id: ID!) { aiProvider(id: $id) { name state } aiProviderKinds { name label seedModel } }
"""


@pytest.fixture(scope="module")
def vendors() -> Iterator[Vendors]:
    with Vendors().running() as vendors:
        yield vendors


@pytest.fixture
async def asker(
    database: Database, database_url: str, environment: Environment, vendors: Vendors
) -> AsyncIterator[Asker]:
    vendors.forget()
    urls = {kind: vendors.base_url(kind) for kind in PATHS}
    shop: Shop = shop_of(replace(environment, provider_urls=urls), database_url)
    yield Asker(shop)
    await shop.connections.close()


async def made(asker: Asker, kind: str = "GROQ") -> str:
    answer = await asker.read(CREATE, input={"name": kind, "type": kind, "key": "a-key-of-the-shop"})
    assert answer["aiProviderCreate"]["provider"]["state"] == "READY"
    return str(answer["aiProviderCreate"]["provider"]["id"])


async def tried(asker: Asker, provider: str) -> dict[str, Any]:
    return dict((await asker.read(TEST, input={"id": provider}))["aiProviderTest"])


@pytest.mark.parametrize("kind", PATHS)
async def test_each_kind_of_provider_can_be_tried_out(asker: Asker, vendors: Vendors, kind: str) -> None:
    provider = await made(asker, kind)
    vendors.mock.scenarios.add(Reply(text="Hello"))

    answer = await tried(asker, provider)

    assert (answer["isWorking"], answer["outcome"]) == (True, "OK")
    assert answer["tokensRead"] > 0
    assert answer["provider"]["usedToday"] == 1
    assert [(row.provider_type, row.outcome) for row in await AiUsageLog.all()] == [(kind, "OK")]


async def test_a_refused_key_is_shown_until_a_new_one_answers(asker: Asker, vendors: Vendors) -> None:
    provider = await made(asker)
    vendors.mock.scenarios.add(Fail(401))
    vendors.mock.scenarios.add(Reply(text="Hello"))

    refused = await tried(asker, provider)
    notice = await Notice.get()
    renewed = await asker.read(UPDATE, input={"id": provider, "changes": {"key": "another-key-of-the-shop"}})
    again = await tried(asker, provider)

    assert (refused["isWorking"], refused["outcome"]) == (False, "BAD_KEY")
    assert (refused["provider"]["state"], refused["provider"]["trouble"]) == ("NEEDS_PERSON", "key_refused")
    assert notice.kind.value == "PROVIDER_KEY_REFUSED"
    assert renewed["aiProviderUpdate"]["provider"] == {"state": "READY", "trouble": None}
    assert again["isWorking"] is True
    await notice.refresh_from_db()
    assert notice.resolved_at is not None
    assert await AuditLog.filter(action="provider.test").count() == 2


async def test_a_provider_that_is_busy_rests(asker: Asker, vendors: Vendors) -> None:
    provider = await made(asker)
    vendors.mock.scenarios.add(Fail(429, retry_after=60))

    answer = await tried(asker, provider)

    assert (answer["outcome"], answer["provider"]["state"]) == ("RATE_LIMITED", "COOLING")


async def test_the_state_says_why_a_provider_is_not_asked(asker: Asker) -> None:
    keyless = (await asker.read(CREATE, input={"name": "No key", "type": "COHERE"}))["aiProviderCreate"]["provider"]
    sleeping = (
        await asker.read(CREATE, input={"name": "Off", "type": "CLAUDE", "key": "a-key-of-ours", "isActive": False})
    )["aiProviderCreate"]["provider"]
    spent = (
        await asker.read(CREATE, input={"name": "Spent", "type": "GROQ", "key": "a-key-of-ours", "dailyLimit": 0})
    )["aiProviderCreate"]["provider"]

    assert [keyless["state"], sleeping["state"], spent["state"]] == ["NO_KEY", "OFF", "EXHAUSTED"]
    read = await asker.read(READ, id=spent["id"])
    assert read["aiProvider"] == {"name": "Spent", "state": "EXHAUSTED"}
    assert [kind["name"] for kind in read["aiProviderKinds"]] == list(PATHS)


async def test_what_cannot_be_tried_out_is_said(asker: Asker) -> None:
    keyless = (await asker.read(CREATE, input={"name": "No key", "type": "COHERE"}))["aiProviderCreate"]["provider"]

    assert (await tried(asker, keyless["id"]))["code"] == "INVALID_INPUT"
    assert (await tried(asker, "QWlQcm92aWRlcjo5OTk"))["code"] == "PROVIDER_NOT_FOUND"
