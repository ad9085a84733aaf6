"""Reading what was done, and by whom."""

from typing import Annotated

import strawberry

from core.permissions import Permission
from graph.pagination import After, Before, Connection, First, Last, Slice
from graph.permissions import field
from graph.schema import audit
from graph.schema.audit import AuditLog


@strawberry.type
class AuditQuery:
    @field(may=Permission.AUDIT_READ, description="What staff and integrators did, the newest first if unsaid.")
    async def audit_logs(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        wanted: Annotated[
            audit.AuditLogFilter | None, strawberry.argument(name="filter", description="Which of it.")
        ] = None,
        order_by: Annotated[audit.AuditLogSort | None, strawberry.argument(description="In which order.")] = None,
    ) -> Connection[AuditLog] | None:
        return await audit.audit_logs(wanted, order_by, Slice(first, after, last, before))
