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

create unique index accounts_one_name on whatsapp_accounts (name) where deleted_at is null;
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
create index messages_in_trouble on messages (id) where state in ('FAILED', 'AMBIGUOUS', 'DISCARDED');
create index payment_proofs_by_state on payment_proofs (status, id);
create index audit_logs_by_action on audit_logs (action, id);
create index audit_logs_by_day on audit_logs (created_at, id);
create index webhook_deliveries_in_line on webhook_deliveries (webhook_id, id) where state = 'WAITING';
create index customers_blocked on customers (id) where blocked_at is not null;
create index customers_opted_out on customers (id) where opted_out_at is not null;
create index customers_consented on customers (id) where consented_at is not null;
create index customers_merged on customers (id) where merged_into_id is not null;
create index conversations_not_by_ai on conversations (last_message_at, id) where answered_by <> 'AI';
create index orders_by_deadline on orders (expires_at, id) where expires_at is not null;
create index orders_simulated on orders (id) where is_simulated;
create index customers_by_language on customers (language, id);
create index webhook_deliveries_by_state on webhook_deliveries (state, id);
create index webhook_deliveries_by_type on webhook_deliveries (event_type, id);
create index events_by_type on events (type, xid, id);
create index notices_seen_by on notices_seen (staff_id, notice_id);
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
    "qD4bFYJYEwygOBUChgU7JguHYby+6/nE04TAYckg5XeJUAwegFC0aQU8Y3e51nsXqdJxu9"
    "zmM2ryeVJAQS704o49FWGejW10/SeCQNhx3kXU3IqHd7fyONB3cd5F9GVfws7Cg/gcxf+c"
    "K6/2pqOHf5A92gCOVaRnyC5qFb/rilK4S9SjgI2r2QbKmPt5S0rnqjy0G/370cd69aOReV"
    "IG0HBb9NiHvZ63/soO21f58RBFpfSPSS3nI+q7EIOewocIoaI2ze1Cn/hM8FrXgGJWEHlZ"
    "JmwVMhKtM+KIRFTfMCOHn5HaUFn5Qqc9pa6CuNx8cTPBUlTkpLTBcnPmJ2Ov9ObdPTqZb/"
    "y/PhHiY8NeZ5TVmnSQVo6t83hVOEiajBfbmwTzkDM3+SsChd86S38rOEOfb1ImJbmBI28S"
    "pv4u4GTDUbCq1V0Nqc0Adwvsqc/9vkSbPizE7O5RwgacIKmsbNQyRxpvAVD8qIEcPsqvLs"
    "4ikT8TMmdtEkwkFi4HWVec1LAecRR32CJqyih7YicrDkOXbN69mdESKEx3Nfen0opE/iPM"
    "ZgLGjPi5DCKla1VSzmo5bsQRXMEhNxXI9MyTwZmsLO8vU02+9IiLmybH2JzX3zYLrdNBam"
    "k2VZrSVcWDG1jUy/kBlLp7cnYl3Wm+R11lTMjp1jtZYg8byhZaQMbSpAlrpcady5kv6vKl"
    "1o1H1H1Mjr8crpMEsGvtpAl8vxOpanPBnYAcFjnf7JkLLPdafOnq+8mkKmGNsCfuopSeYE"
    "WGXwU8+Xao69g0cRPlIOrJUNIhiz5G06mlIBB7GhgdYq5eTKRgp9uEbWVCEdJHVHP5/98v"
    "7nj5e3bfSgrwgPTAwWuHezhsZjGo/zSvCzr7RGC372L0q1DSkXBc/uSzm1r+hWfcxj+/wH"
    "9nse1VcN80Of1T9vs1tn30QCRBDaWdg8ujJmBTePMGWlNg+wjka3kCqFUL8QkS2HcTquZW"
    "YItvZUyOOFWp+UcQcLtN4reHpIe1H4kIopo96jdpoSajiNDh8jHU4Vjs1ndepnptAt1bNB"
    "0DuQoqaWy00bNMSXu71DJPZWOznLEqFKWyXrJ2exGNXgL4vBnOxwGCE7Ygxl6wQy8SF8Du"
    "d0+VmZoiOKf40GfTHqQZroiqVObfR/SFOtg2mIrf+arwgvzYceVqpmq8R6xd733ydgCcMo"
    "nSVR9CNrE+sgypLZynTKYybIpYl7epywQbWYz968+/Xd+dv37/yN3b+Ttp/HFXIfJfoPJq"
    "SW3R23Heukwp56rU+D+7sOYn8n5Er61kH0z4R87XY/dxD7OyG3g/74Uwfxjwn51pVoe/Y3"
    "elKSZX8oPyrbMJksrSzF0yFNyo1Sgh2rsB1rujJNTKabPFJQkKaBktDbLAM9eZzHhnlATc"
    "y44gdJGuO/WtpKr1q8GvCzyC94Rwzslu6IIbCe3lzbqGOwdSePbarnzwZE27R8n6GaKseC"
    "qpBBY1f2zTliJIOteS/jd4wfcWbkTyG/7almjMhqzA6PwbxZQwNKhanM9/WyvWJ9VEZrqK"
    "/baF3wyeX6mPPYxJu5wgIE/qROKz7AGx352CQseMGpSQP2qTacmsCpCZyawKlJo05NwFQD"
    "phow1VRu7wVTTTtuqikUwx10myqusQU8tGo2Bk6itPkx3AKtLRjfnay2hYLJd4da3XO00c"
    "MG/eh69bWRps5+6iCdYGTQfnSC1ibdt8gji2yy1zor5qavTPrTlw/0OVItftd/cTy46lAv"
    "EeiWvwedOTWmNKZpmxHXW570HLRM0DJBy6zynhbXMrV8oUNaY+OGoHREvUpHTBeiNSnFnW"
    "IhXIlg6AqHrqnPVQ3LeW1QUboGWEeOYInSFPK4ckX9zAtxgKZ5y8WbLMvFm+Tl4k1suVAt"
    "2YNMni50C4viOXcYSwQdnDrHe63MJkS3c2XE9do3YBU5to31QdOnT4Xk9jAlZBWssvDOeZ"
    "VYcCl5YkXpmrCBHHuG6QbTbvVVkRTEUVqYZVWeZbbymCvCx2tf6eie0d/alfPtx0nrh9//"
    "+KHT+YuuBg+T1oEsIweJ9mGvx6RwYYUQLUzCKk9Cl1uypa9MkXtmiuIfozypPFltVZQiYB"
    "WaTSFCmEpVnkpwep08w5p1el3VHDun5vJJYgCX2GR1VumP0HMzIU7boODk0wZ8JGYwyh3w"
    "UUIOo2rscvtkMbqj69Rd73LcShr7JQCdI11/xUZ8VoDj8z0EMv0ZqH9/c5MtvMbpTLDgHK"
    "ZCQk0gj2oXUCAhO1yQ7D8DSJDs/8gegLd4pirXKgck5gK4fdhO8wFcsmYyO8PO6AUoIbow"
    "mniGGM0r1LMtxHjIve4WmHvpqfQez2eMrIW+biOC6QIReIrWCn2kqDz/+UJ5xnE3wIO9Re"
    "gHyN/Fnj7hTboXoLVQzn55D45/9ZSK2wgc/16sFcif5FntqD5BAz2oyk8azpbOHOC6zRsI"
    "7dnrLGZq2ioRXP4sdu5jM5s+ByoHzFG6BuL9JhPeb1LwfhPHmwkWsqX+b84ioSEyMB0WNh"
    "26YpYA++TyGlsaKK3RRsVKaxjYnGLDXimavFCsRT4GCIgLcqKaFpVjMqKQM3KzPZEPsq86"
    "JsYiUn+YEg6Aqyb6FwpkXRmarsz2NvPNVOWe91RbtlfLHFpHjAxT1+d7R0RvWAndIeuqvg"
    "LMCYyi7uxLMotuJ+cuw2hgQdhtGh0vMDLVx4XNLI7D+zE3RLJNmV5M8QekzG1ssv/QanM7"
    "JX9ks2qSU/oj40bQEvoTmjtt/QkTR0aLGjvBOAnGSTBOnsDlejslBdMsWecK04Hi2y6q+K"
    "5M2iRB29qd4D9AXmULW4sO1JH0sdtB7sWEDO8Gg+sO4h8TcimNpZvBxw5yL6JbUhY97QCR"
    "z4qmOafCmc2ePkWV2VFQEX7/LgPA798lAswegXU5I9iHsy5r6lJUUWSnedmnA/tyYfsymN"
    "eOY17D3w2V7rpFwitClJWSW8G+FpVeHV05v4/3lgq8u0vy7uagxvmQ2+U45D5WLz5k9zne"
    "jr/c3saHNGGFPGpF2f0iHrcpGf6ibr7Hy86uKZYtu4ZidxXfMy87W3ECL/Dy+7kcLLdzOj"
    "3sFUcs+n+A618tl8w2WNdernyync1FjDtb6iMK/dLluPelm1P0d6k6yPmckK9Sb9zrf5SH"
    "0rfbbn/cQZEbE3I5uB3edMfdqw7yLydEupD6V5QZ9K5/WQ1bkEKsNTbplHtIcDfczc9IF8"
    "dkai83Q3uUA70J+XR/K/U7iH9MyFC6HzHeOJ8VYYwq0xm7WhbS9mLE4E9R5fVUsZnZT1jR"
    "IOMUDHZQ4WRMLWn0uXslXw/uZHcGRm5MyPXNYECnIv+YEIrsTVe+kC4/czN66OuEjO/v+v"
    "K11LthkzfwhdJ1+1f+k8AX10Avu+u2a6j3vlZj5jMNQzgW0iTYAFFj6lscPb6erOKgJ6dp"
    "8tpXI00Te21jirBDxqzKsmZFWIoTOSHnQeL6FCU74SL1eu+FqbTCOwKjTh4xT0BeKZ0ZJL"
    "2opMc55lva9uR8Qj8g61d5BEw1vViCtBAh8LjKPIZUWScW5RXLUh8JnS0FUmXFaeEwtSgf"
    "ImdK2ZkQIYSpUNZ5NmQrO0K2smkg2dWeKOfIm1VXeCNzPYTvpTS6lK66raTVvQSER7Yyzx"
    "INVLEFPfPgjW1ne2SCYwU1Skxv1nfrczRkYIcjYU1lbu+J1RXro6kAQQ64DCDZK3PffIJj"
    "2kVT4YEUeccukhtdvXe403krfDaXOtnfX3YHh/JtmwVyWuzig5uujiXqjwd+7mib0xMv9I"
    "tLcZYDPzbwYwM/thNEidI5GGdtctkrr30j4rLSGHmIeleCZTOHPShODDahwmY5vg3m5kGQ"
    "CkyiJdnjppHYg33NRc1MHt6Omoziy8Fus5HlGXrAYJSGbXCaVyqMx7GGCBQO30ySrGVsrT"
    "G7NQtm2Ob5XwxTfzSVJWKH7chaLZd4hlYG0yPYU89s+QHpRNsghTazqVbhmjWQPmetVNNC"
    "FPG5ai4tpApUk0O/DHQb0G1At3mBuo1B11zmE5Q3Kj9K1whd5wiFD/9eKcRWbUEUTeKKFi"
    "RpkjZTmnsk/b9sWVmKD6zT9ooIYZPAPboHh2liMs2Viz5I08Dl422WgI/keI/owsHCIQsn"
    "yvKJjxh1N7wbDAdenFyO2B+Pjgfd8CsWLtm/7t3dOuGS7uWE3HWHN9Ilu+ldTUj3t2Hvjt"
    "1yLybkqnt50+Mxld5VVLo+TfwOleQNx1WT5ZP0nXPzyrup3cCKVnhFgxw6L0L+BXNzZWac"
    "p1LkXgFDdGByBpNz3UzO7gguAeXhtqd6Dfms+IYn+2ENzxEHIsGq5NINCB7r9E95XkQ14c"
    "4/OW3zXcXUNtISkxlLsN8SGOkjLdpp1nrM2lL93W2ctZImQXim2kg3kYJM/Kw/BbK3owc8"
    "p3OOV7l0RekP3LLumdBt5Qkzqzkzuq8XmLBLxTTVZ2wJymke9FU5bfZh9/TpwhFP1657vg"
    "z2+7ru4W2w379g/WUhYm2K0W0hZGgTDG7nWcz158nW+vOYsT64OObAOELWQKjfnJ1nOho5"
    "TzkaOY+ifVQ3u2oKWEfzslvQ4YlJoY0hQlqpnQHsW9H9AWLMq2VVgcDaUgNrfXPKaXzNvL"
    "AyYcUzP+IsrdrZNrjteDmiy/feOmaOaD9/eIl9svg50IBru962QQN+uRLOTDXxdJ+sqKEO"
    "qqys0dF+MbjvX3WQezEhg/uxe8u7ihohT+PcQDm20BNqh2XIU+tTV5odl/ej8eC2e9dB3t"
    "WESKNRj45olvTbv+T5aa+veV7a6+sJGX6iU6GD+AfPNPvxTrrl7i7sohoMfKJYFWWfR1tp"
    "5jE9uYPY3wnp3fLqfPxjQq4Gl/dO2nbvirL1/qo3oCxlHxPypXfVpd/4B2Nu7/IzGwXuxY"
    "TcDC6lcW/Q7yDvirswjaXLMXdgYhfMfYnli2etvKsJue+P7ofDwR3PDB/4Uo1BUTcftALD"
    "4q572e19cXzKnKsJ+Z/77j2743w6WaN5Vmj3gt8Z869j5m92Q8nuHIcz95Izm/cp0Wsv4b"
    "SXa1q6paLN/eB+RAeYd0n76VHV5u6K9+NdVmMYgM25mTbnitlEj2By/nulMwm/IOZiaoC+"
    "etb+Yh7MrQOhe2xj/wzbiqrFwU5OlL6lqEaq9EZlrVct2cK2rWGRXUjXNayQBMNQiDBadZ"
    "xSHool/p0jVx0fDG5C6F/0oqP9/vaiS5cezgraSLVDVqEQ5oapK3RYPQsE2F2oh0gB9xy4"
    "W4o6k3WqDshPOFdwUIywidvqAeIL53TdXpn5CixvSZoH8kHqK7OUYAUMygEySMxeaZMy1u"
    "hibxY6NYjSAqerzGlebSY/kwNkwN8q85e5XxeaxiFC4HGVeew41hebxkFK4HKVuQyObKdO"
    "8QCRspVhBdRLOTULfC+0XPgHqSBQuSj2kJf0dNh7npK5oA8QAfLgSF5FR3Ko0HSCCk2QYu"
    "JoKSa45FECxresn2tVq682vBPfoJCWkGAC8kUfIl90VM4oAdSMVY1qimlArtqjWpth6vp8"
    "z+pIQ2XDUnAMWVfNwfugNZL40BQEjnlDNjlqzK/2tTvZyYBgpBBrjU03+Tdihf7YrLE7aL"
    "1Qpwsv3QjPNMLONdqIObSxbzN19gqNKc2jRqnQg/49nuLkEC84eTgbhHJBKBeEcp3Axs8X"
    "EuZSq9qLOI+TXVhihA10NS/fj3+uEtVaFJpQEdJKzSg4O4ufkE51U7B1JTsAbynAATjE5T"
    "IcgOEkrapGVTBIHdQglUUbPXa957qooqGCF5YwW2wegCT1nnVyoz82CKNDqutO5laBvu6n"
    "dE1W2Lf1p8tN8vI7ZdLygV7/kaYfs8DblVWCWnzMLC8Hz1ETSCQMpoJa7uNtMBW8XJXGXf"
    "hizE22EWwpGmgcOHuXJcrlXXKQy7t4jIv5rE7zF4aL0jUQ7IMEbkEhvuPibRHFsBa6YH9I"
    "tooEacAuUrpdBOr4ndy9D8pTotLLU9q6rWiFxnWUsknwQoHKU2+rByhQuRKY7bJnB3Ooj1"
    "mi0snflXP/9Mg6aOjl/xpK31ieOHl0f3HbG/PkbbFbLAfYv7qXYye3mHPFKHu8cY9Xubwd"
    "3nTHTpVL95JRXd/3rxwq54q2lPqX3RueRMy/bBUZAqWfKbIcJepypXFWxRe7XelNgqSQaC"
    "NHoo0KlausprW4EVYPEy8ZisViXUOkwOcq89lg2W/y8zhABvytMn9XxqygeTpMWSnzdEky"
    "KnMRHRBt0/IPPmvK9tixLYSwn1oJBMebyrACQthPzQKot31a/GemMs+/GQSpSsH+hXgLQC"
    "h1HikbQqlPC29aKHUCvuC6egDXVTHW7g5YAszDbU/12jKzAhwWFvaIUlX4yfeebsHcV1Oa"
    "NmxQhx2jdHtf52mOUl+362g+yISRiecrMtsTpTveSVMhOkFQeG1wiruZR4T6OGwDgsc6/Z"
    "NxW7jyeqmTLJ91SwhqMFk2hP3d9t0VP8l5f7sh7HDhlwObULbYe8vGBguMVwjiPbTR2lRt"
    "GxOkEh4tT/sgltMt/a7YyNb1J6TaHxDBVDJB04VC6D+GKGTYZHBY4hj8Q70oZyy+AxME4d"
    "dbV24j8Kx/sWdTdI3Yo3KnR1xlfylh4c5wiU5p2JM/d791kHtR1TKdiqGyAin5j5RCdGDD"
    "LWrDnZv6Ut7P8y3SRYVLsIDjW8pMpCvqfuMg1EGll08YBsnDgMo4lsgAm1zYcEsBpQ1zlz"
    "YM6hvZd78gFRwgF978IA/3cbFPOcLUvSQEe55H+MkMajYBstqegjN/d9JcSO2aCdQMqV2T"
    "T3gOnrODH2Qkmf68U45dhj//VGW32Y8zG9k64rC0Pfsb7+cHCzHbhqYS7NndWFHAuEmvaC"
    "dgrmuDuQ7MdS/JXAcWoNMWRKl8HfsTxWSAutewkQ7q3nGxB3Vv17oD6h6oewF1z/XIEuh6"
    "W1+tZEUv4BRWbpZGUMBAAQMFrLkKWIHEPpDSB1L61CClD90SMYMrV0LCEFEDMT5INkI4Nj"
    "6qHQF83MDHDWwPGfdZMLqB0e3FYA9Gt12bNBjdwOgWMLq5QX6XOpmrjy2B7S3coJ1mgjOc"
    "pgwN2jZHmNVa2TBnCUr/Cn11i4sudPrzWcHR6QJb3HvCC6pHazpE0Vx3LsTxVHv3mNMQqF"
    "o8uOyZj/CQlqpbKv9XwTZYyw2lDbbBl2sbXNK5rwumWDZFc0tdaU2zK42+DaXeSOog/3JC"
    "/iX9+990w//UQd7VhFxI/c/y+E7qj66ZYhr6OiGD8Sd2l39UQ/OkSGItj+3LJ6gywwravc"
    "6zmL3Ok61e5zGjFxhwD23ApeILLlJSJkjVQJQPYsL1MmLlr0wVp2wg5u+zVKh6n1yh6n2s"
    "QtWDQp5yj+0QUQMs54deo1X2tlVS7qXk44koXQOgPvYhha/5xWBPTs0ZIDme0fX1ocZ2yY"
    "V4Qjp2ROfdUZhiS3fEqhSeQlzbohSQ5jx5bDcrzXnMbH5SY6STcSzZFulnJNttitzmQaul"
    "U2Ck6PESz1QFSh6DMRGMiVVfVuPGxBoWWPOTf+SUyVuBRCKBBCLScHg3+MJuelfipCKj+2"
    "H3btS9csi962rYFMHT66hKlImfVbwuWDErRAoVlaq8OGrqE8XeKrw8BumrnIJrJN125eve"
    "TZeubN4lXfDY5bB3Ob6/8x6436qx6CkM3vwOfAEq8GIq6kHmy/y5sA9SgfveHuBbVpEaO2"
    "E6GPzgu1pD8F0BKj/+EUIY/uDBWmEPVr5VloDqLevnWtXqaM7OimxQrMhQaMfdBksB1++p"
    "XgtHdmSDEkOCi7BodS4B3Ib7Xke2owzYcs2lBGBzVlCpKb5BPW+PClFT3VD3LX3UTMAFFW"
    "vKO3O7VAjBszts8LPM2JFb8HE77cRtyhvKJm2pZs21KCGWTsupZ8IjJFgmxBnS5zYmbTTX"
    "V/TLwwaptoWshW7a05Ug12LRTgSner+3vBasgaaQxxXbdP5IO+0L+mzAyVxdpe42nMy9XO"
    "NzcNJndUQM0jTQ3fNdFk/Ed8meiO9inoj+apoD5CBNA0F+k8VQ/ybZUP8mXsUCslmCg2dt"
    "HTzB3zAZavA3PIDu85n+JA3PHnGX2KZQ/Ym0aKdpQE9eW5mqoGZmJYiFK9MxZvHSjvqcBy"
    "ZfS/+DFKq3MKVFIdYam+Iw54x0ux0YQfUA1QNUjxP4vYBUfHip2Fsl80jGQZpGgHxs6djZ"
    "fvJAvqUAwAsA/oQ3LHuJwIL+r9GgL4Y8SBPdI9Spjf4Paap1ML2k9V/zFXFKWj+sVM1Wif"
    "WKve+/W8dnCcMonSVR9CO7AesgyhKIWDtyxBqo5KCSH01qAZX8ACq56+gxxktDU8SV36JN"
    "2mlKuedXYbutM59MsppsLA2yp1obpv5oKktWyk2nmrcnhLcRfvX4Cq3Z6aOyTSimWsjWtR"
    "m9jwm974Yjstv0p5r6MxbkLTvSO4XnnlQQYM8SjzzBPgD2AbAPHN8+4M7LrKYBt3kj9KdD"
    "558B0wscSB4W3GNbAJ6xaeVTfgIUx9N93oDuA7pPVbbcvLpPbLbt6bEaUWa+bCdkzYbESZ"
    "xXE9DbrTQGcM6uO8pBlu/WIb86+plHjSxFnbX58ex6oaO1qdN7qo0s/QNX9gheY4ura2s3"
    "YbWlbCxEh2lcVSy3a6FGaAfUa2+bAK0QtELQCk+vFdZE0Dv8RCtN1gM95Yh6ChTFOfZeER"
    "zoriyTF/4IYZNWkdNGdQcFrXKiZIMnIzXjSNaYw8hohDpFJeFa2TpFo41FeT409aVhtwT6"
    "Xeh5O02rs3hLlhmUNs2lyhEk9fxTNuVBX9nc0Xatm09t74zOUEybVxJiZYbQE964h3WTlq"
    "Vo2DKoHKaTSStJpSv7FYmHfaDKVWZvaIMq93JVOTjgO9gBH+h0cPYEZ08VWvfh7KldqbOn"
    "oMwMB0+F1ZGUU6cEhDMqJ8XOmxzaA5w2ldKxUCExfLUNTppAPTn1NgXqSe3EOjhpqgeYR0"
    "/R4eyjeTeJEFmTRvGRD5vgoO+42KecMm1FrH0PQCKG9ppNhKwHIaElAI6Xmn68JBkqZVJL"
    "oMK5T9ppWptiqPIT3mSOLaNtmYJkLfQ1O9KZ4g+I6kKYpa90k7fMVZMqUdOFwrqiElWb31"
    "0o1sLVvBzVaqls0EwXhZId4hVJh0kyIwKVrTr7QBtUtpersuUtqd3gQvHl19M2TDxXv+eB"
    "d0vRQIDfvM8SMBadDYGAsfdRgP3tRLBFEMXcJB6L+lTRfBkbN+i7ZkCnLfxu+hF/NaJ4Xv"
    "T60t03sa58IUhXcvFt3JWi6tpUN0QZ2JPzx2wpIHtMuvGiQPYYTbFseWUV2qujtFD9sMpb"
    "Nv5uqLS7AnwOUwKXq8xlEz/rT0VLmQYogctV5rKnJT1schs+Y6Rg/SzJ+rlFFmx0u2x0sV"
    "FYKUNdb4aXhm5jYt9hnqOzJbDZxRu108x3qt9cNp32GS154wV2zWh0AaHMYnmbFLRc2dzx"
    "xilJM1VMU8Uz5trtv2e6Yfa5uNmuhP6ENrqpomlOZk2R63eonE3AyMOaQSmb2i2DbTD+vW"
    "Dpw5/pWe1TW4oG2qfKdyoHf30/V9R5Ftvf2XlKtqjzKLq6wQAROhwlYxwiaiDS5VuxXSmn"
    "gKE1SgnG1nZBY6sj4eUxtm4pqmFsZa+ttbE1h+v9IVWar/hhoetPLYEi4z1qp6kva6dRVu"
    "8Dgqg8wYR6pl1Y+hI/6LMNop3iHyxHxfDiT+lz/Ey1IquNLKohM6XD4j7eI+ZEQP9v5P4+"
    "i/l4C7wQDvoqKGoDSggoIVVUQsAD4YCy28rU8mDrNm8gtGevX2cBlzVLhNd5GAaY70NuZz"
    "mkswhZNUS0Rp2HW5iu/7Y8VQ263YvDKNJUFyE56C9F9RcXTuZ5IxKnUionRwkbuDaV7xcF"
    "pYSOXUpIKeh6EyKEs/oqC6ouq6hWYeUzOcYIC61hFeNsTLzKJl2lCVfRVWyuqBr9CbKlui"
    "fseSZWjBgmV5Unl8kKaFJ2rYitClSWXR5PEWLgdZV5rdN/YU/xPLGLgiJ6fbh9KAk9gGh+"
    "KV1I3LxdrnxBPQBcoZVPRA+LX5UXv+nKtPR8Phc+RRN137MsgiNtleIYELd6Qj60RPSblQ"
    "8NfKmrcH4HvtQV8aXe4k7p1GdsqqJjiTxZ/9yD9Cunu00NV7wk9A+a8S8KW7K3RhDZnV4b"
    "cpitu/03BgQ7rhJIJ05ucGWDbJ1nBnf7/ID+9EpXqbM/WcqHjeNMYdHfi3T6NqTYLIM+pW"
    "apHkxsaLRJ3IHjwO8S+qqvty4v247TfdY9KJ0pxlq3wXO9hptOG4HTyIvVogKTPcbgZE0q"
    "TNVAbap8D/ato0IeoMNUAHQGoJmzYxzi5EyPXvtGgJu2NB2oppiohBIb0F2yWsbUkbBLgk"
    "d8POhbX6XeuNf/2MqHv0fWQe7FhFx1b3pfunfdqw7yLyfkWurdsFvOZ1SyyzIh3mYpBv42"
    "uRj421gxcE8QjLMpUYgKkhwvEefrw4pSpeWSJXQtkV2ICkhGAnKwNFdZRuJZXYrzW0AO/K"
    "48v9nmtMqzZkaoGmT4LG3h5BBh08x3bBOmat5h6NtMLj9vU1x+3sZdflz7ViHVPUoLq1WV"
    "V6uwGS67oSxMB+nWyzqoCVhS9zylCYQh1owRWQ9qwmNQnO/7NNGhfd1Wp7glOG5wn7TTTh"
    "kIb5PxaOFPihBza2XpopnXz5/oCWPD4uZ+e0FhdmI2F/R1mIVozk19iR4wf8CCOO01fVf8"
    "FKG8boUHBpHe048K6HKna8/+hgJnBXVd99pwVvByJY0nil5RW59HW2Ura0u6vBzc98fyhd"
    "TvMyte+PuEeN9vBh8/dq/kwf1422Z7b0KGd4Mvvavunfy5+02+617fj1hvoruBtpRSHlzL"
    "l3fdq9440Dp0n7aXvnW7MpX7+x95p8GvE0IvxnK/270ayZ/ub6V+B0XvTMjX7sWnweCzPJ"
    "Sc3xX+Xg2bpbV6+AtPBQtJSoDblqTKg6ygkvgui474LllFfBfTEF288tcJCtGB3pBz/wyq"
    "6LYiclRODnbeUlQjzrn2qWhCgTMRgTbH0iMgbeASdBAP44hmkDNYKUgKVqqqyY45Ej0FA9"
    "yxICY0j6elo6CP3H5qNuVO4mQZQCzR4OHhudPoIXsc3G35GHm5qRaKhZg/PVLtuCEjsZXQ"
    "LkF884xTHA7qY1VI+AHjwYvaAEJOE3xe5tY2QmSgbBRWNk5UE/blgp9yQrTdovY8INoeRd"
    "SMDVnPh0Kzv3rlYOsKa2I92BMfuknqlaJqm3tLePAWeJoqhyqqPGMNWSGubHLoLesEeUUo"
    "WFZUdkhmmPqzOsMmi8Jh32fKhj1iUTYPK0sl2LJYPlUqVKD/pc8/oKm+InSsoAc8pyMOYW"
    "W6QCzPe1ykPcYLhdKx9wrWQNNpW5kJRiAkV2ffACH5BQvJgSkpZHCCg1yIKo259d3TROxl"
    "LBOn2M/jtxkkAV/3WD4+d8PIrTpECEF7KEt7CG7he8q5kjoMdFYzZmQVdiMDsVryro+/UN"
    "4NcidV3vX+x6weZ2wc/MmrAODvdodLmCZ+VCkdlziVmWLYtDeW9N9C64VK5UomQ2KkmCJP"
    "s727E1tyGRypbmXhLKumqpuqvQHXsnoueSD4vmDBF2oXHLB2Qd6g8waHm5fvqcY35Dzo+g"
    "QNhPcgLiIsEWbR9KZxWshrWjCvKYMyf0LTMFXzgvfKz2TK0MJkxn5CTpy3VEdMqNA6CsxZ"
    "soQkJwmJ5QjxdYUYwin2jC0JmIlivqz8wEVTl6pggU7ENEIFIdNxYKEAyZELkEwpOIXz58"
    "eIwSm1ylqnbeorBnKOfTZA0jxhpvxkXJBAOhn6ZiWQLuTsHfLTKO7xHfYMqdk4SPT4jgis"
    "030zEG/PE4Zms9zGwksOy0y5L1L3rJMb/bF+K/pJAgiiQyv1NMsffZmOtOTt0N99sPWVZT"
    "RQto5UtvKELSezgeK4U5E2musm/bZUNY0Fs9n6EyaCJMz7dbXT+epZ0VS6LNLuwPkKzqDg"
    "DKoC2kBgSgoZLGZumOpFO19NV6aJyTRX6GyQpoEHIm+zHDclnzbFo2WVmbMhCoYonqpLRU"
    "tycgsSRkepQ/nK7aGGoKeN0+5l71a6+fHNu/b7iPEnmDYhjPPaVG0bk0JQx2gB7R1og48h"
    "+BhWkxmN8DH0dVmhVhbUdFMVMq5Xy5r+mKNijpv1mBWvUayngDrVRpSI3kSsujCesXAXcR"
    "2c3D0INK80F8KAbL6P3yBbzgK92iuTyHtmuYt0GRlikEKvrstuG3TMl6tj+rM4r09ejLCJ"
    "yhI459XOOW+hG3F8E3cLtzX4z0S9DvSVPdXzuUAHSBo4WMtfCxzrvMwsITlGbIQKXJTiY9"
    "eFyLV75Mc2QAjwxuHlp0sWpm+Z5QlrjZI1yThSGrZT3RJJ2mnmPY9kb6texYZtFqPe+/Z5"
    "ZqMew0kudCIQJWyen1XJpwIntZ9WDeiTZNfy7D250A8QAfI1N1xXjBdl2K3pb0D9+5ubVm"
    "yklwDu2O2mmbAGZnYCpCc6C1jNVDvpJMB71k49B2CtchwCSKy4zOxnnWibV+hPJ0/Vn7wi"
    "/Z/K3Mbmn2jBas2oM6dMvaFRVJHz33xgqQMMbFo6UTT3HmIdOXVr7AXeoOlCIfQ/jR8dHP"
    "G9OQ8cAmUKwpn0yz0uCKZ4g7OCuu50bTgreLlnBXRhTSqUubvejk9cZdtg6/J+NB7cdu86"
    "yLuaEArb9XUH8Y8JkYY9Vi+ng9wLXjDn4510yyvksIvo2n8a6+KJ8utWTEA6jfalGGpiZH"
    "oa+mE6wL8w/lMvnCKrjWdLUeXlqaB1p/wELlANC6phNX0RcXS0OPjJ1bC2FFANKyTTllEN"
    "i2vJebjhEwAzSmeGm6I2Z+qdMFXzTlHKiVbPEbd8SNPcCNu286/HLHPeo3aaYc5yGmUzyy"
    "UDLoxbFJV3BqMQGIXAKHR8o1DOypTNrUZZfq6SZ0Vb5RJAfYLjizyncQQ5iHADKWKSR/yL"
    "TRFzSFGr+4yJ3TX06UIkbQWepgpcmLWTMWuY8Sx0vMCI4DUVyZGprxF7r8VzpWvqHHuFfj"
    "T98QNSEAXaZiV9KKAWrwXETiktHWFCv9NXs8TqGktLMV2Zlm7GD0AP+bIJmRCeHmNKe0Ur"
    "gwVnse6oOv6oM1dOdp46xWitWMg5/J6hhw2i3OjQtzmdOJk03MJFqo3W+kqjL31SDcSRtZ"
    "Cl0rXe1jYZD1lBIAWBFATS4wuk/qSXv+edaTHSE8aFvK7HRBPhXhx2QL2Qu+EJxZY7PgvF"
    "Qgt7tltkyVoihk5J12GKXegmz4HlyAxordIRs7LRo2JYHackN3eQesAalTVYKyYvUNGDvo"
    "RYzmEfsmxV05BuYCKoIHPot+V00voOjlMgkoBIUlORRCiI/KbOzsVcPbrwIWTg6G/tyvn2"
    "4w/GoxsAY8vfFX64/ONPPxyIu7/1rs6hXszxrIyGstF0UQhqsp0xQAKHq6XYHysi0o3U5U"
    "pj/LrCmsrsLCLZLt4oVcizvOYs7oC1V7MmT2XpdriIyOpPq7aF1sqG591Bfp/0H1g+YPMD"
    "esKGjXiWe0SRoAuxhmf0X2wjxULMNGRJhkEbYcOiPYkz+xzuVTmFPWXK62i72hDL80rcHd"
    "5F0P0G0iBIgyAN1k4a5OtMnu3WJ4BjvT2O9cJrZ555Faas1LyCEirR2TXVDVVUmCBx99oS"
    "HE/henPYHay8TCoB2SPPjAnSQcWhKk+XsKyZI1QlRAdu5vsZ8GP8iDMjd0Q7V0WoWiZte6"
    "wZQ7JGt4fHYqVy3VJtV+zV4T5pp8a2b9uU6kC7j6PCS1EC99xCk9U7KkhaOYPTAiQNtGie"
    "/fJLBpMmbZVo0+TPohGYgiyQKeF/higNZBPQffM6U47N1yk5Nl8LUmkRO6cOGyABLbZOxu"
    "F//j8t0pub"
)
