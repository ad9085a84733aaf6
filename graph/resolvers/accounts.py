"""Reading WhatsApp numbers, and what staff wish of them."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph.errors import ConflictProblem, NotFoundProblem
from graph.mutations import ASKED, actor, asked_as, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import accounts
from graph.schema.accounts import WhatsappAccount, WhatsappAccountPayload


@strawberry.type
class AccountsQuery:
    @field(may=Permission.ACCOUNTS_READ, description="The WhatsApp numbers of the shop, the oldest first if unsaid.")
    async def whatsapp_accounts(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            accounts.WhatsappAccountFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[
            accounts.WhatsappAccountSort | None, strawberry.argument(description="In which order.")
        ] = None,
    ) -> Connection[WhatsappAccount] | None:
        return await accounts.accounts(wanted, order_by, Slice(first, after, last, before))

    @field(may=Permission.ACCOUNTS_READ, description="A number; null when it does not exist.")
    async def whatsapp_account(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The number.")],  # noqa: A002
    ) -> WhatsappAccount | None:
        return await WhatsappAccount.load(info, WhatsappAccount.key(id))


@strawberry.type
class AccountsMutation:
    @mutation(
        WhatsappAccountPayload,
        may=Permission.ACCOUNTS_WRITE,
        description="Makes a number, not connected yet.",
        problems=(ConflictProblem,),
        without=(NotFoundProblem,),
    )
    async def whatsapp_account_create(
        self, info: Info, asked: Annotated[accounts.WhatsappAccountCreateInput, ASKED]
    ) -> WhatsappAccountPayload:
        rule = info.context.shop.accounts
        key = await once(info, asked, lambda: rule.create(asked.name, asked.kind, actor(info)))
        return WhatsappAccountPayload(account=await WhatsappAccount.get(info, key))

    @mutation(
        WhatsappAccountPayload,
        may=Permission.ACCOUNTS_WRITE,
        description="Wishes a number connected; follow `whatsappAccountChanged` for its QR code and the rest.",
        problems=(ConflictProblem,),
    )
    async def whatsapp_account_connect(
        self, info: Info, asked: Annotated[accounts.WhatsappAccountConnectInput, ASKED]
    ) -> WhatsappAccountPayload:
        rule, target = info.context.shop.accounts, WhatsappAccount.key(asked.id)
        key = await once(info, asked, lambda: rule.request_connect(target, actor(info)))
        return WhatsappAccountPayload(account=await WhatsappAccount.get(info, key))

    @mutation(
        WhatsappAccountPayload,
        may=Permission.ACCOUNTS_WRITE,
        description="Asks WhatsApp for a code that links a phone without a camera, and wishes the number connected. "
        "Follow `whatsappAccountChanged`: `pairingCode` shows it as soon as it is there, or `pairingTrouble` why it is "
        "not. Asked again, a code that is still good stays.",
        problems=(ConflictProblem,),
    )
    async def whatsapp_account_request_pairing_code(
        self, info: Info, asked: Annotated[accounts.WhatsappAccountRequestPairingCodeInput, ASKED]
    ) -> WhatsappAccountPayload:
        rule, target = info.context.shop.accounts, WhatsappAccount.key(asked.id)
        key = await once(info, asked, lambda: rule.request_pairing_code(target, asked.phone, actor(info)))
        return WhatsappAccountPayload(account=await WhatsappAccount.get(info, key))

    @mutation(
        WhatsappAccountPayload,
        may=Permission.ACCOUNTS_WRITE,
        description="Wishes a number not connected; its phone stays linked.",
    )
    async def whatsapp_account_disconnect(
        self, info: Info, asked: Annotated[accounts.WhatsappAccountDisconnectInput, ASKED]
    ) -> WhatsappAccountPayload:
        rule, target = info.context.shop.accounts, WhatsappAccount.key(asked.id)
        key = await once(info, asked, lambda: rule.request_disconnect(target, actor(info)))
        return WhatsappAccountPayload(account=await WhatsappAccount.get(info, key))

    @mutation(
        WhatsappAccountPayload,
        may=Permission.ACCOUNTS_WRITE,
        description="Ends the link with the phone; to connect again it must be scanned again.",
    )
    async def whatsapp_account_log_out(
        self, info: Info, asked: Annotated[accounts.WhatsappAccountLogOutInput, ASKED]
    ) -> WhatsappAccountPayload:
        rule, target = info.context.shop.accounts, WhatsappAccount.key(asked.id)
        key = await once(info, asked, lambda: rule.log_out(target, actor(info)))
        return WhatsappAccountPayload(account=await WhatsappAccount.get(info, key))

    @mutation(
        WhatsappAccountPayload,
        may=Permission.ACCOUNTS_WRITE,
        description="Changes a number's name, its proxy, or who answers its customers; a proxy takes effect at once.",
        problems=(ConflictProblem,),
    )
    async def whatsapp_account_update(
        self, info: Info, asked: Annotated[accounts.WhatsappAccountUpdateInput, ASKED]
    ) -> WhatsappAccountPayload:
        rule = info.context.shop.account_care
        with asked_as(below="changes"):
            target, changes = WhatsappAccount.key(asked.id), asked.changes.given()
            key = await once(info, asked, lambda: rule.update(target, changes, actor(info)))
        return WhatsappAccountPayload(account=await WhatsappAccount.get(info, key))

    @mutation(
        WhatsappAccountPayload,
        may=Permission.ACCOUNTS_WRITE,
        description="Makes a number the one that is meant where nobody names one; no other is from then on.",
    )
    async def whatsapp_account_make_default(
        self, info: Info, asked: Annotated[accounts.WhatsappAccountMakeDefaultInput, ASKED]
    ) -> WhatsappAccountPayload:
        rule, target = info.context.shop.account_care, WhatsappAccount.key(asked.id)
        key = await once(info, asked, lambda: rule.make_default(target, actor(info)))
        return WhatsappAccountPayload(account=await WhatsappAccount.get(info, key))

    @mutation(
        WhatsappAccountPayload,
        may=Permission.ACCOUNTS_WRITE,
        description="Ends a number for good: its phone is unlinked, and what waits to be sent is discarded. Its chats "
        "and orders stay, and its name is free again.",
    )
    async def whatsapp_account_delete(
        self, info: Info, asked: Annotated[accounts.WhatsappAccountDeleteInput, ASKED]
    ) -> WhatsappAccountPayload:
        rule, target = info.context.shop.account_care, WhatsappAccount.key(asked.id)
        key = await once(info, asked, lambda: rule.delete(target, asked.name, actor(info)))
        return WhatsappAccountPayload(account=await WhatsappAccount.get(info, key))
