"""The people who write to us: found by account and LID, their language, their STOP, and being blocked."""

from core import audit
from core.audit import Actor
from core.conversation_records import settle, silence_assistant
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError, NotFoundError
from core.events.event_types import ConversationChanged, CustomerChanged
from core.texts import clean
from models.customers import Customer

LONGEST_NAME = 120
LONGEST_BLOCK_REASON = 500


class CustomerNotFoundError(NotFoundError):
    code = "CUSTOMER_NOT_FOUND"

    def __init__(self, customer_id: int) -> None:
        super().__init__("There is no such customer.", field="customerId", customer_id=customer_id)


class Customers:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_or_create(
        self, work: UnitOfWork, *, account_id: int, lid: str, phone: str | None, chat: str, profile_name: str
    ) -> Customer:
        """The person's row, locked. What is newly known of them is written; what is left out now stays known."""
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
        customer = await self._locked(work, account_id=account_id, lid=lid)
        changes = {
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
                "customer",
                customer.id,
                before={"is_blocked": was_blocked},
                after={"is_blocked": True, "reason": reason},
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
                "customer",
                customer.id,
                before={"is_blocked": True},
                after={"is_blocked": False},
            )
            return customer

    async def _locked(self, work: UnitOfWork, **which: object) -> Customer:
        customer = await Customer.filter(**which).using_db(work.connection).select_for_update().first()
        if customer is None:
            raise CustomerNotFoundError(int(str(which.get("id", 0))))
        return customer

    async def _write(self, work: UnitOfWork, customer: Customer, *fields: str) -> None:
        await customer.save(using_db=work.connection, update_fields=[*fields, "updated_at"])
        work.append(CustomerChanged(customer.id, customer.account_id))


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
