"""What must hold after everything that happens: each a sentence, and a query for whatever breaks it."""

# PRODUCT's own list, written out anew: the rules' table may not be its own judge.
ALLOWED = {
    ("PENDING", "PAYMENT_SUBMITTED"), ("PENDING", "CANCELLED"),
    ("PAYMENT_SUBMITTED", "PAID"), ("PAYMENT_SUBMITTED", "REJECTED"), ("PAYMENT_SUBMITTED", "CANCELLED"),
    ("REJECTED", "PAYMENT_SUBMITTED"), ("REJECTED", "CANCELLED"),
    ("PAID", "COMPLETED"), ("PAID", "REFUNDED"),
    ("COMPLETED", "REFUNDED"),
}  # fmt: skip
_ALLOWED_ROWS = ", ".join(f"('{before}', '{after}')" for before, after in sorted(ALLOWED))

_STEPS_NOT_AUDITED = """
select order_id, actor, staff_id, api_key_id, from_status, to_status from order_actions
except all
select subject_id, actor, staff_id, api_key_id, before->>'status', after->>'status'
from audit_logs where subject = 'orders'
"""
_AUDITED_NOT_STEPS = """
select subject_id as order_id, actor, staff_id, api_key_id, before->>'status', after->>'status'
from audit_logs where subject = 'orders'
except all
select order_id, actor, staff_id, api_key_id, from_status, to_status from order_actions
"""
_ORDER_EVENTS = """
select (payload->>'order_id')::bigint as order_id, payload->>'from_status' as from_status, payload->>'status' as status
from events
where type = 'order.created' or (type = 'order.changed' and payload->>'from_status' <> payload->>'status')
"""

# What confirmed an order: the message named by the turn that carried the confirmation out.
_CONFIRMED = """
select message.* from turns, jsonb_array_elements(turns.record->'actions') as action
join messages as message on message.id = (action->>'message_id')::bigint
join drafts on drafts.id = orders.draft_id
where action->>'do' = 'ConfirmDraft' and (action->>'draft_id')::bigint = orders.draft_id
  and message.direction = 'INBOUND' and message.customer_id = orders.customer_id
  and turns.conversation_id = orders.conversation_id and turns.finished_at = orders.created_at
  and message.id > drafts.proposed_after_message_id
"""
CONFIRMING = f"select orders.id as order_id, said.* from orders, lateral ({_CONFIRMED}) as said where orders.id > $1"

