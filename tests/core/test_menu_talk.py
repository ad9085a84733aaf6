"""The built-in assistant's manners, and the rules of selling that hold whatever customers write."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant.decision import (
    ORDER_WRITING,
    CancelOrder,
    ConfirmDraft,
    DeclineDraft,
    FaqFact,
    HandOff,
    OptIn,
    OptOut,
    ProposeOrder,
    SubmitProof,
    TurnFacts,
)
from core.assistant.menu import decide
from core.languages.formats import money
from core.languages.wording import LANGUAGES, say, template
from models.conversations import MessageKind
from models.orders import OrderStatus
from tests.talking import (
    GOLD,
    PREMIUM,
    SERVICES,
    SILVER,
    Customer,
    draft,
    facts,
    message,
    order,
)

PRICE = re.compile(r"PKR ([\d.,]*\d)")


def _prices(text: str) -> set[str]:
    return set(PRICE.findall(text))


# --- A person, STOP, languages, the FAQ, not understood --------------------------------------------------------------


@pytest.mark.parametrize("text", ["human", "agent please", "can I talk to a person?", "نمائندہ", "موظف", "asesor"])
def test_a_person_is_called(text: str) -> None:
    assert Customer().writes(text).actions == (HandOff(),)


def test_stop_and_start_are_acknowledged_and_nothing_else_is_said() -> None:
    customer = Customer(is_first_contact=False)

    stopped = customer.writes("hi", "STOP")
    assert (stopped.actions, stopped.replies) == ((OptOut(),), ())
    assert customer.writes("price of gold").actions == ()
    assert "PKR 50,000" in customer.reply
    started = customer.writes("start")
    assert (started.actions, started.replies) == ((OptIn(),), ())
    customer.writes("start")
    assert customer.reply.startswith("This is what we offer:")


def test_a_language_that_is_asked_for_is_kept_whatever_is_written_afterwards() -> None:
    customer = Customer()
    customer.writes("order gold")

    switched = customer.writes("urdu please")
    assert (switched.language, switched.is_language_chosen, switched.actions) == ("ur", True, ())
    assert switched.replies[0].startswith(template("language_switched", "ur"))
    kept = customer.writes("what do you want me to write?")
    assert (kept.language, kept.is_language_chosen) == ("ur", True)
    assert [type(action) for action in customer.writes("yes").actions] == [ConfirmDraft]


def test_the_faq_answers_word_for_word_when_nothing_else_matches() -> None:
    answer = FaqFact(1, "Do you deliver?", "Yes: {everywhere}, *free*.")
    customer = Customer(is_first_contact=False, faq=(answer,))

    customer.writes("do you deliver to Lahore?")
    assert customer.reply == "Yes: {everywhere}, *free*."
    customer.writes("can I pay when you deliver to Lahore?")
    assert customer.reply == "Yes: {everywhere}, *free*."
    customer.writes("how much is gold?")
    assert "PKR 50,000" in customer.reply


def test_a_goodbye_gets_one_and_orders_nothing() -> None:
    decision = decide(facts(message(11, "ok bye"), draft=draft(after=10), menu={"asked": "confirm", "package": GOLD}))

    assert (decision.actions, decision.replies) == ((), (say("goodbye", "en"),))


def test_to_ask_for_details_at_the_summary_shows_them_and_confirms_nothing() -> None:
    asked = message(11, "ok tell me more about it")

    decision = decide(facts(asked, draft=draft(after=10), menu={"asked": "confirm", "package": GOLD}))

    assert decision.actions == ()
    assert "Duration: 30 days" in decision.replies[0]


def test_what_is_not_understood_twice_brings_the_offer_of_a_person() -> None:
    customer = Customer(is_first_contact=False)

    customer.writes("lorem ipsum dolor")
    assert customer.reply.startswith("Sorry, I did not understand that.\n\nThis is what we offer:")
    customer.writes("sit amet consetetur")
    assert customer.reply.startswith(say("not_understood_again", "en"))
    assert customer.writes("yes").actions == (HandOff(),)


def test_what_was_understood_in_between_starts_the_count_again() -> None:
    customer = Customer(is_first_contact=False)

    customer.writes("lorem ipsum dolor")
    customer.writes("thanks")
    customer.writes("sit amet consetetur")

    assert customer.reply.startswith(say("not_understood", "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_customer_wrote_is_never_repeated(language: str) -> None:
    customer = Customer(language=language, is_first_contact=False, customer_name="Zxqv")

    customer.writes("{business} http://evil.example *PKR 1* Zxqv", "Zxqv")

    assert "evil" not in customer.reply
    assert "Zxqv" not in customer.reply
    assert "PKR 1*" not in customer.reply


def test_the_glass_box_tells_what_was_understood_and_not_what_was_written() -> None:
    record = decide(facts(message(11, "secret price of gold"))).record

    assert record["answered_with"] == "BUILT_IN"
    assert record["understood"] == [
        {
            "message": 11,
            "wishes": ["price"],
            "packages": [GOLD],
            "services": [],
            "number": None,
            "quantity": None,
            "unexplained": 1,
        }
    ]
    assert "secret" not in str(record)


# --- Whatever customers write ----------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["yes", "no", "1", "2", "0", "gold", "basic", "seo", "2 x", "order", "cancel", "pay", "paid", "menu", "human",
     "stop", "start", "urdu", "جی ہاں", "نعم", "sí", "price", "this one", "PX-1042", "hi", "thanks", "?", "more",
     "back", "ok?"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, min_size=1, max_size=4).map(" ".join))
MENUS = st.one_of(
    st.builds(dict),
    st.dictionaries(
        st.sampled_from(["asked", "choices", "page", "service", "package", "quantity", "message", "order", "unknown"]),
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-2, 60),
            st.text(max_size=4),
            st.lists(st.integers(-1, 40), max_size=14),
            st.sampled_from(
                ["service", "package", "order", "confirm", "which_order", "which_cancel", "cancel_order", "human"]
            ),
        ),
    ),
)
MESSAGES = st.lists(
    st.builds(
        lambda text, kind, media_type, quoted: (text, kind, media_type, quoted),
        TEXTS,
        st.one_of(st.just(MessageKind.TEXT), st.sampled_from(MessageKind)),
        st.sampled_from([None, "image/png", "application/pdf", "image/webp", "audio/ogg", "application/zip"]),
        st.one_of(st.none(), st.sampled_from(["*Gold* (Web Design)", "*Silver*"]), st.text(max_size=20)),
    ),
    min_size=1,
    max_size=4,
)
DRAFTS = st.one_of(
    st.none(),
    st.builds(
        draft, package_id=st.sampled_from([GOLD, SILVER, 99]), after=st.integers(8, 14), is_expired=st.booleans()
    ),
)
ORDERS = st.lists(
    st.builds(order, st.integers(1040, 1044), st.sampled_from(OrderStatus)), max_size=4, unique_by=lambda made: made.id
).map(tuple)


@st.composite
def turns(draw: st.DrawFn) -> TurnFacts:
    written = draw(MESSAGES)
    messages = [
        message(
            10 + place,
            text,
            kind=kind,
            media_id=place if media_type else None,
            media_type=media_type,
            quoted_text=quoted,
        )
        for place, (text, kind, media_type, quoted) in enumerate(written)
    ]
    return facts(
        *messages,
        language=draw(st.sampled_from([None, *LANGUAGES])),
        default_language=draw(st.sampled_from(LANGUAGES)),
        is_language_chosen=draw(st.booleans()),
        is_first_contact=draw(st.booleans()),
        is_opted_out=draw(st.booleans()),
        menu=draw(MENUS),
        services=draw(st.sampled_from([SERVICES, SERVICES[:1], SERVICES[2:], ()])),
        draft=draw(DRAFTS),
        orders=draw(ORDERS),
        faq=draw(st.sampled_from([(), (FaqFact(1, "Where?", "Here."),)])),
    )


@given(turns())
def test_whatever_is_written_the_rules_of_selling_hold(given_facts: TurnFacts) -> None:
    decision = decide(given_facts)

    writing = [action for action in decision.actions if isinstance(action, ORDER_WRITING)]
    assert len(writing) <= 1
    sold = {one.id for service in given_facts.services for one in service.packages}
    waiting = {one.id for one in given_facts.orders if one.awaits_payment}
    # The type of an image that could not be fetched is unknown; the program says so when it is to keep the file.
    pictures = {
        one.id
        for one in given_facts.messages
        if one.kind in (MessageKind.IMAGE, MessageKind.DOCUMENT)
        and one.media_type in (None, "image/png", "image/webp", "application/pdf")
    }
    for action in writing:
        match action:
            case ProposeOrder(package_id, quantity):
                assert package_id in sold
                assert 1 <= quantity <= 999
            case ConfirmDraft(draft_id, message_id):
                assert given_facts.draft is not None
                assert not given_facts.draft.is_expired
                assert draft_id == given_facts.draft.id
                assert message_id > given_facts.draft.proposed_after_message_id
                assert message_id in {one.id for one in given_facts.messages}
            case DeclineDraft(draft_id):
                assert given_facts.draft is not None
                assert draft_id == given_facts.draft.id
            case SubmitProof(order_id, message_id):
                assert order_id in waiting
                assert message_id in pictures or message_id == given_facts.menu["message"]
            case CancelOrder(order_id):
                assert order_id in waiting
    assert decision.language in LANGUAGES
    assert all(len(text) <= 4096 for text in decision.replies)


@given(turns())
def test_whatever_is_written_every_price_said_is_one_of_the_facts(given_facts: TurnFacts) -> None:
    decision = decide(given_facts)

    amounts = {one.price for service in given_facts.services for one in service.packages}
    amounts |= {one.total for one in given_facts.orders}
    if given_facts.draft is not None:
        amounts |= {given_facts.draft.total, given_facts.draft.unit_price}
    known = {number for amount in amounts for number in _prices(money(amount, decision.language))}
    assert _prices("\n".join(decision.replies)) <= known


@given(turns())
def test_whatever_is_written_somebody_answers(given_facts: TurnFacts) -> None:
    decision = decide(given_facts)

    is_only_reactions = all(one.kind is MessageKind.REACTION for one in given_facts.messages)
    assert decision.replies or decision.actions or is_only_reactions
    assert decide(given_facts) == decision
    assert all(isinstance(value, int | str | bool | list) for value in decision.menu.values())


def test_the_premium_logo_lasts_for_ever_and_says_nothing_of_a_duration() -> None:
    customer = Customer()

    customer.writes("premium logo")

    assert customer.facts.menu["package"] == PREMIUM
    assert "Duration" not in customer.reply
