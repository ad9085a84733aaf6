"""Who may not read the numbers that customers pay to does not read them in what was said either."""

import json
from typing import Any

import pytest

from core.permissions import ROLE_PERMISSIONS, Permission
from core.shop import Shop
from models.conversations import Conversation, ConversationNote, Message, Turn
from models.payments import PaymentConfig, PaymentProof
from models.scenarios import ScenarioRun
from models.staff import StaffRole
from tests.graph.asking import Asker, caller_with, counted
from tests.graph.rows import READING, fill
from tests.graph.test_mutations import do
from tests.graph.test_subscriptions import MESSAGES, add_message, told

NUMBER, SHOWN = "0300 1234567", "•••• •••4567"
SAID = f"Pay to {NUMBER}."

EVERYWHERE = """{
  messages(first: 10) { nodes { text transcript } }
  conversations(first: 10) { nodes {
    summary lastMessage { text } messages(first: 2) { nodes { text } } notes(first: 2) { nodes { text } }
    turns(first: 2) { nodes {
      record facts toolCalls { arguments refusal } guardChanges { claim sentence replacement } messages { text }
    } }
  } }
  orders(first: 10) { nodes { proofs { message { text } reading { payeeAccount { read } } } } }
  scenarioRuns(first: 10) { nodes { transcript { text } } }
}"""


async def tell_everywhere() -> None:
    """Into all that is kept of chats."""
    await PaymentConfig.filter(id=1).update(account_number=NUMBER)
    await Message.all().update(text=SAID, detail={"transcript": SAID})
    await Conversation.all().update(summary=SAID)
    await ConversationNote.all().update(text=SAID)
    await Turn.all().update(
        record={
            "replies": [SAID],
            "tools": [{"tool": "note", "arguments": {"note": SAID}, "is_error": True, "refusal": SAID}],
            "guard": [{"kind": "ACCOUNT", "said": NUMBER, "sentence": SAID, "instead": SAID}],
            "facts": {
                "faq": [{"answer": SAID}],
                "payment_methods": [{"label": "Bank", "account_number": NUMBER, "instructions": SAID}],
            },
        }
    )
    await PaymentProof.all().update(reading=READING)
    await ScenarioRun.all().update(transcript=[{"author": "ASSISTANT", "text": SAID}])


def texts(value: Any) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return [text for each in value.values() for text in texts(each)]
        case list():
            return [text for each in value for text in texts(each)]
        case _:
            return []


def viewer(asker: Asker) -> Asker:
    return asker.as_(caller_with(*ROLE_PERMISSIONS[StaffRole.VIEWER]))


async def test_a_viewer_reads_the_last_four_characters_wherever_a_number_was_told(asker: Asker) -> None:
    await fill(2)
    await tell_everywhere()

    read = await viewer(asker).read(EVERYWHERE)

    assert "1234567" not in json.dumps(read, ensure_ascii=False)
    assert {text for text in texts(read) if "4567" in text} == {SAID.replace(NUMBER, SHOWN), SHOWN}
    [turn] = read["conversations"]["nodes"][0]["turns"]["nodes"]
    assert turn["facts"]["payment_methods"] == [{"label": "Bank", "instructions": SAID.replace(NUMBER, SHOWN)}]
    assert turn["guardChanges"][0] == {
        "claim": SHOWN,
        "sentence": SAID.replace(NUMBER, SHOWN),
        "replacement": SAID.replace(NUMBER, SHOWN),
    }


@pytest.mark.parametrize("role", [StaffRole.OWNER, StaffRole.ADMIN, StaffRole.AGENT])
async def test_who_may_read_the_numbers_reads_what_was_said_as_it_was_said(asker: Asker, role: StaffRole) -> None:
    await fill(1)
    await tell_everywhere()

    with counted() as statements:
        read = await asker.as_(caller_with(*ROLE_PERMISSIONS[role])).read("{ messages { nodes { text } } }")

    assert [message["text"] for message in read["messages"]["nodes"]] == [SAID]
    assert not any("payment_configs" in statement for statement in statements)


async def test_the_numbers_are_read_once_however_much_was_said(asker: Asker) -> None:
    taken = []
    for amount in (2, 6):
        await fill(amount)
        with counted() as statements:
            await viewer(asker).read(EVERYWHERE)
        taken.append(len([each for each in statements if "payment_configs" in each]))

    assert taken == [1, 1]


async def test_only_numbers_of_the_shop_as_it_is_now_are_hidden(asker: Asker) -> None:
    await fill(1)
    await tell_everywhere()
    await PaymentConfig.all().update(account_number="0311 7654321", is_active=False)
    await Message.all().update(text=f"{SAID} Or to 0311-7654321.")

    read = await viewer(asker).read("{ messages { nodes { text } } }")

    assert read["messages"]["nodes"][0]["text"] == f"{SAID} Or to ••••-•••4321."


async def test_a_stream_hides_a_number_that_was_set_up_after_it_began(shop: Shop, asker: Asker) -> None:
    await fill(1)
    [conversation] = await Conversation.all()

    async with viewer(asker).follow(MESSAGES) as stream:
        stream.listen()
        first = await told_next(shop, stream, conversation, "Pay to 0311 7654321.")
        await PaymentConfig.all().update(account_number="0311 7654321")
        second = await told_next(shop, stream, conversation, "Pay to 0311 7654321.")

    assert (first, second) == ("Pay to 0311 7654321.", "Pay to •••• •••4321.")


async def told_next(shop: Shop, stream: Any, conversation: Conversation, text: str) -> str:
    stream.listen()
    await add_message(shop, conversation, text)
    message: dict[str, str] = (await told(stream, "messageAdded"))["message"]
    return message["text"]


async def test_a_program_that_writes_but_may_not_read_numbers_is_answered_without_them(asker: Asker) -> None:
    await fill(1)
    await tell_everywhere()
    writer = asker.as_(caller_with(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_WRITE))
    [chat] = (await writer.read("{ conversations { nodes { id } } }"))["conversations"]["nodes"]

    sent = await do(
        writer, "messageSend", "... on MessagePayload { sentMessage { text } }", conversationId=chat["id"], text=SAID
    )

    assert sent["sentMessage"] == {"text": SAID.replace(NUMBER, SHOWN)}
    assert await Message.filter(text=SAID).count() == 2
