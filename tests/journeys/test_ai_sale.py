"""A sale with each AI provider, on its own SDK over HTTP; and the same shop when the providers fail."""

import asyncio
import json
from base64 import urlsafe_b64decode
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from llmock.scenarios import Fail, Match, Reply
from llmock.scenarios import ToolCall as Called

from core.embedded_postgres import EmbeddedPostgres
from core.languages.wording import say
from tests.contracts.vendors import CUT_OFF, PATHS, REFUSALS, Raw, Vendors, heard
from tests.journeys.chat import Customer, Number, Shopkeeper, linked_number
from tests.journeys.conftest import make_quick
from tests.journeys.sale import YES, show_proof
from tests.journeys.server import Api, Server

# llmock's names of the vendors.
MOCKED = {"CLAUDE": "anthropic", "GEMINI": "gemini", "GROQ": "groq", "COHERE": "cohere"}

PROVIDERS = "{ aiProviders(first: 10) { nodes { id type state } } }"
PACKAGE = '{ packages(first: 1, filter: { search: "Online store" }) { nodes { id price { amount } } } }'
REORDER = """
mutation Reorder($input: AiProviderReorderInput!) {
  aiProviderReorder(input: $input) { ... on AiProviderReorderPayload { providers { id } } }
}
"""

TURN = """
query Turn($id: ID!) {
  conversation(id: $id) { turns(last: 1) { nodes {
    id answeredWith promptVersion isReplayable toolCalls { tool isRefused } actions { kind quantity package { name } }
    hops { providerType outcome provider { usedToday } } messages { direction text }
  } } }
}
"""
REPLAY = """
mutation Replay($input: TurnReplayInput!) {
  turnReplay(input: $input) {
    ... on TurnReplayPayload { replay { answeredWith replies actions { kind } hops { outcome } } }
    ... on Error { code message }
  }
}
"""


@pytest.fixture(scope="module")
def vendors() -> Iterator[Vendors]:
    with Vendors().running() as vendors:
        yield vendors


@pytest.fixture(scope="module")
def ai_server(tmp_path_factory: pytest.TempPathFactory, vendors: Vendors) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("ai") / "data")
    server.environment = {f"{kind}_API_KEY": f"the-key-for-{kind.lower()}" for kind in PATHS} | {
        f"{kind}_API_URL": vendors.base_url(kind) for kind in PATHS
    }
    server.start()
    yield server
    assert server.stop() == 0
    EmbeddedPostgres(server.data / "postgres").stop_if_abandoned()
    log = server.log.read_text(encoding="utf-8")
    assert "the-key-for-" not in log
    assert server.complaints() == []


@pytest.fixture
async def ai_api(ai_server: Server, vendors: Vendors) -> AsyncIterator[Api]:
    vendors.forget()
    await make_quick(ai_server)
    async with ai_server.api() as api:
        yield api


@pytest.fixture
async def number(ai_api: Api) -> AsyncIterator[Number]:
    async with linked_number(ai_api) as number:
        yield number


@pytest.fixture
def customer(number: Number) -> Customer:
    return number.customer()


async def ask_only(keeper: Shopkeeper, *kinds: str) -> None:
    """Those, in this order; the others are switched off. All are as new."""
    known = {row["type"]: row["id"] for row in (await keeper.ask(PROVIDERS))["aiProviders"]["nodes"]}
    for kind, provider in known.items():
        changes: dict[str, Any] = {"isActive": kind in kinds, "key": f"the-key-for-{kind.lower()}"}
        await keeper.change("aiProviderUpdate", id=provider, changes=changes)
    order = [known[kind] for kind in kinds] + [known[kind] for kind in known if kind not in kinds]
    await keeper.ask(REORDER, input={"ids": order})


async def the_store(keeper: Shopkeeper) -> int:
    """The package's number, as the tools name it."""
    node = (await keeper.ask(PACKAGE))["packages"]["nodes"][0]
    return int(urlsafe_b64decode(node["id"] + "==").decode().rpartition(":")[2])


def says(vendors: Vendors, kind: str, *replies: str | Called) -> None:
    for reply in replies:
        match = Match(provider=MOCKED[kind])
        if isinstance(reply, str):
            vendors.mock.scenarios.add(Reply(text=reply, match=match))
        else:
            vendors.mock.scenarios.add(Reply(tool_calls=(reply,), match=match))


