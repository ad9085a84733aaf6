"""How customers pay: the methods of the shop, told to them word for word."""

from dataclasses import dataclass
from typing import Any

from core import audit
from core.account_numbers import NumberMask
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from core.events.event_types import PaymentConfigChanged
from core.money import exponent
from core.notices import Notices
from core.reordering import reorder
from core.texts import clean
from models.notices import NoticeKind
from models.orders import ActorKind
from models.payments import PaymentConfig, PaymentMethod

# Who is paid, and where: the audit log says that they changed, never what they were.
PAYEE_FIELDS = frozenset({"payee_name", "account_number"})


# What customers read of whom to pay; a number of somebody else could stand in any of them.
TOLD_FIELDS = frozenset({"label", "payee_name", "account_number", "bank_name", "instructions"})


class PasswordRequiredError(InvalidInputError):
    code = "PASSWORD_REQUIRED"

    def __init__(self) -> None:
        super().__init__("Give your password again: this changes whom customers pay.", field="password")


class PaymentMethodNotFoundError(NotFoundError):
    code = "PAYMENT_METHOD_NOT_FOUND"


class LastPaymentMethodError(ConflictError):
    """`details`: the `currency`, and how many `open_orders` in it nobody would be told how to pay."""

    code = "LAST_PAYMENT_METHOD"


@dataclass(frozen=True, slots=True)
class PaymentMethodChanges:
    """What is None stays as it is."""

    method: PaymentMethod | None = None
    label: str | None = None
    currency: str | None = None
    payee_name: str | None = None
    account_number: str | None = None
    bank_name: str | None = None
    instructions: str | None = None
    position: int | None = None
    is_active: bool | None = None


_LONGEST: dict[str, int] = {
    "label": 80,
    "payee_name": 120,
    "account_number": 64,
    "bank_name": 80,
    "instructions": 2_000,
}
# Nobody has accepted a payment for them yet.
_OPEN = """
select count(*) as amount from orders where status in ('PENDING', 'PAYMENT_SUBMITTED', 'REJECTED') and currency = $1
"""
_REQUIRED = ("method", "label", "currency", "payee_name", "account_number")


