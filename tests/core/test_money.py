"""Whole minor units; currencies with no, two and three decimal places."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InvalidInputError
from core.money import LARGEST_AMOUNT, CurrencyMismatchError, Money, UnknownCurrencyError


@pytest.mark.parametrize(
    ("major", "currency", "minor", "text"),
    [
        ("25000", "PKR", 2_500_000, "PKR 25,000"),
        ("99.5", "PKR", 9_950, "PKR 99.50"),
        ("1200", "JPY", 1200, "JPY 1,200"),
        ("1.005", "KWD", 1005, "KWD 1.005"),
    ],
)
def test_amounts_convert_exactly(major: str, currency: str, minor: int, text: str) -> None:
    money = Money.from_major(Decimal(major), currency)

    assert money == Money(minor, currency)
    assert money.to_major() == Decimal(major)
    assert money.text("en") == text


@pytest.mark.parametrize(
    ("major", "currency"), [("1.005", "PKR"), ("1.5", "JPY"), ("NaN", "PKR"), ("Infinity", "PKR"), ("1e40", "PKR")]
)
def test_an_amount_that_the_currency_cannot_hold_is_refused(major: str, currency: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        Money.from_major(Decimal(major), currency)
    assert caught.value.field == "amount"


@pytest.mark.parametrize("currency", ["", "pkr", "XXQ", "XAU", "₨"])
def test_what_is_no_currency_to_pay_in_is_refused(currency: str) -> None:
    with pytest.raises(UnknownCurrencyError):
        Money.from_major(Decimal(1), currency)


def test_currencies_are_never_added_to_each_other() -> None:
    with pytest.raises(CurrencyMismatchError):
        Money(1, "PKR").plus(Money(1, "USD"))


def test_a_total_that_no_longer_fits_is_refused() -> None:
    with pytest.raises(InvalidInputError) as caught:
        Money(LARGEST_AMOUNT, "PKR").times(2)
    assert caught.value.field == "quantity"


@given(st.integers(-LARGEST_AMOUNT, LARGEST_AMOUNT), st.sampled_from(["PKR", "JPY", "KWD", "USD"]))
def test_major_and_back_is_the_same_amount(amount: int, currency: str) -> None:
    assert Money.from_major(Money(amount, currency).to_major(), currency) == Money(amount, currency)
