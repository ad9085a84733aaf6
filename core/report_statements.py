"""The statements of the reports. $1 and $2 hold when each day begins and ends; with $3 the simulator counts too.

No chat of the conversation lab ever counts; what its questions to providers cost is money all the same.

Reading day by day, and a LIMIT or an ORDER BY in a lateral join, keep the planner at the indexes, also for a span that
is the whole table. Days are counted from one; the row without a day is the whole span.
"""

_DAYS = "unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as days (begins, ends, day)"

# A chat, and how far it has come by now.
FUNNEL = f"""
select days.day, count(*) as chats,
       count(*) filter (where draft.has_come or sale.has_come) as drafts,
       count(*) filter (where sale.has_come) as orders,
       count(*) filter (where sale.has_proof or sale.is_paid) as proofs,
       count(*) filter (where sale.is_paid) as paid
from {_DAYS}
cross join lateral (
    select id, account_id from conversations
    where created_at >= days.begins and created_at < days.ends
    order by created_at
) as chat
join whatsapp_accounts as account on account.id = chat.account_id
cross join lateral (
    select count(*) > 0 as has_come from (
        select 1 from drafts where drafts.conversation_id = chat.id limit 1
    ) as one
) as draft
cross join lateral (
    select count(*) > 0 as has_come, coalesce(bool_or(orders.paid_at is not null), false) as is_paid,
           coalesce(bool_or(proof.id is not null), false) as has_proof
    from orders
    left join lateral (
        select id from payment_proofs where payment_proofs.order_id = orders.id limit 1
    ) as proof on true
    where orders.conversation_id = chat.id
) as sale
where not account.is_lab and ($3::boolean or account.kind <> 'SIMULATOR')
group by days.day
"""  # noqa: S608 - made of our own words alone

# Paid orders and refunds, each on its own day; by currency and day, by currency and what was sold, by currency.
REVENUE = f"""
with money as (
    select days.day, currency, service_name, package_name, total_amount as gross, 0::bigint as refunded, 1 as orders
    from {_DAYS}
    join orders on paid_at >= days.begins and paid_at < days.ends
    where $3::boolean or not is_simulated
    union all
    select days.day, refunds.currency, sold.service_name, sold.package_name, 0, refunds.amount, 0
    from {_DAYS}
    join refunds on refunds.created_at >= days.begins and refunds.created_at < days.ends
    cross join lateral (
        select service_name, package_name, is_simulated from orders where orders.id = refunds.order_id limit 1
    ) as sold
    where $3::boolean or not sold.is_simulated
)
select day, service_name, package_name, currency, sum(orders) as orders, sum(gross) as gross,
       sum(refunded) as refunded
from money
group by grouping sets ((currency, day), (currency, service_name, package_name), (currency, service_name), (currency))
order by currency, day, sum(gross) - sum(refunded) desc, service_name, package_name
"""  # noqa: S608 - made of our own words alone

# Every attempt to ask a provider, but those of simulated chats; and the paid orders, to share the cost over.
AI_USE = f"""
with asked as (
    select days.day, log.provider_type, log.cost_currency, log.cost,
           log.outcome, coalesce(log.tokens_read, 0) as tokens_read, coalesce(log.tokens_written, 0) as tokens_written
    from {_DAYS}
    join ai_usage_logs as log on log.created_at >= days.begins and log.created_at < days.ends
    left join lateral (
        select conversation_id from turns where turns.id = log.turn_id limit 1
    ) as turn on true
    left join lateral (
        select account_id from conversations where conversations.id = turn.conversation_id limit 1
    ) as chat on true
    left join whatsapp_accounts as account on account.id = chat.account_id
    where $3::boolean or account.kind is distinct from 'SIMULATOR'
), paid as (
    select days.day
    from {_DAYS}
    join orders on paid_at >= days.begins and paid_at < days.ends
    where $3::boolean or not is_simulated
)
select 'use' as kind, day, provider_type, cost_currency, count(*) as requests,
       count(*) filter (where outcome <> 'OK') as failed, sum(tokens_read) as tokens_read,
       sum(tokens_written) as tokens_written, count(*) filter (where outcome = 'OK' and cost is null) as without_price,
       coalesce(sum(cost), 0) as cost, 0 as paid_orders
from asked
group by grouping sets ((cost_currency, day), (cost_currency, provider_type), (cost_currency))
union all
select 'paid', day, null, null, 0, 0, 0, 0, 0, 0, count(*)
from paid
group by grouping sets ((day), ())
order by cost_currency
"""  # noqa: S608 - made of our own words alone

