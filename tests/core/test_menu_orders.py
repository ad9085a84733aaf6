"""The built-in assistant after the choice: the summary and its yes, proofs, payment, cancelling."""

from dataclasses import replace

import pytest

from core.assistant.decision import (
    CancelOrder,
    ConfirmDraft,
    DeclineDraft,
    HandOff,
    ProposeOrder,
    SubmitProof,
)
from core.assistant.menu import decide
from core.languages.wording import LANGUAGES, say
from core.money import Money
from models.conversations import MessageKind
from models.orders import OrderStatus
from tests.talking import (
    GOLD,
    Customer,
    draft,
    facts,
    message,
    order,
)

# --- The summary and its yes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["yes", "1", "ok 👍", "confirm", "order it", "yes gold", "جی ہاں", "نعم", "sí"])
def test_a_yes_to_the_summary_confirms_it(text: str) -> None:
    decision = decide(facts(message(11, text), draft=draft(after=10), menu={"asked": "confirm", "package": GOLD}))

    assert decision.actions == (ConfirmDraft(5, 11),)


@pytest.mark.parametrize(
    "text", ["yes?", "yes but cheaper", "ok how much", "yes 2 or 3", "yes silver", "hmm", "3", "thanks", "yes no"]
)
def test_nothing_but_a_plain_yes_confirms(text: str) -> None:
    decision = decide(facts(message(11, text), draft=draft(after=10), menu={"asked": "confirm", "package": GOLD}))

    assert not any(isinstance(action, ConfirmDraft) for action in decision.actions)


def test_a_yes_that_was_written_before_the_summary_confirms_nothing() -> None:
    decision = decide(facts(message(10, "yes"), draft=draft(after=10), menu={"asked": "confirm", "package": GOLD}))

    assert decision.actions == ()
    assert decision.replies == (say("confirm_again", "en", what="Gold", total="PKR 50,000"),)


def test_a_yes_without_a_draft_confirms_nothing() -> None:
    assert decide(facts(message(11, "yes"), menu={"asked": "confirm", "package": GOLD})).actions == ()


def test_a_yes_after_something_else_was_shown_asks_once_more() -> None:
    customer = Customer()
    customer.writes("order gold")
    customer.writes("hi")

    assert customer.writes("yes").actions == ()
    assert customer.reply == say("confirm_again", "en", what="Gold", total="PKR 50,000")
    assert [type(action) for action in customer.writes("yes").actions] == [ConfirmDraft]


def test_a_summary_of_another_assistant_is_confirmed_too() -> None:
    assert decide(facts(message(11, "yes"), draft=draft(after=10))).actions == (ConfirmDraft(5, 11),)


def test_a_yes_that_comes_too_late_gets_a_fresh_summary() -> None:
    expired = draft(after=10, is_expired=True)

    decision = decide(facts(message(11, "yes"), draft=expired, menu={"asked": "confirm", "package": GOLD}))

    assert decision.actions == (ProposeOrder(GOLD, 1),)
    assert decision.replies == (say("draft_expired", "en"),)


def test_a_late_yes_to_what_is_gone_shows_the_list() -> None:
    expired = draft(package_id=99, after=10, is_expired=True)

    decision = decide(facts(message(11, "yes"), draft=expired, menu={"asked": "confirm", "package": 99}))

    assert decision.actions == ()
    assert decision.replies[0].startswith(say("choice_gone", "en"))


@pytest.mark.parametrize("text", ["no", "2", "no thanks", "cancel", "جی نہیں", "لا", "nahi"])
def test_a_no_to_the_summary_declines_it(text: str) -> None:
    decision = decide(facts(message(11, text), draft=draft(after=10), menu={"asked": "confirm", "package": GOLD}))

    assert decision.actions == (DeclineDraft(5),)
    assert decision.replies[0].startswith(say("draft_declined", decision.language))


# --- Proofs and other media ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [OrderStatus.PENDING, OrderStatus.REJECTED, OrderStatus.PAYMENT_SUBMITTED])
@pytest.mark.parametrize(
    ("kind", "media_type"),
    [(MessageKind.IMAGE, "image/png"), (MessageKind.DOCUMENT, "application/pdf"), (MessageKind.DOCUMENT, "image/jpeg")],
)
def test_a_picture_or_pdf_is_the_proof_of_the_one_open_order(
    status: OrderStatus, kind: MessageKind, media_type: str
) -> None:
    picture = message(11, "paid, thanks", kind=kind, media_id=3, media_type=media_type)

    decision = decide(facts(picture, orders=(order(1042, status), order(7, OrderStatus.PAID))))

    assert decision.actions == (SubmitProof(1042, 11),)
    assert decision.replies == ()


