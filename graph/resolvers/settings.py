"""Reading and changing the settings of the shop."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph.errors import NotFoundProblem
from graph.mutations import ASKED, actor, first, mutation
from graph.nodes import Info
from graph.permissions import field
from graph.schema.settings import Settings, SettingsChangeInput, SettingsPayload


@strawberry.type
class SettingsQuery:
    @field(may=Permission.SETTINGS_READ, description="What staff set for the whole shop.")
    async def settings(self, info: Info) -> Settings | None:
        return Settings.of(await info.context.shop.settings.read())


@strawberry.type
class SettingsMutation:
    @mutation(
        SettingsPayload,
        may=Permission.SETTINGS_WRITE,
        description="Changes settings, all that are given or none.",
        without=(NotFoundProblem,),
    )
    async def settings_change(self, info: Info, asked: Annotated[SettingsChangeInput, ASKED]) -> SettingsPayload:
        rule = info.context.shop.settings

        async def change() -> dict[str, object]:
            await rule.change(asked.given(), actor(info))
            return {}

        await first(info, asked, change)
        return SettingsPayload(settings=Settings.of(await rule.read()))
