"""WhatsApp numbers as staff arrange them: their names, proxies, the default one, their end, and how they are."""

from dataclasses import dataclass
from typing import Any

from tortoise.exceptions import IntegrityError

from core import audit, clock
from core.accounts import (
    DEFAULT_LOCK,
    AccountNameTakenError,
    AccountNotFoundError,
    checked_name,
    choose_default,
)
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import InvalidInputError
from core.events.event_types import AccountChanged, MessageChanged
from core.notices import Notices
from core.vault import Sealed, Vault, VaultError
from core.whatsapp import proxy
from core.whatsapp.pacer import DAY, MOST_MESSAGES, MOST_OUTREACH_IN_DAY, WINDOW
from models.accounts import AccountStatus, AnswersWith, WhatsappAccount, WhatsappSession
from models.notices import NoticeKind

HEALTH = """
select
    asked.id,
    (
        select count(*) from messages
        where account_id = asked.id and state in ('QUEUED', 'SENDING')
    ) as queue_length,
    (
        select count(*) from send_attempts
        where account_id = asked.id and created_at > $2 and created_at <= $4
    ) as sent_in_window,
    (
        select count(*) from send_attempts
        where account_id = asked.id and is_outreach and created_at > $3 and created_at <= $4
    ) as outreach_in_day
from unnest($1::bigint[]) as asked (id)
"""

# A message that is being sent is left to its answer.
DISCARD = """
update messages set state = 'DISCARDED', failure = 'number_removed'
where account_id = $1 and direction = 'OUTBOUND' and state = 'QUEUED'
returning id, conversation_id, customer_id, state
"""


class NameNotRepeatedError(InvalidInputError):
    """What cannot be undone is confirmed by its name."""

    code = "NAME_NOT_REPEATED"

    def __init__(self) -> None:
        super().__init__("Repeat the number's name exactly, to be sure that it is the one.", field="name")


@dataclass(frozen=True, slots=True)
class AccountChanges:
    """What is None stays as it is; `clear_proxy` makes it connect without one. A provider goes with PROVIDER alone."""

    name: str | None = None
    proxy: str | None = None
    clear_proxy: bool = False
    answers_with: AnswersWith | None = None
    answers_with_provider: int | None = None


@dataclass(frozen=True, slots=True)
class Health:
    queue_length: int = 0
    sent_in_window: int = 0  # in the last 60 seconds
    send_limit: int = MOST_MESSAGES
    outreach_in_day: int = 0  # to people who never wrote first, in the last 24 hours
    outreach_limit: int = MOST_OUTREACH_IN_DAY


