"""Events as those outside read them: which right each takes, and its ids as the API's.

Every type of event must stand in `_SUBJECTS`, and every id of an event in `_THINGS`, or a test fails. Until it stands
there an event is told to nobody outside, and an id is left out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from tortoise.connection import get_connection

from core.database import CONNECTION
from core.errors import InvalidInputError
from core.events import event_types as events
from core.events import log
from core.events.event_types import Event
from core.events.log import Cursor, LoggedEvent
from core.global_ids import global_id
from core.permissions import Caller, Permission

# What somebody must be allowed to read to be told of it.
_SUBJECTS: dict[Permission, tuple[type[Event], ...]] = {
    Permission.ACCOUNTS_READ: (events.AccountChanged,),
    Permission.CATALOG_READ: (events.CatalogChanged,),
    Permission.CONVERSATIONS_READ: (
        events.CannedReplyChanged,
        events.ConversationChanged,
        events.CustomerTyping,
        events.MessageAdded,
        events.MessageChanged,
    ),
    Permission.CUSTOMERS_READ: (events.CustomerChanged, events.CustomerMerged),
    Permission.INTEGRATIONS_MANAGE: (events.ApiKeyChanged, events.ApiKeyRevoked, events.WebhookChanged),
    Permission.KNOWLEDGE_READ: (
        events.KnowledgeEntryChanged,
        events.MessageTemplateChanged,
        events.SystemPromptChanged,
    ),
    Permission.NOTICES_READ: (events.NoticeRaised, events.NoticeChanged),
    Permission.ORDERS_READ: (events.OrderCreated, events.OrderChanged),
    Permission.PAYMENTS_READ: (events.PaymentConfigChanged,),
    Permission.PROVIDERS_READ: (events.ProviderChanged,),
    Permission.SCENARIOS_READ: (events.ScenarioChanged, events.ScenarioRunChanged),
    Permission.SETTINGS_READ: (events.SettingChanged,),
    Permission.STAFF_MANAGE: (events.InvitationChanged,),
    Permission.STAFF_READ: (events.SessionRevoked, events.StaffChanged),
}
RIGHTS: dict[str, Permission] = {kind.type: may for may, kinds in _SUBJECTS.items() for kind in kinds}

# Of worth only in the moment, and many: whoever wants them asks for them by name.
FLEETING = frozenset({events.CustomerTyping.type})
LASTING = frozenset(RIGHTS) - FLEETING

# How a payload calls a thing, and how the API does: the name of the field and the type that its id is of.
_THINGS: dict[str, tuple[str, str] | None] = {
    "account_id": ("accountId", "WhatsappAccount"),
    "api_key_id": ("apiKeyId", "ApiKey"),
    "canned_reply_id": ("cannedReplyId", "CannedReply"),
    "conversation_id": ("conversationId", "Conversation"),
    "customer_id": ("customerId", "Customer"),
    "invitation_id": ("invitationId", "Invitation"),
    "knowledge_entry_id": ("knowledgeEntryId", "KnowledgeEntry"),
    "merged_customer_id": ("mergedCustomerId", "Customer"),
    "message_id": ("messageId", "Message"),
    "message_template_id": ("messageTemplateId", "MessageTemplate"),
    "notice_id": ("noticeId", "Notice"),
    "order_id": ("orderId", "Order"),
    "payment_config_id": ("paymentMethodId", "PaymentMethod"),
    "provider_id": ("providerId", "AiProvider"),
    "scenario_id": ("scenarioId", "Scenario"),
    "scenario_run_id": ("scenarioRunId", "ScenarioRun"),
    "service_id": ("serviceId", "Service"),
    "session_id": ("sessionId", "StaffSession"),
    "staff_id": ("staffId", "Staff"),
    "system_prompt_id": ("systemPromptId", "SystemPrompt"),
    "webhook_id": ("webhookId", "Webhook"),
}


@dataclass(frozen=True, slots=True)
class PublicEvent:
    cursor: str
    type: str
    happened_at: datetime
    payload: dict[str, Any]

    @classmethod
    def of(cls, event: LoggedEvent) -> Self:
        payload = dict(_told(name, value) for name, value in event.payload.items() if _is_told(name))
        return cls(event.cursor.encode(), event.type, event.happened_at, payload)


@dataclass(frozen=True, slots=True)
class Stretch:
    """`next_cursor` is where to go on, also when nothing was found: past all that was looked at."""

    events: list[PublicEvent]
    next_cursor: str
    has_more: bool


def types_known_to(caller: Caller) -> frozenset[str]:
    """Those that the caller may be told of."""
    return frozenset(kind for kind, may in RIGHTS.items() if caller.may(may))


def types_for(caller: Caller, wanted: Collection[str] | None) -> frozenset[str]:
    """The types that are told: those asked for, or all lasting ones that the caller may be told of.

    Raises InvalidInputError for a type that does not exist, ForbiddenError for one that the caller may not read.
    """
    if wanted is not None and not wanted:
        raise InvalidInputError("Name at least one type, or leave it out for all.", field="types")
    if wanted is None:
        return types_known_to(caller) & LASTING
    for kind in known_types(wanted, field="types"):
        caller.demand(RIGHTS[kind])
    return frozenset(wanted)


def known_types(wanted: Collection[str], *, field: str) -> list[str]:
    """The same without repetitions. Raises InvalidInputError for a type that does not exist."""
    for kind in wanted:
        if kind not in RIGHTS:
            raise InvalidInputError(f"There is no event “{kind[:64]}”; choose from {', '.join(RIGHTS)}.", field=field)
    return list(dict.fromkeys(wanted))


async def newest_cursor() -> str:
    """What happens from now on comes after it."""
    return (await log.head(get_connection(CONNECTION))).encode()


async def since(after: str, types: Collection[str], most: int) -> Stretch:
    """What happened after the cursor, in a fixed number of statements. Raises CursorExpiredError."""
    place, connection = Cursor.decode(after), get_connection(CONNECTION)
    # The newest place first: what the reading below leaves out, up to there, is of other types.
    newest = await log.head(connection)
    found = await log.read(connection, place, limit=most + 1, types=types)
    told = found[:most]
    reached = told[-1].cursor if told else place
    if len(found) == len(told):
        reached = max(reached, newest)
    return Stretch([PublicEvent.of(event) for event in told], reached.encode(), has_more=len(found) > len(told))


def _is_told(name: str) -> bool:
    return _THINGS.get(name) is not None if name.endswith("_id") else True


def _told(name: str, value: Any) -> tuple[str, Any]:
    thing = _THINGS.get(name)
    if thing is None:
        first, *rest = name.split("_")
        return first + "".join(word.capitalize() for word in rest), value
    return thing[0], None if value is None else global_id(thing[1], value)
