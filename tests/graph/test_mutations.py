"""Mutations: what they answer, what can be mended, and that a request told twice happens once."""

from typing import Any

import pytest

from core.permissions import Permission
from core.shop import Shop
from graph.schema.orders import Order as OrderNode
from models.audit import AuditLog
from models.conversations import Message, MessageAuthor, MessageState
from models.customers import Customer
from models.orders import Order, OrderAction, OrderStatus, Refund
from models.simulator import SimulatedDelivery
from tests import pictures
from tests.graph.asking import Asker, caller_with
from tests.graph.rows import make_account, make_conversation, make_customer, make_order, make_package, make_service

ERROR = "... on Error { __typename code message path }"


def mutation(name: str, selection: str) -> str:
    input_type = f"{name[0].upper()}{name[1:]}Input"
    return f"mutation ($input: {input_type}!) {{ {name}(input: $input) {{ __typename {selection} {ERROR} }} }}"


async def do(asker: Asker, name: str, selection: str, /, **asked: Any) -> dict[str, Any]:
    result: dict[str, Any] = (await asker.read(mutation(name, selection), input=asked))[name]
    return result


async def waiting_order() -> Order:
    package = await make_package(await make_service())
    conversation = await make_conversation(await make_customer(await make_account()))
    return await make_order(conversation, package, status=OrderStatus.PAYMENT_SUBMITTED)


ORDER = (
    "... on OrderPayload { order { number status actions { actor toStatus reason } refunds { amount { amount } } } }"
)
STEP = "... on OrderStepNotAllowedError { order { status } }"


async def test_an_order_goes_from_a_waiting_proof_to_refunded(asker: Asker) -> None:
    order = await waiting_order()
    thing = OrderNode.id_of(order.id)

    paid = await do(asker, "orderApprovePayment", ORDER, id=thing)
    completed = await do(asker, "orderComplete", ORDER, id=thing)
    refunded = await do(
        asker,
        "orderRefund",
        ORDER,
        id=thing,
        amount={"amount": "1000.50", "currency": "PKR"},
        reference="TX-9",
        reason="half",
    )

    assert [step["order"]["status"] for step in (paid, completed, refunded)] == ["PAID", "COMPLETED", "REFUNDED"]
    assert refunded["order"]["refunds"] == [{"amount": {"amount": "1000.50"}}]
    assert [action["actor"] for action in refunded["order"]["actions"]] == ["API_KEY"] * 3


async def test_a_rejection_and_a_cancellation_keep_their_reason(asker: Asker) -> None:
    order = await waiting_order()

    rejected = await do(asker, "orderRejectPayment", ORDER, id=OrderNode.id_of(order.id), reason=" unreadable ")
    cancelled = await do(asker, "orderCancel", ORDER, id=OrderNode.id_of(order.id), reason="changed their mind")

    assert rejected["order"]["status"] == "REJECTED"
    assert [action["reason"] for action in cancelled["order"]["actions"]] == ["unreadable", "changed their mind"]


async def test_the_second_of_two_who_decide_is_told_of_the_order_as_it_is_now(asker: Asker) -> None:
    order = await waiting_order()
    await do(asker, "orderRejectPayment", ORDER, id=OrderNode.id_of(order.id), reason="unreadable")

    late = await do(asker, "orderApprovePayment", f"{ORDER} {STEP}", id=OrderNode.id_of(order.id))

    assert (late["__typename"], late["code"]) == ("OrderStepNotAllowedError", "ORDER_STEP_NOT_ALLOWED")
    assert late["order"] == {"status": "REJECTED"}
    assert await OrderAction.filter(order_id=order.id).count() == 1


