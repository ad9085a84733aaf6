"""What was written before the number was linked, as the phone tells it: thousands of messages, kept and left alone.

They are settled from the start: nobody is answered, nothing is unread, nobody is told. Each customer's lie in one
conversation of their own that was closed when its last message was written, so that they neither open a chat nor
stand behind what is being talked about now. Files that WhatsApp surely has no more are not asked for.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from core.customers import Customers
from core.database import Database, UnitOfWork
from core.engine.arrivals import Arrival
from core.engine.identities import Identities, jid_of
from core.engine.patience import PASSING
from models.conversations import Conversation, ConversationStatus, Direction, Message
from models.customers import Customer

logger = structlog.get_logger()

FILES_KEPT = timedelta(days=14)

FIND = "select coalesce(merged_into_id, id) as id from customers where account_id = $1 and lid = $2"

THEIRS = "select conversation_id from messages where customer_id = $1 and detail ? 'history' order by id limit 1"

STORED = "select whatsapp_id from messages where account_id = $1 and chat = any($2::text[]) and whatsapp_id = any($3)"

STRETCH = """
update conversations set
    created_at = least(created_at, $2),
    last_message_at = greatest(last_message_at, $3),
    closed_at = greatest(closed_at, $3),
    last_customer_message_at = greatest(last_customer_message_at, $4)
where id = $1
"""


class History:
    def __init__(self, database: Database, customers: Customers, identities: Identities) -> None:
        self._database = database
        self._customers = customers
        self._identities = identities

    async def store(self, account_id: int, arrivals: Sequence[Arrival]) -> None:
        """Each person's in one transaction; what is stored already stays as it is."""
        people: defaultdict[str, list[Arrival]] = defaultdict(list)
        for arrival in arrivals:
            people[arrival.lid].append(arrival)
        for lid, theirs in people.items():
            await self._store_theirs(account_id, lid, sorted(theirs, key=lambda arrival: arrival.event.sent_at))

    async def _store_theirs(self, account_id: int, lid: str, arrivals: list[Arrival]) -> None:
        """One message that cannot be stored costs itself alone."""
        try:
            async with self._database.unit_of_work() as work:
                await self._store_chat(work, account_id, lid, arrivals)
        except PASSING:
            raise
        except Exception:
            if len(arrivals) == 1:
                logger.exception("history_left_out", account_id=account_id)
                return
            for arrival in arrivals:
                await self._store_theirs(account_id, lid, [arrival])

    async def _store_chat(self, work: UnitOfWork, account_id: int, lid: str, arrivals: list[Arrival]) -> None:
        phone = next((arrival.phone for arrival in arrivals if arrival.phone), None)
        lid = await self._identities.known_as(work, account_id, lid, phone)
        customer = await self._customer(work, account_id, lid, phone, arrivals)
        if customer is None:
            return
        chats = {lid, customer.lid, customer.chat, *(arrival.chat for arrival in arrivals)}
        if customer.phone:
            chats.add(jid_of(customer.phone))
        rows = await work.fetch(STORED, account_id, list(chats), [arrival.whatsapp_id for arrival in arrivals])
        stored = {row["whatsapp_id"] for row in rows}
        fresh = {arrival.whatsapp_id: arrival for arrival in arrivals if arrival.whatsapp_id not in stored}
        if not fresh:
            return
        first, last = (list(fresh.values())[place].event.sent_at for place in (0, -1))
        rows = await work.fetch(THEIRS, customer.id)
        conversation = (
            await Conversation.get(id=rows[0]["conversation_id"], using_db=work.connection)
            if rows
            else await self._closed_one(work, customer, min(last, work.now))
        )
        messages = [self._message(work, arrival, customer, conversation) for arrival in fresh.values()]
        await Message.bulk_create(messages, using_db=work.connection, ignore_conflicts=True)
        wrote = [message.sent_at for message in messages if message.direction is Direction.INBOUND and message.sent_at]
        await work.execute(
            STRETCH, conversation.id, min(first, work.now), min(last, work.now), max(wrote, default=None)
        )

    async def _customer(
        self, work: UnitOfWork, account_id: int, lid: str, phone: str | None, arrivals: list[Arrival]
    ) -> Customer | None:
        """None: only our side wrote, to somebody who is no customer."""
        rows = await work.fetch(FIND, account_id, lid)
        if rows:
            # What was so long ago says nothing of how they are named and where they write now.
            customer = await self._customers.lock(work, rows[0]["id"])
            if customer.merged_into_id is None:
                return customer
            return await self._customers.lock(work, customer.merged_into_id)
        theirs = [arrival for arrival in arrivals if not arrival.event.is_from_us]
        if not theirs:
            return None
        return await self._customers.find_or_create(
            work,
            account_id=account_id,
            lid=lid,
            phone=phone,
            chat=theirs[-1].chat,
            profile_name=theirs[-1].event.profile_name,
        )

    async def _closed_one(self, work: UnitOfWork, customer: Customer, moment: datetime) -> Conversation:
        return await Conversation.create(
            using_db=work.connection,
            account_id=customer.account_id,
            customer_id=customer.id,
            status=ConversationStatus.ABANDONED,
            last_message_at=moment,
            closed_at=moment,
            created_at=moment,
        )

    def _message(self, work: UnitOfWork, arrival: Arrival, customer: Customer, conversation: Conversation) -> Message:
        message = arrival.message(customer, conversation, work.now)
        message.is_settled = True
        # Reports and retention count it where it belongs.
        message.created_at = min(arrival.event.sent_at, work.now)
        if message.media_reference is not None and message.created_at < work.now - FILES_KEPT:
            message.media_reference = None
            message.detail = {**message.detail, "media": "GONE"}
            message.detail.pop("file_name")
        return message