@pytest.mark.parametrize("kind", PATHS)
async def test_a_sale_to_paid(number: Number, customer: Customer, vendors: Vendors, kind: str) -> None:
    await ask_only(number, kind)
    package = await the_store(number)
    says(
        vendors,
        kind,
        "Hello! What shall your website do?",
        Called("get_package", {"package_id": package}),
        Called("propose_order", {"package_id": package, "quantity": 1}),
        "The online store fits that well.",
    )

    hello = await customer.asks("Hello, I would like something for my business on the internet")
    advice = await customer.asks("I sell shoes and people should pay there")
    summary = str((await customer.hears())["text"])
    nothing_yet = await customer.orders()
    instructions = await customer.asks(YES)
    order = await number.approve(await show_proof(customer))

    assert hello == "Hello! What shall your website do?"
    assert advice == "The online store fits that well."
    assert "120,000" in summary
    assert nothing_yet == []
    assert order["number"] in instructions
    assert (order["status"], order["packageName"]) == ("PAID", "Online store")


async def test_a_false_price_never_reaches_the_customer(number: Number, customer: Customer, vendors: Vendors) -> None:
    await ask_only(number, "CLAUDE")
    says(vendors, "CLAUDE", "Our Online store costs only PKR 999 today, and you get 50% off!")

    answer = await customer.asks("could you tell me something about the shop thing please")

    assert "999" not in answer
    assert "50%" not in answer


async def test_a_turn_is_looked_at_from_inside_and_replayed(
    number: Number, customer: Customer, vendors: Vendors
) -> None:
    await ask_only(number, "GROQ")
    package = await the_store(number)
    says(vendors, "GROQ", Called("propose_order", {"package_id": package, "quantity": 1}), "A good choice.")
    await customer.asks("I sell shoes and people should pay there")
    await customer.hears()
    chat = (await customer.conversation())["id"]
    [turn] = (await number.ask(TURN, id=chat))["conversation"]["turns"]["nodes"]
    said = len(await number.messages())
    says(vendors, "GROQ", "Tell me more about your shoes.")

    replay = (await number.ask(REPLAY, input={"id": turn["id"]}))["turnReplay"]["replay"]

    assert (turn["answeredWith"], turn["promptVersion"], turn["isReplayable"]) == ("GROQ", 0, True)
    assert turn["toolCalls"] == [{"tool": "propose_order", "isRefused": False}]
    assert turn["actions"] == [{"kind": "PROPOSE_ORDER", "quantity": 1, "package": {"name": "Online store"}}]
    assert [(hop["providerType"], hop["outcome"]) for hop in turn["hops"]] == [("GROQ", "OK")] * 2
    assert [message["direction"] for message in turn["messages"]] == ["INBOUND", "OUTBOUND", "OUTBOUND"]
    assert replay == {
        "answeredWith": "GROQ",
        "replies": ["Tell me more about your shoes."],
        "actions": [],
        "hops": [{"outcome": "OK"}],
    }
    assert len(await number.messages()) == said


