"""Putting a list that staff keep into a new order: all of it, and nothing else."""

from core import audit
from core.audit import Actor
from core.database import UnitOfWork
from core.errors import ConflictError, InvalidInputError


class ListDiffersError(ConflictError):
    """`details`: `missing` and `unknown`, the keys that were left out and those that are not in the list."""

    code = "LIST_DIFFERS"


async def reorder(
    work: UnitOfWork, actor: Actor, action: str, table: str, ids: list[int], *, known: list[int], field: str
) -> None:
    """`known`: all that are in the list, with their rows locked. Raises ListDiffersError when `ids` are others."""
    if len(set(ids)) != len(ids):
        raise InvalidInputError("Name each of them once.", field=field)
    if set(ids) != set(known):
        raise ListDiffersError(
            "The list must hold all of them and nothing else; look at it again.",
            field=field,
            missing=sorted(set(known) - set(ids)),
            unknown=[key for key in ids if key not in set(known)],
        )
    before = await work.fetch(f"select id from {table} where id = any($1::bigint[]) order by position, id", ids)  # noqa: S608 - our own name
    await work.execute(
        f"update {table} set position = wanted.place, updated_at = $2 "  # noqa: S608 - our own name
        f"from unnest($1::bigint[]) with ordinality as wanted (id, place) "
        f"where {table}.id = wanted.id and {table}.position <> wanted.place",
        ids,
        work.now,
    )
    was = [row["id"] for row in before]
    await audit.record(work, actor, action, table, 0, before={"ids": was}, after={"ids": ids})
