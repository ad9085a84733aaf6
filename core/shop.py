"""Everything the program can do, in one place; the doors hand it on."""

from dataclasses import dataclass

from core.accounts import Accounts
from core.auth import Auth
from core.catalog import Catalog
from core.conversations import Conversations
from core.customers import Customers
from core.database import Database
from core.drafts import Drafts
from core.events.feed import Feed
from core.integrations import ApiKeys
from core.knowledge import Knowledge
from core.media_files import MediaFiles, MediaLinks
from core.notices import Notices
from core.orders import Orders
from core.payments import Payments
from core.privacy import Privacy
from core.second_factor import SecondFactors
from core.settings import Settings
from core.staff import StaffMembers
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
    simulator: SimulatedNetwork
    catalog: Catalog
    customers: Customers
    conversations: Conversations
    drafts: Drafts
    orders: Orders
    payments: Payments
    privacy: Privacy
    knowledge: Knowledge
    media_files: MediaFiles
    media_links: MediaLinks
    uploads: Uploads