class AccountCare:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def update(self, account_id: int, changes: AccountChanges, actor: Actor) -> WhatsappAccount:
        """Another proxy takes effect at once.

        Raises AccountNotFoundError, AccountNameTakenError or InvalidInputError.
        """
        if changes.proxy is not None and changes.clear_proxy:
            raise InvalidInputError("Give a proxy or clear it, not both.", field="clearProxy")
        async with self._database.unit_of_work() as work:
            # Before the number's row, as whoever deletes a provider does.
            await _judge_assistant(work, changes)
            account = await _lock(work, account_id)
            before: dict[str, Any] = {}
            after: dict[str, Any] = {}
            if changes.name is not None and (name := checked_name(changes.name)) != account.name:
                before["name"], after["name"] = account.name, name
                await _demand_free(work, account_id, name)
                account.name = name
            if changes.proxy is not None or changes.clear_proxy:
                before["has_proxy"] = account.proxy_ciphertext is not None
                self._set_proxy(account, changes.proxy)
                after |= {"has_proxy": account.proxy_ciphertext is not None, "proxy_changed": True}
                if account.should_connect:
                    # Asked for anew: the line closes and opens again, through the new one.
                    account.connect_requested_at = work.now
            if changes.answers_with is not None:
                _set_assistant(account, changes, before, after)
            if not after:
                return account
            try:
                await account.save(
                    using_db=work.connection,
                    update_fields=[
                        "name",
                        "proxy_ciphertext",
                        "proxy_key_id",
                        "connect_requested_at",
                        "answers_with",
                        "answers_with_provider_id",
                    ],
                )
            except IntegrityError as error:  # two at once wanted the name
                raise AccountNameTakenError(account.name) from error
            await audit.record(
                work, actor, "account.update", "whatsapp_accounts", account.id, before=before, after=after
            )
            work.append(AccountChanged(account.id, account.status))
            return account

    async def make_default(self, account_id: int, actor: Actor) -> WhatsappAccount:
        """The number that is meant where nobody names one; there is one at most. Raises AccountNotFoundError."""
        async with self._database.unit_of_work() as work:
            await work.fetch(DEFAULT_LOCK)
            account = await _lock(work, account_id)
            if account.is_default:
                return account
            for row in await work.fetch(
                "update whatsapp_accounts set is_default = false where is_default returning id, status"
            ):
                work.append(AccountChanged(row["id"], row["status"]))
            account.is_default = True
            await account.save(using_db=work.connection, update_fields=["is_default"])
            await audit.record(
                work, actor, "account.make_default", "whatsapp_accounts", account.id, after={"is_default": True}
            )
            work.append(AccountChanged(account.id, account.status))
            return account

    async def delete(self, account_id: int, name: str, actor: Actor) -> WhatsappAccount:
        """Ends it for good: its phone is unlinked and what waits is never sent. Its chats and orders stay.

        The eldest of the others becomes the default one if it was that.
        Raises AccountNotFoundError, or NameNotRepeatedError unless `name` is its own.
        """
        async with self._database.unit_of_work() as work:
            await work.fetch(DEFAULT_LOCK)
            # Stronger than the other rules' lock: nobody queues a message for it meanwhile.
            await work.fetch("select id from whatsapp_accounts where id = $1 for update", account_id)
            account = await _lock(work, account_id)
            if name.strip() != account.name:
                raise NameNotRepeatedError
            was = account.status
            account.update_from_dict(
                {
                    "deleted_at": work.now,
                    "should_connect": False,
                    "is_default": False,
                    "status": AccountStatus.DISCONNECTED,
                    "status_reason": "deleted",
                    "status_changed_at": work.now,
                    "banned_until": None,
                    "jid": None,
                    "qr_code": None,
                    "qr_expires_at": None,
                    "pairing_phone": None,
                    "pairing_code": None,
                    "pairing_code_expires_at": None,
                    "proxy_ciphertext": None,
                    "proxy_key_id": None,
                }
            )
            # Never the lease's own columns: whoever holds the line ends it and gives the lease back.
            await account.save(
                using_db=work.connection,
                update_fields=[
                    "deleted_at",
                    "should_connect",
                    "is_default",
                    "status",
                    "status_reason",
                    "status_changed_at",
                    "banned_until",
                    "jid",
                    "qr_code",
                    "qr_expires_at",
                    "pairing_phone",
                    "pairing_code",
                    "pairing_code_expires_at",
                    "proxy_ciphertext",
                    "proxy_key_id",
                ],
            )
            await WhatsappSession.filter(account_id=account_id).using_db(work.connection).delete()
            await Notices.settle(
                work,
                account_id,
                NoticeKind.ACCOUNT_BANNED,
                NoticeKind.ACCOUNT_LOGGED_OUT,
                NoticeKind.ACCOUNT_RESTRICTED,
                NoticeKind.PROGRAM_OUTDATED,
            )
            discarded = await work.fetch(DISCARD, account_id)
            for row in discarded:
                work.append(
                    MessageChanged(row["id"], row["conversation_id"], row["customer_id"], account_id, row["state"])
                )
            await audit.record(
                work,
                actor,
                "account.delete",
                "whatsapp_accounts",
                account.id,
                before={"name": account.name, "status": was},
                after={"deleted": True, "discarded_messages": len(discarded)},
            )
            work.append(AccountChanged(account.id, account.status))
            await choose_default(work, actor)
            return account

    async def health_of(self, account_ids: list[int]) -> dict[int, Health]:
        """One statement for any number of them."""
        moment = clock.now()
        rows = await self._database.fetch(HEALTH, [account_ids, moment - WINDOW, moment - DAY, moment])
        return {
            row["id"]: Health(
                queue_length=row["queue_length"],
                sent_in_window=row["sent_in_window"],
                outreach_in_day=row["outreach_in_day"],
            )
            for row in rows
        }

    def proxy_host(self, account_id: int, sealed: Sealed) -> str | None:
        """None also when it cannot be opened any more."""
        try:
            return proxy.host_of(proxy.opened(self._vault, account_id, sealed))
        except VaultError:
            return None

    def _set_proxy(self, account: WhatsappAccount, address: str | None) -> None:
        sealed = None if address is None else proxy.seal(self._vault, account.id, proxy.checked(address))
        account.proxy_ciphertext = sealed.ciphertext if sealed else None
        account.proxy_key_id = sealed.key_id if sealed else None


async def _judge_assistant(work: UnitOfWork, changes: AccountChanges) -> None:
    provider = changes.answers_with_provider
    if (changes.answers_with is AnswersWith.PROVIDER) != (provider is not None):
        raise InvalidInputError("Name a provider together with PROVIDER, and only then.", field="answersWithProviderId")
    if provider is not None and not await work.fetch(
        "select 1 from ai_providers where id = $1 for key share", provider
    ):
        raise InvalidInputError("There is no such AI provider.", field="answersWithProviderId")


def _set_assistant(
    account: WhatsappAccount, changes: AccountChanges, before: dict[str, Any], after: dict[str, Any]
) -> None:
    wanted = None if changes.answers_with in {None, AnswersWith.SHOP} else changes.answers_with
    new = (wanted.value if wanted else None, changes.answers_with_provider)
    was = (account.answers_with, account.answers_with_provider_id)
    if new != was:
        account.answers_with, account.answers_with_provider_id = new
        before["answers_with"], before["answers_with_provider"] = was
        after["answers_with"], after["answers_with_provider"] = new


async def _lock(work: UnitOfWork, account_id: int) -> WhatsappAccount:
    accounts = WhatsappAccount.filter(id=account_id, is_lab=False, deleted_at__isnull=True).using_db(work.connection)
    account = await accounts.select_for_update(no_key=True).first()
    if account is None:
        raise AccountNotFoundError(account_id)
    return account


async def _demand_free(work: UnitOfWork, account_id: int, name: str) -> None:
    if await work.fetch(
        "select 1 from whatsapp_accounts where name = $1 and id <> $2 and deleted_at is null", name, account_id
    ):
        raise AccountNameTakenError(name)