class Payments:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def methods(self, currency: str) -> list[PaymentConfig]:
        """The active ones of that currency, in the order in which customers see them."""
        return await PaymentConfig.filter(is_active=True, currency=currency).order_by("position", "id")

    async def number_mask(self) -> NumberMask:
        """Of all ways to pay as they are now, also of those that customers are not told of."""
        return NumberMask(row.account_number for row in await PaymentConfig.all().only("id", "account_number"))

    async def create_method(
        self, changes: PaymentMethodChanges, actor: Actor, *, is_proven: bool = False
    ) -> PaymentConfig:
        """Needs the password as a changed payee does: see `update_method`."""
        async with self._database.unit_of_work() as work:
            values = _judged(changes)
            for field in _REQUIRED:
                if field not in values:
                    raise InvalidInputError("A payment method needs this.", field=_spoken(field))
            _demand_proof(actor, is_proven=is_proven)
            row = await PaymentConfig.create(**values, created_at=work.now)
            await self._record(work, actor, "payment_method.create", row, {}, values)
            await _tell_staff(work, row, actor)
            return row

    async def update_method(
        self, method_id: int, changes: PaymentMethodChanges, actor: Actor, *, is_proven: bool = False
    ) -> PaymentConfig:
        """`is_proven`: the person who changes it has given their password again just now.

        Raises PasswordRequiredError without that, and ForbiddenError for a program, when customers would be told
        something else of whom to pay.
        """
        async with self._database.unit_of_work() as work:
            row = await PaymentConfig.filter(id=method_id).select_for_update().first()
            if row is None:
                raise PaymentMethodNotFoundError("There is no such payment method.", field="id")
            values = _judged(changes)
            before = {field: getattr(row, field) for field in values}
            is_payee_changed = any(before[field] != values[field] for field in TOLD_FIELDS & values.keys())
            if is_payee_changed:
                _demand_proof(actor, is_proven=is_proven)
            row.update_from_dict(values)
            await row.save()
            await self._record(work, actor, "payment_method.update", row, before, values)
            if is_payee_changed:
                await _tell_staff(work, row, actor)
            return row

    async def delete_method(
        self, method_id: int, actor: Actor, *, confirm: bool = False, is_proven: bool = False
    ) -> PaymentConfig:
        """As it was. Needs the password as a changed payee does: see `update_method`.

        Raises LastPaymentMethodError unless `confirm`, when open orders would be left without any way to pay.
        """
        async with self._database.unit_of_work() as work:
            # All of them: of two deleted at the same moment, the second knows of the first.
            rows = {row.id: row for row in await PaymentConfig.all().order_by("id").select_for_update()}
            row = rows.pop(method_id, None)
            if row is None:
                raise PaymentMethodNotFoundError("There is no such payment method.", field="id")
            _demand_proof(actor, is_proven=is_proven)
            others = [other for other in rows.values() if other.is_active and other.currency == row.currency]
            if row.is_active and not others and not confirm:
                await _judge_last(work, row.currency)
            await row.delete()
            before = {field: getattr(row, field) for field in ("method", "label", "currency", "is_active")}
            await self._record(work, actor, "payment_method.delete", row, before, {})
            await _tell_staff(work, row, actor, label=row.label)
            return row

    async def reorder_methods(self, method_ids: list[int], actor: Actor) -> list[int]:
        """Puts all of them into this order. Raises ListDiffersError when these are not all and no others."""
        async with self._database.unit_of_work() as work:
            known = [row["id"] for row in await work.fetch("select id from payment_configs order by id for update")]
            await reorder(
                work,
                actor,
                "payment_method.reorder",
                "payment_configs",
                method_ids,
                known=known,
                field="payment_method_ids",
            )
            for method_id in method_ids:
                work.append(PaymentConfigChanged(method_id))
            return method_ids

    async def _record(
        self,
        work: UnitOfWork,
        actor: Actor,
        action: str,
        row: PaymentConfig,
        before: dict[str, Any],
        after: dict[str, Any],
    ) -> None:
        await audit.record(
            work, actor, action, "payment_configs", row.id, before=_without_payee(before), after=_without_payee(after)
        )
        work.append(PaymentConfigChanged(row.id))


def _demand_proof(actor: Actor, *, is_proven: bool) -> None:
    """Whoever holds a stolen session or key must not redirect the shop's money."""
    if actor.kind is ActorKind.API_KEY:
        raise ForbiddenError("No API key may change whom customers pay; a person does it, with their password.")
    if actor.kind is ActorKind.STAFF and not is_proven:
        raise PasswordRequiredError


async def _judge_last(work: UnitOfWork, currency: str) -> None:
    open_orders = (await work.fetch(_OPEN, currency))[0]["amount"]
    if open_orders:
        raise LastPaymentMethodError(
            "It is the last way to pay in its currency; confirm that it is to be deleted.",
            currency=currency,
            open_orders=open_orders,
        )


async def _tell_staff(work: UnitOfWork, row: PaymentConfig, actor: Actor, **more: str) -> None:
    if actor.kind is not ActorKind.PROGRAM:
        key = f"payee:{row.id}:{work.now.isoformat()}"
        detail = {"staff_id": actor.staff_id, **more}
        await Notices.raise_once(work, NoticeKind.PAYEE_CHANGED, "payment_configs", row.id, key, detail)


def _judged(changes: PaymentMethodChanges) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in PaymentMethodChanges.__dataclass_fields__:
        value = getattr(changes, field)
        if value is None:
            continue
        if field in _LONGEST:
            value = clean(value, _LONGEST[field] + 1).strip()
            if len(value) > _LONGEST[field] or (field in _REQUIRED and not value):
                raise InvalidInputError(f"It has 1 to {_LONGEST[field]} characters.", field=_spoken(field))
        elif field == "currency":
            exponent(value)
        values[field] = value
    return values


def _without_payee(values: dict[str, Any]) -> dict[str, Any]:
    return {field: "changed" if field in PAYEE_FIELDS else value for field, value in values.items()}


def _spoken(field: str) -> str:
    head, *rest = field.split("_")
    return head + "".join(word.title() for word in rest)
