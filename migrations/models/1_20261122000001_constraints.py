"""By hand: the CHECKs, partial UNIQUEs and partial indexes that aerich does not write, and the job queue's own schema."""

from importlib.resources import files

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

CONSTRAINTS = """
-- For the likeness of a question and an entry of the FAQ; a trusted extension, which needs no superuser.
create extension if not exists pg_trgm;

alter table staff
    add constraint staff_role_known check (role in ('OWNER', 'ADMIN', 'AGENT', 'VIEWER')),
    add constraint staff_email_lower_case check (email = lower(email));

alter table whatsapp_accounts
    add constraint accounts_kind_known check (kind in ('WHATSAPP', 'SIMULATOR')),
    add constraint accounts_status_known check (status in ('DISCONNECTED', 'CONNECTING', 'CONNECTED', 'BANNED'));

alter table packages
    add constraint packages_price_not_negative check (price_amount >= 0),
    add constraint packages_currency_code check (currency ~ '^[A-Z]{3}$'),
    add constraint packages_duration_whole check (
        (duration_count is null) = (duration_unit is null) and coalesce(duration_count, 1) > 0
    ),
    add constraint packages_duration_unit_known check (duration_unit in ('HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'));

alter table conversations
    add constraint conversations_status_known check (
        status in ('ACTIVE', 'WAITING_PAYMENT', 'COMPLETED', 'ABANDONED')
    ),
    add constraint conversations_answered_by_known check (answered_by in ('AI', 'HUMAN', 'PAUSED'));
create unique index conversations_one_open_per_customer on conversations (customer_id)
    where status in ('ACTIVE', 'WAITING_PAYMENT');
create index conversations_to_resume on conversations (ai_resumes_at) where ai_resumes_at is not null;

alter table messages
    add constraint messages_direction_known check (direction in ('INBOUND', 'OUTBOUND')),
    add constraint messages_author_known check (author in ('CUSTOMER', 'ASSISTANT', 'STAFF', 'PHONE', 'PROGRAM')),
    add constraint messages_kind_known check (
        kind in ('TEXT', 'IMAGE', 'DOCUMENT', 'AUDIO', 'VIDEO', 'STICKER', 'LOCATION', 'CONTACT', 'REACTION',
                 'UNSUPPORTED')
    ),
    add constraint messages_state_fits_direction check (
        (direction = 'INBOUND' and state = 'RECEIVED')
        or (direction = 'OUTBOUND' and state in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'FAILED',
                                                 'AMBIGUOUS', 'DISCARDED'))
    );
create unique index messages_stored_once on messages (account_id, chat, whatsapp_id) where whatsapp_id is not null;
create unique index messages_said_once on messages (said_once_key) where said_once_key is not null;
create index messages_to_send on messages (account_id, id) where state in ('QUEUED', 'SENDING');
create index messages_to_answer on messages (customer_id, id) where direction = 'INBOUND' and not is_settled;

alter table drafts
    add constraint drafts_quantity_positive check (quantity > 0),
    add constraint drafts_unit_not_negative check (unit_amount >= 0),
    add constraint drafts_currency_code check (currency ~ '^[A-Z]{3}$'),
    add constraint drafts_state_known check (state in ('PROPOSED', 'CONFIRMED', 'REPLACED', 'EXPIRED', 'DECLINED'));
create unique index drafts_one_proposed_per_conversation on drafts (conversation_id) where state = 'PROPOSED';

alter table orders
    add constraint orders_status_known check (
        status in ('PENDING', 'PAYMENT_SUBMITTED', 'REJECTED', 'PAID', 'COMPLETED', 'REFUNDED', 'CANCELLED')
    ),
    add constraint orders_quantity_positive check (quantity > 0),
    add constraint orders_amounts_not_negative check (unit_amount >= 0),
    add constraint orders_total_is_price_times_quantity check (total_amount = unit_amount * quantity),
    add constraint orders_currency_code check (currency ~ '^[A-Z]{3}$'),
    add constraint orders_paid_has_its_time check (
        status not in ('PAID', 'COMPLETED', 'REFUNDED') or paid_at is not null
    );
create index orders_to_expire on orders (expires_at) where status in ('PENDING', 'REJECTED');

alter table order_actions
    add constraint order_actions_actor_known check (actor in ('CUSTOMER', 'STAFF', 'API_KEY', 'PROGRAM')),
    add constraint order_actions_step_allowed check (
        (from_status is null and to_status = 'PENDING')
        or (from_status = 'PENDING' and to_status in ('PAYMENT_SUBMITTED', 'CANCELLED'))
        or (from_status = 'PAYMENT_SUBMITTED' and to_status in ('PAID', 'REJECTED', 'CANCELLED'))
        or (from_status = 'REJECTED' and to_status in ('PAYMENT_SUBMITTED', 'CANCELLED'))
        or (from_status = 'PAID' and to_status in ('COMPLETED', 'REFUNDED'))
        or (from_status = 'COMPLETED' and to_status = 'REFUNDED')
    ),
    add constraint order_actions_paid_by_people check (to_status <> 'PAID' or actor in ('STAFF', 'API_KEY'));

alter table refunds
    add constraint refunds_amount_positive check (amount > 0),
    add constraint refunds_currency_code check (currency ~ '^[A-Z]{3}$'),
    add constraint refunds_one_per_order unique (order_id);

alter table payment_configs
    add constraint payment_configs_method_known check (method in ('EASYPAISA', 'JAZZCASH', 'BANK_TRANSFER', 'OTHER')),
    add constraint payment_configs_currency_code check (currency ~ '^[A-Z]{3}$');

alter table payment_proofs
    add constraint payment_proofs_status_known check (status in ('SUBMITTED', 'APPROVED', 'REJECTED', 'SUPERSEDED')),
    add constraint payment_proofs_rejected_with_reason check (status <> 'REJECTED' or reason <> '');
create unique index payment_proofs_one_per_message on payment_proofs (message_id) where message_id is not null;
create unique index payment_proofs_one_waiting_per_order on payment_proofs (order_id) where status = 'SUBMITTED';

create index simulated_deliveries_waiting on simulated_deliveries (account_id, deliver_at, id) where taken_at is null;

insert into event_epochs default values;

"""

