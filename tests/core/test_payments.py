"""Payment methods: which ones customers are told of, and how staff change them."""

import asyncio

import pytest
from tortoise.connection import get_connection

from core import clock
from core.audit import Actor
from core.database import CONNECTION, Database
from core.errors import ForbiddenError, InvalidInputError
from core.events import log
from core.money import UnknownCurrencyError
from core.payments import (
    LastPaymentMethodError,
    PasswordRequiredError,
    PaymentMethodChanges,
    PaymentMethodNotFoundError,
    Payments,
)
from core.reordering import ListDiffersError
from models.audit import AuditLog
from models.notices import Notice, NoticeKind
from models.orders import ActorKind, Order, OrderStatus
from models.payments import PaymentConfig, PaymentMethod
from tests.graph.rows import make_account, make_conversation, make_customer, make_order, make_package, make_service

OWNER = Actor(ActorKind.STAFF, staff_id=1)
KEY = Actor(ActorKind.API_KEY)
SETTLED = (OrderStatus.PAID, OrderStatus.COMPLETED, OrderStatus.REFUNDED, OrderStatus.CANCELLED)


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


async def _an_order(status: OrderStatus, currency: str = "PKR") -> None:
    number = await Order.all().count() + 1
    conversation = await make_conversation(await make_customer(await make_account(f"Number {number}"), number))
    package = await make_package(await make_service(f"Service {number}"))
    order = await make_order(conversation, package, status=OrderStatus.PENDING)
    paid_at = clock.now() if status in SETTLED[:-1] else None
    await Order.filter(id=order.id).update(status=status, currency=currency, paid_at=paid_at)


async def test_a_deleted_method_is_told_to_nobody_and_the_staff_hear_which_it_was(database: Database) -> None:
    await _method("kept")
    await _method("gone")
    gone = await PaymentConfig.get(label="gone")
    start = await log.head(get_connection(CONNECTION))

    await Payments(database).delete_method(gone.id, OWNER, is_proven=True)

    assert [method.label for method in await Payments(database).methods("PKR")] == ["kept"]
    row = await AuditLog.get()
    assert (row.action, row.subject, row.subject_id, row.after) == (
        "payment_method.delete",
        "payment_configs",
        gone.id,
        {},
    )
    assert row.before == {"method": "EASYPAISA", "label": "gone", "currency": "PKR", "is_active": True}
    events = await log.read(get_connection(CONNECTION), start)
    assert [(event.type, event.payload.get("payment_config_id")) for event in events] == [
        ("payment_config.changed", gone.id),
        ("notice.raised", None),
    ]
    notice = await Notice.get()
    assert (notice.kind, notice.subject_id) == (NoticeKind.PAYEE_CHANGED, gone.id)
    assert notice.detail == {"staff_id": OWNER.staff_id, "label": "gone"}


async def test_nobody_deletes_a_method_without_a_password_and_no_program_does(database: Database) -> None:
    await _method("EasyPaisa")
    [method] = await PaymentConfig.all()
    payments = Payments(database)

    with pytest.raises(PasswordRequiredError):
        await payments.delete_method(method.id, OWNER, confirm=True)
    with pytest.raises(ForbiddenError):
        await payments.delete_method(method.id, KEY, confirm=True, is_proven=True)
    with pytest.raises(PaymentMethodNotFoundError):
        await payments.delete_method(method.id + 1, OWNER, confirm=True, is_proven=True)

    assert await PaymentConfig.all().count() == 1
    assert await AuditLog.all().count() == await Notice.all().count() == 0


async def test_the_last_method_of_open_orders_is_deleted_only_when_that_is_confirmed(database: Database) -> None:
    await _method("for dollars", currency="USD")
    await _method("switched off", is_active=False)
    await _method("the last")
    last = await PaymentConfig.get(label="the last")
    for status in (OrderStatus.PENDING, OrderStatus.REJECTED, OrderStatus.PAID, OrderStatus.CANCELLED):
        await _an_order(status)
    await _an_order(OrderStatus.PENDING, "USD")
    payments = Payments(database)

    with pytest.raises(LastPaymentMethodError) as asked:
        await payments.delete_method(last.id, OWNER, is_proven=True)
    assert asked.value.details == {"currency": "PKR", "open_orders": 2}
    assert await PaymentConfig.filter(id=last.id).exists()

    await payments.delete_method(last.id, OWNER, confirm=True, is_proven=True)
    assert await payments.methods("PKR") == []


@pytest.mark.parametrize(
    "status", [OrderStatus.PAID, OrderStatus.COMPLETED, OrderStatus.REFUNDED, OrderStatus.CANCELLED]
)
async def test_the_last_method_of_orders_that_are_settled_needs_no_confirmation(
    database: Database, status: OrderStatus
) -> None:
    await _method("the last")
    await _an_order(status)
    [last] = await PaymentConfig.all()

    await Payments(database).delete_method(last.id, OWNER, is_proven=True)

    assert await PaymentConfig.all().count() == 0


async def test_a_method_that_nobody_is_told_of_needs_no_confirmation(database: Database) -> None:
    await _method("switched off", is_active=False)
    await _an_order(OrderStatus.PENDING)
    [method] = await PaymentConfig.all()

    await Payments(database).delete_method(method.id, OWNER, is_proven=True)

    assert await PaymentConfig.all().count() == 0


async def test_of_two_that_delete_the_last_two_at_once_one_is_asked(database: Database) -> None:
    await _method("one")
    await _method("other")
    await _an_order(OrderStatus.PENDING)
    payments = Payments(database)

    answers = await asyncio.gather(
        *[payments.delete_method(row.id, OWNER, is_proven=True) for row in await PaymentConfig.all()],
        return_exceptions=True,
    )

    assert {type(answer) for answer in answers} == {PaymentConfig, LastPaymentMethodError}
    assert await PaymentConfig.all().count() == 1


async def test_methods_are_put_into_another_order_without_a_password(database: Database) -> None:
    await _method("first", position=5)
    await _method("second", position=5)
    await _method("in dollars", currency="USD", position=9)
    first, second, dollars = [row.id for row in await PaymentConfig.all().order_by("id")]
    payments = Payments(database)
    start = await log.head(get_connection(CONNECTION))

    await payments.reorder_methods([second, dollars, first], KEY)

    assert await PaymentConfig.all().order_by("position").values_list("id", "position") == [
        (second, 1),
        (dollars, 2),
        (first, 3),
    ]
    row = await AuditLog.get()
    assert (row.action, row.subject) == ("payment_method.reorder", "payment_configs")
    assert (row.before, row.after) == ({"ids": [first, second, dollars]}, {"ids": [second, dollars, first]})
    events = await log.read(get_connection(CONNECTION), start)
    assert [event.payload for event in events] == [{"payment_config_id": key} for key in (second, dollars, first)]
    assert await Notice.all().count() == 0


async def test_an_order_of_some_or_of_others_changes_nothing(database: Database) -> None:
    await _method("first", position=1)
    await _method("second", position=2)
    first, second = [row.id for row in await PaymentConfig.all().order_by("id")]
    payments = Payments(database)

    with pytest.raises(ListDiffersError) as differs:
        await payments.reorder_methods([second, 999], OWNER)
    with pytest.raises(InvalidInputError, match="once"):
        await payments.reorder_methods([second, first, second], OWNER)

    assert differs.value.details == {"missing": [first], "unknown": [999]}
    assert [method.id for method in await payments.methods("PKR")] == [first, second]
    assert await AuditLog.all().count() == 0
