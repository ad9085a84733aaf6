"""The only place that picks adapters: from the environment to a whole shop, and to a running one."""

from asyncio import to_thread
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from core.account_care import AccountCare
from core.accounts import Accounts
from core.ai.connections import OpenConnections
from core.ai.router import Router
from core.assistant.ai_assistant import AiAssistant
from core.assistant.chronicle import Chronicles
from core.assistant.facts import Facts
from core.assistant.menu import BuiltInAssistant
from core.assistant.replay import REPLAY_SECONDS, TurnReplays
from core.assistant.summaries import Summaries
from core.assistant.turn import Salesperson
from core.assistant.voice_notes import VoiceNotes
from core.auth import Auth
from core.canned_replies import CannedReplies
from core.catalog import Catalog
from core.catalog_import import CatalogImport
from core.checklist import Checklist
from core.conversations import Conversations
from core.courier.courier import Courier
from core.courier.httpcore_courier import HttpcoreCourier
from core.customer_merge import CustomerMerge
from core.customers import Customers
from core.database import Database, connected, open_connection
from core.desk import Desk
from core.drafts import Drafts
from core.engine import supervisor as engine
from core.engine.inbox import Inbox
from core.engine.media_fetcher import MediaFetcher
from core.engine.outbox import Outbox
from core.engine.turns import Turns
from core.engine.webhooks import WebhookSender
from core.engine.worker import advice, tasks
from core.events.feed import Feed
from core.exports import ExportLinks, Exports
from core.health import SystemHealth
from core.integrations import ApiKeys
from core.jobs.procrastinate_queue import ProcrastinateQueue, ProcrastinateRunner
from core.knowledge import Knowledge
from core.live_counters import LiveCounters
from core.media.cloudinary_store import CloudinaryStore
from core.media.local_store import LocalStore
from core.media.store import MediaStore
from core.media_files import MediaFiles, MediaLinks
from core.notices import Notices
from core.orders import Orders
from core.owner_news import OwnerNews
from core.payments import Payments
from core.privacy import Privacy
from core.prompts import Prompts
from core.proof_reading import ProofReading
from core.provider_use import ProviderTests, ProviderUse
from core.providers import Providers
from core.reports import Reports
from core.retention import Retention
from core.scenarios import Scenarios
from core.second_factor import SecondFactors
from core.settings import Settings
from core.shop import Shop
from core.staff import StaffMembers
from core.templates import Templates
from core.uploads import Uploads
from core.vault import Vault
from core.webhook_deliveries import WebhookDeliveries
from core.webhooks import Webhooks
from core.whatsapp.neonize_gateway import NeonizeFactory
from core.whatsapp.neonize_session import session_folder, sweep
from core.whatsapp.session_store import SessionStore
from core.whatsapp.simulator import SimulatedNetwork
from core.whatsapp.simulator_gateway import SimulatorFactory
from models.accounts import AccountKind
from web.lab import lab_of
from web.settings import Environment

POOL = 16


def vault_of(environment: Environment) -> Vault:
    return Vault.from_secrets(environment.whatsapp_session_secret, environment.whatsapp_session_secret_previous)


def courier_of(environment: Environment) -> Courier:
    return HttpcoreCourier(private_too=environment.webhook_allow_private)


def media_stores_of(environment: Environment) -> list[MediaStore]:
    """The one that takes new files first; then those that may hold older ones."""
    local = LocalStore(environment.data / "media")
    cloud = environment.cloudinary
    if cloud is None:
        return [local]
    return [CloudinaryStore(cloud.cloud_name, cloud.api_key, cloud.api_secret, api_url=cloud.api_url), local]


