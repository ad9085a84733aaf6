"""API keys and webhooks as the API shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Self

import strawberry
from tortoise.expressions import Q

from core.integrations import ApiKeyChanges, ApiKeyRevokedError
from core.listing import Sorting
from core.permissions import Permission
from core.webhooks import WebhookChanges
from graph.errors import Problem
from graph.filters import SortDirection, contains, is_, sorting
from graph.mutations import Asked
from graph.nodes import Info, Node
from graph.pagination import After, Before, Connection, First, Last, Slice, connect, connect_children
from graph.permissions import derived, field
from graph.scalars import described
from graph.schema.staff import Staff
from models import integrations as tables
from models.integrations import DeliveryState

described(
    DeliveryState,
    "How far a delivery has come.",
    WAITING="It is to be sent, for the first time or again.",
    DELIVERED="The receiver answered with a status of success.",
    FAILED="All attempts are spent; it can be replayed.",
)


class WebhookState(StrEnum):
    ACTIVE = "ACTIVE"
    PAUSED = "PAUSED"
    PAUSED_AFTER_FAILURES = "PAUSED_AFTER_FAILURES"


described(
    WebhookState,
    "Whether a webhook is told of what happens. A paused one skips nothing: it goes on where it stopped.",
    ACTIVE="It is.",
    PAUSED="Paused by a person.",
    PAUSED_AFTER_FAILURES="Paused by the program, after failing for days.",
)


@strawberry.type(description="A key with which a program uses this API. The key itself is shown once, when it is made.")
class ApiKey(Node, may=Permission.INTEGRATIONS_MANAGE, table=tables.ApiKey):
    name: str = strawberry.field(description="What it is for.")
    prefix: str = strawberry.field(description="Its first characters, to tell it apart.")
    scopes: list[str] = strawberry.field(description="What it may do, e.g. `orders:read`; `*` is everything.")
    last_used_at: datetime | None = strawberry.field(description="When it was last used, to the minute.")
    expires_at: datetime | None = strawberry.field(description="When it ends by itself.")
    revoked_at: datetime | None = strawberry.field(description="When it was ended.")
    created_at: datetime = strawberry.field(description="When it was made.")
    created_by_id: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: tables.ApiKey) -> Self:
        return cls(
            id=cls.id_of(row.id),
            name=row.name,
            prefix=row.prefix,
            scopes=row.scopes,
            last_used_at=row.last_used_at,
            expires_at=row.expires_at,
            revoked_at=row.revoked_at,
            created_at=row.created_at,
            created_by_id=row.created_by_id,
        )

    @field(may=Permission.STAFF_READ, description="Who made it; null when a program or the command line did.")
    async def created_by(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.created_by_id)


@strawberry.type(
    description="An address of somebody else's that is told of events, as Standard Webhooks (standardwebhooks.com) say."
)
class Webhook(Node, may=Permission.INTEGRATIONS_MANAGE, table=tables.Webhook):
    name: str = strawberry.field(description="What it is for.")
    url: str = strawberry.field(description="Where it goes.")
    event_types: list[str] = strawberry.field(description="The types of events it is told of; none: all that last.")
    failing_since: datetime | None = strawberry.field(description="Since when no delivery has succeeded.")
    paused_at: datetime | None = strawberry.field(description="When the program paused it.")
    paused_reason: str | None = strawberry.field(description="Why the program paused it: the last error.")
    old_secret_until: datetime | None = strawberry.field(
        description="Until when the secret before the last rotation signs beside the new one."
    )
    created_at: datetime = strawberry.field(description="When it was made.")
    updated_at: datetime = strawberry.field(description="When it last changed.")
    is_active: strawberry.Private[bool]
    row_id: strawberry.Private[int]
    created_by_id: strawberry.Private[int | None]

    @classmethod
    def from_row(cls, row: tables.Webhook) -> Self:
        return cls(
            id=cls.id_of(row.id),
            name=row.name,
            url=row.url,
            event_types=row.event_types,
            failing_since=row.failing_since,
            paused_at=row.paused_at,
            paused_reason=row.paused_reason,
            old_secret_until=row.old_secret_until,
            created_at=row.created_at,
            updated_at=row.updated_at,
            is_active=row.is_active,
            row_id=row.id,
            created_by_id=row.created_by_id,
        )

    @derived(description="Whether it is told of what happens.")
    def state(self) -> WebhookState:
        if not self.is_active:
            return WebhookState.PAUSED
        return WebhookState.ACTIVE if self.paused_at is None else WebhookState.PAUSED_AFTER_FAILURES

    @field(may=Permission.STAFF_READ, description="Who made it.")
    async def created_by(self, info: Info) -> Staff | None:
        return await Staff.load(info, self.created_by_id)

    @field(may=Permission.INTEGRATIONS_MANAGE, description="What was sent to it and is to be sent, the oldest first.")
    async def deliveries(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection["WebhookDelivery"]:
        return await connect_children(
            info, "WebhookDelivery", "webhook_id", self.row_id, Slice(first, after, last, before)
        )


@strawberry.type(description="One event on its way to one webhook.")
class WebhookDelivery(Node, may=Permission.INTEGRATIONS_MANAGE, table=tables.WebhookDelivery):
    message_id: str = strawberry.field(
        description="What the receiver reads as `webhook-id`: the same for all attempts and replays."
    )
    event_type: str = strawberry.field(description="What happened.")
    body: str = strawberry.field(description="What is sent, exactly.")
    state: DeliveryState = strawberry.field(description="How far it has come.")
    attempts: int = strawberry.field(description="How often it was tried since it was made or replayed.")
    next_attempt_at: datetime | None = strawberry.field(description="When it is due.")
    last_attempt_at: datetime | None = strawberry.field(description="When it was last tried.")
    last_status: int | None = strawberry.field(description="The status of the last answer; null when there was none.")
    last_error: str | None = strawberry.field(
        description="A word for what went wrong last, e.g. `TIMED_OUT`; `REFUSED` is a status without success, "
        "`INTERRUPTED` an attempt that is under way or was broken off."
    )
    delivered_at: datetime | None = strawberry.field(description="When it last succeeded.")
    created_at: datetime = strawberry.field(description="When it was made of the event.")
    webhook_id: strawberry.Private[int]

    @classmethod
    def from_row(cls, row: tables.WebhookDelivery) -> Self:
        return cls(
            id=cls.id_of(row.id),
            message_id=row.message_id,
            event_type=row.event_type,
            body=row.body,
            state=row.state,
            attempts=row.attempts,
            next_attempt_at=row.next_attempt_at,
            last_attempt_at=row.last_attempt_at,
            last_status=row.last_status,
            last_error=row.last_error,
            delivered_at=row.delivered_at,
            created_at=row.created_at,
            webhook_id=row.webhook_id,
        )

    @field(may=Permission.INTEGRATIONS_MANAGE, description="Where it goes.")
    async def webhook(self, info: Info) -> Webhook | None:
        return await Webhook.load(info, self.webhook_id)


# --- Lists -----------------------------------------------------------------------------------------------------------


class IntegrationSortField(StrEnum):
    CREATED_AT = "created_at"
    NAME = "name"


described(
    IntegrationSortField,
    "What API keys and webhooks can be ordered by.",
    CREATED_AT="When they were made.",
    NAME="Their names.",
)


@strawberry.input(description="An order of API keys or webhooks.")
class IntegrationSort:
    field: IntegrationSortField = strawberry.field(description="What to compare.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which end first.")


@strawberry.input(description="Which API keys; everything that is given must hold.")
class ApiKeyFilter:
    is_revoked: bool | None = strawberry.field(default=None, description="Only those that were ended, or the others.")
    search: str | None = strawberry.field(default=None, description="Part of the name or of the prefix.")


@strawberry.input(description="Which webhooks; everything that is given must hold.")
class WebhookFilter:
    state: WebhookState | None = strawberry.field(default=None, description="Only those that are so.")
    search: str | None = strawberry.field(default=None, description="Part of the name or of the address.")


@strawberry.input(description="Which deliveries; everything that is given must hold.")
class WebhookDeliveryFilter:
    webhook_id: strawberry.ID | None = strawberry.field(default=None, description="Only those to this webhook.")
    state: DeliveryState | None = strawberry.field(default=None, description="Only those that have come so far.")
    event_type: str | None = strawberry.field(default=None, description="Only those of this type of event.")


_STATES = {
    WebhookState.ACTIVE: Q(is_active=True, paused_at=None),
    WebhookState.PAUSED: Q(is_active=False),
    WebhookState.PAUSED_AFTER_FAILURES: Q(is_active=True, paused_at__isnull=False),
}


async def api_keys(wanted: ApiKeyFilter | None, order: IntegrationSort | None, asked: Slice) -> Connection[ApiKey]:
    wanted = wanted or ApiKeyFilter()
    is_ended = Q() if wanted.is_revoked is None else Q(revoked_at__isnull=not wanted.is_revoked)
    rows = tables.ApiKey.filter(is_ended, contains(wanted.search, "name", "prefix"))
    return await connect(ApiKey, rows, sorting(order, Sorting()), asked)


async def webhooks(wanted: WebhookFilter | None, order: IntegrationSort | None, asked: Slice) -> Connection[Webhook]:
    wanted = wanted or WebhookFilter()
    in_state = Q() if wanted.state is None else _STATES[wanted.state]
    rows = tables.Webhook.filter(in_state, contains(wanted.search, "name", "url"))
    return await connect(Webhook, rows, sorting(order, Sorting()), asked)


async def webhook_deliveries(wanted: WebhookDeliveryFilter | None, asked: Slice) -> Connection[WebhookDelivery]:
    wanted = wanted or WebhookDeliveryFilter()
    rows = tables.WebhookDelivery.filter(
        is_("webhook_id", Webhook.key_if(wanted.webhook_id, field="filter.webhook_id")),
        is_("state", wanted.state),
        is_("event_type", wanted.event_type),
    )
    return await connect(WebhookDelivery, rows, Sorting(descending=True), asked)


# --- Mutations -------------------------------------------------------------------------------------------------------


@strawberry.input(description="A new API key.")
class ApiKeyCreateInput(Asked):
    name: str = strawberry.field(description="What it is for, 1 to 80 characters.")
    scopes: list[str] = strawberry.field(
        description="What it may do: catalog, orders, conversations, customers, accounts, reports or events, each with "
        "`:read` or `:write`, or `*`. No more than you may do yourself."
    )
    expires_at: datetime | None = strawberry.field(default=None, description="When it ends; null: never by itself.")


@strawberry.input(description="What is to change of an API key.")
class ApiKeyChangesInput:
    name: str | None = strawberry.field(default=None, description="What it is for, 1 to 80 characters.")
    expires_at: datetime | None = strawberry.field(
        default=None, description="When it ends. Its open sockets close and may come back."
    )
    clear_expires_at: bool = strawberry.field(default=False, description="True: from now on it has no end.")

    def given(self) -> ApiKeyChanges:
        return ApiKeyChanges(self.name, self.expires_at, self.clear_expires_at)


@strawberry.input(description="An API key, and what is to change; what is left out or null stays as it is.")
class ApiKeyUpdateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The key.")
    changes: ApiKeyChangesInput = strawberry.field(description="What is to change.")


@strawberry.input(description="An API key that ends now.")
class ApiKeyRevokeInput(Asked):
    id: strawberry.ID = strawberry.field(description="The key.")


@strawberry.input(description="A new webhook.")
class WebhookCreateInput(Asked):
    name: str = strawberry.field(description="What it is for, 1 to 80 characters.")
    url: str = strawberry.field(
        description="Where it goes: http or https, on port 80, 443 or from 1024 up, on the public internet."
    )
    event_types: list[str] = strawberry.field(
        default_factory=list,
        description="The types of events it is told of, see `knownEventTypes`; none: all but `customer.typing`.",
    )


@strawberry.input(description="What is to change of a webhook.")
class WebhookChangesInput:
    name: str | None = strawberry.field(default=None, description="What it is for, 1 to 80 characters.")
    url: str | None = strawberry.field(default=None, description="Where it goes; what waits goes there at once.")
    event_types: list[str] | None = strawberry.field(
        default=None, description="The types of events it is told of from now on; none: all but `customer.typing`."
    )

    def given(self) -> WebhookChanges:
        return WebhookChanges(self.name, self.url, None if self.event_types is None else tuple(self.event_types))


@strawberry.input(description="A webhook, and what is to change; what is left out or null stays as it is.")
class WebhookUpdateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The webhook.")
    changes: WebhookChangesInput = strawberry.field(description="What is to change.")


@strawberry.input(description="A webhook that is to go, with all its deliveries.")
class WebhookDeleteInput(Asked):
    id: strawberry.ID = strawberry.field(description="The webhook.")


@strawberry.input(description="A webhook that is to sign with a new secret.")
class WebhookRotateSecretInput(Asked):
    id: strawberry.ID = strawberry.field(description="The webhook.")


@strawberry.input(description="A webhook that is to be told of nothing for now.")
class WebhookPauseInput(Asked):
    id: strawberry.ID = strawberry.field(description="The webhook.")


@strawberry.input(description="A paused webhook that is to go on where it stopped.")
class WebhookResumeInput(Asked):
    id: strawberry.ID = strawberry.field(description="The webhook.")


@strawberry.input(description="A delivery that is to be sent again.")
class WebhookDeliveryReplayInput(Asked):
    id: strawberry.ID = strawberry.field(description="The delivery.")


@strawberry.type(description="An API key as it is now.")
class ApiKeyPayload:
    api_key: ApiKey = strawberry.field(description="The key, without the key itself.")


@strawberry.type(description="A new API key.")
class ApiKeyCreatePayload:
    api_key: ApiKey = strawberry.field(description="The key, without the key itself.")
    key: str | None = strawberry.field(
        description="The key itself. It is never shown again, so it is null when this request was answered before."
    )


@strawberry.type(description="A webhook as it is now.")
class WebhookPayload:
    webhook: Webhook = strawberry.field(description="The webhook.")


@strawberry.type(description="A webhook with a new secret.")
class WebhookSecretPayload:
    webhook: Webhook = strawberry.field(description="The webhook.")
    secret: str | None = strawberry.field(
        description="What it signs with, to check that a request is ours. It is never shown again, so it is null when "
        "this request was answered before; rotate it then."
    )


@strawberry.type(description="A webhook is gone.")
class WebhookDeletePayload:
    deleted_id: strawberry.ID = strawberry.field(description="What its id was.")


@strawberry.type(description="A delivery as it is now.")
class WebhookDeliveryPayload:
    delivery: WebhookDelivery = strawberry.field(description="The delivery.")


@strawberry.type(name="ApiKeyRevokedError", description="This key was revoked and does not change any more.")
class ApiKeyRevokedProblem(Problem):
    answers = ApiKeyRevokedError