# In each chat with words of the span: what the customer wrote since the last answer waits for the next one.
RESPONSE_TIMES = f"""
with chats as (
    select distinct conversation_id as id
    from {_DAYS}
    join messages on created_at >= days.begins and created_at < days.ends
), waits as (
    select width_bucket(answer.stored_at, $1::timestamptz[]) as day, answer.by,
           greatest(extract(epoch from answer.answered_at - answer.asked_at), 0)::float8 as seconds
    from chats
    cross join lateral (
        select account_id from conversations where conversations.id = chats.id limit 1
    ) as chat
    join whatsapp_accounts as account on account.id = chat.account_id
    cross join lateral (
        select min(created_at) filter (where author = 'CUSTOMER') as stored_at,
               min(moment) filter (where author = 'CUSTOMER') as asked_at,
               max(moment) filter (where author <> 'CUSTOMER') as answered_at,
               case max(author) filter (where author <> 'CUSTOMER')
                   when 'ASSISTANT' then 'ASSISTANT' else 'PEOPLE' end as by
        from (
            select author, created_at, coalesce(sent_at, created_at) as moment,
                   count(*) filter (where author <> 'CUSTOMER')
                       over (order by id rows between unbounded preceding and 1 preceding) as answers_before
            from messages
            where messages.conversation_id = chats.id and kind <> 'REACTION'
              and (author = 'CUSTOMER'
                   or author in ('ASSISTANT', 'STAFF', 'PHONE') and state in ('SENT', 'DELIVERED', 'READ'))
        ) as said
        group by answers_before
    ) as answer
    where ($3::boolean or account.kind <> 'SIMULATOR') and answer.answered_at is not null
      and answer.stored_at >= ($1::timestamptz[])[1] and answer.stored_at < ($2::timestamptz[])[cardinality($2)]
)
select day, by, count(*) as answers, percentile_cont(0.5) within group (order by seconds) as median,
       percentile_cont(0.9) within group (order by seconds) as p90
from waits
group by grouping sets ((day, by), (day), (by), ())
"""  # noqa: S608 - made of our own words alone

# $1 to $2 is today. One row for each currency of today's revenue, or one without a currency.
COUNTERS = """
with real as (
    select id from whatsapp_accounts where kind <> 'SIMULATOR'
), counts as (
    select (select count(*) from conversations
            where status in ('ACTIVE', 'WAITING_PAYMENT') and account_id in (select id from real)) as open_chats,
           (select count(*) from conversations
            where attention is not null and account_id in (select id from real)) as chats_needing_human,
           (select count(*) from payment_proofs
            cross join lateral (
                select is_simulated from orders where orders.id = payment_proofs.order_id limit 1
            ) as sold
            where payment_proofs.status = 'SUBMITTED' and not sold.is_simulated) as proofs_waiting,
           (select count(*) from orders
            where created_at >= $1 and created_at < $2 and not is_simulated) as orders_today
), money as (
    select currency, total_amount as gross, 0::bigint as refunded, 1 as orders
    from orders where paid_at >= $1 and paid_at < $2 and not is_simulated
    union all
    select refunds.currency, 0, refunds.amount, 0
    from refunds
    cross join lateral (
        select is_simulated from orders where orders.id = refunds.order_id limit 1
    ) as sold
    where refunds.created_at >= $1 and refunds.created_at < $2 and not sold.is_simulated
), revenue as (
    select currency, sum(gross) as gross, sum(refunded) as refunded, sum(orders) as orders from money group by currency
)
select counts.*, revenue.* from counts left join revenue on true order by revenue.currency
"""
