"""Payment methods: which ones customers are told of."""

from core.database import Database
from core.payments import Payments
from models.payments import PaymentConfig, PaymentMethod


async def _method(label: str, *, currency: str = "PKR", position: int = 0, is_active: bool = True) -> None:
    await PaymentConfig.create(
        method=PaymentMethod.EASYPAISA,
        label=label,
        currency=currency,
        payee_name="Parley Shop",
        account_number="0300 1234567",
        position=position,
        is_active=is_active,
    )


async def test_customers_are_told_the_active_methods_of_their_currency_in_order(database: Database) -> None:
    await _method("second", position=2)
    await _method("first", position=1)
    await _method("second as well", position=2)
    await _method("switched off", is_active=False)
    await _method("for dollars", currency="USD")

    payments = Payments(database)

    assert [method.label for method in await payments.methods("PKR")] == ["first", "second", "second as well"]
    assert await payments.methods("KWD") == []