def test_of_several_pictures_the_last_is_the_proof() -> None:
    pictures = [message(id_, kind=MessageKind.IMAGE, media_id=id_, media_type="image/png") for id_ in (11, 12)]

    assert decide(facts(*pictures, orders=(order(),))).actions == (SubmitProof(1042, 12),)


@pytest.mark.parametrize("answer", ["2", "PX-1043", "1043", "silver", "the second one"])
def test_with_several_open_orders_the_answer_picks_the_one_that_was_paid(answer: str) -> None:
    customer = Customer(orders=(order(1042), order(1043, name="Silver")))

    assert customer.sends_picture().actions == ()
    picture = customer.newest_message_id
    assert customer.facts.menu == {"asked": "which_order", "choices": [1042, 1043], "message": picture}
    assert customer.reply.endswith(
        "Which order is this payment for? Reply with the number.\n"
        "1. PX-1042: Gold, PKR 50,000\n2. PX-1043: Silver, PKR 50,000"
    )
    assert customer.writes(answer).actions == (SubmitProof(1043, picture),)


def test_the_caption_may_name_the_order() -> None:
    customer = Customer(orders=(order(1042), order(1043)))

    assert customer.sends_picture("for PX-1043").actions == (SubmitProof(1043, customer.newest_message_id),)


def test_the_question_which_order_stands_until_it_is_answered() -> None:
    customer = Customer(orders=(order(1042), order(1043)))
    customer.sends_picture()

    assert customer.writes("blah").actions == ()
    assert customer.reply.startswith("Which order is this payment for?")
    assert customer.writes("9").actions == ()
    assert customer.writes("no").actions == ()
    assert customer.reply == say("which_order_dropped", "en")
    assert "asked" not in customer.facts.menu


def test_an_order_that_was_closed_meanwhile_takes_no_proof() -> None:
    customer = Customer(orders=(order(1042), order(1043)))
    customer.sends_picture()
    customer.facts = replace(customer.facts, orders=(order(1042), order(1043, OrderStatus.CANCELLED)))

    assert customer.writes("2").actions == ()
    assert customer.reply == say("proof_order_closed", "en", number="PX-1043")


def test_a_picture_without_an_open_order_is_no_proof() -> None:
    known = Customer(is_first_contact=False, orders=(order(1042, OrderStatus.PAID),))

    assert known.sends_picture().actions == ()
    assert known.reply == say("proof_no_order", "en")


def test_a_picture_before_the_yes_asks_for_the_yes() -> None:
    picture = message(11, kind=MessageKind.IMAGE, media_id=3, media_type="image/png")

    decision = decide(facts(picture, draft=draft(after=10)))

    assert decision.actions == ()
    assert decision.replies[0].startswith(say("proof_confirm_first", "en"))
    assert decision.menu["asked"] == "confirm"


def test_a_picture_with_the_yes_is_asked_for_again() -> None:
    yes = message(11, "yes")
    picture = message(12, kind=MessageKind.IMAGE, media_id=3, media_type="image/png")

    decision = decide(facts(yes, picture, draft=draft(after=10), orders=(order(7),)))

    assert decision.actions == (ConfirmDraft(5, 11),)
    assert decision.replies == (say("proof_after_order", "en"),)


def test_a_caption_is_understood_as_well() -> None:
    customer = Customer(is_first_contact=False, orders=(order(),))

    decision = customer.sends_picture("paid. how much is silver?")

    assert [type(action) for action in decision.actions] == [SubmitProof]
    assert "PKR 20,000" in decision.replies[0]


