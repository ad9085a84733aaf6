"""Reading and changing the ways to pay."""

from asyncio import gather
from typing import Annotated, Any

import strawberry

from core.assistant.preview import payment_preview
from core.languages.wording import speaking
from core.permissions import Permission
from core.templates import own_sentences
from graph.errors import NotFoundProblem
from graph.mutations import ASKED, actor, asked_as, first, mutation, once
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import payments
from graph.schema.payments import (
    LastPaymentMethodProblem,
    PaymentMethod,
    PaymentMethodDeletePayload,
    PaymentMethodPayload,
    PaymentMethodReorderPayload,
    PaymentPreview,
)
from graph.schema.reordering import ListDiffersProblem
from graph.schema.sign_in import InvalidCredentialsProblem, RateLimitedProblem

_GUESSING = (InvalidCredentialsProblem, RateLimitedProblem)

# The table calls the kind of a method its method.
_NAMES = {"method": "kind"}


@strawberry.type
class PaymentsQuery:
    @field(may=Permission.PAYMENTS_READ, description="The ways to pay, by their place if unsaid.")
    async def payment_methods(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            payments.PaymentMethodFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[
            payments.PaymentMethodSort | None, strawberry.argument(description="In which order.")
        ] = None,
    ) -> Connection[PaymentMethod] | None:
        return await payments.payment_methods(wanted, order_by, Slice(first, after, last, before))

    # It tells the account numbers.
    @field(
        may=Permission.PAYMENT_NUMBERS_READ,
        description="What a customer who has to pay is told, with the ways to pay as they are now.",
    )
    async def payment_preview(
        self,
        info: Info,
        currency: Annotated[
            str | None, strawberry.argument(description="Of the order, by ISO 4217; the shop's own if unsaid.")
        ] = None,
        language: Annotated[
            str | None, strawberry.argument(description="E.g. `ur-Latn`; the shop's own if unsaid.")
        ] = None,
    ) -> PaymentPreview | None:
        shop = info.context.shop
        with speaking(await own_sentences()):
            shown = await payment_preview(shop.payments, shop.settings, currency=currency, language=language)
        return PaymentPreview(
            language=shown.language, currency=shown.currency, text=shown.text, method_count=shown.method_count
        )


@strawberry.type
class PaymentsMutation:
    @mutation(
        PaymentMethodPayload,
        may=Permission.PAYMENTS_WRITE,
        description="Makes a way to pay. Needs the password of the person who asks; staff get a notice.",
        problems=_GUESSING,
    )
    async def payment_method_create(
        self, info: Info, asked: Annotated[payments.PaymentMethodCreateInput, ASKED]
    ) -> PaymentMethodPayload:
        rule, is_proven = info.context.shop.payments, await _is_proven(info, asked.password)
        with asked_as(_NAMES):
            key = await once(info, asked, lambda: rule.create_method(asked.changes(), actor(info), is_proven=is_proven))
        return PaymentMethodPayload(payment_method=await PaymentMethod.get(info, key))

    @mutation(
        PaymentMethodPayload,
        may=Permission.PAYMENTS_WRITE,
        description="Changes a way to pay; customers read it word for word from now on, and staff get a notice. "
        "What they read of whom to pay needs the password of the person who asks.",
        problems=_GUESSING,
    )
    async def payment_method_update(
        self, info: Info, asked: Annotated[payments.PaymentMethodUpdateInput, ASKED]
    ) -> PaymentMethodPayload:
        rule, is_proven = info.context.shop.payments, await _is_proven(info, asked.password)
        with asked_as(_NAMES, below="changes"):
            target, changes = PaymentMethod.key(asked.id), asked.changes.given()
            key = await once(info, asked, lambda: rule.update_method(target, changes, actor(info), is_proven=is_proven))
        return PaymentMethodPayload(payment_method=await PaymentMethod.get(info, key))

    @mutation(
        PaymentMethodDeletePayload,
        may=Permission.PAYMENTS_WRITE,
        description="Deletes a way to pay; staff get a notice. Needs the password of the person who asks, and asks "
        "first when open orders would be left without any way to pay.",
        problems=(LastPaymentMethodProblem, *_GUESSING),
    )
    async def payment_method_delete(
        self, info: Info, asked: Annotated[payments.PaymentMethodDeleteInput, ASKED]
    ) -> PaymentMethodDeletePayload:
        rule, target = info.context.shop.payments, PaymentMethod.key(asked.id)
        is_proven = await _is_proven(info, asked.password)
        key = await once(
            info,
            asked,
            lambda: rule.delete_method(target, actor(info), confirm=asked.confirm, is_proven=is_proven),
        )
        return PaymentMethodDeletePayload(deleted_id=PaymentMethod.id_of(key))

    @mutation(
        PaymentMethodReorderPayload,
        may=Permission.PAYMENTS_WRITE,
        description="Puts the ways to pay into this order, from then on the one in which customers read them.",
        problems=(ListDiffersProblem,),
        without=(NotFoundProblem,),
    )
    async def payment_method_reorder(
        self, info: Info, asked: Annotated[payments.PaymentMethodReorderInput, ASKED]
    ) -> PaymentMethodReorderPayload:
        rule = info.context.shop.payments
        ids = [PaymentMethod.key(each, field="paymentMethodIds") for each in asked.payment_method_ids]

        async def act() -> dict[str, Any]:
            return {"ids": await rule.reorder_methods(ids, actor(info))}

        keys = (await first(info, asked, act))["ids"]
        found = await gather(*(PaymentMethod.load(info, key) for key in keys))
        # Asked again under its key, one may be gone since.
        return PaymentMethodReorderPayload(payment_methods=[method for method in found if method is not None])


async def _is_proven(info: Info, password: str | None) -> bool:
    """Before the rule's unit of work, so that a wrong guess stays counted. Raises InvalidCredentialsError."""
    context = info.context
    if password is None or context.caller.staff_id is None:
        return False
    await context.shop.auth.prove(context.caller.staff_id, password, address=context.address)
    return True
