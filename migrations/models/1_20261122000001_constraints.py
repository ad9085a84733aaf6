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
    "eJztXW1z4riy/iuqfLm7VezUJDObzWVOnSonITPsJMABsrOzy5ZXARF8YmSvX8Jwz9n/fi"
    "X5Bb8S22Cwnf4SjK2WSbfU6n7U3frPyVKbEdV8MyKWrd8q9Omkjf5zQvGSsIv4wxY6wbq+"
    "ecRvWPhBFa1N3kxWWTtxHz+YloGnFns0x6pJ2K0ZMaeGoluKRjnBeEEQb46sBbbQEj8Rk1"
    "0SNFcM00LaihLjAyJ4ukCmhQ0LGURX8ZQ1UixkU0tRkUYJWmET2SaZveEvnWlT9laFPpbU"
    "v02Vv2wiW9ojYT0Z7C2//8FuK3RGvhHT+6o/yXOFqLMQM5UZ70Dcl621Lu5dKo9dat2Itv"
    "zXP8hTTbWXdNNeX1sLjfoECrX43UfCfju2CH+DZdict9RWVVcSHrudH7tp4vzKAM2MzLGt"
    "cglxaucHbO6dyHKvP5ZHnbEsn8Sk51EEGO7emmqUS579VFMw4JH/hB/+9+zs3bufzt6+O7"
    "/48f1PP/148faCtRW/N/7op7+dH7PhltOV4Fn3Y7c35j9IY8PLGXr8xt+CBlvYoRLC2HB/"
    "ahDOLxlbcSlcsyeWsiTJcghTRuQxc0nfeBdR6Xiy2CYe78ZGPpsJs1VAPW313fc7iGYLl8"
    "fdu85oLN0NePdL0/xLFZySxh3+5EzcXUfufnf+fVgsfifoS3f8CfGv6Ld+ryMYqZnWoyHe"
    "uGk3/u2E/yZsW5pMtZWMZ0FueLe9W6zpRsCW9kSovMDmImmaUWysk8UbpouI92FtEfOgIt"
    "3PnNs2fW77lyGZ/iINL7s9afj1uzvp1+9Dgr3t9z567YPyuvw67khiwm34z1VkgdkVINvD"
    "1HL1Wg3EUIv5xdey+VNAn/IbD3j6tMLGTI490c60tLbxR8uzZfQOpvhRCIlzk/9Oz/5QHm"
    "mXSpZFlrqVaKCEGmw3UlhTWaFsyInGGS2VPrMD5lhRyQzxDn5QaAtNNWYjsBs6MRCeim8I"
    "U/f7bMZYb6KHNSLPxFgj3dCYYWHGbZS99vyydfKfkw3PT8iSvZjTBZY43p580/k72P/uy8"
    "ZluDvMvSl6Ihoz3okvQh0Eund/6h5fALYV2FZgWx3etvIVRVi2VwtsJMvVJ4iIlDGohtYU"
    "W5m+ySqhj9aCfT378f0W2TJr6uqTNPyOtYoIrOc+OnOeha2ngK7MyuMASQO5fJ6FyefpPD"
    "4XLK6KAWPh+TzRcBEPthssfpOXrJR0TifYBd7q/wfAF7DEwhILS2yVlH8pS6z4zMFgr30D"
    "+Xt69jYDf1mrVP6KZ2H+Gpqawt8OtZeCx132mzCdkhivPdoq8/qk/6XXGbaR+JhQ6fqu22"
    "sj8cG+fez0xuwb/5jQX7qdL7yp8xn1+bNI6N1ZBgG9O0uVD38UFo+OTXOlMUsmGSIdMzc7"
    "eR7ECKsspL2sHZ1fx6Flw2NrMkDqNQ+I4YpjpmH2K6bMbDflOWGKXGps9GOaYkYF6aLoNC"
    "Msi/WeiXVgcLrfvw2x/rIb5e393WWH6SYhB9ZIsUIWVMJ4ny4wfSxkOqV0USkbCoDqqCWl"
    "YtOSNzBvXqEnkMPGRNXkncOv3wwM04Oc4xrYpbz5PCQqFsyMiz3oso+cruo70zd33cEZRq"
    "NMPgGYwmPNnolhCpbsyLerQFe1nTDb2bZkowI/kh0Zdef00lAeseWUGMKk2XlE9XlX0rTB"
    "A8ogc5vOdmTTUHTSWA49K2TFNJVuaNp8R04N8HpJqDXgXTWUX1hX5Cey3pFRkq58JusGsa"
    "h08N8zGNL2AAIGxQtbAXLQjMkWueAs5j8oFD0Y2sokxhvU4VGPTL0wO2yxiXvkwZEiHuoD"
    "whRp6kwEQJoLbUURfmQMQ4SpI9HM/RXJAQ1lvzBnnIPDN2dDgnzTFfYbIBIBtklgm6Qezl"
    "7EIuIapECcZ5QSIj1bqFikp86NLs025eLCSO2ioFSqaWccUiguIwvpvihtpbQfAF6xreKN"
    "CZNT0GFKEHOlxcxUJLOMi83nICWg13WQMjM/Tcf/yxqfEKcstDFbMdmWEQUIgZYHZbFtco"
    "SXMSVBcaVzOUzVQEa/f5sl6Ia1SmW1eBbmdRDayA46BKlehh7qwOmDoQ+xnceILOKCuNEM"
    "ojzSz2Qdi4HassNYQyGkoavstoFXPlYWGn3sv2f/M3GCOK6k0ZV03XHQtSNEaRM625ZkFn"
    "jc2p4HT2cF8svc3UO0wEx8M2Rp6MsCW6ak6x8cAFRVZoz9aMXEq62QNkfv3iKFovO3yHRS"
    "xgRQahLEMddkYLaEd+TEYt18Nlf8kBdWd33YAjT29TovrjrJbX+E6cACyTnjAt5MSJtmF0"
    "CYDgSwLxPQ5esejECxLjMbQ9r0WDOBZDUHw2OxSgZhVAYJRmGCmNINw5XbWHb/5WzGYTrD"
    "E9P6xA+ErL7KaAswkF6xgQQ5Zz78dZEF/bpIB78uYtjXk0ITtFe2hDOPtsqMPvnySRqPpM"
    "GgjbyrCR117+5vpXF/2Eb+ZdTVzyKO/SeY/TtpLUkf6v9OXEoasGex/4GuMw7lUiM+QfO4"
    "u/9xyzSEZadsCL2sSDbUh1MlJ9fd0VW/1+tcjTvXJzmVSpC2jYLfJtS97PY+ttHm2r/PCQ"
    "KtLyV2yW45n9VQQo44CuymxgibN3X2v9PnMq14hmViB5WyZiFiIWrTPmDKU8NEgdy88o7S"
    "QmxKlSVtLjRbFUmAlEwT5vbWxPU48QGz1/07tU1fd/nGFiT2X5sFQYKUPmDWVXnW/WUwEc"
    "4S7P30Eh0BkiaYLYeuzcHYVzymNkYMs6vKs0uUdyDPhFpFa0MEiUHWVZa1OOEhjxPoEzRB"
    "i5bt/AlmyXPioiLZ95AihIfbfX5bFqePsvfP2VjQDYuQgharmhYrWN8mEncYmZJ5ityEYx"
    "3ribZsr4QwtU1LWxJj17I2bjeNZdPRKgDVkl0EG+paZl/ojJcS2ZFjHd6b5HXWVJ4dumxS"
    "LZkk6ibto2BSUxlkKktbFTEx7H9VmKJRdh1RI6/Ha6fDLAVvasO6XHFzsRp66YztUzLW2J"
    "+X2euFzmWvpVdNIzOZtwXCDLfUCErgVYYww3yVgvg7RBLII5PACq8RJYTX3tHQlBk4iA8N"
    "tFKYJG0LYfZwhcwppm0kdUY/nP14/sPHq7sWetBsKvJKgucW8VU/sVbQYV4JZzZW2qOF8M"
    "hX5dqGnAtFZxPSIt+SNhe3lI8J00ElnxYqVjTmiawTU0fSEdINRZUjJwtipKfnGTDS0+iE"
    "CRyKcB7FSN1lKN8iEiCCzJzC8KitzwouHmHKSi0egI5Gl5AqZcC9EpMtBzgd9zIz5Mp5Lu"
    "ThMuWOKrjS8uR2yn0bsF6wGFIxZ9R71NrmhOpOoxJS3LZVFzCJ8axM/cRizVQ8DILdgQoD"
    "tVQ3LfAQX+/yDgl05R7aFvxlMTanBxxGyA6Y+nJyBJu4jJjDOVM/tpG0RfHzqN9L5nqQJq"
    "qxlKmF/otUxSzNQzz5x9ym4rQN9GArqqVQ8w1/3z+PIBLOo+0iiXI/opt4B1GRzGxDbFnI"
    "KXZp6poeJyzkT1Rse8Nd4c9O3//0/uLd+Xt/YffvbFvP4w65zyX2D6ZUBnw53S7WSYUj9U"
    "4+9e+HbcT/Tui19LWN2J8J/dLpfG4j/ndC7/q98ac2Eh8T+rUjsfb8b3SnJMv6UMKRkQa3"
    "pfEyeTpss3KjlIBjFcaxprZhEDpd57GCgjQNtITeZRno6eM8NswDbmJGjR8kaUz86t40PZ"
    "x1euBkMcC608c28/NnfaquT/yYoZo6x/GIpxDYlX1xjoBksDTvBH7H5BEXRv4KwJueaiaI"
    "rGB2eAzmLfoWcCoMPN81yvaa91EZr6G+YaN14U+u0Mec2ybezE2sH+1P6m21o0WjA2+bhA"
    "0v2DVpwDrVgl0T2DWBXRPYNWnUrglANQDVAFRTubUXoJpWHKoplMMdDJsq7rEFIrRqNgaO"
    "4rT5OdwJXlswvzvdbQslk7+canUvuI0e1ug7N6qvhVRl9n1bHH+us340ilYGW7foI89ssl"
    "YaP4tHsw3205cP7DlSTHHXf3E8uaqslyRWnQ8Ec6rcadzmbUZCb0WtWvAywcsEL7PKa1rc"
    "y1TzpQ6pjc0bgorf9ar4PV0k6aQt4RSLRE0EQzdx6BraXFGJnBeDitI1AB05ABKlYvpou6"
    "Z+ZkUcoGmeujjNoi5O09XFaUxdKKbssUyeLjSTJOVzvgCWJHQA5ZBzwCZUs3JVxPXaN0CL"
    "HBpjfVC16VMhuz1MCVUFq2y8C1mlnpORPrGidE1YQA49wzSde7eaXaQEcZQWZlmVZxmg/e"
    "lWW7PQ/qrWJDi2lKsQmAmn8u612sCQzY9h92qcLUITCshCMdQ6R7XWhkFl7pDekZmCbxTB"
    "kNgW6eZha9se6ZI3kznGl3GXVEKmxRT0DHGaN6hrmYjLUOxKLojYxVTYPVHvDZkLbdVClD"
    "AFEXiKVpg9woqoD7nAzyS+TVraWxL3ScW7+NMnst6+S2ou8NmP57AxWk9rpAUbo6/X6/Mn"
    "eVZE3ido4A7T/osqctWZg7lu8way9uxtlh0l1iqVueJZ7OBBix9wJRiVg81Rugby+zQTv0"
    "+38Ps0zm9uWMim8n85D1EKkQFUkHNxDp5xKsysBN6nlx/e0EDp4RYqVnpYJ8aU6JaNVXmB"
    "zUU+ASQQF5REfbDvsgRRKFij2ZEapayrDn5WxOoPU8KGT9VM/0KB/rauani2M8w3U/C96K"
    "m2Yq8WHFpHHumGps13zhhZ8yPGBryr+howRwBF3dmXBotuJudLwGhAIbwMjY4XBBnK48Li"
    "iOPgfiyASL4os4sp+YDw3CIG/w/NlsApxSOLn7YzZT8yDoLuob9EuNPSngh1bLQo2AngJI"
    "CTAE4eHpwMTMmEaZbuc4XpwPFtFXV8bYM1SfG2Xi6AGiCvMsJ2wgbqSPrYaSP3YkIHw37/"
    "po3ER3QBOlIeCFbVfAfEbyiqzPyCbu/+j4gHLPkIWLKqLJPqK78IJvt0gCYXRpMBTDsMmE"
    "a+6QpbYwtYqWHKSlmpgKZFbVXHM87rEAapGlSI/7gxtIKpcTnkjqANBYvVSw5ZQ2eD4y8U"
    "OMt+AOrd395uC5wttc5JMH42qdZJJL52S72TaFDv4WpVqti0ZBcWdrX4jlUqucYJvMCrdu"
    "JKcL+ds+lh2YJj0f8DAv1qqTJbgKW9XvtkM5uLQDkb6gMa/dLVuPtLJ6fp71K1kfM5oV+k"
    "7rjb+ygPpK93nd64jSI3JvSqfze47Yw7123kX06odCn1rpkw2F3/shpYEKbmihhsyj2kBB"
    "e+LM9IF4cUaje3QLtMAt0J/XR/J/XaSHxM6EC6H3HZOJ8VEYwisxlrLwt5ezFiiJ6osj7F"
    "Fof9Euu7ZpyCwQ4qnJp+Io0+d67lm/5Qdmdg5MaE3tz2+2wqio8JZZy97ciX0tXn2/7HNg"
    "p9ndDx/bAn30jdWz55A18YXad37T8JfHHheNnV2y4s732txsznHkbiWNhmwQaIGlPt98Ag"
    "5pJQO8709GMpvfbVOJKSv7YxR1ImOLt5lr8E8kr5ErACRldAITEfgdhR8in9gA1U5REwVT"
    "WzGGYQJAQZV1nGUCDkyCYONk3lkbLZwoSUWwgxWthkKiqHCNaeXQgRQpgK+9rng1o5JdXK"
    "SRr2e+By8HyChrI3MteTD4tM0e574PDIwvMsOREVU+iZB29sOcu9Z32c4zjrMpyhvFNeJl"
    "m2sWupsDHroqnsgepXB070cjRSQsCMr6rSI2U2GvHlrC5uMYn0Kt3QHg28RBzFQaa9XJIZ"
    "snVxSA976q2HH5BG1TXCrJlFDOSqFn6GD2ulGCZiXJorxtJEihVP+Sr7ZTnDeoIRRfuJvI"
    "GgGAiKgaCYw4Nb7hF2+Q8AidA1MemjjCNA/rIxtRQrIWwlVaMFSZoEneztWFT2f1kyXiYj"
    "IdvWighhk5h7cGjQMAid5ir1FqRpoPp4lyXCIj3AIqo4ePxh4TxUn/iAYW6DYX/Q9wLTcg"
    "TbeHQiykVc8fjE3k13eOfEJ7qXEzrsDG6lK37Tu5rQzq+D7pDfci8m9LpzddsVQYzeVdS6"
    "Pk7ADLPkdWcPkJdr8Hd989q7W7sBjVZYo0HS2quwfxM82Rz7WnFimHGFZ5znUuTWgCE62N"
    "7d097iNJJftuvWVzOPg2hFt7/iKuHlLTB9cwL8jlzOfpZ8xYZ8Vv6GJ3u5CZsRED8dw+9T"
    "MtbYn/0h+TWRzt85sfkONtS1tCR0xuvXnSSA9JEWrW1oPeFtmf/uNs56UAVFZKZYSDMQRg"
    "Z51p4CxdHQA5mzOScOkXBN6Q8CWfcgdAs/EY6ac9B9tSCUX2LDUJ6JmXBaRamvyonZh+Me"
    "vFOSV27chwz4fV3X8Bbg96/Yf4HT0cs7HT2oHHPwOELWQFafnl1k2hq52LI1chHltsWWkz"
    "ib0w+39dpXOHNwLyqpjENtF2x4ElpoYYiQVmplAHwLkhcqYJFBxHaeebZLxLYPpxynRpMX"
    "2plYUNyP+txWTHwTYHq4okz7j946ZFEmv2DXHvvkMazgAddW37bAA369Fs5MMch0lzIkoQ"
    "6q7Kyx0X7Zv+9dt5F7MaH9+7F7y7uKgpDHCW5gEltoKcW6MxSG8akrLY6r+9G4f9cZtpF3"
    "NaHSaNRlI5pX2fIvRUGYmxtRCObmZkIHn9hUaCPxIUq7fBxKdyLchV9UQ4BPjFdFxefRVl"
    "p43E9uI/53Qrt3ovi9+JjQ6/7VvVMnzbtiYr2/7vaZSPnHhP7Sve6wb+KDC7d79ZmPAvdi"
    "Qm/7V9K42++1kXclQpjG0tVYBDDxCx6+xAu08Vbe1YTe90b3g0F/KEqxBb5UY1DULQatwL"
    "AYdq463V+cmDLnakL/dd+553ecT6dMkyjD5F6IO2PxdczjzW4Z2dAJOHMvhbBFnxK79io8"
    "ecWdpDtm2tz370dsgHmXrJ8uc22G16If77IawwAw52ZizhXDRA8AOf9la9zCL8jzZGpgff"
    "XQ/mIRzCclcffQYP+MWFhR48xOLxK3oYAycdvFUaBMnGLKJrEslSThQpqmEkxTgKEQYfRQ"
    "L0ZZlkj8Owc+1Kvfvw1x/7IbHe33d5cdpnqEKFgjxQqhQiGe64aG2bB6Tjq6/QWuh0iB7z"
    "n4bmJlJvNTKeUnkis5KEbYxGW1hPzCOdPbtpHvRKMNSfOYXMqBRiY/7iw/oBwgg4p/lYaU"
    "icqUvVH0/PcQLUi6ypI2CC4i5AAZyLfK8uXh14WmcYgQZFxlGTuB9cWmcZASpFxlKUMg27"
    "FLPECmbGVEAYV4jy0COOz0eLw3eY3X3LwPUgHvi/Lei5TMxfoAEXAeAsmrGEgOpb+PUPob"
    "SkwcrMQEnAi+zxPBY9bIHjjb8Mr1QfMrA1cttyT4jkzNWFm8pjwN2FU7HAOgG5o237FC+Q"
    "CveQmOAe+qOfwutU65GJoJiWPekE3PGvMr7r9c7KRPCXJOOnaLfyN+ggSfNVYbrRbKdOGV"
    "GxGVRvi+RgvxgDb+babM3qAxo3lUGRV60L7FS5yU8YKjp7NBKhekckEq1xEwfu9M9pViLe"
    "IyTg9hiRE2MNR8/3H8c4Uq5qLQhIqQVmpGwd5ZfId0qhkJS1d6APCGAgKAQ1LeRwAw7KRV"
    "FVQFQKpUQCqLN3roM9fAFfWqkib4on650nRndHO+2X4LmPzOhLR8YNd/bPP9eFKpbe7B5T"
    "tkBZPS668EiuSCG1zLNaoFbvDrNdddxRcTbrr/u6FooON79j5LBsf79ASO9/H8DeNZmeY/"
    "9CxK10Bml5KUBIfMHZbfJsW6udAS1od0jz9IAz7/3n1+OKPu6KFrcPQi2vvRi5ZmYbXQuI"
    "5SNom9cPjisZfVEg5ftBMgqeyVrxzqQx6/6NSmyrl+emRtNPBqWw2kr7wGmjy6v7zrjkVh"
    "stgtXt/q587V2Kmb5Vxxyq5o3BUnON4Nbjtj5wRH95JT3dz3rh0q54q1lHpXnVtRIMu/PC"
    "kyBPa+X8brbyhLWxWiiiu7l0p3BEmhiESOIhIVOoqxmmhxI1APgyw5F4vlcYZIQc5VlrPO"
    "K7vkl3GADORbZfna+qwgPB2mrBQ8vScblYc/9qm6dkdgfcXu/npIz66OEwhBJZURBaRnH1"
    "sEcJb0cfk/M/A8/2IQpNoL719JtACkCeexsiFN+Ljs3ZYmnMJfCMssISwzmddwFv2hzqIP"
    "KmlLBOfFF8scIa8iVlOaNmxQRyDCuU1nO/JpKDppKouOkMxbGz7FQ6gjBmucbX1Kxhr7k1"
    "HlXXu91MlOzarugtZ5FmW3e0i6q83SAtM3yu6F8HQ5oGCz5UybFtF5QjOmSPTQQitDsSxC"
    "kUJFljPrg5pOt+w7tpClaU9IsT4gStiqi6YLTNk/hhjLiMHZYSbnTpf1opw51A6bIHm63n"
    "5gC0HU+Kvdd2E6YocTFz3iKscCJR64GD5aURp05c+dr23kXlT1eEWsK/xgi/zbJSE6wCeL"
    "4pNzQ1vKu0V1Rbqo8NEZENS1ZSYyjbrbOAh1UGn1CcMgfRgwG8dMAhfTD6TbUMCRdLmPpA"
    "v6G9lXvyAVbI4WXvygfvJheb9le07zEux3xNr9RP2aTYCs2FNw5r9c7BRKcmZiaoaSnOm7"
    "F2XWo3Ah+gTcbwPep0N+gV2C/ZakAAANADQA0JoLoBXIYoT8RchfrEH+IlsSCWdXruoLIa"
    "IG8riU0guAIxwUR4BND9j0AOwh4zoLoBuAbq+G9wC6vbRIA+gGoFsAdHOjPq80OlceTxKw"
    "t3CD1jYITneacm6wtjni7lZ4jSwNMfo36It7SshCYz+fnxwyXRBTxMR5GQRoxYYommvORX"
    "KA3c495gQCFVNEGz6LER7yUjVTEf8qYIO1XFBagA2+Xmxwyea+ljDFsjmaG+pKe5odafR1"
    "IHVHUhv5lxP6s/Tbb2zB/9RG3tWEXkq9z/J4KPVGN9wxDX2d0P74E78rPqrheTJOEjUP9u"
    "UTVFlgBXGviyyw10U66nURA70AwC0bwGXmCylSPzdI1UAulwLheum/+ctwxykbyPPzLOW4"
    "z9PLcZ/HynE/YPqUe2yHiBqAnJetoxX+Njst0TR9eyJK1wBWH3qTwvf8YmxPr0MSIDkc6P"
    "q2rLG956rDIR874vO+UIVzQ3fAEpyeQ1zbCpxQ0y19bDerplsMNj8qGOmkoKdjkX6K+stQ"
    "5CYxvpZBgZETnvwz6gFMBDARwMQqq9U4mFjDavJ+NlhOm/wkkFkWyCiTBoNh/xd+07tKzj"
    "Ib3Q86w1Hn2iH3rquBKUKk10GdKIM8K2RVsDx4iBTKR1dZOarKE+O9WVg9BumrnJM9ku46"
    "8k33tsM0m3fJFB6/HHSvxvdD74H7rRpKD3P25g/gC1BBFFPRCDLf5s/F+yAVhO/twHxxoH"
    "QB9gfpYPBD7GoNme8aUPn5HyGE4Q8RrBWOYBVL5R64esf7uVHUOsLZWTkbNCsyVBV2l8G9"
    "MNfvqV6KIztngxZDSohwknbeA3MbHnsdWY4y8FZ4LntgbM6SujXlb9DP26Ec9lTTFXLYGs"
    "Y1YXhCCeP97bl9ptpKJbNH0qGWsT5J2HWLtGht23d78trKTAyGK89sSQBMBKaod6vNRXD+"
    "jfQvhOkMKZbJPk02gZND/TPSvbyJBxtjsDEGG2NHwH4xfbQTzcRtkdobmgZGW55mgXBP0y"
    "Hc0xiE62nJPDtXQZpGMPngdQrE8pOH5RsKYHgBhj+RNc/gS7Aifx71e8ksD9JE1whlaqH/"
    "IlUxS0MNT/4xt6lT5//BVlRLoeYb/r5/HmEHl/Nou0ii3I+sBryDqEggavPAUZsQd7znuG"
    "MIg01nNYTBluCSu2DnmCx1FYtpHvPJo01a25xyD1u03NYZnXIJmcyJ56XAPNdaN7RHAy/5"
    "ITUa87w9I7yFyJvHN2jF8+zxJqleMZGlqTN2n1B23w3J5bfZTzW0Z5KQu3+gdyaAAb9zQ4"
    "A/812LPwAfAHwA8IGj4wPuvMwKDbjNG+E/lZ2DCdDLAaAXi3n7eTAAr30jmHtoBICffZvP"
    "+QlQHM73OQXfB3yfqiy5VfJ9JF35TBK3Id0nWz0dt2ZoZgeHteW+gbnQVty9mJIPiLkD/H"
    "xObwdxrhimxY/b5F0xTdESdxfYXIhNxpVbW2yJ12imJfkzZbwizX2RORH4LeC3gN9SAb8l"
    "b22TBlfs2X9hE90gc+VbHvZuKBrI4NPzLF5LdDYEvJbzKIP95SRhiaDYWKc63z5VdNNm7S"
    "KPNWP0NsXv7oH52ojx87Lbk4Zfk12Yy4Q9s8uv444UrRo91fSkULj0TcwNBWxh7n0LU8Wm"
    "JdtmobU6SgtpqFVessk3XWHdFZBzmBKkXGUpG+RZeyqaUx6gBClXWcqel/SQ/+iRGCmksO"
    "0phW3D2bhEIG8lnFcRG4WVOjigOyNLXbMItYZEBIqeJGB28UatbfCd4jeXDad9RiRvvCAu"
    "jMYUCBMWDx7AaGlbIl8EWRxCm2LDUMgMYYr890zXHJ+Lw3Z76C8Ro5tiVXXCO/kuZRSoC9"
    "X6CoA8vBlU+6qdGmwB+PeKrQ9/pmfFpzYUDcSn9h+6AFEhfsDCRaaIhYstIQsXUe5qOmdI"
    "4kZ6Oo9DRA3k9P5RbNfKKQC0RikBbG0VBFsdCy8P2LqhqAbYyl9ba7C1KrEH9kyxbrXEY9"
    "D8Z62t8Qe8laxqWQ8/k3Sd0NkPGlXXb9CfD2TOXOA/xa7/n3huEeNPcWgZ8y9McVNXmViQ"
    "89984D4JU7imRrHq3kO8I8c7YT7HmscU0MfEMOvDvTdn8WTTfvg3mYrp416WUkk5eB4f1F"
    "MGDws8rNp5WHAIeI0OAYdzkA+tGeEA9srwf5rXkd5QVFk9VcaLDtiMWTkcIGkgi99nYfH7"
    "dBa/T2Nxfg0eooNirIWViOOj5UEpNhSAUuwFpQjpdO4l55GGTwDC2LswPCw0STmlLwFhqg"
    "ofGnDULZeKQHMjYlnOvx5D5rxHrW3AnOk0KuEksN8Tt/IBFAJQCEAhqBVQc+0fyqzGqp3L"
    "APUJDm/yHGeHshTjBjKw00c8ZGCXYGp1ngm1Oro2XSRZW4GnWw0uwtvJhDfMEcNJyYrwoE"
    "tthfh7TVEBSlXmfjUoVXv8gDCPyrSYc4sYQ01RForvUpoaIpR9Z6821khTZ8RAU9swtYTC"
    "0WW/DKpNg4VYHXX72i3EKmnWofhdyXqVP3tZq2bUp39+U2ZuTAe/EIfieGoNrRQ2PG0LPW"
    "LdbCO+jjoxHA9EZeqQt+IqjWlH9hJqOvsRyLQUVUWaTmhcoZb+tpxxJN8gtgOUNCjpGinp"
    "oNPzLWl+/arMLpKl+q0S20ujv9Rr59t3/6M/yswaNLgN/A2L/a/vvv+fkqT7a/f6Ilpyjr"
    "MgxsB0HMRrD0BIBiBEx2tVwwkDNB0KCZDA/s9eIJKKmHQjZWnzksqza6Iq3BVMsu3ijbYa"
    "eabXnGd78va5jlESJiIzr0QRsRVeI0tjPqzfJ/sHlg/E+ICeiG4hmzIjCzFOeMc2zVoIm+"
    "jLAlumpOusEdFN1lPyyUvlvSqnsYenU431727lWfiJUHeFdznofgNrEKxBsAZrZw0KPZNn"
    "ufUJYOdhh52HsO7MM6/ClJWaV1AnJZapnHLuZnp1FJ8A6iVHw/SCtkeeGROkg7JCVZ4uYV"
    "szRzR9iA4iYXOZfzFvLyaPuDBylxMSrghzy6RNjzUTyN/eoHvpxObQWAyVFbqSRlfSdedY"
    "VYUk5u0mbzy7T1pb0283bfYa47fL1u1rcQJ3XELT3bvUEx3S4cz0Ix2agGie/fhjBkiTtU"
    "rFNMWzaJKYnofDbvMGcvf0bZbkGdYqvZzK21j6DHujldOHDZCAF1sncPjv/wdehwkE"
)
