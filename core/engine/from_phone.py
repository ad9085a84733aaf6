"""What our own side sent beside this program: a person who types on the linked phone, and echoes of what we sent."""

from datetime import timedelta

from core import clock
from core.conversation_records import note_added, note_changed
from core.conversations import Conversations
from core.customers import Customers
from core.database import UnitOfWork
from core.engine.amendments import Amendments
from core.engine.arrivals import Arrival, known, newest_of, touch
from core.engine.identities import person_of
from core.settings import ShopSettings
from models.conversations import Direction, Message, MessageState
from models.customers import Customer


class FromPhone:
    def __init__(self, customers: Customers, conversations: Conversations, amendments: Amendments) -> None:
        self._customers = customers
        self._conversations = conversations
        self._amendments = amendments

    async def store(self, work: UnitOfWork, arrival: Arrival, lid: str, settings: ShopSettings) -> None:
        """Typed by a person on the phone. What we sent ourselves comes back too, and is no news."""
        customer_id = await person_of(work, arrival.account_id, lid, arrival.chat)
        if customer_id is None:
            # They write to somebody who never wrote to the shop: none of its business.
            return
        customer = await self._customers.lock(work, customer_id)
        if customer.merged_into_id is not None:
            customer = await self._customers.lock(work, customer.merged_into_id)
        if await known(work, arrival, customer):
            return
        if await _is_ours(work, arrival, customer):
            return
        conversation = await newest_of(work, customer.id) or await self._conversations.open_for(work, customer)
        message = arrival.message(customer, conversation, work.now)
        await self._amendments.take_up(work, message, arrival.chats(customer))
        await message.save(using_db=work.connection)
        note_added(work, message)
        await touch(work, conversation, message)
        assert message.sent_at is not None  # noqa: S101 - every message that arrives has it
        keeps_for = timedelta(minutes=settings.ai_resume_minutes)
        if keeps_for and message.sent_at + keeps_for <= work.now:
            # Typed while we were away, and the person's time is over already: it only answers what came before it.
            await work.execute(
                "update messages set is_settled = true where customer_id = $1 and direction = 'INBOUND' "
                "and not is_settled and sent_at <= $2",
                customer.id,
                message.sent_at,
            )
        else:
            await self._conversations.note_human_on_phone(work, conversation)


async def _is_ours(work: UnitOfWork, arrival: Arrival, customer: Customer) -> bool:
    """Whether the echo is of a message whose sending was cut off: then it was sent after all."""
    sent = (
        await Message.filter(
            customer_id=customer.id,
            direction=Direction.OUTBOUND,
            state__in=[MessageState.AMBIGUOUS, MessageState.SENDING],
            whatsapp_id=None,
            text=arrival.text,
        )
        .using_db(work.connection)
        .order_by("id")
        .select_for_update()
        .first()
    )
    if sent is None:
        return False
    if sent.state is MessageState.AMBIGUOUS:
        sent.state, sent.whatsapp_id = MessageState.SENT, arrival.whatsapp_id
        sent.sent_at = min(arrival.event.sent_at, clock.now())
        await sent.save(using_db=work.connection, update_fields=["state", "whatsapp_id", "sent_at"])
        note_changed(work, sent)
    return True
