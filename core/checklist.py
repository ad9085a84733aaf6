"""The first-run checklist: what a new shop needs before it sells, read off the shop itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from core.database import Database
from core.settings import Settings

# All in one statement, each by an index or over a table that is small by nature.
_STATE: Final = """
select
    (select count(*) from settings where key in ('currency', 'time_zone')) as looked_at,
    exists (select from settings where key = 'business_name') as is_named,
    exists (
        select from packages join services on services.id = packages.service_id
        where packages.is_active and services.is_active
    ) as sells,
    (
        select array_agg(distinct packages.currency order by packages.currency)
        from packages join services on services.id = packages.service_id
        where packages.is_active and services.is_active
            and not exists (
                select from payment_configs
                where payment_configs.is_active and payment_configs.currency = packages.currency
            )
    ) as unpayable,
    exists (select from payment_configs where is_active and currency = $1) as is_payable,
    exists (select from whatsapp_accounts where deleted_at is null and status = 'CONNECTED' and kind <> 'SIMULATOR')
        as is_linked,
    exists (select from whatsapp_accounts where deleted_at is null and status = 'CONNECTED' and kind = 'SIMULATOR')
        as is_tried,
    exists (select from staff where role = 'OWNER' and is_active and totp_enabled_at is not null) as is_guarded,
    (select count(*) from (select from staff where is_active limit 2) as a_few) > 1
        or exists (select from invitations) as is_shared,
    exists (select from ai_providers where is_active and key_ciphertext is not null) as has_ai
"""


class Step(StrEnum):
    BUSINESS_NAME = "BUSINESS_NAME"
    MONEY_AND_TIME = "MONEY_AND_TIME"
    CATALOG = "CATALOG"
    PAYMENT_METHOD = "PAYMENT_METHOD"
    WHATSAPP = "WHATSAPP"
    SECOND_FACTOR = "SECOND_FACTOR"
    STAFF = "STAFF"
    AI_PROVIDER = "AI_PROVIDER"
    BACKUP = "BACKUP"


class Need(StrEnum):
    REQUIRED = "REQUIRED"
    ADVISED = "ADVISED"
    OPTIONAL = "OPTIONAL"


@dataclass(frozen=True, slots=True)
class Item:
    """`missing` is empty when it is done; `advice` says what to do, or what could be done better."""

    step: Step
    need: Need
    is_done: bool
    missing: str
    advice: str


class Checklist:
    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings

    async def read(self) -> list[Item]:
        """In the order in which to do them; two statements."""
        settings = await self._settings.read()
        state = (await self._database.fetch(_STATE, [settings.currency]))[0]
        return [
            _item(
                Step.BUSINESS_NAME,
                Need.REQUIRED,
                is_done=state["is_named"],
                missing="The shop has no name of its own yet.",
                advice="Set the business name: customers are greeted with it.",
            ),
            _item(
                Step.MONEY_AND_TIME,
                Need.REQUIRED,
                is_done=state["looked_at"] == 2,
                missing=f"Nobody confirmed the currency ({settings.currency}) and the time zone "
                f"({settings.time_zone}).",
                advice="Set both, also if they are right already: prices and the shop's days hang on them.",
            ),
            _item(
                Step.CATALOG,
                Need.REQUIRED,
                is_done=state["sells"],
                missing="There is nothing for sale.",
                advice="Create a service with a package, and publish both.",
            ),
            _payment(state, settings.currency),
            _whatsapp(state),
            _item(
                Step.SECOND_FACTOR,
                Need.ADVISED,
                is_done=state["is_guarded"],
                missing="No owner signs in with a second factor.",
                advice="Set up an authenticator app, and keep the recovery codes on paper.",
            ),
            _item(
                Step.STAFF,
                Need.OPTIONAL,
                is_done=state["is_shared"],
                missing="You are alone here.",
                advice="Invite those who answer customers; AGENT is the role for inbox and orders.",
            ),
            _item(
                Step.AI_PROVIDER,
                Need.OPTIONAL,
                is_done=state["has_ai"],
                missing="No AI provider is set up; the built-in assistant sells with numbered menus.",
                advice="Add a provider with its key if customers are to be answered in free words.",
            ),
            _item(
                Step.BACKUP,
                Need.ADVISED,
                is_done=settings.backups_are_made,
                missing="Nobody said that backups are made.",
                advice="Back up the database and the data folder with its secrets each day, and try a restore once; "
                "then say so in the settings.",
            ),
        ]


def _payment(state: Mapping[str, Any], currency: str) -> Item:
    lacking = state["unpayable"] or ([] if state["is_payable"] or state["sells"] else [currency])
    return _item(
        Step.PAYMENT_METHOD,
        Need.REQUIRED,
        is_done=not lacking,
        missing=f"There is no way to pay in {', '.join(lacking)}.",
        advice="Add an active payment method for each currency that packages are sold in.",
    )


def _whatsapp(state: Mapping[str, Any]) -> Item:
    if state["is_tried"] and not state["is_linked"]:
        # Enough to try everything, so it counts; what customers need is still said.
        return Item(
            Step.WHATSAPP,
            Need.REQUIRED,
            is_done=True,
            missing="",
            advice="The simulator is connected. Link a WhatsApp number when customers are to write to it.",
        )
    return _item(
        Step.WHATSAPP,
        Need.REQUIRED,
        is_done=state["is_linked"],
        missing="No number is connected.",
        advice="Create a WhatsApp account and link it by its QR code, or connect a simulated one to try the shop.",
    )


def _item(step: Step, need: Need, *, is_done: bool, missing: str, advice: str) -> Item:
    return Item(step, need, is_done=is_done, missing="" if is_done else missing, advice="" if is_done else advice)
