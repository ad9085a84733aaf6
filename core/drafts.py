"""What was summed up to a customer and waits for their yes: a package, a quantity and the price as quoted."""

from datetime import timedelta

from core.database import Database, UnitOfWork
from core.errors import InvalidInputError, NotFoundError
from core.money import Money
from core.settings import Settings
from models.catalog import Package
from models.conversations import Conversation, Draft, DraftState

LARGEST_QUANTITY = 999

# Of the customer, not of the conversation: what they wrote while the summary was made is no answer to it either.
NEWEST_MESSAGE = """
select greatest($2, max(id)) as id from messages where customer_id = $1 and direction = 'INBOUND'
"""


class PackageNotAvailableError(NotFoundError):
    """It is not on sale: gone, or it or its service was taken off the shelf."""

    code = "PACKAGE_NOT_AVAILABLE"


class InvalidQuantityError(InvalidInputError):
    code = "INVALID_QUANTITY"


def unit_price(draft: Draft) -> Money:
    return Money(draft.unit_amount, draft.currency)


def total(draft: Draft) -> Money:
    return unit_price(draft).times(draft.quantity)


async def package_on_sale(work: UnitOfWork, package_id: int | None) -> Package | None:
    """The package with its service, held as it is until the commit; None when customers cannot buy it (any more)."""
    # The service first: deleting one locks it before its packages, and the other order would be a deadlock.
    services = await work.fetch(
        "select id from services where is_active and id = (select service_id from packages where id = $1) for share",
        package_id,
    )
    if not services:
        return None
    packages = await work.fetch("select id from packages where id = $1 and is_active for share", package_id)
    if not packages:
        return None
    return await Package.get(id=package_id).prefetch_related("service")


class Drafts:
    """A conversation has one draft at most that can still be confirmed."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings

    async def propose(
        self,
        work: UnitOfWork,
        conversation: Conversation,
        package_id: int,
        quantity: int,
        *,
        after_message_id: int,
    ) -> Draft:
        """Replaces the draft before it. The customer's row must be locked, for only what arrives later confirms it.

        Raises PackageNotAvailableError or InvalidQuantityError.
        """
        if not 1 <= quantity <= LARGEST_QUANTITY:
            raise InvalidQuantityError(f"The quantity must be between 1 and {LARGEST_QUANTITY}.", field="quantity")
        package = await package_on_sale(work, package_id)
        if package is None:
            raise PackageNotAvailableError("This package is not on sale.", field="packageId", package_id=package_id)
        price = Money(package.price_amount, package.currency)
        try:
            price.times(quantity)
        except InvalidInputError as error:
            raise InvalidQuantityError(error.message, field="quantity") from error
        settings = await self._settings.read()
        newest = await work.fetch(NEWEST_MESSAGE, conversation.customer_id, after_message_id)
        await work.execute(
            "update drafts set state = $2 where conversation_id = $1 and state = $3",
            conversation.id,
            DraftState.REPLACED.value,
            DraftState.PROPOSED.value,
        )
        return await Draft.create(
            conversation_id=conversation.id,
            package_id=package.id,
            package_name=package.name,
            quantity=quantity,
            unit_amount=price.amount,
            currency=price.currency,
            proposed_after_message_id=newest[0]["id"],
            created_at=work.now,
            expires_at=work.now + timedelta(minutes=settings.draft_minutes),
        )

    async def current(self, work: UnitOfWork | None, conversation_id: int) -> Draft | None:
        """What was summed up last and neither confirmed nor declined; it may have expired meanwhile."""
        drafts = Draft.filter(conversation_id=conversation_id, state=DraftState.PROPOSED).order_by("-id")
        return await drafts.using_db(work.connection if work else None).first()

    async def decline(self, work: UnitOfWork, draft: Draft) -> None:
        """Does nothing to a draft that was confirmed or replaced already."""
        await work.execute(
            "update drafts set state = $2 where id = $1 and state = $3",
            draft.id,
            DraftState.DECLINED.value,
            DraftState.PROPOSED.value,
        )
        await draft.refresh_from_db(fields=["state"])
