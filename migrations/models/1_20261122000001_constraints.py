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
create index messages_held on messages (account_id, customer_id)
    where direction = 'INBOUND' and not is_settled and detail ? 'held';
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

create unique index accounts_one_default on whatsapp_accounts (is_default) where is_default;
create index messages_by_words on messages using gin (to_tsvector('simple', text));
create index conversations_needing_attention on conversations (last_message_at, id) where attention is not null;
create index conversations_by_tag on conversations using gin (tags);
create index customers_by_tag on customers using gin (tags);
create index customers_by_name on customers using gin (lower(profile_name) gin_trgm_ops);
create index orders_by_day on orders (created_at);
create index orders_paid_by_day on orders (paid_at) where paid_at is not null;
create index messages_by_day on messages (created_at);
create index turns_by_day on turns (finished_at);
create unique index invitations_one_open_per_email on invitations (email)
    where accepted_at is null and revoked_at is null;
create index webhook_deliveries_due on webhook_deliveries (next_attempt_at) where state = 'WAITING';
alter table invitations
    add constraint invitations_role_known check (role in ('OWNER', 'ADMIN', 'AGENT', 'VIEWER')),
    add constraint invitations_email_lower_case check (email = lower(email));
alter table webhook_deliveries
    add constraint webhook_deliveries_state_known check (state in ('WAITING', 'DELIVERED', 'FAILED'));
alter table ai_providers add constraint ai_providers_limit_not_negative check (daily_limit >= 0);
alter table ai_provider_prices
    add constraint ai_provider_prices_not_negative check (read_price >= 0 and written_price >= 0),
    add constraint ai_provider_prices_currency_code check (currency ~ '^[A-Z]{3}$');