@pytest.mark.parametrize(
    ("kind", "media_type", "key"),
    [
        (MessageKind.AUDIO, "audio/ogg", "voice_note"),
        (MessageKind.STICKER, "image/webp", "sticker_is_no_proof"),
        (MessageKind.VIDEO, "video/mp4", "other_media"),
        (MessageKind.LOCATION, None, "other_media"),
        (MessageKind.CONTACT, None, "other_media"),
        (MessageKind.UNSUPPORTED, None, "other_media"),
        (MessageKind.DOCUMENT, "application/zip", "proof_not_usable"),
        (MessageKind.IMAGE, "text/html", "proof_not_usable"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_other_media_are_no_proof_and_get_a_polite_word(
    kind: MessageKind, media_type: str | None, key: str, language: str
) -> None:
    customer = Customer(is_first_contact=False, language=language, orders=(order(),))

    assert customer.sends(kind, media_type).actions == ()
    assert customer.reply == say(key, language, number="PX-1042")


def test_the_caption_of_a_video_is_read() -> None:
    customer = Customer()

    customer.sends(MessageKind.VIDEO, "video/mp4", "how much is gold?")

    assert "PKR 50,000" in customer.reply


# --- After the order -------------------------------------------------------------------------------------------------


def test_my_order_tells_what_became_of_each() -> None:
    customer = Customer(is_first_contact=False, orders=(order(1042), order(1041, OrderStatus.PAID)))

    customer.writes("my order")

    assert customer.reply == (
        "Your orders:\n"
        "*PX-1042*: Gold, PKR 50,000. We are waiting for your payment.\n"
        "*PX-1041*: Gold, PKR 50,000. Paid, thank you.\n\n"
        "To see how to pay, write *pay*."
    )


def test_my_order_without_one() -> None:
    customer = Customer(is_first_contact=False)

    customer.writes("where is my order?")

    assert customer.reply == say("no_orders", "en")


def test_how_to_pay_tells_the_account_numbers_only_for_an_order() -> None:
    stranger = Customer(is_first_contact=False)
    buyer = Customer(is_first_contact=False, orders=(order(),))

    stranger.writes("how do I pay?")
    buyer.writes("how do I pay?")

    assert stranger.reply == say("payment_before_order", "en", methods="EasyPaisa, Bank transfer")
    assert buyer.reply.startswith("For order *PX-1042*, please pay *PKR 50,000* in one of these ways:\n\n*EasyPaisa*\n")
    assert "\n0300 1234567\n" in buyer.reply


def test_ways_to_pay_in_another_currency_are_not_told() -> None:
    dollars = replace(order(), total=Money(100_00, "USD"))
    customer = Customer(is_first_contact=False, orders=(dollars,))

    customer.writes("pay")

    assert customer.reply == say("payment_no_methods", "en", total="USD 100")


@pytest.mark.parametrize(
    ("status", "key"),
    [
        (OrderStatus.PENDING, "payment_proof_missing"),
        (OrderStatus.REJECTED, "payment_proof_missing"),
        (OrderStatus.PAYMENT_SUBMITTED, "payment_being_checked"),
    ],
)
def test_who_says_they_paid_is_asked_for_the_picture_once(status: OrderStatus, key: str) -> None:
    customer = Customer(is_first_contact=False, orders=(order(1042, status),))

    assert customer.writes("I have paid").actions == ()
    assert customer.reply == say(key, "en", number="PX-1042")


def test_paid_and_the_picture_together_are_the_proof() -> None:
    paid = message(11, "payment done")
    picture = message(12, kind=MessageKind.IMAGE, media_id=3, media_type="image/png")

    decision = decide(facts(paid, picture, orders=(order(),)))

    assert (decision.actions, decision.replies) == ((SubmitProof(1042, 12),), ())


def test_an_order_is_cancelled_after_it_was_asked_back() -> None:
    customer = Customer(orders=(order(),))

    assert customer.writes("cancel my order").actions == ()
    assert customer.writes("yes?").actions == ()
    assert customer.writes("yes").actions == (CancelOrder(1042),)


def test_an_order_is_kept_when_the_customer_thinks_better_of_it() -> None:
    customer = Customer(orders=(order(1042), order(1043)))

    customer.writes("cancel")
    customer.writes("2")
    assert customer.facts.menu == {"asked": "cancel_order", "order": 1043}
    assert customer.writes("no").actions == ()
    assert customer.reply == say("cancel_kept", "en")


@pytest.mark.parametrize("status", [OrderStatus.PAYMENT_SUBMITTED, OrderStatus.PAID])
def test_once_money_was_sent_a_person_cancels(status: OrderStatus) -> None:
    customer = Customer(is_first_contact=False, orders=(order(1042, status),))

    assert customer.writes("cancel").actions == (HandOff(),)
    assert customer.said[0] == say("cancel_needs_person", "en", number="PX-1042")


def test_cancel_without_anything_to_cancel() -> None:
    customer = Customer(is_first_contact=False)

    assert customer.writes("cancel").actions == ()
    assert customer.reply == say("cancel_nothing", "en")


@pytest.mark.parametrize(
    ("orders", "key"),
    [
        ((), "anything_else"),
        ((order(),), "waiting_for_payment"),
        ((order(1042, OrderStatus.PAYMENT_SUBMITTED),), "payment_being_checked"),
    ],
)
def test_an_ok_that_answers_nothing_gets_a_kind_word(orders: tuple[object, ...], key: str) -> None:
    customer = Customer(is_first_contact=False, orders=orders)

    assert customer.writes("ok").actions == ()
    assert customer.reply == say(key, "en", number="PX-1042")
