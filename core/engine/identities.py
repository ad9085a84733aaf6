"""One person behind two ids: the LID that WhatsApp gives them, and the JID of their phone."""

import structlog

from core import audit
from core.audit import PROGRAM
from core.customer_merge import CustomerMerge, CustomersNotMergeableError
from core.database import UnitOfWork
from core.events.event_types import CustomerChanged

logger = structlog.get_logger()

LID = "@lid"
PHONE = "@s.whatsapp.net"

# Whoever learns of a phone waits for all others that do, so that no two of them make two customers of one person.
ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('phone ' || $1::bigint || ' ' || $2::text, 0))"

THEIRS = """
select id, lid, phone, coalesce(merged_into_id, id) as person_id from customers
where account_id = $1 and lid = any($2::text[])
"""

BY_PHONE = """
select lid from customers
where account_id = $1 and phone = $2 and lid like '%@lid' and merged_into_id is null
order by updated_at desc, id desc limit 1
"""

PERSON = """
select coalesce(merged_into_id, id) as id from customers
where account_id = $1 and (lid = any($2::text[]) or phone = any($3::text[]))
order by array_position($2::text[], lid::text), merged_into_id nulls first, id limit 1
"""

# All the chats that one person's messages may lie in.
CHATS = """
with person as (
    select coalesce(merged_into_id, id) as id, lid from customers
    where account_id = $1 and (lid = $2 or ($3::text is not null and phone = $3))
)
select lid as chat from person
union select lid from customers where id in (select id from person)
union select chat from customers where id in (select id from person)
union select substr(phone, 2) || '@s.whatsapp.net' from customers
    where id in (select id from person) and phone like '+%'
"""


class Identities:
    def __init__(self, merge: CustomerMerge) -> None:
        self._merge = merge

    async def learn(self, work: UnitOfWork, account_id: int, *, lid: str, phone: str) -> None:
        """That these are one. First of all in a transaction; told again, in any order, it changes nothing.

        A customer known by the phone's JID alone becomes the one of the LID; of two customers the one with the LID
        stays. Of somebody who never wrote nothing is kept.
        """
        if not lid.endswith(LID) or not phone.startswith("+"):
            return
        await work.execute(ONE_AT_A_TIME, account_id, phone)
        jid = jid_of(phone)
        rows = {row["lid"]: row for row in await work.fetch(THEIRS, account_id, [lid, jid])}
        mine, phones = rows.get(lid), rows.get(jid)
        if mine is None and phones is not None:
            await self._rename(work, account_id, phones["id"], lid, phone)
        elif mine is not None and phones is not None and mine["person_id"] != phones["person_id"]:
            await self._join(work, mine["person_id"], phones["person_id"])
        if mine is not None and mine["phone"] is None:
            await work.execute(
                "update customers set phone = $2, updated_at = $3 where id = $1 and phone is null",
                mine["person_id"],
                phone,
                work.now,
            )

    async def known_as(self, work: UnitOfWork, account_id: int, lid: str, phone: str | None) -> str:
        """By which id their customer is to be looked for: of a phone's JID, the LID that belongs to it."""
        if not lid.endswith(PHONE):
            if phone is not None:
                await self.learn(work, account_id, lid=lid, phone=phone)
            return lid
        phone = phone_of(lid)
        await work.execute(ONE_AT_A_TIME, account_id, phone)
        if await work.fetch("select 1 from customers where account_id = $1 and lid = $2", account_id, lid):
            return lid
        rows = await work.fetch(BY_PHONE, account_id, phone)
        return str(rows[0]["lid"]) if rows else lid

    async def _rename(self, work: UnitOfWork, account_id: int, customer_id: int, lid: str, phone: str) -> None:
        rows = await work.fetch(
            "update customers set lid = $2, phone = coalesce(phone, $3), updated_at = $4 "
            "where id = $1 returning coalesce(merged_into_id, id) as person_id",
            customer_id,
            lid,
            phone,
            work.now,
        )
        await audit.record(work, PROGRAM, "customer.identify", "customers", customer_id, after={"lid_changed": True})
        work.append(CustomerChanged(rows[0]["person_id"], account_id))
        logger.info("customer_identified", customer_id=customer_id)

    async def _join(self, work: UnitOfWork, kept_id: int, merged_id: int) -> None:
        try:
            await self._merge.merge_within(work, kept_id, merged_id, PROGRAM)
        except CustomersNotMergeableError as error:
            # Staff merged or erased one of them at this moment; the next message finds how it is then.
            logger.warning("customers_not_merged", kept_id=kept_id, merged_id=merged_id, reason=error.details["reason"])
        else:
            logger.info("customers_merged", kept_id=kept_id, merged_id=merged_id)


async def person_of(work: UnitOfWork, account_id: int, *jids: str) -> int | None:
    """The customer whom any of these ids means, the first the most; a merge is followed."""
    phones = [phone_of(jid) for jid in jids if jid.endswith(PHONE)]
    rows = await work.fetch(PERSON, account_id, list(jids), phones)
    return rows[0]["id"] if rows else None


async def chats_of(work: UnitOfWork, account_id: int, chat: str) -> list[str]:
    """The chat itself and all others that the same person's messages may lie in."""
    phone = phone_of(chat) if chat.endswith(PHONE) else None
    rows = await work.fetch(CHATS, account_id, chat, phone)
    return sorted({chat, *(row["chat"] for row in rows)})


def jid_of(phone: str) -> str:
    return f"{phone.removeprefix('+')}{PHONE}"


def phone_of(jid: str) -> str:
    return f"+{jid.removesuffix(PHONE)}"