alter table ai_daily_use add constraint ai_daily_use_not_negative check (requests >= 0);

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
    "eJztfW1z2siy8F+Z4svuVrGpxMlm/ZBbt0q2ccKJDVyDk81ZtrQyDEZrMdJKwoR77v73Z2"
    "b0gl5GQhICJLm/GCFNj3D3TE+/939aS32GNetVjzyrtmKrOml10H9aRFlieiF42kYtxTC2"
    "z9gNW3nQ+HDVH8fvKw+WbSpTmz6aK5qF6a0ZtqamargvaklIU8kTetig9UKdLpClL/GDPt"
    "ugv3SVWMheYGQtdOMDIrq9UMkjUi1kYWIzCPzzUlG1V+xFM31K30Sflzjniqh/r7Bs64+Y"
    "gph05t9/b9n6EybyQrEWrT/+aLN/eIa/Y4s9ZF+NJ3muYm0WwqE6Y9Px+7K9Mfi9C/WxR+"
    "xrPpb9/gd5qmurJdmONzb2Qic+gEpsdvcRE2wqNmZvsM0VwyhZaZqLfw/Jzk/fDnF+ZQBm"
    "hufKSmN0YdDOD9jea8lyfzCWR92xLLdiNPMgAih3b00p2Sm96U+1OAIe2U/4+f+dnb19++"
    "vZ67fvz3959+uvv5y/Pqdj+e+NP/r1H+fHbLHlTMVx1vvY64/ZD9LponIWHLvxD4dRbMWB"
    "4sTYYn9qYoYvWbHjVLiiT2x1icV0CENG6DFzQV95F1HqeLRII493Y0uf7TZJJVBfX//40x"
    "6kScHyuHfbHY2l2yGbfmlZf2scU9K4y56c8bubyN0f3/8UJos/CfraG39C7Cv696Df5YjU"
    "LfvR5G/cjhv/u8V+k7KydZnoa1mZBbHh3fZu0aFbAmO2Y+O0vVwoppiuPkCEpBRBRyViSb"
    "tsqXyXNUwe7QX9evbLuxTafpHuLj9Jdz/SURGC9d1HZ86zf0IYNnUNixHcJaslR3KP/iaF"
    "THEM2R5slXHdGnztd+86iH9MiHR12+t3EP+g3z52+2P6jX1MyJde9ysb6nxGj54sFHp7lo"
    "FAb88S6cMehckTOJME5wxRzI14H4ThIgR62NjYqg6JyuBsFzeDixBTozi96PWlu28/3kq/"
    "/RTibDeD/kdvfJBhXXwbd6UI/vF3Q6WPC5wwYchKnTAHp0btzhllOsVGMUkiAloCoV05Du"
    "hcPp1N/EwZYxEyhyGBylWmMtdUKa0eNnJu/SwKultVqz5tj6esMT15/iTU1baYjVPkWjex"
    "+kg+401M4Izg37VZjGxlPq8fIf7xlpt3d/sTTWXtmxfiq5BigP7f2OY4oL8C9e9vbloc3Q"
    "/K9GmtmDM5hHf2RD/TI3f8sfFHy7Nl9I5ClEeOI/bPsJ/uIv8OT/VnbG4u6deWwKAUet5O"
    "MymZ7kiKkRnOaFWipCczC6kEzXWTG3woL1hgYqtTxaZ36NvaSKerJ248ygcqtBFZ3sJjvx"
    "hsRRVjP22wFb3cU3+7IwW7LFlTDoGBotwuqCivrEJ7KwAGMnWVdxc/+HKL00GoQpJ01XZW"
    "JURpXwg5khRdNSJkFaODqy8kQV9Ko0vpqnsqAXqE7ZVxo5InkfS8fZgqOltsmMycoRnl5j"
    "EVd7nv1F4oNloqT9hxl85V07KRvqYr4APCCvOp2oppIxMbmjKlg1QbraiIrFHJGKO1YiHG"
    "s+PC9QHmF0jgIGtXhT+BrP2CpQFwS4G0DdJ2ufsrJvCdSDihImSPSLaNl4YtFFBCA9KFFD"
    "pUVgldcnxwRkllQOWAuaJqeIbYBD+rpI2mOpUR6A0Dm0iZ8m9IIe732Yyi3uIhXsyaiAxT"
    "p4KFFZdRSp15t3Tyn9YW59vIlMARx8bj7wZ7Bw+rc6dwEe4uc2+Ltvhgijv+hbODwPTuTy"
    "3xBSBbgWwFshXEvDUv5i3AK7PiOADSQCy/z4Lk98k4fs9RXBUBhlu1RIKLZ+5KEVj8Ibuk"
    "lGRMC/2Gzh4FVyEcsXDEwhFbKeZ/kCOWf+ZAsDe+gfh9c/Y6A37pqET88mcQtl+jsH1Dsa"
    "y1TiUZsYl0TNVs8T6IAVaZSKWcHd3fxqFjw0Or2EDqDQ+Q4ZLZTMPoVy2Zym7qs2CLXOh0"
    "9SskQYwKwkWt0xTwUKj3RKwjG6cHg5sQ6i96Udze3150KW/idKCDVDskQQnW+3ShkMdCol"
    "PCFJWSocBQHZWkNMWy5a2ZNy/RBeDgmKgyvW3dNuSpalDF1qaHWF7vXwy4oAuwPhQ+lAeQ"
    "4/IJizMckuXsCFgh6aJiyI9I2++zCNvRLRSQtd/HUzApyjBh/3yRc00ADiyu8izOOZhsbO"
    "Szw8VhIX9or6DHZBNyJLNoW5gkQi0X+PrzHdb8KifieMhwJZR60SgpJjKS/hjNtymOrGiW"
    "Tz2F8HR8WZ7ffC9Mcb/DyJmqqZiiyhuV4ukJR4fRVWGVsR0vA1M1dEMGsUUPJHvfTRlEWZ"
    "9O11C0LelmUh73RdatM0tDcaSbM2xyc9beG3HAppKmDd6HDrJK2IAcVQ3eeSaer8hsb9GB"
    "TdJYDD2reE1PQsPU9fmemBoqmyUm9pBN1VB8schQigYss4Nrf17lMvWxO+sXZ9KG4o4usa"
    "Vhl4S50YbqrMshn7LZaFMMldnA9sSXZKif8aahKFrjh4WuP+2Joq/OLA3FkYUxF9rV6b5S"
    "Q59PMqLzNUk/PHiQn6dTJ8X6BXTuHSF/clDTz5ah4Oi7P6sEPZj62sLmK9Rl2Y1UQjKxtd"
    "jmN7IkSJ739AEpBOnajCc6Wgt9TZDySBGGMKtKwkvXOr9CnLhw6BfmzGcIJtcGat1BxkEt"
    "Da9tBOGQL9bj4XKQAvmcUUjI6GwX9OcaTG/UV5ZcnBiJU4CTvSBRXEQWLBgZhq0U9wOvby"
    "wkHAr9vgQyQwHYl0RlKn5ajv6XNT4qDtm8EKlysv0gofKoKF5ZzJtHkSJgXMlYDkM1ENHv"
    "XmdJrqGjElHNn4VxDbXuTh32BbXumlPrjszSiskEHrfT692RWYE6Mm6kCFoolHwzZOvo60"
    "KxLckwPjgGUE2dsTZha0pefY30OXr7mhWIfv8aWU5pGG4otTBiNlexYfYA78hpi3Xr1rjk"
    "h/ovdeeHbbDGvlzlxWUnueWPMBxIIDl3XKgZUICbZidAGA4IUJYI6OK1BCGQn8tUxpC2M9"
    "aMIFnFwfBarJJAGKWBQCgUkClZMFy7g2X3X84mHCYjXFi+h/9AqN5TGW4BAtILFpCgtoxv"
    "/jrPYv06TzZ+ncdsX08qSUgo3l1YxoOtMqJbXz9J45E0HHaQdzUho97t/Y00Htx1kH8ZVf"
    "WzkKP8QjJ/5Uvv/qupad3lL3SDYigXG/EBmofd8tct5RD2KsEhtJuRbKGPx0paV73R5aDf"
    "716Ou1etnEwlCNtBwW8T4l72+h87aHvt32cAgdEXEr2kt5zPajAhhxwFvKkxwOZtnfI9fS"
    "7SildSEk5QKWkWIhaiMu2DQlj2NG+Ek5feUViITakypa2FvtJ4njzBU1EBpbQCdXHgI1ap"
    "8+/Utkydavm/PB/ew4Cnxnlek9ZpSgKa+vdN4VJhImgIYy4cW86Qmb9YWBSuedJb+dXCHD"
    "t7EbEtDAmHeJUPcfcAppoNRa1V0NqcMAdQvsqU/9vkxbPixE6u6RwAaQIHTaPmIYo5U/QV"
    "T86IAcPuqvLu4qUT8TMmdtFiwkFgoHWVac1bAucRR32AJnDRQ1sRObLkOXbN69mDESKAxw"
    "tjen0oTJ8kiIyhsaA9LwIKXKxqXCwWq5YcSRWsFhMJYI9syTyVmsJB8/U02+8ojLmybH2J"
    "zX3rYbrTNBZNJ6u2Wkt0YcXUNjL9QmasrN6eGOuy2SRvsqbi7Ni1VmuJJF4/tIzSoU1FkK"
    "UuVxoPrqT/q0oZjbrvihp5M145E2apxFcb1OUKwI7VK09G7IDgsU7/ZCjd54ZVZ69bXk0h"
    "U4zbAvHqKcXmBLjKEK+er+QcewfPJnykFFgrG0QwZkXcdDSlAg5iSwOtVUrJlY0U+nCNrK"
    "lCOkjqjn4+++X9zx8vb9voQV8RnqAYbHTvVg+N5zYe55W7Ux0hzh7i7CHO/gROroK++1K8"
    "9hU9qo/pts/vsN/TVV81nB/aV/+8rXKd/RAJAEGKZ2Hz6MqYFTw8wpCVOjzAOho9QqqUSv"
    "1CRLYcxum4lpkh6dpTIY+Xcn1Swh0s4XqvJOohnUXhSyqmjHqP2mlKqOEMOkCudFqZGgub"
    "z+rUr1ChW6png6B3oFRNLdlNGzTEl3u8Qyb2Vjs5y5KhSkcl6ydnsRzV4C+LoTk54DACds"
    "QcytYJZOJDxBzOKftZmSIXxb9Gg74Y60GYKMdSpzb6P6Sp1sE0xNZ/zVeEt+hDDytVs1Vi"
    "vWLv++8TkIThKJ0kUexHeBObIEqS2cp02mQmyKWJZ3ocsEE9mc/evPv13fnb9+/8g92/k3"
    "aexxVyH0v0H0woMbs7bzs2SYUj9VqfBvd3HcT+TsiV9K2D6J8J+drtfu4g9ndCbgf98acO"
    "4h8T8q0r0fHsb9RTkuV8KD8r2zCZLK0sxdshTcqNQoIdq7Ada7oyTUymmzxSUBCmgZLQ2y"
    "wLPXmdx5Z5QE3MyPGDII2JXy2N06sW7wr8LIoL3pEDu4U7YgqspzfXNusYbN3Ja5vq+bMB"
    "0TYtP2aopsqxoDtk0NiV/XCOGMngaN7L+B2jR5wY+UvJb2eqGSGyGrPDazBv9dCAUmEq83"
    "2jbK/YHJXRGuobNloX/OQKfczpNvF2rrARgb+p05oQ8EFHdpuEBS/wmjTgnGqD1wS8JuA1"
    "Aa9Jo7wmYKoBUw2Yaip39oKpph031RTK4Q6GTRXX2AIRWjVbAydR2vwcboHWFszvTlbbQs"
    "nku1Ot7jm20cMG/ehG9bWRps5+6iCdYGTQeXSC1iY9t8gjy2yy1zpr6qavTPrTlw/0OVIt"
    "ftd/cTy56lAvEbYvCQRzakxpTNM2I6G3vOg5aJmgZYKWWeUzLa5lavlSh7TG5g1B64h6tY"
    "6YLkQ8KSWcYiHkRLB0hUvX1OeqhuW8NqgoXAOsI0ewRGkKeVy5on5mRhyAaR67eJOFXbxJ"
    "ZhdvYuxCtWQPZfJ0oVtYlM+5w1gimODUNd5rZTYhup2rIq43vgFc5Ng21gdNnz4VktvDkF"
    "BVsMrCO6dVYsOl5I0VhWvCAXLsHaYbTLvVV0VKEEdhYZdVeZfZymOuDB9vfKWze0Z/a1fO"
    "tx8nrR9+/+OHTucvyg0eJq0DWUYOku3DXo9J4cYKIVjYhFXehC61ZEtfmaLwzBTFPwZ5Un"
    "my2qooxYBVaDeFAGErVXkrgfc6eYc1y3td1Ro7p6bySXIAl9hkfVbpj9BzEyEO26Dk5NMm"
    "fCRWMMqd8FFCDaNqnHL7VDG6o3zqrnc5biWt/RIQnaNcf8VWfFYEx/d7CMn0Z6D+/c1Ntv"
    "QaZzIBwzlMh4SaoDyqXUCDhOzogmL/GZAExf6PHAF4i2eqcq1yhMRCALcP22kxgEs2TGY+"
    "7IxRgBKijNHEM8RgXqGebSFGQx51t8A8Sk+l93g9Y2Qt9HUbEUwZROApWiv0kaLy+ucL5R"
    "nHwwAP9hZhHCB/F3v6hDfpUYDWQjn75T0E/tVTKm4jCPx7sVYgf5NntaP6AA2MoCq/aDhj"
    "nTmQ6w5vIGrPXmcxU9NRicjlz2J+H5vZ9DmicqA5CtdAfL/JhO83Kfh+E8c3EyxkS/3fnE"
    "1CQ2BgOixsOnTFLAHuk9trbGGgtUYbFWutYWBzig17pWjyQrEW+QggAC5IiWpaVI5JiELB"
    "yM2ORD7IueqYGItI/WFIcABXTfQvlMi6MjRdme1t5pupyj2fqbZkr5Y5tI44Mkxdn++dEb"
    "1hLXSHbKr6CjAnMIq6uy/JLLrdnLsMowGGsNs0Ol5gZKqPC5tZHIf3Y26IZIcyvZjiD0iZ"
    "29hk/6HV5nZK/shm3SSn9EfGjaAlzCc0d9r6EyaOjBY1doJxEoyTYJw8Qcj1dksKtlmyzh"
    "WGA8W3XVTxXZl0SIK2tbvAfwC8yha2Fl2oI+ljt4PciwkZ3g0G1x3EP6IHUBat7AB5zoqm"
    "OT7gzEZOH6LKyC+o9r5/lwHB798lIpg9AltyRmQfzpasqUtR/5CdxmQfDqzJha3JYEw7jj"
    "ENfzdUesYWSaYIQVZKSgVrWlRWdTTj/BHdWyiI5S4plpsjNU6H3AHGoWCxetEhe4Txdv3l"
    "ji0+pMEqFD8rquUXia9NqecXDeo9Xi12TbFs2TULu1x8zyrsjOMEXuBV83MpWO7kdHvYK4"
    "6x6P8BgX61ZJltsKW9XPlku5uLmHK20EcU+qXLce9LN6fo70J1kPM5IV+l3rjX/ygPpW+3"
    "3f64gyI3JuRycDu86Y67Vx3kX06IdCH1rygx6F3/shq2IIVYa2zSLfeQEFy4m56RKY5J1F"
    "5ugvYoBXoT8un+Vup3EP+YkKF0P2K0cT4rQhhVpjt2tSyk7cWAIXqiyvxUsZnZT9i/IOMW"
    "DE5Q4dJLLWn0uXslXw/uZHcHRm5MyPXNYEC3Iv+YEIrZm658IV1+vhl87KDQ1wkZ39/15W"
    "upd8M2b+ALhev2r/wngS+uOV52+bZrlve+VmPnMw1DuBbSJNgAUGO6WRw9m56s4khPLsrk"
    "ja9GUSb22sa0XIf6WJUlzYqwgiZyQoWDRP4UBTshk3q9N2Mqrc2OwKiTR8wTgFdKZwZJLy"
    "rpcYr5lrY9KZ8wD8j6VV4BU00vVg4tBAg0rjKNoTDWiUV5xbLUR0J3S4HCWHFYcKYWpUPE"
    "p5SdCBFA2Apl+bOhNtkRapNNA6Wt9sRyjipZdUVvZK+H8HspjS6lq24ribuXgOGRrcyz5P"
    "5UjKFnXryx42yPum+sfUaJxcz6bjeOhizscN6rqcztPXF1xeZoKoKg4lsGJNkrc9/qgWM6"
    "RVPRAwXxjt0SN8q9d4TTeRw+W0id7J8vu1NB+bHN0jYtdvHBLU7HyvLH0zx3jM0ZiRf6xa"
    "UEy0EcG8SxQRzbCXJC6R6Mkza5yZU3vhF5WWmEPER3KwHbzGEPigODTaiwWY4fg7lpEIQC"
    "k2hJ9rhpJPdgX3NRM0uFt6Mmozg72G02sjxDDxiM0nAb3OaVSuNxrCEChcM3kyRrGVtrzG"
    "7Nghm2ebUXw9QfTWWJmLMdWavlEs/QymB6BHvqmS0/IJ1oG6TQYTbVKlyzBtLnbJRqWohi"
    "fK6aSwupAtXk0C8D3QZ0G9BtXqBuY1Cey2KC8mblR+Eaoescoc3h3yuF2KotyKJJ5GhBkC"
    "ZpM6WFR9L/y5aVpdhhnXZWRACbhNyjR3CYJibTXJXngzANZB9vsyR8JOd7RBkHS4csXBbL"
    "Bz5i1t3wbjAceHlyOXJ/PDiedMOvWLpk/7p3d+ukS7qXE3LXHd5Il+ymdzUh3d+GvTt2y7"
    "2YkKvu5U2P51R6V1Hp+jT5O1SSN5xQTVY90g/OzSvvpk4DHK0wR4MaOi9C/gVzc2V2nKdS"
    "5OaAITgwOYPJuW4mZ3cFl4Dl4Xamei35rPgNb/bDGp4jAUQCruTCDQge6/RPeVFENaHOPz"
    "lt813F1DbSEpMZK6ffEhjpIyPaadZ6zMZS/d0dnLVvJkF4ptpIN5GCTPysPwVqtaMHPKd7"
    "jve0dEXpD9yy7pnQbeUJM6s5M7qvF5iwS8U01WdsCZpnHvRVOW324fD06cIRT9dueL4M9v"
    "u6nuFtsN+/YP1lISJtitFtISRoEwxu51nM9efJ1vrzmLE+yBxz4DgC1kBUvzk7z+QaOU9x"
    "jZxHsX3UMLtqClhHi7Jb0OWJSaGDIQJaqZMB7FvR8wFyzKtlVYHE2lITa31zymlizby0Mm"
    "F/Mz/jLK232Ta57Xg1osuP3jpmjWi/fniJc7L8OdCAa8tv26ABv1wJZ6aaeLpPVdTQBFVW"
    "1uhqvxjc9686yL2YkMH92L3lXUWNkKcJbqAUW+gJvcMy1Kn1oStNjsv70Xhw273rIO9qQq"
    "TRqEdXNCv67V/y+rTX17wu7fX1hAw/0a3QQfyDV5r9eCfd8nAXdlENAj5RXBUlnwdbaeIx"
    "PbmD2N8J6d3yXnz8Y0KuBpf3Ttl274qS9f6qN6AkZR8T8qV31aXf+Acjbu/yM1sF7sWE3A"
    "wupXFv0O8g74qHMI2lyzEPYGIXLHyJ1Ytno7yrCbnvj+6Hw8Edrwwf+FKNRVG3GLQCy+Ku"
    "e9ntfXFiypyrCfmf++49u+N8OlWjeVVo94LfGfOvYxZvdkPB7pyAM/eSE5vPKdFrr+C0V2"
    "tauqWizf3gfkQXmHdJ5+lR1ebuis/jXVZjGYDNuZk254rZRI9gcv57pTMJvyDOxdCA+upZ"
    "+4tFMLcOhN1jG/tn2FZULY7s5ELpW4hqlEpvVNV61ZItbNsaFtmFdF3DCkkwDIUAoz3GKe"
    "ShSOLfOXKP8cHgJoT9i150td/fXnQp6+GkoINUO2QVCuHcMHWFLqtngQC7C+shUMB7Drxb"
    "ijqTdaoOyE84V3JQDLCJx+oB8gvnlG+vzHwNlrcgzUPyQfors5JgBQzKATAozF5pkzLWKL"
    "M3C3kNorBA6SpTmnebyU/kABjQt8r0ZeHXhbZxCBBoXGUaO4H1xbZxEBKoXGUqQyDbqUs8"
    "QKZsZUgB/VJOTQI/Ci0X/oNQkKhcFPdQl/R0uPciJXOhPgAEmIdA8ioGkkOHphN0aIISE0"
    "crMcEljxJwfMvmuVa1+mrDO/EbFNISCkxAvehD1IuOyhklIDVjV6Oa4jQgV+3Rrc0wdX2+"
    "Z3ekobJhJTiGbKrm4PugPZL40hQkjnlLNjlrzO/2tbvYyYBgpBBrjU23+Ddijf7YrrE7aL"
    "1Qpwuv3AivNML8Gm3EAtrYt5k6e4XGFOZRo1DoQf8eL3FyiBecPJ0NUrkglQtSuU5g4+eM"
    "hIXUqvYiTuPkEJYYYANDzcuP45+rRLUWhTZUBLRSOwp8Z3EP6VQ3BUdXcgDwFgICgENULi"
    "MAGDxpVTWqgkHqoAapLNrosfs910UVDTW8sITVYvMgSFLv2SQ3+mODcHRIdd2p3CrQ1/2S"
    "rskK+7b/dLlFXn6nRFo+0Os/0vRjlni7skpQi49Z5eXgNWoChYTBVFDLc7wNpoKXq9K4jC"
    "9G3GQbwRaigcaBs3dZslzeJSe5vIvnuJjP6jR/Y7goXAORfZDELWjEd1x8W0QxrIUuOB+S"
    "rSJBGLCLlG4XgT5+Jw/vg/aUqPT2lLZuK1qhdR2FbBJ6oUHlqY/VAzSoXAnMdtmrgznQx2"
    "xR6dTvynl+emAdNPTqfw2lb6xOnDy6v7jtjXnxttgtVgPsX93LsVNbzLlikD0+uMe7XN4O"
    "b7pjp8ule8mgru/7Vw6Uc0VHSv3L7g0vIuZftoosgdJ9iqxGibpcaZxUcWa3q7xJEBQKbe"
    "QotFGhdpXVtBY3wuph4iXDYrFc1xAo0LnKdDZY9Zv8NA6AAX2rTN+VMStong5DVso8XZKM"
    "ykJEB0TbtHzHZ03JHnPbQgr7qZVACLypDCkghf3UJIB+26fF/8xU5vkPgyBUKbh/IdECkE"
    "qdR8qGVOrTojctlToBvxC6eoDQVTGu3ROwBDQPtzPV68jMiuCwsLBHlqrCPd97hgXzWE1p"
    "2rBFHQ6M0u19g6c5lvq6XUfzQSYcmXi+IrM9sXTHJ2kqik6QFF4bPMXDzCNCfRxtA4LHOv"
    "2T8Vi48mapkyyf9UgIajBZDoT9w/Zdjp8UvL89EHaE8MuBQyhb7r1lY4MlxisE8RnaaG2q"
    "to0JUgnPlqdzEMuZln5XbGTr+hNS7Q+IYCqZoOlCIfQfQxRl2GTosMQ5+Id6Uc5cfAdNkI"
    "Rfb125jSCy/sX6piiP2KNzpwdc5XgpYePOcItOadiTP3e/dZB7UdU2nYqhsgYp+V1KITiw"
    "4Ra14c5NfSnvF/kWmaLCLVgg8C1lJ1KOut86CE1QafYJyyB5GVAZxxIZYJMbG24hoLVh7t"
    "aGQX0j++kXhAIHcuHDD+pwHxf3KS5M3StCsKc/wi9mULMNkNX2FNz5u4vmQmnXTEjNUNo1"
    "2cNz8Jod3JGRZPrzvBy7DH++V2W32Y8TG9k64mhpe/Y3Ps8PFmK2DU0l2LO7saaAcZNe0U"
    "nAXNcGcx2Y616SuQ4sQKdtiFL5PvYnyskAda9hKx3UvePiHtS9XXwH1D1Q9wLqnhuRJdD1"
    "trFayYpeICis3CqNoICBAgYKWHMVsAKFfaCkD5T0qUFJH3okYoauXAUJQ0ANxPFBqhGC2/"
    "iodgSIcYMYN7A9ZDxnwegGRrcXg3swuu06pMHoBka3gNHNTfK71MlcfWwJbG/hAe00E5zh"
    "DGXYoGNzpFmtlQ0LlqDwr9BXt7noQqc/nzUcnS6wxaMnvKR6tKZLFM1150KcT7X3jDkNga"
    "rFk8ue+QoPaam6pfJ/FWyDtTxQ2mAbfLm2wSXd+7pgi2VTNLfQldY0u9Lo21DqjaQO8i8n"
    "5F/Sv/9ND/xPHeRdTciF1P8sj++k/uiaKaahrxMyGH9id/lHNTRPikms5bF9+QBVJlhBu9"
    "d5FrPXebLV6zxm9AID7qENuFR8wUVaygShGojlg5hwvYpY+TtTxSEbiPP3WTpUvU/uUPU+"
    "1qHqQSFPudd2CKgBlvND82iVvW2VVHsp2T0RhWsAqo/tpPA1vxjak0tzBkCOZ3R9fai1XX"
    "IjnpCOHdF5dzSm2MIdsSuFpxDXtikFlDlPXtvNKnMeM5uf1BjpVBxLtkX6Fcl2myK3ddBq"
    "GRQYaXq8xDNVgZbHYEwEY2LV2WrcmFjDBmt+8Y+cMnkrUEgkUEBEGg7vBl/YTe9KXFRkdD"
    "/s3o26Vw64d10NmyJEeh1ViTLxs4rXBTtmhUCho1KVmaOmPlHcW4XZYxC+yiW4RtJtV77u"
    "3XQpZ/MuKcNjl8Pe5fj+znvgfqsG01MYevMH8AWgIIqpaASZL/Pnwn0QCsL39kC+ZRXpsR"
    "OGg8UPsas1RL4rQOXHfwQQlj9EsFY4gpUflSVg9ZbNc61qdTRnZ8VsUKzI0GjHPQZLQa4/"
    "U70YR3bMBiWGhBBhEXcuAbkNj72OHEcZcMs1lxIQm7ODSk3xG9Tz9ugQNdUNdd/WR81EuK"
    "BjTXk+t0uFEDy7wwb3ZcZcbsHH7TSP25QPlE06Us1aa1FCrJyW08+EZ0iwSogzpM9tTNpo"
    "rq/ol4cNUm0LWQvdtKcrQa3FopMIvHq/t7wRbICmkMcVO3T+SPP2BWM2wDNXV6m7DZ65l2"
    "t8Dm76rIGIQZgGhnu+yxKJ+C45EvFdLBLR56Y5kByEaSCS32Qx1L9JNtS/iXexgGqWEOBZ"
    "2wBPiDdMRjXEGx5A9/lMf5KGZ4+4S2xTqP5ERrTTNKAnb6xMVVAzsxLE0pXpGrN4a0d9zh"
    "OTr6X/QQrVW5jSohBrjU1xmnNGuN0BjKB6gOoBqscJ4l5AKj68VOxxyTyScRCmEUg+tnTs"
    "HD95UL6FAIQXQPgT3rDqJQIL+r9Gg74Y5UGY6BmhTm30f0hTrYPpJa3/mq+I09L6YaVqtk"
    "qsV+x9/906PkkYjtJJEsV+5DRgE0RJAhlrR85YA5UcVPKjSS2gkh9AJXcDPcZ4aWiKuPNb"
    "dEg7TSn34ipsd3RmzyTrycbKIHuqtWHqj6ayZK3cdKp5e0J4G+FXj6/QmnkflW1BMdVCtq"
    "7N6H1M6H03HZHdpj/V1J+xoG7Zkd4p9HtSQYA9S3R5gn0A7ANgHzi+fcDdl1lNA+7wRuhP"
    "h64/A6YXcEgeFrnHtgA8Y9PKp/wEII6n+7wB3Qd0n6ocuXl1n9hu2zNiNaLMfNluyJotiZ"
    "MEryZgb7fSGMBzdt1RDpJ8tw751dHPPGhkKeqszd2z64WO1qZO76k2svQPXNkjeI0trq6t"
    "3YLVlrKxEF2mcVWx3KmFGqEdUK+9YwK0QtAKQSs8vVZYE0Hv8ButNFkP9JQj6inQFOfYZ0"
    "VwobuyTF70RwCbxEVOm9UdFLTKyZINekZqRpGsOYeR1Qh9ikrCa2X7FI02FqX50NSXht0S"
    "6Heh5+00rc7iI1llUDo0lypHkNTzvWzKg76yeaDtWjef2p6PzlBMm3cSYm2G0BPeuM66Sc"
    "tSNGwZVA7TyaSVpNKV/YpEZx+ocpU5G9qgyr1cVQ4cfAdz8IFOB74n8D1ViO+D76ldKd9T"
    "UGYGx1NhdSTF65SA4YzKSTF/kwN7AG9TKRMLFRLDV9vA0wTqyamPKVBPaifWgaepHsg8eo"
    "kO5xzNe0iEwJq0io/sbAJH33Fxn+Jl2opY+zpAIob2mm2ErI6QEAsA91LT3UuSoVIitQQq"
    "nPuknaa1KYYqP+FN5twyOpYpSNZCXzOXzhR/QFQXwqx8pVu8Za6aVImaLhQ2FZWo2vzuQr"
    "EWrublqFZLZYNmuiiV7BCvSHImyQwIVLbqnANtUNlersqWt6V2gxvFl99P2zDxXP2eB71b"
    "iAYi+M37LAlj0d0QSBh7H0Wwf5wIjgiimJtEt6gPFa2XsXGTvmuG6DTG75Yf8bkRxedFry"
    "/dfRPryheCciUX38ZdKaquTXVDVIE9uX7MFgKqx6QbLwpUj9EUy5ZXVqGzOgoL3Q+rfGTj"
    "74ZKpytA5zAkULnKVDbxs/5UtJVpABKoXGUqe1rSwya34TMGCtbPkqyfW8yCjW6XjS62Ci"
    "tlqOvN8NLQbUzsO8xrdLYENrv4oHaa+U71h8umMz6jJW+8wK4ZjTIQSixWt0lBy5XNA2+c"
    "ljRTxTRVPGOh3f57phtmn4ub7UqYT2ijmyqa5lTWFIV+h9rZBIw8bBi0sqkdG2yD8e8FSx"
    "/+Ts9qn9pCNNA+VX5QOcTr+7WizrPY/s7OU6pFnUexqxsMIcKAo2Qch4AaiOnyrdiulFPA"
    "0BqFBGNru6Cx1ZHw8hhbtxDVMLay19ba2Joj9P6QKs1X/LDQ9aeWQJHxHrXT1Je1Myhr9A"
    "FBVJ5gQj3TLix9iR/02QbRSfEPlqNiePmn9Dl+plqR1UYW1ZCZ0mHxGO8RCyKg/zdyf5/F"
    "YrwFUQgHfRU0tQElBJSQKiohEIFwQNltZWp5cOsObyBqz16/zoJcNiwRvc7DMIL5OeROlk"
    "M6i4BVQ0RrlD/cwpT/2/JUNehxL06jSFNdhOCgvxTVX1x0ssgbkTiV0jk5CthA3lR+XBS0"
    "Ejp2KyGlYOhNCBB89VUWVF1SUa3CymdyjAEW4mEVo2xMvMomXaUJV1EuNldUjf4E2VJdD3"
    "uejRUDhs1V5c01XZmWns8V5UM0USQ4y7Kf6KgUf0lcGYQyMS+kTAyEmFXBrAkhZhUJMdvi"
    "ncJR7cZURdaaPMWQXP/ClTPdpoYc7ySFkKJoS3ZiBTG705klh8m62601INjxICGdOCVTlQ"
    "2ydV4w1Z3zA/rT6+ihzv5kmbAbx8dk0d+LdPo2pNissDCFZhmwJjY0OiTu1zrwu4QhfOut"
    "J3A7cXoon4dKZ4ux0W0I6KvhodMGX9rL1aICmz1G4GRNKgzVQG2q/MC+rf8mD6LDUIDoDI"
    "hmMSBxFCcXwPLGNwK5xy6ARQUPUWcJtqC7ZLWMqSPRQkz2kdd166vUG/f6H3P6LD2wDnIv"
    "JuSqe9P70r3rXnWQfzkh11Lvht1yPqOSXZYN8TZLj9S3yT1S38Z6pHqCYJxMiUJUEOR49c"
    "leH1aUKq3EHqG8RHZRVEAyEoCDpbnKMhJPdi9ObwE40Lvy9GaH0yoPz4xANcjwWRrj5CjC"
    "ppnPbROGap4n9G0mT+jbFE/o27gn1LVvFVLdo7DArarMrcJmuOyGsjAcVKEty1ETsKTu6a"
    "UJZGfUjBBZHTXhNSgug3qapJm+bqtT3BK4G9wn7TQvA+FjMroW/qQYYtE+rIomC1v8Ez1h"
    "bFjc3G8vKJqdVJYFfR1mmStzU1+iB8wfsNwWe03fFfcilDet0GEQmT3dVUDZna49+wcK+A"
    "rqyvfa4Ct4uZLGE8VeUVufB1tlK2tLurwc3PfH8oXU7zMrXvj7hHjfbwYfP3av5MH9eDtm"
    "e29ChneDL72r7p38uftNvute34/YbKK7gbEUUh5cy5d33aveODA6dJ+Ol751uzKV+/sf+a"
    "TBrxNCL8Zyv9u9Gsmf7m+lfgdF70zI1+7Fp8HgszyUnN8V/l4Nm6W1evgLTwWMJCXufwtS"
    "5UVWUEl8l0VHfJesIr6LaYguvvK3TwjBgd6Q8/wMqui2ogqS7ZJzwLYQ1Uj/qn2GfqhgQk"
    "SgzcF6BKANZEEHiTCOaAZ5pMYIKFipqiY75qh/Ecz7w4JUmTyRlo6CPnLnqdmWO0mQZQBj"
    "iQYPD587jR6yR8Hdlo+RV7JjoViIxdMj1Y4bMhJHCe0SxDfPOD1zoG1IhYQfMB68qAMgFD"
    "TB92VubSMEBspGYWXjRK3yXi7yUzxE2yNqTwfR1hVRMzJk9Q+Fdn/1uuTVFa2JbfJO7HST"
    "1CtF1Tb3ltDxFniaKocqqjxjA1l/kmxy6C2bBHm1uVmxOOYkM0z9WZ1hk2XhsO8zZcMesS"
    "ybh5WlEmxZrMwcFSrQ/9LnH9BUXxG6VtADntMVh7AyXSBW/jYu0h7jhUmd0Pkr2ABNp2Nl"
    "JhiBkFydcwOE5BcsJAe2pJDACQFyIag04tb3TBORl5FMXHk4T9xmEARi3WNlitwDo0iP8y"
    "AgaA9laQ/BI3xPOVdSh4HJakaMrMJuZCFWS9718S+Ud4PUSZV3vf8xa8QZWwd/8uLI+Lvd"
    "4RKmiR9VCsclTmWmGKxlM6uFbKH1QqVypc3bOyumKNJs7+nEllyGjtSwsnDxOVPVTdXeQG"
    "hZPVkeCL4vWPCFks4HLOmcN+m8wenm5Ueq8QM5D3Z9gAai9yAhIqySb9GizHHYghWZ6xMa"
    "cqiCzAyV+asxh6Gal7x3mA71mMzYT8iJ5y3UEQsqtI6C5ixVQpKLhMRqhPi6QgzDKfaMLQ"
    "iYiWKxrNzhoqlLVcCgE3EagYKU6ThioS77keuyTylyWBXoFbFFwdk7tM0oMASlVlnrtE19"
    "xZCc45wNgDRPmCm/GBcUkE5GfbMKSBcK9g7FaRSP+A5HhtRsHSRGfEcE1um+FYi3/oSh2a"
    "ywsTDLYZUp98XUPZvkRn+sH0c/SQJBdGmlerP81ZfJpSVvl/5ux9ZXVtFA2QZS2coTtpzK"
    "BooTTkXaaK6b9NtS1TSWzGbrT5gIijDvN9XO4KtnRVMpW6TTQfAV+KDAB1UBbSCwJYUEFh"
    "M3DPWig6+mK9PEZJordTYI00CHyNss7qZkb1M8W1aZOQeiYIniqbpUtKQgtyBgdJU6kK/c"
    "GWqI9LR12r3s3Uo3P755134fMf4EyyaE8bw2VdvGpBCqY7CA7R3YhhhDiDGsJjEaEWPo67"
    "JCrSyo6aYqZFyvljX9MUfHHLfqMWteo1hPAXWqjSgQvYlY00U8Y+ku4j44uWcQaF5pIYQB"
    "2XyfuEHGzgKz2iuTyHtWuYtMGVliUEKvrmy3DTrmy9Ux/V2cNyYvBthEZQmC82oXnLfQjT"
    "h+E08LdzTEz0SjDvSVPdXzhUAHQBq4WMvnBY51nvVUF4g4iSs2AgUhSvG166LItXvkx20A"
    "ENAbRy/3LlmYvmWWJ601CtYk40hpuJ3qlkjSTjPveSB7W/UqtmyzGPXet88zG/UYnuRCHo"
    "EoYPPirEr2CpzUflo1RJ+kupZn78mF/QAQYL7mhuuK0aIMuzX9Dah/f3PTiq30EpA7dqdp"
    "JloDOzsBpSfyBaxmqp3kCfCetVP9AGxUDieAxJrLzH7WibZ5hf506lT9yTvS/6nMbWz+iR"
    "as14w6c9rUGxrFKnL+mw+sdICBTUsniubeQ2wip2+NvcAbNF0ohP6ncdfBEd+b0+EQaFMQ"
    "rqRfrrsgWOINfAV1Pena4Ct4ub4CyliTGmXu7rfjA1fZNti6vB+NB7fduw7yriaEou36uo"
    "P4x4RIwx7rl9NB7gVvmPPxTrrlHXLYRZT3n8a6eKL6uhUTkE6jfSmGmpiZnob9MBzgvzD+"
    "p146RVYbzxaiyuypoHWn/AIu0A0LumE1nYk4Oloc+cndsLYQ0A0rJNOW0Q2La8l5qOEDAD"
    "FKJ4ZbojZn6Z0wVPO8KOVkq+fIWz6kaW6Ebdv512OWOe9RO80wZzmDspnlkhEuzFsUtXcG"
    "oxAYhcAodHyjUM7OlM3tRll+rZJnRVvlEkB9gOOLPKcJBDmIcAMlYpJX/IstEXNIUav7jI"
    "ndNfTpQiRtBZ6mClyYjZMxG5jRFzpeYETwmorkyNTXiL3X4rXSNXWOvUY/mv74ASmIItpm"
    "LX0oQi3eC4h5KS0dYUK/01ezwuoaK0sxXZmWbsYdoId+2W6vJ0iIICGChHgcCbFKnPWO/y"
    "4xX2XPdnPVrF0svqszN6aDXegmL9PjsDW0VunyXNnoUTGsjtM1mMdwPGCNskM2irE0yh3p"
    "S4jl+COQZauahnQDE0GTi0O/LWccyXeI7QAmDUy6Rkw6qPR8F+2v39TZuZiq3yvhXhr9rV"
    "053378wXh0Y/Rt+bvC/V8//vTDgaj7W+/qHFpaHM8QYigbTRdlySWbQgIg4P8pxURSEZFu"
    "pC5XGqPXFdZUpgqKZLv4oFQhz/KGs9BoNl7NWt+RVQThIiJrkavaFlorG14aBPlz0n9g+Y"
    "DND+gJGzbihbgRxQRlxBqe0X+xjRQLseKOlmQYdBA2LDqTuPjI4V6VU9hTprzVr+vKY6Uo"
    "iXvCuxh0v4E0CNIgSIO1kwY5n8lz3PoA4HnYw/MQ5p159lUYslL7Cro8RHfXVDdUUe30xN"
    "NrC3A8hevNYU+w8oo9BGSPPDsmCAdNUaq8XcKyZo5o+hAcRMLmEv9SUppdvMaJkTvplqsi"
    "VC2TtjPWjCBZE3DDa7FS5Tiptit2PLtP2qnpt9sxpcb47eO6fSlK4J5HaLJ6RwVJK2f+TA"
    "CkgRbNs19+yWDSpKMSbZr8WTRJTFCoLiVDyRBVqmsCdt+8zlQG8HVKGcDXgmo/xM6pwwZA"
    "QIutk3H4n/8PB0FPvw=="
)
