"""A fault at each step of a sale, on the SDK of each vendor: the sale goes on, and nothing is done or said twice."""

import json
from collections import deque
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from llmock.scenarios import Match, Reply
from llmock.scenarios import ToolCall as Called
from starlette.types import Receive, Scope, Send

from core.database import Database
from core.providers import ProviderChanges
from models.conversations import Draft, Message, MessageAuthor, Turn
from models.orders import Order
from models.providers import AiProvider, AiUsageLog
from tests.adversary.stage import KEY, broken, everything_written
from tests.ai_chats import AiChats
from tests.chats import Chats
from tests.contracts.vendors import CUT_OFF, PATHS, REFUSALS, Raw, Vendors
from web.assembly import shop_of
from web.settings import Environment

MOCKED = {"CLAUDE": "anthropic", "GEMINI": "gemini", "GROQ": "groq", "COHERE": "cohere"}
ASKS = "I need something for my little shop"

# The vendors' own words; some of them repeat the key.
WRONG_KEY = json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}", "type": "authentication_error"}})


def faults(kind: str) -> dict[str, Raw]:
    told = b'{"error": {"message": "no"}, "message": "no"}'
    refused = {"REFUSED": Raw(json.dumps(REFUSALS[kind]).encode())} if kind in REFUSALS else {}
    return {
        "RATE_LIMITED": Raw(told, 429, {"retry-after": "60"}),
        "BAD_KEY": Raw(WRONG_KEY.encode(), 401),
        "OUT_OF_CREDIT": Raw(told, 402),
        "OVERLOADED": Raw(told, 503),
        "MALFORMED_ANSWER": Raw(json.dumps(CUT_OFF[kind]).encode()),
        "MALFORMED_ANSWER no JSON": Raw(b'{"id": "1", "cho'),
        "MALFORMED_ANSWER nothing": Raw(b"{}"),
        **refused,
    }