def shop_of(environment: Environment, url: str) -> Shop:
    """Everything the program can do; Tortoise must be connected to the same address."""
    database = Database(ProcrastinateQueue())
    settings = Settings(database)
    feed = Feed(lambda: open_connection(url))
    reports = Reports(database, settings)
    auth = Auth(database, environment.jwt_secret, vault_of(environment))
    customers = Customers(database)
    conversations = Conversations(database, settings)
    drafts = Drafts(database, settings)
    knowledge = Knowledge(database)
    canned_replies = CannedReplies(database)
    providers = Providers(database, settings, vault_of(environment))
    provider_use = ProviderUse(database, settings, providers)
    connections = OpenConnections(environment.provider_urls)
    router = Router(provider_use, connections)
    media_store, *other_stores = media_stores_of(environment)
    media_files = MediaFiles(database, media_store, other_stores)
    catalog, payments, prompts = Catalog(database), Payments(database), Prompts(database, settings)
    replaying = AiAssistant(router, Chronicles(database), prompts, settings, turn_seconds=REPLAY_SECONDS)
    return Shop(
        database=database,
        settings=settings,
        feed=feed,
        auth=auth,
        staff=StaffMembers(database, auth),
        second_factors=SecondFactors(database, auth, settings),
        notices=Notices(database),
        api_keys=ApiKeys(database),
        webhooks=Webhooks(database, vault_of(environment), courier_of(environment)),
        accounts=Accounts(database),
        account_care=AccountCare(database, vault_of(environment)),
        simulator=SimulatedNetwork(database, media_files),
        reports=reports,
        live_counters=LiveCounters(reports, feed),
        health=SystemHealth(database, feed, lambda: environment.data),
        checklist=Checklist(database, settings),
        catalog=catalog,
        catalog_import=CatalogImport(database),
        exports=Exports(database, settings, ExportLinks(vault_of(environment).derive("export links"))),
        customers=customers,
        customer_merge=CustomerMerge(database, conversations),
        conversations=conversations,
        desk=Desk(database, settings, conversations, knowledge, canned_replies),
        canned_replies=canned_replies,
        drafts=drafts,
        orders=Orders(database, settings, drafts, conversations, knowledge),
        privacy=Privacy(database, media_files),
        providers=providers,
        provider_tests=ProviderTests(database, provider_use, router),
        provider_use=provider_use,
        connections=connections,
        router=router,
        scenarios=Scenarios(database),
        turn_replays=TurnReplays(database, Facts(database, settings, catalog, drafts, payments, knowledge), replaying),
        payments=payments,
        knowledge=knowledge,
        templates=Templates(database, settings),
        prompts=prompts,
        media_files=media_files,
        media_links=MediaLinks(vault_of(environment).derive("media links")),
        uploads=Uploads(database, media_files),
    )


@asynccontextmanager
async def shop_alone(environment: Environment, url: str) -> AsyncIterator[Shop]:
    """The shop without its running part, for commands that come and go."""
    async with connected(url, pool_size=2):
        yield shop_of(environment, url)


@dataclass(frozen=True, slots=True)
class Running:
    """A shop at work: what it can do, and whether all of it is up."""

    shop: Shop
    engine: engine.Running


@asynccontextmanager
async def opened(environment: Environment, url: str, owner: str) -> AsyncIterator[Running]:
    """The whole shop at work, in the order of the specification; it ends in the reverse order."""
    async with connected(url, pool_size=POOL):
        shop = shop_of(environment, url)
        facts = Facts(shop.database, shop.settings, shop.catalog, shop.drafts, shop.payments, shop.knowledge)
        salesperson = Salesperson(
            shop.database,
            shop.customers,
            shop.conversations,
            shop.drafts,
            shop.orders,
            shop.payments,
            facts,
            AiAssistant(shop.router, Chronicles(shop.database), shop.prompts, shop.settings),
            built_in=BuiltInAssistant(),
            voice_notes=VoiceNotes(shop.database, shop.router, shop.media_files),
        )
        inbox = Inbox(shop.database, shop.settings, shop.customers, shop.conversations)
        media_fetcher = MediaFetcher(shop.database, shop.media_files)
        owner_news = OwnerNews(shop.database, shop.settings, shop.conversations)
        retention = Retention(shop.database, shop.settings, shop.media_files)
        turns = Turns(shop.database, shop.settings, shop.customers, shop.conversations, salesperson)
        sessions = SessionStore(shop.database, vault_of(environment))
        plain_sessions = session_folder(environment.data, environment.database_url)
        await to_thread(sweep, plain_sessions, await sessions.saved_at())
        async with engine.engine_running(
            shop,
            gateways={
                AccountKind.WHATSAPP: NeonizeFactory(plain_sessions),
                AccountKind.SIMULATOR: SimulatorFactory(shop.database, shop.simulator),
            },
            sessions=sessions,
            inbox=inbox,
            outbox=Outbox(shop.database, shop.conversations, shop.media_files),
            media_fetcher=media_fetcher,
            jobs=ProcrastinateRunner(url),
            tasks=(
                *tasks(
                    inbox, turns, shop.orders, shop.conversations, shop.privacy, retention, owner_news, media_fetcher
                ),
                *advice(
                    ProofReading(shop.database, shop.settings, shop.payments, shop.media_files, shop.router),
                    Summaries(shop.database, shop.router),
                ),
                *lab_of(shop).tasks(),
            ),
            webhooks=WebhookSender(
                WebhookDeliveries(shop.database, vault_of(environment)), courier_of(environment), shop.feed
            ),
            owner=owner,
        ) as running:
            yield Running(shop, running)
