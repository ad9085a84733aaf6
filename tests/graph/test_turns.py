"""The glass box in the API: a turn from inside, by rights; and a turn beside what it would be today."""

from decimal import Decimal
from typing import Any

from core.assistant.facts_record import kept
from core.permissions import Permission
from models.conversations import Message, Turn
from models.providers import AiUsageLog
from tests.graph.asking import Asker, caller_with
from tests.graph.mutations.scene import id_of
from tests.graph.rows import (
    make_account,
    make_conversation,
    make_customer,
    make_message,
    make_order,
    make_package,
    make_provider,
    make_service,
    make_turn,
)
from tests.guard.facts import FACTS

INSIDE = """
  answeredWith model promptVersion language milliseconds
  actions { kind quantity package { name } order { number } }
  toolCalls { tool arguments isRefused refusal }
  guardChanges { kind claim sentence replacement }
  faqEntries { question }
  hops { providerType outcome tokensRead cost { amount currency } provider { name } }
  cost { amount currency }
  record
"""
READ = f"query ($id: ID!) {{ node(id: $id) {{ ... on Turn {{ {INSIDE} isReplayable facts }} }} }}"
FACTS_ALONE = "query ($id: ID!) { node(id: $id) { ... on Turn { facts } } }"
REPLAY = f"""
mutation ($input: TurnReplayInput!) {{
  turnReplay(input: $input) {{
    ... on TurnReplayPayload {{ turn {{ messages {{ text }} }} replay {{ replies {INSIDE} }} }}
    ... on Error {{ __typename code path }}
  }}
}}
"""


async def thoughtful() -> Turn:
    """A turn with AI that did of everything something."""
    package = await make_package(await make_service())
    conversation = await make_conversation(await make_customer(await make_account()))
    order = await make_order(conversation, package)
    turn = await make_turn(conversation)
    provider = await make_provider()
    for outcome, cost in (("RATE_LIMITED", None), ("OK", Decimal("0.00210000")), ("OK", Decimal("0.0009"))):
        await AiUsageLog.create(
            provider_id=provider.id,
            turn_id=turn.id,
            provider_type="CLAUDE",
            model="model",
            outcome=outcome,
            tokens_read=None if cost is None else 1000,
            milliseconds=400,
            cost=cost,
            cost_currency=None if cost is None else "USD",
        )
    record = {
        "language": "ur",
        "model": "claude-haiku-5-5",
        "prompt": {"key": "salesperson", "version": 3},
        "actions": [
            {"do": "ProposeOrder", "package_id": package.id, "quantity": 2},
            {"do": "CancelOrder", "order_id": order.id},
        ],
        "tools": [
            {"tool": "get_package", "arguments": {"package_id": "1"}, "is_error": True, "refusal": "There is none."}
        ],
        "guard": [{"kind": "PRICE", "said": "PKR 1", "sentence": "It costs PKR 1.", "instead": "PKR 2,500"}],
        "faq": [],
    }
    await Turn.filter(id=turn.id).update(answered_with="CLAUDE", record={**record, "facts": kept(FACTS)})
    return turn


async def test_a_turn_shows_what_was_done_and_why(asker: Asker) -> None:
    turn = await thoughtful()

    node = (await asker.read(READ, id=id_of(turn)))["node"]

    assert (node["answeredWith"], node["model"], node["promptVersion"]) == ("CLAUDE", "claude-haiku-5-5", 3)
    assert (node["language"], node["isReplayable"]) == ("ur", True)
    assert node["actions"] == [
        {"kind": "PROPOSE_ORDER", "quantity": 2, "package": {"name": "Starter"}, "order": None},
        {"kind": "CANCEL_ORDER", "quantity": None, "package": None, "order": {"number": "PX-1000"}},
    ]
    assert node["toolCalls"] == [
        {"tool": "get_package", "arguments": {"package_id": "1"}, "isRefused": True, "refusal": "There is none."}
    ]
    assert node["guardChanges"] == [
        {"kind": "PRICE", "claim": "PKR 1", "sentence": "It costs PKR 1.", "replacement": "PKR 2,500"}
    ]
    assert [(hop["outcome"], hop["tokensRead"], hop["provider"]) for hop in node["hops"]] == [
        ("RATE_LIMITED", None, {"name": "Provider 1"}),
        ("OK", 1000, {"name": "Provider 1"}),
        ("OK", 1000, {"name": "Provider 1"}),
    ]
    [cost] = node["cost"]
    assert (Decimal(cost["amount"]), cost["currency"]) == (Decimal("0.003"), "USD")
    assert "facts" not in node["record"]


