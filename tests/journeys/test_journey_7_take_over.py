"""Journey 7: a person and the assistant never speak at once."""

import pytest

from core.languages.wording import say
from tests.journeys.chat import Customer, Number
from tests.pictures import pdf


async def answered_by_the_assistant(customer: Customer) -> list[list[str]]:
    """Of each turn, what the customer had written."""
    texts = {message["id"]: message["text"] for message in await customer.messages()}
    turns = (await customer.conversation())["turns"]["nodes"]
    return [
        [texts[message["id"]] for message in turn["messages"] if message["direction"] == "INBOUND"] for turn in turns
    ]


@pytest.mark.usefixtures("unhurried")
async def test_after_a_person_took_over_the_assistant_says_nothing(number: Number, customer: Customer) -> None:
    asked = await customer.is_stored(await customer.says("What do you offer?"))
    chat = asked["conversation"]["id"]

    taken = await number.take_over(chat)
    await customer.is_stored(await customer.says("Hello?"))
    sent = await number.send(chat, "This is Sara, how can I help?")
    heard = await customer.hears()
    back = await number.hand_back(chat)
    answer = await customer.asks("English course")

    assert (taken["answeredBy"], back["answeredBy"]) == ("HUMAN", "AI")
    assert taken["aiResumesAt"] is not None
    assert (heard["id"], heard["author"], heard["text"]) == (sent["id"], "STAFF", "This is Sara, how can I help?")
    # The last answer came by a later job of the same customer's line: nothing earlier can follow it.
    assert await customer.said_by("ASSISTANT") == [answer]
    assert "Monthly class" in answer
    assert await answered_by_the_assistant(customer) == [["English course"]]


@pytest.mark.usefixtures("unhurried")
async def test_what_the_assistant_had_written_but_not_sent_is_discarded(number: Number, customer: Customer) -> None:
    asked = await customer.is_stored(await customer.says("What do you offer?"))
    chat = asked["conversation"]["id"]
    start = len(number.watch.seen["whatsappAccountChanged"])
    await number.line("DROP")
    await number.status("CONNECTING", start=start)
    unsent = await customer.hears()

    await number.take_over(chat)
    sent = await number.send(chat, "Sara here.")
    await number.line("RESTORE")
    arrived = await number.state(sent, "DELIVERED")

    discarded = await number.state(unsent, "DISCARDED")
    assert (unsent["author"], discarded["sentAt"], discarded["whatsappId"]) == ("ASSISTANT", None, None)
    assert arrived["whatsappId"] is not None
    states = {message["id"]: message["state"] for message in await customer.messages()}
    assert states == {asked["id"]: "RECEIVED", unsent["id"]: "DISCARDED", sent["id"]: "DELIVERED"}


async def test_whoever_writes_to_a_customer_takes_over(number: Number, customer: Customer) -> None:
    await customer.asks("hello")
    chat = (await customer.conversation())["id"]

    await number.send(chat, "Let me answer this myself.")
    heard = await customer.hears()
    conversation = await customer.conversation()
    await customer.is_stored(await customer.says("thanks"))
    await number.hand_back(chat)
    answer = await customer.asks("menu")

    assert heard["text"] == "Let me answer this myself."
    assert conversation["answeredBy"] == "HUMAN"
    assert answer.startswith(say("services_title", "en"))
    assert await answered_by_the_assistant(customer) == [["hello"], ["menu"]]


@pytest.mark.usefixtures("unhurried")
async def test_somebody_typing_on_the_phone_itself_pauses_the_assistant(number: Number, customer: Customer) -> None:
    asked = await customer.is_stored(await customer.says("hello"))

    await customer.says("Hi, this is the owner on the phone.", isFromUs=True)
    conversation = await number.answered(customer, "HUMAN")
    await customer.is_stored(await customer.says("oh, hello"))
    await number.hand_back(conversation["id"])
    await customer.asks("menu")

    written = [(message["author"], message["direction"], message["text"]) for message in await customer.messages()]
    assert written[1] == ("PHONE", "OUTBOUND", "Hi, this is the owner on the phone.")
    assert [author for author, _, _ in written] == ["CUSTOMER", "PHONE", "CUSTOMER", "CUSTOMER", "ASSISTANT"]
    assert asked["conversation"]["id"] == conversation["id"]
    assert await answered_by_the_assistant(customer) == [["menu"]]


