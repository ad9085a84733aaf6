"""The built-in assistant sells: what it shows and proposes for what customers write, without any model."""

from dataclasses import replace

import pytest

from core.assistant.decision import (
    ConfirmDraft,
    DeclineDraft,
    HandOff,
    ProposeOrder,
    ServiceFact,
    SubmitProof,
)
from core.assistant.menu import decide
from core.languages.formats import money
from core.languages.isolate import isolated
from core.languages.wording import LANGUAGES, say
from core.money import Money
from tests.talking import (
    BASIC_SEO,
    BASIC_SITE,
    GOLD,
    GOLD_PLUS,
    SEO,
    SERVICES,
    SILVER,
    WEB,
    Customer,
    draft,
    facts,
    message,
    package,
)

# Greeting, service, package, "I want it", yes: as customers of each language write them.
SALES = {
    "en": ("good morning", "web design", "2", "yes", "yes please"),
    "ur": ("السلام علیکم", "ویب ڈیزائن", "گولڈ", "جی ہاں", "ہاں جی"),
    "ur-Latn": ("assalam o alaikum", "web design wala", "gold dikhao", "haan", "ji haan"),
    "ar": ("مرحبا", "١", "٢", "نعم", "نعم، موافق"),
    "es": ("hola", "diseño... web", "el segundo", "sí", "sí, por favor"),
}


def _line(text: str) -> str:
    return text.strip().splitlines()[0]


# --- A sale from the greeting to the proof ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sale_runs_from_the_greeting_to_the_proof_in_the_customers_language(language: str) -> None:
    hello, service, choice, first_yes, second_yes = SALES[language]
    customer = Customer(default_language="es" if language == "en" else "en")
    price = isolated(money(Money(50_000_00, "PKR"), language), language)

    greeted = customer.writes(hello)
    assert (greeted.language, greeted.actions) == (language, ())
    assert isolated("Pixel Studio", language) in customer.reply
    assert _line(say("services_title", language)) in customer.reply
    assert say("services_hint", language) in customer.reply

    assert customer.writes(service).actions == ()
    assert (
        say(
            "package_entry_duration",
            language,
            name="Gold",
            price=money(Money(50_000_00, "PKR"), language),
            duration={"en": "30 days", "ur": "30 دن", "ur-Latn": "30 din", "ar": "30 يومًا", "es": "30 días"}[language],
        )
        in customer.reply
    )

    assert customer.writes(choice).actions == ()
    assert say("package_price", language, price=money(Money(50_000_00, "PKR"), language)) in customer.reply
    assert say("package_ask", language) in customer.reply

    assert customer.writes(first_yes).actions == (ProposeOrder(GOLD, 1),)
    assert price in customer.reply

    summed_up = customer.facts.draft
    assert summed_up is not None
    assert customer.writes(second_yes).actions == (ConfirmDraft(summed_up.id, customer.newest_message_id),)
    assert isolated("PX-1042", language) in customer.reply
    assert "\n0300 1234567\nWrite the order's number.\n" in customer.reply
    assert "\nPK36SCBL0000001123456702\n" in customer.reply
    assert customer.reply.endswith(say("payment_proof_request", language))

    assert customer.sends_picture().actions == (SubmitProof(1042, customer.newest_message_id),)
    assert customer.reply == say("proof_received", language, number="PX-1042")
    assert customer.facts.language == language


def test_the_greeting_answers_a_salam_with_a_salam() -> None:
    customer = Customer()

    customer.writes("Assalam o alaikum")

    assert customer.reply.startswith("Walaikum Assalam!")


def test_a_customer_who_is_known_is_not_greeted_again() -> None:
    customer = Customer(is_first_contact=False, language="en")

    customer.writes("menu")

    assert customer.reply.startswith(
        "This is what we offer:\n1. Web Design (from PKR 25,000)\n2. SEO (from PKR 10,000)"
    )


# --- Choosing --------------------------------------------------------------------------------------------------------


def test_a_package_can_be_ordered_in_one_sentence() -> None:
    assert Customer().writes("I want the gold package").actions == (ProposeOrder(GOLD, 1),)


@pytest.mark.parametrize(
    "text", ["2 x gold", "I want 2 gold", "gold x2", "do gold chahiye", "quiero dos paquetes gold"]
)
def test_a_quantity_is_ordered_as_it_is_said(text: str) -> None:
    assert Customer().writes(text).actions == (ProposeOrder(GOLD, 2),)


