"""Reading and writing system prompts."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph.mutations import ASKED, mutation
from graph.nodes import Info
from graph.permissions import field
from graph.resolvers.text_versions import write
from graph.schema import prompts
from graph.schema.prompts import SystemPrompt, SystemPromptPayload, SystemPromptPreviewResult
from graph.schema.text_versions import TextChangedProblem, UnknownVariableProblem


@strawberry.type
class PromptsQuery:
    @field(may=Permission.KNOWLEDGE_READ, description="What the AI is told about its work, part by part.", size=2)
    async def system_prompts(self, info: Info) -> list[SystemPrompt] | None:
        return [SystemPrompt.from_row(prompt) for prompt in await info.context.shop.prompts.all()]

    @field(may=Permission.KNOWLEDGE_READ, description="How a system prompt would read at this moment.")
    async def system_prompt_preview(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The system prompt.")],  # noqa: A002
        language: Annotated[
            str | None, strawberry.argument(description="The customer's language; left out: the shop's default one.")
        ] = None,
        text: Annotated[
            str | None, strawberry.argument(description="What is not saved yet; left out: what is told now.")
        ] = None,
    ) -> SystemPromptPreviewResult | None:
        preview = await info.context.shop.prompts.preview(SystemPrompt.key(id), text=text, language=language)
        return SystemPromptPreviewResult(text=preview.text, unused_variables=preview.unused_variables)


@strawberry.type
class PromptsMutation:
    @mutation(
        SystemPromptPayload,
        may=Permission.KNOWLEDGE_WRITE,
        description="Writes what the AI is to be told, as a new version.",
        problems=(UnknownVariableProblem, TextChangedProblem),
    )
    async def system_prompt_update(
        self, info: Info, asked: Annotated[prompts.SystemPromptUpdateInput, ASKED]
    ) -> SystemPromptPayload:
        return await _written(info, asked)

    @mutation(
        SystemPromptPayload,
        may=Permission.KNOWLEDGE_WRITE,
        description="Tells what an earlier version told, as a new version.",
        problems=(UnknownVariableProblem, TextChangedProblem),
    )
    async def system_prompt_restore(
        self, info: Info, asked: Annotated[prompts.SystemPromptRestoreInput, ASKED]
    ) -> SystemPromptPayload:
        return await _written(info, asked)

    @mutation(
        SystemPromptPayload,
        may=Permission.KNOWLEDGE_WRITE,
        description="Tells what ships with Parley again, as a new version.",
        problems=(TextChangedProblem,),
    )
    async def system_prompt_reset(
        self, info: Info, asked: Annotated[prompts.SystemPromptResetInput, ASKED]
    ) -> SystemPromptPayload:
        return await _written(info, asked)


async def _written(
    info: Info,
    asked: prompts.SystemPromptUpdateInput | prompts.SystemPromptRestoreInput | prompts.SystemPromptResetInput,
) -> SystemPromptPayload:
    key = await write(info, asked, info.context.shop.prompts, SystemPrompt.key(asked.id))
    return SystemPromptPayload(system_prompt=await SystemPrompt.get(info, key))
