"""A shop after a busy year, always the same: 5,000 customers, 50,000 orders, 200,000 messages.

Pure SQL, so that it is there within seconds. While it is written the CHECKs and UNIQUEs are asked, foreign keys not.
"""

import asyncpg

CUSTOMERS = 5_000
CONVERSATIONS = 10_000
ORDERS = 50_000
MESSAGES = 200_000
SERVICES = 50
PACKAGES = 200
TURNS = 60_000
AUDIT_ROWS = 60_000
EVENTS = 100_000

# Customers of account 4 are simulated; the numbers are the sums that the parts below come to.
SIMULATOR_ACCOUNT = 4

_PEOPLE = """
insert into staff (email, name, role, password_hash, is_active, password_changed_at)
select i || '@shop.example', 'Agent ' || i, (array['OWNER', 'ADMIN', 'AGENT', 'AGENT', 'AGENT', 'VIEWER'])[i],
       'not a password', true, '2026-01-01Z'
from generate_series(1, 6) i;

insert into whatsapp_accounts (name, kind, status, status_changed_at, should_connect, owner_fence)
select 'Number ' || i, case i when 4 then 'SIMULATOR' else 'WHATSAPP' end, 'CONNECTED', '2026-01-01Z', true, 1
from generate_series(1, 4) i;

insert into services (name, description, position, is_active, updated_at)
select 'Service ' || i, 'What service ' || i || ' is good for.', i, i % 10 <> 0, '2026-01-01Z'
from generate_series(1, 50) i;

insert into packages (name, description, features, duration_count, duration_unit, price_amount, currency, position,
                      is_active, updated_at, service_id)
select 'Package ' || i, 'What package ' || i || ' holds.', '["one", "two"]', 1, 'MONTH', 1000 + i * 735,
       (array['PKR', 'PKR', 'USD', 'KWD'])[1 + i % 4], i % 4, i % 20 <> 0, '2026-01-01Z', 1 + (i - 1) / 4
from generate_series(1, 200) i;

insert into customers (lid, phone, chat, profile_name, language, is_language_chosen, note, tags, created_at, updated_at,
                       account_id, blocked_at, opted_out_at)
select i || '@lid', '+9230' || (10000000 + i), i || '@lid',
       (array['Amina', 'Bilal', 'Carmen', 'Dawood', 'Esra', 'Fatima', 'Ghulam', 'Hina', 'Imran', 'Juan'])[1 + i % 10]
           || ' ' || (array['Khan', 'Ahmed', 'Lopez', 'Malik', 'Noor', 'Omar', 'Perez'])[1 + i % 7] || ' ' || i,
       (array['en', 'ur', 'ur-Latn', 'ar', 'es'])[1 + i % 5], false, '',
       case when i % 50 = 0 then '["vip"]'::jsonb else '[]'::jsonb end,
       timestamptz '2025-10-01Z' + i * interval '10 minutes', timestamptz '2026-01-01Z' + i * interval '90 minutes',
       case when i % 20 = 0 then 4 else 1 + i % 3 end,
       case when i % 200 = 0 then timestamptz '2026-06-01Z' end,
       case when i % 100 = 1 then timestamptz '2026-06-01Z' end
from generate_series(1, 5000) i;
"""