def test_a_copied_line_of_the_list_is_a_choice_and_no_quantity() -> None:
    customer = Customer()
    customer.writes("web design")

    assert customer.writes("2. Gold").actions == ()
    assert customer.facts.menu["package"] == GOLD


def test_a_question_about_the_price_shows_the_package_and_orders_nothing() -> None:
    customer = Customer()

    assert customer.writes("I want to know the price of gold").actions == ()
    assert "Price: *PKR 50,000*" in customer.reply


def test_the_quantity_can_be_changed_after_the_details_and_after_the_summary() -> None:
    customer = Customer()
    customer.writes("gold")

    assert customer.writes("two of them").actions == (ProposeOrder(GOLD, 2),)
    assert customer.writes("make it 3").actions == (ProposeOrder(GOLD, 3),)
    assert customer.writes("no, I want 4").actions == (ProposeOrder(GOLD, 4),)
    assert "Total: *PKR 200,000*" in customer.reply


@pytest.mark.parametrize("text", ["0 x gold", "1000 x gold", "9999 x gold"])
def test_a_quantity_that_nobody_can_order_is_explained(text: str) -> None:
    customer = Customer()

    assert customer.writes(text).actions == ()
    assert say("quantity_out_of_range", "en", largest=999) in customer.reply


def test_a_total_beyond_all_money_is_not_proposed() -> None:
    dear = ServiceFact(9, "Palace", "", (package(91, 9, "Diamond", 2**52), package(92, 9, "Ruby", 1)))
    customer = Customer(services=(dear,))

    assert customer.writes("5 x diamond").actions == ()


def test_packages_that_are_called_alike_are_asked_about() -> None:
    customer = Customer()

    assert customer.writes("basic").actions == ()
    assert customer.reply.splitlines()[2:5] == [
        "Which one do you mean?",
        "1. Basic: PKR 25,000 (30 days)",
        "2. Basic: PKR 10,000 (30 days)",
    ]
    customer.writes("2")
    assert customer.facts.menu["package"] == BASIC_SEO


def test_of_packages_that_are_called_alike_the_one_at_hand_is_meant() -> None:
    customer = Customer()
    customer.writes("seo")

    customer.writes("basic")

    assert customer.facts.menu["choices"] == [BASIC_SEO] or customer.facts.menu["package"] == BASIC_SEO


def test_a_quantity_is_kept_while_it_is_asked_which_package() -> None:
    customer = Customer()
    customer.writes("2 x basic")

    assert customer.writes("1").actions == (ProposeOrder(BASIC_SITE, 2),)


def test_back_and_zero_lead_to_the_list_before() -> None:
    customer = Customer()
    customer.writes("gold")

    customer.writes("0")
    assert customer.facts.menu["asked"] == "package"
    customer.writes("0")
    assert customer.facts.menu["asked"] == "service"
    customer.writes("gold")
    customer.writes("back")
    assert customer.facts.menu["asked"] == "package"


def test_a_long_list_is_turned_page_by_page_and_numbers_go_on() -> None:
    many = ServiceFact(
        7, "Hosting", "", tuple(package(700 + n, 7, f"Size {chr(64 + n)}{chr(64 + n)}", n) for n in range(1, 13))
    )
    customer = Customer(services=(many,))

    customer.writes("menu")
    assert "9. Size II" in customer.reply
    assert "10." not in customer.reply
    assert "\n0. More\n" in customer.reply
    customer.writes("0")
    assert "10. Size JJ" in customer.reply
    assert "\n9." not in customer.reply
    customer.writes("more")
    assert "1. Size AA" in customer.reply
    customer.writes("11")
    assert customer.facts.menu["package"] == 711


def test_numbers_mean_what_was_shown_even_when_the_catalogue_has_changed() -> None:
    customer = Customer()
    customer.writes("web design")
    web, seo, logo = SERVICES
    platinum = package(14, WEB, "Platinum", 90_000_00)
    customer.facts = replace(
        customer.facts, services=(replace(web, packages=(platinum, *web.packages[:1], *web.packages[2:])), seo, logo)
    )

    customer.writes("3")
    assert customer.facts.menu["package"] == GOLD_PLUS

    customer.facts = replace(customer.facts, menu={"asked": "package", "service": WEB, "choices": [BASIC_SITE, GOLD]})
    customer.writes("2")
    assert customer.reply.startswith("Sorry, this is no longer available. Here is the current list.")
    assert "1. Platinum: PKR 90,000 (30 days)" in customer.reply
    assert "Gold:" not in customer.reply