# A customer's next job waits behind their lock; procrastinate itself rings only when a job is inserted, so without this
# bell the next one would wait for the poll.
WAKE_UP = """
create function parley_ring_when_lock_freed() returns trigger language plpgsql as $$
begin
    perform pg_notify(
        'procrastinate_queue_v1#' || new.queue_name,
        json_build_object('type', 'job_inserted', 'job_id', new.id)::text
    );
    return null;
end $$;
create trigger parley_ring_when_lock_freed after update of status on procrastinate_jobs
    for each row when (old.status = 'doing' and new.status <> 'doing' and new.lock is not null)
    execute function parley_ring_when_lock_freed();
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    job_queue = files("procrastinate").joinpath("sql/schema.sql").read_text(encoding="utf-8")
    return CONSTRAINTS + job_queue + WAKE_UP


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise RuntimeError("the first schema has nothing below it; restore a backup instead")


MODELS_STATE = (
    "eJztXW1z4riy/iuqfLmzVezUJDOTzWVOnSonITPsJMABsrOzyxargACfGNnrlxDuOfvfry"
    "S/4FdiGwO201+CsdUy6ZZa3Y+6W/85WapTohhvB8S0tFuZPp400X9OKF4SdhF92EAnWNM2"
    "j/gNEz8oorXBm40V1k7cxw+GqeOJyR7NsGIQdmtKjIkua6asUk4wXBDEmyNzgU20xI/EYJ"
    "cEzWTdMJG6okT/hAieLJBhYt1EOtEUPGGNZBNZ1JQVpFKCVthAlkGmb/lLp+qEvVWm8z31"
    "b1H5L4uMTXVOWE86e8vvf7DbMp2SZ2K4X7XH8UwmyjTATHnKOxD3x+ZaE/cu5XmbmjeiLf"
    "/1D+OJqlhLummvrc2FSj0CmZr87pyw345Nwt9g6hbnLbUUxZGEy277x26a2L/SRzMlM2wp"
    "XEKc2v4Bm3sn43GnOxwPWsPx+CQiPZfCx3Dn1kSlXPLspxqCAXP+E37837Oz9+9/Onv3/v"
    "zi44effvp48e6CtRW/N/rop7/tH7Phlt2V4Fn7c7sz5D9IZcPLHnr8xt+CBpvYphLC2HB/"
    "ohPOrzE2o1K4Zk9MeUni5RCkDMlj6pC+dS/C0nFlsU087o2NfDYTZquAOurqzQ87iGYLl4"
    "ftu9ZgKN31ePdLw/hLEZyShi3+5EzcXYfuvjn/ISgWrxP0rT38gvhX9Fu30xKMVA1zros3"
    "btoNfzvhvwlbpjqm6mqMp35uuLfdW6zpRsCm+kjoeIGNRdw0o1hfx4s3SBcS78PaJMZBRV"
    "rMnNs2fW67lwGZ/iL1L9sdqf/9zZ306w8Bwd52O5/d9n55XX4ftiQx4Tb85yoyx+zykRUw"
    "tRy9VgExVGJ+8bVs9ujTp/zGA548rrA+HUeeqGdqUtvoo+XZMnwHUzwXQuLc5L/TtT/kOW"
    "1TyTTJUjNjDZRAg+1GCms6likbcqJxSkuly+yAGZYVMkW8gx9l2kATldkI7IZGdIQn4hvC"
    "1Pk+nTLWG+hhjcgT0ddI01VmWBhRG6XQnl+2Tv5zsuH5CVmyF3M63xLH25Nnjb+D/e+ebB"
    "yGO8PcnaInojHjnfgi1IGve+enFvgCsK3AtgLb6vC2lacogrK9WmA9Xq4eQUikjEEVtKbY"
    "yvQ8Vgidmwv29ezjhy2yZdbU1Rep/4a1Cgms4zw6s58FrSefrkzLYx9JDbl8nobJ58k8Ph"
    "csLosBY+LZLNZwEQ+2Gyxek5eslGROx9gF7ur/B8AXsMTCEgtLbJmU/16WWPGZgcFu+xry"
    "9/TsXQr+slaJ/BXPgvzVVSWBvy1qLQWP2+w3YTohEV67tGXm9Un3W6fVbyLxMaLS9V2700"
    "Tig3373OoM2Tf+MaK/tFvfeFP7M+zzp5HQ+7MUAnp/ligf/igoHg0bxkpllkw8RDpkbnb8"
    "PIgQlllIhawdrV+HgWXDZWs8QOo294nhimOmQfbLxpjZbvJTzBS5VNnoxzTBjPLThdFpRr"
    "gv1rsm1oHB6W73NsD6y3aYt/d3ly2mm4QcWCPZDFhQMeN9ssB0nst0SuiiVDYUANVhS0rB"
    "hjnewLxZhR5DDhsTZZN3Br9+MzAMF3KOamCH8uZrnyhYMDMqdr/LPrC7qu5M39x1BmcQjT"
    "L4BGAKjzV7IrohWLIj3658XVV2wmxn25KNCjwnOzLqzu6lpjxiyynRhUmz84jq8q6kSY0H"
    "lE5mFp3uyKa+6KS2HHqSyYppKk1X1dmOnOrh9ZJQs8e7qim/sCaPH8l6R0ZJmvyVrGvEor"
    "2D/67BkLQH4DMoXtgKGPvNmHSRC/Zi/qNM0YOurgyiv0UtHvXI1AuzwxabuEceHCnioT4h"
    "TJGqTEUApLFQVxThOWMYIkwdiWbOr4gPaNj3CzPGOdh8szckyLMms98AkQiwTQLbJNVw9k"
    "IWEdcgOeI8w5QQ6dlA+SI9NW50qZYxzi+MxC5ySqWcdsYhheIwMpfuC9OWSvsB4BXZKt6Y"
    "MBkFHaQEMZdazExFMss433z2UwJ6XQUpM/PTsP2/tPEJUcpcG7Mlk+0+ogAh0PKgLLYMjv"
    "AypsQormQuB6lqyOgP79IE3bBWiawWz4K89kMb6UEHP9XL0EMVOH0w9CGy8xiSRVQQN6pO"
    "5Dn9StaRGKgtO4wVFEISuspu63jlYWWB0cf+e/Y/EzuI40oaXEnXLRtdO0KUNqHTbUlmvs"
    "eN7XnwdJojv8zZPUQLzMQ3RaaKvi2waUia9skGQBV5ytiPVky86gqpM/T+HZIpOn+HDDtl"
    "TAClBkEcc40HZvfwjoxYrJPP5ogf8sKqrg8bgMa+XufFUSeZ7Y8gHVggGWecz5sJaNP0Ag"
    "jSgQCKMgEdvhZgBIp1mdkY0qbHigkkrTkYHItlMgjDMogxCmPElGwYrpzGY+dfTmccJjM8"
    "Nq1P/EDI6iuNtgAD6RUbSJBz5sFfF2nQr4tk8Osign09yjRGe6VLOHNpy8zok29fpOFA6v"
    "WayL0a0UH77v5WGnb7TeRdhl39NOIoPsHs33FrSfJQ/3fsUlKDPYviB7rGOJRJjXgE9eNu"
    "8eOWaQjTStgQelmRbKgPp0pOrtuDq26n07oatq5PMioVP20T+b+NqHPZ7nxuos21d58T+F"
    "pfSuyS3bI/y6GEbHHk2E2NENZv6hS/0+cwLX+GZWwHpbJmIWIhbNM+YMpTw0SB3KzyDtNC"
    "bEqZJW0sVEsRSYCUTGLm9tbE9SjxAbPXvTuVTV93+MYWJPZfGzlBgoQ+YNaVedb9pTMRTm"
    "Ps/eQSHT6SOpgth67NwdiXP6Y2Qgyzq8yzS5R3IE+EmnlrQ/iJQdZllrU44SGLE+gR1EGL"
    "7tv5E8waz4iDiqTfQwoRHm73+d2+OH2UvX/OxpxuWIgUtFjZtFjO+jahuMPQlMxS5CYY61"
    "hNtGV7JYSJZZjqkui7lrVxuqktm45WAaiS7Dp0CaBKMknUACqi+E9dGWTIS0sR8R3sf5XZ"
    "pJF3HVEDt8dru8M0xVsqw7pMMWCRenDJjO1SMlTZn5fZ64aBpa8LV06DKZ63OULmttS7ie"
    "FVipC5bFVv+DtEQsOcSWCF14gSwuvIqGjCFmvEhwZayUySlokwe7hCxgTTJpJagx/PPp7/"
    "+PnqroEeVIuKHAn/GTx8BYute3OYV8L5g6X2ziDU71W5aQFDWdbYhDTJc9xG2ZZSKEE6qE"
    "rTQPkKoDySdWwaRDLat6EocxRgTrzv9DwF3ncanjC+Av/nYbzPWYayLSI+IsgyyQ31Wdo0"
    "5+IRpCzV4gFIX3gJKVM21ysx2TIArVEvM0Xel+tCHi7r66iC21vO1055XD3WCxZDKuKMuo"
    "8a25xQzW60h3StbZnyBtGf5ImXJKsasotBsDuQLV9JddMAD/H1Lu+QDLbfA8j8vyzC5uTg"
    "uRDZAdM4To5gE+8jfm7G1I+lx21R/DzoduK57qcJayx5YqL/IkU29uYhnvxjZlFxcgR6sG"
    "TFlKnxlr/vn0cQCefRdpGEuR/STbyDsEimli62LMYJdmnimh4lzOVPlGx7w1nhz04//PTh"
    "4v35B29h9+5sW8+jDrnHJfYPJlS5ezl1LNJJiaPOTr507/tNxP+O6LX0vYnYnxH91mp9bS"
    "L+d0Tvup3hlyYSHyP6vSWx9vxveKckzfqwh+MPdW5L42X8dNhm5YYpAcfKjWNNLF0ndLLO"
    "YgX5aWpoCb1PM9CTx3lkmPvcxJQa309Sm1jMwjQ9nNt54MQnwLqTxzbz86ddqqxPvJihij"
    "rH0YinANiVfnEOgWSwNO8EfkfkERVG9mq2m54qJoi0YHZwDGYtYOZzKnQ82zVw+5r3URqv"
    "obpho1XhT6bQx4zbJu7Mja2F7E3qbXWQRaMDb5sEDS/YNanBOtWAXRPYNYFdE9g1qdWuCU"
    "A1ANUAVFO6tRegmkYUqsmVj+wPm8rvsfkitCo2Bo7itHn5yDFemz9XOdltCyRGv5xqdS+4"
    "jR7W6I0T1ddAijz9oSmO8tZYPypFK52tW3TOM5vMlcrPlVEtnf305QN7jmRD3PVeHE2u2t"
    "dLYiuo+4I5Fe40bvM2Q6G3ou4qeJngZYKXWeY1LeplKtlSh5Ta5g1B9epqVa+eLOJ00pZw"
    "ikWsJoKhGzt0dXUmK2ScFYMK09UAHTkAEqVgOrccUz+1IvbR1E9dnKZRF6fJ6uI0oi5kY+"
    "yybDxZqAaJy+d8ASyJ6QBK+2aATahqZqru6ravgRY5NMb6oKiTx1x2e5ASKuSV2XgXsko8"
    "8yF5YoXp6rCAHHqGqRr3blUrTzndMC3MsjLPMkD7k622eqH9Za1JcGwplyEwE06YLbTaQJ"
    "/Nj377apguQhOKoUIx1CpHtVaGQfvcIb0jUxnfyIIhkS3SzcPGtj3SJW825hhfyl1SCRkm"
    "U9BTxGneorZpIC5DsSu5IGIXU2b3RL03ZCzUVQNRwhSE7ylaYfYIy6I+5AI/keg26d7eEr"
    "tPKt7Fnz6S9fZdUmOBzz6ew8ZoNa2RBmyMvl6vz5vkaRF5j6CGO0zFF1XkqjMDc53mNWTt"
    "2bs0O0qsVSJzxbPIIXomP6xJMCoDm8N0NeT3aSp+n27h92mU39ywGBvy/2U8EChABlBBxs"
    "XZf16nMLNieJ9cfnhDA6WHGyhf6WGN6BOimRZWxgtsLLIJIIY4pySqg33vSxC5gjXqHamx"
    "l3XVxs/yWP1BStjwKZvpnyvQ39IUFU93hvmmMr4XPVVW7OWCQ6vII01X1dnOGSPrJbPee7"
    "yr6howRwBFndmXBItuJudLwKhPIbwMjQ4XBOnyfGFyxLF3PxRAJF+U2cWEfEJ4ZhKd/4dG"
    "Q+CU4pHJT9uZsB8ZBUEL6C8W7jTVR0JtGy0MdgI4CeAkgJOHByd9UzJmmiX7XEE6cHwbeR"
    "1fS2dNErytlwug+sjLjLCdsIE6kD63msi5GNFev9u9aSLxEV6AjpQHghUl22HnG4oyMz+n"
    "21v8ceeAJR8BS1bkZVx95RfBZI8O0OTcaDKAaYcB08izJrM1NoeVGqQslZUKaFrYVrU946"
    "wOoZ+qRoX4jxtDK5galUPmCNpAsFi15JA2dNY//gKBs+wHoM797e22wNm91jnxx8/G1ToJ"
    "xdduqXcSDuo9XK1KBRvm2IGFHS2+Y5VKrnF8L3CrnTgSLLZzNj1MS3As/H9AoF8lVWYDsL"
    "TXa59sZnMeKGdDfUCjX7oatn9pZTT9Haomsj9H9JvUHrY7n8c96ftdqzNsotCNEb3q3vVu"
    "W8PWdRN5lyMqXUqdayYMdte7LAcWhKmxIjqbcg8JwYUvyzPUxSGF2s4s0DaTQHtEv9zfSZ"
    "0mEh8j2pPuB1w29mdJBCOP2Yy1lrm8vQgxRE+UWZ9ik8N+sfVdU05BfwclTk0/kQZfW9fj"
    "m25/7MzA0I0RvbntdtlUFB8jyjh72xpfSldfb7ufmyjwdUSH9/3O+EZq3/LJ6/vC6Fqda+"
    "+J74sDx48dve3A8u7Xcsx87mHEjoVtFqyPqDbVfg8MYi4JtaJMTz6W0m1fjiMp+WtrcyRl"
    "jLObZfmLIS+VLwErYHgFFBLzEIgdJZ/QD9hAZR4BE0U18mEGfkKQcZllDAVCjmziYMOQ55"
    "TNFiakzEKI0MImU145hLD29EIIEcJUKGqfD2rl7KlWTtywL4DL/vMJasre0FyPPywyQbsX"
    "wOGBiWdpciJKptBTD97IcpZ5z/o4x3FWZThDeaesTDItfddSYUPWRV3ZA9WvDpzoZWukmI"
    "AZT1UlR8psNOLLWV3cYhLpVZquznW8RBzFQYa1XJIpsjRxSA976q6Hn5BKlTXCrJlJdOSo"
    "Fn6GD2sl6wZiXJrJ+tJAshlN+dr3yzKG9fgjioqJvIGgGAiKgaCYw4NbzhF22Q8ACdHVMe"
    "ljH0eA/GVhaspmTNhKokbzk9QJOinsWFT2f5ljvIxHQratFSHCOjH34NCgrhM6yVTqzU9T"
    "Q/XxPk2ERXKARVhx8PjD3HmoHvEBw9x6/W6v6wamZQi2celElIu44vGJnZt2/86OT3QuR7"
    "Tf6t1KV/ymezWirV977T6/5VyM6HXr6rYtghjdq7B1fZyAGWbJa/YeIC/X4O36ZrV3t3YD"
    "Gi23RoOktVdh/8Z4shn2taLEMONyzzjXpcisAQN0sL1b0N7iJJRftuvWVz2Pg2iEt7+iKu"
    "HlLTBtcwL8jlxOf5Z8yYZ8Wv4GJ/t+EzZDIH4yht+lZKiyP8Uh+RWRzt8ZsXl3Kyy2AJu3"
    "S7at+NpmQ+5wSazFo92HTGL1EpwL7JPv+e3aJSD+gPgD4n94j2fKnNPJLmlbgQ7KDNyx0X"
    "7Zve9cN5FzMaLd+6Fzy70qBxjEJLZQE4qbpUik86hLLY6r+8Gwe9fqN5F7NaLSYNBmI5pn"
    "JXuXIoHu5kYkzt3cjGjvC5sKTSQ+RCrc5750J+BBflEOAT4yXuUVn0tbauHxw3KbiP8d0f"
    "adKBYoPkb0unt1b+eVu1dMrPfX7S4TKf8Y0V/a1y32TXxw4bavvvJR4FyM6G33Shq2u50m"
    "cq8E5DuUroYC8OUXHO7lCe28lXs1ovedwX2v1+2L1HXfl3IMiqph9jmGRb911Wr/YmPw9t"
    "WI/uu+dc/v2J92WqtIW3UuxJ2h+Drk+PwtI+vbAL1zKYQt+pTYtZsR6ybDSnfMtLnv3g/Y"
    "AHMvWT9t5ln3r0U/7mU5hsFkEWdMbdkYW8SaUKUSfM5NsYs0W+oXyTvqF5EN9ZUTuB4LGy"
    "bzOERW4uzz3NELF6miFy62RC9cRKMXVG7h5+R5PDWwPhXrTeY6R5k9ZHfjme22r0GJym3e"
    "F7NHAo5XJI87UPbZbR5O7g4f/mJiWYkyOzmpfkMBafXbxZEjrV42xgYxTYXE4UKqqhBME4"
    "ChAGG4CDqj3JdIvDsHLoLe7d4GuH/ZDo/2+7vLFlM9QhSskWwm7MUx1mm6itmweoo76u4F"
    "rgdIge8Z+M7PJR7zUzzGGc/NjBDWcVndQzzmjOltK9v5rz6S+jF5LwWgDV4ePjug7CODCg"
    "mlhpSJwpS9nve8vAAtSLrMktYJziNkHxnIt8zyJVM53+ZfgBBkXGYZ6+RJfcwl5CAlSLnM"
    "UoaqRcdOiYHI4tKIAgoXHVsEcDjM8Xhv8Jo4mXnvpwLe5+W9GymZifU+IuB8QekMUCoNSq"
    "WVjL2ZS6VBSs7BUnLgBLUiT1CLWCMFcLbmlf785lcKrppOCbUdmZqyEltFeeqzq3Yom6jp"
    "qjrbsaJbD6+XhJo93lV9+L3Xum5iaMYkjrlDNjlrzKtQ+HJRty4lyD4ZyimWhnjFTT5rzC"
    "ZaLeTJwi2mxkunIb6v0UA8oI1/m8rTt2jIaOYKo0IP6nO0kNs+XnD0dDZI5YJULkjlOgLG"
    "755ht5LNRVTGySEsEcIahpoXH8c/k6lsLHJNqBBpqWYU7J1Fd0gnqh6zdCUHAG8oIAA4IO"
    "UiAoBhJ62soCoAUnsFpNJ4o4euUQ+uqFvFJcYX9cq7JDujm3rwxRYw+Z0JafnArv/Y5vtt"
    "TrGuUAWTvddf8RUVAje4kmtUA9zg12uuO4ovItxk/3dDUUPH9+xDmgyOD8kJHB+i+Rv6kz"
    "zJXiQ+TFdDZu8lKQmK8h+W3wbFmrFQY9aHZI/fTwM+f+E+P9T0P3roGhxVgQo/qsJUTazk"
    "GtdhyjqxFw6rOPayuofDKqwYSCp95Sub+pDHVdi1qTKuny5ZE/Xc2lY96TuvgTYe3F/etY"
    "eiMFnkFq9v9XPramjXzbKvOGVbNG6LEy/ueretoX3ihXPJqW7uO9c2lX3FWkqdq9atKJDl"
    "XZ7kGQKF75fx+hvy0lKEqKLK7qXSHX5SKCKRoYhEiY6uKCdaXAvUQydLzsV8eZwBUpBzme"
    "Ws8cou2WXsIwP5llm+ljbNCU8HKUsFTxdko/Lwxy5V1ifewcoVFXvkWGhIzz62EwhBJaUR"
    "BaRnH1sEcPbWcfkvDp7PzH0/VSG8fyXRApAmnMXKhjTh47J3W5pwAn8hLHMPYZnxvIaz+w"
    "51dp9fSZsiOC+6WGYIeRWxmtKkZoM6BBHOLDrdkU990UldWXSEZN7K8CkaQh0yWKNsc0/C"
    "TKnyrt1eqmSnplV3fus8jbLbPSTd0WZJgekbZfdCePrYp2DT5UwbJtF4QjOmSPTQQCtdNk"
    "1CkUxFljPrgxp2t+w7NpGpqo9INj8hStiqiyYLTNk/hsQp9pwdRnzu9L5elDGH2mYTJE9X"
    "2w9sIIgaf7X7LkxH7HDioktc5lig2AMXg0crSr32+GvrexM5F2U9XhFrMj/YIvt2SYAO8M"
    "m8+ORMV5fj3aK6Ql2U+OgMCOraMhOZRt1tHAQ6KLX6hGGQPAyYjWPEgYvJB9JtKOBIusxH"
    "0vn9jfSrn58KNkdzL35QP/mwvN+yPae6CfY7Yu1eon7FJkBa7Mk/818udgolOVMxNUVJzu"
    "Tdi33Wo3Ag+hjcbwPeJ0N+vl2CYktSAIAGABoAaPUF0HJkMUL+IuQvViB/kS2JhLMrU/WF"
    "AFENebyX0guAIxwUR4BND9j0AOwh5ToLoBuAbq+G9wC6vbRIA+gGoJsPdHOiPq9UOpPnJz"
    "HYW7BBYxsEp9lNOTdY2wxxdyu8RqaKGP1b9M05JWShsp/PTw6ZLIghYuLcDAK0YkMUzVT7"
    "Ij7AbuceMwKBsiGiDZ/ECA94qaohi38VsMFKLigNwAZfLza4ZHNfjZli6RzNDXWpPc2WNP"
    "jek9oDqYm8yxH9WfrtN7bgf2ki92pEL6XO1/GwL3UGN9wxDXwd0e7wC78rPsrheTJOEiUL"
    "9uURlFlgOXGvizSw10Uy6nURAb0AwN03gMvMF5Knfq6fqoZc3guE66b/Zi/DHaWsIc/P05"
    "TjPk8ux30eKcf9gOlj5rEdIKoBcr5vHS3zt1lJiabJ2xNhuhqw+tCbFJ7nF2F7ch0SH8nh"
    "QNd3+xrbBVcdDvjYIZ/3hSqcG7oDluB0HeLKVuCEmm7JY7teNd0isPlRwUg7BT0Zi/RS1F"
    "+GIjeJ8ZUMCgyd8OSdUQ9gIoCJACaWWa1GwcQKVpP3ssEy2uQnvswyX0aZ1Ov1u7/wm+5V"
    "fJbZ4L7X6g9a1za5e10OTBEivQ7qROnkSSarnOXBA6RQPrrMylGRHxnvjdzq0U9f5pzsgX"
    "TXGt+0b1tMs7mXTOHxy177anjfdx8438qh9DBnb/YAPh8VRDHljSDzbP5MvPdTQfjeDswX"
    "B0rnYL+fDgY/xK5WkPmOAZWd/yFCGP4QwVriCFaxVBbA1Tvez42sVBHOTstZv1mRoqqwsw"
    "wWwlyvp2opjvSc9VsMCSHCcdq5AObWPPY6tByl4K3wXApgbMaSuhXlr9/P26Ec9kTVZHLY"
    "GsYVYXhMCePi9ty+UnWlkOmctKipr09idt1CLRrb9t0e3bZjJgbdkWe6JAAmAkPUu1VnIj"
    "j/RvoXwnSKZNNgnwabwPGh/inpXt7Eg40x2BiDjbEjYL+Yzq1YM3FbpPaGpobRlqdpINzT"
    "ZAj3NALhuloyy86Vn6YWTD54nQKx/GRh+YYCGJ6D4Y9kzTP4YqzInwfdTjzL/TThNUKemO"
    "i/SJGNvaGGJ/+YWdSu8/9gyYopU+Mtf98/j7CDy3m0XSRh7odWA95BWCQQtXngqE2IOy44"
    "7hjCYJNZDWGwe3DJHbBzSJaagsU0j/jk4SaNbU65iy2aTuuUTrmEDObE81Jgrmut6epcx0"
    "t+SI3KPG/XCG8g8nb+Fq14nj3eJNXLBjJVZcruE8ruOyG5/Db7qbr6RGJy9w/0zhgw4Hdu"
    "CPBnnmvxB+ADgA8APnB0fMCZl2mhAad5LfynfedgAvRyAOjFZN5+FgzAbV8L5h4aAeBn32"
    "ZzfnwUh/N9TsH3Ad+nLEtumXwfSZO/kthtSOfJVk/HqRma2sFhbblvYCzUFXcvJuQTYu4A"
    "P5/T3UGcybph8uM2eVdMUzTE3QU2FmKTceXUFlviNZqqcf7MPl6R5L6MORH4LeC3gN9SAr"
    "8la22TGlfsKb6wiaaTmfychb0bihoy+PQ8jdcSng0+r+U8zGBvOYlZIijW14nOt0cV3rRZ"
    "O8hjxRi9TfE7e2CeNmL8vGx3pP73eBfmMmbP7PL7sCWFq0ZPVC0uFC55E3NDAVuYhW9hKt"
    "gwx5aRa60O00IaapmXbPKsyay7HHIOUoKUyyxlnTypj3lzyn2UIOUyS9n1kh6yHz0SIYUU"
    "toJS2DacjUoE8laCeRWRUViqgwPaU7LUVJNQs09EoOhJDGYXbdTYBt/JXvOxbrdPieQNF8"
    "SB0ZgCYcLiwQMYLS1T5Isgk0NoE6zrMpkiTJH3nsma43NR2K6A/mIxuglWFDu8k+9ShoG6"
    "QK0vH8jDm0G1r8qpwQaAf6/Y+vBmelp8akNRQ3yq+NAFiArxAhYuUkUsXGwJWbgIc1fVOE"
    "NiN9KTeRwgqiGni0exHSsnB9AapgSwtZETbLUtvCxg64aiHGArf22lwdayxB5YU9m8VWOP"
    "QfOeNbbGH/BWY0VNe/iZpGmETn9UqbJ+i/58IDPmAv8pdv3/xDOT6H+KQ8uYf2GIm5rCxI"
    "Ls/+YT90mYwjVUihXnHuId2d4J8znWPKaAzmPDrA/33ozFkw3r4d9kIqaPc7mXSsr+8/ig"
    "njJ4WOBhVc7DgkPAK3QIOJyDfGjNCAewl4b/k6yO9IaizOqpNF60z2ZMy2EfSQ1Z/CENiz"
    "8ks/hDEouza/AAHRRjza1EbB8tC0qxoQCUohCUIqDTuZecRRoeAQijcGG4WGicckpeAoJU"
    "JT404KhbLiWB5gbENO1/PYLMuY8a24A5w260h5PAfo/dygdQCEAhAIWgVkDFtX8gsxorVi"
    "YD1CM4vMlznB3KvRg3kIGdPOIhA3sPplbriVCzpamTRZy15Xu61eAivN2Y8IYZYjgpWREe"
    "dKmuEH+vISpAKfLMqwalqPNPCPOoTJM5t4gx1BBlofgupaEiQtl39mp9jVRlSnQ0sXRDjS"
    "kcve+XQbVpsBDLo25fu4VYJs3aF78rXq/yZy9r1ZT69M9neerEdPALcSiOq9bQSmbD0zLR"
    "HGtGE/F11I7heCAKU4e8FVdpTDuyl1DD3o9AhikrClI1QqMKde9vyxhH8gyxHaCkQUlXSE"
    "n7nZ7nuPn1qzy9iJfqcym2lwZ/Kdf2tzf/o83HzBrUuQ38jMX+15sf/mdP0v21fX0RLjnH"
    "WRBhYDIO4rYHICQFEKLhtaLimAGaDIX4SGD/pxCIpCQm3UBeWryk8vSaKDJ3BeNsu2ijrU"
    "ae4Tbn2Z68faZjlISJyMwrUURshdfIVJkP6/XJ/oHlA9E/oUeimciizMhCjBPusU3TBsIG"
    "+rbApiFpGmtENIP1FH/y0v5eldHYw5OJyvp3tvJM/Eios8I7HHS+gTUI1iBYg5WzBoWeyb"
    "LcegSw87DDzkNQd2aZV0HKUs0rqJMSyVROOHczuTqKRwD1ksNhen7bI8uM8dNBWaEyT5eg"
    "rZkhmj5AB5Gwmcy/iLcXkUdUGJnLCQlXhLll0qbHignkb3fQvXRic2AsBsoKXUmDK+m6da"
    "yqQhLzduM3np0nja3pt5s2hcb47bJ1+1qcwB2X0GT3LvFEh2Q4M/lIhzogmmcfP6aANFmr"
    "RExTPAsniWlZOOw0ryF3T9+lSZ5hrZLLqbyLpM+wN5oZfVgfCXixVQKH//5/WyjljA=="
)
