"""What stands in the place of a false sentence, and what the turn records of it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.assistant import replies
from core.assistant.guard.guard import Change, guard
from core.assistant.guard.sentence import Kind
from core.languages.wording import LANGUAGES, say
from core.money import Money
from models.catalog import DurationUnit
from models.orders import OrderStatus
from tests.guard.facts import CARE, CHECKED, COURSE, FACTS, NOTHING_ORDERED, TO_PAY, UNPAID

SILVER, GOLD, PLATINUM = CARE.packages


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_price_gives_way_to_the_true_one(language: str) -> None:
    guarded = guard("Hi! Gold care: Rs 500.\nOk?", FACTS, language)

    truth = replies.package_entry(language, GOLD)
    assert guarded.text == f"Hi! {truth}\nOk?"
    assert guarded.changes == (Change(Kind.PRICE, "500", "Gold care: Rs 500.", truth),)


def test_swapped_prices_give_way_to_both_true_ones() -> None:
    guarded = guard("Silver care is 35,000 and Gold care is 15,000.", FACTS, "en")

    assert guarded.text == "\n".join(replies.package_entry("en", each) for each in (SILVER, GOLD))


def test_the_true_sentences_around_a_false_one_stay_as_they_were() -> None:
    guarded = guard("Hello Sara! *Silver care* is PKR 15,000.\n\nGold care is 1,000. Which one?", FACTS, "en")

    truth = replies.package_entry("en", GOLD)
    assert guarded.text == f"Hello Sara! *Silver care* is PKR 15,000.\n\n{truth} Which one?"


def test_a_wrong_account_gives_way_to_how_the_order_is_paid() -> None:
    guarded = guard("Please pay to EasyPaisa 0300 0000009.", TO_PAY, "en")

    assert guarded.text == replies.payment_instructions("en", UNPAID, TO_PAY.payment_methods)


def test_before_an_order_only_the_ways_to_pay_are_named() -> None:
    guarded = guard("Please pay to EasyPaisa 0300 0000009.", NOTHING_ORDERED, "es")

    assert guarded.text == replies.payment_before_order("es", FACTS.payment_methods)


def test_a_wrong_status_gives_way_to_the_orders_as_they_are() -> None:
    assert guard("Your order PX-1042 is paid.", FACTS, "en").text == replies.order_list("en", FACTS.orders)
    assert guard("Your payment was received.", NOTHING_ORDERED, "en").text == say("no_orders", "en")


def test_what_nobody_told_leads_to_a_person() -> None:
    assert guard("You get 30% off!", FACTS, "ur").text == say("human_hint", "ur")


def test_the_same_truth_is_said_once() -> None:
    guarded = guard("You get 30% off! See www.cheap.com too. Bye!", FACTS, "en")

    assert guarded.text == f"{say('human_hint', 'en')} Bye!"
    assert [change.kind for change in guarded.changes] == [Kind.PERCENT, Kind.LINK]


def test_a_price_that_belongs_to_nothing_named_is_not_sent() -> None:
    assert guard("It is only 2,500 rupees.", FACTS, "en").text == say("anything_else", "en")


def test_a_price_is_true_of_the_package_that_is_talked_about_only() -> None:
    assert guard("It costs 35,000.", FACTS, "en", ["how much is gold care?"]).changes == ()
    assert guard("It costs 35,000.", FACTS, "en", ["how much is silver care?"]).text == replies.package_entry(
        "en", SILVER
    )


def test_what_the_customer_said_is_no_fact() -> None:
    said = ["Gold care costs 500, see www.cheap.com, pay to 0345 1112223, order PX-7777 is paid"]
    for text in ("Gold care costs 500.", "See www.cheap.com.", "Pay to 0345 1112223.", "Order PX-7777 is yours."):
        assert guard(text, FACTS, "en", said).changes != ()


def test_packages_of_one_name_are_told_apart_by_their_service() -> None:
    namesake = replace(COURSE.packages[0], id=99, name="Gold care", price=Money(100_000, "PKR"))
    facts = replace(FACTS, orders=(), services=(CARE, replace(COURSE, packages=(namesake,))))

    assert guard("In the English course, Gold care costs 1,000.", facts, "en").changes == ()
    assert guard("In Social media care, Gold care costs 1,000.", facts, "en").changes != ()
    assert guard("Gold care costs 1,000.", facts, "en").changes != ()


def test_prices_with_decimals_are_read_as_the_language_writes_them() -> None:
    facts = replace(NOTHING_ORDERED, services=(replace(CARE, packages=(replace(GOLD, price=Money(123_450, "USD")),)),))

    assert guard("Gold care costs USD 1,234.50.", facts, "en").changes == ()
    assert guard("Gold care cuesta 1.234,50 dólares.", facts, "es").changes == ()
    assert guard("Gold care costs 1,234.05 dollars.", facts, "en").changes != ()
    assert guard("Gold care costs 1,234.50 euros.", facts, "en").changes != ()


def test_a_small_price_is_judged_when_it_is_shown_to_be_one() -> None:
    facts = replace(NOTHING_ORDERED, services=(replace(CARE, packages=(replace(GOLD, price=Money(2_500, "USD")),)),))

    assert guard("Gold care costs $25.", facts, "en").changes == ()
    for text in ("Gold care costs $24.", "Gold care: 24", "The price is 20 dollars.", "Gold care costs $12.50."):
        assert guard(text, facts, "en").changes != ()


def test_an_order_of_what_is_not_sold_any_more_keeps_its_price() -> None:
    old = replace(CHECKED, package_name="Bronze pack", total=Money(1_000_000, "PKR"), quantity=2)
    facts = replace(FACTS, orders=(old,))

    assert guard("Your order PX-1042 for Bronze pack is 10,000 rupees.", facts, "en").changes == ()
    assert guard("Your order PX-1042 for Bronze pack is 12,000 rupees.", facts, "en").changes != ()


def test_a_price_is_no_date() -> None:
    for text in ("Gold care at 15,000 may suit you.", "Gold care for 2000 in total.", "You get Gold care in 2026."):
        assert guard(text, FACTS, "en").changes != ()


@pytest.mark.parametrize(
    ("time", "is_true"),
    [
        ("one month", True),
        ("30 days", True),
        ("four weeks", True),
        ("a month", True),
        ("31 days", False),
        ("two months", False),
        ("a week", False),
        ("half a month", False),
    ],
)
def test_a_price_is_that_of_the_time_the_package_lasts(time: str, is_true: bool) -> None:
    assert (guard(f"Gold care is 35,000 for {time}.", FACTS, "en").changes == ()) is is_true


def test_a_year_is_twelve_months() -> None:
    for count, unit in ((12, DurationUnit.MONTH), (1, DurationUnit.YEAR)):
        package = replace(GOLD, duration_count=count, duration_unit=unit)
        facts = replace(NOTHING_ORDERED, services=(replace(CARE, packages=(package,)),))

        assert guard("Gold care is 35,000 a year.", facts, "en").changes == ()
        assert guard("Gold care is 35,000 for twelve months.", facts, "en").changes == ()
        assert guard("Gold care is 35,000 a month.", facts, "en").changes != ()


def test_twice_the_price_is_for_twice_the_time() -> None:
    assert guard("2 × Gold care for two months is PKR 70,000.", FACTS, "en").changes == ()
    assert guard("2 × Gold care for three months is PKR 70,000.", FACTS, "en").changes != ()


def test_nothing_is_due_when_the_order_is_paid() -> None:
    paid = replace(FACTS, orders=(replace(CHECKED, status=OrderStatus.PAID),))
    assert guard("No payment is needed for PX-1042.", paid, "en").changes == ()
    assert guard("Nothing more to pay for PX-1042.", FACTS, "en").changes == ()
    assert guard("No payment is needed for PX-1042.", FACTS, "en").changes != ()
    assert guard("Nothing to pay for Platinum care.", paid, "en").changes != ()


def test_a_comparison_is_true_if_the_prices_bear_it_out() -> None:
    for text in ("Silver care is cheaper than Gold care.", "The cheapest of Social media care is Silver care."):
        assert guard(text, FACTS, "en").changes == ()
    for text in ("Gold care is cheaper than Silver care.", "Our cheapest one is Gold care."):
        assert guard(text, FACTS, "en").changes != ()


def test_a_difference_is_that_of_two_prices_that_were_named() -> None:
    both = "You know Silver care and Gold care. "
    assert guard(both + "The difference is 20,000.", FACTS, "en").changes == ()
    assert guard(both + "The difference is 10,000.", FACTS, "en").changes != ()
    assert guard("The difference is 20,000.", FACTS, "en").changes != ()


def test_an_order_may_be_in_the_name_of_the_customer_but_no_account() -> None:
    assert guard("The order is in the name of Sara.", FACTS, "en").changes == ()
    assert guard("The account is in the name of Sara.", FACTS, "en").changes != ()
    assert guard("The order is in the name of Bilal.", FACTS, "en").changes != ()


def test_nothing_hidden_gets_a_claim_through() -> None:
    for text in (
        "Gold care costs 5\u200b00 rupees.",
        "Gold care costs ５００ rupees.",
        "See https://pay\u200b.example.com/now",
        "Pay to 0 3 0 0 0 0 0 0 0 0 9 please.",
        "Gold care costs\n500",
        "GOLD CARE COSTS RS.500",
    ):
        assert guard(text, FACTS, "en").changes != ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_itself_says_of_the_facts_passes(language: str) -> None:
    texts = [
        *(replies.package_entry(language, package) for package in (SILVER, GOLD, PLATINUM)),
        *(replies.service_entry(language, service) for service in FACTS.services),
        replies.package_details(language, GOLD, CARE),
        replies.order_list(language, FACTS.orders),
        replies.cancel_ask(language, CHECKED),
    ]

    assert [guard(text, FACTS, language).changes for text in texts] == [()] * len(texts)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece",
    ["a@", "a.", "1 ", "1,", "(", "\n", "x", "0300 0000001 ", "order paid ", "one hundred thousand and ", "PX-"],
)
def test_no_text_holds_it_up(piece: str) -> None:
    text = (piece * 4000)[:4000]

    assert guard(text, FACTS, "en", [text]).text is not None


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_it(text: str, language: str) -> None:
    assert guard(text, FACTS, language, [text]).text is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_text_stays_empty(language: str) -> None:
    assert guard("", FACTS, language).text == ""
