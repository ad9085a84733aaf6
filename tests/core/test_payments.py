"""Payment methods: which ones customers are told of, and how staff change them."""

import pytest
from tortoise.connection import get_connection

from core.audit import Actor
from core.database import CONNECTION, Database
from core.errors import ForbiddenError, InvalidInputError
from core.events import log
from core.money import UnknownCurrencyError
from core.payments import PasswordRequiredError, PaymentMethodChanges, PaymentMethodNotFoundError, Payments
from models.audit import AuditLog
from models.notices import Notice, NoticeKind
from models.orders import ActorKind
from models.payments import PaymentConfig, PaymentMethod

OWNER = Actor(ActorKind.STAFF, staff_id=1)
KEY = Actor(ActorKind.API_KEY)


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


async def test_a_payee_that_changed_is_noted_without_saying_who(database: Database) -> None:
    payments = Payments(database)
    wanted = PaymentMethodChanges(
        method=PaymentMethod.JAZZCASH,
        label="JazzCash",
        currency="PKR",
        payee_name="Parley Shop",
        account_number=" 0300\x00 1234567 ",
    )
    start = await log.head(get_connection(CONNECTION))

    made = await payments.create_method(wanted, OWNER, is_proven=True)
    changed = PaymentMethodChanges(account_number="0311 7654321", position=4)
    await payments.update_method(made.id, changed, OWNER, is_proven=True)

    kept = await PaymentConfig.get(id=made.id)
    assert (made.account_number, kept.account_number, kept.position) == ("0300 1234567", "0311 7654321", 4)
    rows = await AuditLog.filter(subject="payment_configs", subject_id=made.id).order_by("id")
    assert [row.action for row in rows] == ["payment_method.create", "payment_method.update"]
    assert rows[1].after == {"account_number": "changed", "position": 4}
    assert "7654321" not in str([(row.before, row.after) for row in rows])
    events = await log.read(get_connection(CONNECTION), start)
    assert [event.type for event in events] == ["payment_config.changed", "notice.raised"] * 2
    assert [event.payload for event in events[::2]] == [{"payment_config_id": made.id}] * 2
    notices = await Notice.all()
    assert [(row.kind, row.subject_id, row.detail) for row in notices] == [
        (NoticeKind.PAYEE_CHANGED, made.id, {"staff_id": OWNER.staff_id})
    ] * 2


@pytest.mark.parametrize(
    ("changes", "error", "field"),
    [
        (PaymentMethodChanges(label=" "), InvalidInputError, "label"),
        (PaymentMethodChanges(payee_name="x" * 121), InvalidInputError, "payeeName"),
        (PaymentMethodChanges(account_number=""), InvalidInputError, "accountNumber"),
        (PaymentMethodChanges(currency="XXX"), UnknownCurrencyError, "currency"),
    ],
)
async def test_what_customers_could_not_use_is_refused(
    database: Database, changes: PaymentMethodChanges, error: type[InvalidInputError], field: str
) -> None:
    await _method("EasyPaisa")
    [before] = await PaymentConfig.all().values()

    with pytest.raises(error) as caught:
        await Payments(database).update_method(before["id"], changes, OWNER)

    assert caught.value.field == field
    assert await PaymentConfig.all().values() == [before]
    assert await AuditLog.all().count() == 0


async def test_a_method_that_does_not_exist_is_said_to_be_unknown(database: Database) -> None:
    with pytest.raises(PaymentMethodNotFoundError):
        await Payments(database).update_method(7, PaymentMethodChanges(label="x"), OWNER)


@pytest.mark.parametrize(
    "changes",
    [
        PaymentMethodChanges(label="Somebody else 0300 7654321"),
        PaymentMethodChanges(payee_name="Somebody else"),
        PaymentMethodChanges(account_number="0300 7654321"),
        PaymentMethodChanges(bank_name="Another bank"),
        PaymentMethodChanges(instructions="Pay to 0300 7654321"),
    ],
)
async def test_nobody_says_whom_to_pay_without_a_password_and_no_program_does(
    database: Database, changes: PaymentMethodChanges
) -> None:
    await _method("EasyPaisa")
    [before] = await PaymentConfig.all().values()
    payments = Payments(database)

    with pytest.raises(PasswordRequiredError) as asked:
        await payments.update_method(before["id"], changes, OWNER)
    with pytest.raises(ForbiddenError):
        await payments.update_method(before["id"], changes, KEY, is_proven=True)

    assert asked.value.field == "password"
    assert await PaymentConfig.all().values() == [before]
    assert await Notice.all().count() == 0


async def test_a_new_method_is_a_new_payee(database: Database) -> None:
    payments = Payments(database)
    wanted = PaymentMethodChanges(
        method=PaymentMethod.OTHER, label="Cash", currency="PKR", payee_name="Shop", account_number="-"
    )

    with pytest.raises(PasswordRequiredError):
        await payments.create_method(wanted, OWNER)
    with pytest.raises(ForbiddenError):
        await payments.create_method(wanted, KEY)

    assert await PaymentConfig.all().count() == 0


async def test_what_changes_no_payee_takes_no_password(database: Database) -> None:
    await _method("EasyPaisa")
    [before] = await PaymentConfig.all()
    same = PaymentMethodChanges(payee_name=before.payee_name, position=9, is_active=False)

    await Payments(database).update_method(before.id, same, KEY)

    assert (await PaymentConfig.get(id=before.id)).position == 9
    assert await Notice.all().count() == 0