class Stepwise(Vendors):
    """Vendors that fail at the request that is named, counted from the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.script: deque[Raw | None] = deque()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self.script and (raw := self.script.popleft()) is not None:
            self.answer_raw(raw)
        await super().__call__(scope, receive, send)

    def fail_at(self, *steps: Raw | None) -> None:
        self.script = deque(steps)


@pytest.fixture(scope="module")
def vendors() -> Iterator[Stepwise]:
    with Stepwise().running() as vendors:
        assert isinstance(vendors, Stepwise)
        yield vendors


@pytest.fixture
async def stage(
    database: Database, database_url: str, environment: Environment, vendors: Stepwise, data_folder: Path
) -> AsyncIterator[AiChats]:
    vendors.forget()
    urls = {kind: vendors.base_url(kind) for kind in PATHS}
    shop = shop_of(replace(environment, provider_urls=urls), database_url)
    yield AiChats.of(await Chats.begin(database, data_folder), shop, vendors)
    await shop.connections.close()


def says(vendors: Vendors, kind: str, *replies: str | Called) -> None:
    match = Match(provider=MOCKED[kind])
    for reply in replies:
        said: dict[str, Any] = {"text": reply} if isinstance(reply, str) else {"tool_calls": (reply,)}
        vendors.mock.scenarios.add(Reply(**said, match=match))


class Sale:
    """One shop, whose customers come one after another, each as the first."""

    def __init__(self, stage: AiChats, vendors: Stepwise, kind: str) -> None:
        self.stage, self.vendors, self.kind = stage, vendors, kind
        self.others = [each for each in PATHS if each != kind][:2]
        self.customers = 0
        self.look: Called
        self.propose: Called
        self.again: Called

    async def open(self) -> None:
        package = await self.stage.chats.sells()
        await self.stage.adds(self.kind, *self.others)
        for provider in await AiProvider.all():
            await self.stage.shop.providers.update(provider.id, ProviderChanges(key=KEY), self.stage.chats.agent)
        self.look = Called("get_package", {"package_id": package.id})
        self.propose = Called("propose_order", {"package_id": package.id, "quantity": 2})
        self.again = Called("propose_order", {"package_id": package.id, "quantity": 9})

    async def turn(self) -> tuple[list[str], list[tuple[str, int, str]]]:
        """A new customer writes: what is said, and whom it took."""
        await AiProvider.all().update(failures=0, cooling_until=None, trouble=None)
        self.customers += 1
        lid = f"{self.customers}@lid"
        await self.stage.chats.writes(ASKS, lid=lid)
        said = await self.stage.chats.answers(lid)
        turn = await Turn.all().order_by("-id").first()
        assert turn is not None
        rows = await AiUsageLog.filter(turn_id=turn.id).order_by("id")
        self.vendors.mock.scenarios.clear()
        return said, [(row.provider_type, row.hop, row.outcome) for row in rows]


@pytest.mark.parametrize("kind", PATHS)
async def test_a_fault_at_any_step_costs_no_sale(
    stage: AiChats, vendors: Stepwise, kind: str, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level("INFO")
    sale = Sale(stage, vendors, kind)
    await sale.open()
    second, third = sale.others

    for name, fault in faults(kind).items():
        outcome = name.split()[0]

        # At the first request.
        vendors.fail_at(fault)
        says(vendors, second, sale.look, sale.propose, "A good choice.")
        said, asked = await sale.turn()
        assert _is_sold(said, "A good choice."), (name, said)
        assert asked == [(kind, 0, outcome), (second, 1, "OK"), (second, 2, "OK"), (second, 3, "OK")], name

        # After it has looked something up.
        vendors.fail_at(None, fault)
        says(vendors, kind, sale.look)
        says(vendors, second, sale.propose, "A good choice.")
        said, asked = await sale.turn()
        assert _is_sold(said, "A good choice."), (name, said)
        assert asked == [(kind, 0, "OK"), (kind, 1, outcome), (second, 2, "OK"), (second, 3, "OK")], name
        assert "Done already in this turn" in json.dumps(stage.asked[-2]), name

        # After it has proposed: the next one would propose something else.
        vendors.fail_at(None, None, fault)
        says(vendors, kind, sale.look, sale.propose)
        says(vendors, second, sale.again, "A good choice.")
        said, asked = await sale.turn()
        assert _is_sold(said, "A good choice."), (name, said)
        assert [row[2] for row in asked] == ["OK", "OK", outcome, "OK", "OK"], name

        # In the middle of the way to another one, which fails as well.
        vendors.fail_at(None, fault, Raw(b"{}"))
        says(vendors, kind, sale.look)
        says(vendors, third, sale.propose, "A good choice.")
        said, asked = await sale.turn()
        assert _is_sold(said, "A good choice."), (name, said)
        assert [row[0] for row in asked] == [kind, kind, second, third, third], name
        assert [row[1] for row in asked] == [0, 1, 2, 3, 4], name

    turns = 4 * len(faults(kind))
    assert await Draft.all().count() == turns
    assert {(draft.quantity, draft.unit_amount) for draft in await Draft.all()} == {(2, 250_000)}
    assert await Message.filter(author=MessageAuthor.ASSISTANT).count() == 2 * turns
    assert await Order.all().count() == 0
    assert await broken(stage.chats.database) == []
    assert KEY not in await everything_written(stage.chats.database)
    assert KEY not in caplog.text
    logged = capsys.readouterr()
    assert "provider_failed" in logged.out
    assert KEY not in logged.out + logged.err


def _is_sold(said: list[str], words: str) -> bool:
    return len(said) == 2 and said[0] == words and "5,000" in said[1]


@pytest.mark.parametrize("kind", PATHS)
async def test_what_was_proposed_is_summed_up_though_all_vendors_are_gone(
    stage: AiChats, vendors: Stepwise, kind: str
) -> None:
    sale = Sale(stage, vendors, kind)
    await sale.open()
    vendors.fail_at(None, *[Raw(b"", 503)] * 3)
    says(vendors, kind, sale.propose)

    (summary,), asked = await sale.turn()

    assert "5,000" in summary
    assert [row[2] for row in asked] == ["OK", "OVERLOADED", "OVERLOADED", "OVERLOADED"]
    assert await broken(stage.chats.database) == []


@pytest.mark.parametrize("kind", PATHS)
async def test_a_model_that_never_ceases_to_call_tools_is_asked_once_more_without_them(
    stage: AiChats, vendors: Stepwise, kind: str
) -> None:
    sale = Sale(stage, vendors, kind)
    await sale.open()
    says(vendors, kind, *(Called("get_package", {"package_id": number}) for number in (-1, -2, -3, -4)), "Well then.")

    said, asked = await sale.turn()

    assert said == ["Well then."]
    assert [row[2] for row in asked] == ["OK"] * 5
    assert "tools" not in stage.asked[-1]