@pytest.mark.parametrize(
    ("name", "asked", "kind", "path"),
    [
        ("orderRejectPayment", {"reason": "  "}, "InvalidInputError", ["input", "reason"]),
        ("orderRejectPayment", {"reason": "x", "id": "garbage"}, "InvalidInputError", ["input", "id"]),
        ("orderCancel", {"id": OrderNode.id_of(10**9)}, "NotFoundError", ["input", "id"]),
        (
            "orderRefund",
            {"amount": {"amount": "1.005", "currency": "PKR"}, "reference": "T"},
            "InvalidInputError",
            ["input", "amount", "amount"],
        ),
        (
            "orderRefund",
            {"amount": {"amount": "1", "currency": "XXQ"}, "reference": "T"},
            "InvalidInputError",
            ["input", "amount", "currency"],
        ),
    ],
)
async def test_what_is_wrong_with_an_input_is_named_and_nothing_happens(
    asker: Asker, name: str, asked: dict[str, Any], kind: str, path: list[str]
) -> None:
    order = await waiting_order()

    result = await do(asker, name, ORDER, **{"id": OrderNode.id_of(order.id), **asked})

    assert (result["__typename"], result["path"]) == (kind, path)
    assert await OrderAction.all().count() == await AuditLog.all().count() == 0


async def test_a_mutation_told_twice_under_one_key_happens_once_and_answers_the_same(asker: Asker) -> None:
    order = await waiting_order()
    thing = OrderNode.id_of(order.id)
    await do(asker, "orderApprovePayment", ORDER, id=thing)
    asked = {
        "id": thing,
        "amount": {"amount": "10", "currency": "PKR"},
        "reference": "TX",
        "idempotencyKey": "refund-1",
    }

    first = await do(asker, "orderRefund", ORDER, **asked)
    again = await do(asker, "orderRefund", ORDER, **asked)
    other = await do(asker, "orderRefund", ORDER, **{**asked, "reference": "another"})

    assert first == again
    assert first["order"]["status"] == "REFUNDED"
    assert (other["__typename"], other["path"]) == ("IdempotencyKeyReusedError", ["input", "idempotencyKey"])
    assert await Refund.all().count() == 1


async def test_a_request_that_failed_may_be_told_again_under_its_key(asker: Asker) -> None:
    asked = {"name": "Shop", "idempotencyKey": "k"}
    taken = await make_account("Shop")

    refused = await do(asker, "whatsappAccountCreate", "", **asked)
    await taken.delete()
    made = await do(asker, "whatsappAccountCreate", "... on WhatsappAccountPayload { account { name kind } }", **asked)

    assert (refused["__typename"], refused["code"]) == ("ConflictError", "ACCOUNT_NAME_TAKEN")
    assert made["account"] == {"name": "Shop", "kind": "SIMULATOR"}


async def test_one_caller_s_key_is_not_another_s(asker: Asker) -> None:
    somebody_else = asker.as_(caller_with(*Permission))

    mine = await do(asker, "serviceCreate", "... on ServicePayload { service { name } }", name="A", idempotencyKey="k")
    theirs = await do(
        somebody_else, "serviceCreate", "... on ServicePayload { service { name } }", name="B", idempotencyKey="k"
    )

    assert (mine["service"]["name"], theirs["service"]["name"]) == ("A", "B")


SERVICE = "... on ServicePayload { service { id name isActive packages { name } } }"
PACKAGE = "... on PackagePayload { package { id name price { amount currency } durationCount durationUnit features } }"


