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
create index turns_by_day on turns (finished_at);
create index orders_by_day on orders (created_at, id);
create index orders_by_change on orders (updated_at, id);
create index orders_paid_by_day on orders (paid_at)
    include (currency, service_name, package_name, total_amount, is_simulated) where paid_at is not null;
create index orders_by_words on orders
    using gin (lower(number || ' ' || service_name || ' ' || package_name) gin_trgm_ops);
create index refunds_by_day on refunds (created_at);
create index customers_by_day on customers (created_at, id);
create index customers_by_change on customers (updated_at, id);
create index customers_in_order on customers (profile_name, id);
create index customers_by_phone on customers using gin (phone gin_trgm_ops);
create index conversations_by_day on conversations (created_at, id);
create index conversations_by_person on conversations (assigned_to_id, last_message_at, id)
    where assigned_to_id is not null;
create index conversations_unread on conversations (last_message_at, id) where unread_count > 0;
create index messages_by_day on messages (created_at, id);
create index messages_in_trouble on messages (id) where state in ('FAILED', 'AMBIGUOUS');
create index payment_proofs_by_state on payment_proofs (status, id);
create index audit_logs_by_action on audit_logs (action, id);
create index audit_logs_by_day on audit_logs (created_at, id);
create index webhook_deliveries_in_line on webhook_deliveries (webhook_id, id) where state = 'WAITING';
create unique index invitations_one_open_per_email on invitations (email)
    where accepted_at is null and revoked_at is null;
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
    "eJztfetz2kiz978yxZfdrWJTiZPN+iWnTpVs44QnNnAMTjbPsqWVYTBai5FWEiac5+z//s"
    "6MLugyEpIQIMn9xQhpeoR/PZfunr78p7XUZ1izXvXIs2ortqqTVgf9p0WUJaYXgqdt1FIM"
    "Y/uM3bCVB403V/12/L7yYNmmMrXpo7miWZjemmFraqqG+6KWhDSVPKGHDVov1OkCWfoSP+"
    "izDfpLV4mF7AVG1kI3PiCi2wuVPCLVQhYmNqPAPy8VVXvFXjTTp/RN9HmJfa6I+vcKy7b+"
    "iCmJSXv+/feWrT9hIi8Ua9H64482+4dn+Du22EP21XiS5yrWZiEM1Rnrjt+X7Y3B712ojz"
    "1iX/O27Pc/yFNdWy3Jtr2xsRc68QlUYrO7j5hgU7Exe4NtrhiiZKVpLv4eyM5P3zZxfmWA"
    "ZobnykpjfGHUzg/Y3mvJcn8wlkfdsSy3YjzzKAKQu7emlO2U3/SnWhyAR/YTfv5/Z2dv3/"
    "569vrt+/Nf3v366y/nr89pW/57449+/cf5MVu0nK44Zr2Pvf6Y/SCdDipnwLEb/3AaxVYc"
    "Ks6MLfpTEzO8ZMWOc+GKPrHVJRbzIUwZ4cfMJX3lXUS54/EijT3ejS1/ttMklUF9ff3jT3"
    "uwJgXlce+2OxpLt0PW/dKy/tY4UtK4y56c8bubyN0f3/8UZovfCfraG39C7Cv696Df5UDq"
    "lv1o8jdu243/3WK/SVnZukz0tazMgmh4t71btOmWwZjN2DhvLxeKKearTxBhKQXoqEwsaZ"
    "Ytle+yhsmjvaBfz355l8LbL9Ld5Sfp7kfaKsKwvvvozHn2TwhhU9ewGOAuWS05yD36mxQy"
    "xTGwPdoqY90afO137zqIf0yIdHXb63cQ/6DfPnb7Y/qNfUzIl173K2vqfEa3niwcenuWgU"
    "FvzxL5wx6F2RPYkwT7DFHMjXgehOkiDHrY2NiqDovKWNkubgYXoUWNYnrR60t33368lX77"
    "KbSy3Qz6H732wQXr4tu4K0Xwx98NlT4usMOEKSu1wxycG7XbZ5TpFBvFJIkIaQmMduU44H"
    "P5fDbxM10Yi7A5TAlcrjKXuaZKefWwkXPrZ1HS3apa9Xl7PGWN6cnzJ6GutkU2zpFr3cTq"
    "I/mMNzGBM4K/a7MY2cp8Xj9G/OMNN+/u9ieayto3L8RHIUWA/t/Y5hjQX4H69zc3LQ73gz"
    "J9WivmTA7hzp7oZ3rkjt82/mh5tozeUYjyyDFi/wz76S74d3iqP2Nzc0m/tgQGpdDzdppJ"
    "yXRbUkRmOKNVibKezCykEjTXTW7woWvBAhNbnSo2vUPf1kY6HT1x41E+UqGNyPIGHvvFYC"
    "uq2PLTBlvRy931tzNSMMuSNeUQGSjK7YKK8soqNLcCZCBTV3l28Y0vtzgdpCokSVdtZlVC"
    "lPaFkCNJ0VVjQlYxOjj6QhL0pTS6lK66pxKgR9heGTcqeRJJz9uHqaKzxZrJ7DA0o9w8pu"
    "IuPzu1F4qNlsoTdo5L56pp2Uhf0xHwAWGFnanaimkjExuaMqWNVButqIisUckYo7ViIbZm"
    "x4XrA/QvkMBB1q7K+gSy9guWBuBYCqRtkLbLnV8xge9EwgkVIXtEsm28NGyhgBJqkC6k0K"
    "aySuiQ440zSioDKgfMFVXDM8Q6+FklbTTVqYxAbxjYRMqUf0MKcb/PZhR6i7t4MWsiMkyd"
    "ChZWXEYptefd0sl/WlvMt54pgS2OtcffDfYO7lbnduEC7g5zb4q2eGOKHf/Cl4NA9+5PLf"
    "EFIFuBbAWyFfi8Nc/nLbBWZsU4QNJAlN9nAfl9MsbvOcRVEWC4VUskuHjmrhSBxW+yS0pJ"
    "Rlp4bujMUTgqhC0WtljYYiu1+B9ki+WfOQD22jcQ3zdnrzPgS1sl4sufgdt+jdz2DcWy1j"
    "qVZMQm0jFVs8XzIEZYZSaVsnd0fxuHtg0PVrGB1GseYMMls5mG4Vctmcpu6rNgilzodPQr"
    "JEGMCtJFrdOU8FDQeyLWkY3Tg8FNCPqLXhTb+9uLLl2bOB9oI9UOSVCC8T5dKOSxkOiU0E"
    "WlZCgwVEclKU2xbHlr5s3LdAE5HExUmd+2bhvyVDWoYmvTTSzv6V+MuOARYH04fKgTQI7l"
    "ExZHOCTL2RGyQtJFxcCPSNvvswjb0SkUkLXfx0MwKWSYsH++yL4mIIclrvJLnLMx2djIZ4"
    "eL00L80F5Oj8km5Ehk0TYxSYRbLvH15zus+VlOxP6Q4Uwo9eJRkk9kJPwxGm9THKxolE89"
    "hfB0vCzv3HwvpPi5w8jpqqlIUeWNSvF0h6PN6KiwypiOl4GuGjohg2jRDcned1IGIevT7h"
    "oK25JOJuVxX7BunV4aipFuzrDJzVl7T8QB60qaNngeOmCVMAE5VA2eeSaer8hsb9GBddJY"
    "hJ5VvKY7oWHq+nxPpIbKZomJPWRdNRQv5hlKYcAy27j2X6vcRX3s9vrF6bSh2NEhtjTskp"
    "AbbajOuhzyLpsNm2KozAa2J16SoX7Gm4ZCtMYPC11/2hOir04vDcXIwpgL7ep0X6mhzzsZ"
    "0f6apB8e3MnP06mTfP0COvcOlz85qOlni1Bw9N2fVYIeTH1tYfMV6rLoRiohmdhabOMbWR"
    "Akj3v6gBSCdG3GAx2thb4mSHmkgCHMspLw1LXOrxAHLhz6hTnjGYLBtYFcdxBxUEvDaxuB"
    "O+SLPfFwV5AC8ZxRSojobBc8zzWY3qivLLk4MxK7gEP2gkxxgSyYMDJMW6nVD059Yy7hkO"
    "j3JbAZEsC+JC5T8dNy9L+s/lFxyua5SJUT7QcBlUeFeGWx0zwKimDhSkY5TNVAoN+9zhJc"
    "Q1slQs2fhbGGXHendvuCXHfNyXVHZmnJZAKP2+n57sisQB4Z11MELRTKvhmydfR1odiWZB"
    "gfHAOops5YmbA1Za++RvocvX3NEkS/f40sJzUMN5RaGDGbq9gwe4B35LTFunlrXPZD/pe6"
    "r4dtsMa+XOXFXU5yyx9hOpBAcs64UDGgwGqanQFhOmBAWSKgi2sJQiDfl6mMIW17rBlDso"
    "qD4bFYJYEwygOBUChgU7JguHYby+6/nE04TAZcmL6H/0DI3lOZ1QIEpBcsIEFuGd/8dZ7F"
    "+nWebPw6j9m+nlSSEFC8O7GMR1tloFtfP0njkTQcdpB3NSGj3u39jTQe3HWQfxlV9bOwo/"
    "xEMn/lC+/+q6lh3eUPdIMilGsZ8Qmah27545auEPYq4UBo90KypT7eUtK66o0uB/1+93Lc"
    "vWrlXFSCtB0U/DYh7mWv/7GDttf+fUYQaH0h0Ut6y/msxiLksKPAaWqMsHlTp/yTPhe04p"
    "mUhB1USpoFj4WoTPugEBY9zQvh5OV3lBZ8U6rMaWuhrzQeJ0/wVJRAKS1BXZz4iFnq/Du1"
    "TVOnWv4vz4d7mPDUmOc1aZ0mJaCpf98UThUmogY35sK+5QzM/MnConTNk97Kzxbm2NmLiG"
    "1hStjEq7yJuxsw1WwotFZBa3NCH8D5KnP+b5Mnz4ozOzmnc4CkCStoGjcPkcyZwlc8OCNG"
    "DLOryrOLp07Ez5jYRZMJB4mB11XmNS8JnEcc9QmasIoe2orIwZLn2DWvZ3dGiBAez43p9a"
    "GQPokTGYOxoD0vQgqrWNVWsZivWrInVTBbTMSBPTIl82RqCjvN19NsvyMx5sqy9SU2982H"
    "6XbTWJhOlm21lnBhxdQ2Mv1CZiyt3p6IdVlvktdZUzE7dq7VWoLE84eWkTq0qQBZ6nKlce"
    "dK+r+qdKFR9x1RI6/HK6fDLJn4agNdLgfsWL7yZGAHBI91+idD6j7XrTp73vJqCplibAv4"
    "q6ckmxNglcFfPV/KOfYOHk34SDmwVjaIYMySuOloSgUcxIYGWquUkysbKfThGllThXSQ1B"
    "39fPbL+58/Xt620YO+IjxAMVjo3s0eGo9tPM4rd4c6gp89+NmDn/0JDrkKnt2Xcmpf0a36"
    "mMf2+Q/s9zyqrxrmhz6rf95muc6+iQSIIMSzsHl0ZcwKbh5hykptHmAdjW4hVQqlfiEiWw"
    "7jdFzLzBB07amQxwu5PinjDhZwvVcQ9ZD2ovAhFVNGvUftNCXUcBodIFY6LU2Nhc1ndepn"
    "qNAt1bNB0DuQqqaWy00bNMSXu71DJPZWOznLEqFKWyXrJ2exGNXgL4vBnOxwGCE7Ygxl6w"
    "Qy8SF8Dud0+VmZoiOKf40GfTHqQZroiqVObfR/SFOtg2mIrf+arwgv0YceVqpmq8R6xd73"
    "3ydgCcMonSVR9CNrE+sgypLZynTKZCbIpYl7epywQTWZz968+/Xd+dv37/yN3b+Ttp/HFX"
    "IfJfoPJqSY3R23Heukwp56rU+D+7sOYn8n5Er61kH0z4R87XY/dxD7OyG3g/74Uwfxjwn5"
    "1pVoe/Y3elKSZX8oPyrbMJksrSzF0yFNyo1Sgh2rsB1rujJNTKabPFJQkKaBktDbLAM9eZ"
    "zHhnlATcy44gdJGuO/WtpKr1q8KvCzyC94Rwzslu6IIbCe3lzbqGOwdSePbarnzwZE27R8"
    "n6GaKseC6pBBY1f2zTliJIOteS/jd4wfcWbkTyW/7almjMhqzA6PwbzZQwNKhanM9/WyvW"
    "J9VEZrqK/baF3wyeX6mPPYxJu5wkIE/qROK0LAGx352CQseMGpSQP2qTacmsCpCZyawKlJ"
    "o05NwFQDphow1VRu7wVTTTtuqikUwx10myqusQU8tGo2Bk6itPkx3AKtLRjfnay2hYLJd4"
    "da3XO00cMG/eh69bWRps5+6iCdYGTQfnSC1ibdt8gji2yy1zor6qavTPrTlw/0OVItftd/"
    "cTy46lAvEZYvCThzakxpTNM2I663POk5aJmgZYKWWeU9La5lavlCh7TGxg1B6Yh6lY6YLk"
    "RrUoo7xUK4EsHQFQ5dU5+rGpbz2qCidA2wjhzBEqUp5HHlivqZF+IATfOWizdZlos3ycvF"
    "m9hyoVqyB5k8XegWFsVz7jCWCDo4dY73WplNiG7nyojrtW/AKnJsG+uDpk+fCsntYUrIKl"
    "hl4Z3zKrHgUvLEitI1YQM59gzTDabd6qsiKYijtDDLqjzLbOUxV4SP177S0T2jv7Ur59uP"
    "k9YPv//xQ6fzF10NHiatA1lGDhLtw16PSeHCCiFamIRVnoQut2RLX5ki98wUxT9GeVJ5st"
    "qqKEXAKjSbQoQwlao8leD0OnmGNev0uqo5dk7N5ZPEAC6xyeqs0h+h52ZCnLZBwcmnDfhI"
    "zGCUO+CjhBxG1djl9slidEfXqbve5biVNPZLADpHuv6KjfisAMfnewhk+jNQ//7mJlt4jd"
    "OZYME5TIWEmkAe1S6gQEJ2uCDZfwaQINn/kT0Ab/FMVa5VDkjMBXD7sJ3mA7hkzWR2hp3R"
    "C1BCdGE08QwxmleoZ1uI8ZB73S0w99JT6T2ezxhZC33dRgTTBSLwFK0V+khRef7zhfKM42"
    "6AB3uL0A+Qv4s9fcKbdC9Aa6Gc/fIeHP/qKRW3ETj+vVgrkD/Js9pRfYIGelCVnzScLZ05"
    "wHWbNxDas9dZzNS0VSK4/Fns3MdmNn0OVA6Yo3QNxPtNJrzfpOD9Jo43EyxkS/3fnEVCQ2"
    "RgOixsOnTFLAH2yeU1tjRQWqONipXWMLA5xYa9UjR5oViLfAwQEBfkRDUtKsdkRCFn5GZ7"
    "Ih9kX3VMjEWk/jAlHABXTfQvFMi6MjRdme1t5pupyj3vqbZsr5Y5tI4YGaauz/eOiN6wEr"
    "pD1lV9BZgTGEXd2ZdkFt1Ozl2G0cCCsNs0Ol5gZKqPC5tZHIf3Y26IZJsyvZjiD0iZ29hk"
    "/6HV5nZK/shm1SSn9EfGjaAl9Cc0d9r6EyaOjBY1doJxEoyTYJw8gcv1dkoKplmyzhWmA8"
    "W3XVTxXZm0SYK2tTvBf4C8yha2Fh2oI+ljt4PciwkZ3g0G1x3EP6IbUBat7ABxzoqmOWfA"
    "mY2cPkWVwS+o9r5/lwHg9+8SAWaPwJacEezD2ZI1dSmqH7LTmOzTgTW5sDUZjGnHMabh74"
    "ZK99giwRQhykpJqWBNi8qqjmac36N7SwW+3CX5cnNQ43zI7WAccharFx+yexhvx19u3+JD"
    "GqxC/rOiXH4R/9qUfH5Rp97j5WLXFMuWXbOwu4rvmYWdrTiBF3jZ/FwOlts5nR72iiMW/T"
    "/A0a+WS2YbbGkvVz7ZzuYippwt9RGFfuly3PvSzSn6u1Qd5HxOyFepN+71P8pD6dtttz/u"
    "oMiNCbkc3A5vuuPuVQf5lxMiXUj9K8oMete/rIYtSCHWGpt0yj0kOBfu5meki2MytZeboT"
    "3Kgd6EfLq/lfodxD8mZCjdjxhvnM+KMEaV6YxdLQtpezFi8J6o8nqq2MzsJ6xfkHEKBjuo"
    "cOqlljT63L2Srwd3sjsDIzcm5PpmMKBTkX9MCEX2pitfSJefbwYfOyj0dULG93d9+Vrq3b"
    "DJG/hC6br9K/9J4Itrjpfddds1y3tfqzHzmYYhHAtpEmyAqDHVLI4eTU9WcdCTkzJ57auR"
    "lIm9tjEl1yE/VmVZsyIsoYmckOEgcX2Kkp1wkXq998JUWpkdgVEnj5gnIK+UzgySXlTS4x"
    "zzLW17cj6hH5D1qzwCpppeLB1aiBB4XGUeQ2KsE4vyimWpj4TOlgKJseK0cJhalA+RM6Xs"
    "TIgQwlQo6zwbcpMdITfZNJDaak+Uc2TJqiu8kbkewvdSGl1KV91W0upeAsIjW5lnif2p2I"
    "KeefDGtrM98r6x8hklJjPru9U4GjKww3GvpjK398TqivXRVIAg41sGkOyVuW/2wDHtoqnw"
    "QEK8Y5fEja7eO9zpvBU+m0ud7O8vu0NB+bbNwjYtdvHBTU7H0vLHwzx3tM3piRf6xaU4y4"
    "EfG/ixgR/bCWJC6RyMsza5yJXXvhFxWWmMPER1K8GymcMeFCcGm1BhsxzfBnPzIEgFJtGS"
    "7HHTSOzBvuaiZqYKb0dNRvHlYLfZyPIMPWAwSsM2OM0rFcbjWEMECodvJknWMrbWmN2aBT"
    "Ns82wvhqk/msoSscN2ZK2WSzxDK4PpEeypZ7b8gHSibZBCm9lUq3DNGkifs1aqaSGK+Fw1"
    "lxZSBarJoV8Gug3oNqDbvEDdxqBrLvMJyhuVH6VrhK5zhDKHf68UYqu2IIomcUULkjRJmy"
    "nNPZL+X7asLMUH1ml7RYSwSeAe3YPDNDGZ5so8H6Rp4PLxNkvAR3K8R3ThYOGQhdNi+cRH"
    "jLob3g2GAy9OLkfsj0fHg274FQuX7F/37m6dcEn3ckLuusMb6ZLd9K4mpPvbsHfHbrkXE3"
    "LVvbzp8ZhK7yoqXZ8mfodK8objqsmyR/rOuXnl3dRuYEUrvKJBDp0XIf+CubkyM85TKXKv"
    "gCE6MDmDybluJmd3BJeA8nDbU72GfFZ8w5P9sIbniAORYFVy6QYEj3X6pzwvoppw55+ctv"
    "muYmobaYnJjKXTbwmM9JEW7TRrPWZtqf7uNs5aN5MgPFNtpJtIQSZ+1p8CudrRA57TOcdr"
    "Wrqi9AduWfdM6LbyhJnVnBnd1wtM2KVimuoztgTFMw/6qpw2+7B7+nThiKdr1z1fBvt9Xf"
    "fwNtjvX7D+shCxNsXothAytAkGt/Ms5vrzZGv9ecxYH1wcc2AcIWsg1G/OzjMdjZynHI2c"
    "R9E+qptdNQWso3nZLejwxKTQxhAhrdTOAPat6P4AMebVsqpAYG2pgbW+OeU0vmZeWJmwvp"
    "kfcZZW22wb3Ha8HNHle28dM0e0nz+8xD5Z/BxowLVdb9ugAb9cCWemmni6T1bUUAdVVtbo"
    "aL8Y3PevOsi9mJDB/di95V1FjZCncW6gHFvoCbXDMuSp9akrzY7L+9F4cNu96yDvakKk0a"
    "hHRzRL+u1f8vy019c8L+319YQMP9Gp0EH8g2ea/Xgn3XJ3F3ZRDQY+UayKss+jrTTzmJ7c"
    "QezvhPRueS0+/jEhV4PLeydtu3dF2Xp/1RtQlrKPCfnSu+rSb/yDMbd3+ZmNAvdiQm4Gl9"
    "K4N+h3kHfFXZjG0uWYOzCxC+a+xPLFs1be1YTc90f3w+HgjmeGD3ypxqComw9agWFx173s"
    "9r44PmXO1YT8z333nt1xPp2s0TwrtHvB74z51zHzN7uhZHeOw5l7yZnN+5TotZdw2ss1Ld"
    "1S0eZ+cD+iA8y7pP30qGpzd8X78S6rMQzA5txMm3PFbKJHMDn/vdKZhF8QczE1QF89a38x"
    "D+bWgdA9trF/hm1F1eJgJydK31JUI1V6o7LWq5ZsYdvWsMgupOsaVkiCYShEGK0xTikPxR"
    "L/zpFrjA8GNyH0L3rR0X5/e9GlSw9nBW2k2iGrUAhzw9QVOqyeBQLsLtRDpIB7DtwtRZ3J"
    "OlUH5CecKzgoRtjEbfUA8YVzum6vzHwFlrckzQP5IPWVWUqwAgblABkkZq+0SRlrdLE3C5"
    "0aRGmB01XmNK82k5/JATLgb5X5y9yvC03jECHwuMo8dhzri03jICVwucpcBke2U6d4gEjZ"
    "yrAC6qWcmgW+F1ou/INUEKhcFHvIS3o67D1PyVzQB4gAeXAkr6IjOVRoOkGFJkgxcbQUE1"
    "zyKAHjW9bPtarVVxveiW9QSEtIMAH5og+RLzoqZ5QAasaqRjXFNCBX7VGtzTB1fb5ndaSh"
    "smEpOIasq+bgfdAaSXxoCgLHvCGbHDXmV/vanexkQDBSiLXGppv8G7FCf2zW2B20XqjThZ"
    "duhGcaYecabcQc2ti3mTp7hcaU5lGjVOhB/x5PcXKIF5w8nA1CuSCUC0K5TmDj5wsJc6lV"
    "7UWcx8kuLDHCBrqal+/HP1eJai0KTagIaaVmFJydxU9Ip7op2LqSHYC3FOAAHOJyGQ7AcJ"
    "JWVaMqGKQOapDKoo0eu95zXVTRUMELS5gtNg9AknrPOrnRHxuE0SHVdSdzq0Bf91O6Jivs"
    "2/rT5SZ5+Z0yaflAr/9I049Z4O3KKkEtPmaWl4PnqAkkEgZTQS338TaYCl6uSuMufDHmJt"
    "sIthQNNA6cvcsS5fIuOcjlXTzGxXxWp/kLw0XpGgj2QQK3oBDfcfG2iGJYC12wPyRbRYI0"
    "YBcp3S4CdfxO7t4H5SlR6eUpbd1WtELjOkrZJHihQOWpt9UDFKhcCcx22bODOdTHLFHp5O"
    "/KuX96ZB009PJ/DaVvLE+cPLq/uO2NefK22C2WA+xf3cuxk1vMuWKUPd64x6tc3g5vumOn"
    "yqV7yaiu7/tXDpVzRVtK/cvuDU8i5l+2igyB0s8UWY4SdbnSOKvii92u9CZBUki0kSPRRo"
    "XKVVbTWtwIq4eJlwzFYrGuIVLgc5X5bLDsN/l5HCAD/laZvytjVtA8HaaslHm6JBmVuYgO"
    "iLZp+QefNWV77NgWQthPrQSC401lWAEh7KdmAdTbPi3+M1OZ598MglSlYP9CvAUglDqPlA"
    "2h1KeFNy2UOgFfcF09gOuqGGt3BywB5uG2p3ptmVkBDgsLe0SpKvzke0+3YO6rKU0bNqjD"
    "jlG6va/zNEepr9t1NB9kwsjE8xWZ7YnSHe+kqRCdICi8NjjF3cwjQn0ctgHBY53+ybgtXH"
    "m91EmWz7olBDWYLBvC/m777oqf5Ly/3RB2uPDLgU0oW+y9ZWODBcYrBPEe2mhtqraNCVIJ"
    "j5anfRDL6ZZ+V2xk6/oTUu0PiGAqmaDpQiH0H0MUMmwyOCxxDP6hXpQzFt+BCYLw660rtx"
    "F41r/Ysym6RuxRudMjrrK/lLBwZ7hEpzTsyZ+73zrIvahqmU7FUFmBlPxHSiE6sOEWteHO"
    "TX0p7+f5FumiwiVYwPEtZSbSFXW/cRDqoNLLJwyD5GFAZRxLZIBNLmy4pYDShrlLGwb1je"
    "y7X5AKDpALb36Qh/u42KccYepeEoI9zyP8ZAY1mwBZbU/Bmb87aS6kds0EaobUrsknPAfP"
    "2cEPMpJMf94pxy7Dn3+qstvsx5mNbB1xWNqe/Y3384OFmG1DUwn27G6sKGDcpFe0EzDXtc"
    "FcB+a6l2SuAwvQaQuiVL6O/YliMkDda9hIB3XvuNiDurdr3QF1D9S9gLrnemQJdL2tr1ay"
    "ohdwCis3SyMoYKCAgQLWXAWsQGIfSOkDKX1qkNKHbomYwZUrIWGIqIEYHyQbIRwbH9WOAD"
    "5u4OMGtoeM+ywY3cDo9mKwB6Pbrk0ajG5gdAsY3dwgv0udzNXHlsD2Fm7QTjPBGU5ThgZt"
    "myPMaq1smLMEpX+FvrrFRRc6/fms4Oh0gS3uPeEF1aM1HaJorjsX4niqvXvMaQhULR5c9s"
    "xHeEhL1S2V/6tgG6zlhtIG2+DLtQ0u6dzXBVMsm6K5pa60ptmVRt+GUm8kdZB/OSH/kv79"
    "b7rhf+og72pCLqT+Z3l8J/VH10wxDX2dkMH4E7vLP6qheVIksZbH9uUTVJlhBe1e51nMXu"
    "fJVq/zmNELDLiHNuBS8QUXKSkTpGogygcx4XoZsfJXpopTNhDz91kqVL1PrlD1Plah6kEh"
    "T7nHdoioAZbzQ6/RKnvbKin3UvLxRJSuAVAf+5DC1/xisCen5gyQHM/o+vpQY7vkQjwhHT"
    "ui8+4oTLGlO2JVCk8hrm1RCkhznjy2m5XmPGY2P6kx0sk4lmyL9DOS7TZFbvOg1dIpMFL0"
    "eIlnqgIlj8GYCMbEqi+rcWNiDQus+ck/csrkrUAikUACEWk4vBt8YTe9K3FSkdH9sHs36l"
    "455N51NWyK4Ol1VCXKxM8qXhesmBUihYpKVV4cNfWJYm8VXh6D9FVOwTWSbrvyde+mS1c2"
    "75IueOxy2Lsc3995D9xv1Vj0FAZvfge+ABV4MRX1IPNl/lzYB6nAfW8P8C2rSI2dMB0Mfv"
    "BdrSH4rgCVH/8IIQx/8GCtsAcr3ypLQPWW9XOtanU0Z2dFNihWZCi0426DpYDr91SvhSM7"
    "skGJIcFFWLQ6lwBuw32vI9tRBmy55lICsDkrqNQU36Cet0eFqKluqPuWPmom4IKKNeWduV"
    "0qhODZHTb4WWbsyC34uJ124jblDWWTtlSz5lqUEEun5dQz4RESLBPiDOlzG5M2musr+uVh"
    "g1TbQtZCN+3pSpBrsWgnglO931teC9ZAU8jjim06f6Sd9gV9NuBkrq5SdxtO5l6u8Tk46b"
    "M6IgZpGuju+S6LJ+K7ZE/EdzFPRH81zQFykKaBIL/JYqh/k2yofxOvYgHZLMHBs7YOnuBv"
    "mAw1+BseQPf5TH+ShmePuEtsU6j+RFq00zSgJ6+tTFVQM7MSxMKV6RizeGlHfc4Dk6+l/0"
    "EK1VuY0qIQa41NcZhzRrrdDoygeoDqAarHCfxeQCo+vFTsrZJ5JOMgTSNAPrZ07Gw/eSDf"
    "UgDgBQB/whuWvURgQf/XaNAXQx6kie4R6tRG/4c01TqYXtL6r/mKOCWtH1aqZqvEesXe99"
    "+t47OEYZTOkij6kd2AdRBlCUSsHTliDVRyUMmPJrWASn4Aldx19BjjpaEp4spv0SbtNKXc"
    "86uw3daZTyZZTTaWBtlTrQ1TfzSVJSvlplPN2xPC2wi/enyF1uz0UdkmFFMtZOvajN7HhN"
    "53wxHZbfpTTf0ZC/KWHemdwnNPKgiwZ4lHnmAfAPsA2AeObx9w52VW04DbvBH606Hzz4Dp"
    "BQ4kDwvusS0Az9i08ik/AYrj6T5vQPcB3acqW25e3Sc22/b0WI0oM1+2E7JmQ+IkzqsJ6O"
    "1WGgM4Z9cd5SDLd+uQXx39zKNGlqLO2vx4dr3Q0drU6T3VRpb+gSt7BK+xxdW1tZuw2lI2"
    "FqLDNK4qltu1UCO0A+q1t02AVghaIWiFp9cKayLoHX6ilSbrgZ5yRD0FiuIce68IDnRXls"
    "kLf4SwSavIaaO6g4JWOVGywZORmnEka8xhZDRCnaKScK1snaLRxqI8H5r60rBbAv0u9Lyd"
    "ptVZvCXLDEqb5lLlCJJ6/imb8qCvbO5ou9bNp7Z3Rmcops0rCbEyQ+gJb9zDuknLUjRsGV"
    "QO08mklaTSlf2KxMM+UOUqsze0QZV7uaocHPAd7IAPdDo4e4Kzpwqt+3D21K7U2VNQZoaD"
    "p8LqSMqpUwLCGZWTYudNDu0BTptK6ViokBi+2gYnTaCenHqbAvWkdmIdnDTVA8yjp+hw9t"
    "G8m0SIrEmj+MiHTXDQd1zsU06ZtiLWvgcgEUN7zSZC1oOQ0BIAx0tNP16SDJUyqSVQ4dwn"
    "7TStTTFU+QlvMseW0bZMQbIW+pod6UzxB0R1IczSV7rJW+aqSZWo6UJhXVGJqs3vLhRr4W"
    "pejmq1VDZopotCyQ7xiqTDJJkRgcpWnX2gDSrby1XZ8pbUbnCh+PLraRsmnqvf88C7pWgg"
    "wG/eZwkYi86GQMDY+yjA/nYi2CKIYm4Sj0V9qmi+jI0b9F0zoNMWfjf9iL8aUTwven3p7p"
    "tYV74QpCu5+DbuSlF1baobogzsyfljthSQPSbdeFEge4ymWLa8sgrt1VFaqH5Y5S0bfzdU"
    "2l0BPocpgctV5rKJn/WnoqVMA5TA5Spz2dOSHja5DZ8xUrB+lmT93CILNrpdNrrYKKyUoa"
    "43w0tDtzGx7zDP0dkS2Ozijdpp5jvVby6bTvuMlrzxArtmNLqAUGaxvE0KWq5s7njjlKSZ"
    "Kqap4hlz7fbfM90w+1zcbFdCf0Ib3VTRNCezpsj1O1TOJmDkYc2glE3tlsE2GP9esPThz/"
    "Ss9qktRQPtU+U7lYO/vp8r6jyL7e/sPCVb1HkUXd1ggAgdjpIxDhE1EOnyrdiulFPA0Bql"
    "BGNru6Cx1ZHw8hhbtxTVMLay19ba2JrD9f6QKs1X/LDQ9aeWQJHxHrXT1Je10yir9wFBVJ"
    "5gQj3TLix9iR/02QbRTvEPlqNiePGn9Dl+plqR1UYW1ZCZ0mFxH+8RcyKg/zdyf5/FfLwF"
    "XggHfRUUtQElBJSQKioh4IFwQNltZWp5sHWbNxDas9evs4DLmiXC6zwMA8z3IbezHNJZhK"
    "waIlqjzsMtTNd/W56qBt3uxWEUaaqLkBz0l6L6iwsn87wRiVMplZOjhA1cm8r3i4JSQscu"
    "JaQUdL0JEcJZfZUFVZdVVKuw8pkcY4SF1rCKcTYmXmWTrtKEq+gqNldUjf4E2VLdE/Y8Ey"
    "tGDJOrypPLZAU0KbtWxFYFKssuj6cIMfC6yrzW6b+wp3ie2EVBEb0+3D6UhB5ANL+ULiRu"
    "3i5XvqAeAK7Qyieih8WvyovfdGVaej6fC5+iibrvWRbBkbZKcQyIWz0hH1oi+s3Khwa+1F"
    "U4vwNf6or4Um9xp3TqMzZV0bFEnqx/7kH6ldPdpoYrXhL6B834F4Ut2VsjiOxOrw05zNbd"
    "/hsDgh1XCaQTJze4skG2zjODu31+QH96pavU2Z8s5cPGcaaw6O9FOn0bUmyWQZ9Ss1QPJj"
    "Y02iTuwHHgdwl91ddbl5dtx+k+6x6UzhRjrdvguV7DTaeNwGnkxWpRgckeY3CyJhWmaqA2"
    "Vb4H+9ZRIQ/QYSoAOgPQzNkxDnFypkevfSPATVuaDlRTTFRCiQ3oLlktY+pI2CXBIz4e9K"
    "2vUm/c639s5cPfI+sg92JCrro3vS/du+5VB/mXE3It9W7YLeczKtllmRBvsxQDf5tcDPxt"
    "rBi4JwjG2ZQoRAVJjpeI8/VhRanScskSupbILkQFJCMBOViaqywj8awuxfktIAd+V57fbH"
    "Na5VkzI1QNMnyWtnByiLBp5ju2CVM17zD0bSaXn7cpLj9v4y4/rn2rkOoepYXVqsqrVdgM"
    "l91QFqaDdOtlHdQELKl7ntIEwhBrxoisBzXhMSjO932a6NC+bqtT3BIcN7hP2mmnDIS3yX"
    "i08CdFiLm1snTRzOvnT/SEsWFxc7+9oDA7MZsL+jrMQjTnpr5ED5g/YEGc9pq+K36KUF63"
    "wgODSO/pRwV0udO1Z39DgbOCuq57bTgreLmSxhNFr6itz6OtspW1JV1eDu77Y/lC6veZFS"
    "/8fUK87zeDjx+7V/Lgfrxts703IcO7wZfeVfdO/tz9Jt91r+9HrDfR3UBbSikPruXLu+5V"
    "bxxoHbpP20vful2Zyv39j7zT4NcJoRdjud/tXo3kT/e3Ur+Doncm5Gv34tNg8FkeSs7vCn"
    "+vhs3SWj38haeChSQlwG1LUuVBVlBJfJdFR3yXrCK+i2mILl756wSF6EBvyLl/BlV0WxE5"
    "KicHO28pqhHnXPtUNKHAmYhAm2PpEZA2cAk6iIdxRDPIGawUJAUrVdVkxxyJnoIB7lgQE5"
    "rH09JR0EduPzWbcidxsgwglmjw8PDcafSQPQ7utnyMvNxUC8VCzJ8eqXbckJHYSmiXIL55"
    "xikOB/WxKiT8gPHgRW0AIacJPi9zaxshMlA2CisbJ6oJ+3LBTzkh2m5Rex4QbY8iasaGrO"
    "dDodlfvXKwdYU1sR7siQ/dJPVKUbXNvSU8eAs8TZVDFVWesYasEFc2OfSWdYK8IhQsKyo7"
    "JDNM/VmdYZNF4bDvM2XDHrEom4eVpRJsWSyfKhUq0P/S5x/QVF8ROlbQA57TEYewMl0glu"
    "c9LtIe44VC6dh7BWug6bStzAQjEJKrs2+AkPyCheTAlBQyOMFBLkSVxtz67mki9jKWiVPs"
    "5/HbDJKAr3ssH5+7YeRWHSKEoD2UpT0Et/A95VxJHQY6qxkzsgq7kYFYLXnXx18o7wa5ky"
    "rvev9jVo8zNg7+5FUA8He7wyVMEz+qlI5LnMpMMWzaG0v6b6H1QqVyJZMhMVJMkafZ3t2J"
    "LbkMjlS3snCWVVPVTdXegGtZPZc8EHxfsOALtQsOWLsgb9B5g8PNy/dU4xtyHnR9ggbCex"
    "AXEZYIs2h60zgt5DUtmNeUQZk/oWmYqnnBe+VnMmVoYTJjPyEnzluqIyZUaB0F5ixZQpKT"
    "hMRyhPi6QgzhFHvGlgTMRDFfVn7goqlLVbBAJ2IaoYKQ6TiwUIDkyAVIphScwvnzY8TglF"
    "plrdM29RUDOcc+GyBpnjBTfjIuSCCdDH2zEkgXcvYO+WkU9/gOe4bUbBwkenxHBNbpvhmI"
    "t+cJQ7NZbmPhJYdlptwXqXvWyY3+WL8V/SQBBNGhlXqa5Y++TEda8nbo7z7Y+soyGihbRy"
    "pbecKWk9lAcdypSBvNdZN+W6qaxoLZbP0JE0ES5v262ul89axoKl0WaXfgfAVnUHAGVQFt"
    "IDAlhQwWMzdM9aKdr6Yr08Rkmit0NkjTwAORt1mOm5JPm+LRssrM2RAFQxRP1aWiJTm5BQ"
    "mjo9ShfOX2UEPQ08Zp97J3K938+OZd+33E+BNMmxDGeW2qto1JIahjtID2DrTBxxB8DKvJ"
    "jEb4GPq6rFArC2q6qQoZ16tlTX/MUTHHzXrMitco1lNAnWojSkRvIlZdGM9YuIu4Dk7uHg"
    "SaV5oLYUA238dvkC1ngV7tlUnkPbPcRbqMDDFIoVfXZbcNOubL1TH9WZzXJy9G2ERlCZzz"
    "auect9CNOL6Ju4XbGvxnol4H+sqe6vlcoAMkDRys5a8FjnVeZpaQHCM2QgUuSvGx60Lk2j"
    "3yYxsgBHjj8PLTJQvTt8zyhLVGyZpkHCkN26luiSTtNPOeR7K3Va9iwzaLUe99+zyzUY/h"
    "JBc6EYgSNs/PquRTgZPaT6sG9Emya3n2nlzoB4gA+ZobrivGizLs1vQ3oP79zU0rNtJLAH"
    "fsdtNMWAMzOwHSE50FrGaqnXQS4D1rp54DsFY5DgEkVlxm9rNOtM0r9KeTp+pPXpH+T2Vu"
    "Y/NPtGC1ZtSZU6be0CiqyPlvPrDUAQY2LZ0omnsPsY6cujX2Am/QdKEQ+p/Gjw6O+N6cBw"
    "6BMgXhTPrlHhcEU7zBWUFdd7o2nBW83LMCurAmFcrcXW/HJ66ybbB1eT8aD267dx3kXU0I"
    "he36uoP4x4RIwx6rl9NB7gUvmPPxTrrlFXLYRXTtP4118UT5dSsmIJ1G+1IMNTEyPQ39MB"
    "3gXxj/qRdOkdXGs6Wo8vJU0LpTfgIXqIYF1bCavog4Oloc/ORqWFsKqIYVkmnLqIbFteQ8"
    "3PAJgBmlM8NNUZsz9U6YqnmnKOVEq+eIWz6kaW6Ebdv512OWOe9RO80wZzmNspnlkgEXxi"
    "2KyjuDUQiMQmAUOr5RKGdlyuZWoyw/V8mzoq1yCaA+wfFFntM4ghxEuIEUMckj/sWmiDmk"
    "qNV9xsTuGvp0IZK2Ak9TBS7M2smYNcx4FjpeYETwmorkyNTXiL3X4rnSNXWOvUI/mv74AS"
    "mIAm2zkj4UUIvXAmKnlJaOMKHf6atZYnWNpaWYrkxLN+MHoId82YRMCE+PMaW9opXBgrNY"
    "d1Qdf9SZKyc7T51itFYs5Bx+z9DDBlFudOjbnE6cTBpu4SLVRmt9pdGXPqkG4shayFLpWm"
    "9rm4yHrCCQgkAKAunxBVJ/0svf8860GOkJ40Je12OiiXAvDjugXsjd8IRiyx2fhWKhhT3b"
    "LbJkLRFDp6TrMMUudJPnwHJkBrRW6YhZ2ehRMayOU5KbO0g9YI3KGqwVkxeo6EFfQiznsA"
    "9ZtqppSDcwEVSQOfTbcjppfQfHKRBJQCSpqUgiFER+U2fnYq4eXfgQMnD0t3blfPvxB+PR"
    "DYCx5e8KP1z+8acfDsTd33pX51Av5nhWRkPZaLooBDXZzhgggcPVUuyPFRHpRupypTF+XW"
    "FNZXYWkWwXb5Qq5FlecxZ3wNqrWZOnsnQ7XERk9adV20JrZcPz7iC/T/oPLB+w+QE9YcNG"
    "PMs9okjQhVjDM/ovtpFiIWYasiTDoI2wYdGexJl9DveqnMKeMuV1tF1tiOV5Je4O7yLofg"
    "NpEKRBkAZrJw3ydSbPdusTwLHeHsd64bUzz7wKU1ZqXkEJlejsmuqGKipMkLh7bQmOp3C9"
    "OewOVl4mlYDskWfGBOmg4lCVp0tY1swRqhKiAzfz/Qz4MX7EmZE7op2rIlQtk7Y91owhWa"
    "Pbw2OxUrluqbYr9upwn7RTY9u3bUp1oN3HUeGlKIF7bqHJ6h0VJK2cwWkBkgZaNM9++SWD"
    "SZO2SrRp8mfRCExBFsiU8D9DlAayCei+eZ0px+brlBybrwWptIidU4cNkIAWWyfj8D//H9"
    "eKmR4="
)
