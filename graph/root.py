"""The schema: all queries, mutations and subscriptions together, and how they are executed."""

from functools import lru_cache
from typing import TypeVar

import strawberry
from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
)
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import merge_types
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.execution import ExecutionContext

from graph.errors import ErrorsForCallers
from graph.limits import Limits
from graph.nodes import Node
from graph.resolvers.accounts import AccountsMutation, AccountsQuery
from graph.resolvers.audit import AuditQuery
from graph.resolvers.canned_replies import CannedRepliesMutation, CannedRepliesQuery
from graph.resolvers.catalog import CatalogMutation, CatalogQuery
from graph.resolvers.catalog_import import CatalogImportMutation
from graph.resolvers.checklist import ChecklistQuery
from graph.resolvers.conversations import ConversationsMutation, ConversationsQuery
from graph.resolvers.customers import CustomersMutation, CustomersQuery
from graph.resolvers.events import EventsQuery
from graph.resolvers.exports import ExportsMutation
from graph.resolvers.health import HealthQuery
from graph.resolvers.integrations import IntegrationsMutation, IntegrationsQuery
from graph.resolvers.knowledge import KnowledgeMutation, KnowledgeQuery
from graph.resolvers.media import MediaMutation
from graph.resolvers.nodes import NodeQuery
from graph.resolvers.notices import NoticesMutation, NoticesQuery
from graph.resolvers.orders import OrdersMutation, OrdersQuery
from graph.resolvers.payments import PaymentsMutation, PaymentsQuery
from graph.resolvers.privacy import PrivacyMutation
from graph.resolvers.prompts import PromptsMutation, PromptsQuery
from graph.resolvers.providers import ProvidersMutation, ProvidersQuery
from graph.resolvers.reports import ReportsQuery
from graph.resolvers.scenarios import ScenariosMutation, ScenariosQuery
from graph.resolvers.settings import SettingsMutation, SettingsQuery
from graph.resolvers.sign_in import SignInMutation
from graph.resolvers.simulator import SimulatorMutation
from graph.resolvers.staff import StaffMutation, StaffQuery
from graph.resolvers.templates import TemplatesMutation, TemplatesQuery
from graph.scalars import SCALARS
from graph.subscriptions.accounts import AccountsSubscription
from graph.subscriptions.conversations import ConversationsSubscription
from graph.subscriptions.events import EventsSubscription
from graph.subscriptions.notices import NoticesSubscription
from graph.subscriptions.orders import OrdersSubscription
from graph.subscriptions.providers import ProvidersSubscription
from graph.subscriptions.reports import ReportsSubscription
from graph.subscriptions.scenarios import ScenariosSubscription

T = TypeVar("T")

QUERIES: tuple[type, ...] = (
    NodeQuery,
    StaffQuery,
    CatalogQuery,
    AccountsQuery,
    CustomersQuery,
    ConversationsQuery,
    CannedRepliesQuery,
    OrdersQuery,
    ReportsQuery,
    AuditQuery,
    HealthQuery,
    PaymentsQuery,
    NoticesQuery,
    SettingsQuery,
    ChecklistQuery,
    TemplatesQuery,
    PromptsQuery,
    KnowledgeQuery,
    EventsQuery,
    IntegrationsQuery,
    ProvidersQuery,
    ScenariosQuery,
)
MUTATIONS: tuple[type, ...] = (
    CatalogImportMutation,
    ExportsMutation,
    SignInMutation,
    StaffMutation,
    CatalogMutation,
    AccountsMutation,
    CustomersMutation,
    ConversationsMutation,
    CannedRepliesMutation,
    OrdersMutation,
    PaymentsMutation,
    NoticesMutation,
    MediaMutation,
    SettingsMutation,
    TemplatesMutation,
    PromptsMutation,
    KnowledgeMutation,
    IntegrationsMutation,
    ProvidersMutation,
    ScenariosMutation,
    PrivacyMutation,
    SimulatorMutation,
)
SUBSCRIPTIONS: tuple[type, ...] = (
    AccountsSubscription,
    ConversationsSubscription,
    OrdersSubscription,
    NoticesSubscription,
    EventsSubscription,
    ReportsSubscription,
    ProvidersSubscription,
    ScenariosSubscription,
)


class Schema(strawberry.Schema):
    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Logs nothing: a query's text may hold what nobody should read in a log. graph/errors.py logs faults."""


def _merged(name: str, description: str, parts: tuple[type, ...]) -> type:
    merged = merge_types(name, parts)
    definition: StrawberryObjectDefinition = merged.__strawberry_definition__  # type: ignore[attr-defined]  # by Strawberry
    definition.description = description
    return merged


def _build(*, is_sorted: bool) -> Schema:
    return Schema(
        query=_merged("Query", "What can be read.", QUERIES),
        mutation=_merged("Mutation", "What can be changed; each takes one input.", MUTATIONS),
        subscription=_merged("Subscription", "What can be followed, over WebSocket.", SUBSCRIPTIONS),
        types=list(Node.kinds.values()),
        extensions=[ErrorsForCallers, Limits],
        config=StrawberryConfig(
            scalar_map=dict(SCALARS), info_class=strawberry.Info, relay_max_results=100, sort_schema=is_sorted
        ),
    )


@lru_cache(maxsize=1)
def build_schema() -> Schema:
    """The one that answers requests."""
    return _build(is_sorted=False)


def export_sdl() -> str:
    """The schema as text, in an order that never changes by itself.

    Made of a schema of its own: a sorted one cannot tell the members of a union apart when it executes.
    """
    schema = _build(is_sorted=True)
    for made in schema._schema.type_map.values():  # noqa: SLF001 - Strawberry has no public way to it
        _sort_as_people_do(made)
    return f"{schema.as_str()}\n"


def _sort_as_people_do(made: GraphQLNamedType) -> None:
    """As the linters want it: `eventsSince` before `eventTypes`; Strawberry puts capitals before small letters."""
    if isinstance(made, GraphQLEnumType):
        made.values = _in_order(made.values)
    if isinstance(made, GraphQLInputObjectType):
        made.fields = _in_order(made.fields)
    if isinstance(made, GraphQLObjectType | GraphQLInterfaceType):
        made.fields = _in_order(made.fields)
        for field in made.fields.values():
            field.args = _in_order(field.args)


def _in_order(members: dict[str, T]) -> dict[str, T]:
    return dict(sorted(members.items(), key=lambda member: member[0].lower()))
