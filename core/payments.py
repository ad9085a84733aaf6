"""How customers pay: the methods of the shop, told to them word for word."""

from dataclasses import dataclass
from typing import Any

from core import audit
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError, NotFoundError
from core.events.event_types import PaymentConfigChanged
from core.money import exponent
from core.texts import clean
from models.payments import PaymentConfig, PaymentMethod

# Who is paid, and where: the audit log says that they changed, never what they were.
PAYEE_FIELDS = frozenset({"payee_name", "account_number"})


class PaymentMethodNotFoundError(NotFoundError):
    code = "PAYMENT_METHOD_NOT_FOUND"


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
_REQUIRED = ("method", "label", "currency", "payee_name", "account_number")


class Payments:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def methods(self, currency: str) -> list[PaymentConfig]:
        """The active ones of that currency, in the order in which customers see them."""
        return await PaymentConfig.filter(is_active=True, currency=currency).order_by("position", "id")

    async def create_method(self, changes: PaymentMethodChanges, actor: Actor) -> PaymentConfig:
        async with self._database.unit_of_work() as work:
            values = _judged(changes)
            for field in _REQUIRED:
                if field not in values:
                    raise InvalidInputError("A payment method needs this.", field=_spoken(field))
            row = await PaymentConfig.create(**values, created_at=work.now)
            await self._record(work, actor, "payment_method.create", row, {}, values)
            return row

    async def update_method(self, method_id: int, changes: PaymentMethodChanges, actor: Actor) -> PaymentConfig:
        async with self._database.unit_of_work() as work:
            row = await PaymentConfig.filter(id=method_id).select_for_update().first()
            if row is None:
                raise PaymentMethodNotFoundError("There is no such payment method.", field="id")
            values = _judged(changes)
            before = {field: getattr(row, field) for field in values}
            row.update_from_dict(values)
            await row.save()
            await self._record(work, actor, "payment_method.update", row, before, values)
            return row

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