async def test_the_catalogue_is_made_and_changed(asker: Asker) -> None:
    service = (await do(asker, "serviceCreate", SERVICE, name="  Web   hosting "))["service"]
    package = (
        await do(
            asker,
            "packageCreate",
            PACKAGE,
            serviceId=service["id"],
            name="Starter",
            price={"amount": "2500.50", "currency": "PKR"},
            features=["1 site"],
            duration={"count": 1, "unit": "MONTH"},
        )
    )["package"]

    changed = await do(
        asker,
        "packageUpdate",
        PACKAGE,
        id=package["id"],
        changes={"price": {"amount": "3000", "currency": "PKR"}, "clearDuration": True},
    )
    hidden = await do(asker, "serviceUpdate", SERVICE, id=service["id"], changes={"isActive": False})

    assert service["name"] == "Web hosting"
    assert package == {
        "id": package["id"],
        "name": "Starter",
        "price": {"amount": "2500.50", "currency": "PKR"},
        "durationCount": 1,
        "durationUnit": "MONTH",
        "features": ["1 site"],
    }
    assert changed["package"] == {
        **package,
        "price": {"amount": "3000.00", "currency": "PKR"},
        "durationCount": None,
        "durationUnit": None,
    }
    assert hidden["service"] == {
        "id": service["id"],
        "name": "Web hosting",
        "isActive": False,
        "packages": [{"name": "Starter"}],
    }


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"name": " "}, ["name"]),
        ({"price": {"amount": "1.005", "currency": "PKR"}}, ["price", "amount"]),
        ({"price": {"amount": "-1", "currency": "PKR"}}, ["price", "amount"]),
        ({"price": {"amount": "1", "currency": "rupees"}}, ["price", "currency"]),
        ({"duration": {"count": 0, "unit": "DAY"}}, ["duration", "count"]),
    ],
)
async def test_a_change_that_cannot_be_names_its_place_below_the_changes(
    asker: Asker, changes: dict[str, Any], path: list[str]
) -> None:
    package = await make_package(await make_service())
    thing = (await asker.read("{ packages { nodes { id } } }"))["packages"]["nodes"][0]["id"]

    result = await do(asker, "packageUpdate", PACKAGE, id=thing, changes=changes)

    assert package.id
    assert (result["__typename"], result["path"]) == ("InvalidInputError", ["input", "changes", *path])


async def test_a_number_too_large_for_its_column_is_an_error_of_the_caller(asker: Asker) -> None:
    service = (await do(asker, "serviceCreate", SERVICE, name="A"))["service"]

    refused = await do(asker, "serviceCreate", SERVICE, name="B", position=2**31 - 1)
    answer = await asker.ask(
        mutation("packageCreate", PACKAGE),
        input={"serviceId": service["id"], "name": "B", "price": {"amount": "1e30", "currency": "PKR"}},
    )

    assert (refused["__typename"], refused["path"]) == ("InvalidInputError", ["input", "position"])
    assert answer.data is not None
    assert answer.data["packageCreate"]["path"] == ["input", "price", "amount"]


async def test_settings_change_together_or_not_at_all(asker: Asker) -> None:
    selection = "... on SettingsPayload { settings { businessName orderHours } }"

    changed = await do(asker, "settingsChange", selection, businessName="Bazaar", orderHours=24)
    refused = await do(asker, "settingsChange", selection, businessName="Other", orderHours=0)

    assert changed["settings"] == {"businessName": "Bazaar", "orderHours": 24}
    assert (refused["__typename"], refused["path"]) == ("InvalidInputError", ["input", "orderHours"])
    assert (await asker.read("{ settings { businessName orderHours } }"))["settings"] == changed["settings"]


async def test_a_person_takes_over_writes_pauses_and_hands_back(asker: Asker) -> None:
    await make_conversation(await make_customer(await make_account()))
    thing = (await asker.read("{ conversations { nodes { id } } }"))["conversations"]["nodes"][0]["id"]
    selection = "... on ConversationPayload { conversation { answeredBy aiResumesAt } }"

    taken = await do(asker, "conversationTakeOver", selection, id=thing)
    said = await do(
        asker,
        "messageSend",
        "... on MessagePayload { sentMessage { text state author direction } }",
        conversationId=thing,
        text="Hello",
    )
    paused = await do(asker, "conversationPause", selection, id=thing, until="2100-01-01T00:00:00+05:00")
    back = await do(asker, "conversationHandBack", selection, id=thing)

    assert taken["conversation"]["answeredBy"] == "HUMAN"
    assert said["sentMessage"] == {"text": "Hello", "state": "QUEUED", "author": "STAFF", "direction": "OUTBOUND"}
    assert paused["conversation"] == {"answeredBy": "PAUSED", "aiResumesAt": "2099-12-31T19:00:00Z"}
    assert back["conversation"]["answeredBy"] == "AI"