# Of each customer: one conversation that is over, and one that may be open.
_CHATS = """
insert into conversations (status, answered_by, attention, version, menu, tags, unread_count, created_at,
                           last_message_at, last_customer_message_at, closed_at, account_id, assigned_to_id,
                           customer_id)
select state.status, case when i % 9 = 0 then 'HUMAN' when i % 31 = 0 then 'PAUSED' else 'AI' end,
       case when i > 5000 and i % 37 = 0 then 'ASKED_FOR_HUMAN' end, i % 7, '{}',
       case when i % 60 = 0 then '["urgent"]'::jsonb else '[]'::jsonb end,
       case when i > 5000 then i % 4 else 0 end, times.began, times.began + interval '30 minutes',
       times.began + interval '29 minutes',
       case when state.status in ('COMPLETED', 'ABANDONED') then times.began + interval '1 day' end,
       customers.account_id, case when i % 5 = 0 then 2 + i % 4 end, customers.id
from generate_series(1, 10000) i
join customers on customers.id = 1 + (i - 1) % 5000,
lateral (select timestamptz '2026-01-01Z' + i * interval '46 minutes' as began) times,
lateral (
    select case when i <= 5000 then (array['COMPLETED', 'ABANDONED'])[1 + i % 2]
                else (array['ACTIVE', 'WAITING_PAYMENT', 'COMPLETED', 'COMPLETED', 'ABANDONED'])[1 + i % 5]
           end as status
) state;

insert into turns (answered_with, finished_at, record, conversation_id, created_at)
select (array['CLAUDE', 'GEMINI', 'BUILT_IN'])[1 + i % 3],
       conversations.created_at + ((i - 1) / 10000 + 1) * interval '4 minutes', '{"asked": "menu"}', conversations.id,
       conversations.created_at + ((i - 1) / 10000 + 1) * interval '4 minutes'
from generate_series(1, 60000) i
join conversations on conversations.id = 1 + (i - 1) % 10000;

-- Twenty to a conversation: the customer, then an answer, in turn.
insert into messages (direction, author, kind, state, chat, whatsapp_id, text, detail, is_settled, is_proactive,
                      created_at, sent_at, account_id, conversation_id, customer_id, staff_id, turn_id)
select case part.is_ours when true then 'OUTBOUND' else 'INBOUND' end,
       case when not part.is_ours then 'CUSTOMER' when i % 10 = 0 then 'STAFF' when i % 34 = 0 then 'PROGRAM'
            else 'ASSISTANT' end,
       'TEXT',
       case when not part.is_ours then 'RECEIVED' when i % 5000 = 0 then 'FAILED'
            else (array['SENT', 'DELIVERED', 'READ', 'READ'])[1 + (i / 2) % 4] end,
       customers.chat, 'WA' || i,
       'Message ' || i || ': '
           || (array['how much is it', 'salam, I would like to order', 'thank you', 'here is the receipt',
                     'what does the package hold', 'kitne ka hai', 'please wait', 'mañana'])[1 + (i / 3) % 8]
           || case when i % 997 = 0 then ' giraffe' else '' end,
       '{}', true, false, part.moment, part.moment, conversations.account_id, conversations.id, customers.id,
       case when part.is_ours and i % 10 = 0 then 2 + i % 4 end,
       case when part.is_ours and part.place < 12 and i % 10 <> 0
            then (part.place / 2) * 10000 + conversations.id end
from generate_series(1, 200000) i
join conversations on conversations.id = 1 + (i - 1) / 20
join customers on customers.id = conversations.customer_id,
lateral (
    select i % 2 = 0 as is_ours, (i - 1) % 20 as place,
           conversations.created_at + ((i - 1) % 20) * interval '85 seconds'
               - case when i % 2 = 0 then interval '60 seconds' else interval '0' end as moment
) part;
"""

_SALES = """
insert into drafts (package_name, quantity, unit_amount, currency, state, proposed_after_message_id, expires_at,
                    conversation_id, package_id, created_at)
select packages.name, 1 + i % 3, packages.price_amount, packages.currency,
       case when i <= 50000 then 'CONFIRMED' else (array['REPLACED', 'EXPIRED', 'DECLINED'])[1 + i % 3] end,
       (conversations.id - 1) * 20 + 1, times.moment + interval '30 minutes', conversations.id, packages.id,
       times.moment
from generate_series(1, 60000) i
join packages on packages.id = 1 + (i::bigint * 7919) % 200
join conversations on conversations.id = 1 + (i::bigint * 7919) % 8000,
lateral (select timestamptz '2026-01-01Z' + ((i - 1) % 50000) * interval '553 seconds' as moment) times;

insert into orders (number, service_name, package_name, snapshot, unit_amount, quantity, total_amount, currency, status,
                    is_simulated, expires_at, paid_at, created_at, updated_at, account_id, conversation_id, customer_id,
                    package_id, draft_id)
select 'PX-' || (1000 + drafts.id), services.name, drafts.package_name,
       '{"description": "", "features": [], "duration_count": 1, "duration_unit": "MONTH"}', drafts.unit_amount,
       drafts.quantity, drafts.unit_amount * drafts.quantity, drafts.currency, state.status,
       conversations.account_id = 4, times.moment + interval '48 hours',
       case when state.status in ('PAID', 'COMPLETED', 'REFUNDED') then times.moment + interval '3 hours' end,
       times.moment, times.moment + interval '5 hours', conversations.account_id, conversations.id,
       conversations.customer_id, case when drafts.id % 40 = 0 then null else drafts.package_id end, drafts.id
from drafts
join packages on packages.id = drafts.package_id
join services on services.id = packages.service_id
join conversations on conversations.id = drafts.conversation_id,
lateral (select drafts.created_at + interval '2 minutes' as moment) times,
lateral (
    select case when drafts.id % 100 < 65 then 'COMPLETED' when drafts.id % 100 < 79 then 'PAID'
                when drafts.id % 100 < 84 then 'REFUNDED' when drafts.id % 100 < 94 then 'CANCELLED'
                when drafts.id % 100 < 98 then 'PENDING' when drafts.id % 100 < 99 then 'PAYMENT_SUBMITTED'
                else 'REJECTED' end as status
) state
where drafts.state = 'CONFIRMED';

insert into order_actions (actor, from_status, to_status, reason, order_id, staff_id, created_at)
select step.actor, step.before, step.after, step.reason, orders.id, case step.actor when 'STAFF' then 2 end,
       orders.created_at + step.later
from orders
join (values
    ('CUSTOMER', null, 'PENDING', '', interval '0', null),
    ('CUSTOMER', 'PENDING', 'PAYMENT_SUBMITTED', '', interval '1 hour',
     array['PAYMENT_SUBMITTED', 'REJECTED', 'PAID', 'COMPLETED', 'REFUNDED']),
    ('STAFF', 'PAYMENT_SUBMITTED', 'PAID', '', interval '3 hours', array['PAID', 'COMPLETED', 'REFUNDED']),
    ('STAFF', 'PAYMENT_SUBMITTED', 'REJECTED', 'unreadable', interval '3 hours', array['REJECTED']),
    ('STAFF', 'PAID', 'COMPLETED', '', interval '5 hours', array['COMPLETED']),
    ('STAFF', 'PAID', 'REFUNDED', 'asked for it', interval '5 hours', array['REFUNDED']),
    ('PROGRAM', 'PENDING', 'CANCELLED', 'not paid in time', interval '48 hours', array['CANCELLED'])
) as step (actor, before, after, reason, later, of) on step.of is null or orders.status = any(step.of)
order by orders.id, step.later;

insert into media_files (store, key, content_type, byte_size, sha256, file_name, created_at)
select 'local', 'proof-' || orders.id, 'image/png', 40000, sha256(orders.id::text::bytea), 'slip.png',
       orders.created_at + interval '1 hour'
from orders where orders.status not in ('PENDING', 'CANCELLED') order by orders.id;

insert into payment_proofs (status, reason, reviewed_at, media_id, order_id, reviewer_id, created_at)
select case orders.status when 'PAYMENT_SUBMITTED' then 'SUBMITTED' when 'REJECTED' then 'REJECTED' else 'APPROVED' end,
       case orders.status when 'REJECTED' then 'unreadable' else '' end,
       case when orders.status <> 'PAYMENT_SUBMITTED' then orders.created_at + interval '3 hours' end,
       media_files.id, orders.id, case when orders.status <> 'PAYMENT_SUBMITTED' then 2 end, media_files.created_at
from orders join media_files on media_files.key = 'proof-' || orders.id
order by orders.id;

insert into refunds (amount, currency, reference, reason, actor, order_id, staff_id, created_at)
select total_amount / 2, currency, 'TX' || id, 'asked for it', 'STAFF', id, 2, created_at + interval '5 hours'
from orders where status = 'REFUNDED' order by id;
"""

