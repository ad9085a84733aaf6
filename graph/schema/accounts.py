"""WhatsApp numbers as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Self

import strawberry

from core import clock
from core.account_care import AccountChanges
from core.account_care import Health as HealthFact
from core.account_reasons import ADVICE, PAIRING_FAILED, PAIRING_REFUSED, advice
from core.listing import Sorting
from core.permissions import Permission
from core.vault import Sealed
from graph.filters import SortDirection, among, contains, is_, sorting
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import Connection, Slice, connect
from graph.permissions import derived, field
from graph.scalars import described
from graph.schema.providers import AiProvider
from models import accounts as tables
from models.accounts import AccountKind, AccountStatus, AnswersWith

described(
    AccountKind,
    "What stands behind a number.",
    WHATSAPP="WhatsApp itself.",
    SIMULATOR="The simulated network: the same pipeline, no phone, and its orders stay out of the reports.",
)
described(
    AnswersWith,
    "Which assistant answers the customers of a number.",
    SHOP="The AI providers of the shop in their order, then the built-in one.",
    BUILT_IN="The built-in one alone: numbered menus and known words.",
    PROVIDER="One AI provider alone, and the built-in one when it does not answer.",
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


@strawberry.type(
    description="A code that links a phone without a camera: its owner types it there, under Linked devices, Link with "
    "phone number instead."
)
class PairingCodePayload:
    code: str = strawberry.field(description="The eight characters to type.")
    phone: str = strawberry.field(description="The phone that it was asked for, e.g. +923001234567.")
    expires_at: datetime = strawberry.field(description="Until when it can be typed.")


class PairingTrouble(StrEnum):
    REFUSED = PAIRING_REFUSED
    FAILED = PAIRING_FAILED


described(
    PairingTrouble,
    "Why there is no pairing code, though somebody asked for one.",
    REFUSED="WhatsApp gives no code for this phone, or not again so soon.",
    FAILED="WhatsApp did not answer with a code.",
)


class AccountRestriction(StrEnum):
    BANNED = "BANNED"
    REACH_OUT = "REACH_OUT"


described(
    AccountRestriction,
    "What WhatsApp does not let a number do for a while.",
    BANNED="Anything: it is banned.",
    REACH_OUT="Write to people who never wrote to it first; it still answers the others.",
)


@strawberry.type(name="WhatsappAccountStats", description="How a number is doing.")
class WhatsappAccountHealth:
    last_event_at: datetime | None = strawberry.field(description="When WhatsApp was heard of it last.")
    queue_length: int = strawberry.field(description="How many messages wait to be sent or are being sent.")
    sent_in_window: int = strawberry.field(description="How many were handed to WhatsApp in the last 60 seconds.")
    send_limit: int = strawberry.field(description="How many may be, in any 60 seconds; the others wait.")
    outreach_in_day: int = strawberry.field(
        description="How many of the last 24 hours went to people who never wrote to this number first."
    )
    outreach_limit: int = strawberry.field(
        description="How many of these may be, in any 24 hours; the others wait, and answers go on past them."
    )
    restriction: AccountRestriction | None = strawberry.field(
        description="What WhatsApp does not let it do; null when it may do everything."
    )
    restricted_until: datetime | None = strawberry.field(
        description="The end of its ban, or else of the time in which it may only answer; null: no end, or neither."
    )


@strawberry.type(description="A WhatsApp number of the shop.")
class WhatsappAccount(Node, may=Permission.ACCOUNTS_READ, table=tables.WhatsappAccount):
    name: str = strawberry.field(description="What the shop calls it.")
    kind: AccountKind = strawberry.field(description="What stands behind it.")
    is_simulated: bool = strawberry.field(description="Whether it belongs to the simulated network.")
    phone: str | None = strawberry.field(description="Its number; null until it was linked.")
    status: AccountStatus = strawberry.field(description="Whether it is reachable.")
    status_reason: str | None = strawberry.field(
        description=f"A short word for why: {', '.join(f'`{word}`' for word in ADVICE)}. There may be others."
    )
    status_advice: str | None = strawberry.field(description="What to do about it, in English.")
    status_changed_at: datetime = strawberry.field(description="Since when it is so.")
    banned_until: datetime | None = strawberry.field(description="The end of a temporary ban.")
    should_connect: bool = strawberry.field(description="Whether staff want it connected; the program works on it.")
    last_event_at: datetime | None = strawberry.field(description="When WhatsApp was heard of it last.")
    is_default: bool = strawberry.field(description="Whether it is meant where nobody names a number.")
    has_proxy: bool = strawberry.field(description="Whether it connects through a proxy.")
    answers_with: AnswersWith = strawberry.field(description="Which assistant answers its customers.")
    deleted_at: datetime | None = strawberry.field(description="When it was deleted; its chats and orders stay.")
    created_at: datetime = strawberry.field(description="When it was made.")
    row_id: strawberry.Private[int]
    proxy_sealed: strawberry.Private[Sealed | None]
    qr_shown: strawberry.Private[QrPayload | None]
    pairing_shown: strawberry.Private[PairingCodePayload | None]
    outreach_held_until: strawberry.Private[datetime | None]
    provider_key: strawberry.Private[int | None]

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
            status_advice=advice(row.status_reason),
            status_changed_at=row.status_changed_at,
            banned_until=row.banned_until,
            should_connect=row.should_connect,
            last_event_at=row.last_event_at,
            is_default=row.is_default,
            has_proxy=row.proxy_ciphertext is not None,
            answers_with=AnswersWith(row.answers_with or AnswersWith.SHOP),
            deleted_at=row.deleted_at,
            created_at=row.created_at,
            row_id=row.id,
            proxy_sealed=_sealed_proxy(row),
            qr_shown=_qr(row),
            pairing_shown=_pairing_code(row),
            outreach_held_until=row.restricted_until,
            provider_key=row.answers_with_provider_id,
        )

    @field(may=Permission.PROVIDERS_READ, description="The AI provider that alone answers its customers, if one does.")
    async def answers_with_provider(self, info: Info) -> AiProvider | None:
        return await AiProvider.load(info, self.provider_key)

    @field(may=Permission.ACCOUNTS_WRITE, description="The QR code to scan now, if it waits for a phone.")
    async def qr(self) -> QrPayload | None:
        return self.qr_shown

    @field(may=Permission.ACCOUNTS_WRITE, description="The code to type on the phone now, if somebody asked for one.")
    async def pairing_code(self) -> PairingCodePayload | None:
        return self.pairing_shown

    @field(
        may=Permission.ACCOUNTS_WRITE,
        description="Why there is no pairing code, if somebody asked for one in vain; a new attempt clears it.",
    )
    async def pairing_trouble(self) -> PairingTrouble | None:
        return PairingTrouble(self.status_reason) if self.status_reason in list(PairingTrouble) else None

    @derived(description="The host of its proxy; the rest of the address is told to nobody.")
    async def proxy_host(self, info: Info) -> str | None:
        if self.proxy_sealed is None:
            return None
        return info.context.shop.account_care.proxy_host(self.row_id, self.proxy_sealed)

    @derived(description="How it is doing now.")
    async def health(self, info: Info) -> WhatsappAccountHealth:
        loaders, read = info.context.loaders, info.context.shop.account_care.health_of
        found = await loaders.batch("account health", read, HealthFact).load(self.row_id)
        restriction, until = self._restriction()
        return WhatsappAccountHealth(
            last_event_at=self.last_event_at,
            queue_length=found.queue_length,
            sent_in_window=found.sent_in_window,
            send_limit=found.send_limit,
            outreach_in_day=found.outreach_in_day,
            outreach_limit=found.outreach_limit,
            restriction=restriction,
            restricted_until=until,
        )

    def _restriction(self) -> tuple[AccountRestriction | None, datetime | None]:
        if self.status is AccountStatus.BANNED:
            return AccountRestriction.BANNED, self.banned_until
        if self.outreach_held_until is not None and self.outreach_held_until > clock.now():
            return AccountRestriction.REACH_OUT, self.outreach_held_until
        return None, None


def _sealed_proxy(row: tables.WhatsappAccount) -> Sealed | None:
    if row.proxy_ciphertext is None or row.proxy_key_id is None:
        return None
    return Sealed(row.proxy_key_id, bytes(row.proxy_ciphertext))


def _qr(row: tables.WhatsappAccount) -> QrPayload | None:
    if row.qr_code is None or row.qr_expires_at is None or row.qr_expires_at <= clock.now():
        return None
    return QrPayload(code=row.qr_code, expires_at=row.qr_expires_at)


def _pairing_code(row: tables.WhatsappAccount) -> PairingCodePayload | None:
    expires_at = row.pairing_code_expires_at
    if row.pairing_code is None or row.pairing_phone is None or expires_at is None or expires_at <= clock.now():
        return None
    return PairingCodePayload(code=row.pairing_code, phone=row.pairing_phone, expires_at=expires_at)


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
    is_default: bool | None = strawberry.field(default=None, description="Only the default one, or only others.")
    is_deleted: bool = strawberry.field(default=False, description="True: only deleted ones, instead of the others.")
    search: str | None = strawberry.field(default=None, description="Words of the name.")


async def accounts(
    wanted: WhatsappAccountFilter | None, order: WhatsappAccountSort | None, asked: Slice
) -> Connection[WhatsappAccount]:
    wanted = wanted or WhatsappAccountFilter()
    kind = None
    if wanted.is_simulated is not None:
        kind = AccountKind.SIMULATOR if wanted.is_simulated else AccountKind.WHATSAPP
    rows = tables.WhatsappAccount.filter(
        among("status", wanted.status),
        is_("kind", kind),
        is_("is_default", wanted.is_default),
        contains(wanted.search, "name"),
        is_lab=False,
        deleted_at__not_isnull=wanted.is_deleted,
    )
    return await connect(WhatsappAccount, rows, sorting(order, Sorting()), asked)


@strawberry.input(description="A new number.")
class WhatsappAccountCreateInput(Asked):
    name: str = strawberry.field(description="What the shop calls it, 1 to 80 characters, no two alike.")
    kind: AccountKind = strawberry.field(default=AccountKind.SIMULATOR, description="What stands behind it.")


@strawberry.input(description="A number.")
class WhatsappAccountConnectInput(Asked):
    id: strawberry.ID = strawberry.field(description="The number.")


@strawberry.input(description="A number that is to be linked by a code which its owner types on the phone.")
class WhatsappAccountRequestPairingCodeInput(Asked):
    id: strawberry.ID = strawberry.field(description="The number.")
    phone: str = strawberry.field(description="The phone's own number with its country code, e.g. +92 300 1234567.")


@strawberry.input(description="A number.")
class WhatsappAccountDisconnectInput(Asked):
    id: strawberry.ID = strawberry.field(description="The number.")


@strawberry.input(description="A number.")
class WhatsappAccountLogOutInput(Asked):
    id: strawberry.ID = strawberry.field(description="The number.")


@strawberry.input(description="What is to change of a number.")
class WhatsappAccountChangesInput:
    name: str | None = strawberry.field(default=None, description="What the shop calls it, 1 to 80 characters.")
    proxy: str | None = strawberry.field(
        default=None,
        description="What it connects through, e.g. socks5://name:password@proxy.example:1080; http and https work "
        "too. It is kept sealed and never shown again.",
    )
    clear_proxy: bool = strawberry.field(default=False, description="True: from now on it connects without one.")
    answers_with: AnswersWith | None = strawberry.field(
        default=None, description="Which assistant answers its customers, from the next turn on."
    )
    answers_with_provider_id: strawberry.ID | None = strawberry.field(
        default=None, description="The AI provider that alone answers them; with PROVIDER, and only then."
    )

    def given(self) -> AccountChanges:
        return AccountChanges(
            name=self.name,
            proxy=self.proxy,
            clear_proxy=self.clear_proxy,
            answers_with=self.answers_with,
            answers_with_provider=AiProvider.key_if(self.answers_with_provider_id, field="answersWithProviderId"),
        )


@strawberry.input(description="A number, and what is to change; what is left out or null stays as it is.")
class WhatsappAccountUpdateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The number.")
    changes: WhatsappAccountChangesInput = strawberry.field(description="What is to change.")


@strawberry.input(description="A number that is meant from now on where nobody names one.")
class WhatsappAccountMakeDefaultInput(Asked):
    id: strawberry.ID = strawberry.field(description="The number.")


@strawberry.input(description="A number that is to end.")
class WhatsappAccountDeleteInput(Asked):
    id: strawberry.ID = strawberry.field(description="The number.")
    name: str = strawberry.field(description="Its name once more, to be sure that it is the one.")


@strawberry.type(description="A number as it is now.")
class WhatsappAccountPayload:
    account: WhatsappAccount = strawberry.field(description="The number.")


@strawberry.type(description="A number changed, or this is the first look at it.")
class WhatsappAccountChangedEvent:
    cursor: str = strawberry.field(description="The place in the log; `after` it goes on from here.")
    account: WhatsappAccount = strawberry.field(description="The number as it is now.")
