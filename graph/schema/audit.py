"""What staff and integrators did, as the API shows it."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Self

import strawberry
from strawberry.scalars import JSON

import graph.schema.orders  # noqa: F401 - it describes ActorKind
from core.errors import InvalidInputError
from core.listing import Sorting
from core.money import Money
from core.permissions import Permission
from graph import ids
from graph.filters import DateTimeFilter, SortDirection, is_, sorting, within
from graph.nodes import Info, Node
from graph.pagination import Connection, Slice, connect
from graph.permissions import field
from graph.scalars import described
from graph.schema.staff import Staff
from models import audit as tables
from models.orders import ActorKind


@strawberry.type(description="One thing that staff or an integrator did; it never changes afterwards.")
class AuditLog(Node, may=Permission.AUDIT_READ, table=tables.AuditLog):
    actor: ActorKind = strawberry.field(description="Who did it.")
    action: str = strawberry.field(description="What was done, e.g. `order.approve_payment`.")
    subject: str = strawberry.field(description="What kind of thing it was done to, e.g. `orders`.")
    subject_id: strawberry.ID | None = strawberry.field(
        description="The thing it was done to; null where such things have no id in this API."
    )
    before: JSON = strawberry.field(
        description="What was so before, with ids as everywhere in this API. Of personal fields only that they changed."
    )
    after: JSON = strawberry.field(
        description="What is so since, with ids as everywhere in this API. Of personal fields only that they changed."
    )
    api_key_id: strawberry.ID | None = strawberry.field(description="The API key by which it was done.")
    request_id: str | None = strawberry.field(description="The same in all that one request did.")
    created_at: datetime = strawberry.field(description="When.")
    staff_id: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: tables.AuditLog) -> Self:
        return cls(
            id=cls.id_of(row.id),
            actor=row.actor,
            action=row.action,
            subject=row.subject,
            subject_id=_thing(row.subject, row.subject_id),
            before=JSON(_told(row.subject, row.before)),
            after=JSON(_told(row.subject, row.after)),
            api_key_id=None if row.api_key_id is None else ids.encode("ApiKey", row.api_key_id),
            request_id=row.request_id,
            created_at=row.created_at,
            staff_id=row.staff_id,
        )

    @field(may=Permission.STAFF_READ, description="The member of staff who did it.")
    async def staff(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.staff_id)


# What holds the keys of rows in what was recorded, and what they are keys of; "": of the same kind as the subject.
_KEYS = {
    "answers_with_provider": "AiProvider",
    "assigned_to_id": "Staff",
    "conversation_id": "Conversation",
    "copy_of": "",
    "ids": "",
    "merged_customer_id": "Customer",
    "message_id": "Message",
    "note_id": "ConversationNote",
    "package_ids": "Package",
    "provider": "AiProvider",
    "run": "ScenarioRun",
    "service_id": "Service",
    "staff_id": "Staff",
    "webhook_id": "Webhook",
}


def _thing(table: str, key: int) -> strawberry.ID | None:
    kind = _kind(table)
    # 0: it was done to all of them together.
    return None if kind is None or key == 0 else ids.encode(kind, key)


def _kind(table: str) -> str | None:
    for name, kind in Node.kinds.items():
        if kind.table._meta.db_table == table:  # noqa: SLF001 - Tortoise has no public way to a table's name
            return name
    return None


def _told(table: str, recorded: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if "price_amount" in recorded and "currency" in recorded:
        amount, currency = recorded["price_amount"], recorded["currency"]
        recorded = {name: value for name, value in recorded.items() if name not in {"price_amount", "currency"}}
        told["price"] = {"amount": str(Money(amount, currency).to_major()), "currency": currency}
    for name, value in recorded.items():
        first, *rest = name.split("_")
        told[first + "".join(word.capitalize() for word in rest)] = _value(table, name, value)
    return told


def _value(table: str, name: str, value: Any) -> Any:
    if name not in _KEYS:
        return value
    kind = "OrderNote" if (table, name) == ("orders", "note_id") else _KEYS[name] or _kind(table)
    match value:
        case int():
            # A key of something that has no id in this API tells nobody anything.
            return None if kind is None else ids.encode(kind, value)
        case list():
            return [_value(table, name, each) for each in value]
        case _:
            return value


class AuditLogSortField(StrEnum):
    CREATED_AT = "created_at"


described(AuditLogSortField, "What the audit log can be ordered by.", CREATED_AT="When it was done.")


@strawberry.input(description="An order of the audit log.")
class AuditLogSort:
    field: AuditLogSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which parts of the audit log; everything that is given must hold.")
class AuditLogFilter:
    staff_id: strawberry.ID | None = strawberry.field(default=None, description="Only what this person did.")
    action: str | None = strawberry.field(default=None, description="Only this action, e.g. `order.approve_payment`.")
    subject: str | None = strawberry.field(default=None, description="Only what was done to this kind, e.g. `orders`.")
    subject_id: strawberry.ID | None = strawberry.field(default=None, description="Only what was done to this thing.")
    created_at: DateTimeFilter | None = strawberry.field(default=None, description="By when it was done.")


async def audit_logs(wanted: AuditLogFilter | None, order: AuditLogSort | None, asked: Slice) -> Connection[AuditLog]:
    wanted = wanted or AuditLogFilter()
    table, key = (None, None) if wanted.subject_id is None else _row_of(wanted.subject_id)
    rows = tables.AuditLog.filter(
        is_("staff_id", Staff.key_if(wanted.staff_id, field="filter.staff_id")),
        is_("action", wanted.action),
        is_("subject", wanted.subject),
        is_("subject", table),
        is_("subject_id", key),
        within("created_at", wanted.created_at),
    )
    return await connect(AuditLog, rows, sorting(order, Sorting(descending=True)), asked)


def _row_of(text: str) -> tuple[str, int]:
    name, key = ids.decode(text, field="filter.subject_id")
    kind = Node.kinds.get(name)
    if kind is None:
        raise InvalidInputError("This is no id of this shop.", field="filter.subject_id")
    return kind.table._meta.db_table, key  # noqa: SLF001 - as above
