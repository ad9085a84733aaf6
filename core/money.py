"""Amounts of money: whole minor units and an ISO 4217 currency, never a float."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel.numbers import format_currency
from iso4217 import Currency

from core.errors import InvalidInputError

# The largest amount in minor units that a bigint column and JavaScript's safe integers both hold.
LARGEST_AMOUNT = 2**53 - 1


class UnknownCurrencyError(InvalidInputError):
    code = "UNKNOWN_CURRENCY"


class CurrencyMismatchError(InvalidInputError):
    code = "CURRENCY_MISMATCH"


@cache
def exponent(currency: str) -> int:
    """Decimal places of the currency by ISO 4217; Babel's CLDR data differs for 13 currencies."""
    try:
        places = Currency(currency).exponent
    except ValueError as error:
        raise UnknownCurrencyError(f"“{currency}” is no ISO 4217 currency code.", field="currency") from error
    if places is None:
        raise UnknownCurrencyError(f"“{currency}” is not used for payments.", field="currency")
    return int(places)


@dataclass(frozen=True, slots=True, order=False)
class Money:
    amount: int  # minor units
    currency: str

    @classmethod
    def from_major(cls, amount: Decimal, currency: str, *, field: str = "amount") -> "Money":
        """Raises InvalidInputError for more decimal places than the currency has, or an amount out of range."""
        places = exponent(currency)
        if not amount.is_finite():
            raise InvalidInputError("The amount must be a number.", field=field)
        minor = amount.scaleb(places)
        if minor != minor.to_integral_value():
            raise InvalidInputError(f"{currency} has {places} decimal places.", field=field)
        if abs(minor) > LARGEST_AMOUNT:
            raise InvalidInputError("The amount is too large.", field=field)
        return cls(int(minor), currency)

    def to_major(self) -> Decimal:
        return Decimal(self.amount).scaleb(-exponent(self.currency))

    def times(self, quantity: int) -> "Money":
        total = self.amount * quantity
        if abs(total) > LARGEST_AMOUNT:
            raise InvalidInputError("The total is too large.", field="quantity")
        return Money(total, self.currency)

    def plus(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise CurrencyMismatchError(f"{other.currency} cannot be added to {self.currency}.", field="currency")
        return Money(self.amount + other.amount, self.currency)

    def text(self, locale: str) -> str:
        """As people of that locale write it, with Latin digits, e.g. "PKR 25,000"; whole amounts drop the decimals."""
        places = exponent(self.currency)
        major = self.to_major()
        decimals = "" if major == major.to_integral_value() else "." + "0" * places
        number = format_currency(
            major,
            self.currency,
            f"#,##0{decimals}",
            locale=locale,
            currency_digits=False,
            numbering_system="latn",
        )
        return f"{self.currency} {number}"