@pytest.mark.parametrize(
    ("asked", "kind", "path"),
    [
        ({"text": " "}, "InvalidInputError", ["input", "text"]),
        ({"text": "x" * 4097}, "InvalidInputError", ["input", "text"]),
        ({"text": "x", "uploadId": "garbage"}, "InvalidInputError", ["input", "uploadId"]),
        ({"text": "x", "uploadId": "TWVkaWFVcGxvYWQ6OTk"}, "NotFoundError", ["input", "uploadId"]),
        ({"text": "x", "conversationId": "Q29udmVyc2F0aW9uOjk5"}, "NotFoundError", ["input", "conversationId"]),
    ],
)
async def test_a_message_that_cannot_be_sent_names_why_and_is_not_sent(
    asker: Asker, asked: dict[str, Any], kind: str, path: list[str]
) -> None:
    await make_conversation(await make_customer(await make_account()))
    thing = (await asker.read("{ conversations { nodes { id } } }"))["conversations"]["nodes"][0]["id"]

    result = await do(asker, "messageSend", "", **{"conversationId": thing, **asked})

    assert (result["__typename"], result["path"]) == (kind, path)
    assert await Message.all().count() == 0


async def test_a_file_that_was_sent_here_goes_with_a_message(shop: Shop, asker: Asker) -> None:
    await make_conversation(await make_customer(await make_account()))
    thing = (await asker.read("{ conversations { nodes { id } } }"))["conversations"]["nodes"][0]["id"]
    upload = await do(
        asker,
        "mediaUploadCreate",
        "... on MediaUploadPayload { id putPath byteLimit }",
        purpose="MESSAGE",
        contentType="image/png",
        fileName="price list.png",
    )
    asked = {"conversationId": thing, "text": "Our prices", "uploadId": upload["id"]}
    early = await do(asker, "messageSend", "", **asked)

    async def body() -> Any:
        yield pictures.png()

    await shop.uploads.receive(upload["putPath"].removeprefix("/media/uploads/"), body())
    sent = await do(
        asker, "messageSend", "... on MessagePayload { sentMessage { text media { contentType fileName } } }", **asked
    )

    assert (early["__typename"], early["code"]) == ("ConflictError", "UPLOAD_NOT_FINISHED")
    assert sent["sentMessage"] == {
        "text": "Our prices",
        "media": {"contentType": "image/png", "fileName": "price list.png"},
    }


async def test_a_customer_is_blocked_with_a_reason_and_let_in_again(asker: Asker) -> None:
    await make_customer(await make_account())
    thing = (await asker.read("{ customers { nodes { id } } }"))["customers"]["nodes"][0]["id"]
    selection = "... on CustomerPayload { customer { blockedReason } }"

    unreasoned = await do(asker, "customerBlock", selection, id=thing, reason=" ")
    blocked = await do(asker, "customerBlock", selection, id=thing, reason="abuse")
    let_in = await do(asker, "customerUnblock", selection, id=thing)
    nobody = await do(asker, "customerUnblock", selection, id="Q3VzdG9tZXI6OTk")

    assert unreasoned["path"] == ["input", "reason"]
    assert blocked["customer"]["blockedReason"] == "abuse"
    assert let_in["customer"]["blockedReason"] is None
    assert (nobody["__typename"], nobody["path"]) == ("NotFoundError", ["input", "id"])
    assert await Customer.filter(blocked_at__isnull=False).count() == 0


