"""What can happen in the shop. An event carries ids and plain fields, never a text or a number of a person."""

from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, Self


@dataclass(frozen=True, slots=True)
class Event:
    """`type` names it in the log, in subscriptions and in webhooks, and never changes once shipped."""

    type: ClassVar[str]

    def payload(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Self:
        """Keys that this version does not know are left out, so that old and new processes read one log."""
        known = {field.name for field in fields(cls)}
        return cls(**{key: value for key, value in payload.items() if key in known})


@dataclass(frozen=True, slots=True)
class AccountChanged(Event):
    """Its state, its codes or what staff wish of it changed."""

    type: ClassVar[str] = "account.changed"
    account_id: int
    status: str


@dataclass(frozen=True, slots=True)
class CustomerChanged(Event):
    type: ClassVar[str] = "customer.changed"
    customer_id: int
    account_id: int


@dataclass(frozen=True, slots=True)
class CustomerMerged(Event):
    """Two ids turned out to be one person: what belonged to the merged one belongs to the customer now."""

    type: ClassVar[str] = "customer.merged"
    customer_id: int
    merged_customer_id: int
    account_id: int


@dataclass(frozen=True, slots=True)
class CustomerTyping(Event):
    """They began or ceased to type; nothing else tells of it, and nothing is kept but this."""

    type: ClassVar[str] = "customer.typing"
    conversation_id: int
    customer_id: int
    account_id: int
    is_typing: bool


@dataclass(frozen=True, slots=True)
class CannedReplyChanged(Event):
    """Made, changed or deleted."""

    type: ClassVar[str] = "canned_reply.changed"
    canned_reply_id: int


@dataclass(frozen=True, slots=True)
class ConversationChanged(Event):
    """Opened, closed, taken over, handed back, flagged, assigned."""

    type: ClassVar[str] = "conversation.changed"
    conversation_id: int
    customer_id: int
    account_id: int
    status: str
    answered_by: str


@dataclass(frozen=True, slots=True)
class MessageAdded(Event):
    type: ClassVar[str] = "message.added"
    message_id: int
    conversation_id: int
    customer_id: int
    account_id: int
    direction: str


@dataclass(frozen=True, slots=True)
class MessageChanged(Event):
    """Its state moved, or it was edited or revoked."""

    type: ClassVar[str] = "message.changed"
    message_id: int
    conversation_id: int
    customer_id: int
    account_id: int
    state: str


@dataclass(frozen=True, slots=True)
class OrderCreated(Event):
    type: ClassVar[str] = "order.created"
    order_id: int
    customer_id: int
    conversation_id: int
    status: str
    is_simulated: bool


@dataclass(frozen=True, slots=True)
class OrderChanged(Event):
    """It took a step; `from_status` equals `status` when something else changed, e.g. a further proof came."""

    type: ClassVar[str] = "order.changed"
    order_id: int
    customer_id: int
    conversation_id: int
    from_status: str
    status: str
    is_simulated: bool


@dataclass(frozen=True, slots=True)
class CatalogChanged(Event):
    type: ClassVar[str] = "catalog.changed"
    service_id: int


@dataclass(frozen=True, slots=True)
class PaymentConfigChanged(Event):
    """Made, changed or deleted."""

    type: ClassVar[str] = "payment_config.changed"
    payment_config_id: int


@dataclass(frozen=True, slots=True)
class SessionRevoked(Event):
    """A sign-in ended before its time; sockets that live on it close."""

    type: ClassVar[str] = "session.revoked"
    session_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class StaffChanged(Event):
    """Came, was given another role, left or came back; or their second factor was set or taken away."""

    type: ClassVar[str] = "staff.changed"
    staff_id: int
    role: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class InvitationChanged(Event):
    """Made, accepted or revoked."""

    type: ClassVar[str] = "invitation.changed"
    invitation_id: int
    role: str


@dataclass(frozen=True, slots=True)
class NoticeRaised(Event):
    type: ClassVar[str] = "notice.raised"
    notice_id: int
    kind: str


@dataclass(frozen=True, slots=True)
class NoticeChanged(Event):
    """Seen by somebody, or resolved."""

    type: ClassVar[str] = "notice.changed"
    notice_id: int


@dataclass(frozen=True, slots=True)
class ApiKeyRevoked(Event):
    type: ClassVar[str] = "api_key.revoked"
    api_key_id: int


@dataclass(frozen=True, slots=True)
class ApiKeyChanged(Event):
    """Made, renamed, or given another end; in the last case its open sockets close and may come back."""

    type: ClassVar[str] = "api_key.changed"
    api_key_id: int
    is_expiry_changed: bool


@dataclass(frozen=True, slots=True)
class WebhookChanged(Event):
    """Made, changed, paused, resumed or deleted; not what is delivered to it."""

    type: ClassVar[str] = "webhook.changed"
    webhook_id: int


@dataclass(frozen=True, slots=True)
class ProviderChanged(Event):
    """An AI provider was set up, changed, moved in the order, or deleted."""

    type: ClassVar[str] = "provider.changed"
    provider_id: int


@dataclass(frozen=True, slots=True)
class MessageTemplateChanged(Event):
    """It has a new version."""

    type: ClassVar[str] = "message_template.changed"
    message_template_id: int
    key: str
    language: str
    version: int


@dataclass(frozen=True, slots=True)
class SystemPromptChanged(Event):
    """It has a new version."""

    type: ClassVar[str] = "system_prompt.changed"
    system_prompt_id: int
    key: str
    version: int


@dataclass(frozen=True, slots=True)
class KnowledgeEntryChanged(Event):
    """Made, changed, moved or deleted."""

    type: ClassVar[str] = "knowledge_entry.changed"
    knowledge_entry_id: int


@dataclass(frozen=True, slots=True)
class ScenarioChanged(Event):
    """Made, changed or deleted."""

    type: ClassVar[str] = "scenario.changed"
    scenario_id: int


@dataclass(frozen=True, slots=True)
class ScenarioRunChanged(Event):
    """It was asked for, began, got further or ended."""

    type: ClassVar[str] = "scenario_run.changed"
    scenario_run_id: int
    scenario_id: int
    state: str


@dataclass(frozen=True, slots=True)
class SettingChanged(Event):
    type: ClassVar[str] = "setting.changed"
    key: str


EVENT_TYPES: dict[str, type[Event]] = {
    event_type.type: event_type
    for event_type in (
        AccountChanged,
        CustomerChanged,
        CustomerMerged,
        CustomerTyping,
        CannedReplyChanged,
        ConversationChanged,
        MessageAdded,
        MessageChanged,
        OrderCreated,
        OrderChanged,
        CatalogChanged,
        PaymentConfigChanged,
        SessionRevoked,
        StaffChanged,
        InvitationChanged,
        NoticeRaised,
        NoticeChanged,
        ApiKeyRevoked,
        ApiKeyChanged,
        WebhookChanged,
        ProviderChanged,
        MessageTemplateChanged,
        SystemPromptChanged,
        KnowledgeEntryChanged,
        ScenarioChanged,
        ScenarioRunChanged,
        SettingChanged,
    )
}
