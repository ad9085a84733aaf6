"""Money in the schema: major units as a decimal, and the currency."""

from decimal import Decimal

import strawberry

from core import money
from core.errors import InvalidInputError


@strawberry.type(description="An amount of money.")
class Money:
    amount: Decimal = strawberry.field(description="In major units, e.g. “1999.50” rupees.")
    currency: str = strawberry.field(description="The currency's ISO 4217 code, e.g. PKR.")

    @classmethod
    def of(cls, amount: int, currency: str) -> "Money":
        """From minor units, as the tables hold them."""
        return cls(amount=money.Money(amount, currency).to_major(), currency=currency)


@strawberry.input(description="An amount of money.")
class MoneyInput:
    amount: Decimal = strawberry.field(description="In major units, with no more decimal places than the currency has.")
    currency: str = strawberry.field(description="The currency's ISO 4217 code, e.g. PKR.")

    def checked(self, *, field: str) -> money.Money:
        """Raises InvalidInputError that names `field.amount` or `field.currency`."""
        try:
            return money.Money.from_major(self.amount, self.currency, field="amount")
        except InvalidInputError as error:
            error.field = f"{field}.{error.field}"
            raise