async def test_a_number_is_made_wished_connected_and_not(asker: Asker) -> None:
    selection = "... on WhatsappAccountPayload { account { id status shouldConnect statusReason } }"

    made = (await do(asker, "whatsappAccountCreate", selection, name="Shop"))["account"]
    connecting = await do(asker, "whatsappAccountConnect", selection, id=made["id"])
    disconnected = await do(asker, "whatsappAccountDisconnect", selection, id=made["id"])
    logged_out = await do(asker, "whatsappAccountLogOut", selection, id=made["id"])

    assert (made["status"], made["shouldConnect"]) == ("DISCONNECTED", False)
    assert (connecting["account"]["status"], connecting["account"]["shouldConnect"]) == ("CONNECTING", True)
    assert disconnected["account"]["shouldConnect"] is False
    assert logged_out["account"]["statusReason"] == "logged_out"


async def test_a_simulated_customer_writes_and_the_network_carries_it(asker: Asker) -> None:
    made = await do(
        asker, "whatsappAccountCreate", "... on WhatsappAccountPayload { account { id } }", name="Simulated"
    )
    account = made["account"]["id"]
    selection = "... on SimulatorMessagePayload { whatsappId account { name } }"
    asked = {"accountId": account, "phone": "+92 300 1234567", "text": "Salam", "copies": 2, "idempotencyKey": "m1"}

    first = await do(asker, "simulatorMessageSend", selection, **asked)
    again = await do(asker, "simulatorMessageSend", selection, **asked)
    nobody = await do(asker, "simulatorMessageSend", selection, accountId=account, text="Salam")
    answers = {
        name: (await do(asker, name, "... on SimulatorPayload { account { name } }", accountId=account, **more))
        for name, more in {
            "simulatorMessageEdit": {"lid": "923001234567@lid", "whatsappId": first["whatsappId"], "text": "Hi"},
            "simulatorMessageRevoke": {"lid": "923001234567@lid", "whatsappId": first["whatsappId"]},
            "simulatorQrScan": {"code": "none is shown"},
            "simulatorReceiptSend": {"whatsappIds": ["unknown"], "kind": "READ"},
        }.items()
    }

    assert first == again
    assert first["account"]["name"] == "Simulated"
    assert nobody["path"] == ["input", "lid"]
    assert {name: answer["__typename"] for name, answer in answers.items()} == {
        "simulatorMessageEdit": "SimulatorPayload",
        "simulatorMessageRevoke": "SimulatorPayload",
        "simulatorQrScan": "InvalidInputError",
        "simulatorReceiptSend": "NotFoundError",
    }
    written = await SimulatedDelivery.filter().order_by("id")
    assert [(row.event["type"], row.copies) for row in written] == [("message", 2), ("edit", 1), ("revoke", 1)]
    assert written[0].event["lid"] == "923001234567@lid"


@pytest.mark.parametrize("change", ["DROP", "RESTORE", "BAN", "LOG_OUT", "REPLACE", "HOLD", "RELEASE"])
async def test_the_line_of_a_simulated_number_can_be_played_with(asker: Asker, change: str) -> None:
    await make_account()
    account = (await asker.read("{ whatsappAccounts { nodes { id } } }"))["whatsappAccounts"]["nodes"][0]["id"]
    selection = "... on SimulatorPayload { account { id } }"
    until = {"until": "2100-01-01T00:00:00Z"}

    played = await do(asker, "simulatorConnectionChange", selection, accountId=account, change=change)
    ending = await do(asker, "simulatorConnectionChange", selection, accountId=account, change=change, **until)

    assert played["account"] == {"id": account}
    assert ending["__typename"] == ("SimulatorPayload" if change in {"DROP", "BAN"} else "InvalidInputError")


async def test_messages_that_wait_are_discarded_when_a_person_takes_over(shop: Shop, asker: Asker) -> None:
    conversation = await make_conversation(await make_customer(await make_account()))
    async with shop.database.unit_of_work() as work:
        locked = await shop.conversations.lock(work, conversation.id)
        await shop.conversations.queue_reply(work, locked, "Welcome", author=MessageAuthor.ASSISTANT)
    thing = (await asker.read("{ conversations { nodes { id } } }"))["conversations"]["nodes"][0]["id"]

    await do(asker, "conversationTakeOver", "", id=thing)

    assert [message.state for message in await Message.all()] == [MessageState.DISCARDED]
