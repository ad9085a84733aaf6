"""A number that WhatsApp lets answer, but for a while not write to those who never wrote first (its error 463)."""

from datetime import datetime, timedelta

from core.database import UnitOfWork
from core.events.event_types import AccountChanged
from core.notices import Notices
from models.notices import NoticeKind

# Where WhatsApp does not say how long.
USUAL = timedelta(hours=24)

_RESTRICT = """
update whatsapp_accounts set restricted_until = greatest(restricted_until, $2) where id = $1
returning restricted_until, status
"""

_LIFT = """
update whatsapp_accounts set restricted_until = null where id = $1 and restricted_until <= $2
returning status
"""


async def restrict(work: UnitOfWork, account_id: int, until: datetime | None) -> datetime:
    """Until then nobody new is written to over this number; a later end counts more than an earlier one."""
    until = until if until is not None and until > work.now else work.now + USUAL
    row = (await work.fetch(_RESTRICT, account_id, until))[0]
    until = row["restricted_until"]
    detail = {"reason": "reach_out_restricted", "restricted_until": until.isoformat()}
    await Notices.raise_while(work, NoticeKind.ACCOUNT_RESTRICTED, "whatsapp_accounts", account_id, detail)
    work.append(AccountChanged(account_id, row["status"]))
    return until


async def lift_if_over(work: UnitOfWork, account_id: int) -> None:
    for row in await work.fetch(_LIFT, account_id, work.now):
        await Notices.settle(work, account_id, NoticeKind.ACCOUNT_RESTRICTED)
        work.append(AccountChanged(account_id, row["status"]))