INVARIANTS = {
    # --- Orders ---
    "an order's steps are one path from its creation": """
        select order_id from (
            select order_id, from_status, lag(to_status) over (partition by order_id order by id) as before
            from order_actions
        ) as steps where from_status is distinct from before
    """,
    "an order begins PENDING and by a customer": """
        select order_id from order_actions
        where from_status is null and (to_status <> 'PENDING' or actor <> 'CUSTOMER')
    """,
    "only allowed steps are taken": f"""
        select order_id from order_actions
        where from_status is not null and (from_status, to_status) not in ({_ALLOWED_ROWS})
    """,
    "the last step says what the order is": """
        select id from orders where status is distinct from (
            select to_status from order_actions where order_id = orders.id order by id desc limit 1
        )
    """,
    "steps are dated in their order": """
        select order_id from (
            select order_id, created_at, lag(created_at) over (partition by order_id order by id) as before
            from order_actions
        ) as steps where created_at < before
    """,
    "people alone decide about money": """
        select order_id from order_actions
        where to_status in ('PAID', 'REJECTED', 'COMPLETED', 'REFUNDED') and actor not in ('STAFF', 'API_KEY')
    """,
    "what is paid was paid by people": """
        select id from orders where status in ('PAID', 'COMPLETED', 'REFUNDED') and not exists (
            select 1 from order_actions
            where order_id = orders.id and to_status = 'PAID' and actor in ('STAFF', 'API_KEY')
        )
    """,
    "time ends nothing too early and nothing whose proof waits": """
        select orders.id from orders join order_actions as action on action.order_id = orders.id
        where action.to_status = 'CANCELLED' and action.actor = 'PROGRAM'
          and (action.from_status = 'PAYMENT_SUBMITTED' or action.reason = 'not paid in time')
          and (action.from_status = 'PAYMENT_SUBMITTED' or action.created_at < orders.expires_at)
    """,
    "an order comes of one draft, and a draft of one order at most": """
        select min(id) from orders group by draft_id having count(*) > 1 or draft_id is null
    """,
    "an order is what its draft summed up, and came in time": """
        select orders.id from orders join drafts on drafts.id = orders.draft_id
        where (orders.unit_amount, orders.quantity, orders.currency, orders.package_name, drafts.state)
            is distinct from (drafts.unit_amount, drafts.quantity, drafts.currency, drafts.package_name, 'CONFIRMED')
           or orders.created_at >= drafts.expires_at or orders.conversation_id <> drafts.conversation_id
    """,
    "a confirmed draft has its order": """
        select id from drafts where state = 'CONFIRMED' and not exists (select 1 from orders where draft_id = drafts.id)
    """,
    "a total is the price times the quantity": """
        select id from orders where total_amount <> unit_amount * quantity or quantity not between 1 and 999
    """,
    "a later message of the customer confirmed the order": f"""
        select id from orders where not exists ({_CONFIRMED})
    """,
    "the customer had the summary before they confirmed it": """
        select orders.id from orders join drafts on drafts.id = orders.draft_id
        join turns on turns.conversation_id = orders.conversation_id and turns.finished_at = orders.created_at
        cross join jsonb_array_elements(turns.record->'actions') as action
        where action->>'do' = 'ConfirmDraft' and (action->>'draft_id')::bigint = drafts.id and not exists (
            select 1 from messages where customer_id = orders.customer_id and author = 'ASSISTANT'
              and id > drafts.proposed_after_message_id and id < (action->>'message_id')::bigint
              and created_at = drafts.created_at
        )
    """,
    # --- Proofs and refunds ---
    "an order whose proof waits has one waiting proof, and no other has": """
        select orders.id from orders
        left join payment_proofs on order_id = orders.id and payment_proofs.status = 'SUBMITTED'
        group by orders.id having count(payment_proofs.id) <> (orders.status = 'PAYMENT_SUBMITTED')::int
    """,
    "what is paid has one approved proof, and nothing else has": """
        select orders.id from orders
        left join payment_proofs on order_id = orders.id and payment_proofs.status = 'APPROVED'
        group by orders.id
        having count(payment_proofs.id) <> (orders.status in ('PAID', 'COMPLETED', 'REFUNDED'))::int
    """,
    "a proof is a picture that its order's customer sent, and no sticker": """
        select payment_proofs.id from payment_proofs join orders on orders.id = order_id
        join messages on messages.id = message_id join media_files on media_files.id = payment_proofs.media_id
        where messages.kind not in ('IMAGE', 'DOCUMENT') or messages.customer_id <> orders.customer_id
           or content_type not like 'image/%'
    """,
    "a refunded order has one refund of no more than was paid": """
        select orders.id from orders left join refunds on order_id = orders.id
        group by orders.id
        having count(refunds.id) <> (orders.status = 'REFUNDED')::int or max(refunds.amount) > orders.total_amount
            or max(refunds.currency) <> orders.currency
    """,
    # --- What is written of a step ---
    "every step is audited, with who did it": f"select order_id from ({_STEPS_NOT_AUDITED}) as steps",
    "nothing is audited that was no step": f"select order_id from ({_AUDITED_NOT_STEPS}) as steps",
    "every step has its event": f"""
        select order_id from (
            select order_id, from_status, to_status from order_actions except all ({_ORDER_EVENTS})
        ) as steps
    """,
    "no event speaks of a step that was not taken": f"""
        select order_id from (
            ({_ORDER_EVENTS}) except all select order_id, from_status, to_status from order_actions
        ) as steps
    """,
    "every message has one event of its arrival": """
        select messages.id from messages
        left join events on type = 'message.added' and (payload->>'message_id')::bigint = messages.id
        group by messages.id having count(events.id) <> 1
    """,
    "the customer is told once of each step that they did not take": """
        select action.id from order_actions as action
        left join messages on said_once_key like 'order\\_%:' || order_id || ':' || action.id and author = 'PROGRAM'
        where action.actor <> 'CUSTOMER' group by action.id having count(messages.id) <> 1
    """,
    "nothing is said twice that is said once": """
        select min(id) from messages where said_once_key is not null group by said_once_key having count(*) > 1
    """,
    # --- Chats ---
    "a message is answered by one turn at most": """
        select (heard->>'message')::bigint from turns, jsonb_array_elements(record->'understood') as heard
        group by heard->>'message' having count(*) > 1
    """,
    "a turn answers messages of its customer, which are settled by it": """
        select turns.id from turns join conversations on conversations.id = turns.conversation_id
        cross join jsonb_array_elements(record->'understood') as heard
        join messages on messages.id = (heard->>'message')::bigint
        where not messages.is_settled or messages.turn_id <> turns.id
           or messages.customer_id <> conversations.customer_id
    """,
    "no turn leaves the customer without a word, but for a second STOP": """
        select turns.id from turns where not exists (
            select 1 from messages where turn_id = turns.id and direction = 'OUTBOUND'
        ) and not record->'actions' @> '[{"do": "OptOut"}]'
    """,
    "a customer has one open conversation at most": """
        select min(id) from conversations where status in ('ACTIVE', 'WAITING_PAYMENT')
        group by customer_id having count(*) > 1
    """,
    "a conversation is what its orders make it": """
        select conversations.id from conversations left join orders on conversation_id = conversations.id
            and orders.status in ('PENDING', 'PAYMENT_SUBMITTED', 'REJECTED')
        group by conversations.id
        having (conversations.status = 'WAITING_PAYMENT' and count(orders.id) = 0)
            or (conversations.status in ('ACTIVE', 'COMPLETED') and count(orders.id) > 0)
    """,
    "a completed conversation has sold something": """
        select id from conversations where status = 'COMPLETED' and not exists (
            select 1 from orders
            where conversation_id = conversations.id and status in ('PAID', 'COMPLETED', 'REFUNDED')
        )
    """,
    "a conversation is closed when it says so": """
        select id from conversations where (status in ('ACTIVE', 'WAITING_PAYMENT')) <> (closed_at is null)
    """,
    "a chat is the business of one customer": """
        select messages.id from messages join conversations on conversations.id = conversation_id
        where messages.customer_id <> conversations.customer_id
    """,
    "nobody who waits for the assistant is forgotten": """
        select messages.id from messages
        join conversations on conversations.id = (
            select max(id) from conversations where customer_id = messages.customer_id
        )
        where direction = 'INBOUND' and not is_settled and not exists (
            select 1 from procrastinate_jobs as job
            where job.status = 'todo' and (job.args->>'customer_id')::bigint = messages.customer_id
              and job.task_name in ('answer_customer', 'release_backlog')
        ) and (answered_by = 'AI' and not detail ? 'held' or answered_by <> 'AI' and ai_resumes_at is null)
    """,
    "what an outage held back is looked at some time": """
        select messages.id from messages
        where direction = 'INBOUND' and not is_settled and detail ? 'held' and not exists (
            select 1 from procrastinate_jobs as job
            where job.status = 'todo' and (job.args->>'customer_id')::bigint = messages.customer_id
              and job.task_name = 'release_backlog'
        )
    """,
}

BROKEN = "\nunion all\n".join(
    f"(select '{sentence.replace(chr(39), chr(39) * 2)}' as broken, array_agg(rows.id) as ids "
    f"from ({sql}) as rows (id) having count(*) > 0)"
    for sentence, sql in INVARIANTS.items()
)