def test_a_number_beyond_the_list_shows_the_list_again() -> None:
    customer = Customer()
    customer.writes("hi")

    customer.writes("7")

    assert customer.reply.startswith("That number is not on the list.\n\nThis is what we offer:\n1. Web Design")


def test_a_shop_with_one_service_shows_its_packages_at_once() -> None:
    customer = Customer(services=SERVICES[1:2])

    customer.writes("hello")

    assert "1. Basic: PKR 10,000 (30 days)\n2. Silver: PKR 20,000 (30 days)\n\n" in customer.reply


@pytest.mark.parametrize("services", [(), (ServiceFact(1, "Web Design", "", ()),)])
def test_an_empty_shop_says_so_and_a_yes_brings_a_person(services: tuple[ServiceFact, ...]) -> None:
    customer = Customer(services=services)

    customer.writes("hello")
    assert say("nothing_for_sale", "en") in customer.reply
    assert customer.writes("yes").actions == (HandOff(),)


def test_a_menu_of_an_older_program_is_forgotten() -> None:
    odd = {"asked": "nonsense", "choices": "all", "page": "x", "package": True}

    assert decide(facts(message(1, "2"), menu=odd)).menu["asked"] == "service"
    assert (
        decide(facts(message(1, "2"), menu={"asked": "service", "choices": [{}, -1, WEB, SEO]})).menu["service"] == SEO
    )


# --- Several messages in one turn ------------------------------------------------------------------------------------


def test_a_burst_gets_one_reply() -> None:
    customer = Customer()

    customer.writes("hi", "price of gold?")

    assert len(customer.said) == 1
    assert customer.reply.startswith("Hello! Welcome to *Pixel Studio*. 👋\n\n*Gold* (Web Design)")


def test_the_last_word_of_a_burst_counts() -> None:
    customer = Customer()

    assert customer.writes("order gold", "no wait, silver please").actions == ()
    assert customer.facts.menu["package"] == SILVER
    assert customer.writes("order gold", "order silver").actions == (ProposeOrder(SILVER, 1),)
    assert customer.writes("yes", "no no").actions == (DeclineDraft(customer.newest_message_id - 2),)


def test_a_yes_and_the_next_question_are_both_answered() -> None:
    customer = Customer()
    customer.writes("order gold")

    decision = customer.writes("yes", "and how much is silver?")

    assert [type(action) for action in decision.actions] == [ConfirmDraft]
    assert "PKR 20,000" in decision.replies[0]


def test_a_yes_in_the_burst_that_orders_does_not_confirm_an_older_draft() -> None:
    customer = Customer()
    customer.writes("order gold")

    assert customer.writes("order silver", "yes", "1", "2").actions == (ProposeOrder(SILVER, 1),)


def test_numbers_of_one_burst_mean_the_list_that_was_seen() -> None:
    customer = Customer()
    customer.writes("hi")

    customer.writes("1", "2")

    assert customer.facts.menu["service"] == SEO


def test_small_talk_beside_a_question_is_not_called_misunderstood() -> None:
    customer = Customer()

    customer.writes("so my cousin recommended", "gold")

    assert say("not_understood", "en") not in customer.reply


# --- Quotes ----------------------------------------------------------------------------------------------------------

QUOTED = "*Gold Plus* (Web Design)\n\nDuration: 30 days"


def test_this_one_means_the_quoted_package() -> None:
    customer = Customer()

    customer.writes("this one", quoted=QUOTED)

    assert customer.facts.menu["package"] == GOLD_PLUS


@pytest.mark.parametrize(("text", "quantity"), [("yes", 1), ("I want this one", 1), ("2 of them", 2)])
def test_a_quoted_package_can_be_ordered(text: str, quantity: int) -> None:
    assert Customer().writes(text, quoted=QUOTED).actions == (ProposeOrder(GOLD_PLUS, quantity),)


def test_a_yes_to_the_quoted_summary_confirms_it() -> None:
    quoting = message(11, "yes", quoted_text="Please check your order:\n\n*Gold*\nTotal: *PKR 50,000*")

    decision = decide(facts(quoting, draft=draft(after=10), menu={"asked": "confirm", "package": GOLD}))

    assert decision.actions == (ConfirmDraft(5, 11),)
