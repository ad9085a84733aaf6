"""What the other side has or has read: a state only ever moves forward."""

from core.database import UnitOfWork
from core.engine.identities import chats_of
from core.events.event_types import MessageChanged
from core.whatsapp.gateway import ReceiptKind, ReceiptReceived

# A late DELIVERED after READ fills in its time and nothing else. What a receipt speaks of was surely sent.
RECORD = """
update messages
set
    state = case when $4::boolean then 'READ' when state = 'READ' then state else 'DELIVERED' end,
    delivered_at = coalesce(delivered_at, $5),
    read_at = case when $4::boolean then coalesce(read_at, $5) else read_at end,
    sent_at = coalesce(sent_at, $5)
where account_id = $1 and chat = any($2::text[]) and whatsapp_id = any($3::text[]) and direction = 'OUTBOUND'
  and state in ('SENDING', 'SENT', 'DELIVERED', 'READ', 'AMBIGUOUS')
  and (delivered_at is null or ($4::boolean and read_at is null))
returning id, conversation_id, customer_id, state
"""

# The id of a message whose sending was cut off, or takes long, is not known; that there is one such message in the
# chat, and a receipt for an id that nobody knows, says what id it got.
RECOGNISE = """
with unknown as (
    select given.id as whatsapp_id from unnest($3::text[]) as given (id)
    where not exists (
        select 1 from messages where account_id = $1 and chat = any($2::text[]) and whatsapp_id = given.id
    )
), cut_off as (
    select id from messages
    where account_id = $1 and chat = any($2::text[]) and direction = 'OUTBOUND' and state in ('AMBIGUOUS', 'SENDING')
      and whatsapp_id is null and created_at <= $4
)
update messages set whatsapp_id = (select whatsapp_id from unknown)
where id = (select min(id) from cut_off)
  and (select count(*) from cut_off) = 1 and (select count(*) from unknown) = 1
"""


async def record_receipt(work: UnitOfWork, account_id: int, receipt: ReceiptReceived) -> None:
    """Ids that nobody knows are left alone: the phone's own messages get receipts too."""
    at = min(receipt.at, work.now)
    ids = list(receipt.whatsapp_ids)
    chats = await chats_of(work, account_id, receipt.chat)
    await work.execute(RECOGNISE, account_id, chats, ids, at)
    rows = await work.fetch(RECORD, account_id, chats, ids, receipt.kind is ReceiptKind.READ, at)
    for row in rows:
        work.append(MessageChanged(row["id"], row["conversation_id"], row["customer_id"], account_id, row["state"]))
