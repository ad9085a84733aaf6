"""Reading and writing message templates."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph.mutations import ASKED, mutation
from graph.nodes import Info
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.resolvers.text_versions import write
from graph.schema import templates
from graph.schema.orders import Order
from graph.schema.templates import MessageTemplate, MessageTemplatePayload, MessageTemplatePreviewResult
from graph.schema.text_versions import TextChangedProblem, UnknownVariableProblem


@strawberry.type
class TemplatesQuery:
    @field(
        may=Permission.KNOWLEDGE_READ,
        description="Every sentence that the program says to customers, in every language; by name if unsaid.",
    )
    async def message_templates(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            templates.MessageTemplateFilter | None, strawberry.argument(name="filter", description="Which of them.")
        ] = None,
        order_by: Annotated[
            templates.MessageTemplateSort | None, strawberry.argument(description="In which order.")
        ] = None,
    ) -> Connection[MessageTemplate] | None:
        return await templates.message_templates(info, wanted, order_by, Slice(first, after, last, before))

    @field(
        may=Permission.KNOWLEDGE_READ,
        description="How a message template would read. With an order it needs `orders:read` too.",
    )
    async def message_template_preview(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The message template.")],  # noqa: A002
        text: Annotated[
            str | None, strawberry.argument(description="What is not saved yet; left out: what is said now.")
        ] = None,
        order_id: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="The order to tell of; left out: one that is made up."),
        ] = None,
    ) -> MessageTemplatePreviewResult | None:
        if order_id is not None:
            info.context.caller.demand(Permission.ORDERS_READ)
        preview = await info.context.shop.templates.preview(
            MessageTemplate.key(id), text=text, order_id=Order.key_if(order_id, field="orderId")
        )
        return MessageTemplatePreviewResult(text=preview.text, unused_variables=preview.unused_variables)


@strawberry.type
class TemplatesMutation:
    @mutation(
        MessageTemplatePayload,
        may=Permission.KNOWLEDGE_WRITE,
        description="Writes what the program is to say, as a new version.",
        problems=(UnknownVariableProblem, TextChangedProblem),
    )
    async def message_template_update(
        self, info: Info, asked: Annotated[templates.MessageTemplateUpdateInput, ASKED]
    ) -> MessageTemplatePayload:
        return await _written(info, asked)

    @mutation(
        MessageTemplatePayload,
        may=Permission.KNOWLEDGE_WRITE,
        description="Says what an earlier version said, as a new version.",
        problems=(UnknownVariableProblem, TextChangedProblem),
    )
    async def message_template_restore(
        self, info: Info, asked: Annotated[templates.MessageTemplateRestoreInput, ASKED]
    ) -> MessageTemplatePayload:
        return await _written(info, asked)

    @mutation(
        MessageTemplatePayload,
        may=Permission.KNOWLEDGE_WRITE,
        description="Says the shipped sentence again, as a new version.",
        problems=(TextChangedProblem,),
    )
    async def message_template_reset(
        self, info: Info, asked: Annotated[templates.MessageTemplateResetInput, ASKED]
    ) -> MessageTemplatePayload:
        return await _written(info, asked)


async def _written(
    info: Info,
    asked: templates.MessageTemplateUpdateInput
    | templates.MessageTemplateRestoreInput
    | templates.MessageTemplateResetInput,
) -> MessageTemplatePayload:
    key = await write(info, asked, info.context.shop.templates, MessageTemplate.key(asked.id))
    return MessageTemplatePayload(message_template=await MessageTemplate.get(info, key))
