"""Everything the program can do, in one place; the doors hand it on."""

from dataclasses import dataclass

from core.account_care import AccountCare
from core.accounts import Accounts
from core.ai.connections import OpenConnections
from core.ai.router import Router
from core.assistant.replay import TurnReplays
from core.auth import Auth
from core.canned_replies import CannedReplies
from core.catalog import Catalog
from core.catalog_import import CatalogImport
from core.checklist import Checklist
from core.conversations import Conversations
from core.customer_merge import CustomerMerge
from core.customers import Customers
from core.database import Database
from core.desk import Desk
from core.drafts import Drafts
from core.events.feed import Feed
from core.exports import Exports
from core.health import SystemHealth
from core.integrations import ApiKeys
from core.knowledge import Knowledge
from core.live_counters import LiveCounters
from core.media_files import MediaFiles, MediaLinks
from core.notices import Notices
from core.orders import Orders
from core.payments import Payments
from core.privacy import Privacy
from core.prompts import Prompts
from core.provider_use import ProviderTests, ProviderUse
from core.providers import Providers
from core.reports import Reports
from core.scenarios import Scenarios
from core.second_factor import SecondFactors
from core.settings import Settings
from core.staff import StaffMembers
from core.templates import Templates
from core.uploads import Uploads
from core.webhooks import Webhooks
from core.whatsapp.simulator import SimulatedNetwork


@dataclass(frozen=True, slots=True)
class Shop:
    database: Database
    settings: Settings
    feed: Feed
    auth: Auth
    staff: StaffMembers
    second_factors: SecondFactors
    notices: Notices
    api_keys: ApiKeys
    webhooks: Webhooks
    accounts: Accounts
    account_care: AccountCare
    simulator: SimulatedNetwork
    reports: Reports
    live_counters: LiveCounters
    health: SystemHealth
    checklist: Checklist
    catalog: Catalog
    exports: Exports
    catalog_import: CatalogImport
    customers: Customers
    customer_merge: CustomerMerge
    conversations: Conversations
    desk: Desk
    canned_replies: CannedReplies
    drafts: Drafts
    orders: Orders
    payments: Payments
    privacy: Privacy
    providers: Providers
    provider_tests: ProviderTests
    provider_use: ProviderUse
    connections: OpenConnections
    router: Router
    scenarios: Scenarios
    turn_replays: TurnReplays
    knowledge: Knowledge
    templates: Templates
    prompts: Prompts
    media_files: MediaFiles
    media_links: MediaLinks
    uploads: Uploads