FAULTS: dict[str, Fail | Raw | str] = {
    "429": Fail(429, retry_after=1),
    "401": Fail(401),
    "402": Fail(402),
    "500": Fail(500),
    "503": Fail(503),
    "529": Fail(529),
    "empty": Raw(b""),
    "malformed": Raw(b'{"id": "1", "cho'),
    "nothing in it": Raw(b"{}"),
    "truncated": "truncated",
    "refused": "refused",
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", PATHS)
async def test_whatever_fails_the_next_provider_answers_once(
    number: Number, customer: Customer, vendors: Vendors, kind: str, fault: str
) -> None:
    other = next(each for each in PATHS if each != kind)
    await ask_only(number, kind, other)
    match FAULTS[fault]:
        case Fail() as fail:
            vendors.mock.scenarios.add(fail)
        case Raw() as raw:
            vendors.answer_raw(raw)
        case "truncated":
            vendors.answer_raw(Raw(json.dumps(CUT_OFF[kind]).encode()))
        case _ if kind not in REFUSALS:
            pytest.skip("this vendor has no such answer")
        case _:
            vendors.answer_raw(Raw(json.dumps(REFUSALS[kind]).encode()))
    says(vendors, other, "What can I do for you?")

    answer = await customer.asks("Good afternoon, I would like to know something")

    assert answer == "What can I do for you?"
    said = [message["text"] for message in await number.messages() if message["direction"] == "OUTBOUND"]
    assert said == [answer]


async def test_a_person_who_takes_over_while_a_slow_provider_answers_is_alone_in_the_chat(
    number: Number, customer: Customer, vendors: Vendors
) -> None:
    await ask_only(number, "CLAUDE")
    late = REFUSALS["CLAUDE"] | {"stop_reason": "end_turn", "content": [{"type": "text", "text": "Here I am!"}]}
    vendors.answer_raw(Raw(json.dumps(late).encode(), drip=0.01))
    asked = await customer.is_stored(await customer.says("Good afternoon, I would like to know something"))
    chat = asked["conversation"]["id"]
    assert await asyncio.to_thread(vendors.is_told.wait, 20)

    await number.take_over(chat)
    sent = await number.send(chat, "Sara here.")
    heard = await customer.hears()
    await number.hand_back(chat)
    says(vendors, "CLAUDE", "At your service.")
    answer = await customer.asks("thanks, and one more thing")

    # The last answer came by a later job of the same customer's line: nothing earlier can follow it.
    assert heard["id"] == sent["id"]
    assert answer == "At your service."
    assert await customer.said_by("ASSISTANT") == [answer]


async def test_when_all_providers_are_down_the_menus_still_sell(
    number: Number, customer: Customer, vendors: Vendors
) -> None:
    await ask_only(number, *PATHS)
    vendors.mock.scenarios.add(Fail(503, times=None))

    shown = await customer.asks("hello, what do you offer?")
    for choice in ("1", "1", YES):
        await customer.asks(choice)
    instructions = await customer.asks(YES)
    order = await number.approve(await show_proof(customer))

    assert say("greeting", "en", business="Pixel Studio").split()[0] in shown
    assert order["number"] in instructions
    assert order["status"] == "PAID"


TRANSCRIPT = "query ($id: ID!) { node(id: $id) { ... on Message { text transcript turn { answeredWith } } } }"
READING = """
query ($id: ID!) { node(id: $id) { ... on Order { status proofs { reading {
  provider amount { read isExpected } payeeName { read isExpected } reference
} } } } }
"""


async def test_a_voice_note_is_answered_like_words(number: Number, customer: Customer, vendors: Vendors) -> None:
    await ask_only(number, "CLAUDE", "GROQ")
    vendors.answer_raw(heard("GROQ", "I would like a website for my shoes"))
    says(vendors, "CLAUDE", "Shoes sell well on the internet.")

    note = await customer.sends(b"OggS\x00\x02 a voice note", "audio/ogg", kind="AUDIO")
    answer = await customer.hears()

    assert answer["text"] == "Shoes sell well on the internet."
    stored = await customer.is_stored(note)
    told = (await number.ask(TRANSCRIPT, id=stored["id"]))["node"]
    assert told == {
        "text": "",
        "transcript": "I would like a website for my shoes",
        "turn": {"answeredWith": "CLAUDE"},
    }


async def test_what_stands_on_a_proof_is_shown_to_whoever_decides(
    number: Number, customer: Customer, vendors: Vendors
) -> None:
    await ask_only(number)
    for choice in ("menu", "1", "1", YES, YES):
        await customer.asks(choice)
    await ask_only(number, "GEMINI")
    receipt = {"is_receipt": True, "amount": "1.00", "currency": "PKR", "date": "", "reference": "TX-9"}
    says(
        vendors,
        "GEMINI",
        Called("write_down_receipt", receipt | {"payee_name": "Somebody", "payee_account": "", "notes": ""}),
    )

    order = await show_proof(customer)
    start = len(number.watch.seen["orderChanged"])
    shown = (await number.ask(READING, id=order["id"]))["node"]
    while shown["proofs"][0]["reading"] is None:
        await number.watch.until("orderChanged", lambda told: told["order"]["id"] == order["id"], start=start)
        start = len(number.watch.seen["orderChanged"])
        shown = (await number.ask(READING, id=order["id"]))["node"]

    assert shown["status"] == "PAYMENT_SUBMITTED"
    assert shown["proofs"][0]["reading"] == {
        "provider": "GEMINI",
        "amount": {"read": "1.00", "isExpected": False},
        "payeeName": {"read": "Somebody", "isExpected": False},
        "reference": "TX-9",
    }
