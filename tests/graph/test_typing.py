"""A customer who types: from the simulated phone, and told to those who follow."""

from typing import Any

import pytest

from core.events.event_types import CustomerTyping
from core.permissions import ROLE_PERMISSIONS
from core.shop import Shop
from graph.schema.accounts import WhatsappAccount as AccountNode
from graph.schema.conversations import Conversation as ConversationNode
from models.accounts import AccountKind, WhatsappAccount
from models.conversations import Conversation
from models.simulator import SimulatedDelivery
from models.staff import StaffRole
from tests.graph.asking import Asker, caller_with
from tests.graph.rows import make_account, make_conversation, make_customer
from tests.graph.test_mutations import do, mutation
from tests.graph.test_subscriptions import is_listening, told

TYPING = """subscription ($conversation: ID) {
    customerTyping(conversationId: $conversation) { isTyping conversation { customer { profileName } } }
}"""
PLAYED = "... on SimulatorPayload { account { name } }"


async def types(shop: Shop, conversation: Conversation, *, is_typing: bool) -> None:
    async with shop.database.unit_of_work() as work:
        work.append(
            CustomerTyping(conversation.id, conversation.customer_id, conversation.account_id, is_typing=is_typing)
        )


async def test_typing_is_told_of_the_chosen_conversation_alone(shop: Shop, asker: Asker) -> None:
    account = await make_account()
    chosen = await make_conversation(await make_customer(account, 1))
    other = await make_conversation(await make_customer(account, 2))

    async with asker.follow(TYPING, conversation=ConversationNode.id_of(chosen.id)) as stream:
        stream.listen()
        await is_listening(shop)
        await types(shop, other, is_typing=True)
        await types(shop, chosen, is_typing=True)
        began = await told(stream, "customerTyping")
        await types(shop, chosen, is_typing=False)
        ceased = await told(stream, "customerTyping")

    assert began == {"isTyping": True, "conversation": {"customer": {"profileName": "Amina"}}}
    assert ceased["isTyping"] is False


async def test_a_simulated_customer_types(asker: Asker) -> None:
    account = await make_account()
    asked = {"accountId": AccountNode.id_of(account.id), "lid": "1@lid", "idempotencyKey": "k"}

    first = await do(asker, "simulatorTypingSend", PLAYED, **asked)
    again = await do(asker, "simulatorTypingSend", PLAYED, **asked)
    reused = await do(asker, "simulatorTypingSend", PLAYED, **{**asked, "isTyping": False})

    assert first == again == {"__typename": "SimulatorPayload", "account": {"name": "Shop"}}
    assert reused["__typename"] == "IdempotencyKeyReusedError"
    carried = await SimulatedDelivery.all()
    assert [row.event for row in carried] == [{"type": "typing", "lid": "1@lid", "chat": "1@lid", "is_typing": True}]


@pytest.mark.parametrize(
    ("asked", "kind", "path"),
    [
        ({"lid": ""}, "InvalidInputError", "lid"),
        ({"accountId": AccountNode.id_of(99)}, "NotFoundError", "accountId"),
        ({"accountId": AccountNode.id_of(2)}, "InvalidInputError", "accountId"),  # a real one
    ],
)
async def test_typing_that_nobody_can_play_names_why(asker: Asker, asked: dict[str, Any], kind: str, path: str) -> None:
    account, real = await make_account(), await make_account("Real")
    await WhatsappAccount.filter(id=real.id).update(kind=AccountKind.WHATSAPP)

    result = await do(
        asker, "simulatorTypingSend", PLAYED, **{"accountId": AccountNode.id_of(account.id), "lid": "1@lid", **asked}
    )

    assert (result["__typename"], result["path"]) == (kind, ["input", path])
    assert await SimulatedDelivery.all().count() == 0


async def test_a_viewer_plays_nobody(asker: Asker) -> None:
    account = await make_account()
    viewer = asker.as_(caller_with(*ROLE_PERMISSIONS[StaffRole.VIEWER]))

    answer = await viewer.ask(
        mutation("simulatorTypingSend", PLAYED), input={"accountId": AccountNode.id_of(account.id), "lid": "1@lid"}
    )

    assert (answer.data, answer.codes) == ({"simulatorTypingSend": None}, ["FORBIDDEN"])
