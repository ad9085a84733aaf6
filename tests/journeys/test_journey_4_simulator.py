"""Journey 4: a simulated number goes the same way as a real one, also when the network misbehaves."""

from datetime import UTC, datetime, timedelta

import pytest

from core.languages.wording import say
from tests.journeys.chat import Customer, Number, linked_number, refused, scan, watched_number
from tests.journeys.sale import order_something
from tests.journeys.server import Api

# How far a message comes. SENDING is short, and an event shows the message as it is when it is told.
WAY = ("QUEUED", "SENDING", "SENT", "DELIVERED", "READ")


def in_(seconds: float) -> str:
    return (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat()


# --- What is sent ----------------------------------------------------------------------------------------------------


async def test_a_message_is_queued_sent_delivered_and_read(number: Number, customer: Customer) -> None:
    await customer.asks("hello")
    queued = await number.send((await customer.conversation())["id"], "Are you still there?")

    delivered = await number.state(queued, "DELIVERED")
    await customer.reads(delivered)
    read = await number.state(queued, "READ")

    assert queued["state"] == "QUEUED"
    assert read["sentAt"] <= read["deliveredAt"] <= read["readAt"]
    told = [event["message"] for event in number.watch.seen["messageChanged"]]
    places = [WAY.index(message["state"]) for message in told if message["id"] == queued["id"]]
    assert places == sorted(places)
    assert {WAY[place] for place in places} >= {"SENT", "DELIVERED", "READ"}


async def test_messages_leave_in_the_order_in_which_they_were_written(number: Number, customer: Customer) -> None:
    await customer.asks("hello")
    chat = (await customer.conversation())["id"]

    sent = [await number.send(chat, f"line {place}") for place in range(5)]
    arrived = [await number.state(message, "DELIVERED", "READ") for message in sent]

    times = [message["sentAt"] for message in arrived]
    assert times == sorted(times)
    assert len({message["whatsappId"] for message in arrived}) == 5


# --- What arrives ----------------------------------------------------------------------------------------------------


async def test_a_message_that_is_delivered_again_and_again_is_stored_and_answered_once(customer: Customer) -> None:
    whatsapp_id = await customer.says("hello", copies=3)
    await customer.hears()
    await customer.says("hello", whatsappId=whatsapp_id)
    await customer.asks("menu")

    written = await customer.messages()
    assert [message["text"] for message in written if message["direction"] == "INBOUND"] == ["hello", "menu"]
    assert [message["author"] for message in written] == ["CUSTOMER", "ASSISTANT", "CUSTOMER", "ASSISTANT"]
    assert len((await customer.conversation())["turns"]["nodes"]) == 2


@pytest.mark.usefixtures("unhurried")
async def test_messages_that_overtook_each_other_are_understood_in_the_order_they_were_written(
    customer: Customer,
) -> None:
    await customer.asks("Monthly class")
    # Written first, delivered last: it is the later "no" that counts.
    await customer.says("no", sentAt=in_(0), delaySeconds=0)
    await customer.is_stored(await customer.says("yes", sentAt=in_(-1), delaySeconds=0.3))

    answer = await customer.hears()

    assert say("draft_declined", "en") in answer["text"]
    assert await customer.orders() == []
    assert [len(turn["messages"]) for turn in (await customer.conversation())["turns"]["nodes"]] == [2, 3]


@pytest.mark.parametrize("kind", ["GROUP", "STATUS", "NEWSLETTER"])
async def test_what_is_written_elsewhere_starts_no_conversation(number: Number, customer: Customer, kind: str) -> None:
    await customer.says("hello everybody", chatKind=kind)
    await number.customer(name="Bilal").asks("hello")

    assert len(await number.conversations()) == 1
    assert "hello everybody" not in [message["text"] for message in await number.messages()]


async def test_what_the_owner_writes_to_strangers_on_the_phone_starts_no_conversation(
    number: Number, customer: Customer
) -> None:
    await customer.says("Dinner at eight?", isFromUs=True)
    await number.customer(name="Bilal").asks("hello")

    assert len(await number.customers()) == 1


async def test_a_simulated_order_is_marked_as_such(number: Number, customer: Customer) -> None:
    order = await order_something(customer)

    simulated = "query Marked($account: ID!, $is: Boolean!) { orders(filter: {accountId: $account, isSimulated: $is}) "
    simulated += "{ nodes { id } } }"
    assert order["isSimulated"] is True
    assert (await number.account())["isSimulated"] is True
    marked = await number.ask(simulated, **{"account": number.id, "is": True})
    real = await number.ask(simulated, **{"account": number.id, "is": False})
    assert [found["id"] for found in marked["orders"]["nodes"]] == [order["id"]]
    assert real["orders"]["nodes"] == []


async def test_one_person_who_writes_to_two_numbers_is_two_customers(api: Api, number: Number) -> None:
    async with linked_number(api) as other:
        here = number.customer()
        there = other.customer(lid=here.lid, phone=here.phone)

        await here.asks("hello")
        await there.asks("Hola, buenos días")

        first, second = (await number.customers())[0], (await other.customers())[0]
        assert first["lid"] == second["lid"]
        assert first["id"] != second["id"]
        assert (first["language"], second["language"]) == ("en", "es")


# --- Linking ---------------------------------------------------------------------------------------------------------


async def test_a_number_is_linked_by_the_code_that_is_shown(api: Api) -> None:
    async with watched_number(api) as number:
        before = await number.account()
        await number.change("whatsappAccountConnect", id=number.id)
        shown = await number.watch.until("whatsappAccountChanged", lambda told: bool(told["account"]["qr"]))
        code = shown["account"]["qr"]
        seconds = (datetime.fromisoformat(code["expiresAt"]) - datetime.now(UTC)).total_seconds()

        for wrong in (f"{code['code']}x", "", "2@nothing"):
            with refused("QR_CODE_EXPIRED", "input", "code"):
                await number.change("simulatorQrScan", accountId=number.id, code=wrong)
        still = await number.account()
        await number.change("simulatorQrScan", accountId=number.id, code=code["code"])
        linked = await number.status("CONNECTED")

        assert (before["status"], before["qr"]) == ("DISCONNECTED", None)
        assert (shown["account"]["status"], still["status"]) == ("CONNECTING", "CONNECTING")
        assert 50 < seconds <= 60
        assert linked["qr"] is None
        with refused("QR_CODE_EXPIRED", "input", "code"):
            await number.change("simulatorQrScan", accountId=number.id, code=code["code"])


async def test_a_number_logged_out_on_its_phone_must_be_linked_again(number: Number, customer: Customer) -> None:
    await customer.asks("hello")

    await number.line("LOG_OUT")
    logged_out = await number.status("DISCONNECTED")
    await number.change("whatsappAccountConnect", id=number.id)
    start = len(number.watch.seen["whatsappAccountChanged"])
    await scan(number, start=start)
    await number.status("CONNECTED", start=start)

    assert logged_out["statusReason"] == "logged_out"
    assert (await customer.asks("menu")).startswith(say("services_title", "en"))


async def test_disconnecting_keeps_the_link(number: Number, customer: Customer) -> None:
    await number.change("whatsappAccountDisconnect", id=number.id)
    await number.status("DISCONNECTED")
    start = len(number.watch.seen["whatsappAccountChanged"])
    await number.change("whatsappAccountConnect", id=number.id)
    await number.status("CONNECTED", start=start)

    assert all(event["account"]["qr"] is None for event in number.watch.seen["whatsappAccountChanged"][start:])
    assert "Sample Services" in await customer.asks("hello")


# --- Trouble on the line ---------------------------------------------------------------------------------------------


async def test_a_banned_number_holds_its_outbox_until_the_ban_ends(api: Api, number: Number) -> None:
    customer = number.customer()
    await customer.asks("hello")
    chat = (await customer.conversation())["id"]
    async with linked_number(api) as other:
        start = len(number.watch.seen["whatsappAccountChanged"])
        await number.line("BAN", until=in_(4))
        banned = await number.status("BANNED", start=start)
        held = [await number.send(chat, text) for text in ("first", "second")]
        await customer.says("is anybody there?")

        # The other number is not affected.
        elsewhere = await other.customer().asks("hello")
        states = [message["state"] for message in await customer.messages() if message["author"] == "STAFF"]
        still = await number.account()
        await number.status("CONNECTED", start=start)
        released = [await number.state(message, "DELIVERED", "READ") for message in held]
        await number.watch.until("messageAdded", lambda told: told["message"]["text"] == "is anybody there?")

    assert banned["bannedUntil"] is not None
    assert banned["statusReason"]
    assert "Sample Services" in elsewhere
    assert (still["status"], states) == ("BANNED", ["QUEUED", "QUEUED"])
    assert released[0]["sentAt"] <= released[1]["sentAt"]
    assert min(message["sentAt"] for message in released) >= banned["bannedUntil"]
    assert [message["text"] for message in await customer.messages() if message["author"] == "STAFF"] == [
        "first",
        "second",
    ]


async def test_a_dropped_line_comes_back_by_itself_with_all_that_was_written(
    number: Number, customer: Customer
) -> None:
    await customer.asks("hello")
    start = len(number.watch.seen["whatsappAccountChanged"])

    await number.line("DROP")
    dropped = await number.status("CONNECTING", start=start)
    await customer.says("English course")
    sent = await number.send((await customer.conversation())["id"], "We are back soon.")
    await number.hand_back((await customer.conversation())["id"])
    await number.line("RESTORE")
    await number.status("CONNECTED", start=start)
    await number.state(sent, "DELIVERED")
    heard = [await customer.hears(), await customer.hears()]

    assert dropped["statusReason"] == "connection_lost"
    assert heard[0]["text"] == "We are back soon."
    assert "Monthly class" in heard[1]["text"]
    assert [message["author"] for message in await customer.messages()] == [
        "CUSTOMER",
        "ASSISTANT",
        "STAFF",
        "CUSTOMER",
        "ASSISTANT",
    ]


async def test_of_a_backlog_only_the_newest_burst_is_answered_and_only_if_it_is_recent(number: Number) -> None:
    eager, patient = number.customer(), number.customer(name="Bilal")
    await number.line("HOLD")
    for text, minutes in (("Website design", 300), ("Social media care", 299), ("English course", 1)):
        await eager.says(text, sentAt=in_(-60 * minutes))
    for text, minutes in (("Website design", 90), ("anybody?", 89)):
        await patient.says(text, sentAt=in_(-60 * minutes))

    await number.line("RELEASE")
    answer = await eager.hears()
    flagged = await number.watch.until(
        "conversationChanged",
        lambda told: (
            told["conversation"]["customer"]["lid"] == patient.lid and told["conversation"]["attention"] is not None
        ),
    )

    assert "Monthly class" in answer["text"]
    assert "Starter site" not in answer["text"]
    assert await eager.said_by("CUSTOMER") == ["Website design", "Social media care", "English course"]
    assert (await eager.conversation())["attention"] == "STALE_BACKLOG"
    assert flagged["conversation"]["attention"] == "STALE_BACKLOG"
    assert await patient.said_by("CUSTOMER") == ["Website design", "anybody?"]
    assert await patient.said_by("ASSISTANT") == []
    assert (await patient.asks("English course")).count("Monthly class") == 1


async def test_a_flood_is_paused_and_flagged(number: Number, customer: Customer) -> None:
    # The shop's own limit is twenty messages in a minute.
    for place in range(21):
        await customer.says(f"spam {place}")
    paused = await number.answered(customer, "PAUSED")

    assert paused["attention"] == "FLOOD"
    quiet_one = number.customer(name="Bilal")
    assert "Sample Services" in await quiet_one.asks("hello")
    assert len(await customer.said_by("CUSTOMER")) >= 20