async def test_our_own_echo_pauses_nothing(number: Number, customer: Customer) -> None:
    greeting = await number.state((await _hello(customer)), "DELIVERED")

    # WhatsApp shows a linked device what it sent itself.
    await customer.says(greeting["text"], isFromUs=True, whatsappId=greeting["whatsappId"])
    answer = await customer.asks("3")

    assert answer.startswith(say("packages_title", "en", service="English course"))
    assert (await customer.conversation())["answeredBy"] == "AI"
    assert len(await customer.messages()) == 4


async def test_a_person_may_send_a_file(number: Number, customer: Customer) -> None:
    await customer.asks("hello")
    chat = (await customer.conversation())["id"]
    upload_id = await number.upload(pdf(), "application/pdf", purpose="MESSAGE", file_name="offer.pdf")

    sent = await number.send(chat, "Our offer", uploadId=upload_id)
    arrived = await number.state(sent, "DELIVERED", "READ")

    assert (arrived["kind"], arrived["media"]["contentType"]) == ("DOCUMENT", "application/pdf")


async def test_asking_for_a_person_calls_one(number: Number, customer: Customer) -> None:
    await customer.asks("hello")

    answer = await customer.asks("I want to talk to a human")

    conversation = await customer.conversation()
    assert answer == say("handed_off", "en")
    assert (conversation["answeredBy"], conversation["attention"]) == ("HUMAN", "ASKED_FOR_HUMAN")


async def test_stop_is_acknowledged_once_and_start_undoes_it(number: Number, customer: Customer) -> None:
    await customer.asks("hello")

    stopped = await customer.asks("STOP")
    opted_out = (await number.customers())[0]["optedOutAt"]
    await customer.is_stored(await customer.says("stop"))
    started = await customer.asks("START")

    assert stopped == say("stopped", "en")
    assert opted_out is not None
    assert started.startswith(say("started_again", "en"))
    assert (await number.customers())[0]["optedOutAt"] is None
    assert (await customer.said_by("ASSISTANT")).count(stopped) == 1


@pytest.mark.usefixtures("unhurried")
async def test_fragments_in_a_burst_get_one_answer(customer: Customer) -> None:
    for text in ("hi", "I would like to see", "English course"):
        await customer.is_stored(await customer.says(text))
    answer = await customer.hears()

    assert "Monthly class" in answer["text"]
    assert await answered_by_the_assistant(customer) == [["hi", "I would like to see", "English course"]]


@pytest.mark.usefixtures("unhurried")
async def test_an_edited_message_is_answered_as_it_reads_now(customer: Customer) -> None:
    whatsapp_id = await customer.says("Website design")
    await customer.is_stored(whatsapp_id)

    await customer.edits(whatsapp_id, "English course")
    answer = await customer.hears()

    asked = (await customer.messages())[0]
    assert "Monthly class" in answer["text"]
    assert (asked["text"], asked["editedAt"] is not None) == ("English course", True)
    assert len(await customer.said_by("ASSISTANT")) == 1


@pytest.mark.usefixtures("unhurried")
async def test_a_message_taken_back_before_the_answer_gets_none(customer: Customer) -> None:
    whatsapp_id = await customer.says("Website design")
    await customer.is_stored(whatsapp_id)

    await customer.revokes(whatsapp_id)
    await customer.number.watch.until("messageChanged", lambda told: told["message"]["revokedAt"] is not None)
    answer = await customer.asks("English course")

    assert "Monthly class" in answer
    assert "Starter site" not in answer
    assert await customer.said_by("CUSTOMER", "ASSISTANT") == ["", "English course", answer]
    assert await answered_by_the_assistant(customer) == [["English course"]]


async def test_an_edit_after_the_answer_is_kept_and_not_answered_again(customer: Customer) -> None:
    whatsapp_id = await customer.says("Website design")
    await customer.hears()

    await customer.edits(whatsapp_id, "Something else")
    changed = await customer.number.watch.until("messageChanged", lambda told: told["message"]["editedAt"] is not None)
    await customer.asks("English course")

    assert changed["message"]["text"] == "Something else"
    assert len(await customer.said_by("ASSISTANT")) == 2


async def _hello(customer: Customer) -> dict[str, object]:
    await customer.says("hello")
    return await customer.hears()
