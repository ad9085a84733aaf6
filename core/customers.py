"""The people who write to us: found by account and LID, their language, their STOP, what staff note, being blocked."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from core import audit
from core.audit import Actor
from core.conversation_records import settle, silence_assistant
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError, NotFoundError
from core.events.event_types import ConversationChanged, CustomerChanged
from core.languages.wording import LANGUAGES
from core.money import Money
from core.texts import clean, clean_tags
from models.customers import Customer

LONGEST_NAME = 120
LONGEST_BLOCK_REASON = 500
LONGEST_NOTE = 4_000
LONGEST_SOURCE = 120

# Paid, and what was given back taken off; an order that is cancelled or waits is no spending.
SPEND = """
select orders.customer_id, orders.currency, sum(orders.total_amount - coalesce(refunds.amount, 0))::text as amount
from orders left join refunds on refunds.order_id = orders.id
where orders.customer_id = any($1::bigint[]) and orders.status in ('PAID', 'COMPLETED', 'REFUNDED')
group by orders.customer_id, orders.currency
order by orders.customer_id, orders.currency
"""


class CustomerNotFoundError(NotFoundError):
    code = "CUSTOMER_NOT_FOUND"

    def __init__(self, customer_id: int) -> None:
        super().__init__("There is no such customer.", field="customerId", customer_id=customer_id)


@dataclass(frozen=True, slots=True)
class Consent:
    """Whether they agreed to hear of offers, and where they said so."""

    is_given: bool
    source: str = ""


@dataclass(frozen=True, slots=True)
class CustomerChanges:
    """What is None stays as it is; `clear_language` lets it be guessed again."""

    language: str | None = None
    clear_language: bool = False
    note: str | None = None
    tags: tuple[str, ...] | None = None
    consent: Consent | None = None


class Customers:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_or_create(
        self, work: UnitOfWork, *, account_id: int, lid: str, phone: str | None, chat: str, profile_name: str
    ) -> Customer:
        """The person's row, locked. What is newly known of them is written; what is left out now stays known.

        An id that turned out to be another's is that other customer.
        """
        name = clean(profile_name, LONGEST_NAME).strip()
        created = await work.fetch(
            "insert into customers "
            "(account_id, lid, phone, chat, profile_name, is_language_chosen, note, created_at, updated_at) "
            "values ($1, $2, $3, $4, $5, false, '', $6, $6) on conflict (account_id, lid) do nothing returning id",
            account_id,
            lid,
            phone,
            chat,
            name,
            work.now,
        )
        customer = await self._lock_person(work, account_id, lid)
        changes: dict[str, Any] = {
            field: new
            for field, new in (("phone", phone), ("chat", chat), ("profile_name", name))
            if new and new != getattr(customer, field)
        }
        if changes:
            customer.update_from_dict(changes)
            await customer.save(using_db=work.connection, update_fields=[*changes, "updated_at"])
        if created or changes:
            work.append(CustomerChanged(customer.id, account_id))
        return customer

    async def lock(self, work: UnitOfWork, customer_id: int) -> Customer:
        """Before the conversation and before the order, always. Raises CustomerNotFoundError."""
        return await self._locked(work, id=customer_id)

    async def update(self, customer_id: int, changes: CustomerChanges, actor: Actor) -> Customer:
        """Raises CustomerNotFoundError or InvalidInputError."""
        async with self._database.unit_of_work() as work:
            customer = await self.lock(work, customer_id)
            values = _values(customer, changes, work)
            changed = {name: value for name, value in values.items() if value != getattr(customer, name)}
            if not changed:
                return customer
            before = _plain({name: getattr(customer, name) for name in changed})
            customer.update_from_dict(changed)
            await self._write(work, customer, *changed)
            await audit.record(
                work, actor, "customer.update", "customers", customer.id, before=before, after=_plain(changed)
            )
            return customer

    async def spend_of(self, customer_ids: list[int]) -> dict[int, list[Money]]:
        """What each spent, by currency; one statement for any number of them."""
        spent: dict[int, list[Money]] = defaultdict(list)
        for row in await self._database.fetch(SPEND, [customer_ids]):
            spent[row["customer_id"]].append(Money(int(row["amount"]), row["currency"]))
        return spent

    async def set_language(self, work: UnitOfWork, customer: Customer, language: str, *, chosen: bool) -> None:
        """A language that was guessed never replaces one that was chosen."""
        if customer.is_language_chosen and not chosen:
            return
        if (customer.language, customer.is_language_chosen) == (language, chosen):
            return
        customer.language, customer.is_language_chosen = language, chosen
        await self._write(work, customer, "language", "is_language_chosen")

    async def opt_out(self, work: UnitOfWork, customer: Customer) -> bool:
        """Whether it is news: STOP is acknowledged once."""
        if customer.opted_out_at is not None:
            return False
        customer.opted_out_at = work.now
        await self._write(work, customer, "opted_out_at")
        return True

    async def opt_in(self, work: UnitOfWork, customer: Customer) -> bool:
        """Whether it is news."""
        if customer.opted_out_at is None:
            return False
        customer.opted_out_at = None
        await self._write(work, customer, "opted_out_at")
        return True

    async def block(self, customer_id: int, reason: str, actor: Actor) -> Customer:
        """From now on their messages are kept and not answered, also those that an answer is being made to."""
        reason = clean(reason, LONGEST_BLOCK_REASON + 1).strip()
        if not reason:
            raise InvalidInputError("Say why this customer is blocked.", field="reason")
        if len(reason) > LONGEST_BLOCK_REASON:
            raise InvalidInputError(f"The reason can have at most {LONGEST_BLOCK_REASON} characters.", field="reason")
        async with self._database.unit_of_work() as work:
            customer = await self.lock(work, customer_id)
            was_blocked = customer.blocked_at is not None
            customer.blocked_at = customer.blocked_at or work.now
            customer.block_reason = reason
            await self._write(work, customer, "blocked_at", "block_reason")
            await _silence(work, customer)
            await audit.record(
                work,
                actor,
                "customer.block",
                "customers",
                customer.id,
                before={"is_blocked": was_blocked},
                after={"is_blocked": True, "reason_changed": True},
            )
            return customer

    async def unblock(self, customer_id: int, actor: Actor) -> Customer:
        async with self._database.unit_of_work() as work:
            customer = await self.lock(work, customer_id)
            if customer.blocked_at is None:
                return customer
            customer.blocked_at = customer.block_reason = None
            await self._write(work, customer, "blocked_at", "block_reason")
            await audit.record(
                work,
                actor,
                "customer.unblock",
                "customers",
                customer.id,
                before={"is_blocked": True},
                after={"is_blocked": False},
            )
            return customer

    async def _lock_person(self, work: UnitOfWork, account_id: int, lid: str) -> Customer:
        """Follows a merge, and locks only the row it ends at: a merge locks both, and neither must wait for us."""
        while True:
            rows = await work.fetch(
                "select coalesce(merged_into_id, id) as id from customers where account_id = $1 and lid = $2",
                account_id,
                lid,
            )
            customer = await self._locked(work, id=rows[0]["id"] if rows else 0)
            if customer.merged_into_id is None:  # else they were merged while we waited for the row
                return customer

    async def _locked(self, work: UnitOfWork, **which: object) -> Customer:
        customer = await Customer.filter(**which).using_db(work.connection).select_for_update().first()
        if customer is None:
            raise CustomerNotFoundError(int(str(which.get("id", 0))))
        return customer

    async def _write(self, work: UnitOfWork, customer: Customer, *fields: str) -> None:
        await customer.save(using_db=work.connection, update_fields=[*fields, "updated_at"])
        work.append(CustomerChanged(customer.id, customer.account_id))


def _values(customer: Customer, changes: CustomerChanges, work: UnitOfWork) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if changes.clear_language:
        if changes.language is not None:
            raise InvalidInputError("Choose a language or clear it, not both.", field="clearLanguage")
        values |= {"language": None, "is_language_chosen": False}
    elif changes.language is not None:
        if changes.language not in LANGUAGES:
            raise InvalidInputError(f"Choose one of {', '.join(LANGUAGES)}.", field="language")
        values |= {"language": changes.language, "is_language_chosen": True}
    if changes.note is not None:
        values["note"] = clean(changes.note, LONGEST_NOTE + 1).strip()
        if len(values["note"]) > LONGEST_NOTE:
            raise InvalidInputError(f"The note can have at most {LONGEST_NOTE} characters.", field="note")
    if changes.tags is not None:
        values["tags"] = clean_tags(changes.tags)
    if changes.consent is not None:
        values |= _consent(customer, changes.consent, work)
    return values


def _consent(customer: Customer, consent: Consent, work: UnitOfWork) -> dict[str, Any]:
    if not consent.is_given:
        return {"consented_at": None, "consent_source": ""}
    source = clean(consent.source, LONGEST_SOURCE + 1).strip()
    if not 1 <= len(source) <= LONGEST_SOURCE:
        raise InvalidInputError(f"Say in 1 to {LONGEST_SOURCE} characters where they agreed.", field="consent.source")
    return {"consented_at": customer.consented_at or work.now, "consent_source": source}


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """For the audit log: of a note and tags only that they changed, of a consent only whether it is given."""
    plain = {name: value for name, value in values.items() if name in {"language", "is_language_chosen"}}
    plain |= {f"{name}_changed": True for name in ("note", "tags") if name in values}
    if "consented_at" in values:
        plain["is_consent_given"] = values["consented_at"] is not None
    if "consent_source" in values:
        plain["consent_source_changed"] = True
    return plain


async def _silence(work: UnitOfWork, customer: Customer) -> None:
    """No word of the assistant any more: neither what waits to be sent nor what is being made."""
    for row in await work.fetch(
        "update conversations set version = version + 1 where customer_id = $1 and closed_at is null "
        "returning id, status, answered_by",
        customer.id,
    ):
        work.append(ConversationChanged(row["id"], customer.id, customer.account_id, row["status"], row["answered_by"]))
    await settle(work, customer.id)
    await silence_assistant(work, customer.id)
