"""Reading how the running program is."""

import strawberry

from core.permissions import Permission
from graph.nodes import Info
from graph.permissions import field
from graph.schema.health import SystemHealth


@strawberry.type
class HealthQuery:
    @field(may=Permission.SETTINGS_READ, description="How the program is, part by part.")
    async def system_health(self, info: Info) -> SystemHealth | None:
        return SystemHealth.of(await info.context.shop.health.look())