_REST = """
insert into ai_providers (name, type, model, key_ending, priority, is_active, updated_at)
values ('Claude', 'CLAUDE', 'claude', 'abcd', 2, true, '2026-01-01Z'),
       ('Gemini', 'GEMINI', 'gemini', 'efgh', 1, true, '2026-01-01Z');

insert into ai_usage_logs (provider_type, model, hop, outcome, tokens_read, tokens_written, milliseconds, cost,
                           cost_currency, provider_id, turn_id, created_at)
select turns.answered_with, lower(turns.answered_with), 0, case when turns.id % 50 = 0 then 'TIMEOUT' else 'OK' end,
       900, 80, 700 + turns.id % 900, case when turns.id % 50 = 0 then null else 0.0031 end,
       case when turns.id % 50 = 0 then null else 'USD' end, case turns.answered_with when 'CLAUDE' then 1 else 2 end,
       turns.id, turns.created_at
from turns where turns.answered_with <> 'BUILT_IN' order by turns.created_at;

insert into audit_logs (actor, staff_id, api_key_id, action, subject, subject_id, before, after, request_id, created_at)
select case when i % 6 = 5 then 'API_KEY' else 'STAFF' end, case when i % 6 <> 5 then 1 + i % 6 end,
       case when i % 6 = 5 then 1 end,
       (array['order.approve_payment', 'order.complete', 'customer.block', 'conversation.take_over'])[1 + i % 4],
       (array['orders', 'orders', 'customers', 'conversations'])[1 + i % 4], 1 + i % 5000, '{}', '{}', 'request-' || i,
       timestamptz '2026-01-01Z' + i * interval '7 minutes'
from generate_series(1, 60000) i;

insert into events (type, payload, created_at)
select 'message.added', jsonb_build_object('message_id', i), timestamptz '2026-10-01Z' + i * interval '40 seconds'
from generate_series(1, 100000) i;
"""


# Indexes are made at the end, which takes half the time; those that uphold a constraint stay.
_INDEXES = """
select indexname, indexdef from pg_indexes
where schemaname = 'public' and not exists (
    select 1 from pg_constraint where conname = indexname
) and tablename = any('{customers,conversations,turns,messages,drafts,orders,order_actions,media_files,payment_proofs,
                        refunds,ai_usage_logs,audit_logs,events}')
"""


async def build(url: str) -> None:
    """Into a migrated, empty database; needs the right to leave out foreign keys, which a test's server gives."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(
            "set synchronous_commit = off; set work_mem = '64MB'; set maintenance_work_mem = '128MB'"
        )
        await connection.execute("set session_replication_role = replica")
        indexes = await connection.fetch(_INDEXES)
        await connection.execute(";".join(f"drop index {index['indexname']}" for index in indexes))
        for part in (_PEOPLE, _CHATS, _SALES, _REST):
            await connection.execute(part)
        await connection.execute(";".join(index["indexdef"] for index in indexes))
        await connection.execute("vacuum analyze")
    finally:
        await connection.close()