async def test_a_turn_of_an_older_program_is_read_all_the_same(asker: Asker) -> None:
    conversation = await make_conversation(await make_customer(await make_account()))
    turn = await make_turn(conversation)
    strange: list[dict[str, Any]] = [
        {},
        {"asked": "menu", "understood": [{"wishes": []}], "replies": 1},
        {"actions": [{"do": "Juggle"}, {}, "x"], "guard": [{"kind": "COLOUR"}], "tools": None, "faq": "x", "prompt": 3},
    ]
    for record in strange:
        await Turn.filter(id=turn.id).update(record=record)

        node = (await asker.read(READ, id=id_of(turn)))["node"]

        assert (node["model"], node["promptVersion"], node["isReplayable"], node["facts"]) == (None, None, False, None)
        lists = ("actions", "toolCalls", "guardChanges", "faqEntries", "hops", "cost")
        assert [node[name] for name in lists] == [[]] * len(lists)
        assert node["record"] == record


async def test_what_was_told_is_shown_by_parts_to_those_who_may_read_each(asker: Asker) -> None:
    turn = id_of(await thoughtful())
    least = Permission.CONVERSATIONS_READ
    parts = {
        "services": Permission.CATALOG_READ,
        "orders": Permission.ORDERS_READ,
        "payment_methods": Permission.PAYMENTS_READ,
        "faq": Permission.KNOWLEDGE_READ,
    }

    async def shown(*more: Permission) -> dict[str, Any]:
        somebody = asker.as_(caller_with(least, *more))
        facts: dict[str, Any] = (await somebody.read(FACTS_ALONE, id=turn))["node"]["facts"]
        return facts

    assert parts.keys() & (await shown()).keys() == set()
    for part, right in parts.items():
        assert parts.keys() & (await shown(right)).keys() == {part}
    without = await shown(Permission.PAYMENTS_READ)
    with_numbers = await shown(Permission.PAYMENTS_READ, Permission.PAYMENT_NUMBERS_READ)
    assert [method.get("account_number") for method in without["payment_methods"]] == [None] * 3
    assert [method["account_number"] for method in with_numbers["payment_methods"]] == [
        method.account_number for method in FACTS.payment_methods
    ]


async def test_a_turn_is_replayed_beside_what_it_was(asker: Asker) -> None:
    conversation = await make_conversation(await make_customer(await make_account()))
    turn = await make_turn(conversation)
    message = await make_message(conversation, "hello", turn=turn)
    told = {**turn.record["facts"], "messages": [message.id]}
    await Turn.filter(id=turn.id).update(record={"facts": told})

    answer = (await asker.read(REPLAY, input={"id": id_of(turn)}))["turnReplay"]
    reader = asker.as_(caller_with(Permission.CONVERSATIONS_READ))
    refused = await reader.ask(REPLAY, input={"id": id_of(turn)})

    assert answer["turn"]["messages"] == [{"text": "hello"}]
    assert (answer["replay"]["answeredWith"], answer["replay"]["promptVersion"]) == ("BUILT_IN", None)
    [reply] = answer["replay"]["replies"]
    assert reply.startswith("Hello!")
    assert answer["replay"]["hops"] == answer["replay"]["cost"] == []
    assert await Message.all().count() == 1
    assert refused.codes == ["FORBIDDEN"]
