"""WhatsApp numbers as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Self

import strawberry

from core import clock
from core.listing import Sorting
from core.permissions import Permission
from graph.filters import SortDirection, among, contains, is_, sorting
from graph.mutations import Asked
from graph.nodes import Node
from graph.pagination import Connection, Slice, connect
from graph.permissions import field
from graph.scalars import described
from models import accounts as tables
from models.accounts import AccountKind, AccountStatus

described(
    AccountKind,
    "What stands behind a number.",
    WHATSAPP="WhatsApp itself.",
    SIMULATOR="The simulated network: the same pipeline, no phone, and its orders stay out of the reports.",
)
described(
    AccountStatus,
    "Whether a number is linked and reachable.",
    DISCONNECTED="Not connected; `statusReason` says why, if there is a reason.",
    CONNECTING="About to connect, or waiting for the QR code to be scanned.",
    CONNECTED="It sends and receives.",
    BANNED="WhatsApp banned it; with `bannedUntil` for a while, without for good.",
)


@strawberry.type(description="A QR code that links a phone; it is replaced by another when it expires.")
class QrPayload:
    code: str = strawberry.field(description="What the picture says.")
    expires_at: datetime = strawberry.field(description="Until when it can be scanned.")


@strawberry.type(description="A WhatsApp number of the shop.")
class WhatsappAccount(Node, may=Permission.ACCOUNTS_READ, table=tables.WhatsappAccount):
    name: str = strawberry.field(description="What the shop calls it.")
    kind: AccountKind = strawberry.field(description="What stands behind it.")
    is_simulated: bool = strawberry.field(description="Whether it belongs to the simulated network.")
    phone: str | None = strawberry.field(description="Its number; null until it was linked.")
    status: AccountStatus = strawberry.field(description="Whether it is reachable.")
    status_reason: str | None = strawberry.field(description="A short word for why, e.g. `logged_out`.")
    status_changed_at: datetime = strawberry.field(description="Since when it is so.")
    banned_until: datetime | None = strawberry.field(description="The end of a temporary ban.")
    should_connect: bool = strawberry.field(description="Whether staff want it connected; the program works on it.")
    last_event_at: datetime | None = strawberry.field(description="When WhatsApp was heard of it last.")
    created_at: datetime = strawberry.field(description="When it was made.")
    qr_shown: strawberry.Private[QrPayload | None]

    @classmethod
    def from_row(cls, row: tables.WhatsappAccount) -> Self:
        return cls(
            id=cls.id_of(row.id),
            name=row.name,
            kind=row.kind,
            is_simulated=row.kind is AccountKind.SIMULATOR,
            phone=row.phone,
            status=row.status,
            status_reason=row.status_reason,
            status_changed_at=row.status_changed_at,
            banned_until=row.banned_until,
            should_connect=row.should_connect,
            last_event_at=row.last_event_at,
            created_at=row.created_at,
            qr_shown=_qr(row),
        )

    @field(may=Permission.ACCOUNTS_WRITE, description="The QR code to scan now, if it waits for a phone.")
    async def qr(self) -> QrPayload | None:
        return self.qr_shown


def _qr(row: tables.WhatsappAccount) -> QrPayload | None:
    if row.qr_code is None or row.qr_expires_at is None or row.qr_expires_at <= clock.now():
        return None
    return QrPayload(code=row.qr_code, expires_at=row.qr_expires_at)


class WhatsappAccountSortField(StrEnum):
    NAME = "name"
    CREATED_AT = "created_at"
    STATUS_CHANGED_AT = "status_changed_at"


described(
    WhatsappAccountSortField,
    "What numbers can be ordered by.",
    NAME="Their name.",
    CREATED_AT="When they were made.",
    STATUS_CHANGED_AT="Since when they have their status.",
)


@strawberry.input(description="An order of numbers.")
class WhatsappAccountSort:
    field: WhatsappAccountSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which statuses of numbers.")
class AccountStatusFilter:
    in_: list[AccountStatus] | None = strawberry.field(name="in", default=None, description="One of these.")
    not_in: list[AccountStatus] | None = strawberry.field(default=None, description="None of these.")


@strawberry.input(description="Which numbers; everything that is given must hold.")
class WhatsappAccountFilter:
    status: AccountStatusFilter | None = strawberry.field(default=None, description="By their status.")
    is_simulated: bool | None = strawberry.field(default=None, description="Only simulated ones, or only real ones.")
    search: str | None = strawberry.field(default=None, description="Words of the name.")


async def accounts(
    wanted: WhatsappAccountFilter | None, order: WhatsappAccountSort | None, asked: Slice
) -> Connection[WhatsappAccount]:
    wanted = wanted or WhatsappAccountFilter()
    kind = None
    if wanted.is_simulated is not None:
        kind = AccountKind.SIMULATOR if wanted.is_simulated else AccountKind.WHATSAPP
    rows = tables.WhatsappAccount.filter(
        among("status", wanted.status), is_("kind", kind), contains(wanted.search, "name")
    )
    return await connect(WhatsappAccount, rows, sorting(order, Sorting()), asked)


@strawberry.input(description="A new number.")
class WhatsappAccountCreateInput(Asked):
    name: str = strawberry.field(description="What the shop calls it, 1 to 80 characters, no two alike.")
    kind: AccountKind = strawberry.field(default=AccountKind.SIMULATOR, description="What stands behind it.")


@strawberry.input(description="A number.")
class WhatsappAccountConnectInput(Asked):
    id: strawberry.ID = strawberry.field(description="The number.")


@strawberry.input(description="A number.")
class WhatsappAccountDisconnectInput(Asked):
    id: strawberry.ID = strawberry.field(description="The number.")


@strawberry.input(description="A number.")
class WhatsappAccountLogOutInput(Asked):
    id: strawberry.ID = strawberry.field(description="The number.")


@strawberry.type(description="A number as it is now.")
class WhatsappAccountPayload:
    account: WhatsappAccount = strawberry.field(description="The number.")


@strawberry.type(description="A number changed, or this is the first look at it.")
class WhatsappAccountChangedEvent:
    cursor: str = strawberry.field(description="The place in the log; `after` it goes on from here.")
    account: WhatsappAccount = strawberry.field(description="The number as it is now.")
